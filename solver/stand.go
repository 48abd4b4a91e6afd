package solver

import (
	"math"
	"slices"

	"fortnight/season"
	"fortnight/training"
)

// Stand puts a whole plan onto the days, under its own ids, so that it is judged as the search judges what it finds. What is kept is no part
// of it. A session stands for that want of its week for which the plan costs least; one that stands for none counts as one that no week asks
// for, and one that a wish keeps from its day as a wish that is not met.
func (s *Solver) Stand(plan []training.Session) {
	for n := range s.slots {
		s.choose(n, -1)
	}
	ways := map[int][]int{}
	for i := range plan {
		n := s.roomFor(&plan[i])
		ways[n] = s.asStands(n, &plan[i])
		s.choose(n, ways[n][0])
	}
	s.assign(ways)
}

// assign lets the sessions of a plan stand for those wants for which it costs least: tried one by one and two by two.
func (s *Solver) assign(ways map[int][]int) {
	best := s.value()
	try := func(slots, options []int) {
		if s.stopped() {
			return
		}
		was := s.clear(slots)
		for i, n := range slots {
			s.choose(n, options[i])
		}
		if v := s.value(); v.better(best) {
			best = v
			return
		}
		was.restore(s)
	}
	for range passes {
		before := best
		for a := range s.slots {
			for _, wayA := range ways[a] {
				try([]int{a}, []int{wayA})
				for b := range a {
					for _, wayB := range ways[b] {
						if len(ways[a]) > 1 && len(ways[b]) > 1 {
							try([]int{a, b}, []int{wayA, wayB})
						}
					}
				}
			}
		}
		if !best.better(before) {
			break
		}
	}
}

// roomFor is an empty slot of a session's day: one that may hold its workout at its time, else its workout, else any; a new one where all
// are taken.
func (s *Solver) roomFor(session *training.Session) int {
	day, best, fit := int(session.Date-s.problem.From), -1, -1
	for n := range s.slots {
		if slot := &s.slots[n]; slot.day == day && slot.chosen < 0 {
			if f := slot.fit(session); f > fit {
				best, fit = n, f
			}
		}
	}
	if best < 0 {
		s.slots = append(s.slots, slot{day: day, chosen: -1, mark: s.newMark()})
		best = len(s.slots) - 1
	}
	return best
}

// How well a slot fits a session.
const (
	fitsWorkout = iota + 1
	fitsTime
)

func (s *slot) fit(session *training.Session) int {
	fit := 0
	for i := range s.options {
		if o := &s.options[i].session; o.WorkoutID == session.WorkoutID {
			fit = max(fit, fitsWorkout)
			if o.Start == session.Start {
				return fitsTime
			}
		}
	}
	return fit
}

// asStands gives a slot a session as options of its own: one like each of its workout, else as what the search could not
// have put there.
func (s *Solver) asStands(n int, session *training.Session) []int {
	var like []option
	for _, o := range s.slots[n].options {
		if o.session.WorkoutID == session.WorkoutID {
			like = append(like, o)
		}
	}
	if len(like) == 0 {
		like = s.others(&s.slots[n], s.problem.Workouts.Of(session), session.Start)
	}
	var list []int
	for _, o := range like {
		itself := *o.placing
		itself.session = *session
		s.prepare(&itself)
		o.placing, o.stands, o.mark = &itself, true, s.newMark()
		s.relate(s.slots[n].day, &o)
		list = append(list, s.offer(n, o))
	}
	return list
}

// offer adds an option to a slot.
func (s *Solver) offer(n int, o option) int {
	slot := &s.slots[n]
	slot.options = append(slot.options, o)
	return len(slot.options) - 1
}

// others are the options of a workout that the search has none of in a slot: for each want of the day that it may stand for, else as what no
// week asks for. What a wish keeps from the day goes against it.
func (s *Solver) others(at *slot, w *training.Workout, start training.LocalTime) []option {
	parts, p := penalties{}, s.place(at, w, start)
	if !s.problem.Wishes.Allows(s.date(at.day), w, s.problem.Kept) {
		parts.against = unmetCost
	}
	var list []option
	for n := range s.problem.Wants {
		want := &s.problem.Wants[n]
		for _, d := range want.Doses {
			if d.Workout == w.ID && !d.OnWish && want.First <= at.day && at.day <= want.Last {
				of := parts
				of.off, of.match = offCost(want.Role)*d.Off, matchCost*(1-d.Likeness)
				list = append(list, s.made(at, n, p, of))
			}
		}
	}
	if len(list) > 0 {
		return list
	}
	role := season.E
	switch {
	case w.Demand.HighIntensity:
		role = season.K
	case w.Sport == training.Strength:
		role = season.S
	}
	parts.unasked = surplusCost
	return []option{s.made(at, s.anyOf(role), p, parts)}
}

// anyOf is the want of sessions of a role that no week asks for: however many there are, none is missing and each costs by itself.
func (s *Solver) anyOf(role season.Role) int {
	for n := range s.problem.Wants {
		if w := &s.problem.Wants[n]; w.Role == role && w.Count == math.MaxInt8 {
			return n
		}
	}
	s.problem.Wants = append(slices.Clip(s.problem.Wants), Want{Role: role, Count: math.MaxInt8, Last: s.problem.Days - 1})
	s.missing = append(s.missing, 0)
	return len(s.problem.Wants) - 1
}

// Trial is what a plan becomes with a workout on a day. Gone are the sessions that give way to it; Hard is how many more rows of HARD rules
// are broken, Terms by what it costs more, negative where less. Asked says that it may stand for something that its week is to hold. Plan
// are the sessions as they would be, without what is kept.
type Trial struct {
	Session training.Session
	Gone    []training.Session
	Asked   bool
	Hard    int
	Terms   []Term
	Plan    []training.Session
}

// Cost is by how much more a plan costs with a trial.
func (t *Trial) Cost() float64 { return Sum(t.Terms) }

// maxTried bounds how many options of a slot a trial looks at.
const maxTried = 24

// Try says what the plan becomes with the best of some workouts on a day: in the place of what stands there or beside it, and with or
// without the session elsewhere that stands for the same. It leaves the plan as it is. False where no window of the day has room for any.
func (s *Solver) Try(day int, workouts []training.Workout) (Trial, bool) {
	before, terms := s.value(), s.Terms()
	best, found := Trial{}, false
	var least value
	consider := func(n, option int, asked bool) {
		for _, without := range s.besideOthers(n, option, asked) {
			if s.stopped() {
				return
			}
			was := s.clear(append([]int{n}, without...))
			s.choose(n, option)
			if v := s.value(); !found || v.better(least) {
				least, found = v, true
				best = Trial{
					Session: s.slots[n].options[option].session, Asked: asked, Hard: v.rules.Hard - before.rules.Hard, Terms: Differ(terms, s.Terms()),
					Plan: s.sessions(), Gone: was.sessions(s),
				}
			}
			s.choose(n, -1)
			was.restore(s)
		}
	}
	for n := range s.slots {
		if s.slots[n].day == day {
			for _, option := range s.optionsOf(n, workouts) {
				consider(n, option, true)
			}
		}
	}
	if found {
		return best, true
	}
	for n := range s.slots {
		if s.slots[n].day != day {
			continue
		}
		for i := range workouts[:min(len(workouts), maxTried)] {
			if start, fits := s.problem.Hours.Start(s.date(day), &workouts[i], s.slots[n].second, s.problem.Kept); fits {
				for _, o := range s.others(&s.slots[n], &workouts[i], start) {
					consider(n, s.offer(n, o), o.parts.unasked == 0)
				}
			}
		}
	}
	return best, found
}

// optionsOf are the options of a slot with one of some workouts, those of a plan that was put onto the days left out.
func (s *Solver) optionsOf(n int, workouts []training.Workout) []int {
	var list []int
	for i := range s.slots[n].options {
		id := s.slots[n].options[i].session.WorkoutID
		for w := range workouts {
			if workouts[w].ID == id && !s.slots[n].options[i].stands && len(list) < maxTried {
				list = append(list, i)
				break
			}
		}
	}
	return list
}

// besideOthers are the slots that may be cleared for an option beside its own: none, or one that holds what stands for the same want.
func (s *Solver) besideOthers(n, option int, asked bool) [][]int {
	list := [][]int{nil}
	for m := range s.slots {
		if !asked {
			break
		}
		if slot := &s.slots[m]; m != n && slot.chosen >= 0 && slot.options[slot.chosen].want == s.slots[n].options[option].want {
			list = append(list, []int{m})
		}
	}
	return list
}

// cleared are slots and what they held.
type cleared struct{ slots, held []int }

func (s *Solver) clear(slots []int) cleared {
	c := cleared{slots: slots}
	for _, n := range slots {
		c.held = append(c.held, s.slots[n].chosen)
		s.choose(n, -1)
	}
	return c
}

func (c *cleared) restore(s *Solver) {
	for i, n := range c.slots {
		s.choose(n, c.held[i])
	}
}

func (c *cleared) sessions(s *Solver) []training.Session {
	var list []training.Session
	for i, n := range c.slots {
		if c.held[i] >= 0 {
			list = append(list, s.slots[n].options[c.held[i]].session)
		}
	}
	return list
}

// sessions are what the slots hold.
func (s *Solver) sessions() []training.Session {
	var list []training.Session
	for n := range s.slots {
		if slot := &s.slots[n]; slot.chosen >= 0 {
			list = append(list, slot.options[slot.chosen].session)
		}
	}
	return list
}
