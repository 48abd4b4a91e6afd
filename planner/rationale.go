package planner

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// why says in plain words why a session stands where it does; every number is the session's or its neighbours'.
func (f *fortnight) why(s *training.Session, all []training.Session, isKey bool) string {
	parts := []string{f.purpose(s, isKey)}
	if before := previousHard(s, all); before != nil && s.Load.Demand.HighIntensity {
		parts = append(parts, fmt.Sprintf("It comes %s after the hard session of %s.", f.apart(before, s), prose.Day(before.Date)))
	}
	if s.Load.Demand.HighIntensity && s.Load.Demand.LowerBodySeconds > 0 {
		parts = append(parts, f.carried(s, all))
	}
	if e := f.Brief.Event; e != nil && s.Sport == e.Sport && e.Date > s.Date && (isKey || s.Load.Demand.HighIntensity) {
		parts = append(parts, fmt.Sprintf("%s is %d days away.", e.Name, int(e.Date-s.Date)))
	}
	return strings.Join(parts, " ")
}

func (f *fortnight) purpose(s *training.Session, isKey bool) string {
	d := &s.Load.Demand
	sport := s.Sport.Name()
	switch {
	case s.Sport == training.Strength && d.HeavyLower:
		return fmt.Sprintf("Heavy leg strength, %d hard sets, where a day or more lies before the next key session for the legs.", s.Load.HardLegSets)
	case s.Sport == training.Strength:
		return "Strength that leaves the legs fresh enough for the endurance work around it."
	case d.HighIntensity:
		return fmt.Sprintf("One of the week's hard sessions: %d min at high intensity.", (d.HighSeconds+30)/60)
	case isKey:
		return fmt.Sprintf("The week's longest session: %s of steady %s.", prose.Minutes(s.Load.DurationSeconds), sport)
	case d.Moderate:
		return fmt.Sprintf("Moderate work, %d min below threshold, that costs less than a hard session.", (d.ModerateSeconds+30)/60)
	}
	return fmt.Sprintf("Easy %s: %s that build without tiring.", sport, prose.Minutes(s.Load.DurationSeconds))
}

func previousHard(s *training.Session, all []training.Session) *training.Session {
	var before *training.Session
	for i := range all {
		o := &all[i]
		earlier := o.Date < s.Date || o.Date == s.Date && o.Start < s.Start
		if earlier && o.Load.Demand.HighIntensity {
			before = o
		}
	}
	return before
}

// apart is the time from start to start: in hours where rules speak of them, else in days.
func (f *fortnight) apart(a, b *training.Session) string {
	if days := int(b.Date - a.Date); days > 3 {
		return fmt.Sprintf("%d days", days)
	}
	zone := f.snapshot.Athlete.Profile.Location()
	return fmt.Sprintf("%.0f h", b.StartsAt(zone).Sub(a.StartsAt(zone)).Hours())
}

// freshLegs is up to which fatigue, in TSS, legs are called fresh: what an easy run of half an hour has left after a night.
const freshLegs = 10

// carried says what the legs bring along to a hard session for them.
func (f *fortnight) carried(s *training.Session, all []training.Session) string {
	zone := f.snapshot.Athlete.Profile.Location()
	var before []training.Bout
	for _, b := range f.snapshot.Ledger().Bouts() {
		if b.Date < f.run.From {
			before = append(before, b)
		}
	}
	for i := range all {
		before = append(before, all[i].Bout())
	}
	left := training.LowerBodyFatigue(before, s.Date.At(s.Start, zone), zone)
	if left <= freshLegs {
		return "The legs are fresh."
	}
	return fmt.Sprintf("The legs still carry %.0f TSS.", left)
}

// whyRest says why a day stays free.
func (f *fortnight) whyRest(date training.Date) string {
	p := &f.snapshot.Athlete.Profile
	for _, e := range p.Events {
		if e.Date == date {
			return e.Name + " is today."
		}
	}
	if why, free := f.whyWished(date); free {
		return why
	}
	if f.gaveUp(date) {
		return "What was planned here was skipped, and its load is not made up for."
	}
	switch longest, _ := f.snapshot.Hours().Room(date); {
	case longest == 0 && p.AvailableSeconds(date) == 0:
		return "There are no hours to train in."
	case longest == 0:
		return "The hours of the day are over."
	}
	for _, locked := range f.snapshot.LockedDays {
		if locked == date {
			return "The day is locked."
		}
	}
	if d := f.Brief.Days[int(date-f.run.From)]; d.Kind != brief.Rest && !d.Closed {
		if slices.ContainsFunc(f.Wishes, func(w wish.Wish) bool { return w.On(date) && w.Kind != wish.Prefer }) {
			return "Nothing fits here within the wish, the rules and the week's budget."
		}
		return "Nothing fits here without breaking a rule or the week's budget."
	}
	return "Load needs days without it to become fitness."
}

// whyWished says that a day is free by the athlete's wish.
func (f *fortnight) whyWished(date training.Date) (string, bool) {
	w, rests := f.Wishes.Rests(date)
	if !rests {
		return "", false
	}
	reason := map[wish.Kind]string{
		wish.Rest: "The day is free, as wished", wish.Race: "A race is on this day", wish.Unwell: "No training while unwell",
	}[w.Kind]
	return fmt.Sprintf("%s: “%s”.", reason, w.Quote), true
}
