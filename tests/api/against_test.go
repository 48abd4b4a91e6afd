package api_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// violation is what a certificate says is not met.
type violation struct {
	Rule     struct{ ID string }
	Severity string
	Message  string
	Sessions []struct{ Date string }
}

// against are the days of the sessions that go against what is stated, by the violations of a certificate, with how much that binds.
func against(list []violation) map[string]string {
	found := map[string]string{}
	for _, v := range list {
		if v.Rule.ID == "RED-6" {
			found[v.Sessions[0].Date] = v.Severity
		}
	}
	return found
}

type judged struct {
	Revision    int
	Certificate struct {
		Verdict    string
		Violations []violation
	}
}

const judgedFields = `{ revision certificate { verdict violations { rule { id } severity message sessions { date } } } }`

func (c *client) certified(t testing.TB, athlete string) judged {
	t.Helper()
	var data struct{ Calendar judged }
	c.ask(t, `query($id: ID) { calendar(athleteId: $id) `+judgedFields+` }`, vars{"id": athlete}, &data)
	return data.Calendar
}

// What a person puts on a day against what is stated of the body is not refused, and neither the certificate is green nor is it kept from the coach:
// whether it is put there, moved, swapped, put in the place of another, looked at before it is done, or brought back.
func TestASessionAgainstWhatIsStatedIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	run := c.createWorkout(t, "a run by hand")
	c.ask(t, `mutation($d: Date!) { checkIn(input: {date: $d, note: "my calf is sore"}) { checkIn { date } } }`, vars{"d": today.String()}, new(any))
	for _, r := range c.restrictions(t) {
		if r.Condition != "HURT_CALF" {
			t.Fatalf("%+v", r)
		}
	}

	var put struct {
		ScheduleSession struct {
			Session  struct{ ID string }
			Calendar judged
		}
	}
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } calendar `+judgedFields+` } }`,
		vars{"input": vars{"workoutId": run, "date": (today + 3).String(), "start": "07:00"}}, &put)
	id, told, day := put.ScheduleSession.Session.ID, put.ScheduleSession.Calendar, (today + 3).String()
	if against(told.Certificate.Violations)[day] != "HARD" || told.Certificate.Verdict != "CONFLICT" {
		t.Errorf("put there: %+v", told)
	}
	if stands := c.certified(t, c.id); against(stands.Certificate.Violations)[day] != "HARD" {
		t.Errorf("as it stands: %+v", stands)
	}
	shown := func() bool {
		t.Helper()
		return slices.ContainsFunc(coach.wants(t), func(a attention) bool {
			return a.Kind == "BROKEN_RULE" && a.Session != nil && a.Session.ID == id && strings.Contains(a.Message, "a sore calf: no run")
		})
	}
	if !shown() {
		t.Errorf("the coach is shown %+v", coach.wants(t))
	}

	var foreseen struct{ CheckCalendar judged }
	check := `query($input: CheckCalendarInput!) { checkCalendar(input: $input) ` + judgedFields + ` }`
	c.ask(t, check, vars{"input": vars{"moves": []vars{{"sessionId": id, "date": (today + 4).String()}}}}, &foreseen)
	if against(foreseen.CheckCalendar.Certificate.Violations)[(today+4).String()] != "HARD" {
		t.Errorf("moved to another day: %+v", foreseen)
	}
	c.ask(t, check, vars{"input": vars{"additions": []vars{{"workoutId": run, "date": (today + 5).String(), "start": "07:00"}}}}, &foreseen)
	if len(against(foreseen.CheckCalendar.Certificate.Violations)) < 2 {
		t.Errorf("another one: %+v", foreseen)
	}

	var gone struct{ RemoveSession struct{ Calendar judged } }
	c.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { calendar `+judgedFields+` } }`, vars{"id": id}, &gone)
	if found := against(c.certified(t, c.id).Certificate.Violations); found[day] != "" || shown() {
		t.Errorf("without it: %v", found)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	if found := against(c.certified(t, c.id).Certificate.Violations); found[day] != "HARD" || !shown() {
		t.Errorf("brought back: %v", found)
	}
}

// A plan that keeps what is planned keeps nothing that a restriction rules out, whenever that was stated: before the run is asked for, with it, or after
// another was proposed, which then is not applied any more. What a revert brings back is told.
func TestAPlanKeepsNothingThatIsRuledOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.plan(t, vars{"seed": 1})
	locked := map[string]bool{} // the athlete has locks, which stay
	runs := func() (list []string) {
		t.Helper()
		var data struct {
			Calendar struct {
				Days []struct {
					Date     string
					Sessions []struct {
						Status  string
						Lock    *string
						Workout struct{ Sport string }
					}
				}
			}
		}
		c.ask(t, `{ calendar { days { date sessions { status lock workout { sport } } } } }`, nil, &data)
		for _, d := range data.Calendar.Days {
			for _, s := range d.Sessions {
				switch {
				case s.Lock != nil:
					locked[d.Date] = true
				case s.Workout.Sport == "RUN" && s.Status == "PLANNED":
					list = append(list, d.Date)
				}
			}
		}
		return list
	}
	told := func() (missing []string) {
		t.Helper()
		found := against(c.certified(t, c.id).Certificate.Violations)
		return slices.DeleteFunc(runs(), func(day string) bool { return found[day] == "HARD" })
	}
	if len(runs()) == 0 {
		t.Fatal("nobody runs")
	}
	proposed, _ := c.plan(t, vars{"seed": 2, "apply": false})
	c.ask(t, `mutation($d: Date!) { checkIn(input: {date: $d, note: "my calf is sore"}) { checkIn { date } } }`, vars{"d": today.String()}, new(any))
	if missing := told(); len(missing) > 0 {
		t.Errorf("the runs of %v are not told of", missing)
	}
	c.refused(t, "CONFLICT", `mutation($id: ID!) { applyPlan(input: {runId: $id}) { calendar { revision } } }`, vars{"id": proposed})
	_, events := c.plan(t, vars{"keepPlanned": true, "seed": 3})
	if last := events[len(events)-1]; last.Type != "RunSucceeded" || !strings.Contains(last.Message, "Not kept, as it may not be done: ") {
		t.Errorf("%+v", last)
	}
	stands, found := runs(), against(c.certified(t, c.id).Certificate.Violations)
	maps.DeleteFunc(found, func(day, _ string) bool { return locked[day] })
	if len(stands)+len(found) > 0 {
		t.Errorf("the runs of %v stand, %v are told of", stands, found)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { undone { act } } }`, nil, new(any))
	if missing := told(); len(missing) > 0 || len(runs()) == 0 {
		t.Errorf("brought back: the runs of %v are not told of, of %v", missing, runs())
	}
}
