package auth

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"log/slog"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// memory is a store that keeps the promises of Accounts and Sessions with one lock.
type memory struct {
	mu       sync.Mutex
	accounts map[UserID]Account
	sessions map[SessionID]*memorySession
	tokens   map[TokenHash]SessionID // good and replaced ones
	used     map[TokenHash]time.Time // first
	personal map[TokenHash]PersonalToken
	failing  error
}

type memorySession struct {
	Session
	rotations int
}

func newMemory() *memory {
	return &memory{accounts: map[UserID]Account{}, sessions: map[SessionID]*memorySession{}, tokens: map[TokenHash]SessionID{}, used: map[TokenHash]time.Time{},
		personal: map[TokenHash]PersonalToken{}}
}

func (m *memory) AccountByEmail(_ context.Context, email string) (Account, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing != nil {
		return Account{}, m.failing
	}
	for _, account := range m.accounts {
		if account.Email == email {
			return account, nil
		}
	}
	return Account{}, ErrNoAccount
}

func (m *memory) Account(_ context.Context, id UserID) (Account, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	account, ok := m.accounts[id]
	if !ok {
		return Account{}, ErrNoAccount
	}
	return account, nil
}

func (m *memory) SetPassword(_ context.Context, id UserID, old, new string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	account, ok := m.accounts[id]
	if !ok || account.PasswordHash != old {
		return ErrNoAccount
	}
	account.PasswordHash = new
	m.accounts[id] = account
	m.endAll(id)
	return nil
}

func (m *memory) deleteAccount(id UserID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.accounts, id)
	m.endAll(id)
}

func (m *memory) endAll(id UserID) {
	for _, session := range m.sessions {
		if session.UserID == id {
			delete(m.sessions, session.ID)
		}
	}
}

func (m *memory) StartSession(_ context.Context, session Session, first TokenHash, passwordHash string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.accounts[session.UserID].PasswordHash != passwordHash || passwordHash == "" {
		return ErrNoAccount
	}
	m.sessions[session.ID] = &memorySession{Session: session}
	m.tokens[first] = session.ID
	return nil
}

func (m *memory) Rotate(_ context.Context, r Rotation) (Session, Outcome, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing != nil {
		return Session{}, "", m.failing
	}
	session := m.sessions[m.tokens[r.Old]]
	if session == nil {
		return Session{}, Unknown, nil
	}
	used, before := m.used[r.Old]
	if before && !r.At.Before(used.Add(RefreshGrace)) {
		delete(m.sessions, session.ID)
		return session.Session, Reused, nil
	}
	if !r.At.Before(session.ExpiresAt) || !r.At.Before(session.IdleExpiresAt) || session.rotations >= MaxRotations {
		delete(m.sessions, session.ID)
		return session.Session, Expired, nil
	}
	if !before {
		m.used[r.Old] = r.At
	}
	session.IdleExpiresAt = r.IdleExpiresAt
	session.rotations++
	m.tokens[r.New] = session.ID
	return session.Session, Rotated, nil
}

func (m *memory) Session(_ context.Context, id SessionID) (Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing != nil {
		return Session{}, m.failing
	}
	session, ok := m.sessions[id]
	if !ok {
		return Session{}, ErrNoSession
	}
	return session.Session, nil
}

func (m *memory) AddPersonalToken(_ context.Context, token PersonalToken, hash TokenHash, passwordHash string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch account, known := m.accounts[token.UserID]; {
	case m.failing != nil:
		return m.failing
	case !known || account.PasswordHash != passwordHash:
		return ErrNoAccount
	case len(m.personal) >= MaxPersonalTokens:
		return ErrTooManyTokens
	}
	m.personal[hash] = token
	return nil
}

func (m *memory) UsePersonalToken(_ context.Context, hash TokenHash, at time.Time) (PersonalToken, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing != nil {
		return PersonalToken{}, m.failing
	}
	token, known := m.personal[hash]
	if !known || !at.Before(token.ExpiresAt) {
		return PersonalToken{}, ErrNoSession
	}
	return token, nil
}

func (m *memory) EndSession(_ context.Context, token TokenHash) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing != nil {
		return m.failing
	}
	delete(m.sessions, m.tokens[token])
	return nil
}

// world is everything of this package over a store in memory, a clock that tests move, and hashes that are counted and cheap.
type world struct {
	*testing.T
	ctx     context.Context
	clock   atomic.Int64 // nanoseconds since 1970
	store   *memory
	hasher  *Hasher
	hashes  atomic.Int64
	tokens  *Tokens
	service *Service
	log     *lockedBuffer
	key     Key
}

func newWorld(t *testing.T) *world {
	w := &world{T: t, ctx: t.Context(), store: newMemory(), log: &lockedBuffer{}}
	w.clock.Store(time.Date(2025, 3, 1, 12, 0, 0, 600e6, time.UTC).UnixNano())
	if _, err := rand.Read(w.key.secret[:]); err != nil {
		t.Fatal(err)
	}
	w.hasher = NewHasher(2, rand.Reader)
	w.hasher.derive = func(password, salt []byte, _ argonCost, length uint32) []byte {
		w.hashes.Add(1)
		sum := sha256.Sum256(slices.Concat(password, salt))
		return sum[:length]
	}
	log := slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.tokens = NewTokens(w.key, w.store, w.now, rand.Reader, log)
	w.service = NewService(w.store, w.tokens, w.hasher, w.now)
	return w
}

func (w *world) now() time.Time          { return time.Unix(0, w.clock.Load()).UTC() }
func (w *world) advance(d time.Duration) { w.clock.Add(int64(d)) }

const goodPassword = "a quiet lake at dawn"

var (
	home      = netip.MustParseAddr("192.0.2.10")
	elsewhere = netip.MustParseAddr("203.0.113.5")
)

// register stores an account with goodPassword.
func (w *world) register(email string) Account {
	w.Helper()
	credentials, err := w.service.NewCredentials(w.ctx, email, goodPassword, home)
	if err != nil {
		w.Fatal(err)
	}
	account := Account{
		ID: UserID(newUUID(w.T)), Role: RoleAthlete, Email: credentials.Email, PasswordHash: credentials.PasswordHash,
	}
	w.store.mu.Lock()
	defer w.store.mu.Unlock()
	w.store.accounts[account.ID] = account
	return account
}

// logIn registers nobody; it fails the test where the log-in fails.
func (w *world) logIn(email string) Pair {
	w.Helper()
	pair, err := w.service.LogIn(w.ctx, email, goodPassword, home)
	if err != nil {
		w.Fatal(err)
	}
	return pair
}

func (w *world) viewer(pair Pair) Viewer {
	w.Helper()
	viewer, err := w.tokens.Verify(w.ctx, pair.AccessToken)
	if err != nil {
		w.Fatal(err)
	}
	return viewer
}

// refused fails the test unless neither token of the pair is good.
func (w *world) refused(pair Pair) {
	w.Helper()
	if _, err := w.tokens.Verify(w.ctx, pair.AccessToken); !errors.Is(err, ErrInvalidToken) {
		w.Errorf("access token: got %v, want ErrInvalidToken", err)
	}
	if _, err := w.tokens.Refresh(w.ctx, pair.RefreshToken); !errors.Is(err, ErrInvalidToken) {
		w.Errorf("refresh token: got %v, want ErrInvalidToken", err)
	}
}

type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return strings.Clone(b.buf.String())
}
