package planner

import (
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
	slots, standing := a.s.Slots(), a.j.kept()
	for _, slot := range slots {
		if slot.Fixed && slot.Full {
			standing = append(standing, a.j.placedIn(slot))
		}
	}
	for i, d := range b.Days {
		q.Days = append(q.Days, a.j.questionDay(a.j.run.From.AddDays(i), d, standing))
	}
	numbers := map[training.WorkoutID]int{}
	for n, slot := range slots {
		if !slot.Fixed && slot.Able {
			q.Slots = append(q.Slots, QuestionSlot{
				Number: n + 1, Day: slot.Day + 1, Purpose: strings.Replace(string(slot.Wanted), string(brief.Secondary), string(brief.Lift), 1),
				Candidates: a.candidates(n, a.j.run.From.AddDays(slot.Day), standing, numbers),
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
func (a *asking) candidates(slot int, date training.Date, standing []training.Session, numbers map[training.WorkoutID]int) []int {
	var list []int
	for _, id := range a.s.Offered(slot) {
		stands := func(s training.Session) bool { return s.Date == date && s.WorkoutID == id }
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
	slots := a.s.Slots()
	for _, slot := range a.question.Slots {
		pick := Pick{Slot: slot.Number, Day: slot.Day}
		for _, p := range a.j.state.Draft {
			if p.ID == a.j.idIn(slots[slot.Number-1], p.WorkoutID) {
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
