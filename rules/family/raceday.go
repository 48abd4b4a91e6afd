package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// raceDay is TAP-4 to TAP-7: the days next to an event.
type raceDay struct{ *frame.Frame }

// Numbers of the last days before smaller events (science TAP-6).
const (
	restBeforeB  = 3 // days, of two to four
	shareBeforeB = 0.70
	hardBeforeC  = 24 // hours
)

// Days before an event in which no heavy leg work lies (coaching §8, 12): from d -10 before the longest races, d -7 before others, d -4 before
// lifting itself, and d -3 before a B event.
const (
	noLiftLongest = 10
	noLift        = 7
	noLiftBefore  = 4
	noLiftB       = 3
	lightReserve  = 3 // repetitions in reserve of leg work that is not heavy
)

// lastLift measures TAP-4: the days from heavy leg work to the event, for the last such session and for each that is too late.
func (f raceDay) lastLift(out frame.Sink, r *frame.Race, severity catalogue.Severity) {
	most := noLift
	switch {
	case severity == catalogue.Soft:
		most = noLiftB
	case r.Window.Longest:
		most = noLiftLongest
	case r.Window.Lift:
		most = noLiftBefore
	}
	for n := len(f.Items) - 1; n >= 0; n-- {
		i := &f.Items[n]
		if !heavyBeforeRace(i) || !i.Planned || i.Start >= r.Start || r.IsRun(i) {
			continue
		}
		line := frame.Row{
			Rule: catalogue.TAP4, Severity: severity, From: i.Day, To: min(r.Day, f.Input.Days), A: i, Event: r.Event,
			Measured: float64(r.Day - i.Day), Limit: float64(most + 1), AtLeast: true,
		}
		if out.Take(line); line.Measured >= line.Limit {
			return
		}
	}
}

// heavyBeforeRace tells whether leg work is heavy so near a race: also what leaves fewer than three repetitions in reserve.
func heavyBeforeRace(i *frame.Item) bool { return i.Heavy || i.LegSets > 0 && i.Reserve < lightReserve }

// lastHard measures TAP-6 for a C event: the hours from the last high-intensity session.
func (f raceDay) lastHard(out frame.Sink, r *frame.Race) {
	f.before(out, r, frame.Row{Rule: catalogue.TAP6, Severity: catalogue.Soft, Limit: hardBeforeC, AtLeast: true}, frame.IsHI)
}

// before measures the hours from the end of planned sessions to an event, backwards until one is early enough.
func (f raceDay) before(out frame.Sink, r *frame.Race, line frame.Row, which func(*frame.Item) bool) {
	for n := len(f.Items) - 1; n >= 0; n-- {
		i := &f.Items[n]
		if !which(i) || !i.Planned || i.Start >= r.Start || r.IsRun(i) {
			continue
		}
		line.Measured, line.From, line.To, line.A, line.Event = float64(r.Start-i.End)/60, i.Day, min(r.Day, f.Input.Days), i, r.Event
		if out.Take(line); line.Measured >= line.Limit {
			return
		}
	}
}

// form measures TAP-5: form at the start of the event's day. What rest alone cannot reach is not asked for.
func (f raceDay) form(out frame.Sink, r *frame.Race, least, most float64) {
	eve := r.Day - 1
	if eve < 0 || eve > f.Input.Days {
		return
	}
	measured, best := f.Load.Start(r.Day).Form(), f.Idle.Start(r.Day).Form()
	if eve == 0 {
		most = max(most, best)
	}
	line := frame.Row{
		Rule: catalogue.TAP5, Severity: catalogue.Soft, From: max(1, eve-6), To: max(1, eve), Event: r.Event, Measured: measured,
		Unknown: f.Dark(r.Day), Pick: frame.HasLoad,
	}
	line.Limit, line.AtLeast = min(least, best), true
	out.Take(line)
	line.Limit, line.AtLeast = most, false
	out.Take(line)
}

// restBefore measures TAP-6 for a B event: endurance time of the three days before it as a share of the four weeks before those.
func (f raceDay) restBefore(out frame.Sink, r *frame.Race) {
	first, last := r.Day-restBeforeB, r.Day-1
	if last < 1 || last > f.Input.Days {
		return
	}
	past, weeks := f.Usual(first - 1)
	usual := float64(past.Seconds) / float64(7*weeks)
	line := frame.Row{
		Rule: catalogue.TAP6, Severity: catalogue.Soft, From: first, To: last, Limit: shareBeforeB, Event: r.Event,
		Pick: frame.HasEndurance,
	}
	if line.Unknown = usual == 0 || !f.UsualKnown(first-1); !line.Unknown {
		line.Measured = float64(f.Total.Between(first, last).Seconds) / restBeforeB / usual
		line.Limit = max(shareBeforeB, float64(f.Past.Between(first, last).Seconds)/restBeforeB/usual)
	}
	out.Take(line)
}

// withoutRuns is the note of rows of TAP-7 about running.
const withoutRuns = "running"

// quiet measures TAP-7: the days between an event and the first run, and the first session that is not easy, and each that is too early.
func (f raceDay) quiet(out frame.Sink, r *frame.Race) {
	f.after(out, r, r.Window.NoRun, withoutRuns, frame.HasRun)
	f.after(out, r, r.Easy, "", func(i *frame.Item) bool { return i.HI || i.Moderate || i.Heavy })
}

// after measures the full days between an event and planned sessions of some kind, up to the first that is late enough.
func (f raceDay) after(out frame.Sink, r *frame.Race, limit int, note string, which func(*frame.Item) bool) {
	if limit == 0 && f.BrokenOnly {
		return
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Start <= r.Start || i.Day < r.Day || !which(i) || r.IsRun(i) || limit == 0 {
			continue
		}
		days := float64(i.Day - r.Day - 1)
		out.Take(frame.Row{
			Rule: catalogue.TAP7, Severity: catalogue.Hard, From: i.Day, To: i.Day, Event: r.Event, A: i, Measured: days,
			Limit: float64(limit), AtLeast: true, Note: note,
		})
		if days >= float64(limit) {
			return
		}
	}
}
