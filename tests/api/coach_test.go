package api_test

import (
	"errors"
	"io"
	"testing"
	"time"

	"fortnight/training"
)

// A coach acts for the athlete as long as the grant lasts, and not a moment longer.
func TestS89RevokedCoach(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			var data any
			c.grants(t, coach)
			run, events := coach.plan(t, vars{"athleteId": c.id})
			whole(t, events, 1)
			coach.ask(t, `query($id: ID!) { athletes { edges { node { profile { goal } } } } calendar(athleteId: $id) { revision } }`,
				vars{"id": c.id}, &data)
			s, err := over(t.Context(), coach, `subscription($id: ID!) { calendarChanged(athleteId: $id) { days { id date } } }`, vars{"id": c.id})
			must(t, err)
			t.Cleanup(func() { _ = s.conn.Close() })
			c.changeUntilSeen(t, s)

			c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, &data)
			coach.refused(t, "NOT_FOUND", `query($id: ID!) { calendar(athleteId: $id) { revision } }`, vars{"id": c.id})
			coach.refused(t, "NOT_FOUND", `query($id: ID!) { planRun(id: $id) { status } }`, vars{"id": run})
			coach.refused(t, "NOT_FOUND", `mutation($id: ID!) { generatePlan(input: {athleteId: $id}) { run { id } } }`, vars{"id": c.id})
			for { // which without being told would go on until the token runs out
				if _, err := s.receive(); err != nil {
					if !errors.Is(err, io.EOF) {
						t.Errorf("the stream ends with %v", err)
					}
					break
				}
			}
		})
	}
}

// changeUntilSeen changes the calendar until the stream, which opens in its own time, tells of it.
func (c *client) changeUntilSeen(t testing.TB, s *stream) {
	t.Helper()
	seen := make(chan error, 1)
	go func() {
		_, err := s.receive()
		seen <- err
	}()
	var data any
	for end := time.Now().Add(patience); time.Now().Before(end); {
		c.ask(t, `mutation { checkIn(input: {date: "2026-11-26"}) { checkIn { date } } }`, nil, &data)
		select {
		case err := <-seen:
			must(t, err)
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatal("the coach is told of no change")
}
