package training

import "math"

// Criteria of HI and MOD sessions (science §0).
const (
	hiHighSeconds   = 8 * 60
	hiSevereSeconds = 4 * 60
	hiRPE           = 7.0
	hiRPESeconds    = 30 * 60
	modSeconds      = 20 * 60
)

// walkingBelow is the fraction of threshold speed below which a step of running is walked (coaching §8, VOL-2).
const walkingBelow = 0.55

// Measure works out what blocks of steps demand, each step by its block's sport: ride, row and ski erg by normalized power of a 1 Hz
// simulation with the 30 s window, which runs on over blocks of the same sport; run by the mean square, swim by the mean cube of intensity
// over moving time; strength by its sets, done as fast as the clock of their rounds asks for; mobility not at all; all else by the effort that
// the intensity stands for. Endurance steps in a strength block are part of its ten warm-up minutes and bring time alone. A range counts with its
// middle, and what has no length of its own with the one that is expected. Thresholds give steps by distance, work and calories their
// duration, and targets in watts, pace and beats their intensity; zero Thresholds mean the reference athlete. Science L1–L11, L15.
func Measure(sport Sport, blocks []Block, t Thresholds) Load {
	return measured(blocks, t).load(sport, blocks)
}

// measured is a meter that has gone through blocks.
func measured(blocks []Block, t Thresholds) *meter {
	m := &meter{yardstick: yardstickOf(&t), distanceKnown: true, runKnown: true, lifting: lifting{minReserve: 10, leastReserve: 10}, pace: 1}
	for i := range blocks {
		for range max(1, blocks[i].Repeats) {
			m.steps(blocks[i].Sport, blocks[i].Steps)
		}
	}
	m.closeStretch()
	m.addTSS(bySets, m.lifting.legWeight(), m.lifting.tss())
	return m
}

// several tells whether blocks are of two endurance sports or more.
func several(blocks []Block) bool {
	var first Sport
	for i := range blocks {
		if sport := blocks[i].Sport; sport.Endurance() && sport != first {
			if first != "" {
				return true
			}
			first = sport
		}
	}
	return false
}

// meter goes through a workout's steps in order.
type meter struct {
	yardstick yardstick
	pace      float64 // of lifts, as a share of the time that they take without a clock

	seconds       int
	meters        float64
	distanceKnown bool
	moved         bool
	runMeters     float64
	runKnown      bool

	stretch  smoother // of the power sport under way
	powering Sport
	resting  int // seconds of rest since its last work: no power in its window if more of it follows, else nothing

	tss      [5]float64 // by method, in the order of methods
	legs     float64    // TSS weighted for the legs
	zones    [8]float64
	low, mod float64
	high     float64
	severe   float64
	highRun  float64
	runTime  int
	walkTime int
	legTime  int
	effort   float64 // RPE · seconds of endurance work
	worked   int     // seconds of endurance work
	lifting  lifting
}

// The places of meter.tss.
const (
	byPower = iota
	bySquare
	byCube
	byEffort
	bySets
)

var methods = [5]LoadMethod{NormalizedPower, Quadratic, Cubic, RPE, Sets}

func (m *meter) steps(sport Sport, steps []Step) {
	for _, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			m.endurance(sport, &s)
		case StrengthStep:
			m.lifting.add(&s, m.pace)
			m.seconds += paced(s.DurationSeconds(), m.pace)
		case RestStep:
			m.rest(sport, s.DurationSeconds)
		case RepeatStep:
			m.rounds(sport, &s)
		}
	}
}

func (m *meter) rest(sport Sport, seconds int) {
	m.seconds += seconds
	if sport == m.powering {
		m.resting += seconds
	}
}

// rounds does a repeat's steps over and over, lifts as fast as its clock asks for. What is left of an EMOM's intervals and of an AMRAP's time is rest.
func (m *meter) rounds(sport Sport, s *RepeatStep) {
	began, outside := m.seconds, m.pace
	m.pace = m.yardstick.pace(sport, s, outside)
	defer func() { m.pace = outside }()
	for round := range s.Repeats {
		m.steps(sport, s.ofRound(round == s.Repeats-1))
		if s.Style == EMOM {
			m.rest(sport, max(0, (round+1)*s.EverySeconds-(m.seconds-began)))
		}
	}
	if s.Style == AMRAP {
		m.rest(sport, max(0, s.CapSeconds-(m.seconds-began)))
	}
}

func (m *meter) endurance(sport Sport, s *EnduranceStep) {
	seconds := m.yardstick.seconds(sport, s)
	m.seconds += seconds
	if sport == Mobility || sport == Strength || seconds == 0 {
		return
	}
	a, b := m.yardstick.effort(sport, &s.Target)
	duration := float64(seconds)
	m.distance(sport, s, seconds, a, b)
	if sport != m.powering {
		m.closeStretch()
		m.powering = ""
	}
	switch sport {
	case Ride, Row, SkiErg:
		if m.powering == sport {
			m.stretch.steady(m.resting, 0)
		}
		m.powering, m.resting = sport, 0
		if a == b {
			m.stretch.steady(seconds, a)
		} else {
			m.stretch.ramp(seconds, a, b)
		}
	case Run:
		m.addTSS(bySquare, legWeightOf(sport), tssPerSecondAtOne*duration*meanSquare(a, b))
	case Swim:
		m.addTSS(byCube, legWeightOf(sport), tssPerSecondAtOne*duration*meanCube(a, b))
	default:
		m.addTSS(byEffort, legWeightOf(sport), tssPerRPEMinute*duration/60*scaleOf(sport).rpe.mean(a, b))
	}
	m.intensity(sport, seconds, a, b)
}

func (m *meter) addTSS(method int, legs, tss float64) {
	m.tss[method] += tss
	m.legs += legs * tss
}

// closeStretch counts the power stretch that has come to its end.
func (m *meter) closeStretch() {
	m.addTSS(byPower, legWeightOf(m.powering), m.stretch.tss())
	m.stretch = smoother{}
}

func (m *meter) distance(sport Sport, s *EnduranceStep, seconds int, a, b float64) {
	m.moved = true
	meters, known := m.yardstick.meters(sport, s, seconds, a, b)
	if !known {
		m.distanceKnown = false
		m.runKnown = m.runKnown && (sport != Run || m.yardstick.knowsRun || walked(a, b)) // for the rules on running an estimate by heart rate will do
	}
	m.meters += meters
	if sport == Run && !walked(a, b) {
		m.runMeters += meters
	}
}

// intensity sorts the time of a step into bands and zones; a ramp is split where it crosses an edge.
func (m *meter) intensity(sport Sport, seconds int, a, b float64) {
	scale, duration := scaleOf(sport), float64(seconds)
	belowModerate := secondsBelow(scale.moderate, duration, a, b)
	belowHigh := secondsBelow(scale.high, duration, a, b)
	m.low += belowModerate
	m.mod += belowHigh - belowModerate
	m.high += duration - belowHigh
	m.severe += duration - secondsBelow(severeIntensity, duration, a, b)
	below := 0.0
	for i, edge := range scale.zones {
		upTo := secondsBelow(edge, duration, a, b)
		m.zones[i+1] += upTo - below
		below = upTo
	}
	m.zones[7] += duration - below
	m.worked += seconds
	m.effort += duration * scale.rpe.mean(a, b)
	if sport.LowerBody() {
		m.legTime += seconds
	}
	switch {
	case sport == Run && walked(a, b):
		m.walkTime += seconds
	case sport == Run:
		m.runTime += seconds
		m.highRun += duration - belowHigh
	}
}

// walked tells whether a step of running, at these fractions of threshold from its start to its end, is walked.
func walked(a, b float64) bool { return (a+b)/2 < walkingBelow }

func (m *meter) load(sport Sport, blocks []Block) Load {
	endurance := m.tss[byPower] + m.tss[bySquare] + m.tss[byCube] + m.tss[byEffort]
	load := Load{
		DurationSeconds: m.seconds,
		TSS:             endurance + m.tss[bySets],
		LoadMethod:      m.method(sport),
		LowerBodyLoad:   m.legs,
		TimeInZones:     m.timeInZones(),
		HardLegSets:     m.lifting.legSets,
		Demand:          m.demand(),
		Several:         several(blocks),
	}
	if m.moved && m.distanceKnown {
		load.DistanceMeters = &m.meters
	}
	tss, seconds := endurance, m.worked
	if seconds == 0 {
		tss, seconds = load.TSS, m.seconds
	}
	if seconds > 0 {
		load.IntensityFactor = math.Sqrt(tss * 36 / float64(seconds))
	}
	return load
}

// method is that of the part that brings most of the TSS; where nothing brings any, that of the workout's sport.
func (m *meter) method(sport Sport) LoadMethod {
	best := -1
	for i, tss := range m.tss {
		if tss > 0 && (best < 0 || tss > m.tss[best]) {
			best = i
		}
	}
	if best >= 0 {
		return methods[best]
	}
	return methodOf(sport)
}

func (m *meter) timeInZones() []ZoneTime {
	n := 0
	for _, seconds := range m.zones {
		if math.Round(seconds) > 0 {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	times := make([]ZoneTime, 0, n)
	for zone, seconds := range m.zones {
		if rounded := int(math.Round(seconds)); rounded > 0 {
			times = append(times, ZoneTime{Zone: zone, Seconds: rounded})
		}
	}
	return times
}

func (m *meter) demand() Demand {
	d := Demand{
		LowSeconds: int(math.Round(m.low)), ModerateSeconds: int(math.Round(m.mod)), HighSeconds: int(math.Round(m.high)),
		SevereSeconds: int(math.Round(m.severe)), LowerBodySeconds: m.legTime, RunSeconds: m.runTime, WalkSeconds: m.walkTime, HighRunSeconds: int(math.Round(m.highRun)),
		PlyometricContact: m.lifting.contacts, Sets: m.lifting.sets, MostFraction: m.lifting.mostFraction, MinRepsInReserve: wholeReserve(m.lifting.minReserve),
		LeastReserve: wholeReserve(m.lifting.leastReserve), Patterns: m.lifting.patternList(),
		Exercises:     m.lifting.exercises,
		EccentricLegs: m.lifting.eccentric, HeavyLowerReason: m.lifting.heavyLower(), SessionRPE: m.sessionRPE(),
	}
	d.EnduranceSeconds = d.LowSeconds + d.ModerateSeconds + d.HighSeconds
	d.HeavyLower = d.HeavyLowerReason != ""
	if m.runKnown {
		d.RunMeters = m.runMeters
	}
	hardEffort := m.worked >= hiRPESeconds && m.effort >= hiRPE*float64(m.worked)
	d.HighIntensity = d.HighSeconds >= hiHighSeconds || d.SevereSeconds >= hiSevereSeconds || hardEffort
	d.Moderate = !d.HighIntensity && d.ModerateSeconds >= modSeconds
	return d
}

// sessionRPE weighs the effort of the endurance part and of the sets by their time.
func (m *meter) sessionRPE() float64 {
	seconds := m.worked + m.lifting.seconds
	if seconds == 0 {
		return 0
	}
	return (m.effort + m.lifting.sessionRPE()*float64(m.lifting.seconds)) / float64(seconds)
}

// For is the workout with the load that it is for somebody with these thresholds.
func (w Workout) For(t Thresholds) Workout {
	w.Load = Measure(w.Sport, w.Blocks, t)
	return w
}
