package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func swim(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Swim, steps...)
}

func easySwims() []recipe {
	return []recipe{{
		slug:  "swim-recovery",
		title: "Recovery swim: loosen up",
		description: "A short, easy swim that unloads joints and legs after hard running or lifting. Long strokes, slow breathing, any stroke you like; the pull buoy lets the legs float. No impact at all, " +
			"so it is safe for sore calves, shins and knees.",
		sport: training.Swim, focus: training.FocusRecovery, tags: []string{"recovery", "pool", "low-impact", "spares-legs", "spares-knees", "time-crunched"},
		blocks: []training.Block{
			swim("Ease in", compose.RampMeters("Any stroke", 200, 0.62, 0.72)),
			swim("Loosen", compose.Repeat("Six times", 6,
				compose.Told("Odd ones backstroke, even ones freestyle.", compose.Meters("Long strokes", 50, 0.74)),
				compose.Rest("Wall", 15))),
			swim("Pull", compose.Told("Pull buoy, legs relaxed.", compose.Meters("Pull", 300, 0.76))),
			swim("Ease out", compose.RampMeters("Any stroke", 100, 0.72, 0.62)),
		},
	}, {
		slug:  "swim-technique-short",
		title: "Technique swim for new swimmers",
		description: "Drills and short repeats for adults who are learning freestyle: body position, side breathing and a patient catch. Twenty-five metres at a time with plenty of rest, so that every length " +
			"is a good one. Fins are welcome; effort stays low.",
		sport: training.Swim, focus: training.FocusEndurance, tags: []string{"beginner", "technique", "drills", "pool", "low-impact", "spares-legs", "time-crunched"},
		blocks: []training.Block{
			swim("Warm-up", compose.Repeat("Four times", 4,
				compose.Meters("Easy", 50, 0.72),
				compose.Rest("Wall", 20))),
			swim("Drills", compose.Repeat("Eight times", 8,
				compose.Told("Side kick, catch-up, fists and six-kick switch, twice each.", compose.Meters("Drill", 25, 0.68)),
				compose.Rest("Wall", 20))),
			swim("Swim", compose.Repeat("Six times", 6,
				compose.Told("Carry one thing over from the drills.", compose.Meters("Smooth", 50, 0.82)),
				compose.Rest("Wall", 25))),
			swim("Cool-down", compose.Meters("Backstroke or easy", 100, 0.68)),
		},
	}, {
		slug:  "swim-endurance-300s",
		title: "Endurance 300s",
		description: "Aerobic swimming in repeats of three hundred metres, every second one with the pull buoy. Count strokes and keep the number steady. It builds swimming endurance without any load on the legs, " +
			"good for a day between hard runs or rides.",
		sport: training.Swim, focus: training.FocusEndurance, tags: []string{"base", "pool", "pull-buoy", "low-impact", "spares-legs", "triathlon"},
		blocks: []training.Block{
			swim("Warm-up", compose.RampMeters("Easy to steady", 300, 0.70, 0.82)),
			swim("Main set", compose.Repeat("Twice", 2,
				compose.Meters("Steady", 300, 0.85),
				compose.Rest("Wall", 20),
				compose.Told("Pull buoy.", compose.Meters("Pull", 300, 0.86)),
				compose.Rest("Wall", 20))),
			swim("Cool-down",
				compose.Told("Mix the strokes.", compose.Meters("Choice", 200, 0.75)),
				compose.RampMeters("Easy", 100, 0.72, 0.62)),
		},
	}, {
		slug:  "swim-long-800s",
		title: "Long swim: three times 800",
		description: "Long continuous repeats for open-water swimmers and triathletes. Settle into a rhythm that feels almost lazy for the first eight hundred metres and is still there in the last. " +
			"Practise sighting every eight strokes. Pool or lake; legs rest.",
		sport: training.Swim, focus: training.FocusLong, tags: []string{"base", "durability", "open-water", "triathlon", "low-impact", "spares-legs"},
		blocks: []training.Block{
			swim("Warm-up", compose.RampMeters("Easy to steady", 400, 0.70, 0.82)),
			swim("Long", compose.Repeat("Three times", 3,
				compose.Meters("Steady", 800, 0.85),
				compose.Rest("Drink", 40))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.75, 0.65)),
		},
	}}
}

func hardSwims() []recipe {
	return []recipe{{
		slug:  "swim-tempo-400s",
		title: "Tempo 400s",
		description: "Three swims of four hundred metres at a strong, sustainable effort, about the pace of a long triathlon. Hold stroke length when the arms get heavy. " +
			"Trains muscular endurance of shoulders and back while the legs recover.",
		sport: training.Swim, focus: training.FocusTempo, tags: []string{"tempo", "pool", "triathlon", "muscular-endurance", "spares-legs"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 300, 0.70, 0.84),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 50", 50, 0.80, 0.98),
					compose.Rest("Wall", 20))),
			swim("Main set", compose.Repeat("Three times", 3,
				compose.Meters("Strong", 400, 0.94),
				compose.Rest("Wall", 30))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.75, 0.65)),
		},
	}, {
		slug:  "swim-threshold-100s",
		title: "Threshold 100s: ten at critical swim speed",
		description: "Ten times one hundred metres at critical swim speed with fifteen seconds on the wall. The pace feels easy at three, honest at six and hard at ten. The shortest swim that moves your threshold; " +
			"fits into a lunch break.",
		sport: training.Swim, focus: training.FocusThreshold, tags: []string{"threshold", "css", "pool", "intervals", "time-crunched", "spares-legs"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 200, 0.70, 0.85),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 25", 25, 0.85, 1.05),
					compose.Rest("Wall", 15))),
			swim("Main set", compose.Repeat("Ten times", 10,
				compose.Meters("Critical speed", 100, 1.00),
				compose.Rest("Wall", 15))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.75, 0.65)),
		},
	}, {
		slug:  "swim-vo2max-50s",
		title: "VO2max 50s in two sets",
		description: "Two sets of eight fast fifties with twenty seconds of rest: heart and lungs near their maximum, arms still in control. Raises aerobic power in the water and top-end speed for triathlon starts. " +
			"No load on the legs beyond a quick kick.",
		sport: training.Swim, focus: training.FocusVO2Max, tags: []string{"vo2max", "pool", "intervals", "speed", "low-impact", "spares-legs", "time-crunched"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 300, 0.70, 0.85),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 25", 25, 0.85, 1.08),
					compose.Rest("Wall", 15))),
			swim("Main set", compose.Repeat("Two sets", 2,
				compose.Repeat("Eight times", 8,
					compose.Meters("Fast", 50, 1.10),
					compose.Rest("Wall", 20)),
				compose.Meters("Easy", 100, 0.70))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.74, 0.65)),
		},
	}, {
		slug:        "swim-sprint-25s",
		title:       "Sprint 25s",
		description: "Twelve all-out lengths with long rests, from a push or a dive. Pure speed: strong catch, fast kick, few breaths. Short, playful and hard on shoulders that are not warm, so do not hurry the warm-up.",
		sport:       training.Swim, focus: training.FocusSprint, tags: []string{"sprint", "speed", "power", "pool", "time-crunched"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 300, 0.70, 0.85),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 50", 50, 0.80, 1.05),
					compose.Rest("Wall", 20))),
			swim("Sprints", compose.Repeat("Twelve times", 12,
				compose.Meters("All out", 25, 1.35),
				compose.Rest("Wall", 45))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.74, 0.65)),
		},
	}, {
		slug:  "swim-race-pace-open-water",
		title: "Open-water race rehearsal: three times 500",
		description: "Rehearses a triathlon swim: each five hundred metres begins with a fast start, settles into race pace and ends with a few quick strokes to the imaginary exit. Sight every six strokes and swim in a " +
			"group if you can. Lake with wetsuit, or a pool with the lane ropes out.",
		sport: training.Swim, focus: training.FocusRacePace, tags: []string{"triathlon", "open-water", "race-preparation", "pacing", "spares-legs"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 300, 0.70, 0.85),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 25", 25, 0.85, 1.08),
					compose.Rest("Wait", 20))),
			swim("Race pace", compose.Repeat("Three times", 3,
				compose.Meters("Fast start", 50, 1.10),
				compose.Meters("Race pace", 400, 0.97),
				compose.Meters("Strong finish", 50, 1.04),
				compose.Rest("Wait", 1*minute))),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.75, 0.65)),
		},
	}, {
		slug:  "swim-test-css",
		title: "Critical swim speed test: 400 and 200",
		description: "Two time trials, four hundred and two hundred metres, each as fast and as even as you can. Critical swim speed is the difference in distance divided by the difference in time: 200 metres over the " +
			"time of the 400 minus that of the 200. Test rested, from a push, every six weeks.",
		sport: training.Swim, focus: training.FocusTest, tags: []string{"test", "css", "threshold", "pool", "pacing"},
		blocks: []training.Block{
			swim("Warm-up",
				compose.RampMeters("Easy to steady", 300, 0.70, 0.85),
				compose.Repeat("Four times", 4,
					compose.RampMeters("Build each 50", 50, 0.82, 1.02),
					compose.Rest("Wall", 20)),
				compose.Rest("Get ready", 2*minute)),
			swim("Test 400", compose.Meters("All you have", 400, 1.05)),
			swim("Between",
				compose.Meters("Easy", 200, 0.70),
				compose.Rest("Rest", 3*minute)),
			swim("Test 200", compose.Meters("All you have", 200, 1.12)),
			swim("Cool-down", compose.RampMeters("Easy", 200, 0.72, 0.62)),
		},
	}}
}
