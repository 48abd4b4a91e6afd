package frame

import (
	"fortnight/season"
	"fortnight/training"
)

// What the days around an event go by.
const (
	raceDays   = 21 // before an event that a rule speaks of (coaching 6.2)
	UsualWeeks = 4  // before a taper, for what is usual
	eventSlot  = training.MorningSlot
	raceReach  = HistoryDays - 1 // days after an event in which its load, or its recovery, is felt
	tssADay    = 100

	MarathonMeters = 42_000 // from which a run is as long as a marathon
)

// Race is an event that the planned days may feel.
type Race struct {
	Event  *training.Event
	Window *season.Window
	Day    int
	done   training.StandIn // what stands for it whatever is planned
	stand  training.StandIn // and with the plan
	Start  int64            // in minutes since 1970, 07:00 unless a session stands for it
	Easy   int              // days without moderate and hard work after it
	Load   float64          // what it brings with the plan, in TSS
	given  float64          // and without it

	open [raceDays]float64 // of the days before it, how many seconds of endurance may be added, the event's eve last
}

// Volume is what a day holds: seconds of endurance, sessions, high-intensity sessions and their seconds at high intensity.
type Volume struct{ Seconds, Sessions, HI, High int32 }

func (v *Volume) add(seconds, high int, counts, hi bool) {
	v.Seconds += int32(seconds)
	if counts {
		v.Sessions++
	}
	if hi {
		v.HI++
		v.High += int32(high)
	}
}

// shortWalk is under how many seconds a walk is no session of a week (coaching 0).
const shortWalk = 30 * 60

// IsSession tells whether something of a sport, as long as it is, is one of a week's sessions (coaching 0, n): not mobility, nor a short walk.
func IsSession(sport training.Sport, seconds int) bool {
	return sport != training.Mobility && !(sport == training.Walk && seconds < shortWalk)
}

// Runs tells whether the event asks for running.
func (r *Race) Runs() bool {
	return r.Window.Runs
}

// IsRun tells whether a planned session stands for the event, or is a part of what does.
func (r *Race) IsRun(i *Item) bool {
	return i.Planned && i.Day == r.Day && r.Event.Takes(i.Sport) && r.stand.Stands()
}

// easyDays are the days of easy work after the event; after a C event one for each full 100 TSS (coaching 6.3, 12).
func (r *Race) easyDays() int {
	if r.Window.Event.Priority == training.EventC {
		return int(r.Load / tssADay)
	}
	return r.Window.Easy
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
