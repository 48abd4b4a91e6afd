package rules

import (
	"slices"

	"fortnight/training"
)

// availability measures AVL-1 to AVL-4 for what is planned.
func (f *frame) availability(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		f.dayAvailability(out, day)
	}
	var previous *item
	for n := f.firsts[1]; n < len(f.items); n++ {
		i := &f.items[n]
		if !i.plan {
			continue
		}
		f.inside(out, i)
		if previous != nil {
			overlap := max(0, previous.end-i.start)
			f.bound(out, &row{rule: avl4, severity: Hard, from: previous.day, to: i.day, measured: float64(overlap), a: previous, b: i})
		}
		if previous == nil || i.end > previous.end {
			previous = i
		}
	}
}

func (f *frame) dayAvailability(out sink, day int) {
	minutes, sessions := 0.0, float64(f.daily[index(day)].loads)
	any := false
	for n := f.firsts[day]; n < len(f.items) && f.items[n].day <= day+1; n++ {
		if i := &f.items[n]; i.plan && i.hoursDay == day {
			any = true
			minutes += float64(i.seconds) / 60
		}
	}
	if !any || f.fine(minutes, f.hours[day].minutes) && f.fine(sessions, 1) {
		return
	}
	f.bound(out, &row{rule: avl1, severity: Hard, from: day, to: day, measured: minutes, limit: f.hours[day].minutes, pick: everything})
	f.bound(out, &row{rule: avl3, severity: Hard, from: day, to: day, measured: sessions, limit: f.limits.sessionsADay, pick: loads})
}

func everything(*item) bool { return true }
func loads(i *item) bool    { return i.load }

// fit works out how a session lies in the windows of its day and of the day before, which may reach past midnight.
func (f *frame) fit(i *item) {
	i.hoursDay, i.outside, i.barred = i.day, i.end-i.start, false
	if i.day < 1 || i.day > f.in.Days {
		return
	}
	for back := range 2 {
		for _, w := range f.hours[i.day-back].windows {
			short := max(0, w.from-i.start) + max(0, i.end-w.to)
			barred := len(w.sports) > 0 && !slices.Contains(w.sports, i.sport)
			if short < i.outside || short == i.outside && i.barred {
				i.outside, i.barred = short, barred
			}
			if back > 0 && w.overnight && short == 0 {
				i.hoursDay = i.day - 1
			}
		}
	}
}

// inside measures by how many minutes a session lies outside the windows of its day (AVL-1), and whether its window takes its sport
// (AVL-2).
func (f *frame) inside(out sink, i *item) {
	if !f.hours[i.day].limited || f.fine(float64(i.outside), 0) && !i.barred {
		return
	}
	f.bound(out, &row{rule: avl1, severity: Hard, from: i.day, to: i.day, measured: float64(i.outside), a: i})
	f.bound(out, &row{rule: avl2, severity: Hard, from: i.day, to: i.day, measured: float64(one(i.barred && i.outside == 0)), a: i})
}

// Fits tells whether a session of that sport and length may stand at a start of a day as far as hours go (AVL-1, AVL-2): whether the
// clock shows that start, and a window of the day, or of the day before, holds it.
func Fits(p training.Profile, date training.Date, start training.LocalTime, sport training.Sport, seconds int) bool {
	zone := p.Location()
	if !date.Has(start, zone) {
		return false
	}
	spans, limited := p.Hours(date)
	if !limited {
		return true
	}
	if before, limited := p.Hours(date.AddDays(-1)); limited {
		spans = append(spans, before...)
	}
	at := date.At(start, zone)
	return slices.ContainsFunc(spans, func(s training.Span) bool { return s.Takes(sport) && s.Holds(at, seconds) })
}

func (f *frame) hoursMessage(r *row, span string) string {
	switch r.rule {
	case avl1:
		switch {
		case r.a == nil:
			return f.say(span, " %0 min are planned and %0 min are available.", r.measured, r.limit)
		case r.measured == 0:
			return "The session on " + f.when(r.a) + " lies inside the day's windows."
		}
		return f.say("The session on "+f.when(r.a), " lies %0 min outside the day's windows.", r.measured)
	case avl2:
		if r.measured > 0 {
			return "The window on " + f.when(r.a) + " is not for " + r.a.sport.Name() + "."
		}
		return "The window on " + f.when(r.a) + " takes " + r.a.sport.Name() + "."
	case avl3:
		return f.say(span, " there %[is|are] %0 %{session|sessions}; at most %0 %{is|are} allowed.", r.measured, r.limit)
	}
	if r.measured == 0 {
		return "The sessions on " + f.when(r.a) + " and " + f.when(r.b) + " do not overlap."
	}
	return f.say("The sessions on "+f.when(r.a)+" and "+f.when(r.b), " overlap by %0 min.", r.measured)
}
