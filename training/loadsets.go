package training

// LoadSets puts what an athlete is to lift into the work sets of a workout that name no kilograms themselves and are counted in repetitions; what lift
// answers nil for stays as it is. Lift is told the exercise and the set. A step tells the progress of its first such set.
func (w *ResolvedWorkout) LoadSets(lift func(ExerciseID, *StrengthSet) *LiftProgress) {
	for i := range w.Blocks {
		loadSteps(w.Blocks[i].Steps, lift)
	}
}

func loadSteps(steps []ResolvedStep, lift func(ExerciseID, *StrengthSet) *LiftProgress) {
	for i := range steps {
		loadSteps(steps[i].Steps, lift)
		s, lifts := steps[i].Step.(StrengthStep)
		if !lifts {
			continue
		}
		for j := range s.Sets {
			set := &s.Sets[j]
			if set.Kind != WorkSet || set.Amount.Kind != Repetitions || set.Load.Kilograms != nil || set.Load.BodyweightKilograms != nil || set.Load.Band != nil {
				continue
			}
			if progress := lift(s.ExerciseID, set); progress != nil {
				steps[i].Sets[j].Kilograms = &progress.Kilograms
				if steps[i].Lift == nil {
					steps[i].Lift = progress
				}
			}
		}
	}
}
