package session

import (
	"math"

	"fortnight/training"
)

// weights are what heavy lifts need: any of these.
var weights = []Gear{{training.Barbell, training.Rack}, {training.Machine}, {training.Dumbbells}, {training.Kettlebell}}

// rungOf is a rung of a ladder, the first below it and the last above.
func rungOf(ladder []scheme, level int) scheme { return ladder[max(1, min(level, len(ladder)))-1] }

// spare marks a part as one that is only done where the minutes allow it.
func spare(p entry) entry {
	p.extra = true
	return p
}

// paired marks a part as one that is done in a superset with the next.
func paired(p entry) entry {
	p.pair = true
	return p
}

// lifts is a part of a rung, and what may be said of it.
func (r scheme) lifts(m menu, rest, ramp int, cues ...string) entry {
	return entry{menu: m, sets: r.sets, reps: r.reps, percent: r.percent, reserve: r.reserve, rest: rest, ramp: ramp, cues: cues}
}

// assists is a part beside the first lifts.
func assists(m menu, sets, low, high, reserve, rest int) entry {
	return entry{menu: m, sets: sets, reps: Span{low, high}, reserve: reserve, rest: rest}
}

// strength completes a family whose sessions are written from a sheet: what it asks for of a rung, how it is written and read back. Traits
// are what a workout of the family shows.
func strength(f Family, sheetOf func(Dose) sheet, ladder []scheme, traits ...trait) Family {
	f.Sport, f.Rungs = training.Strength, len(ladder)
	f.Work = func(level int) Work {
		if len(ladder) == 0 {
			return Work{}
		}
		return rungOf(ladder, level).asked()
	}
	own := f
	f.Write = func(d Dose) training.Workout {
		if own.Class == Test {
			d.Share = 0
		}
		s := servingSheet(own.ID, sheetOf, d)
		s.minutes = own.Minutes
		return s.write(&own, d)
	}
	f.Read = func(o *Outline) (int, Work, float64) {
		if o.Workout.Sport != training.Strength {
			return 0, Work{}, 0
		}
		seen := o.lifting()
		share, least := seen.shows(traits), leastTraits
		if o.tagged(own.ID, nil) { // it says so: an easier week has more in reserve, and fewer sets
			least = leastTraitsSaid
		}
		if share < least {
			return 0, Work{}, 0
		}
		level, near := nearest(ladder, seen.first)
		return level, seen.first.asked(), fit(share*near, o.Workout.Focus == own.Focus, o.tagged(own.ID, hints[own.ID]))
	}
	return f
}

// Which share of its traits a workout must show to be of a family, and where it says by its tag that it is.
const (
	leastTraits     = 0.75
	leastTraitsSaid = 0.6
)

// hints are tags by which workouts of others say that they are of a family.
var hints = map[ID][]string{
	"Q-KB": {"kettlebell"}, "Q-BODY": {"bodyweight"}, "Q-PREV": {"injury-prevention", "back-care"}, "Q-MAIN": {"maintenance"},
}

// asked is what a rung asks for.
func (r scheme) asked() Work { return Work{Repeats: r.sets, RPE: float64(10 - r.reserve)} }

// nearest finds the rung of a ladder that sets are of, and how near to it they are: 1 for the very same, less by each set and repetition that
// differs. A ladder without rungs has no levels.
func nearest(ladder []scheme, seen scheme) (level int, near float64) {
	if len(ladder) == 0 {
		return 0, 1
	}
	least := math.MaxInt
	for i, r := range ladder {
		apart := 2*distance(r.sets-seen.sets) + distance(r.reps.Low-seen.reps.Low) + distance(r.reps.High-seen.reps.High)
		if apart < least {
			level, least = i+1, apart
		}
	}
	return level, max(0, 1-float64(least)/20)
}

func distance(n int) int { return max(n, -n) }

// trait is something that workouts of a family show.
type trait func(*feature) bool

// shows is the share of traits that a workout has.
func (f *feature) shows(traits []trait) float64 {
	if f.repeats == 0 {
		return 0
	}
	met := 0
	for _, is := range traits {
		if is(f) {
			met++
		}
	}
	return float64(met) / float64(len(traits))
}

// Traits that several families ask for.

func repetitions(low, high int) trait {
	return func(f *feature) bool { return f.first.reps.Low >= low && f.first.reps.High <= high }
}

// reserved is by the reserve that is left, or what the percentage stands for.
func reserved(least, most int) trait {
	return func(f *feature) bool { return f.first.reserve >= least && f.first.reserve <= most }
}

func withLegs(f *feature) bool     { return f.legs > 0 }
func withUpper(f *feature) bool    { return f.upper > 0 }
func withoutJumps(f *feature) bool { return f.jumps == 0 }

func setsUpTo(most int) trait { return func(f *feature) bool { return f.first.sets <= most } }
