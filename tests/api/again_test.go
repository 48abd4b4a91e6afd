package api_test

import (
	"slices"
	"strings"
	"testing"
)

// standing are the sessions of the calendar as they may be sent as a what-if, and the certificate's hash.
func (c *client) standing(t testing.TB) (sessions []vars, hash string, ids []string) {
	t.Helper()
	var data struct {
		Calendar struct {
			Certificate struct{ Hash string }
			Days        []struct {
				Sessions []struct {
					ID, Date, Start, Status string
					Lock                    *string
					Workout                 struct{ ID string }
				}
			}
		}
	}
	c.ask(t, `query($from: Date!) { calendar(from: $from) { certificate { hash }
		days { sessions { id date start status lock workout { id } } } } }`, vars{"from": first.String()}, &data)
	for _, d := range data.Calendar.Days {
		for _, s := range d.Sessions {
			ids = append(ids, s.ID)
			if s.Status == "PLANNED" {
				sessions = append(sessions, vars{"date": s.Date, "start": s.Start, "workoutId": s.Workout.ID, "lock": s.Lock})
			}
		}
	}
	return sessions, data.Calendar.Certificate.Hash, ids
}

// 12 §7: the calendar read twice, and the same sessions sent as a what-if in another order, have one hash; another start has another. The
// same plan again is kept: every session keeps its id.
func TestTheSameCalendarIsTheSame(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	planned, _ := c.plan(t, vars{"seed": 3})
	sessions, hash, ids := c.standing(t)
	var proposed struct {
		PlanRun struct{ Certificate struct{ Hash string } }
	}
	if c.ask(t, `query($run: ID!) { planRun(id: $run) { certificate { hash } } }`, vars{"run": planned}, &proposed); proposed.PlanRun.Certificate.Hash != hash {
		t.Errorf("as it was proposed, the hash is %s and now it is %s", proposed.PlanRun.Certificate.Hash, hash)
	}
	if len(sessions) < 6 {
		t.Fatalf("%d sessions", len(sessions))
	}
	if _, again, _ := c.standing(t); again != hash {
		t.Errorf("read again, the hash is %s and was %s", again, hash)
	}
	ask := func(sessions []vars) string {
		var data struct {
			CheckCalendar struct{ Certificate struct{ Hash string } }
		}
		c.ask(t, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { certificate { hash } } }`,
			vars{"input": vars{"from": first.String(), "sessions": sessions}}, &data)
		return data.CheckCalendar.Certificate.Hash
	}
	slices.Reverse(sessions)
	if got := ask(sessions); got != hash {
		t.Errorf("as a what-if, the hash is %s and was %s", got, hash)
	}
	sessions[0]["start"] = "05:05"
	if ask(sessions) == hash {
		t.Error("another start has the same hash")
	}
	run, events := c.plan(t, vars{"seed": 3})
	if last := events[len(events)-1]; !strings.Contains(last.Message, "0 sessions added or moved, 0 taken away") {
		t.Error(last.Message)
	}
	var data struct {
		PlanRun struct{ Changes []struct{ Kind string } }
	}
	c.ask(t, `query($run: ID!) { planRun(id: $run) { changes { kind } } }`, vars{"run": run}, &data)
	for _, change := range data.PlanRun.Changes {
		if change.Kind != "KEPT" {
			t.Errorf("the same plan again: %s", change.Kind)
		}
	}
	if _, again, after := c.standing(t); !slices.Equal(after, ids) || again != hash {
		t.Errorf("the calendar was changed: %v and %v, %s and %s", ids, after, hash, again)
	}
}
