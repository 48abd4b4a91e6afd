package gate

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Hours from and to which nothing hard begins where the surroundings are hard enough.
const (
	noonFrom training.LocalTime = 11 * 60
	noonTo   training.LocalTime = 16 * 60
)

const nothingPlanned = "nothing is planned"

// Forbids says why a workout, measured for the athlete, may not be planned, and whether it may not. Whoever wrote it, it is judged by what
// is in it: its sports, its exercises, its load, and its family where it reads as one.
func (b *Bounds) Forbids(w *training.Workout) (why string, bad bool) {
	if b.NoLoad {
		return nothingPlanned, true
	}
	for _, judge := range []func(*training.Workout) string{b.bySport, b.byLoad, b.bySteps, b.byFamily, b.byLifter} {
		if why := judge(w); why != "" {
			return why, true
		}
	}
	return "", false
}

// Against says which conditions a planned session goes against, "a sore knee", and why, "no running"; both are empty where it goes against none. It is
// judged by what it was measured as at its time of day, and by the family that it is known to be of, empty for none: less is known of it than of its
// workout, and what is forbidden here is forbidden there.
func (b *Bounds) Against(s *training.Session, family session.ID) (because, why string) {
	if why = b.against(s, family); why == "" {
		return "", ""
	}
	var spoken []string
	for i := range b.parts {
		p := &b.parts[i]
		if of := p.bounds.against(s, family); of != "" {
			if len(spoken) == 0 {
				why = of
			}
			spoken = append(spoken, names[p.condition])
		}
	}
	if len(spoken) == 0 { // only together
		return b.Because(), why
	}
	return list(spoken), why
}

// Keeps tells whether a planned session goes against none of the bounds.
func (b *Bounds) Keeps(s *training.Session, family session.ID) bool {
	return b.against(s, family) == ""
}

func (b *Bounds) against(s *training.Session, family session.ID) string {
	if b.NoLoad {
		return nothingPlanned
	}
	w := training.Workout{Sport: s.Sport, Focus: s.Focus, Load: s.Load}
	for _, judge := range []func(*training.Workout) string{b.bySport, b.byLoad} {
		if why := judge(&w); why != "" {
			return why
		}
	}
	for _, id := range s.Load.Demand.Exercises {
		if why := b.spares(id); why != "" {
			return why
		}
	}
	if why := b.inFamily(s.Sport, family); why != "" {
		return why
	}
	if b.ForbidsAt(s.Start, &w) {
		return fmt.Sprintf("nothing hard from %s to %s", noonFrom, noonTo)
	}
	if b.PregnantWeek == 0 && b.BirthWeek == 0 {
		return ""
	}
	why, _ := session.ForbiddenExercise(s.Load.Demand.Exercises, b.lifter())
	return why
}

// ForbidsAt tells whether a workout may not begin at a time of day at which another may.
func (b *Bounds) ForbidsAt(start training.LocalTime, w *training.Workout) bool {
	return b.NoNoonHI && w.Demand.HighIntensity && start >= noonFrom && start < noonTo
}

// sportsOf are the sports of a workout; stretching before or after does not count.
func sportsOf(w *training.Workout) []training.Sport {
	sports := []training.Sport{w.Sport}
	for i := range w.Blocks {
		if s := w.Blocks[i].Sport; s != "" && s != training.Mobility && !slices.Contains(sports, s) {
			sports = append(sports, s)
		}
	}
	return sports
}

func (b *Bounds) bySport(w *training.Workout) string {
	sports := sportsOf(w)
	for _, s := range sports {
		if slices.Contains(b.NoSports, s) {
			return "no " + s.Name()
		}
	}
	d := &w.Demand
	if d.RunSeconds > 0 && (slices.Contains(b.NoSports, training.Run) || slices.Contains(b.No, session.NoImpact)) {
		return "no running"
	}
	if d.PlyometricContact > 0 && slices.Contains(b.No, session.NoImpact) {
		return "no jumps"
	}
	if d.HighIntensity || d.Moderate || d.HighSeconds+d.ModerateSeconds > 0 {
		for _, s := range sports {
			if slices.Contains(b.EasySports, s) {
				return "easy " + s.Name() + " alone"
			}
		}
	}
	return ""
}

func (b *Bounds) byLoad(w *training.Workout) string {
	d := &w.Demand
	switch {
	case b.NoHI && d.HighIntensity:
		return "nothing hard"
	case b.NoHeavyLegs && d.HeavyLower:
		return "nothing heavy for the legs"
	case d.LeastReserve < b.LeastReserve:
		return fmt.Sprintf("fewer than %d repetitions in reserve", b.LeastReserve)
	case b.MostRPE > 0 && d.EnduranceSeconds > 0 && (d.SessionRPE >= b.MostRPE+0.5 || d.HighSeconds > 0):
		return fmt.Sprintf("an effort above %.0f", b.MostRPE)
	case b.MostMinutes > 0 && w.DurationSeconds > 60*b.MostMinutes:
		return fmt.Sprintf("longer than %d min", b.MostMinutes)
	}
	return ""
}

func (b *Bounds) bySteps(w *training.Workout) string {
	for i := range w.Blocks {
		if why := b.inSteps(w.Blocks[i].Steps); why != "" {
			return why
		}
	}
	return ""
}

func (b *Bounds) inSteps(steps training.Steps) string {
	for _, step := range steps {
		switch s := step.(type) {
		case training.RepeatStep:
			if why := b.inSteps(s.Steps); why != "" {
				return why
			}
		case training.EnduranceStep:
			if b.NoHeartRate && (byHeart(&s.Target) || s.Second != nil && byHeart(s.Second)) {
				return "a target by heart rate"
			}
			if b.MostRPE > 0 && s.Target.Kind == training.OfEffort && max(s.Target.Start, s.Target.End) > b.MostRPE {
				return fmt.Sprintf("an effort above %.0f", b.MostRPE)
			}
		case training.StrengthStep:
			if why := b.spares(s.ExerciseID); why != "" {
				return why
			}
		}
	}
	return ""
}

// spares says why an exercise harms what is to be spared, empty where it does not.
func (b *Bounds) spares(id training.ExerciseID) string {
	if len(b.Spare) == 0 {
		return ""
	}
	e, known := training.FindExercise(id)
	for _, c := range b.Spare {
		if known && slices.Contains(e.Contraindications, c) {
			return e.Name + " is not for what is to be spared"
		}
	}
	return ""
}

func byHeart(t *training.Target) bool {
	switch t.Kind {
	case training.OfBeats, training.OfMaxHeartRate, training.OfThresholdHeartRate:
		return true
	case training.OfZone:
		return t.Zones == training.HeartRate7 || t.Zones == training.MaxHeartRate5
	}
	return false
}

func (b *Bounds) byFamily(w *training.Workout) string {
	if len(b.No) == 0 && len(b.NoFamilies) == 0 && b.Lifts == nil {
		return ""
	}
	read, _ := session.Of(w)
	return b.inFamily(w.Sport, read.Family)
}

// inFamily says why nothing of a family, empty for none, may be planned in a sport.
func (b *Bounds) inFamily(sport training.Sport, family session.ID) string {
	f, known := session.Find(family)
	if !known {
		if b.Lifts != nil && sport == training.Strength {
			return "a lift of no family that is allowed"
		}
		return ""
	}
	for _, c := range b.No {
		if slices.Contains(f.No, c) {
			return f.Title + " is not for what is to be spared"
		}
	}
	if slices.Contains(b.NoFamilies, f.ID) || b.Lifts != nil && sport == training.Strength && !slices.Contains(b.Lifts, f.ID) {
		return f.Title + " is not allowed"
	}
	return ""
}

// byLifter is what pregnancy and a birth forbid in lifting, whoever lifts.
func (b *Bounds) byLifter(w *training.Workout) string {
	if b.PregnantWeek == 0 && b.BirthWeek == 0 {
		return ""
	}
	why, _ := session.Forbidden(*w, b.lifter())
	return why
}

// lifter is somebody who may lift whatever pregnancy and a birth allow.
func (b *Bounds) lifter() session.Lifter {
	return session.Lifter{Level: training.Advanced, Months: 120, PregnantWeek: b.PregnantWeek, PostpartumWeek: b.BirthWeek}
}
