package season

import (
	"math"

	"fortnight/training"
)

// Racer is what an athlete's race is foretold from. Zero values are unknown.
type Racer struct {
	Thresholds          training.Thresholds
	RideMetersPerSecond float64 // mean of the athlete's rides
	Level               training.Level
}

// slowing is Riegel's exponent of how speed falls with distance (1981, American Scientist 69:285–290), longRun what it is too fast by
// beyond 30 km (Vickers and Vertosick 2016).
const (
	slowing = 1.06
	longRun = 1.05
)

// predictedSeconds is the time that a threshold lets expect of a distance, 0 where none is known: coaching 6.1.
func (r *Racer) predictedSeconds(sport training.Sport, meters float64) int {
	hour := r.metersInAnHour(sport)
	if hour == 0 || meters == 0 {
		return 0
	}
	if sport == training.Ride {
		return int(math.Round(meters / hour * 3600))
	}
	seconds := 3600 * math.Pow(meters/hour, slowing)
	if sport == training.Run && meters > 30_000 {
		seconds *= longRun
	}
	return int(math.Round(seconds))
}

// metersInAnHour is how far the athlete comes in an hour at threshold; of riding, in an hour of a usual ride.
func (r *Racer) metersInAnHour(sport training.Sport) float64 {
	t := &r.Thresholds
	switch {
	case sport == training.Run && t.ThresholdSecondsPerKilometer != nil:
		return 3600_000 / float64(*t.ThresholdSecondsPerKilometer)
	case sport == training.Swim && t.CriticalSwimSecondsPer100Meters != nil:
		return 360_000 / float64(*t.CriticalSwimSecondsPer100Meters)
	case sport == training.Ride && r.RideMetersPerSecond > 0:
		return r.RideMetersPerSecond * 3600
	case sport == training.Ride:
		return ofThree(r.Level, [3]float64{26_000, 29_000, 32_000})
	}
	return 0
}

// usualMeters is how long an event of a format is where nobody says, 0 where formats have no usual length.
func usualMeters(f training.EventFormat) float64 {
	switch f {
	case training.Run5K, training.Row5K:
		return 5000
	case training.Run10K:
		return 10_000
	case training.RunHalf:
		return 21_097.5
	case training.RunMarathon:
		return 42_195
	case training.RunUltra:
		return 50_000
	case training.RideTT:
		return 40_000
	case training.RideFondo:
		return 120_000
	case training.RideCentury:
		return 160_000
	case training.Row2K:
		return 2000
	case training.SwimPool, training.SwimOpen:
		return 1500
	}
	return 0
}

func (e *Event) meters() float64 {
	if e.DistanceMeters > 0 {
		return e.DistanceMeters
	}
	return usualMeters(e.Kind())
}

// Seconds is how long the event takes: as stated, else as the athlete's threshold lets expect, 0 for unknown.
func (e *Event) Seconds(r *Racer) int {
	if e.ExpectedSeconds > 0 {
		return e.ExpectedSeconds
	}
	switch s := SportOf(e.Kind()); s {
	case training.Run, training.Ride, training.Swim:
		return r.predictedSeconds(s, e.meters())
	}
	return 0
}

// carried is the share of the time that a threshold lets expect below which a stated time is not trained for.
const carried = .95

// swimReserve is how many metres a swimmer has above critical speed: a race of D metres is swum at D/(D-swimReserve) of it (Wakayoshi 1992), of which 400 and
// 200 m are what the test of critical speed goes by.
const swimReserve = 22

// Power of a time trial as a fraction of FTP: that of an hour, and by which exponent it rises as the race is shorter.
const (
	hourPower  = .975
	powerRises = .07
	mostPower  = 1.01 // that its repeats are ridden at: several of ten minutes are no race
)

// Pace is the speed of a race as a fraction of threshold, of a time trial its power, and the sport that it is of: of the time that is stated for it, else and
// where the threshold does not carry that, of the time that threshold lets expect. 0 where nothing is known, and of what is none of these.
func (e *Event) Pace(r *Racer) (training.Sport, float64) {
	switch sport := SportOf(e.Kind()); {
	case sport == training.Run:
		return sport, e.runningPace(r)
	case sport == training.Swim && e.meters() > 2*swimReserve:
		return sport, e.swimmingPace(r)
	case e.Kind() == training.RideTT:
		if seconds := e.Seconds(r); seconds > 0 {
			return sport, min(mostPower, hourPower*math.Pow(3600/float64(seconds), powerRises))
		}
	}
	return "", 0
}

// swimmingPace is that of a swim; a stated time is trained for where it is at most as much faster as a running race's may be.
func (e *Event) swimmingPace(r *Racer) float64 {
	meters := e.meters()
	pace := meters / (meters - swimReserve)
	if hour := r.metersInAnHour(training.Swim); hour > 0 && e.ExpectedSeconds > 0 {
		if stated := meters / float64(e.ExpectedSeconds) * 3600 / hour; stated*carried <= pace {
			return stated
		}
	}
	return pace
}

func (e *Event) runningPace(r *Racer) float64 {
	hour, meters := r.metersInAnHour(training.Run), e.meters()
	if hour == 0 || meters == 0 {
		return 0
	}
	seconds := r.predictedSeconds(training.Run, meters)
	if stated := e.ExpectedSeconds; stated > 0 && float64(stated) >= carried*float64(seconds) {
		seconds = stated
	}
	return meters / float64(seconds) * 3600 / hour
}

// TooFast tells of a target that the athlete's threshold does not carry: faster than predicted by more than 5 %. Predicted is 0 where
// nothing can be foretold.
func (g *Goal) TooFast(r *Racer) (predicted int, tooFast bool) {
	meters := g.DistanceMeters
	if meters == 0 {
		meters = usualMeters(g.Format)
	}
	predicted = r.predictedSeconds(SportOf(g.Format), meters)
	return predicted, predicted > 0 && g.TargetSeconds > 0 && float64(g.TargetSeconds) < carried*float64(predicted)
}
