package prescribe

import (
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// Usual lengths of what is wished for without one, in minutes.
const (
	usualEasy = 45
	usualHard = 50
	usualLift = 45
)

// hardOf are families that a wish for something hard may mean, the gentlest first.
var hardOf = map[training.Sport][]session.ID{
	training.Run: {"R-THR", "R-VO2", "R-FART", "R-HILL"}, training.Ride: {"B-THR", "B-VO2", "B-SS"}, training.Swim: {"S-CSS", "S-VO2"},
	training.Row: {"W-THR", "W-LINT"}, training.SkiErg: {"K-INT"},
}

var longOf = map[training.Sport]session.ID{
	training.Run: "R-LONG", training.Ride: "B-LONG", training.Swim: "S-LONG", training.Row: "W-LONG", training.Walk: "A-HIKE", training.Hike: "A-HIKE",
}

// Wished is what may stand for what an athlete asks for in a sport, in the order of For: of the length that is asked for, else of a usual one.
func Wished(w wish.Wish, sport training.Sport, longest int, a *Athlete) []Prescription {
	s := &season.Slot{Role: season.E, Sport: sport, Minutes: usualEasy, Least: 15, Most: 600}
	switch {
	case sport == training.Strength:
		s.Role, s.Minutes, s.Families = season.S, usualLift, []session.ID{"Q-FULL", "Q-AA", "Q-KB", "Q-BODY"}
		if w.Session == wish.Hard {
			s.Families = []session.ID{"Q-STR", "Q-FULL", "Q-AA"}
		}
	case sport == training.Mobility:
		s.Minutes, s.Families = 15, []session.ID{"M-FLOW", "M-HIP"}
	case w.Session == wish.Hard:
		s.Role, s.Minutes, s.Families = season.K, usualHard, hardOf[sport]
	case w.Session == wish.Long:
		s.Role, s.Minutes = season.L, wish.LongFrom(sport)
		if id := longOf[sport]; id != "" {
			s.Families = []session.ID{id}
		}
	default:
		if id := easyOf[sport]; id != "" {
			s.Families = []session.ID{id}
		}
	}
	if w.Minutes > 0 {
		s.Minutes = w.Minutes
	}
	s.Minutes = min(s.Minutes, max(15, longest/5*5))
	s.Least = max(10, s.Minutes*2/3)
	if len(s.Families) > 0 {
		s.Level = max(1, a.Levels[s.Families[0]])
	}
	return For(s, 0, longest, a)
}
