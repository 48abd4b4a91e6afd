package training

import (
	"fmt"
	"slices"
)

// validateWindows checks the windows of the week and of single dates, each by itself and against the others: no minute lies in two. One
// that crosses midnight is held against the day it reaches into, the week's last day against its first, and a date against the weekdays
// beside it as long as the day is not over. Windows that touch are fine.
func (p Profile) validateWindows(today Date, faults *InputError) {
	weekly := CheckCount(faults, "availability", len(p.Availability), 0, MaxWindows)
	if weekly {
		validateWeek(p.Availability, faults)
	}
	if CheckCount(faults, "dateAvailability", len(p.DateAvailability), 0, MaxDateAvailability) && validateDates(p.DateAvailability, faults) && weekly {
		p.validateNeighbours(today, faults)
	}
}

func validateWeek(windows []AvailabilityWindow, faults *InputError) {
	stretches := make([]stretch, len(windows))
	for i, w := range windows {
		window, at := TimeWindow{From: w.From, To: w.To, Sports: w.Sports}, fmt.Sprintf("availability[%d]", i)
		window.validate(at, faults)
		stretches[i] = window.stretch(slices.Index(weekdays, w.Weekday), w.Weekday)
		for _, other := range stretches[:i] {
			if stretches[i].overlapsWeekly(other) {
				faults.Add(at, overlap(stretches[i], other))
				break
			}
		}
	}
}

// validateDates checks single dates, each and against each other, and tells whether their lists are short enough to go on with.
func validateDates(dates []DateAvailability, faults *InputError) (bounded bool) {
	seen, bounded := map[Date]int{}, true
	for i, d := range dates {
		at := fmt.Sprintf("dateAvailability[%d]", i)
		if _, twice := seen[d.Date]; twice {
			faults.Add(at+".date", fmt.Sprintf("%s is named twice", d.Date))
		}
		if d.Note != nil {
			CheckText(faults, at+".note", *d.Note, 0, 500)
		}
		if !CheckCount(faults, at+".windows", len(d.Windows), 0, MaxWindowsOfDate) {
			bounded = false
			continue
		}
		seen[d.Date] = i
		d.validate(at, faults)
	}
	for i, d := range dates {
		if after, listed := seen[d.Date+1]; listed && seen[d.Date] == i {
			at := fmt.Sprintf("dateAvailability[%d].windows", max(i, after))
			refuseOverlap(faults, at, stretchesOf(d.Windows, d.Date), stretchesOf(dates[after].Windows, d.Date+1))
		}
	}
	return bounded
}

func (d DateAvailability) validate(path string, faults *InputError) {
	stretches := stretchesOf(d.Windows, d.Date)
	refused := false
	for j, w := range d.Windows {
		w.validate(fmt.Sprintf("%s.windows[%d]", path, j), faults)
		refused = refused || refuseOverlap(faults, path+".windows", stretches[j:j+1], stretches[:j])
	}
}

// validateNeighbours holds the windows of single dates against those that the weekdays before and after them have.
func (p Profile) validateNeighbours(today Date, faults *InputError) {
	listed := map[Date]bool{}
	for _, d := range p.DateAvailability {
		listed[d.Date] = true
	}
	for i, d := range p.DateAvailability {
		for _, day := range []Date{d.Date - 1, d.Date + 1} {
			if d.Date < today || listed[day] {
				continue
			}
			windows, _ := p.Windows(day)
			beside := make([]stretch, len(windows))
			for n, w := range windows {
				beside[n] = w.stretch(int(day), day.Weekday())
			}
			if refuseOverlap(faults, fmt.Sprintf("dateAvailability[%d].windows", i), stretchesOf(d.Windows, d.Date), beside) {
				break
			}
		}
	}
}

func (w TimeWindow) validate(path string, faults *InputError) {
	if w.From == w.To {
		faults.Add(path, fmt.Sprintf("starts and ends at %s: it has no length", w.From))
	}
	CheckCount(faults, path+".sports", len(w.Sports), 0, len(Sports))
}

// stretch is a window by the clock, in minutes of a count that goes on from day to day, with what it is called.
type stretch struct {
	from, to int
	day      any // a Date or Weekday
	window   TimeWindow
}

func (w TimeWindow) stretch(number int, day any) stretch {
	s := stretch{from: number*minutesADay + int(w.From), to: number*minutesADay + int(w.To), day: day, window: w}
	if w.crossesMidnight() {
		s.to += minutesADay
	}
	return s
}

const minutesADay = 24 * 60

func stretchesOf(windows []TimeWindow, day Date) []stretch {
	list := make([]stretch, len(windows))
	for i, w := range windows {
		list[i] = w.stretch(int(day), day)
	}
	return list
}

func (s stretch) String() string {
	return fmt.Sprintf("%s %s to %s", s.day, s.window.From, s.window.To)
}

func (s stretch) overlaps(other stretch) bool {
	return s.from < other.to && other.from < s.to && s.from < s.to && other.from < other.to
}

// overlapsWeekly tells whether windows of weekdays overlap in any week: the last day's go on into the first.
func (s stretch) overlapsWeekly(other stretch) bool {
	for _, weeks := range []int{-1, 0, 1} {
		later := other
		later.from, later.to = other.from+weeks*7*minutesADay, other.to+weeks*7*minutesADay
		if s.overlaps(later) {
			return true
		}
	}
	return false
}

// refuseOverlap notes a fault for the first window of one list that overlaps one of another, and tells whether there is one.
func refuseOverlap(faults *InputError, path string, list, others []stretch) bool {
	for _, s := range list {
		for _, other := range others {
			if s.overlaps(other) {
				faults.Add(path, overlap(s, other))
				return true
			}
		}
	}
	return false
}

func overlap(a, b stretch) string { return fmt.Sprintf("overlaps another window: %s and %s", a, b) }
