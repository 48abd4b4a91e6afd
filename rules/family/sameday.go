package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/session"
	"fortnight/training"
)

// sameDay is CON-1, CON-3 and CON-4: strength and endurance on one day.
type sameDay struct{ *frame.Frame }

// gaps measures the hours between a heavy leg session and each hard or long endurance session of its day, whichever comes first.
func (f sameDay) gaps(out frame.Sink, lift *frame.Item) {
	for n := f.FirstOn(lift.Day); n < len(f.Items) && f.Items[n].Day == lift.Day; n++ {
		run := &f.Items[n]
		if run == lift || !enduresHard(run) || !(run.Planned || lift.Planned) {
			continue
		}
		first, second := lift, run
		if run.Start < lift.Start {
			first, second = run, lift
		}
		gap := float64(second.Start-first.End) / 60
		for _, s := range [2]step{{catalogue.Hard, f.Limits.LiftGapHard}, {catalogue.Soft, f.Limits.LiftGapSoft}} {
			f.Emit(out, &frame.Row{
				Rule: catalogue.CON1, Severity: s.severity, From: lift.Day, To: lift.Day, Measured: gap, Limit: s.limit, AtLeast: true,
				A: first, B: second,
			})
		}
	}
}

// order measures CON-3 for a lift and each key endurance session of its day: hours from the end of what should come first to the start
// of what should come second. Endurance comes first, unless strength is what the athlete trains for: then a lift goes before any
// endurance.
func (f sameDay) order(out frame.Sink, n int) {
	lift := &f.Items[n]
	liftFirst := f.Season.Priority() == training.PriorityStrength
	for m := f.FirstOn(lift.Day); m < len(f.Items) && f.Items[m].Day == lift.Day; m++ {
		other := &f.Items[m]
		if m == n || !other.Endures || !(other.Key || liftFirst) || !(other.Planned || lift.Planned) {
			continue
		}
		first, second, limit := other, lift, f.Limits.OrderHours
		if liftFirst {
			first, second = lift, other
		}
		if liftFirst && !other.Key {
			limit = 0
		}
		r := frame.Row{
			Rule: catalogue.CON3, Severity: catalogue.Soft, From: lift.Day, To: lift.Day, Measured: float64(second.Start-first.End) / 60,
			Limit: limit, AtLeast: true,
			A: first, B: second,
		}
		later := second
		if second.Start < first.Start {
			later = first
		}
		if later.Key {
			r.Severity = catalogue.Hard
			if limit > 0 {
				r.Limit = max(limit, catalogue.OrderHours)
			}
		}
		f.Emit(out, &r)
	}
}

// What makes a combined session (CON-4): so much endurance for the legs beside their hard sets, or sessions with so little between them.
// Less endurance is a warm-up.
const (
	combinedSeconds = 15 * 60
	combinedMinutes = 30
)

// combined measures CON-4: leg sets and endurance for the legs in one session or in two with hardly a pause.
func (f sameDay) combined(out frame.Sink, n int) {
	lift := &f.Items[n]
	strength := f.Season.Priority() == training.PriorityStrength
	if f.Limits.Level == 0 && !strength {
		return // who is new to training loses nothing by it
	}
	r := frame.Row{Rule: catalogue.CON4, Severity: catalogue.Soft, From: lift.Day, To: lift.Day, A: lift}
	if strength && f.Limits.Level > 0 {
		r.Severity = catalogue.Hard
	}
	if stationed(lift) {
		return // to run with tired legs is what it is for
	}
	if lift.Planned && lift.LegSeconds >= combinedSeconds {
		r.Measured = 1
		out.Take(r)
		return
	}
	for m := f.FirstOn(lift.Day); m < len(f.Items) && f.Items[m].Day == lift.Day; m++ {
		other := &f.Items[m]
		if m == n || other.LegSeconds < combinedSeconds || other.LegSets > 0 || !(other.Planned || lift.Planned) {
			continue
		}
		r.Measured, r.B = 0, other
		if max(other.Start-lift.End, lift.Start-other.End) < combinedMinutes {
			r.Measured = 1
		}
		out.Take(r)
	}
}

// stationed tells whether a session is of the stations and the running between them, by what somebody has looked at or as the calendar has it.
func stationed(i *frame.Item) bool {
	return i.Family != nil && i.Family.Hybrid() || i.Session != nil && session.Family{ID: session.ID(i.Session.Family)}.Hybrid()
}

func (f sameDay) orderMessage(r *frame.Row) string {
	first, second := "the key session", "strength"
	if r.A.Lifts {
		first, second = "strength", "the endurance session"
	}
	if r.B.Start < r.A.Start {
		return "On " + f.DayName(r.To) + " " + second + " at " + f.Clock(r.B) + " comes before " + first + " at " + f.Clock(r.A) +
			"; it should be the other way round."
	}
	if r.Limit == 0 {
		return f.Say("On "+f.DayName(r.To)+" "+first+" comes first and "+second, " begins %1 h after it ends.", r.Measured)
	}
	return f.Apart("On "+f.DayName(r.To)+" "+first+" and then "+second, " lie %1 h apart; at least %0 h should.", r.Measured, r.Limit)
}

// enduresHard tells whether an item is a hard or long endurance session with the legs.
func enduresHard(i *frame.Item) bool {
	return i.Legs && i.Sport != training.Strength && (i.HI || i.Long)
}
