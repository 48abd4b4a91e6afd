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

// The shares of the parts of a vector, as their lengths before the whole is scaled to length 1. They were chosen on the "dev" queries
// of testdata/retrieval.txt.
const (
	conceptShare = 2.0
	wordShare    = 1.0
	letterShare  = 0.6
	// biasShare is a constant in every vector, so that a text that says nothing has a direction too: the cosine distance to a
	// vector of zeros is not a number.
	biasShare = 0.05
	// deniedShare is what a concept that is ruled out counts, against one that is asked for.
	deniedShare = 0.6
)

const (
	maxConcepts = 100 // leaves most dimensions to words
	// signHashes is to how many dimensions a word goes, with a sign each: two words then seldom collide in all of them.
	signHashes = 4
	// maxLetters is how many letters of a word are looked at; longer ones are addresses or noise.
	maxLetters = 32
)

// Embed makes a vector of each text: Dimensions numbers, of length 1. The dot product of two is 1 for the same meaning and about 0 for
// unrelated ones. It fails if there are more than MaxTexts texts or one is longer than MaxTextBytes, and when ctx ends. Bytes that are
// not UTF-8 are read as U+FFFD.
func (l *Lexicon) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	if len(texts) > MaxTexts {
		return nil, fmt.Errorf("embed: %d texts, allowed are %d", len(texts), MaxTexts)
	}
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		if err := context.Cause(ctx); err != nil {
			return nil, fmt.Errorf("embed: %w", err)
		}
		if len(text) > MaxTextBytes {
			return nil, fmt.Errorf("embed: text %d has %d bytes, allowed are %d", i, len(text), MaxTextBytes)
		}
		vectors[i] = l.vector(text)
	}
	return vectors, nil
}

// vector has the concepts first, then the bias, then the words and their letters on top of one another.
func (l *Lexicon) vector(text string) []float32 {
	r := l.read(text)
	var whole, letters [Dimensions]float64
	concepts := len(l.names)
	l.addConcepts(whole[:concepts], r)
	whole[concepts] = biasShare
	hashed, spelled := whole[concepts+1:], letters[concepts+1:]
	counts := make(map[string]int, len(r.words))
	for _, word := range r.words {
		counts[word]++
	}
	for _, word := range r.words {
		n := counts[word]
		if n == 0 {
			continue // the second time; going by r.words and not by the map keeps the order of addition
		}
		counts[word] = 0
		weight := 1 + math.Log(float64(n))
		addFeature(hashed, word, weight)
		addLetters(spelled, word, weight)
	}
	scale(whole[:concepts], conceptShare)
	scale(hashed, wordShare)
	scale(spelled, letterShare)
	for i := range hashed {
		hashed[i] += spelled[i]
	}
	scale(whole[:], 1)
	vector := make([]float32, Dimensions)
	for i, value := range whole {
		vector[i] = float32(value)
	}
	return vector
}

// addConcepts adds what is named with all that is near it, and takes away what is denied, which says nothing about its neighbours.
func (l *Lexicon) addConcepts(into []float64, r reading) {
	for concept, near := range l.near {
		if r.denied[concept] > 0 {
			into[concept] -= deniedShare * (1 + math.Log(r.denied[concept]))
		}
		if r.named[concept] == 0 {
			continue
		}
		weight := 1 + math.Log(r.named[concept])
		into[concept] += weight
		for _, n := range near {
			into[n.concept] += weight * n.weight
		}
	}
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
