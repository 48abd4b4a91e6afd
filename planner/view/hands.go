package view

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// RulesInput is what the rules look at of the calendar as it is: with it they ask of what a person has put there whether it is what would be
// proposed (FIL-1, WIN-1, WHO-5). What plans have put there was asked when they were made, beside what was wished for then.
func (c CalendarView) RulesInput() (rules.Input, error) {
	s := c.Own()
	in := s.RulesInput(c.From, c.DayCount)
	return in, askOfHands(&in, &s)
}

// askOfHands has the rules ask of what a person has put on the days, and leaves an input of none as it is: what the weeks would hold by a plan
// takes a moment. The snapshot has the sessions of the input.
func askOfHands(in *rules.Input, s *runs.Snapshot) error {
	byHand, athlete := map[rules.Put]*rules.Identity{}, suits{
		s: s, ledger: sync.OnceValue(s.Ledger), levels: sync.OnceValue(func() []AthleteLevel { return Levels(*s, s.Today) }), lifters: map[training.Date]session.Lifter{},
	}
	for i := range s.Sessions {
		o := &s.Sessions[i]
		if o.Status == training.Planned && o.ByHand() && o.Date >= max(in.From, in.Today) && o.Date < in.From.AddDays(in.Days) {
			byHand[rules.Put{Session: o.ID, Workout: o.WorkoutID}] = &rules.Identity{Family: session.ID(o.Family), Level: o.FamilyLevel, Forbidden: athlete.against(o)}
		}
	}
	if len(byHand) == 0 {
		return nil
	}
	weeks, err := weeksByPlan(s, in.From, in.Days)
	if err != nil {
		return err
	}
	in.ByHand, in.Weeks, in.Workouts = byHand, weeks, map[training.WorkoutID]*rules.Identity{}
	for i := range s.Sessions {
		o := &s.Sessions[i]
		in.Workouts[o.WorkoutID] = &rules.Identity{Family: session.ID(o.Family), Level: o.FamilyLevel}
	}
	return nil
}

// suits tells what suits an athlete, by what a snapshot knows, each day looked at once.
type suits struct {
	s       *runs.Snapshot
	ledger  func() *training.Ledger
	levels  func() []AthleteLevel
	lifters map[training.Date]session.Lifter
}

// against says why a session would never be proposed to the athlete on its day, by what there is to do it with, by what has to come first and by who lifts; empty where
// nothing of that is known against it. Of its lifts the exercises are known and not each set.
func (a *suits) against(o *training.Session) string {
	p := &a.s.Athlete.Profile
	if p.EquipmentOn(o.Date) != nil {
		if what, missing := session.MissingFor(o, brief.Equipment(p, brief.SportsDone(a.ledger(), o.Date), o.Date)); missing {
			return what
		}
	}
	if why := a.unopened(o); why != "" || len(o.Load.Demand.Exercises) == 0 {
		return why
	}
	who, known := a.lifters[o.Date]
	if !known {
		who = state.LifterOn(a.s, o.Date)
		a.lifters[o.Date] = who
	}
	why, _ := session.ForbiddenExercise(o.Load.Demand.Exercises, who)
	return why
}

// unopened says what has to come before a session of a family that is not for everybody of the athlete's experience; empty where nothing has, or where it
// has come: done, or planned before it. A level that is only assumed opens nothing (coaching 4).
func (a *suits) unopened(o *training.Session) string {
	f, known := session.Find(session.ID(o.Family))
	if !known || f.Access.After == "" {
		return ""
	}
	who, access := season.AthleteOf(&a.s.Athlete.Profile, a.ledger(), o.Date), &f.Access
	if slices.Index(training.Levels, who.LevelIn(f.Base())) >= slices.Index(training.Levels, access.From) {
		return ""
	}
	for i := range a.s.Sessions {
		first := &a.s.Sessions[i]
		if session.ID(first.Family) == access.After && first.FamilyLevel >= access.AfterLevel && first.Status == training.Planned && first.Date < o.Date {
			return ""
		}
	}
	for _, l := range a.levels() {
		if l.Family.ID == access.After && l.Level() >= access.AfterLevel && l.Standing.Evidence.Kind != session.Assumed {
			return ""
		}
	}
	return fmt.Sprintf("%s asks for %s experience, or for %s first", f.Title, strings.ToLower(string(access.From)), rung(access.After, access.AfterLevel))
}

// weeksByPlan are what weeks would hold by a plan that asks for nothing else: how many lifts, and which families stand in them whatever the
// season says, tests in a lighter week too.
func weeksByPlan(s *runs.Snapshot, from training.Date, days int) ([]rules.WeekTarget, error) {
	h := plainDays(*s, from, days)
	weeks, err := brief.Weeks(h.Known(h.Input(h.Locked())))
	if err != nil {
		return nil, fmt.Errorf("plan the weeks of a calendar: %w", err)
	}
	list := make([]rules.WeekTarget, len(weeks))
	for i := range weeks {
		w := &weeks[i]
		list[i] = rules.WeekTarget{First: w.First, Lifts: new(w.Places())}
		for n := range w.Slots {
			if slot := &w.Slots[n]; slot.Lock == 0 {
				list[i].Wished = append(list[i].Wished, slot.Families...)
			}
		}
		if w.StepBack {
			list[i].Wished = append(list[i].Wished, tests()...)
		}
	}
	return list, nil
}

// tests are the families of a lighter week.
func tests() []session.ID {
	var list []session.ID
	for _, f := range session.All() {
		if f.StepBack {
			list = append(list, f.ID)
		}
	}
	return slices.Clip(list)
}
