package rules

import "fortnight/training"

// Hours without high intensity after what takes as much as a marathon, and how long a run by time does (science INT-6).
const (
	afterMarathonHours = 72
	marathonSeconds    = 3 * 3600
)

func (i *item) marathon() bool {
	return i.runSeconds > 0 && (i.meters >= marathonMeters || i.runSeconds >= marathonSeconds)
}

// aroundLong measures INT-6 about long runs: no high intensity on the day before, and none for hours after.
func (f *frame) aroundLong(out sink) {
	for n := f.recent; n < len(f.items); n++ {
		run := &f.items[n]
		if !run.long || run.sport != training.Run || run.day < -2 {
			continue
		}
		if run.day >= 1 {
			f.dayBefore(out, n)
		}
		hours := f.limits.afterLongHours
		if run.marathon() {
			hours = max(hours, afterMarathonHours)
		}
		if next := f.nextHard(n); next != nil && (next.plan || run.plan) {
			gap := float64(next.start-run.end) / 60
			if !f.reached(gap, hours) {
				f.emit(out, &row{
					rule: int6, severity: Soft, from: run.day, to: next.day, measured: gap, limit: hours, atLeast: true, a: run, b: next,
					unknown: f.thin,
				})
			}
		}
	}
}

func (f *frame) nextHard(n int) *item {
	for m := n + 1; m < len(f.items); m++ {
		if f.items[m].hi {
			return &f.items[m]
		}
	}
	return nil
}

// dayBefore counts the high-intensity sessions on the day before a long run.
func (f *frame) dayBefore(out sink, n int) {
	run := &f.items[n]
	before := &f.daily[index(run.day-1)]
	measured, given := float64(before.hi), 0.0
	if !run.plan {
		given = float64(f.fixed[index(run.day-1)].hi)
	}
	if f.fine(measured, given) {
		return
	}
	out.take(row{
		rule: int6, severity: Soft, from: run.day - 1, to: run.day, measured: measured, limit: given, note: "before", a: run,
		unknown: f.thin || f.blind(run.day, 1) && measured == 0,
	})
}

// aroundEvents measures INT-6 about A and B events.
func (f *frame) aroundEvents(out sink) {
	for e := range f.in.Profile.Events {
		event := &f.in.Profile.Events[e]
		day := int(event.Date-f.in.From) + 1
		if event.Priority == training.EventC || day < -2 || day > f.in.Days+1 {
			continue
		}
		if day >= 2 {
			before := index(day - 1)
			measured, given := float64(f.daily[before].hi), float64(f.fixed[before].hi)
			if !f.fine(measured, given) {
				out.take(row{rule: int6, severity: Hard, from: day - 1, to: day - 1, measured: measured, limit: given, note: event.Name, pick: isHI})
			}
		}
		f.afterEvent(out, event, day)
	}
}

// afterEvent measures the hours from an event to the next high intensity. An event lasts as long as the session that stands for it, and
// where there is none to the end of its day.
func (f *frame) afterEvent(out sink, event *training.Event, day int) {
	end, hours := f.instant(day+1, 0), f.limits.afterLongHours
	if event.Sport == training.Run && event.DistanceMeters != nil && *event.DistanceMeters >= marathonMeters {
		hours = max(hours, afterMarathonHours)
	}
	from := f.firstOn(day)
	if last := f.lastOf(event, day); last >= 0 {
		from, end = last+1, f.items[last].end
	}
	for n := from; n < len(f.items); n++ {
		next := &f.items[n]
		if !next.hi || next.start < end && next.day <= day {
			continue
		}
		if gap := float64(next.start-end) / 60; next.plan && !f.reached(gap, hours) {
			f.emit(out, &row{rule: int6, severity: Soft, from: day, to: next.day, measured: gap, limit: hours, atLeast: true, note: event.Name, b: next})
		}
		return
	}
}

// lastOf is the place of the last session of what stands for an event on a day, −1 where nothing does.
func (f *frame) lastOf(event *training.Event, day int) int {
	var stand training.StandIn
	last := -1
	for n := f.firstOn(day); n < len(f.items) && f.items[n].day == day; n++ {
		if i := &f.items[n]; event.Takes(i.sport) {
			stand.Add(event, i.sport, i.tss)
			last = n
		}
	}
	if !stand.Stands() {
		return -1
	}
	return last
}

func (f *frame) aroundMessage(r *row) string {
	none := "none"
	if r.limit > 0 { // what is done already is allowed
		none = "no more"
	}
	switch {
	case r.note == "before":
		form := " there %[is|are] %0 high-intensity %{session|sessions}; " + none + " should be."
		return f.say("On the day before the long run on "+f.when(r.a), form, r.measured)
	case r.b == nil:
		form := " %0 high-intensity %{session is|sessions are} planned or done; " + none + " may be."
		return f.say("On "+f.dayName(r.to)+", the day before "+r.note+",", form, r.measured)
	case r.a == nil:
		return f.apart(r.note+" and the hard session on "+f.when(r.b), " lie %1 h apart; at least %0 h should.", r.measured, r.limit)
	}
	return f.apart(
		"The long run on "+f.when(r.a)+" and the hard session on "+f.when(r.b), " lie %1 h apart; at least %0 h should.",
		r.measured, r.limit,
	)
}
