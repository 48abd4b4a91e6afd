package training

import "slices"

// Muscle is what an exercise trains, as fine as a coach speaks of it.
type Muscle string

// The muscles, from the feet up. CALVES are also the feet, ABDOMINALS also the deep ones, REAR_SHOULDERS also the rotator cuff.
const (
	Calves        Muscle = "CALVES"
	Shins         Muscle = "SHINS"
	Quadriceps    Muscle = "QUADRICEPS"
	Hamstrings    Muscle = "HAMSTRINGS"
	Adductors     Muscle = "ADDUCTORS"
	Abductors     Muscle = "ABDUCTORS"
	HipFlexors    Muscle = "HIP_FLEXORS"
	Glutes        Muscle = "GLUTES"
	PelvicFloor   Muscle = "PELVIC_FLOOR"
	Abdominals    Muscle = "ABDOMINALS"
	Obliques      Muscle = "OBLIQUES"
	LowerBack     Muscle = "LOWER_BACK"
	Chest         Muscle = "CHEST"
	Shoulders     Muscle = "SHOULDERS"
	Triceps       Muscle = "TRICEPS"
	Lats          Muscle = "LATS"
	UpperBack     Muscle = "UPPER_BACK"
	RearShoulders Muscle = "REAR_SHOULDERS"
	Biceps        Muscle = "BICEPS"
	Forearms      Muscle = "FOREARMS"
)

// Muscles lists every muscle.
var Muscles = []Muscle{
	Calves, Shins, Quadriceps, Hamstrings, Adductors, Abductors, HipFlexors, Glutes, PelvicFloor, Abdominals, Obliques, LowerBack,
	Chest, Shoulders, Triceps, Lats, UpperBack, RearShoulders, Biceps, Forearms,
}

// Group is the region that a muscle belongs to. What lifts the knees counts with the trunk that it lifts them to.
func (m Muscle) Group() MuscleGroup {
	switch m {
	case HipFlexors, PelvicFloor, Abdominals, Obliques, LowerBack:
		return Core
	case Chest, Shoulders, Triceps:
		return Push
	case Lats, UpperBack, RearShoulders, Biceps, Forearms:
		return Pull
	}
	return Legs
}

// Equipment is what an exercise is done with, and what an athlete has to train with.
type Equipment string

// The equipment of exercises. NONE is the body, the floor, and what every home has: a wall, a step, a chair, a table, a doorway.
const (
	NoEquipment  Equipment = "NONE"
	Barbell      Equipment = "BARBELL"
	TrapBar      Equipment = "TRAP_BAR"
	SafetyBar    Equipment = "SAFETY_BAR"
	Landmine     Equipment = "LANDMINE"
	Plate        Equipment = "PLATE"
	Dumbbells    Equipment = "DUMBBELLS"
	Kettlebell   Equipment = "KETTLEBELL"
	MedicineBall Equipment = "MEDICINE_BALL"
	Sandbag      Equipment = "SANDBAG"
	Yoke         Equipment = "YOKE"
	Sled         Equipment = "SLED"
	Band         Equipment = "BAND"
	Cable        Equipment = "CABLE"
	Machine      Equipment = "MACHINE"
	Bench        Equipment = "BENCH"
	Rack         Equipment = "RACK"
	RomanChair   Equipment = "ROMAN_CHAIR"
	PullUpBar    Equipment = "PULL_UP_BAR"
	DipBars      Equipment = "DIP_BARS"
	Rings        Equipment = "RINGS"
	Box          Equipment = "BOX"
	Hurdles      Equipment = "HURDLES"
	SwissBall    Equipment = "SWISS_BALL"
	AbWheel      Equipment = "AB_WHEEL"
	Sliders      Equipment = "SLIDERS"
	ClimbingRope Equipment = "CLIMBING_ROPE"
	BattleRope   Equipment = "BATTLE_ROPE"
	JumpRope     Equipment = "JUMP_ROPE"
)

// The equipment of endurance, and the places that it takes. BIKE is ridden outdoors, TRAINER indoors, which a stationary bike is too; SKIS are
// also roller skis; ROWER and SKI_ERG are machines.
const (
	Bike              Equipment = "BIKE"
	Trainer           Equipment = "TRAINER"
	Treadmill         Equipment = "TREADMILL"
	SwimmingPool      Equipment = "POOL"
	OpenWater         Equipment = "OPEN_WATER"
	Rower             Equipment = "ROWER"
	RowingBoat        Equipment = "ROWING_BOAT"
	SkiErgometer      Equipment = "SKI_ERG"
	Skis              Equipment = "SKIS"
	EllipticalMachine Equipment = "ELLIPTICAL"
	KayakBoat         Equipment = "KAYAK"
)

// Gym is what every gym has for lifting, and stands for all of it: see [Equipment.With]. What a gym has for endurance is named by itself.
const Gym Equipment = "GYM"

// ofExercises is the equipment that exercises are done with, ofEndurance the other, and ofGym what Gym stands for.
var (
	ofExercises = []Equipment{
		NoEquipment, Barbell, TrapBar, SafetyBar, Landmine, Plate, Dumbbells, Kettlebell, MedicineBall, Sandbag, Yoke, Sled, Band, Cable, Machine,
		Bench, Rack, RomanChair, PullUpBar, DipBars, Rings, Box, Hurdles, SwissBall, AbWheel, Sliders, ClimbingRope, BattleRope, JumpRope,
	}
	ofEndurance = []Equipment{
		Bike, Trainer, Treadmill, SwimmingPool, OpenWater, Rower, RowingBoat, SkiErgometer, Skis, EllipticalMachine, KayakBoat,
	}
	ofGym = []Equipment{
		Barbell, Plate, Dumbbells, Kettlebell, MedicineBall, Band, Cable, Machine, Bench, Rack, RomanChair, PullUpBar, DipBars, Box, SwissBall,
	}
)

// ForEndurance tells whether an equipment is one of endurance: a machine or place to run, ride, swim, row or ski with.
func (e Equipment) ForEndurance() bool { return slices.Contains(ofEndurance, e) }

// Equipments lists all of it.
var Equipments = slices.Concat(ofExercises, ofEndurance, []Equipment{Gym})

// EnduranceEquipment lists what endurance is trained with.
func EnduranceEquipment() []Equipment { return slices.Clone(ofEndurance) }

// With is the equipment together with what it stands for: a gym with all that every gym has, anything else by itself.
func (e Equipment) With() []Equipment {
	if e == Gym {
		return append([]Equipment{Gym}, ofGym...)
	}
	return []Equipment{e}
}

// weighs tells whether it is what is moved, so that there are kilograms to speak of.
func (e Equipment) weighs() bool {
	switch e {
	case Barbell, TrapBar, SafetyBar, Plate, Dumbbells, Kettlebell, MedicineBall, Sandbag, Yoke, Sled, Cable, Machine, BattleRope:
		return true
	}
	return false
}

// MovementDirection is which way an exercise goes, beside its pattern.
type MovementDirection string

// The directions. Presses and rows are HORIZONTAL, overhead presses and pull-ups VERTICAL; LATERAL goes sideways or withstands a pull to the
// side, ROTATIONAL turns the trunk or keeps it from turning; STRAIGHT is all else.
const (
	DirectionStraight   MovementDirection = "STRAIGHT"
	DirectionHorizontal MovementDirection = "HORIZONTAL"
	DirectionVertical   MovementDirection = "VERTICAL"
	DirectionLateral    MovementDirection = "LATERAL"
	DirectionRotational MovementDirection = "ROTATIONAL"
)

// Directions lists every direction.
var Directions = []MovementDirection{DirectionStraight, DirectionHorizontal, DirectionVertical, DirectionLateral, DirectionRotational}

// Loading is what resists an exercise.
type Loading string

// The loadings. BODYWEIGHT is one's own, to which kilograms may be added or from which a band or a machine takes some; WEIGHT is kilograms;
// BAND has none that anybody knows.
const (
	LoadingBodyweight Loading = "BODYWEIGHT"
	LoadingWeight     Loading = "WEIGHT"
	LoadingBand       Loading = "BAND"
)

// ExerciseCount is what a set of an exercise is counted in.
type ExerciseCount string

// The counts: REPETITIONS, of one side where one side is done at a time; SECONDS of a hold; METERS of a way.
const (
	CountRepetitions ExerciseCount = "REPETITIONS"
	CountSeconds     ExerciseCount = "SECONDS"
	CountMeters      ExerciseCount = "METERS"
)

// Contraindication is a reason for which an exercise is not given to somebody.
type Contraindication string

// The contraindications: where it hurts, then what has to be left out. ACHILLES is also foot, shin and calf; HAMSTRING also hip and groin;
// SHOULDER also elbow and wrist, WRIST elbow, wrist, hand and fingers: what is held, hung from or leaned on. IMPACT lands or pounds; FALL may end in a fall, or in a knock on the belly; SUPINE lies on the back, PRONE
// on the belly.
const (
	ContraKnee      Contraindication = "KNEE"
	ContraAchilles  Contraindication = "ACHILLES"
	ContraHamstring Contraindication = "HAMSTRING"
	ContraBack      Contraindication = "BACK"
	ContraShoulder  Contraindication = "SHOULDER"
	ContraWrist     Contraindication = "WRIST"
	ContraImpact    Contraindication = "IMPACT"
	ContraFall      Contraindication = "FALL"
	ContraSupine    Contraindication = "SUPINE"
	ContraProne     Contraindication = "PRONE"
)

// Contraindications lists every one.
var Contraindications = []Contraindication{
	ContraKnee, ContraAchilles, ContraHamstring, ContraBack, ContraShoulder, ContraWrist, ContraImpact, ContraFall, ContraSupine, ContraProne,
}
