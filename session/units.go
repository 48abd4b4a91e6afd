package session

import (
	"fmt"
	"math"
)

const minute = 60 // seconds

// toNearest rounds to a multiple of a unit, at least one.
func toNearest(value, unit float64) float64 {
	n := int(value/unit + 0.5)
	return float64(max(1, n)) * unit
}

// roundTo drops what is less than a thousandth.
func roundTo(x float64) float64 { return math.Round(x*1000) / 1000 }

// upToFive is the next whole multiple of five minutes, of seconds.
func upToFive(seconds int) int { return (seconds + 5*minute - 1) / (5 * minute) * 5 }

// lasting is a time in words: "45 s", "2:30 min", "8 min", "2 h 10 min".
func lasting(seconds int) string {
	switch {
	case seconds <= 90 && seconds%minute != 0:
		return fmt.Sprintf("%d s", seconds)
	case seconds%minute != 0:
		return fmt.Sprintf("%d:%02d min", seconds/minute, seconds%minute)
	case seconds < 100*minute:
		return fmt.Sprintf("%d min", seconds/minute)
	case seconds%3600 == 0:
		return fmt.Sprintf("%d h", seconds/3600)
	}
	return fmt.Sprintf("%d h %d min", seconds/3600, seconds%3600/minute)
}
