package rules

import (
	"sort"

	"fortnight/training"
)

// sums are what the items of a day, or of several, come to.
type sums struct {
	hi, heavy   int32
	hardPlanned int32 // planned items that are HI or HEAVY-LOWER
	points      int32 // HI 2, MOD 1, HEAVY-LOWER 1: halves of what INT-3 counts
	loads       int32 // items with load
	strenuous   int32 // of them those that are no recovery
	loadSeconds int32

	runs, blindRuns int32 // of the runs those without a distance
	runSeconds      int32
	runMeters       float64

	legSessions, legSeconds int32 // endurance with the legs
	lifts, unsaidLifts      int32 // of the lifts those of which nobody knows the patterns
	legSets                 int32 // hard ones
	patterns                [majorPatterns]int32
}

// The major patterns of STR-1, in the order of their bits in item.patterns. A lunge counts with the squats: it is the knee that works.
const (
	squat = iota
	hinge
	push
	pull
	majorPatterns
)

var patternNames = [majorPatterns]string{"squat or lunge", "hinge", "push", "pull"}

func patternBits(patterns []training.MovementPattern) uint8 {
	var bits uint8
	for _, p := range patterns {
		switch p {
		case training.PatternSquat, training.PatternLunge:
			bits |= 1 << squat
		case training.PatternHinge:
			bits |= 1 << hinge
		case training.PatternPush:
			bits |= 1 << push
		case training.PatternPull:
			bits |= 1 << pull
		}
	}
	return bits
}

func one(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}

func (s *sums) count(i *item) {
	s.hi += one(i.hi)
	s.heavy += one(i.heavy)
	s.hardPlanned += one(i.plan && (i.hi || i.heavy))
	s.points += 2*one(i.hi) + one(i.mod && !i.hi) + one(i.heavy)
	if i.load {
		s.loads++
		s.strenuous += one(!i.recovery)
		s.loadSeconds += int32(i.seconds)
	}
	if i.runSeconds > 0 {
		s.runs++
		s.blindRuns += one(i.meters == 0)
		s.runSeconds += int32(i.runSeconds)
		s.runMeters += i.meters
	}
	s.legSessions += one(i.lower && i.legs)
	s.legSeconds += int32(i.legSeconds)
	s.legSets += int32(i.legSets)
	if i.lifts && i.load {
		s.lifts++
		s.unsaidLifts += one(i.unsaid)
	}
	for p := range s.patterns {
		s.patterns[p] += int32(i.patterns >> p & 1)
	}
}

func (s *sums) add(o *sums) {
	s.hi += o.hi
	s.heavy += o.heavy
	s.hardPlanned += o.hardPlanned
	s.points += o.points
	s.loads += o.loads
	s.strenuous += o.strenuous
	s.loadSeconds += o.loadSeconds
	s.runs += o.runs
	s.blindRuns += o.blindRuns
	s.runSeconds += o.runSeconds
	s.runMeters += o.runMeters
	s.legSessions += o.legSessions
	s.legSeconds += o.legSeconds
	s.lifts += o.lifts
	s.unsaidLifts += o.unsaidLifts
	s.legSets += o.legSets
	for p := range s.patterns {
		s.patterns[p] += o.patterns[p]
	}
}

func (s *sums) drop(o *sums) {
	s.hi -= o.hi
	s.heavy -= o.heavy
	s.hardPlanned -= o.hardPlanned
	s.points -= o.points
	s.loads -= o.loads
	s.strenuous -= o.strenuous
	s.loadSeconds -= o.loadSeconds
	s.runs -= o.runs
	s.blindRuns -= o.blindRuns
	s.runSeconds -= o.runSeconds
	s.legSessions -= o.legSessions
	s.legSeconds -= o.legSeconds
	s.lifts -= o.lifts
	s.unsaidLifts -= o.unsaidLifts
	s.legSets -= o.legSets
	for p := range s.patterns {
		s.patterns[p] -= o.patterns[p]
	}
	s.runMeters -= o.runMeters
}

// longestRun is the longest one of a day, in metres and in seconds; the two need not be of one run.
type longestRun struct {
	meters  float64
	seconds int
}

func (l *longestRun) consider(i *item) {
	l.meters, l.seconds = max(l.meters, i.meters), max(l.seconds, i.runSeconds)
}

// sumFixed sums up what no plan can change.
func (f *frame) sumFixed() {
	for n := range f.items {
		i := &f.items[n]
		f.fixed[index(i.day)].count(i)
		f.doneRun[index(i.day)].consider(i)
	}
	f.daily, f.runsSummed = f.fixed, 1-itemDays
	f.lastWeek = f.span(&f.fixed, -6, 0)
	for day := 1; day <= f.in.Days; day++ {
		f.fixedWeeks[day] = f.span(&f.fixed, day-6, day)
	}
}

// resum sums up a day of the plan afresh, so that no rounding adds up over edits.
func (f *frame) resum(day int) {
	at := index(day)
	f.dirty, f.runsSummed = min(f.dirty, day), min(f.runsSummed, day)
	d := &f.daily[at]
	*d, f.plannedRun[at] = f.fixed[at], longestRun{}
	for n := f.firstOf(day); n < len(f.items) && f.items[n].day == day; n++ {
		if i := &f.items[n]; i.plan {
			d.count(i)
			f.plannedRun[at].consider(i)
		}
	}
}

// firstOf is the place of the first item of a day or of a later one.
func (f *frame) firstOf(day int) int {
	return sort.Search(len(f.items), func(n int) bool { return f.items[n].day >= day })
}

// span sums up the days from first to last.
func (f *frame) span(daily *[spanDays]sums, first, last int) sums {
	var total sums
	for day := first; day <= last; day++ {
		total.add(&daily[index(day)])
	}
	return total
}

// sumWeeks sums up the seven days that end on each planned day, from those of history on, where an edit has changed them.
func (f *frame) sumWeeks() {
	week := f.lastWeek
	if f.dirty > 1 {
		week = f.weeks[f.dirty-1]
	}
	for day := max(f.dirty, 1); day <= f.in.Days; day++ {
		week.add(&f.daily[index(day)])
		week.drop(&f.daily[index(day-7)])
		f.weeks[day] = week
	}
}

// findDays notes the place of the first item of each planned day. Up to the first that an edit has changed they stand.
func (f *frame) findDays() {
	n := f.firsts[f.dirty]
	for day := f.dirty; day < f.in.Days+2; day++ {
		for n < len(f.items) && f.items[n].day < day {
			n++
		}
		f.firsts[day] = n
	}
}

// firstOn is firstOf once the days are found.
func (f *frame) firstOn(day int) int {
	if day >= 0 {
		return f.firsts[day]
	}
	return f.firstOf(day)
}

// itemsOn are the items of a planned day.
func (f *frame) itemsOn(day int) []item { return f.items[f.firsts[day]:f.firsts[day+1]] }

// blind tells whether a rule that looks so many days back from a day sees days of which nothing is known.
func (f *frame) blind(day, back int) bool { return f.known < back+1-day }

// fine tells whether a row that must stay below a limit need not be written: it holds, and nobody wants rows that hold.
func (f *frame) fine(measured, limit float64) bool { return f.brokenOnly && measured <= limit+slack }

// reached is fine for a row that must reach its limit.
func (f *frame) reached(measured, limit float64) bool { return f.brokenOnly && measured >= limit-slack }
