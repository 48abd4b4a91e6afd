package session

import (
	"slices"
	"strings"

	"fortnight/training"
)

// menu is a place in a session and the exercises that may take it, the best first: those of a gym, then of dumbbells, kettlebells and
// nothing, and last what spares a knee, a back or a beginner. The first that the athlete has the kit for and may do is taken, and the next
// ones are offered in its place.
type menu []training.ExerciseID

// The menus of coaching section 5, by pattern.
var (
	squats = menu{
		"back-squat", "safety-bar-squat", "goblet-squat", "dumbbell-squat", "kettlebell-front-squat", "leg-press", "box-squat",
		"single-leg-squat-to-box", "air-squat", "sit-to-stand", "wall-sit",
	}
	secondSquats = menu{
		"front-squat", "leg-press", "heel-elevated-goblet-squat", "goblet-squat", "belt-squat", "box-squat", "air-squat", "sit-to-stand", "wall-sit",
	}
	learnSquats = menu{"goblet-squat", "box-squat", "leg-press", "air-squat", "sit-to-stand", "wall-sit"}
	hinges      = menu{
		"trap-bar-deadlift", "deadlift", "dumbbell-deadlift", "kettlebell-deadlift", "hip-thrust", "barbell-glute-bridge", "cable-pull-through",
		"band-pull-through", "single-leg-glute-bridge", "glute-bridge", "bodyweight-good-morning",
	}
	secondHinges = menu{
		"romanian-deadlift", "dumbbell-romanian-deadlift", "hip-thrust", "cable-pull-through", "barbell-glute-bridge", "band-pull-through",
		"single-leg-glute-bridge", "glute-bridge-march", "bodyweight-good-morning",
	}
	learnHinges = menu{
		"kettlebell-deadlift", "dumbbell-romanian-deadlift", "hip-thrust", "cable-pull-through", "glute-bridge", "bodyweight-good-morning",
	}
	lunges   = menu{"bulgarian-split-squat", "split-squat", "supported-split-squat", "low-step-up"}
	stepUps  = menu{"step-up", "reverse-lunge", "low-step-up", "supported-split-squat"}
	legCurls = menu{"leg-curl", "swiss-ball-leg-curl", "hamstring-walkout", "hip-thrust", "glute-bridge", "bodyweight-good-morning"}
	legMore  = menu{"leg-extension", "heel-elevated-goblet-squat", "reverse-lunge", "sit-to-stand"}
	calves   = menu{"calf-raise", "seated-calf-raise", "hip-circle"}
	oneCalf  = menu{"single-leg-calf-raise", "clamshell"}
	bentCalf = menu{"bent-knee-calf-raise", "side-lying-leg-raise"}

	presses       = menu{"bench-press", "dumbbell-bench-press", "chest-press", "floor-press", "decline-push-up", "push-up", "incline-push-up", "wall-push-up"}
	secondPresses = menu{"incline-dumbbell-press", "chest-press", "floor-press", "close-grip-push-up", "knee-push-up", "wall-push-up"}
	learnPresses  = menu{"dumbbell-bench-press", "chest-press", "floor-press", "incline-push-up", "wall-push-up"}
	overheads     = menu{
		"overhead-press", "dumbbell-shoulder-press", "kettlebell-press", "shoulder-press-machine", "pike-push-up", "band-overhead-press", "wall-slide",
	}
	learnOverheads = menu{"half-kneeling-press", "shoulder-press-machine", "landmine-press", "band-overhead-press", "wall-slide"}
	barRows        = menu{
		"barbell-row", "chest-supported-row", "dumbbell-row", "kettlebell-row", "machine-row", "band-row", "doorway-row", "scapular-retraction",
	}
	secondRows = menu{"seated-cable-row", "chest-supported-row", "bent-over-dumbbell-row", "gorilla-row", "band-row", "reverse-snow-angel", "prone-y-raise"}
	learnRows  = menu{"seated-cable-row", "machine-row", "dumbbell-row", "kettlebell-row", "band-row", "doorway-row", "scapular-retraction"}
	pulldowns  = menu{
		"pull-up", "chin-up", "lat-pulldown", "band-lat-pulldown", "dumbbell-pullover", "bent-over-dumbbell-row", "dumbbell-row", "floor-pulldown", "doorway-row",
	}
	learnPulldowns = menu{"lat-pulldown", "band-lat-pulldown", "dumbbell-row", "kettlebell-row", "floor-pulldown", "doorway-row"}

	chests    = menu{"cable-fly", "chest-fly", "machine-fly", "knee-push-up"}
	sideDelts = menu{"lateral-raise", "wall-slide", "pike-push-up"}
	rearDelts = menu{"face-pull", "reverse-fly", "band-pull-apart", "prone-y-raise", "scapular-retraction"}
	biceps    = menu{"biceps-curl", "hammer-curl", "reverse-snow-angel"}
	triceps   = menu{"triceps-extension", "overhead-triceps-extension", "bench-dip"}

	carries     = menu{"farmers-carry", "goblet-carry", "bear-crawl"}
	sideCarries = menu{"suitcase-carry", "rack-carry", "crab-walk"}
	braces      = menu{"dead-bug", "plank", "knee-plank", "bird-dog"}
	sides       = menu{"side-plank", "knee-side-plank", "bird-dog"}
	turns       = menu{"pallof-press", "bird-dog", "plank"}
	rollouts    = menu{"ab-wheel", "hanging-knee-raise", "plank", "bird-dog"}
)

// equipment is what a kit stands for.
var equipment = map[Kit][]training.Equipment{
	Gym: {
		training.NoEquipment, training.Barbell, training.TrapBar, training.Plate, training.Dumbbells, training.Kettlebell, training.MedicineBall,
		training.Band, training.Cable, training.Machine, training.Bench, training.Rack, training.PullUpBar, training.Box,
	},
	Dumbbells:   {training.NoEquipment, training.Dumbbells},
	Kettlebells: {training.NoEquipment, training.Kettlebell},
	Bodyweight:  {training.NoEquipment},
}

// kit is what a session is done with.
func (d Dose) kit() Kit {
	if d.Kit == "" {
		return Gym
	}
	return d.Kit
}

// lifter is who lifts, with the athlete's level where none is known for lifting.
func (d Dose) lifter() Lifter {
	who := d.Who
	if who.Level == "" {
		who.Level = d.For
	}
	return who
}

// has tells whether all of something is at hand.
func (d Dose) has(all []training.Equipment) bool {
	own := equipment[d.kit()]
	return !slices.ContainsFunc(all, func(e training.Equipment) bool { return !slices.Contains(own, e) && !slices.Contains(d.Extra, e) })
}

// able tells whether an exercise can be done with what is at hand, in its usual form or another.
func (d Dose) able(e *training.Exercise) bool {
	return d.has(e.Equipment) || slices.ContainsFunc(e.EquipmentInstead, d.has)
}

// allows tells whether the athlete may be offered an exercise: by kit, level, practice and what hurts.
func (d Dose) allows(e *training.Exercise) bool {
	who := d.lifter()
	return d.able(e) && rank(e.Level) <= rank(who.Level) && e.LeastLiftingMonths() <= who.Months && who.May(e) &&
		!slices.ContainsFunc(d.Spare, func(c training.Contraindication) bool { return slices.Contains(e.Contraindications, c) })
}

// unknown tells whether an exercise is known to be new to the athlete.
func (d Dose) unknown(id training.ExerciseID) bool { return d.Who.Known != nil && !d.Who.Known[id] }

// anyNew tells whether one of several lifts is known to be new to the athlete.
func anyNew(d Dose, steps ...training.Step) bool {
	for _, step := range steps {
		if s, lifts := step.(training.StrengthStep); lifts && d.unknown(s.ExerciseID) {
			return true
		}
	}
	return false
}

// spares tells whether the athlete has to leave something out.
func (d Dose) spares(c training.Contraindication) bool { return slices.Contains(d.Spare, c) }

// rank orders levels; an empty one is that of a novice.
func rank(l training.Level) int { return max(0, slices.Index(training.Levels, l)) }

// most is how many exercises are offered beside the one that is chosen.
const mostAlternatives = 3

// choose takes the first exercise that is allowed and not taken yet, and those that may be done in its place.
func (m menu) choose(d Dose, taken map[training.ExerciseID]bool) (chosen training.Exercise, instead []training.ExerciseID, found bool) {
	for _, id := range m {
		e, known := training.FindExercise(id)
		if !known || !d.allows(&e) || taken[id] {
			continue
		}
		switch {
		case !found:
			chosen, found = e, true
			taken[id] = true
		case len(instead) < mostAlternatives && e.CountedIn == chosen.CountedIn && e.Unilateral == chosen.Unilateral:
			instead = append(instead, id)
		}
	}
	return chosen, instead, found
}

// movements are what exercises are called by in a title, by the end of their ids.
var movements = []struct{ id, name string }{
	{"split-squat", "split squat"}, {"squat", "squat"}, {"deadlift", "deadlift"}, {"hip-thrust", "hip thrust"}, {"bridge", "bridge"}, {"bridge-march", "bridge"},
	{"good-morning", "good morning"}, {"pull-through", "pull-through"}, {"leg-press", "leg press"}, {"push-press", "push press"}, {"push-up", "push-up"},
	{"pulldown", "pulldown"}, {"pull-up", "pull-up"}, {"chin-up", "chin-up"}, {"step-up", "step-up"}, {"reverse-lunge", "reverse lunge"}, {"row", "row"},
	{"leg-curl", "leg curl"}, {"calf-raise", "calf raise"}, {"swing", "swing"}, {"band-lateral-walk", "band walk"}, {"squat-to-box", "single-leg squat"},
}

// called is how a coach names an exercise in a title: by its movement.
func called(e *training.Exercise) string {
	id := string(e.ID)
	for _, m := range movements {
		if strings.HasSuffix(id, m.id) {
			return m.name
		}
	}
	switch {
	case e.Pattern == training.PatternPush && e.Direction == training.DirectionVertical:
		return "overhead press"
	case e.Pattern == training.PatternPush && strings.HasSuffix(id, "press"):
		return "press"
	}
	return lowered(e.Name)
}

// Called is the name of an exercise within a sentence.
func Called(e *training.Exercise) string { return lowered(e.Name) }

// lowered is a name within a sentence. What is named after somebody or some place keeps its capital.
func lowered(name string) string {
	for _, own := range []string{"Bulgarian", "Romanian", "Pallof", "Copenhagen", "Turkish", "Nordic", "Spanish", "Russian", "Arnold", "Z press"} {
		if strings.HasPrefix(name, own) {
			return name
		}
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// barred tells whether an exercise has a one-repetition maximum that people know: it is done with a bar.
func barred(e *training.Exercise) bool {
	switch e.Equipment[0] {
	case training.Barbell, training.TrapBar, training.SafetyBar:
		return true
	}
	return false
}
