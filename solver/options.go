package solver

import (
	"math"
	"slices"
	"strconv"
	"time"

	"fortnight/training"
)

// prepare makes the options of a slot ready for the rules, once they have their place.
func (s *Solver) prepare(at *slot) {
	for i := range at.options {
		o := &at.options[i]
		o.prepared = s.rules.Prepare(&o.session)
		o.concerns = o.prepared.Concerns()
	}
}

// addOptions gives a slot what may stand for the sessions of its day, each at the start that suits it.
func (s *Solver) addOptions(at *slot) {
	for n := range s.problem.Wants {
		w := &s.problem.Wants[n]
		if at.day < w.First || at.day > w.Last {
			continue
		}
		for i := range w.Doses[:min(len(w.Doses), MaxDoses)] {
			if o, fits := s.option(at, n, &w.Doses[i]); fits {
				at.options = append(at.options, o)
			}
		}
	}
}

func (s *Solver) option(at *slot, n int, dose *Dose) (option, bool) {
	w, known := s.problem.Workouts[dose.Workout]
	if !known || !s.problem.Wishes.Allows(s.date(at.day), &w, s.problem.Kept) {
		return option{}, false
	}
	serves := s.serves(s.date(at.day), &w)
	if serves == 0 && dose.OnWish && !s.counts(s.date(at.day), &w) {
		return option{}, false
	}
	start, fits := s.start(at, &w, serves)
	serves &^= s.atOtherTimes(start)
	if serves == 0 && dose.OnWish && !s.counts(s.date(at.day), &w) {
		return option{}, false
	}
	if !fits || s.problem.Barred != nil && s.problem.Barred(s.date(at.day), start, &w) {
		return option{}, false
	}
	p := penalties{
		off: offCost(s.problem.Wants[n].Role) * dose.Off, match: matchCost * (1 - dose.Likeness), noise: noiseCost * s.random.Float64(),
		length: s.offLength(serves, w.DurationSeconds),
	}
	return s.made(at, n, &w, start, p), true
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
	return s.problem.Hours.Start(s.date(at.day), w, at.second, s.problem.Kept)
}

// counts tells whether a workout on a day counts in a limit that asks for some.
func (s *Solver) counts(date training.Date, w *training.Workout) bool {
	return slices.ContainsFunc(s.problem.Limits, func(l Limit) bool { return l.Least > 0 && l.amount(date, w) > 0 })
}

// made is the option of a workout for a want at a start.
func (s *Solver) made(at *slot, n int, w *training.Workout, start training.LocalTime, p penalties) option {
	want := &s.problem.Wants[n]
	s.options++
	if len(want.Regular) > 0 {
		p.irregular = irregular * want.Regular[at.day]
	}
	if at.second {
		p.second = doubleCost
	}
	o := option{
		want: n, key: demanding(want.Role), lifts: w.Sport == training.Strength, runs: w.Demand.RunSeconds > 0,
		quality: w.Demand.HighIntensity || w.Demand.Moderate || w.Demand.HeavyLower, workout: s.numberOf(w.ID),
		serves: s.serves(s.date(at.day), w) &^ s.atOtherTimes(start), parts: p, penalty: p.sum(),
		session: training.Session{
			PlannedSession: training.PlannedSession{
				ID: training.SessionID(strconv.Itoa(s.options)), Date: s.date(at.day), Start: start, WorkoutID: w.ID, Status: training.Planned,
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
		},
	}
	o.measure(s.origin)
	for n := range s.problem.Limits {
		if amount := s.problem.Limits[n].amount(o.session.Date, w); amount > 0 {
			o.limited = append(o.limited, limited{n, amount})
		}
	}
	if s.stood(&o.session) {
		o.parts.stood = -changeCost
		o.penalty += o.parts.stood
	}
	return o
}

// measure works out what an option brings to its week and to the legs.
func (o *option) measure(origin time.Time) {
	o.minutes, o.shares = minutesOf(&o.session), intensitiesOf(&o.session.Load)
	bout := o.session.Bout()
	o.legs = legsOf(&bout, origin)
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
		if wish.Serves(date, w) {
			met |= 1 << i
		}
	}
	return met
}

// atOtherTimes are the wishes for another time of day than one.
func (s *Solver) atOtherTimes(start training.LocalTime) uint32 {
	var others uint32
	for i := range s.wished {
		if w := &s.wished[i]; w.Windowed() && (start < w.From || w.To != 0 && start >= w.To) {
			others |= 1 << i
		}
	}
	return others
}

// amount is what a workout on a day counts in a limit.
func (l *Limit) amount(date training.Date, w *training.Workout) float64 {
	switch {
	case !l.Wish.On(date) || !l.Wish.Is(w):
		return 0
	case l.Minutes:
		return float64((w.DurationSeconds + 59) / 60)
	}
	return 1
}
