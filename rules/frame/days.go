package frame

import "sort"

// sumFixed sums up what no plan can change.
func (f *Frame) sumFixed() {
	for n := range f.Items {
		i := &f.Items[n]
		f.Fixed[Index(i.Day)].count(i)
		f.DoneRun[Index(i.Day)].Consider(i.Meters, i.RunSeconds)
	}
	f.Daily = f.Fixed
	f.lastWeek = f.Span(&f.Fixed, -6, 0)
	for day := 1; day <= f.Input.Days; day++ {
		f.FixedWeeks[day] = f.Span(&f.Fixed, day-6, day)
	}
}

// resum sums up a day of the plan afresh, so that no rounding adds up over edits.
func (f *Frame) resum(day int) {
	at := Index(day)
	f.dirty = min(f.dirty, day)
	d := &f.Daily[at]
	*d, f.PlannedRun[at] = f.Fixed[at], LongestRun{}
	for n := f.firstOf(day); n < len(f.Items) && f.Items[n].Day == day; n++ {
		if i := &f.Items[n]; i.Planned {
			d.count(i)
			f.PlannedRun[at].Consider(i.Meters, i.RunSeconds)
		}
	}
}

// firstOf is the place of the first item of a day or of a later one.
func (f *Frame) firstOf(day int) int {
	return sort.Search(len(f.Items), func(n int) bool { return f.Items[n].Day >= day })
}

// Span sums up the days from first to last.
func (f *Frame) Span(daily *[SpanDays]Sums, first, last int) Sums {
	var total Sums
	for day := first; day <= last; day++ {
		total.add(&daily[Index(day)])
	}
	return total
}

// sumWeeks sums up the seven days that end on each planned day, from those of history on, where an edit has changed them.
func (f *Frame) sumWeeks() {
	week := f.lastWeek
	if f.dirty > 1 {
		week = f.Weeks[f.dirty-1]
	}
	for day := max(f.dirty, 1); day <= f.Input.Days; day++ {
		week.slide(&f.Daily[Index(day)], &f.Daily[Index(day-7)])
		f.Weeks[day] = week
	}
}

// findDays notes the place of the first item of each planned day. Up to the first that an edit has changed they stand.
func (f *Frame) findDays() {
	n := f.Firsts[f.dirty]
	for day := f.dirty; day < f.Input.Days+2; day++ {
		for n < len(f.Items) && f.Items[n].Day < day {
			n++
		}
		f.Firsts[day] = n
	}
}

// FirstOn is firstOf once the days are found.
func (f *Frame) FirstOn(day int) int {
	if day >= 0 {
		return f.Firsts[day]
	}
	return f.firstOf(day)
}

// ItemsOn are the items of a planned day.
func (f *Frame) ItemsOn(day int) []Item { return f.Items[f.Firsts[day]:f.Firsts[day+1]] }
