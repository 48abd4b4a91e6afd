package db_test

import (
	"reflect"
	"testing"

	"fortnight/db"
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
	w.check(other.Migrate(w.ctx, func(db.Migration) {}))
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
