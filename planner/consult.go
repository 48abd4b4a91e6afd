package planner

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/wish"
)

// maxModelCalls is how often a run may ask a model, calls included of which a dying process never saw the end: to read the wish, to
// propose, in two more rounds, and twice to spare.
const maxModelCalls = 6

// unaskable is why the model may not be asked now, nil where it may.
func (r *runner) unaskable() *model.Error {
	switch {
	case r.planner.Model == nil:
		return &model.Error{Fault: model.Misconfigured, Message: "No language model is configured here any more."}
	case !model.MayAsk(r.Snapshot.Athlete.Profile, r.Snapshot.Today):
		return &model.Error{Fault: model.Refused, Message: "A language model is asked about adults only."}
	case r.ModelCalls >= maxModelCalls:
		message := fmt.Sprintf("The language model was asked %d times, as often as a run may.", maxModelCalls)
		return &model.Error{Fault: model.OverBudget, Message: message}
	}
	return nil
}

// consult makes one call to the model. It is counted before it begins, so that a process that dies in calls dies a bounded number of
// times, and what it used is kept however it ends: with the next record, or where ctx stopped it at once.
func (r *runner) consult(ctx context.Context, call func(model.Spent) (runs.Usage, error)) error {
	if fault := r.unaskable(); fault != nil {
		return fault
	}
	spent, err := r.spent(ctx)
	if err != nil {
		return err
	}
	r.ModelCalls++
	r.Consulted.ModelInfo = r.planner.Model.Describe()
	if err := r.record(ctx); err != nil {
		return err
	}
	began := r.planner.Now()
	used, err := call(spent)
	r.Consulted.Usage = r.Consulted.Plus(used)
	if r.planner.Asked != nil {
		r.planner.Asked(r.Consulted.Name, used)
	}
	r.planner.Log.InfoContext(ctx, "model asked", "run", r.Run.ID, "milliseconds", r.planner.Now().Sub(began).Milliseconds(),
		"requests", used.Requests, "inputTokens", used.InputTokens, "outputTokens", used.OutputTokens, "estimated", used.Estimated, "error", err)
	if ctx.Err() != nil {
		r.salvage(ctx)
		return ctx.Err()
	}
	return err
}

// spent is what was used before a call.
func (r *runner) spent(ctx context.Context) (model.Spent, error) {
	zone, today := r.Snapshot.Athlete.Profile.Location(), r.Snapshot.Today
	used, err := r.planner.Store.TokensUsed(ctx, r.Run.AthleteID, today.At(0, zone), today.AddDays(1).At(0, zone))
	if err != nil {
		return model.Spent{}, fmt.Errorf("read the tokens used: %w", err)
	}
	run := r.Consulted.Tokens()
	return model.Spent{Run: run, Day: max(used, run)}, nil
}

// salvageTime is how long recording may take what a stopped call has used.
const salvageTime = 2 * time.Second

// salvage records what a stopped call has used. Where that is refused, because another worker has the run or it is to be cancelled, the
// run's end tells it or nobody does.
func (r *runner) salvage(ctx context.Context) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), salvageTime)
	defer stop()
	if err := r.record(ctx); err != nil && !errors.Is(err, runs.ErrCancelRequested) && !errors.Is(err, runs.ErrLeaseLost) && !errors.Is(err, runs.ErrUnavailable) {
		r.planner.Log.WarnContext(ctx, "record what a stopped call used", "run", r.Run.ID, "error", err)
	}
}

// giveUp lets the solver go on for the rest of the run.
func (r *runner) giveUp(stage runs.Stage, reason string) runs.Event {
	r.ModelGaveUp, r.ModelAsks = reason, false
	return fellBack(stage, "The solver goes on. "+reason, reason)
}

func fellBack(stage runs.Stage, message, reason string) runs.Event {
	return &runs.EngineFellBack{EventHead: runs.Head(stage, prose.Clip(message, runs.MaxMessageRunes)), From: runs.Gemini, To: runs.Solver, Reason: prose.Clip(reason, runs.MaxMessageRunes)}
}

// corrected tells what a review dropped or corrected.
func corrected(stage runs.Stage, findings []runs.Finding) []runs.Event {
	events := make([]runs.Event, len(findings))
	for i, f := range findings {
		f.Reason = prose.Clip(f.Reason, runs.MaxMessageRunes)
		events[i] = &runs.ModelCorrected{EventHead: runs.Head(stage, f.Reason), Finding: f}
	}
	return events
}

// maxRefused is how many wishes that a model misread are told of.
const maxRefused = 24

// askWish has the model read the wish. What the word list has read that concerns the body holds in any case, and where the model does not
// answer all of it. A model that cannot be reached, or that may not be paid, is not asked again in this run; one whose answer was of no
// use may still propose.
func (r *runner) askWish(ctx context.Context, read wish.Wishes, left []string) (wish.Wishes, []string, []runs.Event, error) {
	if r.ModelGaveUp != "" {
		return read, left, nil, nil
	}
	q := model.WishQuestion{Today: r.Snapshot.Today, From: r.Run.From, Days: r.Run.Days, Text: r.Run.Wish}
	var answer model.WishAnswer
	err := r.consult(ctx, func(spent model.Spent) (used runs.Usage, err error) {
		q.Spent = spent
		answer, used, err = r.planner.Model.ReadWish(ctx, q)
		return used, err
	})
	if fault := (*model.Error)(nil); errors.As(err, &fault) {
		if fault.Fault == model.Garbled || fault.Fault == model.Refused && r.unaskable() == nil {
			return read, left, []runs.Event{fellBack(runs.Analyze, "The word list reads the wish. "+fault.Message, fault.Message)}, nil
		}
		return read, left, []runs.Event{r.giveUp(runs.Analyze, fault.Message)}, nil
	}
	if err != nil {
		return nil, nil, nil, err
	}
	wishes, left, refused := wish.Review(q.Text, q.From, q.Days, answer.Wishes, answer.NotUnderstood)
	findings := make([]runs.Finding, min(len(refused), maxRefused))
	for i := range findings {
		findings[i] = runs.Finding{Dropped: true, Reason: refused[i]}
	}
	wishes, over := wishes.WithSafety(read)
	return wishes, wish.NotTaken(left, over), corrected(runs.Analyze, findings), nil
}
