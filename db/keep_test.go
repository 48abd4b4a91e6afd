package db_test

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

func threshold(t *testing.T, level int) training.Workout {
	t.Helper()
	f, known := session.Find("R-THR")
	if !known {
		t.Fatal("there is no R-THR")
	}
	return f.Write(session.Dose{Family: f.ID, Level: level, For: training.Intermediate})
}

// TestWrittenWorkoutsAreKept: each once, whoever writes them at the same time and in whichever order; found by who asks for it and by no plan, and never changed.
func TestWrittenWorkoutsAreKept(t *testing.T) {
	raced(t)
	w := newWorld(t)
	var written []training.Workout
	for level := 1; level <= 8; level++ {
		written = append(written, threshold(t, level))
	}
	w.check(w.db.Keep(w.ctx, nil))
	var group sync.WaitGroup
	for i := range 8 {
		own := slices.Clone(written[i%3:])
		if i%2 == 1 {
			slices.Reverse(own)
		}
		own = append(own, own[0])
		process := w.open()
		group.Go(func() {
			if err := process.Keep(w.ctx, own); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := w.count("SELECT count(*) FROM workouts WHERE owner_id IS NULL AND revision = 1"); n != len(written) {
		t.Errorf("%d workouts, want %d", n, len(written))
	}
	if n := w.count("SELECT count(*) FROM workout_vectors"); n != len(written) {
		t.Errorf("%d vectors, want %d", n, len(written))
	}
	athlete := w.athlete()
	need := runs.Need{Families: []session.ID{"R-THR"}, MinLevel: 3, MaxLevel: 3, Text: "threshold"}
	for _, need.Text = range []string{"threshold", ""} {
		found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 5)
		w.check(err)
		if len(found) != 0 {
			t.Errorf("a search for a plan finds what was written for another: %+v", found)
		}
	}
	w.check(w.db.Seed(w.ctx, written[2:3], func(int, int) {})) // now it is of the library itself
	for _, need.Text = range []string{"threshold", ""} {
		found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 5)
		w.check(err)
		if len(found) != 1 || found[0].Workout.ID != written[2].ID || found[0].Workout.Title != written[2].Title {
			t.Errorf("found %+v", found)
		}
	}
	other := written[0]
	other.Title = "Something else"
	w.check(w.db.Keep(w.ctx, []training.Workout{other}))
	got, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{other.ID})
	w.check(err)
	if got[other.ID].Title != written[0].Title {
		t.Errorf("it became %q", got[other.ID].Title)
	}
}

// TestNeedsAskForFamilies: families and levels are conditions, for the search by meaning and for that by length; what has no rung passes.
func TestNeedsAskForFamilies(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	easy, own := w.workout(athlete, easyRun("Easy")), w.workout(athlete, threshold(t, 5))
	w.workout(athlete, squats("Squats"))
	w.check(w.db.Seed(w.ctx, []training.Workout{threshold(t, 1), threshold(t, 3)}, func(int, int) {}))
	three := threshold(t, 3).ID
	for _, c := range []struct {
		need runs.Need
		want []training.WorkoutID
	}{
		{runs.Need{Families: []session.ID{"R-THR"}, MinLevel: 2}, []training.WorkoutID{three, own.ID}},
		{runs.Need{Families: []session.ID{"R-THR", "R-EASY"}, MinLevel: 2, MaxLevel: 4}, []training.WorkoutID{three, easy.ID}},
		{runs.Need{Families: []session.ID{"R-EASY"}}, []training.WorkoutID{easy.ID}},
		{runs.Need{Families: []session.ID{"R-THR"}, Foci: []training.Focus{training.FocusEndurance}}, nil},
		{runs.Need{Families: []session.ID{"B-THR"}}, nil},
	} {
		for _, text := range []string{"", "threshold intervals", "an easy run"} {
			c.need.Text = text
			found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, c.need, 10)
			w.check(err)
			var got []training.WorkoutID
			for _, f := range found {
				got = append(got, f.Workout.ID)
			}
			want := slices.Clone(c.want)
			slices.Sort(got)
			if slices.Sort(want); !reflect.DeepEqual(got, want) {
				t.Errorf("%+v: found %v, want %v", c.need, got, want)
			}
		}
	}
}

// TestSessionsSayTheirFamily: what is planned and done says which dose of which family it was, also after its workout was changed.
func TestSessionsSayTheirFamily(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	own := w.workout(athlete, threshold(t, 4))
	done := w.session(athlete, own.ID, today, 420)
	_, err := w.db.CompleteSession(w.ctx, athlete.ID, done.ID, training.SessionResult{DurationSeconds: 3000, TSS: 60})
	w.check(err)
	w.session(athlete, own.ID, today.AddDays(3), 420)
	_, err = w.db.UpdateWorkout(w.ctx, athlete.ID, own.ID, 1, func(c *training.Workout) error { c.Blocks = threshold(t, 6).Blocks; return nil })
	w.check(err)
	var got []string
	for _, s := range w.snapshot(athlete).Sessions {
		got = append(got, s.Family+" "+string(rune('0'+s.FamilyLevel)))
	}
	if want := []string{"R-THR 4", "R-THR 6"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
