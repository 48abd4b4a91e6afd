package training

import "math"

// IntensityMethod says how the intensity of something that was done is known, so that nobody takes a guess for a measurement.
type IntensityMethod string

// The methods, the best first. All but the first, and PLANNED, take one figure for the whole time: its band is the band of all of it.
//
// MEASURED_SECONDS is time at high intensity as a device summed it, INTENSITY_FACTOR the intensity factor that was given, PACE the mean
// speed against the threshold's, HEART_RATE the mean heart rate, LOAD_PER_HOUR the TSS an hour, RPE the rated effort, PLANNED the plan's
// own intervals, where nothing that is known of the session speaks against them, NONE that nothing is known.
const (
	MeasuredSeconds  IntensityMethod = "MEASURED_SECONDS"
	ByFactor         IntensityMethod = "INTENSITY_FACTOR"
	ByPace           IntensityMethod = "PACE"
	ByHeartRate      IntensityMethod = "HEART_RATE"
	LoadPerHour      IntensityMethod = "LOAD_PER_HOUR"
	ByEffort         IntensityMethod = "RPE"
	AsPlanned        IntensityMethod = "PLANNED"
	IntensityUnknown IntensityMethod = "NONE"
)

// Confidence tells how far an intensity can be relied on: SUFFICIENT where time at high intensity, an intensity factor or a pace was
// measured, LOW where it is inferred.
func (m IntensityMethod) Confidence() Confidence {
	switch m {
	case MeasuredSeconds, ByFactor, ByPace:
		return ConfidenceSufficient
	}
	return ConfidenceLow
}

// Intensity is how hard something was that was done: its endurance time by band, in seconds, and whether the session is HI or MOD
// (science §0).
type Intensity struct {
	Method                                   IntensityMethod
	LowSeconds, ModerateSeconds, HighSeconds int
	HighIntensity, Moderate                  bool
}

// evidence is what is known of how hard something was.
type evidence struct {
	sport   Sport
	seconds int
	method  IntensityMethod
	factor  float64 // the intensity that would bring its load in its time, a fraction of threshold; 0 where it has no load
	rpe     int     // 0 where it was not rated
	high    int     // seconds at high intensity, where they are measured
}

// banded tells whether time of a sport is sorted by intensity: that of endurance sports and of OTHER.
func (s Sport) banded() bool { return s.Endurance() || s == Other }

// factorOf is the intensity that, held for a time, brings a load: the square root of TSS an hour over 100, for a swim the cube root
// (science L1, L6).
func factorOf(sport Sport, tss float64, seconds int) float64 {
	if seconds <= 0 || tss <= 0 {
		return 0
	}
	perHour := tss * 36 / float64(seconds)
	if sport == Swim {
		return math.Cbrt(perHour)
	}
	return math.Sqrt(perHour)
}

// Efforts that contradict a plan: one of a hard session that was easy, and one of an easier session that was hard (science §0).
const (
	easyRPE = 4
	hardRPE = 7
)

// factorTolerance is by what share an intensity may differ from the planned one and still be that of the session as it was planned: about
// a fifth of its load.
const factorTolerance = 0.10

// agrees tells whether nothing that is known of a session speaks against its having been done as it was planned. A load that was worked
// out of a rated effort is too rough to do so: the effort itself does.
func (e *evidence) agrees(plan *Session) bool {
	return e.sport == plan.Sport && e.sport.banded() && (e.method == ByEffort && e.factor > 0 || e.agreesInLoad(plan)) && !e.contradicts(plan)
}

func (e *evidence) agreesInLoad(plan *Session) bool {
	planned := factorOf(plan.Sport, plan.Load.TSS, plan.Load.DurationSeconds)
	return planned == 0 || math.Abs(e.factor/planned-1) <= factorTolerance
}

// contradicts tells whether it felt like another kind of session.
func (e *evidence) contradicts(plan *Session) bool {
	if plan.hard() {
		return e.rpe > 0 && e.rpe <= easyRPE
	}
	return e.rpe >= hardRPE
}

// judge is the intensity by the evidence alone.
func (e *evidence) judge() Intensity {
	i := Intensity{Method: e.method}
	scale := scaleOf(e.sport)
	rest, factor := e.seconds, e.factor
	if e.method == MeasuredSeconds {
		i.HighSeconds = min(e.high, e.seconds)
		rest -= i.HighSeconds
		factor = e.remainder(i.HighSeconds)
	}
	high, moderate := factor >= scale.high, factor >= scale.moderate
	if e.method == ByEffort || factor == 0 {
		high, moderate = e.rpe >= hardRPE, e.rpe > easyRPE
	}
	switch {
	case high && e.method != MeasuredSeconds: // what was measured as less than high is not high
		i.HighSeconds = rest
	case moderate || high:
		i.ModerateSeconds = rest
	default:
		i.LowSeconds = rest
	}
	byTime := i.HighSeconds >= hiHighSeconds || e.factor >= severeIntensity && e.seconds >= hiSevereSeconds
	i.HighIntensity = e.method != ByEffort && byTime || e.rpe >= hiRPE && e.seconds >= hiRPESeconds
	i.Moderate = !i.HighIntensity && i.ModerateSeconds >= modSeconds
	return i
}

// remainder is the intensity of the time that is not at high intensity, where that was at threshold: what is left of the mean square.
func (e *evidence) remainder(high int) float64 {
	rest := float64(e.seconds - high)
	if left := e.factor*e.factor*float64(e.seconds) - float64(high); rest > 0 && left > 0 {
		return math.Sqrt(left / rest)
	}
	return 0
}

// hard tells whether a session is planned to be HI; a test of endurance is, whatever its steps say.
func (s *Session) hard() bool {
	return s.Load.Demand.HighIntensity || s.Focus == FocusTest && s.Sport.Endurance()
}

// enoughOfIt is how much of a session makes it the kind of session that it was planned to be, where its intervals do not tell.
const enoughOfIt = 0.5

// demand is what a session demanded of which so much time was done: each interval in proportion.
func (s *Session) demand(seconds int) Demand {
	d, planned := s.Load.Demand, s.Load.DurationSeconds
	hard, moderate := s.hard(), d.Moderate && !s.hard()
	if planned <= 0 || seconds == planned {
		d.HighIntensity, d.Moderate = hard, moderate
		return d
	}
	part := float64(seconds) / float64(planned)
	byTime := d.HighSeconds >= hiHighSeconds || d.SevereSeconds >= hiSevereSeconds
	for _, n := range []*int{
		&d.LowSeconds, &d.ModerateSeconds, &d.HighSeconds, &d.SevereSeconds, &d.LowerBodySeconds, &d.RunSeconds, &d.WalkSeconds, &d.HighRunSeconds,
		&d.PlyometricContact,
	} {
		*n = int(math.Round(float64(*n) * part))
	}
	d.EnduranceSeconds = d.LowSeconds + d.ModerateSeconds + d.HighSeconds
	d.RunMeters *= part
	d.HighIntensity = d.HighSeconds >= hiHighSeconds || d.SevereSeconds >= hiSevereSeconds || hard && !byTime && part >= enoughOfIt
	d.Moderate = !d.HighIntensity && (d.ModerateSeconds >= modSeconds || moderate && s.Load.Demand.ModerateSeconds < modSeconds && part >= enoughOfIt)
	return d
}

// intensityOf is the intensity that a demand has.
func intensityOf(method IntensityMethod, d *Demand) Intensity {
	return Intensity{
		Method: method, LowSeconds: d.LowSeconds, ModerateSeconds: d.ModerateSeconds, HighSeconds: d.HighSeconds,
		HighIntensity: d.HighIntensity, Moderate: d.Moderate,
	}
}

// judged is the intensity of something that was done: by the plan's intervals where there is a plan and nothing contradicts it, else by
// the evidence. Lifts have an intensity only as far as their plan has endurance in it, mobility has none.
func (e *evidence) judged(plan *Session) Intensity {
	switch {
	case plan != nil && e.method != MeasuredSeconds && (e.agrees(plan) || !e.sport.banded() && e.sport == plan.Sport):
		d := plan.demand(e.seconds)
		return intensityOf(AsPlanned, &d)
	case !e.sport.banded():
		return Intensity{Method: IntensityUnknown}
	}
	return e.judge()
}
