package training

import "time"

// PlannedSession puts a workout on a day of an athlete's calendar.
//
// Key says that the planner counts the session among those that matter most; KeyFlagged that the athlete or coach said so, which is
// what the rules go by. Rationale is at most 1,000 characters. RunID is empty for what was scheduled by hand. SkipReason says why it was
// SKIPPED, in at most 500 characters; no other session has one.
type PlannedSession struct {
	ID         SessionID      `json:"id"`
	AthleteID  UserID         `json:"athleteId"`
	Date       Date           `json:"date"`
	Start      LocalTime      `json:"start"`
	WorkoutID  WorkoutID      `json:"workoutId"`
	Status     SessionStatus  `json:"status"`
	Lock       *LockScope     `json:"lock,omitempty"`
	Key        bool           `json:"key"`
	KeyFlagged bool           `json:"keyFlagged"`
	Rationale  *string        `json:"rationale,omitempty"`
	Result     *SessionResult `json:"result,omitempty"`
	RunID      RunID          `json:"runId,omitempty"`
	SkipReason *string        `json:"skipReason,omitempty"`
	SkippedOn  *Date          `json:"skippedOn,omitempty"` // of a skipped one: the athlete's day on which that was recorded
}

// SessionResult is what happened in a completed session.
type SessionResult struct {
	DurationSeconds int       `json:"durationSeconds"` // 60 to 86,400
	TSS             float64   `json:"tss"`             // 0 to 2,000
	RPE             *int      `json:"rpe,omitempty"`   // 1 to 10
	Comment         *string   `json:"comment,omitempty"`
	CompletedAt     time.Time `json:"completedAt"`
}

// Session is a planned session together with what its workout demands, measured for its athlete: what rules and planner work on.
type Session struct {
	PlannedSession
	Title string
	Sport Sport
	Focus Focus
	Load  Load
}

// StartsAt is the instant at which the session begins.
func (s Session) StartsAt(in *time.Location) time.Time { return s.Date.At(s.Start, in) }

// EndsAt is the instant at which the session ends.
func (s Session) EndsAt(in *time.Location) time.Time {
	return s.StartsAt(in).Add(time.Duration(s.Load.DurationSeconds) * time.Second)
}

// Activity is something the athlete did, planned or not.
type Activity struct {
	ID                   ActivityID
	AthleteID            UserID
	ExternalID           *string // of the source it came from, at most 200 characters, unique for the athlete
	Date                 Date
	Start                *LocalTime
	Sport                Sport
	DurationSeconds      int      // 1 to 172,800
	DistanceMeters       *float64 // 0 to 2,000,000
	TSS                  float64  // 0 to 2,000
	LoadMethod           LoadMethod
	RPE                  *int // 1 to 10
	AverageHeartRate     *int // 30 to 250
	IntensityFactor      *float64
	HighIntensitySeconds *int
	HardLegSets          *int
	SessionID            SessionID // empty where it was not planned
}

// FitnessPoint is the load of a day and the state in which it begins. Fitness is CTL and Fatigue is ATL at the end of the day before,
// Form their difference: a model of load, not a measurement of what the body can do.
type FitnessPoint struct {
	Date    Date
	TSS     float64
	Fitness float64
	Fatigue float64
	Form    float64
	Planned bool // the day's load is planned, wholly or in part
	// KnownDays is how many days of known load the state rests on; what came before them is the seed's.
	KnownDays int
}

// Confidence tells how far the state can be relied on: LOW below 28 known days, when the seed outweighs what is known (science L13).
func (p FitnessPoint) Confidence() Confidence {
	if p.KnownDays < seedFitnessDays {
		return ConfidenceLow
	}
	return ConfidenceSufficient
}

// PlanWeek sums seven days of a calendar. LowIntensityShare is that of endurance time; nil where there is none.
type PlanWeek struct {
	StartsOn          Date
	DurationSeconds   int
	TSS               float64
	LowIntensityShare *float64
	Monotony          *float64
	Strain            *float64
	ByFocus           []FocusShare
}

// FocusShare is the part of a week that one focus takes.
type FocusShare struct {
	Focus           Focus
	DurationSeconds int
	TSS             float64
}

// PlanDay is a day of a calendar. Sessions are in order of their start; TSS is the load of what was done and what is still planned.
type PlanDay struct {
	AthleteID        UserID
	Date             Date
	Locked           bool
	AvailableSeconds int
	Sessions         []PlannedSession
	TSS              float64
	Fitness          *FitnessPoint // nil where nothing is known of the athlete's load
	Note             *string
}

// ID is the same for the same athlete and date.
func (d PlanDay) ID() string { return string(d.AthleteID) + ":" + d.Date.String() }
