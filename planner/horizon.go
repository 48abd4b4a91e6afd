package planner

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"fortnight/rules"
	"fortnight/training"
)

// horizon is the days that a request asks for and all that is known of them and of the athlete when planning begins. Nothing in it changes
// while the days are planned.
type horizon struct {
	run      Run
	snapshot Snapshot
}

// inDays tells whether a session stands on one of the days that are planned.
func (h *horizon) inDays(s *training.Session) bool {
	return s.Date >= h.run.From && s.Date < h.run.From.AddDays(h.run.Days)
}

// fixed tells whether no planner may touch a session: it is done, locked, before today, or on a locked day. A lock of any scope is kept
// whole: what it leaves open is the athlete's to change.
func (h *horizon) fixed(s *training.Session) bool {
	return s.Status != training.Planned || s.Lock != nil || s.Date < h.snapshot.Today || slices.Contains(h.snapshot.LockedDays, s.Date)
}

// skipped tells whether a session was given up: it stays on the calendar as it is and is no part of any plan.
func skipped(s *training.Session) bool { return s.Status == training.Skipped }

// locked are the sessions of the planned days that stay whatever is proposed.
func (h *horizon) locked() []training.Session {
	return h.some(func(s *training.Session) bool { return h.fixed(s) && !skipped(s) })
}

// kept are the locked ones and, where the request asks for it, all that is planned.
func (h *horizon) kept() []training.Session {
	return h.some(func(s *training.Session) bool { return (h.fixed(s) || h.run.KeepPlanned) && !skipped(s) })
}

// gaveUp tells whether a session of a planned day was skipped: the day takes nothing new in its place.
func (h *horizon) gaveUp(date training.Date) bool {
	return len(h.some(func(s *training.Session) bool { return skipped(s) && s.Date == date })) > 0
}

func (h *horizon) some(want func(*training.Session) bool) []training.Session {
	var list []training.Session
	for i := range h.snapshot.Sessions {
		if s := &h.snapshot.Sessions[i]; h.inDays(s) && want(s) {
			list = append(list, *s)
		}
	}
	return list
}

// input is what the rules look at with these sessions on the planned days, beside those that were skipped.
func (h *horizon) input(sessions []training.Session) rules.Input {
	in := h.snapshot.RulesInput(h.run.From, h.run.Days)
	in.TargetFitness = h.run.TargetFitness
	in.Sessions = nil
	for _, s := range h.snapshot.Sessions {
		if !h.inDays(&s) || skipped(&s) {
			in.Sessions = append(in.Sessions, s)
		}
	}
	in.Sessions = append(in.Sessions, sessions...)
	return in
}

// whole is what the rules look at when nothing is added to these sessions any more.
func (h *horizon) whole(sessions []training.Session) rules.Input {
	in := h.input(sessions)
	in.Complete = true
	if last, any := h.lastKept(); any {
		in.FullUntil = last
	}
	return in
}

// lastKept is the day up to which a request to keep what is planned leaves the days as they are, and whether there is one.
func (h *horizon) lastKept() (last training.Date, any bool) {
	if !h.run.KeepPlanned {
		return 0, false
	}
	for _, s := range h.kept() {
		if s.Status == training.Planned {
			last, any = max(last, s.Date), true
		}
	}
	return last, any
}

// standing are the sessions of the calendar by id.
func (h *horizon) standing() map[training.SessionID]*training.Session {
	standing := make(map[training.SessionID]*training.Session, len(h.snapshot.Sessions))
	for i := range h.snapshot.Sessions {
		standing[h.snapshot.Sessions[i].ID] = &h.snapshot.Sessions[i]
	}
	return standing
}

// newID is the same for the same run, day, place on it and workout, so that a run that is resumed proposes the same sessions.
func (h *horizon) newID(date training.Date, second bool, w training.WorkoutID) training.SessionID {
	name := fmt.Sprintf("%s %s %t %s", h.run.ID, date, second, w)
	return training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String())
}

func sortSessions(list []training.Session) {
	slices.SortStableFunc(list, func(a, b training.Session) int {
		if a.Date != b.Date {
			return int(a.Date - b.Date)
		}
		return int(a.Start) - int(b.Start)
	})
}
