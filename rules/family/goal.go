package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// goal is GOAL, what was asked for.
type goal struct{ *frame.Frame }

// measure measures what was asked for.
func (f goal) measure(out frame.Sink) {
	if f.Input.TargetFitness == nil {
		return
	}
	out.Take(frame.Row{
		Rule: catalogue.GoalFitness, Severity: catalogue.Hard, From: f.Input.Days, To: f.Input.Days,
		Measured: f.Load.End(f.Input.Days).Fitness, Limit: *f.Input.TargetFitness,
		AtLeast: true, Unknown: f.Dark(f.Input.Days),
	})
}
