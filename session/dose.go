package session

import "fortnight/training"

// ID names a family by sport and content: "R-THR" is running at threshold, "Q-STR" maximal strength.
type ID string

// Dose is how much of a family.
type Dose struct {
	Family  ID
	Level   int            // 1 to Rungs, 0 where the family has none
	Minutes int            // of the whole session; 0 for what the rung needs with a usual warm-up
	Shape   int            // the same work in another form, 0 for the ladder's own
	Share   float64        // of the repeats in a step-back week, 0.5 to 1; 0 is all
	Pace    float64        // of a race as a fraction of threshold, for race-pace families; 0 for the usual one
	Kit     Kit            // what a strength session is done with, empty for a gym
	For     training.Level // of the athlete: warm-up and words go by it

	At training.Thresholds // of the athlete: how long metres take, so that the minutes hold; zero for reference

	// The rest is for sessions that lift.
	Who       Lifter                      // who lifts: what is never proposed to him is not written
	RIROnly   bool                        // loads by repetitions in reserve alone: no one-repetition maximum is younger than 120 days
	Spare     []training.Contraindication // what hurts, or has to be left out
	Extra     []training.Equipment        // at hand besides what the kit stands for: bands, a bench, a pull-up bar
	BodyParts []training.MuscleGroup      // that Q-SIZE builds, none for all
	Goal      training.Sport              // whose weak links Q-PREV trains, empty for those of running
	Lifts     []training.ExerciseID       // of the athlete's goal, which lead their sessions; Q-PEAK and Q-TEST are for them: none for squat, press and deadlift
	LegSets   int                         // the most hard sets for the legs, 0 for no limit
	Sets      int                         // the most sets in all, 0 for no limit
}

// Kit is what a strength session is done with.
type Kit string

// The kits: a gym with bars and machines, dumbbells, kettlebells, or nothing.
const (
	Gym         Kit = "GYM"
	Dumbbells   Kit = "DUMBBELLS"
	Kettlebells Kit = "KETTLEBELLS"
	Bodyweight  Kit = "BODYWEIGHT"
)
