package family

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
	"fortnight/training"
)

// spikes is SPK-1: single sessions of other sports than running, the run of a brick, and lifts.
type spikes struct{ *frame.Frame }

// rise is how much longer than the longest of 30 days a session of a sport may be, in seconds, or metres of a swim whose way is known.
type rise struct {
	times       float64
	more        float64 // that is always allowed
	first       float64 // without a session in 30 days
	firstNovice float64
	sport       training.Sport
}

var (
	rideRise = rise{1.25, 20 * 60, 45 * 60, 30 * 60, training.Ride}
	swimRise = rise{1.25, 300, 600, 300, training.Swim}
	// A swimmer of middling pace takes two and a half minutes for 100 m.
	swimTimeRise = rise{1.25, 7.5 * 60, 15 * 60, 7.5 * 60, training.Swim}
	rowRise      = rise{1.20, 8 * 60, 20 * 60, 12 * 60, training.Row}
	skiRise      = rise{1.20, 8 * 60, 20 * 60, 12 * 60, training.SkiErg}
	walkRise     = rise{1.25, 20 * 60, 60 * 60, 30 * 60, training.Walk}
)

// Of the first run off the bicycle, by level, in seconds: first is without ride and run on one day of 42.
const brickDays = 42

var firstBrickRun = catalogue.Tier{10 * 60, 15 * 60, 15 * 60}

// Of lifts: how many leg sets more than the mean of the last three are fine, and what a first lift in 28 days may have.
const (
	moreLegSets      = 4
	lastLifts        = 3
	liftReachDays    = 28
	firstSets        = 14
	firstLiftReserve = 3
	longAway         = 7 // days without load after which an athlete returns
)

// measure measures SPK-1 for what is planned but races and locks.
func (f spikes) measure(out frame.Sink) {
	for n := f.Firsts[1]; n < len(f.Items); n++ {
		i := &f.Items[n]
		if !i.Planned || i.Raced || i.Fixed {
			continue
		}
		switch {
		case i.Ridden > 0:
			f.longer(out, n, &rideRise, float64(i.Ridden), func(o *frame.Item) float64 { return float64(o.Ridden) })
			f.firstBrick(out, n)
		case i.Sport == training.Swim:
			f.swim(out, n)
		case i.Sport == training.Row:
			f.longer(out, n, &rowRise, float64(i.Seconds), length)
		case i.Sport == training.SkiErg:
			f.longer(out, n, &skiRise, float64(i.Seconds), length)
		case i.Sport == training.Walk || i.Sport == training.Hike:
			f.longer(out, n, &walkRise, float64(i.Seconds), length)
		case i.Lifts && i.Load:
			f.lift(out, n)
		}
	}
}

func length(i *frame.Item) float64 { return float64(i.Seconds) }

func far(i *frame.Item) float64 { return i.Far }

// severity is HARD for novices in a sport and for who comes back from days off or illness.
func (f spikes) severity(sport training.Sport) catalogue.Severity {
	if f.Novice(sport) || f.Comeback.Gap >= longAway || f.Comeback.Ill {
		return catalogue.Hard
	}
	return catalogue.Soft
}

// swim measures a swim in metres where it and the swims before it have them, else in seconds.
func (f spikes) swim(out frame.Sink, n int) {
	i := &f.Items[n]
	known := i.Far > 0
	for m := range f.Items[:n] {
		if o := &f.Items[m]; o.Sport == training.Swim && o.Day >= i.Day-frame.RunReachDays {
			known = known && o.Far > 0
		}
	}
	if known {
		f.longer(out, n, &swimRise, i.Far, far)
		return
	}
	f.longer(out, n, &swimTimeRise, float64(i.Seconds), length)
}

// longer measures a session against the longest of the 30 days before it.
func (f spikes) longer(out frame.Sink, n int, rise *rise, measured float64, of func(*frame.Item) float64) {
	i := &f.Items[n]
	longest, meters := f.StatedLongest(rise.sport, i.Day)
	if rise == &swimRise {
		longest = meters
	}
	for m := n - 1; m >= 0 && f.Items[m].Day >= i.Day-frame.RunReachDays; m-- {
		if o := &f.Items[m]; rise.counts(o) {
			longest = max(longest, of(o))
		}
	}
	limit := rise.first
	switch {
	case longest > 0:
		limit = max(rise.times*longest, longest+rise.more)
	case f.Novice(rise.sport):
		limit = rise.firstNovice
	}
	if f.Fine(measured, limit) {
		return
	}
	out.Take(frame.Row{
		Rule: catalogue.SPK1, Severity: f.severity(rise.sport), From: i.Day, To: i.Day, A: i, Measured: measured, Limit: limit, Note: rise.unit(),
		Unknown: f.Known+i.Day-1 < frame.RunReachDays && f.Known < catalogue.SeedDays,
	})
}

// counts tells whether an item is of the sport. Rides count as what they are ridden, by themselves and in a brick; hikes are walks.
func (r *rise) counts(i *frame.Item) bool {
	switch r.sport {
	case training.Ride:
		return i.Ridden > 0
	case training.Walk:
		return i.Sport == training.Walk || i.Sport == training.Hike
	}
	return i.Sport == r.sport
}

func (r *rise) unit() string {
	if r == &swimRise {
		return "m"
	}
	return "s"
}

// firstBrick measures the run of a brick where ride and run shared no day of the 42 before.
func (f spikes) firstBrick(out frame.Sink, n int) {
	i := &f.Items[n]
	if i.RunSeconds == 0 || f.Running.Bricks >= i.Day-brickDays {
		return
	}
	for m := n - 1; m >= 0 && f.Items[m].Day >= 1; m-- {
		if o := &f.Items[m]; o.Ridden > 0 && f.ranOn(o.Day, n) {
			return
		}
	}
	level := f.Limits.Level
	if f.Novice(training.Run) {
		level = 0
	}
	measured, limit := float64(i.RunSeconds), firstBrickRun[level]
	if f.Fine(measured, limit) {
		return
	}
	out.Take(frame.Row{
		Rule: catalogue.SPK1, Severity: f.severity(training.Run), From: i.Day, To: i.Day, A: i, Measured: measured, Limit: limit, Note: "brick",
		Unknown: f.Known == 0,
	})
}

// ranOn tells whether a run is on a day, before the n-th item or on an earlier day than that.
func (f spikes) ranOn(day, n int) bool {
	for m := f.FirstOn(day); m < n && f.Items[m].Day == day; m++ {
		if f.Items[m].RunSeconds > 0 {
			return true
		}
	}
	return false
}

// lift measures the leg sets of a lift against those of the last three that had any; lifts for the upper body alone are left out. Without
// a lift in 28 days it measures the sets for the legs, all sets and the reserve.
func (f spikes) lift(out frame.Sink, n int) {
	i := &f.Items[n]
	sum, count, lifted := 0, 0, false
	for m := n - 1; m >= 0 && f.Items[m].Day >= i.Day-liftReachDays; m-- {
		o := &f.Items[m]
		lifted = lifted || o.Lifts && o.Load
		if o.LegSets > 0 && count < lastLifts {
			sum, count = sum+o.LegSets, count+1
		}
	}
	r := frame.Row{
		Rule: catalogue.SPK1, Severity: f.severity(training.Strength), From: i.Day, To: i.Day, A: i, Measured: float64(i.LegSets), Note: "legs",
		Unknown: f.Known+i.Day-1 < liftReachDays && f.Known < catalogue.SeedDays,
	}
	switch {
	case count > 0:
		r.Limit = float64(sum)/float64(count) + moreLegSets
	case lifted: // upper body alone, or lifts of which nobody knows the sets
		return
	default:
		r.Limit = frame.FirstLegSets
		f.firstLift(out, r)
	}
	if !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
}

func (f spikes) firstLift(out frame.Sink, r frame.Row) {
	r.Note, r.Measured, r.Limit = "sets", float64(r.A.Sets), firstSets
	if !f.Fine(r.Measured, r.Limit) {
		out.Take(r)
	}
	r.Note, r.Measured, r.Limit, r.AtLeast = "reserve", float64(r.A.Session.Load.Demand.LeastReserve), firstLiftReserve, true
	if !f.Reached(r.Measured, r.Limit) {
		out.Take(r)
	}
}

func (f spikes) message(r *frame.Row) string {
	session := "The " + r.A.Sport.Name() + " on " + f.When(r.A)
	switch r.Note {
	case "m":
		return f.Say(session, " is %0 m; at most %0 m after the longest of 30 days.", r.Measured, r.Limit)
	case "brick":
		return f.Say("The run off the bicycle on "+f.When(r.A), " lasts %0 min; at most %0 min the first time in six weeks.", r.Measured/60, r.Limit/60)
	case "legs":
		return f.Say("The lift on "+f.When(r.A), " has %0 hard %{set|sets} for the legs; at most %1 after the last ones.", r.Measured, r.Limit)
	case "sets":
		return f.Say("The lift on "+f.When(r.A), " has %0 %{set|sets}; at most %0 the first time in four weeks.", r.Measured, r.Limit)
	case "reserve":
		return f.Say("The hardest set on "+f.When(r.A), " ends %0 %{repetition|repetitions} short of failure; at least %0 the first time in four weeks.", r.Measured, r.Limit)
	}
	return f.Say(session, " lasts %0 min; at most %0 min after the longest of 30 days.", r.Measured/60, r.Limit/60)
}
