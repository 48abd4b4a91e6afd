package access

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/training"
)

// LockCalendar locks an athlete's calendar, so that changes of what feeds the plan come one after the other, and returns its revision.
// It is ErrNotFound unless the athlete is the viewer or granted the viewer, and a *ConflictError where another revision is expected (see Expecting).
// It is the first lock of every such transaction.
func LockCalendar(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID) (revision int, err error) {
	if revision, err = LockAtAny(ctx, tx, viewer, athlete); err != nil {
		return 0, err
	}
	return revision, CheckExpected(ctx, tx, athlete, revision)
}

// LockAtAny locks a calendar as LockCalendar does, whatever revision is expected: who does so asks CheckExpected before anything is changed.
func LockAtAny(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID) (revision int, err error) {
	if !postgres.Canonical(athlete) {
		return 0, postgres.ErrNotFound
	}
	err = tx.NewSelect().TableExpr("calendars AS c").Column("c.revision").Where("c.athlete_id = ?", athlete).
		Apply(Limit("c.athlete_id", viewer)).For("UPDATE OF c").Scan(ctx, &revision)
	if err != nil {
		return 0, postgres.Wrap("lock calendar", err)
	}
	return revision, nil
}

// LockEach locks several calendars, one after the other in the one order in which that is done: whoever waits for another holds none behind it. Those
// that are not there are passed over.
func LockEach(ctx context.Context, tx bun.Tx, athletes []training.UserID) error {
	for _, athlete := range slices.Compact(slices.Sorted(slices.Values(athletes))) {
		if _, err := tx.NewRaw("SELECT 1 FROM calendars WHERE athlete_id = ? FOR UPDATE", athlete).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// TouchCalendar gives a locked calendar its next revision and announces the days that changed; no days say that any may have. Every write that
// feeds the plan ends with it.
func TouchCalendar(ctx context.Context, tx bun.Tx, athlete training.UserID, days ...training.Date) error {
	if _, err := tx.NewRaw("UPDATE calendars SET revision = revision + 1, changed_at = now() WHERE athlete_id = ?", athlete).Exec(ctx); err != nil {
		return err
	}
	return postgres.Notify(ctx, tx, live.CalendarChannel, live.CalendarPayload(athlete, days))
}
