package rules

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"testing"

	"fortnight/training"
)

// heldTo is a number and what it is held to, as a message has them.
var heldTo = regexp.MustCompile(`(?:is|are|lasts|start|starts at|lie|changes by) ([+-]?\d+(?:\.\d+)?)\b[^;]*; (at most|at least) ([+-]?\d+(?:\.\d+)?)`)

// What a message says of a number and its limit is what the check says: what is not met is over "at most" and under "at least", in the digits
// that are shown, and what holds is not.
func TestMessagesAgreeWithWhatTheySay(t *testing.T) {
	plans := many(3_000, 80, 40)
	random, said, broken, rules := rand.New(rand.NewPCG(18, 3)), 0, 0, map[string]bool{}
	for n := range plans {
		in := input()
		for _, change := range []func(*Input){level(training.Levels[n%len(training.Levels)]), priority(training.PriorityHybrid), steady(n % 10), born(15 + n%60), thin(3 + n%60)} {
			if random.IntN(2) == 0 {
				change(&in)
			}
		}
		for range 6 + random.IntN(14) {
			s := richSession(random)
			s.Load.TSS += random.Float64() // of which hardly two are alike
			s.Load.DurationSeconds += random.IntN(60)
			in.Sessions = append(in.Sessions, s)
		}
		for _, c := range Check(in).Checks {
			found := heldTo.FindStringSubmatch(c.Message)
			if found == nil || c.InsufficientData {
				continue
			}
			measured, _ := strconv.ParseFloat(found[1], 64) // the pattern has a number
			limit, _ := strconv.ParseFloat(found[3], 64)
			holds := measured <= limit
			if found[2] == "at least" {
				holds = measured >= limit
			}
			if close := c.Margin != nil && math.Abs(*c.Margin) < 1e-6; holds != c.Passed && !close {
				t.Errorf("%s, passed %t: %s", c.RuleID, c.Passed, c.Message)
			}
			if said++; !c.Passed {
				broken++
			}
			rules[string(c.RuleID)] = true
		}
	}
	if said < 500 || broken < 100 || len(rules) < 12 {
		t.Errorf("%d messages of %d rules were looked at, %d of what is broken", said, len(rules), broken)
	}
}
