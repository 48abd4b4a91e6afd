package season

import (
	"math"

	"fortnight/training"
)

// usualTSS is of events of which no time is known (coaching 6.1).
var usualTSS = map[training.EventFormat]float64{
	training.TriSprint: 115, training.TriOlympic: 210, training.TriHalf: 350, training.TriFull: 600, training.Duathlon: 210, training.Hyrox: 135, training.LiftMeet: 70, training.Lift1RM: 70, training.Row2K: 20, training.Run5K: 45,
}

// fallbackTSS is of an event of which nothing is known: an hour of racing.
const fallbackTSS = 85

// Load is what the event brings, in TSS: as stated, else from its time and the share of threshold that such a time is raced at, else
// that of its format.
func (e *Event) Load(r *Racer) float64 {
	if e.ExpectedTSS > 0 {
		return e.ExpectedTSS
	}
	f := e.Kind()
	if seconds := e.Seconds(r); seconds > 0 {
		return raceTSS(f, e.meters(), seconds)
	}
	if tss, known := usualTSS[f]; known {
		return tss
	}
	return fallbackTSS
}

// raceTSS is the load of a race of some seconds.
func raceTSS(f training.EventFormat, meters float64, seconds int) float64 {
	minutes := float64(seconds) / 60
	switch {
	case triathlon(f):
		swim, ride, run := legsOf(f)
		return triathlonTSS(f, minutes*swim, minutes*ride, minutes*run)
	case f == training.Duathlon:
		return triathlonTSS(training.TriOlympic, 0, minutes*.63, minutes*.37)
	case f == training.Hyrox || f == training.CrossFit:
		return tss(minutes, hyroxIF(minutes))
	}
	switch SportOf(f) {
	case training.Run:
		return tss(minutes, runIF(minutes))
	case training.Swim:
		return swimTSS(minutes, meters)
	case training.Ride, training.Row:
		return tss(minutes, rideIF(f, minutes))
	case training.Strength:
		return usualTSS[f]
	}
	return tss(minutes, rideIF(f, minutes)*.8)
}

func tss(minutes, factor float64) float64 { return 100 * minutes / 60 * factor * factor }

func runIF(minutes float64) float64 {
	if minutes > 240 {
		return .924 * math.Pow(240/minutes, .20)
	}
	return math.Pow(60/minutes, .057)
}

func rideIF(f training.EventFormat, minutes float64) float64 {
	factor := math.Min(1, math.Pow(60/minutes, .20))
	if f == training.RideCrit && minutes <= 75 {
		return math.Max(factor, .95)
	}
	return factor
}

func hyroxIF(minutes float64) float64 {
	switch {
	case minutes <= 90:
		return .95
	case minutes <= 110:
		return .92
	}
	return .88
}

func swimTSS(minutes, meters float64) float64 {
	factor := .97
	if meters > 2000 {
		factor = .93
	}
	return 100 * minutes / 60 * factor * factor * factor
}

// legsOf is how the time of a triathlon falls to swim, ride and run where its whole is known alone (coaching 12).
func legsOf(f training.EventFormat) (swim, ride, run float64) {
	switch f {
	case training.TriHalf:
		return .11, .54, .35
	case training.TriFull:
		return .10, .54, .36
	}
	return .18, .52, .30
}

// triathlonTSS is the sum of a triathlon's legs in minutes: each is raced below what it would be alone.
func triathlonTSS(f training.EventFormat, swim, ride, run float64) float64 {
	meters, rideShare, runShare := 1500.0, .95, .95
	switch f {
	case training.TriHalf:
		meters, rideShare, runShare = 1900, .97, .90
	case training.TriFull:
		meters, rideShare, runShare = 3800, 1, .83
	}
	sum := 0.0
	if swim > 0 {
		sum += swimTSS(swim, meters)
	}
	return sum + tss(ride, rideIF(f, ride)*rideShare) + tss(run, runIF(run)*runShare)
}
