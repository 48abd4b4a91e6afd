package session

import (
	"math"

	"fortnight/compose"
	"fortnight/training"
)

// rowing and skiing are the frames of a row and of the ski erg.
var (
	rowing = erg(training.Row, stretch{least: 8 * minute, usual: 8 * minute, most: 12 * minute}, "Paddle", 18)
	skiing = erg(training.SkiErg, stretch{least: 8 * minute, usual: 8 * minute, most: 12 * minute}, "Easy strokes", 30)
)

// erg is a frame by power, with an easy stroke rate.
func erg(sport training.Sport, warm stretch, easy string, rate int) *course {
	return &course{
		sport: sport, warm: warm, hardWarm: 10 * minute, cool: stretch{least: 5 * minute, usual: 5 * minute},
		warmUp: func(seconds int, d *Dose, hard bool) training.Block {
			if !hard || d.For == training.Novice {
				return compose.Block("Warm-up", sport, compose.WarmUp(compose.Ramp("Build slowly", seconds, 0.42, 0.62)))
			}
			return compose.Block("Warm-up", sport,
				compose.WarmUp(compose.Ramp("Build up", seconds-2*minute, 0.42, 0.75)),
				training.RepeatStep{Repeats: 2, Style: training.Rounds, Steps: training.Steps{
					compose.WarmUp(compose.Steady("Ten strong strokes", 20, 0.90)),
					compose.WarmUp(compose.Steady(easy, 40, 0.42)),
				}})
		},
		easy: func(seconds int, _ *Dose) training.Block {
			return compose.Block("Easy to the end", sport, compose.AtCadence(rate, compose.Toward(training.Between(0.55, 0.66), compose.Steady("Long and easy", seconds, 0.6))))
		},
		coolDown: func(seconds int, _ *Dose) training.Block {
			return compose.Block("Cool-down", sport, compose.CoolDown(compose.Ramp(easy, seconds, 0.50, 0.38)))
		},
	}
}

// The ladders of rowing (coaching specification, 3.1).
var (
	steadyRows    = timed(minute, pair{2, 10}, pair{2, 12}, pair{2, 15}, pair{3, 12}, pair{3, 14}, pair{4, 12}, pair{3, 18}, pair{3, 20})
	thresholdRows = timed(minute, pair{3, 4}, pair{3, 5}, pair{3, 6}, pair{4, 5}, pair{3, 8}, pair{4, 7}, pair{3, 10}, pair{4, 8}, pair{3, 12}, pair{4, 10})
	longRows      = func() []rung {
		ladder := spaced(pair{3, 1000}, pair{4, 1000}, pair{3, 1500}, pair{5, 1000}, pair{4, 1500}, pair{3, 2000}, pair{5, 1500}, pair{3, 2500}, pair{4, 2000}, pair{5, 2000})
		ladder[7].each = []float64{3000, 2500, 2000}
		ladder[9].rest = 4 * minute // or it is over seventy minutes
		return ladder
	}()
	race2kRows = func() []rung {
		ladder := spaced(pair{4, 500}, pair{5, 500}, pair{6, 500}, pair{6, 500}, pair{7, 500}, pair{8, 500}, pair{8, 500}, pair{8, 500}, pair{4, 1000}, pair{7, 500})
		ladder[8].rest = 5 * minute
		ladder[9].each = []float64{250, 500, 750, 1000, 750, 500, 250}
		for l := range ladder { // from three seconds over the pace of 2 km to that pace
			at := math.Round(100*(1.15+0.10*float64(l)/float64(len(ladder)-1))) / 100
			ladder[l].low, ladder[l].high = roundTo(at-0.02), roundTo(at+0.02)
		}
		return ladder
	}()
	skiIntervals = timed(minute, pair{6, 1}, pair{8, 1}, pair{10, 1}, pair{12, 1}, pair{7, 2}, pair{8, 2}, pair{9, 2}, pair{10, 2})
)

// lowerBack is what every row may harm, arms what the ski erg does.
var (
	lowerBack = []Contraindication{NoBack}
	arms      = []Contraindication{NoShoulder, NoBack}
)

// Rows.
var rows = []Family{
	plain{
		course: rowing, name: "Paddle", label: "Very light", low: 0.45, high: 0.60, usual: 20, cadence: between(18, 20),
		words: "A short paddle that loosens back and hips after a hard day. Push with the legs, hang from the arms, never hurry the slide; it should feel like nothing. " +
			"If the back is stiff, row with half slides or get off and walk.",
		tags: []string{"recovery", "easy", "machine", "low-impact"}, hints: []string{"recovery"}, shortest: 8, longest: 32, under: 0.545,
	}.of(Family{
		ID: "W-REC", Title: "Recovery row", Sport: training.Row, Focus: training.FocusRecovery, Class: Easy, Purpose: "Loosen back and hips after a hard day, by very light rowing.",
		Minutes: Span{15, 30}, Access: anybody, No: lowerBack, Windows: withRecovery,
	}),
	plain{
		course: rowing, name: "Easy", label: "Long, calm strokes", low: 0.55, high: 0.70, usual: 40, cadence: between(18, 20),
		words: "Easy rowing for the engine, without impact. Long calm strokes at a low rate: legs first on the drive, hands away first on the way back, and enough breath to talk. " +
			"When the back rounds, stop for a minute, stand up and stretch; power is never the point here.",
		tags: []string{"easy", "base", "technique", "machine", "low-impact"}, shortest: 12, longest: 62,
	}.of(Family{
		ID: "W-EASY", Title: "Easy row", Sport: training.Row, Focus: training.FocusEndurance, Class: Easy, Purpose: "Aerobic volume without impact, by easy rowing.",
		Minutes: Span{20, 60}, Access: anybody, No: lowerBack, Windows: withRecovery,
	}),
	plain{
		course: rowing, name: "Long", label: "Steady state", low: 0.60, high: 0.72, usual: 60, cadence: between(18, 21),
		words: "Long steady rowing at a low rate, the base of everything else on the water and the machine. Strong legs, loose grip, calm breath; the split stays the same while it slowly gets harder to keep. " +
			"Stand up briefly every twenty minutes. If the lower back tightens so that the stroke gets short, call it a day.",
		tags: []string{"long", "base", "durability", "machine", "low-impact"}, shortest: 62,
	}.of(Family{
		ID: "W-LONG", Title: "Long row", Sport: training.Row, Focus: training.FocusLong, Class: Long, Purpose: "A base for the event, by long rowing at a low rate.",
		Minutes: Span{45, 90}, Access: experienced, No: lowerBack, Windows: mostPhases, Gap: 5,
	}),
	set{
		course: rowing, name: "Steady strength", label: "Firm and steady", ladder: steadyRows, low: 0.75, high: 0.85, limited: true, rest: resting(2 * minute), restLabel: "Paddle", restAt: 0.42, cadence: between(20, 22), shapes: Span{8 * minute, 20 * minute},
		words: "Firm rowing at a low rate, stronger than easy and well below threshold: steady strength for back, hips and legs. Quick drive, slow slide, one split for the whole piece. " +
			"If you have to raise the rate to hold the split, the split is too fast; give it two seconds.",
		tags: []string{"tempo", "steady-state", "muscular-endurance", "machine", "low-impact"}, from: 0.76, to: 0.90, reps: Span{3 * minute, 40 * minute}, hints: []string{"tempo"},
	}.of(Family{
		ID: "W-UT1", Title: "Steady-strength row", Sport: training.Row, Focus: training.FocusTempo, Class: Tempo, Purpose: "Steady strength of back, hips and legs, by firm rowing.",
		Minutes: Span{35, 80}, Access: Access{From: training.Novice, NoviceUpTo: 3}, No: lowerBack, Windows: In(Base, Build), Gap: 3,
	}),
	set{
		course: rowing, name: "Threshold", label: "Threshold", ladder: thresholdRows, low: 0.95, high: 1.0, hard: true, restLabel: "Paddle", restAt: 0.42, cadence: between(24, 27),
		rest: func(one int) int { return min(180, max(120, one/3/30*30)) }, shapes: Span{3 * minute, 20 * minute},
		words: "Pieces at threshold power with short paddles between them, to raise what you can hold for an hour. One split from the first stroke to the last, breath on every stroke, shoulders low. " +
			"If the split slips by more than a second, lengthen the paddle; if the back gives way before the breath, stop.",
		tags: []string{"threshold", "intervals", "machine", "low-impact"}, from: 0.93, to: 1.005, reps: Span{minute, 30 * minute}, hints: []string{"threshold"}, needs: atThreshold,
	}.of(Family{
		ID: "W-THR", Title: "Threshold row", Sport: training.Row, Focus: training.FocusThreshold, Class: Threshold, Purpose: "Raise the rowing power that you can hold for an hour.",
		Minutes: Span{40, 70}, Access: experienced, No: lowerBack, Windows: In(Build, Specific), Gap: 4,
	}),
	set{
		course: rowing, name: "Long intervals", label: "5 km pace", ladder: longRows, low: 1.0, high: 1.05, hard: true, rest: resting(4*minute + 30), restLabel: "Paddle and drink", restAt: 0.40, cadence: between(26, 28),
		words: "Long intervals at about the pace of 5 km, with real rests, for power that lasts. Settle in ten strokes, sit on the split, and let the last five hundred metres of each be the same as the first. " +
			"If you fade in the third, you began too fast: give the rest of them a second and learn the split.",
		tags: []string{"5k", "intervals", "vo2max", "machine", "low-impact"}, from: 1.005, to: 1.10, reps: Span{150, 20 * minute}, foci: []training.Focus{training.FocusThreshold}, hints: []string{"5k"},
	}.of(Family{
		ID: "W-LINT", Title: "Long-interval row", Sport: training.Row, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Raise VO2max by rowing: long intervals at the pace of 5 km.",
		Minutes: Span{45, 70}, Access: experienced, No: lowerBack, Windows: In(Build, Specific), Gap: 5,
	}),
	set{
		course: rowing, name: "2 km pace", label: "2 km pace", ladder: race2kRows, hard: true, rest: resting(3*minute + 30), restLabel: "Paddle", restAt: 0.38, cadence: between(28, 32),
		words: "Pieces around the pace of your 2 km race, with the start, the settle and the rate of the day. Sharp first five strokes, then long; the last two pieces are where the race is made, and they should be the fastest. " +
			"When a piece is more than two seconds off, that was the set: paddle, and come back stronger.",
		tags: []string{"2k", "race-preparation", "intervals", "machine", "low-impact"}, from: 1.10, to: 1.35, reps: Span{40, 6 * minute}, foci: []training.Focus{training.FocusVO2Max}, hints: []string{"2k"},
	}.of(Family{
		ID: "W-2KI", Title: "2 km intervals", Sport: training.Row, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn the pace of a 2 km rowing race.",
		Minutes: Span{40, 65}, Access: experienced, No: lowerBack, Windows: In(Specific), Formats: []string{"ROW_2K"}, Gap: 5,
	}),
	set{
		course: rowing, name: "Openers", label: "2 km pace", ladder: spaced(pair{2, 250}), low: 1.22, high: 1.26, flat: true, rest: resting(3 * minute), restLabel: "Paddle", restAt: 0.40, cadence: between(30, 32),
		words: "A short row one to three days before the race that wakes everything up. Two quick pieces with a start, the rest of it paddling, and away from the machine with the wish for more. " +
			"If it feels sluggish, that is the rest talking; leave it at that.",
		tags: []string{"openers", "race-week", "taper", "machine"}, from: 1.0, to: 1.5, reps: Span{30, 90}, hints: []string{"openers"},
		needs: func(o *Outline, main []Piece) bool { return racing(o, main) && o.Seconds <= 35*minute },
	}.of(Family{
		ID: "W-OPEN", Title: "Openers", Sport: training.Row, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Sharpen the stroke one to three days before a rowing race.",
		Minutes: Span{20, 30}, Access: anybody, No: lowerBack, Windows: everyPhase, Days: Span{1, 3},
	}),
	set{
		course: rowing, name: "Test", label: "All you have, evenly", ladder: spaced(pair{1, 2000}), low: 1.24, high: 1.24, flat: true, hard: true, adapt: testRow, cadence: between(28, 32),
		words: "A test of what you can row, rested and from a standing start. Of 2,000 metres the average power is about 1.25 times threshold, of five minutes, for who is new to it, about 1.15; over thirty minutes at rate 20 it is threshold itself. Go out half a second slower than you would like and spend the rest in the last quarter. " +
			"Not with a sore back, and not after a bad night.",
		tags: []string{"test", "pacing", "machine"}, from: 0.93, to: 1.4, hints: []string{"test"}, needs: measuring,
	}.of(Family{
		ID: "W-TEST", Title: "Row test", Sport: training.Row, Focus: training.FocusTest, Class: Test, Purpose: "Measure threshold and power on the rowing machine.",
		Minutes: Span{35, 50}, Access: Access{From: training.Novice, NoviceWeek: 6}, No: lowerBack, Windows: everyPhase, StepBack: true, Gap: 42,
	}),
}

// testRow is 2 km, of novices five minutes; as another shape thirty minutes.
func testRow(r rung, d *Dose) rung {
	switch {
	case d.For == training.Novice:
		r.meters, r.seconds, r.low, r.high = 0, 5*minute, 1.15, 1.15
	case d.Shape%2 == 1:
		r.meters, r.seconds, r.low, r.high = 0, 30*minute, 1.0, 1.0
	}
	return r
}

// On the ski erg.
var skis = []Family{
	plain{
		course: skiing, name: "Easy", label: "Long, loose strokes", low: 0.55, high: 0.70, usual: 25, cadence: between(28, 34),
		words: "Easy work on the ski erg: an engine for the upper body that spares the legs. Hinge from the hips, let the arms follow, and breathe out on every stroke; you can talk all the time. " +
			"When the lower back takes over from the trunk, stop; short and clean beats long and crooked.",
		tags: []string{"easy", "machine", "low-impact", "spares-legs"}, shortest: 8, longest: 60,
	}.of(Family{
		ID: "K-EASY", Title: "Easy ski erg", Sport: training.SkiErg, Focus: training.FocusEndurance, Class: Easy, Purpose: "An engine for the upper body, by easy work on the ski erg that spares the legs.",
		Minutes: Span{15, 40}, Access: anybody, No: arms, Windows: mostPhases,
	}),
	set{
		course: skiing, name: "Intervals", label: "Hard", ladder: skiIntervals, low: 1.06, high: 1.14, hard: true, rest: func(one int) int { return min(one, 75) }, restLabel: "Easy strokes", restAt: 0.45, cadence: between(38, 46),
		words: "Hard minutes on the ski erg that push heart and lungs while the legs rest. Throw the hands down from high, finish at the pockets, and keep the same split from the first to the last. " +
			"If the strokes get short or a shoulder pinches, make the rests longer; then stop.",
		tags: []string{"vo2max", "intervals", "machine", "low-impact", "spares-legs"}, from: 1.0, to: 1.3, reps: Span{40, 4 * minute}, foci: []training.Focus{training.FocusThreshold}, hints: []string{"vo2max"},
	}.of(Family{
		ID: "K-INT", Title: "Ski-erg intervals", Sport: training.SkiErg, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Drive heart and lungs hard on the ski erg while the legs rest.",
		Minutes: Span{30, 45}, Access: experienced, No: arms, Windows: In(Build, Specific), Gap: 5,
	}),
}
