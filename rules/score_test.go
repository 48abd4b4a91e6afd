package rules

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"fortnight/rules/frame"
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
		s.KeyFlagged = random.IntN(20) == 0
		list[i] = s
	}
	return list
}

// The evaluator after any edits says what a fresh one says of the same plan, and what the certificate says.
func TestEditsAgreeWithTheFullCheck(t *testing.T) {
	edits := many(100_000, 10_000, 5_000)
	p := newEditedPlan(input(session(4, "06:00", gym, heavy), session(6, "17:00", ride, hi)))
	random := rand.New(rand.NewPCG(3, 4))
	for n := range edits {
		p.edit(t, random, randomSession)
		score := p.agrees(t, n)
		if n%500 > 0 {
			continue
		}
		count := 0
		for _, c := range Check(p.fresh()).Violations() {
			if c.Severity == Hard && c.RuleID != "LCK-2" {
				count++
			}
		}
		if count != score.Hard {
			t.Fatalf("edit %d: %d HARD rows in the certificate, %d in the score", n, count, score.Hard)
		}
	}
}

func randomSession(random *rand.Rand) training.Session { return randomSessions(random, 1)[0] }

// editedPlan is a plan that an evaluator was told of edit by edit.
type editedPlan struct {
	in        Input
	evaluator *Evaluator
	plan      []training.Session
	put       map[training.SessionID]*Prepared // those that were put into it; the others it began with
}

func newEditedPlan(in Input) *editedPlan {
	return &editedPlan{in: in, evaluator: NewEvaluator(in), plan: slices.Clone(in.Sessions), put: map[training.SessionID]*Prepared{}}
}

// edit adds a session that is drawn, takes one out or does both at once.
func (p *editedPlan) edit(t *testing.T, random *rand.Rand, draw func(*rand.Rand) training.Session) {
	t.Helper()
	if len(p.plan) == 0 || len(p.plan) <= 16 && random.IntN(2) == 0 {
		p.add(t, draw(random))
		return
	}
	at := random.IntN(len(p.plan))
	old := p.plan[at]
	p.plan = append(p.plan[:at:at], p.plan[at+1:]...)
	was := p.put[old.ID]
	if random.IntN(3) > 0 {
		p.remove(t, old.ID, was)
		return
	}
	s := draw(random)
	if random.IntN(2) == 0 {
		s.Date, s.Start = old.Date, old.Start
	}
	prepared := p.evaluator.Prepare(&s)
	if was != nil {
		p.evaluator.Replace(was, &prepared)
	} else {
		p.remove(t, old.ID, nil)
		p.evaluator.Put(&prepared)
	}
	p.plan, p.put[s.ID] = append(p.plan, s), &prepared
}

// remove takes a session out of the plan, which knows it as it was put there, or by its id.
func (p *editedPlan) remove(t *testing.T, id training.SessionID, was *Prepared) {
	t.Helper()
	if was == nil && !p.evaluator.Remove(id) || was != nil && !p.evaluator.Withdraw(was) {
		t.Fatal("a session is gone")
	}
	if p.evaluator.Remove(id) || was != nil && p.evaluator.Withdraw(was) {
		t.Fatal("a session is there twice")
	}
}

// add puts a session into the plan, which then scores no better than what it cannot change.
func (p *editedPlan) add(t *testing.T, s training.Session) {
	t.Helper()
	prepared := p.evaluator.Prepare(&s)
	least := p.evaluator.AtLeast(prepared.Concerns())
	p.evaluator.Put(&prepared)
	p.plan, p.put[s.ID] = append(p.plan, s), &prepared
	if got := p.evaluator.Score(); got.Hard < least.Hard || got.Excess < least.Excess-frame.Slack || got.Cost < least.Cost-frame.Slack {
		t.Fatalf("with %s the plan scores %+v, and was to score %+v at least", s.Title, got, least)
	}
}

func (p *editedPlan) fresh() Input {
	in := p.in
	in.Sessions = p.plan
	return in
}

// agrees compares the evaluator's score with what all rows of a fresh check add up to, and returns it.
func (p *editedPlan) agrees(t *testing.T, edit int) Score {
	t.Helper()
	got, want := p.evaluator.Score(), scoreOf(p.fresh())
	if got.Hard != want.Hard || math.Abs(got.Excess-want.Excess) > 1e-6 || math.Abs(got.Cost-want.Cost) > 1e-6 {
		t.Fatalf("edit %d: %+v, afresh %+v", edit, got, want)
	}
	return got
}

func busyFortnight() Input {
	return input(
		session(1, "07:00", swim), session(2, "07:00", run, hi), session(3, "18:00", gym, heavy), session(4, "07:00", ride),
		session(6, "08:00", ride, minutes(120), tss(80)), session(7, "08:00", run), session(9, "07:00", run, hi), session(10, "18:00", gym, heavy),
		session(11, "07:00", ride, tss(25)), session(13, "08:00", ride, minutes(120), tss(60)), session(14, "08:00", run, tss(25)),
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
