package access

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

type (
	expectedKey  struct{}
	unchangedKey struct{}
)

// Expecting returns a context in which calendars are locked, and so changed, only at a revision; nil expects none. What a caller did not see is not
// overwritten: LockCalendar is a *ConflictError then that tells what has moved.
func Expecting(ctx context.Context, revision *int) context.Context {
	if revision == nil {
		return ctx
	}
	return context.WithValue(ctx, expectedKey{}, *revision)
}

// Unchanged returns a context in which what somebody wants to change must be as it was at a revision of its calendar; nil asks for nothing. What else has
// changed since does no harm: CheckUnchanged is asked of the sessions, the event or the profile alone.
func Unchanged(ctx context.Context, revision *int) context.Context {
	if revision == nil {
		return ctx
	}
	return context.WithValue(ctx, unchangedKey{}, *revision)
}

// Thing is a kind of what CheckUnchanged is asked of.
type Thing string

// What changes of, and keeps the revision of its calendar at which that was.
const (
	Sessions Thing = "SELECT coalesce(max(changed_revision), 0) FROM planned_sessions WHERE athlete_id = ?0 AND id IN (?1)"
	Events   Thing = "SELECT coalesce(max(changed_revision), 0) FROM events WHERE athlete_id = ?0 AND id IN (?1)"
	CheckIns Thing = "SELECT coalesce(max(changed_revision), 0) FROM check_ins WHERE athlete_id = ?0 AND date IN (?1)" // by their days
	Profiles Thing = "SELECT profile_revision FROM users WHERE id = ?0 AND id IN (?1)"
)

// CheckUnchanged is a *ConflictError that tells what has moved, where one of some things of an athlete has changed since the revision that the context
// names (see Unchanged). The calendar is locked.
func CheckUnchanged[ID ~string](ctx context.Context, tx bun.Tx, athlete training.UserID, of Thing, ids ...ID) error {
	since, asks := ctx.Value(unchangedKey{}).(int)
	if !asks || len(ids) == 0 {
		return nil
	}
	var revision, changed int
	if err := tx.NewRaw("SELECT revision FROM calendars WHERE athlete_id = ?", athlete).Scan(ctx, &revision); err != nil {
		return postgres.Wrap("read what has changed", err)
	}
	if since > revision {
		return postgres.InputError("unchangedSince", fmt.Sprintf("is %d: the calendar has had %d at most", since, revision))
	}
	if err := tx.NewRaw(string(of), athlete, bun.List(ids)).Scan(ctx, &changed); err != nil {
		return postgres.Wrap("read what has changed", err)
	}
	if changed <= since {
		return nil
	}
	return Moved(ctx, tx, athlete, since, revision, fmt.Sprintf("it changed with revision %d of the calendar, and the change was made to %d: read it again", changed, since))
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

// maxMoved is how many acts, and how many things, are named to the one whose revision is old: the newest.
const maxMoved = 50

// Moved is a *ConflictError of a calendar that had a revision and has another one, with the acts in between and with what is there and has changed in between.
func Moved(ctx context.Context, tx bun.Tx, athlete training.UserID, expected, revision int, message string) error {
	moved := &postgres.Moved{AthleteID: athlete, Expected: expected, Revision: revision, Acts: []postgres.MovedAct{}, Objects: []postgres.MovedObject{}}
	err := tx.NewRaw("SELECT id, act, revision FROM calendar_changes WHERE athlete_id = ? AND revision > ? ORDER BY revision DESC LIMIT ?",
		athlete, expected, maxMoved).Scan(ctx, &moved.Acts)
	if err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	err = tx.NewRaw(`SELECT * FROM (
			SELECT id::text, 'PlannedSession' AS type, changed_revision AS revision FROM planned_sessions WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text, 'Event', changed_revision FROM events WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT date::text, 'CheckIn', changed_revision FROM check_ins WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text || ?2, 'Profile', profile_revision FROM users WHERE id = ?0 AND profile_revision > ?1
		) AS o ORDER BY o.revision DESC, o.id LIMIT ?3`, athlete, expected, training.ProfileSuffix, maxMoved).Scan(ctx, &moved.Objects)
	if err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	return &postgres.ConflictError{Message: message, Moved: moved}
}
