package training

import (
	"math"
	"slices"
	"sort"
)

// Bout is something that was done or is still to be done: one shape for activities and sessions, for all that reckons with load.
type Bout struct {
	Date            Date
	Start           LocalTime
	StartKnown      bool // else Start is the slot that science §0 gives: 07:00, 18:00 for the second of a day
	Sport           Sport
	Focus           Focus // empty for an activity that no session planned
	Title           string
	DurationSeconds int
	DistanceMeters  float64 // 0 where unknown
	TSS             float64
	LowerBodyLoad   float64
	HardLegSets     int
	Demand          Demand
	Intensity       IntensityMethod // how that of Demand is known, PLANNED of what is still to be done
	SessionID       SessionID       // empty for an activity that no session planned
	Planned         bool            // still to be done
}

// The slots of what has no start of its own (science §0).
const (
	MorningSlot LocalTime = 7 * 60
	EveningSlot LocalTime = 18 * 60
)

// WithoutPlan is what is left of bouts without those planned from a day on: what a plan for the days from there is added to. The list is
// that of the bouts.
func WithoutPlan(bouts []Bout, from Date) []Bout {
	return slices.DeleteFunc(bouts, func(b Bout) bool { return b.Planned && b.Date >= from })
}

// Bouts is all that counts of activities and sessions, by date and start. A completed session counts with its result or, once and on the
// activity's day, with the activity that fulfils it, whether or not that is among the activities; a skipped one not at all; one that was
// planned for a day before today and not completed was missed and does not count; one planned for today or later counts as planned. A
// possible duplicate of an activity does not count. What was done is judged by what was done: how hard it was by the best that is known of
// it, by its plan only where nothing contradicts that (see IntensityMethod).
func Bouts(today Date, activities []Activity, sessions []Session) []Bout {
	bouts := make([]Bout, 0, len(activities)+len(sessions))
	done := make(map[SessionID]bool, len(activities))
	for i := range activities {
		if id := activities[i].SessionID; id != "" && activities[i].Counted() {
			done[id] = true
		}
	}
	plans := make(map[SessionID]*Session, len(done))
	for i := range sessions {
		s := &sessions[i]
		if done[s.ID] {
			plans[s.ID] = s
		} else if s.Status == Completed && s.ActivityID == "" || s.Status == Planned && s.Date >= today {
			bouts = append(bouts, s.Bout())
		}
	}
	for i := range activities {
		if activities[i].Counted() {
			bouts = append(bouts, activities[i].bout(plans[activities[i].SessionID]))
		}
	}
	sort.SliceStable(bouts, func(i, j int) bool {
		a, b := &bouts[i], &bouts[j]
		if a.Date != b.Date {
			return a.Date < b.Date
		}
		if a.StartKnown != b.StartKnown {
			return a.StartKnown
		}
		return a.StartKnown && a.Start < b.Start
	})
	fillSlots(bouts)
	return bouts
}

// fillSlots gives what has no start the morning slot, or the evening one where the day has something before it, and restores the order.
func fillSlots(bouts []Bout) {
	for from := 0; from < len(bouts); {
		to := from
		for to < len(bouts) && bouts[to].Date == bouts[from].Date {
			if b := &bouts[to]; !b.StartKnown {
				b.Start = MorningSlot
				if to > from {
					b.Start = EveningSlot
				}
			}
			to++
		}
		day := bouts[from:to]
		sort.SliceStable(day, func(i, j int) bool { return day[i].Start < day[j].Start })
		from = to
	}
}

// Bout is the session as it was done, or else as it is planned.
func (s *Session) Bout() Bout {
	b := Bout{
		Date: s.Date, Start: s.Start, StartKnown: true, Sport: s.Sport, Focus: s.Focus, Title: s.Title,
		DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS, LowerBodyLoad: s.Load.LowerBodyLoad, HardLegSets: s.Load.HardLegSets,
		Demand: s.Load.Demand, Intensity: AsPlanned, SessionID: s.ID, Planned: s.Status == Planned,
	}
	if s.Load.DistanceMeters != nil {
		b.DistanceMeters = *s.Load.DistanceMeters
	}
	if s.Focus == FocusTest && s.Sport.Endurance() {
		b.Demand.HighIntensity, b.Demand.Moderate = true, false
	}
	if r := s.Result; r != nil {
		if b.TSS > 0 {
			b.LowerBodyLoad *= r.TSS / b.TSS
		}
		b.DurationSeconds, b.TSS = r.DurationSeconds, r.TSS
		b.doneAs(s, s.evidence())
	}
	return b
}

// evidence is what a result tells of how hard its session was. A load in proportion to the time is the plan's and tells nothing new: the
// rated effort does.
func (s *Session) evidence() evidence {
	r := s.Result
	e := evidence{sport: s.Sport, seconds: r.DurationSeconds, factor: factorOf(s.Sport, r.TSS, r.DurationSeconds), method: LoadPerHour}
	if r.RPE != nil {
		e.rpe = *r.RPE
	}
	if e.factor == 0 || e.rpe > 0 && e.agreesInLoad(s) {
		e.method = ByEffort
	}
	return e
}

// doneAs gives the bout of a session what was done of what its plan demands: no more than its time has room for, and as hard as it was.
func (b *Bout) doneAs(s *Session, e evidence) {
	part := 1.0
	if s.Load.DurationSeconds > 0 {
		part = float64(b.DurationSeconds) / float64(s.Load.DurationSeconds)
	}
	d := s.demand(b.DurationSeconds)
	if i := e.judged(s); i.Method == AsPlanned {
		b.Demand, b.Intensity = d, AsPlanned
	} else {
		b.Demand, b.Intensity = d.as(&i, b), i.Method
	}
	b.Demand.liftedInPart(s, min(part, 1))
	b.DistanceMeters *= part
	b.HardLegSets = int(math.Round(float64(b.HardLegSets) * min(part, 1)))
	if e.rpe > 0 {
		b.Demand.SessionRPE = float64(e.rpe)
	}
}

// as is a demand with the endurance of a bout as hard as it was.
func (d Demand) as(i *Intensity, b *Bout) Demand {
	d.LowSeconds, d.ModerateSeconds, d.HighSeconds, d.SevereSeconds = i.LowSeconds, i.ModerateSeconds, i.HighSeconds, 0
	d.EnduranceSeconds = i.LowSeconds + i.ModerateSeconds + i.HighSeconds
	d.HighIntensity, d.Moderate = i.HighIntensity, i.Moderate
	if b.Sport.LowerBody() {
		d.LowerBodySeconds = b.DurationSeconds
	}
	switch {
	case b.Sport == Run: // what its plan walked was walked
		d.WalkSeconds = min(d.WalkSeconds, b.DurationSeconds)
		d.RunSeconds, d.HighRunSeconds = b.DurationSeconds-d.WalkSeconds, d.HighSeconds
	case d.RunSeconds > 0: // of a brick
		d.HighRunSeconds = min(d.RunSeconds, d.HighSeconds)
	}
	return d
}

// heavySets is how many hard leg sets make heavy work of them, with weights near the maximum (science §0).
const heavySets = 4

// liftedInPart tells whether what was done of heavy leg work is still that.
func (d *Demand) liftedInPart(s *Session, part float64) {
	sets := s.Load.HardLegSets
	if !d.HeavyLower || part == 1 {
		return
	}
	if d.HeavyLower = float64(sets)*part >= heavySets || sets < heavySets && part >= enoughOfIt; !d.HeavyLower {
		d.HeavyLowerReason = ""
	}
}

// bout reads an activity, and what only the plan knows of it from the session that it fulfilled, nil where it was not planned. What
// neither says is taken at its mean (science §0b on logged activities).
func (a *Activity) bout(plan *Session) Bout {
	b := Bout{
		Date: a.Date, Sport: a.Sport, DurationSeconds: a.DurationSeconds, TSS: a.TSS, Title: string(a.Sport), SessionID: a.SessionID,
		Demand: Demand{MinRepsInReserve: 10, LeastReserve: 10, SessionRPE: 5},
	}
	if a.Start != nil {
		b.Start, b.StartKnown = *a.Start, true
	}
	if a.DistanceMeters != nil {
		b.DistanceMeters = *a.DistanceMeters
	}
	if a.HardLegSets != nil {
		b.HardLegSets = *a.HardLegSets
	}
	if plan != nil {
		b.plannedAs(plan)
	}
	if a.RPE != nil {
		b.Demand.SessionRPE = float64(*a.RPE)
	}
	a.demand(&b, plan)
	if plan != nil && plan.Load.TSS > 0 && a.HardLegSets == nil && a.Sport == plan.Sport {
		b.LowerBodyLoad = b.TSS * plan.Load.LowerBodyLoad / plan.Load.TSS
	} else {
		b.LowerBodyLoad = b.TSS * a.legWeight(&b)
	}
	return b
}

// plannedAs gives a done bout what only the plan knows of it: what kind of session it was, and how it lifted.
func (b *Bout) plannedAs(s *Session) {
	b.SessionID, b.Focus, b.Title = s.ID, s.Focus, s.Title
	if !b.StartKnown {
		b.Start, b.StartKnown = s.Start, true
	}
	if b.Sport != s.Sport {
		return
	}
	meters := b.DistanceMeters
	b.Demand = s.demand(b.DurationSeconds)
	if meters > 0 && b.Sport == Run {
		b.Demand.RunMeters = meters
	}
}

// legWeight is what share of the TSS the legs carry (science L15).
func (a *Activity) legWeight(b *Bout) float64 {
	switch {
	case a.Sport == Strength && b.Demand.HeavyLower:
		return legWeightHeavyLift
	case a.Sport == Strength && b.HardLegSets > 0:
		return legWeightLift
	case a.Sport == Strength:
		return legWeightUpperLift
	}
	return legWeightOf(a.Sport)
}

// Intensity is how hard the activity was, judged with the session that it fulfilled, nil where it was not planned.
func (a *Activity) Intensity(plan *Session) Intensity { return a.evidence().judged(plan) }

// evidence is what the activity itself tells of how hard it was.
func (a *Activity) evidence() *evidence {
	e := &evidence{sport: a.Sport, seconds: a.DurationSeconds, factor: factorOf(a.Sport, a.TSS, a.DurationSeconds), method: a.intensityMethod()}
	if a.IntensityFactor != nil {
		e.factor = *a.IntensityFactor
	} else if a.PaceFactor != nil {
		e.factor = *a.PaceFactor
	}
	if a.RPE != nil {
		e.rpe = *a.RPE
	}
	if a.HighIntensitySeconds != nil {
		e.high = *a.HighIntensitySeconds
	}
	return e
}

// intensityMethod is what the best of the activity's data is for judging its intensity.
func (a *Activity) intensityMethod() IntensityMethod {
	switch {
	case !a.Sport.banded():
		return IntensityUnknown
	case a.HighIntensitySeconds != nil:
		return MeasuredSeconds
	case a.IntensityFactor != nil:
		return ByFactor
	case a.PaceFactor != nil:
		return ByPace
	case a.LoadMethod == HeartRate:
		return ByHeartRate
	case a.TSS > 0 && a.LoadMethod != RPE:
		return LoadPerHour
	case a.RPE != nil:
		return ByEffort
	}
	return IntensityUnknown
}

// demand fills in what the activity asked of the body.
func (a *Activity) demand(b *Bout, plan *Session) {
	d := &b.Demand
	if a.HardLegSets != nil {
		nearMax := plan != nil && plan.Load.Demand.HeavyLower || a.RPE != nil && *a.RPE >= 8
		d.HeavyLower = *a.HardLegSets >= 10 || *a.HardLegSets >= heavySets && nearMax
		if d.HeavyLowerReason = ""; d.HeavyLower {
			d.HeavyLowerReason = "hard leg sets as logged"
		}
	} else if plan != nil && a.Sport == plan.Sport {
		part := 1.0
		if plan.Load.DurationSeconds > 0 {
			part = min(1, float64(a.DurationSeconds)/float64(plan.Load.DurationSeconds))
		}
		b.HardLegSets = int(math.Round(float64(plan.Load.HardLegSets) * part))
		d.liftedInPart(plan, part)
	}
	i := a.Intensity(plan)
	if b.Intensity = i.Method; i.Method == AsPlanned || !a.Sport.banded() {
		return
	}
	*d = d.as(&i, b)
	if a.Sport == Run {
		d.RunMeters = b.DistanceMeters
	}
}

// RiddenSeconds is how long a bout was ridden: a ride, less what was run off the bike (a brick is one ride and one run, each with its own minutes), or what of
// one in several sports was not run. Sessions of stations are no bricks.
func (b *Bout) RiddenSeconds() int {
	d := &b.Demand
	switch {
	case b.Sport == Ride:
		return max(0, b.DurationSeconds-d.RunSeconds)
	case b.Sport == MultiSport && d.RunSeconds > 0 && len(d.Patterns) == 0 && b.HardLegSets == 0:
		return max(0, b.DurationSeconds-d.RunSeconds)
	}
	return 0
}
