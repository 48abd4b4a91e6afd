package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func run(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Run, steps...)
}

func easyRuns() []recipe {
	return []recipe{{
		slug:  "run-recovery",
		title: "Recovery jog, 25 min",
		description: "A short, very gentle jog for the day after hard training or a race. It should feel almost too slow: breathe through the nose, " +
			"talk in full sentences and finish fresher than you started. Choose flat, soft ground such as grass or a park path.",
		sport: training.Run, focus: training.FocusRecovery, tags: []string{"recovery", "flat", "soft-ground", "time-crunched"},
		blocks: []training.Block{
			run("Ease in", compose.Ramp("Walk into a jog", 5*minute, 0.50, 0.66)),
			run("Jog", compose.Steady("Very easy", 17*minute, 0.67)),
			run("Ease out", compose.Ramp("Jog into a walk", 3*minute, 0.66, 0.45)),
		},
	}, {
		slug:  "run-walk-first-steps",
		title: "Run and walk: first steps, 30 min",
		description: "For beginners, and for anyone coming back after illness, injury or a long break. Two minutes of easy running alternate with one " +
			"minute of brisk walking, so breath and legs never get overwhelmed. Flat ground, no watch needed: the walk comes before you need it.",
		sport: training.Run, focus: training.FocusEndurance, tags: []string{"beginner", "run-walk", "return-to-running", "flat", "time-crunched"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Brisk walk", 5*minute, 0.40, 0.50)),
			run("Run and walk", compose.Repeat("Seven times", 7,
				compose.Steady("Easy run", 2*minute, 0.72),
				compose.Steady("Brisk walk", 1*minute, 0.48))),
			run("Cool-down", compose.Ramp("Walk", 4*minute, 0.48, 0.38)),
		},
	}, {
		slug:  "run-walk-longer-runs",
		title: "Run and walk: longer runs, 45 min",
		description: "The next stage for new runners: five blocks of six minutes joined by short walks, on the way to half an hour without a break. " +
			"Keep every run slow enough to chat. The walking spares shins, calves and knees while the distance grows.",
		sport: training.Run, focus: training.FocusEndurance, tags: []string{"beginner", "run-walk", "return-to-running", "flat", "base"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Brisk walk", 5*minute, 0.40, 0.50)),
			run("Run and walk", compose.Repeat("Five times", 5,
				compose.Steady("Easy run", 6*minute, 0.73),
				compose.Steady("Brisk walk", 90, 0.48))),
			run("Cool-down", compose.Ramp("Walk", 150, 0.48, 0.38)),
		},
	}, {
		slug:  "run-easy-30",
		title: "Easy run, 30 min",
		description: "Half an hour of relaxed running that fits before work or in a lunch break. Conversational effort from start to finish; " +
			"it builds the aerobic base and keeps the habit on busy days. Any terrain, treadmill included.",
		sport: training.Run, focus: training.FocusEndurance, tags: []string{"easy", "base", "time-crunched", "beginner", "treadmill"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 5*minute, 0.60, 0.72)),
			run("Easy", compose.Steady("Conversational", 22*minute, 0.74)),
			run("Cool-down", compose.Ramp("Ease out", 3*minute, 0.70, 0.50)),
		},
	}, {
		slug:  "run-easy-45-strides",
		title: "Easy run with strides, 45 min",
		description: "Easy aerobic running, then five relaxed accelerations of twenty seconds that wake up stride, posture and foot speed without " +
			"tiring you. Walk back fully between them. A good run for the day before intervals, on a flat path or quiet road.",
		sport: training.Run, focus: training.FocusEndurance, tags: []string{"easy", "base", "strides", "technique", "flat"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 8*minute, 0.60, 0.73)),
			run("Easy", compose.Steady("Conversational", 28*minute, 0.75)),
			run("Strides", compose.Repeat("Five times", 5,
				compose.Told("Build to fast but loose; never a sprint.", compose.Steady("Stride", 20, 1.20)),
				compose.Steady("Walk back", 1*minute, 0.40))),
			run("Cool-down", compose.Ramp("Jog", 140, 0.65, 0.50)),
		},
	}, {
		slug:  "run-easy-60",
		title: "Easy run over rolling ground, 60 min",
		description: "A full hour of steady conversational running, the bread and butter of a training week. Let the pace slow uphill and " +
			"come back by itself on the flat, so that the effort stays even. Road, forest track or gentle hills.",
		sport: training.Run, focus: training.FocusEndurance, tags: []string{"easy", "base", "rolling", "outdoor"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 10*minute, 0.60, 0.74)),
			run("Easy", compose.Steady("Conversational", 45*minute, 0.76)),
			run("Cool-down", compose.Ramp("Ease out", 5*minute, 0.72, 0.52)),
		},
	}}
}

func longRuns() []recipe {
	return []recipe{{
		slug:  "run-long-75",
		title: "Long run, 75 min",
		description: "The first real long run: an hour and a quarter at an effort you could hold a conversation in. It trains fat burning, tendons and " +
			"patience, and suits runners who prepare for 10 km or step up towards a half marathon. Flat or gently rolling roads.",
		sport: training.Run, focus: training.FocusLong, tags: []string{"base", "durability", "10k", "half-marathon", "flat"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 10*minute, 0.60, 0.73)),
			run("Long", compose.Steady("Conversational", 60*minute, 0.75)),
			run("Cool-down", compose.Ramp("Ease out", 5*minute, 0.70, 0.50)),
		},
	}, {
		slug:  "run-long-trail-90",
		title: "Long trail run in the hills, 90 min",
		description: "Long, unhurried running on hilly trails. Shorten the stride and push a little on the climbs, walk the steepest ones, and stay light " +
			"on the descents. It strengthens calves, hips and ankles and prepares you for trail races and hilly courses.",
		sport: training.Run, focus: training.FocusLong, tags: []string{"trail", "hills", "climbing", "durability", "outdoor"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 10*minute, 0.60, 0.72)),
			run("Hills", compose.Repeat("Five times", 5,
				compose.Steady("Rolling trail", 12*minute, 0.74),
				compose.Told("Effort counts, not pace.", compose.Steady("Climb", 3*minute, 0.84)))),
			run("Cool-down", compose.Ramp("Ease out", 5*minute, 0.70, 0.50)),
		},
	}, {
		slug:  "run-long-progression-105",
		title: "Long run with a faster finish, 105 min",
		description: "Start slower than you want to and finish stronger than you started. After more than an hour of easy running the last twenty minutes " +
			"build towards marathon effort, which teaches pacing and holding form on tired legs. For half-marathon and marathon preparation.",
		sport: training.Run, focus: training.FocusLong, tags: []string{"progression", "durability", "half-marathon", "marathon", "pacing"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 10*minute, 0.60, 0.72)),
			run("Long", compose.Steady("Easy", 67*minute, 0.74)),
			run("Faster finish", compose.Ramp("Build", 20*minute, 0.78, 0.91)),
			run("Cool-down", compose.Ramp("Ease out", 8*minute, 0.70, 0.50)),
		},
	}, {
		slug:  "run-long-120",
		title: "Long run on flat ground, 2 hours",
		description: "Two hours of even, easy running for marathoners and experienced half-marathoners. Time on the feet matters, pace does not. " +
			"Practise drinking and taking 30 to 60 grams of carbohydrate an hour. Keep it flat to spare the knees and quadriceps.",
		sport: training.Run, focus: training.FocusLong, tags: []string{"base", "durability", "marathon", "fuelling", "flat"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Ease in", 10*minute, 0.60, 0.72)),
			run("Long", compose.Steady("Easy", 105*minute, 0.74)),
			run("Cool-down", compose.Ramp("Ease out", 5*minute, 0.70, 0.50)),
		},
	}}
}

func hardRuns() []recipe {
	return []recipe{{
		slug:  "run-tempo-45",
		title: "Tempo run in two halves, 45 min",
		description: "Two stretches at a comfortably hard effort, about marathon pace, where only short sentences come out. It lifts aerobic strength without " +
			"the cost of intervals. Flat road, canal path or treadmill; fits in a lunch hour.",
		sport: training.Run, focus: training.FocusTempo, tags: []string{"tempo", "marathon", "half-marathon", "flat", "time-crunched", "treadmill"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 12*minute, 0.60, 0.80)),
			run("Tempo", compose.Repeat("Twice", 2,
				compose.Steady("Comfortably hard", 12*minute, 0.90),
				compose.Steady("Jog", 150, 0.65))),
			run("Cool-down", compose.Ramp("Ease out", 4*minute, 0.68, 0.50)),
		},
	}, {
		slug:  "run-threshold-45",
		title: "Short threshold run, 45 min",
		description: "Three blocks of six minutes at the fastest pace you could keep for about an hour: hard, controlled, never a race. The quickest way to " +
			"move the lactate threshold when time is short. Flat course or treadmill.",
		sport: training.Run, focus: training.FocusThreshold, tags: []string{"threshold", "10k", "time-crunched", "flat", "treadmill"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 12*minute, 0.60, 0.82)),
			run("Threshold", compose.Repeat("Three times", 3,
				compose.Steady("Threshold", 6*minute, 0.99),
				compose.Steady("Jog", 2*minute, 0.62))),
			run("Cool-down", compose.Ramp("Ease out", 9*minute, 0.70, 0.52)),
		},
	}, {
		slug:  "run-cruise-kilometres",
		title: "Cruise intervals: five kilometres at threshold",
		description: "Five repeats of one kilometre at threshold pace with only a minute of jogging between them, so that lactate stays level and the pace " +
			"stays honest. If the last one is slower than the first, you started too fast. For 10 km and half-marathon runners, flat road or track.",
		sport: training.Run, focus: training.FocusThreshold, tags: []string{"threshold", "intervals", "10k", "half-marathon", "track", "flat"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 15*minute, 0.60, 0.82)),
			run("Cruise intervals", compose.Repeat("Five times", 5,
				compose.Meters("Threshold", 1000, 0.99),
				compose.Steady("Jog", 1*minute, 0.60))),
			run("Cool-down", compose.Ramp("Ease out", 10*minute, 0.70, 0.52)),
		},
	}, {
		slug:  "run-hill-repeats-40",
		title: "Uphill VO2max repeats, 40 min",
		description: "Five hard climbs of two and a half minutes on a steady hill of five to eight per cent. Running uphill drives the heart and lungs to their " +
			"ceiling with less pounding than speed on the flat, and builds power in glutes and calves. Jog down gently.",
		sport: training.Run, focus: training.FocusVO2Max, tags: []string{"hills", "vo2max", "intervals", "climbing", "time-crunched"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 12*minute, 0.60, 0.80)),
			run("Hills", compose.Repeat("Five times", 5,
				compose.Told("Effort as if the ground were flat.", compose.Steady("Climb hard", 150, 1.08)),
				compose.Steady("Jog down", 2*minute, 0.55))),
			run("Cool-down", compose.Ramp("Ease out", 330, 0.68, 0.50)),
		},
	}, {
		slug:  "run-vo2max-800s",
		title: "Track 800s for VO2max",
		description: "The classic session for maximal oxygen uptake: six times 800 metres at about 5 km race pace with jogged recoveries almost as long as the " +
			"work. The first two should feel held back. For 5 and 10 km racers on the track or a measured flat loop.",
		sport: training.Run, focus: training.FocusVO2Max, tags: []string{"vo2max", "intervals", "speed", "track", "5k", "10k"},
		blocks: []training.Block{
			run("Warm-up",
				compose.Ramp("Build", 13*minute, 0.60, 0.80),
				compose.Repeat("Strides, three times", 3,
					compose.Steady("Stride", 20, 1.15),
					compose.Steady("Walk", 40, 0.40))),
			run("800s", compose.Repeat("Six times", 6,
				compose.Meters("5 km pace", 800, 1.07),
				compose.Steady("Jog", 150, 0.58))),
			run("Cool-down", compose.Ramp("Ease out", 8*minute, 0.68, 0.50)),
		},
	}, {
		slug:  "run-anaerobic-200s",
		title: "Fast 200s in two sets",
		description: "Ten fast repeats of 200 metres in two sets of five. They are run with quick feet at mile race effort and sharpen running economy and the " +
			"finishing kick; recoveries are long enough to stay smooth. Track, spikes optional; leave it out when calves or hamstrings complain.",
		sport: training.Run, focus: training.FocusAnaerobic, tags: []string{"speed", "anaerobic", "track", "intervals", "5k"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 15*minute, 0.60, 0.82)),
			run("200s", compose.Repeat("Two sets", 2,
				compose.Repeat("Five times", 5,
					compose.Meters("Fast 200", 200, 1.25),
					compose.Steady("Walk and jog back", 90, 0.45)),
				compose.Steady("Jog between sets", 3*minute, 0.55))),
			run("Cool-down", compose.Ramp("Ease out", 8*minute, 0.68, 0.50)),
		},
	}, {
		slug:  "run-hill-sprints-35",
		title: "Hill sprints, 35 min",
		description: "Eight all-out sprints of ten seconds up a steep hill, each after a full walking recovery. Strength training in running shoes: it recruits fast " +
			"fibres and stiffens the Achilles, yet leaves little fatigue. Stop when a sprint gets slower.",
		sport: training.Run, focus: training.FocusSprint, tags: []string{"hills", "sprint", "speed", "power", "time-crunched"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 14*minute, 0.60, 0.78)),
			run("Sprints", compose.Repeat("Eight times", 8,
				compose.Told("Ten to fifteen per cent steep, full effort.", compose.Steady("Sprint", 10, 1.80)),
				compose.Steady("Walk down and wait", 110, 0.35))),
			run("Cool-down", compose.Ramp("Ease out", 5*minute, 0.68, 0.50)),
		},
	}}
}

func raceRuns() []recipe {
	return []recipe{{
		slug:  "run-race-pace-10k",
		title: "10 km race rehearsal: two, two and one",
		description: "Five kilometres at the pace you want to race 10 km, in pieces of two, two and one kilometre that get a shade faster. It fixes goal pace in the " +
			"legs and builds confidence in the last four weeks before the race. Use the shoes and the flat course type of race day.",
		sport: training.Run, focus: training.FocusRacePace, tags: []string{"10k", "race-preparation", "pacing", "flat", "intervals"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 15*minute, 0.60, 0.82)),
			run("Race pace",
				compose.Meters("Goal pace", 2000, 1.00),
				compose.Steady("Jog", 2*minute, 0.60),
				compose.Meters("Goal pace", 2000, 1.01),
				compose.Steady("Jog", 2*minute, 0.60),
				compose.Meters("A shade faster", 1000, 1.03)),
			run("Cool-down", compose.Ramp("Ease out", 10*minute, 0.70, 0.52)),
		},
	}, {
		slug:  "run-marathon-pace-90",
		title: "Marathon-pace blocks, 90 min",
		description: "Two blocks of twenty-five minutes at goal marathon pace inside a longer easy run. Steady and economical: you should believe that you could go on. " +
			"Rehearse race breakfast, gels and shoes. Flat road.",
		sport: training.Run, focus: training.FocusRacePace, tags: []string{"marathon", "race-preparation", "pacing", "fuelling", "flat"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 15*minute, 0.60, 0.78)),
			run("Marathon pace",
				compose.Steady("Goal pace", 25*minute, 0.90),
				compose.Steady("Easy", 5*minute, 0.70),
				compose.Steady("Goal pace", 25*minute, 0.90)),
			run("Easy to the end",
				compose.Steady("Easy", 13*minute, 0.73),
				compose.Ramp("Ease out", 7*minute, 0.70, 0.50)),
		},
	}, {
		slug:  "run-openers-30",
		title: "Race-week openers, 30 min",
		description: "A short sharpener for the last days of a taper: easy running with four lively minutes at race pace. It keeps the legs awake and the nerves calm while " +
			"fatigue drains away. Finish wanting more.",
		sport: training.Run, focus: training.FocusRacePace, tags: []string{"race-week", "taper", "openers", "time-crunched", "10k", "half-marathon"},
		blocks: []training.Block{
			run("Warm-up", compose.Ramp("Build", 14*minute, 0.60, 0.75)),
			run("Openers", compose.Repeat("Four times", 4,
				compose.Steady("Race pace", 1*minute, 1.02),
				compose.Steady("Jog", 90, 0.62))),
			run("Cool-down", compose.Ramp("Ease out", 6*minute, 0.68, 0.50)),
		},
	}, {
		slug:  "run-test-30-minutes",
		title: "Threshold test: thirty minutes alone",
		description: "A time trial of thirty minutes, run alone and as evenly as you can. Its average pace is your threshold pace, and the average heart rate of the last " +
			"twenty minutes your threshold heart rate. Do it rested, on a flat course or track, every six to eight weeks.",
		sport: training.Run, focus: training.FocusTest, tags: []string{"test", "threshold", "pacing", "flat", "track"},
		blocks: []training.Block{
			run("Warm-up",
				compose.Ramp("Build", 14*minute, 0.60, 0.82),
				compose.Repeat("Strides, three times", 3,
					compose.Steady("Stride", 20, 1.10),
					compose.Steady("Walk", 40, 0.40)),
				compose.Steady("Easy", 3*minute, 0.60)),
			run("Test", compose.Told("Start a touch slower than you think; press the lap key after ten minutes.", compose.Steady("All you have", 30*minute, 1.00))),
			run("Cool-down", compose.Ramp("Ease out", 10*minute, 0.68, 0.50)),
		},
	}}
}
