package training

// ThresholdKind is a number of an athlete's that changes with training and that sessions are measured against.
type ThresholdKind string

// The kinds, in the order of a profile, each with the unit of its value.
const (
	KindFTP                ThresholdKind = "FTP"                  // W
	KindRowFTP             ThresholdKind = "ROW_FTP"              // W
	KindThresholdPace      ThresholdKind = "THRESHOLD_PACE"       // s/km
	KindCriticalSwimSpeed  ThresholdKind = "CRITICAL_SWIM_SPEED"  // s/100 m
	KindThresholdHeartRate ThresholdKind = "THRESHOLD_HEART_RATE" // beats/min
	KindMaxHeartRate       ThresholdKind = "MAX_HEART_RATE"       // beats/min
	KindRestingHeartRate   ThresholdKind = "RESTING_HEART_RATE"   // beats/min
	KindOneRepMax          ThresholdKind = "ONE_REP_MAX"          // kg, of an exercise
)

// ThresholdKinds lists every kind.
var ThresholdKinds = []ThresholdKind{
	KindFTP, KindRowFTP, KindThresholdPace, KindCriticalSwimSpeed, KindThresholdHeartRate, KindMaxHeartRate, KindRestingHeartRate, KindOneRepMax,
}

// Sport is the sport that a threshold is of, empty for heart rates, which are of all.
func (k ThresholdKind) Sport() Sport {
	switch k {
	case KindFTP:
		return Ride
	case KindRowFTP:
		return Row
	case KindThresholdPace:
		return Run
	case KindCriticalSwimSpeed:
		return Swim
	case KindOneRepMax:
		return Strength
	}
	return ""
}

// Rise is by what share a threshold is better than another of its kind: 0.04 is four per cent more watts or kilograms, or as much more speed. Heart
// rates tell nothing of that: 0.
func (k ThresholdKind) Rise(from, to float64) float64 {
	switch k {
	case KindFTP, KindRowFTP, KindOneRepMax:
		return to/from - 1
	case KindThresholdPace, KindCriticalSwimSpeed:
		return from/to - 1
	}
	return 0
}

// KnownThreshold is a threshold from a day on. Value is nil where the athlete took it back: from then on none is known.
type KnownThreshold struct {
	Kind       ThresholdKind `json:"kind"`
	ExerciseID ExerciseID    `json:"exerciseId,omitempty"` // of a one-repetition maximum
	Value      *float64      `json:"value,omitempty"`      // in the unit of its kind
	On         Date          `json:"on"`
}

// thresholdKey names what there is one value of at a time.
type thresholdKey struct {
	kind     ThresholdKind
	exercise ExerciseID
}

func (k *KnownThreshold) key() thresholdKey { return thresholdKey{k.Kind, k.ExerciseID} }

// TestedBy tells whether a test of a sport measures the threshold: heart rates by any of endurance.
func (k ThresholdKind) TestedBy(sport Sport) bool {
	if own := k.Sport(); own != "" {
		return own == sport
	}
	return sport.Endurance()
}
