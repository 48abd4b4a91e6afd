package season

import (
	"slices"

	"fortnight/training"
)

// Priority is what wins where strength and endurance compete, for an athlete whose plan begins on a day. A goal of strength puts strength
// first, but for athletes who say that they want both, and before another A event within twelve weeks (coaching 1.1). Who says nothing is
// planned for as the next event and the goal ask, and as the last six weeks were.
func Priority(said training.Priority, goal *Goal, events []Event, history *History, from training.Date) training.Priority {
	next := nextEvent(events, from)
	lifting := goal.Kind == training.GoalStrength || goal.Kind == training.GoalMuscle || next != nil && SportOf(next.Kind()) == training.Strength
	soon := slices.ContainsFunc(events, func(e Event) bool {
		return e.Priority == training.EventA && SportOf(e.Kind()) != training.Strength && e.Date >= from && int(e.Date-from) <= aheadB
	})
	switch {
	case lifting && !soon && said != training.PriorityHybrid:
		return training.PriorityStrength
	case said != "":
		return said
	case next != nil:
		return racing(next.Kind())
	}
	return asked(goal, history)
}

// asked is what a goal without an event asks for: endurance of who is to race or to be tested in an endurance sport, and of who has trained nothing
// else for six weeks; else both alike. A test that nobody asked for is one of endurance for those alone who seldom lift.
func asked(goal *Goal, history *History) training.Priority {
	switch goal.Kind {
	case training.GoalRace, training.GoalFinish, training.GoalTime, training.GoalTest:
		if goal.Format != "" {
			return racing(goal.Format)
		}
		if len(goal.Sports) > 0 && goal.Sports[0].Endurance() && !(goal.Assumed && liftsMuch(history)) {
			return training.PriorityEndurance
		}
	case training.GoalHealth, training.GoalWeight, training.GoalReturn, training.GoalStrength, training.GoalMuscle:
		return training.PriorityHybrid
	}
	lifted := slices.ContainsFunc(history.Blocks, func(b Block) bool { return b.Strengths > 0 })
	if main := history.MainSport(); main != "" && main.Endurance() && !lifted && !slices.Contains(goal.Sports, training.Strength) {
		return training.PriorityEndurance
	}
	return training.PriorityHybrid
}

// liftsMuch tells whether a third of what was done were lifts, or more: who trains so and aims at nothing goes on with both.
func liftsMuch(history *History) bool {
	lifts, sessions := 0, 0
	for i := range history.Blocks {
		if b := &history.Blocks[i]; !b.Eased {
			lifts, sessions = lifts+b.Strengths, sessions+b.Sessions
		}
	}
	return lifts > 0 && 3*lifts >= sessions
}

// racing is what a race asks for.
func racing(f training.EventFormat) training.Priority {
	switch {
	case SportOf(f) == training.Strength, f == training.Hyrox, f == training.Obstacle, f == training.CrossFit:
		return training.PriorityHybrid
	}
	return training.PriorityEndurance
}
