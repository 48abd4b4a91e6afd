package accounts

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/db/postgres"
)

type personalRow struct {
	bun.BaseModel `bun:"table:api_tokens,alias:p"`

	ID         auth.SessionID `bun:"id,pk"`
	UserID     auth.UserID    `bun:"user_id"`
	Hash       []byte         `bun:"hash"`
	Name       string         `bun:"name"`
	Scopes     []auth.Scope   `bun:"scopes,array"`
	CreatedAt  time.Time      `bun:"created_at"`
	ExpiresAt  time.Time      `bun:"expires_at"`
	LastUsedAt *time.Time     `bun:"last_used_at"`
}

func (r personalRow) token() auth.PersonalToken {
	token := auth.PersonalToken{
		ID: r.ID, UserID: r.UserID, Name: r.Name, Scopes: r.Scopes, CreatedAt: r.CreatedAt.UTC(), ExpiresAt: r.ExpiresAt.UTC(),
	}
	if r.LastUsedAt != nil {
		used := r.LastUsedAt.UTC()
		token.LastUsedAt = &used
	}
	return token
}

// AddPersonalToken stores a token, unless the password hash is no longer the account's, auth.ErrNoAccount, or it has too many: auth.ErrTooManyTokens.
func (store *Accounts) AddPersonalToken(ctx context.Context, token auth.PersonalToken, hash auth.TokenHash, passwordHash string) error {
	return store.db.InTx(ctx, "add personal token", func(ctx context.Context, tx bun.Tx) error {
		if err := lockAccount(ctx, tx, token.UserID, passwordHash); err != nil {
			return err
		}
		n, err := tx.NewSelect().Model((*personalRow)(nil)).Where("p.user_id = ?", token.UserID).Where("p.expires_at > ?", token.CreatedAt).Count(ctx)
		switch {
		case err != nil:
			return err
		case n >= auth.MaxPersonalTokens:
			return auth.ErrTooManyTokens
		}
		row := personalRow{
			ID: token.ID, UserID: token.UserID, Hash: hash[:], Name: token.Name, Scopes: token.Scopes, CreatedAt: token.CreatedAt, ExpiresAt: token.ExpiresAt,
		}
		_, err = tx.NewInsert().Model(&row).Exec(ctx)
		return err
	})
}

// personalOf is asked with every request of a tool, and so it is prepared.
const personalOf = `SELECT p.id, p.user_id, p.name, p.scopes::text[], p.created_at, p.expires_at, p.last_used_at, u.role
	FROM api_tokens AS p JOIN users AS u ON u.id = p.user_id WHERE p.hash = $1 AND p.expires_at > $2`

// usedEvery is how exactly it is noted when a token was used.
const usedEvery = time.Minute

// UsePersonalToken returns a token that is good at an instant, else auth.ErrNoSession, and notes that it was used then.
func (store *Accounts) UsePersonalToken(ctx context.Context, hash auth.TokenHash, at time.Time) (auth.PersonalToken, error) {
	var row personalRow
	var role auth.Role
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		pool, err := store.db.Direct()
		if err != nil {
			return err
		}
		return pool.QueryRow(ctx, personalOf, pgx.QueryExecModeCacheStatement, hash[:], at).
			Scan(&row.ID, &row.UserID, &row.Name, &row.Scopes, &row.CreatedAt, &row.ExpiresAt, &row.LastUsedAt, &role)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return auth.PersonalToken{}, auth.ErrNoSession
	}
	if err == nil && (row.LastUsedAt == nil || at.Sub(*row.LastUsedAt) >= usedEvery) {
		_, err = store.db.Bun.NewRaw("UPDATE api_tokens SET last_used_at = greatest(?, created_at) WHERE id = ?", at.UTC().Truncate(usedEvery), row.ID).Exec(ctx)
	}
	if err != nil {
		return auth.PersonalToken{}, postgres.Wrap("read personal token", err)
	}
	token := row.token()
	token.Role = role
	return token, nil
}

// PersonalTokens are those of an account that have not expired, the newest first.
func (store *Accounts) PersonalTokens(ctx context.Context, account auth.UserID) ([]auth.PersonalToken, error) {
	var rows []personalRow
	if !postgres.Canonical(account) {
		return nil, nil
	}
	err := store.db.Bun.NewSelect().Model(&rows).ExcludeColumn("hash").Where("p.user_id = ?", account).Where("p.expires_at > ?", store.db.Now()).
		OrderExpr("p.created_at DESC, p.id").Scan(ctx)
	tokens := make([]auth.PersonalToken, len(rows))
	for i, row := range rows {
		tokens[i] = row.token()
	}
	return tokens, postgres.Wrap("read personal tokens", err)
}

// RevokePersonalToken deletes a token of an account, else ErrNotFound.
func (store *Accounts) RevokePersonalToken(ctx context.Context, account auth.UserID, id auth.SessionID) error {
	if !postgres.Canonical(account) || !postgres.Canonical(id) {
		return postgres.ErrNotFound
	}
	return postgres.Wrap("revoke personal token", postgres.Changed(store.db.Bun.NewRaw("DELETE FROM api_tokens WHERE user_id = ? AND id = ?", account, id).Exec(ctx)))
}
