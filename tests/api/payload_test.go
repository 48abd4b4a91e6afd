package api_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// secretPayloads answer acts of an account, which leave the caller with another log-in than the one that the rest of the answer would be read by.
var secretPayloads = []string{"AuthPayload", "LogOutPayload", "DeleteAccountPayload"}

// What an act answers leads to all that can be read, and where it is about an athlete's calendar, to that.
func TestEveryPayloadLeadsOn(t *testing.T) {
	schema := loadSchema(t)
	for _, f := range ownFields(schema.Mutation) {
		payload := schema.Types[f.Type.Name()]
		if slices.Contains(secretPayloads, payload.Name) {
			continue
		}
		if query := payload.Fields.ForName("query"); query == nil || query.Type.String() != "Query!" {
			t.Errorf("%s: %s has no query", f.Name, payload.Name)
		}
	}
	calendars := 0
	for name, d := range schema.Types {
		if strings.HasSuffix(name, "Payload") && d.Fields.ForName("calendar") != nil {
			calendars++
		}
	}
	if calendars != 17 {
		t.Errorf("%d payloads have a calendar", calendars)
	}
}

// A client that puts the days which an act answers in the place of those it kept has what a fresh reading has: the answer shows what is there after
// the act, also where the document read the same before it.
func TestWhatAnActAnswersIsWhatIsThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.ask(t, `mutation { updateProfile(input: {startingFitness: 40}) { user { id } } }`, nil, new(any))
	run := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	known := vars{
		"s": c.schedule(t, c.id, run, today.AddDays(2), "07:00"), "o": c.schedule(t, c.id, run, today.AddDays(4), "07:00"), "w": run,
		"gone": c.schedule(t, c.id, run, today.AddDays(5), "07:00"), "done": c.schedule(t, c.id, run, today, "06:00"),
		"day": today.AddDays(9), "today": today, "race": today.AddDays(60),
	}
	const fields = `{ ` + toldFields + ` certificate { verdict hash } }`
	const after = `calendar(days: 20) ` + fields + ` query { calendar(days: 20) ` + fields + ` me { id } }`
	kept := c.toldNow(t, c.id).keep(t, map[string]string{})
	for _, act := range []string{
		`scheduleSession(input: {workoutId: $w, date: $day})`,
		`scheduleSessions(input: {sessions: [{workoutId: $w, date: $day, start: "17:00"}, {workoutId: $w, date: $today, start: "18:00"}]})`,
		`moveSession(input: {sessionId: $s, date: $day})`,
		`changeCalendar(input: {moves: [{sessionId: $s, date: $day, start: "05:00"}], removals: [], additions: [{workoutId: $w, date: $today, start: "19:00"}]})`,
		`swapSessions(input: {sessionIds: [$s, $o]})`,
		`lockSession(input: {sessionId: $s})`,
		`unlockSession(input: {sessionId: $s})`,
		`lockDay(input: {date: $day})`,
		`unlockDay(input: {date: $day})`,
		`removeSessions(input: {sessionIds: [$gone]})`,
		`completeSession(input: {sessionId: $done, durationSeconds: 1800})`,
		`completeSessions(input: {sessions: [{sessionId: $done, durationSeconds: 1900}]})`,
		`reopenSession(input: {sessionId: $done})`,
		`skipSession(input: {sessionId: $done})`,
		`noteSession(input: {sessionId: $done, note: "easy, with Jo"})`,
		`logActivities(input: {activities: [{date: $today, start: "05:00", sport: RIDE, durationSeconds: 3600, rpe: 6}]})`,
		`undoCalendarChange(input: {})`,
		`checkIn(input: {date: $today, sick: true})`,
		`updateProfile(input: {thresholdSecondsPerKilometer: 240})`,
		`setAvailability(input: {dateAvailability: [{date: $day, windows: [], note: "away"}]})`,
		`addWindow(input: {weekday: MONDAY, from: "23:00", to: "23:30"})`,
		`removeWindow(input: {weekday: MONDAY, from: "23:00"})`,
		`setDateWindows(input: {date: $day, windows: [{from: "06:00", to: "07:00"}]})`,
		`removeDateWindows(input: {date: $day})`,
		`saveEvent(input: {name: "Race", date: $race, sport: RUN, priority: A})`,
		`overrideRule(input: {ruleId: "INT-4", limit: 0.7})`,
	} {
		given, declared := vars{}, []string{}
		for name, kind := range map[string]string{"s": "ID!", "o": "ID!", "w": "ID!", "gone": "ID!", "done": "ID!", "day": "Date!", "today": "Date!", "race": "Date!"} {
			if strings.Contains(act, "$"+name) && (name != "s" || strings.Contains(act, "$s,") || strings.Contains(act, "$s}")) && (name != "w" || strings.Contains(act, "$w,")) {
				given[name] = known[name]
				declared = append(declared, "$"+name+": "+kind)
			}
		}
		head := ""
		if len(declared) > 0 {
			head = "(" + strings.Join(declared, ", ") + ")"
		}
		var data map[string]struct {
			Calendar toldCalendar
			Query    struct {
				Calendar toldCalendar
				Me       struct{ ID string }
			}
		}
		c.ask(t, fmt.Sprintf(`mutation%s { act: %s { %s } }`, head, act, after), given, &data)
		got, now := data["act"], c.toldNow(t, c.id)
		got.Calendar.keep(t, kept)
		for day, fresh := range now.keep(t, map[string]string{}) {
			if kept[day] != fresh {
				t.Errorf("%s: of %s is kept %s, and read afresh %s", act, day, kept[day], fresh)
			}
		}
		if text, fresh := string(must2(json.Marshal(got.Query.Calendar))), string(must2(json.Marshal(now))); text != fresh {
			t.Errorf("%s: query has %s\nafresh %s", act, text, fresh)
		}
		if got.Calendar.Revision != now.Revision || got.Query.Me.ID != c.id || len(got.Calendar.Days) != 20 {
			t.Errorf("%s: revision %d, want %d", act, got.Calendar.Revision, now.Revision)
		}
	}
	a := c.answer(t, `mutation { a: lockDay(input: {date: "2026-12-20"}) { query { __schema { types { name } } } } }`, nil)
	if a.code() != "" {
		t.Errorf("introspection within an answer of a server in development: %s", a.body)
	}
	stranger := w.user(t, training.RoleAthlete)
	b := stranger.answer(t, `mutation($id: ID!) { checkIn(input: {date: "2026-11-25"}) { query { athlete(id: $id) { email } calendar(athleteId: $id) { revision } } } }`, vars{"id": c.id})
	if b.code() != "NOT_FOUND" || strings.Contains(b.body, c.email) {
		t.Errorf("a stranger reads through an act: %s", b.body)
	}
}

func must2(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}
