package season

import (
	"regexp"
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// phrase is a pattern that begins where a word or a number does, in texts without accents (lexis.Plain). It is tried there alone, and only where the
// first letter may be one of its own: a hundred patterns look through a text in the time of a few.
type phrase struct {
	pattern *regexp.Regexp
	first   [utf8.RuneSelf]bool
}

func spoken(pattern string) *phrase {
	p := &phrase{pattern: regexp.MustCompile(`^(?:` + pattern + `)`)}
	parsed, err := syntax.Parse(`(?:`+pattern+`)`, syntax.Perl)
	if err != nil {
		panic(err) // MustCompile has read it
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		panic(err)
	}
	seen := make([]bool, len(program.Inst))
	var walk func(at uint32)
	walk = func(at uint32) {
		if seen[at] {
			return
		}
		seen[at] = true
		switch i := &program.Inst[at]; i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(i.Out)
			walk(i.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			walk(i.Out)
		case syntax.InstMatch: // it may be empty: nothing is told by a letter
			for c := range p.first {
				p.first[c] = true
			}
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			for c := range p.first {
				p.first[c] = p.first[c] || i.MatchRune(rune(c))
			}
		}
	}
	walk(uint32(program.Start))
	return p
}

// widest is how many bytes a phrase is looked for in: what a pattern has between its words goes no further.
const widest = 128

// find is where the phrase stands first, with its groups as pairs of places; nil for nowhere.
func (p *phrase) find(text string) []int {
	before := ' '
	for at, r := range text {
		begins := r < utf8.RuneSelf && p.first[r] && !unicode.IsLetter(before) && !(unicode.IsDigit(before) && unicode.IsDigit(r))
		before = r
		if !begins {
			continue
		}
		if m := p.pattern.FindStringSubmatchIndex(text[at:min(len(text), at+widest)]); m != nil {
			for i := range m {
				if m[i] >= 0 {
					m[i] += at
				}
			}
			return m
		}
	}
	return nil
}

// MatchString tells whether a text has the phrase.
func (p *phrase) MatchString(text string) bool { return p.find(text) != nil }

// FindStringIndex is where the phrase stands first, and where it ends; nil for nowhere.
func (p *phrase) FindStringIndex(text string) []int {
	if m := p.find(text); m != nil {
		return m[:2]
	}
	return nil
}

// FindStringSubmatch is the phrase with its groups, nil for none; a group that is not there is empty.
func (p *phrase) FindStringSubmatch(text string) []string {
	m := p.find(text)
	if m == nil {
		return nil
	}
	groups := make([]string, len(m)/2)
	for i := range groups {
		if m[2*i] >= 0 {
			groups[i] = text[m[2*i]:m[2*i+1]]
		}
	}
	return groups
}
