package api_test

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"fortnight/training"
)

// Every act that answers with a calendar takes the revision of the one that its caller has.
func TestEveryActOnACalendarTakesItsRevision(t *testing.T) {
	schema := loadSchema(t)
	for _, f := range ownFields(schema.Mutation) {
		if schema.Types[f.Type.Name()].Fields.ForName("calendar") == nil && f.Name != "generatePlan" {
			continue
		}
		if revision := schema.Types[f.Arguments[0].Type.Name()].Fields.ForName("revision"); revision == nil || revision.Type.String() != "Int" {
			t.Errorf("%s takes no revision", f.Name)
		}
	}
}

// removing is the token of a repair that takes a session away as it was found when the calendar had a revision.
func removing(session, workout string, day training.Date, start string, found int) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"kind":"REMOVE","session":%q,"day":%q,"at":%q,"workout":%q,"found":%d}`, session, day, start, workout, found))
}

// seen is the revision of one's own calendar as it is.
func (c *client) seen(t testing.TB) int {
	t.Helper()
	var now struct{ Calendar struct{ Revision int } }
	c.ask(t, `{ calendar(days: 1) { revision } }`, nil, &now)
	return now.Calendar.Revision
}

// Windows are replaced whole, with what somebody else has added to them, only by who says which ones were seen; what takes none away needs no revision.
func TestNoUnseenWindowIsLeftOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	for _, of := range []struct{ list, one, other string }{
		{"availability", `{weekday: MONDAY, from: "06:00", to: "07:00"}`, `{weekday: TUESDAY, from: "06:00", to: "07:00", sports: [RUN]}`},
		{"dateAvailability", `{date: "2026-12-01", windows: []}`, `{date: "2026-12-02", windows: [{from: "06:00", to: "07:00"}], note: "away"}`},
	} {
		replace := func(who *client, list, more string) answer {
			return who.answer(t, fmt.Sprintf(`mutation { setAvailability(input: {athleteId: %q, %s: [%s]%s}) { query { me { id } } } }`, c.id, of.list, list, more), nil)
		}
		done := func(who *client, list, more string) {
			t.Helper()
			if a := replace(who, list, more); len(a.Errors) > 0 {
				t.Errorf("%s: [%s]%s: %v", of.list, list, more, a.Errors)
			}
		}
		done(c, of.one, "") // there was nothing
		seen := c.seen(t)
		done(coach, of.one+", "+of.other, "") // nothing is left out
		done(c, of.other+", "+of.one, "")
		for _, list := range []string{of.one, of.other, ""} {
			if a := replace(c, list, ""); !a.faulty("revision", of.list+" leaves out what stands there") {
				t.Errorf("%s: [%s]: %s", of.list, list, a.body)
			}
			if a := replace(c, list, fmt.Sprintf(", revision: %d", seen)); a.code() != "CONFLICT" {
				t.Errorf("%s: [%s] with an old revision: %s", of.list, list, a.body)
			}
		}
		done(c, of.one, fmt.Sprintf(", unchangedSince: %d", c.seen(t)))
		done(c, "", fmt.Sprintf(", revision: %d", c.seen(t)))
	}
}

// What a caller did not see is not overwritten, whatever the act: with a revision that is old nothing is done, and the answer says what has moved.
func TestNoUpdateIsLost(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	event := w.text(t, "SELECT id::text FROM events WHERE athlete_id = $1 LIMIT 1", c.id)
	given := strings.NewReplacer(
		"MONDAY", "MONDAY", "SESSION", quoted(c.schedule(t, c.id, run, today.AddDays(2), "07:00")), "OTHER", quoted(c.schedule(t, c.id, run, today.AddDays(4), "07:00")),
		"DONE", quoted(c.schedule(t, c.id, run, today, "06:00")), "WORKOUT", quoted(run), "EVENT", quoted(event), "DAY", quoted(today.AddDays(9).String()),
		"TODAY", quoted(today.String()), "FIRST", quoted(w.activity(t, c, 0)), "SECOND", quoted(w.activity(t, c, 1)), "ILL", quoted(c.restriction(t)),
	)
	planned, _ := c.plan(t, vars{"apply": false})
	session := c.schedule(t, c.id, run, today.AddDays(6), "07:00")
	seen := c.toldNow(t, c.id).Revision
	c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(12)}, new(any))
	stands := c.toldNow(t, c.id)
	for _, act := range []string{
		`updateProfile(input: {goal: "faster", revision: OLD})`, `setAvailability(input: {availability: [], revision: OLD})`,
		`saveEvent(input: {id: EVENT, name: "Mine", date: "2027-03-01", sport: RUN, priority: C, revision: OLD})`, `removeEvent(input: {id: EVENT, revision: OLD})`,
		`clearRestriction(input: {restrictionId: ILL, statement: "over", revision: OLD})`, `checkIn(input: {date: TODAY, revision: OLD})`,
		`stateCondition(input: {condition: HURT_CALF, revision: OLD})`,
		`logActivities(input: {activities: [{date: TODAY, sport: RIDE, durationSeconds: 600, rpe: 3}], revision: OLD})`, `removeActivity(input: {id: FIRST, revision: OLD})`,
		`mergeActivities(input: {keepId: FIRST, dropId: SECOND, revision: OLD})`, `keepBothActivities(input: {id: FIRST, revision: OLD})`,
		`linkActivity(input: {activityId: FIRST, sessionId: DONE, revision: OLD})`, `unlinkActivity(input: {activityId: FIRST, revision: OLD})`,
		`overrideRule(input: {ruleId: "INT-4", limit: 0.7, revision: OLD})`, `scheduleSession(input: {workoutId: WORKOUT, date: DAY, revision: OLD})`,
		`moveSession(input: {sessionId: SESSION, date: DAY, revision: OLD})`, `replaceSession(input: {sessionId: SESSION, workoutId: WORKOUT, revision: OLD})`,
		`swapSessions(input: {sessionIds: [SESSION, OTHER], revision: OLD})`, `lockSession(input: {sessionId: SESSION, revision: OLD})`,
		`unlockSession(input: {sessionId: SESSION, revision: OLD})`, `lockDay(input: {date: DAY, revision: OLD})`, `unlockDay(input: {date: DAY, revision: OLD})`,
		`completeSession(input: {sessionId: DONE, durationSeconds: 1800, revision: OLD})`, `skipSession(input: {sessionId: DONE, revision: OLD})`,
		`reopenSession(input: {sessionId: DONE, revision: OLD})`, `removeSession(input: {sessionId: SESSION, revision: OLD})`,
		`noteSession(input: {sessionId: DONE, note: "mine", revision: OLD})`,
		`addWindow(input: {weekday: MONDAY, from: "23:00", to: "23:30", revision: OLD})`, `removeWindow(input: {weekday: MONDAY, from: "23:00", revision: OLD})`,
		`setDateWindows(input: {date: DAY, windows: [], revision: OLD})`, `removeDateWindows(input: {date: DAY, revision: OLD})`,
		`scheduleSessions(input: {sessions: [{workoutId: WORKOUT, date: DAY, start: "07:00"}], revision: OLD})`,
		`removeSessions(input: {sessionIds: [SESSION, OTHER], revision: OLD})`, `completeSessions(input: {sessions: [{sessionId: DONE, durationSeconds: 1800}], revision: OLD})`,
		`changeCalendar(input: {moves: [{sessionId: SESSION, date: DAY}], idempotencyKey: "1", revision: OLD})`, `undoCalendarChange(input: {revision: OLD})`,
		`generatePlan(input: {revision: OLD})`, fmt.Sprintf(`applyPlan(input: {runId: %q, revision: OLD})`, planned), fmt.Sprintf(`revertPlan(input: {runId: %q, revision: OLD})`, planned),
		fmt.Sprintf(`applyRepair(input: {token: %q, revision: OLD})`, removing(session, run, today.AddDays(6), "07:00", 0)),
	} {
		operation := given.Replace(`mutation { ` + strings.ReplaceAll(act, "OLD", fmt.Sprint(seen)) + ` { query { me { id } } } }`)
		a := c.answer(t, operation, nil)
		if a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil {
			t.Errorf("%s: %s %v", act, a.body, a.Errors)
			continue
		}
		if moved := a.Errors[0].Extensions.Moved; moved.AthleteID != c.id || moved.Expected != seen || moved.Revision != stands.Revision || len(moved.Acts) != 1 || moved.Acts[0].Act != "LOCK_DAY" ||
			moved.Acts[0].Revision != stands.Revision {
			t.Errorf("%s: has moved %+v", act, moved)
		}
		if a := c.answer(t, `query($id: ID!) { node(id: $id) { ... on CalendarChange { act } } }`, vars{"id": a.Errors[0].Extensions.Moved.Acts[0].ID}); !strings.Contains(a.body, "LOCK_DAY") {
			t.Errorf("%s: what has moved is read as %s", act, a.body)
		}
	}
	if now := c.toldNow(t, c.id); !reflect.DeepEqual(now, stands) {
		t.Errorf("something was done:\n%v\n%v", now, stands)
	}
	lock := `mutation($d: Date!, $r: Int!) { lockDay(input: {date: $d, revision: $r}) { calendar { revision } } }`
	for revision, code := range map[int]string{stands.Revision + 1: "BAD_USER_INPUT", -1: "CONFLICT"} {
		c.refused(t, code, lock, vars{"d": today, "r": revision})
	}
	c.ask(t, lock, vars{"d": today, "r": stands.Revision}, new(any))
	c.refused(t, "BAD_USER_INPUT", given.Replace(`{ checkCalendar(input: {moves: [{sessionId: SESSION, date: DAY, revision: 1}]}) { revision } }`), nil)
	stranger := w.user(t, training.RoleAthlete)
	stranger.refused(t, "NOT_FOUND", `mutation($id: ID!, $d: Date!) { lockDay(input: {athleteId: $id, date: $d, revision: 1}) { day { id } } }`, vars{"id": c.id, "d": today})
}

// Of many who change one revision at once one alone does.
func TestOfChangesToOneRevisionOneIsDone(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	revision := c.toldNow(t, c.id).Revision
	var group sync.WaitGroup
	codes := make([]string, 8)
	for n := range codes {
		group.Go(func() {
			codes[n] = c.answer(t, `mutation($d: Date!, $r: Int!) { lockDay(input: {date: $d, revision: $r}) { day { id } } }`,
				vars{"d": today.AddDays(n), "r": revision}).code()
		})
	}
	group.Wait()
	slices.Sort(codes)
	if want := slices.Repeat([]string{"CONFLICT"}, 7); codes[0] != "" || !slices.Equal(codes[1:], want) {
		t.Errorf("got %q", codes)
	}
	if now := c.toldNow(t, c.id).Revision; now != revision+1 {
		t.Errorf("revision %d after one change of %d", now, revision)
	}
}

// What somebody else has taken off the calendar has changed as what was moved has: who says which revision was seen is told what has moved, whatever the act.
func TestWhatHasGoneIsAConflict(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, stranger := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	easy := c.createWorkout(t, "easy")
	gone, stays := c.schedule(t, c.id, easy, today.AddDays(3), "07:00"), c.schedule(t, c.id, easy, today.AddDays(4), "07:00")
	seen := c.seen(t)
	c.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { sessionId } }`, vars{"id": gone}, new(any))
	given := strings.NewReplacer("GONE", quoted(gone), "STAYS", quoted(stays), "DAY", quoted(today.AddDays(5).String()), "WORKOUT", quoted(easy),
		"TOKEN", quoted(removing(gone, easy, today.AddDays(3), "07:00", seen)))
	for _, act := range []string{
		`moveSession(input: {sessionId: GONE, date: DAY, SAYS})`, `replaceSession(input: {sessionId: GONE, workoutId: WORKOUT, SAYS})`,
		`removeSession(input: {sessionId: GONE, SAYS})`, `removeSessions(input: {sessionIds: [STAYS, GONE], SAYS})`, `removeSessions(input: {sessionIds: [GONE, STAYS], SAYS})`,
		`swapSessions(input: {sessionIds: [GONE, STAYS], SAYS})`, `swapSessions(input: {sessionIds: [STAYS, GONE], SAYS})`, `lockSession(input: {sessionId: GONE, SAYS})`,
		`completeSession(input: {sessionId: GONE, durationSeconds: 1800, SAYS})`, `completeSessions(input: {sessions: [{sessionId: GONE, durationSeconds: 1800}], SAYS})`,
		`skipSession(input: {sessionId: GONE, SAYS})`, `noteSession(input: {sessionId: GONE, note: "mine", SAYS})`, `reopenSession(input: {sessionId: GONE, SAYS})`,
		`changeCalendar(input: {moves: [{sessionId: GONE, date: DAY}], SAYS})`, `changeCalendar(input: {removals: [GONE], SAYS})`, `applyRepair(input: {token: TOKEN, SAYS})`,
	} {
		try := func(who *client, says string, revision int) answer {
			return who.answer(t, strings.ReplaceAll(given.Replace(`mutation { `+act+` { query { me { id } } } }`), "SAYS", fmt.Sprintf("%s: %d", says, revision)), nil)
		}
		for _, says := range []string{"revision", "unchangedSince"} {
			if a := try(c, says, seen); a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil || a.Errors[0].Extensions.Moved.Acts[0].Act != "REMOVE_SESSION" {
				t.Errorf("%s with an old %s: %s", act, says, a.body)
			}
			if a := try(c, says, seen+1); a.code() != "NOT_FOUND" {
				t.Errorf("%s with the %s that it went with: %s", act, says, a.body)
			}
			if a := try(stranger, says, 1); a.code() != "NOT_FOUND" {
				t.Errorf("%s of a stranger with %s: %s", act, says, a.body)
			}
		}
	}
}

// So it is with an event and an activity that somebody else has removed.
func TestEventsAndActivitiesThatHaveGoneAreConflicts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	var made struct {
		SaveEvent     struct{ Event struct{ ID string } }
		LogActivities struct{ Activities []struct{ ID string } }
	}
	c.ask(t, `mutation($d: Date!, $t: Date!) { saveEvent(input: {name: "Race", date: $d, sport: RUN, priority: C}) { event { id } }
		logActivities(input: {activities: [{date: $t, sport: RIDE, durationSeconds: 600, rpe: 3}]}) { activities { id } } }`, vars{"d": today.AddDays(60), "t": today}, &made)
	event, activity := made.SaveEvent.Event.ID, made.LogActivities.Activities[0].ID
	seen := c.seen(t)
	c.ask(t, `mutation($e: ID!, $a: ID!) { removeEvent(input: {id: $e}) { query { me { id } } } removeActivity(input: {id: $a}) { query { me { id } } } }`, vars{"e": event, "a": activity}, new(any))
	given := strings.NewReplacer("EVENT", quoted(event), "ACTIVITY", quoted(activity))
	for act, says := range map[string][]string{
		`removeEvent(input: {id: EVENT, SAYS})`:                                                          {"revision", "unchangedSince"},
		`saveEvent(input: {id: EVENT, name: "Mine", date: "2027-03-01", sport: RUN, priority: C, SAYS})`: {"revision", "unchangedSince"},
		`removeActivity(input: {id: ACTIVITY, SAYS})`:                                                    {"revision"},
		`keepBothActivities(input: {id: ACTIVITY, SAYS})`:                                                {"revision"},
	} {
		for _, by := range says {
			try := func(revision int) answer {
				return c.answer(t, strings.ReplaceAll(given.Replace(`mutation { `+act+` { query { me { id } } } }`), "SAYS", fmt.Sprintf("%s: %d", by, revision)), nil)
			}
			if a := try(seen); a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil {
				t.Errorf("%s with an old %s: %s", act, by, a.body)
			}
			if a := try(seen + 2); a.code() != "NOT_FOUND" {
				t.Errorf("%s with the %s that it went with: %s", act, by, a.body)
			}
		}
	}
}

// A repair of a session that has gone says so by the revision for which it was found.
func TestARepairOfWhatHasGoneIsAConflict(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	easy := c.createWorkout(t, "easy")
	gone := c.schedule(t, c.id, easy, today.AddDays(3), "07:00")
	seen := c.seen(t)
	c.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { sessionId } }`, vars{"id": gone}, new(any))
	repair := `mutation($t: String!) { applyRepair(input: {token: $t}) { session { id } } }`
	if a := c.refused(t, "CONFLICT", repair, vars{"t": removing(gone, easy, today.AddDays(3), "07:00", seen)}); a.Errors[0].Extensions.Moved == nil {
		t.Errorf("%s", a.body)
	}
	c.refused(t, "NOT_FOUND", repair, vars{"t": removing(gone, easy, today.AddDays(3), "07:00", 0)})
}

// A repair and an undo that are of before say what has moved since; so does an act after a limit of a rule was set.
func TestWhatIsOfBeforeIsToldWhatHasMoved(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	easy := c.createWorkout(t, "easy")
	session := c.schedule(t, c.id, easy, today.AddDays(3), "07:00")
	var last struct {
		Calendar struct {
			Revision   int
			LastChange struct{ ID string }
		}
	}
	c.ask(t, `{ calendar(days: 1) { revision lastChange { id } } }`, nil, &last)
	c.ask(t, `mutation($id: ID!, $d: Date!) { moveSession(input: {sessionId: $id, date: $d}) { session { id } } }`, vars{"id": session, "d": today.AddDays(4)}, new(any))
	c.ask(t, `mutation { overrideRule(input: {ruleId: "INT-4", limit: 0.7}) { rule { id } } }`, nil, new(any))
	moved := func(operation string, variables vars) {
		t.Helper()
		a := c.refused(t, "CONFLICT", operation, variables)
		m := a.Errors[0].Extensions.Moved
		if m == nil || m.Expected != last.Calendar.Revision || m.Revision != last.Calendar.Revision+2 || len(m.Acts) != 1 || len(m.Objects) != 2 ||
			m.Objects[0] != (movedObject{c.id + ":INT-4", "AthleteRule", m.Revision, false}) || m.Objects[1] != (movedObject{session, "PlannedSession", m.Revision - 1, false}) {
			t.Errorf("%s: %s", operation, a.body)
		}
	}
	moved(`mutation($t: String!) { applyRepair(input: {token: $t}) { session { id } } }`, vars{"t": removing(session, easy, today.AddDays(3), "07:00", last.Calendar.Revision)})
	moved(`mutation($id: ID!) { undoCalendarChange(input: {changeId: $id}) { undone { id } } }`, vars{"id": last.Calendar.LastChange.ID})
	moved(`mutation($r: Int!) { lockDay(input: {date: "2026-12-01", revision: $r}) { day { id } } }`, vars{"r": last.Calendar.Revision})
}

// What a profile has lists of is replaced, with what somebody else has added meanwhile, only by who says which were seen.
func TestNoUnseenEntryOfAProfileIsLeftOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	for _, of := range []struct{ list, one, again, other string }{
		{"oneRepMaxes", `{exerciseId: "deadlift", kilograms: 100, measuredOn: "2026-11-01"}`, `{exerciseId: "deadlift", kilograms: 110, measuredOn: "2026-11-02"}`,
			`{exerciseId: "back-squat", kilograms: 90, measuredOn: "2026-11-01"}`},
		{"loadSteps", `{equipment: DUMBBELLS, kilograms: 2}`, `{equipment: DUMBBELLS, kilograms: 1}`, `{equipment: BARBELL, kilograms: 2}`},
		{"sportExperienceMonths", `{sport: RUN, months: 5}`, `{sport: RUN, months: 6}`, `{sport: RIDE, months: 5}`},
		{"longestSessions", `{sport: RUN, seconds: 4000, date: "2026-11-01"}`, `{sport: RUN, seconds: 5000, date: "2026-11-02"}`, `{sport: RIDE, seconds: 4000, date: "2026-11-01"}`},
		{"conditions", `HEAT`, `HEAT`, `ALTITUDE`}, {"availableEquipment", `GYM`, `GYM`, `BIKE`}, {"stations", `ROWING`, `ROWING`, `SKI_ERG`},
		{"equipmentOnDates", `{from: "2026-12-01", to: "2026-12-02", equipment: []}`, `{from: "2026-12-01", to: "2026-12-02", equipment: []}`, `{from: "2026-12-04", to: "2026-12-04", equipment: []}`},
	} {
		replace := func(list, more string) answer {
			return c.answer(t, fmt.Sprintf(`mutation { updateProfile(input: {%s: %s%s}) { query { me { id } } } }`, of.list, list, more), nil)
		}
		for _, list := range []string{"[" + of.one + "]", "[" + of.again + ", " + of.other + "]"} {
			if a := replace(list, ""); len(a.Errors) > 0 {
				t.Errorf("%s: %s: %s", of.list, list, a.body)
			}
		}
		for _, list := range []string{"[" + of.again + "]", "[" + of.other + "]", "[]"} {
			if a := replace(list, ""); !a.faulty("revision", of.list+" leaves out what stands there") {
				t.Errorf("%s: %s: %s", of.list, list, a.body)
			}
		}
		if a := replace("["+of.other+"]", fmt.Sprintf(", unchangedSince: %d", c.seen(t))); len(a.Errors) > 0 {
			t.Errorf("%s: %s", of.list, a.body)
		}
		if a := replace("[]", fmt.Sprintf(", revision: %d", c.seen(t))); len(a.Errors) > 0 {
			t.Errorf("%s: %s", of.list, a.body)
		}
	}
}

// Whatever was done meanwhile is named to who did not see it: what has changed, or gone, with its type; and what is done again is no thing that has gone.
func TestWhateverWasDoneIsNamed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	easy := c.createWorkout(t, "easy")
	session := c.schedule(t, c.id, easy, today.AddDays(3), "07:00")
	event := func() string { return w.text(t, "SELECT id::text FROM events WHERE athlete_id = $1", c.id) }
	ill := func() string { return w.text(t, "SELECT id::text FROM restrictions WHERE athlete_id = $1", c.id) }
	activity := func() string { return w.text(t, "SELECT id::text FROM activities WHERE athlete_id = $1", c.id) }
	day := c.id + ":" + today.AddDays(5).String()
	var imported string
	for _, of := range []struct {
		act  string
		want func() movedObject // without its revision
	}{
		{`stateCondition(input: {condition: HURT_CALF})`, func() movedObject { return movedObject{ID: ill(), Type: "Restriction"} }},
		{`stateCondition(input: {condition: HURT_CALF, since: "2026-11-20"})`, func() movedObject { return movedObject{ID: ill(), Type: "Restriction"} }},
		{`clearRestriction(input: {restrictionId: ILL, statement: "over"})`, func() movedObject { return movedObject{ID: ill(), Type: "Restriction"} }},
		{`saveEvent(input: {name: "Race", date: "2027-03-01", sport: RUN, priority: C})`, func() movedObject { return movedObject{ID: event(), Type: "Event"} }},
		{`removeEvent(input: {id: EVENT})`, func() movedObject { return movedObject{Type: "Event", Removed: true} }},
		{`overrideRule(input: {ruleId: "INT-4", limit: 0.7})`, func() movedObject { return movedObject{ID: c.id + ":INT-4", Type: "AthleteRule"} }},
		{`overrideRule(input: {ruleId: "INT-4"})`, func() movedObject { return movedObject{ID: c.id + ":INT-4", Type: "AthleteRule"} }},
		{`logActivities(input: {activities: [{date: TODAY, sport: RIDE, durationSeconds: 600, rpe: 3}]})`, func() movedObject {
			imported = activity()
			return movedObject{ID: imported, Type: "Activity"}
		}},
		{`undoCalendarChange(input: {})`, func() movedObject { return movedObject{ID: imported, Type: "Activity", Removed: true} }},
		{`updateWorkout(input: {id: WORKOUT, title: "easier", revision: 1})`, func() movedObject { return movedObject{ID: session, Type: "PlannedSession"} }},
		{`lockDay(input: {date: DAY})`, func() movedObject { return movedObject{ID: day, Type: "PlanDay"} }},
		{`undoCalendarChange(input: {})`, func() movedObject { return movedObject{ID: day, Type: "PlanDay"} }},
		{`removeSession(input: {sessionId: SESSION})`, func() movedObject { return movedObject{ID: session, Type: "PlannedSession", Removed: true} }},
		{`undoCalendarChange(input: {})`, func() movedObject { return movedObject{ID: session, Type: "PlannedSession"} }},
	} {
		given := strings.NewReplacer("WORKOUT", quoted(easy), "SESSION", quoted(session), "DAY", quoted(today.AddDays(5).String()), "TODAY", quoted(today.String()))
		act := given.Replace(of.act)
		if strings.Contains(act, "ILL") {
			act = strings.ReplaceAll(act, "ILL", quoted(ill()))
		}
		if strings.Contains(act, "EVENT") {
			act = strings.ReplaceAll(act, "EVENT", quoted(event()))
		}
		seen := c.seen(t)
		c.ask(t, `mutation { `+act+` { query { me { id } } } }`, nil, new(any))
		a := c.refused(t, "CONFLICT", `mutation($d: Date!, $r: Int!) { lockDay(input: {date: $d, revision: $r}) { day { id } } }`, vars{"d": today.AddDays(9), "r": seen})
		m, want := a.Errors[0].Extensions.Moved, of.want()
		if m == nil {
			t.Errorf("%s: nothing is told: %s", of.act, a.body)
			continue
		}
		if !slices.ContainsFunc(m.Objects, func(o movedObject) bool {
			return (want.ID == "" || o.ID == want.ID) && o.Type == want.Type && o.Removed == want.Removed && o.Revision > seen && o.Revision <= m.Revision
		}) || len(m.Objects) != 1 {
			t.Errorf("%s: has moved %+v, want %+v", of.act, m.Objects, want)
		}
	}
}

// Who changes a workout that another tab has changed is told which one, and what it has now.
func TestAWorkoutThatHasChangedIsNamed(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	easy := c.createWorkout(t, "easy")
	update := `mutation($id: ID!, $t: String!) { updateWorkout(input: {id: $id, title: $t, revision: 1}) { workout { revision } } }`
	c.ask(t, update, vars{"id": easy, "t": "easier"}, new(any))
	a := c.refused(t, "CONFLICT", update, vars{"id": easy, "t": "easiest"})
	if m := a.Errors[0].Extensions.Moved; m == nil || m.AthleteID != c.id || m.Expected != 1 || m.Revision != 2 || !slices.Equal(m.Objects, []movedObject{{easy, "Workout", 2, false}}) {
		t.Errorf("told is %s", a.body)
	}
}
