package session

import (
	"fmt"
	"math"

	"fortnight/training"
)

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

// lifts is a part of a rung.
func (r scheme) lifts(m menu, rest, ramp int, cue string) entry {
	return entry{menu: m, sets: r.sets, reps: r.reps, percent: r.percent, reserve: r.reserve, rest: rest, ramp: ramp, cue: cue}
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
		s := sheetOf(d)
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
	"Q-KB": {"kettlebell"}, "Q-BODY": {"bodyweight"}, "Q-PREV": {"injury-prevention", "back-care"}, "Q-PELV": {"postpartum"}, "Q-MAIN": {"maintenance"},
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

// feature is what a strength workout shows to who reads it.
type feature struct {
	first    scheme // of the first exercise that is counted in repetitions
	hardest  scheme // of what leaves the fewest repetitions, the first of several
	hinge    bool   // that one is a hinge
	repeats  int    // work sets in all
	legs     int    // work sets for the legs, those of a single joint left out
	upper    int    // work sets that press or pull
	jumps    int    // work sets that land, throw or snatch
	contacts int
	tempo    bool // it is lowered for three seconds
	weights  bool // anything is loaded with kilograms
	bells    bool // and all of that can be done with kettlebells
	barbell  bool // something is done with a bar or a machine
	breath   bool // the pelvic floor is trained
}

// featuresOf reads what a workout lifts.
func featuresOf(w *training.Workout) feature {
	f := feature{contacts: training.Measure(w.Sport, w.Blocks, training.Thresholds{}).Demand.PlyometricContact, bells: true}
	lifts := liftsOf(*w)
	for i := range lifts {
		if e, known := training.FindExercise(lifts[i].ExerciseID); known {
			f.add(&lifts[i], &e)
		}
	}
	f.bells = f.bells && f.weights
	return f
}

func (f *feature) add(s *training.StrengthStep, e *training.Exercise) {
	sets := workSets(s)
	f.repeats += sets
	f.tempo = f.tempo || s.Tempo != nil && s.Tempo.Lowering >= 3
	f.breath = f.breath || e.Muscles[0] == training.PelvicFloor
	if e.Loading == training.LoadingWeight {
		bell := Dose{Kit: Kettlebells}
		f.weights = true
		f.bells = f.bells && bell.able(e)
		f.barbell = f.barbell || barred(e) || e.Equipment[0] == training.Machine
	}
	switch {
	case e.Pattern == training.PatternPlyometric || e.OlympicLift:
		f.jumps += sets
	case e.LowerBody() && !e.Isolation:
		f.legs += sets
	case e.Pattern == training.PatternPush || e.Pattern == training.PatternPull:
		f.upper += sets
	}
	r := firstOf(s)
	if f.first.sets == 0 && r.sets > 0 {
		f.first, f.hinge = r, e.Pattern == training.PatternHinge
	}
	if r.sets > 0 && (f.hardest.sets == 0 || r.reserve < f.hardest.reserve) {
		f.hardest = r
	}
}

// firstOf reads the work sets of a lift that is counted in repetitions: how many there are, and what the last group of them asks for.
func firstOf(s *training.StrengthStep) scheme {
	set := &s.Sets[len(s.Sets)-1]
	if set.Kind == training.WarmUpSet || set.Amount.Kind != training.Repetitions {
		return scheme{}
	}
	r := scheme{sets: workSets(s), reps: Span{set.Amount.Low, set.Amount.High}, reserve: noReserve}
	switch p := set.Load.FractionOfOneRepMax; {
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
