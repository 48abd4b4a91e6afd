package training

// Exercise is a strength exercise of the catalogue.
//
// ID is stable, such as "back-squat". Pattern is what its sets count as; Patterns are that one, then those of what is done in the same movement,
// such as a press after a squat. Muscles are what it trains, most first, and MuscleGroups their regions in that order. Equipment is all
// that its usual form needs and each list of EquipmentInstead all that another form needs; a list that is [NoEquipment] needs nothing.
// Level is the least at which it is offered to somebody. A repetition of a one-sided exercise is one side.
//
// The lists are shared by all who ask and not to be changed.
type Exercise struct {
	ID                ExerciseID
	Name              string
	Pattern           MovementPattern
	Patterns          []MovementPattern
	Direction         MovementDirection
	Muscles           []Muscle
	MuscleGroups      []MuscleGroup
	Equipment         []Equipment
	EquipmentInstead  [][]Equipment
	Level             Level
	Loading           Loading
	CountedIn         ExerciseCount
	Unilateral        bool // one side at a time
	Isolation         bool // one joint, or one muscle
	OlympicLift       bool // snatch, clean, jerk, and their parts
	PowerLift         bool // squat, bench press or deadlift with a barbell, and their close kin
	ContactsPerRep    int  // landings a repetition, both feet together counting as one; 0 where nothing is jumped
	Eccentric         bool // the lengthening phase is the point of it, so that it makes sore who is not used to it
	Contraindications []Contraindication

	harderIDs []ExerciseID
}

// LowerBody tells whether its hard sets are hard leg sets: the squat, hinge and lunge patterns, in which the catalogue also files what
// trains a part of the leg alone (leg curl, calf raise).
func (e Exercise) LowerBody() bool {
	return e.Pattern == PatternSquat || e.Pattern == PatternHinge || e.Pattern == PatternLunge
}

// Months of lifting before which an exercise is not proposed (coaching §5).
const (
	monthsToOlympicLifts = 24
	monthsToPowerLifts   = 6
)

// LeastLiftingMonths is how long somebody has to have lifted before it is proposed: 24 months for the Olympic lifts, 6 for the lifts of power
// lifting and for jumps that land from a height, else 0.
func (e Exercise) LeastLiftingMonths() int {
	switch {
	case e.OlympicLift:
		return monthsToOlympicLifts
	case e.PowerLift, e.ContactsPerRep > 0 && e.Eccentric:
		return monthsToPowerLifts
	}
	return 0
}
