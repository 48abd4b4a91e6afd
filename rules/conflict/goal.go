package conflict

import (
	"strings"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// mostTSSAnHour bounds what hours can bring: an hour at threshold (science L2).
const mostTSSAnHour = 100

// unlimited is more TSS than a day can have.
const unlimited = 24 * mostTSSAnHour

// reach is what fitness the days have room for.
type reach struct{ *frame.Frame }

// ofGoal makes a goal that is missed one that no plan reaches, where that is so: within LD-1 (science §0b), or because of days that
// have no hours.
func (f reach) ofGoal(s *Set, wanted float64) {
	most := f.highestFitness(func(int) float64 { return unlimited })
	if most < wanted-frame.Slack {
		s.outOfReach(catalogue.LD1, f.Say("", " Within LD-1 no plan brings it beyond %1.", most), f.Say("Ask", " for a fitness of at most %1, or for more days.", most))
		return
	}
	days, most := f.inTheWay(wanted)
	if len(days) == 0 {
		return
	}
	s.Dates = nil
	var names []string
	for _, day := range days {
		s.Dates, names = append(s.Dates, f.Date(day)), append(names, f.DayName(day))
	}
	list := strings.Join(names, ", ")
	s.outOfReach(
		catalogue.AVL1, " Without hours on "+list+" no plan brings it there.",
		f.Say("Make time on one or more of "+list, ", or ask for a fitness of at most %1.", most),
	)
}

// inTheWay are the fewest days without hours that keep a goal out of reach, and the fitness that is in reach now: days are opened one
// after the other as long as the goal stays out of reach.
func (f reach) inTheWay(wanted float64) (days []int, most float64) {
	closed := f.closedDays()
	within := func(day int) float64 {
		if !closed[day] && f.Hours[day].Minutes == 0 {
			return unlimited
		}
		return f.Hours[day].Minutes / 60 * mostTSSAnHour
	}
	if most = f.highestFitness(within); most >= wanted-frame.Slack {
		return nil, most
	}
	for day := 1; day <= f.Input.Days; day++ {
		if !closed[day] {
			continue
		}
		if closed[day] = false; f.highestFitness(within) >= wanted-frame.Slack {
			closed[day] = true
			days = append(days, day)
		}
	}
	return days, most
}

// outOfReach adds a rule that stands in the goal's way, and the way out.
func (s *Set) outOfReach(rule catalogue.Code, message, repair string) {
	s.RuleIDs = append(s.RuleIDs, rule.ID())
	s.Message += message
	s.Repairs = append(s.Repairs, Repair{Message: repair})
}

// closedDays are the planned days whose hours are limited to none.
func (f reach) closedDays() (closed [frame.MaxDays + 1]bool) {
	for day := 1; day <= f.Input.Days; day++ {
		closed[day] = f.Hours[day].Limited && f.Hours[day].Minutes == 0
	}
	return closed
}

// highestFitness is the CTL at the end of the last day of a plan that brings as much as days take and as LD-1's HARD limit allows.
func (f reach) highestFitness(takes func(day int) float64) float64 {
	var fitness [frame.MaxDays + 1]float64
	fitness[0] = f.Load.End(0).Fitness
	for day := 1; day <= f.Input.Days; day++ {
		week := f.Load.Start(min(1, max(day-6, f.Stated))).Fitness
		if day > 7 {
			week = fitness[day-7]
		}
		least := training.State{Fitness: fitness[day-1]}.After(f.Idle.TSS(day) + f.Events[frame.Index(day)]).Fitness
		most := training.State{Fitness: fitness[day-1]}.After(max(takes(day), f.Idle.TSS(day)) + f.Events[frame.Index(day)]).Fitness
		fitness[day] = max(least, min(most, week+f.Limits.RampHard))
	}
	return fitness[f.Input.Days]
}
