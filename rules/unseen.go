package rules

// nearHistory is how many days before a session the rules on spacing and order must know (science §0).
const nearHistory = 3

// unseen says where the rules that measure from one session back to another have nothing to measure because the days before the plan are
// not known: what may lie there must not pass for nothing.
func (f *frame) unseen(out sink) {
	if f.brokenOnly || f.known >= nearHistory {
		return
	}
	first := true
	for n := range f.items {
		i := &f.items[n]
		if i.plan && f.blind(i.day, nearHistory) {
			f.unseenBefore(out, n, first)
		}
		first = first && !i.load
	}
}

func (f *frame) unseenBefore(out sink, n int, first bool) {
	i := &f.items[n]
	tell := func(rule code, severity Severity, asked bool) {
		if asked {
			out.take(row{rule: rule, severity: severity, from: i.day - nearHistory, to: i.day, unknown: true, a: i})
		}
	}
	tell(int1, Hard, i.hi && f.hardBefore(n, true) == nil)
	tell(int2, Hard, i.hi && f.hardBefore(n, false) == nil)
	tell(con2, Hard, i.keyForLegs() && !f.anyBefore(n, func(o *item) bool { return o.heavy }))
	tell(con5, Soft, i.heavy && !f.anyBefore(n, func(o *item) bool { return o.legs && o.lower && (o.long || o.race) }))
	tell(str3, Hard, i.legSets > 0 && !f.anyBefore(n, legSets))
	tell(rst3, Soft, first && (i.hi || i.heavy))
}

func (f *frame) anyBefore(n int, is func(*item) bool) bool {
	for m := range n {
		if is(&f.items[m]) {
			return true
		}
	}
	return false
}
