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
		if f, _ := session.Find(s.Family()); s.Sport == training.Swim && f.Rungs > 0 && s.Level == 0 {
			t.Errorf("a swimmer's %s has no rung", s.Family())
		}
	}
}

// A plan that begins in the days after a race has its part of them, and no long run is missing on the way to the next race because one of the recovery was
// not far from it.
func TestRecoveryLeadsOn(t *testing.T) {
	for since := 1; since <= 5; since++ {
		in := runner(training.RunMarathon, 1)
		in.Events[0].Date = day1.AddDays(-since)
		in.History.Blocks[0].Eased, in.History.Blocks[2].Eased = true, true
		weeks, held := planned(t, in).Weeks, 0
		for _, s := range weeks[0].Slots {
			if s.First == s.Last && s.First <= 7-since+1 {
				held++
			}
			if s.Sport == training.Run && s.Last <= 4-since+1 {
				t.Errorf("%d days after a marathon: %s on day %d", since, s.Family(), s.First)
			}
		}
		if held == 0 || held > 4 {
			t.Errorf("%d days after a marathon: %d sessions in its first week\n%s", since, held, shown(&weeks[0]))
		}
		if !weeks[0].Apart || !weeks[1].Apart && since < 4 || weeks[3].Apart {
			t.Errorf("%d days after a marathon: runs apart %v %v %v", since, weeks[0].Apart, weeks[1].Apart, weeks[3].Apart)
		}
	}
	in := runner(training.RunHalf, 1)
	second := in.Events[0]
	in.Events[0].Date, second.ID, second.Name, second.Date = day1.AddDays(-1), "f", "the second", day1.AddDays(27)
	in.Events = append(in.Events, second)
	in.History.Efforts = append(in.History.Efforts, Effort{Date: day1.AddDays(-1), Sport: training.Run, Minutes: 110, Meters: 21_100, Race: true})
	in.History.Blocks[0].Eased = true
	weeks := planned(t, in).Weeks
	if weeks[1].Long == 0 || weeks[2].Long <= weeks[1].Long {
		t.Errorf("long runs between two halves: %d, %d min\n%s", weeks[1].Long, weeks[2].Long, shown(&weeks[2]))
	}
}
