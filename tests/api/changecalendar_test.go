package api_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fortnight/training"
)

const changeCalendar = `mutation($input: ChangeCalendarInput!) { changeCalendar(input: $input) { sessions { id date start workout { id } } removedSessionIds
	calendar { from to revision } query { calendar(days: 28) { revision } } } }`

type calendarChanged struct {
	ChangeCalendar struct {
		Sessions []struct {
			ID, Date, Start string
			Workout         struct{ ID string }
		}
		RemovedSessionIDs []string `json:"removedSessionIds"`
		Calendar          struct {
			From, To string
			Revision int
		}
		Query struct{ Calendar struct{ Revision int } }
	}
}

// Many that are put on days without a start get what each would get by itself, one after the other.
func TestManyWithoutAStartStandBesideEachOther(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	day := (today + 20).String()
	var wanted []vars
	var starts []string
	for range 3 {
		wanted = append(wanted, vars{"date": day, "workoutId": run})
		var data struct {
			ScheduleSession struct{ Session struct{ Start string } }
		}
		c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { start } } }`, vars{"input": wanted[0]}, &data)
		starts = append(starts, data.ScheduleSession.Session.Start)
	}
	for range 3 {
		c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	}
	var many struct {
		ScheduleSessions struct{ Sessions []struct{ Start string } }
	}
	c.ask(t, `mutation($input: ScheduleSessionsInput!) { scheduleSessions(input: $input) { sessions { start } } }`, vars{"input": vars{"sessions": wanted}}, &many)
	for i, s := range many.ScheduleSessions.Sessions {
		if s.Start != starts[i] {
			t.Errorf("the %d. begins at %s, alone at %s of %v", i+1, s.Start, starts[i], starts)
		}
	}
}

// What a what-if has shown is done in one call as it was shown, and taken back as one.
func TestAWhatIfIsDoneAsItWasShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, easy := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000}), c.createWorkout(t, "an easy run of one's own")
	from := today + 1
	var stand []string
	for n := range 4 {
		stand = append(stand, c.schedule(t, c.id, run, from.AddDays(n), "07:00"))
	}
	shownNow := func() (string, int) {
		var data struct{ Calendar vars }
		c.ask(t, `query($from: Date!) { calendar(from: $from, days: 14) `+shown+` }`, vars{"from": from.String()}, &data)
		return numbers(t, data.Calendar)
	}
	before, revision := shownNow()
	change := vars{ // two change places, one of them gets another workout; another is replaced, one goes, one comes
		"moves": []vars{
			{"sessionId": stand[0], "date": (from + 1).String()}, {"sessionId": stand[1], "date": from.String(), "start": "18:00"},
		},
		"replacements": []vars{{"sessionId": stand[0], "workoutId": easy}, {"sessionId": stand[2], "workoutId": easy}},
		"removals":     []string{stand[3]},
		"additions": []vars{ // those without a start stand beside what has come to their days, and where something has gone
			{"date": (from + 9).String(), "start": "06:30", "workoutId": easy, "key": true}, {"date": from.String(), "workoutId": easy},
			{"date": from.String(), "workoutId": run}, {"date": (from + 3).String(), "workoutId": run}, {"date": (from + 9).String(), "workoutId": run},
		},
	}
	given := vars{"from": from.String()}
	for name, list := range change {
		given[name] = list
	}
	want, _ := c.preview(t, given)
	change["revision"], change["idempotencyKey"] = revision, "drag 1"
	var data calendarChanged
	c.ask(t, changeCalendar, vars{"input": change}, &data)
	got := data.ChangeCalendar
	if now, is := shownNow(); now != want || is != revision+1 || got.Calendar.Revision != is || got.Query.Calendar.Revision != is {
		t.Errorf("revision %d after %d, the calendar is\n%s\nand would have been\n%s", is, revision, now, want)
	}
	if got.Calendar.From != from.String() || got.Calendar.To != (from+9).String() || !reflect.DeepEqual(got.RemovedSessionIDs, stand[3:]) || len(got.Sessions) != 8 ||
		got.Sessions[0].ID != stand[0] || got.Sessions[0].Date != (from+1).String() || got.Sessions[0].Start != "07:00" || got.Sessions[0].Workout.ID != easy ||
		got.Sessions[1].Start != "18:00" || got.Sessions[3].Date != (from+9).String() {
		t.Errorf("it answers %+v", got)
	}

	var again calendarChanged // the answer was lost, say: the same is sent again, with the revision that stood then
	c.ask(t, changeCalendar, vars{"input": change}, &again)
	if !reflect.DeepEqual(again, data) {
		t.Errorf("sent again it answers\n%+v\nnot\n%+v", again, data)
	}
	if now, is := shownNow(); now != want || is != revision+1 {
		t.Errorf("sent again it makes revision %d:\n%s", is, now)
	}
	change["idempotencyKey"] = "drag 2"
	if a := c.answer(t, changeCalendar, vars{"input": change}); a.code() != "CONFLICT" || a.Errors[0].Extensions.Moved == nil || a.Errors[0].Extensions.Moved.Acts[0].Act != "CHANGE_CALENDAR" {
		t.Errorf("with another key and an old revision: %s", a.body)
	}
	var undone struct {
		UndoCalendarChange struct {
			Undone struct {
				Act  string
				Days []string
			}
		}
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act days } } }`, nil, &undone)
	if u := undone.UndoCalendarChange.Undone; u.Act != "CHANGE_CALENDAR" || len(u.Days) != 5 {
		t.Errorf("taken back is %+v", u)
	}
	if now, _ := shownNow(); now != before {
		t.Errorf("taken back, the calendar is\n%s\nand was\n%s", now, before)
	}
	delete(change, "revision")
	change["idempotencyKey"] = "drag 1"
	if c.ask(t, changeCalendar, vars{"input": change}, &data); data.ChangeCalendar.Calendar.Revision != revision+2 || len(data.ChangeCalendar.Sessions) != 3 {
		t.Errorf("what was taken back is done again, or told otherwise than it stands: %+v", data.ChangeCalendar)
	}
	change["idempotencyKey"] = "drag 3"
	if c.ask(t, changeCalendar, vars{"input": change}, &data); data.ChangeCalendar.Calendar.Revision != revision+3 {
		t.Errorf("what was taken back is not done with another key: revision %d", data.ChangeCalendar.Calendar.Revision)
	}
	same := vars{"moves": []vars{{"sessionId": stand[0], "date": (from + 1).String()}}}
	if c.ask(t, changeCalendar, vars{"input": same}, &data); data.ChangeCalendar.Calendar.Revision != revision+3 || len(data.ChangeCalendar.Sessions) != 0 {
		t.Errorf("where nothing is other than before: %+v", data.ChangeCalendar)
	}
}

// What one part of a change cannot do, none of it does.
func TestAChangeOfACalendarIsDoneWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	other.grants(t, coach)
	easy, theirs := c.createWorkout(t, "easy"), other.createWorkout(t, "theirs")
	free, locked, done := c.schedule(t, c.id, easy, today+3, "07:00"), c.lockedSession(t, easy, today+2, "07:00"), c.schedule(t, c.id, easy, today, "06:00")
	elsewhere := other.schedule(t, other.id, theirs, today+3, "07:00")
	c.ask(t, `mutation($id: ID!) { skipSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": done}, new(any))
	c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": (today + 5).String()}, new(any))
	day := func(n int) string { return today.AddDays(n).String() }
	full := make([]vars, 12)
	for i := range full {
		full[i] = vars{"date": day(3), "start": fmt.Sprintf("%02d:00", 8+i), "workoutId": easy}
	}
	many := make([]vars, 85)
	for i := range many {
		many[i] = vars{"date": day(i), "start": "07:00", "workoutId": easy}
	}
	before := w.rows(t)
	move := vars{"sessionId": free, "date": day(4)}
	for name, of := range map[string]struct {
		input vars
		code  string
		names string
	}{
		"nothing":              {vars{}, "BAD_USER_INPUT", "moves"},
		"too many":             {vars{"additions": many}, "BAD_USER_INPUT", "additions"},
		"no key":               {vars{"moves": []vars{move}, "idempotencyKey": ""}, "BAD_USER_INPUT", "idempotencyKey"},
		"far away":             {vars{"moves": []vars{{"sessionId": free, "date": day(366)}}}, "BAD_USER_INPUT", "moves[0].date"},
		"added far away":       {vars{"additions": []vars{{"date": day(-366), "start": "07:00", "workoutId": easy}}}, "BAD_USER_INPUT", "additions[0].date"},
		"moved twice":          {vars{"moves": []vars{move, move}}, "BAD_USER_INPUT", "moves[1].sessionId"},
		"removed and moved":    {vars{"moves": []vars{move}, "removals": []string{free}}, "BAD_USER_INPUT", "removals[0]"},
		"a revision within":    {vars{"moves": []vars{{"sessionId": free, "date": day(4), "revision": 1}}}, "BAD_USER_INPUT", "moves[0].revision"},
		"locked":               {vars{"moves": []vars{move, {"sessionId": locked, "date": day(4)}}}, "CONFLICT", ""},
		"skipped":              {vars{"moves": []vars{move}, "removals": []string{done}}, "CONFLICT", ""},
		"a locked day":         {vars{"moves": []vars{move}, "additions": []vars{{"date": day(5), "start": "07:00", "workoutId": easy}}}, "CONFLICT", ""},
		"a full day":           {vars{"additions": full}, "CONFLICT", ""},
		"of another calendar":  {vars{"moves": []vars{move, {"sessionId": elsewhere, "date": day(4)}}}, "NOT_FOUND", ""},
		"what is no session":   {vars{"moves": []vars{move}, "removals": []string{"x"}}, "NOT_FOUND", ""},
		"of another's workout": {vars{"moves": []vars{move}, "replacements": []vars{{"sessionId": free, "workoutId": theirs}}}, "NOT_FOUND", ""},
	} {
		of.input["athleteId"] = c.id
		a := coach.refused(t, of.code, changeCalendar, vars{"input": of.input})
		if of.names != "" && !a.namesField(bad{path: of.names}) {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	other.refused(t, "NOT_FOUND", changeCalendar, vars{"input": vars{"athleteId": c.id, "moves": []vars{move}}})
	if after := w.rows(t); !reflect.DeepEqual(after, before) {
		t.Error("rows have changed")
	}
	// where one goes, another has room
	full[0]["date"] = day(4)
	coach.ask(t, changeCalendar, vars{"input": vars{"athleteId": c.id, "additions": full}}, new(any))
	coach.ask(t, changeCalendar, vars{"input": vars{"athleteId": c.id, "moves": []vars{{"sessionId": free, "date": day(4), "start": "05:00"}},
		"additions": []vars{{"date": day(3), "start": "22:00", "workoutId": easy}}}}, new(any))
}

// Many sessions are recorded as done in one change, all or none.
func TestManySessionsAreCompletedAsOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	other.grants(t, coach)
	easy := c.createWorkout(t, "easy")
	var ids []string
	for n := range 3 {
		ids = append(ids, c.schedule(t, c.id, easy, today.AddDays(-n), "06:00"))
	}
	later, theirs := c.schedule(t, c.id, easy, today+1, "06:00"), other.schedule(t, other.id, other.createWorkout(t, "theirs"), today, "06:00")
	c.ask(t, `mutation($d: Date!) { logActivities(input: {activities: [{externalId: "watch:1", date: $d, start: "06:01", sport: RUN, durationSeconds: 1900, rpe: 4}]}) { activities { id session { id } } } }`,
		vars{"d": today.AddDays(-20)}, new(any))
	const complete = `mutation($s: [CompleteSessionInput!]!, $r: Int) { completeSessions(input: {sessions: $s, revision: $r}) {
		sessions { id status result { durationSeconds rpe comment } } calendar { from to revision } } }`
	outcome := func(id string) vars {
		return vars{"sessionId": id, "durationSeconds": 1800, "rpe": 3, "comment": "legs were fine"}
	}
	revision := c.toldNow(t, c.id).Revision
	for name, of := range map[string]struct {
		sessions []vars
		code     string
	}{
		"none":                {[]vars{}, "BAD_USER_INPUT"},
		"one twice":           {[]vars{outcome(ids[0]), outcome(ids[0])}, "BAD_USER_INPUT"},
		"one badly":           {[]vars{outcome(ids[0]), {"sessionId": ids[1], "durationSeconds": 5}}, "BAD_USER_INPUT"},
		"a revision within":   {[]vars{{"sessionId": ids[0], "durationSeconds": 1800, "revision": revision}}, "BAD_USER_INPUT"},
		"one to come":         {[]vars{outcome(ids[0]), outcome(later)}, "CONFLICT"},
		"of another calendar": {[]vars{outcome(ids[0]), outcome(theirs)}, "NOT_FOUND"},
		"what is no session":  {[]vars{outcome(ids[0]), outcome("x")}, "NOT_FOUND"},
	} {
		if a := coach.refused(t, of.code, complete, vars{"s": of.sessions}); name == "one badly" && !strings.Contains(a.body, "sessions[1].durationSeconds") {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	if now := c.toldNow(t, c.id).Revision; now != revision {
		t.Fatalf("what was refused makes revision %d of %d", now, revision)
	}
	var data struct {
		CompleteSessions struct {
			Sessions []struct {
				ID, Status string
				Result     struct {
					DurationSeconds, RPE int
					Comment              string
				}
			}
			Calendar struct {
				From, To string
				Revision int
			}
		}
	}
	given := vars{"s": []vars{outcome(ids[0]), outcome(ids[1]), outcome(ids[2])}, "r": revision}
	c.ask(t, complete, given, &data)
	got := data.CompleteSessions
	if len(got.Sessions) != 3 || got.Calendar.From != today.AddDays(-2).String() || got.Calendar.To != today.String() || got.Calendar.Revision != revision+1 {
		t.Errorf("completed are %+v", got)
	}
	for i, s := range got.Sessions {
		if s.ID != ids[i] || s.Status != "COMPLETED" || s.Result.DurationSeconds != 1800 || s.Result.RPE != 3 || s.Result.Comment != "legs were fine" {
			t.Errorf("completed is %+v", s)
		}
	}
	c.refused(t, "CONFLICT", complete, given)
	delete(given, "r")
	c.ask(t, complete, given, &data) // the athlete may say it again
	coach.refused(t, "CONFLICT", complete, given)
	for range 2 { // what was said again is a correction, with an hour of its own
		c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	}
	var status struct{ Session struct{ Status string } }
	if c.ask(t, `query($id: ID!) { session(id: $id) { status } }`, vars{"id": ids[2]}, &status); status.Session.Status != "PLANNED" {
		t.Errorf("taken back, a session is %s", status.Session.Status)
	}
}
