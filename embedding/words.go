package embedding

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxLetters is how many letters of a word are looked at; longer ones are addresses or noise.
const maxLetters = 32

// A mark stands between the words of two clauses: no phrase and no negation reaches across it.
const (
	clauseEnd   = ","
	sentenceEnd = "."
)

func isMark(word string) bool { return word == clauseEnd || word == sentenceEnd }

// words splits a text into the stems of its words and the marks. Case, accents, hyphens and apostrophes make no difference; a run of
// digits is a word of its own, so that vo2max, VO2-max and "vo2 max" are the same three words. Invalid UTF-8 parts words.
func words(text string) []string {
	found := make([]string, 0, len(text)/5+1)
	var word []rune
	digits := false
	flush := func() {
		if len(word) > 0 {
			found = append(found, stem(string(word)))
			word = word[:0]
		}
	}
	runes := []rune(strings.ToLower(norm.NFKD.String(strings.ToValidUTF8(text, "\uFFFD"))))
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if digit := unicode.IsDigit(r); digit != digits {
				flush()
				digits = digit
			}
			word = append(word, r)
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == '\'' || r == '’':
			// Accents, invisible characters and apostrophes are dropped, and what is around them stays one word.
		default:
			flush()
			if mark := markOf(r); mark != "" && !betweenDigits(runes, i) {
				found = append(found, mark)
			}
		}
	}
	flush()
	return found
}

// markOf takes only the point for the end of a sentence: WorkoutText ends each of its parts with one, whatever stands before it.
func markOf(r rune) string {
	switch {
	case r == '.':
		return sentenceEnd
	case strings.ContainsRune(",;:!?()\n", r):
		return clauseEnd
	}
	return ""
}

// betweenDigits recognises the point in 70.3 and the colon in 1:30.
func betweenDigits(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
}

// keepE are words that would become others without their e: fin, hop, lung, spin.
var keepE = []string{"bare", "care", "fine", "hope", "late", "lunge", "mate", "plane", "quite", "site", "spine", "tape", "wine"}

// besides denies what follows, and beside does not.
const besides = "besides"

// stem cuts the endings -s, -es, -ies, -ed, -ing and a silent e off an English word. It need not be right, only alike for forms
// of one word, and unlike for words of different meaning. A word of three letters loses an -s at most.
func stem(word string) string {
	switch {
	case len(word) < 3:
		return word
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		word = word[:len(word)-3] + "y"
	case hasAnySuffix(word, "sses", "ches", "shes", "xes"):
		word = word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !hasAnySuffix(word, "ss", "us", "is") && word != besides:
		word = word[:len(word)-1]
	}
	if slices.Contains(keepE, word) {
		return word
	}
	if root, cut := strings.CutSuffix(word, "ing"); cut && standsAlone(root) {
		word = single(root)
	} else if root, cut := strings.CutSuffix(word, "ed"); cut && standsAlone(root) && !strings.HasSuffix(root, "e") {
		word = single(root)
	}
	if root, cut := strings.CutSuffix(word, "e"); cut && len(root) > 2 {
		return root
	}
	return word
}

func hasAnySuffix(word string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// standsAlone keeps the -ing of swing and the -ed of sled.
func standsAlone(root string) bool { return len(root) > 2 && strings.ContainsAny(root, "aeiouy") }

// single undoes the doubling before an ending: running, swimming; but press, pull and buzz have two letters of their own.
func single(root string) string {
	last := len(root) - 1
	if root[last] == root[last-1] && !strings.ContainsRune("slzeo", rune(root[last])) {
		return root[:last]
	}
	return root
}
