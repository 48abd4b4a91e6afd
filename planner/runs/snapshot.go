package runs

import (
	"slices"
	"time"

	"fortnight/brief"
	"fortnight/gate"
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/training"
)

// Snapshot is all the planner knows of an athlete, read at one instant. Revision is the calendar's at that instant. Sessions are
// measured for the athlete and reach from rules.HistoryDays before the plan to its last day; LockedDays and Overrides likewise.
type Snapshot struct {
	Athlete    training.User
	Revision   int
	Now        time.Time     // the instant at which it was read; zero where nobody asks what of today is over
	Today      training.Date // the athlete's, at that instant
	Activities []training.Activity
	Sessions   []training.Session
	Past       []training.PastLoad // what was done before these, by date: with it a day's fitness is the same whichever days are read
	LockedDays []training.Date
	CheckIns   []training.CheckIn
	Overrides  []rules.Override

	// Restrictions are all that were spoken of, those that are cleared too.
	Restrictions []training.Restriction
	// Shut are times in which there is none to train, by the wish of the plan.
	Shut []hours.Shut
}

// Own is the snapshot with lists that its reader may change. What the lists hold is shared; nobody changes that in place.
func (s Snapshot) Own() Snapshot {
	s.Activities, s.Sessions, s.LockedDays = slices.Clone(s.Activities), slices.Clone(s.Sessions), slices.Clone(s.LockedDays)
	s.Restrictions = slices.Clone(s.Restrictions)
	s.CheckIns, s.Overrides, s.Past = slices.Clone(s.CheckIns), slices.Clone(s.Overrides), slices.Clone(s.Past)
	return s
}

// Ledger reckons with all that the snapshot knows of the load, and with what its events are expected to bring.
func (s Snapshot) Ledger() *training.Ledger {
	bouts := training.Bouts(s.Today, s.Activities, s.Sessions)
	racer := season.RacerOf(&s.Athlete.Profile, bouts)
	return training.LedgerOf(season.Expecting(&s.Athlete.Profile, &racer), s.Today, s.Past, bouts)
}

// Hours are the athlete's at the instant of the snapshot.
func (s *Snapshot) Hours() hours.Hours {
	return hours.Hours{Profile: &s.Athlete.Profile, Today: s.Today, Now: s.Now, Shut: s.Shut, Longest: s.longest()}
}

// longest is the length in minutes of the longest session of endurance that was done, of what the snapshot has.
func (s *Snapshot) longest() int {
	seconds := 0
	for i := range s.Activities {
		if a := &s.Activities[i]; a.Sport.Endurance() {
			seconds = max(seconds, a.DurationSeconds)
		}
	}
	for i := range s.Sessions {
		if d := &s.Sessions[i]; d.Status == training.Completed && d.Sport.Endurance() && d.Result != nil {
			seconds = max(seconds, d.Result.DurationSeconds)
		}
	}
	return seconds / 60
}

// Stated is what days from one on have to keep by what is stated of the body, as brief.Stated reads it with some words.
func (s *Snapshot) Stated(words string, from training.Date) gate.Bounds {
	p := &s.Athlete.Profile
	if len(p.Conditions) == 0 && !(p.Goal != nil && season.OnWheels(*p.Goal)) && !slices.ContainsFunc(s.Restrictions, func(r training.Restriction) bool { return r.Open() }) {
		return gate.Bounds{}
	}
	return brief.Stated(p, s.Ledger(), s.CheckIns, s.Restrictions, words, from)
}

// RulesInput is what the rules look at for days planned days from from.
func (s Snapshot) RulesInput(from training.Date, days int) rules.Input {
	stated := s.Stated(brief.Words(&s.Athlete.Profile, nil), from)
	return s.RulesInputWith(&stated, from, days)
}

// RulesInputWith is RulesInput where it is known what is stated of the body.
func (s Snapshot) RulesInputWith(stated *gate.Bounds, from training.Date, days int) rules.Input {
	return rules.Input{
		Gates: stated,
		Today: s.Today, From: from, Days: days, Profile: s.Athlete.Profile, CheckIns: training.Sickness(s.CheckIns, s.Restrictions), Restrictions: s.restricted(), Cleared: s.cleared(), Activities: s.Activities,
		Past: s.Past, Sessions: s.Sessions, Missed: rules.Missed(&s.Athlete.Profile, s.Today, s.Sessions), LockedDays: s.LockedDays, Overrides: s.Overrides, Revision: s.Revision,
		NotBefore: s.Hours().Earliest(),
	}
}

// cleared are the restrictions that are over.
func (s *Snapshot) cleared() []training.Restriction {
	var list []training.Restriction
	for i := range s.Restrictions {
		if s.Restrictions[i].Over() {
			list = append(list, s.Restrictions[i])
		}
	}
	return list
}

// restricted are the restrictions that hold and are stored.
func (s *Snapshot) restricted() []training.Restriction {
	var list []training.Restriction
	for i := range s.Restrictions {
		if r := &s.Restrictions[i]; r.Open() && r.ID != "" {
			list = append(list, s.Restrictions[i])
		}
	}
	return list
}
