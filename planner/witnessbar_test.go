package planner_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"fortnight/prose"
	"fortnight/training"
)

// onBar is how many of some sentences say what is on the bar.
func (w *witness) onBar(sentences []string) (n int) {
	for _, s := range sentences {
		for _, k := range claimKinds {
			if (k.name == "by a maximum" || k.name == "beside the last time" || k.name == "the lift of the goal") && k.pattern.MatchString(s) {
				n++
			}
		}
	}
	return n
}

// lift is the exercise that goes by a name, and its first work set in a session that asks for a weight.
func (w *witness) lift(s *training.Session, name string) (id training.ExerciseID, set training.StrengthSet, found bool) {
	at := slices.IndexFunc(w.m.library, func(l training.Workout) bool { return l.ID == s.WorkoutID })
	if at < 0 {
		return "", set, false
	}
	var look func(steps training.Steps)
	look = func(steps training.Steps) {
		for _, step := range steps {
			switch x := step.(type) {
			case training.RepeatStep:
				look(x.Steps)
			case training.StrengthStep:
				e, _ := training.FindExercise(x.ExerciseID)
				for _, one := range x.Sets {
					if e.Name == name && one.Kind == training.WorkSet && !found {
						id, set, found = x.ExerciseID, one, true
					}
				}
			}
		}
	}
	for i := range w.m.library[at].Blocks {
		look(w.m.library[at].Blocks[i].Steps)
	}
	return id, set, found
}

// goalLift asks for the exercise in the session with as many sets, and that the goal names it.
func (w *witness) goalLift(s *training.Session, m []string) bool {
	at := slices.IndexFunc(w.m.library, func(l training.Workout) bool { return l.ID == s.WorkoutID })
	p := &w.m.snapshot.Athlete.Profile
	named := p.TrainingGoal != nil && p.TrainingGoal.ExerciseID != "" || p.Goal != nil
	if at < 0 || !named || m[2] != "" && !w.named(s.Date, m[2]) {
		return false
	}
	for _, e := range training.Exercises() {
		if !strings.EqualFold(e.Name, m[1]) {
			continue
		}
		sets, set := 0, training.StrengthSet{}
		var look func(steps training.Steps, times int)
		look = func(steps training.Steps, times int) {
			for _, step := range steps {
				switch x := step.(type) {
				case training.RepeatStep:
					look(x.Steps, times*x.Repeats)
				case training.StrengthStep:
					for _, one := range x.Sets {
						if x.ExerciseID == e.ID && one.Kind == training.WorkSet {
							sets, set = sets+times*one.Count, one
						}
					}
				}
			}
		}
		for _, b := range w.m.library[at].Blocks {
			look(b.Steps, 1)
		}
		high := m[5]
		if high == "" {
			high = m[4]
		}
		return fmt.Sprint(sets) == m[3] && fmt.Sprint(set.Amount.Low) == m[4] && fmt.Sprint(set.Amount.High) == high && set.Reserved() != nil && fmt.Sprint(*set.Reserved()) == m[6]
	}
	return false
}

// asks is what a set asks for of a maximum: as it says, else what Epley's formula leaves for its repetitions, the mean of a range, and those in
// reserve.
func asks(set training.StrengthSet, max float64) float64 {
	if f := set.Load.FractionOfOneRepMax; f != nil {
		return *f * max
	}
	reps := float64(set.Amount.Low+set.Amount.High) / 2
	if left := set.Reserved(); left != nil {
		reps += float64(*left)
	}
	return max / (1 + reps/30)
}

func (w *witness) max(id training.ExerciseID) float64 {
	for _, m := range w.m.snapshot.Athlete.Profile.OneRepMaxes {
		if m.ExerciseID == id && w.run.From-m.MeasuredOn < 120 {
			return m.Kilograms
		}
	}
	return 0
}

// finest is half of the smallest step between two weights.
const finest = 1.25

func (w *witness) byMaximum(s *training.Session, m []string) bool {
	id, set, found := w.lift(s, m[1])
	said, _ := strconv.ParseFloat(m[2], 64)
	share, _ := strconv.ParseFloat(m[3], 64)
	best, _ := strconv.ParseFloat(m[4], 64)
	max := w.max(id)
	return found && max > 0 && best == max && math.Abs(said-asks(set, max)) <= finest+0.01 && math.Abs(share-100*said/max) <= 0.5
}

// besideLast asks for the exercise on that day, with as much on the bar as is said: what was lifted, or what the maximum gave it in the plan.
func (w *witness) besideLast(s *training.Session, m []string) bool {
	is, _ := strconv.ParseFloat(m[2], 64)
	off := 0.0
	if m[3] != "" {
		off, _ = strconv.ParseFloat(m[3], 64)
	}
	if m[4] == "less" {
		off = -off
	}
	for i := range w.sessions {
		o := &w.sessions[i]
		if prose.Day(o.Date) != m[5] || o.Date > s.Date {
			continue
		}
		if o.Result != nil {
			for _, l := range o.Result.Lifts {
				e, _ := training.FindExercise(l.ExerciseID)
				for _, set := range l.Sets {
					if e.Name == m[1] && set.Kilograms != nil && math.Abs(*set.Kilograms+off-is) < 0.01 {
						return true
					}
				}
			}
		}
		id, set, found := w.lift(o, m[1])
		if found && w.max(id) > 0 && math.Abs(asks(set, w.max(id))+off-is) <= finest+0.01 {
			return true
		}
	}
	return false
}
