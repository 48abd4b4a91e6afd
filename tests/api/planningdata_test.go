package api_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"testing"

	"fortnight/training"
)

// planningFields ask for all that planning needs to know of an athlete beside the thresholds.
const planningFields = `goal heightCentimeters strengthExperienceMonths weeklyHours sessionsPerWeek conditions availableEquipment stations
	trainingGoal { kind event { name } format distanceMeters targetSeconds targetWatts exercise { id } targetKilograms bodyParts sports by hoursPerWeek sessionsPerWeek }
	sportExperienceMonths { sport months } longestSessions { sport seconds meters date } equipmentOnDates { from to equipment note }`

// stated changes a profile and returns what of it planning needs to know.
func (c *client) stated(t testing.TB, input vars) vars {
	t.Helper()
	var data struct {
		UpdateProfile struct{ User struct{ Profile vars } }
	}
	input = maps.Clone(input)
	input["revision"] = c.seen(t)
	c.ask(t, `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { profile { `+planningFields+` } } } }`, vars{"input": input}, &data)
	return data.UpdateProfile.User.Profile
}

// asJSON is a text's values as answers have them.
func asJSON(t testing.TB, text string) vars {
	t.Helper()
	var values vars
	must(t, json.Unmarshal([]byte(text), &values))
	return values
}

const (
	nothingStated = `{"goal": null, "heightCentimeters": null, "strengthExperienceMonths": null, "weeklyHours": null, "sessionsPerWeek": null, "conditions": [],
		"availableEquipment": null, "stations": null, "trainingGoal": null, "sportExperienceMonths": [], "longestSessions": [], "equipmentOnDates": []}`
	allStated = `{"goal": "sub 4", "heightCentimeters": 180.5, "strengthExperienceMonths": 0, "weeklyHours": 6.5, "sessionsPerWeek": 5, "conditions": ["STRESS_FRACTURE", "HEAT"],
		"availableEquipment": ["GYM", "POOL"], "stations": ["SKI_ERG"], "trainingGoal": {"kind": "TIME", "event": null, "format": "RUN_MARATHON", "distanceMeters": 42195.5,
			"targetSeconds": 14400, "targetWatts": null, "exercise": {"id": "deadlift"}, "targetKilograms": 100, "bodyParts": ["LEGS"], "sports": ["RUN"], "by": "2026-11-25",
			"hoursPerWeek": 5.5, "sessionsPerWeek": 4},
		"sportExperienceMonths": [{"sport": "RUN", "months": 30}], "longestSessions": [{"sport": "SWIM", "seconds": null, "meters": 1500, "date": "2026-11-25"}],
		"equipmentOnDates": [{"from": "2026-12-01", "to": "2026-12-04", "equipment": [], "note": "hotel"}]}`
)

// What is stated is read as it was stated, by the athlete and a coach; what is absent stays; null withdraws what may be unknown, and leaves
// lists that may only be empty.
func TestPlanningDataOfAProfile(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	same := func(what string, got vars, want string) {
		t.Helper()
		if !reflect.DeepEqual(got, asJSON(t, want)) {
			t.Errorf("%s: %v\nwant %s", what, got, want)
		}
	}
	same("nothing", c.stated(t, vars{}), nothingStated)
	all := asJSON(t, allStated)
	goal := all["trainingGoal"].(vars)
	delete(goal, "event")
	delete(goal, "exercise")
	goal["exerciseId"] = "deadlift"
	same("all", c.stated(t, all), allStated)
	same("and nothing more", c.stated(t, vars{"level": "ADVANCED"}), allStated)

	c.grants(t, coach)
	var seen struct{ Athlete struct{ Profile vars } }
	coach.ask(t, `query($id: ID!) { athlete(id: $id) { profile { `+planningFields+` } } }`, vars{"id": c.id}, &seen)
	same("by a coach", seen.Athlete.Profile, allStated)
	if stranger := w.user(t, training.RoleCoach).answer(t, `query($id: ID!) { athlete(id: $id) { profile { conditions } } }`, vars{"id": c.id}); stranger.code() != "NOT_FOUND" {
		t.Errorf("a stranger: %s", stranger.body)
	}

	none := c.stated(t, vars{"availableEquipment": []any{}, "stations": []any{}})
	if !reflect.DeepEqual(none["availableEquipment"], []any{}) || !reflect.DeepEqual(none["stations"], []any{}) {
		t.Errorf("none: %v and %v", none["availableEquipment"], none["stations"])
	}
	withdrawn := vars{}
	for name, value := range asJSON(t, nothingStated) {
		if _, list := value.([]any); !list { // null says nothing of what is a list
			withdrawn[name] = nil
		}
	}
	got := c.stated(t, withdrawn)
	for name, value := range asJSON(t, nothingStated) {
		if _, list := value.([]any); list {
			value = all[name]
		}
		if !reflect.DeepEqual(got[name], value) {
			t.Errorf("%s: null makes it %v, want %v", name, got[name], value)
		}
	}
	same("emptied", c.stated(t, vars{"conditions": []any{}, "sportExperienceMonths": []any{}, "longestSessions": []any{}, "equipmentOnDates": []any{}}), nothingStated)
}

// What is not said of an event that there is stays as it is, null takes back what may be unknown, and whose it is need not be said. A new one is told what it needs.
func TestAnEventKeepsWhatIsNotSaidOfIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	type event struct {
		ID, Name, Date, Sport, Priority           string
		Format                                    *string
		ExpectedTSS, DistanceMeters, AscentMeters *float64
		ExpectedSeconds                           *int
	}
	const save = `mutation($input: SaveEventInput!) { saveEvent(input: $input) { event {
		id name date sport priority format expectedTss distanceMeters ascentMeters expectedSeconds } calendar(days: 1) { athlete { id } } } }`
	saved := func(who *client, input vars) event {
		t.Helper()
		var data struct {
			SaveEvent struct {
				Event    event
				Calendar struct{ Athlete struct{ ID string } }
			}
		}
		if who.ask(t, save, vars{"input": input}, &data); data.SaveEvent.Calendar.Athlete.ID != c.id {
			t.Errorf("%v is of %s", input, data.SaveEvent.Calendar.Athlete.ID)
		}
		return data.SaveEvent.Event
	}
	was := saved(c, vars{"name": "City 10 km", "date": "2027-03-01", "sport": "RUN", "priority": "A", "format": "RUN_10K", "expectedTss": 80, "distanceMeters": 10000,
		"ascentMeters": 120, "expectedSeconds": 3000})
	want := was
	want.Name = "Town 10 km"
	if is := saved(coach, vars{"id": was.ID, "name": "Town 10 km"}); !reflect.DeepEqual(is, want) {
		t.Errorf("renamed: %+v", is)
	}
	want.ExpectedTSS, want.Format = nil, nil
	if is := saved(coach, vars{"athleteId": c.id, "id": was.ID, "expectedTss": nil, "format": nil}); !reflect.DeepEqual(is, want) {
		t.Errorf("taken back: %+v", is)
	}
	for path, input := range map[string]vars{
		"name": {"date": "2027-03-01", "sport": "RUN", "priority": "A"}, "date": {"name": "x", "sport": "RUN", "priority": "A"},
		"sport": {"name": "x", "date": "2027-03-01", "priority": "A"}, "priority": {"id": was.ID, "priority": nil}, "format": {"id": was.ID, "format": "SWIM_POOL"},
	} {
		if a := c.answer(t, save, vars{"input": input}); a.code() != "BAD_USER_INPUT" || !a.namesField(bad{path: path}) {
			t.Errorf("%v: %s", input, a.body)
		}
	}
	coach.refused(t, "NOT_FOUND", save, vars{"input": vars{"athleteId": coach.id, "id": was.ID, "name": "mine"}})
	if a := coach.answer(t, save, vars{"input": vars{"name": "x", "date": "2027-03-01", "sport": "RUN", "priority": "A"}}); !a.namesField(bad{path: "athleteId"}) {
		t.Errorf("whose a new one is: %s", a.body)
	}
	twice := vars{"id": was.ID, "ascentMeters": 200, "idempotencyKey": "k"}
	saved(coach, twice)
	saved(c, vars{"id": was.ID, "ascentMeters": 300})
	if is := saved(coach, twice); *is.AscentMeters != 300 {
		t.Errorf("sent again it is done again: %+v", is)
	}
	coach.refused(t, "CONFLICT", save, vars{"input": vars{"id": was.ID, "ascentMeters": nil, "idempotencyKey": "k"}})
}

// A goal for an event is for one of the athlete's, tells what the event does not, and goes with it.
func TestAGoalIsForAnEvent(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, other := w.user(t, training.RoleAthlete), w.user(t, training.RoleAthlete)
	const save = `mutation { saveEvent(input: {name: "City marathon", date: "2027-03-01", sport: RUN, priority: A, format: RUN_MARATHON, expectedSeconds: 15000,
		ascentMeters: 120}) { event { id format expectedSeconds ascentMeters } } }`
	var saved, theirs struct {
		SaveEvent struct {
			Event struct {
				ID              string
				Format          string
				ExpectedSeconds int
				AscentMeters    float64
			}
		}
	}
	c.ask(t, save, nil, &saved)
	other.ask(t, save, nil, &theirs)
	event := saved.SaveEvent.Event
	if event.Format != "RUN_MARATHON" || event.ExpectedSeconds != 15_000 || event.AscentMeters != 120 {
		t.Errorf("%+v", event)
	}
	const update = `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`
	for field, goal := range map[string]vars{
		"trainingGoal.eventId": {"kind": "RACE", "eventId": theirs.SaveEvent.Event.ID},
		"trainingGoal.format":  {"kind": "RACE", "eventId": event.ID, "format": "RUN_HALF"},
		"trainingGoal.by":      {"kind": "RACE", "eventId": event.ID, "by": "2027-03-01"},
	} {
		if a := c.answer(t, update, vars{"input": vars{"trainingGoal": goal}}); a.code() != "BAD_USER_INPUT" || !a.namesField(bad{path: field}) {
			t.Errorf("%v: %s", goal, a.body)
		}
	}
	goal := c.stated(t, vars{"trainingGoal": vars{"kind": "RACE", "eventId": event.ID, "targetSeconds": 14_400}, "weeklyHours": 6})["trainingGoal"].(vars)
	if !reflect.DeepEqual(goal["event"], vars{"name": "City marathon"}) || goal["format"] != nil || goal["targetSeconds"] != 14_400.0 {
		t.Errorf("%v", goal)
	}
	c.ask(t, `mutation($id: ID!) { removeEvent(input: {id: $id}) { event { format } } }`, vars{"id": event.ID}, new(any))
	if after := c.stated(t, vars{"level": "ADVANCED"}); after["trainingGoal"] != nil || after["weeklyHours"] != 6.0 {
		t.Errorf("without the event: %v", after)
	}
}

// A goal whose day is over stays, and does not keep the athlete from changing something else; to state it anew is refused.
func TestAGoalMayBeOver(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	c.stated(t, vars{"trainingGoal": vars{"kind": "HEALTH", "by": today.String()}})
	_, err := w.raw.Exec(t.Context(), `UPDATE users SET training_goal = jsonb_set(training_goal, '{by}', '"2026-11-24"') WHERE id = $1`, c.id)
	must(t, err)
	if after := c.stated(t, vars{"weeklyHours": 7})["trainingGoal"]; after == nil || after.(vars)["by"] != "2026-11-24" {
		t.Errorf("%v", after)
	}
	a := c.answer(t, `mutation($goal: TrainingGoalInput!) { updateProfile(input: {trainingGoal: $goal}) { user { id } } }`, vars{"goal": vars{"kind": "HEALTH", "by": "2026-11-24"}})
	if a.code() != "BAD_USER_INPUT" || !a.namesField(bad{path: "trainingGoal.by"}) {
		t.Error(a.body)
	}
}

// How much of a session was done is kept with what was recorded by hand, also where an activity fulfils it.
func TestCompletedShare(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	session := c.lockedSession(t, c.libraryWorkout(t, vars{"sports": []string{"RIDE"}, "minSeconds": 3300, "maxSeconds": 3900}), today, "06:40")
	share := func() (result, recorded any) {
		t.Helper()
		var data struct {
			Session struct{ Result, Recorded vars }
		}
		c.ask(t, `query($id: ID!) { session(id: $id) { result { completedShare } recorded { completedShare } } }`, vars{"id": session}, &data)
		return data.Session.Result["completedShare"], data.Session.Recorded["completedShare"]
	}
	c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 3600, tss: 40}) { session { id } } }`, vars{"id": session}, new(any))
	if result, _ := share(); result != nil {
		t.Errorf("nobody said it, and it is %v", result)
	}
	c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 3600, tss: 40, completedShare: 0.85}) { session { id } } }`, vars{"id": session}, new(any))
	if result, _ := share(); result != 0.85 {
		t.Errorf("by hand: %v", result)
	}
	c.logged(t, vars{"externalId": "garmin:1"})
	if result, recorded := share(); result != 0.85 || recorded != 0.85 {
		t.Errorf("with an activity: %v and %v", result, recorded)
	}
}
