package solver

import (
	"cmp"
	"math"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// Solve fills the slots that are not fixed. It ends within milliseconds when the Done of the problem's rules is closed, with a plan that
// is none. Where something stood before, what follows from that is weighed against the best of a search
// that knows nothing of it: what two searches find differs by chance, and an athlete's days are not to change for that.
func (s *Solver) Solve() {
	s.begin()
	defer s.end()
	order := s.order()
	best := s.fill(order, true)
	for _, n := range order {
		best = s.improve(n, best)
	}
	best = s.settle(order, best)
	for range s.ruins * max(1, usualSlots/max(1, len(s.slots))) { // a small problem affords more of them
		if s.stopped() {
			return
		}
		best = s.recreate(best)
	}
	best = s.insist(order, s.settle(order, best))
	if len(s.problem.Stood) > 0 {
		s.restore(order, best)
	}
}

// settle changes single choices and pairs as long as that helps.
func (s *Solver) settle(order []int, best value) value {
	for range passes {
		if s.stopped() || s.plan == s.settled {
			break
		}
		before := best
		for _, n := range order {
			best = s.improve(n, best)
		}
		best = s.copyWeeks(s.exchangeDays(s.exchangeWeeks(s.rotate(s.exchange(best)))))
		if !best.better(before) {
			s.settled = s.plan
		}
	}
	return best
}

// insistFrom is from how much more a session costs by itself than it might elsewhere, or at another dose, on that the search insists on that: what
// is less is a matter of a step up or down.
const insistFrom = 2 * band4

// insist gives each session that stands for its want poorly, at a dose or on a day that is off, and each that is missing the best that there is
// for it, whatever the rules say and whoever is there, and lets the others make room. A session that a rule keeps from its rung or its day for
// what stands elsewhere gets there by no change of its own. What comes to no better plan is undone. It ends where nothing is left to change, so
// that the same search, which begins with what it found, changes nothing.
func (s *Solver) insist(order []int, best value) value {
	for range passes {
		before := best
		for _, n := range order {
			for _, p := range s.better(n, order) {
				was := best
				if best = s.force(order, n, p, best); best.better(was) {
					break
				}
			}
		}
		for want := range s.problem.Wants {
			if s.missingOf(want) == 0 {
				continue
			}
			for _, p := range s.cheapest(want, -1, math.Inf(1), order) {
				if best = s.force(order, p.slot, p, best); s.missingOf(want) == 0 {
					break
				}
			}
		}
		if !best.better(before) {
			break
		}
		best = s.settle(order, best)
	}
	return best
}

// force empties a slot, gives another, or the same, an option and lets the others make room for that: by exchanges before all, else each by
// itself. It undoes what is no better.
func (s *Solver) force(order []int, from int, to place, best value) value {
	was := s.held()
	for _, exchanging := range [2]bool{true, false} {
		if s.stopped() {
			break
		}
		s.choose(from, -1)
		s.choose(to.slot, to.option)
		v := s.value()
		s.slots[to.slot].fixed = true
		if exchanging {
			v = s.exchange(v)
		}
		for range roomPasses {
			for _, n := range order {
				if n != to.slot {
					v = s.improve(n, v)
				}
			}
		}
		s.slots[to.slot].fixed = false
		if v = s.improve(to.slot, v); v.better(best) {
			return v
		}
		s.hold(was)
	}
	return best
}

// better are the places at which what a slot holds would cost less by itself; none where it is about as good as it is.
func (s *Solver) better(n int, order []int) []place {
	if s.slots[n].chosen < 0 {
		return nil
	}
	is := &s.slots[n].options[s.slots[n].chosen]
	return s.cheapest(is.want, n, is.penalty-insistFrom, order)
}

// cheapest are the slots that a session of a want would cost less than so much in by itself, each with its option, as many as are tried at most: the slot
// that is to change first, -1 for none, then those where it costs least. Slots that hold another of the want are left alone.
func (s *Solver) cheapest(want, changing int, below float64, order []int) []place {
	var list []place
	for _, n := range order {
		at, least, slot := -1, below, &s.slots[n]
		if n != changing && slot.chosen >= 0 && slot.options[slot.chosen].want == want {
			continue
		}
		for i := range slot.options {
			if o := &slot.options[i]; o.want == want && o.penalty < least {
				at, least = i, o.penalty
			}
		}
		if at >= 0 {
			list = append(list, place{n, at, least})
		}
	}
	slices.SortStableFunc(list, func(a, b place) int {
		if (a.slot == changing) != (b.slot == changing) {
			if a.slot == changing {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.own, b.own)
	})
	return list[:min(len(list), mostForced)]
}

// held is what the slots hold.
func (s *Solver) held() []int {
	held := make([]int, len(s.slots))
	for n := range s.slots {
		held[n] = s.slots[n].chosen
	}
	return held
}

// hold lets the slots hold what they held.
func (s *Solver) hold(held []int) {
	for n := range s.slots {
		s.choose(n, held[n])
	}
}

// restore puts back what stood, mends and fills the rest, and undoes that where it is no better than the best.
func (s *Solver) restore(order []int, best value) {
	was := s.held()
	for _, n := range order {
		s.choose(n, -1)
	}
	for _, n := range s.fewest(order) {
		s.choose(n, s.standing(n))
	}
	if !s.settle(order, s.value()).better(best) {
		s.hold(was)
	}
}

// fewest are slots in the order of how many of their options stood before, so that what may stand for one session alone is put back first.
func (s *Solver) fewest(slots []int) []int {
	count := make(map[int]int, len(slots))
	for _, n := range slots {
		for i := range s.slots[n].options {
			if s.slots[n].options[i].stood {
				count[n]++
			}
		}
	}
	slots = slices.Clone(slots)
	slices.SortStableFunc(slots, func(a, b int) int { return cmp.Compare(count[a], count[b]) })
	return slots
}

// standing is the option of an empty slot that stood before and costs least beside what is chosen, −1 for none.
func (s *Solver) standing(n int) int {
	best, cost, rest := -1, 0.0, s.without(n)
	for i := range s.slots[n].options {
		o := &s.slots[n].options[i]
		if !o.stood || s.holds(&o.session) {
			continue
		}
		if c := rest.with(o); best < 0 || c < cost {
			best, cost = i, c
		}
	}
	return best
}

// holds tells whether a slot holds the workout at that time already: two places of a day may have one start, and what stood once is put
// back once.
func (s *Solver) holds(session *training.Session) bool {
	return slices.ContainsFunc(s.slots, func(slot slot) bool {
		if slot.chosen < 0 {
			return false
		}
		other := &slot.options[slot.chosen].session
		return other.Date == session.Date && other.Start == session.Start && other.WorkoutID == session.WorkoutID
	})
}

// recreate empties some slots, gives one of them an option by chance, fills the rest and then tries all of them once more; what is no
// better than before is undone. It finds what no change of a single choice leads to (large neighbourhood search,
// Shaw 1998).
func (s *Solver) recreate(best value) value {
	picked := s.pick()
	if len(picked) < 2 {
		return best
	}
	was := make([]int, len(picked))
	for i, n := range picked {
		was[i] = s.slots[n].chosen
		s.choose(n, -1)
	}
	v := s.refill(picked)
	if v.better(best) {
		return v
	}
	for i, n := range picked {
		s.choose(n, was[i])
	}
	return best
}

// refill fills emptied slots: half of the time session by session, else slot by slot after a first one by chance.
func (s *Solver) refill(picked []int) value {
	if s.random.IntN(2) == 0 {
		v := s.fill(picked, s.random.IntN(2) == 0)
		for _, n := range picked {
			v = s.improve(n, v)
		}
		return v
	}
	s.choose(picked[0], s.random.IntN(len(s.slots[picked[0]].options)))
	v := s.value()
	for _, n := range append(picked[1:], picked...) {
		v = s.improve(n, v)
	}
	return v
}

// pick draws slots that have options, half of the time from days near each other: what stands between them is mostly load of one week,
// or spacing.
func (s *Solver) pick() []int {
	var able []int
	for n := range s.slots {
		if len(s.slots[n].options) > 0 && !s.slots[n].fixed {
			able = append(able, n)
		}
	}
	s.random.Shuffle(len(able), func(a, b int) { able[a], able[b] = able[b], able[a] })
	if len(able) > 0 && s.random.IntN(2) == 0 {
		at := s.slots[able[0]].day
		slices.SortStableFunc(able, func(a, b int) int { return cmp.Compare(away(s.slots[a].day, at), away(s.slots[b].day, at)) })
	}
	return able[:min(ruined, len(able))]
}

// away is how far apart two days lie, in steps of five days of which the first has five as well, two on either side.
func away(a, b int) int { return (max(a-b, b-a) + 2) / 5 }

// rank are the options of a slot that is empty, those first that cost least, and none that cannot be better than the best plan.
func (s *Solver) rank(n int, others *remainder, best value) []ranked {
	slot, list := &s.slots[n], s.ranked[:0]
	var least [rules.EveryConcern + 1]struct {
		score rules.Score
		known bool
	}
	s.show()
	for i := range slot.options {
		o := &slot.options[i]
		if best.rules.Hard == 0 && len(o.limited) == 0 && others.atLeast(o) >= best.cost {
			continue
		}
		adding, at := others.adding(o), &least[o.concerns]
		if !at.known {
			at.score, at.known = s.rules.AtLeast(o.concerns), true
		}
		if best.rules.Hard == 0 && len(o.limited) == 0 && (value{rules: at.score}).with(others.wholeAtLeast(o, &adding)).cost >= best.cost {
			continue
		}
		own := others.whole(o, &adding)
		if v := (value{rules: at.score}).with(own); v.better(best) {
			list = append(list, ranked{i, own, v.cost})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(a.atLeast, b.atLeast) })
	s.ranked = list
	return list
}

// improve gives a slot the best of its options, or none.
func (s *Solver) improve(n int, best value) value {
	if s.stopped() {
		return best
	}
	around, chosen := s.around(n), s.slots[n].chosen
	if at, known := s.improved.find(around); known {
		if was := &s.improved.places[at].value; was.value.better(best) {
			best, chosen = was.value, was.option
		}
		s.choose(n, chosen)
		return best
	}
	s.choose(n, -1)
	others := s.without(n)
	if v := s.valueUpTo(best, others.with(nil)); v.better(best) {
		best, chosen = v, -1
	}
	for _, r := range s.rank(n, others, best) {
		if best.rules.Hard == 0 && r.atLeast >= best.cost {
			break
		}
		s.choose(n, r.option)
		if v := s.valueUpTo(best, r.own); v.better(best) {
			best, chosen = v, r.option
		}
	}
	s.choose(n, chosen)
	at, _ := s.improved.find(around)
	s.improved.put(at, around, improvement{chosen, best})
	return best
}

// exchange tries for every two slots to swap what they hold; one that holds nothing takes over what the other has.
func (s *Solver) exchange(best value) value {
	for a := range s.slots {
		for b := a + 1; b < len(s.slots) && !s.stopped(); b++ {
			wasA, wasB := s.slots[a].chosen, s.slots[b].chosen
			if s.slots[a].fixed || s.slots[b].fixed || wasA < 0 && wasB < 0 {
				continue
			}
			toA, toB := s.like(a, b), s.like(b, a)
			s.choose(a, toA)
			s.choose(b, toB)
			if v := s.valueUpTo(best, s.ownCost()); v.better(best) {
				best = v
				continue
			}
			s.choose(a, wasA)
			s.choose(b, wasB)
		}
	}
	return best
}

// rotate tries for every three places of a week to let the session of one come to the next, that of this one to the third and that of the third to
// the first: what no swap of two leads to.
func (s *Solver) rotate(best value) value {
	for a := range s.slots {
		for b := a + 1; b < len(s.slots) && !s.stopped(); b++ {
			if s.apart(a, b) {
				continue
			}
			for c := a + 1; c < len(s.slots); c++ {
				if c != b && !s.apart(a, c) {
					best = s.turn([3]int{a, b, c}, best)
				}
			}
		}
	}
	return best
}

// apart tells whether two slots are not of one week, or one of them is not to be changed.
func (s *Solver) apart(a, b int) bool {
	return s.slots[a].day/7 != s.slots[b].day/7 || s.slots[a].fixed || s.slots[b].fixed
}

// turn moves the session of the first of three slots to the second, that of the second to the third and that of the third to the first, and
// undoes that where it is no better. One of them may be empty; where a place cannot take what would come to it nothing is moved.
func (s *Solver) turn(of [3]int, best value) value {
	was, to, holding := [3]int{}, [3]int{}, 0
	for i, n := range of {
		if was[i] = s.slots[n].chosen; was[i] >= 0 {
			holding++
		}
	}
	if holding < 2 {
		return best
	}
	for i, n := range of {
		from := of[(i+2)%3]
		if to[i] = s.like(n, from); to[i] < 0 && s.slots[from].chosen >= 0 {
			return best
		}
	}
	for i, n := range of {
		s.choose(n, to[i])
	}
	if v := s.valueUpTo(best, s.ownCost()); v.better(best) {
		return v
	}
	for i, n := range of {
		s.choose(n, was[i])
	}
	return best
}

// exchangeWeeks tries for every two places of a week to swap what they hold in all weeks at once. Weeks that are alike hold each other: a change
// of one of them alone makes them differ, and costs more than it brings.
func (s *Solver) exchangeWeeks(best value) value {
	places := s.weekPlaces()
	for a := range places {
		if s.stopped() {
			break
		}
		for b := a + 1; b < len(places); b++ {
			if v, swapped := s.swapWeeks(places[a], places[b], best); swapped {
				best = v
			}
		}
	}
	return best
}

// weekPlaces are the places of a week, each with its slot in every week, −1 where that has none or it is fixed.
func (s *Solver) weekPlaces() [][]int {
	weeks := len(s.problem.Weeks)
	places := make([][]int, 14) // two a day
	for i := range places {
		places[i] = slices.Repeat([]int{-1}, weeks)
	}
	for n := range s.slots {
		slot := &s.slots[n]
		at := 2 * (slot.day % 7)
		if slot.second {
			at++
		}
		if !slot.fixed {
			places[at][slot.day/7] = n
		}
	}
	return places
}

// exchangeDays tries for every two days of a week to swap all that they hold, in all weeks at once: what shares a day, two key sessions or a key
// session and its lift, goes to another day together or not at all.
func (s *Solver) exchangeDays(best value) value {
	places := s.weekPlaces()
	for a := 0; a < len(places); a += 2 {
		for b := a + 2; b < len(places) && !s.stopped(); b += 2 {
			best = s.swapDays(append(s.swaps(places[a], places[b]), s.swaps(places[a+1], places[b+1])...), best)
		}
	}
	return best
}

// mendable is by how much two days that are swapped may cost more before their sessions are fitted to them.
const mendable = 15 * band4

// swapDays makes the changes that swap days, fits each session to its new day where that is near, and undoes all that where it is no better.
func (s *Solver) swapDays(changes []change, best value) value {
	for _, c := range changes {
		s.choose(c.slot, c.to)
	}
	near := value{best.rules, best.cost + mendable}
	if v := s.valueUpTo(near, s.ownCost()); v.better(near) {
		for _, c := range changes {
			v = s.improve(c.slot, v)
		}
		if v.better(best) {
			return v
		}
	}
	for _, c := range changes {
		s.choose(c.slot, c.was)
	}
	return best
}

// change is what a slot held and what it is to hold.
type change struct{ slot, was, to int }

// swaps are the changes that swap what two places hold, in all weeks that have both.
func (s *Solver) swaps(a, b []int) (changes []change) {
	for week := range a {
		if m, n := a[week], b[week]; m >= 0 && n >= 0 && (s.slots[m].chosen >= 0 || s.slots[n].chosen >= 0) {
			changes = append(changes, change{m, s.slots[m].chosen, s.like(m, n)}, change{n, s.slots[n].chosen, s.like(n, m)})
		}
	}
	return changes
}

// swapWeeks swaps what two places hold in all weeks that have both, and undoes that where it is no better.
func (s *Solver) swapWeeks(a, b []int, best value) (value, bool) {
	changes := s.swaps(a, b)
	if len(changes) < 4 { // one week alone is exchanged elsewhere
		return best, false
	}
	for _, c := range changes {
		s.choose(c.slot, c.to)
	}
	if v := s.valueUpTo(best, s.ownCost()); v.better(best) {
		return v, true
	}
	for _, c := range changes {
		s.choose(c.slot, c.was)
	}
	return best, false
}

// copyWeeks tries for every two weeks to let one have its sessions on the days on which the other has what is the same to it, and fits them there. A
// week whose sessions stand well and one that has none of them right hold each other too: no change of a few places makes the second as the first.
func (s *Solver) copyWeeks(best value) value {
	places := s.weekPlaces()
	for from := range s.problem.Weeks {
		for to := range s.problem.Weeks {
			if from != to && !s.stopped() {
				best = s.copyWeek(places, from, to, best)
			}
		}
	}
	return best
}

// copyWeek copies one week to another, and undoes that where it is no better.
func (s *Solver) copyWeek(places [][]int, from, to int, best value) value {
	var changes []change
	for _, of := range places {
		if a, b := of[from], of[to]; a >= 0 && b >= 0 {
			changes = append(changes, change{b, s.slots[b].chosen, s.counterpart(b, a)})
		}
	}
	for _, c := range changes {
		s.choose(c.slot, c.to)
	}
	v := s.value()
	for range roomPasses {
		for _, c := range changes {
			v = s.improve(c.slot, v)
		}
	}
	if v.better(best) {
		return v
	}
	for _, c := range changes {
		s.choose(c.slot, c.was)
	}
	return best
}

// counterpart is the option of a slot that costs least by itself for what is in its week the same as what a slot of another week holds in that; −1
// where that holds nothing, or the slot cannot.
func (s *Solver) counterpart(n, other int) int {
	held, best := s.slots[other].chosen, -1
	if held < 0 {
		return -1
	}
	same := s.sameIn(s.slots[other].options[held].want, s.slots[n].day/7)
	for i := range s.slots[n].options {
		if o := &s.slots[n].options[i]; o.want == same && (best < 0 || o.penalty < s.slots[n].options[best].penalty) {
			best = i
		}
	}
	return best
}

// sameIn is the want of a week that has the role of another week's, at the same place among those of that role where there are several; −1 for
// none, and for what no week asks for.
func (s *Solver) sameIn(want, week int) int {
	if want < 0 {
		return -1
	}
	wants, is := s.problem.Wants, &s.problem.Wants[want]
	before := 0
	for i := range wants[:want] {
		if wants[i].Week == is.Week && wants[i].Role == is.Role {
			before++
		}
	}
	for i := range wants {
		if wants[i].Week != week || wants[i].Role != is.Role {
			continue
		}
		if before == 0 {
			return i
		}
		before--
	}
	return -1
}

// like is the option of a slot that is most like what another slot holds: the same workout for the same want, else what costs least for it; −1
// where that holds nothing, or the slot cannot.
func (s *Solver) like(n, other int) int {
	held := s.slots[other].chosen
	if held < 0 {
		return -1
	}
	is, best := &s.slots[other].options[held], -1
	for i := range s.slots[n].options {
		o := &s.slots[n].options[i]
		if o.want != is.want {
			continue
		}
		if o.workout == is.workout {
			return i
		}
		if best < 0 || o.penalty < s.slots[n].options[best].penalty {
			best = i
		}
	}
	return best
}

// order are the slots in the order in which they are filled first: first sessions of days before second ones, by chance between those.
func (s *Solver) order() []int {
	var order []int
	for i := range s.slots {
		if !s.slots[i].fixed {
			order = append(order, i)
		}
	}
	s.random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
	slices.SortStableFunc(order, func(a, b int) int {
		if s.slots[a].second != s.slots[b].second {
			if s.slots[b].second {
				return -1
			}
			return 1
		}
		return 0
	})
	return order
}
