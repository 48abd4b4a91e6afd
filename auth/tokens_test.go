package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestS69RefreshRotates(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	first := w.viewer(pair)
	seen := map[string]bool{pair.RefreshToken: true}
	for range 5 {
		w.advance(10 * time.Minute)
		next, err := w.tokens.Refresh(w.ctx, pair.RefreshToken)
		if err != nil {
			t.Fatal(err)
		}
		if seen[next.RefreshToken] || next.AccessToken == pair.AccessToken {
			t.Error("a token was issued twice")
		}
		seen[next.RefreshToken] = true
		viewer := w.viewer(next)
		if viewer.SessionID != first.SessionID || viewer.UserID != first.UserID || next.UserID != first.UserID {
			t.Errorf("got %+v, want the session of %+v", viewer, first)
		}
		if want := w.now().Truncate(time.Second).Add(AccessLife); !next.ExpiresAt.Equal(want) || !viewer.ExpiresAt.Equal(want) {
			t.Errorf("expires %v and %v, want %v", next.ExpiresAt, viewer.ExpiresAt, want)
		}
		pair = next
	}
}

func TestS70ReuseEndsTheFamilyAndNoOther(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	stolen, other := w.logIn("rider@example.com"), w.logIn("rider@example.com")
	second, err := w.tokens.Refresh(w.ctx, stolen.RefreshToken)
	if err != nil {
		t.Fatal(err)
	}
	third, err := w.tokens.Refresh(w.ctx, second.RefreshToken)
	if err != nil {
		t.Fatal(err)
	}
	w.advance(RefreshGrace - time.Second)
	again, err := w.tokens.Refresh(w.ctx, stolen.RefreshToken) // as another tab does
	if err != nil || w.viewer(again).SessionID != w.viewer(third).SessionID {
		t.Fatalf("within the grace: %v", err)
	}
	after, err := w.tokens.Refresh(w.ctx, again.RefreshToken)
	if err != nil {
		t.Fatal(err)
	}
	w.viewer(third)
	w.advance(time.Second)
	if _, err := w.tokens.Refresh(w.ctx, stolen.RefreshToken); !errors.Is(err, ErrInvalidToken) {
		t.Errorf("reuse: got %v", err)
	}
	for _, pair := range []Pair{stolen, second, third, again, after} {
		w.refused(pair)
	}
	w.viewer(other)
	if _, err := w.tokens.Refresh(w.ctx, other.RefreshToken); err != nil {
		t.Errorf("the other session: %v", err)
	}
	if !strings.Contains(w.log.String(), "refresh token reused") {
		t.Error("the reuse was not logged")
	}
}

func TestS71RefreshesAtOnceAreOfOneFamily(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	results := make(chan Pair, 20)
	for range cap(results) {
		go func() {
			next, err := w.tokens.Refresh(w.ctx, pair.RefreshToken)
			if err != nil {
				t.Error(err)
			}
			results <- next
		}()
	}
	var family []Pair
	for range cap(results) {
		next := <-results
		if w.viewer(next).SessionID != w.viewer(pair).SessionID {
			t.Error("a refresh began another session")
		}
		next, err := w.tokens.Refresh(w.ctx, next.RefreshToken)
		if err != nil {
			t.Fatal(err)
		}
		family = append(family, next)
	}
	w.advance(RefreshGrace)
	if _, err := w.tokens.Refresh(w.ctx, pair.RefreshToken); !errors.Is(err, ErrInvalidToken) {
		t.Errorf("reuse: got %v", err)
	}
	for _, next := range family {
		w.refused(next)
	}
}

func TestS72NotARefreshToken(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	foreign, _, err := newRefreshToken(strings.NewReader(strings.Repeat("7", 32)))
	if err != nil {
		t.Fatal(err)
	}
	good := pair.RefreshToken
	for name, token := range map[string]string{
		"empty": "", "prefix": refreshPrefix, "access token": pair.AccessToken, "foreign": foreign, "cut": good[:len(good)-1], "longer": good + "A",
		"other prefix": "fnx_" + good[4:], "upper-case prefix": "FNR_" + good[4:], "NUL": good[:len(good)-1] + "\x00", "200 KB": strings.Repeat("A", 200<<10),
		"200 KB with prefix": refreshPrefix + strings.Repeat("A", 200<<10), "space": " " + good, "invalid UTF-8": good[:len(good)-1] + "\xff",
		"newline inside": good[:20] + "\n" + good[21:], "padding": good[:len(good)-1] + "=", "other last bits": good[:len(good)-1] + "B",
		"its hash": refreshPrefix + good[4:26] + good[4:25],
	} {
		if token == good {
			t.Fatalf("%s is the good token", name)
		}
		if _, err := w.tokens.Refresh(w.ctx, token); !errors.Is(err, ErrInvalidToken) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := w.tokens.Refresh(w.ctx, good); err != nil {
		t.Errorf("the good token afterwards: %v", err)
	}
}

func TestS73LogOutEndsItsSessionAtOnce(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair, other := w.logIn("rider@example.com"), w.logIn("rider@example.com")
	for range 2 { // the second time nothing is left to end
		if err := w.tokens.End(w.ctx, pair.RefreshToken); err != nil {
			t.Fatal(err)
		}
	}
	w.refused(pair)
	w.viewer(other)
	if err := w.tokens.End(w.ctx, other.AccessToken); !errors.Is(err, ErrInvalidToken) {
		t.Errorf("an access token: got %v", err)
	}
}

func TestS73PasswordChangeEndsAllSessionsAtOnce(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	w.register("other@example.com")
	first, second, other := w.logIn("rider@example.com"), w.logIn("rider@example.com"), w.logIn("other@example.com")
	pair, err := w.service.ChangePassword(w.ctx, w.viewer(first), goodPassword, "another lake at dusk", home)
	if err != nil {
		t.Fatal(err)
	}
	w.refused(first)
	w.refused(second)
	w.viewer(pair) // within the same second as the change
	w.viewer(other)
	if _, err := w.service.LogIn(w.ctx, "rider@example.com", goodPassword, home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("the old password: got %v", err)
	}
	if _, err := w.service.LogIn(w.ctx, "rider@example.com", "another lake at dusk", home); err != nil {
		t.Errorf("the new password: %v", err)
	}
}

func TestS73DeletedAccountHasNoTokens(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	viewer := w.viewer(pair)
	if _, err := w.service.Reauthenticate(w.ctx, viewer, "wrong, of course", home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("a wrong password: got %v", err)
	}
	if got, err := w.service.Reauthenticate(w.ctx, viewer, goodPassword, home); err != nil || got.ID != account.ID {
		t.Errorf("the right password: got %v, %v", got, err)
	}
	w.store.deleteAccount(account.ID)
	w.refused(pair)
	if _, err := w.service.LogIn(w.ctx, "rider@example.com", goodPassword, home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("log in: got %v", err)
	}
}

// slowSetter changes the password between the moment a log-in has verified the old one and the moment it starts its session.
type slowSetter struct {
	*memory
	before func()
}

func (s slowSetter) StartSession(ctx context.Context, session Session, first TokenHash, passwordHash string) error {
	s.before()
	return s.memory.StartSession(ctx, session, first, passwordHash)
}

func TestS73LogInOvertakenByAPasswordChangeFails(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	w.tokens.sessions = slowSetter{w.store, func() {
		if err := w.store.SetPassword(w.ctx, account.ID, account.PasswordHash, "another hash"); err != nil {
			t.Error(err)
		}
	}}
	if pair, err := w.service.LogIn(w.ctx, "rider@example.com", goodPassword, home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("got %v, %v", pair, err)
	}
	if len(w.store.sessions) != 0 {
		t.Error("a session was started with the old password")
	}
}

func TestSessionsEndIdleAndInAnyCase(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	idle, pair := w.logIn("rider@example.com"), w.logIn("rider@example.com")
	start := w.now()
	var err error
	for step := SessionIdleLife - time.Second; w.now().Add(step).Before(start.Add(SessionLife)); {
		w.advance(step)
		if pair, err = w.tokens.Refresh(w.ctx, pair.RefreshToken); err != nil {
			t.Fatal(err)
		}
	}
	w.refused(idle)

	w.clock.Store(start.Add(SessionLife - time.Minute).UnixNano())
	if pair, err = w.tokens.Refresh(w.ctx, pair.RefreshToken); err != nil {
		t.Fatal(err)
	}
	if end := start.Add(SessionLife); pair.ExpiresAt.After(end) {
		t.Errorf("the access token outlives its session: %v, %v", pair.ExpiresAt, end)
	}
	w.viewer(pair)
	w.advance(time.Minute)
	w.refused(pair)
}

func TestStoredTokenIsAHash(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	if len(w.store.tokens) != 1 {
		t.Fatalf("%d tokens stored", len(w.store.tokens))
	}
	if _, ok := w.store.tokens[sha256.Sum256([]byte(pair.RefreshToken))]; !ok {
		t.Error("what is stored is not the SHA-256 of the token")
	}
	if len(pair.RefreshToken) != len("fnr_")+43 {
		t.Errorf("a refresh token of %d characters", len(pair.RefreshToken))
	}
}

func TestFailuresAreNotTakenForBadTokens(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	w.store.failing = errors.New("the store is away")
	_, refresh := w.tokens.Refresh(w.ctx, pair.RefreshToken)
	_, verify := w.tokens.Verify(w.ctx, pair.AccessToken)
	for name, err := range map[string]error{"refresh": refresh, "verify": verify, "end": w.tokens.End(w.ctx, pair.RefreshToken)} {
		if !errors.Is(err, w.store.failing) || errors.Is(err, ErrInvalidToken) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	w.store.failing = nil
	w.tokens.random = strings.NewReader("too little")
	if _, err := w.tokens.Refresh(w.ctx, pair.RefreshToken); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("without randomness: got %v", err)
	}
	w.viewer(pair)
}
