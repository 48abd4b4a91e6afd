package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// around is INT-6: around long runs and events.
type around struct{ *frame.Frame }

// Hours without high intensity after what takes as much as a marathon, and how long a run by time does (science INT-6).
const (
	afterMarathonHours = 72
	marathonSeconds    = 3 * 3600
	spentSeconds       = 90 * 60 // from which a long run wants easy days around it
)

func marathon(i *frame.Item) bool {
	return i.RunSeconds > 0 && (i.Meters >= frame.MarathonMeters || i.RunSeconds >= marathonSeconds)
}

// long measures INT-6 about long runs: no high intensity on the day before, and none for hours after.
func (f around) long(out frame.Sink) {
	for n := f.Recent; n < len(f.Items); n++ {
		run := &f.Items[n]
		if !run.Long || run.Sport != training.Run || run.Seconds < spentSeconds || run.Day < -2 {
			continue
		}
		if run.Day >= 1 {
			f.dayBefore(out, n)
		}
		hours := f.Limits.AfterLongHours
		if marathon(run) {
			hours = max(hours, afterMarathonHours)
		}
		if next := f.nextHard(n); next != nil && (next.Planned || run.Planned) {
			gap := float64(next.Start-run.End) / 60
			if !f.Reached(gap, hours) {
				f.Emit(out, &frame.Row{
					Rule: catalogue.INT6, Severity: catalogue.Soft, From: run.Day, To: next.Day, Measured: gap, Limit: hours, AtLeast: true,
					A: run, B: next,
					Unknown: f.Thin,
				})
			}
		}
	}
}

func (f around) nextHard(n int) *frame.Item {
	for m := n + 1; m < len(f.Items); m++ {
		if f.Items[m].HI {
			return &f.Items[m]
		}
	}
	return nil
}

// dayBefore counts the high-intensity sessions on the day before a long run.
func (f around) dayBefore(out frame.Sink, n int) {
	run := &f.Items[n]
	before := &f.Daily[frame.Index(run.Day-1)]
	measured, given := float64(before.HI), 0.0
	if !run.Planned {
		given = float64(f.Fixed[frame.Index(run.Day-1)].HI)
	}
	if f.Fine(measured, given) {
		return
	}
	out.Take(frame.Row{
		Rule: catalogue.INT6, Severity: catalogue.Soft, From: run.Day - 1, To: run.Day, Measured: measured, Limit: given, Note: "before",
		A:       run,
		Unknown: f.Thin || f.Blind(run.Day, 1) && measured == 0,
	})
}

// events measures INT-6 about A and B events.
func (f around) events(out frame.Sink) {
	for e := range f.Input.Profile.Events {
		event := &f.Input.Profile.Events[e]
		day := int(event.Date-f.Input.From) + 1
		if event.Priority == training.EventC || day < -2 || day > f.Input.Days+1 {
			continue
		}
		if day >= 2 {
			measured, given := f.hardOn(day - 1)
			if !f.Fine(measured, given) {
				out.Take(frame.Row{
					Rule: catalogue.INT6, Severity: catalogue.Hard, From: day - 1, To: day - 1, Measured: measured, Limit: given,
					Note: event.Name, Pick: isHardEve,
				})
			}
		}
		f.afterEvent(out, event, day)
	}
}

// hardOn counts the sessions of a day which are too hard for the eve of an event, those that no plan can change apart.
func (f around) hardOn(day int) (all, given float64) {
	for n := f.FirstOn(day); n < len(f.Items) && f.Items[n].Day == day; n++ {
		if i := &f.Items[n]; isHardEve(i) {
			all++
			if !i.Planned {
				given++
			}
		}
	}
	return all, given
}

// isHardEve tells whether an item is too hard for the eve of an event: high intensity, but for openers.
func isHardEve(i *frame.Item) bool { return i.HI && (i.High == 0 || i.High > openerSeconds) }

// afterEvent measures the hours from an event to the next high intensity. An event lasts as long as the session that stands for it, and
// where there is none to the end of its day.
func (f around) afterEvent(out frame.Sink, event *training.Event, day int) {
	end, hours := f.Instant(day+1, 0), f.Limits.AfterLongHours
	if event.Sport == training.Run && event.DistanceMeters != nil && *event.DistanceMeters >= frame.MarathonMeters {
		hours = max(hours, afterMarathonHours)
	}
	from := f.FirstOn(day)
	if last := f.lastOf(event, day); last >= 0 {
		from, end = last+1, f.Items[last].End
	}
	for n := from; n < len(f.Items); n++ {
		next := &f.Items[n]
		if !next.HI || next.Start < end && next.Day <= day {
			continue
		}
		if gap := float64(next.Start-end) / 60; next.Planned && !f.Reached(gap, hours) {
			f.Emit(out, &frame.Row{
				Rule: catalogue.INT6, Severity: catalogue.Soft, From: day, To: next.Day, Measured: gap, Limit: hours, AtLeast: true,
				Note: event.Name, B: next,
			})
		}
		return
	}
}

// lastOf is the place of the last session of what stands for an event on a day, −1 where nothing does.
func (f around) lastOf(event *training.Event, day int) int {
	var stand training.StandIn
	last := -1
	for n := f.FirstOn(day); n < len(f.Items) && f.Items[n].Day == day; n++ {
		if i := &f.Items[n]; event.Takes(i.Sport) {
			stand.Add(event, i.Sport, i.TSS)
			last = n
		}
	}
	if !stand.Stands() {
		return -1
	}
	return last
}

func (f around) message(r *frame.Row) string {
	none := "none"
	if r.Limit > 0 { // what is done already is allowed
		none = "no more"
	}
	switch {
	case r.Note == "before":
		form := " there %[is|are] %0 high-intensity %{session|sessions}; " + none + " should be."
		return f.Say("On the day before the long run on "+f.When(r.A), form, r.Measured)
	case r.B == nil:
		form := " %0 high-intensity %{session is|sessions are} planned or done; " + none + " may be."
		return f.Say("On "+f.DayName(r.To)+", the day before "+r.Note+",", form, r.Measured)
	case r.A == nil:
		return f.Apart(r.Note+" and the hard session on "+f.When(r.B), " lie %1 h apart; at least %0 h should.", r.Measured, r.Limit)
	}
	return f.Apart(
		"The long run on "+f.When(r.A)+" and the hard session on "+f.When(r.B), " lie %1 h apart; at least %0 h should.",
		r.Measured, r.Limit,
	)
}
