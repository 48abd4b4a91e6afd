package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// availability is AVL-1 to AVL-4: hours and windows.
type availability struct{ *frame.Frame }

// measure measures AVL-1 to AVL-4 for what is planned.
func (f availability) measure(out frame.Sink) {
	for day := 1; day <= f.Input.Days; day++ {
		f.dayAvailability(out, day)
	}
	var previous *frame.Item
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned {
			continue
		}
		f.inside(out, i)
		if previous != nil {
			overlap := max(0, previous.End-i.Start)
			f.Bound(out, &frame.Row{
				Rule: catalogue.AVL4, Severity: catalogue.Hard, From: previous.Day, To: i.Day, Measured: float64(overlap), A: previous,
				B: i,
			})
		}
		if previous == nil || i.End > previous.End {
			previous = i
		}
	}
}

func (f availability) dayAvailability(out frame.Sink, day int) {
	minutes, sessions := 0.0, float64(f.Daily[frame.Index(day)].Loads)
	any := false
	for n := f.Firsts[day]; n < len(f.Items) && f.Items[n].Day <= day+1; n++ {
		if i := &f.Items[n]; i.Planned && i.HoursDay == day {
			any = true
			minutes += float64(i.Seconds) / 60
		}
	}
	if !any || f.Fine(minutes, f.Hours[day].Minutes) && f.Fine(sessions, 1) {
		return
	}
	f.Bound(out, &frame.Row{
		Rule: catalogue.AVL1, Severity: catalogue.Hard, From: day, To: day, Measured: minutes, Limit: f.Hours[day].Minutes,
		Pick: everything,
	})
	f.Bound(out, &frame.Row{
		Rule: catalogue.AVL3, Severity: catalogue.Hard, From: day, To: day, Measured: sessions, Limit: f.Limits.SessionsADay,
		Pick: frame.HasLoad,
	})
}

func everything(*frame.Item) bool { return true }

// inside measures by how many minutes a session lies outside the windows of its day (AVL-1), and whether its window takes its sport
// (AVL-2).
func (f availability) inside(out frame.Sink, i *frame.Item) {
	if !f.Hours[i.Day].Limited || f.Fine(float64(i.Outside), 0) && !i.Barred {
		return
	}
	f.Bound(out, &frame.Row{Rule: catalogue.AVL1, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: float64(i.Outside), A: i})
	f.Bound(out, &frame.Row{
		Rule: catalogue.AVL2, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: float64(frame.One(i.Barred && i.Outside == 0)),
		A: i,
	})
}

func (f availability) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.AVL1:
		switch {
		case r.A == nil:
			return f.Say(span, " %0 min are planned and %0 min are available.", r.Measured, r.Limit)
		case r.Measured == 0:
			return "The session on " + f.When(r.A) + " lies inside the day's windows."
		}
		return f.Say("The session on "+f.When(r.A), " lies %0 min outside the day's windows.", r.Measured)
	case catalogue.AVL2:
		if r.Measured > 0 {
			return "The window on " + f.When(r.A) + " is not for " + r.A.Sport.Name() + "."
		}
		return "The window on " + f.When(r.A) + " takes " + r.A.Sport.Name() + "."
	case catalogue.AVL3:
		return f.Say(span, " there %[is|are] %0 %{session|sessions}; at most %0 %{is|are} allowed.", r.Measured, r.Limit)
	}
	if r.Measured == 0 {
		return "The sessions on " + f.When(r.A) + " and " + f.When(r.B) + " do not overlap."
	}
	return f.Say("The sessions on "+f.When(r.A)+" and "+f.When(r.B), " overlap by %0 min.", r.Measured)
}
