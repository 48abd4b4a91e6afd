package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/training"
)

// toldCalendar is what a client keeps of a calendar: its days by id, and what the whole says.
type toldCalendar struct {
	Revision    int
	Days        []json.RawMessage
	Certificate struct{ Verdict, Hash string }
}

const toldFields = `revision
	days { id date locked note availableSeconds tss fitness { fitness fatigue form } sessions { id start status lock coachNote athleteNote workout { id title } resolved { tss instructions } } }`

// dayOf is the id of a day as it was sent.
func dayOf(t testing.TB, day json.RawMessage) string {
	t.Helper()
	var named struct{ ID string }
	must(t, json.Unmarshal(day, &named))
	return named.ID
}

// keep puts days into what is kept.
func (s toldCalendar) keep(t testing.TB, days map[string]string) map[string]string {
	t.Helper()
	for _, day := range s.Days {
		days[dayOf(t, day)] = string(day)
	}
	return days
}

func (c *client) toldNow(t testing.TB, athlete string) toldCalendar {
	t.Helper()
	var now struct{ Calendar toldCalendar }
	c.ask(t, `query($id: ID) { calendar(athleteId: $id, days: 20) { `+toldFields+` certificate { verdict hash } } }`, vars{"id": athlete}, &now)
	return now.Calendar
}

// update is the next event of a stream of changes.
func (s *stream) update(t testing.TB, field string) (u struct {
	toldCalendar
	Athlete  struct{ ID string }
	Calendar toldCalendar
}) {
	t.Helper()
	a, err := s.receive()
	must(t, err)
	if len(a.Errors) > 0 {
		t.Fatalf("an event with errors: %v", a.Errors)
	}
	data := map[string]json.RawMessage{}
	must(t, json.Unmarshal(a.Data, &data))
	must(t, json.Unmarshal(data[field], &u))
	return u
}

// until reads events, which go into what is kept, until one has a revision, and returns the days that were told.
func (s *stream) until(t testing.TB, field string, revision int, days map[string]string) (named []string, last toldCalendar) {
	t.Helper()
	for {
		u := s.update(t, field)
		for _, day := range u.Days {
			named = append(named, dayOf(t, day))
		}
		u.keep(t, days)
		if u.Revision != u.Calendar.Revision {
			t.Errorf("revision %d of a calendar with revision %d", u.Revision, u.Calendar.Revision)
		}
		if u.Revision >= revision {
			return named, u.Calendar
		}
	}
}

// listens waits until the world's server hears of what is written: when it begins to, who watches is told that anything may have changed.
func (w *world) listens(t testing.TB) {
	t.Helper()
	c := w.user(t, training.RoleAthlete)
	s, err := overSocket(t.Context(), c, `subscription { calendarChanged { revision } }`, nil)
	must(t, err)
	c.changeUntilSeen(t, s)
	_ = s.conn.Close()
}

// Who keeps the days of a calendar and puts in their place what the stream tells has what a fresh reading has, after any act; and of days whose
// numbers are what they were nothing is told.
func TestWhatAStreamTellsOfACalendarIsAllThatChanged(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	w.listens(t)
	run := func(c *client) string {
		return c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "maxSeconds": 4000})
	}
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			c := w.athlete(t)
			c.ask(t, `mutation { updateProfile(input: {startingFitness: 40}) { user { id } } }`, nil, new(any))
			first := c.schedule(t, c.id, run(c), today.AddDays(6), "07:00")
			lift := c.libraryWorkout(t, vars{"sports": []string{"STRENGTH"}})
			lifted := c.schedule(t, c.id, lift, today, "08:00")
			c.schedule(t, c.id, lift, today.AddDays(9), "18:00")
			begins := c.toldNow(t, c.id)
			kept := begins.keep(t, map[string]string{})
			s, err := over(t.Context(), c, `subscription($after: Int) { calendarChanged(days: 20, after: $after) { `+toldFields+
				` calendar { revision certificate { verdict hash } } } }`, vars{"after": begins.Revision})
			must(t, err)
			t.Cleanup(func() { _ = s.conn.Close() })
			id := func(n int) string { return c.id + ":" + today.AddDays(n).String() }
			for _, act := range []struct {
				what, operation string
				values          vars
				told, not       []int // days that are told, and that are not
			}{
				{"the first one, before or after the stream begins to listen", `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`,
					vars{"d": today.AddDays(15)}, []int{15}, nil},
				{"a session more", `mutation($w: ID!, $d: Date!) { scheduleSession(input: {workoutId: $w, date: $d, start: "07:00"}) { session { id } } }`,
					vars{"w": run(c), "d": today.AddDays(4)}, []int{4, 5, 6, 19}, []int{0, 3}},
				{"one moved", `mutation($s: ID!, $d: Date!) { moveSession(input: {sessionId: $s, date: $d}) { session { id } } }`,
					vars{"s": first, "d": today.AddDays(8)}, []int{6, 7, 8, 9, 19}, []int{0, 4, 5}},
				{"one noted", noteSession, vars{"id": first, "note": "hold back"}, []int{8}, []int{6, 7, 9, 19}},
				{"a day locked", `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(12)}, []int{12}, []int{4, 11, 13, 19}},
				{"a check-in", `mutation($d: Date!) { checkIn(input: {date: $d, sick: true}) { checkIn { date } } }`, vars{"d": today}, nil, []int{5, 19}},
				{"lifts done", `mutation($s: ID!) { completeSession(input: {sessionId: $s, durationSeconds: 3000, rpe: 7,
					lifts: [{exerciseId: "back-squat", sets: [{count: 3, repetitions: 5, kilograms: 100, repsInReserve: 4}]}]}) { session { id } } }`,
					vars{"s": lifted}, []int{0, 1, 9, 19}, nil},
				{"another threshold", `mutation { updateProfile(input: {thresholdSecondsPerKilometer: 250}) { user { id } } }`, nil, []int{4, 8}, nil},
				{"what was done taken back", `mutation { undoCalendarChange(input: {}) { undone { id } } }`, nil, []int{0, 9}, nil},
			} {
				c.ask(t, act.operation, act.values, new(any))
				now := c.toldNow(t, c.id)
				named, said := s.until(t, "calendarChanged", now.Revision, kept)
				for _, n := range act.told {
					if !slices.Contains(named, id(n)) {
						t.Errorf("%s: day %d is not told: %v", act.what, n, named)
					}
				}
				for _, n := range act.not {
					if slices.Contains(named, id(n)) {
						t.Errorf("%s: day %d is told, and is as it was", act.what, n)
					}
				}
				if fresh := now.keep(t, map[string]string{}); !maps.Equal(kept, fresh) {
					t.Errorf("%s: what is kept is not what is read afresh:\n%v\n%v", act.what, kept, fresh)
				}
				if said.Revision != now.Revision || said.Certificate != now.Certificate {
					t.Errorf("%s: told %+v, read %+v", act.what, said, now.Certificate)
				}
			}
		})
	}
}

// Who comes back with the revision that was told last is told at once of what has changed since, and of nothing where nothing has.
func TestAStreamOfChangesIsResumedByRevision(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	open := func(over transport, after any) *stream {
		t.Helper()
		s, err := over(t.Context(), c, `subscription($after: Int) { calendarChanged(days: 20, after: $after) { `+toldFields+` calendar { revision } } }`, vars{"after": after})
		must(t, err)
		t.Cleanup(func() { _ = s.conn.Close() })
		return s
	}
	lock := func(n int) {
		t.Helper()
		c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(n)}, new(any))
	}
	day := 0
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			begins := c.toldNow(t, c.id)
			kept := begins.keep(t, map[string]string{})
			s := open(over, begins.Revision)
			day++
			lock(day)
			s.until(t, "calendarChanged", begins.Revision+1, kept)
			must(t, s.conn.Close())
			day++
			lock(day)     // nobody listens
			for range 2 { // the second one joins the first
				again := open(over, begins.Revision+1)
				named, _ := again.until(t, "calendarChanged", begins.Revision+2, kept)
				if fresh := c.toldNow(t, c.id).keep(t, map[string]string{}); len(named) != 20 || !maps.Equal(kept, fresh) {
					t.Errorf("told of %d days: %v, is %v", len(named), kept, fresh)
				}
			}
			silent := open(over, begins.Revision+2)
			day++
			lock(day)
			if u := silent.update(t, "calendarChanged"); u.Revision != begins.Revision+3 {
				t.Errorf("who has all is told of revision %d", u.Revision)
			}
		})
	}
	for _, after := range []int{-1} {
		if a := (person{client: c}).firstAnswer(t, fmt.Sprintf(`subscription { calendarChanged(after: %d) { revision } }`, after)); a.code() != "BAD_USER_INPUT" || !strings.Contains(a.body, "after") {
			t.Errorf("after %d: %s", after, a.body)
		}
	}
}

// A coach has one stream for all athletes: it tells of each, also of who grants the coach meanwhile, of nobody else and of nobody who does no longer;
// and it is resumed by the revisions that are known.
func TestOneStreamForAllAthletesOfACoach(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			coach, stranger := w.user(t, training.RoleCoach), w.user(t, training.RoleAthlete)
			athletes := []*client{w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)}
			athletes[0].grants(t, coach)
			athletes[1].grants(t, coach)
			lock := func(c *client, n int) {
				t.Helper()
				c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(n)}, new(any))
			}
			open := func(after any) *stream {
				t.Helper()
				s, err := over(t.Context(), coach, `subscription($after: [CalendarRevisionInput!]) { athletesChanged(days: 3, after: $after) {
					athlete { id name attention { kind } } `+toldFields+` calendar { revision certificate { verdict hash } } } }`, vars{"after": after})
				must(t, err)
				t.Cleanup(func() { _ = s.conn.Close() })
				return s
			}
			known := map[string]int{}
			after := func() (list []vars) {
				for id, revision := range known {
					list = append(list, vars{"athleteId": id, "revision": revision})
				}
				return list
			}
			s := open([]vars{})
			for range 2 { // neither is named, so both are told
				u := s.update(t, "athletesChanged")
				if known[u.Athlete.ID] = u.Revision; len(u.Days) != 3 || u.Calendar.Certificate.Verdict == "" {
					t.Errorf("told %+v", u)
				}
			}
			want := map[string]int{athletes[0].id: athletes[0].toldNow(t, athletes[0].id).Revision, athletes[1].id: athletes[1].toldNow(t, athletes[1].id).Revision}
			if !reflect.DeepEqual(known, want) {
				t.Fatalf("known %v, want %v", known, want)
			}
			lock(stranger, 1)
			lock(athletes[1], 1)
			if u := s.update(t, "athletesChanged"); u.Athlete.ID != athletes[1].id || len(u.Days) != 1 || u.Revision != known[athletes[1].id]+1 {
				t.Errorf("told %+v", u)
			} else {
				known[u.Athlete.ID] = u.Revision
			}
			athletes[2].grants(t, coach)
			if u := s.update(t, "athletesChanged"); u.Athlete.ID != athletes[2].id || len(u.Days) != 3 {
				t.Errorf("of who grants the coach is told %+v", u)
			} else {
				known[u.Athlete.ID] = u.Revision
			}
			must(t, s.conn.Close())

			athletes[0].ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, new(any))
			lock(athletes[0], 2)
			lock(athletes[2], 2)
			known[stranger.id] = 1 // who is named is not told of for that
			s = open(after())
			if u := s.update(t, "athletesChanged"); u.Athlete.ID != athletes[2].id || u.Revision != known[athletes[2].id]+1 {
				t.Errorf("who comes back is told %+v", u)
			}
			coach.ask(t, `mutation($id: ID!) { leaveAthlete(input: {athleteId: $id}) { athleteId } }`, vars{"id": athletes[2].id}, new(any))
			lock(athletes[2], 1)
			time.Sleep(100 * time.Millisecond)
			lock(athletes[1], 2)
			if u := s.update(t, "athletesChanged"); u.Athlete.ID != athletes[1].id {
				t.Errorf("the coach who has left is told %+v", u)
			}
		})
	}
	coach := person{client: w.user(t, training.RoleCoach)}
	for field, arguments := range map[string]string{
		"days": `days: 29`, "after[1].athleteId": `after: [{athleteId: "a", revision: 1}, {athleteId: "a", revision: 2}]`,
		"after[0].revision": `after: [{athleteId: "a", revision: -1}]`,
		"after":             `after: [` + strings.Repeat(`{athleteId: "a", revision: 1}`, 101) + `]`,
	} {
		if a := coach.firstAnswer(t, `subscription { athletesChanged(`+arguments+`) { revision } }`); a.code() != "BAD_USER_INPUT" || !strings.Contains(fmt.Sprint(a.body, a.Errors), field) {
			t.Errorf("%s: %s %v", field, a.body, a.Errors)
		}
	}
}
