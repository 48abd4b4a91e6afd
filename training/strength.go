package training

import (
	"math"
	"slices"
)

// Constants of strength load (science L10, L11).
const (
	warmUpMinutes     = 10 // counted once in the load of a workout with strength steps, not in its duration
	bodyweightReserve = 5  // repetitions in reserve assumed where neither load nor reserve is given
	maxEpleyReserve   = 10
)

// epleyMaxReps is how many repetitions are possible at a fraction of the one-repetition maximum: 30·(1/p − 1) (Epley; valid to 12).
func epleyMaxReps(fraction float64) float64 { return 30 * (1/fraction - 1) }

// Reserves that are assumed, in repetitions, where a load says nothing of its own: of a weight that is named in kilograms alone, which is
// chosen for the repetitions, and of as many repetitions as there are.
const (
	kilogramsReserve = 3
	amrapReserve     = 0
)

// reserve is the repetitions left at the end of a set: as given, by RPE or by Epley; else what the kind of its load lets expect.
func (s *StrengthSet) reserve() float64 {
	l := &s.Load
	switch {
	case l.RepsInReserve != nil:
		return float64(*l.RepsInReserve)
	case l.RPE != nil:
		return 10 - *l.RPE
	case s.Amount.Kind == MostReps:
		return amrapReserve
	case l.FractionOfOneRepMax != nil:
		return min(maxEpleyReserve, max(0, epleyMaxReps(*l.FractionOfOneRepMax)-s.Amount.reps()))
	case l.Kilograms != nil:
		return kilogramsReserve
	}
	return bodyweightReserve
}

// loaded tells whether a set says how heavy it is, so that it can be a hard one.
func (s *StrengthSet) loaded() bool {
	l := &s.Load
	return l.RepsInReserve != nil || l.RPE != nil || l.FractionOfOneRepMax != nil || l.Kilograms != nil || s.Amount.Kind == MostReps
}

// hard tells whether it is a hard set: at most four in reserve, or from 70 % with at least 60 % of the possible repetitions (science §0).
func (s *StrengthSet) hard(reserve float64) bool {
	if reserve <= 4 {
		return s.loaded()
	}
	p := s.Load.FractionOfOneRepMax
	return p != nil && *p >= 0.70 && s.Amount.reps() >= 0.60*epleyMaxReps(*p)
}

// lifting gathers the sets of a workout.
type lifting struct {
	sets, seconds int
	effort        float64 // sum over sets of 10 − reserve
	legSets       int     // hard sets of squat, hinge and lunge
	anyLegs       bool
	heavyLegs     bool // any lower-body set from 80 % or with at most two in reserve
	contacts      int
	minReserve    float64 // of lower-body sets
	leastReserve  float64 // of all sets
	mostFraction  float64 // of the one-repetition maximum, of all sets
	patterns      uint16  // a bit for each of MovementPatterns
	exercises     []ExerciseID
	eccentric     []ExerciseID
}

func (l *lifting) add(step *StrengthStep, pace float64) {
	exercise, known := FindExercise(step.ExerciseID)
	seconds := 0
	for i := range step.Sets {
		set := &step.Sets[i]
		if set.Kind == WarmUpSet { // part of the ten minutes
			continue
		}
		seconds += set.Count * (round(step.secondsOf(set)) + set.RestSeconds)
		reserve := set.reserve()
		l.leastReserve = min(l.leastReserve, reserve)
		if p := set.Load.FractionOfOneRepMax; p != nil {
			l.mostFraction = max(l.mostFraction, *p)
		}
		l.sets += set.Count
		l.effort += float64(set.Count) * (10 - reserve)
		if known { // Validate refuses what is not; what is stored already still has a duration and an effort
			l.addSet(step, set, reserve, &exercise)
		}
	}
	l.seconds += paced(seconds, pace)
	if known && seconds > 0 && !slices.Contains(l.exercises, exercise.ID) {
		l.exercises = append(l.exercises, exercise.ID)
	}
	for i, p := range MovementPatterns {
		if known && p == exercise.Pattern {
			l.patterns |= 1 << i
		}
	}
	if known && exercise.LowerBody() && exercise.Eccentric && !slices.Contains(l.eccentric, exercise.ID) {
		l.eccentric = append(l.eccentric, exercise.ID)
	}
}

func (l *lifting) addSet(step *StrengthStep, set *StrengthSet, reserve float64, exercise *Exercise) {
	contacts := float64(set.Count) * set.Amount.reps() * float64(exercise.ContactsPerRep)
	if step.PerSide {
		contacts *= 2
	}
	l.contacts += round(contacts)
	if !exercise.LowerBody() {
		return
	}
	l.anyLegs = true
	l.minReserve = min(l.minReserve, reserve)
	p := set.Load.FractionOfOneRepMax
	l.heavyLegs = l.heavyLegs || p != nil && *p >= 0.80 || reserve <= 2
	if set.hard(reserve) {
		l.legSets += set.Count
	}
}

// sessionRPE is the mean effort of the sets, 0 to 10 (Kraft 2014; science L10).
func (l *lifting) sessionRPE() float64 {
	if l.sets == 0 {
		return 0
	}
	return l.effort / float64(l.sets)
}

// tss is 0.125 · session RPE · minutes, ten minutes of warming up included (science L10, L11).
func (l *lifting) tss() float64 {
	if l.sets == 0 {
		return 0
	}
	return tssPerAU * l.sessionRPE() * (warmUpMinutes + float64(l.seconds)/60)
}

// heavyLower says by which criterion the sets are HEAVY-LOWER (science §0), empty where by none.
func (l *lifting) heavyLower() string {
	switch {
	case l.legSets >= 4 && l.heavyLegs:
		return "four or more hard leg sets, one of them at 80 % or with at most two repetitions in reserve"
	case l.legSets >= 10:
		return "ten or more hard leg sets"
	case l.contacts >= 60:
		return "sixty or more plyometric contacts"
	}
	return ""
}

// legWeight is what share of the sets' TSS the legs carry (science L15).
func (l *lifting) legWeight() float64 {
	switch {
	case l.heavyLower() != "":
		return legWeightHeavyLift
	case l.anyLegs || l.contacts > 0:
		return legWeightLift
	}
	return legWeightUpperLift
}

func (l *lifting) patternList() []MovementPattern {
	var list []MovementPattern
	for i, p := range MovementPatterns {
		if l.patterns&(1<<i) != 0 {
			list = append(list, p)
		}
	}
	return list
}

// wholeReserve rounds down: half a repetition more is not one.
func wholeReserve(reserve float64) int { return int(math.Floor(reserve)) }
