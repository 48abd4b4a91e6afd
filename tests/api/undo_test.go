package api_test

import (
	"slices"
	"testing"

	"fortnight/training"
)

// An act is taken back also where what it took off the calendar was deleted meanwhile: what comes back is the athlete's own, and is found again.
func TestWhatWasDeletedComesBackWithTheAct(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	for of, owner := range map[string]*client{"own": c, "the coach's": coach} {
		workout := owner.createWorkout(t, of)
		session := owner.schedule(t, c.id, workout, today+3, "07:00")
		c.ask(t, `mutation($s: ID!) { removeSession(input: {sessionId: $s}) { sessionId } }`, vars{"s": session}, new(any))
		owner.ask(t, `mutation($w: ID!) { deleteWorkout(input: {id: $w}) { workoutId } }`, vars{"w": workout}, new(any))
		owner.refused(t, "CONFLICT", `mutation($w: ID!, $d: Date!) { scheduleSession(input: {athleteId: "`+c.id+`", workoutId: $w, date: $d}) { session { id } } }`, vars{"w": workout, "d": today})
		var data struct {
			UndoCalendarChange struct{ Undone struct{ Act string } }
		}
		c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, &data)
		var back struct {
			Session struct {
				Date    string
				Workout struct {
					ID, Title string
					Archived  bool
					Owner     struct{ ID string }
				}
			}
			Workouts struct{ Nodes []struct{ ID string } }
		}
		c.ask(t, `query($s: ID!) { session(id: $s) { date workout { id title archived owner { id } } } workouts(filter: {mine: true}) { nodes { id } } }`,
			vars{"s": session}, &back)
		is := back.Session.Workout
		if data.UndoCalendarChange.Undone.Act != "REMOVE_SESSION" || back.Session.Date != (today+3).String() || is.Title != of || is.Archived || is.Owner.ID != c.id ||
			(is.ID == workout) != (owner == c) ||
			!slices.Contains(back.Workouts.Nodes, struct{ ID string }{is.ID}) {
			t.Errorf("%s: %+v", of, back)
		}
		owner.refused(t, "CONFLICT", `mutation($w: ID!) { deleteWorkout(input: {id: $w}) { workoutId } }`, vars{"w": workout}) // it is planned, or archived
	}
}
