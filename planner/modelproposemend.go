package planner

import (
	"context"
	"fmt"
	"slices"

	"fortnight/prose"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// maxModelRounds is how often the model may mend its proposal before the solver does.
const maxModelRounds = 2

// mends tells whether the model is to mend its own proposal: while it has rounds left, and where it can, which it cannot where what is
// kept breaks a rule without it.
func (j *journey) mends() bool {
	if !j.model() || j.state.ModelAsks {
		return j.model() // a round under way goes on
	}
	return len(j.state.Picks) > 0 && !j.state.Resolved && j.state.ModelRounds < maxModelRounds && goalAlone(rules.Check(j.whole(j.kept())))
}

// mend is one more round of the model.
func (j *journey) mend(ctx context.Context) ([]Event, error) {
	if !j.state.ModelAsks {
		j.state.ModelRounds++
	}
	s, before := solver.New(j.problem()), j.state.Draft
	events, err := j.pick(ctx, s, Repair)
	if err != nil {
		return nil, err
	}
	j.begin(s, before)
	s.Solve()
	j.state.Draft = j.draft(append(j.kept(), j.placed(s)...))
	return append(events, j.replaced(s, before)...), nil
}

// begin lets the slots that no model filled begin with what stands.
func (j *journey) begin(s *solver.Solver, standing []ProposedSession) {
	for n, slot := range s.Slots() {
		for _, p := range standing {
			if !slot.Fixed && p.Made == j.idIn(slot, p.WorkoutID) {
				s.Begin(n, p.WorkoutID)
			}
		}
	}
}

// brokenOn is the first HARD rule that the proposal breaks on a day, else on any.
func (j *journey) brokenOn(date training.Date) rules.RuleCheck {
	broken := hardOf(*j.state.Certificate)
	if len(broken) == 0 {
		return rules.RuleCheck{}
	}
	at := slices.IndexFunc(broken, func(c rules.RuleCheck) bool { return c.From <= date && date <= c.To })
	return broken[max(0, at)]
}

// replaced tells slot by slot what a round has changed.
func (j *journey) replaced(s *solver.Solver, before []ProposedSession) []Event {
	var events []Event
	for _, slot := range s.Slots() {
		var was, is training.WorkoutID
		for _, p := range before {
			if p.Made == j.idIn(slot, p.WorkoutID) {
				was = p.WorkoutID
			}
		}
		if slot.Full {
			is = slot.Session.WorkoutID
		}
		if was == is {
			continue
		}
		date := j.run.From.AddDays(slot.Day)
		because := j.brokenOn(date)
		message := fmt.Sprintf("%s: %s gives way to %s, because %s", prose.Day(date), j.titleOf(was), j.titleOf(is), checkMessage(&because))
		events = append(events, &SessionReplaced{
			EventHead: j.head(Repair, prose.Clip(message, maxMessageRunes)), Date: date, Before: was, After: is, Because: because,
		})
	}
	return events
}

func (j *journey) titleOf(id training.WorkoutID) string {
	if id == "" {
		return "rest"
	}
	return j.workouts[id].Title
}
