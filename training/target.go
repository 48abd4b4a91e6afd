package training

// Target is how hard an endurance step is: a value or two in the unit of its kind.
//
// Start and End are equal where it is STEADY. Of a RANGE they are its ends, Start below End, and load is reckoned by the middle; of a RAMP they
// are where it begins and ends. Of a ZONE both are its number, or those of the first and the last of a RANGE of zones; a RAMP goes from the
// middle of one zone to that of another. Of an OPEN target both are the effort that is expected, by RPE.
type Target struct {
	Kind  TargetKind  `json:"kind"`
	Shape TargetShape `json:"shape"`
	Start float64     `json:"start"`
	End   float64     `json:"end"`
	Zones ZoneSystem  `json:"zones,omitempty"` // of a ZONE
}

// TargetKind is what a target is measured by.
type TargetKind string

// The kinds: a fraction of the sport's threshold, 0 to 2.5 (power for RIDE, ROW and SKI_ERG, speed for all else); watts, 0 to 3,000; seconds
// for a kilometre, 100 to 3,600, for a hundred metres, 30 to 900, or for five hundred, 60 to 900; beats a minute, 30 to 250; a fraction of the
// highest heart rate or of that at threshold, 0.3 to 1.2; a zone of a system; effort, 0 to 10; and none, with the effort that is expected.
const (
	OfThreshold          TargetKind = "THRESHOLD"
	OfWatts              TargetKind = "WATTS"
	OfPaceKilometer      TargetKind = "SECONDS_PER_KILOMETER"
	OfPace100Meters      TargetKind = "SECONDS_PER_100_METERS"
	OfPace500Meters      TargetKind = "SECONDS_PER_500_METERS"
	OfBeats              TargetKind = "HEART_RATE"
	OfMaxHeartRate       TargetKind = "MAX_HEART_RATE"
	OfThresholdHeartRate TargetKind = "THRESHOLD_HEART_RATE"
	OfZone               TargetKind = "ZONE"
	OfEffort             TargetKind = "RPE"
	OfNothing            TargetKind = "OPEN"
)

// TargetKinds lists every kind.
var TargetKinds = []TargetKind{
	OfThreshold, OfWatts, OfPaceKilometer, OfPace100Meters, OfPace500Meters, OfBeats, OfMaxHeartRate, OfThresholdHeartRate, OfZone, OfEffort, OfNothing,
}

// pace tells whether a target of the kind says how fast.
func (k TargetKind) pace() bool {
	return k == OfPaceKilometer || k == OfPace100Meters || k == OfPace500Meters
}

// ofSpeed tells whether a target says how fast on foot, itself or as a share of the speed at threshold.
func (t *Target) ofSpeed() bool {
	return t.Kind == OfThreshold || t.Kind == OfPaceKilometer || t.Kind == OfZone && (t.Zones == Pace7 || t.Zones == Intensity3)
}

// Absolute tells whether a target is the same for everybody: watts, a pace, beats. What share of threshold it is, only thresholds tell.
func (t *Target) Absolute() bool { return t.Kind.names() }

// names tells whether a target of the kind is the same for everybody, in the unit that it is held in.
func (k TargetKind) names() bool { return k == OfWatts || k == OfBeats || k.pace() }

// TargetShape is how a target runs over a step.
type TargetShape string

// The shapes.
const (
	Steady TargetShape = "STEADY"
	Range  TargetShape = "RANGE"
	Ramp   TargetShape = "RAMP"
)

// TargetShapes lists every shape.
var TargetShapes = []TargetShape{Steady, Range, Ramp}

// ZoneSystem names whose zones a number is one of.
type ZoneSystem string

// The systems. POWER_7 are Coggan's levels of FTP, PACE_7 zones of threshold speed with the same seven meanings; HEART_RATE_7 are Friel's
// zones of heart rate at threshold, of which 5 to 7 are his 5a to 5c; MAX_HEART_RATE_5 are tenths of the highest heart rate from 50 % on
// (Edwards 1993); INTENSITY_3 are Seiler's below, between and above the two thresholds.
const (
	Power7        ZoneSystem = "POWER_7"
	Pace7         ZoneSystem = "PACE_7"
	HeartRate7    ZoneSystem = "HEART_RATE_7"
	MaxHeartRate5 ZoneSystem = "MAX_HEART_RATE_5"
	Intensity3    ZoneSystem = "INTENSITY_3"
)

// ZoneSystems lists every system.
var ZoneSystems = []ZoneSystem{Power7, Pace7, HeartRate7, MaxHeartRate5, Intensity3}

// AtThreshold is a steady fraction of threshold.
func AtThreshold(fraction float64) Target { return RampOf(fraction, fraction) }

// RampOf changes evenly from one fraction of threshold to another.
func RampOf(start, end float64) Target {
	shape := Ramp
	if start == end {
		shape = Steady
	}
	return Target{Kind: OfThreshold, Shape: shape, Start: start, End: end}
}

// Between is a range of fractions of threshold.
func Between(low, high float64) Target {
	return Target{Kind: OfThreshold, Shape: Range, Start: low, End: high}
}

// low and high are the lesser and the greater of the two values.
func (t Target) low() float64  { return min(t.Start, t.End) }
func (t Target) high() float64 { return max(t.Start, t.End) }

// each is the target with both values changed.
func (t Target) each(change func(float64) float64) (start, end float64) {
	start = change(t.Start)
	if t.Start == t.End {
		return start, start
	}
	return start, change(t.End)
}

// ZoneSystemOrNil is the system of a ZONE.
func (t Target) ZoneSystemOrNil() *ZoneSystem { return onlyIf(t.Kind == OfZone, t.Zones) }

// Free asks for nothing, and expects an effort by RPE.
func Free(rpe float64) Target { return Target{Kind: OfNothing, Shape: Steady, Start: rpe, End: rpe} }
