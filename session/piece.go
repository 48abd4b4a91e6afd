package session

import "fortnight/training"

// lift is a strength step of a workout, done once, and how many pieces come before it.
type lift struct {
	step   training.StrengthStep
	behind int
}

// Piece is an endurance step or a rest of a workout, done once. Lifts are no pieces.
type Piece struct {
	Sport    training.Sport
	Seconds  int     // metres as they last at the thresholds that it is read by
	Meters   float64 // 0 where it goes by time
	From, To float64 // fractions of threshold at its beginning and its end, 0 of a rest
	RPE      float64 // where its target is an effort
	Cadence  int     // lowest that is asked for, 0 for none
	Stroke   training.Stroke
	Intent   training.Intent
	Unknown  bool // nobody knows what share of threshold its target is: From and To are those of the reference athlete
	Surges   bool // it is of several that follow each other and swing from below threshold to above it
}

// At is the middle of the intensity.
func (p *Piece) At() float64 { return (p.From + p.To) / 2 }

// above is for how many seconds it is of an intensity or a harder one: of what rises or falls, those on that side of it.
func (p *Piece) above(intensity float64) int {
	low, high := min(p.From, p.To), max(p.From, p.To)
	switch {
	case low >= intensity:
		return p.Seconds
	case high < intensity:
		return 0
	}
	return int(float64(p.Seconds) * (high - intensity) / (high - low))
}

// framing tells whether a piece says that it warms up or cools down.
func (p *Piece) framing() bool {
	return p.Intent == training.IntentWarmUp || p.Intent == training.IntentCoolDown
}
