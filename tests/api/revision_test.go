package api_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"fortnight/training"
)

// unrevised are the acts on an athlete's calendar that take no revision: what they change they name as it was, or it is the run that does.
var unrevised = []string{"applyRepair", "applyPlan", "revertPlan"}

// Every act that answers with a calendar takes the revision of the one that its caller has.
func TestEveryActOnACalendarTakesItsRevision(t *testing.T) {
	schema := loadSchema(t)
	for _, f := range ownFields(schema.Mutation) {
		if schema.Types[f.Type.Name()].Fields.ForName("calendar") == nil || slices.Contains(unrevised, f.Name) {
			continue
		}
		if revision := schema.Types[f.Arguments[0].Type.Name()].Fields.ForName("revision"); revision == nil || revision.Type.String() != "Int" {
			t.Errorf("%s takes no revision", f.Name)
		}
	}
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
