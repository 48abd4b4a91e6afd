package resolvers

import (
	"fortnight/graph"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// setComplexity says what lists cost: as many times their elements as there may be. A field costs 1 besides. The lists within a workout count
// once: its size is bounded, and a step is of one kind, so that a document that asks for all of all kinds has paid for them.
func setComplexity(c *graph.ComplexityRoot) {
	c.Query.Athletes = func(child int, first *int, _ *string) int { return list(child, first, 20) }
	c.Query.Activities = func(child int, _ *string, _, _ *training.Date, first *int, _ *string) int {
		return list(child, first, 50)
	}
	c.Query.PlanRuns = func(child int, _ *string, first *int, _ *string) int { return list(child, first, 20) }
	c.Query.Workouts = func(child int, _ *session.WorkoutFilter, _ *training.WorkoutOrder, first *int, _ *string) int {
		return list(child, first, 20)
	}
	c.Query.SearchWorkouts = func(child int, _ string, _ *session.WorkoutFilter, first *int) int { return list(child, first, 10) }
	c.Query.Exercises = func(child int, _ *string, _ *training.ExerciseFilter, first *int) int {
		return list(child, first, maxExercises) / 10
	}
	c.Exercise.Regressions = func(child int) int { return 1 + neighbours*child }
	c.Exercise.Progressions = func(child int) int { return 1 + neighbours*child }
	c.Exercise.Substitutes = func(child int, _ *training.ExerciseFilter) int { return 1 + substitutes*child }
	c.Query.SessionFamilies = func(child int, _ *training.Sport) int { return list(child, nil, maxFamilies) / 10 }
	c.SessionFamily.Workouts = func(child int, first *int) int { return list(child, first, 5) }
	c.Query.Nodes = func(child int, ids []string) int { return 1 + len(ids)*(nodeCost+child) }
	c.Query.Calendar = func(child int, _ *string, _ *training.Date, days *int) int { return list(child, days, 14) / 2 }
	c.Query.Season = func(child int, _ *string, _ *training.Date) int { return seasonCost + child }
	c.User.Levels = func(child int, sport *training.Sport) int {
		if sport != nil {
			return levelsCost + list(child, nil, laddersOfSport)
		}
		return levelsCost + list(child, nil, ladders)
	}
	c.Season.Weeks = func(child int) int { return list(child, nil, seasonWeeks) }
	c.Workout.Similar = func(child int, first *int) int { return list(child, first, 5) }
	c.PlannedSession.Alternatives = func(child int, first *int) int { return alternativesCost + list(child, first, 3) }
	c.Query.WhyNot = func(child int, _ string, _ training.Date, _, _ *string, _ *int) int { return whyNotCost + child }
	c.PlanRun.Ways = func(child int) int { return 1 + runs.MaxCandidates*child }
	c.PlanRun.Events = func(child int, _, first *int) int { return list(child, first, 100) / 4 }
}

// How many exercises there may be: of the whole catalogue, which is in memory and costs a tenth; next to one, which most have fewer of;
// and in the place of one.
const (
	maxExercises = 500
	neighbours   = 4
	substitutes  = 12
)

// maxFamilies is more than there are families of sessions, which are in memory and cost a tenth.
const maxFamilies = 120

// nodeCost is of looking something up by its id, on average: a day of a calendar costs more, an exercise nothing.
const nodeCost = 3

// levelsCost is of reading what was done, as many fields' worth; ladders is about how many families of sessions have one, and laddersOfSport how
// many of the sport with the most.
const (
	levelsCost     = 50
	ladders        = 65
	laddersOfSport = 20
)

// seasonCost is of looking along a season, as many fields' worth, and seasonWeeks how many weeks most seasons have.
const (
	seasonCost  = 100
	seasonWeeks = 20
)

// alternativesCost is of searching the library and of judging what it found, as many fields' worth.
const alternativesCost = 100

// whyNotCost is of making a run's problem again and of judging one more plan.
const whyNotCost = 150

func list(child int, first *int, otherwise int) int {
	return 1 + max(0, orElse(first, otherwise))*child
}
