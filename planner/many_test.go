package planner_test

import (
	"os"
	"testing"
)

// many is how many random cases a test tries: few under the race detector and with -short, all with LONG=1, which takes as long as it says.
func many(long, usual, few int) int {
	switch {
	case os.Getenv("LONG") != "":
		return long
	case testing.Short() || raceEnabled:
		return few
	}
	return usual
}
