package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// of counts the sessions of a week in a sport, and lifts.
func of(w *Week, sport training.Sport) (n, lifts int) {
	for i := range w.Slots {
		switch s := &w.Slots[i]; {
		case s.lift():
			lifts++
		case s.Sport == sport && s.Role != RaceDay:
			n++
		}
	}
	return n, lifts
}

// The first lift of who trains for health comes on top of what is done already, with its minutes, and once: no run goes for it, and the weeks after it grow as
// any others.
func TestHealthsFirstLiftComesOnTop(t *testing.T) {
	in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalWeight, Sports: []training.Sport{training.Run}},
		Athlete: Athlete{Level: training.Novice, KnownDays: 49, BMI: 38, TrainingWeek: 8, CTL: 5},
		History: past(day1, 6, 44, 0, 2, training.Run, Effort{Sport: training.Run, Minutes: 26})}
	weeks := planned(t, in).Weeks
	for i, most := range []int{44*110/100 + firstLift, weeks[0].Planned() * 110 / 100} {
		w := &weeks[i]
		if runs, lifts := of(w, training.Run); runs != 2 || lifts != 1 || w.Minutes > most+1 || w.Planned() < w.Minutes*93/100 {
			t.Errorf("week %d, %d min at most:\n%s", i+1, most, shown(w))
		}
	}
	in.Athlete.HoursPerWeek = .8
	if w := &planned(t, in).Weeks[0]; w.Minutes > 48 {
		t.Errorf("of 48 min a week:\n%s", shown(w))
	}
}

// Who has walked three times a week since a birth goes on walking three times, also where a walk was shorter than half an hour, and lifts beside that.
func TestWalksGoOnBesideTheFirstLift(t *testing.T) {
	in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalReturn, Sports: []training.Sport{training.Run}},
		Athlete: Athlete{Level: training.Intermediate, KnownDays: 49, Hurt: true, Postpartum: true, NoHI: true, Longest: 40, No: []session.Contraindication{session.NoImpact},
			NoSports: []training.Sport{training.Run}, Lifts: ids("Q-AA"), Return: &Returning{Until: day1.AddDays(27)}},
		History: past(day1, 6, 100, 0, 2, training.Walk, Effort{Sport: training.Walk, Minutes: 40})}
	in.History.Counts[training.Walk] = 18
	for _, w := range planned(t, in).Weeks[:2] {
		if walks, lifts := of(&w, training.Walk); walks != 3 || lifts != 1 {
			t.Errorf("%d walks and %d lifts:\n%s", walks, lifts, shown(&w))
		}
	}
	in.Athlete.SessionsPerWeek = 3
	if w := &planned(t, in).Weeks[0]; w.Sessions != 3 {
		t.Errorf("of three sessions a week:\n%s", shown(w))
	}
}

// Of two sessions a week a race leaves both to the block before its last days: one of them would be half, and TAP-3 asks for four fifths.
func TestTwoSessionsStayTwoBeforeARace(t *testing.T) {
	in := runner(training.Run5K, 13)
	in.Athlete.Level, in.Athlete.SessionsPerWeek, in.Athlete.CTL, in.Athlete.TrainingWeek = training.Novice, 0, 7, 8
	in.History = past(day1, 6, 65, 0, 2, training.Run, Effort{Sport: training.Run, Minutes: 35})
	w := &planned(t, in).Weeks[0]
	if runs, _ := of(w, training.Run); runs != 2 {
		t.Errorf("%d runs:\n%s", runs, shown(w))
	}
	for i := range w.Slots {
		if w.Slots[i].Minutes < shortEasy {
			t.Errorf("a run of %d min:\n%s", w.Slots[i].Minutes, shown(w))
		}
	}
}

// The easy ride of a week of three hours is as long as easy rides are, where what stands around the key session's main set has the minutes for it.
func TestTheEasyRideIsWorthTheWay(t *testing.T) {
	ftp, measured := 230, day1.AddDays(-7)
	in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalFinish, Format: training.RideFondo, DistanceMeters: 90_000, Sports: []training.Sport{training.Ride}},
		Athlete: Athlete{Level: training.Intermediate, KnownDays: 56, HoursPerWeek: 3, CTL: 25},
		History: past(day1, 6, 200, 0, 3, training.Ride, Effort{Sport: training.Ride, Minutes: 88})}
	in.History.Blocks[0].Eased = true
	in.Racer.Thresholds = training.Thresholds{FTPWatts: &ftp, MeasuredOn: &measured}
	for _, w := range planned(t, in).Weeks[:2] {
		for i := range w.Slots {
			if s := &w.Slots[i]; (s.Role == E || s.Role == EPlus) && s.Minutes < 30 {
				t.Errorf("an easy ride of %d min:\n%s", s.Minutes, shown(&w))
			}
		}
		if w.Planned() > w.Minutes*107/100 {
			t.Errorf("%d min of %d", w.Planned(), w.Minutes)
		}
	}
}

// Who keeps what is there without an event does each sport as often as before: a third run took the place of the weekly swim.
func TestWhatIsKeptIsEachSport(t *testing.T) {
	in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalMaintain, Sports: []training.Sport{training.Run}},
		Athlete: Athlete{Level: training.Intermediate, KnownDays: 56, Priority: training.PriorityEndurance},
		History: past(day1, 6, 165, 0, 4, training.Run, Effort{Sport: training.Run, Minutes: 43}, Effort{Sport: training.Swim, Minutes: 42}, Effort{Sport: training.Walk, Minutes: 50})}
	in.History.Counts = map[training.Sport]int{training.Run: 12, training.Swim: 6, training.Walk: 6}
	in.History.Shares = map[training.Sport]float64{training.Run: .5, training.Swim: .25, training.Walk: .25}
	for _, w := range planned(t, in).Weeks[:2] {
		for sport, want := range map[training.Sport]int{training.Run: 2, training.Swim: 1, training.Walk: 1} {
			if n, _ := of(&w, sport); n != want {
				t.Errorf("%d of %s, want %d:\n%s", n, sport, want, shown(&w))
			}
		}
	}
}

// A heavy beginner with a sore knee who has a bicycle rides and walks by turns, as the second worked fortnight does, also where no sport was named.
func TestASoreKneeRidesWhereThereIsABicycle(t *testing.T) {
	for _, gear := range [][]training.Equipment{{training.Bike}, nil} {
		in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalWeight},
			Athlete: Athlete{Level: training.Novice, Priority: training.PriorityHybrid, BMI: 34, Hurt: true, NoHI: true, Gear: gear, NoSports: []training.Sport{training.Run},
				No: []session.Contraindication{session.NoKnee, session.NoImpact}},
			History: History{From: day1}}
		for _, w := range planned(t, in).Weeks[:2] {
			if rides, _ := of(&w, training.Ride); (rides > 0) != (gear != nil) {
				t.Errorf("with %v %d rides:\n%s", gear, rides, shown(&w))
			}
		}
	}
}

// The last week before a race of who rides ten hours a week has no less than its band: an hour a day was too little.
func TestTheLastWeekOfARiderIsNoLessThanItsBand(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.RideCrit, 8)},
		Athlete: Athlete{Level: training.Advanced, KnownDays: 56, Priority: training.PriorityEndurance, CTL: 80},
		History: past(day1, 6, 560, 0, 5, training.Ride, Effort{Sport: training.Ride, Minutes: 210})}
	if w := &planned(t, in).Weeks[0]; float64(w.Planned()) < .45*560 || float64(w.Planned()) > .70*560 {
		t.Errorf("%d min of 560:\n%s", w.Planned(), shown(w))
	}
}
