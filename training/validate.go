package training

import "fmt"

// Bounds of a workout.
const (
	maxBlocks          = 20
	maxStepsOfList     = 50
	maxRepeatLevels    = 4
	maxExpandedSeconds = 86_400
	maxExpandedSteps   = 5_000
	maxFaults          = 100
	minIntensity       = 0.2
	maxIntensity       = 2.5
)

// Validate checks a workout: every fault, up to a hundred, with the path of its field.
func (w Workout) Validate() error {
	v := validator{}
	CheckText(&v.faults, "title", w.Title, 1, 120)
	CheckText(&v.faults, "description", w.Description, 0, 4000)
	if CheckCount(&v.faults, "tags", len(w.Tags), 0, 12) {
		for i, tag := range w.Tags {
			CheckText(&v.faults, fmt.Sprintf("tags[%d]", i), tag, 1, 40)
		}
	}
	if CheckCount(&v.faults, "blocks", len(w.Blocks), 1, maxBlocks) {
		for i, b := range w.Blocks {
			v.block(fmt.Sprintf("blocks[%d]", i), b)
		}
	}
	if len(v.faults.Fields) == 0 {
		v.extent(w)
	}
	v.faults.Fields = v.faults.Fields[:min(len(v.faults.Fields), maxFaults)]
	return v.faults.Err()
}

type validator struct{ faults InputError }

func (v *validator) block(path string, b Block) {
	CheckText(&v.faults, path+".name", b.Name, 1, 80)
	CheckInt(&v.faults, path+".repeats", &b.Repeats, 1, 50)
	v.steps(path+".steps", b.Steps, 0)
}

func (v *validator) steps(path string, steps Steps, level int) {
	if !CheckCount(&v.faults, path, len(steps), 1, maxStepsOfList) {
		return
	}
	for i, step := range steps {
		if len(v.faults.Fields) >= maxFaults {
			return
		}
		at := fmt.Sprintf("%s[%d]", path, i)
		switch s := step.(type) {
		case EnduranceStep:
			v.endurance(at, s)
		case StrengthStep:
			v.strength(at, s)
		case RestStep:
			v.words(at, s.Label, s.Notes)
			CheckInt(&v.faults, at+".durationSeconds", &s.DurationSeconds, 1, 7200)
		case RepeatStep:
			v.words(at, s.Label, s.Notes)
			CheckInt(&v.faults, at+".repeats", &s.Repeats, 1, 100)
			if level == maxRepeatLevels {
				v.faults.Add(at, fmt.Sprintf("repeats nest at most %d levels deep", maxRepeatLevels))
				continue
			}
			v.steps(at+".steps", s.Steps, level+1)
		}
	}
}

func (v *validator) endurance(at string, s EnduranceStep) {
	v.words(at, s.Label, s.Notes)
	if s.DistanceMeters != nil {
		CheckFloat(&v.faults, at+".distanceMeters", s.DistanceMeters, 1, 1_000_000)
		if s.DurationSeconds != 0 {
			v.faults.Add(at+".durationSeconds", "does not go together with distanceMeters")
		}
	} else {
		CheckInt(&v.faults, at+".durationSeconds", &s.DurationSeconds, 1, maxExpandedSeconds)
	}
	v.intensity(at+".start", s.Target.Start)
	v.intensity(at+".end", s.Target.End)
	CheckInt(&v.faults, at+".cadence", s.Cadence, 10, 250)
}

func (v *validator) intensity(path string, x float64) {
	switch {
	case x > maxIntensity:
		v.faults.Add(path, fmt.Sprintf("%g is above %g", x, maxIntensity))
	case !(x >= minIntensity):
		v.faults.Add(path, fmt.Sprintf("%g is below %g", x, minIntensity))
	}
}

func (v *validator) strength(at string, s StrengthStep) {
	v.words(at, s.Label, s.Notes)
	if _, known := FindExercise(s.ExerciseID); !known {
		v.faults.Add(at+".exerciseId", fmt.Sprintf("%.60q is not an exercise of the catalogue", s.ExerciseID))
	}
	CheckInt(&v.faults, at+".sets", &s.Sets, 1, 20)
	CheckInt(&v.faults, at+".reps", &s.Reps, 1, 100)
	CheckInt(&v.faults, at+".restSeconds", &s.RestSeconds, 0, 1800)
	CheckFloat(&v.faults, at+".fractionOfOneRepMax", s.Load.FractionOfOneRepMax, 0.2, 1.1)
	CheckInt(&v.faults, at+".repsInReserve", s.Load.RepsInReserve, 0, 10)
}

func (v *validator) words(at string, label, notes *string) {
	if label != nil {
		CheckText(&v.faults, at+".label", *label, 1, 80)
	}
	if notes != nil {
		CheckText(&v.faults, at+".notes", *notes, 0, 500)
	}
}

// extent bounds what the repeats make of a workout: a day's length at reference thresholds, and as many steps.
func (v *validator) extent(w Workout) {
	speeds := speedsOf(&Thresholds{})
	seconds, steps := 0, 0
	for _, b := range w.Blocks {
		s, n := extentOf(&speeds, b.Sport, b.Steps)
		seconds += s * b.Repeats
		steps += n * b.Repeats
	}
	if seconds > maxExpandedSeconds {
		v.faults.Add("blocks", fmt.Sprintf("last %d s in all, repeats included; at most %d s are allowed", seconds, maxExpandedSeconds))
	}
	if steps > maxExpandedSteps {
		v.faults.Add("blocks", fmt.Sprintf("are %d steps in all, repeats included; at most %d are allowed", steps, maxExpandedSteps))
	}
}

func extentOf(speeds *speeds, sport Sport, steps Steps) (seconds, count int) {
	for _, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			seconds += speeds.seconds(sport, &s)
			count++
		case StrengthStep:
			seconds += s.DurationSeconds()
			count++
		case RestStep:
			seconds += s.DurationSeconds
			count++
		case RepeatStep:
			inner, n := extentOf(speeds, sport, s.Steps)
			seconds += s.Repeats * inner
			count += s.Repeats * n
		}
	}
	return seconds, count
}
