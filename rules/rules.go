package rules

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/conflict"
	"fortnight/rules/frame"
	"fortnight/training"
)

// What a check takes and gives, under the names by which callers know it.
type (
	// ID names a rule.
	ID = catalogue.ID
	// Severity is what follows from breaking one.
	Severity = catalogue.Severity
	// Override is an athlete's or coach's own limit for one.
	Override = catalogue.Override
	// Input is all that the rules look at.
	Input = frame.Input
	// Miss is a day on which a session was skipped or left undone.
	Miss = frame.Miss
	// WeekTarget is what seven days of a plan are to hold.
	WeekTarget = frame.WeekTarget
	// LongTarget is how long a week's long session is to be.
	LongTarget = frame.LongTarget
	// RungTarget is the level that a session of a family is to have.
	RungTarget = frame.RungTarget
	// Identity is what is known of a workout as a dose of a family of sessions.
	Identity = frame.Identity
	// Put is a session of a calendar with the workout that a person has put there.
	Put = frame.Put
	// Concern is what in a plan some rules look at.
	Concern = frame.Concern
	// ConflictSet is a smallest set of locks and rules that cannot hold together.
	ConflictSet = conflict.Set
	// Repair is one way out of a conflict.
	Repair = conflict.Repair
	// RepairKind is what a repair does to its session.
	RepairKind = conflict.RepairKind
)

// What a repair does to its session.
const (
	MoveSession    = conflict.MoveSession
	ReplaceSession = conflict.ReplaceSession
	UnlockSession  = conflict.UnlockSession
	RemoveSession  = conflict.RemoveSession
)

// What follows from breaking a rule.
const (
	Hard     = catalogue.Hard
	Soft     = catalogue.Soft
	Advisory = catalogue.Advisory
)

// EveryConcern is all that rules look at.
const EveryConcern = frame.EveryConcern

// Bounds of what Check accepts, and the repetitions that a novice leaves in reserve in every set.
const (
	MaxDays       = frame.MaxDays
	HistoryDays   = frame.HistoryDays
	NoviceReserve = catalogue.NoviceReserve
)

// Fits tells whether a session of that sport and length may stand at a start of a day as far as hours go: [frame.Fits].
func Fits(p training.Profile, date training.Date, start training.LocalTime, sport training.Sport, seconds int) bool {
	return frame.Fits(p, date, start, sport, seconds)
}

// Missed finds what was missed in the week before a day: [frame.Missed].
func Missed(p *training.Profile, today training.Date, sessions []training.Session) []Miss {
	return frame.Missed(p, today, sessions)
}
