package training

import "slices"

// patterned completes the exercises of one pattern and direction.
func patterned(pattern MovementPattern, direction MovementDirection, exercises ...Exercise) []Exercise {
	for i := range exercises {
		e := &exercises[i]
		e.Pattern, e.Direction = pattern, direction
		e.Patterns = slices.Concat([]MovementPattern{pattern}, e.Patterns)
		if len(e.Equipment) == 0 {
			e.Equipment = []Equipment{NoEquipment}
		}
		if e.Loading == "" {
			e.Loading = loadingOf(e.Equipment)
		}
		e.MuscleGroups = groupsOf(e.Muscles)
		*e = e.not(implied(e)...)
	}
	return exercises
}

// barredTo adds a contraindication to exercises that all have it.
func barredTo(reason Contraindication, exercises []Exercise) []Exercise {
	for i := range exercises {
		exercises[i] = exercises[i].not(reason)
	}
	return exercises
}

func loadingOf(equipment []Equipment) Loading {
	switch {
	case slices.ContainsFunc(equipment, Equipment.weighs):
		return LoadingWeight
	case slices.Contains(equipment, Band):
		return LoadingBand
	}
	return LoadingBodyweight
}

func groupsOf(muscles []Muscle) []MuscleGroup {
	var groups []MuscleGroup
	for _, m := range muscles {
		if g := m.Group(); !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

// implied is what follows from what an exercise is: a landing shakes knee and heel, an Olympic lift asks everything of every joint, what is carried hangs
// from the shoulder, and what is held or leaned on goes through the wrist.
func implied(e *Exercise) (reasons []Contraindication) {
	switch {
	case e.ContactsPerRep > 0:
		reasons = []Contraindication{ContraKnee, ContraAchilles, ContraImpact, ContraFall}
	case e.OlympicLift:
		reasons = []Contraindication{ContraKnee, ContraHamstring, ContraBack, ContraShoulder, ContraFall}
	case e.Pattern == PatternCarry:
		reasons = []Contraindication{ContraShoulder}
	}
	if usesHands(e) {
		reasons = append(reasons, ContraWrist)
	}
	return reasons
}

// exercise begins an entry: counted in repetitions, with nothing but the body. Muscles are most first.
func exercise(id ExerciseID, name string, level Level, muscles ...Muscle) Exercise {
	return Exercise{ID: id, Name: name, Level: level, Muscles: muscles, CountedIn: CountRepetitions}
}

// with is all it needs.
func (e Exercise) with(equipment ...Equipment) Exercise {
	e.Equipment = equipment
	return e
}

// or is all it needs when it is done another way.
func (e Exercise) or(equipment ...Equipment) Exercise {
	e.EquipmentInstead = append(e.EquipmentInstead, equipment)
	return e
}

// not adds contraindications.
func (e Exercise) not(reasons ...Contraindication) Exercise {
	e.Contraindications = slices.DeleteFunc(slices.Clone(Contraindications), func(c Contraindication) bool {
		return !slices.Contains(e.Contraindications, c) && !slices.Contains(reasons, c)
	})
	return e
}

// also are further patterns, of what is done in one movement.
func (e Exercise) also(patterns ...MovementPattern) Exercise {
	e.Patterns = patterns
	return e
}

// harder is what comes after it.
func (e Exercise) harder(ids ...ExerciseID) Exercise {
	e.harderIDs = ids
	return e
}

func (e Exercise) oneSided() Exercise {
	e.Unilateral = true
	return e
}

func (e Exercise) isolated() Exercise {
	e.Isolation = true
	return e
}

func (e Exercise) held() Exercise {
	e.CountedIn = CountSeconds
	return e
}

func (e Exercise) walked() Exercise {
	e.CountedIn = CountMeters
	return e
}

// ofBody is one whose equipment carries or helps the body, and is not what is moved.
func (e Exercise) ofBody() Exercise {
	e.Loading = LoadingBodyweight
	return e
}

func (e Exercise) olympic() Exercise {
	e.OlympicLift = true
	return e
}

func (e Exercise) powerLift() Exercise {
	e.PowerLift = true
	return e
}

func (e Exercise) eccentric() Exercise {
	e.Eccentric = true
	return e
}

// landing lands so many times a repetition.
func (e Exercise) landing(contacts int) Exercise {
	e.ContactsPerRep = contacts
	return e
}
