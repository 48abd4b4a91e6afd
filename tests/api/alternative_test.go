package api_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/server"
)

// Each alternative can be put in its session's place: the certificate then breaks no HARD rule.
func TestAlternatives(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.plan(t, vars{"seed": 1})
	var data struct {
		Calendar struct {
			Days []struct {
				Sessions []struct {
					ID, Date, Start string
					Workout         struct{ ID string }
					Alternatives    []struct {
						Reasons []string
						Score   float64
						Workout struct{ ID, Title string }
					}
				}
			}
		}
	}
	c.ask(t, `query($from: Date!) { calendar(from: $from) { days { sessions { id date start workout { id }
		alternatives(first: 2) { score reasons workout { id title } } } } } }`, vars{"from": first.String()}, &data)
	found := 0
	for _, day := range data.Calendar.Days {
		for _, s := range day.Sessions {
			for _, a := range s.Alternatives {
				found++
				if len(a.Reasons) < 2 || a.Score < 0 || a.Score > 1 || a.Workout.ID == s.Workout.ID {
					t.Errorf("%s %s: %+v", s.Date, s.Start, a)
				}
				var sessions []vars
				for _, d := range data.Calendar.Days {
					for _, o := range d.Sessions {
						workout := o.Workout.ID
						if o.ID == s.ID {
							workout = a.Workout.ID
						}
						sessions = append(sessions, vars{"workoutId": workout, "date": o.Date, "start": o.Start})
					}
				}
				var checked struct {
					CheckCalendar struct{ Certificate struct{ Verdict string } }
				}
				c.ask(t, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { certificate { verdict } } }`,
					vars{"input": vars{"from": first.String(), "days": 14, "sessions": sessions}}, &checked)
				if checked.CheckCalendar.Certificate.Verdict == "CONFLICT" {
					t.Errorf("%s on %s %s breaks a HARD rule", a.Workout.Title, s.Date, s.Start)
				}
			}
		}
	}
	if found < 8 {
		t.Errorf("%d alternatives", found)
	}
}

func TestS10OverComplexOperationsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	a := w.user(t, "ATHLETE").answer(t, `{ workouts(first: 100) { edges { node { similar(first: 20) { workout { title sport } } } } } }`, nil)
	if said := fmt.Sprintf("one may cost %d: ask for shorter lists", server.Limits.DocumentPoints); a.code() != "LIMIT_EXCEEDED" || !strings.Contains(a.Errors[0].Message, said) {
		t.Errorf("%s", a.body)
	}
}
