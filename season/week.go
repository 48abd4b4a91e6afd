package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Most of what a plan is asked for.
const (
	maxDays    = 28
	maxWeeks   = 40 // with the preview to the event
	maxLocks   = 100
	maxSession = 14 // a week, and twice as many may be asked for: what is beyond it is left out
)

// Input is what a plan is made from: plain values.
type Input struct {
	From       training.Date // the first planned day
	Days       int           // 7, 14, 21 or 28
	Athlete    Athlete
	Goal       Goal
	Events     []Event // past ones as far as their recovery goes, and those to come
	History    History
	Racer      Racer
	Since      training.Date  // on which the season began, see NewCalendar; zero for From
	SeasonMean float64        // minutes a week when it began; 0 for the mean of History
	Done       []session.Done // before the first planned day, in any order
	Locks      []Lock         // what stands already
	Windows    []int          // minutes of the longest window of each day; nil for no bounds
	// UsualWindow is the longest window of a week as the athlete has stated it, in minutes, for the weeks beyond the planned ones; 0 for no bounds.
	UsualWindow int
	Rooms       []int                  // sessions that each day has room for beside its locks; nil for no bounds
	Gear        [][]training.Equipment // of each planned week, as Athlete.Gear; weeks without have that of the athlete
}

// Lock is a session that stands on a day already: locked by the athlete, or done.
type Lock struct {
	Day     int // 1 for the first planned one
	Sport   training.Sport
	Family  session.ID // empty for unknown
	Level   int        // its rung there, 0 for none
	Minutes int
	HI      bool // high intensity, a race or a test
	Done    bool
}

// Slot is a session that a week is to hold.
type Slot struct {
	Role     Role
	Sport    training.Sport
	Families []session.ID // the best first; empty for a race and for a lock of an unknown family
	Level    int          // of the first family, 0 where it has no ladder
	Levels   []int        // of each of Families
	Highest  int          // up to which a solver may stretch
	Step     Step         // empty without a ladder
	Share    float64      // of the main set, where less than all of it
	Minutes  int
	Least    int // as below: what the minutes may be changed to
	Most     int
	Meters   float64 // of a long session that is counted in metres
	Run      int     // minutes of Minutes that are run, off the bike
	First    int     // the days of the plan it may stand on, 1 for the first
	Last     int
	Daily    bool                   // on each of the days that it may stand on, as far as they have room
	Lock     int                    // 1 for the first of Input.Locks, 0 for none
	Parts    []training.MuscleGroup // that a lift is for, nil for the goal's
	Serves   bool                   // a lift that trains what the goal names: its lifts, or its parts of the body
	Why      string
}

// Family is the first of the candidates.
func (s *Slot) Family() session.ID {
	if len(s.Families) == 0 {
		return ""
	}
	return s.Families[0]
}

// lift tells whether it is a lift's slot.
func (s *Slot) lift() bool { return s.Role == S || s.Role == SShort }

func (w *Week) lifts() int {
	n := 0
	for i := range w.Slots {
		if w.Slots[i].lift() {
			n++
		}
	}
	return n
}

// Places is how many lifts a week has places for, those that are taken by what is locked too. Care needs none, and a race is none.
func (w *Week) Places() int {
	n := 0
	for i := range w.Slots {
		if s := &w.Slots[i]; s.Sport == training.Strength && s.Role != Care && s.Role != RaceDay {
			n++
		}
	}
	return n
}

// LeftOut is what a week does not hold, and why.
type LeftOut struct{ What, Why string }

// Week is what seven days are to hold.
type Week struct {
	First    training.Date
	Standing Standing
	StepBack bool
	Full     int     // weeks in a row before a step-back that is due by them; 0 for another reason, and where there is none
	Preview  bool    // beyond the planned days
	Minutes  int     // that the week is to have, mobility left out; with what BUD-1 allows around it
	Least    int     //
	Most     int     //
	Sessions int     // n
	Long     int     // minutes of the long session, 0 for none
	LongFar  float64 // metres of it where it is counted in metres
	Slots    []Slot
	Shares   Shares
	HIMost   int
	Floors   map[training.Sport]int
	LeftOut  []LeftOut
	Easy     []int // days of the plan, 1 for the first, on which nothing hard and no heavy legs may stand
	NoRun    []int // those without running, after a race
	Apart    bool  // a day is to lie between two runs, as the legs get over a race
}

// Planned is the sum of the slots' minutes.
func (w *Week) Planned() int {
	sum := 0
	for i := range w.Slots {
		if w.Slots[i].Role != Care && w.Slots[i].Role != RaceDay {
			sum += w.Slots[i].Minutes
		}
	}
	return sum
}

// Keys are the families of the week's key sessions, the most important first. Where the lifts lead they are those of the lifts, each once.
func (w *Week) Keys() []session.ID {
	var keys []session.ID
	for i := range w.Slots {
		switch s := &w.Slots[i]; {
		case s.Role == K, s.Role == K2, s.Role == TestRole, s.Role == Sharp:
			keys = append(keys, s.Family())
		case w.Standing.Lifts && s.lift() && !slices.Contains(keys, s.Family()):
			keys = append(keys, s.Family())
		}
	}
	return keys
}

// Tests tells whether the week holds a test.
func (w *Week) Tests() bool {
	return slices.ContainsFunc(w.Slots, func(s Slot) bool {
		f, known := session.Find(s.Family())
		return known && f.Class == session.Test
	})
}

func (w *Week) leaveOut(what, format string, args ...any) {
	w.LeftOut = append(w.LeftOut, LeftOut{what, fmt.Sprintf(format, args...)})
}

// Shares is how endurance time is to fall to intensities, in percent (coaching 2.4).
type Shares struct{ Low, Moderate, High float64 }

// sharesOf is that of a phase on the way to an event.
func sharesOf(f training.EventFormat, phase session.Phase, beginner bool, minutes int) Shares {
	s := sharesByPhase(f, phase)
	switch {
	case beginner:
		return Shares{90, 10, 0}
	case minutes < 240 && s.Low > 65:
		s.Low = 65
	}
	return s
}

func sharesByPhase(f training.EventFormat, phase session.Phase) Shares {
	long := f == training.RunHalf || f == training.RunMarathon || f == training.RunUltra || f == training.RideFondo || triathlon(f)
	switch phase {
	case session.Build:
		switch {
		case f == training.Hyrox:
			return Shares{78, 12, 10}
		case long:
			return Shares{82, 14, 4}
		}
		return Shares{80, 12, 8}
	case session.Specific, session.Taper:
		switch {
		case f == training.Hyrox:
			return Shares{74, 12, 14}
		case f == training.TriFull:
			return Shares{85, 13, 2}
		case long:
			return Shares{79, 17, 4}
		}
		return Shares{80, 8, 12}
	case session.Recovery, session.Return:
		return Shares{100, 0, 0}
	}
	return Shares{88, 10, 2}
}

// validate checks what a plan is asked for: every fault with its field.
func (in *Input) validate() error {
	var faults training.InputError
	training.CheckInt(&faults, "days", &in.Days, 7, maxDays)
	if in.Days%7 != 0 {
		faults.Add("days", fmt.Sprintf("%d is no whole number of weeks", in.Days))
	}
	training.CheckDate(&faults, "from", in.From, training.MinDate, training.MaxDate)
	if in.History.From != in.From {
		faults.Add("history.from", fmt.Sprintf("%s is not the first planned day, %s", in.History.From, in.From))
	}
	training.CheckCount(&faults, "locks", len(in.Locks), 0, maxLocks)
	for i := range in.Locks {
		training.CheckInt(&faults, fmt.Sprintf("locks[%d].day", i), &in.Locks[i].Day, 1, in.Days)
	}
	training.CheckCount(&faults, "gear", len(in.Gear), 0, in.Days/7)
	if n := len(in.Windows); n != 0 && n != in.Days {
		faults.Add("windows", fmt.Sprintf("%d days of windows are not the %d planned ones", n, in.Days))
	}
	if n := len(in.Rooms); n != 0 && n != in.Days {
		faults.Add("rooms", fmt.Sprintf("rooms of %d days are not those of the %d planned ones", n, in.Days))
	}
	training.CheckCount(&faults, "events", len(in.Events), 0, training.MaxEvents)
	training.CheckFloat(&faults, "athlete.hoursPerWeek", &in.Athlete.HoursPerWeek, 0, 60)
	training.CheckInt(&faults, "athlete.sessionsPerWeek", &in.Athlete.SessionsPerWeek, 0, 2*maxSession)
	return faults.Err()
}
