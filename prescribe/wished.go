package prescribe

import (
	"slices"

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

// stations are the families of a session of several sports that is asked for without more: those of stations first.
var stations = []session.ID{"H-STN", "H-ENG", "H-COMP"}

// roleOf is the part of a week that a family that is asked for plays.
func roleOf(f *session.Family) season.Role {
	switch {
	case f.Sport == training.Strength:
		return season.S
	case slices.Contains(slices.Concat(hardOf[training.Run], hardOf[training.Ride], hardOf[training.Swim], hardOf[training.Row]), f.ID):
		return season.K
	}
	return season.E
}

// minutesFor is about how long an easy session of some metres takes, in steps of five minutes.
func minutesFor(meters int, sport training.Sport, a *Athlete) int {
	speed := wish.EasySpeed(sport, &a.Thresholds)
	if speed == 0 {
		return usualEasy
	}
	return max(10, int(float64(meters)/speed/5+0.5)*5)
}

// Wished is what may stand for what an athlete asks for in a sport, in the order of For: of the length that is asked for, else of a usual one.
func Wished(w wish.Wish, sport training.Sport, longest int, a *Athlete) []Prescription {
	s := &season.Slot{Role: season.E, Sport: sport, Minutes: usualEasy, Least: 15, Most: 600}
	family, known := session.Find(w.Family)
	switch {
	case known:
		s.Role, s.Sport, s.Minutes, s.Families = roleOf(&family), family.Sport, (family.Minutes.Low+family.Minutes.High)/10*5, []session.ID{family.ID}
	case sport == training.MultiSport:
		s.Role, s.Minutes, s.Families = season.K, usualHard, stations
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
	switch {
	case w.Minutes > 0:
		s.Minutes = w.Minutes
	case w.Meters > 0:
		s.Minutes = minutesFor(w.Meters, sport, a)
	}
	s.Minutes = min(s.Minutes, max(15, longest/5*5))
	s.Least = max(10, s.Minutes*2/3)
	if len(s.Families) > 0 {
		s.Level = max(1, a.Levels[s.Families[0]])
	}
	return For(s, 0, longest, a)
}
