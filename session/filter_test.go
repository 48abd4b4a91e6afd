package session

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

func TestFiltersOfFamilies(t *testing.T) {
	zero, one, most, more := 0, 1, MostRungs, MostRungs+1
	for path, f := range map[string]WorkoutFilter{
		"":            {Families: []ID{"R-THR", "Q-STR"}, Classes: Classes, MinLevel: &one, MaxLevel: &most},
		"families[1]": {Families: []ID{"R-THR", "r-thr"}},
		"families":    {Families: slices.Repeat([]ID{"R-THR"}, len(families)+1)},
		"classes":     {Classes: slices.Repeat([]Class{Easy}, len(Classes)+1)},
		"minLevel":    {MinLevel: &zero},
		"maxLevel":    {MaxLevel: &more},
	} {
		var faults *training.InputError
		err := f.Validate()
		if path == "" && err != nil || path != "" && (!errors.As(err, &faults) || len(faults.Fields) != 1 || faults.Fields[0].Path != path) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestEveryFamilyIsOfAClass(t *testing.T) {
	if n := len(OfClasses(Classes)); n != len(families) {
		t.Errorf("%d families of %d are of a class", n, len(families))
	}
	for _, class := range Classes {
		for _, id := range OfClasses([]Class{class}) {
			if f, _ := Find(id); f.Class != class {
				t.Errorf("%s is of %s, not of %s", id, f.Class, class)
			}
		}
	}
}

// A ladder says what the rungs are: each what is written for it, and each no easier in total than the first.
func TestLaddersSayTheirDoses(t *testing.T) {
	for _, f := range All() {
		rungs := f.Ladder()
		if len(rungs) != f.Rungs || f.Rungs > MostRungs {
			t.Errorf("%s: %d rungs, want %d", f.ID, len(rungs), f.Rungs)
		}
		for i, r := range rungs {
			if r.Level != i+1 || r.Work != f.Work(i+1) || r.Dose == "" || strings.Contains(r.Dose, f.Title) || (r.TSS > 0) == (f.Class == Mobility) || r.WholeSeconds < 10*minute {
				t.Errorf("%s: %+v", f.ID, r)
			}
		}
	}
	f, _ := Find("R-THR")
	if got := f.Ladder()[4].Dose; got != "3 × 8 min" {
		t.Errorf("the fifth rung of R-THR is %q", got)
	}
	f, _ = Find("Q-STR")
	if got := f.Ladder()[4].Dose; got != "5 × 3" {
		t.Errorf("the fifth rung of Q-STR is %q", got)
	}
}

func TestPhasesAreSpelled(t *testing.T) {
	if got := In(Off, Base, Taper).List(); !slices.Equal(got, []Phase{Base, Taper, Off}) {
		t.Errorf("%v", got)
	}
	seen := map[string]bool{}
	for p := range PhaseCount {
		if name := p.String(); name == "" || seen[name] {
			t.Errorf("phase %d is %q", p, name)
		} else {
			seen[name] = true
		}
	}
}
