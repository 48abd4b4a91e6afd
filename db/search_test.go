package db_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/library"
	"fortnight/planner"
	"fortnight/training"
)

// TestWalkFindsWhatComparingAllFinds: the index of neighbours leads to the same workouts in the same order, whatever must pass, where it is
// wide enough for all of them, and a page is never shorter than it could be.
func TestWalkFindsWhatComparingAllFinds(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	w.check(w.db.Reembed(w.ctx, pole{name: "north", at: 0}, silent)) // whose vectors are in the way
	athlete, other := w.athlete(), w.athlete()
	walks := w.open()
	walks.WalkBeyond(0)
	all := w.open()
	_, err := walks.CreateWorkout(w.ctx, other.ID, squats("Foreign"))
	w.check(err)
	_, err = walks.CreateWorkout(w.ctx, athlete.ID, squats("Own"))
	w.check(err)
	for _, text := range []string{"heavy squats", "an easy swim", "hills"} {
		for name, filter := range map[string]training.WorkoutFilter{
			"nothing":      {},
			"sport":        {Sports: []training.Sport{training.Swim}},
			"narrow":       {Sports: []training.Sport{training.Run}, MinSeconds: pointer(2000), MaxSeconds: pointer(2700)},
			"mine":         {Mine: pointer(true)},
			"words":        {Text: pointer("easy")},
			"words, sport": {Text: pointer("easy"), Sports: []training.Sport{training.Run, training.Ride}},
			"nothing's":    {Tags: []string{"no such tag"}},
		} {
			for _, first := range []int{1, 10, 1000} {
				want, err := all.SearchWorkouts(w.ctx, athlete.ID, text, filter, first)
				w.check(err)
				got, err := walks.SearchWorkouts(w.ctx, athlete.ID, text, filter, first)
				w.check(err)
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%q that pass %s, the first %d: %d found by a walk, %d by comparing all", text, name, first, len(got), len(want))
				}
			}
		}
	}
}

// TestCandidatesAreUnlike: copies of what is nearest do not fill a plan's choice.
func TestCandidatesAreUnlike(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete := w.athlete()
	copies := map[training.WorkoutID]bool{}
	for range 20 {
		copies[w.workout(athlete, easyRun("Easy run")).ID] = true
	}
	need := planner.Need{Sports: []training.Sport{training.Run}, MaxSeconds: 5400, Text: "easy run, steady and relaxed"}
	found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 6)
	w.check(err)
	if len(found) != 6 || !copies[found[0].Workout.ID] {
		t.Fatalf("the nearest of %d is %q", len(found), found[0].Workout.Title)
	}
	same := slices.IndexFunc(found[1:], func(c planner.Candidate) bool { return copies[c.Workout.ID] })
	if same >= 0 {
		t.Errorf("number %d is the nearest again", same+2)
	}
	again, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 6)
	w.check(err)
	if !reflect.DeepEqual(again, found) {
		t.Error("the same need has other candidates the second time")
	}
}

// TestReasonsSayWhatWasAskedFor: concepts that both are about, sport and duration.
func TestReasonsSayWhatWasAskedFor(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	w.workout(athlete, squats("Triples"))
	run := w.workout(athlete, easyRun("Jog"))
	filter := training.WorkoutFilter{Sports: []training.Sport{training.Run}, MinSeconds: pointer(1800), MaxSeconds: pointer(3600)}
	matches, err := w.db.SearchWorkouts(w.ctx, athlete.ID, "relaxed running, nothing heavy", filter, 5)
	w.check(err)
	if len(matches) != 1 || matches[0].WorkoutID != run.ID {
		t.Fatalf("found %+v", matches)
	}
	want := []string{"about run, easy", "run, as asked", "45 min, within the 30 to 60 asked for", "says relaxed"}
	if got := matches[0].Reasons; !strings.HasSuffix(got[0], " % alike in meaning") || !reflect.DeepEqual(got[1:], want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, c := range []struct {
		least, most int
		want        string
	}{
		{0, 0, ""}, {2700, 0, "45 min, at least the 45 asked for"}, {60, 3600, "45 min, within the 60 asked for"},
		{0, 2700, "45 min, within the 45 asked for"}, {1801, 2700, "45 min, within the 31 to 45 asked for"},
	} {
		need := planner.Need{Sports: []training.Sport{training.Run}, MinSeconds: c.least, MaxSeconds: c.most, Told: 1}
		found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 5)
		w.check(err)
		want := []string{"run, as asked", c.want}
		if c.want == "" {
			want = want[:1]
		}
		if len(found) != 1 || !reflect.DeepEqual(found[0].Match.Reasons, want) {
			t.Errorf("%d to %d s: %+v, want %q", c.least, c.most, found, want)
		}
	}
}
