package api_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// A coach changes an athlete's profile, but for the name and for the doctor's word that is waited for.
func TestS91WhatACoachMayNotDo(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	athlete, coach := w.user(t, "ATHLETE"), w.user(t, "COACH")
	athlete.grants(t, coach)
	const update = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id name profile { awaitsClearance ftpWatts } } } }`
	change := func(fields vars) vars {
		fields["athleteId"] = athlete.id
		return vars{"input": fields}
	}
	athlete.ask(t, update, change(vars{"awaitsClearance": true}), new(any))
	coach.ask(t, update, change(vars{"ftpWatts": 250}), new(any))
	coach.refused(t, "FORBIDDEN", update, change(vars{"name": "Somebody Else"}))
	coach.refused(t, "FORBIDDEN", update, change(vars{"awaitsClearance": false, "ftpWatts": 300}))
	var data struct {
		UpdateProfile struct {
			User struct {
				Name    string
				Profile struct {
					AwaitsClearance bool
					FtpWatts        float64
				}
			}
		}
	}
	athlete.ask(t, update, change(vars{"level": "NOVICE"}), &data)
	if u := data.UpdateProfile.User; !u.Profile.AwaitsClearance || u.Profile.FtpWatts != 250 || u.Name == "Somebody Else" {
		t.Errorf("%+v", u)
	}
	athlete.ask(t, update, change(vars{"awaitsClearance": false}), new(any))
	coach.ask(t, update, change(vars{"awaitsClearance": true}), new(any)) // a coach may have an athlete wait
}

// A coach may leave an athlete, and sees nothing of them from then on; whoever coaches nobody leaves nobody.
func TestACoachLeaves(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	athlete, coach := w.user(t, "ATHLETE"), w.user(t, "COACH")
	const leave = `mutation($id: ID!) { leaveAthlete(input: {athleteId: $id}) { athleteId } }`
	coach.refused(t, "NOT_FOUND", leave, vars{"id": athlete.id})
	athlete.grants(t, coach)
	coach.ask(t, leave, vars{"id": athlete.id}, new(any))
	coach.refused(t, "NOT_FOUND", `query($id: ID!) { calendar(athleteId: $id) { revision } }`, vars{"id": athlete.id})
}

// An athlete who thinks better of it takes an invitation back, and is answered alike whether there was one; what was accepted stays.
func TestAnInvitationIsWithdrawn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	athlete, second, coach := w.user(t, "ATHLETE"), w.user(t, "ATHLETE"), w.user(t, "COACH")
	const (
		invite   = `mutation($email: String!) { inviteCoach(input: {email: $email}) { email } }`
		withdraw = `mutation($email: String!) { withdrawInvitation(input: {email: $email}) { email } }`
		accept   = `mutation($id: ID!) { acceptInvitation(input: {athleteId: $id}) { athlete { id } } }`
		read     = `query($id: ID!) { calendar(athleteId: $id) { revision } }`
	)
	second.ask(t, invite, vars{"email": coach.email}, new(any))
	athlete.ask(t, invite, vars{"email": coach.email}, new(any))
	for _, email := range []string{strings.ToUpper(coach.email), coach.email, second.email, "nobody@example.com"} {
		want := fmt.Sprintf(`{"data":{"withdrawInvitation":{"email":%q}}}`, strings.ToLower(email))
		if a := athlete.answer(t, withdraw, vars{"email": email}); a.body != want {
			t.Errorf("%s is answered %s, want %s", email, a.body, want)
		}
	}
	coach.refused(t, "NOT_FOUND", accept, vars{"id": athlete.id})
	coach.ask(t, accept, vars{"id": second.id}, new(any)) // another's invitation stands
	second.ask(t, withdraw, vars{"email": coach.email}, new(any))
	coach.ask(t, read, vars{"id": second.id}, new(any)) // what was accepted ends by revokeCoach
	athlete.ask(t, invite, vars{"email": coach.email}, new(any))
	coach.ask(t, accept, vars{"id": athlete.id}, new(any))
}

// Whoever an address belongs to, an invitation is answered alike, and nothing that the athlete can read tells the difference: a coach has to
// accept. An account that is made afterwards was not invited.
func TestAnInvitationTellsNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	athlete, coach, other, late := w.user(t, "ATHLETE"), w.user(t, "COACH"), w.user(t, "ATHLETE"), &client{url: w.url, email: "late@example.com", password: "sixteen-wheels"}
	const (
		invite = `mutation($email: String!) { inviteCoach(input: {email: $email}) { email } }`
		accept = `mutation($id: ID!) { acceptInvitation(input: {athleteId: $id}) { athlete { id name profile { level } } } }`
		mine   = `{ coachInvitations { athleteId name createdAt athlete { id name email role profile { level } coaches { id } } } }`
		known  = `query($id: ID!) { node(id: $id) { ... on User { name email } } }`
		all    = `{ me { coaches { id name email } } athletes { edges { node { id } } } coachInvitations { athleteId } }`
	)
	before := athlete.answer(t, all, nil).body
	for _, email := range []string{coach.email, other.email, late.email, strings.ToUpper(coach.email)} {
		want := fmt.Sprintf(`{"data":{"inviteCoach":{"email":%q}}}`, strings.ToLower(email))
		if a := athlete.answer(t, invite, vars{"email": email}); a.body != want {
			t.Errorf("%s is answered %s, want %s", email, a.body, want)
		}
		if after := athlete.answer(t, all, nil).body; after != before {
			t.Errorf("after %s was invited the athlete reads %s", email, after)
		}
	}
	athlete.refused(t, "BAD_USER_INPUT", invite, vars{"email": athlete.email})
	coach.refused(t, "NOT_FOUND", `query($id: ID!) { calendar(athleteId: $id) { revision } }`, vars{"id": athlete.id})
	late.signUp(t, "COACH")
	for _, c := range []*client{other, late} {
		if a := c.answer(t, mine, nil); a.body != `{"data":{"coachInvitations":[]}}` {
			t.Errorf("%s reads %s", c.email, a.body)
		}
		c.refused(t, "NOT_FOUND", accept, vars{"id": athlete.id})
	}
	var data struct {
		CoachInvitations []struct {
			AthleteID, Name string
			Athlete         vars
		}
	}
	if coach.ask(t, mine, nil, &data); len(data.CoachInvitations) != 1 || data.CoachInvitations[0].AthleteID != athlete.id || !strings.HasPrefix(data.CoachInvitations[0].Name, "Jo") {
		t.Fatalf("the coach reads %+v", data)
	}
	// The athlete is a name to the coach, by whichever way; nobody else knows of them, and whose invitation is over is not known any more.
	name := data.CoachInvitations[0].Name
	if want := (vars{"id": athlete.id, "name": name, "email": nil, "role": nil, "profile": nil, "coaches": nil}); !reflect.DeepEqual(data.CoachInvitations[0].Athlete, want) {
		t.Errorf("who invites is %v, want %v", data.CoachInvitations[0].Athlete, want)
	}
	isKnown := func(who *client, id string, want bool) {
		t.Helper()
		if a := who.answer(t, known, vars{"id": id}); (a.body != `{"data":{"node":null}}`) != want {
			t.Errorf("%s reads %s", who.email, a.body)
		}
	}
	isKnown(coach, athlete.id, true)
	isKnown(other, athlete.id, false)
	isKnown(athlete, coach.id, false)
	if a := coach.answer(t, accept, vars{"id": athlete.id}); !strings.Contains(a.body, athlete.id) || !strings.Contains(a.body, `"level":`) {
		t.Errorf("accepted: %s", a.body)
	}
	coach.refused(t, "NOT_FOUND", accept, vars{"id": athlete.id}) // once
	coach.ask(t, `query($id: ID!) { calendar(athleteId: $id) { revision } }`, vars{"id": athlete.id}, new(any))
	if a := athlete.answer(t, all, nil); !strings.Contains(a.body, coach.email) {
		t.Errorf("the athlete reads %s", a.body)
	}

	other.ask(t, invite, vars{"email": coach.email}, new(any))
	coach.ask(t, `mutation($id: ID!) { leaveAthlete(input: {athleteId: $id}) { athleteId } }`, vars{"id": other.id}, new(any)) // declined
	coach.refused(t, "NOT_FOUND", accept, vars{"id": other.id})
	isKnown(coach, other.id, false)
	other.ask(t, invite, vars{"email": coach.email}, new(any))
	_, err := w.raw.Exec(t.Context(), "UPDATE coach_invitations SET created_at = created_at - interval '31 days'")
	must(t, err)
	coach.refused(t, "NOT_FOUND", accept, vars{"id": other.id}) // it does not stand any more
	must(t, w.db.SweepInvitations(t.Context()))
	isKnown(coach, other.id, false)
	for range 8 {
		other.ask(t, invite, vars{"email": "nobody@example.com"}, new(any))
	}
	other.refused(t, "RATE_LIMITED", invite, vars{"email": coach.email})
}
