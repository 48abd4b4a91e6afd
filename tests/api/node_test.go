package api_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"fortnight/training"
)

// node is what there is to say of anything.
type node struct {
	Type string `json:"__typename"`
	ID   string
}

// nodes looks ids up at once and one by one, which must answer alike.
func (c *client) nodes(t testing.TB, ids ...string) []*node {
	t.Helper()
	all := c.nodesAtOnce(t, ids)
	for i, id := range ids {
		var one struct{ Node *node }
		c.ask(t, `query($id: ID!) { node(id: $id) { __typename id } }`, vars{"id": id}, &one)
		if !reflect.DeepEqual(all[i], one.Node) {
			t.Errorf("%.60q: among others %v, alone %v", id, all[i], one.Node)
		}
	}
	return all
}

func (c *client) nodesAtOnce(t testing.TB, ids []string) []*node {
	t.Helper()
	var data struct{ Nodes []*node }
	c.ask(t, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, vars{"ids": ids}, &data)
	if len(data.Nodes) != len(ids) {
		t.Fatalf("%d nodes for %d ids", len(data.Nodes), len(ids))
	}
	return data.Nodes
}

// identities are the ids of one of everything of a person's, by the type that each is of.
func (w *world) identities(t testing.TB, p person) (types, ids []string) {
	t.Helper()
	add := func(kind, id string) { types, ids = append(types, kind), append(ids, id) }
	add("User", p.id)
	add("Profile", p.id+":profile")
	add("Workout", p.names["WORKOUT"])
	add("PlannedSession", p.names["SESSION"])
	add("PlanDay", p.id+":"+today.AddDays(8).String())
	add("PlanDay", p.id+":"+today.AddDays(-100).String())
	add("Event", p.names["EVENT"])
	add("Activity", w.text(t, "SELECT id::text FROM activities WHERE athlete_id = $1 ORDER BY date LIMIT 1", p.id))
	add("PlanRun", p.names["PLAN"])
	add("AthleteRule", p.id+":INT-1")
	add("AthleteRule", p.id+":LCK-1")
	add("CalendarChange", p.names["CHANGE"])
	var kinds string
	must(t, w.raw.QueryRow(t.Context(), `SELECT string_agg(DISTINCT kind, ' ') FROM plan_events WHERE run_id = $1`, p.names["PLAN"]).Scan(&kinds))
	for _, kind := range strings.Fields(kinds) {
		add(kind, w.text(t, "SELECT run_id || ':' || sequence FROM plan_events WHERE run_id = $1 AND kind = $2 ORDER BY sequence LIMIT 1", p.names["PLAN"], kind))
	}
	return types, ids
}

// 13 §2: whatever has an id is found by it, by who may see it and nobody else; who may not is answered as for an id of nothing.
func TestNodesAreFoundByWhoMaySeeThem(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p, stranger := w.person(t), w.user(t, training.RoleCoach)
	coach := w.user(t, training.RoleCoach)
	p.grants(t, coach)
	types, ids := w.identities(t, p)
	if len(ids) < 18 {
		t.Errorf("%d kinds: %v", len(ids), types)
	}
	for name, c := range map[string]*client{"athlete": p.client, "coach": coach} {
		for i, n := range c.nodes(t, ids...) {
			if n == nil || n.Type != types[i] || n.ID != ids[i] {
				t.Errorf("%s: %s %s is %v", name, types[i], ids[i], n)
			}
		}
	}
	for i, n := range stranger.nodes(t, ids...) {
		if n != nil {
			t.Errorf("a stranger finds the %s %s", types[i], n.ID)
		}
	}
	for i, n := range stranger.nodes(t, shapes(ids)...) {
		if n != nil {
			t.Errorf("an id of nothing, in the form of a %s, is a %s", types[i], n.Type)
		}
	}
	p.ask(t, `mutation($c: ID!) { revokeCoach(input: {coachId: $c}) { coach { id } } }`, vars{"c": coach.id}, new(any))
	for i, n := range coach.nodes(t, ids...) {
		if n != nil {
			t.Errorf("a coach of yesterday finds the %s %s", types[i], n.ID)
		}
	}
	for _, ask := range []string{`{ node(id: "x") { id } }`, `{ nodes(ids: ["x"]) { id } }`} {
		(&client{url: w.url}).refused(t, "UNAUTHENTICATED", ask, nil)
	}
}

// shapes are ids of the same forms, of nothing.
func shapes(ids []string) []string {
	other := make([]string, len(ids))
	for i, id := range ids {
		_, rest, _ := strings.Cut(id, ":")
		other[i] = strings.TrimSuffix(uuid.NewString()+":"+rest, ":")
	}
	return other
}

// 13 §2: what is everybody's has one id for all, and what is no id is nothing, in its place.
func TestNodesInTheirPlaces(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	shared := w.text(t, "SELECT id::text FROM workouts WHERE owner_id IS NULL ORDER BY id LIMIT 1")
	nothing := []string{
		"", " ", "x", ":", "::", ":profile", "profile", "INT-99", "int-1", "Back-squat", "null", "0", "\x00", "' OR true --", strings.Repeat("9", 3000),
		c.id + ":", c.id + ":Profile", c.id + ":profile:profile", c.id + ":2026-02-30", c.id + ":2026-1-1", c.id + ":INT-99", c.id + ":1", c.id + ":-1",
		strings.ToUpper(c.id), c.id + " ", "{" + c.id + "}", strings.ReplaceAll(c.id, "-", ""), "urn:uuid:" + c.id, "x:INT-1", "x:2026-11-25",
		"x:1", uuid.NewString(), uuid.NewString() + ":profile", c.id + ":99999999999999999999", c.id + ":01", "-1:1", "what-if-1",
	}
	ids := []string{"back-squat", shared, "INT-1", "R-THR"}
	for _, id := range nothing {
		ids = append(ids, id, c.id)
	}
	for i, n := range c.nodes(t, ids...) {
		want := map[string]string{"back-squat": "Exercise", shared: "Workout", "INT-1": "Rule", "R-THR": "SessionFamily", c.id: "User"}[ids[i]]
		if (n == nil) != (want == "") || n != nil && (n.Type != want || n.ID != ids[i]) {
			t.Errorf("%.60q is %v, want %q", ids[i], n, want)
		}
	}
	all := make([]string, 101)
	for i := range all {
		all[i] = c.id + ":" + training.Date(i*31+15000).String() // each far from the next
	}
	c.refused(t, "BAD_USER_INPUT", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, vars{"ids": all})
	c.refused(t, "BAD_USER_INPUT", `{ nodes(ids: []) { id } }`, nil)
	for i, n := range c.nodesAtOnce(t, all[:100]) {
		if n == nil || n.ID != all[i] {
			t.Errorf("%s is %v", all[i], n)
		}
	}
	a := c.refused(t, "LIMIT_EXCEEDED", `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Workout { similar(first: 20) { workout { id title } } } } }`, vars{"ids": all[:100]})
	if a.Data != nil && string(a.Data) != "null" {
		t.Error(a.body)
	}
}

// A decision of yesterday's program is read today: what it names that is gone is null where it stands.
func TestStoredDecisionsAreRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.person(t)
	gone := uuid.NewString()
	session := `{"id": "` + gone + `", "athleteId": "` + p.id + `", "date": "2026-11-30", "start": "07:00", "workoutId": "` + gone + `", "status": "PLANNED",
		"lock": "DAY", "key": true, "keyFlagged": true}`
	check := `{"ruleId": "OLD-1", "severity": "SOFT", "from": "2026-11-30", "to": "2026-11-30", "measured": 3, "limit": 2, "margin": -1, "passed": false,
		"overridden": true, "sessions": [` + session + `], "message": "old"}`
	certificate := `{"verdict": "CONFLICT", "hash": "x", "checks": [` + check + `], "conflicts": [{"ruleIds": ["INT-1"], "sessions": [` + session + `], "dates": [],
		"message": "m", "repairs": [{"message": "move", "sessionId": "` + gone + `", "date": "2026-12-01"}]}]}`
	for i, e := range [][2]string{
		{"LockKept", `{"session": ` + session + `}`},
		{"SessionProposed", `{"session": {"id": "` + gone + `", "existing": false, "date": "2026-11-30", "start": "07:00", "workoutId": "` + gone + `", "key": false, "rationale": "r"}}`},
		{"CandidatesRetrieved", `{"date": "2026-11-30", "query": "q", "candidates": [{"workoutId": "` + gone + `", "score": 1, "reasons": []}, {"workoutId": "` + p.names["WORKOUT"] + `", "score": 0.5, "reasons": []}]}`},
		{"ModelCorrected", `{"date": "2026-11-30", "dropped": true, "reason": "r"}`},
		{"RuleChecked", `{"check": ` + check + `}`},
		{"RunFailed", `{"code": "CONFLICT"}`},
	} {
		_, err := w.raw.Exec(t.Context(), `INSERT INTO plan_events (athlete_id, run_id, sequence, kind, stage, at, message, payload)
			SELECT athlete_id, id, 10000 + $2, $3, 'ANALYZE', created_at, 'm', $4::jsonb FROM plan_runs WHERE id = $1`, p.names["PLAN"], i, e[0], e[1])
		must(t, err)
	}
	var all struct {
		PlanRun struct {
			Events struct {
				Edges      []struct{ Cursor string }
				TotalCount int
			}
		}
	}
	p.ask(t, `query($run: ID!) { planRun(id: $run) { events(first: 500) { edges { cursor } totalCount } } }`, vars{"run": p.names["PLAN"]}, &all)
	told := all.PlanRun.Events
	if len(told.Edges) != told.TotalCount {
		t.Fatalf("%d decisions of %d", len(told.Edges), told.TotalCount)
	}
	_, err := w.raw.Exec(t.Context(), "UPDATE plan_runs SET certificate = convert_to($2, 'UTF8') WHERE id = $1", p.names["PLAN"], certificate)
	must(t, err)
	var data json.RawMessage
	p.ask(t, `query($run: ID!, $after: String) { planRun(id: $run) { events(after: $after, first: 10) { nodes { __typename
		... on LockKept { session { session { id } date start status lock key workout { id } } }
		... on SessionProposed { session { date workout { id } resolved { tss } } }
		... on CandidatesRetrieved { candidates { score workout { id } } }
		... on ModelCorrected { forDate dropped reason }
		... on RuleChecked { check { rule { id severity } severity unit limit overridden sessions { workout { id } } } }
		... on RunFailed { certificate { conflicts { repairs { sessionId date session { start session { id } } } } } } } } } }`,
		vars{"run": p.names["PLAN"], "after": told.Edges[len(told.Edges)-7].Cursor}, &data)
	want := `{"planRun":{"events":{"nodes":[` + strings.Join([]string{
		`{"__typename":"LockKept","session":{"session":null,"date":"2026-11-30","start":"07:00","status":"PLANNED","lock":"DAY","key":true,"workout":null}}`,
		`{"__typename":"SessionProposed","session":{"date":"2026-11-30","workout":null,"resolved":null}}`,
		`{"__typename":"CandidatesRetrieved","candidates":[{"score":0.5,"workout":{"id":"` + p.names["WORKOUT"] + `"}}]}`,
		`{"__typename":"ModelCorrected","forDate":"2026-11-30","dropped":true,"reason":"r"}`,
		`{"__typename":"RuleChecked","check":{"rule":{"id":"OLD-1","severity":"ADVISORY"},"severity":"SOFT","unit":null,"limit":2,"overridden":true,"sessions":[{"workout":null}]}}`,
		`{"__typename":"RunFailed","certificate":{"conflicts":[{"repairs":[{"sessionId":null,"date":"2026-12-01","session":{"start":"07:00","session":null}}]}]}}`,
	}, ",") + `]}}}`
	if string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}
}
