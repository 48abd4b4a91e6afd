package rules

import "fortnight/training"

// Numbers of a taper (science TAP-1 to TAP-7). Shares are of what is usual.
const (
	taperDays                        = 14 // days
	taperLeast, taperMost            = 0.40, 0.59
	taperLeastHard, taperMostHard    = 0.35, 0.70
	usualWeeks                       = 4
	keepHigh                         = 0.50
	keepSessions                     = 0.80
	openerSeconds                    = 10 * 60
	openerHours                      = 48
	liftBeforeAHard, liftBeforeASoft = 96, 120 // hours
	liftBeforeB                      = 72
	restBeforeB                      = 3 // days, of two to four
	shareBeforeB                     = 0.70
	hardBeforeC                      = 24 // hours
	eventSlot                        = training.MorningSlot
)

// Distances from which a race asks for more days of recovery, and those days (science TAP-7).
const (
	marathonMeters, marathonQuiet = 42_000, 7
	ironmanMeters, ironmanQuiet   = 220_000, 14
	quietReach                    = 21 // days after an event that the longest recovery reaches: 2,000 TSS, masters
)

// taper measures TAP-1 to TAP-7 for every event in reach.
func (f *frame) taper(out sink) {
	for n := range f.races {
		r := &f.races[n]
		switch priority := r.event.Priority; {
		case r.day < 1: // its taper is over
		case priority == training.EventA:
			f.taperVolume(out, r)
			f.taperIntensity(out, r)
			f.taperSessions(out, r)
			f.lastLift(out, r, Hard, liftBeforeAHard)
			f.lastLift(out, r, Soft, liftBeforeASoft)
			f.raceForm(out, r, 5, 25)
		case priority == training.EventB:
			f.lastLift(out, r, Soft, liftBeforeB)
			f.raceForm(out, r, -5, 15)
			f.restBefore(out, r)
		default:
			f.lastHard(out, r)
		}
		f.quiet(out, r)
	}
}

// usualKnown tells whether the four weeks that end on a day are known.
func (f *frame) usualKnown(last int) bool {
	return f.known >= seedDays && 1-f.known <= last-7*usualWeeks+1
}

// sum adds up the volumes of days.
func sum(days *[spanDays]volume, from, to int) (v volume) {
	for d := from; d <= to; d++ {
		day := &days[index(d)]
		v.seconds += day.seconds
		v.sessions += day.sessions
		v.hi += day.hi
		v.high += day.high
	}
	return v
}

// bestWeeks is the mean of the best three of the four weeks that end on a day, in endurance seconds a day.
func (f *frame) bestWeeks(last int) float64 {
	var all, least int32
	for w := range usualWeeks {
		week := sum(&f.total, last-7*w-6, last-7*w).seconds
		if all += week; w == 0 || week < least {
			least = week
		}
	}
	return float64(all-least) / (7 * (usualWeeks - 1))
}

// taperVolume measures TAP-1 once the plan reaches the event's eve: the mean endurance time of the fourteen days before it as a share of
// V0, the mean of the best three of the four weeks before those. Too little is HARD only where the plan is complete; more than the open
// days hold at V0 is never asked for.
func (f *frame) taperVolume(out sink, r *race) {
	first, last := r.day-taperDays, r.day-1
	if last < 1 || last > f.in.Days {
		return
	}
	line := row{rule: tap1, from: first, to: last, event: r.event, pick: endures}
	usual := f.bestWeeks(first - 1)
	if line.unknown = usual == 0 || !f.usualKnown(first-1); line.unknown {
		line.severity, line.limit = Hard, taperMostHard
		out.take(line)
		return
	}
	share := func(seconds int32) float64 { return float64(seconds) / taperDays / usual }
	given := share(sum(&f.past, first, last).seconds)
	line.measured = share(sum(&f.total, first, last).seconds)
	take := func(severity Severity, limit float64, atLeast bool) {
		line.severity, line.limit, line.atLeast = severity, limit, atLeast
		out.take(line)
	}
	take(Hard, max(taperMostHard, given), false)
	if f.in.Complete {
		take(Hard, min(taperLeastHard, f.taperReach(r, usual, f.in.FullUntil)), true)
	}
	take(Soft, max(taperMost, given), false)
	take(Soft, min(taperLeast, f.taperReach(r, usual, 0)), true)
}

func endures(i *item) bool { return i.endurance > 0 }

// taperReach is the share of usual volume that the open days after one can bring it to at their usual volume.
func (f *frame) taperReach(r *race, usual float64, full training.Date) float64 {
	first, last := r.day-taperDays, r.day-1
	seconds := float64(sum(&f.past, first, min(last, 0)).seconds)
	for d := max(first, 1); d <= last; d++ {
		open := r.open[d-first]
		if f.date(d) <= full {
			open = 0
		}
		seconds += max(min(usual, open), float64(f.total[index(d)].seconds))
	}
	return seconds / taperDays / usual
}

// taperIntensity measures TAP-2: high intensity stays, half of its usual time a session and one session in seven days, but not in the
// last 48 hours.
func (f *frame) taperIntensity(out sink, r *race) {
	first, last := r.day-taperDays, r.day-1
	usual := sum(&f.total, first-7*usualWeeks, first-1)
	known := f.usualKnown(first - 1)
	for n := f.firsts[1]; n < len(f.items); n++ {
		i := &f.items[n]
		if !i.hi || !i.plan || i.day < first || i.start >= r.start || r.isRun(i) {
			continue
		}
		line := row{rule: tap2, severity: Soft, from: i.day, to: i.day, a: i, event: r.event, measured: i.highMinutes()}
		if float64(r.start-i.end)/60 < openerHours {
			line.limit = openerSeconds / 60
			out.take(line)
			continue
		}
		if line.unknown = !known; known && usual.hi == 0 {
			continue
		}
		line.limit, line.atLeast = keepHigh*float64(usual.high)/60/float64(max(1, usual.hi)), true
		out.take(line)
	}
	for d := max(1, first+6); d <= min(last, f.in.Days) && (!known || usual.hi > 0); d++ {
		out.take(row{
			rule: tap2, severity: Soft, from: d - 6, to: d, event: r.event, measured: float64(sum(&f.total, d-6, d).hi), limit: 1, atLeast: true,
			unknown: !known, pick: isHI,
		})
	}
}

// highMinutes are a planned session's minutes at high intensity, all of them where its effort alone makes it hard.
func (i *item) highMinutes() float64 {
	if high := i.session.Load.Demand.HighSeconds; high > 0 {
		return float64(high) / 60
	}
	return float64(i.seconds) / 60
}

// taperSessions measures TAP-3: the sessions of every seven days of the taper.
func (f *frame) taperSessions(out sink, r *race) {
	first, last := r.day-taperDays, r.day-1
	usual := float64(sum(&f.total, first-7*usualWeeks, first-1).sessions) / usualWeeks
	known := f.usualKnown(first - 1)
	for d := max(1, first+6); d <= min(last, f.in.Days); d++ {
		out.take(row{
			rule: tap3, severity: Soft, from: d - 6, to: d, event: r.event, measured: float64(sum(&f.total, d-6, d).sessions),
			limit: keepSessions * usual, atLeast: true, unknown: !known, pick: loads,
		})
	}
}

// taperMessage says what a row of TAP-1 to TAP-7 found.
func (f *frame) taperMessage(r *row, span string) string {
	before := span + ", before " + r.event.Name + ","
	switch r.rule {
	case tap1, tap6:
		switch {
		case r.a != nil:
			session := "The hard session on " + f.when(r.a) + ", before " + r.event.Name + ","
			return f.ahead(session, r.measured, r.limit)
		case r.atLeast:
			return f.say(before, " endurance time is %0 %% of what is usual; at least %0 %% keeps what was built.", 100*r.measured, 100*r.limit)
		}
		return f.say(before, " endurance time is %0 %% of what is usual; at most %0 %% lets the body recover.", 100*r.measured, 100*r.limit)
	case tap2:
		return f.taperIntensityMessage(r, before)
	case tap3:
		return f.say(before, " %0 %{session is|sessions are} planned or done; at least %1 keep the habit.", r.measured, r.limit)
	case tap4:
		lift := "Heavy leg work on " + f.when(r.a) + ", before " + r.event.Name + ","
		return f.ahead(lift, r.measured, r.limit)
	case tap5:
		if r.atLeast {
			return f.say("On the day of "+r.event.Name, " form starts at %+; at least %+ is wanted.", r.measured, r.limit)
		}
		return f.say("On the day of "+r.event.Name, " form starts at %+; at most %+ is wanted.", r.measured, r.limit)
	}
	after := "The hard session on " + f.when(r.a) + ", after " + r.event.Name + ","
	if r.measured < 0 {
		return f.say(after, " is on the same day; %0 %{day|days} without hard work are needed.", r.limit)
	}
	return f.say(after, " follows %0 full %{day|days} later; at least %0 without hard work are needed.", r.measured, r.limit)
}

// ahead says how long before an event a session ends, which may be after it has begun.
func (f *frame) ahead(session string, hours, limit float64) string {
	if hours < 0 {
		return f.say(session, " ends %1 h after it has begun; at least %0 h before it are needed.", -hours, limit)
	}
	return f.say(session, " ends %1 h ahead of it; at least %0 h are needed.", hours, limit)
}

func (f *frame) taperIntensityMessage(r *row, before string) string {
	switch {
	case r.a == nil:
		return f.say(before, " %0 hard %{session is|sessions are} planned or done; at least %0 keeps the edge.", r.measured, r.limit)
	case r.atLeast:
		form := " has %1 min at high intensity; at least %1 min, half of what is usual, keep the edge."
		return f.say("The hard session on "+f.when(r.a), form, r.measured, r.limit)
	}
	session := "The session on " + f.when(r.a) + ", in the last 48 hours before " + r.event.Name + ","
	return f.say(session, " has %1 min at high intensity; an opener has at most %0.", r.measured, r.limit)
}
