package auth

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
)

func TestS39KnownAndUnknownEmailAreTheSameWork(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	var texts []string
	for _, email := range []string{"rider@example.com", "nobody@example.com", "no e-mail at all", "' OR 1=1 --"} {
		w.hashes.Store(0)
		_, err := w.service.LogIn(w.ctx, email, "wrong, of course", home)
		if !errors.Is(err, ErrWrongCredentials) {
			t.Errorf("%s: got %v", email, err)
		}
		texts = append(texts, err.Error())
		if n := w.hashes.Load(); n != 1 {
			t.Errorf("%s: %d hashes, want 1", email, n)
		}
	}
	for _, text := range texts {
		if text != texts[0] {
			t.Errorf("%q and %q", texts[0], text)
		}
	}
}

// The work for an unknown account is the work of a genuine hash: same cost, same lengths.
func TestS39DummyHashCostsTheSame(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	var costs []string
	w.hasher.derive = func(password, salt []byte, cost argonCost, length uint32) []byte {
		costs = append(costs, fmt.Sprint(len(password), len(salt), cost, length))
		return make([]byte, length) // what an unknown account is compared with: it must not let anyone in
	}
	for _, encoded := range []string{account.PasswordHash, ""} {
		if ok, err := w.hasher.Verify(w.ctx, encoded, goodPassword); ok || err != nil {
			t.Errorf("%q: got %v, %v", encoded, ok, err)
		}
	}
	if costs[0] != costs[1] {
		t.Errorf("%s for a known account, %s for an unknown one", costs[0], costs[1])
	}
}

func TestS29SQLInTheEmail(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	for _, email := range []string{"' OR '1'='1", "rider@example.com' --", "x'; SELECT pg_sleep(10); --", "rider@example.com\x00", strings.Repeat("a", 200<<10)} {
		if _, err := w.service.LogIn(w.ctx, email, goodPassword, home); !errors.Is(err, ErrWrongCredentials) {
			t.Errorf("%.40q: got %v", email, err)
		}
	}
}

func TestS40NewCredentialsTellNothingOfKnownEmails(t *testing.T) {
	w := newWorld(t)
	w.register("rider@example.com")
	for _, email := range []string{"rider@example.com", "nobody@example.com"} {
		w.hashes.Store(0)
		credentials, err := w.service.NewCredentials(w.ctx, email, goodPassword, home)
		if err != nil || credentials.Email != email || w.hashes.Load() != 1 {
			t.Errorf("%s: got %v, %v after %d hashes", email, credentials, err, w.hashes.Load())
		}
	}
}

func TestNewCredentialsRefuse(t *testing.T) {
	w := newWorld(t)
	for field, in := range map[string][2]string{"email": {"rider", goodPassword}, "password": {"rider@example.com", "password123"}} {
		_, err := w.service.NewCredentials(w.ctx, in[0], in[1], home)
		var input *InputError
		if !errors.As(err, &input) || input.Field != field || !strings.HasPrefix(input.Allowed, "must ") {
			t.Errorf("%s: got %v", field, err)
		}
	}
	if n := w.hashes.Load(); n != 0 {
		t.Errorf("%d hashes were made", n)
	}
}

func TestLogInTakesAnySpellingOfTheEmail(t *testing.T) {
	w := newWorld(t)
	account := w.register("Rider@Example.com")
	pair := w.logIn(" rider@EXAMPLE.com ")
	if viewer := w.viewer(pair); viewer.UserID != account.ID || pair.UserID != account.ID {
		t.Errorf("got %+v, want %s", viewer, account.ID)
	}
}

func TestChangePasswordRefuses(t *testing.T) {
	w := newWorld(t)
	w.register("wendeline@example.com")
	pair := w.logIn("wendeline@example.com")
	viewer := w.viewer(pair)
	for _, next := range []string{"short", "password123", "wendeline1", strings.Repeat("x1y", 1000)} {
		_, err := w.service.ChangePassword(w.ctx, viewer, goodPassword, next, home)
		var input *InputError
		if !errors.As(err, &input) || input.Field != "newPassword" {
			t.Errorf("%.20q: got %v", next, err)
		}
	}
	for n := 1; n <= accountBurst+1; n++ {
		_, err := w.service.ChangePassword(w.ctx, viewer, "wrong, of course", "another lake at dusk", elsewhere)
		if isLimited := errors.As(err, new(*LimitedError)); isLimited != (n > accountBurst) || (!isLimited && !errors.Is(err, ErrWrongCredentials)) {
			t.Errorf("guess %d of the current password: got %v", n, err)
		}
	}
	w.viewer(pair) // nothing was changed
	w.logIn("wendeline@example.com")
}

func TestOfPasswordChangesAtOnceOneWins(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	viewer := w.viewer(w.logIn("rider@example.com"))
	w.service.accounts = changedMeanwhile{w.store, account}
	if _, err := w.service.ChangePassword(w.ctx, viewer, goodPassword, "another lake at dusk", home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("got %v", err)
	}
}

// changedMeanwhile shows an account as it was before its password changed.
type changedMeanwhile struct {
	*memory
	was Account
}

func (c changedMeanwhile) SetPassword(ctx context.Context, id UserID, old, new string) error {
	if err := c.memory.SetPassword(ctx, id, old, "the hash of the one that was faster"); err != nil {
		return err
	}
	return c.memory.SetPassword(ctx, id, old, new)
}

func TestS46SecretsAreNotLogged(t *testing.T) {
	w := newWorld(t)
	account := w.register("rider@example.com")
	pair := w.logIn("rider@example.com")
	secrets := []string{goodPassword, "wrong, of course", pair.AccessToken, pair.RefreshToken, account.PasswordHash,
		string(w.key.secret[:]), hex.EncodeToString(w.key.secret[:]), fmt.Sprint(w.key.secret)}

	var said []string
	note := func(_ any, err error) {
		if err != nil {
			said = append(said, err.Error())
		}
	}
	note(w.service.LogIn(w.ctx, "rider@example.com", "wrong, of course", home))
	note(w.tokens.Verify(w.ctx, pair.AccessToken+"x"))
	note(w.tokens.Verify(w.ctx, pair.RefreshToken))
	note(w.tokens.Refresh(w.ctx, pair.AccessToken))
	note(w.tokens.Refresh(w.ctx, pair.RefreshToken))
	note(w.tokens.Refresh(w.ctx, pair.RefreshToken))
	note(w.hasher.Verify(w.ctx, account.PasswordHash+"$", goodPassword))
	note(w.service.NewCredentials(w.ctx, "other@example.com", strings.Repeat(goodPassword, 20), home))
	slog.New(slog.NewTextHandler(w.log, nil)).Info("key", "key", w.key, "pointer", &w.key)
	slog.New(slog.NewJSONHandler(w.log, nil)).Info("key", "key", w.key, "pointer", &w.key)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d", "%q"} {
		said = append(said, fmt.Sprintf(verb, w.key), fmt.Sprintf(verb, struct{ Key Key }{w.key}))
	}
	text := w.log.String() + strings.Join(said, "\n")
	if !strings.Contains(text, "auth.Key(hidden)") || len(said) < 20 {
		t.Fatalf("little was said:\n%s", text)
	}
	for _, secret := range secrets {
		if strings.Contains(text, secret) {
			t.Errorf("%q is in:\n%s", secret, text)
		}
	}
}

func TestViewerInContext(t *testing.T) {
	if viewer, ok := ViewerFrom(t.Context()); ok || viewer.UserID != "" {
		t.Errorf("got %v, %v from an empty context", viewer, ok)
	}
	want := Viewer{UserID: "u", Role: RoleCoach, SessionID: "s"}
	if got, ok := ViewerFrom(WithViewer(t.Context(), want)); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v", got, ok)
	}
}

func TestAddressInContext(t *testing.T) {
	if from := AddressFrom(t.Context()); from.IsValid() {
		t.Errorf("got %v from an empty context", from)
	}
	if from := AddressFrom(WithAddress(t.Context(), home)); from != home {
		t.Errorf("got %v", from)
	}
}

// One whole log-in with the real hash: everything else here counts hashes and makes cheap ones.
func TestLogInWithTheRealHash(t *testing.T) {
	w := newWorld(t)
	w.service.hasher = NewHasher(1, rand.Reader)
	w.register("rider@example.com")
	w.viewer(w.logIn("rider@example.com"))
	if _, err := w.service.LogIn(w.ctx, "rider@example.com", goodPassword+"!", home); !errors.Is(err, ErrWrongCredentials) {
		t.Errorf("got %v", err)
	}
}
