package rules

import (
	"os"
	"testing"
)

// many is how many random cases a test tries: few with -short, all with LONG=1.
func many(long, usual, few int) int {
	switch {
	case os.Getenv("LONG") != "":
		return long
	case testing.Short():
		return few
	}
	return usual
}
