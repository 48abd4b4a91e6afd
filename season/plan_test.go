package season

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

func TestBadInputNamesItsField(t *testing.T) {
	for _, v := range []struct {
		field  string
		change func(*Input)
	}{
		{"days", func(in *Input) { in.Days = 35 }}, {"days", func(in *Input) { in.Days = 10 }}, {"history.from", func(in *Input) { in.History.From++ }},
		{"windows", func(in *Input) { in.Windows = []int{60} }}, {"locks[0].day", func(in *Input) { in.Locks = []Lock{{Day: 15}} }},
		{"athlete.hoursPerWeek", func(in *Input) { in.Athlete.HoursPerWeek = 61 }}, {"locks", func(in *Input) { in.Locks = make([]Lock, 101) }},
	} {
		in := runner(training.Run10K, 60)
		v.change(&in)
		_, err := Plan(in)
		var fault *training.InputError
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), v.field) {
			t.Errorf("%s: %v", v.field, err)
		}
	}
}

func TestTheSameInputGivesTheSamePlan(t *testing.T) {
	for _, f := range fortnights() {
		a, b := planned(t, f.in), planned(t, f.in)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two plans differ", f.name)
		}
	}
}

func TestAPlanChangesNothingOfItsInput(t *testing.T) {
	for at, f := range fortnights() {
		planned(t, f.in)
		if again := fortnights()[at].in; !reflect.DeepEqual(f.in.History, again.History) || !reflect.DeepEqual(f.in.Done, again.Done) {
			t.Errorf("%s: the plan changed what it was made from", f.name)
		}
	}
}

// randomInput is an athlete of any kind: what holds for all of them holds.
func randomInput(r *rand.Rand) Input {
	levels := training.Levels
	from := day1.AddDays(r.IntN(7))
	sports := []training.Sport{training.Run, training.Ride, training.Swim, training.Row, training.Walk}
	in := Input{From: from, Days: 7 * (1 + r.IntN(4)),
		Athlete: Athlete{Level: levels[r.IntN(3)], Lifted: r.IntN(2) == 0, Age: []int{0, 13, 16, 30, 55, 67}[r.IntN(6)], Priority: training.Priorities[r.IntN(3)], CTL: float64(r.IntN(90)),
			HoursPerWeek: float64(r.IntN(3) * r.IntN(7)), SessionsPerWeek: r.IntN(11), KnownDays: []int{0, 8, 60, 300}[r.IntN(4)], TrainingWeek: r.IntN(20),
			NoHI: r.IntN(8) == 0, Hurt: r.IntN(10) == 0},
		Goal: Goal{Kind: training.GoalKinds[r.IntN(len(training.GoalKinds))]}}
	if r.IntN(6) == 0 {
		in.Athlete.NoSports = []training.Sport{sports[r.IntN(4)]}
	}
	if r.IntN(20) == 0 {
		in.Athlete.NoSports = training.Sports[r.IntN(3):]
	}
	if r.IntN(8) == 0 {
		in.Athlete.Return = &Returning{Until: from.AddDays(r.IntN(30)), Share: .7}
	}
	main, minutes := sports[r.IntN(4)], 60+r.IntN(700)
	in.History = past(from, r.IntN(8), minutes, minutes/8, 2+r.IntN(8), main, Effort{Sport: main, Minutes: 20 + r.IntN(150)})
	if in.Athlete.KnownDays == 0 {
		in.History = History{From: from}
	}
	for range r.IntN(3) {
		e := event(training.EventFormats[r.IntN(len(training.EventFormats))], r.IntN(160)-30)
		e.ID, e.Priority = training.EventID(string(rune('a'+len(in.Events)))), training.EventPriorities[r.IntN(3)]
		in.Events = append(in.Events, e)
	}
	for range r.IntN(3) {
		in.Locks = append(in.Locks, Lock{Day: 1 + r.IntN(in.Days), Sport: main, Minutes: 30 + r.IntN(90), HI: r.IntN(2) == 0})
	}
	return in
}

func TestWhatHoldsForAllAthletes(t *testing.T) {
	for seed := range uint64(1500) {
		in := randomInput(rand.New(rand.NewPCG(seed, 7)))
		weeks, err := Plan(in)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i := range weeks.Weeks {
			w := &weeks.Weeks[i]
			for _, fault := range faultsOf(&in, w, i) {
				t.Errorf("seed %d, week %d: %s", seed, i+1, fault)
			}
			if t.Failed() {
				t.Fatalf("%+v\n%s", in.Athlete, shown(w))
			}
		}
	}
}

func faultsOf(in *Input, w *Week, i int) (faults []string) {
	hi := 0
	for _, s := range w.Slots {
		if s.First < 7*i+1 || s.Last > 7*i+7 || s.Last < s.First {
			faults = append(faults, "a slot lies outside its week")
		}
		if s.Lock > 0 || s.Role == RaceDay {
			continue
		}
		f, known := session.Find(s.Family())
		switch {
		case !known:
			faults = append(faults, "a slot has no family: "+string(s.Role))
		case s.Minutes < s.Least || s.Minutes > s.Most:
			faults = append(faults, "minutes outside their own range: "+string(f.ID))
		case s.Minutes < 5 || s.Minutes > 480:
			faults = append(faults, "no sensible length: "+string(f.ID))
		case slices.Contains(in.Athlete.NoSports, f.Sport):
			faults = append(faults, "a sport that is ruled out: "+string(f.ID))
		case s.Level < 0 || s.Level > f.Rungs || s.Highest < s.Level:
			faults = append(faults, "no rung of its ladder: "+string(f.ID))
		}
		if s.Role != Sharp && s.Role != Open && isHI(s.Family(), s.Level) {
			hi++
		}
	}
	if in.Athlete.NoHI && hi > 0 {
		faults = append(faults, "high intensity against a gate")
	}
	if w.Standing.Test && hi > w.HIMost+1 || !w.Standing.Test && hi > max(w.HIMost, 1) {
		faults = append(faults, "more high intensity than the week may have")
	}
	return faults
}

func TestStandingsAreThoseOfThePlan(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 0))
	for range 300 {
		in := randomInput(r)
		list, err := Standings(in)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != in.Days/7 {
			t.Fatalf("%d weeks for %d days", len(list), in.Days)
		}
		for i, w := range planned(t, in).Weeks[:len(list)] {
			if !reflect.DeepEqual(w.Standing, list[i]) {
				t.Fatalf("week %d stands at %+v, alone at %+v", i+1, w.Standing, list[i])
			}
		}
	}
	in := runner(training.Run10K, 60)
	in.Days = 10
	if _, err := Standings(in); err == nil || !strings.Contains(err.Error(), "days") {
		t.Errorf("ten days: %v", err)
	}
}
