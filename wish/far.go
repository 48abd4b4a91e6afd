package wish

import "fortnight/training"

// easyShare is of threshold speed an easy session's: 0.75 (science §1, zone 2).
const easyShare = 0.75

// usualSpeed are speeds of easy sessions of athletes of whom no threshold is known, in metres a minute.
var usualSpeed = map[training.Sport]float64{
	training.Run: 160, training.Ride: 400, training.Swim: 38, training.Row: 180, training.Walk: 85, training.Hike: 65, training.SkiErg: 170, training.Kayak: 120,
}

// EasySpeed is how fast an athlete goes in an easy session of a sport, in metres a minute: three quarters of the threshold's speed where that is known, else
// what is usual; 0 for a sport that goes nowhere.
func EasySpeed(sport training.Sport, t *training.Thresholds) float64 {
	switch {
	case sport == training.Run && t.ThresholdSecondsPerKilometer != nil:
		return easyShare * 60_000 / float64(*t.ThresholdSecondsPerKilometer)
	case sport == training.Swim && t.CriticalSwimSecondsPer100Meters != nil:
		return easyShare * 6000 / float64(*t.CriticalSwimSecondsPer100Meters)
	}
	return usualSpeed[sport]
}

// Goes tells whether a sport is one of which metres can be bounded.
func Goes(sport training.Sport) bool { return usualSpeed[sport] > 0 }

// Far is how many metres of the wish's sport a workout has. Where nobody knows how far it goes, since the athlete's threshold is not known, it is
// reckoned at the speed of a usual easy session; of several sports in one, the part that is run from the rest.
func (w *Wish) Far(workout *training.Workout) float64 {
	if workout.Sport == w.Sport && workout.DistanceMeters != nil {
		return *workout.DistanceMeters
	}
	seconds := workout.DurationSeconds
	if workout.Sport != w.Sport {
		run := workout.Demand.RunSeconds
		if seconds -= run; w.Sport == training.Run {
			seconds = run
		}
	}
	return float64(seconds) / 60 * usualSpeed[w.Sport]
}

// LimitUnit is how much beyond a limit counts as one session too many does: half an hour, or as far as one goes in it.
func (w *Wish) LimitUnit() float64 {
	switch {
	case w.Minutes > 0:
		return limitMinutes
	case w.Meters > 0:
		return limitMinutes * usualSpeed[w.Sport]
	}
	return 1
}

const limitMinutes = 30

// LimitRoom is how many metres beyond a limit are still within it: lengths are told to a tenth of a kilometre.
const LimitRoom = 100
