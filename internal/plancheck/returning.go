package plancheck

import "math"

// back is the rest of RET-2: what the first seven days from the first that is planned again may have of 7·CTL, after a gap of four to six days an easy
// first session, and after more than four weeks what a beginner's weeks have.
func (c *checker) back() {
	if len(c.done) == 0 || len(c.plan) == 0 {
		return
	}
	last := 0
	for d := 0; d > -200; d-- {
		if c.daily(d, false) > 0 {
			last = d
			break
		}
	}
	off, first := -last, 1 // a plan's empty days are none off
	for i := range c.plan {
		if s := &c.plan[i]; s.TSS > 0 && !c.raced(*s) {
			if off >= 4 && off <= 6 && !c.usualGap(off) && !s.Locked && (s.HI || s.Moderate) {
				c.fault("RET-2: the first session after %d days off is not easy", off)
			}
			break
		}
	}
	for d := last; d < first; d++ {
		if c.tapering(d) || c.recovering(d) {
			return
		}
	}
	share := 1.0
	switch {
	case off > 20 && off <= 28:
		share = .55
	case off > 13 && off <= 28:
		share = .70
	case off > 6 && off <= 28:
		share = .85
	default:
		share = 0
	}
	if share > 0 {
		ctl, _ := c.state(0, false)
		sum := 0.0
		for d := first; d < first+7; d++ {
			sum += c.daily(d, true)
		}
		if sum > share*7*ctl+.5 && c.proposed(first, first+6) {
			c.fault("RET-2: %.0f TSS in the seven days from day %d after %d days off, of %.0f", sum, first, off, share*7*ctl)
		}
	}
	if off > 28 {
		c.beginners(first, "RET-2")
	}
}

// usualGap tells whether days off as long are usual: three of the last five weeks had some.
func (c *checker) usualGap(off int) bool {
	weeks := 0
	for back := range 5 {
		run, longest := 0, 0
		for d := -7*back - 6 - off; d <= -7*back-1; d++ {
			if run++; c.daily(d, false) > 0 {
				run = 0
			}
			longest = max(longest, run)
		}
		if longest >= off {
			weeks++
		}
	}
	return weeks >= 3
}

// proposed tells whether some days have a session that is neither done nor locked.
func (c *checker) proposed(from, to int) bool {
	for _, s := range c.between(from, to) {
		if !s.Done && !s.Locked && s.Sport != "MOBILITY" {
			return true
		}
	}
	return false
}

// beginners holds two weeks to what a beginner's have: 90 minutes, then 15 more (coaching 2.6); each week what was done before and 15 more is allowed.
func (c *checker) beginners(first int, rule string) {
	for week := range 2 {
		from := first + 7*week
		most, sum := 90+15*float64(week), c.trained(from, from+6)
		if sum > math.Max(most, c.trained(from-7, min(from-1, 0))+15)+1 && c.proposed(from, from+6) && from <= c.days {
			c.fault("%s: %.0f min in the seven days from day %d, a beginner has %.0f", rule, sum, from, most)
		}
	}
}

// thin is DAT-1 while fewer than fourteen days are known: weeks, sessions and runs no longer than 2.6 has them by level, nothing hard in the first week
// and one such session in the second.
func (c *checker) thin() {
	start, known := c.start()
	if known && start <= -13 {
		return
	}
	if c.a.Level == 0 {
		c.beginners(1, "DAT-1")
		return
	}
	week, session, run := []float64{0, 150, 240}[c.a.Level], []float64{0, 45, 60}[c.a.Level], []float64{0, 30, 40}[c.a.Level]
	if sum := c.trained(1, 7); sum > math.Max(week, c.trained(-6, 0)+15)+1 && c.proposed(1, 7) {
		c.fault("DAT-1: %.0f min in the first week, %.0f are for somebody of whom so little is known", sum, week)
	}
	hard := 0
	for i := range c.plan {
		s := &c.plan[i]
		d := c.day(*s)
		if s.HI && d <= 14 {
			hard++
		}
		if known && d-start >= 14 || d > 14 || s.Locked || c.raced(*s) || s.Sport == "MOBILITY" {
			continue
		}
		switch {
		case s.HI && (d <= 7 || hard > 1):
			c.fault("DAT-1: %s is hard, on day %d", s.Name, d)
		case s.minutes() > session+slackMinutes:
			c.fault("DAT-1: %s of %.0f min on day %d, %.0f are the most", s.Name, s.minutes(), d, session)
		case s.run() > run+slackMinutes:
			c.fault("DAT-1: %s runs %.0f min on day %d, %.0f are the most", s.Name, s.run(), d, run)
		}
	}
}
