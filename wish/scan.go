package wish

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"fortnight/lexis"
	"fortnight/training"
)

// word is one or several words of a text as the grammar knows them.
type word struct {
	text     string // the grammar's word, a number, or what nobody knows
	from, to int    // the bytes of the text
	brk      lexis.Break
	dash     bool
	strange  bool // not known
	guessed  bool // misspelt
	number   float64
	minutes  int                // of a length of time
	meters   int                // of a length
	at       training.LocalTime // of a time of day, where clock is true
	clock    bool
	opened   bool // what a gate has heard, and what is denied of the body
	denied   bool
	beside   bool // in a sentence that speaks of the body
}

// phraseOf is the grammar's word of each phrase, starts the words that begin one with how many words the longest has.
var (
	phraseOf = map[string]string{}
	starts   = map[string]int{}
	numberOf = map[string]float64{}
	lengthOf = map[string]int{}
	speller  *lexis.Speller
)

func init() {
	var vocabulary []string
	begin := func(phrase string) {
		words := strings.Fields(phrase)
		starts[words[0]] = max(starts[words[0]], len(words))
		vocabulary = append(vocabulary, words...)
	}
	each := func(line string, put func(phrase string)) {
		for _, phrase := range strings.Split(line, "|") {
			if phrase = strings.Join(strings.Fields(phrase), " "); phrase != "" {
				begin(phrase)
				put(phrase)
			}
		}
	}
	for name, line := range phrases {
		each(line, func(phrase string) {
			if other, twice := phraseOf[phrase]; twice && other != name {
				panic("wish: " + phrase + " is " + other + " and " + name)
			}
			phraseOf[phrase] = name
		})
	}
	for digits, line := range numbers {
		value, _ := strconv.ParseFloat(digits, 64)
		each(line, func(phrase string) { numberOf[phrase] = value })
	}
	for minutes, line := range lengths {
		each(line, func(phrase string) { lengthOf[phrase] = minutes })
	}
	for unit := range units {
		vocabulary = append(vocabulary, unit)
	}
	sort.Strings(vocabulary)
	speller = lexis.NewSpeller(slices.Compact(vocabulary), lexis.Common)
}

// scan reads the words of a text as the grammar knows them.
func scan(text string) []word {
	tokens := lexis.Tokens(text)
	guessed := make([]bool, len(tokens))
	for i := range tokens {
		if right, changed := speller.Right(tokens[i].Text); changed {
			tokens[i].Text, guessed[i] = right[0], true
		}
	}
	var words []word
	for i := 0; i < len(tokens); {
		w, n := one(tokens[i:])
		w.from, w.to, w.brk, w.dash = tokens[i].From, tokens[i+n-1].To, tokens[i].Break, tokens[i].Dash
		for j := i; j < i+n; j++ {
			w.guessed = w.guessed || guessed[j]
		}
		words = append(words, w)
		i += n
	}
	return words
}

// one reads the word that tokens begin with, and how many of them it takes.
func one(tokens []lexis.Token) (word, int) {
	if w, n := amount(tokens); n > 0 {
		return w, n
	}
	most := min(starts[tokens[0].Text], len(tokens))
	for n := most; n >= 1; n-- {
		phrase, whole := joined(tokens[:n])
		if !whole {
			continue
		}
		if minutes, known := lengthOf[phrase]; known {
			return word{text: "#", minutes: minutes}, n
		}
		if name, known := phraseOf[phrase]; known {
			return word{text: name}, n
		}
		if value, known := numberOf[phrase]; known {
			if unit, known := unitAt(tokens, n); known {
				return measured(value, unit), n + 1
			}
			return word{text: strconv.FormatFloat(value, 'f', -1, 64), number: value}, n
		}
	}
	return word{text: tokens[0].Text, strange: !lightWord(tokens[0].Text)}, 1
}

// lightWord tells whether a word that no phrase has carries little: it is common.
func lightWord(text string) bool { return len(text) < 2 }

// joined are tokens as a phrase, and whether nothing stands between them.
func joined(tokens []lexis.Token) (string, bool) {
	if len(tokens) == 1 {
		return tokens[0].Text, true
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			if t.Break != 0 {
				return "", false
			}
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String(), true
}

func unitAt(tokens []lexis.Token, n int) (string, bool) {
	if n >= len(tokens) || tokens[n].Break != 0 {
		return "", false
	}
	_, known := units[tokens[n].Text]
	return tokens[n].Text, known
}

// measured is a number with a unit.
func measured(value float64, unit string) word {
	if per := units[unit]; per > 0 {
		return word{text: "#", minutes: int(min(value*per, 1e6))}
	} else {
		return word{text: "#", meters: int(min(-value*per, 1e8))}
	}
}

// amount reads a number with what belongs to it: "45 min", "1 h 30", "10km", "18:00", "7 pm", "19 Uhr".
func amount(tokens []lexis.Token) (word, int) {
	text := tokens[0].Text
	if c := text[0]; c < '0' || c > '9' {
		return word{}, 0
	}
	if at, clock := clockOf(text); clock {
		if next, n := half(tokens, 1); n > 0 {
			return word{text: "#", clock: true, at: at%720 + next}, 1 + n
		}
		if len(tokens) > 1 && tokens[1].Text == "h" || hoursSaid(tokens) {
			return word{text: "#", minutes: int(at)}, 2
		}
		return word{text: "#", clock: true, at: at}, 1 + oclock(tokens, 1)
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return word{text: text, strange: false, number: -1}, 1
	}
	if unit, known := unitAt(tokens, 1); known {
		w := measured(value, unit)
		if w.minutes > 0 && units[unit] == 60 { // "1 h 30"
			if more, n := minutesAfter(tokens, 2); n > 0 {
				w.minutes += more
				return w, 2 + n
			}
		}
		return w, 2
	}
	if value == float64(int(value)) && value <= 24 {
		if next, n := half(tokens, 1); n > 0 && value <= 12 {
			return word{text: "#", clock: true, at: training.LocalTime(60*(int(value)%12)) + next}, 1 + n
		}
		if n := oclock(tokens, 1); n > 0 {
			return word{text: "#", clock: true, at: training.LocalTime(60 * (int(value) % 24))}, 1 + n
		}
	}
	if len(tokens) > 1 && tokens[1].Glued && phraseOf[tokens[1].Text] == "th" {
		return word{text: text + "th", number: value}, 2
	}
	return word{text: text, number: value}, 1
}

// clockOf reads "18:00" and "6:30".
func clockOf(text string) (training.LocalTime, bool) {
	h, m, found := strings.Cut(text, ":")
	hours, errH := strconv.Atoi(h)
	minutes, errM := strconv.Atoi(m)
	if !found || errH != nil || errM != nil || len(m) != 2 || hours > 24 || minutes > 59 {
		return 0, false
	}
	return training.LocalTime((60*hours + minutes) % (24 * 60)), true
}

func hoursSaid(tokens []lexis.Token) bool {
	return len(tokens) > 1 && tokens[1].Break == 0 && units[tokens[1].Text] == 60
}

// half reads "am" and "pm", and how many tokens they take: the half of the day in minutes.
func half(tokens []lexis.Token, at int) (training.LocalTime, int) {
	if at >= len(tokens) || tokens[at].Break != 0 {
		return 0, 0
	}
	next := func(i int) string {
		if at+i < len(tokens) {
			return tokens[at+i].Text
		}
		return ""
	}
	switch {
	case next(0) == "pm":
		return 720, 1
	case next(0) == "am" && (tokens[at].Glued || !german(tokens)):
		return 0, 1
	case next(0) == "p" && next(1) == "m":
		return 720, 2
	case next(0) == "a" && next(1) == "m":
		return 0, 2
	}
	return 0, 0
}

// german tells whether "am" is a German one: a German word stands behind it.
func german(tokens []lexis.Token) bool {
	if len(tokens) < 3 {
		return false
	}
	switch tokens[2].Text {
	case "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "wochenende", "tag", "morgen", "abend", "nachmittag":
		return true
	}
	return false
}

func oclock(tokens []lexis.Token, at int) int {
	if at < len(tokens) && tokens[at].Break == 0 && (tokens[at].Text == "uhr" || tokens[at].Text == "oclock") {
		return 1
	}
	return 0
}

// minutesAfter reads the minutes that go with hours: "30", "30 min".
func minutesAfter(tokens []lexis.Token, at int) (minutes, n int) {
	if at < len(tokens) && (tokens[at].Text == "and" || tokens[at].Text == "und" || tokens[at].Text == "y") {
		if m, n := minutesAfter(tokens, at+1); n == 2 {
			return m, 3
		}
		return 0, 0
	}
	if at >= len(tokens) || tokens[at].Break != 0 || len(tokens[at].Text) > 2 {
		return 0, 0
	}
	m, err := strconv.Atoi(tokens[at].Text)
	if err != nil || m > 59 {
		return 0, 0
	}
	if unit, known := unitAt(tokens, at+1); known && units[unit] == 1 {
		return m, 2
	}
	if !tokens[at].Glued {
		return 0, 0
	}
	return m, 1
}
