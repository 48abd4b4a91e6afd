// Package session knows the families of sessions that coaches think in, "threshold intervals, one step up from last time": what each is for,
// who may do it and when in a season, how its doses climb a ladder, and how a dose is written as a workout. It also reads the other way:
// which family a workout belongs to and which level it has, and which level an athlete has reached.
//
// Families, ladders and their limits are those of the coaching specification (sections 3 to 5). The package is pure: it knows workouts and
// nothing of athletes' calendars, stores or clocks.
package session

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// Class says what a session may be exchanged for: within a class any sport does, a race-specific one only in its own.
type Class string

// The classes, from the easiest to the hardest endurance work, then strength, then the rest.
const (
	Easy          Class = "EASY"
	Long          Class = "LONG"
	Tempo         Class = "TEMPO"
	Threshold     Class = "THRESHOLD"
	VO2           Class = "VO2"
	Anaerobic     Class = "ANAEROBIC"
	Neuromuscular Class = "NEUROMUSCULAR"
	RaceSpecific  Class = "RACE_SPECIFIC"
	Strength      Class = "STRENGTH"
	Mobility      Class = "MOBILITY"
	Test          Class = "TEST"
)

// Classes lists every class.
var Classes = []Class{Easy, Long, Tempo, Threshold, VO2, Anaerobic, Neuromuscular, RaceSpecific, Strength, Mobility, Test}

// Phase is where in a season a day or a week stands.
type Phase uint8

// The phases. Off is also that of athletes who maintain, and of health as a goal.
const (
	Base Phase = iota
	Build
	Specific
	Taper
	Recovery // after a race
	Return   // from illness, injury, birth or a long gap
	Off
	PhaseCount
)

var phaseNames = [PhaseCount]string{"BASE", "BUILD", "SPECIFIC", "TAPER", "RECOVERY", "RETURN", "OFF"}

// String is the phase as the schema spells it.
func (p Phase) String() string { return phaseNames[p] }

// MarshalText is the phase as the schema spells it, for what is stored.
func (p Phase) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a phase as the schema spells it.
func (p *Phase) UnmarshalText(text []byte) error {
	at := slices.Index(phaseNames[:], string(text))
	if at < 0 {
		return fmt.Errorf("%.40q is no phase of a season", text)
	}
	*p = Phase(at)
	return nil
}

// Phases is a set of phases.
type Phases uint16

// In is the set of some phases.
func In(phases ...Phase) Phases {
	var set Phases
	for _, p := range phases {
		set |= 1 << p
	}
	return set
}

// Has tells whether a phase is in the set.
func (s Phases) Has(p Phase) bool { return s>>p&1 == 1 }

// List is the set in the order of a season.
func (s Phases) List() []Phase {
	list := []Phase{}
	for p := range PhaseCount {
		if s.Has(p) {
			list = append(list, p)
		}
	}
	return list
}

// Contraindication is what a family may harm: an injury or condition, or legs that are to be fresh.
type Contraindication string

// The contraindications of the coaching specification, section 4.
const (
	NoImpact    Contraindication = "IMPACT"
	NoKnee      Contraindication = "KNEE"
	NoAchilles  Contraindication = "ACHILLES" // and calf
	NoHamstring Contraindication = "HAMSTRING"
	NoBack      Contraindication = "BACK"
	NoShoulder  Contraindication = "SHOULDER"
	NoTiredLegs Contraindication = "TIRED_LEGS" // heavy legs less than 24 h before
	NoPregnancy Contraindication = "PREGNANCY"
	NoBone      Contraindication = "BONE"
)

// Access says who may do a family.
type Access struct {
	From         training.Level // of the athlete's experience in the sport: NOVICE is anybody, INTERMEDIATE 12 months, ADVANCED 36
	NoviceUpTo   int            // the highest level that a novice may do of a family that is otherwise not for novices, or the cap of one that is; 0 for none
	NoviceWeek   int            // from which week of training a novice may, 0 from the first
	LiftMonths   int            // of lifting, 0 for anybody
	RunMonths    int            // of running besides, for jumps
	After        ID             // a level of this family opens it to everybody (B-OU after B-THR 4), empty for none
	AfterLevel   int
	NotYouth     bool // not under 18
	NotMasters60 bool // not from 60
	Supervised   bool // never alone: open water
}

// Gear is what an athlete has to have at hand for a family. A family with several lists can be done with any one of them.
type Gear []training.Equipment

// Family is one kind of session.
type Family struct {
	ID       ID
	Title    string         // "Threshold run": what a coach calls it, without the dose; no two of a sport share one
	lead     string         // what titles of its doses begin with, empty for Title: "Easy run with"
	Sport    training.Sport // of its main set
	Focus    training.Focus
	Class    Class
	Purpose  string // what it is for, in a sentence of its own that tells it from all other families
	Minutes  Span   // usual length of the whole session; novices and returners from 0.6 of the lower end
	Shorter  ID     // the family that what is shorter than its lower end is of, whoever does it; empty for none
	Rungs    int    // of its ladder; 0 where only the length grows
	Access   Access
	No       []Contraindication
	Windows  Phases
	Formats  []string // the event formats that its Specific window is limited to, none for all
	Days     Span     // before a race, where its window is days and not phases (openers 1 to 3); zero otherwise
	StepBack bool     // only in a step-back week: tests
	Wished   bool     // only where somebody wishes for it (mobility), or after another session
	Gap      int      // least days to the same family
	Gear     []Gear   // none where nothing is needed

	// Work is the main set of a rung: how long and how hard, for caps and for reading workouts back.
	Work func(level int) Work
	// Write writes a dose. Its level is taken within the ladder and its minutes within the family's, from 0.6 of the lower end on; a main set
	// that needs more time than they are gets what it needs.
	Write func(d Dose) training.Workout
	// Read tells which level of the family a workout is, and how well it fits the family: 0 not at all, 1 as if written by it. Work is what the
	// workout asks for of the family's kind.
	Read func(o *Outline) (level int, work Work, fit float64)
}

// Base is the sport whose experience the family asks for: running of several sports in a row and of stations, else its own.
func (f *Family) Base() training.Sport {
	if strings.HasPrefix(string(f.ID), "X-") || strings.HasPrefix(string(f.ID), "H-") {
		return training.Run
	}
	return f.Sport
}

// Lead is what titles of the family's doses begin with, before how much of it there is: "Threshold run", "Easy run with".
func (f *Family) Lead() string {
	if f.lead != "" {
		return f.lead
	}
	return f.Title
}

// Work is what the main set of a dose asks for.
type Work struct {
	Seconds   int     // of work, rests left out; of metres as they last at reference thresholds
	Meters    float64 // of work, where it is counted in metres
	Repeats   int
	Low, High float64 // intensity as fractions of threshold
	RPE       float64 // where it goes by effort
	RestRatio float64 // rest to work

	HighSeconds int // of the seconds, those in the high band
}

// Equipped tells whether a family can be done with some equipment, all that is at hand; nil is not known, and assumed to be enough.
func (f *Family) Equipped(have []training.Equipment) bool {
	if have == nil {
		return true
	}
	return EquippedFor(f.Sport, have) &&
		(len(f.Gear) == 0 || slices.ContainsFunc(f.Gear, func(g Gear) bool { return hasAll(have, g) }))
}

// key tells whether a family is one of hard endurance work, whose families keep each other.
func (f *Family) key() bool {
	switch f.Class {
	case Tempo, Threshold, VO2, Anaerobic, RaceSpecific:
		return true
	}
	return false
}
