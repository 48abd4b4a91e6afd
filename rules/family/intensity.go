package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/season"
	"fortnight/training"
)

// intensity is INT-1 to INT-7: hard sessions.
type intensity struct{ *frame.Frame }

const (
	hardDayFactor = 1.5
	hardDayTSS    = 60 // no day is hard by less
)

// measure measures INT-1 to INT-7.
func (f intensity) measure(out frame.Sink) {
	f.spacing(out)
	f.hardDays(out)
	f.highMinutes(out)
	around(f).long(out)
	around(f).events(out)
	for day := 1; day <= f.Input.Days; day++ {
		f.hardWeek(out, day)
		f.oneKey(out, day)
	}
	f.mostlyEasy(out)
}

// spacing measures the hours between a high-intensity session and the one before it, of its own sport and of any other.
func (f intensity) spacing(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		later := &f.Items[n]
		if !later.HI {
			continue
		}
		same, other := f.HardBefore(n, true), f.HardBefore(n, false)
		if same != nil && (later.Planned || same.Planned) {
			r := frame.Pair(catalogue.INT1, catalogue.Hard, same, later, f.Limits.SameSportHours)
			f.Bound(out, &r)
			if f.Limits.Masters && later.Sport == training.Run { // what has impact
				r.Severity, r.Limit = catalogue.Soft, f.Limits.MasterSportHours
				out.Take(r)
			}
		}
		if other != nil && (later.Planned || other.Planned) {
			out.Take(frame.Pair(catalogue.INT2, catalogue.Hard, other, later, f.Limits.OtherSportHours))
		}
	}
}

// hardDays measures how many hard days run up to each day that the plan makes hard.
func (f intensity) hardDays(out frame.Sink) {
	run := 0
	for day := -2; day <= f.Input.Days; day++ {
		hard, byPlan := f.hardDay(day)
		if run++; !hard {
			run = 0
		}
		if day < 1 || hard && !byPlan || f.Fine(float64(run), f.Limits.HardDays) {
			continue
		}
		out.Take(frame.Row{
			Rule: catalogue.INT2, Severity: catalogue.Hard, From: max(min(day-run+1, day), -2), To: day, Measured: float64(run),
			Limit: f.Limits.HardDays, Pick: hardItem,
			Unknown: hard && day-run < 1-f.Known && float64(run) <= f.Limits.HardDays,
		})
	}
}

func hardItem(i *frame.Item) bool { return i.HI || i.Heavy || i.TSS >= hardDayTSS }

// hardDay tells whether a day is hard: by a high-intensity or heavy leg session, or by its load.
func (f intensity) hardDay(day int) (hard, byPlan bool) {
	at := frame.Index(day)
	if f.Load.TSS(day)+f.Events[at] >= max(hardDayFactor*f.Load.Start(day).Fitness, hardDayTSS) {
		hard, byPlan = true, f.Load.TSS(day) > f.Idle.TSS(day)
	}
	s := &f.Daily[at]
	return hard || s.HI+s.Heavy > 0, byPlan || s.HardPlanned > 0
}

// hardWeek counts the hard sessions of seven days. What history has beyond a limit no plan can mend.
func (f intensity) hardWeek(out frame.Sink, day int) {
	week, done := &f.Weeks[day], &f.FixedWeeks[day]
	hi, sum, doneHI, doneSum := float64(week.HI), float64(week.Points)/2, float64(done.HI), float64(done.Points)/2
	unknown := f.Blind(day, 6)
	take := func(severity catalogue.Severity, measured, limit, given float64, pick func(*frame.Item) bool) {
		limit = max(limit, given)
		if f.Fine(measured, limit) {
			return
		}
		// Too many sessions of the known days are too many, whatever the unknown ones had.
		out.Take(frame.Row{
			Rule: catalogue.INT3, Severity: severity, From: day - 6, To: day, Measured: measured, Limit: limit,
			Unknown: unknown && measured <= limit, Pick: pick,
		})
	}
	take(catalogue.Hard, hi, f.Limits.HIWeek, doneHI, frame.IsHI)
	if f.Limits.Masters && f.Limits.MasterHIWeek < f.Limits.HIWeek {
		take(catalogue.Soft, hi, f.Limits.MasterHIWeek, doneHI, frame.IsHI)
	}
	limit := max(f.Limits.HardWeek, doneSum)
	if f.Fine(sum, limit) {
		return
	}
	f.Emit(out, &frame.Row{
		Rule: catalogue.INT3, Severity: catalogue.Soft, From: day - 6, To: day, Measured: sum, Limit: limit,
		Unknown: unknown && sum <= limit, Pick: hardOrModerate,
	})
}

func hardOrModerate(i *frame.Item) bool { return i.HI || i.Moderate || i.Heavy }

// oneKey counts the key sessions of a day, or its high-intensity ones where those are more, and of each sport those that are key or moderate: two
// runs with tempo are two hard runs for the legs that do both, whatever each is called.
func (f intensity) oneKey(out frame.Sink, day int) {
	var key, hi float64
	planned := false
	items := f.ItemsOn(day)
	if f.Fine(float64(len(items)), 1) {
		return
	}
	for n := range items {
		i := &items[n]
		key += float64(frame.One(i.Key))
		hi += float64(frame.One(i.HI))
		planned = planned || i.Planned && (i.Key || i.HI)
	}
	if planned && !f.Fine(max(key, hi), 1) {
		out.Take(frame.Row{
			Rule: catalogue.INT7, Severity: catalogue.Hard, From: day, To: day, Measured: max(key, hi), Limit: 1,
			Pick: func(i *frame.Item) bool { return i.Key || i.HI },
		})
	}
	if max(key, hi) > 1 { // the same told once
		return
	}
	for n := range items {
		if i := &items[n]; demands(i) && f.oneOfSport(out, day, items[n:], i.Sport) {
			return
		}
	}
}

// demands tells whether an endurance session is more than an easy one of usual length.
func demands(i *frame.Item) bool { return i.Endures && !i.Raced && (i.Key || i.HI || i.Moderate) }

// oneOfSport counts the demanding sessions of a sport on a day among items, and tells whether they are too many.
func (f intensity) oneOfSport(out frame.Sink, day int, items []frame.Item, sport training.Sport) bool {
	count, planned := 0.0, false
	for n := range items {
		if i := &items[n]; demands(i) && i.Sport == sport {
			count++
			planned = planned || i.Planned
		}
	}
	if !planned || count <= 1 {
		return false
	}
	out.Take(frame.Row{
		Rule: catalogue.INT7, Severity: catalogue.Hard, From: day, To: day, Measured: count, Limit: 1, Note: string(sport),
		Pick: func(i *frame.Item) bool { return demands(i) && i.Sport == sport },
	})
	return true
}

// What INT-4 forgives, as shares, and what it forgives where a week has few sessions.
const (
	lowRoom, lowRoomFew, fewForLow    = 0.05, 0.15, 3
	highRoom, highRoomFew, fewForHigh = 0.05, 0.12, 4
)

// mostlyEasy measures INT-4: the shares of easy and of hard endurance time of all the days together against what their phases ask for.
func (f intensity) mostlyEasy(out frame.Sink) {
	low, high, endurance, sessions := 0, 0, 0, 0
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Day >= 1 && !i.Raced && i.Endurance > 0 {
			low, high, endurance = low+i.Low, high+i.High, endurance+i.Endurance
			sessions += int(frame.One(frame.IsSession(i.Sport, i.Seconds)))
		}
	}
	if endurance == 0 {
		return
	}
	weeks := float64(f.Input.Days) / 7
	wanted := f.shares(int(float64(endurance) / 60 / weeks))
	least, most := wanted.Low/100-lowRoom, wanted.High/100+highRoom
	if m := float64(sessions) / weeks; m <= fewForHigh {
		if most = wanted.High/100 + highRoomFew; m <= fewForLow {
			least = wanted.Low/100 - lowRoomFew
		}
	}
	r := frame.Row{Rule: catalogue.INT4, Severity: catalogue.Soft, From: 1, To: f.Input.Days, Pick: func(i *frame.Item) bool { return i.Endurance > i.Low }}
	r.Measured, r.Limit, r.AtLeast = float64(low)/float64(endurance), least, true
	f.Bound(out, &r)
	r.Measured, r.Limit, r.AtLeast, r.Note = float64(high)/float64(endurance), most, false, "high"
	if !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
}

// shares is the mean of what the plan's weeks ask for, each by the phase of its fourth day.
func (f intensity) shares(minutes int) (mean season.Shares) {
	weeks := 0.0
	for day := min(4, f.Input.Days); day <= f.Input.Days; day += 7 {
		s := f.Season.Standing[day].Shares(f.Season.Format(), f.Season.Beginning(day), minutes)
		mean.Low, mean.Moderate, mean.High = mean.Low+s.Low, mean.Moderate+s.Moderate, mean.High+s.High
		weeks++
	}
	return season.Shares{Low: mean.Low / weeks, Moderate: mean.Moderate / weeks, High: mean.High / weeks}
}

// twoDays is how far apart two sessions start whose high intensity is not counted together (INT-5), in minutes.
const twoDays = (48 - catalogue.ToleranceHours) * 60

// highMinutes measures INT-5 at each session with high intensity: that of the sessions that start in the 48 hours up to it.
func (f intensity) highMinutes(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		last := &f.Items[n]
		if last.High == 0 || last.Day < 1 || last.Raced {
			continue
		}
		high, given := 0, 0
		for m := n; m >= 0 && last.Start-f.Items[m].Start < twoDays; m-- {
			if f.Items[m].Raced {
				continue
			}
			high += f.Items[m].High
			if !f.Items[m].Planned {
				given += f.Items[m].High
			}
		}
		measured, limit := float64(high)/60, max(f.Limits.HighMinutes, float64(given)/60)
		if high == given || f.Fine(measured, limit) {
			continue
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.INT5, Severity: catalogue.Soft, From: f.firstWithin(n, twoDays).Day, To: last.Day, Measured: measured,
			Limit:   limit,
			Unknown: f.Blind(last.Day, 3) && measured <= limit, Pick: func(i *frame.Item) bool { return i.High > 0 },
		})
	}
}

// firstWithin is the first item that starts less than so many minutes before another.
func (f intensity) firstWithin(n int, minutes int64) *frame.Item {
	first := n
	for first > 0 && f.Items[n].Start-f.Items[first-1].Start < minutes {
		first--
	}
	return &f.Items[first]
}

func (f intensity) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.INT1:
		return f.Say(
			"", "Two hard "+r.B.Sport.Name()+" sessions start %1 h apart, on "+f.When(r.A)+" and "+f.When(r.B)+"; at least %0 h are needed.",
			r.Measured, r.Limit,
		)
	case catalogue.INT2:
		if r.A != nil {
			return f.Say(
				"A hard "+r.A.Sport.Name()+" and a hard "+r.B.Sport.Name()+" session",
				" start %1 h apart, on "+f.When(r.A)+" and "+f.When(r.B)+"; at least %0 h are needed.",
				r.Measured, r.Limit,
			)
		}
		return f.Say("Up to "+f.DayName(r.To), " there %[is|are] %0 hard %{day|days} in a row; at most %0 may be.", r.Measured, r.Limit)
	case catalogue.INT3:
		if r.Severity == catalogue.Hard {
			return f.Say(span, " there %[is|are] %0 high-intensity %{session|sessions}; at most %0 %{is|are} allowed.", r.Measured, r.Limit)
		}
		return f.Say(span, " hard, moderate and heavy leg sessions count %1; at most %1 should.", r.Measured, r.Limit)
	case catalogue.INT4:
		if r.Note == "high" {
			return f.Say(span, " %0 %% of endurance time is hard; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
		}
		return f.Say(span, " %0 %% of endurance time is easy; at least %0 %% should be.", 100*r.Measured, 100*r.Limit)
	case catalogue.INT5:
		return f.Say("", "In the 48 h up to "+f.DayName(r.To)+" %0 min are at high intensity; at most %0 min should be.", r.Measured, r.Limit)
	case catalogue.INT6:
		return around(f).message(r)
	}
	if r.Note != "" {
		return f.Say(span, " there %[is|are] %0 "+training.Sport(r.Note).Name()+" %{session|sessions} with more than easy work; at most one is allowed.", r.Measured)
	}
	return f.Say(span, " there %[is|are] %0 key or high-intensity %{session|sessions}; at most one is allowed.", r.Measured)
}
