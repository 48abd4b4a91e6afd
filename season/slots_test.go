package season

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

func TestStrengthSlots(t *testing.T) {
	for _, v := range []struct {
		priority training.Priority
		n        int
		phase    session.Phase
		want     int
	}{
		{training.PriorityEndurance, 5, session.Build, 1}, {training.PriorityEndurance, 7, session.Base, 2}, {training.PriorityEndurance, 7, session.Build, 1},
		{training.PriorityEndurance, 2, session.Specific, 0}, {training.PriorityEndurance, 3, session.Base, 0}, {training.PriorityHybrid, 6, session.Build, 2},
		{training.PriorityHybrid, 3, session.Base, 1}, {training.PriorityHybrid, 7, session.Base, 3}, {training.PriorityHybrid, 5, session.Specific, 2},
		{training.PriorityHybrid, 4, session.Specific, 1}, {training.PriorityStrength, 6, session.Build, 4}, {training.PriorityStrength, 5, session.Base, 3},
		{training.PriorityStrength, 3, session.Base, 2}, {training.PriorityStrength, 7, session.Base, 4},
	} {
		a := Athlete{Level: training.Intermediate, Priority: v.priority}
		c := &Calendar{athlete: &a, goal: &Goal{}}
		if got := strengthSlots(c, &Standing{Phase: v.phase}, v.n); got != v.want {
			t.Errorf("%s, %d sessions, phase %d: %d lifts, want %d", v.priority, v.n, v.phase, got, v.want)
		}
	}
	goal := Goal{Kind: training.GoalHealth}
	for n, want := range map[int]int{1: 0, 2: 1, 3: 1, 4: 2, 7: 2} {
		a := Athlete{Level: training.Novice, Priority: training.PriorityHybrid}
		if got := strengthSlots(&Calendar{athlete: &a, goal: &goal}, &Standing{Phase: session.Off}, n); got != want {
			t.Errorf("health, %d sessions: %d lifts, want %d", n, got, want)
		}
	}
}

// Who lifted once and has not for weeks does not begin again where the race is near; who lifts goes on.
func TestNobodyBeginsToLiftNearARace(t *testing.T) {
	for _, v := range []struct {
		days, lifts, want int
	}{{35, 0, 0}, {35, 1, 1}, {100, 0, 1}} {
		in := runner(training.Run10K, v.days)
		for n := range in.History.Blocks {
			in.History.Blocks[n].Strengths = v.lifts
		}
		got := 0
		for _, s := range planned(t, in).Weeks[1].Slots {
			if s.Sport == training.Strength {
				got++
			}
		}
		if got != v.want {
			t.Errorf("%d days before a race, %d lifts a week so far: %d, want %d", v.days, v.lifts, got, v.want)
		}
	}
}

func TestEnduranceRoles(t *testing.T) {
	short := map[Role]string{L: "L", K: "K", K2: "K2", ML: "ML", E: "E", EPlus: "E+"} // as the specification has them
	for _, v := range []struct {
		phase session.Phase
		m     int
		want  string
	}{
		{session.Build, 4, "L K K2 E"}, {session.Base, 5, "L K ML E+ E"}, {session.Specific, 2, "L K"}, {session.Base, 2, "L E+"},
		{session.Base, 3, "L E+ K"}, {session.Build, 3, "L K E+"}, {session.Specific, 3, "L K E"}, {session.Base, 4, "L K E+ E"},
		{session.Build, 5, "L K K2 ML E"}, {session.Build, 7, "L K K2 ML E E E"}, {session.Base, 8, "L K ML E+ E E E ML"}, {session.Base, 1, "L"},
	} {
		var got []string
		for _, role := range enduranceRoles(v.phase, v.m, 0) {
			got = append(got, short[role])
		}
		if strings.Join(got, " ") != v.want {
			t.Errorf("phase %d, m %d: %v, want %s", v.phase, v.m, got, v.want)
		}
	}
	if got := enduranceRoles(session.Build, 1, 1); got[0] != K {
		t.Errorf("a single session of the second week is %s: L and K take turns", got[0])
	}
}

func TestTriathlonFloors(t *testing.T) {
	for f, want := range map[int][3]int{3: {1, 1, 1}, 5: {1, 2, 2}, 6: {2, 2, 2}, 7: {2, 3, 2}, 9: {3, 3, 3}, 12: {3, 3, 3}} {
		if got := triathlonFloors(f); got != want {
			t.Errorf("f %d: %v, want %v", f, got, want)
		}
	}
}

// runner is an intermediate runner in the fourth week of a build toward a 10K.
func runner(format training.EventFormat, days int) Input {
	in := Input{From: day1, Days: 14, Events: []Event{event(format, days)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 50, KnownDays: 200, SessionsPerWeek: 5},
		History: past(day1, 6, 300, 40, 5, training.Run, Effort{Sport: training.Run, Minutes: 85, Meters: 14_000})}
	in.History.Blocks[1].Eased = true
	return in
}

func planned(t *testing.T, in Input) Weeks {
	t.Helper()
	weeks, err := Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	return weeks
}

func TestOneKeySlotTakesTurns(t *testing.T) {
	in := runner(training.Run10K, 65)
	in.Athlete.SessionsPerWeek, in.Athlete.Priority = 3, training.PriorityEndurance
	in.History = past(day1, 6, 160, 0, 3, training.Run, Effort{Sport: training.Run, Minutes: 70, Meters: 12_000})
	in.History.Blocks[0].Eased = true
	pace, measured := 280, day1 // a test would take the place of a key
	in.Racer.Thresholds = training.Thresholds{ThresholdSecondsPerKilometer: &pace, MeasuredOn: &measured}
	weeks := planned(t, in)
	var got []string
	for _, w := range weeks.Weeks {
		if w.Standing.Phase == session.Build {
			got = append(got, string(w.Keys()[0]))
		}
	}
	if want := "[R-THR R-THR R-VO2 R-THR]"; fmt.Sprint(got) != want {
		t.Errorf("the keys of a build with one slot are %v, want %s", got, want)
	}
}

func TestALockedHardRunIsOneOfTheKeys(t *testing.T) {
	in := runner(training.Run10K, 55)
	in.Locks = []Lock{{Day: 2, Sport: training.Run, Minutes: 50, HI: true}}
	w := planned(t, in).Weeks[0]
	keys, locked := 0, 0
	for _, s := range w.Slots {
		if s.Role == K || s.Role == K2 {
			keys++
			if s.Lock > 0 {
				locked++
			}
		}
	}
	if keys != 2 || locked != 1 {
		t.Errorf("%d keys of which %d is locked, want two and one:\n%s", keys, locked, shown(&w))
	}
}

// What is locked and longer than the place it takes costs the rest of the week its minutes; the long and the key session stay.
func TestALongLockTakesTheMinutesOfOthers(t *testing.T) {
	in := runner(training.Run10K, 55)
	in.Locks = []Lock{{Day: 6, Sport: training.Ride, Minutes: 180}}
	w := planned(t, in).Weeks[0]
	roles := map[Role]int{}
	for _, s := range w.Slots {
		roles[s.Role]++
	}
	if w.Planned() > w.Most && roles[K2]+roles[ML] > 0 || roles[L] != 1 || roles[K] != 1 || roles[E] == 0 {
		t.Errorf("%d min, %d at most:\n%s", w.Planned(), w.Most, shown(&w))
	}
	without := in
	without.Locks = nil
	if before := planned(t, without).Weeks[0]; w.Planned() > before.Planned()+90 || len(w.LeftOut) <= len(before.LeftOut) {
		t.Errorf("%d min with a lock of three hours, %d without:\n%s", w.Planned(), before.Planned(), shown(&w))
	}
}

func TestANoviceHasHillsInTheBuild(t *testing.T) {
	in := runner(training.Run5K, 55)
	in.Athlete.Level, in.Athlete.TrainingWeek = training.Novice, 20
	w := planned(t, in).Weeks[0]
	if w.Standing.Phase != session.Build || w.Keys()[0] != "R-HILL" {
		t.Errorf("phase %d, keys %v; R-VO2 is not for novices, R-HILL is:\n%s", w.Standing.Phase, w.Keys(), shown(&w))
	}
}

func TestTriathletesSports(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.TriOlympic, 60)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 50, KnownDays: 200},
		History: past(day1, 6, 420, 40, 6, training.Ride, Effort{Sport: training.Ride, Minutes: 110}, Effort{Sport: training.Run, Minutes: 60}, Effort{Sport: training.Swim, Minutes: 40})}
	for i := range in.History.Blocks {
		in.History.Blocks[i].BySport = map[training.Sport]int{training.Ride: 200, training.Run: 120, training.Swim: 60}
	}
	in.History.Shares = map[training.Sport]float64{training.Ride: .5, training.Run: .3, training.Swim: .2}
	in.History.Counts = map[training.Sport]int{training.Ride: 12, training.Run: 12, training.Swim: 12}
	in.History.Blocks[1].Eased = true
	for n, want := range map[int][4]int{4: {1, 1, 1, 0}, 6: {2, 2, 2, 1}} {
		in.Athlete.SessionsPerWeek = n
		w := planned(t, in).Weeks[0]
		if got := sportsIn(&w); got != want {
			t.Errorf("%d sessions: swim, ride, run, bricks %v, want %v:\n%s", n, got, want, shown(&w))
		}
	}
}

// sportsIn are sessions of swim, ride and run, a brick one of each, and how many bricks there are.
func sportsIn(w *Week) (n [4]int) {
	for _, s := range w.Slots {
		switch {
		case s.Sport == training.Swim:
			n[0]++
		case s.Sport == training.Ride:
			n[1]++
		case s.Sport == training.Run:
			n[2]++
		}
		if s.Run > 0 {
			n[2]++
			n[3]++
		}
	}
	return n
}

func TestLittleTimeOnABicycle(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.RideFondo, 60)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 45, KnownDays: 200, SessionsPerWeek: 3, HoursPerWeek: 4},
		History: past(day1, 6, 235, 0, 3, training.Ride, Effort{Sport: training.Ride, Minutes: 148})}
	in.History.Blocks[0].Eased = true
	w := planned(t, in).Weeks[0]
	if len(w.Keys()) != 2 || w.Long > 150 {
		t.Errorf("four hours, three rides: keys %v and a long one of %d min, want two and at most 150", w.Keys(), w.Long)
	}
	in.Athlete.HoursPerWeek = 6
	if w = planned(t, in).Weeks[0]; len(w.Keys()) != 1 {
		t.Errorf("six hours, three rides: keys %v, want one", w.Keys())
	}
}

func TestKeysFollowTheEvent(t *testing.T) {
	keys := func(f training.EventFormat) map[session.ID]bool {
		in := runner(f, 30)
		in.Athlete.SessionsPerWeek = 6
		all := map[session.ID]bool{}
		for _, w := range planned(t, in).Weeks[:2] {
			for _, id := range w.Keys() {
				all[id] = true
			}
			for _, s := range w.Slots {
				if s.Role == L {
					all[s.Family()] = true
				}
			}
		}
		return all
	}
	five, marathon := keys(training.Run5K), keys(training.RunMarathon)
	if !five["R-RP5"] || five["R-LMP"] || !marathon["R-LMP"] || marathon["R-RP5"] {
		t.Errorf("5K: %v, marathon: %v", five, marathon)
	}
}

func TestNoFamilyMoreOftenThanItsGapAllows(t *testing.T) {
	for seed := range uint64(400) {
		in := randomInput(rand.New(rand.NewPCG(seed, 11)))
		weeks, err := Plan(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range weeks.Weeks {
			count := map[session.ID]int{}
			for _, s := range w.Slots {
				if s.Lock == 0 && s.Role != Sharp && s.First != s.Last {
					count[s.Family()]++
				}
			}
			for id, n := range count {
				if f, _ := session.Find(id); f.Gap > 0 && n > 1+6/f.Gap {
					t.Fatalf("seed %d: %d times %s, which has a gap of %d days:\n%s", seed, n, id, f.Gap, shown(&w))
				}
			}
		}
	}
}

func TestEventsThatOthersStandInFor(t *testing.T) {
	keysOf := func(f training.EventFormat, change func(*Event)) (Weeks, map[session.ID]bool) {
		in := runner(f, 60)
		in.Athlete.SessionsPerWeek = 6
		change(&in.Events[0])
		all, weeks := map[session.ID]bool{}, planned(t, in)
		for _, w := range weeks.Weeks {
			for _, s := range w.Slots {
				all[s.Family()] = true
			}
		}
		return weeks, all
	}
	same := func(*Event) {}
	if _, all := keysOf(training.Obstacle, same); !all["H-STN"] || !all["R-LONG"] {
		t.Errorf("an obstacle race without stations or without long runs: %v", all)
	}
	if _, all := keysOf(training.RunTrail, func(e *Event) { e.DistanceMeters = 21_000 }); !all["R-TRAIL"] || !all["R-LONG"] {
		t.Errorf("a short trail race has every second long run off the road: %v", all)
	}
	if weeks, all := keysOf(training.TriRelay, func(e *Event) { e.Sport, e.DistanceMeters = training.Run, 10_000 }); weeks.Format != training.Run10K || all["S-CSS"] {
		t.Errorf("the run of a relay is trained for as %s: %v", weeks.Format, all)
	}
	_, all := keysOf(training.Duathlon, func(e *Event) { e.Sport = training.MultiSport })
	for id := range all {
		if f, _ := session.Find(id); f.Sport == training.Swim {
			t.Errorf("a duathlete swims: %s", id)
		}
	}
	if weeks, all := keysOf(training.RideGravel, func(e *Event) { e.DistanceMeters = 120_000 }); weeks.Format != training.RideFondo || !all["B-LONG"] {
		t.Errorf("gravel is trained for as %s: %v", weeks.Format, all)
	}
}

// Lifts that are more than the week become shorter, not shorter than they may be.
func TestLiftsKeepToTheWeek(t *testing.T) {
	in := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Row}},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityStrength, CTL: 30, KnownDays: 100, SessionsPerWeek: 4},
		History: past(day1, 6, 220, 100, 4, training.Row, Effort{Sport: training.Row, Minutes: 70})}
	for i, w := range planned(t, in).Weeks[:2] {
		lifts := 0
		for _, s := range w.Slots {
			if s.lift() {
				lifts++
				if s.Minutes < s.Least {
					t.Errorf("week %d: a lift of %d min, %d at least", i+1, s.Minutes, s.Least)
				}
			}
		}
		if lifts < 3 || w.Planned() > w.Most {
			t.Errorf("week %d: %d min with %d lifts, %d at most", i+1, w.Planned(), lifts, w.Most)
		}
	}
}
