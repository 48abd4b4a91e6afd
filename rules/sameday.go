package rules

import "fortnight/training"

// sameDay measures the hours between a heavy leg session and each hard or long endurance session of its day, whichever comes first.
func (f *frame) sameDay(out sink, lift *item) {
	for n := f.firstOn(lift.day); n < len(f.items) && f.items[n].day == lift.day; n++ {
		run := &f.items[n]
		if run == lift || !run.enduresHard() || !(run.plan || lift.plan) {
			continue
		}
		first, second := lift, run
		if run.start < lift.start {
			first, second = run, lift
		}
		gap := float64(second.start-first.end) / 60
		for _, s := range [2]step{{Hard, f.limits.liftGapHard}, {Soft, f.limits.liftGapSoft}} {
			f.emit(out, &row{
				rule: con1, severity: s.severity, from: lift.day, to: lift.day, measured: gap, limit: s.limit, atLeast: true, a: first, b: second,
			})
		}
	}
}

// orderHours lie between the sessions of a shared day (CON-3).
const orderHours = 6

// order measures CON-3 for a lift and each key endurance session of its day: hours from the end of what should come first to the start
// of what should come second. Endurance comes first, unless strength is what the athlete trains for: then a lift goes before any
// endurance.
func (f *frame) order(out sink, n int) {
	lift := &f.items[n]
	liftFirst := f.in.Profile.Priority == training.PriorityStrength
	for m := f.firstOn(lift.day); m < len(f.items) && f.items[m].day == lift.day; m++ {
		other := &f.items[m]
		if m == n || !other.endures || !(other.key || liftFirst) || !(other.plan || lift.plan) {
			continue
		}
		first, second, limit := other, lift, f.limits.orderHours
		if liftFirst {
			first, second = lift, other
		}
		if liftFirst && !other.key {
			limit = 0
		}
		r := row{
			rule: con3, severity: Soft, from: lift.day, to: lift.day, measured: float64(second.start-first.end) / 60, limit: limit, atLeast: true,
			a: first, b: second,
		}
		later := second
		if second.start < first.start {
			later = first
		}
		if later.key {
			r.severity = Hard
			if limit > 0 {
				r.limit = max(limit, orderHours)
			}
		}
		f.emit(out, &r)
	}
}

// What makes a combined session (CON-4): so much endurance for the legs beside their hard sets, or sessions with so little between them.
// Less endurance is a warm-up.
const (
	combinedSeconds = 15 * 60
	combinedMinutes = 30
)

// combined measures CON-4: leg sets and endurance for the legs in one session or in two with hardly a pause.
func (f *frame) combined(out sink, n int) {
	lift := &f.items[n]
	strength := f.in.Profile.Priority == training.PriorityStrength
	if f.limits.level == 0 && !strength {
		return // who is new to training loses nothing by it
	}
	r := row{rule: con4, severity: Soft, from: lift.day, to: lift.day, a: lift}
	if strength && f.limits.level > 0 {
		r.severity = Hard
	}
	if lift.plan && lift.legSeconds >= combinedSeconds {
		r.measured = 1
		out.take(r)
		return
	}
	for m := f.firstOn(lift.day); m < len(f.items) && f.items[m].day == lift.day; m++ {
		other := &f.items[m]
		if m == n || other.legSeconds < combinedSeconds || other.legSets > 0 || !(other.plan || lift.plan) {
			continue
		}
		r.measured, r.b = 0, other
		if max(other.start-lift.end, lift.start-other.end) < combinedMinutes {
			r.measured = 1
		}
		out.take(r)
	}
}

func (f *frame) orderMessage(r *row) string {
	first, second := "the key session", "strength"
	if r.a.lifts {
		first, second = "strength", "the endurance session"
	}
	if r.b.start < r.a.start {
		return "On " + f.dayName(r.to) + " " + second + " at " + f.clock(r.b) + " comes before " + first + " at " + f.clock(r.a) +
			"; it should be the other way round."
	}
	if r.limit == 0 {
		return f.say("On "+f.dayName(r.to)+" "+first+" comes first and "+second, " begins %1 h after it ends.", r.measured)
	}
	return f.apart("On "+f.dayName(r.to)+" "+first+" and then "+second, " lie %1 h apart; at least %0 h should.", r.measured, r.limit)
}
