package gate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// lexicon is every word, stems those that begin words, by their first letters.
var (
	lexicon = map[string]*entry{}
	stems   = map[string][]stem{}
	signsOf map[concept][]*sign
	speller *lexis.Speller
	// idiomsOf and clearedOf are turns of phrase, as signs of no condition.
	idiomsOf, clearedOf map[concept][]*sign
)

// stem begins words that mean the same.
type stem struct {
	letters string
	is      *entry
}

const stemLetters = 4

// put adds what a word means; one that ends in * is the beginning of words.
func put(word string, add func(*entry)) {
	letters, isStem := strings.CutSuffix(word, "*")
	if !isStem {
		if lexicon[word] == nil {
			lexicon[word] = &entry{}
		}
		add(lexicon[word])
		return
	}
	key := letters[:stemLetters]
	for i := range stems[key] {
		if stems[key][i].letters == letters {
			add(stems[key][i].is)
			return
		}
	}
	is := &entry{}
	add(is)
	stems[key] = append(stems[key], stem{letters, is})
}

// lookUp is what a word means, and whether it is known.
func lookUp(word string) (*entry, bool) {
	if e := lexicon[word]; e != nil {
		return e, true
	}
	if len(word) < stemLetters {
		return number(word), false
	}
	for _, s := range stems[word[:stemLetters]] {
		if strings.HasPrefix(word, s.letters) {
			return s.is, true
		}
	}
	if e := compound(word); e != nil {
		return e, true
	}
	if e := derived(word); e != nil {
		return e, true
	}
	for _, part := range partTails {
		if len(word) > len(part)+2 && strings.HasSuffix(word, part) && !noPartTails[word] {
			return lexicon[part], true
		}
	}
	return number(word), false
}

// compound is what a German word of two means: the place of the body, or what it is of, and what is the matter with it.
func compound(word string) *entry {
	for _, tail := range compoundTails {
		head, found := strings.CutSuffix(word, tail.letters)
		if !found || len(head) < 2 {
			continue
		}
		if a := lexicon[headed(head)]; a != nil {
			e := &entry{concepts: slices.Clone(a.concepts), part: a.part, name: tail.name}
			if tail.name == "" {
				e.concepts = append(e.concepts, pain)
			}
			if tail.broken {
				e.concepts = append(e.concepts, broken)
			}
			return e
		}
		if anyTissue(head) {
			return &entry{concepts: []concept{pain, plainPain}, name: tail.name}
		}
	}
	return nil
}

// headed is the longest place of the body that a German word begins with: "patella" of "patellasehnen". It is empty where there is none.
func headed(head string) string {
	for n := len(head); n >= 2; n-- {
		for _, end := range []string{"", "e"} {
			if a := lexicon[head[:n]+end]; a != nil && a.part != "" && (n == len(head) || n >= stemLetters) {
				return head[:n] + end
			}
		}
	}
	return ""
}

// anyTissue tells whether a German word is of what there is all over the body: muscle, tendon, bone.
func anyTissue(head string) bool {
	return slices.ContainsFunc(tissues, func(t string) bool { return strings.HasPrefix(head, t) || strings.HasSuffix(head, t) })
}

// derived is what a word of medicine means by its ending: the class of a drug, what is done in an operation, an inflammation. Where what is
// inflamed is nothing that moves, it is an illness.
func derived(word string) *entry {
	for i := range endings {
		if d := &endings[i]; len(word) >= d.least && slices.ContainsFunc(d.ends, func(end string) bool { return strings.HasSuffix(word, end) }) {
			if d.roots == nil {
				return &d.is
			}
			for _, r := range d.roots {
				if strings.Contains(word, r.letters) {
					return r.is
				}
			}
			return &d.is
		}
	}
	return nil
}

// anyInflammation tells whether something is known by its ending alone, of which the rest names nothing.
func anyInflammation(e *entry) bool {
	for i := range endings {
		if endings[i].roots != nil && e == &endings[i].is {
			return true
		}
	}
	return false
}

// Numbers that say something: degrees, the upper number of a blood pressure, and a blood sugar in mg/dl that is too low.
var (
	hotDegrees   = &entry{concepts: []concept{conceptOf("hotdegrees"), conceptOf("lowsugar")}}
	lowSugar     = &entry{concepts: []concept{conceptOf("lowsugar")}}
	highPressure = &entry{concepts: []concept{conceptOf("highpressure")}}
	highMetres   = &entry{concepts: []concept{conceptOf("highmetres")}}
	feverDegrees = &entry{concepts: []concept{conceptOf("hotdegrees"), conceptOf("feverdegrees"), conceptOf("lowsugar")}}
	lowPressure  = &entry{concepts: []concept{conceptOf("lowpressure")}}
	fewCalories  = &entry{concepts: []concept{conceptOf("fewcalories")}}
	fahrenheit   = &entry{concepts: []concept{conceptOf("lowpressure"), conceptOf("fahrenheit")}}
)

func number(word string) *entry {
	upper, _, _ := strings.Cut(word, "/") // of a blood pressure
	n, err := strconv.ParseFloat(upper, 64)
	switch {
	case err != nil:
	case n >= 37.5 && n < 43 && !strings.Contains(word, "/"):
		return feverDegrees
	case n > 28 && n <= 50:
		return hotDegrees
	case n > 50 && n < 60 && !strings.Contains(word, "/"): // of a blood sugar, in mg/dl
		return lowSugar
	case n > 83 && n <= 120: // above 28 °C
		return fahrenheit
	case n >= 60 && n < 140:
		return lowPressure
	case n >= 140 && n <= 260:
		return highPressure
	case n >= 400 && n <= 1500:
		return fewCalories
	case n > 1500 && n < 9000:
		return highMetres
	}
	return nothingMeant
}

// sign is words that say together that somebody has a condition: all slots, within so many words, in order where it is so, with at most gap
// words between. What stands right before or after may make something else of it.
type sign struct {
	condition           training.Condition
	slots               []concept
	window, gap         int
	ordered, negative   bool
	notAfter, notBefore concept
	notBeside           concept // nowhere in the sentence
}

// newSign reads a sign as it is written down: slots with a blank between, each words with | between or the name of a set after @. ">" asks for
// this order with one word between at most, "/6" for all within six words; what "!" marks is denied by itself. Behind "-" stands what may not be
// right before it, behind "+" what may not be right after it, behind "^" what may not be anywhere in the sentence.
func newSign(c training.Condition, text string) *sign {
	s := &sign{condition: c, window: 6, gap: 1}
	var into *concept
	parts := strings.Fields(text)
	for i := 0; i < len(parts); i++ {
		switch part := parts[i]; part[0] {
		case '>':
			s.ordered = true
		case '!':
			s.negative = true
		case '/':
			s.window, _ = strconv.Atoi(part[1:])
			s.gap = s.window - 1
		case '-', '+', '^':
			switch into = &s.notAfter; part {
			case "+":
				into = &s.notBefore
			case "^":
				into = &s.notBeside
			}
			i++
			*into = slot(parts[i])
		default:
			s.slots = append(s.slots, slot(part))
		}
	}
	return s
}

// slot is the concept of a slot; one of words becomes a concept of its own.
func slot(text string) concept {
	if name, set := strings.CutPrefix(text, "@"); set {
		if _, known := concepts[name]; !known {
			panic("gate: no set of words is called " + name)
		}
		return concepts[name]
	}
	_, known := concepts["="+text]
	c := conceptOf("=" + text)
	if !known {
		for _, word := range strings.Split(text, "|") {
			put(word, func(e *entry) { e.concepts = append(e.concepts, c) })
		}
	}
	return c
}

// forms writes out "hurt{,s,ing}".
func forms(line string) []string {
	var list []string
	for _, word := range strings.Fields(line) {
		begin, rest, many := strings.Cut(word, "{")
		if !many {
			list = append(list, word)
			continue
		}
		ends, tail, _ := strings.Cut(rest, "}")
		for _, end := range strings.Split(ends, ",") {
			list = append(list, begin+end+tail)
		}
	}
	return list
}

func init() {
	for _, sets := range []map[string]string{wordSets, idiomSets, clearedSets} {
		for name, line := range sets {
			c := conceptOf(name)
			for _, word := range forms(line) {
				put(word, func(e *entry) { e.concepts = append(e.concepts, c) })
			}
		}
	}
	for c, line := range partWords {
		for _, word := range forms(line) {
			put(word, func(e *entry) { e.part = c })
		}
	}
	for c, line := range nameWords {
		for _, word := range forms(line) {
			put(word, func(e *entry) { e.name = c })
		}
	}
	signsOf = map[concept][]*sign{}
	for c, lines := range signWords {
		for _, line := range strings.Split(lines, ";") {
			if line = strings.TrimSpace(line); line != "" {
				s := newSign(c, line)
				signsOf[s.slots[0]] = append(signsOf[s.slots[0]], s)
			}
		}
	}
	idiomsOf, clearedOf = signsBy(idiomWords), signsBy(clearedWords)
	finish()
	speller = lexis.NewSpeller(vocabulary(), lexis.Common)
}

// signsBy are signs of no condition by their first slots.
func signsBy(lines []string) map[concept][]*sign {
	by := map[concept][]*sign{}
	for _, line := range lines {
		s := newSign("", line)
		by[s.slots[0]] = append(by[s.slots[0]], s)
	}
	return by
}

// finish gives words and longer stems what the stems that they begin with mean as well.
func finish() {
	for _, list := range stems {
		slices.SortFunc(list, func(a, b stem) int { return cmp.Compare(len(a.letters), len(b.letters)) })
		for i := range list {
			for _, shorter := range list[:i] {
				if strings.HasPrefix(list[i].letters, shorter.letters) {
					list[i].is.join(shorter.is)
				}
			}
		}
		slices.Reverse(list)
	}
	for word, e := range lexicon {
		e.join(number(word)) // 38 of a sign is 38 degrees of another
		if len(word) < stemLetters {
			continue
		}
		if i := slices.IndexFunc(stems[word[:stemLetters]], func(s stem) bool { return strings.HasPrefix(word, s.letters) }); i >= 0 {
			e.join(stems[word[:stemLetters]][i].is)
		}
	}
	for _, e := range lexicon {
		if len(e.concepts) >= manyConcepts {
			e.many = slices.Clone(e.concepts)
			slices.Sort(e.many)
		}
	}
}

// Words are the words that gates know: right as they are in anything else that an athlete writes, however much they look like another.
func Words() []string { return vocabulary() }

// vocabulary is what misspelt words may be: every word that is not the beginning of others, and the compounds of German.
func vocabulary() []string {
	words := strings.Fields(fullForms)
	for word, e := range lexicon {
		words = append(words, word)
		if e.part != "" && germanParts[word] {
			words = append(words, word+"schmerzen", word+"verletzung")
		}
	}
	return words
}
