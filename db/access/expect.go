package access

import (
	"context"
	"errors"
	"fmt"
	"strings"

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

// CheckSeen is an *InputError where lists, by their paths, leave out something that stands, and the context does not say which ones their sender saw: who has
// not seen it, as it was added meanwhile, would take it away without a word.
func CheckSeen(ctx context.Context, lists ...string) error {
	if len(lists) == 0 || ctx.Value(expectedKey{}) != nil || ctx.Value(unchangedKey{}) != nil {
		return nil
	}
	verb := "leaves"
	if len(lists) > 1 {
		verb = "leave"
	}
	return postgres.InputError("revision",
		fmt.Sprintf("is needed, or unchangedSince, where %s %s out what stands there: the revision of the calendar with which it was read", strings.Join(lists, ", "), verb))
}

// Thing is a kind of what CheckUnchanged is asked of.
type Thing string

// What changes of, and keeps the revision of its calendar at which that was.
const (
	Sessions Thing = "SELECT coalesce(max(changed_revision), 0) FROM planned_sessions WHERE athlete_id = ?0 AND id IN (?1)"
	// SessionsOn are those of some days.
	SessionsOn Thing = "SELECT coalesce(max(changed_revision), 0) FROM planned_sessions WHERE athlete_id = ?0 AND date IN (?1)"
	Events     Thing = "SELECT coalesce(max(changed_revision), 0) FROM events WHERE athlete_id = ?0 AND id IN (?1)"
	CheckIns   Thing = "SELECT coalesce(max(changed_revision), 0) FROM check_ins WHERE athlete_id = ?0 AND date IN (?1)" // by their days
	Profiles   Thing = "SELECT profile_revision FROM users WHERE id = ?0 AND id IN (?1)"
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

// MovedSince is Moved of a locked calendar that somebody knows as it was at a revision, 0 for one that is not known; of one that is as it was it is a *ConflictError
// that tells nothing more.
func MovedSince(ctx context.Context, tx bun.Tx, athlete training.UserID, seen int, message string) error {
	var revision int
	if err := tx.NewRaw("SELECT revision FROM calendars WHERE athlete_id = ?", athlete).Scan(ctx, &revision); err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	if seen <= 0 || seen >= revision {
		return &postgres.ConflictError{Message: message}
	}
	return Moved(ctx, tx, athlete, seen, revision, message)
}

// Gone is why things are not there that somebody wants to change, of a locked calendar: ErrNotFound, or a *ConflictError that tells what has moved where one of
// them was removed since the revision that the context names (see Unchanged).
func Gone[ID ~string](ctx context.Context, tx bun.Tx, athlete training.UserID, ids ...ID) error {
	since, asks := ctx.Value(unchangedKey{}).(int)
	if ids = postgres.Possible(ids); !asks || len(ids) == 0 {
		return postgres.ErrNotFound
	}
	var removed int
	err := tx.NewRaw("SELECT coalesce(max(revision), 0) FROM removed_things WHERE athlete_id = ? AND id IN (?)", athlete, bun.List(ids)).Scan(ctx, &removed)
	if err != nil {
		return postgres.Wrap("read what was removed", err)
	}
	if removed <= since {
		return postgres.ErrNotFound
	}
	return MovedSince(ctx, tx, athlete, since, fmt.Sprintf("it was removed with revision %d of the calendar, and the change was made to %d: read it again", removed, since))
}

// WhoseToChange is AthleteOf of something that somebody wants to change. Of what is not there any more it errs as LockCalendar and Gone do, where the context
// names a revision and the viewer may see the calendar that it was of.
func WhoseToChange[ID ~string](ctx context.Context, tx bun.Tx, table string, viewer training.UserID, id ID) (training.UserID, error) {
	athlete, err := AthleteOf(ctx, tx, table, viewer, id)
	_, expects := ctx.Value(expectedKey{}).(int)
	_, asks := ctx.Value(unchangedKey{}).(int)
	if !errors.Is(postgres.Wrap("read whose it is", err), postgres.ErrNotFound) || !asks && !expects {
		return athlete, err
	}
	if athlete, err = AthleteOf(ctx, tx, "removed_things", viewer, id); err != nil {
		return "", err
	}
	if _, err := LockCalendar(ctx, tx, viewer, athlete); err != nil {
		return "", err
	}
	return "", Gone(ctx, tx, athlete, id)
}

// keptRemoved is of how many removed things of an athlete it is known that they were there, the newest.
const keptRemoved = 500

// Kind is what sort of thing an athlete has, as the API names its type.
type Kind string

// What is noted when it goes. Of a rule and of a day the limit or the lock goes alone: they stay.
const (
	KindSession  Kind = "PlannedSession"
	KindEvent    Kind = "Event"
	KindActivity Kind = "Activity"
	KindRule     Kind = "AthleteRule"
	KindDay      Kind = "PlanDay"
)

// NextRevision is the one that a locked calendar gets by what is being written.
func NextRevision(ctx context.Context, tx bun.Tx, athlete training.UserID) (revision int, err error) {
	err = tx.NewRaw("SELECT revision + 1 FROM calendars WHERE athlete_id = ?", athlete).Scan(ctx, &revision)
	return revision, err
}

// NoteRemoved notes what is removed with the next revision of a locked calendar, or has no row any more that says when it changed.
func NoteRemoved[ID ~string](ctx context.Context, tx bun.Tx, athlete training.UserID, kind Kind, ids ...ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewRaw(`INSERT INTO removed_things (athlete_id, id, revision, type)
		SELECT c.athlete_id, s.id, c.revision + 1, ?2 FROM calendars AS c CROSS JOIN unnest(ARRAY[?1]::text[]) AS s (id) WHERE c.athlete_id = ?0
		ON CONFLICT (athlete_id, id) DO UPDATE SET revision = EXCLUDED.revision, type = EXCLUDED.type`, athlete, bun.List(ids), kind).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw(`DELETE FROM removed_things WHERE athlete_id = ?0 AND id IN (
		SELECT r.id FROM removed_things AS r WHERE r.athlete_id = ?0 ORDER BY r.revision DESC, r.id OFFSET ?1)`, athlete, keptRemoved).Exec(ctx)
	return err
}

// Moved is a *ConflictError of a calendar that had a revision and has another one, with the acts in between and with what has changed in between, or has gone.
func Moved(ctx context.Context, tx bun.Tx, athlete training.UserID, expected, revision int, message string) error {
	moved := &postgres.Moved{AthleteID: athlete, Expected: expected, Revision: revision, Acts: []postgres.MovedAct{}, Objects: []postgres.MovedObject{}}
	err := tx.NewRaw("SELECT id, act, revision FROM calendar_changes WHERE athlete_id = ? AND revision > ? ORDER BY revision DESC LIMIT ?",
		athlete, expected, maxMoved).Scan(ctx, &moved.Acts)
	if err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	err = tx.NewRaw(`SELECT * FROM (SELECT DISTINCT ON (o.id) o.id, o.type, o.revision, o.removed FROM (
			SELECT id::text, 'PlannedSession' AS type, changed_revision AS revision, false AS removed FROM planned_sessions WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text, 'Activity', changed_revision, false FROM activities WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text, 'Event', changed_revision, false FROM events WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT date::text, 'CheckIn', changed_revision, false FROM check_ins WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text, 'Restriction', changed_revision, false FROM restrictions WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT athlete_id::text || ':' || rule_id, 'AthleteRule', changed_revision, false FROM rule_overrides WHERE athlete_id = ?0 AND changed_revision > ?1
			UNION ALL SELECT id::text || ?2, 'Profile', profile_revision, false FROM users WHERE id = ?0 AND profile_revision > ?1
			UNION ALL SELECT id, type, revision, type NOT IN ('AthleteRule', 'PlanDay') FROM removed_things WHERE athlete_id = ?0 AND revision > ?1 AND type IS NOT NULL
		) AS o ORDER BY o.id, o.revision DESC) AS one ORDER BY one.revision DESC, one.id LIMIT ?3`, athlete, expected, training.ProfileSuffix, maxMoved).Scan(ctx, &moved.Objects)
	if err != nil {
		return postgres.Wrap("read what has moved", err)
	}
	return &postgres.ConflictError{Message: message, Moved: moved}
}
