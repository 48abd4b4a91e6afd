package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fortnight/planner/runs"
	"fortnight/training"
)

// The shapes of nested reads that are measured: a page of 50 workouts with all their steps, a person with a fortnight of workouts, the days
// of twenty athletes with the heads of their workouts, one workout, and a search.
const (
	readSteps = `{ name sport repeats pool { length unit } steps { ...Step ... on RepeatStep { repeats style everySeconds capSeconds skipLastRecovery steps { ...Step } } } } }
fragment Target on IntensityTarget { kind shape start end zoneSystem }
fragment Step on Step { __typename label notes
	... on EnduranceStep { intent end { kind seconds meters watts } target { ...Target } secondTarget { ...Target } cadence { low high } stroke equipment }
	... on StrengthStep { perSide tempo { lowering pauseBelow lifting pauseAbove } sets { count kind restSeconds amount { kind reps { low high } seconds { low high } } load { fractionOfOneRepMax repsInReserve rpe } } }
	... on RestStep { durationSeconds open }
}`
	readHead = `id title description sport focus tags durationSeconds distanceMeters tss loadMethod intensityFactor`
	readQ1   = `query($after: String) { workouts(first: 50, after: $after) { edges { cursor node { ` + readHead + ` blocks ` + readSteps
	readQ2   = `query($from: Date!) { me { id name role } calendar(from: $from, days: 14) { revision days { date locked tss sessions { id start status lock key workout { ` + readHead + ` blocks ` + readSteps
	readQ4   = `query($id: ID!) { workout(id: $id) { ` + readHead + ` blocks ` + readSteps
	readS    = `query($text: String!) { searchWorkouts(text: $text, filter: {sports: [RIDE]}, first: 10) { nodes { score workout { ` + readHead + ` } } } }`
)

// braced closes what a shape left open before its fragments.
func braced(query string) string {
	head, fragments, _ := strings.Cut(query, "\nfragment ")
	if fragments != "" {
		fragments = "\nfragment " + fragments
	}
	return head + strings.Repeat("}", strings.Count(head, "{")-strings.Count(head, "}")) + fragments
}

// readQ3 asks for the days of athletes under an alias each.
func readQ3(athletes []training.UserID) string {
	var out strings.Builder
	out.WriteString("query($from: Date!) {")
	for i, id := range athletes {
		fmt.Fprintf(&out, ` a%d: calendar(athleteId: %q, from: $from, days: 14) { ...Days }`, i, id)
	}
	return out.String() + ` } fragment Days on Calendar { revision days { date locked tss sessions { id start status key workout { id title sport focus durationSeconds tss } } } }`
}

// readers are a coach with athletes, each with what was done for weeks and a fortnight of planned sessions.
type readers struct {
	*world

	handler  http.Handler
	coach    *client
	athletes []training.UserID
	counted  *counter
}

// counter counts statements.
type counter struct {
	n    atomic.Int64
	each atomic.Pointer[func(sql string, took time.Duration)]
}

// hears has somebody told of each statement from now on.
func (c *counter) hears(each func(sql string, took time.Duration)) { c.each.Store(&each) }

func (c *counter) hear(statement string, took time.Duration, _ error) {
	c.n.Add(1)
	if each := c.each.Load(); each != nil {
		(*each)(statement, took)
	}
}

// newReaders makes as many athletes, over a library of these workouts.
func newReaders(t testing.TB, path string, athletes int, library []training.Workout) *readers {
	t.Helper()
	r := &readers{counted: &counter{}}
	r.world = &world{began: time.Now(), store: func(s runs.Store) runs.Store { return s }, readPath: path, observe: r.counted.hear, bare: true}
	r.key = filepath.Join(t.TempDir(), "signing.key")
	r.openDatabase(t)
	must(t, r.db.Seed(t.Context(), library, func(int, int) {}))
	r.handler = r.server(t).Handler()
	served := httptest.NewServer(r.handler)
	t.Cleanup(served.Close)
	r.url = served.URL + "/graphql"
	r.coach = r.user(t, training.RoleCoach)
	page, err := r.db.ListWorkouts(t.Context(), training.UserID(r.coach.id), filterOfAll, training.OrderTitle, 60, "")
	must(t, err)
	for n := range athletes {
		r.athletes = append(r.athletes, r.trains(t, n, page.Items))
	}
	r.planned(t, training.UserID(r.coach.id), 0, page.Items)
	return r
}

// trains is an athlete of the coach's who has trained every other day for ten weeks.
func (r *readers) trains(t testing.TB, n int, list []training.Workout) training.UserID {
	t.Helper()
	user, err := r.db.CreateUser(t.Context(), training.User{Name: fmt.Sprintf("Athlete %02d", n), Email: fmt.Sprintf("reader%d@example.com", n), Role: training.RoleAthlete, Profile: training.Profile{
		Level: training.Intermediate, TimeZone: "Europe/Berlin", Priority: new(training.PriorityHybrid),
	}}, "no hash")
	must(t, err)
	_, err = r.raw.Exec(t.Context(), "INSERT INTO coach_grants (athlete_id, coach_id, created_at) VALUES ($1, $2, now())", user.ID, r.coach.id)
	must(t, err)
	var done []training.Activity
	for day := range 35 {
		a := training.Activity{AthleteID: user.ID, Date: today.AddDays(-2*day - 1), Sport: training.Run, DurationSeconds: 3000 + 60*day, Matching: training.MatchNone}
		stress := 40 + float64(day%7)*6
		must(t, a.SetLoad(user.Profile, &stress))
		done = append(done, a)
	}
	_, err = r.db.LogActivities(t.Context(), user.ID, user.ID, done)
	must(t, err)
	r.planned(t, user.ID, n, list)
	return user.ID
}

// planned has somebody do a workout on each day of the fortnight.
func (r *readers) planned(t testing.TB, who training.UserID, n int, list []training.Workout) {
	t.Helper()
	for day := range 14 {
		_, err := r.db.ScheduleSession(t.Context(), who, training.PlannedSession{
			AthleteID: who, Date: first.AddDays(day), Start: 7 * 60, WorkoutID: list[(n*7+day)%len(list)].ID, Status: training.Planned,
		})
		must(t, err)
	}
}

// read sends a query to the handler, no socket in between, and returns the answer.
func (r *readers) read(t testing.TB, body string) []byte {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+r.coach.token)
	answered := httptest.NewRecorder()
	r.handler.ServeHTTP(answered, request)
	if answered.Code != http.StatusOK || strings.Contains(answered.Body.String()[:min(40, answered.Body.Len())], `"errors"`) {
		t.Fatalf("%d %.2000s", answered.Code, answered.Body)
	}
	return answered.Body.Bytes()
}

// shape is a read that is measured, as the body of its request.
type shape struct{ name, body string }

func (r *readers) shapes(t testing.TB) (list []shape) {
	t.Helper()
	var one struct {
		Workouts struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	r.coach.ask(t, `{ workouts(first: 9) { edges { node { id } } } }`, nil, &one)
	add := func(name, query string, variables vars) {
		body, err := json.Marshal(vars{"query": query, "variables": variables})
		must(t, err)
		list = append(list, shape{name, string(body)})
	}
	from := first.String()
	add("Q1", braced(readQ1), nil)
	add("Q1alias", strings.ReplaceAll(strings.ReplaceAll(braced(readQ1), "title description", "description name: title"), "name sport repeats", "times: repeats name"), nil)
	add("Q2", braced(readQ2), vars{"from": from})
	add("Q3", readQ3(r.athletes), vars{"from": from})
	add("Q4", braced(readQ4), vars{"id": one.Workouts.Edges[7].Node.ID})
	add("heads", `{ workouts(first: 50) { edges { node { id title } } } }`, nil)
	add("S", readS, vars{"text": "easy ride to recover"})
	return slices.Clip(list)
}
