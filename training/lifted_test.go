package training

import (
	"fmt"
	"strings"
	"testing"
)

// Epley: a set of n repetitions in all is lifted at 1/(1 + n/30) of the maximum.
func TestEstimateOneRepMax(t *testing.T) {
	for name, c := range map[string]struct {
		kilograms     float64
		reps, reserve int
		want          float64 // 0: no estimate
	}{
		"a single":           {100, 1, 0, 100},
		"one, two left":      {100, 1, 2, 110},
		"five":               {100, 5, 0, 116.667},
		"five, two left":     {100, 5, 2, 123.333},
		"ten, two left":      {60, 10, 2, 84},
		"thirteen in all":    {60, 10, 3, 0},
		"a failed attempt":   {100, 0, 0, 0},
		"nothing on it":      {0, 5, 0, 0},
		"twelve repetitions": {60, 12, 0, 84},
	} {
		got, known := EstimateOneRepMax(c.kilograms, c.reps, c.reserve)
		if known != (c.want > 0) || got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%s: %g, %t", name, got, known)
		}
	}
	kilograms, left := 100.0, 2
	l := LiftedExercise{"back-squat", []LiftedSets{{1, 15, &kilograms, nil}, {3, 5, &kilograms, &left}, {1, 5, nil, nil}}}
	if best := l.EstimatedOneRepMaxKilograms(); best == nil || *best != 123.3 {
		t.Errorf("%v", best)
	}
	l.ExerciseID = "pull-up"
	if best := l.EstimatedOneRepMaxKilograms(); best != nil {
		t.Errorf("a pull-up with 100 kg: %v", *best)
	}
}

func TestLiftsAreChecked(t *testing.T) {
	set := func(count, reps int, kilograms float64, left int) LiftedSets {
		return LiftedSets{count, reps, &kilograms, &left}
	}
	many := make([]LiftedExercise, MaxLiftedExercises+1)
	groups := make([]LiftedSets, 21)
	full := make([]LiftedSets, 11)
	for i := range full {
		full[i] = set(20, 5, 50, 2)
	}
	for name, c := range map[string]struct {
		lifts []LiftedExercise
		want  string // the paths at fault
	}{
		"none":               {nil, ""},
		"as it should be":    {[]LiftedExercise{{"back-squat", []LiftedSets{set(20, 100, 600, 10), set(1, 0, 0.5, 0)}}, {"pull-up", []LiftedSets{{1, 8, nil, nil}}}}, ""},
		"too many":           {many, "lifts"},
		"unknown":            {[]LiftedExercise{{"moon-press", []LiftedSets{set(1, 5, 50, 2)}}}, "lifts[0].exerciseId"},
		"counted in seconds": {[]LiftedExercise{{"plank", []LiftedSets{set(1, 5, 50, 2)}}}, "lifts[0].exerciseId"},
		"twice":              {[]LiftedExercise{{"back-squat", []LiftedSets{set(1, 5, 50, 2)}}, {"back-squat", []LiftedSets{set(1, 5, 50, 2)}}}, "lifts[1].exerciseId"},
		"no sets":            {[]LiftedExercise{{"back-squat", nil}}, "lifts[0].sets"},
		"too many groups":    {[]LiftedExercise{{"back-squat", groups}}, "lifts[0].sets"},
		"too many sets":      {[]LiftedExercise{{"back-squat", full}}, "lifts"},
		"every number":       {[]LiftedExercise{{"back-squat", []LiftedSets{set(0, -1, 0.4, -1), set(21, 101, 600.1, 11)}}}, "lifts[0].sets[0].count lifts[0].sets[0].repetitions lifts[0].sets[0].kilograms lifts[0].sets[0].repsInReserve lifts[0].sets[1].count lifts[0].sets[1].repetitions lifts[0].sets[1].kilograms lifts[0].sets[1].repsInReserve"},
	} {
		var faults InputError
		CheckLifts(&faults, "lifts", c.lifts)
		var paths []string
		for _, f := range faults.Fields {
			paths = append(paths, f.Path)
		}
		if got := strings.Join(paths, " "); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// What a workout asks for is read from its work sets, as often as repeats ask for them.
func TestAskedLifts(t *testing.T) {
	left, rpe, heavy := 2, 7.0, 0.8
	blocks := []Block{{Sport: Strength, Repeats: 1, Steps: Steps{
		StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{
			{Count: 1, Kind: WarmUpSet, Amount: Reps(8)},
			{Count: 3, Kind: WorkSet, Amount: SetAmount{Kind: Repetitions, Low: 8, High: 10}, Load: StrengthLoad{RepsInReserve: &left}},
		}},
		RepeatStep{Repeats: 4, Steps: Steps{
			StrengthStep{ExerciseID: "bench-press", Sets: SetsOf(1, 5, StrengthLoad{RPE: &rpe}, 60)},
			StrengthStep{ExerciseID: "plank", Sets: []StrengthSet{{Count: 1, Kind: WorkSet, Amount: SetAmount{Kind: Hold, Low: 30, High: 30}}}},
		}},
		StrengthStep{ExerciseID: "deadlift", Sets: SetsOf(2, 3, StrengthLoad{FractionOfOneRepMax: &heavy}, 60)},
	}}}
	var got []string
	for _, a := range AskedLifts(blocks) {
		reserve := "any"
		if a.Reserve != nil {
			reserve = fmt.Sprint(*a.Reserve)
		}
		got = append(got, fmt.Sprintf("%s %dx%d-%d %s", a.ExerciseID, a.Sets, a.Low, a.High, reserve))
	}
	if want := "back-squat 3x8-10 2, bench-press 4x5-5 3, deadlift 2x3-3 any"; strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
	s := Session{Asked: AskedLifts(blocks)}
	s.Result = &SessionResult{Lifts: []LiftedExercise{{"back-squat", []LiftedSets{{3, 9, nil, nil}}}, {"bench-press", []LiftedSets{{4, 5, nil, nil}}}}}
	if _, told := s.LiftedShare(); told {
		t.Error("a lift is left out, and the share is known")
	}
	s.Result.Lifts = append(s.Result.Lifts, LiftedExercise{"deadlift", []LiftedSets{{1, 3, nil, nil}}})
	if share, told := s.LiftedShare(); !told || share != 47.0/50 {
		t.Errorf("%g, %t", share, told)
	}
}
