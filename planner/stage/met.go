package stage

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
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
		return true, fmt.Sprintf("It stands with %s.", CountOf(count))
	case wish.Race:
		return metRace(f, w)
	case wish.Equip, wish.Without:
		return metGear(f, w, sessions)
	case wish.Limit, wish.Less, wish.More, wish.RestDays, wish.Spaced:
		return metLimit(f, w, sessions)
	case wish.Unavailable:
		if w.Windowed() {
			return metTimes(w, sessions)
		}
	}
	if w.Positive() {
		return metSession(f, w, sessions)
	}
	return metAvoided(f, w, sessions)
}

// metLimit looks at counts and minutes, and at weeks that are to be more or less.
func metLimit(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (bool, string) {
	if w.Kind == wish.Limit && w.Per == wish.PerDay {
		return metAvoided(f, w, sessions)
	}
	var not, is []string
	for _, l := range Limits(f) {
		if l.Wish.Kind != w.Kind || l.Wish.Quote != w.Quote || l.Wish.Sport != w.Sport || l.Wish.Session != w.Session || l.Wish.Family != w.Family || l.Wish.Count != w.Count || l.Wish.Minutes != w.Minutes {
			continue
		}
		count, minutes, days := amounts(f, &l.Wish, sessions)
		there, unit := count, "sessions"
		switch {
		case l.Minutes:
			there, unit = minutes, "min"
		case l.Days:
			there, unit = days, "days with training"
		}
		text := fmt.Sprintf("%d %s from %s", there, unit, prose.Day(l.Wish.Dates[0]))
		if l.Most >= 0 && there > l.Most || l.Least > there {
			not = append(not, text)
		} else {
			is = append(is, text)
		}
	}
	switch {
	case w.Kind == wish.Spaced && len(not) > 0:
		return false, "It is on two days in a row: what stands or what the weeks are for leave no other way."
	case w.Kind == wish.Spaced:
		return true, "It is on no two days in a row."
	case len(not) > 0:
		return false, "The plan has " + strings.Join(not, ", ") + ": what stands, the rules or what the weeks are for leave no other way."
	case len(is) == 0 && w.Kind == wish.More:
		return true, "The weeks come to as much as they may; more than the rules allow is not planned."
	case len(is) == 0:
		return true, "The weeks are lighter."
	}
	return true, "The plan has " + strings.Join(is, ", ") + "."
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
			return one.Serves(s.Date, f.Workouts.Of(&s)) && (!one.Windowed() || s.Start >= one.From && (one.To == 0 || s.Start < one.To))
		})
		if at < 0 {
			return false, whyUnmet(f, &one)
		}
		there = append(there, fmt.Sprintf("%s on %s", sessions[at].Title, prose.Day(sessions[at].Date)))
	}
	if w.Kind == wish.Move {
		if met, why := metAvoided(f, w, sessions); !met {
			return false, why
		}
	}
	return true, "The plan has " + strings.Join(there, ", ") + "."
}

// whyUnmet is why what is wanted is not in the plan.
func whyUnmet(f *state.Fortnight, w *wish.Wish) string {
	sport := w.Sport
	if g := &f.Brief.Gates; g.NoLoad || sport != "" && slices.Contains(g.NoSports, sport) || g.NoHI && w.Session == wish.Hard {
		for i := range g.Holds {
			return g.Holds[i].String()
		}
	}
	closed := true
	for _, d := range w.Dates {
		if at := int(d - f.Run.From); at >= 0 && at < len(f.Brief.Days) && !f.Brief.Days[at].Closed {
			closed = false
		}
	}
	if closed {
		return "The day takes nothing new: it is locked, over, an event's, without hours, or kept free by another wish."
	}
	return "The rules, what stands already or what else the weeks are for leave no room for it on these days."
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
	case events[at].ID != runs.WishedEvent:
		return true, fmt.Sprintf("It is %s of your events, and the weeks lead to it as to any of them.", events[at].Name)
	}
	does := map[training.EventPriority]string{
		training.EventA: "the weeks before it are a taper", training.EventB: "the days before it are lighter", training.EventC: "it is trained through",
	}[events[at].Priority]
	return true, fmt.Sprintf("This plan takes it for an event of priority %s: %s, and the day is the race's. Save it among your events, so that the next plan knows of it.", events[at].Priority, does)
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
