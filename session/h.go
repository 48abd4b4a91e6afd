package session

import (
	"fmt"

	"fortnight/compose"
	"fortnight/training"
)

// hybrid completes a family of sessions that join an engine and stations: the main set of a rung within the frame of a course.
func hybrid(f Family, c *course, words string, tags []string, main func(d Dose) (dose string, blocks []training.Block), read func(s *seen) (level int, share float64)) Family {
	own := f
	f.Write = func(d Dose) training.Workout {
		d = inHall(d)
		d.Level = d.level(max(1, own.Rungs))
		dose, blocks := main(d)
		seconds := training.Measure(own.Sport, blocks, d.At).DurationSeconds
		hard := own.Class == RaceSpecific && own.Rungs > 0
		parts := c.fit(&own, &d, seconds, 0, hard)
		blocks = append([]training.Block{c.warmUp(parts.warm, &d, hard)}, blocks...)
		if parts.easy > 0 {
			blocks = append(blocks, c.easy(parts.easy, &d))
		}
		return own.workout(d, own.Title+": "+dose, words+standIns(blocks), tags, append(blocks, c.coolDown(parts.cool, &d)))
	}
	f.Read = func(o *Outline) (int, Work, float64) {
		s := o.stations()
		level, share := read(s)
		if share < leastShare {
			return 0, Work{}, 0
		}
		if own.Rungs == 0 {
			level = 0
		}
		return level, Work{Repeats: max(s.runs, s.sets)}, fit(share, o.Workout.Focus == own.Focus, o.tagged(own.ID, nil))
	}
	return f
}

// erging is the frame of a session on machines: no step is run.
var erging = &course{
	sport: training.Row,
	warm:  stretch{least: 8 * minute, usual: 8 * minute, most: 12 * minute}, hardWarm: 10 * minute,
	cool: stretch{least: 5 * minute, usual: 5 * minute},
	warmUp: func(seconds int, _ *Dose, _ bool) training.Block {
		return compose.Block("Warm-up", training.Row, compose.WarmUp(compose.Ramp("Ease in, long strokes", seconds, 0.45, 0.65)))
	},
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Easy rowing", training.Row, compose.Steady("Easy, you can talk", seconds, 0.62))
	},
	coolDown: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Cool-down", training.Row, compose.CoolDown(compose.Ramp("Paddle", seconds, 0.55, 0.45)))
	},
}

// rungs of stations: how many of them, how often.
type goes struct{ stations, times int }

var (
	techRungs    = []goes{{6, 2}, {8, 2}, {6, 3}, {8, 3}}
	stationRungs = []goes{{2, 4}, {2, 5}, {3, 4}, {3, 5}, {4, 4}, {3, 6}, {4, 5}, {4, 6}}
	engineRungs  = []goes{{3, 3}, {4, 3}, {4, 4}, {5, 4}, {5, 5}} // minutes on the machine, rounds
)

// rungOfGoes finds a rung, or the nearest below it.
func rungOfGoes(ladder []goes, stations, times int) (level int, share float64) {
	for i, g := range ladder {
		if g == (goes{stations, times}) {
			return i + 1, 1
		}
		if g.stations*g.times <= stations*times {
			level = i + 1
		}
	}
	return max(1, level), 0.7
}

var techFamily = hybrid(Family{
	ID: "H-TECH", Title: "Station technique", Sport: training.Strength, Focus: training.FocusStrengthEndurance, Class: Neuromuscular, Purpose: "Learn the stations of the race, with light weights.",
	Minutes: Span{35, 50}, Rungs: len(techRungs), No: []Contraindication{NoBack}, Windows: In(Base, Build), Gap: 4, Gear: []Gear{{training.Sled}},
	Work: func(level int) Work {
		g := techRungs[max(1, min(level, len(techRungs)))-1]
		return Work{Repeats: g.stations * g.times, RPE: 4}
	},
}, running,
	"Every station of the race with light weights and full rests, to learn how it is done well: low and long behind the sled, hand over hand on the rope, knees soft on the lunges. It is practice and no test; stop a go as soon as it gets untidy.",
	[]string{"hyrox", "technique", "gym"},
	func(d Dose) (string, []training.Block) {
		g := techRungs[d.Level-1]
		list := race
		if d.Shape%2 == 1 {
			list = []station{skiStation, lungeStation, ballStation, carryStation, rowStation, pullStation, pushStation, burpeeStation}
		}
		var blocks []training.Block
		open := these(d, g.stations, list...)
		for i := range open {
			blocks = append(blocks, open[i].sets(d, g.times, 6, 45))
		}
		return fmt.Sprintf("%d stations × %d light goes", len(open), g.times), blocks
	},
	func(s *seen) (int, float64) {
		stations := len(s.exercises)
		if stations < 4 || s.runs > 0 || !s.race || !s.stationed() || s.sets+s.ergs < stations {
			return 0, 0
		}
		return rungOfGoes(techRungs, stations, (s.sets+s.ergs)/stations)
	})

// roundOf are the stations of rounds, in the order of a list: of those that train the legs as many as their hard sets may come to (STR-4, and what a dose
// leaves of a week to one of its sessions), and what spares the legs in the place of the others.
func roundOf(d Dose, g goes, list []station) []station {
	most := mostLegSets
	if d.LegSets > 0 {
		most = min(most, d.LegSets+g.times/2) // to the nearest station
	}
	open := these(d, len(list), list...)
	legs := func(s *station) bool {
		e, _, _ := s.choose(d)
		return e.LowerBody()
	}
	chosen, left, trained := make([]bool, len(open)), g.stations, 0
	for _, spare := range []bool{false, true} { // the last resort is one more for the legs: there is nothing else to do
		for i := range open {
			loads := legs(&open[i])
			if left == 0 || chosen[i] || loads && !spare && (trained+1)*g.times > max(most, g.times) {
				continue
			}
			chosen[i], left = true, left-1
			if loads {
				trained++
			}
		}
	}
	var round []station
	for i := range open {
		if chosen[i] {
			round = append(round, open[i])
		}
	}
	return round
}

var stationFamily = hybrid(Family{
	ID: "H-STN", Title: "Station circuit", Sport: training.Strength, Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Strength endurance at the stations, one straight after the other.",
	Minutes: Span{40, 60}, Rungs: len(stationRungs), Access: upTo(3), No: []Contraindication{NoKnee, NoBack, NoShoulder, NoTiredLegs}, Windows: In(Build, Specific), Gap: 5,
	Work: func(level int) Work {
		g := stationRungs[max(1, min(level, len(stationRungs)))-1]
		return Work{Repeats: g.stations * g.times, RPE: 7}
	},
}, running,
	"Rounds of race stations at 60 to 80 % of the race weight, one straight after the other, with a short rest after each round. The last round should be as fast as the first: choose weights that let it be. The legs are heavy afterwards; nothing hard follows next day.",
	[]string{"hyrox", "circuit", "legs", "muscular-endurance"},
	func(d Dose) (string, []training.Block) {
		g := stationRungs[d.Level-1]
		list := []station{pushStation, lungeStation, ballStation, carryStation, pullStation, burpeeStation}
		if d.Shape%2 == 1 {
			list = []station{pullStation, carryStation, burpeeStation, lungeStation, ballStation, pushStation}
		}
		open := roundOf(d, g, list)
		var round []training.Step
		names := ""
		for i := range open {
			rest := 15
			if i == len(open)-1 {
				rest = 90
			}
			round = append(round, open[i].lift(d, open[i].visit, open[i].times, 4, rest))
			names += ", " + lowered(open[i].done(d))
		}
		times := max(1, int(d.part()*float64(g.times)+0.5))
		if anyNew(d, round...) {
			times = min(times, newExerciseSets)
		}
		circuit := compose.Repeat(fmt.Sprintf("%d rounds", times), times, round...)
		circuit.Style = training.Circuit
		return fmt.Sprintf("%d rounds of %s", times, names[2:]), []training.Block{compose.Block("Circuit", training.Strength, circuit)}
	},
	func(s *seen) (int, float64) {
		stations := len(s.exercises)
		if stations < 2 || s.runs > 0 || !s.race || !s.stationed() || s.ergs > 1 || s.sets%stations != 0 {
			return 0, 0
		}
		return rungOfGoes(stationRungs, stations, s.sets/stations)
	})

var sledFamily = hybrid(Family{
	ID: "H-SLED", Title: "Sled strength", Sport: training.Strength, Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Force for the sled, pushed and pulled.",
	Minutes: Span{35, 50}, Rungs: 7, Access: experienced, No: []Contraindication{NoKnee, NoAchilles, NoTiredLegs}, Windows: In(Build, Specific), Gap: 5,
	Gear: []Gear{{training.Sled}},
	Work: func(level int) Work { return Work{Repeats: 2 * (5 + level), RPE: 8} },
}, running,
	"Heavy pushes and pulls over fifteen metres with full rests: force for the sled, without a single landing. Low hips and short steps on the way out, hand over hand with a straight back on the way home. Add weight when the last pair is as fast as the first.",
	[]string{"hyrox", "sled", "legs", "heavy"},
	func(d Dose) (string, []training.Block) {
		times := max(1, int(d.part()*float64(5+d.Level)+0.5))
		push, pull := pushStation.lift(d, 15, 10, 2, 45), pullStation.lift(d, 15, 10, 2, 75)
		if anyNew(d, push, pull) {
			times = min(times, newExerciseSets)
		}
		round := compose.Repeat(fmt.Sprintf("%d pairs", times), times, push, pull)
		dose := fmt.Sprintf("%d × 15 m push and pull", times)
		if push.ExerciseID != pushStation.menu[0] || pull.ExerciseID != pullStation.menu[0] {
			dose = fmt.Sprintf("%d × %s and %s", times, lowered(pushStation.done(d)), lowered(pullStation.done(d)))
		}
		return dose, []training.Block{compose.Block("Sled", training.Strength, round)}
	},
	func(s *seen) (int, float64) {
		if s.pushes < 3 || s.sets+s.other > 2*s.pushes || s.runs > 0 {
			return 0, 0
		}
		return max(1, min(7, s.pushes-5)), 1
	})

var engineFamily = hybrid(Family{
	ID: "H-ENG", Title: "Engine and carries", Sport: training.Row, Focus: training.FocusTempo, Class: Tempo, Purpose: "An engine without impact: the rowing machine or the ski erg, and carries.",
	Minutes: Span{35, 55}, Rungs: len(engineRungs), No: []Contraindication{NoBack}, Windows: In(Base, Build, Off), Gap: 3, Gear: []Gear{{training.Machine}},
	Work: func(level int) Work {
		g := engineRungs[max(1, min(level, len(engineRungs)))-1]
		return Work{Seconds: 60 * g.stations * g.times, Repeats: g.times, Low: 0.78, High: 0.84}
	},
}, erging,
	"Brisk minutes on the rowing machine, or on it and the ski erg by turns, each followed by a carry: breath and grip for hybrid racing on a day that is to spare the legs from impact. Comfortably hard, so that you could say half a sentence; walk the carry tall.",
	[]string{"hyrox", "low-impact", "machine", "gym"},
	func(d Dose) (string, []training.Block) {
		g := engineRungs[d.Level-1]
		times := max(1, int(d.part()*float64(g.times)+0.5))
		ergs := these(d, 2, rowStation, skiStation)
		if len(ergs) == 0 { // nothing of it is at hand: as it is meant
			ergs = []station{rowStation}
		}
		var blocks []training.Block
		for i := range times {
			erg := ergs[(i+d.Shape)%len(ergs)]
			blocks = append(blocks,
				compose.Block(erg.name, erg.erg, compose.Work(compose.Toward(training.Between(0.78, 0.84), compose.Steady("Brisk and even", g.stations*minute, 0.80)))),
				compose.Block(carryStation.done(d), training.Strength, carryStation.lift(d, 60, 12, 5, 60)))
			if i+1 == newExerciseSets && anyNew(d, blocks[len(blocks)-1].Steps[0]) {
				times = i + 1
				break
			}
		}
		after := "a carry"
		if e, _, _ := carryStation.choose(d); e.ID != carryStation.menu[0] {
			after = lowered(e.Name)
		}
		return fmt.Sprintf("%d × %d min and %s", times, g.stations, after), blocks
	},
	func(s *seen) (int, float64) {
		if s.ergs < 2 || s.runs > 0 || s.sets+s.other > 2*s.ergs {
			return 0, 0
		}
		return rungOfGoes(engineRungs, (s.ergTime+30)/minute, s.ergs)
	})
