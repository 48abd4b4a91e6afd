package stage

import (
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/solver"
)

// Propose is the proposal that a search comes to: it fills the slots that nobody has filled, and what they hold stands beside what is kept.
func Propose(f *state.Fortnight, s *solver.Solver) []runs.ProposedSession {
	s.Solve()
	return draft(f, append(f.Kept(), Placed(f, s)...))
}
