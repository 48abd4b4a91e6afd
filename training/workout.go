package training

import "time"

// Workout is the instructions of one training session: what to do, in blocks, in order.
//
// Title is 1 to 120 characters, Description at most 4,000, Tags at most 12 of at most 40 characters. Blocks are 1 to 20.
// OwnerID is empty for the shared library. Revision starts at 1 and grows with each change. Archived is one that finished sessions alone
// keep, as it was done: it never changes and is not scheduled again. The embedded Load is what [Measure] says of the blocks at reference
// thresholds; it is never typed in. Family and FamilyLevel are what package session reads the blocks as, and are there in what was stored
// alone. What a workout is for one athlete is a [ResolvedWorkout].
type Workout struct {
	ID          WorkoutID
	Title       string
	Description string
	Sport       Sport
	Focus       Focus
	Tags        []string
	Blocks      []Block
	OwnerID     UserID
	Revision    int
	Archived    bool
	CreatedAt   time.Time
	UpdatedAt   time.Time
	Family      string // of sessions, empty where it fits none
	FamilyLevel int    // its rung there, from 1; 0 where the family has no ladder, or there is no family
	Load
}

// RungOrNil is nil where there is no rung.
func (w Workout) RungOrNil() *int {
	if w.FamilyLevel == 0 {
		return nil
	}
	return &w.FamilyLevel
}

// Block is a part of a workout in one sport, done Repeats times (1 to 50): a warm-up, a main set, one leg of a brick. Pool is where it is
// swum, nil where nobody says.
type Block struct {
	Name    string `json:"name"`
	Sport   Sport  `json:"sport"`
	Repeats int    `json:"repeats"`
	Pool    *Pool  `json:"pool,omitempty"`
	Steps   Steps  `json:"steps"`
}

// Load is what a workout demands, measured from its steps.
type Load struct {
	DurationSeconds int        // of all steps
	DistanceMeters  *float64   // where every step that moves has or implies one, else nil
	TSS             float64    // training stress, 100 is one hour at threshold
	LoadMethod      LoadMethod // of the part that brings most of the TSS
	IntensityFactor float64    // √(TSS / 100 / hours) of the endurance part, else of the whole
	LowerBodyLoad   float64    // TSS weighted by what it asks of the legs (science L15)
	TimeInZones     []ZoneTime // zones 1 to 7 that have time in them, endurance steps only
	HardLegSets     int        // hard sets of squat, hinge and lunge patterns
	Several         bool       // it has blocks of two endurance sports or more, as a ride that a run follows has

	Demand Demand // what the rules ask about
}

// Demand is the part of a load that rules on intensity, spacing and interference ask about.
type Demand struct {
	LowSeconds        int     // endurance seconds below the moderate band of the sport
	ModerateSeconds   int     // endurance seconds in the moderate band
	HighSeconds       int     // endurance seconds at or above the high band (0.95 of threshold; swim 0.98)
	SevereSeconds     int     // endurance seconds at or above 1.06
	EnduranceSeconds  int     // LowSeconds + ModerateSeconds + HighSeconds
	LowerBodySeconds  int     // endurance seconds of run, ride and row
	RunSeconds        int     // seconds of running, without those of walking
	RunMeters         float64 // metres of running, 0 where unknown
	WalkSeconds       int     // seconds of walking between and around runs: steps of running below 0.55 of threshold
	HighRunSeconds    int     // seconds of running in the high band
	PlyometricContact int     // foot contacts of plyometric sets
	Sets              int     // of lifts, without those that warm up
	MostFraction      float64 // of the one-repetition maximum that any set asks for, 0 where none says
	MinRepsInReserve  int     // of any lower-body set, 10 where there is none
	LeastReserve      int     // repetitions in reserve of any set, 10 where there is none
	Patterns          []MovementPattern
	Exercises         []ExerciseID // of the catalogue, with sets that do not only warm up, each once
	EccentricLegs     []ExerciseID // eccentric exercises of the squat, hinge and lunge patterns, each once
	HighIntensity     bool         // the session is HI (science §0)
	Moderate          bool         // the session is MOD and not HI
	HeavyLower        bool         // the session is HEAVY-LOWER (science §0)
	HeavyLowerReason  string       // which criterion made it so, empty otherwise
	SessionRPE        float64      // planned effort of the whole, 0 to 10
}

// ZoneTime is the time spent in one intensity zone, 1 to 7.
type ZoneTime struct {
	Zone    int `json:"zone"`
	Seconds int `json:"seconds"`
}

// WorkoutMatch is a workout found by meaning: how well it fits, 0 to 1, and why.
type WorkoutMatch struct {
	AthleteID UserID    `json:"-"` // whose thresholds its targets are worked out from, empty for the caller's
	WorkoutID WorkoutID `json:"workoutId"`
	Score     float64   `json:"score"`
	Reasons   []string  `json:"reasons"`
}
