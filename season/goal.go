package season

import (
	"math"
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// triathlon tells whether swimming, riding and running are all of an event.
func triathlon(f training.EventFormat) bool {
	return f == training.TriSprint || f == training.TriOlympic || f == training.TriHalf || f == training.TriFull
}

// SportOf is the sport that an event of a format is won in; MULTI_SPORT for several, OTHER where nothing is known.
func SportOf(f training.EventFormat) training.Sport {
	switch f {
	case training.Hyrox, training.CrossFit, training.Duathlon, training.TriRelay:
		return training.MultiSport
	case training.LongWalk:
		return training.Walk
	case training.Obstacle:
		return training.Run
	case training.SkiXC:
		return training.Ride
	}
	switch kind, _, _ := strings.Cut(string(f), "_"); kind {
	case "RUN":
		return training.Run
	case "RIDE":
		return training.Ride
	case "TRI":
		return training.MultiSport
	case "SWIM":
		return training.Swim
	case "ROW":
		return training.Row
	case "LIFT":
		return training.Strength
	}
	return training.Other
}

// sportsOf are what an event asks of an athlete, the longest part first.
func sportsOf(f training.EventFormat) []training.Sport {
	switch {
	case triathlon(f):
		return []training.Sport{training.Ride, training.Run, training.Swim}
	case f == training.Duathlon:
		return []training.Sport{training.Ride, training.Run}
	case f == training.Hyrox:
		return []training.Sport{training.Run}
	}
	if s := SportOf(f); s.Endurance() {
		return []training.Sport{s}
	}
	return nil
}

// Goal is what an athlete trains for. Zero values are unknown.
type Goal struct {
	Kind             training.GoalKind
	Format           training.EventFormat // empty without an event
	DistanceMeters   float64
	TargetSeconds    int
	TargetWatts      int
	ExerciseID       training.ExerciseID   // that TargetKilograms are of
	Lifts            []training.ExerciseID // that are to grow, ExerciseID first
	TargetKilograms  float64
	BodyParts        []training.MuscleGroup
	Sports           []training.Sport // that it is reached by, the first before the others
	By               *training.Date
	HoursPerWeek     float64
	SessionsPerWeek  int
	Words            string         // as the athlete said it
	Apart            training.Sport // that the words name and that cannot be planned, empty for none
	NotUnderstood    bool           // the words held no meaning: the athlete is told
	Assumed          bool           // nobody stated or said one
	BeforeOtherGoals bool           // a return, which every other goal waits for
	Waits            *Goal          // that was stated or said beside an event, which goes before it, or while a child is expected; nil for none, and where it is the event's
	Expecting        bool           // a child: what is there is kept, whatever else was stated or said
}

// Event is a day that training leads to or has to make room for.
type Event struct {
	ID              training.EventID
	Name            string
	Date            training.Date
	Sport           training.Sport
	Format          training.EventFormat // empty: by sport, distance and name, see FormatOf
	Priority        training.EventPriority
	DistanceMeters  float64 // 0 for unknown, as below
	ExpectedSeconds int
	ExpectedTSS     float64
	AscentMeters    float64
}

// Kind is the event's format: as stated, else as FormatOf finds it.
func (e *Event) Kind() training.EventFormat {
	if e.Format == training.OtherFormat && e.DistanceMeters > 0 && e.Sport != training.Other && e.Sport != training.MultiSport && len(stretches[e.Sport]) > 0 {
		return nearest(stretches[e.Sport], e.DistanceMeters/1000) // of its sport and length it is like one, whatever it is called
	}
	if e.Format != "" {
		return e.Format
	}
	return FormatOf(e.Sport, e.DistanceMeters, e.Name)
}

// stretch is a range of kilometres that a format is known by.
type stretch struct {
	low, high float64
	format    training.EventFormat
}

const farthest = math.MaxFloat64

// stretches by sport (coaching 1.1, "distance only").
var stretches = map[training.Sport][]stretch{
	training.Run:        {{4.5, 6, training.Run5K}, {9, 11, training.Run10K}, {20, 22.5, training.RunHalf}, {41, 43.5, training.RunMarathon}, {43.5, farthest, training.RunUltra}},
	training.Ride:       {{0, 50, training.RideTT}, {60, 140, training.RideFondo}, {150, farthest, training.RideCentury}},
	training.Other:      {{0, 35, training.TriSprint}, {45, 60, training.TriOlympic}, {100, 125, training.TriHalf}, {200, farthest, training.TriFull}},
	training.MultiSport: {{0, 35, training.TriSprint}, {45, 60, training.TriOlympic}, {100, 125, training.TriHalf}, {200, farthest, training.TriFull}},
	training.Row:        {{0, 2.5, training.Row2K}, {4, 7, training.Row5K}},
	training.Swim:       {{0, 5, training.SwimPool}, {5, farthest, training.SwimMarathon}},
}

// byLength are formats that are known by their length before their name: a name may be that of a whole day of races.
var byLength = []training.EventFormat{training.Run5K, training.Run10K, training.RunHalf, training.RunMarathon, training.RunUltra, training.TriOlympic}

// FormatOf is the format of an event of which only sport, distance in metres (0 for unknown) and name are known: a telling name first, then
// the distance, between two formats the nearer by ratio. Where neither says anything it is the sport's usual one.
func FormatOf(sport training.Sport, meters float64, name string) training.EventFormat {
	within := sport
	if within == training.Other || within == training.MultiSport {
		within = ""
	}
	plain := lexis.Plain(name)
	f, far := saidEvent(plain, within, meters)
	if Apart(sport) && apartSaid(plain) != "" && f != training.SkiXC { // however far it goes, and whatever it is called
		return training.OtherFormat
	}
	if f != "" && (meters == 0 || !slices.Contains(byLength, f)) {
		return f
	}
	if all := stretches[sport]; far > 0 && len(all) > 0 {
		return nearest(all, far/1000)
	}
	if f != "" {
		return f
	}
	return usualFormat(sport)
}

// usualFormat is what a sport is trained for where nothing says how far: of an event without a distance and of a season without an event
// (coaching 1.2). OTHER for what has no usual one.
func usualFormat(sport training.Sport) training.EventFormat {
	switch sport {
	case training.Run:
		return training.Run10K
	case training.Ride:
		return training.RideFondo
	case training.Swim:
		return training.SwimPool
	case training.Row:
		return training.Row5K
	case training.Strength:
		return training.Lift1RM
	case training.Walk, training.Hike:
		return training.LongWalk
	}
	return training.OtherFormat
}

func nearest(all []stretch, km float64) training.EventFormat {
	best, apart := all[0].format, farthest
	for _, s := range all {
		off := 1.0
		switch {
		case km < s.low:
			off = s.low / km
		case km > s.high:
			off = km / s.high
		}
		if off < apart {
			best, apart = s.format, off
		}
	}
	return best
}
