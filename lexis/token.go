package lexis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Break is what sets a word off from the one before it.
type Break int

// The breaks, the weakest first. LINKED is a sign that joins: & or +.
const (
	Linked   Break = iota + 1 // & +
	Comma                     // , : ( ) / among words
	Sentence                  // . ; ! ? or a new line
)

// Token is a word or a number of a text. Text is folded; From and To are the bytes of the text that it stands in.
type Token struct {
	Text     string
	From, To int
	Break    Break // before it; 0 for none but space
	Dash     bool  // a dash stands before it: a hyphen, or one of "from to"
	Glued    bool  // nothing stands before it: "km" of "10km"
}

// maxTokens bounds what is read of a text: one of 4,000 characters has some 700.
const maxTokens = 1000

// Tokens are the words and numbers of a text in order. Numbers keep what is inside them: "18:00", "1.5", "6/12", "2026-12-06". A decimal comma
// becomes a point.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, min(len(text)/5+4, maxTokens))
	var sep separator
	for at := 0; at < len(text) && len(tokens) < maxTokens; {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := at + size
		switch {
		case unicode.IsDigit(r) && r < utf8.RuneSelf:
			end = numberEnd(text, at)
		case unicode.IsLetter(r):
			end = wordEnd(text, at)
		default:
			sep.see(text, at, r, tokens)
			at = end
			continue
		}
		word := fold(text[at:end])
		if r < utf8.RuneSelf && unicode.IsDigit(r) {
			word = number(word)
		}
		if word != "" {
			tokens = append(tokens, Token{
				Text: word, From: at, To: end, Break: sep.most, Dash: sep.dash, Glued: len(tokens) > 0 && tokens[len(tokens)-1].To == at,
			})
		}
		sep = separator{}
		at = end
	}
	return tokens
}

// Fold is a text as its words are folded, one space between them.
func Fold(text string) string {
	var words []string
	for _, t := range Tokens(text) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

// separator is what was seen since the last word.
type separator struct {
	most Break
	dash bool
}

func (s *separator) see(text string, at int, r rune, before []Token) {
	is := Break(0)
	switch r {
	case '.':
		if !abbreviated(text, at, before) {
			is = Sentence
		}
	case ';', '!', '?', '\n', '¡', '¿', '…', '•':
		is = Sentence
	case ',', ':', '(', ')', '/', '|', '·':
		is = Comma
	case '&', '+':
		is = Linked
	case '-', '–', '—', '‐', '‑', '−':
		s.dash = true
		if r == '—' {
			is = Comma
		}
	}
	s.most = max(s.most, is)
}

// abbreviated tells whether a full stop ends no sentence: after the short form of a day, a month or a unit, after a number before a month
// ("5. bis 8. Dezember"), and within "a.m.".
func abbreviated(text string, at int, before []Token) bool {
	if len(before) == 0 || before[len(before)-1].To != at {
		return false
	}
	last := &before[len(before)-1]
	rest := strings.TrimLeft(text[at+1:], " ")
	if c := last.Text[0]; c >= '0' && c <= '9' && strings.HasPrefix(rest, ")") {
		return true // "(7.-11.)"
	}
	if last.Text == "mind" && rest != "" && rest[0] >= '0' && rest[0] <= '9' && (len(before) == 1 || !ownsMind[before[len(before)-2].Text]) {
		return true // "mind. 2x schwimmen", and no mind that was changed
	}
	if shortForms[last.Text] {
		return rest != "" // at the end it ends a sentence as well, which nothing follows
	}
	if c := last.Text[0]; c >= '0' && c <= '9' && len(last.Text) <= 5 {
		if day, month, dotted := strings.Cut(last.Text, "."); dotted && len(day) <= 2 && len(month) <= 2 && rest != "" && len(before) > 1 && GermanOrdinal(before[len(before)-2].Text) { // "am 5.12. frei"
			return true
		}
		if _, month, dotted := strings.Cut(last.Text, "."); dotted && len(month) <= 2 && rest != "" && unicode.IsLower(firstRune(rest)) { // "4.-6.12. frei"
			return true
		}
		if len(last.Text) <= 2 && rangeBegins(rest) { // "4.-6.12."
			return true
		}
		return monthBegins(rest) || len(last.Text) <= 2 && len(before) > 1 && GermanOrdinal(before[len(before)-2].Text)
	}
	return false
}

// ownsMind stand before an English mind, which ends a sentence.
var ownsMind = setOf("my your his her our their the in of on never")

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// rangeBegins tells whether a text begins with a dash and a number.
func rangeBegins(text string) bool {
	rest := strings.TrimLeft(text, "-–—‐‑−")
	return len(rest) < len(text) && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// GermanOrdinal tells whether a number with a full stop is the number of a day behind a word: "am 5.", "bis zum 10."
func GermanOrdinal(before string) bool { return ordinalsFollow[before] }

var ordinalsFollow = setOf("am vom zum ab bis dem den der")

// No word that can stand for itself is among them: "No. My knee hurts" are two sentences.
var shortForms = setOf(`jan feb mrz apr jun jul aug sep sept oct okt nov dec dez ene abr ago dic mon tue tues wed weds thu thur thurs fri sat
	lun mie jue vie sab min mins hr hrs std km a p m approx ca max evtl bzw inkl ggf vorauss`)

var monthBeginnings = setOf(`jan feb mar mrz apr may mai jun jul aug sep oct okt nov dec dez ene abr ago dic`)

func monthBegins(text string) bool {
	word := fold(text[:wordEnd(text, 0)])
	return len(word) >= 3 && monthBeginnings[word[:3]] || word == "bis" || word == "und" || word == "woche" || word == "ssw" || word == "monat" || word == "schwangerschaftswoche"
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// numberEnd is where a number ends that begins at a place: digits, and single signs between digits.
func numberEnd(text string, at int) int {
	digit := func(i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }
	if isDate(text, at) {
		return at + len("2026-12-06")
	}
	for end := at; ; end++ {
		switch {
		case digit(end):
		case end < len(text) && strings.IndexByte(".,:/", text[end]) >= 0 && digit(end+1):
		default:
			return end
		}
	}
}

func isDate(text string, at int) bool {
	const form = "0000-00-00"
	if len(text) < at+len(form) {
		return false
	}
	for i := range len(form) {
		if c := text[at+i]; form[i] == '-' && c != '-' || form[i] == '0' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// number writes a decimal comma as a point, and takes out one that sets off thousands.
func number(text string) string {
	whole, part, found := strings.Cut(text, ",")
	switch {
	case !found:
		return text
	case len(part) == 3:
		return whole + part
	}
	return whole + "." + strings.ReplaceAll(part, ",", "")
}

// wordEnd is where a word ends that begins at a place: letters, what is put onto them, and apostrophes between letters.
func wordEnd(text string, at int) int {
	for end := at; end < len(text); {
		if c := text[end] | 0x20; c >= 'a' && c <= 'z' {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			if !apostrophe(r) || end == at || !unicode.IsLetter(next) {
				return end
			}
		}
		end += size
	}
	return len(text)
}
