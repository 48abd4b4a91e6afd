package session

import (
	"reflect"
	"testing"

	"fortnight/training"
)

func TestProgress(t *testing.T) {
	five, twelve := Aim{3, Span{5, 5}, 2}, Aim{3, Span{8, 12}, 2}
	sets := func(reserve int, reps ...int) Lifted { return Lifted{Reps: reps, Reserve: reserve} }
	for _, c := range []struct {
		name string
		e    Emphasis
		legs bool
		aim  Aim
		last []Lifted
		want Step
	}{
		{"nothing known", MaxStrength, true, five, nil, Step{Span{5, 5}, 0}},
		{"one more left", MaxStrength, true, five, []Lifted{sets(3, 5, 5, 5)}, Step{Span{5, 5}, 0.025}},
		{"as planned", MaxStrength, true, five, []Lifted{sets(2, 5, 5, 5)}, Step{Span{5, 5}, 0}},
		{"one fewer left", MaxStrength, true, five, []Lifted{sets(1, 5, 5, 5)}, Step{Span{5, 5}, 0}},
		{"two fewer left", MaxStrength, true, five, []Lifted{sets(0, 5, 5, 5)}, Step{Span{5, 5}, -0.05}},
		{"one missed and one fewer left", MaxStrength, true, five, []Lifted{sets(1, 5, 5, 4)}, Step{Span{5, 5}, -0.05}},
		{"10 to 12", Adaptation, false, Aim{2, Span{10, 10}, 4}, []Lifted{sets(4, 10, 10)}, Step{Span{12, 12}, 0}},
		{"14 to 15", Adaptation, false, Aim{2, Span{14, 14}, 4}, []Lifted{sets(5, 14, 14)}, Step{Span{15, 15}, 0}},
		{"15, arms", Adaptation, false, Aim{2, Span{15, 15}, 4}, []Lifted{sets(4, 15, 15)}, Step{Span{10, 10}, 0.025}},
		{"15, legs", Adaptation, true, Aim{2, Span{15, 15}, 4}, []Lifted{sets(4, 15, 15)}, Step{Span{10, 10}, 0.05}},
		{"too hard to go on", Adaptation, true, Aim{2, Span{12, 12}, 4}, []Lifted{sets(3, 12, 12)}, Step{Span{12, 12}, 0}},
		{"once at the top", Size, false, twelve, []Lifted{sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"twice at the top, arms", Size, false, twelve, []Lifted{sets(2, 12, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0.025}},
		{"twice at the top, legs", Size, true, twelve, []Lifted{sets(2, 12, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0.05}},
		{"a set short of it", Size, true, twelve, []Lifted{sets(2, 12, 12, 11), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"a set left out", Size, true, twelve, []Lifted{sets(2, 12, 12), sets(2, 12, 12, 12)}, Step{Span{8, 12}, 0}},
		{"power", Power, true, Aim{3, Span{4, 4}, 6}, []Lifted{sets(9, 4, 4, 4)}, Step{Span{4, 4}, 0}},
		{"maintenance", Maintain, true, five, []Lifted{sets(4, 5, 5, 5)}, Step{Span{5, 5}, 0}},
	} {
		if got := Progress(c.e, c.legs, c.aim, c.last...); got != c.want {
			t.Errorf("%s: %+v, not %+v", c.name, got, c.want)
		}
	}
	if UnloadDue(3) || !UnloadDue(5) || UnloadDue(4) {
		t.Error("an unloading is due after five weeks")
	}
	if PlannedGrowth(MaxStrength) != 0.025 || PlannedGrowth(Maintain) != 0 {
		t.Error("a plan raises the load of maximal strength alone")
	}
}

func TestProgramme(t *testing.T) {
	used := Lifter{Level: training.Intermediate, Months: 36, Age: 35}
	new1 := Lifter{Level: training.Novice}
	type short struct {
		f            ID
		level, shape int
	}
	for _, c := range []struct {
		name string
		l    Lifting
		e    Emphasis
		want []short
	}{
		{"2 beginner with sore knees", Lifting{Slots: 1, For: Health, Phase: Off, Kit: Bodyweight, Who: new1}, Adaptation, []short{{"Q-AA", 1, 0}}},
		{"2, second week", Lifting{Slots: 1, For: Health, Phase: Off, Weeks: 1, Kit: Bodyweight, Who: new1}, Adaptation, []short{{"Q-AA", 2, 1}}},
		{"3 10K hybrid", Lifting{Slots: 2, For: Both, Phase: Base, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-STR", 2, 0}, {"Q-FULL", 2, 1}}},
		{"4 marathon", Lifting{Slots: 2, For: Support, Phase: Base, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-STR", 2, 0}, {"Q-PREV", 1, 0}}},
		{"6 cyclist, build", Lifting{Slots: 1, For: Support, Phase: Build, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-STR", 2, 0}}},
		{"8 HYROX, build", Lifting{Slots: 1, For: Both, Phase: Build, Weeks: 1, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-STR", 2, 1}}},
		{"9 lifter", Lifting{Slots: 4, For: Force, Phase: Base, Lifted: 150, Who: used}, MaxStrength, []short{{"Q-LOWER", 4, 0}, {"Q-UPPER", 4, 0}, {"Q-LOWER", 4, 1}, {"Q-UPPER", 4, 1}}},
		{"10 postpartum, 14 weeks", Lifting{Slots: 1, For: Health, Phase: Return, Lifted: 0, Who: Lifter{Level: training.Intermediate, Months: 20, PostpartumWeek: 14}}, Adaptation, []short{{"Q-AA", 1, 0}, {"Q-PELV", 1, 0}}},
		{"postpartum, 4 weeks", Lifting{Slots: 1, For: Health, Phase: Return, Who: Lifter{PostpartumWeek: 4}}, Adaptation, []short{{"Q-PELV", 1, 0}}},
		{"11 rower, specific", Lifting{Slots: 1, For: Support, Phase: Specific, Lifted: 30, Who: used}, Maintain, []short{{"Q-MAIN", 1, 0}}},
		{"12 swimmer, 14 y", Lifting{Slots: 1, For: Support, Phase: Build, Lifted: 10, Who: Lifter{Level: training.Intermediate, Months: 12, Age: 14}}, Adaptation, []short{{"Q-AA", 2, 0}}},
		{"late build, runner", Lifting{Slots: 2, For: Support, Phase: Build, Weeks: 3, Lifted: 30, Who: used, RunMonths: 40}, Power, []short{{"Q-POWER", 2, 1}, {"Q-PLYO", 3, 0}}},
		{"late build, sore Achilles", Lifting{Slots: 2, For: Support, Phase: Build, Weeks: 3, Lifted: 30, Who: used, RunMonths: 40, Spare: []training.Contraindication{training.ContraAchilles}}, Power, []short{{"Q-POWER", 2, 1}, {"Q-PREV", 2, 0}}},
		{"hybrid, 3 slots", Lifting{Slots: 3, For: Both, Phase: Base, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-LOWER", 4, 0}, {"Q-UPPER", 4, 0}, {"Q-FULL", 2, 1}}},
		{"strength, 3 slots", Lifting{Slots: 3, For: Force, Phase: Build, Lifted: 30, Who: used}, MaxStrength, []short{{"Q-STR", 2, 0}, {"Q-STR", 2, 1}, {"Q-STR", 2, 0}}},
		{"strength, 4 months", Lifting{Slots: 2, For: Force, Phase: Base, Lifted: 16, Who: Lifter{Level: training.Intermediate, Months: 4}}, MaxStrength, []short{{"Q-FULL", 2, 0}, {"Q-FULL", 2, 1}}},
		{"meet, specific", Lifting{Slots: 3, For: Meet, Phase: Specific, Lifted: 150, Who: used}, MaxStrength, []short{{"Q-PEAK", 0, 0}, {"Q-PEAK", 0, 1}, {"Q-PEAK", 0, 0}}},
		{"meet, specific, 61 y", Lifting{Slots: 1, For: Meet, Phase: Specific, Lifted: 150, Who: Lifter{Level: training.Advanced, Months: 90, Age: 61}}, MaxStrength, []short{{"Q-STR", 2, 0}}},
		{"muscle, 4 slots", Lifting{Slots: 4, For: Muscle, Phase: Off, Lifted: 30, Who: used}, Size, []short{{"Q-SIZE", 1, 0}, {"Q-SIZE", 1, 0}, {"Q-SIZE", 1, 1}, {"Q-SIZE", 1, 1}}},
		{"kettlebells", Lifting{Slots: 2, For: Both, Phase: Base, Lifted: 30, Kit: Kettlebells, Who: used}, MaxStrength, []short{{"Q-KB", 1, 0}, {"Q-KB", 1, 1}}},
		{"no kit", Lifting{Slots: 2, For: Health, Phase: Off, Lifted: 30, Kit: Bodyweight, Who: used}, Size, []short{{"Q-BODY", 1, 0}, {"Q-BODY", 1, 1}}},
		{"taper, legs allowed", Lifting{Slots: 1, For: Support, Phase: Taper, Lifted: 30, Legs: true, Who: used}, Tapering, []short{{"Q-MAIN", 1, 0}}},
		{"taper, last days", Lifting{Slots: 1, For: Support, Phase: Taper, Weeks: 1, Lifted: 30, Who: used}, Tapering, []short{{"Q-PREV", 1, 1}}},
		{"no slots", Lifting{Phase: Base, Who: used, Lifted: 30}, MaxStrength, nil},
	} {
		if e := EmphasisOf(c.l); e != c.e {
			t.Errorf("%s: %s, not %s", c.name, e, c.e)
		}
		var got []short
		for _, s := range Programme(c.l) {
			got = append(got, short{s.Family, s.Level, s.Shape})
			if _, known := Find(s.Family); !known {
				t.Errorf("%s: %s is no family", c.name, s.Family)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
	}
}

// No week asks for more lifts than it has slots, but for the pelvic floor, and all that it asks for can be written for who asks.
func TestProgrammeKeepsToItsSlots(t *testing.T) {
	for _, ambition := range []Ambition{Support, Both, Force, Muscle, Meet, Health} {
		for phase := range PhaseCount {
			for _, slots := range []int{0, 1, 2, 3, 6} {
				for _, kit := range []Kit{Gym, Kettlebells, Bodyweight} {
					for _, who := range []Lifter{{}, {Level: training.Intermediate, Months: 4}, {Level: training.Intermediate, Months: 13}, practised, {Age: 14, Months: 9, Level: training.Intermediate}, {PregnantWeek: 22, Months: 30, Level: training.Advanced}, {PostpartumWeek: 9}} {
						for _, weeks := range []int{0, 3} {
							l := Lifting{Slots: slots, For: ambition, Phase: phase, Weeks: weeks, Lifted: weeks, Kit: kit, Who: who, StepBack: weeks == 3, RunMonths: 12, Legs: weeks < 2}
							count := 0
							for _, s := range Programme(l) {
								f, known := Find(s.Family)
								if !known || f.Access.LiftMonths > who.Months || f.Access.NotYouth && who.Youth() || s.Level > f.Rungs || weeks == 3 && s.Share != UnloadShare && s.Family != "Q-PELV" {
									t.Fatalf("%+v: %+v", l, s)
								}
								if s.Family != "Q-PELV" {
									count++
								}
								w := f.Write(Dose{Family: s.Family, Level: s.Level, Shape: s.Shape, Share: s.Share, Kit: kit, BodyParts: s.BodyParts, Who: who, For: who.Level})
								if why, bad := Forbidden(w, who); bad {
									t.Fatalf("%+v: %s: %s", l, s.Family, why)
								}
							}
							if count > slots {
								t.Fatalf("%+v: %d lifts", l, count)
							}
						}
					}
				}
			}
		}
	}
}
