package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// unseen is what the days before the plan hide from the rules on spacing and order.
type unseen struct{ *frame.Frame }

// nearHistory is how many days before a session the rules on spacing and order must know (science §0).
const nearHistory = 3

// unseen says where the rules that measure from one session back to another have nothing to measure because the days before the plan are
// not known: what may lie there must not pass for nothing.
func (f unseen) measure(out frame.Sink) {
	if f.BrokenOnly || f.Known >= nearHistory {
		return
	}
	first := true
	for n := range f.Items {
		i := &f.Items[n]
		if i.Planned && f.Blind(i.Day, nearHistory) {
			f.unseenBefore(out, n, first)
		}
		first = first && !i.Load
	}
}

func (f unseen) unseenBefore(out frame.Sink, n int, first bool) {
	i := &f.Items[n]
	tell := func(rule catalogue.Code, severity catalogue.Severity, asked bool) {
		if asked {
			out.Take(frame.Row{Rule: rule, Severity: severity, From: i.Day - nearHistory, To: i.Day, Unknown: true, A: i})
		}
	}
	tell(catalogue.INT1, catalogue.Hard, i.HI && f.HardBefore(n, true) == nil)
	tell(catalogue.INT2, catalogue.Hard, i.HI && f.HardBefore(n, false) == nil)
	tell(catalogue.CON2, catalogue.Hard, i.NeedsFreshLegs() && !f.anyBefore(n, func(o *frame.Item) bool { return o.Heavy }))
	tell(catalogue.CON5, catalogue.Soft, i.Heavy && !f.anyBefore(n, func(o *frame.Item) bool { return o.Legs && o.Lower && (o.Long || o.Race) }))
	tell(catalogue.STR3, catalogue.Hard, i.LegSets > 0 && !f.anyBefore(n, frame.HasLegSets))
	tell(catalogue.RST3, catalogue.Soft, first && (i.HI || i.Heavy))
}

func (f unseen) anyBefore(n int, is func(*frame.Item) bool) bool {
	for m := range n {
		if is(&f.Items[m]) {
			return true
		}
	}
	return false
}
