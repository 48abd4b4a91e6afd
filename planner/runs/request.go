package runs

import (
	"slices"

	"fortnight/gate"
	"fortnight/training"
	"fortnight/wish"
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

// Stages lists every stage.
var Stages = []Stage{Analyze, Retrieve, Propose, Validate, Repair, Commit}

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
	Wishes         wish.Wishes     `json:"wishes,omitempty"` // as data, at most 24
	Engine         Engine          `json:"engine"`
	KeepPlanned    bool            `json:"keepPlanned"`
	Apply          bool            `json:"apply"`
	TargetFitness  *float64        `json:"targetFitness,omitempty"`
	Goal           *training.Goal  `json:"goal,omitempty"`
	Seed           int             `json:"seed"`
	Candidates     int             `json:"candidates,omitempty"`
	IdempotencyKey *string         `json:"idempotencyKey,omitempty"`
}

// Requester is the part in which RequestedBy asks.
func (r *Request) Requester() training.Actor { return training.ActorOf(r.RequestedBy, r.AthleteID) }

// OfBody is what the wish in words says of the athlete's body. What coaches say of themselves is not said of the athlete.
func (r *Request) OfBody() []gate.Mention {
	if r.Requester() == training.ActorAthlete {
		return gate.Hear(r.Wish)
	}
	return gate.HearFrom(gate.CoachOf, r.Wish)
}

// OfRequester is what a coach says in the wish of no body but the coach's own.
func (r *Request) OfRequester() []gate.Mention {
	of := r.OfBody()
	return slices.DeleteFunc(gate.Hear(r.Wish), func(m gate.Mention) bool {
		return slices.ContainsFunc(of, func(o gate.Mention) bool { return o.Condition == m.Condition })
	})
}
