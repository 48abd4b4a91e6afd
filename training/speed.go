package training

import "math"

// Who walks by heart rate or effort does it at the speed that comes of itself: a running scale would have them jog. 1.4 m/s is that of adults on
// the flat (Bohannon 1997, Age and Ageing 26:15–19), 4 km/h that of hikers before the climbs are added (DIN 33466).
const (
	walkingSpeed = 1.4
	hikingSpeed  = 4 / 3.6
)

// wattsPerCubedSpeed is the drag of an upright road rider on the flat: 200 W for 9.2 m/s.
const wattsPerCubedSpeed = 0.26

// leastEffort and leastWatts are what a step by distance, work or calories is taken to be done at, at the least: what does not move never ends.
// 10 W turn a bike over on the flat, and are about a tenth of what an untrained rower can hold.
const (
	leastEffort = 0.1
	leastWatts  = 10
)

// A machine counts Concept2's kilocalories: four times the work, for a body that turns a quarter of what it burns into it, and 300 an hour for
// being alive (kcal/h = 4 · 0.8604 · W + 300).
const (
	caloriesPerWattHour = 4 * 0.8604
	caloriesPerHour     = 300
)

// speed is in m/s at the mean intensity of a target, and whether it rests on the athlete's own threshold.
func (y *yardstick) speed(sport Sport, t *Target, intensity float64) (metersPerSecond float64, known bool) {
	switch {
	case sport == Walk && !t.ofSpeed():
		return walkingSpeed, false
	case sport == Hike && !t.ofSpeed():
		return hikingSpeed, false
	}
	switch sport {
	case Swim:
		return y.swim * intensity, y.knowsSwim
	case Row, SkiErg:
		return math.Cbrt(y.ftp(sport) * intensity / rowWattsPerCubedSpeed), sport == Row && y.knowsRow
	case Ride:
		return math.Cbrt(y.rideFTP * intensity / wattsPerCubedSpeed), false // wind and hills decide
	case Run, Walk:
		return y.run * intensity, y.knowsRun
	}
	return y.run * intensity, false
}

// seconds is how long an endurance step lasts, to the nearest second: what it says, or what its distance takes at its mean intensity, or its work
// and a machine's calories at its mean power; and what it expects where that power is unknown, and of all else.
func (y *yardstick) seconds(sport Sport, step *EnduranceStep) int {
	switch step.End.Kind {
	case EndDistance:
		speed, _ := y.speed(sport, &step.Target, y.moving(sport, &step.Target))
		return max(1, round(step.End.Meters/speed))
	case EndWork, EndCalories:
		if watts, known := y.watts(sport, &step.Target); known {
			return step.End.secondsAt(sport, watts)
		}
	}
	return step.End.Seconds
}

// moving is the mean intensity of a step that is over only when something has been done.
func (y *yardstick) moving(sport Sport, t *Target) float64 {
	least := leastEffort
	if t.Kind == OfWatts {
		least = leastWatts / y.ftp(sport)
	}
	a, b := y.effort(sport, t)
	return max(least, (a+b)/2)
}

// watts is the mean power of a target, and whether it is known: where the target names it, or a share of a power at threshold that is known. A
// heart rate and an effort do not tell it.
func (y *yardstick) watts(sport Sport, t *Target) (mean float64, known bool) {
	switch t.Kind {
	case OfWatts, OfPace500Meters:
		known = sport == Ride || sport == Row || sport == SkiErg
	case OfThreshold:
		known = y.knowsPower(sport)
	case OfZone:
		known = y.knowsPower(sport) && (t.Zones == Power7 || t.Zones == Intensity3)
	}
	return y.moving(sport, t) * y.ftp(sport), known
}

// knowsPower tells whether the athlete's own power at threshold in a sport is known.
func (y *yardstick) knowsPower(sport Sport) bool {
	return sport == Ride && y.knowsRide || sport == Row && y.knowsRow
}

// secondsAt is how long so much work takes at a mean power, or so many calories on a rower or ski erg; on other machines, which count them each
// in its own way, what is expected.
func (e End) secondsAt(sport Sport, watts float64) int {
	seconds := 1000 * e.Value / watts
	if e.Kind == EndCalories {
		if sport != Row && sport != SkiErg {
			return e.Seconds
		}
		seconds = 3600 * e.Value / (caloriesPerWattHour*watts + caloriesPerHour)
	}
	return max(1, round(seconds))
}

// meters is how far an endurance step goes in its time, and whether that is known: where it is asked for, or follows from a pace, from watts on a
// machine, or from a share of a threshold that is known; never from the heart rate or the effort of who walks.
func (y *yardstick) meters(sport Sport, step *EnduranceStep, seconds int, a, b float64) (meters float64, known bool) {
	if step.End.Kind == EndDistance {
		return step.End.Meters, true
	}
	speed, known := y.speed(sport, &step.Target, (a+b)/2)
	geared := step.Target.Kind == OfWatts && (sport == Row || sport == SkiErg)
	return speed * float64(seconds), known && y.tells(&step.Target) || step.Target.Kind.pace() || geared
}

// tells whether a target's share of threshold rests on nothing that is unknown but the threshold itself.
func (y *yardstick) tells(t *Target) bool {
	switch {
	case t.Kind == OfBeats:
		return y.knowsBeats
	case t.Kind == OfMaxHeartRate, t.Kind == OfZone && t.Zones == MaxHeartRate5:
		return y.knowsBeats && y.knowsMax
	}
	return true
}
