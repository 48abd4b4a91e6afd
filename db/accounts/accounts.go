package accounts

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/live"
	"fortnight/db/postgres"
)

var (
	_ auth.Accounts = (*Accounts)(nil)
	_ auth.Sessions = (*Accounts)(nil)
)

type accountRow struct {
	bun.BaseModel `bun:"table:users,alias:u"`

	ID           auth.UserID `bun:"id,pk"`
	Role         auth.Role   `bun:"role"`
	Email        string      `bun:"email"`
	PasswordHash string      `bun:"password_hash"`
}

// AccountByEmail returns the account with a normalised e-mail, else auth.ErrNoAccount.
func (store *Accounts) AccountByEmail(ctx context.Context, email string) (auth.Account, error) {
	return store.account(ctx, "lower(u.email) = ?", email)
}

// Account returns an account by id, else auth.ErrNoAccount.
func (store *Accounts) Account(ctx context.Context, id auth.UserID) (auth.Account, error) {
	if !postgres.Canonical(id) {
		return auth.Account{}, auth.ErrNoAccount
	}
	return store.account(ctx, "u.id = ?", string(id))
}

func (store *Accounts) account(ctx context.Context, condition, value string) (auth.Account, error) {
	var row accountRow
	err := store.db.Bun.NewSelect().Model(&row).Where(condition, value).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return auth.Account{}, auth.ErrNoAccount
	}
	return auth.Account{ID: row.ID, Role: row.Role, Email: row.Email, PasswordHash: row.PasswordHash}, postgres.Wrap("read account", err)
}

// SetPassword replaces a password hash and ends the user's sessions and personal tokens, else auth.ErrNoAccount.
func (store *Accounts) SetPassword(ctx context.Context, id auth.UserID, old, new string) error {
	return store.changing(ctx, "set password", func(ctx context.Context, tx bun.Tx, tell live.Tell) error {
		if !postgres.Canonical(id) {
			return auth.ErrNoAccount
		}
		err := postgres.Changed(tx.NewRaw("UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?", new, id, old).Exec(ctx))
		if errors.Is(err, postgres.ErrNotFound) {
			return auth.ErrNoAccount
		}
		if err != nil {
			return err
		}
		for _, statement := range []string{"DELETE FROM auth_sessions WHERE user_id = ?", "DELETE FROM api_tokens WHERE user_id = ?"} {
			if _, err = tx.NewRaw(statement, id).Exec(ctx); err != nil {
				return err
			}
		}
		return tell(tx, string(id), true)
	})
}

// changing does in a transaction what may change log-ins or end them.
func (store *Accounts) changing(ctx context.Context, operation string, do func(ctx context.Context, tx bun.Tx, tell live.Tell) error) error {
	return store.live.ChangeLogIns(ctx, func(tell live.Tell) error {
		return store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error { return do(ctx, tx, tell) })
	})
}

type authSessionRow struct {
	bun.BaseModel `bun:"table:auth_sessions,alias:s"`

	ID            auth.SessionID `bun:"id,pk"`
	UserID        auth.UserID    `bun:"user_id"`
	CreatedAt     time.Time      `bun:"created_at"`
	ExpiresAt     time.Time      `bun:"expires_at"`
	IdleExpiresAt time.Time      `bun:"idle_expires_at"`
	Rotations     int            `bun:"rotations"`

	Role auth.Role `bun:"role,scanonly"` // the account's
}

func (r authSessionRow) session() auth.Session {
	return auth.Session{
		ID: r.ID, UserID: r.UserID, Role: r.Role, CreatedAt: r.CreatedAt.UTC(), ExpiresAt: r.ExpiresAt.UTC(),
		IdleExpiresAt: r.IdleExpiresAt.UTC(),
	}
}

// StartSession stores a session with its first token, unless the password hash is no longer the account's: auth.ErrNoAccount.
func (store *Accounts) StartSession(ctx context.Context, session auth.Session, first auth.TokenHash, passwordHash string) error {
	return store.changing(ctx, "start session", func(ctx context.Context, tx bun.Tx, tell live.Tell) error {
		if err := lockAccount(ctx, tx, session.UserID, passwordHash); err != nil {
			return err
		}
		row := authSessionRow{
			ID: session.ID, UserID: session.UserID, CreatedAt: session.CreatedAt, ExpiresAt: session.ExpiresAt,
			IdleExpiresAt: session.IdleExpiresAt,
		}
		if _, err := tx.NewInsert().Model(&row).Exec(ctx); err != nil {
			return err
		}
		if err := insertToken(ctx, tx, session.ID, first, session.CreatedAt); err != nil {
			return err
		}
		return endOldSessions(ctx, tx, session, tell)
	})
}

// lockAccount locks the account as strongly as a change of its password does: log-ins of one account take turns, so that each counts
// the sessions of those before it.
func lockAccount(ctx context.Context, tx bun.Tx, id auth.UserID, passwordHash string) error {
	if !postgres.Canonical(id) {
		return auth.ErrNoAccount
	}
	var one int
	err := tx.NewRaw("SELECT 1 FROM users WHERE id = ? AND password_hash = ? FOR NO KEY UPDATE", id, passwordHash).Scan(ctx, &one)
	if errors.Is(err, sql.ErrNoRows) {
		return auth.ErrNoAccount
	}
	return err
}

func insertToken(ctx context.Context, tx bun.Tx, session auth.SessionID, hash auth.TokenHash, at time.Time) error {
	_, err := tx.NewRaw("INSERT INTO refresh_tokens (hash, auth_session_id, created_at) VALUES (?, ?, ?)", hash[:], session, at).Exec(ctx)
	return err
}

// endOldSessions ends the user's oldest sessions beyond the number allowed.
func endOldSessions(ctx context.Context, tx bun.Tx, newest auth.Session, tell live.Tell) error {
	err := postgres.Changed(tx.NewRaw(`DELETE FROM auth_sessions WHERE user_id = ?0 AND id <> ?1 AND id NOT IN (
			SELECT id FROM auth_sessions WHERE user_id = ?0 AND id <> ?1 ORDER BY created_at DESC, id LIMIT ?2)`,
		newest.UserID, newest.ID, auth.MaxSessions-1).Exec(ctx))
	if errors.Is(err, postgres.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return tell(tx, string(newest.UserID), true)
}

// sweepSize is how many sessions are cleared away at a time.
const sweepSize = 500

// SweepSessions clears away sessions that have expired, with their tokens, and returns how many; with them personal tokens that have.
func (store *Accounts) SweepSessions(ctx context.Context) (int, error) {
	for swept := 0; ; {
		n := 0
		err := store.changing(ctx, "sweep sessions", func(ctx context.Context, tx bun.Tx, tell live.Tell) error {
			result, err := tx.NewRaw(`DELETE FROM auth_sessions WHERE id IN (
				SELECT id FROM auth_sessions WHERE expires_at < ?0 OR idle_expires_at < ?0 LIMIT ?1 FOR UPDATE SKIP LOCKED)`, store.db.Now(), sweepSize).Exec(ctx)
			if err != nil {
				return err
			}
			rows, err := result.RowsAffected()
			if n = int(rows); err != nil || n == 0 {
				return err
			}
			return tell(tx, "", true)
		})
		if swept += n; err != nil {
			return swept, err
		}
		if n < sweepSize {
			_, err = store.db.Bun.NewRaw("DELETE FROM api_tokens WHERE expires_at < ?", store.db.Now()).Exec(ctx)
			return swept, postgres.Wrap("sweep personal tokens", err)
		}
	}
}

// Rotate exchanges a refresh token for another. The session is locked before its tokens, here and wherever both are written.
func (store *Accounts) Rotate(ctx context.Context, rotation auth.Rotation) (auth.Session, auth.Outcome, error) {
	var (
		session auth.Session
		outcome auth.Outcome
	)
	err := store.changing(ctx, "rotate token", func(ctx context.Context, tx bun.Tx, tell live.Tell) error {
		row, err := lockSessionOf(ctx, tx, rotation.Old)
		if errors.Is(err, sql.ErrNoRows) {
			session, outcome = auth.Session{}, auth.Unknown
			return nil
		}
		if err != nil {
			return err
		}
		if outcome, err = rotate(ctx, tx, row, rotation); err != nil {
			return err
		}
		session = row.session()
		if outcome == auth.Rotated {
			session.IdleExpiresAt = rotation.IdleExpiresAt.UTC()
		}
		return tell(tx, string(row.UserID), outcome != auth.Rotated)
	})
	if err != nil {
		return auth.Session{}, "", err
	}
	return session, outcome, nil
}

func lockSessionOf(ctx context.Context, tx bun.Tx, token auth.TokenHash) (authSessionRow, error) {
	var row authSessionRow
	err := tx.NewSelect().Model(&row).ColumnExpr("?TableColumns, u.role").Join("JOIN users AS u ON u.id = s.user_id").
		Where("s.id = (SELECT t.auth_session_id FROM refresh_tokens AS t WHERE t.hash = ?)", token[:]).For("UPDATE OF s").Scan(ctx)
	return row, err
}

func rotate(ctx context.Context, tx bun.Tx, row authSessionRow, rotation auth.Rotation) (auth.Outcome, error) {
	var used time.Time // first
	err := tx.NewRaw("UPDATE refresh_tokens SET used_at = coalesce(used_at, ?) WHERE hash = ? RETURNING used_at", rotation.At, rotation.Old[:]).Scan(ctx, &used)
	switch {
	case err != nil:
		return "", err
	case !rotation.At.Before(used.Add(auth.RefreshGrace)):
		return auth.Reused, endSession(ctx, tx, row.ID)
	case !rotation.At.Before(row.ExpiresAt), !rotation.At.Before(row.IdleExpiresAt), row.Rotations >= auth.MaxRotations:
		return auth.Expired, endSession(ctx, tx, row.ID)
	}
	_, err = tx.NewRaw("UPDATE auth_sessions SET rotations = rotations + 1, idle_expires_at = ? WHERE id = ?",
		rotation.IdleExpiresAt, row.ID).Exec(ctx)
	if err != nil {
		return "", err
	}
	return auth.Rotated, insertToken(ctx, tx, row.ID, rotation.New, rotation.At)
}

func endSession(ctx context.Context, tx bun.Tx, id auth.SessionID) error {
	_, err := tx.NewRaw("DELETE FROM auth_sessions WHERE id = ?", id).Exec(ctx)
	return err
}

// sessionOfToken is asked with every request, and so it is prepared: to plan it costs five times as much as to run it.
const sessionOfToken = `SELECT s.id, s.user_id, s.created_at, s.expires_at, s.idle_expires_at, s.rotations, u.role
	FROM auth_sessions AS s JOIN users AS u ON u.id = s.user_id WHERE s.id = $1`

// Session returns a session that has not been ended, else auth.ErrNoSession.
func (store *Accounts) Session(ctx context.Context, id auth.SessionID) (auth.Session, error) {
	if !postgres.Canonical(id) {
		return auth.Session{}, auth.ErrNoSession
	}
	known, is, keep := store.remembered.get(id)
	if is {
		return known, nil
	}
	var row authSessionRow
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error { // it comes before all that has a limit of its own
		pool, err := store.db.Direct()
		if err != nil {
			return err
		}
		return pool.QueryRow(ctx, sessionOfToken, pgx.QueryExecModeCacheStatement, string(id)).
			Scan(&row.ID, &row.UserID, &row.CreatedAt, &row.ExpiresAt, &row.IdleExpiresAt, &row.Rotations, &row.Role)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return auth.Session{}, auth.ErrNoSession
	}
	if err != nil {
		return auth.Session{}, postgres.Wrap("read session", err)
	}
	keep(row.session())
	return row.session(), nil
}

// EndSession ends the session of a token, if there is one.
func (store *Accounts) EndSession(ctx context.Context, token auth.TokenHash) error {
	return store.changing(ctx, "end session", func(ctx context.Context, tx bun.Tx, tell live.Tell) error {
		var whose []string
		err := tx.NewRaw(`DELETE FROM auth_sessions WHERE id = (SELECT auth_session_id FROM refresh_tokens WHERE hash = ?) RETURNING user_id`,
			token[:]).Scan(ctx, &whose)
		if err != nil || len(whose) == 0 {
			return err
		}
		return tell(tx, whose[0], true)
	})
}

// EndedSessions are those of some sessions and personal tokens, ids, that have been ended or never were.
func (store *Accounts) EndedSessions(ctx context.Context, ids []auth.SessionID) ([]auth.SessionID, error) {
	var ended []auth.SessionID
	err := store.db.Bun.NewRaw(`SELECT i.id FROM unnest(ARRAY[?]::uuid[]) AS i (id) WHERE NOT EXISTS (SELECT 1 FROM auth_sessions AS s WHERE s.id = i.id)
			AND NOT EXISTS (SELECT 1 FROM api_tokens AS p WHERE p.id = i.id)`,
		bun.List(postgres.Possible(ids))).Scan(ctx, &ended)
	return ended, postgres.Wrap("read ended sessions", err)
}
