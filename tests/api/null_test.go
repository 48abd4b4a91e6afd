package api_test

import (
	"testing"

	"fortnight/training"
)

// clearable are the fields of changes that null clears. Null in any other says nothing, and is refused.
var clearable = map[string]bool{
	"updateProfile.birthDate": true, "updateProfile.sex": true, "updateProfile.goal": true, "updateProfile.trainingGoal": true,
	"updateProfile.ftpWatts": true, "updateProfile.rowFtpWatts": true, "updateProfile.thresholdSecondsPerKilometer": true,
	"updateProfile.criticalSwimSecondsPer100Meters": true, "updateProfile.thresholdHeartRate": true, "updateProfile.maxHeartRate": true,
	"updateProfile.restingHeartRate": true, "updateProfile.thresholdsMeasuredOn": true, "updateProfile.bodyMassKilograms": true,
	"updateProfile.heightCentimeters": true, "updateProfile.startingFitness": true, "updateProfile.startingFitnessOn": true,
	"updateProfile.strengthExperienceMonths": true, "updateProfile.weeklyHours": true, "updateProfile.sessionsPerWeek": true,
	"updateProfile.availableEquipment": true, "updateProfile.stations": true, "updateProfile.priority": true,
	"updateProfile.revision": true, "setAvailability.revision": true, "updateProfile.unchangedSince": true, "setAvailability.unchangedSince": true, // an act that is done to whatever is there
}

// Null where nothing can be null is refused by name, and changes nothing; where it clears a value, one that was not there stays not there.
func TestNullIsNotTakenInSilence(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	workout, revisions := c.aRun(t), c.revisions(t)
	schema, refused := loadSchema(t), 0
	for name, of := range map[string]string{"updateProfile": "UpdateProfileInput", "setAvailability": "SetAvailabilityInput", "updateWorkout": "UpdateWorkoutInput"} {
		for _, f := range schema.Types[of].Fields {
			if f.Type.NonNull || f.Name == "athleteId" {
				continue
			}
			input := vars{f.Name: nil}
			if name == "updateWorkout" {
				input["id"], input["revision"] = workout, 1
			}
			a := c.answer(t, `mutation($i: `+of+`!) { `+name+`(input: $i) { __typename } }`, vars{"i": input})
			switch clears := clearable[name+"."+f.Name]; {
			case clears && a.code() != "":
				t.Errorf("%s.%s: %s", name, f.Name, a.body)
			case !clears && (a.code() != "BAD_USER_INPUT" || len(a.Errors[0].Extensions.Fields) != 1 || a.Errors[0].Extensions.Fields[0].Path != f.Name):
				t.Errorf("%s.%s is taken as null: %s", name, f.Name, a.body)
			case !clears:
				refused++
			}
		}
	}
	if refused != 19 {
		t.Errorf("%d fields refuse null", refused)
	}
	if now := c.revisions(t); now != revisions {
		t.Errorf("revisions %v, before %v", now, revisions)
	}
}

// A change of nothing is none: neither the workout nor the calendar has another revision, however much of what is there is sent again.
func TestChangesOfNothingLeaveTheRevision(t *testing.T) {
	raced(t)
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	workout := c.aRun(t)
	c.states(t, vars{"name": "Ada", "ftpWatts": 250, "oneRepMaxes": []vars{{"exerciseId": "back-squat", "kilograms": 100, "measuredOn": "2026-11-01"}}, "availableEquipment": []string{}})
	before := c.revisions(t)
	c.states(t, vars{})
	c.states(t, vars{"name": "Ada", "ftpWatts": 250, "oneRepMaxes": []vars{{"exerciseId": "back-squat", "kilograms": 100, "measuredOn": "2026-11-01"}}, "availableEquipment": []string{}})
	change := func(fields vars) {
		fields["id"], fields["revision"] = workout, 1
		c.ask(t, `mutation($i: UpdateWorkoutInput!) { updateWorkout(input: $i) { workout { revision } } }`, vars{"i": fields}, new(any))
	}
	change(vars{})
	change(vars{"title": "A run", "sport": "RUN", "tags": []string{}})
	if now := c.revisions(t); now != before {
		t.Errorf("revisions %v, before %v", now, before)
	}
	c.states(t, vars{"availableEquipment": nil}) // from nothing to unknown
	change(vars{"title": "Another"})
	if now := c.revisions(t); now != [2]int{before[0] + 1, 2} {
		t.Errorf("after changes revisions %v, before %v", now, before)
	}
}

// aRun adds a workout of one's own and returns its id.
func (c *client) aRun(t testing.TB) string {
	t.Helper()
	var made struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation { createWorkout(input: {title: "A run", sport: RUN, focus: ENDURANCE, blocks: [{name: "Main", sport: RUN,
		steps: [{endurance: {end: {seconds: 600}, target: {threshold: {start: 0.7}}}}]}]}) { workout { id } } }`, nil, &made)
	return made.CreateWorkout.Workout.ID
}

// revisions are those of one's calendar and of one's only workout.
func (c *client) revisions(t testing.TB) [2]int {
	t.Helper()
	var data struct {
		Calendar struct{ Revision int }
		Workouts struct {
			Edges []struct{ Node struct{ Revision int } }
		}
	}
	c.ask(t, `{ calendar { revision } workouts(filter: {mine: true}) { edges { node { revision } } } }`, nil, &data)
	return [2]int{data.Calendar.Revision, data.Workouts.Edges[0].Node.Revision}
}
