package planner

import (
	"context"
	"math/rand/v2"
)

// Small is an instance of the solver's problem that is small enough to be solved by trying everything.
type Small struct{ solver *solver }

// NewSmall analyses and retrieves for a run, and keeps of its slots at most so many, each with at most so many options, as a seed draws
// them.
func NewSmall(ctx context.Context, p *Planner, run Run, slots, options int, seed uint64) (*Small, error) {
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
	s := newSolver(j)
	random := rand.New(rand.NewPCG(seed, 1))
	random.Shuffle(len(s.slots), func(a, b int) { s.slots[a], s.slots[b] = s.slots[b], s.slots[a] })
	s.slots = s.slots[:min(slots, len(s.slots))]
	for n := range s.slots {
		list := s.slots[n].options
		random.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
		s.slots[n].options = list[:min(options, len(list))]
		s.prepare(&s.slots[n]) // they have moved
	}
	return &Small{solver: s}, nil
}

// Solve is what the solver finds: how many HARD rows are broken, and the cost.
func (s *Small) Solve() (hard int, cost float64) {
	s.solver.solve()
	v := s.solver.value()
	return v.rules.Hard, v.cost
}

// Exact is the best of all choices.
func (s *Small) Exact() (hard int, cost float64) {
	for n := range s.solver.slots {
		s.solver.choose(n, -1)
	}
	best := s.solver.value()
	s.all(0, &best)
	return best.rules.Hard, best.cost
}

func (s *Small) all(n int, best *value) {
	if n == len(s.solver.slots) {
		if v := s.solver.value(); v.better(*best) {
			*best = v
		}
		return
	}
	for i := -1; i < len(s.solver.slots[n].options); i++ {
		s.solver.choose(n, i)
		s.all(n+1, best)
	}
	s.solver.choose(n, -1)
}
