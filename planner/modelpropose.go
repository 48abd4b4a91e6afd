package planner

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/solver"
	"fortnight/training"
)

// asking is one question to the model about slots of a solver, and what of its answer holds.
type asking struct {
	r        *runner
	search   *solver.Solver
	stage    runs.Stage
	question model.PlanQuestion
	reviewer *model.Reviewer
	numbered []training.WorkoutID // the candidates, from number 1
	picks    int                  // that came
}

// model tells whether the model is to be asked for sessions.
func (r *runner) model() bool { return r.Run.Engine == runs.Gemini && r.ModelGaveUp == "" }

// pick has the model fill the solver's slots and tells what it did. Slots whose pick was stored before are not asked for again; what the
// model leaves open stays open.
func (r *runner) pick(ctx context.Context, s *solver.Solver, stage runs.Stage) ([]runs.Event, error) {
	if !r.ModelAsks {
		r.Picks, r.ModelAsks = nil, true
	}
	a := newAsking(r, s, stage)
	var events []runs.Event
	if len(a.question.Slots) > 0 {
		err := r.consult(ctx, func(spent model.Spent) (runs.Usage, error) {
			a.question.Spent = spent
			return r.planner.Model.Propose(ctx, a.question, func(p model.Pick) error { return a.take(ctx, p) })
		})
		fault := (*model.Error)(nil)
		switch {
		case errors.As(err, &fault):
			events = append(events, r.giveUp(stage, fault.Message))
		case err != nil:
			return nil, err
		default:
			events = append(events, a.missing()...)
		}
	}
	r.ModelAsks = false
	return events, nil
}

func newAsking(r *runner, s *solver.Solver, at runs.Stage) *asking {
	a := &asking{r: r, search: s, stage: at}
	r.Picks = slices.DeleteFunc(r.Picks, func(c state.Choice) bool { return !fix(s, c) })
	a.question, a.numbered = stage.Ask(&r.Fortnight, s)
	if at == runs.Repair {
		stage.Remind(&r.Fortnight, s, &a.question, a.numbered)
	}
	a.reviewer = model.NewReviewer(a.question)
	return a
}

// fix gives a slot what the model chose for it, and tells whether it still can be.
func fix(s *solver.Solver, c state.Choice) bool {
	at := slices.IndexFunc(s.Slots(), func(slot solver.Slot) bool { return slot.Day == c.Day && slot.Second == c.Second })
	return at >= 0 && s.Fix(at, c.Workout)
}

// take judges one pick, keeps what holds of it and records that.
func (a *asking) take(ctx context.Context, raw model.Pick) error {
	if a.picks++; a.picks > 2*len(a.question.Slots)+8 {
		return &model.Error{Fault: model.Garbled, Message: "The language model's answer was too long."}
	}
	p, findings, holds := a.reviewer.Take(raw)
	events := corrected(a.stage, findings)
	if holds {
		events = append(events, a.hold(p)...)
	}
	for _, e := range events { // what a session is told with has to be there for whoever looks
		if told, is := e.(*runs.SessionProposed); is {
			if err := a.r.keep(ctx, []runs.ProposedSession{told.Session}); err != nil {
				return err
			}
		}
	}
	return a.r.record(ctx, events...)
}

// hold takes a pick over into the plan. While days are proposed for the first time each session is told as it comes.
func (a *asking) hold(p model.Pick) []runs.Event {
	slot := a.search.Slots()[p.Slot-1]
	c := state.Choice{Day: slot.Day, Second: slot.Second, Rationale: p.Rationale}
	if p.Candidate > 0 {
		c.Workout = a.numbered[p.Candidate-1]
		c.Session = stage.IDIn(&a.r.Fortnight, slot, c.Workout)
	}
	fix(a.search, c)
	a.r.Picks = append(a.r.Picks, c)
	if c.Workout == "" || a.stage == runs.Repair {
		return nil
	}
	draft := stage.Drafted(&a.r.Fortnight, append(a.r.Kept(), stage.Placed(&a.r.Fortnight, a.search)...), true)
	told := draft[slices.IndexFunc(draft, func(d runs.ProposedSession) bool { return d.Made == c.Session })]
	return []runs.Event{&runs.SessionProposed{EventHead: runs.Head(a.stage, stage.ProposedMessage(&a.r.Fortnight, told)), Session: told}}
}

// missing says how much the model left to the solver.
func (a *asking) missing() []runs.Event {
	open := len(a.reviewer.Missing())
	if open == 0 {
		return nil
	}
	reason := fmt.Sprintf("For %d of %d places the model named nothing that holds; the solver fills them.", open, len(a.question.Slots))
	return corrected(a.stage, []runs.Finding{{Reason: reason}})
}
