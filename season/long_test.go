package season

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

func TestAWindowCutsTheLongRun(t *testing.T) {
	in := runner(training.RunMarathon, 100)
	in.History.Efforts = []Effort{{Date: day1.AddDays(-7), Sport: training.Run, Minutes: 110, Meters: 18_500}}
	full := planned(t, in).Weeks[0].Long
	in.Windows = make([]int, 14)
	for i := range in.Windows {
		in.Windows[i] = 90
	}
	w := planned(t, in).Weeks[0]
	if w.Long != 85 {
		t.Errorf("the long run in a window of 90 min has %d", w.Long)
	}
	second := 0
	for _, s := range w.Slots {
		if strings.Contains(s.Why, "day after the long session") {
			second = s.Minutes
		}
	}
	if second == 0 || w.Long+second > full*11/10 {
		t.Errorf("beside 85 of %d min the second run has %d, which is none or too much", full, second)
	}
}

// Coaching 6.2: the last long session before a half distance is ten days before it, however long the hours of later days are.
func TestTheLastLongSessionIsEarlyEnough(t *testing.T) {
	in := runner(training.RunHalf, 14)
	in.Windows = slices.Repeat([]int{70, 70, 70, 70, 70, 240, 240}, 2)
	for _, s := range planned(t, in).Weeks[0].Slots {
		if s.Role == L && (14-s.Last < 10 || s.Minutes > 70) {
			t.Errorf("a long session of %d min may stand on day %d, the race is on day 14", s.Minutes, s.Last)
		}
	}
}

// What a week would press into its first days, right after the last long session of the week before, is left out; where that one was missed it is made up for.
func TestTheLastLongSessionIsNotDoneTwice(t *testing.T) {
	for _, v := range []struct {
		format  training.EventFormat
		back    int // of the last long run
		minutes int
		want    bool
	}{
		{training.RunHalf, 1, 100, false}, {training.RunHalf, 7, 100, true}, {training.TriHalf, 1, 100, true}, // a shorter one

		{training.Run10K, 1, 100, true}, // on the day before its own one, four fifths
	} {
		in := runner(v.format, 14) // d -13 to -7
		in.History = past(day1, 6, 300, 0, 5, training.Run, Effort{Sport: training.Run, Minutes: v.minutes, Date: day1.AddDays(-v.back)},
			Effort{Sport: training.Ride, Minutes: 2 * v.minutes, Date: day1.AddDays(-v.back)}, Effort{Sport: training.Swim, Minutes: 60, Date: day1.AddDays(-v.back)})
		w := planned(t, in).Weeks[0]
		if got := slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Role == L }); got != v.want {
			t.Errorf("%s, the last long session %d days before: long %v, want %v\n%s", v.format, v.back, got, v.want, shown(&w))
		}
	}
}

func TestMarathonLadder(t *testing.T) {
	in := Input{From: day1, Days: 14, Events: []Event{event(training.RunMarathon, 112)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 55, KnownDays: 200, SessionsPerWeek: 6, HoursPerWeek: 6.5},
		History: past(day1, 6, 360, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 95, Meters: 18_000})}
	in.History.Blocks[0].Eased = true
	weeks := planned(t, in)
	want := []float64{19.8, 21.7, 23.7, 18, 25.7, 27.7, 29.7, 22.5, 32, 25.5, 32, 24, 32, 19, 13}
	long := 0
	for i, km := range want {
		got := weeks.Weeks[i].LongFar / 1000
		if math.Abs(got-km) > .5 {
			t.Errorf("week %d: %.1f km, want %.1f:\n%s", i+1, got, km, shown(&weeks.Weeks[i]))
		}
		if got >= 29 {
			long++
		}
	}
	if long != 4 {
		t.Errorf("%d runs of 29 km or more, want 4", long)
	}
}

func TestLongSessionsGrow(t *testing.T) {
	for _, v := range []struct {
		sport      training.Sport
		last       Effort
		top        peak
		cap        int
		low, high  int
		meters     float64
		whichLimit string
	}{
		{training.Run, Effort{Minutes: 28}, peak{meters: 8000}, runCap, 30, 34, 0, "six minutes"},
		{training.Ride, Effort{Minutes: 120}, peak{minutes: 330}, rideCap, 130, 150, 0, "a quarter"},
		{training.Ride, Effort{Minutes: 60}, peak{minutes: 330}, rideCap, 66, 80, 0, "twenty minutes"},
		{training.Row, Effort{Minutes: 50}, peak{minutes: 75}, rowCap, 55, 60, 0, "a fifth"},
		{training.Row, Effort{Minutes: 30}, peak{minutes: 75}, rowCap, 35, 38, 0, "eight minutes"},
		{training.Run, Effort{Minutes: 110, Meters: 18_000}, peak{meters: 32_000}, runCap, 0, 0, 19_800, "a tenth"},
		{training.Run, Effort{Minutes: 50, Meters: 8000}, peak{meters: 32_000}, runCap, 0, 0, 9000, "a kilometre"},
		{training.Swim, Effort{Minutes: 25, Meters: 1000}, peak{meters: 3000}, swimCap, 0, 0, 1300, "300 m"},
		{training.Run, Effort{Minutes: 173, Meters: 23_000}, peak{meters: 29_000}, runCap, 0, 180, 24_000, "three hours"},
	} {
		l := newLadder(v.sport, v.last, v.top, v.cap)
		got := l.next()
		if v.meters > 0 {
			if got.Meters <= v.last.Meters || got.Meters > v.meters || v.high > 0 && got.Minutes > v.high {
				t.Errorf("%s of %.0f m: next %.0f m, %d min; more, and at most %.0f m by %s", v.sport, v.last.Meters, got.Meters, got.Minutes, v.meters, v.whichLimit)
			}
			continue
		}
		if got.Minutes < v.low || got.Minutes > v.high {
			t.Errorf("%s of %d min: next %d, want %d to %d, the limit by %s", v.sport, v.last.Minutes, got.Minutes, v.low, v.high, v.whichLimit)
		}
	}
}

func TestSecondLongDay(t *testing.T) {
	if got := SecondDay(training.Intermediate, 240); got != 120 {
		t.Errorf("intermediate: %d", got)
	}
	if got := SecondDay(training.Advanced, 240); got != 144 {
		t.Errorf("advanced: %d", got)
	}
}

func TestALongRunOutOfReachIsSaid(t *testing.T) {
	in := runner(training.RunMarathon, 42)
	in.Athlete.Level, in.Athlete.CTL, in.Athlete.TrainingWeek = training.Novice, 25, 30
	in.History = past(day1, 6, 160, 0, 3, training.Run, Effort{Sport: training.Run, Minutes: 66, Meters: 10_000})
	reach := func(n Note) bool { return n.Kind == NoteOutOfReach }
	weeks := planned(t, in)
	if !slices.ContainsFunc(weeks.Notes, reach) {
		t.Errorf("a marathon in six weeks from 10 km: %v", weeks.Notes)
	}
	for _, n := range weeks.Notes {
		if reached := regexp.MustCompile(`about (\d+) km at`).FindStringSubmatch(n.Text); n.Kind == NoteOutOfReach &&
			(reached == nil || len(reached[1]) != 2 || reached[1] >= "22" || !strings.Contains(n.Text, "where about 22 km prepare for it")) {
			t.Errorf("what is reached and what is asked: %s", n.Text)
		}
	}
	in.Events = []Event{event(training.RunMarathon, 140)}
	if weeks = planned(t, in); slices.ContainsFunc(weeks.Notes, reach) {
		t.Errorf("a marathon in twenty weeks from 10 km: %v", weeks.Notes)
	}
	in.Events = []Event{event(training.RunMarathon, 9)}
	in.History = past(day1, 6, 360, 0, 5, training.Run, Effort{Date: day1.AddDays(-12), Sport: training.Run, Minutes: 187, Meters: 32_000})
	if weeks = planned(t, in); slices.ContainsFunc(weeks.Notes, reach) {
		t.Errorf("a marathon in nine days after a run of 32 km: %v", weeks.Notes)
	}
}

func TestTwoLongDaysAndAnEasierWeek(t *testing.T) {
	in := runner(training.RunUltra, 56)
	in.Athlete.SessionsPerWeek = 6
	in.History = past(day1, 6, 480, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 170, Meters: 27_000})
	in.History.Blocks[0].Eased = true
	weeks := planned(t, in)
	seen := false
	for i, w := range weeks.Weeks {
		for _, s := range w.Slots {
			if s.Family() != "R-B2B" || w.Long == 0 {
				continue
			}
			seen = true
			if float64(s.Minutes) > .65*float64(w.Long) {
				t.Errorf("week %d: day two has %d of %d min", i+1, s.Minutes, w.Long)
			}
			if next := weeks.Weeks[i+1]; !next.StepBack && next.Standing.Phase != session.Taper {
				t.Errorf("week %d after a double weekend is no easier one", i+2)
			}
		}
	}
	if !seen {
		t.Error("an ultra without two long days in a row")
	}
}

// A plan that begins after a week with a long run near the marathon's peak goes on from it: .8 of the peak comes next, and the peak after that.
func TestAMarathonAlternatesFromPlanToPlan(t *testing.T) {
	in := runner(training.RunMarathon, 49)
	in.History.Efforts = append(in.History.Efforts, Effort{Date: day1.AddDays(-1), Sport: training.Run, Minutes: 170, Meters: 30_000})
	w := planned(t, in).Weeks
	if w[0].LongFar > .85*32_000 || w[1].LongFar < .9*32_000 {
		t.Errorf("after 30 km: %.0f m, then %.0f", w[0].LongFar, w[1].LongFar)
	}
	in.History.Efforts[len(in.History.Efforts)-1].Date = day1.AddDays(-10) // the week before had none
	if w := planned(t, in).Weeks; w[0].LongFar < .9*32_000 {
		t.Errorf("30 km ten days ago: %.0f m", w[0].LongFar)
	}
}

// A run that falls short is not rounded up to what it falls short of.
func TestKilometersOfALongRun(t *testing.T) {
	for meters, want := range map[float64]string{6000: "6 km", 5960: "5.9 km", 4300: "4.3 km", 22_000: "22 km", 21_990: "21 km", 10_000: "10 km", 9999: "9.9 km"} {
		if got := kilometers(meters); got != want {
			t.Errorf("%.0f m: %s, want %s", meters, got, want)
		}
	}
}

// A long ride is out of reach where the longest training stays below half of its time (coaching 1.2), and it is said in the last days, too, when no long
// session is planned any more.
func TestALongRideOutOfReachIsSaid(t *testing.T) {
	for _, v := range []struct {
		format        training.EventFormat
		days, longest int
		said          bool
		when          string
	}{
		{training.RideCentury, 6, 90, true, "in race week"}, {training.RideCentury, 12, 90, true, "before the taper"}, {training.RideCentury, 20, 90, true, "three weeks before"},
		{training.RideCentury, 6, 240, false, "in race week"}, {training.RideCentury, 20, 240, false, "three weeks before"}, {training.RideFondo, 12, 60, true, "before the taper"},
	} {
		in := runner(v.format, v.days)
		in.History = past(day1, 6, 3*v.longest, 0, 4, training.Ride, Effort{Sport: training.Ride, Minutes: v.longest})
		notes := planned(t, in).Notes
		if said := slices.ContainsFunc(notes, func(n Note) bool { return n.Kind == NoteOutOfReach }); said != v.said {
			t.Errorf("%s in %d days, %s, longest ride %d min: out of reach %t, want %t: %v", v.format, v.days, v.when, v.longest, said, v.said, notes)
		}
	}
}
