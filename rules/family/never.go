package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/session"
	"fortnight/training"
)

// never is WHO-5: what is never proposed to an athlete, as far as somebody has looked at the workouts.
type never struct{ *frame.Frame }

const (
	sixty         = 60 // years
	tiredLegHours = 24
)

func (f never) measure(out frame.Sink) {
	if len(f.Input.Workouts) == 0 {
		return
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Identity == nil {
			continue
		}
		if f.Asks(i) {
			f.proposable(out, i)
		}
		if i.Fresh {
			f.tiredLegs(out, n)
		}
	}
}

// proposable measures whether a session may be proposed to the athlete.
func (f never) proposable(out frame.Sink, i *frame.Item) {
	measured, note := 0.0, i.Identity.Forbidden
	switch {
	case note != "":
		measured = 1
	case i.Family != nil && !f.admits(i):
		measured, note = 1, "experience"
	}
	if !f.Fine(measured, 0) {
		out.Take(frame.Row{Rule: catalogue.WHO5, Severity: f.Binds(), From: i.Day, To: i.Day, A: i, Measured: measured, Note: note})
	}
}

// admits is experienced for an item whose family is known, worked out once for the family at its level.
func (f never) admits(i *frame.Item) bool {
	at := i.Access()
	if *at == frame.AccessUnasked {
		*at = frame.Excluded
		if f.experienced(i.Family, i.Identity.Level) {
			*at = frame.Admitted
		}
	}
	return *at == frame.Admitted
}

// experienced tells whether the athlete may do a level of a family, as far as age and experience go.
func (f never) experienced(family *session.Family, level int) bool {
	a := &family.Access
	years, known := age(&f.Input.Profile, f.Input.From)
	months, lifts := f.LiftMonths()
	novice := f.Novice(family.Base())
	switch {
	case lifts && months < a.LiftMonths, f.MonthsIn(training.Run) < a.RunMonths:
		return false
	case known && a.NotYouth && years < adultFrom, known && a.NotMasters60 && years >= sixty:
		return false
	case !lifts && f.Limits.Level == 0 && a.LiftMonths > 0:
		return false
	case novice && (a.From == training.Intermediate || a.From == training.Advanced):
		return a.NoviceUpTo > 0 && level <= a.NoviceUpTo && level > 0
	case f.Limits.Level == 1 && a.From == training.Advanced:
		return a.After != ""
	}
	return true
}

// tiredLegs measures the hours from heavy leg work to a session that tired legs do not bear.
func (f never) tiredLegs(out frame.Sink, n int) {
	i := &f.Items[n]
	for m := n - 1; m >= 0 && f.Items[m].Day >= i.Day-2; m-- {
		lift := &f.Items[m]
		if !lift.Heavy {
			continue
		}
		if gap := float64(i.Start-lift.End) / 60; (f.Asks(i) || f.Asks(lift)) && !f.Reached(gap, tiredLegHours) {
			out.Take(frame.Row{
				Rule: catalogue.WHO5, Severity: f.Binds(), From: lift.Day, To: i.Day, A: lift, B: i, Measured: gap, Limit: tiredLegHours,
				AtLeast: true,
			})
		}
		return
	}
}

func (f never) message(r *frame.Row) string {
	switch {
	case r.B != nil:
		return f.Apart("Heavy leg work and the session on "+f.When(r.B)+", which tired legs do not bear,", " lie %1 h apart; at least %0 h are needed.", r.Measured, r.Limit)
	case r.Note == "fraction":
		return f.Say("The heaviest set on "+f.When(r.A), " is at %0 %% of a maximum; at most %0 %% for who is new to lifting.", 100*r.Measured, 100*r.Limit)
	case r.Note == "reserve":
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; at least %0 in the first months of lifting.", r.Measured, r.Limit)
	case r.Note == "contacts":
		return f.Say("The session on "+f.When(r.A), " has %0 contacts in jumps; at most %0 for who is new to them.", r.Measured, r.Limit)
	case r.Measured == 0:
		return "The session on " + f.When(r.A) + " is for the athlete."
	case r.Note == "experience":
		return "The session on " + f.When(r.A) + " asks for more experience, or for another age, than the athlete has."
	}
	return "The session on " + f.When(r.A) + " is never proposed to the athlete: " + r.Note + "."
}
