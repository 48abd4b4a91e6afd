package session

import (
	"fmt"

	"fortnight/compose"
	"fortnight/training"
)

// compromised is a rung of H-COMP: rounds of a run and a station, and how much of the race's station each has.
type compromised struct {
	rounds int
	meters float64
	part   float64
}

var compromisedRungs = []compromised{
	{2, 600, 0.5}, {2, 1000, 0.5}, {3, 600, 0.5}, {3, 1000, 0.5}, {4, 800, 0.5}, {4, 1000, 0.5}, {5, 1000, 0.5}, {6, 1000, 0.75}, {7, 1000, 0.75}, {8, 1000, 1},
}

// rounds are runs at race effort, each followed by a station.
func rounds(d Dose, list []station, meters, part, pace float64, reserve, jog int) []training.Block {
	var blocks []training.Block
	for i := range list {
		blocks = append(blocks, compose.Block(fmt.Sprintf("Run %g m", meters), training.Run,
			compose.Work(compose.Toward(training.Between(pace-0.03, pace+0.03), compose.Meters("Race effort", meters, pace)))))
		work := list[i].share(d, part, reserve, 10)
		if jog > 0 && i < len(list)-1 {
			blocks = append(blocks, work, compose.Block("Jog", training.Run, compose.Recovery(compose.Steady("Walk, then jog", jog, 0.50))))
		} else {
			blocks = append(blocks, work)
		}
	}
	return blocks
}

// inTurn are so many stations of a list that can be done, over and over.
func inTurn(d Dose, count int, list ...station) []station {
	open := these(d, len(list), list...)
	var turn []station
	for i := range count {
		turn = append(turn, open[i%len(open)])
	}
	return turn
}

var compFamily = hybrid(Family{
	ID: "H-COMP", Title: "Compromised running", Sport: training.Run, Focus: training.FocusThreshold, Class: RaceSpecific, Purpose: "Run well after a station.",
	Minutes: Span{45, 95}, Rungs: len(compromisedRungs), Access: experienced, No: []Contraindication{NoImpact, NoKnee, NoTiredLegs}, Windows: In(Build, Specific), Gap: 6,
	Work: func(level int) Work {
		r := compromisedRungs[max(1, min(level, len(compromisedRungs)))-1]
		return Work{Meters: float64(r.rounds) * r.meters, Repeats: r.rounds, Low: 0.90, High: 0.96}
	},
}, running,
	"Runs at race effort, each straight into a station and out again: you learn to find your stride on pumped-up legs, which decides these races. Hold the pace of the first run to the last; the stations are done without hurry and without a pause.",
	[]string{"hyrox", "intervals", "race-preparation"},
	func(d Dose) (string, []training.Block) {
		r := compromisedRungs[d.Level-1]
		r.rounds = max(leastRounds, int(d.part()*float64(r.rounds)+0.5))
		list := []station{pushStation, burpeeStation, lungeStation, carryStation, rowStation, ballStation, pullStation, skiStation}
		if d.Shape%2 == 1 {
			list = []station{rowStation, lungeStation, pullStation, ballStation, skiStation, carryStation, burpeeStation, pushStation}
		}
		jog := 0
		if d.Level < 7 {
			jog = 90
		}
		return fmt.Sprintf("%d × %s and a station", r.rounds, inKilometers(r.meters)), rounds(d, inTurn(d, r.rounds, list...), r.meters, r.part, 0.93, 4, jog)
	},
	func(s *seen) (int, float64) {
		if !s.ledInto() || !s.stationed() {
			return 0, 0
		}
		each := s.meters / float64(s.runs)
		level := 1
		for i, r := range compromisedRungs {
			if r.rounds == s.runs && r.meters == each {
				return i + 1, 1
			}
			if float64(r.rounds)*r.meters <= s.meters {
				level = i + 1
			}
		}
		if each < leastCompromised {
			return level, 0.8
		}
		return level, 1
	})

// leastCompromised is how far a run between stations is at the least, in metres, for the workout to be of H-COMP whatever it is meant to develop: a
// sixth less than its shortest.
const leastCompromised = 500

// inKilometers is "600 m" or "1 km".
func inKilometers(meters float64) string {
	r := rung{meters: meters}
	return r.length()
}

var simFamily = hybrid(Family{
	ID: "H-SIM", Title: "HYROX simulation", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Rehearse a HYROX race: its runs and stations in their order.",
	Minutes: Span{50, 110}, Rungs: 2, Access: experienced, No: []Contraindication{NoImpact, NoTiredLegs}, Windows: In(Specific), Gap: 13, Gear: []Gear{{training.Sled}},
	Work: func(level int) Work {
		return Work{Meters: 4000 * float64(level), Repeats: 4 * level, Low: 0.93, High: 0.99}
	},
}, running,
	"A rehearsal of the race with its distances and weights, in its order: pacing, transitions, drink, shoes. Start a little slower than you would like. It is a hard run and heavy legs in one: two easy days before, two after.",
	[]string{"hyrox", "race-preparation", "simulation", "experienced"},
	func(d Dose) (string, []training.Block) {
		list, name := race, "full, 8 runs and 8 stations"
		if d.Level == 1 {
			list, name = race[:4], "half, 4 runs and 4 stations"
			if d.Shape%2 == 1 {
				list = race[4:]
			}
		}
		return name, rounds(d, inTurn(d, len(list), list...), 1000, 1, 0.96, 2, 0)
	},
	func(s *seen) (int, float64) {
		if s.runs != 4 && s.runs != len(race) || !s.ledInto() || !s.stationed() || s.meters < 900*float64(s.runs) {
			return 0, 0
		}
		whole := len(s.exercises) == s.runs // a station of its own behind each run, however it is divided into sets
		if !whole && s.sets < 2*(s.runs-s.ergs) {
			return 0, 0
		}
		return s.runs / 4, 1
	})

var primeFamily = hybrid(Family{
	ID: "H-PRIME", Title: "Race primer", Sport: training.Run, Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Touch each station lightly, two or three days before a HYROX race.",
	Minutes: Span{25, 35}, Windows: In(Specific, Taper), Days: Span{2, 3},
	Work: func(int) Work { return Work{Repeats: 5, RPE: 5} },
}, priming,
	"A short run and one light go at each of the stations that need feeling, two or three days before the race. You should leave with more energy than you came with; nothing here trains, it only reminds.",
	[]string{"hyrox", "race-week", "openers"},
	func(d Dose) (string, []training.Block) {
		open := these(d, 5, pushStation, burpeeStation, lungeStation, ballStation, carryStation, rowStation)
		var blocks []training.Block
		for i := range open {
			blocks = append(blocks, open[i].sets(d, 1, 6, 45))
		}
		return fmt.Sprintf("run and %d stations", len(open)), blocks
	},
	func(s *seen) (int, float64) {
		if s.runs > 0 || !s.race || s.other > 0 || len(s.exercises) < 3 || s.sets+s.ergs > len(s.exercises) {
			return 0, 0
		}
		return 0, 1
	})

// priming is a run with strides before the stations.
var priming = func() *course {
	c := *running
	c.warm = stretch{least: 15 * minute, usual: 15 * minute, most: 15 * minute}
	c.cool = stretch{least: 4 * minute, usual: 5 * minute}
	return &c
}()

// hybridFamilies are those of coaching section 4.
var hybridFamilies = []Family{techFamily, stationFamily, compFamily, sledFamily, engineFamily, simFamily, primeFamily}

// leastRounds are those of a session that is made of rounds: one of them alone is none.
const leastRounds = 2
