package frame

// Concern is what a family of rules looks at in a plan, a bit each: a change of nothing else leaves its rows as they are.
type Concern uint8

// What a change may concern.
const (
	RunningConcern Concern = 1 << iota
	LiftingConcern
	KeyConcern // which sessions are key ones
	otherConcern
	EveryConcern = RunningConcern | LiftingConcern | KeyConcern | otherConcern
)

// Concerns is what the item of a planned session changes that is added or taken away.
func (i *Item) Concerns() Concern { return i.concerns }

// concernsOf reads it off an item.
func concernsOf(i *Item) Concern {
	c := otherConcern
	if i.RunSeconds > 0 || i.Meters > 0 {
		c |= RunningConcern
	}
	if i.Lifts || i.LegSets > 0 || i.Patterns > 0 {
		c |= LiftingConcern
	}
	if i.Key {
		c |= KeyConcern
	}
	return c
}
