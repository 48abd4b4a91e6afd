package api_test

import (
	"encoding/json"
	"strings"
	"testing"

	"fortnight/training"
)

const easyBlocks = `[{name: "Main", sport: RUN, steps: [{endurance: {end: {seconds: 2700}, target: {threshold: {start: 0.7}}}}]}]`

// createWorkout adds an easy run.
func (c *client) createWorkout(t testing.TB, title string) string {
	t.Helper()
	var data struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation($title: String!) { createWorkout(input: {title: $title, sport: RUN, focus: ENDURANCE, blocks: `+easyBlocks+`}) {
		workout { id } } }`, vars{"title": title}, &data)
	return data.CreateWorkout.Workout.ID
}

// schedule puts a workout on a day and returns the session's id.
func (c *client) schedule(t testing.TB, athlete, workout string, day training.Date, start string) string {
	t.Helper()
	var data struct {
		ScheduleSession struct{ Session struct{ ID string } }
	}
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`, vars{"input": vars{
		"athleteId": athlete, "workoutId": workout, "date": day.String(), "start": start,
	}}, &data)
	return data.ScheduleSession.Session.ID
}

// past is all that the API tells of a week that is over, as the athlete did it.
func (c *client) past(t testing.TB) string {
	t.Helper()
	var data json.RawMessage
	c.ask(t, `query($from: Date!) { calendar(from: $from, days: 7) {
		days { date tss sessions { id status skipReason result { tss durationSeconds }
			workout { title description focus tss durationSeconds timeInZones { zone seconds } blocks { name steps { __typename label } } } } }
		weeks { tss durationSeconds lowIntensityShare monotony strain byFocus { focus durationSeconds tss } } } }`,
		vars{"from": today.AddDays(-7).String()}, &data)
	return string(data)
}

// 12 §2: changing or deleting a workout later changes neither title, steps nor past shares.
func TestS95ThePastStays(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	workout := c.createWorkout(t, "Easy as done")
	done, skipped := c.schedule(t, c.id, workout, today.AddDays(-3), "07:00"), c.schedule(t, c.id, workout, today.AddDays(-2), "07:00")
	planned := c.schedule(t, c.id, workout, today.AddDays(1), "07:00")
	var data any
	c.ask(t, `mutation($done: ID!, $skipped: ID!) {
		completeSession(input: {sessionId: $done, durationSeconds: 2700}) { session { id } }
		skipSession(input: {sessionId: $skipped, reason: "rain"}) { session { skipReason } }
	}`, vars{"done": done, "skipped": skipped}, &data)
	before := c.past(t)
	if !strings.Contains(before, `"skipReason":"rain"`) || !strings.Contains(before, `"lowIntensityShare":1`) {
		t.Fatalf("the past is %s", before)
	}
	c.ask(t, `mutation($id: ID!) { updateWorkout(input: {id: $id, revision: 1, title: "Hard now", sport: STRENGTH, focus: MAX_STRENGTH,
		description: "New.", blocks: [{name: "Lift", sport: STRENGTH,
			steps: [{strength: {exerciseId: "back-squat", sets: [{count: 5, amount: {reps: {low: 3}}, load: {repsInReserve: 1}, restSeconds: 180}]}}]}]}) { workout { revision } } }`,
		vars{"id": workout}, &data)
	if now := c.past(t); now != before {
		t.Errorf("after the change the past is\n%s\nand was\n%s", now, before)
	}
	type kept struct{ ID, Title string }
	workoutOf := func(session string) (of struct {
		kept
		Archived bool
		Similar  []any
	}) {
		t.Helper()
		var data struct {
			Session struct {
				Workout struct {
					kept
					Archived bool
					Similar  []any
				}
			}
		}
		c.ask(t, `query($id: ID!) { session(id: $id) { workout { id title archived similar { score } } } }`, vars{"id": session}, &data)
		return data.Session.Workout
	}
	archived := workoutOf(done)
	if !archived.Archived || archived.ID == workout || len(archived.Similar) > 0 {
		t.Errorf("what is done has %+v", archived)
	}
	if next := workoutOf(planned); next.Archived || next.Title != "Hard now" || next.ID != workout {
		t.Errorf("what is planned has %+v", next)
	}
	c.refused(t, "CONFLICT", `mutation($id: ID!) { scheduleSession(input: {workoutId: $id, date: "2026-12-01"}) { session { id } } }`, vars{"id": archived.ID})
	c.refused(t, "CONFLICT", `mutation($id: ID!) { updateWorkout(input: {id: $id, revision: 1, title: "x"}) { workout { id } } }`, vars{"id": archived.ID})
	c.refused(t, "CONFLICT", `mutation($id: ID!) { deleteWorkout(input: {id: $id}) { workoutId } }`, vars{"id": archived.ID})
	c.refused(t, "CONFLICT", `mutation($id: ID!) { deleteWorkout(input: {id: $id}) { workoutId } }`, vars{"id": workout})
	c.ask(t, `mutation($session: ID!, $id: ID!) { removeSession(input: {sessionId: $session}) { sessionId } deleteWorkout(input: {id: $id}) { workoutId } }`,
		vars{"session": planned, "id": workout}, &data)
	if now := c.past(t); now != before {
		t.Errorf("after the deletion the past is\n%s\nand was\n%s", now, before)
	}
	a := c.answer(t, `{ workouts(first: 100) { edges { node { id } } } searchWorkouts(text: "easy as done", first: 50) { nodes { workout { id } } } }`, nil)
	if strings.Contains(a.body, archived.ID) || strings.Contains(a.body, workout) || len(a.Errors) > 0 {
		t.Errorf("found: %s", a.body)
	}
	again := c.createWorkout(t, "Deleted as done")
	last := c.schedule(t, c.id, again, today, "06:00")
	c.ask(t, `mutation($session: ID!, $id: ID!) { completeSession(input: {sessionId: $session, durationSeconds: 2700}) { session { id } }
		deleteWorkout(input: {id: $id}) { workoutId } }`, vars{"session": last, "id": again}, &data)
	if now := workoutOf(last); !now.Archived || now.Title != "Deleted as done" {
		t.Errorf("after the deletion of what was only done: %+v", now)
	}
}

// 12 §6: the run of a coach whose account is gone is not the athlete's, and neither is the end that the coach put to it.
func TestAFormerCoachIsToldAsData(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	var data any
	c.grants(t, coach)
	run, _ := coach.plan(t, vars{"athleteId": c.id, "apply": false})
	own, _ := c.plan(t, vars{"apply": false})
	who := func(id string) string {
		t.Helper()
		var data json.RawMessage
		c.ask(t, `query($id: ID!) { planRun(id: $id) { requester requestedBy { id } athlete { id } } }`, vars{"id": id}, &data)
		return string(data)
	}
	told := func(by string, part string) string {
		return `{"planRun":{"requester":"` + part + `","requestedBy":` + by + `,"athlete":{"id":"` + c.id + `"}}}`
	}
	c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, &data)
	if got, want := who(run), told(`{"id":"`+coach.id+`"}`, "COACH"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	coach.ask(t, `mutation($password: String!) { deleteAccount(input: {password: $password}) { userId } }`, vars{"password": coach.password}, &data)
	if got, want := who(run), told("null", "FORMER_COACH"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := who(own), told(`{"id":"`+c.id+`"}`, "ATHLETE"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// lastChange is what undo would take back.
type lastChange struct {
	ID, Act, Actor string
	By, Run        *struct{ ID string }
	Days           []string
	Undoable       bool `json:"-"` // by who asks
}

func (c *client) lastChange(t testing.TB, athlete string) *lastChange {
	t.Helper()
	var data struct {
		Calendar struct {
			ViewerCanUndo bool
			LastChange    *lastChange
		}
	}
	c.ask(t, `query($id: ID!) { calendar(athleteId: $id) { viewerCanUndo lastChange { id act actor by { id } run { id } days } } }`, vars{"id": athlete}, &data)
	last := data.Calendar.LastChange
	if last != nil {
		last.Undoable = data.Calendar.ViewerCanUndo
	} else if data.Calendar.ViewerCanUndo {
		t.Error("what is not there can be taken back")
	}
	return last
}

const undoLast = `mutation($input: UndoCalendarChangeInput!) { undoCalendarChange(input: $input) {
	undone { act by { id } } calendar { from to days { date locked sessions { id status } } lastChange { act } } } }`

// 12 §2: undo of the last change of the calendar, by hand and by plan, for athlete and coach.
func TestTheLastChangeIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	var data any
	c.grants(t, coach)
	before := c.calendar(t)
	first := c.lastChange(t, c.id)
	run, _ := coach.plan(t, vars{"athleteId": c.id})
	if got := c.lastChange(t, c.id); got.Act != "APPLY_PLAN" || got.By == nil || got.By.ID != coach.id || got.Actor != "COACH" || got.Run.ID != run {
		t.Errorf("after the plan: %+v", got)
	}
	planned := c.calendar(t)
	session := c.schedule(t, c.id, c.createWorkout(t, "By hand"), today, "05:00")
	c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 2700}) { session { id } } }`, vars{"id": session}, &data)
	last := coach.lastChange(t, c.id)
	if last.Act != "COMPLETE_SESSION" || last.Undoable || last.Actor != "ATHLETE" || last.Run != nil || len(last.Days) != 1 || last.Days[0] != today.String() {
		t.Errorf("after the completion: %+v", last)
	}
	a := coach.refused(t, "CONFLICT", undoLast, vars{"input": vars{"athleteId": c.id}})
	if !strings.Contains(a.body, "the athlete's own") {
		t.Error(a.body)
	}
	c.refused(t, "CONFLICT", undoLast, vars{"input": vars{"changeId": first.ID}})
	if !c.lastChange(t, c.id).Undoable {
		t.Error("the athlete may not take back the own completion")
	}
	var undo struct {
		UndoCalendarChange struct {
			Undone   struct{ Act string }
			Calendar struct {
				From, To   string
				Days       []struct{ Sessions []struct{ ID, Status string } }
				LastChange struct{ Act string }
			}
		}
	}
	c.ask(t, undoLast, vars{"input": vars{"changeId": last.ID}}, &undo)
	u := undo.UndoCalendarChange
	if u.Undone.Act != "COMPLETE_SESSION" || u.Calendar.From != today.String() || u.Calendar.To != today.String() ||
		u.Calendar.LastChange.Act != "SCHEDULE_SESSION" || len(u.Calendar.Days) != 1 {
		t.Fatalf("%+v", u)
	}
	for _, s := range u.Calendar.Days[0].Sessions {
		if s.ID == session && s.Status != "PLANNED" {
			t.Errorf("the session is %s", s.Status)
		}
	}
	c.ask(t, undoLast, vars{"input": vars{}}, &data)
	if now := c.calendar(t); now != planned {
		t.Errorf("the calendar is\n%s\nand was planned as\n%s", now, planned)
	}
	coach.ask(t, undoLast, vars{"input": vars{"athleteId": c.id}}, &data)
	if now := c.calendar(t); now != before {
		t.Errorf("without the plan the calendar is\n%s\nand was\n%s", now, before)
	}
	var applied struct{ PlanRun struct{ Applied bool } }
	c.ask(t, `query($id: ID!) { planRun(id: $id) { applied } }`, vars{"id": run}, &applied)
	if applied.PlanRun.Applied {
		t.Error("the run says that its plan stands on the calendar")
	}
	if got := c.lastChange(t, c.id); got.ID != first.ID {
		t.Errorf("the last change is %+v, want %+v", got, first)
	}
}
