package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/training"
)

// good are inputs that each mutation takes, by name; a test of bad ones changes one value of it. SESSION and SHARED stand for ids.
var good = map[string]string{
	"signUp":         `{"email": "new@example.com", "password": "eleven-herons", "name": "New", "timeZone": "UTC"}`,
	"changePassword": `{"currentPassword": "PASSWORD", "newPassword": "eleven-herons"}`,
	"updateProfile": `{"name": "Jo", "birthDate": "1990-01-01", "timeZone": "UTC", "goal": "", "ftpWatts": 200, "rowFtpWatts": 200,
		"thresholdSecondsPerKilometer": 300, "criticalSwimSecondsPer100Meters": 100, "thresholdHeartRate": 170, "maxHeartRate": 190,
		"restingHeartRate": 50, "thresholdsMeasuredOn": "2026-11-01", "bodyMassKilograms": 70, "startingFitness": 40, "startingFitnessOn": "2026-11-01",
		"loadSteps": [{"equipment": "DUMBBELLS", "kilograms": 2}],
		"trainingGoal": {"kind": "TIME", "format": "RUN_MARATHON", "distanceMeters": 42195, "targetSeconds": 14400, "targetWatts": 250, "exerciseId": "deadlift",
			"targetKilograms": 100, "bodyParts": ["LEGS"], "sports": ["RUN"], "by": "2027-03-01", "hoursPerWeek": 5, "sessionsPerWeek": 4},
		"heightCentimeters": 180, "strengthExperienceMonths": 12, "weeklyHours": 6, "sessionsPerWeek": 5,
		"sportExperienceMonths": [{"sport": "RUN", "months": 30}], "conditions": ["HURT_KNEE"], "availableEquipment": ["GYM", "BIKE"], "stations": ["WALL_BALLS"],
		"longestSessions": [{"sport": "RUN", "seconds": 4300, "meters": 12000, "date": "2026-11-01"}],
		"equipmentOnDates": [{"from": "2026-12-01", "to": "2026-12-04", "equipment": ["TREADMILL"], "note": "hotel"}],
		"oneRepMaxes": [{"exerciseId": "deadlift", "kilograms": 100, "measuredOn": "2026-11-01"}]}`,
	"setAvailability": `{"availability": [{"weekday": "MONDAY", "from": "06:00", "to": "07:00", "sports": []}],
		"dateAvailability": [{"date": "2026-12-01", "windows": [{"from": "06:00", "to": "07:00", "sports": []}], "note": "away"}]}`,
	"addWindow":        `{"weekday": "MONDAY", "from": "23:10", "to": "23:20", "sports": []}`,
	"setDateWindows":   `{"date": "2027-02-01", "windows": [{"from": "06:00", "to": "07:00", "sports": []}], "note": "away"}`,
	"scheduleSessions": `{"sessions": [{"date": "2026-12-03", "start": "05:00", "workoutId": "SHARED"}], "idempotencyKey": "k2"}`,
	"removeSessions":   `{"sessionIds": ["SESSION"]}`,
	"changeCalendar": `{"moves": [{"sessionId": "SESSION", "date": "2026-12-08", "start": "07:00"}], "replacements": [], "removals": [],
		"additions": [{"date": "2026-12-03", "start": "05:00", "workoutId": "SHARED"}], "idempotencyKey": "IDEMPOTENT"}`,
	"completeSessions": `{"sessions": [{"sessionId": "SESSION", "durationSeconds": 1800, "tss": 20, "rpe": 3, "comment": "fine", "completedShare": 1}]}`,
	"saveEvent": `{"name": "Race", "date": "2027-03-01", "sport": "RUN", "priority": "B", "expectedTss": 100, "distanceMeters": 10000,
		"format": "RUN_10K", "expectedSeconds": 3000, "ascentMeters": 50, "idempotencyKey": "k3"}`,
	"checkIn": `{"date": "2026-11-25", "fatigue": 3, "sleepSeconds": 28000, "hrvRmssd": 60, "note": "fine",
		"soreness": [{"muscleGroup": "LEGS", "level": 2}], "banned": [], "bannedSports": []}`,
	"logActivities": `{"activities": [{"externalId": "x1", "date": "2026-11-24", "start": "07:00", "sport": "RIDE", "durationSeconds": 3600,
		"distanceMeters": 30000, "tss": 50, "intensityFactor": 0.7, "averageHeartRate": 140, "rpe": 4, "highIntensitySeconds": 60, "hardLegSets": 0,
		"match": false}], "idempotencyKey": "k4"}`,
	"overrideRule": `{"ruleId": "INT-4", "limit": 0.8}`,
	"createWorkout": `{"idempotencyKey": "k5", "title": "Mine", "description": "", "sport": "RUN", "focus": "ENDURANCE", "tags": ["a"],
		"blocks": [{"name": "Main", "sport": "RUN", "repeats": 1, "steps": [
			{"endurance": {"label": "on", "notes": "", "intent": "WORK", "end": {"seconds": 600}, "target": {"threshold": {"start": 0.7, "end": 0.8}},
				"secondTarget": {"zone": {"system": "HEART_RATE_7", "number": 2}}, "cadence": {"low": 90}, "cues": [{"offsetSeconds": 0, "text": "go"}]}},
			{"strength": {"label": "lift", "notes": "", "exerciseId": "deadlift", "alternatives": ["back-squat"], "tempo": {"lowering": 3, "lifting": 1},
				"sets": [{"count": 3, "amount": {"reps": {"low": 5}}, "load": {"fractionOfOneRepMax": 0.8, "repsInReserve": 2}, "restSeconds": 60}]}},
			{"rest": {"label": "off", "notes": "", "durationSeconds": 60}},
			{"repeat": {"label": "set", "notes": "", "repeats": 2, "steps": [{"endurance": {"end": {"meters": 400}, "target": {"threshold": {"start": 1}}}}]}}]}]}`,
	"scheduleSession": `{"date": "2026-12-03", "start": "07:00", "workoutId": "SHARED", "idempotencyKey": "k6"}`,
	"moveSession":     `{"sessionId": "SESSION", "date": "2026-11-25", "start": "07:00"}`,
	"replaceSession":  `{"sessionId": "SESSION", "workoutId": "SHARED"}`,
	"swapSessions":    `{"sessionIds": ["SESSION", "SESSION"], "idempotencyKey": "k7"}`,
	"applyRepair":     `{"token": "e30"}`,
	"lockDay":         `{"date": "2026-12-09"}`,
	"unlockDay":       `{"date": "2026-12-09"}`,
	"generatePlan": `{"from": "2026-11-26", "days": 14, "wish": "", "targetFitness": 30, "seed": 1, "idempotencyKey": "k1",
		"wishes": [{"kind": "PREFER", "strength": "MUST", "sport": "RUN", "minutes": 60, "meters": 10000, "from": "07:00", "to": "09:00", "dates": ["2026-11-27"], "each": true},
			{"kind": "LIMIT", "bound": "AT_MOST", "count": 2, "per": "WEEK", "sport": "STRENGTH"}, {"kind": "EQUIPMENT", "equipment": ["DUMBBELLS"]},
			{"kind": "MOVE", "sport": "SWIM", "dates": ["2026-11-28"], "away": ["2026-11-29"]}, {"kind": "UNAVAILABLE", "from": "06:00", "to": "08:00"}],
		"goal": {"kind": "TIME", "format": "RUN_MARATHON", "distanceMeters": 42195, "targetSeconds": 14400, "targetWatts": 250, "exerciseId": "deadlift",
			"targetKilograms": 100, "bodyParts": ["LEGS"], "sports": ["RUN"], "by": "2027-03-01", "hoursPerWeek": 5, "sessionsPerWeek": 4}}`,
	"exportMyData":       `{}`,
	"createApiToken":     `{"name": "a watch", "scopes": ["WRITE"], "days": 30, "password": "PASSWORD"}`,
	"applyPlan":          `{"runId": "PLAN", "candidate": 1}`,
	"inviteCoach":        `{"email": "COACH"}`,
	"withdrawInvitation": `{"email": "COACH"}`,
	"clearRestriction":   `{"restrictionId": "SESSION", "statement": "no pain for two weeks"}`,
	"stateCondition":     `{"condition": "POSTPARTUM", "since": "2026-10-03", "words": "a girl"}`,
	"updateWorkout":      `{"id": "WORKOUT", "revision": 1}`, // and what createWorkout takes
	"completeSession":    `{"sessionId": "SESSION", "durationSeconds": 3600, "tss": 40, "rpe": 4, "comment": "fine", "completedShare": 0.9}`,
	"skipSession":        `{"sessionId": "SESSION", "reason": "rain"}`,
	"noteSession":        `{"sessionId": "SESSION", "note": "easy, with Jo"}`,
}

// bad is one bad value at a path of a good input, and the path that the error must name where that is another.
type bad struct {
	path  string
	value any
	names string
}

func text(length int) string { return strings.Repeat("a", length) }

// many is a list of so many of a value.
func many(count int, value any) []any { return slices.Repeat([]any{value}, count) }

var anyWindow = vars{"from": "08:00", "to": "09:00"}

var tooManyDates = func() []any {
	dates := make([]any, 121)
	for i := range dates {
		dates[i] = vars{"date": (today.AddDays(i)).String(), "windows": []any{}}
	}
	return dates
}()

var badWorkout = []bad{
	{path: "title", value: ""}, {path: "title", value: text(121)}, {path: "title", value: "a\x00b"}, {path: "description", value: text(4001)},
	{path: "tags", value: many(13, "a")}, {path: "tags.0", value: text(41), names: "tags[0]"},
	{path: "blocks", value: []any{}},
	{path: "blocks", value: many(21, vars{"name": "Main", "sport": "RUN", "steps": many(1, vars{"rest": vars{"durationSeconds": 9}})})},
	{path: "blocks.0.name", value: ""}, {path: "blocks.0.repeats", value: 51}, {path: "blocks.0.steps", value: []any{}},
	{path: "blocks.0.steps", value: many(201, vars{"rest": vars{"durationSeconds": 9}})},
	{path: "blocks.0.pool", value: vars{"length": 25}}, {path: "blocks.0.pool", value: vars{"length": 9}, names: "blocks[0].pool.length"},

	{path: "blocks.0.steps.0.endurance.label", value: text(81)}, {path: "blocks.0.steps.0.endurance.notes", value: text(501)},
	{path: "blocks.0.steps.0.endurance.end.seconds", value: 0}, {path: "blocks.0.steps.0.endurance.end.seconds", value: 86_401},
	{path: "blocks.0.steps.0.endurance.end", value: vars{"heartRate": vars{"value": 251, "expectedSeconds": 9}}, names: "blocks[0].steps[0].endurance.end.heartRate.value"},
	{path: "blocks.0.steps.0.endurance.end", value: vars{"work": vars{"value": 9, "expectedSeconds": 0}}, names: "blocks[0].steps[0].endurance.end.work.expectedSeconds"},
	{path: "blocks.0.steps.3.repeat.steps.0.endurance.end.meters", value: 1_000_001},
	{path: "blocks.0.steps.0.endurance.target.threshold.start", value: -0.01}, {path: "blocks.0.steps.0.endurance.target.threshold.end", value: 2.51},
	{path: "blocks.0.steps.0.endurance.target", value: vars{"watts": vars{"start": 200}}, names: "blocks[0].steps[0].endurance.target.watts"},
	{path: "blocks.0.steps.0.endurance.secondTarget.zone.number", value: 8},
	{path: "blocks.0.steps.0.endurance.cadence.low", value: 251}, {path: "blocks.0.steps.0.endurance.stroke", value: "FREESTYLE", names: "blocks[0].steps[0].endurance"},
	{path: "blocks.0.steps.0.endurance.equipment", value: many(7, "FINS")},
	{path: "blocks.0.steps.0.endurance.cues.0.text", value: ""}, {path: "blocks.0.steps.0.endurance.cues", value: many(21, vars{"offsetSeconds": 1, "text": "a"})},

	{path: "blocks.0.steps.1.strength.label", value: text(81)}, {path: "blocks.0.steps.1.strength.notes", value: text(501)},
	{path: "blocks.0.steps.1.strength.exerciseId", value: "levitation"}, {path: "blocks.0.steps.1.strength.alternatives.0", value: "levitation"},
	{path: "blocks.0.steps.1.strength.tempo.lowering", value: 21}, {path: "blocks.0.steps.1.strength.sets", value: []any{}},
	{path: "blocks.0.steps.1.strength.sets.0.count", value: 21}, {path: "blocks.0.steps.1.strength.sets.0.amount.reps.low", value: 101},
	{path: "blocks.0.steps.1.strength.sets.0.load.fractionOfOneRepMax", value: 1.11},
	{path: "blocks.0.steps.1.strength.sets.0.load.repsInReserve", value: -1}, {path: "blocks.0.steps.1.strength.sets.0.load.kilograms", value: 601},
	{path: "blocks.0.steps.1.strength.sets.0.restSeconds", value: 1801},

	{path: "blocks.0.steps.2.rest.label", value: text(81)}, {path: "blocks.0.steps.2.rest.notes", value: text(501)},
	{path: "blocks.0.steps.2.rest.durationSeconds", value: 7201},
	{path: "blocks.0.steps.3.repeat.label", value: text(81)}, {path: "blocks.0.steps.3.repeat.notes", value: text(501)},
	{path: "blocks.0.steps.3.repeat.repeats", value: 1001}, {path: "blocks.0.steps.3.repeat.steps", value: []any{}},
	{path: "blocks.0.steps.3.repeat.everySeconds", value: 60}, {path: "blocks.0.steps.3.repeat.style", value: "EMOM", names: "blocks[0].steps[3].repeat.everySeconds"},
	{path: "blocks.0.steps.3.repeat.skipLastRecovery", value: true}, {path: "blocks.0.steps.3.repeat.capSeconds", value: 60},
}

// badAt is a bad value at a place of the first block's steps, and the field that the error must name.
func badAt(at string, value any, names string) bad {
	path := "blocks.0.steps." + at
	return bad{path: path, value: value, names: indices.ReplaceAllString(path, "[$1]") + names}
}

// badSteps are bad values of what ends a step, of how hard it is, and of how heavy its sets are: each in place of a good one.
func badSteps() []bad {
	var all []bad
	instead := func(at, field string, value any, names string) {
		all = append(all, badAt(at, vars{field: value}, "."+names))
	}
	for field, most := range map[string]any{
		"threshold": 2.6, "heartRate": 251, "maxHeartRate": 1.3, "thresholdHeartRate": 1.3, "rpe": 11, "open": 11, "secondsPerKilometer": 3601,
	} {
		instead("0.endurance.target", field, vars{"start": most}, field+".start")
		instead("0.endurance.secondTarget", field, vars{"start": 1, "end": most, "shape": "RAMP"}, field+".end")
	}
	for _, field := range []string{"watts", "secondsPer100Meters", "secondsPer500Meters"} { // none of a RUN
		instead("0.endurance.target", field, vars{"start": 200}, field)
	}
	for field, most := range map[string]int{"repetitions": 10_001, "heartRate": 251, "power": 3001, "work": 10_001, "calories": 10_001} {
		instead("0.endurance.end", field, vars{"value": most, "expectedSeconds": 9}, field+".value")
		instead("0.endurance.end", field, vars{"value": 60, "expectedSeconds": 0}, field+".expectedSeconds")
	}
	for _, target := range []string{"target", "secondTarget"} {
		zone := vars{"system": "MAX_HEART_RATE_5", "number": 5, "through": 6}
		instead("0.endurance."+target, "zone", zone, "zone.through")
	}
	instead("0.endurance.end", "lapSeconds", 0, "lapSeconds")
	instead("0.endurance.end", "yards", 1_093_614, "yards")
	instead("0.endurance.end", "yards", 1, "yards")
	instead("0.endurance.end", "meters", 0, "meters")
	for field, most := range map[string]int{"reps": 101, "amrap": 101, "seconds": 601} {
		instead("1.strength.sets.0.amount", field, vars{"low": 1, "high": most}, field+".high")
	}
	instead("1.strength.sets.0.amount", "meters", 2001, "meters")
	instead("1.strength.sets.0.load", "rpe", 0, "rpe")
	instead("1.strength.sets.0.load", "bodyweightKilograms", -151, "bodyweightKilograms")
	for _, offset := range []string{"offsetSeconds", "offsetMeters"} {
		all = append(all, badAt("0.endurance.cues", []any{vars{offset: -1, "text": "a"}}, "[0]."+offset))
	}
	for _, part := range []string{"lowering", "pauseBelow", "lifting", "pauseAbove"} {
		tempo := vars{"lowering": 1, "lifting": 1}
		tempo[part] = 21
		all = append(all, badAt("1.strength.tempo", tempo, "."+part))
	}
	return all
}

var badInputs = map[string][]bad{
	"signUp": {
		{path: "email", value: "nobody"}, {path: "email", value: text(250) + "@a.de"}, {path: "email", value: "a@example.com\r\nBcc: b@example.com"},
		{path: "password", value: "seven77"}, {path: "password", value: text(129)}, {path: "password", value: "password123"},
		{path: "name", value: ""}, {path: "name", value: text(101)}, {path: "timeZone", value: "Mars/Olympus"}, {path: "timeZone", value: ""},
	},
	"changePassword": {{path: "newPassword", value: "seven77"}, {path: "newPassword", value: "password123"}},
	"updateProfile": {
		{path: "loadSteps", value: many(21, vars{"equipment": "BARBELL", "kilograms": 2.5})}, {path: "loadSteps.0.kilograms", value: 21},
		{path: "loadSteps.0.equipment", value: "BENCH"},
		{path: "name", value: ""}, {path: "name", value: text(200_000)}, {path: "birthDate", value: "2026-11-26"}, {path: "birthDate", value: "1901-01-01"},
		{path: "timeZone", value: "Local"}, {path: "goal", value: text(501)}, {path: "ftpWatts", value: 39}, {path: "ftpWatts", value: 601},
		{path: "rowFtpWatts", value: 601}, {path: "thresholdSecondsPerKilometer", value: 139}, {path: "criticalSwimSecondsPer100Meters", value: 301},
		{path: "thresholdHeartRate", value: 79}, {path: "maxHeartRate", value: 231}, {path: "restingHeartRate", value: 24},
		{path: "restingHeartRate", value: 111}, {path: "restingHeartRate", value: 180}, {path: "thresholdsMeasuredOn", value: "2026-11-26"},
		{path: "bodyMassKilograms", value: 300.1}, {path: "startingFitness", value: -0.1},
		{path: "startingFitnessOn", value: "2026-11-26"}, {path: "startingFitnessOn", value: "2016-01-01"},
		{path: "oneRepMaxes", value: many(101, vars{"exerciseId": "deadlift", "kilograms": 100, "measuredOn": "2026-11-01"})},
		{path: "oneRepMaxes.0.kilograms", value: 600.1}, {path: "oneRepMaxes.0.measuredOn", value: "2026-11-26"},
		{path: "oneRepMaxes.0.exerciseId", value: "levitation"},

		{path: "trainingGoal.kind", value: "HEALTH", names: "trainingGoal.targetSeconds"}, {path: "trainingGoal.kind", value: "HEALTH", names: "trainingGoal.targetWatts"},
		{path: "trainingGoal", value: vars{"kind": "RACE"}, names: "trainingGoal.kind"}, {path: "trainingGoal", value: vars{"kind": "TEST"}, names: "trainingGoal.kind"},
		{path: "trainingGoal", value: vars{"kind": "ADD_SPORT"}, names: "trainingGoal.kind"},
		{path: "trainingGoal", value: vars{"kind": "TIME", "format": "RUN_5K"}, names: "trainingGoal.kind"},
		{path: "trainingGoal.eventId", value: "nothing"}, {path: "trainingGoal.eventId", value: ""}, {path: "trainingGoal.eventId", value: "x", names: "trainingGoal.format"},
		{path: "trainingGoal.distanceMeters", value: 0.9}, {path: "trainingGoal.targetSeconds", value: 604_801}, {path: "trainingGoal.targetWatts", value: 2501},
		{path: "trainingGoal.exerciseId", value: "levitation"}, {path: "trainingGoal.exerciseId", value: ""}, {path: "trainingGoal.targetKilograms", value: 601},
		{path: "trainingGoal.bodyParts", value: []any{}}, {path: "trainingGoal.bodyParts", value: many(2, "LEGS"), names: "trainingGoal.bodyParts[1]"},
		{path: "trainingGoal.sports", value: []any{}}, {path: "trainingGoal.sports", value: many(len(training.Sports)+1, "RUN")},
		{path: "trainingGoal.by", value: "2026-11-24"}, {path: "trainingGoal.by", value: "2028-12-01"}, {path: "trainingGoal.hoursPerWeek", value: 61},
		{path: "trainingGoal.sessionsPerWeek", value: 29},
		{path: "heightCentimeters", value: 251}, {path: "strengthExperienceMonths", value: 961}, {path: "weeklyHours", value: 0}, {path: "sessionsPerWeek", value: 0},
		{path: "sportExperienceMonths", value: many(2, vars{"sport": "RUN", "months": 1}), names: "sportExperienceMonths[1].sport"},
		{path: "sportExperienceMonths", value: many(len(training.Sports)+1, vars{"sport": "RUN", "months": 1})},
		{path: "sportExperienceMonths.0.months", value: 961}, {path: "sportExperienceMonths.0.sport", value: "STRENGTH"},
		{path: "longestSessions", value: many(2, vars{"sport": "RUN", "seconds": 60, "date": "2026-11-01"}), names: "longestSessions[1].sport"},
		{path: "longestSessions.0", value: vars{"sport": "RUN", "date": "2026-11-01"}}, {path: "longestSessions.0.seconds", value: 59},
		{path: "longestSessions.0.meters", value: 2_000_001}, {path: "longestSessions.0.date", value: "2026-11-26"},
		{path: "conditions", value: many(2, "HURT_KNEE"), names: "conditions[1]"}, {path: "conditions", value: many(len(training.Conditions)+1, "HEAT")},
		{path: "availableEquipment", value: many(2, "BIKE"), names: "availableEquipment[1]"}, {path: "availableEquipment.0", value: "NONE"},
		{path: "availableEquipment", value: many(len(training.Equipments)+1, "BIKE")}, {path: "stations", value: many(2, "ROWING"), names: "stations[1]"},
		{path: "stations", value: many(9, "ROWING")},
		{path: "equipmentOnDates", value: many(41, vars{"from": "2026-12-01", "to": "2026-12-01", "equipment": []any{}})},
		{path: "equipmentOnDates", value: many(2, vars{"from": "2026-12-01", "to": "2026-12-01", "equipment": []any{}}), names: "equipmentOnDates[1]"},
		{path: "equipmentOnDates.0.from", value: "2026-12-05", names: "equipmentOnDates[0].to"}, {path: "equipmentOnDates.0.to", value: "2027-12-02"},
		{path: "equipmentOnDates.0.equipment.0", value: "NONE", names: "equipmentOnDates[0].equipment[0]"}, {path: "equipmentOnDates.0.note", value: text(501)},
	},
	"setAvailability": {
		{path: "availability", value: many(43, vars{"weekday": "MONDAY", "from": "06:00", "to": "07:00"})},
		{path: "availability", value: many(2, vars{"weekday": "MONDAY", "from": "06:00", "to": "07:00"}), names: "availability[1]"},
		{path: "availability.0.from", value: "07:00", names: "availability[0]"}, {path: "availability.0.to", value: "06:00", names: "availability[0]"},
		{path: "availability.0.sports", value: many(len(training.Sports)+1, "RUN")},
		{path: "dateAvailability", value: tooManyDates},
		{path: "dateAvailability", value: many(2, vars{"date": "2026-12-01", "windows": []any{}}), names: "dateAvailability[1].date"},
		{path: "dateAvailability.0.windows", value: many(7, anyWindow)}, {path: "dateAvailability.0.windows", value: many(2, anyWindow)},
		{path: "dateAvailability.0.windows.0.from", value: "07:00", names: "dateAvailability[0].windows[0]"},
		{path: "dateAvailability.0.windows.0.to", value: "06:00", names: "dateAvailability[0].windows[0]"},
		{path: "dateAvailability.0.windows.0.sports", value: many(len(training.Sports)+1, "RUN")}, {path: "dateAvailability.0.note", value: text(501)},
	},
	"saveEvent": {
		{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)},
		{path: "name", value: ""}, {path: "name", value: text(121)}, {path: "date", value: "2029-01-01"}, {path: "expectedTss", value: 2000.1},
		{path: "distanceMeters", value: -1}, {path: "format", value: "RIDE_TT"}, {path: "expectedSeconds", value: 0}, {path: "ascentMeters", value: 30_001},
	},
	"checkIn": {
		{path: "date", value: "2026-12-24"}, {path: "fatigue", value: 11}, {path: "sleepSeconds", value: 86_401}, {path: "hrvRmssd", value: 0.9},
		{path: "soreness", value: many(5, vars{"muscleGroup": "LEGS", "level": 1})}, {path: "soreness.0.level", value: -1},
		{path: "soreness", value: many(2, vars{"muscleGroup": "LEGS", "level": 1}), names: "soreness[1].muscleGroup"},
		{path: "note", value: text(501)}, {path: "banned", value: many(5, "LEGS")}, {path: "bannedSports", value: many(len(training.Sports)+1, "RUN")},
	},
	"logActivities": {
		{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)},
		{path: "activities.0.lifts", value: many(31, vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5}}}), names: "activities[0].lifts"},
		{path: "activities.0.lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{}}}, names: "activities[0].lifts[0].sets"},
		{path: "activities.0.lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"count": 21, "repetitions": 5}}}}, names: "activities[0].lifts[0].sets[0].count"},
		{path: "activities.0.lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 101}}}}, names: "activities[0].lifts[0].sets[0].repetitions"},
		{path: "activities.0.lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5, "kilograms": 601}}}}, names: "activities[0].lifts[0].sets[0].kilograms"},
		{path: "activities.0.lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5, "repsInReserve": 11}}}}, names: "activities[0].lifts[0].sets[0].repsInReserve"},
		{path: "activities.0.note", value: text(501)}, {path: "activities.0.note", value: ""},
		{path: "activities", value: []any{}},
		{path: "activities", value: many(501, vars{"date": "2026-11-24", "sport": "RUN", "durationSeconds": 60, "tss": 1})},
		{path: "activities", value: many(2, vars{"externalId": "x", "date": "2026-11-24", "sport": "RUN", "durationSeconds": 60, "tss": 1}),
			names: "activities[1].externalId"},
		{path: "activities.0.externalId", value: ""}, {path: "activities.0.date", value: "2026-11-26"}, {path: "activities.0.durationSeconds", value: 59},
		{path: "activities.0.distanceMeters", value: 2_000_001}, {path: "activities.0.tss", value: 2000.1}, {path: "activities.0.tss", value: 700},
		{path: "activities.0.intensityFactor", value: 0.1}, {path: "activities.0.averageHeartRate", value: 29}, {path: "activities.0.rpe", value: 0},
		{path: "activities.0.highIntensitySeconds", value: 3601}, {path: "activities.0.hardLegSets", value: 101},
		{path: "activities.0.sessionId", value: "nothing"},
	},
	"overrideRule":    {{path: "limit", value: 1.01}, {path: "limit", value: 1e308}, {path: "ruleId", value: "AVL-1"}, {path: "ruleId", value: "NO-1"}},
	"createWorkout":   slices.Concat([]bad{{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)}}, badWorkout, badSteps()),
	"updateWorkout":   slices.Concat(badWorkout, badSteps()),
	"scheduleSession": {{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)}, {path: "date", value: "2028-01-01"}, {path: "date", value: "2025-01-01"}},
	"completeSession": badOutcome,
	"skipSession":     {{path: "reason", value: text(501)}},
	"noteSession":     {{path: "note", value: ""}, {path: "note", value: text(501)}, {path: "note", value: "a\x00b"}},
	"generatePlan": {
		{path: "from", value: "2026-11-24"}, {path: "from", value: "2027-11-26"}, {path: "days", value: 0}, {path: "days", value: 29},
		{path: "wish", value: text(501)}, {path: "wish", value: "a\x00b"}, {path: "targetFitness", value: 250.1}, {path: "engine", value: "GEMINI"},
		{path: "candidates", value: 0}, {path: "candidates", value: 4},
		{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)},
		{path: "wishes", value: many(25, vars{"kind": "REST"})}, {path: "wishes.0.minutes", value: 9}, {path: "wishes.0.meters", value: 99}, {path: "wishes.0.meters", value: 300_001},
		{path: "wishes.0.to", value: "06:30"}, {path: "wishes.0.dates", value: []any{}}, {path: "wishes.0.dates", value: []any{"2026-11-25"}}, {path: "wishes.0.familyId", value: "Z-NONE"},
		{path: "wishes.1.count", value: 29}, {path: "wishes.1.minutes", value: 45, names: "wishes[1].count"}, {path: "wishes.2.equipment", value: many(200, "DUMBBELLS")},
		{path: "wishes.3.away", value: []any{"2026-11-28"}}, {path: "wishes.4.kind", value: "REST", names: "wishes[4].from"}, {path: "wishes.4.from", value: "08:00", names: "wishes[4].to"},
		{path: "goal.targetSeconds", value: 0}, {path: "goal.eventId", value: "nothing"}, {path: "goal.eventId", value: ""}, {path: "goal.by", value: "2026-11-24"},
		{path: "goal.distanceMeters", value: 0.9}, {path: "goal.targetWatts", value: 2501}, {path: "goal.targetKilograms", value: 601},
		{path: "goal.bodyParts", value: []any{}}, {path: "goal.sports", value: many(2, "RUN"), names: "goal.sports[1]"}, {path: "goal.hoursPerWeek", value: 61},
		{path: "goal.sessionsPerWeek", value: 29}, {path: "goal.exerciseId", value: ""}, {path: "goal.exerciseId", value: "levitation"},
		{path: "goal", value: vars{"kind": "TIME", "format": "RUN_5K"}, names: "goal.kind"}, {path: "goal.kind", value: "HEALTH", names: "goal.targetSeconds"},
	},
	"swapSessions": {{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)}, {path: "sessionIds", value: []any{}}, {path: "sessionIds", value: many(3, "x")}},
	"applyRepair":  {{path: "token", value: ""}, {path: "token", value: text(1001)}},
	"addWindow": {
		{path: "to", value: "23:10", names: "from"}, {path: "sports", value: many(14, "RUN")}, {path: "from", value: "23:20"},
	},
	"setDateWindows": {
		{path: "windows", value: many(7, anyWindow)}, {path: "windows", value: many(2, anyWindow)}, {path: "note", value: text(501)},
		{path: "windows.0.to", value: "06:00", names: "windows[0]"}, {path: "windows.0.from", value: "07:00", names: "windows[0]"}, {path: "windows.0.sports", value: many(14, "RUN")},
	},
	"scheduleSessions": {
		{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)},
		{path: "sessions", value: []any{}}, {path: "sessions", value: many(29, vars{"date": "2026-12-03", "start": "05:00", "workoutId": "x"})},
		{path: "sessions.0.date", value: "2030-01-01"}, {path: "sessions.0.start", value: "24:00"},
	},
	"removeSessions": {{path: "sessionIds", value: []any{}}, {path: "sessionIds", value: many(29, "x")}, {path: "sessionIds", value: many(2, "x"), names: "sessionIds[1]"}},
	"changeCalendar": {
		{path: "idempotencyKey", value: ""}, {path: "idempotencyKey", value: text(201)}, {path: "moves.0.date", value: "2030-01-01"},
		{path: "additions.0.date", value: "2030-01-01"}, {path: "additions.0.start", value: "24:00"}, {path: "removals", value: many(2, "x"), names: "removals[1]"},
		{path: "moves", value: many(2, vars{"sessionId": "x", "date": "2026-12-08"}), names: "moves[1].sessionId"}, {path: "moves.0.start", value: "24:00"},
		{path: "replacements", value: many(2, vars{"sessionId": "x", "workoutId": "x"}), names: "replacements[1].sessionId"},
		{path: "additions", value: many(84, vars{"date": "2026-12-03", "start": "05:00", "workoutId": "x"})}, {path: "moves.0.revision", value: 1},
		{path: "replacements", value: []any{vars{"sessionId": "x", "workoutId": "x", "revision": 1}}, names: "replacements[0].revision"},
	},
	"completeSessions": append(within("sessions", badOutcome), bad{path: "sessions", value: []any{}},
		bad{path: "sessions", value: many(29, vars{"sessionId": "x", "durationSeconds": 1800})}, bad{path: "sessions.0.revision", value: 1},
		bad{path: "sessions", value: many(2, vars{"sessionId": "x", "durationSeconds": 1800}), names: "sessions[1].sessionId"}),
	"createApiToken": {
		{path: "name", value: ""}, {path: "name", value: text(101)}, {path: "name", value: "a\nb"}, {path: "name", value: "a\u2028b"},
		{path: "name", value: "\u2060\ufffc"}, {path: "name", value: "a\u202eb"}, {path: "days", value: 0}, {path: "days", value: 367},
		{path: "scopes", value: []any{}}, {path: "scopes", value: many(4, "READ")},
	},
	"exportMyData":       {{path: "after", value: "forged"}, {path: "after", value: text(1001)}},
	"applyPlan":          {{path: "candidate", value: 0}, {path: "candidate", value: 2}},
	"inviteCoach":        {{path: "email", value: "nobody"}},
	"withdrawInvitation": {{path: "email", value: "nobody"}},
	"clearRestriction":   {{path: "statement", value: ""}, {path: "statement", value: text(501)}},
	"stateCondition":     {{path: "since", value: "2026-11-26"}, {path: "words", value: text(161)}},
}

// badOutcome is of what happened in a session.
var badOutcome = []bad{
	{path: "durationSeconds", value: 59}, {path: "durationSeconds", value: 86_401}, {path: "tss", value: -1}, {path: "rpe", value: 11},
	{path: "comment", value: text(1001)}, {path: "completedShare", value: 1.01}, {path: "completedShare", value: -0.01},
	{path: "lifts", value: many(31, vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5}}}), names: "lifts"},
	{path: "lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{}}}, names: "lifts[0].sets"},
	{path: "lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"count": 21, "repetitions": 5}}}}, names: "lifts[0].sets[0].count"},
	{path: "lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 101}}}}, names: "lifts[0].sets[0].repetitions"},
	{path: "lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5, "kilograms": 601}}}}, names: "lifts[0].sets[0].kilograms"},
	{path: "lifts", value: []any{vars{"exerciseId": "deadlift", "sets": []any{vars{"repetitions": 5, "repsInReserve": 11}}}}, names: "lifts[0].sets[0].repsInReserve"},
}

// within are bad values of the first element of a list.
func within(list string, values []bad) []bad {
	nested := slices.Clone(values)
	for i, b := range nested {
		nested[i].path = list + ".0." + b.path
		if b.names != "" {
			nested[i].names = list + "[0]." + b.names
		}
	}
	return nested
}

// unbounded are values that have no bound of their own to break.
var unbounded = regexp.MustCompile(`^(` + strings.Join([]string{
	`logIn\.(email|password)`, `changePassword\.currentPassword`, `(deleteAccount|createApiToken)\.password`, // whatever is wrong is a wrong guess
	`(refreshTokens|logOut)\.refreshToken`, // a secret
	`(\w+\.)+unchangedSince`,               // a stale one is a CONFLICT: unchanged_test.go has every act
	`\w+\.revision`,                        // a stale one is a CONFLICT: revision_test.go has every act
	`generatePlan\.seed`,                   // any Int
	`generatePlan\.wishes\.from`,           // any LocalTime
	`(logActivities\.activities|scheduleSession|moveSession)\.start`,         // any LocalTime
	`(addWindow|removeWindow)\.(from|to)`,                                    // any LocalTime
	`(lockDay|unlockDay|moveSession|setDateWindows|removeDateWindows)\.date`, // any Date
	`setAvailability\.dateAvailability\.date`,                                // any Date, once
}, "|") + `)$`)

// Every value that a mutation takes and that can be out of bounds has a bad one above: a new one without fails here.
func TestS11EveryBoundHasABadInput(t *testing.T) {
	schema := loadSchema(t)
	index := regexp.MustCompile(`\.\d+`)
	for _, f := range ownFields(schema.Mutation) {
		covered, owners := map[string]bool{}, owners(schema, f)
		for _, b := range badInputs[f.Name] {
			covered[owners[index.ReplaceAllString(b.path, "")]] = true
			covered[owners[listIndex.ReplaceAllString(b.names, "")]] = true
		}
		for path, kind := range inputs(schema, f) {
			path = strings.TrimPrefix(strings.TrimPrefix(path, f.Name+".input"), ".")
			free := kind.Elem == nil && !slices.Contains([]string{"String", "Int", "Float", "Date", "LocalTime"}, kind.Name())
			if path != "" && !free && !covered[owners[path]] && !unbounded.MatchString(f.Name+"."+path) {
				t.Errorf("%s: %s has no bad input", f.Name, path)
			}
		}
	}
}

// owners are the input types that the fields of a mutation's input belong to, each with the field's name: what is bounded in one place of a
// type is bounded in all.
func owners(schema *ast.Schema, f *ast.FieldDefinition) map[string]string {
	all := map[string]string{}
	var walk func(path string, d *ast.Definition, within []string)
	walk = func(path string, d *ast.Definition, within []string) {
		if d.Kind != ast.InputObject || slices.Contains(within, d.Name) {
			return
		}
		for _, field := range d.Fields {
			at := strings.TrimPrefix(path+"."+field.Name, ".")
			all[at] = d.Name + "." + field.Name
			walk(at, schema.Types[field.Type.Name()], append(within, d.Name))
		}
	}
	for _, a := range f.Arguments {
		walk("", schema.Types[a.Type.Name()], nil)
	}
	return all
}

var listIndex = regexp.MustCompile(`\[\d+\]`)

// document is the mutation of that name, answering as little as it may.
func document(schema *ast.Schema, name string) string {
	f := schema.Mutation.Fields.ForName(name)
	return fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { __typename } }", f.Arguments[0].Type.Name(), name)
}

func TestBadInputsAreNamedAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	w, schema := newWorld(t), loadSchema(t)
	p := w.person(t)
	before := w.rows(t)
	for _, name := range slices.Sorted(maps.Keys(badInputs)) {
		for _, b := range badInputs[name] {
			input := w.input(t, p, name)
			put(input, strings.Split(b.path, "."), b.value)
			a := p.answer(t, document(schema, name), vars{"input": input})
			if a.code() != "BAD_USER_INPUT" || !a.namesField(b) {
				t.Errorf("%s: %s = %.40s: %.400s", name, b.path, fmt.Sprint(b.value), a.body)
			}
			for _, f := range a.Errors[0].Extensions.Fields {
				if !has(input, f.Path) && !strings.HasPrefix(f.Message, "is needed") {
					t.Errorf("%s: %s = %.40s: nobody sent %s, %s", name, b.path, fmt.Sprint(b.value), f.Path, f.Message)
				}
			}
			if after := w.rows(t); !reflect.DeepEqual(after, before) {
				t.Errorf("%s: %s = %.40s has changed rows", name, b.path, fmt.Sprint(b.value))
				before = after
			}
		}
	}
	for _, name := range []string{
		"signUp", "updateProfile", "setAvailability", "saveEvent", "checkIn", "logActivities", "overrideRule", "createWorkout", "updateWorkout",
		"scheduleSession", "moveSession", "lockDay", "unlockDay", "generatePlan", "inviteCoach", "withdrawInvitation", "completeSession", "changePassword",
	} { // what was refused was refused for the one bad value
		p.ask(t, document(schema, name), vars{"input": w.input(t, p, name)}, new(any))
	}
}

// input is the good input of a mutation for that person.
func (w *world) input(t testing.TB, p person, name string) vars {
	t.Helper()
	shared := w.text(t, "SELECT id::text FROM workouts WHERE owner_id IS NULL ORDER BY id LIMIT 1")
	coach := w.text(t, "SELECT email FROM users WHERE role = 'COACH' LIMIT 1")
	ids := strings.NewReplacer("SHARED", shared, "SESSION", p.names["SESSION"], "WORKOUT", p.names["WORKOUT"], "COACH", coach, "PASSWORD", p.password,
		`"PLAN"`, `"`+p.names["PLAN"]+`"`)
	input := vars{}
	if name == "updateWorkout" {
		must(t, json.Unmarshal([]byte(good["createWorkout"]), &input))
		delete(input, "idempotencyKey")
	}
	must(t, json.Unmarshal([]byte(ids.Replace(good[name])), &input))
	if name == "setAvailability" || name == "updateProfile" { // their lists leave out what stands there
		input["revision"] = p.seen(t)
	}
	return input
}

// put sets the value at a path.
func put(at any, path []string, value any) {
	for ; len(path) > 1; path = path[1:] {
		if list, is := at.([]any); is {
			i, _ := strconv.Atoi(path[0])
			at = list[i]
		} else {
			at = at.(vars)[path[0]]
		}
	}
	if list, is := at.([]any); is {
		i, _ := strconv.Atoi(path[0])
		list[i] = value
	} else {
		at.(vars)[path[0]] = value
	}
}

var indices = regexp.MustCompile(`\.(\d+)`)

// has tells whether something was sent at the path of a field.
func has(input any, path string) bool {
	for _, name := range strings.Split(strings.ReplaceAll(path, "[", "."), ".") {
		switch v := input.(type) {
		case vars:
			input = v[name]
		case []any:
			i, err := strconv.Atoi(strings.TrimSuffix(name, "]"))
			if err != nil || i >= len(v) {
				return false
			}
			input = v[i]
		default:
			return false
		}
	}
	return input != nil
}

// namesField says whether the answer names the bad field, and says something of it.
func (a answer) namesField(b bad) bool {
	want := b.names
	if want == "" {
		want = indices.ReplaceAllString(b.path, "[$1]")
	}
	return slices.ContainsFunc(a.Errors[0].Extensions.Fields, func(f training.FieldError) bool { return f.Path == want && f.Message != "" })
}

// What a scalar cannot be is refused before the mutation is asked.
func TestBadScalarsAreNamed(t *testing.T) {
	t.Parallel()
	w, schema := newWorld(t, bare), loadSchema(t)
	c := w.user(t, training.RoleAthlete)
	before := w.rows(t)
	for _, b := range []struct {
		mutation, field string
		value           any
	}{
		{"lockDay", "date", "2026-02-30"}, {"lockDay", "date", "tomorrow"}, {"lockDay", "date", 7}, {"lockDay", "date", nil},
		{"lockDay", "date", "1800-01-01"},
		{"saveEvent", "sport", "CURLING"}, {"moveSession", "start", "24:00"}, {"moveSession", "start", "7:00"}, {"generatePlan", "seed", 1 << 40},
		{"generatePlan", "days", "fourteen"}, {"updateProfile", "bodyMassKilograms", "heavy"},
		{"updateProfile", "role", "COACH"}, {"updateProfile", "id", "x"},
	} {
		input := vars{}
		must(t, json.Unmarshal([]byte(good[b.mutation]), &input))
		input[b.field] = b.value
		a := c.answer(t, document(schema, b.mutation), vars{"input": input})
		byField := a.code() == "BAD_USER_INPUT" && a.namesField(bad{path: b.field})
		byDocument := a.code() == "GRAPHQL_VALIDATION_FAILED" && strings.Contains(a.body, b.field)
		if !byField && !byDocument {
			t.Errorf("%s: %s = %v: %s", b.mutation, b.field, b.value, a.body)
		}
	}
	if after := w.rows(t); !reflect.DeepEqual(after, before) {
		t.Error("rows have changed")
	}
}
