package wish

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/training"
)

// Bounds of what is read from a wish.
const (
	maxWishes       = 24
	maxQuoteRunes   = 160
	leastMinutes    = 10
	mostMinutes     = 600
	maxNotRead      = 12
	maxNotReadRunes = 160
)

// Kind is what a wish asks of its days.
type Kind string

// The kinds. None of them loosens anything: AVOID, REST, MAX_MINUTES, SPARE and UNWELL take possibilities away, PREFER and RACE only
// order what is left.
const (
	Avoid      Kind = "AVOID"       // none of the sport, or none of the session, on each of the days
	Prefer     Kind = "PREFER"      // the sport, or the session, on one of the days
	MaxMinutes Kind = "MAX_MINUTES" // on each of the days at most Minutes, of the sport or in all
	Rest       Kind = "REST"        // nothing on each of the days
	Race       Kind = "RACE"        // an event on the day: the plan leaves it free
	Spare      Kind = "SPARE"       // nothing heavy or hard for the region on each of the days
	Unwell     Kind = "UNWELL"      // symptoms that a plan does not train through: nothing on each of the days
)

// Kinds lists every kind.
var Kinds = []Kind{Avoid, Prefer, MaxMinutes, Rest, Race, Spare, Unwell}

// Session narrows an AVOID or a PREFER to one sort of session.
type Session string

// The sorts. HARD is anything at high intensity.
const (
	Long Session = "LONG"
	Hard Session = "HARD"
	Easy Session = "EASY"
)

// Wish is one thing that an athlete asks for. Dates are 1 to 28 days of the plan, ascending. Minutes is 10 to 600: the limit of a
// MAX_MINUTES, the length wanted of a PREFER, else 0. Quote is the words it was read from, at most 160 characters of the wish itself.
type Wish struct {
	Kind    Kind                 `json:"kind"`
	Session Session              `json:"session,omitempty"` // of AVOID and PREFER
	Sport   training.Sport       `json:"sport,omitempty"`   // empty for any
	Region  training.MuscleGroup `json:"region,omitempty"`  // of SPARE
	Dates   []training.Date      `json:"dates"`
	Minutes int                  `json:"minutes,omitempty"`
	Quote   string               `json:"quote"`
}

// orNil is a word, nil for the empty one.
func orNil[T ~string](word T) *T {
	if word == "" {
		return nil
	}
	return &word
}

// SportOrNil is the sport as clients see it: nil where the wish has none.
func (w Wish) SportOrNil() *training.Sport { return orNil(w.Sport) }

// SessionOrNil is like SportOrNil.
func (w Wish) SessionOrNil() *Session { return orNil(w.Session) }

// RegionOrNil is like SportOrNil.
func (w Wish) RegionOrNil() *training.MuscleGroup { return orNil(w.Region) }

// MinutesOrNil is like SportOrNil.
func (w Wish) MinutesOrNil() *int {
	if w.Minutes == 0 {
		return nil
	}
	return &w.Minutes
}

// Wishes are at most 24.
type Wishes []Wish

// On tells whether a wish speaks of a day.
func (w Wish) On(date training.Date) bool { return slices.Contains(w.Dates, date) }

// Rests is the wish that keeps a whole day free, if there is one.
func (w Wishes) Rests(date training.Date) (Wish, bool) {
	for _, wish := range w {
		if wish.On(date) && (wish.Kind == Rest || wish.Kind == Unwell || wish.Kind == Race) {
			return wish, true
		}
	}
	return Wish{}, false
}

// Left is how many minutes of a sport a day still has by the athlete's wish beside the sessions that stand on it, and whether the wish
// says so at all.
func (w Wishes) Left(date training.Date, sport training.Sport, standing []training.Session) (minutes int, limited bool) {
	for _, wish := range w {
		if wish.Kind != MaxMinutes || !wish.On(date) || wish.Sport != "" && wish.Sport != sport {
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

// Limited tells whether a wish bounds the minutes of a day, of a sport or in all.
func (w Wishes) Limited(date training.Date) bool {
	return slices.ContainsFunc(w, func(wish Wish) bool { return wish.Kind == MaxMinutes && wish.On(date) })
}

// Unwell tells whether the athlete writes of symptoms that nobody should train through.
func (w Wishes) Unwell() bool {
	return slices.ContainsFunc(w, func(wish Wish) bool { return wish.Kind == Unwell })
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
		if wish.On(date) && wish.against(workout) {
			return wish, true
		}
	}
	return Wish{}, false
}

// longMinutes is from which length a session counts as long where a wish says so: the least of science §0.
var longMinutes = map[training.Sport]int{training.Run: 75, training.Ride: 120, training.Swim: 60, training.Row: 60}

// LongFrom is from which length in minutes a session of a sport counts as long where a wish says so, 0 for a sport that has no long one.
func LongFrom(sport training.Sport) int { return longMinutes[sport] }

func (w Wish) against(workout *training.Workout) bool {
	switch w.Kind {
	case Rest, Unwell, Race:
		return true
	case MaxMinutes:
		return w.of(workout) && workout.DurationSeconds > 60*w.Minutes
	case Spare:
		return strains(workout, w.Region)
	case Avoid:
		return w.of(workout) && w.sort(workout)
	}
	return false
}

// of tells whether a workout has the wish's sport in it.
func (w Wish) of(workout *training.Workout) bool {
	if w.Sport == "" || workout.Sport == w.Sport {
		return true
	}
	return slices.ContainsFunc(workout.Blocks, func(b training.Block) bool { return b.Sport == w.Sport })
}

func (w Wish) sort(workout *training.Workout) bool {
	switch w.Session {
	case Hard:
		return workout.Demand.HighIntensity || workout.Demand.HeavyLower
	case Long:
		least, endurance := longMinutes[workout.Sport]
		return endurance && workout.DurationSeconds >= 60*least
	case Easy:
		return !workout.Demand.HighIntensity && !workout.Demand.HeavyLower && !workout.Demand.Moderate
	}
	return true
}

// Serves tells whether a workout on a day is what a PREFER asks for.
func (w Wish) Serves(date training.Date, workout *training.Workout) bool {
	return w.Kind == Prefer && w.On(date) && w.of(workout) && w.sort(workout)
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

// WithSafety adds to a model's reading what the deterministic reader found that concerns the body, so that no model can overlook it.
func (w Wishes) WithSafety(read Wishes) Wishes {
	all := slices.Clone(w)
	for _, wish := range read {
		same := func(o Wish) bool {
			return o.Kind == wish.Kind && o.Region == wish.Region && containsAll(o.Dates, wish.Dates)
		}
		if (wish.Kind == Spare || wish.Kind == Unwell) && !slices.ContainsFunc(all, same) {
			all = append(all, wish)
		}
	}
	if extra := len(all) - maxWishes; extra > 0 {
		all = all[extra:] // what concerns the body stands last
	}
	return all
}

func containsAll[T comparable](list, wanted []T) bool {
	return !slices.ContainsFunc(wanted, func(x T) bool { return !slices.Contains(list, x) })
}

// String says a wish in a sentence without its end: "no running on Mon 30 Nov, Tue 1 Dec".
func (w Wish) String() string {
	what := strings.ToLower(strings.TrimSpace(string(w.Session) + " " + sportWord(w.Sport)))
	days := daysOf(w.Dates)
	switch w.Kind {
	case Avoid:
		return fmt.Sprintf("no %s on %s", what, days)
	case Prefer:
		if w.Minutes > 0 {
			what += fmt.Sprintf(" of about %d min", w.Minutes)
		}
		return fmt.Sprintf("rather %s on %s", what, days)
	case MaxMinutes:
		return fmt.Sprintf("at most %d min of %s on %s", w.Minutes, what, days)
	case Rest:
		return "rest on " + days
	case Race:
		return "a race on " + days
	case Spare:
		return fmt.Sprintf("nothing heavy or hard for %s on %s", regionWords[w.Region], days)
	}
	return "no training while unwell on " + days
}

var regionWords = map[training.MuscleGroup]string{
	training.Legs: "the legs", training.Push: "pushing muscles", training.Pull: "pulling muscles", training.Core: "the trunk",
}

func sportWord(sport training.Sport) string {
	if sport == "" {
		return "training"
	}
	return string(sport)
}

// daysOf names days, runs of three and more as "Mon 30 Nov to Thu 3 Dec".
func daysOf(dates []training.Date) string {
	var parts []string
	for i := 0; i < len(dates); {
		last := i
		for last+1 < len(dates) && dates[last+1] == dates[last]+1 {
			last++
		}
		if last-i >= 2 {
			parts = append(parts, prose.Day(dates[i])+" to "+prose.Day(dates[last]))
			i = last + 1
			continue
		}
		parts = append(parts, prose.Day(dates[i]))
		i++
	}
	return strings.Join(parts, ", ")
}
