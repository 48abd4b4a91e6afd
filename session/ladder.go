package session

import (
	"fmt"
	"math"

	"fortnight/training"
)

// rung is the main set of a level: sets of repeats of so long or so far, with a rest after each but the last.
type rung struct {
	sets, repeats int
	seconds       int     // of a repeat
	meters        float64 // of a repeat, where it goes by distance
	rest, between int     // seconds after a repeat, and after a set
	low, high     float64 // fractions of threshold
	rpe           float64 // where it goes by effort
	each          []float64
	metric        bool // metres are told as metres, however many: in a pool, and on a machine's screen
}

// pair is repeats of so many units.
type pair struct{ repeats, units int }

// timed is a ladder of repeats by time, unit being in seconds.
func timed(unit int, pairs ...pair) []rung {
	ladder := make([]rung, len(pairs))
	for i, p := range pairs {
		ladder[i] = rung{sets: 1, repeats: p.repeats, seconds: p.units * unit}
	}
	return ladder
}

// spaced is a ladder of repeats by distance, in metres.
func spaced(pairs ...pair) []rung {
	ladder := make([]rung, len(pairs))
	for i, p := range pairs {
		ladder[i] = rung{sets: 1, repeats: p.repeats, meters: float64(p.units)}
	}
	return ladder
}

// count is how many repeats there are in all sets.
func (r *rung) count() int { return max(1, r.sets) * r.repeats }

// distance is that of all repeats, 0 where they go by time.
func (r *rung) distance() float64 {
	if r.each == nil {
		return r.meters * float64(r.count())
	}
	total := 0.0
	for _, meters := range r.each {
		total += meters
	}
	return total
}

// at is the middle of the intensity.
func (r *rung) at() float64 { return (r.low + r.high) / 2 }

// target is what a repeat aims at.
func (r *rung) target() training.Target {
	switch {
	case r.rpe > 0:
		return effort(r.rpe, r.rpe)
	case r.low == r.high:
		return training.AtThreshold(r.low)
	}
	return training.Between(r.low, r.high)
}

// effort is a range of rated effort.
func effort(low, high float64) training.Target {
	if low == high {
		return training.Target{Kind: training.OfEffort, Shape: training.Steady, Start: low, End: high}
	}
	return training.Target{Kind: training.OfEffort, Shape: training.Range, Start: low, End: high}
}

// work is how long the repeats take together, rests left out.
func (r *rung) work(sport training.Sport, t training.Thresholds) int {
	if r.each == nil {
		return r.count() * r.one(sport, r.meters, t)
	}
	total := 0
	for _, meters := range r.each {
		total += r.one(sport, meters, t)
	}
	return total
}

// one is how long a repeat takes.
func (r *rung) one(sport training.Sport, meters float64, t training.Thresholds) int {
	if meters == 0 {
		return r.seconds
	}
	return secondsOf(sport, meters, r.target(), t)
}

// secondsOf is how long a distance takes at a target.
func secondsOf(sport training.Sport, meters float64, target training.Target, t training.Thresholds) int {
	step := training.EnduranceStep{End: training.AfterMeters(meters), Target: target}
	return training.Measure(sport, []training.Block{{Sport: sport, Repeats: 1, Steps: training.Steps{step}}}, t).DurationSeconds
}

// asked is the work of a rung as others see it.
func (r *rung) asked(sport training.Sport) Work {
	w := Work{Meters: r.distance(), Repeats: r.count(), Low: r.low, High: r.high, RPE: r.rpe}
	w.Seconds = r.work(sport, training.Thresholds{})
	if r.rpe >= 7 || r.rpe == 0 && r.at() >= highOf(sport) {
		w.HighSeconds = w.Seconds
	}
	if w.Seconds > 0 {
		w.RestRatio = float64(r.rest*r.count()) / float64(w.Seconds)
	}
	return w
}

// highOf is where HIGH begins (science.md 0).
func highOf(sport training.Sport) float64 {
	if sport == training.Swim {
		return 0.98
	}
	return 0.95
}

// shared leaves a share of the work, for a step-back: of the repeats, or of the one that there is.
func (r rung) shared(share float64) rung {
	switch {
	case share <= 0 || share >= 1:
	case r.each != nil:
		r.each = r.each[:max(1, int(math.Round(share*float64(len(r.each)))))]
		r.repeats = len(r.each)
	case r.sets > 1:
		r.repeats = max(1, int(math.Round(share*float64(r.repeats))))
	case r.repeats > 1:
		r.repeats = max(1, int(math.Round(share*float64(r.repeats))))
	case r.meters > 0:
		r.meters = max(100, math.Round(share*r.meters/100)*100)
	default:
		r.seconds = max(minute, int(math.Round(share*float64(r.seconds)/minute))*minute)
	}
	return r
}

// shaped gives the same work in repeats of another length, within limits in seconds or metres: the first shapes are those that change the
// number of repeats least. Where there are no more, they begin anew with the ladder's own.
func (r rung) shaped(shape int, limits Span) rung {
	if shape == 0 || r.each != nil || r.sets > 1 || limits.High == 0 {
		return r
	}
	total, unit := float64(r.repeats*r.seconds), 30.0
	if r.meters > 0 {
		total, unit = r.distance(), 100
	}
	var counts []int
	for away := 1; away <= 12; away++ {
		for _, n := range []int{r.repeats + away, r.repeats - away} {
			each := total / float64(max(1, n))
			if n >= 1 && math.Mod(each, unitOf(unit, each, r.meters == 0)) == 0 && int(each) >= limits.Low && int(each) <= limits.High {
				counts = append(counts, n)
			}
		}
	}
	if i := shape % (len(counts) + 1); i > 0 {
		r.repeats = counts[i-1]
		if r.meters > 0 {
			r.meters = total / float64(r.repeats)
		} else {
			r.seconds = int(total) / r.repeats
		}
	}
	return r
}

// unitOf is what repeats are multiples of: those that last three minutes and more of whole ones.
func unitOf(unit, each float64, timed bool) float64 {
	if timed && each >= 3*minute {
		return minute
	}
	return unit
}

// String is the dose as a coach writes it: "4 × 8 min", "3 × (9 × 30 s)", "20 min", "6 × 400 m".
func (r *rung) String() string {
	switch {
	case r.each != nil:
		text := ""
		for i, meters := range r.each {
			if i > 0 {
				text += "-"
			}
			text += fmt.Sprintf("%g", meters)
		}
		return text + " m"
	case r.sets > 1:
		return fmt.Sprintf("%d × (%d × %s)", r.sets, r.repeats, r.length())
	case r.repeats > 1:
		return fmt.Sprintf("%d × %s", r.repeats, r.length())
	}
	return r.length()
}

// length is that of one repeat.
func (r *rung) length() string {
	switch {
	case r.meters >= 1000 && !r.metric:
		return fmt.Sprintf("%g km", r.meters/1000)
	case r.meters > 0:
		return fmt.Sprintf("%g m", r.meters)
	}
	return lasting(r.seconds)
}
