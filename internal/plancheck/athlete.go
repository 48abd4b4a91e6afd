package plancheck

import (
	"math"
	"time"
)

// Session is one session or activity. End − Start is its length; instants carry the athlete's zone.
type Session struct {
	Name        string
	Start, End  time.Time
	Sport       string // "RUN", "RIDE", "SWIM", "ROW", "STRENGTH", "MOBILITY", "OTHER"
	TSS         float64
	HI          bool // high intensity
	Heavy       bool // HEAVY-LOWER
	Long        bool // 1.3 times the usual length and long enough for its sport: a run of 75 minutes, a ride of two hours, a swim or row of one
	Legs        bool // endurance with the legs
	Race        bool // race-specific
	Moderate    bool // of endurance, more than easy and not of high intensity
	Flagged     bool // key by athlete or coach
	Done        bool
	Sets        []Set   // of strength
	RunMinutes  float64 // that are run
	WalkMinutes float64 // that are walked between and around what is run
	Jumps       int     // contacts
	Meters      float64 // run, or swum; 0 where nobody knows
	LegSets     int     // hard ones
	Locked      bool

	Low, Middle, High float64 // endurance minutes by intensity; all 0 where nobody knows
	Family            string  // of what it asks for as coaching 4 has it, "R-THR"; empty for unknown
	Rung              int     // of the family's ladder, 0 for none
	Patterns          string  // movement patterns of its lifts, as "SQUAT HINGE PUSH PULL"
	LiftSets          int     // work sets of all lifts
}

// Set is what a strength step asks for: Fraction of the one-repetition maximum, 0 where it does not say, and the repetitions to leave in
// reserve, negative where it does not say.
type Set struct {
	Reps, Reserve int
	Fraction      float64
}

// left is how many repetitions a set leaves: as it says, else what Epley's 30·(1/p − 1) allows beyond those done; a set that says neither
// is bodyweight work that nobody counts.
func (s Set) left() float64 {
	switch {
	case s.Reserve >= 0:
		return float64(s.Reserve)
	case s.Fraction > 0:
		return 30/s.Fraction - 30 - float64(s.Reps)
	}
	return math.Inf(1)
}

// key tells whether a session is one: flagged, of high intensity, race-specific, or a long one of endurance.
func (s Session) key() bool { return s.Flagged || s.HI || s.Race || s.Long }

// needsFreshLegs tells whether heavy legs spoil a session: one of high intensity, a race-specific one, a run of 90 minutes or more.
func (s Session) needsFreshLegs() bool {
	return s.HI || s.Race || s.Long && s.Sport == "RUN" && s.End.Sub(s.Start) >= 90*time.Minute
}

// Window is a time in which the athlete can train.
type Window struct{ Start, End time.Time }

// Open is the window of a day by the clock of a zone, in minutes after midnight; one whose to is before its from ends the next day. An
// edge is the first minute at which somebody who looks at the clock sees that time or a later one. False says that it has no length.
func Open(day time.Time, from, to int, zone *time.Location) (Window, bool) {
	if to < from {
		to += 24 * 60
	}
	w := Window{Start: edge(day, from, zone), End: edge(day, to, zone)}
	return w, w.End.After(w.Start)
}

// edge looks at the clock every minute from a time at which no clock on earth has got there.
func edge(day time.Time, minute int, zone *time.Location) time.Time {
	y, m, d := day.Date()
	wanted := time.Date(y, m, d, 0, minute, 0, 0, time.UTC)
	for now := wanted.Add(-15 * time.Hour); ; now = now.Add(time.Minute) {
		shown := now.In(zone)
		sy, sm, sd := shown.Date()
		if !time.Date(sy, sm, sd, shown.Hour(), shown.Minute(), 0, 0, time.UTC).Before(wanted) {
			return shown
		}
	}
}

// Athlete is what limits depend on. Level is 0 novice, 1 intermediate, 2 advanced.
type Athlete struct {
	Level   int
	Age     int // in years, 0 where nobody says
	Masters bool
	Limited bool // only Windows may be used
	Windows []Window
	Races   []Race
	Eased   []time.Time // days that were lighter for a reason: taper, recovery, illness

	Cleared []Cleared // what is over and has a way back

	Priority    string // "ENDURANCE", "STRENGTH", "HYBRID"; empty where nobody says
	Pregnant    bool   // or what else bounds the reserve of every set at four
	Gated       bool   // a gate of coaching 7 is open
	LiftMonths  int    // of lifting, negative for unknown
	SportMonths map[string]int
	States      []string // what is stated of body and health and not over, as clients spell it: "HURT_CALF"
	No          []string // what sessions must not ask of the athlete, as coaching 4 has it: "knee", "imp"
	Weeks       []Week   // what the plan says that its weeks are to hold

	Stated   float64   // fitness as the athlete states it
	StatedOn time.Time // on the day that begins with it; zero where none is stated
}

// Race is an event with the load that is expected of it.
type Race struct {
	Day   time.Time
	Sport string // "OTHER" for several
	TSS   float64
	Full  int // days after it until a full week

	Format   string // as clients spell it, "RUN_HALF"; empty for unknown
	Priority string // "A", "B" or "C"
}

// Week is what a plan says that seven days of it are to hold: the phase as clients spell it ("BASE"), minutes of all but mobility and races.
type Week struct {
	First       time.Time
	Phase       string
	StepBack    bool
	Minutes     int
	LongSport   string // empty where no long session is asked for
	LongMinutes int
	Rungs       map[string]int // of families
	Lifts       int            // places for lifts
}
