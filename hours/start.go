package hours

import (
	"slices"
	"time"

	"fortnight/training"
)

// StartOn is when a workout begins on a day where nobody says: at the beginning of the first window that has room for it beside what
// stands there, today of what is left of it; else at 07:00, or at 18:00 where the day has a session already (science §0), today as soon as
// there is time where that is over. It is a time that the clock shows on the day, if the clock shows any.
//
// Sessions are those of the calendar, of any day.
func (h Hours) StartOn(date training.Date, w training.Workout, sessions []training.Session) training.LocalTime {
	var standing []training.Session
	for _, session := range sessions {
		if session.Date == date && session.Status != training.Skipped {
			standing = append(standing, session)
		}
	}
	if start, fits := h.Start(date, &w, false, standing); fits {
		return start
	}
	slot := training.MorningSlot
	if len(standing) > 0 {
		slot = training.EveningSlot
	}
	return h.comingOn(date, slot)
}

// comingOn is a time of a day or, where that is over today, or skipped by the clock, the next on the day that is not, if there is one.
func (h Hours) comingOn(date training.Date, slot training.LocalTime) training.LocalTime {
	zone := h.Profile.Location()
	at := date.At(slot, zone)
	if earliest := h.Earliest(); at.Before(earliest) {
		at = earliest
	}
	if on, start := training.ClockAt(at, zone); on == date {
		return start
	}
	return slot
}

// Start is when a workout begins on a day, and whether it fits there: the beginning of the first window that has room for it, for a second session of the last one;
// never where it would overlap what is kept, nor at a time that is over or that the clock does not show.
func (h Hours) Start(date training.Date, w *training.Workout, second bool, kept []training.Session) (training.LocalTime, bool) {
	return h.On(date).Start(w, second, kept)
}

// Day is the hours of a day, worked out once for many workouts.
type Day struct {
	hours         Hours
	date          training.Date
	first, second []training.Span // windows for a first session and for a second one, in the order in which they are tried
	limited       bool
}

// On are the hours of a day.
func (h Hours) On(date training.Date) *Day {
	d := &Day{hours: h, date: date}
	if d.first, d.limited = h.Left(date); d.limited {
		d.second = slices.Clone(d.first)
		slices.Reverse(d.second)
		return d
	}
	d.first, d.second = []training.Span{h.Usual(date, false)}, []training.Span{h.Usual(date, true)}
	return d
}

// Start is when a workout begins on the day, as [Hours.Start] has it.
func (d *Day) Start(w *training.Workout, second bool, kept []training.Session) (training.LocalTime, bool) {
	spans := d.first
	if second {
		spans = d.second
	}
	for _, span := range spans {
		if !span.Takes(w.Sport) {
			continue
		}
		if start, fits := d.hours.inside(d.date, span, w.DurationSeconds, second && d.limited, kept); fits {
			return start, true
		}
	}
	return 0, false
}

// StartFrom is Start within a time of the day: from From, to To.
func (h Hours) StartFrom(date training.Date, w *training.Workout, from, to training.LocalTime, kept []training.Session) (training.LocalTime, bool) {
	spans, limited := h.Left(date)
	if !limited {
		whole := h.wholeDay(date)
		whole.From = later(whole.From, h.Earliest())
		spans = []training.Span{whole}
	}
	zone := h.Profile.Location()
	first, last := date.At(from, zone), date.At(to, zone)
	if to == 0 {
		last = (date + 1).At(0, zone)
	}
	for _, span := range spans {
		span.From, span.To = later(span.From, first), earlier(span.To, last)
		if span.Seconds() <= 0 || !span.Takes(w.Sport) {
			continue
		}
		if start, fits := h.inside(date, span, w.DurationSeconds, false, kept); fits {
			return start, true
		}
	}
	return 0, false
}

// step is what the times of day are told in that nobody has chosen: 18:40, and not 18:41.
const step = 5 * time.Minute

// inside looks for room in a window: at its beginning, or after what is kept in it; in a long window at its end, where that is asked for.
func (h Hours) inside(date training.Date, span training.Span, seconds int, late bool, kept []training.Session) (training.LocalTime, bool) {
	zone := h.Profile.Location()
	length := time.Duration((seconds+59)/60) * time.Minute
	from := span.From
	if last := span.To.Add(-length).Truncate(step); late && span.Seconds() >= Double*60 && last.After(from) {
		from = last
	}
	for {
		on, start := training.ClockAt(from, zone)
		from = on.At(start, zone)
		if on != date || !span.Holds(from, seconds) {
			return 0, false
		}
		until, blocked := blocked(kept, from, from.Add(length), zone)
		if !blocked {
			return start, true
		}
		if from = until; span.Holds(roundUp(until), seconds) {
			from = roundUp(until)
		}
	}
}

// roundUp is the next time of day that is told in steps.
func roundUp(at time.Time) time.Time { return at.Add(step - 1).Truncate(step) }

// blocked tells whether something that is kept stands between two instants, and until when.
func blocked(kept []training.Session, from, to time.Time, zone *time.Location) (until time.Time, blocked bool) {
	for i := range kept {
		k := &kept[i]
		starts := k.StartsAt(zone)
		ends := starts.Add(time.Duration((k.Load.DurationSeconds+59)/60) * time.Minute)
		if starts.Before(to) && ends.After(from) {
			until, blocked = ends, true
		}
	}
	return until, blocked
}
