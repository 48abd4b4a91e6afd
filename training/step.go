package training

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Step is one instruction of a block: an [EnduranceStep], a [StrengthStep], a [RestStep], or a [RepeatStep] that nests others.
type Step interface {
	// StepKind is the "kind" of the stored form: "endurance", "strength", "rest" or "repeat".
	StepKind() string
}

// Steps is a list of steps. Its JSON form gives each step its "kind"; the names in it never change and fields may be added.
type Steps []Step

// EnduranceStep is steady or ramped work at a fraction of threshold, by duration or by distance, never both.
//
// DurationSeconds is 1 to 86,400 where the step is by time. Where it is by distance, DistanceMeters is 1 to 1,000,000, the stored
// DurationSeconds is 0 and [Resolve] works it out from the athlete's threshold speed. Cadence is per minute, 10 to 250.
type EnduranceStep struct {
	Label           *string         `json:"label,omitempty"`
	Notes           *string         `json:"notes,omitempty"`
	DurationSeconds int             `json:"durationSeconds,omitempty"`
	DistanceMeters  *float64        `json:"distanceMeters,omitempty"`
	Target          IntensityTarget `json:"target"`
	Cadence         *int            `json:"cadence,omitempty"`
}

// StrengthStep is sets of one exercise. Sets are 1 to 20, Reps 1 to 100 a set, RestSeconds 0 to 1,800 after each set.
type StrengthStep struct {
	Label       *string      `json:"label,omitempty"`
	Notes       *string      `json:"notes,omitempty"`
	ExerciseID  ExerciseID   `json:"exerciseId"`
	Sets        int          `json:"sets"`
	Reps        int          `json:"reps"`
	Load        StrengthLoad `json:"load"`
	RestSeconds int          `json:"restSeconds"`
}

// RestStep is time without work, 1 to 7,200 seconds.
type RestStep struct {
	Label           *string `json:"label,omitempty"`
	Notes           *string `json:"notes,omitempty"`
	DurationSeconds int     `json:"durationSeconds"`
}

// RepeatStep does its steps in order, Repeats times (1 to 100). Repeats nest at most 4 levels deep.
type RepeatStep struct {
	Label   *string `json:"label,omitempty"`
	Notes   *string `json:"notes,omitempty"`
	Repeats int     `json:"repeats"`
	Steps   Steps   `json:"steps"`

	DurationSeconds int `json:"-"` // of all repeats; [Resolve] fills it in
}

// IntensityTarget is the intensity of an endurance step as a fraction of threshold, 0.2 to 2.5.
// Start and End differ in a ramp. The rest is worked out by [Resolve] for one athlete and never stored; a range is nil where the
// threshold it needs is unknown.
type IntensityTarget struct {
	Start float64 `json:"start"`
	End   float64 `json:"end"`

	Zone                int       `json:"-"` // 1 to 7
	RPE                 float64   `json:"-"` // 0 to 10
	Watts               *IntRange `json:"-"`
	SecondsPerKilometer *IntRange `json:"-"`
	SecondsPer100Meters *IntRange `json:"-"`
	BeatsPerMinute      *IntRange `json:"-"`
}

// IntRange is a closed range; Low ≤ High.
type IntRange struct{ Low, High int }

// StrengthLoad is what is on the bar: a fraction of the one-repetition maximum (0.2 to 1.1), repetitions left in reserve (0 to 10), or
// both; bodyweight work has neither. LoadKilograms is worked out by [Resolve] from the athlete's one-repetition maximum, nil if unknown.
type StrengthLoad struct {
	FractionOfOneRepMax *float64 `json:"fractionOfOneRepMax,omitempty"`
	RepsInReserve       *int     `json:"repsInReserve,omitempty"`

	LoadKilograms *float64 `json:"-"`
}

// StepKind is "endurance".
func (EnduranceStep) StepKind() string { return "endurance" }

// StepKind is "strength".
func (StrengthStep) StepKind() string { return "strength" }

// StepKind is "rest".
func (RestStep) StepKind() string { return "rest" }

// StepKind is "repeat".
func (RepeatStep) StepKind() string { return "repeat" }

// SecondsPerRep is how long a repetition is taken to last (science L10).
const SecondsPerRep = 4

// DurationSeconds is sets × (reps × 4 s + rest).
func (s StrengthStep) DurationSeconds() int {
	return s.Sets * (s.Reps*SecondsPerRep + s.RestSeconds)
}

// MarshalJSON writes each step as an object that begins with its "kind".
func (s Steps) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('[')
	for i, step := range s {
		body, err := json.Marshal(step)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, `{"kind":%q,`, step.StepKind())
		out.Write(body[1:])
	}
	out.WriteByte(']')
	return out.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes; an unknown kind is an error.
func (s *Steps) UnmarshalJSON(data []byte) error {
	var raws []json.RawMessage
	if err := json.Unmarshal(data, &raws); err != nil {
		return err
	}
	steps := make(Steps, len(raws))
	for i, raw := range raws {
		var head struct{ Kind string }
		if err := json.Unmarshal(raw, &head); err != nil {
			return err
		}
		step, err := decodeStep(head.Kind, raw)
		if err != nil {
			return fmt.Errorf("step %d: %w", i, err)
		}
		steps[i] = step
	}
	*s = steps
	return nil
}

func decodeStep(kind string, raw json.RawMessage) (Step, error) {
	switch kind {
	case "endurance":
		return decode[EnduranceStep](raw)
	case "strength":
		return decode[StrengthStep](raw)
	case "rest":
		return decode[RestStep](raw)
	case "repeat":
		return decode[RepeatStep](raw)
	}
	return nil, fmt.Errorf("unknown kind %.40q", kind)
}

func decode[T Step](raw json.RawMessage) (Step, error) {
	var step T
	err := json.Unmarshal(raw, &step)
	return step, err
}
