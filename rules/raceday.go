package rules

// lastLift measures TAP-4: the hours from the end of heavy leg work to the event's start, for the last such session and for each that is
// too late.
func (f *frame) lastLift(out sink, r *race, severity Severity, hours float64) {
	f.before(out, r, row{rule: tap4, severity: severity, limit: hours, atLeast: true}, isHeavy)
}

// lastHard measures TAP-6 for a C event: the hours from the last high-intensity session.
func (f *frame) lastHard(out sink, r *race) {
	f.before(out, r, row{rule: tap6, severity: Soft, limit: hardBeforeC, atLeast: true}, isHI)
}

func isHeavy(i *item) bool { return i.heavy }

// before measures the hours from the end of planned sessions to an event, backwards until one is early enough.
func (f *frame) before(out sink, r *race, line row, which func(*item) bool) {
	for n := len(f.items) - 1; n >= 0; n-- {
		i := &f.items[n]
		if !which(i) || !i.plan || i.start >= r.start || r.isRun(i) {
			continue
		}
		line.measured, line.from, line.to, line.a, line.event = float64(r.start-i.end)/60, i.day, min(r.day, f.in.Days), i, r.event
		if out.take(line); line.measured >= line.limit {
			return
		}
	}
}

// raceForm measures TAP-5: form at the start of the event's day. What rest alone cannot reach is not asked for.
func (f *frame) raceForm(out sink, r *race, least, most float64) {
	eve := r.day - 1
	if eve < 0 || eve > f.in.Days {
		return
	}
	measured, best := f.load.Start(r.day).Form(), f.idle.Start(r.day).Form()
	if eve == 0 {
		most = max(most, best)
	}
	line := row{rule: tap5, severity: Soft, from: max(1, eve-6), to: max(1, eve), event: r.event, measured: measured, unknown: f.dark(r.day), pick: loads}
	line.limit, line.atLeast = min(least, best), true
	out.take(line)
	line.limit, line.atLeast = most, false
	out.take(line)
}

// restBefore measures TAP-6 for a B event: endurance time of the three days before it as a share of the four weeks before those.
func (f *frame) restBefore(out sink, r *race) {
	first, last := r.day-restBeforeB, r.day-1
	if last < 1 || last > f.in.Days {
		return
	}
	usual := float64(sum(&f.total, first-7*usualWeeks, first-1).seconds) / (7 * usualWeeks)
	line := row{rule: tap6, severity: Soft, from: first, to: last, limit: shareBeforeB, event: r.event, pick: endures}
	if line.unknown = usual == 0 || !f.usualKnown(first-1); !line.unknown {
		line.measured = float64(sum(&f.total, first, last).seconds) / restBeforeB / usual
		line.limit = max(shareBeforeB, float64(sum(&f.past, first, last).seconds)/restBeforeB/usual)
	}
	out.take(line)
}

// quiet measures TAP-7: the days between an event and the first high-intensity or heavy leg session after it, and each that is too early.
func (f *frame) quiet(out sink, r *race) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		i := &f.items[n]
		if !i.plan || i.start <= r.start || i.day < r.day || !i.hi && !i.heavy || r.isRun(i) {
			continue
		}
		days := float64(i.day - r.day - 1)
		out.take(row{
			rule: tap7, severity: Hard, from: i.day, to: i.day, event: r.event, a: i, measured: days, limit: float64(r.quiet), atLeast: true,
		})
		if days >= float64(r.quiet) {
			return
		}
	}
}
