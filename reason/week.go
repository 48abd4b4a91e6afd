package reason

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fortnight/prose"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Week says what a week is for: its phase and why, its minutes against those of the week before, 0 for unknown, of which so many are still ahead, the one
// session that matters, and what gives way first. Nth counts from 1; after is the planned week before it, nil for none: what is as there is not said again.
func Week(w *season.Week, nth, before, ahead int, after *season.Week) string {
	phase, left, keep := phaseWith(w), leftOut(w), must(w)
	if after != nil && after.Standing.Phase == w.Standing.Phase && !w.Standing.Test {
		phase = sentence(phaseOf(&w.Standing, w.First) + lighter(w))
	}
	if after != nil {
		if left == leftOut(after) {
			left = ""
		}
		if keep == must(after) {
			keep = ""
		}
	}
	return join(fmt.Sprintf("Week %d from %s: %s", nth, prose.Day(w.First), inside(phase)), minutesOf(w, before, ahead), keep, left)
}

// phaseNames are the phases in words.
var phaseNames = map[session.Phase]string{
	session.Base: "base", session.Build: "build", session.Specific: "race-specific work", session.Taper: "taper", session.Recovery: "recovery",
	session.Return: "return", session.Off: "maintenance",
}

// phaseAims are what the phases are for.
var phaseAims = map[session.Phase]string{
	session.Base: "the foundation comes before harder work", session.Build: "the work turns to threshold and above, as far as your level and your body allow",
	session.Specific: "the sessions come close to what the race asks", session.Taper: "less training, so that you arrive rested",
	session.Recovery: "the body gets over the race first", session.Return: "the way back comes before any goal",
	session.Off: "steady habits without a race to point to",
}

// liftAims are what the phases of a season are for in which the lifts lead.
var liftAims = map[session.Phase]string{
	session.Base: "more repetitions build muscle and practice", session.Build: "heavier weights for fewer repetitions",
	session.Specific: "single lifts come close to the heaviest",
}

// PhaseName is the phase of a week in words.
func PhaseName(w *season.Week) string { return phaseNames[w.Standing.Phase] }

// Phase says where in the season a week that begins on a day stands and why, in one sentence: as calendar, road and run say it, whatever the week
// holds.
func Phase(st *season.Standing, first training.Date) string {
	if st.Test {
		return sentence(lastOfWave)
	}
	return sentence(phaseOf(st, first) + ": " + aimOf(st))
}

// lastOfWave is the week in which a wave has its test, where one is open to the athlete: only a week whose sessions are known is called a test week.
const lastOfWave = "the last week of a wave of eight, a lighter one"

// aimOf is what a phase is for.
func aimOf(st *season.Standing) string {
	if aim := liftAims[st.Phase]; st.Lifts && aim != "" {
		return aim
	}
	return phaseAims[st.Phase]
}

// lifting is what a week is for in which strength comes before all: with what stands beside it.
func lifting(w *season.Week) string {
	beside := slices.ContainsFunc(w.Slots, func(s season.Slot) bool { return s.Sport.Endurance() })
	aim := "strength comes first"
	if beside {
		aim += ", with endurance beside it"
	}
	if of := liftAims[w.Standing.Phase]; w.Standing.Lifts && of != "" {
		aim += "; " + of
	}
	return aim
}

// phaseWith is that of a week whose sessions are known, with what it steps back after.
func phaseWith(w *season.Week) string {
	switch {
	case w.Standing.Test && w.Tests():
		return sentence("a test week: a new measure for the next ones")
	case w.Standing.Test:
		return Phase(&w.Standing, w.First)
	}
	return sentence(phaseOf(&w.Standing, w.First) + ": " + phaseAim(w) + lighter(w))
}

// phaseAim is what a week's phase is for: of a week of lifts before all, and of one that has no key session, it says what it has.
func phaseAim(w *season.Week) string {
	switch p := w.Standing.Phase; {
	case p != session.Base && p != session.Build && p != session.Specific || len(w.Slots) == 0:
	case lifts(w):
		return lifting(w)
	case p != session.Base && len(w.Keys()) == 0:
		return "endurance stays easy, before harder work"
	}
	return aimOf(&w.Standing)
}

// phaseOf is where in the season a week stands.
func phaseOf(st *season.Standing, first training.Date) string {
	name := phaseNames[st.Phase]
	switch {
	case st.Event != nil:
		return name + ", " + away(&Event{nameOf(st.Event), st.Event.Date}, first)
	case st.Phase == session.Base || st.Phase == session.Build:
		return fmt.Sprintf("%s, its week %d in a wave of eight weeks", name, st.Week+1)
	}
	return name
}

// lighter says that a week steps back, and after what.
func lighter(w *season.Week) string {
	switch {
	case !w.StepBack:
		return ""
	case w.Full > 0:
		return fmt.Sprintf("; a step-back week after %s, so that the body takes in what they have asked of it", count(w.Full, "full week"))
	}
	return "; a step-back week after two long days in a row, so that the legs come round"
}

func nameOf(e *season.Event) string {
	if e.Name != "" {
		return e.Name
	}
	return "the event"
}

// away is where an event lies, seen from a day.
func away(e *Event, from training.Date) string {
	switch days := int(e.Date - from); {
	case days >= 7:
		return fmt.Sprintf("%s before %s", span(days), e.Name)
	case days >= 0:
		return fmt.Sprintf("with %s on %s", e.Name, prose.Day(e.Date))
	default:
		return fmt.Sprintf("%s after %s", span(-days), e.Name)
	}
}

// About is a number of minutes as a plan's aims are told: to five minutes, as sessions are made, so that nobody takes 79 for what will be 80.
func About(minutes int) int { return (minutes + 2) / 5 * 5 }

// minutesOf says what a week aims at; before are the minutes of the seven days before it, ahead those of them that are still to be done.
func minutesOf(w *season.Week, before, ahead int) string {
	still := ""
	if ahead > 0 {
		still = fmt.Sprintf(", %d of them still to be done", ahead)
	}
	minutes := About(w.Minutes)
	switch off := minutes - before; {
	case before == 0:
		return fmt.Sprintf("It aims at %d min.", minutes)
	case off > 0:
		return fmt.Sprintf("It aims at %d min, %d more than the %d of the week before%s.", minutes, off, before, still)
	case off < 0:
		return fmt.Sprintf("It aims at %d min, %d fewer than the %d of the week before%s.", minutes, -off, before, still)
	}
	return fmt.Sprintf("It aims at %d min, as many as the week before%s.", minutes, still)
}

// first are the roles in which a session is the one that a week is about, the most important first; last are those in which it gives way,
// the first to go first.
var (
	first = []season.Role{season.RaceDay, season.L, season.K, season.TestRole, season.K2, season.Sharp, season.EPlus, season.E, season.S, season.SShort}
	last  = []season.Role{season.E, season.EPlus, season.ML, season.SShort, season.S, season.K2}
)

// must is the session that the week is about, and the one that goes first where time is short.
func must(w *season.Week) string {
	keep, drop := find(w.Slots, first, true), find(backwards(w.Slots), last, false)
	if lifts(w) {
		all := []season.Role{season.S, season.SShort}
		keep, drop = find(serving(w.Slots), all, true), find(backwards(w.Slots), last[:3], false)
		if keep == nil {
			keep = find(w.Slots, all, true)
		}
	}
	if keep == nil {
		return ""
	}
	text := "The one to keep is " + slotName(keep)
	if drop != nil && slotName(drop) != slotName(keep) {
		text += "; if time is short, " + slotName(drop) + " goes first"
	}
	return text + "."
}

// lifts tells whether a week is one of strength before all: with more lifts than other sessions.
func lifts(w *season.Week) bool {
	lifts, others := 0, 0
	for i := range w.Slots {
		switch w.Slots[i].Role {
		case season.S, season.SShort:
			lifts++
		case season.Care:
		default:
			others++
		}
	}
	return lifts > others
}

// find is the first of some slots with the earliest of some roles: what is locked where its family is known, or not at all. A race has none.
func find(slots []season.Slot, roles []season.Role, locked bool) *season.Slot {
	for _, role := range roles {
		for i := range slots {
			if s := &slots[i]; s.Role == role && (s.Lock == 0 || role == season.RaceDay || locked && s.Family() != "") {
				return s
			}
		}
	}
	return nil
}

// serving are the slots that train what the goal names.
func serving(slots []season.Slot) []season.Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(s season.Slot) bool { return !s.Serves })
}

// backwards are slots from the least important to the most.
func backwards(slots []season.Slot) []season.Slot {
	turned := slices.Clone(slots)
	slices.Reverse(turned)
	return turned
}

// slotName is a session that a week is to hold, with its length: "the long run of about 85 min".
func slotName(s *season.Slot) string {
	if s.Role == season.RaceDay {
		return s.Why
	}
	return fmt.Sprintf("the %s of about %d min", Name(s.Family(), s.Sport, &training.Load{}), About(s.Minutes))
}

// mostLeftOut is how many things that a week does not hold are named.
const mostLeftOut = 3

// leftOut is what a week does not hold and why.
func leftOut(w *season.Week) string {
	var parts []string
	for i := range w.LeftOut {
		if l := &w.LeftOut[i]; !little(l.What) {
			if said := LeftOut(l); !slices.Contains(parts, said) { // two walks that have no room are left out for one reason
				parts = append(parts, said)
			}
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if more := len(parts) - mostLeftOut; more > 0 {
		parts = append(parts[:mostLeftOut], fmt.Sprintf("and %d more", more))
	}
	return "Left out: " + strings.Join(parts, "; ") + "."
}

// littleMinutes is up to how many minutes of a week nobody misses.
const littleMinutes = 15

// minutesMore is how minutes that a week has no session for end: "17 min".
const minutesMore = " min"

// little tells whether what is left out are a few minutes.
func little(what string) bool {
	number, minutes := strings.CutSuffix(what, minutesMore)
	n, err := strconv.Atoi(number)
	return minutes && err == nil && n <= littleMinutes
}

// LeftOut is one thing that a week does not hold, and why.
func LeftOut(l *season.LeftOut) string {
	what := l.What
	if f, known := session.Find(session.ID(what)); known {
		what = "the " + named(&f)
	} else if strings.HasSuffix(what, minutesMore) {
		what += " more"
	}
	return what + ", as " + strings.TrimSuffix(l.Why, ".")
}

// slotAims say what a session is in its week.
var slotAims = map[season.Role]string{
	season.K: "The key session of the week.", season.K2: "The second key session of the week.", season.E: "Easy volume.",
	season.EPlus: "Easy volume with something quick in it.", season.ML: "A second long session.",
}

// Slot says why a week is to hold a session.
func Slot(s *season.Slot) string {
	if aim, known := slotAims[s.Role]; known && s.Lock == 0 {
		return aim
	}
	return sentence(s.Why)
}
