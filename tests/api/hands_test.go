package api_test

import (
	"strings"
	"testing"

	"fortnight/training"
)

// What a person puts on a calendar is held against the season and the athlete: the answer of the act and the what-if before it warn alike, and
// nothing is refused.
func TestWhatIsPutByHandIsWarnedOf(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	c.ask(t, `mutation { updateProfile(input: {level: INTERMEDIATE, availableEquipment: [DUMBBELLS]}) { user { id } } }`, nil, new(any))
	type certificate struct {
		Violations []struct {
			Rule              struct{ ID string }
			Severity, Message string
		}
	}
	told := func(c certificate) string {
		var lines []string
		for _, v := range c.Violations {
			if strings.Contains("FIL-1 WIN-1 WHO-5", v.Rule.ID) {
				lines = append(lines, v.Rule.ID+" "+v.Severity+" "+v.Message)
			}
		}
		return strings.Join(lines, "\n")
	}
	const fields = `certificate { violations { rule { id } severity message } }`
	on := today + 2
	for _, one := range []struct{ family, want string }{
		{"R-OPEN", "WIN-1 SOFT"}, {"R-TEST", "WIN-1 SOFT"}, {"R-LMP", "WIN-1 SOFT"}, {"H-SIM", "WHO-5 SOFT The session on"}, {"R-EASY", ""},
	} {
		workout := c.libraryWorkout(t, vars{"families": []string{one.family}})
		var whatIf struct {
			CheckCalendar struct{ Certificate certificate }
		}
		c.ask(t, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { `+fields+` } }`,
			vars{"input": vars{"from": today.String(), "additions": []vars{{"date": on.String(), "start": "07:00", "workoutId": workout}}}}, &whatIf)
		var done struct {
			ScheduleSession struct {
				Session  struct{ ID string }
				Calendar struct{ Certificate certificate }
			}
		}
		c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } calendar(days: 14) { `+fields+` } } }`,
			vars{"input": vars{"date": on.String(), "start": "07:00", "workoutId": workout}}, &done)
		would, is := told(whatIf.CheckCalendar.Certificate), told(done.ScheduleSession.Calendar.Certificate)
		if one.want == "" && is != "" || !strings.Contains(is, one.want) || !strings.Contains(would, one.want) || one.want == "" && would != "" || strings.Contains(is, "HARD") {
			t.Errorf("%s: it is told %q, before it %q; want %q", one.family, is, would, one.want)
		}
		c.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { sessionId } }`, vars{"id": done.ScheduleSession.Session.ID}, new(any))
	}
}
