package session

import (
	"fortnight/training"
)

// set is the main set of a family with a ladder: what its repeats are, how it is told, and how it is known again.
type set struct {
	course    *course
	name      string // of the block: "Threshold"
	label     string // of a repeat
	words     string // the description: what it is for, how it feels, and what to do where it does not
	ladder    []rung
	low, high float64 // fractions of threshold; a rung may have its own
	rpe       float64
	pace      float64 // usual race pace as a fraction of threshold, where it goes by that
	rest      func(one int) int
	between   int // seconds between sets
	restLabel string
	restAt    float64 // fraction of threshold of a recovery, 0 to stand still
	restRPE   float64 // its effort, where the sport goes by that
	shapes    Span    // seconds or metres that a repeat of another shape may have
	hard      bool    // the main set is HIGH
	cadence   training.IntRange
	stroke    training.Stroke
	limited   bool // a novice's main set stays within his share of the session
	late      bool // the main set comes after the easy part: strides, race pace on tired legs
	flat      bool // it has no ladder: openers and tests
	adapt     func(r rung, d *Dose) rung
	steps     func(r rung, d *Dose) []training.Step
	over      int                  // what part of the work is HIGH, one of so many; 0 for all or none, by the intensity
	told      func(r *rung) string // the dose in the title, nil for as it is
	tags      []string

	from, to float64                             // intensities that are read as the family's
	reps     Span                                // seconds of a repeat that is read as the family's, both 0 for any
	foci     []training.Focus                    // besides the family's own
	hints    []string                            // tags by which workouts of others say that they are of the family
	only     func(p *Piece) bool                 // which pieces count, nil for all in the band
	beside   float64                             // from which intensity on other pieces are work of another kind, 0 for the lower of from and MODERATE
	needs    func(o *Outline, main []Piece) bool // what a workout must have besides
	proof    bool                                // and that it has it, or only such pieces, says as much as a tag would
	size     func(r *rung) float64               // by what rungs are compared, nil for work
}

// paceBand is how far from a race's pace its band reaches, as a fraction of threshold.
const paceBand = 0.01

// rung is the main set that a dose asks for.
func (s *set) rung(d *Dose) rung {
	r := s.ladder[d.level(len(s.ladder))-1]
	r.metric = s.course.sport == training.Swim || s.course.sport == training.Row || s.course.sport == training.SkiErg
	switch {
	case s.pace > 0:
		pace := s.pace
		if d.Pace > 0 { // as near to that of the race as the session stays what it is
			pace = min(max(d.Pace, s.from+paceBand), s.to-paceBand)
		}
		r.low, r.high = roundTo(pace-paceBand), roundTo(pace+paceBand)
	case r.low == 0 && r.rpe == 0:
		r.low, r.high, r.rpe = s.low, s.high, s.rpe
	}
	if s.adapt != nil {
		r = s.adapt(r, d)
	}
	r = r.shaped(d.Shape, s.shapes)
	if s.rest != nil && r.rest == 0 {
		r.rest = s.rest(r.one(s.course.sport, r.typical(), training.Thresholds{}))
	}
	if r.sets > 1 && r.between == 0 {
		r.between = s.between
	}
	return r.shared(d.part())
}

// typical is the distance of a repeat, the mean where they differ.
func (r *rung) typical() float64 {
	if r.each != nil {
		return r.distance() / float64(len(r.each))
	}
	return r.meters
}

// ofWork is a rest that is a share of the repeat before it, in quarters of a minute.
func ofWork(share float64) func(int) int {
	return func(one int) int { return int(toNearest(share*float64(one), 15)) }
}

// resting is always the same rest.
func resting(seconds int) func(int) int { return func(int) int { return seconds } }
