package session

import (
	"testing"

	"fortnight/training"
)

func some[T any](v T) *T { return &v }

// liftedOn is an exercise as it was lifted so many days ago: as many sets alike as there are repetitions, of an asked scheme.
func liftedOn(ago int, exercise training.ExerciseID, asked *training.AskedLift, kilograms float64, reserve *int, reps ...int) training.LiftDone {
	d := training.LiftDone{Date: today.AddDays(-ago), Asked: asked}
	d.ExerciseID = exercise
	for _, n := range reps {
		d.Sets = append(d.Sets, training.LiftedSets{Count: 1, Repetitions: n, Kilograms: &kilograms, RepsInReserve: reserve})
	}
	return d
}

func askedFor(sets, low, high, reserve int) *training.AskedLift {
	return &training.AskedLift{Sets: sets, Low: low, High: high, Reserve: &reserve}
}

func setOf(sets, low, high, reserve int) *training.StrengthSet {
	return &training.StrengthSet{
		Count: sets, Kind: training.WorkSet, Amount: training.SetAmount{Kind: training.Repetitions, Low: low, High: high},
		Load: training.StrengthLoad{RepsInReserve: &reserve},
	}
}

// The next weight follows section 5 of the coaching specification, in steps of the athlete's equipment.
func TestNextLift(t *testing.T) {
	const squat, bench, goblet = "back-squat", "bench-press", "goblet-squat"
	ten := askedFor(3, 8, 10, 2)
	five := askedFor(3, 5, 5, 2)
	learn := func(reps int) *training.AskedLift { return askedFor(2, reps, reps, 4) }
	dumbbells := &training.Profile{LoadSteps: []training.EquipmentStep{{Equipment: training.Dumbbells, Kilograms: 2}, {Equipment: training.Kettlebell, Kilograms: 4}}}
	plates := &training.Profile{LoadSteps: []training.EquipmentStep{{Equipment: training.Barbell, Kilograms: 5}}}
	for name, c := range map[string]struct {
		p        *training.Profile
		family   ID
		exercise training.ExerciseID
		set      *training.StrengthSet
		done     []training.LiftDone
		want     float64 // 0: nothing is known
		why      LiftReason
	}{
		"never lifted":                   {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), nil, 0, ""},
		"all sets at the top once":       {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, some(2), 10, 10, 10)}, 60, LiftHeld},
		"all sets at the top twice":      {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, some(2), 10, 10, 10), liftedOn(7, bench, ten, 60, some(2), 10, 10, 10)}, 62.5, LiftTopped},
		"in any order":                   {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(7, bench, ten, 60, some(2), 10, 10, 10), liftedOn(3, bench, ten, 60, some(2), 10, 10, 10)}, 62.5, LiftTopped},
		"at the top, legs by 5 %":        {nil, "Q-SIZE", squat, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, squat, ten, 100, nil, 10, 10, 10), liftedOn(7, squat, ten, 100, nil, 10, 10, 10)}, 105, LiftTopped},
		"the next plate, at least":       {plates, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 10, 10, 10), liftedOn(7, bench, ten, 60, nil, 10, 10, 10)}, 65, LiftTopped},
		"the next dumbbell":              {dumbbells, "Q-SIZE", goblet, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, goblet, ten, 20, nil, 10, 10, 10), liftedOn(7, goblet, ten, 20, nil, 10, 10, 10)}, 22, LiftTopped},
		"at the top with another weight": {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 62.5, nil, 10, 10, 10), liftedOn(7, bench, ten, 60, nil, 10, 10, 10)}, 62.5, LiftHeld},
		"a set below the top":            {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 10, 10, 9), liftedOn(7, bench, ten, 60, nil, 10, 10, 10)}, 60, LiftHeld},
		"a set too few":                  {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 10, 10), liftedOn(7, bench, ten, 60, nil, 10, 10, 10)}, 60, LiftHeld},
		"back-off sets do not count":     {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{{Date: today - 3, Asked: ten, LiftedExercise: training.LiftedExercise{ExerciseID: bench, Sets: []training.LiftedSets{{Count: 2, Repetitions: 10, Kilograms: some(60.0)}, {Count: 1, Repetitions: 10, Kilograms: some(50.0)}}}}, liftedOn(7, bench, ten, 60, nil, 10, 10, 10)}, 60, LiftHeld},
		"missed by one":                  {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 8, 8, 7)}, 60, LiftHeld},
		"missed by one twice":            {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 8, 8, 7), liftedOn(7, bench, ten, 60, nil, 8, 7, 7)}, 57.5, LiftMissed},
		"missed by two":                  {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 8, 8, 6)}, 57.5, LiftMissed},
		"missed by two, twice":           {nil, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 8, 6, 5), liftedOn(7, bench, ten, 60, nil, 8, 8, 7)}, 55, LiftMissed},
		"a step down, at least":          {plates, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, nil, 8, 8, 6)}, 55, LiftMissed},
		"failed at the lightest":         {plates, "Q-SIZE", bench, setOf(3, 8, 10, 2), []training.LiftDone{liftedOn(3, bench, ten, 5, nil, 8, 8, 0)}, 5, LiftMissed},

		"heavy, one more in reserve":  {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(3), 5, 5, 5)}, 102.5, LiftSpared},
		"heavy, as planned":           {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(2), 5, 5, 5), liftedOn(7, squat, five, 100, some(2), 5, 5, 5)}, 100, LiftHeld},
		"heavy, nobody said":          {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, nil, 5, 5, 5)}, 100, LiftHeld},
		"heavy, one fewer":            {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(1), 5, 5, 5)}, 100, LiftHeld},
		"heavy, two fewer":            {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(0), 5, 5, 5)}, 95, LiftMissed},
		"fewer repetitions asked for": {nil, "Q-STR", squat, setOf(5, 3, 3, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(2), 5, 5, 5)}, 105, LiftOtherReps}, // (1 + 7/30) / (1 + 5/30)
		"from size to strength":       {nil, "Q-STR", bench, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, bench, ten, 60, some(2), 10, 10, 10)}, 67.5, LiftOtherReps},
		"a week of unloading":         {nil, "Q-STR", squat, setOf(2, 5, 5, 3), []training.LiftDone{liftedOn(3, squat, five, 100, some(3), 5, 5, 5)}, 100, LiftHeld},
		"after unloading":             {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, askedFor(2, 5, 5, 3), 100, some(3), 5, 5)}, 100, LiftHeld},
		"maintained":                  {nil, "Q-MAIN", squat, setOf(2, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(4), 5, 5)}, 100, LiftHeld},

		"learned: repetitions first":    {nil, "Q-AA", goblet, setOf(2, 12, 12, 4), []training.LiftDone{liftedOn(3, goblet, learn(10), 16, some(4), 10, 10)}, 16, LiftHeld},
		"learned: then the load":        {nil, "Q-AA", goblet, setOf(3, 12, 12, 4), []training.LiftDone{liftedOn(3, goblet, learn(15), 16, some(4), 15, 15)}, 17.5, LiftLearned},
		"nobody planned it":             {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, nil, 100, some(2), 5, 5, 5)}, 100, LiftHeld},
		"nobody planned it, to the end": {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, nil, 100, nil, 5, 5, 5)}, 95, LiftOtherReps},
		"28 days ago":                   {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(27, squat, five, 100, some(3), 5, 5, 5)}, 102.5, LiftSpared},
		"29 days ago":                   {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(28, squat, five, 100, some(3), 5, 5, 5)}, 90, LiftPaused},
		"121 days ago":                  {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(120, squat, five, 100, some(3), 5, 5, 5)}, 0, ""},
		"on the day itself":             {nil, "Q-STR", squat, setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(-1, squat, five, 100, some(3), 5, 5, 5)}, 0, ""},
		"with one's own weight":         {nil, "Q-STR", "pull-up", setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, "pull-up", five, 10, some(3), 5, 5, 5)}, 0, ""},
		"nothing in reserve is named":   {nil, "Q-STR", squat, &training.StrengthSet{Count: 1, Kind: training.WorkSet, Amount: training.Reps(5)}, []training.LiftDone{liftedOn(3, squat, five, 100, some(3), 5, 5, 5)}, 0, ""},
		"another exercise":              {nil, "Q-STR", "front-squat", setOf(3, 5, 5, 2), []training.LiftDone{liftedOn(3, squat, five, 100, some(3), 5, 5, 5)}, 0, ""},
	} {
		if c.p == nil {
			c.p = &training.Profile{}
		}
		l, known := NewLiftBook(c.p, today+1, c.done).Next(c.family, c.exercise, c.set)
		if known != (c.want > 0) || l.Kilograms != c.want || l.Why != c.why {
			t.Errorf("%s: %g kg, %s; want %g, %s", name, l.Kilograms, l.Why, c.want, c.why)
		}
		if known && (l.On != c.done[0].Date && l.On != c.done[len(c.done)-1].Date || l.Was == 0) {
			t.Errorf("%s: %+v", name, l)
		}
	}
}
