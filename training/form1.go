package training

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// The first stored form: a list of blocks whose steps had one fraction of threshold or a ramp of two, one cadence, and sets all alike.
type (
	block1 struct {
		Name    string `json:"name"`
		Sport   Sport  `json:"sport"`
		Repeats int    `json:"repeats"`
		Steps   steps1 `json:"steps"`
	}
	endurance1 struct {
		StepText
		DurationSeconds int      `json:"durationSeconds"`
		DistanceMeters  *float64 `json:"distanceMeters"`
		Target          struct {
			Start float64 `json:"start"`
			End   float64 `json:"end"`
		} `json:"target"`
		Cadence *int `json:"cadence"`
	}
	strength1 struct {
		StepText
		ExerciseID  ExerciseID   `json:"exerciseId"`
		Sets        int          `json:"sets"`
		Reps        int          `json:"reps"`
		Load        StrengthLoad `json:"load"`
		RestSeconds int          `json:"restSeconds"`
	}
	repeat1 struct {
		StepText
		Repeats int    `json:"repeats"`
		Steps   steps1 `json:"steps"`
	}
	steps1 Steps
)

// isForm1 tells the first form from later ones: it is a list.
func isForm1(text []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(text, " \n\t\r"), []byte("[")) }

func decodeForm1(text []byte) ([]Block, error) {
	var old []block1
	if err := json.Unmarshal(text, &old); err != nil {
		return nil, fmt.Errorf("read blocks of version 1: %w", err)
	}
	blocks := make([]Block, len(old))
	for i, b := range old {
		blocks[i] = Block{Name: b.Name, Sport: b.Sport, Repeats: b.Repeats, Steps: Steps(b.Steps)}
	}
	return blocks, nil
}

// UnmarshalJSON reads the steps of the first form as steps of this one.
func (s *steps1) UnmarshalJSON(data []byte) error {
	steps, err := decodeSteps(data, decodeStep1)
	*s = steps1(steps)
	return err
}

func decodeStep1(kind string, raw json.RawMessage) (Step, error) {
	switch kind {
	case "endurance":
		var old endurance1
		err := json.Unmarshal(raw, &old)
		return old.step(), err
	case "strength":
		var old strength1
		err := json.Unmarshal(raw, &old)
		return StrengthStep{StepText: old.StepText, ExerciseID: old.ExerciseID, Sets: SetsOf(old.Sets, old.Reps, old.Load, old.RestSeconds)}, err
	case "repeat":
		var old repeat1
		err := json.Unmarshal(raw, &old)
		return RepeatStep{StepText: old.StepText, Repeats: old.Repeats, Style: Rounds, Steps: Steps(old.Steps)}, err
	}
	return decodeStep(kind, raw) // a rest was what it is
}

func (old endurance1) step() EnduranceStep {
	step := EnduranceStep{StepText: old.StepText, End: After(old.DurationSeconds), Target: RampOf(old.Target.Start, old.Target.End)}
	if old.DistanceMeters != nil {
		step.End = AfterMeters(*old.DistanceMeters)
	}
	if old.Cadence != nil {
		step.Cadence = &IntRange{Low: *old.Cadence, High: *old.Cadence}
	}
	return step
}
