package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Scope is what a personal token may do for its account.
type Scope string

// READ is part of every token: it reads and watches what the account may see. WRITE changes profile, calendar, activities and workouts. PLAN starts plan
// runs, stops them, and puts their plans onto a calendar and off it. What is about the account itself, and about who may see it, no token may.
const (
	ScopeRead  Scope = "READ"
	ScopeWrite Scope = "WRITE"
	ScopePlan  Scope = "PLAN"
)

// Scopes are all there are.
var Scopes = []Scope{ScopeRead, ScopeWrite, ScopePlan}

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

// Issue makes a personal token of an account whose password was just verified: the secret, which is nowhere afterwards, and what is known of it.
// Errors: *InputError, joined; [ErrTooManyTokens]; [ErrWrongCredentials] where the account went or its password changed meanwhile.
func (t *Tokens) Issue(ctx context.Context, account Account, name string, scopes []Scope, days int) (secret string, token PersonalToken, err error) {
	if err := CheckPersonalToken(name, days); err != nil {
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

// verifyPersonal returns the viewer whom a personal token names.
func (t *Tokens) verifyPersonal(ctx context.Context, token string) (Viewer, error) {
	hash, err := personalHash(token)
	if err != nil {
		return Viewer{}, err
	}
	known, err := t.sessions.UsePersonalToken(ctx, hash, t.now())
	if errors.Is(err, ErrNoSession) {
		return Viewer{}, ErrInvalidToken
	}
	if err != nil {
		return Viewer{}, fmt.Errorf("look up a personal token: %w", err)
	}
	return Viewer{UserID: known.UserID, Role: known.Role, SessionID: known.ID, ExpiresAt: known.ExpiresAt, Personal: true, Scopes: known.Scopes}, nil
}
