package stage

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// maxReasonRunes bounds why a wish is met or not.
const maxReasonRunes = 300

// Heard are the wishes of the run with what became of them in its plan.
func Heard(f *state.Fortnight) []runs.Heard {
	list := make([]runs.Heard, len(f.Wishes))
	for i, w := range f.Wishes {
		met, reason := Met(f, &w)
		list[i] = runs.Heard{Wish: w, Stated: w.Quote == "", Met: met, Reason: prose.Clip(reason, maxReasonRunes)}
	}
	return list
}

// Met tells whether the plan is as a wish asks for, and what that is seen by.
func Met(f *state.Fortnight, w *wish.Wish) (bool, string) {
	sessions := f.Sessions()
	switch w.Kind {
	case wish.Gate:
		for i := range f.Brief.Gates.Holds {
			if h := &f.Brief.Gates.Holds[i]; slices.Contains(h.Conditions, w.Condition) {
				return true, h.String() + " " + h.Advice
			}
		}
		return true, "It is noted until you clear it."
	case wish.Note:
		count, _, _ := amounts(f, w, sessions)
		if count == 0 {
			return false, "The plan has nothing that it could stand with."
		}
		return true, fmt.Sprintf("It stands with %s.", CountOf(count))
	case wish.Race:
		return metRace(f, w)
	case wish.Equip, wish.Without:
		return metGear(f, w, sessions)
	case wish.Limit, wish.Less, wish.More, wish.RestDays, wish.Spaced, wish.EasyBefore:
		return metLimit(f, w, sessions)
	case wish.Unavailable:
		if w.Windowed() {
			return metTimes(w, sessions)
		}
	}
	if w.Whatever() {
		return false, fmt.Sprintf("Nothing is planned on %s that does not stand on %s as well: ask for it when there is a plan, or name the session.", prose.Day(w.Away[0]), prose.Day(w.Dates[0]))
	}
	if w.Positive() {
		return metSession(f, w, sessions)
	}
	met, why := metAvoided(f, w, sessions)
	if met && w.Kind == wish.Ease && w.Sport == "" && w.Session == "" && w.Family == "" {
		return metWeeks(f, w, sessions)
	}
	return met, why
}

// metLimit looks at counts and minutes, and at weeks that are to be more or less.
func metLimit(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	if w.Kind == wish.Limit && w.Per == wish.PerDay && w.Count == 0 {
		return metAvoided(f, w, sessions)
	}
	var not, is []string
	for _, l := range limitsOf(f, w) {
		count, minutes, days := amounts(f, &l.Wish, sessions)
		there, one, many := count, "session", "sessions"
		switch {
		case l.Minutes:
			there, one, many = minutes, "min", "min"
		case l.Meters:
			there = meters(f, &l.Wish, sessions)
		case l.Days:
			there, one, many = days, "day with training", "days with training"
		}
		if l.Beside != nil {
			_, _, eves := amounts(f, l.Beside, sessions)
			there += eves
		}
		has := counted(there, one, many)
		if l.Meters {
			has = far(float64(there))
		}
		text := fmt.Sprintf("%s from %s", has, prose.Day(l.Wish.Dates[0]))
		room := 0
		if l.Meters {
			room = wish.LimitRoom
		}
		if l.Most >= 0 && there > l.Most+room || l.Least > there+room {
			not = append(not, text)
		} else {
			is = append(is, text)
		}
	}
	switch {
	case w.Kind == wish.EasyBefore && len(not) > 0:
		return false, "Something hard stands on the day before it: what stands, the rules or what the weeks are for leave no other way."
	case w.Kind == wish.EasyBefore:
		return true, "Nothing hard stands on the day before it."
	case w.Kind == wish.Limit && w.Per == wish.PerDay && len(not) == 0:
		if most := sessionsADay(f); (wish.Wishes{*w}).TwoADay(w.Dates[0]) && most < float64(w.Count) {
			return true, fmt.Sprintf("No day has more than %s of it: the rules allow you no more than %s a day (AVL-3).", CountOf(w.Count), CountOf(int(most)))
		}
		return true, fmt.Sprintf("No day has more than %s of it.", CountOf(w.Count))
	case w.Kind == wish.Limit && w.Per == wish.InARow && len(not) > 0:
		return false, fmt.Sprintf("It is on more than %s in a row: what stands, the rules or what the weeks are for leave no other way.", counted(w.Count, "day", "days"))
	case w.Kind == wish.Limit && w.Per == wish.InARow:
		return true, fmt.Sprintf("It is on no more than %s in a row.", counted(w.Count, "day", "days"))
	case w.Kind == wish.Spaced && len(not) > 0:
		return false, "It is twice on a day or on two days in a row: what stands or what the weeks are for leave no other way."
	case w.Kind == wish.Spaced:
		return true, "It is on no two days in a row."
	case len(not) > 0:
		return false, "The plan has " + strings.Join(not, ", ") + ": what stands, the rules or what the weeks are for leave no other way."
	case len(is) == 0:
		return metWeeks(f, w, sessions)
	}
	return true, "The plan has " + strings.Join(is, ", ") + "."
}

// weekRoom is how far from the minutes that it is to have a week may be (LD-8).
const weekRoom = 0.07

// metWeeks looks at whole weeks that are to be lighter, or as full as they may be.
func metWeeks(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	weeks := 0
	for i := range f.Brief.Weeks {
		week, minutes, days := &f.Brief.Weeks[i], 0, 0
		first := f.Run.From.AddDays(7 * i)
		for _, d := range w.Dates {
			if d >= first && d < first.AddDays(7) {
				days++
			}
		}
		if days < brief.EaseDays {
			continue
		}
		weeks++
		for n := range sessions {
			if s := &sessions[n]; s.Sport != training.Mobility && s.Date >= first && s.Date < first.AddDays(7) {
				minutes += MinutesOf(s.Load.DurationSeconds)
			}
		}
		switch most := float64(max(week.Minutes, week.Most)); {
		case w.Kind == wish.More && float64(minutes) < (1-weekRoom)*float64(week.Minutes):
			return false, fmt.Sprintf("The week from %s has %d min, where %d were to be reached: hours, rules and what stands leave no more.", prose.Day(first), minutes, week.Minutes)
		case w.Kind != wish.More && float64(minutes) > (1+weekRoom)*most:
			return false, fmt.Sprintf("The week from %s has %d min, where %.0f were to be the most: what stands goes before the wish.", prose.Day(first), minutes, most)
		}
	}
	switch {
	case weeks == 0 && w.Kind == wish.Ease:
		return true, "Nothing hard is planned on these days; the minutes stay where it is fewer than four days of a week."
	case weeks == 0:
		return false, "It is fewer than four days of a week, which make no week lighter or fuller."
	case w.Kind == wish.More:
		return true, "The weeks come to as much as they may; more than the rules allow is not planned."
	}
	return true, "The weeks are lighter."
}

// metTimes looks for sessions at a time that is shut.
func metTimes(w *wish.Wish, sessions []training.Session) (bool, string) {
	for i := range sessions {
		s := &sessions[i]
		if !w.On(s.Date) {
			continue
		}
		end := s.Start + training.LocalTime((s.Load.DurationSeconds+59)/60)
		if s.Start < w.To && end > w.From || w.To == 0 && end > w.From {
			return false, fmt.Sprintf("%s stands at %s on %s, and what stands goes before the wish.", s.Title, s.Start, prose.Day(s.Date))
		}
	}
	return true, "Nothing stands in that time."
}

// metSession looks for what is wanted, on one of its days or on each.
func metSession(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	var there []string
	for _, one := range w.Apart() {
		at := slices.IndexFunc(sessions, func(s training.Session) bool {
			workout := f.Workouts.Of(&s)
			return one.Serves(s.Date, workout) && one.At(s.Start) && one.Measures(workout)
		})
		if at < 0 {
			return false, closest(f, &one, sessions) + whyUnmet(f, &one)
		}
		there = append(there, fmt.Sprintf("%s on %s%s", sessions[at].Title, prose.Day(sessions[at].Date), lasting(&one, f.Workouts.Of(&sessions[at]))))
	}
	if w.Kind == wish.Move {
		if met, why := metAvoided(f, w, sessions); !met {
			return false, why
		}
	}
	return true, "The plan has " + strings.Join(there, ", ") + "."
}

// lasting is how long a session is, where a wish asks for a length: " (18.1 km)".
func lasting(w *wish.Wish, workout *training.Workout) string {
	if w.Minutes == 0 && w.Meters == 0 {
		return ""
	}
	return " (" + strings.Join(lengths(w, workout), ", ") + ")"
}

// lengths are those that a wish asks of a workout.
func lengths(w *wish.Wish, workout *training.Workout) (list []string) {
	if w.Minutes > 0 {
		list = append(list, prose.Minutes(workout.DurationSeconds))
	}
	switch {
	case w.Meters > 0 && workout.DistanceMeters != nil:
		list = append(list, far(*workout.DistanceMeters))
	case w.Meters > 0:
		list = append(list, "a distance that nobody knows")
	}
	return list
}

// far is a distance in words.
func far(meters float64) string {
	if meters < 1000 {
		return fmt.Sprintf("%.0f m", meters)
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", meters/1000), ".0") + " km"
}

// closest is what the plan has of what is wanted, and what it is not: "18.1 km and not 30 km: ". It is empty where the plan has nothing like it.
func closest(f *state.Fortnight, w *wish.Wish, sessions []training.Session) string {
	var best *training.Session
	off := func(s *training.Session) float64 {
		workout, away := f.Workouts.Of(s), 0.0
		if !w.Serves(s.Date, workout) {
			away += 10
		}
		if !w.At(s.Start) {
			away++
		}
		if w.Minutes > 0 {
			away += math.Abs(float64(workout.DurationSeconds)/60/float64(w.Minutes) - 1)
		}
		if w.Meters > 0 && workout.DistanceMeters != nil {
			away += math.Abs(*workout.DistanceMeters/float64(w.Meters) - 1)
		}
		return away
	}
	for i := range sessions {
		s := &sessions[i]
		if w.On(s.Date) && (w.Sport == "" || s.Sport == w.Sport) && (best == nil || off(s) < off(best)) {
			best = s
		}
	}
	if best == nil {
		return ""
	}
	workout, named := f.Workouts.Of(best), fmt.Sprintf("%s on %s", best.Title, prose.Day(best.Date))
	switch asked := lengths(w, asItIsWished(w)); {
	case !w.Serves(best.Date, workout):
		return fmt.Sprintf("The plan has %s, which is not what is asked for. ", named)
	case !w.At(best.Start):
		return fmt.Sprintf("%s begins at %s and not %s. ", named, best.Start, between(w))
	default:
		return fmt.Sprintf("%s has %s and not %s. ", named, strings.Join(lengths(w, workout), ", "), strings.Join(asked, ", "))
	}
}

// asItIsWished is a workout of the length that a wish asks for.
func asItIsWished(w *wish.Wish) *training.Workout {
	meters := float64(w.Meters)
	return &training.Workout{Load: training.Load{DurationSeconds: 60 * w.Minutes, DistanceMeters: &meters}}
}

// between is a wish's time of day.
func between(w *wish.Wish) string {
	if w.To == 0 {
		return fmt.Sprintf("from %s on", w.From)
	}
	return fmt.Sprintf("from %s to %s", w.From, w.To)
}

// whyUnmet is why what is wanted is not in the plan.
func whyUnmet(f *state.Fortnight, w *wish.Wish) string {
	sport := w.Sport
	if g := &f.Brief.Gates; g.NoLoad || sport != "" && slices.Contains(g.NoSports, sport) || g.NoHI && w.Session == wish.Hard {
		like := training.Session{Sport: sport, Family: string(w.Family)}
		like.Load.Demand.HighIntensity, like.Load.Demand.LeastReserve = w.Session == wish.Hard, 10 // as of a session without lifts
		// Of several conditions it is those that rule it out.
		if because, why := f.Against(&like); because != "" {
			return fmt.Sprintf("Because of %s: %s.", because, why)
		}
		if len(g.Holds) > 0 {
			return g.Holds[0].String()
		}
	}
	closed := true
	for _, d := range w.Dates {
		if at := int(d - f.Run.From); at >= 0 && at < len(f.Brief.Days) && !f.Brief.Days[at].Closed {
			closed = false
		}
	}
	room := 0
	for _, d := range w.Dates {
		if at := int(d - f.Run.From); at >= 0 && at < len(f.Brief.Days) {
			room = max(room, Longest(f, at, at))
		}
	}
	switch {
	case !closed && w.Minutes > room:
		return fmt.Sprintf("There is room for %d min at the most.", room)
	case closed:
		return "The day takes nothing new: it is locked, over, an event's, without hours, or kept free by another wish."
	}
	if what := lacking(f, w); what != "" {
		return what
	}
	return "The rules, what stands already or what else the weeks are for leave no room for it on these days."
}

// lacking is what a wish's sport, or the family that it names, needs and what is at hand on none of its days; empty where that is not so.
func lacking(f *state.Fortnight, w *wish.Wish) string {
	sport, lacks := w.Sport, ""
	family, named := session.Find(w.Family)
	if named {
		sport = family.Sport
	}
	for _, d := range w.Dates {
		have := AtHand(f, d)
		what, missing := session.Lacks(sport, have)
		switch {
		case !missing && named && !family.Equipped(have):
			what = "what " + Inside(family.Title) + " needs is not at hand"
		case !missing:
			return ""
		}
		if lacks == "" {
			lacks = fmt.Sprintf("On %s %s.", prose.Day(d), what)
		}
	}
	return lacks
}

// metAvoided looks for what is not to be there.
func metAvoided(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	for i := range sessions {
		s := &sessions[i]
		others := slices.DeleteFunc(slices.Clone(sessions), func(o training.Session) bool { return o.ID == s.ID })
		if !(wish.Wishes{*w}).Allows(s.Date, f.Workouts.Of(s), others) {
			return false, fmt.Sprintf("%s stands on %s, and what stands goes before the wish.", s.Title, prose.Day(s.Date))
		}
	}
	return true, "The plan keeps to it."
}

// metRace says what a race is taken for, and what the plan does for it.
func metRace(f *state.Fortnight, w *wish.Wish) (bool, string) {
	day := w.Dates[0]
	if day < f.Run.From {
		return true, "It is over: the days after it are for recovery."
	}
	events := f.Snapshot.Athlete.Profile.Events
	at := slices.IndexFunc(events, func(e training.Event) bool { return e.Date == day })
	switch {
	case at < 0:
		return false, "There are as many events as there may be: the day is left free, and the weeks do not lead to it."
	case otherwise(&events[at], w) != "":
		return false, fmt.Sprintf("On %s stands %s of your events, %s, and that is what the weeks lead to: change the event, or the wish.", prose.Day(day), events[at].Name, otherwise(&events[at], w))
	case noRace(&f.Brief.Gates, &events[at]) && f.Brief.Gates.Open():
		return false, fmt.Sprintf("The day is kept for it, and yet: %s It is because of %s.", dontRace(&events[at]), f.Brief.Gates.Because())
	case events[at].ID != runs.WishedEvent:
		return true, fmt.Sprintf("It is %s of your events, and the weeks lead to it as to any of them.", events[at].Name)
	}
	does := map[training.EventPriority]string{
		training.EventA: "the weeks before it are a taper", training.EventB: "the days before it are lighter", training.EventC: "it is trained through",
	}[events[at].Priority]
	return true, fmt.Sprintf("This plan takes it for an event of priority %s: %s, and the day is the race's. Save it among your events, so that the next plan knows of it.", events[at].Priority, does)
}

// sameRace is how far two lengths of one race may lie apart: half a marathon is spoken of as 21 km.
const sameRace = 0.02

// otherwise is in what an event is another race than a wish speaks of, empty where it is that.
func otherwise(e *training.Event, w *wish.Wish) string {
	var parts []string
	if w.Sport != "" && e.Sport != w.Sport {
		parts = append(parts, "of the sport "+string(e.Sport)+" and not "+string(w.Sport))
	}
	if w.Priority != "" && e.Priority != w.Priority {
		parts = append(parts, "of priority "+string(e.Priority)+" and not "+string(w.Priority))
	}
	if w.Format != "" && e.Format != nil && *e.Format != w.Format {
		parts = append(parts, "of the format "+string(*e.Format)+" and not "+string(w.Format))
	}
	if meters := float64(w.Meters); meters > 0 && e.DistanceMeters != nil && math.Abs(*e.DistanceMeters-meters) > sameRace*meters {
		parts = append(parts, "over "+far(*e.DistanceMeters)+" and not "+far(meters))
	}
	return strings.Join(parts, ", ")
}

// metGear looks for a session that what is at hand does not do for.
func metGear(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	for i := range sessions {
		s := &sessions[i]
		if what, missing := session.Missing(f.Workouts.Of(s), AtHand(f, s.Date)); missing && w.On(s.Date) {
			return false, fmt.Sprintf("%s stands on %s, where %s, and what stands goes before the wish.", s.Title, prose.Day(s.Date), what)
		}
	}
	if w.Kind == wish.Without {
		return true, "Nothing is planned on these days that needs it."
	}
	if slices.ContainsFunc(w.Equipment, training.Equipment.ForEndurance) {
		return true, "Nothing is planned on these days that needs anything else, to lift or for endurance."
	}
	return true, "What needs anything else to lift is not planned on these days."
}

// sessionsADay is how many sessions the rules allow a day of the athlete's plan (AVL-3).
func sessionsADay(f *state.Fortnight) float64 {
	limits := catalogue.NewLimits(f.Snapshot.Athlete.Profile, f.Run.From, false, f.Snapshot.Overrides)
	return catalogue.AVL3.Limit(&limits)
}

// CountOf is a number of sessions in words.
func CountOf(sessions int) string { return counted(sessions, "session", "sessions") }

// counted is a number of what is called so where it is one, and so where it is not.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
