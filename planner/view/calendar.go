package view

import (
	"sort"
	"sync"

	"fortnight/planner/runs"
	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// CalendarView is an athlete's calendar as it is read: a snapshot, and the days of it that are looked at.
type CalendarView struct {
	runs.Snapshot
	From     training.Date
	DayCount int // 1 to rules.MaxDays

	// Edition is the same in two of one athlete, as one process shows them, that say the same but for what goes by the hour. 0 is none.
	Edition int
}

// Version is whose it is and which edition: of two of one version all days and weeks say the same, and the sessions have the same workouts.
func (c *CalendarView) Version() (id string, revision int) { return string(c.Athlete.ID), c.Edition }

// To is the last day.
func (c CalendarView) To() training.Date { return c.From.AddDays(c.DayCount - 1) }

// Weeks sums the days by seven. Where they stand in the season is worked out for all at once, when somebody first asks.
func (c CalendarView) Weeks() []PlanWeek {
	ledger := c.Ledger()
	standings := sync.OnceValues(func() ([]season.Standing, error) { return standingsOf(c.Own(), c.From, c.DayCount) })
	first, any := ledger.FirstDone()
	sums := ledger.Weeks(c.From, c.DayCount)
	weeks := make([]PlanWeek, len(sums))
	for i, sum := range sums {
		weeks[i] = PlanWeek{PlanWeek: sum}
		if last := sum.StartsOn.AddDays(6); last >= c.Today || any && last >= first {
			weeks[i].standing = func() (*season.Standing, error) {
				list, err := standings()
				if err != nil {
					return nil, err
				}
				return &list[i], nil
			}
		}
	}
	return weeks
}

// PlanWeek is seven days of a calendar, summed, with where they stand in the athlete's season.
type PlanWeek struct {
	training.PlanWeek

	standing func() (*season.Standing, error) // nil for a week that was over before the first training
}

// Phase is where the week stands, nil where it was over before the first training.
func (w PlanWeek) Phase() (*session.Phase, error) {
	if w.standing == nil {
		return nil, nil
	}
	at, err := w.standing()
	if err != nil {
		return nil, err
	}
	phase := at.Phase
	return &phase, nil
}

// PhaseReason says in words why it stands there, nil where Phase is.
func (w PlanWeek) PhaseReason() (*string, error) {
	if w.standing == nil {
		return nil, nil
	}
	at, err := w.standing()
	if err != nil {
		return nil, err
	}
	text := reason.Phase(at, w.StartsOn)
	return &text, nil
}

// Days are the days looked at, in order.
func (c CalendarView) Days() []training.PlanDay {
	ledger := c.Ledger()
	days := make([]training.PlanDay, c.DayCount)
	for i := range days {
		days[i] = c.day(c.From.AddDays(i))
		days[i].TSS = ledger.TSS(days[i].Date)
	}
	for n := range c.Athlete.Profile.Events {
		e := &c.Athlete.Profile.Events[n]
		if at := int(e.Date - c.From); at >= 0 && at < len(days) {
			days[at].Events = append(days[at].Events, training.DayEvent{Event: e, TSS: ledger.EventTSS(n)})
		}
	}
	fitness := ledger.Fitness(c.From, c.To())
	for i := range fitness {
		days[fitness[i].Date-c.From].Fitness = &fitness[i]
	}
	return days
}

func (c CalendarView) day(date training.Date) training.PlanDay {
	day := training.PlanDay{
		AthleteID:        c.Athlete.ID,
		Date:             date,
		AvailableSeconds: c.Athlete.Profile.AvailableSeconds(date),
		Sessions:         []training.PlannedSession{},
	}
	for _, locked := range c.LockedDays {
		day.Locked = day.Locked || locked == date
	}
	for i := range c.Sessions {
		if c.Sessions[i].Date == date {
			day.Sessions = append(day.Sessions, c.Sessions[i].PlannedSession)
		}
	}
	sort.SliceStable(day.Sessions, func(i, j int) bool { return day.Sessions[i].Start < day.Sessions[j].Start })
	for _, a := range c.Athlete.Profile.DateAvailability {
		if a.Date == date {
			day.Note = a.Note
		}
	}
	return day
}
