package family

import (
	"math"
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/session"
	"fortnight/training"
)

// load is LD-1 to LD-8: what training adds up to.
type load struct{ *frame.Frame }

// measure measures LD-1 to LD-8. What history alone breaks no plan can mend: then the limit is what an empty plan gives, so that a plan
// may not make it worse.
func (f load) measure(out frame.Sink) {
	for day := 1; day <= f.Input.Days; day++ {
		f.ramp(out, day)
		f.form(out, day)
		f.weekLoad(out, day)
		f.hardestDay(out, day)
		enough(f).measure(out, day)
	}
	f.monotony(out)
	if !f.BrokenOnly { // what follows is ADVISORY
		f.acuteChronic(out)
		f.strain(out)
	}
}

// ramp measures LD-1. A fitness that was stated within the seven days is where they begin: a statement is no rise.
func (f load) ramp(out frame.Sink, day int) {
	from := day - 6
	if f.Stated <= day {
		from = max(from, f.Stated)
	}
	before := f.Load.Start(from).Fitness
	measured, least := f.Load.End(day).Fitness-before, f.Idle.End(day).Fitness-before
	if len(f.Races) > 0 { // without what races bring
		measured -= f.RaceState(day, true).Fitness - f.RaceState(from-1, true).Fitness
		least -= f.RaceState(day, false).Fitness - f.RaceState(from-1, true).Fitness
	}
	if f.Fine(measured, max(least, min(f.Limits.RampSoft, f.Limits.RampHard))) {
		return
	}
	for _, s := range [2]step{{catalogue.Hard, f.Limits.RampHard}, {catalogue.Soft, f.Limits.RampSoft}} {
		f.Emit(out, &frame.Row{
			Rule: catalogue.LD1, Severity: s.severity, From: day - 6, To: day, Measured: measured, Limit: max(s.limit, least),
			Unknown: f.Dark(day), Pick: frame.HasLoad,
		})
	}
}

func (f load) form(out frame.Sink, day int) {
	measured, best := f.Load.Start(day).Form(), f.Idle.Start(day).Form()
	if len(f.Races) > 0 { // without what races bring, and not at all while they are slept off
		if f.Phase(day) == session.Recovery {
			return
		}
		measured -= f.RaceState(day-1, true).Form()
		best -= f.RaceState(day-1, false).Form()
	}
	if f.Reached(measured, min(best, max(f.Limits.FormHard, f.Limits.FormSoft))) {
		return
	}
	for _, s := range [2]step{{catalogue.Hard, f.Limits.FormHard}, {catalogue.Soft, f.Limits.FormSoft}} {
		f.Emit(out, &frame.Row{
			Rule: catalogue.LD2, Severity: s.severity, From: day, To: day, Measured: measured, Limit: min(s.limit, best), AtLeast: true,
			Unknown: f.Dark(day),
		})
	}
}

func (f load) weekLoad(out frame.Sink, day int) {
	measured := f.Load.WeekTSS(day)
	if f.Fine(measured, min(f.Limits.WeekSoft, f.Limits.WeekHard)*f.Base) {
		return
	}
	given := f.Idle.WeekTSS(day)
	for _, s := range [2]step{{catalogue.Hard, f.Limits.WeekHard}, {catalogue.Soft, f.Limits.WeekSoft}} {
		limit := s.limit * f.Base
		if !f.Limits.Owns(catalogue.LD3, s.severity) {
			limit = max(limit, f.Base+f.Limits.WeekAllowance)
		}
		if limit = max(limit, given); f.Fine(measured, limit) {
			continue
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.LD3, Severity: s.severity, From: day - 6, To: day, Measured: measured, Limit: limit,
			Unknown: f.Known < catalogue.SeedDays, Pick: frame.HasLoad,
		})
	}
}

// The time constants of LD-4 in days, as EWMA has them: λ = 2/(N+1) (Williams 2017).
const (
	acuteDays   = 7
	chronicDays = 28
)

// acuteChronic measures LD-4 at the end of each planned day. Both averages begin at the first known day of the six weeks with the means
// that seed ATL and CTL (science L13).
func (f load) acuteChronic(out frame.Sink) {
	known := min(f.Known, frame.HistoryDays)
	first := 1 - known
	history := make([]float64, known)
	for n := range history {
		history[n] = f.Idle.FitnessTSS(first + n)
	}
	state := training.Seed(history)
	acute, chronic := state.Fatigue, state.Fitness
	for day := first; day <= f.Input.Days; day++ {
		load := f.Load.FitnessTSS(day)
		acute += (load - acute) * 2 / (acuteDays + 1)
		chronic += (load - chronic) * 2 / (chronicDays + 1)
		if day < 1 {
			continue
		}
		ratio := 0.0
		if chronic > 0 {
			ratio = acute / chronic
		}
		out.Take(frame.Row{
			Rule: catalogue.LD4, Severity: catalogue.Advisory, From: day, To: day, Measured: ratio, Limit: catalogue.AcuteChronicMax,
			Unknown: f.Known < catalogue.SeedDays, Pick: frame.HasLoad,
		})
	}
}

// monotony measures LD-5 where seven days bring at least the mean of the four weeks before the plan: a light week may be even.
func (f load) monotony(out frame.Sink) {
	sum, squares := 0.0, 0.0 // of the loads of seven days
	for day := -6; day <= f.Input.Days; day++ {
		load := f.Load.FitnessTSS(day)
		sum, squares = sum+load, squares+load*load
		if day < 1 {
			continue
		}
		load = f.Load.FitnessTSS(day - 7)
		sum, squares = sum-load, squares-load*load
		light := f.Known >= catalogue.SeedDays && sum < f.Month-frame.Slack
		if !light && !(f.BrokenOnly && f.varied(sum, squares)) {
			f.monotonyOf(out, day)
		}
	}
}

// varied tells without a root whether seven days, whose sum and squares are given but for rounding, are well within the limit of monotony.
func (f load) varied(sum, squares float64) bool {
	mean := sum / 7
	return mean*mean < f.Limits.Monotony*f.Limits.Monotony*(squares-7*mean*mean-1e-6)/6
}

func (f load) monotonyOf(out frame.Sink, day int) {
	measured := training.Monotony(f.Load.Week(day))
	if f.Fine(measured, f.Limits.Monotony) {
		return
	}
	f.Emit(out, &frame.Row{
		Rule: catalogue.LD5, Severity: catalogue.Soft, From: day - 6, To: day, Measured: measured,
		Limit: max(f.Limits.Monotony, training.Monotony(f.Idle.Week(day))), Unknown: f.Known < catalogue.SeedDays, Pick: frame.HasLoad,
	})
}

// Which strain stands out for an athlete (LD-6): a tenth above what nine in ten of the weeks of history stayed below.
const (
	usualStrain  = 0.90
	strainFactor = 1.1
)

// strain measures LD-6 against the 36 seven-day windows of the six weeks of history, by the nearest rank.
func (f load) strain(out frame.Sink) {
	var past [frame.HistoryDays - 6]float64
	for n := range past {
		past[n] = training.Strain(f.Idle.Week(n + 7 - frame.HistoryDays))
	}
	slices.Sort(past[:])
	rank := int(math.Ceil(usualStrain*float64(len(past)))) - 1
	limit := strainFactor * past[rank]
	for day := 1; day <= f.Input.Days; day++ {
		out.Take(frame.Row{
			Rule: catalogue.LD6, Severity: catalogue.Advisory, From: day - 6, To: day, Measured: training.Strain(f.Load.Week(day)),
			Limit:   limit,
			Unknown: f.Known < frame.HistoryDays, Pick: frame.HasLoad,
		})
	}
}

func (f load) hardestDay(out frame.Sink, day int) {
	measured, given := f.Load.TSS(day), f.Idle.TSS(day)
	if measured == given {
		return
	}
	before := f.Load.Start(day).Fitness
	limit, severity := max(f.Limits.PeakFactor*f.Peak, 2*before), catalogue.Soft
	if f.Limits.LoadLevel == 0 {
		limit, severity = max(f.Limits.PeakFactor*f.Peak, 1.5*before, 40), catalogue.Hard
	}
	if limit = max(limit, given); f.Fine(measured, limit) {
		return
	}
	out.Take(frame.Row{
		Rule: catalogue.LD7, Severity: severity, From: day, To: day, Measured: measured, Limit: limit, Unknown: f.Known < frame.HistoryDays,
		Pick: frame.HasLoad,
	})
}

func (f load) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.LD1:
		return f.Say(span, " fitness changes by %+; at most %+ is allowed.", r.Measured, r.Limit)
	case catalogue.LD2:
		return f.Say(span, " form starts at %+; the floor is %+.", r.Measured, r.Limit)
	case catalogue.LD3:
		return f.Say(span, " the load is %0 TSS against a weekly mean of %0 before; at most %0 is allowed.", r.Measured, f.Base, r.Limit)
	case catalogue.LD4:
		return f.Say(span, " the load of the last week is %2 times that of the month; from %2 on it is worth a look, no more.", r.Measured, r.Limit)
	case catalogue.LD5:
		return f.Say(span, " the monotony of the daily loads is %2; at most %2 should be.", r.Measured, r.Limit)
	case catalogue.LD6:
		return f.Say(span, " strain is %0; above %0 it is higher than nearly all of the last six weeks.", r.Measured, r.Limit)
	case catalogue.LD7:
		return f.Say(span, " the load is %0 TSS; at most %0 is allowed.", r.Measured, r.Limit)
	}
	if r.Note != "" {
		return f.Say(span, " the load is %0 TSS; it may be that light because ", r.Measured) + r.Note + "."
	}
	return f.Say(span, " the load is %0 TSS; at least %0 is wanted, four fifths of what keeps fitness.", r.Measured, r.Limit)
}
