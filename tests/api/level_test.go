package api_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// standing is a level as a client reads it.
type standing struct {
	Sport     string
	Level     int
	RungsLost int
	LastDone  *string
	Family    struct{ ID, Title string }
	Rung      struct {
		Level int
		Dose  string
	}
	Evidence struct {
		Kind     string
		Date     *string
		Rung     *int
		Session  *struct{ ID string }
		Activity *struct{ ID string }
	}
	Next struct {
		Words     string
		NotBefore *string
		Rung      struct {
			Level int
			Dose  string
		}
	}
}

const levelFields = `{ sport level rungsLost lastDone family { id title } rung { level dose } evidence { kind date rung session { id } activity { id } }
	next { words notBefore rung { level dose } } }`

// levels are the levels of an athlete, nil where they are null.
func (c *client) levels(t testing.TB, athlete string) []standing {
	t.Helper()
	var data struct{ Athlete struct{ Levels []standing } }
	c.ask(t, `query($id: ID!) { athlete(id: $id) { levels `+levelFields+` } }`, vars{"id": athlete}, &data)
	return data.Athlete.Levels
}

func levelOf(t testing.TB, all []standing, family string) standing {
	t.Helper()
	at := slices.IndexFunc(all, func(s standing) bool { return s.Family.ID == family })
	if at < 0 {
		t.Fatalf("no level of %s among %d", family, len(all))
	}
	return all[at]
}

// did enters an activity and returns its id.
func (c *client) did(t testing.TB, activity vars) string {
	t.Helper()
	var data struct {
		LogActivities struct{ Activities []struct{ ID string } }
	}
	c.ask(t, `mutation($a: ActivityInput!) { logActivities(input: {activities: [$a]}) { activities { id } } }`, vars{"a": activity}, &data)
	return data.LogActivities.Activities[0].ID
}

// dose is a workout of the shared library that is of a family and a rung.
func (c *client) dose(t testing.TB, family string, level int) (id string) {
	t.Helper()
	var data struct {
		Workouts struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	c.ask(t, `query($family: ID!, $level: Int!) { workouts(first: 1, filter: {families: [$family], minLevel: $level, maxLevel: $level, mine: false}) { edges { node { id } } } }`,
		vars{"family": family, "level": level}, &data)
	if len(data.Workouts.Edges) == 0 {
		t.Fatalf("the library has no %s on rung %d", family, level)
	}
	return data.Workouts.Edges[0].Node.ID
}

// Levels rest on what was done: nothing, an activity that nobody planned, a session as it was recorded. Each says what comes next.
func TestLevelsRestOnWhatWasDone(t *testing.T) {
	t.Parallel()
	c := newWorld(t).user(t, training.RoleAthlete)
	c.ask(t, `mutation { updateProfile(input: {level: INTERMEDIATE}) { user { id } } }`, nil, new(any))
	all := c.levels(t, c.id)
	seen := map[string]bool{}
	for _, s := range all {
		switch {
		case seen[s.Family.ID]:
			t.Errorf("%s stands there twice", s.Family.ID)
		case s.Evidence.Kind != "ASSUMED" || s.Evidence.Date != nil || s.Evidence.Rung != nil || s.Evidence.Session != nil || s.Evidence.Activity != nil || s.LastDone != nil:
			t.Errorf("%+v of somebody who has done nothing", s)
		case s.Level < 1 || s.Level > 10 || s.Rung.Level != s.Level || s.Rung.Dose == "" || s.Next.Rung.Dose == "":
			t.Errorf("%+v", s)
		case !strings.Contains(s.Next.Words, s.Next.Rung.Dose) || !strings.Contains(s.Next.Words, "Assumed"):
			t.Errorf("“%s” for %+v", s.Next.Words, s.Next.Rung)
		}
		seen[s.Family.ID] = true
	}
	if len(all) < 40 {
		t.Errorf("%d levels", len(all))
	}
	yesterday := today.AddDays(-1).String()
	hard := c.did(t, vars{"date": yesterday, "sport": "RIDE", "durationSeconds": 4200, "tss": 75, "highIntensitySeconds": 24 * 60})
	ride := levelOf(t, c.levels(t, c.id), "B-THR")
	if ride.Level != 4 || ride.Evidence.Kind != "ACTIVITY" || ride.Evidence.Activity == nil || ride.Evidence.Activity.ID != hard || *ride.Evidence.Date != yesterday ||
		*ride.Evidence.Rung != 4 || ride.Evidence.Session != nil || *ride.LastDone != yesterday || ride.Next.Rung.Level != 5 || !strings.Contains(ride.Next.Words, "nobody planned") {
		t.Errorf("after 24 min above threshold: %+v", ride)
	}

	var planned struct {
		ScheduleSession struct{ Session struct{ ID string } }
	}
	c.ask(t, `mutation($date: Date!, $workout: ID!) { scheduleSession(input: {date: $date, workoutId: $workout}) { session { id } } }`,
		vars{"date": today.String(), "workout": c.dose(t, "R-THR", 3)}, &planned)
	session := planned.ScheduleSession.Session.ID
	before := levelOf(t, c.levels(t, c.id), "R-THR")
	if before.Evidence.Kind != "ASSUMED" {
		t.Errorf("what is planned counts as done: %+v", before)
	}
	record := func(share float64, rpe int) standing {
		c.ask(t, `mutation($id: ID!, $share: Float!, $rpe: Int!) { completeSession(input: {sessionId: $id, durationSeconds: 3000, rpe: $rpe, completedShare: $share}) { session { id } } }`,
			vars{"id": session, "share": share, "rpe": rpe}, new(any))
		return levelOf(t, c.levels(t, c.id), "R-THR")
	}
	well := record(1, 7)
	if well.Level != 3 || well.Evidence.Kind != "SESSION" || well.Evidence.Session == nil || well.Evidence.Session.ID != session || *well.Evidence.Rung != 3 ||
		well.Next.Rung.Level != 4 || well.Next.NotBefore == nil || *well.Next.NotBefore != today.AddDays(5).String() || !strings.Contains(well.Next.Words, "went well") {
		t.Errorf("done as planned: %+v", well)
	}
	c.ask(t, `mutation($id: ID!) { reopenSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": session}, new(any))
	if cut := record(0.7, 7); cut.Level != 2 || cut.Next.Rung.Level != 2 || strings.Contains(cut.Next.Words, "went well") {
		t.Errorf("cut short: %+v", cut)
	}

	var data struct{ Me struct{ Levels []standing } }
	c.ask(t, `{ me { levels(sport: RUN) `+levelFields+` } }`, nil, &data)
	if len(data.Me.Levels) == 0 || slices.ContainsFunc(data.Me.Levels, func(s standing) bool { return s.Sport != "RUN" }) {
		t.Errorf("of running: %+v", data.Me.Levels)
	}
	if now := levelOf(t, c.levels(t, c.id), "R-THR"); !reflect.DeepEqual(now, levelOf(t, data.Me.Levels, "R-THR")) {
		t.Errorf("with a sport the level is another: %+v", now)
	}
}

// What a plan begins with is what the levels say: its first session of a family stands on the rung that comes next, or below it where the week is
// a light one.
func TestAPlanBeginsWithTheNextRung(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	levels := c.levels(t, c.id)
	run, _ := c.plan(t, vars{"seed": 3, "apply": false})
	var data struct {
		PlanRun struct {
			Events nodesOf[struct {
				Weeks []struct {
					StepBack bool
					Phase    string
					Sessions []struct {
						Family *struct{ ID string }
						Level  *int
						Reason string
					}
				}
			}]
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { events(kinds: [TARGETS_SET]) { nodes { ... on TargetsSet { weeks { stepBack phase sessions { family { id } level reason } } } } } } }`, vars{"id": run}, &data)
	compared := 0
	for _, e := range data.PlanRun.Events {
		if len(e.Weeks) == 0 {
			continue
		}
		for _, s := range e.Weeks[0].Sessions {
			if s.Family == nil || s.Level == nil || s.Reason == "Stands already." {
				continue
			}
			compared++
			at := levelOf(t, levels, s.Family.ID)
			building := !e.Weeks[0].StepBack && (e.Weeks[0].Phase == "BASE" || e.Weeks[0].Phase == "BUILD" || e.Weeks[0].Phase == "SPECIFIC")
			if building && *s.Level != at.Next.Rung.Level || *s.Level > at.Next.Rung.Level {
				t.Errorf("%s stands on rung %d in a week of %s, next is %d", s.Family.ID, *s.Level, e.Weeks[0].Phase, at.Next.Rung.Level)
			}
		}
	}
	if compared == 0 {
		t.Error("the plan has no session with a rung")
	}
}

// Levels are the athlete's and the coaches': for others they are null where the name is seen, and not there where nothing is. Asking for those of
// many athletes at once costs more than one question may.
func TestLevelsAreTheAthletesAndTheCoaches(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach, stranger := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	c.did(t, vars{"date": today.AddDays(-2).String(), "sport": "RUN", "durationSeconds": 3600, "tss": 70, "highIntensitySeconds": 24 * 60})
	if own, seen := c.levels(t, c.id), coach.levels(t, c.id); len(own) == 0 || !reflect.DeepEqual(own, seen) {
		t.Errorf("the athlete reads %d levels, the coach %d, or others", len(own), len(seen))
	}
	unknown := stranger.answer(t, `query($id: ID!) { athlete(id: $id) { levels { level } } }`, vars{"id": "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b00"})
	hidden := stranger.answer(t, `query($id: ID!) { athlete(id: $id) { levels { level } } }`, vars{"id": c.id})
	if hidden.code() != unknown.code() || hidden.code() == "" || string(hidden.Data) != string(unknown.Data) {
		t.Errorf("a stranger reads %s %s, of nobody %s %s", hidden.code(), hidden.Data, unknown.code(), unknown.Data)
	}
	var data struct {
		Me struct {
			Coaches []struct {
				Name   string
				Levels []standing
			}
		}
	}
	c.ask(t, `{ me { coaches { name levels { level } } } }`, nil, &data)
	if len(data.Me.Coaches) != 1 || data.Me.Coaches[0].Levels != nil || data.Me.Coaches[0].Name == "" {
		t.Errorf("of a coach the athlete reads %+v", data.Me.Coaches)
	}
	c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { id } } }`, vars{"id": coach.id}, new(any))
	if gone := coach.answer(t, `query($id: ID!) { athlete(id: $id) { levels { level } } }`, vars{"id": c.id}); gone.code() != unknown.code() {
		t.Errorf("the coach of before reads %s", gone.Data)
	}
	coach.refused(t, "LIMIT_EXCEEDED", `{ athletes(first: 100) { edges { node { levels { level } } } } }`, nil)
	coach.ask(t, `{ athletes(first: 10) { edges { node { levels(sport: RUN) { level family { id } next { words } } } } } }`, nil, new(any))
}
