package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func row(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Row, steps...)
}

func easyRows() []recipe {
	return []recipe{{
		slug:  "row-recovery",
		title: "Recovery row, 20 min",
		description: "Twenty minutes of feather-light rowing at a low stroke rate to get moving again after a hard day or a long journey. Push with the legs, hang from the arms, never hurry the slide. " +
			"Rowing machine; no impact.",
		sport: training.Row, focus: training.FocusRecovery, tags: []string{"recovery", "machine", "low-impact", "gym", "time-crunched"},
		blocks: []training.Block{
			row("Ease in", compose.Ramp("Paddle", 4*minute, 0.38, 0.48)),
			row("Paddle", compose.AtCadence(18, compose.Steady("Very light", 13*minute, 0.48))),
			row("Ease out", compose.Ramp("Paddle down", 3*minute, 0.48, 0.36)),
		},
	}, {
		slug:  "row-easy-30",
		title: "Easy row, 30 min",
		description: "Half an hour of technical, low-rate rowing that works legs, back and arms together without impact. Legs first on the drive, hands away first on the way back. Friendly to beginners and a good " +
			"substitute for an easy run when calves or shins need a rest.",
		sport: training.Row, focus: training.FocusEndurance, tags: []string{"easy", "base", "beginner", "technique", "machine", "low-impact", "spares-calves", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 5*minute, 0.42, 0.60)),
			row("Easy", compose.Repeat("Twice", 2,
				compose.AtCadence(20, compose.Steady("Steady", 10*minute, 0.63)),
				compose.Steady("Paddle", 1*minute, 0.42))),
			row("Cool-down", compose.Ramp("Paddle", 3*minute, 0.50, 0.38)),
		},
	}, {
		slug:  "row-endurance-45",
		title: "Steady-state row, 45 min",
		description: "Three blocks of ten minutes in the aerobic zone with the stroke rate capped at twenty. Rowers live on this session: long, strong strokes and calm breathing. Full-body endurance for " +
			"hybrid athletes on days when running would be too much impact.",
		sport: training.Row, focus: training.FocusEndurance, tags: []string{"base", "steady-state", "machine", "low-impact", "spares-calves", "hyrox"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 7*minute, 0.42, 0.64)),
			row("Steady", compose.Repeat("Three times", 3,
				compose.AtCadence(20, compose.Steady("Steady state", 10*minute, 0.66)),
				compose.Steady("Paddle", 1*minute, 0.42))),
			row("Cool-down", compose.Ramp("Paddle", 5*minute, 0.52, 0.38)),
		},
	}, {
		slug:  "row-long-60",
		title: "Long row, 60 min",
		description: "An hour on the water or the machine in three pieces of sixteen minutes at alternating stroke rates. It builds aerobic base, grip and the lower back's stamina. Stand up briefly between the pieces " +
			"if your back tightens.",
		sport: training.Row, focus: training.FocusLong, tags: []string{"base", "durability", "steady-state", "machine", "low-impact"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 6*minute, 0.42, 0.62)),
			row("Long", compose.Repeat("Three times", 3,
				compose.AtCadence(18, compose.Steady("Low rate", 8*minute, 0.64)),
				compose.AtCadence(21, compose.Steady("A little more", 8*minute, 0.68)),
				compose.Steady("Paddle and drink", 1*minute, 0.40))),
			row("Cool-down", compose.Ramp("Paddle", 3*minute, 0.50, 0.38)),
		},
	}}
}

func hardRows() []recipe {
	return []recipe{{
		slug:  "row-tempo-45",
		title: "Tempo row, 45 min",
		description: "Three blocks at a firm, rhythmical pressure that you could just hold for an hour and a half. Ratio before rate: quick drive, slow slide. " +
			"Muscular endurance for back, glutes and legs without pounding.",
		sport: training.Row, focus: training.FocusTempo, tags: []string{"tempo", "muscular-endurance", "machine", "low-impact", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 8*minute, 0.42, 0.72)),
			row("Tempo", compose.Repeat("Three times", 3,
				compose.AtCadence(23, compose.Steady("Firm", 9*minute, 0.84)),
				compose.Steady("Paddle", 2*minute, 0.42))),
			row("Cool-down", compose.Ramp("Paddle", 4*minute, 0.52, 0.38)),
		},
	}, {
		slug:  "row-threshold-45",
		title: "Threshold row, 45 min",
		description: "Three eight-minute pieces at threshold power with three minutes of paddling. Hold one split from the first stroke to the last. Raises the power you can sustain for an hour, " +
			"on the machine and in hybrid races.",
		sport: training.Row, focus: training.FocusThreshold, tags: []string{"threshold", "intervals", "machine", "low-impact", "hyrox", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 9*minute, 0.42, 0.78)),
			row("Threshold", compose.Repeat("Three times", 3,
				compose.AtCadence(26, compose.Steady("Threshold", 8*minute, 0.97)),
				compose.Steady("Paddle", 3*minute, 0.40))),
			row("Cool-down", compose.Ramp("Paddle", 3*minute, 0.50, 0.38)),
		},
	}, {
		slug:  "row-vo2max-40",
		title: "Two-minute VO2max rows, 40 min",
		description: "Six pieces of two minutes at a power you could hold for six or seven, with equal rest. Breathing is at its limit by the third. The whole body works, so maximal oxygen uptake is reached " +
			"fast and without impact.",
		sport: training.Row, focus: training.FocusVO2Max, tags: []string{"vo2max", "intervals", "machine", "low-impact", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 10*minute, 0.42, 0.80)),
			row("VO2max", compose.Repeat("Six times", 6,
				compose.AtCadence(29, compose.Steady("Very hard", 2*minute, 1.14)),
				compose.Steady("Paddle", 2*minute, 0.40))),
			row("Cool-down", compose.Ramp("Paddle", 6*minute, 0.52, 0.38)),
		},
	}, {
		slug:  "row-anaerobic-250s",
		title: "Anaerobic 250s",
		description: "Eight short, violent pieces of 250 metres faster than 2 km pace, with long paddling between them. Builds anaerobic capacity and the start and sprint of a race. " +
			"Keep the back braced and the damper moderate.",
		sport: training.Row, focus: training.FocusAnaerobic, tags: []string{"anaerobic", "speed", "power", "machine", "intervals", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up", compose.Ramp("Build", 10*minute, 0.42, 0.80)),
			row("250s", compose.Repeat("Eight times", 8,
				compose.AtCadence(34, compose.Meters("Hard", 250, 1.45)),
				compose.Steady("Paddle", 110, 0.38))),
			row("Cool-down", compose.Ramp("Paddle", 7*minute, 0.52, 0.38)),
		},
	}, {
		slug:  "row-race-pace-500s",
		title: "2 km race pace: four times 500",
		description: "Four pieces of 500 metres at the split you want to row over 2 km, with three and a half minutes of rest. Practise the start, the settle and the rate of race day. " +
			"Do it in the last three weeks before a 2 km race or an indoor regatta.",
		sport: training.Row, focus: training.FocusRacePace, tags: []string{"race-preparation", "2k", "pacing", "machine", "intervals", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up",
				compose.Ramp("Build", 10*minute, 0.42, 0.80),
				compose.Repeat("Starts, twice", 2,
					compose.AtCadence(32, compose.Steady("Ten hard strokes", 20, 1.30)),
					compose.Steady("Paddle", 70, 0.40))),
			row("Race pace", compose.Repeat("Four times", 4,
				compose.AtCadence(30, compose.Meters("Race pace", 500, 1.22)),
				compose.Steady("Paddle", 210, 0.38))),
			row("Cool-down", compose.Ramp("Paddle", 7*minute, 0.52, 0.38)),
		},
	}, {
		slug:  "row-test-2k",
		title: "2 km row test",
		description: "The rower's benchmark: two thousand metres as fast as you can from a standing start. Row the first half a second slower than you would like, then spend what is left. The average power is " +
			"about 1.25 times what you could hold for an hour. Rested, machine, every eight weeks.",
		sport: training.Row, focus: training.FocusTest, tags: []string{"test", "2k", "pacing", "machine", "time-crunched"},
		blocks: []training.Block{
			row("Warm-up",
				compose.Ramp("Build", 11*minute, 0.42, 0.80),
				compose.Repeat("Starts, three times", 3,
					compose.AtCadence(32, compose.Steady("Ten hard strokes", 20, 1.25)),
					compose.Steady("Paddle", 70, 0.40)),
				compose.Rest("Get ready", 2*minute)),
			row("Test", compose.AtCadence(30, compose.Meters("All you have", 2000, 1.24))),
			row("Cool-down", compose.Ramp("Paddle", 8*minute, 0.50, 0.36)),
		},
	}}
}
