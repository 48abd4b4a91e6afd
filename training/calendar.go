package training

import "time"

// PlannedSession puts a workout on a day of an athlete's calendar.
//
// Key says that the planner counts the session among those that matter most; KeyFlagged that the athlete or coach said so, which is
// what the rules go by. Rationale is at most 1,000 characters. RunID is empty for what was scheduled by hand. SkipReason says why it was
// SKIPPED, in at most 500 characters; no other session has one but one that was, before an activity fulfilled it. The notes are at most 500
// characters, nil for none.
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
	SkippedOn  *Date          `json:"skippedOn,omitempty"`  // of one that was skipped: the athlete's day on which that was recorded
	ActivityID ActivityID     `json:"activityId,omitempty"` // that fulfils it; Result is then what the activity says
	Recorded   *SessionResult `json:"recorded,omitempty"`   // by hand, where an activity fulfils it
	Skipped    bool           `json:"skipped,omitempty"`    // before an activity fulfilled it

	CoachNote   *string `json:"coachNote,omitempty"`   // what a coach tells the athlete of the session
	AthleteNote *string `json:"athleteNote,omitempty"` // what the athlete notes beside it

	Alone *string `json:"alone,omitempty"` // what of Rationale holds wherever the session and others stand; nil where that is not known, or all of it
	Leans []Date  `json:"leans,omitempty"` // the days whose sessions Rationale speaks of, at most MaxLeans

	Rests []Ground `json:"rests,omitempty"` // what else Rationale rests on, at most MaxLeans
	Bare  *string  `json:"bare,omitempty"`  // what of it holds whatever becomes of Rests; nil where there are none
}

// ByHand tells whether a person decided what stands there, rather than a plan: nobody's run has put the session there, or its workout was
// replaced since, with which the reason of the plan has gone.
func (s *PlannedSession) ByHand() bool { return s.RunID == "" || s.Rationale == nil }

// MaxLeans is of how many days the reason of a session speaks at most: of all of the longest plan, of those before it and of its own.
const MaxLeans = 40

// MaxSessionsOfDay is how many sessions may stand on one day of a calendar.
const MaxSessionsOfDay = 12

// MaxSessionNote is how many characters a note on a session has at most.
const MaxSessionNote = 500

// Note writes what somebody notes on the session, nil for nothing: the athlete's own note where it is the athlete, else the coach's.
func (s *PlannedSession) Note(by UserID, text *string) {
	if ActorOf(by, s.AthleteID) == ActorAthlete {
		s.AthleteNote = text
		return
	}
	s.CoachNote = text
}

// SessionResult is what happened in a completed session.
type SessionResult struct {
	DurationSeconds int       `json:"durationSeconds"` // 60 to 86,400
	TSS             float64   `json:"tss"`             // 0 to 2,000
	RPE             *int      `json:"rpe,omitempty"`   // 1 to 10
	Comment         *string   `json:"comment,omitempty"`
	CompletedShare  *float64  `json:"completedShare,omitempty"` // of what was planned, 0 to 1, as recorded by hand
	CompletedAt     time.Time `json:"completedAt"`

	Lifts []LiftedExercise `json:"lifts,omitempty"` // as recorded by hand, else as the activity tells; at most MaxLiftedExercises
}

// Session is a planned session together with what its workout demands, measured for its athlete: what rules and planner work on.
type Session struct {
	PlannedSession
	Title       string
	Sport       Sport
	Focus       Focus
	Load        Load
	Family      string // of sessions that its workout belongs to, as package session names it; empty for none
	FamilyLevel int    // its rung there, from 1; 0 where the family has no ladder, or there is no family

	Asked []AskedLift // of one whose lifts were recorded, what it asked for; else nil
}

// StartsAt is the instant at which the session begins.
func (s Session) StartsAt(in *time.Location) time.Time { return s.Date.At(s.Start, in) }

// EndsAt is the instant at which the session ends.
func (s Session) EndsAt(in *time.Location) time.Time {
	return s.StartsAt(in).Add(time.Duration(s.Load.DurationSeconds) * time.Second)
}

// Activity is something the athlete did, planned or not.
type Activity struct {
	ID                   ActivityID `json:"id"`
	AthleteID            UserID     `json:"athleteId"`
	ExternalID           *string    `json:"externalId,omitempty"` // of the source it came from, at most 200 characters, unique for the athlete
	Date                 Date       `json:"date"`
	Start                *LocalTime `json:"start,omitempty"`
	Sport                Sport      `json:"sport"`
	DurationSeconds      int        `json:"durationSeconds"`          // 60 to 172,800
	DistanceMeters       *float64   `json:"distanceMeters,omitempty"` // 0 to 2,000,000
	TSS                  float64    `json:"tss"`                      // 0 to 2,000
	LoadMethod           LoadMethod `json:"loadMethod"`
	RPE                  *int       `json:"rpe,omitempty"`              // 1 to 10
	AverageHeartRate     *int       `json:"averageHeartRate,omitempty"` // 30 to 250
	IntensityFactor      *float64   `json:"intensityFactor,omitempty"`  // 0.2 to 2.5, as it was given
	PaceFactor           *float64   `json:"paceFactor,omitempty"`       // 0.2 to 2.5: mean speed or, of a row, power as a fraction of threshold, where the load is by pace
	HighIntensitySeconds *int       `json:"highIntensitySeconds,omitempty"`
	HardLegSets          *int       `json:"hardLegSets,omitempty"`

	Lifts []LiftedExercise `json:"lifts,omitempty"` // of STRENGTH, at most MaxLiftedExercises

	SessionID   SessionID  `json:"sessionId,omitempty"` // that it fulfils
	MatchedBy   MatchedBy  `json:"matchedBy,omitempty"` // how it came to; empty with SessionID
	Matching    Matching   `json:"matching,omitempty"`  // which sessions it may be given; empty means ANY
	DuplicateOf ActivityID `json:"duplicateOf,omitempty"`
	Kept        bool       `json:"kept,omitempty"`    // the athlete said that it is no duplicate
	Aliases     []string   `json:"aliases,omitempty"` // external ids of what was merged into it, at most MaxAliases
	Note        *string    `json:"note,omitempty"`    // in the athlete's words, 1 to 500 characters
}

// MaxAliases is how many external ids of others an activity takes over.
const MaxAliases = 20

// FitnessPoint is the load of a day and the state in which it begins. Fitness is CTL and Fatigue is ATL at the end of the day before,
// Form their difference: a model of load, not a measurement of what the body can do.
type FitnessPoint struct {
	Date      Date
	TSS       float64
	Fitness   float64
	Fatigue   float64
	Form      float64
	Planned   bool // the day's load is planned, wholly or in part; an event that is still to come is
	KnownDays int  // days of known load before this one, at most MemoryDays

	sinceSeed int // of them those since the day that the reckoning began with a seed or a stated fitness
}

// Confidence tells how far the state can be relied on: LOW where fewer than 28 known days lie between the seed, or the day of a stated
// fitness, and this one, when the seed outweighs what is known (science L13).
func (p FitnessPoint) Confidence() Confidence {
	if p.sinceSeed < seedFitnessDays {
		return ConfidenceLow
	}
	return ConfidenceSufficient
}

// PlanWeek sums seven days of a calendar: TSS is the sum of their TSS. LowIntensityShare is that of endurance time; nil where there is
// none. Monotony and Strain are of what of the load counts in fitness.
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

// PlanDay is a day of a calendar. Sessions are in order of their start; TSS is the load of what was done, of what is still planned, and
// what events that nothing stands for are expected to bring.
type PlanDay struct {
	AthleteID        UserID
	Date             Date
	Locked           bool
	AvailableSeconds int
	Sessions         []PlannedSession
	Events           []DayEvent // in the order of the profile
	TSS              float64
	Fitness          *FitnessPoint // nil before the day from which the athlete's fitness is known
	Note             *string
}

// DayEvent is an event on its day, with what the day's load has for it.
type DayEvent struct {
	Event *Event
	TSS   float64
}

// ID is the same for the same athlete and date.
func (d PlanDay) ID() string { return string(d.AthleteID) + ":" + d.Date.String() }

// MatchedBy says how an activity came to fulfil its session. Empty: it fulfils none.
type MatchedBy string

// A session was NAMED by whoever sent or linked the activity, or Match found it: one that was recorded by hand as done, or a planned one.
const (
	MatchedNamed     MatchedBy = "NAMED"
	MatchedCompleted MatchedBy = "COMPLETED_SESSION"
	MatchedPlanned   MatchedBy = "PLANNED_SESSION"
)

// Matching says which sessions Match may give an activity.
type Matching string

// ANY is what an activity begins with. COMPLETED is one whose session was reopened: a planned session is not done by it, one that is
// recorded as done may be. NONE stands on its own, as the athlete said.
const (
	MatchAny       Matching = "ANY"
	MatchCompleted Matching = "COMPLETED"
	MatchNone      Matching = "NONE"
)
