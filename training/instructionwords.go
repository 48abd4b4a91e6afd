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
	rounded := math.Round(x*scale) / scale
	if rounded == 0 {
		return "0" // of zeros one has a sign
	}
	return plain(rounded)
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

// roughly is a time that nobody keeps to the second: from ten minutes on in whole minutes.
func roughly(seconds int) string {
	if seconds >= 600 {
		seconds = 60 * round(float64(seconds)/60)
	}
	return clock(seconds)
}

// minutesSeconds is a pace to the tenth of a second: "4:05", "1:52.5".
func minutesSeconds(seconds float64) string {
	tenths := round(10 * seconds)
	text := fmt.Sprintf("%d:%02d", tenths/600, tenths/10%60)
	if tenths%10 != 0 {
		text += fmt.Sprintf(".%d", tenths%10)
	}
	return text
}

// howOften is how often something is done.
func howOften(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// rounds is so many of them.
func rounds(n int) string { return fmt.Sprintf("%d ", n) + plural(n, "round") }

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
