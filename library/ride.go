package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func ride(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Ride, steps...)
}

func easyRides() []recipe {
	return []recipe{{
		slug:  "ride-recovery",
		title: "Recovery spin, 30 min",
		description: "Feather-light pedalling that brings blood to tired legs the day after racing, intervals or heavy squats. Small gear, high cadence, hardly any " +
			"pressure on the pedals; low impact and kind to knees. Trainer or a flat bike path.",
		sport: training.Ride, focus: training.FocusRecovery, tags: []string{"recovery", "low-impact", "trainer", "flat", "time-crunched"},
		blocks: []training.Block{
			ride("Ease in", compose.Ramp("Spin up", 5*minute, 0.38, 0.48)),
			ride("Spin", compose.AtCadence(92, compose.Steady("Very light", 20*minute, 0.48))),
			ride("Ease out", compose.Ramp("Spin down", 5*minute, 0.48, 0.38)),
		},
	}, {
		slug:  "ride-easy-45",
		title: "Easy ride, 45 min",
		description: "Relaxed aerobic riding for a short window or an active day between harder sessions. Low impact, so it adds endurance without the pounding of a run and " +
			"suits beginners and injured runners. Trainer, gym bike, commute or flat road.",
		sport: training.Ride, focus: training.FocusEndurance, tags: []string{"easy", "base", "beginner", "low-impact", "trainer", "time-crunched", "commute"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 8*minute, 0.45, 0.60)),
			ride("Easy", compose.AtCadence(88, compose.Steady("Conversational", 32*minute, 0.63))),
			ride("Cool-down", compose.Ramp("Ease out", 5*minute, 0.55, 0.40)),
		},
	}, {
		slug:  "ride-endurance-60-cadence",
		title: "Endurance ride with high-cadence minutes, 60 min",
		description: "Steady endurance riding; every ninth minute you spin faster than is comfortable without bouncing on the saddle. It trains a round, economical pedal " +
			"stroke and relieves the knees. Works well on the trainer, where an hour passes faster with a task.",
		sport: training.Ride, focus: training.FocusEndurance, tags: []string{"base", "cadence", "technique", "low-impact", "trainer"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 10*minute, 0.45, 0.64)),
			ride("Endurance", compose.Repeat("Five times", 5,
				compose.AtCadence(88, compose.Steady("Endurance", 8*minute, 0.67)),
				compose.AtCadence(108, compose.Steady("Spin fast", 1*minute, 0.70)))),
			ride("Cool-down", compose.Ramp("Ease out", 5*minute, 0.58, 0.42)),
		},
	}, {
		slug:  "ride-endurance-90",
		title: "Endurance ride, 90 min",
		description: "An hour and a half in the steady endurance zone: breathing deep but calm, pressure on the pedals all the time, no surges over the hills. The backbone of " +
			"aerobic base training. Rolling or flat road, gravel or trainer.",
		sport: training.Ride, focus: training.FocusEndurance, tags: []string{"base", "rolling", "gravel", "low-impact", "outdoor"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 10*minute, 0.45, 0.66)),
			ride("Endurance", compose.Steady("Steady", 74*minute, 0.69)),
			ride("Cool-down", compose.Ramp("Ease out", 6*minute, 0.60, 0.42)),
		},
	}}
}

func longRides() []recipe {
	return []recipe{{
		slug:  "ride-long-120",
		title: "Long ride, 2 hours",
		description: "Two hours of calm, unbroken endurance riding that build the aerobic engine without straining joints. For riders who begin to go long and for runners who want " +
			"volume with low impact. Eat and drink every twenty minutes.",
		sport: training.Ride, focus: training.FocusLong, tags: []string{"base", "durability", "low-impact", "outdoor", "fuelling"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.65)),
			ride("Long", compose.Steady("Endurance", 95*minute, 0.68)),
			ride("Cool-down", compose.Ramp("Ease out", 10*minute, 0.60, 0.42)),
		},
	}, {
		slug:  "ride-long-climbs-150",
		title: "Long hilly ride with tempo climbs, two and a half hours",
		description: "A long ride over five climbs taken seated at a firm tempo, with easy riding in between, as on a lively group ride in the hills. It builds climbing strength and " +
			"prepares you for mountainous sportives and hilly triathlons. Save some for the last climb.",
		sport: training.Ride, focus: training.FocusLong, tags: []string{"hills", "climbing", "durability", "group-ride", "outdoor", "fuelling"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.65)),
			ride("Climbs", compose.Repeat("Five times", 5,
				compose.Steady("Endurance", 18*minute, 0.66),
				compose.AtCadence(75, compose.Steady("Climb at tempo", 6*minute, 0.82)))),
			ride("Cool-down", compose.Ramp("Ease out", 15*minute, 0.60, 0.42)),
		},
	}, {
		slug:  "ride-long-180",
		title: "Long steady ride, 3 hours",
		description: "Three hours at an even endurance effort, alone or in a disciplined group that rides steadily. Stay in the zone even when the road rises. It builds fat metabolism, " +
			"fuelling routine and staying power for century rides and long-distance triathlon. Flat to rolling.",
		sport: training.Ride, focus: training.FocusLong, tags: []string{"base", "durability", "group-ride", "triathlon", "fuelling", "flat", "outdoor"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.64)),
			ride("Long", compose.Steady("Endurance", 150*minute, 0.67)),
			ride("Cool-down", compose.Ramp("Ease out", 15*minute, 0.60, 0.42)),
		},
	}, {
		slug:  "ride-long-240",
		title: "All-morning endurance ride, 4 hours",
		description: "The big weekend ride for experienced cyclists and long-distance triathletes: four blocks of forty-five minutes with short easy spells to eat. Aim for 60 to 90 grams of " +
			"carbohydrate an hour. Expect to need an easy day afterwards.",
		sport: training.Ride, focus: training.FocusLong, tags: []string{"base", "durability", "triathlon", "fuelling", "outdoor", "experienced"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 20*minute, 0.45, 0.62)),
			ride("Long", compose.Repeat("Four times", 4,
				compose.Steady("Endurance", 45*minute, 0.66),
				compose.Steady("Easy, eat and drink", 5*minute, 0.50))),
			ride("Cool-down", compose.Ramp("Ease out", 20*minute, 0.58, 0.42)),
		},
	}}
}

func hardRides() []recipe {
	return []recipe{{
		slug:  "ride-sweet-spot-45",
		title: "Sweet-spot ride, 45 min",
		description: "Three blocks just below threshold, hard enough to matter and easy enough to repeat tomorrow. The most training for the least time, made for the trainer on a weekday evening. " +
			"Low impact, seated, steady cadence.",
		sport: training.Ride, focus: training.FocusTempo, tags: []string{"tempo", "sweet-spot", "trainer", "time-crunched", "low-impact"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 8*minute, 0.45, 0.75)),
			ride("Sweet spot", compose.Repeat("Three times", 3,
				compose.AtCadence(88, compose.Steady("Sweet spot", 9*minute, 0.89)),
				compose.Steady("Spin", 2*minute, 0.50))),
			ride("Cool-down", compose.Ramp("Ease out", 4*minute, 0.55, 0.40)),
		},
	}, {
		slug:  "ride-tempo-75",
		title: "Tempo ride, 75 min",
		description: "Two long stretches of tempo, the brisk, busy pace of a breakaway that wants to stay away. Good for muscular endurance, sportives and middle-distance triathlon. Flat or rolling " +
			"road without many stops, or the trainer.",
		sport: training.Ride, focus: training.FocusTempo, tags: []string{"tempo", "triathlon", "muscular-endurance", "flat", "rolling"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 12*minute, 0.45, 0.72)),
			ride("Tempo", compose.Repeat("Twice", 2,
				compose.Steady("Tempo", 22*minute, 0.82),
				compose.Steady("Easy", 5*minute, 0.55))),
			ride("Cool-down", compose.Ramp("Ease out", 9*minute, 0.58, 0.42)),
		},
	}, {
		slug:  "ride-threshold-45",
		title: "Short threshold ride, 45 min",
		description: "Two blocks of twelve minutes right at functional threshold power when three quarters of an hour is all you have. Settle in, count the minutes and do not let the last two fade. " +
			"Best on the trainer or a steady climb.",
		sport: training.Ride, focus: training.FocusThreshold, tags: []string{"threshold", "trainer", "time-crunched", "climbing", "low-impact"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 10*minute, 0.45, 0.80)),
			ride("Threshold",
				compose.Steady("Threshold", 12*minute, 0.98),
				compose.Steady("Spin", 4*minute, 0.50),
				compose.Steady("Threshold", 12*minute, 0.98)),
			ride("Cool-down", compose.Ramp("Ease out", 7*minute, 0.58, 0.40)),
		},
	}, {
		slug:  "ride-threshold-60",
		title: "Three tens at threshold, 60 min",
		description: "Three efforts of ten minutes at functional threshold power with short recoveries. It raises the power you can hold for an hour and teaches even pacing; the third one should be as " +
			"strong as the first. Trainer, time-trial course or long climb.",
		sport: training.Ride, focus: training.FocusThreshold, tags: []string{"threshold", "intervals", "time-trial", "trainer", "climbing"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.80)),
			ride("Threshold", compose.Repeat("Three times", 3,
				compose.AtCadence(90, compose.Steady("Threshold", 10*minute, 0.98)),
				compose.Steady("Spin", 3*minute, 0.50))),
			ride("Cool-down", compose.Ramp("Ease out", 6*minute, 0.58, 0.40)),
		},
	}, {
		slug:  "ride-over-unders-75",
		title: "Over-unders, 75 min",
		description: "Three sets that swing between just under and just over threshold, so that you learn to clear lactate while still working. It imitates attacks, rollers and headwind turns in a race. " +
			"Demanding; come with fresh legs and a fan if you ride indoors.",
		sport: training.Ride, focus: training.FocusThreshold, tags: []string{"threshold", "over-unders", "intervals", "race-preparation", "trainer"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.80)),
			ride("Over-unders", compose.Repeat("Three sets", 3,
				compose.Repeat("Four times", 4,
					compose.Steady("Under", 2*minute, 0.91),
					compose.Steady("Over", 1*minute, 1.06)),
				compose.Steady("Spin", 4*minute, 0.50))),
			ride("Cool-down", compose.Ramp("Ease out", 12*minute, 0.60, 0.40)),
		},
	}, {
		slug:  "ride-vo2max-45",
		title: "VO2max threes, 45 min",
		description: "Five efforts of three minutes at the highest power you can repeat, with equal rest. Heart rate climbs to its ceiling and breathing is loud; this lifts maximal oxygen uptake like nothing " +
			"else, with no impact on the joints. Trainer or short climb.",
		sport: training.Ride, focus: training.FocusVO2Max, tags: []string{"vo2max", "intervals", "trainer", "time-crunched", "low-impact"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 10*minute, 0.45, 0.80)),
			ride("VO2max", compose.Repeat("Five times", 5,
				compose.AtCadence(95, compose.Steady("Very hard", 3*minute, 1.13)),
				compose.Steady("Spin", 3*minute, 0.45))),
			ride("Cool-down", compose.Ramp("Ease out", 5*minute, 0.55, 0.40)),
		},
	}, {
		slug:  "ride-vo2max-40-20s",
		title: "Forty-twenties in three sets, 60 min",
		description: "Forty seconds hard, twenty seconds soft, nine times over and three sets of it. The short breaks let you spend much more time near maximal oxygen uptake than long intervals do. For riders " +
			"who race, and for anybody whom steady intervals bore. Trainer preferred.",
		sport: training.Ride, focus: training.FocusVO2Max, tags: []string{"vo2max", "intervals", "trainer", "race-preparation", "low-impact"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 12*minute, 0.45, 0.82)),
			ride("Forty-twenties", compose.Repeat("Three sets", 3,
				compose.Repeat("Nine times", 9,
					compose.Steady("Hard", 40, 1.18),
					compose.Steady("Soft", 20, 0.50)),
				compose.Steady("Spin", 4*minute, 0.48))),
			ride("Cool-down", compose.Ramp("Ease out", 9*minute, 0.58, 0.40)),
		},
	}, {
		slug:  "ride-sprints-45",
		title: "Sprint power ride, 45 min",
		description: "Six maximal sprints of twelve seconds out of an easy rhythm, each with complete recovery. It trains acceleration, leg speed and neuromuscular power at little cost in fatigue. " +
			"Quiet flat road or a trainer that stands firm; big gear from a slow roll.",
		sport: training.Ride, focus: training.FocusSprint, tags: []string{"sprint", "power", "speed", "flat", "time-crunched"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 12*minute, 0.45, 0.75)),
			ride("Sprints", compose.Repeat("Six times", 6,
				compose.Told("Out of the saddle, everything you have.", compose.AtCadence(115, compose.Steady("Sprint", 12, 2.30))),
				compose.Steady("Spin", 228, 0.50))),
			ride("Cool-down", compose.Ramp("Ease out", 9*minute, 0.58, 0.42)),
		},
	}}
}

func raceRides() []recipe {
	return []recipe{{
		slug:  "ride-race-pace-90",
		title: "Middle-distance race pace, 90 min",
		description: "Two blocks at the power you would ride in a middle-distance triathlon or a long time trial, in race position and with race food. The point is restraint: smooth power, low heart rate " +
			"drift, legs that could still run. Flat or rolling course.",
		sport: training.Ride, focus: training.FocusRacePace, tags: []string{"triathlon", "time-trial", "race-preparation", "pacing", "fuelling", "flat"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Build", 15*minute, 0.45, 0.75)),
			ride("Race pace", compose.Repeat("Twice", 2,
				compose.Told("Aero position.", compose.Steady("Race pace", 25*minute, 0.84)),
				compose.Steady("Easy", 5*minute, 0.55))),
			ride("Cool-down", compose.Ramp("Ease out", 15*minute, 0.62, 0.42)),
		},
	}, {
		slug:  "ride-test-20-minutes",
		title: "FTP test: twenty minutes",
		description: "The standard field test of functional threshold power: a five-minute effort to take the edge off, then twenty minutes as hard and as even as you can. FTP is 95 per cent of the average " +
			"power of the twenty. Rested legs, trainer or an uninterrupted climb.",
		sport: training.Ride, focus: training.FocusTest, tags: []string{"test", "ftp", "threshold", "pacing", "trainer"},
		blocks: []training.Block{
			ride("Warm-up",
				compose.Ramp("Build", 12*minute, 0.45, 0.72),
				compose.Repeat("Three times", 3,
					compose.AtCadence(100, compose.Steady("Fast legs", 1*minute, 0.95)),
					compose.Steady("Spin", 1*minute, 0.50))),
			ride("Opener",
				compose.Steady("Hard", 5*minute, 1.10),
				compose.Steady("Spin", 9*minute, 0.50)),
			ride("Test", compose.Told("First five minutes held back, last five without reserve.", compose.Steady("All you have", 20*minute, 1.05))),
			ride("Cool-down", compose.Ramp("Ease out", 8*minute, 0.58, 0.40)),
		},
	}, {
		slug:  "ride-test-ramp",
		title: "FTP ramp test",
		description: "Power rises evenly until you can no longer turn the pedals; stop there and spin down. FTP is about 75 per cent of the best minute. Short and simple, it needs no pacing skill " +
			"and suits beginners and riders who test often. Needs a smart trainer or a power meter.",
		sport: training.Ride, focus: training.FocusTest, tags: []string{"test", "ftp", "trainer", "time-crunched", "beginner"},
		blocks: []training.Block{
			ride("Warm-up", compose.Ramp("Spin up", 8*minute, 0.38, 0.50)),
			ride("Test", compose.Told("Few riders reach the end; stay seated and stop when the cadence drops.", compose.Ramp("Ramp to exhaustion", 19*minute, 0.50, 1.34))),
			ride("Cool-down", compose.Ramp("Ease out", 8*minute, 0.45, 0.35)),
		},
	}}
}
