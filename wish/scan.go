package wish

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"fortnight/gate"
	"fortnight/lexis"
	"fortnight/session"
	"fortnight/training"
)

// word is one or several words of a text as the grammar knows them.
type word struct {
	text      string // the grammar's word, a number, or what nobody knows
	from, to  int    // the bytes of the text
	brk       lexis.Break
	dash      bool
	strange   bool // not known
	guessed   bool // misspelt
	number    float64
	minutes   int                // of a length of time
	meters    int                // of a length
	at        training.LocalTime // of a time of day, where clock is true
	clock     bool
	inMinutes bool // a length of time that was told in minutes
	opened    bool // what a gate has heard, and what is denied of the body
	denied    bool
	beside    bool // in a sentence that speaks of the body
}

// phrase is what some words in a row say, and what they may go on to: all phrases are reached word by word from the first. It says a word of the
// grammar, a number, or a length of time in minutes; none of them where it only begins others.
type phrase struct {
	next    map[string]*phrase
	name    string
	number  float64
	minutes int
	ahead   int // days from today: "in two weeks"; below nothing of what is over
}

// leftOut is the word of the grammar for what is left out as if it had not been said.
const leftOut = "-"

func (p *phrase) says() bool { return p.name != "" || p.number > 0 || p.minutes > 0 || p.ahead != 0 }

var (
	said    = phrase{next: map[string]*phrase{}}
	speller *lexis.Speller
)

// mostAhead is how many weeks, and days, ahead a day may be that is named by them.
const mostAhead = 30

// ahead names days by how far ahead they are, in the three languages: "in two weeks", "in 10 Tagen", "dentro de tres semanas".
func ahead(put func(text string, days int)) {
	names := map[int][]string{1: {"a", "one", "einer", "einem", "una", "un"}}
	for digits, line := range numbers {
		if n, err := strconv.Atoi(digits); err == nil {
			for _, name := range strings.Split(line, "|") {
				if !strings.Contains(name, " ") {
					names[n] = append(names[n], name)
				}
			}
		}
	}
	for n := 3; n <= PastDays/7; n++ { // of fewer there are words
		for _, name := range append(slices.Clone(names[n]), strconv.Itoa(n)) {
			put(name+" weeks ago", -7*n)
			put("vor "+name+" wochen", -7*n)
			put("hace "+name+" semanas", -7*n)
		}
	}
	for n := 1; n <= mostAhead; n++ {
		for _, name := range append(names[n], strconv.Itoa(n)) {
			for _, unit := range []struct {
				words string
				days  int
			}{{"week weeks woche wochen semana semanas", 7}, {"day days tag tagen dia dias", 1}} {
				for _, u := range strings.Fields(unit.words) {
					for _, before := range []string{"in", "en", "dentro de"} {
						if phrase := before + " " + name + " " + u; phrase != "in a week" { // which is how often
							put(phrase, unit.days*n)
						}
					}
					put(name+" "+u+" from now", unit.days*n)
					put(name+" "+u+" out", unit.days*n)
				}
			}
		}
	}
}

// at is the phrase of some words, made where there was none.
func (p *phrase) at(words []string) *phrase {
	for _, w := range words {
		if p.next == nil {
			p.next = map[string]*phrase{}
		}
		if p.next[w] == nil {
			p.next[w] = &phrase{}
		}
		p = p.next[w]
	}
	return p
}

func init() {
	var vocabulary []string
	each := func(line string, put func(p *phrase)) {
		for _, text := range strings.Split(line, "|") {
			if words := strings.Fields(text); len(words) > 0 {
				vocabulary = append(vocabulary, words...)
				put(said.at(words))
			}
		}
	}
	for name, line := range phrases {
		each(line, func(p *phrase) {
			if p.name != "" && p.name != name {
				panic("wish: one phrase is both " + p.name + " and " + name)
			}
			p.name = name
		})
	}
	each(neutral, func(p *phrase) {
		if p.name != "" && p.name != leftOut {
			panic("wish: a neutral phrase is " + p.name)
		}
		p.name = leftOut
	})
	for digits, line := range numbers {
		value, _ := strconv.ParseFloat(digits, 64)
		each(line, func(p *phrase) { p.number = value })
	}
	for minutes, line := range lengths {
		each(line, func(p *phrase) { p.minutes = minutes })
	}
	for word, id := range familyOf {
		f, known := session.Find(id)
		if !known {
			panic("wish: there is no family " + string(id))
		}
		if sportOf[word] == "" {
			sportOf[word] = f.Sport
		}
	}
	ahead(func(text string, days int) { said.at(strings.Fields(text)).ahead = days })
	for unit := range units {
		vocabulary = append(vocabulary, unit)
	}
	sort.Strings(vocabulary)
	speller = lexis.NewSpeller(slices.Compact(vocabulary), slices.Concat(lexis.Common, gate.Words()))
}

// scan reads the words of a text as the grammar knows them.
func scan(text string) []word {
	tokens := whole(lexis.Tokens(itemized(text)))
	tokens = named(tokens)
	guessed := make([]bool, len(tokens))
	for i := range tokens {
		if plain := lexis.WithoutDigraphs(tokens[i].Text); plain != tokens[i].Text && !speller.Knows(tokens[i].Text) && speller.Knows(plain) { // "ueber"
			tokens[i].Text = plain
		}
		if right, changed := speller.Right(tokens[i].Text); changed {
			tokens[i].Text, guessed[i] = right[0], true
		}
	}
	words := make([]word, 0, len(tokens))
	for i := 0; i < len(tokens); {
		if per := perOf[tokens[i].Text]; per != "" && i > 0 && !initial(tokens, i) && text[tokens[i-1].To:tokens[i].From] == "/" { // "6 h/week"
			words = append(words, word{text: per, from: tokens[i].From, to: tokens[i].To})
			i++
			continue
		}
		w, n := one(tokens[i:])
		if i > 0 && n == 1 && loneHour[tokens[i].Text] && easyHour[tokens[i-1].Text] { // "an easy hour on the bike"
			w = word{text: "#", minutes: 60}
		}
		if i > 0 && n == 1 && englishDay[tokens[i-1].Text] && tokens[i].Break == 0 && (tokens[i].Text == "am" || tokens[i].Text == "pm") { // "wed am"
			w = word{text: map[string]string{"am": "morning", "pm": "afternoon"}[tokens[i].Text]}
		}
		if day, is := dayOfMonth(tokens[i:]); is && (i == 0 || len(words) == 0 || words[len(words)-1].number == 0) { // "el día 12"
			w, n = day, 2
		}
		if n == 1 && w.number > 0 && ordinalByArticle(text, tokens, i) {
			w.text += "th"
		}
		if end := tokens[i+n-1].To; w.number > 0 && strings.HasPrefix(strings.TrimLeft(text[end:], " "), "%") {
			w = word{text: "vague"} // "10 % less": of what is planned, which the plan knows
		}
		if n == 1 && initial(tokens, i) {
			w = word{text: "vague"} // "m/w/f swim"
		}
		w.from, w.to, w.brk, w.dash = tokens[i].From, tokens[i+n-1].To, tokens[i].Break, tokens[i].Dash
		for j := i; j < i+n; j++ {
			w.guessed = w.guessed || guessed[j]
		}
		words = append(words, w)
		i += n
	}
	words = arrows(text, signed(text, words))
	workweek(text, words)
	fromOn(text, words)
	wished(text, words)
	supposed(text, words)
	affirmed(text, words)
	reasons(text, words)
	everyMorning(text, words)
	lengthsBound(text, words)
	ordinalsSaid(text, words)
	sinceThen(text, words)
	words = spread(text, words)
	ages(text, words)
	placesOf(text, words)
	repeated(text, words)
	for i := range words {
		raw := strings.ToLower(text[words[i].from:words[i].to])
		words[i].inMinutes = words[i].minutes > 0 && strings.Contains(raw, "min") && !strings.Contains(raw, "h")
	}
	sameUnit(words)
	return words
}

// itemized is a text in which the numbers of a list, "1) no running 2) swim", end what stands before them, byte by byte as long as it was.
func itemized(text string) string {
	if !strings.Contains(text, ")") {
		return text
	}
	out, open := []byte(text), 0
	for i := range out {
		switch {
		case text[i] == '(':
			open++
		case text[i] != ')':
		case open > 0:
			open--
		default:
			first := i
			for first > 0 && text[first-1] >= '0' && text[first-1] <= '9' && i-first < 2 {
				first--
			}
			if first < i && (first == 0 || text[first-1] == ' ' || text[first-1] == '\n') {
				for j := first; j <= i; j++ {
					out[j] = ' '
				}
				if first > 0 {
					out[first] = '.'
				}
			}
		}
	}
	return string(out)
}

// modals stand behind whoever is spoken of.
var modals = setOf("should must needs wants can cant shouldnt soll sollte darf muss will mochte debe deberia tiene puede quiere")

// named leaves out who is spoken of at the beginning of a sentence or part: a word that nobody knows right before a modal verb ("Anna should swim").
func named(tokens []lexis.Token) []lexis.Token {
	list := tokens[:0:0]
	for i, t := range tokens {
		begins := i == 0 || t.Break >= lexis.Comma
		if begins && i+1 < len(tokens) && tokens[i+1].Break == 0 && modals[tokens[i+1].Text] && said.next[t.Text] == nil && !speller.Knows(t.Text) && len(t.Text) > 2 && !digit(t.Text) {
			if right, changed := speller.Right(t.Text); !changed || len(right) == 0 {
				if i+1 < len(tokens) {
					tokens[i+1].Break = t.Break
				}
				continue
			}
		}
		list = append(list, t)
	}
	return list
}

// signed reads the signs of mathematics that stand before a number as the bounds that they are: "< 3 h", "≥2".
func signed(text string, words []word) []word {
	if !strings.ContainsAny(text, "<>≤≥") {
		return words
	}
	list := make([]word, 0, len(words)+2)
	for i, w := range words {
		begin := 0
		if i > 0 {
			begin = words[i-1].to
		}
		if w.number > 0 || w.minutes+w.meters > 0 {
			for at, sign := range text[begin:w.from] {
				if at > 0 && strings.ContainsAny(text[begin+at-1:begin+at], "-=") || strings.HasPrefix(text[begin+at+utf8.RuneLen(sign):], "-") {
					continue // an arrow
				}
				bound := map[rune]string{'<': "atmost", '≤': "atmost", '>': "atleast", '≥': "atleast"}[sign]
				if bound != "" {
					list = append(list, word{text: bound, from: begin + at, to: begin + at + utf8.RuneLen(sign), brk: w.brk})
					w.brk = 0
					break
				}
			}
		}
		list = append(list, w)
	}
	return list
}

// arrows reads an arrow before a day as "to", and any other sign of that shape between words as what nobody knows: "long run -> Saturday", "run > bike".
func arrows(text string, words []word) []word {
	if !strings.ContainsAny(text, "<>→↔") {
		return words
	}
	list := make([]word, 0, len(words)+2)
	for i, w := range words {
		if i > 0 && words[i-1].to < w.from {
			between := text[words[i-1].to:w.from]
			if at := strings.IndexAny(between, "<>→↔"); at >= 0 {
				from := words[i-1].to + at
				sign := word{text: "vague", from: from, to: from + 1}
				switch both := strings.ContainsAny(between, "<↔"); {
				case both && isWeekday(w.text) && isWeekday(words[i-1].text):
					sign.text = "and"
				case !both && isWeekday(w.text) && (strings.Contains(between, "->") || strings.Contains(between, "→") || strings.Contains(between, "=>")):
					sign.text = "to"
				}
				list = append(list, sign)
			}
		}
		list = append(list, w)
	}
	return list
}

// workweek reads "m-f" as the days of work.
func workweek(text string, words []word) {
	for i := 0; i+1 < len(words); i++ {
		raw := strings.ToLower(text[words[i].from:words[i+1].to])
		if raw == "m-f" || raw == "m–f" || raw == "mo-fr" || raw == "l-v" {
			words[i].text, words[i].strange, words[i].number = "weekdays", false, 0
			words[i+1].text, words[i+1].strange, words[i+1].number, words[i+1].dash = leftOut, false, 0, false
		}
	}
}

// spread takes phrases apart that say two things: what is not before a day is not on those before it, and who has to be done by an hour can up to it alone.
func spread(text string, words []word) []word {
	list := make([]word, 0, len(words)+2)
	for i, w := range words {
		next := i + 1
		for next < len(words) && words[next].text == leftOut && words[next].brk == 0 {
			next++
		}
		day := next < len(words) && words[next].brk == 0 && !words[next].clock && (isWeekday(words[next].text) || monthNamed(words[next].text) > 0 || words[next].text == "tomorrow" || words[next].text == "nextweek" || words[next].text == "next")
		if next < len(words) && !day {
			_, day = dayNumber(words[next].text)
			day = day || next+1 < len(words) && words[next].number > 0 && monthNamed(words[next+1].text) > 0
		}
		second := ""
		switch {
		case w.text == "notbefore" && day:
			w.text, second = "no", "before"
		case w.text == "onlyfrom" && day && !ranged(words[next:]):
			w.text, second = "no", "before" // "running only from Thursday"
		case w.text == "onlyfrom" && !day && next < len(words) && (words[next].clock || words[next].minutes > 0 || words[next].number > 0):
			w.text, second = "only", "after" // "solo a partir de las 19h"
		case w.text == "onlyfrom":
			w.text, second = "only", "from"
		case w.text == "onlyuntil":
			w.text, second = "only", "until"
		}
		if second == "" {
			list = append(list, w)
			continue
		}
		behind := w
		behind.text, behind.brk = second, 0
		if at := strings.IndexByte(text[w.from:w.to], ' '); at > 0 {
			w.to, behind.from = w.from+at, w.from+at+1
		}
		list = append(list, w, behind)
	}
	return list
}

// mostBetween is within how many words of its first day a range names its last.
const mostBetween = 4

// ranged tells whether days that words begin with are the first of a range.
func ranged(words []word) bool {
	for i := 1; i < len(words) && i <= mostBetween && words[i].brk == 0; i++ {
		if ranges[words[i].text] || words[i].dash {
			return true
		}
	}
	return false
}

// fromOn reads "vom 5. an" as from the 5th on.
func fromOn(text string, words []word) {
	for i := 0; i+2 < len(words); i++ {
		if !strings.EqualFold(text[words[i].from:words[i].to], "vom") || words[i+1].number <= 0 {
			continue
		}
		at := i + 2
		if monthNamed(words[at].text) > 0 && at+1 < len(words) {
			at++
		}
		if strings.EqualFold(text[words[at].from:words[at].to], "an") && words[at].brk == 0 {
			words[i].text, words[at].text, words[at].strange = "from", leftOut, false
		}
	}
}

// wished reads words that stand behind a plus or a minus as what is wanted and what is not, where a text has both: "-swim +bike".
func wished(text string, words []word) {
	sign := func(i int) byte {
		from := words[i].from
		if from == 0 || from > 1 && text[from-2] != ' ' && text[from-2] != '\n' && text[from-2] != ',' {
			return 0
		}
		return text[from-1]
	}
	plus, minus := false, false
	for i := range words {
		plus, minus = plus || sign(i) == '+' && words[i].number == 0, minus || sign(i) == '-' && words[i].number == 0
	}
	if !plus || !minus {
		return
	}
	for i := range words {
		if sign(i) == '-' || sign(i) == '+' {
			words[i].text, words[i].strange = "vague", false // of how much less and more nobody says
		}
	}
}

// Words that begin a condition where whom it is about stands behind them: "should the weather turn", "sollte es regnen".
var (
	inversions = setOf("should sollte sollten")
	weathers   = setOf("the it es das die")
)

// supposed takes a sentence that begins with an inversion for one that hangs on a condition.
func supposed(text string, words []word) {
	for i := 0; i+1 < len(words); i++ {
		raw, next := strings.ToLower(text[words[i].from:words[i].to]), strings.ToLower(text[words[i+1].from:words[i+1].to])
		if (i == 0 || words[i].brk == lexis.Sentence) && inversions[raw] && weathers[next] {
			for j := i + 2; j < len(words) && words[j].brk != lexis.Sentence; j++ {
				if words[j].brk == lexis.Comma {
					words[i].text, words[i].strange = "if", false
					break
				}
			}
		}
	}
}

// Days of a month by their ordinals in words, and what stands before one. The first three are of other things as well.
var (
	ordinalWords = map[string]int{
		"fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
		"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "vierten": 4, "fünften": 5, "fuenften": 5, "sechsten": 6, "siebten": 7, "achten": 8, "neunten": 9, "zehnten": 10, "elften": 11, "zwölften": 12,
		"zwoelften": 12, "dreizehnten": 13, "vierzehnten": 14, "fünfzehnten": 15, "zwanzigsten": 20, "dreißigsten": 30,
	}
	beforeOrdinals = setOf("the am dem den zum vom")
)

// ordinalsSaid reads the day of a month in a word: "until the tenth", "am zwölften". Of what is counted otherwise nobody says so: "the fifth run".
func ordinalsSaid(text string, words []word) {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		before := strings.ToLower(text[words[i-1].from:words[i-1].to])
		n := ordinalWords[strings.ToLower(text[w.from:w.to])]
		ends := i+1 == len(words) || words[i+1].brk > 0 || words[i+1].text != leftOut && !words[i+1].strange && sportOf[words[i+1].text] == "" && sessionOf[words[i+1].text] == ""
		if n > 0 && w.brk == 0 && ends && beforeOrdinals[before[strings.LastIndexByte(before, ' ')+1:]] {
			w.text, w.number, w.strange, w.guessed = strconv.Itoa(n)+"th", float64(n), false, false
		}
	}
}

// isSo stand behind a German "da" that says why.
var isSo = setOf("bin ist sind habe hab hat haben muss mussen müssen arbeite")

// reasons takes the German "da" behind a comma for a "because" where a verb of being or having follows: "keine Läufe dienstags, da bin ich platt".
func reasons(text string, words []word) {
	for i := 1; i+1 < len(words); i++ {
		w := &words[i]
		if w.brk == lexis.Comma && words[i+1].brk == 0 && strings.EqualFold(text[w.from:w.to], "da") && isSo[strings.ToLower(text[words[i+1].from:words[i+1].to])] {
			w.text, w.strange = "because", false
		}
	}
}

// everyMorning reads "jeden Morgen" and "cada mañana" as the morning of every day, not as tomorrow.
func everyMorning(text string, words []word) {
	for i := 0; i+1 < len(words); i++ {
		if next := &words[i+1]; words[i].text == "every" && next.text == "tomorrow" && next.brk == 0 {
			next.text = "morning"
		}
	}
}

// lengthsBound reads "hasta 2 horas" as at most so long, and "keine Ausfahrt über 3 Stunden" as none that is longer.
func lengthsBound(text string, words []word) {
	denied := false
	for i := 0; i+1 < len(words); i++ {
		w, next := &words[i], &words[i+1]
		if denied = w.brk != lexis.Sentence && (denied || w.text == "no" || w.text == "rest") || w.text == "no" || w.text == "rest"; next.brk != 0 || next.minutes+next.meters == 0 || next.clock {
			continue
		}
		switch raw := strings.ToLower(text[w.from:w.to]); {
		case raw == "hasta":
			w.text, w.strange = "atmost", false
		case !denied:
		case raw == "über" || raw == "ueber" || raw == "uber":
			w.text, w.strange, w.guessed = "longerthan", false, false
		}
	}
}

// affirmed takes the Spanish yes for what it is, where folding makes an if of it: "el domingo sí", "los jueves si puedo".
func affirmed(text string, words []word) {
	for i := range words {
		w := &words[i]
		raw := strings.ToLower(text[w.from:w.to])
		ends := i+1 == len(words) || words[i+1].brk >= lexis.Comma
		if i > 0 && w.brk == 0 && (raw == "sí" || raw == "si" && ends && calendarish(&words[i-1])) {
			w.text, w.strange = leftOut, false
		}
	}
}

// initial tells whether a letter is a weekday's in a list of such.
func initial(tokens []lexis.Token, i int) bool {
	of := func(j int) bool {
		return j >= 0 && j < len(tokens) && len(tokens[j].Text) == 1 && strings.Contains("mtwfs", tokens[j].Text)
	}
	joined := func(j int) bool { return tokens[j].Break == lexis.Linked || tokens[j].Break == lexis.Comma }
	return of(i) && (joined(i) && of(i-1) || of(i+1) && joined(i+1))
}

// notSo and done say together what somebody has not done.
var (
	notSo = setOf("haven't havent hasn't hasnt didn't didnt")
	done  = setOf("run ran been done trained exercised swum swam ridden biked cycled lifted rowed jogged managed raced")
)

// reached tells whether a word says that a number is to be reached: "hit 50 km", not hard training that is called so.
func reached(raw string, next *word) bool {
	return (raw == "hit" || raw == "hitting") && (next.meters > 0 || next.minutes > 0 || next.number > 0 && next.brk == 0)
}

// sinces say since when something is so.
var sinces = setOf("since seit")

// sinceThen takes days from which on something has been so for no days of the plan: "no running since Friday" asks for nothing.
func sinceThen(text string, words []word) {
	for i := 0; i+1 < len(words); i++ {
		if reached(strings.ToLower(text[words[i].from:words[i].to]), &words[i+1]) {
			words[i].text, words[i].strange, words[i].guessed = leftOut, false, false
		}
		if strings.EqualFold(text[words[i].from:words[i].to], "hit") && strings.EqualFold(text[words[i+1].from:words[i+1].to], "by") {
			words[i].text, words[i].strange, words[i].guessed = "happened", false, false // "got hit by a car"
		}
		if notSo[strings.ToLower(text[words[i].from:words[i].to])] && words[i+1].brk == 0 && done[strings.ToLower(text[words[i+1].from:words[i+1].to])] {
			words[i].text = "vague" // "haven't run for three weeks" does not ask for none
		}
		if !sinces[strings.ToLower(text[words[i].from:words[i].to])] {
			continue
		}
		for j := i + 1; j < len(words) && words[j].brk == 0 && (calendarish(&words[j]) || pastDays[words[j].text]); j++ {
			words[i].text, words[i].strange, words[j].text, words[j].number, words[j].strange = "vague", false, leftOut, 0, false
		}
	}
}

// agedBy stand before how old somebody is, oldWords behind it.
var (
	agedBy   = setOf("i'm im am bin tengo aged age turning turned")
	oldWords = setOf("years year yrs yo old jahre jahr alt años anos")
)

// ages leaves out how old somebody says to be: nothing is asked for with that, and no rule of the plan takes an age from a wish.
func ages(text string, words []word) {
	raw := func(i int) string { return strings.ToLower(text[words[i].from:words[i].to]) }
	for i := 1; i < len(words); i++ {
		w := &words[i]
		if before := raw(i - 1); w.text != strconv.Itoa(int(w.number)) || w.number < 10 || w.number > 99 || w.minutes > 0 || w.meters > 0 || w.clock || w.brk != 0 || !agedBy[before[strings.LastIndexByte(before, ' ')+1:]] {
			continue
		}
		end := i + 1
		for end < len(words) && words[end].brk == 0 && oldWords[raw(end)] {
			end++
		}
		if end == i+1 && end < len(words) && words[end].brk == 0 && !conjunctions[words[end].text] {
			continue // "I'm 20 minutes late"
		}
		for j := i; j < end; j++ {
			words[j].text, words[j].number, words[j].strange = leftOut, 0, false
		}
	}
}

// Lengths of time behind a stroke that name intervals, and seconds.
var (
	shortIntervals = setOf("15/15 30/15 30/30 40/20 45/15 60/60")
	secondsSaid    = setOf("s sec secs second seconds sek sekunden seg segundos")
)

// repeated takes what names a session by its intervals for a hard one: "4x4", "6 x 800", "5x3 min", "8x30 s". What is so often a week is none, nor what is lifted.
func repeated(text string, words []word) {
	const longest, farthest = 20, 3000 // minutes, and metres, of an interval
	for i := range words {
		w := &words[i]
		if shortIntervals[w.text] {
			w.text, w.number, w.strange = "hard", 0, false
		}
		if i+2 >= len(words) || w.number < 2 || w.minutes > 0 || w.meters > 0 || words[i+1].brk != 0 || words[i+2].brk != 0 || !strings.EqualFold(text[words[i+1].from:words[i+1].to], "x") {
			continue
		}
		of, end := &words[i+2], i+3
		seconds := end < len(words) && words[end].brk == 0 && secondsSaid[strings.ToLower(text[words[end].from:words[end].to])]
		for end < len(words) && words[end].brk != lexis.Sentence && words[end].text != "perweek" {
			end++
		}
		weekly := end < len(words) && words[end].text == "perweek"
		switch {
		case weekly, of.minutes > longest, of.meters > farthest:
			continue
		case of.minutes > 0, of.meters > 0, seconds && of.number > 0, of.number >= 100 && of.number <= farthest, w.number == 4 && of.number == 4:
		default:
			continue
		}
		if seconds {
			words[i+3].text, words[i+3].strange = leftOut, false
		}
		*w = word{text: "hard", from: w.from, to: w.to, brk: w.brk, dash: w.dash}
		for j := i + 1; j < i+3; j++ {
			words[j].text, words[j].number, words[j].minutes, words[j].meters, words[j].strange = leftOut, 0, 0, 0, false
		}
	}
}

// sameUnit gives a number the unit of the one before it where both stand before a day: "30 min on Monday and 45 on Tuesday".
func sameUnit(words []word) {
	var before *word
	for i := range words {
		w := &words[i]
		if w.brk == lexis.Sentence {
			before = nil
		}
		on := i + 1
		for on < len(words) && words[on].text == leftOut && words[on].brk == 0 {
			on++
		}
		if on >= len(words) || words[on].brk != 0 || !isWeekday(words[on].text) {
			continue
		}
		switch {
		case w.minutes > 0 || w.meters > 0:
			before = w
		case before != nil && on > i+1 && w.number > 0 && !w.clock && w.text == strconv.FormatFloat(w.number, 'f', -1, 64) && (before.meters > 0 && before.meters%1000 == 0 || before.minutes > 0 && (before.minutes%60 != 0 || before.inMinutes) && w.number >= 10):
			if before.minutes > 0 {
				w.minutes = int(w.number)
			} else {
				w.meters = int(1000 * w.number)
			}
			w.text, w.number = "#", 0
		}
	}
}

// bikeTrainers stand before a trainer that is no person.
var bikeTrainers = setOf("no hate any without")

// notWord tells whether a word denies what stands behind it.
func notWord(text string, w *word) bool {
	return w.text == "no" && strings.EqualFold(text[w.from:w.to], "not")
}

// fewWords say that there are some.
var fewWords = setOf("few couple paar pocas pocos unas unos")

// healers are who treats a part of the body that is named before them.
var healers = setOf("physio physiotherapist specialist therapist nurse physiotherapeutin physiotherapeut fisio")

// insideOf stand before a place.
var insideOf = setOf("at in im en inside")

// placesOf takes who is named by a part of the body for no training of it, and a gym or a pool that something else is in for the place that it is: "the rower at my gym is broken" is of no strength training.
func placesOf(text string, words []word) {
	for i := 1; i < len(words); i++ {
		w := &words[i]
		if strings.EqualFold(text[w.from:w.to], "trainer") && w.brk == 0 && bikeTrainers[strings.ToLower(text[words[i-1].from:words[i-1].to])] {
			w.text, w.strange = "turbo", false
		}
		if i > 1 && strings.EqualFold(text[w.from:w.to], "trainer") && w.brk == 0 && words[i-1].brk == 0 && strings.EqualFold(text[words[i-1].from:words[i-1].to], "the") && notWord(text, &words[i-2]) && (i == 2 || words[i-2].brk != 0 || words[i-3].text == leftOut) && (i+1 == len(words) || words[i+1].brk != 0 || words[i+1].text == leftOut || calendarish(&words[i+1]) || dayWords[words[i+1].text]) {
			w.text, w.strange = "turbo", false // "not the trainer please"
		}
		if equipmentOf[w.text] != "" && w.brk == 0 && fewWords[strings.ToLower(text[words[i-1].from:words[i-1].to])] {
			words[i-1].text, words[i-1].strange = leftOut, false // "a few dumbbells"
		}
		if raw := strings.ToLower(text[w.from:w.to]); words[i-1].text == "pelvic" && w.brk == 0 && healers[raw] { // who is named by it
			words[i-1].text = leftOut
		}
		if w.text != "gym" && w.text != "pool" || w.brk != 0 {
			continue
		}
		at := i - 1
		for at > 0 && words[at].text == leftOut && words[at].brk == 0 && !insideOf[strings.ToLower(text[words[at].from:words[at].to])] {
			at--
		}
		if !insideOf[strings.ToLower(text[words[at].from:words[at].to])] {
			continue
		}
		for j := at - 1; j >= 0 && words[j+1].brk == 0; j-- {
			if equipmentOf[words[j].text] != "" { // "the treadmill at my gym is broken"
				w.text = leftOut
				break
			}
			if sport := sportOf[words[j].text]; sport != "" && words[j].text != w.text && !(sport == training.Run && w.text == "pool") {
				w.text = leftOut
				break
			}
		}
	}
}

// pastDays name days or weeks behind "since".
var pastDays = setOf("yesterday today lastweek last this next weekend thisweek morning evening afternoon th")

// What is an hour where no number stands before it, and what stands there instead; weekdays behind which "am" is no German word.
var (
	loneHour   = setOf("hour hr stunde hora")
	easyHour   = setOf("easy steady gentle relaxed light hard lockere ruhige entspannte leichte gemutliche harte suave tranquila facil")
	englishDay = setOf("mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday")
)

// germanDays and partsOfDay are what German writes in one word: "Freitagabend".
var (
	germanDays = []string{"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"}
	partsOfDay = setOf("morgen morgens abend abends mittag mittags nachmittag nachmittags vormittag vormittags fruh")
	dayTails   = setOf("einheit einheiten training lauf laufe schwimmen runde fahrt ausfahrt session programm")
	pauses     = setOf("pause verbot frei sperre")
	// germanSports begin words of pauses, each with its own word.
	germanSports = map[string]string{"lauf": "laufen", "rad": "rad", "schwimm": "schwimmen", "kraft": "krafttraining", "ruder": "rudern"}
	afterLauf    = setOf("langlauf verlauf ablauf anlauf auflauf kreislauf einlauf umlauf vorlauf zulauf zeitlauf skilanglauf lebenslauf warmlauf")
)

func setOf(line string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(line) {
		set[w] = true
	}
	return set
}

// whole takes words apart that German writes in one, and what is a run by its end.
func whole(tokens []lexis.Token) []lexis.Token {
	list := make([]lexis.Token, 0, len(tokens)+4)
	for i, t := range tokens {
		if t.Text == "o" && i > 0 && strokeWithout(tokens, i-1) {
			continue
		}
		if strokeWithout(tokens, i) {
			t.Text, t.To = "without", tokens[i+1].To
		}
		if day := shortDay[t.Text]; day != "" && germanShort(tokens, i) {
			t.Text = day
		}
		if t.Text == "mind" && i+1 < len(tokens) && digit(tokens[i+1].Text) { // "mind. 2x schwimmen"
			t.Text = "mindestens"
		}
		if t.Text == "then" && t.Break == 0 && thanMeant(tokens, i) {
			t.Text = "than"
		}
		if t.Text == "w" && !initial(tokens, i) && i+1 < len(tokens) && tokens[i+1].Break == lexis.Comma { // "w/ my sister"
			t.Text, tokens[i+1].Break = "with", 0
		}
		if t.Text == "radrennen" || t.Text == "radwettkampf" {
			part := t
			part.Text, part.To = "rad", t.From+len("rad")
			list = append(list, part)
			t.Text, t.From, t.Break, t.Dash, t.Glued = "rennen", part.To, 0, false, false
		}
		if len(t.Text) > 7 {
			for _, day := range germanDays {
				if rest, is := strings.CutPrefix(t.Text, day); is && partsOfDay[rest] {
					part := t
					part.Text, part.To = day, t.From+len(day)
					list = append(list, part)
					t.Text, t.From, t.Break, t.Dash, t.Glued = rest, part.To, 0, false, false
					break
				}
			}
			for _, day := range germanDays { // "die Dienstagseinheit"
				if rest, is := strings.CutPrefix(t.Text, day+"s"); is && dayTails[rest] {
					part := t
					part.Text, part.To = day, t.From+len(day)
					list = append(list, part)
					t.Text, t.From, t.Break, t.Dash, t.Glued = rest, part.To, 0, false, false
					break
				}
			}
			for sport, name := range germanSports { // "Laufpause", "Schwimmverbot"
				if rest, is := strings.CutPrefix(t.Text, sport); is && pauses[rest] {
					part := t
					part.Text, part.To = name, t.From+len(sport)
					list = append(list, part)
					t.Text, t.From, t.Break, t.Dash, t.Glued = "pause", part.To, 0, false, false
				}
			}
			if said.next[t.Text] == nil && strings.HasSuffix(t.Text, "lauf") && !afterLauf[t.Text] {
				t.Text = "lauf"
			}
		}
		list = append(list, t)
	}
	return list
}

// strokeWithout tells whether a word and the one behind it are "w/o".
func strokeWithout(tokens []lexis.Token, i int) bool {
	return tokens[i].Text == "w" && i+1 < len(tokens) && tokens[i+1].Text == "o" && tokens[i+1].From == tokens[i].To+1 && tokens[i+1].Break >= lexis.Comma
}

// shortDay are the days as German shortens them; most are words of another language as well.
var shortDay = map[string]string{"mo": "montag", "di": "dienstag", "mi": "mittwoch", "do": "donnerstag", "fr": "freitag", "sa": "samstag", "so": "sonntag"}

// germanShort tells whether a word is the short name of a day: another of them stands right before it or behind it in a list or a range.
func germanShort(tokens []lexis.Token, i int) bool {
	pair := func(a, b int) bool { // side by side
		if a < 0 || b >= len(tokens) {
			return false
		}
		one, other := tokens[a].Text, tokens[b].Text
		joined := b == a+1 && (tokens[b].Break == lexis.Comma || tokens[b].Break == lexis.Linked || tokens[b].Dash && tokens[b].Break == 0) || b == a+2 && (tokens[a+1].Text == "und" || tokens[a+1].Text == "bis" || tokens[a+1].Text == "oder") && tokens[b].Break == 0 && tokens[a+1].Break == 0
		clear := func(t string) bool { return t != "so" && t != "do" }
		return joined && shortDay[one] != "" && shortDay[other] != "" && (clear(one) || clear(other))
	}
	if i+1 < len(tokens) && tokens[i+1].Break == 0 && partsOfDay[tokens[i+1].Text] && tokens[i].Text != "so" && (i == 0 || tokens[i-1].Text != "als") { // "Mi Abend"
		return true
	}
	ends := i+1 == len(tokens) || tokens[i+1].Break >= lexis.Comma
	if i > 0 && tokens[i].Break == 0 && (beforeShort[tokens[i-1].Text] && tokens[i].Text != "so" || tokens[i-1].Text == "am" && (tokens[i].Text != "so" || ends) && (i < 2 || tokens[i-2].Text != "i")) { // "Lauf am Do", "bis Fr"
		return true
	}
	return pair(i-1, i) || pair(i, i+1) || pair(i-2, i) || pair(i, i+2) || itemDay(tokens, i)
}

// beforeShort stand before the short name of a day, and before no other word that is written like one.
var beforeShort = setOf("bis ab auf jeden vom zum nachsten kommenden diesen letzten")

// itemDay tells whether a word is the short name of a day that begins an item of a list in which other days begin theirs: "Mo frei, Di Intervalle, So lang".
func itemDay(tokens []lexis.Token, i int) bool {
	begins := func(j int) bool {
		return shortDay[tokens[j].Text] != "" && (j == 0 || tokens[j].Break >= lexis.Comma) && j+1 < len(tokens) && tokens[j+1].Break < lexis.Comma
	}
	if !begins(i) {
		return false
	}
	clear, days := false, map[string]bool{}
	for j := range tokens {
		if begins(j) {
			days[tokens[j].Text] = true
			clear = clear || tokens[j].Text != "so" && tokens[j].Text != "do"
		}
	}
	return clear && len(days) >= 2
}

// Comparatives behind which "then" is a misspelt "than", what stands before them and behind it.
var (
	comparatives = setOf("more less fewer longer shorter later earlier sooner farther further")
	denials      = setOf("no not never nothing any little")
	beginsAmount = setOf("a an one two three four five six half")
)

// thanMeant tells whether "then" stands for "than": "no more then two runs", "rather then".
func thanMeant(tokens []lexis.Token, i int) bool {
	if i == 0 {
		return false
	}
	if before := tokens[i-1].Text; !comparatives[before] {
		return before == "rather"
	}
	if i > 1 && tokens[i-1].Break == 0 && denials[tokens[i-2].Text] {
		return true
	}
	return i+1 < len(tokens) && tokens[i+1].Break == 0 && (digit(tokens[i+1].Text) || beginsAmount[tokens[i+1].Text])
}

// ordinalByArticle tells whether a number is a day by what stands around it: "am 5.", "vom 7. bis 10.", "del 9 al 11".
func ordinalByArticle(text string, tokens []lexis.Token, i int) bool {
	n, err := strconv.Atoi(tokens[i].Text)
	if err != nil || n < 1 || n > 31 || i == 0 {
		return false
	}
	if _, unit := unitAt(tokens, i+1); unit || i+1 < len(tokens) && tokens[i+1].Break == 0 && (monthish[tokens[i+1].Text] || tokens[i+1].Text == "uhr") {
		return false
	}
	before := tokens[i-1].Text
	dot := tokens[i].To < len(text) && text[tokens[i].To] == '.'
	if dot && lexis.GermanOrdinal(before) {
		return true
	}
	small := func(i int) bool {
		m, err := strconv.Atoi(tokens[i].Text)
		return err == nil && m >= 1 && m <= 31
	}
	switch before {
	case "el", "the": // "el 13", and nothing that is counted
		if i >= 4 && tokens[i-2].Text == "y" && tokens[i-4].Text == "dia" && small(i-3) { // "el día 5 y el 6"
			return true
		}
		return i+1 >= len(tokens) || tokens[i+1].Break != 0 || tokens[i+1].Text == "y" || tokens[i+1].Text == "and"
	case "und", "oder", "y", "e":
		return i >= 2 && ordinalByArticle(text, tokens, i-2)
	case "del":
		return i+2 < len(tokens) && tokens[i+1].Text == "al" && small(i+2) && !followedByMonth(tokens, i+3)
	case "al":
		return i >= 3 && tokens[i-3].Text == "del" && small(i-2)
	case "vom":
		return i+2 < len(tokens) && (tokens[i+1].Text == "bis" || tokens[i+1].Text == "zum") && !followedByMonth(tokens, i+3)
	case "bis":
		return i >= 3 && tokens[i-3].Text == "vom" && small(i-2)
	}
	return false
}

func followedByMonth(tokens []lexis.Token, i int) bool {
	return i < len(tokens) && (monthish[tokens[i].Text] || i+1 < len(tokens) && tokens[i].Text == "de" && monthish[tokens[i+1].Text])
}

var monthish = setOf(`jan januar enero ene feb februar febrero marz mrz marzo apr april abril abr mai mayo jun juni junio jul juli julio aug august agosto ago sep sept september septiembre
	okt oktober octubre oct nov november noviembre dez dezember dic diciembre dec december de`)

// dayOfMonth reads "día 12": the twelfth.
func dayOfMonth(tokens []lexis.Token) (word, bool) {
	if len(tokens) < 2 || tokens[0].Text != "dia" || tokens[1].Break != 0 {
		return word{}, false
	}
	n, err := strconv.Atoi(tokens[1].Text)
	if _, unit := unitAt(tokens, 2); err != nil || n < 1 || n > 31 || unit {
		return word{}, false
	}
	return word{text: tokens[1].Text + "th", number: float64(n)}, true
}

// perOf are units of time behind a stroke.
var perOf = map[string]string{
	"week": "perweek", "wk": "perweek", "w": "perweek", "woche": "perweek", "wo": "perweek", "semana": "perweek", "sem": "perweek", "day": "perday", "d": "perday", "tag": "perday", "dia": "perday",
}

// one reads the word that tokens begin with, and how many of them it takes.
func one(tokens []lexis.Token) (word, int) {
	p, n := longest(tokens)
	if w, used := amount(tokens); used > 0 && n < 2 && (n == 0 || p.name == "") { // "2 weeks" is a phrase
		return w, used
	}
	switch {
	case n == 0:
		return word{text: tokens[0].Text, strange: !lightWord(tokens[0].Text)}, 1
	case p.minutes > 0:
		return word{text: "#", minutes: p.minutes}, n
	case p.ahead > 0:
		return word{text: "in " + strconv.Itoa(p.ahead)}, n
	case p.ahead < 0:
		return word{text: "ago " + strconv.Itoa(-p.ahead)}, n
	case p.name != "":
		return word{text: p.name}, n
	}
	if unit, known := unitAt(tokens, n); known {
		return measured(p.number, unit), n + 1
	}
	return word{text: strconv.FormatFloat(p.number, 'f', -1, 64), number: p.number}, n
}

// longest is the longest phrase that tokens begin with and nothing stands within, and how many of them it has: 0 where there is none.
func longest(tokens []lexis.Token) (says *phrase, n int) {
	p := &said
	for i := range tokens {
		if i > 0 && tokens[i].Break != 0 {
			break
		}
		if p = p.next[tokens[i].Text]; p == nil {
			break
		}
		if p.says() {
			says, n = p, i+1
		}
	}
	return says, n
}

// lightWord tells whether a word that no phrase has carries little: it is common.
func lightWord(text string) bool { return len(text) < 2 }

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
		return word{text: "#", minutes: int(min(value*per, 1e6) + 0.5)}
	} else {
		return word{text: "#", meters: int(min(-value*per, 1e8) + 0.5)}
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
			return word{text: "#", clock: true, at: at%720 + next}, 1 + n + oclock(tokens, 1+n)
		}
		if len(tokens) > 1 && tokens[1].Text == "h" || hoursSaid(tokens) {
			return word{text: "#", minutes: int(at)}, 2
		}
		return word{text: "#", clock: true, at: at}, 1 + oclock(tokens, 1)
	}
	if hours, minutes, dotted := strings.Cut(text, "."); dotted && len(minutes) == 2 { // "6.30pm", "18.30 Uhr"
		if at, clock := clockOf(hours + ":" + minutes); clock {
			if next, n := half(tokens, 1); n > 0 {
				return word{text: "#", clock: true, at: at%720 + next}, 1 + n + oclock(tokens, 1+n)
			}
			if n := oclock(tokens, 1); n > 0 {
				return word{text: "#", clock: true, at: at}, 1 + n
			}
		}
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return word{text: text, strange: false, number: -1}, 1
	}
	if len(tokens) > 1 && tokens[1].Glued && tokens[1].Text == "er" && raceLengths[text] { // "10er am 12.12."
		if text == "21" {
			value = 21.098
		}
		return measured(value, "km"), 2
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
			return word{text: "#", clock: true, at: training.LocalTime(60*(int(value)%12)) + next}, 1 + n + oclock(tokens, 1+n)
		}
		if n := oclock(tokens, 1); n > 0 {
			return word{text: "#", clock: true, at: training.LocalTime(60 * (int(value) % 24))}, 1 + n
		}
	}
	if len(tokens) > 1 && tokens[1].Glued && ordinal(tokens[1].Text) {
		return word{text: text + "th", number: value}, 2
	}
	return word{text: text, number: value}, 1
}

// raceLengths are how many kilometres the races are that German calls by them: "der 10er".
var raceLengths = setOf("5 10 15 20 21")

// ordinal tells whether what stands behind a number makes it the number of a day: "6th".
func ordinal(text string) bool {
	p := said.next[text]
	return p != nil && p.name == "th"
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
	if at < len(tokens) && tokens[at].Break == 0 && (tokens[at].Text == "uhr" || tokens[at].Text == "oclock" || tokens[at].Text == "sharp") {
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

var conjunctions = map[string]bool{"and": true, "or": true, "but": true, "because": true, "then": true}

// calendarish tells whether a word is of a date: a weekday, a month or a number that counts no minutes.
func calendarish(w *word) bool {
	name, _ := weekdayNamed(w.text)
	return name != "" || monthNamed(w.text) > 0 || w.number > 0 && w.minutes == 0 || w.number < 0
}
