package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// minutes shares what the fixed sessions leave of the week among the easy ones: evenly, to five minutes, inside their usual lengths. What
// does not fit is left off; where it is too little, easy sessions go from the bottom.
func (b *builder) minutes() {
	for {
		open, rest := b.openEasy()
		if len(open) == 0 && !(rest < -around7(b.week.Minutes) && (b.mediumToEasy() || b.secondToEasy())) {
			b.shortenLifts(-around7(b.week.Minutes) - rest)
			b.lengthenLifts(b.lengthenKeys(rest))
			return
		}
		if len(open) == 0 {
			continue
		}
		if b.enough(open, rest) || b.shortenMedium(open, rest) {
			_, rest = b.openEasy()
			rest = b.worthwhile(open, rest)
			b.share(open, rest)
			return
		}
		if b.cut() && b.easesKeys(b.least(open)-around7(b.week.Minutes)-rest) {
			continue
		}
		if b.withoutBeside() || b.plainer(open) || b.keeps() && b.lowerKey() || b.shortenKeys(b.least(open)-around7(b.week.Minutes)-rest) {
			continue
		}
		last := open[len(open)-1]
		b.week.leaveOut(string(b.week.Slots[last].Family()), weekFull)
		b.week.Slots = append(b.week.Slots[:last], b.week.Slots[last+1:]...)
	}
}

// easesKeys makes the second key session of a week that is cut an easy one, and then its long one a little shorter, and tells whether there was one: days
// come before dose in a lighter week, too.
func (b *builder) easesKeys(lack int) bool {
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Role == K2 && s.Lock == 0 {
			b.secondKeyToEasy(easedWeek)
			return true
		}
	}
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Role == L && s.Lock == 0 && s.First != s.Last && s.Run == 0 && s.Minutes > s.Least {
			s.shorten(max(s.Least, s.Minutes-lack))
			return true
		}
	}
	return false
}

// keyShare is what part of a week that keeps what is there its key session may have before it takes the place of another session.
const keyShare = .35

// lowerKey takes a rung from the key session where it is more than its part of the week, and tells whether it did: days come before dose where
// nothing is built.
func (b *builder) lowerKey() bool {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role == K && s.Lock == 0 && s.Level > 1 && float64(s.Minutes) > keyShare*float64(b.week.Minutes) {
			was := s.Minutes
			b.dose(s, s.Level-1, Hold)
			return s.Minutes < was || s.Level > 1
		}
	}
	return false
}

// withoutBeside takes out the lift that came on top of the usual sessions where the week's minutes have no room for all of those, and tells whether it did.
func (b *builder) withoutBeside() bool {
	at := -1
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.lift() && s.Lock == 0 {
			at = i
		}
	}
	if b.beside == 0 || at < 0 {
		return false
	}
	b.week.Slots, b.week.Sessions, b.beside = slices.Delete(b.week.Slots, at, at+1), b.week.Sessions-b.beside, 0
	return true
}

// shortenKeys takes from what stands around the main sets of the key sessions what the easy ones lack, five minutes at a time from the longest, as far as
// their families and their sets let them be shorter, and tells whether it took anything: a day is worth more than a longer warm-up.
func (b *builder) shortenKeys(lack int) bool {
	took := false
	for lack > 0 {
		longest := (*Slot)(nil)
		for i := range b.week.Slots {
			if s := &b.week.Slots[i]; s.isKey() && s.Lock == 0 && s.First != s.Last && (longest == nil || s.Minutes > longest.Minutes) && b.holds(s, s.Minutes-5) {
				longest = s
			}
		}
		if longest == nil {
			return took
		}
		longest.Minutes, lack, took = longest.Minutes-5, lack-5, true
	}
	return took
}

// farShort is by how many minutes an easy session with strides or cadence is too short for what it is.
const farShort = 10

// worthwhile lets the easy sessions of a week that has few be as long as their families are at the least, where what stands around the main sets of its key
// sessions leaves them that, and returns what is left for them then: twenty minutes are better than none, and half an hour is worth the way.
func (b *builder) worthwhile(open []int, rest int) int {
	if b.frequency() > 3 || b.week.StepBack || b.cut() {
		return rest
	}
	whole := 0
	for _, i := range open {
		whole += upToFive(float64(max(b.week.Slots[i].Least, shortEasy)))
	}
	b.shortenKeys(whole - rest)
	_, rest = b.openEasy()
	if whole-rest > farShort && b.plainer(open) {
		return b.worthwhile(open, rest)
	}
	b.whole = whole-rest <= around7(b.week.Minutes)
	return rest
}

// holds tells whether a key session can be as short as some minutes: by its family, and with its main set.
func (b *builder) holds(s *Slot, minutes int) bool {
	f, known := session.Find(s.Family())
	if !known || minutes < s.Least {
		return false
	}
	at := b.in.Racer.Thresholds
	w := f.Write(session.Dose{Family: f.ID, Level: s.Level, Minutes: minutes, Share: s.Share, For: b.athlete.LevelIn(f.Base()), At: at})
	return w.For(at).DurationSeconds <= 60*minutes
}

// openEasy are the places of easy sessions without minutes, and what the others leave for them.
func (b *builder) openEasy() (open []int, rest int) {
	rest = max(b.week.Minutes*b.free/7, round(b.part*float64(b.week.Minutes)))
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		switch {
		case s.Role == Care || s.Role == RaceDay:
		case s.Minutes == 0:
			open = append(open, i)
		case s.First != s.Last:
			rest -= s.Minutes
		}
	}
	return open, rest
}

// shortenMedium takes what easy sessions lack from the medium-long ones, down to their least, and tells whether that is enough.
func (b *builder) shortenMedium(open []int, rest int) bool {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role != ML || s.Meters > 0 || triathlon(b.format) {
			continue
		}
		s.Minutes = max(min(s.Minutes, upToFive(float64(s.Least))), s.Minutes-upToFive(float64(b.least(open)-rest)))
	}
	_, rest = b.openEasy()
	return b.enough(open, rest)
}

// shortenLifts takes from the lifts what the week has too many minutes, down to their least, from each as much as from the others.
func (b *builder) shortenLifts(over int) {
	for more := true; more && over > 0; {
		more = false
		for i := range b.week.Slots {
			if s := &b.week.Slots[i]; s.lift() && s.Lock == 0 && s.Minutes-5 >= s.Least && over > 0 {
				s.Minutes, over, more = s.Minutes-5, over-5, true
			}
		}
	}
}

// noEasy is why a week without easy sessions has not all of its minutes.
const noEasy = "the week has no easy session that could be longer"

// lengthenLifts gives what a week without easy sessions has left to its lifts, to each as much as to the others, up to their usual length; what is left
// then is told. Long and key sessions go by their ladders.
func (b *builder) lengthenLifts(rest int) {
	if b.free < 7 || rest <= around7(b.week.Minutes) {
		return
	}
	usual := b.usualLift()
	for more := true; more && rest >= 5; {
		more = false
		for i := range b.week.Slots {
			if s := &b.week.Slots[i]; s.Role == S && s.Lock == 0 && s.Minutes+5 <= min(s.Most, usual) && rest >= 5 {
				s.Minutes, rest, more = s.Minutes+5, rest-5, true
			}
		}
	}
	if rest > around7(b.week.Minutes) {
		b.week.leaveOut(fmt.Sprintf("%d min", rest), noEasy)
	}
}

// lengthenKeys gives what a week without easy sessions has left to its key sessions as easy minutes around their main sets, five at a time to the shortest, as
// far as their families and the longest session of their sport let them, and returns what is left then: who has two days a week trains on both of them.
func (b *builder) lengthenKeys(rest int) int {
	if b.free < 7 || b.week.StepBack || triathlon(b.format) || b.standing.Phase == session.Taper || b.standing.Phase == session.Recovery {
		return rest
	}
	for rest >= 5 && rest > around7(b.week.Minutes) {
		shortest := (*Slot)(nil)
		for i := range b.week.Slots {
			s := &b.week.Slots[i]
			if (s.Role == K || s.Role == K2) && s.Lock == 0 && s.Sport.Endurance() && s.Minutes+5 <= b.mostEasy(s) && (shortest == nil || s.Minutes < shortest.Minutes) {
				shortest = s
			}
		}
		if shortest == nil {
			break
		}
		shortest.Minutes, rest = shortest.Minutes+5, rest-5
	}
	return rest
}

// usualLift is how long a lift of the weeks before the plan was, in minutes, in a lighter week as much shorter as there; 0 where there was none.
func (b *builder) usualLift() int {
	minutes, lifts := 0, 0
	for i := range b.in.History.Blocks[:min(len(b.in.History.Blocks), 6)] {
		if k := &b.in.History.Blocks[i]; !k.Eased {
			minutes, lifts = minutes+k.Minutes-k.Endurance, lifts+k.Strengths
		}
	}
	if lifts == 0 {
		return 0
	}
	if b.week.StepBack {
		return minutes * 4 / 5 / lifts
	}
	return minutes / lifts
}

// mediumToEasy makes the medium-long session an easy one where long, key sessions and lifts alone are more than the week.
func (b *builder) mediumToEasy() bool {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role != ML || s.Minutes == 0 || triathlon(b.format) {
			continue
		}
		b.week.leaveOut(string(s.Family()), weekFull)
		s.Role, s.Families, s.Minutes, s.Meters, s.Why = E, nil, 0, 0, ""
		b.fillEasy(s, b.main, map[session.ID]bool{})
		return true
	}
	return false
}

// secondToEasy makes the second key session an easy one where long and key sessions alone are more than the hours that are stated, as short as they may be.
func (b *builder) secondToEasy() bool {
	if b.stated() == 0 || triathlon(b.format) || b.format == training.Hyrox || b.standing.Phase == session.Taper || b.standing.Phase == session.Recovery {
		return false
	}
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role != K2 || s.Minutes == 0 || s.Lock > 0 {
			continue
		}
		b.shortenKeys(s.Minutes)
		if _, rest := b.openEasy(); rest >= -around7(b.week.Minutes) {
			return false
		}
		b.week.leaveOut(string(s.Family()), weekFull)
		s.Role, s.Families, s.Minutes, s.Level, s.Step, s.Highest, s.Why = E, nil, 0, 0, "", 0, ""
		b.fillEasy(s, b.main, map[session.ID]bool{})
		return true
	}
	return false
}

// enough tells whether each of the easy sessions can have its least, or has to be there for its sport.
func (b *builder) enough(open []int, rest int) bool {
	return rest >= b.least(open)-around7(b.week.Minutes) || b.floorsNeed(open[len(open)-1])
}

// around7 is what a week may miss its minutes by: seven in a hundred, and not less than seven minutes.
func around7(minutes int) int { return max(7, minutes*7/100) }

func (b *builder) least(open []int) int {
	least := 0
	for _, i := range open {
		least += b.leastEasy(&b.week.Slots[i])
	}
	return least
}

// floorsNeed tells whether a sport's floor would be missed without a slot.
func (b *builder) floorsNeed(at int) bool {
	sport, n := b.week.Slots[at].Sport, 0
	for i := range b.week.Slots {
		if b.week.Slots[i].Sport == sport {
			n++
		}
	}
	return b.week.Floors[sport] >= n
}

// shortEasy is the shortest easy session that is worth the way, in minutes.
const shortEasy = 20

// leastEasy is the shortest an easy session may be. Twenty minutes are better than none where a week has only three sessions of endurance;
// where it has more, better fewer than short ones.
func (b *builder) leastEasy(s *Slot) int {
	if usual := b.in.History.Longest(training.Walk, b.in.From, 30).Minutes; b.athlete.Postpartum && s.Sport == training.Walk && usual > 0 { // the walks are what is there already
		return max(s.Least, min(shortEasy, usual))
	}
	if b.frequency() <= 3 && !b.whole || b.cut() && b.week.Standing.Phase != session.Return {
		return shortEasy
	}
	return max(s.Least, shortEasy)
}

func (b *builder) share(open []int, rest int) {
	order := make([]int, 0, len(open))
	for _, want := range []Role{EPlus, E, ML} {
		for _, i := range open {
			if b.week.Slots[i].Role == want {
				order = append(order, i)
			}
		}
	}
	for _, i := range open {
		b.week.Slots[i].Minutes = toFive(float64(b.leastEasy(&b.week.Slots[i])) + 2)
		b.week.Slots[i].Least = min(b.week.Slots[i].Least, b.week.Slots[i].Minutes)
		rest -= b.week.Slots[i].Minutes
	}
	b.level(order, rest)
}

// plainer makes an easy session with strides or cadence a plain one, which may be shorter and longer, and tells whether there was one.
func (b *builder) plainer(open []int) bool {
	for _, i := range open {
		s := &b.week.Slots[i]
		plain := easyFamily(s.Sport)
		f, _ := session.Find(plain)
		if s.Role != EPlus || s.Family() == plain || !b.choose.allowed(plain) || b.athlete.LevelIn(s.Sport) == training.Novice {
			continue
		}
		s.Families, s.Level, s.Highest, s.Step = ids(plain), 0, 0, ""
		s.Least, s.Most = span(&f, b.short(&f))
		s.Least = min(s.Least, max(s.Minutes, 5))
		if s.Minutes == 0 {
			s.Least, _ = span(&f, b.short(&f))
		}
		return true
	}
	return false
}

// weekFull is why a week has not all of its sessions. How many minutes it has stands beside it: they may become fewer or more by what follows.
const weekFull = "the week's minutes are full"

// Why a week has not all of its minutes: its easy sessions are as long as such sessions are, or as what the weeks before prepare for.
const (
	easyLong  = "the easy sessions are long enough"
	runsGrown = "running grows no faster than the weeks before prepare for"
	stepUp    = "no session is to be much longer than the longest of the last month"
)

// whyShort is why none of some easy sessions takes more minutes: by what holds the last of them that could be longer by its family.
func (b *builder) whyShort(order []int) string {
	why := easyLong
	for _, i := range order {
		s := &b.week.Slots[i]
		last := b.history.Longest(s.Sport, b.week.First, 30).Minutes
		switch {
		case s.Minutes+5 > s.Most || b.standing.Phase == session.Return:
		case s.Sport == training.Run && s.Family() != "R-WALK" && b.runsLeft() < 5:
			return runsGrown
		case s.Minutes+5 > b.spike(s.Sport, last):
			why = stepUp
		}
	}
	return why
}

// level hands out five minutes at a time to the shortest session that may have more, of equal ones to the kind that may be longest.
func (b *builder) level(order []int, rest int) {
	for rest >= 3 {
		best := -1
		for _, i := range order {
			s := &b.week.Slots[i]
			if s.Minutes+5 > b.mostEasy(s) {
				continue
			}
			if best < 0 || s.Minutes < b.week.Slots[best].Minutes || s.Minutes == b.week.Slots[best].Minutes && s.Most > b.week.Slots[best].Most {
				best = i
			}
		}
		if best < 0 && rest > around7(b.week.Minutes) && b.fullOfStrides(order) && b.plainer(order) {
			continue
		}
		if best < 0 && b.lengthenSwim() {
			rest -= 5
			continue
		}
		if best < 0 {
			b.week.leaveOut(fmt.Sprintf("%d min", rest), "%s", b.whyShort(order))
			return
		}
		b.week.Slots[best].Minutes += 5
		rest -= 5
	}
}

// fullOfStrides tells whether an easy session with strides, cadence or drills is as long as those are: what is bound by something else gains nothing by being plain.
func (b *builder) fullOfStrides(order []int) bool {
	return slices.ContainsFunc(order, func(i int) bool {
		s := b.week.Slots[i]
		plain, known := session.Find(easyFamily(s.Sport))
		if s.Role != EPlus || s.Minutes+5 <= s.Most || !known {
			return false
		}
		s.Most = plain.Minutes.High
		return s.Minutes+5 <= b.mostEasy(&s)
	})
}

// lengthenSwim gives a swimmer's shortest key session five more minutes of easy metres around its main set, as long as its family and the swims of thirty
// days have room for them, and tells whether it did: in the water easy metres are what other sports have easy days for.
func (b *builder) lengthenSwim() bool {
	if b.main != training.Swim || triathlon(b.format) || b.week.StepBack || b.standing.Phase == session.Taper {
		return false
	}
	usual, shortest := b.history.Longest(training.Swim, b.week.First, 30).Minutes, (*Slot)(nil)
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if (s.Role == K || s.Role == K2) && s.Sport == training.Swim && s.Lock == 0 && s.Minutes+5 <= min(s.Most, usual) && (shortest == nil || s.Minutes < shortest.Minutes) {
			shortest = s
		}
	}
	if shortest == nil {
		return false
	}
	shortest.Minutes += 5
	return true
}

// mostEasy is the longest that an easy session may be: its family's, and shorter than the long one.
func (b *builder) mostEasy(s *Slot) int {
	most := s.Most
	if cap := b.shortSessions(); cap > 0 {
		most = min(most, cap)
	}
	for i := range b.week.Slots {
		if l := &b.week.Slots[i]; (l.Role == L || l.called()) && l.Sport == s.Sport {
			below := max(min(s.Least, shortEasy), l.below())
			if b.athlete.thin() { // the longest of a few days that were logged is no measure for a week
				below = max(s.Least, l.Minutes-l.Run)
			}
			most = min(most, below)
		}
	}
	last := b.history.Longest(s.Sport, b.week.First, 30).Minutes
	if b.standing.Lifts {
		most = min(most, max(easyBesideLifts, s.Least, b.in.History.Longest(s.Sport, b.in.From, 30).Minutes/5*5))
	}
	if b.standing.Phase == session.Recovery && s.Sport == training.Run && b.standing.D >= -afterRace {
		return min(most, max(s.Least, b.history.Longest(training.Run, b.week.First, 60).Minutes/2))
	}
	if b.standing.Phase == session.Return && last > 0 {
		return min(most, last*5/4)
	}
	if s.Sport == training.Run && s.Family() != "R-WALK" {
		most = min(most, max(s.Least, s.Minutes+b.runsLeft()))
	}
	return min(most, max(s.Least, b.spike(s.Sport, last)))
}

// How much more than in the best three of six weeks a week may run (coaching 8, VOL-3): of those who run little, and of others.
const (
	runsMore       = 1.25
	runsMoreLittle = 1.40
	runsLittle     = 25_000 // metres a week
)

// runsLeft are the minutes of running that a week has left before it is more than VOL-3 lets it be; as many as any where nothing is known of weeks before.
func (b *builder) runsLeft() int {
	var minutes, meters []float64
	for i := range b.history.Blocks[:min(len(b.history.Blocks), 6)] {
		if k := &b.history.Blocks[i]; !k.Eased {
			minutes, meters = append(minutes, float64(k.BySport[training.Run])), append(meters, k.RunMeters)
		}
	}
	usual, more := bestThree(minutes), runsMore
	if usual == 0 || b.athlete.Return != nil || b.format == training.Hyrox { // whose race-specific sessions are no more than half of running
		return maxWeekMinutes
	}
	if bestThree(meters) < runsLittle {
		more = runsMoreLittle
	}
	left := int(more * usual)
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Sport == training.Run {
			left -= s.Minutes
		} else {
			left -= s.Run
		}
	}
	return left
}

// maxWeekMinutes are those of a whole week.
const maxWeekMinutes = 7 * 24 * 60

// bestThree is the mean of the best three of some weeks, 0 of none.
func bestThree(weeks []float64) float64 {
	slices.Sort(weeks)
	weeks = weeks[max(0, len(weeks)-3):]
	sum := 0.0
	for _, w := range weeks {
		sum += w
	}
	return sum / float64(max(1, len(weeks)))
}

// easyBelow is how many rungs an easy swim keeps below what its minutes have room for: the rest is loosening and drills.
const easyBelow = 2

// rungs gives easy swims the main set that their minutes have room for: in the water it is the swimming that is easy, and metres are what it
// is for. Drills are as many as they have room for, where the athlete could do more.
func (b *builder) rungs() {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		f, known := session.Find(s.Family())
		if known && f.ID == "S-TECH" && s.Lock == 0 && (s.Role == E || s.Role == EPlus) {
			b.drills(s, &f)
		}
		if !known || s.Lock > 0 || s.Role != E && s.Role != EPlus || f.Class != session.Easy || f.Rungs == 0 || f.ID == "R-WALK" {
			continue
		}
		if level := rungIn(&f, s.Minutes, b.athlete.LevelIn(f.Sport) == training.Novice) - easyBelow; level > s.Level {
			s.Level, s.Highest, s.Step = level, level, Hold
		}
	}
}

// drillSlack is by how many minutes a swim of drills may be longer than its slot.
const drillSlack = 2

// drills lowers the rung of a slot until the swim as it is written is no longer than it.
func (b *builder) drills(s *Slot, f *session.Family) {
	at := b.in.Racer.Thresholds
	for ; s.Level > 1; s.Level-- {
		w := f.Write(session.Dose{Family: f.ID, Level: s.Level, Minutes: s.Minutes, For: b.athlete.LevelIn(f.Sport), At: at})
		if w.For(at).DurationSeconds <= 60*(s.Minutes+drillSlack) {
			return
		}
		s.Step, s.Highest = Hold, s.Level-1
	}
}
