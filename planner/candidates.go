package planner

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/solver"
)

// candidates are the run's proposal and, where more were asked for, others that differ from it and from each other in a session at least and
// that break no HARD rule. There may be fewer than were asked for. They follow from what the run has recorded, so that one that is resumed
// comes to the same.
func (r *runner) candidates(ctx context.Context) ([]runs.Candidate, error) {
	if r.Run.Candidates < 2 {
		return nil, nil
	}
	base := solver.New(stage.Problem(&r.Fortnight))
	list := []runs.Candidate{{Terms: stage.TermsOf(&r.Fortnight, base)}}
	drafts := [][]runs.ProposedSession{r.Draft}
	for _, way := range stage.Ways(&r.Fortnight) {
		if len(list) == r.Run.Candidates {
			break
		}
		other, certificate, err := r.along(ctx, way)
		if err != nil {
			return nil, err
		}
		if other == nil || !way.Holds(other, &r.Fortnight) || slices.ContainsFunc(drafts, func(d []runs.ProposedSession) bool { return sameSessions(d, other.Draft) }) {
			continue
		}
		drafts = append(drafts, other.Draft)
		c := runs.Candidate{Sessions: other.Draft, Certificate: certificate, Terms: stage.TermsOf(other, base)}
		c.Difference = prose.Clip(stage.Differs(other, way.Gives, &r.Fortnight, solver.Differ(list[0].Terms, c.Terms)), maxDifferenceRunes)
		if err := r.keep(ctx, other.Draft); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// applies tells whether the run puts its plan onto the calendar: one of several is for the athlete to choose.
func (r *runner) applies() bool { return r.Run.Apply && r.Run.Candidates < 2 }

// others says which other fortnights there are.
func others(ways []runs.Candidate) string {
	text := ""
	for n, c := range ways {
		if n > 0 {
			text += fmt.Sprintf(" Candidate %d: %s", n+1, c.Difference)
		}
	}
	if text == "" {
		return ""
	}
	return " " + prose.Clip(strings.TrimSpace(text), runs.MaxMessageRunes/2)
}

// maxDifferenceRunes bounds a sentence of difference.
const maxDifferenceRunes = 400

// along plans the days anew along a way, and repairs what breaks a HARD rule; nil where nothing comes of it.
func (r *runner) along(ctx context.Context, way stage.Way) (*state.Fortnight, *rules.Certificate, error) {
	other := r.Fortnight
	other.Picks, other.Grounds, other.Rounds, other.Valid = nil, nil, 0, false
	problem, open := way.Problem(&other)
	if !open {
		return nil, nil, nil
	}
	s := solver.New(problem)
	draft, err := stage.Propose(ctx, &other, s)
	if err != nil {
		return nil, nil, err
	}
	other.Draft = draft
	for {
		v, _, err := stage.Validate(ctx, r.planner.Store, &other)
		switch failed := (*state.Failure)(nil); {
		case errors.As(err, &failed):
			return nil, nil, nil
		case err != nil:
			return nil, nil, err
		case v.Valid:
			return &other, v.Certificate, nil
		}
		other.Rounds++
		other.Certificate = v.Certificate
		mended, _ := stage.Repair(&other)
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		other.Draft, other.Grounds = mended.Draft, mended.Grounds
	}
}

// sameSessions tells whether two drafts have the same workouts at the same times.
func sameSessions(a, b []runs.ProposedSession) bool {
	return slices.EqualFunc(a, b, func(x, y runs.ProposedSession) bool {
		return x.Date == y.Date && x.Start == y.Start && x.WorkoutID == y.WorkoutID
	})
}
