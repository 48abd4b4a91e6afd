package gate

import (
	"cmp"
	"slices"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// Mention is a condition that somebody's words speak of. From and To are the bytes of the text that say so. Unsure tells that it was read from a
// word that is misspelt, or taken as the safer of two readings.
type Mention struct {
	Condition training.Condition
	From, To  int
	Unsure    bool
}

// Hear finds in what an athlete writes everything that opens a gate, in English, German and Spanish, whoever is spoken of who may be the athlete (see
// othersIn) and in whatever tense: what was yesterday opens it as well. It is denied by a negation that stands right before it alone ("no knee pain", "the knee does not
// hurt"), and what was is over where the same sentence says later that it was cleared or has healed. Nothing else in the text takes away from
// it. Each condition is told once, in the order of training.Conditions.
func Hear(text string) []Mention {
	found, _ := Listen(text)
	return found
}

// Listen is Hear, and says as well which words speak of the body and open nothing: those of what is denied or over.
func Listen(text string) (found, denied []Mention) {
	h := hearing{tokens: lexis.Tokens(text), treated: -1}
	h.recognize()
	for from := 0; from < len(h.tokens); {
		to := from + 1
		for to < len(h.tokens) && h.tokens[to].Break != lexis.Sentence {
			to++
		}
		before := len(h.found)
		h.sentence(from, to)
		if to < len(h.tokens) && answers[h.tokens[to].Text] && strings.Contains(text[h.tokens[to-1].To:h.tokens[to].From], "?") { // "Asthma? No."
			for _, m := range h.found[before:] {
				h.over = append(h.over, m)
			}
			h.found, h.pained = h.found[:before], h.pained && h.at < from
		}
		from = to
	}
	h.unplaced()
	h.settle()
	for i, is := range h.denied {
		if is {
			h.over = append(h.over, Mention{From: h.tokens[i].From, To: h.tokens[i].To})
		}
	}
	return h.found, h.over
}

// answers are words that say no to a question.
var answers = setOf("no nope never none nein nie keine nunca ninguna ninguno nada")

// Heard are the conditions of what Hear finds.
func Heard(text string) []training.Condition {
	var list []training.Condition
	for _, m := range Hear(text) {
		list = append(list, m.Condition)
	}
	return list
}

// hearing is a text that is listened to. Means are what its words mean, word by word, Guessed those that were misspelt.
type hearing struct {
	tokens  []lexis.Token
	means   []*entry
	guessed []bool
	found   []Mention
	denied  []bool    // by word, whether a sign was denied in its place
	over    []Mention // what is denied or over
	ofOver  []bool    // by word, whether it is of a turn that says that something is over
	pained  bool      // something hurts, and nobody says where
	at      int       // the word that says so
	treated int       // the word that says that somebody was in a hospital, -1 for none
}

// recognize looks every word up, as it stands or as it is spelt.
func (h *hearing) recognize() {
	h.means, h.guessed, h.denied, h.ofOver = make([]*entry, len(h.tokens)), make([]bool, len(h.tokens)), make([]bool, len(h.tokens)), make([]bool, len(h.tokens))
	for i, t := range h.tokens {
		h.means[i], h.guessed[i] = recognized(t.Text)
	}
	for i := range h.tokens[:max(0, len(h.tokens)-1)] {
		if whole := joined[h.tokens[i].Text+" "+h.tokens[i+1].Text]; whole != "" && h.tokens[i+1].Break == 0 {
			both := &entry{}
			both.join(h.means[i])
			both.join(lexicon[whole])
			h.means[i], h.means[i+1] = both, nothingMeant
		}
		if trainedDays[h.tokens[i].Text] && h.tokens[i+1].Break == 0 && dayNouns[h.tokens[i+1].Text] {
			h.means[i] = nothingMeant // leg day
		}
		if h.is(i, chestPlace) && h.tokens[i+1].Break == 0 && useNouns[h.tokens[i+1].Text] {
			h.means[i] = nothingMeant // a chest press, a chest strap
		}
	}
}

// joined are words that are written as one and as two.
var joined = map[string]string{"heat stroke": "heatstroke", "sun stroke": "sunstroke", "ear ache": "earache", "tooth ache": "toothache", "any more": "anymore",
	"zona lumbar": "lumbar"}

// recognized is what a word means, and whether it was misspelt. One that may be several, or that only begins as a known word does, means all
// that it may mean.
func recognized(word string) (e *entry, guessed bool) {
	e, known := lookUp(word)
	if known && lexicon[word] != nil {
		return e, false
	}
	if plain := lexis.WithoutDigraphs(word); !known && plain != word && !speller.Knows(word) { // "muede"
		if e, known := lookUp(plain); known {
			return e, false
		}
	}
	if whole := lexicon[word+"e"]; !known && len(word) >= stemLetters && whole != nil && !speller.Knows(word) { // "ich hink", "ich hust"
		return whole, true
	}
	words, changed := speller.Right(word)
	other, inflects := inflected(word)
	switch {
	case !changed && inflects && !speller.Knows(word):
		return other, false
	case !changed:
		return e, false
	}
	if inflects {
		e = other
	}
	if anyInflammation(e) { // "athritis" is one of a joint, and what else ends so an illness
		e = nothingMeant
	}
	all := &entry{concepts: slices.Clone(e.concepts), part: e.part, name: e.name}
	for _, w := range words {
		other, _ := lookUp(w)
		all.join(other)
	}
	return all, true
}

// inflected is what an English verb means in a form that the lexicon has not, by another that it has: "swelled" of "swell", "swells" or "swelling".
func inflected(word string) (*entry, bool) {
	for _, end := range verbEnds {
		base, found := strings.CutSuffix(word, end)
		if !found || len(base) < 5 {
			continue
		}
		for _, other := range verbForms {
			if e := lexicon[base+other]; e != nil && other != end {
				return e, true
			}
		}
	}
	return nil, false
}

var (
	verbEnds  = []string{"ing", "ed", "es", "s", "y"}
	verbForms = []string{"", "ing", "ed", "s", "es", "e"}
)

// sentence finds the signs of a sentence, from one word to before another.
func (h *hearing) sentence(from, to int) {
	h.turns(from, to)
	before := len(h.found)
	for i := from; i < to; i++ {
		for _, c := range h.means[i].concepts {
			for _, s := range signsOf[c] {
				h.sign(s, i, from, to)
			}
		}
	}
	h.pains(from, to, before)
	h.ofOthers(from, to, before)
	if at := h.clearedAt(from, to); at >= 0 {
		end := at + 1 // what follows behind a comma is something else
		for end < to && h.tokens[end].Break < lexis.Comma {
			end++
		}
		if h.pained && h.at >= from && h.at < at { // "esguince en 2018, recuperado del todo"
			h.pained = false
		}
		h.found = slices.DeleteFunc(h.found, func(m Mention) bool {
			over := m.From >= h.tokens[from].From && m.From < h.tokens[at].From
			if over {
				h.over = append(h.over, Mention{Condition: m.Condition, From: m.From, To: h.tokens[end-1].To})
			}
			return over
		})
	}
}

// sign looks for one sign whose first word stands at i. It is denied where one of its words is.
func (h *hearing) sign(s *sign, i, from, to int) {
	places, whole := h.rest(s, i, from, to)
	if !whole || h.spoiled(s, places, from, to) {
		return
	}
	if h.supposed(s.condition, slices.Min(places), from) {
		return
	}
	if !s.negative && h.deniedOutside(places, from) {
		h.deny(places...)
		return
	}
	if at := slices.Min(places); s.condition == training.Exhausted && at > from && h.means[at-1].part != "" && h.ofBody(at-1, from, to) {
		h.tell(h.means[at-1].part, at-1, slices.Max(places)) // "la espalda hecha polvo": the back is, not who has it
		return
	}
	if h.thingIs(slices.Min(places), from, s) {
		return
	}
	last := slices.Max(places)
	for !s.negative && len(places) > 1 && last > slices.Min(places) && (h.is(last, negation) || h.is(last, bans)) { // "physio said no running": what is not to be is no part of it
		last--
		for !slices.Contains(places, last) { // "the consultant has forbidden running"
			last--
		}
	}
	h.tell(s.condition, slices.Min(places), last)
}

// thingIs tells whether a thing is said to be sick, which is praise: "the weather is sick".
func (h *hearing) thingIs(at, from int, s *sign) bool {
	return s.condition == training.IllBelowNeck && h.tokens[at].Text == "sick" && at >= from+2 && h.is(at-1, copula) && praised[h.tokens[at-2].Text]
}

var praised = setOf("set sets swim run ride weather route routes view views trail trails track course bike kit playlist venue descent singletrack pace session workout race gear scenery place gym pool")

// turns takes out of a sentence what only looks as if it spoke of a body, and marks what says in several words that something is over.
func (h *hearing) turns(from, to int) {
	for _, places := range h.each(idiomsOf, from, to) {
		for _, i := range places {
			h.means[i] = nothingMeant
		}
	}
	for _, places := range h.each(clearedOf, from, to) {
		h.means[slices.Max(places)] = saysOver
		for _, i := range places {
			h.ofOver[i] = true
		}
	}
}

// saysOver is what the last word of such a turn means.
var saysOver = &entry{concepts: []concept{isOver}}

// each are the places of every sign of a list that a sentence has whole.
func (h *hearing) each(of map[concept][]*sign, from, to int) (all [][]int) {
	for i := from; i < to; i++ {
		for _, c := range h.means[i].concepts {
			for _, s := range of[c] {
				if places, whole := h.rest(s, i, from, to); whole && !h.spoiled(s, places, from, to) {
					all = append(all, places)
				}
			}
		}
	}
	return all
}

// ofOthers takes out what a sentence says of somebody else.
func (h *hearing) ofOthers(from, to, before int) {
	for _, o := range othersIn(h.tokens[from:to]) {
		first, last := &h.tokens[from+o.first], &h.tokens[from+o.last]
		if o.person && h.pained && h.at >= from+o.first && h.at <= from+o.last {
			h.pained = false
		}
		if o.person && h.treated >= from+o.first && h.treated <= from+o.last {
			h.treated = -1
		}
		kept := slices.DeleteFunc(h.found[before:], func(m Mention) bool {
			theirs := m.From >= first.From && m.From < last.To && !h.ownBetween(last.To, m.To) && (o.stranger || slices.Contains(toOneself, Of(m.Condition)))
			if theirs {
				h.over = append(h.over, m)
			}
			return theirs
		})
		h.found = h.found[:before+len(kept)]
	}
}

// ownBetween tells whether the writer speaks of himself between two places of the text.
func (h *hearing) ownBetween(from, to int) bool {
	return slices.ContainsFunc(h.tokens, func(t lexis.Token) bool { return t.From >= from && t.To <= to && ownWords[t.Text] })
}

// deny notes words in the places of which a sign was denied.
func (h *hearing) deny(places ...int) {
	for _, i := range places {
		h.denied[i] = true
	}
}

// rest are the places of all slots of a sign whose first stands at i, each as near to it as there is one.
func (h *hearing) rest(s *sign, i, from, to int) (places []int, whole bool) {
	places = []int{i}
	at := i
	for _, slot := range s.slots[1:] {
		best := -1
		first, end := max(from, i-s.window), min(to, i+s.window+1)
		if s.ordered {
			first, end = at+1, min(end, at+s.gap+2)
		}
		for j := first; j < end; j++ {
			if !h.is(j, slot) || slices.Contains(places, j) {
				continue
			}
			if best < 0 || distance(j, i) < distance(best, i) {
				best = j
			}
			if s.ordered {
				break
			}
		}
		if best < 0 {
			return nil, false
		}
		places, at = append(places, best), best
	}
	return places, true
}

func distance(a, b int) int { return max(a-b, b-a) }

// spoiled tells whether a word stands beside a sign that makes something else of it: "cold water", "sick of".
func (h *hearing) spoiled(s *sign, places []int, from, to int) bool {
	first, last := slices.Min(places), slices.Max(places)
	if s.notBeside != 0 {
		for i := from; i < to; i++ {
			if h.is(i, s.notBeside) && !slices.Contains(places, i) {
				return true
			}
		}
	}
	near := func(i int, not concept) bool { return not != 0 && i >= from && i < to && h.is(i, not) }
	return near(first-1, s.notAfter) || near(last+1, s.notBefore)
}

func (h *hearing) is(i int, c concept) bool { return h.means[i].says(c) }

// deniedAt tells whether a negation stands right before one of a sign's words: with nothing between but words that carry nothing, as in "don't
// have any knee pain". A negation that is itself denied denies nothing: "can't run without knee pain".
func (h *hearing) deniedAt(places []int, from int) bool {
	for _, place := range places {
		if h.deniedBefore(place, from) {
			return true
		}
	}
	return false
}

// deniedOutside is deniedAt for a sign that may have a negation among its own words, which denies none of the others: "no energy left".
func (h *hearing) deniedOutside(places []int, from int) bool {
	for _, place := range places {
		if own := slices.ContainsFunc(places, func(i int) bool { return i < place && place-i <= 4 && h.is(i, negation) }); !own && h.deniedBefore(place, from) {
			return true
		}
	}
	return false
}

func (h *hearing) deniedBefore(place, from int) bool {
	if h.deniedBehind(place) {
		return true
	}
	for i := place - 1; i >= from && i >= place-4; i-- {
		if h.tokens[i+1].Break != 0 {
			return false
		}
		switch {
		case h.is(i, negation) && !h.guessed[i]: // a word that may be something else denies nothing
			if i+1 < len(h.tokens) && h.is(i+1, merely) {
				return false
			}
			return !h.doubled(i, from)
		case h.is(i, coordinates) && i > from && h.denied[i-1]: // "no fever or cough"
			return true
		case !h.is(i, light):
			return false
		}
	}
	return false
}

// deniedBehind tells whether German or Spanish denies a word right behind it: "müde bin ich nicht", "dolor cero".
func (h *hearing) deniedBehind(place int) bool {
	text := func(i int) string {
		if place+i < len(h.tokens) && h.tokens[place+i].Break == 0 {
			return h.tokens[place+i].Text
		}
		return ""
	}
	last := text(4)
	return (text(1) == "bin" || text(1) == "hab" || text(1) == "habe" || text(1) == "war") && text(2) == "ich" && (text(3) == "nicht" || text(3) == "keine" || text(3) == "keins" || text(3) == "kein") && last != "nur" && last != "mehr" ||
		text(1) == "cero" || text(1) == "de" && text(3) == "cero"
}

// doubled tells whether a negation stands in the same part of a sentence as another before it.
func (h *hearing) doubled(at, from int) bool {
	for i := at - 1; i >= from && h.tokens[i+1].Break == 0; i-- {
		if (h.is(i, negation) || h.is(i, cannot)) && !(h.tokens[i].Text == "no" && spanishNone[h.tokens[at].Text]) { // "no tengo ninguna lesión"
			return true
		}
	}
	return false
}

// spanishNone deny together with a "no" before them.
var spanishNone = setOf("ningun ninguna ninguno nada nunca tampoco ni")

// clearedAt is the word of a sentence that says that something is over: cleared, healed; not that it is to be. It is -1 where there is none.
func (h *hearing) clearedAt(from, to int) int {
	for i := from; i < to; i++ {
		if !h.is(i, isOver) {
			continue
		}
		open := false
		for j := max(from, i-5); j < i; j++ {
			open = open || !h.ofOver[j] && (h.is(j, negation) || h.is(j, cannot) || h.is(j, notYet)) // "no trouble since" denies nothing
		}
		for j := i + 1; j < min(to, i+5); j++ { // "cleared for easy exercise" says what is not over
			open = open || h.is(j, partly)
		}
		for j := i + 1; j+1 < to; j++ { // "cleared me to cycle but not run"
			open = open || h.is(j, yetAlso) && h.is(j+1, negation)
		}
		if !open {
			return i
		}
	}
	return -1
}

// betters say of a place that it hurts less than it did.
var betters = setOf("better mejor besser improving improved mejorando mejorado gebessert")

// reach is how many words may be between what hurts and that it does.
const reach = 8

// pains puts what hurts and that it does together: the nearest place of the body, in the same part of the sentence where there is one, and
// those that are named along with it.
func (h *hearing) pains(from, to, before int) {
	for i := from; i < to; i++ {
		if i+1 < to && h.is(i, ailing) && h.means[i+1].part != "" && h.ofBody(i+1, from, to) && !h.deniedBefore(i, from) { // "my bad knee"
			h.tell(h.means[i+1].part, i, i+1)
		}
		if betters[h.tokens[i].Text] { // "el hombro mucho mejor": what is better is not well
			for j := i - 1; j >= max(from, i-5) && h.tokens[j+1].Break == 0; j-- {
				if h.means[j].part != "" && h.ofBody(j, from, to) {
					h.tell(h.means[j].part, j, i)
					break
				}
			}
		}
		if h.is(i, hospital) && h.treated < 0 && !h.deniedBefore(i, from) {
			h.treated = i
		}
		if !h.is(i, pain) || h.denied[i] || i+1 < to && harmless[h.tokens[i].Text][h.tokens[i+1].Text] {
			continue
		}
		parts := h.nearest(i, from, to)
		if h.deniedAt([]int{i}, from) || len(parts) > 0 && h.deniedAt(parts, from) {
			h.deny(append(parts, i)...)
			continue
		}
		annoys := i >= from+3 && h.tokens[i].Text == "pain" && h.tokens[i-1].Text == "a" && h.is(i-2, copula) && h.tokens[i-3].Text != "there" // "the boss is a pain"
		if annoys && i+2 < to && h.tokens[i+1].Text == "in" {                                                                                  // "a pain in the neck"
			continue
		}
		if len(parts) == 0 && !annoys && h.is(i, plainPain) && !h.prevented(i, from, to) {
			h.pained, h.at = true, i
		}
		for _, p := range parts {
			if c := h.hurts(i, p); c != "" {
				h.tell(c, min(i, p), max(i, p))
			}
		}
	}
	h.unwell(from, to)
	for i := from; i < to; i++ { // names that say by themselves what hurts
		c := h.means[i].name
		switch {
		case c == training.Cold && i >= from+2 && h.tokens[i-1].Text == "a" && (h.is(i-2, copula) || i >= from+3 && h.tokens[i-2].Text == "me" && headachy[h.tokens[max(from, i-4)].Text]) && strings.HasPrefix(h.tokens[i].Text, "headache"): // "my boss is a headache", "gives me a headache"
		case h.denied[i]: // "no pain in my Achilles": a place that is a name as well
		case c == "" || h.another(i, from, to) || h.supposed(c, i, from) || c == training.Cold && h.bringsOn(i, from, before):
		case h.deniedBefore(i, from):
			h.deny(i)
		default:
			h.tell(c, i, i)
		}
	}
}

// bringsOn tells whether a cough is what a pain comes with, of which the sentence tells: "my ribs hurt when I cough".
func (h *hearing) bringsOn(i, from, before int) bool {
	if !h.is(i, barking) || len(h.found) == before {
		return false
	}
	for j := i - 1; j >= max(from, i-2); j-- {
		if h.is(j, trigger) {
			return true
		}
	}
	return false
}

// headachy are those who give a headache to nobody's head.
var headachy = setOf("boss job work wife husband kids kid neighbour neighbours neighbor landlord taxes commute traffic plan schedule excel colleague colleagues meeting meetings")

// supposed tells whether what a word says of life or surroundings is only supposed: "if I sleep badly". What is said of the body is heard all the
// same: somebody who writes "if my knee hurts again" has one that did.
func (h *hearing) supposed(c training.Condition, at, from int) bool {
	if g := Of(c); g != Life && g != Surroundings {
		return false
	}
	for j := at - 1; j >= from && j >= at-6; j-- {
		if h.is(j, condition) {
			return true
		}
		if h.tokens[j+1].Break >= lexis.Comma {
			return false
		}
	}
	return false
}

// another tells whether a word right before a name, or with an article between, makes another of it: hay fever, a fever for trails, to exhaustion, who works at a surgery.
func (h *hearing) another(i, from, to int) bool {
	c := h.means[i].name
	if not := spoilsAfter[c]; not != 0 && i+1 < to && h.tokens[i+1].Break == 0 && h.is(i+1, not) {
		return true
	}
	not := spoils[c]
	if not == 0 {
		return false
	}
	for j := i - 1; j >= max(from, i-3) && h.tokens[j+1].Break == 0; j-- {
		if h.is(j, not) {
			return true
		}
		if !h.is(j, between) {
			break
		}
	}
	return false
}

// unwell tells of each place of the body of which a sentence says how it is, in words that say nothing good: "my knee is all gummed up". Which
// trouble it is nobody has to know.
func (h *hearing) unwell(from, to int) {
	for i := from; i < to; i++ {
		if h.means[i].part == "" || !h.ofBody(i, from, to) || h.denied[i] {
			continue
		}
		if h.hindered(i, from) || h.acts(i, from, to) || h.minded(i, from, to) || h.something(i, from, to) { // "can't turn my neck"
			h.tell(h.means[i].part, i, i)
			h.found[len(h.found)-1].Unsure = true
			continue
		}
		stated := i > from+1 && h.is(i-1, light) && h.is(i-2, noticing) // "tengo la rodilla tonta"
		for j := i + 1; j < min(to, i+6) && h.tokens[j].Break == 0; j++ {
			if h.is(j, copula) {
				stated = true
				continue
			}
			if h.is(j, light) || h.is(j, degree) {
				continue
			}
			if h.is(j, negation) && j+1 < to && h.wellAfter(j+1, to) { // "my knee isn't right"
				h.tell(h.means[i].part, i, j+1)
				h.found[len(h.found)-1].Unsure = true
				break
			}
			if stated && !h.is(j, negation) && !h.is(j, soundly) && !h.is(j, isOver) && len(h.tokens[j].Text) > 2 && !number09(h.tokens[j].Text) {
				h.tell(h.means[i].part, i, j)
				h.found[len(h.found)-1].Unsure = true
			}
			break
		}
	}
}

// wellAfter tells whether the words from one on say that something is well, with nothing but words between that say how much.
func (h *hearing) wellAfter(j, to int) bool {
	for ; j < to && h.tokens[j].Break == 0; j++ {
		if h.is(j, wellBut) {
			return true
		}
		if !h.is(j, degree) && !h.is(j, light) && !h.is(j, copula) {
			return false
		}
	}
	return false
}

// something tells whether something is said to have happened in a place of the body: "something twanged in my calf".
func (h *hearing) something(i, from, to int) bool {
	if i+1 < to && h.tokens[i+1].Break == 0 && (h.is(i+1, partUse) && !harmlessBehind[h.tokens[i+1].Text] || h.is(i+1, trainGear)) {
		return false
	}
	within := false
	for j := i - 1; j >= max(from, i-6) && h.tokens[j+1].Break == 0; j-- {
		switch text := h.tokens[j].Text; {
		case inside[text]:
			within = true
		case somethings[text]:
			return within && i-j >= 3
		}
	}
	return false
}

var (
	inside     = setOf("in inside behind im in hinter en detras inne")
	somethings = setOf("something sth etwas irgendwas algo")
)

// minded tells whether a place of the body is to be minded, or why something is: "careful with my back", "no running because of my hip", "ibuprofen
// for my knee". Nobody minds one that is well; what is said of its exercises and its gear is something else.
func (h *hearing) minded(i, from, to int) bool {
	if i+1 < to && h.tokens[i+1].Break == 0 && (h.is(i+1, partUse) && !harmlessBehind[h.tokens[i+1].Text] || h.is(i+1, trainGear)) {
		return false
	}
	whose, governed, exercises := false, false, false
	for j := i - 1; j >= max(from, i-6) && h.tokens[j+1].Break == 0; j-- {
		switch {
		case governed && h.is(j, cannot): // "can't swim with my ear", "kann mit meinem Ohr nicht schwimmen"
			return exercises || i+1 < to && h.is(i+1, negation)
		case governed && h.is(j, exercising):
			exercises = true
		case h.is(j, causes) && i-j > 1:
			return !h.deniedBefore(j, from)
		case h.is(j, mindful) && (whose || governed):
			return !h.deniedBefore(j, from)
		case pleased[h.tokens[j].Text] && governed && slices.ContainsFunc(h.tokens[from:j], func(t lexis.Token) bool { return clinicians[t.Text] }):
			return true // "physio is happy with the calf": who looks after a place has been asked about it
		case h.is(j, gently) && (whose || governed) && i-j > 1:
			return governed && whose || h.tokens[j].Text == "resting"
		case h.is(j, aidsFor) && governed:
			return true
		case h.is(j, mine):
			whose = true
		case h.is(j, forIt):
			governed = true
		case !h.is(j, light) && !h.is(j, limbSide) && !h.is(j, ailing):
			return false
		}
	}
	return false
}

// pleased is what those are who look after a body, and clinicians who they are.
var (
	pleased    = setOf("happy pleased satisfied concerned worried unhappy zufrieden besorgt unzufrieden contento contenta satisfecho preocupado preocupada")
	clinicians = setOf("physio physiotherapist pt doctor doc gp surgeon consultant specialist osteopath osteo chiro chiropractor therapist physiotherapeut physiotherapeutin arzt arztin orthopade orthopadin osteopathin fisio fisioterapeuta medico medica doctora traumatologo osteopata")
)

// harmlessBehind are words behind a place of the body that leave it one: "careful with my back please".
var harmlessBehind = setOf(`and or und oder y o e u but in at of on for to with from after while during because if when that as until im in an am bei beim nach mit zu fur auf von und como con para por al a de del please bitte favor heute today
	tomorrow monday tuesday wednesday thursday friday saturday sunday before then so`)

// acts tells whether somebody's place of the body is said to do something: "my shin lights up when I land". Nobody writes so of one that is well;
// what is said of its exercises and its gear is something else.
func (h *hearing) acts(i, from, to int) bool {
	if i+1 >= to || h.tokens[i+1].Break != 0 {
		return false
	}
	next := h.tokens[i+1].Text
	if strings.HasSuffix(next, "ed") && !strings.HasSuffix(next, "eed") && len(next) > 4 && !h.is(i+1, soundly) && !h.is(i+1, isOver) && !h.is(i+1, partUse) || h.is(i+1, reacted) && (i+2 >= to || !h.is(i+2, soundly) || next == "blew") {
		return true // "knee blew up"
	}
	if i+2 < to && next == "se" && (h.tokens[i+2].Text == "me" || h.tokens[i+2].Text == "le") {
		return true // "el gemelo se me ha subido"
	}
	if i == from {
		return false
	}
	whose := h.is(i-1, mine) || i > from+1 && h.is(i-1, limbSide) && h.is(i-2, mine)
	if next := i + 1; whose && !h.is(next, partUse) && !h.is(next, trainGear) && !h.is(next, copula) && !h.is(next, soundly) && !h.is(next, light) && !h.is(next, degree) && !h.is(next, negation) && !h.is(next, isOver) && !h.is(next, cannot) &&
		h.means[next].part == "" && !number09(h.tokens[next].Text) {
		return true
	}
	return false
}

// hindered tells whether somebody cannot do something with a place of the body: a verb of moving or feeling stands between.
func (h *hearing) hindered(i, from int) bool {
	moves := false
	for j := i - 1; j >= max(from, i-5) && h.tokens[j+1].Break == 0; j-- {
		switch {
		case h.is(j, moving):
			moves = true
		case moves && (h.is(j, cannot) || h.is(j, struggle)):
			return true
		}
	}
	return false
}

func number09(text string) bool { return text[0] >= '0' && text[0] <= '9' }

// hurts is the condition of a place that hurts: a broken bone of the leg is one of the bone.
func (h *hearing) hurts(pain, part int) training.Condition {
	c := h.means[part].part
	if h.is(pain, broken) && slices.Contains(legBones, c) && !(torn[h.tokens[pain].Text] && muscles[h.tokens[part].Text]) {
		return training.StressFracture
	}
	return c
}

// torn is what Spanish says of bones and of muscles alike: "me he roto el gemelo".
var (
	torn    = setOf("roto rota rompi rompio rotura")
	muscles = setOf("menisco meniscos ligamento ligamentos cruzado cruzados fibras labrum tendon gemelo gemelos gemelitos soleo isquio isquios isquiotibial isquiotibiales cuadriceps pantorrilla muslo")
)

var legBones = []training.Condition{
	training.HurtFoot, training.HurtShin, training.HurtHip, training.HurtPlantar, training.HurtKnee, training.HurtCalf, training.HurtHamstring,
}

// nearest are the places of the body that a pain is of.
func (h *hearing) nearest(i, from, to int) []int {
	best, cost := -1, 1<<30
	for j := max(from, i-reach); j < min(to, i+reach+1); j++ {
		if h.means[j].part == "" || !h.ofBody(j, from, to) {
			continue
		}
		d := distance(i, j)
		for k := min(i, j) + 1; k <= max(i, j); k++ {
			if h.tokens[k].Break >= lexis.Comma {
				d += reach
			}
		}
		if d < cost {
			best, cost = j, d
		}
	}
	if best < 0 {
		return nil
	}
	parts := []int{best}
	for _, step := range []int{-1, 1} { // "my knee and hip hurt"
		for j, gap := best+step, 0; j >= from && j < to && gap <= 3; j, gap = j+step, gap+1 {
			switch {
			case h.is(j, pain) && j != i:
				gap = 4 // which has places of its own
			case h.means[j].part != "" && j != i && h.ofBody(j, from, to):
				parts, gap = append(parts, j), 0
			case !h.is(j, light) && !h.is(j, coordinates) && !h.is(j, yetAlso) && !h.is(j, radiating): // "tingling in my leg down from the back"
				gap = 4
			}
		}
	}
	return parts
}

// ofBody tells whether a place of the body is one: "back" is, unless it is somewhere that one goes back to.
func (h *hearing) ofBody(j, from, to int) bool {
	if j > from && j+1 < to && anyones[h.tokens[j-1].Text] && against[h.tokens[j+1].Text] { // "took a knee to the temple": somebody else's
		return false
	}
	switch h.tokens[j].Text {
	case "talon": // "talón de Aquiles"
		return j+2 >= to || h.tokens[j+1].Text != "de" || h.tokens[j+2].Text != "aquiles"
	case "dedo", "dedos": // of a foot
		for k := j + 1; k < min(to, j+4); k++ {
			if h.tokens[k].Text == "pie" || h.tokens[k].Text == "pies" {
				return false
			}
		}
	case "foot", "fuss", "pie": // "on foot"
		if j > from && slices.Contains([]string{"on", "by", "zu", "a", "de"}, h.tokens[j-1].Text) && !h.is(j-1, mine) {
			return j+1 < to && h.is(j+1, pain)
		}
	case "neck", "hals": // of a bone
		return j == from || h.tokens[j-1].Text != "femoral"
	}
	if h.tokens[j].Text == "back" && j+2 < to && h.tokens[j+1].Text == "of" { // "the back of my head"
		return false
	}
	if h.tokens[j].Text != "back" || j > from && h.is(j-1, whose) || j+1 < to && h.is(j+1, pain) {
		return true
	}
	return (j+1 >= to || !h.is(j+1, whither)) && (j <= from || !h.is(j-1, whence))
}

var (
	anyones = setOf("a an someones somebodys ein einen un una el")
	against = setOf("to into against ins gegen contra")
)

// prevented tells whether a pain without a place is one that is not there: injury prevention.
func (h *hearing) prevented(i, from, to int) bool {
	for j := max(from, i-3); j < min(to, i+4); j++ {
		if h.is(j, prevention) {
			return true
		}
	}
	return false
}

// unplaced is a pain of which nobody says where it is, or a stay in a hospital of which nobody says what for, where nothing else is spoken of that tells.
func (h *hearing) unplaced() {
	switch {
	case len(h.found) > 0:
		return
	case h.treated >= 0:
		h.tell(training.IllBelowNeck, h.treated, h.treated)
	case h.pained:
		h.tell(training.Hurt, h.at, h.at)
	default:
		return
	}
	h.found[len(h.found)-1].Unsure = true
}

func (h *hearing) tell(c training.Condition, first, last int) {
	m := Mention{Condition: c, From: h.tokens[first].From, To: h.tokens[last].To}
	for i := first; i <= last; i++ {
		m.Unsure = m.Unsure || h.guessed[i]
	}
	h.found = append(h.found, m)
}

// settle leaves each condition once, where it was said first, and out what says less than another that is there.
func (h *hearing) settle() {
	var there []training.Condition
	said := func(c training.Condition) bool { return slices.Contains(there, c) }
	h.found = slices.DeleteFunc(h.found, func(m Mention) bool {
		if said(m.Condition) {
			return true
		}
		there = append(there, m.Condition)
		return false
	})
	h.found = slices.DeleteFunc(h.found, func(m Mention) bool { return slices.ContainsFunc(saysMore[m.Condition], said) })
	slices.SortFunc(h.found, func(a, b Mention) int { return cmp.Compare(placeOf[a.Condition], placeOf[b.Condition]) })
}

// placeOf is where a condition stands in training.Conditions.
var placeOf = func() map[training.Condition]int {
	places := map[training.Condition]int{}
	for i, c := range training.Conditions {
		places[c] = i
	}
	return places
}()

// saysMore are conditions beside which another need not be told: it is the same, said less exactly.
var saysMore = map[training.Condition][]training.Condition{
	training.HurtGroin:      {training.HoppingGroinPain, training.SaddleNumbness},
	training.HurtShin:       {training.OneSidedWeakness, training.ShinPinpointPain, training.StressFracture, training.StressReaction, training.HurtCalf},
	training.HurtFoot:       {training.StressFracture, training.StressReaction, training.HurtPlantar},
	training.HurtHamstring:  {training.StressFracture, training.StressReaction},
	training.HurtCalf:       {training.HotSwollenCalf, training.HurtAchilles},
	training.HurtKnee:       {training.ACLSurgery, training.JointReplacement},
	training.HurtHip:        {training.JointReplacement},
	training.HurtShoulder:   {training.JointReplacement, training.OneSidedWeakness},
	training.HurtElbow:      {training.OneSidedWeakness, training.ChestPain},
	training.HurtWrist:      {training.OneSidedWeakness},
	training.Operation:      {training.ACLSurgery, training.JointReplacement, training.HeartDisease, training.Caesarean},
	training.StressReaction: {training.StressFracture},
	training.Cold:           {training.IllBelowNeck, training.Fever, training.Flu, training.Covid, training.WorstHeadache, training.Concussion, training.HitHead, training.Leaking},
	training.IllBelowNeck:   {training.Flu, training.Covid, training.Vomiting},
	training.Heat:           {training.Fever},
	training.Pregnant:       {training.Postpartum},
	training.Leaking:        {training.PregnancyWarningSign},
	training.HitHead:        {training.Concussion},
	training.Hurt: {
		training.HurtFoot, training.HurtPlantar, training.HurtShin, training.HurtAchilles, training.HurtCalf, training.HurtKnee, training.HurtITB, training.HurtHip,
		training.HurtGroin, training.HurtHamstring, training.HurtBack, training.HurtShoulder, training.HurtElbow, training.HurtWrist, training.StressFracture,
		training.OneSidedWeakness,
	},
	training.ChestHistory: {training.ChestPain},
}
