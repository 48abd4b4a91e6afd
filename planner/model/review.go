package model

import (
	"fmt"
	"slices"

	"fortnight/planner/runs"
	"fortnight/prose"
)

// Reviewer judges the picks of one answer against the question: an unknown slot or candidate, a candidate that was not offered there, a
// wrong day and a second pick for a slot are dropped; prose is kept as far as its numbers are the data's.
type Reviewer struct {
	question   PlanQuestion
	slots      map[int]QuestionSlot
	candidates map[int]QuestionCandidate
	taken      map[int]bool
	picked     map[int]int // day to candidates picked, for one workout twice on a day
}

// NewReviewer reviews answers to a question.
func NewReviewer(q PlanQuestion) *Reviewer {
	r := &Reviewer{question: q, slots: map[int]QuestionSlot{}, candidates: map[int]QuestionCandidate{}, taken: map[int]bool{}, picked: map[int]int{}}
	for _, s := range q.Slots {
		r.slots[s.Number] = s
	}
	for _, c := range q.Candidates {
		r.candidates[c.Number] = c
	}
	return r
}

// Take is the pick as it may be used, what was dropped or corrected, and whether anything of it is left. A rationale that is empty
// afterwards is for the caller to write.
func (r *Reviewer) Take(p Pick) (Pick, []runs.Finding, bool) {
	slot, there := r.slots[p.Slot]
	if !there {
		return Pick{}, []runs.Finding{{Dropped: true, Reason: "The model filled a slot that does not exist."}}, false
	}
	date := r.question.Days[slot.Day-1].Date
	if reason := r.refuse(p, slot); reason != "" {
		return Pick{}, []runs.Finding{{Date: &date, Dropped: true, Reason: reason}}, false
	}
	r.taken[p.Slot], r.picked[slot.Day] = true, p.Candidate
	text, reasons := prose.Keep(p.Rationale, r.facts(slot, p.Candidate))
	var findings []runs.Finding
	for _, reason := range reasons {
		findings = append(findings, runs.Finding{Date: &date, Reason: reason})
	}
	p.Rationale = text
	return p, findings, true
}

func (r *Reviewer) refuse(p Pick, slot QuestionSlot) string {
	on := prose.Day(r.question.Days[slot.Day-1].Date)
	candidate, there := r.candidates[p.Candidate]
	switch {
	case r.taken[p.Slot]:
		return fmt.Sprintf("%s: the model filled the slot twice; the first holds.", on)
	case p.Day != slot.Day:
		return fmt.Sprintf("%s: the model took the slot for another day's.", on)
	case p.Candidate == 0:
		return ""
	case !there:
		return fmt.Sprintf("%s: the model chose a workout that does not exist.", on)
	case !slices.Contains(slot.Candidates, p.Candidate):
		return fmt.Sprintf("%s: “%s” was not offered for this slot.", on, prose.Clip(candidate.Title, 120))
	case r.picked[slot.Day] == p.Candidate:
		return fmt.Sprintf("%s: “%s” twice on one day.", on, prose.Clip(candidate.Title, 120))
	}
	return ""
}

// Missing are the numbers of the slots that nothing was taken for, in the question's order.
func (r *Reviewer) Missing() []int {
	var list []int
	for _, s := range r.question.Slots {
		if !r.taken[s.Number] {
			list = append(list, s.Number)
		}
	}
	return list
}

// facts are the numbers that belong to a slot filled with a candidate. Minutes and TSS come from what was measured, never from a title.
func (r *Reviewer) facts(slot QuestionSlot, candidate int) []prose.Fact {
	q := &r.question
	d := q.Days[slot.Day-1]
	facts := []prose.Fact{{Value: float64(slot.Day), Unit: ""}, {Value: float64(d.Date.Midnight().Day()), Unit: ""}, {Value: float64((slot.Day-1)/7 + 1), Unit: ""}}
	for _, w := range q.Weeks {
		facts = append(facts, prose.Fact{Value: float64(w.Minutes), Unit: "min"})
	}
	for _, kept := range d.Kept {
		facts = append(facts, prose.Fact{Value: float64(kept.Minutes), Unit: "min"}, prose.Fact{Value: kept.TSS, Unit: "TSS"})
	}
	if d.DaysToEvent != nil {
		facts = append(facts, prose.Fact{Value: float64(*d.DaysToEvent), Unit: "day"})
	}
	if c, there := r.candidates[candidate]; there {
		facts = append(facts, prose.Fact{Value: float64(c.Minutes), Unit: "min"}, prose.Fact{Value: c.TSS, Unit: "TSS"}, prose.Fact{Value: float64(c.HighMinutes), Unit: "min"})
		for _, n := range prose.NumbersIn(c.Title) {
			if n.Unit != "min" && n.Unit != "TSS" && n.Readable {
				facts = append(facts, n.Fact)
			}
		}
	}
	return facts
}
