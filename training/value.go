package training

import "math"

// IntRange is a closed range; Low ≤ High.
type IntRange struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

func round(x float64) int { return int(math.Round(x)) }

func onlyIf[T any](belongs bool, value T) *T {
	if !belongs {
		return nil
	}
	return &value
}
