package season

// Refusal is why a family of sessions may not stand in a week.
type Refusal string

// The reasons.
const (
	RefusedUnknown    Refusal = "UNKNOWN"    // there is no such family
	RefusedSport      Refusal = "SPORT"      // its sport, or one of its sports, is ruled out
	RefusedStepBack   Refusal = "STEP_BACK"  // it is a test, which stands in a lighter week alone
	RefusedWindow     Refusal = "WINDOW"     // its place in the season is another phase, or a race of another kind
	RefusedExperience Refusal = "EXPERIENCE" // the athlete's experience or age
	RefusedEquipment  Refusal = "EQUIPMENT"  // what it needs is not at hand
	RefusedHealth     Refusal = "HEALTH"     // it would harm what is to be spared
	RefusedGap        Refusal = "GAP"        // it was done too few days before
)
