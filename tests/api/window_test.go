package api_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// windows are somebody's, of the week and of single dates, as texts.
func (c *client) windows(t testing.TB) (week, dates []string) {
	t.Helper()
	var data struct {
		Me struct {
			Profile struct {
				Availability []struct {
					Weekday, From, To string
					Sports            []string
				}
				DateAvailability []struct {
					Date    string
					Note    *string
					Windows []struct{ From, To string }
				}
			}
		}
	}
	c.ask(t, `{ me { profile { availability { weekday from to sports } dateAvailability { date note windows { from to } } } } }`, nil, &data)
	for _, w := range data.Me.Profile.Availability {
		week = append(week, fmt.Sprint(w.Weekday, " ", w.From, "-", w.To, w.Sports))
	}
	for _, d := range data.Me.Profile.DateAvailability {
		dates = append(dates, fmt.Sprint(d.Date, " ", d.Windows))
	}
	return week, dates
}

// One window is added and taken away, of the week or of a date, and all others stay.
func TestSingleWindows(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	is := func(what string, week, dates []string) {
		t.Helper()
		if w, d := c.windows(t); !slices.Equal(w, week) || !slices.Equal(d, dates) {
			t.Errorf("%s: the week has %q, dates have %q", what, w, d)
		}
	}
	c.ask(t, `mutation {
		a: addWindow(input: {weekday: MONDAY, from: "06:00", to: "07:00"}) { user { id } }
		b: addWindow(input: {weekday: SUNDAY, from: "22:00", to: "01:00", sports: [RUN]}) { user { id } }
		c: addWindow(input: {weekday: MONDAY, from: "07:00", to: "08:00"}) { user { id } calendar { revision } }
		d: setDateWindows(input: {date: "2026-12-03", windows: [{from: "06:00", to: "09:00"}], note: "free"}) { user { id } }
		e: setDateWindows(input: {date: "2026-12-10", windows: []}) { user { id } }
	}`, nil, new(any))
	is("added", []string{"MONDAY 06:00-07:00[]", "SUNDAY 22:00-01:00[RUN]", "MONDAY 07:00-08:00[]"}, []string{"2026-12-03 [{06:00 09:00}]", "2026-12-10 []"})
	for act, path := range map[string]string{
		`addWindow(input: {weekday: MONDAY, from: "06:30", to: "06:45"})`:                                                    "from",
		`addWindow(input: {weekday: MONDAY, from: "00:30", to: "02:00"})`:                                                    "from", // of Sunday's
		`addWindow(input: {weekday: FRIDAY, from: "06:30", to: "06:30"})`:                                                    "from",
		`addWindow(input: {weekday: WEDNESDAY, from: "23:00", to: "06:30"})`:                                                 "from", // into the third of December
		`setDateWindows(input: {date: "2026-12-02", windows: [{from: "20:00", to: "06:30"}]})`:                               "windows",
		`setDateWindows(input: {date: "2026-12-11", windows: [{from: "20:00", to: "20:00"}]})`:                               "windows[0]",
		`setDateWindows(input: {date: "2026-12-11", windows: [{from: "20:00", to: "21:00"}, {from: "20:30", to: "22:00"}]})`: "windows",
	} {
		if a := c.answer(t, `mutation { `+act+` { user { id } } }`, nil); a.code() != "BAD_USER_INPUT" || a.Errors[0].Extensions.Fields[0].Path != path {
			t.Errorf("%s: %s", act, a.body)
		}
	}
	for _, act := range []string{
		`removeWindow(input: {weekday: MONDAY, from: "06:30"})`, `removeWindow(input: {weekday: TUESDAY, from: "06:00"})`, `removeDateWindows(input: {date: "2026-12-04"})`,
	} {
		c.refused(t, "NOT_FOUND", `mutation { `+act+` { user { id } } }`, nil)
	}
	c.ask(t, `mutation {
		a: removeWindow(input: {weekday: MONDAY, from: "06:00"}) { user { id } }
		c: removeDateWindows(input: {date: "2026-12-10"}) { user { id } }
	}`, nil, new(any))
	replace := `mutation($r: Int) { setDateWindows(input: {date: "2026-12-03", windows: [{from: "10:00", to: "11:00"}], unchangedSince: $r}) { user { id } } }`
	if a := c.answer(t, replace, nil); !a.faulty("revision", "windows leaves out what stands there") {
		t.Errorf("unseen windows of a date are replaced: %s", a.body)
	}
	c.ask(t, replace, vars{"r": c.seen(t)}, new(any))
	is("taken away", []string{"SUNDAY 22:00-01:00[RUN]", "MONDAY 07:00-08:00[]"}, []string{"2026-12-03 [{10:00 11:00}]"})
	for n := 2; n < training.MaxWindows; n++ {
		c.ask(t, `mutation($i: AddWindowInput!) { addWindow(input: $i) { user { id } } }`, vars{"i": vars{
			"weekday": []string{"TUESDAY", "WEDNESDAY"}[n%2], "from": fmt.Sprintf("%02d:%02d", n/4, n%4*15), "to": fmt.Sprintf("%02d:%02d", n/4, n%4*15+10),
		}}, new(any))
	}
	if a := c.answer(t, `mutation { addWindow(input: {weekday: FRIDAY, from: "06:00", to: "07:00"}) { user { id } } }`, nil); a.code() != "BAD_USER_INPUT" || a.Errors[0].Extensions.Fields[0].Path != "from" {
		t.Errorf("a window too many: %s", a.body)
	}
}

// What is not said of a date stays as it is: its note, until it is taken back; and more windows take none away.
func TestADateKeepsItsNote(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for _, step := range []struct{ says, want string }{
		{`windows: [{from: "06:00", to: "07:00"}], note: "travelling"`, "1 travelling"},
		{`windows: [{from: "06:00", to: "07:00"}, {from: "17:00", to: "18:00"}]`, "2 travelling"},
		{`windows: [{from: "17:00", to: "18:00"}, {from: "06:00", to: "07:00"}], note: null`, "2 "},
	} {
		c.ask(t, `mutation { setDateWindows(input: {date: "2026-12-03", `+step.says+`}) { user { id } } }`, nil, new(any))
		var data struct {
			Me struct {
				Profile struct {
					DateAvailability []struct {
						Windows []vars
						Note    *string
					}
				}
			}
		}
		c.ask(t, `{ me { profile { dateAvailability { windows { from } note } } } }`, nil, &data)
		list := data.Me.Profile.DateAvailability
		if len(list) != 1 {
			t.Fatalf("%s: %+v", step.says, list)
		}
		note := ""
		if list[0].Note != nil {
			note = *list[0].Note
		}
		if got := fmt.Sprintf("%d %s", len(list[0].Windows), note); got != step.want {
			t.Errorf("%s: %s, want %s", step.says, got, step.want)
		}
	}
}

// Many sessions are put onto a calendar and taken off it in one change, all or none, which is taken back whole.
func TestManySessionsAreOneChange(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	coach := w.user(t, training.RoleCoach)
	c.grants(t, coach)
	other.grants(t, coach)
	run := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	batch := func(days int) (list []vars) {
		for n := range days {
			list = append(list, vars{"date": today.AddDays(1 + n).String(), "start": "07:00", "workoutId": run})
		}
		return list
	}
	const schedule = `mutation($id: ID, $s: [ScheduledSessionInput!]!) { scheduleSessions(input: {athleteId: $id, sessions: $s}) { sessions { id date start } calendar { days { date } } } }`
	var data struct {
		ScheduleSessions struct {
			Sessions []struct{ ID, Date, Start string }
			Calendar struct{ Days []struct{ Date string } }
		}
	}
	before := c.toldNow(t, c.id)
	coach.ask(t, schedule, vars{"id": c.id, "s": batch(28)}, &data)
	got := data.ScheduleSessions
	if len(got.Sessions) != 28 || got.Sessions[27].Date != today.AddDays(28).String() || got.Sessions[0].Start != "07:00" || len(got.Calendar.Days) != 28 {
		t.Errorf("scheduled are %+v", got)
	}
	if now := c.toldNow(t, c.id); now.Revision != before.Revision+1 {
		t.Errorf("28 sessions make revision %d of %d", now.Revision, before.Revision)
	}
	var undone struct {
		UndoCalendarChange struct {
			Undone struct {
				Act  string
				Days []string
			}
		}
	}
	coach.ask(t, `mutation($id: ID!) { undoCalendarChange(input: {athleteId: $id}) { undone { act days } } }`, vars{"id": c.id}, &undone)
	if u := undone.UndoCalendarChange.Undone; u.Act != "SCHEDULE_SESSION" || len(u.Days) != 28 || len(sessionIDs(t, c)) != 0 {
		t.Errorf("taken back is %+v", u)
	}

	c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(3)}, new(any))
	c.refused(t, "CONFLICT", schedule, vars{"s": batch(4)})
	c.refused(t, "NOT_FOUND", schedule, vars{"s": append(batch(1), vars{"date": today.AddDays(5).String(), "start": "07:00", "workoutId": other.aRun(t)})})
	full := make([]vars, 13)
	for i := range full {
		full[i] = vars{"date": today.AddDays(6).String(), "start": fmt.Sprintf("%02d:00", 6+i), "workoutId": run}
	}
	c.refused(t, "CONFLICT", schedule, vars{"s": full})
	if left := sessionIDs(t, c); len(left) != 0 {
		t.Errorf("of what was refused %v stands", left)
	}

	c.ask(t, schedule, vars{"s": batch(2)}, new(any))
	theirs := other.schedule(t, other.id, run, today+1, "07:00")
	const remove = `mutation($ids: [ID!]!) { removeSessions(input: {sessionIds: $ids}) { sessionIds calendar { days { sessions { id } } } } }`
	mine := sessionIDs(t, c)
	coach.refused(t, "NOT_FOUND", remove, vars{"ids": append(slices.Clone(mine), theirs)})
	c.ask(t, `mutation($id: ID!) { lockSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": mine[1]}, new(any))
	c.refused(t, "CONFLICT", remove, vars{"ids": mine})
	if left := sessionIDs(t, c); !reflect.DeepEqual(left, mine) {
		t.Errorf("of %v are left %v", mine, left)
	}
	c.ask(t, `mutation($id: ID!) { unlockSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": mine[1]}, new(any))
	if a := coach.answer(t, remove, vars{"ids": mine}); a.code() != "" || strings.Contains(string(a.Data), `"sessions":[{`) || len(sessionIDs(t, c)) != 0 {
		t.Errorf("removed: %s", a.body)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	if back := sessionIDs(t, c); !reflect.DeepEqual(back, mine) {
		t.Errorf("taken back are %v, want %v", back, mine)
	}
}

// sessionIDs are somebody's in the next 28 days, in order.
func sessionIDs(t testing.TB, c *client) (ids []string) {
	t.Helper()
	var data struct {
		Calendar struct {
			Days []struct{ Sessions []struct{ ID string } }
		}
	}
	c.ask(t, `query($d: Date!) { calendar(from: $d, days: 28) { days { sessions { id } } } }`, vars{"d": today.AddDays(1)}, &data)
	for _, day := range data.Calendar.Days {
		for _, s := range day.Sessions {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
