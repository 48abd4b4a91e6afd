package stage

import (
	"slices"
	"strings"
	"unicode"

	"fortnight/planner/state"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// asked is a session that a week is to hold: one slot of it, or several that are alike.
type asked struct {
	week, nth int // nth of the week's lifts of its kind, see halfOf
	slot      season.Slot
	count     int
}

// askedFor are the sessions that the weeks are to hold beside what stands: the slots, those that are alike together.
func askedFor(f *state.Fortnight) []asked {
	var list []asked
	for w := range f.Brief.Weeks {
		lifts, begun := map[session.ID]int{}, len(list)
		for _, s := range f.Brief.Weeks[w].Slots {
			lift := s.Sport == training.Strength && (s.Role == season.S || s.Role == season.SShort)
			nth := lifts[halfOf(s.Family())]
			if lift {
				lifts[halfOf(s.Family())]++
			}
			if s.Lock > 0 || s.Role == season.RaceDay || len(s.Families) == 0 {
				continue
			}
			at := slices.IndexFunc(list[begun:], func(a asked) bool { return !lift && alike(&a.slot, &s) })
			if at >= 0 {
				a := &list[begun+at]
				a.slot.Minutes = (a.slot.Minutes*a.count + s.Minutes) / (a.count + 1) / 5 * 5
				a.count++
				continue
			}
			list = append(list, asked{w, nth, s, 1})
		}
	}
	return list
}

// halfOf is what of the body a lift's family trains: those of the whole body complement one another, whichever of them they are: what squats in one
// hinges in the next. Others count by themselves.
func halfOf(id session.ID) session.ID {
	switch id {
	case "Q-STR", "Q-FULL", "Q-SIZE", "Q-MAIN", "Q-AA":
		return "the whole body"
	}
	return id
}

// alike tells whether two slots may be filled with the same.
func alike(a, b *season.Slot) bool {
	return a.Role == b.Role && a.Sport == b.Sport && a.Level == b.Level && a.First == b.First && a.Last == b.Last && slices.Equal(a.Families, b.Families)
}

// NameOf is a slot in a few words: what it is in the week, and its family.
func NameOf(s *season.Slot) string {
	name := roleNames[s.Role]
	if family, known := session.Find(s.Family()); known {
		name += ", " + Inside(family.Title)
	}
	return name
}

// Inside is a title as it is written within a sentence: FTP and VO2max stay as they are.
func Inside(title string) string {
	if len(title) < 2 || unicode.IsUpper(rune(title[1])) {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}

var roleNames = map[season.Role]string{
	season.K: "Key session", season.K2: "Second key session", season.L: "Long session", season.ML: "Medium-long session", season.E: "Easy session",
	season.EPlus: "Easy session with something quick in it", season.S: "Strength session", season.SShort: "Short strength session",
	season.RaceDay: "Race", season.Open: "Openers", season.Sharp: "Last sharp session", season.Care: "Care", season.TestRole: "Test",
}
