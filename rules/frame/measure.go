package frame

import (
	"slices"

	"fortnight/training"
)

// longTimes is how many times the usual length of its sport a long session has at least, beside [training.LongFrom] (coaching §8, KEY).
const longTimes = 1.3

// SessionItem is a session as the rules see it, in the plan or not.
func (f *Frame) SessionItem(s *training.Session) Item {
	b := s.Bout()
	i := f.itemOf(&b, s)
	i.Fixed = s.Lock != nil || slices.Contains(f.Input.LockedDays, s.Date)
	i.Heavy = i.Heavy || f.unaccustomed(b.Demand.EccentricLegs)
	of := f.Input.Workouts[s.WorkoutID]
	if put := f.Input.ByHand[Put{s.ID, s.WorkoutID}]; put != nil {
		of, i.ByHand = put, true
	}
	f.identify(&i, of)
	f.against(&i)
	f.fit(&i)
	i.concerns = concernsOf(&i)
	return i
}

// unaccustomed tells whether one of some eccentric exercises for the legs was in no session of the 28 days before the plan, which makes a
// lift HEAVY-LOWER. Where it is not known what those days had it tells nothing.
func (f *Frame) unaccustomed(exercises []training.ExerciseID) bool {
	return !f.liftsUnknown && slices.ContainsFunc(exercises, func(e training.ExerciseID) bool { return !slices.Contains(f.accustomed, e) })
}

func (f *Frame) itemOf(b *training.Bout, s *training.Session) Item {
	day := int(b.Date-f.Input.From) + 1
	start, minutes := f.Instant(day, b.Start), int64(b.DurationSeconds+59)/60
	d := &b.Demand
	i := Item{
		Start: start, End: start + minutes, Day: day, Sport: b.Sport, Seconds: b.DurationSeconds,
		TSS: f.Input.Profile.CountedTSS(b.Sport, b.TSS), Meters: d.RunMeters, RunSeconds: d.RunSeconds, Low: d.LowSeconds,
		Endurance: d.EnduranceSeconds, HI: d.HighIntensity,
		Moderate: d.Moderate, Heavy: d.HeavyLower, LegSets: b.HardLegSets, Legs: d.LowerBodySeconds > 0, Session: s, Groups: groupsOf(b),
		Load: b.Sport != training.Mobility && (b.TSS > 0 || s != nil),
	}
	if b.Sport == training.Run && i.Meters == 0 {
		i.Meters = b.DistanceMeters
	}
	if from := training.LongFrom(b.Sport); from > 0 {
		i.Long = b.DurationSeconds >= from && float64(b.DurationSeconds) >= longTimes*f.median[b.Sport]
	}
	i.recovery = b.DurationSeconds <= 30*60 && b.TSS <= 20 && !d.HeavyLower && d.LowSeconds == d.EnduranceSeconds && d.EnduranceSeconds > 0
	i.bout = b.SessionID
	i.flagged = s != nil && s.KeyFlagged
	i.Walked, i.Sets, i.Raced = d.WalkSeconds, d.Sets, f.onRaceDay(b)
	i.Ridden, i.Far = b.RiddenSeconds(), farOf(b)
	i.Floors = i.countedIn()
	i.Planned = s != nil && day >= 1 && s.Status == training.Planned
	i.Endures, i.Lower, i.Lifts = b.Sport.Endurance(), b.Sport.LowerBody(), b.Sport == training.Strength
	i.Race = b.Focus == training.FocusRacePace && (b.Intensity == training.AsPlanned || d.HighIntensity || d.Moderate)
	i.Key = i.flagged || i.HI || i.Race || i.Long
	i.Lower = i.Lower || b.Sport == training.MultiSport && i.Legs
	i.Late = int64(b.Start)+minutes > eveningFrom
	i.High, i.LegSeconds, i.Reserve = d.HighSeconds, d.LowerBodySeconds, d.MinRepsInReserve
	i.Patterns, i.unsaid = patternBits(d.Patterns), i.Lifts && len(d.Patterns) == 0
	return i
}

// fit works out how a session lies in the windows of its day and of the day before, which may reach past midnight.
func (f *Frame) fit(i *Item) {
	i.HoursDay, i.Outside, i.Barred = i.Day, i.End-i.Start, false
	if i.Day < 1 || i.Day > f.Input.Days {
		return
	}
	for back := range 2 {
		for _, w := range f.Hours[i.Day-back].windows {
			short := max(0, w.from-i.Start) + max(0, i.End-w.to)
			barred := len(w.sports) > 0 && !slices.Contains(w.sports, i.Sport)
			if short < i.Outside || short == i.Outside && i.Barred {
				i.Outside, i.Barred = short, barred
			}
			if back > 0 && w.overnight && short == 0 {
				i.HoursDay = i.Day - 1
			}
		}
	}
}

// onRaceDay tells whether a bout is on the day of an event that it may stand for, or be a part of.
func (f *Frame) onRaceDay(b *training.Bout) bool {
	for n := range f.Input.Profile.Events {
		if e := &f.Input.Profile.Events[n]; e.Date == b.Date && e.Takes(b.Sport) {
			return true
		}
	}
	return false
}
