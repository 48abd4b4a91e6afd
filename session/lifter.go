package session

import (
	"fmt"
	"slices"

	"fortnight/training"
)

// Lifter is who lifts, as far as it decides what may be lifted. The zero Lifter is somebody who has never lifted and is grown up.
type Lifter struct {
	Level          training.Level // of the athlete; empty counts as NOVICE
	Months         int            // of lifting, 0 and more
	Age            int            // in years, 0 where unknown
	PregnantWeek   int            // 1 to 42 of a pregnancy, 0 where there is none
	PostpartumWeek int            // 1 and more since a birth, 0 where there was none or all is as before
	// Known are the exercises done in the last 28 days, nil where nobody knows.
	Known map[training.ExerciseID]bool
}

// What is never proposed (coaching section 5): to whom, and how much.
const (
	newcomerMonths   = 6
	singlesMonths    = 24
	eccentricMonths  = 2 // eight weeks
	adultAge         = 18
	mastersAge       = 60
	supineWeek       = 20
	loadedWeek       = 6  // after a birth
	jumpingWeek      = 12 // after a birth
	carefulFraction  = 0.80
	heaviestDeadlift = 0.85
	nearMaximum      = 0.90 // from here a lift is next to a single
	carefulReserve   = 3
	motherReserve    = 4
	carefulContacts  = 60
	newExerciseSets  = 3 // half of the five that the heaviest families ask of a lift
	splitSets        = 8 // of one region and none of another: a body-part split
)

// Newcomer tells whether somebody is a novice, or has lifted for less than six months.
func (l Lifter) Newcomer() bool {
	return l.Level == training.Novice || l.Level == "" || l.Months < newcomerMonths
}

// Youth tells whether somebody is known to be under 18.
func (l Lifter) Youth() bool { return l.Age > 0 && l.Age < adultAge }

// Masters60 tells whether somebody is known to be 60 or older.
func (l Lifter) Masters60() bool { return l.Age >= mastersAge }

// LeastReserve is how many repetitions somebody is to keep in reserve at the least.
func (l Lifter) LeastReserve() int {
	switch {
	case l.PregnantWeek > 0 || l.PostpartumWeek > 0:
		return motherReserve
	case l.Newcomer() || l.Youth():
		return carefulReserve
	}
	return 0
}

// MostFraction is the highest fraction of a one-repetition maximum that somebody lifts in an exercise.
func (l Lifter) MostFraction(e *training.Exercise) float64 {
	switch {
	case l.Newcomer() || l.Youth():
		return carefulFraction
	case l.PregnantWeek > 0:
		return nearMaximum - 0.01
	case l.Months < singlesMonths && e.Pattern == training.PatternHinge:
		return heaviestDeadlift
	}
	return 1.1
}

// May tells whether an exercise may be proposed to somebody at all, whatever its dose.
func (l Lifter) May(e *training.Exercise) bool {
	for i := range bans {
		if b := &bans[i]; b.exercise != nil && b.to(l) && b.exercise(e) {
			return false
		}
	}
	return true
}

// Forbidden says why a workout is never proposed to somebody, by what its exercises are and how they are loaded, and whether it is one of
// those. Any workout is judged, whoever wrote it; one without lifts is never forbidden.
func Forbidden(w training.Workout, who Lifter) (reason string, bad bool) {
	lifts := liftsOf(w)
	if len(lifts) == 0 {
		return "", false
	}
	load := training.Measure(w.Sport, w.Blocks, training.Thresholds{})
	for i := range bans {
		b := &bans[i]
		if !b.to(who) {
			continue
		}
		if what, broken := b.broken(lifts, &load); broken {
			return b.says(what), true
		}
	}
	return unpractised(lifts, who)
}

// ForbiddenExercise says why one of some exercises may not be proposed to somebody at all, whatever its dose, and whether one may not.
func ForbiddenExercise(exercises []training.ExerciseID, who Lifter) (reason string, bad bool) {
	for _, id := range exercises {
		e, known := training.FindExercise(id)
		for i := range bans {
			if b := &bans[i]; known && b.exercise != nil && b.to(who) && b.exercise(&e) {
				return b.says(e.Name), true
			}
		}
	}
	return "", false
}

// unpractised finds an exercise that is new and asked for more sets than that allows.
func unpractised(lifts []training.StrengthStep, who Lifter) (string, bool) {
	if who.Known == nil {
		return "", false
	}
	sets := map[training.ExerciseID]int{}
	for i := range lifts {
		s := &lifts[i]
		sets[s.ExerciseID] += workSets(s)
		if e, known := training.FindExercise(s.ExerciseID); known && !who.Known[s.ExerciseID] && sets[s.ExerciseID] > newExerciseSets {
			return fmt.Sprintf("%s: new in 28 days, at most %d sets of it are for a first time", e.Name, newExerciseSets), true
		}
	}
	return "", false
}

// WorkSets is how many work sets a workout has of an exercise, and the last of them.
func WorkSets(w *training.Workout, id training.ExerciseID) (sets int, set training.StrengthSet) {
	for _, step := range liftsOf(*w) {
		for _, s := range step.Sets {
			if step.ExerciseID == id && s.Kind == training.WorkSet {
				sets, set = sets+s.Count, s
			}
		}
	}
	return sets, set
}

// workSets are the sets of a lift that are no warm-up.
func workSets(s *training.StrengthStep) int {
	sets := 0
	for _, set := range s.Sets {
		if set.Kind != training.WarmUpSet {
			sets += set.Count
		}
	}
	return sets
}

// liftsOf are the strength steps of a workout in order, with their sets as often as repeats ask for them, at most 20 each.
func liftsOf(w training.Workout) []training.StrengthStep {
	var lifts []training.StrengthStep
	var walk func(steps training.Steps, times int)
	walk = func(steps training.Steps, times int) {
		for _, step := range steps {
			switch s := step.(type) {
			case training.StrengthStep:
				if times > 1 {
					s.Sets = slices.Clone(s.Sets)
					for i := range s.Sets {
						s.Sets[i].Count *= times
					}
				}
				lifts = append(lifts, s)
			case training.RepeatStep:
				walk(s.Steps, times*s.Repeats)
			}
		}
	}
	for _, b := range w.Blocks {
		walk(b.Steps, max(1, b.Repeats))
	}
	return lifts
}

// ban is a row of what is never proposed to somebody. One of the three tests is there.
type ban struct {
	whom     string
	to       func(Lifter) bool
	what     string
	exercise func(*training.Exercise) bool
	set      func(*training.Exercise, *training.StrengthSet) bool
	whole    func([]training.StrengthStep, *training.Load) bool
}

var bans = []ban{
	{whom: "newcomers", to: Lifter.Newcomer, what: "a lift of power lifting or of Olympic lifting", exercise: barbellLift},
	{whom: "newcomers", to: Lifter.Newcomer, what: "a drop jump", exercise: dropJump},
	{whom: "newcomers", to: Lifter.Newcomer, what: "more than 80 % of a one-repetition maximum", set: above(carefulFraction)},
	{whom: "newcomers", to: Lifter.Newcomer, what: "fewer than 3 repetitions in reserve", whole: reserveBelow(carefulReserve)},
	{whom: "newcomers", to: Lifter.Newcomer, what: "more than 60 contacts", whole: manyContacts},

	{whom: "those with under 24 months of lifting", to: young, what: "an Olympic lift", exercise: func(e *training.Exercise) bool { return e.OlympicLift }},
	{whom: "those with under 24 months of lifting", to: young, what: "a heavy single", set: single},
	{whom: "those with under 24 months of lifting", to: young, what: "a deadlift above 85 %", set: heavyHinge},

	{whom: "those under 18", to: Lifter.Youth, what: "a heavy single", set: single},
	{whom: "those under 18", to: Lifter.Youth, what: "more than 80 % of a one-repetition maximum", set: above(carefulFraction)},
	{whom: "those under 18", to: Lifter.Youth, what: "a depth jump", exercise: dropJump},
	{whom: "those under 18", to: Lifter.Youth, what: "fewer than 3 repetitions in reserve", whole: reserveBelow(carefulReserve)},
	{whom: "those under 18", to: Lifter.Youth, what: "a body-part split", whole: bodyPart},

	{whom: "those from 60", to: Lifter.Masters60, what: "a heavy single", set: single},
	{
		whom: "those from 60 in their first 8 weeks", to: func(l Lifter) bool { return l.Masters60() && l.Months < eccentricMonths },
		what: "eccentric overload", exercise: func(e *training.Exercise) bool { return e.Eccentric },
	},

	{whom: "pregnancy", to: pregnant, what: "a lift near the maximum", set: single},
	{whom: "pregnancy", to: pregnant, what: "fewer than 3 repetitions in reserve", whole: reserveBelow(carefulReserve)},
	{whom: "pregnancy", to: pregnant, what: "a risk of falling or a blow", exercise: not(training.ContraFall, training.ContraImpact)},
	{
		whom: "pregnancy after week 20", to: func(l Lifter) bool { return l.PregnantWeek > supineWeek },
		what: "lying on the back or the belly", exercise: not(training.ContraSupine, training.ContraProne),
	},

	{whom: "the months after a birth", to: postpartum, what: "fewer than 4 repetitions in reserve", whole: reserveBelow(motherReserve)},
	{
		whom: "the first 5 weeks after a birth", to: func(l Lifter) bool { return postpartum(l) && l.PostpartumWeek < loadedWeek },
		what: "a load", exercise: func(e *training.Exercise) bool { return e.Loading == training.LoadingWeight },
	},
	{
		whom: "the first 11 weeks after a birth", to: func(l Lifter) bool { return postpartum(l) && l.PostpartumWeek < jumpingWeek },
		what: "a jump or a blow", exercise: not(training.ContraImpact),
	},
}

// says is the reason why something is forbidden.
func (b *ban) says(what string) string {
	return fmt.Sprintf("%s: %s, which is not for %s", what, b.what, b.whom)
}

// broken finds what of a workout breaks the row: an exercise by its name, or the session.
func (b *ban) broken(lifts []training.StrengthStep, load *training.Load) (string, bool) {
	if b.whole != nil {
		return "The session", b.whole(lifts, load)
	}
	for i := range lifts {
		e, known := training.FindExercise(lifts[i].ExerciseID)
		if known && b.byExercise(&e, lifts[i].Sets) {
			return e.Name, true
		}
	}
	return "", false
}

func (b *ban) byExercise(e *training.Exercise, sets []training.StrengthSet) bool {
	if b.exercise != nil {
		return b.exercise(e)
	}
	return slices.ContainsFunc(sets, func(s training.StrengthSet) bool { return b.set(e, &s) })
}

func young(l Lifter) bool      { return l.Months < singlesMonths }
func pregnant(l Lifter) bool   { return l.PregnantWeek > 0 }
func postpartum(l Lifter) bool { return l.PostpartumWeek > 0 }

func barbellLift(e *training.Exercise) bool { return e.PowerLift || e.OlympicLift }

func dropJump(e *training.Exercise) bool { return e.ContactsPerRep > 0 && e.Eccentric }

func not(reasons ...training.Contraindication) func(*training.Exercise) bool {
	return func(e *training.Exercise) bool {
		return slices.ContainsFunc(reasons, func(c training.Contraindication) bool { return slices.Contains(e.Contraindications, c) })
	}
}

func above(fraction float64) func(*training.Exercise, *training.StrengthSet) bool {
	return func(_ *training.Exercise, s *training.StrengthSet) bool {
		p := s.Load.FractionOfOneRepMax
		return p != nil && *p > fraction
	}
}

func heavyHinge(e *training.Exercise, s *training.StrengthSet) bool {
	return e.Pattern == training.PatternHinge && above(heaviestDeadlift)(e, s)
}

// single tells whether a set is a lift near the maximum: from 90 % of it, or one repetition of a barbell lift.
func single(e *training.Exercise, s *training.StrengthSet) bool {
	p := s.Load.FractionOfOneRepMax
	if p != nil && *p >= nearMaximum {
		return true
	}
	return s.Kind != training.WarmUpSet && s.Amount.Kind == training.Repetitions && s.Amount.High == 1 && (e.PowerLift || e.OlympicLift)
}

func reserveBelow(least int) func([]training.StrengthStep, *training.Load) bool {
	return func(_ []training.StrengthStep, load *training.Load) bool { return load.Demand.LeastReserve < least }
}

func manyContacts(_ []training.StrengthStep, load *training.Load) bool {
	return load.Demand.PlyometricContact > carefulContacts
}

// bodyPart tells whether a session trains the legs or the upper body alone, with weights and many sets that are more than care for joints.
func bodyPart(lifts []training.StrengthStep, _ *training.Load) bool {
	legs, upper := 0, 0
	for i := range lifts {
		e, known := training.FindExercise(lifts[i].ExerciseID)
		if !known || e.ContactsPerRep > 0 || e.Loading != training.LoadingWeight || light(&lifts[i]) {
			continue
		}
		sets := workSets(&lifts[i])
		if e.LowerBody() {
			legs += sets
		}
		if slices.Contains(e.Patterns, training.PatternPush) || slices.Contains(e.Patterns, training.PatternPull) {
			upper += sets
		}
	}
	return legs+upper >= splitSets && (legs == 0 || upper == 0)
}

// light tells whether a lift leaves so many repetitions that none of its sets is hard.
func light(s *training.StrengthStep) bool {
	return !slices.ContainsFunc(s.Sets, func(set training.StrengthSet) bool {
		return set.Load.RepsInReserve == nil || *set.Load.RepsInReserve <= 4
	})
}
