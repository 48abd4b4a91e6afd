package wish

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fortnight/prose"
	"fortnight/training"
)

// span is the days that some words of a wish speak of. Outside says that they speak of a day that is not planned.
type span struct {
	dates   []training.Date
	words   int // how many were read
	outside bool
}

// calendar reads days as people name them.
type calendar struct {
	today, from training.Date
	days        int
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

func (c calendar) one(d training.Date) span { return c.between(d, d, 1) }

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
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	switch at(0) {
	case "from", "between":
		if first := c.single(words[1:]); first.words > 0 {
			return c.stretch(words, 1, first)
		}
		return span{}
	case "until", "till":
		if last := c.single(words[1:]); last.words > 0 && !last.outside {
			return c.between(c.from, last.dates[len(last.dates)-1], 1+last.words)
		}
		return span{}
	case "after":
		if day := c.single(words[1:]); day.words > 0 && !day.outside {
			return c.between(day.dates[len(day.dates)-1]+1, c.last(), 1+day.words)
		}
		return span{}
	case "before":
		if day := c.single(words[1:]); day.words > 0 && !day.outside {
			return c.between(c.from, day.dates[0]-1, 1+day.words)
		}
		return span{}
	}
	first := c.single(words)
	if first.words == 0 {
		return first
	}
	return c.stretch(words, 0, first)
}

// stretch goes on after the first day of what may be a range: "to Friday", "on" for all from there.
func (c calendar) stretch(words []string, skipped int, first span) span {
	at := skipped + first.words
	whole := span{dates: first.dates, words: at, outside: first.outside}
	if at >= len(words) {
		return whole
	}
	switch words[at] {
	case "on", "onwards", "onward":
		if skipped > 0 && words[0] == "from" && !first.outside {
			return c.between(first.dates[0], c.last(), at+1)
		}
	case "to", "-", "until", "till", "through", "thru", "and":
		if words[at] == "and" && (skipped == 0 || words[0] != "between") {
			return whole
		}
		last := c.single(words[at+1:])
		if last.words == 0 {
			return whole
		}
		if first.outside || last.outside {
			return span{words: at + 1 + last.words, outside: true}
		}
		end := last.dates[len(last.dates)-1]
		if end < first.dates[0] && end+7 <= c.last() {
			end += 7 // "Saturday to Monday"
		}
		return c.between(first.dates[0], end, at+1+last.words)
	}
	return whole
}

// single reads one day or one named stretch of days.
func (c calendar) single(words []string) span {
	if len(words) == 0 {
		return span{}
	}
	w := words[0]
	second := ""
	if len(words) > 1 {
		second = words[1]
	}
	switch w {
	case "the":
		if s := c.single(words[1:]); s.words > 0 {
			s.words++
			return s
		}
		return span{}
	case "today":
		return c.one(c.today)
	case "tomorrow":
		return c.one(c.today + 1)
	case "overmorrow":
		return c.one(c.today + 2)
	case "weekdays":
		return c.those(1, func(d training.Date) bool { return !weekend(d) })
	case "weekends":
		return c.those(1, weekend)
	case "weekend":
		return c.firstOf(1, weekend, 2)
	case "fortnight", "everyday", "daily":
		return c.between(c.from, c.last(), 1)
	case "restofweek":
		return c.between(c.from, mondayOf(c.from)+6, 1)
	}
	if s := c.qualified(w, second, words); s.words > 0 {
		return s
	}
	if name, plural := weekdayNamed(w); name != "" {
		isDay := func(d training.Date) bool { return d.Weekday() == name }
		if plural {
			return c.those(1, isDay)
		}
		return c.firstOf(1, isDay, 1)
	}
	return c.numbered(words)
}

func weekend(d training.Date) bool {
	return d.Weekday() == training.Saturday || d.Weekday() == training.Sunday
}

// firstOf are the first such days, at most so many and within a week of the plan's first day.
func (c calendar) firstOf(words int, such func(training.Date) bool, most int) span {
	s := c.between(c.from, c.from.AddDays(6), words)
	s.dates = slices.DeleteFunc(s.dates, func(d training.Date) bool { return !such(d) })
	s.dates = s.dates[:min(most, len(s.dates))]
	s.outside = len(s.dates) == 0
	return s
}

// qualified reads "this week", "next Monday", "every Sunday", "first 3 days" and the like.
func (c calendar) qualified(w, second string, words []string) span {
	name, _ := weekdayNamed(second)
	thisWeek, nextWeek := mondayOf(c.from), mondayOf(c.today)+7
	switch {
	case (w == "every" || w == "each" || w == "all") && second == "day":
		return c.between(c.from, c.last(), 2)
	case (w == "every" || w == "each") && name != "":
		return c.those(2, func(d training.Date) bool { return d.Weekday() == name })
	case (w == "every" || w == "each") && second == "weekend":
		return c.those(2, weekend)
	case (w == "this" || w == "all" || w == "whole") && second == "week":
		return c.between(thisWeek, thisWeek+6, 2)
	case w == "first" && second == "week":
		return c.between(c.from, c.from+6, 2)
	case w == "next" && second == "week":
		return c.between(nextWeek, nextWeek+6, 2)
	case (w == "second" || w == "last") && second == "week":
		return c.between(c.from+7, c.last(), 2)
	case w == "this" && second == "weekend":
		return c.between(thisWeek+5, thisWeek+6, 2)
	case w == "next" && second == "weekend":
		return c.between(nextWeek+5, nextWeek+6, 2)
	case w == "this" && name != "":
		return c.firstOf(2, func(d training.Date) bool { return d.Weekday() == name }, 1)
	case w == "next" && name != "":
		s := c.between(nextWeek, nextWeek+6, 2)
		s.dates = slices.DeleteFunc(s.dates, func(d training.Date) bool { return d.Weekday() != name })
		s.outside = len(s.dates) == 0
		return s
	case (w == "first" || w == "next" || w == "for") && len(words) > 2 && (words[2] == "days" || words[2] == "day"):
		if n := smallNumber(second); n > 0 {
			return c.between(c.from, c.from.AddDays(n-1), 3)
		}
	}
	return span{}
}

func smallNumber(word string) int {
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= 28 {
		return n
	}
	if n := int(prose.ValueOf(word)); n <= 28 {
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
	if d, err := training.ParseDate(at(0)); err == nil {
		return c.one(d)
	}
	if month := monthNamed(at(0)); month > 0 {
		if n, _ := dayNumber(at(1)); n > 0 {
			return c.month(n, month, 2)
		}
		return span{}
	}
	n, ordinal := dayNumber(at(0))
	switch {
	case n > 0 && monthNamed(at(1)) > 0:
		return c.month(n, monthNamed(at(1)), 2)
	case n > 0 && at(1) == "of" && monthNamed(at(2)) > 0:
		return c.month(n, monthNamed(at(2)), 3)
	case ordinal:
		s := c.those(1, func(d training.Date) bool { return d.Midnight().Day() == n })
		return s
	}
	return c.slashed(at(0))
}

// month is a day of a named month, this year's or the next's, whichever the plan may mean.
func (c calendar) month(n int, month time.Month, words int) span {
	s := c.those(words, func(d training.Date) bool { return d.Midnight().Day() == n && d.Midnight().Month() == month })
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
	if !found || errA != nil || errB != nil {
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
	digits := strings.TrimRight(word, "stndrh")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 31 {
		return 0, false
	}
	return n, digits != word
}

var weekdayNames = map[string]training.Weekday{
	"mon": training.Monday, "monday": training.Monday, "tue": training.Tuesday, "tues": training.Tuesday, "tuesday": training.Tuesday,
	"wed": training.Wednesday, "weds": training.Wednesday, "wednesday": training.Wednesday, "thu": training.Thursday, "thur": training.Thursday,
	"thurs": training.Thursday, "thursday": training.Thursday, "fri": training.Friday, "friday": training.Friday, "sat": training.Saturday,
	"saturday": training.Saturday, "sun": training.Sunday, "sunday": training.Sunday,
}

func weekdayNamed(word string) (name training.Weekday, plural bool) {
	if name, there := weekdayNames[word]; there {
		return name, false
	}
	name = weekdayNames[strings.TrimSuffix(word, "s")]
	return name, name != ""
}

func monthNamed(word string) time.Month {
	if len(word) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); word == name || word == name[:3] || word == "sept" && m == time.September {
			return m
		}
	}
	return 0
}
