package runs

import (
	"fortnight/brief"
	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// WeekTarget is what a week of a plan is to hold: where in the season it stands and why, its minutes and the bounds around them, mobility
// left out, the length of the long session in minutes, nil for none, and its sessions, the most important first.
type WeekTarget struct {
	StartsOn     training.Date   `json:"startsOn"`
	Phase        session.Phase   `json:"phase"`
	Reason       string          `json:"reason"`
	StepBack     bool            `json:"stepBack"`
	Minutes      int             `json:"minutes"`
	LeastMinutes int             `json:"leastMinutes"`
	MostMinutes  int             `json:"mostMinutes"`
	LongMinutes  *int            `json:"longMinutes,omitempty"`
	Sessions     []SessionTarget `json:"sessions"`
	LeftOut      []string        `json:"leftOut"`
}

// SessionTarget is a session that a week is to hold: what it is in the week, its family, nil for none, and the level there, nil without a
// ladder, and its length in minutes.
type SessionTarget struct {
	Role    season.Role    `json:"role"`
	Sport   training.Sport `json:"sport"`
	Family  *string        `json:"family,omitempty"`
	Level   *int           `json:"level,omitempty"`
	Minutes int            `json:"minutes"`
	Reason  string         `json:"reason"`
}

// FamilyOrNil is the family of sessions that it is of, nil for none.
func (t SessionTarget) FamilyOrNil() *session.Family {
	if t.Family == nil {
		return nil
	}
	if family, known := session.Find(session.ID(*t.Family)); known {
		return &family
	}
	return nil
}

// WeekTargets are a brief's weeks as clients see them.
func WeekTargets(b *brief.Brief) []WeekTarget {
	list := make([]WeekTarget, len(b.Weeks))
	for i := range b.Weeks {
		w := &b.Weeks[i]
		list[i] = WeekTarget{
			StartsOn: w.First, Phase: w.Standing.Phase, Reason: reason.Phase(&w.Standing, w.First), StepBack: w.StepBack, Minutes: w.Minutes,
			LeastMinutes: w.Least, MostMinutes: w.Most, Sessions: []SessionTarget{}, LeftOut: []string{},
		}
		if long := w.Long; long > 0 {
			list[i].LongMinutes = &long
		}
		for n := range w.Slots {
			s := &w.Slots[n]
			target := SessionTarget{Role: s.Role, Sport: s.Sport, Minutes: s.Minutes, Reason: reason.Slot(s)}
			if family := string(s.Family()); family != "" {
				target.Family = &family
			}
			if level := s.Level; level > 0 {
				target.Level = &level
			}
			list[i].Sessions = append(list[i].Sessions, target)
		}
		for _, left := range w.LeftOut {
			list[i].LeftOut = append(list[i].LeftOut, reason.LeftOut(&left))
		}
	}
	return list
}
