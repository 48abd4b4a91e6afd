package plancheck

import "math"

// tapered is a race's row of 6.2: what the three blocks before it may have of the usual endurance, empty for nothing said.
type tapered struct {
	third, second, last [2]float64 // d -21 to -15, d -14 to -8, d -7 to -1
	top                 float64    // of the last, HARD
}

func rowOf(format string) (t tapered, known bool) {
	switch format {
	case "RUN_MARATHON", "TRI_FULL", "RUN_ULTRA":
		return tapered{[2]float64{.75, .90}, [2]float64{.55, .75}, [2]float64{.25, .50}, .85}, true
	case "RUN_HALF", "TRI_HALF":
		return tapered{second: [2]float64{.60, .80}, last: [2]float64{.35, .60}, top: .85}, true
	case "RUN_5K", "RUN_10K", "HYROX": // the last block alone
		return tapered{last: [2]float64{.45, .70}, top: .95}, true
	case "TRI_SPRINT", "TRI_OLYMPIC", "RIDE_TT", "RIDE_CRIT", "ROW_2K", "ROW_5K", "SWIM_POOL", "SWIM_OPEN":
		return tapered{second: [2]float64{.80, .95}, last: [2]float64{.45, .70}, top: .95}, true
	case "RIDE_FONDO", "RIDE_CENTURY":
		return tapered{second: [2]float64{.70, .85}, last: [2]float64{.35, .60}, top: .85}, true
	}
	return tapered{}, false
}

// usual is V0 before a race: the mean of the best three of the last four blocks of endurance minutes before its taper that were not eased, 0 for unknown.
func (c *checker) usual(r *Race) float64 {
	start, known := c.start()
	var weeks []float64
	for back := range 4 {
		last := c.day(Session{Start: r.Day}) - c.taperDays(r) - 1 - 7*back
		if !known || last-6 < start || c.easedExcept(last, r) {
			continue
		}
		sum := 0.0
		for _, s := range c.between(last-6, last) {
			if !c.raced(*s) {
				sum += s.endurance()
			}
		}
		weeks = append(weeks, sum)
	}
	if len(weeks) < 3 {
		return 0
	}
	return bestThree(weeks)
}

// easedExcept is easedBlock without the taper of a race.
func (c *checker) easedExcept(last int, r *Race) bool {
	races := c.a.Races
	c.a.Races = nil
	for i := range races {
		if &races[i] != r && races[i] != *r {
			c.a.Races = append(c.a.Races, races[i])
		}
	}
	light := c.easedBlock(last)
	c.a.Races = races
	return light
}

// banded tells whether a day lies in a block before an A race that is to have less than is usual (coaching 6.2).
func (c *checker) banded(d int) bool {
	for i := range c.a.Races {
		r := &c.a.Races[i]
		row, known := rowOf(r.Format)
		left := c.day(Session{Start: r.Day}) - d
		if !known || r.Priority != "A" || left < 1 || left > 21 {
			continue
		}
		if band := [3][2]float64{row.last, row.second, row.third}[(left-1)/7]; band[1] > 0 {
			return true
		}
	}
	return false
}

// taper are TAP-1, TAP-2 and TAP-3 before A races.
func (c *checker) taper() {
	for i := range c.a.Races {
		r := &c.a.Races[i]
		row, known := rowOf(r.Format)
		day := c.day(Session{Start: r.Day})
		if r.Priority != "A" || day < 2 {
			continue
		}
		if usual := c.usual(r); known && usual >= 120 {
			block := func(from, to int, band [2]float64, top float64) {
				from, to = day+from, day+to
				if band[1] == 0 || to < 1 || to > c.days {
					return
				}
				sum, done := 0.0, 0.0
				for _, s := range c.between(from, to) {
					if c.raced(*s) {
						continue
					}
					if sum += s.endurance(); s.Done {
						done += s.endurance()
					}
				}
				given := done / usual // what is done already is not the plan's, and leaves its other days their part of the band
				if given > 0 {
					given += band[1] * float64(to+1-max(from, 1)) / 7
				}
				c.most("TAP-1", from, to, sum/usual, math.Max(band[1], given))
				reach := done / usual
				for d := max(from, 1); d <= to; d++ { // nor is a day of more than is usual asked for
					reach += math.Min(usual/7, c.open(d, d)) / usual
				}
				if !c.a.Gated {
					c.least("TAP-1", from, to, sum/usual, math.Min(band[0], reach))
				}
				if top > 0 {
					c.most("TAP-1", from, to, sum/usual, math.Max(top, given))
					c.rows[len(c.rows)-1].Hard = true
				}
			}
			block(-21, -15, row.third, 0)
			block(-14, -8, row.second, 0)
			block(-7, -1, row.last, row.top)
		}
		if c.a.Gated {
			continue // who is hurt, or may do nothing hard, keeps what can be kept
		}
		c.keepsTheEdge(day, day-c.taperDays(r))
		c.keepsTheHabit(day, day-c.taperDays(r))
	}
}

// keepsTheEdge is TAP-2: something hard, at race pace, a sharpener or openers in every seven days of a taper, of who has done anything hard, and nothing
// hard in the last 48 hours but openers of ten minutes.
func (c *checker) keepsTheEdge(day, first int) {
	usual := false
	for _, s := range c.between(first-28, first-1) {
		usual = usual || s.HI
	}
	for d := max(1, first+6); usual && d <= min(day-1, c.days); d++ {
		sharp := 0
		for _, s := range c.between(d-6, d) {
			if s.HI || s.High > 0 || s.Race || s.Family == "R-SHARP" || len(s.Family) > 2 && s.Family[1:] == "-OPEN" || s.Family == "H-PRIME" {
				sharp++
			}
		}
		c.least("TAP-2", d-6, d, float64(sharp), 1)
	}
	for _, s := range c.between(max(1, day-2), day-1) {
		if s.HI && !s.Done {
			c.most("TAP-2", c.day(*s), c.day(*s), s.High, 10)
		}
	}
}

// keepsTheHabit is TAP-3: of the usual sessions, those of the four weeks before the taper, the last seven days have three fifths, and in a taper longer
// than they are the seven before them four fifths.
func (c *checker) keepsTheHabit(day, first int) {
	start, known := c.start()
	if !known || first-28 < start {
		return
	}
	sessions := func(from, to int) (n float64) {
		for _, s := range c.between(from, to) {
			if s.counts() && s.TSS > 0 && !c.raced(*s) {
				n++
			}
		}
		return n
	}
	mean := sessions(first-28, first-1) / 4
	if day-1 >= 1 && day-1 <= c.days {
		c.least("TAP-3", day-7, day-1, sessions(day-7, day-1), .6*mean)
	}
	if day-8 >= 1 && day-8 <= c.days && day-first > 7 {
		c.least("TAP-3", day-14, day-8, sessions(day-14, day-8), .8*mean)
	}
}
