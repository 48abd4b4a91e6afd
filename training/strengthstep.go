package training

// StrengthStep is sets of one exercise, in the order of Sets, 1 to 20 groups of them.
//
// Alternatives are exercises, at most 8, that may be done in its place. PerSide says that the amount of a set is done on each side. Tempo is
// nil where none is asked for. Cues have no place in time here: what is to be told stands in Notes.
type StrengthStep struct {
	StepText
	ExerciseID   ExerciseID    `json:"exerciseId"`
	Alternatives []ExerciseID  `json:"alternatives,omitempty"`
	PerSide      bool          `json:"perSide,omitempty"`
	Tempo        *Tempo        `json:"tempo,omitempty"`
	Sets         []StrengthSet `json:"sets"`
}

// StrengthSet is Count sets alike, 1 to 20: how much of the exercise, how heavy, and RestSeconds after each, 0 to 1,800. A drop set is one
// that follows at once, with less: it is of kind DROP and the set before it has no rest.
type StrengthSet struct {
	Count       int          `json:"count"`
	Kind        SetKind      `json:"kind"`
	Amount      SetAmount    `json:"amount"`
	Load        StrengthLoad `json:"load"`
	RestSeconds int          `json:"restSeconds"`
}

// SetKind is what a set is for.
type SetKind string

// The kinds. Warm-up sets bring time and no load: the ten minutes that are reckoned for warming up are theirs.
const (
	WarmUpSet SetKind = "WARM_UP"
	WorkSet   SetKind = "WORK"
	DropSet   SetKind = "DROP"
)

// SetKinds lists every kind.
var SetKinds = []SetKind{WarmUpSet, WorkSet, DropSet}

// SetAmount is how much of an exercise a set is.
//
// Low and High are repetitions, 1 to 100 and Low at most High, of an AMRAP those that are expected; of a HOLD they are seconds, 1 to 600. Meters,
// 1 to 2,000, is the way of a CARRY.
type SetAmount struct {
	Kind   AmountKind `json:"kind"`
	Low    int        `json:"low,omitempty"`
	High   int        `json:"high,omitempty"`
	Meters float64    `json:"meters,omitempty"`
}

// RepsOrNil are the repetitions of what is counted in them.
func (a SetAmount) RepsOrNil() *IntRange {
	return onlyIf(a.Kind == Repetitions || a.Kind == MostReps, IntRange{a.Low, a.High})
}

// SecondsOrNil are those of a HOLD.
func (a SetAmount) SecondsOrNil() *IntRange { return onlyIf(a.Kind == Hold, IntRange{a.Low, a.High}) }

// MetersOrNil is the way of a DISTANCE.
func (a SetAmount) MetersOrNil() *float64 { return onlyIf(a.Kind == Carry, a.Meters) }

// AmountKind is what a set is counted in.
type AmountKind string

// The kinds. AMRAP is as many repetitions as there are, down to those that the load leaves in reserve, none where it does not say. CARRY is a way:
// of a carry, a sled, a walking lunge.
const (
	Repetitions AmountKind = "REPETITIONS"
	MostReps    AmountKind = "AMRAP"
	Hold        AmountKind = "HOLD"
	Carry       AmountKind = "DISTANCE"
)

// AmountKinds lists every kind.
var AmountKinds = []AmountKind{Repetitions, MostReps, Hold, Carry}

// StrengthLoad is how heavy a set is: what is given must hold together, and bodyweight work may have none of it.
//
// FractionOfOneRepMax is 0.2 to 1.1, RepsInReserve 0 to 10, RPE 1 to 10 (10 less the repetitions in reserve), Kilograms 0.5 to 600 in all, of
// dumbbells and kettlebells each. BodyweightKilograms is what is added to one's own weight, or taken off where it is negative, −150 to 300; Band
// is how strong a band is.
type StrengthLoad struct {
	FractionOfOneRepMax *float64      `json:"fractionOfOneRepMax,omitempty"`
	RepsInReserve       *int          `json:"repsInReserve,omitempty"`
	RPE                 *float64      `json:"rpe,omitempty"`
	Kilograms           *float64      `json:"kilograms,omitempty"`
	BodyweightKilograms *float64      `json:"bodyweightKilograms,omitempty"`
	Band                *BandStrength `json:"band,omitempty"`
}

// BandStrength is how strong a band is, as makers grade them.
type BandStrength string

// The strengths.
const (
	LightBand  BandStrength = "LIGHT"
	MediumBand BandStrength = "MEDIUM"
	HeavyBand  BandStrength = "HEAVY"
)

// BandStrengths lists every strength.
var BandStrengths = []BandStrength{LightBand, MediumBand, HeavyBand}

// Tempo is how many seconds the parts of a repetition take: lowering, the pause below, lifting, the pause above; each 0 to 20 and one at
// least above 0. Lifting 0 is as fast as may be.
type Tempo struct {
	Lowering   int `json:"lowering"`
	PauseBelow int `json:"pauseBelow"`
	Lifting    int `json:"lifting"`
	PauseAbove int `json:"pauseAbove"`
}

// SecondsPerRep is how long a repetition is taken to last (science L10).
const SecondsPerRep = 4

// Seconds is how long a repetition at the tempo lasts, at least one.
func (t Tempo) Seconds() int { return max(1, t.Lowering+t.PauseBelow+t.Lifting+t.PauseAbove) }

// secondsPerMeter is how long a metre of a carry takes: five take as long as a repetition.
const secondsPerMeter = SecondsPerRep / 5.0

// reps are the repetitions of an amount for all that reckons with them: the middle of a range, and of holds and ways what takes as long.
func (a SetAmount) reps() float64 {
	switch a.Kind {
	case Hold:
		return float64(a.Low+a.High) / 2 / SecondsPerRep
	case Carry:
		return a.Meters * secondsPerMeter / SecondsPerRep
	}
	return float64(a.Low+a.High) / 2
}

// secondsOf is how long one set of a group takes, rest left out.
func (s *StrengthStep) secondsOf(set *StrengthSet) float64 {
	seconds := set.Amount.reps() * SecondsPerRep
	if counted := set.Amount.Kind == Repetitions || set.Amount.Kind == MostReps; counted && s.Tempo != nil {
		seconds = set.Amount.reps() * float64(s.Tempo.Seconds())
	}
	if s.PerSide {
		seconds *= 2
	}
	return seconds
}

// DurationSeconds is that of all sets with their rests: sets × (repetitions × 4 s, or the tempo's, + rest), both sides where it is per side.
func (s StrengthStep) DurationSeconds() int {
	total := 0
	for i := range s.Sets {
		set := &s.Sets[i]
		total += set.Count * (round(s.secondsOf(set)) + set.RestSeconds)
	}
	return total
}

// SetCount is how many sets there are in all.
func (s StrengthStep) SetCount() int {
	count := 0
	for _, set := range s.Sets {
		count += set.Count
	}
	return count
}

// Reps is an amount of so many repetitions.
func Reps(n int) SetAmount { return SetAmount{Kind: Repetitions, Low: n, High: n} }

// SetsOf are so many sets alike.
func SetsOf(count, reps int, load StrengthLoad, restSeconds int) []StrengthSet {
	return []StrengthSet{{Count: count, Kind: WorkSet, Amount: Reps(reps), Load: load, RestSeconds: restSeconds}}
}

// StepKind is "strength".
func (StrengthStep) StepKind() string { return "strength" }
