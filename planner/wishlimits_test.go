package planner_test

import (
	"testing"

	"fortnight/training"
	"fortnight/wish"
)

// heard plans with wishes that are stated as data, which are all met, and tells what they look like.
func heard(t *testing.T, m *memory, wishes ...wish.Wish) []training.Session {
	t.Helper()
	run := request(14)
	run.Wishes = wishes
	plan(t, m, run)
	sound(t, m, run)
	for _, h := range m.outcome.Heard {
		if !h.Met {
			t.Errorf("%s: %s\n%s", h.Wish, h.Reason, m.table(run))
		}
		t.Logf("%s: %s", h.Wish, h.Reason)
	}
	return m.after()
}

// No more days in a row than are wished for have any training, or any of a sport.
func TestDaysInARow(t *testing.T) {
	for _, c := range []struct {
		sport training.Sport
		most  int
	}{{"", 2}, {"", 3}, {training.Run, 2}} {
		sessions := heard(t, triathlete(), wish.Wish{Kind: wish.Limit, Strength: wish.Must, Sport: c.sport, Bound: wish.AtMost, Count: c.most, Per: wish.InARow, Dates: days14()})
		on := map[training.Date]bool{}
		for _, s := range sessions {
			on[s.Date] = on[s.Date] || s.Sport != training.Mobility && (c.sport == "" || s.Sport == c.sport)
		}
		row, days := 0, 0
		for d := monday; d < monday+14; d++ {
			if row++; !on[d] {
				row = 0
				continue
			}
			if days++; row > c.most {
				t.Errorf("%q: %d days in a row to %s, %d at most", c.sport, row, d, c.most)
			}
		}
		if days < 3 {
			t.Errorf("%q: only %d days", c.sport, days)
		}
	}
}

// Kilometres are bounded by session, and by week.
func TestKilometresAtMost(t *testing.T) {
	far := func(s training.Session) float64 {
		if s.Sport == training.Run && s.Load.DistanceMeters != nil {
			return *s.Load.DistanceMeters
		}
		return 0
	}
	usual := runner()
	plan(t, usual, request(14))
	longest, week := 0.0, 0.0
	for _, s := range usual.after() {
		if longest = max(longest, far(s)); s.Date < monday+7 {
			week += far(s)
		}
	}
	if longest < 8_000 || week < 20_000 {
		t.Fatalf("%.0f m at most, %.0f in a week: too little to bound", longest, week)
	}
	long, most := 0, int(0.85*longest)
	for _, s := range heard(t, runner(), wish.Wish{Kind: wish.Limit, Strength: wish.Must, Sport: training.Run, Session: wish.Long, Bound: wish.AtMost, Meters: most, Per: wish.PerDay, Dates: days14()}) {
		if s.Focus != training.FocusLong {
			continue
		}
		if long++; far(s) > float64(most) {
			t.Errorf("%s has %.0f m", s.Title, far(s))
		}
	}
	if long == 0 {
		t.Error("no long run is left")
	}
	bound, sum := 0.8*week, 0.0
	for _, s := range heard(t, runner(), wish.Wish{Kind: wish.Limit, Strength: wish.Must, Sport: training.Run, Bound: wish.AtMost, Meters: int(bound), Per: wish.PerWeek, Dates: days14()}) {
		if s.Date < monday+7 {
			sum += far(s)
		}
	}
	if sum > bound+wish.LimitRoom || sum < bound/2 {
		t.Errorf("%.0f m of %.0f in the first week", sum, bound)
	}
}

// Nothing hard stands on the day before a long run.
func TestNothingHardTheDayBefore(t *testing.T) {
	sessions := heard(t, runner(), wish.Wish{Kind: wish.EasyBefore, Strength: wish.Must, Sport: training.Run, Session: wish.Long, Dates: days14()})
	hard, long := map[training.Date]bool{}, 0
	for _, s := range sessions {
		hard[s.Date] = hard[s.Date] || s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower
	}
	for _, s := range sessions {
		if s.Focus != training.FocusLong || s.Sport != training.Run {
			continue
		}
		if long++; hard[s.Date-1] {
			t.Errorf("something hard on the day before %s", s.Date)
		}
	}
	if long == 0 {
		t.Error("no long run")
	}
}
