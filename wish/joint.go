package wish

import (
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// join adds a part, or puts it to the one before.
func (r *reader) join(parts []clause, begin, end int, joined string) []clause {
	c := r.part(begin, end)
	c.joined = joined
	last := len(parts) - 1
	if last < 0 {
		return append(parts, c)
	}
	j := joint{r: r, p: &parts[last], c: &c}
	if j.rather() {
		c.put("want", 0)
		return append(parts, c)
	}
	if joined == "" && c.window.is.is() && len(c.things)+len(c.sessions) == 0 && len(j.p.things)+len(j.p.sessions) > 0 && r.homeAt(&c) {
		c.put("vague", 0) // "run to work on Tuesday, home again at 5": that is no time of the run
		return append(parts, c)
	}
	if joined == "" && j.p.is("no") && len(j.p.things) == 1 && len(c.things) == 1 && len(c.sessions)+len(c.counts)+len(c.minutes) == 0 && !c.is("no", "hate") && r.finite(&c) {
		c.put("want", 0) // "el martes no corro, nado"
		return append(parts, c)
	}
	if r.joins++; r.joins > maxJoins || !j.holds() {
		return append(parts, c)
	}
	whole := r.part(j.p.first, end)
	whole.joined = j.p.joined
	if j.why() {
		whole.loose = c.loose
	}
	parts[last] = whole
	return parts
}

// finites are things that somebody says to do: "nado", and behind "I" any.
var finites = wordSet("corro nado pedaleo remo ruedo camino entreno laufe schwimme radle rudere")

// finite tells whether a part says that somebody does what it names.
func (r *reader) finite(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		raw := strings.ToLower(r.text[w.from:w.to])
		return sportOf[w.text] != "" && finites[raw] || raw == "i" || raw == "ich"
	})
}

// insteads say that something is to be in the place of what was denied before.
var insteads = wordSet("instead stattdessen dafür dafuer lieber")

// insteadFrom tells whether from a word on a sentence says that what it names is to be in the place of something, and denies nothing.
func (r *reader) insteadFrom(i int) bool {
	for ; i < len(r.words) && (r.words[i].brk != lexis.Sentence || i == 0); i++ {
		if r.words[i].text == "no" {
			return false
		}
		if insteads[strings.ToLower(r.text[r.words[i].from:r.words[i].to])] {
			return true
		}
	}
	return false
}

// isFree tells whether a part says of its days that there is no bound on them.
func (r *reader) isFree(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return w.text == "clearword" || w.text == "permitted" })
}

// homeWords say that somebody is back from something.
var homeWords = wordSet("landing land lande landen arriving arrive aterrizo llego home back zuhause daheim zurück zurueck casa vuelta vuelvo volvemos regreso regresamos return returning")

// homeAt tells whether a part says when somebody is back.
func (r *reader) homeAt(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
		first, _, _ := strings.Cut(strings.ToLower(r.text[w.from:w.to]), " ")
		return homeWords[first]
	})
}

// returns tells whether a part says no more than on which day somebody is back.
func (r *reader) returns(c *clause) bool {
	return len(c.spans) == 1 && c.listed() == 1 && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) == 0 && !c.is("no", "want", "must", "only", "rest", "away", "race", "if", "vague") && r.homeAt(c)
}

// joint is where two parts of a sentence meet: they are one clause, or each asks for something of its own.
type joint struct {
	r    *reader
	p, c *clause // the earlier one and the one behind it
}

// holds tells whether two parts are one clause: nothing says that either stands for itself, and something that the one leans on the other. Each reason
// is looked at in its place, so that none has to know of the others.
func (j *joint) holds() bool {
	if j.p.opened != j.c.opened || j.p.denied != j.c.denied || j.c.last-j.p.first > maxClauseWords {
		return false
	}
	of := func(reason func(*joint) bool) bool { return reason(j) }
	return !slices.ContainsFunc(standing, of) && slices.ContainsFunc(leaning, of)
}

// Words that stand for what was named before, and those that say of it when it is to be.
var (
	standIns = wordSet("it that das der die sie er es")
	shallBe  = wordSet("should must has needs soll sollte muss")
)

// shouldBeOn tells whether a part says no more than on which day what the one before it names is to be.
func (r *reader) shouldBeOn(c *clause) bool {
	said := r.tokens(c)
	return c.joined == "and" && len(said) > 2 && standIns[said[0].raw] && shallBe[said[1].raw] && len(c.spans) == 1 && c.listed() == 1 && len(c.things)+len(c.sessions)+len(c.counts)+len(c.minutes)+len(c.meters)+c.strange == 0 && !c.is("no", "rest", "only", "more", "less", "before", "after")
}

// subjects are who does something, in a word of its own.
var subjects = wordSet("she he they er sie ella él ellos ellas")

// standing are the reasons why a part is a clause of its own, whatever it leans on.
var standing = []func(*joint) bool{
	(*joint).daysAhead,
	func(j *joint) bool { return j.r.partsOf(j.p, j.c) },
	func(j *joint) bool { // "swim in the morning and run in the evening"
		return len(j.p.named()) == 1 && len(j.c.named()) == 1 && j.p.window.is.is() && j.c.window.is.is() && j.p.window.is != j.c.window.is && !j.p.is("no", "rest", "only", "move", "swap")
	},
	func(j *joint) bool { // "take it easy this week, next week I'm all in"
		week := func(c *clause) bool { return len(c.spans) == 1 && c.spans[0].is.week && len(c.dates) > 0 }
		return j.c.joined == "" && week(j.p) && week(j.c) && j.p.dates[0] != j.c.dates[0] && j.c.empty(true) && j.c.last-j.c.first > 1
	},
	func(j *joint) bool { // "I want to ride once this week and it should be on Saturday"
		return len(j.p.counts) > 0 && j.r.shouldBeOn(j.c)
	},
	func(j *joint) bool { // "busy: Tuesday evening, Thursday all day"
		return j.c.joined != "or" && j.r.headed(j.p) && j.c.justWhen()
	},
	func(j *joint) bool { // "Samstag geht nicht, Sonntag schon"
		return len(j.p.spans) > 0 && j.p.is("no", "rest", "away") && j.r.affirmed(j.c) || j.r.affirmed(j.p) && len(j.c.spans) > 0 && j.c.is("no", "rest", "away") // "Thursday works, Friday doesn't"
	},
	func(j *joint) bool { // "skip Tuesday's gym and do it on Thursday"
		return j.p.is("no") && len(j.p.named())+len(j.p.sessions) > 0 && len(j.p.spans) > 0 && j.r.doesIt(j.c)
	},
	func(j *joint) bool { // "from the 7th I am back, nothing before that"
		return len(j.p.spans) > 0 && j.c.undated() && j.r.sideOf(j.c) != 0 && !j.p.event()
	},
	func(j *joint) bool { // "mornings don't work, wife's birthday on Saturday"
		return j.c.joined == "" && (j.r.habitual(j.p) && j.c.dated() || j.r.habitual(j.c) && j.p.dated())
	},
	func(j *joint) bool { // "two rides and a gym day each week"
		return j.c.is("perweek") && len(j.p.counts) > 0 && len(j.c.things) == 1 && j.r.oneOfIt(j.c)
	},
	func(j *joint) bool {
		return j.p.is("away") && len(j.p.dates) > 0 && !j.p.window.is.is() && j.r.returns(j.c)
	}, // "away from the 9th, back on the 12th"
	func(j *joint) bool { // "skip running, swim or bike instead on Monday"
		return j.p.is("no") && !j.p.is("rest", "only") && len(j.p.things)+len(j.p.sessions) > 0 && !j.c.is("no") && len(j.c.things)+len(j.c.sessions) > 0 && j.r.insteadFrom(j.c.first)
	},
	func(j *joint) bool {
		return j.r.dayOfOurs(j.c.first) && j.c.strange > 0 && j.p.complete() && j.c.joined == ""
	},
	func(j *joint) bool { // "weekdays 45 min, weekends open"
		return (j.c.joined == "" || j.c.joined == "and") && j.p.complete() && len(j.p.spans) > 0 && len(j.p.minutes)+len(j.p.counts)+len(j.p.meters) > 0 && len(j.c.spans) > 0 && !j.c.complete() && (j.c.joined == "" && j.c.loose > 0 || j.r.isFree(j.c))
	},
	func(j *joint) bool { // "the weekend off and train on Monday instead"
		return j.p.is("rest", "away", "no") && j.c.is("train") && len(j.c.spans) > 0 && !j.c.is("no", "rest") && j.r.insteadFrom(j.c.first)
	},
	func(j *joint) bool { // "long run Saturdays, Mondays never": what is denied behind a day is denied of that day alone
		never := j.c.joined != "or" && j.c.justNot() && !j.c.notBehind() && j.r.never(j.c) && j.p.hasSession(Long)
		return (never || (j.c.joined == "" || j.c.joined == "but") && j.c.notBehind()) && len(j.p.spans) > 0 && len(j.p.things)+len(j.p.sessions) > 0 && !j.p.is("no", "hate", "rest", "away")
	},
	(*joint).deniedAhead,
	func(j *joint) bool { return j.c.joined != "or" && j.r.otherCount(j.p, j.c) },
	func(j *joint) bool { return j.p.deniedBy(j.c) },
	func(j *joint) bool { // "no swimming, cycling is great"
		return j.c.joined == "" && j.p.is("no") && !j.c.is("no") && len(j.c.things) > 0 && j.c.copular
	},
	func(j *joint) bool { // "skip running and do the bike"
		if j.p.is("swap") && !j.p.is("with", "for", "to") {
			return false
		}
		return (j.c.joined == "and" || j.c.joined == "") && len(j.p.things)+len(j.p.sessions) > 0 && !j.c.is("no") && len(j.c.things)+len(j.c.sessions) > 0 && !j.r.bareItem(j.c)
	},
	func(j *joint) bool { // "Thursday's out, put the tempo on Friday"
		return j.c.joined == "" && len(j.p.things)+len(j.p.sessions) == 0 && len(j.p.spans) > 0 && j.c.things0() < 1<<30 && len(j.c.spans) > 0 && j.c.things0() < j.c.spans[0].at && !j.r.bareItem(j.p)
	},
	func(j *joint) bool { // "no swim on Tuesday, Wednesday instead"
		return j.c.joined == "" && j.p.is("no") && len(j.p.spans) > 0 && len(j.p.things)+len(j.p.sessions) > 0 && j.r.turns(j.c) && j.r.turnsAway(j.c)
	},
	func(j *joint) bool { return j.c.joined == "" && j.p.notOn() && j.r.turns(j.c) }, // "not Tuesday for the tempo, Thursday please"
	func(j *joint) bool { // a remark before what is asked for
		return j.c.joined == "" && j.p.empty(false) && j.p.strange > 0 && j.c.complete()
	},
	func(j *joint) bool { // a remark before or behind it
		return j.c.joined == "" && (j.p.complete() && j.c.aside() || j.c.complete() && j.p.aside())
	},
	func(j *joint) bool { // "the pool is shut today, can we move Tuesday's swim"
		return j.c.joined == "" && j.p.stated && j.p.strange > 0 && j.p.remark() && j.c.complete() && len(j.c.spans) > 0
	},
	func(j *joint) bool {
		return j.c.countsOfWeek() && len(j.c.things) == 0 && j.p.countsOfWeek() && len(j.p.named()) == 1
	}, // "three swims in week one and two in week two"
	func(j *joint) bool { return j.c.parallel(j.p) || j.c.otherEnd(j.p) || j.c.is("oneofthem") },
	func(j *joint) bool { return j.p.dated() && j.c.complete() && j.c.undated() }, // "exams next week, something light"
	func(j *joint) bool {
		return j.c.plainRemark() && j.p.complete() && !j.p.is("if", "vague") && !(len(j.p.things)+len(j.p.sessions) == 0 && j.c.joined != "")
	},
	func(j *joint) bool { // "raced a 10k, legs heavy"
		return j.c.is("legday", "armday", "core", "plyo") && !j.c.is("no", "hate") && j.p.complete()
	},
	func(j *joint) bool { // "keep her long run on Saturday, she works on Sunday"
		return j.c.joined == "" && j.p.complete() && len(j.c.things)+len(j.c.sessions)+len(j.c.minutes)+len(j.c.counts) == 0 && !j.c.is("no", "want", "must", "only") && subjects[strings.ToLower(j.r.text[j.r.words[j.c.first].from:j.r.words[j.c.first].to])]
	},
	func(j *joint) bool { // "next week quiet, then it may get wild again"
		return j.c.joined == "then" && j.p.complete() && j.c.loose > 0 && len(j.c.things)+len(j.c.sessions)+len(j.c.spans)+len(j.c.minutes)+len(j.c.meters)+len(j.c.counts) == 0
	},
	func(j *joint) bool { return j.p.past && j.c.joined == "" && !j.c.past && len(j.c.spans) > 0 }, // "last week was too hard, this week less"
}

// leaning are the reasons why a part goes with the one before it.
var leaning = []func(*joint) bool{
	func(j *joint) bool { // "no Tuesday and Wednesday back to back"
		return j.c.joined == "and" && j.c.is("inarow") && len(j.c.spans) > 0 && j.p.is("no") && len(j.p.spans) > 0 && len(j.p.things)+len(j.p.sessions) == 0
	},
	func(j *joint) bool { // "a rest day before and after the long run"
		return j.c.joined == "and" && j.p.is("rest", "easier") && (j.r.words[j.c.first].text == "after" || j.r.words[j.c.first].text == "dayafter") && (j.r.words[j.p.last-1].text == "before" || j.r.words[j.p.last-1].text == "daybefore")
	},
	func(j *joint) bool { return j.c.joined == "or" || !j.c.complete() },
	func(j *joint) bool { return !j.p.complete() && !j.c.is("vague") && !j.p.opened },
	func(j *joint) bool { // "a long run on Sunday, 20 km"
		return j.c.joined == "" && j.c.justEasyLength() && len(j.p.things)+len(j.p.sessions) > 0 && len(j.p.minutes)+len(j.p.meters)+len(j.p.counts) == 0 && !j.p.is("no", "rest", "only", "hate", "away", "less", "more", "atmost", "atleast") && !j.p.opened
	},
	func(j *joint) bool { // "the long one on Saturday, 2h30 on the bike"
		return j.c.joined == "" && len(j.p.sessions) == 1 && len(j.p.things) == 0 && len(j.p.spans) == 1 && len(j.p.minutes)+len(j.p.meters)+len(j.p.counts) == 0 && !j.p.is("no", "rest", "only", "hate", "away", "less", "more", "atmost", "atleast", "move", "swap") &&
			len(j.c.named()) == 1 && len(j.c.minutes)+len(j.c.meters) > 0 && len(j.c.spans)+len(j.c.sessions)+len(j.c.counts)+j.c.strange == 0 && !j.c.is("no", "rest", "only", "hate", "less", "more", "atmost", "atleast", "perweek") && j.r.bareItem(j.c)
	},
	func(j *joint) bool { // "away until Friday, hotel gym only"
		return j.p.is("away") && len(j.c.spans) == 0 && !j.c.is("no") && (len(j.c.equipment) > 0 || j.c.is("runshoes", "withbike", "only")) && !j.c.is("rest", "away")
	},
	func(j *joint) bool { // "dumbbells and a bench"
		return j.c.joined != "" && (len(j.p.equipment) > 0 && len(j.c.equipment) > 0 && len(j.c.things) == 0 || j.p.is("only", "hotel", "hotelgym", "place") && j.p.gearOnly() && j.c.gearOnly())
	},
	func(j *joint) bool { // "swap the swim and the run on Wednesday"
		return j.p.is("swap") && j.c.joined == "and" && (len(j.p.things)+len(j.p.sessions) > 0 || j.p.is("rest")) && !j.p.is("with", "for", "to") && len(j.c.things)+len(j.c.sessions) > 0 && !j.c.is("no", "move", "swap")
	},
	(*joint).why,
	func(j *joint) bool { // "on Saturday, not on Sunday"
		return j.c.justNot() && len(j.p.spans) > 0 && len(j.p.things)+len(j.p.sessions) > 0 && !j.p.is("no")
	},
}

// daysAhead tells whether the later part has nothing but days, of what stands behind it and not of what stands before it: "Tuesday and Thursday runs, Monday and
// Friday swims".
func (j *joint) daysAhead() bool {
	bounds := j.p.is("atmost") && len(j.p.minutes) > 0 && j.p.listed() == 0 // "at most an hour on weekdays, Saturday or Sunday the long run"
	if j.c.joined != "" || len(j.c.spans) == 0 || !j.c.empty(true) || j.c.strange > 0 || len(j.p.spans) == 0 || j.p.things0() == 1<<30 && !bounds {
		return false
	}
	i := j.c.last
	if i >= len(j.r.words) || !soft[j.r.words[i].text] && !strings.Contains(j.r.text[j.r.words[i-1].to:j.r.words[i].from], "/") {
		return false
	}
	if !soft[j.r.words[i].text] { // "Mon/Wed swim, Tue/Thu run"
		i--
	}
	for days := false; i+1 < len(j.r.words) && (j.r.words[i+1].brk == 0 || i+1 == j.c.last); {
		i++
		switch w := &j.r.words[i]; {
		case w.text == leftOut:
		case calendarish(w):
			days = true
		default:
			return days && (sportOf[w.text] != "" || sessionOf[w.text] != "" || w.text == "longrun")
		}
	}
	return false
}

// partsOf tells whether behind a colon the later part says what the earlier one is made of: "a brick on Sunday: 60 min bike and 20 min run".
func (r *reader) partsOf(p, c *clause) bool {
	return len(p.things)+len(p.sessions) > 0 && len(p.spans) > 0 && !p.is("no", "rest") && len(c.things)+len(c.sessions) > 0 && len(c.spans) == 0 && len(c.minutes)+len(c.meters)+len(c.counts) > 0 &&
		strings.Contains(r.text[r.words[p.last-1].to:r.words[c.first].from], ":")
}

// headed tells whether a part begins with what a list is of, behind which a colon stands, or is an item of such a list: "not free: Monday morning".
func (r *reader) headed(c *clause) bool {
	if !c.is("away", "rest", "no", "occupied") || len(c.things)+len(c.sessions) > 0 || len(c.spans) == 0 {
		return false
	}
	i := c.first
	for i < c.last && (r.words[i].text == leftOut || r.words[i].text == "away" || r.words[i].text == "rest" || r.words[i].text == "no" || r.words[i].text == "occupied") {
		i++
	}
	return i > c.first && i < c.last && strings.Contains(r.text[r.words[i-1].to:r.words[i].from], ":")
}

// justWhen tells whether a part has nothing but days and a time of them.
func (c *clause) justWhen() bool {
	o := *c
	o.window = placed[window]{}
	return len(c.spans) > 0 && o.empty(true) && c.strange == 0
}

// affirms say of days that they are not among those that were denied.
var affirms = wordSet("schon doch ja yes does do is are works work fine ok sí si geht passt gehen")

// affirmed tells whether a part says no more of its days than that they are not denied.
func (r *reader) affirmed(c *clause) bool {
	if len(c.spans) == 0 || len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment)+c.strange > 0 || c.is("no", "rest", "away", "only", "hate", "want", "must") || c.window.is.is() {
		return false
	}
	return affirms[r.lastRaw(c.last-1)]
}

// Verbs that put what was named before on another day, and words that stand for it.
var (
	putters = wordSet("do put make have move mach mache machen leg lege legen hazlo hazla ponlo ponla pásalo pasalo déjalo dejalo")
	itWords = wordSet("it that them ihn sie es das hazlo hazla ponlo ponla pásalo pasalo déjalo dejalo")
)

// doesIt tells whether a part says no more than on which day what was named before is to be.
func (r *reader) doesIt(c *clause) bool {
	if len(c.spans) == 0 || len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment)+c.strange > 0 || c.is("no", "rest", "away", "only", "hate") {
		return false
	}
	puts, it := false, false
	for i := c.first; i < c.last; i++ {
		for _, raw := range strings.Fields(strings.ToLower(r.text[r.words[i].from:r.words[i].to])) {
			puts, it = puts || putters[raw], it || itWords[raw]
		}
	}
	return puts && it
}

// why tells whether the later part says until when what the earlier one denies is so: "no pool, it's closed until Wednesday".
func (j *joint) why() bool {
	sports := func() bool {
		return slices.EqualFunc(j.p.named(), j.c.named(), func(a, b string) bool { return sportOf[a] == sportOf[b] })
	}
	return j.p.is("no") && !j.p.is("terrain", "treadmill") && !j.c.is("legday", "armday", "core", "plyo") && len(j.p.things) > 0 && len(j.p.spans) == 0 && j.c.is("no") && len(j.c.spans) > 0 && len(j.c.sessions)+len(j.p.sessions) == 0 && (len(j.c.things) == 0 || sports())
}

// daysListed is how many days a week the sentence of a part names from where it begins.
func (r *reader) daysListed(c *clause) int {
	_, last := r.sentence(c)
	all := r.part(c.first, min(last, c.first+maxClauseWords))
	days := map[training.Weekday]bool{}
	for _, d := range all.dates {
		days[d.Weekday()] = true
	}
	return len(days)
}

// countsWeeks tells whether a part says how many sessions or days with training a week is to have, of whatever they are: "five sessions a week". "Five
// times a week" leaves open of what, and what stands beside it may say it.
func (r *reader) countsWeeks(c *clause) bool {
	if len(c.counts) != 1 || !c.is("perweek") || c.is("times") || c.strange > 0 || len(c.things)+len(c.sessions)+len(c.spans)+len(c.minutes)+len(c.meters)+len(c.equipment) > 0 {
		return false
	}
	w := &r.words[c.first+c.counts[0].at]
	said := strings.ToLower(r.text[w.from:w.to])
	return !slices.ContainsFunc(timesSaid, func(end string) bool { return strings.HasSuffix(said, end) })
}

// timesSaid is how numbers end that say how often, and not how many.
var timesSaid = []string{"once", "twice", "thrice", "mal", "vez", "veces"}

// otherCount tells whether of two parts one says how many sessions a week is to have in all, and the other on which days something of them is to be:
// "five sessions a week and a long run on Sunday". A number behind the days that is no larger than theirs is of the thing itself.
func (r *reader) otherCount(p, c *clause) bool {
	if len(p.counts) == 1 && p.is("perweek") && len(p.things)+len(p.sessions)+len(p.spans)+p.strange == 0 && c.hasDays() && !p.is("rest") && p.counts[0].is > r.daysListed(c) {
		return true // "five times a week, strength on Monday": that is not five times on Monday
	}
	return r.countsWeeks(p) && c.hasDays() || r.countsWeeks(c) && p.hasDays() && c.counts[0].is > len(p.spans)
}

// withDays tells whether behind "with" stands what is to be on some days, and before it how many sessions a week is to have in all.
func (r *reader) withDays(begin, i int) bool {
	if before := r.part(begin, i); !r.countsWeeks(&before) {
		return false
	}
	last := i + 1
	for last < len(r.words) && r.words[last].brk < lexis.Comma && !soft[r.words[last].text] {
		last++
	}
	behind := r.part(i, last)
	return behind.hasDays()
}

// hasDays tells whether a part says of something on which days it is to be, and not how often.
func (c *clause) hasDays() bool {
	return len(c.things)+len(c.sessions) > 0 && len(c.spans) > 0 && len(c.counts) == 0 && !c.is("perweek")
}

// notOn tells whether a clause says on which days something is not to be, the days first: "not Tuesday for the intervals".
func (c *clause) notOn() bool {
	no := c.place("no")
	return no >= 0 && len(c.things)+len(c.sessions) > 0 && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at == no+1 && s.at < c.things0() })
}

// notBehind tells whether a clause has nothing but days, and behind them that something is not to be on them: "montags nie".
func (c *clause) notBehind() bool {
	return c.justNot() && c.spans[len(c.spans)-1].at < c.place("no")
}

// deniedAhead tells whether the later part has nothing but days, which stand in a list behind which it is denied that something is on them: "run on Saturdays, Mondays
// and Wednesdays never".
func (j *joint) deniedAhead() bool {
	if j.c.joined != "" || !j.c.justWhen() || j.c.window.is.is() || len(j.p.spans) == 0 || len(j.p.things)+len(j.p.sessions) == 0 || j.p.is("no", "hate", "rest", "away") {
		return false
	}
	closed := false // by the conjunction before its last day
	for i := j.c.last; i < len(j.r.words) && j.r.words[i].brk != lexis.Sentence; i++ {
		switch w := &j.r.words[i]; {
		case closed && w.brk != 0:
			return false // "gym on Mondays, Wednesdays and Fridays, Sundays never"
		case w.text == "no":
			return closed && (i+1 == len(j.r.words) || j.r.words[i+1].brk != 0)
		case w.text == "and":
			closed = true
		case w.text != leftOut && w.text != "and" && !calendarish(w):
			return false
		}
	}
	return false
}

// turnWords say of a day that it is the one that is meant.
var turnWords = wordSet("please instead better rather bitte lieber stattdessen dafür dafuer mejor sí favor")

// turns tells whether a clause has nothing but days, which are said to be better.
func (r *reader) turns(c *clause) bool {
	return len(c.spans) > 0 && len(c.things)+len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment)+c.strange == 0 && !c.is("no", "hate", "rest", "away") &&
		slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool {
			return slices.ContainsFunc(strings.Fields(strings.ToLower(r.text[w.from:w.to])), func(t string) bool { return turnWords[t] })
		})
}

// itemWords may stand in an item of a list beside what it names.
var itemWords = wordSet(`a an the any my our some of on in at from more please pls or and either that stuff work session sessions training bitte ein eine einen der die das den dem kein keine am im an vom ni o y el la los las un una mi mis del de
	en por favor all at night week weeks days day whatsoever`)

// bareItem tells whether a part is no more than an item of a list: all in it that says nothing by itself is an article or the like. One that has a verb is a thought of
// its own.
func (r *reader) bareItem(c *clause) bool {
	for _, w := range r.words[c.first:c.last] {
		if w.text != leftOut {
			continue
		}
		for _, raw := range strings.Fields(strings.ToLower(r.text[w.from:w.to])) {
			if !itemWords[raw] {
				return false
			}
		}
	}
	return true
}

// turnsAway tells whether a part says that it is in the place of what was said before.
func (r *reader) turnsAway(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return inItsPlace[strings.ToLower(r.text[w.from:w.to])] })
}

var inItsPlace = wordSet("instead rather better dafür dafuer stattdessen lieber mejor")

// asksRather tells whether a part that names what is to be asks for it, by the way in which it does.
func (r *reader) asksRather(c *clause) bool {
	return c.is("want") || slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return turnWords[strings.ToLower(r.text[w.from:w.to])] })
}

// justLength tells whether a part says nothing but how long: "three hours".
func (c *clause) justLength() bool {
	o := *c
	o.minutes, o.meters = nil, nil
	return len(c.minutes)+len(c.meters) == 1 && o.empty(false) && c.strange == 0 && c.low.is == 0 && !c.is("perweek", "perday")
}

// justEasyLength tells whether a part says nothing but how long, and that it is to be easy: "20 min easy".
func (c *clause) justEasyLength() bool {
	o := *c
	if !slices.ContainsFunc(c.sessions, func(s placed[Session]) bool { return s.is != Easy }) {
		o.sessions, o.has = nil, slices.DeleteFunc(slices.Clone(c.has), func(w placed[string]) bool { return w.is == "easy" })
	}
	return o.justLength()
}

// plainRemark tells whether a part says in a few words that nobody knows why something is: it has no day, no number and no word that asks.
func (c *clause) plainRemark() bool {
	if c.is("hate") && c.window.is.is() && len(c.things)+len(c.sessions)+len(c.spans) == 0 { // "not a fan of early starts"
		return true
	}
	return c.strange > 0 && c.last-c.first <= 8 && c.empty(false) && !c.is("want", "must", "only", "train", "until", "through", "before", "after", "every", "exactly", "perweek", "perday", "forgetnot") && !c.opened && !c.denied
}

// aside tells whether a part says something that asks for nothing: it has a word that nobody knows, and no day, number or word that asks.
func (c *clause) aside() bool {
	return c.loose > 0 && c.last-c.first <= 8 && len(c.spans)+len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) == 0 && !c.opened && !c.denied && !c.unread && !c.window.is.is() &&
		!c.is("want", "must", "only", "no", "hate", "rest", "more", "less", "easier", "shorter", "easyweek", "bigweek", "move", "swap", "insteadof", "race", "away", "terrain", "atmost", "atleast", "if", "vague", "perweek", "inarow", "everyother", "train", "nightshift")
}

// gearOnly tells whether a part names nothing but what there is to train with.
func (c *clause) gearOnly() bool {
	return len(c.equipment)+len(c.things) > 0 && len(c.sessions)+len(c.minutes)+len(c.meters)+len(c.counts) == 0 && !c.is("no", "want", "rest") &&
		!slices.ContainsFunc(c.things, func(t placed[string]) bool { _, machine := machineOf[t.is]; return !machine })
}

// maxClauseWords is how long a clause may become by what is put to it: nobody asks for one thing in more words.
const maxClauseWords = 26

// maxJoins is how many parts of a text are put to others: each is read anew then.
const maxJoins = 18

// deniedBy tells whether a later part takes back the very things that a part names: "more running, no running".
func (c *clause) deniedBy(next *clause) bool {
	return next.is("no") && !c.is("no") && len(c.things) > 0 && slices.EqualFunc(c.things, next.things, func(a, b placed[string]) bool { return a.is == b.is })
}

// rather tells whether the later part asks for something in the place of what the earlier one is tired of: "sick of running, swim please".
func (j *joint) rather() bool {
	return j.c.joined == "" && j.p.is("hate") && !j.c.is("no", "hate") && len(j.c.things) > 0 && len(j.p.things) > 0 && j.r.asksRather(j.c)
}
