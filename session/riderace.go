package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// The ladders of race power: 2 to 4 repeats of 8 to 20 minutes, in eight even rungs.
var (
	timeTrialRides = timed(minute, pair{2, 8}, pair{2, 10}, pair{3, 8}, pair{3, 10}, pair{3, 12}, pair{4, 10}, pair{3, 15}, pair{4, 12})
	distanceRides  = timed(minute, pair{2, 8}, pair{3, 8}, pair{4, 8}, pair{4, 10}, pair{3, 16}, pair{3, 20}, pair{4, 17}, pair{4, 20})
)

// Usual race powers as fractions of FTP.
const (
	powerTimeTrial = 0.975
	power70        = 0.805
	powerLong      = 0.74 // between a full distance, 0.70, and a fondo, 0.75
)

// Rides at the power of a race, the last before it, and tests.
var raceRides = []Family{
	set{
		course: riding, name: "Race power", label: "Time-trial power", ladder: timeTrialRides, pace: powerTimeTrial, hard: true, rest: resting(5 * minute), restLabel: "Spin", restAt: 0.50,
		words: "Repeats at the power of your time trial, in the position and with the gears of the day. Start a little below it, hold the number and the head still, and breathe low. " +
			"If the position costs you more than five per cent, ride the rest of it higher on the bar and look at the fit before the race.",
		tags: []string{"time-trial", "race-preparation", "pacing", "aero"}, from: 0.93, to: 1.05, reps: Span{6 * minute, 40 * minute}, hints: []string{"time-trial"}, needs: racing,
	}.of(Family{
		ID: "B-RPTT", Title: "Time-trial power", Sport: training.Ride, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Hold the power of a time trial, in its position.",
		Minutes: Span{60, 240}, Access: experienced, Windows: In(Specific), Gap: 6,
	}),
	set{
		course: riding, name: "Race power", label: "Middle-distance power", ladder: distanceRides, pace: power70, rest: resting(5 * minute), restLabel: "Easy, eat and drink", restAt: 0.55,
		words: "Stretches at the power of a middle-distance triathlon inside a longer ride, in race position and with race food. The point is restraint: even power, a pulse that does not drift, legs that could still run. " +
			"If the pulse climbs while the power stands still, drink, ease off and finish the ride at endurance effort.",
		tags: []string{"triathlon", "race-preparation", "pacing", "fuelling"}, from: 0.77, to: 0.89, reps: Span{6 * minute, 60 * minute}, hints: []string{"triathlon"}, needs: racing,
	}.of(Family{
		ID: "B-RP70", Title: "Middle-distance race power", Sport: training.Ride, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Race power and fuelling for the bike leg of a middle-distance triathlon.",
		Minutes: Span{60, 240}, Access: experienced, Windows: In(Specific), Gap: 6,
	}),
	set{
		course: riding, name: "Race power", label: "Long-distance power", ladder: distanceRides, pace: powerLong, rest: resting(5 * minute), restLabel: "Easy, eat and drink", restAt: 0.55,
		words: "Stretches at the power you will ride for hours on the day, inside a long ride: the rehearsal of pace, food, bottles and position. It should feel too easy in the first stretch and exactly right in the last. " +
			"Eat 60 grams of carbohydrate an hour. If the stomach closes, slow down until it opens; that is what rehearsals are for.",
		tags: []string{"fondo", "long-distance", "race-preparation", "fuelling"}, from: 0.66, to: 0.772, reps: Span{6 * minute, 90 * minute}, hints: []string{"fondo"}, needs: racing,
	}.of(Family{
		ID: "B-LRP", Title: "Long-distance race power", Sport: training.Ride, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Race power and fuelling for a full-distance triathlon or a gran fondo.",
		Minutes: Span{60, 240}, Access: experienced, Windows: In(Specific), Gap: 6,
	}),
	set{
		course: riding, name: "Openers", label: "Race power", ladder: timed(minute, pair{3, 1}), pace: 1.0, flat: true, rest: resting(2 * minute), restLabel: "Spin", restAt: 0.50,
		words: "A short ride one to three days before the race that wakes the legs. Three lively minutes at race power, the rest of it easy, and a last look over bicycle and clothes. " +
			"You cannot get fitter now; if the legs feel heavy, that is normal and gone by the start.",
		tags: []string{"openers", "race-week", "taper"}, from: 0.76, to: 1.3, reps: Span{30, 2 * minute}, hints: []string{"openers"},
		needs: func(o *Outline, main []Piece) bool { return racing(o, main) && o.Seconds <= 50*minute },
	}.of(Family{
		ID: "B-OPEN", Title: "Openers", Sport: training.Ride, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Wake the legs one to three days before a bike race.",
		Minutes: Span{30, 45}, Access: anybody, Windows: everyPhase, Days: Span{1, 3},
	}),
	set{
		course: riding, name: "Test", label: "All you have, evenly", ladder: timed(minute, pair{1, 20}), low: 1.05, high: 1.05, flat: true, hard: true, adapt: testRide, steps: rideTestSteps,
		told: func(r *rung) string {
			if r.low == 0 {
				return "ramp"
			}
			return r.String()
		},
		words: "A test of FTP on rested legs, on the trainer or a climb without stops. Twenty minutes as hard and as even as you can, of which FTP is 95 per cent; as a ramp the power rises until you can turn the pedals no more, and FTP is about 75 per cent of the best minute. " +
			"Eat and sleep before it as before a race, and put it off if you have not.",
		tags: []string{"test", "ftp", "pacing", "trainer"}, from: 0.8, to: 1.4, hints: []string{"test"}, needs: measuring,
	}.of(Family{
		ID: "B-TEST", Title: "FTP test", Sport: training.Ride, Focus: training.FocusTest, Class: Test, Purpose: "Measure FTP on the bike.",
		Minutes: Span{50, 65}, Access: Access{From: training.Novice, NoviceWeek: 6}, Windows: everyPhase, StepBack: true, Gap: 42,
	}),
}

// testRide is twenty minutes; of novices, and as another shape, a ramp that needs no sense of pace.
func testRide(r rung, d *Dose) rung {
	if d.For == training.Novice || d.Shape%2 == 1 {
		r.seconds, r.low, r.high = 20*minute, 0, 0
	}
	return r
}

func rideTestSteps(r rung, _ *Dose) []training.Step {
	if r.low == 0 {
		return []training.Step{compose.Work(compose.Ramp("Ramp until you can no more", r.seconds, 0.50, 1.34))}
	}
	return []training.Step{
		compose.Work(compose.Steady("Hard, to take the edge off", 5*minute, 1.08)),
		compose.Recovery(compose.Steady("Spin", 8*minute, 0.50)),
		compose.Work(compose.Steady("All you have, evenly", r.seconds, r.low)),
	}
}
