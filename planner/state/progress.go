package state

import (
	"encoding/json"
	"slices"
	"time"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Progress is what is recorded of a run after each stage: enough to go on from there.
type Progress struct {
	Attempt     int                    `json:"attempt"`
	Revision    int                    `json:"revision"`     // of the calendar that the attempt began with
	Now         time.Time              `json:"now,omitzero"` // when the attempt began
	Finished    []runs.Stage           `json:"finished"`
	Brief       *brief.Brief           `json:"brief,omitempty"`
	Offers      []Offer                `json:"offers,omitempty"`
	Draft       []runs.ProposedSession `json:"draft,omitempty"`
	Grounds     Grounds                `json:"grounds,omitempty"` // why what stood was moved or taken away
	Rounds      int                    `json:"rounds"`            // of repair
	Valid       bool                   `json:"valid"`
	Certificate *rules.Certificate     `json:"-"` // VALIDATE, which a resumed run goes through again, makes it anew
	WishProgress
	ModelProgress
}

// WishProgress is what is recorded of the athlete's wish. It is read once in a run.
type WishProgress struct {
	WishRead      bool            `json:"wishRead,omitempty"`
	Wishes        wish.Wishes     `json:"wishes,omitempty"`
	NotUnderstood []string        `json:"notUnderstood,omitempty"`
	Questions     []wish.Question `json:"questions,omitempty"`
	Contradicting []string        `json:"contradicting,omitempty"` // quotes that are not followed because they contradict each other
}

// ModelProgress is what is recorded of a run's language model.
type ModelProgress struct {
	Consulted   runs.Consulted `json:"consulted,omitzero"`
	ModelCalls  int            `json:"modelCalls,omitempty"`  // begun
	ModelRounds int            `json:"modelRounds,omitempty"` // of proposing again, begun
	ModelAsks   bool           `json:"modelAsks,omitempty"`   // a proposal or a round is under way
	ModelGaveUp string         `json:"modelGaveUp,omitempty"` // why no model is asked any more
	Picks       []Choice       `json:"picks,omitempty"`       // of the latest proposal or round
	Resolved    bool           `json:"resolved,omitempty"`    // the solver has planned anew without them
}

// startOver keeps what does not depend on the calendar: what was paid for, and why no more is.
func (p ModelProgress) startOver() ModelProgress {
	return ModelProgress{Consulted: p.Consulted, ModelCalls: p.ModelCalls, ModelGaveUp: p.ModelGaveUp}
}

// Resumed is the progress of a run that is taken up with what was recorded of it, nil for nothing.
func Resumed(recorded json.RawMessage) (Progress, error) {
	p := Progress{Attempt: 1}
	if recorded == nil {
		return p, nil
	}
	if err := json.Unmarshal(recorded, &p); err != nil {
		return p, err
	}
	p.Attempt++
	return p, nil
}

// Again forgets what was decided for a calendar that is no more. What the wish says does not depend on it, nor does what was paid.
func (p Progress) Again() Progress {
	return Progress{Attempt: p.Attempt + 1, WishProgress: p.WishProgress, ModelProgress: p.startOver()}
}

// HasFinished tells whether a stage need not be gone through again.
func (p Progress) HasFinished(stage runs.Stage) bool { return slices.Contains(p.Finished, stage) }

// Current is the stage that comes after those that are finished.
func (p Progress) Current() runs.Stage {
	for _, stage := range []runs.Stage{runs.Analyze, runs.Retrieve, runs.Propose} {
		if !p.HasFinished(stage) {
			return stage
		}
	}
	if !p.Valid {
		return runs.Validate
	}
	return runs.Commit
}

// Choice is a pick that holds. It names the workout, not the candidate: numbers are a question's own. Workout is empty, and so is
// Session, for a slot that the model leaves empty.
type Choice struct {
	Day       int                `json:"day"` // from 0
	Second    bool               `json:"second,omitempty"`
	Workout   training.WorkoutID `json:"workout,omitempty"`
	Session   training.SessionID `json:"session,omitempty"`
	Rationale string             `json:"rationale,omitempty"`
}

// Grounds are what it rests on that sessions which stood were moved or taken away, in words, by their ids.
type Grounds map[training.SessionID]string

// Offer is what the library has for one of the sessions that the weeks are to hold, in the order of those.
type Offer struct {
	Query   string                  `json:"query"`
	Matches []training.WorkoutMatch `json:"matches"`
}
