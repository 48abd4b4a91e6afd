package session

import (
	"math"
	"slices"

	"fortnight/training"
)

// How long, in seconds, a workout of one sport may be in another, and what share of it may be lifts.
const (
	mostBeside = 5 * minute
	mostLifted = 0.2
)

// Outline is a workout as it is done, its repeats written out. Each family reads the same one: what several of them look at is worked out when
// the first does.
type Outline struct {
	Workout *training.Workout
	Pieces  []Piece
	Seconds int // of all pieces

	at       training.Thresholds // it is read by
	lifts    []lift
	lifted   int // seconds of all lifts
	features *feature
	seen     *seen
}

// lifting is what the workout lifts.
func (o *Outline) lifting() *feature {
	if o.features == nil {
		f := featuresOf(o.Workout)
		o.features = &f
	}
	return o.features
}

// stations is what a hybrid workout has.
func (o *Outline) stations() *seen {
	if o.seen == nil {
		s := look(o.Pieces, o.lifts, slices.Contains(o.Workout.Tags, "hyrox"))
		o.seen = &s
	}
	return o.seen
}

// OutlineOf writes a workout out as it is for the reference athlete.
func OutlineOf(w *training.Workout) *Outline { return outlineOf(w, training.Thresholds{}) }

// outlineOf writes a workout out as it is for whoever has these thresholds.
func outlineOf(w *training.Workout, at training.Thresholds) *Outline {
	o := &Outline{Workout: w, at: at}
	for i := range w.Blocks {
		b := &w.Blocks[i]
		for range max(1, b.Repeats) {
			o.add(b.Sport, b.Steps)
		}
	}
	return o
}

func (o *Outline) add(sport training.Sport, steps training.Steps) {
	for _, step := range steps {
		switch s := step.(type) {
		case training.EnduranceStep:
			o.append(o.piece(sport, &s))
		case training.StrengthStep:
			o.lifts, o.lifted = append(o.lifts, lift{s, len(o.Pieces)}), o.lifted+s.DurationSeconds()
		case training.RestStep:
			o.append(Piece{Sport: sport, Seconds: s.DurationSeconds, Intent: training.IntentRest})
		case training.RepeatStep:
			for round := range s.Repeats {
				inner := s.Steps
				if s.SkipLastRecovery && round == s.Repeats-1 {
					inner = inner[:len(inner)-1]
				}
				o.add(sport, inner)
			}
		}
	}
}

func (o *Outline) append(p Piece) {
	o.Pieces, o.Seconds = append(o.Pieces, p), o.Seconds+p.Seconds
}

func (o *Outline) piece(sport training.Sport, s *training.EnduranceStep) Piece {
	p := Piece{Sport: sport, Seconds: s.End.Seconds, Stroke: s.Stroke, Intent: s.Intent, Unknown: !o.at.Tell(sport, &s.Target)}
	p.From, p.To = o.effort(sport, s)
	if s.Cadence != nil {
		p.Cadence = s.Cadence.Low
	}
	if s.Target.Kind == training.OfEffort {
		p.RPE = (s.Target.Start + s.Target.End) / 2
	}
	if s.End.Kind == training.EndDistance {
		p.Meters, p.Seconds = s.End.Meters, o.measured(sport, *s).DurationSeconds
	}
	return p
}

// asLikedRPE is the effort of going as one likes in a workout that is meant to be easy, and easyFoci are what makes it meant so.
const asLikedRPE = 3

var easyFoci = []training.Focus{training.FocusEndurance, training.FocusRecovery, training.FocusLong}

// effort is a step's intensity. What is not a fraction of threshold is measured as package training reckons it, over ten minutes. Who asks for nothing, and
// says of no effort that it is expected, means easy where the workout is for endurance.
func (o *Outline) effort(sport training.Sport, s *training.EnduranceStep) (from, to float64) {
	t := s.Target
	if t.Kind == training.OfNothing && t.Start == 0 && t.End == 0 && o.meant(easyFoci) {
		t.Start, t.End = asLikedRPE, asLikedRPE
	}
	switch {
	case t.Kind != training.OfThreshold && t.Shape == training.Ramp:
		start, end := t, t
		start.End, end.Start = t.Start, t.End
		start.Shape, end.Shape = training.Steady, training.Steady
		return o.even(sport, start), o.even(sport, end)
	case t.Kind != training.OfThreshold:
		even := o.even(sport, t)
		return even, even
	case t.Shape == training.Range:
		middle := (t.Start + t.End) / 2
		return middle, middle
	}
	return t.Start, t.End
}

// exact is to what part of one a reckoned intensity is rounded: an effort of 8 is at threshold, and not less by what roots and sums lose.
const exact = 1e9

// even is the intensity of ten minutes at a target.
func (o *Outline) even(sport training.Sport, t training.Target) float64 {
	return math.Round(o.measured(sport, training.EnduranceStep{End: training.After(10 * minute), Target: t}).IntensityFactor*exact) / exact
}

// measured is what one step demands at the thresholds that the workout is read by.
func (o *Outline) measured(sport training.Sport, step training.EnduranceStep) training.Load {
	return training.Measure(sport, []training.Block{{Sport: sport, Repeats: 1, Steps: training.Steps{step}}}, o.at)
}

// unknown tells whether anything that makes the workout what it is has a target of which nobody knows what share of threshold it is. Warm-ups and
// recoveries do not.
func (o *Outline) unknown() bool {
	return slices.ContainsFunc(o.Pieces, func(p Piece) bool {
		return p.Unknown && !p.framing() && p.Intent != training.IntentRecovery && p.Intent != training.IntentRest
	})
}

// mixed tells whether a workout is of several sports, or of lifts: then it is no session of one sport, whatever it has of it. A few minutes of
// another sport are none, nor are some sets before or behind it: a threshold run with calf raises at its end is a threshold run.
func (o *Outline) mixed(sport training.Sport) bool {
	return o.beside(sport) > mostBeside || o.lifted > max(mostBeside, int(mostLifted*float64(o.Seconds+o.lifted))) || o.betweenPieces()
}

// beside is for how many seconds it is of other sports than some.
func (o *Outline) beside(sports ...training.Sport) int {
	seconds := 0
	for i := range o.Pieces {
		if p := &o.Pieces[i]; p.To > 0 && !slices.Contains(sports, p.Sport) {
			seconds += p.Seconds
		}
	}
	return seconds
}

// betweenPieces tells whether there are lifts with something of endurance before and behind them: stations.
func (o *Outline) betweenPieces() bool {
	first, last := -1, -1
	for i := range o.Pieces {
		if o.Pieces[i].To > 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i := range o.lifts {
		if at := o.lifts[i].behind; first >= 0 && at > first && at <= last {
			return true
		}
	}
	return false
}
