// Package prose is about words: it writes days and lengths as every message does, and keeps of a text that somebody else wrote only what
// may be shown. It knows dates; it knows neither plans nor runs.
package prose

import (
	"fmt"
	"strings"
	"unicode"

	"fortnight/training"
)

// Day names a day as messages do: "Mon 30 Nov".
func Day(d training.Date) string { return d.Midnight().Format("Mon 2 Jan") }

// Minutes says a length in whole minutes: "45 min".
func Minutes(seconds int) string { return fmt.Sprintf("%d min", (seconds+30)/60) }

// Plain is a text in small letters with single spaces and without what is no letter or digit, for comparing quotes.
func Plain(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// Clip is a text on one line without control and format characters, at most so many runes.
func Clip(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r > ' ' && r < 0x7F: // which most are
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return strings.TrimSpace(string(runes[:min(len(runes), most)]))
}
