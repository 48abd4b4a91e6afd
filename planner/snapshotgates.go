package planner

import (
	"fortnight/brief"
	"fortnight/gate"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// gatesFrom are those of the days from one on, by what a snapshot knows.
func gatesFrom(s *Snapshot, from training.Date) gate.Bounds {
	p := &s.Athlete.Profile
	words := ""
	if p.Goal != nil {
		words = *p.Goal
	}
	return brief.Gates(p, s.Ledger(), s.CheckIns, words, from)
}

// open are the candidates that no gate forbids on a day and that there is the equipment for.
func open(s *Snapshot, candidates []solver.Candidate, date training.Date, start training.LocalTime) []solver.Candidate {
	g, have := gatesFrom(s, date), brief.Equipment(&s.Athlete.Profile, date)
	var list []solver.Candidate
	for i := range candidates {
		w := &candidates[i].Workout
		_, bad := g.Forbids(w)
		_, missing := session.Missing(w, have)
		if !bad && !missing && !g.ForbidsAt(start, w) {
			list = append(list, candidates[i])
		}
	}
	return list
}
