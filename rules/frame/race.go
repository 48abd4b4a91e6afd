package frame

import (
	"math"

	"fortnight/training"
)

// What a taper goes by (science TAP-1).
const (
	TaperDays  = 14 // before an A event
	UsualWeeks = 4  // before those, for what is usual
	eventSlot  = training.MorningSlot
)

// Distances from which a race asks for more days of recovery, and those days (science TAP-7).
const (
	MarathonMeters, marathonQuiet = 42_000, 7
	ironmanMeters, ironmanQuiet   = 220_000, 14
	quietReach                    = 21 // days after an event that the longest recovery reaches: 2,000 TSS, masters
)

// Race is an event that the planned days may feel.
type Race struct {
	Event *training.Event
	Day   int
	done  training.StandIn // what stands for it whatever is planned
	stand training.StandIn // and with the plan
	Start int64            // in minutes since 1970, 07:00 unless a session stands for it
	Quiet int              // days without hard work after it

	Open [TaperDays]float64 // of the days before it, how many seconds of endurance may be added, the event's eve last
}

// Volume is what a day holds: seconds of endurance, sessions, high-intensity sessions and their seconds at high intensity.
type Volume struct{ Seconds, Sessions, HI, High int32 }

func (v *Volume) add(seconds, high int, load, hi bool) {
	v.Seconds += int32(seconds)
	if load {
		v.Sessions++
	}
	if hi {
		v.HI++
		v.High += int32(high)
	}
}

// IsRun tells whether a planned session stands for the event, or is a part of what does.
func (r *Race) IsRun(i *Item) bool {
	return i.Planned && i.Day == r.Day && r.Event.Takes(i.Sport) && r.stand.Stands()
}

// quietDays are the days without hard work after an event that brought a load.
func (r *Race) quietDays(tss float64, masters bool) int {
	days := max(1, int(math.Ceil(tss/100)))
	if masters {
		days++
	}
	if meters := r.Event.DistanceMeters; meters != nil {
		switch {
		case r.Event.Sport == training.Run && *meters >= MarathonMeters:
			days = max(days, marathonQuiet)
		case r.Event.Sport == training.Other && *meters >= ironmanMeters:
			days = max(days, ironmanQuiet)
		}
	}
	return days
}

// enduranceDone is how long a bout's endurance work was: what the plan asked for, but no more than was done.
func enduranceDone(b *training.Bout) int {
	if b.Sport.Endurance() {
		return b.DurationSeconds
	}
	return min(b.Demand.EnduranceSeconds, b.DurationSeconds)
}

// Volumes are those of all days.
type Volumes [SpanDays]Volume

// Between adds up the volumes of days.
func (days *Volumes) Between(from, to int) (v Volume) {
	for d := from; d <= to; d++ {
		day := &days[Index(d)]
		v.Seconds += day.Seconds
		v.Sessions += day.Sessions
		v.HI += day.HI
		v.High += day.High
	}
	return v
}
