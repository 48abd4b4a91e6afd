package embedding

import (
	"maps"
	"slices"
	"strings"
)

// slipLetters is how long a word is that may be misspelt: of shorter ones, too many are one letter apart and both right.
const slipLetters = 6

// speller reads words as the lexicon spells them.
type speller struct {
	known  map[string]bool     // every word of a phrase
	joined map[string][]string // the words of a phrase, by the phrase without blanks
	slips  map[string][]string // words that name concepts, by themselves and by what is left of them without one letter
}

func newSpeller(phrases map[string]meaning) speller {
	s := speller{map[string]bool{}, map[string][]string{}, map[string][]string{}}
	for _, phrase := range slices.Sorted(maps.Keys(phrases)) { // the order decides between words that are equally near
		stems := strings.Fields(phrase)
		for _, stem := range stems {
			s.known[stem] = true
		}
		if joined := strings.Join(stems, ""); len(phrases[phrase].concepts) > 0 && mayBeMisspelt(joined) {
			s.learn(stems, joined)
		}
	}
	return s
}

func (s speller) learn(stems []string, joined string) {
	if len(stems) > 1 {
		s.joined[joined] = stems
		return
	}
	for _, left := range withoutOne(joined) {
		s.slips[left] = append(s.slips[left], joined)
	}
}

// mayBeMisspelt leaves out short and very long words, and those that are not of Latin letters.
func mayBeMisspelt(word string) bool {
	return len(word) >= slipLetters && len(word) <= maxLetters && !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
}

// withoutOne is a word and what is left of it without any one letter.
func withoutOne(word string) []string {
	all := []string{word}
	for i := range len(word) {
		if left := word[:i] + word[i+1:]; left != all[len(all)-1] { // one of two equal letters leaves the same
			all = append(all, left)
		}
	}
	return all
}

// spell joins what was parted ("tread mill"), parts what was joined ("sweetspot"), and takes a word that is one slip of the fingers away
// from a known one for that ("treshold"). Words that are known stay what they are.
func (s speller) spell(words []string) []string {
	spelled := make([]string, 0, len(words)+2)
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) && s.wereOne(words[i], words[i+1]) {
			spelled = append(spelled, words[i]+words[i+1])
			i++
			continue
		}
		spelled = s.add(spelled, words[i])
	}
	return spelled
}

func (s speller) wereOne(a, b string) bool {
	return !(s.known[a] && s.known[b]) && s.known[a+b] && mayBeMisspelt(a+b)
}

func (s speller) add(spelled []string, word string) []string {
	if s.known[word] || !mayBeMisspelt(word) {
		return append(spelled, word)
	}
	if parts := s.joined[word]; parts != nil {
		return append(spelled, parts...)
	}
	for _, left := range withoutOne(word) {
		for _, stem := range s.slips[left] {
			if oneSlip(word, stem) {
				return append(spelled, stem)
			}
		}
	}
	return append(spelled, word)
}

// oneSlip tells whether two words differ in one letter, that is too much, missing or another, or in the order of two neighbours. The first
// letter is seldom wrong, and has to be the same.
func oneSlip(a, b string) bool {
	if a[0] != b[0] {
		return false
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 2 && len(b) == 2 {
		return a[0] == b[1] && a[1] == b[0]
	}
	return len(a) <= 1 && len(b) <= 1
}
