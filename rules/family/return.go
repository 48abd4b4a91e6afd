package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// comingBack is RET-1 to RET-5: after misses, gaps, illness and what was cleared.
type comingBack struct{ *frame.Frame }

// measure measures RET-1 to RET-5.
func (f comingBack) measure(out frame.Sink) {
	for _, c := range f.Comeback.Caps {
		measured := 0.0
		for d := c.From; d <= c.To; d++ {
			measured += f.Load.TSS(d)
		}
		out.Take(frame.Row{
			Rule: catalogue.RET1, Severity: catalogue.Hard, From: c.From, To: c.To, Measured: measured, Limit: c.Limit, Pick: frame.HasLoad,
		})
	}
	f.afterGap(out)
	f.ladder(out)
	cutting(f).measure(out)
	climbing(f).measure(out)
}

// afterGap measures RET-2.
func (f comingBack) afterGap(out frame.Sink) {
	b := &f.Comeback
	if f.Known < frame.ShortestGap {
		out.Take(frame.Row{Rule: catalogue.RET2, Severity: catalogue.Hard, From: 1, To: min(frame.BackWeek, f.Input.Days), Unknown: true})
		return
	}
	if b.Gap == 0 {
		return
	}
	if last := min(b.Day+frame.BackWeek-1, f.Input.Days); b.Factor > 0 && last >= 1 {
		line := frame.Row{
			Rule: catalogue.RET2, Severity: catalogue.Hard, From: b.Day, To: last, Unknown: f.Dark(b.Day), Pick: frame.HasLoad,
		}
		given := 0.0
		for d := b.Day; d <= last; d++ {
			line.Measured += f.Load.TSS(d)
			given += f.Idle.TSS(d)
		}
		line.Limit = max(b.Factor*7*f.Load.Start(b.Day).Fitness, given)
		out.Take(line)
	}
	if b.Paused() {
		f.firstAfterPause(out)
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.HI && i.Planned && i.Day < b.Day+b.Easy {
			out.Take(frame.Row{
				Rule: catalogue.RET2, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: float64(i.Day - b.Day),
				Limit: float64(b.Easy), AtLeast: true, A: i,
			})
		}
	}
}

// firstAfterPause measures RET-2 for the first session after a few days without load, which is an easy one.
func (f comingBack) firstAfterPause(out frame.Sink) {
	for n := f.FirstOn(f.Comeback.Day); n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Load {
			if i.Planned {
				out.Take(frame.Row{Rule: catalogue.RET2, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: class(i), A: i, Note: "first"})
			}
			return
		}
	}
}

// ladder measures RET-3: the load of each day, and the intensity of its sessions.
func (f comingBack) ladder(out frame.Sink) {
	if !f.Comeback.Ill {
		return
	}
	for day := 1; day <= f.Input.Days; day++ {
		at := frame.Index(day)
		if f.Comeback.Ladder[at] == 0 || f.Sick[at] {
			continue
		}
		share, _ := frame.Rung(f.Comeback.Ladder[at])
		out.Take(frame.Row{
			Rule: catalogue.RET3, Severity: catalogue.Hard, From: day, To: day, Measured: f.Load.TSS(day),
			Limit:   max(share*f.Comeback.Usual[at], f.Idle.TSS(day)),
			Unknown: f.Comeback.Usual[at] < 0, Pick: frame.HasLoad,
		})
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || f.Comeback.Ladder[frame.Index(i.Day)] == 0 || f.Sick[frame.Index(i.Day)] {
			continue
		}
		_, most := frame.Rung(f.Comeback.Ladder[frame.Index(i.Day)])
		out.Take(frame.Row{Rule: catalogue.RET3, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: class(i), Limit: most, A: i})
	}
}

// message says what a row of RET-1 to RET-5 found.
func (f comingBack) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.RET1:
		return f.Say(span, ", after a missed session, %0 TSS are planned; at most the %0 that were planned before it are allowed.", r.Measured, r.Limit)
	case catalogue.RET2:
		if r.Note == "first" {
			return "The first session after " + f.Say("", "%0 days without load, on ", float64(f.Comeback.Gap)) + f.When(r.A) + ", is " + classNames[int(r.Measured)] + "; it is to be easy."
		}
		if r.A != nil {
			form := " comes %0 %{day|days} into the return from %0 without load; %0 easy days come first."
			return f.Say("The hard session on "+f.When(r.A), form, r.Measured, float64(f.Comeback.Gap), r.Limit)
		}
		return f.Say(span, ", after %0 days without load, %0 TSS are planned; at most %0 are allowed.", float64(f.Comeback.Gap), r.Measured, r.Limit)
	case catalogue.RET3:
		if r.A != nil {
			is, may := classNames[int(r.Measured)], classNames[int(r.Limit)]
			return "The session on " + f.When(r.A) + " is " + is + "; so soon after illness " + may + " is the most."
		}
		return f.Say(span, ", after illness, the load is %0 TSS; at most %0 are allowed.", r.Measured, r.Limit)
	case catalogue.RET5:
		return climbing(f).message(r, span)
	}
	if r.Measured > 0 {
		return f.Say(span, " %0 %{session that matters|sessions that matter} more went while others stayed.", r.Measured)
	}
	return span + " what was given up mattered least."
}
