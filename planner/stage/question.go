package stage

import (
	"slices"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// candidatesOfSlot is how many workouts are offered for a slot, those that the solver likes best.
const candidatesOfSlot = 16

// Ask is the question about the slots of a search, and the workouts of its candidates in the order of their numbers: what the days are for, what stands on them, which slots are open and what fits there.
func Ask(f *state.Fortnight, s *solver.Solver) (model.PlanQuestion, []training.WorkoutID) {
	p, b := &f.Snapshot.Athlete.Profile, f.Brief
	q := model.PlanQuestion{Level: p.Level, Priority: b.Athlete.Priority, Fitness: b.Fitness, Form: b.Form, Wishes: f.Wishes}
	for _, w := range runs.WeekTargets(b) {
		q.Weeks = append(q.Weeks, model.QuestionWeek{Minutes: w.Minutes, Phase: w.Phase.String(), Reason: w.Reason, Sessions: w.Sessions})
	}
	slots, standing := s.Slots(), f.Kept()
	for _, slot := range slots {
		if slot.Fixed && slot.Session != nil {
			standing = append(standing, placedIn(f, slot))
		}
	}
	for i := range b.Days {
		q.Days = append(q.Days, questionDay(f, f.Run.From.AddDays(i), standing))
	}
	numbered := numbering{numbers: map[training.WorkoutID]int{}}
	for n, slot := range slots {
		if !slot.Fixed && slot.Able {
			q.Slots = append(q.Slots, model.QuestionSlot{
				Number: n + 1, Day: slot.Day + 1,
				Candidates: numbered.candidates(s.Offered(n), f.Run.From.AddDays(slot.Day), standing),
			})
		}
	}
	for i, id := range numbered.workouts {
		q.Candidates = append(q.Candidates, candidateOf(i+1, f.Workouts[id]))
	}
	return q, numbered.workouts
}

func questionDay(f *state.Fortnight, date training.Date, standing []training.Session) model.QuestionDay {
	day := model.QuestionDay{Date: date}
	if e := f.Brief.Event; e != nil && e.Date >= date {
		left := int(e.Date - date)
		day.DaysToEvent = &left
	}
	for i := range standing {
		if s := &standing[i]; s.Date == date && s.Status != training.Skipped {
			day.Kept = append(day.Kept, model.QuestionSession{
				Sport: s.Sport, Focus: s.Focus, Minutes: (s.Load.DurationSeconds + 30) / 60, TSS: s.Load.TSS,
				Hard: s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower,
			})
		}
	}
	return day
}

// numbering gives the workouts of a question their numbers, from 1 on, in the order in which they come.
type numbering struct {
	workouts []training.WorkoutID
	numbers  map[training.WorkoutID]int
}

// candidates are the numbers of the workouts that are offered for a slot: what serves a wish, then what costs least, none that stands on
// the day already.
func (m *numbering) candidates(offered []training.WorkoutID, date training.Date, standing []training.Session) []int {
	var list []int
	for _, id := range offered {
		stands := func(s training.Session) bool { return s.Date == date && s.WorkoutID == id }
		if slices.ContainsFunc(standing, stands) || slices.Contains(list, m.numbers[id]) || len(list) == candidatesOfSlot {
			continue
		}
		if m.numbers[id] == 0 {
			m.workouts = append(m.workouts, id)
			m.numbers[id] = len(m.workouts)
		}
		list = append(list, m.numbers[id])
	}
	return list
}

func candidateOf(number int, w training.Workout) model.QuestionCandidate {
	return model.QuestionCandidate{
		Number: number, Title: w.Title, Description: w.Description, Sport: w.Sport, Focus: w.Focus, Minutes: (w.DurationSeconds + 30) / 60,
		TSS: w.TSS, HighMinutes: (w.Demand.HighSeconds + 30) / 60, HeavyLegs: w.Demand.HeavyLower,
	}
}

// Remind tells the model of a later round what stands and which rules it broke. A rule is told in the catalogue's words: a check's may
// name an event, a session, or what was measured of the athlete.
func Remind(f *state.Fortnight, s *solver.Solver, q *model.PlanQuestion, numbered []training.WorkoutID) {
	slots := s.Slots()
	for _, slot := range q.Slots {
		pick := model.Pick{Slot: slot.Number, Day: slot.Day}
		for _, p := range f.Draft {
			if p.ID == IDIn(f, slots[slot.Number-1], p.WorkoutID) {
				pick.Candidate = slices.Index(numbered, p.WorkoutID) + 1
			}
		}
		q.Standing = append(q.Standing, pick)
	}
	broken := state.HardOf(*f.Certificate)
	for i := range broken[:min(len(broken), maxBroken)] {
		q.Broken = append(q.Broken, brokenRule(f, &broken[i]))
	}
}

// maxBroken is how many broken rules the model is told of.
const maxBroken = 20

func brokenRule(f *state.Fortnight, c *rules.RuleCheck) model.BrokenRule {
	broken := model.BrokenRule{RuleID: string(c.RuleID), Message: c.Rule().Statement}
	for d := range f.Run.Days {
		if date := f.Run.From.AddDays(d); date >= c.From && date <= c.To {
			broken.Days = append(broken.Days, d+1)
		}
	}
	return broken
}
