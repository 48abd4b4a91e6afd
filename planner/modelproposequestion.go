package planner

import (
	"cmp"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/training"
)

// candidatesOfSlot is how many workouts are offered for a slot, those that the solver likes best.
const candidatesOfSlot = 16

// ask puts the question together: what the days are for, what stands on them, which slots are open and what fits there.
func (a *asking) ask() {
	p, b := &a.j.snapshot.Athlete.Profile, a.j.state.Brief
	q := &a.question
	*q = PlanQuestion{Level: p.Level, Priority: p.Priority, Fitness: b.Fitness, Form: b.Form, Wishes: a.j.state.Wishes}
	for _, w := range b.Weeks {
		q.Weeks = append(q.Weeks, QuestionWeek{BudgetTSS: w.Budget, Phase: w.Phase})
	}
	standing := slices.Clone(a.s.kept)
	for n := range a.s.slots {
		if slot := &a.s.slots[n]; slot.fixed && slot.chosen >= 0 {
			standing = append(standing, a.s.session(slot))
		}
	}
	for i, d := range b.Days {
		q.Days = append(q.Days, a.j.questionDay(a.s.date(i), d, standing))
	}
	numbers := map[training.WorkoutID]int{}
	for n := range a.s.slots {
		if slot := &a.s.slots[n]; !slot.fixed && len(slot.options) > 0 {
			q.Slots = append(q.Slots, QuestionSlot{
				Number: n + 1, Day: slot.day + 1, Purpose: strings.Replace(string(slot.wanted), string(brief.Secondary), string(brief.Lift), 1),
				Candidates: a.candidates(slot, standing, numbers),
			})
		}
	}
}

func (j *journey) questionDay(date training.Date, d brief.Day, standing []training.Session) QuestionDay {
	day := QuestionDay{Date: date, TargetTSS: d.TSS}
	if e := j.state.Brief.Event; e != nil && e.Date >= date {
		left := int(e.Date - date)
		day.DaysToEvent = &left
	}
	for i := range standing {
		if s := &standing[i]; s.Date == date && s.Status != training.Skipped {
			day.Kept = append(day.Kept, QuestionSession{
				Sport: s.Sport, Focus: s.Focus, Minutes: (s.Load.DurationSeconds + 30) / 60, TSS: s.Load.TSS,
				Hard: s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower,
			})
		}
	}
	return day
}

// candidates are the numbers of the workouts that are offered for a slot: what serves a wish, then what costs least, none that stands on
// the day already.
func (a *asking) candidates(slot *slot, standing []training.Session, numbers map[training.WorkoutID]int) []int {
	options := slices.Clone(slot.options)
	slices.SortStableFunc(options, func(x, y option) int {
		if (x.serves > 0) != (y.serves > 0) {
			return cmp.Compare(y.serves, x.serves)
		}
		return cmp.Compare(x.penalty, y.penalty)
	})
	var list []int
	for i := range options {
		id := options[i].session.WorkoutID
		stands := func(s training.Session) bool { return s.Date == a.s.date(slot.day) && s.WorkoutID == id }
		if slices.ContainsFunc(standing, stands) || slices.Contains(list, numbers[id]) || len(list) == candidatesOfSlot {
			continue
		}
		if numbers[id] == 0 {
			a.workouts = append(a.workouts, id)
			numbers[id] = len(a.workouts)
			a.question.Candidates = append(a.question.Candidates, candidateOf(numbers[id], a.j.workouts[id]))
		}
		list = append(list, numbers[id])
	}
	return list
}

func candidateOf(number int, w training.Workout) QuestionCandidate {
	return QuestionCandidate{
		Number: number, Title: w.Title, Description: w.Description, Sport: w.Sport, Focus: w.Focus, Minutes: (w.DurationSeconds + 30) / 60,
		TSS: w.TSS, HighMinutes: (w.Demand.HighSeconds + 30) / 60, HeavyLegs: w.Demand.HeavyLower,
	}
}

// remind tells the model of a later round what stands and which rules it broke. A rule is told in the catalogue's words: a check's may
// name an event, a session, or what was measured of the athlete.
func (a *asking) remind() {
	for _, slot := range a.question.Slots {
		pick := Pick{Slot: slot.Number, Day: slot.Day}
		at := &a.s.slots[slot.Number-1]
		for _, p := range a.j.state.Draft {
			if id := a.s.id(at.day, at.second, p.WorkoutID); p.ID == id {
				pick.Candidate = slices.Index(a.workouts, p.WorkoutID) + 1
			}
		}
		a.question.Standing = append(a.question.Standing, pick)
	}
	broken := hardOf(*a.j.state.Certificate)
	for i := range broken[:min(len(broken), maxBroken)] {
		a.question.Broken = append(a.question.Broken, a.j.broken(&broken[i]))
	}
}

// maxBroken is how many broken rules the model is told of.
const maxBroken = 20

func (j *journey) broken(c *rules.RuleCheck) BrokenRule {
	broken := BrokenRule{RuleID: string(c.RuleID), Message: c.Rule().Statement}
	for d := range j.run.Days {
		if date := j.run.From.AddDays(d); date >= c.From && date <= c.To {
			broken.Days = append(broken.Days, d+1)
		}
	}
	return broken
}
