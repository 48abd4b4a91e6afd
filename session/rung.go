package session

import (
	"strings"
	"sync"

	"fortnight/training"
)

// MostRungs is as many as a ladder has at most.
const MostRungs = 20

// Rung is a step of a family's ladder, as an experienced athlete has it.
type Rung struct {
	Level int    // from 1
	Dose  string // as a coach writes it: "4 × 8 min"
	Work
	WholeSeconds int     // of the session in its usual length
	TSS          float64 // of it, at reference thresholds
}

// Ladder are the rungs of the family, none where only its length grows. It is worked out once; nobody changes it in place.
func (f *Family) Ladder() []Rung {
	if i, known := places[f.ID]; known {
		return ladders[i]()
	}
	return nil
}

var ladders = func() []func() []Rung {
	list := make([]func() []Rung, len(families))
	for i := range families {
		list[i] = sync.OnceValue(families[i].ladder)
	}
	return list
}()

func (f *Family) ladder() []Rung {
	rungs := make([]Rung, f.Rungs)
	for i := range rungs {
		w := f.Write(Dose{Family: f.ID, Level: i + 1, For: training.Advanced, Who: Lifter{Level: training.Advanced, Months: trained}})
		rungs[i] = Rung{Level: i + 1, Dose: f.doseIn(w.Title), Work: f.Work(i + 1), WholeSeconds: w.DurationSeconds, TSS: w.TSS}
	}
	return rungs
}

// doseIn is what a title says besides the family: "4 × 8 min" of "Threshold run 4 × 8 min", "3 × 6" of "Maximal strength A: squat – 3 × 6".
func (f *Family) doseIn(title string) string {
	if _, dose, found := strings.Cut(title, " – "); found {
		return dose
	}
	return strings.TrimLeft(strings.TrimPrefix(title, f.Lead()), " ,:")
}
