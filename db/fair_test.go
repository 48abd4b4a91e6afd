package db_test

import (
	"errors"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fortnight/db"
	"fortnight/db/queue"
	"fortnight/planner/runs"
	"fortnight/training"
)

// Accounts that ask for many runs wait for those that ask for one.
func TestQueueIsFair(t *testing.T) {
	raced(t)
	w := newWorld(t)
	var greedy []training.User
	for range 6 {
		greedy = append(greedy, w.athlete())
	}
	for range queue.MaxOpenRuns {
		for _, athlete := range greedy {
			w.run(athlete, athlete, nil)
		}
	}
	for range 2 * len(greedy) { // each has had two
		run, _, lease := w.claim()
		_ = run
		w.check(w.finish(lease))
	}
	stranger := w.athlete()
	asked := w.run(stranger, stranger, nil)
	if run, _, _ := w.claim(); run.ID != asked.ID {
		t.Errorf("the next run is one of %s, who has had runs", run.RequestedBy)
	}
}

func TestS102RunsOfADayAreBounded(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	w.exec(`INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, seed, candidates, status, created_at,
			finished_at, applied, event_count, cancel_requested, token, attempts, failure)
		SELECT gen_random_uuid(), $1, $1, '2026-11-26', 14, '', 'SOLVER', false, true, 0, 1, 'FAILED', $2::timestamptz + n * interval '1 minute', $2, false, 0, false, 0, 0, 'no'
		FROM generate_series(1, $3) AS n`, athlete.ID, w.now().Add(-20*time.Hour), queue.MaxRunsADay)
	_, err := w.db.CreateRun(w.ctx, request(athlete, athlete, nil))
	var limited *db.LimitedError
	if !errors.As(err, &limited) || limited.Wait < 4*time.Hour || limited.Wait > 5*time.Hour {
		t.Errorf("%v, wait %+v", err, limited)
	}
	other := w.athlete()
	if _, err := w.db.CreateRun(w.ctx, request(other, other, nil)); err != nil {
		t.Errorf("another athlete: %v", err)
	}
	w.clock.Add(5 * 3600)
	if _, err := w.db.CreateRun(w.ctx, request(athlete, athlete, nil)); err != nil {
		t.Errorf("five hours later: %v", err)
	}
}

func (w *world) status(run training.RunID, athlete training.User) runs.RunStatus {
	w.Helper()
	runs, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{run})
	w.check(err)
	return runs[run].Status
}

// A coach who is revoked plans no more: runs that wait are cancelled at once, one that runs is told, and what it comes to is not written.
func TestRevokedCoachesRunsAreCancelled(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	running := w.run(coach, athlete, nil)
	w.listening(w.db)
	_, _, lease := w.claim()
	ring, stop := w.db.Told(lease.RunID)
	defer stop()
	waiting, own := w.run(coach, athlete, nil), w.run(athlete, athlete, nil)
	_, err := w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.check(err)
	if s := w.status(waiting.ID, athlete); s != runs.Cancelled {
		t.Errorf("the run that waits is %s", s)
	}
	if s := w.status(own.ID, athlete); s != runs.Queued {
		t.Errorf("the athlete's own is %s", s)
	}
	select {
	case <-ring:
	case <-time.After(patience):
		t.Error("the worker was not told")
	}
	if err := w.db.Heartbeat(w.ctx, lease); !errors.Is(err, runs.ErrCancelRequested) {
		t.Errorf("the worker hears %v", err)
	}
	revision := w.revision(athlete)
	done := runs.Outcome{Status: runs.Succeeded}
	calendar := &runs.Calendar{Revision: revision}
	if err := w.db.Finish(w.ctx, lease, done, calendar, &runs.RunSucceeded{EventHead: head("done")}); !errors.Is(err, runs.ErrCancelRequested) {
		t.Errorf("its plan is written: %v", err)
	}
	if w.revision(athlete) != revision {
		t.Error("the calendar has changed")
	}
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Cancelled}, nil, &runs.RunCancelled{EventHead: head("over")}))
	if s := w.status(running.ID, athlete); s != runs.Cancelled {
		t.Errorf("the run that was running is %s", s)
	}
}

// What somebody asked for who lost the right without a word, as by a row that is gone, ends when it is taken.
func TestClaimLooksAtTheRight(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	run := w.run(coach, athlete, nil)
	w.exec("DELETE FROM coach_grants")
	w.nothingToClaim(w.db)
	if s := w.status(run.ID, athlete); s != runs.Cancelled {
		t.Errorf("it is %s", s)
	}
	events, err := eventsOf(w.ctx, w.db, athlete.ID, run.ID)
	w.check(err)
	if len(events) != 1 || !runs.Terminal(events[0]) {
		t.Errorf("its events: %v", events)
	}
}

func TestRunsAreCounted(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	w.run(athlete, athlete, nil)
	w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	w.check(w.finish(lease))
	w.clock.Add(90)
	registry := prometheus.NewPedanticRegistry()
	w.db.Collect(registry)
	families, err := registry.Gather()
	w.check(err)
	got := map[string]float64{}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			name := f.GetName()
			for _, l := range m.GetLabel() {
				name += " " + l.GetValue()
			}
			got[name] = m.GetGauge().GetValue()
		}
	}
	want := map[string]float64{
		"fortnight_plan_runs QUEUED": 1, "fortnight_plan_runs FAILED": 1, "fortnight_plan_runs RUNNING": 0, "fortnight_plan_queue_age_seconds": 90,
	}
	for name, value := range want {
		if is, there := got[name]; !there || is != value {
			t.Errorf("%s is %v (%t), want %v", name, is, there, value)
		}
	}
}
