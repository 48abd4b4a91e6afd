package solver

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"fortnight/training"
)

// Small instances: a week, with at most so many slots and options a slot.
const smallSlots, smallOptions = 6, 4

// gaps are how far the search's cost lies above the least there is, as a share of it, in so many small instances.
func gaps(t testing.TB, instances int) []float64 {
	t.Helper()
	var list []float64
	for seed := range uint64(instances) {
		s := small(week(seed), smallSlots, smallOptions, seed)
		s.Solve()
		hard, cost := s.Value()
		best := s.exact()
		if hard != best.rules.Hard {
			t.Errorf("instance %d: %d HARD rows are broken, the least is %d", seed, hard, best.rules.Hard)
			continue
		}
		if cost < best.cost-1e-6 {
			t.Fatalf("instance %d: cost %.3f is below the least, %.3f", seed, cost, best.cost)
		}
		list = append(list, (cost-best.cost)/math.Abs(best.cost))
	}
	slices.Sort(list)
	return list
}

func TestSearchIsNearTheBest(t *testing.T) {
	instances := 48
	if testing.Short() {
		instances = 3
	}
	list := gaps(t, instances)
	if median, worst := list[len(list)/2], list[len(list)-1]; median > 0.02 || worst > 0.20 {
		t.Errorf("the gap to the best is %.1f %% in the median and %.1f %% at worst", 100*median, 100*worst)
	}
}

func BenchmarkGap(b *testing.B) {
	for b.Loop() {
		list := gaps(b, 120)
		b.ReportMetric(100*list[len(list)/2], "%median")
		b.ReportMetric(100*list[len(list)*9/10], "%nine-in-ten")
		b.ReportMetric(100*list[len(list)-1], "%worst")
	}
}

// The same problem gives the same sessions, breaks no HARD rule that what stands does not, leaves closed days free and keeps what is fixed.
func TestSolve(t *testing.T) {
	sessions := 0
	for seed := range uint64(12) {
		once, again := New(week(seed)), New(week(seed))
		alone, _ := once.Value()
		fixed := -1
		for n, slot := range once.Slots() {
			if slot.Able && fixed < 0 {
				fixed = n
				for _, s := range []*Solver{once, again} {
					if s.Fix(n, "no such workout") {
						t.Errorf("problem %d: a slot takes what it was not offered", seed)
					}
					if !s.Fix(n, "") {
						t.Errorf("problem %d: a slot cannot be left empty", seed)
					}
				}
			}
		}
		once.Solve()
		again.Solve()
		slots := once.Slots()
		if !reflect.DeepEqual(slots, again.Slots()) {
			t.Errorf("problem %d has two plans", seed)
		}
		if hard, _ := once.Value(); hard > alone {
			t.Errorf("problem %d: %d HARD rows are broken, %d of them by what stands alone", seed, hard, alone)
		}
		if fixed >= 0 && slots[fixed].Session != nil {
			t.Errorf("problem %d: a slot that was left empty for good is filled", seed)
		}
		for n, slot := range slots {
			if slot.Session != nil {
				sessions++
				if once.problem.Closed[slot.Day] || slot.Session.Date != monday.AddDays(slot.Day) ||
					!slices.Contains(once.Offered(n), slot.Session.WorkoutID) || slot.Session.Status != training.Planned {
					t.Errorf("problem %d: %+v", seed, slot)
				}
			}
		}
	}
	if sessions < 24 {
		t.Errorf("%d sessions in twelve weeks", sessions)
	}
}

// What stood is planned again by a search that takes other turns, and not where it no longer may stand.
func TestWhatStoodIsPlannedAgain(t *testing.T) {
	at := func(s *Solver) (list []string) {
		for _, slot := range s.Slots() {
			if slot.Session != nil {
				list = append(list, slot.Session.Date.String()+" "+slot.Session.Start.String()+" "+string(slot.Session.WorkoutID))
			}
		}
		return list
	}
	anew, stayed := 0, 0
	for seed := range uint64(12) {
		first := New(week(seed))
		first.Solve()
		again := week(seed)
		again.Seed += 1000
		other := New(again)
		other.Solve()
		for _, slot := range first.Slots() {
			if slot.Session != nil {
				again.Stood = append(again.Stood, *slot.Session)
			}
		}
		kept := New(again)
		kept.Solve()
		if !reflect.DeepEqual(at(first), at(other)) {
			anew++
		}
		if reflect.DeepEqual(at(first), at(kept)) {
			stayed++
		}
		if len(again.Stood) == 0 {
			continue
		}
		free := int(again.Stood[0].Date - monday)
		again.Closed[free] = true
		moved := New(again)
		moved.Solve()
		if hard, _ := moved.Value(); hard > 0 && len(week(seed).Kept) == 0 {
			t.Errorf("problem %d: %d HARD rows are broken once day %d is closed", seed, hard, free+1)
		}
		for _, slot := range moved.Slots() {
			if slot.Session != nil && slot.Day == free {
				t.Errorf("problem %d: %s stands on a closed day", seed, slot.Session.Title)
			}
		}
	}
	if anew < 4 || stayed < 11 {
		t.Errorf("of twelve plans %d differ without what stood, and %d stay with it", anew, stayed)
	}
}
