package plancheck

import "math"

// runShares are how much of seven days' running the longest run may be, by how many runs there are from four on (coaching 8, VOL-1).
var runShares = []float64{4: .55, 5: .45, 6: .32, 7: .30}

// shares is VOL-1: off in taper, recovery, run and walk; of a planned double weekend each day has at most .75.
func (c *checker) shares() {
	list := c.efforts("RUN")
	for d := 1; d <= c.days; d++ {
		off, any, double := false, false, false
		for n := d - 6; n <= d; n++ {
			off = off || c.tapering(n) || c.recovering(n)
		}
		runs, known, past := 0, true, 0.0
		var minutes, meters, longest, farthest float64
		for _, e := range list {
			if e.day <= d-7 || e.day > d {
				continue
			}
			runs++
			if any = any || !e.done; e.done {
				past = math.Max(past, e.minutes)
			}
			off = off || e.session.Family == "R-WALK" || e.race
			double = double || e.session.Family == "R-B2B"
			known = known && e.meters > 0
			minutes, meters = minutes+e.minutes, meters+e.meters
			longest, farthest = math.Max(longest, e.minutes), math.Max(farthest, e.meters)
		}
		if off || !any || runs < 4 || past >= longest { // a longest run that is done is not the plan's
			continue
		}
		limit := runShares[min(runs, 7)]
		if double {
			limit = .75
		}
		share := longest / minutes
		if known {
			share = farthest / meters
		}
		c.most("VOL-1", d-6, d, share, limit)
	}
}

// volumes is VOL-3: the metres of seven days beside the best three of the six blocks before the block that they end in, lighter ones left out.
func (c *checker) volumes() {
	list := c.efforts("RUN")
	sum := func(from, to int) (meters float64, known, any bool) {
		known = true
		for _, e := range list {
			if e.day >= from && e.day <= to && !e.race {
				meters += e.meters
				known = known && e.meters > 0
				any = any || !e.done
			}
		}
		return meters, known, any
	}
	for d := 1; d <= c.days; d++ {
		last := 7 * int(math.Floor(float64(d-1)/7)) // of the block before
		var before []float64
		complete := true
		for back := range 6 {
			to := last - 7*back
			meters, known, _ := sum(to-6, to)
			if start, has := c.start(); !has || to-6 < start {
				continue
			}
			complete = complete && known
			if !c.easedBlock(to) {
				before = append(before, meters)
			}
		}
		week, known, any := sum(d-6, d)
		if !known || !complete || !any || len(before) < 3 {
			continue
		}
		base := bestThree(before)
		soft := 1.25
		if base < 25_000 {
			soft = 1.4
		}
		c.most("VOL-3", d-6, d, week, soft*base)
		if base >= 15_000 {
			c.most("VOL-3", d-6, d, week, 1.5*base)
			c.rows[len(c.rows)-1].Hard = true
		}
	}
}

// open is how many minutes the windows of some days are long, infinite where nobody limits them.
func (c *checker) open(from, to int) float64 {
	if !c.a.Limited {
		return math.Inf(1)
	}
	sum := 0.0
	for _, w := range c.a.Windows {
		if d := c.day(Session{Start: w.Start}); d >= from && d <= to {
			sum += w.End.Sub(w.Start).Minutes()
		}
	}
	return sum
}

// enough is LD-8: .80 of what keeps fitness in every seven days, and .93 of what was decided in every week; off in recovery, off-season, return and
// step-backs, in a taper, and where hours bind.
func (c *checker) enough() {
	if !c.known() {
		return
	}
	off := func(from, to int) bool {
		for d := from; d <= to; d++ {
			w := c.week(d)
			switch {
			case c.tapering(d) || c.recovering(d):
				return true
			case d >= 1 && (w == nil || w.StepBack || w.Phase != "BASE" && w.Phase != "BUILD" && w.Phase != "SPECIFIC"):
				return true
			}
		}
		return false
	}
	for d := 7; d <= c.days; d++ { // what was too little before the plan is not its fault
		wanted := .8 * 7 * c.fitness(0)
		if off(d-6, d) || c.banded(d-6) || c.banded(d) || c.a.Gated || len(c.a.Cleared) > 0 || c.gapBefore() >= 4 || c.open(d-6, d)/60*50 < 1.25*wanted {
			continue
		}
		load := 0.0
		for n := d - 6; n <= d; n++ {
			load += c.daily(n, true) + c.races(n, true)
		}
		c.least("LD-8", d-6, d, load, wanted)
	}
	for i := range c.a.Weeks {
		w := &c.a.Weeks[i]
		from := c.day(Session{Start: w.First})
		if to := from + 6; w.Minutes > 0 && to <= c.days && !off(from, to) && !c.a.Gated && len(c.a.Cleared) == 0 && c.gapBefore() < 4 && c.open(from, to) >= 1.25*float64(w.Minutes) {
			c.least("LD-8", from, to, c.trained(from, to)/float64(w.Minutes), .93)
		}
	}
}

// trained are the minutes of some days: all but mobility and races.
func (c *checker) trained(from, to int) float64 {
	sum := 0.0
	for _, s := range c.between(from, to) {
		if s.Sport != "MOBILITY" && !c.raced(*s) {
			sum += s.minutes()
		}
	}
	return sum
}

// gapBefore is how many days without load end with the last before the plan's first.
func (c *checker) gapBefore() int {
	days := 0
	for d := 0; d > -60 && c.daily(d, false) == 0; d-- {
		days++
	}
	return days
}

// unload is RST-2: after four loading blocks (three of advanced athletes above twelve hours and from sixty years on) a week has at most .80 of their
// mean, one session of high intensity and three fifths of their sets for the legs; never of novices under three hours or 150 TSS a week.
func (c *checker) unload() {
	load := func(last int) (tss, minutes float64, legs int) {
		for _, s := range c.between(last-6, last) {
			if s.Sport != "MOBILITY" && !c.raced(*s) {
				tss, minutes, legs = tss+s.TSS, minutes+s.minutes(), legs+s.LegSets
			}
		}
		return tss, minutes, legs
	}
	start, known := c.start()
	loading := func(last int) bool {
		if !known || last-6 < start || c.easedBlock(last) {
			return false
		}
		best, own := 0.0, 0.0
		for back := range 4 {
			tss, _, _ := load(last - 7*back)
			if best = math.Max(best, tss); back == 0 {
				own = tss
			}
		}
		return own > 0 && own >= .95*best
	}
	for first := 1; first+6 <= c.days; first += 7 {
		n := 0
		for loading(first - 1 - 7*n) {
			n++
		}
		need := 4
		_, minutes, _ := load(first - 1)
		if c.a.Age >= 60 || c.a.Level == 2 && minutes > 12*60 {
			need = 3
		}
		var mean, time, sets float64
		for back := range need {
			tss, minutes, legs := load(first - 1 - 7*back)
			mean, time, sets = mean+tss/float64(need), time+minutes/float64(need), sets+float64(legs)/float64(need)
		}
		if n < need || c.a.Level == 0 && (time < 180 || mean < 150) {
			continue
		}
		hard := 0
		for _, s := range c.between(first, first+6) {
			if s.HI && !c.raced(*s) {
				hard++
			}
		}
		tss, _, legs := load(first + 6)
		c.most("RST-2", first, first+6, tss, .8*mean)
		c.rows[len(c.rows)-1].Hard = n >= 7
		c.most("RST-2", first, first+6, float64(hard), 1)
		if sets > 0 {
			c.most("RST-2", first, first+6, float64(legs), .6*sets)
		}
	}
}
