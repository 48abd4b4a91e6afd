package wish

import (
	"slices"

	"fortnight/prose"
	"fortnight/training"
)

// Why a part is not understood, where that can be said behind its words.
const (
	outsideWords = " (not one of the planned days)"
	lengthWords  = " (10 min to 10 h can be asked for)"
)

// interpret makes wishes of a clause. A clause without content makes none and is understood.
func (r reader) interpret(c clause) (wishes Wishes, understood bool, reason string) {
	if c.empty() {
		return nil, true, ""
	}
	w := r.meaning(c)
	switch {
	case len(w) > 0:
		return w, true, ""
	case c.outside && len(c.dates) == 0:
		reason = outsideWords
	case len(c.minutes) == 1 && !lengthInBounds(c.minutes[0]):
		reason = lengthWords
	}
	return nil, false, reason
}

func lengthInBounds(minutes int) bool { return minutes >= leastMinutes && minutes <= mostMinutes }

func (c *clause) empty() bool {
	return len(c.has) == 0 && len(c.sports) == 0 && len(c.sessions) == 0 && len(c.regions) == 0 && len(c.dates) == 0 && len(c.minutes) == 0 &&
		!c.outside && !c.unread
}

// meaning tries what a clause can be, what concerns the body first.
func (r reader) meaning(c clause) Wishes {
	dates := c.dates
	if len(dates) == 0 {
		dates = r.between(r.from, r.last(), 0).dates
	}
	if c.has[unwell] {
		if c.has[negation] || c.has[past] {
			return nil
		}
		return c.each(Wish{Kind: Unwell, Dates: dates})
	}
	if c.unclear() && !c.has[pain] {
		return nil
	}
	if c.has[pain] && len(c.regions) > 0 {
		wishes := c.spared(dates)
		if c.has[negation] && len(c.sports) > 0 {
			wishes = append(wishes, c.avoided(dates)...)
		}
		return wishes
	}
	switch {
	case c.has[racing] && !c.has[negation]:
		if len(c.dates) != 1 {
			return nil
		}
		return c.each(Wish{Kind: Race, Sport: c.firstSport(), Dates: dates})
	case len(c.minutes) == 1:
		return c.limited(dates)
	case c.has[negation] && len(c.regions) > 0:
		return c.spared(dates)
	case c.rest():
		if len(c.dates) == 0 {
			return nil
		}
		return c.each(Wish{Kind: Rest, Dates: dates})
	case c.has[resting] || c.has[racing]: // negated
		return nil
	case c.has[only]:
		return c.alone(dates)
	case c.has[negation]:
		return c.avoided(dates)
	}
	return c.preferred(dates)
}

// unclear tells whether something in the clause changes its meaning in a way that this reader cannot tell.
func (c *clause) unclear() bool {
	return c.has[vague] || c.has[conditional] || c.outside && len(c.dates) == 0 || len(c.minutes) > 1 || c.unread || c.has[distance] && !c.has[racing]
}

func (c *clause) firstSport() training.Sport {
	if len(c.sports) == 1 {
		return c.sports[0]
	}
	return ""
}

// each gives wishes the clause's words.
func (c *clause) each(wishes ...Wish) Wishes {
	for i := range wishes {
		wishes[i].Quote = prose.Clip(c.quote, maxQuoteRunes)
	}
	return wishes
}

// rest tells whether a clause keeps days free: "Monday off", "can't train on Tuesday".
func (c *clause) rest() bool {
	if c.has[resting] {
		return !c.has[negation]
	}
	return c.has[negation] && (c.has[anything] || !c.has[strange]) && len(c.sports) == 0 && len(c.sessions) == 0 && !c.has[pain]
}

// spared is nothing heavy for the regions named; a pain that is negated is none.
func (c *clause) spared(dates []training.Date) Wishes {
	if c.has[pain] && c.has[negation] && len(c.sports) == 0 || !c.has[pain] && !c.has[negation] {
		return nil
	}
	var wishes Wishes
	for _, region := range c.regions {
		wishes = append(wishes, c.each(Wish{Kind: Spare, Region: region, Dates: dates})...)
	}
	return wishes
}

// limited is a length: a limit, or with a sport and no word for a limit the length wanted.
func (c *clause) limited(dates []training.Date) Wishes {
	if !lengthInBounds(c.minutes[0]) || c.has[negation] || c.has[resting] {
		return nil
	}
	bare := !c.has[most] && !c.has[only]
	if bare && (len(c.sports) > 0 || len(c.sessions) > 0) {
		wishes := c.preferred(dates)
		for i := range wishes {
			wishes[i].Minutes = c.minutes[0]
		}
		return wishes
	}
	if bare && c.has[strange] {
		return nil // four hours of something else
	}
	wish := Wish{Kind: MaxMinutes, Dates: dates, Minutes: c.minutes[0]}
	if len(c.sports) == 0 {
		return c.each(wish)
	}
	var wishes Wishes
	for _, sport := range c.sports {
		wish.Sport = sport
		wishes = append(wishes, c.each(wish)...)
	}
	return wishes
}

// alone is "only swimming" — none of the other sports — and "only easy" — nothing hard.
func (c *clause) alone(dates []training.Date) Wishes {
	if c.has[negation] || len(c.sports) == 0 || c.has[resting] {
		if len(c.sessions) == 1 && c.sessions[0] == Easy && !c.has[negation] {
			return c.each(Wish{Kind: Avoid, Session: Hard, Dates: dates})
		}
		return nil
	}
	var wishes Wishes
	for _, sport := range []training.Sport{training.Run, training.Ride, training.Swim, training.Row, training.Strength} {
		if !slices.Contains(c.sports, sport) {
			wishes = append(wishes, c.each(Wish{Kind: Avoid, Sport: sport, Dates: dates})...)
		}
	}
	if slices.Contains(c.sessions, Easy) {
		wishes = append(wishes, c.each(Wish{Kind: Avoid, Session: Hard, Dates: dates})...)
	}
	return wishes
}

// avoided is none of the sports, or of the sorts of session, or of these in those.
func (c *clause) avoided(dates []training.Date) Wishes {
	if slices.Contains(c.sessions, Easy) {
		return nil
	}
	return c.product(Avoid, dates)
}

func (c *clause) preferred(dates []training.Date) Wishes {
	if len(c.sports) == 0 && len(c.sessions) == 1 && c.sessions[0] == Easy {
		return c.each(Wish{Kind: Avoid, Session: Hard, Dates: dates}) // "an easy week"
	}
	return c.product(Prefer, dates)
}

func (c *clause) product(kind Kind, dates []training.Date) Wishes {
	sports, sessions := c.sports, c.sessions
	if len(sports) == 0 && len(sessions) == 0 {
		return nil
	}
	if len(sports) == 0 {
		sports = []training.Sport{""}
	}
	if len(sessions) == 0 {
		sessions = []Session{""}
	}
	var wishes Wishes
	for _, sport := range sports {
		for _, session := range sessions {
			wishes = append(wishes, c.each(Wish{Kind: kind, Sport: sport, Session: session, Dates: dates})...)
		}
	}
	return wishes
}
