package planner

import (
	"context"
	"fmt"

	"fortnight/brief"
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

// analysis is what the days are for.
type analysis struct {
	brief   *brief.Brief
	targets []DayTarget
}

// analyze says what is kept, what is wished for and what the body can take: the days' targets.
func analyze(f *fortnight, l locks) (analysis, []Event, error) {
	var events []Event
	for _, s := range f.kept() {
		events = append(events, &LockKept{EventHead: head(Analyze, keptMessage(&s)+f.gives(&s)), Session: s.PlannedSession})
	}
	b := brief.New(f.briefInput(l.input))
	if f.run.TargetFitness != nil && !b.Known {
		return analysis{}, nil, &failure{"INSUFFICIENT_DATA", noFitness, &l.certificate}
	}
	a := analysis{brief: b, targets: f.targets(b)}
	return a, append(events, &TargetsSet{EventHead: head(Analyze, b.Message()), Targets: a.targets}), nil
}

const noFitness = "A fitness is wanted, and nothing is known of what it is now: import activities or state a startingFitness."

// briefInput is what the days are shaped from.
func (f *fortnight) briefInput(locked rules.Input) brief.Input {
	kept := f.kept()
	in := brief.Input{
		From: f.run.From, Days: f.run.Days, Hours: f.snapshot.Hours(), Ledger: f.snapshot.Ledger(), Locked: locked, Standing: f.input(kept),
		Kept: kept, LockedDays: f.snapshot.LockedDays, Wishes: f.Wishes, TargetFitness: f.run.TargetFitness,
	}
	for i := range f.run.Days {
		if date := f.run.From.AddDays(i); f.gaveUp(date) {
			in.GaveUp = append(in.GaveUp, date)
		}
	}
	if last, any := f.lastKept(); any {
		in.FullUntil = last
	}
	return in
}

// targets are a brief's days as clients see them.
func (f *fortnight) targets(b *brief.Brief) []DayTarget {
	targets := make([]DayTarget, len(b.Days))
	for i, d := range b.Days {
		targets[i] = DayTarget{Date: f.run.From.AddDays(i), TSS: d.TSS, Focus: d.Foci(), Rest: d.TSS == 0}
	}
	return targets
}

// gives says which wish a session that stays goes against.
func (f *fortnight) gives(s *training.Session) string {
	w, against := f.Wishes.Against(s.Date, f.workouts.Of(s))
	if !against {
		return ""
	}
	return fmt.Sprintf(" What stands goes before the wish: %s.", w)
}
