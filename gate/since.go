package gate

import (
	"strconv"
	"strings"
	"time"

	"fortnight/lexis"
	"fortnight/training"
)

// Since is the day since which a condition is there, or of a birth that of the birth, as the sentence of a mention says it, in English, German or
// Spanish: "gave birth on 3 October", "vor 7 Wochen entbunden", "di a luz hace 7 semanas", "knee pain since Monday last week" not: days of the week tell
// of too little. Where the sentence names several it is the one next to the mention, and of a month alone its last day, so that less time has gone by
// rather than more. False where it names none, or one to come.
func Since(text string, m *Mention, today training.Date) (training.Date, bool) {
	tokens := lexis.Tokens(text)
	first, last := -1, -1
	for i := range tokens {
		if tokens[i].From >= m.From && tokens[i].To <= m.To {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return 0, false
	}
	from, to := first, last+1
	for from > 0 && tokens[from].Break != lexis.Sentence {
		from--
	}
	for to < len(tokens) && tokens[to].Break != lexis.Sentence {
		to++
	}
	r := reckoning{tokens: tokens[from:to], today: today, ofBirth: Of(m.Condition) == Birth || Of(m.Condition) == Surgery}
	since, best := training.Date(0), -1
	for i := range r.tokens {
		day, length := r.at(i)
		if length == 0 || day > today {
			continue
		}
		far := max(first-from-(i+length-1), i-(last-from), 0)
		if best < 0 || far < best || far == best && day > since {
			since, best = day, far
		}
	}
	return since, best >= 0
}

// Since is the day since which a condition is there as a text says it of what was found in it, nil where it does not.
func (m *Mention) Since(text string, today training.Date) *training.Date {
	if day, said := Since(text, m, today); said {
		return &day
	}
	return nil
}

// reckoning finds times gone by in a sentence.
type reckoning struct {
	tokens  []lexis.Token
	today   training.Date
	ofBirth bool // what is spoken of is a day, so that "seven weeks after it" tells when it was
}

// days of each unit: a month is four weeks, as fewer days have gone by rather than more.
var unitDays = map[string]int{}

// monthOf is each month by its name and its short forms.
var monthOf = map[string]time.Month{}

// howMany are numbers in words.
var howMany = map[string]int{}

func init() {
	each := func(words string, put func(string)) {
		for _, w := range strings.Fields(words) {
			put(w)
		}
	}
	for days, words := range map[int]string{
		1: "day days tag tage tagen dia dias", 7: "week weeks wk wks woche wochen semana semanas", 28: "month months monat monate monaten mes meses",
		365: "year years jahr jahre jahren ano anos",
	} {
		each(words, func(w string) { unitDays[w] = days })
	}
	for month, words := range []string{
		"january jan januar janner enero ene", "february feb februar febrero", "march mar marz mrz marzo", "april apr abril abr", "may mai mayo",
		"june jun juni junio", "july jul juli julio", "august aug agosto ago", "september sep sept septiembre setiembre", "october oct oktober okt octubre",
		"november nov noviembre", "december dec dezember dez diciembre dic",
	} {
		each(words, func(w string) { monthOf[w] = time.Month(month + 1) })
	}
	for n, words := range []string{
		1: "a an one ein eine einem einer un una uno", 2: "two couple zwei dos", 3: "three drei tres", 4: "four vier cuatro", 5: "five funf cinco", 6: "six sechs seis", 7: "seven sieben siete",
		8: "eight acht ocho", 9: "nine neun nueve", 10: "ten zehn diez", 11: "eleven elf once", 12: "twelve zwolf doce", 13: "thirteen dreizehn trece",
		14: "fourteen vierzehn catorce", 15: "fifteen funfzehn quince", 16: "sixteen sechzehn dieciseis", 17: "seventeen siebzehn diecisiete", 18: "eighteen achtzehn dieciocho",
		19: "nineteen neunzehn diecinueve", 20: "twenty zwanzig veinte",
	} {
		each(words, func(w string) { howMany[w] = n })
	}
}

// Words that say that a length of time has gone by: before it, behind it, and behind it where a day is spoken of.
var (
	agoBefore = setOf("vor seit hace since for desde")
	agoBehind = setOf("ago old alt her since")
	ofADay    = setOf("after post postpartum postnatal pp postop nach despues desde seit tras de del in")
)

// beforeMonth are words before the name of a month that stands alone.
var beforeMonth = setOf("in since im seit en desde last letzten early mid late anfang mitte ende")

// at is the day that words from one on name, and how many they are; none where they name none.
func (r *reckoning) at(i int) (day training.Date, length int) {
	t := r.tokens[i].Text
	if day, err := training.ParseDate(t); err == nil {
		return day, 1
	}
	switch t {
	case "today", "heute", "hoy":
		return r.today, 1
	case "yesterday", "gestern", "ayer":
		return r.today - 1, 1
	}
	if day, ok := numeric(t, r.today); ok {
		return day, 1
	}
	if n, ok := amount(t); ok && i+1 < len(r.tokens) {
		if unit, known := unitDays[r.tokens[i+1].Text]; known && r.gone(i, i+1) {
			return r.today.AddDays(-n * unit), 2
		}
	}
	if unit, known := unitDays[t]; known && i > 0 { // "last week", "letzten Monat", "el mes pasado"
		before := r.tokens[i-1].Text
		if strings.HasPrefix(before, "letzt") || before == "last" || i+1 < len(r.tokens) && strings.HasPrefix(r.tokens[i+1].Text, "pasad") {
			return r.today.AddDays(-unit), 1
		}
	}
	if month, known := monthOf[t]; known {
		return r.ofMonth(i, month)
	}
	return 0, 0
}

// gone tells whether a number of units that ends at a word has gone by, rather than lasted or is to come.
func (r *reckoning) gone(first, last int) bool {
	for j := first - 1; j >= max(0, first-2); j-- { // "vor etwa 7 Wochen"
		if agoBefore[r.tokens[j].Text] && (r.tokens[j].Text != "for" || !r.ofBirth) {
			return true
		}
	}
	if last+1 >= len(r.tokens) {
		return false
	}
	next := r.tokens[last+1].Text
	return agoBehind[next] || r.ofBirth && ofADay[next] && (next != "in" || last+2 == len(r.tokens) || r.tokens[last+2].Text != "the")
}

// ofMonth is the day of a month by the numbers around its name: "3 October 2026", "October 3rd", "3. Oktober", "3 de octubre". A month alone is its last
// day, where a word before it says that it is a time.
func (r *reckoning) ofMonth(i int, month time.Month) (training.Date, int) {
	number := func(j int) (int, bool) {
		if j < 0 || j >= len(r.tokens) {
			return 0, false
		}
		n, err := strconv.Atoi(r.tokens[j].Text)
		return n, err == nil
	}
	year, end := 0, i+1
	behind := func(j int) {
		if j < len(r.tokens) && (r.tokens[j].Text == "de" || r.tokens[j].Text == "del") {
			j++
		}
		if n, ok := number(j); ok && n >= 1900 {
			year, end = n, j+1
		}
	}
	before := i - 1
	if before >= 0 && (r.tokens[before].Text == "de" || r.tokens[before].Text == "of") {
		before--
	}
	if before >= 0 && ordinal(r.tokens[before].Text) && before >= 1 {
		before--
	}
	if n, ok := number(before); ok && n >= 1 && n <= 31 {
		behind(i + 1)
		return r.past(year, month, n), end - i
	}
	if n, ok := number(i + 1); ok && n >= 1 && n <= 31 {
		after := i + 2
		if after < len(r.tokens) && ordinal(r.tokens[after].Text) {
			after++
		}
		end = after
		behind(after)
		return r.past(year, month, n), end - i
	}
	if i == 0 || !beforeMonth[r.tokens[i-1].Text] {
		return 0, 0
	}
	behind(i + 1)
	return r.past(year, month, 0), end - i
}

// ordinal tells whether a word makes a number that of a day: "3rd".
func ordinal(word string) bool {
	return word == "st" || word == "nd" || word == "rd" || word == "th"
}

// past is a day of a month, day 0 for its last one: without a year the last that is not to come. Of a month that has begun the last day is today.
func (r *reckoning) past(year int, month time.Month, day int) training.Date {
	of := func(year int) training.Date {
		if day == 0 {
			return training.DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
		}
		return training.DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
	}
	now := r.today.Midnight()
	if year == 0 {
		if year = now.Year(); day == 0 && month > now.Month() || day > 0 && of(year) > r.today {
			year--
		}
	}
	if day == 0 && of(year) > r.today && year == now.Year() && month == now.Month() {
		return r.today
	}
	return of(year)
}

// numeric is a day in numbers as it is written where the day comes first: "3.10.", "3.10.2026". What is parted by slashes may be either way round, and
// is no day.
func numeric(text string, today training.Date) (training.Date, bool) {
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return 0, false
	}
	var n [3]int
	for i, part := range parts {
		var err error
		if n[i], err = strconv.Atoi(part); err != nil {
			return 0, false
		}
	}
	if n[2] < 100 {
		n[2] += 2000
	}
	at := time.Date(n[2], time.Month(n[1]), n[0], 0, 0, 0, 0, time.UTC)
	return training.DateOf(at), n[1] >= 1 && n[1] <= 12 && at.Day() == n[0] && training.DateOf(at) <= today
}

// amount is a whole number in digits or words.
func amount(text string) (int, bool) {
	if n, err := strconv.Atoi(text); err == nil {
		return n, n > 0 && n < 1000
	}
	n, known := howMany[text]
	return n, known
}
