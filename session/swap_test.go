package session

import (
	"slices"
	"testing"
)

// What a session may be exchanged for is of its class in any sport, never a rest for work or work for a rest, and lifts for lifts alone.
func TestSwapsAreLikeForLike(t *testing.T) {
	for id, want := range map[ID]struct{ alike, near, never []ID }{
		"R-THR":   {ids("R-THR", "B-THR", "S-CSS", "W-THR", "B-OU"), ids("R-TEMPO", "B-VO2"), ids("R-WALK", "R-EASY", "R-LONG", "Q-STR", "R-TEST", "R-RP10")},
		"R-EASY":  {ids("B-EASY", "R-WALK", "A-WALK"), ids("R-LONG"), ids("R-THR", "R-HSPR", "R-OPEN", "M-FLOW")},
		"R-RP10":  {ids("R-RP5", "R-RPH", "R-LMP"), ids("R-THR", "B-VO2"), ids("B-RPTT", "R-OPEN", "X-BRICK", "Q-PEAK", "R-EASY")},
		"R-OPEN":  {ids("R-SHARP"), ids("R-EASY"), ids("R-RP10", "B-OPEN", "R-THR")},
		"B-TEST":  {ids("B-TEST"), nil, ids("R-TEST", "S-TEST", "B-THR")},
		"Q-STR":   {ids("Q-FULL", "Q-KB", "H-STN"), ids("Q-POWER"), ids("R-STR", "R-THR", "M-FLOW", "Q-TEST")},
		"R-STR":   {ids("B-CAD", "S-TECH"), ids("R-EASY", "R-REP"), ids("Q-POWER", "Q-PLYO", "R-VO2")},
		"Q-PEAK":  {ids("Q-PEAK"), ids("Q-STR"), ids("R-THR", "B-VO2")},
		"M-FLOW":  {ids("M-HIP"), nil, ids("Q-PELV", "R-EASY")},
		"unknown": {nil, nil, ids("R-EASY")},
	} {
		alike, near := Swaps(id)
		for _, other := range want.alike {
			if !slices.Contains(alike, other) {
				t.Errorf("%s is not exchanged for %s", id, other)
			}
		}
		for _, other := range want.near {
			if !slices.Contains(near, other) {
				t.Errorf("%s is not beside %s", other, id)
			}
		}
		for _, other := range want.never {
			if slices.Contains(alike, other) || slices.Contains(near, other) {
				t.Errorf("%s is exchanged for %s", id, other)
			}
		}
	}
	for _, f := range All() {
		if alike, near := Swaps(f.ID); !slices.Contains(alike, f.ID) || slices.ContainsFunc(near, func(id ID) bool { return slices.Contains(alike, id) }) {
			t.Errorf("%s: %v, and beside it %v", f.ID, alike, near)
		}
	}
}

func ids(list ...ID) []ID { return list }
