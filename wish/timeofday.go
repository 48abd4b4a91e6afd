package wish

import (
	"slices"
	"strings"

	"fortnight/training"
)

// window is a time of day; there is none where both are 0.
type window struct{ from, to training.LocalTime }

func (w window) is() bool { return w != window{} }

// Times of day by name. That of a session at a fixed time ends when nobody starts any more.
const (
	midnight training.LocalTime = 0
	lateEnd  training.LocalTime = 22 * 60
)

var windows = map[string]window{
	"morning": {5 * 60, 12 * 60}, "lunch": {11*60 + 30, 14 * 60}, "afternoon": {12 * 60, 18 * 60}, "evening": {17 * 60, lateEnd},
	"beforework": {5 * 60, 9 * 60}, "afterwork": {17 * 60, lateEnd},
}

// takeTime reads a time of day.
func (c *clause) takeTime(words []word, texts []string, at int) int {
	before := c.window.is
	n := c.timeAt(words, texts, at)
	now := c.window.is
	if n == 0 || !before.is() || before == now {
		return n
	}
	named := windows[texts[0]].is()
	switch {
	case named && before.named() && before.from <= now.from && now.end() <= before.end(): // "in the morning before work"
	case named && before.named():
		c.unread = true // two times: neither is told
	case named && c.is("attime"): // "at 7 on Monday evening"
		c.window.is = before.within(now)
	case named || before.named(): // "abends ab 19 Uhr", "mornings before 9", "Tuesday evening at 7"
		name, clock := before, now
		if named {
			name, clock = now, before
		}
		both, meet := name.and(clock.within(name))
		if c.is("attime") {
			both = clock.within(name)
			meet = name.holds(both.from)
		}
		c.window.is, c.unread = both, c.unread || !meet
	default:
		c.unread = true
	}
	return n
}

// end is when a window ends, midnight being the end of the day.
func (w window) end() training.LocalTime {
	if w.to == midnight {
		return 24 * 60
	}
	return w.to
}

// holds tells whether a time is in a window.
func (w window) holds(t training.LocalTime) bool { return w.from <= t && t < w.end() }

// and is what two windows have in common.
func (w window) and(o window) (window, bool) {
	both := window{max(w.from, o.from), min(w.end(), o.end()) % (24 * 60)}
	return both, both.from < both.end()
}

// within is a window as it is meant beside a time of day that has a name: "at 7" of an evening is in the other half of the day.
func (w window) within(name window) window {
	const half = 12 * 60
	switch {
	case name.from < half || name.holds(w.from) && w.from > midnight || w.end() > half && w.from == midnight:
		return w
	case w.from == midnight: // "before 8"
		return window{midnight, w.to + half}
	case w.from >= half:
		return w
	case w.to == midnight || w.to == lateEnd:
		return window{w.from + half, w.to}
	}
	return window{w.from + half, (w.to + half) % (24 * 60)}
}

// named tells whether a window is one that has a name.
func (w window) named() bool {
	for _, o := range windows {
		if o == w {
			return true
		}
	}
	return false
}

// laterHalf tells of a word behind an hour in which half of the day it is, and whether it tells: "7 de la tarde", "7 in the evening".
func laterHalf(text string) (late, tells bool) {
	switch text {
	case "pmtime", "afternoon", "evening":
		return true, true
	case "amtime", "morning":
		return false, true
	}
	return false, false
}

func (c *clause) timeAt(words []word, texts []string, at int) int {
	if w, named := windows[texts[0]]; named {
		c.window = placed[window]{w, at}
		return 1
	}
	clock := func(i int, bare bool) (t training.LocalTime, n int) { // and how many words tell it
		if i >= len(words) {
			return 0, 0
		}
		w := &words[i]
		late, half := false, i+1 < len(words) && words[i+1].brk == 0
		if half {
			late, half = laterHalf(texts[i+1])
		}
		switch {
		case w.clock:
			t = w.at
		case w.minutes > 0 && w.minutes%60 == 0 && w.minutes <= 24*60 && bare:
			t = training.LocalTime(w.minutes % (24 * 60))
		case bare && w.number > 0 && w.number <= 24 && w.number == float64(int(w.number)) && !dayFollows(texts, i):
			t = training.LocalTime(60 * (int(w.number) % 24))
		default:
			return 0, 0
		}
		switch {
		case !half || t > 12*60:
			return t, 1
		case late && t < 12*60:
			t += 12 * 60
		}
		return t, 2
	}
	if w, n := numbered(words, texts); n > 0 {
		c.window = placed[window]{w, at}
		return n
	}
	switch texts[0] {
	case "before", "after", "notbefore", "attime", "from", "between", "until", "through":
		if texts[0] == "attime" && c.is("atmost") && len(words) > 1 && words[1].minutes > 0 {
			return 0 // "cap the long ride at 3 hours"
		}
		t, n := clock(1, texts[0] == "attime" || texts[0] == "notbefore" || texts[0] == "before" || texts[0] == "after")
		if n == 0 {
			return 0
		}
		if to, more := clock(2+n, true); more > 0 && (ranges[texts[1+n]] || texts[1+n] == "and") {
			c.window = placed[window]{window{t, to}, at}
			return 2 + n + more
		}
		switch texts[0] {
		case "before", "until", "through":
			c.window = placed[window]{window{midnight, t}, at}
		case "notbefore":
			c.window = placed[window]{window{t, midnight}, at}
			c.put("notbefore", at)
		case "attime":
			c.window = placed[window]{window{t, max(lateEnd, t+60)}, at}
			c.put("attime", at)
		default:
			c.window = placed[window]{window{t, midnight}, at}
		}
		return 1 + n
	}
	if t, n := clock(0, false); n > 0 {
		if to, more := clock(n+1, true); more > 0 && len(texts) > n && ranges[texts[n]] {
			c.window = placed[window]{window{t, to}, at}
			return n + 1 + more
		}
		c.window = placed[window]{window{t, max(lateEnd, t+60)}, at}
		c.put("attime", at)
		return n
	}
	return 0
}

// numbered reads "between 6 and 7:30" and "from 6 to 8 in the evening": two hours of which the second, or what stands behind them, says that they
// are of a clock. It tells how many words it takes.
func numbered(words []word, texts []string) (window, int) {
	if len(words) >= 3 && words[0].number >= 1 && words[0].number <= 24 && ranges[texts[1]] && words[2].clock { // "6 to 7 am"
		if w, n := numbered(append([]word{{}}, words...), append([]string{"from"}, texts...)); n > 0 {
			return w, n - 1
		}
	}
	if len(words) < 4 || texts[0] != "between" && texts[0] != "from" && texts[0] != "of" || !ranges[texts[2]] && texts[2] != "and" {
		return window{}, 0
	}
	hour := func(w *word) (training.LocalTime, bool) {
		if w.clock {
			return w.at, true
		}
		return training.LocalTime(60 * int(w.number)), w.number > 0 && w.number <= 24 && w.number == float64(int(w.number))
	}
	from, isFrom := hour(&words[1])
	to, isTo := hour(&words[3])
	n, half := 4, ""
	if len(texts) > 5 && texts[4] == "of" && (windows[texts[5]].is() || texts[5] == "tomorrow") {
		n, half = 6, texts[5]
	} else if len(texts) > 4 && (windows[texts[4]].is() || texts[4] == "pmtime" || texts[4] == "amtime" || texts[4] == "oclock") {
		n, half = 5, texts[4]
	}
	if isFrom && isTo && half == "" && !words[1].clock && !words[3].clock && from == 12*60 && to < 4*60 && texts[0] != "of" && !dayFollows(texts, 3) { // "between 12 and 1" is at noon
		return window{from, to + 12*60}, 4
	}
	if !isFrom || !isTo || half == "" && !words[3].clock && !words[1].clock || words[1].number > 0 && n == 4 && !words[3].clock {
		return window{}, 0
	}
	if late := half == "evening" || half == "pmtime" || half == "afternoon"; late && to <= 12*60 {
		from, to = from+12*60, to+12*60
	}
	if words[3].clock && words[3].at >= 12*60 && !words[1].clock && from+12*60 < to && from < 12*60 && half == "" && words[3].at%720 > from { // "between 6 and 8pm"
		from += 12 * 60
	}
	if from >= to {
		return window{}, 0
	}
	return window{from, to % (24 * 60)}, n
}

// dayFollows tells whether a number begins a date: "before 5 December", "after 3 days".
func dayFollows(texts []string, i int) bool {
	if strings.HasSuffix(texts[i], "th") || i+1 < len(texts) && (monthNamed(texts[i+1]) > 0 || texts[i+1] == "days" || texts[i+1] == "of") {
		return true
	}
	return i+2 < len(texts) && texts[i+1] == "from" && monthNamed(texts[i+2]) > 0
}

// eveningFrom is from when on what begins leaves no time on that day.
const eveningFrom training.LocalTime = 16 * 60

// timed is a time of day in which there is none to train.
func (r *reader) timed(c *clause) (Wishes, bool) {
	w := c.window.is
	if !w.is() || c.beside && !c.is("only", "notbefore") {
		return nil, false
	}
	thing := len(c.things) > 0 || len(c.sessions) > 0
	if only := c.place("only"); only > c.window.at && !r.onlySlot(c) && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at == only+1 }) && !slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at < only }) {
		return nil, true // "mornings only on Saturdays": no other mornings, or nothing else on them?
	}
	dates := r.on(c)
	shut := func(from, to training.LocalTime) Wish {
		return Wish{Kind: Unavailable, From: from, To: to, Dates: dates}
	}
	switch {
	case c.is("occupied") && c.is("attime") && !thing && w.to == lateEnd && w.from < eveningFrom:
		return nil, true // "physio appointment on Wednesday at 10": until when?
	case c.is("occupied") && !thing && !c.is("no", "rest", "only", "notbefore"):
		return Wishes{shut(w.from, w.occupiedTo())}, true // "I work until 20:00"
	case thing && c.is("only"), c.is("hate") && !thing:
		return nil, true // what is liked or not shuts nothing
	case thing:
		return nil, false
	case c.is("notbefore"):
		return Wishes{shut(midnight, w.from)}, true
	case c.is("no", "rest") && c.is("attime") && !windows["evening"].holds(w.from):
		return nil, true // "no more 6 am sessions": up to when not?
	case c.is("rest") && !c.is("no", "must") && r.areFree(c) && r.copulaBefore(c):
		return nil, true // "weekends are free, weekdays after 6": of training, or for it?
	case c.is("no", "rest") && len(c.spans) == 1 && c.spans[0].is.upTo && len(dates) > 1 && slices.ContainsFunc(c.spans, func(s placed[span]) bool { return s.at < c.window.at }): // "nothing until Friday evening"
		last := len(dates) - 1
		list := Wishes{{Kind: Rest, Dates: dates[:last]}}
		if w.from > midnight {
			list = append(list, Wish{Kind: Unavailable, From: midnight, To: w.from, Dates: dates[last:]})
		}
		return list, true
	case c.is("no", "rest") && c.strange > 0 && !c.is("train", "rest"):
		return nil, true // what is not to be?
	case c.is("no", "rest") && w.to == lateEnd:
		return Wishes{shut(w.from, midnight)}, true
	case c.is("no", "rest") && w.from == 5*60:
		return Wishes{shut(midnight, w.to)}, true
	case c.is("no", "rest"):
		return Wishes{shut(w.from, w.to)}, true
	case c.is("want") && !c.is("only", "notbefore") && r.prefers(c):
		return nil, true // what is liked better shuts nothing
	case c.is("attime", "group") && !c.able && !c.is("only", "train", "notbefore"):
		return nil, true // of what begins then nobody says that there is no time before
	case c.strange > 0, c.is("want") && !c.able && !c.is("only", "train"), len(c.spans) == 0 && !c.able && !c.is("only", "train"):
		return nil, true // what is liked shuts nothing, nor what is only named
	}
	if !c.is("only") && !c.is("train") && (len(c.minutes) > 0 || !c.able && r.justNamed(c)) {
		return nil, true // of a time of day that is named nobody says that it is the only one
	}
	var list Wishes
	if w.from > 5*60 {
		list = append(list, shut(midnight, w.from))
	}
	if w.to != midnight && w.to != lateEnd {
		list = append(list, shut(w.to, midnight))
	}
	return list, true
}

// onlySlot tells whether a clause says of a time of day that there is no other: "lunch is the only slot I have on weekdays".
func (r *reader) onlySlot(c *clause) bool {
	for i := c.first; i+1 < c.last; i++ {
		if r.words[i].text == "only" && slots[r.lastRaw(i+1)] {
			return true
		}
	}
	return false
}

var slots = wordSet("slot slots time times window chance option gap möglichkeit zeit zeitfenster hueco momento opción rato")

// prefers tells whether a clause says no more than what somebody likes better.
func (r *reader) prefers(c *clause) bool {
	for i := c.first; i < c.last; i++ {
		if better[r.lastRaw(i)] {
			return true
		}
	}
	return false
}

var better = wordSet("prefer preferably rather lieber liebsten bevorzuge prefiero preferiría mejor")

// justNamed tells whether the time of day of a clause is one by name, as "in the evening": "after work" and "from 18:00" say that it begins then.
func (r *reader) justNamed(c *clause) bool {
	return slices.ContainsFunc(r.words[c.first:c.last], func(w word) bool { return namedTimes[w.text] })
}

var namedTimes = wordSet("morning lunch afternoon evening")

// occupiedTo is when a time of day ends in which somebody has something else to do.
func (w window) occupiedTo() training.LocalTime {
	if w.to == lateEnd {
		return midnight
	}
	return w.to
}
