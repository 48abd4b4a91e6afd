package session

import (
	"math"
	"slices"

	"fortnight/training"
)

// NextLift is what to lift of an exercise next, and why. Kilograms and Was are those of work sets; On is the day of the last time.
type NextLift struct {
	Exercise  training.ExerciseID
	Kilograms float64
	Was       float64
	On        training.Date
	Why       LiftReason
}

// LiftReason is why a weight is what it is.
type LiftReason string

// The reasons.
const (
	LiftTopped    LiftReason = "TOPPED"     // all sets had the most repetitions, twice: the weight grows
	LiftLearned   LiftReason = "LEARNED"    // the lifts are learned with as many repetitions as there are to be: the weight grows
	LiftSpared    LiftReason = "SPARED"     // more was left than was asked for: the weight grows
	LiftMissed    LiftReason = "MISSED"     // repetitions, or those in reserve, were lacking by far, or a second time: the weight falls
	LiftHeld      LiftReason = "HELD"       // as it was asked for, or a little lacking: the same again
	LiftOtherReps LiftReason = "OTHER_REPS" // another number of repetitions, or in reserve, is asked for than the last time
	LiftPaused    LiftReason = "PAUSED"     // it was not lifted for four weeks: the weight falls
)

// How long what was lifted tells of what can be: in full, and at all (coaching 5: an exercise is new after 28 days, a maximum old after 120).
const (
	liftedFor   = 28
	rememberFor = 120
)

// LiftBook is what an athlete has lifted, up to some day.
type LiftBook struct {
	profile *training.Profile
	day     training.Date
	done    map[training.ExerciseID][]training.LiftDone
}

// NewLiftBook reads what was lifted before a day, for which it then says what comes next. Done may come in any order.
func NewLiftBook(p *training.Profile, day training.Date, done []training.LiftDone) *LiftBook {
	b := &LiftBook{p, day, map[training.ExerciseID][]training.LiftDone{}}
	for _, d := range done {
		if d.Date < day && d.Date >= day.AddDays(-rememberFor) {
			b.done[d.ExerciseID] = append(b.done[d.ExerciseID], d)
		}
	}
	for _, list := range b.done {
		slices.SortStableFunc(list, func(a, b training.LiftDone) int { return int(b.Date - a.Date) })
	}
	return b
}

// worked is an exercise as it was lifted: the sets with the most on the bar.
type worked struct {
	date      training.Date
	kilograms float64
	aim       Aim
	lifted    Lifted
}

// workedOf reads the heaviest sets; false where nothing was on the bar. What nobody said of the reserve was as it was asked for, and of what nobody
// asked for none was left.
func workedOf(d *training.LiftDone) (worked, bool) {
	w := worked{date: d.Date}
	var said *int
	for _, s := range d.Sets {
		switch {
		case s.Kilograms == nil || *s.Kilograms < w.kilograms:
			continue
		case *s.Kilograms > w.kilograms:
			w.kilograms, w.lifted, said = *s.Kilograms, Lifted{}, nil
		}
		for range s.Count {
			w.lifted.Reps = append(w.lifted.Reps, s.Repetitions)
		}
		if s.RepsInReserve != nil {
			said = s.RepsInReserve
		}
	}
	if w.kilograms == 0 {
		return w, false
	}
	if a := d.Asked; a != nil {
		w.aim = Aim{Sets: a.Sets, Reps: Span{a.Low, a.High}, Reserve: noReserve}
		if a.Reserve != nil {
			w.aim.Reserve = *a.Reserve
		}
		w.lifted.Reserve = w.aim.Reserve
	} else {
		w.aim = Aim{Sets: len(w.lifted.Reps), Reps: Span{slices.Min(w.lifted.Reps), slices.Max(w.lifted.Reps)}}
	}
	if said != nil {
		w.lifted.Reserve = *said
		if d.Asked == nil {
			w.aim.Reserve = *said
		}
	}
	return w, true
}

// emphasisOf is by which rule the weight of a lift grows, by the family that it stands in and the repetitions that are asked for.
func emphasisOf(family ID, aim Aim) Emphasis {
	switch family {
	case "Q-AA":
		return Adaptation
	case "Q-POWER":
		return Power
	case "Q-MAIN":
		return Maintain
	}
	if aim.Reps.High < sizeReps {
		return MaxStrength
	}
	return Size
}

// sizeReps is from how many repetitions on sets are for size, whose weight grows once the top of the range is reached, and not by the reserve.
const sizeReps = 7

// Next is what to lift of an exercise for a set of a family's workout, and false where nothing is known of the last 120 days, where the set asks for
// no number of repetitions in reserve, and for what is not loaded with kilograms.
//
// The weight of the last time goes on by [Progress], at least to the next weight that the athlete's equipment makes; what was lacking a second time
// running with the same weight falls by 5 %, by far by 10 %. Where other repetitions are asked for it is brought to them by Epley's formula, up to twelve
// repetitions in all; sets of more keep the weight, as one repetition more or less in reserve does: a week of unloading keeps the load. After 28 days
// without the exercise it falls by 10 %.
func (b *LiftBook) Next(family ID, exercise training.ExerciseID, set *training.StrengthSet) (NextLift, bool) {
	e, known := training.FindExercise(exercise)
	reserve := set.Reserved()
	if !known || e.Loading != training.LoadingWeight || reserve == nil || set.Kind != training.WorkSet || set.Amount.Kind != training.Repetitions {
		return NextLift{}, false
	}
	var last []worked
	for i := range b.done[exercise] {
		if w, tells := workedOf(&b.done[exercise][i]); tells {
			last = append(last, w)
		}
	}
	if len(last) == 0 {
		return NextLift{}, false
	}
	aim := Aim{Sets: set.Count, Reps: Span{set.Amount.Low, set.Amount.High}, Reserve: *reserve}
	l := NextLift{Exercise: exercise, Was: last[0].kilograms, On: last[0].date, Why: LiftHeld}
	change, other := b.change(emphasisOf(family, aim), &e, aim, last, &l)
	l.Kilograms = b.onBar(exercise, l.Was, change*other)
	if l.Why != LiftPaused && other != 1 {
		l.Why = LiftOtherReps
	}
	return l, true
}

// change is by what the weight of the last time is multiplied: for how it went, and for other repetitions than then. It notes why.
func (b *LiftBook) change(rule Emphasis, e *training.Exercise, aim Aim, last []worked, l *NextLift) (change, other float64) {
	was := &last[0]
	other = converted(was.aim, aim)
	if b.day-was.date > liftedFor {
		l.Why = LiftPaused
		return 1 + pausedStep, other
	}
	if aim.Reserve > was.aim.Reserve && aim.Reps == was.aim.Reps { // a week of unloading
		return 1, other
	}
	results := []Lifted{was.lifted}
	for _, w := range last[1:] {
		if w.kilograms != was.kilograms || w.aim.Reps != was.aim.Reps || w.aim.Reserve != was.aim.Reserve {
			break
		}
		results = append(results, w.lifted)
	}
	step := Progress(rule, e.LowerBody(), was.aim, results...)
	if rule == Adaptation && step.Load > 0 && aim.Reps.High > was.aim.Reps.High {
		step.Load = 0 // repetitions first
	}
	switch {
	case step.Load < 0:
		l.Why = LiftMissed
	case step.Load > 0:
		l.Why = map[Emphasis]LiftReason{Adaptation: LiftLearned, Size: LiftTopped, MaxStrength: LiftSpared}[rule]
	}
	return 1 + step.Load, other
}

// converted is by what a weight for some repetitions is multiplied for others.
func converted(from, to Aim) float64 {
	a, b := from.Reps.High+from.Reserve, to.Reps.High+to.Reserve
	near := from.Reps.High == to.Reps.High && distance(from.Reserve-to.Reserve) <= 1
	if near || a == b {
		return 1
	}
	heavy, fits := training.EstimateOneRepMax(1, from.Reps.High, from.Reserve)
	light, also := training.EstimateOneRepMax(1, to.Reps.High, to.Reserve)
	if !fits || !also {
		return 1
	}
	return heavy / light
}

// onBar is a weight that the athlete's equipment makes: the very same where nothing changes, else at least one step off.
func (b *LiftBook) onBar(exercise training.ExerciseID, was, times float64) float64 {
	if times == 1 {
		return was
	}
	step := float64(b.profile.LoadStep(exercise))
	whole := math.Round(was*times/step) * step
	if times > 1 {
		return max(whole, (math.Floor(was/step+1e-9)+1)*step)
	}
	return max(step, min(whole, (math.Ceil(was/step-1e-9)-1)*step))
}

// Load puts what an athlete is to lift into a workout that was resolved for the athlete, with what say says of it.
func (b *LiftBook) Load(w *training.ResolvedWorkout, say func(*NextLift) string) {
	family := ID(w.Workout.Family)
	if family == "Q-MAIN" && w.Workout.OwnerID != "" { // three sets of five that somebody wrote need not be there to keep what there is
		family = ""
	}
	w.LoadSets(func(exercise training.ExerciseID, set *training.StrengthSet) *training.LiftProgress {
		l, known := b.Next(family, exercise, set)
		if !known {
			return nil
		}
		return &training.LiftProgress{Kilograms: l.Kilograms, Was: l.Was, On: l.On, Words: say(&l)}
	})
}

// Lifts is what to lift in a workout of a family, of each exercise by its first work sets, in order; what nothing is known of is left out.
func (b *LiftBook) Lifts(family ID, w *training.Workout) []NextLift {
	var list []NextLift
	lifts := liftsOf(*w)
	for i := range lifts {
		s := &lifts[i]
		for j := range s.Sets {
			l, known := b.Next(family, s.ExerciseID, &s.Sets[j])
			if known && !slices.ContainsFunc(list, func(o NextLift) bool { return o.Exercise == l.Exercise }) {
				list = append(list, l)
			}
		}
	}
	return list
}
