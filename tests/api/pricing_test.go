package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// taken is what an answer took of the server, without what every request takes.
type taken struct {
	document   string
	price      int // of the document, in points
	bytes      int // that were allocated
	statements int
}

// statementBytes is how many bytes a statement counts for: what the database works for it, as a few of them are worked with.
const statementBytes = 40_000

// perPoint is the work for a point, in bytes. What is asked for anyway, to read a request, counts on both sides.
func (u taken) perPoint() float64 {
	return float64(max(0, u.bytes)+statementBytes*u.statements) / float64(u.price+10)
}

// pricer asks a server for documents and counts what they take.
type pricer struct {
	*world

	handler http.Handler
	counted *counter
	least   taken // of any document
}

func newPricer(t *testing.T) *pricer {
	p := &pricer{counted: &counter{}}
	p.world = newWorld(t, func(w *world) {
		w.readPath, w.observe, w.key = "on", p.counted.hear, filepath.Join(t.TempDir(), "signing.key")
	})
	p.handler = p.server(t).Handler()
	return p
}

// ask has a document answered for a client, three times, of which the least counts: the first parses and compiles it. Before each all calendars
// get another revision, so that nothing that is remembered of them stands.
func (p *pricer) ask(t *testing.T, c *client, name, document string, variables vars) taken {
	t.Helper()
	body, err := json.Marshal(vars{"query": document, "variables": variables, "extensions": vars{"cost": true}})
	must(t, err)
	least := taken{document: name}
	for n := range 3 {
		_, err := p.raw.Exec(t.Context(), "UPDATE calendars SET revision = revision + 1")
		must(t, err)
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Authorization", "Bearer "+c.token)
		answered := httptest.NewRecorder()
		var before, after runtime.MemStats
		statements := p.counted.n.Load()
		runtime.ReadMemStats(&before)
		p.handler.ServeHTTP(answered, request)
		runtime.ReadMemStats(&after)
		var told struct {
			Errors     []any
			Extensions struct{ Cost struct{ Document int } }
		}
		must(t, json.Unmarshal(answered.Body.Bytes(), &told))
		if len(told.Errors) > 0 || told.Extensions.Cost.Document == 0 {
			t.Fatalf("%s: %.1000s", document, answered.Body)
		}
		least.price = told.Extensions.Cost.Document
		bytes, count := int(after.TotalAlloc-before.TotalAlloc)-p.least.bytes, int(p.counted.n.Load()-statements)-p.least.statements
		if n == 0 || bytes < least.bytes {
			least.bytes = bytes
		}
		if n == 0 || count < least.statements {
			least.statements = count
		}
	}
	return least
}

// What a document takes is within bounds of what it costs: no field that reads or works out much is as cheap as one that is only written. Work is
// counted by bytes allocated and by statements, which no clock has a part in, where nothing is remembered of the athlete.
func TestNoDocumentIsUnderpriced(t *testing.T) {
	p := newPricer(t) // not beside other tests: they allocate too
	c := p.athlete(t)
	things := c.things(t)
	crowded := p.user(t, "ATHLETE")
	crowded.crowd(t)
	p.least = p.ask(t, c, "", `{__typename}`, nil)

	var all []taken
	for _, q := range coachQueries(t) {
		all = append(all, p.ask(t, c, q.name, q.text, q.of(things)))
	}
	named := func(field, id, selection string) string {
		return fmt.Sprintf("{ %s(id: %q) { %s } }", field, things[id], selection)
	}
	for _, document := range []string{
		`{ me { id } }`, `{ me { fitness { form } } }`, `{ me { levels { level } } }`, `{ me { attention { kind } } }`, `{ me { activities { nodes { id } } } }`,
		`{ calendar { from } }`, `{ calendar { lastChange { id } } }`, `{ calendar(days: 1) { days { tss } } }`, `{ calendar(days: 28) { days { tss } } }`,
		`{ calendar { days { tss sessions { workout { title } } } } }`, `{ calendar { weeks { phase } } }`, `{ calendar { certificate { verdict } } }`,
		`{ calendar(days: 28) { certificate { verdict } } }`, `{ checkCalendar(input: {}) { from } }`, `{ checkCalendar(input: {days: 28}) { certificate { verdict } } }`,
		`{ fitness(from: "2026-12-01", to: "2026-12-02") { form } }`, `{ rules { limit } }`, `{ season { weeks { phase } } }`,
		`{ planRuns { nodes { id } } }`, `{ planRuns(first: 1) { nodes { calendar { from } } } }`, `{ planRuns(first: 1) { nodes { calendar { days { tss } } } } }`,
		`{ activities { nodes { id } } }`, `{ workouts { nodes { id } } }`, `{ workouts(first: 50) { nodes { id blocks { name } } } }`, `{ exercises { nodes { id } } }`, `{ searchWorkouts(text: "easy") { nodes { score } } }`,
		`{ searchWorkouts(text: "easy") { totalCount } }`,
		`{ sessionFamilies { id } }`, `{ sessionFamilies { ladder { level } workouts { id } } }`, `{ sessionFamilies(sport: ROW) { workouts(first: 1) { id } } }`,
		named("planRun", "runId", "id"), named("planRun", "runId", "status proposal { date }"), named("planRun", "runId", "calendar { from }"), named("planRun", "runId", "calendar { days { tss } }"),
		named("planRun", "runId", "certificate { verdict }"), named("planRun", "runId", "candidates { cost }"), named("planRun", "runId", "events(first: 1) { nodes { id } }"), named("planRun", "runId", "events(first: 1, kinds: [RULE_CHECKED]) { totalCount nodes { id } }"),
		named("session", "sessionId", "id"), named("session", "sessionId", "run { id }"), named("workout", "workoutId", "title blocks { name }"),
		named("node", "runId", "id"), named("node", "workoutId", "id"), named("node", "workoutId", "... on Workout { title blocks { name } }"), named("node", "sessionId", "id"),
		named("node", "calendarChangeId", "id"), named("node", "planDayId", "id"), named("node", "athleteRuleId", "id"), named("node", "planEventId", "id"), named("node", "userId", "id"),
		named("node", "activityId", "id"), named("node", "exerciseId", "id"),
	} {
		all = append(all, p.ask(t, c, document, document, nil))
	}
	for _, document := range []string{
		`{ me { attention { kind } } }`, `{ calendar(days: 28) { certificate { verdict } } }`, `{ checkCalendar(input: {days: 28}) { certificate { verdict } } }`,
		`{ calendar(days: 2) { days { sessions { alternatives { score } } } } }`,
	} {
		all = append(all, p.ask(t, crowded, "of a crowded calendar: "+document, document, nil))
	}
	slices.SortFunc(all, func(a, b taken) int { return int(b.perPoint() - a.perPoint()) })
	median := all[len(all)/2].perPoint()
	for _, u := range all {
		t.Logf("%6.0f a point: %6d points, %8d bytes, %3d statements: %s", u.perPoint(), u.price, u.bytes, u.statements, u.document)
		if u.perPoint() > 8*median {
			t.Errorf("%s costs %d points and takes %d bytes and %d statements: %.0f times the median for a point", u.document, u.price, u.bytes, u.statements, u.perPoint()/median)
		}
	}
}

// Of which days a calendar is, its revision and its last change are read without its days, for the same people and with the same values.
func TestWhichCalendarIsReadWithoutItsDays(t *testing.T) {
	p := newPricer(t)
	c, stranger, coach := p.user(t, "ATHLETE"), p.user(t, "ATHLETE"), p.user(t, "COACH")
	c.grants(t, coach)
	c.schedule(t, c.id, c.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today.AddDays(1), "07:00")
	const alone = `query($who: ID) { calendar(athleteId: $who, days: 3) { __typename ...Which } } fragment Which on Calendar { from to revision viewerCanUndo lastChange { id act } }`
	beside := strings.Replace(alone, "__typename", "__typename days { date }", 1)
	for _, viewer := range []*client{c, coach} {
		var one, other struct{ Calendar map[string]any }
		viewer.ask(t, alone, vars{"who": c.id}, &one)
		viewer.ask(t, beside, vars{"who": c.id}, &other)
		delete(other.Calendar, "days")
		if !reflect.DeepEqual(one, other) || one.Calendar["lastChange"] == nil {
			t.Errorf("alone %v, beside its days %v", one, other)
		}
	}
	for _, document := range []string{alone, beside} {
		stranger.refused(t, "NOT_FOUND", document, vars{"who": c.id})
		coach.refused(t, "NOT_FOUND", document, vars{"who": stranger.id})
		c.refused(t, "BAD_USER_INPUT", strings.Replace(document, "days: 3", "days: 99", 1), vars{"who": c.id})
	}
	if used := p.ask(t, c, "", `query($who: ID) { calendar(athleteId: $who, from: "2026-12-01") { from revision } }`, vars{"who": c.id}); used.statements > 1 {
		t.Errorf("it takes %d statements", used.statements)
	}
}
