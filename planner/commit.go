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

// countOf is a number of sessions in words.
func countOf(sessions int) string {
	if sessions == 1 {
		return "1 session"
	}
	return fmt.Sprintf("%d sessions", sessions)
}

// changes tell what the plan does to each slot, and what that rests on: what stays and what moves first, then by day what goes against what
// comes, in the same sport where there is one. What was skipped is no part of it.
func changes(f *fortnight) []Change {
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
			changes = append(changes, moved(f, s, p))
		default:
			changes = append(changes, Change{Kind: Kept, Date: s.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: keptMessage(s)})
		}
	}
	for i := range f.Draft {
		if p := &f.Draft[i]; !p.Existing {
			changes = append(changes, comes(f, p, &gone))
		}
	}
	for i := range gone {
		s := &gone[i]
		changes = append(changes, Change{Kind: Removed, Date: s.Date, Before: s.WorkoutID, Reason: whyGone(f, s, "")})
	}
	return changes[:min(len(changes), 2*rules.MaxDays*12)]
}

func moved(f *fortnight, s *training.Session, p *ProposedSession) Change {
	reason := p.Rationale // of a repair's move: what it rests on
	if p.Made != "" {
		reason = whyGone(f, s, s.ID) + " " + p.Rationale
	}
	return Change{Kind: Moved, Date: p.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: reason}
}

// comes is a new session, in the place of one of its day that goes where there is one.
func comes(f *fortnight, p *ProposedSession, gone *[]training.Session) Change {
	change := Change{Kind: Added, Date: p.Date, After: p.WorkoutID, Reason: p.Rationale}
	at := slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date && s.Sport == f.workouts[p.WorkoutID].Sport })
	if at < 0 {
		at = slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date })
	}
	if at >= 0 {
		was := (*gone)[at]
		change.Kind, change.Before, change.Reason = Replaced, was.WorkoutID, whyGone(f, &was, p.ID)+" "+p.Rationale
		*gone = slices.Delete(*gone, at, at+1)
	}
	return change
}

// unmet says at the end what the open gates do and advise, which wishes for something were not met and which words not understood, and sends
// whoever is unwell to a physician.
func unmet(f *fortnight) string {
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
	return advice(f) + message
}
