package rules

import "fortnight/training"

// Numbers of WHO-2, WHO-3 and DAT-2.
const (
	adultFrom       = 18 // years
	youthHI         = 2  // a week
	noviceRunsHard  = 2  // days in a row
	noviceRunsSoft  = 1
	thresholdMostOf = 56 // days
)

// NoviceReserve is how many repetitions a novice leaves in reserve in every set (science WHO-2).
const NoviceReserve = 3

// athlete measures WHO-2, WHO-3 and WHO-4, which hold for some, and DAT-2. What science says of masters (WHO-1) is in the limits of the
// rules it speaks of.
func (f *frame) athlete(out sink) {
	f.thresholdAge(out)
	if f.limits.level == 0 {
		f.noviceRuns(out)
		f.noviceLifts(out)
	}
	if years, known := age(&f.in.Profile, f.in.From); known && years < adultFrom {
		f.youth(out, years)
	}
	if f.in.Profile.AwaitsClearance {
		f.uncleared(out)
	}
}

// age is how many whole years old an athlete is.
func age(p *training.Profile, on training.Date) (years int, known bool) {
	if p.BirthDate == nil {
		return 0, false
	}
	return int(float64(on-*p.BirthDate) / yearDays), true
}

// noviceRuns measures WHO-2: the running days that follow each other up to each planned one.
func (f *frame) noviceRuns(out sink) {
	var ran, planned [spanDays]bool
	for n := range f.items {
		if i := &f.items[n]; i.runSeconds > 0 {
			ran[index(i.day)] = true
			planned[index(i.day)] = planned[index(i.day)] || i.plan
		}
	}
	days := 0
	for day := 1 - runReachDays; day <= f.in.Days; day++ {
		if days++; !ran[index(day)] {
			days = 0
		}
		if day < 1 || !planned[index(day)] {
			continue
		}
		line := row{rule: who2, from: day - days + 1, to: day, measured: float64(days), pick: runs}
		line.severity, line.limit = Hard, noviceRunsHard
		out.take(line)
		line.severity, line.limit = Soft, noviceRunsSoft
		out.take(line)
	}
}

// noviceLifts measures WHO-2: how many repetitions short of failure the hardest set of each session ends.
func (f *frame) noviceLifts(out sink) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan && (i.lifts || len(i.session.Load.Demand.Patterns) > 0) {
			out.take(row{
				rule: who2, severity: Hard, from: i.day, to: i.day, measured: float64(i.session.Load.Demand.LeastReserve),
				limit: NoviceReserve, atLeast: true, a: i,
			})
		}
	}
}

// youth measures WHO-3: hours and high-intensity sessions of seven days, and tests of strength. What is done already is not held against
// the plan.
func (f *frame) youth(out sink, years int) {
	var seconds, hi, doneSeconds, doneHI [spanDays]int
	for n := range f.items {
		i := &f.items[n]
		at := index(i.day)
		time, hard := 0, 0
		if i.load {
			time = i.seconds
		}
		if i.hi {
			hard = 1
		}
		seconds[at], hi[at] = seconds[at]+time, hi[at]+hard
		if !i.plan {
			doneSeconds[at], doneHI[at] = doneSeconds[at]+time, doneHI[at]+hard
		} else if (i.lifts || len(i.session.Load.Demand.Patterns) > 0) && i.session.Focus == training.FocusTest {
			out.take(row{rule: who3, severity: Hard, from: i.day, to: i.day, measured: 1, a: i})
		}
	}
	for day := 1; day <= f.in.Days; day++ {
		at, from := index(day)+1, index(day-6)
		line := row{rule: who3, severity: Hard, from: day - 6, to: day, pick: loads}
		line.measured = float64(total(seconds[from:at])) / 3600
		line.limit = max(float64(years), float64(total(doneSeconds[from:at]))/3600)
		out.take(line)
		line.pick, line.note = isHI, "hi"
		line.measured, line.limit = float64(total(hi[from:at])), max(youthHI, float64(total(doneHI[from:at])))
		out.take(line)
	}
}

func total(values []int) (sum int) {
	for _, v := range values {
		sum += v
	}
	return sum
}

// uncleared measures WHO-4.
func (f *frame) uncleared(out sink) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan && i.hi {
			out.take(row{rule: who4, severity: Hard, from: i.day, to: i.day, measured: 1, a: i})
		}
	}
}

// knowsThreshold tells whether any threshold of an endurance sport is known.
func knowsThreshold(p *training.Profile) bool {
	return p.FTPWatts != nil || p.RowFTPWatts != nil || p.ThresholdSecondsPerKilometer != nil || p.CriticalSwimSecondsPer100Meters != nil
}

// thresholdAge measures DAT-2 on the first day: how long ago thresholds were measured, unless the days have an endurance test. Where no
// threshold is known, or nobody knows since when, a test is due.
func (f *frame) thresholdAge(out sink) {
	p := &f.in.Profile
	measured := p.MeasuredOn
	line := row{rule: dat2, severity: Soft, from: 1, to: 1, limit: thresholdMostOf, missing: measured == nil}
	if measured != nil {
		line.measured = float64(f.in.From - *measured)
	}
	if f.brokenOnly && line.excess() == 0 {
		return
	}
	for n := f.firsts[1]; n < len(f.items); n++ {
		if i := &f.items[n]; i.plan && i.session.Focus == training.FocusTest && i.sport.Endurance() {
			line.from, line.to, line.a, line.missing, line.measured = i.day, i.day, i, false, 0
			break
		}
	}
	out.take(line)
}

// thresholdsAge is how a message of DAT-2 begins.
const thresholdsAge = " were measured %0 %{day|days} ago; %0 is the most"

// athleteMessage says what a row of WHO-2 to WHO-4 or DAT-2 found.
func (f *frame) athleteMessage(r *row, span string) string {
	switch {
	case r.rule == dat2 && r.a != nil:
		return "The test on " + f.when(r.a) + " renews the thresholds."
	case r.rule == dat2 && r.missing && !knowsThreshold(&f.in.Profile):
		return "No threshold is known: plan a test, and take hard targets by feel until then."
	case r.rule == dat2 && r.missing:
		return "Nobody knows when the thresholds were measured: plan a test, and take hard targets by feel until then."
	case r.rule == dat2 && r.broken():
		return f.say("Thresholds", thresholdsAge+": plan a test, and take hard targets by feel until then.", r.measured, r.limit)
	case r.rule == dat2:
		return f.say("Thresholds", thresholdsAge+".", r.measured, r.limit)
	case r.rule == who2 && r.a != nil:
		return f.say("The hardest set on "+f.when(r.a), " ends %0 %{repetition|repetitions} short of failure; a novice keeps at least %0 in every set.", r.measured, r.limit)
	case r.rule == who2:
		return f.say("Up to "+f.dayName(r.to), " %0 running %{day follows|days follow} each other; at most %0 may for a novice.", r.measured, r.limit)
	case r.rule == who3 && r.a != nil:
		return "The session on " + f.when(r.a) + " tests strength to its limit, which is not for those under 18."
	case r.rule == who3 && r.note == "hi":
		return f.say(span, " %0 high-intensity %{session is|sessions are} planned or done; at most %0 for those under 18.", r.measured, r.limit)
	case r.rule == who3:
		return f.say(span, " %1 h of training are planned or done; at most %0 h, one for each year of age.", r.measured, r.limit)
	}
	return "The session on " + f.when(r.a) + " is hard, and a physician has not cleared that yet."
}
