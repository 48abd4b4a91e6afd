package embedding

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"fortnight/training"
)

// sportWeight is what a sport counts, against any other concept.
const sportWeight = 1.3

const maxConcepts = 120 // leaves most dimensions to words

//go:embed lexicon.txt
var lexiconText string

// lexiconID names lexicon.txt and every rule by which vectors are made of it. Whatever changes a vector changes this.
const lexiconID = "lexicon-v5"

// Lexicon is an embedder that knows the words of training. It does not change once made, so goroutines may share it.
type Lexicon struct {
	names   []string
	near    [][]nearness
	weights []float64          // what a concept counts
	phrases map[string]meaning // by its stems, parted by blanks
	longest map[string]int     // words in the longest phrase, by the first of its words
	speller speller
}

// NewLexicon is the lexicon that is built in, read once: all who ask have the same. It panics if that is malformed, which the package's tests
// exclude.
func NewLexicon() *Lexicon { return builtIn() }

var builtIn = sync.OnceValue(func() *Lexicon {
	lexicon, err := parseLexicon(lexiconText)
	if err != nil {
		panic(fmt.Sprintf("lexicon.txt: %v", err))
	}
	return lexicon
})

// ID is "lexicon-v5". Vectors of embedders with different ids must not be compared.
func (*Lexicon) ID() string { return lexiconID }

// block is one paragraph of lexicon.txt.
type block struct {
	name    string
	near    string
	phrases string
}

func parseLexicon(text string) (*Lexicon, error) {
	blocks, err := readBlocks(text)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{phrases: map[string]meaning{}, longest: map[string]int{}}
	for _, b := range blocks {
		if roles[b.name] == 0 {
			l.names, l.weights = append(l.names, b.name), append(l.weights, weightOf(b.name))
		}
	}
	if len(l.names) >= maxConcepts {
		return nil, fmt.Errorf("%d concepts; there is room for fewer than %d", len(l.names), maxConcepts)
	}
	for _, b := range blocks {
		if err := l.add(b); err != nil {
			return nil, fmt.Errorf("%s: %w", b.name, err)
		}
	}
	for key, m := range l.phrases {
		m.parts = l.parts(strings.Fields(key), m)
		l.phrases[key] = m
	}
	l.speller = newSpeller(l.phrases)
	return l, nil
}

// weightOf makes sports count more: a ride seldom answers who asks for a run, however alike the two are otherwise.
func weightOf(concept string) float64 {
	if slices.ContainsFunc(training.Sports, func(s training.Sport) bool { return spoken(string(s)) == concept }) {
		return sportWeight
	}
	return 1
}

func readBlocks(text string) ([]block, error) {
	var blocks []block
	names := map[string]bool{}
	for number, line := range strings.Split(text, "\n") {
		body := strings.TrimSpace(line)
		switch {
		case body == "" || strings.HasPrefix(body, "#"):
		case body == line: // not indented
			if names[body] || (strings.HasPrefix(body, "!") && roles[body] == 0) {
				return nil, fmt.Errorf("line %d: %q is unknown or there twice", number+1, body)
			}
			names[body] = true
			blocks = append(blocks, block{name: body})
		case len(blocks) == 0:
			return nil, fmt.Errorf("line %d: no concept is named yet", number+1)
		case strings.HasPrefix(body, "~"):
			blocks[len(blocks)-1].near = strings.TrimSpace(body[1:])
		default:
			blocks[len(blocks)-1].phrases += " " + body
		}
	}
	return blocks, nil
}

func (l *Lexicon) add(b block) error {
	concept := slices.Index(l.names, b.name)
	for _, phrase := range strings.Split(b.phrases, ",") {
		if err := l.addPhrase(phrase, concept, roles[b.name]); err != nil {
			return err
		}
	}
	if concept < 0 {
		return nil
	}
	near, err := l.parseNear(b.near)
	l.near = append(l.near, near)
	return err
}

func (l *Lexicon) addPhrase(phrase string, concept int, does role) error {
	stems := slices.DeleteFunc(words(phrase), isMark)
	if len(stems) == 0 {
		return fmt.Errorf("phrase %q has no words", phrase)
	}
	key := strings.Join(stems, " ")
	m := l.phrases[key]
	m.role |= does
	if concept >= 0 && !slices.Contains(m.concepts, concept) {
		m.concepts = append(m.concepts, concept)
	}
	l.phrases[key] = m
	l.longest[stems[0]] = max(l.longest[stems[0]], len(stems))
	return nil
}

func (l *Lexicon) parseNear(list string) ([]nearness, error) {
	if list == "" {
		return nil, nil
	}
	var all []nearness
	for _, entry := range strings.Split(list, ",") {
		fields := strings.Fields(entry)
		if len(fields) != 2 {
			return nil, fmt.Errorf("near concept %q is not a name and a number", entry)
		}
		weight, err := strconv.ParseFloat(fields[1], 64)
		if err != nil || !(math.Abs(weight) > 0 && math.Abs(weight) <= 1) {
			return nil, fmt.Errorf("%q is not a nearness from -1 to 1", fields[1])
		}
		concept := slices.Index(l.names, fields[0])
		if concept < 0 {
			return nil, fmt.Errorf("there is no concept %q", fields[0])
		}
		all = append(all, nearness{concept, weight})
	}
	return all, nil
}

// parts finds the concepts of the phrases within a phrase. One that denies something, or looks away from it, has none.
func (l *Lexicon) parts(stems []string, whole meaning) []int {
	var found []int
	for rest := stems; len(rest) > 0 && len(whole.concepts) > 0 && whole.role == 0; {
		part, length := l.match(rest, len(stems)-1)
		if part.role&(denies|continues|passes) != 0 {
			return nil
		}
		for _, concept := range part.concepts {
			if !slices.Contains(whole.concepts, concept) && !slices.Contains(found, concept) {
				found = append(found, concept)
			}
		}
		rest = rest[length:]
	}
	return found
}

// match finds the longest phrase, of at most so many words, that the words begin with; where there is none, it is one word without a meaning.
func (l *Lexicon) match(words []string, most int) (meaning, int) {
	for length := min(l.longest[words[0]], len(words), most); length > 0; length-- {
		if found, ok := l.phrases[strings.Join(words[:length], " ")]; ok {
			return found, length
		}
	}
	return meaning{}, 1
}
