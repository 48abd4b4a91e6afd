package wish

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fortnight/lexis"
	"fortnight/training"
)

// reader reads a text of an athlete for the days of a plan.
type reader struct {
	calendar
	text  string
	words []word
	races []training.Date // of the athlete's events, the earliest first
	told  training.Date   // the day of the first race that the text tells of, 0 for none
	joins int             // parts that were looked at whether they belong to the one before
}

// placed is something that stands at a place in a clause.
type placed[T any] struct {
	is T
	at int
}

// clause is a part of a wish that asks for one thing, and what its words are. Places count its words.
type clause struct {
	first, last  int              // of the reader's words, last being the one behind
	has          []placed[string] // each word of the grammar that is in it, and where it stands first
	things       []placed[string] // sports and families, as words
	sessions     []placed[Session]
	counts       []placed[int]
	spans        []placed[span]
	minutes      []int
	low          placed[int] // the lower end of a range, of sessions or minutes: the upper one is among counts or minutes
	lowMeters    int         // that of a range of lengths
	articles     []int       // places behind which an article stands: "at most one"
	meters       []int
	equipment    []training.Equipment
	window       placed[window]
	raceOn       training.Date // a day that is over
	strange      int
	shared       bool // its days are those of the clause before it
	loose        int  // of these, those that no preposition governs: they may be what is to be done with the rest
	outside      bool
	until        bool
	days         bool
	each         bool // on each of the days, which were named one by one
	unread       bool
	beside       bool // its sentence speaks of the body
	opened       bool // a gate has heard some of it
	circumstance bool // it says when or how something was: "when running", "beim Laufen"
	stated       bool // it says of something that it is so, in a word that nobody knows: "the pool is shut"
	copular      bool // it says of something that it is so
	past         bool // it says how something was
	able         bool // it says what can be, not what is to be
	denied       bool
	guessed      bool
	joined       string
	dates        []training.Date
	excepted     bool            // its days are those that are left when some are excepted
	partly       Wishes          // what would be read if all that these leave out changed nothing
	inner        bool            // it says what the one before it is made of
	head         *clause         // what it is an item of a list of
	of           *clause         // what it may be of, which names nothing
	maybe        []training.Date // the days that it may be of, which names none
}

func (c *clause) is(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return c.place(name) >= 0 })
}

// place is where a word stands, -1 for nowhere.
func (c *clause) place(name string) int {
	for i := range c.has {
		if c.has[i].is == name {
			return c.has[i].at
		}
	}
	return -1
}

// put says that a word stands at a place, wherever it stood before.
func (c *clause) put(name string, at int) {
	for i := range c.has {
		if c.has[i].is == name {
			c.has[i].at = at
			return
		}
	}
	c.has = append(c.has, placed[string]{name, at})
}

// drop takes a word out.
func (c *clause) drop(name string) {
	c.has = slices.DeleteFunc(c.has, func(w placed[string]) bool { return w.is == name })
}

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
	r.notAtAll()
	r.withNothing()
	r.secondDays()
	r.hoursAfter()
	r.weekAfter()
	r.weeksTold()
	r.putThere()
	r.movesOn()
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
			rest.put("vague", 0)
			all, parts, begin = append(append(all, parts...), rest), nil, len(r.words)
			break
		}
		w := &r.words[i]
		switch {
		case i > 0 && w.brk == lexis.Sentence:
			flush(i, "", true)
		case i > 0 && r.hard(i):
			flush(i, w.text, true)
		case i > begin+1 && r.another(begin, i):
			flush(i, "", false)
		case w.text == "with" && i > begin+1 && i-begin <= maxClauseWords && r.withDays(begin, i):
			flush(i, "", false)
		case i > 0 && r.colon(i) && !r.namedBefore(begin, i):
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
	for i := range all {
		if c := &all[i]; r.told == 0 && c.event() && !c.is("no", "daybefore", "if", "vague") && !c.unread && !c.past {
			if day := r.raceDay(c); day >= r.from {
				r.told = day
			}
		}
	}
	return all
}

// Verbs that take a session from where it is, those that put it to another day, and what stands for it.
var (
	takers = wordSet("take grab nimm nehmen coge toma quita")
	puts   = wordSet("put move shift stick do have leg lege leg's stell stelle pack packe schieb setz mach pon ponla ponlo ponlas ponlos pásalo pasalo pásala pasala hazlo hazla")
	itself = wordSet("it them that ihn es sie diesen lo la los las")
)

// mostTaken is within how many words of the verb that takes a session stands the one that puts it elsewhere.
const mostTaken = 12

// putThere takes "take Thursday's ride and put it on Saturday" for a session that is moved.
func (r *reader) putThere() {
	raw := func(i int) string { return strings.ToLower(r.text[r.words[i].from:r.words[i].to]) }
	for i := range r.words {
		if !takers[raw(i)] {
			continue
		}
		for j := i + 1; j+2 < len(r.words) && j <= i+mostTaken && r.words[j].brk != lexis.Sentence; j++ {
			if r.words[j].text != "and" && r.words[j].brk != lexis.Comma {
				continue
			}
			verb := j
			if r.words[j].text == "and" {
				verb++
			}
			behind := raw(verb)
			own := strings.HasSuffix(behind, "lo") || strings.HasSuffix(behind, "la") // "ponlo"
			if !puts[behind] || !own && !itself[raw(verb+1)] {
				continue
			}
			r.words[i].text, r.words[i].strange = "move", false
			last := verb + 1
			if own {
				last = verb
			}
			for k := j; k <= last; k++ {
				r.words[k].text, r.words[k].strange, r.words[k].brk = leftOut, false, 0
			}
			break
		}
	}
}

// movesOn says of a session behind "and" that it is moved as the one before it is: "move the intervals from Tuesday to Thursday and the run from Thursday to
// Tuesday".
func (r *reader) movesOn() {
	moves := false
	for i := range r.words {
		if r.words[i].brk == lexis.Sentence {
			moves = false
		}
		if moves = moves || r.words[i].text == "move"; !moves || r.words[i].text != "and" {
			continue
		}
		thing, days, verb := false, 0, -1
		for j := i + 1; j < len(r.words) && r.words[j].brk == 0 && !conjunctions[r.words[j].text]; j++ {
			switch w := &r.words[j]; {
			case sportOf[w.text] != "" || sessionOf[w.text] != "" || w.text == "longrun":
				thing = true
			case isWeekday(w.text):
				days++
			case w.text == "move" || w.text == "swap" || w.text == "no":
				days = -mostCount
			case verb < 0 && (w.text == leftOut || w.text == "from" || w.text == "of"):
				verb = j
			}
		}
		if thing && days == 2 && verb >= 0 {
			r.words[verb].text = "move"
		}
	}
}

// notAtAll takes "and not" for a denial of its own where a number says how often what stands before it is to be, or nothing at all of what stands behind it is:
// "swim twice and not run at all". Elsewhere it sets one in the place of the other.
func (r *reader) notAtAll() {
	counted := false
	for i := range r.words {
		w := &r.words[i]
		counted = counted && w.brk == 0 || w.number > 0 && w.minutes+w.meters == 0 && !w.clock
		if w.text != "insteadof" || !andNots[strings.ToLower(r.text[w.from:w.to])] {
			continue
		}
		all := i+2 < len(r.words) && r.words[i+2].brk == 0 && atAll[strings.ToLower(r.text[r.words[i+2].from:r.words[i+2].to])]
		if counted || all {
			w.text, w.brk = "no", lexis.Comma
		}
	}
}

var (
	andNots = map[string]bool{"and not": true, "und nicht": true, "y no": true}
	atAll   = map[string]bool{"at all": true, "überhaupt": true}
)

// secondDays reads "the second Sunday" as that of the plan.
func (r *reader) secondDays() {
	for i := 0; i+1 < len(r.words); i++ {
		name, plural := weekdayNamed(r.words[i+1].text)
		if name == "" || plural || r.words[i+1].brk != 0 || !secondNamed[strings.ToLower(r.text[r.words[i].from:r.words[i].to])] || i > 0 && r.words[i-1].text == "every" && r.words[i].brk == 0 {
			continue
		}
		if on := r.those(1, func(d training.Date) bool { return d.Weekday() == name }).dates; len(on) > 1 {
			r.words[i].text, r.words[i].strange, r.words[i].number = leftOut, false, 0
			r.words[i+1].text, r.words[i+1].number = on[1].String(), -1
		}
	}
}

// secondOnes say of a week that it is the one after another.
var secondOnes = wordSet("second next after afterwards zweite zweiten zweiter danach folgende segunda siguiente después despues")

// weeksTold takes "next week" for the second one of a plan where "this week" is its first and both are told of: they are two.
func (r *reader) weeksTold() {
	has := func(text string) bool {
		return slices.ContainsFunc(r.words, func(w word) bool { return w.text == text })
	}
	if mondayOf(r.today)+7 != mondayOf(r.from) {
		return
	}
	for i := 0; i+1 < len(r.words); i++ { // "this Friday and next Friday"
		if day := r.words[i+1].text; r.words[i].text == "this" && isWeekday(day) {
			for j := i + 2; j+1 < len(r.words); j++ {
				if r.words[j].text == "next" && r.words[j+1].text == day && r.words[j+1].brk == 0 {
					r.words[j].text = "secondweek"
				}
			}
		}
	}
	if !has("thisweek") || !has("nextweek") {
		return
	}
	for i := range r.words {
		if r.words[i].text == "nextweek" {
			r.words[i].text = "secondweek"
		}
	}
}

// weekAfter takes "the second one" for a week where the first has been told of: "first week light, second one big".
func (r *reader) weekAfter() {
	week, other := false, false // of what else than the week it may be the second
	for i := range r.words {
		w := &r.words[i]
		if w.brk == lexis.Sentence {
			week, other = false, false
		}
		other = other || w.number > 0 || sportOf[w.text] != ""
		week = week || w.text == "firstweek" || w.text == "thisweek"
		of := i - 1 // what stands before it, but for an article
		for of > 0 && r.words[of].text == leftOut && r.words[of+1].brk == 0 {
			of--
		}
		if of >= 0 && (r.words[of].text == "easyweek" || r.words[of].text == "bigweek") && r.words[of+1].brk == 0 && secondNamed[strings.ToLower(r.text[w.from:w.to])] && (i+1 == len(r.words) || r.words[i+1].brk != 0) {
			w.text, w.strange, w.number = "secondweek", false, 0 // "semana de descarga la segunda"
			continue
		}
		raw := strings.ToLower(r.text[w.from:w.to])
		before := i
		for before > 0 && r.words[before].brk == 0 && r.words[before-1].text == leftOut {
			before--
		}
		if !week || other || !oneAfter[raw] || r.words[before].brk == 0 && (before == 0 || !conjunctions[r.words[before-1].text]) {
			continue
		}
		if i+1 < len(r.words) && r.words[i+1].brk == 0 && strings.EqualFold(r.text[r.words[i+1].from:r.words[i+1].to], "one") {
			r.words[i+1].text, r.words[i+1].number = leftOut, 0
		} else if i+1 >= len(r.words) || r.words[i+1].brk != 0 || sessionOf[r.words[i+1].text] == "" && r.words[i+1].text != "bigone" && r.words[i+1].text != "more" && r.words[i+1].text != "less" {
			continue
		}
		if next := i + 1; next < len(r.words) && r.words[next].text == leftOut && r.words[next].brk == 0 {
			i++
		}
		if next := i + 1; next < len(r.words) && r.words[next].brk == 0 && (r.words[next].text == "hard" || r.words[next].text == "bigone" || r.words[next].text == "more" && r.lastRaw(next) == "fuerte") {
			r.words[next].text = "bigweek"
		}
		w.text, w.strange, w.number = "secondweek", false, 0
	}
}

// secondNamed is the second of two by its number.
var secondNamed = wordSet("second zweite zweiten zweiter segunda segundo")

// oneAfter is the second of two in a row.
var oneAfter = wordSet("second next zweite nächste segunda siguiente")

// hoursAfter gives a number the unit of the one before it where it is of the week after: "six hours next week, eight after".
func (r *reader) hoursAfter() {
	hours, week := false, false
	for i := range r.words {
		w := &r.words[i]
		if w.brk == lexis.Sentence {
			hours, week = false, false
		}
		week = week || w.text == "firstweek" || w.text == "nextweek" || w.text == "thisweek"
		hours = hours || w.minutes >= 60 && w.minutes%60 == 0
		if !hours || !week || w.minutes > 0 || w.meters > 0 || w.clock || w.number < 1 || w.number > 30 || w.number != math.Trunc(w.number) || w.text != strconv.Itoa(int(w.number)) {
			continue
		}
		if at := r.secondNear(i); at >= 0 {
			w.text, w.minutes, w.number = "#", int(60*w.number), 0
			r.words[at].text, r.words[at].strange = "secondweek", false
		}
	}
}

// secondNear is the word of a number's part that says that it is of the week after, and that nothing else stands by than what carries nothing; -1 where
// there is none.
func (r *reader) secondNear(i int) int {
	first, last := i, i+1
	for first > 0 && r.words[first].brk < lexis.Comma && !conjunctions[r.words[first-1].text] {
		first--
	}
	for last < len(r.words) && r.words[last].brk < lexis.Comma && !conjunctions[r.words[last].text] {
		last++
	}
	at := -1
	for j := first; j < last; j++ {
		text := strings.ToLower(r.text[r.words[j].from:r.words[j].to])
		switch {
		case j == i, r.words[j].text == leftOut, r.words[j].text == "perweek", r.words[j].text == "for":
		case r.words[j].text == "secondweek", secondOnes[text[strings.LastIndexByte(text, ' ')+1:]]:
			at = j
		default:
			return -1
		}
	}
	return at
}

// conditional puts a sentence together that hangs on a condition: "if it rains, no running".
func (r *reader) conditional(parts []clause) []clause {
	if len(parts) < 2 || !slices.ContainsFunc(parts, func(c clause) bool { return c.is("if") }) {
		return parts
	}
	whole := r.part(parts[0].first, parts[len(parts)-1].last)
	whole.put("if", 0)
	return []clause{whole}
}

var soft = map[string]bool{"and": true, "or": true, "then": true}

// colon tells whether a colon stands between a day and what it is for: "Tuesday: run", "run: Tuesday".
func (r *reader) colon(i int) bool {
	before := &r.words[i-1]
	named := sportOf[before.text] != "" || sessionOf[before.text] != "" || before.text == "longrun" || before.text == "rest"
	return (calendarish(before) || named && isWeekday(r.words[i].text)) && strings.Contains(r.text[before.to:r.words[i].from], ":")
}

// namedBefore tells whether a part has named what is to be before its day: what stands behind a colon is what that is made of.
func (r *reader) namedBefore(begin, i int) bool {
	return calendarish(&r.words[i-1]) && slices.ContainsFunc(r.words[begin:i], func(w word) bool { return sportOf[w.text] != "" || sessionOf[w.text] != "" })
}

// another tells whether a weekday begins another thing in a list without commas: "sat long bike sun long run".
func (r *reader) another(begin, i int) bool {
	day := func(i int) bool { name, _ := weekdayNamed(r.words[i].text); return name != "" }
	what := func(i int) bool {
		w := &r.words[i]
		return sportOf[w.text] != "" || sessionOf[w.text] != "" || w.text == "longrun" || w.text == "rest"
	}
	if comparing(&r.words[i]) && r.words[i].brk == 0 && slices.ContainsFunc(r.words[begin:i-1], func(w word) bool { return comparing(&w) && w.text != r.words[i].text }) && r.compared(i-1) && r.compared(r.comparedFrom(i+1)) {
		return true // "less intensity more volume"
	}
	if i+1 < len(r.words) && r.words[i].brk == 0 && r.words[i+1].brk == 0 && what(begin) && day(i-1) && what(i) && (day(i+1) || i+2 < len(r.words) && what(i+1) && day(i+2) && r.words[i+2].brk == 0) {
		return true // "tempo tuesday easy thursday long run sunday"
	}
	if r.words[i].brk == 0 && r.dayOfOurs(i) && slices.ContainsFunc(r.words[begin:i], func(w word) bool { return isWeekday(w.text) }) {
		return true // "long run sat pls sun im at my mums"
	}
	if w := &r.words[i]; w.text == "only" && w.brk == 0 && i+1 < len(r.words) && equipmentOf[r.words[i+1].text] != "" && slices.ContainsFunc(r.words[begin:i], func(w word) bool { return w.text == "no" }) {
		return true // "no gym this week only bands"
	}
	return r.words[i].brk == 0 && !r.words[i].dash && day(begin) && day(i) && i+1 < len(r.words) && what(i+1) && what(i-1) && !day(i-1)
}

// dayOfOurs tells whether a weekday stands there, and right behind it who speaks: "sun im away".
func (r *reader) dayOfOurs(i int) bool {
	return isWeekday(r.words[i].text) && i+1 < len(r.words) && r.words[i+1].brk == 0 && speakers[strings.ToLower(r.text[r.words[i+1].from:r.words[i+1].to])]
}

var speakers = wordSet("im i'm ive i've we're weve we've bin ich wir estoy estamos")

// comparing tells whether a word says that there is to be more or less of something.
func comparing(w *word) bool { return w.text == "more" || w.text == "less" }

// compared tells whether a word is of what there can be more or less of.
func (r *reader) compared(i int) bool {
	return i < len(r.words) && (sportOf[r.words[i].text] != "" || sessionOf[r.words[i].text] != "" || r.words[i].text == "volume" || r.words[i].text == "train")
}

// comparedFrom is the first word from a place on that says something.
func (r *reader) comparedFrom(i int) int {
	for i < len(r.words) && r.words[i].text == leftOut && r.words[i].brk == 0 {
		i++
	}
	return i
}

// hard tells whether a conjunction begins another thought. Between days and numbers "since" and the like do not.
func (r *reader) hard(i int) bool {
	text := r.words[i].text
	return text == "but" || text == "because"
}

// maxParts is into how many parts a text is taken.
const maxParts = 48

// complete tells whether a part asks for something by itself.
func (c *clause) complete() bool {
	thing := len(c.things) > 0 || len(c.sessions) > 0
	return c.is("daybefore", "twiceaday", "onceaday", "notbefore", "occupied", "permitted", "daysbut", "onlyday", "nightshift", "oneofthem", "weekoff", "reopens") || c.is("only") && (c.listed() > 1 || slices.ContainsFunc(c.spans, func(s placed[span]) bool { return len(s.is.dates) > 1 })) || c.is("no", "vague", "if", "rest", "away", "race", "raced", "parkrun", "marathon", "half", "triathlon", "hyrox", "swap", "move", "more", "less", "easier", "shorter", "easyweek", "bigweek", "atmost", "terrain", "treadmill", "hate", "love", "inarow", "everyother", "fondo", "sprinttri", "olympictri", "halftri", "fulltri", "duathlon", "mainrace", "build") ||
		c.is("want", "must", "ready") && thing || c.is("only") && (thing || len(c.equipment) > 0 || c.window.is.is()) || len(c.minutes) > 0 || len(c.counts) > 0 && thing ||
		thing && len(c.spans) > 0 || len(c.things) > 0 && len(c.sessions) > 0 || len(c.equipment) > 0 || c.opened || c.denied || c.is("legday") && c.is("no")
}

// empty tells whether a clause asks for nothing; with days, where days are left out of account.
func (c *clause) empty(days bool) bool {
	for _, w := range c.has {
		if !idle[w.is] {
			return false
		}
	}
	return len(c.things) == 0 && len(c.sessions) == 0 && len(c.counts) == 0 && len(c.minutes) == 0 && len(c.meters) == 0 && len(c.equipment) == 0 && !c.unread &&
		!c.window.is.is() && (days || len(c.spans) == 0 && !c.outside)
}

// idle are words that ask for nothing by themselves.
var idle = map[string]bool{
	"to": true, "of": true, "from": true, "for": true, "with": true, "days": true, "want": true, "ready": true, "times": true, "this": true, "next": true, "last": true, "first": true, "every": true,
	"occupied": true, "leaveword": true, "clearword": true, "volume": true, "permitted": true,
	"on": true, "onward": true, "persession": true, "attime": true, "before": true, "after": true, "between": true, "until": true, "through": true, "train": true, "withgear": true, "then": true, "only": true, "ago": true,
	"th": true, "perday": true, "perweek": true, "oclock": true, "love": true, "oneweek": true, "twoweeks": true, "longtime": true, "lastweek": true, "yesterday": true, "halfof": true, "exactly": true, "must": true,
	"pmtime": true, "amtime": true, "permonth": true, "january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true,
	"november": true, "december": true, "today": true, "forgetnot": true, "because": true, "but": true, "and": true, "or": true, "again": true, "que": true, "longerthan": true, "strange": true,
}

// part reads the words of a part.
func (r *reader) part(begin, end int) clause {
	c := clause{first: begin, last: end, has: make([]placed[string], 0, min(end-begin, 16))}
	words := make([]word, 0, end-begin+1)
	has := func(text string) bool {
		return slices.ContainsFunc(r.words[begin:end], func(w word) bool { return w.text == text })
	}
	freed := has("leaveword") && has("clearword")
	for i := begin; i < end; i++ {
		w := r.words[i]
		if (w.text == "leaveword" || w.text == "clearword") && !freed { // "keep running", "the pool is open"
			continue
		}
		switch {
		case w.text == leftOut && articles[strings.ToLower(r.text[w.from:w.to])]:
			c.articles = append(c.articles, len(words)-1)
		case w.text == "to" && strings.EqualFold(r.text[w.from:w.to], "a"): // Spanish has it as a preposition
			c.articles = append(c.articles, len(words))
		}
		if w.number > 2 && i > begin && weekWords[r.lastRaw(i-1)] { // of a pregnancy, where a body is spoken of
			c.unread = c.unread || !w.beside
			continue
		}
		if i+1 < end && r.words[i+1].brk == 0 && sportOf[r.words[i+1].text] != "" && r.lastRaw(i) == "free" { // a free run is no day without one
			c.unread = true
		}
		if i+1 < end && r.words[i+1].brk == 0 && r.words[i+1].strange && eventWords[w.text] && !prepositions[r.lastRaw(i+1)] && r.lastRaw(i+1) != "über" && lower(r.text[r.words[i+1].from:]) { // "marathon expo": a name of it would be written as one
			c.unread = true
		}
		if i+1 < end && r.words[i+1].brk == 0 && aboutRaces[strings.ToLower(r.text[r.words[i+1].from:r.words[i+1].to])] && eventWords[w.text] { // a marathon's training is no marathon
			c.unread = true
		}
		if _, ordinal := dayNumber(w.text); ordinal && i+1 < end && r.words[i+1].strange && r.words[i+1].brk == 0 && !(i+2 < end && r.words[i+2].brk == 0 && r.words[i+1].to-r.words[i+1].from < 3) { // "am 2. Advent"
			c.unread = true
		}
		if w.strange && i+1 < end && r.words[i+1].text == "weekend" && r.words[i+1].brk == 0 { // Thanksgiving weekend: which is that?
			c.unread = true
		}
		c.beside = c.beside || w.beside
		raw := ""
		if n := w.to - w.from; n >= 2 && n <= 12 {
			raw = strings.ToLower(r.text[w.from:w.to])
		}
		c.circumstance = c.circumstance || circumstances[raw]
		c.past = c.past || pastCopulas[raw]
		c.copular = c.copular || copulas[raw] || strings.HasSuffix(raw, "'s") && sportOf[w.text] != ""
		c.able = c.able || abilities[raw[strings.LastIndexByte(raw, ' ')+1:]]
		c.stated = c.stated || w.strange && i > begin && copulas[strings.ToLower(r.text[r.words[i-1].from:r.words[i-1].to])]
		c.opened, c.denied, c.guessed = c.opened || w.opened, c.denied || w.denied, c.guessed || w.guessed
		if w.text == leftOut && !articles[raw] && len(words) > 0 && words[len(words)-1].text == "first" && i+1 < end && calendarish(&r.words[i+1]) { // "yoga first on Monday" is of no first Monday
			words = append(words, word{text: "on"})
		}
		if w.text == "this" && raw == "esta" && i+1 < end && (r.words[i+1].strange || r.words[i+1].text == "no" || r.words[i+1].text == "clearword") { // "la piscina esta cerrada"
			w.text = leftOut
		}
		if w.text == leftOut && len(words) > 0 && (words[len(words)-1].text == "from" || words[len(words)-1].text == "to") && whence[raw] { // "run home from work on Tuesday"
			words[len(words)-1].text = "of"
		}
		if w.opened || w.denied || w.text == "-" {
			continue
		}
		if w.strange && !r.governed(begin, i) {
			c.loose++
		}
		if w.dash && len(words) > 0 && calendarish(&words[len(words)-1]) && (calendarish(&w) || w.minutes+w.meters > 0 && words[len(words)-1].number > 0) {
			words = append(words, word{text: "-"})
		}
		words = append(words, w)
	}
	texts := make([]string, len(words))
	for i := range words {
		texts[i] = words[i].text
	}
	if at := slices.Index(texts, "bringword"); at >= 0 && slices.Contains(texts, "forwardword") { // "bring the long ride forward to Friday"
		texts[at], words[at].text = "move", "move"
	}
	if at := slices.Index(texts, "swap"); at >= 0 {
		things, days := 0, 0
		for _, t := range texts {
			if sportOf[t] != "" || sessionOf[t] != "" && sessionOf[t] != Easy {
				things++
			}
			if name, _ := weekdayNamed(t); name != "" {
				days++
			}
		}
		to := slices.Index(texts, "to")
		kind := to > at && slices.ContainsFunc(texts[to:], func(t string) bool { return sessionOf[t] != "" }) // "switch the intervals to something easy"
		if things == 0 && slices.Contains(texts, "rest") {
			things = 1 // "cambia el descanso del viernes al domingo"
		}
		if things == 1 && days == 1 && !kind && !slices.Contains(texts, "with") && !slices.Contains(texts, "for") && slices.ContainsFunc(texts[at:], func(t string) bool { return t == "to" }) {
			texts[at], words[at].text = "move", "move" // "cambia la tirada larga al sábado"
		}
		if things == 1 && days == 2 { // "change the ride from Thursday to Friday"
			texts[at], words[at].text = "move", "move"
		}
	}
	r.genitives(words, texts, begin, end)
	moving := slices.Contains(texts, "move")
	for i := 0; i < len(words); {
		i += r.take(&c, words[i:], texts[i:], i, moving)
	}
	r.ofOneWeek(c.spans, func(at int) bool { return texts[at] == "and" || texts[at] == "or" || texts[at] == leftOut })
	if at := len(words) - 1; len(c.spans) > 0 && len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.equipment)+c.strange == 0 && r.lastRaw(end-1) == "out" && end-begin > 1 && !c.is("no", "away", "want", "must", "rest", "go") {
		c.put("rest", at) // "Thursday's out"
	}
	if at := c.things0(); at < 1<<30 && !c.is("no") && r.lastRaw(end-1) == "zu" && (r.raw(&c, "hat") || r.raw(&c, "haben")) { // "das Bad hat bis Sonntag zu"
		c.put("no", 0)
	}
	if len(c.things) > 0 && !c.is("no") && r.lastRaw(end-1) == "auf" && (r.raw(&c, "macht") || r.raw(&c, "hat")) && c.is("ready") { // "das Bad macht am Donnerstag wieder auf"
		c.drop("ready")
		c.put("reopens", 0)
		for _, w := range r.words[begin:end] { // the verb that "auf" belongs to
			if w.strange && strings.EqualFold(r.text[w.from:w.to], "macht") {
				c.strange, c.loose = max(c.strange-1, 0), max(c.loose-1, 0)
			}
		}
	}
	c.mend(r)
	if len(c.named()) == 1 && len(c.sessions)+len(c.spans)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) == 0 && !c.is("no", "want", "must", "only", "more", "less", "hate", "love", "permitted") && r.mayBe(begin, end) {
		c.put("permitted", c.things0())
	}
	if len(c.things) > 0 && c.place("insteadof") < 0 && r.rather(begin, end) {
		c.put("want", 0) // "bike instead"
	}
	if len(c.things)+len(c.sessions) > 0 && !c.is("no", "rest") && r.goes(&c) {
		c.drop("must")
		c.drop("vague")
		c.put("no", 0)
	}
	if c.is("no") && r.kept(begin, end) {
		for _, w := range r.words[begin:end] { // the verb is known by what it does
			if raw := strings.ToLower(r.text[w.from:w.to]); w.strange && !w.opened && !w.denied && (movers[raw] || droppers[raw]) {
				c.strange, c.loose = max(c.strange-1, 0), max(c.loose-1, 0)
			}
		}
		c.put("must", c.place("no"))
		c.drop("no")
		if c.is("move", "swap", "insteadof", "with") && (len(c.spans) > 1 || len(c.things) > 1 || slices.Contains(texts, "to") || r.onto(begin, end)) {
			c.put("vague", 0) // "don't move the long run to Saturday": it may go elsewhere
		}
		c.drop("move")
		c.drop("swap")
	}
	if len(c.things) > 0 && len(c.sessions) == 0 && len(c.spans) == 1 && !c.is("no", "rest", "only", "less", "more", "for", "easier", "shorter", "terrain", "atmost", "atleast") && len(c.minutes)+len(c.meters)+len(c.counts) == 0 && r.raw(&c, "keep") {
		c.put("must", 0) // "keep strength in both weeks"
	}
	if len(c.things)+len(c.sessions) > 0 && len(c.spans) == 1 && !c.is("no", "rest", "only", "less", "more", "for") && (r.raw(&c, "lass") || r.raw(&c, "lasst") || r.raw(&c, "leave")) {
		c.put("must", 0) // "lass den langen Lauf am Sonntag"
	}
	if c.is("forgetnot") && c.is("no") { // "vergiss den langen Lauf nicht"
		c.drop("no")
		c.put("must", c.place("forgetnot"))
	}
	if len(c.spans) == 2 && len(c.things)+len(c.sessions) > 0 && !c.is("move", "no", "swap", "insteadof") && r.onto(begin, end) {
		c.put("move", 0) // "die Intervalle vom Dienstag auf Donnerstag"
	}
	if r.ownsDay(&c, words, texts) || r.ownsSession(&c, words, texts, begin, end) {
		c.put("move", 0) // "put Monday's swim on Friday"
	}
	if len(c.spans) == 2 && len(c.things)+len(c.sessions) > 0 && !c.is("move", "no", "swap", "insteadof", "only", "rest") && c.spans[0].at < c.things0() && c.things0() < c.spans[1].at && c.spans[1].at > 0 && texts[c.spans[1].at-1] == "to" {
		c.put("move", 0) // "could Saturday's long run go to Sunday?"
	}
	if len(c.things) <= 1 && len(c.sessions) == 2 && !c.is("and", "or", "swap", "insteadof", "daybefore", "no", "only", "move") { // an easy long run is a long one
		c.sessions = slices.DeleteFunc(c.sessions, func(s placed[Session]) bool {
			return s.is == Easy && slices.ContainsFunc(c.sessions, func(o placed[Session]) bool { return o.is == Long })
		})
	}
	if r.spanishRace(&c) || r.germanRace(&c) {
		c.put("race", 0)
	}
	if w := c.window; w.is.is() && len(c.spans) > 1 && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at == w.at-1 }) && c.spans[len(c.spans)-1].at > w.at && !c.spans[len(c.spans)-1].is.week && !c.is("insteadof", "move", "except", "no") {
		c.unread = true // "Wednesday evenings and Sundays": in the evening on either?
	}
	for i, t := range texts {
		beside := func(at int) bool {
			return slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at == at })
		}
		if w := c.window; (t == "and" || t == "or") && w.is.is() && (w.at == i-1 && beside(i+1) || w.at == i+1 && len(c.spans) == 1 && beside(i-1)) {
			c.unread = true // "mornings and Sundays"
		}
	}
	c.dates = r.daysOf(c.spans)
	if at := c.place("days"); at >= 0 && len(c.dates) == 1 && r.several(begin, end) {
		c.unread = true // "back on the 12th, no training those days": which are they?
	}
	if c.is("except") && !r.exceptDays(&c) {
		c.drop("except")
		c.put("if", 0) // except what?
	}
	if len(c.spans) == 0 && len(c.counts) == 1 && c.counts[0].is >= 2 && c.is("days") && c.is("no") && !c.is("perweek", "inarow", "atmost", "atleast", "longerthan", "rest", "daysbut", "only") {
		c.dates, c.counts = r.between(r.from, r.from.AddDays(c.counts[0].is-1), 0).dates, nil // "10 Tage kein Sport"
	}
	if len(c.spans) == 0 && len(c.counts) == 0 && c.is("oneweek", "twoweeks", "longtime") && (c.is("rest") && len(c.things)+len(c.sessions) == 0 || c.is("no") && (c.is("train") || len(c.things) > 0)) && !c.is("perweek", "atmost", "only", "ago", "more", "less") {
		c.dates = r.between(r.from, r.last(), 0).dates // "3 Wochen kein Sport"
		if c.is("oneweek") {
			c.dates = r.between(r.from, r.from+6, 0).dates
		}
	}
	if at := c.place("perweek"); at >= 0 && len(c.counts)+len(c.minutes)+len(c.meters) == 0 && len(c.spans) > 0 && r.everyWeek(&c) && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.weekday && !s.is.days }) {
		c.dates, c.days = r.weekly(c.dates), true // "swim squad Monday and Wednesday every week"
		c.drop("perweek")
	}
	if at := c.place("weekoff"); at >= 0 && len(c.things)+len(c.sessions) > 0 {
		c.put("no", at)
		if len(c.spans) == 0 {
			c.dates = r.between(r.from, r.from+6, 0).dates
		}
	}
	if c.is("daysbut") {
		c.dates = r.weekly(c.dates)
	}
	if (c.days || len(c.spans) > 1) && len(c.things)+len(c.sessions) > 0 && len(c.counts)+len(c.minutes)+len(c.meters) == 0 && !c.is("no", "rest", "only", "hate", "move", "swap", "race") && c.things0() < c.spans[0].at && r.savedFor(&c) {
		c.loose, c.strange = 0, 0 // the verb is known by what it does
		c.drop("strange")
		c.put("only", 0)
		c.put("onlyday", 0)
	}
	if c.is("no") && len(c.spans) > 0 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.weekday && !s.is.days }) && (len(c.spans) == 1 && slices.Contains(c.articles, c.spans[0].at-1) || r.never(&c)) {
		c.dates, c.days = r.weekly(c.dates), true // "never schedule intervals on a Monday"
	}
	if len(c.spans) > 0 && (c.is("must") && r.always(&c) || r.timesOf(&c)) && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.days && (len(s.is.dates) != 1 || !s.is.weekday) }) {
		c.dates, c.days = r.weekly(c.dates), true // "Friday is always my rest day", "on Thursday evenings"
	}
	if c.days && len(c.spans) > 1 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.days && len(s.is.dates) != 1 }) {
		c.dates = r.weekly(c.dates) // "Tuesdays and Thursday"
	}
	c.each = c.days || len(c.spans) > 1 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return len(s.is.dates) > 1 })
	return c
}

// lower tells whether a text begins with a small letter.
func lower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// whence are places that somebody comes from or goes to: a day behind one is no first of several.
var whence = wordSet("work home school office gym uni college arbeit hause schule büro casa trabajo oficina")

// savedFor tells whether a clause begins with a verb that keeps what it names for the days behind it: "save the hard stuff for Tuesdays and Saturdays".
func (r *reader) savedFor(c *clause) bool {
	begin, to := c.first, false
	for begin < c.last-1 && r.words[begin].text == leftOut && !savers[r.lastRaw(begin)] {
		begin++
	}
	for i := begin + 1; i < c.last; i++ {
		to = to || savedTo[r.lastRaw(i)]
	}
	strange := 0
	for i := begin + 1; i < c.last; i++ {
		if r.words[i].strange {
			strange++
		}
	}
	return savers[r.lastRaw(begin)] && to && strange == 0
}

var (
	savers  = wordSet("save saving reserve reserving keep restrict confine heb hebe spar spare reserviere reservier guarda guardar reserva reservar deja dejar")
	savedTo = wordSet("for to für fuer auf para")
)

// actsOnOne are what is done to one session that is planned already.
var actsOnOne = wordSet("make shorten keep bring pull put do")

// genitives take the day of a session to which something is done for one, though nobody wrote the apostrophe: "replace thursdays run by a swim".
func (r *reader) genitives(words []word, texts []string, begin, end int) {
	acts := slices.Contains(texts, "swap") || slices.Contains(texts, "move") || slices.ContainsFunc(r.words[begin:end], func(w word) bool {
		raw := strings.ToLower(r.text[w.from:w.to])
		return droppers[raw] || movers[raw] || actsOnOne[raw]
	})
	to := -1 // the last day that is one: "mondays run on tuesday"
	for i, t := range texts {
		if _, plural := weekdayNamed(t); isWeekday(t) && !plural {
			to = i
		}
	}
	if slices.ContainsFunc(texts, func(t string) bool { return conjunctions[t] }) {
		to = -1
	}
	for i := 0; i+1 < len(words); i++ {
		if !acts && i >= to {
			break
		}
		if _, plural := weekdayNamed(texts[i]); !plural || words[i+1].brk != 0 || !strings.HasSuffix(strings.ToLower(r.text[words[i].from:words[i].to]), "days") {
			continue
		}
		if r.sessionBehind(words[i].from, end) && !strings.HasSuffix(r.text[words[i].from:words[i].to], "'s") && !slices.Contains(texts, "twiceaday") { // "tuesdays session"
			texts[i] = strings.TrimSuffix(texts[i], "s")
			words[i].text = texts[i]
			continue
		}
		at := i + 1
		if sessionOf[texts[at]] != "" && at+1 < len(words) && words[at+1].brk == 0 && sportOf[texts[at+1]] != "" { // "thursdays easy run"
			at++
		}
		raw := strings.ToLower(r.text[words[at].from:words[at].to])
		if sessionOf[texts[at]] == Hard || sportOf[texts[at]] != "" && !strings.HasSuffix(raw, "s") {
			texts[i] = strings.TrimSuffix(texts[i], "s")
			words[i].text = texts[i]
		}
	}
}

// ownsDay tells whether a clause names one session by the day that it is on, and behind it one other day: it is to go there.
func (r *reader) ownsDay(c *clause, words []word, texts []string) bool {
	if len(c.spans) != 2 || c.listed() != 2 || len(c.named()) > 1 || len(c.sessions) > 1 || c.is("move", "no", "swap", "insteadof", "only", "rest", "and", "or", "daybefore", "race", "hate", "atmost", "more", "less") {
		return false
	}
	own, to := c.spans[0], c.spans[1]
	raw := strings.ToLower(r.text[words[own.at].from:words[own.at].to])
	return isWeekday(texts[own.at]) && (strings.HasSuffix(raw, "days") || strings.HasSuffix(raw, "day's") || oneWord(words, own.at)) && c.things0() == own.at+1 && to.at > own.at+1
}

// sessionBehind tells whether right behind the word that begins at some byte stands what names a session of whatever sport.
func (r *reader) sessionBehind(from, end int) bool {
	for i := range r.words[:end] {
		if r.words[i].from == from {
			return i+1 < end && r.words[i+1].brk == 0 && ownSessions[r.lastRaw(i+1)]
		}
	}
	return false
}

// oneWord tells whether German writes a word and the next one as one: "Dienstagslauf".
func oneWord(words []word, at int) bool { return at+1 < len(words) && words[at+1].from == words[at].to }

// ownSessions are what is planned on a day, whatever it is.
var ownSessions = wordSet("session sessions workout workouts training trainings einheit einheiten plan entreno entrenamiento sesión sesion")

// ownsSession is ownsDay of what names no sport: "do Tuesday's session on Wednesday", "die Einheit vom Dienstag am Mittwoch", "la sesión del martes el miércoles".
func (r *reader) ownsSession(c *clause, words []word, texts []string, begin, end int) bool {
	if len(c.spans) != 2 || c.listed() != 2 || len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters) > 0 || c.is("move", "no", "swap", "insteadof", "only", "rest", "and", "or", "daybefore", "race", "hate", "atmost", "more", "less", "away", "twiceaday") {
		return false
	}
	named := slices.ContainsFunc(r.words[begin:end], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return ownSessions[t] })
	})
	at := c.spans[0].at
	if texts[at] == "of" && at+1 < len(texts) { // "la sesión del martes"
		at++
	}
	return named && isWeekday(texts[at]) && (r.sessionBehind(words[at].from, end) || r.onto(begin, end))
}

// exceptDays takes days that are excepted out of the others that a clause is of, and tells whether it can: nothing but days stands behind the word. A weekday
// is then meant in every week, unless the clause is of one.
func (r *reader) exceptDays(c *clause) bool {
	at := c.place("except")
	var of, off []placed[span]
	for _, s := range c.spans {
		if s.at > at {
			off = append(off, s)
		} else {
			of = append(of, s)
		}
	}
	last := at
	for _, list := range [][]placed[string]{c.things, c.has} {
		for _, t := range list {
			last = max(last, t.at)
		}
	}
	if len(off) == 0 || last > at || c.until || slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.at > at }) || len(c.counts) > 0 || c.window.at > at || len(c.minutes)+len(c.meters) > 0 && !c.is("atmost") || c.strange > 0 || c.is("want", "must", "rest", "move", "swap") {
		return false
	}
	of = slices.DeleteFunc(of, func(s placed[span]) bool { return s.is.everyDay }) // "an hour a day"
	days, without := r.all(), r.daysOf(off)
	if len(of) > 0 {
		days = r.daysOf(of)
	} else if len(without) < 5 && !slices.ContainsFunc(off, func(s placed[span]) bool { return !s.is.weekday && !s.is.days && !s.is.loose }) {
		without = r.weekly(without)
	}
	c.dates = slices.DeleteFunc(slices.Clone(days), func(d training.Date) bool { return slices.Contains(without, d) })
	c.spans, c.days = of, false
	c.drop("except")
	if len(c.dates) == 0 || len(c.dates) == len(days) {
		return false
	}
	c.excepted = true
	return true
}

// spanishRace tells whether "carrera", which is a run as well as a race, is one: it has a length and a day, and nobody says how it is to be run.
func (r *reader) spanishRace(c *clause) bool {
	first := c.first
	numbered := slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { // "el domingo 6"
		first++
		return isWeekday(w.text) && first < c.last && r.words[first].number > 0 && r.words[first].brk == 0 && digit(r.words[first].text)
	})
	dated := numbered || slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { // of a weekday it may be a run as well
		_, ordinal := dayNumber(w.text)
		return ordinal || monthNamed(w.text) > 0 || w.text != "" && digit(w.text) && strings.ContainsAny(w.text, "/.-")
	})
	return dated && len(c.things) == 1 && c.things[0].is == "run" && len(c.meters) == 1 && len(c.spans) == 1 && len(c.sessions)+len(c.counts)+len(c.minutes) == 0 &&
		!c.is("no", "want", "must", "only", "atmost", "atleast", "hate", "rest", "move", "swap", "insteadof", "perweek", "away", "more", "less") &&
		slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "run" && strings.EqualFold(r.text[w.from:w.to], "carrera") })
}

// germanRace tells whether a clause says no more than on which one day a race is that German calls by its length: "10er am 12.12.".
func (r *reader) germanRace(c *clause) bool {
	return len(c.meters) == 1 && len(c.spans) == 1 && c.listed()+len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes) <= 1 && (c.listed() == 1 || c.spans[0].is.far != 0) && c.strange == 0 &&
		!c.is("no", "want", "must", "only", "atmost", "atleast", "hate", "rest", "move", "swap", "insteadof", "perweek", "away", "more", "less") &&
		slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.meters > 0 && raceLengths[strings.TrimSuffix(r.text[w.from:w.to], "er")] })
}

// monthOf is the month that a clause names without a day of it: "a marathon in May". It is 0 where there is none.
func (r *reader) monthOf(c *clause) time.Month {
	for i := c.first; i < c.last; i++ {
		if m := monthNamed(r.words[i].text); m > 0 && (i == c.first || r.words[i-1].number == 0) && (i+1 >= c.last || r.words[i+1].number == 0) {
			if before := r.lastRaw(max(c.first, i-1)); i > c.first && monthly[before] {
				return m
			}
		}
	}
	return 0
}

// monthly stand before a month in which something is.
var monthly = wordSet("in im en for für para this next dieses nächsten este próximo late early mid ende anfang mitte end of finales principios mediados de")

// prepositions begin what says where, with whom or what for something is, and govern the word behind them: "around the lake", "mit Anna". Bare
// stands one before a verb as well ("to ditch the run"): it governs no more than what stands behind an article.
var (
	prepositions = wordSet("w aufm aufn aufs ausm vorm mitm visiting visitando with at in on by around near for from of through along via inside until till after before during per mit bei beim am im ins in auf um vom von nach vor fur für durch zum zur seit wegen bis hasta con en por del desde hacia tras sobre entre")
	bare         = wordSet("to a al para zu into")
	determiners  = wordSet("the my our his her their your a an this that der die das dem den des mein meine meinem meinen meiner unser unsere unserem unseren unserer seinem ihrem ein eine einem einen einer el la los las mi mis su sus nuestro nuestra un una unos unas some einige einigen")
)

// would stands before how something were: "would be ace".
var would = wordSet("wäre sería estaría")

// mostGoverned is how many words that nobody knows a preposition governs in a row: "with Anna Maria".
const mostGoverned = 2

// eventWords are the words of events, and aboutRaces what stands behind one that is not the event itself.
var (
	eventWords = wordSet("race marathon half triathlon duathlon fondo parkrun hyrox sprinttri olympictri halftri fulltri")
	aboutRaces = wordSet("recce course route simulation rehearsal profile briefing morning weight report photos entry entries bib number fee ready fit training plan block prep preparation build buildup pace shoes season camp goal taper tapering group club vorbereitung plan tempo")
)

// weekWords are weeks that a number behind them counts.
var weekWords = wordSet("week woche semana ssw kw")

// lastRaw is the last word of a phrase as it was written.
func (r *reader) lastRaw(i int) string {
	text := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
	return text[strings.LastIndexByte(text, ' ')+1:]
}

// governed tells whether a word that nobody knows stands behind a preposition: then it says how or where something is, and does nothing to it. One that
// stands on its own may be a verb that takes the rest away ("ditch the run", "den Lauf knicken"), or makes another thing of it ("run club dinner").
func (r *reader) governed(begin, i int) bool {
	raw := r.lastRaw
	for steps := 0; i > begin && r.words[i].brk == 0; steps++ {
		before := raw(i - 1)
		switch {
		case bare[before] && i-2 >= begin && r.words[i-2].text == "away": // "viajo a Bilbao"
			return true
		case prepositions[before], would[before], before == "be" && i-2 >= begin && raw(i-2) == "would":
			return true
		case determiners[before] || before == "al":
			if first, _, more := strings.Cut(strings.ToLower(r.text[r.words[i-1].from:r.words[i-1].to]), " "); before == "al" || more && prepositions[first] { // "with my brother"
				return true
			}
			if i-2 < begin || r.words[i-1].brk != 0 {
				return false
			}
			over := raw(i - 2)
			return prepositions[over] || bare[over]
		case r.words[i-1].strange && steps < mostGoverned:
			i--
		default:
			return false
		}
	}
	return false
}

// onto tells whether German or Spanish words say from which day to which something is to go: "vom … auf …", "del domingo el sábado".
func (r *reader) onto(begin, end int) bool {
	from := false
	day := func(i int) bool { return i < end && isWeekday(r.words[i].text) }
	for i := begin; i < end; i++ {
		switch strings.ToLower(r.text[r.words[i].from:r.words[i].to]) {
		case "vom", "von":
			from = true
		case "del":
			from = from || day(i+1)
		case "auf", "am", "an":
			if from {
				return true
			}
		case "el", "al":
			if from && day(i+1) {
				return true
			}
		case "y", "o", "und", "oder":
			from = false
		}
	}
	return false
}

// circumstances are words of when or how something was.
var circumstances = wordSet("every each jedes cada when while during after since whenever because yesterday beim nach seit während gestern als wenn weil cuando desde después durante ayer tras porque corriendo nadando al")

// pastCopulas are words that say how something was.
var pastCopulas = wordSet("was were felt war waren fühlte fue fueron era eran estuvo")

// negators deny what stands behind them, and droppers take something away: one before the other leaves it where it is.
var (
	negators = wordSet("don't dont won't wont can't cant cannot not never no nicht nie nunca")
	droppers = wordSet(`skip skipping cancel canceling cancelling cancelled drop dropping ditch axe scrap remove delete omit exclude avoid leave take cut quit streichen streich streiche gestrichen weglassen auslassen ausfallen
		canceln knicken verzichten rausnehmen quitar quites quita cancelar canceles cancela eliminar elimines elimina suprimir suprimas saltar saltes omitir omitas borres borrar`)
)

// movers put something to another day or change it.
var movers = wordSet(`move moving shift reschedule push postpone swap change touch replace mess alter muevas mover mueve muevan moverme cambies cambiar cambiarme cambia toques tocar aplaces aplazar pospongas
	verschieben verschieb verschiebe verschoben verlegen verleg verlege bewegen ändern anfassen anrühren antasten tauschen`)

// kept tells whether words say that something is not to be taken away: "don't cancel the run", "den Lauf nicht streichen".
func (r *reader) kept(begin, end int) bool {
	denied := -1
	for i := begin; i < end; i++ {
		if len(regionsOf[r.words[i].text]) > 0 {
			continue // "no push ups"
		}
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			switch {
			case negators[raw]:
				denied = i
			case (droppers[raw] || movers[raw]) && denied >= 0 && (i-denied <= mostApart || r.nothingBetween(denied, i)):
				return true
			}
		}
	}
	return false
}

// fineWords say of what stands before them that it can be.
var fineWords = wordSet("ok okay fine alright allowed gut okey bien vale")

// mayBe tells whether words end in that something can be: "running's ok".
func (r *reader) mayBe(begin, end int) bool {
	return end-begin > 1 && end-begin <= 5 && fineWords[r.lastRaw(end-1)] && !slices.ContainsFunc(r.words[begin:end], func(w word) bool { return strings.EqualFold(r.text[w.from:w.to], "would") })
}

// nothingBetween tells whether nothing but words that say nothing stand between two of a part: "don't let me skip".
func (r *reader) nothingBetween(first, last int) bool {
	for i := first + 1; i <= last; i++ {
		if r.words[i].brk != 0 || i < last && r.words[i].text != leftOut {
			return false
		}
	}
	return last-first <= 2*mostApart
}

// rather tells whether words say that something is to be in the place of what was said before.
func (r *reader) rather(begin, end int) bool {
	return slices.ContainsFunc(r.words[begin:end], func(w word) bool {
		raw := strings.ToLower(r.text[w.from:w.to])
		return raw == "instead" || raw == "stattdessen"
	})
}

// goes tells whether a clause ends in that something is to go: "Tuesday's run has to go".
func (r *reader) goes(c *clause) bool {
	words := strings.Fields(strings.ToLower(r.quote(c)))
	if n := len(words); n > 2 && words[n-1] == "go" {
		return outOfIt[words[n-2]] || words[n-2] == "to" && (words[n-3] == "has" || words[n-3] == "needs" || words[n-3] == "have")
	}
	return false
}

// outOfIt stand before "go" where something is to go.
var outOfIt = wordSet("should must can could")

// mostApart is how many words on from what denies it a verb may stand.
const mostApart = 2

// abilities say that something can be.
var abilities = wordSet("can kann puedo können podemos puede pueden kannst könnt")

// copulas are words that say how something is.
var copulas = wordSet("is are was were isn't ist sind war waren está están es son estaba")

func wordSet(line string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(line) {
		set[w] = true
	}
	return set
}

// articles say one where they stand behind "at most" and the like.
var articles = map[string]bool{"a": true, "an": true, "ein": true, "eine": true, "einen": true, "einer": true, "un": true, "una": true}

// mend makes of words that belong together what they say: "at most one", "no more than", "on Saturday not on Sunday", a bicycle that is taken along.
func (c *clause) mend(r *reader) {
	if len(c.counts)+len(c.minutes) == 0 {
		for _, bound := range []string{"atmost", "atleast", "exactly"} {
			if at := c.place(bound); at >= 0 && slices.Contains(c.articles, at) {
				c.counts = append(c.counts, placed[int]{1, at + 1})
			}
		}
	}
	if len(c.counts)+len(c.minutes)+len(c.meters)+len(c.spans) == 0 && len(c.named()) == 1 && c.is("perweek") && c.is("atleast", "atmost") && slices.Contains(c.articles, -1) {
		c.counts = append(c.counts, placed[int]{1, 0}) // "una sesión de fuerza como mínimo cada semana"
	}
	if at := c.place("insteadof"); at >= 0 && c.is("no", "rest") && len(c.spans) == 0 && (len(c.minutes) == 1 && len(c.meters) == 0 || len(c.meters) == 1 && len(c.minutes) == 0) && len(c.things) <= 1 || at >= 0 && c.is("no", "rest") && len(c.minutes) == 1 && len(c.things) == 0 { // "no sessions over two hours", "no runs over 10 miles"
		c.drop("insteadof")
		c.put("longerthan", at)
	}
	c.mendWords(r)
	if c.is("longerthan") {
		switch {
		case c.is("no", "rest") && !c.is("race") && len(c.minutes)+len(c.counts)+len(c.meters) > 0:
			c.drop("no")
			c.drop("rest")
			c.put("atmost", c.place("longerthan"))
		default:
			c.unread = true // more than that: how much more?
		}
	}
	if at := c.place("no"); at >= 0 && len(c.things)+len(c.sessions) > 0 && c.things0() < at {
		before := slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at < at })
		behind := slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at == at+1 }) && !r.brokenBehindNo(c)
		if before && behind {
			c.drop("no")
			c.put("insteadof", at)
		}
	}
	if c.is("withbike") && !c.is("away") && len(c.things) == 0 {
		c.things = append(c.things, placed[string]{"ride", c.place("withbike")})
	}
}

// brokenBehindNo tells whether a comma stands right behind what a clause denies: the days behind it are not those that are not meant.
func (r *reader) brokenBehindNo(c *clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		if r.words[i].text == "no" {
			return r.words[i+1].brk >= lexis.Comma
		}
	}
	return false
}

// mendWords says in words of the grammar what some words say together or in a place.
func (c *clause) mendWords(r *reader) {
	if at := c.place("below"); at >= 0 {
		if len(c.counts) == 1 && len(c.minutes)+len(c.meters) == 0 { // fewer than three are two
			c.counts[0].is--
			c.unread = c.unread || c.counts[0].is < 1
		}
		c.put("atmost", at)
	}
	if c.is("inarow") && len(c.minutes) == 1 && len(c.counts)+len(c.spans) == 0 && c.is("atmost") && !c.is("days") {
		c.drop("inarow") // "nicht länger als eine Stunde am Stück": of each session
	}
	if at := c.place("bigone"); at >= 0 {
		switch {
		case len(c.things) > 0 && len(c.sessions) == 0:
			c.sessions = append(c.sessions, placed[Session]{Long, at})
		case len(c.sessions) == 0:
			c.put("more", at)
		}
	}
	if len(c.counts) == 1 && c.boundWord() == "" && !c.is("rest", "no", "only", "hate") && len(c.things)+len(c.sessions)+len(c.spans) > 0 && r.suffices(c) {
		c.put("atmost", 0) // "two swims are plenty"
	}
	if c.is("no") && len(c.named()) == 1 && len(c.spans)+len(c.sessions)+len(c.counts)+len(c.minutes) == 0 && r.ably(c) {
		c.put("vague", 0) // "I can't swim well": that is how somebody swims
	}
	if c.is("no") && len(c.named())+len(c.spans) > 1 && r.affirms(c) {
		c.put("vague", 0) // "swimming yes cycling no"
	}
	if len(c.spans) == 0 && len(c.things)+len(c.sessions) > 0 && !c.is("no", "rest", "hate") && there[r.lastRaw(c.last-1)] {
		c.put("vague", 0) // "put the long stuff there"
	}
	if c.is("away") && r.lastRaw(c.last-1) == "weg" && (r.raw(c, "lass") || r.raw(c, "lasse") || r.raw(c, "lasst") || r.raw(c, "lassen")) { // "lass die Einheit am Dienstag weg"
		c.drop("away")
		c.put(map[bool]string{true: "no", false: "rest"}[len(c.things)+len(c.sessions) > 0], 0)
	}
	rest := c.place("rest")
	if rest < 0 && r.raw(c, "off the") {
		rest = c.place("no")
	}
	if rest >= 0 && len(c.spans) == 2 && c.spans[0].at < rest && rest < c.spans[1].at && len(c.sessions) > 0 && c.spans[1].at < c.sessions[0].at {
		c.put("vague", 0) // "Friday off Saturday long"
	}
	if c.is("rest") && len(c.spans) > 0 && len(c.things)+len(c.sessions)+len(c.counts) == 0 && (r.offWork(c) || r.lastRaw(c.last-1) == "on") {
		c.put("vague", 0) // "my days off are Wednesday and Thursday": off work, or off training?
	}
	if (len(c.counts) > 0 || c.is("twiceaday") && len(c.things) > 0) && r.minds(c) {
		c.put("vague", 0) // "I don't mind running twice a day": it may be, which nobody asked for
	}
	if at := c.place("leaveword"); at >= 0 && c.is("clearword") && len(c.things) == 0 {
		c.put("rest", at)
	}
	if at := c.place("rest"); at >= 0 && c.is("only") && len(c.things)+len(c.sessions)+len(c.counts) == 0 && r.areFree(c) {
		c.drop("rest")
		c.put("train", at) // "only Wednesday and Saturday are free"
	}
	if at := c.place("rest"); at >= 0 && r.hasTime(c) {
		c.drop("rest")
		if c.able = true; c.window.is.is() {
			c.put("train", at) // "I'm free after 18:00"
		} else {
			c.put("vague", at) // "I'm free on Friday": to train, or for something else?
		}
	}
	if len(c.sessions) == 1 && c.sessions[0].is == Long && (len(c.things) == 0 && (r.raw(c, "länger") || r.raw(c, "laenger")) || len(c.things) > 0 && c.things[0].at < c.sessions[0].at && r.comparedLong(c)) {
		c.sessions = nil
		c.put("vague", 0) // longer than what? "the run on Thursday can be a bit longer"
	}
	if c.is("want", "more") && (r.raw(c, "to") || r.raw(c, "añade")) && len(c.things)+len(c.sessions) > 0 && len(c.minutes)+len(c.meters) == 1 && (r.raw(c, "add") || r.raw(c, "añade")) {
		c.put("vague", 0) // "add 10 minutes to the long run": how long is that?
	}
	if c.is("days") && len(c.named()) > 1 && len(c.counts) == 0 && !c.is("inarow", "everyother", "between", "daybefore", "insteadof", "swap", "or", "and") {
		c.put("vague", 0) // "strength on days without a run"
	}
	if c.is("no") && len(c.spans) == 0 || c.is("no") && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.week || s.is.days || len(s.is.dates) > 2 }) {
		if r.dropsOne(c) {
			c.put("vague", 0) // "drop a ride this week": one of them
		}
	}
	if c.is("days") && len(c.sessions) == 2 && c.sessions[0].is == c.sessions[1].is && len(c.things) == 0 {
		c.put("vague", 0) // "my easy days easy"
	}
	if at := c.place("volume"); at >= 0 && len(c.counts)+len(c.minutes)+len(c.meters)+len(c.sessions) == 0 && !c.is("more", "hate", "only", "build") && r.cuts(c) {
		c.drop("no")
		c.put("less", at) // "cut my running volume a bit"
	}
	if at := c.place("lowword"); at >= 0 && len(c.sessions) == 1 && c.sessions[0].is == Hard && len(c.things)+len(c.minutes)+len(c.counts) == 0 && !c.is("no", "more", "hate") {
		c.put("less", at) // "keep the intensity low"
	}
	if at := c.place("asis"); at >= 0 && len(c.things)+len(c.sessions) > 0 && !c.is("no") {
		c.put("must", at) // "leave the Wednesday swim where it is"
	}
	if at := c.place("more"); at >= 0 && c.is("no", "rest") && r.raw(c, "fuerte") { // "nada fuerte"
		c.drop("more")
		c.sessions = append(c.sessions, placed[Session]{Hard, at})
	}
	if c.window.is.is() && len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes) == 0 && !c.is("no", "rest", "away", "occupied", "move", "only") && (r.raw(c, "everything") || r.raw(c, "alles") || r.raw(c, "todo")) {
		c.put("only", c.window.at) // "everything before 7"
	}
	if no, only := c.place("no"), c.place("only"); only >= 0 && no == only+1 && r.raw(c, "just") {
		c.drop("only") // "I just don't want hills"
	}
	if at := c.place("atmost"); at >= 0 && len(c.equipment) > 0 && len(c.counts)+len(c.minutes)+len(c.meters)+len(c.articles) == 0 || at >= 0 && len(c.equipment) > 0 && len(c.counts)+len(c.minutes)+len(c.meters) == 0 && c.is("hotelgym") {
		c.drop("atmost") // "with no more than a hotel gym"
		c.put("only", at)
	}
	if at := c.place("vague"); at >= 0 && c.things0() < at && len(c.spans) > 0 && c.spans[0].at > at && !c.is("no", "rest", "move", "swap") && r.raw(c, "keep") && r.raw(c, "out of") {
		c.drop("vague") // "keep intensity out of the first week"
		c.put("no", 0)
	}
	if at := c.place("insteadof"); at >= 0 && len(c.counts) == 2 && c.counts[0].at < at && at < c.counts[1].at && len(c.named()) <= 1 && len(c.things)+len(c.sessions) > 0 && c.things0() < at && !c.is("no", "rest", "more", "less") {
		c.counts = c.counts[:1] // "four runs next week instead of three"
		c.drop("insteadof")
	}
	r.resized(c)
	if r.relative(c) {
		c.put("vague", 0) // "shorten everything by 10 minutes", "add one swim": than what, to how many?
	}
	if c.is("only") && c.is("shorter") && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.counts) == 0 {
		c.drop("only") // "short sessions only"
	}
	if at := c.place("onlyday"); at >= 0 {
		c.put("only", at)
	}
	if at := c.place("away"); at >= 0 && len(c.things) > 0 && c.things0() < at && !c.is("no", "want", "only") && !slices.ContainsFunc(c.things, func(t placed[string]) bool { return t.is != "gym" && t.is != "pool" }) && r.full(c) {
		c.drop("away")
		c.put("no", at) // "the gym is fully booked"
	}
	if at := c.place("forwork"); at >= 0 && len(c.things)+len(c.sessions)+len(c.minutes) == 0 && !c.is("no", "only") {
		c.put("away", at) // "in Leeds for work on Tuesday"
	}
	if at := c.place("nighttime"); at >= 0 && c.is("occupied") {
		c.put("nightshift", at) // "ich arbeite bis Mittwoch nachts"
	}
	if at := c.place("trackplace"); at >= 0 {
		if len(c.things) == 0 && len(c.sessions) == 1 && c.sessions[0].is == Hard && !c.is("no", "hate", "rest", "only", "away", "move", "swap") {
			c.things = append(c.things, placed[string]{"run", at}) // "10x400 on the track"
		} else if len(c.things)+len(c.sessions) == 0 && (c.is("group", "attime") || len(c.spans) == 1 && len(c.counts)+len(c.minutes)+len(c.meters)+c.strange == 0 && !c.is("no", "hate", "rest", "only", "away", "move", "swap")) {
			c.things, c.sessions = append(c.things, placed[string]{"run", at}), append(c.sessions, placed[Session]{Hard, at})
		} else {
			c.put("terrain", at)
		}
	}
	if at := c.place("perhaps"); at >= 0 {
		if c.is("no", "rest", "hate", "only", "move", "swap", "away", "race") || len(c.counts) > 0 {
			c.put("vague", at)
		} else {
			c.put("want", at)
		}
	}
	if no, more := c.place("no"), c.place("more"); no >= 0 && more > no && !c.is("less", "only") && (len(c.things)+len(c.sessions) > 0 && c.things0() > no && c.things0() < more || len(c.things)+len(c.sessions) == 0 && c.is("legday", "armday", "core", "plyo")) {
		c.drop("more") // "kein Rad mehr"
	}
	if at := c.place("daysbut"); at >= 0 {
		c.put("no", at)
	}
	if c.is("rest") && len(c.minutes) == 1 && len(c.things) > 0 && !c.is("no", "only") && len(c.counts) == 0 { // "two hours free for a ride"
		c.drop("rest")
		c.put("want", 0)
	}
	if no := c.place("no"); no >= 0 && len(c.things) == 2 && c.things[0].at < no && no < c.things[1].at && sportOf[c.things[0].is] != sportOf[c.things[1].is] &&
		!c.is("only", "insteadof", "swap", "move", "more", "less", "away", "hate") && len(c.counts)+len(c.minutes)+len(c.equipment) == 0 { // "run, don't ride, on Friday"
		c.drop("no")
		c.put("insteadof", no)
	}
}

// several tells whether words speak of days that were named before.
func (r *reader) several(begin, end int) bool {
	for i := begin + 1; i < end; i++ {
		if r.words[i].text == "days" && thoseDays[r.lastRaw(i-1)] {
			return true
		}
	}
	return false
}

var thoseDays = wordSet("those these diese diesen esos estos")

// affirms tells whether a clause says yes to something.
func (r *reader) affirms(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return yeses[strings.ToLower(r.text[w.from:w.to])] })
}

var yeses = wordSet("yes yep ja sí")

// offWork tells whether a clause says which days are those that somebody has off.
func (r *reader) offWork(c *clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		switch raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to]); {
		case (raw == "days off" || raw == "day off") && (i > c.first && r.lastRaw(i-1) == "my" || c.copular) && copulas[r.lastRaw(i+1)]:
			return true
		}
	}
	return false
}

// there are words for days or a place that were named before.
var there = wordSet("there dort ahí allí")

// ably tells whether a clause says of something that somebody cannot do it in some way.
func (r *reader) ably(c *clause) bool {
	can := false
	for i := c.first; i < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			can = can || unables[raw]
			if can && manners[raw] {
				return true
			}
		}
	}
	return false
}

// unables say that somebody cannot do something, and manners behind that how.
var (
	unables = wordSet("can't cant cannot can kann könnte puedo sé se")
	manners = wordSet("well properly fast yet much gut richtig besonders bien rápido rapido")
)

// comparedLong tells whether a clause says of something that it is longer, not long.
func (r *reader) comparedLong(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return longers[strings.ToLower(r.text[w.from:w.to])] })
}

var longers = wordSet("longer länger laenger längere längerer längeren")

// full tells whether a clause says of a place that there is no room.
func (r *reader) full(c *clause) bool {
	return slices.ContainsFunc([]string{"fully booked", "booked solid", "booked up", "ausgebucht", "swamped"}, func(text string) bool { return r.raw(c, text) })
}

// cuts tells whether a clause has a verb that makes less of something.
func (r *reader) cuts(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		if raw, _, _ = strings.Cut(raw, " "); !cutters[raw] {
			continue
		}
		if r.words[i].strange { // the verb is known by what it does
			c.strange, c.loose = max(c.strange-1, 0), max(c.loose-1, 0)
		}
		return true
	}
	return false
}

var cutters = wordSet("cut cutting drop dropping trim trimming lower lowering shrink bring kürzen kürze senken senke runter drossle drosseln recorta recortar baja bajar rebaja")

// Verbs that make something as long as is said behind them: no longer than that, or so long.
var (
	shorteners  = wordSet("drop cut reduce shorten trim shrink kürze kürzen kürz reduziere reduzieren verkürze verkürzen recorta recortar reduce reducir acorta acortar")
	lengtheners = wordSet("increase extend lengthen stretch raise verlängere verlängern erhöhe erhöhen steigere alarga alargar aumenta aumentar extiende amplía")
	upTo        = wordSet("to auf a hasta")
)

// resized takes a length behind a verb that shortens or lengthens what a clause names for the one that it is to have: "cut the long run to 90 minutes".
func (r *reader) resized(c *clause) {
	if len(c.minutes)+len(c.meters) != 1 || len(c.named())+len(c.sessions) == 0 || c.is("only", "atmost", "atleast", "swap", "rest", "hate", "perweek") {
		return
	}
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		w := &r.words[i]
		if w.minutes+w.meters > 0 && (i == c.first || !upTo[r.lastRaw(i-1)]) {
			return
		}
		if !shorteners[raw] && !lengtheners[raw] {
			continue
		}
		for j := i + 1; j < c.last; j++ {
			if r.words[j].minutes+r.words[j].meters > 0 && upTo[r.lastRaw(j-1)] {
				if w.strange { // the verb is known by what it does
					c.strange, c.loose = max(c.strange-1, 0), max(c.loose-1, 0)
					if c.strange == 0 {
						c.drop("strange")
					}
				}
				for _, word := range []string{"no", "less", "shorter", "more", "move"} {
					c.drop(word)
				}
				c.put(map[bool]string{true: "atmost", false: "want"}[shorteners[raw]], 0)
				return
			}
		}
	}
}

// adders put something to what there is already.
var adders = wordSet("add adding hinzufügen ergänze ergänzen dazupacken añade añadir añadiría agrega agregar agregue suma sumar")

// relative tells whether a clause says by how much or by how many something is to be other than it is, which is not known.
func (r *reader) relative(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		w := &r.words[i]
		if before := r.lastRaw(max(i-1, c.first)); i > c.first && w.minutes+w.meters > 0 && w.brk == 0 && (before == "by" || before == "um" && !c.is("attime")) {
			return true
		}
		if len(c.counts) > 0 && !c.is("perweek", "perday", "atmost", "atleast") && len(c.things)+len(c.sessions) > 0 && adders[strings.ToLower(r.text[w.from:w.to])] {
			return true
		}
	}
	return false
}

// suffices tells whether a clause says of what it names that it is enough.
func (r *reader) suffices(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		if enough[r.lastRaw(i)] {
			return true
		}
	}
	return false
}

var enough = wordSet("enough plenty reicht reichen genügt genügen basta bastan suficiente suficientes")

// minds tells whether a clause says of something no more than that somebody does not mind it.
func (r *reader) minds(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		if r.lastRaw(i) == "mind" && r.words[i].text != "atleast" {
			return true
		}
	}
	return false
}

// frees say that somebody has time, behind havers.
var (
	frees  = wordSet("free frei libre libres")
	havers = wordSet("i'm im we're bin hab habe estoy tengo")
)

// areFree tells whether a clause says of days that they are free.
func (r *reader) areFree(c *clause) bool {
	are := false
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		are = are || slices.ContainsFunc(strings.Fields(raw), func(t string) bool { return copulas[t] || havers[t] || t == "have" })
		if are && frees[raw] {
			return true
		}
	}
	return false
}

// copulaBefore tells whether a clause says in a verb that its days are so, and not that they are to be.
func (r *reader) copulaBefore(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		raw := strings.ToLower(r.text[w.from:w.to])
		return w.text == leftOut && copulas[raw] || strings.HasSuffix(raw, "'s")
	})
}

// dropsOne tells whether a clause takes one of several away: a verb that takes away, and an article before what it names.
func (r *reader) dropsOne(c *clause) bool {
	drops := false
	for i := c.first; i+1 < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			drops = drops || droppers[raw]
		}
		one := articles[r.lastRaw(i)] || r.words[i].number == 1 && r.words[i].minutes == 0
		for j := i + 1; drops && one && j < c.last && j <= i+3 && r.words[j].brk == 0; j++ {
			if text := r.words[j].text; sportOf[text] != "" || sessionOf[text] != "" || text == "longrun" {
				return true
			}
		}
	}
	return false
}

// hasTime tells whether a clause says that somebody is free: that can be for training. "Keep Friday free" is something else.
func (r *reader) hasTime(c *clause) bool {
	has := false
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		has = has || raw == "am" && i > c.first && r.lastRaw(i-1) == "i" || raw == "i am" || slices.ContainsFunc(strings.Fields(raw), func(t string) bool { return havers[t] })
		if has && frees[raw] {
			return !c.is("no", "must", "only", "away") && len(c.things)+len(c.sessions)+len(c.counts) == 0
		}
	}
	return false
}

// everyWeek tells whether a clause says of days that they are those of every week.
func (r *reader) everyWeek(c *clause) bool {
	return slices.ContainsFunc([]string{"every week", "each week", "jede woche", "cada semana", "weekly", "wöchentlich"}, func(text string) bool { return r.raw(c, text) })
}

// always tells whether a clause says that something is so every time.
func (r *reader) always(c *clause) bool {
	return r.raw(c, "always") || r.raw(c, "immer") || r.raw(c, "siempre")
}

// never tells whether a clause denies something for every time.
func (r *reader) never(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "no" && nevers[strings.ToLower(r.text[w.from:w.to])] })
}

var nevers = wordSet("never nie niemals nunca")

// timesOf tells whether a clause names times of a weekday of which there are several: "on Thursday evenings".
func (r *reader) timesOf(c *clause) bool {
	for i := c.first + 1; i < c.last; i++ {
		if name, _ := weekdayNamed(r.words[i-1].text); name != "" && manyTimes[r.lastRaw(i)] {
			return true
		}
	}
	return false
}

var manyTimes = wordSet("mornings evenings afternoons nights lunchtimes")

// habitual tells whether a clause says no more than in which times of every day nothing is to be: "mornings don't work".
func (r *reader) habitual(c *clause) bool {
	return c.justShut() && c.undated() && !c.outside && c.joined != "because" && !r.thenBehind(c) && !r.raw(c, "there") && !r.raw(c, "dort") && !r.raw(c, "allí") && slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return pluralTimes[t] })
	})
}

var pluralTimes = wordSet("mornings evenings afternoons nights lunchtimes vormittage nachmittage abende mañanas mananas tardes noches")

// raw tells whether a clause has a word as it is written here.
func (r *reader) raw(c *clause, text string) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return strings.EqualFold(r.text[w.from:w.to], text) })
}

// things0 is where the first thing or sort of session stands.
func (c *clause) things0() int {
	first := 1 << 30
	for _, t := range c.things {
		first = min(first, t.at)
	}
	for _, s := range c.sessions {
		first = min(first, s.at)
	}
	return first
}

// weekly are all days of the plan of the weekdays of some.
func (r *reader) weekly(dates []training.Date) []training.Date {
	return r.those(0, func(d training.Date) bool {
		return slices.ContainsFunc(dates, func(o training.Date) bool { return o.Weekday() == d.Weekday() })
	}).dates
}

// onFrom are the days of some spans that are among others: of a weekday in the singular the first.
func (r *reader) onFrom(spans []placed[span], from []training.Date) (on []training.Date) {
	for _, s := range spans {
		found := slices.DeleteFunc(r.weekly(s.is.dates), func(d training.Date) bool { return !slices.Contains(from, d) })
		if s.is.weekday {
			found = found[:min(1, len(found))]
		}
		on = append(on, found...)
	}
	slices.Sort(on)
	return slices.Compact(on)
}

// daysOf are the days of all that is named; a week beside days of it says which week they are of.
func (r *reader) daysOf(spans []placed[span]) []training.Date {
	var week, days []training.Date
	if exact := slices.ContainsFunc(spans, func(s placed[span]) bool { return !s.is.loose }); exact {
		on := !slices.ContainsFunc(spans, func(s placed[span]) bool { // a weekend is left to its dates, not to a Monday
			return !s.is.loose && slices.ContainsFunc(s.is.dates, func(d training.Date) bool { return !weekend(d) })
		})
		spans = slices.DeleteFunc(slices.Clone(spans), func(s placed[span]) bool { return s.is.loose && (s.is.everyDay || on) })
	} else if slices.ContainsFunc(spans, func(s placed[span]) bool { return !s.is.everyDay }) { // "at the weekend an hour a day at most"
		spans = slices.DeleteFunc(slices.Clone(spans), func(s placed[span]) bool { return s.is.everyDay })
	}
	for i := range spans { // "from Friday, away until Sunday"
		for j := range spans {
			if from, to := &spans[i].is, &spans[j].is; from.open && to.upTo && len(spans) == 2 && len(from.dates) > 0 && len(to.dates) > 0 {
				return slices.DeleteFunc(slices.Clone(from.dates), func(d training.Date) bool { return !slices.Contains(to.dates, d) })
			}
		}
	}
	if len(spans) == 2 && len(spans[0].is.dates) == 1 && !spans[0].is.week && !spans[0].is.open && spans[1].is.upTo && len(spans[1].is.dates) > 0 {
		if from, to := spans[0].is.dates[0], spans[1].is.dates[len(spans[1].is.dates)-1]; from < to && from > spans[1].is.dates[0] {
			return slices.DeleteFunc(slices.Clone(spans[1].is.dates), func(d training.Date) bool { return d < from }) // "flying on the 5th, jetlagged until the 7th"
		}
	}
	if i := slices.IndexFunc(spans, func(s placed[span]) bool { return s.is.open }); i == 0 && len(spans) > 1 && !slices.ContainsFunc(spans[1:], func(s placed[span]) bool { return !s.is.weekday && !s.is.days }) {
		if on := r.onFrom(spans[1:], spans[0].is.dates); len(on) > 0 {
			return on // "from next week tempo on Thursdays"
		}
	}
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

// take reads what some words begin with into a clause, and tells how many it took.
func (r *reader) take(c *clause, words []word, texts []string, at int, moving bool) int {
	if n := c.takeTime(words, texts, at); n > 0 {
		return n
	}
	if date, n := r.past(texts); n > 0 {
		c.raceOn = date
		return n
	}
	if texts[0] == "after" || texts[0] == "before" {
		if day := r.single(texts[1:]); day.words > 0 && 1+day.words < len(texts) && eventWords[texts[1+day.words]] {
			c.word(&words[0], at) // "two days off after Sunday's race": after that, not after Sunday
			return 1
		}
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
	if n := c.takeRange(words, texts, at); n > 0 {
		return n
	}
	if (w.text == "until" || w.text == "through" || w.text == "before" || w.text == "notbefore") && len(words) > 1 && words[1].number > 0 && words[1].brk == 0 {
		c.unread = true // until seven: of which half of the day, or of what?
	}
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
		if !noDays[w.text] && (strings.HasSuffix(w.text, "day") || strings.HasSuffix(w.text, "days") || strings.HasSuffix(w.text, "tag")) || w.text[0] >= '0' && w.text[0] <= '9' {
			c.unread = true // a day that cannot be read
		}
		c.put("strange", at)
		return
	}
	if e, known := equipmentOf[w.text]; known {
		c.equipment = append(c.equipment, e)
	}
	switch w.text {
	case "christmas": // of which nobody says that it is a day that something is up to
		c.strange++
		c.outside = true
		c.put("strange", at)
	case "longrun":
		c.sessions = append(c.sessions, placed[Session]{Long, at})
	case "tracksession":
		c.sessions = append(c.sessions, placed[Session]{Hard, at})
	}
	if s, known := sessionOf[w.text]; known {
		c.sessions = append(c.sessions, placed[Session]{s, at})
	} else if _, known := sportOf[w.text]; known && !races[w.text] {
		c.things = append(c.things, placed[string]{w.text, at})
	}
	if !c.is(w.text) {
		c.has = append(c.has, placed[string]{w.text, at})
	}
}

// noDays end like days that cannot be read.
var noDays = map[string]bool{"birthday": true, "holiday": true, "payday": true, "someday": true, "everyday": true, "workday": true, "geburtstag": true, "bday": true, "alltag": true, "auftrag": true, "vertrag": true, "vortrag": true}

// named are the things of a clause: families rather than the sport that they are of, each once.
func (c *clause) named() []string {
	var list []string
	for _, t := range c.things {
		if familyOf[t.is] == "" && slices.ContainsFunc(c.things, func(o placed[string]) bool { return familyOf[o.is] != "" && sportOf[o.is] == sportOf[t.is] }) {
			continue
		}
		if !slices.ContainsFunc(list, func(o string) bool { return o == t.is || sportOf[o] == sportOf[t.is] && familyOf[o] == familyOf[t.is] }) {
			list = append(list, t.is)
		}
	}
	return list
}

// event tells whether a clause is about a race.
func (c *clause) event() bool {
	return c.is("race", "parkrun", "marathon", "half", "triathlon", "hyrox", "fondo", "sprinttri", "olympictri", "halftri", "fulltri", "duathlon", "mainrace") || c.is("raced") && (c.is("halfof") || c.raceOn != 0 && len(c.meters) == 1)
}

// all are the days that a wish is for that names none.
func (r *reader) all() []training.Date { return r.between(r.from, r.last(), 0).dates }

// raceDay is the one day of a race, 0 where it is not told: of the plan, over, or ahead of it.
func (r *reader) raceDay(c *clause) training.Date {
	switch {
	case c.raceOn != 0 && c.raceOn >= r.from-PastDays:
		return c.raceOn
	case r.isOver(c):
		return r.overOn(c)
	case len(c.dates) == 1:
		return c.dates[0]
	case len(c.dates) == 0 && len(c.spans) == 1 && c.spans[0].is.far != 0 && c.spans[0].is.far <= r.from.AddDays(FutureDays):
		return c.spans[0].is.far
	}
	return 0
}

// participles say of a race that it was run, and havings that it is to come or was: "habe einen Marathon".
var (
	participles = wordSet("gelaufen gemacht geschafft absolviert gefinisht gefahren hinter corrido terminado went")
	havings     = wordSet("habe bin")
)

// isOver tells whether a clause speaks of a race that is over, on a day that its words do not say to be.
func (r *reader) isOver(c *clause) bool {
	raced := false
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		first, _, _ := strings.Cut(raw, " ")
		raced = raced || r.words[i].text == "raced" && !havings[first] || participles[raw]
	}
	return (raced || c.past) && !c.is("want", "must", "if")
}

// overOn is the last day before today that a clause may mean by a weekday or a date; 0 where it names something else.
func (r *reader) overOn(c *clause) training.Date {
	if len(c.spans) != 1 || c.spans[0].is.week || c.spans[0].is.days || c.spans[0].is.upTo || c.spans[0].is.open {
		return 0
	}
	of := c.spans[0].is.far
	if len(c.spans[0].is.dates) == 1 {
		of = c.spans[0].is.dates[0]
	}
	if of == 0 {
		return 0
	}
	month := slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return monthNamed(w.text) > 0 })
	for d := r.today - 1; d >= r.from-PastDays; d-- {
		switch day, other := d.Midnight(), of.Midnight(); {
		case c.spans[0].is.weekday && d.Weekday() == of.Weekday():
			return d
		case !c.spans[0].is.weekday && day.Day() == other.Day() && (!month || day.Month() == other.Month()):
			return d
		}
	}
	return 0
}

// weekTotal is from how many minutes a limit of a week that is named is one of its sum, not of each of its days.
const weekTotal = 120

// ofWeeks tells whether a part names nothing but a week or a stretch of days.
func (c *clause) ofWeeks() bool {
	return len(c.spans) > 0 && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.week })
}

// listed is how many days a clause names one by one, 0 where any of what it names is more than a day.
func (c *clause) listed() int {
	n := 0
	for _, s := range c.spans {
		if s.is.week {
			continue
		}
		if len(s.is.dates) != 1 {
			return 0
		}
		n++
	}
	return n
}

// sentence is where the sentence of a clause begins, and the word behind it.
func (r *reader) sentence(c *clause) (first, last int) {
	first, last = c.first, c.last
	for first > 0 && r.words[first].brk != lexis.Sentence {
		first--
	}
	for last < len(r.words) && r.words[last].brk != lexis.Sentence {
		last++
	}
	return first, last
}

// takeRange reads the lower end of a range of numbers, which takes the unit of the upper one: "5 to 6 hours", "three or four runs".
func (c *clause) takeRange(words []word, texts []string, at int) int {
	if len(words) < 3 || !ranges[texts[1]] && texts[1] != "or" && (texts[1] != "and" || !c.is("between")) {
		return 0
	}
	low, high := &words[0], &words[2]
	switch {
	case low.number > 0 && low.number == float64(int(low.number)) && high.number > low.number && high.number <= mostCount:
		c.low = placed[int]{int(low.number), at}
	case low.number > 0 && high.minutes > 0:
		unit := 60.0
		if high.minutes%60 != 0 || high.minutes < 120 && low.number >= 10 {
			unit = 1
		}
		c.low = placed[int]{int(low.number * unit), at}
	case low.number > 0 && high.meters > 0 && low.number < float64(high.meters)/1000 && high.meters%1000 == 0:
		c.lowMeters = int(low.number * 1000)
	case low.meters > 0 && high.meters > low.meters:
		c.lowMeters = low.meters
	case low.minutes > 0 && high.minutes > low.minutes:
		c.low = placed[int]{low.minutes, at}
	default:
		return 0
	}
	return 2
}
