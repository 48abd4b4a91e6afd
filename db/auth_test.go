package db_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/training"
)

func (w *world) logIn(user training.User, token string) auth.Session {
	w.Helper()
	session := w.logInBy(w.db, user, token)
	w.clock.Add(1)
	return session
}

func (w *world) logInBy(d *db.DB, user training.User, token string) auth.Session {
	w.Helper()
	now := w.now()
	session := auth.Session{
		ID: auth.SessionID(uuid.NewString()), UserID: auth.UserID(user.ID), CreatedAt: now, ExpiresAt: now.Add(auth.SessionLife),
		IdleExpiresAt: now.Add(auth.SessionIdleLife),
	}
	w.check(d.StartSession(w.ctx, session, hash(token), passwordHash))
	return session
}

func hash(token string) auth.TokenHash { return sha256.Sum256([]byte(token)) }

func (w *world) rotate(old, next string) (auth.Session, auth.Outcome) {
	w.Helper()
	now := w.now()
	session, outcome, err := w.db.Rotate(w.ctx, auth.Rotation{
		Old: hash(old), New: hash(next), At: now, IdleExpiresAt: now.Add(auth.SessionIdleLife),
	})
	w.check(err)
	return session, outcome
}

func TestRotationAndReuse(t *testing.T) {
	w := newWorld(t)
	user := w.user(training.RoleCoach)
	started, other := w.logIn(user, "a"), w.logIn(user, "other")
	session, outcome := w.rotate("a", "b")
	if outcome != auth.Rotated || session.ID != started.ID || session.Role != auth.RoleCoach || session.UserID != started.UserID {
		t.Errorf("%s %+v", outcome, session)
	}
	if got, err := w.db.Session(w.ctx, started.ID); err != nil || got != session {
		t.Errorf("stored %+v, %v; returned %+v", got, err, session)
	}
	w.clock.Add(int64(auth.RefreshGrace/time.Second) - 1)
	if session, outcome = w.rotate("a", "again"); outcome != auth.Rotated || session.ID != started.ID {
		t.Errorf("within the grace: %s %+v", outcome, session)
	}
	if _, outcome = w.rotate("again", "and on"); outcome != auth.Rotated {
		t.Errorf("what was exchanged in the grace: %s", outcome)
	}
	w.clock.Add(1)
	if session, outcome = w.rotate("a", "c"); outcome != auth.Reused || session.UserID != started.UserID {
		t.Errorf("reuse: %s %+v", outcome, session)
	}
	if _, outcome = w.rotate("b", "d"); outcome != auth.Unknown {
		t.Errorf("after the reuse: %s", outcome)
	}
	if _, err := w.db.Session(w.ctx, started.ID); !errors.Is(err, auth.ErrNoSession) {
		t.Errorf("the session: %v", err)
	}
	if _, err := w.db.Session(w.ctx, other.ID); err != nil {
		t.Errorf("the other session: %v", err)
	}
}

func TestManyRotationsAtOnceAreOfOneSession(t *testing.T) {
	raced(t)
	w := newWorld(t)
	started := w.logIn(w.athlete(), "a")
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			now := w.now()
			session, outcome, err := w.db.Rotate(w.ctx, auth.Rotation{Old: hash("a"), New: hash(fmt.Sprint(i)), At: now, IdleExpiresAt: now.Add(time.Hour)})
			if err != nil || outcome != auth.Rotated || session.ID != started.ID {
				t.Errorf("%s %+v, %v", outcome, session, err)
			}
		})
	}
	group.Wait()
	for i := range 20 {
		if _, outcome := w.rotate(fmt.Sprint(i), fmt.Sprint("next ", i)); outcome != auth.Rotated {
			t.Errorf("token %d: %s", i, outcome)
		}
	}
}

func TestSessionsExpire(t *testing.T) {
	w := newWorld(t)
	user := w.athlete()
	w.logIn(user, "idle")
	w.clock.Add(int64(auth.SessionIdleLife / time.Second))
	if _, outcome := w.rotate("idle", "x"); outcome != auth.Expired {
		t.Errorf("idle: %s", outcome)
	}
	session := w.logIn(user, "worn")
	w.exec("UPDATE auth_sessions SET rotations = $1 WHERE id = $2", auth.MaxRotations, session.ID)
	if _, outcome := w.rotate("worn", "y"); outcome != auth.Expired {
		t.Errorf("worn: %s", outcome)
	}
	if n := w.count("SELECT count(*) FROM auth_sessions"); n != 0 {
		t.Errorf("%d sessions are left", n)
	}
}

// Log-ins that have expired, by either of their two ends, are cleared away without anybody logging in; others stay.
func TestExpiredSessionsAreSwept(t *testing.T) {
	w := newWorld(t)
	user := w.athlete()
	w.logIn(user, "idle")
	w.clock.Add(int64(auth.SessionIdleLife/time.Second) + 1)
	stays := w.logIn(user, "stays")
	for _, want := range []int{1, 0} {
		if n, err := w.db.SweepSessions(w.ctx); n != want || err != nil {
			t.Errorf("%d are swept, %v, want %d", n, err, want)
		}
	}
	if _, err := w.db.Session(w.ctx, stays.ID); err != nil {
		t.Error(err)
	}
	if n := w.count("SELECT count(*) FROM refresh_tokens"); n != 1 {
		t.Errorf("%d tokens are left", n)
	}
}

func TestOldestSessionsGiveWay(t *testing.T) {
	w := newWorld(t)
	user := w.athlete()
	first := w.logIn(user, "first")
	var last auth.Session
	for i := range auth.MaxSessions {
		last = w.logIn(user, fmt.Sprint(i))
	}
	if _, err := w.db.Session(w.ctx, first.ID); !errors.Is(err, auth.ErrNoSession) {
		t.Errorf("the first session: %v", err)
	}
	if _, err := w.db.Session(w.ctx, last.ID); err != nil {
		t.Errorf("the last session: %v", err)
	}
	if n := w.count("SELECT count(*) FROM auth_sessions"); n != auth.MaxSessions {
		t.Errorf("%d sessions", n)
	}
}

func TestPasswordChangeEndsSessions(t *testing.T) {
	w := newWorld(t)
	user := w.athlete()
	session := w.logIn(user, "a")
	id := auth.UserID(user.ID)
	if err := w.db.SetPassword(w.ctx, id, "wrong", "$new"); !errors.Is(err, auth.ErrNoAccount) {
		t.Errorf("with a wrong hash: %v", err)
	}
	w.check(w.db.SetPassword(w.ctx, id, passwordHash, "$new"))
	if _, err := w.db.Session(w.ctx, session.ID); !errors.Is(err, auth.ErrNoSession) {
		t.Errorf("the session: %v", err)
	}
	session.ID = auth.SessionID(uuid.NewString())
	if err := w.db.StartSession(w.ctx, session, hash("b"), passwordHash); !errors.Is(err, auth.ErrNoAccount) {
		t.Errorf("a session with the old password: %v", err)
	}
	account, err := w.db.AccountByEmail(w.ctx, user.Email)
	w.check(err)
	if account.ID != id || account.PasswordHash != "$new" || account.Role != auth.RoleAthlete {
		t.Errorf("%+v", account)
	}
	for _, missing := range []auth.UserID{"", "x", auth.UserID(uuid.NewString())} {
		if _, err := w.db.Account(w.ctx, missing); !errors.Is(err, auth.ErrNoAccount) {
			t.Errorf("account %q: %v", missing, err)
		}
	}
}

func TestEndSessionByAnyOfItsTokens(t *testing.T) {
	w := newWorld(t)
	session := w.logIn(w.athlete(), "a")
	w.rotate("a", "b")
	w.check(w.db.EndSession(w.ctx, hash("a")))
	if _, err := w.db.Session(w.ctx, session.ID); !errors.Is(err, auth.ErrNoSession) {
		t.Errorf("the session: %v", err)
	}
	w.check(w.db.EndSession(w.ctx, hash("a")))
}
