package planner

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fortnight/prose"
	"fortnight/wish"
)

// maxModelCalls is how often a run may ask a model, calls included of which a dying process never saw the end: to read the wish, to
// propose, in two more rounds, and twice to spare.
const maxModelCalls = 6

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

// unaskable is why the model may not be asked now, nil where it may.
func (j *journey) unaskable() *ModelError {
	switch {
	case j.planner.Model == nil:
		return &ModelError{Fault: ModelMisconfigured, Message: "No language model is configured here any more."}
	case !MayAsk(j.snapshot.Athlete.Profile, j.snapshot.Today):
		return &ModelError{Fault: ModelRefused, Message: "A language model is asked about adults only."}
	case j.state.ModelCalls >= maxModelCalls:
		message := fmt.Sprintf("The language model was asked %d times, as often as a run may.", maxModelCalls)
		return &ModelError{Fault: ModelOverBudget, Message: message}
	}
	return nil
}

// consult makes one call to the model. It is counted before it begins, so that a process that dies in calls dies a bounded number of
// times, and what it used is kept however it ends: with the next record, or where ctx stopped it at once.
func (j *journey) consult(ctx context.Context, call func(Spent) (Usage, error)) error {
	if fault := j.unaskable(); fault != nil {
		return fault
	}
	spent, err := j.spent(ctx)
	if err != nil {
		return err
	}
	j.state.ModelCalls++
	j.state.Consulted.ModelInfo = j.planner.Model.Describe()
	if err := j.record(ctx); err != nil {
		return err
	}
	began := j.planner.Now()
	used, err := call(spent)
	j.state.Consulted.Usage = j.state.Consulted.Plus(used)
	j.planner.Log.InfoContext(ctx, "model asked", "run", j.run.ID, "milliseconds", j.planner.Now().Sub(began).Milliseconds(),
		"requests", used.Requests, "inputTokens", used.InputTokens, "outputTokens", used.OutputTokens, "estimated", used.Estimated, "error", err)
	if ctx.Err() != nil {
		j.salvage(ctx)
		return ctx.Err()
	}
	return err
}

// spent is what was used before a call.
func (j *journey) spent(ctx context.Context) (Spent, error) {
	zone, today := j.snapshot.Athlete.Profile.Location(), j.snapshot.Today
	used, err := j.planner.Store.TokensUsed(ctx, j.run.AthleteID, today.At(0, zone), today.AddDays(1).At(0, zone))
	if err != nil {
		return Spent{}, fmt.Errorf("read the tokens used: %w", err)
	}
	run := j.state.Consulted.Tokens()
	return Spent{Run: run, Day: max(used, run)}, nil
}

// salvageTime is how long recording may take what a stopped call has used.
const salvageTime = 2 * time.Second

// salvage records what a stopped call has used. Where that is refused, because another worker has the run or it is to be cancelled, the
// run's end tells it or nobody does.
func (j *journey) salvage(ctx context.Context) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), salvageTime)
	defer stop()
	if err := j.record(ctx); err != nil && !errors.Is(err, ErrCancelRequested) && !errors.Is(err, ErrLeaseLost) {
		j.planner.Log.WarnContext(ctx, "record what a stopped call used", "run", j.run.ID, "error", err)
	}
}

// giveUp lets the solver go on for the rest of the run.
func (j *journey) giveUp(stage Stage, reason string) Event {
	j.state.ModelGaveUp, j.state.ModelAsks = reason, false
	return j.fellBack(stage, "The solver goes on. "+reason, reason)
}

func (j *journey) fellBack(stage Stage, message, reason string) Event {
	return &EngineFellBack{EventHead: j.head(stage, prose.Clip(message, maxMessageRunes)), From: Gemini, To: Solver, Reason: prose.Clip(reason, maxMessageRunes)}
}

// corrected tells what a review dropped or corrected.
func (j *journey) corrected(stage Stage, findings []Finding) []Event {
	events := make([]Event, len(findings))
	for i, f := range findings {
		f.Reason = prose.Clip(f.Reason, maxMessageRunes)
		events[i] = &ModelCorrected{EventHead: j.head(stage, f.Reason), Finding: f}
	}
	return events
}

// maxRefused is how many wishes that a model misread are told of.
const maxRefused = 24

// askWish has the model read the wish. What the word list has read that concerns the body holds in any case, and where the model does not
// answer all of it. A model that cannot be reached, or that may not be paid, is not asked again in this run; one whose answer was of no
// use may still propose.
func (j *journey) askWish(ctx context.Context, read wish.Wishes) ([]Event, error) {
	if j.state.ModelGaveUp != "" {
		return nil, nil
	}
	q := WishQuestion{Today: j.snapshot.Today, From: j.run.From, Days: j.run.Days, Text: j.run.Wish}
	var answer WishAnswer
	err := j.consult(ctx, func(spent Spent) (used Usage, err error) {
		q.Spent = spent
		answer, used, err = j.planner.Model.ReadWish(ctx, q)
		return used, err
	})
	if fault := (*ModelError)(nil); errors.As(err, &fault) {
		if fault.Fault == ModelGarbled || fault.Fault == ModelRefused && j.unaskable() == nil {
			return []Event{j.fellBack(Analyze, "The word list reads the wish. "+fault.Message, fault.Message)}, nil
		}
		return []Event{j.giveUp(Analyze, fault.Message)}, nil
	}
	if err != nil {
		return nil, err
	}
	wishes, left, refused := wish.Review(q.Text, q.From, q.Days, answer.Wishes, answer.NotUnderstood)
	j.state.Wishes, j.state.NotUnderstood = wishes.WithSafety(read), left
	findings := make([]Finding, min(len(refused), maxRefused))
	for i := range findings {
		findings[i] = Finding{Dropped: true, Reason: refused[i]}
	}
	return j.corrected(Analyze, findings), nil
}
