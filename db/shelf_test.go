package db_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"

	"fortnight/db"
	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// searchers are servers on one database: the first searches a shelf, the second has the database compare all, and the third searches a shelf that
// has no room for what was written for plans.
func (w *world) searchers(room int) []*db.DB {
	shelf, stored, narrow := w.open(), w.open(), w.open()
	stored.ShelveUpTo(0)
	stored.WalkBeyond(1 << 20)
	narrow.ShelveUpTo(room)
	return []*db.DB{shelf, stored, narrow}
}

// agree looks that servers find the same, by a search and for a plan.
func (w *world) agree(what string, servers []*db.DB, viewer training.User, text string, f session.WorkoutFilter, need runs.Need, first int) (found int) {
	w.Helper()
	var want []training.WorkoutMatch
	var candidates any
	for i, d := range servers {
		got, err := d.SearchWorkouts(w.ctx, viewer.ID, text, f, first)
		w.check(err)
		need.Text = text
		chosen, err := d.SearchAll(w.ctx, viewer.ID, viewer.Profile, []runs.Need{need, {Text: "easy"}}, first)
		w.check(err)
		if i == 0 {
			want, candidates = got, chosen
			continue
		}
		if !reflect.DeepEqual(got, want) {
			w.Errorf("%s, %q %+v: server %d finds %d, %v; the first %d, %v", what, text, f, i, len(got), got, len(want), want)
		}
		if !reflect.DeepEqual(any(chosen), candidates) {
			w.Errorf("%s, %q: server %d has other candidates for %+v", what, text, i, need)
		}
	}
	return len(want)
}

// randomFilter limits about what some workout of a list has; half of all fields are not given.
func randomFilter(random *rand.Rand, of training.Workout) (f session.WorkoutFilter, need runs.Need) {
	given := func() bool { return random.IntN(4) == 0 }
	if random.IntN(2) == 0 {
		f.Sports = []training.Sport{of.Sport, training.Sports[random.IntN(len(training.Sports))]}
		need.Sports = f.Sports
	}
	if given() {
		f.Focuses = []training.Focus{of.Focus, training.Foci[random.IntN(len(training.Foci))]}
		need.Foci = f.Focuses
	}
	if given() {
		f.MinSeconds = pointer(of.DurationSeconds - random.IntN(600))
		need.MinSeconds = *f.MinSeconds
	}
	if given() {
		f.MaxSeconds = pointer(of.DurationSeconds + random.IntN(2)*random.IntN(600))
		need.MaxSeconds = *f.MaxSeconds
	}
	if given() {
		f.MinTSS = pointer(of.TSS)
	}
	if given() {
		f.MaxTSS = pointer(of.TSS)
	}
	if given() && len(of.Tags) > 0 {
		f.Tags = of.Tags[:1+random.IntN(len(of.Tags))]
	}
	if given() {
		f.Mine = pointer(random.IntN(3) == 0)
	}
	if random.IntN(10) == 0 {
		f.Text = pointer("easy")
	}
	if given() {
		f.HasZone = &training.ZoneFilter{Zone: 1 + random.IntN(7), MinSeconds: 1 + random.IntN(1200)}
	}
	if random.IntN(10) == 0 {
		f.ExerciseID = pointer(training.ExerciseID("back-squat"))
	}
	if given() && of.Family != "" {
		f.Families = []session.ID{session.ID(of.Family), "R-THR"}
		need.Families = f.Families
	}
	if given() {
		f.Classes = session.Classes[:1+random.IntN(len(session.Classes))]
	}
	if given() {
		f.MinLevel = pointer(1 + random.IntN(6))
		need.MinLevel = *f.MinLevel
	}
	if given() {
		f.MaxLevel = pointer(1 + random.IntN(12))
		need.MaxLevel = *f.MaxLevel
	}
	return f, need
}

// TestShelvesFindWhatTheDatabaseFinds: the same, in the same order and as near, whatever must pass: 60 searches, 2,000 with LONG=1.
func TestShelvesFindWhatTheDatabaseFinds(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	w.check(w.db.Reembed(w.ctx, pole{name: "north", at: 0}, silent)) // whose vectors are in the way
	athlete, other := w.athlete(), w.athlete()
	for i := range 5 {
		w.workout(other, easyRun(fmt.Sprintf("Foreign %d", i)))
		w.workout(athlete, easyRun(fmt.Sprintf("Own run %d", i)))
		w.workout(athlete, squats(fmt.Sprintf("Own squats %d", i)))
	}
	var written []training.Workout
	for level := 1; level <= 8; level++ {
		written = append(written, threshold(t, level))
	}
	w.check(w.db.Keep(w.ctx, written))
	servers := w.searchers(1 << 20)[:2]
	page, err := w.db.ListWorkouts(w.ctx, athlete.ID, session.WorkoutFilter{}, training.OrderTitle, 100, "")
	w.check(err)
	random, n, found := rand.New(rand.NewPCG(19, 1)), 60, 0
	if os.Getenv("LONG") != "" {
		n = 2000
	}
	for i := range n {
		of := page.Items[random.IntN(len(page.Items))]
		f, need := randomFilter(random, of)
		found += min(1, w.agree(fmt.Sprint("search ", i), servers, athlete, of.Title, f, need, 1+random.IntN(30)))
	}
	if found < n/2 {
		t.Errorf("%d searches of %d found something", found, n)
	}
}

// TestShelvesFollowTheLibrary: what is written, rewritten, embedded and read anew by one server is found by another at once, and so it is where the
// library outgrows the shelf.
func TestShelvesFollowTheLibrary(t *testing.T) {
	w := newWorld(t)
	seeded := library.Workouts()[:40]
	w.check(w.db.Seed(w.ctx, seeded, silent))
	athlete := w.athlete()
	servers := w.searchers(45 * 2000) // for 45 workouts, and not for what is written besides
	titles := func(text string, f session.WorkoutFilter) []string {
		t.Helper()
		w.agree(text, servers, athlete, text, f, runs.Need{}, 60)
		found, err := servers[0].SearchWorkouts(w.ctx, athlete.ID, text, f, 60)
		w.check(err)
		var titles []string
		for _, m := range found {
			of, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{m.WorkoutID})
			w.check(err)
			titles = append(titles, of[m.WorkoutID].Title)
		}
		return titles
	}
	if got := titles("hills", session.WorkoutFilter{}); len(got) != 40 {
		t.Errorf("%d of 40 are found", len(got))
	}
	w.check(w.db.Keep(w.ctx, []training.Workout{threshold(t, 1), threshold(t, 2)}))
	if got := titles("threshold", session.WorkoutFilter{}); len(got) != 42 {
		t.Errorf("%d are found with two that were written, want 42", len(got))
	}
	again := slices.Clone(seeded)
	again[3].Title = "Altogether another thing with kettlebells"
	w.check(w.db.Seed(w.ctx, again, silent))
	if got := titles(again[3].Title, session.WorkoutFilter{}); len(got) != 42 || got[0] != again[3].Title || slices.Contains(got, seeded[3].Title) {
		t.Errorf("after it was rewritten %d are found, the first %q", len(got), got[0])
	}
	var more []training.Workout
	for level := 3; level <= 9; level++ {
		more = append(more, threshold(t, level))
	}
	w.check(w.db.Keep(w.ctx, more)) // the narrow shelf has no room for them
	if got := titles("threshold", session.WorkoutFilter{}); len(got) != 49 {
		t.Errorf("%d are found with all that were written, want 49", len(got))
	}
	own := w.workout(athlete, easyRun("Own"))
	if got := titles("own run", session.WorkoutFilter{}); len(got) != 50 {
		t.Errorf("%d are found with one's own, want 50", len(got))
	}
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, own.ID))
	if got := titles("own run", session.WorkoutFilter{}); len(got) != 49 {
		t.Errorf("%d are found when it is deleted, want 49", len(got))
	}
	family := session.WorkoutFilter{Families: []session.ID{"R-THR"}}
	before := titles("threshold", family)
	w.exec("UPDATE workouts SET reading = 0, family = NULL, level = NULL WHERE written")
	w.check(w.db.RewriteForms(w.ctx))
	w.exec("UPDATE workouts SET reading = 0") // as an earlier edition would have it
	w.check(w.db.RewriteForms(w.ctx))
	if got := titles("threshold", family); len(got) != len(before) || len(got) < 9 {
		t.Errorf("%d of a family are found when it was read anew, want %d", len(got), len(before))
	}
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent)) // nothing of it fits the narrow shelf
	if got := titles("hills", session.WorkoutFilter{Mine: pointer(false)}); len(got) != 60 {
		t.Errorf("%d are found, want 60", len(got))
	}
	for _, d := range servers {
		w.check(d.Reembed(w.ctx, pole{name: "north", at: 7}, silent))
	}
	if got := titles("anything", session.WorkoutFilter{}); len(got) != 60 {
		t.Errorf("%d are found by another embedder, want 60", len(got))
	}
	w.check(w.db.Keep(w.ctx, []training.Workout{threshold(t, 10)})) // its vector is another embedder's
	w.check(servers[0].TidyVectors(w.ctx))
	narrow := session.WorkoutFilter{Families: family.Families, MinLevel: pointer(10)}
	if got := titles("anything", narrow); len(got) != 1 {
		t.Errorf("what the server embedded since is found as %q", got)
	}
}

// TestSearchesThatComeAgainFollowTheLibrary: what was chosen of the library is remembered, and yet the same search finds at once what is new, what has
// another text, and what is the viewer's own, and no more what is not.
func TestSearchesThatComeAgainFollowTheLibrary(t *testing.T) {
	w := newWorld(t)
	seeded := library.Workouts()[:40]
	w.check(w.db.Seed(w.ctx, seeded, silent))
	athlete, other := w.athlete(), w.athlete()
	const text = "kettlebells by the lighthouse"
	first := func(viewer training.User) training.Workout {
		t.Helper()
		var one training.Workout
		for range 3 {
			found, err := w.db.SearchWorkouts(w.ctx, viewer.ID, text, session.WorkoutFilter{}, 10)
			w.check(err)
			of, err := w.db.WorkoutsByID(w.ctx, viewer.ID, []training.WorkoutID{found[0].WorkoutID})
			w.check(err)
			if one.ID != "" && one.ID != found[0].WorkoutID {
				t.Fatalf("a search finds %s and then %s", one.ID, found[0].WorkoutID)
			}
			one = of[found[0].WorkoutID]
		}
		return one
	}
	is := func(step string, viewer training.User, title string) {
		t.Helper()
		if got := first(viewer).Title; (got == text) != (title == text) || title != "" && got != title {
			t.Errorf("%s: %q is found first, want %q", step, got, title)
		}
	}
	is("before", athlete, "")
	own := easyRun(text)
	created := w.workout(athlete, own)
	is("with one's own", athlete, text)
	is("with another's own", other, "")
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, created.ID))
	is("without one's own", athlete, "")
	again := slices.Clone(seeded)
	again[3].Title = text
	w.check(w.db.Seed(w.ctx, again, silent))
	is("with another text", athlete, text)
	is("with another text, for another", other, text)
	w.check(w.db.Seed(w.ctx, seeded, silent))
	is("with the text of before", athlete, "")
	for _, filter := range []session.WorkoutFilter{{Sports: []training.Sport{training.Ride}}, {Sports: []training.Sport{training.Run}}, {Mine: pointer(true)}, {Mine: pointer(false)}} {
		for _, n := range []int{1, 7, 3} {
			found, err := w.db.SearchWorkouts(w.ctx, athlete.ID, text, filter, n)
			w.check(err)
			want := n
			if filter.Mine != nil && *filter.Mine {
				want = 0
			}
			if len(found) != want {
				t.Errorf("%d of %+v are found, want %d", len(found), filter, want)
			}
			for _, m := range found {
				of, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{m.WorkoutID})
				w.check(err)
				if len(filter.Sports) > 0 && of[m.WorkoutID].Sport != filter.Sports[0] {
					t.Errorf("%s is found where %s is wanted", of[m.WorkoutID].Sport, filter.Sports[0])
				}
			}
		}
	}
}
