package planner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/solver"
)

// maxAttempts is how often a run starts over because the calendar changed under it.
const maxAttempts = 5

// Planner takes runs from request to plan.
type Planner struct {
	Store Store
	Model Model // nil where none is configured: the solver alone plans
	Now   func() time.Time
	Log   *slog.Logger
}

// Run takes a run to its terminal event, going on after the last stage that progress has. It returns nil once the run is final, or
// another worker has it; any other error leaves the run as it was recorded last. A ctx that ends with ErrCancelRequested as its cause
// cancels the run.
func (p *Planner) Run(ctx context.Context, run Run, recorded json.RawMessage, lease Lease) error {
	j := &journey{planner: p, run: run, lease: lease}
	if err := j.resume(recorded); err != nil {
		return err
	}
	for {
		err := j.pass(ctx)
		switch {
		case errors.Is(err, ErrCalendarMoved) && j.state.Attempt < maxAttempts:
			j.startOver()
			continue
		case errors.Is(err, ErrCalendarMoved):
			err = j.fail(ctx, "CONFLICT", fmt.Sprintf("The calendar changed %d times while the plan was made; ask again when it is at rest.", maxAttempts), nil)
		case errors.Is(err, ErrCancelRequested), err != nil && errors.Is(context.Cause(ctx), ErrCancelRequested):
			err = j.cancelled(ctx)
		}
		if failed := (*failure)(nil); errors.As(err, &failed) {
			err = j.fail(ctx, failed.code, failed.message, failed.certificate)
		}
		if errors.Is(err, ErrLeaseLost) {
			return nil
		}
		return err
	}
}

// pass goes through the stages once.
func (j *journey) pass(ctx context.Context) error {
	if err := j.look(ctx); err != nil {
		return err
	}
	if err := j.stage(ctx, Analyze, j.analyze); err != nil {
		return err
	}
	if err := j.stage(ctx, Retrieve, j.retrieve); err != nil {
		return err
	}
	if err := j.stage(ctx, Propose, j.propose); err != nil {
		return err
	}
	for {
		if err := j.stage(ctx, Validate, j.validate); err != nil {
			return err
		}
		if j.state.Valid {
			return j.commit(ctx)
		}
		if err := j.stage(ctx, Repair, j.repair); err != nil {
			return err
		}
	}
}

// progress is what is recorded of a run after each stage: enough to go on from there.
type progress struct {
	Attempt     int                `json:"attempt"`
	Revision    int                `json:"revision"`     // of the calendar that the attempt began with
	Now         time.Time          `json:"now,omitzero"` // when the attempt began
	Finished    []Stage            `json:"finished"`
	Targets     []DayTarget        `json:"targets,omitempty"`
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

// journey is a run under way.
type journey struct {
	planner  *Planner
	run      Run
	lease    Lease
	state    progress
	snapshot Snapshot
	workouts solver.Workouts // measured for the athlete
	told     []Event         // of the stage that has ended; the next record takes them along
}

func (j *journey) resume(recorded json.RawMessage) error {
	j.state = progress{Attempt: 1}
	if recorded == nil {
		return nil
	}
	if err := json.Unmarshal(recorded, &j.state); err != nil {
		return fmt.Errorf("read the progress of run %s: %w", j.run.ID, err)
	}
	j.state.Attempt++
	return nil
}

// startOver forgets what was decided for a calendar that is no more. What the wish says does not depend on it, nor does what was paid.
func (j *journey) startOver() {
	j.state = progress{Attempt: j.state.Attempt + 1, wishProgress: j.state.wishProgress, modelProgress: j.state.startOver()}
}

// look reads the athlete's inputs. A resumed run goes on only with the calendar it began with, for the instant at which it began, so that
// it comes to the same plan; where it plans today and its earliest start has gone by since, it starts over for the present.
func (j *journey) look(ctx context.Context) error {
	snapshot, err := j.planner.Store.Snapshot(ctx, j.run.AthleteID, j.run.From, j.run.Days)
	if err != nil {
		return fmt.Errorf("read the calendar: %w", err)
	}
	j.snapshot, j.workouts = snapshot, solver.Workouts{}
	if len(j.state.Finished) == 0 {
		j.state.Revision, j.state.Now = snapshot.Revision, snapshot.Now
	}
	j.snapshot.Now = j.state.Now
	if j.state.Revision != snapshot.Revision || j.run.From <= snapshot.Today && snapshot.Now.After(j.snapshot.Hours().Earliest()) {
		return ErrCalendarMoved
	}
	return nil
}

func (j *journey) finished(stage Stage) bool {
	for _, s := range j.state.Finished {
		if s == stage {
			return true
		}
	}
	return false
}

// stage runs one stage unless it is finished: that it begins is recorded before its work, and what it decided together with its end and the
// beginning of the next, which comes at once. VALIDATE and REPAIR alternate and are never finished for good.
func (j *journey) stage(ctx context.Context, stage Stage, work func(context.Context) ([]Event, error)) error {
	if j.finished(stage) {
		return nil
	}
	began := j.planner.Now()
	started := &StageStarted{EventHead: j.head(stage, fmt.Sprintf("%s begins.", stageNames[stage])), Attempt: j.state.Attempt}
	if err := j.record(ctx, started); err != nil {
		return err
	}
	events, err := work(ctx)
	if err != nil {
		return err
	}
	took := j.planner.Now().Sub(began)
	if stage != Validate && stage != Repair {
		j.state.Finished = append(j.state.Finished, stage)
	}
	events = append(events, &StageFinished{
		EventHead: j.head(stage, fmt.Sprintf("%s is done.", stageNames[stage])),
		Attempt:   j.state.Attempt, DurationMilliseconds: int(took.Milliseconds()),
	})
	j.told = events
	j.planner.Log.InfoContext(ctx, "stage done", "run", j.run.ID, "stage", stage, "attempt", j.state.Attempt, "milliseconds", took.Milliseconds(), "events", len(events))
	return nil
}

var stageNames = map[Stage]string{
	Analyze: "Reading the athlete", Retrieve: "Looking through the library", Propose: "Proposing the days", Validate: "Checking the rules",
	Repair: "Repairing", Commit: "Writing the calendar",
}

func (j *journey) head(stage Stage, message string) EventHead {
	return EventHead{Stage: stage, At: j.planner.Now(), Message: message}
}

func (j *journey) record(ctx context.Context, events ...Event) error {
	state, err := json.Marshal(j.state)
	if err != nil {
		return fmt.Errorf("write the progress of run %s: %w", j.run.ID, err)
	}
	so := Recorded{Progress: state, Consulted: j.state.Consulted}
	if err := j.planner.Store.Record(ctx, j.lease, so, slices.Concat(j.told, events)...); err != nil {
		return err
	}
	j.told = nil
	return nil
}

// failure is an outcome: why there is no plan.
type failure struct {
	code, message string
	certificate   *rules.Certificate
}

func (f *failure) Error() string { return f.message }

// fail ends the run without a plan.
func (j *journey) fail(ctx context.Context, code, message string, certificate *rules.Certificate) error {
	outcome := Outcome{Status: Failed, Failure: &message, Certificate: certificate, Revision: j.state.Revision, Proposal: j.state.Draft}
	outcome.Consulted = j.state.Consulted
	event := &RunFailed{EventHead: j.head(j.current(), message), Code: code, Certificate: certificate}
	return j.planner.Store.Finish(ctx, j.lease, outcome, nil, event)
}

// Fail ends a run that cannot go on for a reason that is not the athlete's.
func (p *Planner) Fail(ctx context.Context, run Run, lease Lease) error {
	j := &journey{planner: p, run: run, lease: lease}
	return j.fail(ctx, "INTERNAL", "Something went wrong on our side; it has been logged. The calendar is as it was.", nil)
}

// finishTime is how long ending a cancelled run may take.
const finishTime = 5 * time.Second

func (j *journey) cancelled(ctx context.Context) error {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), finishTime) // what stopped the run does not stop its end
	defer stop()
	event := &RunCancelled{EventHead: j.head(j.current(), "The run was cancelled; the calendar is as it was.")}
	outcome := Outcome{Status: Cancelled, Revision: j.state.Revision, Consulted: j.state.Consulted}
	return j.planner.Store.Finish(ctx, j.lease, outcome, nil, append(j.told, event)...)
}

// current is the stage that comes after those that are finished.
func (j *journey) current() Stage {
	for _, stage := range []Stage{Analyze, Retrieve, Propose} {
		if !j.finished(stage) {
			return stage
		}
	}
	if !j.state.Valid {
		return Validate
	}
	return Commit
}
