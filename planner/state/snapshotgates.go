package state

import (
	"fortnight/brief"
	"fortnight/gate"
	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// GatesFrom are those of the days from one on, by what a snapshot knows.
func GatesFrom(s *runs.Snapshot, from training.Date) gate.Bounds {
	p := &s.Athlete.Profile
	words := ""
	if p.Goal != nil {
		words = *p.Goal
	}
	return brief.Gates(p, s.Ledger(), s.CheckIns, s.Restrictions, words, from)
}

// Open are the candidates that no gate forbids on a day and that there is the equipment for.
func Open(s *runs.Snapshot, candidates []solver.Candidate, date training.Date, start training.LocalTime) []solver.Candidate {
	g, have := GatesFrom(s, date), brief.Equipment(&s.Athlete.Profile, brief.SportsDone(s.Ledger(), date), date)
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

// LifterOn is who lifts on a day, by what a snapshot knows. Which exercises are new to him is not asked.
func LifterOn(s *runs.Snapshot, date training.Date) session.Lifter {
	p := &s.Athlete.Profile
	who, g := season.AthleteOf(p, s.Ledger(), date), GatesFrom(s, date)
	return session.Lifter{Level: p.Level, Age: who.Age, Months: who.LiftMonths(), PregnantWeek: g.PregnantWeek, PostpartumWeek: g.BirthWeek}
}
