package rules

import (
	"math"
	"slices"
	"sort"

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

// body is what check-ins say of the planned days, by day.
type body struct {
	noHI, noHeavy [spanDays]uint8 // regions that may not work hard (RED-3)
	unsure        [spanDays]bool  // fatigue was given and there is too little to compare it with
	tired         [spanDays]bool  // by sleep (RED-5)
	slept         bool            // sleep was given for the plan's first day or the one before
	hrv           hrv
}

// hrv is what the last heart-rate variability says (RED-4): day is the reading's, mean that of its seven days and floor what it should
// reach, both as natural logarithms of milliseconds.
type hrv struct {
	known, low, twice bool
	day               int
	mean, floor       float64
}

func sortedCheckIns(list []training.CheckIn) []training.CheckIn {
	list = slices.Clone(list)
	sort.Slice(list, func(i, j int) bool { return list[i].Date < list[j].Date })
	return list
}

// readBody reads soreness, fatigue, sleep and heart-rate variability from the check-ins.
func (f *frame) readBody() {
	checkIns := sortedCheckIns(f.in.CheckIns)
	for n := range checkIns {
		c := &checkIns[n]
		day := int(c.Date-f.in.From) + 1
		if day < -1 || day > f.in.Days {
			continue
		}
		f.readStrain(checkIns[:n+1], day)
		if c.SleepSeconds != nil {
			f.body.slept = true
			before := n > 0 && checkIns[n-1].Date == c.Date-1 && checkIns[n-1].SleepSeconds != nil && *checkIns[n-1].SleepSeconds < shortishNight
			f.body.tired[index(day)] = *c.SleepSeconds < shortNight || before && *c.SleepSeconds < shortishNight
		}
	}
	f.body.hrv = f.readHRV(checkIns)
}

// readStrain marks the days on which soreness or fatigue forbids hard work: the check-in's for high intensity, and the next as well for
// heavy work (science §0b). The last check-in is the one that is read.
func (f *frame) readStrain(checkIns []training.CheckIn, day int) {
	c := &checkIns[len(checkIns)-1]
	regions := uint8(0)
	for _, s := range c.Soreness {
		if s.Level >= soreFrom {
			regions |= groupBits[s.MuscleGroup]
		}
	}
	bad, measured := exhausted(checkIns)
	if bad {
		regions |= spent
	}
	for d := day; d < day+noHeavyLegHours/24; d++ {
		if d < 1 || d > f.in.Days {
			continue
		}
		f.body.noHeavy[index(d)] |= regions
		if d < day+noHardHours/24 {
			f.body.noHI[index(d)] |= regions
			f.body.unsure[index(d)] = !measured
		}
	}
}

// exhausted tells whether the last check-in is in the worst quarter of 28 days both by fatigue and by readiness, heart-rate variability
// or where there is none sleep, and whether there are enough values to say.
func exhausted(checkIns []training.CheckIn) (bad, measured bool) {
	c := &checkIns[len(checkIns)-1]
	fatigue := func(c *training.CheckIn) (float64, bool) {
		if c.Fatigue == nil {
			return 0, false
		}
		return -float64(*c.Fatigue), true
	}
	readiness := func(c *training.CheckIn) (float64, bool) {
		if c.HRVRMSSD == nil {
			return 0, false
		}
		return *c.HRVRMSSD, true
	}
	if c.HRVRMSSD == nil {
		readiness = func(c *training.CheckIn) (float64, bool) {
			if c.SleepSeconds == nil {
				return 0, false
			}
			return float64(*c.SleepSeconds), true
		}
	}
	if _, given := readiness(c); !given || c.Fatigue == nil {
		return false, true
	}
	tired, knownFatigue := worst(checkIns, fatigue)
	unready, knownReadiness := worst(checkIns, readiness)
	measured = knownFatigue && knownReadiness
	return measured && tired && unready, measured
}

// worst tells whether the last value is in the lowest quarter of its 28 days, and whether there are enough of them.
func worst(checkIns []training.CheckIn, value func(*training.CheckIn) (float64, bool)) (lowest, known bool) {
	last := &checkIns[len(checkIns)-1]
	now, _ := value(last)
	count, asLow := 0, 0
	for i := range checkIns {
		c := &checkIns[i]
		if v, given := value(c); given && c.Date > last.Date-readinessDays {
			count++
			if v <= now {
				asLow++
			}
		}
	}
	return float64(asLow) <= worstShare*float64(count), count >= readinessLeast
}

// readHRV judges the last reading up to the plan's end.
func (f *frame) readHRV(checkIns []training.CheckIn) hrv {
	last := len(checkIns) - 1
	for last >= 0 && (checkIns[last].HRVRMSSD == nil || checkIns[last].Date >= f.in.From.AddDays(f.in.Days)) {
		last--
	}
	if last < 0 || checkIns[last].Date <= f.in.From-1-hrvWeek {
		return hrv{}
	}
	now := checkIns[last].Date
	h := hrv{day: int(now-f.in.From) + 1}
	h.mean, h.floor, h.known = hrvOn(checkIns, now)
	h.low = h.known && h.mean < h.floor
	if mean, floor, known := hrvOn(checkIns, now-1); known {
		h.twice = h.low && mean < floor
	}
	return h
}

// hrvOn is the mean of the seven days that end on a day and the mean less half a deviation of the 28 to 60 days that end there (Plews
// 2014), known where the week has three readings and the first reading is 28 days old.
func hrvOn(checkIns []training.CheckIn, on training.Date) (mean, floor float64, known bool) {
	var week, all []float64
	first := on
	for i := range checkIns {
		c := &checkIns[i]
		if c.HRVRMSSD == nil || c.Date > on || c.Date <= on-hrvMostDays {
			continue
		}
		value := math.Log(*c.HRVRMSSD)
		if len(all) == 0 {
			first = c.Date
		}
		all = append(all, value)
		if c.Date > on-hrvWeek {
			week = append(week, value)
		}
	}
	if len(week) < hrvLeastOfWeek || on-first+1 < hrvLeastDays || len(all) < readinessLeast {
		return 0, 0, false
	}
	mean, _ = spread(week)
	usual, deviation := spread(all)
	return mean, usual - hrvDeviations*deviation, true
}

// spread is the mean of two or more values and their sample standard deviation.
func spread(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean) / float64(len(values)-1)
	}
	return mean, math.Sqrt(deviation)
}

// readiness measures RED-1 to RED-5: the planned load of days of illness and of what a check-in bans, and hard work where the body says
// that it is not ready for it.
func (f *frame) readiness(out sink) {
	for day := 1; day <= f.in.Days; day++ {
		at := index(day)
		if f.sick[at] {
			out.take(row{rule: "RED-1", severity: Hard, from: day, to: day, measured: f.load[at] - f.done[at], pick: loads})
		}
	}
	for n := range f.items {
		if i := &f.items[n]; i.planned() {
			f.spared(out, i)
			f.strained(out, i)
			f.slept(out, i)
		}
	}
	f.heartRate(out)
	if !f.body.slept {
		out.take(row{rule: "RED-5", severity: Soft, from: 1, to: 1, unknown: true})
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
	out.take(row{rule: "RED-2", severity: Hard, from: i.day, to: i.day, measured: measured, a: i})
}

// strained measures RED-3.
func (f *frame) strained(out sink, i *item) {
	at := index(i.day)
	noHI, noHeavy := f.body.noHI[at], f.body.noHeavy[at]
	if noHI|noHeavy == 0 && !f.body.unsure[at] {
		return
	}
	line := row{rule: "RED-3", severity: Hard, from: i.day, to: i.day, a: i}
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
	line := row{rule: "RED-5", severity: Soft, from: i.day, to: i.day, a: i}
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
	line := row{rule: "RED-4", severity: Soft, from: first, to: first, unknown: !h.known}
	if h.twice {
		rests := line
		rests.measured, rests.pick = float64(f.sessionsOn(first)), loads
		out.take(rests)
	}
	for n := range f.items {
		i := &f.items[n]
		if h.low && i.hi && i.planned() && i.day >= first && i.day < h.day+hrvWeek {
			line.measured, line.to, line.from, line.a = 1, i.day, i.day, i
			break
		}
	}
	out.take(line)
}

// sessionsOn counts the planned sessions with load of a day.
func (f *frame) sessionsOn(day int) int {
	count := 0
	for n := range f.items {
		if i := &f.items[n]; i.planned() && i.load && i.day == day {
			count++
		}
	}
	return count
}

// readinessMessage says what a row of RED-1 to RED-5 found.
func (f *frame) readinessMessage(r *row, span string) string {
	switch r.rule {
	case "RED-1":
		return say(span, " illness allows no load; %0 TSS are planned.", r.measured)
	case "RED-2":
		if r.measured > 0 {
			return "The session on " + f.when(r.a) + " loads what a check-in has banned."
		}
		return "The session on " + f.when(r.a) + " spares what a check-in has banned."
	case "RED-3":
		if r.measured > 0 {
			return "The session on " + f.when(r.a) + " is hard on what a check-in found sore or spent; make it easy and an hour at most."
		}
		return "The session on " + f.when(r.a) + " is not hard on what a check-in found sore or spent."
	case "RED-4":
		return f.heartRateMessage(r, span)
	}
	if r.measured > 0 {
		return "The night before the hard session on " + f.when(r.a) + " was short; make it easier by one class."
	}
	return "No short night is known before the hard session on " + f.when(r.a) + "."
}

func (f *frame) heartRateMessage(r *row, span string) string {
	h := &f.body.hrv
	state := say("Heart-rate variability", " of seven days is %2 against a floor of %2 (ln ms)", h.mean, h.floor)
	switch {
	case r.a != nil:
		return state + ": the hard session on " + f.when(r.a) + " should be easy."
	case r.measured > 0:
		return state + " for two days: " + span + " there should be rest."
	}
	return state + "."
}
