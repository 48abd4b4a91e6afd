package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// lifterLong is the longest endurance session of an athlete for whom strength comes first, in minutes.
const lifterLong = 75

// longOf fills a slot with the long session of a sport: family, length and what is run off the bike.
func (b *builder) longOf(s *Slot, sport training.Sport) {
	if sport == "" || b.walksAndRuns(sport) {
		s.Role = E
		return
	}
	long := b.longLength(sport)
	if most := b.longInFewHours(sport); most > 0 && long.Minutes > most {
		long.Minutes, long.Meters = most, 0
	}
	families := b.choose.first(b.longFamilies(sport, long)...)
	if long.Minutes == 0 || len(families) == 0 {
		s.Role = E
		return
	}
	first, last := s.First, s.Last
	s.Sport, s.Families, s.Minutes, s.Meters = sport, families, long.Minutes, long.Meters
	if part := b.shareOn(b.longDay()); b.shareOn(b.week.First.AddDays(6)) < 1 { // no later than a session of this length may stand
		for s.Last > s.First && b.shareOn(b.in.From.AddDays(s.Last-1)) < part {
			s.Last--
		}
	}
	if !b.clearOfRaces(s) {
		*s = Slot{Role: E, First: first, Last: last}
		return
	}
	if s.Meters == 0 && long.Minutes >= 60 {
		s.Minutes = long.Minutes / 5 * 5
	}
	s.Least, s.Most = round(.9*float64(s.Minutes)), round(1.05*float64(s.Minutes))
	s.Why = fmt.Sprintf("long session, a step from the longest of thirty days, %d min", b.history.Longest(sport, b.week.First, 30).Minutes)
	if level, step := b.levelFor(s.Family()); level > 0 {
		s.Level, s.Step, s.Highest = level, step, level
	}
	if s.Family() == "X-BRICK" && sport == training.Ride {
		b.offTheBike(s)
		s.Minutes, s.Least, s.Most = s.Minutes+s.Run, s.Least+s.Run, s.Most+s.Run
	}
}

// From how many days before a smaller race on the way no long session stands: of a B race (coaching 6.2), and of a C race, for which nothing else moves.
const (
	clearOfB = 5
	clearOfC = 1
)

// clearOfRaces keeps a long session out of the days before the smaller races of its week and of the one after it, and tells whether it has a day left that
// suits it: a B race is the long session of those days.
func (b *builder) clearOfRaces(s *Slot) bool {
	usual := int(b.usualLongDay()-b.in.From) + 1 // of the plan
	for i := range b.cal.events {
		e := &b.cal.events[i]
		switch race := int(e.Date-b.in.From) + 1; {
		case e.Priority == training.EventA || race <= s.First:
		case e.Priority == training.EventB && race-clearOfB <= s.Last:
			if s.Last = race - clearOfB - 1; s.Last < s.First || usual > s.Last {
				return false
			}
		case e.Priority == training.EventC && (usual == race || usual == race-clearOfC) && race-clearOfC > s.First:
			s.Last = min(s.Last, race-clearOfC-1)
		}
	}
	return true
}

// Of who states few hours: up to how many they are few, and the part of them that the long session of three and more has where it is not longer already.
const (
	fewHours    = 3
	longOfHours = .45
)

// longInFewHours is the longest that a long session is to grow to by the hours that are stated, 0 for as long as it may: where they are few the others would go.
func (b *builder) longInFewHours(sport training.Sport) int {
	hours := b.stated()
	if hours == 0 || hours > fewHours || b.n < 3 || sport != b.main || triathlon(b.format) {
		return 0
	}
	return max(toFive(longOfHours*60*hours), b.in.History.Longest(sport, b.in.From, 30).Minutes)
}

// The longest run off the bike in minutes: of a first brick, which is short whatever the athlete is elsewhere (coaching 8, SPK-1), and of bricks
// before the race-specific weeks, which are there for the change itself.
const (
	firstOffTheBike       = 15
	firstOffTheBikeNovice = 10
	earlyOffTheBike       = 20
)

// offTheBike is the run of a brick: that of its rung, as far as it may be and the ride before it is long enough.
func (b *builder) offTheBike(s *Slot) {
	f, _ := session.Find("X-BRICK")
	run := func(level int) int { return f.Work(level).Seconds / 60 }
	most := run(f.Rungs)
	if b.choose.phase != session.Specific {
		most = earlyOffTheBike
	}
	if _, known := b.last[f.ID]; !known {
		most = firstOffTheBike
		if b.athlete.LevelIn(training.Run) == training.Novice {
			most = firstOffTheBikeNovice
		}
	}
	ridden := func(level int) int { // its ride is as long as the long ride of the week: a rung that asks for more is none of it
		ride, _ := session.BrickLegs(level)
		return ride
	}
	for s.Level > 1 && (run(s.Level) > most || ridden(s.Level) > s.Minutes) {
		s.Level--
		s.Step = Hold
	}
	s.Highest, s.Run = s.Level, run(s.Level)
}

// longFamilies are the candidates for a long session, in cells.
func (b *builder) longFamilies(sport training.Sport, long LongSession) [][]session.ID {
	var special []session.ID
	week := b.standing.Week
	hike, _ := session.Find(easyFamily(training.Hike))
	walk, _ := session.Find(easyFamily(training.Walk))
	switch {
	case sport == training.Walk && long.Minutes > walk.Minutes.High: // what is longer is a hike
		special = ids(hike.ID)
	case sport == training.Hike && long.Minutes >= hike.Minutes.Low: // what is shorter is a walk
		special = ids(hike.ID)
	case sport != b.main || b.choose.off:
	case b.format == training.RunMarathon && b.standing.Phase == session.Specific && week%2 == 0 && !b.week.StepBack:
		special = b.row.specificLong
	case b.format == training.RunMarathon && b.standing.Phase == session.Build && week%2 == 1 && long.Minutes >= 75:
		special = ids("R-LPROG")
	case b.row.trail && week%2 == 1 && b.standing.Phase != session.Taper && b.standing.Phase != session.Recovery:
		special = ids("R-TRAIL")
	case b.format == training.RunUltra && b.standing.Phase == session.Specific:
		special = b.row.specificLong
	case triathlon(b.format) && b.n >= 5 && (b.standing.Phase == session.Specific || b.standing.Phase == session.Build):
		special = ids("X-BRICK")
		if b.format == training.TriFull && b.doubles() && week%2 == 0 && b.nearDouble(long) {
			special = ids("X-LONGW", "X-BRICK")
		}
	}
	return [][]session.ID{special, usualLong(sport)}
}

// doubleShare is of its peak what each part of a double long weekend has to reach.
const doubleShare = .75

// nearDouble tells whether both the long ride and the long run are long enough for a weekend of both.
func (b *builder) nearDouble(ride LongSession) bool {
	run := b.longLength(training.Run)
	level := b.athlete.Level
	return float64(ride.Minutes) >= doubleShare*float64(ofThree(level, b.row.peaks[training.Ride]).minutes) &&
		float64(run.Minutes) >= doubleShare*float64(ofThree(level, b.row.peaks[training.Run]).minutes)
}

// longLength is how long the long session of a sport is to be this week; no minutes for none.
func (b *builder) longLength(sport training.Sport) LongSession {
	last := b.history.Longest(sport, b.week.First, 30)
	if last.Minutes == 0 {
		return LongSession{Sport: sport, Minutes: b.capped(sport, firstLong[sport][1-noviceAt(b.athlete.LevelIn(sport))])}
	}
	top := ofThree(b.athlete.LevelIn(sport), b.row.peaks[sport])
	l := newLadder(sport, last, top, b.capped(sport, capOf(sport, b.format, 0)))
	if b.hadLastLong(sport) {
		return LongSession{Sport: sport}
	}
	if share := b.lastLongs(); share < 1 {
		reached := b.history.Longest(sport, b.week.First, 60)
		to := min(l.peakLength(), float64(reached.Minutes))
		if l.inMeters() {
			to = min(l.peak.meters, reached.Meters)
		}
		return l.share(to, share)
	}
	if b.standing.Phase == session.Recovery || b.standing.Phase == session.Off && b.standing.Event != nil {
		return l.share(min(l.peakLength(), l.longest()), .6)
	}
	switch {
	case b.athlete.limps(sport) && !b.week.StepBack: // of what was done: of what is planned each week would have its part of the last one's
		if done := b.in.History.Longest(sport, b.in.From, 30); done.Minutes > 0 {
			l.last = done
			return l.share(l.longest(), easedLong)
		}
		return LongSession{Sport: sport, Minutes: last.Minutes}
	case b.week.StepBack, b.athlete.returns(), b.athlete.After > 0:
		return l.share(l.longest(), easedLong)
	case b.athlete.expects():
		return LongSession{Sport: sport, Minutes: b.capped(sport, b.in.History.Longest(sport, b.in.From, 30).Minutes)}
	case b.standing.Lifts: // it stays as it is
		return LongSession{Sport: sport, Minutes: min(last.Minutes, b.capped(sport, lifterLong))}
	case b.keeps():
		return l.share(l.longest(), min(1, maintainedLong*float64(b.week.Minutes)/float64(last.Minutes)))
	case b.format == training.RunMarathon && sport == training.Run && l.isNearPeak(b.longBefore()):
		return l.share(l.peakLength(), alternate)
	}
	return l.next()
}

// longBefore is the long session of the week before, planned or done; that of a step-back week counts as none, as does a race.
func (b *builder) longBefore() LongSession {
	switch {
	case b.before != nil && b.before.StepBack:
		return LongSession{}
	case b.before != nil:
		return LongSession{Minutes: b.before.Long, Meters: b.before.LongFar}
	case len(b.history.Blocks) > 0 && b.history.Blocks[0].Eased:
		return LongSession{}
	}
	last := b.history.Longest(training.Run, b.week.First, 7)
	return LongSession{Minutes: last.Minutes, Meters: last.Meters}
}

// lastLongs is what share of its length the long session has by the days to the race.
func (b *builder) lastLongs() float64 {
	e := b.standing.Event
	if e == nil || b.standing.D <= 0 || b.standing.Phase == session.Recovery {
		return 1
	}
	return b.shareOn(b.longDay())
}

// Of the last long session before a race: from how many days before it one counts as that, how long it is at least, of the longest, and by how many
// days an earlier one than usual is too near to it.
const (
	lastLongFrom = 15
	lastLongPart = .5
	pressed      = 3 // of a full one 2
)

// hadLastLong tells whether a week whose own day for the long session is too near the race has the last one behind it: a second one would be pressed into
// its first days, right after the other and where there is no time for it. A triathlete's is a shorter one by then.
func (b *builder) hadLastLong(sport training.Sport) bool {
	e := b.standing.Event
	if e == nil || b.standing.D <= 0 || b.standing.Phase == session.Recovery || triathlon(b.format) {
		return false
	}
	if b.cal.OfBlock(b.week.First.AddDays(-7)).Phase == session.Recovery { // from the race before this one: what it had was short, and the ladder goes on
		return false
	}
	day, most := b.longDay(), training.Date(pressed)
	if b.shareOn(day) == 1 {
		most--
	}
	if b.usualLongDay()-day < most {
		return false
	}
	since := b.history.Longest(sport, b.week.First, int(b.week.First-e.Date)+lastLongFrom)
	return since.Minutes > 0 && float64(since.Minutes) >= lastLongPart*float64(b.history.Longest(sport, b.week.First, 30).Minutes)
}

// shareOn is that of one day.
func (b *builder) shareOn(day training.Date) float64 {
	e, share := b.standing.Event, 1.0
	if e == nil {
		return share
	}
	for _, l := range b.row.longs {
		if int(e.Date-day) <= l.from {
			share = l.share
		}
	}
	return share
}

// usualLongDay is the day that the long session of the week usually has, else the last one.
func (b *builder) usualLongDay() training.Date { return b.plan.usualLongDay(b.week.First) }

// usualLongDay is that of seven days from a first one on.
func (p *plan) usualLongDay(first training.Date) training.Date {
	for d := range 7 {
		if day := first.AddDays(d); day.Weekday() == p.history.LongDay {
			return day
		}
	}
	return first.AddDays(6)
}

// longDay is the day of the long session; before a race the last one on which there may still be one.
func (b *builder) longDay() training.Date {
	usual := b.usualLongDay()
	for day := usual; day >= b.week.First; day-- {
		if b.shareOn(day) > 0 {
			return day
		}
	}
	return usual
}

// capped is the longest session in minutes that age, history and priority allow.
func (b *builder) capped(sport training.Sport, minutes int) int {
	a := b.athlete
	if most := b.shortSessions(); most > 0 {
		if sport == training.Run && a.thin() && !a.beginner() {
			most = min(most, ofThree(a.Level, [3]int{30, 30, 40}))
		}
		minutes = min(minutes, most)
	}
	if b.crunched() && sport == training.Ride {
		minutes = min(minutes, 150)
	}
	if a.Priority == training.PriorityStrength {
		minutes = min(minutes, lifterLong)
	}
	if a.Youth() && sport == training.Run {
		most := 90
		if a.Age < 15 {
			most = 60
		}
		minutes = min(minutes, most)
	}
	return minutes
}

// nextLongSport is the event's sport whose long session the week does not have yet.
func (b *builder) nextLongSport() training.Sport {
	for _, sport := range sportsOf(b.format) {
		has := slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return (s.Role == L || s.Role == ML) && s.Sport == sport })
		if !has && b.athlete.may(sport) {
			return sport
		}
	}
	return ""
}

// mediumLong is the second longest session of the week: of a triathlete the long run or the long swim, else .55 to .75 of the long one.
func (b *builder) mediumLong(s *Slot) {
	if triathlon(b.format) {
		b.longOf(s, b.nextLongSport())
		return
	}
	var long *Slot
	for i := range b.week.Slots {
		if b.week.Slots[i].Role == L {
			long = &b.week.Slots[i]
		}
	}
	minutes := 0
	if long != nil {
		minutes = toFive(mediumShare * float64(long.Minutes))
	}
	family := session.ID("R-ML")
	if b.main != training.Run {
		family = easyFamily(b.main)
	}
	if minutes < mediumLeast || !b.choose.allowed(family) || b.week.StepBack {
		s.Role = E
		return
	}
	f, _ := session.Find(family)
	s.Sport, s.Families, s.Minutes = b.main, ids(family), min(minutes, f.Minutes.High)
	s.Least = min(s.Minutes, max(mediumLeast, round(.55*float64(long.Minutes))))
	s.Most = max(s.Minutes, min(f.Minutes.High, round(.75*float64(long.Minutes))))
	s.Why = "a second long session in the middle of the week"
}

// Of the long session; what would be shorter than an hour is easy.
const (
	mediumShare = .6
	mediumLeast = 60
)
