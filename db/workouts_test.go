package db_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"fortnight/embedding"
	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

func TestWorkoutComesBackAsWritten(t *testing.T) {
	w := newWorld(t)
	owner, families := w.athlete(), map[session.ID]bool{}
	for _, workout := range library.Workouts() {
		created := w.workout(owner, workout)
		got, err := w.db.WorkoutsByID(w.ctx, owner.ID, []training.WorkoutID{created.ID, created.ID, "x"})
		w.check(err)
		want := workout
		want.ID, want.OwnerID, want.CreatedAt, want.UpdatedAt, want.Revision = created.ID, owner.ID, w.now(), w.now(), 1
		if len(want.Tags) == 0 {
			want.Tags = []string{}
		}
		if is, known := session.LevelOf(workout); known {
			want.Family, want.FamilyLevel = string(is.Family), is.Level
			families[is.Family] = true
		}
		if len(got) != 1 || !reflect.DeepEqual(got[created.ID], want) || !reflect.DeepEqual(created, want) {
			t.Fatalf("%s:\ngot  %+v\nwant %+v", workout.Title, got[created.ID], want)
		}
	}
	if len(families) < 30 {
		t.Errorf("they are of %d families only", len(families))
	}
}

func TestUpdateWorkoutTellsOfOtherChanges(t *testing.T) {
	raced(t)
	w := newWorld(t)
	owner := w.athlete()
	coach := w.coachOf(owner)
	created := w.workout(owner, easyRun("Old"))
	rename := func(title string) func(*training.Workout) error {
		return func(c *training.Workout) error { c.Title = title; return nil }
	}
	updated, err := w.db.UpdateWorkout(w.ctx, owner.ID, created.ID, 1, rename("New"))
	w.check(err)
	if updated.Title != "New" || updated.Revision != 2 {
		t.Errorf("%+v", updated)
	}
	_, err = w.db.UpdateWorkout(w.ctx, owner.ID, created.ID, 1, rename("Late"))
	w.conflicts("an update of what has changed", err)
	_, err = w.db.UpdateWorkout(w.ctx, coach.ID, created.ID, 2, rename("Foreign"))
	w.notFound("update by a coach", err)
	refusal := errors.New("no")
	if _, err = w.db.UpdateWorkout(w.ctx, owner.ID, created.ID, 2, func(*training.Workout) error { return refusal }); !errors.Is(err, refusal) {
		t.Errorf("got %v", err)
	}
	var won atomic.Int32
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			_, err := w.db.UpdateWorkout(w.ctx, owner.ID, created.ID, 2, rename(fmt.Sprint(i)))
			if err == nil {
				won.Add(1)
			} else {
				w.conflicts("a later one", err)
			}
		})
	}
	group.Wait()
	if won.Load() != 1 {
		t.Errorf("%d updates of one revision won", won.Load())
	}
}

func TestUpdateWorkoutReachesCalendars(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	created := w.workout(athlete, easyRun("Run"))
	w.session(athlete, created.ID, today, 420)
	before := w.revision(athlete)
	_, err := w.db.UpdateWorkout(w.ctx, athlete.ID, created.ID, 1, func(c *training.Workout) error { c.Blocks = squats("").Blocks; return nil })
	w.check(err)
	if w.revision(athlete) != before+1 {
		t.Errorf("revision %d after %d", w.revision(athlete), before)
	}
	if load := w.snapshot(athlete).Sessions[0].Load; load.HardLegSets != 5 {
		t.Errorf("the session's load is %+v", load)
	}
}

func TestDeleteWorkout(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	created := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, created.ID, today, 420)
	w.conflicts("delete what is planned", w.db.DeleteWorkout(w.ctx, athlete.ID, created.ID))
	w.check(w.db.RemoveSession(w.ctx, athlete.ID, s.ID))
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, created.ID)) // the removal may be taken back
	w.conflicts("delete again", w.db.DeleteWorkout(w.ctx, athlete.ID, created.ID))
	other := w.workout(athlete, easyRun("Other"))
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, other.ID))
	w.notFound("delete again what was never planned", w.db.DeleteWorkout(w.ctx, athlete.ID, other.ID))
}

func TestListWorkoutsInEveryOrder(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), func(int, int) {}))
	owner, other := w.athlete(), w.athlete()
	for i := range 5 {
		w.workout(owner, easyRun(fmt.Sprintf("run %d", i)))
		w.clock.Add(1)
	}
	w.workout(other, easyRun("foreign"))
	want := len(library.Workouts()) + 5
	for _, order := range []training.WorkoutOrder{
		training.OrderTitle, training.OrderDuration, training.OrderTSS, training.OrderCreated, training.OrderUpdated,
	} {
		seen, after := map[training.WorkoutID]bool{}, ""
		var previous *training.Workout
		for {
			page, err := w.db.ListWorkouts(w.ctx, owner.ID, session.WorkoutFilter{}, order, 17, after)
			w.check(err)
			for _, item := range page.Items {
				if seen[item.ID] || item.OwnerID == other.ID {
					t.Errorf("%s: %s comes twice or not rightly", order, item.Title)
				}
				seen[item.ID] = true
				if previous != nil && outOfOrder(order, *previous, item) {
					t.Errorf("%s: %q before %q", order, previous.Title, item.Title)
				}
				previous = &item
			}
			if !page.HasNext {
				break
			}
			after = page.Cursors[len(page.Cursors)-1]
		}
		if len(seen) != want {
			t.Errorf("%s: %d workouts, want %d", order, len(seen), want)
		}
	}
	for _, forged := range []string{"x", "AAAA", "eyJsaXN0Ijoid29ya291dHMgVFNTIiwia2V5IjoiZGF2aWQiLCJpZCI6IjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMCJ9"} {
		_, err := w.db.ListWorkouts(w.ctx, owner.ID, session.WorkoutFilter{}, training.OrderTSS, 5, forged)
		w.refused("forged cursor", "after", err)
	}
}

func outOfOrder(order training.WorkoutOrder, a, b training.Workout) bool {
	switch order {
	case training.OrderDuration:
		return a.DurationSeconds > b.DurationSeconds
	case training.OrderTSS:
		return a.TSS > b.TSS
	case training.OrderCreated:
		return a.CreatedAt.Before(b.CreatedAt)
	case training.OrderUpdated:
		return a.UpdatedAt.Before(b.UpdatedAt)
	}
	return false
}

func TestFilters(t *testing.T) {
	w := newWorld(t)
	owner := w.athlete()
	lift, run := w.workout(owner, squats("Triples")), w.workout(owner, easyRun("Jog"))
	shared := w.shared(easyRun("Shared jog"))
	zone := run.TimeInZones[0]
	for name, c := range map[string]struct {
		filter session.WorkoutFilter
		want   []training.WorkoutID
	}{
		"sport":       {session.WorkoutFilter{Sports: []training.Sport{training.Strength, training.Swim}}, []training.WorkoutID{lift.ID}},
		"focus":       {session.WorkoutFilter{Focuses: []training.Focus{training.FocusMaxStrength}}, []training.WorkoutID{lift.ID}},
		"length":      {session.WorkoutFilter{MinSeconds: pointer(2700), MaxSeconds: pointer(2700)}, []training.WorkoutID{run.ID, shared.ID}},
		"load":        {session.WorkoutFilter{MinTSS: pointer(run.TSS), MaxTSS: pointer(run.TSS)}, []training.WorkoutID{run.ID, shared.ID}},
		"all tags":    {session.WorkoutFilter{Tags: []string{"base", "easy"}}, []training.WorkoutID{run.ID, shared.ID}},
		"quoted tag":  {session.WorkoutFilter{Tags: []string{`ea"sy'{}`}}, nil},
		"mine":        {session.WorkoutFilter{Mine: pointer(true)}, []training.WorkoutID{lift.ID, run.ID}},
		"not mine":    {session.WorkoutFilter{Mine: pointer(false)}, []training.WorkoutID{shared.ID}},
		"stemmed":     {session.WorkoutFilter{Text: pointer("relax jogging")}, []training.WorkoutID{run.ID, shared.ID}},
		"odd text":    {session.WorkoutFilter{Text: pointer(`& | ' ? \ :*`)}, nil},
		"zone":        {session.WorkoutFilter{HasZone: &training.ZoneFilter{Zone: zone.Zone, MinSeconds: zone.Seconds}}, []training.WorkoutID{run.ID, shared.ID}},
		"more zone":   {session.WorkoutFilter{HasZone: &training.ZoneFilter{Zone: zone.Zone, MinSeconds: zone.Seconds + 1}}, nil},
		"exercise":    {session.WorkoutFilter{ExerciseID: pointer(training.ExerciseID("back-squat"))}, []training.WorkoutID{lift.ID}},
		"no exercise": {session.WorkoutFilter{ExerciseID: pointer(training.ExerciseID("bench-press"))}, nil},
	} {
		page, err := w.db.ListWorkouts(w.ctx, owner.ID, c.filter, training.OrderTitle, 10, "")
		w.check(err)
		got := map[training.WorkoutID]bool{}
		for _, item := range page.Items {
			got[item.ID] = true
		}
		for _, id := range c.want {
			if !got[id] {
				t.Errorf("%s: one is missing", name)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d workouts, want %d", name, len(got), len(c.want))
		}
	}
}

func TestS93SearchFindsByMeaningAndNothingForeign(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), func(int, int) {}))
	owner, other := w.athlete(), w.athlete()
	secret := w.workout(other, squats("Heavy squats"))
	own := w.workout(owner, squats("Heavy squats"))
	matches, err := w.db.SearchWorkouts(w.ctx, owner.ID, "heavy squats", session.WorkoutFilter{}, 1000)
	w.check(err)
	if len(matches) != len(library.Workouts())+1 {
		t.Errorf("%d matches", len(matches))
	}
	for i, m := range matches {
		if m.WorkoutID == secret.ID {
			t.Error("another's workout is found")
		}
		if m.Score < 0 || m.Score > matches[0].Score || matches[0].Score > 1 || len(m.Reasons) == 0 { // one that is like others before it comes later
			t.Errorf("place %d: %+v", i, m)
		}
	}
	found, err := w.db.SearchWorkouts(w.ctx, owner.ID, "heavy squats", session.WorkoutFilter{Mine: pointer(true)}, 5)
	w.check(err)
	if len(found) != 1 || found[0].WorkoutID != own.ID || !reflect.DeepEqual(found[0].Reasons[1:], []string{"about max-strength, squat", "says heavy, squats"}) {
		t.Errorf("%+v", found)
	}
	similar, err := w.db.SimilarWorkouts(w.ctx, owner.ID, own.ID, 3)
	w.check(err)
	if len(similar) != 3 || similar[0].WorkoutID == own.ID {
		t.Errorf("%+v", similar)
	}
	_, err = w.db.SimilarWorkouts(w.ctx, owner.ID, secret.ID, 3)
	w.notFound("like another's", err)
}

func TestCandidatesServeTheNeed(t *testing.T) {
	w := newWorld(t)
	w.check(w.db.Seed(w.ctx, library.Workouts(), func(int, int) {}))
	athlete := w.athlete()
	slow := training.Profile{Thresholds: training.Thresholds{ThresholdSecondsPerKilometer: pointer(420), CriticalSwimSecondsPer100Meters: pointer(180)}}
	for _, need := range []runs.Need{
		{Sports: []training.Sport{training.Run}, Foci: []training.Focus{training.FocusEndurance, training.FocusLong}, MinSeconds: 1800, MaxSeconds: 5400, Text: "easy run"},
		{Sports: []training.Sport{training.Swim}, MinSeconds: 2400, MaxSeconds: 4500},
		{Text: "short and sharp", MaxSeconds: 3600},
	} {
		want := map[training.WorkoutID]bool{}
		for _, workout := range library.Workouts() {
			load := training.Measure(workout.Sport, workout.Blocks, slow.Thresholds)
			fits := load.DurationSeconds >= need.MinSeconds && load.DurationSeconds <= need.MaxSeconds
			if fits && has(need.Sports, workout.Sport) && has(need.Foci, workout.Focus) {
				want[workout.ID] = true
			}
		}
		got, err := w.db.Search(w.ctx, athlete.ID, slow, need, 1000)
		w.check(err)
		for _, c := range got {
			load := training.Measure(c.Workout.Sport, c.Workout.Blocks, slow.Thresholds)
			if !want[c.Workout.ID] || c.Match.WorkoutID != c.Workout.ID || c.Match.AthleteID != athlete.ID || !reflect.DeepEqual(load, c.Workout.Load) {
				t.Errorf("%q does not serve %+v", c.Workout.Title, need)
			}
		}
		if len(got) != len(want) || len(want) == 0 {
			t.Errorf("%+v: %d candidates, want %d", need, len(got), len(want))
		}
		if few, err := w.db.Search(w.ctx, athlete.ID, slow, need, 2); err != nil || !reflect.DeepEqual(few, got[:min(2, len(got))]) {
			t.Errorf("%+v: the first two are others, %v", need, err)
		}
	}
}

// Work takes as long as the athlete's power makes it, so it serves another need of who has less of it.
func TestCandidatesByWorkLastAsLongAsTheAthlete(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	work := training.EnduranceStep{End: training.End{Kind: training.EndWork, Seconds: 9000, Value: 1500}, Target: training.Between(0.6, 0.7)}
	w.workout(athlete, training.Workout{Title: "1500 kJ", Sport: training.Ride, Focus: training.FocusEndurance, Blocks: []training.Block{
		{Name: "Main", Sport: training.Ride, Repeats: 1, Steps: training.Steps{work}},
	}})
	known := training.Profile{Thresholds: training.Thresholds{FTPWatts: pointer(180)}} // 117 W for 12,821 s
	for _, c := range []struct {
		profile  training.Profile
		min, max int
		want     int
	}{{known, 8000, 10_000, 0}, {known, 12_000, 13_000, 1}, {training.Profile{}, 8000, 10_000, 1}, {training.Profile{}, 12_000, 13_000, 0}} {
		for _, text := range []string{"", "kJ"} {
			need := runs.Need{Sports: []training.Sport{training.Ride}, MinSeconds: c.min, MaxSeconds: c.max, Text: text}
			if got, err := w.db.Search(w.ctx, athlete.ID, c.profile, need, 10); err != nil || len(got) != c.want {
				t.Errorf("%+v: %d candidates, want %d, %v", need, len(got), c.want, err)
			}
		}
	}
}

func has[T comparable](list []T, value T) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return len(list) == 0
}

// renamed is the lexicon under another name.
type renamed struct{ *embedding.Lexicon }

func (renamed) ID() string { return "other" }

func TestSeedWritesWhatChanged(t *testing.T) {
	w := newWorld(t)
	workouts := []training.Workout{easyRun("A"), squats("B"), easyRun("C")}
	for i := range workouts {
		workouts[i].ID = training.WorkoutID(uuid.NewString())
	}
	seed := func() (last [2]int) {
		w.Helper()
		w.check(w.db.Seed(w.ctx, workouts, func(done, total int) { last = [2]int{done, total} }))
		return last
	}
	if got := seed(); got != [2]int{3, 3} {
		t.Errorf("at first: %v", got)
	}
	if got := seed(); got != [2]int{} {
		t.Errorf("again: %v", got)
	}
	athlete := w.athlete()
	own := w.workout(athlete, easyRun("Own"))
	w.session(athlete, workouts[1].ID, today, 420)
	before := w.revision(athlete)
	workouts[1].Title = "B, better"
	if got := seed(); got != [2]int{1, 1} {
		t.Errorf("after a change: %v", got)
	}
	read, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{workouts[1].ID})
	w.check(err)
	if b := read[workouts[1].ID]; b.Title != "B, better" || b.Revision != 2 || w.revision(athlete) != before+1 {
		t.Errorf("%+v, calendar %d", b, w.revision(athlete))
	}
	w.db.ServeBy(renamed{embedding.NewLexicon()})
	if matches, err := w.db.SimilarWorkouts(w.ctx, athlete.ID, own.ID, 5); err != nil || len(matches) != 0 {
		t.Errorf("vectors of two embedders are compared: %v, %v", matches, err)
	}
	if got := seed(); got != [2]int{4, 4} {
		t.Errorf("with another embedder: %v", got)
	}
	if matches, err := w.db.SimilarWorkouts(w.ctx, athlete.ID, own.ID, 5); err != nil || len(matches) != 3 {
		t.Errorf("after embedding anew: %v, %v", matches, err)
	}
}

// What was of the library and is written otherwise now is found for no plan any more, whether or not the library is kept in memory; calendars keep it, and
// where it comes back it is found again.
func TestSeedWithdrawsWhatIsNoMore(t *testing.T) {
	w := newWorld(t)
	before, after, other := threshold(t, 3), threshold(t, 3), squats("Squats")
	after.ID, other.ID = training.WorkoutID(uuid.NewString()), training.WorkoutID(uuid.NewString())
	after.Title += ", otherwise"
	athlete := w.athlete()
	need := runs.Need{Families: []session.ID{"R-THR"}, Text: "threshold"}
	for day, c := range []struct{ seeded, found training.Workout }{{before, before}, {after, after}, {before, before}} {
		for range 2 {
			w.check(w.db.Seed(w.ctx, []training.Workout{c.seeded, other}, func(int, int) {}))
			for _, need.Text = range []string{"threshold", ""} {
				found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 5)
				w.check(err)
				if len(found) != 1 || found[0].Workout.ID != c.found.ID {
					t.Errorf("for %s found %+v", c.seeded.Title, found)
				}
			}
		}
		w.session(athlete, c.found.ID, today.AddDays(day), 420)
	}
	kept, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{before.ID, after.ID})
	w.check(err)
	if len(kept) != 2 {
		t.Errorf("%d of the two workouts of the calendar are there", len(kept))
	}
}

func TestSeedsAtOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			if err := w.open().Seed(w.ctx, library.Workouts(), func(int, int) {}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := w.count("SELECT count(*) FROM workouts"); n != len(library.Workouts()) {
		t.Errorf("%d workouts", n)
	}
}
