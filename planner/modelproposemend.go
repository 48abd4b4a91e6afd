package planner

import (
	"context"
	"fmt"

	"fortnight/prose"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// maxModelRounds is how often the model may mend its proposal before the solver does.
const maxModelRounds = 2

// mends tells whether the model is to mend its own proposal: while it has rounds left, and where it can, which it cannot where what is
// kept breaks a rule without it.
func (r *runner) mends() bool {
	if !r.model() || r.ModelAsks {
		return r.model() // a round under way goes on
	}
	return len(r.Picks) > 0 && !r.Resolved && r.ModelRounds < maxModelRounds && goalAlone(rules.Check(r.whole(r.kept())))
}

// mend is one more round of the model.
func (r *runner) mend(ctx context.Context) ([]Event, error) {
	if !r.ModelAsks {
		r.ModelRounds++
	}
	s, before := solver.New(r.problem()), r.Draft
	events, err := r.pick(ctx, s, Repair)
	if err != nil {
		return nil, err
	}
	r.begin(s, before)
	s.Solve()
	r.Draft = r.draft(append(r.kept(), r.placed(s)...))
	return append(events, r.replaced(s, before)...), r.keep(ctx, r.Draft)
}

// begin lets the slots that no model filled begin with what stands.
func (f *fortnight) begin(s *solver.Solver, standing []ProposedSession) {
	for n, slot := range s.Slots() {
		for _, p := range standing {
			if !slot.Fixed && p.Made == f.idIn(slot, p.WorkoutID) {
				s.Begin(n, p.WorkoutID)
			}
		}
	}
}

// replaced tells slot by slot what a round has changed.
func (f *fortnight) replaced(s *solver.Solver, before []ProposedSession) []Event {
	var events []Event
	for _, slot := range s.Slots() {
		var was, is training.WorkoutID
		for _, p := range before {
			if p.Made == f.idIn(slot, p.WorkoutID) {
				was = p.WorkoutID
			}
		}
		if slot.Session != nil {
			is = slot.Session.WorkoutID
		}
		if was == is {
			continue
		}
		date := f.run.From.AddDays(slot.Day)
		because := f.brokenOn(date)
		message := fmt.Sprintf("%s: %s gives way to %s, because %s", prose.Day(date), f.titleOf(was), f.titleOf(is), checkMessage(&because))
		events = append(events, &SessionReplaced{
			EventHead: head(Repair, prose.Clip(message, maxMessageRunes)), Date: date, Before: was, After: is, Because: because,
		})
	}
	return events
}

func (f *fortnight) titleOf(id training.WorkoutID) string {
	if id == "" {
		return "rest"
	}
	return f.workouts[id].Title
}
