package solver

import (
	"math"
	"slices"
	"strconv"

	"fortnight/season"
	"fortnight/training"
)

// addOptions gives a slot what may stand for the sessions of its day, each at the start that suits it.
func (s *Solver) addOptions(at *slot) {
	found := make(map[training.WorkoutID]*placing, optionsRoom)
	at.options = make([]option, 0, optionsRoom)
	for n := range s.problem.Wants {
		w := &s.problem.Wants[n]
		if at.day < w.First || at.day > w.Last || at.care && w.Role != season.Care {
			continue
		}
		for i := range w.Doses[:min(len(w.Doses), MaxDoses)] {
			dose := &w.Doses[i]
			p, known := found[dose.Workout]
			if !known {
				p = s.find(at, dose.Workout)
				found[dose.Workout] = p
			}
			if p == nil || p.serves == 0 && dose.OnWish && !p.counts {
				continue
			}
			o := s.made(at, n, p, penalties{
				off: offCost(w.Role) * dose.Off, match: matchCost * (1 - dose.Likeness), noise: noiseCost * s.random.Float64(),
				length: s.offLength(p.serves, p.session.Load.DurationSeconds),
			})
			o.follows = dose.Follows
			s.relate(at.day, &o)
			at.options = append(at.options, o)
		}
	}
}

// find places a workout in a slot, nil where it may not stand there.
func (s *Solver) find(at *slot, id training.WorkoutID) *placing {
	w := s.workoutOf(id)
	if w == nil || !s.problem.Wishes.Allows(s.date(at.day), w, s.problem.Kept) {
		return nil
	}
	start, fits := s.start(at, w, s.serves(s.date(at.day), w))
	if !fits || s.problem.Barred != nil && s.problem.Barred(s.date(at.day), start, w) {
		return nil
	}
	return s.place(at, w, start)
}

// workoutOf is a workout of the problem, nil for one that it does not have; each is taken out of the map once.
func (s *Solver) workoutOf(id training.WorkoutID) *training.Workout {
	w, asked := s.looked[id]
	if !asked {
		if found, known := s.problem.Workouts[id]; known {
			w = &found
		}
		s.looked[id] = w
	}
	return w
}

// start is when a workout begins in a slot: at the time that is wished for it, where there is room then.
func (s *Solver) start(at *slot, w *training.Workout, serves uint32) (training.LocalTime, bool) {
	for i := range s.wished {
		if t := &s.wished[i]; serves>>i&1 == 1 && t.Windowed() {
			if start, fits := s.problem.Hours.StartFrom(s.date(at.day), w, t.From, t.To, s.problem.Kept); fits {
				return start, true
			}
		}
	}
	return s.hours[at.day].Start(w, at.second, s.problem.Kept)
}

// counts tells whether a workout on a day counts in a limit that asks for some.
func (s *Solver) counts(date training.Date, w *training.Workout) bool {
	return slices.ContainsFunc(s.problem.Limits, func(l Limit) bool { return l.Least > 0 && l.amount(date, w) > 0 })
}

// place makes a workout ready to stand in a slot at a start.
func (s *Solver) place(at *slot, w *training.Workout, start training.LocalTime) *placing {
	p := &placing{
		lifts: w.Sport == training.Strength, runs: w.Demand.RunSeconds > 0,
		workout: s.numberOf(w.ID),
		serves:  s.serves(s.date(at.day), w) &^ s.atOtherTimes(start), counts: s.counts(s.date(at.day), w),
		session: training.Session{
			PlannedSession: training.PlannedSession{Date: s.date(at.day), Start: start, WorkoutID: w.ID, Status: training.Planned},
			Title:          w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
		},
	}
	for n := range s.problem.Limits {
		l := &s.problem.Limits[n]
		if amount := l.amount(p.session.Date, w); amount > 0 && !(l.Days && s.stands(l, p.session.Date)) {
			p.limited = append(p.limited, limited{n, amount})
		}
	}
	p.stood = s.stood(&p.session)
	s.placings++
	p.session.ID = training.SessionID(strconv.Itoa(s.placings))
	s.prepare(p)
	return p
}

// prepare makes a placing ready for the rules and works out what it brings to its week and to the legs.
func (s *Solver) prepare(p *placing) {
	p.minutes, p.shares = minutesOf(&p.session), intensitiesOf(&p.session.Load)
	bout := p.session.Bout()
	p.legs = legsOf(&bout, s.origin)
	p.prepared = s.rules.Prepare(&p.session)
	p.concerns, p.mark = p.prepared.Concerns(), s.newMark()
}

// made is the option of a placing for a want.
func (s *Solver) made(at *slot, n int, p *placing, parts penalties) option {
	want := &s.problem.Wants[n]
	if len(want.Regular) > 0 {
		parts.irregular = irregular * want.Regular[at.day]
	}
	load := &p.session.Load
	key := demanding(want.Role) || isLong(want.Role, load)
	if at.second && s.doubles>>at.day&1 == 0 {
		parts.second = lateCost
		if key {
			parts.second *= 2 // what is hard has the first place of its day
		}
	}
	if s.longs>>at.day&1 == 1 || s.busy>>at.day&1 == 1 && isLong(want.Role, load) {
		parts.second += sportTwice // as beside a session that is planned
	}
	if p.stood {
		parts.stood = -changeCost
	}
	o := option{placing: p, want: n, key: key, hard: hardOf(key, p.session.Sport, load), parts: parts, penalty: parts.sum(), mark: s.newMark()}
	s.relate(at.day, &o)
	return o
}

// relate works out what of an option on a day decides how it stands in a plan, from its placing and what it stands for.
func (s *Solver) relate(day int, o *option) {
	o.is, o.counted, o.keptClose = s.traits(o), s.countedOf(o), s.keptClose(day, o)
}

// stood tells whether a session's workout stood at its time before.
func (s *Solver) stood(session *training.Session) bool {
	return slices.ContainsFunc(s.problem.Stood, func(o training.Session) bool {
		return o.Date == session.Date && o.Start == session.Start && o.WorkoutID == session.WorkoutID
	})
}

// offLength is what the length of a wished session costs.
func (s *Solver) offLength(serves uint32, seconds int) float64 {
	cost := 0.0
	for i, wish := range s.wished {
		if wanted := float64(60 * wish.Minutes); serves>>i&1 == 1 && wanted > 0 {
			cost += lengthCost * math.Abs(float64(seconds)-wanted) / wanted
		}
	}
	return cost
}

// numberOf numbers workouts, so that they are compared fast.
func (s *Solver) numberOf(id training.WorkoutID) int {
	n, known := s.workouts[id]
	if !known {
		n = len(s.workouts)
		s.workouts[id] = n
	}
	return n
}

// serves tells which of the wishes a workout on a day meets.
func (s *Solver) serves(date training.Date, w *training.Workout) uint32 {
	var met uint32
	for i, wish := range s.wished {
		if wish.Serves(date, w) && (s.measured>>i&1 == 0 || wish.Measures(w)) {
			met |= 1 << i
		}
	}
	return met
}

// atOtherTimes are the wishes for another time of day than one.
func (s *Solver) atOtherTimes(start training.LocalTime) uint32 {
	var others uint32
	for i := range s.wished {
		if !s.wished[i].At(start) {
			others |= 1 << i
		}
	}
	return others
}

// stands tells whether something that is kept on a day counts in a limit of days already.
func (s *Solver) stands(l *Limit, date training.Date) bool {
	return slices.ContainsFunc(s.problem.Kept, func(k training.Session) bool {
		return k.Date == date && l.amount(date, s.problem.Workouts.Of(&k)) > 0
	})
}

// amount is what a workout on a day counts in a limit.
func (l *Limit) amount(date training.Date, w *training.Workout) float64 {
	switch {
	case l.Beside != nil && l.Beside.On(date) && l.Beside.Is(w):
		return 1
	case !l.Wish.On(date) || !l.Wish.Is(w):
		return 0
	case l.Meters:
		return l.Wish.Far(w)
	case l.Days && !l.Wish.Trains(w):
		return 0
	case l.Minutes:
		return float64((w.DurationSeconds + 59) / 60)
	}
	return 1
}
