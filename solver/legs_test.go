package solver

import (
	"math"
	"testing"
	"time"

	"fortnight/training"
)

// What the search reckons with is training's fatigue of the legs, to the hour.
func TestTiredLegs(t *testing.T) {
	from := training.Date(20787)
	bouts := []training.Bout{
		{Date: from - 1, Start: 18 * 60, DurationSeconds: 3000, LowerBodyLoad: 50, Sport: training.Strength},
		{Date: from, Start: 7 * 60, DurationSeconds: 3600, LowerBodyLoad: 30, Sport: training.Run},
		{Date: from + 1, Start: 7 * 60, DurationSeconds: 3600, LowerBodyLoad: 40, Sport: training.Run},
	}
	s := Solver{}
	for i := range bouts {
		s.legs = append(s.legs, legsOf(&bouts[i], from.Midnight()))
	}
	for minute := 0; minute < 3*24*60; minute += 97 {
		want := training.LowerBodyFatigue(bouts, from.Midnight().Add(time.Duration(minute)*time.Minute), time.UTC)
		if got := tiredAt(s.legs, minute); math.Abs(got-want) > 0.03*want+1e-9 {
			t.Errorf("at minute %d: %.2f, want %.2f", minute, got, want)
		}
	}
	if s.without(-1).tired != 0 {
		t.Error("no session is hard, and yet tired legs cost")
	}
	s.legs[2].key = true
	if got, want := s.without(-1).tired, tiredAt(s.legs, s.legs[2].start); got != want || want <= 0 {
		t.Errorf("got %v, want %v", got, want)
	}
}
