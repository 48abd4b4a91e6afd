package stage

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules"
	"fortnight/training"
)

// Changes tell what the plan does to each slot, and what that rests on: what stays and what moves first, then by day what goes against what
// comes, in the same sport where there is one. What was skipped is no part of it.
func Changes(f *state.Fortnight) []runs.Change {
	inDraft := map[training.SessionID]*runs.ProposedSession{}
	for i := range f.Draft {
		inDraft[f.Draft[i].ID] = &f.Draft[i]
	}
	var gone []training.Session
	changes := []runs.Change{}
	for i := range f.Snapshot.Sessions {
		s := &f.Snapshot.Sessions[i]
		if !f.InDays(s) || state.Skipped(s) {
			continue
		}
		p, stays := inDraft[s.ID]
		switch {
		case !stays && !f.Fixed(s):
			gone = append(gone, *s)
		case stays && (p.Date != s.Date || p.Start != s.Start):
			changes = append(changes, moved(f, s, p))
		default:
			changes = append(changes, runs.Change{Kind: runs.Kept, Date: s.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: keptMessage(&f.Horizon, s)})
		}
	}
	for i := range f.Draft {
		if p := &f.Draft[i]; !p.Existing {
			changes = append(changes, comes(f, p, &gone))
		}
	}
	for i := range gone {
		s := &gone[i]
		changes = append(changes, runs.Change{Kind: runs.Removed, Date: s.Date, Before: s.WorkoutID, Reason: whyGone(f, s, "")})
	}
	return changes[:min(len(changes), 2*rules.MaxDays*12)]
}

func moved(f *state.Fortnight, s *training.Session, p *runs.ProposedSession) runs.Change {
	reason := p.Rationale // of a repair's move: what it rests on
	if p.Made != "" {
		reason = whyGone(f, s, s.ID) + " " + p.Rationale
	}
	return runs.Change{Kind: runs.Moved, Date: p.Date, Before: s.WorkoutID, After: s.WorkoutID, Reason: reason}
}

// comes is a new session, in the place of one of its day that goes where there is one.
func comes(f *state.Fortnight, p *runs.ProposedSession, gone *[]training.Session) runs.Change {
	change := runs.Change{Kind: runs.Added, Date: p.Date, After: p.WorkoutID, Reason: p.Rationale}
	at := slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date && s.Sport == f.Workouts[p.WorkoutID].Sport })
	if at < 0 {
		at = slices.IndexFunc(*gone, func(s training.Session) bool { return s.Date == p.Date })
	}
	if at >= 0 {
		was := (*gone)[at]
		change.Kind, change.Before, change.Reason = runs.Replaced, was.WorkoutID, whyGone(f, &was, p.ID)+" "+p.Rationale
		*gone = slices.Delete(*gone, at, at+1)
	}
	return change
}

// maxNotKept is how many sessions are named that could not be kept.
const maxNotKept = 5

// notKept names the sessions that a request to keep what is planned did not keep, since they may not be; empty where there are none.
func notKept(f *state.Fortnight) string {
	if !f.Run.KeepPlanned {
		return ""
	}
	var named []string
	stands := func(s *training.Session) bool { // as the plan has chosen it again
		return slices.ContainsFunc(f.Draft, func(p runs.ProposedSession) bool { return p.ID == s.ID && p.Date == s.Date && p.Start == s.Start })
	}
	for _, s := range f.Some(func(s *training.Session) bool { return !f.Fixed(s) && slices.Contains(f.Forbidden, s.ID) && !stands(s) }) {
		if len(named) == maxNotKept {
			named = append(named, "and more")
			break
		}
		name := fmt.Sprintf("%s on %s", s.Title, prose.Day(s.Date))
		if because, why := f.Against(&s); because != "" {
			name += fmt.Sprintf(" (%s: %s)", because, why)
		} else if event := f.Outdated(&s); event != "" {
			name += fmt.Sprintf(" (too near to %s)", event)
		}
		named = append(named, name)
	}
	if len(named) == 0 {
		return ""
	}
	return " Not kept, as it may not be done: " + prose.Clip(strings.Join(named, ", "), runs.MaxMessageRunes/4) + "."
}

// Unmet says at the end what the open gates do and advise, which wishes were not met and why, and which words were not understood.
func Unmet(f *state.Fortnight) string {
	message := ""
	for _, h := range Heard(f) {
		if !h.Met && len(message) < runs.MaxMessageRunes/2 {
			message += fmt.Sprintf(" Not met: %s. %s", h.Wish, h.Reason)
		}
	}
	message += notKept(f)
	if len(f.NotUnderstood) > 0 {
		message += " Not understood: " + prose.Clip(inQuotes(f.NotUnderstood), runs.MaxMessageRunes/2) + "."
	}
	return advice(f) + keptAllTheSame(f) + message
}
