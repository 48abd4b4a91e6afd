package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/session"
	"fortnight/training"
)

// weightlifter is somebody who lifts on some days of the week and does a little of an endurance sport, with a goal in words.
func weightlifter(words string, days ...training.Weekday) *memory {
	m := somebody(training.Intermediate, "", 29, training.Thresholds{}).states(func(p *training.Profile) {
		months := 36
		p.Priority, p.StrengthExperienceMonths, p.MeasuredOn = nil, &months, nil
		if words != "" {
			p.Goal = &words
		}
		p.OneRepMaxes = []training.OneRepMax{
			{ExerciseID: "bench-press", Kilograms: 100, MeasuredOn: monday - 20}, {ExerciseID: "back-squat", Kilograms: 130, MeasuredOn: monday - 20},
			{ExerciseID: "deadlift", Kilograms: 160, MeasuredOn: monday - 20}, {ExerciseID: "overhead-press", Kilograms: 60, MeasuredOn: monday - 20},
		}
	})
	week := []did{usually(sat, training.Row, 30)}
	for _, day := range days {
		week = append(week, usually(day, training.Strength, 60).evening().sets(7))
	}
	return m.lived(monday, 12, 1, 0, week...)
}

// A goal of a lift is trained: each week has the lift, most often twice, with what is on the bar said; endurance stays easy beside it, in the plan and
// along the road, and the sets of the road rise with the weeks of a build.
func TestAGoalOfALiftIsTrained(t *testing.T) {
	withoutRace(t)
	for words, want := range map[string]training.ExerciseID{
		"bench 120 kg": "bench-press", "overhead press 75 kg": "overhead-press", "a stronger front squat": "front-squat", "200 kg Kreuzheben": "deadlift",
		"squat 150 kg and get stronger": "back-squat", "sentadilla de 140 kg": "back-squat", "10 pull-ups": "pull-up",
	} {
		for _, days := range [][]training.Weekday{{mon, thu}, {mon, wed, fri}, {mon, tue, thu, fri}} {
			m, run := weightlifter(words, days...), request(14)
			plan(t, m, run)
			name := fmt.Sprintf("%q, %d lifts", words, len(days))
			if m.outcome.Status != runs.Succeeded {
				t.Errorf("%s: %s", name, *m.outcome.Failure)
				continue
			}
			for _, broken := range m.hard(run) {
				t.Errorf("%s: %s", name, broken)
			}
			e, _ := training.FindExercise(want)
			said := map[training.SessionID]string{}
			for _, p := range m.outcome.Proposal {
				said[p.ID] = p.Rationale
			}
			trained := [2]int{}
			for _, s := range m.after() {
				if s.Date < monday {
					continue
				}
				if s.Sport.Endurance() && (s.Load.Demand.HighIntensity || s.Load.Demand.Moderate) {
					t.Errorf("%s: %s beside the lifts", name, s.Title)
				}
				if !slices.Contains(s.Load.Demand.Exercises, want) {
					continue
				}
				trained[(s.Date-monday)/7]++
				if !strings.Contains(said[s.ID], "Your "+session.Called(&e)) {
					t.Errorf("%s: %s is not said to train it: %s", name, s.Title, said[s.ID])
				}
			}
			if least := min(2, len(days)-1); trained[0] < least || trained[1] < least {
				t.Errorf("%s: trained %v times in its weeks, want %d", name, trained, least)
			}
			road, err := view.Road(m.snapshot, monday)
			if err != nil {
				t.Fatal(err)
			}
			before := (*view.SeasonWeek)(nil)
			for i := range road.Weeks {
				w := &road.Weeks[i]
				if w.Lift == nil || w.Lift.ExerciseID != want {
					t.Errorf("%s: the week of %s has no %s: %+v", name, w.StartsOn, want, w.Lift)
					continue
				}
				for _, id := range w.KeyFamilies {
					if !strings.HasPrefix(id, "Q-") {
						t.Errorf("%s: the week of %s leads to %s", name, w.StartsOn, id)
					}
				}
				if before != nil && !w.StepBack && !before.StepBack && w.Phase == before.Phase && slices.Equal(w.KeyFamilies, before.KeyFamilies) && volume(w.Lift) < volume(before.Lift) &&
					w.Lift.RepetitionsHigh >= before.Lift.RepetitionsHigh && w.Lift.RepsInReserve >= before.Lift.RepsInReserve {
					t.Errorf("%s: the week of %s has less of it, %+v after %+v", name, w.StartsOn, *w.Lift, *before.Lift)
				}
				before = w
			}
		}
	}
}

// volume is about how many repetitions a week asks for.
func volume(l *view.SeasonLift) int { return l.Sets * (l.RepetitionsLow + l.RepetitionsHigh) }

// Parts of the body are trained too: the first lift of each week is for them.
func TestAGoalOfPartsOfTheBodyIsTrained(t *testing.T) {
	withoutRace(t)
	for words, part := range map[string]training.MuscleGroup{"bigger arms": training.Push, "bigger legs": training.Legs, "größere Schultern": training.Push} {
		m, run := weightlifter(words, mon, thu), request(14)
		plan(t, m, run)
		sets := [2]int{}
		for _, s := range m.after() {
			if s.Date < monday || s.Sport != training.Strength {
				continue
			}
			for _, id := range s.Load.Demand.Exercises {
				if e, _ := training.FindExercise(id); slices.Contains(e.MuscleGroups, part) {
					w := m.library[slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == s.WorkoutID })]
					n, _ := session.WorkSets(&w, id)
					sets[(s.Date-monday)/7] += n
				}
			}
		}
		if sets[0] < 8 || sets[1] < 8 {
			t.Errorf("%q: %v sets a week for %s", words, sets, part)
		}
	}
}

// Where each lift of a week has one half of the body, those for the legs have all of the week's sets for them: what bends the knee and what bends the hip,
// in a gym and with dumbbells alone.
func TestDaysForTheLegsTrainAllOfThem(t *testing.T) {
	withoutRace(t)
	for name, have := range map[string][]training.Equipment{"a gym": nil, "dumbbells": {training.Dumbbells}} {
		m := somebody(training.Intermediate, training.PriorityStrength, 26, training.Thresholds{}).states(func(p *training.Profile) {
			months := 24
			p.StrengthExperienceMonths, p.MeasuredOn, p.Equipment = &months, nil, have
			p.TrainingGoal = &training.Goal{Kind: training.GoalMuscle}
		}).lived(monday, 12, 1, 0, usually(mon, training.Strength, 65).evening().sets(10), usually(tue, training.Strength, 65).evening(),
			usually(thu, training.Strength, 65).evening().sets(10), usually(fri, training.Strength, 65).evening())
		plan(t, m, request(14))
		days := 0
		for _, s := range m.after() {
			if s.Date < monday || session.ID(s.Family) != "Q-SIZE" {
				continue
			}
			patterns := map[training.MovementPattern]bool{}
			for _, id := range s.Load.Demand.Exercises {
				e, _ := training.FindExercise(id)
				patterns[e.Pattern] = true
			}
			if !patterns[training.PatternSquat] && !patterns[training.PatternHinge] {
				continue
			}
			if days++; !patterns[training.PatternSquat] || !patterns[training.PatternHinge] {
				t.Errorf("%s, %s: %s has %v", name, s.Date, s.Title, s.Load.Demand.Exercises)
			}
		}
		if days < 3 {
			t.Errorf("%s: %d days for the legs", name, days)
		}
	}
}

// Who says that strength comes first, and nothing else, is no rower for half an hour on the erg.
func TestALifterWithoutAGoalLifts(t *testing.T) {
	withoutRace(t)
	m := weightlifter("", mon, wed, fri).states(func(p *training.Profile) { p.Priority = new(training.PriorityStrength) })
	run := request(14)
	plan(t, m, run)
	for _, s := range m.after() {
		if s.Date >= monday && s.Sport == training.Row && (s.Load.Demand.HighIntensity || s.Load.DurationSeconds > 45*60) {
			t.Errorf("%s: %s", s.Date, s.Title)
		}
	}
	if b := briefOf(t, m); b.Goal.Kind != training.GoalStrength {
		t.Errorf("the goal is %s", b.Goal.Kind)
	}
}

// A week is called a test week only where it holds a test, and the wave's last week of a lifter has that of the lifts.
func TestATestWeekHasATest(t *testing.T) {
	withoutRace(t)
	tests := 0
	for back := range 8 {
		for _, words := range []string{"bench 120 kg", "get stronger", "bigger arms", ""} {
			m, run := weightlifter(words, mon, wed, fri), request(14)
			kept := m.snapshot.Activities[:0]
			for _, a := range m.snapshot.Activities { // so that the wave began some weeks later
				if a.Date >= monday.AddDays(-7*(5+back)) {
					kept = append(kept, a)
				}
			}
			m.snapshot.Activities = kept
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Fatal(*m.outcome.Failure)
			}
			says := strings.Count(m.aims(), "a test week")
			holds := 0
			for _, s := range m.after() {
				if s.Date >= monday && s.Focus == training.FocusTest {
					holds++
				}
			}
			if says != holds {
				t.Errorf("%q, %d weeks known: %d test weeks are told, %d tests stand: %s", words, 5+back, says, holds, m.aims())
			}
			tests += holds
		}
	}
	if tests == 0 {
		t.Error("no test was seen")
	}
}

// A lift that was written for somebody without weights, and is in the library since, is not for who has some.
func TestWeightsThatAreThereAreLifted(t *testing.T) {
	novice := func(have ...training.Equipment) *memory {
		return somebody(training.Novice, training.PriorityHybrid, 29, training.Thresholds{}).states(sessionsAWeek(4)).states(func(p *training.Profile) { p.Equipment = have }).
			lived(monday, 8, even, 0, usually(mon, training.Strength, 40), usually(wed, training.Walk, 45), usually(fri, training.Strength, 40), usually(sun, training.Walk, 60))
	}
	lifts := func(m *memory) (weighted, all int) {
		plan(t, m, request(14))
		for _, s := range m.after() {
			if s.Date < monday || s.Sport != training.Strength {
				continue
			}
			all++
			at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == s.WorkoutID })
			if slices.ContainsFunc(m.library[at].Demand.Exercises, func(id training.ExerciseID) bool {
				e, _ := training.FindExercise(id)
				return e.Loading == training.LoadingWeight
			}) {
				weighted++
			}
		}
		return weighted, all
	}
	bare := novice([]training.Equipment{}...)
	bare.snapshot.Athlete.Profile.Equipment = []training.Equipment{}
	if weighted, all := lifts(bare); weighted > 0 || all != 4 {
		t.Fatalf("without weights: %d of %d lifts have some", weighted, all)
	}
	gym := novice(training.Gym)
	gym.library = bare.library
	if weighted, all := lifts(gym); weighted != all || all != 4 {
		t.Errorf("in a gym %d of %d lifts have weights", weighted, all)
	}
}
