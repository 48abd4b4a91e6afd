package prose

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Fact is a number that a text may say, with the unit it has there: "min", "TSS", "km", "%", or "" for a count, a day, a set.
type Fact struct {
	Value float64
	Unit  string
}

// is tells whether a number said is a fact: in the same unit, minutes and TSS to the nearest whole; a day may be counted or named.
func (said Fact) is(known Fact) bool {
	switch {
	case said.Unit != known.Unit && !(said.Unit == "day" && known.Unit == ""):
		return false
	case known.Unit == "min" || known.Unit == "TSS":
		return math.Abs(said.Value-known.Value) <= 0.5+1e-9
	}
	return said.Value == known.Value
}

// Number is one that stands in a text.
type Number struct {
	Fact
	Text     string
	Readable bool // it is plain digits or a word for a number
}

var numberPattern = regexp.MustCompile(`(\d+(?:[.,:'’/]\d+)*)(?:\s*[-–]?\s*(%|[\p{L}]+))?`)

// oxygen is the one word of the field that has a digit in it.
var oxygen = regexp.MustCompile(`(?i)vo2`)

// MinutesIn is how many minutes a unit of time has, under any of its names in small letters ("min", "h", "seconds"), 0 for other words.
func MinutesIn(unit string) float64 { return minutesOfUnit[unit] }

// ValueOf is the value of a number word in small letters from one to ninety, hundred or thousand; 0 for other words.
func ValueOf(word string) float64 { return max(numberWords[word], digitWords[word]) }

// minutesOfUnit turns a time said into minutes, unitNames what else is said into the unit of a fact.
var (
	minutesOfUnit = map[string]float64{
		"min": 1, "mins": 1, "minute": 1, "minutes": 1, "m": 1, "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60, "s": 1.0 / 60, "sec": 1.0 / 60,
		"second": 1.0 / 60, "seconds": 1.0 / 60,
	}
	unitNames = map[string]string{
		"tss": "TSS", "points": "TSS", "point": "TSS", "load": "TSS", "%": "%", "percent": "%", "km": "km", "kilometres": "km", "kilometers": "km",
		"k": "km", "mile": "mi", "miles": "mi", "w": "W", "watt": "W", "watts": "W", "bpm": "bpm", "kg": "kg", "kilos": "kg", "rpe": "RPE",
		"day": "day", "days": "day", "week": "week", "weeks": "week",
	}
)

// NumbersIn finds the numbers of a text: digits with the unit behind them, and number words from three on.
func NumbersIn(text string) []Number {
	var list []Number
	for _, r := range text {
		if r > unicode.MaxASCII && unicode.IsNumber(r) {
			list = append(list, Number{Text: string(r)})
		}
	}
	text = oxygen.ReplaceAllString(text, "vo")
	for _, m := range numberPattern.FindAllStringSubmatch(text, -1) {
		list = append(list, measure(strings.TrimSpace(m[0]), m[1], m[2]))
	}
	return append(list, wordNumbers(text)...)
}

func measure(text, digits, unit string) Number {
	value, err := strconv.ParseFloat(digits, 64)
	unit = strings.ToLower(unit)
	n := Number{Text: text, Readable: err == nil && len(digits) <= 7, Fact: Fact{Value: value, Unit: unitNames[unit]}}
	if minutes, isTime := minutesOfUnit[unit]; isTime {
		n.Value, n.Unit = value*minutes, "min"
	} else if n.Unit == "" {
		n.Text = digits
	}
	return n
}

var numberWords = map[string]float64{
	"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}

// wordNumbers reads "ninety minutes", "forty-five TSS" and "half an hour". "One" and "two" count only in front of a unit: bare they are
// rarely meant as a measurement.
func wordNumbers(text string) []Number {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	var list []Number
	for i := 0; i < len(words); i++ {
		value, isNumber := numberWords[words[i]]
		said := words[i]
		switch {
		case said == "half" && at(i+1) == "an", said == "half" && at(i+1) == "a":
			value, isNumber, said, i = 0.5, true, said+" "+words[i+1], i+1
		case said == "an" || said == "a" || digitWords[said] == 1 || digitWords[said] == 2:
			value, isNumber = max(1, digitWords[said]), minutesOfUnit[at(i+1)] > 0 || unitNames[at(i+1)] == "TSS"
		case value >= 20 && value < 100 && digitWords[at(i+1)] > 0:
			value, said, i = value+digitWords[words[i+1]], said+" "+words[i+1], i+1
		}
		if !isNumber {
			continue
		}
		n := measure(said+" "+at(i+1), strconv.FormatFloat(value, 'f', -1, 64), at(i+1))
		if n.Unit == "" {
			n.Text = said
		}
		list = append(list, n)
	}
	return list
}

var digitWords = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
