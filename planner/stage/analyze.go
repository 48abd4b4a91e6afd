package stage

import (
	"context"
	"fmt"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// Locks are what the rules look at with what nobody may touch, and what they say of it.
type Locks struct {
	input       rules.Input
	certificate rules.Certificate
}

// JudgeLocks says whether what is locked can hold together; a failure names what cannot.
func JudgeLocks(ctx context.Context, library runs.Searcher, h *state.Horizon) (Locks, error) {
	l := Locks{input: h.Input(h.Locked())}
	var err error
	if l.certificate, err = runs.Judge(ctx, library, h.Run.AthleteID, l.input); err != nil {
		return l, fmt.Errorf("judge the locks: %w", err)
	}
	switch {
	case l.certificate.Verdict == rules.Infeasible:
		return l, &state.Failure{Code: "INFEASIBLE", Message: state.InfeasibleMessage(l.certificate), Certificate: &l.certificate}
	case state.Impossible(l.certificate) && !state.GoalAlone(l.certificate):
		return l, &state.Failure{Code: "CONFLICT", Message: state.ConflictMessage(l.certificate), Certificate: &l.certificate}
	}
	return l, nil
}

// Analyze says what is kept, what is wished for and what the weeks are to hold.
func Analyze(f *state.Fortnight, l Locks) (*brief.Brief, []runs.Event, error) {
	b, err := brief.New(f.BriefInput(l.input))
	if err != nil {
		return nil, nil, fmt.Errorf("plan the weeks: %w", err)
	}
	var events []runs.Event
	for _, s := range f.Kept() {
		message := keptMessage(&s) + gives(f, &s)
		if s.Status == training.Planned {
			message += againstGates(&b.Gates, f.Workouts.Of(&s))
		}
		events = append(events, &runs.LockKept{EventHead: runs.Head(runs.Analyze, prose.Clip(message, runs.MaxMessageRunes)), Session: s.PlannedSession})
	}
	if f.Run.TargetFitness != nil && !b.Known {
		return nil, nil, &state.Failure{Code: "INSUFFICIENT_DATA", Message: noFitness, Certificate: &l.certificate}
	}
	return b, append(events, &runs.TargetsSet{
		EventHead: runs.Head(runs.Analyze, prose.Clip(b.Message(), runs.MaxMessageRunes)), Weeks: runs.WeekTargets(b), Goal: runs.GoalOf(b),
	}), nil
}

const noFitness = "A fitness is wanted, and nothing is known of what it is now: import activities or state a startingFitness."

// gives says which wish a session that stays goes against.
func gives(f *state.Fortnight, s *training.Session) string {
	w, against := f.Wishes.Against(s.Date, f.Workouts.Of(s))
	if !against {
		return ""
	}
	return fmt.Sprintf(" What stands goes before the wish: %s.", w)
}
