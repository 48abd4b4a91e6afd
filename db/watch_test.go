package db_test

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/training"
)

func (w *world) record(lease runs.Lease, messages ...string) {
	w.Helper()
	events := make([]runs.Event, len(messages))
	for i, message := range messages {
		events[i] = &runs.StageStarted{EventHead: head(message), Attempt: 1}
	}
	w.check(w.db.Record(w.ctx, lease, runs.Recorded{}, events...))
}

func TestWatchRunSendsEveryEventOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	w.record(lease, "1", "2")
	server := w.open() // the watchers are in another process than the worker
	const last = 60
	var group sync.WaitGroup
	for watcher := range 12 {
		group.Go(func() {
			after := 0
			for after < last { // some come and go
				ctx, cancel := context.WithCancel(w.ctx)
				events, err := server.WatchRun(ctx, athlete.ID, run.ID, after, nil)
				if err != nil {
					t.Error(err)
					cancel()
					return
				}
				for e := range events {
					if e.Head().Sequence != after+1 {
						t.Errorf("event %d after %d", e.Head().Sequence, after)
					}
					if after = e.Head().Sequence; watcher%2 == 0 && after%7 == watcher%7 {
						break
					}
				}
				cancel()
			}
		})
	}
	for i := 3; i < last; i++ {
		w.record(lease, fmt.Sprint(i))
	}
	w.check(w.finish(lease))
	group.Wait()
}

func TestWatchRunEndsWithTheRun(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	events, err := w.db.WatchRun(w.ctx, athlete.ID, run.ID, 0, nil)
	w.check(err)
	w.record(lease, "one")
	if e := receive(t, events); e.Head().Message != "one" || e.Head().RunID != run.ID || e.Head().AthleteID != athlete.ID {
		t.Errorf("%+v", e)
	}
	w.check(w.finish(lease))
	if e := receive(t, events); !runs.Terminal(e) {
		t.Errorf("%+v", e)
	}
	closed(t, events)
	for _, after := range []int{2, 50} {
		events, err = w.db.WatchRun(w.ctx, athlete.ID, run.ID, after, nil)
		w.check(err)
		closed(t, events)
	}
	_, err = w.db.WatchRun(w.ctx, athlete.ID, run.ID, -1, nil)
	w.refused("a negative number", "after", err)
}

func TestF08WatchSurvivesLostConnections(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	run := w.run(athlete, athlete, nil)
	w.listening(w.db)
	_, _, lease := w.claim()
	events, err := w.db.WatchRun(w.ctx, athlete.ID, run.ID, 0, nil)
	w.check(err)
	other := w.open()
	for i := 1; i <= 5; i++ {
		w.cutListeners()
		w.check(other.Record(w.ctx, lease, runs.Recorded{}, &runs.StageStarted{EventHead: head("x")}))
		if e := receive(t, events); e.Head().Sequence != i {
			t.Errorf("event %d, want %d", e.Head().Sequence, i)
		}
	}
}

func TestRevokedCoachStopsWatching(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	events, err := w.db.WatchRun(w.ctx, coach.ID, run.ID, 0, nil)
	w.check(err)
	own, err := w.db.WatchRun(w.ctx, athlete.ID, run.ID, 0, nil)
	w.check(err)
	days, err := w.db.WatchCalendar(w.ctx, coach.ID, athlete.ID)
	w.check(err)
	_, err = w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.check(err)
	w.record(lease, "not for the coach")
	closed(t, events)
	closed(t, days)
	if e := receive(t, own); e.Head().Sequence != 1 {
		t.Errorf("the athlete got %+v", e)
	}
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(athlete.ID)))
	closed(t, own)
}

func TestWatchEndsWithItsContextAndTheDatabase(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	run := w.run(athlete, athlete, nil)
	ctx, cancel := context.WithCancel(w.ctx)
	events, err := w.db.WatchRun(ctx, athlete.ID, run.ID, 0, nil)
	w.check(err)
	cancel()
	closed(t, events)
	other := w.open()
	events, err = other.WatchRun(w.ctx, athlete.ID, run.ID, 0, nil)
	w.check(err)
	days, err := other.WatchCalendar(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	w.check(other.Close())
	closed(t, events)
	closedAfter(t, days)
}

// closedAfter waits for a channel to be closed, whatever comes before.
func closedAfter[T any](t *testing.T, c <-chan T) {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case _, open := <-c:
			if !open {
				return
			}
		case <-deadline:
			t.Fatal("the channel stays open")
		}
	}
}

func TestWatchCalendarTellsChangedDays(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	w.listening(w.db)
	changes, err := w.db.WatchCalendar(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	expect := func(want ...training.Date) {
		t.Helper()
		if got := receive(t, changes); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	w.db.LockDay(w.ctx, other.ID, other.ID, today, true) //nolint:errcheck // only must not be told
	s := w.session(athlete, workout.ID, today, 420)
	expect(today)
	_, err = w.db.MoveSession(w.ctx, athlete.ID, s.ID, today.AddDays(-3), nil)
	w.check(err)
	expect(today.AddDays(-3), today)
	_, err = w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error { u.Name += "!"; return nil })
	w.check(err)
	expect()
	_, err = w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(*training.User) error { return nil }) // of nothing there is nothing to tell
	w.check(err)
	_, err = w.db.UpdateWorkout(w.ctx, athlete.ID, workout.ID, 1, func(c *training.Workout) error { c.Title += "!"; return nil })
	w.check(err)
	expect(today.AddDays(-3))
}

// TestASlowReaderGetsChangesAsOne and loses none.
func TestASlowReaderGetsChangesAsOne(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	w.listening(w.db)
	changes, err := w.db.WatchCalendar(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	quick, err := w.db.WatchCalendar(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	const days = 40
	for i := range days {
		w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, today.AddDays(i), true))
	}
	all := func(changes <-chan []training.Date) (lists int) {
		for seen := map[training.Date]bool{}; len(seen) < days; lists++ {
			for _, day := range receive(t, changes) {
				seen[day] = true
			}
		}
		return lists
	}
	all(quick) // from here on all has been told of
	if lists := all(changes); lists > days/2 {
		t.Errorf("%d lists for %d changes", lists, days)
	}
}
