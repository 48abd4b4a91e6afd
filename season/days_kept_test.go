package season

import (
	"slices"
	"testing"

	"fortnight/session"
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

// A steady main set is no longer than the long row lets it be, and grows with it.
func TestSteadyRowsStayBelowTheLongOne(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.Row2K, 84)}, Done: reached(map[session.ID]int{"W-UT1": 6}),
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 45, SessionsPerWeek: 5, KnownDays: 200},
		History: past(day1, 6, 240, 40, 5, training.Row, Effort{Sport: training.Row, Minutes: 50})}
	in.History.Blocks[0].Eased, in.History.Blocks[1].Eased = true, true
	for _, w := range planned(t, in).Weeks[:2] {
		long, key := 0, (*Slot)(nil)
		for i := range w.Slots {
			switch s := &w.Slots[i]; {
			case s.Role == L:
				long = s.Minutes
			case s.Family() == "W-UT1":
				key = s
			}
		}
		if long == 0 || key == nil || key.Minutes > long || key.Level < 3 {
			t.Errorf("a steady row beside a long one of %d min:\n%s", long, shown(&w))
		}
	}
}

// Who trains for both and lifts as often as all else goes on, but before a race.
func TestAHybridGoesOnLifting(t *testing.T) {
	for days, want := range map[int]int{100: 3, 60: 3, 24: 2} {
		in := runner(training.RunHalf, days)
		in.Athlete.Priority, in.Athlete.SessionsPerWeek = training.PriorityHybrid, 6
		in.History = past(day1, 6, 300, 150, 6, training.Run, Effort{Sport: training.Run, Minutes: 70, Meters: 12_000})
		in.History.Blocks[0].Eased = true
		if w := planned(t, in).Weeks[0]; w.lifts() != want {
			t.Errorf("%d days before a half, %d lifts:\n%s", days, w.lifts(), shown(&w))
		}
	}
}

// HYROX asks for a session at the stations each week (coaching 2.3): of a novice one that teaches them with light weights, from the first full week on, beside
// two runs.
func TestAHyroxNoviceLearnsTheStations(t *testing.T) {
	for _, week := range []int{2, 9} {
		in := Input{From: day1, Days: 14, Events: []Event{event(training.Hyrox, 70)},
			Athlete: Athlete{Level: training.Novice, Priority: training.PriorityHybrid, CTL: 25, SessionsPerWeek: 4, KnownDays: 60, TrainingWeek: week},
			History: past(day1, 6, 180, 45, 4, training.Run, Effort{Sport: training.Run, Minutes: 50, Meters: 8000})}
		in.History.Blocks[0].Eased, in.History.Blocks[1].Eased = true, true
		for _, w := range planned(t, in).Weeks[:2] {
			runs, at := 0, []session.ID{}
			for i := range w.Slots {
				s := &w.Slots[i]
				if s.Sport == training.Run {
					runs++
				}
				if stations(s.Family()) {
					at = append(at, s.Family())
				}
				if isHI(s.Family(), s.Level) && week <= 4 {
					t.Errorf("week %d has %s", week, s.Family())
				}
			}
			if runs < 2 || len(at) != 1 || week == 2 && !slices.Equal(at, ids("H-TECH")) {
				t.Errorf("training week %d: %v\n%s", week, at, shown(&w))
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
