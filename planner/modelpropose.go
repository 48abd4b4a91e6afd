package planner

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"fortnight/solver"
	"fortnight/training"
)

// choice is a pick that holds. It names the workout, not the candidate: numbers are a question's own. Workout is empty, and so is
// Session, for a slot that the model leaves empty.
type choice struct {
	Day       int                `json:"day"` // from 0
	Second    bool               `json:"second,omitempty"`
	Workout   training.WorkoutID `json:"workout,omitempty"`
	Session   training.SessionID `json:"session,omitempty"`
	Rationale string             `json:"rationale,omitempty"`
}

// asking is one question to the model about slots of a solver, and what of its answer holds.
type asking struct {
	j        *journey
	s        *solver.Solver
	stage    Stage
	question PlanQuestion
	reviewer *Reviewer
	workouts []training.WorkoutID // of the candidates, from number 1
	picks    int                  // that came
}

// model tells whether the model is to be asked for sessions.
func (j *journey) model() bool { return j.run.Engine == Gemini && j.state.ModelGaveUp == "" }

// pick has the model fill the solver's slots and tells what it did. Slots whose pick was stored before are not asked for again; what the
// model leaves open stays open.
func (j *journey) pick(ctx context.Context, s *solver.Solver, stage Stage) ([]Event, error) {
	if !j.state.ModelAsks {
		j.state.Picks, j.state.ModelAsks = nil, true
	}
	a := newAsking(j, s, stage)
	var events []Event
	if len(a.question.Slots) > 0 {
		err := j.consult(ctx, func(spent Spent) (Usage, error) {
			a.question.Spent = spent
			return j.planner.Model.Propose(ctx, a.question, func(p Pick) error { return a.take(ctx, p) })
		})
		fault := (*ModelError)(nil)
		switch {
		case errors.As(err, &fault):
			events = append(events, j.giveUp(stage, fault.Message))
		case err != nil:
			return nil, err
		default:
			events = append(events, a.missing()...)
		}
	}
	j.state.ModelAsks = false
	return events, nil
}

func newAsking(j *journey, s *solver.Solver, stage Stage) *asking {
	a := &asking{j: j, s: s, stage: stage}
	j.state.Picks = slices.DeleteFunc(j.state.Picks, func(c choice) bool { return !fix(s, c) })
	a.ask()
	if stage == Repair {
		a.remind()
	}
	a.reviewer = NewReviewer(a.question)
	return a
}

// fix gives a slot what the model chose for it, and tells whether it still can be.
func fix(s *solver.Solver, c choice) bool {
	at := slices.IndexFunc(s.Slots(), func(slot solver.Slot) bool { return slot.Day == c.Day && slot.Second == c.Second })
	return at >= 0 && s.Fix(at, c.Workout)
}

// take judges one pick, keeps what holds of it and records that.
func (a *asking) take(ctx context.Context, raw Pick) error {
	if a.picks++; a.picks > 2*len(a.question.Slots)+8 {
		return &ModelError{Fault: ModelGarbled, Message: "The language model's answer was too long."}
	}
	p, findings, holds := a.reviewer.Take(raw)
	events := a.j.corrected(a.stage, findings)
	if holds {
		events = append(events, a.hold(p)...)
	}
	return a.j.record(ctx, events...)
}

// hold takes a pick over into the plan. While days are proposed for the first time each session is told as it comes.
func (a *asking) hold(p Pick) []Event {
	slot := a.s.Slots()[p.Slot-1]
	c := choice{Day: slot.Day, Second: slot.Second, Rationale: p.Rationale}
	if p.Candidate > 0 {
		c.Workout = a.workouts[p.Candidate-1]
		c.Session = a.j.idIn(slot, c.Workout)
	}
	fix(a.s, c)
	if c.Workout != "" && c.Rationale == "" {
		c.Rationale = a.j.whyOf(c.Session, a.s)
	}
	a.j.state.Picks = append(a.j.state.Picks, c)
	if c.Workout == "" || a.stage == Repair {
		return nil
	}
	draft := a.j.draft(append(a.j.kept(), a.j.placed(a.s)...))
	told := draft[slices.IndexFunc(draft, func(d ProposedSession) bool { return d.Made == c.Session })]
	return []Event{&SessionProposed{EventHead: a.j.head(a.stage, a.j.proposedMessage(told)), Session: told}}
}

// whyOf says in our own words why a session of a solver stands where it does.
func (j *journey) whyOf(id training.SessionID, s *solver.Solver) string {
	all := append(j.kept(), j.placed(s)...)
	sortSessions(all)
	at := slices.IndexFunc(all, func(o training.Session) bool { return o.ID == id })
	return j.why(&all[at], all, keyOf(all, j.run.From)[id])
}

// missing says how much the model left to the solver.
func (a *asking) missing() []Event {
	open := len(a.reviewer.Missing())
	if open == 0 {
		return nil
	}
	reason := fmt.Sprintf("For %d of %d places the model named nothing that holds; the solver fills them.", open, len(a.question.Slots))
	return a.j.corrected(a.stage, []Finding{{Reason: reason}})
}

// said is the model's reason for a session that the search made under an id, empty where the session is not its own or no longer stands as
// it was picked.
func (j *journey) said(made training.SessionID, s *training.Session) string {
	for _, c := range j.state.Picks {
		if c.Session == made && c.Workout == s.WorkoutID && j.run.From.AddDays(c.Day) == s.Date {
			return c.Rationale
		}
	}
	return ""
}

// saidOfRest is the model's reason for leaving a day free.
func (j *journey) saidOfRest(date training.Date) string {
	for _, c := range j.state.Picks {
		if c.Workout == "" && !c.Second && j.run.From.AddDays(c.Day) == date {
			return c.Rationale
		}
	}
	return ""
}
