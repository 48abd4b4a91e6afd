package solver

import (
	"math"
	"math/bits"

	"fortnight/brief"
	"fortnight/rules"
)

// remainder is a plan without the choice of one slot: what each of its options would cost follows from it without a look at all the
// others' days, weeks and sports.
type remainder struct {
	solver   *Solver
	slot     int     // −1 for a plan as a whole
	cost     float64 // of the other choices one by one and side by side, and of the days and weeks that the slot is not of
	served   uint32
	day      float64 // load of the slot's day
	week     float64 // and of its week
	seconds  [len(brief.Planned)]float64
	tired    float64 // in the legs when key sessions for them begin, in TSS
	keys     []int   // when these begin
	carriers []legs  // the sessions that load the legs
}

// ownCost is what a plan costs beside the rules.
func (s *Solver) ownCost() float64 {
	whole := s.without(-1)
	return whole.with(nil)
}

// without takes the choice of a slot out of what a plan costs. The remainder is good until the next one is asked for.
func (s *Solver) without(n int) remainder {
	r := remainder{solver: s, slot: n, served: s.served, seconds: s.seconds, keys: s.keys[:0], carriers: s.carriers[:0]}
	for i := range s.legs {
		r.carry(&s.legs[i])
	}
	var load [rules.MaxDays]float64
	copy(load[:], s.given)
	for m := range s.slots {
		slot := &s.slots[m]
		switch {
		case m == n:
			continue
		case slot.chosen < 0:
			r.cost += slot.empty
			continue
		}
		o := &slot.options[slot.chosen]
		r.cost += o.penalty + o.repeats + s.sameness(slot, o, s.slots[:m], n)
		r.served |= o.serves
		load[slot.day] += o.tss
		if o.sport >= 0 {
			r.seconds[o.sport] += float64(o.session.Load.DurationSeconds)
		}
		r.carry(&o.legs)
	}
	for _, start := range r.keys {
		r.tired += tiredAt(r.carriers, start)
	}
	s.keys, s.carriers = r.keys, r.carriers
	r.weigh(&load)
	return r
}

func (r *remainder) carry(l *legs) {
	if l.load > 0 {
		r.carriers = append(r.carriers, *l)
	}
	if l.key {
		r.keys = append(r.keys, l.start)
	}
}

// weigh adds what the loads of days and weeks cost, but for those of the slot.
func (r *remainder) weigh(load *[rules.MaxDays]float64) {
	s, own := r.solver, -1
	if r.slot >= 0 {
		own = s.slots[r.slot].day
		r.day = load[own]
	}
	for w := range s.budget {
		sum := 0.0
		for d := 7 * w; d < min(7*w+7, s.problem.Days); d++ {
			sum += load[d]
			if d != own {
				r.cost += s.dayCost(d, load[d])
			}
		}
		if own >= 0 && w == own/7 {
			r.week = sum
		} else {
			r.cost += s.weekCost(w, sum)
		}
	}
}

// with is what the plan costs with an option in the slot, nil for none.
func (r *remainder) with(o *option) float64 {
	s, cost, served, seconds, tired, tss := r.solver, r.cost, r.served, r.seconds, r.tired, 0.0
	switch {
	case o != nil:
		slot := &s.slots[r.slot]
		cost += o.penalty + o.repeats + s.sameness(slot, o, s.slots, r.slot)
		served |= o.serves
		if tss = o.tss; o.sport >= 0 {
			seconds[o.sport] += float64(o.session.Load.DurationSeconds)
		}
		tired += r.tiredBy(&o.legs)
	case r.slot >= 0:
		cost += s.slots[r.slot].empty
	}
	if r.slot >= 0 {
		day := s.slots[r.slot].day
		cost += s.dayCost(day, r.day+tss) + s.weekCost(day/7, r.week+tss)
	}
	return cost + s.mixCost(&seconds) + tiredCost/100*tired + unmetCost*float64(len(s.wished)-bits.OnesCount32(served))
}

// tiredBy is by how much more the legs carry into key sessions for them, its own and others, with one more session.
func (r *remainder) tiredBy(l *legs) float64 {
	tired := 0.0
	for _, start := range r.keys {
		tired += l.leftAt(start)
	}
	if l.key {
		tired += tiredAt(r.carriers, l.start)
	}
	return tired
}

// sameness is what an option costs beside the choices of other slots: a second lift on one day, and the same workout again.
func (s *Solver) sameness(slot *slot, o *option, others []slot, but int) float64 {
	cost := 0.0
	for m := range others {
		other := &others[m]
		if m == but || other.chosen < 0 {
			continue
		}
		beside := &other.options[other.chosen]
		if other.day == slot.day && beside.lifts && o.lifts {
			cost += twoLiftsCost
		}
		if beside.workout == o.workout {
			cost += repeatCost
			if apart := slot.day - other.day; -closeDays <= apart && apart <= closeDays {
				cost += closeCost
			}
		}
	}
	return cost
}

// dayCost is how far a day's load is from its target.
func (s *Solver) dayCost(day int, load float64) float64 {
	if target := s.problem.Brief.Days[day].TSS; target > 0 {
		return targetCost / 7 * math.Abs(load-target) / target
	}
	return 0
}

// weekCost is how far a week's load is from its budget.
func (s *Solver) weekCost(week int, load float64) float64 {
	budget := s.budget[week]
	if budget <= 0 {
		return 0
	}
	off := (load - budget) / budget
	return budgetCost * max(-off, overCost*off)
}

// mixCost is by how much the time of endurance sports goes beyond their shares of what the budgets give, as shares of that.
func (s *Solver) mixCost(seconds *[len(brief.Planned)]float64) float64 {
	if len(s.problem.Brief.Sports) < 2 || s.endurance == 0 {
		return 0
	}
	cost := 0.0
	for i, share := range s.share {
		cost += mixCost * max(0, seconds[i]/s.endurance-share)
	}
	return cost
}
