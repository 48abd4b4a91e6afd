package api_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

const noteSession = `mutation($id: ID!, $note: String) { noteSession(input: {sessionId: $id, note: $note}) {
	session { coachNote athleteNote status } calendar { revision days { sessions { id coachNote athleteNote } } } } }`

// A session has a coach's note and the athlete's own: neither writes the other's, it may be locked or done, it stays with the session, and is taken back.
func TestASessionHasNotesOfBoth(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach, stranger := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	s := c.schedule(t, c.id, c.createWorkout(t, "easy"), today, "07:00")
	type noted struct{ CoachNote, AthleteNote *string }
	read := func(of *client) noted {
		t.Helper()
		var data struct{ Session noted }
		of.ask(t, `query($id: ID!) { session(id: $id) { coachNote athleteNote } }`, vars{"id": s}, &data)
		return data.Session
	}
	is := func(when string, coachs, athletes string) {
		t.Helper()
		for _, of := range []*client{c, coach} {
			if n := read(of); noteText(n.CoachNote) != coachs || noteText(n.AthleteNote) != athletes {
				t.Errorf("%s: %q and %q, want %q and %q", when, noteText(n.CoachNote), noteText(n.AthleteNote), coachs, athletes)
			}
		}
	}
	revision := c.toldNow(t, c.id).Revision
	var data struct {
		NoteSession struct {
			Session  noted
			Calendar struct {
				Revision int
				Days     []struct{ Sessions []noted }
			}
		}
	}
	coach.ask(t, noteSession, vars{"id": s, "note": "hold back"}, &data)
	if got := data.NoteSession; noteText(got.Session.CoachNote) != "hold back" || got.Calendar.Revision != revision+1 || len(got.Calendar.Days) != 1 ||
		noteText(got.Calendar.Days[0].Sessions[0].CoachNote) != "hold back" {
		t.Errorf("it answers %+v", got)
	}
	c.ask(t, noteSession, vars{"id": s, "note": "with Jo"}, new(any))
	is("written", "hold back", "with Jo")
	c.ask(t, noteSession, vars{"id": s, "note": "with Jo"}, &data)
	if data.NoteSession.Calendar.Revision != revision+2 {
		t.Errorf("the same note makes revision %d of %d", data.NoteSession.Calendar.Revision, revision+2)
	}
	stranger.refused(t, "NOT_FOUND", noteSession, vars{"id": s, "note": "mine"})
	c.refused(t, "BAD_USER_INPUT", noteSession, vars{"id": s, "note": ""})

	c.ask(t, `mutation($id: ID!, $d: Date!) { moveSession(input: {sessionId: $id, date: $d}) { session { id } } }`, vars{"id": s, "d": today.AddDays(-1)}, new(any))
	c.ask(t, `mutation($id: ID!, $w: ID!) { replaceSession(input: {sessionId: $id, workoutId: $w}) { session { id } } }`, vars{"id": s, "w": c.createWorkout(t, "other")}, new(any))
	is("moved and replaced", "hold back", "with Jo")
	c.ask(t, `mutation($id: ID!) { lockSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": s}, new(any))
	c.ask(t, `mutation($d: Date!) { lockDay(input: {date: $d}) { day { id } } }`, vars{"d": today.AddDays(-1)}, new(any))
	coach.ask(t, noteSession, vars{"id": s, "note": "locked"}, new(any))
	c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 1800}) { session { id } } }`, vars{"id": s}, new(any))
	is("done", "locked", "with Jo")
	coach.ask(t, noteSession, vars{"id": s, "note": "well done"}, new(any))
	is("noted on what is done", "well done", "with Jo")

	var last struct {
		Calendar struct {
			LastChange struct {
				Act   string
				Actor string
				Days  []string
			}
		}
		UndoCalendarChange struct{ Undone struct{ Act string } }
	}
	coach.ask(t, `query($id: ID!) { calendar(athleteId: $id) { lastChange { act actor days } } }`, vars{"id": c.id}, &last)
	if l := last.Calendar.LastChange; l.Act != "NOTE_SESSION" || l.Actor != "COACH" || !slices.Equal(l.Days, []string{today.AddDays(-1).String()}) {
		t.Errorf("the last change is %+v", l)
	}
	coach.ask(t, `mutation($id: ID!) { undoCalendarChange(input: {athleteId: $id}) { undone { act } } }`, vars{"id": c.id}, &last)
	is("taken back", "locked", "with Jo")
	coach.ask(t, noteSession, vars{"id": s, "note": nil}, new(any))
	is("taken away", "", "with Jo")
	if text, _ := c.exported(t); !strings.Contains(text, `"athleteNote": "with Jo"`) && !strings.Contains(text, `"athleteNote":"with Jo"`) {
		t.Error("the export does not tell the note")
	}
}

func noteText(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// What a note says of the athlete's body holds, whoever wrote it; what a coach says of himself, and what is only supposed, does not.
func TestNotesAreHeardOfTheAthlete(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	s := c.schedule(t, c.id, c.createWorkout(t, "easy"), today, "07:00")
	for _, of := range []struct {
		by   *client
		note string
		want []string
	}{
		{coach, "My back hurts: you are on your own. Stop if your knee hurts", nil},
		{coach, "Your Achilles hurts, so no hills", []string{"HURT_ACHILLES"}},
		{c, "my back hurts", []string{"HURT_ACHILLES", "HURT_BACK"}},
	} {
		of.by.ask(t, noteSession, vars{"id": s, "note": of.note}, new(any))
		var got []string
		for _, r := range c.restrictions(t) {
			if got = append(got, r.Condition); r.SaidIn != "NOTE" || !r.Open {
				t.Errorf("%+v", r)
			}
		}
		if slices.Sort(got); !slices.Equal(got, of.want) {
			t.Errorf("%q: %v, want %v", of.note, got, of.want)
		}
	}
}

// A coach's "I" in a wish is the coach, and the run says that it was not taken for the athlete's. What coaches enter in the athlete's place may be the
// athlete's own words, and is heard, unless it sets the two apart; and nothing that a coach writes makes a gate end sooner.
func TestACoachsIIsNotTheAthletes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	s := c.schedule(t, c.id, c.createWorkout(t, "easy"), today.AddDays(1), "07:00")
	held := func(when string, want ...string) {
		t.Helper()
		var got []string
		for _, r := range c.restrictions(t) {
			if r.Open {
				got = append(got, r.Condition)
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s: %v hold, want %v", when, got, want)
		}
	}
	run, events := coach.plan(t, vars{"athleteId": c.id, "wish": "I have a fever; no running on Thursday", "apply": false, "engine": "SOLVER"})
	told := ""
	for _, e := range events {
		told += e.Message + "\n"
	}
	if !strings.Contains(told, "fever” (heard as the coach's own") || strings.Contains(told, "is kept for every plan") {
		t.Errorf("the run says\n%s", told)
	}
	var read struct {
		PlanRun struct {
			Wishes      []struct{ Wish struct{ Kind string } }
			Certificate struct{ Restrictions []restriction }
		}
	}
	coach.ask(t, `query($id: ID!) { planRun(id: $id) { wishes { wish { kind } } certificate { restrictions { id condition saidIn } } } }`, vars{"id": run}, &read)
	if p := read.PlanRun; len(p.Wishes) != 1 || p.Wishes[0].Wish.Kind != "AVOID" || len(p.Certificate.Restrictions) > 0 {
		t.Errorf("%+v", p)
	}
	held("a coach's own fever")
	const skip = `mutation($id: ID!, $why: String) { skipSession(input: {sessionId: $id, reason: $why}) { session { id } } }`
	coach.ask(t, skip, vars{"id": s, "why": "I have a fever, so the athlete trains alone"}, new(any))
	held("a reason that sets the two apart")
	const checkIn = `mutation($a: ID, $note: String) { checkIn(input: {athleteId: $a, date: "2026-11-25", note: $note}) { checkIn { date } } }`
	coach.ask(t, checkIn, vars{"a": c.id, "note": "my left knee aches"}, new(any))
	held("a check-in in the athlete's place", "HURT_KNEE")
	coach.plan(t, vars{"athleteId": c.id, "wish": "she has a fever", "apply": false, "engine": "SOLVER"})
	held("a wish of the athlete's body", "FEVER", "HURT_KNEE")
	coach.ask(t, checkIn, vars{"a": c.id, "note": "the knee is fine again, no fever any more"}, new(any))
	held("a coach who says that it is over", "FEVER", "HURT_KNEE")

	since := func() string {
		t.Helper()
		var got struct {
			Me struct {
				Restrictions []struct {
					Condition string
					Since     *string
				}
			}
		}
		c.ask(t, `{ me { restrictions { condition since } } }`, nil, &got)
		for _, r := range got.Me.Restrictions {
			if r.Condition == "POSTPARTUM" && r.Since != nil {
				return *r.Since
			}
		}
		return ""
	}
	c.ask(t, checkIn, vars{"note": "gave birth 5 weeks ago"}, new(any))
	was := since()
	coach.ask(t, checkIn, vars{"a": c.id, "note": "she gave birth 50 weeks ago"}, new(any))
	if now := since(); was == "" || now != was {
		t.Errorf("born on %q, and as a coach writes on %q", was, now)
	}
}
