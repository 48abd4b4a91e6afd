package session

import (
	"fortnight/training"
)

// Retest is a new threshold of a sport, and by what share it is better than the one before.
type Retest struct {
	Date   training.Date
	Sport  training.Sport
	Change float64 // 0.04 is four per cent more watts, or as much more speed
}

// risen is from which rise of a threshold on the rungs are harder than they were.
const risen = 0.03

// Risen is a threshold that has risen since a family was last done: its rungs are harder than they were.
type Risen struct {
	Date  training.Date // of the latest rise
	Share float64       // by which it is better than it was then: 0.04 for four per cent
	Rungs int           // that it costs, at least one
}

// harder tells whether a family's rungs are harder by new thresholds: those at threshold, just below it and above it. Each test that rose by 3 %
// costs a rung. What has risen bit by bit to as much costs one, and what has fallen again costs none; a fall raises nothing (coaching 3.2). A threshold
// of tomorrow counts, as what is planned from there on is done by it.
func harder(f *Family, since, today training.Date, retests []Retest) *Risen {
	if f.Class != Threshold && f.Class != VO2 && f.ID != "B-SS" {
		return nil
	}
	r, now := Risen{}, 1.0
	for _, test := range retests {
		if test.Sport != f.Sport || test.Date <= since || test.Date > today.AddDays(1) {
			continue
		}
		now *= 1 + test.Change
		if test.Change > 0 {
			r.Date = max(r.Date, test.Date)
		}
		if atLeast(test.Change, risen) {
			r.Rungs++
		}
	}
	if !atLeast(now-1, risen) {
		return nil
	}
	r.Share, r.Rungs = now-1, max(1, r.Rungs)
	return &r
}

// atLeast compares shares as people reckon them: 309 W are three per cent more than 300 W, whatever binary fractions make of it.
func atLeast(share, least float64) bool { return share >= least-1e-9 }
