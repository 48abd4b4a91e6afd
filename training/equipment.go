package training

import (
	"fmt"
	"slices"
)

// Bounds of what an athlete says of equipment.
const (
	MaxEquipmentOnDates = 40
	maxEquipmentDays    = 366 // of one stretch of days
	// MaxLoadSteps is how many equipments a profile may say it of.
	MaxLoadSteps = 20
)

// EquipmentOn is what the athlete has to train with on a day, with all that it stands for and with what everybody has; nil where that is
// unknown.
func (p *Profile) EquipmentOn(day Date) []Equipment {
	for _, other := range p.EquipmentOnDates {
		if other.From <= day && day <= other.To {
			return equipped(other.Equipment)
		}
	}
	if p.Equipment == nil {
		return nil
	}
	return equipped(p.Equipment)
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

// checkEquipment checks what there is to train with. What everybody has is not named, so that there is one way to say that there is no more.
func checkEquipment(faults *InputError, path string, equipment []Equipment) {
	if !CheckCount(faults, path, len(equipment), 0, len(Equipments)) {
		return
	}
	for i, e := range equipment {
		if e == NoEquipment {
			faults.Add(fmt.Sprintf("%s[%d]", path, i), "NONE is what everybody has: an empty list says that there is nothing else")
		}
	}
	checkEach(faults, path, equipment, Equipments)
}

func (p *Profile) validateEquipmentOnDates(faults *InputError) {
	if !CheckCount(faults, "equipmentOnDates", len(p.EquipmentOnDates), 0, MaxEquipmentOnDates) {
		return
	}
	for i, d := range p.EquipmentOnDates {
		at := fmt.Sprintf("equipmentOnDates[%d]", i)
		CheckDate(faults, at+".to", d.To, d.From, d.From.AddDays(maxEquipmentDays-1))
		checkEquipment(faults, at+".equipment", d.Equipment)
		if d.Note != nil {
			CheckText(faults, at+".note", *d.Note, 0, 500)
		}
		for j, other := range p.EquipmentOnDates[:i] {
			if d.From <= other.To && other.From <= d.To {
				faults.Add(at, fmt.Sprintf("has days that equipmentOnDates[%d] has too", j))
				break
			}
		}
	}
}
