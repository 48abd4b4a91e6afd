package training

// instructor writes lines. An indent of two spaces a level shows what is repeated.
type instructor struct {
	lines []string
	name  string // of the block
	sport Sport
	pool  *Pool
	yards bool // of the step: its pool is in yards, or its way was given in them
}

// unmeasured tells whether the sport has no threshold to aim at: what is done is then what the label of a step says first.
func (in *instructor) unmeasured() bool { return in.sport == Strength || in.sport == Mobility }

// aimed tells whether anybody would aim at a target: where the sport has no threshold, at heart rate and at an effort that is asked for.
func (in *instructor) aimed(t *Target) bool {
	switch {
	case !in.unmeasured():
		return true
	case t.Kind == OfZone:
		return t.Zones == HeartRate7 || t.Zones == MaxHeartRate5
	}
	return t.Kind != OfThreshold && t.Kind != OfNothing
}
