package planner

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// CalendarOf is what applying a proposal does to a calendar: its sessions are saved unless they stand there already as they are, and
// what is planned on its days, not fixed and not in the proposal, is taken away.
func CalendarOf(run Run, proposal []ProposedSession, snapshot Snapshot, revision int) *Calendar {
	h := horizon{run: run, snapshot: snapshot}
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
		if s := &snapshot.Sessions[i]; h.inDays(s) && !h.fixed(s) && !stays[s.ID] {
			calendar.Remove = append(calendar.Remove, s.ID)
		}
	}
	return calendar
}

// countOf is a number of sessions in words.
func countOf(sessions int) string {
	if sessions == 1 {
		return "1 session"
	}
	return fmt.Sprintf("%d sessions", sessions)
}

// changes tell what the plan does to each slot, and what that rests on: what stays and what moves first, then by day what goes against what
// comes, in the same sport where there is one. What was skipped is no part of it.
func (f *fortnight) changes() []Change {
	inDraft := map[training.SessionID]*ProposedSession{}
	for i := range f.Draft {
		inDraft[f.Draft[i].ID] = &f.Draft[i]
	}
	var gone []training.Session
	changes := []Change{}
	for i := range f.snapshot.Sessions {
		s := &f.snapshot.Sessions[i]
		if !f.inDays(s) || skipped(s) {
			continue
		}
		p, stays := inDraft[s.ID]
		switch {
		case !stays && !f.fixed(s):
			gone = append(gone, *s)
		case stays && (p.Date != s.Date || p.Start != s.Start):
			changes = append(changes, f.moved(s, p))
		default:
			changes = append(changes, Change{Kind: Kept, Date: s.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: keptMessage(s)})
		}
	}
	for i := range f.Draft {
		if p := &f.Draft[i]; !p.Existing {
			changes = append(changes, f.comes(p, &gone))
		}
	}
	for i := range gone {
		s := &gone[i]
		changes = append(changes, Change{Kind: Removed, Date: s.Date, Before: s.WorkoutID, Reason: f.whyGone(s, "")})
	}
	return changes[:min(len(changes), 2*rules.MaxDays*12)]
}

func (f *fortnight) moved(s *training.Session, p *ProposedSession) Change {
	reason := p.Rationale // of a repair's move: what it rests on
	if p.Made != "" {
		reason = f.whyGone(s, s.ID) + " " + p.Rationale
	}
	return Change{Kind: Moved, Date: p.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: reason}
}

// comes is a new session, in the place of one of its day that goes where there is one.
func (f *fortnight) comes(p *ProposedSession, gone *[]training.Session) Change {
	change := Change{Kind: Added, Date: p.Date, After: p.WorkoutID, Reason: p.Rationale}
	at := slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date && s.Sport == f.workouts[p.WorkoutID].Sport })
	if at < 0 {
		at = slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date })
	}
	if at >= 0 {
		was := (*gone)[at]
		change.Kind, change.Before, change.Reason = Replaced, was.WorkoutID, f.whyGone(&was, p.ID)+" "+p.Rationale
		*gone = slices.Delete(*gone, at, at+1)
	}
	return change
}

// unmet says at the end what the open gates do and advise, which wishes for something were not met and which words not understood, and sends
// whoever is unwell to a physician.
func (f *fortnight) unmet() string {
	message, sessions := "", f.sessions()
	for _, w := range f.Wishes {
		served := slices.ContainsFunc(sessions, func(s training.Session) bool {
			return w.Serves(s.Date, f.workouts.Of(&s))
		})
		if w.Kind == wish.Prefer && !served && len(message) < maxMessageRunes/2 {
			message += fmt.Sprintf(" Not met: %s.", w)
		}
	}
	if len(f.NotUnderstood) > 0 {
		message += " Not understood: “" + prose.Clip(strings.Join(f.NotUnderstood, "”, “"), maxMessageRunes/2) + "”."
	}
	if f.Wishes.Unwell() {
		message += " Symptoms as you write of them are not for a plan to judge: ask a physician before you train again."
	}
	return f.advice() + message
}
