package planner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"fortnight/solver"
	"fortnight/wish"
)

// maxAttempts is how often a run starts over because the calendar changed under it.
const maxAttempts = 5

// Run takes a run to its terminal event, going on after the last stage that progress has. It returns nil once the run is final, or
// another worker has it; any other error leaves the run as it was recorded last. A ctx that ends with ErrCancelRequested as its cause
// cancels the run.
func (p *Planner) Run(ctx context.Context, run Run, recorded json.RawMessage, lease Lease) error {
	r, err := newRunner(p, run, recorded, lease)
	if err != nil {
		return err
	}
	for {
		err := r.pass(ctx)
		switch {
		case errors.Is(err, ErrCalendarMoved) && r.Attempt < maxAttempts:
			r.progress = r.again()
			continue
		case errors.Is(err, ErrCalendarMoved):
			err = r.fail(ctx, "CONFLICT", fmt.Sprintf("The calendar changed %d times while the plan was made; ask again when it is at rest.", maxAttempts), nil)
		case errors.Is(err, ErrCancelRequested), err != nil && errors.Is(context.Cause(ctx), ErrCancelRequested):
			err = r.cancelled(ctx)
		}
		if failed := (*failure)(nil); errors.As(err, &failed) {
			err = r.fail(ctx, failed.code, advised(&r.fortnight.horizon, failed.message), failed.certificate)
		}
		if errors.Is(err, ErrLeaseLost) {
			return nil
		}
		return err
	}
}

// Fail ends a run that cannot go on for a reason that is not the athlete's.
func (p *Planner) Fail(ctx context.Context, run Run, lease Lease) error {
	r, err := newRunner(p, run, nil, lease)
	if err != nil {
		return err
	}
	return r.fail(ctx, "INTERNAL", "Something went wrong on our side; it has been logged. The calendar is as it was.", nil)
}

// pass goes through the stages once.
func (r *runner) pass(ctx context.Context) error {
	if err := r.look(ctx); err != nil {
		return err
	}
	if err := r.stage(ctx, Analyze, r.analyze); err != nil {
		return err
	}
	if err := r.stage(ctx, Retrieve, r.retrieve); err != nil {
		return err
	}
	if err := r.stage(ctx, Propose, r.propose); err != nil {
		return err
	}
	for {
		if err := r.stage(ctx, Validate, r.validate); err != nil {
			return err
		}
		if r.Valid {
			return r.commit(ctx)
		}
		if err := r.stage(ctx, Repair, r.repair); err != nil {
			return err
		}
	}
}

// stage runs one stage unless it is finished: that it begins is recorded before its work, and what it decided together with its end and the
// beginning of the next, which comes at once. VALIDATE and REPAIR alternate and are never finished for good.
func (r *runner) stage(ctx context.Context, stage Stage, work func(context.Context) ([]Event, error)) error {
	if r.finished(stage) {
		return nil
	}
	began := r.planner.Now()
	started := &StageStarted{EventHead: head(stage, fmt.Sprintf("%s begins.", stageNames[stage])), Attempt: r.Attempt}
	if err := r.record(ctx, started); err != nil {
		return err
	}
	events, err := work(ctx)
	if err != nil {
		return err
	}
	took := r.planner.Now().Sub(began)
	if stage != Validate && stage != Repair {
		r.Finished = append(r.Finished, stage)
	}
	events = append(events, &StageFinished{
		EventHead: head(stage, fmt.Sprintf("%s is done.", stageNames[stage])),
		Attempt:   r.Attempt, DurationMilliseconds: int(took.Milliseconds()),
	})
	r.told = r.stamped(events)
	r.planner.Log.InfoContext(ctx, "stage done", "run", r.run.ID, "stage", stage, "attempt", r.Attempt, "milliseconds", took.Milliseconds(), "events", len(events))
	return nil
}

var stageNames = map[Stage]string{
	Analyze: "Reading the athlete", Retrieve: "Looking through the library", Propose: "Proposing the days", Validate: "Checking the rules",
	Repair: "Repairing", Commit: "Writing the calendar",
}

func (r *runner) analyze(ctx context.Context) ([]Event, error) {
	l, err := judgeLocks(ctx, r.planner.Store, &r.horizon)
	if err != nil {
		return nil, err
	}
	if err := r.understand(ctx); err != nil {
		return nil, err
	}
	b, events, err := analyze(&r.fortnight, l)
	if err != nil {
		return nil, err
	}
	r.Brief = b
	return events, nil
}

// understand reads the wish, with the model where the run has one, and records what was read before anything is made of it.
func (r *runner) understand(ctx context.Context) error {
	if r.run.Wish == "" || r.WishRead {
		return nil
	}
	wishes, left := wish.ReadClauses(r.run.Wish, r.snapshot.Today, r.run.From, r.run.Days)
	var events []Event
	if r.run.Engine == Gemini {
		var err error
		if wishes, left, events, err = r.askWish(ctx, wishes, left); err != nil {
			return err
		}
	}
	var read *WishRead
	r.wishProgress, read = understood(wishes, left)
	return r.record(ctx, append(events, read)...)
}

func (r *runner) retrieve(ctx context.Context) ([]Event, error) {
	found, events, err := retrieve(ctx, r.planner.Store, &r.fortnight)
	if err != nil {
		return nil, err
	}
	r.Offers = found.offers
	maps.Copy(r.workouts, found.workouts)
	return events, nil
}

// propose fills the days: what the model picks, where the run has one, and the search the rest.
func (r *runner) propose(ctx context.Context) ([]Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	s := solver.New(problem(&r.fortnight))
	var events []Event
	if r.model() {
		var err error
		if events, err = r.pick(ctx, s, Propose); err != nil {
			return nil, err
		}
	}
	s.Solve()
	r.Draft = draft(&r.fortnight, append(r.kept(), placed(&r.fortnight, s)...))
	return append(events, proposed(&r.fortnight, Propose)...), r.keep(ctx, r.Draft)
}

func (r *runner) validate(ctx context.Context) ([]Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	v, events, err := validate(ctx, r.planner.Store, &r.fortnight)
	if err != nil {
		return nil, err
	}
	r.Valid, r.Certificate = v.valid, v.certificate
	return events, nil
}

// repair mends the proposal: the model its own while it has rounds left, then code. Where that is not enough for a model's proposal, the
// search plans anew, without its picks.
func (r *runner) repair(ctx context.Context) ([]Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	if r.mends() {
		return r.mend(ctx)
	}
	var events []Event
	if r.model() && len(r.Picks) > 0 {
		broken := r.brokenOn(r.run.From)
		reason := fmt.Sprintf("The language model's proposal still breaks a rule after %d more rounds: %s", r.ModelRounds, checkMessage(&broken))
		events = append(events, r.giveUp(Repair, reason))
	}
	r.Rounds++
	mended, changes := repair(&r.fortnight)
	r.Draft, r.Grounds = mended.draft, mended.grounds
	events = append(events, changes...)
	if mended.broken && resolves(&r.fortnight) {
		r.Picks, r.Resolved = nil, true
		s := solver.New(problem(&r.fortnight))
		s.Solve()
		r.Draft = draft(&r.fortnight, append(r.kept(), placed(&r.fortnight, s)...))
		events = append(events, proposed(&r.fortnight, Repair)...)
	}
	return events, r.keep(ctx, r.Draft)
}

// commit writes the plan to the calendar in the transaction that ends the run, or ends it with a proposal where that was asked for.
func (r *runner) commit(ctx context.Context) error {
	began := r.planner.Now()
	started := &StageStarted{EventHead: head(Commit, stageNames[Commit]+" begins."), Attempt: r.Attempt}
	if err := r.record(ctx, started); err != nil {
		return err
	}
	if err := r.load(ctx); err != nil {
		return err
	}
	ways, err := r.candidates(ctx)
	if err != nil {
		return err
	}
	plan, changes := CalendarOf(r.run, r.Draft, r.snapshot, r.Revision), changes(&r.fortnight)
	outcome := Outcome{
		Status: Succeeded, Proposal: r.Draft, Changes: changes, Ways: ways, Certificate: r.Certificate, Revision: r.Revision,
		Consulted: r.Consulted,
	}
	message := fmt.Sprintf("The proposal is ready: %s to add or move, %d to take away.", countOf(len(plan.Save)), len(plan.Remove))
	if r.applies() {
		message = fmt.Sprintf("The plan stands on the calendar: %s added or moved, %d taken away.", countOf(len(plan.Save)), len(plan.Remove))
	}
	message += others(ways) + unmet(&r.fortnight)
	events := []Event{
		&StageFinished{
			EventHead: head(Commit, stageNames[Commit]+" is done."), Attempt: r.Attempt,
			DurationMilliseconds: int(r.planner.Now().Sub(began).Milliseconds()),
		},
		&RunSucceeded{EventHead: head(Commit, message), Certificate: *r.Certificate, Applied: r.applies()},
	}
	if !r.applies() {
		plan = nil
	}
	return r.planner.Store.Finish(ctx, r.lease, outcome, plan, r.stamped(events)...)
}
