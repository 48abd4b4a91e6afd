package rules

import (
	"strings"

	"fortnight/training"
)

// mostTSSAnHour bounds what hours can bring: an hour at threshold (science L2).
const mostTSSAnHour = 100

// goal measures what was asked for.
func (f *frame) goal(out sink) {
	if f.in.TargetFitness == nil {
		return
	}
	out.take(row{
		rule: goalFitness, severity: Hard, from: f.in.Days, to: f.in.Days, measured: f.load.End(f.in.Days).Fitness, limit: *f.in.TargetFitness,
		atLeast: true, unknown: f.dark(f.in.Days),
	})
}

// reachOfGoal makes a goal that is missed one that no plan reaches, where that is so: within LD-1 (science §0b), or because of days that
// have no hours.
func (f *frame) reachOfGoal(s *ConflictSet, wanted float64) {
	most := f.highestFitness(func(int) float64 { return unlimited })
	if most < wanted-slack {
		s.outOfReach(ld1, f.say("", " Within LD-1 no plan brings it beyond %1.", most), f.say("Ask", " for a fitness of at most %1, or for more days.", most))
		return
	}
	days, most := f.inTheWay(wanted)
	if len(days) == 0 {
		return
	}
	s.Dates = nil
	var names []string
	for _, day := range days {
		s.Dates, names = append(s.Dates, f.date(day)), append(names, f.dayName(day))
	}
	list := strings.Join(names, ", ")
	s.outOfReach(
		avl1, " Without hours on "+list+" no plan brings it there.",
		f.say("Make time on one or more of "+list, ", or ask for a fitness of at most %1.", most),
	)
}

// inTheWay are the fewest days without hours that keep a goal out of reach, and the fitness that is in reach now: days are opened one
// after the other as long as the goal stays out of reach.
func (f *frame) inTheWay(wanted float64) (days []int, most float64) {
	closed := f.closedDays()
	within := func(day int) float64 {
		if !closed[day] && f.hours[day].minutes == 0 {
			return unlimited
		}
		return f.hours[day].minutes / 60 * mostTSSAnHour
	}
	if most = f.highestFitness(within); most >= wanted-slack {
		return nil, most
	}
	for day := 1; day <= f.in.Days; day++ {
		if !closed[day] {
			continue
		}
		if closed[day] = false; f.highestFitness(within) >= wanted-slack {
			closed[day] = true
			days = append(days, day)
		}
	}
	return days, most
}

// outOfReach adds a rule that stands in the goal's way, and the way out.
func (s *ConflictSet) outOfReach(rule code, message, repair string) {
	s.RuleIDs = append(s.RuleIDs, rule.id())
	s.Message += message
	s.Repairs = append(s.Repairs, Repair{Message: repair})
}

// closedDays are the planned days whose hours are limited to none.
func (f *frame) closedDays() (closed [MaxDays + 1]bool) {
	for day := 1; day <= f.in.Days; day++ {
		closed[day] = f.hours[day].limited && f.hours[day].minutes == 0
	}
	return closed
}

// unlimited is more TSS than a day can have.
const unlimited = 24 * mostTSSAnHour

// highestFitness is the CTL at the end of the last day of a plan that brings as much as days take and as LD-1's HARD limit allows.
func (f *frame) highestFitness(takes func(day int) float64) float64 {
	var fitness [MaxDays + 1]float64
	fitness[0] = f.load.End(0).Fitness
	for day := 1; day <= f.in.Days; day++ {
		week := f.load.Start(min(1, max(day-6, f.stated))).Fitness
		if day > 7 {
			week = fitness[day-7]
		}
		least := training.State{Fitness: fitness[day-1]}.After(f.idle.TSS(day) + f.events[index(day)]).Fitness
		most := training.State{Fitness: fitness[day-1]}.After(max(takes(day), f.idle.TSS(day)) + f.events[index(day)]).Fitness
		fitness[day] = max(least, min(most, week+f.limits.rampHard))
	}
	return fitness[f.in.Days]
}
