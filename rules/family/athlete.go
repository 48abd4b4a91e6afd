package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// athlete is WHO-2 to WHO-4 and DAT-2: who the athlete is.
type athlete struct{ *frame.Frame }

// Numbers of WHO-2 to WHO-5.
const (
	youngFrom       = 15 // years, from which an athlete under 18 runs longer
	youthHI         = 2  // a week
	youthRun        = 90 * 60
	youngRun        = 60 * 60
	noviceRunsHard  = 2  // days in a row
	noviceDays      = 28 // of training before high intensity, and
	noviceSessions  = 10
	carefulFraction = 0.80 // of a one-repetition maximum, for novices and under 18
	carefulReserve  = 3    // repetitions in reserve, under 18
	clearedReserve  = 4    // where clearance is awaited
	noviceContacts  = 60   // in jumps
	newcomerMonths  = 6    // of lifting
)

// measure measures WHO-2 to WHO-5, which hold for some, DAT-1 and DAT-2. What science says of masters (WHO-1) is in the limits of the rules
// it speaks of.
func (f athlete) measure(out frame.Sink) {
	f.thresholdAge(out)
	thinHistory(f).measure(out)
	switch months, known := f.LiftMonths(); {
	case f.Limits.Level == 0:
		f.noviceRuns(out)
		f.noviceSessions(out)
	case known && months < newcomerMonths:
		f.newcomer(out)
	}
	if years, known := age(&f.Input.Profile, f.Input.From); known && years < adultFrom {
		f.youth(out, years)
	}
	if f.Input.Profile.AwaitsClearance {
		f.uncleared(out)
	}
	never(f).measure(out)
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

// noviceSessions measures WHO-2 for each session: how many repetitions short of failure the hardest set ends, and whether it is too early
// for high intensity; and WHO-5, how heavy the heaviest set is and how many contacts jumps have.
func (f athlete) noviceSessions(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned {
			continue
		}
		r := frame.Row{Rule: catalogue.WHO2, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i}
		d := &i.Session.Load.Demand
		if i.Lifts || len(d.Patterns) > 0 {
			r.Measured, r.Limit, r.AtLeast = float64(d.LeastReserve), catalogue.NoviceReserve, true
			out.Take(r)
			f.noviceLoad(out, i)
		}
		if i.HI && !i.Raced {
			r.Measured, r.Limit, r.AtLeast, r.Note = float64(f.Known+i.Day-1), noviceDays, true, "days"
			out.Take(r)
			r.Measured, r.Limit, r.Note = float64(f.Completed), noviceSessions, "sessions"
			out.Take(r)
		}
	}
}

// newcomer measures WHO-5 for the lifts of somebody who is new to lifting alone: how heavy they are, and how near failure.
func (f athlete) newcomer(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || !i.Lifts && len(i.Session.Load.Demand.Patterns) == 0 {
			continue
		}
		f.noviceLoad(out, i)
		r := frame.Row{Rule: catalogue.WHO5, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i, AtLeast: true, Note: "reserve"}
		if r.Measured, r.Limit = float64(i.Session.Load.Demand.LeastReserve), catalogue.NoviceReserve; !f.Reached(r.Measured, r.Limit) {
			out.Take(r)
		}
	}
}

// noviceLoad measures WHO-5 for a lift of a novice.
func (f athlete) noviceLoad(out frame.Sink, i *frame.Item) {
	d := &i.Session.Load.Demand
	r := frame.Row{Rule: catalogue.WHO5, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i}
	if r.Measured, r.Limit, r.Note = d.MostFraction, carefulFraction, "fraction"; !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
	if r.Measured, r.Limit, r.Note = float64(d.PlyometricContact), noviceContacts, "contacts"; !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
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
		} else {
			f.young(out, i, years)
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

// young measures WHO-3 for a session: how long it is run, how heavy it is lifted, and whether it is a test of strength.
func (f athlete) young(out frame.Sink, i *frame.Item, years int) {
	r := frame.Row{Rule: catalogue.WHO3, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i}
	if r.Measured, r.Limit, r.Note = float64(i.RunSeconds)/60, youthRun/60, "run"; years < youngFrom {
		r.Limit = youngRun / 60
	}
	if i.RunSeconds > 0 && !i.Raced && !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
	d := &i.Session.Load.Demand
	if !i.Lifts && len(d.Patterns) == 0 {
		return
	}
	if r.Measured, r.Limit, r.Note = d.MostFraction, carefulFraction, "fraction"; !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
	if i.Session.Focus == training.FocusTest {
		r.Measured, r.Limit, r.Note = 1, 0, "test"
		out.Take(r)
	}
	if r.Measured, r.Limit, r.AtLeast, r.Note = float64(d.LeastReserve), carefulReserve, true, "reserve"; !f.Reached(r.Measured, r.Limit) {
		out.Take(r)
	}
}

func total(values []int) (sum int) {
	for _, v := range values {
		sum += v
	}
	return sum
}

// uncleared measures WHO-4: no session is harder than easy, and no set near failure.
func (f athlete) uncleared(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned {
			continue
		}
		r := frame.Row{Rule: catalogue.WHO4, Severity: catalogue.Hard, From: i.Day, To: i.Day, A: i}
		if i.HI || i.Moderate {
			r.Measured = 1
			out.Take(r)
		}
		if d := &i.Session.Load.Demand; i.Lifts || len(d.Patterns) > 0 {
			r.Measured, r.Limit, r.AtLeast, r.Note = float64(d.LeastReserve), clearedReserve, true, "reserve"
			out.Take(r)
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
	case r.Rule == catalogue.DAT1:
		return thinHistory(f).message(r, span)
	case r.Rule == catalogue.WHO2:
		return f.noviceMessage(r)
	case r.Rule == catalogue.WHO3:
		return f.youthMessage(r, span)
	case r.Rule == catalogue.WHO5:
		return never(f).message(r)
	case r.Note == "reserve":
		form := " ends %0 %{repetition|repetitions} short of failure; %0 are needed until a physician has cleared more."
		return f.Say("The hardest set on "+f.When(r.A), form, r.Measured, r.Limit)
	}
	return "The session on " + f.When(r.A) + " is harder than easy, and a physician has not cleared that yet."
}

func (f athlete) noviceMessage(r *frame.Row) string {
	switch {
	case r.Note == "days":
		return f.Say("The hard session on "+f.When(r.A), " comes after %0 %{day|days} of training; a novice has at least %0 of them first.", r.Measured, r.Limit)
	case r.Note == "sessions":
		return f.Say("The hard session on "+f.When(r.A), " comes after %0 %{session|sessions} that are done; a novice does at least %0 first.", r.Measured, r.Limit)
	case r.A != nil:
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; a novice keeps at least %0 in every set.", r.Measured, r.Limit)
	}
	return f.Say("Up to "+f.DayName(r.To), " there %[is|are] %0 running %{day|days} in a row; at most %0 may be for a novice.", r.Measured, r.Limit)
}

func (f athlete) youthMessage(r *frame.Row, span string) string {
	switch r.Note {
	case "test":
		return "The session on " + f.When(r.A) + " tests strength to its limit, which is not for those under 18."
	case "run":
		return f.Say("On "+f.When(r.A), " %0 min are run; at most %0 at that age.", r.Measured, r.Limit)
	case "fraction":
		return f.Say("The heaviest set on "+f.When(r.A), " is at %0 %% of a maximum; at most %0 %% for those under 18.", 100*r.Measured, 100*r.Limit)
	case "reserve":
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; at least %0 for those under 18.", r.Measured, r.Limit)
	case "hi":
		return f.Say(span, " %0 high-intensity %{session is|sessions are} planned or done; at most %0 for those under 18.", r.Measured, r.Limit)
	}
	return f.Say(span, " %1 h of training are planned or done; at most %0 h, one for each year of age.", r.Measured, r.Limit)
}
