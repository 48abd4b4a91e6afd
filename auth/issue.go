package auth

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Issue makes a personal token of an account whose password was just verified: the secret, which is nowhere afterwards, and what is known of it.
// Errors: *InputError, joined; [ErrTooManyTokens]; [ErrWrongCredentials] where the account went or its password changed meanwhile.
func (t *Tokens) Issue(ctx context.Context, account Account, name string, scopes []Scope, days int) (secret string, token PersonalToken, err error) {
	if err := CheckPersonalToken(days); err != nil {
		return "", PersonalToken{}, err
	}
	id, err := uuid.NewRandomFromReader(t.random)
	if err != nil {
		return "", PersonalToken{}, fmt.Errorf("make a token id: %w", err)
	}
	var random [refreshBytes]byte
	if _, err := io.ReadFull(t.random, random[:]); err != nil {
		return "", PersonalToken{}, fmt.Errorf("make a personal token: %w", err)
	}
	secret = personalPrefix + refreshEncoding.EncodeToString(random[:])
	now := t.now().UTC().Truncate(time.Second)
	token = PersonalToken{
		ID: SessionID(id.String()), UserID: account.ID, Role: account.Role, Name: name, CreatedAt: now, ExpiresAt: now.AddDate(0, 0, days),
		Scopes: slices.DeleteFunc(slices.Clone(Scopes), func(s Scope) bool { return s != ScopeRead && !slices.Contains(scopes, s) }),
	}
	if err := t.sessions.AddPersonalToken(ctx, token, sha256.Sum256([]byte(secret)), account.PasswordHash); err != nil {
		return "", PersonalToken{}, credentialsError("add a personal token", err)
	}
	return secret, token, nil
}
