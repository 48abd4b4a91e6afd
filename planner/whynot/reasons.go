package whynot

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/planner/stage"
	"fortnight/prose"
	"fortnight/reason"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// reasons are why what is asked about was no candidate, the strongest first: the day, the wish, the hours, who may do it, when in a season.
func (a *inquiry) reasons() []Reason {
	list := []Reason{}
	add := func(kind ReasonKind, message string) {
		if message != "" {
			list = append(list, Reason{kind, message})
		}
	}
	if a.Brief.Days[a.day].Closed {
		add(a.closed())
	}
	if len(list) == 0 || list[0].Kind != ReasonWish {
		add(ReasonWish, a.wished())
	}
	if !a.Brief.Days[a.day].Closed {
		add(ReasonHours, a.noRoom())
	}
	kind, message := a.refused()
	bars, missing := a.barredThere()
	if kind != ReasonEquipment || bars != ReasonEquipment { // else it is one reason, and the day's says what is missing
		add(kind, message)
	}
	add(bars, missing)
	if len(a.tries) > 0 && !slices.ContainsFunc(a.tries, func(w training.Workout) bool { return stage.Suits(&a.Fortnight, &w) }) {
		add(ReasonExperience, "It asks for more than an athlete of this experience is given.")
	}
	add(ReasonGap, a.near())
	return list
}

// closed is why nothing may be added to the day.
func (a *inquiry) closed() (ReasonKind, string) {
	on := prose.Day(a.Date)
	for _, e := range a.Snapshot.Athlete.Profile.Events {
		if e.Date == a.Date {
			return ReasonEvent, fmt.Sprintf("%s is on %s, and nothing stands beside it.", e.Name, on)
		}
	}
	last, keeps := a.LastKept()
	w, wished := a.Wishes.Rests(a.Date)
	switch {
	case a.Date < a.Snapshot.Today:
		return ReasonPast, on + " is over."
	case a.Brief.Days[a.day].Ill:
		return ReasonIllness, "Illness rules out all load on " + on + "."
	case wished:
		return ReasonWish, fmt.Sprintf("The wish “%s”: %s.", w.Quote, w)
	case a.GaveUp(a.Date):
		return ReasonClosedDay, fmt.Sprintf("What was planned on %s was skipped, and its load is not made up for.", on)
	case slices.Contains(a.Snapshot.LockedDays, a.Date):
		return ReasonClosedDay, on + " is locked."
	case keeps && a.Date <= last && !slices.Contains(a.Reopened(), a.Date):
		return ReasonClosedDay, fmt.Sprintf("The run keeps what is planned, and adds nothing up to %s.", prose.Day(last))
	}
	longest, _ := a.Snapshot.Hours().Room(a.Date)
	if longest == 0 {
		return ReasonHours, fmt.Sprintf("There are no hours left to train in on %s.", on)
	}
	return ReasonHours, fmt.Sprintf("%s has room for %s at most, and a session takes %s at least.", on, prose.Minutes(60*longest), prose.Minutes(60*brief.EasyMinutes))
}

// wished is which wish all that could be tried goes against.
func (a *inquiry) wished() string {
	why := ""
	for i := range a.tries {
		w := &a.tries[i]
		s := training.Session{
			PlannedSession: training.PlannedSession{Date: a.Date, WorkoutID: w.ID}, Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
		}
		a.Workouts[w.ID] = *w
		if why = stage.WishAgainst(&a.Fortnight, &s, a.Kept()); why == "" {
			return ""
		}
	}
	return why
}

// noRoom is that no window of the day takes any of what could be tried.
func (a *inquiry) noRoom() string {
	shortest := 0
	for i := range a.tries {
		w := &a.tries[i]
		for _, second := range []bool{false, true} {
			if _, fits := a.Snapshot.Hours().Start(a.Date, w, second, a.Kept()); fits {
				return ""
			}
		}
		if shortest == 0 || w.DurationSeconds < shortest {
			shortest = w.DurationSeconds
		}
	}
	longest, _ := a.Snapshot.Hours().Room(a.Date)
	if shortest == 0 {
		return fmt.Sprintf("%s has room for %s at most, and that is too short for it.", prose.Day(a.Date), prose.Minutes(60*longest))
	}
	return fmt.Sprintf("No window of %s takes it beside what stands: it needs %s, and the longest has %s.", prose.Day(a.Date), prose.Minutes(shortest), prose.Minutes(60*longest))
}

// refused is why the season keeps the family from the week.
func (a *inquiry) refused() (ReasonKind, string) {
	f, known := session.Find(a.family)
	if !known {
		return "", ""
	}
	week, last := &a.Brief.Weeks[a.day/7], map[session.ID]training.Date{}
	for id, p := range a.Brief.Last {
		last[id] = p.Date
	}
	title, phase := f.Title, reason.PhaseName(week)
	switch week.Refused(f.ID, a.Brief.Athlete, a.Brief.Format, a.Brief.Levels, last, a.Run.From) {
	case season.RefusedSport:
		return ReasonSport, fmt.Sprintf("%s is ruled out for now.", strings.ToUpper(f.Sport.Name()[:1])+f.Sport.Name()[1:])
	case season.RefusedStepBack:
		return ReasonSeason, fmt.Sprintf("%s is a test, which stands in a lighter week; this one is of %s.", title, phase)
	case season.RefusedWindow:
		return ReasonSeason, fmt.Sprintf("%s has its place in another part of the season: the week is one of %s.", title, phase)
	case season.RefusedExperience:
		return ReasonExperience, fmt.Sprintf("%s asks for more experience, or is not for the athlete's age.", title)
	case season.RefusedEquipment:
		return ReasonEquipment, fmt.Sprintf("%s needs what is not at hand in the week.", title)
	case season.RefusedHealth:
		return ReasonHealth, fmt.Sprintf("%s would harm what is to be spared.", title)
	case season.RefusedGap:
		return ReasonGap, fmt.Sprintf("%s was done last on %s, and %d days are to lie between.", title, prose.Day(last[f.ID]), f.Gap)
	}
	return "", ""
}

// barredThere is that nothing of what could be tried may be done on the day: for want of equipment, or by a gate of health.
func (a *inquiry) barredThere() (ReasonKind, string) {
	equipment, lacks := 0, ""
	for i := range a.tries {
		w := &a.tries[i]
		if what, missing := session.Missing(w, stage.AtHand(&a.Fortnight, a.Date)); missing {
			if equipment++; lacks == "" {
				lacks = what
			}
			continue
		}
		if start, fits := a.Snapshot.Hours().Start(a.Date, w, false, a.Kept()); !fits || !stage.Barred(&a.Fortnight, a.Date, start, w) {
			return "", ""
		}
	}
	switch {
	case len(a.tries) == 0:
		return "", ""
	case equipment == len(a.tries):
		return ReasonEquipment, fmt.Sprintf("On %s %s.", prose.Day(a.Date), lacks)
	}
	return ReasonHealth, fmt.Sprintf("What is known of the athlete's health keeps it from %s, or from its hours.", prose.Day(a.Date))
}

// near is that another of the family stands too few days away in the plan, on a day of its own: it could not be moved here, as it is kept.
func (a *inquiry) near() string {
	f, known := session.Find(a.family)
	if !known || f.Gap < 2 {
		return ""
	}
	for _, s := range a.Kept() {
		apart := int(max(s.Date-a.Date, a.Date-s.Date))
		if apart > 0 && apart < f.Gap && (session.ID(s.Family) == a.family || familyOf(a.Workouts.Of(&s)) == a.family) {
			return fmt.Sprintf("%s stays on %s, and %d days are to lie between.", s.Title, prose.Day(s.Date), f.Gap)
		}
	}
	return ""
}

// held is the slot of the day's week that is of the family asked about, of several one that may stand on the day; nil for none.
func (a *inquiry) held() *season.Slot {
	var held *season.Slot
	slots := a.Brief.Weeks[a.day/7].Slots
	for i := range slots {
		s := &slots[i]
		if s.Lock != 0 || a.family == "" || s.Family() != a.family {
			continue
		}
		if on := s.First <= a.day+1 && a.day+1 <= s.Last; on || held == nil {
			if held = s; on {
				break
			}
		}
	}
	return held
}

// sameLength is by how many minutes a workout may be longer or shorter than a session that the week holds and still be as long.
const sameLength = 10

// unlike says of a workout of a family that the week holds how it is unlike what that is to be: on another rung, longer or shorter.
func (a *inquiry) unlike(s *season.Slot) string {
	f, _ := session.Find(a.family)
	is := &a.tries[0]
	read, _ := session.Of(is)
	var parts []string
	if level := min(s.Level, f.Rungs); level > 0 && read.Level > 0 && read.Level != level {
		ladder := f.Ladder()
		parts = append(parts, fmt.Sprintf("on rung %d (%s), and this is rung %d (%s)", level, ladder[level-1].Dose, read.Level, ladder[min(read.Level, f.Rungs)-1].Dose))
	}
	if minutes := stage.MinutesOf(is.DurationSeconds); s.Minutes > 0 && (minutes > s.Minutes+sameLength || minutes < s.Minutes-sameLength) {
		parts = append(parts, fmt.Sprintf("about %d min long, and this lasts %d", s.Minutes, minutes))
	}
	if first, last := a.Run.From.AddDays(s.First-1), a.Run.From.AddDays(s.Last-1); a.Date < first || a.Date > last {
		on := "on " + prose.Day(first)
		if last != first {
			on = fmt.Sprintf("from %s to %s", prose.Day(first), prose.Day(last))
		}
		parts = append(parts, on+", and this is another day")
	}
	if len(parts) == 0 {
		return "what was written for the athlete was weighed for it"
	}
	return strings.Join(parts, "; ")
}

// week says what the week of the day is to hold: nothing of what is asked about, or a session of its family that is unlike it.
func (a *inquiry) week() Reason {
	w := &a.Brief.Weeks[a.day/7]
	if s := a.held(); s != nil && len(a.tries) > 0 {
		return Reason{ReasonWeek, fmt.Sprintf("The week (%s) is to hold one %s: %s.", reason.PhaseName(w), stage.Inside(stage.NameOf(s)), a.unlike(s))}
	}
	var names []string
	for i := range w.Slots {
		if name := stage.Inside(stage.NameOf(&w.Slots[i])); w.Slots[i].Lock == 0 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	holds := "nothing more"
	if len(names) > 0 {
		holds = strings.Join(names, "; ")
	}
	return Reason{ReasonWeek, fmt.Sprintf("The week (%s) has no such session on this day: it is to hold %s.", reason.PhaseName(w), holds)}
}
