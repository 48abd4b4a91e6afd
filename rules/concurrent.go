package rules

import "fortnight/training"

// concurrent measures CON-1 to CON-9, where strength and endurance meet, and STR-3, where leg work meets itself.
func (f *frame) concurrent(out sink) {
	var before *item
	for n := range f.items {
		lift := &f.items[n]
		if lift.legSets > 0 {
			f.sameMuscles(out, before, lift)
			before = lift
		}
		if lift.lifts && lift.load {
			f.order(out, n)
		}
		if lift.legSets > 0 {
			f.combined(out, n)
		}
		if lift.heavy {
			f.sameDay(out, lift)
			f.beforeKey(out, n)
			f.afterLong(out, n)
			f.hardDaysHard(out, n)
		}
		if lift.plan && lift.endures {
			f.easyBesideLegs(out, n)
		}
	}
	if f.in.Profile.Priority == training.PriorityStrength {
		for day := 1; day <= f.in.Days; day++ {
			f.enduranceWeek(out, day)
		}
	}
	f.sexes(out)
}

// sameDay measures the hours between a heavy leg session and each hard or long endurance session of its day, whichever comes first.
func (f *frame) sameDay(out sink, lift *item) {
	for n := f.firstOf(lift.day); n < len(f.items) && f.items[n].day == lift.day; n++ {
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
			f.emit(out, row{
				rule: "CON-1", severity: s.severity, from: lift.day, to: lift.day, measured: gap, limit: s.limit, atLeast: true, a: first, b: second,
			})
		}
	}
}

// keyForLegs tells whether an item is a key endurance session for the legs.
func (i *item) keyForLegs() bool { return i.key && i.legs && i.lower }

// beforeKey measures the hours from the end of a heavy leg session to the next key endurance session for the legs.
func (f *frame) beforeKey(out sink, n int) {
	lift := &f.items[n]
	for m := n + 1; m < len(f.items); m++ {
		key := &f.items[m]
		if !key.keyForLegs() {
			continue
		}
		if !(key.plan || lift.plan) {
			return
		}
		gap := float64(key.start-lift.end) / 60
		for _, s := range [2]step{{Hard, f.limits.beforeKeyHard}, {Soft, f.limits.beforeKeySoft}} {
			f.emit(out, row{
				rule: "CON-2", severity: s.severity, from: lift.day, to: key.day, measured: gap, limit: s.limit, atLeast: true, a: lift, b: key,
			})
		}
		return
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
	for m := f.firstOf(lift.day); m < len(f.items) && f.items[m].day == lift.day; m++ {
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
			rule: "CON-3", severity: Soft, from: lift.day, to: lift.day, measured: float64(second.start-first.end) / 60, limit: limit, atLeast: true,
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
		f.emit(out, r)
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
	r := row{rule: "CON-4", severity: Soft, from: lift.day, to: lift.day, a: lift}
	if strength && f.limits.level > 0 {
		r.severity = Hard
	}
	if lift.plan && lift.legSeconds >= combinedSeconds {
		r.measured = 1
		out.take(r)
		return
	}
	for m := f.firstOf(lift.day); m < len(f.items) && f.items[m].day == lift.day; m++ {
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

// afterLong measures CON-5: the hours from long or race-pace endurance for the legs to heavy leg work; after wheels and water half of them
// do.
func (f *frame) afterLong(out sink, n int) {
	lift := &f.items[n]
	reach := int64(2 * f.limits.longBeforeLiftHours * 60)
	for m := n - 1; m >= 0 && lift.start-f.items[m].start < reach; m-- {
		long := &f.items[m]
		if !(long.legs && long.lower && (long.long || long.race)) || !(long.plan || lift.plan) {
			continue
		}
		limit := f.limits.longBeforeLiftHours
		if long.sport != training.Run {
			limit /= 2
		}
		f.emit(out, row{
			rule: "CON-5", severity: Soft, from: long.day, to: lift.day, measured: float64(lift.start-long.end) / 60, limit: limit, atLeast: true,
			a: long, b: lift, unknown: f.thin && !long.race,
		})
	}
}

// legHours is how much endurance for the legs a week of strength takes (CON-6).
const legHours = 3

// enduranceWeek measures CON-6: the endurance for the legs of seven days, in sessions and in hours.
func (f *frame) enduranceWeek(out sink, day int) {
	planned, done := &f.weeks[day], &f.fixedWeeks[day]
	sessions, hours := float64(planned.legSessions), float64(planned.legSeconds)/3600
	for _, r := range [2]row{
		{measured: sessions, limit: max(f.limits.legSessions, float64(done.legSessions)), note: "sessions"},
		{measured: hours, limit: max(legHours, float64(done.legSeconds)/3600), note: "h"},
	} {
		if f.fine(r.measured, r.limit) {
			continue
		}
		r.rule, r.severity, r.from, r.to = "CON-6", Soft, day-6, day
		r.unknown = f.blind(day, 6) && r.measured <= r.limit
		r.pick = func(i *item) bool { return i.legs && i.lower }
		if r.note == "h" {
			out.take(r)
		} else {
			f.emit(out, r)
		}
	}
}

// besideHours is how long after heavy leg work easy endurance is still beside it (CON-7).
const besideHours = 24

// easyBesideLegs measures CON-7 for easy endurance on the day of heavy leg work or in the 24 hours after it: the hours of it that are run,
// where the athlete also swims, rides or rows.
func (f *frame) easyBesideLegs(out sink, n int) {
	easy := &f.items[n]
	if easy.hi || easy.mod || easy.long || easy.key || !f.choosesSport || !f.besideLegs(n) {
		return
	}
	measured := float64(easy.runSeconds) / 3600
	if f.fine(measured, 0) {
		return
	}
	out.take(row{rule: "CON-7", severity: Soft, from: easy.day, to: easy.day, measured: measured, a: easy})
}

func (f *frame) besideLegs(n int) bool {
	easy := &f.items[n]
	for m := n + 1; m < len(f.items) && f.items[m].day == easy.day; m++ {
		if f.items[m].heavy {
			return true
		}
	}
	for m := n - 1; m >= 0 && f.items[m].day >= easy.day-2; m-- {
		if i := &f.items[m]; i.heavy && (i.day == easy.day || easy.start-i.end < besideHours*60) {
			return true
		}
	}
	return false
}

// hardDaysHard measures CON-8 for a heavy leg session that is planned on a hard day or on the day before a key session: 1 where it makes
// an easy day before a key session a hard one.
func (f *frame) hardDaysHard(out sink, n int) {
	lift := &f.items[n]
	if !lift.plan {
		return
	}
	onHard := f.daily[index(lift.day)].hi > 0
	r := row{rule: "CON-8", severity: Soft, from: lift.day, to: lift.day, a: lift}
	for m := n + 1; m < len(f.items) && f.items[m].day <= lift.day+1; m++ {
		if i := &f.items[m]; i.day == lift.day+1 && i.keyForLegs() {
			r.to, r.b = i.day, i
			break
		}
	}
	if r.b != nil && !onHard {
		r.measured = 1
	}
	if (r.b != nil || onHard) && !f.fine(r.measured, 0) {
		out.take(r)
	}
}

// sexes is CON-9: what is known of men and women, where both kinds of training are planned. No limit follows from it.
func (f *frame) sexes(out sink) {
	if f.brokenOnly || f.in.Profile.Sex == nil {
		return
	}
	total := f.span(&f.daily, 1, f.in.Days)
	if total.heavy > 0 && total.legSessions > 0 {
		out.take(row{rule: "CON-9", severity: Advisory, from: 1, to: f.in.Days})
	}
}

func (f *frame) concurrentMessage(r *row) string {
	switch r.rule {
	case "CON-1":
		return apart(
			"On "+f.dayName(r.to)+" heavy leg work and a hard or long endurance session", " lie %1 h apart; at least %0 h are needed.",
			r.measured, r.limit,
		)
	case "CON-2":
		return apart("Heavy leg work and the key session on "+f.when(r.b), " lie %1 h apart; at least %0 h are needed.", r.measured, r.limit)
	case "CON-3":
		return f.orderMessage(r)
	case "CON-4":
		if r.b == nil {
			return "The session on " + f.when(r.a) + " holds both leg sets and endurance for the legs; they should be apart."
		}
		if r.measured > 0 {
			return say("", "Less than %0 min lie between the leg sets on "+f.when(r.a)+" and the endurance session on "+f.when(r.b)+".", combinedMinutes)
		}
		return "The leg sets on " + f.when(r.a) + " and the endurance session on " + f.when(r.b) + " are apart."
	case "CON-5":
		return apart(
			"The long or race-pace session on "+f.when(r.a)+" and heavy leg work on "+f.when(r.b), " lie %1 h apart; at least %0 h should.",
			r.measured, r.limit,
		)
	case "CON-6":
		span := f.spanName(r)
		if r.note == "h" {
			return say(span, " endurance for the legs takes %1 h; at most %0 h should be beside strength.", r.measured, r.limit)
		}
		return say(span, " there [is|are] %0 endurance {session|sessions} for the legs; at most %0 should be beside strength.", r.measured, r.limit)
	case "CON-7":
		if r.measured > 0 {
			return "The easy run on " + f.when(r.a) + " lies beside heavy leg work; swimming, riding or rowing would spare the legs."
		}
		return "The easy session on " + f.when(r.a) + " lies beside heavy leg work and is no run."
	case "CON-8":
		if r.measured > 0 {
			return "Heavy leg work on " + f.when(r.a) + " makes an easy day before the key session on " + f.when(r.b) +
				" a hard one; the evening of a hard day is better."
		}
		return "Heavy leg work on " + f.when(r.a) + " lies on a day that is hard already."
	}
	return "Men lose some leg strength beside endurance training (−0.43 pooled), women did not (0.08); no limit here changes with sex."
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
		return say("On "+f.dayName(r.to)+" "+first+" comes first and "+second, " begins %1 h after it ends.", r.measured)
	}
	return apart("On "+f.dayName(r.to)+" "+first+" and then "+second, " lie %1 h apart; at least %0 h should.", r.measured, r.limit)
}
