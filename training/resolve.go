package training

import "math"

// ResolvedWorkout is a workout for one athlete: all that depends on thresholds, one-repetition maxima and equipment worked out, and nothing
// guessed. What an athlete's own numbers do not allow to say is nil. Load is measured with the athlete's thresholds.
type ResolvedWorkout struct {
	Workout   *Workout
	AthleteID UserID // empty for the reference athlete
	Blocks    []ResolvedBlock
	Load
}

// ResolvedBlock is a block for one athlete. DurationSeconds and TSS are those of all repeats, and add up to those of the workout.
type ResolvedBlock struct {
	Block           *Block
	DurationSeconds int
	TSS             float64
	Steps           []ResolvedStep
}

// ResolvedStep is a step for one athlete. DurationSeconds is that of all its repeats and sets, DistanceMeters how far it goes where that is
// asked for or follows from a pace that is known. Target and Second are those of an endurance step, Sets of a strength step, Steps of a
// repeat; they stand in the order of what they resolve.
type ResolvedStep struct {
	Step            Step
	DurationSeconds int
	DistanceMeters  *float64
	Target          *ResolvedTarget
	Second          *ResolvedTarget
	Sets            []ResolvedSet
	Steps           []ResolvedStep
	Lift            *LiftProgress // see [ResolvedWorkout.LoadSets]
}

// ResolvedTarget is what to hold: Zone 1 to 7 of the sport's own system, RPE 0 to 10, and a range of each measure that the athlete's own
// thresholds, or the target itself, tell. Pace has the faster end as its Low.
type ResolvedTarget struct {
	Zone                *int
	RPE                 *float64
	Watts               *IntRange
	SecondsPerKilometer *IntRange
	SecondsPer100Meters *IntRange
	SecondsPer500Meters *IntRange
	BeatsPerMinute      *IntRange
}

// ResolvedSet is what is on the bar in the sets of a group, in kilograms, nil where it is not known: see [Profile.LoadStep].
type ResolvedSet struct{ Kilograms *float64 }

// How wide a range around a steady target is, as a share of it; a range and a ramp are their two ends.
const (
	powerTolerance = 0.03
	paceTolerance  = 0.02
	beatsTolerance = 3
)

// guidedByHeartRate is the shortest step, in seconds, that heart rate can guide: it lags by about two minutes.
const guidedByHeartRate = 180

// Resolve works out all of a workout that depends on an athlete. The zero Profile stands for the reference athlete, of whom no threshold is
// known: durations and load are at reference thresholds, and there are no ranges but those that the workout itself names.
func Resolve(w *Workout, p *Profile) ResolvedWorkout {
	whole := measured(w.Blocks, p.Thresholds)
	r := resolver{profile: p, yardstick: yardstickOf(&p.Thresholds), pace: 1}
	resolved := ResolvedWorkout{Workout: w, Blocks: make([]ResolvedBlock, len(w.Blocks)), Load: whole.load(w.Sport, w.Blocks)}
	tss := whole.shared(w.Blocks, p.Thresholds)
	for i := range w.Blocks {
		b := &w.Blocks[i]
		seconds, _ := r.yardstick.stepsSeconds(b.Sport, b.Steps, 1)
		resolved.Blocks[i] = ResolvedBlock{Block: b, DurationSeconds: max(1, b.Repeats) * seconds, TSS: tss[i], Steps: r.steps(b.Sport, b.Steps)}
	}
	return resolved
}

// shared is what each of the blocks that were measured brings of their TSS: by each method in proportion to what it would bring alone. Alone
// blocks do not add up, since power is smoothed over them and the lifts of a workout are warmed up for once.
func (m *meter) shared(blocks []Block, t Thresholds) []float64 {
	shares := make([]float64, len(blocks))
	alone := make([][len(methods)]float64, len(blocks))
	var sum [len(methods)]float64
	for i := range blocks {
		alone[i] = measured(blocks[i:i+1], t).tss
		for method, tss := range alone[i] {
			sum[method] += tss
		}
	}
	for i := range blocks {
		for method, tss := range alone[i] {
			if tss > 0 {
				shares[i] += m.tss[method] * tss / sum[method]
			}
		}
	}
	return shares
}

type resolver struct {
	profile   *Profile
	yardstick yardstick
	pace      float64 // of lifts, as a share of the time that they take without a clock
}

func (r *resolver) steps(sport Sport, steps Steps) []ResolvedStep {
	resolved := make([]ResolvedStep, len(steps))
	for i, step := range steps {
		resolved[i] = r.step(sport, step)
	}
	return resolved
}

func (r *resolver) step(sport Sport, step Step) ResolvedStep {
	resolved := ResolvedStep{Step: step}
	switch s := step.(type) {
	case EnduranceStep:
		r.endurance(sport, &s, &resolved)
	case StrengthStep:
		resolved.DurationSeconds = paced(s.DurationSeconds(), r.pace)
		resolved.Sets = make([]ResolvedSet, len(s.Sets))
		for i := range s.Sets {
			resolved.Sets[i].Kilograms = r.kilograms(s.ExerciseID, &s.Sets[i])
		}
	case RestStep:
		resolved.DurationSeconds = s.DurationSeconds
	case RepeatStep:
		resolved.DurationSeconds, _ = r.yardstick.roundsSeconds(sport, &s, r.pace)
		outside := r.pace
		r.pace = r.yardstick.pace(sport, &s, outside)
		resolved.Steps = r.steps(sport, s.Steps)
		r.pace = outside
	}
	return resolved
}

func (r *resolver) endurance(sport Sport, s *EnduranceStep, resolved *ResolvedStep) {
	seconds := r.yardstick.seconds(sport, s)
	resolved.DurationSeconds = seconds
	if sport != Strength && sport != Mobility {
		a, b := r.yardstick.effort(sport, &s.Target)
		if meters, known := r.yardstick.meters(sport, s, seconds, a, b); known {
			resolved.DistanceMeters = &meters
		}
	}
	resolved.Target = r.target(sport, &s.Target, seconds)
	if s.Second != nil {
		resolved.Second = r.target(sport, s.Second, seconds)
	}
}

// target is what a target means for the athlete.
func (r *resolver) target(sport Sport, t *Target, seconds int) *ResolvedTarget {
	resolved := &ResolvedTarget{}
	switch t.Kind {
	case OfThreshold:
		r.ofThreshold(sport, t, seconds, resolved)
	case OfZone:
		r.ofZone(sport, t, seconds, resolved)
	case OfEffort, OfNothing:
		effort := math.Round(5*(t.Start+t.End)) / 10
		resolved.RPE = &effort
	default:
		r.asNamed(sport, t, resolved)
	}
	return resolved
}

// ofThreshold gives a fraction of threshold its zone, effort and ranges.
func (r *resolver) ofThreshold(sport Sport, t *Target, seconds int, resolved *ResolvedTarget) {
	scale := scaleOf(sport)
	zone, effort := scale.zone((t.Start+t.End)/2), math.Round(scale.rpe.mean(t.Start, t.End)*10)/10
	resolved.Zone, resolved.RPE = &zone, &effort
	p := &r.profile.Thresholds
	switch sport {
	case Ride:
		resolved.Watts = powerRange(t, p.FTPWatts)
	case Row:
		resolved.Watts = powerRange(t, p.RowFTPWatts)
		resolved.SecondsPer500Meters = pace500Range(resolved.Watts)
	case Run, Walk:
		resolved.SecondsPerKilometer = paceRange(t, p.ThresholdSecondsPerKilometer)
	case Swim:
		resolved.SecondsPer100Meters = paceRange(t, p.CriticalSwimSecondsPer100Meters)
	}
	if seconds >= guidedByHeartRate {
		resolved.BeatsPerMinute = r.beats(sport, t)
	}
}

// ofZone gives a zone, or a span of them, its range in what its system is made of.
func (r *resolver) ofZone(sport Sport, t *Target, seconds int, resolved *ResolvedTarget) {
	span := Target{Kind: OfThreshold, Shape: Range}
	if t.Shape == Ramp {
		span.Shape = Ramp
	}
	span.Start, span.End = zoneSpan(sport, t)
	switch t.Zones {
	case HeartRate7:
		resolved.BeatsPerMinute = beatsRange(span.low(), span.high(), r.profile.ThresholdHeartRate)
	case MaxHeartRate5:
		resolved.BeatsPerMinute = beatsRange(span.low(), span.high(), r.profile.MaxHeartRate)
	default:
		r.ofThreshold(sport, &span, seconds, resolved)
	}
	if t.Shape == Steady && (t.Zones == Power7 || t.Zones == Pace7) {
		number := int(t.Start)
		resolved.Zone = &number
	}
}

// asNamed shows what a target names itself, and what a share of a known heart rate is.
func (r *resolver) asNamed(sport Sport, t *Target, resolved *ResolvedTarget) {
	named := &IntRange{Low: round(t.low()), High: round(t.high())}
	switch t.Kind {
	case OfWatts:
		resolved.Watts = named
		if sport == Row || sport == SkiErg {
			resolved.SecondsPer500Meters = pace500Range(named)
		}
	case OfPaceKilometer:
		resolved.SecondsPerKilometer = named
	case OfPace100Meters:
		resolved.SecondsPer100Meters = named
	case OfPace500Meters:
		resolved.SecondsPer500Meters = named
		resolved.Watts = &IntRange{Low: round(wattsOfPace500(t.high())), High: round(wattsOfPace500(t.low()))}
	case OfBeats:
		resolved.BeatsPerMinute = named
	case OfMaxHeartRate:
		resolved.BeatsPerMinute = beatsRange(t.low(), t.high(), r.profile.MaxHeartRate)
	case OfThresholdHeartRate:
		resolved.BeatsPerMinute = beatsRange(t.low(), t.high(), r.profile.ThresholdHeartRate)
	}
}

// beatsRange is a range of shares of a heart rate, nil where that is unknown.
func beatsRange(low, high float64, of *int) *IntRange {
	if of == nil {
		return nil
	}
	beats := IntRange{Low: round(low * float64(*of)), High: round(high * float64(*of))}
	if low == high {
		beats.Low, beats.High = beats.Low-beatsTolerance, beats.High+beatsTolerance
	}
	return &beats
}

func powerRange(t *Target, ftp *int) *IntRange {
	if ftp == nil {
		return nil
	}
	low, high := ends(t, powerTolerance)
	return &IntRange{Low: round(low * float64(*ftp)), High: round(high * float64(*ftp))}
}

// pace500Range is what watts on a rower are as a pace, nil where they are unknown or none.
func pace500Range(watts *IntRange) *IntRange {
	if watts == nil || watts.Low <= 0 {
		return nil
	}
	pace := func(w int) int { return round(500 * math.Cbrt(rowWattsPerCubedSpeed/float64(w))) }
	return &IntRange{Low: pace(watts.High), High: pace(watts.Low)}
}

// paceRange is in seconds for the sport's distance: the higher intensity is the lower number. Who stands still has no pace.
func paceRange(t *Target, threshold *int) *IntRange {
	low, high := ends(t, paceTolerance)
	if threshold == nil || low < leastEffort {
		return nil
	}
	return &IntRange{Low: round(float64(*threshold) / high), High: round(float64(*threshold) / low)}
}

// ends are the two values of a range or ramp, or a steady one widened by a tolerance.
func ends(t *Target, tolerance float64) (low, high float64) {
	if t.Shape == Steady {
		return t.Start * (1 - tolerance), t.Start * (1 + tolerance)
	}
	return t.low(), t.high()
}

func (r *resolver) beats(sport Sport, t *Target) *IntRange {
	threshold := r.profile.ThresholdHeartRate
	if threshold == nil || t.high() > 1 {
		return nil
	}
	var share curve
	switch sport {
	case Ride, Row:
		share = powerHeartRate
	case Run, Walk, Hike:
		share = runHeartRate
	default:
		return nil
	}
	low, high := share.at(t.low())*float64(*threshold), share.at(t.high())*float64(*threshold)
	if t.Shape == Steady {
		low, high = low-beatsTolerance, high+beatsTolerance
	}
	return &IntRange{Low: round(low), High: round(high)}
}

// kilograms is what goes on the bar: the weight that is named, or the fraction of the one-repetition maximum, or by Epley's formula that
// which leaves the repetitions in reserve (valid to 12 repetitions in all), to what the athlete's equipment makes. Nil where the maximum is
// unknown, and where one's own weight or a band is part of what is lifted: a maximum does not tell how much of it they are.
func (r *resolver) kilograms(exercise ExerciseID, set *StrengthSet) *float64 {
	if set.Load.Kilograms != nil {
		return set.Load.Kilograms
	}
	e, _ := FindExercise(exercise)
	fraction := set.fractionOfOneRepMax()
	if fraction == nil || e.Loading != LoadingWeight || set.Load.BodyweightKilograms != nil || set.Load.Band != nil {
		return nil
	}
	for _, m := range r.profile.OneRepMaxes {
		if m.ExerciseID == exercise {
			kilograms := r.profile.LoadStep(exercise).nearest(m.Kilograms * *fraction)
			return &kilograms
		}
	}
	return nil
}

// fractionOfOneRepMax is how much of the maximum a set asks for, where it says so or Epley's formula tells.
func (s *StrengthSet) fractionOfOneRepMax() *float64 {
	if s.Load.FractionOfOneRepMax != nil {
		return s.Load.FractionOfOneRepMax
	}
	said := s.Load.RepsInReserve != nil || s.Load.RPE != nil
	possible := s.Amount.reps() + s.reserve()
	if !said || s.Amount.Kind != Repetitions || possible > 12 {
		return nil
	}
	fraction := 1 / (1 + possible/30)
	return &fraction
}

// LiftProgress is what to lift of an exercise, beside the last time. Kilograms and Was are on the bar in work sets, of dumbbells and kettlebells each.
type LiftProgress struct {
	Kilograms float64
	Was       float64
	On        Date   // the last time
	Words     string // what has changed since, and why
}
