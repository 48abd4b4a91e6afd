package plancheck

import (
	"fmt"
	"sort"
	"time"
)

type checker struct {
	a               Athlete
	first           time.Time
	days            int
	done, plan, all []Session
	given, loads    map[int]float64 // TSS by day, of what is done and of all
	faults          []string
	rows            []Row
}

func newChecker(a Athlete, first time.Time, days int, sessions []Session) *checker {
	c := &checker{a: a, first: first, days: days, all: sessions, given: map[int]float64{}, loads: map[int]float64{}}
	sort.Slice(sessions, func(i, j int) bool { return sessions[i].Start.Before(sessions[j].Start) })
	for _, s := range sessions {
		c.loads[c.day(s)] += s.TSS
		if s.Done {
			c.given[c.day(s)] += s.TSS
			c.done = append(c.done, s)
		} else {
			c.plan = append(c.plan, s)
		}
	}
	return c
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
