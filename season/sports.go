package season

import (
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// easy fills what is still open: easy sessions, with strides where the role asks for them, in the sports whose floors are not met.
func (b *builder) easy() {
	b.plainForOthers()
	sports := b.easySports()
	b.setFloors()
	at, turn := 0, b.standIn()
	used := map[session.ID]bool{}
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if len(s.Families) > 0 || s.Role == RaceDay {
			continue
		}
		sport := b.main
		if s.Role != EPlus || triathlon(b.format) {
			sport = sports[at]
			at++
		}
		if other := b.standIn(); other != "" && sport == b.main {
			if turn != "" {
				sport = turn
			}
			if turn = other; sport == other { // by turns, the bicycle first
				turn = ""
			}
		}
		b.fillEasy(s, sport, used)
		for _, id := range s.Families[:min(1, len(s.Families))] {
			used[id] = true
		}
	}
}

// plainForOthers makes easy sessions with strides plain ones where a sport that is done every week has no other place: strides are of the main sport, and
// one session of them more would be one more of it than the athlete is used to.
func (b *builder) plainForOthers() {
	if triathlon(b.format) || b.free < 7 {
		return
	}
	open, m := 0, 0
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if len(s.Families) == 0 && s.Role == E {
			open++
		}
		if !s.lift() && s.Role != RaceDay {
			m++
		}
	}
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role == EPlus && len(s.Families) == 0 && open < min(m-b.ofMain(m), b.weeklyBeside()) {
			s.Role, open = E, open+1
		}
	}
}

// weeklyBeside is how many other endurance sports are done every week, or are to be, and may be.
func (b *builder) weeklyBeside() int {
	n := 0
	for _, sport := range training.Sports {
		added := b.in.Goal.Kind == training.GoalAddSport && slices.Contains(b.in.Goal.Sports, sport)
		if sport != b.main && sport.Endurance() && (added || b.history.Counts[sport] >= weekly) && b.athlete.may(sport) {
			n++
		}
	}
	return n
}

// easySports are the sports of the open easy sessions, in order.
func (b *builder) easySports() []training.Sport {
	open := 0
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; len(s.Families) == 0 && s.Role != RaceDay {
			if s.Role != EPlus || triathlon(b.format) {
				open++
			}
		}
	}
	if triathlon(b.format) {
		return b.byFloors(open + len(b.week.Slots))
	}
	m := 0
	for i := range b.week.Slots {
		if !b.week.Slots[i].lift() && b.week.Slots[i].Role != RaceDay {
			m++
		}
	}
	others := b.otherSports(open, m)
	var sports []training.Sport
	for range open - len(others) {
		sports = append(sports, b.main)
	}
	sports = append(sports, others...)
	return append(sports, b.main) // what E+ gives up
}

// standIn is the sport that takes turns with walking where what somebody trains is ruled out, by what hurts or on the way back, and nothing else that is
// done is left: the bicycle, which spares most of what running does not (coaching 7.1). It is empty for nobody else, and where there is none: who has no
// bicycle walks, and who has walked every week and done nothing else goes on walking.
func (b *builder) standIn() training.Sport {
	if !b.athlete.may(training.Ride) || b.main != training.Walk && b.athlete.may(b.main) || b.walksAlone() {
		return ""
	}
	barred := func(sports []training.Sport) bool {
		return slices.ContainsFunc(sports, func(s training.Sport) bool {
			return s.Endurance() && s != training.Walk && slices.Contains(b.athlete.NoSports, s)
		})
	}
	spares := b.athlete.Hurt && b.athlete.Gear != nil && barred([]training.Sport{training.Run}) // and who said to have a bicycle
	if !spares && !barred(sportsOf(b.format)) && !barred(b.history.Sports()) && !barred(b.in.Goal.Sports) {
		return ""
	}
	return training.Ride
}

// ofMain is how many of m sessions of endurance the main sport has at the least.
func (b *builder) ofMain(m int) int {
	least := int(math.Ceil(eventShare * float64(m)))
	if b.main == training.Run && b.standing.Event != nil {
		least = max(least, min(m, 3))
	}
	if b.keeps() { // where what is there is kept, each sport is: as often as it was
		least = min(least, max(1, round(float64(b.in.History.Counts[b.main])/sixWeeks)))
	}
	if b.format == training.Hyrox {
		least = min(m, 3)
		if m < 4 {
			least = min(m, 2)
		}
	}
	return least
}

// otherSports are those that the athlete does beside the main one, at most as many as its share leaves room for.
func (b *builder) otherSports(open, m int) []training.Sport {
	room := min(open, m-b.ofMain(m))
	if b.format == training.Hyrox { // a session at the stations is no run
		for i := range b.week.Slots {
			if s := &b.week.Slots[i]; stations(s.Family()) && s.Sport == training.Strength {
				room = min(room, m-1-b.ofMain(m))
			}
		}
		if len(b.stationsDue()) > 0 {
			room = min(room, m-1-b.ofMain(m))
		}
	}
	var others []training.Sport
	for _, sport := range b.sportsBeside() {
		if len(others) < room {
			others = append(others, sport)
		}
	}
	return others
}

// fillEasy is one easy session.
func (b *builder) fillEasy(s *Slot, sport training.Sport, used map[session.ID]bool) {
	if s.Role == E && b.keyOf(s, sport) || b.firstStations(s) {
		return
	}
	var families []session.ID
	for _, id := range b.easyFamilies(sport, s.Role == EPlus) {
		if b.choose.allowed(id) && b.fits(id) || id == "A-WALK" && b.athlete.may(training.Walk) { // walking has no gap and no phase
			families = append(families, id)
		}
	}
	if len(families) > 1 && used[families[0]] && s.Role == E && sport == training.Swim {
		families = append(families[1:], families[0])
	}
	if s.Families = families; len(families) == 0 {
		return
	}
	f, _ := session.Find(families[0])
	s.Sport = f.Sport
	b.keepRunDays(s)
	if level, step := b.levelFor(f.ID); level > 0 {
		s.Level, s.Step, s.Highest = level, step, level
	}
	s.Least, s.Most = span(&f, b.short(&f))
	if most := b.athlete.walkMost(b.week.First); f.Sport == training.Walk && most > 0 {
		s.Most = min(s.Most, most)
		s.Least = min(s.Least, s.Most)
	}
	if f.Sport == training.Walk { // what is longer is a long session
		s.Most = min(s.Most, easyWalk)
	}
	if most := b.athlete.Longest; most > 0 { // by the gate, whatever is usual of the family
		s.Most = min(s.Most, most)
		s.Least = min(s.Least, s.Most)
	}
	if f.Sport == b.standIn() && b.history.Longest(f.Sport, b.week.First, 30).Minutes == 0 { // SPK-1
		s.Most = max(s.Least, firstLong[f.Sport][1-noviceAt(b.athlete.LevelIn(f.Sport))])
		s.Why = "easy volume that spares what hurts; a walk where there is no bicycle"
	}
	if f.ID == "R-WALK" {
		for b.fromNothing() && s.Level > 1 && keyMinutes(&f, s.Level, true) > beginnerMost/walkRuns-beginnerStep {
			s.Level, s.Highest, s.Step = s.Level-1, s.Level-1, Hold
		}
		s.Minutes = keyMinutes(&f, s.Level, true)
		s.Least, s.Most = min(s.Least, s.Minutes), s.Minutes
	}
	if s.Why == "" {
		s.Why = "easy volume"
	}
}

// easyWalk is how long an easy walk is at most, in minutes.
const easyWalk = 60

// firstStations gives an easy session of a HYROX novice's week to the stations, where it has none yet: first to learn them one by one with
// light weights, which is for anybody and nothing hard, later for some easy rounds (coaching 2.3, "stations >= 1", and 4). It tells whether it did.
func (b *builder) firstStations(s *Slot) bool {
	families := b.stationsDue()
	if len(families) == 0 {
		return false
	}
	level, step := b.levelFor(families[0])
	if isHI(families[0], level) && b.hi >= b.hiMost() {
		return false
	}
	s.Role, s.Families = EPlus, families
	b.dose(s, level, step)
	s.Why = "the stations of the race, to learn them"
	if isHI(families[0], level) {
		b.hi++
	}
	return true
}

// stationsDue are the families that firstStations chooses from, none where the week has a session at the stations, or is to have none.
func (b *builder) stationsDue() []session.ID {
	building := b.standing.Phase == session.Base || b.standing.Phase == session.Build || b.standing.Phase == session.Specific
	if b.format != training.Hyrox || !b.novice() || b.athlete.beginner() || !building || b.week.StepBack || b.n < 4 ||
		slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return stations(s.Family()) }) {
		return nil
	}
	wish := ids("H-TECH")
	if b.noviceKeys() && b.standing.Phase != session.Base {
		wish = ids("H-STN", "H-TECH")
	}
	return b.choose.first(wish)
}

// keepRunDays lets a run stand only from the first day on which a way back allows it to the last.
func (b *builder) keepRunDays(s *Slot) {
	days, _ := b.athlete.runDays(b.week.First)
	if s.Sport != training.Run || len(days) == 0 || len(days) == 7 || s.First == s.Last {
		return
	}
	first, last := max(s.First, 7*b.i+days[0]+1), min(s.Last, 7*b.i+days[len(days)-1]+1)
	if first < last {
		s.First, s.Last = first, last
	}
}

// short tells whether sessions may be shorter than usual.
func (b *builder) short(f *session.Family) bool {
	return b.athlete.LevelIn(f.Sport) == training.Novice || b.athlete.Return != nil || b.athlete.After > 0 || b.week.StepBack || b.standing.Phase != session.Base &&
		b.standing.Phase != session.Build && b.standing.Phase != session.Specific
}

// keyed tells whether the week has a key session of a sport.
func (b *builder) keyed(sport training.Sport) bool {
	return slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return (s.Role == K || s.Role == K2) && s.Sport == sport })
}

// keyOf gives a triathlete's sport a key session of its own where the event's cells have one for it and two or more of its sessions are
// in the week.
func (b *builder) keyOf(s *Slot, sport training.Sport) bool {
	building := b.standing.Phase == session.Base || b.standing.Phase == session.Build || b.standing.Phase == session.Specific
	if !triathlon(b.format) || !building || b.eased || b.week.StepBack || b.keyed(sport) || b.week.Floors[sport] < 2 || b.n < 7 {
		return false
	}
	cells := append(b.row.keyCells(b.choose.phase, false), b.row.keyCells(b.choose.phase, true)...)
	for _, id := range b.choose.first(cells...) {
		f, _ := session.Find(id)
		level, step := b.levelFor(id)
		if f.Sport != sport || b.taken(id) || isHI(id, level) && b.hi >= b.hiMost() || f.Class == session.Neuromuscular {
			continue
		}
		s.Role, s.Families = K2, ids(id)
		b.dose(s, level, step)
		s.Why = "the key session of its sport"
		if isHI(id, level) {
			b.hi++
		}
		return true
	}
	return false
}
