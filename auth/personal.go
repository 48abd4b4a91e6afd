package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"time"
)

// How many personal tokens an account may have, and how long one may last.
const (
	MaxPersonalTokens    = 20
	MaxPersonalTokenDays = 366
	MaxPersonalTokenName = 100 // characters
)

// PersonalToken is a token that a tool shows in place of an account's log-in, until it expires or is revoked.
type PersonalToken struct {
	ID         SessionID
	UserID     UserID
	Role       Role // of the account at the time of asking
	Name       string
	Scopes     []Scope // in the order of Scopes, READ among them
	CreatedAt  time.Time
	ExpiresAt  time.Time
	LastUsedAt *time.Time // to the minute; nil for never
}

// ErrTooManyTokens says that an account has as many personal tokens as it may.
var ErrTooManyTokens = fmt.Errorf("the account has %d API tokens: revoke one first", MaxPersonalTokens)

// PersonalTokens is what personal tokens need of a store. Deleting an account and changing its password must delete them.
type PersonalTokens interface {
	// AddPersonalToken stores a token. It is [ErrNoAccount] unless the account's password hash still is passwordHash, and [ErrTooManyTokens].
	AddPersonalToken(ctx context.Context, token PersonalToken, hash TokenHash, passwordHash string) error
	// UsePersonalToken returns the token that is good at an instant, or [ErrNoSession], and notes that it was used then.
	UsePersonalToken(ctx context.Context, hash TokenHash, at time.Time) (PersonalToken, error)
}

// personalPrefix tells a personal token from every other secret, for people and for scanners that look for leaked ones.
const personalPrefix = "fnp_"

// personalHash is the hash of a text that has the form of a personal token, else [ErrInvalidToken].
func personalHash(token string) (TokenHash, error) {
	secret, _ := strings.CutPrefix(token, personalPrefix)
	if len(secret) != refreshEncoding.EncodedLen(refreshBytes) {
		return TokenHash{}, ErrInvalidToken
	}
	if _, err := refreshEncoding.DecodeString(secret); err != nil {
		return TokenHash{}, ErrInvalidToken
	}
	return sha256.Sum256([]byte(token)), nil
}

// CheckPersonalToken refuses what may not be the days of a token, by a joined *InputError. Its name is a line of up to MaxPersonalTokenName characters, as
// whoever takes it in checks.
func CheckPersonalToken(days int) error {
	if days < 1 || days > MaxPersonalTokenDays {
		return errors.Join(&InputError{"days", fmt.Sprintf("must be 1 to %d", MaxPersonalTokenDays)})
	}
	return nil
}
