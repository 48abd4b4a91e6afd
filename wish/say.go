package wish

import (
	"fmt"
	"strings"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// String says a wish in a sentence without its end: "no running on Mon 30 Nov, Tue 1 Dec".
func (w Wish) String() string {
	what, days := w.what(), daysOf(w.Dates)
	switch w.Kind {
	case Avoid:
		if w.HowMuch() == Liked {
			return fmt.Sprintf("rather no %s on %s", what, days)
		}
		return fmt.Sprintf("no %s on %s", what, days)
	case Prefer:
		return fmt.Sprintf("rather %s on %s", what+w.measures(), days)
	case Require:
		return fmt.Sprintf("%s on %s", what+w.measures(), days)
	case Limit:
		return w.limit(what) + " on " + days
	case Rest:
		return "rest on " + days
	case Unavailable:
		if w.Windowed() {
			return fmt.Sprintf("no time from %s to %s on %s", w.From, clock(w.To), days)
		}
		return "no time on " + days
	case Move:
		return fmt.Sprintf("%s on %s, not on %s", what, days, daysOf(w.Away))
	case Ease:
		return fmt.Sprintf("lighter %s on %s", what, days)
	case Less:
		return fmt.Sprintf("less %s on %s", what, days)
	case More:
		return fmt.Sprintf("more %s on %s", what, days)
	case Equip:
		return fmt.Sprintf("%s at hand on %s", gear(w.Equipment), days)
	case Spare:
		return fmt.Sprintf("nothing heavy or hard for %s on %s", regionWords[w.Region], days)
	case Gate:
		return fmt.Sprintf("%s: heeded until it is cleared", spoken(string(w.Condition)))
	case Race:
		return "a race on " + days
	}
	return fmt.Sprintf("to be read with each %s", what)
}

// what is the thing that a wish speaks of.
func (w *Wish) what() string {
	if f, known := session.Find(w.Family); known {
		return strings.ToLower(f.Title)
	}
	return strings.ToLower(strings.Join(strings.Fields(fmt.Sprint(w.Session, " ", spoken(string(w.Focus)), " ", sportWord(w.Sport))), " "))
}

func (w *Wish) measures() string {
	var text string
	switch {
	case w.Minutes > 0:
		text = fmt.Sprintf(" of about %d min", w.Minutes)
	case w.Meters >= 1000:
		text = fmt.Sprintf(" of about %.4g km", float64(w.Meters)/1000)
	case w.Meters > 0:
		text = fmt.Sprintf(" of about %d m", w.Meters)
	}
	if w.Windowed() {
		text += fmt.Sprintf(" from %s", w.From)
	}
	return text
}

func (w *Wish) limit(what string) string {
	bound := map[Bound]string{AtMost: "at most", AtLeast: "at least", Exactly: "exactly"}[w.Bound]
	per := map[Period]string{PerWeek: " in seven days", PerDay: " a day"}[w.Per]
	if w.Minutes > 0 {
		if per == " a day" {
			per = ""
		}
		return fmt.Sprintf("%s %d min of %s%s", bound, w.Minutes, what, per)
	}
	return fmt.Sprintf("%s %d × %s%s", bound, w.Count, what, per)
}

func clock(t training.LocalTime) string {
	if t == 0 {
		return "24:00"
	}
	return t.String()
}

func gear(list []training.Equipment) string {
	if len(list) == 0 {
		return "nothing but the body"
	}
	words := make([]string, len(list))
	for i, e := range list {
		words[i] = spoken(string(e))
	}
	return "only " + strings.Join(words, ", ")
}

// spoken is a word of the schema as it is said.
func spoken(word string) string { return strings.ToLower(strings.ReplaceAll(word, "_", " ")) }

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
