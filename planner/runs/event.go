package runs

import (
	"encoding/json"
	"fmt"
	"time"

	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Event is one decision of a run. Events of a run are numbered 1, 2, 3, … without a gap; the last one is a RunSucceeded, RunFailed or
// RunCancelled.
type Event interface {
	// Head is what every event has.
	Head() *EventHead
	// Kind is the name of the event's type in the schema and in storage.
	Kind() string

	training.Node
}

// EventHead is what every event has. The store gives RunID, AthleteID and Sequence when it records the event.
type EventHead struct {
	RunID     training.RunID  `json:"-"`
	AthleteID training.UserID `json:"-"`
	Sequence  int             `json:"-"`
	Stage     Stage           `json:"-"`
	At        time.Time       `json:"-"`
	Message   string          `json:"-"`
}

// Head is the head itself.
func (h *EventHead) Head() *EventHead { return h }

// IsNode says that an event has an identity.
func (h *EventHead) IsNode() {}

// ID is unique among all events.
func (h *EventHead) ID() string { return fmt.Sprintf("%s:%d", h.RunID, h.Sequence) }

// Head begins an event. Whoever records it says when it was told.
func Head(stage Stage, message string) EventHead { return EventHead{Stage: stage, Message: message} }

// MaxMessageRunes is how long a message may get that is put together from an athlete's or a model's words.
const MaxMessageRunes = 1500

// The events. Each tells one decision; its Message says it in a sentence.
type (
	// StageStarted opens a stage; Attempt counts from 1 and grows when a run starts over or is resumed.
	StageStarted struct {
		EventHead `json:"-"`
		Attempt   int `json:"attempt"`
	}
	// StageFinished closes a stage.
	StageFinished struct {
		EventHead            `json:"-"`
		Attempt              int `json:"attempt"`
		DurationMilliseconds int `json:"durationMilliseconds"`
	}
	// LockKept names a session that the plan may not touch.
	LockKept struct {
		EventHead `json:"-"`
		Session   training.PlannedSession `json:"session"`
	}
	// WishRead is what was made of the athlete's wish, and what of it nobody understood, in the athlete's words.
	WishRead struct {
		EventHead     `json:"-"`
		Wishes        []wish.Wish `json:"wishes"`
		NotUnderstood []string    `json:"notUnderstood"`
	}
	// TargetsSet says what each week is to hold, and the goal that it goes by as it was understood.
	TargetsSet struct {
		EventHead `json:"-"`
		Weeks     []WeekTarget   `json:"weeks"`
		Goal      UnderstoodGoal `json:"goal"`
	}
	// CandidatesRetrieved lists what the library offers for one day's need.
	CandidatesRetrieved struct {
		EventHead  `json:"-"`
		Date       training.Date           `json:"date"`
		Query      string                  `json:"query"`
		Candidates []training.WorkoutMatch `json:"candidates"`
	}
	// SessionProposed puts a workout on a day.
	SessionProposed struct {
		EventHead `json:"-"`
		Session   ProposedSession `json:"session"`
	}
	// RestProposed leaves a day free on purpose.
	RestProposed struct {
		EventHead `json:"-"`
		Date      training.Date `json:"date"`
		Rationale string        `json:"rationale"`
	}
	// RuleChecked is a rule in its tightest window, or one that is broken.
	RuleChecked struct {
		EventHead `json:"-"`
		Check     rules.RuleCheck `json:"check"`
	}
	// SessionReplaced is a repair: Before gave way to After because of a rule. Before or After is empty where a session came or went.
	SessionReplaced struct {
		EventHead `json:"-"`
		Date      training.Date      `json:"date"`
		Before    training.WorkoutID `json:"before,omitempty"`
		After     training.WorkoutID `json:"after,omitempty"`
		Because   rules.RuleCheck    `json:"because"`
	}
	// ModelCorrected is what of a language model's answer was dropped, or else corrected. Date is nil where it belongs to no day.
	ModelCorrected struct {
		EventHead `json:"-"`
		Finding
	}
	// EngineFellBack says that another engine goes on.
	EngineFellBack struct {
		EventHead `json:"-"`
		From      Engine `json:"from"`
		To        Engine `json:"to"`
		Reason    string `json:"reason"`
	}
	// RunSucceeded ends a run with a plan. Its certificate is kept with the run, not with the event.
	RunSucceeded struct {
		EventHead   `json:"-"`
		Certificate rules.Certificate `json:"-"`
		Applied     bool              `json:"applied"`
	}
	// RunFailed ends a run without one. Its certificate is kept with the run, not with the event.
	RunFailed struct {
		EventHead   `json:"-"`
		Code        FailureCode        `json:"code"`
		Certificate *rules.Certificate `json:"-"`
	}
	// RunCancelled ends a run on request, By a coach whose account is gone where it is empty.
	RunCancelled struct {
		EventHead `json:"-"`
		By        training.UserID `json:"by,omitempty"`
	}
)

func (*StageStarted) Kind() string        { return "StageStarted" }
func (*StageFinished) Kind() string       { return "StageFinished" }
func (*LockKept) Kind() string            { return "LockKept" }
func (*WishRead) Kind() string            { return "WishRead" }
func (*TargetsSet) Kind() string          { return "TargetsSet" }
func (*CandidatesRetrieved) Kind() string { return "CandidatesRetrieved" }
func (*SessionProposed) Kind() string     { return "SessionProposed" }
func (*RestProposed) Kind() string        { return "RestProposed" }
func (*RuleChecked) Kind() string         { return "RuleChecked" }
func (*SessionReplaced) Kind() string     { return "SessionReplaced" }
func (*ModelCorrected) Kind() string      { return "ModelCorrected" }
func (*EngineFellBack) Kind() string      { return "EngineFellBack" }
func (*RunSucceeded) Kind() string        { return "RunSucceeded" }
func (*RunFailed) Kind() string           { return "RunFailed" }
func (*RunCancelled) Kind() string        { return "RunCancelled" }

var newEvent = map[string]func() Event{
	"StageStarted":        func() Event { return new(StageStarted) },
	"StageFinished":       func() Event { return new(StageFinished) },
	"LockKept":            func() Event { return new(LockKept) },
	"WishRead":            func() Event { return new(WishRead) },
	"TargetsSet":          func() Event { return new(TargetsSet) },
	"CandidatesRetrieved": func() Event { return new(CandidatesRetrieved) },
	"SessionProposed":     func() Event { return new(SessionProposed) },
	"RestProposed":        func() Event { return new(RestProposed) },
	"RuleChecked":         func() Event { return new(RuleChecked) },
	"SessionReplaced":     func() Event { return new(SessionReplaced) },
	"ModelCorrected":      func() Event { return new(ModelCorrected) },
	"EngineFellBack":      func() Event { return new(EngineFellBack) },
	"RunSucceeded":        func() Event { return new(RunSucceeded) },
	"RunFailed":           func() Event { return new(RunFailed) },
	"RunCancelled":        func() Event { return new(RunCancelled) },
}

// Actor is the part in which By asked.
func (e *RunCancelled) Actor() training.Actor { return training.ActorOf(e.By, e.AthleteID) }

// Terminal tells whether an event ends its run.
func Terminal(e Event) bool {
	switch e.(type) {
	case *RunSucceeded, *RunFailed, *RunCancelled:
		return true
	}
	return false
}

// EncodeEvent is the stored payload of an event, without its head.
func EncodeEvent(e Event) (json.RawMessage, error) { return json.Marshal(e) }

// DecodeEvent reads what EncodeEvent wrote and gives it its head.
func DecodeEvent(kind string, head EventHead, payload json.RawMessage) (Event, error) {
	build, known := newEvent[kind]
	if !known {
		return nil, fmt.Errorf("unknown kind of event %.40q", kind)
	}
	e := build()
	if err := json.Unmarshal(payload, e); err != nil {
		return nil, fmt.Errorf("decode %s: %w", kind, err)
	}
	*e.Head() = head
	switch e := e.(type) {
	case *CandidatesRetrieved:
		for i := range e.Candidates {
			e.Candidates[i].AthleteID = head.AthleteID
		}
	case *SessionProposed:
		e.Session.AthleteID = head.AthleteID
	}
	return e, nil
}

// FailureCode is why a run has no plan.
type FailureCode string

// Why a run has no plan.
const (
	Conflicting      FailureCode = "CONFLICT"
	Infeasible       FailureCode = "INFEASIBLE"
	InsufficientData FailureCode = "INSUFFICIENT_DATA"
	Internal         FailureCode = "INTERNAL"
)
