package library

import "fortnight/training"

func move(name string, steps ...training.Step) training.Block {
	return block(name, training.Mobility, steps...)
}

func mobility() []recipe {
	return []recipe{{
		slug:  "mobility-hips-and-ankles",
		title: "Hips and ankles for runners and riders, 20 min",
		description: "Gentle stretching and joint work for hip flexors, hamstrings, glutes, calves and ankles that get short from running, cycling and sitting. For the evening or a rest day; warm muscles, slow breathing, " +
			"no pain. Only a mat is needed.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"stretching", "hips", "ankles", "runner", "rest-day", "home", "time-crunched"},
		blocks: []training.Block{
			move("Loosen", pose("Leg swings and ankle circles", 2*minute), pose("Deep squat, rocking", 2*minute)),
			move("Stretch", repeat("Left, then right", 2,
				pose("Hip flexor, half kneeling", 105),
				pose("Glute, figure of four", 105),
				pose("Hamstring, strap or towel", 90),
				pose("Calf against the wall, straight and bent knee", 2*minute))),
			move("Settle", pose("Legs up the wall, long breaths", 2*minute)),
		},
	}, {
		slug:  "mobility-shoulders-and-upper-back",
		title: "Shoulders and upper back, 15 min",
		description: "Opens chest, shoulders and thoracic spine after desk work, swimming, rowing or long hours on the bike, and makes overhead lifting easier. A quarter of an hour with a foam roller and a band, " +
			"before training or in a break.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"stretching", "shoulders", "upper-back", "swimmer", "desk", "home", "time-crunched"},
		blocks: []training.Block{
			move("Loosen", pose("Cat and cow", 90), pose("Thread the needle, both sides", 150)),
			move("Open",
				pose("Upper back over the roller", 150),
				pose("Wall slides", 90),
				pose("Band dislocates", 90),
				pose("Lat stretch, both sides", 2*minute),
				pose("Chest in the doorway, both sides", 2*minute)),
			move("Settle", pose("Belly breathing, arms wide", 90)),
		},
	}, {
		slug:  "mobility-full-body-flow",
		title: "Full-body yoga flow, 30 min",
		description: "A calm, yoga-like sequence from the feet to the neck for rest days, travel days and the night before a race. It lowers tension, restores range of motion and helps you sleep. No equipment, " +
			"any level, any room.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"yoga", "stretching", "rest-day", "race-week", "travel", "no-equipment", "beginner"},
		blocks: []training.Block{
			move("Arrive", pose("Child's pose, counting breaths", 2*minute), pose("Cat and cow", 2*minute)),
			move("Flow", repeat("Three rounds", 3,
				pose("Sun salutation, slowly", 2*minute),
				pose("Low lunge with a twist, both sides", 2*minute),
				pose("Downward dog, pedalling the heels", 1*minute))),
			move("Floor",
				pose("Pigeon, both sides", 4*minute),
				pose("Seated forward bend", 2*minute),
				pose("Lying twist, both sides", 3*minute)),
			move("Settle", pose("Lie still", 2*minute)),
		},
	}}
}
