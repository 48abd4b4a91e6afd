package season

import (
	"slices"
	"testing"

	"fortnight/training"
)

// A step-back that is due in the week before a test week waits for it: two lighter weeks in a row are more rest than three full ones ask for. Who steps back
// after two does so before it as well.
func TestAStepBackWaitsForTheTestWeek(t *testing.T) {
	in := runner(training.Run10K, 100)
	in.Events, in.Goal = nil, Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}}
	in.Since = in.From.AddDays(-7 * 6)
	in.History = past(day1, 6, 300, 40, 5, training.Run, Effort{Sport: training.Run, Minutes: 85, Meters: 14_000})
	in.History.Blocks[3].Eased = true
	lighter := func(in Input) (list [2]bool) {
		for i, w := range planned(t, in).Weeks[:2] {
			list[i] = w.StepBack
		}
		return list
	}
	if got := lighter(in); got != [2]bool{false, true} {
		t.Errorf("lighter weeks before and in the test week: %v", got)
	}
	in.Athlete.Age = 62
	if got := lighter(in); got != [2]bool{true, true} {
		t.Errorf("at 62 lighter weeks before and in the test week: %v", got)
	}
	in.Athlete.Age, in.History.Blocks[3].Eased = 0, false // the fourth full week is behind
	if got := lighter(in); got != [2]bool{true, true} {
		t.Errorf("after more than three full weeks lighter ones before and in the test week: %v", got)
	}
}

// An ultra runner's double long weekends leave two weeks between two lighter ones, and the first of the two days has a day after it in its week.
func TestLongWeekendsLeaveFullWeeks(t *testing.T) {
	in := runner(training.RunUltra, 75)
	in.History = past(day1, 6, 540, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 230, Date: day1 - 1})
	in.History.Blocks[1].Eased, in.Athlete.SessionsPerWeek = true, 6
	last, doubles := -3, 0
	for i, w := range planned(t, in).Weeks {
		if w.Standing.D <= 21 {
			break
		}
		if w.StepBack {
			if i-last < 3 {
				t.Errorf("weeks %d and %d are both lighter ones", last+1, i+1)
			}
			last = i
		}
		if slices.ContainsFunc(w.Slots, func(s Slot) bool { return Follows(s.Family()) }) {
			doubles++
			for _, s := range w.Slots {
				if s.Role == L && s.Last > 7*i+6 {
					t.Errorf("week %d: the long run may stand on day %d, and two long days are planned", i+1, s.Last)
				}
			}
		}
	}
	if doubles == 0 {
		t.Error("no two long days are planned")
	}
	in.Windows = make([]int, in.Days)
	for d := range in.Windows {
		if in.Windows[d] = 60; d%7 == 6 {
			in.Windows[d] = 300
		}
	}
	for i, w := range planned(t, in).Weeks[:2] {
		for _, s := range w.Slots {
			if Follows(s.Family()) {
				t.Errorf("week %d: a second long day of %d min beside days of an hour", i+1, s.Minutes)
			}
		}
	}
}

// How many sessions a week has is that of the weeks whose minutes the next one goes by: with those of lighter ones fewer sessions would have to hold the
// minutes of more.
func TestTheHabitIsThatOfFullWeeks(t *testing.T) {
	h := past(day1, 6, 330, 0, 5, training.Run)
	for _, i := range []int{2, 3, 5} {
		h.Blocks[i].Minutes, h.Blocks[i].Sessions = 220, 3
	}
	if got := h.Habit(); got != 5 {
		t.Errorf("%d sessions", got)
	}
	for i := range h.Blocks {
		h.Blocks[i].Minutes = 220
	}
	if got := h.Habit(); got != 4 {
		t.Errorf("%d sessions in weeks of as many minutes", got)
	}
}
