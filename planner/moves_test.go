package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// What moves whatever is planned on a day moves what stands there: words become it session by session, and the plan has it on the other day or says why not.
func TestWhateverIsPlannedOnADayMoves(t *testing.T) {
	m, run := triathlete(), request(14)
	plan(t, m, run)
	on := func(date training.Date) (list []training.Session) {
		for _, s := range m.after() {
			if s.Date == date && s.Sport != training.Mobility {
				list = append(list, s)
			}
		}
		return list
	}
	days := days14()
	at := slices.IndexFunc(days[:len(days)-1], func(d training.Date) bool { // a long session, and something else on the day after or none
		return len(on(d)) == 1 && on(d)[0].Focus == training.FocusLong && d > days[0] && !slices.ContainsFunc(on(d-1), func(s training.Session) bool { return s.Sport == on(d)[0].Sport })
	})
	if at < 0 {
		t.Fatal("no long session that could go to the day before")
	}
	day, before, long := days[at], days[at-1], on(days[at])[0]
	m.again(t, run, func(r *runs.Run) {
		r.Wishes = wish.Wishes{{Kind: wish.Move, Away: []training.Date{day}, Dates: []training.Date{before}}}
	})
	if len(m.outcome.Heard) != 1 {
		t.Fatalf("%+v", m.outcome.Heard)
	}
	h := m.outcome.Heard[0]
	if h.Wish.Sport != long.Sport || h.Wish.Session != wish.Long || !slices.Equal(h.Wish.Away, []training.Date{day}) {
		t.Errorf("the long %s of %s became %+v", long.Sport, day, h.Wish)
	}
	there := slices.ContainsFunc(on(before), func(s training.Session) bool { return s.Sport == long.Sport && s.Focus == training.FocusLong })
	if h.Met != there || h.Reason == "" {
		t.Errorf("met %v (%s), and the plan has %+v", h.Met, h.Reason, on(before))
	}
	if !there {
		t.Errorf("the long %s did not go from %s to %s: %s", long.Sport, day, before, h.Reason)
	}
}

// Where nothing is planned there is nothing to move: the wish says so, and nothing is planned for it.
func TestNothingThatIsPlannedMovesNothing(t *testing.T) {
	m, run := triathlete(), request(14)
	plan(t, m, run)
	without := kinds(m.outcome.Changes)
	day := days14()
	m, run = triathlete(), request(14)
	run.Wishes = wish.Wishes{{Kind: wish.Move, Away: day[5:6], Dates: day[6:7]}, {Kind: wish.Move, Away: day[6:7], Dates: day[5:6]}}
	plan(t, m, run)
	for _, h := range m.outcome.Heard {
		if h.Met || !strings.Contains(h.Reason, "Nothing is planned on") {
			t.Errorf("%+v", h)
		}
	}
	if with := kinds(m.outcome.Changes); with[runs.Added] != without[runs.Added] {
		t.Errorf("%v sessions with nothing to move, %v without", with, without)
	}
}

// Two sessions a day that are welcome cost the search nothing: over some athletes there are more days with two of them.
func TestTwoSessionsADayAreWelcome(t *testing.T) {
	withoutRace(t)
	searched := func(a *athletes.Athlete, wishes wish.Wishes) (days int, cost float64) {
		run := request(14)
		run.Wishes = wishes
		s, err := planner.SearchFor(t.Context(), newPlanner(synthetic(a)), run)
		if err != nil {
			t.Fatal(err)
		}
		s.Solve()
		on := map[training.Date]int{}
		for _, slot := range s.Slots() {
			if slot.Session != nil && slot.Session.Sport != training.Mobility {
				if on[slot.Session.Date]++; on[slot.Session.Date] == 2 {
					days++
				}
			}
		}
		for _, term := range s.Terms() {
			if term.Kind == solver.TermSecond {
				cost += term.Cost
			}
		}
		return days, cost
	}
	with, without, costs := 0, 0, 0.0
	for _, a := range athletes.Make(24, 5, monday) {
		days, cost := searched(&a, nil)
		without, costs = without+days, costs+cost
		days, cost = searched(&a, wish.Wishes{{Kind: wish.Limit, Bound: wish.AtMost, Count: 2, Per: wish.PerDay, Dates: days14()}})
		if with += days; cost != 0 {
			t.Errorf("%s: a second session costs %f where it is welcome", a.Name, cost)
		}
	}
	t.Logf("%d days with two sessions, %d where they are welcome", without, with)
	if with <= without || costs == 0 {
		t.Error("it changes nothing")
	}
}
