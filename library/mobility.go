package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func move(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Mobility, steps...)
}

func mobility() []recipe {
	return []recipe{{
		slug:  "mobility-hips-and-ankles",
		title: "Hips and ankles for runners and riders, 20 min",
		description: "Gentle stretching and joint work for hip flexors, hamstrings, glutes, calves and ankles that get short from running, cycling and sitting. For the evening or a rest day; warm muscles, slow breathing, " +
			"no pain. Only a mat is needed.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"stretching", "hips", "ankles", "runner", "rest-day", "home", "time-crunched"},
		blocks: []training.Block{
			move("Loosen", compose.Pose("Leg swings and ankle circles", 2*minute), compose.Pose("Deep squat, rocking", 2*minute)),
			move("Stretch", compose.Repeat("Left, then right", 2,
				compose.Pose("Hip flexor, half kneeling", 105),
				compose.Pose("Glute, figure of four", 105),
				compose.Pose("Hamstring, strap or towel", 90),
				compose.Pose("Calf against the wall, straight and bent knee", 2*minute))),
			move("Settle", compose.Pose("Legs up the wall, long breaths", 2*minute)),
		},
	}, {
		slug:  "mobility-shoulders-and-upper-back",
		title: "Shoulders and upper back, 15 min",
		description: "Opens chest, shoulders and thoracic spine after desk work, swimming, rowing or long hours on the bike, and makes overhead lifting easier. A quarter of an hour with a foam roller and a band, " +
			"before training or in a break.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"stretching", "shoulders", "upper-back", "swimmer", "desk", "home", "time-crunched"},
		blocks: []training.Block{
			move("Loosen", compose.Pose("Cat and cow", 90), compose.Pose("Thread the needle, both sides", 150)),
			move("Open",
				compose.Pose("Upper back over the roller", 150),
				compose.Pose("Wall slides", 90),
				compose.Pose("Band dislocates", 90),
				compose.Pose("Lat stretch, both sides", 2*minute),
				compose.Pose("Chest in the doorway, both sides", 2*minute)),
			move("Settle", compose.Pose("Belly breathing, arms wide", 90)),
		},
	}, {
		slug:  "mobility-full-body-flow",
		title: "Full-body yoga flow, 30 min",
		description: "A calm, yoga-like sequence from the feet to the neck for rest days, travel days and the night before a race. It lowers tension, restores range of motion and helps you sleep. No equipment, " +
			"any level, any room.",
		sport: training.Mobility, focus: training.FocusMobility, tags: []string{"yoga", "stretching", "rest-day", "race-week", "travel", "no-equipment", "beginner"},
		blocks: []training.Block{
			move("Arrive", compose.Pose("Child's pose, counting breaths", 2*minute), compose.Pose("Cat and cow", 2*minute)),
			move("Flow", compose.Repeat("Three rounds", 3,
				compose.Pose("Sun salutation, slowly", 2*minute),
				compose.Pose("Low lunge with a twist, both sides", 2*minute),
				compose.Pose("Downward dog, pedalling the heels", 1*minute))),
			move("Floor",
				compose.Pose("Pigeon, both sides", 4*minute),
				compose.Pose("Seated forward bend", 2*minute),
				compose.Pose("Lying twist, both sides", 3*minute)),
			move("Settle", compose.Pose("Lie still", 2*minute)),
		},
	}}
}
