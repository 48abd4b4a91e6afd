package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// taper is TAP-1 to TAP-7: before and after events.
type taper struct{ *frame.Frame }

// Numbers of the days before a race (coaching §8, 6.2). Shares are of what is usual.
const (
	topHalf, topShort = 0.85, 0.95 // of V0 in the last seven days, from a half marathon on and below
	leastV0           = 120 * 60   // seconds a week; whoever trains less has no taper
	keepHigh          = 0.50
	keepSessionsLast  = 0.60
	keepSessions      = 0.80
	openerSeconds     = 10 * 60
	openerHours       = 48
	lastDays          = 7
)

// measure measures TAP-1 to TAP-7 for every event in reach.
func (f taper) measure(out frame.Sink) {
	for n := range f.Races {
		r := &f.Races[n]
		switch priority := r.Window.Event.Priority; {
		case r.Day < 1: // its taper is over
		case priority == training.EventA:
			f.taperVolume(out, r)
			f.taperIntensity(out, r)
			f.taperSessions(out, r)
			raceDay(f).lastLift(out, r, catalogue.Hard)
			raceDay(f).form(out, r, 5, 25)
		case priority == training.EventB:
			raceDay(f).lastLift(out, r, catalogue.Soft)
			raceDay(f).form(out, r, -5, 15)
			raceDay(f).restBefore(out, r)
		default:
			raceDay(f).lastHard(out, r)
		}
		raceDay(f).quiet(out, r)
	}
}

// taperVolume measures TAP-1 in each block before the event that ends within the plan: its endurance time as a share of V0. More than the
// open days hold at V0 is never asked for.
func (f taper) taperVolume(out frame.Sink, r *frame.Race) {
	v0 := 0.0
	for k, band := range r.Window.Bands {
		last := r.Day - 15 + 7*k
		if last < 1 || last > f.Input.Days || band[1] == 0 || r.Window.OnlyLast && k < 2 || r.Window.Lift {
			continue
		}
		if v0 == 0 {
			if v0 = f.V0(r.Day - r.Window.Taper - 1); v0 < leastV0 {
				return
			}
		}
		line := frame.Row{Rule: catalogue.TAP1, From: last - 6, To: last, Event: r.Event, Pick: frame.HasEndurance}
		line.Measured = float64(f.Total.Between(last-6, last).Seconds) / v0
		given := float64(f.Past.Between(last-6, last).Seconds) / v0
		if given > 0 { // what was done is not undone by days without anything: those that are left have their part of the band
			given += band[1] * float64(last-max(last-7, 0)) / 7
		}
		take := func(severity catalogue.Severity, limit float64, atLeast bool) {
			line.Severity, line.Limit, line.AtLeast = severity, limit, atLeast
			out.Take(line)
		}
		if k == 2 {
			top := topShort
			if r.Window.Half {
				top = topHalf
			}
			take(catalogue.Hard, max(top, given), false)
		}
		take(catalogue.Soft, max(band[1], given), false)
		if !f.HeldBack(last) {
			take(catalogue.Soft, min(band[0], f.taperReach(r, last, v0)), true)
		}
	}
}

// taperReach is the share of V0 that the open days of the block that ends on a day can bring it to.
func (f taper) taperReach(r *frame.Race, last int, v0 float64) float64 {
	seconds := float64(f.Past.Between(last-6, min(last, 0)).Seconds)
	for d := max(last-6, 1); d <= last; d++ {
		open := r.Open(d)
		if f.Date(d) <= f.Input.FullUntil {
			open = 0
		}
		seconds += max(min(v0/7, open), float64(f.Total[frame.Index(d)].Seconds))
	}
	return seconds / v0
}

// taperIntensity measures TAP-2: high intensity stays, half of its usual time a session up to the last seven days, and something that keeps
// the edge in every seven days, but only openers in the last 48 hours.
func (f taper) taperIntensity(out frame.Sink, r *frame.Race) {
	first, last := r.Day-r.Window.Taper, r.Day-1
	if first > f.Input.Days {
		return
	}
	usual, _ := f.Usual(first - 1)
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
		if line.Unknown = !known; known && usual.HI == 0 || i.Day >= r.Day-lastDays {
			continue
		}
		line.Limit, line.AtLeast = keepHigh*float64(usual.High)/60/float64(max(1, usual.HI)), true
		out.Take(line)
	}
	for d := max(1, first+6); d <= min(last, f.Input.Days) && (!known || usual.HI > 0) && !f.Gates.NoHI; d++ {
		out.Take(frame.Row{
			Rule: catalogue.TAP2, Severity: catalogue.Soft, From: d - 6, To: d, Event: r.Event, Measured: f.edges(d), Limit: 1, AtLeast: true,
			Unknown: !known, Pick: keepsEdge,
		})
	}
}

// keepsEdge tells whether an item has something hard in it: high intensity, however short, or race pace. That is SHARP, OPEN, and a few
// kilometres at the pace of a marathon.
func keepsEdge(i *frame.Item) bool { return i.HI || i.High > 0 || i.Race }

// edges counts the items of the seven days that end on a planned day which keep the edge.
func (f taper) edges(day int) (count float64) {
	for n := f.FirstOn(day - 6); n < len(f.Items) && f.Items[n].Day <= day; n++ {
		count += float64(frame.One(keepsEdge(&f.Items[n])))
	}
	return count
}

// highMinutes are a planned session's minutes at high intensity, all of them where its effort alone makes it hard.
func highMinutes(i *frame.Item) float64 {
	if high := i.Session.Load.Demand.HighSeconds; high > 0 {
		return float64(high) / 60
	}
	return float64(i.Seconds) / 60
}

// taperSessions measures TAP-3: the sessions of the last seven days and, in a longer taper, of the seven before them.
func (f taper) taperSessions(out frame.Sink, r *frame.Race) {
	first := r.Day - r.Window.Taper
	if first > f.Input.Days {
		return
	}
	past, weeks := f.Usual(first - 1)
	usual := float64(past.Sessions) / float64(weeks)
	known := f.UsualKnown(first - 1)
	for _, block := range [2]struct {
		last  int
		share float64
	}{{r.Day - 1, keepSessionsLast}, {r.Day - 1 - lastDays, keepSessions}} {
		if block.last < 1 || block.last > f.Input.Days || block.last <= first || f.HeldBack(block.last) {
			continue
		}
		out.Take(frame.Row{
			Rule: catalogue.TAP3, Severity: catalogue.Soft, From: block.last - 6, To: block.last, Event: r.Event,
			Measured: float64(f.Total.Between(block.last-6, block.last).Sessions),
			Limit:    block.share * usual, AtLeast: true, Unknown: !known, Pick: frame.HasLoad,
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
		form := " comes %0 %{day|days} ahead of it; at least %0 are needed."
		return f.Say("Heavy leg work on "+f.When(r.A)+", before "+r.Event.Name+",", form, r.Measured, r.Limit)
	case catalogue.TAP5:
		if r.AtLeast {
			return f.Say("On the day of "+r.Event.Name, " form starts at %+; at least %+ is wanted.", r.Measured, r.Limit)
		}
		return f.Say("On the day of "+r.Event.Name, " form starts at %+; at most %+ is wanted.", r.Measured, r.Limit)
	}
	after := "The session on " + f.When(r.A) + ", after " + r.Event.Name + ","
	what := "moderate and hard work"
	if r.Note == withoutRuns {
		what = "running"
	}
	if r.Measured < 0 {
		return f.Say(after, " is on the same day; %0 %{day|days} without "+what+" are needed.", r.Limit)
	}
	return f.Say(after, " follows %0 full %{day|days} later; at least %0 without "+what+" are needed.", r.Measured, r.Limit)
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
