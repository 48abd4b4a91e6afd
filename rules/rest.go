package rules

import "slices"

// eveningFrom is the minute of the day after which a session ends in the evening (science RST-3).
const eveningFrom = 19 * 60

// rest measures RST-1, RST-2 and RST-3.
func (f *frame) rest(out sink) {
	f.restDays(out)
	for last := 7; last <= f.in.Days; last += 7 {
		f.deload(out, last)
	}
	f.nights(out)
}

// restDays measures RST-1: the days without load in every seven. Where history has trained too much already, every planned day of the
// window must be one.
func (f *frame) restDays(out sink) {
	var rested, open [7 + MaxDays]int32 // from day −6 on, which no window has
	var rests, possible int32
	for day := -5; day <= f.in.Days; day++ {
		rest, byPlan := f.restDay(day)
		at := day + 6
		rested[at], open[at] = one(rest), one(rest || byPlan)
		rests, possible = rests+rested[at], possible+open[at]
		if day < 1 {
			continue
		}
		rests, possible = rests-rested[at-7], possible-open[at-7]
		limit := min(f.limits.restDays, float64(possible))
		if f.reached(float64(rests), limit) {
			continue
		}
		f.emit(out, &row{
			rule: rst1, severity: Hard, from: day - 6, to: day, measured: float64(rests), limit: limit, atLeast: true, unknown: f.blind(day, 6),
			pick: loads,
		})
	}
}

// restDay tells whether a day is one of rest, and where it is not whether only the plan is to blame.
func (f *frame) restDay(day int) (rest, byPlan bool) {
	at := index(day)
	if f.events[at] > 0 {
		return false, false
	}
	s := &f.daily[at]
	rest, byPlan = s.loads == 0, f.idle.TSS(day) == 0
	if rest && f.idle.TSS(day) > 0 { // done longer ago than the items reach
		return false, false
	}
	return rest || f.limits.recoveryCounts && s.strenuous == 0 && s.loadSeconds <= 30*60 && f.load.TSS(day) <= 20, byPlan
}

// What RST-2 asks and goes by (science RST-2, §0b).
const (
	loadingShare  = 0.90 // of the largest of the four weeks that end with it, for a week to be a loading one
	deloadHistory = 35   // days
	deloadHI      = 1
	deloadSets    = 0.5
	longLoading   = 5 // weeks of loading, from which on no lighter one costs as much as breaking a STRONG rule
)

// deload measures RST-2 for the week that ends on a day, a multiple of seven: after so many loading weeks it is a light one.
func (f *frame) deload(out sink, last int) {
	if f.blind(last-6, deloadHistory) {
		out.take(row{rule: rst2, severity: Soft, from: last - 6, to: last, unknown: true, pick: loads})
		return
	}
	weeks := f.loadingWeeks(last - 7)
	if weeks < f.limits.deloadAfter {
		return
	}
	load, sets := 0.0, 0.0
	for n := range f.limits.deloadAfter {
		past := last - 7*(n+1)
		load += f.load.WeekTSS(past) / float64(f.limits.deloadAfter)
		for day := past - 6; day <= past; day++ {
			sets += float64(f.daily[index(day)].legSets) / float64(f.limits.deloadAfter)
		}
	}
	f.emitDeload(out, last, weeks, load, sets)
}

// emitDeload asks three things of a light week: less load, at most one hard session, and half the leg sets where there were any.
func (f *frame) emitDeload(out sink, last, weeks int, load, sets float64) {
	r := row{rule: rst2, severity: Soft, from: last - 6, to: last, pick: loads}
	if weeks >= longLoading {
		r.weight = weights[Strong]
	}
	planned, done := &f.weeks[last], &f.fixedWeeks[last]
	for _, part := range [3]struct {
		about                  string
		measured, limit, given float64
	}{
		{"load", f.load.WeekTSS(last), f.limits.deloadShare * load, f.idle.WeekTSS(last)},
		{"hard sessions", float64(planned.hi), deloadHI, float64(done.hi)},
		{"leg sets", float64(planned.legSets), deloadSets * sets, float64(done.legSets)},
	} {
		r.note, r.measured, r.limit = part.about, part.measured, max(part.limit, part.given)
		if !f.fine(r.measured, r.limit) && (part.about != "leg sets" || sets > 0) {
			f.emit(out, &r)
		}
	}
}

// loadingWeeks counts the loading weeks in a row that end on a day, a multiple of seven, as far back as weeks are known.
func (f *frame) loadingWeeks(last int) int {
	var totals [spanDays / 7]float64 // the last first
	known := 0
	for end := last; end-6 >= 1-min(f.known, HistoryDays); end -= 7 {
		totals[known] = f.load.WeekTSS(end)
		known++
	}
	for count := range known {
		most := slices.Max(totals[count:min(count+4, known)])
		if totals[count] == 0 || totals[count] < loadingShare*most-slack {
			return count
		}
	}
	return known
}

// deloading tells whether a planned day is in a week that RST-2 wants to be light.
func (f *frame) deloading(day int) bool {
	first := (day-1)/7*7 + 1
	return first+6 <= f.in.Days && !f.blind(first, deloadHistory) && f.loadingWeeks(first-1) >= f.limits.deloadAfter
}

// nights measures RST-3: the hours from a session that ends in the evening to the next, where either is hard.
func (f *frame) nights(out sink) {
	var evening *item
	for n := f.recent; n < len(f.items); n++ {
		next := &f.items[n]
		if !next.load {
			continue
		}
		before := evening
		if evening = nil; next.late {
			evening = next
		}
		if before == nil || !(before.hi || before.heavy || next.hi || next.heavy) || !(before.plan || next.plan) {
			continue
		}
		gap := float64(next.start-before.end) / 60
		if f.reached(gap, f.limits.nightHours) {
			continue
		}
		f.emit(out, &row{
			rule: rst3, severity: Soft, from: before.day, to: next.day, measured: gap, limit: f.limits.nightHours, atLeast: true, a: before, b: next,
		})
	}
}

func (f *frame) restMessage(r *row, span string) string {
	switch {
	case r.rule == rst1:
		return f.say(span, " %0 %{day is|days are} free of load; at least %0 %{is|are} needed.", r.measured, r.limit)
	case r.rule == rst3:
		return f.apart(
			"The evening session on "+f.when(r.a)+" and the one on "+f.when(r.b), " lie %1 h apart; at least %0 h should.",
			r.measured, r.limit,
		)
	case r.note == "load":
		return f.say(span, " the load is %0 TSS; after weeks of loading at most %0 should be.", r.measured, r.limit)
	case r.note == "leg sets":
		return f.say(span, " there %[is|are] %0 hard leg %{set|sets}; after weeks of loading at most %1 should be.", r.measured, r.limit)
	}
	return f.say(span, " there %[is|are] %0 high-intensity %{session|sessions}; after weeks of loading at most %0 should be.", r.measured, r.limit)
}
