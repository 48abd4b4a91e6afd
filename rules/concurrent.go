package rules

import "fortnight/training"

// concurrent measures CON-1 to CON-9, where strength and endurance meet.
func (f *frame) concurrent(out sink) {
	for n := f.near(); n < len(f.items); n++ {
		lift := &f.items[n]
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
			f.emit(out, &row{
				rule: con2, severity: s.severity, from: lift.day, to: key.day, measured: gap, limit: s.limit, atLeast: true, a: lift, b: key,
			})
		}
		return
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
		f.emit(out, &row{
			rule: con5, severity: Soft, from: long.day, to: lift.day, measured: float64(lift.start-long.end) / 60, limit: limit, atLeast: true,
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
		r.rule, r.severity, r.from, r.to = con6, Soft, day-6, day
		r.unknown = f.blind(day, 6) && r.measured <= r.limit
		r.pick = func(i *item) bool { return i.legs && i.lower }
		if r.note == "h" {
			out.take(r)
		} else {
			f.emit(out, &r)
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
	out.take(row{rule: con7, severity: Soft, from: easy.day, to: easy.day, measured: measured, a: easy})
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
	r := row{rule: con8, severity: Soft, from: lift.day, to: lift.day, a: lift}
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
		out.take(row{rule: con9, severity: Advisory, from: 1, to: f.in.Days})
	}
}

func (f *frame) concurrentMessage(r *row) string {
	switch r.rule {
	case con1:
		return f.apart(
			"On "+f.dayName(r.to)+" heavy leg work and a hard or long endurance session", " lie %1 h apart; at least %0 h are needed.",
			r.measured, r.limit,
		)
	case con2:
		return f.apart("Heavy leg work and the key session on "+f.when(r.b), " lie %1 h apart; at least %0 h are needed.", r.measured, r.limit)
	case con3:
		return f.orderMessage(r)
	case con4:
		if r.b == nil {
			return "The session on " + f.when(r.a) + " holds both leg sets and endurance for the legs; they should be apart."
		}
		if r.measured > 0 {
			return f.say("", "Less than %0 min lie between the leg sets on "+f.when(r.a)+" and the endurance session on "+f.when(r.b)+".", combinedMinutes)
		}
		return "The leg sets on " + f.when(r.a) + " and the endurance session on " + f.when(r.b) + " are apart."
	case con5:
		return f.apart(
			"The long or race-pace session on "+f.when(r.a)+" and heavy leg work on "+f.when(r.b), " lie %1 h apart; at least %0 h should.",
			r.measured, r.limit,
		)
	case con6:
		span := f.spanName(r)
		if r.note == "h" {
			return f.say(span, " endurance for the legs takes %1 h; at most %0 h should be beside strength.", r.measured, r.limit)
		}
		return f.say(span, " there %[is|are] %0 endurance %{session|sessions} for the legs; at most %0 should be beside strength.", r.measured, r.limit)
	case con7:
		if r.measured > 0 {
			return "The easy run on " + f.when(r.a) + " lies beside heavy leg work; swimming, riding or rowing would spare the legs."
		}
		return "The easy session on " + f.when(r.a) + " lies beside heavy leg work and is no run."
	case con8:
		if r.measured > 0 {
			return "Heavy leg work on " + f.when(r.a) + " makes an easy day before the key session on " + f.when(r.b) +
				" a hard one; the evening of a hard day is better."
		}
		return "Heavy leg work on " + f.when(r.a) + " lies on a day that is hard already."
	}
	return "Men lose some leg strength beside endurance training (−0.43 pooled), women did not (0.08); no limit here changes with sex."
}
