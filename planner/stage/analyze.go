package stage

import (
	"context"
	"fmt"
	"slices"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/session"
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
	l.input.Workouts = h.LockedFamilies()
	var err error
	if l.certificate, err = runs.Judge(ctx, library, h.Run.AthleteID, l.input, session.Lifter{}); err != nil {
		return l, fmt.Errorf("judge the locks: %w", err)
	}
	if failure := clash(l.certificate); failure != nil {
		return l, failure
	}
	return l, nil
}

// clash is the failure of a run in which what is locked cannot hold together, nil where it can.
func clash(c rules.Certificate) error {
	switch {
	case c.Verdict == rules.Infeasible:
		return &state.Failure{Code: runs.Infeasible, Message: state.InfeasibleMessage(c), Certificate: &c}
	case state.Impossible(c) && !state.GoalAlone(c):
		return &state.Failure{Code: runs.Conflicting, Message: state.ConflictMessage(c), Certificate: &c}
	}
	return nil
}

// judgeContents says whether each locked session is what may be proposed to the athlete (WHO-5), by what its workout is made of, which
// nobody else asks of what is locked, and who lifts it.
func judgeContents(ctx context.Context, store runs.Store, f *state.Fortnight) error {
	ids := f.LockedWorkouts()
	if len(ids) == 0 {
		return nil
	}
	workouts, err := store.Workouts(ctx, f.Run.AthleteID, f.Snapshot.Athlete.Profile, ids)
	if err != nil {
		return fmt.Errorf("read the workouts of locks: %w", err)
	}
	certificate, err := runs.Judge(ctx, store, f.Run.AthleteID, f.LockedInput(workouts), f.Prescribed().Lifter)
	if err != nil {
		return fmt.Errorf("judge the workouts of locks: %w", err)
	}
	return clash(certificate)
}

// Analyze says what is kept, what is wished for and what the weeks are to hold. What is locked and may not stand so fails it.
func Analyze(ctx context.Context, store runs.Store, known *state.Fortnight, l Locks) (*brief.Brief, []runs.Event, error) {
	l.input.Sessions = slices.DeleteFunc(slices.Clone(l.input.Sessions), func(s training.Session) bool {
		return known.InDays(&s) && !known.Fixed(&s) // what stood today stays no more, by what the wish says of the body
	})
	b, err := brief.New(known.BriefInput(l.input))
	if err != nil {
		return nil, nil, fmt.Errorf("plan the weeks: %w", err)
	}
	with := *known
	f := &with
	f.Brief = b
	if err := judgeContents(ctx, store, f); err != nil {
		return nil, nil, err
	}
	var events []runs.Event
	for _, s := range f.Kept() {
		message := keptMessage(&f.Horizon, &s) + gives(f, &s)
		if s.Status == training.Planned {
			message += againstGates(f, &s)
		}
		events = append(events, &runs.LockKept{EventHead: runs.Head(runs.Analyze, prose.Clip(message, runs.MaxMessageRunes)), Session: s.PlannedSession})
	}
	if f.Run.TargetFitness != nil && !b.Known {
		return nil, nil, &state.Failure{Code: runs.InsufficientData, Message: noFitness, Certificate: &l.certificate}
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
