package session

import "fortnight/training"

// The ladders of running (coaching specification, 3.1).
var (
	tempoRuns     = timed(minute, pair{1, 10}, pair{1, 15}, pair{1, 20}, pair{2, 12}, pair{2, 14}, pair{2, 16}, pair{2, 18}, pair{2, 20}, pair{3, 15}, pair{2, 25})
	thresholdRuns = timed(minute, pair{3, 4}, pair{4, 4}, pair{3, 6}, pair{4, 5}, pair{3, 8}, pair{4, 7}, pair{3, 10}, pair{4, 8}, pair{3, 12}, pair{4, 10})
	ceilingRuns   = timed(minute, pair{6, 1}, pair{8, 1}, pair{5, 2}, pair{6, 2}, pair{7, 2}, pair{5, 3}, pair{4, 4}, pair{6, 3}, pair{5, 4}, pair{6, 4})
	hillRuns      = timed(1, pair{6, 30}, pair{8, 30}, pair{6, 45}, pair{8, 45}, pair{6, 60}, pair{8, 60}, pair{10, 60}, pair{8, 75}, pair{8, 90}, pair{10, 90})
	fastRuns      = spaced(pair{6, 200}, pair{8, 200}, pair{6, 300}, pair{8, 300}, pair{6, 400}, pair{8, 400}, pair{9, 400}, pair{10, 400}, pair{12, 400}, pair{8, 600})
	fartlekRuns   = timed(1, pair{6, 60}, pair{8, 60}, pair{10, 60}, pair{12, 60}, pair{9, 90}, pair{8, 120}, pair{10, 120}, pair{12, 120})
	steadyRuns    = timed(minute, pair{1, 25}, pair{1, 30}, pair{1, 35}, pair{1, 40}, pair{1, 45}, pair{1, 50}, pair{1, 55}, pair{1, 60})
	strides       = timed(1, pair{4, 15}, pair{4, 20}, pair{5, 15}, pair{5, 20}, pair{6, 15}, pair{6, 20}, pair{8, 15}, pair{8, 20}, pair{10, 15}, pair{10, 20})
	hillSprints   = timed(1, pair{6, 8}, pair{6, 10}, pair{7, 8}, pair{7, 10}, pair{8, 8}, pair{8, 10}, pair{9, 8}, pair{9, 10}, pair{10, 8}, pair{10, 10})
)

// hilly tells whether a workout says that it goes uphill. That it goes by effort does not tell: a fartlek does too.
func hilly(id ID) func(*Outline, []Piece) bool {
	return func(o *Outline, _ []Piece) bool {
		return o.tagged(id, []string{"hills", "climbing"}) || o.tells("hill", "climb", "slope", "berg", "hügel", "steigung", "cuesta", "subida", "pendiente")
	}
}

// mostStrides is how many seconds of strides there are at the most: twice half a minute over and over is no loosening up but work at the ceiling.
const mostStrides = 4 * minute

// loosening tells whether repeats are so few and short that they tire nobody.
func loosening(_ *Outline, main []Piece) bool {
	seconds := 0
	for i := range main {
		seconds += main[i].Seconds
	}
	return seconds <= mostStrides
}

// longestFast is how many seconds a fast repetition lasts at the most: what is longer is at the ceiling, however hard it is to be.
const longestFast = 170

// shortestThreshold is how many seconds a repeat at threshold lasts at the least where nothing else says what it is for: of a minute or two, it is as
// much the fast part of a fartlek.
const shortestThreshold = 150

// atThreshold tells whether repeats are as long as those at threshold, or the workout says that they are meant to be some.
func atThreshold(o *Outline, main []Piece) bool {
	return main[0].Seconds >= shortestThreshold || o.Workout.Focus == training.FocusThreshold
}

// Runs with something fast or strong in them.
var hardRuns = []Family{
	set{
		course: running, name: "Strides", label: "Stride, fast and loose", ladder: strides, low: 1.10, high: 1.20, late: true,
		rest: resting(minute), restLabel: "Walk back", restAt: 0.40,
		told: func(r *rung) string { return r.String() + " strides" },
		words: "Easy running, and then a few relaxed accelerations that wake up foot speed and posture without tiring anybody. Build up over the first steps, run tall and quick, and walk back until the breath is calm. " +
			"A stride is never a sprint: if calves or hamstrings pull, leave the rest of them out and jog home.",
		tags: []string{"easy", "strides", "technique", "base"}, from: 1.0, to: 1.7, reps: Span{8, sprint}, hints: []string{"strides"}, size: byCount, needs: loosening,
	}.of(Family{
		ID: "R-STR", Title: "Easy run with strides", lead: "Easy run with", Sport: training.Run, Focus: training.FocusEndurance, Class: Neuromuscular, Purpose: "Leg speed without fatigue: a few relaxed strides in an easy run.",
		Minutes: Span{30, 60}, Access: Access{From: training.Novice, NoviceWeek: 5}, No: impact(NoAchilles, NoHamstring), Windows: mostPhases, Gap: 2,
	}),
	set{
		course: running, name: "Steady", label: "Steady, strong and smooth", ladder: steadyRuns, low: 0.78, high: 0.86, shapes: Span{},
		words: "Strong aerobic running between easy and tempo: you could still speak, but only in short sentences. Settle into one rhythm and keep it; the last ten minutes should look like the first. " +
			"If the breathing gets loud before half way, drop back to easy running for the rest.",
		tags: []string{"steady", "aerobic", "base"}, from: 0.775, to: 0.868, reps: Span{12 * minute, 90 * minute}, foci: []training.Focus{training.FocusEndurance}, hints: []string{"steady"},
	}.of(Family{
		ID: "R-STEADY", Title: "Steady run", Sport: training.Run, Focus: training.FocusTempo, Class: Tempo, Purpose: "Strong aerobic running, between easy and tempo.",
		Minutes: Span{40, 90}, Access: experienced, No: impact(), Windows: In(Base, Build), Gap: 4,
	}),
	set{
		course: running, name: "Tempo", label: "Comfortably hard", ladder: tempoRuns, low: 0.88, high: 0.92, rest: resting(150), restLabel: "Jog", restAt: 0.62, limited: true,
		shapes: Span{8 * minute, 30 * minute},
		words: "Tempo running at a comfortably hard pace, about what you could race for two hours: it teaches the legs to hold a strong pace without fighting. The breath is deep and even and a few words come out at a time. " +
			"If the pace has to be forced, slow down by ten seconds a kilometre and finish the time rather than the pace.",
		tags: []string{"tempo", "flat"}, from: 0.868, to: 0.948, reps: Span{3 * minute, 60 * minute}, hints: []string{"tempo"},
	}.of(Family{
		ID: "R-TEMPO", Title: "Tempo run", Sport: training.Run, Focus: training.FocusTempo, Class: Tempo, Purpose: "Hold a comfortably hard running pace without a fight.",
		Minutes: Span{35, 80}, Access: Access{From: training.Novice, NoviceUpTo: 3}, No: impact(), Windows: In(Base, Build, Specific), Gap: 4,
	}),
	set{
		course: running, name: "Threshold", label: "Threshold", ladder: thresholdRuns, low: 0.97, high: 1.01, hard: true, limited: true,
		rest:      func(one int) int { return min(120, max(60, one/4/15*15)) },
		restLabel: "Jog", restAt: 0.60, shapes: Span{3 * minute, 20 * minute},
		words: "Repeats at threshold with short jogs between them: they raise the pace that you can hold for an hour. Hard but under control, the last repeat at the pace of the first and one more always possible. " +
			"If you slow down or the breathing runs away, take the pace back a little; when that does not help, stop the set and jog home.",
		tags: []string{"threshold", "intervals", "flat"}, from: 0.948, to: 1.032, reps: Span{minute, 40 * minute}, hints: []string{"threshold"}, needs: atThreshold,
	}.of(Family{
		ID: "R-THR", Title: "Threshold run", Sport: training.Run, Focus: training.FocusThreshold, Class: Threshold, Purpose: "Raise the running pace that you can hold for an hour.",
		Minutes: Span{40, 75}, Access: upTo(2), No: impact(), Windows: In(Build, Specific, Off), Gap: 5,
	}),
	set{
		course: running, name: "Fartlek", label: "Fast", ladder: fartlekRuns, low: 0.95, high: 1.05, hard: true, limited: true, restLabel: "Easy", restAt: 0.66,
		rest: func(one int) int { return min(one, 105) },
		words: "Play with pace: a minute or two of brisk running, about as long easily, over and over. The fast parts feel like a 7 of 10, quick but never strained, and the easy ones are real running, not walking. " +
			"Go by feel and not by the watch. If the fast parts get slower, make the easy ones longer.",
		tags: []string{"fartlek", "intervals", "change-of-pace"}, from: 0.94, to: 1.06, reps: Span{40, 130}, foci: []training.Focus{training.FocusThreshold}, hints: []string{"fartlek"},
	}.of(Family{
		ID: "R-FART", Title: "Fartlek", Sport: training.Run, Focus: training.FocusTempo, Class: Tempo, Purpose: "Change of pace by feel: fast and easy running in turns.",
		Minutes: Span{30, 60}, Access: anybody, No: impact(), Windows: In(Base, Build, Off), Gap: 4,
	}),
	set{
		course: running, name: "Hills", label: "Run uphill", ladder: hillRuns, rpe: 8, hard: true, limited: true, rest: func(one int) int { return int(toNearest(1.5*float64(one), 15)) },
		restLabel: "Jog down", restAt: 0.50,
		words: "Repeats up a steady hill of five to eight per cent, for power and form with less pounding than speed on the flat. Run tall with quick short steps at an 8 of 10, by effort and not by pace, and jog down gently until you are ready. " +
			"All repeats should reach the same tree; when you fall short of it, that was the last one.",
		tags: []string{"hills", "vo2max", "intervals", "climbing"}, from: 0.95, to: 1.2, reps: Span{25, 200}, hints: []string{"hills"}, needs: hilly("R-HILL"),
	}.of(Family{
		ID: "R-HILL", Title: "Hill repeats", Sport: training.Run, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Power and form for running, by hard repeats uphill.",
		Minutes: Span{35, 60}, Access: Access{From: training.Novice, NoviceUpTo: 3}, No: impact(NoAchilles), Windows: In(Base, Build), Gap: 6,
	}),
	set{
		course: running, name: "Hill sprints", label: "Sprint uphill", ladder: hillSprints, rpe: 10, hard: true, rest: resting(2 * minute), restLabel: "Walk down and wait", restAt: 0.35,
		words: "Very short sprints up a steep hill with all the rest they need: strength training in running shoes. Drive the knees and arms and give everything for those seconds, then walk down and wait until you are fresh. " +
			"Stop when a sprint is slower than the one before, and at once if a calf or a hamstring pulls.",
		tags: []string{"hills", "sprint", "speed", "power"}, from: 1.2, to: 2.5, reps: Span{5, 15}, hints: []string{"sprint"}, needs: hilly("R-HSPR"), size: byCount,
	}.of(Family{
		ID: "R-HSPR", Title: "Hill sprints", Sport: training.Run, Focus: training.FocusSprint, Class: Neuromuscular, Purpose: "Strength for the running stride, by short sprints up a steep hill.",
		Minutes: Span{30, 50}, Access: experienced, No: impact(NoAchilles, NoHamstring), Windows: In(Base, Build), Gap: 5,
	}),
	set{
		course: running, name: "VO2max", label: "Hard, about 5 km pace", ladder: ceilingRuns, low: 1.04, high: 1.08, hard: true, rest: ofWork(0.7), restLabel: "Jog", restAt: 0.55,
		shapes: Span{60, 5 * minute},
		words: "Hard repeats at about the pace of a 5 km race that drive heart and lungs to their ceiling and so lift it. The first two should feel held back, and in the last your breath is all you hear. " +
			"Keep the pace even. If you cannot hold it within three seconds a kilometre or so, lengthen the jogs; if that fails too, it was enough for today.",
		tags: []string{"vo2max", "intervals", "speed", "track"}, from: 1.032, to: 1.25, reps: Span{20, 6 * minute}, hints: []string{"vo2max"},
		only: func(p *Piece) bool { return p.At() <= 1.115 || p.Seconds > longestFast },
	}.of(Family{
		ID: "R-VO2", Title: "VO2max run", Sport: training.Run, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Raise VO2max, the ceiling of heart and lungs, by hard running.",
		Minutes: Span{40, 70}, Access: experienced, No: impact(), Windows: In(Build, Specific), Gap: 6,
	}),
	set{
		course: running, name: "Repetitions", label: "Fast and relaxed", ladder: fastRuns, low: 1.12, high: 1.20, hard: true,
		rest:      func(one int) int { return min(225, int(toNearest(1.5*float64(one), 15))) },
		restLabel: "Walk and jog", restAt: 0.42, shapes: Span{200, 600},
		words: "Short fast repetitions at about the pace of a mile race, for economy and leg speed. They feel quick and springy, not strained, because every one begins from full recovery. " +
			"Form comes before time: when the shoulders rise or a hamstring tightens, stop and jog the rest.",
		tags: []string{"speed", "anaerobic", "track", "intervals"}, from: 1.115, to: 1.35, reps: Span{sprint + 1, longestFast}, hints: []string{"anaerobic"},
	}.of(Family{
		ID: "R-REP", Title: "Repetition run", Sport: training.Run, Focus: training.FocusAnaerobic, Class: Anaerobic, Purpose: "Running economy at speed: fast, relaxed repetitions with full rests.",
		Minutes: Span{40, 65}, Access: experienced, No: impact(NoHamstring, NoAchilles), Windows: In(Build, Specific),
		Formats: []string{"RUN_5K", "RUN_10K"}, Gap: 7,
	}),
}
