package db_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/solver"
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
	walks.ShelveUpTo(0)
	walks.WalkBeyond(0)
	all := w.open()
	_, err := walks.CreateWorkout(w.ctx, other.ID, squats("Foreign"))
	w.check(err)
	_, err = walks.CreateWorkout(w.ctx, athlete.ID, squats("Own"))
	w.check(err)
	for _, text := range []string{"heavy squats", "an easy swim", "hills"} {
		for name, filter := range map[string]session.WorkoutFilter{
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
	for range 8 {
		conn, err := walks.Pool().Acquire(w.ctx)
		w.check(err)
		defer conn.Release()
		var sorts string
		w.check(conn.QueryRow(w.ctx, "SELECT current_setting('enable_sort')").Scan(&sorts))
		if sorts != "on" {
			t.Error("a walk's settings stay with its connection")
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
	need := runs.Need{Sports: []training.Sport{training.Run}, MaxSeconds: 5400, Text: "easy run, steady and relaxed"}
	found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 6)
	w.check(err)
	if len(found) != 6 || !copies[found[0].Workout.ID] {
		t.Fatalf("the nearest of %d is %q", len(found), found[0].Workout.Title)
	}
	same := slices.IndexFunc(found[1:], func(c solver.Candidate) bool { return copies[c.Workout.ID] })
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
	filter := session.WorkoutFilter{Sports: []training.Sport{training.Run}, MinSeconds: pointer(1800), MaxSeconds: pointer(3600)}
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
		need := runs.Need{Sports: []training.Sport{training.Run}, MinSeconds: c.least, MaxSeconds: c.most, Told: 1}
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

// TestReasonsNameWhatIsAtHand: what is found for a bench and dumbbells is not about a barbell.
func TestReasonsNameWhatIsAtHand(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	lifts := slices.DeleteFunc(library.All(), func(o training.Workout) bool {
		is, _ := session.LevelOf(o)
		return !slices.Contains([]session.ID{"Q-UPPER", "Q-FULL", "Q-SIZE", "Q-LOWER", "Q-STR"}, is.Family)
	})
	w.check(w.db.Seed(w.ctx, lifts, silent))
	about := func(text string) (told string) {
		matches, err := w.db.SearchWorkouts(w.ctx, athlete.ID, text, session.WorkoutFilter{}, 10)
		w.check(err)
		for _, m := range matches {
			told += strings.Join(m.Reasons, "; ") + "\n"
		}
		return told
	}
	if told := about("only dumbbells and a bench"); strings.Contains(told, "barbell") || !strings.Contains(told, "about push") {
		t.Errorf("told:\n%s", told)
	}
	if told := about("barbell and a bench"); !strings.Contains(told, "barbell") {
		t.Errorf("told:\n%s", told)
	}
}

// TestSearchAllFindsWhatEachFinds: several needs at once have the candidates that each has alone, whether workouts are compared or walked
// to, and also where by-distance workouts make a need read on.
func TestSearchAllFindsWhatEachFinds(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete, other := w.athlete(), w.athlete()
	w.workout(other, easyRun("Foreign"))
	own := w.workout(athlete, easyRun("Own"))
	walks := w.open()
	walks.ShelveUpTo(0)
	walks.WalkBeyond(20)
	run, ride, lift := []training.Sport{training.Run}, []training.Sport{training.Ride}, []training.Sport{training.Strength}
	easy := []training.Focus{training.FocusEndurance, training.FocusRecovery}
	needs := []runs.Need{
		{Text: "easy run", Sports: run, Foci: easy, MinSeconds: 1200, MaxSeconds: 3600, Told: 2},
		{Text: "easy run", Sports: run, Foci: easy, MinSeconds: 1200, MaxSeconds: 7200},
		{Text: "own run", Sports: run, MaxSeconds: 86_400},
		{Text: "ride", Sports: ride, Foci: easy},
		{Text: "anything at all"},
		{Text: "nothing is as short", Sports: lift, MaxSeconds: 1},
	}
	found, err := w.db.SearchAll(w.ctx, athlete.ID, athlete.Profile, needs, 12)
	w.check(err)
	for i, need := range needs {
		alone, err := walks.Search(w.ctx, athlete.ID, athlete.Profile, need, 12)
		w.check(err)
		if !reflect.DeepEqual(found[i], alone) {
			t.Errorf("%q: %d candidates, %d by a walk, or others", need.Text, len(found[i]), len(alone))
		}
		for n, c := range found[i] {
			if told := len(c.Match.Reasons) > 0; told != (n < need.Told) {
				t.Errorf("%q: candidate %d says why it was found is %v", need.Text, n, told)
			}
		}
	}
	if len(found[0]) == 0 || len(found[5]) != 0 || !slices.ContainsFunc(found[2], func(c solver.Candidate) bool { return c.Workout.ID == own.ID }) {
		t.Errorf("%d, %d and %d are found", len(found[0]), len(found[2]), len(found[5]))
	}
	if none, err := w.db.SearchAll(w.ctx, "", athlete.Profile, needs, 12); err != nil || len(none[0]) != 0 {
		t.Errorf("nobody finds %d, %v", len(none[0]), err)
	}
}

// TestSearchReadsGermanAndDenials: what is asked for in German is found, also what was written in it, and what the words rule out is not.
func TestSearchReadsGermanAndDenials(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	jog := easyRun("Lockerer Waldlauf")
	jog.Description = "Ganz ruhig, ohne Uhr."
	own := w.workout(athlete, jog)
	found := func(text string, first int) (all []training.Workout) {
		t.Helper()
		matches, err := w.db.SearchWorkouts(w.ctx, athlete.ID, text, session.WorkoutFilter{}, first)
		w.check(err)
		if len(matches) != first {
			t.Fatalf("%q finds %d", text, len(matches))
		}
		for _, m := range matches {
			by, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{m.WorkoutID})
			w.check(err)
			all = append(all, by[m.WorkoutID])
		}
		return all
	}
	for i, workout := range found("Krafttraining ohne Geräte im Hotelzimmer", 3) {
		if what, missing := session.Missing(&workout, []training.Equipment{training.NoEquipment}); missing || i == 0 && workout.Sport != training.Strength {
			t.Errorf("%s: %s %s", workout.Title, workout.Sport, what)
		}
	}
	for i, workout := range found("endurance without running, 60 minutes", 3) {
		if workout.Demand.RunSeconds > 0 || i == 0 && (workout.DurationSeconds < 48*60 || workout.DurationSeconds > 72*60) {
			t.Errorf("%s: %d s of running in %d", workout.Title, workout.Demand.RunSeconds, workout.DurationSeconds)
		}
	}
	if !slices.ContainsFunc(found("easy run in the woods", 5), func(o training.Workout) bool { return o.ID == own.ID }) {
		t.Error("what was written in German is not found in English")
	}
}

// TestFamiliesAreFoundByTheirPurpose: of the whole shared library, what a family is for, in the words in which it is told, finds a workout of it among
// the first five, on the shelf and by pgvector alone.
func TestFamiliesAreFoundByTheirPurpose(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	athlete, shared := w.athlete(), library.All()
	w.check(w.db.Seed(w.ctx, shared, silent))
	of := map[training.WorkoutID]session.ID{}
	for _, workout := range shared {
		is, _ := session.LevelOf(workout)
		of[workout.ID] = is.Family
	}
	stored := w.open()
	stored.ShelveUpTo(0)
	for name, server := range map[string]*db.DB{"shelf": w.db, "pgvector": stored} {
		for _, f := range session.All() {
			matches, err := server.SearchWorkouts(w.ctx, athlete.ID, f.Purpose, session.WorkoutFilter{}, 5)
			w.check(err)
			var found []session.ID
			for _, m := range matches {
				found = append(found, of[m.WorkoutID])
			}
			if !slices.Contains(found, f.ID) {
				t.Errorf("%s: %s is not found by %q: %v", name, f.ID, f.Purpose, found)
			}
		}
	}
}

// TestMoreFoundBeginWithFewer: a longer answer begins with the shorter one, so that it is read page by page, whatever the text asks for and rules out,
// in memory and by the database; and a page goes on where what its cursor stands behind is now.
func TestMoreFoundBeginWithFewer(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), silent))
	athlete := w.athlete()
	own := w.workout(athlete, easyRun("Own easy run"))
	database := w.open()
	database.ShelveUpTo(0)
	for name, d := range map[string]*db.DB{"memory": w.db, "database": database} {
		for _, text := range []string{"easy run", "threshold", "without running", "strength without equipment, at most 30 minutes", "45 minutes"} {
			all, err := d.SearchWorkouts(w.ctx, athlete.ID, text, session.WorkoutFilter{}, workouts.MostFound)
			w.check(err)
			if len(all) < 25 {
				t.Fatalf("%s: %q finds %d", name, text, len(all))
			}
			for _, first := range []int{1, 12, 13, 16, 17, 20, 25} {
				some, err := d.SearchWorkouts(w.ctx, athlete.ID, text, session.WorkoutFilter{}, first)
				w.check(err)
				if !reflect.DeepEqual(some, all[:first]) {
					t.Errorf("%s: the first %d of %q are not those of %d", name, first, text, len(all))
				}
			}
		}
	}
	page := func(first int, after string) db.Page[training.WorkoutMatch] {
		t.Helper()
		p, err := w.db.SearchPage(w.ctx, athlete.ID, "own easy run", session.WorkoutFilter{}, first, after)
		w.check(err)
		return p
	}
	whole := page(6, "")
	at := slices.IndexFunc(whole.Items, func(m training.WorkoutMatch) bool { return m.WorkoutID == own.ID })
	if at != 0 {
		t.Fatalf("one's own stands at %d", at)
	}
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, own.ID))
	if next := page(1, whole.Cursors[2]); next.Items[0].WorkoutID != whole.Items[3].WorkoutID {
		t.Error("what moved up by one is read twice or left out")
	}
	if next := page(1, whole.Cursors[0]); len(next.Items) != 1 {
		t.Error("behind what is gone there is nothing")
	}
	count, err := whole.Count(w.ctx)
	w.check(err)
	last := page(50, page(50, "").Cursors[49])
	if len(last.Items) != count-50 || last.HasNext || len(page(50, last.Cursors[count-51]).Items) != 0 {
		t.Errorf("the last page of %d has %d and says there is more: %v", count, len(last.Items), last.HasNext)
	}
}
