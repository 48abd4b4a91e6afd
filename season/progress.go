package season

import (
	"fortnight/session"
	"fortnight/training"
)

// light tells whether key sessions are light ones: strides and hills.
func (b *builder) light() bool {
	week := b.athlete.TrainingWeek
	return b.novice() && week > 0 && week <= lightUntil || b.standing.Phase == session.Off && b.in.Goal.Kind != training.GoalMaintain
}

// levelFor is the rung of a family this week, and what it is beside the last one.
func (b *builder) levelFor(id session.ID) (int, Step) {
	f, known := session.Find(id)
	if !known || f.Rungs == 0 {
		return 0, ""
	}
	level, known := b.levels[id]
	sport := sportOf(&f)
	if !known {
		level = unseenLevel(b.athlete, sport, b.history.Shares[sport])
	}
	step := Productive
	switch {
	case b.week.StepBack, b.standing.Phase == session.Taper, b.standing.Phase == session.Recovery, b.standing.Phase == session.Off,
		!known && b.athlete.LevelIn(sport) == training.Novice:
		step = Hold
	}
	if step == Productive {
		level++
	}
	return max(1, min(level, b.topRung(&f))), step
}

// beginnerRung is the highest rung of run and walk in the first weeks of somebody of whom nothing is known.
const beginnerRung = 3

// topRung is the highest rung of a family that the athlete may climb to.
func (b *builder) topRung(f *session.Family) int {
	top, level := f.Rungs, b.athlete.LevelIn(sportOf(f))
	switch f.Class {
	case session.Tempo, session.Threshold, session.VO2, session.Anaerobic, session.RaceSpecific:
		top = min(top, ofThree(level, [3]int{4, 8, 10}))
	}
	if f.ID == "R-WALK" && b.athlete.beginner() {
		top = min(top, beginnerRung)
	}
	if level == training.Novice && f.Access.NoviceUpTo > 0 {
		top = min(top, f.Access.NoviceUpTo)
	}
	if b.light() && f.Class != session.Easy {
		top = min(top, lightLevel)
	}
	return top
}

// stepBackShare is what of the repeats a step-back week does.
const stepBackShare = .65

// dose fills in how much of the slot's first family.
func (b *builder) dose(s *Slot, level int, step Step) {
	f, _ := session.Find(s.Family())
	s.Sport, s.Level, s.Step, s.Highest = f.Sport, level, step, level
	beginner := b.athlete.LevelIn(sportOf(&f)) == training.Novice
	s.Minutes = keyMinutes(&f, level, beginner)
	s.Least, s.Most = span(&f, beginner || b.week.StepBack)
	if b.week.StepBack && level > 0 {
		s.Share = stepBackShare
		s.Minutes = max(s.Least, toFive(float64(s.Minutes)*.8))
	}
	if step == Productive && !beginner && !b.athlete.Youth() {
		s.Highest = min(level+1, b.topRung(&f))
	}
}
