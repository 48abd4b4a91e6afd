package session

import (
	"fortnight/training"
)

// Done is a session that lies behind, or an activity that nobody planned, or of whose session nobody can tell the family: one of the two ids names it.
type Done struct {
	Date            training.Date
	Session         training.SessionID
	Activity        training.ActivityID
	Planned         bool           // the activity fulfils a session, of which nobody can tell the family
	Reading         Reading        // of the workout, as planned; without a family it is a bare activity
	Sport           training.Sport // of a bare activity, as the fields down to HighSeconds
	DurationSeconds int
	IntensityFactor float64 // over all of it, 0 where unknown
	HighSeconds     int     // at or above the high band, 0 where unknown
	Share           float64 // of the repeats or the time that was done, 0 to 1
	Target          float64 // how near its intensity came to the target, 1 on it, 0 where unknown
	RPE             int     // 1 to 10, 0 where nobody said
	Band            Span    // of RPE that was planned, zero for that of the family's class
	StepBack        bool    // of a week that was lighter: where it is below the level that is held, it was a part of its rung on purpose
	Skipped         bool    // life came between; nothing was done
}

// Setback is a time without training that an athlete did not choose.
type Setback struct {
	Until  training.Date // its last day
	Days   int
	Injury bool // else illness
}

// Who is an athlete, as far as levels depend on that.
type Who struct {
	Level      training.Level
	Novice     map[training.Sport]bool // in which sports the athlete is a novice, whatever Level says
	CTL        float64
	Stated     bool // what is known of the athlete is told, not logged
	Young      bool // under 18
	Form       float64
	Phase      Phase
	Shares     map[training.Sport]float64 // of the time of the last 42 days
	RunMinutes float64                    // of seven days, 0 where unknown
	At         training.Thresholds        // by which metres become minutes
	Setbacks   []Setback
	Retests    []Retest
}

// LevelIn is the athlete's experience in what a family asks for.
func (w *Who) LevelIn(f *Family) training.Level {
	if w.Novice[f.Base()] {
		return training.Novice
	}
	return w.Level
}

// Evidence says what a level rests on.
type Evidence struct {
	Kind     EvidenceKind
	Date     training.Date       // of the session or activity
	Rung     int                 // that was planned in it, or that the activity shows
	Session  training.SessionID  // of FromSession
	Activity training.ActivityID // of FromActivity
	Planned  bool                // of FromActivity: it fulfils a session, of which nobody can tell the family
}

// EvidenceKind is what kind of evidence a level has.
type EvidenceKind string

// The kinds: nothing but what is usual for such an athlete; a session of the family; an activity that was hard enough.
const (
	Assumed      EvidenceKind = "ASSUMED"
	FromSession  EvidenceKind = "SESSION"
	FromActivity EvidenceKind = "ACTIVITY"
)
