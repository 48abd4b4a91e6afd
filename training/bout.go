package training

import "sort"

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
	SessionID       SessionID // empty for an activity that no session planned
	Planned         bool      // still to be done
}

// The slots of what has no start of its own (science §0).
const (
	MorningSlot LocalTime = 7 * 60
	EveningSlot LocalTime = 18 * 60
)

// Bouts is all that counts of activities and sessions, by date and start. A completed session counts with its result, or with the
// activity that names it; a skipped one not at all; one that was planned for a day before today and not completed was missed and does
// not count; one planned for today or later counts as planned.
func Bouts(today Date, activities []Activity, sessions []Session) []Bout {
	bouts := make([]Bout, 0, len(activities)+len(sessions))
	done := make(map[SessionID]int, len(activities))
	for i := range activities {
		if id := activities[i].SessionID; id != "" {
			done[id] = len(bouts)
		}
		bouts = append(bouts, activities[i].bout())
	}
	for i := range sessions {
		s := &sessions[i]
		if at, known := done[s.ID]; known {
			bouts[at].plannedAs(s)
		} else if s.Status == Completed || s.Status == Planned && s.Date >= today {
			bouts = append(bouts, s.Bout())
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
		Demand: s.Load.Demand, SessionID: s.ID, Planned: s.Status == Planned,
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
	}
	return b
}

// plannedAs gives a done bout what only the plan knows of it: what kind of session it was.
func (b *Bout) plannedAs(s *Session) {
	planned := s.Bout()
	b.SessionID, b.Focus, b.Title = s.ID, s.Focus, s.Title
	planned.Demand.RunSeconds = b.Demand.RunSeconds
	if b.Demand.RunMeters > 0 {
		planned.Demand.RunMeters = b.Demand.RunMeters
	}
	b.Demand = planned.Demand
	b.HardLegSets = max(b.HardLegSets, planned.HardLegSets)
	if planned.TSS > 0 {
		b.LowerBodyLoad = b.TSS * planned.LowerBodyLoad / planned.TSS
	}
	if !b.StartKnown {
		b.Start, b.StartKnown = s.Start, true
	}
}

// bout reads an activity: what it does not say is taken at its mean (science §0b on logged activities).
func (a *Activity) bout() Bout {
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
	if a.RPE != nil {
		b.Demand.SessionRPE = float64(*a.RPE)
	}
	if a.HardLegSets != nil {
		b.HardLegSets = *a.HardLegSets
	}
	a.demand(&b)
	b.LowerBodyLoad = b.TSS * a.legWeight(&b)
	return b
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

func (a *Activity) demand(b *Bout) {
	d := &b.Demand
	rpe := 0
	if a.RPE != nil {
		rpe = *a.RPE
	}
	if a.Sport == Strength || b.HardLegSets > 0 {
		d.HeavyLower = b.HardLegSets >= 10 || b.HardLegSets >= 4 && rpe >= 8
		if d.HeavyLower {
			d.HeavyLowerReason = "hard leg sets as logged"
		}
	}
	if !a.Sport.Endurance() {
		return
	}
	d.EnduranceSeconds = a.DurationSeconds
	if a.HighIntensitySeconds != nil {
		d.HighSeconds = min(*a.HighIntensitySeconds, a.DurationSeconds)
	}
	f, scale := a.IntensityFactor, scaleOf(a.Sport)
	switch {
	case f != nil && *f >= scale.high:
		d.HighSeconds = a.DurationSeconds
	case f != nil && *f >= scale.moderate && a.HighIntensitySeconds == nil, f == nil && (rpe == 5 || rpe == 6):
		d.ModerateSeconds = a.DurationSeconds - d.HighSeconds
	}
	d.LowSeconds = a.DurationSeconds - d.HighSeconds - d.ModerateSeconds
	d.HighIntensity = d.HighSeconds >= hiHighSeconds || rpe >= hiRPE && a.DurationSeconds >= hiRPESeconds
	d.Moderate = !d.HighIntensity && d.ModerateSeconds >= modSeconds
	if a.Sport.LowerBody() {
		d.LowerBodySeconds = a.DurationSeconds
	}
	if a.Sport == Run {
		d.RunSeconds, d.RunMeters, d.HighRunSeconds = a.DurationSeconds, b.DistanceMeters, d.HighSeconds
	}
}
