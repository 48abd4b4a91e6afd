package state

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"fortnight/brief"
	"fortnight/gate"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// Horizon is the days that a request asks for and all that is known of them and of the athlete when planning begins. Nothing in it changes
// while the days are planned.
type Horizon struct {
	Run      runs.Run
	Snapshot runs.Snapshot
	End      <-chan struct{} // of the context: closed when nobody wants the plan any more

	// Begun are the sessions of today that stay since their time has come, as [Horizon.Settle] finds them.
	Begun []training.SessionID
	// Forbidden are the sessions of the planned days that no plan keeps of itself, since what is known of the body, a wish, an event or a HARD rule rules
	// them out.
	Forbidden []training.SessionID

	stated *gate.Bounds // of the body, by the snapshot and the wish; nil before [Horizon.Settle]
}

// Settle finds which sessions of today stay because they begin before anything new can: whether they were done nobody has said yet, and what is
// planned from now on must leave room for them. One that breaks a HARD rule beside what is fixed, since the athlete has fallen ill or has lost
// the hours, counts as missed: a plan goes on without it.
func (h *Horizon) Settle() {
	h.Begun = nil
	h.forbid(nil)
	earliest, zone := h.Snapshot.Hours().Earliest(), h.Snapshot.Athlete.Profile.Location()
	h.stay(h.Some(func(s *training.Session) bool {
		return s.Date == h.Snapshot.Today && s.StartsAt(zone).Before(earliest) && !h.Fixed(s)
	}))
}

// Heed has the days keep to what words and wishes say of the athlete's body and hours, as [runs.Snapshot.Heed] has it: what stands today too.
func (h *Horizon) Heed(wishes wish.Wishes) {
	h.Snapshot.Heed(&h.Run.Request, wishes)
	begun := h.Some(func(s *training.Session) bool { return slices.Contains(h.Begun, s.ID) })
	h.Begun = nil
	h.forbid(wishes)
	h.stay(begun)
}

// forbid finds what is stated of the body, and which sessions that or a wish for all the days rules out.
func (h *Horizon) forbid(wishes wish.Wishes) {
	stated := h.Snapshot.Stated(brief.Words(&h.Snapshot.Athlete.Profile, wishes), h.Run.From)
	bounds := brief.RuledOut(stated, h.Snapshot.CheckIns, wishes, h.Run.From, h.Run.Days)
	h.stated, h.Forbidden = &stated, nil
	var stay []training.Session
	for _, s := range h.Some(func(s *training.Session) bool { return s.Status == training.Planned && s.Date >= h.Snapshot.Today }) {
		if !bounds.Keeps(&s, session.ID(s.Family)) || h.Run.KeepPlanned && h.Outdated(&s) != "" {
			h.Forbidden = append(h.Forbidden, s.ID)
		} else {
			stay = append(stay, s)
		}
	}
	if h.Run.KeepPlanned {
		h.forbidBroken(stay)
	}
}

// forbidBroken forbids those of the sessions that may stay which break a HARD rule beside what is fixed and the earlier ones: a race that was entered
// since, days that were lost or are done otherwise than planned, rule them out.
func (h *Horizon) forbidBroken(stay []training.Session) {
	stands := h.Locked()
	broken := h.breaks(stands)
	if all := slices.DeleteFunc(slices.Clone(stay), func(s training.Session) bool { return h.Fixed(&s) }); h.breaks(append(slices.Clone(stands), all...)) <= broken {
		return
	}
	SortSessions(stay)
	for _, s := range stay {
		if h.Fixed(&s) {
			continue
		}
		if with := append(slices.Clone(stands), s); h.breaks(with) <= broken {
			stands = with
		} else {
			h.Forbidden = append(h.Forbidden, s.ID)
		}
	}
}

// stay has those of the sessions stay that break no HARD rule beside what is fixed, the first of the day first.
func (h *Horizon) stay(begun []training.Session) {
	if len(begun) == 0 {
		return
	}
	stays := h.Locked()
	broken := h.breaks(stays)
	SortSessions(begun)
	for _, s := range begun {
		if h.breaks(append(slices.Clone(stays), s)) <= broken {
			h.Begun, stays = append(h.Begun, s.ID), append(stays, s)
		}
	}
}

// breaks is how many rows of HARD rules sessions break on the planned days.
func (h *Horizon) breaks(sessions []training.Session) int {
	in := h.Input(sessions)
	in.Workouts = map[training.WorkoutID]*rules.Identity{}
	for i := range sessions {
		s := &sessions[i]
		in.Workouts[s.WorkoutID] = &rules.Identity{Family: session.ID(s.Family), Level: s.FamilyLevel}
	}
	return rules.NewEvaluator(in).Score().Hard
}

// Stopped tells whether nobody wants the plan any more.
func (h *Horizon) Stopped() bool {
	select {
	case <-h.End:
		return true
	default:
		return false
	}
}

// InDays tells whether a session stands on one of the days that are planned.
func (h *Horizon) InDays(s *training.Session) bool {
	return s.Date >= h.Run.From && s.Date < h.Run.From.AddDays(h.Run.Days)
}

// Fixed tells whether no planner may touch a session: it is done, locked, before today, on a locked day, or its time has come. A lock of any
// scope is kept whole: what it leaves open is the athlete's to change.
func (h *Horizon) Fixed(s *training.Session) bool {
	return s.Status != training.Planned || s.Lock != nil || s.Date < h.Snapshot.Today || slices.Contains(h.Snapshot.LockedDays, s.Date) ||
		slices.Contains(h.Begun, s.ID)
}

// Skipped tells whether a session was given up: it stays on the calendar as it is and is no part of any plan.
func Skipped(s *training.Session) bool { return s.Status == training.Skipped }

// Locked are the sessions of the planned days that stay whatever is proposed.
func (h *Horizon) Locked() []training.Session {
	return h.Some(func(s *training.Session) bool { return h.Fixed(s) && !Skipped(s) })
}

// Kept are the locked ones and, where the request asks for it, all that is planned and may be.
func (h *Horizon) Kept() []training.Session {
	return h.Some(func(s *training.Session) bool {
		return (h.Fixed(s) || h.Run.KeepPlanned && !h.forbids(s)) && !Skipped(s)
	})
}

func (h *Horizon) forbids(s *training.Session) bool { return slices.Contains(h.Forbidden, s.ID) }

// Against says what of the body a session of the planned days goes against, and why; both are empty where it goes against nothing that is stated.
func (h *Horizon) Against(s *training.Session) (because, why string) {
	if h.stated == nil {
		return "", ""
	}
	return h.stated.Against(s, session.ID(s.Family))
}

// Reopened are the days of sessions that a request to keep what is planned does not keep, since they may not be: they are planned anew.
func (h *Horizon) Reopened() []training.Date {
	var list []training.Date
	if !h.Run.KeepPlanned {
		return nil
	}
	for _, s := range h.Some(func(s *training.Session) bool { return h.forbids(s) && !h.Fixed(s) }) {
		if !slices.Contains(list, s.Date) {
			list = append(list, s.Date)
		}
	}
	return list
}

// GaveUp tells whether a session of a planned day was skipped: the day takes nothing new in its place.
func (h *Horizon) GaveUp(date training.Date) bool {
	return len(h.Some(func(s *training.Session) bool { return Skipped(s) && s.Date == date })) > 0
}

// Some are the sessions of the planned days that are wanted.
func (h *Horizon) Some(want func(*training.Session) bool) []training.Session {
	var list []training.Session
	for i := range h.Snapshot.Sessions {
		if s := &h.Snapshot.Sessions[i]; h.InDays(s) && want(s) {
			list = append(list, *s)
		}
	}
	return list
}

// Input is what the rules look at with these sessions on the planned days, beside those that were skipped.
func (h *Horizon) Input(sessions []training.Session) rules.Input {
	stated := h.stated
	if stated == nil {
		now := h.Snapshot.Stated(brief.Words(&h.Snapshot.Athlete.Profile, nil), h.Run.From)
		stated = &now
	}
	in := h.Snapshot.RulesInputWith(stated, h.Run.From, h.Run.Days)
	in.Proposal = true
	in.TargetFitness, in.Done = h.Run.TargetFitness, h.End
	in.Sessions, in.Stands = nil, h.Snapshot.Sessions
	if in.Stands == nil {
		in.Stands = []training.Session{} // nothing stands
	}
	for _, s := range h.Snapshot.Sessions {
		if !h.InDays(&s) || Skipped(&s) {
			in.Sessions = append(in.Sessions, s)
		}
	}
	in.Sessions = append(in.Sessions, sessions...)
	return in
}

// whole is what the rules look at when nothing is added to these sessions any more.
func (h *Horizon) whole(sessions []training.Session) rules.Input {
	in := h.Input(sessions)
	in.Complete = true
	if last, any := h.LastKept(); any {
		in.FullUntil = last
	}
	return in
}

// LastKept is the day up to which a request to keep what is planned leaves the days as they are, and whether there is one.
func (h *Horizon) LastKept() (last training.Date, any bool) {
	if !h.Run.KeepPlanned {
		return 0, false
	}
	for _, s := range h.Kept() {
		if s.Status == training.Planned {
			last, any = max(last, s.Date), true
		}
	}
	return last, any
}

// Standing are the sessions of the calendar by id.
func (h *Horizon) Standing() map[training.SessionID]*training.Session {
	standing := make(map[training.SessionID]*training.Session, len(h.Snapshot.Sessions))
	for i := range h.Snapshot.Sessions {
		standing[h.Snapshot.Sessions[i].ID] = &h.Snapshot.Sessions[i]
	}
	return standing
}

// NewID is the same for the same run, day, place on it and workout, so that a run that is resumed proposes the same sessions.
func (h *Horizon) NewID(date training.Date, second bool, w training.WorkoutID) training.SessionID {
	name := fmt.Sprintf("%s %s %t %s", h.Run.ID, date, second, w)
	return training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String())
}

// SortSessions orders sessions by date and start.
func SortSessions(list []training.Session) {
	slices.SortStableFunc(list, func(a, b training.Session) int {
		if a.Date != b.Date {
			return int(a.Date - b.Date)
		}
		return int(a.Start) - int(b.Start)
	})
}
