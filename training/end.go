package training

import "math"

// Bounds of a DISTANCE in metres, and of one that is given in yards: those within them.
const (
	MinEndMeters = 1
	MaxEndMeters = 1_000_000
	MinEndYards  = 1.1
	MaxEndYards  = 1_093_613
)

// End is what ends an endurance step.
//
// Seconds is the length of a DURATION, 1 to 86,400, and of whatever else has no length of its own what is expected, by which load and time
// are reckoned, those of work and of a machine's calories where the athlete's power is unknown; a DISTANCE has none. Meters is that of a DISTANCE, MinEndMeters to MaxEndMeters, and Unit what it was given in and is
// shown in, empty for metres. Value is what is waited for, in the unit of the kind;
// Above tells whether from below, else from above.
type End struct {
	Kind    EndKind  `json:"kind"`
	Seconds int      `json:"seconds,omitempty"`
	Meters  float64  `json:"meters,omitempty"`
	Unit    PoolUnit `json:"unit,omitempty"`
	Value   float64  `json:"value,omitempty"`
	Above   bool     `json:"above,omitempty"`
}

// EndKind is what kind of thing ends a step.
type EndKind string

// The kinds. LAP ends when the athlete says so. UNTIL_HEART_RATE waits for beats a minute, 30 to 250, UNTIL_POWER for watts, 0 to 3,000,
// UNTIL_WORK for so many kilojoules of it, 1 to 10,000, UNTIL_CALORIES for so many kilocalories as the machine counts them, 1 to 10,000, and
// REPETITIONS for so many of them, 1 to 10,000: strokes, jumps, flights of stairs.
const (
	EndDuration    EndKind = "DURATION"
	EndDistance    EndKind = "DISTANCE"
	EndRepetitions EndKind = "REPETITIONS"
	EndLap         EndKind = "LAP"
	EndHeartRate   EndKind = "UNTIL_HEART_RATE"
	EndPower       EndKind = "UNTIL_POWER"
	EndWork        EndKind = "UNTIL_WORK"
	EndCalories    EndKind = "UNTIL_CALORIES"
)

// EndKinds lists every kind.
var EndKinds = []EndKind{EndDuration, EndDistance, EndRepetitions, EndLap, EndHeartRate, EndPower, EndWork, EndCalories}

// After ends a step after so many seconds.
func After(seconds int) End { return End{Kind: EndDuration, Seconds: seconds} }

// AfterMeters ends a step after so many metres.
func AfterMeters(meters float64) End { return End{Kind: EndDistance, Meters: meters} }

// AfterYards ends a step after so many yards.
func AfterYards(yards float64) End {
	return End{Kind: EndDistance, Meters: yards * MetersPerYard, Unit: Yards}
}

// Expected tells whether the step's length is what is expected rather than what is asked for.
func (e End) Expected() bool { return e.Kind != EndDuration && e.Kind != EndDistance }

// ByAthlete tells whether how long the step lasts goes by how fast or strong the athlete is: that of a DISTANCE, of work and of calories.
func (e End) ByAthlete() bool {
	return e.Kind == EndDistance || e.Kind == EndWork || e.Kind == EndCalories
}

// What belongs to a kind of end is told by it alone; of all others it is nil.

// SecondsOrNil is the length that is asked for or expected.
func (e End) SecondsOrNil() *int { return onlyIf(e.Kind != EndDistance, e.Seconds) }

// MetersOrNil is the way of a DISTANCE.
func (e End) MetersOrNil() *float64 { return onlyIf(e.Kind == EndDistance, e.Meters) }

// YardsOrNil is the same in yards.
func (e End) YardsOrNil() *float64 { return onlyIf(e.Kind == EndDistance, e.yards()) }

// yards are to the millionth: what was given in yards is what it was before it became metres.
func (e End) yards() float64 { return math.Round(e.Meters/MetersPerYard*1e6) / 1e6 }

// UnitOrNil is what a DISTANCE was given in.
func (e End) UnitOrNil() *PoolUnit {
	if e.Unit == "" {
		e.Unit = Meters
	}
	return onlyIf(e.Kind == EndDistance, e.Unit)
}

// RepetitionsOrNil are those of a step that is counted.
func (e End) RepetitionsOrNil() *int { return onlyIf(e.Kind == EndRepetitions, round(e.Value)) }

// BeatsOrNil is the heart rate that is waited for, in beats a minute.
func (e End) BeatsOrNil() *int { return onlyIf(e.Kind == EndHeartRate, round(e.Value)) }

// WattsOrNil is the power that is waited for.
func (e End) WattsOrNil() *int { return onlyIf(e.Kind == EndPower, round(e.Value)) }

// KilojoulesOrNil is the work that is to be done.
func (e End) KilojoulesOrNil() *int { return onlyIf(e.Kind == EndWork, round(e.Value)) }

// CaloriesOrNil are the kilocalories that the machine is to count.
func (e End) CaloriesOrNil() *int { return onlyIf(e.Kind == EndCalories, round(e.Value)) }

// AboveOrNil tells whether what is waited for comes from below.
func (e End) AboveOrNil() *bool { return onlyIf(e.Kind == EndHeartRate || e.Kind == EndPower, e.Above) }
