package frame

import (
	"fortnight/gate"
	"fortnight/training"
)

// Comeback is what the days before the plan bind it to.
type Comeback struct {
	Gap, Day, Easy int // days without load, the first day after them, days from it without high intensity
	Factor         float64
	Ill            bool              // the ladder has days
	Ladder         [SpanDays]int8    // days since the end of an illness and one, 0 where none is over (RET-3)
	Usual          [SpanDays]float64 // the daily load before it, negative where it is not known
	Caps           []StackCap
	Rungs          []RungSpan // that planned days stand on (RET-5)
}

// RungSpan is a rung of a way back with the days of it, from one that may lie before the plan to one of the plan.
type RungSpan struct {
	gate.Rung
	Condition training.Condition
	First     int // days
	Last      int
	Usual     float64 // minutes of a usual week in the sports of PartOf, 0 for unknown
}

// StackCap is what days may bring after a miss (RET-1).
type StackCap struct {
	From, To int
	Limit    float64
}

// Numbers of a return to training (science RET-1 to RET-4).
const (
	stackDays     = 3 // after a miss, each held to what was planned for it
	stackWeek     = 7 // and all of them together
	BackWeek      = 7 // days whose load a gap bounds
	backReach     = 14
	ShortestGap   = 4
	shortGap      = 7  // from which days without load are more than a pause
	usualPauses   = 3  // of one length within pauseReach: then it is the athlete's habit
	pauseReach    = 35 // days
	longGap       = 28 // days without load after which limits are a novice's
	ladderDays    = 11
	shortIllness  = 2  // sick days at most, after which the ladder is a short one
	ladderHistory = 28 // days before an illness that say what is usual
	ladderLeast   = 14 // of them that must be known
	shortDay      = 50 // TSS of an easy hour
	sameIllness   = 14 // days between two check-ins of one illness at most
)

// gaps are what days without load ask for, the longest first (coaching §8, RET-2): so much of 7·CTL in the first seven days, and no high
// intensity for so many.
var gaps = []struct {
	days, easy int
	factor     float64
}{{longGap + 1, 10, 0}, {21, 7, 0.55}, {14, 4, 0.70}, {shortGap, 2, 0.85}, {ShortestGap, 0, 1}}

// Rung is what a day of the ladder after an illness allows: a share of the daily load before it, and an intensity, 0 for LOW and 1 for MOD
// (coaching 7.2).
func Rung(step int8) (share, class float64) {
	switch {
	case step <= 3:
		return 0.30, 0
	case step <= 6:
		return 0.50, 1
	}
	return 0.75, 1
}

// Paused tells whether the days without load were so few that only the first session after them is bound.
func (b *Comeback) Paused() bool { return b.Gap >= ShortestGap && b.Gap < shortGap }

// wellBetween tells whether a check-in between two days is of a day without illness.
func wellBetween(checkIns []training.CheckIn, after, before training.Date) bool {
	for i := range checkIns {
		if c := &checkIns[i]; !c.Sick && c.Date > after && c.Date < before {
			return true
		}
	}
	return false
}
