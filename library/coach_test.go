package library

import (
	"slices"
	"testing"
	"time"

	"fortnight/training"
)

func measured(w training.Workout) time.Duration {
	return time.Duration(w.DurationSeconds) * time.Second
}

func minutes(w training.Workout) float64 { return measured(w).Minutes() }

func duration(t *testing.T, text string) time.Duration {
	t.Helper()
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCoverage holds what a planner must find: a workout of the sport and focus whose measured length lies between from and to minutes.
func TestCoverage(t *testing.T) {
	for _, c := range []struct {
		sport    training.Sport
		focus    training.Focus
		from, to float64
	}{
		{training.Run, training.FocusRecovery, 20, 30},
		{training.Run, training.FocusEndurance, 25, 30},
		{training.Run, training.FocusEndurance, 40, 45},
		{training.Run, training.FocusEndurance, 55, 60},
		{training.Run, training.FocusLong, 70, 75},
		{training.Run, training.FocusLong, 85, 90},
		{training.Run, training.FocusLong, 100, 105},
		{training.Run, training.FocusLong, 115, 120},
		{training.Run, training.FocusTempo, 30, 45},
		{training.Run, training.FocusThreshold, 30, 45},
		{training.Run, training.FocusThreshold, 46, 60},
		{training.Run, training.FocusVO2Max, 30, 45},
		{training.Run, training.FocusVO2Max, 46, 75},
		{training.Run, training.FocusAnaerobic, 30, 60},
		{training.Run, training.FocusSprint, 30, 45},
		{training.Run, training.FocusRacePace, 20, 30},
		{training.Run, training.FocusRacePace, 45, 60},
		{training.Run, training.FocusRacePace, 75, 90},
		{training.Run, training.FocusTest, 50, 60},

		{training.Ride, training.FocusRecovery, 20, 30},
		{training.Ride, training.FocusEndurance, 40, 45},
		{training.Ride, training.FocusEndurance, 55, 60},
		{training.Ride, training.FocusEndurance, 85, 90},
		{training.Ride, training.FocusLong, 115, 120},
		{training.Ride, training.FocusLong, 145, 150},
		{training.Ride, training.FocusLong, 175, 180},
		{training.Ride, training.FocusLong, 235, 240},
		{training.Ride, training.FocusTempo, 30, 45},
		{training.Ride, training.FocusTempo, 65, 75},
		{training.Ride, training.FocusThreshold, 30, 45},
		{training.Ride, training.FocusThreshold, 55, 60},
		{training.Ride, training.FocusThreshold, 70, 75},
		{training.Ride, training.FocusVO2Max, 30, 45},
		{training.Ride, training.FocusVO2Max, 55, 60},
		{training.Ride, training.FocusSprint, 30, 45},
		{training.Ride, training.FocusRacePace, 85, 90},
		{training.Ride, training.FocusTest, 30, 45},
		{training.Ride, training.FocusTest, 55, 75},

		{training.Swim, training.FocusRecovery, 15, 30},
		{training.Swim, training.FocusEndurance, 25, 35},
		{training.Swim, training.FocusEndurance, 35, 45},
		{training.Swim, training.FocusLong, 60, 75},
		{training.Swim, training.FocusTempo, 30, 45},
		{training.Swim, training.FocusThreshold, 25, 45},
		{training.Swim, training.FocusVO2Max, 25, 45},
		{training.Swim, training.FocusSprint, 25, 45},
		{training.Swim, training.FocusRacePace, 40, 60},
		{training.Swim, training.FocusTest, 30, 45},

		{training.Row, training.FocusRecovery, 20, 20},
		{training.Row, training.FocusEndurance, 25, 30},
		{training.Row, training.FocusEndurance, 40, 45},
		{training.Row, training.FocusLong, 60, 60},
		{training.Row, training.FocusTempo, 40, 45},
		{training.Row, training.FocusThreshold, 40, 45},
		{training.Row, training.FocusVO2Max, 35, 45},
		{training.Row, training.FocusAnaerobic, 30, 45},
		{training.Row, training.FocusRacePace, 35, 45},
		{training.Row, training.FocusTest, 30, 45},

		{training.Strength, training.FocusMaxStrength, 20, 30},
		{training.Strength, training.FocusMaxStrength, 45, 60},
		{training.Strength, training.FocusHypertrophy, 20, 30},
		{training.Strength, training.FocusHypertrophy, 30, 45},
		{training.Strength, training.FocusHypertrophy, 45, 60},
		{training.Strength, training.FocusPower, 30, 60},
		{training.Strength, training.FocusStrengthEndurance, 15, 20},
		{training.Strength, training.FocusStrengthEndurance, 25, 35},
		{training.Strength, training.FocusTest, 45, 60},
		{training.Mobility, training.FocusMobility, 10, 15},
		{training.Mobility, training.FocusMobility, 15, 20},
		{training.Mobility, training.FocusMobility, 25, 30},
	} {
		if !slices.ContainsFunc(Workouts(), func(w training.Workout) bool {
			return w.Sport == c.sport && w.Focus == c.focus && minutes(w) >= c.from && minutes(w) <= c.to
		}) {
			t.Errorf("no %s %s of %v to %v min", c.sport, c.focus, c.from, c.to)
		}
	}
}

func TestEverySportAndFocusIsThere(t *testing.T) {
	sports, foci := map[training.Sport]int{}, map[training.Focus]int{}
	for _, w := range Workouts() {
		sports[w.Sport]++
		foci[w.Focus]++
	}
	for _, sport := range []training.Sport{ // the others are for what was done and for what people write themselves
		training.Run, training.Ride, training.Swim, training.Row, training.Strength, training.Mobility,
	} {
		if sports[sport] < 3 {
			t.Errorf("%s: %d workouts", sport, sports[sport])
		}
	}
	for _, focus := range training.Foci {
		if foci[focus] == 0 {
			t.Errorf("no workout of focus %s", focus)
		}
	}
}

// Any window of 20 to 240 minutes can be used for at least three quarters of its length, by an easy workout and, up to 90, by a hard one.
func TestEveryWindowCanBeFilled(t *testing.T) {
	for window := 20.0; window <= 240; window += 5 {
		fits := func(hard bool) func(training.Workout) bool {
			return func(w training.Workout) bool {
				return minutes(w) <= window && minutes(w) >= 0.75*window && w.Sport.Endurance() && w.Demand.HighIntensity == hard
			}
		}
		if !slices.ContainsFunc(Workouts(), fits(false)) {
			t.Errorf("nothing easy for a window of %v min", window)
		}
		if window >= 35 && window <= 90 && !slices.ContainsFunc(Workouts(), fits(true)) {
			t.Errorf("nothing hard for a window of %v min", window)
		}
	}
}

// TestFocusIsWhatTheRulesSee: the rules judge a session by its measured demand, so a workout must measure as what it claims to be.
func TestFocusIsWhatTheRulesSee(t *testing.T) {
	for _, w := range Workouts() {
		d := w.Demand
		switch w.Focus {
		case training.FocusRecovery:
			if d.HighIntensity || d.Moderate || minutes(w) > 30 || w.TSS > 20 {
				t.Errorf("%s: recovery is at most 30 easy minutes and 20 TSS, not %.0f and %.1f", w.Title, minutes(w), w.TSS)
			}
		case training.FocusEndurance:
			if d.HighIntensity || d.Moderate {
				t.Errorf("%s: an endurance workout is easy: %+v", w.Title, d)
			}
		case training.FocusLong:
			if d.HighIntensity || minutes(w) < 60 {
				t.Errorf("%s: a long workout is long and not intense: %.0f min", w.Title, minutes(w))
			}
		case training.FocusTempo:
			if d.HighIntensity || !d.Moderate {
				t.Errorf("%s: tempo is moderate: %+v", w.Title, d)
			}
		case training.FocusThreshold, training.FocusVO2Max:
			if !d.HighIntensity {
				t.Errorf("%s: %s is high intensity: %+v", w.Title, w.Focus, d)
			}
		case training.FocusMobility:
			if w.TSS != 0 {
				t.Errorf("%s: mobility has no load, got %.1f", w.Title, w.TSS)
			}
		}
	}
}

// TestStressIsPlausible bounds stress an hour by focus: wide enough for short and long, narrow enough to find a slip of the pen.
func TestStressIsPlausible(t *testing.T) {
	bounds := map[training.Focus][2]float64{
		training.FocusRecovery:          {15, 50},
		training.FocusEndurance:         {28, 65},
		training.FocusLong:              {38, 65},
		training.FocusTempo:             {50, 80},
		training.FocusThreshold:         {55, 95},
		training.FocusVO2Max:            {55, 95},
		training.FocusAnaerobic:         {50, 95},
		training.FocusSprint:            {35, 80},
		training.FocusRacePace:          {45, 95},
		training.FocusTest:              {45, 95},
		training.FocusMaxStrength:       {45, 85},
		training.FocusHypertrophy:       {45, 85},
		training.FocusPower:             {20, 70},
		training.FocusStrengthEndurance: {40, 85},
		training.FocusMobility:          {0, 0},
	}
	for _, w := range Workouts() {
		hourly := w.TSS / measured(w).Hours()
		if b := bounds[w.Focus]; hourly < b[0] || hourly > b[1] {
			t.Errorf("%s (%s): %.1f TSS an hour, want %v to %v", w.Title, w.Focus, hourly, b[0], b[1])
		}
	}
}

// TestTagsKeepTheirPromise checks the tags that planner and athletes rely on against what is measured.
func TestTagsKeepTheirPromise(t *testing.T) {
	promises := map[string]func(training.Workout) bool{
		"beginner": func(w training.Workout) bool {
			easy := !w.Demand.HighIntensity || w.Focus == training.FocusTest
			return easy && !w.Demand.HeavyLower && w.Demand.MinRepsInReserve >= 3
		},
		"time-crunched": func(w training.Workout) bool { return minutes(w) <= 45 },
		"low-impact":    func(w training.Workout) bool { return w.Demand.RunSeconds == 0 && w.Demand.PlyometricContact == 0 },
		"spares-calves": func(w training.Workout) bool { return w.Demand.RunSeconds == 0 && w.Demand.PlyometricContact == 0 },
		"spares-knees":  sparesLegs,
		"spares-legs":   sparesLegs,
		"light":         func(w training.Workout) bool { return !w.Demand.HeavyLower },
		"heavy": func(w training.Workout) bool {
			return w.Demand.HeavyLower || slices.Contains(w.Tags, "spares-legs")
		},
		"maintenance":  func(w training.Workout) bool { return !w.Demand.HeavyLower },
		"upper-body":   func(w training.Workout) bool { return w.HardLegSets == 0 },
		"no-equipment": func(w training.Workout) bool { return everyExercise(w, needsNothing) },
	}
	for tag, kept := range promises {
		found := 0
		for _, w := range Workouts() {
			if slices.Contains(w.Tags, tag) {
				found++
				if !kept(w) {
					t.Errorf("%s: breaks the promise of the tag %q: %d leg sets, %+v", w.Title, tag, w.HardLegSets, w.Demand)
				}
			}
		}
		if found == 0 {
			t.Errorf("no workout is tagged %q", tag)
		}
	}
}

func sparesLegs(w training.Workout) bool {
	return w.HardLegSets == 0 && w.Demand.LowerBodySeconds == 0 && w.Demand.PlyometricContact == 0
}

// needsNothing are the exercises for which a floor is enough.
var needsNothing = []training.ExerciseID{
	"air-squat", "push-up", "reverse-lunge", "glute-bridge", "plank", "dead-bug", "side-plank", "bird-dog", "hollow-hold",
}

func everyExercise(w training.Workout, allowed []training.ExerciseID) bool {
	good := true
	walk(w, func(step training.Step, _ int) {
		if s, is := step.(training.StrengthStep); is && !slices.Contains(allowed, s.ExerciseID) {
			good = false
		}
	})
	return good
}

func TestEveryShapeOfStepIsThere(t *testing.T) {
	found := map[string]int{}
	for _, w := range Workouts() {
		sports := map[training.Sport]bool{}
		for _, b := range w.Blocks {
			sports[b.Sport] = true
		}
		if sports[training.Run] && sports[training.Ride] {
			found["brick"]++
		}
		if sports[training.Run] && sports[training.Strength] {
			found["run and lift"]++
		}
		walk(w, func(step training.Step, depth int) {
			switch s := step.(type) {
			case training.RepeatStep:
				if depth > 0 {
					found["nested repeat"]++
				}
			case training.EnduranceStep:
				if s.Target.Start != s.Target.End {
					found["ramp"]++
				}
				if s.End.Kind == training.EndDistance {
					found["distance"]++
				}
				if s.Cadence != nil {
					found["cadence"]++
				}
			case training.StrengthStep:
				if s.Sets[0].Load.FractionOfOneRepMax != nil {
					found["percentage"]++
				}
				if s.Sets[0].Load.RepsInReserve != nil {
					found["reserve"]++
				}
				if _, known := training.FindExercise(s.ExerciseID); !known {
					t.Errorf("%s: the catalogue has no %s", w.Title, s.ExerciseID)
				}
			}
		})
	}
	for _, shape := range []string{"brick", "run and lift", "nested repeat", "ramp", "distance", "cadence", "percentage", "reserve"} {
		if found[shape] < 2 {
			t.Errorf("%s: %d times", shape, found[shape])
		}
	}
}

// walk visits every step; depth is the number of repeats around it.
func walk(w training.Workout, visit func(step training.Step, depth int)) {
	var steps func(training.Steps, int)
	steps = func(list training.Steps, depth int) {
		for _, step := range list {
			visit(step, depth)
			if r, is := step.(training.RepeatStep); is {
				steps(r.Steps, depth+1)
			}
		}
	}
	for _, b := range w.Blocks {
		steps(b.Steps, 0)
	}
}

// TestTable prints every workout as measured, for a coach to read: go test -run TestTable -v
func TestTable(t *testing.T) {
	for _, w := range Workouts() {
		d := w.Demand
		distance := 0.0
		if w.DistanceMeters != nil {
			distance = *w.DistanceMeters / 1000
		}
		t.Logf("%-8s %-18s %-60.60s %5.1f min %5.1f TSS %5.1f/h IF %.2f %5.1f km low %4.1f mod %4.1f high %4.1f sev %4.1f legs %2d jumps %2d HI %-5v MOD %-5v HEAVY %-5v rir %2d rpe %.1f lb %.1f",
			w.Sport, w.Focus, w.Title, minutes(w), w.TSS, w.TSS/measured(w).Hours(), w.IntensityFactor, distance,
			float64(d.LowSeconds)/60, float64(d.ModerateSeconds)/60, float64(d.HighSeconds)/60, float64(d.SevereSeconds)/60,
			w.HardLegSets, d.PlyometricContact, d.HighIntensity, d.Moderate, d.HeavyLower, d.MinRepsInReserve, d.SessionRPE, w.LowerBodyLoad)
	}
}
