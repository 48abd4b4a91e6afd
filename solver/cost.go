package solver

import (
	"math/bits"
	"slices"

	"fortnight/season"
	"fortnight/training"
	"fortnight/wish"
)

// ownCost is what a plan costs beside the rules.
func (s *Solver) ownCost() float64 {
	whole := s.without(-1)
	return whole.with(nil)
}

// without takes the choice of a slot, which is empty, out of what a plan costs; of none, −1, for the plan as a whole. The remainder is good until the next
// one is asked for.
func (s *Solver) without(n int) *remainder {
	r := &s.rest
	r.solver, r.slot, r.cost, r.served, r.shares, r.tired, r.days = s, n, 0, s.served, s.shares, 0, s.days
	r.starts, r.carriers, r.choices = r.starts[:0], r.carriers[:0], r.choices[:0]
	clear(r.there[:len(s.problem.Wants)])
	for i := range s.legs {
		r.carry(&s.legs[i])
	}
	copy(r.minutes[:], s.given)
	copy(r.bounded[:], s.bounded)
	s.pairUp()
	for m := range s.slots {
		slot := &s.slots[m]
		if slot.chosen < 0 {
			continue
		}
		o := &slot.options[slot.chosen]
		r.choices = append(r.choices, choice{slot.day, o})
		r.cost += o.penalty + s.pairs.cost(m, o)
		r.served |= o.serves
		r.there[o.want]++
		r.minutes[slot.day/7] += o.counted
		r.shares.add(o.shares)
		r.carry(&o.legs)
		r.days.add(slot.day, o.hard)
		for _, l := range o.limited {
			if !s.dayCounts(l.limit, m, -1) {
				r.bounded[l.limit] += l.amount
			}
		}
	}
	r.cost += r.days.cost() - s.inRow
	for n := range s.problem.Limits {
		r.cost += s.limitCost(n, r.bounded[n])
	}
	for want := range s.problem.Wants {
		r.cost += s.countCost(want, int(r.there[want]))
	}
	for _, start := range r.starts {
		r.tired += tiredAt(r.carriers, start)
	}
	for w := range s.problem.Weeks {
		if n < 0 || w != s.slots[n].day/7 {
			r.cost += s.weekCost(w, r.minutes[w])
		}
	}
	return r
}

func (r *remainder) carry(l *legs) {
	if l.load > 0 {
		r.carriers = append(r.carriers, *l)
	}
	if l.key {
		r.starts = append(r.starts, l.start)
	}
}

// added is what a plan costs more with an option in the slot, but for how that stands beside the choices of others, or what of it is not known
// before: all that follows from sums.
type added struct{ more, fewer, days, week, shares, tired, unmet float64 }

// adding is what follows from sums with an option in the slot, nil for none.
func (r *remainder) adding(o *option) (a added) {
	s, served, tired, minutes, shares := r.solver, r.served, r.tired, 0.0, r.shares
	if o != nil {
		there := int(r.there[o.want])
		a.more, a.fewer = s.countCost(o.want, there+1), s.countCost(o.want, there)
		a.days = r.days.more(s.slots[r.slot].day, o.hard)
		served |= o.serves
		minutes = o.counted
		shares.add(o.shares)
		tired += r.tiredBy(&o.legs)
	}
	if r.slot >= 0 {
		week := s.slots[r.slot].day / 7
		a.week = s.weekCost(week, r.minutes[week]+minutes)
	}
	a.shares, a.tired, a.unmet = s.shareCost(&shares), tiredCost/100*tired, unmetCost*float64(len(s.wished)-bits.OnesCount32(served))
	return a
}

// with is what the plan costs with an option in the slot, nil for none.
func (r *remainder) with(o *option) float64 {
	a := r.adding(o)
	return r.whole(o, &a)
}

// whole is what the plan costs with an option in the slot of which it is known what follows from sums.
func (r *remainder) whole(o *option, a *added) float64 {
	s, cost := r.solver, r.cost
	if o != nil {
		cost += o.penalty + r.beside(o) + a.more - a.fewer
		cost += a.days
		for _, l := range o.limited {
			if s.dayCounts(l.limit, r.slot, -1) || s.dayCounts(l.limit, r.slot, 1) {
				continue
			}
			cost += s.limitCost(l.limit, r.bounded[l.limit]+l.amount) - s.limitCost(l.limit, r.bounded[l.limit])
		}
	}
	return cost + a.week + a.shares + a.tired + a.unmet
}

// beside is what an option in the slot costs beside the choices of others.
func (r *remainder) beside(o *option) float64 {
	b := r.solver.besides(r.solver.slots[r.slot].day, o, r.choices)
	return b.cost()
}

// atLeast is what the plan costs at the least with an option in the slot, from what is known without a look at the others beside it.
func (r *remainder) atLeast(o *option) float64 {
	there := int(r.there[o.want])
	return r.cost + o.penalty + r.solver.countCost(o.want, there+1) - r.solver.countCost(o.want, there) - mostAlike
}

// wholeAtLeast is the same where it is known what follows from sums, in which no limit of its own is.
func (r *remainder) wholeAtLeast(o *option, a *added) float64 {
	return r.cost + o.penalty + a.more - a.fewer + a.days + a.week + a.shares + a.tired + a.unmet - mostAlike
}

// mostAlike is the most that an option is worth for what it is like: two sessions on its day of each other week, of its part of the week.
const mostAlike = likeWeeks * 2 * 2 * (maxWeeks - 1)

// tiredBy is by how much more the legs carry into key sessions for them, its own and others, with one more session.
func (r *remainder) tiredBy(l *legs) float64 {
	tired := 0.0
	for _, start := range r.starts {
		tired += l.leftAt(start)
	}
	if l.key {
		tired += tiredAt(r.carriers, l.start)
	}
	return tired
}

// countCost is what it costs that so many sessions of a want are there.
func (s *Solver) countCost(want, there int) float64 {
	return s.lackCost(want, there) + s.surplusCost(want, there)
}

// lackCost is what those cost that are missing.
func (s *Solver) lackCost(want, there int) float64 {
	return s.missing[want] * float64(max(0, s.problem.Wants[want].Count-there))
}

// surplusCost is what those cost that nobody asked for.
func (s *Solver) surplusCost(want, there int) float64 {
	count := s.problem.Wants[want].Count
	if s.problem.Wants[want].wishesAlone() {
		count = max(1, s.problem.Wants[want].Asked)
	}
	return surplusCost * float64(max(0, there-count))
}

// wishesAlone tells whether a want is there for wishes alone.
func (w *Want) wishesAlone() bool { return w.Count == 0 }

// sameLift is how many days apart the same lift may come again: between two of a kind another one has its turn.
const sameLift = 4

// Two days, in minutes from start to start.
const twoDays = 46 * 60

// traits are those of an option.
func (s *Solver) traits(o *option) (is trait) {
	long := s.longRole(o)
	for _, t := range [...]struct {
		has bool
		bit trait
	}{
		{o.key, isKey}, {o.lifts, isLift}, {o.runs, isRun}, {o.follows, isSecondLong}, {s.problem.Wants[o.want].Role == season.L, isWeeksLong},
		{s.long(o), takesItsDay}, {o.session.Load.Demand.HeavyLower, isHeavyLift}, {long == season.L, isLongForLegs}, {long == season.ML, isMediumLong},
		{s.legKey(o), isLegKey}, {s.problem.Wants[o.want].Role == season.Care, isCare},
	} {
		if t.has {
			is |= t.bit
		}
	}
	return is
}

// pairUp brings up to date how what the slots hold stands beside each other. A search changes few of them at a time.
func (s *Solver) pairUp() {
	p := &s.pairs
	p.fit(len(s.slots))
	for n := range s.slots {
		slot := &s.slots[n]
		if p.known[n] == slot.chosen {
			continue
		}
		p.known[n] = slot.chosen
		row := p.row(n)
		for m := range s.slots {
			var is besides
			if other := &s.slots[m]; m != n && slot.chosen >= 0 && other.chosen >= 0 {
				s.pairInOrder(&is, slot, other, n < m)
			}
			if is != row[m] { // seldom: most have nothing to do with each other
				p.set(n, m, &is)
			}
		}
	}
}

// pairInOrder counts how what two slots hold stands together: of the later one beside the first.
func (s *Solver) pairInOrder(b *besides, slot, other *slot, first bool) {
	if first {
		slot, other = other, slot
	}
	s.pair(b, &slot.options[slot.chosen], &other.options[other.chosen], slot.day, other.day)
}

// besides counts what of an option on a day and some choices stands together as it is wanted, and as it is not.
func (s *Solver) besides(day int, o *option, choices []choice) (b besides) {
	for i := range choices {
		s.pair(&b, o, choices[i].option, day, choices[i].day)
	}
	return b.whole(o)
}

// pair counts what of an option and another one, each on its day, stands together.
func (s *Solver) pair(b *besides, o, beside *option, day, other int) {
	apart, both, either := day-other, o.is&beside.is, o.is|beside.is
	if either&isSecondLong != 0 {
		if day/7 == other/7 && (torn(o, beside, apart) || torn(beside, o, -apart)) {
			b.torn++
		}
		if restless(o, beside, apart) || restless(beside, o, -apart) {
			b.soon++
		}
	}
	if both&isKey != 0 && o.workout == beside.workout {
		b.same++
	}
	if apart > near || apart < -near {
		s.farBeside(b, o, beside, apart)
		return
	}
	if apart == 0 {
		s.besideOnDay(b, o, beside)
	}
	if both&isLift != 0 && o.workout == beside.workout && apart < sameLift && apart > -sameLift {
		b.again++
	}
	if both&isRun != 0 && (apart == 1 || apart == -1) {
		b.nextDay += s.runsApart(day, other)
	}
	if o.is&ofLongWeekend != 0 && beside.is&ofLongWeekend != 0 {
		b.addWeekend(o, beside, apart)
	}
	if both&isKey != 0 && tooClose(o, beside.legs.start, beside.session.Sport, apart) {
		b.close++
	}
}

// keptClose is how many demanding sessions that are kept are too close to an option on a day.
func (s *Solver) keptClose(day int, o *option) (n int16) {
	if !o.key {
		return 0
	}
	for _, k := range s.keys {
		if tooClose(o, k.start, k.sport, day-k.day) {
			n++
		}
	}
	return n
}

// runsApart is how much it counts that two days in a row have runs: a novice's, and more, as much as that neither day is usual, in weeks that say so.
func (s *Solver) runsApart(day, other int) int16 {
	switch {
	case s.problem.Weeks[day/7].Apart && s.problem.Weeks[other/7].Apart:
		return 2
	case s.problem.Hours.Profile.Level == training.Novice:
		return 1
	}
	return 0
}

// besideOnDay counts what of an option and another one's choice shares a day, as besides does.
func (s *Solver) besideOnDay(b *besides, o, beside *option) {
	if (o.is|beside.is)&isCare != 0 {
		return
	}
	if s.doubles>>(o.session.Date-s.problem.From)&1 == 0 {
		b.shared++
	}
	if (o.is|beside.is)&takesItsDay != 0 || o.session.Sport == beside.session.Sport {
		b.twice++
	}
	if o.is&beside.is&isLift != 0 {
		b.lifts++
	}
	if (o.is|beside.is)&isHeavyLift != 0 && (s.liftsFirst(o, beside) || s.liftsFirst(beside, o)) {
		b.first++
	}
}

// near is how many days apart two sessions are at most that stand in each other's way wherever they are in their weeks: the same lift, and key sessions
// that are to be two days apart, whatever the clocks do.
const near = max(sameLift-1, 3)

// farBeside counts what of an option and a choice of more than near days apart is alike, as besides does.
func (s *Solver) farBeside(b *besides, o, beside *option, apart int) {
	if (apart == 7 || apart == -7) && o.session.Sport == beside.session.Sport {
		b.alike++
		if s.problem.Wants[o.want].Role == s.problem.Wants[beside.want].Role {
			b.alike++
		}
	}
}

// torn tells whether the second of two long days, so many days after a session, does not follow it though it is the week's long one.
func torn(second, first *option, apart int) bool {
	return second.is&isSecondLong != 0 && first.is&isWeeksLong != 0 && apart != 1
}

// afterTwoLong is how many easy days come after two long ones (coaching 3.3).
const afterTwoLong = 2

// restless tells whether a key session begins, so many days before another, in the easy days after the second of two long ones.
func restless(key, second *option, apart int) bool {
	return second.is&isSecondLong != 0 && key.is&isKey != 0 && apart >= 1 && apart <= afterTwoLong
}

// secondLong is from how many minutes on a medium-long session makes a second long day.
const secondLong = 75

// longRole is L or ML of what makes a long day for the legs, empty of all else.
func (s *Solver) longRole(o *option) season.Role {
	role := s.problem.Wants[o.want].Role
	if (role == season.L || role == season.ML) && o.legs.load > 0 && o.minutes >= secondLong {
		return role
	}
	return ""
}

// legKey tells whether an option is a key session for the legs that is no long one.
func (s *Solver) legKey(o *option) bool {
	role := s.problem.Wants[o.want].Role
	return (role == season.K || role == season.K2 || role == season.TestRole) && !o.follows && o.legs.load > 0 && o.hard.quality
}

// sameDayKeys is from how many minutes between their starts on two key sessions of different sports may share a day: hard days are hard so that
// easy ones are easy.
const sameDayKeys = 6 * 60

// tooClose tells whether a key session is too close to another one that so many days lie between: in less than two days from the next but one,
// and on one day in the same sport or hardly apart. Days in a row are counted as days.
func tooClose(o *option, start int, sport training.Sport, apart int) bool {
	between := max(o.legs.start-start, start-o.legs.start)
	switch apart {
	case 0:
		return sport == o.session.Sport || between < sameDayKeys
	case 1, -1:
		return false
	}
	return between < twoDays
}

// liftsFirst tells whether a lift takes the legs from a key session later on its day: it belongs six hours after it (coaching 5). Where strength
// is what is trained for, it comes first.
func (s *Solver) liftsFirst(lift, key *option) bool {
	return lift.session.Load.Demand.HeavyLower && key.key && !key.lifts && key.legs.start > lift.legs.start &&
		s.problem.Priority != training.PriorityStrength
}

// longBeside is from which length in minutes a second long session of a week, as a triathlete's long run is, takes its day for itself.
const longBeside = 90

// long tells whether an option is the long session of its week, or one as long.
func (s *Solver) long(o *option) bool {
	return isLong(s.problem.Wants[o.want].Role, &o.session.Load)
}

func isLong(role season.Role, l *training.Load) bool {
	return role == season.L || role == season.ML && l.DurationSeconds >= 60*longBeside
}

// How far a week's minutes may be off before it costs, where half of it does and where all of it.
const (
	budgetFree = 0.07
	budgetHalf = 0.15
	budgetAll  = 0.25
)

// countedOf are the minutes of its week that an option takes: care stands beside the week and takes none (coaching 12).
func (s *Solver) countedOf(o *option) float64 {
	if s.problem.Wants[o.want].Role == season.Care {
		return 0
	}
	return o.minutes
}

// weekCost is how far a week's minutes are from what they are to come to.
func (s *Solver) weekCost(week int, minutes float64) float64 {
	target := float64(s.problem.Weeks[week].Minutes)
	if target <= 0 {
		return 0
	}
	off, factor := (target-minutes)/target, 1.0
	if off < 0 {
		off, factor = -off, overCost
	}
	term := 0.02 * off // so that nearer is better within the band too
	switch {
	case off > budgetAll:
		term += 1 + (off - budgetAll)
	case off > budgetHalf:
		term += 0.5 + 0.5*(off-budgetHalf)/(budgetAll-budgetHalf)
	case off > budgetFree:
		term += 0.5 * (off - budgetFree) / (budgetHalf - budgetFree)
	}
	return budgetCost * factor * term
}

// shareCost is by how many points the time at low intensity is below its bound, and that at high intensity above.
func (s *Solver) shareCost(i *intensities) float64 {
	if i.all == 0 {
		return 0
	}
	off := max(0, s.lowest-100*i.low/i.all) + max(0, 100*i.high/i.all-s.highest)
	return intenseCost / 20 * off
}

// dayCounts tells whether the slot beside one has something on the same day that counts in a limit of days: then the day counts already.
func (s *Solver) dayCounts(limit, slot, step int) bool {
	beside := slot + step
	if !s.problem.Limits[limit].Days || beside < 0 || beside >= len(s.slots) {
		return false
	}
	b := &s.slots[beside]
	return b.day == s.slots[slot].day && b.chosen >= 0 && slices.ContainsFunc(b.options[b.chosen].limited, func(l limited) bool { return l.limit == limit })
}

// brokenLimit is what a limit of metres costs that is not kept, however little is beyond it, as a share of a wish that is not met.
const brokenLimit = 0.5

// limitCost is what it costs that so much of a limit is there.
func (s *Solver) limitCost(n int, there float64) float64 {
	l := &s.problem.Limits[n]
	off := 0.0
	if l.Most >= 0 {
		off = max(0, there-float64(l.Most))
	}
	if l.Least >= 0 {
		off = max(off, float64(l.Least)-there)
	}
	switch unit := l.Wish.LimitUnit(); {
	case l.Meters && off > wish.LimitRoom: // beyond it a little is not met either
		return unmetCost * (brokenLimit + off/unit)
	default:
		return unmetCost * off / unit
	}
}
