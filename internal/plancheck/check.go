package plancheck

import (
	"math"
	"sort"
	"time"
)

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

// reserve is WHO-2: a novice ends every set three repetitions short of failure, and does nothing of high intensity before four weeks and ten
// sessions are behind.
func (c *checker) reserve() {
	if c.a.Level != 0 {
		return
	}
	sessions := 0
	for _, s := range c.done {
		if s.Sport != "MOBILITY" {
			sessions++
		}
	}
	for _, s := range c.plan {
		for _, set := range s.Sets {
			if set.left() < 3-1e-9 {
				c.fault("WHO-2: %s leaves %.1f repetitions in reserve", s.Name, set.left())
			}
		}
		start, known := c.start()
		if s.HI && !c.raced(s) && (!known || c.day(s)-start < 28 || sessions < 10) {
			c.fault("WHO-2: %s on day %d is hard, after %d sessions", s.Name, c.day(s), sessions)
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

func (c *checker) legs() {
	perDay, planned := map[int]int{}, map[int]bool{}
	for _, s := range c.all {
		if s.key() {
			perDay[c.day(s)]++
			planned[c.day(s)] = planned[c.day(s)] || !s.Done
		}
	}
	for d, n := range perDay {
		if d >= 1 && n > 1 && planned[d] {
			c.fault("INT-7: %d key sessions on day %d", n, d)
		}
	}
	for i, a := range c.all {
		for _, b := range c.all[:i] {
			endurance := a.Sport != "STRENGTH" && a.Sport != "MOBILITY"
			if endurance && a.Sport == b.Sport && c.day(a) == c.day(b) && c.day(a) >= 1 && !(a.Done && b.Done) && (a.key() || a.Moderate) && (b.key() || b.Moderate) {
				c.fault("INT-7: %s and %s on day %d", b.Name, a.Name, c.day(a))
			}
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
			lower := run.Sport != "STRENGTH" && run.Sport != "SWIM" && run.Sport != "MOBILITY"
			if least := []float64{48, 24, 24}[c.a.Level]; run.needsFreshLegs() && lower && run.Legs && run.Start.After(lift.Start) && gap < least {
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
	if withPlan {
		return c.loads[d]
	}
	return c.given[d]
}

// races is the expected load of a day's events: of each unless something of the day stands for it, in its sport, or for one of several
// sports of OTHER or of two sports. What is past was raced or was not: only what is done tells.
func (c *checker) races(d int, withPlan bool) float64 {
	sum := 0.0
	for _, r := range c.a.Races {
		if c.day(Session{Start: r.Day}) != d || d < 1 {
			continue
		}
		if !c.stands(r, withPlan) {
			sum += r.TSS
		}
	}
	return sum
}

// stands are the sports that a race asks for of a day, and whether they stand for it: its own, or two for one of several.
func (c *checker) stands(r Race, withPlan bool) bool {
	same, sports := false, map[string]bool{}
	for _, s := range c.all {
		if c.day(s) == c.day(Session{Start: r.Day}) && (s.Done || withPlan) && s.Sport != "MOBILITY" {
			same = same || s.Sport == r.Sport
			sports[s.Sport] = true
		}
	}
	return same || r.Sport == "OTHER" && len(sports) > 1
}

// raced tells whether a session is on a race's day and of its sport.
func (c *checker) raced(s Session) bool {
	for _, r := range c.a.Races {
		if c.day(Session{Start: r.Day}) == c.day(s) && (s.Sport == r.Sport || r.Sport == "OTHER" && s.Sport != "MOBILITY") {
			return true
		}
	}
	return false
}

// racing is the load of the races of a day, done, planned or expected.
func (c *checker) racing(d int, withPlan bool) float64 {
	sum := c.races(d, withPlan)
	for _, r := range c.a.Races {
		if c.day(Session{Start: r.Day}) != d || !c.stands(r, withPlan) {
			continue
		}
		for _, s := range c.all {
			if c.day(s) == d && (s.Done || withPlan) && (s.Sport == r.Sport || r.Sport == "OTHER" && s.Sport != "MOBILITY") {
				sum += s.TSS
			}
		}
	}
	return sum
}

// resting tells whether a day lies in the recovery after a race.
func (c *checker) resting(d int) bool {
	for _, r := range c.a.Races {
		if since := d - c.day(Session{Start: r.Day}); since > 0 && since <= r.Full {
			return true
		}
	}
	return false
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

// believed is how much of a stated fitness is.
const believed = 0.7

// state is CTL and ATL at the end of a day. A stated fitness is that of the start of its day, whatever was done before.
func (c *checker) state(d int, withPlan bool) (ctl, atl float64) {
	return c.stateOf(d, func(n int) float64 { return c.daily(n, withPlan) + c.races(n, withPlan) })
}

// calm is the state without what the races of the last six weeks brought.
func (c *checker) calm(d int, withPlan bool) (ctl, atl float64) {
	return c.stateOf(d, func(n int) float64 {
		load := c.daily(n, withPlan) + c.races(n, withPlan)
		if n > -41 {
			load -= c.racing(n, withPlan)
		}
		return load
	})
}

func (c *checker) stateOf(d int, load func(day int) float64) (ctl, atl float64) {
	start, known := c.start()
	stated := c.day(Session{Start: c.a.StatedOn})
	switch {
	case !c.a.StatedOn.IsZero() && d >= stated-1:
		start, ctl, atl = stated, believed*c.a.Stated, believed*c.a.Stated
	case !known:
		return 0, 0
	default:
		ctl, atl = c.seed(start)
	}
	for n := start; n <= d; n++ {
		tss := load(n)
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
	usual := c.usualWeek()
	for d := 1; d <= c.days; d++ {
		now, _ := c.calm(d, true)
		from := d - 7
		if !c.a.StatedOn.IsZero() { // no rise is measured across a statement
			from = max(from, c.day(Session{Start: c.a.StatedOn})-1)
		}
		before, _ := c.calm(from, true)
		empty, _ := c.calm(d, false)
		if rise := now - before; rise > math.Max([]float64{5, 7, 8}[level], empty-before)+1e-6 {
			c.fault("LD-1: fitness rises %.2f in the seven days to day %d", rise, d)
		}
		ctl, atl := c.calm(d-1, true)
		emptyCTL, emptyATL := c.calm(d-1, false)
		floor := []float64{-20, -30, -35}[level]
		if c.a.Masters {
			floor = math.Max(floor, -25)
		}
		if form := ctl - atl; !c.resting(d) && form < math.Min(floor, emptyCTL-emptyATL)-1e-6 {
			c.fault("LD-2: form is %.2f at the start of day %d", form, d)
		}
		week, given := 0.0, 0.0
		for n := d - 6; n <= d; n++ {
			week += c.daily(n, true)
			given += c.daily(n, false)
		}
		if start, known := c.start(); known && start <= -27 && week > math.Max(math.Max(1.5*usual, usual+60), given)+1e-6 {
			c.fault("LD-3: %.1f TSS in the seven days to day %d, %.1f a week before", week, d, usual)
		}
	}
}

// usualWeek is the mean of the best three of the five weeks before the plan, those left out in which four days or more were eased: as they
// are said to be, or in seven or more without load. Where all were, the best three of all.
func (c *checker) usualWeek() float64 {
	eased := map[int]bool{}
	for _, day := range c.a.Eased {
		eased[c.day(Session{Start: day})] = true
	}
	start, _ := c.start()
	for first := start; first <= 0; first++ {
		last := first
		for last <= 0 && c.daily(last, false) == 0 {
			last++
		}
		for d := first; last-first >= 7 && d < last; d++ {
			eased[d] = true
		}
		first = last
	}
	var full, all []float64
	for w := 0; w < 5 && start <= -7*w-6; w++ {
		sum, light := 0.0, 0
		for d := -7*w - 6; d <= -7*w; d++ {
			sum += c.daily(d, false)
			if eased[d] {
				light++
			}
		}
		all = append(all, sum)
		if light < 4 {
			full = append(full, sum)
		}
	}
	if len(full) == 0 {
		full = all
	}
	sort.Float64s(full)
	mean := 0.0
	full = full[max(0, len(full)-3):]
	for _, week := range full {
		mean += week / float64(len(full))
	}
	return mean
}
