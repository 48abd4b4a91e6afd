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
