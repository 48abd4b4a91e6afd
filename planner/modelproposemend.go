package planner

import (
	"context"

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
	return len(r.Picks) > 0 && !r.Resolved && r.ModelRounds < maxModelRounds && goalAlone(rules.Check(r.whole(r.kept())))
}

// mend is one more round of the model.
func (r *runner) mend(ctx context.Context) ([]Event, error) {
	if !r.ModelAsks {
		r.ModelRounds++
	}
	s, before := solver.New(problem(&r.fortnight)), r.Draft
	events, err := r.pick(ctx, s, Repair)
	if err != nil {
		return nil, err
	}
	begin(&r.fortnight, s, before)
	s.Solve()
	r.Draft = draft(&r.fortnight, append(r.kept(), placed(&r.fortnight, s)...))
	return append(events, replaced(&r.fortnight, s, before)...), r.keep(ctx, r.Draft)
}
