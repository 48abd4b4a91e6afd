package wish

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/prose"
	"fortnight/training"
)

// Reading is one wish as a language model read it: a claim, see Review. Days are numbers of days of the plan, from 1.
type Reading struct {
	Kind    Kind
	Session Session
	Sport   training.Sport
	Region  training.MuscleGroup
	Days    []int
	Minutes int
	Quote   string
}

// Review keeps of a model's reading of a text, for days planned days from from, what can be so: known kinds, sports, regions and days of
// the plan, lengths within bounds, and words that stand in the text; of left, what the model says it did not understand, words of the text
// too. Everything else is refused, each with why in a sentence. At most 24 wishes and 12 texts that were not understood are left.
func Review(text string, from training.Date, days int, readings []Reading, left []string) (wishes Wishes, notUnderstood, refused []string) {
	words := prose.Plain(text)
	for i, reading := range readings {
		if len(wishes) == maxWishes {
			refused = append(refused, fmt.Sprintf("%d more wishes were read than the %d that a plan takes.", len(readings)-i, maxWishes))
			break
		}
		wish, reason := reading.review(from, days, words)
		if reason != "" {
			refused = append(refused, fmt.Sprintf("A wish read as %s was left out: %s.", known(reading.Kind), reason))
			continue
		}
		wishes = append(wishes, wish)
	}
	for _, part := range left {
		if part = prose.Clip(part, maxNotReadRunes); part != "" && strings.Contains(words, prose.Plain(part)) && len(notUnderstood) < maxNotRead {
			notUnderstood = append(notUnderstood, part)
		}
	}
	return wishes, notUnderstood, refused
}

// known is a kind's name, which is safe to show only where it is one.
func known(k Kind) string {
	if slices.Contains(Kinds, k) {
		return string(k)
	}
	return "something unknown"
}

func (r Reading) review(from training.Date, days int, words string) (Wish, string) {
	w := Wish{Kind: r.Kind, Quote: prose.Clip(r.Quote, maxQuoteRunes)}
	if !slices.Contains(Kinds, r.Kind) {
		return w, "there is no such kind of wish"
	}
	if quote := prose.Plain(r.Quote); quote == "" || !strings.Contains(words, quote) {
		return w, "its words do not stand in the wish"
	}
	for _, n := range r.Days {
		if n < 1 || n > days {
			return w, "it speaks of a day outside the plan"
		}
		w.Dates = append(w.Dates, from.AddDays(n-1))
	}
	slices.Sort(w.Dates)
	if w.Dates = slices.Compact(w.Dates); len(w.Dates) == 0 {
		return w, "it speaks of no day"
	}
	return r.fields(w)
}

// fields takes over the fields that belong to the kind.
func (r Reading) fields(w Wish) (Wish, string) {
	sport, session := r.Sport, r.Session
	if sport != "" && !slices.Contains(training.Sports, sport) {
		return w, "there is no such sport"
	}
	if !slices.Contains([]Session{"", Long, Hard, Easy}, session) {
		return w, "there is no such sort of session"
	}
	inBounds := lengthInBounds(r.Minutes)
	switch w.Kind {
	case Avoid, Prefer:
		if sport == "" && session == "" {
			return w, "it names neither a sport nor a sort of session"
		}
		w.Sport, w.Session = sport, session
		if w.Kind == Prefer && inBounds {
			w.Minutes = r.Minutes
		}
	case MaxMinutes:
		if !inBounds {
			return w, fmt.Sprintf("its length is not %d to %d min", leastMinutes, mostMinutes)
		}
		w.Sport, w.Minutes = sport, r.Minutes
	case Spare:
		if _, there := patternsOf[r.Region]; !there {
			return w, "there is no such part of the body"
		}
		w.Region = r.Region
	case Race:
		if len(w.Dates) != 1 {
			return w, "a race is on one day"
		}
		w.Sport = sport
	}
	return w, ""
}
