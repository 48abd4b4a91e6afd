package gate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// samples are workouts of many kinds: what a condition leaves of them is what it allows.
var samples = []session.Dose{
	{Family: "R-EASY", Minutes: 40}, {Family: "R-STR", Level: 1, Minutes: 40}, {Family: "R-TRAIL", Minutes: 60}, {Family: "R-VO2", Level: 4, Minutes: 50}, {Family: "B-EASY", Minutes: 40}, {Family: "B-TEMPO", Level: 3, Minutes: 60},
	{Family: "B-TORQ", Level: 2, Minutes: 60}, {Family: "S-END", Minutes: 30}, {Family: "S-CSS", Level: 3, Minutes: 50}, {Family: "W-EASY", Minutes: 30}, {Family: "K-EASY", Minutes: 30},
	{Family: "A-WALK", Minutes: 15}, {Family: "A-WALK", Minutes: 30}, {Family: "A-WALK", Minutes: 60}, {Family: "A-HIKE", Minutes: 60}, {Family: "H-STN", Level: 2, Minutes: 45}, {Family: "Q-AA", Level: 2, Minutes: 30},
	{Family: "Q-STR", Level: 3, Minutes: 50}, {Family: "Q-PLYO", Level: 1, Minutes: 20}, {Family: "Q-PELV", Level: 1, Minutes: 15}, {Family: "M-FLOW", Minutes: 15},
}

// sample writes a dose for an athlete whom the bounds hold, as a plan does.
func sample(t *testing.T, d session.Dose, b *Bounds) training.Workout {
	t.Helper()
	f, known := session.Find(d.Family)
	if !known {
		t.Fatalf("%s is no family", d.Family)
	}
	d.Spare, d.For = b.Spare, training.Intermediate
	d.Who = session.Lifter{Level: training.Intermediate, Months: 30, PregnantWeek: b.PregnantWeek, PostpartumWeek: b.BirthWeek}
	return f.Write(d).For(training.Thresholds{})
}

// left are the samples that some bounds allow, as "R-EASY 40".
func left(t *testing.T, b *Bounds) string {
	var names []string
	for _, d := range samples {
		w := sample(t, d, b)
		if _, bad := b.Forbids(&w); !bad {
			names = append(names, fmt.Sprintf("%s %d", d.Family, d.Minutes))
		}
	}
	return strings.Join(names, ", ")
}

// What several conditions leave of the samples.
const (
	all       = "R-EASY 40, R-STR 40, R-TRAIL 60, R-VO2 50, B-EASY 40, B-TEMPO 60, B-TORQ 60, S-END 30, S-CSS 50, W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, A-HIKE 60, H-STN 45, Q-AA 30, Q-STR 50, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	notHard   = "R-EASY 40, R-STR 40, R-TRAIL 60, B-EASY 40, B-TEMPO 60, B-TORQ 60, S-END 30, W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, A-HIKE 60, H-STN 45, Q-AA 30, Q-STR 50, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	withBone  = "B-EASY 40, S-END 30, K-EASY 30, Q-AA 30, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	lowLegs   = "B-EASY 40, S-END 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, Q-AA 30, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	withKnee  = "B-EASY 40, S-END 30, W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, Q-AA 30, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	withHip   = "R-EASY 40, " + withKnee
	armless   = "R-EASY 40, R-STR 40, R-TRAIL 60, R-VO2 50, B-EASY 40, B-TEMPO 60, B-TORQ 60, A-WALK 15, A-WALK 30, A-WALK 60, A-HIKE 60, Q-AA 30, Q-STR 50, Q-PLYO 20, Q-PELV 15, M-FLOW 15"
	lowAlone  = "R-EASY 40, B-EASY 40, S-END 30, W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, A-HIKE 60, Q-AA 30, Q-PELV 15, M-FLOW 15"
	firstDays = "A-WALK 15, Q-PELV 15, M-FLOW 15"
	weekSix   = "B-EASY 40, S-END 30, A-WALK 15, A-WALK 30, Q-AA 30, Q-PELV 15, M-FLOW 15"
	walks     = "A-WALK 15, A-WALK 30"
)

// conditionRows have every condition: its gate, what it leaves of the samples, a word of what it does and one of what is advised.
var conditionRows = []struct {
	is           training.Condition
	gate         Gate
	left         string
	does, advice string
}{
	{training.ChestPain, Stop, "", "no training until it is cleared", "doctor today"},
	{training.Fainted, Stop, "", "no training until it is cleared", "doctor today"},
	{training.Palpitations, Stop, "", "no training until it is cleared", "doctor today"},
	{training.BreathlessAtRest, Stop, "", "no training until it is cleared", "doctor today"},
	{training.OneSidedWeakness, Stop, "", "no training until it is cleared", "emergency number"},
	{training.WorstHeadache, Stop, "", "no training until it is cleared", "emergency number"},
	{training.HotSwollenCalf, Stop, "", "no training until it is cleared", "doctor today"},
	{training.PregnancyWarningSign, Stop, "", "no training until it is cleared", "doctor today"},
	{training.SaddleNumbness, Stop, "", "no training until it is cleared", "doctor today"},
	{training.Fever, Illness, "", "24 hours without symptoms", "longer than 7 days"},
	{training.Flu, Illness, "", "24 hours without symptoms", "longer than 7 days"},
	{training.Covid, Illness, "", "24 hours without symptoms", "at least 10 days"},
	{training.Vomiting, Illness, "", "24 hours without symptoms", "longer than 7 days"},
	{training.Antibiotics, Illness, "", "24 hours without symptoms", "longer than 7 days"},
	{training.IllBelowNeck, Illness, "", "24 hours without symptoms", "longer than 7 days"},
	{training.Cold, Illness, "W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, Q-AA 30, Q-PELV 15, M-FLOW 15", "at most 30 min", "below the neck"},
	{training.StressFracture, Bone, withBone, "no running", "doctor before you run"},
	{training.StressReaction, Bone, withBone, "no running", "doctor before you run"},
	{training.ShinPinpointPain, Bone, withBone, "no running", "doctor before you run"},
	{training.NightPain, Bone, withBone, "no running", "doctor before you run"},
	{training.HoppingGroinPain, Bone, withBone, "no running", "doctor before you run"},
	{training.HurtFoot, Injury, lowLegs, "no running", "physiotherapist"},
	{training.HurtPlantar, Injury, lowLegs, "no running", "physiotherapist"},
	{training.HurtShin, Injury, lowLegs, "no running", "physiotherapist"},
	{training.HurtAchilles, Injury, lowLegs, "load on the calf", "pull buoy"},
	{training.HurtCalf, Injury, lowLegs, "load on the calf", "pull buoy"},
	{training.HurtKnee, Injury, withKnee, "deep squats", "physiotherapist"},
	{training.HurtITB, Injury, withKnee, "deep squats", "physiotherapist"},
	{training.HurtHip, Injury, withHip, "no hills, sprints", "physiotherapist"},
	{training.HurtGroin, Injury, withHip, "no hills, sprints", "physiotherapist"},
	{training.HurtHamstring, Injury, withHip, "deadlifts", "physiotherapist"},
	{training.HurtBack, Injury, "R-EASY 40, R-TRAIL 60, B-EASY 40, S-END 30, A-WALK 15, A-WALK 30, A-WALK 60, A-HIKE 60, Q-AA 30, Q-PLYO 20, Q-PELV 15, M-FLOW 15", "no rowing", "physiotherapist"},
	{training.HurtShoulder, Injury, armless, "no swimming", "physiotherapist"},
	{training.HurtElbow, Injury, armless, "no swimming", "physiotherapist"},
	{training.HurtWrist, Injury, armless, "no swimming", "physiotherapist"},
	{training.Hurt, Injury, withKnee, "until it is known where", "physiotherapist"},
	{training.Concussion, Head, "A-WALK 15, A-WALK 30", "2 days of rest", "See a doctor"},
	{training.HitHead, Head, "A-WALK 15, A-WALK 30", "2 days of rest", "See a doctor"},
	{training.HeartDisease, Heart, lowAlone, "effort of 4", "clear you"},
	{training.HighBloodPressure, Heart, lowAlone, "effort of 4", "clear you"},
	{training.BetaBlocker, Heart, lowAlone, "effort of 4", "not by heart rate"},
	{training.InsulinDiabetes, Heart, lowAlone, "effort of 4", "clear you"},
	{training.ChestHistory, Heart, lowAlone, "effort of 4", "clear you"},
	{training.Pregnant, Pregnancy, "B-EASY 40, S-END 30, W-EASY 30, K-EASY 30, A-WALK 15, A-WALK 30, A-WALK 60, Q-AA 30, Q-PLYO 20, Q-PELV 15, M-FLOW 15", "you can talk", "midwife"},
	{training.Postpartum, Birth, firstDays, "at most 15 min", "pelvic-health"},
	{training.Caesarean, Birth, firstDays, "at most 15 min", "pelvic-health"},
	{training.Leaking, Birth, weekSix, "no running and no jumps", "pelvic-health"},
	{training.Prolapse, Birth, weekSix, "no running and no jumps", "pelvic-health"},
	{training.MissedPeriods, Energy, notHard, "one session a day", "dietitian"},
	{training.EatingDisorder, Energy, notHard, "goal of weight", "dietitian"},
	{training.REDS, Energy, notHard, "seven tenths", "dietitian"},
	{training.RapidWeightLoss, Energy, notHard, "nothing hard", "dietitian"},
	{training.Exhausted, Life, notHard, "7 days", "in 7 days"},
	{training.Burnout, Life, notHard, "six tenths", "in 7 days"},
	{training.NoSleep, Life, notHard, "7 days", "in 7 days"},
	{training.Newborn, Life, notHard, "7 days", "in 7 days"},
	{training.Operation, Surgery, walks, "walks alone", "surgeon"},
	{training.ACLSurgery, Surgery, walks, "walks alone", "surgeon"},
	{training.JointReplacement, Surgery, walks, "walks alone", "surgeon"},
	{training.Heat, Surroundings, all, "11:00 to 16:00", "by effort"},
	{training.Altitude, Surroundings, all, "11:00 to 16:00", "by effort"},
	{training.PoorAir, Surroundings, notHard, "nothing hard", "by effort"},
}

func TestConditions(t *testing.T) {
	if len(conditionRows) != len(training.Conditions) {
		t.Fatalf("%d rows for %d conditions", len(conditionRows), len(training.Conditions))
	}
	for i, row := range conditionRows {
		if row.is != training.Conditions[i] {
			t.Fatalf("row %d is %s, not %s", i, row.is, training.Conditions[i])
		}
		b := Read([]training.Condition{row.is}, Known{})
		if len(b.Holds) != 1 || b.Holds[0].Gate != row.gate || Of(row.is) != row.gate {
			t.Errorf("%s opens %v, not %s", row.is, b.Holds, row.gate)
			continue
		}
		if got := left(t, &b); got != row.left {
			t.Errorf("%s leaves\n%s\nnot\n%s", row.is, got, row.left)
		}
		if h := b.Holds[0]; !strings.Contains(h.Does, row.does) || !strings.Contains(h.Advice, row.advice) {
			t.Errorf("%s says %q and %q, without %q and %q", row.is, h.Does, h.Advice, row.does, row.advice)
		}
		if name := names[row.is]; name == "" || !strings.Contains(b.Says(), name) {
			t.Errorf("%s is not called by its name in %q", row.is, b.Says())
		}
	}
}

func TestNothingStatedHoldsNothingBack(t *testing.T) {
	b := Read(nil, Known{})
	if got := left(t, &b); got != all || b.Open() || b.Says() != "" {
		t.Errorf("without conditions %q is left, and it says %q", got, b.Says())
	}
}

// Whatever two conditions forbid one by one they forbid together.
func TestSeveralConditionsCombineToTheStrictest(t *testing.T) {
	workouts := make([]training.Workout, len(samples))
	for i, d := range samples {
		workouts[i] = sample(t, d, &Bounds{})
	}
	forbidden := func(b *Bounds) []bool {
		list := make([]bool, len(workouts))
		for i := range workouts {
			_, list[i] = b.Forbids(&workouts[i])
		}
		return list
	}
	single := map[training.Condition][]bool{}
	for _, c := range training.Conditions {
		b := Read([]training.Condition{c}, Known{})
		single[c] = forbidden(&b)
	}
	for i, one := range training.Conditions {
		for _, two := range training.Conditions[:i] {
			a, b := Read([]training.Condition{one}, Known{}), Read([]training.Condition{two}, Known{})
			both := Read([]training.Condition{one, two}, Known{})
			for n, bad := range forbidden(&both) {
				if (single[one][n] || single[two][n]) && !bad {
					t.Fatalf("%s and %s allow %s together", one, two, workouts[n].Title)
				}
			}
			if least(a.Share, b.Share) != both.Share || least(a.ReturnShare, b.ReturnShare) != both.ReturnShare || both.LeastReserve < max(a.LeastReserve, b.LeastReserve) ||
				both.RestDays < max(a.RestDays, b.RestDays) || both.NoDoubles != (a.NoDoubles || b.NoDoubles) {
				t.Fatalf("%s and %s: %+v", one, two, both)
			}
		}
	}
}

func TestHoldsStandInTheOrderOfTheGates(t *testing.T) {
	b := Read([]training.Condition{training.Heat, training.HurtKnee, training.Fever, training.HurtBack}, Known{})
	var gates []Gate
	for _, h := range b.Holds {
		gates = append(gates, h.Gate)
	}
	if !slices.Equal(gates, []Gate{Illness, Injury, Surroundings}) {
		t.Fatal(gates)
	}
	for _, want := range []string{"a sore knee and a sore back", "deep squats", "; no rowing"} {
		if !strings.Contains(b.Says(), want) {
			t.Errorf("%q is not in %q", want, b.Says())
		}
	}
}

// Pain up to two of ten goes on, up to five takes a third to a half of the load, and more stops what the region takes part in.
func TestPain(t *testing.T) {
	for _, row := range []struct {
		pain  int // -1 for unknown
		share float64
		noHI  bool
		walk  bool
	}{{-1, hurtShare, true, true}, {0, 0, false, true}, {2, 0, false, true}, {3, painfulShare, true, true}, {5, painfulShare, true, true}, {6, painfulShare, true, false}} {
		var k Known
		if row.pain >= 0 {
			k.Pain = map[training.MuscleGroup]int{training.Legs: row.pain}
		}
		b := Read([]training.Condition{training.HurtKnee}, k)
		w := sample(t, session.Dose{Family: "A-WALK", Minutes: 30}, &b)
		if _, bad := b.Forbids(&w); b.Share != row.share || b.NoHI != row.noHI || bad == row.walk {
			t.Errorf("pain %d: share %g, no high intensity %t, walk %t", row.pain, b.Share, b.NoHI, !bad)
		}
	}
	b := Read([]training.Condition{training.HurtWrist}, Known{Pain: map[training.MuscleGroup]int{training.Push: 6}})
	w := sample(t, session.Dose{Family: "Q-AA", Minutes: 30, Level: 1}, &b)
	if _, bad := b.Forbids(&w); !bad {
		t.Error("lifting goes on with a wrist at 6 of 10")
	}
}

func TestWeeksAfterABirth(t *testing.T) {
	for _, row := range []struct {
		words string
		is    []training.Condition
		weeks int
	}{
		{"", []training.Condition{training.Postpartum}, 1},
		{"half marathon, 10 weeks after the birth", []training.Condition{training.Postpartum}, 10},
		{"10 weeks postpartum", []training.Condition{training.Postpartum, training.Prolapse}, 6},
		{"3 weeks since my c-section", []training.Condition{training.Caesarean}, 1},
		{"2 months post-partum", []training.Condition{training.Postpartum}, 8},
		{"10 weeks after the marathon", []training.Condition{training.Postpartum}, 1},
		{"", []training.Condition{training.Leaking}, 6},
	} {
		if b := Read(row.is, Known{Words: row.words}); b.BirthWeek != row.weeks {
			t.Errorf("%q, %v: week %d, not %d", row.words, row.is, b.BirthWeek, row.weeks)
		}
	}
	b := Read([]training.Condition{training.Postpartum}, Known{Words: "4 weeks after birth"})
	if got := left(t, &b); got != "A-WALK 15, A-WALK 30, Q-PELV 15, M-FLOW 15" {
		t.Errorf("after four weeks %q is left", got)
	}
}

// A plan goes by the bounds of its first day: on none of its later days is less allowed, as weeks after a birth only open what was shut, and of a pregnancy
// what its second half shuts is shut from the beginning.
func TestTheFirstDayIsTheStrictest(t *testing.T) {
	const from, days = training.Date(20787), 28
	for _, is := range [][]training.Condition{
		{training.Postpartum}, {training.Caesarean}, {training.Postpartum, training.Prolapse}, {training.Pregnant}, {training.Postpartum, training.Leaking},
	} {
		opened := false
		for since := training.Date(1); since < 17*7; since += 6 {
			on := func(day training.Date) (*Bounds, []string) {
				known := Known{From: day, Runs: true, Since: map[training.Condition]training.Date{}}
				for _, c := range is {
					known.Since[c] = from - since
				}
				b := Read(is, known)
				return &b, strings.Split(left(t, &b), ", ")
			}
			first, may := on(from)
			for day := from + 2; day < from+days; day += 5 {
				later, then := on(day)
				for _, what := range may {
					if !slices.Contains(then, what) {
						t.Fatalf("%v, %d days on: %s is allowed on the first day and not %d days later", is, since, what, day-from)
					}
				}
				if later.LeastReserve > first.LeastReserve || later.MostMinutes > 0 && later.MostMinutes < first.MostMinutes || later.MostRPE > 0 && later.MostRPE < first.MostRPE {
					t.Fatalf("%v, %d days on: %d days later the limits are narrower", is, since, day-from)
				}
				opened = opened || len(then) > len(may)
			}
		}
		if opened == slices.Contains(is, training.Pregnant) {
			t.Errorf("%v: weeks open something, %v", is, opened)
		}
	}
	b := Read([]training.Condition{training.Pregnant}, Known{})
	for _, e := range training.Exercises() { // on the back or the belly
		who := session.Lifter{Level: training.Advanced, Months: 120, PregnantWeek: b.PregnantWeek}
		if (slices.Contains(e.Contraindications, training.ContraSupine) || slices.Contains(e.Contraindications, training.ContraProne)) && who.May(&e) {
			t.Errorf("%s is open to a pregnant woman whose week is not known", e.Name)
		}
	}
}

func TestPregnantRunnersMayGoOn(t *testing.T) {
	b := Read([]training.Condition{training.Pregnant}, Known{Runs: true})
	if got := left(t, &b); !strings.HasPrefix(got, "R-EASY 40, B-EASY") {
		t.Error(got)
	}
}

func TestHardHoursInHeat(t *testing.T) {
	b := Read([]training.Condition{training.Heat}, Known{})
	hard, easy := sample(t, session.Dose{Family: "R-VO2", Level: 4, Minutes: 50}, &b), sample(t, session.Dose{Family: "R-EASY", Minutes: 50}, &b)
	for _, row := range []struct {
		start training.LocalTime
		w     *training.Workout
		bad   bool
	}{{10*60 + 59, &hard, false}, {11 * 60, &hard, true}, {15*60 + 59, &hard, true}, {16 * 60, &hard, false}, {12 * 60, &easy, false}} {
		if b.ForbidsAt(row.start, row.w) != row.bad {
			t.Errorf("%s at %s: forbidden %t", row.w.Title, row.start, !row.bad)
		}
	}
}

func TestBetaBlockersBarHeartRates(t *testing.T) {
	b := Read([]training.Condition{training.BetaBlocker}, Known{})
	w := sample(t, session.Dose{Family: "R-EASY", Minutes: 40}, &b)
	target := training.Target{Kind: training.OfMaxHeartRate, Shape: training.Steady, Start: 0.7, End: 0.7}
	w.Blocks = []training.Block{{Name: "Easy", Sport: training.Run, Repeats: 1, Steps: training.Steps{
		training.EnduranceStep{End: training.End{Kind: training.EndDuration, Seconds: 2400}, Target: target},
	}}}
	if why, bad := b.Forbids(&w); !bad || why != "a target by heart rate" {
		t.Errorf("forbidden %t: %q", bad, why)
	}
}
