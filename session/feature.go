package session

import "fortnight/training"

// feature is what a strength workout shows to who reads it.
type feature struct {
	first    scheme // of the first exercise that is counted in repetitions
	hardest  scheme // of what leaves the fewest repetitions, the first of several
	hinge    bool   // that one is a hinge
	repeats  int    // work sets in all
	legs     int    // work sets for the legs, those of a single joint left out
	upper    int    // work sets that press or pull
	jumps    int    // work sets that land, throw or snatch
	contacts int
	tempo    bool // it is lowered for three seconds
	weights  bool // anything is loaded with kilograms
	bells    bool // and all of that can be done with kettlebells
	barbell  bool // something is done with a bar or a machine
	breath   bool // the pelvic floor is trained
}

// featuresOf reads what a workout lifts.
func featuresOf(w *training.Workout) feature {
	f := feature{contacts: training.Measure(w.Sport, w.Blocks, training.Thresholds{}).Demand.PlyometricContact, bells: true}
	lifts := liftsOf(*w)
	for i := range lifts {
		if e, known := training.FindExercise(lifts[i].ExerciseID); known {
			f.add(&lifts[i], &e)
		}
	}
	f.bells = f.bells && f.weights
	return f
}

func (f *feature) add(s *training.StrengthStep, e *training.Exercise) {
	sets := workSets(s)
	f.repeats += sets
	f.tempo = f.tempo || s.Tempo != nil && s.Tempo.Lowering >= 3
	f.breath = f.breath || e.Muscles[0] == training.PelvicFloor
	if e.Loading == training.LoadingWeight {
		bell := Dose{Kit: Kettlebells}
		f.weights = true
		f.bells = f.bells && bell.able(e)
		f.barbell = f.barbell || barred(e) || e.Equipment[0] == training.Machine
	}
	switch {
	case e.Pattern == training.PatternPlyometric || e.OlympicLift:
		f.jumps += sets
	case e.LowerBody() && !e.Isolation:
		f.legs += sets
	case e.Pattern == training.PatternPush || e.Pattern == training.PatternPull:
		f.upper += sets
	}
	r := firstOf(s)
	if f.first.sets == 0 && r.sets > 0 {
		f.first, f.hinge = r, e.Pattern == training.PatternHinge
	}
	if r.sets > 0 && (f.hardest.sets == 0 || r.reserve < f.hardest.reserve) {
		f.hardest = r
	}
}
