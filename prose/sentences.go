package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// maxProseRunes is how much of somebody's reasoning is kept.
const maxProseRunes = 300

// Keep keeps the sentences of a rationale that may be shown, at most 300 characters of them, and says why others are gone. A sentence
// goes where a number in it is none of the facts, and where it looks like markup, an address or an identifier.
func Keep(text string, facts []Fact) (kept string, reasons []string) {
	for _, sentence := range sentences(Clip(text, 4*maxProseRunes)) {
		if reason := objection(sentence, facts); reason != "" {
			reasons = append(reasons, reason)
			continue
		}
		if longer := strings.TrimSpace(kept + " " + sentence); len([]rune(longer)) <= maxProseRunes {
			kept = longer
		}
	}
	slices.Sort(reasons)
	return kept, slices.Compact(reasons)
}

var sentenceEnd = regexp.MustCompile(`[.!?;]+(?:\s+|$)`)

func sentences(text string) []string {
	var list []string
	for text != "" {
		end := len(text)
		if at := sentenceEnd.FindStringIndex(text); at != nil {
			end = at[1]
		}
		list = append(list, strings.TrimSpace(text[:end]))
		text = text[end:]
	}
	return list
}

var (
	markup     = regexp.MustCompile("[<>`{}\\[\\]|\\\\]|&[#a-zA-Z]")
	address    = regexp.MustCompile(`(?i)://|www\.|@|\b[a-z0-9-]+\.[a-z]{2,}\b`)
	identifier = regexp.MustCompile(`(?i)\b[0-9a-f]{8}\b|[0-9a-f]{4,}-[0-9a-f]{4}|[\w+/=-]{32,}`)
)

func objection(sentence string, facts []Fact) string {
	switch {
	case markup.MatchString(sentence):
		return "A sentence with markup in it was taken out of the reason."
	case address.MatchString(sentence):
		return "A sentence with an address in it was taken out of the reason."
	case identifier.MatchString(sentence):
		return "A sentence with an identifier in it was taken out of the reason."
	}
	for _, n := range NumbersIn(sentence) {
		if !n.Readable || !slices.ContainsFunc(facts, n.Fact.is) {
			return fmt.Sprintf("A sentence was taken out of the reason: “%s” is not in the data.", n.Text)
		}
	}
	return ""
}
