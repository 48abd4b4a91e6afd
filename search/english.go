package search

import (
	"strings"

	"fortnight/lexis"
)

// English is a text with what is said in German or Spanish of training in English, clause by clause; a clause that is as much of English stays as
// it is, and so does every word that is not known. A text of any length may be given.
func English(text string) string {
	tokens := lexis.Tokens(text)
	clauses := clausesOf(tokens)
	best, most := (*language)(nil), 0
	for _, l := range glossary() {
		sum := 0
		for _, c := range clauses {
			if foreign, english, own := l.weigh(c); foreign > 0 && foreign >= english {
				sum += foreign + own
			}
		}
		if sum > most {
			best, most = l, sum
		}
	}
	if best == nil {
		return text
	}
	var out strings.Builder
	at := 0
	for _, c := range clauses {
		if foreign, english, _ := best.weigh(c); foreign == 0 || foreign < english {
			continue
		}
		for _, w := range best.read(c) {
			if w.known {
				out.WriteString(text[at:c[w.first].From])
				out.WriteString(w.english)
				at = c[w.last].To
			}
		}
	}
	out.WriteString(text[at:])
	return strings.TrimSpace(out.String())
}

// clausesOf are the tokens between commas, full stops and lines.
func clausesOf(tokens []lexis.Token) (clauses [][]lexis.Token) {
	from := 0
	for i := range tokens {
		if i > from && tokens[i].Break >= lexis.Comma {
			clauses = append(clauses, tokens[from:i])
			from = i
		}
	}
	if from < len(tokens) {
		clauses = append(clauses, tokens[from:])
	}
	return clauses
}

// reading is what some tokens in a row are in English.
type reading struct {
	first, last int
	english     string
	known, own  bool
}

// read goes through a clause from left to right and takes the longest phrase that is known.
func (l *language) read(clause []lexis.Token) []reading {
	list := make([]reading, 0, len(clause))
	for i := 0; i < len(clause); {
		length, found := l.phrase(clause[i:])
		if length == 0 {
			length, found = 1, l.word(clause[i].Text)
		}
		found.first, found.last = i, i+length-1
		list = append(list, found)
		i += length
	}
	return list
}

// phrase is the longest phrase of two words or more that a clause begins with, its length 0 where there is none.
func (l *language) phrase(clause []lexis.Token) (length int, is reading) {
	most := min(l.longest[clause[0].Text], len(clause))
	for length = most; length >= 2; length-- {
		words := make([]string, length)
		for i := range words {
			words[i] = clause[i].Text
		}
		if is := l.look(strings.Join(words, " ")); is.known {
			return length, is
		}
	}
	return 0, reading{}
}

// look is what a phrase is as it stands.
func (l *language) look(phrase string) reading {
	english, known := l.english[phrase]
	return reading{english: english, known: known, own: l.own[phrase]}
}

// word is one word in English: as it stands, as a form of another, or as one that is put together.
func (l *language) word(word string) reading {
	is := l.simple(word)
	if !is.known && l.compounds && len(word) <= mostLetters {
		is.english, is.known = l.compound(word, mostParts)
	}
	return is
}

func (l *language) simple(word string) reading {
	is := l.look(word)
	if is.known || word[0] >= '0' && word[0] <= '9' {
		return is
	}
	for _, form := range l.forms(word) {
		if is := l.look(form); is.english != "" {
			return is
		}
	}
	return reading{}
}

// How a German word is taken apart: of how many letters and parts it is at most, and what stands between two of them.
const (
	mostLetters = 40
	mostParts   = 3
)

var links = []string{"", "s", "n", "en", "e", "es", "er"}

// compound takes a word apart into words that are known, the first of them as long as may be.
func (l *language) compound(word string, parts int) (english string, known bool) {
	if parts < 2 {
		return "", false
	}
	for at := len(word) - leastPart; at >= leastPart; at-- {
		first, found := l.head(word[:at])
		if !found {
			continue
		}
		rest := l.simple(word[at:]).english
		if rest == "" {
			if rest, found = l.compound(word[at:], parts-1); !found {
				continue
			}
		}
		return first + " " + rest, true
	}
	return "", false
}

// head is the first part of a word that is put together, with what links it to the next.
func (l *language) head(word string) (english string, known bool) {
	for _, link := range links {
		part, has := strings.CutSuffix(word, link)
		if !has || len(part) < leastPart {
			continue
		}
		if english, known := l.english[part]; known && english != "" {
			return english, true
		}
		if plain := digraphs.Replace(part); plain != part && l.english[plain] != "" {
			return l.english[plain], true
		}
	}
	return "", false
}

// weigh counts the words of a clause that are of a language and not of English, those that are of English and not of it, and of the first those
// that its own file has.
func (l *language) weigh(clause []lexis.Token) (foreign, english, own int) {
	for _, r := range l.read(clause) {
		if r.own && r.last > r.first { // words that are English one by one, as "series de mil", are not in a row
			foreign, own = foreign+1+r.last-r.first, own+2
			continue
		}
		for _, t := range clause[r.first : r.last+1] {
			switch is := lexicon().Knows(t.Text); {
			case r.known && !is:
				foreign++
				if r.own {
					own += 2
				}
			case is && !r.known:
				english++
			}
		}
	}
	return foreign, english, own
}
