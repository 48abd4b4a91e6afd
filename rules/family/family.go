// Package family measures the rules: each family's are in its own file, as a view of the frame, and refer to no other family. [All] lists
// them.
package family

import (
	"fmt"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// family is some rules that are measured together, and what in a plan they look at.
type family struct {
	Measure func(*frame.Frame, frame.Sink)
	Concern frame.Concern
}

// All measure every rule over every window. The order is that of the catalogue.
var All = [...]family{
	{func(f *frame.Frame, out frame.Sink) { availability{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { load{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { intensity{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { concurrent{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { strength{f}.legSpacing(out) }, frame.LiftingConcern},
	{func(f *frame.Frame, out frame.Sink) { strength{f}.measure(out) }, frame.LiftingConcern},
	{func(f *frame.Frame, out frame.Sink) { strength{f}.freshLegs(out) }, frame.LiftingConcern | frame.KeyConcern},
	{func(f *frame.Frame, out frame.Sink) { rest{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { running{f}.measure(out) }, frame.RunningConcern},
	{func(f *frame.Frame, out frame.Sink) { spikes{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { unseen{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { taper{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { readiness{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { comingBack{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { athlete{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { wanted{f}.measure(out) }, frame.EveryConcern},
	{func(f *frame.Frame, out frame.Sink) { goal{f}.measure(out) }, frame.EveryConcern},
}

// ScoringOrder is that of the families while a search looks for a reason to give a plan up: those first that have one most often, for the
// little that they take. What was decided for the weeks, and the lifts, are most of what plans cost by rules.
var ScoringOrder = [len(All)]int{15, 14, 4, 5, 7, 9, 1, 2, 3, 0, 6, 10, 11, 12, 13, 16, 8}

// Judge measures every rule over every window of the plan as it is.
func Judge(f *frame.Frame, out frame.Sink) {
	f.Prepare()
	for n := range All {
		All[n].Measure(f, out)
	}
}

// JudgeFamily measures the rules of one rule's family, or all where it has none of its own.
func JudgeFamily(f *frame.Frame, rule catalogue.Code, out frame.Sink) {
	f.Prepare()
	switch rule.Family() {
	case "AVL":
		availability{f}.measure(out)
	case "LD-":
		load{f}.measure(out)
		wanted{f}.measure(out)
	case "INT":
		intensity{f}.measure(out)
	case "CON", "STR":
		concurrent{f}.measure(out)
		strength{f}.legSpacing(out)
		strength{f}.measure(out)
		strength{f}.freshLegs(out)
	case "RST":
		rest{f}.measure(out)
	case "VOL":
		running{f}.measure(out)
	case "SPK":
		spikes{f}.measure(out)
	case "TAP":
		taper{f}.measure(out)
	case "RED":
		readiness{f}.measure(out)
	case "RET":
		comingBack{f}.measure(out)
	case "WHO", "DAT":
		athlete{f}.measure(out)
	case "FIL", "WIN", "MIN", "PRG", "BUD":
		wanted{f}.measure(out)
	default:
		Judge(f, out)
	}
}

// Message says what was measured and what is allowed; every number in it is the row's.
func Message(f *frame.Frame, r *frame.Row) string {
	span := f.SpanName(r)
	if r.Unknown {
		return f.Say(span, " there is not enough history to measure this.")
	}
	switch r.Rule.Family() {
	case "AVL":
		return availability{f}.message(r, span)
	case "LD-":
		if r.Note == frame.TargetNote {
			return wanted{f}.message(r, span)
		}
		return load{f}.message(r, span)
	case "INT":
		return intensity{f}.message(r, span)
	case "CON":
		return concurrent{f}.message(r)
	case "STR":
		return strength{f}.message(r, span)
	case "RST":
		return rest{f}.message(r, span)
	case "VOL":
		return running{f}.message(r, span)
	case "SPK":
		return spikes{f}.message(r)
	case "TAP":
		return taper{f}.message(r, span)
	case "RED":
		return readiness{f}.message(r, span)
	case "RET":
		return comingBack{f}.message(r, span)
	case "WHO", "DAT":
		return athlete{f}.message(r, span)
	case "FIL", "WIN", "MIN", "PRG", "BUD":
		return wanted{f}.message(r, span)
	}
	if r.Rule == catalogue.GoalFitness {
		return fmt.Sprintf("Fitness ends at %.1f; %.1f is wanted.", r.Measured, r.Limit)
	}
	return fmt.Sprintf("%s: measured %.1f, limit %.1f.", span, r.Measured, r.Limit)
}
