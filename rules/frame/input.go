package frame

import (
	"time"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

// Bounds of what Check accepts.
const (
	MaxDays     = 28 // planned days of one check
	HistoryDays = 42 // days before From whose load the windows may reach
)

// Input is all that the rules look at. Days d = 1 … Days begin at From; history is the HistoryDays before.
type Input struct {
	Today    training.Date
	From     training.Date
	Days     int
	Profile  training.Profile
	CheckIns []training.CheckIn

	// Activities are what was done from From−HistoryDays on (or earlier), Sessions what stands on the calendar in the same span,
	// completed and skipped ones included. Sessions of the days after From+Days−1 are not looked at.
	Activities []training.Activity
	Sessions   []training.Session
	Past       []training.PastLoad // what was done before these, by date

	// Before is what stood on the calendar before a proposal, nil where there is none: its locks must stand in Sessions unchanged.
	Before []training.Session

	LockedDays []training.Date // days nobody may add to or take from
	// Missed are the misses of the week before From with what was planned after them, as [Missed] finds them.
	Missed []Miss
	// Complete says that nothing will be added: a HARD minimum that is not reached is broken, rather than still to come.
	Complete bool
	// FullUntil is the last day to which nothing is added whatever is missing, beside LockedDays: up to it a HARD minimum asks for no more
	// than stands. Zero is none.
	FullUntil training.Date
	// Swaps are workouts, measured for the athlete, that a repair may put in the place of another of their sport.
	Swaps []training.Workout
	// NotBefore is an instant before which no repair lets a session begin: what is left of today begins there. Zero is no bound.
	NotBefore time.Time
	// MaxTrials bounds how many calendars an explanation tries, 0 means 3,000.
	MaxTrials int
	Overrides []catalogue.Override
	// TargetFitness is the CTL wanted at the end of the last day, nil where none is asked for.
	TargetFitness *float64
	// Revision is the calendar's, bound into the certificate's hash.
	Revision int
}

// Miss is a day on which a session was skipped or left undone. Planned is the load in TSS of each day after it, at most seven, as it was
// planned when the session was missed.
type Miss struct {
	Date    training.Date
	Planned []float64
}
