package planner

import (
	"context"
	"fmt"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// commit writes the plan to the calendar in the transaction that ends the run, or ends it with a proposal where that was asked for.
func (j *journey) commit(ctx context.Context) error {
	began := j.planner.Now()
	started := &StageStarted{EventHead: j.head(Commit, stageNames[Commit]+" begins."), Attempt: j.state.Attempt}
	if err := j.record(ctx, started); err != nil {
		return err
	}
	if err := j.load(ctx); err != nil {
		return err
	}
	plan, changes := j.plan(), j.changes()
	outcome := Outcome{
		Status: Succeeded, Proposal: j.state.Draft, Changes: changes, Certificate: j.state.Certificate, Revision: j.state.Revision,
		Consulted: j.state.Consulted,
	}
	message := fmt.Sprintf("The proposal is ready: %d sessions to add, %d to take away.", len(plan.Save), len(plan.Remove))
	if j.run.Apply {
		message = fmt.Sprintf("The plan stands on the calendar: %d sessions added, %d taken away.", len(plan.Save), len(plan.Remove))
	}
	message += j.unmet()
	events := []Event{
		&StageFinished{
			EventHead: j.head(Commit, stageNames[Commit]+" is done."), Attempt: j.state.Attempt,
			DurationMilliseconds: int(j.planner.Now().Sub(began).Milliseconds()),
		},
		&RunSucceeded{EventHead: j.head(Commit, message), Certificate: *j.state.Certificate, Applied: j.run.Apply},
	}
	if !j.run.Apply {
		plan = nil
	}
	return j.planner.Store.Finish(ctx, j.lease, outcome, plan, events...)
}

// plan is what the calendar must become: what is new or moved is saved, what is planned and not kept is taken away.
func (j *journey) plan() *Calendar {
	return CalendarOf(j.run, j.state.Draft, j.snapshot, j.state.Revision)
}

// CalendarOf is what applying a proposal does to a calendar: its sessions are saved unless they stand there already as they are, and
// what is planned on its days, not fixed and not in the proposal, is taken away.
func CalendarOf(run Run, proposal []ProposedSession, snapshot Snapshot, revision int) *Calendar {
	j := journey{run: run, snapshot: snapshot}
	standing := map[training.SessionID]*training.Session{}
	for i := range snapshot.Sessions {
		standing[snapshot.Sessions[i].ID] = &snapshot.Sessions[i]
	}
	calendar := &Calendar{Revision: revision}
	stays := map[training.SessionID]bool{}
	for _, p := range proposal {
		stays[p.ID] = true
		old, there := standing[p.ID]
		switch {
		case !there:
			calendar.Save = append(calendar.Save, training.PlannedSession{
				ID: p.ID, AthleteID: run.AthleteID, Date: p.Date, Start: p.Start, WorkoutID: p.WorkoutID, Status: training.Planned, Key: p.Key,
				Rationale: &p.Rationale, RunID: run.ID,
			})
		case old.Date != p.Date || old.Start != p.Start:
			moved := old.PlannedSession
			moved.Date, moved.Start = p.Date, p.Start
			calendar.Save = append(calendar.Save, moved)
		}
	}
	for i := range snapshot.Sessions {
		if s := &snapshot.Sessions[i]; j.inDays(s) && !j.fixed(s) && !stays[s.ID] {
			calendar.Remove = append(calendar.Remove, s.ID)
		}
	}
	return calendar
}

// changes tell what the plan does to each slot, and what that rests on: what stays and what moves first, then by day what goes against what
// comes, in the same sport where there is one. What was skipped is no part of it.
func (j *journey) changes() []Change {
	inDraft := map[training.SessionID]*ProposedSession{}
	for i := range j.state.Draft {
		inDraft[j.state.Draft[i].ID] = &j.state.Draft[i]
	}
	var gone []training.Session
	changes := []Change{}
	for i := range j.snapshot.Sessions {
		s := &j.snapshot.Sessions[i]
		if !j.inDays(s) || skipped(s) {
			continue
		}
		p, stays := inDraft[s.ID]
		switch {
		case !stays && !j.fixed(s):
			gone = append(gone, *s)
		case stays && (p.Date != s.Date || p.Start != s.Start):
			changes = append(changes, j.moved(s, p))
		default:
			changes = append(changes, Change{Kind: Kept, Date: s.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: keptMessage(s)})
		}
	}
	for i := range j.state.Draft {
		if p := &j.state.Draft[i]; !p.Existing {
			changes = append(changes, j.comes(p, &gone))
		}
	}
	for i := range gone {
		s := &gone[i]
		changes = append(changes, Change{Kind: Removed, Date: s.Date, Before: s.WorkoutID, Reason: j.whyGone(s, "")})
	}
	return changes[:min(len(changes), 2*rules.MaxDays*12)]
}

func (j *journey) moved(s *training.Session, p *ProposedSession) Change {
	reason := p.Rationale // of a repair's move: what it rests on
	if p.Made != "" {
		reason = j.whyGone(s, s.ID) + " " + p.Rationale
	}
	return Change{Kind: Moved, Date: p.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: reason}
}

// comes is a new session, in the place of one of its day that goes where there is one.
func (j *journey) comes(p *ProposedSession, gone *[]training.Session) Change {
	change := Change{Kind: Added, Date: p.Date, After: p.WorkoutID, Reason: p.Rationale}
	at := slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date && s.Sport == j.workouts[p.WorkoutID].Sport })
	if at < 0 {
		at = slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date })
	}
	if at >= 0 {
		was := (*gone)[at]
		change.Kind, change.Before, change.Reason = Replaced, was.WorkoutID, j.whyGone(&was, p.ID)+" "+p.Rationale
		*gone = slices.Delete(*gone, at, at+1)
	}
	return change
}
