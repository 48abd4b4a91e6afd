package training

// Reference thresholds give a step its duration and its load where the athlete's own threshold is unknown: those of a trained amateur. They
// are for load and time alone and never become anybody's target.
const (
	referenceSecondsPerKilometer = 300 // run
	referenceSecondsPer100Meters = 110 // swim
	referenceFTPWatts            = 200 // ride
	referenceRowFTPWatts         = 180 // row
	referenceSkiFTPWatts         = 160 // ski erg: nobody's is known
	referenceThresholdBeats      = 170
	// thresholdOfMaxBeats is the heart rate at threshold as a share of the highest, where only one of them is known (Friel: 0.85 to 0.92).
	thresholdOfMaxBeats = 0.90
)

// rowWattsPerCubedSpeed: W = 2.80 / (seconds a metre)³ (Concept2; science L7).
const rowWattsPerCubedSpeed = 2.80

// yardstick is what intensity is measured by for one athlete.
type yardstick struct {
	run, swim                float64 // m/s at threshold
	rideFTP, rowFTP          float64
	thresholdBeats, maxBeats float64
	knowsRun, knowsSwim      bool // they rest on the athlete's own threshold
	knowsRide, knowsRow      bool
	knowsBeats, knowsMax     bool // the heart rates at threshold and at most
}

func yardstickOf(t *Thresholds) yardstick {
	y := yardstick{
		run:       1000 / orReference(t.ThresholdSecondsPerKilometer, referenceSecondsPerKilometer),
		swim:      100 / orReference(t.CriticalSwimSecondsPer100Meters, referenceSecondsPer100Meters),
		rideFTP:   orReference(t.FTPWatts, referenceFTPWatts),
		rowFTP:    orReference(t.RowFTPWatts, referenceRowFTPWatts),
		knowsRun:  t.ThresholdSecondsPerKilometer != nil,
		knowsSwim: t.CriticalSwimSecondsPer100Meters != nil,
		knowsRide: t.FTPWatts != nil,
		knowsRow:  t.RowFTPWatts != nil,

		knowsBeats: t.ThresholdHeartRate != nil,
		knowsMax:   t.MaxHeartRate != nil,
	}
	y.thresholdBeats, y.maxBeats = beatsOf(t)
	return y
}

// beatsOf are the heart rates at threshold and at most, each by the other where only one is known.
func beatsOf(t *Thresholds) (threshold, highest float64) {
	switch {
	case t.ThresholdHeartRate != nil && t.MaxHeartRate != nil:
		return float64(*t.ThresholdHeartRate), float64(*t.MaxHeartRate)
	case t.MaxHeartRate != nil:
		return thresholdOfMaxBeats * float64(*t.MaxHeartRate), float64(*t.MaxHeartRate)
	}
	threshold = orReference(t.ThresholdHeartRate, referenceThresholdBeats)
	return threshold, threshold / thresholdOfMaxBeats
}

func orReference(known *int, reference float64) float64 {
	if known == nil {
		return reference
	}
	return float64(*known)
}

// ftp is the power at threshold of a sport that is measured in watts.
func (y *yardstick) ftp(sport Sport) float64 {
	switch sport {
	case Row:
		return y.rowFTP
	case SkiErg:
		return referenceSkiFTPWatts
	}
	return y.rideFTP
}
