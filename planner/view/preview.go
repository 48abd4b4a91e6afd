package view

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/training"
)

// Preview is a calendar as it would be with other sessions. It is read, summed and judged as any calendar is, so that what it says is what the calendar
// says once the same was done.
type Preview struct {
	CalendarView

	stands runs.Snapshot
}

// NewPreview is a calendar as it stands, to be changed.
func NewPreview(calendar CalendarView) *Preview {
	calendar.Edition = 0 // it is of no edition that anybody else is shown
	p := &Preview{calendar, calendar.Snapshot}
	p.Sessions = slices.Clone(p.Sessions)
	return p
}

// OfPlans are the sessions that plans have put on the days and that are still to be done, by their workouts: what is one of them on another day or at
// another time is still a plan's, and is not held against season and athlete as what a person puts there is.
func (p *Preview) OfPlans() map[training.WorkoutID][]training.PlannedSession {
	of := map[training.WorkoutID][]training.PlannedSession{}
	for i := range p.stands.Sessions {
		if s := &p.stands.Sessions[i]; s.Status == training.Planned && !s.ByHand() && s.Date >= p.From && s.Date <= p.To() {
			of[s.WorkoutID] = append(of[s.WorkoutID], s.PlannedSession)
		}
	}
	return of
}

// Change is what would become of a session: what is not nil would be another than it is, or it would not stand.
type Change struct {
	Session training.SessionID
	Path    string // of the input that asks for it, in errors, with the dot behind it
	Date    *training.Date
	Start   *training.LocalTime
	Workout *training.Workout // measured for the athlete
	Removes bool
}

// names is the path of the session's id.
func (c Change) names() string {
	if c.Removes {
		return strings.TrimSuffix(c.Path, ".")
	}
	return c.Path + "sessionId"
}

// Change makes changes of the planned sessions of the days that are looked at. What cannot be is a fault of its path: a session that is not
// on these days, moved or replaced twice, or removed and changed besides, what is done or skipped, what a lock or a locked day holds, and a start
// that its day does not have.
func (p *Preview) Change(changes []Change, faults *training.InputError) {
	named := Named{}
	for _, c := range changes {
		if !named.Once(c, faults) {
			continue
		}
		at := slices.IndexFunc(p.Sessions, func(s training.Session) bool { return s.ID == c.Session })
		if at < 0 || !p.shows(p.Sessions[at].Date) {
			faults.Add(c.names(), fmt.Sprintf("is no session of %s to %s", p.From, p.To()))
			continue
		}
		s := p.Sessions[at]
		if why := p.holds(&s, c); why != "" {
			faults.Add(c.names(), why)
			continue
		}
		if c.Removes {
			p.Sessions = slices.Delete(p.Sessions, at, at+1)
			continue
		}
		if c.Date != nil {
			training.CheckDate(faults, c.Path+"date", *c.Date, p.From, p.To())
			s.Date = *c.Date
		}
		if c.Start != nil {
			s.Start = *c.Start
		}
		if c.Date != nil || c.Start != nil {
			p.Athlete.Profile.CheckTime(faults, c.Path+"start", s.Date, s.Start)
		}
		if w := c.Workout; w != nil {
			if w.ID != s.WorkoutID {
				s.PlannedSession = s.Wordless() // as where it is done
			}
			s.WorkoutID, s.Title, s.Sport, s.Focus, s.Load, s.Family, s.FamilyLevel = w.ID, w.Title, w.Sport, w.Focus, w.Load, w.Family, w.FamilyLevel
		}
		p.Sessions[at] = s
	}
}

// Full are the days that would have more sessions than one may have, in order.
func (p *Preview) Full() (days []training.Date) {
	count := map[training.Date]int{}
	for i := range p.Sessions {
		day := p.Sessions[i].Date
		if count[day]++; count[day] == training.MaxSessionsOfDay+1 {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return days
}

// Unsay has sessions say no more of others than would still hold, as where the changes are made.
func (p *Preview) Unsay() {
	stand, after := map[training.SessionID]*training.Session{}, map[training.SessionID]bool{}
	for i := range p.stands.Sessions {
		stand[p.stands.Sessions[i].ID] = &p.stands.Sessions[i]
	}
	var days []training.Date
	moved := make([]bool, len(p.Sessions))
	for i := range p.Sessions {
		s := &p.Sessions[i].PlannedSession
		var was *training.PlannedSession
		if before := stand[s.ID]; before != nil {
			was = &before.PlannedSession
		}
		placed := training.Placed(was, s)
		days, moved[i], after[s.ID] = append(days, placed...), len(placed) > 0, true
	}
	for id, before := range stand {
		if !after[id] {
			days = append(days, before.Date)
		}
	}
	for i := range p.Sessions {
		if s := &p.Sessions[i]; moved[i] || s.SpeaksOf(days) {
			s.Unsay()
		}
	}
}

// Named is in which ways sessions are changed already.
type Named map[training.SessionID]int

// The ways in which a session is changed.
const (
	moves = 1 << iota
	replaces
)

// Once notes a change. One that cannot be beside another is a fault of its path.
func (n Named) Once(c Change, faults *training.InputError) bool {
	way := moves
	switch {
	case c.Removes:
		way = moves | replaces
	case c.Workout != nil:
		way = replaces
	}
	if n[c.Session]&way != 0 {
		faults.Add(c.names(), "is changed by another change already")
		return false
	}
	n[c.Session] |= way
	return true
}

func (p *Preview) shows(date training.Date) bool { return date >= p.From && date <= p.To() }

// holds says what keeps a session from being changed, empty for nothing.
func (p *Preview) holds(s *training.Session, c Change) string {
	if s.Status != training.Planned {
		return fmt.Sprintf("is %s: what is done stays as it is", s.Status)
	}
	moved := c.Removes || c.Date != nil && *c.Date != s.Date
	for _, day := range p.LockedDays {
		if day == s.Date || c.Date != nil && moved && day == *c.Date {
			return fmt.Sprintf("cannot be: %s is locked", day)
		}
	}
	restarted := moved || c.Start != nil && *c.Start != s.Start
	replaced := c.Removes || c.Workout != nil && c.Workout.ID != s.WorkoutID
	if s.Lock != nil && s.Lock.Holds(moved, restarted, replaced) {
		return fmt.Sprintf("is locked (%s): unlock it first", *s.Lock)
	}
	return ""
}
