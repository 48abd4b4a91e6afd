package training

import "slices"

// inTheHand is equipment that hands hold, pull or hang from.
var inTheHand = []Equipment{
	Barbell, TrapBar, Plate, Dumbbells, Kettlebell, MedicineBall, Sandbag, Yoke, Sled, Cable, BattleRope, PullUpBar, DipBars, Rings, AbWheel, ClimbingRope, Landmine, JumpRope,
}

// onHands are exercises of the body that lean on hands or forearms, or pull with them.
var onHands = []ExerciseID{
	"bear-crawl", "bear-plank", "bird-dog", "body-saw", "bench-dip", "copenhagen-plank", "crab-walk", "donkey-kick", "doorway-row", "dragon-flag", "floor-pulldown", "knee-plank",
	"knee-side-plank", "l-sit", "mountain-climber", "plank", "plank-shoulder-tap", "reverse-plank", "side-plank", "side-plank-leg-raise", "side-plank-rotation", "stir-the-pot",
	"swiss-ball-jackknife", "swiss-ball-plank", "swiss-ball-rollout", "burpee-box-jump", "burpee-broad-jump",
}

// handsFree are exercises with what hands usually hold, or with a band, that leave them out of it: it is around the feet or the hips.
var handsFree = []ExerciseID{
	"band-lateral-walk", "band-leg-curl", "cable-hip-extension", "monster-walk", "ring-leg-curl", "sled-sprint", "spanish-squat", "standing-knee-raise",
}

// usesHands tells whether an exercise, in its usual form, loads wrist and elbow: something is held, hung from, pushed, pulled or leaned on.
func usesHands(e *Exercise) bool {
	switch {
	case slices.Contains(handsFree, e.ID):
		return false
	case slices.Contains(e.Patterns, PatternPush), slices.Contains(onHands, e.ID), slices.Contains(e.Equipment, Band):
		return true
	case slices.Contains(e.Patterns, PatternPull) && e.Equipment[0] != NoEquipment: // a machine, too
		return true
	}
	return slices.ContainsFunc(e.Equipment, func(q Equipment) bool { return slices.Contains(inTheHand, q) })
}
