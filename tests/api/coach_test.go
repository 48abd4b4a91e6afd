package api_test

import (
	"errors"
	"io"
	"testing"
	"time"

	"fortnight/training"
)

// A coach acts for the athlete as long as the grant lasts, and not a moment longer.
func TestS89RevokedCoach(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			var data any
			c.grants(t, coach)
			run, events := coach.plan(t, vars{"athleteId": c.id})
			whole(t, events, 1)
			coach.ask(t, `query($id: ID!) { athletes { edges { node { profile { goal } } } } calendar(athleteId: $id) { revision } }`,
				vars{"id": c.id}, &data)
			s, err := over(t.Context(), coach, `subscription($id: ID!) { calendarChanged(athleteId: $id) { days { id date } } }`, vars{"id": c.id})
			must(t, err)
			t.Cleanup(func() { _ = s.conn.Close() })
			c.changeUntilSeen(t, s)

			c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, &data)
			coach.refused(t, "NOT_FOUND", `query($id: ID!) { calendar(athleteId: $id) { revision } }`, vars{"id": c.id})
			coach.refused(t, "NOT_FOUND", `query($id: ID!) { planRun(id: $id) { status } }`, vars{"id": run})
			coach.refused(t, "NOT_FOUND", `mutation($id: ID!) { generatePlan(input: {athleteId: $id}) { run { id } } }`, vars{"id": c.id})
			for { // which without being told would go on until the token runs out
				if _, err := s.receive(); err != nil {
					if !errors.Is(err, io.EOF) {
						t.Errorf("the stream ends with %v", err)
					}
					break
				}
			}
		})
	}
}

// changeUntilSeen changes the calendar until the stream, which opens in its own time, tells of it.
func (c *client) changeUntilSeen(t testing.TB, s *stream) {
	t.Helper()
	seen := make(chan error, 1)
	go func() {
		_, err := s.receive()
		seen <- err
	}()
	var data any
	for end := time.Now().Add(patience); time.Now().Before(end); {
		c.ask(t, `mutation { checkIn(input: {date: "2026-11-26"}) { checkIn { date } } }`, nil, &data)
		select {
		case err := <-seen:
			must(t, err)
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatal("the coach is told of no change")
}

// A coach says whose calendar an act is about, or names a session of it: nothing is done to the coach's own by mistake, and no error says of the coach's
// calendar that a session is not in it.
func TestACoachSaysWhoseCalendarItIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	workout := c.createWorkout(t, "easy")
	session := c.schedule(t, c.id, workout, today+2, "07:00")
	to := (today + 3).String()
	given := vars{"d": to, "w": workout, "s": session}
	for _, act := range []string{
		`mutation { generatePlan(input: {}) { run { id } } }`,
		`mutation($d: Date!, $w: ID!) { scheduleSession(input: {date: $d, workoutId: $w}) { session { id } } }`,
		`mutation($d: Date!, $w: ID!) { scheduleSessions(input: {sessions: [{date: $d, workoutId: $w}]}) { sessions { id } } }`,
		`mutation($d: Date!, $w: ID!) { changeCalendar(input: {idempotencyKey: "1", additions: [{date: $d, workoutId: $w}]}) { calendar { revision } } }`,
		`query($d: Date!, $w: ID!) { checkCalendar(input: {additions: [{date: $d, workoutId: $w, start: "07:00"}]}) { revision } }`,
		`mutation { undoCalendarChange(input: {}) { undone { act } } }`,
		`mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`,
		`mutation($d: Date!) { unlockDay(input: {date: $d}) { day { id } } }`,
		`mutation($d: Date!) { checkIn(input: {date: $d, fatigue: 3}) { checkIn { date } } }`,
		`mutation { logActivities(input: {activities: [{date: "2026-11-24", sport: RUN, durationSeconds: 1800, rpe: 3}]}) { activities { id } } }`,
		`mutation($d: Date!) { saveEvent(input: {name: "Race", date: $d, sport: RUN, priority: C}) { event { id } } }`,
		`mutation { stateCondition(input: {condition: HURT_CALF}) { restriction { id } } }`,
		`mutation { overrideRule(input: {ruleId: "INT-4", limit: 0.7}) { rule { rule { id } } } }`,
	} {
		if a := coach.refused(t, "BAD_USER_INPUT", act, given); len(a.Errors) > 0 && !a.namesField(bad{path: "athleteId"}) {
			t.Errorf("%s: %s", act, a.body)
		}
	}
	var data struct {
		CheckCalendar  struct{ Athlete struct{ ID string } }
		ChangeCalendar struct {
			Calendar struct{ Athlete struct{ ID string } }
		}
	}
	coach.ask(t, `query($d: Date!, $s: ID!) { checkCalendar(input: {moves: [{sessionId: $s, date: $d}]}) { athlete { id } } }`, given, &data)
	coach.ask(t, `mutation($d: Date!, $s: ID!) { changeCalendar(input: {idempotencyKey: "2", moves: [{sessionId: $s, date: $d}]}) { calendar { athlete { id } } } }`, given, &data)
	if data.CheckCalendar.Athlete.ID != c.id || data.ChangeCalendar.Calendar.Athlete.ID != c.id {
		t.Errorf("a session says whose it is: %+v", data)
	}
	coach.ask(t, `mutation($id: ID!) { undoCalendarChange(input: {athleteId: $id}) { undone { act } } }`, vars{"id": c.id}, new(any))
	coach.ask(t, `mutation($id: ID!, $d: Date!) { lockDay(input: {athleteId: $id, date: $d}) { day { id } } }`, vars{"id": coach.id, "d": to}, new(any))
}

// Who is no coach of an athlete any more changes nothing on the calendar by what the own workouts become: the athlete has copies of them, that of what is
// done as it was done, locks and undo as before.
func TestAFormerCoachsWorkoutsAreTheAthletesCopies(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	for name, end := range map[string]func(c, coach *client){
		"revoked": func(c, coach *client) {
			c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, new(any))
		},
		"left": func(c, coach *client) {
			coach.ask(t, `mutation($id: ID!) { leaveAthlete(input: {athleteId: $id}) { athleteId } }`, vars{"id": c.id}, new(any))
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, other, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
			c.grants(t, coach)
			other.grants(t, coach)
			workout := coach.createWorkout(t, "easy")
			planned, locked := coach.schedule(t, c.id, workout, today+2, "07:00"), coach.schedule(t, c.id, workout, today+3, "07:00")
			theirs := coach.schedule(t, other.id, workout, today+2, "07:00")
			c.ask(t, `mutation($s: ID!) { lockSession(input: {sessionId: $s, scope: EVERYTHING}) { session { id } } }`, vars{"s": locked}, new(any))
			c.ask(t, `mutation($s: ID!) { moveSession(input: {sessionId: $s, date: "`+(today+4).String()+`", start: "08:00"}) { session { id } } }`, vars{"s": planned}, new(any))
			var before, after, changed struct {
				Calendar struct {
					Revision int
					Days     []struct {
						Sessions []struct {
							ID      string
							Workout struct{ ID, Title string }
						}
					}
				}
			}
			const stands = `{ calendar(days: 14) { revision days { sessions { id workout { id title } } } } }`
			c.ask(t, stands, nil, &before)
			end(c, coach)
			c.ask(t, stands, nil, &after)
			if after.Calendar.Revision <= before.Calendar.Revision {
				t.Error("nobody is told that the sessions have other workouts")
			}
			var revision struct {
				Workout struct{ Revision int }
			}
			coach.ask(t, `query($id: ID!) { workout(id: $id) { revision } }`, vars{"id": workout}, &revision)
			coach.ask(t, `mutation($id: ID!, $r: Int!) { updateWorkout(input: {id: $id, revision: $r, title: "Another"}) { workout { id } } }`,
				vars{"id": workout, "r": revision.Workout.Revision}, new(any))
			c.ask(t, stands, nil, &changed)
			count := 0
			for d := range changed.Calendar.Days {
				for s, is := range changed.Calendar.Days[d].Sessions {
					count++
					if was := before.Calendar.Days[d].Sessions[s]; is.ID != was.ID || is.Workout.Title != was.Workout.Title || is.Workout.ID == workout {
						t.Errorf("session %s of %q has become %s of %q", was.ID, was.Workout.Title, is.ID, is.Workout.Title)
					}
				}
			}
			if count != 2 || changed.Calendar.Revision != after.Calendar.Revision {
				t.Errorf("%d sessions, revision %d after %d", count, changed.Calendar.Revision, after.Calendar.Revision)
			}
			c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any)) // the move
			if got := w.text(t, "SELECT w.title FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id WHERE s.id = $1", theirs); got != "Another" {
				t.Errorf("whose coach it still is has %q", got)
			}
		})
	}
}
