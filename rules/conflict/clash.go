package conflict

import (
	"cmp"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

// clash is a smallest set, with what it broke in words.
type clash struct {
	quest
	members []*training.Session
	message string
	last    training.Date // of the window
	event   *training.Event
	partial bool // not proven smallest

	atLeast         bool
	measured, limit float64 // what the members by themselves come to
}

// set is the clash as clients see it. Dates are those of events, and of days whose hours or check-in take part.
func (c *clash) set(repairs []Repair) Set {
	set := Set{
		RuleIDs: []catalogue.ID{c.rule.ID()}, Sessions: []training.PlannedSession{}, Dates: []training.Date{},
		Message: string(c.rule.ID()) + ": " + c.message,
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
var dated = []catalogue.Code{catalogue.AVL1, catalogue.AVL2, catalogue.RED1, catalogue.RED2, catalogue.RED3, catalogue.RET3}
