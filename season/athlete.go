package season

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Athlete is who trains, as far as a season depends on it.
type Athlete struct {
	Level           training.Level
	Age             int               // in years, 0 for unknown
	Priority        training.Priority // empty where nothing is said: as the goal asks
	CTL             float64           // 0 for unknown
	Form            float64
	HoursPerWeek    float64 // as stated, 0 for not
	SessionsPerWeek int     // as stated, 0 for not
	KnownDays       int     // of history; under 14 the limits of thin history hold
	Travel          bool    // before the race: the day before is free
	BMI             float64 // 0 for unknown

	SportMonths    map[training.Sport]int // of experience; a sport that is not in it is as old as the athlete's level says
	StrengthMonths int                    // of lifting; 0 with StrengthKnown false is unknown
	StrengthKnown  bool
	Lifted         bool // something that was lifted is on record
	TrainingWeek   int  // of a novice since the first session, 1 for the first, 0 for unknown

	No         []session.Contraindication // what families must not harm
	NoSports   []training.Sport           // that are ruled out
	Instead    training.Sport             // that takes the place of a main sport which is ruled out, as the athlete wishes; empty for not said
	EasySports []training.Sport           // in which nothing above low intensity may stand
	NoFamilies []session.ID               // that are ruled out one by one
	Lifts      []session.ID               // the only ones of strength that are open, nil for any
	NoHI       bool                       // a gate forbids high intensity
	Volume     float64                    // of LW that a gate leaves a week, 0 for all
	Longest    int                        // minutes of a session that a gate leaves, 0 for any
	Wheels     bool                       // a wheelchair or a hand-cycle is said: nothing that legs do
	Hurt       bool                       // a gate of injury is open: strength as in a return
	Gear       []training.Equipment       // nil: not known, all assumed
	Postpartum bool
	Return     *Returning // nil for none
	After      float64    // of LW that a week right after a way back has, 0 for any other week
	Paused     float64    // of LW that the first week has after a few days off, 0 for all of it
	Rungs      []Rung     // of ways back, in any order
	Setbacks   []session.Setback
	Retests    []session.Retest
}

// Returning is a ladder back: from illness, injury, birth or a long gap.
type Returning struct {
	Until training.Date // last day of it
	Share float64       // of LW, 0 for what LW was
	After float64       // of LW in the week that it ends in and the one after it, where they are no return any more, 0 for all of it
	Sound bool          // nothing is hurt, so that sports and lifts stay what they were: from illness, days off or a hard time
}

// Rung is what days of a way back allow (coaching 7.2), beside what holds on all of them. The zero Rung bounds nothing.
type Rung struct {
	From, Until training.Date
	NoSports    []training.Sport
	EasySports  []training.Sport
	NoHI        bool
	Lifts       []session.ID // the only ones of strength that are open, nil for any
	Longest     int          // minutes of a session, 0 for any
	Walks       int          // minutes of a walk, 0 for any
	Share       float64      // of the minutes that a week had, 0 for all
	Turns       [2]int       // rungs of run and walk from one to another; zero for running as it likes
	Apart       bool         // a day between two runs
}

// in are the days of a week that a rung is about, 0 to 7.
func (r *Rung) in(first training.Date) int {
	return max(0, int(min(r.Until, first+6)-max(r.From, first))+1)
}

// climb is the athlete of a week of a way back, as its rungs let him train: what is allowed on some of the days alone may stand in the week, and
// how hard it is goes by the strictest of them.
func (a *Athlete) climb(first training.Date) {
	closed := map[training.Sport]int{}
	for i := range a.Rungs {
		r := &a.Rungs[i]
		days := r.in(first)
		if days == 0 {
			continue
		}
		for _, sport := range r.NoSports {
			closed[sport] += days
		}
		a.EasySports, a.NoHI = union(a.EasySports, r.EasySports), a.NoHI || r.NoHI
		if r.Lifts != nil {
			a.Lifts = both(a.Lifts, r.Lifts)
		}
		if r.Longest > 0 && days == 7 && (a.Longest == 0 || r.Longest < a.Longest) {
			a.Longest = r.Longest
		}
	}
	for _, sport := range training.Sports {
		if closed[sport] >= 7 {
			a.NoSports = union(a.NoSports, []training.Sport{sport})
		}
	}
}

// union joins lists without repeating.
func union[T comparable](a, b []T) []T {
	a = slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// both are what two lists have in common, of which nil is everything.
func both[T comparable](a, b []T) []T {
	if a == nil {
		return b
	}
	return slices.DeleteFunc(slices.Clone(a), func(x T) bool { return !slices.Contains(b, x) })
}

// turns are the rungs of run and walk that a week may have by its way back, zero for any and for running as it likes: the strictest of its days.
func (a *Athlete) turns(first training.Date) (from, to int) {
	for i := range a.Rungs {
		if r := &a.Rungs[i]; r.Turns[1] > 0 && r.in(first) > 0 && (to == 0 || r.Turns[1] < to) {
			from, to = r.Turns[0], r.Turns[1]
		}
	}
	return from, to
}

// climbsToRun tells whether running comes back by the rungs of a way back.
func (a *Athlete) climbsToRun() bool {
	return slices.ContainsFunc(a.Rungs, func(r Rung) bool { return r.Turns[1] > 0 || slices.Contains(r.NoSports, training.Run) })
}

// walkMost is the longest walk in minutes that the way back allows in a week: the strictest of its days, 0 for any.
func (a *Athlete) walkMost(first training.Date) int {
	most := 0
	for i := range a.Rungs {
		if r := &a.Rungs[i]; r.Walks > 0 && r.in(first) > 0 && (most == 0 || r.Walks < most) {
			most = r.Walks
		}
	}
	return most
}

// runDays are the days of a week, 0 to 6, on which its way back allows to run, and whether one without lies between two of them.
func (a *Athlete) runDays(first training.Date) (days []int, apart bool) {
	for d := range 7 {
		day, open := first.AddDays(d), true
		for i := range a.Rungs {
			if r := &a.Rungs[i]; r.From <= day && day <= r.Until {
				open, apart = open && !slices.Contains(r.NoSports, training.Run), apart || r.Apart
			}
		}
		if open {
			days = append(days, d)
		}
	}
	return days, apart
}

// shareOn is what part of its minutes a week of a way back has, by its days; 1 without one.
func (a *Athlete) shareOn(first training.Date) float64 {
	if !slices.ContainsFunc(a.Rungs, func(r Rung) bool { return r.Share > 0 && r.in(first) > 0 }) {
		return 1
	}
	sum := 0.0
	for d := range 7 {
		day, share := first.AddDays(d), 1.0
		for i := range a.Rungs {
			if r := &a.Rungs[i]; r.Share > 0 && r.From <= day && day <= r.Until {
				share = min(share, r.Share)
			}
		}
		sum += share / 7
	}
	return sum
}

// Limits by age (coaching 2.6).
const (
	youthAge   = 18
	mastersAge = 50
	heavyAge   = 60 // from when strength changes as well
)

// Youth tells whether the athlete is known to be under 18.
func (a *Athlete) Youth() bool { return a.Age > 0 && a.Age < youthAge }

// Masters tells whether the athlete is known to be 50 or older.
func (a *Athlete) Masters() bool { return a.Age >= mastersAge }

// returns tells of a week of a way back that leads on to others.
func (a *Athlete) returns() bool { return a.Return != nil && a.Return.After > 0 }

// LevelIn is the athlete's level in a sport: NOVICE in one that is younger than 12 months, whatever the athlete is elsewhere.
func (a *Athlete) LevelIn(sport training.Sport) training.Level {
	if months, known := a.SportMonths[sport]; known && months < 12 {
		return training.Novice
	}
	return a.Level
}

// MonthsIn is for how long the athlete has done a sport. Where nobody says, it is as long as the level says.
func (a *Athlete) MonthsIn(sport training.Sport) int {
	if months, known := a.SportMonths[sport]; known {
		return months
	}
	return ofThree(a.Level, [3]int{0, 12, 36})
}

func novice(a *Athlete) bool { return a.Level == training.Novice }

func advanced(a *Athlete) bool { return a.Level == training.Advanced }

// sparing tells whether a region hurts and nothing else is the matter: what does not load it goes on.
func (a *Athlete) sparing() bool {
	return a.Hurt && !a.Postpartum && a.Return == nil && a.Lifts == nil && len(a.No) > 0
}

// limps tells whether what hurts has a part in a sport: where it may be done at low intensity only, and in all of them where nothing hard may be done,
// but for a shoulder in what no arm pulls.
func (a *Athlete) limps(sport training.Sport) bool {
	if !a.Hurt {
		return false
	}
	pulls := sport == training.Swim || sport == training.Row || sport == training.SkiErg || sport == training.Kayak
	shoulder := a.sparing() && !slices.ContainsFunc(a.No, func(c session.Contraindication) bool { return c != session.NoShoulder })
	return slices.Contains(a.EasySports, sport) || a.NoHI && (pulls || !shoulder)
}

// beginner tells whether nothing is known of somebody who has just begun.
func (a *Athlete) beginner() bool { return a.Level == training.Novice && a.KnownDays == 0 }

// thin tells whether the history is too short to measure by.
func (a *Athlete) thin() bool { return a.KnownDays < 14 }

// may tells whether nothing forbids a sport, and there is what it needs.
func (a *Athlete) may(sport training.Sport) bool {
	return !slices.Contains(a.NoSports, sport) && session.EquippedFor(sport, a.Gear)
}

// mayFamily tells whether no gate rules out a family, whatever its sport is.
func (a *Athlete) mayFamily(f *session.Family) bool {
	if slices.Contains(a.NoFamilies, f.ID) || a.Lifts != nil && f.Sport == training.Strength && !slices.Contains(a.Lifts, f.ID) {
		return false
	}
	switch f.Class {
	case session.Easy, session.Long, session.Mobility, session.Strength:
		return true
	}
	several := severalSports(f.ID) && (slices.Contains(a.EasySports, training.Run) || slices.Contains(a.EasySports, training.Ride))
	return !several && !slices.Contains(a.EasySports, f.Sport)
}

// hiMost is how many sessions of high intensity seven days may have.
func (a *Athlete) hiMost(sport training.Sport) int {
	switch {
	case a.NoHI || a.Return != nil:
		return 0
	case a.LevelIn(sport) == training.Novice && a.TrainingWeek > 0 && a.TrainingWeek <= 4:
		return 0
	case a.LevelIn(sport) == training.Novice:
		return 1
	case a.Level == training.Advanced && !a.Youth() && !a.Masters():
		return 3
	}
	return 2
}

// ofThree chooses by level: novice, intermediate, advanced.
func ofThree[T any](level training.Level, of [3]T) T {
	switch level {
	case training.Novice:
		return of[0]
	case training.Advanced:
		return of[2]
	}
	return of[1]
}

// expects tells of a pregnancy: what is done goes on, and nothing rises.
func (a *Athlete) expects() bool {
	return slices.Contains(a.No, session.NoPregnancy) && !a.Postpartum
}
