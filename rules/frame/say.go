package frame

import (
	"math"
	"strconv"
	"strings"
)

// words writes the sentences of a certificate into shared memory.
type words struct{ room strings.Builder }

// Say writes a sentence after a prefix. In its form %0 stands for the next number without decimals, %1 for it with one, %2 with two, %+
// with one and its sign, %% for the sign itself; %{day|days} is the first word where the number before it reads 1 and the second
// elsewhere, and %[is|are] goes by the number after it. What is measured is the first number and what it is held to the last; they get as many decimals
// as it takes to tell them apart, six at most: "9 %; at most 9 %" is no reason. It is a certificate's hundreds of sentences that keep this
// apart from fmt.
func (w *words) Say(prefix, form string, numbers ...float64) string {
	var room [256]byte
	text := append(room[:0], prefix...)
	singular, begun, more := false, false, 0
	for {
		at := strings.IndexByte(form, '%')
		if at < 0 {
			return w.keep(append(text, form...))
		}
		text = append(text, form[:at]...)
		verb := form[at+1]
		form = form[at+2:]
		word := ""
		switch verb {
		case '%':
			text = append(text, '%')
		case '{':
			word, form = choice(form, '}', singular)
		case '[':
			word, form = choice(form, ']', math.RoundToEven(numbers[0]) == 1)
		default:
			from := len(text)
			decimals := 1
			if verb != '+' {
				decimals = int(verb - '0')
			}
			if !begun && len(numbers) > 1 {
				more = apart(numbers[0], numbers[len(numbers)-1], decimals)
			}
			begun = true
			text = number(text, verb == '+', decimals+more, numbers[0])
			singular = string(text[from:]) == "1"
			numbers = numbers[1:]
		}
		text = append(text, word...)
	}
}

// mostDecimals are those beyond which two numbers are the same to whoever reads them.
const mostDecimals = 6

// apart is how many decimals more than so many it takes to tell two numbers apart, 0 where they differ already or never do.
func apart(a, b float64, decimals int) int {
	if math.Abs(a-b) >= 1 {
		return 0
	}
	for more := 0; decimals+more <= mostDecimals; more++ {
		unit := math.Pow10(decimals + more)
		if math.RoundToEven(a*unit) != math.RoundToEven(b*unit) {
			return more
		}
	}
	return 0
}

// wordsAtOnce is for how many bytes of sentences room is made at once: a certificate has about 30,000.
const wordsAtOnce = 8192

// keep is a text as a string, one of many that share their memory.
func (w *words) keep(text []byte) string {
	if w.room.Cap()-w.room.Len() < len(text) {
		w.room = strings.Builder{}
		w.room.Grow(max(wordsAtOnce, len(text)))
	}
	from := w.room.Len()
	w.room.Write(text)
	return w.room.String()[from:]
}

func number(text []byte, signed bool, decimals int, x float64) []byte {
	if x < 0 && x > -0.5/math.Pow10(decimals) {
		x = 0 // no minus before a zero
	}
	if signed && x >= 0 {
		text = append(text, '+')
	}
	if decimals == 0 && math.Abs(x) < 1<<53 {
		return strconv.AppendInt(text, int64(math.RoundToEven(x)), 10)
	}
	return strconv.AppendFloat(text, x, 'f', decimals, 64)
}

// choice is the word of "one|many}…" that fits, and what follows it.
func choice(form string, closing byte, singular bool) (word, rest string) {
	words, rest, _ := strings.Cut(form, string(closing))
	one, many, _ := strings.Cut(words, "|")
	if singular {
		return one, rest
	}
	return many, rest
}

// Apart says how far apart two sessions lie, and where they overlap by how much; form speaks of the hours between.
func (w *words) Apart(prefix, form string, hours, limit float64) string {
	if hours < 0 {
		return w.Say(prefix, " overlap by %1 h; at least %0 h should lie between.", -hours, limit)
	}
	return w.Say(prefix, form, hours, limit)
}
