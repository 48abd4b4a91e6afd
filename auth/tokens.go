package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

// Tokens issues, refreshes, verifies and ends what clients show to say who they are.
type Tokens struct {
	keys     atomic.Pointer[keySet]
	sessions Sessions
	now      func() time.Time
	random   io.Reader
	log      *slog.Logger
	parser   *jwt.Parser
	genuine  *genuine
}

// NewTokens returns tokens signed by key, with sessions in the store. random is a cryptographic source.
func NewTokens(key Key, sessions Sessions, now func() time.Time, random io.Reader, log *slog.Logger) *Tokens {
	t := &Tokens{sessions: sessions, now: now, random: random, log: log, parser: newAccessParser(now), genuine: newGenuine(accessChecks(now)...)}
	t.Use(key)
	return t
}

// keySet is the key that signs, and those that are good too: of before a rotation, or of the next.
type keySet struct {
	signs  Key
	others []Key
}

// Use has tokens be signed by a key from now on, and those that other keys have signed be good too. So keys can be changed while several
// processes serve: first all accept the next key, then all sign by it, and an access token's life later none needs the one before.
func (t *Tokens) Use(signs Key, others ...Key) { t.keys.Store(&keySet{signs, others}) }

// Pair is what a client gets: an access token to show until ExpiresAt, and a refresh token to exchange once for the next pair.
type Pair struct {
	UserID       UserID
	AccessToken  string
	RefreshToken string
	ExpiresAt    time.Time // of the access token, in UTC
}

// Start begins a session of the account, whose password was verified or just set, and returns its first pair. The error is
// [ErrNoAccount] where the account is gone or its password hash has changed since it was read.
func (t *Tokens) Start(ctx context.Context, account Account) (Pair, error) {
	id, err := uuid.NewRandomFromReader(t.random)
	if err != nil {
		return Pair{}, fmt.Errorf("make a session id: %w", err)
	}
	refresh, hash, err := newRefreshToken(t.random)
	if err != nil {
		return Pair{}, err
	}
	now := t.now()
	session := Session{
		ID: SessionID(id.String()), UserID: account.ID, Role: account.Role,
		CreatedAt: now, ExpiresAt: now.Add(SessionLife), IdleExpiresAt: now.Add(SessionIdleLife),
	}
	if err := t.sessions.StartSession(ctx, session, hash, account.PasswordHash); err != nil {
		return Pair{}, fmt.Errorf("start a session: %w", err)
	}
	return t.pair(session, refresh)
}

// Refresh exchanges a refresh token for a new pair. A token that was exchanged longer ago than [RefreshGrace] ends its whole session: either its
// holder or somebody else has a copy, and which of them is asking cannot be told (RFC 9700 4.14.2). The error is [ErrInvalidToken] for every
// token that is not good.
func (t *Tokens) Refresh(ctx context.Context, refresh string) (Pair, error) {
	old, err := hashRefreshToken(refresh)
	if err != nil {
		return Pair{}, err
	}
	next, hash, err := newRefreshToken(t.random)
	if err != nil {
		return Pair{}, err
	}
	now := t.now()
	rotation := Rotation{Old: old, New: hash, At: now, IdleExpiresAt: now.Add(SessionIdleLife)}
	session, outcome, err := t.sessions.Rotate(ctx, rotation)
	if err != nil {
		return Pair{}, fmt.Errorf("rotate a refresh token: %w", err)
	}
	if outcome == Reused {
		t.log.WarnContext(ctx, "refresh token reused, session ended", "user", session.UserID, "session", session.ID)
	}
	if outcome != Rotated {
		return Pair{}, ErrInvalidToken
	}
	return t.pair(session, next)
}

// End ends the session of a refresh token and with it the session's access tokens. Ending what is over already is no error; a text
// that is no refresh token is [ErrInvalidToken].
func (t *Tokens) End(ctx context.Context, refresh string) error {
	hash, err := hashRefreshToken(refresh)
	if err != nil {
		return err
	}
	if err := t.sessions.EndSession(ctx, hash); err != nil {
		return fmt.Errorf("end a session: %w", err)
	}
	return nil
}

// Verify returns the viewer an access token or a personal token names. The error is [ErrInvalidToken] for every token that is not genuine, not good by
// the clock, or of a session that has ended.
func (t *Tokens) Verify(ctx context.Context, access string) (Viewer, error) {
	if strings.HasPrefix(access, personalPrefix) {
		return t.verifyPersonal(ctx, access)
	}
	claims, err := t.parse(access)
	if err != nil {
		t.log.DebugContext(ctx, "access token refused", "reason", err)
		return Viewer{}, ErrInvalidToken
	}
	session, err := t.sessions.Session(ctx, SessionID(claims.SessionID))
	if err != nil && !errors.Is(err, ErrNoSession) {
		return Viewer{}, fmt.Errorf("look up the session of a token: %w", err)
	}
	if err != nil || string(session.UserID) != claims.Subject || !t.now().Before(session.ExpiresAt) {
		return Viewer{}, ErrInvalidToken
	}
	return Viewer{UserID: session.UserID, Role: session.Role, SessionID: session.ID, ExpiresAt: claims.ExpiresAt.UTC()}, nil
}

func (t *Tokens) pair(session Session, refresh string) (Pair, error) {
	access, expires, err := t.sign(session)
	if err != nil {
		return Pair{}, fmt.Errorf("sign an access token: %w", err)
	}
	return Pair{UserID: session.UserID, AccessToken: access, RefreshToken: refresh, ExpiresAt: expires}, nil
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

// sign returns an access token for the session, and when it ends: after [AccessLife], or with the session.
func (t *Tokens) sign(session Session) (string, time.Time, error) {
	now := t.now()
	id, err := uuid.NewRandomFromReader(t.random)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("make a token id: %w", err)
	}
	expires := now.Add(AccessLife)
	if session.ExpiresAt.Before(expires) {
		expires = session.ExpiresAt
	}
	claims := accessClaims{SessionID: string(session.ID), RegisteredClaims: jwt.RegisteredClaims{
		Issuer: tokenIssuer, Audience: jwt.ClaimStrings{tokenAudience}, Subject: string(session.UserID), ID: id.String(),
		IssuedAt: jwt.NewNumericDate(now), NotBefore: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(expires),
	}}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	token.Header["typ"] = tokenType
	signed, err := token.SignedString(t.keys.Load().signs.secret[:])
	return signed, claims.ExpiresAt.UTC(), err
}

// parse returns the claims of a genuine access token that is good by the clock.
func (t *Tokens) parse(token string) (accessClaims, error) {
	var claims accessClaims
	if len(token) > maxAccessToken {
		return claims, errors.New("too long")
	}
	keys, digest := t.keys.Load(), sha256.Sum256([]byte(token))
	if known, is := t.genuine.claims(digest, keys); is {
		return known, nil
	}
	if strings.ContainsAny(token, "\r\n") { // encoding/base64 would skip them
		return claims, errors.New("more than one line")
	}
	if err := checkTypes(token); err != nil {
		return claims, err
	}
	if _, err := t.parser.ParseWithClaims(token, &claims, keys.verify); err != nil {
		return claims, err
	}
	if err := checkClaims(claims); err != nil {
		return claims, err
	}
	t.genuine.add(digest, claims, keys)
	return claims, nil
}

// verify is the key there is, and those that are accepted beside it, whatever the header asks for. A header with anything besides alg and typ is refused: kid,
// jku, jwk, x5u and x5c would choose a key (RFC 8725 3.10), and crit names extensions that the parser ignores (RFC 7515 4.1.11).
func (keys *keySet) verify(token *jwt.Token) (any, error) {
	if token.Header["typ"] != tokenType {
		return nil, errors.New("typ is not " + tokenType)
	}
	if len(token.Header) != 2 {
		return nil, errors.New("the header has more than alg and typ")
	}
	set := jwt.VerificationKeySet{Keys: []jwt.VerificationKey{keys.signs.secret[:]}}
	for i := range keys.others {
		set.Keys = append(set.Keys, keys.others[i].secret[:])
	}
	return set, nil
}
