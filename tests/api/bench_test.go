package api_test

import (
	"fmt"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"fortnight/library"
	"fortnight/training"
)

// benchmarkLibrary is how many workouts the library has in BenchmarkFortnight.
const benchmarkLibrary = 5000

// manyWorkouts are the shared library over and over, under other names and as long as before.
func manyWorkouts() []training.Workout {
	shared := library.Workouts()
	list := slices.Clone(shared)
	for n := 0; len(list) < benchmarkLibrary; n++ {
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

// BenchmarkFortnight plans fortnights for the demo's athlete, from generatePlan to the terminal event, one after the other. The figures are
// processor time of the server, PostgreSQL's left out.
func BenchmarkFortnight(b *testing.B) {
	w := newWorld(b)
	must(b, w.db.Seed(b.Context(), manyWorkouts(), func(int, int) {}))
	c := w.athlete(b)
	var spent []time.Duration
	for b.Loop() {
		before := processor(b)
		c.plan(b, vars{"apply": false, "seed": len(spent)})
		spent = append(spent, processor(b)-before)
	}
	slices.Sort(spent)
	b.ReportMetric(float64(spent[len(spent)/2].Microseconds())/1000, "p50-cpu-ms")
	b.ReportMetric(float64(spent[len(spent)*99/100].Microseconds())/1000, "p99-cpu-ms")
}

// BenchmarkWhatIf asks what the rules say of the planned fortnight with one session a quarter of an hour later. The processor time is that of
// server and client.
func BenchmarkWhatIf(b *testing.B) {
	w := newWorld(b)
	c := w.athlete(b)
	c.plan(b, vars{"seed": 1})
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
	moved, start := sessions[0], sessions[0]["start"]
	began := processor(b)
	for n := 0; b.Loop(); n++ {
		moved["start"] = []any{start, "06:45"}[n%2]
		var checked struct{ CheckCalendar struct{ Verdict string } }
		c.ask(b, `query($input: CheckCalendarInput!) { checkCalendar(input: $input) { verdict violations { rule { id } margin } } }`,
			vars{"input": vars{"from": first.String(), "sessions": sessions}}, &checked)
		if checked.CheckCalendar.Verdict == "CONFLICT" {
			b.Fatal("the move breaks a HARD rule: an explanation would be measured")
		}
	}
	b.ReportMetric(float64((processor(b)-began).Microseconds())/1000/float64(b.N), "cpu-ms")
}
