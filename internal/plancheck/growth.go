package plancheck

import (
	"math"
	"sort"
	"strings"
)

// effort is what a session has of a sport: minutes, and metres where they are known.
type effort struct {
	day             int
	minutes, meters float64
	done, race      bool
	session         *Session
}

// run is what a session has of running: all of a run but what is walked, and what is run off the bike or between stations.
func (s *Session) run() float64 {
	if s.Sport == "RUN" && s.RunMinutes == 0 && s.WalkMinutes == 0 {
		return s.End.Sub(s.Start).Minutes()
	}
	return s.RunMinutes
}

// efforts are those of a sport, in their order.
func (c *checker) efforts(sport string) (list []effort) {
	for i := range c.all {
		s := &c.all[i]
		e := effort{day: c.day(*s), done: s.Done, session: s, race: c.raced(*s)}
		switch {
		case sport == "RUN":
			if e.minutes = s.run(); s.Sport == "RUN" {
				e.meters = s.Meters
			}
		case s.Sport == sport:
			if e.minutes = s.End.Sub(s.Start).Minutes() - s.RunMinutes; sport == "SWIM" {
				e.meters = s.Meters
			}
		}
		if e.minutes > 0 {
			list = append(list, e)
		}
	}
	return list
}

// longest is that of some days before one, in minutes and in metres, which are 0 where the longest by time has none; a race counts at most 1.1 times
// the longest training of sixty days.
func longest(list []effort, day, days int) (minutes, meters float64) {
	trained, far, unmeasured := 0.0, 0.0, 0.0
	for _, e := range list {
		if e.day < day && e.day >= day-60 && !e.race {
			trained, far = math.Max(trained, e.minutes), math.Max(far, e.meters)
		}
	}
	for _, e := range list {
		if e.day >= day || e.day < day-days {
			continue
		}
		m, x := e.minutes, e.meters
		if e.race && trained > 0 {
			m, x = math.Min(m, 1.1*trained), math.Min(x, 1.1*far)
		}
		if x == 0 {
			unmeasured = math.Max(unmeasured, m)
		}
		minutes, meters = math.Max(minutes, m), math.Max(meters, x)
	}
	if unmeasured >= minutes {
		meters = 0
	}
	return minutes, meters
}

// Of lengths that are planned to the minute and told to the metre.
const (
	slackMinutes = 1
	slackMeters  = 60
)

// running is VOL-2, a single run beside the longest of thirty days, and the HARD part of VOL-3, the running of a week beside that of six (coaching 8).
func (c *checker) running() {
	list := c.efforts("RUN")
	for _, e := range list {
		s := e.session
		if e.done || e.race || s.Locked {
			continue
		}
		minutes, meters := longest(list, e.day, 30)
		if half, farHalf, after := c.halved(list, e.day); after && s.WalkMinutes == 0 {
			if e.minutes > math.Max(half, []float64{20, 30, 30}[c.a.Level])+slackMinutes && (e.meters == 0 || e.meters > math.Max(farHalf, []float64{3000, 5000, 5000}[c.a.Level])+slackMeters) {
				c.fault("VOL-2: %.0f min on day %d, so soon after a race; half of the longest has %.0f", e.minutes, e.day, half)
			}
			continue
		}
		if before := c.longRun(e.day - 1); before > 0 && s.Long && e.minutes > .65*before+slackMinutes {
			c.fault("VOL-2: a long run of %.0f min on day %d, the day after one of %.0f", e.minutes, e.day, before)
		}
		switch {
		case s.WalkMinutes > 0 && s.End.Sub(s.Start).Minutes() <= 41: // run and walk: half an hour, and five minutes of walking before and after it
			continue
		case minutes == 0:
			if most := []float64{20, 30, 30}[c.a.Level]; e.minutes > most+slackMinutes && (e.meters == 0 || e.meters > []float64{3000, 5000, 5000}[c.a.Level]+slackMeters) {
				c.fault("VOL-2: the first run of thirty days, on day %d, has %.0f min", e.day, e.minutes)
			}
			continue
		case meters > 0 && e.meters > 0:
			if e.meters > math.Max(1.1*meters, meters+1000)+slackMeters {
				c.fault("VOL-2: %.1f km on day %d after a longest of %.1f", e.meters/1000, e.day, meters/1000)
			}
		case e.minutes > math.Max(1.1*minutes, minutes+6)+slackMinutes:
			c.fault("VOL-2: %.0f min on day %d after a longest of %.0f", e.minutes, e.day, minutes)
		}
	}
	eased := map[int]bool{}
	for _, day := range c.a.Eased {
		eased[c.day(Session{Start: day})] = true
	}
	block := func(first int) (meters float64, light int) {
		for _, e := range list {
			if e.day >= first && e.day < first+7 && !e.race {
				meters += e.meters
			}
		}
		for d := first; d < first+7; d++ {
			if eased[d] {
				light++
			}
		}
		return meters, light
	}
	for first := 1; first+6 <= c.days; first += 7 {
		var before []float64
		for back := 1; back <= 6; back++ {
			if meters, light := block(first - 7*back); light < 4 {
				before = append(before, meters)
			}
		}
		sort.Float64s(before)
		base := 0.0
		if n := len(before); n >= 3 {
			base = (before[n-1] + before[n-2] + before[n-3]) / 3
		}
		if week, _ := block(first); base >= 15_000 && week > 1.5*base+slackMeters {
			c.fault("VOL-3: %.1f km in the week from day %d, of %.1f usual", week/1000, first, base/1000)
		}
	}
}

// halved tells whether a day lies in the fourteen days from the first run after a race that was run, as long as that race's recovery lasts, and how long
// half of the longest run of sixty days is: in minutes, and in metres. The race counts as far as it does anywhere.
func (c *checker) halved(list []effort, day int) (minutes, meters float64, after bool) {
	for i := range c.a.Races {
		r := &c.a.Races[i]
		raced := c.day(Session{Start: r.Day})
		if r.Priority == "C" || r.Sport != "RUN" || raced >= day || !c.recovering(day) {
			continue
		}
		first := day
		for _, e := range list {
			if e.day > raced && e.day < first {
				first = e.day
			}
		}
		if day-first < 14 {
			minutes, meters = longest(list, day, 60)
			return minutes / 2, meters / 2, true
		}
	}
	return 0, 0, false
}

// longRun is how long the long run of a day is, 0 where there is none.
func (c *checker) longRun(d int) float64 {
	for _, s := range c.between(d, d) {
		if s.Sport == "RUN" && s.Long && !c.raced(*s) {
			return s.run()
		}
	}
	return 0
}

// rise is how long a session of a sport may be beside the longest of thirty days, and how long where there was none: novices, others.
type rise struct {
	sports string
	part   float64
	floor  float64 // minutes, metres of swims
	first  [2]float64
}

var rises = []rise{{"RIDE", 1.25, 20, [2]float64{30, 45}}, {"SWIM", 1.25, 300, [2]float64{300, 600}}, {"ROW SKI_ERG", 1.20, 8, [2]float64{12, 20}}, {"WALK", 1.25, 20, [2]float64{30, 60}}}

// spikes is SPK-1, HARD of novices, SOFT of others: sessions of other sports beside the longest of thirty days, and leg sets beside the last three lifts that
// had any (coaching 8).
func (c *checker) spikes() {
	for _, r := range rises {
		for _, sport := range strings.Fields(r.sports) {
			list := c.efforts(sport)
			for _, e := range list {
				if e.done || e.race || e.session.Locked {
					continue
				}
				is, most := e.minutes, 0.0
				minutes, meters := longest(list, e.day, 30)
				before := minutes
				if sport == "SWIM" { // minutes where metres are unknown: nobody's pace is known by this text
					if e.meters == 0 || minutes > 0 && meters == 0 {
						continue
					}
					is, before = e.meters, meters
				}
				if most = math.Max(r.part*before, before+r.floor); before == 0 {
					most = r.first[min(1, c.a.Level)]
				}
				if is > most+slackMinutes+1 && c.a.Level > 0 {
					c.most("SPK-1", e.day, e.day, is, most)
				} else if is > most+slackMinutes+1 {
					c.fault("SPK-1: %s of %.0f on day %d, %.0f are prepared for", e.session.Name, is, e.day, most)
				}
			}
		}
	}
	for i := range c.plan {
		s := &c.plan[i]
		if s.Sport != "STRENGTH" || s.Locked {
			continue
		}
		if c.a.Level == 0 && c.firstLift(s) {
			c.firstTime(s)
		}
		if s.LegSets == 0 {
			continue
		}
		var last []float64
		lately := false
		for k := len(c.all) - 1; k >= 0; k-- {
			if o := &c.all[k]; o.Sport == "STRENGTH" && o.Start.Before(s.Start) && o.LegSets > 0 && len(last) < 3 {
				last = append(last, float64(o.LegSets))
				lately = lately || c.day(*o) >= c.day(*s)-28
			}
		}
		most := 6.0
		if lately {
			most = 4
			for _, n := range last {
				most += n / float64(len(last))
			}
		}
		if c.a.Level > 0 && float64(s.LegSets) > most+.5 {
			c.most("SPK-1", c.day(*s), c.day(*s), float64(s.LegSets), most)
		} else if float64(s.LegSets) > most+.5 {
			c.fault("SPK-1: %s on day %d has %d sets for the legs, %.1f are prepared for", s.Name, c.day(*s), s.LegSets, most)
		}
	}
}

// firstTime is what a lift may have after four weeks without one: fourteen sets, three repetitions in reserve.
func (c *checker) firstTime(s *Session) {
	if s.LiftSets > 14 {
		c.fault("SPK-1: %s on day %d has %d sets, the first in four weeks", s.Name, c.day(*s), s.LiftSets)
	}
	for _, set := range s.Sets {
		if set.left() < 3-1e-9 {
			c.fault("SPK-1: %s on day %d leaves %.1f in reserve, the first in four weeks", s.Name, c.day(*s), set.left())
			return
		}
	}
}

// firstLift tells whether nothing was lifted in the four weeks before a session.
func (c *checker) firstLift(s *Session) bool {
	for i := range c.all {
		if o := &c.all[i]; o.Sport == "STRENGTH" && o.Start.Before(s.Start) && c.day(*o) >= c.day(*s)-28 {
			return false
		}
	}
	return true
}
