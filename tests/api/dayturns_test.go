package api_test

import (
	"testing"
	"time"

	"fortnight/training"
)

// setAlmost sets the clock of the world to shortly before the end of a day in Berlin, where its users are: one that is later than any on which the
// database, whose clock is the real one, has written something.
func (w *world) setAlmost(t *testing.T, before time.Duration) (next training.Date) {
	t.Helper()
	zone := training.Profile{TimeZone: "Europe/Berlin"}.Location()
	next = max(training.DateOf(time.Now()), training.DateOf(w.now())).AddDays(3)
	w.ahead.Add(int64(next.At(0, zone).Add(-before).Sub(w.now())))
	return next
}

// The day that turns where an athlete is changes a calendar, whose revision stays: what is past, what is asked and its certificate go by it. Who watches
// is told of every day, the athlete and the coach, and who comes back with a revision that an earlier day has made is told at once.
func TestADayThatTurnsIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	athlete, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	athlete.grants(t, coach)
	w.listens(t)
	for before := 5 * time.Second; !w.turns(t, athlete, coach, before); before *= 3 { // where the machine is so slow that the day is over before all watch
		if before > 2*time.Minute {
			t.Fatal("the day turns before anybody watches")
		}
	}
}

// turns has an athlete and a coach watch until the day turns after a while, and is false where it did before they did.
func (w *world) turns(t *testing.T, athlete, coach *client, before time.Duration) bool {
	t.Helper()
	next := w.setAlmost(t, before)
	for _, c := range []*client{athlete, coach} { // whose tokens are of another day
		var data struct{ LogIn payload }
		(&client{url: c.url}).ask(t, logIn, vars{"email": c.email, "password": c.password}, &data)
		c.use(data.LogIn)
	}
	begins := athlete.toldNow(t, athlete.id)
	open := func(over transport, by *client, document string, values vars) *stream {
		t.Helper()
		s, err := over(t.Context(), by, document, values)
		must(t, err)
		t.Cleanup(func() { _ = s.conn.Close() })
		return s
	}
	const (
		own   = `subscription($after: Int) { calendarChanged(days: 20, after: $after) { ` + toldFields + ` calendar { revision certificate { verdict hash } } } }`
		their = `subscription($after: [CalendarRevisionInput!]) { athletesChanged(days: 20, after: $after) { athlete { id } ` + toldFields + ` calendar { revision } } }`
	)
	revisions := []vars{{"athleteId": athlete.id, "revision": begins.Revision}}
	type watching struct {
		*stream
		field string
	}
	var watched []watching
	for name, over := range transports {
		back := open(over, athlete, own, vars{"after": begins.Revision})
		if u := back.update(t, "calendarChanged"); len(u.Days) != 20 || u.Revision != begins.Revision {
			t.Errorf("%s: who comes back on another day is told of %d days", name, len(u.Days))
		}
		coached := open(over, coach, their, vars{"after": revisions})
		if u := coached.update(t, "athletesChanged"); len(u.Days) != 20 || u.Athlete.ID != athlete.id || u.Revision != begins.Revision {
			t.Errorf("%s: a coach who comes back on another day is told %+v", name, u)
		}
		watched = append(watched, watching{back, "calendarChanged"}, watching{coached, "athletesChanged"},
			watching{open(over, athlete, own, nil), "calendarChanged"}, watching{open(over, coach, their, nil), "athletesChanged"})
	}
	if !w.now().Before(next.At(0, training.Profile{TimeZone: "Europe/Berlin"}.Location()).Add(-time.Second)) {
		return false
	}
	for _, s := range watched {
		if u := s.update(t, s.field); len(u.Days) != 20 || u.Revision != begins.Revision {
			t.Errorf("%s: when the day turns is told %+v", s.field, u)
		}
	}
	if now := athlete.toldNow(t, athlete.id); now.Revision != begins.Revision || now.Certificate == begins.Certificate {
		t.Errorf("after midnight the calendar is %+v, before %+v", now, begins)
	}
	return true
}
