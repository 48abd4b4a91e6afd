package rules

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fortnight/training"
)

func randomSessions(random *rand.Rand, n int) []training.Session {
	sports := []training.Sport{run, ride, gym, swim, stick}
	list := make([]training.Session, n)
	for i := range list {
		sport := sports[random.IntN(len(sports))]
		s := session(1+random.IntN(14), fmt.Sprintf("%02d:30", 5+random.IntN(15)), sport, minutes(20+random.IntN(120)), tss(float64(random.IntN(120))))
		s.ID = training.SessionID(fmt.Sprint("r", random.Uint64()))
		switch {
		case sport == gym && random.IntN(2) == 0:
			heavy(&s)
		case sport.Endurance() && random.IntN(3) == 0 && s.Load.DurationSeconds > 1200:
			hi(&s)
		}
		list[i] = s
	}
	return list
}

// The evaluator after any edits says what a fresh one says of the same plan, and what the certificate says.
func TestEditsAgreeWithTheFullCheck(t *testing.T) {
	edits := 100_000
	if testing.Short() || raceEnabled {
		edits = 5_000
	}
	random := rand.New(rand.NewPCG(3, 4))
	in := input()
	e := NewEvaluator(in)
	var plan []training.Session
	for n := range edits {
		if len(plan) > 0 && (len(plan) > 16 || random.IntN(2) == 0) {
			at := random.IntN(len(plan))
			if !e.Remove(plan[at].ID) {
				t.Fatal("a session is gone")
			}
			plan = append(plan[:at:at], plan[at+1:]...)
		} else {
			s := randomSessions(random, 1)[0]
			plan = append(plan, s)
			e.Add(&s)
		}
		fresh := in
		fresh.Sessions = plan
		got, want := e.Score(), NewEvaluator(fresh).Score()
		if got.Hard != want.Hard || abs(got.Excess-want.Excess) > 1e-6 || abs(got.Cost-want.Cost) > 1e-6 {
			t.Fatalf("edit %d: %+v, afresh %+v", n, got, want)
		}
		if n%500 == 0 {
			count := 0
			for _, c := range Check(fresh).Violations() {
				if c.Severity == Hard && c.RuleID != "LCK-2" {
					count++
				}
			}
			if count != got.Hard {
				t.Fatalf("edit %d: %d HARD rows in the certificate, %d in the score", n, count, got.Hard)
			}
		}
	}
}

func busyFortnight() Input {
	return input(
		session(1, "07:00", swim), session(2, "07:00", run, hi), session(3, "18:00", gym, heavy), session(4, "07:00", ride),
		session(6, "08:00", ride, minutes(120), tss(80)), session(7, "08:00", run), session(9, "07:00", run, hi), session(10, "18:00", gym, heavy),
		session(11, "07:00", ride), session(13, "08:00", ride, minutes(120), tss(80)), session(14, "08:00", run),
	)
}

func TestScoreDoesNotAllocate(t *testing.T) {
	e := NewEvaluator(busyFortnight())
	extra := session(5, "07:00", swim)
	e.Add(&extra)
	e.Remove(extra.ID)
	if n := testing.AllocsPerRun(100, func() { e.Score() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCheck(b *testing.B) {
	in := busyFortnight()
	b.ReportAllocs()
	for b.Loop() {
		Check(in)
	}
}

func BenchmarkEdit(b *testing.B) {
	e := NewEvaluator(busyFortnight())
	extra := session(5, "07:00", swim)
	b.ReportAllocs()
	for b.Loop() {
		e.Add(&extra)
		e.Score()
		e.Remove(extra.ID)
	}
}
