package training

import (
	"fmt"
	"math"
	"slices"
)

// LiftedExercise is what was done of an exercise in a session: its work sets in order, 1 to 20 groups of them.
type LiftedExercise struct {
	ExerciseID ExerciseID   `json:"exerciseId"`
	Sets       []LiftedSets `json:"sets"`
}

// LiftedSets are Count sets alike, 1 to 20, of Repetitions each, 0 to 100, on each side where an exercise is one-sided; 0 is an attempt that failed.
//
// Kilograms is what was lifted in all, of dumbbells and kettlebells each, 0.5 to 600, and of exercises with one's own weight what was added to it; nil
// where nothing was. RepsInReserve is how many more there would have been after the last of them, 0 to 10, nil where nobody said.
type LiftedSets struct {
	Count         int      `json:"count"`
	Repetitions   int      `json:"repetitions"`
	Kilograms     *float64 `json:"kilograms,omitempty"`
	RepsInReserve *int     `json:"repsInReserve,omitempty"`
}

// Bounds of what is said of lifts.
const (
	MaxLiftedExercises = 30
	maxLiftedGroups    = 20
	maxLiftedSets      = 200 // of a session in all
)

// CheckLifts checks what was lifted: every fault with the path of its field below path. Each exercise is one of the catalogue that is counted in
// repetitions, and named once.
func CheckLifts(faults *InputError, path string, lifts []LiftedExercise) {
	if !CheckCount(faults, path, len(lifts), 0, MaxLiftedExercises) {
		return
	}
	seen, total := map[ExerciseID]bool{}, 0
	for i := range lifts {
		l, at := &lifts[i], fmt.Sprintf("%s[%d].", path, i)
		switch e, known := FindExercise(l.ExerciseID); {
		case !known:
			faults.Add(at+"exerciseId", fmt.Sprintf("%.60q is not an exercise of the catalogue", l.ExerciseID))
		case e.CountedIn != CountRepetitions:
			faults.Add(at+"exerciseId", fmt.Sprintf("%s is counted in %s: only sets of repetitions are kept", l.ExerciseID, e.CountedIn))
		case seen[l.ExerciseID]:
			faults.Add(at+"exerciseId", fmt.Sprintf("%s is named twice: give all its sets together", l.ExerciseID))
		}
		seen[l.ExerciseID] = true
		if !CheckCount(faults, at+"sets", len(l.Sets), 1, maxLiftedGroups) {
			continue
		}
		for j := range l.Sets {
			s, at := &l.Sets[j], fmt.Sprintf("%ssets[%d].", at, j)
			CheckInt(faults, at+"count", &s.Count, 1, 20)
			CheckInt(faults, at+"repetitions", &s.Repetitions, 0, 100)
			CheckFloat(faults, at+"kilograms", s.Kilograms, 0.5, 600)
			CheckInt(faults, at+"repsInReserve", s.RepsInReserve, 0, 10)
			total += max(0, s.Count)
		}
	}
	if total > maxLiftedSets {
		faults.Add(path, fmt.Sprintf("%d sets in all are more than %d", total, maxLiftedSets))
	}
}

// mostEstimable is how many repetitions there may be, those in reserve included, for a maximum to be estimated from them: above ten to twelve the
// formulas differ from each other and from what is then lifted (LeSuer et al. 1997, J Strength Cond Res 11(4):211–213).
const mostEstimable = 12

// EstimateOneRepMax is the heaviest single repetition, in kilograms, that a set of so many with so many in reserve stands for: kilograms · (1 + n/30),
// n being the repetitions that there would have been in all (Epley 1985, Poundage Chart; the repetitions in reserve added as in Zourdos et al. 2016,
// J Strength Cond Res 30(1):267–275). One repetition with none in reserve is the maximum itself. It is false for none and for more than 12 in all.
func EstimateOneRepMax(kilograms float64, repetitions, reserve int) (float64, bool) {
	n := repetitions + reserve
	if repetitions < 1 || n > mostEstimable || kilograms <= 0 {
		return 0, false
	}
	return kilograms * epley(n), true
}

// epley is how many times as heavy as what can be lifted n times the maximum is.
func epley(n int) float64 {
	if n <= 1 {
		return 1
	}
	return 1 + float64(n)/30
}

// EstimatedOneRepMaxKilograms is the best that the sets stand for by [EstimateOneRepMax], to a tenth; those of which nobody said how many were left
// count as if none had been. It is nil for exercises with one's own weight or a band, and where no set tells.
func (l *LiftedExercise) EstimatedOneRepMaxKilograms() *float64 {
	if e, known := FindExercise(l.ExerciseID); !known || e.Loading != LoadingWeight {
		return nil
	}
	best := 0.0
	for _, s := range l.Sets {
		if s.Kilograms == nil {
			continue
		}
		if kilograms, tells := EstimateOneRepMax(*s.Kilograms, s.Repetitions, deref(s.RepsInReserve)); tells {
			best = max(best, kilograms)
		}
	}
	if best == 0 {
		return nil
	}
	best = math.Round(10*best) / 10
	return &best
}

func deref(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// AskedLift is what a workout asks of an exercise that is counted in repetitions, by the last group of its work sets: how many sets there are in all,
// from how many to how many repetitions, and how many are to be left, nil where it does not say.
type AskedLift struct {
	ExerciseID ExerciseID
	Sets       int
	Low, High  int
	Reserve    *int
}

// AskedLifts are the lifts of blocks, each exercise once.
func AskedLifts(blocks []Block) []AskedLift {
	var list []AskedLift
	for i := range blocks {
		list = askedOf(list, blocks[i].Steps, max(1, blocks[i].Repeats))
	}
	return list
}

func askedOf(list []AskedLift, steps Steps, times int) []AskedLift {
	for _, step := range steps {
		switch s := step.(type) {
		case RepeatStep:
			list = askedOf(list, s.Steps, times*s.Repeats)
		case StrengthStep:
			for i := range s.Sets {
				set := &s.Sets[i]
				if set.Kind != WorkSet || set.Amount.Kind != Repetitions {
					continue
				}
				at := slices.IndexFunc(list, func(a AskedLift) bool { return a.ExerciseID == s.ExerciseID })
				if at < 0 {
					list = append(list, AskedLift{ExerciseID: s.ExerciseID})
					at = len(list) - 1
				}
				a := &list[at]
				a.Sets += times * set.Count
				a.Low, a.High, a.Reserve = set.Amount.Low, set.Amount.High, set.Reserved()
			}
		}
	}
	return list
}

// Reserved is how many repetitions a set is to leave, as it says or by its RPE; nil where neither is said.
func (s *StrengthSet) Reserved() *int {
	if s.Load.RepsInReserve == nil && s.Load.RPE == nil {
		return nil
	}
	left := int(s.reserve())
	return &left
}
