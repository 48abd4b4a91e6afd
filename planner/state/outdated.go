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

// longSessions are minutes from which one session of a sport is long, whoever does it.
var longSessions = map[training.Sport]int{training.Run: 75, training.Ride: 120, training.Swim: 60, training.Row: 60, training.Walk: 120, training.Hike: 120}

// Outdated is the name of an event that leaves no room for a session which was planned before it was entered, empty for none.
func (h *Horizon) Outdated(s *training.Session) string {
	d := &s.Load.Demand
	long := longSessions[s.Sport] > 0 && s.Load.DurationSeconds >= longSessions[s.Sport]*60
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
