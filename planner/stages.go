package planner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/solver"
	"fortnight/wish"
)

// maxAttempts is how often a run starts over because the calendar changed under it.
const maxAttempts = 5

// Run takes a run to its terminal event, going on after the last stage that progress has. It returns nil once the run is final, or
// another worker has it; any other error leaves the run as it was recorded last. A ctx that ends with ErrCancelRequested as its cause
// cancels the run.
func (p *Planner) Run(ctx context.Context, run runs.Run, recorded json.RawMessage, lease runs.Lease) error {
	r, err := newRunner(p, run, recorded, lease)
	if err != nil {
		return err
	}
	for {
		err := r.pass(ctx)
		switch {
		case errors.Is(err, runs.ErrCalendarMoved) && r.Attempt < maxAttempts:
			r.Progress = r.Again()
			continue
		case errors.Is(err, runs.ErrCalendarMoved):
			err = r.fail(ctx, runs.Conflicting, fmt.Sprintf("The calendar changed %d times while the plan was made; ask again when it is at rest.", maxAttempts), nil)
		case errors.Is(err, runs.ErrCancelRequested), err != nil && errors.Is(context.Cause(ctx), runs.ErrCancelRequested):
			err = r.cancelled(ctx)
		}
		if failed := (*state.Failure)(nil); errors.As(err, &failed) {
			err = r.fail(ctx, failed.Code, stage.Advised(&r.Fortnight.Horizon, failed.Message), failed.Certificate)
		}
		if errors.Is(err, runs.ErrLeaseLost) {
			return nil
		}
		return err
	}
}

// Fail ends a run that cannot go on for a reason that is not the athlete's.
func (p *Planner) Fail(ctx context.Context, run runs.Run, lease runs.Lease) error {
	r, err := newRunner(p, run, nil, lease)
	if err != nil {
		return err
	}
	return r.fail(ctx, runs.Internal, "Something went wrong on our side; it has been logged. The calendar is as it was.", nil)
}

// pass goes through the stages once.
func (r *runner) pass(ctx context.Context) error {
	if err := r.look(ctx); err != nil {
		return err
	}
	if err := r.stage(ctx, runs.Analyze, r.analyze); err != nil {
		return err
	}
	if err := r.stage(ctx, runs.Retrieve, r.retrieve); err != nil {
		return err
	}
	if err := r.stage(ctx, runs.Propose, r.propose); err != nil {
		return err
	}
	for {
		if err := r.stage(ctx, runs.Validate, r.validate); err != nil {
			return err
		}
		if r.Valid {
			return r.commit(ctx)
		}
		if err := r.stage(ctx, runs.Repair, r.repair); err != nil {
			return err
		}
	}
}

// stage runs one stage unless it is finished: that it begins is recorded before its work, and what it decided together with its end and the
// beginning of the next, which comes at once. VALIDATE and REPAIR alternate and are never finished for good.
func (r *runner) stage(ctx context.Context, stage runs.Stage, work func(context.Context) ([]runs.Event, error)) error {
	if r.HasFinished(stage) {
		return nil
	}
	began := r.planner.Now()
	started := &runs.StageStarted{EventHead: runs.Head(stage, fmt.Sprintf("%s begins.", stageNames[stage])), Attempt: r.Attempt}
	if err := r.record(ctx, started); err != nil {
		return err
	}
	events, err := work(ctx)
	if ended := ctx.Err(); ended != nil { // what was not reckoned to its end is no result, whatever it says
		return ended
	}
	if err != nil {
		return err
	}
	took := r.planner.Now().Sub(began)
	if stage != runs.Validate && stage != runs.Repair {
		r.Finished = append(r.Finished, stage)
	}
	events = append(events, &runs.StageFinished{
		EventHead: runs.Head(stage, fmt.Sprintf("%s is done.", stageNames[stage])),
		Attempt:   r.Attempt, DurationMilliseconds: int(took.Milliseconds()),
	})
	r.told = r.stamped(events)
	r.planner.stageDone(stage, took)
	r.planner.Log.InfoContext(ctx, "stage done", "run", r.Run.ID, "stage", stage, "attempt", r.Attempt, "milliseconds", took.Milliseconds(), "events", len(events))
	return nil
}

var stageNames = map[runs.Stage]string{
	runs.Analyze: "Reading the athlete", runs.Retrieve: "Looking through the library", runs.Propose: "Proposing the days", runs.Validate: "Checking the rules",
	runs.Repair: "Repairing", runs.Commit: "Writing the calendar",
}

func (r *runner) analyze(ctx context.Context) ([]runs.Event, error) {
	l, err := stage.JudgeLocks(ctx, r.planner.Store, &r.Horizon)
	if err != nil {
		return nil, err
	}
	if err := r.understand(ctx); err != nil {
		return nil, err
	}
	b, events, err := stage.Analyze(ctx, r.planner.Store, &r.Fortnight, l)
	if err != nil {
		return nil, err
	}
	r.Brief = b
	return events, nil
}

// understand reads the wish, with the model where the run has one, and records what was read before anything is made of it.
func (r *runner) understand(ctx context.Context) error {
	if r.Run.Wish == "" && len(r.Run.Wishes) == 0 || r.WishRead {
		return nil
	}
	read := wish.Understand(r.Run.Wish, r.Snapshot.Today, r.Run.From, r.Run.Days, r.Snapshot.Hours().Over(r.Snapshot.Today), r.Snapshot.Athlete.Profile.EventDays()...)
	var events []runs.Event
	if r.Run.Engine == runs.Gemini && r.Run.Wish != "" {
		var err error
		if read.Wishes, read.NotUnderstood, events, err = r.askWish(ctx, read.Wishes, read.NotUnderstood); err != nil {
			return err
		}
	}
	read = read.LeaveOut(r.Run.Wish, r.Run.OfRequester())
	var told *runs.WishRead
	r.WishProgress, told = stage.Understood(stage.Moves(&r.Horizon, slices.Concat(r.Run.Wishes, read.Wishes)), read.NotUnderstood, stage.Weighed(read.Questions, &r.Snapshot.Athlete.Profile, r.Run.From))
	r.Heed(r.Wishes)
	return r.record(ctx, append(events, told)...)
}

func (r *runner) retrieve(ctx context.Context) ([]runs.Event, error) {
	found, events, err := stage.Retrieve(ctx, r.planner.Store, &r.Fortnight)
	if err != nil {
		return nil, err
	}
	r.Offers = found.Offers
	maps.Copy(r.Workouts, found.Workouts)
	return events, nil
}

// propose fills the days: what the model picks, where the run has one, and the search the rest.
func (r *runner) propose(ctx context.Context) ([]runs.Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	s := solver.New(stage.Problem(&r.Fortnight))
	var events []runs.Event
	if r.model() {
		var err error
		if events, err = r.pick(ctx, s, runs.Propose); err != nil {
			return nil, err
		}
	}
	draft, err := stage.Propose(ctx, &r.Fortnight, s)
	if err != nil {
		return nil, err
	}
	r.Draft = draft
	return append(events, stage.Proposed(&r.Fortnight, runs.Propose)...), r.keep(ctx, r.Draft)
}

func (r *runner) validate(ctx context.Context) ([]runs.Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	v, events, err := stage.Validate(ctx, r.planner.Store, &r.Fortnight)
	if err != nil {
		return nil, err
	}
	r.Valid, r.Certificate = v.Valid, v.Certificate
	return events, nil
}

// repair mends the proposal: the model its own while it has rounds left, then code. Where that is not enough for a model's proposal, the
// search plans anew, without its picks.
func (r *runner) repair(ctx context.Context) ([]runs.Event, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	if r.mends() {
		return r.mend(ctx)
	}
	var events []runs.Event
	if r.model() && len(r.Picks) > 0 {
		broken := r.BrokenOn(r.Run.From)
		reason := fmt.Sprintf("The language model's proposal still breaks a rule after %d more rounds: %s", r.ModelRounds, state.CheckMessage(&broken))
		events = append(events, r.giveUp(runs.Repair, reason))
	}
	r.Rounds++
	mended, changes := stage.Repair(&r.Fortnight)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.Draft, r.Grounds = mended.Draft, mended.Grounds
	events = append(events, changes...)
	if mended.Broken && stage.Resolves(&r.Fortnight) {
		r.Picks, r.Resolved = nil, true
		s := solver.New(stage.Problem(&r.Fortnight))
		draft, err := stage.Propose(ctx, &r.Fortnight, s)
		if err != nil {
			return nil, err
		}
		r.Draft = draft
		events = append(events, stage.Proposed(&r.Fortnight, runs.Repair)...)
	}
	return events, r.keep(ctx, r.Draft)
}

// commit writes the plan to the calendar in the transaction that ends the run, or ends it with a proposal where that was asked for.
func (r *runner) commit(ctx context.Context) error {
	began := r.planner.Now()
	started := &runs.StageStarted{EventHead: runs.Head(runs.Commit, stageNames[runs.Commit]+" begins."), Attempt: r.Attempt}
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
	plan, changes := state.CalendarOf(r.Run, r.Draft, r.Snapshot, r.Revision), stage.Changes(&r.Fortnight)
	outcome := runs.Outcome{
		Status: runs.Succeeded, Heard: stage.Heard(&r.Fortnight), Questions: r.Questions, Proposal: r.Draft, Changes: changes, Ways: ways, Certificate: r.Certificate, Revision: r.Revision,
		Consulted: r.Consulted,
	}
	put := 0
	for i := range changes {
		if kind := changes[i].Kind; kind != runs.Kept && kind != runs.Removed {
			put++
		}
	}
	message := fmt.Sprintf("The proposal is ready: %s to add or move, %d to take away.", stage.CountOf(put), len(plan.Remove))
	if r.applies() {
		message = fmt.Sprintf("The plan stands on the calendar: %s added or moved, %d taken away.", stage.CountOf(put), len(plan.Remove))
	}
	message += others(ways) + stage.Unmet(&r.Fortnight)
	events := []runs.Event{
		&runs.StageFinished{
			EventHead: runs.Head(runs.Commit, stageNames[runs.Commit]+" is done."), Attempt: r.Attempt,
			DurationMilliseconds: int(r.planner.Now().Sub(began).Milliseconds()),
		},
		&runs.RunSucceeded{EventHead: runs.Head(runs.Commit, message), Certificate: *r.Certificate, Applied: r.applies()},
	}
	if !r.applies() {
		plan = nil
	}
	err = r.planner.Store.Finish(ctx, r.lease, outcome, plan, r.stamped(events)...)
	if err == nil {
		r.planner.stageDone(runs.Commit, r.planner.Now().Sub(began))
	}
	return err
}
