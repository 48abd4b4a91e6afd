package access

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

type expectedKey struct{}

// Expecting returns a context in which calendars are locked, and so changed, only at a revision; nil expects none. What a caller did not see is not
// overwritten: LockCalendar is a *ConflictError then that tells what has moved.
func Expecting(ctx context.Context, revision *int) context.Context {
	if revision == nil {
		return ctx
	}
	return context.WithValue(ctx, expectedKey{}, *revision)
}

// CheckExpected is a *ConflictError where a locked calendar has another revision than the caller expects.
func CheckExpected(ctx context.Context, tx bun.Tx, athlete training.UserID, revision int) error {
	expected, expects := ctx.Value(expectedKey{}).(int)
	if !expects || expected == revision {
		return nil
	}
	if expected > revision {
		return postgres.InputError("revision", fmt.Sprintf("is %d: the calendar has had %d at most", expected, revision))
	}
	return Moved(ctx, tx, athlete, expected, revision, fmt.Sprintf("the calendar has revision %d, and the change was made to %d: read it again", revision, expected))
}

// maxMoved is how many acts are named to the one whose revision is old: the newest.
const maxMoved = 50

// Moved is a *ConflictError of a calendar that had a revision and has another one, with the acts in between.
func Moved(ctx context.Context, tx bun.Tx, athlete training.UserID, expected, revision int, message string) error {
	moved := &postgres.Moved{AthleteID: athlete, Expected: expected, Revision: revision, Acts: []postgres.MovedAct{}}
	err := tx.NewRaw("SELECT id, act, revision FROM calendar_changes WHERE athlete_id = ? AND revision > ? ORDER BY revision DESC LIMIT ?",
		athlete, expected, maxMoved).Scan(ctx, &moved.Acts)
	if err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	return &postgres.ConflictError{Message: message, Moved: moved}
}
