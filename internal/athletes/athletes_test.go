package athletes

import (
	"reflect"
	"testing"

	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

// The same seed makes the same athletes, another seed others, and every profile is one that the API would take.
func TestAthletesAreValidAndFollowFromTheSeed(t *testing.T) {
	list := Make(300, 1, monday)
	if !reflect.DeepEqual(list, Make(300, 1, monday)) {
		t.Error("the same seed makes other athletes")
	}
	if reflect.DeepEqual(list, Make(300, 2, monday)) {
		t.Error("another seed makes the same athletes")
	}
	kinds := map[string]int{}
	for _, a := range list {
		kinds[a.Kind]++
		if err := a.Profile.Validate(monday - 1); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
		for _, e := range a.Profile.Events {
			if err := e.Validate(monday - 1); err != nil {
				t.Errorf("%s: %v", a.Name, err)
			}
		}
		weeks := map[int]bool{}
		for _, done := range a.Activities {
			if done.Date >= monday || done.Date < monday.AddDays(-7*HistoryWeeks) || done.DurationSeconds < 600 {
				t.Errorf("%s: %s %d s", a.Name, done.Date, done.DurationSeconds)
			}
			weeks[int(monday-done.Date-1)/7] = true
		}
		if len(a.Habit) > 0 && len(weeks) < HistoryWeeks-1 {
			t.Errorf("%s: only %d weeks behind", a.Name, len(weeks))
		}
	}
	if len(kinds) != 24 {
		t.Errorf("%d kinds", len(kinds))
	}
}
