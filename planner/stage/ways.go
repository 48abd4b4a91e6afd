package stage

import (
	"fmt"
	"math"
	"slices"

	"fortnight/brief"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/wish"
)

// TermsOf is what the draft costs as a search judges it.
func TermsOf(f *state.Fortnight, base *solver.Solver) []solver.Term {
	base.Stand(f.ToPlace())
	return base.Terms()
}

// Way is what gives way in another fortnight, and the problem that it is the answer to; false where there is nothing of it to give. Where that
// is a wish, a plan that keeps it all the same is none of its answers.
type Way struct {
	Gives   string
	Problem func(f *state.Fortnight) (solver.Problem, bool)
	Wish    *wish.Wish
	is      func(is, was totals) bool // what Gives says of the plan beside the first; nil where it says nothing that counts
}

// Holds tells whether a plan that was made along the way is what the way says of it, beside the first: a search that was asked for less time need not
// find less of it.
func (w *Way) Holds(f, first *state.Fortnight) bool {
	if w.Wish != nil && Keeps(f, w.Wish) {
		return false
	}
	return w.is == nil || w.is(totalsOf(f), totalsOf(first))
}

// maxWishWays bounds how many wishes are tried without.
const maxWishWays = 3

// Ways are what may give way, in the order in which they are tried: a wish, time, hard training, freshness.
func Ways(f *state.Fortnight) []Way {
	var list []Way
	for n, w := range f.Wishes {
		if mayGive(w.Kind) && len(list) < maxWishWays {
			list = append(list, Way{
				Gives: fmt.Sprintf("Without the wish “%s”", w.Quote), Problem: func(f *state.Fortnight) (solver.Problem, bool) { return without(f, n) }, Wish: &w,
			})
		}
	}
	return append(list,
		Way{Gives: "Less time", Problem: shorter, is: func(is, was totals) bool { return is.seconds < was.seconds }},
		Way{Gives: "Fresher", Problem: fresher, is: func(is, was totals) bool { return is.hard < was.hard && is.tss < was.tss }},
		Way{Gives: "More load", Problem: fuller, is: func(is, was totals) bool { return is.tss > was.tss }})
}

// mayGive tells whether a plan may be tried without a wish: not one that concerns the body, nor a race.
func mayGive(kind wish.Kind) bool {
	return kind != wish.Spare && kind != wish.Gate && kind != wish.Race && kind != wish.Note
}

// without is the problem as it is without one of the wishes: the weeks stay as they were planned, the days that it closed are open.
func without(f *state.Fortnight, n int) (solver.Problem, bool) {
	f.Wishes = slices.Delete(slices.Clone(f.Wishes), n, n+1)
	opened, err := brief.New(f.BriefInput(f.Input(f.Locked())))
	if err != nil {
		return solver.Problem{}, false
	}
	b := *f.Brief
	b.Days, f.Brief = opened.Days, &b
	return Problem(f), true
}

// How much of their minutes weeks have where time gives way, and how much where freshness does: no more than weeks may grow by.
const (
	shorterShare = 0.85
	fullerShare  = 1.08
)

// Keeps tells whether the plan is as a wish asks for.
func Keeps(f *state.Fortnight, w *wish.Wish) bool {
	met, _ := Met(f, w)
	return met
}

// shorter is the problem with less time in each week.
func shorter(f *state.Fortnight) (solver.Problem, bool) {
	p := Problem(f)
	for i := range p.Weeks {
		p.Weeks[i].Scale(shorterShare)
	}
	return p, true
}

// fuller is the problem with more time in those weeks that build: none that is easier on purpose.
func fuller(f *state.Fortnight) (solver.Problem, bool) {
	p, any := Problem(f), false
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
func fresher(f *state.Fortnight) (solver.Problem, bool) {
	p, any := Problem(f), false
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

// Differs says in a sentence what gives way in a plan against the first, and what it comes to.
func Differs(f *state.Fortnight, gives string, first *state.Fortnight, terms []solver.Term) string {
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

func totalsOf(f *state.Fortnight) (t totals) {
	for _, s := range f.Sessions() {
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
