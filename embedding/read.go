package embedding

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// deniedReach is how many words after a denial it waits for its concept: "not so keen on running".
const deniedReach = 4

const (
	// earlySentences and earlyWords are the beginning of a text: the title, sport, focus and tags of a workout, or what somebody asks for.
	earlySentences, earlyWords = 4, 40
	// lateShare is what a concept counts that is named later. What a description mentions by the way says less.
	lateShare = 0.4
	// partShare is what the concepts of the shorter phrases within a phrase count.
	partShare = 0.4
	// whomShare is what a concept counts behind what it is for: "band exercises for runners" are no runs.
	whomShare = 0.5
)

// reading is what a text says: how often each concept is named and denied, and the words that are left when stop words are gone.
type reading struct {
	named  []float64
	denied []float64
	words  []string
	barred []string // the words that are denied, in their order
}

// reader goes through a text once, from left to right.
type reader struct {
	lexicon   *Lexicon
	result    reading
	reach     int  // words that the last denial still reaches, 0 where nothing is denied
	silent    bool // what it reaches is not denied either, but was before or comes after
	at        int  // words that lie behind, with the marks
	sentences int  // sentences that lie behind
	named     bool // this clause has named something
	whom      bool // what follows in this clause is whom or what that is for
}

func (l *Lexicon) read(text string) reading {
	n := len(l.names)
	counts := make([]float64, 2*n)
	r := reader{lexicon: l, result: reading{named: counts[:n], denied: counts[n:]}}
	all := l.speller.spell(words(text))
	r.result.words = make([]string, 0, len(all))
	for i := 0; i < len(all); {
		found, length := l.match(all[i:], len(all))
		if found.role&denies != 0 && len(found.concepts) == 0 {
			found, length = l.widened(all[i:], found, length)
		}
		r.take(all[i:i+length], found)
		i += length
		r.at = i
	}
	return r.result
}

// determiners are what stands between a denial and what it denies, and changes neither.
var determiners = map[string]bool{"any": true, "a": true, "an": true, "the": true, "my": true, "special": true, "extra": true}

// widened reads "without any equipment" as the phrase "without equipment": a denial with what follows its determiners, where the two are a
// phrase that names something; else it is the denial alone.
func (l *Lexicon) widened(all []string, denial meaning, length int) (meaning, int) {
	next := length
	for next < len(all) && determiners[all[next]] {
		next++
	}
	isDeterminer := func(word string) bool { return determiners[word] }
	bare := slices.DeleteFunc(slices.Clone(all[:length]), isDeterminer)
	if len(bare) == next || len(bare) == 0 || next == len(all) {
		return denial, length
	}
	kept := len(bare)
	joined := append(bare, all[next:min(len(all), next+deniedReach)]...)
	if m, n := l.match(joined, len(joined)); n > kept && len(m.concepts) > 0 {
		return m, next + n - kept
	}
	return denial, length
}

func (r *reader) take(phrase []string, m meaning) {
	switch {
	case isMark(phrase[0]):
		r.endClause(phrase[0])
		return
	case len(m.concepts) > 0:
		r.count(phrase, m)
		r.pass(m.role)
	case m.role&plain != 0:
		return
	case m.role&passes != 0:
		r.pass(m.role)
	case m.role&turns != 0:
		r.reach = 0
	case m.role&(denies|continues) != 0:
		r.deny(phrase, m.role)
	case r.reach > 0:
		r.bar(phrase, m.role)
		r.reach--
	}
	r.whom = r.whom || r.named && len(phrase) == 1 && phrase[0] == "for"
	r.keep(phrase, m.role)
}

func (r *reader) endClause(mark string) {
	r.reach, r.named, r.whom = 0, false, false
	if mark == sentenceEnd {
		r.sentences++
	}
}

// pass begins to look away: "gentle, the day after a marathon" asks for no marathon, and does not exclude one either.
func (r *reader) pass(does role) {
	if does&passes != 0 {
		r.reach, r.silent = deniedReach, true
	}
}

// count notes concepts. A denial holds for all phrases that follow one another: "no heavy squats".
func (r *reader) count(phrase []string, m meaning) {
	counts := r.result.named
	if r.reach > 0 {
		r.reach = 1
		if r.silent {
			return
		}
		counts = r.result.denied
		r.bar(phrase, 0)
	}
	share := 1.0
	if r.sentences >= earlySentences || r.at >= earlyWords {
		share = lateShare
	}
	if r.named = true; r.whom {
		share *= whomShare
	}
	for _, concept := range m.concepts {
		counts[concept] += share
	}
	for _, concept := range m.parts {
		counts[concept] += share * partShare
	}
}

// bar notes words that a denial reaches: not those of grammar.
func (r *reader) bar(phrase []string, does role) {
	if does == 0 && !r.silent {
		r.result.barred = append(r.result.barred, phrase...)
	}
}

// deny begins a denial, or continues one: "no bike or rower". A phrase such as "and no" does either.
func (r *reader) deny(phrase []string, does role) {
	begins := does&denies != 0 || r.lexicon.phrases[phrase[len(phrase)-1]].role&denies != 0
	if begins || r.reach > 0 {
		r.reach, r.silent = deniedReach, r.silent && !begins
	}
}

// keep collects the words that are worth comparing as words: not those of grammar, and not what is denied.
func (r *reader) keep(phrase []string, does role) {
	if does != 0 || r.reach > 0 {
		return
	}
	for _, word := range phrase {
		if r.lexicon.phrases[word].role == 0 {
			r.result.words = append(r.result.words, word)
		}
	}
}

// Concepts names the concepts that a text asks for in so many words, in the order of the lexicon; near ones and what the text rules
// out are not among them. It is what a reader is told about why a text was found. A text of any length may be given.
func (l *Lexicon) Concepts(text string) []string {
	r := l.read(text)
	var names []string
	for concept, name := range l.names {
		if r.named[concept] > r.denied[concept] {
			names = append(names, name)
		}
	}
	return names
}

// Barred are the words that a text rules out, as stems in their order: "no bench or squat rack" rules out bench, squat and rack. Among them are
// words that name no concept, up to the fourth after the denial. A text of any length may be given.
func (l *Lexicon) Barred(text string) []string { return l.read(text).barred }

// Stems are the stems of a text's words, as Barred has them.
func Stems(text string) []string { return slices.DeleteFunc(words(text), isMark) }

// Tells is what a reader is told of a text that was found, or that was searched for: its concepts, and the words of three letters and more
// that say something, in lower case.
func (l *Lexicon) Tells(text string) (concepts, telling []string) {
	written := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range written {
		if utf8.RuneCountInString(word) >= 3 && !l.isIdle(word) {
			telling = append(telling, word)
		}
	}
	return l.Concepts(text), telling
}

// isIdle tells whether a word is one of grammar, as "that" and "without" are.
func (l *Lexicon) isIdle(word string) bool {
	stems := words(word)
	if len(stems) != 1 {
		return false
	}
	m := l.phrases[stems[0]]
	return m.role != 0 && len(m.concepts) == 0
}

// Knows tells whether a word, in lower case, is one that the lexicon has in any phrase, as itself or in another form.
func (l *Lexicon) Knows(word string) bool {
	stems := words(word)
	for _, stem := range stems {
		if !l.speller.known[stem] {
			return false
		}
	}
	return len(stems) > 0
}
