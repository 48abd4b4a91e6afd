package brief

import (
	"strings"

	"fortnight/rules"
)

// New makes the brief of some days.
func New(in Input) *Brief {
	e := rules.NewEvaluator(in.Locked)
	state, known := e.State()
	b := &Brief{Fitness: state.Fitness, Form: state.Form(), Known: known, Sports: in.sports(), Lifts: in.liftsAWeek(), Event: in.nextEvent()}
	b.Wished = in.wishedSports(b.Sports)
	month, monthKnown := e.MonthMean()
	loading := in.loadingWeeks()
	for from := 0; from < in.Days; from += 7 {
		length := min(7, in.Days-from)
		w := in.week(b, from, length, month, monthKnown, loading)
		w.comeBack(b, e, from, length)
		if w.Phase == "build" {
			loading++
		} else {
			loading = 0
		}
		b.Weeks = append(b.Weeks, w)
	}
	in.shape(b, e)
	in.explain(b)
	return b
}

// explain says why each week is as it is. Every number is of the days' targets, which are what the budgets have come to, with what is kept,
// done and expected of events.
func (in *Input) explain(b *Brief) {
	load := rules.NewEvaluator(in.Standing).Load()
	for i, d := range b.Days {
		load.Add(i+1, d.TSS-load.TSS(i+1))
	}
	for n := range b.Weeks {
		w, a := &b.Weeks[n], aim{before: load.Start(7*n + 1).Fitness, after: load.End(min(7*n+7, len(b.Days))).Fitness}
		for i := 7 * n; i < min(7*n+7, len(b.Days)); i++ {
			a.tss += b.Days[i].TSS
			a.events += load.FitnessTSS(i+1) - load.TSS(i+1)
		}
		w.Budget = a.tss
		w.Why = strings.Join(append([]string{w.reason(a)}, w.notes...), "; ")
	}
}
