package rules

// loadRules measures LD-1, LD-2, LD-3, LD-7 and LD-8. What history alone breaks no plan can mend: then the limit is what an empty plan
// gives, so that a plan may not make it worse.
func (f *frame) loadRules(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		f.ramp(out, day)
		f.form(out, day)
		f.weekLoad(out, day)
		f.hardestDay(out, day)
		f.enough(out, day)
	}
}

func (f *frame) ramp(out sink, day int) {
	at := index(day)
	before := f.ctl[index(day-7)]
	least := f.empty[at].Fitness - before
	for _, l := range []struct {
		severity Severity
		limit    float64
	}{{Hard, f.limits.rampHard}, {Soft, f.limits.rampSoft}} {
		f.bound(out, row{
			rule: "LD-1", severity: l.severity, from: day - 6, to: day, measured: f.ctl[at] - before, limit: max(l.limit, least),
			unknown: f.dark, pick: loads,
		})
	}
}

func (f *frame) form(out sink, day int) {
	measured, best := f.ctl[index(day-1)]-f.atl[index(day-1)], f.empty[index(day-1)].Form()
	if day == 1 {
		measured = best
	}
	for _, l := range []struct {
		severity Severity
		limit    float64
	}{{Hard, f.limits.formHard}, {Soft, f.limits.formSoft}} {
		f.bound(out, row{
			rule: "LD-2", severity: l.severity, from: day, to: day, measured: measured, limit: min(l.limit, best), atLeast: true,
			unknown: f.dark, pick: nil,
		})
	}
}

func (f *frame) weekLoad(out sink, day int) {
	measured, given := week(&f.load, day), week(&f.done, day)
	for _, l := range []struct {
		severity Severity
		factor   float64
	}{{Hard, f.limits.weekHard}, {Soft, f.limits.weekSoft}} {
		factor, own := f.limits.own("LD-3", l.severity, l.factor, false)
		limit := factor * f.month
		if !own {
			limit = max(limit, f.month+f.limits.weekAllowance)
		}
		out.take(row{
			rule: "LD-3", severity: l.severity, from: day - 6, to: day, measured: measured, limit: max(limit, given),
			unknown: f.known < seedDays, pick: loads, own: own,
		})
	}
}

func (f *frame) hardestDay(out sink, day int) {
	before := f.ctl[index(day-1)]
	limit, severity := max(f.limits.peakFactor*f.peak, 2*before), Soft
	if f.limits.loadLevel == 0 {
		limit, severity = max(f.limits.peakFactor*f.peak, 1.5*before, 40), Hard
	}
	at := index(day)
	if f.load[at] == f.done[at] {
		return
	}
	out.take(row{
		rule: "LD-7", severity: severity, from: day, to: day, measured: f.load[at], limit: max(limit, f.done[at]),
		unknown: f.known < HistoryDays, pick: loads,
	})
}

// keepShare is the share of what keeps fitness that seven days should bring, and tssAnHour what free time is reckoned at (science LD-8,
// §0b).
const (
	keepShare = 0.80
	tssAnHour = 50
)

func (f *frame) enough(out sink, day int) {
	if day < 7 || f.dark {
		return
	}
	wanted := keepShare * 7 * f.base.Fitness
	free := 0.0
	for d := day - 6; d <= day; d++ {
		free += min(f.hours[d].minutes, 4*60) / 60 * tssAnHour
	}
	if free < 1.25*wanted {
		return
	}
	out.take(row{rule: "LD-8", severity: Soft, from: day - 6, to: day, measured: week(&f.load, day), limit: wanted, atLeast: true, pick: loads})
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
