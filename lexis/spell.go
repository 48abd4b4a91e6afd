package lexis

import (
	"slices"
	"strings"
)

// Speller sets misspelt words right by a vocabulary: words from which they differ by one letter left out, added, exchanged or swapped with its
// neighbour, long ones by two. It looks words up by what is left of them without some letters, so that its time does not depend on the size of
// the vocabulary (Garbe 2012, symmetric delete).
type Speller struct {
	known   map[string]bool
	deletes map[string][]string
}

// Lengths of words from which one and two mistakes are set right, and up to which.
const (
	oneFrom = 5 // of four letters, two neighbours may be swapped
	twoFrom = 7
	twoTo   = 16 // in a longer one a second mistake is not looked for: it takes its square in time
	longest = 26
)

// NewSpeller makes a speller of a vocabulary. Words of common are right as they are and never the answer.
func NewSpeller(vocabulary, common []string) *Speller {
	s := &Speller{known: map[string]bool{}, deletes: map[string][]string{}}
	for _, w := range common {
		s.known[w] = true
	}
	words := slices.Clone(vocabulary)
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		s.known[w] = true
		if len(w) < oneFrom-1 || len(w) > longest {
			continue
		}
		without(w, func(left []byte) { s.deletes[string(left)] = append(s.deletes[string(left)], w) })
	}
	return s
}

// Knows tells whether a word is in the vocabulary or a common one.
func (s *Speller) Knows(word string) bool { return s.known[word] }

// Right are the words that one may be: itself where it is known or none is near, else all that are as near as any, those that begin alike and
// then by alphabet first, 4 at most.
func (s *Speller) Right(word string) (words []string, changed bool) {
	if s.known[word] || len(word) < oneFrom-1 || len(word) > longest {
		return []string{word}, false
	}
	least := 2
	without(word, func(left []byte) {
		for _, w := range s.deletes[string(left)] {
			n := apart(word, w, least)
			if n > allowed(word, w) || n > least || n == least && slices.Contains(words, w) {
				continue
			}
			if n < least {
				words, least = words[:0], n
			}
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
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

// swap tells whether two words have the same letters.
func swap(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	count := [256]int{}
	for i := range len(a) {
		count[a[i]]++
		count[b[i]]--
	}
	return count == [256]int{}
}

// without hands over a word and what is left of it with one letter out, of a long one with two. What is handed over is good until the next.
func without(word string, each func(left []byte)) {
	var room [2 * longest]byte
	each(append(room[:0], word...))
	two := len(word) >= twoFrom && len(word) <= twoTo
	for i := range len(word) {
		one := append(append(room[:0], word[:i]...), word[i+1:]...)
		each(one)
		for j := i + 1; two && j < len(word); j++ {
			each(append(append(append(room[longest:longest], word[:i]...), word[i+1:j]...), word[j+1:]...))
		}
	}
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
