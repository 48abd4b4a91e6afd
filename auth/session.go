package auth

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"
)

// How long sessions last and how many there may be.
const (
	SessionLife     = 30 * 24 * time.Hour // from log-in, whatever happens (ASVS 5.0 10.4.8)
	SessionIdleLife = 14 * 24 * time.Hour // from the last refresh
	MaxSessions     = 20                  // of one user; the oldest gives way
	MaxRotations    = 10_000              // of one session; one refresh each access-token life for 30 days is 2,880
	// RefreshGrace is how long a refresh token that was exchanged answers again: two tabs refresh at once, and an answer may be lost.
	RefreshGrace = 10 * time.Second
)

// Session is a log-in and what came of it: a family of refresh tokens of which those are good that were not exchanged. Role is the account's at the time
// of asking; it is not stored with the session.
type Session struct {
	ID            SessionID
	UserID        UserID
	Role          Role
	CreatedAt     time.Time
	ExpiresAt     time.Time
	IdleExpiresAt time.Time
}

// Rotation is the wish to replace a refresh token by another.
type Rotation struct {
	Old, New      TokenHash
	At            time.Time // now
	IdleExpiresAt time.Time // of the session, if the rotation succeeds
}

// Outcome is what came of a [Rotation].
type Outcome string

// After ROTATED the new token is good, as is every other one that was exchanged for the old one within [RefreshGrace] of its first exchange. REUSED is
// an old token that had been exchanged before that: its session is ended. EXPIRED is
// the good token of a session past one of its two ends or its rotations: the session is ended. UNKNOWN was never issued, or its
// session is gone: nothing changed.
const (
	Rotated Outcome = "ROTATED"
	Reused  Outcome = "REUSED"
	Expired Outcome = "EXPIRED"
	Unknown Outcome = "UNKNOWN"
)

// Sessions is what tokens need of a store. Deleting an account must end its sessions too.
type Sessions interface {
	// StartSession stores the session with its first token and ends the user's oldest sessions beyond [MaxSessions]. It returns
	// [ErrNoAccount] and stores nothing unless the account exists and its password hash still is passwordHash. That is checked on
	// the locked row of the account (SELECT … FOR SHARE), so that no session begun with an old password outlives the change of it.
	StartSession(ctx context.Context, session Session, first TokenHash, passwordHash string) error

	// Rotate exchanges a token, atomically: it is used from the first time on, whichever of several rotations that was, and from
	// [RefreshGrace] after that it is REUSED. It returns the session after ROTATED and, as far as known, after REUSED and EXPIRED.
	Rotate(ctx context.Context, rotation Rotation) (Session, Outcome, error)

	// Session returns a session that has not been ended, with its account's role, or [ErrNoSession].
	Session(ctx context.Context, id SessionID) (Session, error)

	// EndSession ends the session that the token belongs to, good or replaced; if there is none that is no error.
	EndSession(ctx context.Context, token TokenHash) error

	PersonalTokens
}

// refreshPrefix tells a refresh token from every other secret, for people and for scanners that look for leaked ones.
const refreshPrefix = "fnr_"

// newRefreshToken returns a refresh token, "fnr_" and 43 characters, with its hash.
func newRefreshToken(random io.Reader) (string, TokenHash, error) {
	var secret [refreshBytes]byte
	if _, err := io.ReadFull(random, secret[:]); err != nil {
		return "", TokenHash{}, fmt.Errorf("make a refresh token: %w", err)
	}
	token := refreshPrefix + refreshEncoding.EncodeToString(secret[:])
	return token, sha256.Sum256([]byte(token)), nil
}

// hashRefreshToken returns the hash of a well-formed refresh token, else [ErrInvalidToken].
func hashRefreshToken(token string) (TokenHash, error) {
	secret, ok := strings.CutPrefix(token, refreshPrefix)
	if !ok || len(secret) != refreshEncoding.EncodedLen(refreshBytes) {
		return TokenHash{}, ErrInvalidToken
	}
	if _, err := refreshEncoding.DecodeString(secret); err != nil {
		return TokenHash{}, ErrInvalidToken
	}
	return sha256.Sum256([]byte(token)), nil
}
