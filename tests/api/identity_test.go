package api_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// cache is what a client that goes by ids alone keeps: of each id the fields that it has read so far.
type cache map[string]vars

// take takes an answer in. What was read before of an id must be what the answer says of it.
func (c cache) take(t testing.TB, where string, value any) {
	t.Helper()
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			c.take(t, where, item)
		}
	case vars:
		for name, field := range v {
			c.take(t, where+"."+name, field)
		}
		id, is := v["id"].(string)
		if !is {
			return
		}
		known := c[id]
		if known == nil {
			known = vars{}
			c[id] = known
		}
		for name, field := range v {
			if was, twice := known[name]; twice && !alike(was, field) {
				t.Errorf("%s: %v %s: %s was %v and is %v", where, v["__typename"], id, name, was, field)
			} else if !twice {
				known[name] = field
			}
		}
		if known["__typename"] == nil {
			t.Fatalf("%s: nobody asked for the type of %s", where, id)
		}
	}
}

// alike tells whether two values of one field are the same, as far as both were asked for. What has an id of its own is compared there.
func alike(a, b any) bool {
	switch a := a.(type) {
	case []any:
		b, is := b.([]any)
		if !is || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !alike(a[i], b[i]) {
				return false
			}
		}
		return true
	case vars:
		b, is := b.(vars)
		if !is {
			return false
		}
		if a["id"] != nil || b["id"] != nil {
			return a["id"] == b["id"]
		}
		for name := range a {
			if other, both := b[name]; both && !alike(a[name], other) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

// identityFragments ask for as much of each thing as shows whether it is the same everywhere.
var identityFragments = map[string]string{
	"person": `fragment person on User { __typename id name email role createdAt profile { ...profile } coaches { __typename id name email role createdAt } }`,
	"profile": `fragment profile on Profile { __typename id level goal ftpWatts timeZone oneRepMaxes { kilograms exercise { ...exercise } } events { ...event } availableEquipment
		trainingGoal { kind event { __typename id name date } exercise { __typename id name } } }`,
	"event":    `fragment event on Event { __typename id name date sport priority format }`,
	"exercise": `fragment exercise on Exercise { __typename id name pattern level }`,
	"workout": `fragment workout on Workout { __typename id title sport focus durationSeconds distanceMeters tss loadMethod intensityFactor lowerBodyLoad
		hardLegSets revision archived instructions timeInZones { zone seconds } owner { __typename id name email } }`,
	"family": `fragment family on SessionFamily { __typename id title class }`,
	"session": `fragment session on PlannedSession { __typename id date start status lock key rationale skipReason coachNote athleteNote result { tss durationSeconds }
		workout { ...workout familyLevel family { ...family } } run { __typename id status applied } resolved { tss durationSeconds instructions athlete { __typename id name } } }`,
	"snapshot": `fragment snapshot on SessionSnapshot { date start status key workout { __typename id title tss } session { __typename id date start status } }`,
	"rule":     `fragment rule on Rule { __typename id title statement severity unit evidence source version }`,
	"own":      `fragment own on AthleteRule { __typename id limit overridden rule { ...rule } athlete { __typename id name } }`,
	"check":    `fragment check on RuleCheck { severity unit from measured limit overridden passed message rule { ...rule } sessions { ...snapshot } }`,
	"certificate": `fragment certificate on Certificate { verdict hash checks { ...check } violations { ...check }
		conflicts { rules { ...rule } sessions { ...snapshot } repairs { message sessionId session { ...snapshot } } }
		restrictions { ...restriction } }`,
	"restriction": `fragment restriction on Restriction { __typename id condition saidIn saidOn sayer saidBy { __typename id name } open clearedAt clearance }`,
	"day":         `fragment day on PlanDay { __typename id date locked availableSeconds tss note fitness { fitness fatigue form tss } sessions { ...session } }`,
	"change":      `fragment change on CalendarChange { __typename id act at actor days by { ...person } run { __typename id status } }`,
	"activity":    `fragment activity on Activity { __typename id date sport tss loadMethod intensityMethod lowSeconds highIntensity session { ...session } }`,
	"run": `fragment run on PlanRun { __typename id status from days seed applied failure createdAt asked: goal { kind event { ...event } exercise { ...exercise } } athlete { ...person } requestedBy { ...person }
		proposal { date start rationale workout { ...workout } resolved { tss athlete { __typename id } } }
		changes { kind date before { ...workout } after { ...workout } } certificate { ...certificate } }`,
	"decision": `fragment decision on PlanEvent { __typename id runId sequence stage at message
		... on LockKept { session { ...snapshot } }
		... on TargetsSet { weeks { startsOn phase reason minutes sessions { role family { ...family } } } goal { kind format sports words note } }
		... on CandidatesRetrieved { date query candidates { score reasons workout { ...workout } } }
		... on SessionProposed { session { date start rationale workout { ...workout } } }
		... on RestProposed { date }
		... on RuleChecked { check { ...check } }
		... on SessionReplaced { before { ...workout } after { ...workout } because { ...check } }
		... on RunSucceeded { applied certificate { hash checks { ...check } } }
		... on RunFailed { code certificate { hash conflicts { rules { ...rule } sessions { ...snapshot } } } }
		... on RunCancelled { actor by { ...person } } }`,
}

// withFragments is a document with the fragments that it needs, and that these need.
func withFragments(document string) string {
	for added := true; added; {
		added = false
		for _, name := range slices.Sorted(maps.Keys(identityFragments)) {
			text := identityFragments[name]
			if strings.Contains(document, "..."+name+" ") && !strings.Contains(document, text) {
				document, added = document+"\n"+text, true
			}
		}
	}
	return document
}

// reads asks for something and takes the answer into the cache.
func (c *client) reads(t testing.TB, into cache, document string, variables vars) {
	t.Helper()
	var data any
	c.ask(t, withFragments(document), variables, &data)
	into.take(t, document[:min(len(document), 60)], data)
}

// watches reads the decisions of a run by subscription.
func (c *client) watches(t testing.TB, into cache, run string) {
	t.Helper()
	s, err := overSocket(t.Context(), c, withFragments(`subscription($run: ID!) { planEvents(runId: $run) { ...decision } }`), vars{"run": run})
	must(t, err)
	t.Cleanup(func() { _ = s.conn.Close() })
	for {
		a, err := s.receive()
		if errors.Is(err, io.EOF) {
			return
		}
		must(t, err)
		if len(a.Errors) > 0 {
			t.Fatal(a.body)
		}
		var data any
		must(t, json.Unmarshal(a.Data, &data))
		into.take(t, "planEvents", data)
	}
}

// hypothetical are sessions that cannot stand together: hard ones, locked, three within two days.
func hypothetical(hard string) []vars {
	var sessions []vars
	for i, start := range []string{"06:30", "12:00", "18:00"} {
		sessions = append(sessions, vars{"date": (today + training.Date(4+i%2)).String(), "start": start, "workoutId": hard, "lock": "EVERYTHING"})
	}
	return sessions
}

// 13 §2: a coach reads two athletes in every way there is, and each athlete what is theirs. No id is of two types, and what is said of an id
// is the same wherever it stands and whoever asks, the look-up by id included.
func TestAnIDHasOneContent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	one, two, coach := w.person(t), w.person(t), w.user(t, training.RoleCoach)
	two.states(t, vars{"ftpWatts": 330, "thresholdSecondsPerKilometer": 225, "level": "ADVANCED"})
	for i, p := range []person{one, two} {
		goal := vars{"kind": "RACE", "eventId": p.names["EVENT"], "exerciseId": "deadlift"}
		p.states(t, vars{"trainingGoal": goal, "conditions": []string{"HEAT"}, "availableEquipment": []string{[]string{"BIKE", "GYM"}[i]}, "unchangedSince": p.calendarRevision(t)})
	}
	hard := coach.libraryWorkout(t, vars{"sports": []string{"RUN"}, "focuses": []string{"VO2MAX"}})
	read := cache{}
	for _, p := range []person{one, two} {
		p.grants(t, coach)
		coach.ask(t, `mutation($id: ID!) { overrideRule(input: {athleteId: $id, ruleId: "INT-4", limit: 0.85}) { rule { id } } }`, vars{"id": p.id}, new(any))
		applied, _ := coach.plan(t, vars{"athleteId": p.id, "seed": 3, "goal": vars{"kind": "RACE", "eventId": p.names["EVENT"], "exerciseId": "deadlift"}})
		session := coach.schedule(t, p.id, coach.createWorkout(t, "Coach's own"), today, "05:10")
		p.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 2700}) { session { id } } }`, vars{"id": session}, new(any))
		runs := []string{applied, p.names["PLAN"]}
		coach.readsAthlete(t, read, p.id, session, hard, runs)
		own := cache{}
		p.readsAthlete(t, own, p.id, session, hard, runs)
		read.agrees(t, own)
	}
	coach.reads(t, read, `{ me { ...person } athletes(first: 2) { edges { node { ...person } } } exercises(first: 40) { nodes { ...exercise } } }`, nil)
	coach.reads(t, read, `{ workouts(first: 60) { edges { node { ...workout } } } searchWorkouts(text: "easy run") { nodes { score workout { ...workout similar(first: 2) { workout { ...workout } } } } } }`, nil)
	coach.looksUp(t, read)
}

// readsAthlete reads what an athlete has in every way there is; hard is a workout of the shared library.
func (c *client) readsAthlete(t testing.TB, read cache, athlete, session, hard string, runs []string) {
	t.Helper()
	c.reads(t, read, `query($id: ID!, $from: Date!) { athlete(id: $id) { ...person } rules(athleteId: $id) { ...own }
		season(athleteId: $id) { athlete { ...person } event { ...event } goal { kind note } weeks { startsOn phase } }
		calendar(athleteId: $id, from: $from, days: 14) { athlete { ...person } days { ...day } weeks { phase phaseReason } lastChange { ...change } } }`, vars{"id": athlete, "from": today.String()})
	c.reads(t, read, `query($id: ID!, $from: Date!) { calendar(athleteId: $id, from: $from, days: 3) { days { ...day } certificate { ...certificate } } }`,
		vars{"id": athlete, "from": (today + 2).String()})
	c.reads(t, read, `query($id: ID!) { planRuns(athleteId: $id, first: 3) { edges { node { ...run } } } }`, vars{"id": athlete})
	c.reads(t, read, `query($id: ID!) { activities(athleteId: $id, first: 20) { edges { node { ...activity } } } }`, vars{"id": athlete})
	c.reads(t, read, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { certificate { ...certificate } } }`,
		vars{"input": vars{"athleteId": athlete, "from": today.String(), "sessions": hypothetical(hard)}})
	c.reads(t, read, `query($id: ID!) { session(id: $id) { ...session } }`, vars{"id": session})
	for _, run := range runs {
		c.reads(t, read, `query($id: ID!) { planRun(id: $id) { __typename id events(first: 8) { nodes { ...decision } } } }`, vars{"id": run})
		c.watches(t, read, run)
	}
}

// agrees compares what one viewer and another have read of each thing that both have met: null is only what one of them does not see.
func (c cache) agrees(t testing.TB, other cache) {
	t.Helper()
	both := map[string]int{}
	for id, a := range c {
		b := other[id]
		if b == nil {
			continue
		}
		kind := fmt.Sprint(a["__typename"])
		both[kind]++
		for name := range a {
			x, y := a[name], b[name]
			if _, twice := b[name]; twice && !alike(x, y) && !(kind == "User" && (x == nil || y == nil)) {
				t.Errorf("%s %s: %s is %v to one and %v to the other", kind, id, name, x, y)
			}
		}
	}
	for _, kind := range []string{"User", "Profile", "Workout", "PlannedSession", "AthleteRule", "PlanDay", "Activity", "PlanRun", "CalendarChange", "Restriction", "RuleChecked"} {
		if both[kind] == 0 {
			t.Errorf("no %s was read by both", kind)
		}
	}
}

// looksUp asks for all that was read once more, by its ids.
func (c *client) looksUp(t testing.TB, read cache) {
	t.Helper()
	kinds := map[string]int{}
	for ids := range slices.Chunk(slices.Sorted(maps.Keys(read)), 15) {
		var data struct{ Nodes []any }
		for _, fragments := range []string{
			"...person ...profile ...event ...exercise ...workout ...session ...rule ...own ...change ...family ...restriction", "...day ...activity", "...run", "...decision",
		} {
			c.ask(t, withFragments(`query($ids: [ID!]!) { nodes(ids: $ids) { __typename id `+fragments+` } }`), vars{"ids": ids}, &data)
			read.take(t, "nodes", data.Nodes)
		}
		for i, n := range data.Nodes {
			kind := fmt.Sprint(read[ids[i]]["__typename"])
			if kinds[kind]++; n == nil {
				t.Errorf("the %s %s is not found by its id", kind, ids[i])
			}
		}
	}
	for _, kind := range []string{
		"User", "Profile", "Event", "Exercise", "Workout", "SessionFamily", "PlannedSession", "Rule", "AthleteRule", "PlanDay", "Activity", "PlanRun",
		"CalendarChange", "StageStarted", "LockKept", "CandidatesRetrieved", "SessionProposed", "RuleChecked", "RunSucceeded",
	} {
		if kinds[kind] == 0 {
			t.Errorf("no %s was read", kind)
		}
	}
	t.Log(kinds)
}

// A cache shows what is amiss: a field that changes, and an id of two types.
func TestTheCacheSeesWhatIsAmiss(t *testing.T) {
	for _, pair := range [][2]any{
		{vars{"id": "1", "__typename": "A"}, vars{"id": "1", "__typename": "B"}},
		{vars{"id": "1", "x": 1.0}, vars{"id": "1", "x": 2.0}},
		{vars{"id": "1", "x": vars{"y": 1.0}}, vars{"id": "1", "x": vars{"y": 2.0, "z": 1.0}}},
		{vars{"id": "1", "x": []any{vars{"id": "2"}}}, vars{"id": "1", "x": []any{vars{"id": "3"}}}},
		{vars{"id": "1", "x": nil}, vars{"id": "1", "x": 1.0}},
	} {
		a, b := pair[0].(vars), pair[1].(vars)
		same := true
		for name := range a {
			same = same && alike(a[name], b[name])
		}
		if same {
			t.Errorf("%v and %v are taken for the same", a, b)
		}
	}
}
