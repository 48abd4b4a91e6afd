package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// unchanged are the acts that are done to a session, an event, a check-in or a profile as it was at a revision of the calendar: what else has changed is no matter.
var unchanged = []attempt{
	{`moveSession(input: {sessionId: SESSION, date: DAY, unchangedSince: SEEN})`, moves, ""},
	{`replaceSession(input: {sessionId: SESSION, workoutId: WORKOUT, unchangedSince: SEEN})`, moves, ""},
	{`swapSessions(input: {sessionIds: [OTHER, SESSION], unchangedSince: SEEN})`, moves, ""},
	{`swapSessions(input: {sessionIds: [SESSION, OTHER], unchangedSince: SEEN})`, moves, ""},
	{`lockSession(input: {sessionId: SESSION, unchangedSince: SEEN})`, moves, ""},
	{`unlockSession(input: {sessionId: SESSION, unchangedSince: SEEN})`, moves, ""},
	{`completeSession(input: {sessionId: SESSION, durationSeconds: 1800, unchangedSince: SEEN})`, moves, ""},
	{`completeSessions(input: {sessions: [{sessionId: SESSION, durationSeconds: 1800}], unchangedSince: SEEN})`, moves, ""},
	{`skipSession(input: {sessionId: SESSION, unchangedSince: SEEN})`, moves, ""},
	{`noteSession(input: {sessionId: SESSION, note: "mine", unchangedSince: SEEN})`, moves, ""},
	{`noteSession(input: {sessionId: SESSION, note: "mine", unchangedSince: SEEN})`, `noteSession(input: {sessionId: SESSION, note: "theirs"})`, ""},
	{`reopenSession(input: {sessionId: SESSION, unchangedSince: SEEN})`, `reopenSession(input: {sessionId: SESSION})`, `skipSession(input: {sessionId: SESSION})`},
	{`removeSession(input: {sessionId: SESSION, unchangedSince: SEEN})`, moves, ""},
	{`removeSessions(input: {sessionIds: [OTHER, SESSION], unchangedSince: SEEN})`, moves, ""},
	{`changeCalendar(input: {moves: [{sessionId: OTHER, date: DAY}], removals: [SESSION], unchangedSince: SEEN})`, moves, ""},
	{`changeCalendar(input: {moves: [{sessionId: SESSION, date: DAY}], idempotencyKey: "SESSION", unchangedSince: SEEN})`, moves, ""},
	{`changeCalendar(input: {additions: [{workoutId: WORKOUT, date: SAME, start: "12:00"}], unchangedSince: SEEN})`, moves, ""},
	{`scheduleSession(input: {workoutId: WORKOUT, date: SAME, start: "12:00", unchangedSince: SEEN})`, moves, ""},
	{`scheduleSessions(input: {sessions: [{workoutId: WORKOUT, date: DAY, start: "12:00"}, {workoutId: WORKOUT, date: SAME, start: "12:00"}], unchangedSince: SEEN})`, moves, ""},
	{`applyRepair(input: {token: TOKEN, unchangedSince: SEEN})`, moves, ""},
	{`saveEvent(input: {id: EVENT, name: "Mine", date: RACE, sport: RUN, priority: C, unchangedSince: SEEN})`, renames, ""},
	{`removeEvent(input: {id: EVENT, unchangedSince: SEEN})`, renames, ""},
	{`updateProfile(input: {goal: "faster", unchangedSince: SEEN})`, weighs, ""},
	{`addWindow(input: {weekday: MONDAY, from: "06:00", to: "07:00", unchangedSince: SEEN})`, weighs, ""},
	{`setAvailability(input: {availability: [], unchangedSince: SEEN})`, weighs, ""},
	{`removeWindow(input: {weekday: MONDAY, from: "06:00", unchangedSince: SEEN})`, weighs, `addWindow(input: {weekday: MONDAY, from: "06:00", to: "07:00"})`},
	{`setDateWindows(input: {date: DAY, windows: [], unchangedSince: SEEN})`, weighs, ""},
	{`removeDateWindows(input: {date: DAY, unchangedSince: SEEN})`, weighs, `setDateWindows(input: {date: DAY, windows: []})`},
	{`checkIn(input: {date: SAME, fatigue: 3, unchangedSince: SEEN})`, tires, ""},
}

// attempt is an act, what somebody does to the very thing in between, and what is done before the calendar is read.
type attempt struct{ act, changes, before string }

const (
	moves   = `moveSession(input: {sessionId: SESSION, date: SAME, start: "05:00"})`
	renames = `saveEvent(input: {id: EVENT, name: "Theirs", date: RACE, sport: RUN, priority: C})`
	weighs  = `updateProfile(input: {bodyMassKilograms: MASS})`
	tires   = `checkIn(input: {date: SAME, fatigue: 9})`
)

// Who says which revision the thing was read with is refused where the thing itself has changed, by whomever, and told what has; and is not where others have.
func TestAnActIsDoneToWhatHasNotChanged(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	easy, other := c.createWorkout(t, "easy"), c.createWorkout(t, "easy too")
	lock := `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`
	try := func(n int, of attempt, changes bool) {
		on := today.AddDays(-n)
		session, beside := c.schedule(t, c.id, easy, on, "06:00"), c.schedule(t, c.id, easy, on, "20:00")
		var saved struct {
			SaveEvent struct{ Event struct{ ID string } }
		}
		c.ask(t, `mutation($d: Date!) { saveEvent(input: {name: "Race", date: $d, sport: RUN, priority: C}) { event { id } } }`, vars{"d": today.AddDays(60)}, &saved)
		event := saved.SaveEvent.Event.ID
		given := strings.NewReplacer("MONDAY", "MONDAY", `"SESSION"`, quoted(session), "SESSION", quoted(session), "OTHER", quoted(beside), "WORKOUT", quoted(other),
			"EVENT", quoted(event), "DAY", quoted(today.AddDays(1+n).String()), "SAME", quoted(on.String()), "RACE", quoted(today.AddDays(60).String()), "MASS", fmt.Sprint(60+n),
			"TOKEN", quoted(removing(session, easy, on, "06:00", 0)))
		act := func(text string, seen int) string {
			return strings.ReplaceAll(given.Replace(`mutation { `+text+` { query { calendar { revision } } } }`), "SEEN", fmt.Sprint(seen))
		}
		if of.before != "" {
			c.ask(t, act(of.before, 0), nil, new(any))
		}
		seen := c.toldNow(t, c.id).Revision
		if a := c.answer(t, act(of.act, seen+1), nil); a.code() != "BAD_USER_INPUT" || !strings.Contains(a.body, "unchangedSince") {
			t.Errorf("%s with a revision that there was not yet: %s", of.act, a.body)
		}
		c.ask(t, lock, vars{"d": today.AddDays(100 + n)}, new(any)) // something else
		if !changes {
			c.ask(t, act(of.act, seen), nil, new(any))
			return
		}
		by := coach
		if of.changes != moves { // which the athlete alone may do, or whose it is would have to be said
			by = c
		}
		by.ask(t, act(of.changes, 0), nil, new(any))
		stands := c.toldNow(t, c.id)
		id, kind := session, "PlannedSession"
		switch of.changes {
		case renames:
			id, kind = event, "Event"
		case weighs:
			id, kind = c.id+training.ProfileSuffix, "Profile"
		case tires:
			id, kind = on.String(), "CheckIn"
		}
		a := c.answer(t, act(of.act, seen), nil)
		if a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil {
			t.Errorf("%s after the thing has changed: %s", of.act, a.body)
			return
		}
		m := a.Errors[0].Extensions.Moved
		locked := movedObject{c.id + ":" + today.AddDays(100+n).String(), "PlanDay", seen + 1, false}
		if m.AthleteID != c.id || m.Expected != seen || m.Revision != stands.Revision || !slices.Equal(m.Objects, []movedObject{{id, kind, stands.Revision, false}, locked}) {
			t.Errorf("%s: has moved %+v, want %s %s of %d", of.act, m, kind, id, stands.Revision)
		}
		if now := c.toldNow(t, c.id); now.Revision != stands.Revision {
			t.Errorf("%s: it was done", of.act)
		}
	}
	for n, of := range unchanged {
		try(2*n, of, false)
		try(2*n+1, of, true)
	}
	schema := loadSchema(t)
	for _, f := range ownFields(schema.Mutation) {
		takes := schema.Types[f.Arguments[0].Type.Name()].Fields.ForName("unchangedSince") != nil
		if tried := slices.ContainsFunc(unchanged, func(of attempt) bool { return strings.HasPrefix(of.act, f.Name+"(") }); takes != tried {
			t.Errorf("%s takes unchangedSince: %t, and it is tried: %t", f.Name, takes, tried)
		}
	}
	a := c.refused(t, "BAD_USER_INPUT", `query($id: ID!, $d: Date!) { checkCalendar(input: {moves: [{sessionId: $id, date: $d, unchangedSince: 1}]}) { revision } }`,
		vars{"id": c.schedule(t, c.id, easy, today+3, "06:00"), "d": today})
	if !a.namesField(bad{path: "moves[0].unchangedSince"}) {
		t.Errorf("a what-if of what is unchanged: %s", a.body)
	}
}

// A session consists of its workout: where that is changed, the session is not as it was seen, on every calendar on which it stands.
func TestASessionHasChangedWhereItsWorkoutHas(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	easy, other := coach.createWorkout(t, "easy"), coach.createWorkout(t, "easy too")
	session, beside := coach.schedule(t, c.id, easy, today+3, "07:00"), coach.schedule(t, c.id, other, today+4, "07:00")
	seen := c.seen(t)
	move := `mutation($s: ID!, $d: Date!, $r: Int!) { moveSession(input: {sessionId: $s, date: $d, unchangedSince: $r}) { session { id } } }`
	coach.ask(t, `mutation($w: ID!) { updateWorkout(input: {id: $w, title: "all out", revision: 1}) { workout { title } } }`, vars{"w": easy}, new(any))
	a := c.refused(t, "CONFLICT", move, vars{"s": session, "d": today + 5, "r": seen})
	if m := a.Errors[0].Extensions.Moved; m == nil || !slices.Equal(m.Objects, []movedObject{{session, "PlannedSession", seen + 1, false}}) {
		t.Errorf("told is %s", a.body)
	}
	c.ask(t, move, vars{"s": beside, "d": today + 5, "r": seen}, new(any))
	c.ask(t, move, vars{"s": session, "d": today + 5, "r": seen + 1}, new(any))
}
