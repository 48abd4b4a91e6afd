package wish

import (
	"fmt"
	"strings"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// String says a wish as a coach would who repeats what was asked for, without the end of the sentence: "no running on Mon 30 Nov, Tue 1 Dec", "a
// long ride on Sat 5 Dec".
func (w Wish) String() string {
	days := daysOf(w.Dates)
	switch w.Kind {
	case Avoid:
		if w.HowMuch() == Liked {
			return fmt.Sprintf("better no %s on %s", w.any(), days)
		}
		return fmt.Sprintf("no %s on %s", w.any(), days)
	case Prefer:
		return fmt.Sprintf("%s on %s", w.one()+w.measures(), w.choice(days))
	case Require:
		return fmt.Sprintf("%s on %s, for sure", w.one()+w.measures(), w.choice(days))
	case Limit:
		return fmt.Sprintf("%s on %s", w.limit(), days)
	case Rest:
		return "no training on " + days
	case RestDays:
		return fmt.Sprintf("%s %s without training%s on %s", bounds[w.Bound], counted(w.Count, "day", "days"), periods[w.Per], days)
	case Spaced:
		return fmt.Sprintf("no %s on two days in a row on %s", w.any(), days)
	case EasyBefore:
		return fmt.Sprintf("nothing hard on the day before %s on %s", w.one(), days)
	case Unavailable:
		if w.Windowed() {
			return fmt.Sprintf("no time from %s to %s on %s", w.From, clock(w.To), days)
		}
		return "no time on " + days
	case Move:
		if w.Whatever() {
			return fmt.Sprintf("what is planned on %s on %s instead", daysOf(w.Away), days)
		}
		return fmt.Sprintf("%s on %s rather than on %s", w.one(), days, daysOf(w.Away))
	case Ease:
		if w.Sport == "" && w.Session == "" && w.Family == "" {
			return "easier days, and nothing hard, on " + days
		}
		return fmt.Sprintf("easier %s, and nothing hard of it, on %s", w.any(), days)
	case Less:
		return fmt.Sprintf("less %s on %s", w.any(), days)
	case More:
		return fmt.Sprintf("more %s on %s", w.any(), days)
	case Equip:
		if len(w.Equipment) == 0 {
			return "nothing but the body to train with on " + days
		}
		return fmt.Sprintf("only %s to train with on %s", gear(w.Equipment, "and"), days)
	case Without:
		return fmt.Sprintf("no %s to train with on %s", gear(w.Equipment, "or"), days)
	case Spare:
		return fmt.Sprintf("nothing heavy or hard for %s on %s", regionWords[w.Region], days)
	case Gate:
		return fmt.Sprintf("%s, heeded until you clear it", spoken(string(w.Condition)))
	case Race:
		return fmt.Sprintf("%s on %s", w.race(), days)
	}
	return fmt.Sprintf("a note with each %s", strings.TrimPrefix(strings.TrimPrefix(w.one(), "an "), "a "))
}

// nouns are how sports are spoken of: one session, several, and the training as a whole.
var nouns = map[training.Sport][3]string{
	training.Run: {"run", "runs", "running"}, training.Ride: {"ride", "rides", "riding"}, training.Swim: {"swim", "swims", "swimming"}, training.Row: {"row", "rows", "rowing"},
	training.Strength: {"strength session", "strength sessions", "strength training"}, training.Mobility: {"mobility session", "mobility sessions", "mobility training"},
	training.Other: {"session of another sport", "sessions of another sport", "other sport"}, training.Walk: {"walk", "walks", "walking"}, training.Hike: {"hike", "hikes", "hiking"},
	training.SkiErg:     {"ski erg session", "ski erg sessions", "training on the ski erg"},
	training.Elliptical: {"session on the elliptical", "sessions on the elliptical", "training on the elliptical"},
	training.Kayak:      {"kayak session", "kayak sessions", "kayaking"}, training.MultiSport: {"multi-sport session", "multi-sport sessions", "multi-sport training"},
	"": {"session", "sessions", "training"},
}

// adjectives are what a wish narrows its sport to: "long", "hard VO2max".
func (w *Wish) adjectives() string {
	return strings.Join(strings.Fields(strings.ToLower(string(w.Session))+" "+spoken(string(w.Focus))), " ")
}

// one is one of the sessions that a wish speaks of, with its article: "a long run", "an easy swim".
func (w *Wish) one() string {
	if f, known := session.Find(w.Family); known {
		return "a session of " + strings.ToLower(f.Title)
	}
	text := strings.TrimSpace(w.adjectives() + " " + nouns[w.Sport][0])
	if strings.ContainsRune("aeiou", rune(text[0])) {
		return "an " + text
	}
	return "a " + text
}

// many are several of the sessions that a wish speaks of: "long runs".
func (w *Wish) many() string {
	if f, known := session.Find(w.Family); known {
		return "sessions of " + strings.ToLower(f.Title)
	}
	return strings.TrimSpace(w.adjectives() + " " + nouns[w.Sport][1])
}

// any is what a wish speaks of, however much of it: "running", "long runs".
func (w *Wish) any() string {
	if f, known := session.Find(w.Family); known {
		return strings.ToLower(f.Title)
	}
	if w.adjectives() == "" {
		return nouns[w.Sport][2]
	}
	return w.many()
}

// choice are days of which something is to be on one, or on each.
func (w *Wish) choice(days string) string {
	switch {
	case len(w.Dates) < 2:
		return days
	case w.Each:
		return "each of " + days
	}
	return "one of " + days
}

func (w *Wish) measures() string {
	text := ""
	switch {
	case w.Minutes > 0:
		text = fmt.Sprintf(" of about %d min", w.Minutes)
	case w.Meters > 0:
		text = " of about " + far(w.Meters)
	}
	if w.Windowed() {
		text += fmt.Sprintf(" from %s", w.From)
	}
	return text
}

// far is a length as it is spoken of.
func far(meters int) string {
	if meters >= 1000 {
		return fmt.Sprintf("%.4g km", float64(meters)/1000)
	}
	return fmt.Sprintf("%d m", meters)
}

var (
	bounds  = map[Bound]string{AtMost: "at most", AtLeast: "at least", Exactly: "exactly"}
	periods = map[Period]string{PerWeek: " in seven days", PerDay: " a day"}
)

func (w *Wish) limit() string {
	if w.Per == InARow {
		return fmt.Sprintf("%s %s in a row with %s", bounds[w.Bound], counted(w.Count, "day", "days"), w.any())
	}
	if w.Meters > 0 {
		per := periods[w.Per]
		if w.Per == PerDay {
			per = " at a time"
		}
		return fmt.Sprintf("%s %s of %s%s", bounds[w.Bound], far(w.Meters), w.any(), per)
	}
	if w.Minutes > 0 {
		return fmt.Sprintf("%s %d min of %s%s", bounds[w.Bound], w.Minutes, w.any(), periods[w.Per])
	}
	return fmt.Sprintf("%s %s%s", bounds[w.Bound], counted(w.Count, strings.TrimPrefix(strings.TrimPrefix(w.one(), "an "), "a "), w.many()), periods[w.Per])
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// race is an event as it is spoken of: "a running race of 10 km, as your B race".
func (w *Wish) race() string {
	text := "a race"
	if w.Sport != "" {
		text = fmt.Sprintf("a race in %s", nouns[w.Sport][2])
		if w.Sport == training.MultiSport {
			text = "a multi-sport race"
		}
	}
	if w.Meters > 0 {
		text += " over " + far(w.Meters)
	}
	if w.Priority != "" {
		text += ", as a race of priority " + string(w.Priority) + ","
	}
	return text
}

func clock(t training.LocalTime) string {
	if t == 0 {
		return "24:00"
	}
	return t.String()
}

// gear lists equipment: "dumbbells, a bench and bands".
func gear(list []training.Equipment, last string) string {
	words := make([]string, len(list))
	for i, e := range list {
		words[i] = spoken(string(e))
	}
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
	}
	return strings.Join(words, "")
}

// spoken is a word of the schema as it is said.
func spoken(word string) string { return strings.ToLower(strings.ReplaceAll(word, "_", " ")) }

var regionWords = map[training.MuscleGroup]string{
	training.Legs: "the legs", training.Push: "pushing muscles", training.Pull: "pulling muscles", training.Core: "the trunk",
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
