package season

import (
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Lengths of the sessions around a race, in minutes.
const (
	openMinutes  = 20
	sharpMinutes = 45
	sharpLittle  = 35 // of an athlete with under littleV0 a week
	littleV0     = 200
	beforeRest   = 30 // easy, three days before
	walkMinutes  = 20
	spinMinutes  = 25
	shortDay     = 40 // easy, in the week before the last, at the least of who trains as many hours as most
)

type countdown struct {
	*builder
	event *Event
	row   row
	sport training.Sport
	v0    float64
	days  map[int]Slot
}

// countdown are the sessions of the days before an event, by the days that are left.
func (b *builder) countdown(e *Event) map[int]Slot {
	c := countdown{builder: b, event: e, row: b.cal.row(e), sport: b.eventSport(e), v0: b.v0Before(), days: map[int]Slot{}}
	c.days[0] = Slot{Role: RaceDay, Sport: e.Sport, Minutes: e.Seconds(&b.in.Racer) / 60, Why: nameOf(e)}
	switch {
	case e.Priority == training.EventC:
	case SportOf(e.Kind()) == training.Strength:
		c.meet()
	case e.Priority == training.EventB:
		c.lastThree()
	default:
		c.lastSeven()
		if c.row.early {
			c.weekBefore()
		}
	}
	return c.days
}

// m is how many endurance sessions the athlete's weeks have.
func (c *countdown) m() int { return c.enduranceSessions(c.event) }

// enduranceSessions is how many sessions of endurance a week of the athlete has around an event: as many as usual where nobody has lifted,
// else what lifts leave.
func (b *builder) enduranceSessions(e *Event) int {
	m := b.n - strengthSlots(b.cal, &Standing{Phase: session.Specific, Event: e}, b.n)
	if h := &b.in.History; h.Habit() > 0 {
		lifts := h.mean(func(k *Block) float64 { return float64(k.Strengths) })
		m = max(m, min(b.n, h.Habit()-round(lifts)))
	}
	return max(1, m)
}

// lastSeven is the week before the race: sharpened once, opened once, a day of rest before or after that, and easy days for the rest of
// the middle of its band.
func (c *countdown) lastSeven() {
	share := c.inBand(c.row.bandAt(1))
	minutes, count := share*c.v0, max(3, round(float64(c.m())*(share+.35)))
	if c.v0 == 0 {
		minutes = 100
	}
	open, sharp := 1, c.sharpDay()
	if novice(c.athlete) || c.athlete.Travel || c.format == training.Hyrox {
		open = 2
	}
	c.days[open] = c.opener()
	c.days[sharp] = c.sharpener(int(minutes))
	count, minutes = count-2, minutes-float64(c.days[open].Minutes+c.days[sharp].Minutes)
	between := c.m() >= fullWeek // who trains on most days has one between the last long session and the sharpener too
	if count > 1 && between && minutes < 2*beforeRest {
		minutes = max(minutes, 2*shortEasy)
	}
	if before := min(beforeRest, max(shortEasy, toFive(minutes/float64(max(1, count))))); (count > 1 || !between) && count > 0 && sharp != 3 && minutes >= 20 {
		if !between {
			before = beforeRest
		}
		c.days[3] = c.easyDay(E, before)
		count, minutes = count-1, minutes-float64(before)
	}
	for count < c.m()-2 && minutes >= float64(max(1, count)*c.longestEasy(c.sport)+shortEasy) { // who trains long but not often keeps his days
		count++
	}
	c.easyDays([]int{6, 7, 5, 4}, count, minutes)
	if n := strengthSlots(c.cal, &Standing{Phase: session.Taper, Event: c.event}, c.n); n > 0 && !c.row.early {
		c.lightLift(6)
	}
}

// easyDays spreads minutes over the first free ones of some days, those first on which the athlete usually trains.
func (c *countdown) easyDays(order []int, count int, minutes float64) {
	var open []int
	usual := c.usualDays()
	free := func(d int) int {
		if usual[c.event.Date.AddDays(-d).Weekday()] > 1./14 {
			return 0
		}
		return 1
	}
	order = slices.Clone(order)
	slices.SortStableFunc(order, func(x, y int) int { return free(x) - free(y) })
	for count > 1 && minutes < float64(count*shortEasy) {
		count--
	}
	if count == 1 && c.m() >= fullWeek { // sessions become shorter before they become fewer
		minutes = max(minutes, shortEasy)
	}
	for _, d := range order {
		if _, some := c.days[d]; !some && len(open) < count {
			open = append(open, d)
		}
	}
	for i, d := range open {
		role := E
		if i == 0 {
			role = EPlus
		}
		if each := toFive(minutes / float64(len(open))); each >= 15 {
			c.days[d] = c.easyDay(role, each)
		}
	}
}

// The longest an easy day of the last week is, in minutes: an hour, a swim of a triathlete less, and of who rides many hours more, or the week would have less
// than its band.
const (
	easyHour = 60
	easyRide = 90
	easySwim = 45
	easyLast = 45 // before the longest races, whose last week is the shortest
)

func (c *countdown) longestEasy(sport training.Sport) int {
	switch {
	case c.row.early:
		return easyLast
	case sport == training.Ride && !triathlon(c.format):
		return easyRide
	case sport == training.Swim && triathlon(c.format):
		return easySwim
	}
	return easyHour
}

func (c *countdown) sharpDay() int {
	switch {
	case c.format == training.Row2K:
		return 3
	case c.format == training.RunHalf || c.format == training.TriHalf:
		return 5
	}
	return 4
}

// weekBefore are d -14 to -8 of the longest races: two shorter long sessions, the last hard one and a few easy days.
func (c *countdown) weekBefore() {
	long := func(share float64) Slot {
		s := Slot{Role: L, Sport: c.sport, Families: ids(usualLong(c.sport)[0]), Why: "the last long sessions before the race"}
		top := ofThree(c.athlete.LevelIn(c.sport), c.row.peaks[c.sport])
		reached := c.history.Longest(c.sport, c.week.First, 60)
		l := newLadder(c.sport, reached, top, capOf(c.sport, c.format, 0))
		to := min(l.peakLength(), l.longest())
		if reached.Minutes == 0 {
			to, l.last = float64(l.top())*.5, Effort{}
		}
		length := l.share(to, share)
		s.Minutes, s.Meters = toFive(float64(length.Minutes)), length.Meters
		s.Least, s.Most = s.Minutes-5, s.Minutes+5
		return s
	}
	c.days[14], c.days[8] = long(.6), long(.4)
	count, minutes := min(6, max(3, int(math.Ceil(.8*float64(c.m())))))-2, c.inBand(c.row.bandAt(8))*c.v0-float64(c.days[14].Minutes+c.days[8].Minutes)
	if families := c.choose.first(c.row.keyCells(session.Specific, false)...); len(families) > 0 && c.hiMost() > 0 {
		s := Slot{Role: K, Families: families, Why: "the last hard session before the race, a short one"}
		level, _ := c.levelFor(families[0])
		c.dose(&s, level, Hold)
		s.Share, s.Highest, s.Minutes = .5, s.Level, min(s.Minutes, sharpMinutes)
		s.Least = min(s.Least, s.Minutes)
		c.days[10] = s
		count, minutes = count-1, minutes-float64(s.Minutes)
	}
	least := min(shortDay, max(shortEasy, toFive(c.v0/8)))
	c.easyDays([]int{12, 9, 11, 13}, count, max(minutes, float64(count*least)))
	if n := strengthSlots(c.cal, &Standing{Phase: session.Taper, Event: c.event}, c.n); n > 0 {
		c.lightLift(13)
	}
}

// meet is the week before a meet: the last heavy session early in it at half the volume, a light one after it, then rest. What is lifted there is what
// the weeks before it had.
func (c *countdown) meet() {
	was := c.choose.phase
	defer func() { c.choose.phase = was }()
	c.choose.phase = session.Specific
	for d, wish := range map[int][]session.ID{6: ids("Q-PEAK", "Q-MAIN", "Q-PREV"), 3: ids("Q-PREV", "Q-BODY")} {
		families := c.liftOpen(wish)
		if len(families) == 0 {
			continue
		}
		s := Slot{Role: SShort, Sport: training.Strength, Families: families, Minutes: 20, Least: 15, Most: 30, Why: "light before the meet"}
		if d == 6 {
			s.Minutes, s.Most, s.Why = 30, 40, "the last heavy lifts before the meet, half of them"
			if s.Family() == "Q-PEAK" { // the others are short as they are
				s.Minutes, s.Most, s.Share = 40, 45, .5
			}
		}
		c.days[d] = s
	}
}

// The three easy days before a B event: their part of what such days usually have (coaching 6.2, "-30 %"), and the shortest that is worth the way.
const (
	easyBeforeB  = .6
	leastBeforeB = 15
	restBeforeB  = 45 // and the longest
	rideBeforeB  = 60
)

// lastThree are the easy days before a B event. Who trains many hours has a second easy one: whoever does next to nothing for three days is no fresher for it.
func (c *countdown) lastThree() {
	c.days[1] = c.opener()
	rest := easyBeforeB*c.v0*3/7 - float64(c.days[1].Minutes)
	if c.v0 == 0 {
		rest = beforeRest
	}
	longest := restBeforeB
	if c.sport == training.Ride && !triathlon(c.format) {
		longest = rideBeforeB
	}
	if first := min(longest, toFive(rest)); first >= leastBeforeB && (rest < 2*beforeRest || c.m() < fullWeek) {
		c.days[3] = c.easyDay(E, first)
	} else if first >= leastBeforeB {
		first = min(longest, toFive(.6*rest))
		c.days[3], c.days[2] = c.easyDay(E, first), c.easyDay(E, min(first, toFive(.4*rest)))
	}
}

// fullWeek is from how many endurance sessions a week on most days have one.
const fullWeek = 5

func (c *countdown) opener() Slot {
	open := map[training.Sport]session.ID{training.Run: "R-OPEN", training.Ride: "B-OPEN", training.Swim: "S-OPEN", training.Row: "W-OPEN"}
	s := Slot{Role: Open, Sport: c.sport, Minutes: openMinutes, Least: openMinutes, Most: 25, Why: "wakes the legs for the race"}
	id := open[c.sport]
	if c.event.Kind() == training.Hyrox {
		id = "H-PRIME"
	}
	if id != "" {
		f, _ := session.Find(id)
		s.Sport, s.Families, s.Minutes, s.Most = f.Sport, ids(id), max(openMinutes, f.Minutes.Low), max(25, f.Minutes.Low)
		s.Least = s.Minutes
	} else {
		s.Families = ids(easyFamily(c.sport))
	}
	return s
}

// Of a last hard session that is another family's: the part of its work, and how many seconds of VO2max work it has at most (coaching 6.2, "never").
const (
	sharpShare = .45
	sharpHard  = 12 * 60
)

// sharpener is the last session with the race's pace: of runners their own family, else the last key family at less than half its work.
func (c *countdown) sharpener(minutes int) Slot {
	s := Slot{Role: Sharp, Sport: c.sport, Minutes: sharpMinutes, Least: sharpLittle, Most: 50, Why: "keeps the feel of the race's pace"}
	if c.v0 < littleV0 {
		s.Minutes = sharpLittle
	}
	s.Minutes = max(25, min(s.Minutes, minutes/2))
	s.Least = min(s.Least, s.Minutes)
	if c.sport == training.Run && c.athlete.may(training.Run) {
		s.Families = ids("R-SHARP")
		return s
	}
	ch := c.choose
	ch.phase = session.Specific
	for _, id := range ch.first(c.row.keyCells(session.Specific, false)...) {
		if f, _ := session.Find(id); f.Sport == c.sport {
			s.Families = append(s.Families, id)
		}
	}
	if others := slices.DeleteFunc(slices.Clone(s.Families), isVO2); len(others) > 0 {
		s.Families = others
	}
	if len(s.Families) == 0 {
		s.Families = ids(easyFamily(c.sport))
		return s
	}
	s.Level, s.Step = c.levelFor(s.Family())
	s.Highest, s.Share = s.Level, sharpShare
	if f, _ := session.Find(s.Family()); isVO2(f.ID) {
		s.Share = min(s.Share, sharpHard/float64(f.Work(s.Level).Seconds))
	}
	return s
}

// nextSport is the sport of a triathlete's next easy day: the one that the planned days before the race lack most, by how often each is usually done.
func (c *countdown) nextSport() training.Sport {
	has, all, usual := map[training.Sport]int{}, 1, 0
	for d, s := range c.days {
		if d <= int(c.event.Date-c.in.From) && slices.Contains(triathlonOrder, s.Sport) && s.Role != RaceDay {
			has[s.Sport]++
			all++
		}
	}
	for _, sport := range triathlonOrder {
		usual += max(1, c.in.History.Counts[sport])
	}
	best, most := c.sport, math.Inf(-1)
	for _, sport := range triathlonOrder {
		lacks := float64(all*max(1, c.in.History.Counts[sport]))/float64(usual) - float64(has[sport])
		if c.athlete.may(sport) && lacks > most {
			best, most = sport, lacks
		}
	}
	return best
}

func isVO2(id session.ID) bool {
	f, _ := session.Find(id)
	return f.Class == session.VO2
}

// easyDay is one easy day before the race; a triathlete's go round the sports.
func (c *countdown) easyDay(role Role, minutes int) Slot {
	sport := c.sport
	if triathlon(c.format) {
		sport = c.nextSport()
	}
	minutes = min(minutes, c.longestEasy(sport))
	s := Slot{Role: role, Sport: sport, Minutes: minutes, Least: max(15, minutes-10), Most: minutes, Why: "easy before the race"}
	drills := role == EPlus && !(triathlon(c.format) && sport == training.Swim) // in the water a triathlete swims, easily and without stops, as in the race
	for _, id := range c.easyFamilies(sport, drills) {
		if c.choose.allowed(id) {
			s.Families = append(s.Families, id)
		}
	}
	if len(s.Families) == 0 {
		s.Families, s.Sport = ids("A-WALK"), training.Walk
	}
	f, _ := session.Find(s.Families[0])
	s.Most = min(s.Most, f.Minutes.High)
	s.Minutes = min(s.Minutes, s.Most)
	s.Least = min(s.Least, s.Minutes)
	c.easyRung(&s)
	return s
}

// easyRung gives an easy day whose family has a ladder the athlete's rung there, or the highest that its minutes have room for.
func (b *builder) easyRung(s *Slot) {
	f, _ := session.Find(s.Family())
	level, step := b.levelFor(f.ID)
	if level == 0 {
		return
	}
	if most := rungIn(&f, s.Minutes, b.athlete.LevelIn(f.Sport) == training.Novice); most < level {
		level, step = most, Hold
	}
	s.Level, s.Step, s.Highest = level, step, level
}

// lightLift is what strength is left before a race, with an easy day beside it.
func (c *countdown) lightLift(d int) {
	if _, some := c.days[d]; some && c.m() < 5 {
		return
	}
	if families := c.liftOpen(ids("Q-PREV", "Q-BODY")); len(families) > 0 {
		lift := Slot{Role: SShort, Sport: training.Strength, Families: families, Minutes: 20, Least: 20, Most: 25, Why: "light: heavy lifts rest before the race"}
		if _, some := c.days[d]; !some {
			c.days[d] = lift
		}
	}
}

func (b *builder) eventSport(e *Event) training.Sport {
	for _, s := range sportsOf(e.Kind()) {
		if b.athlete.may(s) {
			return s
		}
	}
	return b.main
}
