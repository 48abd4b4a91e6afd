package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// The ladders of race pace (coaching specification, 3.1): kilometres in repeats that suit the race.
var (
	pace5kRuns       = spaced(pair{5, 400}, pair{6, 400}, pair{5, 600}, pair{6, 600}, pair{5, 800}, pair{5, 900}, pair{5, 1000}, pair{6, 900}, pair{6, 1000}, pair{8, 800})
	pace10kRuns      = spaced(pair{3, 1000}, pair{4, 1000}, pair{5, 1000}, pair{6, 1000}, pair{3, 2000}, pair{7, 1000}, pair{5, 1400}, pair{8, 1000}, pair{4, 2000}, pair{6, 1500})
	paceHalfRuns     = spaced(pair{2, 2000}, pair{2, 2500}, pair{2, 3000}, pair{2, 3500}, pair{2, 4000}, pair{3, 3000}, pair{2, 5000}, pair{3, 4000}, pair{2, 7000}, pair{2, 8000})
	paceMarathonRuns = spaced(pair{1, 3000}, pair{1, 5000}, pair{1, 6000}, pair{1, 8000}, pair{1, 10000}, pair{1, 13000}, pair{1, 16000}, pair{1, 19000}, pair{1, 21000}, pair{1, 23000})
)

// Usual race paces as fractions of threshold speed, by Riegel for runners of 23, 47 and 105 minutes and of 3 h 30 (coaching specification, 6.1).
const (
	pace5k       = 1.055
	pace10k      = 1.015
	paceHalf     = 0.97
	paceMarathon = 0.89
)

// Runs at the pace of a race, the last before it, and tests.
var raceRuns = []Family{
	set{
		course: running, name: "5 km pace", label: "5 km race pace", ladder: pace5kRuns, pace: pace5k, hard: true, limited: true,
		rest: func(one int) int { return min(180, max(60, int(toNearest(0.5*float64(one), 15)))) }, restLabel: "Jog", restAt: 0.55, shapes: Span{400, 1000},
		words: "Repeats at the pace of your 5 km race, so that it feels like home on the day. Even and tall, with a jog that lets the breath come back but not the legs go cold. " +
			"Run the pace and no faster; if it slips by more than three seconds a kilometre, shorten the set and not the pace.",
		tags: []string{"5k", "race-preparation", "pacing", "intervals"}, from: 1.03, to: 1.115, reps: Span{45, 6 * minute},
		foci: nil, hints: []string{"5k"}, needs: racing,
	}.of(Family{
		ID: "R-RP5", Title: "5 km race pace", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn the pace of a 5 km race.",
		Minutes: Span{40, 80}, Access: upTo(3), No: impact(), Windows: In(Specific), Gap: 6,
	}),
	set{
		course: running, name: "10 km pace", label: "10 km race pace", ladder: pace10kRuns, pace: pace10k, hard: true, limited: true,
		rest: func(one int) int { return min(180, max(75, int(toNearest(0.25*float64(one), 15)))) }, restLabel: "Jog", restAt: 0.58, shapes: Span{1000, 2000},
		words: "Repeats of a kilometre or two at the pace of your 10 km race, to fix it in the legs. The first should feel easy, the middle honest, and the last as the race does at eight kilometres. " +
			"If you have to race the repeats, the goal is too fast today: take five seconds a kilometre off and finish the set.",
		tags: []string{"10k", "race-preparation", "pacing", "intervals"}, from: 0.975, to: 1.0375, reps: Span{150, 15 * minute},
		hints: []string{"10k"}, needs: racing,
	}.of(Family{
		ID: "R-RP10", Title: "10 km race pace", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn the pace of a 10 km race.",
		Minutes: Span{40, 80}, Access: upTo(3), No: impact(), Windows: In(Specific), Gap: 6,
	}),
	set{
		course: running, name: "Half-marathon pace", label: "Half-marathon pace", ladder: paceHalfRuns, pace: paceHalf, hard: true, limited: true,
		rest: func(one int) int { return min(180, max(90, int(toNearest(0.15*float64(one), 15)))) }, restLabel: "Jog", restAt: 0.62, shapes: Span{2000, 8000},
		words: "Long repeats at the pace of your half marathon, in the shoes and with the drink of the day. Strong, quiet running: you could say a few words, and at the end of each you believe that you could go on. " +
			"If the pace costs more than that, run the rest at easy effort and look at the goal again.",
		tags: []string{"half-marathon", "race-preparation", "pacing"}, from: 0.935, to: 0.985, reps: Span{5 * minute, 60 * minute},
		hints: []string{"half-marathon"}, needs: racing,
	}.of(Family{
		ID: "R-RPH", Title: "Half-marathon pace", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn the pace of a half marathon.",
		Minutes: Span{40, 80}, Access: upTo(3), No: impact(), Windows: In(Specific), Gap: 6,
	}),
	set{
		course: longRunning, name: "Marathon pace", label: "Marathon pace", ladder: paceMarathonRuns, pace: paceMarathon, late: true,
		told: func(r *rung) string { return "with " + r.length() + " at marathon pace" },
		words: "A long run that ends with a block at the pace of your marathon: the nearest thing to the race in training. Patient before it, even in it, with breakfast, gels and shoes as on the day. " +
			"Marathon pace should feel almost too easy for the first half of the block. If it does not, run home easily; that is worth knowing now.",
		tags: []string{"marathon", "long", "race-preparation", "pacing", "fuelling"}, from: 0.84, to: 0.945, reps: Span{10 * minute, 150 * minute},
		foci: []training.Focus{training.FocusLong}, hints: []string{"marathon"}, needs: paced,
	}.of(Family{
		ID: "R-LMP", Title: "Marathon-pace long run", lead: "Long run", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn marathon pace within the long run.",
		Minutes: Span{80, 170}, Access: experienced, No: impact(), Windows: In(Specific), Gap: 13,
	}),
	set{
		course: running, name: "Openers", label: "Race pace", ladder: timed(minute, pair{3, 1}), pace: pace10k, flat: true, adapt: opening, rest: resting(minute), restLabel: "Jog", restAt: 0.60,
		words: "A short run that wakes the legs one to three days before the race. A few lively minutes at race pace in easy running, and you stop when you begin to enjoy it. " +
			"It cannot make you fitter now; if anything feels off, jog ten minutes and go home.",
		tags: []string{"openers", "race-week", "taper"}, from: 0.85, to: 1.15, reps: Span{40, 110}, hints: []string{"openers"},
		needs: func(o *Outline, main []Piece) bool { return racing(o, main) && o.Seconds <= 40*minute },
	}.of(Family{
		ID: "R-OPEN", Title: "Openers", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Wake the legs one to three days before a running race.",
		Minutes: Span{20, 35}, Access: anybody, No: impact(), Windows: everyPhase, Days: Span{1, 3},
	}),
	set{
		course: running, name: "Sharpener", label: "Race pace", ladder: timed(minute, pair{4, 2}), pace: pace10k, flat: true, adapt: sharpening, hard: true, rest: resting(120), restLabel: "Jog", restAt: 0.60,
		words: "The last bit of quality before the race: enough to keep the feel for the pace, too little to tire. Relaxed, even and a little bored is how it should feel. " +
			"Run the race pace you trained for and no faster, and leave one repeat out if the legs are heavy.",
		tags: []string{"sharpening", "race-week", "taper"}, from: 0.85, to: 1.15, reps: Span{100, 20 * minute}, hints: []string{"sharpening"},
		needs: func(o *Outline, main []Piece) bool { return racing(o, main) && o.Seconds <= 50*minute },
	}.of(Family{
		ID: "R-SHARP", Title: "Race-week sharpener", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Keep the feel for race pace in the week before a running race.",
		Minutes: Span{35, 50}, Access: anybody, No: impact(), Windows: everyPhase, Days: Span{4, 9},
	}),
	set{
		course: running, name: "Test", label: "All you have, evenly", ladder: timed(minute, pair{1, 30}), low: 1.0, high: 1.0, flat: true, hard: true, adapt: testRun, steps: testSteps,
		told: func(r *rung) string {
			if r.each != nil {
				return "3 and 9 min"
			}
			return r.String()
		},
		words: "A test of your threshold, alone, rested and on flat ground: the average pace of thirty minutes is threshold pace, and that of twenty is about three per cent faster than it. Begin a touch slower than you think and leave nothing at the end. " +
			"In bad weather, after a bad night or with a sore leg, put it off: a bad test is worse than none.",
		tags: []string{"test", "threshold", "pacing", "flat"}, from: 0.97, to: 1.3, hints: []string{"test"}, needs: measuring,
	}.of(Family{
		ID: "R-TEST", Title: "Threshold test", Sport: training.Run, Focus: training.FocusTest, Class: Test, Purpose: "Measure the threshold pace of running.",
		Minutes: Span{45, 60}, Access: Access{From: training.Novice, NoviceWeek: 8}, No: impact(), Windows: everyPhase, StepBack: true, Gap: 42,
	}),
}

// shortOpening is how many minutes of openers have room for three of them, and no more.
const shortOpening = 20

// opening is more of it for who is used to more, where there is time.
func opening(r rung, d *Dose) rung {
	switch {
	case d.Minutes > 0 && d.Minutes <= shortOpening:
	case d.For == training.Intermediate:
		r.repeats = 4
	case d.For == training.Advanced:
		r.repeats, r.seconds = 4, 80
	}
	return r
}

// sharpening is two-minute repeats at the pace of a short race, or three kilometres at that of a long one.
func sharpening(r rung, d *Dose) rung {
	if d.Pace > 0 && d.Pace < 0.95 {
		r.repeats, r.seconds, r.meters = 1, 0, 3000
		if d.For == training.Novice {
			r.meters = 2000
		}
		return r
	}
	switch d.For {
	case training.Novice:
		r.repeats = 3
	case training.Advanced:
		r.repeats = 5
	}
	return r
}

// testRun is thirty minutes, of novices twenty; as other shapes five kilometres, and three and nine minutes with a long rest.
func testRun(r rung, d *Dose) rung {
	switch {
	case d.Shape%3 == 1:
		r.seconds, r.meters, r.low, r.high = 0, 5000, 1.05, 1.05
	case d.Shape%3 == 2:
		r.repeats, r.seconds, r.low, r.high, r.each = 2, 6*minute, 1.09, 1.09, []float64{}
	case d.For == training.Novice:
		r.seconds, r.low, r.high = 20*minute, 1.03, 1.03
	}
	return r
}

// testSteps are those of the test that is asked for.
func testSteps(r rung, _ *Dose) []training.Step {
	if r.each != nil {
		return []training.Step{
			compose.Work(compose.Steady("All you have", 3*minute, 1.14)),
			compose.Recovery(compose.Steady("Walk and jog", 12*minute, 0.55)),
			compose.Work(compose.Steady("All you have, evenly", 9*minute, 1.07)),
		}
	}
	step := compose.Steady("All you have, evenly", r.seconds, r.low)
	if r.meters > 0 {
		step = compose.Meters("All you have, evenly", r.meters, r.low)
	}
	return []training.Step{compose.Work(step)}
}

// longRunning is the frame of a long run with something in it.
var longRunning = &course{
	sport: training.Run, warm: stretch{least: 10 * minute, usual: 15 * minute, most: 15 * minute}, cool: stretch{least: 5 * minute, usual: 8 * minute},
	warmUp: runWarmUp,
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Long and easy", training.Run, easyRunning("Easy, you can talk", seconds))
	},
	coolDown: running.coolDown,
}

// progressions are how much of the run its faster end is, by level: from a fifth to two fifths.
const progressions = 10

func progression(level int) float64 { return 0.2 + 0.2*float64(level-1)/(progressions-1) }

// progressive is the long run with a faster end.
var progressive = func() Family {
	f := Family{
		ID: "R-LPROG", Title: "Long run with a faster finish", Sport: training.Run, Focus: training.FocusLong, Class: Long, Purpose: "Pace on tired legs: the end of the long run faster than its beginning.",
		Minutes: Span{75, 150}, Rungs: progressions, Access: experienced, No: impact(), Windows: In(Build, Specific), Gap: 13,
	}
	f.Work = func(level int) Work {
		return Work{Seconds: int(progression(level) * 100 * minute), Repeats: 1, Low: 0.80, High: 0.92}
	}
	f.Write = func(d Dose) training.Workout { return writeProgression(&f, d) }
	f.Read = readProgression
	return f
}()

func writeProgression(f *Family, d Dose) training.Workout {
	if d.Minutes == 0 {
		d.Minutes = 100
	}
	total := f.whole(&d, 0, 0)
	fast := int(toNearest(progression(d.level(progressions))*d.part()*float64(total), minute))
	warm, cool := 10*minute, 5*minute
	blocks := []training.Block{
		runWarmUp(warm, &d, false),
		compose.Block("Long and easy", training.Run, easyRunning("Easy, you can talk", total-warm-cool-fast)),
		compose.Block("Faster finish", training.Run, compose.Work(compose.Ramp("Build from easy to strong", fast, 0.80, 0.92))),
		running.coolDown(cool, &d),
	}
	words := "A long run that ends faster than it began, to learn pace on tired legs. Begin slower than you want to; then let the pace grow from easy to strong, until the last minutes are about marathon pace and the stride is still yours. " +
		"If there is nothing left when the faster part begins, stay easy and take the time on the feet."
	return f.workout(d, f.Title+", "+lasting(fast)+" of "+lasting(total), words, []string{"progression", "long", "durability", "pacing"}, blocks)
}

// readProgression finds a faster end of a long run, in one rising piece or in several.
func readProgression(o *Outline) (int, Work, float64) {
	fast, low, high := 0, 2.0, 0.0
	for i := range o.Pieces {
		p := &o.Pieces[i]
		switch {
		case p.Sport != training.Run || p.At() > 0.95:
			return 0, Work{}, 0
		case !p.framing() && p.At() >= 0.80 && p.Seconds >= 5*minute:
			fast, low, high = fast+p.Seconds, min(low, p.From), max(high, p.To)
		case fast > 0 && p.Seconds > 10*minute: // easy again: no finish
			return 0, Work{}, 0
		}
	}
	share := float64(fast) / float64(max(1, o.Seconds))
	if share < 0.1 || share > 0.6 || o.Seconds < 60*minute || high-low < 0.03 || o.Workout.Focus != training.FocusLong {
		return 0, Work{}, 0
	}
	level := 1
	for l := 2; l <= progressions; l++ {
		if progression(l)*float64(o.Seconds) <= float64(fast+minute/2) { // the end is written in whole minutes
			level = l
		}
	}
	return level, Work{Seconds: fast, Repeats: 1, Low: low, High: high}, fit(1, true, true)
}
