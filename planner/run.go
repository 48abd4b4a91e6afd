package planner

import (
	"time"

	"fortnight/rules"
	"fortnight/training"
)

// RunStatus is where a run stands.
type RunStatus string

// QUEUED waits for a worker, RUNNING has one. The other three are final: the run has its terminal event.
const (
	Queued    RunStatus = "QUEUED"
	Running   RunStatus = "RUNNING"
	Succeeded RunStatus = "SUCCEEDED"
	Failed    RunStatus = "FAILED"
	Cancelled RunStatus = "CANCELLED"
)

// Final tells whether nothing more will happen.
func (s RunStatus) Final() bool { return s == Succeeded || s == Failed || s == Cancelled }

// Stage is a step of a run.
type Stage string

// The stages in their order; VALIDATE and REPAIR alternate until no HARD rule is broken.
const (
	Analyze  Stage = "ANALYZE"
	Retrieve Stage = "RETRIEVE"
	Propose  Stage = "PROPOSE"
	Validate Stage = "VALIDATE"
	Repair   Stage = "REPAIR"
	Commit   Stage = "COMMIT"
)

// Engine is who proposes.
type Engine string

// SOLVER is the built-in search, GEMINI the language model.
const (
	Solver Engine = "SOLVER"
	Gemini Engine = "GEMINI"
)

// Engines lists every engine.
var Engines = []Engine{Solver, Gemini}

// Request is what an athlete or coach asks for. RequestedBy is empty once that was a coach whose account is gone. Days is 1 to 28, Wish at
// most 500 characters, IdempotencyKey at most 200. Goal is what the athlete trains for in this plan, nil for what the profile says. Candidates is how
// many fortnights are proposed, 0 to MaxCandidates, 0 as 1; of more than one none is applied by the run itself.
type Request struct {
	AthleteID      training.UserID `json:"athleteId"`
	RequestedBy    training.UserID `json:"requestedBy"`
	From           training.Date   `json:"from"`
	Days           int             `json:"days"`
	Wish           string          `json:"wish,omitempty"`
	Engine         Engine          `json:"engine"`
	KeepPlanned    bool            `json:"keepPlanned"`
	Apply          bool            `json:"apply"`
	TargetFitness  *float64        `json:"targetFitness,omitempty"`
	Goal           *training.Goal  `json:"goal,omitempty"`
	Seed           int             `json:"seed"`
	Candidates     int             `json:"candidates,omitempty"`
	IdempotencyKey *string         `json:"idempotencyKey,omitempty"`
}

// Run is one request on its way to a plan. Failure is the message of a run that FAILED. Applied says that its proposal stands on the
// calendar. Proposal, Changes and Certificate are there once the stage that makes them is done.
type Run struct {
	ID training.RunID
	Request
	Status      RunStatus
	CreatedAt   time.Time
	StartedAt   *time.Time
	FinishedAt  *time.Time
	Applied     bool
	Failure     *string
	Proposal    []ProposedSession
	Changes     []Change
	Certificate *rules.Certificate
	Ways        []Candidate // none where one fortnight was asked for
	Chosen      *int        // which of them stands on the calendar, from 1; nil for none
	Consulted   Consulted
}

// IsNode says that a run has an identity.
func (Run) IsNode() {}

// Consulted is what a run asked of a language model so far: nothing where Requests is 0.
type Consulted struct {
	ModelInfo
	Usage
}

// Requester is the part in which RequestedBy asked.
func (r *Run) Requester() training.Actor { return training.ActorOf(r.RequestedBy, r.AthleteID) }

// Model is the name of the language model that the run asked, nil where it asked none.
func (r *Run) Model() *string { return orNil(r.Consulted.Name) }

// PromptVersion is the version of the instructions that the language model was given, nil where none was asked.
func (r *Run) PromptVersion() *string { return orNil(r.Consulted.PromptVersion) }

// InputTokens is what the language model read for the run.
func (r *Run) InputTokens() int { return r.Consulted.InputTokens }

// OutputTokens is what the language model wrote for the run, thinking included.
func (r *Run) OutputTokens() int { return r.Consulted.OutputTokens }

// orNil is a word or a number, nil for the empty word and for 0.
func orNil[T comparable](value T) *T {
	if value == *new(T) {
		return nil
	}
	return &value
}

// ProposedSession is a session of a proposal. ID is the one it will have on the calendar, given when it is proposed; Existing says that
// the session stands there already.
type ProposedSession struct {
	ID        training.SessionID `json:"id"`
	AthleteID training.UserID    `json:"-"` // whose thresholds its targets are worked out from
	Existing  bool               `json:"existing"`
	Date      training.Date      `json:"date"`
	Start     training.LocalTime `json:"start"`
	WorkoutID training.WorkoutID `json:"workoutId"`
	Key       bool               `json:"key"`
	Rationale string             `json:"rationale"`

	// Made is the id under which the search knows the session, empty where it was kept. It is ID unless the session is one that stood
	// already, which the plan chose again.
	Made training.SessionID `json:"made,omitempty"`
}

// Stamp gives the run's proposal and changes, as they were stored, the athlete they are for.
func (r *Run) Stamp() {
	for i := range r.Proposal {
		r.Proposal[i].AthleteID = r.AthleteID
	}
	for n := range r.Ways {
		if n == 0 {
			r.Ways[n].Sessions, r.Ways[n].Certificate = r.Proposal, r.Certificate
		}
		for i := range r.Ways[n].Sessions {
			r.Ways[n].Sessions[i].AthleteID = r.AthleteID
		}
	}
	for i := range r.Changes {
		r.Changes[i].AthleteID = r.AthleteID
	}
}

// SessionID is the id of the session where it stands on the calendar already, nil for one that is new.
func (p ProposedSession) SessionID() *training.SessionID {
	if !p.Existing {
		return nil
	}
	return &p.ID
}

// ChangeKind is what a plan does to one slot of the calendar.
type ChangeKind string

// The kinds of change.
const (
	Added    ChangeKind = "ADDED"
	Removed  ChangeKind = "REMOVED"
	Moved    ChangeKind = "MOVED"
	Replaced ChangeKind = "REPLACED"
	Kept     ChangeKind = "KEPT"
)

// Change is one difference between the calendar before a plan and with it. Before and After are workouts, empty where there is none.
type Change struct {
	AthleteID training.UserID    `json:"-"` // whose thresholds its targets are worked out from
	Kind      ChangeKind         `json:"kind"`
	Date      training.Date      `json:"date"`
	Before    training.WorkoutID `json:"before,omitempty"`
	After     training.WorkoutID `json:"after,omitempty"`
	Reason    string             `json:"reason"`
}
