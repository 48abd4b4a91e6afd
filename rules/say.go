package rules

import (
	"math"
	"strconv"
)

// say writes a sentence after a prefix. In its form %0 stands for the next number without decimals, %1 for it with one, %2 with two, %+
// with one and its sign, %% for the sign itself; {day|days} is the first word where the number before it reads 1 and the second elsewhere,
// and [is|are] goes by the number after it. It is a certificate's hundreds of sentences that keep this apart from fmt.
func say(prefix, form string, numbers ...float64) string {
	var room [256]byte
	text := append(room[:0], prefix...)
	singular := false
	for i := 0; i < len(form); i++ {
		switch {
		case form[i] == '%' && i+1 < len(form) && form[i+1] == '%':
			i++
			text = append(text, '%')
		case form[i] == '%' && i+1 < len(form) && len(numbers) > 0:
			i++
			from := len(text)
			text = number(text, form[i], numbers[0])
			singular = string(text[from:]) == "1"
			numbers = numbers[1:]
		case form[i] == '{':
			word, end := choice(form[i+1:], '}', singular)
			text = append(text, word...)
			i += end + 1
		case form[i] == '[':
			word, end := choice(form[i+1:], ']', len(numbers) > 0 && math.RoundToEven(numbers[0]) == 1)
			text = append(text, word...)
			i += end + 1
		default:
			from := i
			for i+1 < len(form) && form[i+1] != '%' && form[i+1] != '{' && form[i+1] != '[' {
				i++
			}
			text = append(text, form[from:i+1]...)
		}
	}
	return string(text)
}

func number(text []byte, verb byte, x float64) []byte {
	decimals := 1
	if verb != '+' {
		decimals = int(verb - '0')
	}
	if least := [3]float64{0.5, 0.05, 0.005}[decimals]; x > -least && x < 0 {
		x = 0 // no minus before a zero
	}
	if verb == '+' && x >= 0 {
		text = append(text, '+')
	}
	if decimals == 0 && abs(x) < 1<<53 {
		return strconv.AppendInt(text, int64(math.RoundToEven(x)), 10)
	}
	return strconv.AppendFloat(text, x, 'f', decimals, 64)
}

// choice is the word of "one|many}…" that fits, and where it closes.
func choice(form string, closing byte, singular bool) (word string, end int) {
	bar := 0
	for end = 0; end < len(form) && form[end] != closing; end++ {
		if form[end] == '|' {
			bar = end
		}
	}
	if singular {
		return form[:bar], end
	}
	return form[bar+1 : end], end
}

// apart says how far apart two sessions lie, and where they overlap by how much; form speaks of the hours between.
func apart(prefix, form string, hours, limit float64) string {
	if hours < 0 {
		return say(prefix, " overlap by %1 h; at least %0 h should lie between.", -hours, limit)
	}
	return say(prefix, form, hours, limit)
}
