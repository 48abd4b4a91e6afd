package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// A triathlete swims before the race as in it, easily and without stops, and after it the water carries before the legs do.
func TestATriathleteSwimsAroundTheRace(t *testing.T) {
	for _, format := range []training.EventFormat{training.TriOlympic, training.TriHalf, training.TriFull} {
		in := fortnights()[6].in
		in.Events = []Event{event(format, 8)}
		weeks := planned(t, in).Weeks
		swims := [2]int{}
		for i := range swims {
			for _, s := range weeks[i].Slots {
				if f, _ := session.Find(s.Family()); f.Rungs > 0 && s.Level == 0 || s.Family() == "S-TECH" {
					t.Errorf("%s: drills, or no rung:\n%s", format, shown(&weeks[i]))
				}
				if s.Sport == training.Swim {
					swims[i]++
				}
			}
		}
		if swims[0] < 1 || swims[1] < 1 {
			t.Errorf("%s: %v swims before and after\n%s%s", format, swims, shown(&weeks[0]), shown(&weeks[1]))
		}
	}
	in := swimmer(60)
	in.Events = []Event{event(training.SwimPool, 8)}
	for _, s := range planned(t, in).Weeks[0].Slots {
		if f, _ := session.Find(s.Family()); f.Rungs > 0 && s.Level == 0 {
			t.Errorf("a swimmer's %s has no rung", s.Family())
		}
	}
}
