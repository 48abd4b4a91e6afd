package rules

import (
	"slices"

	"fortnight/training"
)

// loadRules measures LD-1 to LD-8. What history alone breaks no plan can mend: then the limit is what an empty plan gives, so that a plan
// may not make it worse.
func (f *frame) loadRules(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		f.ramp(out, day)
		f.form(out, day)
		f.weekLoad(out, day)
		f.monotony(out, day)
		f.hardestDay(out, day)
		f.enough(out, day)
	}
	if !f.brokenOnly { // what follows is ADVISORY
		f.acuteChronic(out)
		f.strain(out)
	}
}

// step is a severity with its limit.
type step struct {
	severity Severity
	limit    float64
}

func (f *frame) ramp(out sink, day int) {
	at := index(day)
	before := f.ctl[index(day-7)]
	measured, least := f.ctl[at]-before, f.empty[at].Fitness-before
	if f.fine(measured, max(least, min(f.limits.rampSoft, f.limits.rampHard))) {
		return
	}
	for _, s := range [2]step{{Hard, f.limits.rampHard}, {Soft, f.limits.rampSoft}} {
		f.emit(out, row{
			rule: "LD-1", severity: s.severity, from: day - 6, to: day, measured: measured, limit: max(s.limit, least), unknown: f.dark, pick: loads,
		})
	}
}

func (f *frame) form(out sink, day int) {
	measured, best := f.ctl[index(day-1)]-f.atl[index(day-1)], f.empty[index(day-1)].Form()
	if day == 1 {
		measured = best
	}
	if f.reached(measured, min(best, max(f.limits.formHard, f.limits.formSoft))) {
		return
	}
	for _, s := range [2]step{{Hard, f.limits.formHard}, {Soft, f.limits.formSoft}} {
		f.emit(out, row{
			rule: "LD-2", severity: s.severity, from: day, to: day, measured: measured, limit: min(s.limit, best), atLeast: true, unknown: f.dark,
		})
	}
}

func (f *frame) weekLoad(out sink, day int) {
	measured := f.weekTSS[day]
	if f.fine(measured, min(f.limits.weekSoft, f.limits.weekHard)*f.month) {
		return
	}
	given := weekOf(&f.done, day)
	for _, s := range [2]step{{Hard, f.limits.weekHard}, {Soft, f.limits.weekSoft}} {
		limit := s.limit * f.month
		if !f.limits.owns("LD-3", s.severity) {
			limit = max(limit, f.month+f.limits.weekAllowance)
		}
		f.emit(out, row{
			rule: "LD-3", severity: s.severity, from: day - 6, to: day, measured: measured, limit: max(limit, given), unknown: f.known < seedDays,
			pick: loads,
		})
	}
}

// The time constants of LD-4 in days, as EWMA has them: λ = 2/(N+1) (Williams 2017).
const (
	acuteDays       = 7
	chronicDays     = 28
	acuteChronicMax = 1.5
)

// acuteChronic measures LD-4 at the end of each planned day. Both averages begin at the first known day of the six weeks with the means
// that seed ATL and CTL (science L13).
func (f *frame) acuteChronic(out sink) {
	known := min(f.known, HistoryDays)
	first := 1 - known
	state, _ := training.Seed(f.done[index(first):index(1)], nil)
	acute, chronic := state.Fatigue, state.Fitness
	for day := first; day <= f.in.Days; day++ {
		load := f.load[index(day)]
		acute += (load - acute) * 2 / (acuteDays + 1)
		chronic += (load - chronic) * 2 / (chronicDays + 1)
		if day < 1 {
			continue
		}
		ratio := 0.0
		if chronic > 0 {
			ratio = acute / chronic
		}
		out.take(row{
			rule: "LD-4", severity: Advisory, from: day, to: day, measured: ratio, limit: acuteChronicMax, unknown: f.known < seedDays, pick: loads,
		})
	}
}

// monotony measures LD-5 where seven days bring at least the mean of the four weeks before the plan: a light week may be even.
func (f *frame) monotony(out sink, day int) {
	if f.known >= seedDays && f.weekTSS[day] < f.month-slack {
		return
	}
	if f.brokenOnly && f.varied(day) {
		return
	}
	measured := training.Monotony(sevenDays(&f.load, day))
	f.emit(out, row{
		rule: "LD-5", severity: Soft, from: day - 6, to: day, measured: measured,
		limit: max(f.limits.monotony, training.Monotony(sevenDays(&f.done, day))), unknown: f.known < seedDays, pick: loads,
	})
}

// varied tells without a root whether seven days are well within the limit of monotony.
func (f *frame) varied(day int) bool {
	mean, squares := f.weekTSS[day]/7, 0.0
	for _, tss := range f.load[index(day-6) : index(day)+1] {
		squares += (tss - mean) * (tss - mean)
	}
	return mean*mean < f.limits.monotony*f.limits.monotony*squares/6*(1-1e-9)
}

func sevenDays(daily *[spanDays]float64, day int) [7]float64 {
	return [7]float64(daily[index(day-6) : index(day)+1])
}

// Which strain stands out for an athlete (LD-6): a tenth above what nine in ten of the weeks of history stayed below.
const (
	usualStrain  = 0.90
	strainFactor = 1.1
)

// strain measures LD-6 against the 36 seven-day windows of the six weeks of history, by the nearest rank.
func (f *frame) strain(out sink) {
	var past []float64
	for day := 7 - HistoryDays; day <= 0; day++ {
		past = append(past, training.Strain(sevenDays(&f.done, day)))
	}
	slices.Sort(past)
	rank := int(usualStrain*float64(len(past))+0.999999) - 1
	limit := strainFactor * past[rank]
	for day := 1; day <= f.in.Days; day++ {
		out.take(row{
			rule: "LD-6", severity: Advisory, from: day - 6, to: day, measured: training.Strain(sevenDays(&f.load, day)), limit: limit,
			unknown: f.known < HistoryDays, pick: loads,
		})
	}
}

func (f *frame) hardestDay(out sink, day int) {
	at := index(day)
	if f.load[at] == f.done[at] {
		return
	}
	before := f.ctl[index(day-1)]
	limit, severity := max(f.limits.peakFactor*f.peak, 2*before), Soft
	if f.limits.loadLevel == 0 {
		limit, severity = max(f.limits.peakFactor*f.peak, 1.5*before, 40), Hard
	}
	if limit = max(limit, f.done[at]); f.fine(f.load[at], limit) {
		return
	}
	out.take(row{
		rule: "LD-7", severity: severity, from: day, to: day, measured: f.load[at], limit: limit, unknown: f.known < HistoryDays, pick: loads,
	})
}

// keepShare is the share of what keeps fitness that seven days should bring, and tssAnHour what free time is reckoned at (science LD-8,
// §0b).
const (
	keepShare = 0.80
	tssAnHour = 50
)

// enough measures LD-8. Where something else makes a week light nothing is asked for, and the row says what.
func (f *frame) enough(out sink, day int) {
	if day < 7 || f.dark {
		return
	}
	r := row{
		rule: "LD-8", severity: Soft, from: day - 6, to: day, measured: f.weekTSS[day], limit: keepShare * 7 * f.base.Fitness, atLeast: true,
		pick: loads,
	}
	if f.reached(r.measured, r.limit) {
		return
	}
	if r.measured < r.limit {
		if r.note = f.lightWeek(day, r.limit); r.note != "" {
			r.limit = 0
		}
	}
	out.take(r)
}

// lightWeek is what lets the seven days that end on a day be light, empty where nothing does.
func (f *frame) lightWeek(day int, wanted float64) string {
	free, ill := 0.0, false
	for d := day - 6; d <= day; d++ {
		free += min(f.hours[d].minutes, 4*60) / 60 * tssAnHour
		ill = ill || f.sick[index(d)]
	}
	switch {
	case free < 1.25*wanted:
		return "the hours there are hold no more (AVL-1)"
	case ill:
		return "illness rules out more (RED-1)"
	case f.tapering(day-6) || f.tapering(day):
		return "an A event is near (TAP-1)"
	case f.deloading(day-6) || f.deloading(day):
		return "a lighter week is due (RST-2)"
	}
	return ""
}

// tapering tells whether a day is within the taper of an A event, or the event's own.
func (f *frame) tapering(day int) bool {
	date := f.date(day)
	return slices.ContainsFunc(f.in.Profile.Events, func(e training.Event) bool {
		return e.Priority == training.EventA && date <= e.Date && date >= e.Date.AddDays(-taperDays)
	})
}

// goal measures what was asked for.
func (f *frame) goal(out sink) {
	if f.in.TargetFitness == nil {
		return
	}
	out.take(row{
		rule: "GOAL", severity: Hard, from: f.in.Days, to: f.in.Days, measured: f.ctl[index(f.in.Days)], limit: *f.in.TargetFitness,
		atLeast: true, unknown: f.dark,
	})
}

func (f *frame) loadMessage(r *row, span string) string {
	switch r.rule {
	case "LD-1":
		return say(span, " fitness changes by %+; at most %+ is allowed.", r.measured, r.limit)
	case "LD-2":
		return say(span, " form starts at %+; the floor is %+.", r.measured, r.limit)
	case "LD-3":
		return say(span, " the load is %0 TSS against a weekly mean of %0 before; at most %0 is allowed.", r.measured, f.month, r.limit)
	case "LD-4":
		return say(span, " the load of the last week is %2 times that of the month; from %2 on it is worth a look, no more.", r.measured, r.limit)
	case "LD-5":
		return say(span, " the monotony of the daily loads is %2; at most %2 should be.", r.measured, r.limit)
	case "LD-6":
		return say(span, " strain is %0; above %0 it is higher than nearly all of the last six weeks.", r.measured, r.limit)
	case "LD-7":
		return say(span, " the load is %0 TSS; at most %0 is allowed.", r.measured, r.limit)
	}
	if r.note != "" {
		return say(span, " the load is %0 TSS; it may be that light because "+r.note+".", r.measured)
	}
	return say(span, " the load is %0 TSS; at least %0 keeps fitness.", r.measured, r.limit)
}
