package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// running is VOL-1 to VOL-4: running.
type running struct{ *frame.Frame }

// measure measures VOL-1 to VOL-4: how long runs are, one by one and together.
func (f running) measure(out frame.Sink) {
	f.sumRuns()
	for day := 1; day <= f.Input.Days; day++ {
		f.runShare(out, day)
		f.runWeek(out, day)
	}
	f.runSpikes(out)
	f.runDays(out)
}

// runShare measures VOL-1: the longest run of seven days against all of them, in metres where each has them, else in seconds. A longest
// run that is done already is not the plan's.
func (f running) runShare(out frame.Sink, day int) {
	week := &f.Weeks[day]
	if week.Runs < 2 {
		return
	}
	var planned, done frame.LongestRun
	for at := frame.Index(day - 6); at <= frame.Index(day); at++ {
		planned.Widen(&f.PlannedRun[at])
		done.Widen(&f.DoneRun[at])
	}
	longest, before, total := float64(planned.Seconds), float64(done.Seconds), float64(week.RunSeconds)
	if week.BlindRuns == 0 {
		longest, before, total = planned.Meters, done.Meters, week.RunMeters
	}
	if longest == 0 || longest < before {
		return
	}
	limit := f.Limits.RunShare[min(max(week.Runs-3, 0), 2)]
	measured := longest / total
	if f.Fine(measured, limit) {
		return
	}
	f.Emit(out, &frame.Row{
		Rule: catalogue.VOL1, Severity: catalogue.Soft, From: day - 6, To: day, Measured: measured, Limit: limit, Unknown: f.Blind(day, 6),
		Pick: frame.HasRun,
	})
}

// sumRuns brings the running sums up to date; those of history stay as they are.
func (f running) sumRuns() {
	for day := f.RunsSummed; day <= f.Input.Days; day++ {
		s, before := &f.Daily[frame.Index(day)], &f.RunSums[frame.Index(day-1)]
		f.RunSums[frame.Index(day)] = frame.RunsUpTo{
			Meters: before.Meters + s.RunMeters, Seconds: before.Seconds + float64(s.RunSeconds), Blind: before.Blind + s.BlindRuns,
		}
	}
	f.RunsSummed = f.Input.Days + 1
}

// What VOL-3 goes by. Usual running of less than ten kilometres a week, or of an hour where kilometres are unknown, is very little.
const (
	weekReachDays     = 27 // before the last of the window's days
	weekHistory       = 21
	littleRunMeters   = 10_000
	littleRunSeconds  = 3600
	weeksOfComparison = 3
)

// runWeek measures VOL-3: the running of seven days against the mean of the three weeks before them. Where these have none there is
// nothing to compare with, and VOL-2 alone says how much is enough. While a plan is not complete its light days may still fill: HARD then
// goes by no less than the three weeks before the plan.
func (f running) runWeek(out frame.Sink, day int) {
	if f.Weeks[day].Runs == 0 {
		return
	}
	r := frame.Row{
		Rule: catalogue.VOL3, From: day - 6, To: day, Unknown: f.Known < max(weekHistory, weekReachDays+1-day), Note: "m",
		Pick: frame.HasRun,
	}
	inSeconds := f.RunSums[frame.Index(day)].Blind > f.RunSums[frame.Index(day-7-7*weeksOfComparison)].Blind
	base, before := f.runBase(day-7, inSeconds), f.runBase(min(day-7, 0), inSeconds)
	given, little := f.FixedWeeks[day].RunMeters, float64(littleRunMeters)
	if r.Measured = f.Weeks[day].RunMeters; inSeconds {
		r.Measured, r.Note = float64(f.Weeks[day].RunSeconds), "s"
		given, little = float64(f.FixedWeeks[day].RunSeconds), littleRunSeconds
	}
	if base < 1 && !r.Unknown {
		return
	}
	soft := f.Limits.RunWeekSoft
	if base < little {
		soft = f.Limits.RunWeekLow
	}
	if f.Fine(r.Measured, soft*base) {
		return
	}
	if base >= little {
		hard := base
		if !f.Input.Complete {
			hard = max(base, before)
		}
		r.Severity, r.Limit = catalogue.Hard, max(f.Limits.RunWeekHard*hard, given)
		f.Emit(out, &r)
	}
	r.Severity, r.Limit = catalogue.Soft, max(soft*base, given)
	f.Emit(out, &r)
}

// runBase is the weekly mean of the running of the three weeks that end on a day, in metres or in seconds.
func (f running) runBase(last int, inSeconds bool) float64 {
	end, first := &f.RunSums[frame.Index(last)], &f.RunSums[frame.Index(last-7*weeksOfComparison)]
	if inSeconds {
		return (end.Seconds - first.Seconds) / weeksOfComparison
	}
	return (end.Meters - first.Meters) / weeksOfComparison
}

// Limits of a single run (science VOL-2, §0b).
const (
	strongSpike    = 1.30 // in a lock
	runMoreMeters  = 1000
	runMoreSeconds = 6 * 60 // a kilometre at an easy pace
)

// firstRun is the longest run of one who has not run for 30 days, by level, in metres and seconds.
var (
	firstRunMeters  = catalogue.Tier{3000, 5000, 5000}
	firstRunSeconds = catalogue.Tier{20 * 60, 30 * 60, 30 * 60}
)

// runSpikes measures VOL-2 for every planned run: in metres where the run and one of the runs before it has them, else in seconds.
func (f running) runSpikes(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		run := &f.Items[n]
		if !run.Planned || run.RunSeconds == 0 {
			continue
		}
		meters, seconds := 0.0, 0
		for m := range f.Items[:n] {
			if i := &f.Items[m]; i.RunSeconds > 0 && i.Day >= run.Day-frame.RunReachDays {
				meters, seconds = max(meters, i.Meters), max(seconds, i.RunSeconds)
			}
		}
		r := frame.Row{
			Rule: catalogue.VOL2, Severity: catalogue.Hard, From: run.Day, To: run.Day, A: run,
			Unknown: f.Known+run.Day-1 < frame.RunReachDays && f.Known < catalogue.SeedDays,
		}
		longest := 0.0
		switch {
		case seconds == 0 && run.Meters > 0:
			r.Measured, r.Limit = run.Meters, firstRunMeters[f.Limits.Level]
		case seconds == 0:
			r.Measured, r.Limit = float64(run.RunSeconds), firstRunSeconds[f.Limits.Level]
		case meters > 0 && run.Meters > 0:
			longest = meters
			r.Measured, r.Limit = run.Meters, max(catalogue.RunSpike*meters, meters+runMoreMeters)
		default:
			longest = float64(seconds)
			r.Measured, r.Limit = float64(run.RunSeconds), max(catalogue.RunSpike*longest, longest+runMoreSeconds)
		}
		if run.Fixed && longest > 0 && r.Measured > max(strongSpike*longest, r.Limit) {
			r.Note = " The lock is more than 30 % beyond that run, a strong break of the rule."
		}
		if !f.Fine(r.Measured, r.Limit) {
			out.Take(r)
		}
	}
}

// runDays measures VOL-4: how many days of running lead up to each that the plan makes one.
func (f running) runDays(out frame.Sink) {
	row := frame.Row{Rule: catalogue.VOL4, Severity: catalogue.Soft, Limit: f.Limits.RunDays, Pick: frame.HasRun}
	for day := 1 - frame.ItemDays; day <= f.Input.Days; day++ {
		if f.Daily[frame.Index(day)].Runs == 0 {
			row.Measured = 0
			continue
		}
		row.Measured++
		if day < 1 || f.PlannedRun[frame.Index(day)].Seconds == 0 || f.Fine(row.Measured, row.Limit) {
			continue
		}
		row.From, row.To = day-int(row.Measured)+1, day
		row.Unknown = f.Blind(day, 6) && row.Measured <= row.Limit
		f.Emit(out, &row)
	}
}

func (f running) message(r *frame.Row, span string) string {
	switch r.Rule {
	case catalogue.VOL1:
		return f.Say(span, " the longest run is %0 %% of all running; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
	case catalogue.VOL3:
		should := "should be"
		if r.Severity == catalogue.Hard {
			should = "are allowed"
		}
		if r.Note == "m" {
			return f.Say(span, " there are %1 km of running; at most %1 km "+should+" after the three weeks before.", r.Measured/1000, r.Limit/1000)
		}
		return f.Say(span, " there are %0 min of running; at most %0 min "+should+" after the three weeks before.", r.Measured/60, r.Limit/60)
	case catalogue.VOL4:
		return f.Say("Up to "+f.DayName(r.To), " there %[is|are] %0 %{day|days} of running in a row; at most %0 should be.", r.Measured, r.Limit)
	}
	if r.A.Meters > 0 && r.Measured == r.A.Meters {
		return f.Say("The run on "+f.When(r.A), " is %1 km; at most %1 km are allowed after the longest of 30 days.", r.Measured/1000, r.Limit/1000) + r.Note
	}
	return f.Say("The run on "+f.When(r.A), " lasts %0 min; at most %0 min are allowed after the longest of 30 days.", r.Measured/60, r.Limit/60) + r.Note
}
