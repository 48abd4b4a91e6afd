package planner

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// runner takes one run through its stages: it holds what they hand on, and records it with what they tell.
type runner struct {
	planner *Planner
	lease   runs.Lease
	state.Fortnight
	told []runs.Event // of the stage that has ended; the next record takes them along
}

// newRunner takes a run up with what was recorded of it.
func newRunner(p *Planner, run runs.Run, recorded json.RawMessage, lease runs.Lease) (*runner, error) {
	r := &runner{planner: p, lease: lease, Fortnight: state.Fortnight{Horizon: state.Horizon{Run: run}}}
	var err error
	if r.Progress, err = state.Resumed(recorded); err != nil {
		return nil, fmt.Errorf("read the progress of run %s: %w", run.ID, err)
	}
	return r, nil
}

// look reads the athlete's inputs. A resumed run goes on only with the calendar it began with, for the instant at which it began, so that
// it comes to the same plan; where it plans today and its earliest start has gone by since, it starts over for the present.
func (r *runner) look(ctx context.Context) error {
	snapshot, err := r.planner.Store.Snapshot(ctx, r.Run.AthleteID, r.Run.From, r.Run.Days)
	if err != nil {
		return fmt.Errorf("read the calendar: %w", err)
	}
	r.Snapshot, r.Workouts, r.Written, r.End = snapshot, solver.Workouts{}, map[training.WorkoutID]bool{}, ctx.Done()
	r.Identified = map[training.WorkoutID]*rules.Identity{}
	if len(r.Finished) == 0 {
		r.Revision, r.Now = snapshot.Revision, snapshot.Now
	}
	r.Snapshot.Now = r.Now
	r.Settle()
	if r.WishRead || r.Run.Wish == "" && len(r.Run.Wishes) == 0 {
		r.Heed(r.Wishes)
	}
	if r.Revision != snapshot.Revision || r.Run.From <= snapshot.Today && snapshot.Now.After(r.Snapshot.Hours().Earliest()) {
		return runs.ErrCalendarMoved
	}
	return nil
}

// load reads the workouts that a resumed run knows by id alone.
func (r *runner) load(ctx context.Context) error {
	return stage.Load(ctx, r.planner.Store, &r.Fortnight)
}

// keep puts what was written for the plan into the library, before anybody is told of it.
func (r *runner) keep(ctx context.Context, plan []runs.ProposedSession) error {
	var list []training.Workout
	for _, p := range plan {
		if r.Written[p.WorkoutID] {
			list = append(list, r.Workouts[p.WorkoutID])
			delete(r.Written, p.WorkoutID)
		}
	}
	if len(list) == 0 {
		return nil
	}
	if err := r.planner.Store.Keep(ctx, list); err != nil {
		return fmt.Errorf("keep what was written: %w", err)
	}
	return nil
}

// stamped gives events that have none the instant at which they are told.
func (r *runner) stamped(events []runs.Event) []runs.Event {
	now := r.planner.Now()
	for _, e := range events {
		if e.Head().At.IsZero() {
			e.Head().At = now
		}
	}
	return events
}

// record stores how far the run has come, with what the last stage told and these events.
func (r *runner) record(ctx context.Context, events ...runs.Event) error {
	state, err := json.Marshal(r.Progress)
	if err != nil {
		return fmt.Errorf("write the progress of run %s: %w", r.Run.ID, err)
	}
	so := runs.Recorded{Progress: state, Consulted: r.Consulted}
	if err := r.planner.Store.Record(ctx, r.lease, so, r.stamped(slices.Concat(r.told, events))...); err != nil {
		return err
	}
	r.told = nil
	return nil
}

// fail ends the run without a plan.
func (r *runner) fail(ctx context.Context, code runs.FailureCode, message string, certificate *rules.Certificate) error {
	outcome := runs.Outcome{Status: runs.Failed, Failure: &message, Certificate: certificate, Revision: r.Revision, Proposal: r.Draft}
	outcome.Consulted = r.Consulted
	event := &runs.RunFailed{EventHead: runs.Head(r.Current(), message), Code: code, Certificate: certificate}
	return r.planner.Store.Finish(ctx, r.lease, outcome, nil, r.stamped([]runs.Event{event})...)
}

// finishTime is how long ending a cancelled run may take.
const finishTime = 5 * time.Second

func (r *runner) cancelled(ctx context.Context) error {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), finishTime) // what stopped the run does not stop its end
	defer stop()
	event := &runs.RunCancelled{EventHead: runs.Head(r.Current(), "The run was cancelled; the calendar is as it was.")}
	outcome := runs.Outcome{Status: runs.Cancelled, Revision: r.Revision, Consulted: r.Consulted}
	return r.planner.Store.Finish(ctx, r.lease, outcome, nil, r.stamped(append(r.told, event))...)
}
