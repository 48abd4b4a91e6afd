package training

import (
	"fmt"
	"math"
	"strings"
)

// span is a value, or two with a dash between them.
func span(low, high float64, decimals int) string {
	a, b := decimal(low, decimals), decimal(high, decimals)
	if a == b {
		return a
	}
	return a + "–" + b
}

// decimal has so many decimals at the most.
func decimal(x float64, decimals int) string {
	scale := math.Pow(10, float64(decimals))
	return fmt.Sprint(math.Round(x*scale) / scale)
}

// clock is a time: "45 s", "90 s", "3 min", "2 min 30 s", "1 h 30 min".
func clock(seconds int) string {
	if seconds < 60 || seconds <= 90 && seconds != 60 {
		return fmt.Sprintf("%d s", seconds)
	}
	var parts []string
	for _, part := range []struct {
		count int
		unit  string
	}{{seconds / 3600, "h"}, {seconds / 60 % 60, "min"}, {seconds % 60, "s"}} {
		if part.count > 0 {
			parts = append(parts, fmt.Sprint(part.count, " ", part.unit))
		}
	}
	return strings.Join(parts, " ")
}

func minutesSeconds(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }
