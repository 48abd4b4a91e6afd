package brief

import (
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Input is what a brief is made from. Locked is what the rules look at on the planned days with the sessions that nobody may touch; Kept are
// those that stay. LockedDays and GaveUp, on which a session was skipped, take nothing new, nor does any day up to FullUntil (zero: none) but those that
// are Reopened, since what stood there may not be.
type Input struct {
	From         training.Date
	Days         int // 1 to rules.MaxDays
	Hours        hours.Hours
	Ledger       *training.Ledger
	Locked       rules.Input
	Kept         []training.Session
	LockedDays   []training.Date
	GaveUp       []training.Date
	FullUntil    training.Date
	Reopened     []training.Date
	Wishes       wish.Wishes
	CheckIns     []training.CheckIn
	Restrictions []training.Restriction
	Goal         *training.Goal // asked for with the request, nil for the profile's
	DoneOnly     bool           // what still stands before the first day is not counted as done
}

// nextEvent is the first A or B event from the first planned day on.
func (in *Input) nextEvent() *training.Event {
	var next *training.Event
	for i := range in.Hours.Profile.Events {
		e := &in.Hours.Profile.Events[i]
		if e.Priority != training.EventC && e.Date >= in.From && (next == nil || e.Date < next.Date) {
			next = e
		}
	}
	return next
}

// typed is the goal that was stated field by field: with the request, else in the profile.
func (in *Input) typed() *training.Goal {
	if in.Goal != nil {
		return in.Goal
	}
	return in.Hours.Profile.TrainingGoal
}

// words is the goal as the athlete said it.
func (in *Input) words() string {
	if goal := in.Hours.Profile.Goal; goal != nil {
		return *goal
	}
	return ""
}

// minutes is the longest that a session may be on a day.
func (in *Input) minutes(day int) int {
	date := in.From.AddDays(day)
	longest, _ := in.Hours.Room(date)
	if left, limited := in.Wishes.Left(date, "", in.Kept); limited {
		longest = min(longest, left)
	}
	return longest
}
