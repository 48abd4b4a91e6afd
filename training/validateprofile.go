package training

import (
	"cmp"
	"fmt"
)

const maxAgeYears = 110

// Validate checks a profile as a whole: every fault with the path of its field. Today is the athlete's: nothing was measured after it.
func (p Profile) Validate(today Date) error {
	var faults InputError
	p.validateWho(today, &faults)
	p.Thresholds.validate(today, &faults)
	CheckFloat(&faults, "bodyMassKilograms", p.BodyMassKilograms, 25, 300)
	p.validateStartingFitness(today, &faults)
	p.validateOneRepMaxes(today, &faults)
	p.validateLoadSteps(&faults)
	if p.TrainingGoal != nil {
		p.TrainingGoal.Check(&faults, "trainingGoal.", p.Events)
	}
	p.validateHabits(today, &faults)
	p.validateWindows(today, &faults)
	return faults.Err()
}

// validateStartingFitness checks that a stated fitness has a day. Tomorrow is the latest: it was today where the athlete was before.
func (p Profile) validateStartingFitness(today Date, faults *InputError) {
	CheckFloat(faults, "startingFitness", p.StartingFitness, 0, 250)
	switch on := p.StartingFitnessOn; {
	case on != nil && p.StartingFitness == nil:
		faults.Add("startingFitnessOn", "is the day of a startingFitness, and there is none")
	case on == nil && p.StartingFitness != nil:
		faults.Add("startingFitnessOn", "is missing: a startingFitness has a day")
	case on != nil:
		CheckDate(faults, "startingFitnessOn", *on, today.AddDays(-maxPastDays), today.AddDays(1))
	}
}

func (p Profile) validateWho(today Date, faults *InputError) {
	if _, known := zoneOf(p.TimeZone); !known {
		faults.Add("timeZone", fmt.Sprintf("%.60q is not the IANA time zone of a place, such as %q", p.TimeZone, cmp.Or(zoneLike(p.TimeZone), "Europe/Berlin")))
	}
	if p.Goal != nil {
		CheckText(faults, "goal", *p.Goal, 0, 500)
	}
	if b := p.BirthDate; b != nil && (*b > today || *b < today.AddDays(-maxAgeYears*366)) {
		faults.Add("birthDate", fmt.Sprintf("%s is not within the last %d years", b, maxAgeYears))
	}
}

func (p Profile) validateOneRepMaxes(today Date, faults *InputError) {
	CheckCount(faults, "oneRepMaxes", len(p.OneRepMaxes), 0, MaxOneRepMaxes)
	seen := map[ExerciseID]bool{}
	for i, m := range p.OneRepMaxes {
		at := fmt.Sprintf("oneRepMaxes[%d].", i)
		if _, known := FindExercise(m.ExerciseID); !known {
			faults.Add(at+"exerciseId", fmt.Sprintf("%.60q is not an exercise of the catalogue", m.ExerciseID))
		} else if seen[m.ExerciseID] {
			faults.Add(at+"exerciseId", fmt.Sprintf("%s is named twice", m.ExerciseID))
		}
		seen[m.ExerciseID] = true
		CheckFloat(faults, at+"kilograms", &m.Kilograms, 1, 600)
		if m.MeasuredOn > today {
			faults.Add(at+"measuredOn", fmt.Sprintf("%s is after today, %s", m.MeasuredOn, today))
		}
	}
}
