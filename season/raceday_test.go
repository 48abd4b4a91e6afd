package season

import (
	"reflect"
	"slices"
	"testing"

	"fortnight/training"
)

func TestRaceWeekOfA10K(t *testing.T) {
	in := runner(training.Run10K, 14)
	in.Athlete.SessionsPerWeek = 6
	in.History = past(day1, 6, 340, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 85, Meters: 14_000})
	w := planned(t, in).Weeks[1]
	sum, open, sharp := 0, false, false
	for _, s := range w.Slots {
		if s.First < 7 || s.lift() || s.Role == RaceDay {
			continue
		}
		sum += s.Minutes
		open, sharp = open || s.Role == Open, sharp || s.Role == Sharp
		if s.First == 12 || s.First == 13 && s.Role != Open {
			t.Errorf("day %d before a race on day 14 has %s", s.First, s.Role)
		}
	}
	if !open || !sharp || sum < 135 || sum > 210 {
		t.Errorf("the week before a 10K: %d min of V0 300, open %v, sharp %v:\n%s", sum, open, sharp, shown(&w))
	}
}

func TestAfterAMarathonNobodyRuns(t *testing.T) {
	in := runner(training.RunMarathon, 3)
	weeks := planned(t, in)
	w := weeks.Weeks[0]
	if want := []int{4, 5, 6, 7}; !reflect.DeepEqual(w.NoRun, want) {
		t.Errorf("days without running %v, want %v", w.NoRun, want)
	}
	for _, s := range w.Slots {
		if s.First > 3 && (s.Sport == training.Run || isHI(s.Family(), s.Level)) {
			t.Errorf("day %d after a marathon on day 3 has %s", s.First, s.Family())
		}
	}
	if next := weeks.Weeks[1]; next.HIMost != 0 {
		t.Errorf("the second week after a marathon may have %d sessions of high intensity", next.HIMost)
	}
}

func TestAnEventsBAndC(t *testing.T) {
	in := runner(training.Run10K, 60)
	b := event(training.Run5K, 7)
	b.ID, b.Priority = "b", training.EventB
	in.Events = append(in.Events, b)
	w := planned(t, in).Weeks[0]
	for _, s := range w.Slots {
		if (s.Role == K || s.Role == L) && s.Lock == 0 {
			t.Errorf("a B race stands for the week's key and long session, and there is %s:\n%s", s.Role, shown(&w))
		}
	}
	in.Events[1].Priority = training.EventC
	w = planned(t, in).Weeks[0]
	if long := slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Role == L }); !long {
		t.Error("a C race moves the long session away")
	}
	if key := slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Role == K }); key {
		t.Error("a C race is the week's key session, and there is another")
	}
}

func TestAYoungAthleteTrainsForLess(t *testing.T) {
	in := runner(training.RunHalf, 70)
	in.Athlete.Age = 14
	weeks := planned(t, in)
	if weeks.Format != training.Run10K || !slices.ContainsFunc(weeks.Notes, func(n Note) bool { return n.Kind == NoteCapped }) {
		t.Errorf("a half marathon at 14: trains for %s, notes %v", weeks.Format, weeks.Notes)
	}
	race := false
	for _, w := range weeks.Weeks {
		race = race || slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Role == RaceDay })
		if w.Long > 60 {
			t.Errorf("a long run of %d min at 14", w.Long)
		}
	}
	if !race {
		t.Error("the event has left the calendar")
	}
	in.Athlete.Age = 30
	if weeks = planned(t, in); weeks.Format != training.RunHalf {
		t.Errorf("a half marathon at 30: trains for %s", weeks.Format)
	}
}

func TestTheLastLongRunBefore10K(t *testing.T) {
	in := runner(training.Run10K, 14) // the race is on the last day, so the eighth before it on day 6
	w := planned(t, in).Weeks[0]
	at := slices.IndexFunc(w.Slots, func(s Slot) bool { return s.Role == L })
	if at < 0 || w.Slots[at].Last > 6 || w.Slots[at].Meters > 14_000*.8+500 {
		t.Errorf("the last long run is on d -8 at the latest, .8 of the longest:\n%s", shown(&w))
	}
}

func TestTheWeekBeforeAMeet(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.LiftMeet, 14)},
		Athlete: Athlete{Level: training.Advanced, Lifted: true, Priority: training.PriorityHybrid, KnownDays: 200, SessionsPerWeek: 4},
		History: past(day1, 6, 260, 260, 4, training.Strength)}
	in.History.Shares = nil
	for _, s := range planned(t, in).Weeks[1].Slots {
		if d := 14 - s.First; s.lift() && (d < 3 || d < 5 && s.Family() != "Q-PREV") {
			t.Errorf("%d days before a meet there is %s", d, s.Family())
		}
		if s.Role == Sharp || s.Role == Open {
			t.Errorf("a lifter's race week has %s %s", s.Role, s.Family())
		}
	}
}

func TestHyroxIsOpenedTwoDaysBefore(t *testing.T) {
	in := runner(training.Hyrox, 14)
	for _, s := range planned(t, in).Weeks[1].Slots {
		if s.Role == Open && (s.Family() != "H-PRIME" || s.First != 12) {
			t.Errorf("%s on day %d, want H-PRIME on day 12", s.Family(), s.First)
		}
	}
}

func TestARaceInTheMiddleOfABlockLeavesTheKeySession(t *testing.T) {
	w := planned(t, runner(training.Run10K, 13)).Weeks[0] // the days from the sixth on go by the race
	var got []Role
	for _, s := range w.Slots {
		if s.First != s.Last {
			got = append(got, s.Role)
			if s.Last > 5 {
				t.Errorf("%s may stand on day %d, which goes by the race", s.Role, s.Last)
			}
		}
	}
	if !slices.Contains(got, K) || !slices.Contains(got, L) {
		t.Errorf("five days hold %v: long and key session go last", got)
	}
}

func TestWhatGoesFirst(t *testing.T) {
	all := []Role{L, EPlus, K, K2, E}
	for most, want := range [][]Role{{}, {L}, {L, K}, {L, K, K2}, {L, EPlus, K, K2}, all} {
		if got := cutRoles(all, most); !slices.Equal(got, want) {
			t.Errorf("%d of %v: %v, want %v", most, all, got, want)
		}
	}
}

// Somebody who has not lifted has no lift to leave off in the last week, nor a ride after the race who does not ride.
func TestARunnersRaceWeekHasItsRuns(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.RunMarathon, 9)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 55, KnownDays: 200},
		History: past(day1, 6, 360, 0, 5, training.Run, Effort{Date: day1.AddDays(-12), Sport: training.Run, Minutes: 187, Meters: 32_000})}
	runs, weeks := 0, planned(t, in).Weeks
	for _, w := range weeks {
		for _, s := range w.Slots {
			if s.Sport == training.Ride {
				t.Errorf("day %d has %s", s.First, s.Family())
			}
			if s.Sport == training.Run && s.Role != RaceDay && s.First >= 2 {
				runs++
			}
		}
	}
	if runs != 4 { // of five: .38 of the minutes and .35 of the sessions
		t.Errorf("%d runs in the last days:\n%s%s", runs, shown(&weeks[0]), shown(&weeks[1]))
	}
}

// The days before a race keep to the hours that are stated, week by week, and to the window of each day.
func TestTheTaperKeepsToTheHours(t *testing.T) {
	free := runner(training.RunMarathon, 15)
	free.Athlete.SessionsPerWeek = 6
	free.History = past(day1, 6, 340, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 180, Meters: 30_000})
	minutes := func(in Input) (sums [2]int, long int) {
		for _, w := range planned(t, in).Weeks[:2] {
			for _, s := range w.Slots {
				if s.Role == RaceDay || s.Role == Care {
					continue
				}
				if sums[(s.First-1)/7] += s.Minutes; s.Role == L {
					long = max(long, s.Minutes)
				}
			}
		}
		return sums, long
	}
	before, long := minutes(free)
	if before[0] < 211 {
		t.Fatalf("d -14 to -8 has %d min: nothing to cut", before[0])
	}
	for _, hours := range []float64{3.5, 3, 2.5} {
		in := free
		in.Athlete.HoursPerWeek = hours
		sums, cut := minutes(in)
		if most := int(60 * hours); sums[0] > most || sums[1] > most {
			t.Errorf("with %g h a week: %v min", hours, sums)
		}
		if cut == 0 {
			t.Errorf("with %g h a week no long session is left", hours)
		}
	}
	in := free
	in.Windows = slices.Repeat([]int{75}, 14)
	if _, cut := minutes(in); long <= 75 || cut > 75 {
		t.Errorf("the long session of %d min has %d in windows of 75", long, cut)
	}
}
