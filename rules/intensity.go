package rules

import "fortnight/training"

const (
	lowShare      = 0.75
	lowShareShort = 0.65 // under four hours of endurance a week
	shortWeek     = 4 * 3600
	hardDayFactor = 1.5
	hardDayTSS    = 60 // no day is hard by less
)

// intensity measures INT-1, INT-2, INT-3, INT-4 and INT-7.
func (f *frame) intensity(out sink) {
	f.spacing(out)
	f.hardDays(out)
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
		if day >= 1 && (byPlan || !hard) {
			out.take(row{rule: "INT-2", severity: Hard, from: max(day-run+1, -2), to: day, measured: float64(run), limit: f.limits.hardDays, pick: hardItem})
		}
	}
}

func hardItem(i *item) bool { return i.hi || i.heavy || i.tss >= hardDayTSS }

// hardDay tells whether a day is hard: by a high-intensity or heavy leg session, or by its load.
func (f *frame) hardDay(day int) (hard, byPlan bool) {
	at := index(day)
	if f.load[at]+f.events[at] >= max(hardDayFactor*f.ctl[index(day-1)], hardDayTSS) {
		hard, byPlan = true, f.load[at] > f.done[at]
	}
	for n := range f.items {
		if i := &f.items[n]; i.day == day && (i.hi || i.heavy) {
			hard, byPlan = true, byPlan || i.planned()
		}
	}
	return hard, byPlan
}

// hardWeek counts the hard sessions of seven days. What history has beyond a limit no plan can mend.
func (f *frame) hardWeek(out sink, day int) {
	var hi, sum, doneHI, doneSum float64
	for n := range f.items {
		i := &f.items[n]
		if i.day < day-6 || i.day > day {
			continue
		}
		points := 0.0
		switch {
		case i.hi:
			points = 1
		case i.mod:
			points = 0.5
		}
		if i.heavy {
			points += 0.5
		}
		sum += points
		if i.hi {
			hi++
		}
		if !i.planned() {
			doneSum += points
			if i.hi {
				doneHI++
			}
		}
	}
	unknown := f.known < 7-day
	take := func(severity Severity, measured, limit, given float64, pick func(*item) bool) {
		limit = max(limit, given)
		// Too many sessions of the known days are too many, whatever the unknown ones had.
		out.take(row{rule: "INT-3", severity: severity, from: day - 6, to: day, measured: measured, limit: limit, unknown: unknown && measured <= limit, pick: pick})
	}
	take(Hard, hi, f.limits.hiWeek, doneHI, isHI)
	if f.limits.masters && f.limits.masterHIWeek < f.limits.hiWeek {
		take(Soft, hi, f.limits.masterHIWeek, doneHI, isHI)
	}
	limit, own := f.limits.own("INT-3", Soft, f.limits.hardWeek, false)
	limit = max(limit, doneSum)
	out.take(row{rule: "INT-3", severity: Soft, from: day - 6, to: day, measured: sum, limit: limit, unknown: unknown && sum <= limit, pick: hardOrModerate, own: own})
}

func isHI(i *item) bool           { return i.hi }
func hardOrModerate(i *item) bool { return i.hi || i.mod || i.heavy }

// oneKey counts the key sessions of a day, or its high-intensity ones where those are more.
func (f *frame) oneKey(out sink, day int) {
	var key, hi float64
	planned := false
	for n := range f.items {
		if i := &f.items[n]; i.day == day {
			if i.key {
				key++
			}
			if i.hi {
				hi++
			}
			planned = planned || i.planned() && (i.key || i.hi)
		}
	}
	if planned {
		out.take(row{rule: "INT-7", severity: Hard, from: day, to: day, measured: max(key, hi), limit: 1, pick: func(i *item) bool { return i.key || i.hi }})
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

// enduresHard tells whether an item is a hard or long endurance session with the legs.
func (i *item) enduresHard() bool { return i.legs && i.sport != training.Strength && (i.hi || i.long) }
