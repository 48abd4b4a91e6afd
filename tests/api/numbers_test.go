package api_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// shownDay is a day of a calendar with its numbers.
type shownDay struct {
	Date    string
	TSS     float64
	Fitness *struct{ TSS, Fitness, Form float64 }
}

// days are those of a calendar and the sum of its weeks.
func (c *client) days(t testing.TB, from training.Date, count int) (days map[string]shownDay, weeks float64) {
	t.Helper()
	var data struct {
		Calendar struct {
			Days  []shownDay
			Weeks []struct{ TSS float64 }
		}
	}
	c.ask(t, `query($from: Date!, $days: Int!) { calendar(from: $from, days: $days) { days { date tss fitness { tss fitness form } } weeks { tss } } }`,
		vars{"from": from.String(), "days": count}, &data)
	days = map[string]shownDay{}
	for _, d := range data.Calendar.Days {
		days[d.Date] = d
	}
	for _, w := range data.Calendar.Weeks {
		weeks += w.TSS
	}
	return days, weeks
}

func (c *client) logs(t testing.TB, activity vars) {
	t.Helper()
	c.ask(t, `mutation($a: ActivityInput!) { logActivities(input: {activities: [$a]}) { activities { id } } }`, vars{"a": activity}, new(any))
}

func (c *client) states(t testing.TB, fields vars) {
	t.Helper()
	c.ask(t, `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`, vars{"input": fields}, new(any))
}

// calendarRevision is that of the client's own calendar.
func (c *client) calendarRevision(t testing.TB) int {
	t.Helper()
	var data struct{ Calendar struct{ Revision int } }
	c.ask(t, "{ calendar { revision } }", nil, &data)
	return data.Calendar.Revision
}

// plansARide puts an easy hour of riding on a day and returns its load.
func (c *client) plansARide(t testing.TB, on training.Date) float64 {
	t.Helper()
	var made struct {
		CreateWorkout struct {
			Workout struct {
				ID  string
				TSS float64
			}
		}
	}
	c.ask(t, `mutation { createWorkout(input: {title: "Easy", description: "", sport: RIDE, focus: ENDURANCE, tags: [], blocks: [{name: "Main",
		sport: RIDE, repeats: 1, steps: [{endurance: {end: {seconds: 3600}, target: {threshold: {start: 0.6}}}}]}]}) { workout { id tss } } }`, nil, &made)
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`,
		vars{"input": vars{"date": on.String(), "start": "07:00", "workoutId": made.CreateWorkout.Workout.ID}}, new(any))
	return made.CreateWorkout.Workout.TSS
}

// 12 §1: a load stands on its day, and fitness is null before anything is known.
func TestALoadStandsOnItsDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.logs(t, vars{"date": (today - 5).String(), "sport": "RIDE", "durationSeconds": 3600, "tss": 50})
	days, weeks := c.days(t, today-7, 8)
	for back := 7; back >= 0; back-- {
		d, want := days[today.AddDays(-back).String()], 0.0
		if back == 5 {
			want = 50
		}
		if d.TSS != want || (d.Fitness == nil) != (back > 5) || d.Fitness != nil && d.Fitness.TSS != want {
			t.Errorf("D−%d: %+v", back, d)
		}
	}
	if weeks != 50 {
		t.Errorf("the weeks have %g TSS", weeks)
	}
	past, _ := c.days(t, today-5, 2) // a calendar that ends before today shows the same
	if a, b := past[(today-4).String()], days[(today-4).String()]; *a.Fitness != *b.Fitness {
		t.Errorf("D−4 is %+v and %+v", *a.Fitness, *b.Fitness)
	}
}

// 12 §1: a ride of 36 TSS is 36 on its day with a stated fitness and without.
func TestAPlannedLoadStandsOnItsDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	for name, stated := range map[string]bool{"stated": true, "unknown": false} {
		c := w.user(t, training.RoleAthlete)
		if stated {
			c.states(t, vars{"startingFitness": 40})
		}
		want := c.plansARide(t, today+1)
		days, weeks := c.days(t, today-2, 14) // Monday
		if math.Abs(want-36) > 1e-9 || days[(today+1).String()].TSS != want || weeks != want || days[(today-2).String()].TSS != 0 {
			t.Errorf("%s: planned %g, shown %+v, in weeks %g", name, want, days[(today+1).String()], weeks)
		}
		if before, now := days[(today-1).String()], days[today.String()]; before.Fitness != nil || (now.Fitness != nil) != stated {
			t.Errorf("%s: yesterday %+v, today %+v", name, before, now)
		}
	}
}

// 12 §1: a stated fitness has a date, and what was done before it does not change it.
func TestAStatedFitnessHasADate(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	on := func() string {
		var data struct {
			Me struct {
				Profile struct{ StartingFitnessOn *string }
			}
		}
		c.ask(t, `{ me { profile { startingFitnessOn } } }`, nil, &data)
		if data.Me.Profile.StartingFitnessOn == nil {
			return ""
		}
		return *data.Me.Profile.StartingFitnessOn
	}
	for _, step := range []struct {
		change vars
		want   string
	}{
		{vars{"startingFitness": 40}, today.String()},
		{vars{"startingFitness": 40, "startingFitnessOn": "2026-11-10"}, "2026-11-10"},
		{vars{"startingFitness": 40}, "2026-11-10"},
		{vars{"goal": "10 km"}, "2026-11-10"},
		{vars{"startingFitnessOn": nil}, today.String()},
		{vars{"startingFitnessOn": "2026-11-11"}, "2026-11-11"},
		{vars{"startingFitness": 45}, today.String()},
		{vars{"startingFitness": nil}, ""},
		{vars{"startingFitness": 40}, today.String()},
	} {
		c.states(t, step.change)
		if got := on(); got != step.want {
			t.Errorf("after %v as of %q, want %q", step.change, got, step.want)
		}
	}
	c.logs(t, vars{"date": (today - 3).String(), "sport": "RUN", "durationSeconds": 1800, "tss": 20})
	if days, _ := c.days(t, today-4, 6); days[today.String()].Fitness.Fitness != 40 || days[(today-3).String()].TSS != 20 || days[(today-3).String()].Fitness == nil {
		t.Errorf("got %+v", days)
	}
	if a := c.answer(t, `mutation { updateProfile(input: {startingFitness: null, startingFitnessOn: "2026-11-10"}) { user { id } } }`, nil); a.code() != "BAD_USER_INPUT" || !strings.Contains(a.body, "startingFitnessOn") {
		t.Errorf("a day of nothing: %s", a.body)
	}
	for _, zone := range []string{"Pacific/Kiritimati", "Pacific/Pago_Pago"} { // stated at home, where it was a day later
		c.states(t, vars{"timeZone": zone, "startingFitness": 41})
		c.states(t, vars{"timeZone": "Pacific/Pago_Pago"})
	}
}

// 12 §1: the expected load of an event is in every view.
func TestAnEventsLoadIsInEveryView(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.states(t, vars{"startingFitness": 50})
	c.ask(t, `mutation { saveEvent(input: {name: "Race", date: "2026-11-27", sport: RUN, priority: B, expectedTss: 200}) { event { id } } }`, nil, new(any))
	for _, from := range []training.Date{today, today + 3} {
		days, weeks := c.days(t, from, 7)
		var data struct {
			Fitness  []shownPoint
			Calendar struct {
				Certificate struct {
					Checks []struct {
						Rule struct{ ID string }
						From string
					}
				}
			}
		}
		c.ask(t, `query($from: Date!) { fitness(from: $from, to: "2026-12-05") { date tss form planned }
			calendar(from: $from, days: 7) { certificate { checks { rule { id } from } } } }`, vars{"from": from.String()}, &data)
		after := (today + 3).String()
		form, measured := days[after].Fitness.Form, 0
		if math.Abs(form-(training.State{Fitness: 50, Fatigue: 50}).After(0).After(0).After(200).Form()) > 0.05 {
			t.Errorf("from %s: form is %g", from, form)
		}
		for _, p := range data.Fitness {
			if p.Date == after && p.Form != form || p.Date == (today+2).String() && (p.TSS != 200 || !p.Planned) {
				t.Errorf("from %s: %+v", from, p)
			}
		}
		for _, check := range data.Calendar.Certificate.Checks {
			if check.Rule.ID == "LD-2" && check.From == after {
				measured++ // LD-2 says nothing while a race is slept off (coaching 12)
			}
		}
		if want := map[bool]float64{true: 200, false: 0}[from == today]; weeks != want || measured > 0 {
			t.Errorf("from %s: weeks of %g TSS, LD-2 measured %d times on the day after the race", from, weeks, measured)
		}
	}
}

// A race that nobody priced stands on its day with the load that its time lets expect: the day's, the fitness query's and a what-if's.
func TestARaceStandsOnItsDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.states(t, vars{"startingFitness": 50})
	c.ask(t, `mutation { saveEvent(input: {name: "Lake marathon", date: "2026-11-27", sport: RUN, priority: A, format: RUN_MARATHON, expectedSeconds: 14400}) {
		event { id } } }`, nil, new(any))
	type dayOf struct {
		Date   string
		TSS    float64
		Events []struct {
			TSS   float64
			Event struct {
				Name        string
				ExpectedTSS *float64
			}
		}
	}
	var data struct {
		Calendar struct{ Days []dayOf }
		Check    struct{ Days []dayOf }
		Fitness  []shownPoint
	}
	c.ask(t, `fragment e on DayEvent { tss event { name expectedTss } } { fitness(from: "2026-11-25", to: "2026-11-28") { date tss form planned }
		calendar(from: "2026-11-25", days: 4) { days { date tss events { ...e } } }
		check: checkCalendar(input: {from: "2026-11-25", days: 4}) { days { date tss events { ...e } } } }`, nil, &data)
	for what, days := range map[string][]dayOf{"calendar": data.Calendar.Days, "what-if": data.Check.Days} {
		for _, d := range days {
			race := d.Date == "2026-11-27"
			if len(d.Events) == 1 != race || !race && d.TSS != 0 {
				t.Fatalf("%s: %+v", what, d)
			}
			if race && (d.Events[0].TSS < 330 || d.Events[0].TSS > 350 || d.TSS != d.Events[0].TSS || d.Events[0].Event.Name != "Lake marathon" || d.Events[0].Event.ExpectedTSS != nil) {
				t.Errorf("%s: %+v", what, d)
			}
		}
	}
	race, next := data.Fitness[2], data.Fitness[3]
	if race.TSS != data.Calendar.Days[2].TSS || !race.Planned || next.Form > race.Form-30 {
		t.Errorf("fitness before and after the race: %+v, %+v", race, next)
	}
}

type shownPoint struct {
	Date      string
	TSS, Form float64
	Planned   bool
}

// judgedActivity is an activity with how its load and intensity are known.
type judgedActivity struct {
	TSS                                              float64
	LoadMethod, IntensityMethod, IntensityConfidence string
	LowSeconds, ModerateSeconds, HighSeconds         int
	HighIntensity                                    bool
}

func (c *client) judged(t testing.TB, activity vars) judgedActivity {
	t.Helper()
	var data struct {
		LogActivities struct{ Activities []judgedActivity }
	}
	c.ask(t, `mutation($a: ActivityInput!) { logActivities(input: {activities: [$a]}) { activities { tss loadMethod intensityMethod
		intensityConfidence lowSeconds moderateSeconds highSeconds highIntensity } } }`, vars{"a": activity}, &data)
	return data.LogActivities.Activities[0]
}

// 12 §2, §3: how load and intensity of an activity are known.
func TestActivitiesSayHowTheyAreKnown(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.states(t, vars{"thresholdSecondsPerKilometer": 300, "restingHeartRate": 50, "thresholdHeartRate": 168, "maxHeartRate": 190})
	for _, x := range []struct {
		more vars
		want judgedActivity
	}{
		{vars{"distanceMeters": 10_000}, judgedActivity{100.0 / 1.44, "QUADRATIC", "PACE", "SUFFICIENT", 3600, 0, 0, false}},
		{vars{"averageHeartRate": 168}, judgedActivity{100, "HEART_RATE", "HEART_RATE", "LOW", 0, 0, 3600, true}},
		{vars{"averageHeartRate": 250, "rpe": 7}, judgedActivity{87.5, "RPE", "RPE", "LOW", 0, 0, 3600, true}},
		{vars{"averageHeartRate": 50, "rpe": 7}, judgedActivity{87.5, "RPE", "RPE", "LOW", 0, 0, 3600, true}},
		{vars{"tss": 40}, judgedActivity{40, "QUADRATIC", "LOAD_PER_HOUR", "LOW", 3600, 0, 0, false}},
		{vars{"intensityFactor": 1.05, "highIntensitySeconds": 2400, "rpe": 10}, judgedActivity{110.25, "QUADRATIC", "MEASURED_SECONDS", "SUFFICIENT", 0, 1200, 2400, true}},
	} {
		input := vars{"date": today.String(), "sport": "RUN", "durationSeconds": 3600}
		for key, value := range x.more {
			input[key] = value
		}
		got := c.judged(t, input)
		if math.Abs(got.TSS-x.want.TSS) <= 0.05+1e-9 {
			got.TSS = x.want.TSS
		}
		if got != x.want {
			t.Errorf("%v: got %+v, want %+v", x.more, got, x.want)
		}
	}
	refused := c.refused(t, "BAD_USER_INPUT", `mutation { logActivities(input: {activities: [{date: "2026-11-25", sport: RIDE, durationSeconds: 3600,
		averageHeartRate: 250}]}) { activities { id } } }`, nil)
	if fields := refused.Errors[0].Extensions.Fields; len(fields) != 1 || fields[0].Path != "activities[0].averageHeartRate" || !strings.Contains(fields[0].Message, "intensityFactor, rpe") {
		t.Errorf("got %+v", fields)
	}
}

// An activity is judged by what its session asks of the athlete, not by what the workout is for everybody.
func TestAnActivityIsJudgedByTheAthletesSession(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.states(t, vars{"thresholdSecondsPerKilometer": 225}) // 4 km take 15 minutes, at the reference 20
	var made struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation { createWorkout(input: {title: "4 km", sport: RUN, focus: THRESHOLD, blocks: [{name: "Main", sport: RUN, steps: [
		{endurance: {end: {seconds: 600}, target: {threshold: {start: 0.7}}}}, {endurance: {end: {meters: 4000}, target: {threshold: {start: 1}}}}]}]}) {
		workout { id } } }`, nil, &made)
	session := c.schedule(t, c.id, made.CreateWorkout.Workout.ID, today, "06:00")
	var planned struct {
		Session struct{ Resolved struct{ TSS float64 } }
	}
	c.ask(t, `query($id: ID!) { session(id: $id) { resolved { tss } } }`, vars{"id": session}, &planned)
	got := c.judged(t, vars{"date": today.String(), "sport": "RUN", "durationSeconds": 1500, "tss": planned.Session.Resolved.TSS, "sessionId": session})
	if got.IntensityMethod != "PLANNED" || got.HighSeconds != 900 || got.LowSeconds != 600 {
		t.Errorf("got %+v", got)
	}
}

// 13 §2: a day has one fitness, to the last digit, whichever days are asked for, years back too.
func TestADayHasOneFitness(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	var activities []vars
	for back := 1500; back > 0; back -= 3 {
		if back > 1200 || back < 1100 { // with a pause
			activities = append(activities, vars{"date": today.AddDays(-back).String(), "sport": "RIDE", "durationSeconds": 3600, "tss": 20 + float64(back%37)/7})
		}
	}
	for part := range slices.Chunk(activities, 200) {
		c.ask(t, `mutation($a: [ActivityInput!]!) { logActivities(input: {activities: $a}) { activities { id } } }`, vars{"a": part}, new(any))
	}
	seen, twice := map[string]string{}, 0
	for back := 1130; back > 330; back -= 11 {
		var data struct {
			Calendar struct {
				Days []struct {
					ID      string
					Fitness json.RawMessage
				}
			}
		}
		c.ask(t, `query($from: Date!) { calendar(from: $from, days: 28) { days { id fitness { date tss fitness fatigue form knownDays confidence } } } }`,
			vars{"from": today.AddDays(-back).String()}, &data)
		for _, d := range data.Calendar.Days {
			if was, met := seen[d.ID]; !met {
				seen[d.ID] = string(d.Fitness)
			} else if twice++; was != string(d.Fitness) {
				t.Fatalf("%s: %s and %s", d.ID, was, d.Fitness)
			}
		}
	}
	if twice < 1000 {
		t.Errorf("%d days were seen twice", twice)
	}
}
