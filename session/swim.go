package session

import (
	"fmt"

	"fortnight/compose"
	"fortnight/training"
)

// swimming is the frame of a swim: metres to warm up, with drills where there is time, and metres to end with. Metres are whole lengths of a
// pool of 25 or 50.
var swimming = &course{
	sport: training.Swim,
	pool:  &training.Pool{Length: 25, Unit: training.Meters}, metres: poolFrame, swum: inPool,
}

// Metres of what is around a main set in a pool: easy ones before it, of the least to the most of them, as many of drills where there is time, easy
// ones to fill up what is left, and those at the end.
const (
	leastSwimWarm, usualSwimWarm, mostSwimWarm = 200, 300, 400
	leastSwimCool, usualSwimCool, mostSwimCool = 100, 150, 200
	leastSwimEasy                              = 150
)

// poolFrame is how long those metres last.
func poolFrame(d *Dose) (warm, cool stretch) {
	easy, drills, down := swimEasyIn(), swimDrills(false), swimDown()
	before, beside, after := per50(&easy, d), secondsIn(drills, d), per50(&down, d)
	warm = stretch{least: leastSwimWarm / 50 * before, usual: leastSwimWarm/50*before + beside, most: mostSwimWarm/50*before + beside}
	return warm, stretch{least: leastSwimCool / 50 * after, usual: usualSwimCool / 50 * after, most: mostSwimCool / 50 * after}
}

// inPool puts a main set into a session in a pool: spare are the seconds beside it. Metres are whole fifties, and the session ends before its
// time is up rather than after it.
func inPool(spare int, d *Dose, hard, late bool, main training.Block) []training.Block {
	in, easy, down, drills := swimEasyIn(), swimEasy(), swimDown(), swimDrills(hard)
	warm, cool, between := leastSwimWarm, leastSwimCool, 0
	before, beside, after := per50(&in, d), per50(&easy, d), per50(&down, d)
	left := spare - warm/50*before - cool/50*after
	if left < 0 { // a few lengths
		warm, cool = leastSwimWarm/2, leastSwimCool/2
		left = spare - warm/50*before - cool/50*after
	}
	drilled := left >= secondsIn(drills, d)
	if drilled {
		left -= secondsIn(drills, d)
	}
	more := func(metres *int, most, seconds int) {
		for ; *metres < most && left >= seconds; *metres += 50 {
			left -= seconds
		}
	}
	more(&cool, usualSwimCool, after)
	more(&warm, usualSwimWarm, before)
	if left >= leastSwimEasy/50*beside {
		more(&between, left/beside*50, beside)
	}
	more(&warm, mostSwimWarm, before)
	more(&cool, mostSwimCool, after)
	steps := training.Steps{over(in, warm)}
	if drilled {
		steps = append(steps, drills...)
	}
	blocks := []training.Block{pool("Warm-up", steps...), main}
	if between > 0 {
		swim := pool("Easy swimming", over(easy, between))
		if blocks = append(blocks, swim); late {
			blocks[1], blocks[2] = swim, main
		}
	}
	return append(blocks, pool("Cool-down", over(down, cool)))
}

// The steps around a main set, of fifty metres each.
func swimEasyIn() training.EnduranceStep {
	return compose.WarmUp(stroke(training.Freestyle, compose.Toward(training.RampOf(0.68, 0.82), compose.Meters("Easy to steady", 50, 0.75))))
}

func swimEasy() training.EnduranceStep {
	return stroke(training.Freestyle, withPullBuoy(compose.Toward(training.Between(0.75, 0.84), compose.Meters("Long and easy", 50, 0.8))))
}

func swimDown() training.EnduranceStep {
	return compose.CoolDown(stroke(training.AnyStroke, compose.Toward(training.RampOf(0.74, 0.62), compose.Meters("Loosen, any stroke", 50, 0.68))))
}

// swimDrills are four fifties of drills, before something hard of swims that get faster.
func swimDrills(hard bool) training.Steps {
	wall := compose.Rest("Wall", 15)
	if hard {
		return training.Steps{compose.Between(4, compose.WarmUp(stroke(training.Freestyle, compose.Toward(training.RampOf(0.80, 1.05), compose.Meters("Build up", 50, 0.9)))), wall)}
	}
	drill := compose.WarmUp(stroke(training.Drill, compose.Told("Catch-up, fists, side kick, swim: one of each.", compose.Meters("Drill", 50, 0.68))))
	return training.Steps{compose.Between(4, drill, wall)}
}

// per50 is how long a step of fifty metres lasts, and secondsIn how long several steps do, for who the dose is for.
func per50(step *training.EnduranceStep, d *Dose) int {
	return secondsOf(training.Swim, 50, step.Target, d.At)
}

func secondsIn(steps training.Steps, d *Dose) int {
	return training.Measure(training.Swim, []training.Block{pool("", steps...)}, d.At).DurationSeconds
}

// over is a step over some metres.
func over(step training.EnduranceStep, metres int) training.EnduranceStep {
	step.End = training.AfterMeters(float64(metres))
	return step
}

// pool is a block that is swum in a pool of 25 metres.
func pool(name string, steps ...training.Step) training.Block {
	block := compose.Block(name, training.Swim, steps...)
	block.Pool = &training.Pool{Length: 25, Unit: training.Meters}
	return block
}

// lengths is as many times 50 metres as a time has room for at the pace of the dose, at least one.
func lengths(step training.EnduranceStep, seconds int, d *Dose) training.EnduranceStep {
	per50 := secondsOf(training.Swim, 50, step.Target, d.At)
	step.End = training.AfterMeters(50 * float64(max(1, seconds/per50)))
	return step
}

func stroke(as training.Stroke, step training.EnduranceStep) training.EnduranceStep {
	step.Stroke = as
	return step
}

func withPullBuoy(step training.EnduranceStep) training.EnduranceStep {
	step.Equipment = []training.SwimEquipment{training.PullBuoy}
	return step
}

// The ladders of swimming (coaching specification, 3.1).
var (
	techniqueSwims = spaced(pair{12, 25}, pair{16, 50}, pair{24, 50})
	enduranceSwims = spaced(pair{4, 100}, pair{3, 200}, pair{4, 200}, pair{5, 200}, pair{4, 300}, pair{5, 300}, pair{3, 600}, pair{4, 550}, pair{4, 650}, pair{2, 1600})
	criticalSwims  = spaced(pair{4, 100}, pair{6, 100}, pair{8, 100}, pair{10, 100}, pair{6, 200}, pair{7, 200}, pair{8, 200}, pair{6, 300}, pair{5, 400}, pair{6, 400})
	ceilingSwims   = spaced(pair{4, 50}, pair{6, 50}, pair{8, 50}, pair{10, 50}, pair{12, 50}, pair{14, 50}, pair{8, 100}, pair{9, 100}, pair{10, 100}, pair{12, 100})
	sprintSwims    = spaced(pair{8, 25}, pair{10, 25}, pair{12, 25}, pair{14, 25}, pair{16, 25})
	racePaceSwims  = spaced(pair{4, 50}, pair{8, 50}, pair{6, 100}, pair{8, 100}, pair{5, 200}, pair{8, 200}, pair{5, 400}, pair{6, 400})
	openSwims      = timed(minute, pair{2, 6}, pair{2, 9}, pair{3, 8}, pair{3, 10}, pair{3, 12}, pair{3, 15})
)

// toWall is a rest by the length of a repeat, in steps of five seconds and within limits.
func toWall(share float64, least, most int) func(int) int {
	return func(one int) int { return min(most, max(least, int(toNearest(share*float64(one), 5)))) }
}

// Swims.
var swims = []Family{
	plain{
		course: swimming, name: "Loosen", label: "Long strokes", low: 0.68, high: 0.78, usual: 30, steps: looseSwim,
		words: "A short, easy swim that moves everything and loads nothing. Long strokes, slow breathing, the strokes mixed as you like; the pull buoy lets tired legs float. " +
			"If a shoulder pinches, swim on the back or kick; get out when you are cold, not when you are tired.",
		tags: []string{"recovery", "easy", "pool", "low-impact", "spares-legs"}, hints: []string{"recovery"}, shortest: 10, longest: mostRecovery / minute, under: recoveryBelow,
	}.of(Family{
		ID: "S-REC", Title: "Recovery swim", Sport: training.Swim, Focus: training.FocusRecovery, Class: Easy, Purpose: "Move everything without load, by easy swimming.",
		Minutes: Span{20, 35}, Access: anybody, No: shoulders, Windows: withRecovery,
	}),
	set{
		course: swimming, name: "Drills", label: "Odd ones drill, even ones swim", ladder: techniqueSwims, low: 0.68, high: 0.78, stroke: training.Drill, rest: resting(20), restLabel: "Wall",
		words: "Short lengths of drill and swim in turn for a better feel of the water: position, breathing to the side, a patient catch. Take one thing over from each drill into the length after it; fins are welcome and slow is right. " +
			"When the form goes, rest longer; a tired length teaches the wrong thing.",
		tags: []string{"technique", "drills", "pool", "low-impact", "spares-legs"}, from: 0.5, to: 0.86, reps: Span{10, 100}, beside: 0.9,
		foci: []training.Focus{training.FocusEndurance}, hints: []string{"technique", "drills"}, needs: drilling,
		only: func(p *Piece) bool { return p.Meters > 0 && p.Meters <= 100 },
	}.of(Family{
		ID: "S-TECH", Title: "Technique swim", Sport: training.Swim, Focus: training.FocusEndurance, Class: Neuromuscular, Purpose: "A better feel for the water, by swimming drills.",
		Minutes: Span{25, 50}, Access: anybody, No: shoulders, Windows: mostPhases,
	}),
	enduranceSwim,
	plain{
		course: swimming, name: "Long", label: "Steady, long strokes", low: 0.82, high: 0.89, usual: 60, steps: longSwim, told: longSwimTold,
		words: "The distance of your event, or a little more, in a few long parts. Settle into a rhythm that feels almost lazy in the first part and is still there in the last; sight every eight strokes if you race outdoors. " +
			"Drink at the wall between the parts. If a shoulder aches or the stroke gets short, leave the last part out.",
		tags: []string{"long", "durability", "base", "low-impact", "spares-legs"}, shortest: 999,
	}.of(Family{
		ID: "S-LONG", Title: "Long swim", Sport: training.Swim, Focus: training.FocusLong, Class: Long, Purpose: "Swim the distance of the event, or a little more.",
		Minutes: Span{40, 100}, Access: experienced, No: shoulders, Windows: In(Base, Build, Specific), Gap: 6,
	}),
	set{
		course: swimming, name: "Main set", label: "Critical swim speed", ladder: criticalSwims, low: 0.98, high: 1.01, hard: true, limited: true, stroke: training.Freestyle,
		rest: toWall(0.14, 15, 60), restLabel: "Wall", shapes: Span{100, 400},
		words: "Repeats at critical swim speed, your threshold in the water, with short rests: they raise the pace that you can hold. Easy at the third, honest in the middle, hard at the end, and every one within two seconds of the first. " +
			"If you lose more than that, take five seconds more rest; if it does not help, finish the metres as easy swimming.",
		tags: []string{"css", "threshold", "intervals", "pool", "spares-legs"}, from: 0.96, to: 1.025, reps: Span{18, 20 * minute}, hints: []string{"css", "threshold"},
	}.of(Family{
		ID: "S-CSS", Title: "CSS swim", Sport: training.Swim, Focus: training.FocusThreshold, Class: Threshold, Purpose: "Raise critical swim speed, the pace that you can hold in the water.",
		Minutes: Span{40, 70}, Access: upTo(2), No: shoulders, Windows: In(Base, Build, Specific), Gap: 3,
	}),
	set{
		course: swimming, name: "Main set", label: "Fast", ladder: ceilingSwims, low: 1.03, high: 1.08, hard: true, stroke: training.Freestyle, rest: toWall(0.4, 20, 40), restLabel: "Wall", shapes: Span{50, 100},
		words: "Fast fifties and hundreds with a little rest: heart and lungs near their most, and a stroke that stays in one piece. Strong kick, high elbows, the same time on every one. " +
			"When the time slips by more than a second a length, double the rest once; when it slips again, swim down.",
		tags: []string{"vo2max", "intervals", "speed", "pool", "spares-legs"}, from: 1.025, to: 1.16, reps: Span{25, 3 * minute}, hints: []string{"vo2max"},
	}.of(Family{
		ID: "S-VO2", Title: "Speed-endurance swim", Sport: training.Swim, Focus: training.FocusVO2Max, Class: VO2, Purpose: "Speed endurance in the water: a fast stroke that stays in one piece.",
		Minutes: Span{40, 60}, Access: experienced, No: shoulders, Windows: In(Build, Specific), Gap: 4,
	}),
	set{
		course: swimming, name: "Sprints", label: "All out", ladder: sprintSwims, low: 1.25, high: 1.35, hard: true, stroke: training.Freestyle, rest: resting(45), restLabel: "Wall, until the breath is back",
		words: "Single lengths as fast as you can, each from full rest: pure speed. Push off hard, kick from the hips, breathe little. " +
			"It is over when a length is clearly slower than the best, or when a shoulder pinches; fewer good ones are worth more than all of them.",
		tags: []string{"sprint", "speed", "power", "pool", "spares-legs"}, from: 1.16, to: 1.7, reps: Span{8, 45}, beside: 1.0, hints: []string{"sprint"}, size: byCount,
	}.of(Family{
		ID: "S-SPR", Title: "Sprint swim", Sport: training.Swim, Focus: training.FocusSprint, Class: Neuromuscular, Purpose: "Pure speed in the water, length by length.",
		Minutes: Span{35, 55}, Access: experienced, No: shoulders, Windows: In(Build, Specific, Taper), Gap: 3,
	}),
	set{
		course: swimming, name: "Race pace", label: "Race pace", ladder: racePaceSwims, pace: 1.0, hard: true, adapt: sprinting, stroke: training.Freestyle, rest: toWall(0.3, 20, 60), restLabel: "Wall",
		words: "Repeats at the pace of your race, with just enough rest to hold it. Begin each as you will the race, a shade quicker than it feels, and settle before the second length. " +
			"Pace before speed: too fast is as wrong as too slow. If you cannot hold it on half of them, the goal is not yet yours.",
		tags: []string{"race-preparation", "pacing", "intervals", "pool", "spares-legs"}, from: 0.92, to: 1.3, reps: Span{15, 20 * minute}, needs: racing,
	}.of(Family{
		ID: "S-RP", Title: "Race-pace swim", Sport: training.Swim, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Learn the pace of a swimming race.",
		Minutes: Span{40, 70}, Access: experienced, No: shoulders, Windows: In(Specific), Gap: 4,
	}),
	set{
		course: openWater, name: "Open water", label: "Race effort, sight every six strokes", ladder: openSwims, low: 0.92, high: 0.97, stroke: training.Freestyle, rest: resting(90), restLabel: "Tread water, look round",
		words: "Open-water skill at race effort: fast starts, sighting, turning round a buoy, swimming on somebody's feet. Never alone, with a bright cap and a float, and only where swimming is allowed. " +
			"The first minute of each part is quick, then you settle. If you are cold, frightened or lost, turn on your back, breathe, and swim to the shore.",
		tags: []string{"open-water", "triathlon", "race-preparation", "sighting", "spares-legs"}, from: 0.84, to: 1.12, reps: Span{4 * minute, 25 * minute}, hints: []string{"open-water"},
		needs: func(o *Outline, main []Piece) bool {
			return racing(o, main) && o.tagged("S-OW", []string{"open-water"})
		},
	}.of(Family{
		ID: "S-OW", Title: "Open-water swim", Sport: training.Swim, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Open-water skill: starts, sighting, turns round a buoy.",
		Minutes: Span{40, 70}, Access: Access{From: training.Intermediate, Supervised: true}, No: shoulders, Windows: In(Specific, Taper), Gap: 6,
		Gear: []Gear{{training.OpenWater}},
	}),
	set{
		course: swimming, name: "Openers", label: "Fast", ladder: spaced(pair{4, 50}), pace: 1.05, flat: true, hard: true, adapt: openingSwim, stroke: training.Freestyle, rest: resting(40), restLabel: "Wall",
		words: "A short swim one to three days before the race that sharpens the arms and settles the nerves. Easy metres, a few quick ones, and out while the water still feels good. " +
			"If it feels heavy, swim easily and stop early: nothing is decided today.",
		tags: []string{"openers", "race-week", "taper", "pool", "spares-legs"}, from: 0.92, to: 1.4, reps: Span{15, 90}, hints: []string{"openers"},
		needs: func(o *Outline, main []Piece) bool { return racing(o, main) && o.Seconds <= 40*minute },
	}.of(Family{
		ID: "S-OPEN", Title: "Openers", Sport: training.Swim, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Sharpen the stroke one to three days before a swimming race.",
		Minutes: Span{20, 35}, Access: anybody, No: shoulders, Windows: everyPhase, Days: Span{1, 3},
	}),
	set{
		course: swimming, name: "Test", label: "All you have, evenly", ladder: []rung{{sets: 1, repeats: 2, each: []float64{400, 200}, rest: 8 * minute, low: 1.07, high: 1.07}}, flat: true, hard: true, steps: swimTest,
		told: func(*rung) string { return "400 and 200 m" },
		words: "A test of critical swim speed: 400 and 200 metres, each as fast and as even as you can, from a push. CSS is the 200 metres between them over the difference of the two times. " +
			"Rest fully before the second. If you swam the 400 so that the second half was ten seconds slower, test again another day.",
		tags: []string{"test", "css", "pacing", "pool", "spares-legs"}, from: 1.0, to: 1.3, hints: []string{"test"}, needs: measuring,
	}.of(Family{
		ID: "S-TEST", Title: "CSS test", Sport: training.Swim, Focus: training.FocusTest, Class: Test, Purpose: "Measure critical swim speed.",
		Minutes: Span{40, 50}, Access: experienced, No: shoulders, Windows: everyPhase, StepBack: true, Gap: 42,
	}),
}

// enduranceSwim is read in easy swimming without a stop too, a little slower than it is written: in the water that is what endurance is made of.
var enduranceSwim = func() Family {
	own := set{
		course: swimming, name: "Endurance", label: "Steady", ladder: enduranceSwims, low: 0.85, high: 0.92, stroke: training.Freestyle, rest: toWall(0.06, 15, 30), restLabel: "Wall", shapes: Span{100, 1600},
		words: "Aerobic swimming in repeats with hardly any rest, on the way to swimming on and on. Count the strokes of a length and keep the number; breathing stays calm and the last repeat is no slower than the first. " +
			"When the count rises by two, take ten seconds more rest or the pull buoy.",
		tags: []string{"endurance", "base", "pool", "low-impact", "spares-legs"}, from: 0.83, to: 0.925, reps: Span{60, 40 * minute},
	}
	f := own.of(Family{
		ID: "S-END", Title: "Endurance swim", Sport: training.Swim, Focus: training.FocusEndurance, Class: Easy, Purpose: "Continuous swimming: aerobic endurance with hardly any rest.",
		Minutes: Span{30, 75}, Access: anybody, No: shoulders, Windows: mostPhases, Gap: 1,
	})
	repeats := f.Read
	f.Read = func(o *Outline) (int, Work, float64) {
		if level, work, fits := repeats(o); fits > 0 {
			return level, work, fits
		}
		return own.readUnbroken(&f, o)
	}
	return f
}()

// What of a swim is unbroken: pieces of so many seconds at the least, no slower than that, which is where recovery ends.
const (
	leastUnbroken   = 4 * minute
	slowestUnbroken = 0.70
	mostRecovery    = 40 * minute
	recoveryBelow   = 0.765
)

// readUnbroken finds easy swimming on and on, and nothing hard beside it. What is as slow and as short as a swim that recovers is none.
func (s *set) readUnbroken(f *Family, o *Outline) (int, Work, float64) {
	mine, all, effort, meters := 0, 0, 0.0, 0.0
	for i := range o.Pieces {
		p := &o.Pieces[i]
		if p.framing() || p.To == 0 {
			continue
		}
		all += p.Seconds
		if p.Sport == f.Sport && p.Seconds >= leastUnbroken && min(p.From, p.To) >= slowestUnbroken && max(p.From, p.To)-min(p.From, p.To) <= 2*mostSwing && p.At() <= s.to && p.Stroke != training.Drill {
			mine, effort, meters = mine+p.Seconds, effort+p.At()*float64(p.Seconds), meters+p.Meters
		}
	}
	if mine == 0 || o.mixed(f.Sport) || o.Workout.Focus == training.FocusRecovery || float64(mine) < (1-mostHard)*float64(all) {
		return 0, Work{}, 0
	}
	at := effort / float64(mine)
	if at < recoveryBelow && o.Seconds <= mostRecovery {
		return 0, Work{}, 0
	}
	r := rung{sets: 1, repeats: 1, meters: meters, low: s.low, high: s.high}
	if meters == 0 {
		r.seconds = int(float64(mine) * at / r.at())
	}
	first := s.rung(&Dose{Level: 1})
	if least, done := s.comparable(f, &first, &r); done < leastWork*least {
		return 0, Work{}, 0
	}
	return s.level(f, &r), Work{Seconds: mine, Meters: meters, Repeats: 1, Low: at, High: at}, fit(float64(mine)/float64(all), o.Workout.Focus == f.Focus, o.tagged(f.ID, s.hints))
}

// drilling tells whether a main set is drills, or the workout says that it is.
func drilling(o *Outline, main []Piece) bool {
	return main[0].Stroke == training.Drill || o.tagged("S-TECH", []string{"technique", "drills"})
}

// looseSwim is fifties of mixed strokes and a part with the pull buoy.
func looseSwim(seconds int, d *Dose) []training.Step {
	mixed := compose.Work(stroke(training.AnyStroke, compose.Toward(training.Between(0.68, 0.78), compose.Meters("Long strokes, odd ones on the back", 50, 0.73))))
	rest := compose.Rest("Wall", 15)
	per := secondsOf(training.Swim, 50, mixed.Target, d.At) + rest.DurationSeconds
	count := max(2, seconds/2/per)
	pull := lengths(compose.Work(withPullBuoy(stroke(training.Freestyle, mixed))), seconds-count*per, d)
	label := "Pull, legs relaxed"
	pull.Label = &label
	return []training.Step{compose.Between(count, mixed, rest), pull}
}

// longSwim is two to six parts of whole fifties, so that a longer one is longer in the water and not in its warm-up.
func longSwim(seconds int, d *Dose) []training.Step {
	part := compose.Work(stroke(training.Freestyle, compose.Toward(training.Between(0.82, 0.89), compose.Meters("Steady, long strokes", 100, 0.85))))
	const drink = 30
	parts := min(6, max(2, seconds/(12*minute)))
	per100 := secondsOf(training.Swim, 100, part.Target, d.At)
	part.End = training.AfterMeters(50 * float64(max(2, 2*((seconds+drink)/parts-drink)/per100)))
	return []training.Step{compose.Between(parts, part, compose.Rest("Drink", drink))}
}

// longSwimTold is the dose as swimmers count it.
func longSwimTold(middle []training.Step) string {
	parts := middle[0].(training.RepeatStep)
	return fmt.Sprintf("%d × %g m", parts.Repeats, parts.Steps[0].(training.EnduranceStep).End.Meters)
}

// Of races of up to so many metres, by their pace: what a repeat and a whole set may have of the race, and the rest beside the repeat.
const (
	sprintPace  = 1.04 // of a race of 500 m and less
	swimReserve = 22   // metres above critical speed, see season
	mostRepeat  = .5
	mostOfRace  = 5
)

// sprinting has the repeats of a short race be no longer than half of it, and the set than five of it, with more rest: nobody swims 400 m at the pace of 200.
func sprinting(r rung, d *Dose) rung {
	if d.Pace < sprintPace {
		return r
	}
	race := swimReserve * d.Pace / (d.Pace - 1)
	for total := r.distance(); r.meters > 50 && r.meters > mostRepeat*race+1; {
		r.meters = r.meters / 2
		r.repeats = int(total / r.meters)
	}
	r.repeats = max(2, min(r.repeats, int(mostOfRace*race/r.meters)))
	r.rest = int(toNearest(r.meters*.6, 5))
	return r
}

// openingSwim is shorter for novices.
func openingSwim(r rung, d *Dose) rung {
	if d.For == training.Novice {
		r.meters = 25
	}
	return r
}

func swimTest(rung, *Dose) []training.Step {
	all := func(meters, at float64) training.Step {
		return compose.Work(stroke(training.Freestyle, compose.Meters("All you have, evenly", meters, at)))
	}
	easy := compose.Recovery(stroke(training.AnyStroke, compose.Meters("Easy", 200, 0.70)))
	return []training.Step{all(400, 1.05), easy, compose.Rest("Rest fully", 4*minute), all(200, 1.12)}
}

// openWater is the frame of a swim outdoors: by time, with three fast starts in the warm-up.
var openWater = &course{
	sport: training.Swim, warm: stretch{least: 8 * minute, usual: 10 * minute, most: 12 * minute}, cool: stretch{least: 3 * minute, usual: 5 * minute},
	warmUp: func(seconds int, _ *Dose, _ bool) training.Block {
		return compose.Block("Warm-up", training.Swim,
			compose.WarmUp(stroke(training.Freestyle, compose.Ramp("Easy, get used to the cold", seconds-3*minute, 0.65, 0.80))),
			training.RepeatStep{Repeats: 3, Style: training.Rounds, Steps: training.Steps{
				compose.WarmUp(stroke(training.Freestyle, compose.Steady("Fast start", 20, 1.10))),
				compose.WarmUp(stroke(training.AnyStroke, compose.Steady("Easy", 40, 0.62))),
			}})
	},
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Easy swimming", training.Swim, stroke(training.Freestyle, compose.Toward(training.Between(0.75, 0.84), compose.Steady("Easy, along the shore", seconds, 0.8))))
	},
	coolDown: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Cool-down", training.Swim, compose.CoolDown(stroke(training.AnyStroke, compose.Ramp("Loosen, any stroke", seconds, 0.74, 0.62))))
	},
}
