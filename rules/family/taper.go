package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// taper is TAP-1 to TAP-7: before and after events.
type taper struct{ *frame.Frame }

// Numbers of a taper (science TAP-1 to TAP-3). Shares are of what is usual.
const (
	taperLeast                    = 0.40
	taperLeastHard, taperMostHard = 0.35, 0.70
	keepHigh                      = 0.50
	keepSessions                  = 0.80
	openerSeconds                 = 10 * 60
	openerHours                   = 48
	liftBeforeAHard               = 96 // hours
	liftBeforeB                   = 72
)

// measure measures TAP-1 to TAP-7 for every event in reach.
func (f taper) measure(out frame.Sink) {
	for n := range f.Races {
		r := &f.Races[n]
		switch priority := r.Event.Priority; {
		case r.Day < 1: // its taper is over
		case priority == training.EventA:
			f.taperVolume(out, r)
			f.taperIntensity(out, r)
			f.taperSessions(out, r)
			raceDay(f).lastLift(out, r, catalogue.Hard, liftBeforeAHard)
			raceDay(f).lastLift(out, r, catalogue.Soft, catalogue.LiftBeforeASoft)
			raceDay(f).form(out, r, 5, 25)
		case priority == training.EventB:
			raceDay(f).lastLift(out, r, catalogue.Soft, liftBeforeB)
			raceDay(f).form(out, r, -5, 15)
			raceDay(f).restBefore(out, r)
		default:
			raceDay(f).lastHard(out, r)
		}
		raceDay(f).quiet(out, r)
	}
}

// taperVolume measures TAP-1 once the plan reaches the event's eve: the mean endurance time of the fourteen days before it as a share of
// V0, the mean of the best three of the four weeks before those. Too little is HARD only where the plan is complete; more than the open
// days hold at V0 is never asked for.
func (f taper) taperVolume(out frame.Sink, r *frame.Race) {
	first, last := r.Day-frame.TaperDays, r.Day-1
	if last < 1 || last > f.Input.Days {
		return
	}
	line := frame.Row{Rule: catalogue.TAP1, From: first, To: last, Event: r.Event, Pick: frame.HasEndurance}
	usual := f.BestWeeks(first - 1)
	if line.Unknown = usual == 0 || !f.UsualKnown(first-1); line.Unknown {
		line.Severity, line.Limit = catalogue.Hard, taperMostHard
		out.Take(line)
		return
	}
	share := func(seconds int32) float64 { return float64(seconds) / frame.TaperDays / usual }
	given := share(f.Past.Between(first, last).Seconds)
	line.Measured = share(f.Total.Between(first, last).Seconds)
	take := func(severity catalogue.Severity, limit float64, atLeast bool) {
		line.Severity, line.Limit, line.AtLeast = severity, limit, atLeast
		out.Take(line)
	}
	take(catalogue.Hard, max(taperMostHard, given), false)
	if f.Input.Complete {
		take(catalogue.Hard, min(taperLeastHard, f.taperReach(r, usual, f.Input.FullUntil)), true)
	}
	take(catalogue.Soft, max(catalogue.TaperMost, given), false)
	take(catalogue.Soft, min(taperLeast, f.taperReach(r, usual, 0)), true)
}

// taperReach is the share of usual volume that the open days after one can bring it to at their usual volume.
func (f taper) taperReach(r *frame.Race, usual float64, full training.Date) float64 {
	first, last := r.Day-frame.TaperDays, r.Day-1
	seconds := float64(f.Past.Between(first, min(last, 0)).Seconds)
	for d := max(first, 1); d <= last; d++ {
		open := r.Open[d-first]
		if f.Date(d) <= full {
			open = 0
		}
		seconds += max(min(usual, open), float64(f.Total[frame.Index(d)].Seconds))
	}
	return seconds / frame.TaperDays / usual
}

// taperIntensity measures TAP-2: high intensity stays, half of its usual time a session and one session in seven days, but not in the
// last 48 hours.
func (f taper) taperIntensity(out frame.Sink, r *frame.Race) {
	first, last := r.Day-frame.TaperDays, r.Day-1
	usual := f.Total.Between(first-7*frame.UsualWeeks, first-1)
	known := f.UsualKnown(first - 1)
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.HI || !i.Planned || i.Day < first || i.Start >= r.Start || r.IsRun(i) {
			continue
		}
		line := frame.Row{
			Rule: catalogue.TAP2, Severity: catalogue.Soft, From: i.Day, To: i.Day, A: i, Event: r.Event, Measured: highMinutes(i),
		}
		if float64(r.Start-i.End)/60 < openerHours {
			line.Limit = openerSeconds / 60
			out.Take(line)
			continue
		}
		if line.Unknown = !known; known && usual.HI == 0 {
			continue
		}
		line.Limit, line.AtLeast = keepHigh*float64(usual.High)/60/float64(max(1, usual.HI)), true
		out.Take(line)
	}
	for d := max(1, first+6); d <= min(last, f.Input.Days) && (!known || usual.HI > 0); d++ {
		out.Take(frame.Row{
			Rule: catalogue.TAP2, Severity: catalogue.Soft, From: d - 6, To: d, Event: r.Event,
			Measured: float64(f.Total.Between(d-6, d).HI), Limit: 1, AtLeast: true,
			Unknown: !known, Pick: frame.IsHI,
		})
	}
}

// highMinutes are a planned session's minutes at high intensity, all of them where its effort alone makes it hard.
func highMinutes(i *frame.Item) float64 {
	if high := i.Session.Load.Demand.HighSeconds; high > 0 {
		return float64(high) / 60
	}
	return float64(i.Seconds) / 60
}

// taperSessions measures TAP-3: the sessions of every seven days of the taper.
func (f taper) taperSessions(out frame.Sink, r *frame.Race) {
	first, last := r.Day-frame.TaperDays, r.Day-1
	usual := float64(f.Total.Between(first-7*frame.UsualWeeks, first-1).Sessions) / frame.UsualWeeks
	known := f.UsualKnown(first - 1)
	for d := max(1, first+6); d <= min(last, f.Input.Days); d++ {
		out.Take(frame.Row{
			Rule: catalogue.TAP3, Severity: catalogue.Soft, From: d - 6, To: d, Event: r.Event,
			Measured: float64(f.Total.Between(d-6, d).Sessions),
			Limit:    keepSessions * usual, AtLeast: true, Unknown: !known, Pick: frame.HasLoad,
		})
	}
}

// message says what a row of TAP-1 to TAP-7 found.
func (f taper) message(r *frame.Row, span string) string {
	before := span + ", before " + r.Event.Name + ","
	switch r.Rule {
	case catalogue.TAP1, catalogue.TAP6:
		switch {
		case r.A != nil:
			session := "The hard session on " + f.When(r.A) + ", before " + r.Event.Name + ","
			return f.ahead(session, r.Measured, r.Limit)
		case r.AtLeast:
			return f.Say(before, " endurance time is %0 %% of what is usual; at least %0 %% keeps what was built.", 100*r.Measured, 100*r.Limit)
		}
		return f.Say(before, " endurance time is %0 %% of what is usual; at most %0 %% lets the body recover.", 100*r.Measured, 100*r.Limit)
	case catalogue.TAP2:
		return f.taperIntensityMessage(r, before)
	case catalogue.TAP3:
		return f.Say(before, " %0 %{session is|sessions are} planned or done; at least %1 keep the habit.", r.Measured, r.Limit)
	case catalogue.TAP4:
		lift := "Heavy leg work on " + f.When(r.A) + ", before " + r.Event.Name + ","
		return f.ahead(lift, r.Measured, r.Limit)
	case catalogue.TAP5:
		if r.AtLeast {
			return f.Say("On the day of "+r.Event.Name, " form starts at %+; at least %+ is wanted.", r.Measured, r.Limit)
		}
		return f.Say("On the day of "+r.Event.Name, " form starts at %+; at most %+ is wanted.", r.Measured, r.Limit)
	}
	after := "The hard session on " + f.When(r.A) + ", after " + r.Event.Name + ","
	if r.Measured < 0 {
		return f.Say(after, " is on the same day; %0 %{day|days} without hard work are needed.", r.Limit)
	}
	return f.Say(after, " follows %0 full %{day|days} later; at least %0 without hard work are needed.", r.Measured, r.Limit)
}

// ahead says how long before an event a session ends, which may be after it has begun.
func (f taper) ahead(session string, hours, limit float64) string {
	if hours < 0 {
		return f.Say(session, " ends %1 h after it has begun; at least %0 h before it are needed.", -hours, limit)
	}
	return f.Say(session, " ends %1 h ahead of it; at least %0 h are needed.", hours, limit)
}

func (f taper) taperIntensityMessage(r *frame.Row, before string) string {
	switch {
	case r.A == nil:
		return f.Say(before, " %0 hard %{session is|sessions are} planned or done; at least %0 keeps the edge.", r.Measured, r.Limit)
	case r.AtLeast:
		form := " has %1 min at high intensity; at least %1 min, half of what is usual, keep the edge."
		return f.Say("The hard session on "+f.When(r.A), form, r.Measured, r.Limit)
	}
	session := "The session on " + f.When(r.A) + ", in the last 48 hours before " + r.Event.Name + ","
	return f.Say(session, " has %1 min at high intensity; an opener has at most %0.", r.Measured, r.Limit)
}
