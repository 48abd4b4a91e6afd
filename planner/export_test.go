package planner

import (
	"context"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/solver"
)

// Proposed analyses, retrieves and proposes for a run, and hands over the fortnight as it then is.
func Proposed(ctx context.Context, p *Planner, run runs.Run) (*state.Fortnight, error) {
	r, err := newRunner(p, run, nil, runs.Lease{})
	if err != nil {
		return nil, err
	}
	if err := r.look(ctx); err != nil {
		return nil, err
	}
	for _, stage := range []func(context.Context) ([]runs.Event, error){r.analyze, r.retrieve, r.propose} {
		if _, err := stage(ctx); err != nil {
			return nil, err
		}
	}
	return &r.Fortnight, nil
}

// SearchFor analyses and retrieves for a run, and prepares its search.
func SearchFor(ctx context.Context, p *Planner, run runs.Run) (*solver.Solver, error) {
	r, err := newRunner(p, run, nil, runs.Lease{})
	if err != nil {
		return nil, err
	}
	if err := r.look(ctx); err != nil {
		return nil, err
	}
	for _, stage := range []func(context.Context) ([]runs.Event, error){r.analyze, r.retrieve} {
		if _, err := stage(ctx); err != nil {
			return nil, err
		}
	}
	return solver.New(stage.Problem(&r.Fortnight)), nil
}
