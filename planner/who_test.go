package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// goal, has, since and gear are more of what an athlete states.
func (m *memory) goal(words string) *memory {
	return m.states(func(p *training.Profile) { p.Goal = &words })
}
func (m *memory) has(c ...training.Condition) *memory {
	return m.states(func(p *training.Profile) { p.Conditions = c })
}
func (m *memory) since(c training.Condition, day training.Date) *memory {
	m.snapshot.Restrictions = append(m.snapshot.Restrictions, training.Restriction{ID: training.RestrictionID("r-" + string(c)), Condition: c, Words: string(c), SaidOn: monday - 1, Since: &day})
	return m
}
func (m *memory) gear(e ...training.Equipment) *memory {
	return m.states(func(p *training.Profile) { p.Equipment = e })
}

// who is an athlete of a kind that a coach meets, and the wish of his plan.
type who struct {
	name, wish string
	build      func() *memory
}

// fortnight is the plan of an athlete, which breaks no HARD rule.
func (w *who) fortnight(t *testing.T) (*memory, runs.Run) {
	t.Helper()
	m, run := w.build(), request(14)
	run.Wish = w.wish
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatalf("%s: %s", w.name, *m.outcome.Failure)
	}
	if hard := m.hard(run); len(hard) > 0 {
		t.Errorf("%s: %v", w.name, hard)
	}
	return m, run
}

// Who does a sport that cannot be planned gets no other in its place, and is told; who sits in a wheelchair gets nothing that legs do.
func TestASportThatCannotBePlannedIsLeftAlone(t *testing.T) {
	only := []training.Sport{training.Strength, training.Mobility}
	for _, c := range []struct {
		who
		may []training.Sport // that the plan may have
	}{
		{who{"kayaker", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).goal("kayak marathon in spring, I only paddle").
				lived(monday, 12, 1, 40, usually(tue, training.Kayak, 60), usually(thu, training.Kayak, 60), usually(sun, training.Kayak, 120), usually(fri, training.Strength, 45).sets(2))
		}}, only},
		{who{"kayaker with a race", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).races("Kayak marathon", training.Other, "", monday+60, 0, 42_000).
				lived(monday, 12, 1, 40, usually(tue, training.Kayak, 60), usually(thu, training.Kayak, 60), usually(sun, training.Kayak, 120))
		}}, only},
		{who{"climber", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 28, training.Thresholds{}).goal("rock climber, I boulder three times a week").
				lived(monday, 12, 1, 35, usually(tue, training.Other, 90), usually(thu, training.Other, 90), usually(sun, training.Other, 120))
		}}, only},
		{who{"skier", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).goal("cross-country skiing, ski marathon in winter").
				lived(monday, 12, 1, 40, usually(tue, training.Other, 60), usually(thu, training.Other, 60), usually(sun, training.Other, 120))
		}}, only},
		{who{"footballer who runs", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 24, pace(290)).goal("football, team practice Tuesday and Thursday, match on Sunday").
				lived(monday, 12, 1, 40, usually(tue, training.Other, 90), usually(thu, training.Other, 90), usually(sun, training.Other, 90), usually(sat, training.Run, 30).km(5))
		}}, append(slices.Clone(only), training.Run)},
		{who{"hand-cyclist", "", func() *memory {
			ftp := 120
			return somebody(training.Intermediate, training.PriorityEndurance, 36, training.Thresholds{FTPWatts: &ftp}).goal("wheelchair user, handcycle marathon").
				lived(monday, 12, 1, 40, usually(tue, training.Ride, 60).hard(8), usually(thu, training.Ride, 60), usually(sun, training.Ride, 120), usually(fri, training.Strength, 45))
		}}, append(slices.Clone(only), training.Ride)},
	} {
		m, _ := c.fortnight(t)
		workouts, sessions := m.planned()
		if len(workouts) == 0 {
			t.Errorf("%s: nothing is planned", c.name)
		}
		for i := range workouts {
			w := &workouts[i]
			if !slices.Contains(c.may, w.Sport) || has(w, training.Row, training.Swim) {
				t.Errorf("%s: %s", c.name, w.Title)
			}
			if c.name == "footballer who runs" && (w.Demand.HighSeconds > 0 || w.Demand.Moderate) {
				t.Errorf("%s: %s beside practices of which nobody knows how hard they are", c.name, w.Title)
			}
			if c.name == "hand-cyclist" && (sessions[i].Load.Demand.LowerBodySeconds > 0 && w.Sport == training.Strength || w.Demand.RunSeconds > 0) {
				t.Errorf("%s: %s is for the legs", c.name, w.Title)
			}
		}
		week, _ := m.said()
		if !strings.Contains(week, "planned") {
			t.Errorf("%s: nothing is said of what is not planned: %s", c.name, week)
		}
	}
}
