package library

import (
	"slices"

	"fortnight/compose"
	"fortnight/training"
)

// rounds joins an opening, the same blocks several times, and an ending: what changes sport within a round cannot be one block.
func rounds(opening training.Block, times int, round []training.Block, ending training.Block) []training.Block {
	blocks := []training.Block{opening}
	for range times {
		for _, b := range round {
			b.Steps = slices.Clone(b.Steps)
			blocks = append(blocks, b)
		}
	}
	return append(blocks, ending)
}

func bricks() []recipe {
	return []recipe{{
		slug:  "brick-first",
		title: "First brick: ride, then run, 60 min",
		description: "An easy ride followed at once by a short, easy run, for people who prepare for their first sprint triathlon or duathlon. The legs feel odd for five minutes and then come round: that is the lesson. " +
			"Practise a calm change of shoes.",
		sport: training.Ride, focus: training.FocusEndurance, tags: []string{"brick", "triathlon", "duathlon", "beginner", "base", "hybrid"},
		blocks: []training.Block{
			ride("Ride",
				compose.Ramp("Build", 8*minute, 0.45, 0.62),
				compose.AtCadence(90, compose.Steady("Easy", 32*minute, 0.65))),
			ride("Change", compose.Rest("Change shoes", 2*minute)),
			run("Run",
				compose.Steady("Short steps", 5*minute, 0.70),
				compose.Steady("Easy", 10*minute, 0.74),
				compose.Ramp("Ease out", 3*minute, 0.68, 0.45)),
		},
	}, {
		slug:  "brick-race-pace",
		title: "Race-pace brick, 75 min",
		description: "Two blocks at triathlon race power, a quick transition and a run that starts at race effort on heavy legs. Trains pacing off the bike, transition drill and the mind for olympic-distance racing. " +
			"Lay out the kit beforehand; flat courses.",
		sport: training.Ride, focus: training.FocusRacePace, tags: []string{"brick", "triathlon", "race-preparation", "pacing", "flat", "hybrid"},
		blocks: []training.Block{
			ride("Ride",
				compose.Ramp("Build", 10*minute, 0.45, 0.75),
				compose.Repeat("Twice", 2,
					compose.Steady("Race power", 14*minute, 0.88),
					compose.Steady("Easy", 3*minute, 0.55))),
			ride("Change", compose.Rest("Transition", 1*minute)),
			run("Run",
				compose.Steady("Race effort", 15*minute, 0.95),
				compose.Steady("Easy", 10*minute, 0.72),
				compose.Ramp("Ease out", 5*minute, 0.66, 0.45)),
		},
	}, {
		slug:  "brick-long",
		title: "Long brick, two and a half hours",
		description: "A long endurance ride with a half-hour run straight off the bike, both at conversational effort. The key weekend session for middle and long-distance triathletes: it hardens the legs for running tired and " +
			"tests food and drink. Rolling roads.",
		sport: training.Ride, focus: training.FocusLong, tags: []string{"brick", "triathlon", "durability", "fuelling", "outdoor", "hybrid"},
		blocks: []training.Block{
			ride("Ride",
				compose.Ramp("Build", 15*minute, 0.45, 0.65),
				compose.Steady("Endurance", 97*minute, 0.69)),
			ride("Change", compose.Rest("Transition", 3*minute)),
			run("Run",
				compose.Steady("Easy", 30*minute, 0.77),
				compose.Ramp("Ease out", 5*minute, 0.68, 0.45)),
		},
	}}
}

func races() []recipe {
	return []recipe{{
		slug:  "hyrox-simulation",
		title: "HYROX simulation: eight runs, eight stations",
		description: "A full rehearsal of the race: a kilometre of running before each of eight stations, from rowing (in place of the ski machine) over sled push, sled pull, burpee broad jumps, rowing, farmer's carry and sandbag " +
			"lunges to wall balls. Hard on legs and lungs; once or twice in a build-up, with easy days around it.",
		sport: training.Run, focus: training.FocusRacePace, tags: []string{"hyrox", "race-preparation", "simulation", "gym", "sled", "wall-balls", "experienced", "hybrid"},
		blocks: slices.Concat(
			[]training.Block{run("Warm-up", compose.Ramp("Build", 8*minute, 0.55, 0.80))},
			station(row("Row 1,000 m", compose.Meters("In place of the ski machine", 1000, 0.95))),
			station(gym("Sled push 50 m", compose.Lift("sled-push", 4, 3, compose.Reserve(3), 20))),
			station(gym("Sled pull 50 m", compose.Lift("sled-pull", 4, 3, compose.Reserve(3), 20))),
			station(gym("Burpee broad jumps 80 m", compose.Lift("burpee-broad-jump", 4, 10, compose.Reserve(4), 15))),
			station(row("Row 1,000 m", compose.Meters("Row", 1000, 0.95))),
			station(gym("Farmer's carry 200 m", compose.Carry("farmers-carry", 2, 100, compose.Reserve(4), 15))),
			station(gym("Sandbag lunges 100 m", compose.Carry("sandbag-lunge", 4, 25, compose.Reserve(3), 20))),
			station(gym("Wall balls", compose.Lift("wall-ball", 4, 25, compose.Reserve(3), 15))),
			[]training.Block{run("Cool-down", compose.Ramp("Jog and walk", 6*minute, 0.62, 0.40))}),
	}, {
		slug:  "hyrox-half",
		title: "Half HYROX: four runs, four stations",
		description: "Half of the race at race effort when an hour is what you have: four kilometres of running, each followed by a station. It trains running well on legs that have just pushed, carried and lunged. " +
			"A gym with a sled and a treadmill will do.",
		sport: training.Run, focus: training.FocusThreshold, tags: []string{"hyrox", "race-preparation", "gym", "sled", "wall-balls", "treadmill", "hybrid"},
		blocks: slices.Concat(
			[]training.Block{run("Warm-up", compose.Ramp("Build", 9*minute, 0.55, 0.80))},
			station(gym("Sled push 50 m", compose.Lift("sled-push", 4, 3, compose.Reserve(3), 25))),
			station(row("Row 1,000 m", compose.Meters("Row", 1000, 0.95))),
			station(gym("Sandbag lunges 60 m", compose.Carry("sandbag-lunge", 3, 20, compose.Reserve(3), 25))),
			station(gym("Wall balls", compose.Lift("wall-ball", 3, 20, compose.Reserve(3), 20))),
			[]training.Block{run("Cool-down", compose.Ramp("Jog and walk", 7*minute, 0.62, 0.40))}),
	}, {
		slug:  "hyrox-compromised-running",
		title: "Compromised running: lunges, carries and threshold",
		description: "Four rounds of six hundred metres at threshold, walking lunges and a farmer's carry, without a break between them. You learn to find your stride again on pumped-up legs, the skill that decides HYROX races. " +
			"Light weights: the running must stay fast.",
		sport: training.Run, focus: training.FocusThreshold, tags: []string{"hyrox", "intervals", "kettlebell", "time-crunched", "hybrid", "muscular-endurance"},
		blocks: rounds(
			run("Warm-up", compose.Ramp("Build", 10*minute, 0.55, 0.82)), 4,
			[]training.Block{
				run("Run", compose.Meters("Threshold", 600, 1.00)),
				gym("Lunges and carry",
					compose.Carry("walking-lunge", 1, 40, compose.Reserve(5), 10),
					compose.Carry("farmers-carry", 1, 60, compose.Reserve(5), 15)),
				run("Jog", compose.Steady("Jog", 90, 0.58)),
			},
			run("Cool-down", compose.Ramp("Ease out", 6*minute, 0.65, 0.45))),
	}, {
		slug:  "hybrid-row-and-press",
		title: "Row and press rounds",
		description: "Five rounds that join five hundred brisk metres on the rowing machine with push-ups and dumbbell presses: engine and upper body in one visit to the gym, without impact and without heavy leg work. " +
			"For hybrid athletes short of time and for runners with tender shins.",
		sport: training.Row, focus: training.FocusStrengthEndurance,
		tags: []string{"hybrid", "machine", "gym", "dumbbells", "low-impact", "spares-calves", "upper-body", "time-crunched"},
		blocks: rounds(
			row("Warm-up", compose.Ramp("Build", 6*minute, 0.42, 0.70)), 5,
			[]training.Block{
				row("Row", compose.AtCadence(24, compose.Meters("Brisk", 500, 0.88))),
				gym("Press and push",
					compose.Lift("push-up", 1, 10, compose.Reserve(4), 20),
					compose.Lift("dumbbell-shoulder-press", 1, 10, compose.Reserve(4), 75)),
			},
			row("Cool-down", compose.Ramp("Paddle", 4*minute, 0.50, 0.38))),
	}}
}

// station is a kilometre of running at race effort, then what waits at its end.
func station(work training.Block) []training.Block {
	return []training.Block{run("Run 1,000 m", compose.Meters("Race effort", 1000, 0.95)), work}
}
