package db_test

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"testing"
	"time"

	"fortnight/db"
	"fortnight/planner/runs"
	"fortnight/training"
)

func (w *world) claim() (runs.Run, json.RawMessage, runs.Lease) {
	w.Helper()
	return w.claimBy(w.db)
}

func (w *world) claimBy(d *db.DB) (runs.Run, json.RawMessage, runs.Lease) {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	run, progress, lease, err := d.Claim(ctx)
	w.check(err)
	// Nobody here is heard of while a test does something else, which may take long on a machine that is busy: a lease ends where a test says so.
	w.exec("UPDATE plan_runs SET lease_until = now() + interval '5 minutes' WHERE id = $1 AND token = $2", run.ID, lease.Token)
	return run, progress, lease
}

func (w *world) finish(lease runs.Lease) error {
	return w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Failed}, nil, &runs.RunFailed{EventHead: head("f"), Code: "INFEASIBLE"})
}

// nothingToClaim tells that no run is handed out for longer than it takes to look twice.
func (w *world) nothingToClaim(d *db.DB) {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, 1500*time.Millisecond)
	defer cancel()
	if run, _, _, err := d.Claim(ctx); !errors.Is(err, context.DeadlineExceeded) {
		w.Errorf("claimed %s, %v", run.ID, err)
	}
}

func TestClaimWaitsForARun(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	claimed := make(chan runs.Run, 1)
	go func() {
		run, progress, _, err := w.db.Claim(w.ctx)
		if err != nil || progress != nil {
			t.Errorf("%v, progress %s", err, progress)
		}
		claimed <- run
	}()
	created := w.run(athlete, athlete, nil)
	if run := receive(t, claimed); run.ID != created.ID || run.Status != runs.Running || run.StartedAt == nil || run.Wish != created.Wish {
		t.Errorf("%+v", run)
	}
}

// F34: who takes the runs of one engine leaves the others to others, also when they have waited for longer.
func TestF34RunsOfOneEngine(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	slow, own := w.run(athlete, athlete, nil), w.run(other, other, nil)
	w.exec("UPDATE plan_runs SET engine = 'GEMINI' WHERE id = $1", slow.ID)
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	q := w.db.QueueOf(runs.Solver)
	run, _, lease, err := q.Claim(ctx)
	if err != nil || run.ID != own.ID {
		t.Fatalf("took %s (%v), want %s", run.ID, err, own.ID)
	}
	if err := q.Heartbeat(ctx, lease); err != nil {
		t.Error(err)
	}
	if _, tells := q.(runs.Bell); !tells {
		t.Error("nobody is told that the run is to be cancelled")
	}
	soon, end := context.WithTimeout(w.ctx, 1500*time.Millisecond)
	defer end()
	if run, _, _, err := q.Claim(soon); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("took %s, %v", run.ID, err)
	}
	if run, _, _ := w.claim(); run.ID != slow.ID {
		t.Errorf("who takes any took %s", run.ID)
	}
}

func TestRunsOfOneAthleteComeOneAfterTheOther(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	first, second := w.run(athlete, athlete, nil), w.run(athlete, athlete, nil)
	third := w.run(other, other, nil)
	run, _, lease := w.claim()
	if run.ID != first.ID {
		t.Errorf("first came %s", run.ID)
	}
	if run, _, _ = w.claim(); run.ID != third.ID {
		t.Errorf("then came %s", run.ID)
	}
	w.nothingToClaim(w.db)
	w.check(w.finish(lease))
	if run, _, _ = w.claim(); run.ID != second.ID {
		t.Errorf("last came %s", run.ID)
	}
}

func TestManyWorkersTakeEachRunOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	const runs = 24
	for range runs / 2 {
		athlete := w.athlete()
		w.run(athlete, athlete, nil)
		w.run(athlete, athlete, nil)
	}
	workers := []*db.DB{w.db, w.open(), w.open()}
	ctx, cancel := context.WithCancel(w.ctx)
	defer cancel()
	var (
		mu    sync.Mutex
		taken = map[training.RunID]int{}
		group sync.WaitGroup
	)
	for _, d := range workers {
		for range 2 {
			group.Go(func() {
				for {
					run, _, lease, err := d.Claim(ctx)
					if err != nil {
						return
					}
					mu.Lock()
					taken[run.ID]++
					mu.Unlock()
					if err := w.finish(lease); err != nil {
						t.Error(err)
					}
					if n, err := left(w); err != nil || n == 0 {
						cancel()
					}
				}
			})
		}
	}
	group.Wait()
	for id, n := range taken {
		if n != 1 {
			t.Errorf("run %s was taken %d times", id, n)
		}
	}
	if len(taken) != runs {
		t.Errorf("%d runs were taken, want %d", len(taken), runs)
	}
}

func left(w *world) (n int, err error) {
	return n, w.raw.QueryRow(w.ctx, "SELECT count(*) FROM plan_runs WHERE finished_at IS NULL").Scan(&n)
}

func TestF05Fencing(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	created := w.run(athlete, athlete, nil)
	_, _, old := w.claim()
	w.check(w.db.Record(w.ctx, old, runs.Recorded{Progress: json.RawMessage(`{"step":1}`)}, &runs.StageStarted{EventHead: head("one"), Attempt: 1}))
	w.exec("UPDATE plan_runs SET lease_until = now() - interval '1 second'")
	other := w.open()
	run, progress, lease := w.claimBy(other)
	if run.ID != created.ID || string(progress) != `{"step":1}` || lease.Token <= old.Token {
		t.Errorf("%s %s %+v", run.ID, progress, lease)
	}
	if err := w.db.Heartbeat(w.ctx, old); !errors.Is(err, runs.ErrLeaseLost) {
		t.Errorf("heartbeat of the old worker: %v", err)
	}
	if err := w.db.Record(w.ctx, old, runs.Recorded{Progress: json.RawMessage(`2`)}, &runs.StageStarted{EventHead: head("x")}); !errors.Is(err, runs.ErrLeaseLost) {
		t.Errorf("record of the old worker: %v", err)
	}
	if err := w.finish(old); !errors.Is(err, runs.ErrLeaseLost) {
		t.Errorf("end by the old worker: %v", err)
	}
	err := w.db.Finish(w.ctx, old, runs.Outcome{Status: runs.Succeeded}, &runs.Calendar{Revision: 99})
	if !errors.Is(err, runs.ErrLeaseLost) {
		t.Errorf("plan by the old worker: %v", err)
	}
	w.check(other.Heartbeat(w.ctx, lease))
	w.check(other.Record(w.ctx, lease, runs.Recorded{}, &runs.StageStarted{EventHead: head("two"), Attempt: 2}))
	w.check(w.finish(lease))
	if err := w.finish(lease); !errors.Is(err, runs.ErrLeaseLost) {
		t.Errorf("a second end: %v", err)
	}
	events, err := eventsOf(w.ctx, w.db, athlete.ID, created.ID)
	w.check(err)
	for i, e := range events {
		if e.Head().Sequence != i+1 || e.Head().RunID != created.ID || e.Head().AthleteID != athlete.ID {
			t.Errorf("event %d has the head %+v", i, *e.Head())
		}
	}
	if len(events) != 3 || events[1].Head().Message != "two" || !runs.Terminal(events[2]) {
		t.Errorf("%d events", len(events))
	}
}

func TestALivingWorkerKeepsItsRun(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	w.run(athlete, athlete, nil)
	w.listening(w.db)
	_, _, lease := w.claim()
	w.nothingToClaim(w.open())
	w.check(w.db.Heartbeat(w.ctx, lease))
}

// listening waits until a process has the connection on which it listens.
func (w *world) listening(d *db.DB) {
	w.Helper()
	before := w.listeners()
	ctx, cancel := context.WithCancel(w.ctx)
	cancel()
	_, _, _, _ = d.Claim(ctx) // begins to listen
	for w.listeners() <= before {
		time.Sleep(5 * time.Millisecond)
	}
}

// ofListeners are the locks of worker numbers in the test's database.
const ofListeners = `locktype = 'advisory' AND objsubid = 2
	AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

// cutListeners ends the connections on which processes listen.
func (w *world) cutListeners() {
	w.Helper()
	w.exec("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE " + ofListeners)
}

func (w *world) listeners() int {
	w.Helper()
	return w.count("SELECT count(*) FROM pg_locks WHERE " + ofListeners)
}

// TestDeadWorkersRunIsTakenAtOnce: the lock of a worker's number goes with its connection, long before the lease runs out.
func TestDeadWorkersRunIsTakenAtOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	created := w.run(athlete, athlete, nil)
	doomed := w.open()
	w.listening(doomed)
	_, _, lease := w.claimBy(doomed)
	w.check(doomed.Close())
	run, _, next := w.claim()
	if run.ID != created.ID || next.Token != lease.Token+1 {
		t.Errorf("%s %+v", run.ID, next)
	}
}

// TestF08LostConnectionDoesNotLoseRuns: a process that comes back with another number keeps what it works on.
func TestF08LostConnectionDoesNotLoseRuns(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	w.run(athlete, athlete, nil)
	w.listening(w.db)
	_, _, lease := w.claim()
	const newest = "SELECT coalesce(max(objid::bigint), 0) FROM pg_locks WHERE " + ofListeners
	number := w.count(newest)
	w.cutListeners()
	for w.count(newest) <= number {
		time.Sleep(5 * time.Millisecond)
	}
	w.nothingToClaim(w.open())
	w.check(w.db.Heartbeat(w.ctx, lease))
	if n := w.count("SELECT worker_id FROM plan_runs"); n <= number {
		t.Errorf("the run has worker %d, as before", n)
	}
	w.nothingToClaim(w.db)
}

func TestRunThatKillsItsWorkersIsGivenUp(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	created, next := w.run(athlete, athlete, nil), w.run(athlete, athlete, nil)
	for range 5 {
		run, _, lease := w.claim()
		if run.ID != created.ID {
			t.Fatalf("claimed %s", run.ID)
		}
		w.check(w.db.Record(w.ctx, lease, runs.Recorded{}, &runs.StageStarted{EventHead: head("x")}))
		w.exec("UPDATE plan_runs SET lease_until = now() - interval '1 second' WHERE status = 'RUNNING'")
	}
	if run, _, _ := w.claim(); run.ID != next.ID {
		t.Errorf("claimed %s", run.ID)
	}
	byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{created.ID})
	w.check(err)
	if run := byID[created.ID]; run.Status != runs.Failed || run.Failure == nil {
		t.Errorf("%+v", run)
	}
	events, err := eventsOf(w.ctx, w.db, athlete.ID, created.ID)
	w.check(err)
	if failed, ok := events[len(events)-1].(*runs.RunFailed); len(events) != 6 || !ok || failed.Code != "INTERNAL" || failed.Sequence != 6 {
		t.Errorf("%+v", events)
	}
}
