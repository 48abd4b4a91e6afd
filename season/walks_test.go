package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// A hiker's long session is a hike as long as the weeks aim at, and not the walk of an hour that stands for a short one: the family is one that can be as long.
func TestAHikersLongSessionIsAHike(t *testing.T) {
	for _, v := range []struct {
		usual int
		want  session.ID
	}{{210, "A-HIKE"}, {120, "A-HIKE"}, {30, "A-WALK"}} {
		in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalHealth, Sports: []training.Sport{training.Hike}},
			Athlete: Athlete{Level: training.Intermediate, Priority: training.PriorityEndurance, CTL: 30, KnownDays: 200, SessionsPerWeek: 4},
			History: past(day1, 6, v.usual+120, 0, 4, training.Hike, Effort{Sport: training.Hike, Minutes: v.usual})}
		in.History.Blocks[1].Eased = true
		longs := 0
		for i := range planned(t, in).Weeks[:2] {
			w := planned(t, in).Weeks[i]
			for _, s := range w.Slots {
				if s.Role != L {
					continue
				}
				longs++
				f, _ := session.Find(s.Family())
				if s.Family() != v.want || s.Minutes > f.Minutes.High || w.Long != s.Minutes {
					t.Errorf("after %d min the long session is %s of %d min, the week aims at %d", v.usual, s.Family(), s.Minutes, w.Long)
				}
			}
		}
		if longs == 0 {
			t.Errorf("after %d min there is no long session", v.usual)
		}
	}
}
