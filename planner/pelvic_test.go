package planner_test

import (
	"fmt"
	"testing"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// mother had a child so many weeks ago and has walked since.
func mother(weeks int, level training.Level) *memory {
	since := monday.AddDays(-7 * weeks)
	m := somebody(level, training.PriorityEndurance, 33, training.Thresholds{}).states(func(p *training.Profile) {
		p.MeasuredOn, p.Conditions = nil, nil
		p.TrainingGoal = &training.Goal{Kind: training.GoalReturn, Sports: []training.Sport{training.Run, training.Walk}}
	})
	m.snapshot.Restrictions = []training.Restriction{{ID: "birth", AthleteID: "athlete", Condition: training.Postpartum, SaidOn: since, Since: &since}}
	return m.lived(monday, min(weeks-1, 8), even, 0, usually(training.Tuesday, training.Walk, 20), usually(training.Friday, training.Walk, 20), usually(training.Sunday, training.Walk, 25))
}

// After a birth the pelvic floor is trained every day (coaching 7.3), beside the walks and on the days without one: it costs no load, takes no session's
// place and leaves rest days rest days.
func TestThePelvicFloorIsTrainedEveryDay(t *testing.T) {
	withoutRace(t)
	for _, c := range []struct {
		weeks int
		level training.Level
	}{{4, training.Intermediate}, {8, training.Intermediate}, {8, training.Novice}} {
		m, run := mother(c.weeks, c.level), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Fatalf("%d weeks: %s", c.weeks, *m.outcome.Failure)
		}
		workouts, sessions := m.planned()
		pelvic, others, trained := map[training.Date]int{}, 0, map[training.Date]bool{}
		for i := range sessions {
			read, _ := session.Of(&workouts[i])
			switch {
			case read.Family == "Q-PELV":
				pelvic[sessions[i].Date]++
				if w := &workouts[i]; w.Sport != training.Mobility || w.TSS != 0 || w.Demand.Sets != 0 {
					t.Errorf("%d weeks: %s is %s and has %.1f TSS", c.weeks, w.Title, w.Sport, w.TSS)
				}
			default:
				others++
				trained[sessions[i].Date] = true
			}
		}
		for d := range 14 {
			if pelvic[monday.AddDays(d)] != 1 {
				t.Errorf("%d weeks, %s: %d on %s\n%s", c.weeks, c.level, pelvic[monday.AddDays(d)], monday.AddDays(d), m.table(run))
			}
		}
		if others < 4 || len(trained) > 10 {
			t.Errorf("%d weeks, %s: %d other sessions on %d days\n%s", c.weeks, c.level, others, len(trained), m.table(run))
		}
		said := map[string]bool{}
		for _, s := range sessions {
			if said[deref(s.Rationale)] {
				t.Errorf("%d weeks: said twice: %s", c.weeks, deref(s.Rationale))
			}
			said[deref(s.Rationale)] = true
		}
		for _, hard := range m.hard(run) {
			t.Errorf("%d weeks: %s", c.weeks, fmt.Sprint(hard))
		}
	}
}
