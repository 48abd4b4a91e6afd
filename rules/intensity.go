package rules

import "fortnight/training"

const (
	lowShare      = 0.75
	lowShareShort = 0.65 // under four hours of endurance a week
	shortWeek     = 4 * 3600
	hardDayFactor = 1.5
	hardDayTSS    = 60 // no day is hard by less
)

// intensity measures INT-1 to INT-7.
func (f *frame) intensity(out sink) {
	f.spacing(out)
	f.hardDays(out)
	f.highMinutes(out)
	f.aroundLong(out)
	f.aroundEvents(out)
	for day := 1; day <= f.in.Days; day++ {
		f.hardWeek(out, day)
		f.oneKey(out, day)
	}
	f.mostlyEasy(out)
}

// spacing measures the hours between a high-intensity session and the one before it, of its own sport and of any other.
func (f *frame) spacing(out sink) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		later := &f.items[n]
		if !later.hi {
			continue
		}
		same, other := f.hardBefore(n, true), f.hardBefore(n, false)
		if same != nil && (later.plan || same.plan) {
			r := pair(int1, Hard, same, later, f.limits.sameSportHours)
			f.bound(out, &r)
			if f.limits.masters {
				r.severity, r.limit = Soft, f.limits.masterSportHours
				out.take(r)
			}
		}
		if other != nil && (later.plan || other.plan) {
			out.take(pair(int2, Hard, other, later, f.limits.otherSportHours))
		}
	}
}

// pair measures the hours from start to start.
func pair(rule code, severity Severity, a, b *item, limit float64) row {
	return row{rule: rule, severity: severity, from: a.day, to: b.day, measured: float64(b.start-a.start) / 60, limit: limit, atLeast: true, a: a, b: b}
}

func (f *frame) hardBefore(n int, sameSport bool) *item {
	for m := n - 1; m >= f.near(); m-- {
		if i := &f.items[m]; i.hi && (i.sport == f.items[n].sport) == sameSport {
			return i
		}
	}
	return nil
}

// hardDays measures how many hard days run up to each day that the plan makes hard.
func (f *frame) hardDays(out sink) {
	run := 0
	for day := -2; day <= f.in.Days; day++ {
		hard, byPlan := f.hardDay(day)
		if run++; !hard {
			run = 0
		}
		if day < 1 || hard && !byPlan || f.fine(float64(run), f.limits.hardDays) {
			continue
		}
		out.take(row{
			rule: int2, severity: Hard, from: max(min(day-run+1, day), -2), to: day, measured: float64(run), limit: f.limits.hardDays, pick: hardItem,
			unknown: hard && day-run < 1-f.known && float64(run) <= f.limits.hardDays,
		})
	}
}

func hardItem(i *item) bool { return i.hi || i.heavy || i.tss >= hardDayTSS }

// hardDay tells whether a day is hard: by a high-intensity or heavy leg session, or by its load.
func (f *frame) hardDay(day int) (hard, byPlan bool) {
	at := index(day)
	if f.load.TSS(day)+f.events[at] >= max(hardDayFactor*f.load.Start(day).Fitness, hardDayTSS) {
		hard, byPlan = true, f.load.TSS(day) > f.idle.TSS(day)
	}
	s := &f.daily[at]
	return hard || s.hi+s.heavy > 0, byPlan || s.hardPlanned > 0
}

// hardWeek counts the hard sessions of seven days. What history has beyond a limit no plan can mend.
func (f *frame) hardWeek(out sink, day int) {
	week, done := &f.weeks[day], &f.fixedWeeks[day]
	hi, sum, doneHI, doneSum := float64(week.hi), float64(week.points)/2, float64(done.hi), float64(done.points)/2
	unknown := f.blind(day, 6)
	take := func(severity Severity, measured, limit, given float64, pick func(*item) bool) {
		limit = max(limit, given)
		if f.fine(measured, limit) {
			return
		}
		// Too many sessions of the known days are too many, whatever the unknown ones had.
		out.take(row{
			rule: int3, severity: severity, from: day - 6, to: day, measured: measured, limit: limit, unknown: unknown && measured <= limit, pick: pick,
		})
	}
	take(Hard, hi, f.limits.hiWeek, doneHI, isHI)
	if f.limits.masters && f.limits.masterHIWeek < f.limits.hiWeek {
		take(Soft, hi, f.limits.masterHIWeek, doneHI, isHI)
	}
	limit := max(f.limits.hardWeek, doneSum)
	if f.fine(sum, limit) {
		return
	}
	f.emit(out, &row{
		rule: int3, severity: Soft, from: day - 6, to: day, measured: sum, limit: limit, unknown: unknown && sum <= limit, pick: hardOrModerate,
	})
}

func isHI(i *item) bool { return i.hi }

func hardOrModerate(i *item) bool { return i.hi || i.mod || i.heavy }

// oneKey counts the key sessions of a day, or its high-intensity ones where those are more.
func (f *frame) oneKey(out sink, day int) {
	var key, hi float64
	planned := false
	items := f.itemsOn(day)
	if f.fine(float64(len(items)), 1) {
		return
	}
	for n := range items {
		i := &items[n]
		key += float64(one(i.key))
		hi += float64(one(i.hi))
		planned = planned || i.plan && (i.key || i.hi)
	}
	if planned && !f.fine(max(key, hi), 1) {
		out.take(row{
			rule: int7, severity: Hard, from: day, to: day, measured: max(key, hi), limit: 1, pick: func(i *item) bool { return i.key || i.hi },
		})
	}
}

// mostlyEasy measures the share of easy endurance time of all the days together.
func (f *frame) mostlyEasy(out sink) {
	low, endurance := 0, 0
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.day >= 1 {
			low += i.low
			endurance += i.endurance
		}
	}
	if endurance == 0 {
		return
	}
	limit := lowShare
	if endurance*7 < shortWeek*f.in.Days {
		limit = lowShareShort
	}
	f.bound(out, &row{
		rule: int4, severity: Soft, from: 1, to: f.in.Days, measured: float64(low) / float64(endurance), limit: limit, atLeast: true,
		pick: func(i *item) bool { return i.endurance > i.low },
	})
}

// twoDays is how far apart two sessions start whose high intensity is not counted together (INT-5), in minutes.
const twoDays = (48 - toleranceHours) * 60

// highMinutes measures INT-5 at each session with high intensity: that of the sessions that start in the 48 hours up to it.
func (f *frame) highMinutes(out sink) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		last := &f.items[n]
		if last.high == 0 || last.day < 1 {
			continue
		}
		high, given := 0, 0
		for m := n; m >= 0 && last.start-f.items[m].start < twoDays; m-- {
			high += f.items[m].high
			if !f.items[m].plan {
				given += f.items[m].high
			}
		}
		measured, limit := float64(high)/60, max(f.limits.highMinutes, float64(given)/60)
		if high == given || f.fine(measured, limit) {
			continue
		}
		f.emit(out, &row{
			rule: int5, severity: Soft, from: f.firstWithin(n, twoDays).day, to: last.day, measured: measured, limit: limit,
			unknown: f.blind(last.day, 3) && measured <= limit, pick: func(i *item) bool { return i.high > 0 },
		})
	}
}

// firstWithin is the first item that starts less than so many minutes before another.
func (f *frame) firstWithin(n int, minutes int64) *item {
	first := n
	for first > 0 && f.items[n].start-f.items[first-1].start < minutes {
		first--
	}
	return &f.items[first]
}

// enduresHard tells whether an item is a hard or long endurance session with the legs.
func (i *item) enduresHard() bool { return i.legs && i.sport != training.Strength && (i.hi || i.long) }

func (f *frame) intensityMessage(r *row, span string) string {
	switch r.rule {
	case int1:
		return f.say(
			"", "Two hard "+r.b.sport.Name()+" sessions start %1 h apart, on "+f.when(r.a)+" and "+f.when(r.b)+"; at least %0 h are needed.",
			r.measured, r.limit,
		)
	case int2:
		if r.a != nil {
			return f.say(
				"A hard "+r.a.sport.Name()+" and a hard "+r.b.sport.Name()+" session",
				" start %1 h apart, on "+f.when(r.a)+" and "+f.when(r.b)+"; at least %0 h are needed.",
				r.measured, r.limit,
			)
		}
		return f.say("Up to "+f.dayName(r.to), " %0 hard %{day follows|days follow} each other; at most %0 may.", r.measured, r.limit)
	case int3:
		if r.severity == Hard {
			return f.say(span, " there %[is|are] %0 high-intensity %{session|sessions}; at most %0 %{is|are} allowed.", r.measured, r.limit)
		}
		return f.say(span, " hard, moderate and heavy leg sessions count %1; at most %1 should.", r.measured, r.limit)
	case int4:
		return f.say(span, " %0 %% of endurance time is easy; at least %0 %% should be.", 100*r.measured, 100*r.limit)
	case int5:
		return f.say("", "In the 48 h up to "+f.dayName(r.to)+" %0 min are at high intensity; at most %0 min should be.", r.measured, r.limit)
	case int6:
		return f.aroundMessage(r)
	}
	return f.say(span, " there %[is|are] %0 key or high-intensity %{session|sessions}; at most one is allowed.", r.measured)
}
