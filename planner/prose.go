package planner

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// maxProseRunes is how much of a model's reasoning is kept for a session.
const maxProseRunes = 300

// fact is a number that a rationale may say, with the unit it has there: "min", "TSS", "km", "%", or "" for a count, a day, a set.
type fact struct {
	value float64
	unit  string
}

// facts are the numbers that belong to a slot filled with a candidate. Minutes and TSS come from what was measured, never from a title.
func (r *Reviewer) facts(slot QuestionSlot, candidate int) []fact {
	q := &r.question
	d := q.Days[slot.Day-1]
	facts := []fact{{d.TargetTSS, "TSS"}, {float64(slot.Day), ""}, {float64(d.Date.Midnight().Day()), ""}, {float64((slot.Day-1)/7 + 1), ""}}
	for _, w := range q.Weeks {
		facts = append(facts, fact{w.BudgetTSS, "TSS"})
	}
	for _, kept := range d.Kept {
		facts = append(facts, fact{float64(kept.Minutes), "min"}, fact{kept.TSS, "TSS"})
	}
	if d.DaysToEvent != nil {
		facts = append(facts, fact{float64(*d.DaysToEvent), "day"})
	}
	if c, there := r.candidates[candidate]; there {
		facts = append(facts, fact{float64(c.Minutes), "min"}, fact{c.TSS, "TSS"}, fact{float64(c.HighMinutes), "min"})
		for _, n := range numbersIn(c.Title) {
			if n.unit != "min" && n.unit != "TSS" && n.readable {
				facts = append(facts, n.fact)
			}
		}
	}
	return facts
}

// prose keeps the sentences of a rationale that may be shown, at most 300 characters of them, and says why others are gone. A sentence
// goes where a number in it is none of the facts, and where it looks like markup, an address or an identifier.
func prose(text string, facts []fact) (kept string, reasons []string) {
	for _, sentence := range sentences(clip(text, 4*maxProseRunes)) {
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

func objection(sentence string, facts []fact) string {
	switch {
	case markup.MatchString(sentence):
		return "A sentence with markup in it was taken out of the reason."
	case address.MatchString(sentence):
		return "A sentence with an address in it was taken out of the reason."
	case identifier.MatchString(sentence):
		return "A sentence with an identifier in it was taken out of the reason."
	}
	for _, n := range numbersIn(sentence) {
		if !n.readable || !slices.ContainsFunc(facts, n.fact.is) {
			return fmt.Sprintf("A sentence was taken out of the reason: “%s” is not in the data.", n.text)
		}
	}
	return ""
}

// is tells whether a number said is a fact: in the same unit, minutes and TSS to the nearest whole; a day may be counted or named.
func (said fact) is(known fact) bool {
	switch {
	case said.unit != known.unit && !(said.unit == "day" && known.unit == ""):
		return false
	case known.unit == "min" || known.unit == "TSS":
		return math.Abs(said.value-known.value) <= 0.5+1e-9
	}
	return said.value == known.value
}

// number is one that stands in a text.
type number struct {
	fact
	text     string
	readable bool // it is plain digits or a word for a number
}

var numberPattern = regexp.MustCompile(`(\d+(?:[.,:'’/]\d+)*)(?:\s*[-–]?\s*(%|[\p{L}]+))?`)

// oxygen is the one word of the field that has a digit in it.
var oxygen = regexp.MustCompile(`(?i)vo2`)

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

// numbersIn finds the numbers of a text: digits with the unit behind them, and number words from three on.
func numbersIn(text string) []number {
	var list []number
	for _, r := range text {
		if r > unicode.MaxASCII && unicode.IsNumber(r) {
			list = append(list, number{text: string(r)})
		}
	}
	text = oxygen.ReplaceAllString(text, "vo")
	for _, m := range numberPattern.FindAllStringSubmatch(text, -1) {
		list = append(list, measure(strings.TrimSpace(m[0]), m[1], m[2]))
	}
	return append(list, wordNumbers(text)...)
}

func measure(text, digits, unit string) number {
	value, err := strconv.ParseFloat(digits, 64)
	unit = strings.ToLower(unit)
	n := number{text: text, readable: err == nil && len(digits) <= 7, fact: fact{value: value, unit: unitNames[unit]}}
	if minutes, isTime := minutesOfUnit[unit]; isTime {
		n.value, n.unit = value*minutes, "min"
	} else if n.unit == "" {
		n.text = digits
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
func wordNumbers(text string) []number {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	var list []number
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
		if n.unit == "" {
			n.text = said
		}
		list = append(list, n)
	}
	return list
}

var digitWords = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
