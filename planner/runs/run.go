package runs

import (
	"time"

	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

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
	Heard       []Heard         // what was wished for and what became of it, once the run has ended
	Questions   []wish.Question // about what can be read in several ways
	Proposal    []ProposedSession
	Changes     []Change
	Certificate *rules.Certificate
	Ways        []Candidate // none where one fortnight was asked for
	Chosen      *int        // which of them stands on the calendar, from 1; nil for none
	Consulted   Consulted
}

// WishOrNil is the wish in words, nil for none.
func (r *Run) WishOrNil() *string { return OrNil(r.Wish) }

// IsNode says that a run has an identity.
func (Run) IsNode() {}

// Requester is the part in which RequestedBy asked.
func (r *Run) Requester() training.Actor { return training.ActorOf(r.RequestedBy, r.AthleteID) }

// Model is the name of the language model that the run asked, nil where it asked none.
func (r *Run) Model() *string { return OrNil(r.Consulted.Name) }

// PromptVersion is the version of the instructions that the language model was given, nil where none was asked.
func (r *Run) PromptVersion() *string { return OrNil(r.Consulted.PromptVersion) }

// InputTokens is what the language model read for the run.
func (r *Run) InputTokens() int { return r.Consulted.InputTokens }

// OutputTokens is what the language model wrote for the run, thinking included.
func (r *Run) OutputTokens() int { return r.Consulted.OutputTokens }

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
