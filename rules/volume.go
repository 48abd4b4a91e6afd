package rules

// volume measures VOL-1 to VOL-4: how long runs are, one by one and together.
func (f *frame) volume(out sink) {
	f.sumRuns()
	for day := 1; day <= f.in.Days; day++ {
		f.runShare(out, day)
		f.runWeek(out, day)
	}
	f.runSpikes(out)
	f.runDays(out)
}

// runShare measures VOL-1: the longest run of seven days against all of them, in metres where each has them, else in seconds. A longest
// run that is done already is not the plan's.
func (f *frame) runShare(out sink, day int) {
	week := &f.weeks[day]
	if week.runs < 2 {
		return
	}
	var planned, done longestRun
	for at := index(day - 6); at <= index(day); at++ {
		planned.widen(&f.plannedRun[at])
		done.widen(&f.doneRun[at])
	}
	longest, before, total := float64(planned.seconds), float64(done.seconds), float64(week.runSeconds)
	if week.blindRuns == 0 {
		longest, before, total = planned.meters, done.meters, week.runMeters
	}
	if longest == 0 || longest < before {
		return
	}
	limit := f.limits.runShare[min(max(week.runs-3, 0), 2)]
	measured := longest / total
	if f.fine(measured, limit) {
		return
	}
	f.emit(out, &row{
		rule: vol1, severity: Soft, from: day - 6, to: day, measured: measured, limit: limit, unknown: f.blind(day, 6), pick: runs,
	})
}

func runs(i *item) bool { return i.runSeconds > 0 }

func (l *longestRun) widen(o *longestRun) {
	if o.seconds > 0 {
		l.meters, l.seconds = max(l.meters, o.meters), max(l.seconds, o.seconds)
	}
}

// runsUpTo sums up the runs from the first day that items reach to a day.
type runsUpTo struct {
	meters, seconds float64
	blind           int32 // runs without a distance
}

// sumRuns brings the running sums up to date; those of history stay as they are.
func (f *frame) sumRuns() {
	for day := f.runsSummed; day <= f.in.Days; day++ {
		s, before := &f.daily[index(day)], &f.runSums[index(day-1)]
		f.runSums[index(day)] = runsUpTo{before.meters + s.runMeters, before.seconds + float64(s.runSeconds), before.blind + s.blindRuns}
	}
	f.runsSummed = f.in.Days + 1
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
func (f *frame) runWeek(out sink, day int) {
	if f.weeks[day].runs == 0 {
		return
	}
	r := row{rule: vol3, from: day - 6, to: day, unknown: f.known < max(weekHistory, weekReachDays+1-day), note: "m", pick: runs}
	inSeconds := f.runSums[index(day)].blind > f.runSums[index(day-7-7*weeksOfComparison)].blind
	base, before := f.runBase(day-7, inSeconds), f.runBase(min(day-7, 0), inSeconds)
	given, little := f.fixedWeeks[day].runMeters, float64(littleRunMeters)
	if r.measured = f.weeks[day].runMeters; inSeconds {
		r.measured, r.note = float64(f.weeks[day].runSeconds), "s"
		given, little = float64(f.fixedWeeks[day].runSeconds), littleRunSeconds
	}
	if base < 1 && !r.unknown {
		return
	}
	soft := f.limits.runWeekSoft
	if base < little {
		soft = f.limits.runWeekLow
	}
	if f.fine(r.measured, soft*base) {
		return
	}
	if base >= little {
		hard := base
		if !f.in.Complete {
			hard = max(base, before)
		}
		r.severity, r.limit = Hard, max(f.limits.runWeekHard*hard, given)
		f.emit(out, &r)
	}
	r.severity, r.limit = Soft, max(soft*base, given)
	f.emit(out, &r)
}

// runBase is the weekly mean of the running of the three weeks that end on a day, in metres or in seconds.
func (f *frame) runBase(last int, inSeconds bool) float64 {
	end, first := &f.runSums[index(last)], &f.runSums[index(last-7*weeksOfComparison)]
	if inSeconds {
		return (end.seconds - first.seconds) / weeksOfComparison
	}
	return (end.meters - first.meters) / weeksOfComparison
}

// Limits of a single run (science VOL-2, §0b).
const (
	runSpike       = 1.10
	strongSpike    = 1.30 // in a lock
	runMoreMeters  = 1000
	runMoreSeconds = 6 * 60 // a kilometre at an easy pace
	runReachDays   = 30
)

// firstRun is the longest run of one who has not run for 30 days, by level, in metres and seconds.
var (
	firstRunMeters  = tier{3000, 5000, 5000}
	firstRunSeconds = tier{20 * 60, 30 * 60, 30 * 60}
)

// runSpikes measures VOL-2 for every planned run: in metres where the run and one of the runs before it has them, else in seconds.
func (f *frame) runSpikes(out sink) {
	for n := f.firsts[1]; n < len(f.items); n++ {
		run := &f.items[n]
		if !run.plan || run.runSeconds == 0 {
			continue
		}
		meters, seconds := 0.0, 0
		for m := range f.items[:n] {
			if i := &f.items[m]; i.runSeconds > 0 && i.day >= run.day-runReachDays {
				meters, seconds = max(meters, i.meters), max(seconds, i.runSeconds)
			}
		}
		r := row{rule: vol2, severity: Hard, from: run.day, to: run.day, a: run, unknown: f.known+run.day-1 < runReachDays && f.known < seedDays}
		longest := 0.0
		switch {
		case seconds == 0 && run.meters > 0:
			r.measured, r.limit = run.meters, firstRunMeters[f.limits.level]
		case seconds == 0:
			r.measured, r.limit = float64(run.runSeconds), firstRunSeconds[f.limits.level]
		case meters > 0 && run.meters > 0:
			longest = meters
			r.measured, r.limit = run.meters, max(runSpike*meters, meters+runMoreMeters)
		default:
			longest = float64(seconds)
			r.measured, r.limit = float64(run.runSeconds), max(runSpike*longest, longest+runMoreSeconds)
		}
		if run.fixed && longest > 0 && r.measured > max(strongSpike*longest, r.limit) {
			r.note = " The lock is more than 30 % beyond that run, a strong break of the rule."
		}
		if !f.fine(r.measured, r.limit) {
			out.take(r)
		}
	}
}

// runDays measures VOL-4: how many days of running lead up to each that the plan makes one.
func (f *frame) runDays(out sink) {
	row := row{rule: vol4, severity: Soft, limit: f.limits.runDays, pick: runs}
	for day := 1 - itemDays; day <= f.in.Days; day++ {
		if f.daily[index(day)].runs == 0 {
			row.measured = 0
			continue
		}
		row.measured++
		if day < 1 || f.plannedRun[index(day)].seconds == 0 || f.fine(row.measured, row.limit) {
			continue
		}
		row.from, row.to = day-int(row.measured)+1, day
		row.unknown = f.blind(day, 6) && row.measured <= row.limit
		f.emit(out, &row)
	}
}

func (f *frame) volumeMessage(r *row, span string) string {
	switch r.rule {
	case vol1:
		return f.say(span, " the longest run is %0 %% of all running; at most %0 %% should be.", 100*r.measured, 100*r.limit)
	case vol3:
		should := "should be"
		if r.severity == Hard {
			should = "are allowed"
		}
		if r.note == "m" {
			return f.say(span, " there are %1 km of running; at most %1 km "+should+" after the three weeks before.", r.measured/1000, r.limit/1000)
		}
		return f.say(span, " there are %0 min of running; at most %0 min "+should+" after the three weeks before.", r.measured/60, r.limit/60)
	case vol4:
		return f.say("Up to "+f.dayName(r.to), " there %[is|are] %0 %{day|days} of running in a row; at most %0 should be.", r.measured, r.limit)
	}
	if r.a.meters > 0 && r.measured == r.a.meters {
		return f.say("The run on "+f.when(r.a), " is %1 km; at most %1 km are allowed after the longest of 30 days.", r.measured/1000, r.limit/1000) + r.note
	}
	return f.say("The run on "+f.when(r.a), " lasts %0 min; at most %0 min are allowed after the longest of 30 days.", r.measured/60, r.limit/60) + r.note
}
