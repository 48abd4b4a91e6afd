package state

import (
	"fortnight/session"
	"fortnight/training"
)

// How near a race what is planned may stand to stay when a request keeps what is planned (coaching 6): nothing on its day, in the days before nothing
// hard and no lifts but what opens or sharpens for it, and no long session in its week.
const (
	easyBefore  = 3 // days before an A or B event
	easyBeforeC = 1
	shortBefore = 6 // days before an A event without a long session
)

// longOnFeet is from how many seconds on a walk and a hike are long, which are no key sessions and go by no rule.
const longOnFeet = 120 * 60

// Outdated is the name of an event that leaves no room for a session which was planned before it was entered, empty for none.
func (h *Horizon) Outdated(s *training.Session) string {
	d := &s.Load.Demand
	from := training.LongFrom(s.Sport)
	if s.Sport == training.Walk || s.Sport == training.Hike {
		from = longOnFeet
	}
	long := from > 0 && s.Load.DurationSeconds >= from
	f, _ := session.Find(session.ID(s.Family))
	hard := (d.HighIntensity || d.HeavyLower || s.Sport == training.Strength) && f.Days == (session.Span{})
	for i := range h.Snapshot.Athlete.Profile.Events {
		e := &h.Snapshot.Athlete.Profile.Events[i]
		easy, short := easyBefore, easyBefore
		switch e.Priority {
		case training.EventA:
			short = shortBefore
		case training.EventC:
			easy, short = easyBeforeC, easyBeforeC
		}
		switch left := int(e.Date - s.Date); {
		case left == 0 && s.Sport != training.Mobility, left > 0 && left <= easy && hard, left > 0 && left <= short && long:
			return e.Name
		}
	}
	return ""
}
