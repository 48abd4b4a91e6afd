package planner

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fortnight/prose"
	"fortnight/rules"
	"fortnight/solver"
)

// candidates are the run's proposal and, where more were asked for, others that differ from it and from each other in a session at least and
// that break no HARD rule. There may be fewer than were asked for. They follow from what the run has recorded, so that one that is resumed
// comes to the same.
func (r *runner) candidates(ctx context.Context) ([]Candidate, error) {
	if r.run.Candidates < 2 {
		return nil, nil
	}
	base := solver.New(problem(&r.fortnight))
	list := []Candidate{{Terms: termsOf(&r.fortnight, base)}}
	drafts := [][]ProposedSession{r.Draft}
	for _, way := range ways(&r.fortnight) {
		if len(list) == r.run.Candidates {
			break
		}
		other, certificate, err := r.along(ctx, way)
		if err != nil {
			return nil, err
		}
		if other == nil || way.wish != nil && keeps(other, way.wish) || slices.ContainsFunc(drafts, func(d []ProposedSession) bool { return sameSessions(d, other.Draft) }) {
			continue
		}
		drafts = append(drafts, other.Draft)
		c := Candidate{Sessions: other.Draft, Certificate: certificate, Terms: termsOf(other, base)}
		c.Difference = prose.Clip(differs(other, way.gives, &r.fortnight, solver.Differ(list[0].Terms, c.Terms)), maxDifferenceRunes)
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
	other.Draft = draft(&other, append(other.kept(), placed(&other, s)...))
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
