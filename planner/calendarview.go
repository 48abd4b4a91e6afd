package planner

import (
	"sort"

	"fortnight/training"
)

// CalendarView is an athlete's calendar as it is read: a snapshot, and the days of it that are looked at.
type CalendarView struct {
	Snapshot
	From     training.Date
	DayCount int // 1 to rules.MaxDays
}

// To is the last day.
func (c CalendarView) To() training.Date { return c.From.AddDays(c.DayCount - 1) }

// Weeks sums the days by seven.
func (c CalendarView) Weeks() []training.PlanWeek {
	return c.Ledger().Weeks(c.From, c.DayCount)
}

// Days are the days looked at, in order.
func (c CalendarView) Days() []training.PlanDay {
	ledger := c.Ledger()
	days := make([]training.PlanDay, c.DayCount)
	for i := range days {
		days[i] = c.day(c.From.AddDays(i))
		days[i].TSS = ledger.TSS(days[i].Date)
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
	for _, session := range c.Sessions {
		if session.Date == date {
			day.Sessions = append(day.Sessions, session.PlannedSession)
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
