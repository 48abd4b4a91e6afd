package planner

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// MaxCandidates is how many fortnights a run may propose.
const MaxCandidates = 3

// Candidate is one of several fortnights that a run proposes. Certificate is what the rules say of it, Terms what it costs by the objective of
// the first, so that candidates compare. Difference is what gives way in it, in a sentence, empty for the first. As it is stored, the first
// has neither sessions nor a certificate: they are the run's.
type Candidate struct {
	Sessions    []ProposedSession  `json:"sessions,omitempty"`
	Certificate *rules.Certificate `json:"certificate,omitempty"`
	Terms       []solver.Term      `json:"terms"`
	Difference  string             `json:"difference,omitempty"`
}

// Cost is what the candidate costs in all; the first need not be the cheapest, as a HARD rule may have asked for a repair.
func (c Candidate) Cost() float64 { return solver.Sum(c.Terms) }

// DifferenceOrNil is the difference as clients see it: nil for the first.
func (c Candidate) DifferenceOrNil() *string { return orNil(c.Difference) }

// candidates are the run's proposal and, where more were asked for, others that differ from it and from each other in a session at least and
// that break no HARD rule. There may be fewer than were asked for. They follow from what the run has recorded, so that one that is resumed
// comes to the same.
func (r *runner) candidates(ctx context.Context) ([]Candidate, error) {
	if r.run.Candidates < 2 {
		return nil, nil
	}
	base := solver.New(r.problem())
	list := []Candidate{{Terms: r.termsOf(base)}}
	drafts := [][]ProposedSession{r.Draft}
	for _, way := range r.ways() {
		if len(list) == r.run.Candidates {
			break
		}
		other, certificate, err := r.along(ctx, way)
		if err != nil {
			return nil, err
		}
		if other == nil || way.wish != nil && other.keeps(way.wish) || slices.ContainsFunc(drafts, func(d []ProposedSession) bool { return sameSessions(d, other.Draft) }) {
			continue
		}
		drafts = append(drafts, other.Draft)
		c := Candidate{Sessions: other.Draft, Certificate: certificate, Terms: other.termsOf(base)}
		c.Difference = prose.Clip(other.differs(way.gives, &r.fortnight, solver.Differ(list[0].Terms, c.Terms)), maxDifferenceRunes)
		if err := r.keep(ctx, other.Draft); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// applies tells whether the run puts its plan onto the calendar: one of several is for the athlete to choose.
func (r *runner) applies() bool { return r.run.Apply && r.run.Candidates < 2 }

// others says which other fortnights there are.
func others(ways []Candidate) string {
	text := ""
	for n, c := range ways {
		if n > 0 {
			text += fmt.Sprintf(" Candidate %d: %s", n+1, c.Difference)
		}
	}
	return prose.Clip(text, maxMessageRunes/2)
}

// maxDifferenceRunes bounds a sentence of difference.
const maxDifferenceRunes = 400

// termsOf is what the draft costs as a search judges it.
func (f *fortnight) termsOf(base *solver.Solver) []solver.Term {
	base.Stand(f.toPlace())
	return base.Terms()
}

// toPlace are the draft's sessions without those that stay whatever is planned.
func (f *fortnight) toPlace() []training.Session {
	kept := map[training.SessionID]bool{}
	for _, s := range f.kept() {
		kept[s.ID] = true
	}
	return slices.DeleteFunc(f.sessions(), func(s training.Session) bool { return kept[s.ID] })
}

// along plans the days anew along a way, and repairs what breaks a HARD rule; nil where nothing comes of it.
func (r *runner) along(ctx context.Context, way way) (*fortnight, *rules.Certificate, error) {
	other := r.fortnight
	other.Picks, other.Grounds, other.Rounds, other.Valid = nil, nil, 0, false
	problem, open := way.problem(&other)
	if !open {
		return nil, nil, nil
	}
	s := solver.New(problem)
	s.Solve()
	other.Draft = other.draft(append(other.kept(), other.placed(s)...))
	for {
		v, _, err := validate(ctx, r.planner.Store, &other)
		switch failed := (*failure)(nil); {
		case errors.As(err, &failed):
			return nil, nil, nil
		case err != nil:
			return nil, nil, err
		case v.valid:
			return &other, v.certificate, nil
		}
		other.Rounds++
		other.Certificate = v.certificate
		mended, _ := repair(&other)
		other.Draft, other.Grounds = mended.draft, mended.grounds
	}
}

// sameSessions tells whether two drafts have the same workouts at the same times.
func sameSessions(a, b []ProposedSession) bool {
	return slices.EqualFunc(a, b, func(x, y ProposedSession) bool {
		return x.Date == y.Date && x.Start == y.Start && x.WorkoutID == y.WorkoutID
	})
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
func (f *fortnight) ways() []way {
	var list []way
	for n, w := range f.Wishes {
		if mayGive(w.Kind) && len(list) < maxWishWays {
			list = append(list, way{
				gives: fmt.Sprintf("Without the wish “%s”", w.Quote), problem: func(f *fortnight) (solver.Problem, bool) { return f.without(n) }, wish: &w,
			})
		}
	}
	return append(list, way{gives: "Less time", problem: (*fortnight).shorter}, way{gives: "Fresher", problem: (*fortnight).fresher},
		way{gives: "More load", problem: (*fortnight).fuller})
}

// mayGive tells whether a plan may be tried without a wish: not one that concerns the body, nor a race.
func mayGive(kind wish.Kind) bool {
	return kind == wish.Avoid || kind == wish.Prefer || kind == wish.MaxMinutes || kind == wish.Rest
}

// without is the problem as it is without one of the wishes: the weeks stay as they were planned, the days that it closed are open.
func (f *fortnight) without(n int) (solver.Problem, bool) {
	f.Wishes = slices.Delete(slices.Clone(f.Wishes), n, n+1)
	opened, err := brief.New(f.briefInput(f.input(f.locked())))
	if err != nil {
		return solver.Problem{}, false
	}
	b := *f.Brief
	b.Days, f.Brief = opened.Days, &b
	return f.problem(), true
}

// How much of their minutes weeks have where time gives way, and how much where freshness does: no more than weeks may grow by.
const (
	shorterShare = 0.85
	fullerShare  = 1.08
)

// keeps tells whether the plan is as a wish asks for.
func (f *fortnight) keeps(w *wish.Wish) bool {
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
func (f *fortnight) shorter() (solver.Problem, bool) {
	p := f.problem()
	for i := range p.Weeks {
		p.Weeks[i].Scale(shorterShare)
	}
	return p, true
}

// fuller is the problem with more time in those weeks that build: none that is easier on purpose.
func (f *fortnight) fuller() (solver.Problem, bool) {
	p, any := f.problem(), false
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
func (f *fortnight) fresher() (solver.Problem, bool) {
	p, any := f.problem(), false
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
func (f *fortnight) differs(gives string, first *fortnight, terms []solver.Term) string {
	is, was := f.totals(), first.totals()
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

func (f *fortnight) totals() (t totals) {
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
