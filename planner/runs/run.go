package runs

import (
	"sync"
	"time"

	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Run is one request on its way to a plan. Failure is the message of a run that FAILED. Applied says that its proposal stands on the
// calendar. Proposal, Changes and the certificate are there once the stage that makes them is done.
type Run struct {
	ID training.RunID
	Request
	Status     RunStatus
	CreatedAt  time.Time
	StartedAt  *time.Time
	FinishedAt *time.Time
	Applied    bool
	Failure    *string
	Heard      []Heard         // what was wished for and what became of it, once the run has ended
	Questions  []wish.Question // about what can be read in several ways
	Proposal   []ProposedSession
	Changes    []Change
	Chosen     *int // which of its ways stands on the calendar, from 1; nil for none
	Consulted  Consulted

	certificate func() (*rules.Certificate, error)
	ways        func() ([]Candidate, error)
}

// Sealed gives the run what is large of it, which is unpacked when somebody first asks: its certificate, and its ways as they were stored.
func (r *Run) Sealed(certificate func() (*rules.Certificate, error), ways func() ([]Candidate, error)) {
	athlete, proposal := r.AthleteID, r.Proposal
	r.certificate = sync.OnceValues(certificate)
	first := r.certificate
	r.ways = sync.OnceValues(func() ([]Candidate, error) {
		list, err := ways()
		if err != nil || len(list) == 0 {
			return nil, err
		}
		if list[0].Certificate, err = first(); err != nil {
			return nil, err
		}
		list[0].Sessions = proposal
		for n := range list {
			for i := range list[n].Sessions {
				list[n].Sessions[i].AthleteID = athlete
			}
		}
		return list, nil
	})
}

// Certificate is what the rules say of the plan, or of why there is none; nil where none was made.
func (r *Run) Certificate() (*rules.Certificate, error) {
	if r.certificate == nil {
		return nil, nil
	}
	return r.certificate()
}

// Ways are the fortnights that it proposes, none where one was asked for.
func (r *Run) Ways() ([]Candidate, error) {
	if r.ways == nil {
		return nil, nil
	}
	return r.ways()
}

// WishOrNil is the wish in words, nil for none.
func (r *Run) WishOrNil() *string { return OrNil(r.Wish) }

// IsNode says that a run has an identity.
func (Run) IsNode() {}

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
	for i := range r.Changes {
		r.Changes[i].AthleteID = r.AthleteID
	}
}
