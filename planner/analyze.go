package planner

import (
	"context"
	"fmt"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// locks are what the rules look at with what nobody may touch, and what they say of it.
type locks struct {
	input       rules.Input
	certificate rules.Certificate
}

// judgeLocks says whether what is locked can hold together; a failure names what cannot.
func judgeLocks(ctx context.Context, library Searcher, h *horizon) (locks, error) {
	l := locks{input: h.input(h.locked())}
	var err error
	if l.certificate, err = Judge(ctx, library, h.run.AthleteID, l.input); err != nil {
		return l, fmt.Errorf("judge the locks: %w", err)
	}
	switch {
	case l.certificate.Verdict == rules.Infeasible:
		return l, &failure{"INFEASIBLE", infeasibleMessage(l.certificate), &l.certificate}
	case impossible(l.certificate) && !goalAlone(l.certificate):
		return l, &failure{"CONFLICT", conflictMessage(l.certificate), &l.certificate}
	}
	return l, nil
}

// analyze says what is kept, what is wished for and what the weeks are to hold.
func analyze(f *fortnight, l locks) (*brief.Brief, []Event, error) {
	b, err := brief.New(f.briefInput(l.input))
	if err != nil {
		return nil, nil, fmt.Errorf("plan the weeks: %w", err)
	}
	var events []Event
	for _, s := range f.kept() {
		message := keptMessage(&s) + gives(f, &s)
		if s.Status == training.Planned {
			message += againstGates(&b.Gates, f.workouts.Of(&s))
		}
		events = append(events, &LockKept{EventHead: head(Analyze, prose.Clip(message, maxMessageRunes)), Session: s.PlannedSession})
	}
	if f.run.TargetFitness != nil && !b.Known {
		return nil, nil, &failure{"INSUFFICIENT_DATA", noFitness, &l.certificate}
	}
	return b, append(events, &TargetsSet{
		EventHead: head(Analyze, prose.Clip(b.Message(), maxMessageRunes)), Weeks: weekTargets(b), Goal: understoodGoal(b),
	}), nil
}

const noFitness = "A fitness is wanted, and nothing is known of what it is now: import activities or state a startingFitness."

// gives says which wish a session that stays goes against.
func gives(f *fortnight, s *training.Session) string {
	w, against := f.Wishes.Against(s.Date, f.workouts.Of(s))
	if !against {
		return ""
	}
	return fmt.Sprintf(" What stands goes before the wish: %s.", w)
}
