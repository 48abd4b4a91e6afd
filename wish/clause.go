package wish

import (
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// reader reads a text of an athlete for the days of a plan.
type reader struct {
	calendar
	text  string
	words []word
	joins int // parts that were looked at whether they belong to the one before
}

// placed is something that stands at a place in a clause.
type placed[T any] struct {
	is T
	at int
}

// clause is a part of a wish that asks for one thing, and what its words are. Places count its words.
type clause struct {
	first, last int // of the reader's words, last being the one behind
	has         map[string]int
	things      []placed[string] // sports and families, as words
	sessions    []placed[Session]
	counts      []placed[int]
	spans       []placed[span]
	minutes     []int
	meters      []int
	equipment   []training.Equipment
	window      placed[window]
	raceOn      training.Date // a day that is over
	strange     int
	outside     bool
	until       bool
	days        bool
	each        bool // on each of the days, which were named one by one
	unread      bool
	beside      bool // its sentence speaks of the body
	opened      bool // a gate has heard some of it
	denied      bool
	guessed     bool
	joined      string
	dates       []training.Date
}

// window is a time of day; there is none where both are 0.
type window struct{ from, to training.LocalTime }

func (w window) is() bool { return w != window{} }

// Times of day by name. That of a session at a fixed time ends when nobody starts any more.
const (
	midnight training.LocalTime = 0
	lateEnd  training.LocalTime = 22 * 60
)

var windows = map[string]window{
	"morning": {5 * 60, 12 * 60}, "lunch": {11*60 + 30, 14 * 60}, "afternoon": {12 * 60, 18 * 60}, "evening": {17 * 60, lateEnd},
	"beforework": {5 * 60, 9 * 60}, "afterwork": {17 * 60, lateEnd},
}

func (c *clause) is(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return c.has[name] > 0 })
}

// place is where a word stands, -1 for nowhere.
func (c *clause) place(name string) int { return c.has[name] - 1 }

// quote is a clause in the athlete's words.
func (r *reader) quote(c *clause) string {
	if c.first >= c.last {
		return ""
	}
	return strings.TrimSpace(r.text[r.words[c.first].from:r.words[c.last-1].to])
}

// clauses splits a text at what ends a sentence, at commas and at conjunctions where a new thing begins: a part that asks for nothing by itself
// ("Monday, Tuesday and Friday off") belongs to its neighbour.
func (r *reader) clauses() []clause {
	var all, parts []clause
	begin, joined := 0, ""
	flush := func(end int, how string, hard bool) {
		for begin < end && conjunctions[r.words[begin].text] {
			begin++
		}
		if begin < end {
			parts = r.join(parts, begin, end, joined)
		}
		begin, joined = end, how
		if hard {
			all, parts = append(all, r.conditional(parts)...), nil
		}
	}
	for i := range r.words {
		if len(all)+len(parts) >= maxParts { // nobody asks for so much: the rest is told as not understood
			rest := r.part(begin, len(r.words))
			rest.has["vague"] = 1
			all, parts, begin = append(append(all, parts...), rest), nil, len(r.words)
			break
		}
		w := &r.words[i]
		switch {
		case i > 0 && w.brk == lexis.Sentence:
			flush(i, "", true)
		case i > 0 && r.hard(i):
			flush(i, w.text, true)
		case i > 0 && r.colon(i):
		case i > 0 && (w.brk == lexis.Comma || w.brk == lexis.Linked || soft[w.text]):
			how := ""
			if soft[w.text] {
				how = w.text
			}
			flush(i, how, false)
		}
	}
	flush(len(r.words), "", true)
	r.share(all)
	return all
}

// conditional puts a sentence together that hangs on a condition: "if it rains, no running".
func (r *reader) conditional(parts []clause) []clause {
	if len(parts) < 2 || !slices.ContainsFunc(parts, func(c clause) bool { return c.is("if") }) {
		return parts
	}
	whole := r.part(parts[0].first, parts[len(parts)-1].last)
	whole.has["if"] = 1
	return []clause{whole}
}

var (
	conjunctions = map[string]bool{"and": true, "or": true, "but": true, "because": true, "then": true}
	soft         = map[string]bool{"and": true, "or": true, "then": true}
)

// colon tells whether a colon stands before a word that says what a day is for: "Tuesday: run".
func (r *reader) colon(i int) bool {
	before := &r.words[i-1]
	return calendarish(before) && strings.Contains(r.text[before.to:r.words[i].from], ":")
}

// hard tells whether a conjunction begins another thought. Between days and numbers "since" and the like do not.
func (r *reader) hard(i int) bool {
	text := r.words[i].text
	return text == "but" || text == "because"
}

// join adds a part, or puts it to the one before.
func (r *reader) join(parts []clause, begin, end int, joined string) []clause {
	c := r.part(begin, end)
	c.joined = joined
	last := len(parts) - 1
	if last < 0 {
		return append(parts, c)
	}
	p := &parts[last]
	gear := len(p.equipment) > 0 && len(c.equipment) > 0 && len(c.things) == 0 && joined != ""
	why := p.is("no") && len(p.things) > 0 && len(p.spans) == 0 && c.is("no") && len(c.spans) > 0 && len(c.things) == 0 && len(c.sessions) == 0 // "it's closed until Wednesday"
	means := p.is("away") && len(c.spans) == 0 && !c.is("no") && (len(c.equipment) > 0 || c.is("runshoes", "withbike", "only")) && !c.is("rest", "away")
	if r.joins++; r.joins <= maxJoins && end-p.first <= maxClauseWords && !p.deniedBy(&c) && (means || gear || why || !c.complete() || !p.complete() && !c.is("vague") && !p.opened || joined == "or") && p.opened == c.opened && p.denied == c.denied {
		whole := r.part(p.first, end)
		whole.joined = p.joined
		parts[last] = whole
		return parts
	}
	return append(parts, c)
}

// maxClauseWords is how long a clause may become by what is put to it: nobody asks for one thing in more words.
const maxClauseWords = 26

// maxParts is into how many parts a text is taken.
const maxParts = 48

// maxJoins is how many parts of a text are put to others: each is read anew then.
const maxJoins = 18

// share gives clauses what they have in common with their neighbours.
func (r *reader) share(parts []clause) {
	for i := len(parts) - 1; i > 0; i-- {
		a, b := &parts[i-1], &parts[i]
		if len(a.counts) > 0 && len(a.things) > 0 && !a.is("perweek") && len(a.dates) == 0 && b.is("perweek") && len(b.counts) > 0 {
			a.has["perweek"] = 1 // "2x strength, 3x run per week"
		}
	}
	for i := 1; i < len(parts); i++ {
		a, b := &parts[i-1], &parts[i]
		switch {
		case b.joined == "and" && a.is("no") && b.is("no") && len(a.dates) == 0:
			a.dates = b.dates // "no running and no swimming this week"
		case b.is("want") && len(b.dates) == 0 && len(b.things) > 0 && !b.is("more", "less"):
			b.dates = a.dates // "no running on Sunday, I'd rather swim"
		case b.is("rest") && len(b.dates) == 0 && len(a.dates) > 0 && a.empty(true):
			b.dates, a.dates, a.strange = a.dates, nil, 0 // "wedding on Saturday so nothing then"
			a.spans = nil
		}
	}
}

// deniedBy tells whether a later part takes back the very things that a part names: "more running, no running".
func (c *clause) deniedBy(next *clause) bool {
	return next.is("no") && !c.is("no") && len(c.things) > 0 && slices.EqualFunc(c.things, next.things, func(a, b placed[string]) bool { return a.is == b.is })
}

// complete tells whether a part asks for something by itself.
func (c *clause) complete() bool {
	thing := len(c.things) > 0 || len(c.sessions) > 0
	return c.is("no", "vague", "if", "rest", "away", "race", "raced", "parkrun", "marathon", "half", "triathlon", "hyrox", "swap", "move", "more", "less", "easier", "shorter", "easyweek", "bigweek", "atmost", "terrain", "hate", "love") ||
		c.is("want", "must", "ready") && thing || c.is("only") && (thing || len(c.equipment) > 0 || c.window.is.is()) || len(c.minutes) > 0 || len(c.counts) > 0 && thing ||
		thing && len(c.spans) > 0 || len(c.things) > 0 && len(c.sessions) > 0 || len(c.equipment) > 0 || c.opened || c.denied || c.is("legday") && c.is("no")
}

// empty tells whether a clause asks for nothing; with days, where days are left out of account.
func (c *clause) empty(days bool) bool {
	for name := range c.has {
		if !idle[name] {
			return false
		}
	}
	return len(c.things) == 0 && len(c.sessions) == 0 && len(c.counts) == 0 && len(c.minutes) == 0 && len(c.meters) == 0 && len(c.equipment) == 0 && !c.unread &&
		!c.window.is.is() && (days || len(c.spans) == 0 && !c.outside)
}

// idle are words that ask for nothing by themselves.
var idle = map[string]bool{
	"to": true, "of": true, "from": true, "for": true, "with": true, "days": true, "want": true, "ready": true, "times": true, "this": true, "next": true, "last": true, "first": true, "every": true,
	"on": true, "onward": true, "attime": true, "before": true, "after": true, "between": true, "until": true, "through": true, "train": true, "withgear": true, "then": true, "only": true, "ago": true,
	"th": true, "perday": true, "perweek": true, "oclock": true, "love": true, "oneweek": true, "twoweeks": true, "longtime": true, "lastweek": true, "yesterday": true, "halfof": true, "exactly": true, "must": true,
	"pmtime": true, "amtime": true, "permonth": true, "january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true,
	"november": true, "december": true, "today": true, "forgetnot": true, "because": true, "but": true, "and": true, "or": true, "again": true, "que": true,
}

// part reads the words of a part.
func (r *reader) part(begin, end int) clause {
	c := clause{first: begin, last: end, has: map[string]int{}}
	var words []word
	for i := begin; i < end; i++ {
		w := r.words[i]
		c.beside = c.beside || w.beside
		c.opened, c.denied, c.guessed = c.opened || w.opened, c.denied || w.denied, c.guessed || w.guessed
		if w.opened || w.denied || w.text == "-" {
			continue
		}
		if w.dash && len(words) > 0 && calendarish(&words[len(words)-1]) && calendarish(&w) {
			words = append(words, word{text: "-"})
		}
		words = append(words, w)
	}
	texts := make([]string, len(words))
	for i := range words {
		texts[i] = words[i].text
	}
	moving := slices.Contains(texts, "move")
	for i := 0; i < len(words); {
		i += r.take(&c, words[i:], texts[i:], i, moving)
	}
	if c.is("forgetnot") && c.is("no") { // "vergiss den langen Lauf nicht"
		delete(c.has, "no")
		c.has["must"] = c.has["forgetnot"]
	}
	c.dates = r.daysOf(c.spans)
	if c.days && len(c.spans) > 1 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.days && len(s.is.dates) != 1 }) {
		c.dates = r.weekly(c.dates) // "Tuesdays and Thursday"
	}
	c.each = c.days || len(c.spans) > 1 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return len(s.is.dates) > 1 })
	return c
}

// weekly are all days of the plan of the weekdays of some.
func (r *reader) weekly(dates []training.Date) []training.Date {
	return r.those(0, func(d training.Date) bool {
		return slices.ContainsFunc(dates, func(o training.Date) bool { return o.Weekday() == d.Weekday() })
	}).dates
}

// daysOf are the days of all that is named; a week beside days of it says which week they are of.
func (r *reader) daysOf(spans []placed[span]) []training.Date {
	var week, days []training.Date
	for _, s := range spans {
		if s.is.week && week == nil {
			week = s.is.dates
		} else {
			days = append(days, s.is.dates...)
		}
	}
	switch {
	case len(days) == 0:
		days = week
	case len(week) > 0:
		for i, d := range days {
			if !slices.Contains(week, d) && slices.Contains(week, d+7) {
				days[i] = d + 7
			}
		}
		days = slices.DeleteFunc(days, func(d training.Date) bool { return !slices.Contains(week, d) })
	}
	days = slices.Clone(days)
	slices.Sort(days)
	return slices.Compact(days)
}

func calendarish(w *word) bool {
	name, _ := weekdayNamed(w.text)
	return name != "" || monthNamed(w.text) > 0 || w.number > 0 && w.minutes == 0 || w.number < 0
}

// take reads what some words begin with into a clause, and tells how many it took.
func (r *reader) take(c *clause, words []word, texts []string, at int, moving bool) int {
	if n := c.takeTime(words, texts, at); n > 0 {
		return n
	}
	if date, n := r.past(texts); n > 0 {
		c.raceOn = date
		return n
	}
	days := span{}
	if moving {
		days = r.single(texts)
	} else {
		days = r.read(texts)
	}
	if days.words > 0 {
		c.spans = append(c.spans, placed[span]{days, at})
		c.outside, c.until, c.days = c.outside || days.outside, c.until || days.until, c.days || days.days
		return days.words
	}
	w := &words[0]
	switch {
	case w.minutes > 0:
		c.minutes = append(c.minutes, w.minutes)
	case w.meters > 0:
		c.meters = append(c.meters, w.meters)
	case w.number > 0 && w.number <= mostCount && w.number == float64(int(w.number)):
		c.counts = append(c.counts, placed[int]{int(w.number), at})
	case w.number != 0 || w.clock:
		c.unread = true
	default:
		c.word(w, at)
	}
	return 1
}

func (c *clause) word(w *word, at int) {
	if w.strange {
		c.strange++
		if strings.HasSuffix(w.text, "day") || strings.HasSuffix(w.text, "days") || strings.HasSuffix(w.text, "tag") || w.text[0] >= '0' && w.text[0] <= '9' {
			c.unread = true // a day that cannot be read
		}
		c.has["strange"] = at + 1
		return
	}
	if e, known := equipmentOf[w.text]; known {
		c.equipment = append(c.equipment, e)
	}
	if w.text == "longrun" {
		c.sessions = append(c.sessions, placed[Session]{Long, at})
	}
	if s, known := sessionOf[w.text]; known {
		c.sessions = append(c.sessions, placed[Session]{s, at})
	} else if _, known := sportOf[w.text]; known && !races[w.text] {
		c.things = append(c.things, placed[string]{w.text, at})
	}
	if c.has[w.text] == 0 {
		c.has[w.text] = at + 1
	}
}

// takeTime reads a time of day.
func (c *clause) takeTime(words []word, texts []string, at int) int {
	before := c.window.is
	n := c.timeAt(words, texts, at)
	if n > 0 && before.is() && before != c.window.is {
		if w := windows[texts[0]]; w.is() && c.has["attime"] > 0 { // "at 7 in the morning"
			c.window.is = before
		} else {
			c.unread = true // two times: neither is told
		}
	}
	return n
}

func (c *clause) timeAt(words []word, texts []string, at int) int {
	if w, named := windows[texts[0]]; named {
		c.window = placed[window]{w, at}
		return 1
	}
	clock := func(i int, bare bool) (training.LocalTime, bool) {
		if i >= len(words) {
			return 0, false
		}
		w := &words[i]
		switch {
		case w.clock:
			return w.at, true
		case w.minutes > 0 && w.minutes%60 == 0 && w.minutes <= 24*60 && bare:
			return training.LocalTime(w.minutes % (24 * 60)), true
		case bare && w.number > 0 && w.number <= 24 && w.number == float64(int(w.number)) && !dayFollows(texts, i):
			return training.LocalTime(60 * (int(w.number) % 24)), true
		}
		return 0, false
	}
	switch texts[0] {
	case "before", "after", "notbefore", "attime", "from", "between", "until", "through":
		t, is := clock(1, texts[0] == "attime" || texts[0] == "notbefore" || texts[0] == "before" || texts[0] == "after")
		if !is {
			return 0
		}
		if to, is := clock(3, true); is && len(texts) > 2 && (ranges[texts[2]] || texts[2] == "and") {
			c.window = placed[window]{window{t, to}, at}
			return 4
		}
		switch texts[0] {
		case "before", "until", "through":
			c.window = placed[window]{window{midnight, t}, at}
		case "notbefore":
			c.window, c.has["notbefore"] = placed[window]{window{t, midnight}, at}, at+1
		case "attime":
			c.window, c.has["attime"] = placed[window]{window{t, max(lateEnd, t+60)}, at}, at+1
		default:
			c.window = placed[window]{window{t, midnight}, at}
		}
		return 2
	}
	if t, is := clock(0, false); is {
		if to, is := clock(2, true); is && len(texts) > 1 && ranges[texts[1]] {
			c.window = placed[window]{window{t, to}, at}
			return 3
		}
		c.window, c.has["attime"] = placed[window]{window{t, max(lateEnd, t+60)}, at}, at+1
		return 1
	}
	return 0
}

// dayFollows tells whether a number begins a date: "before 5 December", "after 3 days".
func dayFollows(texts []string, i int) bool {
	if strings.HasSuffix(texts[i], "th") || i+1 < len(texts) && (monthNamed(texts[i+1]) > 0 || texts[i+1] == "days" || texts[i+1] == "of") {
		return true
	}
	return i+2 < len(texts) && texts[i+1] == "from" && monthNamed(texts[i+2]) > 0
}
