package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Two long days in a row are two long days whoever has put them there: an easier week follows on those that were done and those that are locked, and
// what is locked stands for the long sessions of its week.
func TestTwoLongDaysAreSeen(t *testing.T) {
	ultra := func(second int) Input {
		in := runner(training.RunUltra, 48)
		in.History = past(day1, 6, 540, 40, 6, training.Run, Effort{Sport: training.Run, Minutes: 230, Date: day1 - 2}, Effort{Sport: training.Run, Minutes: second, Date: day1 - 1})
		in.History.Blocks[1].Eased, in.Athlete.SessionsPerWeek = true, 6
		return in
	}
	if w := planned(t, ultra(120)).Weeks[0]; !w.StepBack || w.Minutes > 450 {
		t.Errorf("after 230 and 120 min in a row: step-back %v, %d min", w.StepBack, w.Minutes)
	}
	in := ultra(60)
	if w := planned(t, in).Weeks[0]; w.StepBack {
		t.Error("60 min after 230 are no second long day")
	}

	open := planned(t, in).Weeks[0]
	day, second := 0, 0
	for _, s := range open.Slots {
		if Follows(s.Family()) {
			second = s.Minutes
		}
	}
	if second == 0 {
		t.Fatalf("no second long day is planned:\n%s", shown(&open))
	}
	in.Locks = []Lock{{Day: 6, Sport: training.Run, Family: "R-LONG", Minutes: open.Long}, {Day: 7, Sport: training.Run, Family: "R-LONG", Minutes: second}}
	weeks := planned(t, in).Weeks
	for _, s := range weeks[0].Slots {
		f, _ := session.Find(s.Family())
		if f.Class == session.Long && f.ID != "R-ML" {
			day++
			if s.Lock == 0 {
				t.Errorf("%s of %d min is planned beside the locked long days", s.Family(), s.Minutes)
			}
		}
	}
	if day != 2 || !weeks[1].StepBack {
		t.Errorf("%d long days, and the week after them a step-back: %v\n%s", day, weeks[1].StepBack, shown(&weeks[0]))
	}
}

// The locked long run of a triathlete stands for the long run, not for an easy one beside it.
func TestALockedSecondLongSessionIsOne(t *testing.T) {
	in := runner(training.TriHalf, 60)
	in.History = past(day1, 6, 540, 40, 8, training.Ride, Effort{Sport: training.Ride, Minutes: 165}, Effort{Sport: training.Run, Minutes: 85, Meters: 14_000}, Effort{Sport: training.Swim, Minutes: 50, Meters: 2000})
	in.History.Blocks[1].Eased, in.Athlete.SessionsPerWeek = true, 8
	in.Locks = []Lock{{Day: 6, Sport: training.Run, Family: "R-LONG", Minutes: 85}}
	w := planned(t, in).Weeks[0]
	for _, s := range w.Slots {
		if s.Family() == "R-LONG" && s.Lock == 0 {
			t.Errorf("a second long run of %d min beside the locked one:\n%s", s.Minutes, shown(&w))
		}
	}
}
