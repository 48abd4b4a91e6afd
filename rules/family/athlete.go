package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// athlete is WHO-2 to WHO-4 and DAT-2: who the athlete is.
type athlete struct{ *frame.Frame }

// Numbers of WHO-2 and WHO-3.
const (
	adultFrom      = 18 // years
	youthHI        = 2  // a week
	noviceRunsHard = 2  // days in a row
)

// measure measures WHO-2, WHO-3 and WHO-4, which hold for some, and DAT-2. What science says of masters (WHO-1) is in the limits of the
// rules it speaks of.
func (f athlete) measure(out frame.Sink) {
	f.thresholdAge(out)
	if f.Limits.Level == 0 {
		f.noviceRuns(out)
		f.noviceLifts(out)
	}
	if years, known := age(&f.Input.Profile, f.Input.From); known && years < adultFrom {
		f.youth(out, years)
	}
	if f.Input.Profile.AwaitsClearance {
		f.uncleared(out)
	}
}

// age is how many whole years old an athlete is.
func age(p *training.Profile, on training.Date) (years int, known bool) {
	if p.BirthDate == nil {
		return 0, false
	}
	return int(float64(on-*p.BirthDate) / catalogue.YearDays), true
}

// noviceRuns measures WHO-2: the running days that follow each other up to each planned one.
func (f athlete) noviceRuns(out frame.Sink) {
	var ran, planned [frame.SpanDays]bool
	for n := range f.Items {
		if i := &f.Items[n]; i.RunSeconds > 0 {
			ran[frame.Index(i.Day)] = true
			planned[frame.Index(i.Day)] = planned[frame.Index(i.Day)] || i.Planned
		}
	}
	days := 0
	for day := 1 - frame.RunReachDays; day <= f.Input.Days; day++ {
		if days++; !ran[frame.Index(day)] {
			days = 0
		}
		if day < 1 || !planned[frame.Index(day)] {
			continue
		}
		line := frame.Row{Rule: catalogue.WHO2, From: day - days + 1, To: day, Measured: float64(days), Pick: frame.HasRun}
		line.Severity, line.Limit = catalogue.Hard, noviceRunsHard
		out.Take(line)
		line.Severity, line.Limit = catalogue.Soft, catalogue.NoviceRunsSoft
		out.Take(line)
	}
}

// noviceLifts measures WHO-2: how many repetitions short of failure the hardest set of each session ends.
func (f athlete) noviceLifts(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned && (i.Lifts || len(i.Session.Load.Demand.Patterns) > 0) {
			out.Take(frame.Row{
				Rule: catalogue.WHO2, Severity: catalogue.Hard, From: i.Day, To: i.Day,
				Measured: float64(i.Session.Load.Demand.LeastReserve),
				Limit:    catalogue.NoviceReserve, AtLeast: true, A: i,
			})
		}
	}
}

// youth measures WHO-3: hours and high-intensity sessions of seven days, and tests of strength. What is done already is not held against
// the plan.
func (f athlete) youth(out frame.Sink, years int) {
	var seconds, hi, doneSeconds, doneHI [frame.SpanDays]int
	for n := range f.Items {
		i := &f.Items[n]
		at := frame.Index(i.Day)
		time, hard := 0, 0
		if i.Load {
			time = i.Seconds
		}
		if i.HI {
			hard = 1
		}
		seconds[at], hi[at] = seconds[at]+time, hi[at]+hard
		if !i.Planned {
			doneSeconds[at], doneHI[at] = doneSeconds[at]+time, doneHI[at]+hard
		} else if (i.Lifts || len(i.Session.Load.Demand.Patterns) > 0) && i.Session.Focus == training.FocusTest {
			out.Take(frame.Row{Rule: catalogue.WHO3, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: 1, A: i})
		}
	}
	for day := 1; day <= f.Input.Days; day++ {
		at, from := frame.Index(day)+1, frame.Index(day-6)
		line := frame.Row{Rule: catalogue.WHO3, Severity: catalogue.Hard, From: day - 6, To: day, Pick: frame.HasLoad}
		line.Measured = float64(total(seconds[from:at])) / 3600
		line.Limit = max(float64(years), float64(total(doneSeconds[from:at]))/3600)
		out.Take(line)
		line.Pick, line.Note = frame.IsHI, "hi"
		line.Measured, line.Limit = float64(total(hi[from:at])), max(youthHI, float64(total(doneHI[from:at])))
		out.Take(line)
	}
}

func total(values []int) (sum int) {
	for _, v := range values {
		sum += v
	}
	return sum
}

// uncleared measures WHO-4.
func (f athlete) uncleared(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned && i.HI {
			out.Take(frame.Row{Rule: catalogue.WHO4, Severity: catalogue.Hard, From: i.Day, To: i.Day, Measured: 1, A: i})
		}
	}
}

// thresholdAge measures DAT-2 on the first day: how long ago thresholds were measured, unless the days have an endurance test. Where no
// threshold is known, or nobody knows since when, a test is due.
func (f athlete) thresholdAge(out frame.Sink) {
	p := &f.Input.Profile
	measured := p.MeasuredOn
	line := frame.Row{
		Rule: catalogue.DAT2, Severity: catalogue.Soft, From: 1, To: 1, Limit: catalogue.ThresholdMostOf, Missing: measured == nil,
	}
	if measured != nil {
		line.Measured = float64(f.Input.From - *measured)
	}
	if f.BrokenOnly && line.Excess() == 0 {
		return
	}
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		if i := &f.Items[n]; i.Planned && i.Session.Focus == training.FocusTest && i.Sport.Endurance() {
			line.From, line.To, line.A, line.Missing, line.Measured = i.Day, i.Day, i, false, 0
			break
		}
	}
	out.Take(line)
}

// thresholdsAge is how a message of DAT-2 begins.
const thresholdsAge = " were measured %0 %{day|days} ago; %0 is the most"

// message says what a row of WHO-2 to WHO-4 or DAT-2 found.
func (f athlete) message(r *frame.Row, span string) string {
	switch {
	case r.Rule == catalogue.DAT2 && r.A != nil:
		return "The test on " + f.When(r.A) + " renews the thresholds."
	case r.Rule == catalogue.DAT2 && r.Missing && !frame.KnowsThreshold(&f.Input.Profile):
		return "No threshold is known: plan a test, and take hard targets by feel until then."
	case r.Rule == catalogue.DAT2 && r.Missing:
		return "Nobody knows when the thresholds were measured: plan a test, and take hard targets by feel until then."
	case r.Rule == catalogue.DAT2 && r.Broken():
		return f.Say("Thresholds", thresholdsAge+": plan a test, and take hard targets by feel until then.", r.Measured, r.Limit)
	case r.Rule == catalogue.DAT2:
		return f.Say("Thresholds", thresholdsAge+".", r.Measured, r.Limit)
	case r.Rule == catalogue.WHO2 && r.A != nil:
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; a novice keeps at least %0 in every set.", r.Measured, r.Limit)
	case r.Rule == catalogue.WHO2:
		return f.Say("Up to "+f.DayName(r.To), " %0 running %{day follows|days follow} each other; at most %0 may for a novice.", r.Measured, r.Limit)
	case r.Rule == catalogue.WHO3 && r.A != nil:
		return "The session on " + f.When(r.A) + " tests strength to its limit, which is not for those under 18."
	case r.Rule == catalogue.WHO3 && r.Note == "hi":
		return f.Say(span, " %0 high-intensity %{session is|sessions are} planned or done; at most %0 for those under 18.", r.Measured, r.Limit)
	case r.Rule == catalogue.WHO3:
		return f.Say(span, " %1 h of training are planned or done; at most %0 h, one for each year of age.", r.Measured, r.Limit)
	}
	return "The session on " + f.When(r.A) + " is hard, and a physician has not cleared that yet."
}
