package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// noviceTriathlete is a novice with four sessions a week, one swim, one ride and two runs, and nothing lifted.
func noviceTriathlete(days int) Input {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.TriSprint, days)},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityEndurance, CTL: 18, KnownDays: 56, TrainingWeek: 9},
		History: past(day1, 8, 145, 0, 4, training.Ride, Effort{Sport: training.Ride, Minutes: 52, Meters: 21_000}, Effort{Sport: training.Run, Minutes: 36, Meters: 5_500},
			Effort{Sport: training.Swim, Minutes: 31, Meters: 1100})}
	in.History.Shares = map[training.Sport]float64{training.Ride: .35, training.Run: .44, training.Swim: .21}
	in.History.Counts = map[training.Sport]int{training.Ride: 6, training.Run: 12, training.Swim: 6}
	in.History.Blocks[3].Eased = true
	for i := range in.History.Blocks {
		in.History.Blocks[i].BySport = map[training.Sport]int{training.Ride: 50, training.Run: 64, training.Swim: 31}
	}
	return in
}

// The light key session of a triathlete's week is of the sport that the week lacks most: nobody comes to a race whose run was dropped for a second ride.
func TestANoviceTriathleteSwimsRidesAndRuns(t *testing.T) {
	for _, days := range []int{20, 42, 70} {
		for i, w := range planned(t, noviceTriathlete(days)).Weeks[:2] {
			if w.Standing.Phase == session.Taper {
				continue
			}
			count := map[training.Sport]int{}
			for j := range w.Slots {
				count[w.Slots[j].Sport]++
				if w.Slots[j].Run > 0 {
					count[training.Run]++
				}
			}
			for _, sport := range triathlonOrder {
				if count[sport] == 0 || count[sport] < w.Floors[sport] {
					t.Errorf("%d days out, week %d: %d times %s, at least %d:\n%s", days, i+1, count[sport], sport.Name(), max(1, w.Floors[sport]), shown(&w))
				}
			}
		}
	}
}

// neverLifted is an intermediate runner of so many sessions a week who has not lifted for as long as anything is known.
func neverLifted(days, sessions, minutes int) Input {
	in := runner(training.RunHalf, days)
	in.Athlete.SessionsPerWeek, in.Athlete.Lifted = 0, false
	in.History = past(day1, 8, minutes, 0, sessions, training.Run, Effort{Sport: training.Run, Minutes: 85, Meters: 14_000})
	in.History.Blocks[1].Eased = true
	return in
}

// A first lift comes beside the usual sessions of an endurance athlete, not in the place of one, and is a light and short one; where the days have no room
// for one more, or somebody says how many sessions a week is to have, it is one of them.
func TestAFirstLiftComesBesideWhatIsUsual(t *testing.T) {
	rooms := func(n int) (list []int) {
		for d := range 14 {
			room := 0
			if d%7 < n {
				room = 1
			}
			list = append(list, room)
		}
		return list
	}
	for name, c := range map[string]struct {
		change    func(*Input)
		endurance int
	}{
		"four runs a week":                 {func(*Input) {}, 4},
		"and a year of lifting long ago":   {func(in *Input) { in.Athlete.StrengthKnown, in.Athlete.StrengthMonths = true, 12 }, 4},
		"and room for five":                {func(in *Input) { in.Rooms = rooms(5) }, 4},
		"and room for four":                {func(in *Input) { in.Rooms = rooms(4) }, 3},
		"four sessions a week are stated":  {func(in *Input) { in.Athlete.SessionsPerWeek = 4 }, 3},
		"four sessions a week are the aim": {func(in *Input) { in.Goal.SessionsPerWeek = 4 }, 3},
	} {
		in := neverLifted(70, 4, 240)
		c.change(&in)
		for i, w := range planned(t, in).Weeks[:2] {
			endurance, short := 0, true
			for j := range w.Slots {
				s := &w.Slots[j]
				if s.lift() {
					short = short && (s.Minutes <= 30 || c.endurance < 4)
				} else if s.Role != Care {
					endurance++
				}
			}
			if endurance != c.endurance || w.lifts() != 1 || !short {
				t.Errorf("%s, week %d: %d sessions of endurance and %d lifts, want %d and a short one:\n%s", name, i+1, endurance, w.lifts(), c.endurance, shown(&w))
			}
		}
	}
}

// Nobody who has never lifted begins with it in the last weeks before a race; who has begun goes on.
func TestNobodyBeginsToLiftShortlyBeforeARace(t *testing.T) {
	in := neverLifted(24, 5, 300)
	for i, w := range planned(t, in).Weeks[:2] {
		if w.lifts() > 0 || w.Planned() < w.Least {
			t.Errorf("week %d:\n%s", i+1, shown(&w))
		}
	}
	in.History.Blocks[0].Strengths, in.History.Blocks[1].Strengths = 1, 1
	if w := planned(t, in).Weeks[0]; w.lifts() != 1 {
		t.Errorf("who lifts has %d lifts:\n%s", w.lifts(), shown(&w))
	}
}

// Where a week has no easy session its minutes go to the lifts, up to how long they usually are; what nothing takes is told.
func TestAWeekWithoutEasySessionsHasItsMinutesOrSaysSo(t *testing.T) {
	hybrid := func(lift int) Week {
		in := runner(training.Run10K, 70)
		in.Events, in.Goal, in.Since = nil, Goal{Kind: training.GoalHealth}, day1.AddDays(-56)
		in.Athlete.Priority, in.Athlete.SessionsPerWeek = training.PriorityHybrid, 4
		in.History = past(day1, 6, 200, 2*lift, 4, training.Run, Effort{Sport: training.Run, Minutes: 55, Meters: 9_000})
		in.History.Blocks[1].Eased = true
		for i := range in.History.Blocks {
			in.History.Blocks[i].Strengths = 2
		}
		return planned(t, in).Weeks[0]
	}
	minutes := func(w *Week) (lifts []int) {
		for i := range w.Slots {
			switch s := &w.Slots[i]; {
			case s.lift():
				lifts = append(lifts, s.Minutes)
			case s.Role == E || s.Role == EPlus:
				t.Fatalf("an easy session:\n%s", shown(w))
			}
		}
		return lifts
	}
	long, short := hybrid(50), hybrid(35)
	if lifts := minutes(&long); len(lifts) != 2 || lifts[0] < 45 || lifts[1] < 45 {
		t.Errorf("lifts of %v min where 50 are usual:\n%s", lifts, shown(&long))
	}
	lifts := minutes(&short)
	if len(lifts) != 2 || lifts[0] > 40 || lifts[1] > 40 {
		t.Errorf("lifts of %v min where 35 are usual:\n%s", lifts, shown(&short))
	}
	told := false
	for _, l := range short.LeftOut {
		told = told || l.Why == noEasy
	}
	if !told {
		t.Errorf("nothing is said of what is left: %v\n%s", short.LeftOut, shown(&short))
	}
}
