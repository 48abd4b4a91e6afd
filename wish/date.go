package wish

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fortnight/training"
)

// span is the days that some words of a wish speak of. Outside says that they speak of a day that is not planned.
type span struct {
	dates    []training.Date
	words    int // how many were read
	outside  bool
	until    bool          // up to the last of them, of which it is open whether it is meant
	week     bool          // a week by name
	far      training.Date // the one day that is meant, where it is ahead of the plan
	open     bool          // from the first of them on, without an end
	upTo     bool          // up to the last of them
	before   bool          // up to the day before one that is named
	weekday  bool          // of a day of the week by its name alone
	days     bool          // more than one is meant by name: "mondays", "weekends"
	everyDay bool          // of "a day"
	loose    bool          // gives way to days that are named beside it: "a day", a weekend with its dates
	ofWeek   training.Date // the Monday of the week that is named behind it, 0 for none
}

// calendar reads days as people name them.
type calendar struct {
	today, from training.Date
	days        int
	over        bool // today is the first day, and has no hours left
}

func (c calendar) last() training.Date { return c.from.AddDays(c.days - 1) }

// between are the planned days from first to last, both included.
func (c calendar) between(first, last training.Date, words int) span {
	s := span{words: words}
	for d := max(first, c.from); d <= min(last, c.last()); d++ {
		s.dates = append(s.dates, d)
	}
	s.outside = len(s.dates) == 0
	return s
}

// one is one day; one that is ahead of the plan is told as well.
func (c calendar) one(d training.Date) span {
	s := c.between(d, d, 1)
	if d > c.last() {
		s.far = d
	}
	return s
}

func (c calendar) those(words int, such func(training.Date) bool) span {
	s := c.between(c.from, c.last(), words)
	s.dates = slices.DeleteFunc(s.dates, func(d training.Date) bool { return !such(d) })
	s.outside = len(s.dates) == 0
	return s
}

// mondayOf is the first day of a day's calendar week.
func mondayOf(d training.Date) training.Date {
	return d.AddDays(-(int(d.Midnight().Weekday()) + 6) % 7)
}

// read reads the days that the words begin with: one, a named stretch, or a range of two. No words read: there is no day here.
func (c calendar) read(words []string) span {
	if len(words) == 0 || !beginsDays(words[0]) {
		return span{}
	}
	switch words[0] {
	case "from", "between", "of":
		first := c.single(words[1:])
		if first.words == 0 {
			if s := c.numbers(words[1:]); s.words > 0 {
				s.words++
				return s
			}
			return span{}
		}
		s := c.stretch(words, 1, first)
		if s.words == 1+first.words && !first.outside && words[0] == "from" && (len(first.dates) == 1 || first.week && len(first.dates) > 0) {
			s.dates, s.outside, s.open, s.week = c.between(first.dates[0], c.last(), 0).dates, false, true, false // "from Friday", "from next week"
		}
		return c.within(words, s)
	case "until", "through":
		skip := 1
		if len(words) > 1 && words[1] == "after" {
			skip = 2
		}
		if last, n := c.partOfMonth(words[skip:]); n > 0 {
			s := c.between(c.from, last, skip+n)
			s.upTo = true
			return s
		}
		if last := c.feast(words[skip:]); last.words > 0 && len(last.dates) > 0 {
			end := last.dates[len(last.dates)-1]
			if words[skip] == "weekend" && last.dates[0] > c.from { // up to its beginning
				s := c.between(c.from, last.dates[0]-1, skip+last.words)
				s.upTo = true
				return s
			}
			s := c.between(c.from, end, skip+last.words)
			s.until, s.upTo = words[0] == "until" && skip == 1 && last.dates[len(last.dates)-1] <= c.last(), true
			return s
		}
		return span{}
	case "after":
		if day := c.single(words[1:]); day.words > 0 && len(day.dates) > 0 {
			return c.between(day.dates[len(day.dates)-1]+1, c.last(), 1+day.words)
		}
		return span{}
	case "before":
		if day := c.feast(words[1:]); day.words > 0 && len(day.dates) > 0 {
			s := c.between(c.from, day.dates[0]-1, 1+day.words)
			s.before = true
			return s
		}
		return span{}
	}
	if s := c.numbers(words); s.words > 0 {
		return s
	}
	first := c.single(words)
	if first.words == 0 {
		return first
	}
	return c.within(words, c.stretch(words, 0, first))
}

// partOfMonth reads a part of a month up to which something is so, and tells its last day and how many words it has: "December" is what comes before it, "mid December"
// goes up to the fifteenth, "the end of December" to its last day. None is read where a day of the month is named.
func (c calendar) partOfMonth(words []string) (last training.Date, n int) {
	part := 0
	if len(words) > 1 && (words[0] == "midmonth" || words[0] == "endmonth") {
		part = 1
	}
	if part >= len(words) {
		return 0, 0
	}
	month := monthNamed(words[part])
	if month == 0 || part+1 < len(words) && digit(words[part+1]) {
		return 0, 0
	}
	first := c.from + 1
	if part == 1 {
		first = c.from.AddDays(1 - c.from.Midnight().Day()) // of this very month its middle or end is ahead
	}
	for first.Midnight().Month() != month || first.Midnight().Day() != 1 {
		first++
	}
	switch words[0] {
	case "midmonth":
		return first.AddDays(14), 2
	case "endmonth":
		last := first
		for (last + 1).Midnight().Month() == month {
			last++
		}
		return last, 2
	}
	return first - 1, 1
}

// feast reads one day up to which something is so: that may be Christmas, which is ahead of most plans and ends none of these days.
func (c calendar) feast(words []string) span {
	if len(words) > 0 && words[0] == "christmas" {
		eve := c.those(1, func(d training.Date) bool { return d.Midnight().Month() == time.December && d.Midnight().Day() == 24 })
		if len(eve.dates) == 0 {
			return span{words: 1, dates: []training.Date{c.last() + 1}}
		}
		return eve
	}
	return c.single(words)
}

// beginsDays tells whether words that name days may begin with one: without it, none is looked for.
func beginsDays(word string) bool {
	if digit(word) || dayWords[word] || strings.HasPrefix(word, "in ") {
		return true
	}
	name, _ := weekdayNamed(word)
	return name != "" || monthNamed(word) > 0
}

// digit tells whether a word begins with one.
func digit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

var dayWords = map[string]bool{
	"from": true, "between": true, "of": true, "until": true, "through": true, "after": true, "before": true, "today": true, "tomorrow": true, "overmorrow": true, "weekdays": true, "weekends": true,
	"thisweek": true, "firstweek": true, "nextweek": true, "secondweek": true, "weekend": true, "fortnight": true, "everyday": true, "perday": true, "restofweek": true, "every": true, "this": true,
	"next": true, "for": true, "first": true,
}

// numbers reads "5 to 8 december".
func (c calendar) numbers(words []string) span {
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	first, _ := dayNumber(at(0))
	last, _ := dayNumber(at(2))
	if first > 0 && ranges[at(1)] && strings.ContainsAny(at(2), "./") { // "4-6/12"
		if end := c.numbered([]string{at(2)}); len(end.dates) == 1 && first <= end.dates[0].Midnight().Day() {
			return c.between(end.dates[0].AddDays(first-end.dates[0].Midnight().Day()), end.dates[0], 3)
		}
	}
	if first == 0 || last == 0 || !ranges[at(1)] {
		return span{}
	}
	n := 3
	if at(n) == "of" {
		n++
	}
	month := monthNamed(at(n))
	if month == 0 || last < first {
		return span{}
	}
	return c.those(n+1, func(d training.Date) bool {
		day := d.Midnight()
		return day.Month() == month && day.Day() >= first && day.Day() <= last
	})
}

// ranges are the words between the first and the last day of a range.
var ranges = map[string]bool{"to": true, "-": true, "until": true, "through": true}

// stretch goes on after the first day of what may be a range: "to Friday", "onwards" for all from there.
func (c calendar) stretch(words []string, skipped int, first span) span {
	at := skipped + first.words
	whole := first
	whole.words = at
	if at >= len(words) {
		return whole
	}
	if words[at] == "onward" && !first.outside && len(first.dates) > 0 {
		return c.between(first.dates[0], c.last(), at+1)
	}
	if !ranges[words[at]] && (words[at] != "and" || skipped == 0 || words[0] != "between") {
		return whole
	}
	last := c.single(words[at+1:])
	if last.words == 0 {
		return whole
	}
	if len(first.dates) == 0 || len(last.dates) == 0 {
		return span{words: at + 1 + last.words, outside: true}
	}
	end := last.dates[len(last.dates)-1]
	if end < first.dates[0] && end+7 <= c.last() {
		end += 7 // "Saturday to Monday"
	}
	return c.between(first.dates[0], end, at+1+last.words)
}

// within moves days to the week that is named behind them: "Thursday to Sunday next week".
func (c calendar) within(words []string, s span) span {
	if s.words >= len(words) || len(s.dates) == 0 {
		return s
	}
	monday := training.Date(0)
	switch words[s.words] {
	case "nextweek":
		monday = mondayOf(c.today) + 7
	case "firstweek":
		monday = mondayOf(c.from)
	case "secondweek":
		monday = mondayOf(c.from) + 7
	default:
		return s
	}
	length := training.Date(len(s.dates))
	first := monday + (s.dates[0]-mondayOf(s.dates[0]))%7
	moved := c.between(first, first+length-1, s.words+1)
	if s.dates[len(s.dates)-1]-s.dates[0] != length-1 {
		return s
	}
	moved.ofWeek = monday
	return moved
}

// ofOneWeek moves the days of the week that are listed right before one to the week that is named behind that: "Wednesday and Thursday next week" are both of it. Links
// tells whether a word between them says nothing but that they are listed.
func (c calendar) ofOneWeek(spans []placed[span], links func(at int) bool) {
	for i := len(spans) - 1; i > 0; i-- {
		s, before := &spans[i].is, &spans[i-1].is
		if s.ofWeek == 0 || !before.weekday || len(before.dates) != 1 || before.dates[0] < c.from {
			continue
		}
		listed := true
		for at := spans[i-1].at + before.words; at < spans[i].at; at++ {
			listed = listed && links(at)
		}
		day := s.ofWeek + before.dates[0] - mondayOf(before.dates[0])
		if !listed || len(s.dates) > 0 && day >= s.dates[0] {
			continue // "Saturday and Monday next week": the Saturday before it
		}
		one := c.between(day, day, before.words)
		one.ofWeek = s.ofWeek
		*before = one
	}
}

// single reads one day or one named stretch of days.
func (c calendar) single(words []string) span {
	if len(words) == 0 {
		return span{}
	}
	w := words[0]
	if days, is := strings.CutPrefix(w, "in "); is {
		n, _ := strconv.Atoi(days)
		return c.one(c.today.AddDays(n))
	}
	second := ""
	if len(words) > 1 {
		second = words[1]
	}
	switch w {
	case "today":
		return c.one(c.today)
	case "tomorrow":
		return c.one(c.today + 1)
	case "overmorrow":
		return c.one(c.today + 2)
	case "weekdays":
		return c.many(c.those(1, func(d training.Date) bool { return !weekend(d) }))
	case "weekends":
		return c.many(c.those(1, weekend))
	case "thisweek", "firstweek":
		return c.week(c.from, c.from+6)
	case "nextweek":
		return c.week(mondayOf(c.today)+7, mondayOf(c.today)+13)
	case "secondweek":
		return c.week(c.from+7, c.last())
	case "weekend":
		s := c.firstOf(1, weekend, 2)
		s.loose = true
		return s
	case "fortnight", "everyday", "perday":
		s := c.between(c.from, c.last(), 1)
		s.loose, s.everyDay = w == "perday", w == "perday"
		return s
	case "restofweek":
		return c.between(c.from, mondayOf(c.from)+6, 1)
	}
	if s := c.qualified(w, second, words); s.words > 0 {
		return s
	}
	if name, plural := weekdayNamed(w); name != "" {
		isDay := func(d training.Date) bool { return d.Weekday() == name }
		if plural {
			return c.many(c.those(1, isDay))
		}
		if len(words) > 1 {
			if n, ordinal := dayNumber(words[1]); n > 0 && !ordinal && !(len(words) > 2 && (words[2] == "days" || words[2] == "times")) && monthNamed(words[min(2, len(words)-1)]) == 0 { // "Sunday 13"
				s := c.those(2, func(d training.Date) bool { return isDay(d) && d.Midnight().Day() == n })
				if len(s.dates) == 1 {
					return s
				}
			}
			if s := c.numbered(words[1:]); s.words > 0 { // "Saturday the 12th"
				s.words++
				if len(s.dates) != 1 || s.dates[0].Weekday() != name {
					s.dates, s.outside = nil, true
				}
				return s
			}
		}
		s := c.firstOf(1, isDay, 1)
		s.weekday = true
		return s
	}
	return c.numbered(words)
}

func (c calendar) week(first, last training.Date) span {
	s := c.between(first, last, 1)
	s.week = true
	return s
}

func (c calendar) many(s span) span {
	s.days = true
	return s
}

func weekend(d training.Date) bool {
	return d.Weekday() == training.Saturday || d.Weekday() == training.Sunday
}

// firstOf are the first such days, at most so many and within a week of the plan's first day.
func (c calendar) firstOf(words int, such func(training.Date) bool, most int) span {
	first := c.from
	if c.over && !such(first+1) { // a weekend is begun today all the same
		first++
	}
	s := c.between(first, first.AddDays(6), words)
	s.dates = slices.DeleteFunc(s.dates, func(d training.Date) bool { return !such(d) })
	s.dates = s.dates[:min(most, len(s.dates))]
	s.outside = len(s.dates) == 0
	return s
}

// qualified reads "this week", "next Monday", "every Sunday", "first 3 days" and the like.
func (c calendar) qualified(w, second string, words []string) span {
	name, _ := weekdayNamed(second)
	thisWeek, nextWeek := mondayOf(c.from), mondayOf(c.today)+7
	third := ""
	if len(words) > 2 {
		third = words[2]
	}
	switch {
	case w == "every" && (second == "days" || second == "everyday"):
		return c.between(c.from, c.last(), 2)
	case w == "every" && name != "":
		return c.many(c.those(2, func(d training.Date) bool { return d.Weekday() == name }))
	case w == "every" && (second == "weekend" || second == "weekends"):
		return c.many(c.those(2, weekend))
	case w == "first" && third != "of" && monthNamed(third) == 0 && (name != "" || second == "weekend"): // of the plan
		if second == "weekend" {
			return c.firstOf(2, weekend, 2)
		}
		return c.firstOf(2, func(d training.Date) bool { return d.Weekday() == name }, 1)
	case w == "this" && second == "weekend":
		return c.between(thisWeek+5, thisWeek+6, 2)
	case w == "next" && second == "weekend":
		return c.between(nextWeek+5, nextWeek+6, 2)
	case w == "this" && name != "":
		return c.firstOf(2, func(d training.Date) bool { return d.Weekday() == name }, 1)
	case w == "next" && name != "":
		s := c.between(nextWeek, nextWeek+6, 2)
		s.dates = slices.DeleteFunc(s.dates, func(d training.Date) bool { return d.Weekday() != name })
		if len(s.dates) == 1 && s.dates[0] == c.today+1 { // tomorrow, which nobody calls so
			s.dates = c.between(s.dates[0]+7, s.dates[0]+7, 2).dates
		}
		s.outside = len(s.dates) == 0
		return s
	case w == "for" && (second == "oneweek" || second == "perweek" || second == "thisweek"):
		return c.between(c.from, c.from+6, 2)
	case w == "for" && (second == "twoweeks" || second == "longtime" || second == "permonth"), w == "next" && second == "twoweeks":
		return c.between(c.from, c.last(), 2)
	case (w == "first" || w == "next" || w == "for") && third == "days":
		if n := smallNumber(second); n > 0 {
			return c.between(c.from, c.from.AddDays(n-1), 3)
		}
	case w == "first" && second == "days":
		return c.oneOf(c.from, 2)
	}
	return span{}
}

func (c calendar) oneOf(d training.Date, words int) span { return c.between(d, d, words) }

// past reads a day that is over, up to PastDays before the plan: "last Sunday", "yesterday", "last weekend", "3 days ago".
func (c calendar) past(words []string) (date training.Date, n int) {
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	name, _ := weekdayNamed(at(1))
	switch {
	case strings.HasPrefix(at(0), "ago "):
		days, _ := strconv.Atoi(strings.TrimPrefix(at(0), "ago "))
		return c.today.AddDays(-days), 1
	case at(0) == "yesterday":
		return c.today - 1, 1
	case at(0) == "last" && name != "":
		for d := c.today - 1; d >= c.today-7; d-- {
			if d.Weekday() == name {
				return d, 2
			}
		}
	case at(1) == "last" && isWeekday(at(0)): // "el domingo pasado"
		name, plural := weekdayNamed(at(0))
		for d := c.today - 1; d >= c.today-7 && !plural; d-- {
			if d.Weekday() == name {
				return d, 2
			}
		}
	case at(0) == "last" && at(1) == "weekend":
		for d := c.today - 1; ; d-- {
			if d.Weekday() == training.Sunday {
				return d, 2
			}
		}
	case at(0) == "lastweek":
		return mondayOf(c.today) - 1, 1
	case smallNumber(at(0)) > 0 && at(1) == "days" && at(2) == "ago":
		return c.today - training.Date(smallNumber(at(0))), 3
	case (at(0) == "oneweek" || at(0) == "perweek") && at(1) == "ago":
		return c.today - 7, 2
	case at(0) == "twoweeks" && at(1) == "ago":
		return c.today - 14, 2
	}
	return 0, 0
}

func smallNumber(word string) int {
	if !digit(word) {
		return 0
	}
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= 28 {
		return n
	}
	return 0
}

// numbered reads "6th", "6 Dec", "6th of December", "December 6th", "2026-12-06", "6/12" and "6.12".
func (c calendar) numbered(words []string) span {
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	if strings.Count(at(0), "-") == 2 {
		if d, err := training.ParseDate(at(0)); err == nil {
			return c.one(d)
		}
	}
	if month := monthNamed(at(0)); month > 0 {
		if n, _ := dayNumber(at(1)); n > 0 {
			return c.month(n, month, 2)
		}
		if month == time.May { // "may I"
			return span{}
		}
		return c.those(1, func(d training.Date) bool { return d.Midnight().Month() == month })
	}
	n, ordinal := dayNumber(at(0))
	switch {
	case n > 0 && monthNamed(at(1)) > 0:
		return c.month(n, monthNamed(at(1)), 2)
	case n > 0 && (at(1) == "of" || at(1) == "from") && monthNamed(at(2)) > 0:
		return c.month(n, monthNamed(at(2)), 3)
	case ordinal:
		return c.next(1, func(d training.Date) bool { return d.Midnight().Day() == n })
	}
	return c.slashed(at(0))
}

// month is a day of a named month, this year's or the next's, whichever the plan may mean.
func (c calendar) month(n int, month time.Month, words int) span {
	return c.next(words, func(d training.Date) bool { return d.Midnight().Day() == n && d.Midnight().Month() == month })
}

// next are such days of the plan; where it has none, the first one after it is told.
func (c calendar) next(words int, such func(training.Date) bool) span {
	s := c.those(words, such)
	for d := c.last() + 1; len(s.dates) == 0 && d <= c.from.AddDays(FutureDays); d++ {
		if such(d) {
			s.far = d
			break
		}
	}
	return s
}

// slashed reads two numbers in either order, if only one order is a planned day.
func (c calendar) slashed(word string) span {
	a, b, found := strings.Cut(word, "/")
	if !found {
		a, b, found = strings.Cut(word, ".")
	}
	first, errA := strconv.Atoi(a)
	second, errB := strconv.Atoi(b)
	if !found || errA != nil || errB != nil || max(first, second) > 31 {
		return span{}
	}
	s := c.those(1, func(d training.Date) bool {
		day, month := d.Midnight().Day(), int(d.Midnight().Month())
		return day == first && month == second || day == second && month == first
	})
	if len(s.dates) > 1 {
		return span{}
	}
	return s
}

// dayNumber reads "6" and "6th"; ordinal tells the second.
func dayNumber(word string) (n int, ordinal bool) {
	if !digit(word) {
		return 0, false
	}
	digits := strings.TrimSuffix(word, "th")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 31 {
		return 0, false
	}
	return n, digits != word
}

var weekdayNames = map[string]training.Weekday{
	"monday": training.Monday, "tuesday": training.Tuesday, "wednesday": training.Wednesday, "thursday": training.Thursday,
	"friday": training.Friday, "saturday": training.Saturday, "sunday": training.Sunday,
}

// namedDays are the names of weekdays, in the singular and in the plural.
var namedDays = func() map[string]namedDay {
	all := map[string]namedDay{}
	for word, name := range weekdayNames {
		all[word], all[word+"s"] = namedDay{name, false}, namedDay{name, true}
	}
	return all
}()

type namedDay struct {
	name   training.Weekday
	plural bool
}

func weekdayNamed(word string) (name training.Weekday, plural bool) {
	day := namedDays[word]
	return day.name, day.plural
}

func isWeekday(text string) bool {
	name, _ := weekdayNamed(text)
	return name != ""
}

var monthNames = func() map[string]time.Month {
	all := map[string]time.Month{}
	for m := time.January; m <= time.December; m++ {
		all[strings.ToLower(m.String())] = m
	}
	return all
}()

func monthNamed(word string) time.Month { return monthNames[word] }
