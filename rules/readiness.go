package rules

import (
	"slices"

	"fortnight/training"
)

// Numbers of readiness (science RED-1 to RED-5).
const (
	soreFrom        = 7 // of 10
	readinessDays   = 28
	readinessLeast  = 14 // check-ins of those days with the value, fewer say nothing of a worst quarter
	worstShare      = 0.25
	hrvWeek         = 7
	hrvLeastOfWeek  = 3
	hrvLeastDays    = 28
	hrvMostDays     = 60
	hrvDeviations   = 0.5
	shortNight      = 5 * 3600
	shortishNight   = 6 * 3600
	spent           = uint8(1 << 7) // the whole athlete, in place of regions
	noHardHours     = 24
	noHeavyLegHours = 48
)

// readiness measures RED-1 to RED-5: the planned load of days of illness and of what a check-in bans, and hard work where the body says
// that it is not ready for it.
func (f *frame) readiness(out sink) {
	if f.brokenOnly && len(f.in.CheckIns) == 0 {
		return
	}
	for day := 1; day <= f.in.Days; day++ {
		at := index(day)
		if f.sick[at] {
			out.take(row{rule: red1, severity: Hard, from: day, to: day, measured: f.load.TSS(day) - f.idle.TSS(day), pick: loads})
		}
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan {
			f.spared(out, i)
			f.strained(out, i)
			f.slept(out, i)
		}
	}
	f.heartRate(out)
	if !f.body.slept {
		out.take(row{rule: red5, severity: Soft, from: 1, to: 1, unknown: true})
	}
}

// spared measures RED-2.
func (f *frame) spared(out sink, i *item) {
	at := index(i.day)
	if f.banned[at] == 0 && len(f.sports[at]) == 0 {
		return
	}
	measured := 0.0
	if i.load && (i.groups&f.banned[at] != 0 || slices.Contains(f.sports[at], i.sport)) {
		measured = max(i.tss, 1)
	}
	out.take(row{rule: red2, severity: Hard, from: i.day, to: i.day, measured: measured, a: i})
}

// strained measures RED-3.
func (f *frame) strained(out sink, i *item) {
	at := index(i.day)
	noHI, noHeavy := f.body.noHI[at], f.body.noHeavy[at]
	if noHI|noHeavy == 0 && !f.body.unsure[at] {
		return
	}
	line := row{rule: red3, severity: Hard, from: i.day, to: i.day, a: i}
	if i.hi && (noHI&spent != 0 || i.groups&noHI != 0) || i.heavyFor(noHeavy) {
		line.measured = 1
	}
	line.unknown = line.measured == 0 && f.body.unsure[at] && (i.hi || i.heavy)
	out.take(line)
}

// heavyFor tells whether a planned item is heavy work for one of some regions: HEAVY-LOWER for the legs and the whole athlete, lifting
// at an effort of seven or more for the others.
func (i *item) heavyFor(regions uint8) bool {
	legs := groupBits[training.Legs]
	if i.heavy && regions&(spent|legs) != 0 {
		return true
	}
	return i.sport == training.Strength && i.groups&regions&^legs != 0 && i.session.Load.Demand.SessionRPE >= 7
}

// slept measures RED-5 for a high-intensity session.
func (f *frame) slept(out sink, i *item) {
	if !i.hi || !f.body.slept {
		return
	}
	line := row{rule: red5, severity: Soft, from: i.day, to: i.day, a: i}
	if f.body.tired[index(i.day)] {
		line.measured = 1
	}
	out.take(line)
}

// heartRate measures RED-4: while heart-rate variability is low the next high-intensity session of its week should be easy; after two
// such days the first planned day should be one of rest.
func (f *frame) heartRate(out sink) {
	h := &f.body.hrv
	first := max(h.day, 1)
	line := row{rule: red4, severity: Soft, from: first, to: first, unknown: !h.known}
	if h.twice {
		rests := line
		rests.measured, rests.pick = float64(f.sessionsOn(first)), loads
		out.take(rests)
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		i := &f.items[n]
		if h.low && i.hi && i.plan && i.day >= first && i.day < h.day+hrvWeek {
			line.measured, line.to, line.from, line.a = 1, i.day, i.day, i
			break
		}
	}
	out.take(line)
}

// sessionsOn counts the planned sessions with load of a day.
func (f *frame) sessionsOn(day int) int {
	count := 0
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan && i.load && i.day == day {
			count++
		}
	}
	return count
}

// readinessMessage says what a row of RED-1 to RED-5 found.
func (f *frame) readinessMessage(r *row, span string) string {
	switch r.rule {
	case red1:
		return f.say(span, " illness allows no load; %0 TSS are planned.", r.measured)
	case red2:
		if r.measured > 0 {
			return "The session on " + f.when(r.a) + " loads what a check-in has banned."
		}
		return "The session on " + f.when(r.a) + " spares what a check-in has banned."
	case red3:
		if r.measured > 0 {
			return "The session on " + f.when(r.a) + " is hard on what a check-in found sore or spent; make it easy and an hour at most."
		}
		return "The session on " + f.when(r.a) + " is not hard on what a check-in found sore or spent."
	case red4:
		return f.heartRateMessage(r, span)
	}
	if r.measured > 0 {
		return "The night before the hard session on " + f.when(r.a) + " was short; make it easier by one class."
	}
	return "No short night is known before the hard session on " + f.when(r.a) + "."
}

func (f *frame) heartRateMessage(r *row, span string) string {
	h := &f.body.hrv
	state := f.say("Heart-rate variability", " of seven days is %2 against a floor of %2 (ln ms)", h.mean, h.floor)
	switch {
	case r.a != nil:
		return state + ": the hard session on " + f.when(r.a) + " should be easy."
	case r.measured > 0:
		return state + " for two days: " + span + " there should be rest."
	}
	return state + "."
}
