package training

import (
	"fmt"
	"math"
	"slices"
)

// LoadStep is what weights an exercise can be loaded with: multiples of it, in kilograms.
type LoadStep float64

// EquipmentStep is by how much the weights of some equipment differ from each other, 0.5 to 20 kg.
type EquipmentStep struct {
	Equipment Equipment `json:"equipment"`
	Kilograms float64   `json:"kilograms"`
}

// DefaultLoadStep is the least change of a bar with a pair of 1.25 kg plates.
const DefaultLoadStep LoadStep = 2.5

// nearest is the weight that can be made which is nearest to what is wanted, at least one step.
func (s LoadStep) nearest(kilograms float64) float64 {
	step := float64(s)
	return max(step, math.Round(kilograms/step)*step)
}

// LoadStep is by how much an athlete's weights differ from each other for an exercise: as the profile says for the equipment that it is done
// with, else DefaultLoadStep.
func (p *Profile) LoadStep(exercise ExerciseID) LoadStep {
	e, _ := FindExercise(exercise)
	for _, own := range p.LoadSteps {
		if slices.Contains(e.Equipment, own.Equipment) {
			return LoadStep(own.Kilograms)
		}
	}
	return DefaultLoadStep
}

// MaxLoadSteps is how many equipments a profile may say it of.
const MaxLoadSteps = 20

// validateLoadSteps checks that each equipment is one that is lifted, and named once.
func (p *Profile) validateLoadSteps(faults *InputError) {
	if !CheckCount(faults, "loadSteps", len(p.LoadSteps), 0, MaxLoadSteps) {
		return
	}
	seen := map[Equipment]bool{}
	for i, step := range p.LoadSteps {
		at := fmt.Sprintf("loadSteps[%d]", i)
		CheckFloat(faults, at+".kilograms", &step.Kilograms, 0.5, 20)
		switch {
		case !step.Equipment.weighs():
			faults.Add(at+".equipment", fmt.Sprintf("%s has no weights that differ", step.Equipment))
		case seen[step.Equipment]:
			faults.Add(at+".equipment", fmt.Sprintf("%s is named twice", step.Equipment))
		}
		seen[step.Equipment] = true
	}
}
