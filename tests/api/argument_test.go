package api_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// badArguments are queries with one value out of bounds: which one, and how the error names it where that is another way.
var badArguments = []struct{ argument, names, query string }{
	{"athletes.first", "first", `{ athletes(first: 101) { pageInfo { endCursor } } }`},
	{"athletes.after", "after", `{ athletes(after: "forged") { pageInfo { endCursor } } }`},
	{"nodes.ids", "ids", `{ nodes(ids: []) { id } }`},
	{"nodes.ids", "ids", `{ nodes(ids: [` + strings.Repeat(`"x", `, 101) + `]) { id } }`},
	{"workouts.first", "first", `{ workouts(first: 101) { pageInfo { endCursor } } }`}, // S11
	{"workouts.first", "first", `{ workouts(first: 0) { pageInfo { endCursor } } }`},
	{"workouts.after", "after", `{ workouts(after: "forged") { pageInfo { endCursor } } }`},
	{"workouts.filter.sports", "filter.sports", `{ workouts(filter: {sports: [` + strings.Repeat("RUN, ", len(training.Sports)+1) + `]}) { pageInfo { endCursor } } }`},
	{"workouts.filter.focuses", "filter.focuses", `{ workouts(filter: {focuses: [` + strings.Repeat("LONG, ", 16) + `]}) { pageInfo { endCursor } } }`},
	{"workouts.filter.minSeconds", "filter.minSeconds", `{ workouts(filter: {minSeconds: -1}) { pageInfo { endCursor } } }`},
	{"workouts.filter.maxSeconds", "filter.maxSeconds", `{ workouts(filter: {maxSeconds: -1}) { pageInfo { endCursor } } }`},
	{"workouts.filter.minTss", "filter.minTss", `{ workouts(filter: {minTss: -1}) { pageInfo { endCursor } } }`},
	{"workouts.filter.maxTss", "filter.maxTss", `{ workouts(filter: {maxTss: -1}) { pageInfo { endCursor } } }`},
	{"workouts.filter.tags", "filter.tags",
		`{ workouts(filter: {tags: ["1","2","3","4","5","6","7","8","9","a","b","c","d"]}) { pageInfo { endCursor } } }`},
	{"workouts.filter.text", "filter.text", `{ workouts(filter: {text: "` + text(201) + `"}) { pageInfo { endCursor } } }`},
	{"workouts.filter.hasZone.zone", "filter.hasZone.zone", `{ workouts(filter: {hasZone: {zone: 8, minSeconds: 1}}) { pageInfo { endCursor } } }`},
	{"workouts.filter.hasZone.minSeconds", "filter.hasZone.minSeconds",
		`{ workouts(filter: {hasZone: {zone: 1, minSeconds: -1}}) { pageInfo { endCursor } } }`},
	{"workouts.filter.families", "filter.families[0]", `{ workouts(filter: {families: ["r-thr"]}) { pageInfo { endCursor } } }`},
	{"workouts.filter.classes", "filter.classes", `{ workouts(filter: {classes: [` + strings.Repeat("EASY, ", 12) + `]}) { pageInfo { endCursor } } }`},
	{"workouts.filter.minLevel", "filter.minLevel", `{ workouts(filter: {minLevel: 0}) { pageInfo { endCursor } } }`},
	{"workouts.filter.maxLevel", "filter.maxLevel", `{ workouts(filter: {maxLevel: 21}) { pageInfo { endCursor } } }`},
	{"searchWorkouts.text", "text", `{ searchWorkouts(text: "") { nodes { score } } }`},
	{"searchWorkouts.text", "text", `{ searchWorkouts(text: "` + text(501) + `") { nodes { score } } }`},
	{"searchWorkouts.first", "first", `{ searchWorkouts(text: "run", first: 51) { nodes { score } } }`},
	{"searchWorkouts.after", "after", `{ searchWorkouts(text: "run", after: "forged") { pageInfo { endCursor } } }`},
	{"exercises.after", "after", `{ exercises(after: "forged") { pageInfo { endCursor } } }`},
	{"exercises.text", "text", `{ exercises(text: "` + text(101) + `") { nodes { id } } }`},
	{"exercises.first", "first", `{ exercises(first: 501) { nodes { id } } }`},
	{"exercises.first", "first", `{ exercises(first: 0) { nodes { id } } }`},
	{"exercises.filter.patterns", "filter.patterns", `{ exercises(filter: {patterns: [` + strings.Repeat("PULL, ", 9) + `]}) { nodes { id } } }`},
	{"exercises.filter.muscleGroups", "filter.muscleGroups", `{ exercises(filter: {muscleGroups: [` + strings.Repeat("CORE, ", 5) + `]}) { nodes { id } } }`},
	{"exercises.filter.muscles", "filter.muscles", `{ exercises(filter: {muscles: [` + strings.Repeat("LATS, ", 21) + `]}) { nodes { id } } }`},
	{"exercises.filter.equipment", "filter.equipment", `{ exercises(filter: {equipment: [` + strings.Repeat("BAND, ", 42) + `]}) { nodes { id } } }`},
	{"exercises.filter.avoid", "filter.avoid", `{ exercises(filter: {avoid: [` + strings.Repeat("KNEE, ", 11) + `]}) { nodes { id } } }`},
	{"exercises.filter.avoid", "filter.avoid", `{ exercises(first: 1) { nodes { substitutes(filter: {avoid: [` + strings.Repeat("KNEE, ", 11) + `]}) { id } } } }`},
	{"calendar.days", "days", `{ calendar(days: 29) { from } }`},
	{"calendar.days", "days", `{ calendar(days: 0) { from } }`},
	{"calendar.from", "from", `{ calendar(from: "tomorrow") { from } }`},
	{"season.from", "from", `{ season(from: "2026-11-24") { from } }`},
	{"season.from", "from", `{ season(from: "2027-11-26") { from } }`},
	{"fitness.from", "from", `{ fitness(from: "2026-11-31", to: "2026-12-01") { tss } }`},
	{"fitness.to", "to", `{ fitness(from: "2026-11-25", to: "2026-11-24") { tss } }`},
	{"fitness.to", "to", `{ fitness(from: "2025-10-01", to: "2026-11-25") { tss } }`},
	{"activities.from", "from", `{ activities(from: "") { pageInfo { endCursor } } }`},
	{"activities.to", "to", `{ activities(to: "1") { pageInfo { endCursor } } }`},
	{"activities.first", "first", `{ activities(first: 101) { pageInfo { endCursor } } }`},
	{"activities.after", "after", `{ activities(after: "forged") { pageInfo { endCursor } } }`},
	{"planRuns.first", "first", `{ planRuns(first: 101) { pageInfo { endCursor } } }`},
	{"planRuns.after", "after", `{ planRuns(after: "forged") { pageInfo { endCursor } } }`},
	{"whyNot.date", "date", `{ whyNot(runId: "x", date: "tomorrow", familyId: "R-EASY") { message } }`},
	{"whyNot.familyId", "familyId", `{ whyNot(runId: "x", date: "2026-12-01", familyId: "R-NONE") { message } }`},
	{"whyNot.familyId", "familyId", `{ whyNot(runId: "x", date: "2026-12-01") { message } }`},
	{"whyNot.candidate", "candidate", `{ whyNot(runId: "x", date: "2026-12-01", familyId: "R-EASY", candidate: 4) { message } }`},
	{"checkCalendar.input.from", "from", `{ checkCalendar(input: {from: "now"}) { certificate { hash } } }`},
	{"checkCalendar.input.days", "days", `{ checkCalendar(input: {days: 29}) { certificate { hash } } }`},
	{"checkCalendar.input.sessions", "sessions",
		`{ checkCalendar(input: {sessions: [` + strings.Repeat(`{date: "2026-11-25", workoutId: "x"}, `, 85) + `]}) { certificate { hash } } }`},
	{"checkCalendar.input.moves", "moves", `{ checkCalendar(input: {moves: [` + strings.Repeat(`{sessionId: "x", date: "2026-11-26"}, `, 85) + `]}) { revision } }`},
	{"checkCalendar.input.moves.sessionId", "moves[0].sessionId", `{ checkCalendar(input: {moves: [{sessionId: "x", date: "2026-11-26"}]}) { revision } }`},
	{"checkCalendar.input.moves.date", "moves[0].sessionId", `{ checkCalendar(input: {moves: [{sessionId: "x", date: "2026-12-26"}]}) { revision } }`},
	{"checkCalendar.input.moves.start", "moves[0].start", `{ checkCalendar(input: {moves: [{sessionId: "x", date: "2026-11-26", start: "24:00"}]}) { revision } }`},
	{"checkCalendar.input.moves.revision", "moves[0].revision", `{ checkCalendar(input: {moves: [{sessionId: "x", date: "2026-11-26", revision: 1}]}) { revision } }`},
	{"checkCalendar.input.moves.unchangedSince", "moves[0].unchangedSince",
		`{ checkCalendar(input: {moves: [{sessionId: "x", date: "2026-11-26", unchangedSince: 1}]}) { revision } }`},
	{"checkCalendar.input.replacements.unchangedSince", "replacements[0].unchangedSince",
		`{ checkCalendar(input: {replacements: [{sessionId: "x", workoutId: "SHARED", unchangedSince: 1}]}) { revision } }`},
	{"checkCalendar.input.replacements.revision", "replacements[0].revision",
		`{ checkCalendar(input: {replacements: [{sessionId: "x", workoutId: "SHARED", revision: 1}]}) { revision } }`},
	{"checkCalendar.input.replacements", "replacements", `{ checkCalendar(input: {replacements: [` + strings.Repeat(`{sessionId: "x", workoutId: "SHARED"}, `, 85) + `]}) { revision } }`},
	{"checkCalendar.input.removals", "removals", `{ checkCalendar(input: {removals: [` + strings.Repeat(`"x", `, 85) + `]}) { revision } }`},
	{"checkCalendar.input.additions", "additions",
		`{ checkCalendar(input: {additions: [` + strings.Repeat(`{date: "2026-11-25", workoutId: "x"}, `, 85) + `]}) { revision } }`},
	{"checkCalendar.input.additions.date", "additions[0].date", `{ checkCalendar(input: {additions: [{date: "2026-12-25", workoutId: "SHARED"}]}) { revision } }`},
	{"checkCalendar.input.additions.start", "additions[0].start",
		`{ checkCalendar(input: {additions: [{date: "2026-11-25", start: "25:00", workoutId: "SHARED"}]}) { revision } }`},
	{"checkCalendar.input.sessions", "sessions", `{ checkCalendar(input: {sessions: [], removals: ["x"]}) { revision } }`},
	{"checkCalendar.input.sessions.date", "sessions[0].date",
		`{ checkCalendar(input: {sessions: [{date: "2026-12-25", workoutId: "SHARED"}]}) { certificate { hash } } }`},
	{"checkCalendar.input.sessions.start", "sessions[0].start",
		`{ checkCalendar(input: {sessions: [{date: "2026-11-25", start: "25:00", workoutId: "SHARED"}]}) { certificate { hash } } }`},
}

// Every value that a query takes and that can be out of bounds has a bad one above; a search takes the filter of a list.
func TestEveryArgumentHasABadValue(t *testing.T) {
	schema, covered := loadSchema(t), map[string]bool{}
	for _, b := range badArguments {
		covered[b.argument] = true
	}
	for _, f := range ownFields(schema.Query) {
		for path, kind := range inputs(schema, f) {
			free := kind.Elem == nil && !slices.Contains([]string{"String", "Int", "Float", "Date", "LocalTime"}, kind.Name())
			same := strings.Replace(path, "searchWorkouts.filter", "workouts.filter", 1)
			if !free && !covered[path] && !covered[same] {
				t.Errorf("%s has no bad value", path)
			}
		}
	}
}

func TestBadArgumentsAreNamed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	shared := w.text(t, "SELECT id::text FROM workouts WHERE owner_id IS NULL ORDER BY id LIMIT 1")
	for _, b := range badArguments {
		a := c.answer(t, strings.ReplaceAll(b.query, "SHARED", shared), nil)
		if a.code() != "BAD_USER_INPUT" || !a.namesField(bad{names: b.names}) {
			t.Errorf("%.200s: %.500s", b.query, a.body)
		}
	}
}
