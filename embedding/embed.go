package embedding

import (
	"context"
	"fmt"
	"math"
	"unicode/utf8"
)

const (
	// Dimensions is the length of a vector.
	Dimensions = 384
	// MaxTextBytes is the longest text that Embed takes.
	MaxTextBytes = 64 << 10
	// MaxTexts is the most texts that one call of Embed takes.
	MaxTexts = 1000
)

// The shares of the parts of a vector, as their lengths before the whole is scaled to length 1. They were chosen on the "dev" and
// "dev2" queries of evaluation/testdata.
const (
	conceptShare = 1.5
	wordShare    = 1.0
	letterShare  = 0.6
	// biasShare is a constant in every vector, so that a text that says nothing has a direction too: the cosine distance to a
	// vector of zeros is not a number.
	biasShare = 0.05
	// deniedShare is what a concept that is ruled out counts, against one that is asked for.
	deniedShare = 0.6
	// nearShare is what near concepts count, on top of how near they are.
	nearShare = 0.6
)

const (
	// signHashes is to how many dimensions a word goes, with a sign each: two words then seldom collide in all of them.
	signHashes = 4
)

// Embed makes a vector of each text: Dimensions numbers, of length 1. The dot product of two is 1 for the same meaning and about 0 for
// unrelated ones. It fails if there are more than MaxTexts texts or one is longer than MaxTextBytes, and when ctx ends. Bytes that are
// not UTF-8 are read as U+FFFD.
func (l *Lexicon) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	if err := CheckTexts(texts); err != nil {
		return nil, err
	}
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		if err := context.Cause(ctx); err != nil {
			return nil, fmt.Errorf("embed: %w", err)
		}
		vectors[i] = l.vector(text)
	}
	return vectors, nil
}

// CheckTexts tells whether an embedder takes these texts: at most MaxTexts, each of at most MaxTextBytes.
func CheckTexts(texts []string) error {
	if len(texts) > MaxTexts {
		return fmt.Errorf("embed: %d texts, allowed are %d", len(texts), MaxTexts)
	}
	for i, text := range texts {
		if len(text) > MaxTextBytes {
			return fmt.Errorf("embed: text %d has %d bytes, allowed are %d", i, len(text), MaxTextBytes)
		}
	}
	return nil
}

// vector has the concepts first, then the bias, then the words and their letters on top of one another.
func (l *Lexicon) vector(text string) []float32 {
	var whole [Dimensions]float64
	concepts, _ := l.spread(&whole, text)
	scale(concepts, conceptShare)
	return unit(&whole)
}

// spread fills a vector with what a text says, and returns the places of its concepts, of any length, and of its words, whose lengths
// are wordShare and letterShare.
func (l *Lexicon) spread(whole *[Dimensions]float64, text string) (concepts, words []float64) {
	r := l.read(text)
	n := len(l.names)
	concepts, words = whole[:n], whole[n+1:]
	l.addConcepts(concepts, r)
	whole[n] = biasShare
	addWords(words, r.words)
	return concepts, words
}

// addWords adds words, and their letters on top of them.
func addWords(into []float64, words []string) {
	var spelled [Dimensions]float64
	letters := spelled[:len(into)]
	counts := make(map[string]int, len(words))
	for _, word := range words {
		counts[word]++
	}
	for _, word := range words {
		n := counts[word]
		if n == 0 {
			continue // the second time; going by words and not by the map keeps the order of addition
		}
		counts[word] = 0
		weight := weigh(float64(n))
		addFeature(into, word, weight)
		addLetters(letters, word, weight)
	}
	scale(into, wordShare)
	scale(letters, letterShare)
	for i := range into {
		into[i] += letters[i]
	}
}

// addConcepts adds what is named with all that is near it, and takes away what is denied, which says nothing about its neighbours.
func (l *Lexicon) addConcepts(into []float64, r reading) {
	for concept, near := range l.near {
		if r.denied[concept] > 0 {
			into[concept] -= deniedShare * weigh(r.denied[concept])
		}
		if r.named[concept] == 0 {
			continue
		}
		weight := weigh(r.named[concept]) * l.weights[concept]
		into[concept] += weight
		for _, n := range near {
			into[n.concept] += weight * n.weight * nearShare
		}
	}
}

// weigh is what so many mentions count: up to one fully, each further one less.
func weigh(mentions float64) float64 {
	if mentions < 1 {
		return mentions
	}
	return 1 + math.Log(mentions)
}

// addLetters adds each run of 3, 4 and 5 letters of a word, its beginning and end marked.
func addLetters(into []float64, word string, weight float64) {
	var starts [maxLetters + 4]int
	marked := "<" + word + ">"
	n := 0
	for at := range marked {
		if n == maxLetters+2 {
			break
		}
		starts[n] = at
		n++
	}
	end := len(marked)
	if n == maxLetters+2 {
		_, size := utf8.DecodeRuneInString(marked[starts[n-1]:])
		end = starts[n-1] + size
	}
	starts[n] = end
	for length := 3; length <= 5; length++ {
		for i := 0; i+length <= n; i++ {
			addFeature(into, marked[starts[i]:starts[i+length]], weight)
		}
	}
}

// addFeature adds a weight, with signs, to the dimensions that a feature's hash chooses: FNV-1a, mixed so that all bits count.
func addFeature(into []float64, feature string, weight float64) {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(feature); i++ {
		hash = (hash ^ uint64(feature[i])) * 1099511628211
	}
	hash = (hash ^ hash>>32) * 0xd6e8feb86659fd93
	hash ^= hash >> 32
	for range signHashes {
		value := weight
		if hash&1 != 0 {
			value = -weight
		}
		into[int(hash>>1&0x7fff)%len(into)] += value
		hash >>= 16
	}
}

// scale gives a vector this length; one of zeros stays.
func scale(vector []float64, length float64) {
	sum := 0.0
	for _, value := range vector {
		sum += value * value
	}
	if sum == 0 {
		return
	}
	factor := length / math.Sqrt(sum)
	for i := range vector {
		vector[i] *= factor
	}
}

func unit(whole *[Dimensions]float64) []float32 {
	scale(whole[:], 1)
	vector := make([]float32, Dimensions)
	for i, value := range whole {
		vector[i] = float32(value)
	}
	return vector
}
