package wish

import (
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// setsDays tells whether what is said behind a clause is of its days: of what is not to be, what is to be alone ("no speedwork this week, just easy
// miles"); of the bounds of a week, another bound; of what the body has up to a day, what is not to be for that ("stitches until the 8th, no swimming").
func (c *clause) setsDays(next *clause) bool {
	if len(c.spans) == 0 || len(c.dates) == 0 {
		return false
	}
	denies := c.is("no") && !c.is("hate", "away", "only") && len(c.things)+len(c.sessions) > 0
	bounds := c.boundWord() != "" && next.boundWord() != "" && len(c.spans) == 1 && c.spans[0].is.week
	return denies && next.is("only") && !next.is("no", "hate") && len(next.counts) == 0 && !next.window.is.is() || bounds || next.tellsOf(c)
}

// tellsOf tells whether a clause says what is not to be, without a day, beside one of the body that says up to when that is so.
func (c *clause) tellsOf(body *clause) bool {
	return body.opened && !c.opened && c.is("no") && len(c.things)+len(c.sessions) > 0 && len(body.things)+len(body.sessions) == 0 && len(body.dates) > 0 &&
		len(body.spans) == 1 && body.spans[0].is.upTo
}

// lackingOn are the days of a clause on which something is not to be: up to the one until which it is not.
func lackingOn(c *clause) []training.Date {
	if c.until && len(c.dates) > 1 {
		return c.dates[:len(c.dates)-1]
	}
	return c.dates
}

// numbered tells whether a part names its days by their numbers in the month.
func (r *reader) numbered(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { _, is := dayNumber(w.text); return is })
}

// lasts tells whether a part says how long something takes.
func (r *reader) lasts(c *clause) bool {
	return slices.ContainsFunc(r.tokens(c), func(t token) bool { return lasting[t.raw] })
}

var lasting = wordSet("takes take lasts last long dauert dauern geht dura duran durará")

// justShut tells whether a clause says no more than in which time of day nothing is to be.
func (c *clause) justShut() bool {
	return c.window.is.is() && c.is("no", "rest", "notbefore") && len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0
}

// justAtMost tells whether a clause says no more than how long something is to be at most.
func (c *clause) justAtMost() bool {
	if len(c.minutes) > 0 && c.minutes[0] >= longestDay {
		return false // of a week
	}
	return (c.joined == "but" || c.joined == "") && c.is("atmost") && len(c.minutes)+len(c.meters) == 1 && len(c.spans)+len(c.things)+len(c.sessions)+len(c.counts)+len(c.equipment)+c.strange == 0 && !c.is("no", "perweek", "perday", "atleast")
}

// justNot tells whether a part says nothing but that something is not to be on some days.
func (c *clause) justNot() bool {
	return c.is("no") && len(c.spans) > 0 && len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.equipment)+c.strange == 0 && !c.is("train", "rest", "away", "want")
}

// share gives clauses what they have in common with their neighbours.
func (r *reader) share(parts []clause) {
	for i := len(parts) - 1; i > 0; i-- {
		a, b := &parts[i-1], &parts[i]
		if b.is("perweek") && len(b.counts) == 0 && len(b.things) == 1 && r.oneOfIt(b) && len(a.counts) == 1 && len(a.things) == 1 && len(a.dates) == 0 && len(b.spans)+len(b.minutes)+len(b.meters) == 0 && r.words[b.first].brk != lexis.Sentence {
			b.counts = []placed[int]{{1, b.things[0].at}} // "two rides and a gym day each week"
		}
		if len(a.counts) > 0 && (len(a.things) > 0 || a.is("rest") && b.joined == "and") && !a.is("perweek") && len(a.dates) == 0 && b.is("perweek") && len(b.counts) > 0 {
			a.put("perweek", 0) // "2x strength, 3x run per week"
		}
	}
	for i := 1; i < len(parts); i++ {
		a, b := &parts[i-1], &parts[i]
		near := r.words[b.first].brk != lexis.Sentence
		if near && a.is("away") && len(a.dates) > 0 && !a.window.is.is() && r.returns(b) && b.dates[0] > a.dates[0] {
			a.dates = r.between(a.dates[0], b.dates[0], 0).dates // "off to Leeds on Friday, back Sunday"
			b.said()
		}
		if near && b.undated() && !b.outside && !b.empty(false) && (a.shared || a.stay()) && !r.habitual(b) && !b.is("rest", "away", "nightshift") && len(b.raceDays()) == 0 {
			b.dates, b.shared = a.dates, true // "hotel gym Tue-Thu, no bike", "at my sister's from the 8th, can run but not swim"
			if a.is("away") && b.is("permitted") && len(b.things) > 0 && !b.is("no", "only") {
				a.said() // "on business this week, running is possible"
			}
		}
		if near && b.joined == "but" && b.is("no") && a.allows() {
			if b.undated() && len(a.spans) > 0 {
				b.dates = a.dates
			}
			a.said() // which says what can be
			a.things, a.sessions = nil, nil
		}
		if near && len(a.named()) == 1 && len(b.named()) == 1 && a.window.is.is() && b.window.is.is() && !a.is("no", "only") && !b.is("no", "only") {
			switch { // "swim in the morning and run in the evening on Thursday"
			case a.undated() && len(b.spans) > 0 && len(b.dates) > 0:
				a.dates, a.spans, a.each = b.dates, b.spans, b.each
			case b.undated() && len(a.spans) > 0 && len(a.dates) > 0:
				b.dates, b.spans, b.each = a.dates, a.spans, a.each
			}
		}
		if near && !slices.ContainsFunc(a.spans, func(s placed[span]) bool { return s.is.weekday || s.is.week || s.is.days }) && len(a.dates) > 1 && len(a.dates) <= 4 && r.numbered(a) && len(b.spans) == 1 && b.spans[0].is.weekday && len(b.dates) == 1 {
			for j := i; j < len(parts) && r.words[parts[j].first].brk != lexis.Sentence; j++ { // "race weekend is the 12th and 13th, Saturday the tri, Sunday the run"
				c := &parts[j]
				if len(c.spans) != 1 || !c.spans[0].is.weekday || len(c.dates) != 1 {
					break
				}
				for _, d := range a.dates {
					if d.Weekday() == c.dates[0].Weekday() {
						c.dates = []training.Date{d}
						c.spans = slices.Clone(c.spans)
						c.spans[0].is.dates, c.spans[0].is.weekday = c.dates, false
						break
					}
				}
			}
		}
		if near && len(a.named()) == 1 && len(a.counts) > 0 && !a.is("no", "hate", "rest", "race") && r.shouldBeOn(b) {
			b.things, b.sessions = append(b.things, a.things...), append(b.sessions, a.sessions...)
			b.put("want", 0)
		}
		if near && len(b.minutes) == 1 && (b.low.is > 0 || r.lasts(b)) && len(b.things)+len(b.sessions)+len(b.spans)+len(b.counts)+len(b.meters)+len(b.equipment) == 0 && (b.strange == 0 || b.strange == 1 && r.lasts(b)) && !b.window.is.is() && !b.is("no", "rest", "only", "atmost", "atleast", "perweek", "perday", "away", "more", "less", "race") &&
			len(a.named()) == 1 && len(a.minutes)+len(a.meters)+len(a.counts) == 0 && len(a.spans) > 0 && !a.is("no", "hate", "only", "rest", "away", "race", "move", "swap", "more", "less") {
			a.minutes, a.low = b.minutes, b.low // "the group ride on Saturday starts at 8 and takes about 3 hours"
			b.said()
			b.minutes, b.low = nil, placed[int]{}
		}
		if near && len(b.sessions) == 1 && r.pointsBack(b) && len(b.things)+len(b.spans)+len(b.counts)+len(b.minutes)+len(b.meters)+b.strange == 0 && len(a.named()) == 1 && len(a.sessions)+len(a.counts) == 0 && len(a.spans) > 0 && !a.is("no", "hate", "only", "rest", "away", "race", "move", "swap") && !b.is("no", "only", "more", "less") {
			a.sessions = append(a.sessions, placed[Session]{b.sessions[0].is, a.things[0].at}) // "an hour's run on Tuesday and Thursday, both easy"
			b.said()
			b.sessions = nil
		}
		if near && i > 1 && len(a.spans) == 0 && b.is("no", "rest") && b.is("days") && b.undated() && len(b.dates)+len(b.counts)+len(b.things)+len(b.sessions) == 0 && !b.outside {
			for j := i - 2; j >= 0 && r.words[parts[j+1].first].brk != lexis.Sentence; j-- { // "my wife has a marathon on Sunday, I'm cheering so no training that day"
				if p := &parts[j]; len(p.spans) > 0 && len(p.dates) > 0 {
					b.dates, b.spans = p.dates, p.spans
				}
				if len(b.dates) > 0 {
					break
				}
			}
		}
		if near && b.is("no") && b.undated() && len(a.dates) == 1 && !a.is("no", "hate", "rest", "away") && b.sameSport(a) && len(b.sessions) == 0 {
			b.dates = a.dates // "you gave me a swim on Thursday, I don't have a pool then"
		}
		if near && b.is("no") && b.undated() && !b.outside && len(b.things)+len(b.sessions) > 0 && !b.is("hate", "rest", "only", "away", "move", "swap") && a.countsIn() {
			b.dates = a.dates // "two swims this week, no running at all"
		}
		if near && b.joined == "and" && b.undated() && !b.outside && len(b.counts) == 1 && len(b.named()) == 1 && len(b.sessions)+len(b.minutes)+len(b.meters)+b.strange == 0 && !b.is("no", "hate", "rest", "more", "less", "perweek", "perday", "atmost", "atleast", "race", "inarow") && a.countsIn() {
			b.dates, b.spans = a.dates, a.spans // "three runs this week and two swims"
		}
		if side := r.sideOf(b); near && side != 0 && len(a.spans) > 0 && len(a.dates) > 0 && b.undated() && !a.event() && len(b.counts) == 0 && !b.is("before", "after") {
			if b.dates, b.shared = r.besideDays(a, side), true; len(b.dates) == 0 {
				b.put("vague", 0)
			}
			continue
		}
		if near && (r.sideOf(b) > 0 || b.joined == "then") && len(b.spans) == 1 && b.spans[0].is.upTo && len(b.dates) > 0 && len(a.spans) > 0 && len(a.dates) > 0 && !a.opened {
			last := a.dates[len(a.dates)-1] // "intervals on Wednesday, then easy until Sunday"
			b.dates = slices.DeleteFunc(slices.Clone(b.dates), func(d training.Date) bool { return d <= last })
			if b.shared = true; len(b.dates) == 0 {
				b.put("vague", 0)
			}
		}
		if near && b.is("untilthen") && len(a.spans) > 0 && len(a.dates) > 0 && b.undated() && a.dates[0] > r.from {
			b.dates, b.shared = r.between(r.from, a.dates[0]-1, 0).dates, true // "from Wednesday as usual, until then just easy"
			continue
		}
		if near && b.joined == "then" && a.until && len(a.dates) > 1 && slices.Contains(b.dates, a.dates[len(a.dates)-1]) {
			a.dates = a.dates[:len(a.dates)-1] // "easy until Saturday, then a hard weekend"
		}
		if near && r.otherwiseNot(b) && len(a.spans) > 0 && len(a.things)+len(a.sessions) > 0 && !a.is("no", "hate", "rest", "away", "only", "move", "swap", "race") {
			a.put("only", 0) // "Wednesdays and Fridays swimming, otherwise not"
			a.put("onlyday", 0)
			b.said()
		}
		if near && a.is("no", "hate", "less", "only") && b.is("hate") && !b.is("no", "only", "want") && len(b.things)+len(b.sessions)+len(b.spans)+len(b.counts)+len(b.minutes)+b.strange == 0 {
			b.said() // "no treadmill please, I hate it"
		}
		if near && a.is("no") && !a.is("hate", "rest", "only", "away") && a.undated() && !a.outside && len(a.things)+len(a.sessions) > 0 && len(b.spans) > 0 && len(b.things)+len(b.sessions) > 0 && !b.is("no", "more", "less", "perweek") && r.rather(b.first, b.last) {
			a.dates = b.dates // "skip running, swim on Monday instead"
		}
		if near && b.undated() && !b.outside && a.setsDays(b) {
			if b.dates = lackingOn(a); b.joined == "then" || b.is("then") {
				b.dates = r.between(b.dates[len(b.dates)-1]+1, r.last(), 0).dates // "no running until the 6th, then easy only"
			}
		}
		if near && a.undated() && !a.outside && a.tellsOf(b) {
			a.dates = lackingOn(b) // "no swimming, stitches until the 8th"
		}
		if near && b.joined == "and" && a.undated() && len(b.spans) > 0 && a.justShut() && b.justShut() {
			a.dates = b.dates // "nothing before 6:30 and nothing after 20:00 on weekdays"
		}
		if near && b.justAtMost() && len(a.named()) == 1 && len(a.dates) == 1 && !a.is("no", "hate", "rest", "only", "away", "less", "more", "atmost", "atleast", "move", "swap", "insteadof") && len(a.minutes)+len(a.meters)+len(a.counts) == 0 {
			b.things, b.sessions, b.dates = a.things, a.sessions, a.dates // "a long run on Sunday, but 20 km at most"
		}
		if near && b.justAtMost() && b.joined == "but" && r.raw(b, "it") && len(a.named())+len(a.sessions) > 0 && len(a.named()) <= 1 && len(a.sessions) <= 1 && a.undated() && !a.is("no", "hate", "rest", "only", "away", "less", "more", "atmost", "atleast", "move", "swap", "insteadof") && len(a.minutes)+len(a.meters)+len(a.counts) == 0 {
			b.things, b.sessions = a.things, a.sessions // "a long run but keep it under 2 hours"
		}
		if near && b.is("inarow") && b.is("no") && len(b.things)+len(b.sessions)+len(b.counts)+len(b.spans) == 0 && (len(a.named()) == 1 || len(a.named()) == 0 && len(a.sessions) == 1) && !a.is("no", "hate", "rest") {
			b.things, b.sessions = a.things, a.sessions // "strength twice a week, never on consecutive days"
		}
		if bound := a.boundWord(); near && b.joined == "and" && bound != "" && b.boundWord() == "" && len(a.counts) == 1 && len(b.counts) == 1 && !b.is("no") {
			b.put(bound, 0) // "at most one hard ride and one hard run"
		}
		if near && len(b.minutes) == 1 && b.is("atmost") && b.undated() && len(b.things)+len(b.sessions)+len(b.counts) == 0 && b.minutes[0] >= weekTotal && !b.is("perday", "perweek") && (a.is("perweek") || r.ofWeek(a)) {
			b.put("perweek", 0) // "no more than 5 days in any week, 6 hours tops"
		}
		if near && a.is("only") && len(a.things) == 1 && a.things[0].is == "turbo" && b.is("no") && b.is("terrain") {
			a.put("vague", 0) // "only the turbo, no riding outside": nothing but that, or rides on nothing else?
		}
		if near && b.joined == "and" && a.is("away") && b.is("vague") || near && b.joined == "because" && a.is("away") && b.is("vague") {
			a.put("vague", 0) // "on holiday and lots of time": is there any to train?
		}
		if near && a.is("no") && !a.is("hate", "rest", "away") && b.is("only") && b.undated() && (b.sameSport(a) && a.things[0].is != b.things[0].is || a.loose > 0 && len(b.named()) == 1) && !b.is("no", "terrain", "treadmill") {
			b.put("vague", 0) // "no outdoor pool open, only the indoor one": that is no wish for nothing else
		}
		if near && b.joined == "but" && b.is("only") && len(b.things)+len(b.sessions)+len(b.minutes)+len(b.counts)+len(b.equipment) == 0 && (len(b.spans) > 0 || b.window.is.is()) && len(a.things)+len(a.sessions) > 0 && !a.is("no", "hate", "rest", "away") {
			if b.undated() && len(a.spans) > 0 && !a.window.is.is() {
				a.window = b.window // "intervals on Wednesday, but only after 18:00"
			} else {
				a.put("vague", 0) // "a ride instead of the run, but only on Saturday"
			}
			b.said()
		}
		if near && b.joined == "" && a.is("must") && len(a.dates) == 1 && b.is("no") && b.undated() && !b.notThat(r) && len(b.named()) == 1 && len(b.sessions)+len(b.minutes)+len(b.counts)+b.strange == 0 && b.last-b.first <= 3 {
			b.dates = a.dates // "der Lauf am Dienstag kann bleiben, das Schwimmen nicht"
		}
		if near && b.joined == "but" && b.is("no") && b.undated() && b.is("legday", "armday", "core", "plyo") && len(a.dates) > 0 && !a.is("no", "hate", "rest") {
			b.dates = a.dates // "gym on Tuesday, but not legs"
		}
		if near && b.notThat(r) && a.is("move", "swap", "must", "no", "shorter", "less", "more") && !a.notThat(r) {
			b.said() // "move Tuesday's run, not the swim"
			b.things, b.sessions = nil, nil
		}
		if near && a.notThat(r) && b.is("move", "swap", "must") && !b.is("no") {
			a.said() // "not the run, the swim should move"
			a.things, a.sessions = nil, nil
		}
		if near && b.is("shorter", "easier", "move") && len(b.things)+len(b.sessions) == 0 && len(a.things)+len(a.sessions) > 0 && (r.raw(b, "it") || r.raw(b, "them") || r.raw(b, "ihn")) {
			b.put("vague", 0) // "keep the long run but shorten it"
		}
		if near && (a.days || a.listed() > 0) && r.ofTheRest(b) {
			b.put("vague", 0) // "Sundays long, the rest of the week an hour": Sunday is none of it
		}
		if near && b.joined == "because" && a.is("no") && len(a.dates) > 0 && len(a.things)+len(a.sessions)+len(a.counts)+len(a.minutes) == 0 && b.is("no") && b.undated() && !b.outside && len(b.things)+len(b.sessions) > 0 {
			b.dates = a.dates // "no car this week so no pool"
		}
		if near && b.joined == "and" && b.is("vague") && r.sameDay(b) && len(a.things)+len(a.sessions) > 0 {
			a.put("vague", 0) // "never swim and lift on the same day"
		}
		if near && b.justNot() && r.neither(b) && len(a.dates) > 0 && len(a.counts)+len(a.minutes)+len(a.meters)+len(a.equipment) == 0 {
			switch {
			case a.is("no") && len(a.things)+len(a.sessions) > 0: // "kein Lauf am Dienstag, Mittwoch auch nicht"
				b.things, b.sessions = a.things, a.sessions
			case a.is("rest", "away") && !a.is("no"): // "no time on Wednesday, Thursday neither"
				b.drop("no")
				b.put(map[bool]string{true: "away", false: "rest"}[a.is("away")], 0)
			}
		}
		if near && b.justNot() && !a.is("rest", "away", "only", "train", "move", "swap", "hate") && len(a.things)+len(a.sessions) > 0 && !r.neither(b) && !a.outside && (r.denied(b) || b.notBehind()) && !b.is("legday", "armday", "core", "plyo") {
			if b.notBehind() && len(b.spans) > 1 && len(a.spans) > 0 && !a.hasSession(Long) && b.joined == "" {
				a.put("vague", 0) // "gym on Mondays, Wednesdays and Fridays never": on Mondays, or on none of them?
				b.put("vague", 0)
			} else if a.hasSession(Long) && len(a.spans) > 0 && !a.is("no") && b.days && r.never(b) {
				b.drop("no") // "long run on Saturdays, never on Mondays": the one of the week has its day, so that the others are denied whatever else it is
				b.put("rest", 0)
			} else {
				b.things, b.sessions = a.things, a.sessions // "never swim on Mondays and never on a Friday", "intervals please, but not on Monday"
			}
		}
		if near && b.joined == "" && b.is("no") && !b.is("rest", "hate", "only", "away") && len(b.things) > 0 && len(b.spans) == 1 && b.spans[0].is.week && a.undated() && !a.outside && len(a.counts) == 1 && len(a.named()) == 1 && len(a.sessions)+len(a.minutes)+len(a.meters)+a.strange == 0 && !a.is("no", "hate", "rest", "more", "less", "perweek", "perday") {
			a.dates = b.dates // "swim twice and not run at all this week"
		}
		if near && (r.partsOf(a, b) || a.inner && b.undated()) {
			b.inner = true
			b.put("vague", 0) // what a session is made of is none of its own
			continue
		}
		if near && b.justWhen() && (r.headed(a) || a.head != nil) && b.joined != "or" {
			head := a.head
			if head == nil {
				head = a
			}
			for _, w := range []string{"away", "rest", "no", "occupied"} {
				if head.is(w) {
					b.put(w, 0) // "not free: Monday morning, Wednesday from 4pm"
				}
			}
			b.head = head
			continue
		}
		if near && b.is("dayafter") && b.undated() && len(b.things) == 0 && !b.is("before", "daybefore") && len(a.dates) == 1 && len(a.things)+len(a.sessions) > 0 && !a.is("no") {
			b.drop("dayafter") // "long run on Saturday, rest the day after"
			b.dates = r.between(a.dates[0]+1, a.dates[0]+1, 0).dates
			if b.shared = true; len(b.dates) == 0 {
				b.put("vague", 0)
			}
			continue
		}
		if near && b.is("rest") && len(a.named()) == 1 && len(b.things)+len(b.sessions) == 0 && !b.is("no") && r.pausesIt(b) {
			b.things = a.things // "swimming bores me, so let us pause that for two weeks"
		}
		if near && r.affirmed(a) && len(b.spans) > 0 && b.is("no", "rest", "away") {
			a.put("vague", 0) // "Thursday works, Friday does not"
			if last := r.lastRaw(b.last - 1); last == "no" || last == "nein" {
				b.put("vague", 0) // "Monday yes, Tuesday no": of what?
			}
			continue
		}
		if near && a.is("no", "rest", "away") && len(a.spans) > 0 && r.affirmed(b) {
			b.put("vague", 0) // "Saturday does not work, Sunday does"
		}
		if near && a.is("no") && len(a.named())+len(a.sessions) > 0 && len(a.spans) > 0 && r.doesIt(b) {
			b.things, b.sessions = a.things, a.sessions // "skip Tuesday's gym and do it on Thursday"
			b.drop("move")
			b.put("want", 0)
		}
		if near && b.justNot() && a.is("rest", "away") && len(a.dates) > 0 && !a.is("no") {
			if len(a.counts) > 0 {
				b.put("vague", 0) // "two rest days this week, Saturday not being one"
			} else {
				b.said() // "rest on Tuesday, not Wednesday"
			}
		}
		if near && b.joined == "because" && len(a.dates) > 0 && a.remark() && !a.is("strange") && b.undated() && !b.outside && !b.empty(false) && !a.opened && !b.opened {
			b.dates = a.dates // "working from home on Tuesday, so I can run at lunch"
		}
		if near && b.joined == "but" && a.is("no") && a.undated() && len(a.things)+len(a.sessions) > 0 && len(b.spans) > 0 && !b.is("no") && (r.contrasts(b) || a.notThat(r)) {
			a.dates = b.dates // "nicht laufen, sondern schwimmen am Dienstag"
		}
		if near && a.justNot() && r.saysNot(a) && len(b.spans) > 0 && b.joined != "and" && len(b.things)+len(b.sessions) > 0 && !b.is("no", "rest", "away", "race") && len(b.named()) <= 1 && (i+1 == len(parts) || r.words[parts[i+1].first].brk == lexis.Sentence) {
			a.things, a.sessions = b.things, b.sessions // "not Monday, Tuesday is better for the swim"
		}
		if near && b.joined == "and" && a.undated() && !a.outside && len(a.things) > 0 && len(a.counts)+len(b.counts) > 0 && !a.is("no", "hate", "rest", "only", "move", "swap", "more", "less", "perweek") && len(b.things) > 0 && len(b.spans) == 1 && b.spans[0].is.week && !b.is("no", "hate", "more", "less") {
			a.dates = b.dates // "an easy run and one swim this week"
		}
		if near && r.thenBehind(b) && b.undated() && !b.outside && len(b.things)+len(b.sessions) > 0 && len(a.dates) > 0 && len(a.spans) == 1 && !b.is("no", "rest", "hate", "more", "less", "perweek") {
			b.dates = a.dates // "I don't work on Friday, so a long run then"
			if a.is("reopens") {
				b.put("want", 0)
			}
		}
		if near && b.joined == "and" && a.is("no") && len(a.dates) == 1 && len(a.things) == 1 && b.undated() && !b.outside && len(b.named()) == 1 && !b.sameSport(a) && !b.is("no", "hate", "rest", "more", "less", "only", "must", "perweek", "away", "move", "swap") && len(b.counts) == 0 {
			b.dates = a.dates // "take out the Friday swim and put in a ride"
		}
		if near && b.is("away") && b.undated() && !b.outside && b.justAway() && len(a.dates) > 0 && a.is("no", "rest") && !a.is("only", "must") {
			b.said() // "can't train Wednesday and Thursday, work trip"
		}
		if near && (r.noMore(b) || a.fewer(b)) && len(a.counts)+len(a.minutes)+len(a.meters) == 1 && !a.is("no", "hate", "rest") {
			if a.boundWord() == "" && len(b.counts) == 0 {
				a.put("atmost", 0) // "two gym sessions a week, not more"
			}
			b.said()
			b.counts = nil
		}
		if near && b.is("rest") && b.undated() && a.is("no") && len(a.dates) == 1 && len(a.things)+len(a.sessions) > 0 && r.turnsAway(b) && len(b.things)+len(b.sessions)+len(b.counts)+len(b.minutes)+b.strange == 0 && !b.is("no") {
			b.dates = a.dates // "skip the swim on Friday, rest instead"
		}
		switch {
		case near && b.is("notbefore") && b.undated() && b.window.is.is() && len(b.things)+len(b.sessions)+len(b.minutes)+len(b.counts)+b.strange == 0 && len(a.things) > 0 && len(a.spans) > 0 && !a.window.is.is() && !a.is("no", "hate", "only", "rest"):
			a.window = b.window // "long ride on Sunday, but not before 10"
			b.said()
		case near && a.is("no") && len(a.things) > 0 && b.is("no") && len(b.things)+len(b.sessions)+len(b.spans)+len(b.counts)+len(b.minutes)+len(b.equipment) == 0 && !b.is("train", "want", "rest", "race", "legday", "armday", "core", "plyo") && !b.window.is.is():
			b.said() // "no bike until Friday, it is in the workshop"
		case near && b.is("oneofthem"):
			b.oneOf(a)
		case near && b.otherEnd(a):
			b.minutes, b.counts, b.dates = []int{60 * b.counts[0].is}, nil, a.dates // "at most 6 hours a week, at least 4"
			b.put("perweek", 0)
		case near && b.countsOfWeek() && len(b.things) == 0 && a.countsOfWeek() && len(a.named()) == 1:
			b.things = a.things // "three swims in week one and two in week two"
		case near && len(b.meters) == 1 && b.is("atmost") && b.is("perweek") && len(b.things)+len(b.sessions)+len(b.counts)+len(b.minutes)+len(b.spans)+b.strange == 0 && len(a.named()) == 1 && len(a.counts) == 1 && !a.is("no", "hate", "rest"):
			b.things = a.things // "no more than three runs and not over 30 km a week"
		case near && b.continues(a):
			b.things, b.sessions = a.things, a.sessions // "run 5k Tuesday, 8k Thursday"
			b.put("want", 0)
		case near && len(a.things) == 1 && sportOf[a.things[0].is] == training.Ride && len(a.sessions) == 0 && !a.is("no", "hate") && b.longOne() && r.spanishLong(b):
			a.sessions = append(a.sessions, placed[Session]{Long, 0}) // "salir con la bici, tirada larga"
			b.said()
			b.things, b.sessions = nil, nil
		case b.joined == "but" && b.is("if") && r.words[b.first].brk != lexis.Sentence:
			a.put("vague", 0) // "on Sunday but only if it is dry"
		case a.is("no") && b.is("no") && !b.is("want", "rest", "hate") && len(a.dates) > 0 && len(b.spans) == 0 && b.sameThings(a):
			b.said() // "no bike until the 5th, the bike is broken"
			b.things = nil
		case b.instead(a) || a.notOn() && r.turns(b) || near && a.is("no") && len(a.spans) > 0 && len(a.things)+len(a.sessions) > 0 && r.turns(b) && r.turnsAway(b):
			b.things, b.sessions = a.things, a.sessions // "not on Monday but on Tuesday"
		case b.joined == "but" && a.is("must") && len(a.dates) == 0 && len(b.spans) == 1 && b.spans[0].is.week:
			a.dates = b.dates // "keep the long run but drop the intervals this week"
		case near && a.is("nightshift") && len(a.dates) > 0 && b.undated() && !b.empty(false):
			b.dates = a.dates // "working nights Mon to Wed so nothing those days"
			a.said()
		case b.is("rest") && len(b.dates) == 0 && len(b.counts) == 0 && a.is("away") && len(a.dates) > 0 && len(b.things)+len(b.sessions) == 0:
			b.said() // "a wedding on the 5th so leave that day alone"
		case near && r.habitual(b) && a.dated():
			// "my sister's party on Saturday, mornings don't work": these are of every day
		case a.dated() && b.undated() && !b.outside && !b.empty(false) && r.words[b.first].brk != lexis.Sentence:
			b.dates, b.shared = a.dates, true // "exams next week, something light"
			if b.is("no") && len(b.things)+len(b.sessions) > 0 {
				b.dates = lackingOn(a)
			}
			a.said()
		case b.joined == "and" && a.is("no") && b.is("no") && len(a.dates) == 0:
			a.dates, a.until = b.dates, b.until // "no running and no swimming this week"
		case b.is("want") && len(b.dates) == 0 && len(b.things) > 0 && !b.is("more", "less"):
			b.dates = a.dates // "no running on Sunday, I'd rather swim"
		case b.is("rest") && len(b.dates) == 0 && len(a.dates) > 0 && a.empty(true):
			b.dates = a.dates // "wedding on Saturday so nothing then"
			a.said()
		case b.is("rest") && len(b.dates) == 0 && len(a.dates) > 0 && a.window.is.is() && a.remark():
			b.dates = a.dates
			if !b.is("days") { // "nothing those days"
				b.window = a.window
			}
			a.said()
		case near && b.is("no", "rest") && b.undated() && b.window.is.is() && len(b.things)+len(b.sessions)+b.strange == 0 && len(a.dates) > 0 && a.strange > 0 && a.remark():
			b.dates = a.dates // "Friday is date night so no evening"
			a.said()
		case near && b.is("no", "rest") && b.is("train", "rest") && b.last < len(r.words) && r.words[b.last].text == "then" && len(b.things)+len(b.sessions)+len(b.spans)+len(b.counts)+len(b.minutes) == 0 && len(a.dates) > 0 && !a.is("no", "rest", "hate", "want", "must", "only", "move", "swap", "race") && !a.opened:
			if b.dates, b.window = a.dates, a.window; b.window.is.is() {
				b.drop("no")
				b.drop("rest")
				b.put("away", 0)
			} // "kids have swimming on Thursday evenings, can't train then"
			a.said()
			a.things, a.sessions, a.counts, a.minutes = nil, nil, nil, nil
		case near && b.justNot() && len(a.counts) == 1 && len(a.named()) == 1 && len(a.spans) == 0 && !a.is("no", "rest", "hate", "more", "less"):
			b.things, b.sessions = a.things, a.sessions // "five runs a week but never on Tuesday"
		case near && b.is("only") && b.window.is.is() && b.undated() && len(b.things)+len(b.sessions)+b.strange == 0 && len(a.dates) > 0 && a.is("occupied", "nightshift") && len(a.things)+len(a.sessions) == 0 && !a.is("no", "only"):
			b.dates = a.dates // "early shift all week, so only afternoons"
			a.said()
		case b.justNot() && a.window.is.is():
			b.put("vague", 0) // not then, or not in that time?
		}
	}
}

// countsIn tells whether a clause says no more than how many of something a week that it names is to have.
func (c *clause) countsIn() bool {
	return len(c.counts) == 1 && len(c.spans) == 1 && c.spans[0].is.week && len(c.things)+len(c.sessions) > 0 && len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0 && !c.is("no", "hate", "rest", "more", "less", "away", "move", "swap", "race", "inarow")
}

// otherwiseNot tells whether a clause says no more than that something is to be on no other days.
func (r *reader) otherwiseNot(c *clause) bool {
	text := strings.ToLower(r.quote(c))
	return slices.Contains([]string{"sonst nicht", "sonst nie", "sonst bitte nicht", "otherwise not", "not otherwise", "not on other days", "no other days", "on no other days", "only then", "nur dann", "solo esos días", "solo esos dias", "el resto no", "los demás días no", "los demas dias no", "an anderen tagen nicht"}, text)
}

// ofTheRest tells whether a clause is of the rest of a week.
func (r *reader) ofTheRest(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "restofweek" })
}

// sameDay tells whether a clause says that things are on one day.
func (r *reader) sameDay(c *clause) bool {
	return slices.ContainsFunc([]string{"on the same day", "same day", "in one day", "in a single day", "am selben tag", "am gleichen tag", "an einem tag", "el mismo dia", "el mismo día", "en un mismo dia", "en un mismo día"}, func(text string) bool { return r.raw(c, text) })
}

// pausesIt tells whether a clause pauses what was named before.
func (r *reader) pausesIt(c *clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		if raw := r.lastRaw(i); (raw == "pause" || raw == "pausar" || raw == "pausieren") && itWords[strings.ToLower(r.text[r.words[i+1].from:r.words[i+1].to])] {
			return true
		}
	}
	return false
}

// denied tells whether a clause begins with a word that denies what stands behind it, and not with one for nothing at all.
func (r *reader) denied(c *clause) bool {
	raw := strings.ToLower(r.text[r.words[c.first].from:r.words[c.first].to])
	return r.words[c.first].text == "no" && !nothings[raw]
}

// neither tells whether a clause says that what was denied is so of its days as well.
func (r *reader) neither(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return alsoNot[t] })
	})
}

var alsoNot = wordSet("neither either nor auch tampoco ni also")

// noMore tells whether a clause says no more than that something is not to be more: "not more", "nicht mehr".
func (r *reader) noMore(c *clause) bool {
	return c.is("no") && c.last-c.first <= 2 && moreWords[r.lastRaw(c.last-1)] && len(c.things)+len(c.sessions)+len(c.spans)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0
}

// thenBehind tells whether behind a clause its sentence ends in "then".
func (r *reader) thenBehind(c *clause) bool {
	return c.last < len(r.words) && r.words[c.last].text == "then" && r.words[c.last].brk == 0 && (c.last+1 == len(r.words) || r.words[c.last+1].brk >= lexis.Comma)
}

// saysNot tells whether a clause begins with a word that denies what stands right behind it.
func (r *reader) saysNot(c *clause) bool {
	raw := strings.ToLower(r.text[r.words[c.first].from:r.words[c.first].to])
	return raw == "not" || raw == "nicht" || raw == "no"
}

// fewer tells whether a clause denies no more than that there are to be more than it counts: "one long run a week, not two".
func (c *clause) fewer(than *clause) bool {
	return than.is("no") && len(c.counts) == 1 && len(than.counts) == 1 && than.counts[0].is > c.counts[0].is && than.last-than.first <= 2
}

// justAway tells whether a clause says no more than that somebody is away.
func (c *clause) justAway() bool {
	return len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0 && !c.window.is.is() && !c.is("no", "only", "want", "withbike", "runshoes", "hotel", "hotelgym", "place")
}

var moreWords = wordSet("more mehr más mas")

// notThat tells whether a clause says no more than that a thing is not the one that is meant: "not the swim".
func (c *clause) notThat(r *reader) bool {
	if !c.is("no") || len(c.named())+len(c.sessions) == 0 || len(c.named()) > 1 || len(c.spans)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment)+c.strange > 0 || c.last-c.first > 4 || c.is("want", "train", "only", "rest") {
		return false
	}
	first := strings.ToLower(r.text[r.words[c.first].from:r.words[c.first].to])
	return first == "not" || first == "nicht" || first == "no" && c.first+1 < c.last && determiners[r.lastRaw(c.first+1)]
}

// contrasts tells whether a clause is joined by a word that sets it in the place of the one before.
func (r *reader) contrasts(c *clause) bool {
	if c.first == 0 {
		return false
	}
	raw := r.lastRaw(c.first - 1)
	return raw == "sondern" || raw == "sino"
}

// boundWord is the word of a clause that bounds a number, empty where there is none.
func (c *clause) boundWord() string {
	for _, word := range []string{"atmost", "atleast", "exactly"} {
		if c.is(word) {
			return word
		}
	}
	return ""
}

// ofWeek tells whether a clause counts something of a week.
func (r *reader) ofWeek(c *clause) bool {
	return len(c.counts) == 1 && slices.ContainsFunc([]string{"week", "woche", "semana"}, func(week string) bool { return r.raw(c, week) })
}

// oneOfIt tells whether a clause begins with an article and the thing that it names: "a gym day each week".
func (r *reader) oneOfIt(c *clause) bool {
	return c.last > c.first+1 && articles[strings.ToLower(r.text[r.words[c.first].from:r.words[c.first].to])] && len(c.things) > 0 && r.words[c.first+1].text == c.things[0].is
}

// stay tells whether a clause says where somebody is on some days, or what is at hand there: what is said behind it is of those days.
func (c *clause) stay() bool {
	return len(c.dates) > 0 && !c.is("no", "hate", "rest") && (c.is("hotel", "hotelgym", "place") || c.is("away") && len(c.things)+len(c.sessions) == 0)
}

// allows tells whether a clause says no more than what can be: "can run" before "but not swim".
func (c *clause) allows() bool {
	return c.able && len(c.things) > 0 && len(c.minutes)+len(c.meters)+len(c.counts)+len(c.sessions)+len(c.equipment) == 0 && !c.is("no", "hate", "must", "only", "rest", "more", "less", "move", "swap") && !c.window.is.is()
}

// continues tells whether a clause names nothing but another length on another day of what the one before it asks for.
func (c *clause) continues(a *clause) bool {
	lengths := func(c *clause) int { return len(c.minutes) + len(c.meters) }
	plain := func(c *clause) bool {
		return !c.is("no", "hate", "rest", "only", "atmost", "atleast", "move", "swap", "insteadof", "less", "more", "race", "away") && len(c.spans) == 1 && lengths(c) == 1 && len(c.counts)+len(c.equipment)+c.loose == 0
	}
	return c.joined != "but" && plain(a) && plain(c) && len(a.named()) == 1 && len(c.things)+len(c.sessions) == 0 && len(a.minutes) == len(c.minutes)
}

// oneOf gives a clause of one of several what the several are: "four runs a week, one of them long".
func (c *clause) oneOf(of *clause) {
	if len(c.sessions) != 1 || len(c.things)+len(c.counts)+len(c.minutes)+len(c.meters)+c.strange > 0 || len(of.counts) != 1 || len(of.named()) != 1 || len(of.sessions) > 0 {
		c.put("vague", 0)
		return
	}
	c.counts, c.things, c.dates = []placed[int]{{1, 0}}, of.things, of.dates
	if of.is("perweek") {
		c.put("perweek", 0)
	}
}

// otherEnd tells whether a clause says the other end of the hours of a week in a bare number.
func (c *clause) otherEnd(of *clause) bool {
	bounds := func(c *clause) bool { return c.is("atmost", "atleast") }
	return bounds(c) && bounds(of) && of.is("perweek") && len(of.minutes) == 1 && of.minutes[0]%60 == 0 && len(c.counts) == 1 && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.spans)+c.strange == 0
}

// countsOfWeek tells whether a clause says no more than how many of something one week is to have.
func (c *clause) countsOfWeek() bool {
	return len(c.counts) == 1 && len(c.spans) == 1 && c.spans[0].is.week && len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.equipment)+c.strange == 0 && !c.is("no", "hate", "rest", "more", "less", "away", "move", "swap", "inarow")
}

// parallel tells whether two clauses each name a length and a day, and the later one nothing else.
func (c *clause) parallel(p *clause) bool {
	one := func(c *clause) bool { return len(c.spans) == 1 && len(c.minutes)+len(c.meters) == 1 }
	return one(c) && one(p) && c.justLengthOn() && len(p.minutes) == len(c.minutes)
}

// justLengthOn tells whether a clause says nothing but how long, and when.
func (c *clause) justLengthOn() bool {
	o := *c
	o.spans, o.outside = nil, false
	return o.justLength()
}

// longOne tells whether a clause says nothing but that it is to be a long one.
func (c *clause) longOne() bool {
	return len(c.sessions) == 1 && c.sessions[0].is == Long && len(c.spans)+len(c.minutes)+len(c.meters)+len(c.counts)+c.strange == 0 && len(c.things) <= 1 && !c.is("no", "hate", "rest", "only")
}

// spanishLong tells whether a long one is called "tirada", which is one of any sport.
func (r *reader) spanishLong(c *clause) bool {
	return strings.Contains(strings.ToLower(r.quote(c)), "tirada") && (len(c.things) == 0 || c.things[0].is == "longrun")
}

// raceDays are the days of a clause that is of a race.
func (c *clause) raceDays() []placed[span] {
	if c.event() {
		return c.spans
	}
	return nil
}

// undated tells whether a clause names no day: "a day" is none.
func (c *clause) undated() bool {
	return !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return !s.is.loose || !s.is.everyDay })
}

// sameSport tells whether two clauses are of things of one sport.
func (c *clause) sameSport(o *clause) bool {
	return len(c.things) == 1 && len(o.things) == 1 && sportOf[c.things[0].is] == sportOf[o.things[0].is]
}

// sameThings tells whether two clauses are of the same things.
func (c *clause) sameThings(o *clause) bool {
	return len(c.things) > 0 && len(c.sessions)+len(o.sessions) == 0 && slices.EqualFunc(c.named(), o.named(), func(a, b string) bool { return sportOf[a] == sportOf[b] })
}

// dated tells whether a clause says nothing but when something is, in words that ask for nothing.
func (c *clause) dated() bool {
	return len(c.dates) > 0 && c.strange > 0 && c.empty(true) && !c.opened && !c.denied && !c.is("want", "must", "only", "train")
}

// instead tells whether a clause has the days of what another does not want on its own.
func (c *clause) instead(a *clause) bool {
	return c.joined == "but" && a.is("no") && len(a.spans) > 0 && len(a.things)+len(a.sessions) > 0 && len(c.spans) > 0 && c.strange == 0 && c.empty(true)
}

// said takes out of a clause what another says for it.
func (c *clause) said() {
	c.dates, c.spans, c.has, c.strange, c.window = nil, nil, nil, 0, placed[window]{}
}

// remark tells whether a clause asks for nothing beside its days and its time of day.
func (c *clause) remark() bool {
	o := *c
	o.window = placed[window]{}
	return o.empty(true)
}

// Words of a day or an event that was named before, and on which side of it something is.
var (
	beforeThat = wordSet("davor vorher zuvor beforehand")
	afterThat  = wordSet("danach afterwards hinterher")
)

// sideOf tells whether a part speaks of the time before what was named, below nothing, or after it, above: "back from the 7th, nothing before that".
func (r *reader) sideOf(c *clause) int {
	for i := c.first; i < c.last; i++ {
		raw := strings.ToLower(r.text[r.words[i].from:r.words[i].to])
		pointed := i+1 < c.last && r.words[i+1].brk == 0 && pointers[strings.ToLower(r.text[r.words[i+1].from:r.words[i+1].to])] && (i+2 >= c.last || r.words[i+2].brk != 0 || !calendarish(&r.words[i+2]))
		switch {
		case beforeThat[raw], pointed && (raw == "before" || raw == "antes de"):
			return -1
		case afterThat[raw], pointed && (raw == "after" || raw == "después de" || raw == "despues de"):
			return 1
		}
	}
	return 0
}

// pointers stand for what was named before.
var pointers = wordSet("that then this eso ello")

// beside are the days of the plan before those of a part, or after them.
func (r *reader) besideDays(of *clause, side int) []training.Date {
	if side < 0 {
		return r.between(r.from, of.dates[0]-1, 0).dates
	}
	return r.between(of.dates[len(of.dates)-1]+1, r.last(), 0).dates
}
