package rules

import (
	"math"

	"fortnight/training"
)

// race is an event that the planned days may feel.
type race struct {
	event *training.Event
	day   int
	done  training.StandIn // what stands for it whatever is planned
	stand training.StandIn // and with the plan
	start int64            // in minutes since 1970, 07:00 unless a session stands for it
	quiet int              // days without hard work after it

	open [taperDays]float64 // of the days before it, how many seconds of endurance may be added, the event's eve last
}

// volume is what a day holds: seconds of endurance, sessions, high-intensity sessions and their seconds at high intensity.
type volume struct{ seconds, sessions, hi, high int32 }

func (v *volume) add(seconds, high int, load, hi bool) {
	v.seconds += int32(seconds)
	if load {
		v.sessions++
	}
	if hi {
		v.hi++
		v.high += int32(high)
	}
}

// readRaces takes in the events whose taper or recovery the days touch, and what was done before the plan.
func (f *frame) readRaces(past []training.Bout) {
	for n := range f.in.Profile.Events {
		e := &f.in.Profile.Events[n]
		day := int(e.Date-f.in.From) + 1
		if day < 1-quietReach || day > f.in.Days+taperDays {
			continue
		}
		f.races = append(f.races, race{event: e, day: day, done: training.StandsFor(e, past)})
	}
	if len(f.races) == 0 {
		return
	}
	for i := range past {
		b := &past[i]
		if at := index(int(b.Date-f.in.From) + 1); at >= 0 && at < spanDays {
			f.past[at].add(enduranceDone(b), b.Demand.HighSeconds, b.Sport != training.Mobility && b.TSS > 0, b.Demand.HighIntensity)
		}
	}
}

// enduranceDone is how long a bout's endurance work was: what the plan asked for, but no more than was done.
func enduranceDone(b *training.Bout) int {
	if b.Sport.Endurance() {
		return b.DurationSeconds
	}
	return min(b.Demand.EnduranceSeconds, b.DurationSeconds)
}

// placeRaces gives each event its start and its load: what stands for it has both. One before today that nothing stands for brought
// nothing, as far as is known.
func (f *frame) placeRaces() {
	for n := range f.races {
		if day := f.races[n].day; day >= 1 && day <= f.in.Days {
			f.events[index(day)] = 0
		}
	}
	for n := range f.races {
		r := &f.races[n]
		f.findStandIn(r)
		load := r.stand.TSS()
		if r.event.ExpectedTSS != nil && !r.stand.Stands() {
			load = *r.event.ExpectedTSS
			if r.day >= 1 && r.day <= f.in.Days && r.event.Date >= f.in.Today {
				f.events[index(r.day)] += load
			}
		}
		r.quiet = r.quietDays(load, f.limits.masters)
	}
	for n := range f.races {
		if day := f.races[n].day; day >= 1 && day <= f.in.Days {
			f.load.SetEvent(day, f.events[index(day)])
		}
	}
	if len(f.races) > 0 {
		f.sumVolumes()
	}
}

// findStandIn finds what stands for an event, with the plan: its first session is the event's start.
func (f *frame) findStandIn(r *race) {
	r.stand, r.start = r.done, r.event.Date.At(eventSlot, f.zone).Unix()/60
	var first *item
	for m := f.firsts[1]; m < len(f.items) && f.items[m].day <= r.day; m++ {
		if i := &f.items[m]; i.plan && i.day == r.day && r.event.Takes(i.sport) {
			if r.stand.Add(r.event, i.sport, i.tss); first == nil {
				first = i
			}
		}
	}
	if first != nil && r.stand.Stands() {
		r.start = first.start
	}
}

// isRun tells whether a planned session stands for the event, or is a part of what does.
func (r *race) isRun(i *item) bool {
	return i.plan && i.day == r.day && r.event.Takes(i.sport) && r.stand.Stands()
}

// quietDays are the days without hard work after an event that brought a load.
func (r *race) quietDays(tss float64, masters bool) int {
	days := max(1, int(math.Ceil(tss/100)))
	if masters {
		days++
	}
	if meters := r.event.DistanceMeters; meters != nil {
		switch {
		case r.event.Sport == training.Run && *meters >= marathonMeters:
			days = max(days, marathonQuiet)
		case r.event.Sport == training.Other && *meters >= ironmanMeters:
			days = max(days, ironmanQuiet)
		}
	}
	return days
}

func (f *frame) sumVolumes() {
	f.total = f.past
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan {
			f.total[index(i.day)].add(i.endurance, i.session.Load.Demand.HighSeconds, i.load, i.hi)
		}
	}
}
