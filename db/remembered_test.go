package db_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// counting is another process on the world's database, whose statements for log-ins are counted.
func (w *world) counting(asked *atomic.Int64) *db.DB {
	w.Helper()
	d, err := db.Open(w.ctx, w.url, db.Options{MaxConnections: 4, Log: quiet, Now: w.now, WorkoutText: func(w training.Workout) string { return w.Title },
		Observe: func(string, time.Duration, error) { asked.Add(1) }})
	w.check(err)
	w.Cleanup(func() { w.check(d.Close()) })
	return d
}

// remembers waits until a process answers what it is asked for a log-in without a statement.
func (w *world) remembers(d *db.DB, asked *atomic.Int64, session auth.Session) {
	w.Helper()
	for before := int64(-1); asked.Load() != before; { // it remembers nothing before it listens
		before = asked.Load()
		got, err := d.Session(w.ctx, session.ID)
		w.check(err)
		if got.UserID != session.UserID || got.Role != auth.RoleAthlete {
			w.Fatalf("%+v", got)
		}
	}
}

// A log-in is looked up once, and is over for every process when whatever ended it returns.
func TestLogInsAreRememberedUntilTheyEnd(t *testing.T) {
	raced(t)
	w := newWorld(t)
	var here, there atomic.Int64
	first, second := w.counting(&here), w.counting(&there)
	ends := map[string]func(user training.User, token string) error{
		"log-out": func(_ training.User, token string) error { return first.EndSession(w.ctx, hash(token)) },
		"password": func(user training.User, _ string) error {
			return first.SetPassword(w.ctx, auth.UserID(user.ID), passwordHash, "another hash")
		},
		"account": func(user training.User, _ string) error { return first.DeleteUser(w.ctx, auth.UserID(user.ID)) },
		"reuse": func(_ training.User, token string) error {
			rotation := auth.Rotation{Old: hash(token), New: hash(token + "2"), At: w.now(), IdleExpiresAt: w.now().Add(time.Hour)}
			_, once, err := first.Rotate(w.ctx, rotation)
			if once != auth.Rotated {
				err = errors.Join(err, fmt.Errorf("a fresh token is %s", once))
			}
			rotation.New, rotation.At = hash(token+"3"), rotation.At.Add(auth.RefreshGrace)
			_, outcome, again := first.Rotate(w.ctx, rotation)
			if outcome != auth.Reused {
				again = errors.Join(again, fmt.Errorf("a token that was used is %s", outcome))
			}
			return errors.Join(err, again)
		},
		"too many": func(user training.User, token string) error {
			for n := range auth.MaxSessions {
				session := w.logInBy(first, user, fmt.Sprint(token, n))
				w.clock.Add(1)
				if _, err := first.Session(w.ctx, session.ID); err != nil {
					return err
				}
			}
			return nil
		},
		"time": func(training.User, string) error {
			w.clock.Add(int64(auth.SessionIdleLife/time.Second) + 1)
			_, err := first.SweepSessions(w.ctx)
			return err
		},
	}
	for name, end := range ends {
		user, other := w.athlete(), w.athlete()
		session, stays := w.logIn(user, name), w.logIn(other, name+" stays")
		w.remembers(first, &here, session)
		w.remembers(second, &there, session)
		w.remembers(second, &there, stays)
		w.check(end(user, name))
		for process, d := range map[string]*db.DB{"the one that ended it": first, "another one": second} {
			if _, err := d.Session(w.ctx, session.ID); !errors.Is(err, auth.ErrNoSession) {
				t.Errorf("%s: %s says %v", name, process, err)
			}
		}
		if _, err := second.Session(w.ctx, stays.ID); name != "time" && err != nil {
			t.Errorf("%s: that of another user: %v", name, err)
		}
	}
}

// While nothing is heard of what ends, nothing is remembered.
func TestLogInsAreNotRememberedUnheard(t *testing.T) {
	raced(t)
	w := newWorld(t)
	var asked atomic.Int64
	d := w.counting(&asked)
	session := w.logIn(w.athlete(), "a")
	w.remembers(d, &asked, session)
	w.exec("DELETE FROM auth_sessions WHERE id = $1", session.ID) // which nobody was told of
	if _, err := d.Session(w.ctx, session.ID); err != nil {
		t.Fatalf("it is not remembered: %v", err)
	}
	w.exec(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = $1::bigint::oid
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, int64(live.WorkerLocks))
	for began := time.Now(); ; time.Sleep(time.Millisecond) {
		if _, err := d.Session(w.ctx, session.ID); errors.Is(err, auth.ErrNoSession) {
			return
		}
		if time.Since(began) > time.Minute {
			t.Fatal("it is remembered after the connection that listens was lost")
		}
	}
}

// A user is remembered as whoever sees all of them does, and is read as if nothing were: whichever process changed the user, and whoever asks.
func TestUsersAreRememberedAsTheyAre(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	var asked atomic.Int64
	d, other := w.counting(&asked), w.open()
	read := func(viewer training.User) training.User {
		t.Helper()
		found, err := d.UsersByID(w.ctx, viewer.ID, []training.UserID{athlete.ID})
		w.check(err)
		return found[athlete.ID]
	}
	for _, viewer := range []training.User{athlete, coach, athlete} {
		read(viewer)
		before := asked.Load()
		if read(viewer).Name != athlete.Name {
			t.Errorf("%+v", read(viewer))
		}
		if n := asked.Load() - before; n != 1 {
			t.Errorf("%d statements", n)
		}
	}
	_, err := other.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error { u.Name = "Another name"; return nil })
	w.check(err)
	_, err = other.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today.AddDays(30), Sport: training.Run, Priority: training.EventA})
	w.check(err)
	for _, viewer := range []training.User{athlete, coach} {
		if got := read(viewer); got.Name != "Another name" || len(got.Profile.Events) != 1 {
			t.Errorf("%s sees %+v", viewer.Name, got)
		}
	}
	_, err = other.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.check(err)
	if got := read(coach); got.HasProfile() || got.Name != "" {
		t.Errorf("a coach who was one sees %+v", got)
	}
	w.check(other.DeleteUser(w.ctx, auth.UserID(athlete.ID)))
	if got := read(athlete); got.Name != "" {
		t.Errorf("who is gone is %+v", got)
	}
}

// Heads of workouts are read once, and again only where one has changed, whichever process changed it. What is in a workout is read when it is asked for.
func TestHeadsAreRememberedAsTheyAre(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	for n := range 20 {
		w.workout(athlete, squats(fmt.Sprintf("Workout %02d", n)))
	}
	var asked atomic.Int64
	d := w.counting(&asked)
	heads := func(of func(context.Context, training.UserID, session.WorkoutFilter, training.WorkoutOrder, int, string) (postgres.Page[training.Workout], error)) (list []training.Workout, statements int64) {
		t.Helper()
		before := asked.Load()
		page, err := of(w.ctx, athlete.ID, session.WorkoutFilter{}, training.OrderTitle, 20, "")
		w.check(err)
		return page.Items, asked.Load() - before
	}
	for _, want := range []int64{2, 1, 1} {
		list, statements := heads(d.ListHeads)
		if statements != want || len(list) != 20 || list[3].Title != "Workout 03" || list[3].Blocks != nil {
			t.Errorf("%d statements, want %d; %d heads, %+v", statements, want, len(list), list[3])
		}
	}
	if list, _ := heads(d.ListWorkouts); len(list[3].Blocks) == 0 {
		t.Errorf("a workout has nothing in it: %+v", list[3])
	}
	list, _ := heads(d.ListHeads)
	_, err := w.db.UpdateWorkout(w.ctx, athlete.ID, list[3].ID, list[3].Revision, func(c *training.Workout) error { c.Title = "Workout 03, longer"; return nil })
	w.check(err)
	if list, statements := heads(d.ListHeads); statements != 2 || list[3].Title != "Workout 03, longer" {
		t.Errorf("%d statements, and it is called %q", statements, list[3].Title)
	}
}
