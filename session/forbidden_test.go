package session

import (
	"slices"
	"testing"

	"fortnight/training"
)

// Nothing is written for somebody that is never proposed to him, and nothing that he has to leave out or has no kit for.
func TestNothingForbiddenIsWritten(t *testing.T) {
	people := map[string]Lifter{
		"newcomer": {Level: training.Novice}, "5 months": {Level: training.Intermediate, Months: 5}, "18 months": {Level: training.Intermediate, Months: 18},
		"youth": {Level: training.Intermediate, Months: 18, Age: 14}, "61 y": {Level: training.Advanced, Months: 40, Age: 61}, "61 y, new": {Level: training.Novice, Months: 1, Age: 61},
		"pregnant": {Level: training.Advanced, Months: 40, PregnantWeek: 30}, "birth": {Level: training.Intermediate, Months: 18, PostpartumWeek: 8},
		"birth, 3 weeks": {Level: training.Intermediate, Months: 18, PostpartumWeek: 3}, "all new": {Level: training.Advanced, Months: 40, Known: map[training.ExerciseID]bool{}},
	}
	for _, f := range slices.Concat(strengthFamilies, hybridFamilies) {
		for name, who := range people {
			if f.Access.NotYouth && who.Youth() || f.Access.NotMasters60 && who.Masters60() || f.Access.LiftMonths > who.Months ||
				f.Sport != training.Strength && who.PregnantWeek+who.PostpartumWeek > 0 {
				continue
			}
			for _, d := range few(f) {
				if f.Access.NoviceUpTo > 0 && who.Newcomer() && d.Level > f.Access.NoviceUpTo {
					continue
				}
				d.Who, d.For = who, who.Level
				w := f.Write(d)
				if why, bad := Forbidden(w, who); bad {
					t.Errorf("%s, %s: %s", d, name, why)
				}
				if err := w.Validate(); err != nil {
					t.Errorf("%s, %s: %v", d, name, err)
				}
			}
		}
	}
}

func TestWhatIsSparedIsLeftOut(t *testing.T) {
	for _, f := range slices.Concat(strengthFamilies, hybridFamilies) {
		for _, d := range few(f) {
			for _, c := range training.Contraindications {
				d.Spare = []training.Contraindication{c}
				w := f.Write(d)
				d := inHall(d)
				for _, step := range liftsOf(w) {
					e, _ := training.FindExercise(step.ExerciseID)
					if slices.Contains(e.Contraindications, c) {
						t.Fatalf("%s: %s is not for %s", d, e.ID, c)
					}
					if !d.able(&e) {
						t.Fatalf("%s: %s is not at hand", d, e.ID)
					}
				}
				if err := w.Validate(); err != nil {
					t.Fatalf("%s without %s: %v", d, c, err)
				}
			}
		}
	}
}
