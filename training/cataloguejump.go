package training

import "slices"

// Bounds and hops land once a repetition, a depth jump twice: off the box and after the jump. Medicine balls land nobody, and the turns of
// a rope are too light to count against the contacts of a session.
var jumps = slices.Concat(
	patterned(PatternPlyometric, DirectionStraight, slices.Concat(landings, upward, forward, throws)...),
	patterned(PatternPlyometric, DirectionLateral,
		exercise("lateral-line-hop", "Lateral line hop", Novice, Calves, Quadriceps).landing(1).harder("lateral-bound", "lateral-hurdle-hop"),
		exercise("lateral-bound", "Lateral bound", Intermediate, Glutes, Quadriceps, Abductors).oneSided().landing(1).not(ContraHamstring),
		exercise("lateral-hurdle-hop", "Lateral hurdle hop", Intermediate, Calves, Quadriceps, Glutes).with(Hurdles).landing(1),
	),
	patterned(PatternPlyometric, DirectionRotational,
		exercise("rotational-medicine-ball-throw", "Rotational medicine ball throw", Novice, Obliques, Glutes, Shoulders).with(MedicineBall).oneSided().also(PatternCore).
			not(ContraBack, ContraShoulder),
		exercise("rotational-medicine-ball-slam", "Rotational medicine ball slam", Novice, Obliques, Abdominals, Lats).with(MedicineBall).oneSided().also(PatternCore).
			not(ContraBack, ContraShoulder),
	),
)

// How to land, and the springs of the foot.
var landings = []Exercise{
	exercise("snap-down", "Snap-down", Novice, Quadriceps, Glutes).landing(1).harder("countermovement-jump", "drop-landing"),
	exercise("drop-landing", "Drop landing", Intermediate, Quadriceps, Glutes).with(Box).landing(1).harder("depth-jump"),
	exercise("jump-rope", "Jump rope", Novice, Calves).with(JumpRope).not(ContraKnee, ContraAchilles, ContraImpact, ContraFall).harder("pogo-jump"),
	exercise("jumping-jack", "Jumping jack", Novice, Calves, Shoulders).landing(1).harder("pogo-jump"),
	exercise("pogo-jump", "Pogo jump", Novice, Calves).landing(1).harder("hurdle-hop", "single-leg-pogo", "tuck-jump"),
	exercise("single-leg-pogo", "Single-leg pogo", Intermediate, Calves).oneSided().landing(1).harder("single-leg-hop"),
}

var upward = []Exercise{
	exercise("low-box-jump", "Low box jump", Novice, Quadriceps, Glutes, Calves).with(Box).landing(1).harder("box-jump"),
	exercise("box-jump", "Box jump", Intermediate, Quadriceps, Glutes, Calves).with(Box).landing(1).harder("depth-jump", "seated-box-jump", "single-leg-box-jump"),
	exercise("seated-box-jump", "Seated box jump", Intermediate, Quadriceps, Glutes, Calves).with(Box, Bench).landing(1),
	exercise("single-leg-box-jump", "Single-leg box jump", Advanced, Quadriceps, Glutes, Calves).with(Box).oneSided().landing(1),
	exercise("countermovement-jump", "Countermovement jump", Novice, Quadriceps, Glutes, Calves).landing(1).harder("box-jump", "broad-jump", "jump-squat", "split-jump", "tuck-jump"),
	exercise("jump-squat", "Jump squat", Intermediate, Quadriceps, Glutes, Calves).also(PatternSquat).landing(1).harder("dumbbell-jump-squat", "trap-bar-jump"),
	exercise("dumbbell-jump-squat", "Dumbbell jump squat", Intermediate, Quadriceps, Glutes, Calves).with(Dumbbells).or(Kettlebell).also(PatternSquat).landing(1).not(ContraBack).
		harder("trap-bar-jump"),
	exercise("trap-bar-jump", "Trap bar jump", Advanced, Quadriceps, Glutes, Calves).with(TrapBar).also(PatternHinge).landing(1).not(ContraBack),
	exercise("split-jump", "Split jump", Intermediate, Quadriceps, Glutes, Calves).also(PatternLunge).landing(1).not(ContraHamstring).harder("bounding"),
	exercise("step-up-jump", "Step-up jump", Intermediate, Quadriceps, Glutes, Calves).with(Box).or(Bench).oneSided().also(PatternLunge).landing(1),
	exercise("tuck-jump", "Tuck jump", Intermediate, Quadriceps, Calves, Abdominals).landing(1).harder("hurdle-hop"),
	exercise("depth-jump", "Depth jump", Advanced, Quadriceps, Calves, Glutes).with(Box).eccentric().landing(2),
}

var forward = []Exercise{
	exercise("a-skip", "A-skip", Novice, Calves, HipFlexors).landing(1).harder("power-skip"),
	exercise("power-skip", "Power skip", Intermediate, Glutes, Calves, HipFlexors).landing(1).not(ContraHamstring).harder("bounding"),
	exercise("broad-jump", "Broad jump", Intermediate, Glutes, Quadriceps, Calves).landing(1).harder("bounding", "burpee-broad-jump"),
	exercise("burpee-broad-jump", "Burpee broad jump", Intermediate, Quadriceps, Glutes, Chest, Triceps, Abdominals).also(PatternPush).landing(1).not(ContraShoulder, ContraProne),
	exercise("burpee-box-jump", "Burpee box jump", Intermediate, Quadriceps, Glutes, Chest, Triceps, Abdominals).with(Box).also(PatternPush).landing(1).
		not(ContraShoulder, ContraProne),
	exercise("bounding", "Bounding", Intermediate, Glutes, Hamstrings, Calves).oneSided().landing(1).not(ContraHamstring).harder("single-leg-bound"),
	exercise("single-leg-hop", "Single-leg hop", Intermediate, Calves, Quadriceps, Glutes).oneSided().landing(1).harder("single-leg-bound", "single-leg-box-jump"),
	exercise("single-leg-bound", "Single-leg bound", Advanced, Glutes, Hamstrings, Calves).oneSided().landing(1).not(ContraHamstring),
	exercise("hurdle-hop", "Hurdle hop", Intermediate, Calves, Quadriceps, Glutes).with(Hurdles).landing(1),
	exercise("sled-sprint", "Sled sprint", Intermediate, Glutes, Hamstrings, Calves).with(Sled).walked().not(ContraKnee, ContraAchilles, ContraHamstring, ContraImpact, ContraFall),
}

var throws = []Exercise{
	exercise("medicine-ball-slam", "Medicine ball slam", Novice, Lats, Glutes, Abdominals).with(MedicineBall).also(PatternCore).not(ContraBack, ContraShoulder),
	exercise("medicine-ball-chest-pass", "Medicine ball chest pass", Novice, Chest, Triceps, Shoulders).with(MedicineBall).also(PatternPush).not(ContraShoulder).
		harder("plyometric-push-up"),
	exercise("medicine-ball-throw", "Medicine ball throw", Novice, Shoulders, Chest, Glutes, Quadriceps).with(MedicineBall).also(PatternPush).not(ContraBack, ContraShoulder),
	exercise("overhead-medicine-ball-throw", "Overhead medicine ball throw backwards", Intermediate, Glutes, Quadriceps, Shoulders).with(MedicineBall).also(PatternHinge).
		not(ContraHamstring, ContraBack, ContraShoulder),
	exercise("plyometric-push-up", "Plyometric push-up", Advanced, Chest, Triceps, Shoulders).also(PatternPush).not(ContraShoulder, ContraFall),
}
