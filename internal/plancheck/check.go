// Package plancheck is a second opinion: it checks a calendar against the HARD limits of the core rules, written straight from their
// text on plain data, and shares no code with the planner or the rules. Tests use it.
package plancheck

import (
	"fmt"
	"math"
	"sort"
	"time"
)

// Session is one session or activity. End − Start is its length; instants carry the athlete's zone.
type Session struct {
	Name       string
	Start, End time.Time
	Sport      string // "RUN", "RIDE", "SWIM", "ROW", "STRENGTH", "MOBILITY", "OTHER"
	TSS        float64
	HI         bool // high intensity
	Heavy      bool // HEAVY-LOWER
	Long       bool
	Legs       bool // endurance with the legs
	Flagged    bool // key by athlete or coach
	Done       bool
	Sets       []Set // of strength
}

// Set is what a strength step asks for: Fraction of the one-repetition maximum, 0 where it does not say, and the repetitions to leave in
// reserve, negative where it does not say.
type Set struct {
	Reps, Reserve int
	Fraction      float64
}

// left is how many repetitions a set leaves: as it says, else what Epley's 30·(1/p − 1) allows beyond those done; a set that says neither
// is bodyweight work that nobody counts.
func (s Set) left() float64 {
	switch {
	case s.Reserve >= 0:
		return float64(s.Reserve)
	case s.Fraction > 0:
		return 30/s.Fraction - 30 - float64(s.Reps)
	}
	return math.Inf(1)
}

// Window is a time in which the athlete can train.
type Window struct{ Start, End time.Time }

// Open is the window of a day by the clock of a zone, in minutes after midnight; one whose to is before its from ends the next day. An
// edge is the first minute at which somebody who looks at the clock sees that time or a later one. False says that it has no length.
func Open(day time.Time, from, to int, zone *time.Location) (Window, bool) {
	if to < from {
		to += 24 * 60
	}
	w := Window{Start: edge(day, from, zone), End: edge(day, to, zone)}
	return w, w.End.After(w.Start)
}

// edge looks at the clock every minute from a time at which no clock on earth has got there.
func edge(day time.Time, minute int, zone *time.Location) time.Time {
	y, m, d := day.Date()
	wanted := time.Date(y, m, d, 0, minute, 0, 0, time.UTC)
	for now := wanted.Add(-15 * time.Hour); ; now = now.Add(time.Minute) {
		shown := now.In(zone)
		sy, sm, sd := shown.Date()
		if !time.Date(sy, sm, sd, shown.Hour(), shown.Minute(), 0, 0, time.UTC).Before(wanted) {
			return shown
		}
	}
}

// Athlete is what limits depend on. Level is 0 novice, 1 intermediate, 2 advanced.
type Athlete struct {
	Level   int
	Masters bool
	Limited bool // only Windows may be used
	Windows []Window
	Races   []Race

	Stated   float64   // fitness as the athlete states it
	StatedOn time.Time // on the day that begins with it; zero where none is stated
}

// Race is an event with the load that is expected of it.
type Race struct {
	Day   time.Time
	Sport string // "OTHER" for several
	TSS   float64
}

// Check lists what a fortnight of days from first breaks. Sessions hold the history of at least 42 days and the plan. History alone is
// not held against the plan.
func Check(a Athlete, first time.Time, days int, sessions []Session) []string {
	c := checker{a: a, first: first, days: days}
	sort.Slice(sessions, func(i, j int) bool { return sessions[i].Start.Before(sessions[j].Start) })
	for _, s := range sessions {
		if s.Done {
			c.done = append(c.done, s)
		} else {
			c.plan = append(c.plan, s)
		}
	}
	c.all = sessions
	c.availability()
	c.intensity()
	c.legs()
	c.rest()
	c.load()
	c.reserve()
	return c.faults
}

type checker struct {
	a               Athlete
	first           time.Time
	days            int
	done, plan, all []Session
	faults          []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// day is 1 for the first planned day.
func (c *checker) day(s Session) int {
	y, m, d := s.Start.Date()
	fy, fm, fd := c.first.Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(time.Date(fy, fm, fd, 0, 0, 0, 0, time.UTC)).Hours()/24) + 1
}

func (c *checker) availability() {
	perDay := map[int]int{}
	for _, s := range c.all {
		if s.Sport != "MOBILITY" {
			perDay[c.day(s)]++
		}
	}
	for i, s := range c.plan {
		if most := []int{1, 2, 2}[c.a.Level]; perDay[c.day(s)] > most {
			c.fault("AVL-3: %d sessions on day %d", perDay[c.day(s)], c.day(s))
		}
		inside := !c.a.Limited
		for _, w := range c.a.Windows {
			inside = inside || !s.Start.Before(w.Start) && !s.End.After(w.End)
		}
		if !inside {
			c.fault("AVL-1: %s at %s is outside the hours", s.Name, s.Start)
		}
		if i > 0 && c.plan[i-1].End.After(s.Start) {
			c.fault("AVL-4: %s and %s overlap", c.plan[i-1].Name, s.Name)
		}
	}
}

// reserve is WHO-2: a novice ends every set three repetitions short of failure.
func (c *checker) reserve() {
	for _, s := range c.plan {
		for _, set := range s.Sets {
			if c.a.Level == 0 && set.left() < 3-1e-9 {
				c.fault("WHO-2: %s leaves %.1f repetitions in reserve", s.Name, set.left())
			}
		}
	}
}

func (c *checker) intensity() {
	for i, s := range c.all {
		for _, before := range c.all[:i] {
			if !s.HI || !before.HI || s.Done && before.Done {
				continue
			}
			hours := s.Start.Sub(before.Start).Hours()
			if before.Sport == s.Sport && hours < 46-1e-9 {
				c.fault("INT-1: %s and %s are %.1f h apart", before.Name, s.Name, hours)
			}
			if before.Sport != s.Sport && hours < 22-1e-9 {
				c.fault("INT-2: %s and %s are %.1f h apart", before.Name, s.Name, hours)
			}
		}
	}
	for d := 1; d <= c.days; d++ {
		planned, done := 0, 0
		for _, s := range c.all {
			if s.HI && c.day(s) > d-7 && c.day(s) <= d {
				if s.Done {
					done++
				} else {
					planned++
				}
			}
		}
		most := []int{1, 2, 3}[c.loadLevel()]
		if planned > 0 && planned+done > max(most, done) {
			c.fault("INT-3: %d high-intensity sessions in the seven days to day %d", planned+done, d)
		}
		today := 0
		for _, s := range c.all {
			if s.HI && c.day(s) == d {
				today++
			}
		}
		if today > 1 {
			c.fault("INT-7: %d high-intensity sessions on day %d", today, d)
		}
	}
	c.hardDays()
}

func (c *checker) hardDays() {
	run := 0
	for d := -5; d <= c.days; d++ {
		hard, planned := false, false
		load := 0.0
		for _, s := range c.all {
			if c.day(s) != d {
				continue
			}
			load += s.TSS
			hard = hard || s.HI || s.Heavy
			planned = planned || !s.Done
		}
		if load+c.races(d, true) >= math.Max(1.5*c.fitness(d-1), 60) {
			hard = true
		}
		if run++; !hard {
			run = 0
		}
		if d >= 1 && planned && run > []int{1, 2, 2}[c.a.Level] {
			c.fault("INT-2: day %d is hard day %d in a row", d, run)
		}
	}
}

// key are the flagged sessions, or where none is flagged the high-intensity ones and the longest endurance session of each week.
func (c *checker) key() map[int]bool {
	keys := map[int]bool{}
	for i, s := range c.all {
		if s.Flagged && c.day(s) >= 1 {
			keys[i] = true
		}
	}
	if len(keys) > 0 {
		return keys
	}
	longest := map[int]int{}
	for i, s := range c.all {
		if s.HI {
			keys[i] = true
		}
		endurance := s.Sport == "RUN" || s.Sport == "RIDE" || s.Sport == "SWIM" || s.Sport == "ROW"
		if week := (c.day(s) - 1) / 7; c.day(s) >= 1 && endurance {
			if l, seen := longest[week]; !seen || s.End.Sub(s.Start) > c.all[l].End.Sub(c.all[l].Start) {
				longest[week] = i
			}
		}
	}
	for _, i := range longest {
		keys[i] = true
	}
	return keys
}

func (c *checker) legs() {
	keys := c.key()
	perDay := map[int]int{}
	for i := range keys {
		perDay[c.day(c.all[i])]++
	}
	for d, n := range perDay {
		if d >= 1 && n > 1 {
			c.fault("INT-7: %d key sessions on day %d", n, d)
		}
	}
	for i, lift := range c.all {
		if !lift.Heavy {
			continue
		}
		for k, run := range c.all {
			if k == i || lift.Done && run.Done {
				continue
			}
			gap := run.Start.Sub(lift.End).Hours()
			if back := lift.Start.Sub(run.End).Hours(); c.day(run) == c.day(lift) && run.Legs && (run.HI || run.Long) && math.Max(gap, back) < 3 {
				c.fault("CON-1: %s and %s are %.1f h apart", lift.Name, run.Name, math.Max(gap, back))
			}
			lower := run.Sport == "RUN" || run.Sport == "RIDE" || run.Sport == "ROW"
			if least := []float64{48, 24, 24}[c.a.Level]; keys[k] && lower && run.Legs && run.Start.After(lift.Start) && gap < least {
				c.fault("CON-2: %s ends %.1f h before %s", lift.Name, gap, run.Name)
			}
		}
	}
}

func (c *checker) rest() {
	load := func(d int, onlyDone bool) (tss float64, sessions int, easy bool) {
		easy = true
		for _, s := range c.all {
			if c.day(s) == d && s.Sport != "MOBILITY" && (s.Done || !onlyDone) {
				tss += s.TSS
				sessions++
				easy = easy && !s.HI && !s.Heavy && s.End.Sub(s.Start) <= 30*time.Minute && s.Sport != "STRENGTH"
			}
		}
		return tss, sessions, easy
	}
	for d := 1; d <= c.days; d++ {
		rests, possible := 0, 0
		for n := d - 6; n <= d; n++ {
			tss, sessions, easy := load(n, false)
			_, done, _ := load(n, true)
			raced := c.races(n, true) > 0
			counts := sessions == 0 && !raced || c.a.Level == 2 && !c.a.Masters && tss <= 20 && easy && !raced
			if counts {
				rests++
			}
			if counts || done == 0 && !raced {
				possible++
			}
		}
		if least := min([]int{2, 1, 1}[c.a.Level], possible); rests < least {
			c.fault("RST-1: %d rest days in the seven to day %d", rests, d)
		}
	}
}

// daily is the load of a day, of what is done alone or of all.
func (c *checker) daily(d int, withPlan bool) float64 {
	sum := 0.0
	for _, s := range c.all {
		if c.day(s) == d && (s.Done || withPlan) {
			sum += s.TSS
		}
	}
	return sum
}

// races is the expected load of a day's events: of each unless something of the day stands for it, in its sport, or for one of several
// sports of OTHER or of two sports. What is past was raced or was not: only what is done tells.
func (c *checker) races(d int, withPlan bool) float64 {
	sum := 0.0
	for _, r := range c.a.Races {
		if c.day(Session{Start: r.Day}) != d || d < 1 {
			continue
		}
		same, sports := false, map[string]bool{}
		for _, s := range c.all {
			if c.day(s) == d && (s.Done || withPlan) && s.Sport != "MOBILITY" {
				same = same || s.Sport == r.Sport
				sports[s.Sport] = true
			}
		}
		if !same && (r.Sport != "OTHER" || len(sports) < 2) {
			sum += r.TSS
		}
	}
	return sum
}

// start is the first day with anything done, and whether there is one.
func (c *checker) start() (int, bool) {
	if len(c.done) == 0 {
		return 0, false
	}
	return c.day(c.done[0]), true
}

func (c *checker) loadLevel() int {
	if start, known := c.start(); !known || 1-start < 28 {
		return 0
	}
	return c.a.Level
}

// known tells whether the fitness is known from day 1 on.
func (c *checker) known() bool {
	_, done := c.start()
	return done || !c.a.StatedOn.IsZero()
}

// state is CTL and ATL at the end of a day. A stated fitness is that of the start of its day, whatever was done before.
func (c *checker) state(d int, withPlan bool) (ctl, atl float64) {
	start, known := c.start()
	stated := c.day(Session{Start: c.a.StatedOn})
	switch {
	case !c.a.StatedOn.IsZero() && d >= stated-1:
		start, ctl, atl = stated, c.a.Stated, c.a.Stated
	case !known:
		return 0, 0
	default:
		ctl, atl = c.seed(start)
	}
	for n := start; n <= d; n++ {
		tss := c.daily(n, withPlan) + c.races(n, withPlan)
		ctl += (tss - ctl) * (1 - math.Exp(-1.0/42))
		atl += (tss - atl) * (1 - math.Exp(-1.0/7))
	}
	return ctl, atl
}

// seed is what the first known days tell of the state before them.
func (c *checker) seed(start int) (ctl, atl float64) {
	for n := start; n < start+28 && n < 1; n++ {
		ctl += c.daily(n, false) / math.Min(28, float64(1-start))
	}
	for n := start; n < start+7 && n < 1; n++ {
		atl += c.daily(n, false) / math.Min(7, float64(1-start))
	}
	return ctl, atl
}

func (c *checker) fitness(d int) float64 {
	ctl, _ := c.state(d, true)
	return ctl
}

func (c *checker) load() {
	if !c.known() {
		return
	}
	level := c.loadLevel()
	month := 0.0
	for d := -27; d <= 0; d++ {
		month += c.daily(d, false) / 4
	}
	for d := 1; d <= c.days; d++ {
		now, _ := c.state(d, true)
		from := d - 7
		if !c.a.StatedOn.IsZero() { // no rise is measured across a statement
			from = max(from, c.day(Session{Start: c.a.StatedOn})-1)
		}
		before, _ := c.state(from, true)
		empty, _ := c.state(d, false)
		if rise := now - before; rise > math.Max([]float64{5, 7, 8}[level], empty-before)+1e-6 {
			c.fault("LD-1: fitness rises %.2f in the seven days to day %d", rise, d)
		}
		ctl, atl := c.state(d-1, true)
		emptyCTL, emptyATL := c.state(d-1, false)
		floor := []float64{-20, -30, -35}[level]
		if c.a.Masters {
			floor = math.Max(floor, -25)
		}
		if form := ctl - atl; form < math.Min(floor, emptyCTL-emptyATL)-1e-6 {
			c.fault("LD-2: form is %.2f at the start of day %d", form, d)
		}
		week, given := 0.0, 0.0
		for n := d - 6; n <= d; n++ {
			week += c.daily(n, true)
			given += c.daily(n, false)
		}
		if start, known := c.start(); known && start <= -27 && week > math.Max(math.Max(1.5*month, month+60), given)+1e-6 {
			c.fault("LD-3: %.1f TSS in the seven days to day %d, %.1f a week before", week, d, month)
		}
	}
}
