package api_test

import "testing"

// A coach changes an athlete's profile, but for the name and for the doctor's word that is waited for.
func TestS91WhatACoachMayNotDo(t *testing.T) {
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
	const grant = `mutation($email: String!) { grantCoach(input: {email: $email}) { coach { id } } }`
	for range 9 {
		athlete.refused(t, "NOT_FOUND", grant, vars{"email": "nobody@example.com"})
	}
	athlete.refused(t, "RATE_LIMITED", grant, vars{"email": coach.email})
}
