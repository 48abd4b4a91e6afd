package training

import (
	"time"
)

// furthest is more than any zone's clock has been from UTC since 1900, in seconds.
const furthest = 16 * 3600

// At is the instant of a wall-clock time on this day in a location: the first at which the clock there shows that time or a later one.
// So of a time that a clock change repeats the first is meant, and one that it skips is the end of the gap (see [Date.Has]). A time
// below 00:00 or above 23:59 is one of a day before or after.
func (d Date) At(t LocalTime, in *time.Location) time.Time {
	at, _ := d.find(t, in)
	return at
}

// Has tells whether the clock of a location ever shows a time on this day: clock changes skip some, in 2011 in Apia a whole day.
func (d Date) Has(t LocalTime, in *time.Location) bool {
	_, exists := d.find(t, in)
	return exists
}

// find goes through the offsets of a location from one at which no clock shows the time yet. time.Date does not do: which side of a gap
// and which of two hours it takes depends on the zone's side of UTC.
func (d Date) find(t LocalTime, in *time.Location) (at time.Time, exists bool) {
	shown := int64(d)*86400 + int64(t)*60
	at = time.Unix(shown-furthest, 0).In(in)
	for {
		_, offset := at.Zone()
		_, end := at.ZoneBounds()
		instant := shown - int64(offset)
		switch {
		case instant < at.Unix():
			return at, false // the clock went past it
		case end.IsZero() || instant < end.Unix():
			return time.Unix(instant, 0).In(in), true
		}
		at = end
	}
}

// ClockAt is the day and time by which an instant is named in a location, to the minute: the first from then on whose At it is, so that
// what begins there never begins earlier. In an hour that is shown a second time no instant has a name of its own.
func ClockAt(instant time.Time, in *time.Location) (Date, LocalTime) {
	instant = instant.In(in)
	if past := instant.Sub(instant.Truncate(time.Second)) + time.Duration(instant.Second())*time.Second; past > 0 {
		instant = instant.Add(time.Minute - past)
	}
	for {
		date, t := DateOf(instant), LocalTime(instant.Hour()*60+instant.Minute())
		if date.At(t, in).Equal(instant) {
			return date, t
		}
		instant = instant.Add(time.Minute)
	}
}
