package season

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// want is a session of a worked fortnight.
type want struct {
	family  session.ID
	level   int // 0 for none
	minutes int
}

func plain(family session.ID, minutes int) want { return want{family: family, minutes: minutes} }

type fortnight struct {
	name  string
	in    Input
	weeks [2][]want
	total [2]int // of the week in minutes, 0 where days go by a race
}

// reached is what somebody did of families a fortnight ago, each rung as it was planned.
func reached(levels map[session.ID]int) []session.Done {
	var done []session.Done
	for _, f := range session.All() {
		if level := levels[f.ID]; level > 0 {
			done = append(done, session.Done{Date: day1.AddDays(-13), Reading: session.Reading{Family: f.ID, Level: level}, Share: 1})
		}
	}
	return done
}

func fortnights() []fortnight {
	novice5K := Input{From: day1, Days: 14, Events: []Event{event(training.Run5K, 42)},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityEndurance, CTL: 10, KnownDays: 56, TrainingWeek: 9},
		History: past(day1, 8, 75, 0, 3, training.Run, Effort{Sport: training.Run, Minutes: 28})}

	sore := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalHealth, Sports: []training.Sport{training.Ride, training.Walk}},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityHybrid, SessionsPerWeek: 4, BMI: 32, Hurt: true, NoHI: true,
			NoSports: []training.Sport{training.Run}, No: []session.Contraindication{session.NoKnee, session.NoImpact}},
		History: History{From: day1}}

	hybrid := Input{From: day1, Days: 14, Events: []Event{event(training.Run10K, 70)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityHybrid, CTL: 40, HoursPerWeek: 4.75, SessionsPerWeek: 5, KnownDays: 90},
		History: past(day1, 6, 285, 100, 5, training.Run, Effort{Sport: training.Run, Minutes: 72, Meters: 12_000})}
	hybrid.History.Blocks[1].Eased = true

	marathon := Input{From: day1, Days: 14, Events: []Event{event(training.RunMarathon, 112)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 55, KnownDays: 200},
		History: past(day1, 6, 412, 70, 7, training.Run, Effort{Sport: training.Run, Minutes: 116, Meters: 20_000})}
	marathon.History.Blocks[1].Eased = true

	friday := day1.AddDays(4)
	raceSunday := Event{ID: "e", Name: "the marathon", Date: friday.AddDays(9), Sport: training.Run, Format: training.RunMarathon, Priority: training.EventA, ExpectedSeconds: 4 * 3600}
	raceWeek := Input{From: friday, Days: 14, Events: []Event{raceSunday},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 55, KnownDays: 200, SessionsPerWeek: 6},
		History: past(friday, 6, 360, 0, 5, training.Run, Effort{Date: friday.AddDays(-12), Sport: training.Run, Minutes: 187, Meters: 32_000})}
	raceWeek.History.Counts[training.Ride] = 6
	raceWeek.History.Blocks[0].Eased = true

	cyclist := Input{From: day1, Days: 14, Events: []Event{event(training.RideFondo, 84)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 45, SessionsPerWeek: 5, KnownDays: 200},
		Done:    reached(map[session.ID]int{"B-SS": 3, "B-THR": 2}),
		History: past(day1, 6, 345, 40, 5, training.Ride, Effort{Sport: training.Ride, Minutes: 140})}
	cyclist.Events[0].DistanceMeters = 130_000
	cyclist.History.Blocks[1].Eased = true
	cyclist.History.Last["B-TEMPO"], cyclist.History.Last["B-SS"] = day1.AddDays(-5), day1.AddDays(-12)

	ironman := Input{From: day1, Days: 14, Events: []Event{event(training.TriFull, 84)},
		Athlete: Athlete{Level: training.Advanced, Lifted: true, Priority: training.PriorityEndurance, CTL: 75, SessionsPerWeek: 9, KnownDays: 400},
		Done:    reached(map[session.ID]int{"B-SS": 5, "S-CSS": 4, "R-TEMPO": 4, "S-END": 4, "X-BRICK": 4}),
		History: past(day1, 6, 724, 30, 9, training.Ride, Effort{Sport: training.Ride, Minutes: 230}, Effort{Sport: training.Run, Minutes: 100}, Effort{Sport: training.Swim, Minutes: 50})}
	for i := range ironman.History.Blocks {
		ironman.History.Blocks[i].BySport = map[training.Sport]int{training.Ride: 380, training.Run: 180, training.Swim: 134}
	}
	ironman.History.Blocks[0].Eased = true
	ironman.History.Shares = map[training.Sport]float64{training.Ride: .55, training.Run: .26, training.Swim: .19}
	ironman.History.Counts = map[training.Sport]int{training.Ride: 18, training.Run: 18, training.Swim: 18}

	hyrox := Input{From: day1, Days: 14, Events: []Event{event(training.Hyrox, 49)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityHybrid, CTL: 48, HoursPerWeek: 5.5, SessionsPerWeek: 6, KnownDays: 200},
		Done:    reached(map[session.ID]int{"H-STN": 2, "R-THR": 2, "R-VO2": 2}),
		History: past(day1, 6, 300, 50, 6, training.Run, Effort{Sport: training.Run, Minutes: 72}, Effort{Sport: training.Row, Minutes: 45})}
	hyrox.History.Counts[training.Row] = 6
	hyrox.History.Blocks[1].Eased = true

	lifter := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalAddSport, Sports: []training.Sport{training.Run}},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityStrength, SessionsPerWeek: 6, KnownDays: 200, StrengthKnown: true,
			StrengthMonths: 36, SportMonths: map[training.Sport]int{training.Run: 0}},
		History: past(day1, 6, 300, 240, 6, training.Ride, Effort{Sport: training.Ride, Minutes: 30})}
	lifter.History.Counts, lifter.History.Shares = nil, nil
	lifter.History.Blocks[1].Eased = true

	postpartum := Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalReturn, Sports: []training.Sport{training.Run, training.Walk}},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityHybrid, SessionsPerWeek: 4, KnownDays: 60, NoHI: true, Postpartum: true,
			Return: &Returning{Until: day1.AddDays(40)}},
		History: past(day1, 4, 119, 25, 4, training.Walk, Effort{Sport: training.Walk, Minutes: 36})}

	rower := Input{From: day1, Days: 14, Events: []Event{event(training.Row2K, 42)},
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Priority: training.PriorityEndurance, CTL: 48, HoursPerWeek: 4.33, SessionsPerWeek: 5, KnownDays: 200},
		Done:    reached(map[session.ID]int{"W-LINT": 3, "W-THR": 2, "W-2KI": 2}),
		History: past(day1, 6, 236, 40, 5, training.Row, Effort{Sport: training.Row, Minutes: 50})}
	rower.History.Blocks[1].Eased = true

	swimmer := Input{From: day1, Days: 14,
		Athlete: Athlete{Level: training.Intermediate, Lifted: true, Age: 14, Priority: training.PriorityEndurance, CTL: 40, SessionsPerWeek: 5, KnownDays: 200},
		History: past(day1, 6, 345, 30, 5, training.Swim, Effort{Sport: training.Swim, Minutes: 90})}
	swimmer.History.Blocks[1].Eased = true
	for week := range 2 {
		for _, l := range []Lock{{Day: 1, Minutes: 75}, {Day: 3, Minutes: 75, HI: true}, {Day: 5, Minutes: 75}, {Day: 6, Minutes: 90, HI: true}} {
			l.Day, l.Sport = l.Day+7*week, training.Swim
			swimmer.Locks = append(swimmer.Locks, l)
		}
	}
	club := []want{plain("", 75), plain("", 75), plain("", 75), plain("", 90), plain("Q-AA", 30), plain("M-SHO", 10)}

	return []fortnight{
		{"1 novice, 5K", novice5K, [2][]want{
			{{"R-HILL", 1, 25}, plain("R-EASY", 25), plain("R-LONG", 32)},
			{{"R-HILL", 2, 30}, plain("R-STR", 25), plain("R-LONG", 35)}}, [2]int{82, 90}},
		{"2 beginner, sore knees", sore, [2][]want{
			{plain("B-EASY", 20), plain("Q-AA", 20), plain("B-EASY", 20), plain("A-WALK", 15)},
			{plain("B-EASY", 25), plain("Q-AA", 20), plain("B-EASY", 20), plain("A-WALK", 20)}}, [2]int{75, 85}},
		{"3 hybrid, 10K", hybrid, [2][]want{
			{plain("Q-STR", 50), {"R-TEMPO", 3, 55}, plain("Q-FULL", 50), {"R-STR", 4, 50}, plain("R-LONG", 79)},
			{plain("Q-STR", 50), {"R-THR", 3, 50}, plain("Q-FULL", 50), {"R-STR", 5, 50}, plain("R-LONG", 86)}}, [2]int{284, 286}},
		{"4 marathon in 16 weeks", marathon, [2][]want{
			{plain("Q-STR", 45), plain("R-EASY", 52), {"R-TEMPO", 4, 62}, plain("R-ML", 75), plain("Q-PREV", 25), plain("R-STR", 46), plain("R-LONG", 128)},
			{plain("Q-STR", 45), plain("R-EASY", 52), {"R-TEMPO", 5, 68}, plain("R-ML", 80), plain("Q-PREV", 25), plain("R-STR", 46), plain("R-LONG", 139)}}, [2]int{433, 455}},
		{"5 marathon on day 10", raceWeek, [2][]want{
			{plain("R-EASY", 40), plain("R-LONG", 75), plain("R-STR", 40), plain("R-SHARP", 45), plain("R-EASY", 30)},
			{plain("R-OPEN", 20), plain("", 240), plain("A-WALK", 20), plain("A-WALK", 20), plain("B-REC", 25)}}, [2]int{}},
		{"6 cyclist, fondo", cyclist, [2][]want{
			{{"B-SS", 4, 65}, plain("Q-STR", 40), plain("B-CAD", 60), plain("B-LONG", 150), plain("B-EASY", 45)},
			{{"B-THR", 3, 60}, plain("Q-STR", 40), {"B-SS", 5, 65}, plain("B-LONG", 165), plain("B-EASY", 45)}}, [2]int{360, 375}},
		{"7 Ironman in 12 weeks", ironman, [2][]want{
			{{"S-END", 5, 50}, {"B-SS", 6, 80}, plain("S-TECH", 40), {"S-CSS", 5, 60}, {"R-TEMPO", 5, 60}, plain("B-EASY", 60), plain("Q-MAIN", 30), plain("X-BRICK", 260), plain("R-LONG", 105)},
			{{"S-END", 6, 50}, {"B-SS", 7, 85}, plain("S-TECH", 30), {"S-CSS", 6, 60}, {"R-TEMPO", 6, 65}, plain("B-EASY", 45), plain("Q-MAIN", 30), plain("X-BRICK", 275), plain("R-LONG", 115)}}, [2]int{745, 755}},
		{"8 HYROX in 7 weeks", hyrox, [2][]want{
			{{"R-THR", 3, 50}, plain("Q-STR", 50), plain("R-EASY", 45), {"H-STN", 3, 55}, plain("W-EASY", 40), plain("R-LONG", 75)},
			{{"R-THR", 4, 50}, plain("Q-STR", 50), plain("R-EASY", 55), {"H-STN", 4, 60}, plain("W-EASY", 40), plain("R-LONG", 75)}}, [2]int{315, 330}},
		{"9 lifter adds two runs", lifter, [2][]want{
			{plain("Q-LOWER", 60), plain("Q-UPPER", 60), {"R-WALK", 1, 30}, plain("Q-LOWER", 60), plain("Q-UPPER", 60), {"R-WALK", 1, 30}},
			{plain("Q-LOWER", 60), plain("Q-UPPER", 60), {"R-WALK", 2, 30}, plain("Q-LOWER", 60), plain("Q-UPPER", 60), {"R-WALK", 2, 30}}}, [2]int{300, 300}},
		{"10 postpartum, 14 weeks", postpartum, [2][]want{
			{{"R-WALK", 1, 30}, plain("Q-PELV", 15), plain("Q-AA", 25), {"R-WALK", 1, 30}, plain("A-WALK", 40)},
			{{"R-WALK", 2, 30}, plain("Q-PELV", 15), plain("Q-AA", 25), {"R-WALK", 2, 30}, plain("A-WALK", 45)}}, [2]int{125, 130}},
		{"11 rower, 2K", rower, [2][]want{
			{{"W-LINT", 4, 55}, plain("W-EASY", 45), plain("Q-STR", 45), {"W-THR", 3, 50}, plain("W-LONG", 55)},
			{{"W-2KI", 3, 55}, plain("W-EASY", 50), plain("Q-MAIN", 30), {"W-LINT", 5, 60}, plain("W-LONG", 60)}}, [2]int{250, 255}},
		{"12 swimmer of 14", swimmer, [2][]want{club, club}, [2]int{345, 345}},
	}
}

// TestWorkedFortnights holds the fortnights of coaching 10: the same slots with the same families, rungs within one, minutes within 15 %.
// What easy sessions share is one remainder: each is within ten minutes, and the week's sum shows whether they are right together.
func TestWorkedFortnights(t *testing.T) {
	for _, f := range fortnights() {
		t.Run(f.name, func(t *testing.T) {
			weeks, err := Plan(f.in)
			if err != nil {
				t.Fatal(err)
			}
			for i, all := range f.weeks {
				w := &weeks.Weeks[i]
				for _, fault := range compare(w, all, f.total[i]) {
					t.Errorf("week %d: %s", i+1, fault)
				}
				if t.Failed() {
					t.Log("\n" + shown(w))
				}
			}
		})
	}
}

func compare(w *Week, all []want, total int) []string {
	var faults []string
	left := append([]Slot(nil), w.Slots...)
	for _, want := range all {
		at := nearestSlot(left, want)
		if at < 0 {
			faults = append(faults, fmt.Sprintf("no %s of %d min", want.family, want.minutes))
			continue
		}
		s := left[at]
		left = append(left[:at], left[at+1:]...)
		if want.level > 0 && (s.Level < want.level-1 || s.Level > want.level+1) {
			faults = append(faults, fmt.Sprintf("%s is on rung %d, not %d", want.family, s.Level, want.level))
		}
		off, most := math.Abs(float64(s.Minutes-want.minutes)), .15*float64(want.minutes)
		if s.Role == E || s.Role == EPlus {
			most = math.Max(most, 10)
		}
		if off > most {
			faults = append(faults, fmt.Sprintf("%s has %d min, not %d", want.family, s.Minutes, want.minutes))
		}
	}
	for _, s := range left {
		faults = append(faults, fmt.Sprintf("%s %s of %d min is too much", s.Role, s.Family(), s.Minutes))
	}
	if sum := w.Planned(); total > 0 && math.Abs(float64(sum-total)) > .07*float64(total) {
		faults = append(faults, fmt.Sprintf("%d min, not %d", sum, total))
	}
	return faults
}

func nearestSlot(left []Slot, w want) int {
	best := -1
	for i := range left {
		if left[i].Family() != w.family {
			continue
		}
		if best < 0 || math.Abs(float64(left[i].Minutes-w.minutes)) < math.Abs(float64(left[best].Minutes-w.minutes)) {
			best = i
		}
	}
	return best
}

func shown(w *Week) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s phase %d week %d, %d min of %d, step-back %v, %s\n", w.First, w.Standing.Phase, w.Standing.Week, w.Planned(), w.Minutes, w.StepBack, w.Standing.Reason)
	for _, s := range w.Slots {
		fmt.Fprintf(&b, "  %-5s %-11s %v L%d %s %d min (%d-%d) %.0f m, run %d, days %d-%d, %s\n", s.Role, s.Sport, s.Families, s.Level, s.Step, s.Minutes, s.Least, s.Most, s.Meters, s.Run, s.First, s.Last, s.Why)
	}
	for _, l := range w.LeftOut {
		fmt.Fprintf(&b, "  left out: %s, %s\n", l.What, l.Why)
	}
	return b.String()
}
