package frame

import (
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// readRaces takes in the events whose taper or recovery the days touch, and what was done before the plan.
func (f *Frame) readRaces(past []training.Bout) {
	for n := range f.Input.Profile.Events {
		e := &f.Input.Profile.Events[n]
		day := int(e.Date-f.Input.From) + 1
		if day < 1-quietReach || day > f.Input.Days+TaperDays {
			continue
		}
		f.Races = append(f.Races, Race{Event: e, Day: day, done: training.StandsFor(e, past)})
	}
	if len(f.Races) == 0 {
		return
	}
	for i := range past {
		b := &past[i]
		if at := Index(int(b.Date-f.Input.From) + 1); at >= 0 && at < SpanDays {
			f.Past[at].add(enduranceDone(b), b.Demand.HighSeconds, b.Sport != training.Mobility && b.TSS > 0, b.Demand.HighIntensity)
		}
	}
}

// placeRaces gives each event its start and its load: what stands for it has both. One before today that nothing stands for brought
// nothing, as far as is known.
func (f *Frame) placeRaces() {
	for n := range f.Races {
		if day := f.Races[n].Day; day >= 1 && day <= f.Input.Days {
			f.Events[Index(day)] = 0
		}
	}
	for n := range f.Races {
		r := &f.Races[n]
		f.findStandIn(r)
		load := r.stand.TSS()
		if r.Event.ExpectedTSS != nil && !r.stand.Stands() {
			load = *r.Event.ExpectedTSS
			if r.Day >= 1 && r.Day <= f.Input.Days && r.Event.Date >= f.Input.Today {
				f.Events[Index(r.Day)] += load
			}
		}
		r.Quiet = r.quietDays(load, f.Limits.Masters)
	}
	for n := range f.Races {
		if day := f.Races[n].Day; day >= 1 && day <= f.Input.Days {
			f.Load.SetEvent(day, f.Events[Index(day)])
		}
	}
	if len(f.Races) > 0 {
		f.sumVolumes()
	}
}

// findStandIn finds what stands for an event, with the plan: its first session is the event's start.
func (f *Frame) findStandIn(r *Race) {
	r.stand, r.Start = r.done, r.Event.Date.At(eventSlot, f.Zone).Unix()/60
	var first *Item
	for m := f.Firsts[1]; m < len(f.Items) && f.Items[m].Day <= r.Day; m++ {
		if i := &f.Items[m]; i.Planned && i.Day == r.Day && r.Event.Takes(i.Sport) {
			if r.stand.Add(r.Event, i.Sport, i.TSS); first == nil {
				first = i
			}
		}
	}
	if first != nil && r.stand.Stands() {
		r.Start = first.Start
	}
}

func (f *Frame) sumVolumes() {
	f.Total = f.Past
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned {
			f.Total[Index(i.Day)].add(i.Endurance, i.Session.Load.Demand.HighSeconds, i.Load, i.HI)
		}
	}
}

// UsualKnown tells whether the four weeks that end on a day are known.
func (f *Frame) UsualKnown(last int) bool {
	return f.Known >= catalogue.SeedDays && 1-f.Known <= last-7*UsualWeeks+1
}

// BestWeeks is the mean of the best three of the four weeks that end on a day, in endurance seconds a day.
func (f *Frame) BestWeeks(last int) float64 {
	var all, least int32
	for w := range UsualWeeks {
		week := f.Total.Between(last-7*w-6, last-7*w).Seconds
		if all += week; w == 0 || week < least {
			least = week
		}
	}
	return float64(all-least) / (7 * (UsualWeeks - 1))
}
