package wish

import (
	"slices"
	"strings"
	"time"

	"fortnight/lexis"
	"fortnight/prose"
	"fortnight/training"
)

// Why a part is not understood, where that can be said behind its words.
const (
	outsideWords = " (not one of the planned days)"
	lengthWords  = " (10 min to 10 h can be asked for)"
	raceWords    = " (on which day is it?)"
	ownWords     = " (heard as the coach's own, not the athlete's: say whose it is)"
	tooManyWords = " (this and what is behind it is more than the 24 wishes that a plan takes)"
	restWords    = " (and more behind it that is not understood)"
)

// InQuotes is a part that is not understood as it is told: the athlete's words in quotation marks, and behind them what is said of them.
func InQuotes(part string) string {
	part, more := strings.CutSuffix(part, restWords)
	rest := ""
	if more {
		rest = restWords
	}
	for _, why := range []string{outsideWords, lengthWords, raceWords, ownWords, tooManyWords} {
		if words, found := strings.CutSuffix(part, why); found {
			return "“" + words + "”" + why + rest
		}
	}
	return "“" + part + "”" + rest
}

// How sure a reading is: of words that are all known, of one with a word that nobody knows, of one with a misspelt word.
const (
	sure       = 0.95
	lessSure   = 0.8
	leastSure  = 0.7
	fromBodies = 0.9
)

// wishSports are the sports of a wish for training of any.
var wishSports = []training.Sport{training.Run, training.Ride, training.Swim, training.Row, training.Strength}

// interpret makes wishes of a clause. A clause without content makes none and is understood.
func (r *reader) interpret(c *clause) (wishes Wishes, understood bool, reason string) {
	if c.empty(false) && (c.strange == 0 || c.opened || c.denied) {
		return nil, !c.excepted, "" // "bis auf Dienstag passt alles": that is not nothing
	}
	list := r.meaning(c)
	r.sign(c, list)
	r.sign(c, c.partly)
	switch {
	case len(list) > 0:
		return list, true, ""
	case c.beside && c.is("no") && len(c.spans) > 0 && c.strange > 0 && !c.circumstance && !c.opened && !c.denied && !r.raw(c, "impact"):
		return nil, false, "" // "no burpees until Friday" is lost in no silence
	case c.beside && c.strange > 0 && !c.opened && !c.denied && !c.circumstance && !c.past && r.asksOpenly(c):
		return nil, false, "" // "cleared after my pneumonia, want to ease back in"
	case c.beside && (c.ofBody() || c.is("happened")):
		return nil, true, ""
	case c.permits() && r.asked(c):
		return nil, false, "" // "is cycling ok?"
	case c.permits(), c.beside && c.joined == "because" && c.strange == 0 && !c.is("want", "no", "must", "only", "rest", "swap", "move"):
		return nil, true, ""
	case c.opened && len(c.things)+len(c.sessions) > 0 && (c.is("want", "must", "ready", "move", "swap") || len(c.minutes)+len(c.meters) > 0) && !c.circumstance:
		return nil, false, "" // what is asked for beside it is not lost in silence
	case c.opened && c.is("below", "atmost") && c.unread:
		return nil, false, "" // a heart rate to keep under
	case c.opened && len(c.partly) > 0:
		return nil, false, ""
	case c.opened || c.denied && !c.is("no") || c.raceOn != 0 && c.empty(true) && c.strange == 0:
		return nil, true, ""
	case c.event() && !c.is("no") && len(c.dates) == 0 && !c.outside:
		reason = raceWords
	case c.outside && len(c.dates) == 0:
		reason = outsideWords
	case len(c.minutes) == 1 && !lengthInBounds(c.minutes[0]):
		reason = lengthWords
	}
	return nil, c.denied && len(c.things) == 0, reason
}

// sign gives the wishes of a clause its words, and how sure the reading is.
func (r *reader) sign(c *clause, list Wishes) {
	confidence := sure
	switch {
	case c.guessed:
		confidence = lessSure
	case c.strange > 0:
		confidence = leastSure
	}
	for i := range list {
		w := &list[i]
		w.Quote = prose.Clip(r.quote(c), maxQuoteRunes)
		if w.Strength == "" {
			w.Strength = StrengthOf(w.Kind)
		}
		if w.Confidence == 0 {
			w.Confidence = confidence
		}
	}
}

// asksOpenly tells whether a clause begins with words that ask for something.
func (r *reader) asksOpenly(c *clause) bool {
	words := strings.Fields(strings.ToLower(r.quote(c)))
	if len(words) > 0 && (words[0] == "i" || words[0] == "ich") {
		words = words[1:]
	}
	return len(words) > 1 && openers[words[0]+" "+words[1]]
}

// openers begin what somebody asks for.
var openers = func() map[string]bool {
	set := map[string]bool{}
	for _, text := range strings.Split("want to|would like|id like|i'd like|can we|can you|could you|could we|please can|lets just|let's just|möchte gern|möchte lieber|können wir|kannst du|quiero ir|me gustaría|podemos hacer|puedes poner", "|") {
		set[text] = true
	}
	return set
}()

// asked tells whether a question mark ends a clause.
func (r *reader) asked(c *clause) bool {
	return strings.HasPrefix(strings.TrimLeft(r.text[r.words[c.last-1].to:], " "), "?")
}

// permits tells whether a clause says no more than that something can be: "running is fine".
func (c *clause) permits() bool {
	return c.is("permitted") && !c.is("twiceaday", "no", "hate", "only", "must", "rest", "away", "race", "daysbut") && len(c.spans)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) == 0 && c.strange == 0
}

// ofBody tells whether a clause beside one that speaks of the body may speak of it as well: there is nothing in it that is to be planned.
func (c *clause) ofBody() bool {
	when := c.circumstance && !c.is("want", "no", "only") // "wheezing after every interval"
	if c.is("only") && c.is("legday", "armday", "core") {
		return false // "upper body only"
	}
	return (when || len(c.things) == 0 && len(c.sessions) == 0) && len(c.equipment) == 0 && (len(c.minutes) == 0 || !c.is("want", "only", "atmost", "atleast", "no")) && !c.is("rest", "away", "race", "must", "move", "swap", "more", "less", "easier", "shorter", "easyweek", "bigweek", "terrain")
}

func lengthInBounds(minutes int) bool { return minutes >= leastMinutes && minutes <= mostMinutes }

// on are the days of a clause, all where it names none.
func (r *reader) on(c *clause) []training.Date {
	if len(c.dates) == 0 {
		return r.all()
	}
	return c.dates
}

// meaning tries what a clause can be: what takes away first, then what changes, then what is wanted.
func (r *reader) meaning(c *clause) Wishes {
	if c.is("core", "technique", "legday", "armday", "plyo") && !c.is("no", "hate") { // parts of sessions
		return nil
	}
	if c.permits() {
		return nil
	}
	if c.is("if", "vague") || c.unread && !c.opened || c.outside && len(c.dates) == 0 && !c.event() {
		return nil
	}
	if c.is("happened") && c.beside { // how it came to that
		return nil
	}
	if c.is("notbefore") && !c.window.is.is() {
		return nil // before which day?
	}
	if c.is("until", "through") && !c.is("move") && !c.window.is.is() && len(c.spans) > 0 && !c.opened && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.upTo }) {
		return nil // "until my bike is fixed (Friday)": until then it is not
	}
	if c.is("pastword") && c.raceOn == 0 && !c.event() { // when was it?
		return nil
	}
	if c.past && c.is("away") && !c.is("no", "want", "must") { // "I was on holiday for two weeks"
		return nil
	}
	if c.past && !c.is("no", "hate", "only", "rest", "away", "want", "must", "race", "raced", "atmost", "atleast") && c.raceOn == 0 && !c.event() {
		return nil // how something was
	}
	tries := []func(*clause) (Wishes, bool){
		r.besideOne, r.dayBefore, r.aroundRace, r.reopened, r.oncePerDay, r.spaced, r.restMoved, r.swapped, r.moved, r.instead, r.raced, r.onShift, r.absent, r.equipped, r.noted, r.timed, r.counted, r.goesFar, r.limited, r.rested, r.spared, r.alone, r.avoided, r.eased,
	}
	if c.opened { // what is said of the body beside what is not to be
		tries = []func(*clause) (Wishes, bool){r.rested, r.spared, r.alone, r.avoided}
	}
	for _, try := range tries {
		if wishes, is := try(c); is {
			return r.whole(c, wishes)
		}
	}
	if c.opened && !c.asks() {
		return nil
	}
	return r.whole(c, r.wanted(c))
}

// whole are the wishes that a clause was read as where they account for all of it: otherwise there are none, and what they are of it is kept to be asked about.
func (r *reader) whole(c *clause, list Wishes) Wishes {
	if r.accounted(c, list) {
		return list
	}
	c.partly = list
	return nil
}

// asks tells whether a clause in which something is said of the body asks for a session as well: by a word of wanting, and not of when it hurt.
func (c *clause) asks() bool {
	return (c.is("ready") || c.is("want", "must") && !c.circumstance) && c.strange == 0 && len(c.things)+len(c.sessions) > 0
}

// narrowed gives a wish the thing that a word names.
func narrowed(w Wish, thing string) Wish {
	w.Sport = sportOf[thing]
	if id := familyOf[thing]; id != "" {
		w.Family = id
	}
	return w
}

// product is a wish for each of the things, of each of the sorts.
func (c *clause) product(w Wish) Wishes {
	things, sessions := c.named(), c.sessions
	w.Weekday = len(w.Dates) == 1 && len(c.spans) == 1 && c.spans[0].is.weekday && slices.Equal(w.Dates, c.spans[0].is.dates)
	if len(things) == 0 && len(sessions) == 0 {
		return nil
	}
	if len(things) == 0 {
		things = []string{""}
	}
	var list Wishes
	for _, thing := range things {
		one := narrowed(w, thing)
		if len(sessions) == 0 || one.Family != "" {
			list = append(list, one)
			continue
		}
		for _, s := range sessions {
			one.Session = s.is
			list = append(list, one)
		}
	}
	return list
}

// swapped is one thing in the place of another: "swap my Tuesday run with a swim".
func (r *reader) swapped(c *clause) (Wishes, bool) {
	if !c.is("swap") {
		return nil, false
	}
	if list := r.swappedSort(c); len(list) > 0 {
		return list, true
	}
	if list := r.daysSwapped(c); len(list) > 0 {
		return list, true
	}
	if len(c.things) != 2 || c.is("no") || sportOf[c.things[0].is] == sportOf[c.things[1].is] {
		return nil, true
	}
	if list := r.exchanged(c); len(list) > 0 || c.is("and") {
		return list, true
	}
	dates := r.on(c)
	if len(c.spans) > 1 && c.listed() > 1 || len(c.spans) == 0 && r.oneOfMany(c) {
		return nil, true // on which of them?
	}
	out := narrowed(Wish{Kind: Avoid, Dates: dates}, c.things[0].is)
	in := narrowed(Wish{Kind: Require, Dates: dates}, c.things[1].is)
	for _, s := range c.sessions {
		switch {
		case s.at > c.things[0].at+1 || s.at == c.things[0].at+1 && s.at == c.things[1].at+1:
			in.Session = s.is // "swap the ride with an easy run"
		case len(c.dates) == 0:
			out.Session = s.is
		}
	}
	if in.Family != "" {
		in.Session = ""
	}
	return Wishes{out, in}, true
}

// daysSwapped are two days of which each is to have what is planned on the other: "swap Saturday and Sunday".
func (r *reader) daysSwapped(c *clause) Wishes {
	if len(c.spans) != 2 || c.listed() != 2 || len(c.things)+len(c.sessions) > 0 || c.window.is.is() || !r.justDays(c) {
		return nil
	}
	one, other := c.spans[0].is.dates, c.spans[1].is.dates
	if one[0] == other[0] {
		return nil
	}
	return Wishes{{Kind: Move, Dates: other, Away: one}, {Kind: Move, Dates: one, Away: other}}
}

// justDays tells whether a clause speaks of nothing but days, of none of which something is denied.
func (r *reader) justDays(c *clause) bool {
	return len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0 && !c.is("no", "hate", "rest", "only", "away", "race", "more", "less", "if", "vague", "atmost", "atleast", "occupied", "nightshift") && !c.outside && !c.until
}

// oneOfMany tells whether what a clause swaps is any one of several: "swap a run for a swim".
func (r *reader) oneOfMany(c *clause) bool {
	for i := c.first + 1; i < c.last; i++ {
		if r.words[i].text == c.things[0].is {
			return articles[r.lastRaw(i-1)] || r.words[i-1].number == 1
		}
	}
	return false
}

// exchanged are two things each on the day of the other: "swap Tuesday's run with Thursday's swim". Of things of one day there is none: it has no order.
func (r *reader) exchanged(c *clause) Wishes {
	if len(c.things) != 2 || len(c.spans) != 2 || c.listed() != 2 || len(c.sessions) > 0 || c.spans[0].is.dates[0] == c.spans[1].is.dates[0] {
		return nil
	}
	before := c.spans[0].at < c.things[0].at && c.things[0].at < c.spans[1].at && c.spans[1].at < c.things[1].at
	behind := c.things[0].at < c.spans[0].at && c.spans[0].at < c.things[1].at && c.things[1].at < c.spans[1].at
	if !before && !behind {
		return nil
	}
	var list Wishes
	for i, t := range c.things {
		list = append(list, narrowed(Wish{Kind: Move, Dates: c.spans[1-i].is.dates, Away: c.spans[i].is.dates}, t.is))
	}
	return list
}

// swappedSort is a sort of session in the place of which something else is to be: "swap Thursday's tempo for an easy ride".
func (r *reader) swappedSort(c *clause) Wishes {
	if len(c.things) == 0 && len(c.sessions) == 2 && len(c.dates) > 0 && !c.is("no") && c.sessions[0].is != c.sessions[1].is && c.sessions[0].at > c.place("swap") {
		if between := max(c.place("with"), c.place("for"), c.place("to")); c.sessions[0].at < between && between < c.sessions[1].at { // "switch the intervals to something easy"
			return Wishes{{Kind: Avoid, Session: c.sessions[0].is, Dates: c.dates}, {Kind: Require, Session: c.sessions[1].is, Dates: c.dates}}
		}
	}
	if len(c.things) != 1 || len(c.sessions) == 0 || len(c.sessions) > 2 || c.is("no") || len(c.dates) == 0 {
		return nil
	}
	out, in := c.sessions[0], narrowed(Wish{Kind: Require, Dates: c.dates}, c.things[0].is)
	between := max(c.place("with"), c.place("for"), c.place("to"))
	if out.is == Easy || between <= out.at || between >= c.things[0].at || out.at <= c.place("swap") {
		return nil
	}
	if len(c.sessions) == 2 {
		if c.sessions[1].at < between {
			return nil
		}
		if in.Family == "" {
			in.Session = c.sessions[1].is
		}
	}
	return Wishes{{Kind: Avoid, Session: out.is, Dates: c.dates}, in}
}

// moved is a thing on another day: "move the long run from Sunday to Saturday".
func (r *reader) moved(c *clause) (Wishes, bool) {
	if !c.is("move") {
		return nil, false
	}
	if len(c.spans) == 0 || len(c.spans) > 2 || c.is("no") || len(c.named()) > 1 || len(c.sessions) > 1 || slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.everyDay }) {
		return nil, true // "push the tempo back a day": from which?
	}
	w := Wish{Kind: Move, Dates: c.spans[len(c.spans)-1].is.dates}
	if len(c.named())+len(c.sessions) == 0 {
		if len(c.spans) != 2 || c.listed() != 2 || !r.justDays(c) || c.spans[0].is.dates[0] == w.Dates[0] {
			return nil, true
		}
		w.Away = c.spans[0].is.dates // "do Tuesday's session on Wednesday": whatever that is
		if t := c.window.is; t.is() {
			w.From, w.To = t.from, t.to
		}
		return Wishes{w}, true
	}
	switch {
	case len(c.spans) == 2 && c.is("or"): // "move the swim to Wednesday or Thursday"
		if !r.goesTo(c) || c.listed() != 2 || c.spans[0].at < c.things0() {
			return nil, true
		}
		w.Kind, w.Dates = Require, c.dates
		return c.product(w), true
	case len(c.spans) == 2:
		w.Away = c.spans[0].is.dates
	case !r.goesTo(c):
		return nil, true // "move Tuesday's run": to which day?
	default:
		w.Kind = Require
	}
	if t := c.window.is; t.is() {
		w.From, w.To = t.from, t.to
	}
	if len(w.Dates) == 0 || len(c.spans) == 2 && (len(w.Away) == 0 || slices.ContainsFunc(w.Away, func(d training.Date) bool { return slices.Contains(w.Dates, d) })) {
		return nil, true
	}
	return c.product(w), true
}

// goesTo tells whether a clause says that something is to go to where it names.
func (r *reader) goesTo(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(raw string) bool { return towards[raw] })
	})
}

var towards = wordSet("to auf al a para onto into until till hasta bis for zu zum in forward nearer el los")

// instead is one thing or day rather than another: "swim on Monday rather than Tuesday", "statt Rad lieber Rudern".
func (r *reader) instead(c *clause) (Wishes, bool) {
	at := c.place("insteadof")
	if q := c.place("que"); at < 0 && c.is("want") && len(c.things) == 2 && c.things[0].at < q && q < c.things[1].at {
		at = q // "prefiero nadar que correr"
	} else if at < 0 && q >= 0 && c.is("want") && len(c.spans) == 2 && c.spans[0].at < q && q < c.spans[1].at && (len(c.named()) == 1 || len(c.named()) == 0 && len(c.sessions) == 1) {
		at = q // "la tirada mejor el sábado que el domingo"
	}
	if at < 0 {
		return nil, false
	}
	turn := 1 << 30 // from where on it is wanted again
	switch w := c.place("want"); {
	case w > at:
		turn = w
	case len(c.things) > 1 && c.things[0].at > at:
		turn = c.things[1].at // "instead of running swimming"
	case len(c.things) == 1 && len(c.sessions) == 2 && at < c.sessions[0].at && c.sessions[0].at < c.things[0].at && c.sessions[0].is != c.sessions[1].is:
		turn = min(c.things[0].at, c.sessions[1].at) // "en vez de series rodaje suave"
	case len(c.things) == 1 && len(c.sessions) == 1 && at < c.sessions[0].at && c.sessions[0].at < c.things[0].at && slices.Contains(c.articles, c.sessions[0].at):
		turn = c.things[0].at // "instead of the intervals a swim"
	}
	if turn == 1<<30 && len(c.spans) == 2 && at < c.spans[0].at && c.listed() == 2 && len(c.named()) <= 1 && len(c.things)+len(c.sessions) > 0 {
		turn = c.spans[1].at // "statt Dienstag am Mittwoch schwimmen"
	}
	out := func(place int) bool { return place > at && place < turn }
	var in, not clause
	for _, t := range c.things {
		if out(t.at) {
			not.things = append(not.things, t)
		} else {
			in.things = append(in.things, t)
		}
	}
	for _, s := range c.spans {
		if s.is.week && len(c.spans) > 1 {
			continue // of which the days are
		}
		if out(s.at) {
			not.dates = append(not.dates, s.is.dates...)
		} else {
			in.dates = append(in.dates, s.is.dates...)
		}
	}
	if len(c.spans) == 0 && len(c.dates) > 0 { // those of the part before it
		in.dates, not.dates = slices.Clone(c.dates), slices.Clone(c.dates)
	}
	for _, s := range c.sessions {
		if out(s.at) {
			not.sessions = append(not.sessions, s)
		} else {
			in.sessions = append(in.sessions, s)
		}
	}
	if len(in.things) == 0 && len(in.sessions) == 0 && len(in.dates) > 0 && len(not.dates) > 0 { // "Saturday rather than Sunday for the long run"
		in.things, in.sessions = not.things, not.sessions
	}
	if len(in.things) == 0 && len(in.sessions) == 0 || c.is("no") || c.is("more", "less") {
		return nil, true // "more rides than runs": that is not no run
	}
	switch {
	case len(not.things) == 0 && len(not.sessions) == 0 && len(not.dates) > 0: // other days
		not.things, not.sessions = in.things, in.sessions
	case len(not.things) == 0 && len(not.sessions) == 0:
		return nil, true
	case len(in.dates) == 0 || len(not.dates) == 0: // other things on the same days
		in.dates = append(in.dates, not.dates...)
		not.dates = in.dates
	}
	slices.Sort(in.dates)
	slices.Sort(not.dates)
	yes := Wish{Kind: Prefer, Dates: slices.Compact(r.on(&in))}
	if len(c.minutes) == 1 && lengthInBounds(c.minutes[0]) {
		yes.Minutes = c.minutes[0]
	}
	return append(in.product(yes), not.product(Wish{Kind: Avoid, Dates: slices.Compact(r.on(&not))})...), true
}

// spaced is what is not to be on two days in a row: "no running on consecutive days", "run every other day".
func (r *reader) spaced(c *clause) (Wishes, bool) {
	row, other := c.is("inarow"), c.is("everyother")
	if !row && !other {
		return nil, false
	}
	if wishes, is := r.inARow(c); row && is {
		return wishes, true
	}
	days := slices.ContainsFunc(c.counts, func(n placed[int]) bool { return n.is != 2 })
	if row == other || days || len(c.minutes)+len(c.meters)+len(c.equipment) > 0 || len(c.named()) > 1 || len(c.sessions) > 1 || c.is("more", "less", "race", "away") || row && (!c.is("no") || c.is("rest")) || other && c.is("no", "hate") || c.strange > 1 {
		return nil, true
	}
	w := Wish{Kind: Spaced, Dates: r.on(c)}
	list := c.product(w)
	if len(list) == 0 {
		if row && !c.is("train", "days") {
			return nil, true
		}
		return Wishes{w}, true
	}
	if other && !c.is("only", "rest") {
		often := Wish{Kind: Limit, Bound: AtLeast, Count: everyOther, Per: PerWeek, Dates: r.on(c)}
		list = append(list, c.product(often)...)
	}
	return list, true
}

// inARow is how many days in a row may have it: "at most 3 days in a row", "never three days in a row".
func (r *reader) inARow(c *clause) (Wishes, bool) {
	atMost := c.is("atmost", "only")
	if len(c.counts) != 1 || c.counts[0].is < 2 || !atMost && (!c.is("no") || c.counts[0].is == 2) {
		return nil, false
	}
	if len(c.minutes)+len(c.meters)+len(c.equipment) > 0 || len(c.named()) > 1 || len(c.sessions) > 1 || c.low.is > 0 || c.is("more", "less", "race", "away", "rest", "hate", "perweek", "atleast", "exactly") || c.strange > 1 {
		return nil, true
	}
	w := Wish{Kind: Limit, Bound: AtMost, Count: c.counts[0].is, Per: InARow, Dates: r.on(c)}
	if !atMost {
		w.Count--
	}
	if list := c.product(w); len(list) > 0 {
		return list, true
	}
	return Wishes{w}, true
}

// dayBefore is nothing hard on the day before something: on the day that is named, or before each of them. Of a race that is ahead its day is kept too.
func (r *reader) dayBefore(c *clause) (Wishes, bool) {
	at := c.place("daybefore")
	if at < 0 {
		return nil, false
	}
	if len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment) > 0 && !c.event() || c.window.is.is() || c.is("want", "must", "more", "less", "move", "swap", "insteadof", "atmost", "hate", "away") {
		return nil, true
	}
	first := 1 << 30 // where what it is the day before of begins
	for _, t := range c.things {
		if t.at > at {
			first = min(first, t.at)
		}
	}
	for _, s := range c.sessions {
		if s.at > at {
			first = min(first, s.at)
		}
	}
	of := clause{}
	for _, t := range c.things {
		if t.at < first || t.at > first+1 {
			return nil, true
		}
		of.things = append(of.things, t)
	}
	no, easy := c.is("no", "rest"), false
	for _, s := range c.sessions {
		switch {
		case s.at >= first && s.at <= first+1:
			of.sessions = append(of.sessions, s)
		case s.is == Long || easy, s.is == Hard && !no, s.is == Easy && c.is("no"):
			return nil, true
		default:
			easy = true
		}
	}
	if !easy && !c.is("rest") {
		return nil, true
	}
	before := func(day training.Date) Wishes {
		w := Wish{Kind: Rest, Dates: r.between(day-1, day-1, 0).dates}
		if easy {
			w.Kind, w.Session = Avoid, Hard
		}
		if len(w.Dates) == 0 {
			return nil
		}
		return Wishes{w}
	}
	if c.event() {
		race, _ := r.raced(c)
		if day := r.knownRace(); len(race) == 0 && len(c.spans) == 0 && day != 0 {
			return before(day), true // "the day before the race", of which the day is known
		}
		if len(race) != 1 || len(race[0].Dates) != 1 {
			return nil, true
		}
		return append(before(race[0].Dates[0]), race...), true
	}
	if len(of.things)+len(of.sessions) == 0 {
		if len(c.dates) == 1 && len(c.spans) == 1 {
			return before(c.dates[0]), true // "easy the day before Saturday"
		}
		if r.told != 0 && len(c.spans) == 0 {
			return before(r.told), true // "half marathon on the 13th, rest the day before"
		}
		return nil, true
	}
	if len(c.dates) == 1 {
		return append(before(c.dates[0]), of.product(Wish{Kind: Prefer, Dates: c.dates})...), true
	}
	if !easy || len(c.dates) > 0 && !c.days {
		return nil, true
	}
	return of.product(Wish{Kind: EasyBefore, Dates: r.on(c)}), true
}

// besideOne is a day of rest, or without anything hard, behind a session of a day that is named, or on either side of it: "a rest day before and after the long run
// on Sunday".
func (r *reader) besideOne(c *clause) (Wishes, bool) {
	behind := c.place("dayafter")
	if behind < 0 && c.is("after") && c.is("rest") && !c.is("before", "daybefore") && r.restDay(c) && c.place("after") < c.things0() && c.things0() < 1<<30 && !c.event() {
		behind = c.place("after") // "a rest day after the long ride on Saturday"
	}
	either := c.is("daybefore", "before") && c.is("dayafter", "after")
	if behind < 0 && !either {
		return nil, false
	}
	at := behind // where what it is beside begins
	for _, word := range []string{"before", "daybefore", "after"} {
		at = max(at, c.place(word))
	}
	easy := slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is == Easy && s.at < at })
	one := r.told
	of := clause{}
	for _, t := range c.things {
		if t.at < at {
			return nil, true // "no strength the day after the long run"
		}
		of.things = append(of.things, t)
	}
	for _, s := range c.sessions {
		if s.at > at {
			of.sessions = append(of.sessions, s)
		} else if s.is != Easy {
			return nil, true
		}
	}
	if len(c.dates) == 1 && len(c.spans) == 1 {
		one = c.dates[0]
	} else if len(c.spans) > 0 || len(of.things)+len(of.sessions) > 0 {
		return nil, true // "a rest day after each long run"
	}
	if one == 0 || easy == c.is("rest") || len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange > 0 || c.window.is.is() || c.is("no", "more", "less", "move", "swap", "insteadof", "atmost", "hate", "away", "only", "perweek", "perday") {
		return nil, true
	}
	var list Wishes
	switch {
	case c.event():
		race := *c
		race.has = slices.Clone(c.has)
		for _, word := range []string{"rest", "days", "before", "daybefore", "after", "dayafter"} {
			race.drop(word)
		}
		race.sessions = nil
		if list, _ = r.raced(&race); len(list) != 1 {
			return nil, true
		}
	case len(of.things)+len(of.sessions) > 0:
		list = of.product(Wish{Kind: Prefer, Dates: c.dates})
	}
	w := Wish{Kind: Rest}
	if easy {
		w.Kind, w.Session = Avoid, Hard
	}
	for _, day := range []training.Date{one - 1, one + 1} {
		if (day > one || either) && day >= r.from && day <= r.last() {
			w.Dates = append(w.Dates, day)
		}
	}
	if len(w.Dates) == 0 {
		return nil, true
	}
	return append(list, w), true
}

// restDay tells whether a clause speaks of a day of rest, and not of a rest that is longer.
func (r *reader) restDay(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return w.text == "rest" && restDays[strings.ToLower(r.text[w.from:w.to])]
	})
}

var restDays = map[string]bool{"rest day": true, "day off": true, "ruhetag": true, "pausentag": true, "freier tag": true, "día de descanso": true, "dia de descanso": true, "día libre": true, "dia libre": true}

// restMoved is another day of rest than the one that it was: "Friday instead of Monday as my rest day", "move my rest day from Friday to Thursday". The other one
// is to train on, as the weeks would have it.
func (r *reader) restMoved(c *clause) (Wishes, bool) {
	at := c.place("insteadof")
	if que := c.place("que"); at < 0 && que > 0 && c.is("want") && len(c.spans) == 2 && c.spans[0].at < que && que < c.spans[1].at {
		at = que // "Samstag lieber frei als Sonntag"
	}
	one := at < 0 && c.is("move") && len(c.spans) == 1 && c.listed() == 1 && r.goesTo(c) // "der Ruhetag soll auf den Mittwoch rutschen"
	if !c.is("rest") || at < 0 && !c.is("move") || !one && (len(c.spans) != 2 || c.listed() != 2) || len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange > 0 || c.window.is.is() || c.is("no", "only", "hate", "away", "race") {
		return nil, false
	}
	to := c.spans[len(c.spans)-1]
	if at >= 0 && c.spans[0].at < at {
		to = c.spans[0]
	}
	return Wishes{{Kind: Rest, Dates: to.is.dates}}, true
}

// mostAround is how many days before or behind a race a wish speaks of as those before or behind it.
const mostAround = 7

// Words that say of days that they are those before something, and those behind it.
var (
	aheadOfIt = wordSet("before vor davor vorher zuvor antes previos previas prior leading")
	behindIt  = wordSet("after nach danach darauf dahinter tras después despues afterwards following posteriores siguientes")
)

// besideRace tells whether a clause counts the days before a race, below nothing, or behind it, above; 0 for neither. What follows on the clause of a race by
// "then" is behind it.
func (r *reader) besideRace(c *clause) (side int) {
	for i := c.first; i < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			switch {
			case aheadOfIt[raw] && side <= 0:
				side = -1
			case behindIt[raw] && side >= 0:
				side = 1
			case aheadOfIt[raw], behindIt[raw]:
				return 0
			}
		}
	}
	if side == 0 && c.joined == "then" && !c.event() {
		return 1
	}
	return side
}

// aroundRace is some days of rest, or without anything hard, before or behind a race: "two easy days after the race on Sunday", "halbmarathon am 12.12.,
// davor zwei Tage Pause".
func (r *reader) aroundRace(c *clause) (Wishes, bool) {
	if len(c.counts) != 1 || !c.is("days", "rest") || c.counts[0].is > mostAround || c.is("no", "perweek", "atmost", "atleast", "more", "less", "away", "move", "swap", "hate", "only") || len(c.minutes)+len(c.equipment) > 0 || c.window.is.is() {
		return nil, false
	}
	side := r.besideRace(c)
	nothingHard := c.is("rest") && len(c.sessions) == 1 && c.sessions[0].is == Hard // "nothing intense the two days before my race"
	easy := len(c.sessions) == 1 && c.sessions[0].is == Easy || len(c.sessions) == 0 && c.is("easier") || nothingHard
	if side == 0 || easy == c.is("rest") && !nothingHard || len(c.sessions) > 1 || !c.event() && (len(c.spans)+len(c.things)+len(c.meters) > 0 || r.told == 0) {
		return nil, false
	}
	day, list := r.told, Wishes(nil)
	if c.event() {
		of := *c
		of.counts, of.sessions, of.has = nil, nil, slices.Clone(c.has)
		of.drop("rest")
		of.drop("days")
		race, _ := r.raced(&of)
		switch known := r.knownRace(); {
		case len(race) == 1 && len(race[0].Dates) == 1:
			day, list = race[0].Dates[0], race
		case len(c.spans) == 0 && known != 0:
			day = known
		default:
			return nil, true
		}
	}
	n := training.Date(c.counts[0].is)
	w := Wish{Kind: Rest, Dates: r.between(day+1, day+n, 0).dates}
	if side < 0 {
		w.Dates = r.between(day-n, day-1, 0).dates
	}
	if easy {
		w.Kind, w.Session = Avoid, Hard
	}
	if len(w.Dates) != c.counts[0].is {
		return nil, true
	}
	for i := c.first; i < c.last; i++ { // the word is known by what it says of the days
		if raw := r.lastRaw(i); r.words[i].strange && (aheadOfIt[raw] || behindIt[raw]) {
			c.strange, c.loose = max(c.strange-1, 0), max(c.loose-1, 0)
		}
	}
	for _, word := range []string{"before", "after", "then", "easier"} {
		c.drop(word)
	}
	return append(list, w), true
}

// knownRace is the day of the race that is meant by "the race": of the one that the text tells of, or the next of the athlete's events; 0 where there is none.
func (r *reader) knownRace() training.Date {
	if r.told != 0 {
		return r.told
	}
	for _, day := range r.races {
		if day >= r.from {
			return day
		}
	}
	return 0
}

// reopened is none of what a place is for on the days before it is open again.
func (r *reader) reopened(c *clause) (Wishes, bool) {
	if !c.is("reopens") {
		return nil, false
	}
	if len(c.named()) != 1 || len(c.dates) != 1 || len(c.spans) != 1 || c.spans[0].is.upTo || len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange > 0 || c.window.is.is() || c.is("no", "hate", "only", "more", "less") {
		return nil, true
	}
	dates := r.between(r.from, c.dates[0]-1, 0).dates
	if len(dates) == 0 {
		return nil, true
	}
	return c.product(Wish{Kind: Avoid, Dates: dates}), true
}

// oncePerDay is no more than one session on a day: "no doubles".
func (r *reader) oncePerDay(c *clause) (Wishes, bool) {
	twice, once := c.is("twiceaday"), c.is("onceaday")
	if !twice && !once {
		return nil, false
	}
	if twice && !once && r.twiceWelcome(c) {
		return Wishes{{Kind: Limit, Bound: AtMost, Count: 2, Per: PerDay, Dates: r.on(c)}}, true
	}
	if twice && !c.is("no", "hate") || once && !c.is("atmost", "only") || len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange > 0 || len(c.named()) > 1 || c.window.is.is() || c.is("more", "less", "race", "away") {
		return nil, true
	}
	w := Wish{Kind: Limit, Bound: AtMost, Count: 1, Per: PerDay, Dates: r.on(c)}
	if c.is("hate") {
		w.Strength = Liked
	}
	if list := c.product(w); len(list) > 0 {
		return list, true
	}
	return Wishes{w}, true
}

// twiceWelcome tells whether a clause says of two sessions on a day, of whatever sport, that they may be: "double days ok", "I can train twice a day".
func (r *reader) twiceWelcome(c *clause) bool {
	if len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange > 0 || c.window.is.is() || c.outside || c.past || r.asked(c) || c.is("no") && !r.raw(c, "problema") && !r.raw(c, "problemas") && !r.raw(c, "problem") || c.is("hate", "only", "more", "less", "race", "away", "rest", "vague", "if", "atleast", "must") {
		return false
	}
	return c.is("permitted", "want", "love", "atmost") || c.able || slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return fineWords[t] || welcomes[t] })
	})
}

// welcomes say of something that it may be.
var welcomes = wordSet("happy welcome possible allowed works work problem geht gehen gerne gern puede pueden möglich erlaubt willkommen posible permitido vale problema puedo")

// goesFar is a limit of metres: of each session, or of a week. Of which sport, it has to say.
func (r *reader) goesFar(c *clause) (Wishes, bool) {
	bound, bounded := c.bound()
	if len(c.meters) != 1 || len(c.minutes) > 0 || !bounded && (c.lowMeters == 0 || !c.is("perweek")) {
		return nil, false
	}
	if len(c.named()) != 1 || len(c.sessions) > 1 || len(c.counts)+len(c.equipment)+c.strange > 0 || c.low.is > 0 || c.window.is.is() || c.is("no", "rest", "away", "race", "hate", "more", "less", "move", "swap", "insteadof", "perday") || !Goes(sportOf[c.named()[0]]) {
		return nil, true
	}
	w := Wish{Kind: Limit, Bound: bound, Per: PerDay, Meters: c.meters[0], Dates: r.on(c)}
	week := len(c.spans) == 1 && c.spans[0].is.week && len(c.sessions) == 0
	switch {
	case week && !r.planWeek(w.Dates):
		w.Per = InAll
	case week, c.is("perweek"):
		w.Per = PerWeek
	case bound != AtMost:
		return nil, true
	}
	if w.Meters < leastMeters || w.Meters > mostMeters {
		return nil, true
	}
	if c.lowMeters > 0 && w.Per == PerDay || c.lowMeters > 0 && bounded {
		return nil, true
	}
	if c.lowMeters >= leastMeters {
		least, most := w, w
		least.Bound, most.Bound = AtLeast, AtMost
		least.Meters = c.lowMeters
		return append(c.product(most), c.product(least)...), true // "40 to 50 km of running a week"
	}
	list := c.product(w)
	if w.Per == PerDay && len(c.spans) > 0 && len(w.Dates) == 1 && !c.is("only") {
		list = append(list, c.product(Wish{Kind: Prefer, Dates: w.Dates})...) // "long run on Saturday, 20 km at most"
	}
	return list, true
}

// everyOther is how often a week it is at least that is every other day.
const everyOther = 3

// formats are the kinds of race that words name.
var formats = map[string]training.EventFormat{
	"hyrox": training.Hyrox, "sprinttri": training.TriSprint, "olympictri": training.TriOlympic, "halftri": training.TriHalf, "fulltri": training.TriFull, "duathlon": training.Duathlon, "fondo": training.RideFondo,
}

// raced is an event, ahead or behind.
func (r *reader) raced(c *clause) (Wishes, bool) {
	if !c.event() || c.is("no") || c.is("want") && c.is("hyrox") && c.is("train") {
		return nil, false
	}
	if c.is("days", "rest") && len(c.counts) > 0 && r.besideRace(c) != 0 {
		return nil, true // of the days beside it something is said
	}
	if c.is("rest") && len(c.spans) == 2 && len(c.spans[0].is.dates) == 1 && len(c.spans[1].is.dates) > 0 && c.place("rest") < c.spans[1].at { // "Friday off before my Saturday race"
		day, of := c.spans[0].is.dates, c.spans[1].is
		switch last := of.dates[len(of.dates)-1]; {
		case of.before:
			c.dates = r.between(last+1, last+1, 0).dates
		case len(of.dates) == 1 && c.is("before", "for"):
			c.dates = of.dates
		default:
			return nil, true
		}
		c.spans = c.spans[1:]
		c.drop("rest")
		race, _ := r.raced(c)
		if len(race) == 0 {
			return nil, true
		}
		return append(Wishes{{Kind: Rest, Dates: day}}, race...), true
	}
	if len(c.named()) == 1 && len(c.sessions) > 0 && !c.is("raced") && r.followsRace(c) {
		return nil, true // "recovery spin on Monday after Sunday's race"
	}
	w := Wish{Kind: Race, Meters: c.distance()}
	for word, format := range formats {
		if c.is(word) {
			w.Format = format
		}
	}
	switch {
	case c.is("parkrun"):
		w.Sport, w.Meters = training.Run, 0
	case c.is("fondo"):
		w.Sport = training.Ride
	case c.is("hyrox", "triathlon", "sprinttri", "olympictri", "halftri", "fulltri", "duathlon"):
		w.Sport = training.MultiSport
	case c.is("marathon"), c.is("half"), c.is("raced"):
		w.Sport = training.Run
	case len(c.named()) == 1:
		w.Sport = sportOf[c.named()[0]]
	case w.Meters > 0 && w.Meters <= 43_000:
		w.Sport = training.Run
	}
	switch {
	case c.is("mainrace"):
		w.Priority = training.EventA
	case c.is("parkrun"):
		w.Priority = training.EventC
	}
	day := r.raceDay(c)
	switch {
	case day != 0:
		w.Dates = []training.Date{day}
	case r.inMonth(c) != 0:
		w.Dates, w.Confidence = []training.Date{r.inMonth(c)}, leastSure
	case c.is("parkrun") && c.each && len(c.dates) > 0:
		var list Wishes
		for _, d := range c.dates {
			w.Dates = []training.Date{d}
			list = append(list, w)
		}
		return list, true
	default:
		return nil, true
	}
	return Wishes{w}, true
}

// followsRace tells whether a clause speaks of what is to be after a race.
func (r *reader) followsRace(c *clause) bool {
	after := false
	for i := c.first; i < c.last; i++ {
		if after && eventWords[r.words[i].text] {
			return true
		}
		first, _, _ := strings.Cut(strings.ToLower(r.text[r.words[i].from:r.words[i].to]), " ")
		after = after || behindOnes[first]
	}
	return false
}

var behindOnes = wordSet("after nach tras después despues")

// inMonth is the day that a race is taken for of which nothing but its month is told: the third Sunday, which is asked about. It is 0 where there is no such
// month, or where what was is told of.
func (r *reader) inMonth(c *clause) training.Date {
	month := r.monthOf(c)
	if month == 0 || c.past || c.raceOn != 0 || len(c.spans) > 1 || c.is("raced", "pastword", "happened", "ago", "last", "lastweek", "yesterday", "if", "no") {
		return 0
	}
	return r.sundayOf(month, 3)
}

// sundayOf is one of the Sundays of a month that are ahead, within a year; 0 where that one is over.
func (r *reader) sundayOf(month time.Month, number int) training.Date {
	for d := r.from; d <= r.from.AddDays(FutureDays); d++ {
		if day := d.Midnight(); day.Month() == month && d.Weekday() == training.Sunday && (day.Day()+6)/7 == number {
			return d
		}
	}
	return 0
}

// distance is the length of an event.
func (c *clause) distance() int {
	switch {
	case c.is("half") || c.is("raced") && c.is("halfof"):
		return 21_098
	case c.is("marathon"):
		return 42_195
	case len(c.meters) == 1 && c.meters[0] >= leastMeters && c.meters[0] <= mostMeters:
		return c.meters[0]
	}
	return 0
}

// absent is being away: all of the days, or what there are no means for.
func (r *reader) absent(c *clause) (Wishes, bool) {
	if !c.is("away") {
		return nil, false
	}
	if c.is("no") {
		if len(c.dates) > 0 && len(c.named()) > 0 && len(c.sessions)+len(c.counts)+len(c.minutes) == 0 && c.place("no") < c.things0() && !c.is("hate", "more", "less") {
			return c.product(Wish{Kind: Avoid, Dates: c.dates}), true // "on holiday without a bike"
		}
		return nil, false
	}
	if r.anothers(c) {
		return nil, true // "the wife's away from Wednesday": that may leave no time, or more
	}
	if len(c.dates) == 0 || c.is("want") && c.window.is.is() || c.is("train") && !c.is("rest", "only") && len(c.equipment)+len(c.things) == 0 && !r.denies(c) {
		return nil, true // "out for dinner on Friday, rather in the morning"; "on holiday this week and I train in the mornings"
	}
	switch {
	case c.is("only") && c.loose > 0 && c.place("only") > c.place("away"):
		return nil, true // "on the road until Wednesday, only my boots with me": who says with what is there to train, with that
	case len(c.equipment)+len(c.machines()) > 0 || c.is("bodyweight"):
		c.equipment = append(c.equipment, c.machines()...)
		r.gymHas(c)
		list := Wishes{{Kind: Equip, Equipment: c.gear(), Dates: c.dates}}
		if len(c.equipment) == 0 && r.emptyHanded(c) { // who is on the road with nothing has no bike, pool or rower there either
			list = append(list, others([]string{"run", "strength"}, c.dates)...)
		}
		return list, true
	case c.is("runshoes"):
		return others([]string{"run"}, c.dates), true
	case c.is("withbike"):
		return others([]string{"ride"}, c.dates), true
	case c.is("only") && len(c.things) > 0:
		return others(c.named(), c.dates), true
	case len(c.things) > 0:
		return nil, true
	}
	w := Wish{Kind: Unavailable, Dates: c.dates}
	if c.window.is.is() {
		w.From, w.To = c.window.is.from, c.window.is.occupiedTo()
	}
	return Wishes{w}, true
}

// emptyHanded tells whether a clause says that there is nothing at all to train with, and not only how to lift.
func (r *reader) emptyHanded(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		first, _, more := strings.Cut(strings.ToLower(r.text[w.from:w.to]), " ")
		return w.text == "bodyweight" && more && lackers[first]
	})
}

// Words before what somebody is without, and before nothing.
var (
	lackers  = wordSet("no without with ohne mit keine kein sin con")
	nowithal = map[string]bool{"with nothing": true, "without anything": true, "ohne alles": true, "mit nichts": true, "ohne irgendwas": true, "sin nada": true, "con nada": true}
	withMe   = map[string]bool{"with me": true, "with us": true, "at all": true, "dabei": true, "conmigo": true, "at hand": true}
)

// withNothing takes "with nothing" at the end of a part that says that somebody is away for what there is to train with: none.
func (r *reader) withNothing() {
	away := false
	for i := 0; i < len(r.words); i++ {
		w := &r.words[i]
		away = away && (i == 0 || w.brk != lexis.Sentence) || w.text == "away"
		if !away {
			continue
		}
		last := i
		raw := strings.ToLower(r.text[w.from:w.to])
		if !nowithal[raw] && i+1 < len(r.words) && r.words[i+1].brk == 0 {
			last, raw = i+1, strings.ToLower(r.text[w.from:r.words[i+1].to])
		}
		end := last + 1
		if end < len(r.words) && r.words[end].brk == 0 && withMe[strings.ToLower(r.text[r.words[end].from:r.words[end].to])] {
			end++
		}
		if !nowithal[raw] || end < len(r.words) && r.words[end].brk < lexis.Comma && !conjunctions[r.words[end].text] {
			continue
		}
		w.text, w.to, w.strange, w.number = "bodyweight", r.words[last].to, false, 0
		r.words = slices.Delete(r.words, i+1, end)
	}
}

// denies tells whether a clause has a word that denies something, whatever became of it.
func (r *reader) denies(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "no" || w.text == "rest" })
}

// People who may be away, those who speak for themselves with them, and what says no more than that somebody is.
var (
	people = wordSet(`wife husband partner girlfriend boyfriend fiance mum mom mam dad mother father parents son daughter kid kids child children brother sister coach trainer physio boss colleague colleagues nanny babysitter team
		frau mann partnerin freundin freund mama papa mutter vater eltern sohn tochter kind kinder bruder schwester trainerin chef chefin kollege kollegin kollegen babysitter
		mujer marido esposa esposo pareja novia novio mamá papá madre padre padres hijo hija hijos hijas niños niñas hermano hermana entrenador entrenadora jefe jefa compañero compañera compañeros`)
	ourselves = wordSet("i i'm i'll i've we we're we'll us ich wir bin sind estoy estamos yo nosotros me mich uns vamos voy")
	elsewhere = wordSet("away out gone travelling traveling abroad weg fort verreist unterwegs urlaub fuera viaje vacaciones holiday vacation trip dienstreise geschäftsreise ausgebucht")
)

// anothers tells whether it is somebody else who is away.
func (r *reader) anothers(c *clause) bool {
	other := false
	for i := c.first; i < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			owner, owns := strings.CutSuffix(raw, "'s")
			switch {
			case ourselves[raw]:
				return false
			case people[raw], owns && people[owner]:
				other = true
			case other && r.words[i].text == "away" && elsewhere[raw]:
				return true
			}
		}
	}
	return false
}

// When a night's work begins to leave no time, and until when somebody sleeps after it.
const (
	nightFrom  training.LocalTime = 20 * 60
	sleepUntil training.LocalTime = 12 * 60
)

// onShift is night work: there is no time from when it begins, nor while somebody sleeps after it.
func (r *reader) onShift(c *clause) (Wishes, bool) {
	if !c.is("nightshift") {
		return nil, false
	}
	if len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts) > 0 || c.is("no", "hate", "rest", "only", "more", "less") {
		return nil, !c.is("rest") || len(c.dates) == 0
	}
	dates := r.on(c)
	return Wishes{{Kind: Unavailable, From: midnight, To: sleepUntil, Dates: dates}, {Kind: Unavailable, From: nightFrom, To: midnight, Dates: dates}}, true
}

// others are none of the sports but those that are named.
func others(named []string, dates []training.Date) Wishes {
	var list Wishes
	for _, sport := range wishSports {
		if !slices.ContainsFunc(named, func(n string) bool { return sportOf[n] == sport }) {
			list = append(list, Wish{Kind: Avoid, Sport: sport, Dates: dates})
		}
	}
	return list
}

// gear is the equipment of a clause, each once, in the order of the schema.
func (c *clause) gear() []training.Equipment {
	list := []training.Equipment{}
	for _, e := range training.Equipments {
		if slices.Contains(c.equipment, e) {
			list = append(list, e)
		}
	}
	return list
}

// machines are what is at hand by words that else speak of a sport, where the clause tells of a place and what it has.
func (c *clause) machines() []training.Equipment {
	place := c.is("hotel", "hotelgym", "place") || c.is("withgear") && (c.is("only") || len(c.equipment) > 0)
	var list []training.Equipment
	for _, t := range c.things {
		if e, is := machineOf[t.is]; is && place && !(c.is("place") && t.is == "gym") {
			list = append(list, e)
		}
	}
	return list
}

// equipped is what is at hand, or not.
func (r *reader) equipped(c *clause) (Wishes, bool) {
	if c.is("no") && !c.is("only", "with", "rest", "hotel", "hotelgym") && len(c.sessions) == 0 && c.strange == 0 {
		if trainer := len(c.things) > 0 && !slices.ContainsFunc(c.things, func(t placed[string]) bool { return t.is != "turbo" }); trainer && len(c.equipment) == 0 && !c.is("want", "terrain") {
			return Wishes{{Kind: Without, Equipment: []training.Equipment{training.Trainer}, Dates: r.lacking(c)}}, true
		}
		if len(c.equipment) > 0 && len(c.things) == 0 && !c.is("want", "terrain") {
			return Wishes{{Kind: Without, Equipment: c.gear(), Dates: r.lacking(c)}}, true
		}
	}
	machines := c.machines()
	if c.is("treadmill") && !c.is("hotel", "hotelgym", "place", "withgear") && len(c.equipment) == 1 {
		return nil, false // where a run is to be
	}
	if len(c.equipment)+len(machines) == 0 && !c.is("bodyweight") {
		return nil, false
	}
	if c.is("no") || c.is("hate") {
		return nil, true
	}
	if !c.is("only", "with", "withgear", "hotelgym", "hotel", "place", "bodyweight") && len(c.things) == 0 {
		return nil, true // "dumbbells on Monday": to be used, or all there is?
	}
	if slices.ContainsFunc(c.things, func(t placed[string]) bool { return machineOf[t.is] == "" && sportOf[t.is] != training.Strength }) && !c.is("only", "hotel", "hotelgym", "place") {
		return nil, true // a run with a rope?
	}
	c.equipment = append(c.equipment, machines...)
	r.gymHas(c)
	list := Wishes{{Kind: Equip, Equipment: c.gear(), Dates: r.on(c)}}
	if len(machines) == 0 && slices.Contains(c.named(), "strength") {
		list = append(list, Wish{Kind: Prefer, Sport: training.Strength, Dates: r.on(c)})
	}
	return list, true
}

// gymHas leaves a gym out of what is at hand where it has nothing but what is named: "the hotel gym only has a treadmill".
func (r *reader) gymHas(c *clause) {
	gym, only, more := -1, -1, false
	for i := c.first; i < c.last; i++ {
		switch w := &r.words[i]; {
		case w.text == "hotelgym" || w.text == "gym":
			gym = i
		case w.text == "only" && gym >= 0:
			only = i
		case only >= 0 && (equipmentOf[w.text] != "" || machineOf[w.text] != ""):
			more = true
		}
	}
	if more {
		c.equipment = slices.DeleteFunc(c.equipment, func(e training.Equipment) bool { return e == training.Gym })
	}
}

// lacking are the days on which something is not at hand: up to the one on which it is there again.
func (r *reader) lacking(c *clause) []training.Date {
	if len(c.dates) == 0 {
		return r.all()
	}
	return lackingOn(c)
}

// noted is what is to be read with sessions and cannot be planned: where they are.
func (r *reader) noted(c *clause) (Wishes, bool) {
	if c.is("hate") && len(c.things) > 0 && len(c.sessions) == 0 && c.strange == 0 && !c.is("no", "only", "want") && !slices.ContainsFunc(c.things, func(t placed[string]) bool { return t.is != "turbo" }) {
		return Wishes{{Kind: Note, Sport: training.Ride, Dates: r.on(c)}}, true // who hates the turbo may like to ride
	}
	if !c.is("terrain", "treadmill") || c.is("away", "rest") || c.strange > 1 {
		return nil, false
	}
	things := c.named()
	switch {
	case len(things) > 1:
		return nil, true
	case len(things) == 0 && r.anyPlace(c):
		return nil, true // of what?
	case len(things) == 0:
		things = []string{"run"}
	}
	list := Wishes{{Kind: Note, Sport: sportOf[things[0]], Dates: r.on(c)}}
	if len(c.named()) == 1 && len(c.spans) > 0 && !c.is("only", "no", "hate") {
		list = append(list, r.wanted(c)...) // "indoor ride on Monday"
	}
	return list, true
}

// anyPlace tells whether where something is to be says nothing of what: within a house or not.
func (r *reader) anyPlace(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return anywhere[strings.ToLower(r.text[w.from:w.to])] })
}

var anywhere = wordSet("indoor indoors outdoor outdoors inside outside drinnen draußen interior")

// bound is which way a clause bounds a number, and whether it says so.
func (c *clause) bound() (Bound, bool) {
	switch {
	case c.is("atmost", "only"):
		return AtMost, true
	case c.is("atleast"):
		return AtLeast, true
	}
	return Exactly, c.is("exactly")
}

// longPause is from how many days on without something they are a pause from it, in a row: fewer may be days of each week.
const longPause = 5

// counted is how many sessions there are to be, or days without any.
func (r *reader) counted(c *clause) (Wishes, bool) {
	if len(c.counts) == 1 && c.counts[0].is <= 2 && c.is("easyweek", "bigweek") {
		return nil, false // "one easy week"
	}
	if len(c.counts) == 1 && c.is("rest") && len(c.named()) == 1 && c.counts[0].is >= longPause && len(c.spans)+len(c.sessions)+len(c.minutes) == 0 && !c.is("perweek", "no", "more", "less") {
		return c.product(Wish{Kind: Avoid, Dates: r.between(r.from, r.from.AddDays(c.counts[0].is-1), 0).dates}), true // "10 days off running"
	}
	if len(c.counts) > 0 && c.is("rest") {
		return r.freeDays(c), true
	}
	at := c.place("between")
	if at >= 0 && len(c.counts) == 1 && c.counts[0].at > at && len(c.spans) == 1 && c.spans[0].is.everyDay && c.spans[0].at < at {
		c.counts, c.spans = []placed[int]{{1, 0}}, nil // "a day between the two strength sessions"
		return r.daysBetween(c), true
	}
	if at >= 0 && c.is("days") && len(c.counts) == 1 {
		return r.daysBetween(c), true
	}
	bound, bounded := c.bound()
	if len(c.counts) != 1 || c.is("no") {
		if len(c.counts) > 0 && !c.is("no") && (bounded || c.is("perweek")) {
			return nil, true
		}
		return nil, false
	}
	things := c.named()
	if len(things) > 1 || len(c.sessions) > 1 || len(c.minutes) > 0 || len(c.meters) > 0 || c.is("permonth", "perday", "more", "less") || c.strange > 0 || c.low.is > 0 && bounded {
		return nil, true
	}
	if len(things) == 0 && len(c.sessions) == 0 && !c.is("perweek") && (!bounded || len(c.spans) == 0 && !c.is("times", "days", "train") && !r.countsSessions(c)) {
		return nil, true // "don't go beyond 16": of what?
	}
	if !bounded && c.able && c.is("perweek") {
		bound, bounded = AtMost, true // "I can swim twice a week"
	}
	w := Wish{Kind: Limit, Count: c.counts[0].is, Bound: bound, Per: InAll, Dates: r.on(c)}
	if c.is("perweek") || len(c.dates) == 0 {
		w.Per = PerWeek
	}
	if !c.is("perweek") && !bounded && len(c.dates) == 0 {
		return nil, true // two runs: a week, or in all?
	}
	if len(things)+len(c.sessions) == 0 && c.is("days") && bounded && bound == AtMost && c.listed() == w.Count {
		return r.onlyOn(c), true // "only three days this week: Mon, Wed and Sat"
	}
	if len(things) == 0 && len(c.sessions) == 0 && (c.is("days") || r.daysOfTraining(c)) && (w.Per == PerWeek || len(c.spans) == 1 && c.spans[0].is.week && len(w.Dates) == 7) {
		if !bounded && c.able {
			w.Bound = AtMost // "I can train five days a week"
		}
		return r.trainingDays(c, w), true
	}
	if on := r.weekly(c.dates); w.Per == PerWeek && !bounded && len(things)+len(c.sessions) > 0 && len(c.spans) > 0 && len(c.spans) <= w.Count && c.low.is == 0 && !c.window.is.is() && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.weekday && !s.is.days }) {
		w.Dates = r.all() // "swim twice a week, ideally Mondays and Thursdays"
		return append(c.product(w), c.product(Wish{Kind: Prefer, Each: true, Dates: on})...), true
	}
	list := c.between(w, func(w *Wish, n int) { w.Count = n })
	if len(things) == 0 && len(c.sessions) == 0 {
		return list, true
	}
	var of Wishes
	for _, w := range list {
		of = append(of, c.product(w)...)
	}
	return of, true
}

// countsSessions tells whether a clause names sessions, of whatever sport.
func (r *reader) countsSessions(c *clause) bool {
	return slices.ContainsFunc(r.tokens(c), func(t token) bool { return ownSessions[t.raw] || countWords[t.raw] })
}

var countWords = wordSet("einheiten sesiones sessions workouts entrenos entrenamientos units trainings mal times veces x")

// daysBetween is a day at least between sessions of a sort. Of more days than one there is no wish.
func (r *reader) daysBetween(c *clause) Wishes {
	if c.counts[0].is != 1 || c.is("atmost", "only", "no", "rest", "more", "less", "race", "away", "perweek") || len(c.spans)+len(c.minutes)+len(c.meters)+len(c.equipment) > 0 || len(c.named()) > 1 || len(c.sessions) > 1 {
		return nil
	}
	return c.product(Wish{Kind: Spaced, Dates: r.all()})
}

// daysOfTraining tells whether it is days that are counted: "3 Tage Training".
func (r *reader) daysOfTraining(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		text := strings.ToLower(r.text[w.from:w.to])
		return strings.HasPrefix(text, "tage ") || strings.HasPrefix(text, "days ") || strings.HasPrefix(text, "días ") || strings.HasPrefix(text, "dias ")
	})
}

// between makes of a limit with two ends one of each.
func (c *clause) between(w Wish, set func(w *Wish, n int)) Wishes {
	if c.low.is == 0 {
		return Wishes{w}
	}
	least, most := w, w
	least.Bound, most.Bound = AtLeast, AtMost
	set(&least, c.low.is)
	return Wishes{least, most}
}

// freeDays is how many days stay free, of each week or of the days that are named.
func (r *reader) freeDays(c *clause) Wishes {
	if len(c.counts) != 1 || c.is("no", "more", "less", "permonth", "perday") || len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+c.strange > 0 || c.low.is > 0 {
		return nil
	}
	w := Wish{Kind: RestDays, Count: c.counts[0].is, Bound: AtLeast, Per: InAll, Dates: r.on(c)}
	switch bound, bounded := c.bound(); {
	case c.is("perweek"):
		w.Per = PerWeek
	case len(c.dates) == 0:
		return nil // a week, or in all?
	case bounded:
		w.Bound = bound
	}
	if bound, bounded := c.bound(); bounded {
		w.Bound = bound
	}
	if w.Per == PerWeek && len(c.spans) > 0 && len(w.Dates) < 7 { // "two rest days a week, ideally Monday and Friday": which they are
		if c.outside || c.until || slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.weekday && !s.is.days }) {
			return nil
		}
		days := Wish{Kind: Rest, Dates: r.weekly(w.Dates)}
		if r.ideally(c) {
			days.Strength = Liked
		}
		w.Dates = r.all()
		if w.Count < 1 || w.Count > mostRests {
			return nil
		}
		return Wishes{w, days}
	}
	if w.Count < 1 || w.Per == PerWeek && w.Count > mostRests || w.Count > len(w.Dates) {
		return nil
	}
	return Wishes{w}
}

// ideally tells whether a clause says of what it names that it would be the best.
func (r *reader) ideally(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return ideals[t] })
	})
}

var ideals = wordSet("ideally preferably best maybe perhaps idealerweise liebsten gern gerne möglichst vielleicht idealmente preferiblemente mejor posible possible")

// trainingDays is on how many days of a week there is to be training: the others are free.
func (r *reader) trainingDays(c *clause, w Wish) Wishes {
	free := func(days int) int { return 7 - days }
	opposite := map[Bound]Bound{AtMost: AtLeast, AtLeast: AtMost, Exactly: Exactly}
	w.Kind, w.Bound, w.Count = RestDays, opposite[w.Bound], free(w.Count)
	list := Wishes{w}
	if c.low.is > 0 {
		least, most := w, w
		least.Bound, most.Bound, most.Count = AtLeast, AtMost, free(c.low.is)
		list = Wishes{least, most}
	}
	if slices.ContainsFunc(list, func(w Wish) bool { return w.Count < 1 || w.Count > mostRests || w.Count > len(w.Dates) }) {
		return nil
	}
	return list
}

// limited is a limit of time: of each day, or of a week.
func (r *reader) limited(c *clause) (Wishes, bool) {
	if len(c.minutes) == 0 {
		return nil, false
	}
	if len(c.minutes) > 1 || c.is("rest", "away") || c.is("no") && !c.is("atmost") {
		return nil, true
	}
	minutes := c.minutes[0]
	bound, bounded := c.bound()
	total := len(c.spans) == 1 && c.spans[0].is.week && minutes >= weekTotal && !c.is("perday")
	if c.is("perweek") || total {
		if minutes < 30 || minutes > mostWeekMinutes || len(c.named()) > 1 || c.strange > 0 && !bounded || c.low.is > 0 && (bounded || c.low.is < leastMinutes) || len(c.counts) > 0 {
			return nil, true
		}
		if !bounded {
			bound = AtMost
		}
		w := Wish{Kind: Limit, Bound: bound, Per: PerWeek, Minutes: minutes, Dates: r.on(c)}
		if total && !r.planWeek(w.Dates) {
			w.Per = InAll
		}
		for _, thing := range c.named() {
			w = narrowed(w, thing)
		}
		return c.between(w, func(w *Wish, n int) { w.Minutes = n }), true
	}
	if !lengthInBounds(minutes) {
		return nil, true
	}
	bare := !c.is("atmost", "only")
	if bare && (len(c.things) > 0 || len(c.sessions) > 0) {
		return nil, false // the length of what is wanted
	}
	if bare && (c.strange > 0 || c.beside) || c.is("atleast") || c.low.is > 0 {
		return nil, true // four hours of something else
	}
	w := Wish{Kind: Limit, Bound: AtMost, Per: PerDay, Minutes: minutes, Dates: r.on(c)}
	if len(c.things) == 0 {
		return Wishes{w}, true
	}
	var list Wishes
	for _, thing := range c.named() {
		one := narrowed(w, thing)
		if len(c.sessions) == 1 && one.Family == "" {
			one.Session = c.sessions[0].is
		}
		list = append(list, one)
	}
	return list, true
}

// planWeek tells whether days are one of the plan's weeks, each seven days from its first.
func (r *reader) planWeek(dates []training.Date) bool {
	first := dates[0]
	return (first-r.from)%7 == 0 && len(dates) == int(min(first.AddDays(6), r.last())-first)+1
}

// rested is days that stay free.
func (r *reader) rested(c *clause) (Wishes, bool) {
	if c.is("hate") && c.is("train") && !c.is("no", "only") && len(c.dates) > 0 && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.counts)+c.strange == 0 && !c.window.is.is() {
		return Wishes{{Kind: Rest, Strength: Liked, Dates: c.dates}}, true // "I'd rather not train on Sundays"
	}
	nothing := c.is("no") && !r.lacks(c) && len(c.things) == 0 && len(c.sessions) == 0 && !c.is("legday", "armday", "core", "plyo", "technique", "race") && (c.is("train") || c.strange == 0) && len(c.dates) > 0
	if !c.is("rest") && !nothing {
		return nil, false
	}
	if c.beside && len(c.spans) == 0 && c.is("oneweek", "twoweeks", "longtime") && r.returning(c) {
		return nil, true // "coming back from a stress fracture, 8 weeks off"
	}
	if c.is("rest") && c.is("no") || c.opened && c.denied {
		return nil, true // "no rest day on Monday"
	}
	if c.is("no") && slices.ContainsFunc([]string{"gear", "kit", "equipment", "car", "clothes", "shoes"}, func(text string) bool { return r.raw(c, text) }) {
		return nil, true // which of it, and what can be done without?
	}
	if len(c.spans) > 0 && c.undated() && len(c.counts) == 0 && !r.raw(c, "every day") || r.nothingOf(c) {
		return nil, true // "a day off": which? "nothing too crazy this week"
	}
	if c.is("rest") && c.is("after", "before", "between") && len(c.things)+len(c.sessions) > 0 && len(c.dates) == 0 {
		return nil, true // "a rest day after every hard day"
	}
	if c.is("rest") && len(c.things)+len(c.sessions)+len(c.counts) == 0 && !c.is("no", "must", "want") && r.areFree(c) && r.copulaBefore(c) {
		return nil, true // "Saturday is free": of training, or for it?
	}
	if c.past && c.opened && c.is("rest") {
		return nil, true // "was off with covid for a week"
	}
	if len(c.spans) > 1 && c.strange > 0 && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.open || s.is.upTo }) {
		return nil, true // "taper from the 5th and have Friday off": what of it is free?
	}
	if len(c.dates) == 0 && c.is("rest") && len(c.things) == 0 && len(c.sessions) > 0 && c.sessions[0].is != Easy {
		return c.product(Wish{Kind: Avoid, Dates: r.all()}), true
	}
	if len(c.dates) == 0 && c.is("rest") && len(c.things) == 1 && len(c.counts) == 0 && c.is("oneweek", "twoweeks", "longtime") { // "two weeks off running"
		dates := r.all()
		if c.is("oneweek") {
			dates = r.between(r.from, r.from+6, 0).dates
		}
		return c.product(Wish{Kind: Avoid, Dates: dates}), true
	}
	if len(c.dates) == 0 {
		return nil, !c.opened
	}
	if c.is("rest") && len(c.things) == 0 && slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is != Easy }) {
		return c.product(Wish{Kind: Avoid, Dates: c.dates}), true // "nothing hard on Friday"
	}
	if c.is("rest") && len(c.things) > 0 {
		return r.restOf(c), true
	}
	one := slices.Contains(c.articles, c.place("rest")-1) || slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.everyDay })
	if c.is("rest") && one && len(c.dates) >= 5 && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.week }) && c.strange == 0 { // "a day off next week"
		return Wishes{{Kind: RestDays, Bound: AtLeast, Count: 1, Per: InAll, Dates: c.dates}}, true
	}
	if c.is("rest") && len(c.spans) == 1 && c.days && len(c.dates) > 4 && slices.Contains(c.articles, c.place("rest")-1) {
		return nil, true // "un día de descanso entre semana": on which of them?
	}
	if len(c.spans) > 1 && r.remarked(c) {
		return nil, true // "Mon work, Tue free, Wed kids": each day has its own
	}
	if c.is("or") && len(c.spans) == 2 && len(c.dates) == 2 && c.listed() == 2 && c.strange == 0 && !r.nothingThen(c) { // "a rest day on Tuesday or Wednesday"
		return Wishes{{Kind: RestDays, Bound: AtLeast, Count: 1, Per: InAll, Dates: c.dates}}, true
	}
	return Wishes{{Kind: Rest, Dates: c.dates}}, true
}

// none are words that say that there is none of the thing behind them, and little what may stand there and names no thing.
var (
	none   = wordSet("no kein keine keinen keinem keiner sin without ohne")
	little = wordSet("time chance way really at all do go be is i me it that")
)

// lacks tells whether a clause denies a thing by name that says nothing else: "no commute on Tuesday" leaves the day to train.
func (r *reader) lacks(c *clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		if r.words[i].text != "no" || !none[strings.ToLower(r.text[r.words[i].from:r.words[i].to])] {
			continue
		}
		if w, raw := &r.words[i+1], r.lastRaw(i+1); w.text == leftOut && w.brk == 0 && !itemWords[raw] && !determiners[raw] && !prepositions[raw] && !little[raw] {
			return true
		}
	}
	return false
}

// returns say that somebody comes back to training.
var returns = wordSet("returning return returned comeback back vuelvo volviendo regreso regresando wiedereinstieg einsteigen zurück")

// returning tells whether the sentence of a clause says that somebody comes back: a pause that it names is over.
func (r *reader) returning(c *clause) bool {
	first, last := r.sentence(c)
	return slices.ContainsFunc(r.words[first:last], func(w word) bool {
		return !w.opened && slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return returns[t] })
	})
}

// nothings say that there is to be nothing, or nothing of what follows.
var nothings = wordSet("nothing nichts nix nada")

// remarked tells whether between the days that a clause lists something else is said than that they are listed.
func (r *reader) remarked(c *clause) bool {
	days, between := 0, false
	for i := c.first; i < c.last; i++ {
		w := &r.words[i]
		if isWeekday(w.text) {
			if days++; between {
				return true
			}
			continue
		}
		if days > 0 && w.text == leftOut {
			for _, raw := range strings.Fields(strings.ToLower(r.text[w.from:w.to])) {
				between = between || occasions[raw]
			}
		}
	}
	return false
}

// occasions are what a day may be said to have.
var occasions = wordSet("work working kids class classes school uni office arbeit kinder schule uni büro trabajo niños clase oficina")

// nothingThen tells whether a clause says in a word that denies that there is to be no training: "nothing on Saturday or Sunday" is neither on the one nor on the other.
func (r *reader) nothingThen(c *clause) bool {
	return c.is("no") || slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		first, _, _ := strings.Cut(strings.ToLower(r.text[w.from:w.to]), " ")
		return w.text == "rest" && (nothings[first] || none[first])
	})
}

// nothingOf tells whether there is to be nothing of a sort that nobody knows.
func (r *reader) nothingOf(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		if !nothings[strings.ToLower(r.text[r.words[i].from:r.words[i].to])] {
			continue
		}
		for i++; i < c.last && r.words[i].text == leftOut; i++ {
		}
		return i < c.last && r.words[i].brk == 0 && (r.words[i].strange || r.words[i].text == "want" && strings.EqualFold(r.text[r.words[i].from:r.words[i].to], "fancy"))
	}
	return false
}

// restOf is a rest from one thing: "two days off running".
func (r *reader) restOf(c *clause) Wishes { return c.product(Wish{Kind: Avoid, Dates: lackingOn(c)}) }

// spared is nothing heavy for a region.
func (r *reader) spared(c *clause) (Wishes, bool) {
	var list Wishes
	for word, regions := range regionsOf {
		if !c.is(word) || !c.is("no", "hate") {
			continue
		}
		for _, region := range regions {
			list = append(list, Wish{Kind: Spare, Region: region, Dates: r.on(c)})
		}
	}
	slices.SortFunc(list, func(a, b Wish) int {
		return slices.Index(training.MuscleGroups, a.Region) - slices.Index(training.MuscleGroups, b.Region)
	})
	return list, len(list) > 0
}

// alone is "only swimming" — none of the other sports —, "only easy" — nothing hard —, or a thing on some days only.
func (r *reader) alone(c *clause) (Wishes, bool) {
	if !c.is("only") {
		return nil, false
	}
	if want := c.place("want"); c.is("no", "hate") || want >= 0 && len(c.things) == 1 && c.place("only") < c.things[0].at && c.things[0].at < want && len(c.spans) > 0 && want < c.spans[0].at {
		return nil, true // "the only ride I want is on Saturday"
	}
	easy := len(c.sessions) == 1 && c.sessions[0].is == Easy
	if len(c.things)+len(c.sessions) == 0 {
		for word, sport := range map[string]string{"runshoes": "run", "withbike": "ride"} {
			if c.is(word) {
				return others([]string{sport}, r.on(c)), true // "only running shoes with me"
			}
		}
	}
	switch {
	case easy:
		c.sessions[0].is = Hard
		return c.product(Wish{Kind: Avoid, Dates: r.on(c)}), true
	case len(c.sessions) > 0 && !c.onlyDays(), c.strange > 0:
		return nil, true
	case c.is("turbo") && slices.ContainsFunc(c.things, func(t placed[string]) bool { return t.is == "ride" }):
		return Wishes{{Kind: Note, Sport: training.Ride, Dates: r.on(c)}}, true // "cycling only on the trainer"
	case !c.onlyDays() && slices.ContainsFunc(c.named(), func(t string) bool { return familyOf[t] != "" }), len(c.named()) == 1 && slices.ContainsFunc(c.things, func(t placed[string]) bool {
		return (t.is == "pool" || t.is == "openwater" || t.is == "trail") && slices.ContainsFunc(c.things, func(o placed[string]) bool { return o.is != t.is })
	}):
		return nil, true // "only pool swims": no other swims, or nothing else?
	case len(c.things) == 0 && len(c.sessions) > 0:
		return r.onThese(c), true
	case len(c.things) == 0 && c.opened:
		return nil, true // only what of it is not left of its words
	case len(c.things) == 0 && c.ofWeeks() && !c.is("train", "occupied", "away"):
		return nil, true // "I manage only half of it this week" says nothing of the other weeks
	case len(c.things) == 0 && len(c.spans) > 0 && c.strange == 0:
		return r.onlyOn(c), true
	case len(c.things) == 0:
		return nil, true
	case c.onlyDays():
		return r.onThese(c), true
	}
	return others(c.named(), r.on(c)), true
}

// onlyDays tells whether "only" goes with the days: it stands right before them, or behind them at the end.
func (c *clause) onlyDays() bool {
	if len(c.spans) == 0 || c.is("onlyday") {
		return len(c.spans) > 0
	}
	if c.until && len(c.things) > 0 { // "cycling only until Saturday"
		return false
	}
	at := c.place("only")
	last := true
	for _, t := range c.things {
		last = last && t.at < at
	}
	for _, s := range c.spans {
		if s.at == at+1 {
			return true
		}
		last = last && s.at < at
	}
	if len(c.things) == 0 {
		return last
	}
	nearest := c.spans[len(c.spans)-1].at
	return last && nearest > c.things[len(c.things)-1].at
}

// onlyOn is no time on other days than those that are named: of weekdays in every week.
func (r *reader) onlyOn(c *clause) Wishes {
	on, of := c.dates, r.all()
	for _, s := range c.spans {
		if s.is.week && len(c.spans) > 1 {
			of = s.is.dates // of that week alone
		}
	}
	if len(on) < 7 && len(of) > 7 {
		on = r.weekly(on)
	}
	var off []training.Date
	for _, d := range of {
		if !slices.Contains(on, d) {
			off = append(off, d)
		}
	}
	if len(off) == 0 {
		return nil
	}
	return Wishes{{Kind: Unavailable, Dates: off}}
}

// onThese is a thing on some days and on no others. A weekday is then meant in every week.
func (r *reader) onThese(c *clause) Wishes {
	yes := r.weekly(c.dates)
	var not []training.Date
	for _, d := range r.all() {
		if !slices.Contains(yes, d) {
			not = append(not, d)
		}
	}
	if len(not) == 0 {
		return nil
	}
	list := c.product(Wish{Kind: Avoid, Dates: not})
	if r.isOpen(c) {
		return list // when it can be, not when it is to be
	}
	return append(list, c.product(Wish{Kind: Prefer, Each: true, Dates: yes})...)
}

// isOpen tells whether a clause says when a place is open.
func (r *reader) isOpen(c *clause) bool {
	return slices.ContainsFunc([]string{"open", "opens", "offen", "geöffnet", "abre", "abierta", "abierto"}, func(text string) bool { return r.raw(c, text) })
}

// avoided is none of the sports, or of the sorts of session, or of these in those.
func (r *reader) avoided(c *clause) (Wishes, bool) {
	if !c.is("no", "hate") {
		return nil, false
	}
	if c.denied && len(c.things) == 0 && len(c.sessions) == 0 {
		return nil, true
	}
	if slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is == Easy }) || c.is("race", "away", "more", "less", "must") || c.is("no") && c.is("hate") {
		return nil, true
	}
	if c.raceOn != 0 && !c.event() && len(c.dates) == 0 {
		return nil, true // "no strength last week": that was
	}
	if r.deniedThere(c) {
		return nil, true // "can't run in the dark": where it is light it may be
	}
	if c.is("daysbut") && len(c.dates) == 0 {
		return nil, true // "bike every day except": which?
	}
	if c.is("daysbut") && len(c.things) > 0 && len(c.sessions) == 0 && !c.is("hate") && !r.deniesBesideBut(c) { // "bike every day but Sunday"
		on := slices.DeleteFunc(r.all(), func(d training.Date) bool { return slices.Contains(c.dates, d) })
		return append(c.product(Wish{Kind: Avoid, Dates: c.dates}), c.product(Wish{Kind: Prefer, Each: true, Dates: on})...), true
	}
	w := Wish{Kind: Avoid, Dates: r.lacking(c)} // up to the day on which it is well again
	if c.is("hate") {
		w.Strength = Liked
	}
	list := c.product(w)
	for _, s := range c.sessions { // "neither intervals nor hills": a sort that stands apart from the family is one of its own
		apart := slices.ContainsFunc(c.things, func(t placed[string]) bool { return familyOf[t.is] != "" }) && !slices.ContainsFunc(c.things, func(t placed[string]) bool { return t.at == s.at+1 || t.at == s.at-1 || familyOf[t.is] == "" })
		if apart {
			w.Session = s.is
			list = append(list, w)
		}
	}
	return list, true
}

// deniesBesideBut tells whether a clause that leaves days out denies something as well.
func (r *reader) deniesBesideBut(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "no" })
}

// places begin where something is, or in what.
var places = wordSet("in on at im am auf en along around through during bei beim")

// deniedThere tells whether what a clause denies is denied in some place or state alone, which it says in a word that nobody knows behind what it names.
func (r *reader) deniedThere(c *clause) bool {
	denied, named := false, false
	for i := c.first; i < c.last; i++ {
		w := &r.words[i]
		denied = denied || w.text == "no"
		named = named || denied && (sportOf[w.text] != "" || sessionOf[w.text] != "" || w.text == "longrun")
		if !named || !w.strange || w.brk != 0 || w.opened || w.denied {
			continue
		}
		at := i - 1
		if at > c.first && determiners[r.lastRaw(at)] {
			at--
		}
		if at > c.first && places[r.lastRaw(at)] {
			return true
		}
	}
	return false
}

// eased is less or more of what the weeks hold.
func (r *reader) eased(c *clause) (Wishes, bool) {
	things := c.named()
	one := func(kind Kind, dates []training.Date) Wishes {
		if len(things) == 0 {
			return Wishes{{Kind: kind, Dates: dates}}
		}
		var list Wishes
		for _, thing := range things {
			w := narrowed(Wish{Kind: kind, Dates: dates}, thing)
			for _, s := range c.sessions {
				w.Session = s.is
			}
			list = append(list, w)
		}
		return list
	}
	first, second := r.between(r.from, r.from+6, 0).dates, r.between(r.from+7, r.last(), 0).dates
	week := func() []training.Date {
		switch {
		case len(c.dates) > 0:
			return c.dates
		case c.joined == "then":
			return second
		case len(c.counts) == 1 && c.counts[0].is == 2:
			return r.all() // "two easy weeks"
		}
		return first
	}
	if c.is("less") && c.is("more") {
		return c.moreAndLess(r.on(c)), true
	}
	if c.is("more", "less") && c.is("que") && len(things) > 1 {
		return nil, true // "más bici que correr"
	}
	switch {
	case c.is("build") && c.joined == "then" && len(things) == 0 && len(second) > 0:
		return one(More, second), true
	case r.hardWeek(c) && !c.is("no", "less", "more", "hate", "only", "easyweek"):
		c.sessions = nil // it is the week that is to be hard
		return one(More, c.dates), true
	case c.is("build") && c.is("volume") && len(things) <= 1 && len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters) == 0 && !c.is("no", "less"):
		return one(More, r.on(c)), true // "build up my running volume"
	case c.is("bigweek") && len(things) == 0 && len(week()) > 0:
		return one(More, week()), true
	case c.is("easyweek"):
		switch dates := week(); {
		case len(dates) >= 5:
			return one(Ease, dates), true
		case len(dates) > 0:
			return Wishes{{Kind: Avoid, Session: Hard, Dates: dates}}, true
		}
		return nil, true
	case c.is("easier"):
		return one(Ease, r.on(c)), true
	case c.is("less", "shorter") && (len(things) > 0 || len(c.sessions) > 0) && len(c.counts) == 0:
		if len(things) == 0 {
			return c.product(Wish{Kind: Less, Dates: r.on(c)}), true
		}
		return one(Less, r.on(c)), true
	case c.is("shorter") && len(c.counts) == 0:
		return one(Less, r.on(c)), true
	case c.is("less") && !c.is("more") && (c.is("train") || len(c.dates) > 0) && len(things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+c.strange == 0:
		return one(Less, r.on(c)), true
	case c.is("less") && c.is("volume") && len(c.counts)+len(c.minutes) == 0:
		return one(Less, r.on(c)), true
	case c.is("less", "shorter"):
		return nil, true
	case c.is("more") && len(things) == 1 && len(c.dates) == 1 && len(c.counts)+len(c.sessions) == 0 && c.place("more") < c.things[0].at && LongFrom(sportOf[things[0]]) > 0 && r.longer(c):
		return c.product(Wish{Kind: Prefer, Session: Long, Dates: c.dates}), true // "a longer ride on Saturday"
	case c.is("more") && len(c.sessions) == 0 && len(c.dates) != 1 && r.longer(c):
		return nil, true // "longer runs": how much longer, and as many?
	case c.is("more") && len(things) > 0 && len(c.counts) == 0:
		if familyOf[things[0]] != "" {
			return c.product(Wish{Kind: Prefer, Dates: r.on(c)}), true
		}
		return one(More, r.on(c)), true
	case c.is("more") && c.is("volume") && len(things)+len(c.sessions)+len(c.counts)+len(c.minutes) == 0:
		return one(More, r.on(c)), true
	case c.is("more") && len(things) == 0 && len(c.sessions) == 1 && len(c.counts) == 0:
		return c.product(Wish{Kind: More, Dates: r.on(c)}), true
	case c.is("more"):
		return nil, true
	case len(things) == 0 && len(c.sessions) == 1 && c.sessions[0].is == Easy && !c.is("want", "must") && (c.strange == 0 || c.strange == 1 && len(c.dates) >= 5) && len(c.minutes)+len(c.meters) == 0:
		switch {
		case len(c.dates) >= 5:
			return one(Ease, c.dates), true
		case len(c.dates) == 0 && c.is("oneweek"): // "eine Woche locker"
			return one(Ease, week()), true
		case len(c.dates) == 0 && c.is("twoweeks"):
			return one(Ease, r.all()), true
		}
		return Wishes{{Kind: Avoid, Session: Hard, Dates: r.on(c)}}, true
	}
	return nil, false
}

// hardWords say how a week is to be, and hardOnes what behind one of them is one session.
var (
	hardWords = wordSet("hard tough heavy intense hart dura duro intensa")
	hardOnes  = wordSet("session sessions workout workouts training day days effort efforts einheit einheiten tag tage sesión sesiones sesion entreno entrenos día días")
)

// hardWeek tells whether a clause says of a week that it is to be hard, and names no session: "the second week should be the hard one".
func (r *reader) hardWeek(c *clause) bool {
	if len(c.spans) != 1 || !c.spans[0].is.week || len(c.sessions) != 1 || c.sessions[0].is != Hard || len(c.things)+len(c.counts)+len(c.minutes)+len(c.meters)+c.strange > 0 || c.window.is.is() {
		return false
	}
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		if r.words[i].text != "hard" {
			continue
		}
		one := raw == "hard one" && i > c.first && strings.EqualFold(r.text[r.words[i-1].from:r.words[i-1].to], "the")
		if !hardWords[raw] && !one || i > c.first && articles[r.lastRaw(i-1)] {
			return false
		}
		return i+1 >= c.last || !hardOnes[r.lastRaw(i+1)]
	}
	return false
}

// hasWords say that something is there.
var hasWords = wordSet("got have bought has hab habe haben gekauft bekommen tengo tenemos compré comprado")

// things0Is is the first thing of a clause, empty for none.
func (c *clause) things0Is() string {
	if len(c.things) == 0 {
		return ""
	}
	return c.things[0].is
}

// deniedBeside tells whether the sentence of a clause says that something of the body is not so.
func (r *reader) deniedBeside(c *clause) bool {
	first, last := r.sentence(c)
	return slices.ContainsFunc(r.words[first:last], func(w word) bool { return w.denied })
}

// longer tells whether it is length that there is to be more of.
func (r *reader) longer(c *clause) bool {
	return slices.ContainsFunc([]string{"longer", "längere", "laengere", "längerer", "länger", "más larga", "mas larga", "más largo", "mas largo"}, func(text string) bool { return r.raw(c, text) })
}

// moreAndLess are things each with the word before it: "less strength more running".
func (c *clause) moreAndLess(dates []training.Date) Wishes {
	var list Wishes
	for _, t := range c.things {
		kind := Kind("")
		for _, m := range []struct {
			at   int
			kind Kind
		}{{c.place("less"), Less}, {c.place("more"), More}} {
			if m.at < t.at && (kind == "" || m.at > max(c.place("less"), c.place("more"))-1) {
				kind = m.kind
			}
		}
		if kind == "" || len(c.sessions)+len(c.counts) > 0 {
			return nil
		}
		list = append(list, narrowed(Wish{Kind: kind, Dates: dates}, t.is))
	}
	return list
}

// Third persons, and what one of them does.
var (
	thirdPersons = wordSet("she he they er sie ella él ellos ellas")
	theyDo       = wordSet("runs rides swims lifts cycles rows bikes run ride swim läuft fährt schwimmt corre nada")
)

// ofAnother tells whether a clause says no more than what somebody else does, on no day.
func (r *reader) ofAnother(c *clause) bool {
	if c.last-c.first < 2 || len(c.spans) > 0 {
		return false
	}
	words := strings.Fields(strings.ToLower(r.quote(c)))
	return len(words) > 1 && thirdPersons[words[0]] && theyDo[words[1]]
}

// wanted is what is asked for.
func (r *reader) wanted(c *clause) Wishes {
	if len(c.things) == 0 && len(c.sessions) == 0 || len(c.counts) > 0 || len(c.meters) > 1 || len(c.minutes) > 1 || len(c.sessions) > 1 && len(c.things) > 1 {
		return nil
	}
	asked := c.is("want", "must", "love", "ready", "group", "groupride", "grouprun", "groupswim") || len(c.spans) > 0 || len(c.minutes)+len(c.meters) > 0
	if c.strange > 2 || c.strange > 0 && (!asked || c.stated && !c.is("want", "must")) {
		return nil // of something else
	}
	if c.raceOn != 0 {
		return nil // it was done
	}
	if _, machine := machineOf[c.things0Is()]; !asked && machine && len(c.sessions) == 0 && slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return hasWords[strings.ToLower(r.text[w.from:w.to])] }) {
		return nil // "got a Peloton now"
	}
	if !asked && c.copular && !c.is("must") {
		return nil // what somebody finds of it: "cycling is great"
	}
	if len(c.meters) == 1 && len(c.spans) == 1 && c.spans[0].is.week && !slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return articles[strings.ToLower(r.text[w.from:w.to])] }) {
		return nil // "run 50 km this week": that is no run of 50 km
	}
	if len(c.sessions) > 1 && !c.is("and") && slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is == Long }) && (len(c.minutes)+len(c.meters) > 0 || r.raw(c, "in the") || r.raw(c, "im") || r.raw(c, "in")) {
		return nil // "20 min tempo in the long run": that is a part of it
	}
	if r.ofAnother(c) {
		return nil // "she runs easy"
	}
	if c.is("or") && len(c.named()) > 1 {
		return nil // either: which?
	}
	if slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.is.upTo }) && !c.is("want", "must", "only", "love", "ready") && len(c.sessions)+len(c.minutes)+len(c.meters) == 0 {
		return nil // "bike in for service till Friday": up to when something is so is no day to do it on
	}
	if c.is("hills", "hillsprints", "trail") && slices.ContainsFunc(c.things, func(t placed[string]) bool { return sportOf[t.is] != training.Run }) {
		return nil // a ride with hills: there is no such family
	}
	if at := c.place("permitted"); at > c.things0() && !c.is("want", "must") {
		return nil // it may be, which nobody asked for
	}
	if (c.beside || len(c.things) == 0 && r.deniedBeside(c)) && !asked && !r.asksRather(c) {
		return nil // what somebody names who speaks of the body is not asked for by that: "blood in my urine since the long run"
	}
	if len(c.spans) == 1 && c.each && slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "weekdays" }) && !c.is("every", "must", "group", "love") && len(c.minutes)+len(c.meters) == 0 && !c.window.is.is() {
		return nil // "ride on the trainer on weekdays": on each of them, or where it is to be then?
	}
	w := Wish{Kind: Prefer, Each: c.each, Dates: r.on(c)}
	if c.is("must") || c.is("group", "groupride", "grouprun", "groupswim") || c.days && c.is("attime") {
		w.Kind = Require
	}
	if len(c.minutes) == 1 {
		w.Minutes = c.minutes[0]
		if c.low.is > 0 { // "30 to 40 min": about the middle
			w.Minutes = (c.low.is + w.Minutes) / 2
		}
		if !lengthInBounds(w.Minutes) {
			return nil
		}
	}
	if len(c.meters) == 1 {
		if w.Meters = c.meters[0]; c.lowMeters > 0 { // "8 to 10 km": about the middle
			w.Meters = (c.lowMeters + w.Meters) / 2
		}
		if w.Meters < leastMeters || w.Meters > mostMeters || len(c.things) == 0 {
			return nil
		}
	}
	if t := c.window.is; t.is() {
		w.From, w.To = t.from, t.to
	}
	return c.product(w)
}
