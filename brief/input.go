package brief

import (
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Input is what a brief is made from. Locked and Standing are what the rules look at on the planned days with the sessions that nobody may
// touch, and with all that stay; Kept are these. LockedDays and GaveUp, on which a session was skipped, take nothing new, nor does any day
// up to FullUntil (zero: none). TargetFitness is the CTL that the last day is to come to, nil for as much as the body takes.
type Input struct {
	From             training.Date
	Days             int // 1 to rules.MaxDays
	Hours            hours.Hours
	Ledger           *training.Ledger
	Locked, Standing rules.Input
	Kept             []training.Session
	LockedDays       []training.Date
	GaveUp           []training.Date
	FullUntil        training.Date
	Wishes           wish.Wishes
	TargetFitness    *float64
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
