package plancheck

import (
	"strings"
)

// climb holds the plan to the ways back after what was cleared.
func (c *checker) climb() {
	for n := range c.a.Cleared {
		had := &c.a.Cleared[n]
		day := between(c.first, had.Over) + 1
		for _, s := range had.stages() {
			for i := range c.plan {
				if d := c.day(c.plan[i]); d >= day && d < day+s.days {
					c.allowed(had, &s.may, &c.plan[i])
				}
			}
			c.together(had, &s.may, day, day+s.days-1)
			day += s.days
		}
	}
}

// allowed holds one session to a day of a way back.
func (c *checker) allowed(had *Cleared, m *may, s *Session) {
	wrong := func(what string) { c.fault("%s on day %d after %s: %s", s.Name, c.day(*s), had.What, what) }
	minutes := s.End.Sub(s.Start).Minutes()
	easy := m.easy == "*" || m.easy != "" && (strings.Contains(m.easy, s.Sport) || s.RunMinutes > 0 && m.easy == "RUN")
	switch {
	case s.Sport == "MOBILITY":
	case m.nothing:
		wrong("a day of rest")
	case !m.hard && (s.HI || s.Heavy):
		wrong("hard")
	case easy && (s.HI || s.Heavy || s.Moderate):
		wrong("not easy")
	case m.run >= 0 && s.RunMinutes > m.run+.01:
		wrong("too much running")
	case m.walked && s.RunMinutes > 0 && s.WalkMinutes < s.RunMinutes/4:
		wrong("no walking between")
	case m.walks > 0 && s.Sport == "WALK" && minutes > m.walks+1:
		wrong("too long a walk")
	case m.only != "" && !strings.Contains(m.only, s.Sport):
		wrong("a sport that waits")
	case !m.jumps && s.Jumps > 0:
		wrong("jumps")
	}
	for _, set := range s.Sets {
		if set.left() < m.reserve-.5 {
			wrong("too near failure")
			break
		}
	}
}

// together holds the days of a stage to what they may have together: a day between two runs, and a part of the usual week.
func (c *checker) together(had *Cleared, m *may, from, to int) {
	ran := map[int]bool{}
	planned := map[int]bool{}
	for i := range c.all {
		s := &c.all[i]
		if s.RunMinutes > 0 || s.Done && s.Sport == "RUN" {
			ran[c.day(*s)] = true
			planned[c.day(*s)] = planned[c.day(*s)] || !s.Done
		}
	}
	for d := max(from, 1); m.minutes >= 0 && !m.nothing && d <= min(to, c.days); d++ {
		sum, done := 0.0, 0.0
		for i := range c.all {
			if s := &c.all[i]; c.day(*s) == d && s.Sport != "STRENGTH" && s.Sport != "MOBILITY" {
				minutes := s.End.Sub(s.Start).Minutes()
				if sum += minutes; s.Done {
					done += minutes
				}
			}
		}
		if sum > max(m.minutes, done)+1 {
			c.fault("%.0f min on day %d after %s", sum, d, had.What)
		}
	}
	for d := max(from, 1); m.everyOther && d <= min(to, c.days); d++ {
		if ran[d] && ran[d-1] && (planned[d] || planned[d-1]) {
			c.fault("runs on days %d and %d after %s", d-1, d, had.What)
		}
	}
	part := func(sports string, share, usual float64) {
		for d := max(from, 1); share > 0 && usual > 0 && d <= min(to, c.days); d++ {
			sum, done := 0.0, 0.0
			for i := range c.all {
				if s := &c.all[i]; strings.Contains(sports, s.Sport) && c.day(*s) >= max(d-6, from) && c.day(*s) <= d {
					minutes := s.End.Sub(s.Start).Minutes()
					if sum += minutes; s.Done {
						done += minutes
					}
				}
			}
			if sum > max(share*usual, 60, done)+.01 {
				c.fault("%.0f min of %s to day %d after %s, of %.0f usual", sum, sports, d, had.What, usual)
			}
		}
	}
	part("RUN", m.running, had.UsualRunning)
	part(arms, m.byArms, had.UsualOfArms)
}
