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

// withoutRace leaves a test of what one goroutine computes to the run without the race detector, which make test has as well: the detector
// has nothing to find in it and makes it ten times as long. Such tests run beside each other.
func withoutRace(t *testing.T) {
	t.Helper()
	if raceEnabled {
		t.Skip("tried without the race detector")
	}
	t.Parallel()
}
