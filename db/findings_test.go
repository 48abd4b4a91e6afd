package db_test

import (
	"reflect"
	"slices"
	"testing"

	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// TestNeedsAreRememberedWhereThereIsNoShelf: what needs find in a library that is too large for a shelf is searched for once, whoever has them, until the
// library has something new for them; and it is always what a shelf finds.
func TestNeedsAreRememberedWhereThereIsNoShelf(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	seeded := library.All()[:1100]
	w.check(w.db.Seed(w.ctx, seeded, silent))
	large := w.open()
	large.ShelveUpTo(2 << 20) // for some 1,080 workouts
	large.WalkBeyond(100)
	run, easy := []training.Sport{training.Run}, []training.Focus{training.FocusEndurance, training.FocusRecovery}
	const text = "run past the old lighthouse"
	needs := []runs.Need{
		{Text: "easy run", Sports: run, Foci: easy, MinSeconds: 1200, MaxSeconds: 3600, Told: 2},
		{Text: "easy run", Sports: run, Foci: easy, MinSeconds: 1200, MaxSeconds: 4200},
		{Text: "hard ride", Sports: []training.Sport{training.Ride}},
		{Text: "threshold", Families: []session.ID{"R-THR"}},
		{Text: text},
	}
	// found has both servers search, and is the title of the first that the last need finds, and how many the family's does.
	found := func(step string, athlete training.User) (first string, family int) {
		t.Helper()
		got, err := large.SearchAll(w.ctx, athlete.ID, athlete.Profile, needs, 12)
		w.check(err)
		want, err := w.db.SearchAll(w.ctx, athlete.ID, athlete.Profile, needs, 12)
		w.check(err)
		for i, need := range needs {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("%s: %q finds %d, %d on a shelf, or others", step, need.Text, len(got[i]), len(want[i]))
			}
		}
		return got[4][0].Workout.Title, len(got[3])
	}
	// known tells whether somebody without workouts of one's own finds what the needs ask for while the database cannot search.
	known := func(step string, athlete training.User, want bool) {
		t.Helper()
		w.exec("ALTER TABLE workout_vectors RENAME COLUMN embedding TO hidden")
		_, err := large.SearchAll(w.ctx, athlete.ID, athlete.Profile, needs, 12)
		w.exec("ALTER TABLE workout_vectors RENAME COLUMN hidden TO embedding")
		if known := err == nil; known != want {
			t.Errorf("%s: what is found is remembered: %v, want %v (%v)", step, known, want, err)
		}
		found(step, athlete)
	}
	one, two := w.athlete(), w.athlete()
	two.Profile.Thresholds.ThresholdSecondsPerKilometer = pointer(400)
	known("at first", one, false)
	known("again", one, true)
	known("for another", two, true)
	w.check(w.db.Keep(w.ctx, []training.Workout{threshold(t, 1), threshold(t, 2)}))
	known("with what was written for plans", one, true)

	own := w.workout(one, easyRun(text))
	if got, _ := found("with one's own", one); got != text {
		t.Errorf("%q is found before one's own", got)
	}
	known("with another's own", two, true)
	if got, _ := found("with another's own", two); got == text {
		t.Error("another's own is found")
	}
	w.check(w.db.DeleteWorkout(w.ctx, one.ID, own.ID))
	known("without one's own", one, true)

	rewritten := slices.Clone(seeded)
	at := slices.IndexFunc(rewritten, func(of training.Workout) bool { return of.Sport == training.Run })
	rewritten[at].Title, rewritten[at].Description = text, text
	w.check(w.db.Seed(w.ctx, rewritten, silent))
	known("with other words", two, false)
	if got, _ := found("with other words", two); got != text {
		t.Errorf("%q is found first, and not what was rewritten", got)
	}
	known("with other words, again", one, true)

	w.exec("UPDATE workouts SET reading = 0, family = NULL, level = NULL WHERE family = 'R-THR'")
	needs[3].Text = "threshold runs"
	none, err := large.SearchAll(w.ctx, one.ID, one.Profile, needs[3:4], 12)
	w.check(err)
	w.check(w.db.RewriteForms(w.ctx))
	known("read anew", one, false)
	if _, family := found("read anew", one); family == 0 || len(none[0]) != 0 {
		t.Errorf("%d of a family are found when they are read anew, and %d before", family, len(none[0]))
	}
}
