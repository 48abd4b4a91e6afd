package training

import (
	"encoding/json"
	"fmt"
)

// decodeSteps reads a list of objects with a "kind", each by a reader for its kind.
func decodeSteps(data []byte, read func(kind string, raw json.RawMessage) (Step, error)) (Steps, error) {
	var raws []json.RawMessage
	if err := json.Unmarshal(data, &raws); err != nil {
		return nil, err
	}
	steps := make(Steps, len(raws))
	for i, raw := range raws {
		var head struct{ Kind string }
		if err := json.Unmarshal(raw, &head); err != nil {
			return nil, err
		}
		step, err := read(head.Kind, raw)
		if err != nil {
			return nil, fmt.Errorf("step %d: %w", i, err)
		}
		steps[i] = step
	}
	return steps, nil
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
