package planner

import (
	"context"

	"fortnight/solver"
)

// SearchFor analyses and retrieves for a run, and prepares its search.
func SearchFor(ctx context.Context, p *Planner, run Run) (*solver.Solver, error) {
	r, err := newRunner(p, run, nil, Lease{})
	if err != nil {
		return nil, err
	}
	if err := r.look(ctx); err != nil {
		return nil, err
	}
	for _, stage := range []func(context.Context) ([]Event, error){r.analyze, r.retrieve} {
		if _, err := stage(ctx); err != nil {
			return nil, err
		}
	}
	return solver.New(problem(&r.fortnight)), nil
}
