package season

import (
	"fortnight/session"
	"fortnight/training"
)

// light tells whether key sessions are light ones: strides and hills.
func (b *builder) light() bool {
	week := b.athlete.TrainingWeek
	if b.standing.Phase == session.Off && b.standing.Event == nil && forHealth(b.in.Goal.Kind) && !b.novice() {
		return week > 0 && week <= lightUntil // who has trained for longer is led on (coaching 1.1)
	}
	return b.novice() && week > 0 && week <= lightUntil || b.standing.Phase == session.Off && b.in.Goal.Kind != training.GoalMaintain
}

// rests tells of a week outside a season in which nothing is built: after an event, and where what is there is to be kept. For health it goes on,
// without phases (coaching 1.1).
func (b *builder) rests() bool {
	return b.standing.Phase == session.Off && (b.standing.Event != nil || !forHealth(b.in.Goal.Kind))
}

// levelFor is the rung of a family this week, and what it is beside the last one.
func (b *builder) levelFor(id session.ID) (int, Step) {
	f, known := session.Find(id)
	if !known || f.Rungs == 0 {
		return 0, ""
	}
	level, up := b.levels[id], 1
	if !b.seen[id] { // in this plan
		level, up = b.stands[id].Level, b.stands[id].Step
	}
	if b.week.StepBack || b.standing.Phase == session.Taper || b.standing.Phase == session.Recovery || b.rests() || b.athlete.expects() {
		up = 0
	}
	rung := b.rungWithin(&f, level+up)
	if up == 0 || rung <= level {
		return rung, Hold
	}
	return rung, Productive
}

// levelEach fills in the level of each family that may stand for a slot.
func (b *builder) levelEach() {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		s.Levels = make([]int, len(s.Families))
		for n, id := range s.Families {
			if n == 0 {
				s.Levels[n] = s.Level
			} else {
				s.Levels[n], _ = b.levelFor(id)
			}
		}
	}
}

// beginnerRung is the highest rung of run and walk in the first weeks of somebody of whom nothing is known.
const beginnerRung = 3

// sizeRung is up to which rung of lower and upper body a lifter's base goes: sixes and eights build what fives lift in the build (coaching 5).
const sizeRung = 3

// rungWithin is the highest rung of a family at or below a level that the athlete may do this week.
func (b *builder) rungWithin(f *session.Family, level int) int {
	who := b.athlete.who(&b.history, b.in.Racer.Thresholds)
	if f.ID == "R-WALK" && b.athlete.beginner() {
		level = min(level, beginnerRung)
	}
	if from, to := b.athlete.turns(b.week.First); f.ID == "R-WALK" && to > 0 {
		level = max(from, min(level, to))
	}
	if b.standing.Lifts && b.standing.Phase == session.Base && (f.ID == "Q-LOWER" || f.ID == "Q-UPPER") {
		level = min(level, sizeRung)
	}
	if b.light() && f.Class != session.Easy {
		level = min(level, lightLevel)
	}
	return session.Cap(f, level, &who, 0)
}

// stepBackShare is what of the repeats a step-back week does.
const stepBackShare = .65

// dose fills in how much of the slot's first family.
func (b *builder) dose(s *Slot, level int, step Step) {
	f, _ := session.Find(s.Family())
	s.Sport, s.Level, s.Step, s.Highest = f.Sport, level, step, level
	beginner := b.athlete.LevelIn(f.Base()) == training.Novice
	s.Minutes = keyMinutes(&f, level, beginner)
	s.Least, s.Most = span(&f, beginner || b.week.StepBack)
	if b.week.StepBack && level > 0 {
		s.Share = stepBackShare
		s.Minutes = max(s.Least, toFive(float64(s.Minutes)*.8))
	}
	who := b.athlete.who(&b.history, b.in.Racer.Thresholds)
	who.Phase = b.standing.Phase
	if spike := b.spikeOf(s.Sport); s.Sport != training.Run && spike >= s.Least { // a shorter way around the main set, rather than a session longer than any
		s.Minutes, s.Most = min(s.Minutes, spike/5*5), min(s.Most, spike)
	}
	if step == Productive && who.Stretches(&f) {
		s.Highest = b.rungWithin(&f, level+1)
	}
}
