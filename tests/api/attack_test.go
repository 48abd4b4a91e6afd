package api_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"fortnight/training"
)

// S87: whatever the way through coaches and athletes, nobody is met who has granted nothing.
func TestS87NobodyForeignIsMetOnTheWay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	mine, other, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	mine.grants(t, coach)
	theirs := w.user(t, training.RoleCoach)
	other.grants(t, theirs)
	mine.grants(t, theirs)
	const way = `{ me { id email coaches { id name email coaches { id } } } athletes { edges { node { id email coaches { id email coaches { id } } } } } }`
	for _, c := range []*client{mine, coach} {
		a := c.answer(t, way, nil)
		for _, secret := range []string{other.id, other.email} {
			if strings.Contains(a.body, secret) {
				t.Errorf("%s meets a stranger: %s", c.email, a.body)
			}
		}
	}
	if a := coach.answer(t, way, nil); !strings.Contains(a.body, mine.id) || strings.Contains(a.body, theirs.email) {
		t.Errorf("a coach meets too few or another coach's address: %s", a.body)
	}
}

// S88: a stranger who subscribes to a foreign run is refused before the first event, also while others listen to it with the same document,
// and so is a coach who was one.
func TestS88NobodyListensToAForeignRun(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c, stranger, coach := w.athlete(t), w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	run, events := c.plan(t, vars{})
	const calendar = `subscription($id: ID!) { calendarChanged(athleteId: $id) { days { date } } }`
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			for _, s := range []*client{c, coach} {
				watching, err := over(t.Context(), s, calendar, vars{"id": c.id})
				must(t, err)
				t.Cleanup(func() { _ = watching.conn.Close() })
				if got := s.subscribe(t, over, run, 0).rest(t); len(got) != len(events) {
					t.Errorf("%s hears %d of %d events", s.email, len(got), len(events))
				}
			}
			for document, of := range map[string]vars{calendar: {"id": c.id}, `subscription($id: ID!) { planEvents(runId: $id) { id } }`: {"id": run}} {
				s, err := over(t.Context(), stranger, document, of)
				must(t, err)
				t.Cleanup(func() { _ = s.conn.Close() })
				if a, err := s.receive(); err != nil || a.code() != "NOT_FOUND" || len(a.Data) > 0 {
					t.Errorf("a stranger is answered %s, %v", a.body, err)
				}
			}
		})
	}
	c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, new(any))
	for name, over := range transports { // while the coach's own streams have not ended yet
		s, err := over(t.Context(), coach, calendar, vars{"id": c.id})
		must(t, err)
		t.Cleanup(func() { _ = s.conn.Close() })
		if a, err := s.receive(); err != nil || a.code() != "NOT_FOUND" {
			t.Errorf("%s: a former coach is answered %s, %v", name, a.body, err)
		}
	}
}

// S90: nobody makes himself somebody else by a field that is not there.
func TestS90NothingIsSmuggledIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	const update = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }`
	c.ask(t, update, vars{"input": vars{"name": "Jo"}}, new(any))
	for _, input := range []vars{
		{"name": "Jo", "role": "COACH"}, {"name": "Jo", "id": other.id}, {"name": "Jo", "athleteId": other.id}, {"name": "Jo", "email": "x@example.com"},
		{"name": "Jo", "__proto__": vars{"role": "COACH"}}, {"name": "Jo", "createdAt": "2020-01-01T00:00:00Z"},
	} {
		a := c.answer(t, update, vars{"input": input})
		if a.code() == "" {
			t.Errorf("%v: %s", input, a.body)
		}
	}
	if got := w.text(t, "SELECT role || ' ' || email FROM users WHERE id = $1", c.id); got != "ATHLETE "+c.email {
		t.Errorf("the account is now %s", got)
	}
}

var aUUID = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// S92: ids cannot be counted up, a forged cursor is refused, and another's leads to nothing of theirs.
func TestS92IDsAndCursorsAreOpaque(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, other := w.athlete(t), w.athlete(t)
	runs := [2]string{}
	for n := range runs {
		runs[n], _ = other.plan(t, vars{"seed": n})
		if !aUUID.MatchString(runs[n]) {
			t.Errorf("%s is no UUID", runs[n])
		}
	}
	if runs[0][:18] == runs[1][:18] {
		t.Errorf("%s follows %s", runs[1], runs[0])
	}
	const page = `query($after: String) { planRuns(first: 1, after: $after) { edges { cursor node { id } } } }`
	var data struct {
		PlanRuns struct{ Edges []struct{ Cursor string } }
	}
	other.ask(t, page, nil, &data)
	if a := c.answer(t, page, vars{"after": data.PlanRuns.Edges[0].Cursor}); strings.Contains(a.body, runs[0]) || strings.Contains(a.body, runs[1]) {
		t.Errorf("another's cursor leads to %s", a.body)
	}
	for _, cursor := range []string{"1", "x", "' OR 1=1 --", "AAAA", strings.Repeat("A", 5000), "\u0000"} {
		if a := c.answer(t, page, vars{"after": cursor}); a.code() != "BAD_USER_INPUT" {
			t.Errorf("cursor %.20q: %s", cursor, a.body)
		}
	}
}

// S94: of what two ask at once nothing is answered to the other.
func TestS94AnswersDoNotCross(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	people := [2]*client{w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)}
	var all sync.WaitGroup
	for n := range 8 {
		c, other := people[n%2], people[(n+1)%2]
		all.Go(func() {
			for range 60 {
				a, err := c.post(t.Context(), `{ me { id email name } calendar { athlete { id } } nodes(ids: ["`+c.id+`", "`+other.id+`"]) { id } }`, nil)
				if err != nil || !strings.Contains(a.body, c.email) || strings.Contains(a.body, other.id) || strings.Contains(a.body, other.email) {
					t.Errorf("%s is answered %s, %v", c.email, a.body, err)
				}
			}
		})
	}
	all.Wait()
}

// F20: while a table is locked what needs it is refused in time, and what does not is answered at once.
func TestF20LockedTable(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	tx, err := w.raw.Begin(t.Context())
	must(t, err)
	defer tx.Rollback(t.Context()) //nolint:errcheck // it only held the lock
	_, err = tx.Exec(t.Context(), "LOCK TABLE day_locks IN ACCESS EXCLUSIVE MODE")
	must(t, err)
	blocked := make(chan answer, 3)
	for range 3 {
		go func() {
			a, _ := c.post(t.Context(), `{ calendar { days { locked } } }`, nil)
			blocked <- a
		}()
	}
	w.until(t, "somebody waits for the lock", func() bool {
		return w.text(t, "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") != "0"
	})
	least := time.Hour
	for range 20 {
		began := time.Now()
		c.isMe(t, c.id)
		least = min(least, time.Since(began))
	}
	if least > 2*time.Second { // of five for which a lock is waited for
		t.Errorf("others waited for %s", least)
	}
	for range 3 {
		if a := <-blocked; a.code() != "UNAVAILABLE" {
			t.Errorf("behind the lock: %s", a.body)
		}
	}
	must(t, tx.Rollback(t.Context()))
	c.ask(t, `{ calendar { days { locked } } }`, nil, new(any))
}

// F28: wherever in an answer a connection breaks, its client has what it read whole, and comes back for the rest.
func TestF28AStreamCutAnywhere(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, events := c.plan(t, vars{})
	for _, most := range []int64{1, 60, 300, 1001, 2500, 5003} {
		request, err := c.request(t.Context(), `subscription($run: ID!) { planEvents(runId: $run) { sequence } }`, vars{"run": run})
		must(t, err)
		request.Header.Set("Accept", "text/event-stream")
		response, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(request)
		must(t, err)
		begun, err := io.ReadAll(io.LimitReader(response.Body, most))
		_ = response.Body.Close()
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatal(err)
		}
		seen := 0
		for block := range strings.SplitSeq(string(begun), "\n\n") {
			_, data, is := strings.Cut(block, "data: ")
			var e struct {
				Data struct{ PlanEvents struct{ Sequence int } }
			}
			if is && json.Unmarshal([]byte(data), &e) == nil {
				if seen++; e.Data.PlanEvents.Sequence != seen {
					t.Errorf("event %d comes as %d", e.Data.PlanEvents.Sequence, seen)
				}
			}
		}
		rest := c.subscribe(t, overEvents, run, seen).rest(t)
		if seen < len(events) {
			whole(t, rest, seen+1)
		}
		if seen+len(rest) != len(events) {
			t.Errorf("cut after %d bytes: %d events, then %d, of %d", most, seen, len(rest), len(events))
		}
	}
}
