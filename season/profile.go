package season

import (
	"slices"

	"fortnight/training"
)

// AthleteOf is what a profile and the days behind it say of an athlete on the first planned day. What conditions and words rule out is not
// in it: gates are read elsewhere, and set No, NoSports, EasySports, NoFamilies, Lifts, NoHI, Volume, Longest, Hurt, Postpartum and Return.
func AthleteOf(p *training.Profile, l *training.Ledger, from training.Date) Athlete {
	a := Athlete{Level: p.Level, KnownDays: l.KnownDays(from), NoHI: p.AwaitsClearance}
	a.Gear = p.EquipmentOn(from)
	if p.Priority != nil {
		a.Priority = *p.Priority
	}
	if p.WeeklyHours != nil {
		a.HoursPerWeek = *p.WeeklyHours
	}
	if p.SessionsPerWeek != nil {
		a.SessionsPerWeek = *p.SessionsPerWeek
	}
	if p.StrengthExperienceMonths != nil {
		a.StrengthMonths, a.StrengthKnown = *p.StrengthExperienceMonths, true
	}
	a.Lifted = slices.ContainsFunc(l.Bouts(), func(b training.Bout) bool { return b.Sport == training.Strength && !b.Planned && b.Date < from })
	if p.HeightCentimeters != nil && p.BodyMassKilograms != nil {
		a.BMI = *p.BodyMassKilograms / (*p.HeightCentimeters / 100 * *p.HeightCentimeters / 100)
	}
	a.SportMonths = make(map[training.Sport]int, len(p.SportExperienceMonths))
	for _, e := range p.SportExperienceMonths {
		a.SportMonths[e.Sport] = e.Months
	}
	if p.BirthDate != nil {
		a.Age = yearsBetween(*p.BirthDate, from)
	}
	if points := l.Fitness(from, from); len(points) > 0 {
		a.CTL = points[0].Fitness
	}
	if p.Level == training.Novice && a.KnownDays > 0 {
		a.TrainingWeek = a.KnownDays/7 + 1
	}
	return a
}

// yearsBetween is how old somebody born on a day is on another.
func yearsBetween(born, day training.Date) int {
	b, d := born.Midnight(), day.Midnight()
	years := d.Year() - b.Year()
	if d.Month() < b.Month() || d.Month() == b.Month() && d.Day() < b.Day() {
		years--
	}
	return max(0, years)
}

// EventsOf are a profile's events as far as it tells of them, each with its format: it is asked for again and again, and reading a name takes long.
func EventsOf(p *training.Profile) []Event {
	events := make([]Event, 0, len(p.Events))
	for i := range p.Events {
		e := &p.Events[i]
		s := Event{ID: e.ID, Name: e.Name, Date: e.Date, Sport: e.Sport, Priority: e.Priority}
		if e.DistanceMeters != nil {
			s.DistanceMeters = *e.DistanceMeters
		}
		if e.ExpectedTSS != nil {
			s.ExpectedTSS = *e.ExpectedTSS
		}
		if e.Format != nil {
			s.Format = *e.Format
		}
		if e.ExpectedSeconds != nil {
			s.ExpectedSeconds = *e.ExpectedSeconds
		}
		if e.AscentMeters != nil {
			s.AscentMeters = *e.AscentMeters
		}
		s.Format = s.Kind()
		events = append(events, s)
	}
	return events
}

// Expecting is a profile whose events all say what they are expected to bring: what each is stated to, else Event.Load. It is p itself where
// nothing is missing. A ledger reckons with it, so that a race weighs the same in an athlete's form, in the rules and in what is planned
// (coaching 6.1).
func Expecting(p *training.Profile, r *Racer) *training.Profile {
	if !slices.ContainsFunc(p.Events, func(e training.Event) bool { return e.ExpectedTSS == nil }) {
		return p
	}
	with, read := *p, EventsOf(p)
	with.Events = slices.Clone(p.Events)
	for n := range with.Events {
		if e := &with.Events[n]; e.ExpectedTSS == nil {
			load := read[n].Load(r)
			e.ExpectedTSS = &load
		}
	}
	return &with
}

// RacerOf is what a profile and the rides among bouts that were done foretell races from.
func RacerOf(p *training.Profile, bouts []training.Bout) Racer {
	r := Racer{Thresholds: p.Thresholds, Level: p.Level}
	meters, seconds := 0.0, 0
	for i := range bouts {
		b := &bouts[i]
		if b.Sport == training.Ride && !b.Planned && b.DistanceMeters > 0 {
			meters, seconds = meters+b.DistanceMeters, seconds+b.DurationSeconds
		}
	}
	if seconds > 0 {
		r.RideMetersPerSecond = meters / float64(seconds)
	}
	return r
}

// GoalOf is a goal as it is stated, nil where none is. Of one that is for an event, the event among these says format, distance and day.
func GoalOf(t *training.Goal, events []Event) *Goal {
	if t == nil {
		return nil
	}
	g := Goal{Kind: t.Kind, ExerciseID: t.ExerciseID, BodyParts: t.BodyParts, Sports: t.Sports, By: t.By}
	if t.ExerciseID != "" {
		g.Lifts = []training.ExerciseID{t.ExerciseID}
	}
	set(&g.Format, t.Format)
	set(&g.DistanceMeters, t.DistanceMeters)
	set(&g.TargetSeconds, t.TargetSeconds)
	set(&g.TargetWatts, t.TargetWatts)
	set(&g.TargetKilograms, t.TargetKilograms)
	set(&g.HoursPerWeek, t.HoursPerWeek)
	set(&g.SessionsPerWeek, t.SessionsPerWeek)
	if at := slices.IndexFunc(events, func(e Event) bool { return e.ID == t.EventID }); t.EventID != "" && at >= 0 {
		e := &events[at]
		day := e.Date
		g.Format, g.DistanceMeters, g.By = e.Kind(), e.meters(), &day
	}
	if g.Format == "" && g.DistanceMeters > 0 && len(g.Sports) == 1 {
		g.Format = FormatOf(g.Sports[0], g.DistanceMeters, "")
	}
	return &g
}

func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// What stated longest sessions count for: .8 of them, for thirty days.
const (
	statedShare = .8
	statedDays  = 30
)

// State adds the longest sessions that an athlete states to a history in which they are not known.
func (h *History) State(longest []training.LongestSession) {
	for _, l := range longest {
		if l.Date >= h.From || l.Date < h.From.AddDays(-statedDays) || l.Seconds == nil {
			continue
		}
		e := Effort{Date: l.Date, Sport: l.Sport, Minutes: int(statedShare * float64(*l.Seconds) / 60)}
		if l.Meters != nil {
			e.Meters = statedShare * *l.Meters
		}
		h.Efforts = append(h.Efforts, e)
	}
}
