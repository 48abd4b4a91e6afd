package training

import "math"

// Reference thresholds give a step by distance its duration where the athlete's own threshold is unknown: those of a trained amateur.
// They are for duration alone and never become anybody's target.
const (
	referenceSecondsPerKilometer = 300 // run
	referenceSecondsPer100Meters = 110 // swim
	referenceFTPWatts            = 200 // ride
	referenceRowFTPWatts         = 180 // row
)

// wattsPerCubedSpeed is the drag of an upright road rider on the flat: 200 W for 9.2 m/s.
const wattsPerCubedSpeed = 0.26

// rowWattsPerCubedSpeed: W = 2.80 / (seconds a metre)³ (Concept2; science L7).
const rowWattsPerCubedSpeed = 2.80

// speeds turns intensity into metres a second for one athlete.
type speeds struct {
	run, swim           float64 // at threshold
	rideFTP, rowFTP     float64
	knowsRun, knowsSwim bool // they rest on the athlete's own threshold
	knowsRow            bool
}

func speedsOf(t *Thresholds) speeds {
	return speeds{
		run:       1000 / orReference(t.ThresholdSecondsPerKilometer, referenceSecondsPerKilometer),
		swim:      100 / orReference(t.CriticalSwimSecondsPer100Meters, referenceSecondsPer100Meters),
		rideFTP:   orReference(t.FTPWatts, referenceFTPWatts),
		rowFTP:    orReference(t.RowFTPWatts, referenceRowFTPWatts),
		knowsRun:  t.ThresholdSecondsPerKilometer != nil,
		knowsSwim: t.CriticalSwimSecondsPer100Meters != nil,
		knowsRow:  t.RowFTPWatts != nil,
	}
}

func orReference(known *int, reference float64) float64 {
	if known == nil {
		return reference
	}
	return float64(*known)
}

// at is the speed in m/s at a mean intensity, and whether it rests on the athlete's own threshold.
func (s *speeds) at(sport Sport, intensity float64) (metersPerSecond float64, known bool) {
	switch sport {
	case Swim:
		return s.swim * intensity, s.knowsSwim
	case Row:
		return math.Cbrt(s.rowFTP * intensity / rowWattsPerCubedSpeed), s.knowsRow
	case Ride:
		return math.Cbrt(s.rideFTP * intensity / wattsPerCubedSpeed), false // wind and hills decide
	case Run:
		return s.run * intensity, s.knowsRun
	}
	return s.run * intensity, false
}

// seconds is how long an endurance step lasts: what it says, or what its distance takes at its mean intensity, to the nearest second.
func (s *speeds) seconds(sport Sport, step *EnduranceStep) int {
	if step.DistanceMeters == nil {
		return step.DurationSeconds
	}
	speed, _ := s.at(sport, (step.Target.Start+step.Target.End)/2)
	return max(1, int(math.Round(*step.DistanceMeters/speed)))
}
