package rules

// concurrent measures CON-1 and CON-2, where heavy leg work and endurance for the legs meet, and STR-3, where leg work meets itself.
func (f *frame) concurrent(out sink) {
	var before *item
	for n := range f.items {
		lift := &f.items[n]
		if lift.legSets > 0 {
			f.sameMuscles(out, before, lift)
			before = lift
		}
		if !lift.heavy {
			continue
		}
		f.sameDay(out, lift)
		f.beforeKey(out, n)
	}
}

// sameDay measures the hours between a heavy leg session and each hard or long endurance session of its day, whichever comes first.
func (f *frame) sameDay(out sink, lift *item) {
	for n := range f.items {
		run := &f.items[n]
		if run == lift || run.day != lift.day || !run.enduresHard() || !(run.planned() || lift.planned()) {
			continue
		}
		first, second := lift, run
		if run.start < lift.start {
			first, second = run, lift
		}
		gap := float64(second.start-first.end) / 60
		for _, l := range []struct {
			severity Severity
			limit    float64
		}{{Hard, f.limits.liftGapHard}, {Soft, f.limits.liftGapSoft}} {
			f.bound(out, row{rule: "CON-1", severity: l.severity, from: lift.day, to: lift.day, measured: gap, limit: l.limit, atLeast: true, a: first, b: second})
		}
	}
}

// beforeKey measures the hours from the end of a heavy leg session to the next key endurance session for the legs.
func (f *frame) beforeKey(out sink, n int) {
	lift := &f.items[n]
	for m := n + 1; m < len(f.items); m++ {
		key := &f.items[m]
		if !key.key || !key.legs || !key.sport.LowerBody() {
			continue
		}
		if !(key.planned() || lift.planned()) {
			return
		}
		gap := float64(key.start-lift.end) / 60
		for _, l := range []struct {
			severity Severity
			limit    float64
		}{{Hard, f.limits.beforeKeyHard}, {Soft, f.limits.beforeKeySoft}} {
			f.bound(out, row{rule: "CON-2", severity: l.severity, from: lift.day, to: key.day, measured: gap, limit: l.limit, atLeast: true, a: lift, b: key})
		}
		return
	}
}

// hardLegWork is from how many hard sets on two sessions for the legs must be kept apart.
const hardLegWork = 4

// sameMuscles measures the hours between two sessions with hard sets for the legs.
func (f *frame) sameMuscles(out sink, a, b *item) {
	if a == nil || !(a.planned() || b.planned()) {
		return
	}
	r := pair("STR-3", Soft, a, b, f.limits.sameSportHours)
	if a.legSets >= hardLegWork && b.legSets >= hardLegWork {
		r.severity = Hard
		if f.limits.masters {
			out.take(pair("STR-3", Soft, a, b, f.limits.masterSportHours))
		}
	}
	f.bound(out, r)
}
