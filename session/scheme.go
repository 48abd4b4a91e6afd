package session

import (
	"fmt"

	"fortnight/training"
)

// Span is a range of whole numbers, both ends included.
type Span struct{ Low, High int }

// scheme is a rung of a strength ladder: the sets of its first lifts.
type scheme struct {
	sets    int
	reps    Span
	percent float64 // of the one-repetition maximum, 0 where it goes by reserve alone
	reserve int
}

// String is "3 × 5" or "3 × 8–10".
func (r scheme) String() string {
	if r.reps.Low == r.reps.High {
		return fmt.Sprintf("%d × %d", r.sets, r.reps.Low)
	}
	return fmt.Sprintf("%d × %d–%d", r.sets, r.reps.Low, r.reps.High)
}

// Amounts of what is not counted in repetitions.
const (
	holdSeconds = 30
	wayMeters   = 40 // there and back, or one way with each hand
)

// firstOf reads the work sets of a lift that is counted in repetitions: how many there are, and what the last group of them asks for.
func firstOf(s *training.StrengthStep) scheme {
	set := &s.Sets[len(s.Sets)-1]
	if set.Kind == training.WarmUpSet || set.Amount.Kind != training.Repetitions {
		return scheme{}
	}
	r := scheme{sets: workSets(s), reps: Span{set.Amount.Low, set.Amount.High}, reserve: noReserve}
	p := set.Load.FractionOfOneRepMax
	if p != nil {
		r.percent = 100 * *p
	}
	switch {
	case set.Load.RepsInReserve != nil:
		r.reserve = *set.Load.RepsInReserve
	case set.Load.RPE != nil:
		r.reserve = int(10 - *set.Load.RPE)
	case p != nil:
		r.reserve = max(0, min(noReserve, int(30*(1 / *p - 1))-set.Amount.High)) // Epley
	}
	return r
}

// noReserve is that of a set that says nothing of it, as training assumes it.
const noReserve = 5
