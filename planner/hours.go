package planner

import (
	"time"

	"fortnight/training"
)

// When a session may begin today that is new or moved: not before there was time to read the plan and to get ready, at full five minutes,
// and where hours are not limited not so late that it ends after 22:00.
const (
	leadTime                     = 30 * time.Minute
	startStep                    = 5 * time.Minute
	latestEnd training.LocalTime = 22 * 60
)

// Earliest is the first instant at which the planner puts a session: half an hour after the snapshot was read, rounded up to five minutes
// (13:16 → 13:50). What stands earlier today stays there unless it is moved. A snapshot without an instant has no bound.
func (s Snapshot) Earliest() time.Time {
	if s.Now.IsZero() {
		return time.Time{}
	}
	return s.Now.Add(leadTime + startStep - 1).Truncate(startStep)
}

// left are the hours of a day as far as they are to come, and whether they are limited. Those of days that are over are whole: what is
// put there by hand was done or missed.
func (s Snapshot) left(date training.Date) (spans []training.Span, limited bool) {
	earliest := s.Earliest()
	all, limited := s.Athlete.Profile.Hours(date)
	for _, span := range all {
		if date >= s.Today && span.From.Before(earliest) {
			span.From = earliest
		}
		if span.Seconds() > 0 {
			spans = append(spans, span)
		}
	}
	return spans, limited
}

// usual is when a session stands on a day whose hours are not limited: the first from 07:00, at weekends from 08:00, a second from 18:00;
// today also later than that.
func (s Snapshot) usual(date training.Date, second bool) training.Span {
	start := firstStart
	if weekday := date.Weekday(); weekday == training.Saturday || weekday == training.Sunday {
		start = weekendStart
	}
	if second {
		start = secondStart
	}
	zone := s.Athlete.Profile.Location()
	span := training.Span{From: date.At(start, zone), To: date.At(start+usualMinutes, zone)}
	if earliest := s.Earliest(); date >= s.Today && span.From.Before(earliest) {
		span = training.Span{From: earliest, To: date.At(max(latestEnd, start+usualMinutes), zone)}
	}
	return span
}

// Starts where the hours of a day are not limited, and for how long after them a session may stand.
const (
	firstStart   training.LocalTime = 7 * 60
	weekendStart training.LocalTime = 8 * 60
	secondStart  training.LocalTime = 18 * 60
	usualMinutes training.LocalTime = 5*60 + 59
)

// unlimitedMinutes is what a day has for its longest session where hours are not limited.
const unlimitedMinutes = 180

// room is the longest of a day's hours that are to come in minutes, and how many sessions of some length they have room for.
func (s Snapshot) room(date training.Date) (longest, sessions int) {
	spans, limited := s.left(date)
	if !limited {
		for _, second := range []bool{false, true} {
			minutes := max(0, s.usual(date, second).Seconds()/60)
			longest = max(longest, min(minutes, unlimitedMinutes))
			if minutes >= liftMinutes {
				sessions++
			}
		}
		return longest, sessions
	}
	for _, span := range spans {
		minutes := span.Seconds() / 60
		longest = max(longest, minutes)
		if minutes >= liftMinutes {
			sessions++
		}
		if minutes >= 8*60 {
			sessions++
		}
	}
	return longest, sessions
}

// opensOn is when what is to come of a day's hours begins.
func (s Snapshot) opensOn(date training.Date) training.LocalTime {
	from := s.usual(date, false).From
	if spans, limited := s.left(date); limited && len(spans) > 0 {
		from = spans[0].From
	}
	_, start := training.ClockAt(from, s.Athlete.Profile.Location())
	return start
}

// secondsLeft is how long the hours of a day that are to come are together.
func (s Snapshot) secondsLeft(date training.Date) int {
	spans, _ := s.left(date)
	total := 0
	for _, span := range spans {
		total += span.Seconds()
	}
	return total
}

// ahead tells whether a session begins no earlier than one that is put today may.
func (s Snapshot) ahead(session *training.Session) bool {
	return !session.StartsAt(s.Athlete.Profile.Location()).Before(s.Earliest())
}
