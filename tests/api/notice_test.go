package api_test

import (
	"strings"
	"testing"

	"fortnight/training"
)

// A session may be put on a day that is over, to be recorded there: whoever did not mean that is told, and what counts is what was done. Of what is done, and of
// days to come, nothing is said.
func TestWhatIsPutOnADayThatIsOverIsSaid(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	run := c.createWorkout(t, "easy")
	first, second := c.schedule(t, c.id, run, today+2, "07:00"), c.schedule(t, c.id, run, today+3, "07:00")
	yesterday, before := today-1, today-2
	over := " over: what is planned there counts as not done until it is recorded."
	day := func(d training.Date) string { return d.Midnight().Format("Mon 2 Jan") }
	loadOf := func(d training.Date) float64 {
		var data struct {
			Calendar struct{ Days []struct{ TSS float64 } }
		}
		c.ask(t, `query($d: Date!) { calendar(from: $d, days: 1) { days { tss } } }`, vars{"d": d.String()}, &data)
		return data.Calendar.Days[0].TSS
	}
	without := loadOf(yesterday)
	for _, act := range []struct {
		what, operation string
		values          vars
		notice          string
	}{
		{"moved to a day to come", `moveSession(input: {sessionId: $s, date: $d})`, vars{"s": first, "d": (today + 4).String()}, ""},
		{"moved to today", `moveSession(input: {sessionId: $s, date: $d, start: "23:00"})`, vars{"s": first, "d": today.String()}, ""},
		{"moved to yesterday", `moveSession(input: {sessionId: $s, date: $d, start: "07:00"})`, vars{"s": first, "d": yesterday.String()}, day(yesterday) + " is" + over},
		{"put on yesterday", `scheduleSession(input: {workoutId: $s, date: $d, start: "18:00"})`, vars{"s": run, "d": yesterday.String()}, day(yesterday) + " is" + over},
		{"one of two", `scheduleSessions(input: {sessions: [{workoutId: $s, date: $d, start: "06:00"}, {workoutId: $s, date: "` + (today + 5).String() + `", start: "06:00"}]})`,
			vars{"s": run, "d": before.String()}, day(before) + " is" + over},
		{"moves and additions", `changeCalendar(input: {moves: [{sessionId: $s, date: $d, start: "12:00"}], additions: [{workoutId: "` + run + `", date: "` + yesterday.String() + `", start: "12:00"}]})`,
			vars{"s": second, "d": before.String()}, day(before) + " and " + day(yesterday) + " are" + over},
	} {
		declared := "($s: ID!, $d: Date!)"
		var data map[string]struct{ Notice *string }
		c.ask(t, "mutation"+declared+" { "+act.operation+" { notice } }", act.values, &data)
		for _, answered := range data {
			if got := answered.Notice; (got == nil) != (act.notice == "") || got != nil && *got != act.notice {
				t.Errorf("%s: %q is said, not %q", act.what, noteText(got), act.notice)
			}
		}
	}
	if got := loadOf(yesterday); got != without {
		t.Errorf("what is planned there and not done counts as %g", got-without)
	}
	var done struct{ CompleteSession struct{ Notice *string } }
	c.ask(t, `mutation($s: ID!) { completeSession(input: {sessionId: $s, durationSeconds: 2700, tss: 40}) { notice } }`, vars{"s": first}, &done)
	if got := loadOf(yesterday); done.CompleteSession.Notice != nil || got != without+40 {
		t.Errorf("done, it counts as %g, and is told of by %q", got-without, strings.TrimSpace(noteText(done.CompleteSession.Notice)))
	}
}
