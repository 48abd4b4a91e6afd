package model

import (
	"context"
	"fmt"

	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

// Model is a language model as the planner needs it: it reads and it proposes, and nothing it says is believed before wish.Review or a
// Reviewer has looked at it.
//
// Both calls end within the time that the implementation is configured for. They return ctx's error where ctx ended, and otherwise a
// *ModelError; what was used is returned in either case, because it is paid in either case.
type Model interface {
	// Describe names the model and the version of its prompts; both are kept with the run.
	Describe() runs.ModelInfo
	// ReadWish turns a wish into what is asked of which days.
	ReadWish(ctx context.Context, q WishQuestion) (WishAnswer, runs.Usage, error)
	// Propose picks a candidate for each slot and hands every pick over as soon as it is complete, also those before an error. An error
	// of each stops the call and is returned as it is.
	Propose(ctx context.Context, q PlanQuestion, each func(Pick) error) (runs.Usage, error)
}

// Spent is the tokens used before a call: by the run, and by all runs of the athlete on the athlete's day. A model with a budget refuses
// a call that could go beyond it.
type Spent struct{ Run, Day int }

// Fault says why a model did not answer, and with that whether asking again is of use.
type Fault string

// The faults. After none of them does the run fail: the solver goes on.
const (
	Refused       Fault = "REFUSED"       // the provider's safety filter blocked the question or the answer
	Unavailable   Fault = "UNAVAILABLE"   // no connection, overloaded, too slow, cut off; another time it may work
	Misconfigured Fault = "MISCONFIGURED" // key, model name or request are not accepted; somebody must change the settings
	Garbled       Fault = "GARBLED"       // the answer is empty, cut short, or not in the form asked for
	OverBudget    Fault = "OVER_BUDGET"   // the tokens of the run or of the athlete's day are used up
)

// Error is why a model did not answer. Message is a sentence for the athlete, without secrets and without the provider's words; Err
// is for the log.
type Error struct {
	Fault   Fault
	Message string
	Err     error
}

func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("model %s: %s", e.Fault, e.Message)
	}
	return fmt.Sprintf("model %s: %s: %v", e.Fault, e.Message, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// adultAge is the age in years from which an athlete's data may go to a model: the Gemini API is for adults (docs/privacy.md).
const adultAge = 18

// MayAsk tells whether a model may be asked about an athlete: not about one who is known to be under age. The solver plans then.
func MayAsk(p training.Profile, today training.Date) bool {
	return p.BirthDate == nil || !p.BirthDate.Midnight().AddDate(adultAge, 0, 0).After(today.Midnight())
}

// WishQuestion is a wish and the days it may speak of. Text is at most 500 characters.
type WishQuestion struct {
	Spent Spent
	Today training.Date
	From  training.Date
	Days  int
	Text  string
}

// WishAnswer is a model's reading, as it came: see wish.Review.
type WishAnswer struct {
	Wishes        []wish.Reading
	NotUnderstood []string
}

// PlanQuestion is everything a model is told of an athlete for a proposal. There is no name, id, birth date, body mass, heart rate or
// text of the athlete in it; the wishes are passed on without their quotes.
type PlanQuestion struct {
	Spent      Spent
	Level      training.Level
	Priority   training.Priority
	Fitness    float64 // CTL on the first day
	Form       float64
	Weeks      []QuestionWeek
	Days       []QuestionDay // each planned day, in order
	Slots      []QuestionSlot
	Candidates []QuestionCandidate
	Wishes     wish.Wishes

	// Of a second or third round: what was picked before, and which rules that broke.
	Standing []Pick
	Broken   []BrokenRule
}

// QuestionWeek is what seven days are for.
type QuestionWeek struct {
	Minutes  int // that it is to come to
	Phase    string
	Reason   string
	Sessions []runs.SessionTarget // that it is to hold, the most important first
}

// QuestionDay is a planned day. DaysToEvent is nil where no event is ahead.
type QuestionDay struct {
	Date        training.Date
	DaysToEvent *int
	Kept        []QuestionSession
}

// QuestionSession is a session that stands and may not be changed.
type QuestionSession struct {
	Sport   training.Sport
	Focus   training.Focus
	Minutes int
	TSS     float64
	Hard    bool // of high intensity or heavy for the legs
}

// QuestionSlot is a place to fill: Day counts from 1, Candidates are the numbers of those that fit there.
type QuestionSlot struct {
	Number     int
	Day        int
	Candidates []int
}

// QuestionCandidate is a workout of the library under a number of this question alone. Title and description are somebody's text.
type QuestionCandidate struct {
	Number      int
	Title       string
	Description string
	Sport       training.Sport
	Focus       training.Focus
	Minutes     int
	TSS         float64
	HighMinutes int
	HeavyLegs   bool
}

// BrokenRule is a HARD rule that a proposal broke, on days counted from 1.
type BrokenRule struct {
	RuleID  string
	Days    []int
	Message string
}

// Pick is a model's choice for a slot; Candidate 0 leaves it empty. As it comes it is a claim: see Reviewer.
type Pick struct {
	Slot      int    `json:"slot"`
	Day       int    `json:"day"`
	Candidate int    `json:"candidate"`
	Rationale string `json:"rationale"`
}
