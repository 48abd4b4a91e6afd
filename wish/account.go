package wish

import (
	"slices"
	"strings"

	"fortnight/training"
)

// turning are the words of the grammar that may turn what a clause asks for into something else — what denies, bounds, compares, moves, repeats, sets one
// thing before another, or says where and of which time —, each with the kinds of wish that say what it says. A clause that has one and is read as none of
// these is read without it, which is not what was said. Words that have no kind are told by none: they may only stand where the calendar, a number or another word
// has read them with what is around them.
var turning = map[string][]Kind{
	// what denies, and what is alone
	"no": {Avoid, Without, Rest, Unavailable, Spaced, EasyBefore, Spare, Limit, RestDays, Equip, Note}, "hate": {Avoid, Rest, Limit, Spare, Note}, "only": {Avoid, Unavailable, Limit, RestDays, Equip, Note, Spaced, EasyBefore},
	"onlyday": {Avoid, Unavailable, Limit, RestDays}, "daysbut": {Avoid, Unavailable, Rest, Prefer, Require}, "if": nil, "except": nil, "vague": nil, "oneofthem": {Limit},
	// what bounds and counts
	"atmost": {Limit, RestDays}, "atleast": {Limit, RestDays, Spaced}, "exactly": {Limit, RestDays, Race}, "below": {Limit, RestDays}, "longerthan": {Limit}, "persession": {Limit}, "perday": {Limit, Unavailable},
	"permonth": nil, "perweek": {Limit, RestDays}, "twiceaday": {Limit}, "onceaday": {Limit}, "inarow": {Spaced, Limit}, "everyother": {Spaced},
	// what compares and changes
	"more": {More, Prefer, Limit}, "less": {Less, Limit}, "easier": {Ease, Less}, "shorter": {Less, Limit}, "harder": nil, "lowword": {Less, Ease, Avoid}, "volume": {More, Less, Limit}, "easyweek": {Ease, Avoid}, "untilthen": {Avoid, Rest, Unavailable, Limit, Equip, Without}, "bigweek": {More}, "build": {More},
	"swap": {Require, Move}, "move": {Move, Require, Rest}, "insteadof": {Avoid, Require, Rest}, "asis": {Require}, "forwardword": {Move, Require},
	// what stands before or behind something else
	"daybefore": {EasyBefore, Avoid, Rest}, "dayafter": {Avoid, Rest}, "before": {EasyBefore, Rest, Race}, "after": {Rest, Race}, "between": {Spaced, Limit}, "next": {Race}, "first": {Race, Ease}, "last": {Race}, "this": nil, "then": {Ease, More, Less},
	// what leaves no time, and events
	"away": {Unavailable, Avoid, Equip}, "rest": {Rest, RestDays, Unavailable, Avoid, EasyBefore, Limit, Spaced}, "occupied": {Unavailable, Rest, Avoid}, "nightshift": {Unavailable}, "nighttime": {Unavailable}, "clearword": {Rest, Unavailable},
	"race": {Race, EasyBefore}, "raced": {Race}, "mainrace": {Race}, "parkrun": {Race}, "marathon": {Race}, "half": {Race}, "triathlon": {Race}, "duathlon": {Race}, "sprinttri": {Race}, "olympictri": {Race},
	"halftri": {Race}, "fulltri": {Race}, "halfof": {Race}, "ago": {Race}, "pastword": {Race}, "yesterday": {Race}, "lastweek": {Race}, "happened": nil,
	// parts of the body that are trained, and what is trained with or where
	"legday": {Spare}, "armday": {Spare}, "core": {Spare}, "plyo": {Spare}, "technique": nil, "bodyweight": {Equip}, "runshoes": {Avoid, Equip}, "terrain": {Note}, "treadmill": {Note, Equip, Without},
	// months without a day
	"january": {Race}, "february": {Race}, "march": {Race}, "april": {Race}, "may": {Race}, "june": {Race}, "july": {Race}, "august": {Race}, "september": {Race}, "october": {Race}, "november": {Race}, "december": {Race},
	"midmonth": {Race}, "endmonth": {Race},
	// stretches of time that no day was told of
	"oneweek": {Ease, More, Avoid, Rest, Unavailable, Spare, Limit, RestDays}, "twoweeks": {Ease, Avoid, Rest, Unavailable, Spare, Limit, RestDays}, "longtime": {Avoid, Rest, Unavailable, Spare}, "weekoff": {Avoid, Rest, Unavailable}, "reopens": {Avoid},
}

// neverTurns are the words of the grammar beside those of sports, sorts of session, equipment and the calendar's days that leave what a clause asks for what it is,
// or are gone when it is read: it says how much it is meant, where the words stand to each other, or is told by the wish as such.
var neverTurns = wordSet(`must forgetnot want ready love permitted perhaps leaveword forwork oclock amtime pmtime attime notbefore because but and or que of to from until through for with th days onward every train times bringword christmas
	hotel hotelgym place withbike withgear group groupride grouprun groupswim trackplace bigone hyrox fondo strange onlyfrom onlyuntil`)

// accounted tells whether what a clause was read as accounts for all in it that may change a meaning. Where something is left over the clause is not
// understood: half a wish may be the opposite of one.
func (r *reader) accounted(c *clause, list Wishes) bool {
	if len(list) == 0 {
		return true
	}
	return r.covered(c, list) && c.strangeTold(list) && c.wordsTold(list) && c.numbersTold(list) && c.thingsTold(list) && r.scopeTold(c, list) && c.paired(list) && r.daysTold(c, list) && possible(list)
}

// pastOnes are words that say since when or after what something is so where a body is spoken of: "sore since the half", "out for 4 weeks".
var pastOnes = wordSet("race raced parkrun marathon half halfof triathlon hyrox ago yesterday lastweek oneweek twoweeks longtime after last")

// hasKind tells whether any of wishes is of one of some kinds.
func (w Wishes) hasKind(kinds ...Kind) bool {
	return slices.ContainsFunc(w, func(w Wish) bool { return slices.Contains(kinds, w.Kind) })
}

// strangeTold tells whether no word that nobody knows may be what is to be done with the rest: none of the kinds that are taken all the same does the opposite
// of anything.
func (c *clause) strangeTold(list Wishes) bool {
	return c.loose == 0 || list.hasKind(Rest, Unavailable, Race, Ease)
}

// wordsTold tells whether each word that may turn a meaning is told by a wish.
func (c *clause) wordsTold(list Wishes) bool {
	for i := range c.has {
		kinds, turns := turning[c.has[i].is]
		if c.has[i].is == "shorter" && !slices.ContainsFunc(list, func(w Wish) bool { return w.Kind == Less || w.Kind == Limit && w.Minutes+w.Meters > 0 }) {
			return false // "three short sessions": how many says nothing of how short
		}
		if turns && !list.hasKind(kinds...) && !(c.beside && pastOnes[c.has[i].is]) && !(c.is("daybefore") && eventWords[c.has[i].is]) {
			return false
		}
	}
	return true
}

// numbersTold tells whether each number, length and time of day is told by a wish.
func (c *clause) numbersTold(list Wishes) bool {
	any := func(such func(w *Wish) bool) bool {
		return slices.ContainsFunc(list, func(w Wish) bool { return such(&w) })
	}
	switch {
	case c.is("persession") && !any(func(w *Wish) bool { return w.Kind == Limit && w.Per == PerDay }):
		return false
	case len(c.meters) > 0 && !any(func(w *Wish) bool { return w.Meters > 0 || w.Kind == Race }):
		return false
	case len(c.minutes) > 0 && !any(func(w *Wish) bool { return w.Minutes > 0 || w.Kind == Race }):
		return false
	case len(c.counts) > 0 && !c.is("easyweek", "bigweek", "more", "less") && !(c.is("rest") && list.hasKind(Avoid)) && !any(func(w *Wish) bool {
		return c.is("days", "rest") && (w.Kind == Rest || w.Kind == Avoid) && len(w.Dates) == c.counts[0].is
	}) && !list.hasKind(Limit, RestDays, Spaced, Race, EasyBefore) && !(list.hasKind(Unavailable) && c.listed() > 0):
		return false
	case c.window.is.is() && !any(func(w *Wish) bool { return w.Windowed() || w.Kind == Race || w.Kind == Note }):
		return false
	}
	return true
}

// thingsTold tells whether each sport, sort of session and piece of equipment is told by a wish.
func (c *clause) thingsTold(list Wishes) bool {
	any := func(such func(w *Wish) bool) bool {
		return slices.ContainsFunc(list, func(w Wish) bool { return such(&w) })
	}
	sorts := len(c.sessions) == 0 || any(func(w *Wish) bool {
		return w.Session != "" || w.Family != "" || w.Kind == Ease || w.Kind == Race && !c.hasSession(Long) || w.Kind == Note || w.Kind == Equip || w.Kind == EasyBefore || w.Kind == Rest && (c.is("daybefore") || !c.hasSession(Hard)) || w.Kind == Limit && w.Minutes > 0 && !(c.hasSession(Easy) && len(c.things) == 0)
	})
	gear := len(c.equipment) == 0 || list.hasKind(Equip, Without, Note)
	sports := list.hasKind(Race, Equip, Without, Note, EasyBefore) || c.is("only") || !slices.ContainsFunc(c.things, func(t placed[string]) bool {
		return !any(func(w *Wish) bool { return w.Sport == sportOf[t.is] || w.Family != "" && w.Family == familyOf[t.is] })
	})
	return sorts && gear && sports
}

func (c *clause) hasSession(session Session) bool {
	return slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is == session })
}

// scopeTold tells whether it is plain what a negation denies: what stands behind it, or what stands before it where nothing is behind. Where there is
// something on either side, what is before it is not known to be denied.
func (r *reader) scopeTold(c *clause, list Wishes) bool {
	no := c.place("no")
	if no < 0 || !list.hasKind(Avoid, Spare) {
		return true
	}
	before, behind := false, false
	put := func(at int) { before, behind = before || at < no, behind || at > no }
	for _, t := range c.things {
		same := func(o placed[string]) bool { return (o.at < no) != (t.at < no) && sportOf[o.is] == sportOf[t.is] }
		if !slices.ContainsFunc(c.things, same) || r.contrasted(c) { // "my bike broke, no riding"
			put(t.at)
		}
	}
	for _, s := range c.sessions {
		put(s.at)
	}
	for region := range regionsOf {
		if at := c.place(region); at >= 0 {
			put(at)
		}
	}
	return !before || !behind
}

// contrasted tells whether a clause denies what stands behind the word alone: "swim in the lake, not the pool".
func (r *reader) contrasted(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		raw := strings.ToLower(r.text[w.from:w.to])
		return w.text == "no" && (raw == "not" || raw == "nicht")
	})
}

// paired tells whether what is asked for on several days is asked for on each: where things and days take turns, each has its own.
func (c *clause) paired(list Wishes) bool {
	if len(c.spans) < 2 || c.excepted || c.is("insteadof", "swap", "move", "que", "daybefore", "only", "race") || !list.hasKind(Prefer, Require, Avoid) {
		return true
	}
	between := func(at int) bool { return c.spans[0].at < at && at < c.spans[len(c.spans)-1].at }
	first := c.things0() < c.spans[0].at
	return !first || !slices.ContainsFunc(c.things, func(t placed[string]) bool { return between(t.at) }) && !slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return between(s.at) })
}

// daysTold tells whether each day that a clause names is a day of a wish, or one that a wish leaves out of what it says.
func (r *reader) daysTold(c *clause, list Wishes) bool {
	if c.excepted || c.is("only", "daysbut", "onlyday", "daybefore") || c.is("rest") && c.is("insteadof", "move", "que") || list.hasKind(Race) {
		return true
	}
	if c.is("reopens") {
		return true // up to the day that it names
	}
	for _, s := range c.spans {
		if s.is.loose || s.is.week || len(s.is.dates) == 0 {
			continue
		}
		if !slices.ContainsFunc(list, func(w Wish) bool {
			return slices.ContainsFunc(s.is.dates, func(d training.Date) bool { return slices.Contains(w.Dates, d) || slices.Contains(w.Away, d) })
		}) {
			return false
		}
	}
	return true
}

// longestDay is from how many minutes on nobody bounds the training of a day who does not say that it is one of a day: it is a week's.
const longestDay = 300

// possible tells whether each number can be meant: on fewer days than there are to be sessions there is something of another day in what was read, and hours that no
// day has are a week's.
func possible(list Wishes) bool {
	return !slices.ContainsFunc(list, func(w Wish) bool {
		day := w.Kind == Limit && w.Per == PerDay && w.Bound == AtMost && w.Sport == "" && w.Session == ""
		return w.Kind == Limit && w.Count > len(w.Dates) && w.Bound != AtMost && w.Per != PerDay || day && w.Minutes >= longestDay && len(w.Dates) > 2
	})
}
