package rules

import "fortnight/training"

// Concern is what a family of rules looks at in a plan, a bit each: a change of nothing else leaves its rows as they are.
type Concern uint8

const (
	runningConcern Concern = 1 << iota
	liftingConcern
	keyConcern // which sessions are key ones
	otherConcern
	everyConcern = runningConcern | liftingConcern | keyConcern | otherConcern
)

// ConcernsOf is what a session that is added to a plan may change.
func ConcernsOf(s *training.Session) Concern {
	d := &s.Load.Demand
	return concernsOf(d.RunSeconds > 0 || s.Sport == training.Run || d.RunMeters > 0, s.Sport == training.Strength || s.Load.HardLegSets > 0 || len(d.Patterns) > 0) | keyConcern
}

// concerns is what an item changes that is added or taken away. Whether others are key sessions with it is seen once they are marked.
func (i *item) concerns() Concern {
	c := concernsOf(i.runSeconds > 0 || i.meters > 0, i.lifts || i.legSets > 0 || i.patterns > 0)
	if i.key {
		c |= keyConcern
	}
	return c
}

func concernsOf(runs, lifts bool) Concern {
	c := otherConcern
	if runs {
		c |= runningConcern
	}
	if lifts {
		c |= liftingConcern
	}
	return c
}

// families measure every rule over every window. The order is that of the catalogue.
var families = [...]struct {
	measure func(*frame, sink)
	concern Concern
}{
	{(*frame).availability, everyConcern}, {(*frame).loadRules, everyConcern}, {(*frame).intensity, everyConcern},
	{(*frame).concurrent, everyConcern}, {(*frame).strength, liftingConcern}, {(*frame).freshLegs, liftingConcern | keyConcern},
	{(*frame).rest, everyConcern}, {(*frame).volume, runningConcern}, {(*frame).unseen, everyConcern}, {(*frame).taper, everyConcern},
	{(*frame).readiness, everyConcern}, {(*frame).comingBack, everyConcern}, {(*frame).athlete, everyConcern}, {(*frame).goal, everyConcern},
}
