package session

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fortnight/compose"
	"fortnight/training"
)

// station is one of the eight of a HYROX race: what is done in it, and how much in a race. Where its kit is missing, the next exercise of the
// menu stands in. What a session cannot do without, sled and carry, ends with something that needs nothing and harms nobody.
type station struct {
	name   string
	erg    training.Sport // done on a machine, empty for none
	menu   menu
	meters float64 // of a race
	reps   int     // of a race, of what is not counted in metres
	lanes  int     // in which a race cuts it up
	visit  float64 // metres of one visit in a round of several
	times  int     // repetitions of one
}

// The stations in the order of the race.
var (
	skiStation    = station{name: "Ski erg", erg: training.SkiErg, meters: 1000, lanes: 4, visit: 250}
	pushStation   = station{name: "Sled push", menu: menu{"sled-push", "bear-crawl", "wall-sit"}, meters: 50, lanes: 4, visit: 25, reps: 40, times: 10}
	pullStation   = station{name: "Sled pull", menu: menu{"sled-pull", "bent-over-dumbbell-row", "gorilla-row", "dumbbell-row", "doorway-row", "scapular-retraction"}, meters: 50, lanes: 4, visit: 25, reps: 40, times: 12}
	burpeeStation = station{name: "Burpee broad jumps", menu: menu{"burpee-broad-jump", "burpee", "mountain-climber", "bird-dog", "sit-to-stand"}, reps: 40, lanes: 4, times: 8}
	rowStation    = station{name: "Row", erg: training.Row, meters: 1000, lanes: 4, visit: 250}
	carryStation  = station{name: "Farmer's carry", menu: menu{"farmers-carry", "crab-walk", "hip-circle", "knee-plank", "hip-hike"}, meters: 200, lanes: 4, visit: 60, reps: 40, times: 12}
	lungeStation  = station{name: "Sandbag lunges", menu: menu{"sandbag-lunge", "walking-lunge", "glute-bridge-march"}, meters: 100, lanes: 4, visit: 25, reps: 60, times: 14}
	ballStation   = station{name: "Wall balls", menu: menu{"wall-ball", "dumbbell-thruster", "air-squat", "sit-to-stand"}, reps: 100, lanes: 4, times: 15}
)

// race is the order of the stations.
var race = []station{skiStation, pushStation, pullStation, burpeeStation, rowStation, carryStation, lungeStation, ballStation}

// stationOf is the station that an exercise is done at; no two share one.
var stationOf = func() map[training.ExerciseID]string {
	stations := map[training.ExerciseID]string{}
	for i := range race {
		for _, id := range race[i].menu {
			stations[id] = race[i].name
		}
	}
	return stations
}()

// inHall is a dose with what a gym for these races has besides, where nobody says what is at hand.
func inHall(d Dose) Dose {
	if d.kit() == Gym && d.Extra == nil {
		d.Extra = append([]training.Equipment{training.Sled, training.Sandbag}, d.Extra...)
	}
	return d
}

// open tells whether a station can be done: machines stand in gyms, or are among what is at hand, and something of the menu is allowed.
func (s *station) open(d Dose) bool {
	if s.erg != "" {
		there := d.kit() == Gym || d.Extra != nil && EquippedFor(s.erg, d.Extra)
		return there && (s.erg != training.SkiErg || !d.spares(training.ContraShoulder)) && (s.erg != training.Row || !d.spares(training.ContraBack))
	}
	_, _, found := s.choose(d)
	return found
}

// these are the stations of a list that can be done, at most so many.
func these(d Dose, most int, list ...station) []station {
	var open []station
	for i := range list {
		if len(open) < most && list[i].open(d) {
			open = append(open, list[i])
		}
	}
	return open
}

// done is what is done at the station: its own name, or that of the exercise that stands in for it.
func (s *station) done(d Dose) string {
	if s.erg != "" {
		return s.name
	}
	e, _, _ := s.choose(d)
	return s.as(&e)
}

// as is what the station is called where an exercise is done at it.
func (s *station) as(e *training.Exercise) string {
	if e.ID == s.menu[0] {
		return s.name
	}
	return e.Name
}

// standIns says which exercises of some blocks stand in for stations, as a sentence; empty where none does.
func standIns(blocks []training.Block) string {
	var said []string
	for _, step := range liftsOf(training.Workout{Blocks: blocks}) {
		for i := range race {
			if s := &race[i]; slices.Index(s.menu, step.ExerciseID) > 0 {
				e, _ := training.FindExercise(step.ExerciseID)
				if one := fmt.Sprintf("%s stands for %s", lowered(e.Name), lowered(s.name)); !slices.Contains(said, one) {
					said = append(said, one)
				}
			}
		}
	}
	if len(said) == 0 {
		return ""
	}
	return " Here " + strings.Join(said, ", ") + "."
}

// share is a station at a part of what a race asks, in quarters: one block.
func (s *station) share(d Dose, part float64, reserve, rest int) training.Block {
	lanes := max(1, int(math.Round(part*float64(s.lanes))))
	if s.erg != "" {
		return s.ergBlock(s.meters*float64(lanes)/float64(s.lanes), "At race effort", 0.90, 0.96)
	}
	step := s.lift(d, s.meters/float64(s.lanes), max(1, s.reps/s.lanes), reserve, rest)
	if anyNew(d, step) {
		lanes = 1 // a station may come twice
	}
	step.Sets[0].Count = lanes
	return compose.Block(fmt.Sprintf("%s %s", s.done(d), s.amount(&step)), training.Strength, step)
}

// sets are several short goes at a station, with rest.
func (s *station) sets(d Dose, count, reserve, rest int) training.Block {
	if s.erg != "" {
		steps := []training.Step{compose.Work(compose.Toward(training.Between(0.75, 0.85), compose.Meters("Long strokes, no hurry", s.visit, 0.8)))}
		if count > 1 {
			steps = []training.Step{compose.Repeat(fmt.Sprintf("%d goes", count), count, append(steps, compose.Rest("Rest", rest))...)}
		}
		return compose.Block(s.name, s.erg, steps...)
	}
	step := s.lift(d, s.visit, s.times, reserve, rest)
	step.Sets[0].Count = count
	return compose.Block(s.done(d), training.Strength, step)
}

func (s *station) ergBlock(meters float64, label string, low, high float64) training.Block {
	return compose.Block(fmt.Sprintf("%s %g m", s.name, meters), s.erg, compose.Work(compose.Toward(training.Between(low, high), compose.Meters(label, meters, low))))
}

// choose takes the exercise of a station. Newcomers do not jump in it: over a session the landings add up.
func (s *station) choose(d Dose) (training.Exercise, []training.ExerciseID, bool) {
	return s.menu.choose(d, map[training.ExerciseID]bool{"burpee-broad-jump": d.lifter().Newcomer()})
}

// lift is one set of a station's exercise.
func (s *station) lift(d Dose, meters float64, reps, reserve, rest int) training.StrengthStep {
	e, instead, _ := s.choose(d)
	reserve = max(reserve, d.lifter().LeastReserve())
	amount := training.Reps(max(1, reps))
	switch e.CountedIn {
	case training.CountMeters:
		amount = training.SetAmount{Kind: training.Carry, Meters: meters}
	case training.CountSeconds:
		amount = training.SetAmount{Kind: training.Hold, Low: holdSeconds, High: holdSeconds}
	}
	return training.StrengthStep{
		ExerciseID: e.ID, Alternatives: instead,
		Sets: []training.StrengthSet{{Count: 1, Kind: training.WorkSet, Amount: amount, Load: training.StrengthLoad{RepsInReserve: &reserve}, RestSeconds: rest}},
	}
}

// amount is how much of it there is in all: "50 m", "× 25".
func (s *station) amount(step *training.StrengthStep) string {
	set := &step.Sets[0]
	if set.Amount.Kind == training.Carry {
		return fmt.Sprintf("%g m", set.Amount.Meters*float64(set.Count))
	}
	return fmt.Sprintf("× %d", set.Amount.Low*set.Count)
}

// seen is what a hybrid workout shows to who reads it.
type seen struct {
	runs      int // pieces of hard running, by distance
	into      int // of them, those that lead into a station
	meters    float64
	ergs      int // pieces on the rowing machine or the ski erg that are work
	ergTime   int // seconds of the longest
	pushes    int // sets behind the sled
	carries   int
	exercises map[string]bool // stations that are done
	race      bool            // one of them as in the race, or the workout says that it is for one
	sets      int             // at stations
	other     int             // of other lifts
}

// look reads a hybrid workout, which may say that it is for a race.
func look(pieces []Piece, lifts []lift, forRace bool) seen {
	s := seen{exercises: map[string]bool{}, race: forRace}
	var runs, stations []int // before which piece each is
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.framing() || p.Intent == training.IntentRecovery:
		case p.Sport == training.Run && p.At() >= 0.88 && p.Meters >= 400:
			s.runs, s.meters, runs = s.runs+1, s.meters+p.Meters, append(runs, i)
		case (p.Sport == training.Row || p.Sport == training.SkiErg) && p.At() >= 0.70:
			s.ergs, s.ergTime, stations = s.ergs+1, max(s.ergTime, p.Seconds), append(stations, i)
			s.exercises[string(p.Sport)] = true
		}
	}
	for i := range lifts {
		if name, known := stationOf[lifts[i].step.ExerciseID]; known {
			s.station(&lifts[i].step, name)
			stations = append(stations, lifts[i].behind)
		} else {
			s.other += workSets(&lifts[i].step)
		}
	}
	for n, run := range runs {
		next := len(pieces)
		if n+1 < len(runs) {
			next = runs[n+1]
		}
		if slices.ContainsFunc(stations, func(at int) bool { return at > run && at <= next }) {
			s.into++
		}
	}
	return s
}

// station adds what is lifted at one.
func (s *seen) station(step *training.StrengthStep, name string) {
	s.exercises[name] = true
	s.sets += workSets(step)
	switch e, _ := training.FindExercise(step.ExerciseID); {
	case e.ID == "sled-push":
		s.pushes += workSets(step)
	case e.Pattern == training.PatternCarry:
		s.carries += workSets(step)
	}
	for i := range race {
		if len(race[i].menu) > 0 && race[i].menu[0] == step.ExerciseID {
			s.race = true
		}
	}
}

// mostOther is the share of the sets that may be of other lifts than those of stations.
const mostOther = 0.4

// stationed tells whether what is lifted is lifted at stations.
func (s *seen) stationed() bool { return float64(s.other) <= mostOther*float64(s.other+s.sets) }

// ledInto tells whether every run but the last leads into a station.
func (s *seen) ledInto() bool { return s.runs >= 2 && s.into >= s.runs-1 }
