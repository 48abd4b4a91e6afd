package conflict

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

// Set is a smallest set of locks and rules that cannot hold together: without any one of them the rest can. Dates are those of
// events, and of days whose hours or check-in take part. Partial marks a set that the bound on trials did not let be proven smallest.
type Set struct {
	RuleIDs  []catalogue.ID            `json:"ruleIds"`
	Sessions []training.PlannedSession `json:"sessions"`
	Dates    []training.Date           `json:"dates"`
	Message  string                    `json:"message"`
	Partial  bool                      `json:"partial,omitempty"`
	Repairs  []Repair                  `json:"repairs"`
}

// Repair is one way out of a conflict, tried on the whole calendar: fewer HARD rules are broken or by less, none is broken anew, and no
// event is harmed. The empty fields do not change; a change of content for which no workout is named is in the message alone.
type Repair struct {
	Message   string              `json:"message"`
	SessionID *training.SessionID `json:"sessionId,omitempty"`
	Date      *training.Date      `json:"date,omitempty"`
	Start     *training.LocalTime `json:"start,omitempty"`
	WorkoutID *training.WorkoutID `json:"workoutId,omitempty"`
	Unlock    bool                `json:"unlock,omitempty"`  // a lock of the session, or of its day, gives way
	Removes   bool                `json:"removes,omitempty"` // the session is taken away

	// Revision is that of the calendar that it was tried on, 0 for unknown.
	Revision int `json:"revision,omitempty"`

	Session *training.PlannedSession `json:"-"` // as it was checked, of what RepairsWithSessions gives
}

// Rules are the set's, as the catalogue has them.
func (s Set) Rules() []catalogue.Rule {
	list := make([]catalogue.Rule, 0, len(s.RuleIDs))
	for _, id := range s.RuleIDs {
		if r, known := catalogue.Find(id); known {
			list = append(list, r)
		}
	}
	return list
}

// RepairKind is what a repair does to its session.
type RepairKind string

// What a repair does. What has a session be of another content that no workout is named for is none of these: it is advice.
const (
	MoveSession    RepairKind = "MOVE"
	ReplaceSession RepairKind = "REPLACE"
	UnlockSession  RepairKind = "UNLOCK"
	RemoveSession  RepairKind = "REMOVE"
)

// Kind is what the repair does, empty for advice.
func (r Repair) Kind() RepairKind {
	switch {
	case r.SessionID == nil:
		return ""
	case r.WorkoutID != nil:
		return ReplaceSession
	case r.Date != nil || r.Start != nil:
		return MoveSession
	case r.Removes:
		return RemoveSession
	case r.Unlock:
		return UnlockSession
	}
	return ""
}

// Advice is what would help too, in words, and cannot be done for the athlete.
func (s Set) Advice() []string {
	list := []string{}
	for _, r := range s.Repairs {
		if r.Kind() == "" {
			list = append(list, r.Message)
		}
	}
	return list
}

// RepairsWithSessions are those of the set that can be done, each with the session that it changes.
func (s Set) RepairsWithSessions() []Repair {
	list := slices.DeleteFunc(slices.Clone(s.Repairs), func(r Repair) bool { return r.Kind() == "" })
	for i := range list {
		at := slices.IndexFunc(s.Sessions, func(p training.PlannedSession) bool { return list[i].SessionID != nil && p.ID == *list[i].SessionID })
		if at >= 0 {
			list[i].Session = &s.Sessions[at]
		}
	}
	return list
}
