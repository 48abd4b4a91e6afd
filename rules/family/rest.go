package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// rest is RST-1 to RST-3: days of rest, lighter weeks, nights.
type rest struct{ *frame.Frame }

// measure measures RST-1, RST-2 and RST-3.
func (f rest) measure(out frame.Sink) {
	f.restDays(out)
	for last := 7; last <= f.Input.Days; last += 7 {
		f.deload(out, last)
	}
	f.nights(out)
}

// restDays measures RST-1: the days without load in every seven. Where history has trained too much already, every planned day of the
// window must be one.
func (f rest) restDays(out frame.Sink) {
	var rested, open [7 + frame.MaxDays]int32 // from day −6 on, which no window has
	var rests, possible int32
	for day := -5; day <= f.Input.Days; day++ {
		rest, byPlan := f.restDay(day)
		at := day + 6
		rested[at], open[at] = frame.One(rest), frame.One(rest || byPlan)
		rests, possible = rests+rested[at], possible+open[at]
		if day < 1 {
			continue
		}
		rests, possible = rests-rested[at-7], possible-open[at-7]
		limit := min(f.Limits.RestDays, float64(possible))
		if f.Reached(float64(rests), limit) {
			continue
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.RST1, Severity: catalogue.Hard, From: day - 6, To: day, Measured: float64(rests), Limit: limit, AtLeast: true,
			Unknown: f.Blind(day, 6),
			Pick:    frame.HasLoad,
		})
	}
}

// restDay tells whether a day is one of rest, and where it is not whether only the plan is to blame.
func (f rest) restDay(day int) (rest, byPlan bool) {
	at := frame.Index(day)
	if f.Events[at] > 0 {
		return false, false
	}
	s := &f.Daily[at]
	rest, byPlan = s.Loads == 0, f.Idle.TSS(day) == 0
	if rest && f.Idle.TSS(day) > 0 { // done longer ago than the items reach
		return false, false
	}
	return rest || f.Limits.RecoveryCounts && s.Strenuous == 0 && s.LoadSeconds <= 30*60 && f.Load.TSS(day) <= 20, byPlan
}

// What RST-2 asks (coaching §8).
const (
	deloadShare = 0.80 // of the load, HARD: an own share loosens the SOFT one
	deloadHI    = 1
	deloadSets  = 0.6
	longLoading = 7 // weeks of loading, after which a lighter one is HARD
	meanWeeks   = 4 // of the last loading weeks
)

// deload measures RST-2 for the week that ends on a day, a multiple of seven: after so many loading weeks it is a light one. A lighter week
// than asked for is fine.
func (f rest) deload(out frame.Sink, last int) {
	if f.Blind(last-6, frame.DeloadHistory) {
		out.Take(frame.Row{Rule: catalogue.RST2, Severity: catalogue.Soft, From: last - 6, To: last, Unknown: true, Pick: frame.HasLoad})
		return
	}
	weeks := f.LoadingWeeks(last - 7)
	if weeks < f.Limits.DeloadAfter {
		return
	}
	load, sets, of := 0.0, 0.0, min(weeks, meanWeeks)
	for n := range of {
		past := last - 7*(n+1)
		load += f.Load.WeekTSS(past) / float64(of)
		for day := past - 6; day <= past; day++ {
			sets += float64(f.Daily[frame.Index(day)].LegSets) / float64(of)
		}
	}
	f.emitDeload(out, last, weeks, load, sets)
}

// emitDeload asks three things of a light week: less load, at most one hard session, and fewer leg sets where there were any. After seven
// loading weeks the load is HARD.
func (f rest) emitDeload(out frame.Sink, last, weeks int, load, sets float64) {
	r := frame.Row{Rule: catalogue.RST2, Severity: catalogue.Soft, From: last - 6, To: last, Pick: frame.HasLoad}
	planned, done := &f.Weeks[last], &f.FixedWeeks[last]
	for _, part := range [3]struct {
		about                  string
		measured, limit, given float64
	}{
		{"load", f.Load.WeekTSS(last), f.Limits.DeloadShare * load, f.Idle.WeekTSS(last)},
		{"hard sessions", float64(planned.HI), deloadHI, float64(done.HI)},
		{"leg sets", float64(planned.LegSets), deloadSets * sets, float64(done.LegSets)},
	} {
		r.Note, r.Measured, r.Limit, r.Severity = part.about, part.measured, max(part.limit, part.given), catalogue.Soft
		if part.about == "load" && weeks >= longLoading {
			r.Severity, r.Limit = catalogue.Hard, max(min(part.limit, deloadShare*load), part.given)
		}
		if !f.Fine(r.Measured, r.Limit) && (part.about != "leg sets" || sets > 0) {
			f.Emit(out, &r)
		}
	}
}

// nights measures RST-3: the hours from a session that ends in the evening to the next, where either is hard.
func (f rest) nights(out frame.Sink) {
	var evening *frame.Item
	for n := f.Recent; n < len(f.Items); n++ {
		next := &f.Items[n]
		if !next.Load {
			continue
		}
		before := evening
		if evening = nil; next.Late {
			evening = next
		}
		if before == nil || !(before.HI || before.Heavy || next.HI || next.Heavy) || !(before.Planned || next.Planned) {
			continue
		}
		gap := float64(next.Start-before.End) / 60
		if f.Reached(gap, f.Limits.NightHours) {
			continue
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.RST3, Severity: catalogue.Soft, From: before.Day, To: next.Day, Measured: gap, Limit: f.Limits.NightHours,
			AtLeast: true, A: before, B: next,
		})
	}
}

func (f rest) message(r *frame.Row, span string) string {
	switch {
	case r.Rule == catalogue.RST1:
		return f.Say(span, " %0 %{day is|days are} free of load; at least %0 %{is|are} needed.", r.Measured, r.Limit)
	case r.Rule == catalogue.RST3:
		return f.Apart(
			"The evening session on "+f.When(r.A)+" and the one on "+f.When(r.B), " lie %1 h apart; at least %0 h should.",
			r.Measured, r.Limit,
		)
	case r.Note == "load":
		return f.Say(span, " the load is %0 TSS; after weeks of loading at most %0 should be.", r.Measured, r.Limit)
	case r.Note == "leg sets":
		return f.Say(span, " there %[is|are] %0 hard leg %{set|sets}; after weeks of loading at most %1 should be.", r.Measured, r.Limit)
	}
	return f.Say(span, " there %[is|are] %0 high-intensity %{session|sessions}; after weeks of loading at most %0 should be.", r.Measured, r.Limit)
}
