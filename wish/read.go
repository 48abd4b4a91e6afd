package wish

import (
	"cmp"
	"slices"
	"strings"

	"fortnight/gate"
	"fortnight/lexis"
	"fortnight/prose"
	"fortnight/training"
)

// MaxTextRunes is how much of a text is read.
const MaxTextRunes = 2000

// Understanding is what was made of a text.
type Understanding struct {
	Wishes        Wishes
	NotUnderstood []string   // in the athlete's words, 12 at most
	Questions     []Question // about what can be read in two ways, 3 at most
}

// Read reads what an athlete wishes without a model, in English, German or Spanish: days and dates, sports, what to avoid and what to do rather,
// counts, lengths and times, what is at hand, races, and what concerns the body. What it does not understand it returns in the athlete's words,
// and guesses nothing; of days outside the plan it says so. What contradicts itself it leaves out and names beside what it does not
// understand. A weekday in the singular is the first one of the plan, "every Monday" and "Mondays" are all.
func Read(text string, today, from training.Date, days int) (wishes Wishes, notUnderstood []string) {
	u := Understand(text, today, from, days, false)
	wishes, clashes := u.Wishes.Settle()
	return wishes, NotFollowed(u.NotUnderstood, clashes)
}

// NotFollowed names contradictions and what is not understood in one list, 12 of them at most.
func NotFollowed(left []string, clashes []Clash) []string {
	var list []string
	for _, c := range clashes {
		list = append(list, c.String())
	}
	return fewest(append(list, left...))
}

// fewest are as many parts as are told, the last of which says where there are more.
func fewest(list []string) []string { return cut(list, maxNotRead) }

func cut(list []string, most int) []string {
	if len(list) <= most {
		return list
	}
	list = slices.Clone(list[:most])
	if last := &list[most-1]; !strings.HasSuffix(*last, restWords) {
		*last += restWords
	}
	return list
}

// NotTaken names the wishes that a plan has no place for among what is not followed: the first of them, behind which the others stand.
func NotTaken(left []string, over Wishes) []string {
	if len(over) == 0 {
		return left
	}
	return append(slices.Clip(cut(left, maxNotRead-1)), over[0].Quote+tooManyWords)
}

// Understand reads a wish clause by clause, whether they go together or not: see Read and Wishes.Settle. What concerns the body is read from the
// whole first: nothing that is made of the other words takes it away. Where today's hours are over, "Monday" said on a Monday is the next. Races are the days of
// the athlete's events, the earliest first: "the race" is the first of them that is ahead.
func Understand(text string, today, from training.Date, days int, over bool, races ...training.Date) Understanding {
	text = prose.Clip(text, MaxTextRunes)
	r := reader{calendar: calendar{today: today, from: from, days: days, over: over && from == today}, races: races, text: text, words: scan(text)}
	var u Understanding
	opened, denied := gate.Listen(text)
	for _, m := range opened {
		u.Wishes = append(u.Wishes, Wish{Kind: Gate, Strength: Must, Condition: m.Condition, Dates: r.all(), Quote: prose.Clip(text[m.From:m.To], maxQuoteRunes), Confidence: heardConfidence(m)})
	}
	r.hear(opened, denied)
	parts := r.clauses()
	athome(parts)
	before := len(u.Wishes) // how many there were before those of the part before
	var absences []absence
	lastUnread := -1
	for i := range parts {
		read, understood, reason := r.interpret(&parts[i])
		thing := r.thingOpen(parts, i, read)
		if thing != nil && (r.pointsBack(&parts[i]) || thing != &parts[i-1] && r.pointsBack(&parts[i-1])) {
			read, thing = narrowedTo(read, thing), nil // "this week three runs, all of them easy"
		}
		switch of := r.daysOpen(parts, i, read); {
		case r.offTo(parts, i, read):
			parts[i].partly, read, understood = read, nil, false // "I'm off from Wednesday so I can train more"
		case r.insteadOfUnread(parts, i, u.NotUnderstood):
			parts[i].partly, read, understood = read, nil, false // "drop one run and add a swim instead"
		case r.manner(parts, i, read):
			parts[i].partly, read, understood = read, nil, false // "parkrun on the 12th, just jogging"
		case thing != nil:
			parts[i].partly, parts[i].of, read, understood = read, thing, nil, false
		case of == nil:
		case of.ofWeeks(), of.first < parts[i].first && (r.follows(&parts[i]) || parts[i].is("perday") && of.remark()):
			days := of.dates
			if Wishes(read).hasKind(Avoid) {
				days = lackingOn(of) // "my swim coach is away until Thursday so no swim"
			}
			read = r.scoped(read, days) // "two swims this week, no running at all"
		default:
			parts[i].partly, parts[i].maybe, read, understood = read, of.dates, nil, false
		}
		if !understood && i > 0 && r.daysFor(&parts[i-1], &parts[i], u.Wishes[before:]) {
			u.Wishes = u.Wishes[:before] // "a long ride then a short run off it on Sunday": on which day the ride is to be is not known
			u.NotUnderstood = append(u.NotUnderstood, prose.Clip(r.quote(&parts[i-1]), maxNotReadRunes))
		}
		if len(read) > 0 && i > 0 && lastUnread == i-1 && r.openBehind(&parts[i-1], &parts[i], read) {
			parts[i].partly, read, understood = read, nil, false
		}
		before = len(u.Wishes)
		if len(read) == 1 && read[0].Kind == Unavailable {
			absences = append(absences, absence{i, len(u.Wishes)})
		}
		u.Wishes = append(u.Wishes, read...)
		if !understood && parts[i].stated && parts[i].outside && i+1 < len(parts) && parts[i].complains() && parts[i+1].complete() && r.words[parts[i+1].first].brk != lexis.Sentence {
			continue // how something is today, before what is asked for
		}
		if !understood && parts[i].past && i+1 < len(parts) && parts[i].complains() && parts[i+1].complete() && r.words[parts[i+1].first].brk != lexis.Sentence {
			continue // "last week was too hard, less this week"
		}
		if !understood && (parts[i].plainRemark() && r.besideWishes(parts, i, &u) || r.reason(parts, i, &u)) {
			continue // why something is asked for
		}
		if !understood && r.saysWhyNot(parts, i, u.Wishes) {
			continue // "swimming's off this week, the pool heating is broken"
		}
		if !understood {
			lastUnread = i
			u.NotUnderstood = append(u.NotUnderstood, prose.Clip(r.quote(&parts[i]), maxNotReadRunes)+reason)
		}
		u.Questions = append(u.Questions, r.questions(&parts[i], read)...)
	}
	for n := len(absences) - 1; n >= 0; n-- {
		if a := absences[n]; a.at < len(u.Wishes) && r.equippedUnread(parts, a.part) {
			u.NotUnderstood = append(u.NotUnderstood, prose.Clip(r.quote(&parts[a.part]), maxNotReadRunes))
			u.Wishes = slices.Delete(u.Wishes, a.at, a.at+1) // "travelling Monday to Wednesday, only my boots with me"
			continue
		}
		if a := absences[n]; a.at < len(u.Wishes) && r.present(parts, a.part, u.Wishes[a.at:a.at+1], u.Wishes) {
			u.Wishes = slices.Delete(u.Wishes, a.at, a.at+1) // "travelling Monday to Wednesday but the hotel has a gym"
		}
	}
	u.Questions = append(bodyQuestions(opened, r.all(), text), u.Questions...)
	u.Questions = u.Questions[:min(len(u.Questions), MaxQuestions)]
	kept, beyond := u.Wishes.gathered().bounded()
	u.Wishes, u.NotUnderstood = kept, NotTaken(fewest(u.NotUnderstood), beyond)
	return u
}

// absence is a wish that says that somebody is away: its part and its place among the wishes.
type absence struct{ part, at int }

// daysFor tells whether the days of what is not understood may be those of the part before it as well, which names none.
func (r *reader) daysFor(of, c *clause, read Wishes) bool {
	return (c.joined == "and" || c.joined == "then" || c.joined == "or") && len(c.spans) > 0 && r.words[c.first].brk != lexis.Sentence && of.undated() && !of.outside && !of.opened && !of.is("perweek", "atmost", "atleast", "exactly", "more", "less") && len(read) > 0 &&
		!slices.ContainsFunc(read, func(w Wish) bool {
			return w.Kind != Prefer && w.Kind != Require && w.Kind != Avoid || len(w.Dates) < len(r.all())
		})
}

// complains tells whether a part says no more than how something was that is over.
func (c *clause) complains() bool {
	return len(c.dates) == 0 && len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) == 0 && !c.is("no", "want", "must", "only", "rest", "race", "raced", "if", "move", "swap") && !c.opened
}

// besideWishes tells whether what stands right before or behind a part in its sentence asks for something.
func (r *reader) besideWishes(parts []clause, i int, u *Understanding) bool {
	asks := func(j int) bool { return parts[j].complete() && !parts[j].is("if", "vague") && !parts[j].unread }
	return i > 0 && r.words[parts[i].first].brk != lexis.Sentence && asks(i-1) && len(u.Wishes) > 0 ||
		i+1 < len(parts) && r.words[parts[i+1].first].brk != lexis.Sentence && asks(i+1)
}

// reason tells whether a part says why what stands beside it is asked for: "the wheel is out of true, so no riding"; "no swim on Wednesday, pool
// maintenance".
func (r *reader) reason(parts []clause, i int, u *Understanding) bool {
	c := &parts[i]
	if c.strange == 0 || c.opened || c.unread || len(c.sessions) > 0 || len(c.minutes)+len(c.meters)+len(c.counts)+len(c.equipment) > 0 || c.is("want", "must", "only", "hate", "rest", "more", "less", "move", "swap", "race", "away", "if") || c.is("no") && len(c.things)+len(c.sessions) > 0 {
		return false
	}
	asks := func(j int) bool {
		return parts[j].complete() && !parts[j].is("if", "vague") && !parts[j].unread && !parts[j].opened
	}
	switch {
	case i+1 < len(parts) && parts[i+1].joined == "because" && r.words[parts[i+1].first].brk != lexis.Sentence:
		return asks(i + 1)
	case i > 0 && r.words[c.first].brk != lexis.Sentence && (c.joined == "because" || c.aside() && (len(c.things) == 0 || parts[i-1].sameSport(c))):
		return asks(i-1) && len(u.Wishes) > 0
	}
	return false
}

func heardConfidence(m gate.Mention) float64 {
	if m.Unsure {
		return leastSure
	}
	return sure
}

// hear marks the words that speak of the body: those of a gate and those between them, and those of the same sentence.
func (r *reader) hear(opened, denied []gate.Mention) {
	for _, m := range opened {
		r.mark(m, func(w *word) { w.opened = true })
	}
	for _, m := range denied {
		r.mark(m, func(w *word) { // "don't cut the run" is of no cut
			w.denied = !w.opened && !droppers[strings.ToLower(r.text[w.from:w.to])]
		})
	}
	for begin := 0; begin < len(r.words); {
		end, body := begin+1, r.words[begin].opened
		for ; end < len(r.words) && r.words[end].brk != lexis.Sentence; end++ {
			body = body || r.words[end].opened
		}
		for i := begin; i < end; i++ {
			r.words[i].beside = body
		}
		begin = end
	}
}

// athome takes "no gym" for what it is beside words of what there is to lift instead: not that nothing is to be lifted.
func athome(parts []clause) {
	lifts := func(c clause) bool {
		return !c.is("no") && (len(c.equipment) > 0 || c.is("bodyweight", "withgear")) && (c.is("strength", "with", "only", "withgear"))
	}
	if !slices.ContainsFunc(parts, lifts) {
		return
	}
	for i := range parts {
		c := &parts[i]
		if !c.is("no") || len(c.things) != 1 || c.things[0].is != "gym" || len(c.sessions)+c.strange > 0 {
			continue
		}
		c.things = nil
		if len(c.dates) == 0 {
			c.said()
		} else {
			c.equipment = append(c.equipment, training.Gym) // "no gym next week but I have kettlebells"
		}
	}
}

// mark does something to the words that a mention stands in.
func (r *reader) mark(m gate.Mention, do func(*word)) {
	i, _ := slices.BinarySearchFunc(r.words, m.From, func(w word, from int) int { return cmp.Compare(w.to, from+1) })
	for ; i < len(r.words) && r.words[i].from < m.To; i++ {
		if last := r.words[i].to >= m.To; last && (r.words[i].text == "until" || r.words[i].text == "through") {
			break // "stitches until the 8th": up to when it is so is the calendar's
		}
		do(&r.words[i])
	}
}

// gathered puts what is at hand on the same days into one wish, and takes out what stands there twice.
func (w Wishes) gathered() Wishes {
	var list Wishes
	for _, wish := range w {
		at := slices.IndexFunc(list, func(o Wish) bool {
			return o.Kind == wish.Kind && slices.Equal(o.Dates, wish.Dates) && (wish.Kind == Equip || wish.Kind == Without || o.same(&wish))
		})
		if at < 0 {
			list = append(list, wish)
			continue
		}
		for _, e := range wish.Equipment {
			if !slices.Contains(list[at].Equipment, e) {
				list[at].Equipment = append(slices.Clip(list[at].Equipment), e)
			}
		}
		slices.SortFunc(list[at].Equipment, func(a, b training.Equipment) int {
			return cmp.Compare(slices.Index(training.Equipments, a), slices.Index(training.Equipments, b))
		})
	}
	return list
}

// same tells whether two wishes of a kind and of the same days ask for the same.
func (w Wish) same(o *Wish) bool {
	return w.Session == o.Session && w.Family == o.Family && w.Focus == o.Focus && w.Sport == o.Sport && w.Region == o.Region && w.Condition == o.Condition && w.Bound == o.Bound && w.Count == o.Count &&
		w.Per == o.Per && w.Minutes == o.Minutes && w.Meters == o.Meters && w.Priority == o.Priority && w.Format == o.Format && w.From == o.From && w.To == o.To && slices.Equal(w.Away, o.Away)
}
