// Package hours says when on a day an athlete can train: what is to come of the hours, how much room they have, and when a session begins in
// them. It knows an athlete's profile and what time it is; what the time is, the caller says.
package hours

import (
	"slices"
	"time"

	"fortnight/training"
)

// Hours are an athlete's, looked at on a day and at an instant of it. Now is zero where nobody asks what of today is over.
type Hours struct {
	Profile *training.Profile
	Today   training.Date // the athlete's, at Now
	Now     time.Time
	Shut    []Shut // times in which nothing begins or goes on, beside those that the profile does not open
	Longest int    // minutes of the longest session that was done lately, 0 for none
}

// Shut is a time of a day in which there is none to train, from From to To, to midnight where To is 00:00.
type Shut struct {
	Date     training.Date
	From, To training.LocalTime
}

// shutBy are the spans of a day without what is shut.
func (h Hours) shutBy(date training.Date, spans []training.Span) []training.Span {
	zone := h.Profile.Location()
	for _, s := range h.Shut {
		if s.Date != date {
			continue
		}
		from, to := date.At(s.From, zone), date.At(s.To, zone)
		if s.To == 0 {
			to = (date + 1).At(0, zone)
		}
		var left []training.Span
		for _, span := range spans {
			if before := (training.Span{From: span.From, To: earlier(span.To, from), Sports: span.Sports}); before.Seconds() > 0 {
				left = append(left, before)
			}
			if after := (training.Span{From: later(span.From, to), To: span.To, Sports: span.Sports}); after.Seconds() > 0 {
				left = append(left, after)
			}
		}
		spans = left
	}
	return spans
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// isShut tells whether some of a day is.
func (h Hours) isShut(date training.Date) bool {
	return slices.ContainsFunc(h.Shut, func(s Shut) bool { return s.Date == date })
}

// wholeFrom is when a day begins of which nobody has said when there is time, where some of it is shut or a time of it is asked for.
const wholeFrom training.LocalTime = 5 * 60

func (h Hours) wholeDay(date training.Date) training.Span {
	zone := h.Profile.Location()
	return training.Span{From: date.At(wholeFrom, zone), To: date.At(latestEnd, zone)}
}

// When a session may begin today that is new or moved: not before there was time to read the plan and to get ready, at full five minutes,
// and where hours are not limited not so late that it ends after 22:00.
const (
	leadTime                     = 30 * time.Minute
	startStep                    = 5 * time.Minute
	latestEnd training.LocalTime = 22 * 60
)

// Earliest is the first instant at which the planner puts a session: half an hour after Now, rounded up to five minutes
// (13:16 → 13:50). What stands earlier today stays there unless it is moved. Hours without an instant have no bound.
func (h Hours) Earliest() time.Time {
	if h.Now.IsZero() {
		return time.Time{}
	}
	return h.Now.Add(leadTime + startStep - 1).Truncate(startStep)
}

// Left are the hours of a day as far as they are to come, and whether they are limited. Those of days that are over are whole: what is
// put there by hand was done or missed.
func (h Hours) Left(date training.Date) (spans []training.Span, limited bool) {
	earliest := h.Earliest()
	all, limited := h.Profile.Hours(date)
	if !limited && h.isShut(date) {
		all, limited = []training.Span{h.wholeDay(date)}, true
	}
	for _, span := range h.shutBy(date, all) {
		if date >= h.Today && span.From.Before(earliest) {
			span.From = earliest
		}
		if span.Seconds() > 0 {
			spans = append(spans, span)
		}
	}
	return spans, limited
}

// Usual is when a session stands on a day whose hours are not limited: the first from 07:00, at weekends from 08:00, a second from 18:00;
// today also later than that.
func (h Hours) Usual(date training.Date, second bool) training.Span {
	start := firstStart
	if weekday := date.Weekday(); weekday == training.Saturday || weekday == training.Sunday {
		start = weekendStart
	}
	if second {
		start = secondStart
	}
	zone := h.Profile.Location()
	span := training.Span{From: date.At(start, zone), To: date.At(start+usualMinutes, zone)}
	if earliest := h.Earliest(); date >= h.Today && span.From.Before(earliest) {
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

// Least is what a window must have at least, in minutes, to count as room for a session.
const Least = 25

// Double is from which length in minutes a window has room for two sessions, one at its beginning and one at its end.
const Double = 120

// Where hours are not limited a day has for its longest session what most people find, or what was found lately and a quarter more: who rides for
// four hours has them.
const (
	unlimitedMinutes = 180
	beyondLongest    = 1.25
)

// Room is the longest of a day's hours that are to come in minutes, and how many sessions of some length they have room for.
func (h Hours) Room(date training.Date) (longest, sessions int) {
	spans, limited := h.Left(date)
	if !limited {
		for _, second := range []bool{false, true} {
			minutes := max(0, h.Usual(date, second).Seconds()/60)
			longest = max(longest, min(minutes, max(unlimitedMinutes, int(beyondLongest*float64(h.Longest)))))
			if minutes >= Least {
				sessions++
			}
		}
		return longest, sessions
	}
	for _, span := range spans {
		minutes := span.Seconds() / 60
		longest = max(longest, minutes)
		if minutes >= Least {
			sessions++
		}
		if minutes >= Double {
			sessions++
		}
	}
	return longest, sessions
}

// Over tells whether a day had room for a session and has none any more, since it is too late.
func (h Hours) Over(date training.Date) bool {
	whole := h
	whole.Now = time.Time{}
	had, _ := whole.Room(date)
	left, _ := h.Room(date)
	return had >= Least && left < Least
}

// OpensOn is when what is to come of a day's hours begins.
func (h Hours) OpensOn(date training.Date) training.LocalTime {
	from := h.Usual(date, false).From
	if spans, limited := h.Left(date); limited && len(spans) > 0 {
		from = spans[0].From
	}
	_, start := training.ClockAt(from, h.Profile.Location())
	return start
}

// SecondsLeft is how long the hours of a day that are to come are together.
func (h Hours) SecondsLeft(date training.Date) int {
	spans, _ := h.Left(date)
	total := 0
	for _, span := range spans {
		total += span.Seconds()
	}
	return total
}

// Ahead tells whether a session begins no earlier than one that is put today may.
func (h Hours) Ahead(session *training.Session) bool {
	return !session.StartsAt(h.Profile.Location()).Before(h.Earliest())
}
