package rules

// Concern is what a family of rules looks at in a plan, a bit each: a change of nothing else leaves its rows as they are.
type Concern uint8

const (
	runningConcern Concern = 1 << iota
	liftingConcern
	keyConcern // which sessions are key ones
	otherConcern
	everyConcern = runningConcern | liftingConcern | keyConcern | otherConcern
)

// concerns is what an item changes that is added or taken away. Whether others are key sessions with it is seen once they are marked.
func (i *item) concerns() Concern {
	c := otherConcern
	if i.runSeconds > 0 || i.meters > 0 {
		c |= runningConcern
	}
	if i.lifts || i.legSets > 0 || i.patterns > 0 {
		c |= liftingConcern
	}
	if i.key {
		c |= keyConcern
	}
	return c
}

// families measure every rule over every window. The order is that of the catalogue.
var families = [...]struct {
	measure func(*frame, sink)
	concern Concern
}{
	{(*frame).availability, everyConcern}, {(*frame).loadRules, everyConcern}, {(*frame).intensity, everyConcern},
	{(*frame).concurrent, everyConcern}, {(*frame).legSpacing, liftingConcern}, {(*frame).strength, liftingConcern},
	{(*frame).freshLegs, liftingConcern | keyConcern}, {(*frame).rest, everyConcern}, {(*frame).volume, runningConcern},
	{(*frame).unseen, everyConcern}, {(*frame).taper, everyConcern}, {(*frame).readiness, everyConcern}, {(*frame).comingBack, everyConcern},
	{(*frame).athlete, everyConcern}, {(*frame).goal, everyConcern},
}

// scoringOrder is that of the families while a search looks for a reason to give a plan up: those first that have one most often.
var scoringOrder = [len(families)]int{2, 3, 4, 0, 1, 5, 7, 8, 6, 9, 10, 11, 12, 13, 14}
