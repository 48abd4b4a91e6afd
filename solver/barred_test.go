package solver

import (
	"testing"

	"fortnight/training"
)

// What is barred on a day is offered to nobody there and stands there by nobody's choice, and on other days it may.
func TestBarred(t *testing.T) {
	barred, stood := 0, 0
	for seed := range uint64(20) {
		p := week(seed)
		p.Barred = func(date training.Date, start training.LocalTime, w *training.Workout) bool {
			return date < monday+4 && w.Sport == training.Run || start >= 12*60
		}
		s, free := New(p), p
		free.Barred = nil
		open := New(free)
		s.Solve()
		for n, slot := range s.Slots() {
			date := monday.AddDays(slot.Day)
			for _, id := range open.Offered(n) {
				if w := p.Workouts[id]; date < monday+4 && w.Sport == training.Run {
					if barred++; s.slots[n].cheapest(id) >= 0 || New(p).Fix(n, id) {
						t.Fatalf("%d: %s may stand on %s", seed, w.Title, date)
					}
				}
			}
			if slot.Session == nil {
				continue
			}
			if p.Barred(date, slot.Session.Start, &training.Workout{Sport: slot.Session.Sport}) {
				t.Errorf("%d: %s stands on %s", seed, slot.Session.Title, date)
			}
			if slot.Session.Sport == training.Run {
				stood++
			}
		}
	}
	if barred == 0 || stood == 0 {
		t.Errorf("%d were barred, and %d runs stood on other days", barred, stood)
	}
}

// Where a day may have one session at most there is no second place on it.
func TestSingle(t *testing.T) {
	doubles := 0
	for seed := range uint64(20) {
		p := week(seed)
		p.Hours.Profile.Availability = nil
		for _, slot := range New(p).Slots() {
			if slot.Second {
				doubles++
			}
		}
		p.Single = true
		for _, slot := range New(p).Slots() {
			if slot.Second {
				t.Fatalf("%d: %s has a second place", seed, monday.AddDays(slot.Day))
			}
		}
	}
	if doubles == 0 {
		t.Error("no day had two places before")
	}
}
