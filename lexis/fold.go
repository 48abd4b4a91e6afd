package lexis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainOf are letters with something on them, or of two, that people write differently: "Rücken", "Ruecken" and "Rucken" are one word where
// a vocabulary has the last two.
var plainOf = strings.NewReplacer(
	"ä", "a", "á", "a", "à", "a", "â", "a", "ã", "a", "å", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ö", "o", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ñ", "n", "ç", "c", "ß", "ss", "æ", "ae", "œ", "oe",
	"ø", "o", "ý", "y", "ﬁ", "fi", "ﬂ", "fl",
)

// fold is a word without case, accents and apostrophes; the 's of "Tuesday's" and the 'll of "I'll" fall away with what belongs to it.
func fold(word string) string {
	if plain(word) {
		return strings.ToLower(word)
	}
	word = plainOf.Replace(strings.ToLower(word))
	if at := strings.IndexFunc(word, apostrophe); at >= 0 {
		if tail := strings.TrimLeftFunc(word[at:], apostrophe); tail == "s" || tail == "ll" {
			word = word[:at]
		}
	}
	return strings.Map(func(r rune) rune {
		if apostrophe(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)
}

// Plain is a text in small letters without accents and apostrophes, its other signs as they stand: for patterns that read numbers and times.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		if apostrophe(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, plainOf.Replace(strings.ToLower(text)))
}

// WithoutDigraphs is a folded word as it is where its umlauts are written with one letter: "uber" of "ueber".
func WithoutDigraphs(word string) string {
	if !strings.Contains(word, "e") {
		return word
	}
	return digraphs.Replace(word)
}

var digraphs = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// plain tells whether a word has nothing but letters and signs that fold as they stand, which is what most words have.
func plain(word string) bool {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			return false
		}
	}
	return true
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '´' || r == '`' }
