package session

import (
	"fmt"

	"fortnight/compose"
	"fortnight/training"
)

// change is how long it takes to get from the bicycle into running shoes, in seconds.
const change = 2 * minute

// The usual efforts of several sports in a row, as fractions of threshold: of the ride, and of the run off it.
const (
	brickRide  = 0.78
	brickRun   = 0.86
	brickRacer = 0.90
)

// brickRuns are the minutes of running off the bicycle, by rung.
var brickRuns = []int{10, 12, 15, 20, 25, 30, 35, 40}

// brickRides are the minutes of riding before them, by rung: a run off less of a ride is one of a lower rung.
var brickRides = []int{40, 50, 60, 90, 120, 150, 180, 210}

// BrickLegs are the minutes of riding and of running that a rung of X-BRICK asks for. Its ride may be longer.
func BrickLegs(level int) (ride, run int) {
	at := min(max(level, 1), len(brickRuns)) - 1
	return brickRides[at], brickRuns[at]
}

// brickRung is the highest rung of X-BRICK that so many seconds of riding and of running have both legs of; the lowest where
// they have those of none.
func brickRung(ride, run int) int {
	for level := len(brickRuns); level > 1; level-- {
		if r, off := BrickLegs(level); r*minute <= ride && off*minute <= run {
			return level
		}
	}
	return 1
}

// leastRide is how long the ride of a brick is at the least, in seconds: less of it warms up for a run.
const leastRide = 20 * minute

// brick is X-BRICK: a ride, and at once a run that begins easily and comes up to race effort. Where the time that is asked for does not hold
// both legs of its rung it is of the next lower one that it holds.
func brick(f *Family, d Dose) training.Workout {
	level := d.level(len(brickRuns))
	ride, run := BrickLegs(level)
	minutes := d.Minutes
	if minutes == 0 {
		minutes = ride + run + change/minute
	}
	for level > 1 && ride+run+change/minute > minutes {
		level--
		ride, run = BrickLegs(level)
	}
	low := f.Minutes.Low
	if d.For == training.Novice || d.part() < 1 {
		low = (low*6 + 9) / 10
	}
	minutes = min(max(minutes, low, (leastRide+change)/minute+run), f.Minutes.High)
	ride = minutes - run - change/minute
	pace := brickRide
	if d.Pace > 0 {
		pace = d.Pace
	}
	blocks := []training.Block{
		compose.Block("Ride", training.Ride, bikeFirst(ride, pace)...),
		transition(),
		compose.Block("Run", training.Run, runOff(run, level)...),
	}
	return f.workout(d, fmt.Sprintf("%s: ride %s, run %d min", f.Title, lasting(ride*minute), run),
		"A ride with its last part at race effort, then a run straight off the bicycle. The legs feel odd for five minutes and come round: short steps, high rhythm, and the pace will follow. Lay out shoes and drink beforehand, and eat on the bicycle as you will in the race.",
		[]string{"brick", "triathlon", "race-preparation"}, blocks)
}

// bikeFirst builds up, rides easily, and ends at race effort for a quarter of the time, at most an hour.
func bikeFirst(minutes int, pace float64) []training.Step {
	build := min(15, max(10, minutes/6))
	race := min(60, (minutes-build)/4)
	return []training.Step{
		compose.WarmUp(compose.Ramp("Build up", build*minute, 0.45, 0.65)),
		compose.Toward(training.Between(0.60, 0.72), compose.Steady("Steady, eat and drink", (minutes-build-race)*minute, 0.66)),
		compose.Work(compose.Toward(training.Between(pace-0.02, pace+0.02), compose.Steady("Race effort", race*minute, pace))),
	}
}

// runOff begins easily. From the third rung on its second half is at race effort.
func runOff(minutes, level int) []training.Step {
	if level < 3 {
		return []training.Step{compose.Toward(training.Between(0.68, 0.77), compose.Steady("Easy, short steps", minutes*minute, 0.72))}
	}
	first := (minutes + 1) / 2
	return []training.Step{
		compose.Toward(training.Between(0.70, 0.78), compose.Steady("Easy, short steps", first*minute, 0.74)),
		compose.Work(compose.Toward(training.Between(brickRun-0.03, brickRun+0.03), compose.Steady("Race effort", (minutes-first)*minute, brickRun))),
	}
}

func transition() training.Block {
	rest := compose.Rest("Change shoes", change)
	rest.Intent = training.IntentTransition
	return compose.Block("Change", training.Ride, rest)
}

// racer is a rung of X-BRP: rounds of minutes of riding and metres of running.
type racer struct {
	rounds, ride int
	run          float64
}

var racers = []racer{{2, 12, 1000}, {3, 10, 1000}, {2, 15, 2000}, {3, 12, 1500}, {4, 10, 1200}, {3, 15, 1500}}

// raceBricks is X-BRP: short rides and runs at race effort by turns.
func raceBricks(f *Family, d Dose) training.Workout {
	r := racers[d.level(len(racers))-1]
	r.rounds = max(leastRounds, int(d.part()*float64(r.rounds)+0.5))
	pace := brickRacer
	if d.Pace > 0 {
		pace = d.Pace
	}
	var main []training.Block
	for range r.rounds {
		main = append(main,
			compose.Block("Ride", training.Ride, compose.Work(compose.Toward(training.Between(pace-0.02, pace+0.02), compose.Steady("Race power", r.ride*minute, pace)))),
			transition(),
			compose.Block("Run", training.Run, compose.Work(compose.Toward(training.Between(0.92, 0.98), compose.Meters("Race pace", r.run, 0.95)))))
	}
	seconds := training.Measure(training.Ride, main, d.At).DurationSeconds
	total := f.whole(&d, seconds+15*minute, seconds+18*minute)
	spare := (total - seconds) / half * half
	cool := min(10*minute, max(5*minute, spare/3/minute*minute)) + spare%minute
	warm := min(20*minute, spare-cool)
	blocks := []training.Block{compose.Block("Warm-up", training.Ride, compose.WarmUp(compose.Ramp("Build up", warm, 0.45, 0.75)))}
	if easy := spare - cool - warm; easy > 0 {
		blocks = append(blocks, compose.Block("Easy riding", training.Ride, compose.WarmUp(compose.Steady("Easy", easy, 0.62))))
	}
	blocks = append(blocks, main...)
	blocks = append(blocks, compose.Block("Cool-down", training.Run, compose.CoolDown(compose.Ramp("Jog and walk", cool, 0.62, 0.45))))
	return f.workout(d, fmt.Sprintf("%s: %d × %d min ride, %s run", f.Title, r.rounds, r.ride, inKilometers(r.run)),
		"Race power, a quick change, race pace, and back again: the rhythm of a sprint or olympic triathlon in small pieces. Best on a trainer beside a track or a flat lap. Hold back on the first round, so that the last run is the fastest.",
		[]string{"brick", "triathlon", "race-preparation", "intervals"}, blocks)
}

// longWeekend is one part of X-LONGW: the long ride of the first day, or the long run of the second (shape 1).
func longWeekend(f *Family, d Dose) training.Workout {
	minutes := d.Minutes
	part, sport := "day 1, long ride", training.Ride
	if d.Shape%2 == 1 {
		part, sport = "day 2, long run", training.Run
	}
	limits := map[training.Sport]Span{training.Ride: {120, 360}, training.Run: {60, 180}}[sport]
	if minutes == 0 {
		minutes = map[training.Sport]int{training.Ride: 240, training.Run: 105}[sport]
	}
	minutes = min(max(minutes, limits.Low), limits.High)
	build, ease := 15, 5
	steady := compose.Toward(training.Between(0.62, 0.72), compose.Steady("Steady, eat and drink", (minutes-build-ease)*minute, 0.67))
	if sport == training.Run {
		build = 10
		steady = compose.Toward(training.Between(0.68, 0.76), compose.Steady("Easy on tired legs", (minutes-build-ease)*minute, 0.72))
	}
	block := compose.Block("Long "+sport.Name(), sport,
		compose.WarmUp(compose.Ramp("Ease in", build*minute, 0.50, 0.65)), steady, compose.CoolDown(compose.Ramp("Ease out", ease*minute, 0.62, 0.50)))
	w := f.workout(d, fmt.Sprintf("%s, %s %s", f.Title, part, lasting(minutes*minute)),
		"One half of a long weekend: the long ride on one day and the long run on the next, both easy, so that the run begins on tired legs and nobody has to race for it. Eat and drink from the first hour on, and take two easy days afterwards.",
		[]string{"triathlon", "long", "fuelling"}, []training.Block{block})
	w.Sport, w.Load = sport, training.Measure(sport, w.Blocks, d.At)
	return w
}

// multi completes a family of several sports.
func multi(f Family, write func(*Family, Dose) training.Workout, read func(o *Outline) (level int, work Work, share float64)) Family {
	f.Sport = training.Ride // the first and longest of them
	own := f
	f.Write = func(d Dose) training.Workout { return write(&own, d) }
	f.Read = func(o *Outline) (int, Work, float64) {
		level, work, share := read(o)
		if share < leastShare {
			return 0, Work{}, 0
		}
		return level, work, fit(share, o.Workout.Focus == own.Focus, o.tagged(own.ID, []string{"brick"}))
	}
	return f
}

// legs are the stretches of a workout in one sport after another, rests left out.
func legs(o *Outline) []Piece { return legsOf(o, func(*Piece) bool { return true }) }

// legsOf are the stretches of those pieces that count.
func legsOf(o *Outline, counts func(*Piece) bool) []Piece {
	var all []Piece
	for i := range o.Pieces {
		p := o.Pieces[i]
		switch {
		case p.Intent == training.IntentRest || p.Intent == training.IntentTransition || p.framing() || !counts(&p):
		case len(all) > 0 && all[len(all)-1].Sport == p.Sport:
			all[len(all)-1].Seconds += p.Seconds
			all[len(all)-1].Meters += p.Meters
		default:
			all = append(all, p)
		}
	}
	return all
}

// byTurns tells whether stretches are of riding and running by turns, the first of them a ride.
func byTurns(l []Piece) bool {
	for i := range l {
		if l[i].Sport != []training.Sport{training.Ride, training.Run}[i%2] {
			return false
		}
	}
	return len(l)%2 == 0
}

// ridden is how many seconds are ridden, warm-up and all.
func (o *Outline) ridden() int {
	seconds := 0
	for i := range o.Pieces {
		if o.Pieces[i].Sport == training.Ride && o.Pieces[i].To > 0 {
			seconds += o.Pieces[i].Seconds
		}
	}
	return seconds
}

// multiFamilies are those of coaching section 4.
var multiFamilies = []Family{
	multi(Family{
		ID: "X-BRICK", Title: "Brick", Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Running off the bike.",
		Minutes: Span{50, 360}, Rungs: len(brickRuns), No: []Contraindication{NoImpact}, Windows: In(Base, Build, Specific), Gap: 6,
		Work: func(level int) Work {
			return Work{Seconds: brickRuns[max(1, min(level, len(brickRuns)))-1] * minute, Repeats: 1, Low: 0.70, High: brickRun}
		},
	}, brick, func(o *Outline) (int, Work, float64) {
		l := legs(o)
		if len(l) != 2 || !byTurns(l) || o.lifted > mostBeside || o.ridden() < leastRide-minute/2 || l[1].Seconds < int(leastWork*float64(brickRuns[0]*minute)) {
			return 0, Work{}, 0
		}
		return brickRung(o.ridden()+minute/2, l[1].Seconds+minute/2), Work{Seconds: l[1].Seconds, Repeats: 1}, 1
	}),
	multi(Family{
		ID: "X-BRP", Title: "Race bricks", Focus: training.FocusRacePace, Class: RaceSpecific, Purpose: "Race rhythm of a triathlon: ride at race power, change, run at race pace.",
		Minutes: Span{60, 90}, Rungs: len(racers), Access: experienced, No: []Contraindication{NoImpact}, Windows: In(Specific), Gap: 10,
		Work: func(level int) Work {
			r := racers[max(1, min(level, len(racers)))-1]
			return Work{Seconds: r.rounds * r.ride * minute, Meters: float64(r.rounds) * r.run, Repeats: r.rounds, Low: brickRacer, High: 0.98}
		},
	}, raceBricks, func(o *Outline) (int, Work, float64) {
		l := legsOf(o, func(p *Piece) bool { return p.At() >= moderateOf(p.Sport) }) // however easy the way to the first of them and home is
		count := len(l) / 2
		if count < leastRounds || !byTurns(l) || o.lifted > mostBeside || o.beside(training.Ride, training.Run) > mostBeside {
			return 0, Work{}, 0
		}
		level, most := 1, 0.0
		for i, r := range racers {
			work := float64(r.rounds*r.ride) + float64(r.rounds)*r.run/200
			done := float64(count*l[0].Seconds/minute) + float64(count)*float64(l[1].Seconds)/minute
			if r.rounds == count && r.ride*minute == l[0].Seconds && r.run == l[1].Meters {
				return i + 1, Work{Repeats: count, Seconds: count * l[0].Seconds, Meters: float64(count) * l[1].Meters}, 1
			}
			if work <= done && work > most {
				level, most = i+1, work
			}
		}
		return level, Work{Repeats: count, Seconds: count * l[0].Seconds}, 0.8
	}),
	multi(Family{
		ID: "X-LONGW", Title: "Long weekend", Focus: training.FocusLong, Class: Long, Purpose: "Ride long, and run long on tired legs.",
		Minutes: Span{60, 360}, Access: Access{From: training.Advanced}, No: []Contraindication{NoImpact, NoBone}, Windows: In(Build, Specific), Gap: 13,
		Work: func(int) Work { return Work{Repeats: 1, Low: 0.62, High: 0.76} },
	}, longWeekend, func(o *Outline) (int, Work, float64) {
		if !o.tagged("X-LONGW", nil) || len(legs(o)) != 1 { // what is not said to be of a pair is a long ride or run
			return 0, Work{}, 0
		}
		return 0, Work{Seconds: o.Seconds, Repeats: 1}, 1
	}),
}
