package season

import (
	"testing"

	"fortnight/training"
)

func TestWeekMinutes(t *testing.T) {
	equal := func(minutes ...int) (blocks []Block) {
		for _, m := range minutes {
			blocks = append(blocks, Block{Minutes: m, Endurance: m})
		}
		return blocks
	}
	n := Athlete{Level: training.Novice, KnownDays: 90}
	i := Athlete{Level: training.Intermediate, KnownDays: 90}
	a := Athlete{Level: training.Advanced, KnownDays: 90}
	eased := func(b []Block) []Block { b[1].Eased = true; return b }
	for _, v := range []struct {
		name         string
		athlete      Athlete
		blocks       []Block
		stated, mean float64
		low, high    float64
	}{
		{"novice", n, equal(75), 0, 0, 81, 81}, {"novice above two hours", n, equal(170), 0, 0, 178, 178.5},
		{"stated hours above", i, equal(400, 300), 8, 0, 420, 420}, {"advanced", a, equal(700, 600), 0, 0, 721, 721},
		{"stated hours below", i, equal(300, 250), 4, 0, 240, 240}, {"the season's mean", i, equal(400, 300), 0, 300, 405, 405},
		{"after three loading weeks", i, equal(400, 400, 400), 0, 0, 300, 320}, {"a step-back behind", i, eased(equal(400, 300, 400, 400)), 0, 0, 420, 420},
		{"a novice never steps back under three hours", n, equal(170, 170, 170, 170), 0, 0, 178, 179},
		{"a boy of 12", Athlete{Level: training.Intermediate, Age: 12, KnownDays: 90}, equal(715, 600), 0, 0, 720, 720},
	} {
		got := weekMinutes(&v.athlete, training.GoalRace, v.blocks, v.mean, v.stated).Minutes
		if got < v.low-.6 || got > v.high+.6 {
			t.Errorf("%s: %.1f min, want %g to %g", v.name, got, v.low, v.high)
		}
	}
}

func TestLoadingBlocks(t *testing.T) {
	blocks := func(oldestFirst ...int) (b []Block) {
		for i := len(oldestFirst) - 1; i >= 0; i-- {
			b = append(b, Block{Minutes: oldestFirst[i], Endurance: oldestFirst[i]})
		}
		return b
	}
	if b := blocks(300, 315, 330, 250); Loading(b) || LW(b) != 330 {
		t.Errorf("300 315 330 250: loading %v, LW %g", Loading(b), LW(b))
	}
	if !Loading(blocks(300, 330, 345, 330)) {
		t.Error("330 after 345 is .96 of the best and a loading block")
	}
	if Loading(blocks(300, 330, 345, 327)) {
		t.Error("327 after 345 is below .95 of the best")
	}
	if lw := LW(blocks(300, 220, 310, 230, 50, 0, 0, 0)); lw != 310 {
		t.Errorf("after three weeks off LW is %g: they say nothing of what a week held", lw)
	}
	back := blocks(300, 220, 310, 230, 0, 0, 0, 80)
	if back[0].Eased = true; LW(back) != 310 {
		t.Errorf("in the second week back LW is %g", LW(back))
	}
	if lw := LW(blocks(300, 310, 0, 0, 0, 0, 0, 0)); lw != 0 {
		t.Errorf("after six weeks of nothing LW is %g", lw)
	}
	b := blocks(400, 200, 380, 390)
	b[2].Eased = true
	if got := V0(b); got != 390 {
		t.Errorf("V0 of 400 (200) 380 390 is %g", got)
	}
	eased := Block{Minutes: 90, Endurance: 90, Eased: true}
	if got := V0(append([]Block{eased, eased, eased, eased}, b...)); got != 390 {
		t.Errorf("V0 after a taper and weeks of recovery is %g", got)
	}
}

func TestKeepingWhatIsThere(t *testing.T) {
	in := runner(training.Run10K, 60)
	in.Events, in.Goal = nil, Goal{Kind: training.GoalMaintain}
	w := planned(t, in).Weeks[0]
	if w.Minutes < 225 || w.Minutes > 255 || len(w.Keys()) != 1 {
		t.Errorf("of 300 min: %d, keys %v; want .75 to .85 of it and one", w.Minutes, w.Keys())
	}
}

func TestANoviceHasNoHardSessionInFourWeeks(t *testing.T) {
	in := Input{From: day1, Days: 28, Events: []Event{event(training.Run5K, 60)},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityEndurance, TrainingWeek: 1, SessionsPerWeek: 3}, History: History{From: day1}}
	for i, w := range planned(t, in).Weeks[:4] {
		if w.HIMost != 0 || len(w.Keys()) > 0 {
			t.Errorf("week %d: %d hard ones, keys %v", i+1, w.HIMost, w.Keys())
		}
		if w.Planned() > 120 {
			t.Errorf("week %d of a beginner has %d min", i+1, w.Planned())
		}
	}
}

func TestStatedFitnessDoesNotMakeABeginnerFit(t *testing.T) {
	in := Input{From: day1, Days: 14, Goal: FromWords("couch to 5k", nil), History: History{From: day1},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityEndurance, CTL: 60, SessionsPerWeek: 3}}
	w := planned(t, in).Weeks[0]
	if w.Planned() > 90 {
		t.Errorf("%d min", w.Planned())
	}
	for _, s := range w.Slots {
		if s.Sport == training.Run && (s.Family() != "R-WALK" || s.Level != 1) {
			t.Errorf("%s on rung %d", s.Family(), s.Level)
		}
	}
}

func TestHowMuchABeginnerRuns(t *testing.T) {
	in := Input{From: day1, Days: 28, Goal: FromWords("couch to 5k", nil), History: History{From: day1},
		Athlete: Athlete{Level: training.Novice, Priority: training.PriorityEndurance, SessionsPerWeek: 4}}
	for bmi, want := range map[float64]int{24: 3, 30: 2} {
		in.Athlete.BMI = bmi
		for i, w := range planned(t, in).Weeks[:4] {
			runs := 0
			for _, s := range w.Slots {
				if s.Sport == training.Run {
					runs++
				}
				if s.Level > 3 && s.Family() == "R-WALK" {
					t.Errorf("week %d: rung %d of run and walk", i+1, s.Level)
				}
			}
			if runs > want || runs == 0 {
				t.Errorf("BMI %g, week %d: %d runs, want 1 to %d", bmi, i+1, runs, want)
			}
		}
	}
}

// A gate leaves its share of what was done before the plan: not of the week before, which had its share already.
func TestAGateDoesNotTakeItsShareOfItsOwnWeeks(t *testing.T) {
	in := runner(training.Run10K, 100)
	in.Days, in.Athlete.Volume = 28, .7
	for i, w := range planned(t, in).Weeks[:4] {
		if !w.StepBack && (w.Minutes < 205 || w.Minutes > 210) {
			t.Errorf("week %d has %d min, not .7 of 300", i+1, w.Minutes)
		}
	}
	in = Input{From: day1, Days: 14, Goal: Goal{Kind: training.GoalHealth, Sports: []training.Sport{training.Ride}},
		Athlete: Athlete{Level: training.Novice, SessionsPerWeek: 4, Volume: .75}, History: History{From: day1}}
	if weeks := planned(t, in).Weeks; weeks[1].Minutes < weeks[0].Minutes {
		t.Errorf("somebody who begins has %d min, then %d", weeks[0].Minutes, weeks[1].Minutes)
	}
}

func TestAWayBackHasNoStepBack(t *testing.T) {
	blocks := []Block{{Minutes: 120}, {Minutes: 120}, {Minutes: 120}, {Minutes: 120}}
	a := Athlete{Level: training.Intermediate, KnownDays: 60}
	if v := weekMinutes(&a, training.GoalReturn, blocks, 0, 0); v.SteppedOn || v.Minutes < 120 {
		t.Errorf("%+v", v)
	}
	if v := weekMinutes(&a, training.GoalFinish, blocks, 0, 0); !v.SteppedOn {
		t.Errorf("on the way to a race: %+v", v)
	}
}
