package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"fortnight/library"
	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/training"
)

// benchmarkLibrary is how many workouts the library has in BenchmarkFortnight.
const benchmarkLibrary = 5000

// manyWorkouts are so many: the shared library over and over, under other names and as long as before.
func manyWorkouts(size int) []training.Workout {
	shared := library.Workouts()
	list := slices.Clone(shared)
	for n := 0; len(list) < size; n++ {
		w := shared[n%len(shared)]
		w.Title = fmt.Sprintf("%.100s, no. %d", w.Title, n)
		w.ID = training.WorkoutID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(w.Title)).String())
		list = append(list, w)
	}
	return list
}

// processor is the processor time that this process has used.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// report gives the median and the 99th percentile of what was spent, each in milliseconds of processor time.
func report(b *testing.B, spent []time.Duration) {
	b.Helper()
	slices.Sort(spent)
	b.ReportMetric(float64(spent[len(spent)/2].Microseconds())/1000, "p50-cpu-ms")
	b.ReportMetric(float64(spent[len(spent)*99/100].Microseconds())/1000, "p99-cpu-ms")
}

// readOnce has queries executed the one way in which they are served, and not both ways as in tests.
func readOnce(w *world) { w.readPath = "on" }

// workless is a world whose runs wait for whoever measures them, and its handler. Nothing else happens in it but what the benchmark does.
func workless(b *testing.B, observe func(string, time.Duration, error)) (*world, http.Handler) {
	b.Helper()
	w := &world{began: time.Now(), readPath: "on", store: func(s runs.Store) runs.Store { return s }, observe: observe}
	w.openDatabase(b)
	handler := w.server(b).Handler()
	served := httptest.NewServer(handler)
	b.Cleanup(served.Close)
	w.url = served.URL + "/graphql"
	return w, handler
}

// run takes the run that waits from claimed to its terminal event.
func (w *world) run(b testing.TB) {
	b.Helper()
	run, progress, lease, err := w.db.Claim(b.Context())
	must(b, err)
	must(b, (&planner.Planner{Store: w.db, Now: w.now, Log: logger(b)}).Run(b.Context(), run, progress, lease))
}

// BenchmarkFortnight plans fortnights for the demo's athlete over 5,000 workouts, one after the other, each with another seed. The figures
// are processor time of this process, garbage collection included, PostgreSQL's left out.
func BenchmarkFortnight(b *testing.B) {
	b.Run("run", benchmarkRun)
	b.Run("api", benchmarkThroughAPI)
}

// benchmarkRun measures what a worker does for a run. Nobody watches it.
func benchmarkRun(b *testing.B) {
	w, _ := workless(b, nil)
	must(b, w.db.Seed(b.Context(), manyWorkouts(benchmarkLibrary), func(int, int) {}))
	c := w.athlete(b)
	for seed := range unremembered {
		c.generate(b, vars{"apply": false, "seed": seed})
		w.run(b)
	}
	var server []time.Duration
	for b.Loop() {
		c.generate(b, vars{"apply": false, "seed": unremembered + len(server)})
		server = append(server, w.planOnce(b).server)
	}
	report(b, server)
}

// unremembered is how many plans of a process are not measured: what is remembered is not yet.
const unremembered = 3

// planOnce is what a plan takes, from claimed to its terminal event recorded, for this process and for PostgreSQL: all that says what a plan takes says this.
func (w *world) planOnce(b *testing.B) spent {
	b.Helper()
	before := w.spent(b)
	before.server = processor(b) // what it takes to ask is none of a plan's
	w.run(b)
	server := processor(b) - before.server
	return spent{server, w.spent(b).database - before.database}
}

// dear are statements, by what was waited for each while it listens.
type dear struct {
	listens atomic.Bool

	mu   sync.Mutex
	took map[string]time.Duration
	n    map[string]int
}

func (d *dear) hear(statement string, took time.Duration) {
	if !d.listens.Load() {
		return
	}
	statement = strings.Join(strings.Fields(values.ReplaceAllString(statement, "…")), " ")
	statement = statement[:min(len(statement), 110)]
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.took == nil {
		d.took, d.n = map[string]time.Duration{}, map[string]int{}
	}
	d.took[statement] += took
	d.n[statement]++
}

// print shows the statements that were waited for longest, for each of so many plans, those that differ in their values alone as one.
func (d *dear) print(plans int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	dearest := slices.SortedFunc(maps.Keys(d.took), func(a, b string) int { return int(d.took[b] - d.took[a]) })
	for _, statement := range dearest[:min(len(dearest), 8)] {
		fmt.Printf("  waited %5.2f ms for %4.1f of %s\n", ms(d.took[statement])/float64(plans), float64(d.n[statement])/float64(plans), statement)
	}
}

// values are those in a statement, and its columns, which say nothing of what it does.
var values = regexp.MustCompile(`'[^']*'|"[a-z_]+"\."[a-z_]+"(, )?`)

// benchmarkThroughAPI measures all of it, from generatePlan to the terminal event on a WebSocket: worker, server and client together.
func benchmarkThroughAPI(b *testing.B) {
	w := newWorld(b, readOnce)
	must(b, w.db.Seed(b.Context(), manyWorkouts(benchmarkLibrary), func(int, int) {}))
	c := w.athlete(b)
	var spent []time.Duration
	for b.Loop() {
		before := processor(b)
		c.plan(b, vars{"apply": false, "seed": len(spent)})
		spent = append(spent, processor(b)-before)
	}
	report(b, spent)
}

// whatIf asks what the rules say of sessions.
const whatIf = `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { certificate { verdict violations { rule { id } margin } } } }`

// BenchmarkWhatIf asks what the rules say of the planned fortnight with one session moved to another start. The processor time is that of
// the server alone: its handler gets the request as a client sends it, and no socket and no client is in between. "again" is one move after
// the other on a calendar that stays as it is, "afresh" the first after a change of the calendar, which is then read from the database.
func BenchmarkWhatIf(b *testing.B) {
	w, handler := workless(b, nil)
	c := w.athlete(b)
	c.generate(b, vars{"seed": 1})
	w.run(b)
	sessions := c.planned(b)
	moved, start := sessions[0], sessions[0]["start"]
	var bodies [2]string
	for n := range bodies {
		moved["start"] = []any{start, "06:45"}[n]
		body, err := json.Marshal(vars{"query": whatIf, "variables": vars{"input": vars{"from": first.String(), "sessions": sessions}}})
		must(b, err)
		bodies[n] = string(body)
	}
	b.Run("again", func(b *testing.B) { c.benchmarkWhatIf(b, handler, bodies, func() {}) })
	b.Run("afresh", func(b *testing.B) {
		c.benchmarkWhatIf(b, handler, bodies, func() {
			_, err := w.raw.Exec(b.Context(), "UPDATE calendars SET revision = revision + 1 WHERE athlete_id = $1", c.id)
			must(b, err)
		})
	})
}

func (c *client) benchmarkWhatIf(b *testing.B, handler http.Handler, bodies [2]string, before func()) {
	var spent []time.Duration
	for b.Loop() {
		before()
		request := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", strings.NewReader(bodies[len(spent)%2]))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Authorization", "Bearer "+c.token)
		answered := httptest.NewRecorder()
		began := processor(b)
		handler.ServeHTTP(answered, request)
		spent = append(spent, processor(b)-began)
		if body := answered.Body.String(); !strings.Contains(body, `"verdict":"`) || strings.Contains(body, "CONFLICT") {
			b.Fatalf("the move breaks a HARD rule, so that an explanation would be measured: %s", body)
		}
	}
	report(b, spent)
}

// planned are the sessions of the athlete's next fortnight as checkCalendar takes them.
func (c *client) planned(b *testing.B) []vars {
	b.Helper()
	var data struct {
		Calendar struct {
			Days []struct {
				Sessions []struct {
					Date, Start string
					Workout     struct{ ID string }
				}
			}
		}
	}
	c.ask(b, `query($from: Date!) { calendar(from: $from) { days { sessions { date start workout { id } } } } }`, vars{"from": first.String()}, &data)
	var sessions []vars
	for _, d := range data.Calendar.Days {
		for _, s := range d.Sessions {
			sessions = append(sessions, vars{"date": s.Date, "start": s.Start, "workoutId": s.Workout.ID})
		}
	}
	return sessions
}
