package training

import "math"

// How wide a range around a steady target is, as a share of it; a ramp's range is its two ends.
const (
	powerTolerance = 0.03
	paceTolerance  = 0.02
	beatsTolerance = 3
)

// guidedByHeartRate is the shortest step, in seconds, that heart rate can guide: it lags by about two minutes.
const guidedByHeartRate = 180

// Heart rate as a share of that at threshold, by intensity: Friel's and Coggan's zones laid beside those of power and pace. Above
// threshold heart rate no longer tells efforts apart.
var (
	powerHeartRate = curve{{0.40, 0.60}, {0.56, 0.69}, {0.76, 0.84}, {0.91, 0.95}, {1, 1}}
	runHeartRate   = curve{{0.50, 0.70}, {0.78, 0.85}, {0.88, 0.90}, {0.95, 0.95}, {1, 1}}
)

// Resolve copies a workout with all that depends on an athlete worked out: the targets' zones, efforts and ranges, the durations of
// steps by distance, kilograms, and the load of the whole and of each block. The zero Profile stands for the reference athlete, of whom
// no threshold is known. A range is nil where the threshold it needs is unknown.
func Resolve(w Workout, p Profile) Workout {
	r := resolver{profile: p, speeds: speedsOf(&p.Thresholds)}
	blocks := make([]Block, len(w.Blocks))
	for i, b := range w.Blocks {
		b.Steps, _ = r.steps(b.Sport, b.Steps)
		load := Measure(b.Sport, w.Blocks[i:i+1], p.Thresholds)
		b.DurationSeconds, b.TSS = load.DurationSeconds, load.TSS
		blocks[i] = b
	}
	w.Load = Measure(w.Sport, w.Blocks, p.Thresholds)
	w.Blocks = blocks
	return w
}

type resolver struct {
	profile Profile
	speeds  speeds
}

func (r *resolver) steps(sport Sport, steps Steps) (resolved Steps, seconds int) {
	resolved = make(Steps, len(steps))
	for i, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			s.DurationSeconds = r.speeds.seconds(sport, &s)
			s.Target = r.target(sport, s.Target, s.DurationSeconds)
			seconds += s.DurationSeconds
			resolved[i] = s
		case StrengthStep:
			s.Load.LoadKilograms = r.kilograms(&s)
			seconds += s.DurationSeconds()
			resolved[i] = s
		case RestStep:
			seconds += s.DurationSeconds
			resolved[i] = s
		case RepeatStep:
			inner, once := r.steps(sport, s.Steps)
			s.Steps, s.DurationSeconds = inner, once*s.Repeats
			seconds += s.DurationSeconds
			resolved[i] = s
		}
	}
	return resolved, seconds
}

func (r *resolver) target(sport Sport, t IntensityTarget, seconds int) IntensityTarget {
	scale := scaleOf(sport)
	t.Zone = scale.zone((t.Start + t.End) / 2)
	t.RPE = math.Round(scale.rpe.mean(t.Start, t.End)*10) / 10
	p := &r.profile.Thresholds
	switch sport {
	case Ride:
		t.Watts = powerRange(t, p.FTPWatts)
	case Row:
		t.Watts = powerRange(t, p.RowFTPWatts)
	case Run:
		t.SecondsPerKilometer = paceRange(t, p.ThresholdSecondsPerKilometer)
	case Swim:
		t.SecondsPer100Meters = paceRange(t, p.CriticalSwimSecondsPer100Meters)
	}
	if seconds >= guidedByHeartRate {
		t.BeatsPerMinute = r.beats(sport, t)
	}
	return t
}

func powerRange(t IntensityTarget, ftp *int) *IntRange {
	if ftp == nil {
		return nil
	}
	low, high := ends(t, powerTolerance)
	return &IntRange{Low: round(low * float64(*ftp)), High: round(high * float64(*ftp))}
}

// paceRange is in seconds for the sport's distance: the higher intensity is the lower number.
func paceRange(t IntensityTarget, threshold *int) *IntRange {
	if threshold == nil {
		return nil
	}
	low, high := ends(t, paceTolerance)
	return &IntRange{Low: round(float64(*threshold) / high), High: round(float64(*threshold) / low)}
}

// ends are the two intensities of a ramp, or a steady one widened by a tolerance.
func ends(t IntensityTarget, tolerance float64) (low, high float64) {
	if t.Start == t.End {
		return t.Start * (1 - tolerance), t.Start * (1 + tolerance)
	}
	return min(t.Start, t.End), max(t.Start, t.End)
}

func (r *resolver) beats(sport Sport, t IntensityTarget) *IntRange {
	threshold := r.profile.ThresholdHeartRate
	if threshold == nil || max(t.Start, t.End) > 1 {
		return nil
	}
	var share curve
	switch sport {
	case Ride, Row:
		share = powerHeartRate
	case Run:
		share = runHeartRate
	default:
		return nil
	}
	low := share.at(min(t.Start, t.End)) * float64(*threshold)
	high := share.at(max(t.Start, t.End)) * float64(*threshold)
	if t.Start == t.End {
		low, high = low-beatsTolerance, high+beatsTolerance
	}
	return &IntRange{Low: round(low), High: round(high)}
}

// kilograms is what goes on the bar, to the next half kilogram: the fraction of the one-repetition maximum, or by Epley's formula that
// which leaves the repetitions in reserve (valid to 12 repetitions in all). Nil where the maximum is unknown.
func (r *resolver) kilograms(s *StrengthStep) *float64 {
	fraction := s.Load.FractionOfOneRepMax
	if fraction == nil && s.Load.RepsInReserve != nil && s.Reps+*s.Load.RepsInReserve <= 12 {
		possible := 1 / (1 + float64(s.Reps+*s.Load.RepsInReserve)/30)
		fraction = &possible
	}
	if fraction == nil {
		return nil
	}
	for _, m := range r.profile.OneRepMaxes {
		if m.ExerciseID == s.ExerciseID {
			kilograms := math.Round(2*m.Kilograms**fraction) / 2
			return &kilograms
		}
	}
	return nil
}

func round(x float64) int { return int(math.Round(x)) }
