package reason

import (
	"fmt"
	"math"
	"strconv"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// Lift says what is to be lifted, what has changed since the last time, and why.
func Lift(l *session.NextLift) string {
	why := liftReasons[l.Why]
	if why == "" {
		return fmt.Sprintf("%s, %s.", kilograms(l.Kilograms), sinceLast(l))
	}
	return fmt.Sprintf("%s, %s: %s.", kilograms(l.Kilograms), sinceLast(l), why)
}

// lifted says what is to be lifted, with the name of the exercise.
func lifted(l *session.NextLift) string {
	e, known := training.FindExercise(l.Exercise)
	if !known {
		return ""
	}
	return e.Name + " " + Lift(l)
}

// said is how the lift of the goal is trained: "Your bench press: 4 × 6 with 2 in reserve."
func (g *GoalLift) said() string { return g.as("") }

// saidOn is that with the day.
func (g *GoalLift) saidOn(d training.Date) string { return g.as(" on " + Weekday(d)) }

func (g *GoalLift) as(day string) string {
	e, known := training.FindExercise(g.Exercise)
	if !known {
		return ""
	}
	reps := strconv.Itoa(g.Low)
	if g.High != g.Low {
		reps += fmt.Sprintf("–%d", g.High)
	}
	return fmt.Sprintf("Your %s%s: %d × %s with %d in reserve.", session.Called(&e), day, g.Sets, reps, g.Reserve)
}

// weighed says what goes on the bar by a maximum: how much of it that is, or what has changed since the plan had it last.
func weighed(w *Weight) string {
	e, known := training.FindExercise(w.Exercise)
	if !known {
		return ""
	}
	if w.On != 0 {
		return fmt.Sprintf("%s %s, %s.", e.Name, kilograms(w.Kilograms), sinceLast(&session.NextLift{Kilograms: w.Kilograms, Was: w.Was, On: w.On}))
	}
	return fmt.Sprintf("%s %s, %.0f %% of your %s.", e.Name, kilograms(w.Kilograms), 100*w.Kilograms/w.Max, kilograms(w.Max))
}

// sinceLast compares the weight with that of the last time.
func sinceLast(l *session.NextLift) string {
	on := prose.Day(l.On)
	switch more := l.Kilograms - l.Was; {
	case more > 0:
		return fmt.Sprintf("%s more than on %s", kilograms(more), on)
	case more < 0:
		return fmt.Sprintf("%s less than on %s", kilograms(-more), on)
	}
	return "as on " + on
}

var liftReasons = map[session.LiftReason]string{
	session.LiftTopped:    "every set had the most repetitions, twice running",
	session.LiftLearned:   "every set had its repetitions",
	session.LiftSpared:    "more was left than planned",
	session.LiftMissed:    "it was harder than planned",
	session.LiftOtherReps: "for other repetitions than then",
	session.LiftPaused:    "it was not lifted for four weeks",
}

func kilograms(k float64) string {
	return strconv.FormatFloat(math.Round(100*k)/100, 'f', -1, 64) + " kg"
}

// Weight is what goes on the bar in the work sets of an exercise by the athlete's maximum, where that is known and nothing is of the last time. On is
// the day on which the plan had it last, with Was on the bar; 0 for never.
type Weight struct {
	Exercise       training.ExerciseID
	Kilograms, Max float64
	Was            float64
	On             training.Date
}

// GoalLift is how the lift of a goal is trained in a session: sets of so many repetitions with so many in reserve.
type GoalLift struct {
	Exercise        training.ExerciseID
	Sets, Low, High int
	Reserve         int
}
