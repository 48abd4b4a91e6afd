package training

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blanks are letters and signs that show nothing, beside those that Unicode has ignored: the empty pattern of Braille, blanks of hieroglyphs, the empty head
// of a note, and what stands where an object was.
const blanks = "\u2800\U00013441\U00013442\U0001d159\ufffc"

// breaks are what begins a new line; those that are control characters too are in no text of ours, but for the line feed.
const breaks = "\n\u2028\u2029"

// CheckInt notes a fault where an optional whole number is outside low to high.
func CheckInt(faults *InputError, path string, value *int, low, high int) {
	if value != nil && (*value < low || *value > high) {
		faults.Add(path, fmt.Sprintf("%d is outside %d to %d", *value, low, high))
	}
}

// CheckFloat notes a fault where an optional number is not within low to high.
func CheckFloat(faults *InputError, path string, value *float64, low, high float64) {
	if value != nil && !(*value >= low && *value <= high) { // not a number is in no range
		faults.Add(path, fmt.Sprintf("%s is outside %s to %s", plain(*value), plain(low), plain(high)))
	}
}

// plain is a number as people write it, without an exponent.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// CheckDate notes a fault where a day is outside first to last.
func CheckDate(faults *InputError, path string, day, first, last Date) {
	if day < first || day > last {
		faults.Add(path, fmt.Sprintf("%s is outside %s to %s", day, first, last))
	}
}

// CheckCount notes a fault where a list has fewer or more entries than allowed, and tells whether it has not.
func CheckCount(faults *InputError, path string, count, low, high int) bool {
	if count < low || count > high {
		faults.Add(path, fmt.Sprintf("%d entries are outside %d to %d", count, low, high))
		return false
	}
	return true
}

// CheckLine notes a fault where a text that stands in a line, such as a name, has more lines than one, or is none by [CheckText].
func CheckLine(faults *InputError, path, text string, low, high int) {
	if strings.ContainsAny(text, breaks) {
		faults.Add(path, "has more than one line")
	}
	CheckText(faults, path, text, low, high)
}

// CheckText notes a fault where a text is shorter or longer than allowed, in characters, where nothing of one that must be there can be seen, or
// where it has what no text of ours has: invalid UTF-8 and control characters other than tab and line feed.
func CheckText(faults *InputError, path, text string, low, high int) {
	if !utf8.ValidString(text) {
		faults.Add(path, "is not valid UTF-8")
		return
	}
	if n := utf8.RuneCountInString(text); n < low || n > high {
		faults.Add(path, fmt.Sprintf("%d characters are outside %d to %d", n, low, high))
	} else if low > 0 && !strings.ContainsFunc(text, visible) {
		faults.Add(path, "has no character that can be seen")
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			faults.Add(path, fmt.Sprintf("has the control character U+%04X", r))
			return
		}
		if unicode.Is(unicode.Bidi_Control, r) { // with which a text shows as another than it is (CVE-2021-42574)
			faults.Add(path, fmt.Sprintf("has the mark of direction U+%04X", r))
			return
		}
	}
}

// visible tells whether a character alone can be seen: blanks, joiners, marks on other characters and what stands for nothing cannot.
func visible(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.M, unicode.Other_Default_Ignorable_Code_Point) && !strings.ContainsRune(blanks, r)
}

// checkWords notes a fault for each word that is not one of those there are or is named twice; a list that is given has one at least.
func checkWords[T ~string](faults *InputError, path string, words, known []T) {
	if words != nil && CheckCount(faults, path, len(words), 1, len(known)) {
		checkEach(faults, path, words, known)
	}
}

// checkEach notes a fault for each word that is not one of those there are or is named twice.
func checkEach[T ~string](faults *InputError, path string, words, known []T) {
	for i, word := range words {
		switch {
		case !slices.Contains(known, word):
			faults.Add(fmt.Sprintf("%s[%d]", path, i), fmt.Sprintf("%.40q is none of %v", string(word), known))
		case slices.Contains(words[:i], word):
			faults.Add(fmt.Sprintf("%s[%d]", path, i), fmt.Sprintf("%s is named twice", word))
		}
	}
}

// listed is words as a message has them.
func listed[T ~string](words []T) string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = string(word)
	}
	return strings.Join(all, ", ")
}
