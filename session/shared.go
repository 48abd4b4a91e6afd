package session

import "fortnight/training"

// Phases that many families share: most of the year, and with recovery and return added.
var (
	mostPhases   = In(Base, Build, Specific, Taper, Off)
	withReturn   = mostPhases | In(Return)
	withRecovery = withReturn | In(Recovery)
	everyPhase   = Phases(1<<PhaseCount - 1)
)

// anybody is for everybody.
var anybody = Access{From: training.Novice}

// experienced is for athletes of twelve months in the sport.
var experienced = Access{From: training.Intermediate}

// upTo is for experienced athletes, and for novices up to a level.
func upTo(level int) Access { return Access{From: training.Intermediate, NoviceUpTo: level} }

// shoulders is what every swim may harm.
var shoulders = []Contraindication{NoShoulder}

// between is a cadence, in turns or strokes a minute.
func between(low, high int) training.IntRange { return training.IntRange{Low: low, High: high} }

// byCount compares what is counted: how many, and only then how long.
func byCount(r *rung) float64 { return float64(1000*r.count() + r.seconds) }

// racing and measuring tell whether a workout says that it is for race pace, or a test: its structure alone could be another's.
func racing(o *Outline, _ []Piece) bool    { return o.Workout.Focus == training.FocusRacePace }
func measuring(o *Outline, _ []Piece) bool { return o.Workout.Focus == training.FocusTest }

// How long a run that does not say it is for race pace has to be, how hard the block in it, as a fraction of threshold, and what share of it, to be a
// long run at the pace of a marathon: shorter it is a tempo run, easier a steady one, and with less of it a long run.
const (
	leastMarathonRun   = 80 * minute
	leastMarathonPace  = 0.865
	leastMarathonShare = 0.2
)

// paced tells whether a long run has a block at the pace of a marathon in it: by what it says it is for, else by its structure.
func paced(o *Outline, main []Piece) bool {
	switch {
	case racing(o, main):
		return o.Seconds >= 55*minute
	case o.Workout.Focus != training.FocusLong && o.Workout.Focus != training.FocusEndurance, o.Seconds < leastMarathonRun:
		return false
	}
	seconds := 0
	for i := range main {
		if main[i].At() < leastMarathonPace {
			return false
		}
		seconds += main[i].Seconds
	}
	return float64(seconds) >= leastMarathonShare*float64(o.Seconds)
}
