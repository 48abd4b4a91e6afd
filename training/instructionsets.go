package training

import (
	"fmt"
	"strings"
)

func (in *instructor) strength(s *StrengthStep, r *ResolvedStep) string {
	groups := make([]string, len(s.Sets))
	for i := range s.Sets {
		var kilograms *float64
		if i < len(r.Sets) {
			kilograms = r.Sets[i].Kilograms
		}
		groups[i] = s.Sets[i].words(s.PerSide, kilograms)
	}
	e, _ := FindExercise(s.ExerciseID)
	text := e.Name + ": " + strings.Join(groups, "; ")
	if s.Tempo != nil {
		text += fmt.Sprintf(", tempo %d-%d-%d-%d", s.Tempo.Lowering, s.Tempo.PauseBelow, s.Tempo.Lifting, s.Tempo.PauseAbove)
	}
	if len(s.Alternatives) > 0 {
		text += "; or " + exerciseNames(s.Alternatives)
	}
	return text
}

func exerciseNames(ids []ExerciseID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		e, _ := FindExercise(id)
		names[i] = e.Name
	}
	return strings.Join(names, ", ")
}

func (s *StrengthSet) words(perSide bool, kilograms *float64) string {
	text := s.Amount.words()
	if perSide {
		text += " each side"
	}
	switch {
	case s.Count > 1:
		text = fmt.Sprintf("%d × %s", s.Count, text)
	case s.Amount.Kind == Repetitions:
		text = strings.Replace(text, s.Amount.words(), s.Amount.words()+" "+plural(s.Amount.High, "rep"), 1)
	}
	switch s.Kind {
	case WarmUpSet:
		text = "warm-up " + text
	case DropSet:
		text = "drop to " + text
	}
	text += s.Load.words(kilograms)
	if s.RestSeconds > 0 {
		text += ", " + clock(s.RestSeconds) + " rest"
	}
	return text
}

func (a SetAmount) words() string {
	switch a.Kind {
	case MostReps:
		return "as many as possible (about " + span(float64(a.Low), float64(a.High), 0) + ")"
	case Hold:
		return span(float64(a.Low), float64(a.High), 0) + " s"
	case Carry:
		return decimal(a.Meters, 1) + " m"
	}
	return span(float64(a.Low), float64(a.High), 0)
}

func (l *StrengthLoad) words(kilograms *float64) string {
	var parts []string
	switch {
	case kilograms != nil:
		parts = append(parts, decimal(*kilograms, 3)+" kg")
	case l.Kilograms != nil:
		parts = append(parts, decimal(*l.Kilograms, 3)+" kg")
	case l.FractionOfOneRepMax != nil:
		parts = append(parts, decimal(100**l.FractionOfOneRepMax, 1)+" % of 1RM")
	}
	if b := l.BodyweightKilograms; b != nil {
		parts = append(parts, "bodyweight"+added(*b))
	}
	text := ""
	if len(parts) > 0 {
		text = " at " + strings.Join(parts, ", ")
	}
	if l.Band != nil {
		text += " with a " + strings.ToLower(string(*l.Band)) + " band"
	}
	switch {
	case l.RepsInReserve != nil:
		text += fmt.Sprintf(", %d in reserve", *l.RepsInReserve)
	case l.RPE != nil:
		text += ", RPE " + decimal(*l.RPE, 2)
	}
	return text
}

// added is a weight beside another one.
func added(kilograms float64) string {
	switch {
	case kilograms > 0:
		return " + " + decimal(kilograms, 3) + " kg"
	case kilograms < 0:
		return " − " + decimal(-kilograms, 3) + " kg"
	}
	return ""
}
