package planner

import (
	"encoding/json"
	"slices"
	"time"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// progress is what is recorded of a run after each stage: enough to go on from there.
type progress struct {
	Attempt     int                `json:"attempt"`
	Revision    int                `json:"revision"`     // of the calendar that the attempt began with
	Now         time.Time          `json:"now,omitzero"` // when the attempt began
	Finished    []Stage            `json:"finished"`
	Brief       *brief.Brief       `json:"brief,omitempty"`
	Offers      []offer            `json:"offers,omitempty"`
	Draft       []ProposedSession  `json:"draft,omitempty"`
	Grounds     grounds            `json:"grounds,omitempty"` // why what stood was moved or taken away
	Rounds      int                `json:"rounds"`            // of repair
	Valid       bool               `json:"valid"`
	Certificate *rules.Certificate `json:"-"` // VALIDATE, which a resumed run goes through again, makes it anew
	wishProgress
	modelProgress
}

// wishProgress is what is recorded of the athlete's wish. It is read once in a run.
type wishProgress struct {
	WishRead      bool        `json:"wishRead,omitempty"`
	Wishes        wish.Wishes `json:"wishes,omitempty"`
	NotUnderstood []string    `json:"notUnderstood,omitempty"`
	Contradicting []string    `json:"contradicting,omitempty"` // quotes that are not followed because they contradict each other
}

// modelProgress is what is recorded of a run's language model.
type modelProgress struct {
	Consulted   Consulted `json:"consulted,omitzero"`
	ModelCalls  int       `json:"modelCalls,omitempty"`  // begun
	ModelRounds int       `json:"modelRounds,omitempty"` // of proposing again, begun
	ModelAsks   bool      `json:"modelAsks,omitempty"`   // a proposal or a round is under way
	ModelGaveUp string    `json:"modelGaveUp,omitempty"` // why no model is asked any more
	Picks       []choice  `json:"picks,omitempty"`       // of the latest proposal or round
	Resolved    bool      `json:"resolved,omitempty"`    // the solver has planned anew without them
}

// startOver keeps what does not depend on the calendar: what was paid for, and why no more is.
func (p modelProgress) startOver() modelProgress {
	return modelProgress{Consulted: p.Consulted, ModelCalls: p.ModelCalls, ModelGaveUp: p.ModelGaveUp}
}

// resumed is the progress of a run that is taken up with what was recorded of it, nil for nothing.
func resumed(recorded json.RawMessage) (progress, error) {
	p := progress{Attempt: 1}
	if recorded == nil {
		return p, nil
	}
	if err := json.Unmarshal(recorded, &p); err != nil {
		return p, err
	}
	p.Attempt++
	return p, nil
}

// again forgets what was decided for a calendar that is no more. What the wish says does not depend on it, nor does what was paid.
func (p progress) again() progress {
	return progress{Attempt: p.Attempt + 1, wishProgress: p.wishProgress, modelProgress: p.startOver()}
}

func (p progress) finished(stage Stage) bool { return slices.Contains(p.Finished, stage) }

// current is the stage that comes after those that are finished.
func (p progress) current() Stage {
	for _, stage := range []Stage{Analyze, Retrieve, Propose} {
		if !p.finished(stage) {
			return stage
		}
	}
	if !p.Valid {
		return Validate
	}
	return Commit
}

// choice is a pick that holds. It names the workout, not the candidate: numbers are a question's own. Workout is empty, and so is
// Session, for a slot that the model leaves empty.
type choice struct {
	Day       int                `json:"day"` // from 0
	Second    bool               `json:"second,omitempty"`
	Workout   training.WorkoutID `json:"workout,omitempty"`
	Session   training.SessionID `json:"session,omitempty"`
	Rationale string             `json:"rationale,omitempty"`
}

// grounds are what it rests on that sessions which stood were moved or taken away, in words, by their ids.
type grounds map[training.SessionID]string

// offer is what the library has for one of the sessions that the weeks are to hold, in the order of those.
type offer struct {
	Query   string                  `json:"query"`
	Matches []training.WorkoutMatch `json:"matches"`
}
