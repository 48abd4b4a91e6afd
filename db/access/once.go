package access

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// How many answers are kept of what somebody asked with a key for one athlete, the newest, and for how many days.
const (
	keptAnswers    = 200
	keptAnswerDays = 30
)

// keyed is a request that may be sent again: the name that its sender gave it, and a digest of what it asks.
type keyed struct {
	key    string
	digest []byte
}

type keyedKey struct{}

// Keyed returns a context in which an act is done once for a key of 1 to 200 characters, however often it is asked for (see Once); nil names nothing. The
// digest is of what is asked.
func Keyed(ctx context.Context, key *string, digest []byte) context.Context {
	if key == nil {
		return ctx
	}
	return context.WithValue(ctx, keyedKey{}, keyed{*key, digest})
}

// IsKeyed tells whether an act is to be done once for a key.
func IsKeyed(ctx context.Context) bool {
	_, is := ctx.Value(keyedKey{}).(keyed)
	return is
}

// Once locks an athlete's calendar and does an act on it, which it tells the revision; what do returns names what the act has made, in at most 64 KiB of
// JSON. With a key in the context (see Keyed) the act is done where the viewer has asked for none of that key for this athlete. Where the viewer has, nothing
// is done, whatever revision is expected, and Once returns what do returned then, and true; of another request it is a *ConflictError. The answer is kept in
// the transaction of the act: what failed may be sent again. It errs as LockCalendar does.
func Once[A any](ctx context.Context, tx bun.Tx, now time.Time, viewer, athlete training.UserID, do func(revision int) (A, error)) (made A, again bool, err error) {
	revision, err := LockAtAny(ctx, tx, viewer, athlete)
	if err != nil {
		return made, false, err
	}
	request, is := ctx.Value(keyedKey{}).(keyed)
	if is {
		if again, err = answered(ctx, tx, viewer, athlete, request, &made); again || err != nil {
			return made, again, err
		}
	}
	if err := CheckExpected(ctx, tx, athlete, revision); err != nil {
		return made, false, err
	}
	if made, err = do(revision); err != nil || !is {
		return made, false, err
	}
	return made, false, keepAnswer(ctx, tx, now, viewer, athlete, request, made)
}

// answered reads what a request was answered that is kept, and tells whether there is one.
func answered(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, request keyed, made any) (bool, error) {
	var rows []struct {
		Request []byte          // nil where what was asked is not known
		Answer  json.RawMessage `bun:"type:jsonb"`
	}
	err := tx.NewRaw("SELECT request, answer FROM answered_requests WHERE athlete_id = ? AND requested_by = ? AND idempotency_key = ?",
		athlete, viewer, request.key).Scan(ctx, &rows)
	if err != nil || len(rows) == 0 {
		return false, postgres.Wrap("read what was answered", err)
	}
	if was := rows[0].Request; was != nil && !bytes.Equal(was, request.digest) {
		return false, postgres.Conflict("the idempotency key %q was used for another request", request.key)
	}
	return true, postgres.Wrap("read what was answered", json.Unmarshal(rows[0].Answer, made))
}

// keepAnswer keeps what a request was answered, and forgets what is too old or too much.
func keepAnswer(ctx context.Context, tx bun.Tx, now time.Time, viewer, athlete training.UserID, request keyed, made any) error {
	_, err := tx.NewRaw("INSERT INTO answered_requests (athlete_id, requested_by, idempotency_key, request, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
		athlete, viewer, request.key, request.digest, postgres.JSONB{Of: made}, now).Exec(ctx)
	if err != nil {
		return postgres.Wrap("keep what is answered", err)
	}
	_, err = tx.NewRaw(`DELETE FROM answered_requests WHERE athlete_id = ?0 AND requested_by = ?1 AND (answered_at < ?2 OR idempotency_key IN (
		SELECT r.idempotency_key FROM answered_requests AS r WHERE r.athlete_id = ?0 AND r.requested_by = ?1
		ORDER BY r.answered_at DESC, r.idempotency_key <> ?3, r.idempotency_key OFFSET ?4))`,
		athlete, viewer, now.AddDate(0, 0, -keptAnswerDays), request.key, keptAnswers).Exec(ctx)
	return postgres.Wrap("forget what was answered", err)
}

// NotGone is err, or where it says that there is no row a *ConflictError: what a request made that is sent again has been removed since.
func NotGone(what string, err error) error {
	if !errors.Is(postgres.Wrap("read what was made", err), postgres.ErrNotFound) {
		return err
	}
	return postgres.Conflict("%s that was made with this idempotency key has been removed since", what)
}
