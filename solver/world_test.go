package solver

import (
	"math"
	"math/rand/v2"
	"slices"

	"fortnight/brief"
	"fortnight/hours"
	"fortnight/library"
	"fortnight/prescribe"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// one draws an element.
func one[T any](random *rand.Rand, list ...T) T { return list[random.IntN(len(list))] }

// week is a problem of seven days: somebody with six weeks of some sports behind, hours on most days, now and then a wish and a session
// that stays.
func week(seed uint64) Problem {
	random := rand.New(rand.NewPCG(seed, 5))
	p := training.NewProfile("Europe/Berlin")
	p.Level = one(random, training.Novice, training.Intermediate, training.Advanced)
	first := one(random, training.PriorityEndurance, training.PriorityStrength, training.PriorityHybrid)
	p.Priority = &first
	pace, ftp := 250+random.IntN(150), 180+random.IntN(120)
	p.ThresholdSecondsPerKilometer, p.FTPWatts = &pace, &ftp
	for _, day := range []training.Weekday{training.Monday, training.Tuesday, training.Wednesday, training.Friday, training.Saturday, training.Sunday} {
		from := training.LocalTime(60 * (6 + random.IntN(4)))
		p.Availability = append(p.Availability, training.AvailabilityWindow{Weekday: day, From: from, To: from + training.LocalTime(45+15*random.IntN(8))})
	}
	var done []training.Activity
	for range 3 + random.IntN(2) {
		back, sport, minutes := 1+random.IntN(7), one(random, training.Run, training.Ride, training.Swim, training.Strength), 30+random.IntN(60)
		for before := range 6 {
			start := training.LocalTime(420)
			done = append(done, training.Activity{
				Date: monday.AddDays(-back - 7*before), Start: &start, Sport: sport, DurationSeconds: 60 * minutes, TSS: float64(minutes) * 0.9,
			})
		}
	}
	problem := Problem{From: monday, Days: 7, Priority: first, Hours: hours.Hours{Profile: &p, Today: monday - 1}, Workouts: Workouts{}, Seed: int(seed)}
	for _, w := range library.Workouts() {
		problem.Workouts[w.ID] = w.For(p.Thresholds)
	}
	if seed%3 == 0 {
		problem.Kept = []training.Session{kept(&problem, monday+1)}
	}
	if seed%4 == 1 {
		problem.Wishes, _ = wish.Read("long run on Saturday; no riding on Sunday", monday-1, monday, 7)
	}
	ledger := training.NewLedger(&p, monday-1, nil, done, problem.Kept)
	for _, b := range ledger.Bouts() {
		if b.Date < monday {
			problem.Done = append(problem.Done, b)
		}
	}
	standing := rules.Input{Today: monday - 1, From: monday, Days: 7, Profile: p, Activities: done, Sessions: problem.Kept}
	b, err := brief.New(brief.Input{
		From: monday, Days: 7, Hours: problem.Hours, Ledger: ledger, Locked: standing, Kept: problem.Kept, Wishes: problem.Wishes,
	})
	if err != nil {
		panic(err)
	}
	problem.Rules = standing
	problem.Rules.Complete = true
	for _, day := range b.Days {
		problem.Closed = append(problem.Closed, day.Closed)
	}
	w := &b.Weeks[0]
	problem.Weeks = []Week{{Minutes: w.Minutes, Least: w.Least, Most: w.Most, Shares: w.Shares, Sessions: len(w.Slots)}}
	problem.want(b, random)
	return problem
}

// want asks for what the week is to hold, each session as it is written for the athlete and as the library has it.
func (p *Problem) want(b *brief.Brief, random *rand.Rand) {
	who := &prescribe.Athlete{
		Season: &b.Athlete, Thresholds: p.Hours.Profile.Thresholds, Lifter: session.Lifter{Level: p.Hours.Profile.Level}, Goal: &b.Goal, Main: b.Main,
		RIROnly: true, Levels: b.Next,
	}
	for nth, s := range b.Weeks[0].Slots {
		if s.Lock > 0 || len(s.Families) == 0 {
			continue
		}
		w := Want{Role: s.Role, Count: 1, First: s.First - 1, Last: min(s.Last, p.Days) - 1}
		for range p.Days {
			w.Regular = append(w.Regular, float64(random.IntN(3))/2)
		}
		for _, written := range prescribe.For(&s, nth, 120, who) {
			p.Workouts[written.Workout.ID] = written.Workout
			w.Doses = append(w.Doses, Dose{Workout: written.Workout.ID, Off: written.Off, Likeness: 0.7})
		}
		for _, known := range library.Workouts() {
			minutes := p.Workouts[known.ID].DurationSeconds / 60
			if known.Sport == s.Sport && minutes >= s.Least && minutes <= s.Most && len(w.Doses) < MaxDoses {
				w.Doses = append(w.Doses, Dose{Workout: known.ID, Off: 0.01 * math.Abs(float64(minutes-s.Minutes)), Likeness: 0.5 + random.Float64()/2})
			}
		}
		p.Wants = append(p.Wants, w)
	}
}

// kept is an easy run of the library that stands.
func kept(p *Problem, date training.Date) training.Session {
	all := library.Workouts()
	at := slices.IndexFunc(all, func(w training.Workout) bool {
		return w.Sport == training.Run && w.Focus == training.FocusEndurance && p.Workouts[w.ID].DurationSeconds < 2500
	})
	w := p.Workouts[all[at].ID]
	start, fits := p.Hours.Start(date, &w, false, nil)
	if !fits {
		panic("the day has no room for " + w.Title)
	}
	return training.Session{
		PlannedSession: training.PlannedSession{ID: "kept", Date: date, Start: start, WorkoutID: w.ID, Status: training.Planned},
		Title:          w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
	}
}

// small prepares the search of a problem, and keeps of its slots at most so many, each with at most so many options, as a seed draws them.
func small(p Problem, slots, options int, seed uint64) *Solver {
	s, random := New(p), rand.New(rand.NewPCG(seed, 1))
	random.Shuffle(len(s.slots), func(a, b int) { s.slots[a], s.slots[b] = s.slots[b], s.slots[a] })
	s.slots = s.slots[:min(slots, len(s.slots))]
	for n := range s.slots {
		list := s.slots[n].options
		random.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
		s.slots[n].options = list[:min(options, len(list))]
	}
	return s
}

// exact is the value of the best of all choices.
func (s *Solver) exact() value {
	for n := range s.slots {
		s.choose(n, -1)
	}
	best := s.value()
	s.all(0, &best)
	return best
}

func (s *Solver) all(n int, best *value) {
	if n == len(s.slots) {
		if v := s.value(); v.better(*best) {
			*best = v
		}
		return
	}
	for i := -1; i < len(s.slots[n].options); i++ {
		s.choose(n, i)
		s.all(n+1, best)
	}
	s.choose(n, -1)
}
