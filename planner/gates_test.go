package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/gate"
	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// planned are the workouts of the planned days with the days they stand on.
func (m *memory) planned() (list []training.Workout, sessions []training.Session) {
	for _, s := range m.after() {
		at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == s.WorkoutID })
		list = append(list, m.library[at].For(m.snapshot.Athlete.Profile.Thresholds))
		sessions = append(sessions, s)
	}
	return list, sessions
}

// has tells whether a workout has a sport in it.
func has(w *training.Workout, sports ...training.Sport) bool {
	return slices.Contains(sports, w.Sport) || slices.ContainsFunc(w.Blocks, func(b training.Block) bool { return slices.Contains(sports, b.Sport) })
}

// exercises are those of a workout.
func exercises(w *training.Workout) []training.Exercise {
	var list []training.Exercise
	var walk func(steps training.Steps)
	walk = func(steps training.Steps) {
		for _, step := range steps {
			switch s := step.(type) {
			case training.RepeatStep:
				walk(s.Steps)
			case training.StrengthStep:
				e, _ := training.FindExercise(s.ExerciseID)
				list = append(list, e)
			}
		}
	}
	for _, b := range w.Blocks {
		walk(b.Steps)
	}
	return list
}

func harms(w *training.Workout, c ...training.Contraindication) bool {
	return slices.ContainsFunc(exercises(w), func(e training.Exercise) bool {
		return slices.ContainsFunc(c, func(c training.Contraindication) bool { return slices.Contains(e.Contraindications, c) })
	})
}

// banned tells in words of its own what a gate may never let a plan hold.
var banned = map[gate.Gate]func(c training.Condition, w *training.Workout, s *training.Session) bool{
	gate.Stop: func(training.Condition, *training.Workout, *training.Session) bool { return true },
	gate.Illness: func(c training.Condition, w *training.Workout, _ *training.Session) bool {
		return c != training.Cold || w.DurationSeconds > 30*60 || w.Demand.HighSeconds+w.Demand.ModerateSeconds > 0
	},
	gate.Bone: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return has(w, training.Run, training.Walk, training.Hike, training.Row) || w.Demand.PlyometricContact > 0 || w.Demand.HeavyLower || w.Demand.HighIntensity
	},
	gate.Injury: func(c training.Condition, w *training.Workout, _ *training.Session) bool {
		switch c {
		case training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf:
			return has(w, training.Run, training.Row, training.Hike) || w.Demand.PlyometricContact > 0 || harms(w, training.ContraAchilles)
		case training.HurtKnee, training.HurtITB:
			return has(w, training.Run, training.Hike) || w.Demand.PlyometricContact > 0 || harms(w, training.ContraKnee) || has(w, training.Ride) && w.Demand.ModerateSeconds+w.Demand.HighSeconds > 0
		case training.HurtHip, training.HurtGroin, training.HurtHamstring:
			return w.Demand.HighRunSeconds > 0 || harms(w, training.ContraHamstring) || w.Demand.HeavyLower
		case training.Hurt:
			return has(w, training.Run, training.Hike) || w.Demand.PlyometricContact > 0 || w.Demand.HighSeconds+w.Demand.ModerateSeconds > 0
		case training.HurtBack:
			return has(w, training.Row, training.SkiErg) || harms(w, training.ContraBack) || w.Demand.HeavyLower
		}
		return has(w, training.Swim, training.SkiErg, training.Row) || harms(w, training.ContraShoulder)
	},
	gate.Head: func(_ training.Condition, w *training.Workout, s *training.Session) bool {
		return !has(w, training.Walk) || w.DurationSeconds > 30*60 || s.Date < monday+2
	},
	gate.Heart: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return w.Demand.ModerateSeconds+w.Demand.HighSeconds > 0 || w.Demand.LeastReserve < 4
	},
	gate.Pregnancy: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return w.Demand.HighSeconds > 0 || w.Demand.LeastReserve < 4 || harms(w, training.ContraFall, training.ContraSupine, training.ContraProne, training.ContraImpact)
	},
	gate.Birth: func(c training.Condition, w *training.Workout, _ *training.Session) bool {
		most := 15
		if c == training.Leaking || c == training.Prolapse {
			most = 40
		}
		return has(w, training.Run, training.Row, training.Hike) || w.DurationSeconds > most*60 || w.Demand.ModerateSeconds+w.Demand.HighSeconds > 0 || w.Demand.PlyometricContact > 0
	},
	gate.Energy: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return w.Demand.HighIntensity
	},
	gate.Life: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return w.Demand.HighIntensity
	},
	gate.Surgery: func(_ training.Condition, w *training.Workout, _ *training.Session) bool {
		return !has(w, training.Walk)
	},
	gate.Surroundings: func(c training.Condition, w *training.Workout, s *training.Session) bool {
		return w.Demand.HighIntensity && (c == training.PoorAir || s.Start >= 11*60 && s.Start < 16*60)
	},
}

// message is the end of a run in words, and week what was said of the weeks.
func (m *memory) said() (week, end string) {
	for _, e := range m.events {
		switch told := e.(type) {
		case *runs.TargetsSet:
			week = told.Message
		case *runs.RunSucceeded:
			end = told.Message
		}
	}
	return week, end
}

// Over athletes of all kinds no plan holds what a condition forbids, and each says what it keeps and advises.
func TestGatesOverManyAthletes(t *testing.T) {
	withoutRace(t)
	n := many(248, 62, 62) // each condition once, in the long form four times
	empty := map[training.Condition]int{}
	for i, a := range athletes.Make(n, 7, monday) {
		c := training.Conditions[i%len(training.Conditions)]
		a.Profile.Conditions = []training.Condition{c}
		m, run := synthetic(&a), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s with %s: %s", a.Name, c, *m.outcome.Failure)
			continue
		}
		if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("%s with %s: %v", a.Name, c, hard)
		}
		if faults := m.faults(run); len(faults) > 0 {
			t.Errorf("%s with %s: the second opinion finds %s", a.Name, c, strings.Join(faults, "; "))
		}
		workouts, sessions := m.planned()
		if len(workouts) == 0 {
			empty[c]++
		}
		for n := range workouts {
			if banned[gate.Of(c)](c, &workouts[n], &sessions[n]) {
				t.Errorf("%s with %s has %s on %s at %s", a.Name, c, workouts[n].Title, sessions[n].Date, sessions[n].Start)
			}
		}
		b := gate.Read(a.Profile.Conditions, gate.Known{Runs: true})
		week, end := m.said()
		if !strings.Contains(week, b.Holds[0].Because()) || !strings.Contains(end, b.Holds[0].Advice) {
			t.Errorf("%s with %s says %q and %q", a.Name, c, week, end)
		}
	}
	for _, c := range training.Conditions {
		must := gate.Of(c) == gate.Stop || gate.Of(c) == gate.Illness && c != training.Cold
		if got := empty[c]; must != (got == n/len(training.Conditions)) {
			t.Errorf("%s left %d of %d plans empty", c, got, n/len(training.Conditions))
		}
	}
}

// Triathletes train twice on some days, and once a day where energy lacks.
func TestOneSessionADayWhereEnergyLacks(t *testing.T) {
	doubles := func(a athletes.Athlete, conditions ...training.Condition) (count int) {
		a.Profile.Conditions = conditions
		m := synthetic(&a)
		plan(t, m, request(14))
		sessions := m.after()
		for n := 1; n < len(sessions); n++ {
			if sessions[n].Date == sessions[n-1].Date {
				count++
			}
		}
		return count
	}
	before, seen := 0, 0
	for _, a := range athletes.Make(120, 7, monday) {
		if a.Kind != "middle distance" || seen == 3 {
			continue
		}
		seen++
		before += doubles(a)
		if n := doubles(a, training.REDS); n > 0 {
			t.Errorf("%s has %d days with two sessions", a.Name, n)
		}
	}
	if before == 0 {
		t.Error("nobody trains twice a day")
	}
}

// halls are what athletes may have at hand.
var halls = map[string][]training.Equipment{
	"nothing": {}, "dumbbells": {training.Dumbbells}, "kettlebell": {training.Kettlebell, training.Band}, "gym": {training.Gym},
	"bike and dumbbells": {training.Bike, training.Dumbbells}, "pool": {training.SwimmingPool}, "rower": {training.Rower, training.Gym},
}

// Over athletes of all kinds no plan holds what there is nothing for: throughout, or on the days away from home.
func TestEquipmentOverManyAthletes(t *testing.T) {
	withoutRace(t)
	names := []string{"nothing", "dumbbells", "kettlebell", "gym", "bike and dumbbells", "pool", "rower"}
	n := many(203, 84, 21)
	lifted := map[string]int{}
	for i, a := range athletes.Make(n, 11, monday) {
		name := names[i%len(names)]
		away := i/len(names)%2 == 1
		if away {
			a.Profile.EquipmentOnDates = []training.EquipmentOnDates{{From: monday + 2, To: monday + 8, Equipment: halls[name]}}
		} else {
			a.Profile.Equipment = halls[name]
		}
		m, run := synthetic(&a), request(14)
		run.Wish = a.Wish
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s with %s: %s", a.Name, name, *m.outcome.Failure)
			continue
		}
		have := []training.Equipment{training.NoEquipment}
		for _, e := range halls[name] {
			have = append(have, e.With()...)
		}
		if lifting := name == "dumbbells" || name == "kettlebell" || name == "gym"; lifting && !away { // tells nothing of bicycle, pool and erg
			have = append(have, training.Bike, training.SwimmingPool, training.Rower)
		}
		workouts, sessions := m.planned()
		for n := range workouts {
			s := &sessions[n]
			if away && (s.Date < monday+2 || s.Date > monday+8) {
				continue
			}
			if s.Sport == training.Strength {
				lifted[name]++
			}
			if what, missing := session.Missing(&workouts[n], have); missing {
				t.Errorf("%s with %s has %s on %s: %s", a.Name, name, s.Title, s.Date, what)
			}
		}
	}
	for _, name := range names {
		if lifted[name] == 0 && !testing.Short() {
			t.Errorf("nobody lifts with %s", name)
		}
	}
}

// A lock that a gate forbids stays, and the athlete is told.
func TestLockAgainstAGate(t *testing.T) {
	m := athlete(training.Intermediate, training.PriorityEndurance).past(2, training.Run, 60, 70).past(4, training.Run, 60, 70).past(6, training.Run, 60, 70).lock(3, "07:00", "Easy run")
	m.snapshot.Athlete.Profile.Conditions = []training.Condition{training.HurtAchilles}
	plan(t, m, request(14))
	for _, e := range m.events {
		if kept, is := e.(*runs.LockKept); is {
			if !strings.Contains(kept.Message, "a sore Achilles tendon: no run") {
				t.Error(kept.Message)
			}
			return
		}
	}
	t.Fatalf("no lock is told of: %v", deref(m.outcome.Failure))
}

// A run that fails says all the same what the athlete has to do.
func TestFailuresAdviseToo(t *testing.T) {
	m := athlete(training.Intermediate, training.PriorityEndurance).past(2, training.Run, 50, 50)
	m.snapshot.Athlete.Profile.Conditions = []training.Condition{training.ChestPain}
	run, fitness := request(14), 60.0
	run.TargetFitness = &fitness
	plan(t, m, run)
	if m.outcome.Status != runs.Failed || !strings.Contains(*m.outcome.Failure, "doctor today") {
		t.Fatalf("%s: %s", m.outcome.Status, deref(m.outcome.Failure))
	}
}

// However much is stated, the messages stay within what is stored, and the gravest gate is told in full. A race in the days is spoken of.
func TestEverythingAtOnce(t *testing.T) {
	a := athletes.Make(1, 3, monday)[0]
	a.Profile.Conditions = training.Conditions
	a.Profile.Events = []training.Event{{ID: "e", Name: "River 10 km", Date: monday + 5, Sport: training.Run, Priority: training.EventA}}
	m, run := synthetic(&a), request(14)
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded || len(m.after()) > 0 {
		t.Fatalf("%s with %d sessions", m.outcome.Status, len(m.after()))
	}
	rests := 0
	for _, e := range m.events {
		if n := len([]rune(e.Head().Message)); n > 2000 {
			t.Errorf("%s has %d characters", e.Kind(), n)
		}
		switch told := e.(type) {
		case *runs.RestProposed:
			if rests++; told.Date != monday+5 && !strings.Contains(told.Rationale, "no training until it is cleared") {
				t.Errorf("%s rests because %q", told.Date, told.Rationale)
			}
		case *runs.TargetsSet:
			if w := told.Weeks[0]; w.Minutes != 0 || len(w.Sessions) != 0 || len(w.LeftOut) != len(gate.Gates) || !strings.HasPrefix(w.LeftOut[0], "chest pain") {
				t.Errorf("the first week is to hold %+v", w)
			}
		}
	}
	_, end := m.said()
	if rests != 14 || !strings.Contains(end, "See a doctor today") || !strings.Contains(end, "Do not race River 10 km on Sat 5 Dec unless you are cleared for it.") {
		t.Errorf("%d days of rest; %q", rests, end)
	}
}

// What the athlete could take instead of a session is held to the same.
func TestAlternativesKeepGates(t *testing.T) {
	m := athlete(training.Intermediate, training.PriorityEndurance).past(2, training.Run, 60, 70).past(4, training.Ride, 60, 60).past(6, training.Run, 60, 70).lock(3, "07:00", "Easy run")
	s := m.snapshot.Sessions[0]
	var all []solver.Candidate
	for _, w := range m.library {
		all = append(all, solver.Candidate{Workout: w.For(training.Thresholds{}), Match: training.WorkoutMatch{WorkoutID: w.ID, Score: 1}})
	}
	sports := func() map[training.Sport]int {
		count := map[training.Sport]int{}
		for _, match := range alternatives(t, m, s.ID, all, 400) {
			at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == match.WorkoutID })
			count[m.library[at].Sport]++
		}
		return count
	}
	p := &m.snapshot.Athlete.Profile
	if free := sports(); free[training.Run] == 0 || free[training.Ride] == 0 || free[training.Swim] == 0 {
		t.Fatalf("without a gate there are %v", free)
	}
	p.Conditions, p.Equipment = []training.Condition{training.HurtKnee}, []training.Equipment{training.SwimmingPool}
	if held := sports(); held[training.Run] != 0 || held[training.Ride] != 0 || held[training.Swim] == 0 {
		t.Errorf("with a sore knee and a pool there are %v", held)
	}
}

// Whatever was cleared, however long it had held and whenever that was said, the plan keeps the way back that is shown, by the rules and by a second
// opinion that is written from the text; where nothing was so, it is the plan of somebody who is well.
func TestWaysBackOverManyAthletes(t *testing.T) {
	withoutRace(t)
	n := many(400, 62, 31)
	ladders := 0
	for i, a := range athletes.Make(n, 11, monday) {
		c := training.Conditions[(5*i)%len(training.Conditions)]
		held, ago := []int{0, 2, 6, 20, 45}[i%5], []int{1, 1, 4, 8, 20}[i/5%5]
		m, run := synthetic(&a), request(14)
		over := monday.AddDays(-ago)
		m.snapshot.Restrictions = []training.Restriction{training.Restriction{ID: "had", Condition: c, SaidOn: over.AddDays(-held)}.Cleared(over, training.RestrictionOver)}
		shown := gate.Rungs(&m.snapshot.Restrictions[0])
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s after %s: %s", a.Name, c, *m.outcome.Failure)
			continue
		}
		if len(shown) > 0 && shown[len(shown)-1].Until >= monday {
			ladders++
		}
		if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("%s, %s for %d days, over for %d: %v", a.Name, c, held, ago, hard)
		}
		for _, fault := range m.faults(run) {
			if strings.Contains(fault, " after "+string(c)) {
				t.Errorf("%s, held %d days, over for %d: %s", a.Name, held, ago, fault)
			}
		}
	}
	if ladders < n/3 {
		t.Errorf("%d of %d were on a ladder", ladders, n)
	}
}
