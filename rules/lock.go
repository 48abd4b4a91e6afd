package rules

import (
	"fmt"
	"reflect"
	"slices"

	"fortnight/rules/conflict"
	"fortnight/rules/frame"
	"fortnight/training"
)

// lockChecks is LCK-1: each locked, finished or day-locked session of what stood before must stand in the proposal as it was.
func lockChecks(in *Input) []RuleCheck {
	if in.Before == nil {
		return nil
	}
	after := make(map[training.SessionID]*training.Session, len(in.Sessions))
	for i := range in.Sessions {
		after[in.Sessions[i].ID] = &in.Sessions[i]
	}
	checks := []RuleCheck{}
	for i := range in.Before {
		before := &in.Before[i]
		if before.Date < in.From || before.Date >= in.From.AddDays(in.Days) || !kept(before, in) {
			continue
		}
		checks = append(checks, lockCheck(before, after[before.ID]))
	}
	for _, day := range in.LockedDays {
		if day >= in.From && day < in.From.AddDays(in.Days) {
			checks = append(checks, dayCheck(in, day))
		}
	}
	return checks
}

// kept tells whether a session may not be changed by any proposer, wholly or in part.
func kept(s *training.Session, in *Input) bool {
	return s.Lock != nil || s.Status != training.Planned || slices.Contains(in.LockedDays, s.Date)
}

func lockCheck(before, after *training.Session) RuleCheck {
	measured, margin := 0.0, 0.0
	message := fmt.Sprintf("The session on %s %s stays as it is.", frame.DayName(before.Date), before.Start)
	if after == nil || !unchanged(before, after) {
		measured, margin = 1, -1
		message = fmt.Sprintf("The session on %s %s is locked or done and would be changed.", frame.DayName(before.Date), before.Start)
	}
	return RuleCheck{
		RuleID: "LCK-1", Severity: Hard, From: before.Date, To: before.Date, Measured: &measured, Margin: &margin, Passed: measured == 0,
		Sessions: []training.PlannedSession{before.PlannedSession}, Message: message,
	}
}

// unchanged compares what the lock's scope keeps; what is done or on a locked day is kept whole.
func unchanged(before, after *training.Session) bool {
	if before.Lock == nil || before.Status != training.Planned {
		return reflect.DeepEqual(before.PlannedSession, after.PlannedSession)
	}
	if after.Lock == nil || *after.Lock != *before.Lock || after.Status != before.Status {
		return false
	}
	day, start, content := before.Date == after.Date, before.Start == after.Start, before.WorkoutID == after.WorkoutID
	switch *before.Lock {
	case training.LockDay:
		return day
	case training.LockStart:
		return day && start
	case training.LockContent:
		return content
	}
	return day && start && content
}

// dayCheck compares the sessions of a locked day.
func dayCheck(in *Input, day training.Date) RuleCheck {
	ids := func(sessions []training.Session) []training.SessionID {
		var list []training.SessionID
		for i := range sessions {
			if sessions[i].Date == day {
				list = append(list, sessions[i].ID)
			}
		}
		slices.Sort(list)
		return list
	}
	measured, margin, message := 0.0, 0.0, fmt.Sprintf("%s is locked and stays as it is.", frame.DayName(day))
	if !slices.Equal(ids(in.Before), ids(in.Sessions)) {
		measured, margin, message = 1, -1, fmt.Sprintf("%s is locked and would be changed.", frame.DayName(day))
	}
	return RuleCheck{
		RuleID: "LCK-1", Severity: Hard, From: day, To: day, Measured: &measured, Margin: &margin, Passed: measured == 0,
		Sessions: []training.PlannedSession{}, Message: message,
	}
}

// lockSets are the sets of LCK-1: a locked session, or a locked day, that a proposal would change. The way out is to put it back.
func lockSets(checks []RuleCheck) []ConflictSet {
	sets := []ConflictSet{}
	for i := range checks {
		c := &checks[i]
		if c.RuleID != "LCK-1" || c.Passed || len(sets) == conflict.MaxSets {
			continue
		}
		set := ConflictSet{
			RuleIDs: []ID{c.RuleID}, Sessions: c.Sessions, Dates: []training.Date{}, Message: "LCK-1: " + c.Message, Repairs: []Repair{},
		}
		if len(c.Sessions) == 0 {
			set.Dates = append(set.Dates, c.From)
		}
		for n := range c.Sessions {
			s := &c.Sessions[n]
			set.Repairs = append(set.Repairs, Repair{
				SessionID: &s.ID, Date: &s.Date, Start: &s.Start, WorkoutID: &s.WorkoutID,
				Message: fmt.Sprintf("Leave the session on %s %s as it was.", frame.DayName(s.Date), s.Start),
			})
		}
		sets = append(sets, set)
	}
	return sets
}
