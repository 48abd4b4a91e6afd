package rules

import (
	"cmp"
	"fmt"
	"slices"

	"fortnight/training"
)

// set is the clash as clients see it. Dates are those of events, and of days whose hours or check-in take part.
func (c *clash) set(repairs []Repair) ConflictSet {
	set := ConflictSet{
		RuleIDs: []ID{c.rule.id()}, Sessions: []training.PlannedSession{}, Dates: []training.Date{}, Message: string(c.rule.id()) + ": " + c.message,
		Partial: c.partial, Repairs: repairs,
	}
	members := slices.Clone(c.members)
	slices.SortStableFunc(members, func(a, b *training.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start))
	})
	for _, s := range members {
		set.Sessions = append(set.Sessions, s.PlannedSession)
	}
	switch {
	case c.event != nil:
		set.Dates = append(set.Dates, c.event.Date)
	case len(members) == 0 || slices.Contains(dated, c.rule):
		set.Dates = append(set.Dates, c.last)
	}
	return set
}

// dated are the rules in which a day's hours or a check-in take part.
var dated = []code{avl1, avl2, red1, red2, red3, ret3}

// lockSets are the sets of LCK-1: a locked session, or a locked day, that a proposal would change. The way out is to put it back.
func lockSets(checks []RuleCheck) []ConflictSet {
	sets := []ConflictSet{}
	for i := range checks {
		c := &checks[i]
		if c.RuleID != "LCK-1" || c.Passed || len(sets) == maxSets {
			continue
		}
		set := ConflictSet{RuleIDs: []ID{c.RuleID}, Sessions: c.Sessions, Dates: []training.Date{}, Message: "LCK-1: " + c.Message, Repairs: []Repair{}}
		if len(c.Sessions) == 0 {
			set.Dates = append(set.Dates, c.From)
		}
		for n := range c.Sessions {
			s := &c.Sessions[n]
			set.Repairs = append(set.Repairs, Repair{
				SessionID: &s.ID, Date: &s.Date, Start: &s.Start, WorkoutID: &s.WorkoutID,
				Message: fmt.Sprintf("Leave the session on %s %s as it was.", dayName(s.Date), s.Start),
			})
		}
		sets = append(sets, set)
	}
	return sets
}
