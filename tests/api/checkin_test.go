package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

type checkedIn struct {
	Date                  string
	Sick                  bool
	Fatigue, SleepSeconds *int
	Banned, BannedSports  []string
	Note                  *string
}

// says checks in, in place of an athlete, and has seen what it replaces.
func (c *client) says(t testing.TB, athlete string, input vars) checkedIn {
	t.Helper()
	input["athleteId"] = athlete
	if input["unchangedSince"] == nil {
		input["unchangedSince"] = c.toldNow(t, athlete).Revision
	}
	var data struct{ CheckIn struct{ CheckIn checkedIn } }
	c.ask(t, checkInOperation, vars{"input": input}, &data)
	return data.CheckIn.CheckIn
}

const checkInOperation = `mutation($input: CheckInInput!) { checkIn(input: $input) { checkIn { date sick fatigue sleepSeconds banned bannedSports note } } }`

// may not say something of an athlete: a field is named.
func (c *client) mayNotSay(t testing.TB, athlete, field string, input vars) {
	t.Helper()
	input["athleteId"] = athlete
	a := c.refused(t, "BAD_USER_INPUT", checkInOperation, vars{"input": input})
	if len(a.Errors) > 0 && !slices.ContainsFunc(a.Errors[0].Extensions.Fields, func(f training.FieldError) bool { return strings.HasSuffix(f.Path, field) }) {
		t.Errorf("%v does not name %s: %s", input, field, a.body)
	}
}

// What a second check-in of a day does not name stays as it was said, null takes it back, and what is banned goes on to later days.
func TestACheckInKeepsWhatItDoesNotName(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	day := today.String()
	c.says(t, c.id, vars{"date": day, "sick": true, "fatigue": 8, "banned": []string{"LEGS"}, "bannedSports": []string{"RUN"}, "note": "slept badly"})
	got := c.says(t, c.id, vars{"date": day, "sleepSeconds": 25_000})
	if !got.Sick || got.Fatigue == nil || *got.Fatigue != 8 || *got.SleepSeconds != 25_000 || !slices.Equal(got.Banned, []string{"LEGS"}) ||
		!slices.Equal(got.BannedSports, []string{"RUN"}) || got.Note == nil || *got.Note != "slept badly" {
		t.Errorf("the second of a day leaves %+v", got)
	}
	if got = c.says(t, c.id, vars{"date": day, "fatigue": nil, "note": nil}); got.Fatigue != nil || got.Note != nil || !got.Sick || len(got.Banned) != 1 {
		t.Errorf("with null it leaves %+v", got)
	}
	if got = c.says(t, c.id, vars{"date": (today + 1).String(), "fatigue": 3}); got.Sick || len(got.Banned) != 1 || len(got.BannedSports) != 1 {
		t.Errorf("the next day says %+v", got)
	}
	if got = c.says(t, c.id, vars{"date": (today + 2).String(), "banned": nil, "bannedSports": []string{}}); len(got.Banned)+len(got.BannedSports) > 0 {
		t.Errorf("what was taken back: %+v", got)
	}
	if got = c.says(t, c.id, vars{"date": day, "sick": nil}); got.Sick {
		t.Errorf("well again: %+v", got)
	}
}

// What an athlete says to be ill or banned a coach adds to, and takes nothing of it back, on that day or the next; what a coach has said a coach takes back.
func TestACoachTakesBackNothingOfTheAthletes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	day, next, later := today.String(), (today + 1).String(), (today + 5).String()
	c.says(t, c.id, vars{"date": day, "sick": true, "banned": []string{"LEGS"}, "bannedSports": []string{"RUN"}})
	coach.mayNotSay(t, c.id, "sick", vars{"date": day, "sick": false})
	coach.mayNotSay(t, c.id, "sick", vars{"date": day, "sick": nil})
	coach.mayNotSay(t, c.id, "banned", vars{"date": day, "banned": []string{"CORE"}})
	coach.mayNotSay(t, c.id, "bannedSports", vars{"date": next, "bannedSports": []string{}})
	coach.mayNotSay(t, c.id, "sick", vars{"date": next, "sick": false})
	if got := coach.says(t, c.id, vars{"date": day, "fatigue": 6, "banned": []string{"LEGS", "CORE"}}); !got.Sick || *got.Fatigue != 6 || len(got.Banned) != 2 || len(got.BannedSports) != 1 {
		t.Errorf("with what the coach says: %+v", got)
	}
	if got := coach.says(t, c.id, vars{"date": next, "sleepSeconds": 30_000}); !got.Sick || len(got.Banned) != 2 || len(got.BannedSports) != 1 {
		t.Errorf("the next day by the coach: %+v", got)
	}
	if got := kindsOf(coach.wants(t)); !slices.Contains(got, "ILLNESS") {
		t.Errorf("the coach is shown %v", got)
	}
	if got := c.says(t, c.id, vars{"date": next, "sick": false, "banned": nil, "bannedSports": nil}); got.Sick || len(got.Banned)+len(got.BannedSports) > 0 {
		t.Errorf("the athlete takes back: %+v", got)
	}

	if got := coach.says(t, c.id, vars{"date": later, "bannedSports": []string{"SWIM"}}); len(got.BannedSports) != 1 || got.Sick {
		t.Errorf("the coach bans: %+v", got)
	}
	if got := coach.says(t, c.id, vars{"date": later, "bannedSports": nil}); len(got.BannedSports) != 0 {
		t.Errorf("and takes it back: %+v", got)
	}
	coach.says(t, c.id, vars{"date": later, "bannedSports": []string{"SWIM"}})
	c.says(t, c.id, vars{"date": later, "bannedSports": []string{"SWIM"}})
	coach.mayNotSay(t, c.id, "bannedSports", vars{"date": later, "bannedSports": nil})
}

// Who has not seen what a day says changes nothing of it, and is told what has moved; what else has changed does no harm.
func TestACheckInIsNotOverwrittenUnseen(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	workout, day := c.createWorkout(t, "easy"), today.String()
	c.says(t, c.id, vars{"date": day, "fatigue": 2})
	seen := c.toldNow(t, c.id).Revision
	c.schedule(t, c.id, workout, today+1, "07:00")
	c.says(t, c.id, vars{"date": (today + 1).String(), "fatigue": 2})
	coach.says(t, c.id, vars{"date": day, "fatigue": 3, "unchangedSince": seen})
	c.says(t, c.id, vars{"date": day, "fatigue": 9})
	a := coach.refused(t, "CONFLICT", checkInOperation, vars{"input": vars{"athleteId": c.id, "date": day, "fatigue": 1, "unchangedSince": seen}})
	moved := a.Errors[0].Extensions.Moved
	if moved == nil || moved.AthleteID != c.id || !slices.ContainsFunc(moved.Objects, func(o movedObject) bool { return o.Type == "CheckIn" && o.ID == day }) {
		t.Errorf("moved: %s", a.body)
	}
	if got := c.says(t, c.id, vars{"date": day}); *got.Fatigue != 9 {
		t.Errorf("overwritten: %+v", got)
	}
}

// What is banned goes on over later days of which something else was said already, also of a coach, until one that names it.
func TestABanGoesOnOverDaysThatDoNotNameIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	on := func(day int) string { return (today + training.Date(day)).String() }
	c.says(t, c.id, vars{"date": on(1), "fatigue": 3})
	coach.says(t, c.id, vars{"date": on(2), "fatigue": 4})
	c.says(t, c.id, vars{"date": on(3), "bannedSports": []string{}})
	c.says(t, c.id, vars{"date": on(4), "fatigue": 2})
	holds := func(want ...string) {
		t.Helper()
		var data struct {
			Me struct {
				CheckIns []struct {
					Date                 string
					Banned, BannedSports []string
				}
			}
		}
		c.ask(t, `query($from: Date!, $to: Date!) { me { checkIns(from: $from, to: $to) { date banned bannedSports } } }`, vars{"from": on(0), "to": on(4)}, &data)
		if len(data.Me.CheckIns) != len(want) {
			t.Fatalf("%d check-ins", len(data.Me.CheckIns))
		}
		for i, n := range data.Me.CheckIns {
			if got := strings.Join(append(n.Banned, n.BannedSports...), " "); got != want[len(want)-1-i] {
				t.Errorf("on %s %q is banned, not %q", n.Date, got, want[len(want)-1-i])
			}
		}
	}
	c.says(t, c.id, vars{"date": on(0), "bannedSports": []string{"RUN"}, "banned": []string{"LEGS"}})
	holds("LEGS RUN", "LEGS RUN", "LEGS RUN", "LEGS", "LEGS")
	c.says(t, c.id, vars{"date": on(1), "banned": []string{"LEGS", "CORE"}})
	holds("LEGS RUN", "LEGS CORE RUN", "LEGS CORE RUN", "LEGS CORE", "LEGS CORE")
	c.says(t, c.id, vars{"date": on(0), "bannedSports": nil, "banned": nil})
	holds("", "LEGS CORE", "LEGS CORE", "LEGS CORE", "LEGS CORE")
}

// What a coach has banned is the athlete's too once the athlete says the same, on the later days also: then no coach takes it back there.
func TestABanThatTheAthleteRepeatsIsTheAthletes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	day, next := today.String(), (today + 1).String()
	coach.says(t, c.id, vars{"date": day, "banned": []string{"LEGS"}, "bannedSports": []string{"RUN"}})
	c.says(t, c.id, vars{"date": next, "fatigue": 3})
	c.says(t, c.id, vars{"date": day, "banned": []string{"LEGS"}})
	coach.mayNotSay(t, c.id, "banned", vars{"date": next, "banned": []string{}})
	if got := coach.says(t, c.id, vars{"date": next, "bannedSports": []string{}}); len(got.BannedSports) != 0 || len(got.Banned) != 1 {
		t.Errorf("of what the athlete did not repeat there is left %+v", got)
	}
}

// Who said what is kept for each thing: a coach takes back the own words beside what the athlete said, and nothing of that.
func TestACoachTakesBackTheOwnWords(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	day := today.String()
	c.says(t, c.id, vars{"date": day, "banned": []string{"LEGS"}, "bannedSports": []string{"SWIM"}})
	coach.says(t, c.id, vars{"date": day, "sick": true, "banned": []string{"LEGS", "PUSH"}})
	if got := coach.says(t, c.id, vars{"date": day, "sick": false, "banned": []string{"LEGS"}}); got.Sick || !slices.Equal(got.Banned, []string{"LEGS"}) || len(got.BannedSports) != 1 {
		t.Errorf("after the coach's own words are taken back: %+v", got)
	}
	coach.mayNotSay(t, c.id, "banned", vars{"date": day, "banned": []string{"PUSH"}})
	coach.mayNotSay(t, c.id, "bannedSports", vars{"date": (today + 1).String(), "bannedSports": []string{}})
	c.says(t, c.id, vars{"date": day, "sick": true})
	coach.mayNotSay(t, c.id, "sick", vars{"date": day, "sick": false})
	if got := coach.says(t, c.id, vars{"date": (today + 1).String(), "fatigue": 5}); !got.Sick {
		t.Error("the coach's check-in of the day after ends an illness that the athlete said")
	}
}

// What is stated as data and said in words as well is not over when the data is taken back, in whichever order the two were said; and nobody but the
// athlete takes the data back.
func TestWhatWasSaidInWordsToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	const update = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { profile { conditions } } } }`
	const holds = `{ me { calendar(days: 1) { revision } restrictions { condition clearedAt } } }`
	for name, order := range map[string][2]int{"data first": {0, 1}, "words first": {1, 0}} {
		t.Run(name, func(t *testing.T) {
			c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
			c.grants(t, coach)
			acts := [2]func(){
				func() {
					c.ask(t, update, vars{"input": vars{"conditions": []string{"HURT_KNEE", "HURT_BACK"}}}, new(any))
				},
				func() { c.says(t, c.id, vars{"date": today.String(), "note": "my knee hurts"}) },
			}
			acts[order[0]]()
			acts[order[1]]()
			var data struct {
				Me struct {
					Calendar     struct{ Revision int }
					Restrictions []struct {
						Condition string
						ClearedAt *string
					}
				}
			}
			c.ask(t, holds, nil, &data)
			a := coach.refused(t, "BAD_USER_INPUT", update, vars{"input": vars{"athleteId": c.id, "conditions": []string{"HURT_SHOULDER"}, "revision": data.Me.Calendar.Revision}})
			if !strings.Contains(string(a.body), "only the athlete") {
				t.Errorf("a coach is told %s", a.body)
			}
			c.ask(t, update, vars{"input": vars{"conditions": []string{}, "revision": data.Me.Calendar.Revision}}, new(any))
			data.Me.Restrictions = nil
			c.ask(t, holds, nil, &data)
			if r := data.Me.Restrictions; len(r) != 2 || r[0].Condition != "HURT_KNEE" || r[0].ClearedAt != nil || r[1].ClearedAt == nil {
				t.Errorf("%+v", r)
			}
		})
	}
}

// A list of a check-in replaces what somebody else may have said meanwhile: where it leaves out something that holds, on that day or from one before, its sender
// says what was seen. What is said anew, or more of it, takes nothing away.
func TestNoUnseenRegionIsLeftOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	say := func(who *client, day training.Date, more string) answer {
		return who.answer(t, fmt.Sprintf(`mutation { checkIn(input: {athleteId: %q, date: %q, %s}) { checkIn { date } } }`, c.id, day, more), nil)
	}
	done := func(who *client, day training.Date, more string) {
		t.Helper()
		if a := say(who, day, more); len(a.Errors) > 0 {
			t.Errorf("%s: %s", more, a.body)
		}
	}
	done(c, today, `soreness: [{muscleGroup: LEGS, level: 2}], banned: [LEGS], bannedSports: [RUN]`)
	seen := c.seen(t)
	done(coach, today, `soreness: [{muscleGroup: LEGS, level: 5}, {muscleGroup: CORE, level: 1}], banned: [CORE, LEGS], bannedSports: [RUN, SWIM]`)
	for list, less := range map[string]string{
		"soreness": `soreness: [{muscleGroup: LEGS, level: 2}]`, "banned": `banned: [LEGS]`, "bannedSports": `bannedSports: [RUN]`,
	} {
		for _, replaces := range []string{less, list + ": []", list + ": null"} {
			if a := say(c, today, replaces); !a.faulty("revision", list+" leaves out what stands there") {
				t.Errorf("%s: %s", replaces, a.body)
			}
			if a := say(c, today, fmt.Sprintf("%s, unchangedSince: %d", replaces, seen)); a.code() != "CONFLICT" {
				t.Errorf("%s by an old revision: %s", replaces, a.body)
			}
		}
		if list != "soreness" { // goes on
			if a := say(c, today+1, less); !a.faulty("revision", list+" leaves out what stands there") {
				t.Errorf("%s of the next day: %s", less, a.body)
			}
		}
	}
	done(c, today+1, `soreness: []`)
	done(c, today, fmt.Sprintf(`soreness: [], banned: null, bannedSports: [RUN], revision: %d`, c.seen(t)))
	done(c, today, fmt.Sprintf(`bannedSports: [], unchangedSince: %d`, c.seen(t)))
}
