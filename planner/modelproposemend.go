package planner

import (
	"context"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/solver"
)

// maxModelRounds is how often the model may mend its proposal before the solver does.
const maxModelRounds = 2

// mends tells whether the model is to mend its own proposal: while it has rounds left, and where it can, which it cannot where what is
// kept breaks a rule without it.
func (r *runner) mends() bool {
	if !r.model() || r.ModelAsks {
		return r.model() // a round under way goes on
	}
	return len(r.Picks) > 0 && !r.Resolved && r.ModelRounds < maxModelRounds && state.GoalAlone(rules.Check(r.Whole(r.Kept())))
}

// mend is one more round of the model.
func (r *runner) mend(ctx context.Context) ([]runs.Event, error) {
	if !r.ModelAsks {
		r.ModelRounds++
	}
	s, before := solver.New(stage.Problem(&r.Fortnight)), r.Draft
	events, err := r.pick(ctx, s, runs.Repair)
	if err != nil {
		return nil, err
	}
	stage.Begin(&r.Fortnight, s, before)
	draft, err := stage.Propose(ctx, &r.Fortnight, s)
	if err != nil {
		return nil, err
	}
	r.Draft = draft
	return append(events, stage.Replaced(&r.Fortnight, s, before)...), r.keep(ctx, r.Draft)
}
