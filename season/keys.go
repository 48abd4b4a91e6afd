package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// keys fills K, K2 and tests. What is not allowed becomes easy with strides.
func (b *builder) keys() {
	second := false
	for i := range b.week.Slots {
		second = second || b.week.Slots[i].Role == K2
	}
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if len(s.Families) > 0 {
			continue
		}
		switch s.Role {
		case K:
			b.key(s, !second && b.standing.Week%3 == 2 && !b.light())
		case K2:
			b.key(s, true)
		case TestRole:
			b.testing(s)
		}
	}
}

func (b *builder) key(s *Slot, secondCells bool) {
	cells := b.row.keyCells(b.choose.phase, secondCells)
	newcomer := b.main == training.Swim && b.choose.phase == session.Base && b.novice() // who learns to swim has drills before paces
	if len(b.row.baseK) == 0 || b.light() || newcomer {
		cells = [][]session.ID{b.lightKeys()}
	}
	if b.varies() {
		cells = [][]session.ID{b.row.kept()}
	}
	if b.standing.Phase == session.Recovery {
		cells = [][]session.ID{b.row.baseK, b.lightKeys()}
	}
	for _, id := range b.withRoom(b.turns(s.Role, b.choose.first(cells...))) {
		level, step := b.levelFor(id)
		if b.taken(id) || !b.hasPlace(id) {
			continue
		}
		if isHI(id, level) && b.hi >= b.hiMost() {
			b.week.leaveOut(string(id), "%s", enoughHard(b.hiMost()))
			continue
		}
		s.Families = append(s.Families, id)
		if len(s.Families) == 1 {
			b.dose(s, level, step)
			b.steadyWithinLong(s)
			if part := b.partOfLong(id); part > 0 {
				s.Minutes, s.Least, s.Most = part, part*9/10, part*11/10
			}
		}
	}
	if len(s.Families) == 0 {
		s.Why = b.noKey()
		s.Role = EPlus
		return
	}
	if isHI(s.Family(), s.Level) {
		b.hi++
	}
	s.Why = fmt.Sprintf("key session of the week: %s", b.standing.Reason)
}

// steadyWithinLong keeps a steady key session no longer than the long one of its sport, by its rung: what is called long is the longest, and a steady main
// set grows with it.
func (b *builder) steadyWithinLong(s *Slot) {
	f, _ := session.Find(s.Family())
	if f.Class != session.Tempo || b.week.StepBack || b.athlete.thin() {
		return
	}
	for i := range b.week.Slots {
		for long := &b.week.Slots[i]; long.called() && long.Sport == s.Sport && s.Level > 1 && s.Minutes > long.most() && !b.holds(s, long.most()); {
			b.dose(s, s.Level-1, Hold)
		}
	}
}

// noKey is why an easy session stands where a week could have a key session.
func (b *builder) noKey() string {
	switch e := b.standing.Event; {
	case e != nil && b.standing.Phase == session.Taper:
		return "easy in the days before " + nameOf(e)
	case e != nil && b.standing.Phase == session.Recovery:
		return "easy until the body is over " + nameOf(e)
	}
	return "easy in the place of a key session: nothing harder suits the week"
}

// Follows tells whether a family is the second of two long days, which stands on the day after the first.
func Follows(id session.ID) bool { return id == "R-B2B" }

// enoughHard says that a week has all the sessions of high intensity that it may have.
func enoughHard(most int) string {
	switch most {
	case 0:
		return "the week is to have nothing of high intensity"
	case 1:
		return "the week has its one session of high intensity"
	}
	return fmt.Sprintf("the week has its %d sessions of high intensity", most)
}

// partOfLong is how long a session of the long class is where it is no long session of its own but follows one, or is a key session: the
// second of two long days as SecondDay has it, another two thirds of the week's long one. 0 for all other families.
func (b *builder) partOfLong(id session.ID) int {
	f, _ := session.Find(id)
	if f.Class != session.Long {
		return 0
	}
	long := 0
	for i := range b.week.Slots {
		if l := &b.week.Slots[i]; l.Role == L {
			long = l.Minutes
		}
	}
	if Follows(id) {
		return max(1, toFive(float64(SecondDay(b.athlete.Level, long))))
	}
	return max(1, toFive(float64(long)*2/3))
}

// hasPlace tells whether a family has a place in just this week: a race simulation a fortnight before the race at its beginning, two long
// days in a row in the last weeks, and a session of the long class only where it would be long enough.
func (b *builder) hasPlace(id session.ID) bool {
	f, _ := session.Find(id)
	e := b.standing.Event
	switch {
	case id == "H-SIM" && (e == nil || int(e.Date-b.week.First) < 14), Follows(id) && (!b.doubles() || !b.fullBefore() || !b.hasTwoDays(b.partOfLong(id))):
		return false
	}
	part := b.partOfLong(id)
	return part == 0 || part >= f.Minutes.Low
}

// lightKeys are those of the sport that is trained for; of several, those of each, so that the one that the week lacks most has it.
func (b *builder) lightKeys() (all []session.ID) {
	if !triathlon(b.format) {
		return lightKeys(b.main)
	}
	for _, sport := range sportsOf(b.format) {
		if b.athlete.may(sport) {
			all = append(all, lightKeys(sport)...)
		}
	}
	return all
}

// lightKeys are what stands in for key sessions that are not to be hard.
func lightKeys(sport training.Sport) []session.ID {
	switch sport {
	case training.Run:
		return ids("R-HILL", "R-STR")
	case training.Ride:
		return ids("B-CAD", "B-TEMPO")
	case training.Swim:
		return ids("S-TECH", "S-END")
	case training.Row:
		return ids("W-UT1")
	}
	return nil
}

// turns puts the family of the week before first in the second week of a fortnight, so that a rung follows on a rung: alternatives take
// turns by fortnight. A runner's light ones take none: strides are what one of the week's easy runs has, and the hills would lose a rung each time.
func (b *builder) turns(role Role, all []session.ID) []session.ID {
	if at := slices.Index(all, "R-HILL"); at > 0 && b.light() && b.main == training.Run {
		return slices.Insert(slices.Delete(slices.Clone(all), at, at+1), 0, "R-HILL")
	}
	if b.standing.Phase == session.Off && !b.varies() {
		return b.again(all)
	}
	if b.i%2 == 0 || b.before == nil || b.before.Standing.Phase != b.standing.Phase {
		return all
	}
	if at := slices.Index(all, b.kept[role]); at > 0 && b.choose.allowed(b.kept[role]) {
		all = slices.Insert(slices.Delete(slices.Clone(all), at, at+1), 0, b.kept[role])
	}
	return all
}

// keeps tells of a week that is to keep what is there, without an event.
func (b *builder) keeps() bool {
	return b.standing.Phase == session.Off && b.in.Goal.Kind == training.GoalMaintain
}

// fullBefore tells whether the week before was a full one: a lighter week follows two long days, and one in three is often enough.
func (b *builder) fullBefore() bool {
	return len(b.history.Blocks) == 0 || Loading(b.history.Blocks)
}

// hasTwoDays tells whether the usual day of the long session and the one before or after it have the time for that and for a second one of so many minutes.
func (b *builder) hasTwoDays(second int) bool {
	first, long, usual := 7*b.i, 0, 7*b.i+int(b.usualLongDay()-b.week.First)
	if first+7 > len(b.in.Windows) {
		return true
	}
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Role == L {
			long = s.Minutes
		}
	}
	for d := max(first, usual-1); d <= min(usual, first+5); d++ {
		if b.in.Windows[d] >= long && b.in.Windows[d+1] >= second {
			return true
		}
	}
	return false
}

// leaveSecondDay has the long session of a week of two long days stand on a day that has one after it in the week.
func (b *builder) leaveSecondDay() {
	follows := slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return Follows(s.Family()) })
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Role == L && follows && s.First < s.Last {
			s.Last = min(s.Last, 7*b.i+6)
		}
	}
}

// varies tells of a week that keeps what is there by sessions of several families: those of who is new to them, or expects a child, stay what they are.
func (b *builder) varies() bool { return b.keeps() && !b.novice() && !b.athlete.expects() }

// again puts the family first that was done last: outside a season nothing is built, and a rung is lost with every family that takes turns.
func (b *builder) again(all []session.ID) []session.ID {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y session.ID) int { return int(b.last[y] - b.last[x]) })
	return all
}

// withRoom leaves a triathlete's families whose sport has fewer sessions than its floor, all of them where none has.
func (b *builder) withRoom(all []session.ID) []session.ID {
	if !triathlon(b.format) {
		return all
	}
	floors, has := triathlonFloors(b.frequency()), b.triathlonHas()
	var open []session.ID
	for _, id := range all {
		f, _ := session.Find(id)
		if at := slices.Index(triathlonOrder, f.Sport); at < 0 || has[at] < floors[at] {
			open = append(open, id)
		}
	}
	if len(open) == 0 {
		return all
	}
	return open
}

// tests are what measures a sport's threshold.
var tests = map[training.Sport]session.ID{training.Run: "R-TEST", training.Ride: "B-TEST", training.Swim: "S-TEST", training.Row: "W-TEST"}

func (b *builder) testing(s *Slot) {
	if id := tests[b.main]; id != "" && b.choose.allowed(id) && b.hiMost() > 0 {
		f, _ := session.Find(id)
		s.Sport, s.Families, s.Minutes = f.Sport, ids(id), toFive(float64(f.Minutes.Low+f.Minutes.High)/2)
		s.Least, s.Most = f.Minutes.Low, f.Minutes.High
		if s.Why = "test week: a new measure for the next ones"; !b.standing.Test {
			s.Why = "a test in the lighter week: " + b.due()
		}
		b.hi++
		return
	}
	s.Role = EPlus
}

// due is why a test is due.
func (b *builder) due() string {
	switch t := &b.in.Racer.Thresholds; {
	case thresholdOf(t, b.main) == nil:
		return "no threshold is known"
	case t.MeasuredOn == nil:
		return "nobody knows when the threshold was measured"
	default:
		return fmt.Sprintf("the threshold was measured %d days before", b.week.First-*t.MeasuredOn)
	}
}

// thresholdOf is what paces and watts of a sport go by, nil where it is not known.
func thresholdOf(t *training.Thresholds, sport training.Sport) *int {
	switch sport {
	case training.Run:
		return t.ThresholdSecondsPerKilometer
	case training.Ride:
		return t.FTPWatts
	case training.Swim:
		return t.CriticalSwimSecondsPer100Meters
	case training.Row:
		return t.RowFTPWatts
	}
	return nil
}
