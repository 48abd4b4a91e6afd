package api_test

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/training"
)

// hidden are operations that name something of an athlete's, in capitals, by the id that does: the path of an argument, of list
// elements without index. Whoever is a stranger to the athlete must get the answer that an unknown id gets. They are in an order in
// which the athlete may do them all.
var hidden = []struct{ id, operation string }{
	{"athlete.id", `{ athlete(id: ATHLETE) { id email coaches { id } } }`},
	{"workout.id", `{ workout(id: WORKOUT) { id title owner { email } similar { workout { id } } } }`},
	{"calendar.athleteId", `{ calendar(athleteId: ATHLETE) { athlete { email } days { sessions { id } } certificate { hash } lastChange { id act } } }`},
	{"season.athleteId", `{ season(athleteId: ATHLETE) { athlete { email } goal { words } event { name } weeks { minutes } notes { text } } }`},
	{"session.id", `{ session(id: SESSION) { id workout { title } run { id } } }`},
	{"fitness.athleteId", `{ fitness(athleteId: ATHLETE, from: "2026-11-01", to: "2026-11-25") { date fitness } }`},
	{"activities.athleteId", `{ activities(athleteId: ATHLETE) { edges { node { id } } } }`},
	{"planRun.id", `{ planRun(id: PLAN) { id status events { nodes { message } } proposal { workout { title } } } }`},
	{"whyNot.runId", `{ whyNot(runId: PLAN, date: "2026-12-01", familyId: "R-EASY") { title message inPlaceOf { workout { title } } } }`},
	{"whyNot.workoutId", `{ whyNot(runId: PLAN, date: "2026-12-01", workoutId: WORKOUT) { title workout { title } } }`},
	{"planRuns.athleteId", `{ planRuns(athleteId: ATHLETE) { edges { node { id } } } }`},
	{"rules.athleteId", `{ rules(athleteId: ATHLETE) { id limit athlete { email } } }`},
	{"checkCalendar.input.athleteId", `{ checkCalendar(input: {athleteId: ATHLETE}) { certificate { hash } } }`},
	{"checkCalendar.input.sessions.workoutId",
		`{ checkCalendar(input: {sessions: [{date: "2026-12-01", workoutId: WORKOUT}]}) { certificate { checks { message } } } }`},
	{"checkCalendar.input.additions.workoutId",
		`{ checkCalendar(input: {additions: [{date: "2026-12-01", workoutId: WORKOUT}]}) { days { sessions { workout { title } } } } }`},
	{"checkCalendar.input.moves.sessionId", `{ checkCalendar(input: {moves: [{sessionId: SESSION, date: "2026-12-04"}]}) { days { tss } } }`},
	{"checkCalendar.input.replacements.sessionId", `{ checkCalendar(input: {replacements: [{sessionId: SESSION, workoutId: SHARED}]}) { days { tss } } }`},
	{"checkCalendar.input.replacements.workoutId", `{ checkCalendar(input: {replacements: [{sessionId: PLACED, workoutId: WORKOUT}]}) { days { tss } } }`},
	{"checkCalendar.input.removals", `{ checkCalendar(input: {removals: [SESSION]}) { days { tss } } }`},

	{"updateProfile.input.athleteId", `mutation { updateProfile(input: {athleteId: ATHLETE, goal: "mine now"}) { user { id } } }`},
	{"setAvailability.input.athleteId", `mutation { setAvailability(input: {athleteId: ATHLETE, dateAvailability: []}) { user { id } } }`},
	{"addWindow.input.athleteId", `mutation { addWindow(input: {athleteId: ATHLETE, weekday: MONDAY, from: "23:10", to: "23:20"}) { user { id } } }`},
	{"removeWindow.input.athleteId", `mutation { removeWindow(input: {athleteId: ATHLETE, weekday: MONDAY, from: "23:10"}) { user { id } } }`},
	{"setDateWindows.input.athleteId", `mutation { setDateWindows(input: {athleteId: ATHLETE, date: "2027-02-01", windows: []}) { user { id } } }`},
	{"removeDateWindows.input.athleteId", `mutation { removeDateWindows(input: {athleteId: ATHLETE, date: "2027-02-01"}) { user { id } } }`},
	{"saveEvent.input.athleteId",
		`mutation { saveEvent(input: {athleteId: ATHLETE, name: "Mine", date: "2027-03-01", sport: RUN, priority: C}) { event { id } } }`},
	{"saveEvent.input.id", `mutation { saveEvent(input: {id: EVENT, name: "Mine", date: "2027-03-01", sport: RUN, priority: C}) { event { id } } }`},
	{"updateProfile.input.trainingGoal.eventId", `mutation { updateProfile(input: {trainingGoal: {kind: RACE, eventId: EVENT}}) { user { id } } }`},
	{"clearRestriction.input.restrictionId", `mutation { clearRestriction(input: {restrictionId: RESTRICTION, statement: "over"}) { restriction { words } } }`},
	{"stateCondition.input.athleteId", `mutation { stateCondition(input: {athleteId: ATHLETE, condition: HURT_KNEE}) { restriction { words } } }`},
	{"checkIn.input.athleteId", `mutation { checkIn(input: {athleteId: ATHLETE, date: "2026-11-25", fatigue: 3}) { checkIn { date } } }`},
	{"logActivities.input.athleteId", `mutation { logActivities(input: {athleteId: ATHLETE, activities: [
		{date: "2026-11-24", sport: RUN, durationSeconds: 600, tss: 9}]}) { activities { id } } }`},
	{"logActivities.input.activities.sessionId", `mutation { logActivities(input: {activities: [
		{date: "2026-11-24", sport: RUN, durationSeconds: 600, tss: 9, sessionId: SESSION}]}) { activities { id } } }`},
	{"linkActivity.input.activityId", `mutation { linkActivity(input: {activityId: ACTIVITY, sessionId: SESSION}) { activity { id } } }`},
	{"linkActivity.input.sessionId", `mutation { linkActivity(input: {activityId: MINE, sessionId: SESSION}) { activity { id } } }`},
	{"unlinkActivity.input.activityId", `mutation { unlinkActivity(input: {activityId: ACTIVITY}) { activity { id } } }`},
	{"keepBothActivities.input.id", `mutation { keepBothActivities(input: {id: ACTIVITY}) { activity { id } } }`},
	{"mergeActivities.input.keepId", `mutation { mergeActivities(input: {keepId: ACTIVITY, dropId: OTHER}) { activity { id } } }`},
	{"mergeActivities.input.dropId", `mutation { mergeActivities(input: {keepId: MINE, dropId: DROPPED}) { activity { id } } }`},
	{"removeActivity.input.id", `mutation { removeActivity(input: {id: ACTIVITY}) { activity { id } } }`},
	{"overrideRule.input.athleteId", `mutation { overrideRule(input: {athleteId: ATHLETE, ruleId: "INT-4", limit: 0.8}) { rule { id } } }`},
	{"scheduleSession.input.athleteId",
		`mutation { scheduleSession(input: {athleteId: ATHLETE, date: "2026-12-03", workoutId: SHARED}) { session { id } } }`},
	{"scheduleSession.input.workoutId", `mutation { scheduleSession(input: {date: "2026-12-03", workoutId: WORKOUT}) { session { id } } }`},
	{"scheduleSessions.input.athleteId",
		`mutation { scheduleSessions(input: {athleteId: ATHLETE, sessions: [{date: "2026-12-03", start: "05:00", workoutId: SHARED}]}) { sessions { id } } }`},
	{"scheduleSessions.input.sessions.workoutId",
		`mutation { scheduleSessions(input: {sessions: [{date: "2026-12-03", start: "05:30", workoutId: WORKOUT}]}) { sessions { id } } }`},
	{"moveSession.input.sessionId", `mutation { moveSession(input: {sessionId: SESSION, date: "2026-12-04"}) { session { id } } }`},
	{"replaceSession.input.sessionId", `mutation { replaceSession(input: {sessionId: SESSION, workoutId: SHARED}) { session { id } } }`},
	{"replaceSession.input.workoutId", `mutation { replaceSession(input: {sessionId: PLACED, workoutId: WORKOUT}) { session { id } } }`},
	{"swapSessions.input.sessionIds", `mutation { swapSessions(input: {sessionIds: [PLACED, SESSION]}) { sessions { id } } }`},
	{"lockSession.input.sessionId", `mutation { lockSession(input: {sessionId: SESSION}) { session { id } } }`},
	{"unlockSession.input.sessionId", `mutation { unlockSession(input: {sessionId: SESSION}) { session { id } } }`},
	{"lockDay.input.athleteId", `mutation { lockDay(input: {athleteId: ATHLETE, date: "2026-12-09"}) { day { id } } }`},
	{"unlockDay.input.athleteId", `mutation { unlockDay(input: {athleteId: ATHLETE, date: "2026-12-09"}) { day { id } } }`},
	{"generatePlan.input.athleteId", `mutation { generatePlan(input: {athleteId: ATHLETE, apply: false}) { run { id } } }`},
	{"generatePlan.input.goal.eventId", `mutation { generatePlan(input: {apply: false, goal: {kind: RACE, eventId: EVENT}}) { run { id } } }`},
	{"cancelPlanRun.input.runId", `mutation { cancelPlanRun(input: {runId: PLAN}) { run { id } } }`},
	{"applyPlan.input.runId", `mutation { applyPlan(input: {runId: PLAN}) { calendar { revision } } }`},
	{"revertPlan.input.runId", `mutation { revertPlan(input: {runId: PLAN}) { calendar { revision } } }`},
	{"completeSession.input.sessionId", `mutation { completeSession(input: {sessionId: SESSION, durationSeconds: 600}) { session { id } } }`},
	{"noteSession.input.sessionId", `mutation { noteSession(input: {sessionId: SESSION, note: "mine"}) { session { id } } }`},
	{"skipSession.input.sessionId", `mutation { skipSession(input: {sessionId: SESSION}) { session { id } } }`},
	{"removeSessions.input.sessionIds", `mutation { removeSessions(input: {sessionIds: [PLACED, SESSION]}) { sessionIds } }`},
	{"completeSessions.input.sessions.sessionId", `mutation { completeSessions(input: {sessions: [{sessionId: SESSION, durationSeconds: 600}]}) { sessions { id } } }`},
	{"changeCalendar.input.athleteId",
		`mutation { changeCalendar(input: {athleteId: ATHLETE, additions: [{date: "2026-12-03", start: "05:00", workoutId: SHARED}]}) { sessions { id } } }`},
	{"changeCalendar.input.moves.sessionId", `mutation { changeCalendar(input: {moves: [{sessionId: SESSION, date: "2026-12-04"}]}) { sessions { id } } }`},
	{"changeCalendar.input.replacements.sessionId", `mutation { changeCalendar(input: {replacements: [{sessionId: SESSION, workoutId: SHARED}]}) { sessions { id } } }`},
	{"changeCalendar.input.replacements.workoutId", `mutation { changeCalendar(input: {replacements: [{sessionId: PLACED, workoutId: WORKOUT}]}) { sessions { id } } }`},
	{"changeCalendar.input.removals", `mutation { changeCalendar(input: {removals: [SESSION]}) { removedSessionIds } }`},
	{"changeCalendar.input.additions.workoutId",
		`mutation { changeCalendar(input: {additions: [{date: "2026-12-03", start: "05:30", workoutId: WORKOUT}]}) { sessions { id } } }`},
	{"reopenSession.input.sessionId", `mutation { reopenSession(input: {sessionId: SESSION}) { session { id } } }`},
	{"removeSession.input.sessionId", `mutation { removeSession(input: {sessionId: SESSION}) { sessionId } }`},
	{"undoCalendarChange.input.changeId", `mutation { undoCalendarChange(input: {athleteId: ATHLETE, changeId: CHANGE}) { undone { id } } }`},
	{"undoCalendarChange.input.athleteId", `mutation { undoCalendarChange(input: {athleteId: ATHLETE}) { undone { id act days by { email } } } }`},
	{"updateWorkout.input.id", `mutation { updateWorkout(input: {id: WORKOUT, revision: 1, title: "Mine"}) { workout { id } } }`},
	{"deleteWorkout.input.id", `mutation { deleteWorkout(input: {id: WORKOUT}) { workoutId } }`},
	{"removeEvent.input.id", `mutation { removeEvent(input: {id: EVENT}) { event { name } } }`},
	{"revokeApiToken.input.tokenId", `mutation { revokeApiToken(input: {tokenId: TOKEN}) { tokenId } }`},
	{"revokeCoach.input.coachId", `mutation { revokeCoach(input: {coachId: COACH}) { coach { email } } }`},

	{"planEvents.runId", `subscription { planEvents(runId: PLAN) { message } }`},
	{"calendarChanged.athleteId", `subscription { calendarChanged(athleteId: ATHLETE) { revision } }`},
}

// open are operations that name nobody: what they answer a stranger must not hold anything of the athlete's.
var open = map[string]string{
	"me":                 `{ me { id email coaches { id } profile { goal } } }`,
	"athletes":           `{ athletes(first: 100) { edges { node { id email } } } }`,
	"coachInvitations":   `{ coachInvitations { athlete { name } } }`,
	"inviteCoach":        `mutation { inviteCoach(input: {email: "somebody@example.com"}) { email } }`,
	"exportMyData":       `mutation { exportMyData(input: {}) { text } }`,
	"withdrawInvitation": `mutation { withdrawInvitation(input: {email: "somebody@example.com"}) { email } }`,
	"workouts":           `{ workouts(first: 100, orderBy: CREATED, filter: {mine: true}) { edges { node { id title owner { email } } } } }`,
	"searchWorkouts":     `{ searchWorkouts(text: "Canary hill repeats", first: 50) { nodes { workout { id title } } } }`,
	"exercises":          `{ exercises { nodes { id name } } }`,
	"sessionFamilies":    `{ sessionFamilies { id workouts(first: 20) { id title } } }`,
	"apiTokens":          `{ apiTokens { tokenId name } }`,
	"limits":             `{ limits { fields } }`,
	"embedder":           `{ embedder { serving wanted } }`,
	"createWorkout": `mutation { createWorkout(input: {title: "Canary too", sport: RUN, focus: ENDURANCE, blocks: [{name: "Main", sport: RUN,
		steps: [{endurance: {end: {seconds: 600}, target: {threshold: {start: 0.7}}}}]}]}) { workout { similar(first: 20) { workout { id title } } } } }`,
}

// looked are look-ups by id of anything. A stranger is answered null, without an error, as for an id of nothing: node_test.go has every kind.
var looked = map[string]string{"node.id": `{ node(id: %s) { __typename id } }`, "nodes.ids": `{ nodes(ids: [%s]) { __typename id } }`}

// coachesOnly are mutations of ids that no owner has a right to, only their coach: coachmay_test.go has them.
var coachesOnly = []string{"leaveAthlete.input.athleteId", "acceptInvitation.input.athleteId"}

// tokensOnly are mutations that name a session within a token alone: act_test.go has them.
var tokensOnly = []string{"applyRepair"}

// silent are subscriptions that name whom the caller knows, and tell nothing of anybody else: changed_test.go has them.
var silent = []string{"athletesChanged.after.athleteId"}

// secretsOnly are mutations that take a password or a refresh token, whose holder is no stranger: account_test.go has them.
var secretsOnly = []string{"signUp", "logIn", "refreshTokens", "logOut", "changePassword", "deleteAccount", "createApiToken"}

// publicIDs end the paths of ids that name nothing of an athlete's.
var publicIDs = regexp.MustCompile(`\.(exerciseId|alternatives|ruleId|ruleIds|families|familyId)$`)

// Every id that any operation takes has a case above, and every operation has one: a new one without fails here.
func TestS85EveryFieldHasAStrangersCase(t *testing.T) {
	schema := loadSchema(t)
	fields, ids := map[string]bool{}, map[string]bool{}
	for _, h := range hidden {
		ids[h.id] = true
		fields[strings.Split(h.id, ".")[0]] = true
	}
	for id := range looked {
		ids[id], fields[strings.Split(id, ".")[0]] = true, true
	}
	for _, id := range slices.Concat(coachesOnly, silent) {
		ids[id], fields[strings.Split(id, ".")[0]] = true, true
	}
	for _, name := range slices.Concat(secretsOnly, tokensOnly, slices.Collect(maps.Keys(open))) {
		fields[name] = true
	}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range ownFields(root) {
			if !fields[f.Name] {
				t.Errorf("%s.%s has no case", root.Name, f.Name)
			}
			for path, kind := range inputs(schema, f) {
				if kind.Name() == "ID" && !publicIDs.MatchString(path) && !ids[path] {
					t.Errorf("%s has no case", path)
				}
			}
		}
	}
}

// inputs are the paths of all that an operation takes, without the indices of lists, each with its type. What a type repeats within
// itself is left out.
func inputs(schema *ast.Schema, f *ast.FieldDefinition) map[string]*ast.Type {
	paths := map[string]*ast.Type{}
	var walk func(path string, kind *ast.Type, within []string)
	walk = func(path string, kind *ast.Type, within []string) {
		paths[path] = kind
		d := schema.Types[kind.Name()]
		if slices.Contains(within, d.Name) {
			return
		}
		for _, field := range d.Fields {
			walk(path+"."+field.Name, field.Type, append(within, d.Name))
		}
	}
	for _, a := range f.Arguments {
		walk(f.Name+"."+a.Name, a.Type, nil)
	}
	return paths
}

// person is a user and what belongs to them, by the words of the table.
type person struct {
	*client
	names map[string]string
}

// person has one of everything.
func (w *world) person(t testing.TB) person {
	t.Helper()
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	var made struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.grants(t, coach)
	c.ask(t, `mutation {
		createWorkout(input: {title: "Canary hill repeats", sport: RUN, focus: ENDURANCE, blocks: [{name: "Main", sport: RUN,
			steps: [{endurance: {end: {seconds: 1800}, target: {threshold: {start: 0.7}}}}]}]}) { workout { id } }
	}`, nil, &made)
	workout := made.CreateWorkout.Workout.ID
	run, _ := c.plan(t, vars{"apply": false})
	session, placed := c.lockedSession(t, workout, today+8, "06:40"), c.schedule(t, c.id, workout, today+9, "06:40")
	var data any
	c.ask(t, `mutation($id: ID!) { unlockSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": session}, &data)
	return person{c, map[string]string{
		"ATHLETE": c.id, "EMAIL": c.email, "COACH": coach.id, "WORKOUT": workout, "SESSION": session, "PLACED": placed, "PLAN": run,
		"TOKEN":    w.personal(t, c, "Canary token", "READ").id,
		"EVENT":    w.text(t, "SELECT id::text FROM events WHERE athlete_id = $1", c.id),
		"CHANGE":   w.text(t, "SELECT id::text FROM calendar_changes WHERE athlete_id = $1 ORDER BY revision DESC LIMIT 1", c.id),
		"ACTIVITY": w.activity(t, c, 0), "DROPPED": w.activity(t, c, 1), "MINE": w.activity(t, c, 2), "OTHER": w.activity(t, c, 3), "RESTRICTION": c.restriction(t),
	}}
}

// activity is the id of one of somebody's activities.
func (w *world) activity(t testing.TB, c *client, n int) string {
	t.Helper()
	return w.text(t, "SELECT id::text FROM activities WHERE athlete_id = $1 ORDER BY date, id OFFSET $2 LIMIT 1", c.id, n)
}

var words = regexp.MustCompile(`\b(ATHLETE|EMAIL|COACH|WORKOUT|SESSION|PLAN|EVENT|CHANGE|SHARED|ACTIVITY|DROPPED|MINE|PLACED|OTHER|RESTRICTION|TOKEN)\b`)

// named is an operation with names in place of its words. Where there are none they are those of nobody.
func named(operation string, names map[string]string) string {
	return words.ReplaceAllStringFunc(operation, func(word string) string {
		name, known := names[word]
		if !known && word == "EMAIL" {
			name = uuid.NewString()[:8] + "@example.com"
		} else if !known {
			name = uuid.NewString()
		}
		return quoted(name)
	})
}

// firstAnswer is the answer to an operation, of a subscription the first one.
func (c *client) firstAnswer(t testing.TB, operation string) answer {
	t.Helper()
	if !strings.HasPrefix(operation, "subscription") {
		return c.answer(t, operation, nil)
	}
	s, err := overSocket(t.Context(), c, operation, nil)
	must(t, err)
	defer s.conn.Close()
	a, err := s.receive()
	if err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return a
}

func TestS85S86StrangersSeeNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	owner, stranger := w.person(t), w.user(t, training.RoleCoach)
	shared := w.text(t, "SELECT id::text FROM workouts WHERE owner_id IS NULL AND sport = 'MOBILITY' ORDER BY id LIMIT 1")
	owner.names["SHARED"] = shared
	var data any
	stranger.ask(t, `mutation($own: ID) { logActivities(input: {athleteId: $own, activities: [{date: "2026-11-20", sport: RUN, durationSeconds: 600, tss: 9},
		{date: "2026-11-21", sport: RUN, durationSeconds: 600, tss: 9}]}) { activities { id } } }`, vars{"own": stranger.id}, &data)
	own := map[string]string{
		"SHARED": shared, "MINE": w.activity(t, stranger, 0), "OTHER": w.activity(t, stranger, 1),
		"PLACED": stranger.schedule(t, stranger.id, shared, today+9, "07:00"),
	}
	theirs := maps.Clone(owner.names)
	maps.Copy(theirs, own)
	before := w.rows(t)
	for _, h := range hidden {
		got := stranger.firstAnswer(t, named(h.operation, theirs))
		want := stranger.firstAnswer(t, named(h.operation, own))
		if !reflect.DeepEqual(got, want) || len(got.Errors) == 0 || got.code() == "INTERNAL" {
			t.Errorf("%s: a stranger is answered %s %v, an unknown id %s %v", h.id, got.body, got.Errors, want.body, want.Errors)
		}
	}
	_, names := w.identities(t, owner)
	for id, operation := range looked {
		for _, name := range names {
			got := stranger.answer(t, fmt.Sprintf(operation, quoted(name)), nil)
			want := stranger.answer(t, fmt.Sprintf(operation, quoted(shapes([]string{name})[0])), nil)
			if !reflect.DeepEqual(got, want) || len(got.Errors) > 0 {
				t.Errorf("%s: of %s a stranger is answered %s, of an unknown id %s", id, name, got.body, want.body)
			}
			if a := owner.answer(t, fmt.Sprintf(operation, quoted(name)), nil); !strings.Contains(a.body, quoted(name)) {
				t.Errorf("%s: of %s its owner is answered %s", id, name, a.body)
			}
		}
	}
	if after := w.rows(t); !reflect.DeepEqual(after, before) {
		t.Errorf("strangers have changed rows:\n%v\n%v", before, after)
	}
	for field, operation := range open {
		a := stranger.answer(t, operation, nil)
		if len(a.Errors) > 0 {
			t.Errorf("%s: %s", field, a.body)
		}
		for word, name := range owner.names {
			if word != "SHARED" && strings.Contains(a.body, name) || strings.Contains(a.body, "Canary hill") {
				t.Errorf("%s tells a stranger of the athlete's %s: %s", field, word, a.body)
			}
		}
	}
	owner.mayDoAll(t)
}

// mayDoAll checks that it is the stranger, and not the operation, that gets nothing.
func (p person) mayDoAll(t testing.TB) {
	t.Helper()
	for _, h := range hidden {
		operation := named(h.operation, p.names)
		if strings.HasPrefix(operation, "subscription { calendarChanged") {
			continue // silent until something changes
		}
		if a := p.firstAnswer(t, operation); a.code() != "" && a.code() != "CONFLICT" {
			t.Errorf("%s: its owner is answered %s %v", h.id, a.body, a.Errors)
		}
	}
}
