package plancheck

import (
	"math"
	"strings"
)

// patterns is STR-1: where strength comes first, or as much as endurance, each of the great patterns twice in seven days of base and build.
func (c *checker) patterns() {
	if c.a.Priority != "STRENGTH" && c.a.Priority != "HYBRID" {
		return
	}
	for d := 7; d <= c.days; d++ {
		off := c.a.Gated || !c.phases(d-6, d, "BASE BUILD")
		for n := d - 6; n <= d; n++ {
			off = off || c.tapering(n) || c.recovering(n)
		}
		if off || !planned(c.between(d-6, d)) {
			continue
		}
		for _, pattern := range []string{"SQUAT LUNGE", "HINGE", "PUSH", "PULL"} {
			n, known := 0.0, true
			for _, s := range c.between(d-6, d) {
				if s.Sport != "STRENGTH" {
					continue
				}
				known = known && s.Patterns != ""
				for _, p := range strings.Fields(pattern) {
					if strings.Contains(s.Patterns, p) {
						n++
						break
					}
				}
			}
			if places := c.places(d); known && places > 0 {
				c.least("STR-1", d-6, d, n, math.Min(2, places))
			}
		}
	}
}

// places is how many lifts the week of a day has room for (coaching 2.1).
func (c *checker) places(d int) float64 {
	if w := c.week(d); w != nil {
		return float64(w.Lifts)
	}
	return 0
}

// decided are the rules that hold a plan to what it says of its weeks: BUD-1, its minutes; PRG-1, its rungs and its long session; and MIN-1, which
// sports it has.
func (c *checker) decided() {
	whole, wanted := 0.0, 0.0
	for i := range c.a.Weeks {
		w := &c.a.Weeks[i]
		from := c.day(Session{Start: w.First})
		to := from + 6
		if to > c.days {
			continue
		}
		minutes := c.trained(from, to)
		whole, wanted = whole+minutes, wanted+float64(w.Minutes)
		if w.Minutes > 0 {
			c.most("BUD-1", from, to, minutes/float64(w.Minutes), 1.07)
		}
		c.progress(w, from, to)
	}
	if len(c.a.Weeks) == 2 && c.days == 14 && wanted > 0 {
		c.most("BUD-1", 1, 14, whole/wanted, 1.05)
		c.least("BUD-1", 1, 14, whole/wanted, .95)
	}
	c.floors()
}

// progress is PRG-1: a session of a family that a rung was decided for is on it, and the long session as long as was decided within a twentieth.
func (c *checker) progress(w *Week, from, to int) {
	longest, day := 0.0, from
	for _, s := range c.between(from, to) {
		if rung := w.Rungs[s.Family]; rung > 0 && s.Rung > 0 && !s.Done && !s.Locked {
			c.most("PRG-1", c.day(*s), c.day(*s), math.Abs(float64(s.Rung-rung)), 0)
		}
		if s.Sport == w.LongSport && !c.raced(*s) && s.minutes() > longest {
			longest, day = s.minutes(), c.day(*s)
		}
	}
	if w.LongMinutes > 0 {
		c.most("PRG-1", day, day, math.Abs(longest/float64(w.LongMinutes)-1), .05)
	}
}

// least sessions of swimming, riding and running of a triathlete by how many the week has, bricks counted twice (coaching 2.3).
var triathlon = map[int][3]int{3: {1, 1, 1}, 4: {1, 1, 1}, 5: {1, 2, 2}, 6: {2, 2, 2}, 7: {2, 3, 2}, 8: {2, 3, 3}, 9: {3, 3, 3}}

// floors is MIN-1: a sport that was done in each of six weeks stands in each seven days, one that was done four times in a fortnight; of triathletes as
// many of each as the week has room for. A gate, a taper and a recovery lower it.
func (c *checker) floors() {
	if c.a.Gated || len(c.a.Cleared) > 0 || c.gapBefore() >= 14 {
		return
	}
	bouts := func(sport string, from, to int) (n float64) {
		for _, s := range c.between(from, to) {
			switch {
			case s.Sport == sport, sport == "RUN" && s.RunMinutes > 0, sport == "RIDE" && strings.HasPrefix(s.Family, "X-"):
				n++
			}
		}
		return n
	}
	for _, sport := range []string{"RUN", "RIDE", "SWIM", "ROW"} {
		weekly := true
		for back := range 6 {
			weekly = weekly && bouts(sport, -7*back-6, -7*back) > 0
		}
		for from := 1; weekly && from+6 <= c.days; from += 7 {
			if c.phases(from, from+6, "BASE BUILD SPECIFIC OFF") {
				c.least("MIN-1", from, from+6, bouts(sport, from, from+6), 1)
			}
		}
		if bouts(sport, -41, 0) >= 4 && c.days >= 14 {
			c.least("MIN-1", 1, 14, bouts(sport, 1, 14), 1)
		}
	}
	if !strings.HasPrefix(c.leads(), "TRI_") {
		return
	}
	for from := 1; from+6 <= c.days; from += 7 {
		swims, rides, runs := bouts("SWIM", from, from+6), bouts("RIDE", from, from+6), bouts("RUN", from, from+6)
		floor, known := triathlon[min(9, int(swims+rides+runs))]
		if !known || !c.phases(from, from+6, "BASE BUILD SPECIFIC") {
			continue
		}
		c.least("MIN-1", from, from+6, swims, float64(floor[0]))
		c.least("MIN-1", from, from+6, rides, float64(floor[1]))
		c.least("MIN-1", from, from+6, runs, float64(floor[2]))
	}
}
