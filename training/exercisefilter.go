package training

import (
	"cmp"
	"slices"
	"strings"
)

// ExerciseFilter says which exercises are meant. What is nil does not limit; what is given must all hold.
type ExerciseFilter struct {
	Patterns     []MovementPattern // moves in any of these ways
	MuscleGroups []MuscleGroup     // trains any of these regions
	Muscles      []Muscle          // trains any of these
	Equipment    []Equipment       // can be done with these alone; an empty list is the body alone
	Level        *Level            // at most
	Unilateral   *bool
	Avoid        []Contraindication // has none of these
}

// Validate checks a filter: every fault with the path of its field.
func (f ExerciseFilter) Validate() error {
	var faults InputError
	CheckCount(&faults, "patterns", len(f.Patterns), 0, len(MovementPatterns))
	CheckCount(&faults, "muscleGroups", len(f.MuscleGroups), 0, len(MuscleGroups))
	CheckCount(&faults, "muscles", len(f.Muscles), 0, len(Muscles))
	CheckCount(&faults, "equipment", len(f.Equipment), 0, len(Equipments))
	CheckCount(&faults, "avoid", len(f.Avoid), 0, len(Contraindications))
	return faults.Err()
}

// Holds tells whether an exercise is meant.
func (f ExerciseFilter) Holds(e *Exercise) bool {
	return anyOf(f.Patterns, e.Patterns) && anyOf(f.MuscleGroups, e.MuscleGroups) && anyOf(f.Muscles, e.Muscles) &&
		(f.Equipment == nil || e.doneWith(f.Equipment)) &&
		(f.Level == nil || e.Level.rank() <= f.Level.rank()) &&
		(f.Unilateral == nil || e.Unilateral == *f.Unilateral) &&
		!slices.ContainsFunc(e.Contraindications, func(c Contraindication) bool { return slices.Contains(f.Avoid, c) })
}

// FindExercises are those whose name has the text in it, in whatever case, and for which the filter holds; sorted by name.
func FindExercises(text string, filter ExerciseFilter) []Exercise {
	wanted := strings.ToLower(text)
	return chosen(func(e *Exercise) bool { return strings.Contains(strings.ToLower(e.Name), wanted) && filter.Holds(e) })
}

// maxSubstitutes is how many substitutes an exercise has at most.
const maxSubstitutes = 12

// Substitutes are exercises to do in its place with other equipment, the most like it first, at most 12: those of the same pattern and
// direction that train its leading muscles, ask for no higher level and no longer experience of lifting, and hold the filter.
func (e Exercise) Substitutes(filter ExerciseFilter) []Exercise {
	all := chosen(func(s *Exercise) bool { return e.replacedBy(s) && filter.Holds(s) })
	slices.SortStableFunc(all, func(a, b Exercise) int { return cmp.Compare(e.likeness(&b), e.likeness(&a)) })
	return all[:min(len(all), maxSubstitutes)]
}

func (e *Exercise) replacedBy(s *Exercise) bool {
	return s.ID != e.ID && s.Pattern == e.Pattern && s.Direction == e.Direction && s.Isolation == e.Isolation &&
		within(s.Patterns, e.Patterns) && (s.CountedIn == CountMeters) == (e.CountedIn == CountMeters) &&
		anyOf(s.leading(), e.leading()) && !sameEquipment(s.Equipment, e.Equipment) &&
		s.Level.rank() <= e.Level.rank() && s.LeastLiftingMonths() <= e.LeastLiftingMonths()
}

// likeness is higher for what resembles the exercise more: in what resists it, in its muscles, in how it is counted, its sides and its level.
func (e *Exercise) likeness(s *Exercise) int {
	like := s.Level.rank()
	for _, m := range s.Muscles {
		if slices.Contains(e.Muscles, m) {
			like++
		}
	}
	for _, same := range []bool{s.Loading == e.Loading, s.Unilateral == e.Unilateral, s.CountedIn == e.CountedIn, s.Muscles[0] == e.Muscles[0]} {
		if same {
			like += 2
		}
	}
	return like
}

// leading are the muscles that an exercise is for: the first two, of an isolation the first.
func (e *Exercise) leading() []Muscle {
	if e.Isolation {
		return e.Muscles[:1]
	}
	return e.Muscles[:min(len(e.Muscles), 2)]
}

// doneWith tells whether what there is will do for one of its forms.
func (e *Exercise) doneWith(available []Equipment) bool {
	available = equipped(available)
	return within(e.Equipment, available) ||
		slices.ContainsFunc(e.EquipmentInstead, func(needed []Equipment) bool { return within(needed, available) })
}

// equipped is all that there is where somebody has these: what they stand for, and what everybody has.
func equipped(with []Equipment) []Equipment {
	all := []Equipment{NoEquipment}
	for _, e := range with {
		all = append(all, e.With()...)
	}
	return all
}

func sameEquipment(a, b []Equipment) bool { return within(a, b) && within(b, a) }

// within tells whether all of the first are among the second.
func within[T comparable](these, those []T) bool {
	return !slices.ContainsFunc(these, func(t T) bool { return !slices.Contains(those, t) })
}

// anyOf tells whether something that is wanted is there; where nothing is asked for, it is.
func anyOf[T comparable](wanted, there []T) bool {
	return len(wanted) == 0 || slices.ContainsFunc(there, func(t T) bool { return slices.Contains(wanted, t) })
}

// chosen are those of the catalogue that are wanted.
func chosen(wanted func(*Exercise) bool) []Exercise {
	exercises := []Exercise{}
	for i := range catalogue {
		if e := &catalogue[i]; wanted(e) {
			exercises = append(exercises, *e)
		}
	}
	return exercises
}

// rank orders the levels.
func (l Level) rank() int {
	return slices.Index([]Level{Novice, Intermediate, Advanced}, l)
}
