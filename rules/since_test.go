package rules

import "testing"

// A season without an event begins with the first thing that was done, as the weeks of a plan are counted: after five weeks of base and build
// in a wave of eight the days of the plan are of build, and what belongs there stands in its season.
func TestASeasonBeginsWithTheFirstThingDone(t *testing.T) {
	in := input(session(2, "07:00", run, dosed("R-VO2", 1), minutes(30), meters(5000)))
	in.Activities = history(35, 60)
	counted := in
	counted.Since = 0
	try(t, []ruleCase{
		{"counted from the plan", "WIN-1", Hard, "broken", in, known},
		{"counted from the first day", "WIN-1", Hard, "limit", counted, known},
	})
}
