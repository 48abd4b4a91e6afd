package frame

import (
	"time"

	"fortnight/gate"
	"fortnight/rules/catalogue"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Bounds of what Check accepts.
const (
	MaxDays     = 28 // planned days of one check
	HistoryDays = 42 // days before From whose load the windows may reach
)

// Input is all that the rules look at. Days d = 1 … Days begin at From; history is the HistoryDays before.
type Input struct {
	Today        training.Date
	From         training.Date
	Days         int
	Profile      training.Profile
	CheckIns     []training.CheckIn
	Restrictions []training.Restriction // that hold, to be told with what is found
	Cleared      []training.Restriction // that are over, whose way back the days keep (RET-3, RET-5)
	// Gates are what is stated of the body as whoever plans the days reads it; nil has it read from profile, restrictions and check-ins alone.
	Gates *gate.Bounds
	// Proposal tells that a plan is judged. What it may not touch, and goes against what is stated (RED-6), is then told and not held against it.
	Proposal bool

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
	// Complete says that nothing will be added: what was decided for a week and is not reached is missing, rather than still to come.
	Complete bool
	// FullUntil is the last day to which nothing is added whatever is missing, beside LockedDays: up to it a taper's minimum asks for no
	// more than stands. Zero is none.
	FullUntil training.Date
	// WithoutRepairs has what cannot hold together be named without ways out, where nobody asks for those: to look for them takes longest.
	WithoutRepairs bool
	// Stands are the sessions of the calendar as it is, of the same span, where Sessions are others that are judged: those of a plan, or what is locked
	// alone. A repair is done to that calendar, and breaks nothing there either; what does not stand there as it is judged is not repaired but in words. Nil is Sessions.
	Stands []training.Session
	// Swaps are workouts, measured for the athlete, that a repair may put in the place of another of their sport.
	Swaps []training.Workout
	// NotBefore is an instant before which no repair lets a session begin: what is left of today begins there. Zero is no bound.
	NotBefore time.Time
	// MaxTrials bounds how many calendars an explanation tries, 0 means 3,000.
	MaxTrials int
	// Done is closed when nobody wants the answer any more, as that of a context is; nil is never. What is judged then ends within
	// milliseconds with something that is no answer: whoever closed it does not look at it.
	Done      <-chan struct{}
	Overrides []catalogue.Override
	// Goal is what the athlete trains for beside the profile's events; nil is what the season chooses by the profile.
	Goal *season.Goal
	// Weeks are what a run decided that weeks of the plan are to hold; without them nothing is asked of what was not decided.
	Weeks []WeekTarget
	// Workouts say which family of sessions workouts are of, and whom they are never proposed to, as far as somebody has looked.
	Workouts map[training.WorkoutID]*Identity
	// ByHand are the sessions of a calendar that a person has put there, with what is known of them; nil where a plan is judged. What is
	// asked of proposals (FIL-1, WIN-1 and WHO-5 by workouts) is then asked of these alone, and SOFT: who put them there may know why.
	ByHand map[Put]*Identity
	// Since is the day on which the season began; zero is the first on which something was done, From where nothing was.
	Since training.Date
	// TargetFitness is the CTL wanted at the end of the last day, nil where none is asked for.
	TargetFitness *float64
	// Revision is the calendar's, bound into the certificate's hash.
	Revision int
}

// Stopped tells whether nobody wants the answer any more.
func (in *Input) Stopped() bool {
	select {
	case <-in.Done:
		return true
	default: // a nil channel is never ready
		return false
	}
}

// WeekTarget is what seven days of the plan, counted from its first day, are to hold.
type WeekTarget struct {
	First    training.Date
	Minutes  int  // of all but mobility and races, 0 where that was not decided
	StepBack bool // a lighter week, in which a test may stand
	Lifts    *int // the most sessions of strength, nil where that was not decided
	Floors   map[training.Sport]int
	Long     *LongTarget
	Rungs    []RungTarget
	Wished   []session.ID // families that somebody wishes for, whatever the season says of them
}

// LongTarget is how long the long session of a week is to be: in metres, where those are not 0, else in minutes.
type LongTarget struct {
	Sport   training.Sport
	Minutes int
	Meters  float64
}

// RungTarget is the level that a session of a family is to have in a week.
type RungTarget struct {
	Family session.ID
	Level  int
}

// Identity is what is known of a workout as a dose of a family of sessions. Forbidden says why it is never proposed to the athlete, and is
// empty where nothing forbids it.
type Identity struct {
	Family    session.ID
	Level     int // 0 where the family has no ladder
	Forbidden string
}

// Put is a session with the workout that somebody has put there: with another it is no longer what was looked at.
type Put struct {
	Session training.SessionID
	Workout training.WorkoutID
}

// Miss is a day on which a session was skipped or left undone. Planned is the load in TSS of each day after it, at most seven, as it was
// planned when the session was missed.
type Miss struct {
	Date    training.Date
	Planned []float64
}
