package lexis

import (
	"slices"
	"strings"
)

// Speller sets misspelt words right by a vocabulary: words from which they differ by one letter left out, added, exchanged or swapped with its
// neighbour, long ones by two. It looks words up by what is left of them without some letters, so that its time does not depend on the size of
// the vocabulary (Garbe 2012, symmetric delete).
type Speller struct {
	known map[string]bool
	plain map[string]bool // the common words that are none of the vocabulary
	words []string
	left  []uint64 // a hash of what is left of a word, and below it the word's place, in order; what has the hash of another by chance is too far apart
	maybe [maybeBits / 64]uint64
}

// placeBits are those of a word's place in an entry of what is left of it: there are some hundred entries of a word, so that each is one number and
// no list. A vocabulary may have as many words as they number.
const placeBits = 20

// maybeBits is how many places there are to note that something is left of a word of the vocabulary: most that is left of a word that nobody
// knows has none of it, which one place tells without a look into the map. It is a power of two.
const maybeBits = 1 << 20

// Lengths of words from which one and two mistakes are set right, and up to which.
const (
	oneFrom = 5 // of four letters, two neighbours may be swapped
	twoFrom = 7
	twoTo   = 16 // in a longer one a second mistake is not looked for: it takes its square in time
	longest = 26
)

// NewSpeller makes a speller of a vocabulary. Words of common are right as they are and never the answer.
func NewSpeller(vocabulary, common []string) *Speller {
	s := &Speller{known: map[string]bool{}, plain: map[string]bool{}}
	for _, w := range common {
		s.known[w], s.plain[w] = true, true
	}
	words := slices.Clone(vocabulary)
	slices.Sort(words)
	var all []uint64
	for _, w := range slices.Compact(words) {
		s.known[w] = true
		delete(s.plain, w)
		if len(w) < oneFrom-1 || len(w) > longest {
			continue
		}
		place := uint64(len(s.words))
		if place>>placeBits > 0 {
			panic("lexis: a vocabulary of too many words")
		}
		s.words = append(s.words, w)
		without(w, func(left uint64) {
			all = append(all, left<<placeBits|place)
			at := left % maybeBits
			s.maybe[at/64] |= 1 << (at % 64)
		})
	}
	slices.Sort(all)
	s.left = slices.Clone(slices.Compact(all)) // "book" loses either o
	return s
}

// Knows tells whether a word is in the vocabulary or a common one.
func (s *Speller) Knows(word string) bool { return s.known[word] }

// Right are the words that one may be: itself where it is known or none is near, else all that are as near as any, those that begin alike and
// then by alphabet first, 4 at most.
func (s *Speller) Right(word string) (words []string, changed bool) {
	if s.known[word] || len(word) < oneFrom-1 || len(word) > longest || s.plain[strings.TrimSuffix(word, "s")] { // "at my mums" is no mumps
		return []string{word}, false
	}
	least := 2
	var room [24]string
	tried := room[:0]
	without(word, func(left uint64) {
		if at := left % maybeBits; s.maybe[at/64]&(1<<(at%64)) == 0 {
			return
		}
		first := left << placeBits
		at, _ := slices.BinarySearch(s.left, first)
		for ; at < len(s.left) && s.left[at]>>placeBits == first>>placeBits; at++ {
			w := s.words[s.left[at]%(1<<placeBits)]
			if slices.Contains(tried, w) { // several ways lead to a word
				continue
			}
			tried = append(tried, w)
			n := apart(word, w, least)
			if n > allowed(word, w) || n > least {
				continue
			}
			if n < least {
				words, least = words[:0], n
			}
			words = append(words, w)
		}
	})
	if len(words) == 0 {
		return []string{word}, false
	}
	slices.SortFunc(words, func(a, b string) int {
		if same := a[0] == word[0]; same != (b[0] == word[0]) {
			if same {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	return words[:min(len(words), mostWords)], true
}

// mostWords is how many words one that is misspelt may be.
const mostWords = 4

// allowed is how many mistakes may be between a word and the one that is meant. The first letter is seldom wrong: another first letter takes a
// swap, or a long word.
func allowed(word, w string) int {
	swapped := len(word) > 1 && len(w) > 1 && word[0] == w[1] && word[1] == w[0]
	switch shorter := min(len(word), len(w)); {
	case word[0] != w[0] && !swapped && shorter < 8:
		return 0
	case shorter >= twoFrom && max(len(word), len(w)) > twoFrom && word[:2] == w[:2]:
		return 2
	case max(len(word), len(w)) >= oneFrom || swap(word, w):
		return 1
	}
	return 0
}

// swap tells whether two words are the same but for two neighbours.
func swap(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// without hands over the hash of a word and of what is left of it with one letter out, of a long one with two. A hash is the sum of the letters
// times a power of a factor by their places, so that those of a word's beginning, middle and end make that of the three together.
func without(word string, each func(left uint64)) {
	var power, before [longest + 1]uint64 // before[i] is the hash of the first i letters
	power[0] = 1
	for i := range len(word) {
		power[i+1] = power[i] * hashFactor
		before[i+1] = before[i]*hashFactor + uint64(word[i])
	}
	n := len(word)
	part := func(from, to int) uint64 { return before[to] - before[from]*power[to-from] }
	each(mixed(before[n], n))
	two := n >= twoFrom && n <= twoTo
	for i := range n {
		each(mixed(before[i]*power[n-i-1]+part(i+1, n), n-1))
		for j := i + 1; two && j < n; j++ {
			head := before[i]*power[j-i-1] + part(i+1, j)
			each(mixed(head*power[n-j-1]+part(j+1, n), n-2))
		}
	}
}

// hashFactor is odd and large, as in Knuth's multiplicative hashing.
const hashFactor = 0x9E3779B97F4A7C15

// mixed spreads a hash over its bits, and sets words of one length apart from those of another.
func mixed(hash uint64, length int) uint64 {
	hash += uint64(length)
	hash ^= hash >> 32
	return hash * hashFactor >> 7
}

// apart is the distance of two words in mistakes (Damerau 1964, neighbours swapped at most once), or anything above most.
func apart(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var before, last, now [longest + 3]int
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last = last, now
	}
	return last[len(b)]
}
