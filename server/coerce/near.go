package coerce

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// leastAlike is how many letters two words share at least where one is within the other.
const leastAlike = 3

// near is the word that may have been meant, empty where none is nearer than the others. In this order: what differs in case and in what stands
// between its parts alone; the one that begins like what was sent or is its beginning (MON, Running); what is a few letters away; the one that
// alone has one of its parts (KNEE_PAIN is HURT_KNEE: of pain there are several); the one that has it within (day, weekday); the one whose description alone has
// the word (CYCLING). Describes is the description of the word of an index.
func (c *coercer) near(sent string, words []string, describes func(int) string) string {
	if c.discreet || len(sent) > maxShown {
		return ""
	}
	plain := plainly(sent)
	if i := slices.IndexFunc(words, func(w string) bool { return plainly(w) == plain }); i >= 0 {
		return words[i]
	}
	if w := alone(words, func(w string) bool {
		w = plainly(w)
		return min(len(w), len(plain)) >= leastAlike && (strings.HasPrefix(w, plain) || strings.HasPrefix(plain, w))
	}); w != "" {
		return w
	}
	if w := misspelt(plain, words); w != "" {
		return w
	}
	if w := byPart(sent, words); w != "" {
		return w
	}
	if len(plain) < leastAlike {
		return ""
	}
	if w := alone(words, func(w string) bool { return strings.Contains(plainly(w), plain) }); w != "" {
		return w
	}
	return described(plain, words, describes)
}

// misspelt is the first of the words that are the fewest letters away: at most one of three, or half of those of a word that begins alike (riding).
func misspelt(plain string, words []string) (nearest string) {
	least := len(plain)
	for _, w := range words {
		other := plainly(w)
		most := max(1, len(plain)/3)
		if len(plain) >= leastAlike && strings.HasPrefix(other, plain[:leastAlike]) {
			most = len(plain) / 2
		}
		if abs(len(other)-len(plain)) > most {
			continue
		}
		if distance := levenshtein.ComputeDistance(plain, other); distance <= most && distance < least {
			nearest, least = w, distance
		}
	}
	return nearest
}

func abs(n int) int { return max(n, -n) }

// byPart is the word that shares a part with what was sent that no other word has.
func byPart(sent string, words []string) string {
	for _, part := range parts(sent) {
		if len(part) < leastAlike {
			continue
		}
		if w := alone(words, func(w string) bool { return slices.Contains(parts(w), part) }); w != "" {
			return w
		}
	}
	return ""
}

func described(plain string, words []string, describes func(int) string) (found string) {
	for i, w := range words {
		if !slices.ContainsFunc(strings.FieldsFunc(describes(i), notLetter), func(said string) bool { return plainly(said) == plain }) {
			continue
		}
		if found != "" {
			return ""
		}
		found = w
	}
	return found
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// plainly is a word without regard to case and to what stands between its parts.
func plainly(word string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(word))
}

// parts are those of HURT_KNEE, knee-pain and durationMinutes, in small letters.
func parts(word string) []string {
	var spaced strings.Builder
	small := false
	for _, r := range word {
		if small && unicode.IsUpper(r) {
			spaced.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		spaced.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(spaced.String(), notLetter)
}

// alone is the one word that is wanted, empty where there is none or several.
func alone(words []string, wanted func(string) bool) (word string) {
	for _, w := range words {
		if wanted(w) {
			if word != "" {
				return ""
			}
			word = w
		}
	}
	return word
}
