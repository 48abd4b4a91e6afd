package season

import (
	"fmt"
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// roles fills the week with slots whose families are still open.
func (b *builder) roles() {
	if b.free == 0 {
		return
	}
	n := b.n
	if b.free < 7 {
		n = round(float64(b.n*b.free) / 7)
	}
	if b.free >= mostFree && b.n <= fewSessions { // TAP-3, "block before >= 80 %": of two sessions that is both
		if all := int(math.Ceil(mostKept * float64(b.n*b.free) / 7)); all > n {
			n, b.part = all, mostKept
		}
	}
	all := strengthSlots(b.cal, &b.standing, b.n)
	if usual := b.cal.usualLifts(); b.besideUsual(all) { // a lift more than usual comes on top of what is done, or not at all
		all = usual
		if b.roomBeside() && !b.keeps() {
			all, b.beside = usual+1, 1
		}
	} else {
		b.beside = b.liftsBeside(all)
	}
	for all > b.beside && b.crowdsOut(b.n+b.beside-all) {
		all--
	}
	n, b.week.Sessions = n+b.beside, b.week.Sessions+b.beside
	if b.beside > 0 && (forHealth(b.in.Goal.Kind) || b.athlete.Postpartum) && (b.before == nil || b.before.lifts() == 0) {
		b.bringLift()
	}
	lifts := min(round(float64(all*b.free)/7), n)
	if e := b.standing.Event; e != nil && e.Priority == training.EventB && b.standing.Phase == session.Taper && b.free > n && all > lifts {
		lifts, n = lifts+1, n+1 // a race on the way takes three days of the week, and not its lift
	}
	if b.standing.Easy && b.standing.Phase == session.Recovery {
		lifts = 0
	}
	for _, role := range cutRoles(b.enduranceRoles(b.n+b.beside-all), n-lifts) {
		b.add(Slot{Role: role})
	}
	for range lifts {
		role := S
		if b.standing.Phase == session.Specific || b.standing.Phase == session.Taper {
			role = SShort
		}
		b.add(Slot{Role: role, Sport: training.Strength})
	}
}

// Of a week of which a race takes some days: from how many free ones on it keeps its few sessions, what few are, and the part of them that stays (TAP-3).
const (
	mostFree    = 5
	fewSessions = 3
	mostKept    = .8
)

// liftsBeside is how many of a week's lifts come on top of its usual sessions: one, where the weeks before had none or few, nobody says how many sessions a week
// is to have, and its days have room for it. What is done as often as usual comes before what would be good to begin.
func (b *builder) liftsBeside(lifts int) int {
	switch {
	case b.cal.nothingElse():
		return 0
	case b.besideWalks(lifts):
		return 1
	}
	a, building := b.athlete, b.building()
	asked := a.Priority == training.PriorityEndurance || forHealth(b.in.Goal.Kind) && a.Priority != training.PriorityStrength && b.standing.Phase == session.Off && a.Volume == 0
	if lifts == 0 || !building || b.free < 7 || !asked || b.format == training.Hyrox || b.cal.usualLifts() > 0 {
		return 0
	}
	if !b.roomBeside() {
		return 0
	}
	return 1
}

// building tells of a week in which something may be begun.
func (b *builder) building() bool {
	return b.standing.Phase == session.Base || b.standing.Phase == session.Build || b.standing.Phase == session.Off && b.standing.Event == nil
}

// roomBeside tells whether a lift may come on top of the usual sessions: of who is well and known, says nothing of how many sessions a week is to have, and
// has a place for one more.
func (b *builder) roomBeside() bool {
	a := b.athlete
	if a.SessionsPerWeek > 0 || b.in.Goal.SessionsPerWeek > 0 || a.Hurt || a.Return != nil || a.After > 0 || a.thin() || len(b.in.History.Blocks) < knownBlocks ||
		b.adds() { // one new thing at a time
		return false
	}
	most := besideMost
	if triathlon(b.format) {
		most = besideTriathlon
	}
	return b.n <= most && b.room(b.i) > b.n
}

// besideUsual tells whether a week is to have more lifts than the athlete is used to, beside endurance that is done as often as it is: by age, or as both are
// trained for, the table has one more, which would take a run or a ride away (coaching 2.1; "each usual sport as often as usual").
func (b *builder) besideUsual(lifts int) bool {
	usual := b.cal.usualLifts()
	return usual > 0 && lifts > usual && len(b.in.History.Blocks) >= knownBlocks && b.building() && b.free == 7 && b.athlete.Priority != training.PriorityStrength &&
		b.format != training.Hyrox && !b.athlete.Youth() && b.history.MainSport() != ""
}

// firstLift is how many minutes the first lifts of a week for health take.
const firstLift = 20

// bringLift gives the week the minutes of a first lift that comes on top of its usual sessions, as far as the stated hours and the days have them: health asks
// for both, and a lift is no reason to walk or run less.
func (b *builder) bringLift() {
	most := b.openMinutes()
	if hours := b.stated(); hours > 0 {
		most = min(most, 60*hours)
	}
	b.week.Minutes = max(b.week.Minutes, round(min(most, float64(b.week.Minutes+firstLift))))
}

// besideWalks tells whether the lift of a way back comes on top of the walks of who has done nothing else: on the way back from a birth the walks are what
// is there already, and go on as often as they were (coaching 10, the tenth fortnight).
func (b *builder) besideWalks(lifts int) bool {
	a := b.athlete
	return lifts > 0 && b.standing.Phase == session.Return && b.free == 7 && b.walksAlone() && b.cal.usualLifts() == 0 && a.SessionsPerWeek == 0 && b.in.Goal.SessionsPerWeek == 0 &&
		b.n <= besideMost && b.room(b.i) > b.n
}

// Up to how many sessions a week has a free day for one more, and a triathlete's, which has days of two, a place.
const (
	besideMost      = 5
	besideTriathlon = 6
)

// crowdsOut tells whether lifts that the athlete has never asked for would take the place of a sport that is done every week, where they leave m
// sessions of endurance: what is done comes before what would be good to begin (coaching 2.3 before 2.1).
func (b *builder) crowdsOut(m int) bool {
	if b.cal.lifted() || b.athlete.Priority != training.PriorityEndurance || triathlon(b.format) || b.format == training.Hyrox {
		return false
	}
	beside := 0
	for _, sport := range training.Sports {
		if sport != b.main && sport.Endurance() && b.history.Counts[sport] >= weekly && b.athlete.may(sport) {
			beside++
		}
	}
	return min(beside, m) > max(0, m-b.ofMain(m))
}

func (b *builder) enduranceRoles(m int) []Role {
	if most := noviceMost; b.novice() && m > most {
		b.week.leaveOut(fmt.Sprintf("%d sessions", m-most), "a novice's week has at most %d of endurance", most)
		m = most
	}
	phase, week := b.standing.Phase, b.standing.Week
	var roles []Role
	switch {
	case phase == session.Return || b.athlete.beginner(), b.history.ApartMost():
		return easyRoles(m)
	case b.athlete.After > 0 && b.athlete.After < keysAgain:
		return append([]Role{L}, easyRoles(m-1)...)[:m]
	case phase == session.Recovery:
		return b.recoveryRoles(m)
	case phase == session.Off && b.standing.Event != nil:
		return append([]Role{L}, easyRoles(m-1)...)[:m]
	case b.standing.Lifts && phase != session.Off:
		return b.besideLifts(m)
	case phase == session.Off && b.in.Goal.Kind == training.GoalMaintain && !b.novice():
		roles = enduranceRoles(session.Build, m, week)
		for i := range roles { // one key session is enough to keep what is there
			if roles[i] == K2 {
				roles[i] = E
			}
		}
	case phase == session.Off && m == 2 && !b.novice() && b.noviceKeys(): // two sessions of somebody trained are not both easy
		roles = []Role{L, K}
	case phase == session.Off || b.novice():
		roles = noviceRoles(m, b.noviceWeek(), b.noviceKeys())
	case phase == session.Taper:
		roles = enduranceRoles(session.Specific, m, week)
	case b.crunched() && phase != session.Base && (m == 3 || m == 4):
		roles = []Role{L, K, K2, E}[:m]
	default:
		roles = enduranceRoles(phase, m, week)
	}
	if at := slices.Index(roles, K2); at >= 0 && b.ownSport() != "" { // a sport that is added comes beside one key session, not beside two
		roles = slices.Clone(roles)
		roles[at] = E
	}
	return b.withEasyRun(b.without(b.withStations(roles)))
}

// withEasyRun gives a runner's week an easy run in the place of its second key session where locks and the sports beside running have all the places of
// easy ones: two hard runs ask for an easy one more than for a third of their kind. An ultra runner's second key session is a long one.
func (b *builder) withEasyRun(roles []Role) []Role {
	at := slices.Index(roles, K2)
	if at < 0 || b.main != training.Run || b.format == training.RunUltra || b.format == training.Hyrox || triathlon(b.format) {
		return roles
	}
	easy := -min(len(roles)-b.ofMain(len(roles)), len(b.besideWith()))
	for _, role := range roles {
		if role == E || role == EPlus || role == ML {
			easy++
		}
	}
	if easy > 0 {
		return roles
	}
	if second := b.choose.first(b.row.keyCells(b.choose.phase, true)...); len(second) > 0 && len(b.sportsBeside()) < len(b.besideWith()) {
		b.week.leaveOut(string(second[0]), placeTaken)
	}
	roles = slices.Clone(roles)
	roles[at] = E
	return roles
}

// placeTaken is why a session is left out for which a lock stands.
const placeTaken = "what is locked takes its place"

// besideWith are the sports beside the main one with an easy session in the week: those that it is to have, and of the locks those of others.
func (b *builder) besideWith() []training.Sport {
	all := b.sportsBeside()
	for i := range b.in.Locks {
		l := &b.in.Locks[i]
		if (l.Day-1)/7 == b.i && !l.HI && l.Sport.Endurance() && l.Sport != b.main && !slices.Contains(all, l.Sport) {
			all = append(all, l.Sport)
		}
	}
	return all
}

// Minutes of the endurance of a season in which the lifts lead: from where on a long session that lifters are used to stays one, and how long an easy
// one is at most for who is not used to longer ones.
const (
	longBesideLifts = 60
	easyBesideLifts = 40
)

// besideLifts are the sessions of endurance in a season in which the lifts lead: easy, the long one kept where there is one (coaching 2.2, "2 easy
// cardio"; 2.1, "with STRENGTH").
func (b *builder) besideLifts(m int) []Role {
	roles := easyRoles(m)
	if m > 0 && !b.novice() && b.in.History.Longest(b.main, b.in.From, 30).Minutes >= longBesideLifts {
		roles[0] = L
	}
	return roles
}

// keysAgain is from what share of the usual minutes on a week after days off has a key session again.
const keysAgain = .75

// withStations gives a HYROX athlete's week its session at the stations where the table has none: in the place of an easy one.
func (b *builder) withStations(roles []Role) []Role {
	if b.format != training.Hyrox || b.novice() || len(roles) < 3 || slices.Contains(roles, K2) || !slices.Contains(roles, K) {
		return roles
	}
	for _, role := range []Role{EPlus, E} {
		if at := slices.Index(roles, role); at >= 0 {
			roles = slices.Clone(roles)
			roles[at] = K2
			return roles
		}
	}
	return roles
}

func (b *builder) noviceWeek() int {
	if b.standing.Phase == session.Off && !b.novice() {
		return 0
	}
	return b.i
}

// cutRoles leaves so many of a week's roles: where a race takes some of its days, easy sessions go before keys, and those before the long
// one.
func cutRoles(roles []Role, most int) []Role {
	for _, role := range []Role{E, EPlus, ML, K2, K, TestRole, L} {
		for i := len(roles) - 1; i >= 0 && len(roles) > most; i-- {
			if roles[i] == role {
				roles = slices.Delete(slices.Clone(roles), i, i+1)
			}
		}
	}
	return roles
}

// Weeks and sessions before which a novice has no key session (coaching 8, WHO-2).
const (
	keysFrom     = 5 // week of training
	keysSessions = 10
)

// noviceKeys tells whether the week may hold a light key session.
func (b *builder) noviceKeys() bool {
	if b.athlete.NoHI || b.athlete.Return != nil || b.athlete.After > 0 {
		return false
	}
	if b.standing.Phase == session.Off {
		return b.standing.Week >= keysFrom-1
	}
	if w := b.athlete.TrainingWeek; w > 0 {
		return w >= keysFrom
	}
	return b.athlete.KnownDays >= 28
}

// without takes out what a race in the block stands for, and what a step-back or a test changes.
func (b *builder) without(roles []Role) []Role {
	for i := range b.cal.events {
		e := &b.cal.events[i]
		if at := int(e.Date - b.week.First); at < 0 || at > 6 {
			continue
		}
		roles = dropRole(roles, K)
		if e.Priority != training.EventC {
			roles = dropRole(roles, L)
		}
	}
	if slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return s.Role == L }) { // on a day that goes by the race
		roles = dropRole(roles, L)
	}
	retest := b.retest()
	for i, role := range roles {
		if role == K && (b.standing.Test || retest) {
			roles[i] = TestRole
		}
		if role == K2 && (b.week.StepBack || b.standing.Test || b.athlete.After > 0 || b.longTaper()) {
			roles[i] = E
		}
	}
	return roles
}

// longTaper tells of a week in the last three before one of the longest races, whose minutes have room for one key session.
func (b *builder) longTaper() bool {
	e := b.standing.Event
	return e != nil && e.Priority == training.EventA && b.standing.Phase != session.Recovery && b.row.early && b.row.bandAt(b.standing.D)[1] > 0
}

// thresholdDays is how long a threshold is good for; after that a test is due (science, DAT-2).
const thresholdDays = 56

// retest tells whether a lighter week of base or build is to measure again what paces and watts go by: where the threshold of the main sport is not
// known, or old, and no test was done since it could have been.
func (b *builder) retest() bool {
	test, known := tests[b.main]
	if !known || !b.week.StepBack || b.standing.Phase != session.Base && b.standing.Phase != session.Build {
		return false
	}
	if last, done := b.last[test]; done && b.week.First-last <= thresholdDays {
		return false
	}
	t := &b.in.Racer.Thresholds
	if thresholdOf(t, b.main) != nil && t.MeasuredOn != nil && b.week.First-*t.MeasuredOn <= thresholdDays {
		return false
	}
	for ahead := 1; ahead <= 2; ahead++ { // the wave has a test of its own, and soon
		if b.cal.OfBlock(b.week.First.AddDays(7 * ahead)).Test {
			return false
		}
	}
	b.choose.test = true
	return b.choose.allowed(test)
}

func dropRole(roles []Role, role Role) []Role {
	if at := slices.Index(roles, role); at >= 0 {
		return slices.Delete(slices.Clone(roles), at, at+1)
	}
	return roles
}

// overRecovery is the first day of the plan on which a recovery is over that ends in the week, 0 for none: what a family may be is judged by its day.
func (b *builder) overRecovery() int {
	if b.standing.Phase != session.Recovery {
		return 0
	}
	for d := range 7 {
		if st := b.cal.On(b.week.First.AddDays(d)); st.Phase != session.Recovery && st.Phase != session.Taper {
			return 7*b.i + d + 1
		}
	}
	return 0
}

// roomAfter is how many days a week has to have left after a recovery for more than its long session.
const roomAfter = 3

// waitForRecovery lets what is not easy stand only once a recovery is over that ends in the week. Where few days are left the long session alone does.
func (b *builder) waitForRecovery() {
	over := b.overRecovery()
	if over == 0 {
		return
	}
	kept := b.week.Slots[:0]
	for _, s := range b.week.Slots {
		few := s.Last-over+1 < roomAfter
		switch {
		case s.First == s.Last || s.Role != L && s.Role != K && !s.lift():
		case s.lift() && few:
			continue
		case s.Role == K && few:
			s.Role = E
		default:
			s.First = max(s.First, over)
		}
		kept = append(kept, s)
	}
	b.week.Slots = kept
}

// recoveryRoles are easy; once easy days are over there is one key session, and the last week has a long one.
func (b *builder) recoveryRoles(m int) []Role {
	part := b.recoveryShare()
	m = max(min(m, 2), round(float64(m)*min(1, part+.35)))
	if b.longRecovery() && b.main == training.Run {
		m = min(m, (b.free+1)/2)
	}
	roles := easyRoles(m)
	ends := b.cal.On(b.week.First.AddDays(6))
	if m > 1 && ends.Phase != session.Recovery {
		roles[0] = L
	}
	if m > 2 && !ends.Easy && !b.athlete.NoHI {
		roles[1] = K
	}
	return roles
}
