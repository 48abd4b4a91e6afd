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
	f.eachPlanned(func(i *item) {
		f.inside(out, i)
		if previous != nil {
			overlap := max(0, previous.end-i.start)
			f.bound(out, row{rule: "AVL-4", severity: Hard, from: previous.day, to: i.day, measured: float64(overlap), a: previous, b: i})
		}
		if previous == nil || i.end > previous.end {
			previous = i
		}
	})
}

func (f *frame) dayAvailability(out sink, day int) {
	minutes, sessions := 0.0, float64(f.daily[index(day)].loads)
	any := false
	for n := f.firsts[day]; n < len(f.items) && f.items[n].day <= day+1; n++ {
		if i := &f.items[n]; i.plan && f.windowDay(i) == day {
			any = true
			minutes += float64(i.seconds) / 60
		}
	}
	if !any || f.fine(minutes, f.hours[day].minutes) && f.fine(sessions, 1) {
		return
	}
	f.bound(out, row{rule: "AVL-1", severity: Hard, from: day, to: day, measured: minutes, limit: f.hours[day].minutes, pick: everything})
	f.bound(out, row{rule: "AVL-3", severity: Hard, from: day, to: day, measured: sessions, limit: f.limits.sessionsADay, pick: loads})
}

// windowDay is the day whose hours a session takes: the one before where a window of that day reaches past midnight to it.
func (f *frame) windowDay(i *item) int {
	for _, w := range f.hours[i.day-1].windows {
		if w.overnight && i.start >= w.from && i.end <= w.to {
			return i.day - 1
		}
	}
	return i.day
}

func everything(*item) bool { return true }
func loads(i *item) bool    { return i.load }

// inside measures by how many minutes a session lies outside the windows of its day (AVL-1), and whether its window takes its sport
// (AVL-2). A window of the day before may reach past midnight.
func (f *frame) inside(out sink, i *item) {
	if !f.hours[i.day].limited {
		return
	}
	const none = int64(1 << 40)
	outside, allowed := none, false
	for back := range 2 {
		for _, w := range f.hours[i.day-back].windows {
			short := max(0, w.from-i.start) + max(0, i.end-w.to)
			fits := len(w.sports) == 0 || slices.Contains(w.sports, i.sport)
			if short < outside || short == outside && fits {
				outside, allowed = short, fits
			}
		}
	}
	if outside == none {
		outside = i.end - i.start
	}
	f.bound(out, row{rule: "AVL-1", severity: Hard, from: i.day, to: i.day, measured: float64(outside), a: i})
	measured := 0.0
	if !allowed && outside == 0 {
		measured = 1
	}
	f.bound(out, row{rule: "AVL-2", severity: Hard, from: i.day, to: i.day, measured: measured, a: i})
}

// Fits tells whether a session of that sport and length may stand at a start of a day as far as hours go (AVL-1, AVL-2).
func Fits(p training.Profile, date training.Date, start training.LocalTime, sport training.Sport, seconds int) bool {
	if _, limited := p.Windows(date); !limited {
		return true
	}
	for back := range 2 {
		windows, _ := p.Windows(date.AddDays(-back))
		from, to := int(start)+back*24*60, int(start)+back*24*60+(seconds+59)/60
		for _, w := range windows {
			if from >= int(w.From) && to <= int(w.From)+w.Seconds()/60 && (len(w.Sports) == 0 || slices.Contains(w.Sports, sport)) {
				return true
			}
		}
	}
	return false
}

func (f *frame) hoursMessage(r *row, span string) string {
	switch r.rule {
	case "AVL-1":
		switch {
		case r.a == nil:
			return say(span, " %0 min are planned and %0 min are available.", r.measured, r.limit)
		case r.measured == 0:
			return "The session on " + f.when(r.a) + " lies inside the day's windows."
		}
		return say("The session on "+f.when(r.a), " lies %0 min outside the day's windows.", r.measured)
	case "AVL-2":
		if r.measured > 0 {
			return "The window on " + f.when(r.a) + " is not for " + sportName(r.a.sport) + "."
		}
		return "The window on " + f.when(r.a) + " takes " + sportName(r.a.sport) + "."
	case "AVL-3":
		return say(span, " there [is|are] %0 {session|sessions}; at most %0 {is|are} allowed.", r.measured, r.limit)
	}
	if r.measured == 0 {
		return "The sessions on " + f.when(r.a) + " and " + f.when(r.b) + " do not overlap."
	}
	return say("The sessions on "+f.when(r.a)+" and "+f.when(r.b), " overlap by %0 min.", r.measured)
}
