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
	maxPersonalTokenName = 100 // characters
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

// CheckPersonalToken refuses what may not be the name and the days of a token, each by an *InputError, joined.
func CheckPersonalToken(name string, days int) error {
	var errs []error
	if length := len([]rune(name)); length < 1 || length > maxPersonalTokenName || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		errs = append(errs, &InputError{"name", fmt.Sprintf("must have 1 to %d characters, in one line", maxPersonalTokenName)})
	}
	if days < 1 || days > MaxPersonalTokenDays {
		errs = append(errs, &InputError{"days", fmt.Sprintf("must be 1 to %d", MaxPersonalTokenDays)})
	}
	return errors.Join(errs...)
}
