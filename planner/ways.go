package planner

import (
	"fmt"
	"math"
	"slices"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// termsOf is what the draft costs as a search judges it.
func termsOf(f *fortnight, base *solver.Solver) []solver.Term {
	base.Stand(f.toPlace())
	return base.Terms()
}

// way is what gives way in another fortnight, and the problem that it is the answer to; false where there is nothing of it to give. Where that
// is a wish, a plan that keeps it all the same is none of its answers.
type way struct {
	gives   string
	problem func(f *fortnight) (solver.Problem, bool)
	wish    *wish.Wish
}

// maxWishWays bounds how many wishes are tried without.
const maxWishWays = 3

// ways are what may give way, in the order in which they are tried: a wish, time, hard training, freshness.
func ways(f *fortnight) []way {
	var list []way
	for n, w := range f.Wishes {
		if mayGive(w.Kind) && len(list) < maxWishWays {
			list = append(list, way{
				gives: fmt.Sprintf("Without the wish “%s”", w.Quote), problem: func(f *fortnight) (solver.Problem, bool) { return without(f, n) }, wish: &w,
			})
		}
	}
	return append(list, way{gives: "Less time", problem: shorter}, way{gives: "Fresher", problem: fresher},
		way{gives: "More load", problem: fuller})
}

// mayGive tells whether a plan may be tried without a wish: not one that concerns the body, nor a race.
func mayGive(kind wish.Kind) bool {
	return kind == wish.Avoid || kind == wish.Prefer || kind == wish.MaxMinutes || kind == wish.Rest
}

// without is the problem as it is without one of the wishes: the weeks stay as they were planned, the days that it closed are open.
func without(f *fortnight, n int) (solver.Problem, bool) {
	f.Wishes = slices.Delete(slices.Clone(f.Wishes), n, n+1)
	opened, err := brief.New(f.briefInput(f.input(f.locked())))
	if err != nil {
		return solver.Problem{}, false
	}
	b := *f.Brief
	b.Days, f.Brief = opened.Days, &b
	return problem(f), true
}

// How much of their minutes weeks have where time gives way, and how much where freshness does: no more than weeks may grow by.
const (
	shorterShare = 0.85
	fullerShare  = 1.08
)

// keeps tells whether the plan is as a wish asks for.
func keeps(f *fortnight, w *wish.Wish) bool {
	sessions := f.sessions()
	if w.Kind == wish.Prefer {
		return slices.ContainsFunc(sessions, func(s training.Session) bool { return w.Serves(s.Date, f.workouts.Of(&s)) })
	}
	for i := range sessions {
		s := &sessions[i]
		others := slices.DeleteFunc(slices.Clone(sessions), func(o training.Session) bool { return o.ID == s.ID })
		if w.On(s.Date) && !(wish.Wishes{*w}).Allows(s.Date, f.workouts.Of(s), others) {
			return false
		}
	}
	return true
}

// shorter is the problem with less time in each week.
func shorter(f *fortnight) (solver.Problem, bool) {
	p := problem(f)
	for i := range p.Weeks {
		p.Weeks[i].Scale(shorterShare)
	}
	return p, true
}

// fuller is the problem with more time in those weeks that build: none that is easier on purpose.
func fuller(f *fortnight) (solver.Problem, bool) {
	p, any := problem(f), false
	for i := range p.Weeks {
		w := &f.Brief.Weeks[i]
		switch phase := w.Standing.Phase; {
		case w.StepBack, phase == session.Taper, phase == session.Recovery, phase == session.Return:
		default:
			p.Weeks[i].Minutes = int(math.Round(fullerShare * float64(p.Weeks[i].Minutes)))
			any = true
		}
	}
	return p, any
}

// fresher is the problem with a hard session fewer in each week that has two and more, and something easy in its place.
func fresher(f *fortnight) (solver.Problem, bool) {
	p, any := problem(f), false
	for week := range p.Weeks {
		keys, last, easy := 0, -1, -1
		for n := range p.Wants {
			switch w := &p.Wants[n]; {
			case w.Week != week || w.Count == 0:
			case w.Role == season.K || w.Role == season.K2:
				keys, last = keys+w.Count, n
			case w.Role == season.E && easy < 0:
				easy = n
			}
		}
		if keys < 2 {
			continue
		}
		any = true
		if p.Wants[last].Count--; p.Wants[last].Count == 0 {
			p.Wants[last].Doses = nil
		}
		if easy >= 0 {
			p.Wants[easy].Count++
		}
	}
	return p, any
}

// differs says in a sentence what gives way in a plan against the first, and what it comes to.
func differs(f *fortnight, gives string, first *fortnight, terms []solver.Term) string {
	is, was := totalsOf(f), totalsOf(first)
	text := fmt.Sprintf("%s: %s in place of %s", gives, is, was)
	most := solver.Term{}
	for _, t := range terms {
		if t.Cost > most.Cost {
			most = t
		}
	}
	if most.Kind != "" {
		text += "; what it gives up most is " + most.Name()
	}
	return text + "."
}

// totals are what a plan comes to.
type totals struct {
	sessions, hard, seconds int
	tss                     float64
}

func totalsOf(f *fortnight) (t totals) {
	for _, s := range f.sessions() {
		t.sessions++
		t.seconds += s.Load.DurationSeconds
		t.tss += s.Load.TSS
		if s.Load.Demand.HighIntensity {
			t.hard++
		}
	}
	return t
}

func (t totals) String() string {
	return fmt.Sprintf("%d sessions, %d of them hard, of %s and %.0f TSS", t.sessions, t.hard, prose.Minutes(t.seconds), t.tss)
}
