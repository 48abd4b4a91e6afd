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
		faults.Add(path+"kind", fmt.Sprintf("%.40q is none of %s", string(w.Kind), choices(Kinds)))
		return
	}
	if w.Strength != "" && !oneOf(Strengths, w.Strength) {
		faults.Add(path+"strength", fmt.Sprintf("%.40q is neither %s", string(w.Strength), choices(Strengths)))
	}
	for _, f := range w.useless() {
		faults.Add(path+f.name, "is of no use there: "+taken(w.Kind))
	}
	if len(w.Dates) == 0 || len(w.Dates) > days && w.Kind != Race {
		faults.Add(path+"dates", fmt.Sprintf("1 to %d days of the plan, not %d", days, len(w.Dates)))
	}
	earliest, latest := first, last
	if w.Kind == Race {
		earliest, latest = from.AddDays(-PastDays), from.AddDays(FutureDays)
	}
	for i, d := range w.Dates {
		if d < earliest || d > latest || i > 0 && d <= w.Dates[i-1] {
			faults.Add(path+"dates", fmt.Sprintf("days from %s to %s, each once, in order; %s is not", earliest, latest, d))
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
		faults.Add(path+"familyId", fmt.Sprintf("there is no family %.40q: families are those of Query.sessionFamilies, as R-LONG", string(w.Family)))
	}
	if w.Session != "" && !oneOf(Sessions, w.Session) {
		faults.Add(path+"session", fmt.Sprintf("%.40q is none of %s", string(w.Session), choices(Sessions)))
	}
	if w.Session == Long && w.Sport != "" && w.Sport != training.MultiSport && LongFrom(w.Sport) == 0 {
		faults.Add(path+"session", "LONG goes with RUN, RIDE, SWIM, ROW or MULTI_SPORT, not with "+string(w.Sport))
	}
	none := w.Sport == "" && w.Session == "" && w.Family == "" && w.Focus == ""
	if none && oneOf([]Kind{Avoid, Prefer, Require, EasyBefore}, w.Kind) {
		faults.Add(path+"sport", "is needed of a "+string(w.Kind)+", or a session, a familyId or a focus")
	}
	if w.Kind == Gate && !oneOf(training.Conditions, w.Condition) {
		faults.Add(path+"condition", "is needed of a GATE: one of "+choices(training.Conditions))
	}
	if _, there := patternsOf[w.Region]; w.Kind == Spare && !there {
		faults.Add(path+"region", "is needed of a SPARE: "+choices(training.MuscleGroups))
	}
	switch {
	case len(w.Equipment) > len(training.Equipments):
		faults.Add(path+"equipment", "each once")
	case w.Kind == Without && len(w.Equipment) == 0:
		faults.Add(path+"equipment", "is needed of a WITHOUT: what is not at hand")
	}
	if w.Kind == Race {
		w.checkRace(faults, path)
	}
}

func (w *Wish) checkRace(faults *training.InputError, path string) {
	if w.Priority != "" && !oneOf(training.EventPriorities, w.Priority) {
		faults.Add(path+"priority", fmt.Sprintf("%.40q is none of %s", string(w.Priority), choices(training.EventPriorities)))
	}
	switch {
	case w.Format != "" && w.Sport != "":
		training.CheckFormat(faults, path+"format", w.Format, w.Sport)
	case w.Format != "" && !oneOf(training.EventFormats, w.Format):
		faults.Add(path+"format", fmt.Sprintf("%.40q is none of %s", string(w.Format), choices(training.EventFormats)))
	}
	if len(w.Dates) > 1 {
		faults.Add(path+"dates", fmt.Sprintf("a RACE is on one day, not on %d", len(w.Dates)))
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
		if w.Positive() && w.Minutes != 0 && !lengthInBounds(w.Minutes) {
			faults.Add(path+"minutes", fmt.Sprintf("%d to %d of what is wanted, not %d", leastMinutes, mostMinutes, w.Minutes))
		}
	}
	if (w.Positive() || w.Kind == Race) && w.Meters != 0 && (w.Meters < leastMeters || w.Meters > mostMeters) {
		faults.Add(path+"meters", fmt.Sprintf("%d to %d of what is wanted or a RACE, not %d", leastMeters, mostMeters, w.Meters))
	}
	if w.To != 0 && w.To <= w.From {
		faults.Add(path+"to", fmt.Sprintf("a time of day after from, 00:00 for midnight; %s is not after %s", w.To, w.From))
	}
	if w.Kind == Move && len(w.Away) == 0 {
		faults.Add(path+"away", "is needed of a MOVE: the days that it is to leave")
	}
	for i, d := range w.Away {
		if d < from || d > last || slices.Contains(w.Dates, d) || i > 0 && d <= w.Away[i-1] {
			faults.Add(path+"away", fmt.Sprintf("days from %s to %s that are none of dates, each once, in order; %s is not", from, last, d))
			break
		}
	}
}

func (w *Wish) checkLimit(faults *training.InputError, path string) {
	if !oneOf(Bounds, w.Bound) {
		faults.Add(path+"bound", "is needed of a LIMIT: "+choices(Bounds))
	}
	if !oneOf(Periods, w.Per) {
		faults.Add(path+"per", "is needed of a LIMIT: DAY, WEEK or DATES, IN_A_ROW where days in a row are bounded")
	}
	given := 0
	for _, n := range []int{w.Count, w.Minutes, w.Meters} {
		if n != 0 {
			given++
		}
	}
	switch {
	case given == 0:
		faults.Add(path+"count", fmt.Sprintf("a LIMIT needs one of count, 1 to %d sessions or days in a row, minutes, %d to %d, and meters, %d to %d",
			mostCount, leastMinutes, mostWeekMinutes, leastMeters, mostWeekMeters))
	case given > 1:
		faults.Add(path+"count", "a LIMIT has one of count, minutes and meters: two of them bound both")
	case w.Per == InARow && w.Count == 0:
		faults.Add(path+"per", "IN_A_ROW for a count of days alone")
	case w.Per == InARow && w.Bound != AtMost:
		faults.Add(path+"bound", "AT_MOST for days IN_A_ROW")
	case w.Meters != 0 && !Goes(w.Sport):
		faults.Add(path+"sport", "is needed beside the meters of a LIMIT: one in which one goes somewhere, as RUN")
	case w.Meters != 0 && w.Bound != AtMost && w.Per == PerDay:
		faults.Add(path+"bound", "AT_MOST for meters of a DAY")
	case w.Meters != 0 && (w.Meters < leastMeters || w.Meters > mostWeekMeters || w.Per == PerDay && w.Meters > mostMeters):
		faults.Add(path+"meters", fmt.Sprintf("%d to %d, of a DAY to %d, not %d", leastMeters, mostWeekMeters, mostMeters, w.Meters))
	case w.Count != 0 && (w.Count < 1 || w.Count > mostCount):
		faults.Add(path+"count", fmt.Sprintf("1 to %d sessions, or days IN_A_ROW", mostCount))
	case w.Count != 0 && w.Bound != AtMost && w.Per == PerDay:
		faults.Add(path+"bound", "AT_MOST for sessions of a DAY")
	case w.Minutes != 0 && w.Bound != AtMost && w.Per == PerDay:
		faults.Add(path+"bound", "AT_MOST for minutes of a DAY")
	case w.Minutes != 0 && (w.Minutes < leastMinutes || w.Minutes > mostWeekMinutes || w.Per == PerDay && w.Minutes > mostMinutes):
		faults.Add(path+"minutes", fmt.Sprintf("%d to %d, of a DAY to %d, not %d", leastMinutes, mostWeekMinutes, mostMinutes, w.Minutes))
	}
}

func (w *Wish) checkRests(faults *training.InputError, path string) {
	if !oneOf(Bounds, w.Bound) {
		faults.Add(path+"bound", "is needed of a REST_DAYS: "+choices(Bounds))
	}
	if w.Per != PerWeek && w.Per != InAll {
		faults.Add(path+"per", "is needed of a REST_DAYS: WEEK or DATES")
	}
	if w.Count < 1 || w.Per == PerWeek && w.Count > mostRests || w.Count > len(w.Dates) {
		faults.Add(path+"count", fmt.Sprintf("is needed of a REST_DAYS: 1 to %d days in a WEEK, on DATES no more than they are, not %d", mostRests, w.Count))
	}
}
