package season

import (
	"slices"
	"testing"

	"fortnight/training"
)

// rider is an intermediate rider on the way to a gran fondo, who has never lifted.
func rider(minutes, rides, days int) Input {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.RideFondo, days)},
		Athlete: Athlete{Level: training.Intermediate, Priority: training.PriorityEndurance, CTL: 40, KnownDays: 200},
		History: past(day1, 6, minutes, 0, rides, training.Ride, Effort{Sport: training.Ride, Minutes: minutes / 2})}
	in.Events[0].DistanceMeters = 100_000
	in.History.Blocks[0].Eased, in.History.Blocks[1].Eased = true, true
	return in
}

// A week has as many days as it usually has: a key session with less around it and the lift that nobody asked for come before a ride, and who rides twice
// uses the time on both days.
func TestRidersKeepTheirDays(t *testing.T) {
	for _, days := range []int{120, 80} {
		for _, w := range planned(t, rider(240, 4, days)).Weeks[:2] {
			rides := 0
			for i := range w.Slots {
				if w.Slots[i].Sport == training.Ride {
					rides++
				}
			}
			if rides < 4 || w.Planned() > w.Most {
				t.Errorf("%d days before a fondo, %d rides:\n%s", days, rides, shown(&w))
			}
		}
		for _, w := range planned(t, rider(240, 2, days)).Weeks[:2] {
			if len(w.Slots) != 2 || w.Planned() < 230 {
				t.Errorf("%d days before a fondo, two rides of four hours:\n%s", days, shown(&w))
			}
		}
	}
}

// The ride of the weekend before a 70.3 stands on its usual day and is a short one.
func TestTheLastRideIsOnItsDay(t *testing.T) {
	in := fortnights()[6].in
	in.Events = []Event{event(training.TriHalf, 14)} // a Sunday
	in.History.LongDay = training.Saturday
	w := planned(t, in).Weeks[0]
	at := slices.IndexFunc(w.Slots, func(s Slot) bool { return s.Sport == training.Ride && s.Role == L })
	if at < 0 || w.Slots[at].Last < 6 || w.Slots[at].Minutes > 110 {
		t.Errorf("the long ride:\n%s", shown(&w))
	}
}
