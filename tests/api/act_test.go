package api_test

import (
	"reflect"
	"testing"

	"fortnight/training"
)

const placed = `{ id date start lock key status rationale workout { id title } run { id } }`

type placedSession struct {
	ID, Date, Start, Status string
	Lock, Rationale         *string
	Key                     bool
	Workout                 struct{ ID, Title string }
	Run                     *struct{ ID string }
}

func (c *client) session(t testing.TB, id string) placedSession {
	t.Helper()
	var data struct{ Session placedSession }
	c.ask(t, `query($id: ID!) { session(id: $id) `+placed+` }`, vars{"id": id}, &data)
	return data.Session
}

// An alternative takes a session's place in one call: its id, day, start, lock and run stay. What the old workout stood there for does not.
func TestASessionIsReplaced(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	_, events := c.plan(t, vars{})
	whole(t, events, 1)
	var planned struct {
		Calendar struct {
			Days []struct {
				Date     string
				Sessions []struct {
					ID           string
					Run          *struct{ ID string }
					Lock         *string
					Alternatives []struct{ Workout struct{ ID, Title string } }
				}
			}
		}
	}
	c.ask(t, `query($from: Date!) { calendar(from: $from, days: 10) { days { date sessions { id lock run { id } alternatives(first: 1) { workout { id title } } } } } }`,
		vars{"from": today.AddDays(1).String()}, &planned)
	for _, day := range planned.Calendar.Days {
		for _, s := range day.Sessions {
			if s.Run == nil || s.Lock != nil || len(s.Alternatives) == 0 {
				continue
			}
			before := c.session(t, s.ID)
			var data struct {
				ReplaceSession struct {
					Session  placedSession
					Calendar struct {
						From string
						Days []struct{ Sessions []struct{ ID string } }
					}
				}
			}
			c.ask(t, `mutation($input: ReplaceSessionInput!) { replaceSession(input: $input) { session `+placed+` calendar { from days { sessions { id } } } } }`,
				vars{"input": vars{"sessionId": s.ID, "workoutId": s.Alternatives[0].Workout.ID}}, &data)
			want := before
			want.Workout, want.Rationale = s.Alternatives[0].Workout, nil
			if got := data.ReplaceSession; !reflect.DeepEqual(got.Session, want) || got.Calendar.From != before.Date || len(got.Calendar.Days) != 1 {
				t.Errorf("got %+v, want %+v", got, want)
			}
			if change := c.lastChange(t, c.id); change == nil || change.Act != "REPLACE_SESSION" {
				t.Errorf("the last change is %+v", change)
			}
			c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
			if got := c.session(t, s.ID); !reflect.DeepEqual(got, before) {
				t.Errorf("taken back it is %+v, was %+v", got, before)
			}
			c.ask(t, `mutation($id: ID!) { lockSession(input: {sessionId: $id, scope: CONTENT}) { session { id } } }`, vars{"id": s.ID}, new(any))
			c.refused(t, "CONFLICT", `mutation($input: ReplaceSessionInput!) { replaceSession(input: $input) { session { id } } }`,
				vars{"input": vars{"sessionId": s.ID, "workoutId": s.Alternatives[0].Workout.ID}})
			return
		}
	}
	t.Fatal("no session of the plan has an alternative")
}

// Two sessions change places in one act, which is taken back as one.
func TestTwoSessionsChangePlaces(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	workout := c.createWorkout(t, "easy")
	one, two := c.schedule(t, c.id, workout, today+2, "06:30"), c.schedule(t, c.id, workout, today+5, "18:00")
	var data struct {
		SwapSessions struct {
			Sessions []placedSession
			Calendar struct {
				From string
				Days []struct{ Date string }
			}
		}
	}
	swap := `mutation($ids: [ID!]!) { swapSessions(input: {sessionIds: $ids}) { sessions ` + placed + ` calendar { from days { date } } } }`
	c.ask(t, swap, vars{"ids": []string{one, two}}, &data)
	got := data.SwapSessions
	if got.Sessions[0].ID != one || got.Sessions[0].Date != (today+5).String() || got.Sessions[0].Start != "18:00" || got.Sessions[1].Date != (today+2).String() ||
		got.Sessions[1].Start != "06:30" || got.Calendar.From != (today+2).String() || len(got.Calendar.Days) != 4 {
		t.Errorf("got %+v", got)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	if s := c.session(t, one); s.Date != (today+2).String() || s.Start != "06:30" {
		t.Errorf("taken back it is %+v", s)
	}
	foreign := other.schedule(t, other.id, other.createWorkout(t, "theirs"), today+3, "07:00")
	before := c.calendar(t)
	for name, ids := range map[string][]string{"of another": {one, foreign}, "none": {one, "00000000-0000-4000-8000-000000000000"}} {
		if c.refused(t, "NOT_FOUND", swap, vars{"ids": ids}); c.calendar(t) != before {
			t.Errorf("%s: the calendar has changed", name)
		}
	}
	c.refused(t, "BAD_USER_INPUT", swap, vars{"ids": []string{one, one}})
	c.refused(t, "BAD_USER_INPUT", swap, vars{"ids": []string{one}})
	c.ask(t, `mutation($id: ID!) { lockSession(input: {sessionId: $id, scope: DAY}) { session { id } } }`, vars{"id": two}, new(any))
	c.refused(t, "CONFLICT", swap, vars{"ids": []string{one, two}})
}

// Every repair of a conflict is done in one call, whatever it is, and is taken back as one; the conflict is gone after it.
func TestEveryRepairIsDoneInOneCall(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, stranger := w.athlete(t), w.user(t, training.RoleAthlete)
	fast := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "focuses": []string{"VO2MAX"}, "maxSeconds": 4500})
	c.lockedSession(t, fast, today+13, "06:30")
	c.lockedSession(t, fast, today+14, "06:30")
	set := c.conflict(t, "INT-1", c.locksAt(t, today+13, today+14)...)
	kinds, before := map[string]bool{}, c.calendar(t)
	apply := `mutation($token: String!) { applyRepair(input: {token: $token}) { session ` + placed + ` calendar { revision } } }`
	for _, r := range set.Repairs {
		if r.Token == nil || !r.Unlock {
			t.Errorf("of a locked session: %+v", r)
			continue
		}
		kinds[r.Kind] = true
		var data struct {
			ApplyRepair struct{ Session *placedSession }
		}
		stranger.refused(t, "NOT_FOUND", apply, vars{"token": r.Token})
		c.ask(t, apply, vars{"token": r.Token}, &data)
		switch s := data.ApplyRepair.Session; {
		case r.Kind == "REMOVE" != (s == nil), s != nil && (r.Kind == "UNLOCK") != (s.Lock == nil):
			t.Errorf("%s leaves %+v", r.Message, s)
		case r.Date != nil && s.Date != *r.Date, r.Start != nil && s.Start != *r.Start:
			t.Errorf("%s moves to %+v", r.Message, s)
		}
		if _, events := c.plan(t, vars{"from": (today + 1).String(), "apply": false}); events[len(events)-1].Type != "RunSucceeded" {
			t.Errorf("after %s the run ends with %+v", r.Message, events[len(events)-1])
		}
		if a := c.refused(t, "CONFLICT", apply, vars{"token": r.Token}); a.Errors[0].Extensions.Moved == nil {
			t.Errorf("done twice: %s", a.body)
		}
		c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
		if c.calendar(t) != before {
			t.Fatalf("%s is not taken back", r.Message)
		}
	}
	if !kinds["MOVE"] || !kinds["UNLOCK"] || !kinds["REMOVE"] {
		t.Errorf("there are %v", kinds)
	}
	for _, token := range []string{"", "x", "e30", "eyJraW5kIjoiTU9WRSJ9"} {
		c.refused(t, "BAD_USER_INPUT", apply, vars{"token": token})
	}
}

// locksAt are the ids of the locked sessions of some days.
func (c *client) locksAt(t testing.TB, days ...training.Date) (ids []string) {
	t.Helper()
	for _, day := range days {
		var data struct {
			Calendar struct {
				Days []struct {
					Sessions []struct {
						ID   string
						Lock *string
					}
				}
			}
		}
		c.ask(t, `query($from: Date!) { calendar(from: $from, days: 1) { days { sessions { id lock } } } }`, vars{"from": day.String()}, &data)
		for _, s := range data.Calendar.Days[0].Sessions {
			if s.Lock != nil {
				ids = append(ids, s.ID)
			}
		}
	}
	return ids
}
