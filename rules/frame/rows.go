package frame

// Bound gives a row the limit in force and takes it.
func (f *Frame) Bound(out Sink, r *Row) {
	r.Limit, r.Own = f.Limits.Own(r.Rule, r.Severity, r.Limit, r.AtLeast)
	if !f.BrokenOnly || r.Broken() {
		out.Take(*r)
	}
}

// Emit takes a row whose limit is the one in force.
func (f *Frame) Emit(out Sink, r *Row) {
	if !f.BrokenOnly || r.Broken() {
		r.Own = f.Limits.Owns(r.Rule, r.Severity)
		out.Take(*r)
	}
}

// Blind tells whether a rule that looks so many days back from a day sees days of which nothing is known.
func (f *Frame) Blind(day, back int) bool { return f.Known < back+1-day }

// Fine tells whether a row that must stay below a limit need not be written: it holds, and nobody wants rows that hold.
func (f *Frame) Fine(measured, limit float64) bool { return f.BrokenOnly && measured <= limit+Slack }

// Reached is fine for a row that must reach its limit.
func (f *Frame) Reached(measured, limit float64) bool { return f.BrokenOnly && measured >= limit-Slack }

// Near is the place of the first item that can be too near a planned one; where rows that hold are wanted too, of the first of all.
func (f *Frame) Near() int {
	if f.BrokenOnly {
		return f.Recent
	}
	return 0
}

// HardBefore is the last high-intensity item before the n-th, of its sport or of the others, nil for none.
func (f *Frame) HardBefore(n int, sameSport bool) *Item {
	for m := n - 1; m >= f.Near(); m-- {
		if i := &f.Items[m]; i.HI && (i.Sport == f.Items[n].Sport) == sameSport {
			return i
		}
	}
	return nil
}
