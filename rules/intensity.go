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
	for n := range f.items {
		later := &f.items[n]
		if !later.hi {
			continue
		}
		same, other := f.hardBefore(n, true), f.hardBefore(n, false)
		if same != nil && (later.planned() || same.planned()) {
			r := pair("INT-1", Hard, same, later, f.limits.sameSportHours)
			f.bound(out, r)
			if f.limits.masters {
				r.severity, r.limit = Soft, f.limits.masterSportHours
				out.take(r)
			}
		}
		if other != nil && (later.planned() || other.planned()) {
			out.take(pair("INT-2", Hard, other, later, f.limits.otherSportHours))
		}
	}
}

// pair measures the hours from start to start.
func pair(rule ID, severity Severity, a, b *item, limit float64) row {
	return row{rule: rule, severity: severity, from: a.day, to: b.day, measured: float64(b.start-a.start) / 60, limit: limit, atLeast: true, a: a, b: b}
}

func (f *frame) hardBefore(n int, sameSport bool) *item {
	for m := n - 1; m >= 0; m-- {
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
			rule: "INT-2", severity: Hard, from: max(day-run+1, -2), to: day, measured: float64(run), limit: f.limits.hardDays, pick: hardItem,
			unknown: hard && day-run < 1-f.known && float64(run) <= f.limits.hardDays,
		})
	}
}

func hardItem(i *item) bool { return i.hi || i.heavy || i.tss >= hardDayTSS }

// hardDay tells whether a day is hard: by a high-intensity or heavy leg session, or by its load.
func (f *frame) hardDay(day int) (hard, byPlan bool) {
	at := index(day)
	if f.load[at]+f.events[at] >= max(hardDayFactor*f.ctl[index(day-1)], hardDayTSS) {
		hard, byPlan = true, f.load[at] > f.done[at]
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
			rule: "INT-3", severity: severity, from: day - 6, to: day, measured: measured, limit: limit, unknown: unknown && measured <= limit, pick: pick,
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
	f.emit(out, row{
		rule: "INT-3", severity: Soft, from: day - 6, to: day, measured: sum, limit: limit, unknown: unknown && sum <= limit, pick: hardOrModerate,
	})
}

func isHI(i *item) bool           { return i.hi }
func hardOrModerate(i *item) bool { return i.hi || i.mod || i.heavy }

// oneKey counts the key sessions of a day, or its high-intensity ones where those are more.
func (f *frame) oneKey(out sink, day int) {
	var key, hi float64
	planned := false
	items := f.itemsOn(day)
	for n := range items {
		i := &items[n]
		key += float64(one(i.key))
		hi += float64(one(i.hi))
		planned = planned || i.plan && (i.key || i.hi)
	}
	if planned && !f.fine(max(key, hi), 1) {
		out.take(row{
			rule: "INT-7", severity: Hard, from: day, to: day, measured: max(key, hi), limit: 1, pick: func(i *item) bool { return i.key || i.hi },
		})
	}
}

// mostlyEasy measures the share of easy endurance time of all the days together.
func (f *frame) mostlyEasy(out sink) {
	low, endurance := 0, 0
	for n := range f.items {
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
	f.bound(out, row{
		rule: "INT-4", severity: Soft, from: 1, to: f.in.Days, measured: float64(low) / float64(endurance), limit: limit, atLeast: true,
		pick: func(i *item) bool { return i.endurance > i.low },
	})
}

// twoDays is how far apart two sessions start whose high intensity is not counted together (INT-5), in minutes.
const twoDays = (48 - toleranceHours) * 60

// highMinutes measures INT-5 at each session with high intensity: that of the sessions that start in the 48 hours up to it.
func (f *frame) highMinutes(out sink) {
	for n := range f.items {
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
		f.emit(out, row{
			rule: "INT-5", severity: Soft, from: f.firstWithin(n, twoDays).day, to: last.day, measured: measured, limit: limit,
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

// Hours without high intensity after what takes as much as a marathon, and how long a run by time does (science INT-6).
const (
	afterMarathonHours = 72
	marathonSeconds    = 3 * 3600
)

func (i *item) marathon() bool {
	return i.runSeconds > 0 && (i.meters >= marathonMeters || i.runSeconds >= marathonSeconds)
}

// aroundLong measures INT-6 about long runs: no high intensity on the day before, and none for hours after.
func (f *frame) aroundLong(out sink) {
	for n := range f.items {
		run := &f.items[n]
		if !run.long || run.sport != training.Run || run.day < -2 {
			continue
		}
		if run.day >= 1 {
			f.dayBefore(out, n)
		}
		hours := f.limits.afterLongHours
		if run.marathon() {
			hours = max(hours, afterMarathonHours)
		}
		if next := f.nextHard(n); next != nil && (next.plan || run.plan) {
			gap := float64(next.start-run.end) / 60
			if !f.reached(gap, hours) {
				f.emit(out, row{
					rule: "INT-6", severity: Soft, from: run.day, to: next.day, measured: gap, limit: hours, atLeast: true, a: run, b: next,
					unknown: f.thin,
				})
			}
		}
	}
}

func (f *frame) nextHard(n int) *item {
	for m := n + 1; m < len(f.items); m++ {
		if f.items[m].hi {
			return &f.items[m]
		}
	}
	return nil
}

// dayBefore counts the high-intensity sessions on the day before a long run.
func (f *frame) dayBefore(out sink, n int) {
	run := &f.items[n]
	before := &f.daily[index(run.day-1)]
	measured, given := float64(before.hi), 0.0
	if !run.plan {
		given = float64(f.fixed[index(run.day-1)].hi)
	}
	if f.fine(measured, given) {
		return
	}
	out.take(row{
		rule: "INT-6", severity: Soft, from: run.day - 1, to: run.day, measured: measured, limit: given, note: "before", a: run,
		unknown: f.thin || f.blind(run.day, 1) && measured == 0,
	})
}

// aroundEvents measures INT-6 about A and B events.
func (f *frame) aroundEvents(out sink) {
	for e := range f.in.Profile.Events {
		event := &f.in.Profile.Events[e]
		day := int(event.Date-f.in.From) + 1
		if event.Priority == training.EventC || day < -2 || day > f.in.Days+1 {
			continue
		}
		if day >= 2 {
			before := index(day - 1)
			measured, given := float64(f.daily[before].hi), float64(f.fixed[before].hi)
			if !f.fine(measured, given) {
				out.take(row{rule: "INT-6", severity: Hard, from: day - 1, to: day - 1, measured: measured, limit: given, note: event.Name, pick: isHI})
			}
		}
		f.afterEvent(out, event, day)
	}
}

// afterEvent measures the hours from an event to the next high intensity. An event lasts as long as the session that stands for it, and
// where there is none to the end of its day.
func (f *frame) afterEvent(out sink, event *training.Event, day int) {
	end, hours := f.instant(day+1, 0), f.limits.afterLongHours
	if event.Sport == training.Run && event.DistanceMeters != nil && *event.DistanceMeters >= marathonMeters {
		hours = max(hours, afterMarathonHours)
	}
	from := f.firstOf(day)
	for n := from; n < len(f.items) && f.items[n].day == day; n++ {
		if i := &f.items[n]; i.sport == event.Sport {
			from, end = n+1, i.end
		}
	}
	for n := from; n < len(f.items); n++ {
		next := &f.items[n]
		if !next.hi || next.start < end && next.day <= day {
			continue
		}
		if gap := float64(next.start-end) / 60; next.plan && !f.reached(gap, hours) {
			f.emit(out, row{rule: "INT-6", severity: Soft, from: day, to: next.day, measured: gap, limit: hours, atLeast: true, note: event.Name, b: next})
		}
		return
	}
}

// enduresHard tells whether an item is a hard or long endurance session with the legs.
func (i *item) enduresHard() bool { return i.legs && i.sport != training.Strength && (i.hi || i.long) }

func (f *frame) intensityMessage(r *row, span string) string {
	switch r.rule {
	case "INT-1":
		return say(
			"", "Two hard "+sportName(r.b.sport)+" sessions start %1 h apart, on "+f.when(r.a)+" and "+f.when(r.b)+"; at least %0 h are needed.",
			r.measured, r.limit,
		)
	case "INT-2":
		if r.a != nil {
			return say(
				"A hard "+sportName(r.a.sport)+" and a hard "+sportName(r.b.sport)+" session",
				" start %1 h apart, on "+f.when(r.a)+" and "+f.when(r.b)+"; at least %0 h are needed.",
				r.measured, r.limit,
			)
		}
		return say("Up to "+f.dayName(r.to), " %0 hard {day follows|days follow} each other; at most %0 may.", r.measured, r.limit)
	case "INT-3":
		if r.severity == Hard {
			return say(span, " there [is|are] %0 high-intensity {session|sessions}; at most %0 {is|are} allowed.", r.measured, r.limit)
		}
		return say(span, " hard, moderate and heavy leg sessions count %1; at most %1 should.", r.measured, r.limit)
	case "INT-4":
		return say(span, " %0 %% of endurance time is easy; at least %0 %% should be.", 100*r.measured, 100*r.limit)
	case "INT-5":
		return say("", "In the 48 h up to "+f.dayName(r.to)+" %0 min are at high intensity; at most %0 min should be.", r.measured, r.limit)
	case "INT-6":
		return f.aroundMessage(r)
	}
	return say(span, " there [is|are] %0 key or high-intensity {session|sessions}; at most one is allowed.", r.measured)
}

func (f *frame) aroundMessage(r *row) string {
	switch {
	case r.note == "before":
		return say("On the day before the long run on "+f.when(r.a), " there [is|are] %0 high-intensity {session|sessions}; none should be.", r.measured)
	case r.b == nil:
		return say("On "+f.dayName(r.to)+", the day before "+r.note+",", " %0 high-intensity {session is|sessions are} planned; none may be.", r.measured)
	case r.a == nil:
		return apart(r.note+" and the hard session on "+f.when(r.b), " lie %1 h apart; at least %0 h should.", r.measured, r.limit)
	}
	return apart(
		"The long run on "+f.when(r.a)+" and the hard session on "+f.when(r.b), " lie %1 h apart; at least %0 h should.",
		r.measured, r.limit,
	)
}
