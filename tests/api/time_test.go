package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// lives puts an athlete into a time zone.
func (c *client) lives(t testing.TB, zone string) {
	t.Helper()
	c.ask(t, `mutation($zone: String!) { updateProfile(input: {timeZone: $zone}) { user { id } } }`, vars{"zone": zone}, new(any))
}

// faulty tells whether an answer refuses a field with these words.
func (a answer) faulty(path, words string) bool {
	return a.code() == "BAD_USER_INPUT" && slices.ContainsFunc(a.Errors[0].Extensions.Fields, func(f training.FieldError) bool {
		return f.Path == path && strings.Contains(f.Message, words)
	})
}

const availableQuery = `query($from: Date!) { calendar(from: $from, days: 1) { days { availableSeconds } } }`

func (c *client) available(t testing.TB, day string) int {
	t.Helper()
	var data struct {
		Calendar struct {
			Days []struct{ AvailableSeconds int }
		}
	}
	c.ask(t, availableQuery, vars{"from": day}, &data)
	return data.Calendar.Days[0].AvailableSeconds
}

const setHours = `mutation($input: SetAvailabilityInput!) { setAvailability(input: $input) { user { id } } }`

// 12 §5, §7: hours are real time, and a start that the clock skips is refused by name wherever one can be given.
func TestF23ClockChangesThroughTheAPI(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	c.lives(t, "Europe/Berlin")
	for day, want := range map[string]int{"2027-03-28": 82_800, "2027-10-31": 90_000, "2027-03-29": 86_400} {
		if got := c.available(t, day); got != want {
			t.Errorf("%s without windows: %d s, want %d", day, got, want)
		}
	}
	hours := func(day, from, to string) vars {
		return vars{"date": day, "windows": []vars{{"from": from, "to": to}}}
	}
	c.ask(t, setHours, vars{"input": vars{"dateAvailability": []vars{
		hours("2027-03-28", "01:30", "04:00"), hours("2027-10-31", "01:30", "04:00"), hours("2027-03-29", "01:30", "04:00"),
	}}}, new(any))
	for day, want := range map[string]int{"2027-03-28": 5400, "2027-10-31": 12_600, "2027-03-29": 9000} {
		if got := c.available(t, day); got != want {
			t.Errorf("%s 01:30 to 04:00: %d s, want %d", day, got, want)
		}
	}
	workout := w.text(t, "SELECT id::text FROM workouts WHERE sport = 'RUN' AND duration_seconds BETWEEN 1200 AND 2400 LIMIT 1")
	const words = "02:30 does not exist on 2027-03-28 in Europe/Berlin: clocks go from 02:00 to 03:00"
	schedule := `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id start } } }`
	if a := c.answer(t, schedule, vars{"input": vars{"workoutId": workout, "date": "2027-03-28", "start": "02:30"}}); !a.faulty("start", words) {
		t.Errorf("scheduleSession: %s", a.body)
	}
	var scheduled struct {
		ScheduleSession struct{ Session struct{ ID, Start string } }
	}
	c.ask(t, schedule, vars{"input": vars{"workoutId": workout, "date": "2027-03-29", "start": "02:30"}}, &scheduled)
	id := scheduled.ScheduleSession.Session.ID
	move := `mutation($input: MoveSessionInput!) { moveSession(input: $input) { session { start } } }`
	if a := c.answer(t, move, vars{"input": vars{"sessionId": id, "date": "2027-03-28", "start": "02:30"}}); !a.faulty("start", words) {
		t.Errorf("moveSession: %s", a.body)
	}
	if a := c.answer(t, move, vars{"input": vars{"sessionId": id, "date": "2027-03-28"}}); !a.faulty("date", words) {
		t.Errorf("moveSession to a day: %s", a.body)
	}
	c.ask(t, move, vars{"input": vars{"sessionId": id, "date": "2027-03-28", "start": "03:00"}}, new(any))
	checks := `query($start: LocalTime) { checkCalendar(input: {from: "2027-03-28", sessions: [{date: "2027-03-28", start: $start, workoutId: "` + workout + `"}]}) { certificate { verdict } } }`
	if a := c.answer(t, checks, vars{"start": "02:30"}); !a.faulty("sessions[0].start", words) {
		t.Errorf("checkCalendar: %s", a.body)
	}
	c.ask(t, checks, nil, new(any))
	c.ask(t, setHours, vars{"input": vars{"dateAvailability": []vars{hours("2027-03-28", "02:00", "03:00")}, "revision": c.seen(t)}}, new(any))
	if got := c.available(t, "2027-03-28"); got != 0 {
		t.Errorf("a window in the gap: %d s", got)
	}
}

// 12 §5, §7: zones whose day begins late, or never was, are as good as others.
func TestDaysThatBeginLate(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	workout := w.text(t, "SELECT id::text FROM workouts WHERE sport = 'RUN' AND duration_seconds BETWEEN 1200 AND 2400 LIMIT 1")
	for _, d := range []struct {
		zone, day string
		want      int
	}{
		{"America/Santiago", "2027-09-05", 82_800}, {"Asia/Beirut", "2027-03-28", 82_800}, {"Africa/Cairo", "2027-04-30", 82_800},
		{"Pacific/Apia", "2011-12-30", 0}, {"Pacific/Kwajalein", "1993-08-21", 0},
	} {
		c.lives(t, d.zone)
		if got := c.available(t, d.day); got != d.want {
			t.Errorf("%s %s: %d s, want %d", d.zone, d.day, got, d.want)
		}
		var data any
		c.ask(t, `query($from: Date!) { calendar(from: $from) { days { date availableSeconds } certificate { verdict } } }`, vars{"from": d.day}, &data)
		what := fmt.Sprintf(`{ checkCalendar(input: {from: %q, sessions: [{date: %q, start: "00:00", workoutId: %q}]}) { certificate { verdict } } }`, d.day, d.day, workout)
		if a := c.answer(t, what, nil); !a.faulty("sessions[0].start", "00:00 does not exist on "+d.day) {
			t.Errorf("%s: %s", d.zone, a.body)
		}
		unsaid := fmt.Sprintf(`{ checkCalendar(input: {from: %q, sessions: [{date: %q, workoutId: %q}]}) { certificate { verdict } } }`, d.day, d.day, workout)
		if a := c.answer(t, unsaid, nil); a.faulty("sessions[0].date", "does not exist on "+d.day) != (d.want == 0) {
			t.Errorf("%s without a start: %s", d.zone, a.body)
		}
	}
}

// 12 §7: windows that overlap past midnight are refused as a whole.
func TestOverlappingWindowsThroughTheAPI(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	week := func(day, from, to string) vars { return vars{"weekday": day, "from": from, "to": to} }
	date := func(day, from, to string) vars {
		return vars{"date": day, "windows": []vars{{"from": from, "to": to}}}
	}
	before := w.rows(t)["users"]
	for _, b := range []struct {
		name, path, words string
		input             vars
	}{
		{"Monday and Tuesday", "availability[1]", "TUESDAY 01:00 to 05:00 and MONDAY 23:00 to 02:00",
			vars{"availability": []vars{week("MONDAY", "23:00", "02:00"), week("TUESDAY", "01:00", "05:00")}}},
		{"Sunday and Monday", "availability[1]", "SUNDAY 23:00 to 02:00 and MONDAY 01:00 to 05:00",
			vars{"availability": []vars{week("MONDAY", "01:00", "05:00"), week("SUNDAY", "23:00", "02:00")}}},
		{"dates", "dateAvailability[1].windows", "2026-12-01 23:00 to 02:00 and 2026-12-02 01:00 to 05:00",
			vars{"dateAvailability": []vars{date("2026-12-01", "23:00", "02:00"), date("2026-12-02", "01:00", "05:00")}}},
		{"a date and a weekday", "dateAvailability[0].windows", "2026-12-01 01:00 to 05:00 and MONDAY 23:00 to 02:00",
			vars{"availability": []vars{week("MONDAY", "23:00", "02:00")}, "dateAvailability": []vars{date("2026-12-01", "01:00", "05:00")}}},
	} {
		if a := c.answer(t, setHours, vars{"input": b.input}); !a.faulty(b.path, b.words) {
			t.Errorf("%s: %s", b.name, a.body)
		}
	}
	if w.rows(t)["users"] != before {
		t.Error("something was stored")
	}
	c.ask(t, setHours, vars{"input": vars{"availability": []vars{week("MONDAY", "23:00", "02:00"), week("TUESDAY", "02:00", "05:00"), week("SUNDAY", "22:00", "00:00")}}}, new(any))
	for _, zone := range []string{"Local", "", "localtime", "posixrules"} {
		a := c.answer(t, `mutation($zone: String!) { updateProfile(input: {timeZone: $zone}) { user { id } } }`, vars{"zone": zone})
		if !a.faulty("timeZone", "is not the IANA time zone of a place") {
			t.Errorf("%q: %s", zone, a.body)
		}
	}
}

// 12 §5: a plan from today has nothing before half an hour from now; nor has what is scheduled without a start.
func TestPlanFromTodayThroughTheAPI(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.lives(t, "Europe/Berlin") // it is 13:00 there
	c.ask(t, setHours, vars{"input": vars{"availability": []vars{}, "dateAvailability": []vars{}, "revision": c.seen(t)}}, new(any))
	if _, events := c.plan(t, vars{"from": today.String(), "days": 7}); events[len(events)-1].Type != "RunSucceeded" {
		t.Fatal(events[len(events)-1].Message)
	}
	if early := w.sessionRows(t, c, fmt.Sprintf("s.date = '%s' AND s.start < '13:30'", today)); early != "" {
		t.Errorf("put into what is over: %s", early)
	}
	workout := w.text(t, "SELECT id::text FROM workouts WHERE sport = 'RUN' AND duration_seconds BETWEEN 1200 AND 2400 LIMIT 1")
	var data struct {
		ScheduleSession struct{ Session struct{ Start string } }
	}
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { start } } }`,
		vars{"input": vars{"workoutId": workout, "date": today.String()}}, &data)
	if start := data.ScheduleSession.Session.Start; start < "13:30" {
		t.Errorf("a session of today is put at %s", start)
	}
}

// where are the ends of the world: at the tests' noon in UTC they have different days.
var where = []struct {
	zone  string
	today training.Date
}{{"Pacific/Kiritimati", today + 1}, {"Pacific/Pago_Pago", today}}

func (c *client) log(t testing.TB, day training.Date) answer {
	t.Helper()
	return c.answer(t, `mutation($input: LogActivitiesInput!) { logActivities(input: $input) { activities { id } } }`,
		vars{"input": vars{"activities": []vars{{"date": day.String(), "sport": "RIDE", "durationSeconds": 3600, "tss": 50}}}})
}

func (c *client) complete(t testing.TB, session string, tss float64) answer {
	t.Helper()
	return c.answer(t, `mutation($input: CompleteSessionInput!) { completeSession(input: $input) { session { status } } }`,
		vars{"input": vars{"sessionId": session, "durationSeconds": 1800, "tss": tss}})
}

// 12 §5: at one instant, the days of athletes at the ends of the world are their own.
func TestF23TodayAtTheEndsOfTheWorld(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	workout := w.text(t, "SELECT id::text FROM workouts WHERE sport = 'RUN' AND duration_seconds BETWEEN 1200 AND 2400 LIMIT 1")
	for _, at := range where {
		c := w.athlete(t)
		c.lives(t, at.zone)
		var data struct{ Calendar struct{ From string } }
		if c.ask(t, `{ calendar { from } }`, nil, &data); data.Calendar.From != at.today.String() {
			t.Errorf("%s: the calendar is from %s", at.zone, data.Calendar.From)
		}
		if a := c.log(t, at.today); len(a.Errors) > 0 {
			t.Errorf("%s: what was done today: %s", at.zone, a.body)
		}
		if a := c.log(t, at.today+1); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: what was done tomorrow: %s", at.zone, a.body)
		}
		c.ask(t, `mutation($day: Date!) { checkIn(input: {date: $day, fatigue: 2}) { checkIn { date } } }`, vars{"day": at.today.String()}, new(any))
		if a := c.complete(t, c.schedule(t, c.id, workout, at.today, "06:00"), 30); len(a.Errors) > 0 {
			t.Errorf("%s: today's session: %s", at.zone, a.body)
		}
		if a := c.complete(t, c.schedule(t, c.id, workout, at.today+1, "06:00"), 30); a.code() != "CONFLICT" {
			t.Errorf("%s: tomorrow's session: %s", at.zone, a.body)
		}
		if a := c.answer(t, fmt.Sprintf(`mutation { generatePlan(input: {from: "%s"}) { run { id } } }`, at.today-1), nil); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: a plan for yesterday: %s", at.zone, a.body)
		}
		run, events := c.plan(t, vars{})
		if last := events[len(events)-1]; last.Type != "RunSucceeded" {
			t.Errorf("%s: %s", at.zone, last.Message)
		}
		if from := w.text(t, "SELECT from_date::text FROM plan_runs WHERE id = $1", run); from != at.today.String() {
			t.Errorf("%s: a plan is from %s", at.zone, from)
		}
		var days struct {
			Calendar struct{ From, To string }
			Season   struct{ From string }
			PlanRun  struct{ Calendar struct{ From, To string } }
		}
		c.ask(t, `query($run: ID!) { calendar { from to } season { from } planRun(id: $run) { calendar { from to } } }`, vars{"run": run}, &days)
		if own := days.PlanRun.Calendar; own.From != at.today.String() || own.To != (at.today+13).String() || own.From != days.Calendar.From || own.To != days.Calendar.To || own.From != days.Season.From {
			t.Errorf("%s: a plan, the calendar and the season have days of their own: %+v", at.zone, days)
		}
	}
}

// 12 §5: who moves to the other end of the world takes along what was done, though its day is then to come, and can do everything there.
func TestChangeOfZoneLosesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	workout := w.text(t, "SELECT id::text FROM workouts WHERE sport = 'RUN' AND duration_seconds BETWEEN 1200 AND 2400 LIMIT 1")
	for name, c := range map[string]*client{"with history": w.athlete(t), "without": w.user(t, training.RoleAthlete)} {
		east, west := where[0], where[1]
		c.lives(t, east.zone)
		if a := c.log(t, east.today); len(a.Errors) > 0 {
			t.Fatal(a.body)
		}
		done := c.schedule(t, c.id, workout, east.today, "06:00")
		if a := c.complete(t, done, 30); len(a.Errors) > 0 {
			t.Fatal(a.body)
		}
		c.ask(t, `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`, vars{"input": vars{
			"thresholdsMeasuredOn": east.today.String(), "ftpWatts": 250,
			"oneRepMaxes": []vars{{"exerciseId": "deadlift", "kilograms": 120, "measuredOn": east.today.String()}}, "unchangedSince": c.calendarRevision(t),
		}}, new(any))
		before := c.load(t)
		c.lives(t, west.zone)
		if after := c.load(t); after != before || before < 80 {
			t.Errorf("%s: in the east %v TSS, in the west %v", name, before, after)
		}
		measured := w.text(t, "SELECT thresholds_measured_on || ' ' || (one_rep_maxes->0->>'measuredOn') FROM users WHERE id = $1", c.id)
		if want := fmt.Sprintf("%s %s", west.today, west.today); measured != want {
			t.Errorf("%s: measured on %s, want %s", name, measured, want)
		}
		c.ask(t, `mutation { updateProfile(input: {goal: "as before"}) { user { id } } }`, nil, new(any))
		c.ask(t, setHours, vars{"input": vars{"dateAvailability": []vars{}}}, new(any))
		if a := c.complete(t, done, 31); len(a.Errors) > 0 {
			t.Errorf("%s: the result cannot be corrected: %s", name, a.body)
		}
		for _, from := range []training.Date{west.today, west.today + 1, west.today + 2} {
			if _, events := c.plan(t, vars{"from": from.String(), "days": 7}); events[len(events)-1].Type != "RunSucceeded" {
				t.Errorf("%s: a plan from %s: %s", name, from, events[len(events)-1].Message)
			}
		}
		if left := w.sessionRows(t, c, "s.status = 'COMPLETED'"); !strings.Contains(left, done) {
			t.Errorf("%s: what was done has gone", name)
		}
		c.ask(t, `query($from: Date!, $to: Date!) { fitness(from: $from, to: $to) { date tss fitness } calendar(from: $from, days: 5) { days { tss } certificate { verdict } } }`,
			vars{"from": (west.today - 2).String(), "to": (west.today + 2).String()}, new(any))
		c.lives(t, east.zone)
		if after := c.load(t); after < before {
			t.Errorf("%s: back in the east %v TSS, before %v", name, after, before)
		}
	}
}

// load is the TSS of the two days about which the ends of the world differ, as the weeks of a calendar sum it.
func (c *client) load(t testing.TB) float64 {
	t.Helper()
	var data struct {
		Calendar struct{ Weeks []struct{ Tss float64 } }
	}
	c.ask(t, `query($from: Date!) { calendar(from: $from, days: 2) { weeks { tss } } }`, vars{"from": today.String()}, &data)
	return data.Calendar.Weeks[0].Tss
}
