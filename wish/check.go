package wish

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Check says what is wrong with a wish that was stated as data, for days planned days from from, each fault under the name of its field behind
// path.
func (w *Wish) Check(faults *training.InputError, path string, from training.Date, days int) {
	first, last := from, from.AddDays(days-1)
	if !oneOf(Kinds, w.Kind) {
		faults.Add(path+"kind", "unknown")
		return
	}
	if w.Strength != "" && !oneOf(Strengths, w.Strength) {
		faults.Add(path+"strength", "unknown")
	}
	if len(w.Dates) == 0 || len(w.Dates) > days && w.Kind != Race {
		faults.Add(path+"dates", fmt.Sprintf("1 to %d days of the plan", days))
	}
	earliest, latest := first, last
	if w.Kind == Race {
		earliest, latest = from.AddDays(-PastDays), from.AddDays(FutureDays)
	}
	for i, d := range w.Dates {
		if d < earliest || d > latest || i > 0 && d <= w.Dates[i-1] {
			faults.Add(path+"dates", fmt.Sprintf("days from %s to %s, each once, in order", earliest, latest))
			break
		}
	}
	w.checkWhat(faults, path)
	w.checkHow(faults, path, from, last)
}

// mostDays is how many days a plan has at most.
const mostDays = 28

// Check says what is wrong with wishes that were stated as data, at most 24 of them.
func (w Wishes) Check(faults *training.InputError, path string, from training.Date, days int) {
	if !training.CheckCount(faults, path, len(w), 0, maxWishes) || days < 1 || days > mostDays { // which is a fault of its own
		return
	}
	for i := range w {
		w[i].Check(faults, fmt.Sprintf("%s[%d].", path, i), from, days)
	}
}

func oneOf[T comparable](list []T, x T) bool { return slices.Contains(list, x) }

// checkWhat looks at what a wish speaks of.
func (w *Wish) checkWhat(faults *training.InputError, path string) {
	if _, known := session.Find(w.Family); w.Family != "" && !known {
		faults.Add(path+"familyId", "unknown")
	}
	none := w.Sport == "" && w.Session == "" && w.Family == "" && w.Focus == ""
	if none && oneOf([]Kind{Avoid, Prefer, Require, Move}, w.Kind) {
		faults.Add(path+"sport", "is needed, or a session, a family or a focus")
	}
	if (w.Kind == Gate) != (w.Condition != "") {
		faults.Add(path+"condition", "is needed of a GATE, and of no other kind")
	}
	if (w.Kind == Spare) != (w.Region != "") {
		faults.Add(path+"region", "is needed of a SPARE, and of no other kind")
	}
	if _, there := patternsOf[w.Region]; w.Region != "" && !there {
		faults.Add(path+"region", "unknown")
	}
	switch {
	case w.Kind != Equip && w.Kind != Without && len(w.Equipment) > 0 || len(w.Equipment) > len(training.Equipments):
		faults.Add(path+"equipment", "each once, of an EQUIPMENT or a WITHOUT alone")
	case w.Kind == Without && len(w.Equipment) == 0:
		faults.Add(path+"equipment", "is needed of a WITHOUT: what is not at hand")
	}
	if w.Priority != "" && (w.Kind != Race || !oneOf(training.EventPriorities, w.Priority)) {
		faults.Add(path+"priority", "A, B or C, of a RACE alone")
	}
	if w.Format != "" && (w.Kind != Race || !oneOf(training.EventFormats, w.Format)) {
		faults.Add(path+"format", "of a RACE alone")
	}
	if w.Kind == RestDays && !none {
		faults.Add(path+"sport", "a REST_DAYS is of all training")
	}
	if w.Kind == Race && len(w.Dates) != 1 {
		faults.Add(path+"dates", "a race is on one day")
	}
}

// checkHow looks at how much, how often and when.
func (w *Wish) checkHow(faults *training.InputError, path string, from, last training.Date) {
	switch w.Kind {
	case Limit:
		w.checkLimit(faults, path)
	case RestDays:
		w.checkRests(faults, path)
	default:
		for field, given := range map[string]bool{"count": w.Count != 0, "bound": w.Bound != "", "per": w.Per != ""} {
			if given {
				faults.Add(path+field, "of a LIMIT or a REST_DAYS alone")
			}
		}
		if w.Minutes != 0 && (!w.Positive() || !lengthInBounds(w.Minutes)) {
			faults.Add(path+"minutes", fmt.Sprintf("%d to %d, of what is wanted or a LIMIT", leastMinutes, mostMinutes))
		}
	}
	if w.Meters != 0 && (!w.Positive() && w.Kind != Race || w.Meters < leastMeters || w.Meters > mostMeters) {
		faults.Add(path+"meters", fmt.Sprintf("%d to %d, of what is wanted or a RACE", leastMeters, mostMeters))
	}
	if w.Windowed() && w.Kind != Unavailable && !w.Positive() {
		faults.Add(path+"from", "of what is wanted or UNAVAILABLE")
	}
	if w.To != 0 && w.To <= w.From {
		faults.Add(path+"to", "a time of day after from, 00:00 for midnight")
	}
	if (w.Kind == Move) != (len(w.Away) > 0) {
		faults.Add(path+"away", "is needed of a MOVE, and of no other kind: the days that it is to leave")
	}
	for i, d := range w.Away {
		if d < from || d > last || slices.Contains(w.Dates, d) || i > 0 && d <= w.Away[i-1] {
			faults.Add(path+"away", fmt.Sprintf("days from %s to %s that are none of dates, each once, in order", from, last))
			break
		}
	}
}

func (w *Wish) checkLimit(faults *training.InputError, path string) {
	if !oneOf(Bounds, w.Bound) {
		faults.Add(path+"bound", "is needed of a LIMIT")
	}
	if !oneOf(Periods, w.Per) {
		faults.Add(path+"per", "is needed of a LIMIT")
	}
	switch {
	case (w.Count == 0) == (w.Minutes == 0):
		faults.Add(path+"count", "is needed, or minutes, and not both")
	case w.Count != 0 && (w.Count < 1 || w.Count > mostCount || w.Per == PerDay):
		faults.Add(path+"count", fmt.Sprintf("1 to %d, in a WEEK or on the DATES", mostCount))
	case w.Minutes != 0 && w.Bound != AtMost && w.Per == PerDay:
		faults.Add(path+"bound", "AT_MOST for minutes of a DAY")
	case w.Minutes != 0 && (w.Minutes < leastMinutes || w.Minutes > mostWeekMinutes || w.Per == PerDay && w.Minutes > mostMinutes):
		faults.Add(path+"minutes", fmt.Sprintf("%d to %d, of a day to %d", leastMinutes, mostWeekMinutes, mostMinutes))
	}
}

func (w *Wish) checkRests(faults *training.InputError, path string) {
	if !oneOf(Bounds, w.Bound) {
		faults.Add(path+"bound", "is needed of a REST_DAYS")
	}
	if w.Per != PerWeek && w.Per != InAll {
		faults.Add(path+"per", "WEEK or DATES, is needed of a REST_DAYS")
	}
	if w.Count < 1 || w.Per == PerWeek && w.Count > mostRests || w.Count > len(w.Dates) {
		faults.Add(path+"count", fmt.Sprintf("is needed: 1 to %d days in a WEEK, on DATES no more than they are", mostRests))
	}
	if w.Minutes != 0 {
		faults.Add(path+"minutes", "not of a REST_DAYS")
	}
}
