package season

import (
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// The road goes by the hours there are: no long session is longer than the usual week's longest window, in weeks that are planned and in those after them.
func TestTheRoadKeepsToTheWindows(t *testing.T) {
	in := runner(training.RunMarathon, 100)
	in.History.Efforts = []Effort{{Date: day1.AddDays(-7), Sport: training.Run, Minutes: 85, Meters: 14_000}}
	in.Windows, in.UsualWindow = slices.Repeat([]int{90}, 14), 90
	weeks, longest := planned(t, in).Weeks, 0
	for i := range weeks {
		longest = max(longest, weeks[i].Long)
	}
	if len(weeks) < 10 || longest == 0 || longest > 90 {
		t.Errorf("in windows of 90 min the longest session of %d weeks has %d", len(weeks), longest)
	}
	in.UsualWindow = 0
	for _, w := range planned(t, in).Weeks {
		longest = max(longest, w.Long)
	}
	if longest <= 90 {
		t.Errorf("without bounds the road has %d min at its longest", longest)
	}
}

// In a pregnancy what is done goes on: no rung, no long session and no week rises.
func TestNothingRisesInAPregnancy(t *testing.T) {
	in := runner(training.Run10K, 200)
	in.Events, in.Athlete.SessionsPerWeek = nil, 5
	in.Athlete.NoHI, in.Athlete.No = true, []session.Contraindication{session.NoPregnancy}
	in.Done = reached(map[session.ID]int{"R-TEMPO": 4, "Q-FULL": 3})
	weeks, keys := planned(t, in).Weeks[:2], 0
	for i := range weeks {
		for _, s := range weeks[i].Slots {
			if s.Step == Productive || s.Step == Stretch {
				t.Errorf("week %d: %s rises to level %d", i+1, s.Family(), s.Level)
			}
			if s.Role == K {
				keys++
			}
		}
		if weeks[i].Long > in.History.Longest(training.Run, in.From, 30).Minutes || float64(weeks[i].Minutes) > LW(in.History.Blocks) {
			t.Errorf("week %d has %d min, the long session %d", i+1, weeks[i].Minutes, weeks[i].Long)
		}
	}
	if keys == 0 {
		t.Error("no week has a key session to hold")
	}
}

func swimmer(longest int) Input {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.SwimPool, 40)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 45, SessionsPerWeek: 5, KnownDays: 200},
		History: past(day1, 6, 290, 40, 5, training.Swim, Effort{Sport: training.Swim, Minutes: longest})}
	in.Events[0].DistanceMeters, in.History.Blocks[1].Eased = 1500, true
	return in
}

// A swimmer's key sessions have the minutes that the week has left, as easy metres around their main sets, up to what is usual in the water.
func TestASwimmersKeySessionsAreAsLongAsSwimsAre(t *testing.T) {
	in := swimmer(70)
	w := planned(t, in).Weeks[0]
	for _, s := range w.Slots {
		f, _ := session.Find(s.Family())
		if (s.Role == K || s.Role == K2) && (s.Minutes < min(60, f.Minutes.High) || s.Minutes > min(70, f.Minutes.High)) {
			t.Errorf("%s has %d min:\n%s", s.Family(), s.Minutes, shown(&w))
		}
	}
	if lw := LW(in.History.Blocks); float64(w.Planned()) < .93*lw {
		t.Errorf("a week of %.0f min is followed by one of %d:\n%s", lw, w.Planned(), shown(&w))
	}
}

// A key session is no longer than what the swims of thirty days prepare for.
func TestKeySessionsAreNoSpikes(t *testing.T) {
	in, keys := swimmer(38), 0
	in.Done = reached(map[session.ID]int{"S-CSS": 5, "S-VO2": 4})
	w := planned(t, in).Weeks[0]
	for _, s := range w.Slots {
		if (s.Role == K || s.Role == K2) && s.Sport == training.Swim {
			if keys++; s.Minutes > 47 || s.Most > 47 {
				t.Errorf("after swims of 38 min at most %s has %d min, %d at most", s.Family(), s.Minutes, s.Most)
			}
		}
	}
	if keys == 0 {
		t.Error("there is no key session:\n" + shown(&w))
	}
}

// What stands in the place of a key session beside a race says so, and nobody is told that nothing is open.
func TestEasyDaysBesideARaceSayWhy(t *testing.T) {
	in := runner(training.RunMarathon, 100)
	b := event(training.Run10K, 6)
	b.ID, b.Name, b.Priority = "b", "the tune-up", training.EventB
	in.Events = append(in.Events, b)
	named := 0
	for i := range planned(t, in).Weeks[:2] {
		w := planned(t, in).Weeks[i]
		for _, s := range w.Slots {
			if s.Role == EPlus && strings.Contains(s.Why, "the tune-up") {
				named++
			}
			if strings.Contains(s.Why, "open to the athlete") {
				t.Errorf("%s: %s", s.Family(), s.Why)
			}
		}
	}
	if named == 0 {
		t.Error("no easy session names the race that it stands by")
	}
}

func tenK(sessions int, locks ...Lock) Input {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.Run10K, 60)}, Locks: locks,
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityHybrid, CTL: 40, SessionsPerWeek: sessions, KnownDays: 90},
		History: past(day1, 6, 330, 100, 5, training.Run, Effort{Sport: training.Run, Minutes: 72, Meters: 12_000})}
	in.History.Blocks[1].Eased = true
	return in
}

// A locked ride of three hours takes no easy run from a week: a second lift gives way to it.
func TestALockedRideLeavesAnEasyRun(t *testing.T) {
	for sessions := 5; sessions <= 7; sessions++ {
		w := planned(t, tenK(sessions, Lock{Day: 5, Sport: training.Ride, Family: "B-LONG", Minutes: 180})).Weeks[0]
		easy, lifts := 0, 0
		for _, s := range w.Slots {
			if s.Sport == training.Run && (s.Role == E || s.Role == EPlus || s.Role == ML) {
				easy++
			}
			if s.lift() {
				lifts++
			}
		}
		if easy == 0 || lifts == 0 {
			t.Errorf("%d sessions, a ride of three hours locked: %d easy runs, %d lifts:\n%s", sessions, easy, lifts, shown(&w))
		}
	}
}

// The legs count by seven days in a row: the lift of a week beside whose border one for the legs is locked is for the upper body.
func TestALiftBesideLockedLegsSparesThem(t *testing.T) {
	first := func(day int) session.ID {
		w := planned(t, tenK(6, Lock{Day: day, Sport: training.Strength, Family: "Q-LOWER", Minutes: 46})).Weeks[0]
		for _, s := range w.Slots {
			if s.lift() && s.Lock == 0 {
				return s.Family()
			}
		}
		t.Fatal("no lift is free:\n" + shown(&w))
		return ""
	}
	if got := first(8); got != "Q-UPPER" {
		t.Errorf("the day before the lock's week has %s", got)
	}
	if got := first(13); got == "Q-UPPER" {
		t.Error("a lock nearly a week off takes the legs out of the lift")
	}
}
