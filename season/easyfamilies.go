package season

import (
	"fortnight/session"
	"fortnight/training"
)

// easyFamily is the plain easy family of a sport.
func easyFamily(sport training.Sport) session.ID {
	switch sport {
	case training.Run:
		return "R-EASY"
	case training.Ride, training.Elliptical:
		return "B-EASY"
	case training.Swim:
		return "S-END"
	case training.Row, training.Kayak:
		return "W-EASY"
	case training.SkiErg:
		return "K-EASY"
	case training.Hike:
		return "A-HIKE"
	}
	return "A-WALK"
}

// easyFamilies are the candidates of an easy session, the best first.
func (b *builder) easyFamilies(sport training.Sport, plus bool) []session.ID {
	switch {
	case !b.walksAndRuns(sport):
	case b.walksBeforeRuns():
		return ids("A-WALK")
	default:
		return ids("R-WALK", "A-WALK")
	}
	switch {
	case plus && sport == training.Run:
		return ids("R-STR", "R-EASY", "R-REC", "A-WALK")
	case plus && sport == training.Ride:
		return ids("B-CAD", "B-EASY", "B-REC", "A-WALK")
	case sport == training.Run:
		return ids("R-EASY", "R-REC", "A-WALK")
	case sport == training.Ride:
		return ids("B-EASY", "B-REC", "A-WALK")
	case sport == training.Swim && plus:
		return ids("S-TECH", "S-END", "S-REC")
	case sport == training.Swim:
		return ids("S-END", "S-TECH", "S-REC")
	case sport == training.Row:
		return ids("W-EASY", "W-REC", "A-WALK")
	}
	if easyFamily(sport) == "A-WALK" {
		return ids("A-WALK")
	}
	return ids(easyFamily(sport), "A-WALK")
}

func usualLong(sport training.Sport) []session.ID {
	switch sport {
	case training.Run:
		return ids("R-LONG")
	case training.Ride:
		return ids("B-LONG")
	case training.Swim:
		return ids("S-LONG", "S-END")
	case training.Row:
		return ids("W-LONG")
	case training.SkiErg:
		return ids("K-EASY")
	}
	return ids("A-WALK")
}
