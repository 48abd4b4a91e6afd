package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// concurrent is CON-1 to CON-9, where strength and endurance meet.
type concurrent struct{ *frame.Frame }

// measure measures CON-1 to CON-9, where strength and endurance meet.
func (f concurrent) measure(out frame.Sink) {
	for n := f.Near(); n < len(f.Items); n++ {
		lift := &f.Items[n]
		if lift.Lifts && lift.Load {
			sameDay(f).order(out, n)
		}
		if lift.LegSets > 0 {
			sameDay(f).combined(out, n)
		}
		if lift.Heavy {
			sameDay(f).gaps(out, lift)
			f.beforeKey(out, n)
			f.afterLong(out, n)
			f.hardDaysHard(out, n)
		}
		if lift.Planned && lift.Endures {
			f.easyBesideLegs(out, n)
		}
	}
	if f.Season.Priority() == training.PriorityStrength {
		for day := 1; day <= f.Input.Days; day++ {
			f.enduranceWeek(out, day)
		}
	}
	f.sexes(out)
}

// easyKeyHours is how long before an easy long session, or one that is only flagged, no heavy leg work should end.
const easyKeyHours = 24

// beforeKey measures CON-2: the hours from the end of a heavy leg session to the next session that needs fresh legs, HARD, and to an easy
// long or flagged one before it.
func (f concurrent) beforeKey(out frame.Sink, n int) {
	lift := &f.Items[n]
	soft := false
	for m := n + 1; m < len(f.Items); m++ {
		key := &f.Items[m]
		if !key.KeyForLegs() {
			continue
		}
		r := frame.Row{
			Rule: catalogue.CON2, Severity: catalogue.Soft, From: lift.Day, To: key.Day, Measured: float64(key.Start-lift.End) / 60,
			Limit: easyKeyHours, AtLeast: true, A: lift, B: key,
		}
		if !key.NeedsFreshLegs() {
			if !soft && (key.Planned || lift.Planned) && !f.Reached(r.Measured, r.Limit) {
				out.Take(r)
			}
			soft = true
			continue
		}
		if !(key.Planned || lift.Planned) {
			return
		}
		for _, s := range [2]step{{catalogue.Hard, f.Limits.BeforeKeyHard}, {catalogue.Soft, f.Limits.BeforeKeySoft}} {
			r.Severity, r.Limit = s.severity, s.limit
			f.Emit(out, &r)
		}
		return
	}
}

// afterLong measures CON-5: the hours from long or race-pace endurance for the legs to heavy leg work; after wheels and water half of them
// do.
func (f concurrent) afterLong(out frame.Sink, n int) {
	lift := &f.Items[n]
	reach := int64(2 * f.Limits.LongBeforeLiftHours * 60)
	for m := n - 1; m >= 0 && lift.Start-f.Items[m].Start < reach; m-- {
		long := &f.Items[m]
		if !(long.Legs && long.Lower && (long.Long || long.Race)) || !(long.Planned || lift.Planned) {
			continue
		}
		limit := f.Limits.LongBeforeLiftHours
		if long.Sport != training.Run {
			limit /= 2
		}
		f.Emit(out, &frame.Row{
			Rule: catalogue.CON5, Severity: catalogue.Soft, From: long.Day, To: lift.Day, Measured: float64(lift.Start-long.End) / 60,
			Limit: limit, AtLeast: true,
			A: long, B: lift, Unknown: f.Thin && !long.Race,
		})
	}
}

// legHours is how much endurance for the legs a week of strength takes (CON-6).
const legHours = 3

// enduranceWeek measures CON-6: the endurance for the legs of seven days, in sessions and in hours.
func (f concurrent) enduranceWeek(out frame.Sink, day int) {
	planned, done := &f.Weeks[day], &f.FixedWeeks[day]
	sessions, hours := float64(planned.LegSessions), float64(planned.LegSeconds)/3600
	for _, r := range [2]frame.Row{
		{Measured: sessions, Limit: max(f.Limits.LegSessions, float64(done.LegSessions)), Note: "sessions"},
		{Measured: hours, Limit: max(legHours, float64(done.LegSeconds)/3600), Note: "h"},
	} {
		if f.Fine(r.Measured, r.Limit) {
			continue
		}
		r.Rule, r.Severity, r.From, r.To = catalogue.CON6, catalogue.Soft, day-6, day
		r.Unknown = f.Blind(day, 6) && r.Measured <= r.Limit
		r.Pick = func(i *frame.Item) bool { return i.Legs && i.Lower }
		if r.Note == "h" {
			out.Take(r)
		} else {
			f.Emit(out, &r)
		}
	}
}

// besideHours is how long after heavy leg work easy endurance is still beside it (CON-7).
const besideHours = 24

// easyBesideLegs measures CON-7 for easy endurance on the day of heavy leg work or in the 24 hours after it: the hours of it that are run,
// where the athlete also swims, rides or rows.
func (f concurrent) easyBesideLegs(out frame.Sink, n int) {
	easy := &f.Items[n]
	if easy.HI || easy.Moderate || easy.Long || easy.Key || !f.ChoosesSport || !f.besideLegs(n) {
		return
	}
	measured := float64(easy.RunSeconds) / 3600
	if f.Fine(measured, 0) {
		return
	}
	out.Take(frame.Row{Rule: catalogue.CON7, Severity: catalogue.Soft, From: easy.Day, To: easy.Day, Measured: measured, A: easy})
}

func (f concurrent) besideLegs(n int) bool {
	easy := &f.Items[n]
	for m := n + 1; m < len(f.Items) && f.Items[m].Day == easy.Day; m++ {
		if f.Items[m].Heavy {
			return true
		}
	}
	for m := n - 1; m >= 0 && f.Items[m].Day >= easy.Day-2; m-- {
		if i := &f.Items[m]; i.Heavy && (i.Day == easy.Day || easy.Start-i.End < besideHours*60) {
			return true
		}
	}
	return false
}

// hardDaysHard measures CON-8 for a heavy leg session that is planned on a hard day or on the day before a session that needs fresh legs: 1
// where it makes an easy day before one a hard day.
func (f concurrent) hardDaysHard(out frame.Sink, n int) {
	lift := &f.Items[n]
	if !lift.Planned {
		return
	}
	onHard := f.Daily[frame.Index(lift.Day)].HI > 0
	r := frame.Row{Rule: catalogue.CON8, Severity: catalogue.Soft, From: lift.Day, To: lift.Day, A: lift}
	for m := n + 1; m < len(f.Items) && f.Items[m].Day <= lift.Day+1; m++ {
		if i := &f.Items[m]; i.Day == lift.Day+1 && i.NeedsFreshLegs() {
			r.To, r.B = i.Day, i
			break
		}
	}
	if r.B != nil && !onHard {
		r.Measured = 1
	}
	if (r.B != nil || onHard) && !f.Fine(r.Measured, 0) {
		out.Take(r)
	}
}

// sexes is CON-9: what is known of men and women, where both kinds of training are planned. No limit follows from it.
func (f concurrent) sexes(out frame.Sink) {
	if f.BrokenOnly || f.Input.Profile.Sex == nil {
		return
	}
	total := f.Span(&f.Daily, 1, f.Input.Days)
	if total.Heavy > 0 && total.LegSessions > 0 {
		out.Take(frame.Row{Rule: catalogue.CON9, Severity: catalogue.Advisory, From: 1, To: f.Input.Days})
	}
}

func (f concurrent) message(r *frame.Row) string {
	switch r.Rule {
	case catalogue.CON1:
		return f.Apart(
			"On "+f.DayName(r.To)+" heavy leg work and a hard or long endurance session", " lie %1 h apart; at least %0 h are needed.",
			r.Measured, r.Limit,
		)
	case catalogue.CON2:
		return f.Apart("Heavy leg work and the key session on "+f.When(r.B), " lie %1 h apart; at least %0 h are needed.", r.Measured, r.Limit)
	case catalogue.CON3:
		return sameDay(f).orderMessage(r)
	case catalogue.CON4:
		if r.B == nil {
			return "The session on " + f.When(r.A) + " holds both leg sets and endurance for the legs; they should be apart."
		}
		if r.Measured > 0 {
			return f.Say("", "Less than %0 min lie between the leg sets on "+f.When(r.A)+" and the endurance session on "+f.When(r.B)+".", combinedMinutes)
		}
		return "The leg sets on " + f.When(r.A) + " and the endurance session on " + f.When(r.B) + " are apart."
	case catalogue.CON5:
		return f.Apart(
			"The long or race-pace session on "+f.When(r.A)+" and heavy leg work on "+f.When(r.B), " lie %1 h apart; at least %0 h should.",
			r.Measured, r.Limit,
		)
	case catalogue.CON6:
		span := f.SpanName(r)
		if r.Note == "h" {
			return f.Say(span, " endurance for the legs takes %1 h; at most %0 h should be beside strength.", r.Measured, r.Limit)
		}
		return f.Say(span, " there %[is|are] %0 endurance %{session|sessions} for the legs; at most %0 should be beside strength.", r.Measured, r.Limit)
	case catalogue.CON7:
		if r.Measured > 0 {
			return "The easy run on " + f.When(r.A) + " lies beside heavy leg work; swimming, riding or rowing would spare the legs."
		}
		return "The easy session on " + f.When(r.A) + " lies beside heavy leg work and is no run."
	case catalogue.CON8:
		if r.Measured > 0 {
			return "Heavy leg work on " + f.When(r.A) + " makes an easy day before the key session on " + f.When(r.B) +
				" a hard one; the evening of a hard day is better."
		}
		return "Heavy leg work on " + f.When(r.A) + " lies on a day that is hard already."
	}
	return "Men lose some leg strength beside endurance training (−0.43 pooled), women did not (0.08); no limit here changes with sex."
}
