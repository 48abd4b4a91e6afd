package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// The ladders of riding (coaching specification, 3.1).
var (
	tempoRides     = timed(minute, pair{1, 20}, pair{2, 15}, pair{2, 20}, pair{3, 15}, pair{2, 25}, pair{2, 30}, pair{2, 35}, pair{2, 40}, pair{3, 30}, pair{2, 50})
	sweetRides     = timed(minute, pair{3, 6}, pair{2, 10}, pair{3, 8}, pair{3, 10}, pair{3, 12}, pair{2, 20}, pair{3, 15}, pair{2, 25}, pair{3, 20}, pair{2, 35})
	thresholdRides = timed(minute, pair{3, 5}, pair{3, 6}, pair{3, 7}, pair{3, 8}, pair{4, 7}, pair{4, 8}, pair{3, 12}, pair{2, 20}, pair{3, 15}, pair{3, 18})
	overUnders     = timed(minute, pair{2, 6}, pair{2, 8}, pair{2, 9}, pair{3, 8}, pair{3, 9}, pair{3, 10}, pair{3, 12}, pair{4, 10}, pair{3, 15}, pair{4, 12})
	torqueRides    = timed(minute, pair{4, 4}, pair{5, 4}, pair{5, 5}, pair{6, 5}, pair{6, 6})
	ceilingRides   = timed(minute, pair{4, 2}, pair{5, 2}, pair{4, 3}, pair{5, 3}, pair{4, 4}, pair{6, 3}, pair{5, 4}, pair{7, 3}, pair{6, 4}, pair{5, 5})
	shortShorts    = inSets(30, 15, pair{2, 6}, pair{2, 8}, pair{2, 10}, pair{3, 8}, pair{3, 9}, pair{3, 10}, pair{3, 11}, pair{3, 12}, pair{3, 13}, pair{4, 12})
	sprintRides    = timed(1, pair{4, 10}, pair{4, 12}, pair{5, 10}, pair{5, 12}, pair{6, 10}, pair{6, 12}, pair{8, 10}, pair{8, 12}, pair{10, 10}, pair{10, 12})
)

// inSets is a ladder of sets of repeats, all with the same work and rest in seconds; the first number of a pair are the sets.
func inSets(work, rest int, pairs ...pair) []rung {
	ladder := make([]rung, len(pairs))
	for i, p := range pairs {
		ladder[i] = rung{sets: p.repeats, repeats: p.units, seconds: work, rest: rest}
	}
	return ladder
}

// attacks are 45 seconds each. Where two rungs have as many, the second is harder.
var attacks = func() []rung {
	ladder := timed(1, pair{4, 45}, pair{5, 45}, pair{6, 45}, pair{7, 45}, pair{8, 45}, pair{8, 45}, pair{9, 45}, pair{10, 45}, pair{10, 45}, pair{12, 45})
	for l := range ladder {
		ladder[l].low, ladder[l].high = 1.3, 1.6
	}
	ladder[5].low, ladder[8].low = 1.4, 1.4
	return ladder
}()

// Rides with something strong or fast in them.
var hardRides = []Family{
	set{
		course: riding, name: "Tempo", label: "Tempo", ladder: tempoRides, low: 0.78, high: 0.86, rest: resting(3 * minute), restLabel: "Spin", restAt: 0.50, limited: true,
		shapes: Span{10 * minute, 50 * minute},
		words: "Long stretches of steady power, brisk and busy, between an easy ride and threshold. You breathe deeply, speak in short sentences, and could go on for another hour; the cadence stays where it is. " +
			"If power fades while the effort grows, eat something and end the stretch early.",
		tags: []string{"tempo", "low-impact", "muscular-endurance"}, from: 0.755, to: 0.872, reps: Span{3 * minute, 120 * minute}, hints: []string{"tempo"},
	}.of(Family{
		ID: "B-TEMPO", Title: "Tempo ride", Sport: training.Ride, Focus: training.FocusTempo, Class: Tempo, Purpose: "Steady power over long, brisk stretches of riding.",
		Minutes: Span{45, 120}, Access: anybody, Windows: In(Base, Build), Gap: 3,
	}),
	set{
		course: riding, name: "Sweet spot", label: "Sweet spot", ladder: sweetRides, low: 0.88, high: 0.93, restLabel: "Spin", restAt: 0.50, limited: true,
		rest: func(one int) int { return min(5*minute, max(3*minute, one/4/minute*minute)) }, shapes: Span{6 * minute, 40 * minute}, cadence: between(85, 95),
		words: "Just below threshold, hard enough to matter and easy enough to come back tomorrow: much of the gain of threshold riding in little time. Seated, smooth, one cadence; the last repeat asks for concentration, not for courage. " +
			"If you have to stand up to hold the power, take five per cent off and finish the minutes.",
		tags: []string{"sweet-spot", "tempo", "trainer", "low-impact"}, from: 0.872, to: 0.945, reps: Span{3 * minute, 60 * minute}, hints: []string{"sweet-spot"},
	}.of(Family{
		ID: "B-SS", Title: "Sweet-spot ride", Sport: training.Ride, Focus: training.FocusTempo, Class: Tempo, Purpose: "Much of the gain of threshold riding in little time, just below FTP.",
		Minutes: Span{45, 110}, Access: upTo(3), Windows: In(Base, Build, Specific), Gap: 3,
	}),
	set{
		course: riding, name: "Threshold", label: "Threshold", ladder: thresholdRides, low: 0.96, high: 1.0, hard: true, limited: true, restLabel: "Spin", restAt: 0.50,
		rest: func(one int) int { return min(5*minute, max(3*minute, one/3/minute*minute)) }, shapes: Span{4 * minute, 30 * minute}, cadence: between(85, 95),
		words: "Repeats at the power that you could hold for about an hour, which is what they raise. Settle in for the first minute, then keep the number still; the last repeat is as strong as the first and takes all your attention. " +
			"If you fall more than five per cent short for a minute, spin until the breath is back, finish at sweet spot, and leave it there.",
		tags: []string{"threshold", "intervals", "trainer", "low-impact"}, from: 0.945, to: 1.035, reps: Span{minute, 60 * minute}, hints: []string{"threshold"},
		needs: func(o *Outline, main []Piece) bool { return !surging(main) && atThreshold(o, main) },
	}.of(Family{
		ID: "B-THR", Title: "Threshold ride", Sport: training.Ride, Focus: training.FocusThreshold, Class: Threshold, Purpose: "Raise FTP, the power that you can hold for an hour on the bike.",
		Minutes: Span{45, 90}, Access: experienced, Windows: In(Build, Specific), Gap: 4,
	}),
	set{
		course: riding, name: "Over-unders", label: "Under and over", ladder: overUnders, low: 0.92, high: 1.05, hard: true, rest: resting(4 * minute), restLabel: "Spin", restAt: 0.50,
		steps: overUnder, over: 3,
		words: "Two minutes just under threshold, one just over it, again and again, so that you learn to recover from surges without stopping. The minute over should sting and the minutes under feel like a gift that comes slowly. " +
			"Never make the over harder than it is written. If the under no longer brings the breath down, end the set there.",
		tags: []string{"over-unders", "threshold", "intervals", "trainer"}, from: 0.88, to: 1.10, reps: Span{5 * minute, 20 * minute}, hints: []string{"over-unders"},
		needs: func(_ *Outline, main []Piece) bool { return surging(main) }, proof: true,
	}.of(Family{
		ID: "B-OU", Title: "Over-unders", Sport: training.Ride, Focus: training.FocusThreshold, Class: Threshold, Purpose: "Recover from surges over threshold while you ride on just under it.",
		Minutes: Span{50, 80}, Access: Access{From: training.Intermediate, After: "B-THR", AfterLevel: 4}, Windows: In(Build, Specific), Gap: 6,
	}),
	set{
		course: riding, name: "Torque", label: "Big gear, seated", ladder: torqueRides, low: 0.83, high: 0.87, rest: resting(3 * minute), restLabel: "Spin fast and light", restAt: 0.50, cadence: between(50, 60),
		words: "Slow, strong pedalling in a big gear on a steady climb or the trainer, for force in the legs at a heart rate that stays calm. Seated, back flat, hands light on the bar, and pressure through the whole turn. " +
			"Any pain in a knee or in the lower back ends it at once: spin home in a small gear.",
		tags: []string{"torque", "strength", "climbing", "low-cadence"}, from: 0.76, to: 0.95, reps: Span{2 * minute, 10 * minute}, hints: []string{"torque"},
		only: func(p *Piece) bool { return p.Cadence > 0 && p.Cadence <= 65 }, proof: true,
	}.of(Family{
		ID: "B-TORQ", Title: "Torque ride", Sport: training.Ride, Focus: training.FocusTempo, Class: Tempo, Purpose: "Force for climbs: slow, strong pedalling in a big gear.",
		Minutes: Span{50, 75}, Access: experienced, No: []Contraindication{NoKnee, NoBack}, Windows: In(Base, Build), Gap: 6,
	}),
	set{
		course: riding, name: "VO2max", label: "Very hard", ladder: ceilingRides, low: 1.08, high: 1.16, hard: true, rest: ofWork(1), restLabel: "Spin", restAt: 0.45,
		shapes: Span{2 * minute, 5 * minute}, cadence: between(90, 100),
		words: "Very hard repeats with as much rest, to spend minutes with heart and lungs at their ceiling. Quick legs, hard from the first half minute but never a sprint; by the third repeat breathing is loud and that is right. " +
			"If the power drops by more than a tenth, rest a minute longer; if it drops again, spin home.",
		tags: []string{"vo2max", "intervals", "trainer", "low-impact"}, from: 1.05, to: 1.25, reps: Span{minute, 8 * minute}, hints: []string{"vo2max"},
	}.of(Family{
		ID: "B-VO2", Title: "VO2max ride", Sport: training.Ride, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Raise VO2max, the ceiling of heart and lungs, by hard riding.",
		Minutes: Span{45, 75}, Access: experienced, Windows: In(Build, Specific, Off), Gap: 5,
	}),
	set{
		course: riding, name: "Thirty-fifteens", label: "Hard", ladder: shortShorts, low: 1.15, high: 1.25, hard: true, between: 3 * minute, restLabel: "Soft", restAt: 0.50,
		words: "Thirty seconds hard, fifteen soft, over and over in sets: the short breaks let you stay near maximal oxygen uptake longer than even repeats do. Keep the hard parts equal and the soft ones truly soft. " +
			"The last third of each set is meant to be grim. If the thirties no longer reach their power, that was the last set.",
		tags: []string{"vo2max", "intervals", "short-intervals", "trainer"}, from: 1.08, to: 1.35, reps: Span{20, 59}, hints: []string{"short-intervals"},
	}.of(Family{
		ID: "B-3015", Title: "Thirty-fifteens", Sport: training.Ride, Focus: training.FocusVO2Max, Class: VO2, Purpose: "More time near VO2max on the bike: short efforts and still shorter breaks.",
		Minutes: Span{50, 75}, Access: Access{From: training.Advanced, After: "B-VO2", AfterLevel: 5}, Windows: In(Build, Specific), Gap: 5,
	}),
	set{
		course: riding, name: "Attacks", label: "Attack", ladder: attacks, hard: true, rest: resting(3 * minute), restLabel: "Spin", restAt: 0.45,
		words: "Attacks of three quarters of a minute with time to recover, as a race asks for again and again. Go hard from a quick start and hold on when it burns; then really spin until the next. " +
			"The last should be within a tenth of the best. If it is not, two fewer would have been right.",
		tags: []string{"anaerobic", "attacks", "race-preparation", "intervals"}, from: 1.26, to: 1.8, reps: Span{20, 90}, hints: []string{"anaerobic"},
	}.of(Family{
		ID: "B-ANA", Title: "Attacks", Sport: training.Ride, Focus: training.FocusAnaerobic, Class: Anaerobic, Purpose: "Attack again and again, as a bike race asks for.",
		Minutes: Span{45, 75}, Access: experienced, Windows: In(Specific), Formats: []string{"RIDE_CRIT", "RIDE_ROAD"}, Gap: 6,
	}),
	set{
		course: riding, name: "Sprints", label: "Sprint, all out", ladder: sprintRides, low: 2.0, high: 2.4, hard: true, rest: func(int) int { return 3*minute + 30 }, restLabel: "Spin", restAt: 0.50,
		words: "A handful of all-out sprints in an easy ride, for peak power and quick legs at little cost. Everything from the first turn, out of the saddle, head up; then so much rest that the next can be as good. " +
			"Stop when one is clearly slower, or when a knee or a hamstring speaks up.",
		tags: []string{"sprint", "power", "speed"}, from: 1.5, to: 2.5, reps: Span{5, 20}, hints: []string{"sprint"}, size: byCount,
	}.of(Family{
		ID: "B-SPR", Title: "Sprints", Sport: training.Ride, Focus: training.FocusSprint, Class: Neuromuscular, Purpose: "Peak power on the bike, for sprints.",
		Minutes: Span{40, 75}, Access: experienced, No: []Contraindication{NoKnee, NoHamstring}, Windows: In(Base, Build, Specific), Gap: 4,
	}),
}

// overUnder are sets of two parts under threshold and one over it. What is left of a set when no whole three minutes fit is divided in the same
// way, so that a third of all is over.
func overUnder(r rung, _ *Dose) []training.Step {
	var set []training.Step
	cycle := func(under, over int) []training.Step {
		return []training.Step{
			compose.Work(compose.Steady("Under", under, 0.92)),
			compose.Work(compose.Steady("Over", over, 1.05)),
		}
	}
	if whole := r.seconds / (3 * minute); whole > 0 {
		set = append(set, training.RepeatStep{Repeats: whole, Style: training.Rounds, Steps: cycle(2*minute, minute)})
	}
	if left := r.seconds % (3 * minute); left > 0 {
		set = append(set, cycle(left*2/3, left/3)...)
	}
	if r.repeats == 1 {
		return set
	}
	return []training.Step{compose.Between(r.repeats, append(set, compose.Recovery(compose.Steady("Spin", r.rest, 0.50)))...)}
}

// surging tells whether repeats swing from below threshold to above it.
func surging(main []Piece) bool { return main[0].Surges }
