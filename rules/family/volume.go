package family

import (
	"slices"

	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// running is VOL-1 to VOL-4: running.
type running struct{ *frame.Frame }

// measure measures VOL-1 to VOL-4: how long runs are, one by one and together.
func (f running) measure(out frame.Sink) {
	var before base // of the block of a day
	for day := 1; day <= f.Input.Days; day++ {
		if f.runShare(out, day); day%7 == 1 {
			before = f.runBase(day)
		}
		f.runWeek(out, day, &before)
	}
	f.runSpikes(out)
	f.runDays(out)
}

// Of VOL-1: from how many runs on the longest has a limit, and what two long days together may have.
const (
	runsShared  = 4
	bothLongRun = 0.75
)

// runShare measures VOL-1: the longest run of seven days against all of them, in metres where each has them, else in seconds. A longest
// run that is done already is not the plan's.
func (f running) runShare(out frame.Sink, day int) {
	week := &f.Weeks[day]
	if week.Runs < runsShared || week.RunWalks > 0 || f.easy(day) {
		return
	}
	var planned, done frame.LongestRun
	for at := frame.Index(day - 6); at <= frame.Index(day); at++ {
		planned.Widen(&f.PlannedRun[at])
		done.Widen(&f.DoneRun[at])
	}
	longest, before, total := float64(planned.Seconds), float64(done.Seconds), float64(week.RunSeconds)
	inMeters := week.BlindRuns == 0
	if inMeters {
		longest, before, total = planned.Meters, done.Meters, week.RunMeters
	}
	if longest == 0 || longest < before {
		return
	}
	r := frame.Row{Rule: catalogue.VOL1, Severity: catalogue.Soft, From: day - 6, To: day, Unknown: f.Blind(day, 6), Pick: frame.HasRun}
	r.Limit, r.Measured = f.Limits.RunShare[min(week.Runs-runsShared, 3)], longest/total
	if week.LongRuns > 1 {
		if both := f.longDays(day, inMeters); both > 0 {
			r.Note, r.Measured, r.Limit = "both", both/total, max(bothLongRun, r.Limit)
		}
	}
	if !f.Fine(r.Measured, r.Limit) {
		f.Emit(out, &r)
	}
}

// easy tells whether the seven days that end on a planned day are of a taper, a recovery or a return.
func (f running) easy(day int) bool {
	switch f.Phase(day) {
	case session.Taper, session.Recovery, session.Return:
		return true
	}
	return f.EasedBlock(day)
}

// longDays is how much two long runs on days that follow each other come to in the seven days that end on a day, 0 where there are none.
func (f running) longDays(day int, inMeters bool) (both float64) {
	before := (*frame.Item)(nil)
	for n := f.FirstOn(day - 6); n < len(f.Items) && f.Items[n].Day <= day; n++ {
		i := &f.Items[n]
		if !i.Long || i.Sport != training.Run {
			continue
		}
		if before != nil && i.Day == before.Day+1 {
			sum := float64(before.RunSeconds + i.RunSeconds)
			if inMeters {
				sum = before.Meters + i.Meters
			}
			both = max(both, sum)
		}
		before = i
	}
	return both
}

// What VOL-3 goes by, in metres and, where kilometres are unknown, in as many seconds at an easy pace.
const (
	baseBlocks        = 6
	bestBlocks        = 3
	leastBlocks       = 3 // known ones
	littleRunMeters   = 25_000
	littleRunSeconds  = 150 * 60
	hardFromRunMeters = 15_000
	hardFromSeconds   = 90 * 60
)

// onlyRunWalk tells whether all running of the seven days that end on a day is a session of run and walk as VOL-2 leaves it free: these have
// a ladder of their own, which begins where there was no running.
func (f running) onlyRunWalk(day int) bool {
	for n := f.FirstOn(day - 6); n < len(f.Items) && f.Items[n].Day <= day; n++ {
		if i := &f.Items[n]; i.RunSeconds > 0 && (!i.RunsAndWalks() || i.RunSeconds > freeRunWalk) {
			return false
		}
	}
	return true
}

// runWeek measures VOL-3: the running of seven days against the mean of the best three of the six blocks before the block that they end in.
// Blocks of the plan count as done. Where there was no running there is nothing to compare with, and VOL-2 alone says how much is enough;
// nor has run and walk, which climbs its own ladder.
func (f running) runWeek(out frame.Sink, day int, b *base) {
	week := &f.Weeks[day]
	if week.Runs == 0 || f.onlyRunWalk(day) {
		return
	}
	r := frame.Row{Rule: catalogue.VOL3, From: day - 6, To: day, Unknown: b.known < leastBlocks, Note: "m", Pick: frame.HasRun}
	base, given, little, hardFrom := b.meters, f.FixedWeeks[day].RunMeters, float64(littleRunMeters), float64(hardFromRunMeters)
	if r.Measured = week.RunMeters; b.blind || week.BlindRuns > 0 {
		r.Measured, r.Note = float64(week.RunSeconds), "s"
		base, given, little, hardFrom = b.seconds, float64(f.FixedWeeks[day].RunSeconds), littleRunSeconds, hardFromSeconds
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
	if base >= hardFrom {
		r.Severity, r.Limit = catalogue.Hard, max(f.Limits.RunWeekHard*base, given)
		f.Emit(out, &r)
	}
	r.Severity, r.Limit = catalogue.Soft, max(soft*base, given)
	f.Emit(out, &r)
}

// base is what a week's running is compared with.
type base struct {
	meters, seconds float64 // a week
	blind           bool    // a run is without a distance
	known           int     // blocks
}

// runBase is the mean of the best three blocks, of the six before that of a planned day, which were not lighter for a reason.
func (f running) runBase(day int) (b base) {
	var meters, seconds [baseBlocks]float64
	n := 0
	for back := range baseBlocks {
		last := (day-1)/7*7 - 7*back // the day with which the block ends
		var block frame.RunsUpTo
		if last >= 1 {
			s := &f.Weeks[last]
			block = frame.RunsUpTo{Meters: s.RunMeters, Seconds: float64(s.RunSeconds), Blind: s.BlindRuns}
		} else if block = f.Running.Blocks[-last/7]; f.Known < 7-last {
			continue
		}
		if b.known++; f.EasedBlock(last) {
			continue
		}
		meters[n], seconds[n], b.blind = block.Meters, block.Seconds, b.blind || block.Blind > 0
		n++
	}
	b.meters, b.seconds = best(meters[:n]), best(seconds[:n])
	return b
}

// best is the mean of the best three of some values, of fewer where there are no more, 0 of none.
func best(values []float64) (mean float64) {
	slices.Sort(values)
	values = values[max(0, len(values)-bestBlocks):]
	for _, v := range values {
		mean += v / float64(len(values))
	}
	return mean
}

// Limits of a single run (coaching §8 VOL-2, science §0b).
const (
	strongSpike     = 1.30 // in a lock
	runMoreMeters   = 1000
	runMoreSeconds  = 6 * 60  // a kilometre at an easy pace
	freeRunWalk     = 30 * 60 // seconds of running, in a session of run and walk
	secondLongDay   = 0.65    // of the first
	afterRaceShare  = 0.5     // of the longest training of 60 days
	afterRaceDays   = 14      // from the first run after a race on
	raceCountsShare = 1.1     // of the longest training of 60 days
)

// Notes of rows of VOL-2: after a race, and of locks that are far beyond the limit.
const (
	afterRace       = "after a race"
	strong          = "a lock"
	strongAfterRace = "a lock after a race"
)

// firstRun is the longest run of one who has not run for 30 days, by level, in metres and seconds.
var (
	firstRunMeters  = catalogue.Tier{3000, 5000, 5000}
	firstRunSeconds = catalogue.Tier{20 * 60, 30 * 60, 30 * 60}
)

// runSpikes measures VOL-2 for every planned run, and VOL-1's longest of all.
func (f running) runSpikes(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		run := &f.Items[n]
		if !run.Planned || run.RunSeconds == 0 || run.Raced {
			continue
		}
		longest := f.longestBefore(n)
		f.longestOfAll(out, run, &longest)
		if !run.RunsAndWalks() || run.RunSeconds > freeRunWalk {
			f.spike(out, n, longest)
		}
	}
}

// longestBefore is the longest run of the 30 days before an item. A race counts as at most 1.1 times the longest training of 60 days.
func (f running) longestBefore(n int) (longest frame.LongestRun) {
	run := &f.Items[n]
	seconds, meters := f.StatedLongest(training.Run, run.Day)
	longest.Consider(meters, int(seconds))
	for m := range f.Items[:n] {
		i := &f.Items[m]
		if i.RunSeconds == 0 || i.Day < run.Day-frame.RunReachDays {
			continue
		}
		meters, seconds := i.Meters, i.RunSeconds
		if i.Raced {
			if trained := f.TrainedRun(n, run.Day); trained.Seconds > 0 {
				seconds = min(seconds, int(raceCountsShare*float64(trained.Seconds)))
				if meters = min(meters, raceCountsShare*trained.Meters); !trained.InMeters() {
					meters = 0
				}
			}
		}
		longest.Consider(meters, seconds)
	}
	return longest
}

// spike measures VOL-2: in metres where the run has them and so have the longest of the runs before it, else in seconds. A longer run without a
// distance is one of unknown metres: those of shorter ones say nothing of it.
func (f running) spike(out frame.Sink, n int, longest frame.LongestRun) {
	run := &f.Items[n]
	r := frame.Row{
		Rule: catalogue.VOL2, Severity: catalogue.Hard, From: run.Day, To: run.Day, A: run,
		Unknown: f.Known+run.Day-1 < frame.RunReachDays && f.Known < catalogue.SeedDays,
	}
	race := f.lately(n)
	var trained frame.LongestRun
	if race != nil {
		trained = f.TrainedRun(n, run.Day)
	}
	none := frame.LongestRun{}
	inMeters := run.Meters > 0 && (longest == none || longest.InMeters()) && (trained == none || trained.InMeters())
	level := f.Limits.Level
	if f.Novice(training.Run) {
		level = 0
	}
	length, before, least, more := float64(run.RunSeconds), float64(longest.Seconds), firstRunSeconds[level], float64(runMoreSeconds)
	if inMeters {
		length, before, least, more = run.Meters, longest.Meters, firstRunMeters[level], runMoreMeters
	}
	r.Measured, r.Limit = length, least
	if before > 0 {
		r.Limit = max(catalogue.RunSpike*before, before+more)
	}
	if race != nil {
		half := afterRaceShare * float64(trained.Seconds)
		if inMeters {
			half = afterRaceShare * trained.Meters
		}
		if limit := max(half, least); limit < r.Limit {
			if length <= r.Limit { // it is the race that forbids it
				r.Event = race.Event
			}
			r.Limit, r.Note, r.Unknown = limit, afterRace, false
		}
	}
	if first := f.longDayBefore(n); first != nil && run.Long {
		limit := secondLongDay * float64(first.RunSeconds)
		if inMeters && first.Meters > 0 {
			limit = secondLongDay * first.Meters
		} else if inMeters {
			r.Measured = float64(run.RunSeconds)
		}
		if limit < r.Limit || r.Measured != length {
			r.Limit, r.B, r.Event, r.Note = limit, first, nil, ""
		}
	}
	if run.Fixed && before > 0 && r.Measured > max(strongSpike*before, r.Limit) {
		if r.Note == afterRace {
			r.Note = strongAfterRace
		} else {
			r.Note = strong
		}
	}
	if !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
}

// lately is the race after which a run is one of the first fourteen days of running, as long as its recovery lasts; nil for none. A C race
// needs none.
func (f running) lately(n int) *frame.Race {
	run := &f.Items[n]
	for m := range f.Races {
		r := &f.Races[m]
		since := run.Day - r.Day
		if since <= 0 || since > r.Window.Full || r.Window.Event.Priority == training.EventC || !r.Runs() {
			continue
		}
		first := run.Day
		for k := n - 1; k >= 0 && f.Items[k].Day > r.Day; k-- {
			if f.Items[k].RunSeconds > 0 {
				first = f.Items[k].Day
			}
		}
		if run.Day-first < afterRaceDays {
			return r
		}
	}
	return nil
}

// longDayBefore is the long run of the day before an item, nil for none.
func (f running) longDayBefore(n int) *frame.Item {
	for m := n - 1; m >= 0 && f.Items[m].Day >= f.Items[n].Day-1; m-- {
		if i := &f.Items[m]; i.Day < f.Items[n].Day && i.Long && i.Sport == training.Run {
			return i
		}
	}
	return nil
}

// longestOfAll measures VOL-1 for a run that lasts longer than long runs do at most. A longer habit stays.
func (f running) longestOfAll(out frame.Sink, run *frame.Item, before *frame.LongestRun) {
	format, meters := training.OtherFormat, 0.0
	if e := f.Season.Standing[run.Day].Event; e != nil {
		format, meters = e.Kind(), e.DistanceMeters
	}
	limit := max(float64(60*season.LongestRun(format, meters)), float64(before.Seconds))
	if measured := float64(run.RunSeconds); measured > limit {
		out.Take(frame.Row{Rule: catalogue.VOL1, Severity: catalogue.Soft, From: run.Day, To: run.Day, A: run, Measured: measured, Limit: limit})
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
		switch {
		case r.A != nil:
			return f.Say("The run on "+f.When(r.A), " lasts %0 min; at most %0 min should be, however long the race.", r.Measured/60, r.Limit/60)
		case r.Note == "both":
			return f.Say(span, " two long days are %0 %% of all running; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
		}
		return f.Say(span, " the longest run is %0 %% of all running; at most %0 %% should be.", 100*r.Measured, 100*r.Limit)
	case catalogue.VOL3:
		should := "should be"
		if r.Severity == catalogue.Hard {
			should = "are allowed"
		}
		if r.Note == "m" {
			return f.Say(span, " there are %1 km of running; at most %1 km "+should+" after the weeks before.", r.Measured/1000, r.Limit/1000)
		}
		return f.Say(span, " there are %0 min of running; at most %0 min "+should+" after the weeks before.", r.Measured/60, r.Limit/60)
	case catalogue.VOL4:
		return f.Say("Up to "+f.DayName(r.To), " there %[is|are] %0 %{day|days} of running in a row; at most %0 should be.", r.Measured, r.Limit)
	}
	after := " after the longest of 30 days."
	switch {
	case r.B != nil:
		after = " on the day after the long run on " + f.When(r.B) + "."
	case r.Event != nil:
		after = " so soon after " + r.Event.Name + "."
	case r.Note == afterRace || r.Note == strongAfterRace:
		after = " so soon after a race."
	}
	if r.Note == strong || r.Note == strongAfterRace {
		after += " The lock is more than 30 % beyond the longest run, a strong break of the rule."
	}
	if r.A.Meters > 0 && r.Measured == r.A.Meters {
		return f.Say("The run on "+f.When(r.A), " is %1 km; at most %1 km are allowed", r.Measured/1000, r.Limit/1000) + after
	}
	return f.Say("The run on "+f.When(r.A), " lasts %0 min; at most %0 min are allowed", r.Measured/60, r.Limit/60) + after
}
