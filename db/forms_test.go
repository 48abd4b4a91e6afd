package db_test

import (
	"reflect"
	"testing"

	"fortnight/db/migration"
	"fortnight/session"
	"fortnight/training"
)

// TestFormsAreRewritten: what is stored in the first form says the same in the newest, which is written once and by one function; whoever has
// read it before need not read it again.
func TestFormsAreRewritten(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	run, lift := w.workout(athlete, easyRun("Run")), w.workout(athlete, squats("Lift"))
	for id, body := range map[training.WorkoutID]string{
		run.ID: `[{"name": "Main", "sport": "RUN", "steps": [{"kind": "endurance", "target": {"end": 0.72, "start": 0.72}, "durationSeconds": 2700}],
			"repeats": 1}]`,
		lift.ID: `[{"name": "Main", "sport": "STRENGTH", "steps": [{"kind": "strength", "load": {"repsInReserve": 1}, "reps": 3, "sets": 5,
			"exerciseId": "back-squat", "restSeconds": 180}], "repeats": 1}]`,
	} {
		w.exec("UPDATE workouts SET body = $2, content_hash = sha256('') WHERE id = $1", id, body)
	}
	other := w.open()
	w.check(other.Migrate(w.ctx, func(migration.Step) {}))
	for _, want := range []training.Workout{run, lift} {
		got, err := other.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{want.ID})
		w.check(err)
		if !reflect.DeepEqual(got[want.ID], want) {
			t.Errorf("got  %+v\nwant %+v", got[want.ID], want)
		}
		text, err := training.EncodeBlocks(want.Blocks)
		w.check(err)
		if w.count("SELECT count(*) FROM workouts WHERE id = $1 AND body = $2", want.ID, string(text)) != 1 {
			t.Errorf("%s is not stored as %s", want.Title, text)
		}
	}
}

// TestFamiliesAreReadAnew: what was stored before workouts had families, or what an earlier edition has read, is read by a starting server;
// workouts keep their revisions, and one that fits no family gets none.
func TestFamiliesAreReadAnew(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	run := w.workout(athlete, easyRun("Easy run"))
	none := easyRun("Row and run")
	none.Blocks = append(none.Blocks, training.Block{Name: "Row", Sport: training.Row, Repeats: 1, Steps: none.Blocks[0].Steps})
	odd := w.workout(athlete, none)
	if run.Family != "R-EASY" || odd.Family != "" {
		t.Fatalf("families %q and %q", run.Family, odd.Family)
	}
	w.exec("UPDATE workouts SET family = NULL, level = NULL, reading = 0 WHERE id = $1", run.ID)
	w.exec("UPDATE workouts SET family = 'R-THR', level = 3, reading = 0 WHERE id = $1", odd.ID)
	other := w.open()
	w.check(other.Migrate(w.ctx, func(migration.Step) {}))
	got, err := other.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{run.ID, odd.ID})
	w.check(err)
	if !reflect.DeepEqual(got[run.ID], run) || !reflect.DeepEqual(got[odd.ID], odd) {
		t.Errorf("read anew as %q and %q %d", got[run.ID].Family, got[odd.ID].Family, got[odd.ID].FamilyLevel)
	}
	if n := w.count("SELECT count(*) FROM workouts WHERE reading <> $1", session.Edition); n != 0 {
		t.Errorf("%d are of another edition", n)
	}
}
