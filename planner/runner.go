package planner

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// runner takes one run through its stages: it holds what they hand on, and records it with what they tell.
type runner struct {
	planner *Planner
	lease   Lease
	fortnight
	told []Event // of the stage that has ended; the next record takes them along
}

// newRunner takes a run up with what was recorded of it.
func newRunner(p *Planner, run Run, recorded json.RawMessage, lease Lease) (*runner, error) {
	r := &runner{planner: p, lease: lease, fortnight: fortnight{horizon: horizon{run: run}}}
	var err error
	if r.progress, err = resumed(recorded); err != nil {
		return nil, fmt.Errorf("read the progress of run %s: %w", run.ID, err)
	}
	return r, nil
}

// look reads the athlete's inputs. A resumed run goes on only with the calendar it began with, for the instant at which it began, so that
// it comes to the same plan; where it plans today and its earliest start has gone by since, it starts over for the present.
func (r *runner) look(ctx context.Context) error {
	snapshot, err := r.planner.Store.Snapshot(ctx, r.run.AthleteID, r.run.From, r.run.Days)
	if err != nil {
		return fmt.Errorf("read the calendar: %w", err)
	}
	r.snapshot, r.workouts, r.written = snapshot, solver.Workouts{}, map[training.WorkoutID]bool{}
	r.identified = map[training.WorkoutID]*rules.Identity{}
	if len(r.Finished) == 0 {
		r.Revision, r.Now = snapshot.Revision, snapshot.Now
	}
	r.snapshot.Now = r.Now
	if r.Revision != snapshot.Revision || r.run.From <= snapshot.Today && snapshot.Now.After(r.snapshot.Hours().Earliest()) {
		return ErrCalendarMoved
	}
	return nil
}

// load reads the workouts that a resumed run knows by id alone.
func (r *runner) load(ctx context.Context) error { return load(ctx, r.planner.Store, &r.fortnight) }

// keep puts what was written for the plan into the library, before anybody is told of it.
func (r *runner) keep(ctx context.Context, plan []ProposedSession) error {
	var list []training.Workout
	for _, p := range plan {
		if r.written[p.WorkoutID] {
			list = append(list, r.workouts[p.WorkoutID])
			delete(r.written, p.WorkoutID)
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
func (r *runner) stamped(events []Event) []Event {
	now := r.planner.Now()
	for _, e := range events {
		if e.Head().At.IsZero() {
			e.Head().At = now
		}
	}
	return events
}

// record stores how far the run has come, with what the last stage told and these events.
func (r *runner) record(ctx context.Context, events ...Event) error {
	state, err := json.Marshal(r.progress)
	if err != nil {
		return fmt.Errorf("write the progress of run %s: %w", r.run.ID, err)
	}
	so := Recorded{Progress: state, Consulted: r.Consulted}
	if err := r.planner.Store.Record(ctx, r.lease, so, r.stamped(slices.Concat(r.told, events))...); err != nil {
		return err
	}
	r.told = nil
	return nil
}

// fail ends the run without a plan.
func (r *runner) fail(ctx context.Context, code, message string, certificate *rules.Certificate) error {
	outcome := Outcome{Status: Failed, Failure: &message, Certificate: certificate, Revision: r.Revision, Proposal: r.Draft}
	outcome.Consulted = r.Consulted
	event := &RunFailed{EventHead: head(r.current(), message), Code: code, Certificate: certificate}
	return r.planner.Store.Finish(ctx, r.lease, outcome, nil, r.stamped([]Event{event})...)
}

// finishTime is how long ending a cancelled run may take.
const finishTime = 5 * time.Second

func (r *runner) cancelled(ctx context.Context) error {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), finishTime) // what stopped the run does not stop its end
	defer stop()
	event := &RunCancelled{EventHead: head(r.current(), "The run was cancelled; the calendar is as it was.")}
	outcome := Outcome{Status: Cancelled, Revision: r.Revision, Consulted: r.Consulted}
	return r.planner.Store.Finish(ctx, r.lease, outcome, nil, r.stamped(append(r.told, event))...)
}
