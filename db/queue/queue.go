package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

var (
	_ runs.Queue = (*Queue)(nil)
	_ runs.Bell  = (*Queue)(nil)
)

const (
	// leaseSeconds is how long a worker keeps a run without being heard of.
	leaseSeconds = 6
	// pollInterval is how long at most a run waits whose announcement was lost, or whose worker died.
	pollInterval = time.Second
	// maxAttempts is how often workers take a run before it counts as what kills them.
	maxAttempts = 5
)

// servedTime is how far back it counts how many runs of an account were begun: who had fewer comes first.
const servedTime = 10 * time.Minute

// leaseRow is what of a run the queue knows.
type leaseRow struct {
	bun.BaseModel `bun:"table:plan_runs,alias:r"`

	ID              training.RunID                   `bun:"id,pk"`
	AthleteID       training.UserID                  `bun:"athlete_id,pk"`
	Token           int64                            `bun:"token"`
	Attempts        int                              `bun:"attempts"`
	CancelRequested bool                             `bun:"cancel_requested"`
	CancelledBy     *training.UserID                 `bun:"cancel_requested_by"`
	RequestedBy     training.UserID                  `bun:"requested_by,nullzero"` // empty for a former coach
	Progress        postgres.Packed[json.RawMessage] `bun:"progress,type:bytea"`
}

// Claim takes a run that waits, or whose worker is gone, and waits for one until ctx ends: the oldest of the account that had the fewest runs
// in the last ten minutes, so that who asks for many waits and not who asks for one. An athlete's runs are taken one after the other. A run
// that five workers did not bring to an end has FAILED, and one whose requester lost the right to plan for the athlete is CANCELLED.
func (store *Queue) Claim(ctx context.Context) (runs.Run, json.RawMessage, runs.Lease, error) {
	return store.claimOf(ctx, "")
}

// QueueOf is the queue of the runs alone that ask for one engine. Hands that take the built-in search's are never all waiting for a language model.
func (store *Queue) QueueOf(engine runs.Engine) runs.Queue { return queueOf{store, engine} }

type queueOf struct {
	*Queue
	engine runs.Engine
}

// Claim is Queue.Claim of those runs.
func (q queueOf) Claim(ctx context.Context) (runs.Run, json.RawMessage, runs.Lease, error) {
	return q.claimOf(ctx, q.engine)
}

// claimOf is Claim of the runs that ask for an engine, "" for all.
func (store *Queue) claimOf(ctx context.Context, engine runs.Engine) (runs.Run, json.RawMessage, runs.Lease, error) {
	wake, stop := store.live.WatchQueue()
	defer stop()
	poll := time.NewTicker(pollInterval)
	defer poll.Stop()
	for {
		run, progress, lease, err := store.tryClaim(ctx, engine)
		if err == nil || !errors.Is(err, sql.ErrNoRows) && ctx.Err() == nil {
			return run, progress, lease, postgres.Wrap("claim run", err)
		}
		select {
		case <-ctx.Done():
			return runs.Run{}, nil, runs.Lease{}, ctx.Err()
		case <-wake:
		case <-poll.C:
		}
	}
}

// claimable is a run that a worker may take: the athlete's oldest that has not ended, if it waits, if its lease has run out, or if its
// worker has a number and no longer holds the lock of it. A lease that ends in ten minutes was written before the database's clock was put back,
// by a worker that has not been heard of since.
const claimable = `(r.status = 'QUEUED' OR r.status = 'RUNNING' AND (r.lease_until < now() OR r.lease_until > now() + interval '10 minutes' OR r.worker_id IS NOT NULL AND NOT EXISTS (
		SELECT 1 FROM pg_locks AS l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
		AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
		AND l.classid = ? AND l.objid = r.worker_id::oid)))
	AND NOT EXISTS (SELECT 1 FROM plan_runs AS o
		WHERE o.athlete_id = r.athlete_id AND o.status IN ('QUEUED', 'RUNNING') AND o.number < r.number)`

// searched is how many runs a worker looks at before it waits: as many others may be about to take one at the same moment.
const searched = 32

// tryClaim takes a run, if there is one: else sql.ErrNoRows. It looks for runs without locking any, over all athletes, and then takes the first
// that it can lock and that still may be taken. What says so, the worker's being alive among it, is read again under the lock: read before it,
// a run that another worker has just taken would be taken from it.
func (store *Queue) tryClaim(ctx context.Context, engine runs.Engine) (runs.Run, json.RawMessage, runs.Lease, error) {
	found, err := store.claimableRuns(ctx, engine)
	if err != nil {
		return runs.Run{}, nil, runs.Lease{}, err
	}
	for _, candidate := range found {
		run, held, err := store.claim(ctx, candidate)
		if errors.Is(err, sql.ErrNoRows) || err == nil && held.ID == "" {
			continue
		}
		return run, postgres.OrZero(held.Progress.Of), runs.Lease{AthleteID: held.AthleteID, RunID: held.ID, Token: held.Token}, err
	}
	return runs.Run{}, nil, runs.Lease{}, sql.ErrNoRows
}

// claim takes a run, or ends it where it may not go on: then it returns none. One that another has, or is about to have, is sql.ErrNoRows.
func (store *Queue) claim(ctx context.Context, candidate leaseRow) (run runs.Run, held leaseRow, err error) {
	err = postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error { // a worker whom nobody answers tries again
		return store.db.Bun.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			found, err := lockClaimable(ctx, tx, candidate)
			if err != nil {
				return err
			}
			if may, err := mayPlan(ctx, tx, found); err != nil || !may {
				return errors.Join(err, store.revoke(ctx, tx, found, may))
			}
			if found.Attempts >= maxAttempts {
				return store.giveUp(ctx, tx, found)
			}
			run, err = store.take(ctx, tx, &found)
			held = found
			return err
		})
	})
	return run, held, err
}

// served is how many runs of a run's account were begun since an instant.
const served = "(SELECT count(*) FROM plan_runs AS p WHERE p.requested_by = r.requested_by AND p.started_at >= ?)"

// claimableRuns are runs that may be taken and ask for an engine, "" for any, by their ids, in the order in which they are taken.
func (store *Queue) claimableRuns(ctx context.Context, engine runs.Engine) ([]leaseRow, error) {
	var rows []leaseRow
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		q := store.db.Bun.NewSelect().Model(&rows).Column("r.id", "r.athlete_id").Where(claimable, live.WorkerLocks)
		if engine != "" {
			q = q.Where("r.engine = ?", engine)
		}
		return q.OrderExpr("r.status = 'QUEUED', "+served+", r.number", store.db.Now().Add(-servedTime)).Limit(searched).Scan(ctx)
	})
	return rows, err
}

// lockClaimable locks a run that may still be taken, and that nobody else has locked.
func lockClaimable(ctx context.Context, tx bun.Tx, candidate leaseRow) (leaseRow, error) {
	var row leaseRow
	err := tx.NewSelect().Model(&row).Where("r.athlete_id = ? AND r.id = ?", candidate.AthleteID, candidate.ID).For("UPDATE OF r SKIP LOCKED").Scan(ctx)
	if err != nil {
		return row, err
	}
	var still int
	err = tx.NewSelect().TableExpr("plan_runs AS r").ColumnExpr("1").Where("r.athlete_id = ? AND r.id = ?", row.AthleteID, row.ID).
		Where(claimable, live.WorkerLocks).Scan(ctx, &still)
	return row, err
}

// mayPlan tells whether who requested a run may still plan for its athlete.
func mayPlan(ctx context.Context, from bun.IDB, run leaseRow) (bool, error) {
	if run.RequestedBy == run.AthleteID {
		return true, nil
	}
	err := access.Check(ctx, from, run.RequestedBy, run.AthleteID)
	if errors.Is(err, sql.ErrNoRows) || errors.Is(err, postgres.ErrNotFound) {
		return false, nil
	}
	return true, err
}

// revoke ends a run that nobody may want any more.
func (store *Queue) revoke(ctx context.Context, tx bun.Tx, found leaseRow, may bool) error {
	if may {
		return nil
	}
	row, err := readRun(ctx, tx, found.AthleteID, found.ID)
	if err != nil {
		return err
	}
	now := store.db.Now()
	row.Status, row.FinishedAt = runs.Cancelled, &now
	cancelled := &runs.RunCancelled{EventHead: runs.EventHead{
		Stage: runs.Analyze, At: now, Message: "Cancelled: whoever asked for it may not plan for the athlete any more.",
	}}
	if found.CancelledBy != nil {
		cancelled.By = *found.CancelledBy
	}
	if err := appendEvents(ctx, tx, found.AthleteID, found.ID, cancelled); err != nil {
		return err
	}
	return endRun(ctx, tx, row, nil)
}

// take makes a run this process's and returns it.
func (store *Queue) take(ctx context.Context, tx bun.Tx, held *leaseRow) (runs.Run, error) {
	held.Token++
	held.Attempts++
	_, err := tx.NewRaw(`UPDATE plan_runs SET status = 'RUNNING', token = ?, attempts = ?, worker_id = ?,
			lease_until = now() + ? * interval '1 second', started_at = coalesce(started_at, ?) WHERE athlete_id = ? AND id = ?`,
		held.Token, held.Attempts, store.live.Worker(), leaseSeconds, store.db.Now(), held.AthleteID, held.ID).Exec(ctx)
	if err != nil {
		return runs.Run{}, err
	}
	row, err := readRun(ctx, tx, held.AthleteID, held.ID)
	return row.run(), err
}

// giveUp ends a run that too many workers have taken and none has ended.
func (store *Queue) giveUp(ctx context.Context, tx bun.Tx, found leaseRow) error {
	row, err := readRun(ctx, tx, found.AthleteID, found.ID)
	if err != nil {
		return err
	}
	now, failure := store.db.Now(), fmt.Sprintf("The run was begun %d times and never came to an end.", found.Attempts)
	row.Status, row.FinishedAt, row.Failure = runs.Failed, &now, &failure
	failed := &runs.RunFailed{Code: runs.Internal, EventHead: runs.EventHead{Stage: runs.Analyze, At: now, Message: failure}}
	if err := appendEvents(ctx, tx, found.AthleteID, found.ID, failed); err != nil {
		return err
	}
	store.db.Log.ErrorContext(ctx, "run given up", "run", found.ID, "attempts", found.Attempts)
	return endRun(ctx, tx, row, nil)
}

// Heartbeat keeps a lease. Even a run that is to be cancelled is kept: its worker is to end it.
func (store *Queue) Heartbeat(ctx context.Context, lease runs.Lease) error {
	if !named(lease) {
		return runs.ErrLeaseLost
	}
	var cancel bool
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return store.db.Bun.NewRaw(`UPDATE plan_runs SET lease_until = now() + ? * interval '1 second', worker_id = ?
			WHERE athlete_id = ? AND id = ? AND token = ? AND status = 'RUNNING' RETURNING cancel_requested`,
			leaseSeconds, store.live.Worker(), lease.AthleteID, lease.RunID, lease.Token).Scan(ctx, &cancel)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return runs.ErrLeaseLost
	case err != nil:
		return postgres.Wrap("keep lease", err)
	case cancel:
		return runs.ErrCancelRequested
	}
	return nil
}

// named tells whether a lease can name a run.
func named(lease runs.Lease) bool {
	return postgres.Canonical(lease.AthleteID) && postgres.Canonical(lease.RunID)
}

// hold locks the run of a lease that is still held, else runs.ErrLeaseLost.
func hold(ctx context.Context, tx bun.Tx, lease runs.Lease) (leaseRow, error) {
	var row leaseRow
	if !named(lease) {
		return row, runs.ErrLeaseLost
	}
	err := tx.NewSelect().Model(&row).ExcludeColumn("progress").
		Where("r.athlete_id = ? AND r.id = ? AND r.token = ? AND r.status = 'RUNNING'", lease.AthleteID, lease.RunID, lease.Token).For("UPDATE OF r").Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return row, runs.ErrLeaseLost
	}
	return row, err
}

// record does in one statement what Record promises, but for telling of it, and returns a row if it did. Its first parameters are those of told.
const record = `WITH held AS (
	UPDATE plan_runs AS r SET event_count = r.event_count + $2, progress = coalesce($10::bytea, r.progress), worker_id = $11::integer,
		lease_until = now() + $12 * interval '1 second', model = coalesce(nullif($13, ''), r.model),
		prompt_version = CASE WHEN $13 = '' THEN r.prompt_version ELSE $14 END, model_requests = greatest(r.model_requests, $15),
		input_tokens = greatest(r.input_tokens, $16), output_tokens = greatest(r.output_tokens, $17)
	WHERE r.athlete_id = $3 AND r.id = $1 AND r.token = $9 AND r.status = 'RUNNING' AND NOT r.cancel_requested AND r.event_count + $2 <= $18
	RETURNING r.event_count - $2 AS earlier
), ` + told

// Record stores how far a run has come, and the events that led there; with it the lease begins anew. Without progress, what was recorded
// before stays, and tokens once used do not become fewer.
func (store *Queue) Record(ctx context.Context, lease runs.Lease, so runs.Recorded, events ...runs.Event) error {
	if !named(lease) {
		return runs.ErrLeaseLost
	}
	arguments, err := toldArguments(lease.AthleteID, lease.RunID, events)
	if err != nil {
		return postgres.Wrap("record progress", err)
	}
	var progress *json.RawMessage
	if so.Progress != nil {
		progress = &so.Progress
	}
	c := so.Consulted
	arguments = append(arguments, lease.Token, postgres.Packed[json.RawMessage]{Of: progress}, store.live.Worker(), leaseSeconds, c.Name, c.PromptVersion, c.Requests,
		c.InputTokens, c.OutputTokens, maxEvents)
	err = postgres.Again("record progress", func() error {
		var earlier int
		err := postgres.Within(ctx, postgres.TransactionTime, func(ctx context.Context) error {
			return store.db.Bun.DB.QueryRowContext(ctx, record, arguments...).Scan(&earlier)
		})
		if errors.Is(err, sql.ErrNoRows) {
			return store.whyNot(ctx, lease)
		}
		return err
	})
	if err != nil || len(events) == 0 {
		return err
	}
	// Who watches is told when it is there to read. Where that fails, the run is taken up again from here, and its next events are told.
	return postgres.Wrap("announce events", postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return postgres.Notify(ctx, store.db.Bun, live.RunChannel, string(lease.RunID))
	}))
}

// whyNot tells why nothing could be recorded of a run.
func (store *Queue) whyNot(ctx context.Context, lease runs.Lease) error {
	return store.db.InTx(ctx, "record progress", func(ctx context.Context, tx bun.Tx) error {
		held, err := hold(ctx, tx, lease)
		switch {
		case err != nil:
			return err
		case held.CancelRequested:
			return runs.ErrCancelRequested
		}
		return tooManyEvents(lease.RunID)
	})
}

// Finish ends a run and, where there is a calendar to write, writes it. A RunCancelled event without By gets who asked for it. A plan of
// somebody who may not plan for the athlete any more is runs.ErrCancelRequested.
func (store *Queue) Finish(ctx context.Context, lease runs.Lease, outcome runs.Outcome, calendar *runs.Calendar, events ...runs.Event) error {
	if !outcome.Status.Final() {
		return fmt.Errorf("finish run: %s is no end", outcome.Status)
	}
	return store.db.InTx(ctx, "finish run", func(ctx context.Context, tx bun.Tx) error {
		images, err := store.writeCalendar(ctx, tx, lease, calendar)
		if err != nil {
			return err
		}
		held, err := hold(ctx, tx, lease)
		if err != nil {
			return err
		}
		if outcome.Status == runs.Succeeded {
			if may, err := mayPlan(ctx, tx, held); err != nil || !may {
				return errors.Join(err, runs.ErrCancelRequested)
			}
		}
		now := store.db.Now()
		row := runRow{
			ID: lease.RunID, AthleteID: lease.AthleteID, Status: outcome.Status, FinishedAt: &now, Failure: outcome.Failure, Proposal: outcome.Proposal,
			Changes: outcome.Changes, Certificate: postgres.Seal(certified(events)), Heard: outcome.Heard, Questions: outcome.Questions, Applied: calendar != nil,
		}
		if len(outcome.Ways) > 0 {
			row.Ways = postgres.Seal(&outcome.Ways)
		}
		if outcome.Revision > 0 {
			row.Revision = &outcome.Revision
		}
		if err := keepConsulted(ctx, tx, lease, outcome.Consulted); err != nil {
			return err
		}
		if err := appendEvents(ctx, tx, lease.AthleteID, lease.RunID, cancelledBy(events, held.CancelledBy)...); err != nil {
			return err
		}
		return endRun(ctx, tx, row, images)
	})
}

// writeCalendar writes a plan onto the calendar, whose lock comes before the run's, and returns what it changed. The lease is looked at
// before too: who has lost it is not told that the calendar moved.
func (store *Queue) writeCalendar(ctx context.Context, tx bun.Tx, lease runs.Lease, calendar *runs.Calendar) ([]journal.Image, error) {
	if calendar == nil {
		return nil, nil
	}
	if !named(lease) {
		return nil, runs.ErrLeaseLost
	}
	var run runRow
	err := tx.NewSelect().Model(&run).Column("athlete_id", "requested_by").
		Where("r.athlete_id = ? AND r.id = ? AND r.token = ? AND r.status = 'RUNNING'", lease.AthleteID, lease.RunID, lease.Token).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, runs.ErrLeaseLost
	}
	if err != nil {
		return nil, err
	}
	revision, err := access.LockCalendar(ctx, tx, run.AthleteID, run.AthleteID)
	if err != nil {
		return nil, err
	}
	if revision != calendar.Revision {
		return nil, runs.ErrCalendarMoved
	}
	does, err := calendarImages(ctx, tx, run.AthleteID, *calendar)
	if err != nil {
		return nil, err
	}
	applies := journal.Act{What: training.ActApplyPlan, Athlete: run.AthleteID, By: run.RequestedBy, Run: lease.RunID}
	if err := store.writer.Enact(ctx, tx, applies, does); err != nil {
		return nil, err
	}
	return does.Sessions, journal.Displaced(ctx, tx, run.AthleteID, lease.RunID, does.Sessions)
}

func cancelledBy(events []runs.Event, by *training.UserID) []runs.Event {
	for _, e := range events {
		if cancelled, ok := e.(*runs.RunCancelled); ok && cancelled.By == "" && by != nil {
			cancelled.By = *by
		}
	}
	return events
}
