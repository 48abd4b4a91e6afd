package wish

import (
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Bounds of what a wish may hold.
const (
	maxWishes       = 24
	maxQuoteRunes   = 160
	leastMinutes    = 10
	mostMinutes     = 600
	mostWeekMinutes = 3600
	leastMeters     = 100
	mostMeters      = 300_000
	mostWeekMeters  = 1_000_000
	mostCount       = 28
	maxNotRead      = 12
	maxNotReadRunes = 160
	// PastDays is how far back a race may be that a wish tells of.
	PastDays = 60
	// FutureDays is how far ahead of the plan's first day a race may be.
	FutureDays = 364
	mostRests  = 6
)

// Kind is what a wish asks of its days.
type Kind string

// The kinds. None of them loosens anything: they take possibilities away, order what is left, or say what is at hand.
const (
	Avoid       Kind = "AVOID"       // none of it on each of the days
	Prefer      Kind = "PREFER"      // it on one of the days, where the rules allow it
	Require     Kind = "REQUIRE"     // as PREFER, and before what the week is otherwise meant for
	Limit       Kind = "LIMIT"       // so many sessions, minutes or metres of it, or days in a row with it
	Rest        Kind = "REST"        // nothing on each of the days
	RestDays    Kind = "REST_DAYS"   // so many days without training of each seven, or of all
	Spaced      Kind = "APART"       // none of it on two days in a row
	EasyBefore  Kind = "EASY_BEFORE" // nothing hard on the day before each session of it
	Unavailable Kind = "UNAVAILABLE" // no time on each of the days, or from From to To on them
	Move        Kind = "MOVE"        // it on Dates and not on Away; whatever is planned there where it names nothing
	Ease        Kind = "EASE"        // nothing hard on each of the days, and about three quarters of the minutes
	Less        Kind = "LESS"        // of it less than the weeks are meant to hold
	More        Kind = "MORE"        // of it as much as the rules allow
	Equip       Kind = "EQUIPMENT"   // nothing but this is at hand on each of the days
	Without     Kind = "WITHOUT"     // none of this is at hand on each of the days
	Spare       Kind = "SPARE"       // nothing heavy or hard for a region
	Gate        Kind = "GATE"        // a condition that plans have to heed until it is cleared
	Race        Kind = "RACE"        // an event on the day, ahead or behind
	Note        Kind = "NOTE"        // words to read with each session of it
)

// Kinds lists every kind.
var Kinds = []Kind{Avoid, Prefer, Require, Limit, Rest, RestDays, Spaced, EasyBefore, Unavailable, Move, Ease, Less, More, Equip, Without, Spare, Gate, Race, Note}

// Strength is how much a wish is meant.
type Strength string

// The strengths. What MUST be is kept wherever the rules allow it; what is LIKED gives way to what the weeks are meant for.
const (
	Must  Strength = "MUST"
	Liked Strength = "LIKED"
)

// Strengths lists both.
var Strengths = []Strength{Must, Liked}

// StrengthOf is how much a kind is meant by itself.
func StrengthOf(k Kind) Strength {
	switch k {
	case Prefer, Less, More, Note:
		return Liked
	}
	return Must
}

// Session narrows a wish to one sort of session.
type Session string

// The sorts. HARD is anything at high intensity or heavy for the legs.
const (
	Long Session = "LONG"
	Hard Session = "HARD"
	Easy Session = "EASY"
)

// Sessions lists every sort.
var Sessions = []Session{Long, Hard, Easy}

// Bound says which way a LIMIT bounds.
type Bound string

// The bounds.
const (
	AtMost  Bound = "AT_MOST"
	AtLeast Bound = "AT_LEAST"
	Exactly Bound = "EXACTLY"
)

// Bounds lists every bound.
var Bounds = []Bound{AtMost, AtLeast, Exactly}

// Period is over what a LIMIT counts.
type Period string

// The periods: each day, each seven days of the plan, all days of the wish together, days that follow on one another.
const (
	PerDay  Period = "DAY"
	PerWeek Period = "WEEK"
	InAll   Period = "DATES"
	InARow  Period = "IN_A_ROW"
)

// Periods lists every period.
var Periods = []Period{PerDay, PerWeek, InAll, InARow}

// Wish is one thing that an athlete asks for. Dates are 1 to 28 days of the plan, ascending; that of a RACE may lie up to PastDays before its first
// day and up to FutureDays after it.
// What is empty or 0 does not narrow. A window is from From to To, to midnight where To is 00:00; there is none where both are. Quote is the
// words that it was read from, at most 160 characters, empty where it was stated as data; Confidence is how sure the reading is, 0 to 1.
type Wish struct {
	Kind       Kind                   `json:"kind"`
	Strength   Strength               `json:"strength,omitempty"`
	Session    Session                `json:"session,omitempty"`
	Family     session.ID             `json:"family,omitempty"`
	Focus      training.Focus         `json:"focus,omitempty"`
	Sport      training.Sport         `json:"sport,omitempty"`
	Region     training.MuscleGroup   `json:"region,omitempty"`
	Condition  training.Condition     `json:"condition,omitempty"`
	Bound      Bound                  `json:"bound,omitempty"`
	Count      int                    `json:"count,omitempty"`
	Per        Period                 `json:"per,omitempty"`
	Minutes    int                    `json:"minutes,omitempty"`  // 10 to 600, of a LIMIT for a week up to 3,600
	Meters     int                    `json:"meters,omitempty"`   // 100 to 300,000, of a LIMIT by WEEK or DATES up to 1,000,000
	Priority   training.EventPriority `json:"priority,omitempty"` // of a RACE, how much it counts
	Format     training.EventFormat   `json:"format,omitempty"`   // of a RACE
	From       training.LocalTime     `json:"from,omitempty"`
	To         training.LocalTime     `json:"to,omitempty"`
	Equipment  []training.Equipment   `json:"equipment,omitempty"`
	Dates      []training.Date        `json:"dates"`
	Each       bool                   `json:"each,omitempty"`    // of what is wanted: on each of the dates, else on one of them
	Away       []training.Date        `json:"away,omitempty"`    // of a MOVE, where it is not to be
	Weekday    bool                   `json:"weekday,omitempty"` // the one date is that of a day of the week by its name alone, the first of the plan
	Quote      string                 `json:"quote,omitempty"`
	Confidence float64                `json:"confidence,omitempty"`
}

// Wishes are at most 24.
type Wishes []Wish

// On tells whether a wish speaks of a day.
func (w *Wish) On(date training.Date) bool { return slices.Contains(w.Dates, date) }

// LongDay is the day of the week that a wish asks the long session of a sport to be on, empty for none: "the long run on Saturday" is said of the week that is
// planned first, and of what an athlete's weeks are built around; "this Saturday" and a date are of one day.
func (w *Wish) LongDay(sport training.Sport) training.Weekday {
	if !w.Weekday || !w.Positive() || w.Session != Long || w.Sport != "" && w.Sport != sport || len(w.Dates) != 1 {
		return ""
	}
	return w.Dates[0].Weekday()
}

// LongDay is that of the last of some wishes that asks for one, empty for none.
func (list Wishes) LongDay(sport training.Sport) (day training.Weekday) {
	for i := range list {
		if asked := list[i].LongDay(sport); asked != "" {
			day = asked
		}
	}
	return day
}

// Windowed tells whether a wish has a time of day.
func (w *Wish) Windowed() bool { return w.From != 0 || w.To != 0 }

// Positive tells whether a wish asks for a session.
func (w *Wish) Positive() bool {
	return w.Kind == Prefer || w.Kind == Require || w.Kind == Move && !w.Whatever()
}

// Whatever tells whether a wish is a MOVE that names nothing: of whatever is planned on the days that it is to leave, which the calendar knows.
func (w *Wish) Whatever() bool { return w.Kind == Move && w.Sport == "" && !w.narrowed() }

// TwoADay tells whether the wishes allow a day two sessions and more of any kind, in as many words.
func (w Wishes) TwoADay(date training.Date) bool {
	return slices.ContainsFunc(w, func(wish Wish) bool {
		return wish.Kind == Limit && wish.Per == PerDay && wish.Bound == AtMost && wish.Count >= 2 && wish.Sport == "" && !wish.narrowed() && wish.On(date)
	})
}

// Apart are the wishes that one comes to that asks for a session on each of its days: one a day.
func (w Wish) Apart() Wishes {
	if !w.Each || len(w.Dates) < 2 {
		return Wishes{w}
	}
	list := make(Wishes, len(w.Dates))
	for i, d := range w.Dates {
		list[i] = w
		list[i].Dates, list[i].Each = []training.Date{d}, false
	}
	return list
}

// Free tells whether a wish keeps its days free.
func (w *Wish) Free() bool {
	return w.Kind == Rest || w.Kind == Race || w.Kind == Unavailable && !w.Windowed() && w.Sport == ""
}

// Rests is the wish that keeps a whole day free, if there is one.
func (w Wishes) Rests(date training.Date) (Wish, bool) {
	for _, wish := range w {
		if wish.On(date) && wish.Free() {
			return wish, true
		}
	}
	return Wish{}, false
}

// Left is how many minutes of a sport a day still has by the athlete's wish beside the sessions that stand on it, and whether the wish
// says so at all.
func (w Wishes) Left(date training.Date, sport training.Sport, standing []training.Session) (minutes int, limited bool) {
	for _, wish := range w {
		if !wish.daily() || wish.Minutes == 0 || wish.narrowed() || !wish.On(date) || wish.Sport != "" && wish.Sport != sport {
			continue
		}
		left := wish.Minutes
		for i := range standing {
			if s := &standing[i]; s.Date == date && (wish.Sport == "" || wish.Sport == s.Sport) {
				left -= (s.Load.DurationSeconds + 59) / 60
			}
		}
		if left = max(0, left); !limited || left < minutes {
			minutes, limited = left, true
		}
	}
	return minutes, limited
}

// daily tells whether a wish bounds the minutes of each of its days, or how far each of their sessions goes.
func (w *Wish) daily() bool { return w.Kind == Limit && w.Minutes+w.Meters > 0 && w.Per == PerDay }

// narrowed tells whether a wish is of a sort of sessions, not of a sport as a whole.
func (w *Wish) narrowed() bool { return w.Session != "" || w.Family != "" || w.Focus != "" }

// Limited tells whether a wish bounds the minutes of a day, of a sport or in all.
func (w Wishes) Limited(date training.Date) bool {
	return slices.ContainsFunc(w, func(wish Wish) bool { return wish.daily() && wish.Minutes > 0 && !wish.narrowed() && wish.On(date) })
}

// Allows tells whether the wishes allow a workout on a day beside the sessions that stand there.
func (w Wishes) Allows(date training.Date, workout *training.Workout, standing []training.Session) bool {
	if _, against := w.Against(date, workout); against {
		return false
	}
	left, limited := w.Left(date, workout.Sport, standing)
	return !limited || workout.DurationSeconds <= 60*left
}

// Against is the first wish that a workout on a day would go against, if there is one.
func (w Wishes) Against(date training.Date, workout *training.Workout) (Wish, bool) {
	for _, wish := range w {
		if wish.against(date, workout) {
			return wish, true
		}
	}
	return Wish{}, false
}

// longMinutes is from which length a session counts as long where a wish says so: the least of science §0.
var longMinutes = map[training.Sport]int{training.Run: 75, training.Ride: 120, training.Swim: 60, training.Row: 60}

// LongFrom is from which length in minutes a session of a sport counts as long where a wish says so, 0 for a sport that has no long one.
func LongFrom(sport training.Sport) int { return longMinutes[sport] }

func (w *Wish) against(date training.Date, workout *training.Workout) bool {
	if w.Kind == Move {
		return !w.Whatever() && slices.Contains(w.Away, date) && w.Is(workout)
	}
	if !w.On(date) {
		return false
	}
	switch w.Kind {
	case Rest, Race, Unavailable:
		return w.Free()
	case Limit:
		return w.daily() && w.Is(workout) && (w.Minutes > 0 && workout.DurationSeconds > 60*w.Minutes || w.Meters > 0 && w.Far(workout) > float64(w.Meters))
	case Spare:
		return strains(workout, w.Region)
	case Ease:
		return w.Is(workout) && (workout.Demand.HighIntensity || workout.Demand.HeavyLower)
	case Avoid:
		return w.Is(workout)
	}
	return false
}

// of tells whether a workout has the wish's sport in it.
func (w *Wish) of(workout *training.Workout) bool {
	if w.Sport == "" || workout.Sport == w.Sport {
		return true
	}
	if w.Sport == training.Mobility { // stretching within another session is part of that
		return false
	}
	return slices.ContainsFunc(workout.Blocks, func(b training.Block) bool { return b.Sport == w.Sport })
}

// Is tells whether a workout is what a wish speaks of: its sport, its sort, its family, its focus.
func (w *Wish) Is(workout *training.Workout) bool {
	if !w.of(workout) || !w.sort(workout) || w.Focus != "" && workout.Focus != w.Focus {
		return false
	}
	if w.Family == "" {
		return true
	}
	read, known := session.Of(workout)
	return known && read.Family == w.Family
}

func (w *Wish) sort(workout *training.Workout) bool {
	switch w.Session {
	case Hard:
		return workout.Demand.HighIntensity || workout.Demand.HeavyLower
	case Long:
		if w.Sport == training.Run && workout.Sport != training.Run { // a run within another session
			return workout.Demand.RunSeconds >= 60*longMinutes[training.Run]
		}
		least, endurance := longMinutes[workout.Sport]
		if workout.Focus == training.FocusLong { // the long session of a week, however long it is for the athlete
			return endurance
		}
		easy := workout.Focus == training.FocusEndurance || workout.Focus == training.FocusRecovery
		return endurance && workout.DurationSeconds >= 60*least && !(easy && w.Positive()) // an hour more of easy training is not what is asked for
	case Easy:
		return !workout.Demand.HighIntensity && !workout.Demand.HeavyLower && !workout.Demand.Moderate
	}
	return true
}

// Trains tells whether a workout counts where days with training are counted: stretching leaves a day of rest one, unless it is what the wish is of.
func (w *Wish) Trains(workout *training.Workout) bool {
	return workout.Sport != training.Mobility || w.Sport == training.Mobility
}

// Serves tells whether a workout on a day is what a wish asks for. At what time it is, the caller sees to.
func (w *Wish) Serves(date training.Date, workout *training.Workout) bool {
	return w.Positive() && w.On(date) && w.Is(workout) && (w.Sport == "" || workout.Sport == w.Sport || 2*workout.Demand.RunSeconds >= workout.DurationSeconds)
}

// How far a session may be from the length that is asked for and still be of it: a tenth, and the step in which sessions are written.
const (
	lengthRoom   = 0.1
	leastRoom    = 5 // minutes
	leastFarRoom = 500
)

// Measures tells whether a workout is about as long as a wish asks for, in time and in metres. Of a workout of which nobody knows how far it goes
// nobody can tell.
func (w *Wish) Measures(workout *training.Workout) bool {
	if off := workout.DurationSeconds - 60*w.Minutes; w.Minutes > 0 && float64(max(off, -off)) > 60*max(lengthRoom*float64(w.Minutes), leastRoom) {
		return false
	}
	if w.Meters == 0 {
		return true
	}
	wanted := float64(w.Meters)
	return workout.DistanceMeters != nil && math.Abs(*workout.DistanceMeters-wanted) <= max(lengthRoom*wanted, min(leastFarRoom, wanted/4))
}

// At tells whether a session that begins at a time of day is in the wish's time, where it has one.
func (w *Wish) At(start training.LocalTime) bool {
	return !w.Windowed() || start >= w.From && (w.To == 0 || start < w.To)
}

// patternsOf are the movement patterns that load a region.
var patternsOf = map[training.MuscleGroup][]training.MovementPattern{
	training.Legs: {training.PatternSquat, training.PatternHinge, training.PatternLunge, training.PatternPlyometric},
	training.Push: {training.PatternPush},
	training.Pull: {training.PatternPull, training.PatternCarry},
	training.Core: {training.PatternCore, training.PatternHinge, training.PatternCarry},
}

// strains tells whether a workout is heavy or hard for a region: strength work with its patterns; for the legs also jumps, running at
// high intensity and long runs; for pushing and pulling also swimming and, for pulling, rowing at high intensity.
func strains(workout *training.Workout, region training.MuscleGroup) bool {
	d := &workout.Demand
	for _, p := range patternsOf[region] {
		if slices.Contains(d.Patterns, p) {
			return true
		}
	}
	switch region {
	case training.Legs:
		return d.HeavyLower || d.PlyometricContact > 0 || d.HighRunSeconds > 0 || d.RunSeconds >= 60*longMinutes[training.Run]
	case training.Push:
		return workout.Sport == training.Swim && d.HighIntensity
	case training.Pull:
		return (workout.Sport == training.Swim || workout.Sport == training.Row) && d.HighIntensity
	}
	return false
}

// Conditions are those that the wishes state.
func (w Wishes) Conditions() []training.Condition {
	var list []training.Condition
	for _, wish := range w {
		if wish.Kind == Gate && !slices.Contains(list, wish.Condition) {
			list = append(list, wish.Condition)
		}
	}
	return list
}

// WithSafety adds to a model's reading what the deterministic reader found that concerns the body, so that no model can overlook it, and tells which wishes a plan
// has no place for then.
func (w Wishes) WithSafety(read Wishes) (all, over Wishes) {
	all = slices.Clone(w)
	for _, wish := range read {
		same := func(o Wish) bool {
			return o.Kind == wish.Kind && o.Region == wish.Region && o.Condition == wish.Condition && containsAll(o.Dates, wish.Dates)
		}
		if (wish.Kind == Spare || wish.Kind == Gate) && !slices.ContainsFunc(all, same) {
			all = append(all, wish)
		}
	}
	return all.bounded()
}

// bounded are at most as many as a plan takes, and those that it does not; what concerns the body stays before all else.
func (w Wishes) bounded() (kept, over Wishes) {
	if len(w) <= maxWishes {
		return w, nil
	}
	body := func(wish Wish) bool { return wish.Kind == Spare || wish.Kind == Gate }
	kept = slices.DeleteFunc(slices.Clone(w), func(wish Wish) bool { return !body(wish) })
	if len(kept) > maxWishes {
		kept, over = kept[:maxWishes], slices.Clone(kept[maxWishes:])
	}
	for _, wish := range w {
		switch {
		case body(wish):
		case len(kept) < maxWishes:
			kept = append(kept, wish)
		default:
			over = append(over, wish)
		}
	}
	return kept, over
}

func containsAll[T comparable](list, wanted []T) bool {
	return !slices.ContainsFunc(wanted, func(x T) bool { return !slices.Contains(list, x) })
}
