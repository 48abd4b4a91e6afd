package frame

import (
	"testing"

	"fortnight/training"
)

// 12 §7: a time that the clock does not show is no start, with hours or without, and a window in the gap holds nothing.
func TestNothingFitsInAGap(t *testing.T) {
	p := training.NewProfile("Europe/Berlin")
	const day training.Date = 20905 // 2027-03-28
	if Fits(p, day, 150, training.Run, 1800) || !Fits(p, day, 180, training.Run, 1800) || !Fits(p, day+1, 150, training.Run, 1800) {
		t.Error("without limits: 02:30 exists on 29 March, and not on the 28th")
	}
	p.DateAvailability = []training.DateAvailability{{Date: day, Windows: []training.TimeWindow{{From: 120, To: 180}}}}
	for start := range training.LocalTime(24 * 60) {
		if Fits(p, day, start, training.Run, 60) {
			t.Errorf("%s fits into 02:00 to 03:00", start)
		}
	}
}
