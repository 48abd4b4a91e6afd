package planner

import (
	"context"

	"fortnight/solver"
)

// SearchFor analyses and retrieves for a run, and prepares its search.
func SearchFor(ctx context.Context, p *Planner, run Run) (*solver.Solver, error) {
	j := &journey{planner: p, run: run}
	if err := j.resume(nil); err != nil {
		return nil, err
	}
	if err := j.look(ctx); err != nil {
		return nil, err
	}
	for _, stage := range []func(context.Context) ([]Event, error){j.analyze, j.retrieve} {
		if _, err := stage(ctx); err != nil {
			return nil, err
		}
	}
	return solver.New(j.problem()), nil
}
