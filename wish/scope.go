package wish

import (
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/prose"
	"fortnight/training"
)

// daysOpen is the part of a sentence that names days beside one that names none and was read as of all: it may be of the same days ("I sleep in on Saturday
// so nothing before eleven"), or of every day ("swim on Tuesday, no gym please"). It is nil where nothing is open. What is so of weeks or of days in a row
// is of no day, nor is what a part says of a body or an event.
func (r *reader) daysOpen(parts []clause, i int, read Wishes) *clause {
	c := &parts[i]
	if len(c.dates) > 0 || !c.undated() || c.outside || c.opened || r.habitual(c) || !slices.ContainsFunc(read, r.ofAllDays) {
		return nil
	}
	eachDay := c.is("perday") || len(c.spans) > 0 // "a swim on Monday, max one hour a day"
	dated := func(j int) bool {
		n := &parts[j]
		available := n.is("only") && len(n.things)+len(n.sessions) == 0 && c.is("atmost") // "I can train Mon Wed Fri only, 1 hour max"
		return !n.undated() && len(n.dates) > 0 && len(n.dates) < len(r.all()) && (!n.opened || r.follows(c) && len(n.spans) == 1 && len(n.dates) > 1 && !n.spans[0].is.upTo && !n.spans[0].is.open) && (!n.event() || r.pointsTo(c)) && !available && !(eachDay && !n.ofWeeks() && !(len(c.spans) == 0 && len(n.dates) > 1 && n.remark() && n.strange > 0))
	}
	for j := i; j > 0 && r.words[parts[j].first].brk != lexis.Sentence; j-- {
		if dated(j - 1) {
			return &parts[j-1]
		}
		if !parts[j-1].undated() {
			break
		}
	}
	if i > 0 && r.words[c.first].brk == lexis.Sentence && len(c.things)+len(c.sessions)+len(c.counts) == 0 && len(c.minutes) == 1 && !c.is("perday", "persession") && len(parts[i-1].named()) == 1 && len(parts[i-1].spans) == 1 && len(parts[i-1].dates) == 1 && dated(i-1) {
		return &parts[i-1] // "make Tuesday's ride shorter. I've only got 50 minutes"
	}
	if next := i + 1; next < len(parts) && r.words[parts[next].first].brk != lexis.Sentence && dated(next) {
		if joined := parts[next].joined; (joined == "" || joined == "but") && c.is("no", "only", "hate", "atmost", "atleast") {
			return nil // "no gym please, swim on Tuesday"
		}
		return &parts[next]
	}
	return nil
}

// thingOpen is the part that asks for something of one sport before one of its sentence that bounds or changes how long something is, or says that it is to be
// easy, and names none: it may be of that ("three strength sessions this week, but short ones") or of whatever is done. It is nil where nothing is open.
func (r *reader) thingOpen(parts []clause, i int, read Wishes) *clause {
	c := &parts[i]
	if len(c.things) > 0 || len(c.sessions) > 0 && !r.pointsBack(c) || c.opened || len(c.spans) > 0 || c.is("perday", "perweek") {
		return nil
	}
	at := i
	for at > 0 && r.words[parts[at].first].brk != lexis.Sentence && (at == i || len(parts[at].named()) == 0 && parts[at].undated()) {
		at--
	}
	a := &parts[at]
	if at == i || len(a.named()) != 1 || a.is("no", "hate", "rest", "away", "race") || a.opened || a.event() || !slices.ContainsFunc(read, ofNothing) {
		return nil
	}
	return a
}

// ofNothing tells whether a wish changes or bounds how long or how hard whatever is done is.
func ofNothing(w Wish) bool {
	return w.Sport == "" && (w.Kind == Less || w.Kind == More || w.Kind == Limit && w.Per == PerDay && w.Count == 0 || w.Kind == Avoid && w.Session == Hard)
}

// pointsBack tells whether a part speaks of what was named before: "all of them easy", "short ones".
func (r *reader) pointsBack(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return backPointers[t] })
	})
}

var backPointers = wordSet("ones them they both all each beide alle jeweils jede jeder ambos ambas todos todas cada")

// narrowedTo gives wishes of whatever is done the sport of a part.
func narrowedTo(list Wishes, a *clause) Wishes {
	list = slices.Clone(list)
	for i := range list {
		if ofNothing(list[i]) {
			list[i] = narrowed(list[i], a.named()[0])
		}
	}
	return list
}

// offTo tells whether a part that was read as days of rest may say that somebody has them off work: the next one of its sentence says what comes of that, and asks
// for training.
func (r *reader) offTo(parts []clause, i int, read Wishes) bool {
	if len(read) != 1 || read[0].Kind != Rest && read[0].Kind != Unavailable || read[0].Windowed() || i+1 >= len(parts) || parts[i].is("no", "train") || r.words[parts[i+1].first].brk == lexis.Sentence {
		return false
	}
	next := &parts[i+1]
	if read[0].Kind == Unavailable && next.joined == "and" { // "on holiday next week and can train more"
		return next.undated() && (next.able || next.is("want")) && next.is("train", "more") && !next.is("no", "rest", "only", "less", "hate")
	}
	return r.follows(next) && next.undated() && !next.is("no", "rest", "away", "hate", "race") && (len(next.things)+len(next.sessions) > 0 || next.is("train", "more"))
}

// present tells whether somebody who is said to be away on some days trains there: another part of the sentence says with what, or what not to do. Who has no time
// does not.
func (r *reader) present(parts []clause, i int, read Wishes, others Wishes) bool {
	c := &parts[i]
	if !c.is("away") || len(read) != 1 || read[0].Kind != Unavailable || read[0].Windowed() {
		return false
	}
	travels := slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return w.text == "away" && slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return journeys[t] })
	})
	return travels && slices.ContainsFunc(others, func(w Wish) bool {
		return slices.Contains([]Kind{Avoid, Prefer, Require, Equip, Without, Less, Ease}, w.Kind) && slices.Equal(w.Dates, read[0].Dates)
	})
}

// journeys say of somebody who is away where he is, or that he is on his way, and not that he has no time.
var journeys = wordSet(`away travel travels travelling traveling trip flying holiday holidays vacation abroad weg verreist unterwegs reise dienstreise geschäftsreise geschaeftsreise urlaub reisen fliege
	viaje viajo viajando vacaciones fuera conference`)

// equippedUnread tells whether the part behind one that says that somebody is away says in words that are not understood what alone is there: he may be there to train.
func (r *reader) equippedUnread(parts []clause, i int) bool {
	if i+1 >= len(parts) || parts[i].window.is.is() {
		return false
	}
	next := &parts[i+1]
	return r.words[next.first].brk != lexis.Sentence && next.is("only") && next.strange > 0 && len(next.spans)+len(next.counts)+len(next.minutes) == 0 && len(r.meaning(next)) == 0
}

// openBehind tells whether a part that names no day was read as of all of them behind one of its sentence that is not understood, and is joined to it or stands
// behind numbers that may be days: "in den Ferien (7.-11.) kann ich nur morgens".
func (r *reader) openBehind(unread, c *clause, read Wishes) bool {
	numbers := slices.ContainsFunc(r.tokens(unread), func(t token) bool { return digit(t.raw) })
	if !c.undated() || r.words[c.first].brk == lexis.Sentence || !numbers && c.joined != "and" && c.joined != "then" && c.joined != "or" {
		return false
	}
	return !slices.ContainsFunc(read, func(w Wish) bool { return !r.ofAllDays(w) })
}

// insteadOfUnread tells whether a part says what is to be in the place of what the part before it says, which is not understood.
func (r *reader) insteadOfUnread(parts []clause, i int, left []string) bool {
	c := &parts[i]
	if i == 0 || len(left) == 0 || !c.undated() || r.words[c.first].brk == lexis.Sentence || !r.rather(c.first, c.last) {
		return false
	}
	return left[len(left)-1] == prose.Clip(r.quote(&parts[i-1]), maxNotReadRunes)
}

// saysWhyNot tells whether a part says of the place of a sport why there is none of it, which the part before it says already.
func (r *reader) saysWhyNot(parts []clause, i int, read Wishes) bool {
	c := &parts[i]
	if i == 0 || len(read) == 0 || len(c.partly) != 1 || c.strange == 0 || c.partly[0].Kind != Avoid || !c.undated() || r.words[c.first].brk == lexis.Sentence {
		return false
	}
	last := &read[len(read)-1]
	return last.Kind == Avoid && last.Sport == c.partly[0].Sport && c.partly[0].Session == "" && last.Quote == prose.Clip(r.quote(&parts[i-1]), maxQuoteRunes)
}

// manner tells whether a part that was read as one sport alone says no more than how what stands before it is to be: that is of the same sport, or an event.
func (r *reader) manner(parts []clause, i int, read Wishes) bool {
	c := &parts[i]
	if i == 0 || len(read) < len(wishSports)-1 || !c.is("only") || !c.undated() || r.words[c.first].brk == lexis.Sentence || len(c.named()) != 1 {
		return false
	}
	for _, w := range read {
		if w.Kind != Avoid || w.Session != "" {
			return false
		}
	}
	before := &parts[i-1]
	return before.event() && !before.is("no") || len(before.spans) > 0 && before.sameSport(c) && !before.is("no", "hate", "away", "rest")
}

// ofAllDays tells whether a wish holds on each day of the plan by itself, for no day that it names.
func (r *reader) ofAllDays(w Wish) bool {
	switch w.Kind {
	case Race, Note, Gate, Spaced, EasyBefore, RestDays:
		return false
	case Limit:
		return w.Per == PerDay && len(w.Dates) == len(r.all())
	}
	return len(w.Dates) == len(r.all())
}

// scoped gives wishes of all days those of a part beside theirs.
func (r *reader) scoped(list Wishes, dates []training.Date) Wishes {
	list = slices.Clone(list)
	for i := range list {
		if r.ofAllDays(list[i]) {
			list[i].Dates = dates
		}
	}
	return list
}

// follows tells whether a part says what comes of the one before it ("I sleep in on Saturday so nothing before eleven"), or points to its days ("ese día").
func (r *reader) follows(c *clause) bool {
	if r.pointsTo(c) {
		return true
	}
	return c.joined == "because" && c.first > 0 && consequences[strings.ToLower(r.text[r.words[c.first-1].from:r.words[c.first-1].to])]
}

// pointsTo tells whether a part points to days that were named before: "no run that day", "da würd ich gern laufen".
func (r *reader) pointsTo(c *clause) bool {
	return c.is("days") && len(c.counts) == 0 || slices.ContainsFunc(r.tokens(c), func(t token) bool { return thereThen[t.raw] }) || c.first > 0 && thereThen[strings.ToLower(r.text[r.words[c.first-1].from:r.words[c.first-1].to])]
}

// thereThen point to where and when something was said to be.
var thereThen = wordSet("there da dort dann allí alli ahí ahi entonces")

// consequences are conjunctions behind which something comes of what stands before them.
var consequences = map[string]bool{"so": true, "deshalb": true, "daher": true, "así que": true, "asi que": true, "por eso": true}
