package stage

import (
	"context"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/solver"
)

// Propose is the proposal that a search comes to: it fills the slots that nobody has filled, and what they hold stands beside what is kept.
// Where ctx ends before the search has come to its end there is none, but the error of that.
func Propose(ctx context.Context, f *state.Fortnight, s *solver.Solver) ([]runs.ProposedSession, error) {
	s.Solve()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return draft(f, append(f.Kept(), Placed(f, s)...)), nil
}
