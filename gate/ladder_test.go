package gate_test

import (
	"slices"
	"testing"

	"fortnight/gate"
	"fortnight/training"
)

// A way back begins when somebody states that it is over, and has a rung for each of its days.
func TestTheWayBackRungByRung(t *testing.T) {
	const said training.Date = 20787
	for _, c := range []struct {
		condition training.Condition
		held      int   // days until it was cleared, −1 while it holds
		begins    []int // days since then
		over      int
	}{
		{training.IllBelowNeck, -1, nil, 0}, {training.IllBelowNeck, 5, []int{0, 3, 6, 11}, 18}, {training.IllBelowNeck, 2, []int{0, 1, 2, 3}, 4}, {training.Covid, 12, []int{0, 2, 4, 5}, 7},
		{training.HurtCalf, 14, []int{0, 3, 9, 16}, 30}, {training.HurtCalf, 15, []int{0, 7, 21, 42}, 56}, {training.HurtWrist, 5, []int{0, 3, 9}, 16}, {training.StressFracture, 60, []int{0, 7, 28, 42}, 56},
		{training.Concussion, 3, []int{0, 1, 2, 3}, 4}, {training.Cold, 3, nil, 0}, {training.ChestPain, 3, nil, 0},
	} {
		r := training.Restriction{Condition: c.condition, SaidOn: said}
		if c.held >= 0 {
			r = r.Cleared(said.AddDays(c.held), training.RestrictionOver)
		}
		var begins []int
		over := 0
		for _, rung := range gate.Rungs(&r) {
			begins, over = append(begins, int(rung.From-said)-c.held), int(rung.Until-said)-c.held+1
			if rung.Allows == "" {
				t.Errorf("%s: a rung that allows nothing", c.condition)
			}
		}
		if !slices.Equal(begins, c.begins) || over != c.over {
			t.Errorf("%s held %d days: rungs from %v, over after %d days", c.condition, c.held, begins, over)
		}
	}
}

// Every condition says what clears it.
func TestEveryConditionSaysWhatClearsIt(t *testing.T) {
	for _, c := range training.Conditions {
		if gate.Clears(c) == "" {
			t.Errorf("%s: nothing", c)
		}
	}
}
