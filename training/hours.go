package training

import (
	"slices"
	"time"
)

// Span is a stretch of time, from an instant until before another, in which the athlete can train. Sports empty means any.
type Span struct {
	From, To time.Time
	Sports   []Sport
}

// Seconds is how long it lasts.
func (s Span) Seconds() int { return int(s.To.Unix() - s.From.Unix()) }

// Takes tells whether a sport may be done in it.
func (s Span) Takes(sport Sport) bool { return len(s.Sports) == 0 || slices.Contains(s.Sports, sport) }

// Holds tells whether so many seconds from an instant lie within it, to the minute.
func (s Span) Holds(start time.Time, seconds int) bool {
	end := start.Add(time.Duration((seconds+59)/60) * time.Minute)
	return !start.Before(s.From) && !end.After(s.To)
}

// On is what the window is on a day in a location: from the first instant at which the clock shows its From or later to the first at
// which it shows its To or later, on the next day where it crosses midnight. So an edge that a clock change skips lies at the end of the
// gap, and a window that lies in it whole is empty; of a time that is shown twice the first counts, and windows that touch never overlap.
// Berlin, 01:30 to 04:00: 9,000 s, but 5,400 s on 2027-03-28 and 12,600 s on 2027-10-31.
func (w TimeWindow) On(day Date, in *time.Location) Span {
	last := day
	if w.crossesMidnight() {
		last++
	}
	return Span{From: day.At(w.From, in), To: last.At(w.To, in), Sports: w.Sports}
}

func (w TimeWindow) crossesMidnight() bool { return w.To < w.From }

// Windows are the times of a day in which the athlete can train, and whether the day is limited at all: where neither the date nor any
// weekday says anything, any time of the day will do.
func (p Profile) Windows(day Date) (windows []TimeWindow, limited bool) {
	for _, a := range p.DateAvailability {
		if a.Date == day {
			return a.Windows, true
		}
	}
	weekday := day.Weekday()
	for _, a := range p.Availability {
		if a.Weekday == weekday {
			windows = append(windows, TimeWindow{From: a.From, To: a.To, Sports: a.Sports})
		}
	}
	return windows, len(p.Availability) > 0
}

// Hours are the windows of a day that begins in the athlete's zone as they are by real time, without empty ones, in the order of their
// beginnings; where the day is not limited, the whole of it. All that reckons with hours goes by them. One that crosses midnight counts in
// full on the day it begins.
func (p Profile) Hours(day Date) (spans []Span, limited bool) {
	zone := p.Location()
	windows, limited := p.Windows(day)
	if !limited {
		return []Span{{From: day.At(0, zone), To: (day + 1).At(0, zone)}}, false
	}
	for _, w := range windows {
		if span := w.On(day, zone); span.Seconds() > 0 {
			spans = append(spans, span)
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return a.From.Compare(b.From) })
	return spans, true
}

// AvailableSeconds is how long a day's hours are together: where it is not limited all of it, 82,800 to 90,000 s where clocks change.
func (p Profile) AvailableSeconds(day Date) int {
	spans, _ := p.Hours(day)
	total := 0
	for _, s := range spans {
		total += s.Seconds()
	}
	return total
}
