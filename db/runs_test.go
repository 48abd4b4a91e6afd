package db_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

func request(by, athlete training.User, key *string) runs.Request {
	return runs.Request{
		AthleteID: athlete.ID, RequestedBy: by.ID, From: today.AddDays(1), Days: 14, Wish: "more running", Engine: runs.Solver,
		Apply: true, TargetFitness: pointer(60.5), Seed: 7, Candidates: 1, IdempotencyKey: key,
	}
}

func (w *world) run(by, athlete training.User, key *string) runs.Run {
	w.Helper()
	run, err := w.db.CreateRun(w.ctx, request(by, athlete, key))
	w.check(err)
	return run
}

func TestS107F30IdempotencyKeyNamesOneRun(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	var (
		mu    sync.Mutex
		ids   = map[training.RunID]bool{}
		group sync.WaitGroup
	)
	for range 50 {
		group.Go(func() {
			run, err := w.db.CreateRun(w.ctx, request(athlete, athlete, pointer("k")))
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			ids[run.ID] = true
		})
	}
	group.Wait()
	if len(ids) != 1 || w.count("SELECT count(*) FROM plan_runs") != 1 {
		t.Errorf("%d runs", len(ids))
	}
	other := request(athlete, athlete, pointer("k"))
	other.Days = 7
	_, err := w.db.CreateRun(w.ctx, other)
	w.conflicts("another request with the key", err)
	second := w.athlete()
	if run := w.run(second, second, pointer("k")); ids[run.ID] {
		t.Error("the key of another user names a foreign run")
	}
}

// A request has a goal of its own, for an event of the athlete's or for none; what is wrong with it is named.
func TestRunWithAGoal(t *testing.T) {
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	event := training.Event{Name: "Race", Date: today + 60, Sport: training.Run, Priority: training.EventA}
	mine, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, event)
	w.check(err)
	theirs, err := w.db.SaveEvent(w.ctx, other.ID, other.ID, event)
	w.check(err)
	for i, goal := range []*training.Goal{
		{Kind: training.GoalRace, EventID: mine.ID, TargetSeconds: pointer(14_400)},
		{Kind: training.GoalMuscle, BodyParts: []training.MuscleGroup{training.Legs}, By: pointer(today)},
	} {
		asked := request(athlete, athlete, pointer(fmt.Sprint(i)))
		asked.Goal = goal
		run, err := w.db.CreateRun(w.ctx, asked)
		w.check(err)
		read, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{run.ID})
		w.check(err)
		again, err := w.db.CreateRun(w.ctx, asked)
		w.check(err)
		if !reflect.DeepEqual(read[run.ID].Request, asked) || again.ID != run.ID {
			t.Errorf("read %+v, again %s\nwant %+v", read[run.ID].Request, again.ID, asked)
		}
		asked.Goal = nil
		_, err = w.db.CreateRun(w.ctx, asked)
		w.conflicts("another goal with the key", err)
	}
	for field, goal := range map[string]training.Goal{
		"goal.eventId": {Kind: training.GoalRace, EventID: theirs.ID}, "goal.kind": {Kind: training.GoalRace}, "goal.by": {Kind: training.GoalHealth, By: pointer(today - 1)},
	} {
		asked := request(athlete, athlete, nil)
		asked.Goal = &goal
		var faults *training.InputError
		if _, err := w.db.CreateRun(w.ctx, asked); !errors.As(err, &faults) || len(faults.Fields) != 1 || faults.Fields[0].Path != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// A key is the requester's for an athlete: for another athlete the same one names another run.
func TestS107F29KeyOfOneCoachForTwoAthletesAtOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	one := w.athlete()
	coach, two := w.coachOf(one), w.athlete()
	w.grant(two, coach)
	var group sync.WaitGroup
	errs := make([]error, 2)
	for i, athlete := range []training.User{one, two} {
		group.Go(func() { _, errs[i] = w.db.CreateRun(w.ctx, request(coach, athlete, pointer("k"))) })
	}
	group.Wait()
	w.check(errors.Join(errs...))
	if n := w.count("SELECT count(DISTINCT athlete_id) FROM plan_runs WHERE idempotency_key = 'k'"); n != 2 {
		t.Errorf("a key of a coach names the runs of %d athletes, want one of each", n)
	}
}

func TestOpenRunsAreBounded(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	var group sync.WaitGroup
	for range 12 {
		group.Go(func() { _, _ = w.db.CreateRun(w.ctx, request(athlete, athlete, nil)) })
	}
	group.Wait()
	if n := w.count("SELECT count(*) FROM plan_runs"); n != 5 {
		t.Errorf("%d runs are open", n)
	}
	_, err := w.db.CreateRun(w.ctx, request(athlete, athlete, nil))
	w.conflicts("the sixth", err)
}

func TestRequestOutOfBounds(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	for path, change := range map[string]func(*runs.Request){
		"days":           func(r *runs.Request) { r.Days = 29 },
		"wish":           func(r *runs.Request) { r.Wish = strings.Repeat("x", 501) },
		"seed":           func(r *runs.Request) { r.Seed = 1 << 31 },
		"idempotencyKey": func(r *runs.Request) { r.IdempotencyKey = pointer("a\x00b") },
		"targetFitness":  func(r *runs.Request) { r.TargetFitness = pointer(251.0) },
		"from":           func(r *runs.Request) { r.From = training.MaxDate },
	} {
		r := request(athlete, athlete, nil)
		change(&r)
		_, err := w.db.CreateRun(w.ctx, r)
		w.refused(path, path, err)
	}
}

func TestRunComesBackAsWritten(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	created := w.run(athlete, athlete, pointer("k"))
	_, _, lease := w.claim()
	session := training.SessionID(uuid.NewString())
	outcome := runs.Outcome{
		Status:      runs.Succeeded,
		Proposal:    []runs.ProposedSession{{ID: session, Date: today, Start: 420, WorkoutID: workout.ID, Rationale: "it's \u2028 ? fine"}},
		Changes:     []runs.Change{{Kind: runs.Added, Date: today, After: workout.ID, Reason: "why"}},
		Certificate: &rules.Certificate{Verdict: rules.Feasible, Hash: "h", Checks: []rules.RuleCheck{{RuleID: "INT-1", Measured: pointer(1.5)}}},
		Revision:    1,
	}
	w.check(w.db.Finish(w.ctx, lease, outcome, nil, &runs.RunSucceeded{EventHead: head("done"), Certificate: *outcome.Certificate}))
	byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{created.ID})
	w.check(err)
	run := byID[created.ID]
	if run.Status != runs.Succeeded || run.Applied || run.StartedAt == nil || run.FinishedAt == nil || *run.TargetFitness != 60.5 {
		t.Errorf("%+v", run)
	}
	certificate, err := run.Certificate()
	w.check(err)
	got, _ := json.Marshal([]any{run.Proposal, run.Changes, certificate})
	want, _ := json.Marshal([]any{outcome.Proposal, outcome.Changes, outcome.Certificate})
	if string(got) != string(want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if run.Proposal[0].AthleteID != athlete.ID || run.Changes[0].AthleteID != athlete.ID {
		t.Error("the run is not stamped with its athlete")
	}
}

// What was used stays with the run whoever writes last, and counts on the day on which the run was taken up.
func TestTokensAreKeptAndSummed(t *testing.T) {
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	created := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	used := runs.Consulted{
		ModelInfo: runs.ModelInfo{Name: "model-1", PromptVersion: "p1"}, Usage: runs.Usage{Requests: 2, InputTokens: 700, OutputTokens: 50},
	}
	w.check(w.db.Record(w.ctx, lease, runs.Recorded{Progress: json.RawMessage(`1`), Consulted: used}))
	w.check(w.db.Record(w.ctx, lease, runs.Recorded{}, &runs.StageStarted{EventHead: head("x")}))
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Failed}, nil, &runs.RunFailed{EventHead: head("f"), Code: "INTERNAL"}))
	byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{created.ID})
	w.check(err)
	run := byID[created.ID]
	if run.Consulted != used || *run.Model() != "model-1" || *run.PromptVersion() != "p1" || run.InputTokens() != 700 || run.OutputTokens() != 50 {
		t.Errorf("%+v", run.Consulted)
	}
	at := *run.StartedAt
	for _, c := range []struct {
		athlete     training.UserID
		from, until time.Time
		want        int
	}{
		{athlete.ID, at, at.Add(time.Hour), 750}, {athlete.ID, at.Add(-time.Hour), at, 0}, {athlete.ID, at.Add(time.Second), at.Add(time.Hour), 0},
		{other.ID, at.Add(-time.Hour), at.Add(time.Hour), 0},
	} {
		if got, err := w.db.TokensUsed(w.ctx, c.athlete, c.from, c.until); err != nil || got != c.want {
			t.Errorf("%v to %v: %d, %v, want %d", c.from, c.until, got, err, c.want)
		}
	}
}

func head(message string) runs.EventHead {
	return runs.EventHead{Stage: runs.Commit, At: today.Midnight(), Message: message}
}

func TestCancelQueuedRun(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	created := w.run(athlete, athlete, nil)
	for range 2 {
		run, err := w.db.CancelRun(w.ctx, coach.ID, created.ID)
		w.check(err)
		if run.Status != runs.Cancelled || run.FinishedAt == nil {
			t.Errorf("%+v", run)
		}
	}
	events, err := eventsOf(w.ctx, w.db, athlete.ID, created.ID)
	w.check(err)
	if cancelled, ok := events[0].(*runs.RunCancelled); len(events) != 1 || !ok || cancelled.By != coach.ID || cancelled.Sequence != 1 {
		t.Errorf("%+v", events)
	}
}

func TestCancelRunningRun(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	created := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	run, err := w.db.CancelRun(w.ctx, athlete.ID, created.ID)
	w.check(err)
	if run.Status != runs.Running {
		t.Errorf("the run is %s", run.Status)
	}
	if err := w.db.Heartbeat(w.ctx, lease); !errors.Is(err, runs.ErrCancelRequested) {
		t.Errorf("heartbeat: %v", err)
	}
	if err := w.db.Record(w.ctx, lease, runs.Recorded{Progress: json.RawMessage(`1`)}, &runs.StageStarted{EventHead: head("x")}); !errors.Is(err, runs.ErrCancelRequested) {
		t.Errorf("record: %v", err)
	}
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Cancelled}, nil, &runs.RunCancelled{EventHead: head("cancelled")}))
	events, err := eventsOf(w.ctx, w.db, athlete.ID, created.ID)
	w.check(err)
	if len(events) != 1 || events[0].(*runs.RunCancelled).By != athlete.ID {
		t.Errorf("%+v", events)
	}
	other := w.run(athlete, athlete, nil)
	_, _, lease = w.claim()
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Failed}, nil, &runs.RunFailed{EventHead: head("f"), Code: "INFEASIBLE"}))
	_, err = w.db.CancelRun(w.ctx, athlete.ID, other.ID)
	w.conflicts("cancel a failed run", err)
}

// applied is a run whose plan a worker has put onto the calendar: it moves one session, removes one and adds one.
func (w *world) applied(athlete training.User) (run runs.Run, moved, removed, added training.PlannedSession) {
	w.Helper()
	workout := w.workout(athlete, easyRun("Run"))
	moved = w.session(athlete, workout.ID, today.AddDays(1), 420)
	removed = w.session(athlete, workout.ID, today.AddDays(2), 420)
	run = w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	after := moved
	after.Date = today.AddDays(3)
	added = training.PlannedSession{
		ID: training.SessionID(uuid.NewString()), AthleteID: athlete.ID, Date: today.AddDays(4), Start: 500, WorkoutID: workout.ID,
		Status: training.Planned, Key: true, Rationale: pointer("because"), RunID: run.ID,
	}
	calendar := &runs.Calendar{
		Revision: w.revision(athlete), Save: []training.PlannedSession{after, added}, Remove: []training.SessionID{removed.ID},
	}
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: calendar.Revision}
	w.check(w.db.Finish(w.ctx, lease, outcome, calendar, &runs.RunSucceeded{EventHead: head("done"), Applied: true}))
	return run, moved, removed, added
}

func (w *world) dates(athlete training.User) map[training.SessionID]training.Date {
	w.Helper()
	dates := map[training.SessionID]training.Date{}
	for _, s := range w.snapshot(athlete).Sessions {
		dates[s.ID] = s.Date
	}
	return dates
}

func TestFinishWritesAndRevertTakesBack(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	run, moved, removed, added := w.applied(athlete)
	got := w.dates(athlete)
	if len(got) != 2 || got[moved.ID] != today.AddDays(3) || got[added.ID] != today.AddDays(4) {
		t.Fatalf("after the run: %v", got)
	}
	reverted, err := w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.check(err)
	got = w.dates(athlete)
	if reverted.Applied || len(got) != 2 || got[moved.ID] != moved.Date || got[removed.ID] != removed.Date {
		t.Errorf("after taking it back: %v, %+v", got, reverted)
	}
	_, err = w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.conflicts("take back twice", err)
}

// A plan stands while one of its sessions does: with the plan that it has them of it is taken off, and put on again, and so it is with the one that takes their place.
func TestPlansOfTheSameSessionsStandTogether(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	var ids []training.SessionID
	propose := func(remove []training.SessionID, existing bool) (training.RunID, training.SessionID) {
		run := w.run(athlete, athlete, nil)
		_, _, lease := w.claim()
		calendar := &runs.Calendar{Revision: w.revision(athlete), Remove: remove}
		p := runs.ProposedSession{ID: training.SessionID(uuid.NewString()), Date: today.AddDays(2), Start: 420, WorkoutID: workout.ID, Rationale: "because"}
		if p.Existing = existing; existing {
			p.ID = ids[0]
		} else {
			calendar.Save = []training.PlannedSession{{ID: p.ID, AthleteID: athlete.ID, Date: p.Date, Start: p.Start, WorkoutID: workout.ID, Status: training.Planned, Rationale: &p.Rationale, RunID: run.ID}}
		}
		ids = append(ids, p.ID)
		outcome := runs.Outcome{Status: runs.Succeeded, Revision: calendar.Revision, Proposal: []runs.ProposedSession{p}}
		w.check(w.db.Finish(w.ctx, lease, outcome, calendar, &runs.RunSucceeded{EventHead: head("done"), Applied: true}))
		return run.ID, p.ID
	}
	stand := func(what string, all map[training.RunID]bool) {
		t.Helper()
		for id, want := range all {
			list, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{id})
			w.check(err)
			if run := list[id]; run.Applied != want {
				t.Errorf("%s: a plan stands: %t", what, run.Applied)
			}
		}
	}
	first, session := propose(nil, false)
	twin, _ := propose(nil, true)
	stand("put on", map[training.RunID]bool{first: true, twin: true})
	other, _ := propose([]training.SessionID{session}, false)
	stand("in their place is another", map[training.RunID]bool{first: false, twin: false, other: true})
	second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil))
	stand("that one is undone", map[training.RunID]bool{first: true, twin: true, other: false})
	_, err := w.db.RevertRun(w.ctx, athlete.ID, first)
	w.check(err)
	stand("the first is taken off", map[training.RunID]bool{first: false, twin: false, other: false})
	_, err = w.db.ApplyRun(w.ctx, athlete.ID, twin, 1)
	if w.conflicts("put the twin on", err); err == nil || !strings.Contains(err.Error(), "has changed since the plan was made") {
		t.Errorf("%v", err)
	}
	second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil))
	stand("and put back", map[training.RunID]bool{first: true, twin: true, other: false})
}

func TestRevertSaysWhatMoved(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	run, moved, _, added := w.applied(athlete)
	_, err := w.db.LockSession(w.ctx, athlete.ID, moved.ID, pointer(training.LockDay))
	w.check(err)
	_, err = w.db.MoveSession(w.ctx, athlete.ID, added.ID, today.AddDays(9), nil)
	w.check(err)
	before := w.dates(athlete)
	_, err = w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.conflicts("take back", err)
	for _, part := range []string{"locked", "moved to 2026-12-04 at 08:20"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%v does not say %q", err, part)
		}
	}
	if after := w.dates(athlete); after[added.ID] != before[added.ID] || len(after) != len(before) {
		t.Errorf("the calendar changed: %v", after)
	}
}

func TestFinishOnAMovedCalendarWritesNothing(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	revision := w.revision(athlete)
	w.session(athlete, workout.ID, today, 420)
	calendar := &runs.Calendar{Revision: revision, Save: []training.PlannedSession{{
		ID: training.SessionID(uuid.NewString()), Date: today, Start: 600, WorkoutID: workout.ID, Status: training.Planned, RunID: run.ID,
	}}}
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: revision}
	err := w.db.Finish(w.ctx, lease, outcome, calendar, &runs.RunSucceeded{EventHead: head("done")})
	if !errors.Is(err, runs.ErrCalendarMoved) {
		t.Errorf("got %v", err)
	}
	if n := len(w.dates(athlete)); n != 1 || w.count("SELECT count(*) FROM plan_events") != 0 {
		t.Errorf("%d sessions, %d events", n, w.count("SELECT count(*) FROM plan_events"))
	}
	w.check(w.db.Heartbeat(w.ctx, lease))
}

func TestS95NoPlanChangesWhatIsLocked(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	locked, free := w.session(athlete, workout.ID, today, 420), w.session(athlete, workout.ID, today.AddDays(1), 420)
	_, err := w.db.LockSession(w.ctx, athlete.ID, locked.ID, pointer(training.LockEverything))
	w.check(err)
	w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, free.Date, true))
	w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	for _, id := range []training.SessionID{locked.ID, free.ID} {
		calendar := &runs.Calendar{Revision: w.revision(athlete), Remove: []training.SessionID{id}}
		err := w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Succeeded, Revision: calendar.Revision}, calendar)
		w.conflicts("a plan that removes it", err)
	}
	if n := len(w.dates(athlete)); n != 2 {
		t.Errorf("%d sessions are left", n)
	}
}

func TestApplyProposal(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	kept := w.session(athlete, workout.ID, today.AddDays(1), 420)
	locked := w.session(athlete, workout.ID, today.AddDays(2), 420)
	_, err := w.db.LockSession(w.ctx, athlete.ID, locked.ID, pointer(training.LockContent))
	w.check(err)
	dropped := w.session(athlete, workout.ID, today.AddDays(3), 420)
	outside := w.session(athlete, workout.ID, today.AddDays(20), 420)
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	added := training.SessionID(uuid.NewString())
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: w.revision(athlete), Proposal: []runs.ProposedSession{
		{ID: kept.ID, Existing: true, Date: today.AddDays(5), Start: 430, WorkoutID: workout.ID, Rationale: "later"},
		{ID: added, Date: today.AddDays(6), Start: 440, WorkoutID: workout.ID, Key: true, Rationale: "new"},
	}}
	w.check(w.db.Finish(w.ctx, lease, outcome, nil, &runs.RunSucceeded{EventHead: head("done")}))
	applied, err := w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)
	w.check(err)
	sessions, err := w.db.SessionsByID(w.ctx, athlete.ID, []training.SessionID{kept.ID, locked.ID, dropped.ID, outside.ID, added})
	w.check(err)
	if _, there := sessions[dropped.ID]; !applied.Applied || there || len(sessions) != 4 || sessions[kept.ID].Date != today.AddDays(5) ||
		!sessions[added].Key || sessions[added].RunID != run.ID || *sessions[added].Rationale != "new" {
		t.Errorf("%+v", sessions)
	}
	_, err = w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)
	w.conflicts("apply twice", err)
	_, err = w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.check(err)
	if dates := w.dates(athlete); dates[dropped.ID] != dropped.Date || dates[kept.ID] != kept.Date || len(dates) != 3 {
		t.Errorf("after taking it back: %v", dates)
	}
	_, err = w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)
	w.check(err) // all is as it was
	_, err = w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.check(err)
	_, err = w.db.LockSession(w.ctx, athlete.ID, kept.ID, pointer(training.LockContent))
	w.check(err)
	_, err = w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)
	w.conflicts("apply on a calendar that has moved", err)
}

// Of several fortnights the athlete applies one, and the run says which.
func TestApplyOneOfSeveral(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	run, err := w.db.CreateRun(w.ctx, runs.Request{
		AthleteID: athlete.ID, RequestedBy: athlete.ID, From: today, Days: 14, Engine: runs.Solver, Candidates: 2,
	})
	w.check(err)
	_, err = w.db.CreateRun(w.ctx, runs.Request{
		AthleteID: athlete.ID, RequestedBy: athlete.ID, From: today, Days: 14, Engine: runs.Solver, Candidates: 4,
	})
	w.refused("four candidates", "candidates", err)
	claimed, _, lease := w.claim()
	if run.Candidates != 2 || claimed.Candidates != 2 {
		t.Errorf("asked for %d, claimed with %d", run.Candidates, claimed.Candidates)
	}
	on := func(day int) []runs.ProposedSession {
		return []runs.ProposedSession{{ID: training.SessionID(uuid.NewString()), Date: today.AddDays(day), Start: 440, WorkoutID: workout.ID}}
	}
	first, second := on(3), on(4)
	terms := []solver.Term{{Kind: solver.TermRule, RuleID: "LD-3", Cost: 4}, {Kind: solver.TermMinutes, Cost: 2.5}}
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: w.revision(athlete), Proposal: first, Ways: []runs.Candidate{
		{Terms: terms}, {Terms: terms[:1], Sessions: second, Certificate: &rules.Certificate{Hash: "second"}, Difference: "Less time."},
	}}
	w.check(w.db.Finish(w.ctx, lease, outcome, nil, &runs.RunSucceeded{EventHead: head("done"), Certificate: rules.Certificate{Hash: "first"}}))
	_, err = w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 3)
	w.refused("the third of two", "candidate", err)
	applied, err := w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 2)
	w.check(err)
	if applied.Chosen == nil || *applied.Chosen != 2 || w.dates(athlete)[second[0].ID] != second[0].Date || len(w.dates(athlete)) != 1 {
		t.Errorf("chosen %v, on the calendar %v", applied.Chosen, w.dates(athlete))
	}
	byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{run.ID})
	w.check(err)
	read := byID[run.ID]
	ways, err := read.Ways()
	w.check(err)
	if len(ways) != 2 || ways[0].Sessions[0].ID != first[0].ID || ways[0].Certificate.Hash != "first" ||
		ways[1].Certificate.Hash != "second" || ways[1].Difference != "Less time." || !reflect.DeepEqual(ways[0].Terms, terms) ||
		ways[1].Sessions[0].AthleteID != athlete.ID {
		t.Errorf("%+v", ways)
	}
	reverted, err := w.db.RevertRun(w.ctx, athlete.ID, run.ID)
	w.check(err)
	if reverted.Chosen != nil || len(w.dates(athlete)) != 0 {
		t.Errorf("taken back, and %v is chosen: %v", reverted.Chosen, w.dates(athlete))
	}
}

func TestRunsArePagedNewestFirst(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	var want []training.RunID
	for range 5 {
		want = append([]training.RunID{w.run(athlete, athlete, nil).ID}, want...)
		w.clock.Add(1)
	}
	page, err := w.db.Runs(w.ctx, athlete.ID, athlete.ID, 3, "")
	w.check(err)
	rest, err := w.db.Runs(w.ctx, athlete.ID, athlete.ID, 3, page.Cursors[2])
	w.check(err)
	if !page.HasNext || rest.HasNext || len(rest.Items) != 2 {
		t.Fatalf("%v, %v, %d", page.HasNext, rest.HasNext, len(rest.Items))
	}
	for i, run := range append(page.Items, rest.Items...) {
		if run.ID != want[i] {
			t.Errorf("place %d: %s", i, run.ID)
		}
	}
}

// TestTooManyEvents: a run that has as many events as it may have gets no more, and nothing else is recorded with them.
func TestTooManyEvents(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	w.exec("UPDATE plan_runs SET event_count = 19999")
	started := &runs.StageStarted{EventHead: head("begins"), Attempt: 1}
	if err := w.db.Record(w.ctx, lease, runs.Recorded{Progress: []byte(`{}`)}, started, started); err == nil {
		t.Error("two more are recorded")
	}
	if err := w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Cancelled}, nil, started, &runs.RunCancelled{EventHead: head("c")}); err == nil {
		t.Error("two more end the run")
	}
	if n := w.count("SELECT count(*) FROM plan_events") + w.count("SELECT count(*) FROM plan_runs WHERE progress IS NOT NULL OR status <> 'RUNNING'"); n != 0 {
		t.Errorf("%d rows are written", n)
	}
	w.check(w.finish(lease))
}
