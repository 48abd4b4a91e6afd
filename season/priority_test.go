package season

import (
	"testing"

	"fortnight/training"
)

// What nobody said follows from the event, the goal and what was done; what somebody said stands, but for a goal of strength.
func TestPriority(t *testing.T) {
	race := func(f training.EventFormat, days int) []Event {
		return []Event{{ID: "e", Date: day1.AddDays(days), Sport: SportOf(f), Format: f, Priority: training.EventA}}
	}
	ran := History{From: day1, Shares: map[training.Sport]float64{training.Run: 1}, Blocks: []Block{{Minutes: 200}}}
	both := History{From: day1, Shares: map[training.Sport]float64{training.Run: .8, training.Strength: .2}, Blocks: []Block{{Minutes: 200, Strengths: 1}}}
	const none, endurance, strength, hybrid = training.Priority(""), training.PriorityEndurance, training.PriorityStrength, training.PriorityHybrid
	for name, c := range map[string]struct {
		said    training.Priority
		goal    Goal
		events  []Event
		history History
		want    training.Priority
	}{
		"a marathon":                             {none, Goal{}, race(training.RunMarathon, 42), both, endurance},
		"a half-distance triathlon":              {none, Goal{}, race(training.TriHalf, 80), both, endurance},
		"a marathon, and both are wanted":        {hybrid, Goal{}, race(training.RunMarathon, 42), both, hybrid},
		"a meet":                                 {none, Goal{}, race(training.LiftMeet, 42), both, strength},
		"a meet, and both are wanted":            {hybrid, Goal{}, race(training.LiftMeet, 42), both, hybrid},
		"muscle":                                 {none, Goal{Kind: training.GoalMuscle}, nil, ran, strength},
		"muscle of somebody for endurance":       {endurance, Goal{Kind: training.GoalMuscle}, nil, ran, strength},
		"strength, and a marathon in six weeks":  {none, Goal{Kind: training.GoalStrength}, race(training.RunMarathon, 42), both, endurance},
		"a time over 5 km without an event":      {none, Goal{Kind: training.GoalTime, Format: training.Run5K}, nil, both, endurance},
		"health":                                 {none, Goal{Kind: training.GoalHealth}, nil, ran, hybrid},
		"no goal of somebody who runs":           {none, Goal{}, nil, ran, endurance},
		"no goal of somebody who runs and lifts": {none, Goal{}, nil, both, hybrid},
		"a better run that nobody asked for, one lift in five": {
			none, Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}, Assumed: true}, nil, History{From: day1, Blocks: []Block{{Sessions: 5, Strengths: 1}, {Sessions: 5, Strengths: 1}}}, endurance,
		},
		"a better run that nobody asked for, two lifts in five": {
			none, Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}, Assumed: true}, nil, History{From: day1, Blocks: []Block{{Sessions: 5, Strengths: 2}}}, hybrid,
		},
		"a better run that was asked for, two lifts in five": {
			none, Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}}, nil, History{From: day1, Blocks: []Block{{Sessions: 5, Strengths: 2}}}, endurance,
		},
		"nothing known":                {none, Goal{}, nil, History{From: day1}, hybrid},
		"strength is added to running": {none, Goal{Kind: training.GoalAddSport, Sports: []training.Sport{training.Strength}}, nil, ran, hybrid},
	} {
		if got := Priority(c.said, &c.goal, c.events, &c.history, day1); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
