package session

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"fortnight/training"
)

// anyDose is a dose of a family that somebody might ask for, sensible or not: any length, rung, share and pace, any part of all equipment, and whoever
// lifts, with whatever hurts.
func anyDose(f *Family, r *rand.Rand) Dose {
	d := Dose{
		Family: f.ID, Level: r.IntN(f.Rungs + 3), Minutes: r.IntN(f.Minutes.High + 30), Shape: r.IntN(5), For: training.Levels[r.IntN(len(training.Levels))],
	}
	if r.IntN(4) > 0 {
		d.Extra = []training.Equipment{training.NoEquipment}
		for _, e := range training.Equipments {
			if r.IntN(5) < 1+r.IntN(4) && e != training.NoEquipment {
				d.Extra = append(d.Extra, e)
			}
		}
		d.Kit = KitOf(d.Extra)
	}
	d.Who = Lifter{Level: d.For, Months: r.IntN(50)}
	sometimes := func(do func()) {
		if r.IntN(4) == 0 {
			do()
		}
	}
	sometimes(func() { d.Share = 0.5 + r.Float64()/2 })
	sometimes(func() { d.Pace = 0.5 + r.Float64() })
	sometimes(func() { d.Who.Age = 10 + r.IntN(75) })
	sometimes(func() { d.Who.PregnantWeek = r.IntN(42) })
	sometimes(func() { d.Who.PostpartumWeek = r.IntN(30) })
	sometimes(func() { d.Who.Known = map[training.ExerciseID]bool{} })
	sometimes(func() { d.LegSets = r.IntN(14) })
	sometimes(func() { d.Sets = r.IntN(20) })
	sometimes(func() { d.RIROnly = true })
	sometimes(func() { d.Goal = training.Sports[r.IntN(len(training.Sports))] })
	sometimes(func() {
		d.Lifts = []training.ExerciseID{"back-squat", "bench-press", "deadlift", "pull-up"}[r.IntN(3):4]
	})
	sometimes(func() { d.BodyParts = training.MuscleGroups[:1+r.IntN(len(training.MuscleGroups))] })
	sometimes(func() {
		slow := 70 + r.IntN(150)
		d.At.CriticalSwimSecondsPer100Meters = &slow
	})
	for _, c := range training.Contraindications {
		if r.IntN(8) == 0 {
			d.Spare = append(d.Spare, c)
		}
	}
	return d
}

// anyDoses visits some doses of every family: 60 of each, with LONG=1 3,000.
func anyDoses(t *testing.T, visit func(f *Family, d Dose, w training.Workout)) {
	t.Helper()
	count := 60
	if os.Getenv("LONG") != "" {
		count = 3000
	}
	r := rand.New(rand.NewPCG(7, 11))
	for i := range families {
		f := &families[i]
		for range count {
			d := anyDose(f, r)
			w, err := written(f, d)
			if err != nil {
				t.Errorf("%s: %v: %+v", f.ID, err, d)
				continue
			}
			visit(f, d, w)
		}
	}
}

// written is a dose written down, with what broke as an error.
func written(f *Family, d Dose) (w training.Workout, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%v", broken)
		}
	}()
	return f.Write(d), nil
}

// Whatever is asked for is written as a workout that holds together: of every family, whatever is at hand, whoever it is for.
func TestWhateverIsAskedForIsWritten(t *testing.T) {
	anyDoses(t, func(f *Family, d Dose, w training.Workout) {
		if err := w.Validate(); err != nil {
			t.Errorf("%s: %v: %+v", w.Title, err, d)
		}
	})
}

// What a session of sleds and carries cannot do without can always be done, by anybody, with nothing.
func TestEveryStationHasAFloor(t *testing.T) {
	hurt := Dose{Kit: Bodyweight, Extra: []training.Equipment{training.NoEquipment}, Spare: training.Contraindications}
	for _, who := range []Lifter{{}, {PregnantWeek: 30}, {PostpartumWeek: 2}, {Age: 12}, {Age: 80}} {
		hurt.Who = who
		for _, s := range []station{pushStation, pullStation, carryStation, burpeeStation, ballStation} {
			if !s.open(hurt) {
				t.Errorf("%s: nothing is open to %+v", s.name, who)
			}
		}
	}
}

// Engines are those that somebody has, and that nothing hurts at.
func TestEnginesAreThoseAtHand(t *testing.T) {
	f, _ := Find("H-ENG")
	for _, c := range []struct {
		have  []training.Equipment
		spare []training.Contraindication
		never training.Sport
	}{
		{[]training.Equipment{training.Rower, training.Machine}, nil, training.SkiErg},
		{[]training.Equipment{training.SkiErgometer, training.Machine}, nil, training.Row},
		{[]training.Equipment{training.Rower, training.SkiErgometer, training.Machine}, []training.Contraindication{training.ContraBack}, training.Row},
		{[]training.Equipment{training.Rower, training.SkiErgometer, training.Machine}, []training.Contraindication{training.ContraShoulder}, training.SkiErg},
	} {
		w := f.Write(Dose{Family: f.ID, Level: 3, Kit: KitOf(c.have), Extra: c.have, Spare: c.spare, For: training.Advanced, Who: practised})
		main := w.Blocks[1 : len(w.Blocks)-1]
		if slices.ContainsFunc(main, func(b training.Block) bool { return b.Sport == c.never && b.Name != "Easy rowing" }) {
			t.Errorf("%v: %s, and none of it is for %v", c.have, c.never, c.spare)
		}
	}
}
