package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// enough is LD-8: whether the fortnight is used.
type enough struct{ *frame.Frame }

// measure measures LD-8. Where something else makes a week light nothing is asked for, and the row says what.
func (f enough) measure(out frame.Sink, day int) {
	if day < 7 || f.Dark(1) {
		return
	}
	measured, limit := f.Load.WeekTSS(day), frame.KeepShare*7*f.Idle.Start(1).Fitness
	if f.Reached(measured, limit) {
		return
	}
	r := frame.Row{
		Rule: catalogue.LD8, Severity: catalogue.Soft, From: day - 6, To: day, Measured: measured, Limit: limit, AtLeast: true, Pick: frame.HasLoad,
	}
	if r.Measured < r.Limit {
		if r.Note = f.Light[day]; r.Note == "" && (f.Deloading(day-6) || f.Deloading(day)) {
			r.Note = "a lighter week is due (RST-2)"
		}
		if r.Note != "" {
			r.Limit = 0
		}
	}
	out.Take(r)
}
