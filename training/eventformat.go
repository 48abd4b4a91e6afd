package training

import (
	"fmt"
	"slices"
)

// EventFormat is what kind of race or test an event is: it decides what the training for it looks like.
type EventFormat string

// The formats. A TT is a time trial, a CRIT a criterium, a FONDO a long mass ride, a CENTURY one of 160 km or more; TRI_SPRINT, TRI_OLYMPIC,
// TRI_HALF and TRI_FULL are triathlons of some 26, 52, 113 and 226 km; LIFT_MEET is a meet of power lifting or weightlifting, LIFT_1RM a
// single heaviest repetition; SWIM_MARATHON is from 5 km on; SKI_XC is a cross-country ski race; OTHER is none of these.
const (
	Run5K        EventFormat = "RUN_5K"
	Run10K       EventFormat = "RUN_10K"
	RunHalf      EventFormat = "RUN_HALF"
	RunMarathon  EventFormat = "RUN_MARATHON"
	RunUltra     EventFormat = "RUN_ULTRA"
	RunTrail     EventFormat = "RUN_TRAIL"
	RideTT       EventFormat = "RIDE_TT"
	RideCrit     EventFormat = "RIDE_CRIT"
	RideRoad     EventFormat = "RIDE_ROAD"
	RideFondo    EventFormat = "RIDE_FONDO"
	RideCentury  EventFormat = "RIDE_CENTURY"
	TriSprint    EventFormat = "TRI_SPRINT"
	TriOlympic   EventFormat = "TRI_OLYMPIC"
	TriHalf      EventFormat = "TRI_HALF"
	TriFull      EventFormat = "TRI_FULL"
	Duathlon     EventFormat = "DUATHLON"
	SwimPool     EventFormat = "SWIM_POOL"
	SwimOpen     EventFormat = "SWIM_OPEN"
	Row2K        EventFormat = "ROW_2K"
	Row5K        EventFormat = "ROW_5K"
	Hyrox        EventFormat = "HYROX"
	LiftMeet     EventFormat = "LIFT_MEET"
	Lift1RM      EventFormat = "LIFT_1RM"
	RideGravel   EventFormat = "RIDE_GRAVEL"
	RideMTB      EventFormat = "RIDE_MTB"
	RideCX       EventFormat = "RIDE_CX"
	TriRelay     EventFormat = "TRI_RELAY"
	SwimMarathon EventFormat = "SWIM_MARATHON"
	Obstacle     EventFormat = "OBSTACLE"
	LongWalk     EventFormat = "WALK"
	SkiXC        EventFormat = "SKI_XC"
	CrossFit     EventFormat = "CROSSFIT"
	OtherFormat  EventFormat = "OTHER"
)

// EventFormats lists every format.
var EventFormats = []EventFormat{
	Run5K, Run10K, RunHalf, RunMarathon, RunUltra, RunTrail, RideTT, RideCrit, RideRoad, RideFondo, RideCentury, TriSprint, TriOlympic, TriHalf,
	TriFull, Duathlon, SwimPool, SwimOpen, Row2K, Row5K, Hyrox, LiftMeet, Lift1RM, RideGravel, RideMTB, RideCX, TriRelay, SwimMarathon, Obstacle,
	LongWalk, SkiXC, CrossFit, OtherFormat,
}

// Sports are those that an event of the format may have: its own, or OTHER and MULTI_SPORT where it is of several or of none that there is a
// word for. A relay is of the athlete's own leg.
func (f EventFormat) Sports() []Sport {
	switch f {
	case Run5K, Run10K, RunHalf, RunMarathon, RunUltra:
		return []Sport{Run}
	case RunTrail:
		return []Sport{Run, Hike}
	case RideTT, RideCrit, RideRoad, RideFondo, RideCentury, RideGravel, RideMTB, RideCX:
		return []Sport{Ride}
	case SwimPool, SwimOpen, SwimMarathon:
		return []Sport{Swim}
	case Row2K, Row5K:
		return []Sport{Row}
	case LiftMeet, Lift1RM:
		return []Sport{Strength}
	case LongWalk:
		return []Sport{Walk, Hike}
	case TriSprint, TriOlympic, TriHalf, TriFull, Duathlon:
		return []Sport{MultiSport, Other}
	case TriRelay:
		return []Sport{Swim, Ride, Run, MultiSport, Other}
	case Hyrox, Obstacle:
		return []Sport{MultiSport, Other, Run}
	case CrossFit:
		return []Sport{MultiSport, Other, Strength}
	case SkiXC:
		return []Sport{Other}
	}
	return Sports
}

// CheckFormat notes a fault where a format does not go with a sport.
func CheckFormat(faults *InputError, path string, format EventFormat, sport Sport) {
	switch {
	case !slices.Contains(EventFormats, format):
		faults.Add(path, fmt.Sprintf("%.40q is none of %v", string(format), EventFormats))
	case !slices.Contains(format.Sports(), sport):
		faults.Add(path, fmt.Sprintf("%s goes with %s, not with %s", format, listed(format.Sports()), sport))
	}
}
