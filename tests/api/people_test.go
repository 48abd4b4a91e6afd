package api_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"fortnight/training"
)

// personFields are all that is said of a user.
const personFields = ` { __typename id name email role createdAt profile { id level } coaches { id } }`

type seenUser struct {
	ID, Name         string
	Email, Role      *string
	CreatedAt        *string
	Profile, Coaches any
}

// nameOnly tells whether all but the name is null.
func (u *seenUser) nameOnly() bool {
	return u != nil && u.Name != "" && u.Email == nil && u.Role == nil && u.CreatedAt == nil && u.Profile == nil && u.Coaches == nil
}

// grants has a coach invited and accept.
func (c *client) grants(t testing.TB, coach *client) {
	t.Helper()
	c.ask(t, `mutation($e: String!) { inviteCoach(input: {email: $e}) { email } }`, vars{"e": coach.email}, new(any))
	coach.ask(t, `mutation($id: ID!) { acceptInvitation(input: {athleteId: $id}) { athlete { id } } }`, vars{"id": c.id}, new(any))
}

// 13 §2: what may not be read is null where it stands, without an error, and takes nothing with it.
func TestWhatMayNotBeReadIsNullWhereItStands(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	var data json.RawMessage
	c.ask(t, `{ me { name coaches { name profile { level } email role coaches { name } } } }`, nil, &data)
	want := fmt.Sprintf(`{"me":{"name":"Jo of %s","coaches":[{"name":"Jo of %s","profile":null,"email":%q,"role":"COACH","coaches":null}]}}`, c.email, coach.email, coach.email)
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
}

// cancelled is a run of an athlete that a coach cancelled.
func (c *client) cancelled(t testing.TB, athlete string) string {
	t.Helper()
	for range 10 { // of two runs of one athlete one waits
		first, second := c.generate(t, vars{"athleteId": athlete, "days": 28}), c.generate(t, vars{"athleteId": athlete})
		a := c.answer(t, `mutation($id: ID!) { cancelPlanRun(input: {runId: $id}) { run { status } } }`, vars{"id": second})
		c.subscribe(t, overSocket, first, 0).rest(t)
		if events := c.subscribe(t, overSocket, second, 0).rest(t); len(a.Errors) == 0 && events[len(events)-1].Type == "RunCancelled" {
			return second
		}
	}
	t.Fatal("no run could be cancelled")
	return ""
}

// meetings are all ways in which a viewer meets the other coach of an athlete.
const meetings = `query($athlete: ID!, $run: ID!, $coach: ID!, $session: ID!) {
	athlete(id: $athlete) { coaches` + personFields + ` }
	planRun(id: $run) { requestedBy` + personFields + ` events(first: 500) { nodes { ... on RunCancelled { by` + personFields + ` } } } }
	calendar(athleteId: $athlete) { athlete { coaches` + personFields + ` } lastChange { by` + personFields + ` run { requestedBy` + personFields + ` } } }
	session(id: $session) { workout { owner` + personFields + ` } resolved { workout { owner` + personFields + ` } athlete { coaches` + personFields + ` } } }
	node(id: $coach) { ... on User` + personFields + ` }
	nodes(ids: [$session, $run]) { ... on PlannedSession { workout { owner` + personFields + ` } } ... on PlanRun { requestedBy` + personFields + ` } } }`

// met are all users of an id in an answer.
func met(t testing.TB, answer any, id string) (found []*seenUser) {
	t.Helper()
	switch v := answer.(type) {
	case []any:
		for _, item := range v {
			found = append(found, met(t, item, id)...)
		}
	case vars:
		if v["__typename"] == "User" && v["id"] == id {
			text, err := json.Marshal(v)
			must(t, err)
			found = append(found, new(seenUser))
			must(t, json.Unmarshal(text, found[len(found)-1]))
			return found
		}
		for _, item := range v {
			found = append(found, met(t, item, id)...)
		}
	}
	return found
}

// 13 §2: a coach never sees another coach's e-mail, by no path, while both are granted and after; one viewer sees one content of one user.
func TestACoachIsANameToAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, one, other := w.athlete(t), w.user(t, training.RoleCoach), w.user(t, training.RoleCoach)
	c.grants(t, one)
	c.grants(t, other)
	run := other.cancelled(t, c.id)
	session := other.schedule(t, c.id, other.createWorkout(t, "By the other"), today+2, "05:00")
	variables := vars{"athlete": c.id, "run": run, "coach": other.id, "session": session}
	meets := func(viewer *client, want int, right func(*seenUser) bool) {
		t.Helper()
		var data any
		viewer.ask(t, meetings, variables, &data)
		all := met(t, data, other.id)
		if len(all) < want || slices.ContainsFunc(all, func(u *seenUser) bool { return !right(u) }) {
			t.Errorf("%s meets the other %d times: %+v", viewer.email, len(all), data)
		}
	}
	contact := func(u *seenUser) bool {
		return u.Email != nil && *u.Email == other.email && *u.Role == "COACH" && u.CreatedAt != nil && u.Profile == nil && u.Coaches == nil
	}
	whole := func(u *seenUser) bool {
		return u.Email != nil && u.Role != nil && u.CreatedAt != nil && u.Profile != nil && u.Coaches != nil
	}
	meets(one, 10, (*seenUser).nameOnly)
	meets(c, 10, contact)
	meets(other, 10, whole)
	other.grants(t, one) // now an athlete of the coach's
	meets(one, 10, whole)
	other.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach { name } } }`, vars{"id": one.id}, new(any))
	meets(one, 10, (*seenUser).nameOnly)

	var revoked struct{ RevokeCoach struct{ Coach *seenUser } }
	c.ask(t, `mutation($id: ID!) { revokeCoach(input: {coachId: $id}) { coach`+personFields+` } }`, vars{"id": other.id}, &revoked)
	if !revoked.RevokeCoach.Coach.nameOnly() {
		t.Errorf("revoked: %+v", revoked.RevokeCoach.Coach)
	}
	meets(one, 5, (*seenUser).nameOnly) // no more as the owner of the athlete's workouts, which are copies now
	meets(c, 5, (*seenUser).nameOnly)
	other.refused(t, "NOT_FOUND", `query($id: ID!) { athlete(id: $id) { email } }`, vars{"id": c.id})
}
