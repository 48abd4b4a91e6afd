package frame

import (
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// readRaces takes in the events whose taper or recovery the days touch, and what was done before the plan.
func (f *Frame) readRaces(p *training.Profile, past []training.Bout) {
	for n := range p.Events {
		e := &p.Events[n]
		day := int(e.Date-f.Input.From) + 1
		if day < 1-raceReach || day > f.Input.Days+raceDays {
			continue
		}
		f.Races = append(f.Races, Race{Event: e, Window: &f.Season.Windows[n], Day: day, done: training.StandsFor(e, past)})
	}
	if len(f.Races) == 0 {
		return
	}
	for i := range past {
		b := &past[i]
		if at := Index(int(b.Date-f.Input.From) + 1); at >= 0 && at < SpanDays {
			f.Past[at].add(enduranceDone(b), b.Demand.HighSeconds, b.TSS > 0 && IsSession(b.Sport, b.DurationSeconds), b.Demand.HighIntensity)
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
	moved := !f.followed // what races bring is other than it was
	for n := range f.Races {
		r := &f.Races[n]
		was := r.Load
		f.findStandIn(r)
		expected := 0.0
		if r.Event.Date >= f.Input.Today {
			expected = *r.Event.ExpectedTSS
		}
		if r.given = r.done.TSS(); !r.done.Stands() {
			r.given = expected
		}
		if r.Load = r.stand.TSS(); !r.stand.Stands() {
			r.Load = expected
			if r.Day >= 1 && r.Day <= f.Input.Days {
				f.Events[Index(r.Day)] += expected
			}
		}
		r.Easy, moved = r.easyDays(), moved || r.Load != was
	}
	for n := range f.Races {
		if day := f.Races[n].Day; day >= 1 && day <= f.Input.Days {
			f.Load.SetEvent(day, f.Events[Index(day)])
		}
	}
	if len(f.Races) > 0 {
		f.sumVolumes()
	}
	if len(f.Races) > 0 && moved {
		f.followRaces(func(r *Race) float64 { return r.Load }, &f.raced)
		f.followRaces(func(r *Race) float64 { return r.given }, &f.racedIdle) // which no plan changes
		f.followed = true
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
			f.Total[Index(i.Day)].add(i.Endurance, i.Session.Load.Demand.HighSeconds, i.Load && IsSession(i.Sport, i.Seconds), i.HI)
		}
	}
}

// UsualKnown tells whether the four weeks that end on a day are known.
func (f *Frame) UsualKnown(last int) bool {
	return f.Known >= catalogue.SeedDays && 1-f.Known <= last-7*UsualWeeks+1
}

// usualWeeks is how many of the four weeks that end on a day a frame reaches: of the longest tapers' in their last days one is out of its sight.
func usualWeeks(last int) int { return min(UsualWeeks, (last+HistoryDays)/7) }

// Usual is what the four weeks that end on a day come to, as far as a frame reaches, and how many weeks those are.
func (f *Frame) Usual(last int) (v Volume, weeks int) {
	weeks = usualWeeks(last)
	return f.Total.Between(last-7*weeks+1, last), weeks
}

// V0 is the mean of the best three of the four weeks that end on a day and were not eased, in endurance seconds a week; 0 where fewer than three are
// known.
func (f *Frame) V0(last int) float64 {
	if !f.UsualKnown(last) {
		return 0
	}
	var weeks [UsualWeeks]int32
	n := 0
	for w := range usualWeeks(last) {
		if end := last - 7*w; !f.EasedBlock(end) {
			weeks[n] = f.Total.Between(end-6, end).Seconds
			n++
		}
	}
	sum, least := 0.0, 0.0
	for k, seconds := range weeks[:n] {
		sum += float64(seconds)
		if k == 0 || float64(seconds) < least {
			least = float64(seconds)
		}
	}
	switch {
	case n < UsualWeeks-1: // of one or two weeks beside days off nobody knows what is usual
		return 0
	case n == UsualWeeks:
		return (sum - least) / (UsualWeeks - 1)
	}
	return sum / float64(n)
}

// Open is how many seconds of endurance may be added to a day before the event.
func (r *Race) Open(day int) float64 { return r.open[day-(r.Day-raceDays)] }

// followRaces works out what races have added to fitness and fatigue at the end of each day: what rules on load leave out (coaching 12).
func (f *Frame) followRaces(of func(*Race) float64, states *[SpanDays]training.State) {
	var loads [SpanDays]float64
	for n := range f.Races {
		if day := f.Races[n].Day; day <= f.Input.Days {
			loads[Index(day)] += of(&f.Races[n])
		}
	}
	state := training.State{}
	for day := -HistoryDays; day <= f.Input.Days; day++ {
		if day == f.Stated {
			state = training.State{}
		}
		state = state.After(loads[Index(day)])
		states[Index(day)] = state
	}
}

// RaceState is what races have added to fitness and fatigue at the end of a day, with the plan or without it.
func (f *Frame) RaceState(day int, withPlan bool) training.State {
	switch {
	case len(f.Races) == 0:
		return training.State{}
	case withPlan:
		return f.raced[Index(day)]
	}
	return f.racedIdle[Index(day)]
}
