package season

import (
	"testing"

	"fortnight/training"
)

// day1 is the first planned day of the tests, a Monday.
const day1 = training.Date(20787)

func TestDay1IsAMonday(t *testing.T) {
	if got := day1.Weekday(); got != training.Monday {
		t.Fatalf("day 1 is a %s", got)
	}
}

func event(f training.EventFormat, days int) Event {
	return Event{ID: "e", Name: "the race", Date: day1.AddDays(days - 1), Sport: SportOf(f), Format: f, Priority: training.EventA}
}
