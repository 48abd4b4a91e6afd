package rules

import (
	"math"
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
		f.hardestDay(out, day)
		f.enough(out, day)
	}
	f.monotony(out)
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

// ramp measures LD-1. A fitness that was stated within the seven days is where they begin: a statement is no rise.
func (f *frame) ramp(out sink, day int) {
	from := day - 6
	if f.stated <= day {
		from = max(from, f.stated)
	}
	before := f.load.Start(from).Fitness
	measured, least := f.load.End(day).Fitness-before, f.idle.End(day).Fitness-before
	if f.fine(measured, max(least, min(f.limits.rampSoft, f.limits.rampHard))) {
		return
	}
	for _, s := range [2]step{{Hard, f.limits.rampHard}, {Soft, f.limits.rampSoft}} {
		f.emit(out, &row{
			rule: ld1, severity: s.severity, from: day - 6, to: day, measured: measured, limit: max(s.limit, least), unknown: f.dark(day), pick: loads,
		})
	}
}

func (f *frame) form(out sink, day int) {
	measured, best := f.load.Start(day).Form(), f.idle.Start(day).Form()
	if f.reached(measured, min(best, max(f.limits.formHard, f.limits.formSoft))) {
		return
	}
	for _, s := range [2]step{{Hard, f.limits.formHard}, {Soft, f.limits.formSoft}} {
		f.emit(out, &row{
			rule: ld2, severity: s.severity, from: day, to: day, measured: measured, limit: min(s.limit, best), atLeast: true, unknown: f.dark(day),
		})
	}
}

func (f *frame) weekLoad(out sink, day int) {
	measured := f.load.WeekTSS(day)
	if f.fine(measured, min(f.limits.weekSoft, f.limits.weekHard)*f.month) {
		return
	}
	given := f.idle.WeekTSS(day)
	for _, s := range [2]step{{Hard, f.limits.weekHard}, {Soft, f.limits.weekSoft}} {
		limit := s.limit * f.month
		if !f.limits.owns(ld3, s.severity) {
			limit = max(limit, f.month+f.limits.weekAllowance)
		}
		if limit = max(limit, given); f.fine(measured, limit) {
			continue
		}
		f.emit(out, &row{
			rule: ld3, severity: s.severity, from: day - 6, to: day, measured: measured, limit: limit, unknown: f.known < seedDays, pick: loads,
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
	history := make([]float64, known)
	for n := range history {
		history[n] = f.idle.FitnessTSS(first + n)
	}
	state := training.Seed(history)
	acute, chronic := state.Fatigue, state.Fitness
	for day := first; day <= f.in.Days; day++ {
		load := f.load.FitnessTSS(day)
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
			rule: ld4, severity: Advisory, from: day, to: day, measured: ratio, limit: acuteChronicMax, unknown: f.known < seedDays, pick: loads,
		})
	}
}

// monotony measures LD-5 where seven days bring at least the mean of the four weeks before the plan: a light week may be even.
func (f *frame) monotony(out sink) {
	sum, squares := 0.0, 0.0 // of the loads of seven days
	for day := -6; day <= f.in.Days; day++ {
		load := f.load.FitnessTSS(day)
		sum, squares = sum+load, squares+load*load
		if day < 1 {
			continue
		}
		load = f.load.FitnessTSS(day - 7)
		sum, squares = sum-load, squares-load*load
		light := f.known >= seedDays && sum < f.month-slack
		if !light && !(f.brokenOnly && f.varied(sum, squares)) {
			f.monotonyOf(out, day)
		}
	}
}

// varied tells without a root whether seven days, whose sum and squares are given but for rounding, are well within the limit of monotony.
func (f *frame) varied(sum, squares float64) bool {
	mean := sum / 7
	return mean*mean < f.limits.monotony*f.limits.monotony*(squares-7*mean*mean-1e-6)/6
}

func (f *frame) monotonyOf(out sink, day int) {
	measured := training.Monotony(f.load.Week(day))
	if f.fine(measured, f.limits.monotony) {
		return
	}
	f.emit(out, &row{
		rule: ld5, severity: Soft, from: day - 6, to: day, measured: measured,
		limit: max(f.limits.monotony, training.Monotony(f.idle.Week(day))), unknown: f.known < seedDays, pick: loads,
	})
}

// Which strain stands out for an athlete (LD-6): a tenth above what nine in ten of the weeks of history stayed below.
const (
	usualStrain  = 0.90
	strainFactor = 1.1
)

// strain measures LD-6 against the 36 seven-day windows of the six weeks of history, by the nearest rank.
func (f *frame) strain(out sink) {
	var past [HistoryDays - 6]float64
	for n := range past {
		past[n] = training.Strain(f.idle.Week(n + 7 - HistoryDays))
	}
	slices.Sort(past[:])
	rank := int(math.Ceil(usualStrain*float64(len(past)))) - 1
	limit := strainFactor * past[rank]
	for day := 1; day <= f.in.Days; day++ {
		out.take(row{
			rule: ld6, severity: Advisory, from: day - 6, to: day, measured: training.Strain(f.load.Week(day)), limit: limit,
			unknown: f.known < HistoryDays, pick: loads,
		})
	}
}

func (f *frame) hardestDay(out sink, day int) {
	measured, given := f.load.TSS(day), f.idle.TSS(day)
	if measured == given {
		return
	}
	before := f.load.Start(day).Fitness
	limit, severity := max(f.limits.peakFactor*f.peak, 2*before), Soft
	if f.limits.loadLevel == 0 {
		limit, severity = max(f.limits.peakFactor*f.peak, 1.5*before, 40), Hard
	}
	if limit = max(limit, given); f.fine(measured, limit) {
		return
	}
	out.take(row{
		rule: ld7, severity: severity, from: day, to: day, measured: measured, limit: limit, unknown: f.known < HistoryDays, pick: loads,
	})
}

func (f *frame) loadMessage(r *row, span string) string {
	switch r.rule {
	case ld1:
		return f.say(span, " fitness changes by %+; at most %+ is allowed.", r.measured, r.limit)
	case ld2:
		return f.say(span, " form starts at %+; the floor is %+.", r.measured, r.limit)
	case ld3:
		return f.say(span, " the load is %0 TSS against a weekly mean of %0 before; at most %0 is allowed.", r.measured, f.month, r.limit)
	case ld4:
		return f.say(span, " the load of the last week is %2 times that of the month; from %2 on it is worth a look, no more.", r.measured, r.limit)
	case ld5:
		return f.say(span, " the monotony of the daily loads is %2; at most %2 should be.", r.measured, r.limit)
	case ld6:
		return f.say(span, " strain is %0; above %0 it is higher than nearly all of the last six weeks.", r.measured, r.limit)
	case ld7:
		return f.say(span, " the load is %0 TSS; at most %0 is allowed.", r.measured, r.limit)
	}
	if r.note != "" {
		return f.say(span, " the load is %0 TSS; it may be that light because ", r.measured) + r.note + "."
	}
	return f.say(span, " the load is %0 TSS; at least %0 keeps fitness.", r.measured, r.limit)
}
