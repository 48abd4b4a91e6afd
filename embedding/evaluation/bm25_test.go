package evaluation

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// The usual constants of BM25 (Robertson and Zaragoza 2009, Foundations and Trends in IR 3(4):333–389).
const (
	saturation  = 1.2
	lengthening = 0.75
)

// bm25 is what is compared with: words in common, rare ones counting more, without any meaning.
type bm25 struct {
	counts []map[string]float64
	length []float64
	mean   float64
	in     map[string]float64 // documents that have a word
}

func newBM25(documents []document) *bm25 {
	b := &bm25{in: map[string]float64{}}
	for _, d := range documents {
		counts := map[string]float64{}
		all := plainWords(d.text)
		for _, word := range all {
			counts[word]++
		}
		for word := range counts {
			b.in[word]++
		}
		b.counts, b.length = append(b.counts, counts), append(b.length, float64(len(all)))
		b.mean += float64(len(all)) / float64(len(documents))
	}
	return b
}

func (b *bm25) scores(query string) []float64 {
	scores := make([]float64, len(b.counts))
	for _, word := range plainWords(query) {
		rarity := math.Log(1 + (float64(len(b.counts))-b.in[word]+0.5)/(b.in[word]+0.5))
		for i, counts := range b.counts {
			norm := saturation * (1 - lengthening + lengthening*b.length[i]/b.mean)
			scores[i] += rarity * counts[word] * (saturation + 1) / (counts[word] + norm)
		}
	}
	return scores
}

// grammar are English words that say nothing of what is searched for.
var grammar = strings.Fields("a about all am an and are as at be but by can do for from get have how i in is it me my no of off on only or " +
	"really so something still that the them there this to want what when with without you your")

// plainWords are a text's words in small letters, without those of grammar and without the endings of plural, past and -ing.
func plainWords(text string) (all []string) {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if slices.Contains(grammar, word) {
			continue
		}
		all = append(all, plainStem(word))
	}
	return all
}

// plainStem makes run of runs and running, rid of ride, rides and riding.
func plainStem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		root, cut := strings.CutSuffix(word, ending)
		if !cut || len(root) < 3 {
			continue
		}
		if last := len(root) - 1; len(ending) > 1 && ending != "es" && root[last] == root[last-1] {
			return root[:last]
		}
		return root
	}
	return word
}

func TestBM25(t *testing.T) {
	b := newBM25([]document{{"a", "Easy running on grass"}, {"b", "Easy rides, easy spins"}, {"c", "Heavy squats"}})
	if s := b.scores("easy run"); !(s[0] > 0 && s[2] == 0 && s[1] > 0) {
		t.Errorf("scores %v", s)
	}
	if s := b.scores("ride"); !(s[1] > 0 && s[0] == 0) {
		t.Errorf("scores %v", s)
	}
	if s := b.scores("of the"); s[0] != 0 || s[1] != 0 {
		t.Errorf("scores %v", s)
	}
}
