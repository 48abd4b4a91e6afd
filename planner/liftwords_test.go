package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/reason"
	"fortnight/session"
	"fortnight/training"
)

// A plan says of its first session with an exercise that was lifted in the fortnight before what is on the bar and what has changed since, with its day;
// of later ones nothing, as nobody knows how the first will go.
func TestAPlanSaysWhatIsOnTheBar(t *testing.T) {
	withoutRace(t)
	told := 0
	for _, a := range athletes.Make(24, 5, monday) {
		m := synthetic(&a)
		fortnightAfter(t, m, a.Name, monday, "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b00")
		m.live(monday)
		lifted(m)
		fortnightAfter(t, m, a.Name, monday.AddDays(14), "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b01")
		w := newWitness(m, runOf(monday.AddDays(14), "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b01"))
		book := session.NewLiftBook(&m.snapshot.Athlete.Profile, monday.AddDays(14), training.LiftsDone(w.sessions, nil))
		seen := map[training.ExerciseID]bool{}
		for i := range w.sessions {
			s := &w.sessions[i]
			if s.Date < monday.AddDays(14) || s.Rationale == nil || len(s.Load.Demand.Exercises) == 0 {
				continue
			}
			at := slices.IndexFunc(m.library, func(l training.Workout) bool { return l.ID == s.WorkoutID })
			said := 0
			for _, l := range book.Lifts(w.family(s), &m.library[at]) {
				e, _ := training.FindExercise(l.Exercise)
				says := strings.Contains(*s.Rationale, e.Name+" "+reason.Lift(&l))
				if want := !seen[l.Exercise] && said < 2; says != want {
					t.Errorf("%s: %s said %t, want %t: %s", a.Name, e.Name, says, want, *s.Rationale)
				}
				if says {
					said++
					told++
				}
			}
			for _, id := range s.Load.Demand.Exercises {
				seen[id] = true
			}
		}
	}
	if told < 4 {
		t.Errorf("it is said %d times what is on the bar", told)
	}
}

// lifted has all lifts of what was done be recorded with a repetition more left than asked for.
func lifted(m *memory) {
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		at := slices.IndexFunc(m.library, func(l training.Workout) bool { return l.ID == s.WorkoutID })
		if s.Status != training.Completed || at < 0 || len(s.Load.Demand.Exercises) == 0 {
			continue
		}
		s.Asked = training.AskedLifts(m.library[at].Blocks)
		for n, a := range s.Asked {
			if e, _ := training.FindExercise(a.ExerciseID); e.Loading != training.LoadingWeight || e.CountedIn != training.CountRepetitions || a.Reserve == nil {
				continue
			}
			kilograms, left := float64(40+5*n), *a.Reserve+1
			s.Result.Lifts = append(s.Result.Lifts, training.LiftedExercise{ExerciseID: a.ExerciseID, Sets: []training.LiftedSets{
				{Count: a.Sets, Repetitions: a.High, Kilograms: &kilograms, RepsInReserve: &left},
			}})
		}
	}
}
