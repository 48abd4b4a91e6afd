package api_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"fortnight/training"
)

// shown are the numbers of a calendar that a client draws.
const shown = `{ revision days { date locked tss fitness { form } sessions { date start status lock key workout { title } } } weeks { startsOn tss durationSeconds phase }
	certificate { verdict hash violations { rule { id } } } }`

// preview is what checkCalendar answers, without the revision and what goes by it.
func (c *client) preview(t testing.TB, input vars) (whole string, revision int) {
	t.Helper()
	var data struct{ CheckCalendar vars }
	c.ask(t, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) `+shown+` }`, vars{"input": input}, &data)
	return numbers(t, data.CheckCalendar)
}

func numbers(t testing.TB, calendar vars) (string, int) {
	t.Helper()
	revision := int(calendar["revision"].(float64))
	delete(calendar, "revision")
	text, err := json.Marshal(calendar)
	must(t, err)
	return string(text), revision
}

// A what-if is the calendar as it is once the same was done: each act alone, and several at once.
func TestAWhatIfIsWhatComesOfIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	_, events := c.plan(t, vars{})
	whole(t, events, 1)
	from := today.AddDays(1)
	stands := func() (string, int) {
		var data struct{ Calendar vars }
		c.ask(t, `query($from: Date!) { calendar(from: $from, days: 14) `+shown+` }`, vars{"from": from.String()}, &data)
		return numbers(t, data.Calendar)
	}
	before, revision := stands()
	if got, of := c.preview(t, vars{"from": from.String()}); got != before || of != revision {
		t.Errorf("nothing changed, the calendar would be\n%s\nand is\n%s", got, before)
	}
	var data struct {
		Calendar struct {
			Days []struct {
				Date     string
				Sessions []struct {
					ID, Start string
					Lock      *string
					Workout   struct{ Sport string }
				}
			}
		}
	}
	c.ask(t, `query($from: Date!) { calendar(from: $from, days: 14) { days { date sessions { id start lock workout { sport } } } } }`, vars{"from": from.String()}, &data)
	var free []string
	for _, day := range data.Calendar.Days {
		for _, s := range day.Sessions {
			if s.Lock == nil {
				free = append(free, s.ID)
			}
		}
	}
	if len(free) < 4 {
		t.Fatalf("%d sessions are not locked", len(free))
	}
	easy := c.createWorkout(t, "an easy run of one's own")
	if _, now := stands(); now != revision {
		t.Fatalf("a workout has changed the calendar")
	}
	to := from.AddDays(12).String()
	for _, act := range []struct {
		name, mutation string
		input          vars
		whatIf         vars
	}{
		{"move", `mutation($input: MoveSessionInput!) { moveSession(input: $input) { session { id } } }`, vars{"sessionId": free[0], "date": to, "start": "19:10"},
			vars{"moves": []vars{{"sessionId": free[0], "date": to, "start": "19:10"}}}},
		{"replace", `mutation($input: ReplaceSessionInput!) { replaceSession(input: $input) { session { id } } }`, vars{"sessionId": free[1], "workoutId": easy},
			vars{"replacements": []vars{{"sessionId": free[1], "workoutId": easy}}}},
		{"remove", `mutation($input: RemoveSessionInput!) { removeSession(input: $input) { sessionId } }`, vars{"sessionId": free[2]}, vars{"removals": []string{free[2]}}},
		{"add", `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`, vars{"date": to, "workoutId": easy, "start": "05:10"},
			vars{"additions": []vars{{"date": to, "workoutId": easy, "start": "05:10"}}}},
	} {
		act.whatIf["from"] = from.String()
		want, _ := c.preview(t, act.whatIf)
		if got, _ := stands(); got == want {
			t.Errorf("%s: it would change nothing", act.name)
		}
		c.ask(t, act.mutation, vars{"input": act.input}, new(any))
		if got, _ := stands(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the calendar is\n%s\nand would have been\n%s", act.name, got, want)
		}
	}
}

// What an act would refuse a what-if refuses too, and names it.
func TestAWhatIfRefusesWhatCannotBe(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	workout := c.createWorkout(t, "easy")
	locked, done := c.lockedSession(t, workout, today+2, "07:00"), c.schedule(t, c.id, workout, today, "06:00")
	free := c.schedule(t, c.id, workout, today+3, "07:00")
	c.ask(t, `mutation($id: ID!) { skipSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": done}, new(any))
	c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": (today + 5).String()}, new(any))
	before := w.rows(t)
	for name, of := range map[string]struct {
		input vars
		names string
	}{
		"locked":      {vars{"moves": []vars{{"sessionId": locked, "date": (today + 4).String()}}}, "moves[0].sessionId"},
		"done":        {vars{"removals": []string{done}}, "removals[0]"},
		"a held day":  {vars{"moves": []vars{{"sessionId": free, "date": (today + 5).String()}}}, "moves[0].sessionId"},
		"onto it":     {vars{"additions": []vars{{"date": (today + 5).String(), "workoutId": workout}}}, "additions[0].date"},
		"twice":       {vars{"removals": []string{free}, "moves": []vars{{"sessionId": free, "date": (today + 4).String()}}}, "removals[0]"},
		"moved twice": {vars{"moves": []vars{{"sessionId": free, "date": (today + 4).String()}, {"sessionId": free, "date": (today + 6).String()}}}, "moves[1].sessionId"},
		"outside":     {vars{"moves": []vars{{"sessionId": free, "date": (today + 20).String()}}}, "moves[0].date"},
		"elsewhere":   {vars{"from": (today + 6).String(), "removals": []string{free}}, "removals[0]"},
		"both":        {vars{"sessions": []vars{}, "removals": []string{free}}, "sessions"},
		"of nobody's": {vars{"removals": []string{"x"}}, "removals[0]"},
	} {
		a := c.refused(t, "BAD_USER_INPUT", `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { revision } }`, vars{"input": of.input})
		if !a.namesField(bad{path: of.names}) {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	if after := w.rows(t); !reflect.DeepEqual(after, before) {
		t.Error("rows have changed")
	}
}

// A day has as many sessions in a what-if as the act allows, whichever way one more would come to it.
func TestAWhatIfFillsNoDayBeyondItsBound(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	easy, day := c.createWorkout(t, "easy"), today+3
	at := func(n int) string { return training.LocalTime(60 + 60*n).String() }
	put := func(n int) vars { return vars{"workoutId": easy, "date": day.String(), "start": at(n)} }
	moved := c.schedule(t, c.id, easy, day+1, "07:00")
	for n := range training.MaxSessionsOfDay - 1 {
		c.schedule(t, c.id, easy, day, at(n))
	}
	check := `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { days { date } } }`
	move := vars{"sessionId": moved, "date": day.String()}
	for _, fits := range []vars{{"moves": []vars{move}}, {"additions": []vars{put(14)}}} {
		c.ask(t, check, vars{"input": fits}, new(any))
	}
	var all []vars
	for n := range training.MaxSessionsOfDay + 1 {
		all = append(all, put(n))
	}
	for path, input := range map[string]vars{
		"additions[0].date": {"moves": []vars{move}, "additions": []vars{put(14)}}, "additions[1].date": {"additions": []vars{put(14), put(15)}},
		"sessions[12].date": {"sessions": all},
	} {
		if a := c.answer(t, check, vars{"input": input}); a.code() != "BAD_USER_INPUT" || !a.namesField(bad{path: path}) {
			t.Errorf("%s: %s", path, a.body)
		}
	}
	c.schedule(t, c.id, easy, day, at(14))
	if a := c.answer(t, check, vars{"input": vars{"moves": []vars{move}}}); !a.namesField(bad{path: "moves[0].date"}) {
		t.Errorf("moved onto a full day: %s", a.body)
	}
	c.refused(t, "CONFLICT", `mutation($s: ID!, $d: Date!) { moveSession(input: {sessionId: $s, date: $d}) { session { id } } }`, vars{"s": moved, "d": day})
}
