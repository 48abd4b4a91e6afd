package plancheck

import (
	"math"
	"time"
)

// asked is how a phase has endurance time fall to low and high intensity, in percent (coaching 2.4).
func (c *checker) asked(w *Week) (low, high float64, known bool) {
	format := c.leads()
	short := format == "RUN_5K" || format == "RUN_10K" || format == "RIDE_CRIT" || format == "ROW_2K"
	lasting := map[string]bool{
		"RUN_HALF": true, "RUN_MARATHON": true, "RUN_ULTRA": true, "RIDE_FONDO": true, "RIDE_CENTURY": true, "TRI_SPRINT": true, "TRI_OLYMPIC": true,
		"TRI_HALF": true, "TRI_FULL": true,
	}[format]
	switch {
	case w.Phase == "BASE":
		return 88, 2, true
	case w.Phase == "BUILD" && format == "HYROX":
		return 78, 10, true
	case w.Phase == "BUILD" && short:
		return 80, 8, true
	case w.Phase == "BUILD" && lasting:
		return 82, 4, true
	case w.Phase != "SPECIFIC" && w.Phase != "TAPER":
	case format == "HYROX":
		return 74, 14, true
	case format == "TRI_FULL":
		return 85, 2, true
	case format == "RUN_5K" || format == "RUN_10K" || format == "ROW_2K" || format == "ROW_5K":
		return 80, 12, true
	case format == "RUN_HALF" || format == "RUN_MARATHON":
		return 79, 4, true
	}
	return 0, 0, false
}

// leads is the format of the A race that comes next, empty for none.
func (c *checker) leads() string {
	format, nearest := "", math.MaxInt
	for _, r := range c.a.Races {
		if left := c.day(Session{Start: r.Day}); r.Priority == "A" && left >= 1 && left < nearest {
			format, nearest = r.Format, left
		}
	}
	return format
}

// distribution is INT-4 over the fourteen days, where each has a phase whose shares the text has, and INT-5, high intensity within 48 hours.
func (c *checker) distribution() {
	for d := 1; d <= c.days; d++ {
		high, today, own := 0.0, 0.0, false
		for _, s := range c.between(d-1, d) {
			if c.raced(*s) {
				continue
			}
			if high += s.High; c.day(*s) == d {
				today += s.High
			}
			own = own || !s.Done && s.High > 0
		}
		if own && today > 0 {
			c.most("INT-5", d-1, d, high, []float64{25, 40, 55}[c.a.Level])
		}
	}
	if c.days < 14 {
		return
	}
	var low, middle, high, wantLow, wantHigh float64
	sessions := 0
	for _, s := range c.between(1, 14) {
		if s.endurance() == 0 || c.raced(*s) {
			continue
		}
		low, middle, high = low+s.Low, middle+s.Middle, high+s.High
		if s.counts() {
			sessions++
		}
	}
	for _, day := range []int{1, 8} {
		w := c.week(day)
		if w == nil {
			return
		}
		l, h, known := c.asked(w)
		if !known {
			return
		}
		wantLow, wantHigh = wantLow+l/2, wantHigh+h/2
	}
	all := low + middle + high
	if all == 0 {
		return
	}
	if start, known := c.start(); c.a.Level == 0 && (!known || 1-start < 56) {
		wantLow = 90
	} else if all/2 < 240 {
		wantLow = 65
	}
	slackLow, slackHigh := 5.0, 5.0
	if m := float64(sessions) / 2; m <= 3 {
		slackLow = 15
	}
	if m := float64(sessions) / 2; m <= 4 {
		slackHigh = 12
	}
	c.least("INT-4", 1, 14, low/all, (wantLow-slackLow)/100)
	c.most("INT-4", 1, 14, high/all, (wantHigh+slackHigh)/100)
}

// neighbours are INT-6 and the SOFT parts of CON-2: nothing of high intensity on the day before a long run of 90 minutes and more, nor within a day
// after it, and no heavy legs a day before a long session, a day and a half before a hard one (masters two days).
func (c *checker) neighbours() {
	for i := range c.all {
		long := &c.all[i]
		if !(long.Long && long.Sport == "RUN" && long.minutes() >= 90) || c.raced(*long) {
			continue
		}
		d := c.day(*long)
		before, own := 0, !long.Done
		for _, s := range c.between(d-1, d-1) {
			if s.HI {
				before++
				own = own || !s.Done
			}
		}
		if own && d >= 1 {
			c.most("INT-6", d-1, d, float64(before), 0)
		}
		for k := range c.all {
			if s := &c.all[k]; s.HI && s.Start.After(long.End) && s.Start.Sub(long.End) < 72*time.Hour && c.day(*s) >= 1 && !(s.Done && long.Done) && !c.raced(*s) {
				c.least("INT-6", d, c.day(*s), s.Start.Sub(long.End).Hours(), 24)
				break
			}
		}
	}
	for _, r := range c.a.Races {
		d := c.day(Session{Start: r.Day})
		if r.Priority == "C" || d-1 < 1 || d-1 > c.days {
			continue
		}
		hard := 0
		for _, s := range c.between(d-1, d-1) {
			if s.HI && s.High > 10 {
				hard++
			}
		}
		c.most("INT-6", d-1, d-1, float64(hard), 0)
		c.rows[len(c.rows)-1].Hard = true
	}
	for i := range c.all {
		lift := &c.all[i]
		for k := range c.all {
			s := &c.all[k]
			if !lift.Heavy || !s.Legs || s.Sport == "STRENGTH" || !s.Start.After(lift.End) || lift.Done && s.Done || s.Start.Sub(lift.End) > 48*time.Hour || c.raced(*s) {
				continue
			}
			gap := s.Start.Sub(lift.End).Hours()
			switch {
			case s.needsFreshLegs() && c.a.Masters:
				c.least("CON-2", c.day(*lift), c.day(*s), gap, 48)
			case s.needsFreshLegs():
				c.least("CON-2", c.day(*lift), c.day(*s), gap, 36)
			case s.Long:
				c.least("CON-2", c.day(*lift), c.day(*s), gap, 24)
			}
		}
	}
}
