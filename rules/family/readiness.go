package family

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// readiness is RED-1 to RED-6: what check-ins say, and what is stated.
type readiness struct{ *frame.Frame }

// measure measures RED-1 to RED-6: the planned load of days of illness and of what a check-in bans, hard work where the body says that it is
// not ready for it, and what goes against what is stated.
func (f readiness) measure(out frame.Sink) {
	if f.BrokenOnly && len(f.Input.CheckIns) == 0 && !f.Gates.Open() {
		return
	}
	for day := 1; day <= f.Input.Days; day++ {
		at := frame.Index(day)
		if f.Sick[at] {
			out.Take(frame.Row{
				Rule: catalogue.RED1, Severity: catalogue.Hard, From: day, To: day, Measured: f.Load.TSS(day) - f.Idle.TSS(day),
				Pick: frame.HasLoad,
			})
		}
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned {
			f.spared(out, i)
			f.stated(out, i)
			f.strained(out, i)
			f.slept(out, i)
		}
	}
	f.heartRate(out)
	if !f.Body.Slept {
		out.Take(frame.Row{Rule: catalogue.RED5, Severity: catalogue.Soft, From: 1, To: 1, Unknown: true})
	}
}

// spared measures RED-2.
func (f readiness) spared(out frame.Sink, i *frame.Item) {
	at := frame.Index(i.Day)
	if f.Banned[at] == 0 && len(f.Sports[at]) == 0 {
		return
	}
	measured := 0.0
	if i.Load && (i.Groups&f.Banned[at] != 0 || slices.Contains(f.Sports[at], i.Sport)) {
		measured = max(i.TSS, 1)
	}
	out.Take(frame.Row{Rule: catalogue.RED2, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: measured, A: i})
}

// stated measures RED-6. Of a plan what it may not touch is told, and not held against it.
func (f readiness) stated(out frame.Sink, i *frame.Item) {
	if !f.Gates.Open() {
		return
	}
	line := frame.Row{Rule: catalogue.RED6, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i, Measured: float64(frame.One(i.Because != ""))}
	if i.Fixed && f.Input.Proposal {
		line.Severity = catalogue.Soft
	}
	out.Take(line)
}

// strained measures RED-3.
func (f readiness) strained(out frame.Sink, i *frame.Item) {
	at := frame.Index(i.Day)
	noHI, noHeavy := f.Body.NoHI[at], f.Body.NoHeavy[at]
	if noHI|noHeavy == 0 && !f.Body.Unsure[at] {
		return
	}
	line := frame.Row{Rule: catalogue.RED3, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i}
	if i.HI && (noHI&frame.Spent != 0 || i.Groups&noHI != 0) || heavyFor(i, noHeavy) {
		line.Measured = 1
	}
	line.Unknown = line.Measured == 0 && f.Body.Unsure[at] && (i.HI || i.Heavy)
	out.Take(line)
}

// heavyFor tells whether a planned item is heavy work for one of some regions: HEAVY-LOWER for the legs and the whole athlete, lifting
// at an effort of seven or more for the others.
func heavyFor(i *frame.Item, regions uint8) bool {
	legs := frame.GroupBits[training.Legs]
	if i.Heavy && regions&(frame.Spent|legs) != 0 {
		return true
	}
	return i.Sport == training.Strength && i.Groups&regions&^legs != 0 && i.Session.Load.Demand.SessionRPE >= 7
}

// slept measures RED-5 for a high-intensity session.
func (f readiness) slept(out frame.Sink, i *frame.Item) {
	if !i.HI || !f.Body.Slept {
		return
	}
	line := frame.Row{Rule: catalogue.RED5, Severity: catalogue.Soft, From: i.Day, To: i.Day, A: i}
	if f.Body.Tired[frame.Index(i.Day)] {
		line.Measured = 1
	}
	out.Take(line)
}

// heartRate measures RED-4: while heart-rate variability is low the next high-intensity session of its week should be easy; after two
// such days the first planned day should be one of rest.
func (f readiness) heartRate(out frame.Sink) {
	h := &f.Body.HRV
	first := max(h.Day, 1)
	line := frame.Row{Rule: catalogue.RED4, Severity: catalogue.Soft, From: first, To: first, Unknown: !h.Known}
	if h.Twice {
		rests := line
		rests.Measured, rests.Pick = float64(f.sessionsOn(first)), frame.HasLoad
		out.Take(rests)
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if h.Low && i.HI && i.Planned && i.Day >= first && i.Day < h.Day+frame.HRVWeek {
			line.Measured, line.To, line.From, line.A = 1, i.Day, i.Day, i
			break
		}
	}
	out.Take(line)
}

// sessionsOn counts the planned sessions with load of a day.
func (f readiness) sessionsOn(day int) int {
	count := 0
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned && i.Load && i.Day == day {
			count++
		}
	}
	return count
}

// message says what a row of RED-1 to RED-6 found.
func (f readiness) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.RED1:
		return f.Say(span, " illness allows no load; %0 TSS are planned.", r.Measured)
	case catalogue.RED2:
		if r.Measured > 0 {
			return "The session on " + f.When(r.A) + " loads what a check-in has banned."
		}
		return "The session on " + f.When(r.A) + " spares what a check-in has banned."
	case catalogue.RED3:
		if r.Measured > 0 {
			return "The session on " + f.When(r.A) + " is hard on what a check-in found sore or spent; make it easy and an hour at most."
		}
		return "The session on " + f.When(r.A) + " is not hard on what a check-in found sore or spent."
	case catalogue.RED4:
		return f.heartRateMessage(r, span)
	case catalogue.RED6:
		if r.Measured > 0 {
			return "The session on " + f.When(r.A) + ", " + r.A.Session.Title + ", goes against what is stated (" + r.A.Because + ": " + r.A.Why + ")."
		}
		return "The session on " + f.When(r.A) + " keeps to what is stated."
	}
	if r.Measured > 0 {
		return "The night before the hard session on " + f.When(r.A) + " was short; make it easier by one class."
	}
	return "No short night is known before the hard session on " + f.When(r.A) + "."
}

func (f readiness) heartRateMessage(r *frame.Row, span string) string {
	h := &f.Body.HRV
	state := f.Say("Heart-rate variability", " of seven days is %2 against a floor of %2 (ln ms)", h.Mean, h.Floor)
	switch {
	case r.A != nil:
		return state + ": the hard session on " + f.When(r.A) + " should be easy."
	case r.Measured > 0:
		return state + " for two days: " + span + " there should be rest."
	}
	return state + "."
}
