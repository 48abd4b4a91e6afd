package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// riding is the frame of a ride.
var riding = &course{
	sport: training.Ride,
	warm:  stretch{least: 10 * minute, usual: 10 * minute, most: 20 * minute}, hardWarm: 15 * minute,
	cool:   stretch{least: 5 * minute, usual: 8 * minute},
	warmUp: rideWarmUp,
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Easy riding", training.Ride, compose.Toward(training.Between(0.56, 0.68), compose.Steady("Easy", seconds, 0.6)))
	},
	coolDown: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Cool-down", training.Ride, compose.CoolDown(compose.Ramp("Ease out", seconds, 0.55, 0.40)))
	},
}

func rideWarmUp(seconds int, d *Dose, hard bool) training.Block {
	if !hard || d.For == training.Novice {
		return compose.Block("Warm-up", training.Ride, compose.WarmUp(compose.Ramp("Ease in", seconds, 0.45, 0.65)))
	}
	return compose.Block("Warm-up", training.Ride,
		compose.WarmUp(compose.Ramp("Build up", seconds-2*minute, 0.45, 0.78)),
		compose.WarmUp(compose.AtCadence(100, compose.Steady("Quick legs", minute, 0.80))),
		compose.WarmUp(compose.Steady("Spin", minute, 0.50)))
}

// quickLegs are a minute of fast pedalling in an easy ride.
var quickLegs = timed(minute, pair{6, 1}, pair{8, 1}, pair{10, 1})

// Rides that are easy from the beginning to the end, and long ones.
var easyRides = []Family{
	plain{
		course: riding, name: "Spin", label: "Very light", low: 0.45, high: 0.55, usual: 30, cadence: between(88, 95),
		words: "Feather-light pedalling that brings blood to tired legs the day after something hard. Small gear, quick legs, hardly any pressure on the pedals: it should feel pointless while you do it. " +
			"If the legs still ache after ten minutes, that is enough; go home.",
		tags: []string{"recovery", "easy", "low-impact", "flat"}, hints: []string{"recovery"}, shortest: 10, longest: 40, under: 0.54,
	}.of(Family{
		ID: "B-REC", Title: "Recovery ride", Sport: training.Ride, Focus: training.FocusRecovery, Class: Easy, Purpose: "Spin tired legs out on the bike after hard sessions.",
		Minutes: Span{20, 45}, Access: anybody, Windows: withRecovery,
	}),
	plain{
		course: riding, name: "Easy", label: "Easy, you can talk", low: 0.56, high: 0.72, usual: 60,
		words: "Easy aerobic riding, volume without any impact. You can talk in whole sentences, the gears are light and the legs turn freely; small rises are ridden sitting and without haste. " +
			"When the power creeps up with the road or a group, let it go: easy days make the hard ones possible.",
		tags: []string{"easy", "base", "low-impact"}, shortest: 15, longest: 120,
	}.of(Family{
		ID: "B-EASY", Title: "Easy ride", Sport: training.Ride, Focus: training.FocusEndurance, Class: Easy, Purpose: "Aerobic volume without impact, by easy riding.",
		Minutes: Span{30, 120}, Access: anybody, Windows: withRecovery,
	}),
	plain{
		course: riding, name: "Long", label: "Endurance", low: 0.60, high: 0.73, usual: 150,
		words: "The long ride of the week: hours at an even endurance effort that build staying power, fat burning and a calm seat. Keep the pressure on the pedals light but unbroken, also downhill, and eat from the first half hour on, 30 to 60 grams of carbohydrate an hour. " +
			"If the legs go empty, eat, ease off and take the short way home; do not dig.",
		tags: []string{"long", "base", "durability", "fuelling"}, shortest: 120, longest: 420,
	}.of(Family{
		ID: "B-LONG", Title: "Long ride", Sport: training.Ride, Focus: training.FocusLong, Class: Long, Purpose: "Endurance for the event: hours in the saddle.",
		Minutes: Span{75, 360}, Access: anybody, Windows: mostPhases, Gap: 6,
	}),
	plain{
		course: riding, name: "With the group", label: "Other people's pace", low: 0.60, high: 0.80, usual: 120,
		words: "A ride at other people's pace: skill in the bunch, company, and harder moments that you did not choose. Sit in, look ahead, take short turns and eat as if you rode alone. " +
			"Let the group go on the day when its pace would cost you the rest of the week.",
		tags: []string{"group-ride", "outdoor", "skills"}, shortest: 999,
	}.of(Family{
		ID: "B-GROUP", Title: "Group ride", Sport: training.Ride, Focus: training.FocusLong, Class: Long, Purpose: "Ride at others' pace: skill in the bunch, and efforts that you do not choose.",
		Minutes: Span{90, 240}, Access: experienced, Windows: mostPhases, Gap: 6,
	}),
	set{
		course: riding, name: "Quick legs", label: "Quick legs, still seat", ladder: quickLegs, low: 0.62, high: 0.70, cadence: between(100, 110),
		rest: resting(2 * minute), restLabel: "Usual cadence", restAt: 0.60,
		told: func(r *rung) string { return r.String() + " of quick legs" },
		words: "An easy ride with minutes of fast pedalling in a light gear, for a round and economical stroke. Turn as quickly as you can without bouncing on the saddle, with loose ankles and quiet shoulders. " +
			"When you begin to bounce, slow down by five turns; if a knee complains, ride on at your usual cadence.",
		tags: []string{"easy", "cadence", "technique", "low-impact"}, from: 0.50, to: 0.755, reps: Span{30, 5 * minute}, hints: []string{"cadence"},
		beside: 0.76, only: func(p *Piece) bool { return p.Cadence >= 100 }, proof: true,
	}.of(Family{
		ID: "B-CAD", Title: "Easy ride with quick legs", lead: "Easy ride with", Sport: training.Ride, Focus: training.FocusEndurance, Class: Neuromuscular, Purpose: "Smooth, economical pedalling at high cadence.",
		Minutes: Span{40, 60}, Access: anybody, No: []Contraindication{NoKnee}, Windows: mostPhases, Gap: 3,
	}),
}
