package season

import (
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// Role is what a session is for in its week.
type Role string

// The roles. K is the key session of the week and K2 the second, L the long one and ML the medium-long, E+ is easy with strides, drills or
// cadence; S is strength and s a short one. OPEN and SHARP are the last sessions before a race that are not easy. CARE is what costs no
// load and takes no slot: pelvic floor, mobility. TEST takes the place of K in a test week.
const (
	K        Role = "KEY"
	K2       Role = "SECOND_KEY"
	L        Role = "LONG"
	ML       Role = "MEDIUM_LONG"
	E        Role = "EASY"
	EPlus    Role = "EASY_PLUS"
	S        Role = "STRENGTH"
	SShort   Role = "SHORT_STRENGTH"
	RaceDay  Role = "RACE"
	Open     Role = "OPENERS"
	Sharp    Role = "SHARPENER"
	Care     Role = "CARE"
	TestRole Role = "TEST"
)

// strengthSlots is how many lifts a week of n sessions holds (coaching 2.1): by priority, phase and age.
func strengthSlots(c *Calendar, st *Standing, n int) int {
	a, goal := c.athlete, c.goal.Kind
	if c.waitsToLift(st) {
		return 0
	}
	if c.nothingElse() {
		return n
	}
	if a.Return != nil && a.Priority != training.PriorityStrength && !(a.Postpartum && a.Lifts != nil) && c.history != nil && LW(c.history.Blocks) == 0 {
		return 0 // weeks from nothing are short: the sport comes back first
	}
	sound, spares := a.Return != nil && a.Return.Sound, a.sparing() && (c.lifted() || a.Priority == training.PriorityStrength) // who lifts goes on with what does not load what hurts
	switch returning := a.Return != nil || st.Phase == session.Return; {
	case a.Hurt && len(a.No) == 0 && !a.Postpartum && !c.lifted() && goal != training.GoalReturn && c.history != nil && len(c.history.Blocks) >= knownBlocks: // no region is hurt that lifts could spare: nothing new (coaching 7.1)
		return 0
	case goal == training.GoalReturn || a.Hurt && !spares || returning && !sound:
		return min(1, n/2)
	case st.Phase == session.Return && !c.lifted(): // who did not lift before an illness does not begin after it
		return 0
	case st.Phase == session.Return:
		count := usualStrength(c, &Standing{Phase: session.Base, Event: st.Event}, n)
		if a.Priority != training.PriorityStrength {
			count = min(1, count)
		}
		return count
	}
	return usualStrength(c, st, n)
}

// waitsToLift tells whether somebody who has not lifted for weeks does not begin in this one: nothing new stands right before a race (coaching 6.2), in the
// days after it, and where the goal is to keep what is there. Who trains for endurance and has not lifted for weeks, or never did, begins in no specific week
// either: a month of sore legs is what those can spare least.
func (c *Calendar) waitsToLift(st *Standing) bool {
	if c.lifted() || c.athlete.Priority == training.PriorityStrength {
		return false
	}
	if c.history != nil && len(c.history.Blocks) >= knownBlocks && st.Event == nil && c.goal.Kind == training.GoalMaintain {
		return true
	}
	if st.Event == nil || SportOf(st.Event.Kind()) == training.Strength {
		return false
	}
	if c.history != nil && len(c.history.Blocks) >= knownBlocks && (st.Phase == session.Taper || st.Phase == session.Recovery) {
		return true
	}
	late := st.Phase == session.Specific || st.Phase == session.Taper || st.Event.Priority == training.EventA && st.D > 0 && st.D <= lateDays
	asked := c.athlete.Priority != training.PriorityEndurance || st.Event.Kind() == training.Hyrox || st.Event.Kind() == training.Obstacle
	known := c.history != nil && len(c.history.Blocks) >= knownBlocks
	return late && !asked && (known || c.athlete.LearnsLifts())
}

// lateDays is from how many days before an A event on nobody begins to lift, in however short a season.
const lateDays = 21

// lifted tells whether any of the last weeks had a lift.
func (c *Calendar) lifted() bool {
	return c.history != nil && slices.ContainsFunc(c.history.Blocks, func(b Block) bool { return b.Strengths > 0 })
}

// hybridMost is up to how many lifts a week a hybrid athlete goes on with who is used to them, where they are no more than half of the sessions.
const hybridMost = 3

// usualStrength is that of an athlete who is well.
func usualStrength(c *Calendar, st *Standing, n int) int {
	a, goal, priority := c.athlete, c.goal.Kind, c.athlete.Priority
	if (goal == training.GoalHealth || goal == training.GoalWeight) && !c.trained() {
		return byN(n, [5]int{0, 1, 1, 2, 2})
	}
	hyrox := st.Event != nil && (st.Event.Kind() == training.Hyrox || st.Event.Kind() == training.Obstacle)
	late := st.Phase == session.Specific || st.Phase == session.Taper
	switch {
	case hyrox && novice(a): // one, whether or not their weeks have a session at the stations yet
		return min(1, n/3)
	case hyrox, priority == training.PriorityEndurance:
		priority = training.PriorityEndurance
	case late && st.Event != nil && priority == training.PriorityStrength && SportOf(st.Event.Kind()) != training.Strength:
		priority = training.PriorityHybrid
	}
	count := 0
	switch priority {
	case training.PriorityStrength:
		count = byN(n, [5]int{1, 2, 2, 3, 4})
		if n == 6 {
			count = 4
		}
		if !slices.ContainsFunc(c.goal.Sports, training.Sport.Endurance) && c.history != nil && c.history.MainSport() == "" {
			count = max(count, min(n, lifterMost)) // who lifts alone goes on lifting
		}
	case training.PriorityEndurance:
		count = byN(n, [5]int{0, 0, 0, 1, 2})
		if n >= 7 && st.Phase != session.Base {
			count = 1
		}
	default:
		count = byN(n, [5]int{1, 1, 1, 2, 3})
		if late {
			count = 1
			if n >= 5 {
				count = 2
			}
		}
	}
	if priority == training.PriorityHybrid && !late { // who lifts as often as all else goes on
		count = max(count, min(c.usualLifts(), hybridMost, n/2))
	}
	if a.Masters() && n >= 5 {
		count = max(count, 2)
	}
	if priority != training.PriorityStrength {
		return min(count, c.liftsMost())
	}
	switch adds := c.goal.Kind == training.GoalAddSport && st.Event == nil; { // who lifts more often than the table has it goes on, as long as what is done beside it keeps its place
	case c.liftsLead(st.Event):
		count = max(count, min(c.usualLifts(), lifterMost, n-c.weeklySports()))
	case adds:
		count = max(count, min(c.usualLifts(), lifterMost, n-max(n/3, c.weeklySports())))
	}
	return count
}

// usualLifts is how many lifts a week has had, rounded; weeks off, ill and eased say nothing of it.
func (c *Calendar) usualLifts() int {
	lifts, weeks := 0, 0
	if c.history != nil {
		for i := range c.history.Blocks[:min(len(c.history.Blocks), 6)] {
			if b := &c.history.Blocks[i]; b.Sessions > 0 && !b.Eased {
				lifts, weeks = lifts+b.Strengths, weeks+1
			}
		}
	}
	return round(float64(lifts) / float64(max(1, weeks)))
}

// liftsMost is how many lifts a week may have where endurance or both are trained for: one more than usual, so that the legs get used to each before the
// next (STR-5 measures the same by sets); any number where too little is known of what is usual.
func (c *Calendar) liftsMost() int {
	if c.history == nil || len(c.history.Blocks) < knownBlocks {
		return lifterMost
	}
	return c.usualLifts() + 1
}

// knownBlocks is from how many weeks on it is known how often somebody lifts.
const knownBlocks = 4

// How often a sport was done in six weeks to be one of the athlete's: at least once a fortnight, or every week (coaching 2.3).
const (
	fortnightly = 4
	weekly      = 6
)

// weeklySports is how many endurance sports are done every week.
func (c *Calendar) weeklySports() int {
	n := 0
	if c.history != nil {
		for sport, count := range c.history.Counts {
			if sport.Endurance() && count >= weekly {
				n++
			}
		}
	}
	return n
}

// lifterMost is how many lifts a week of nothing else holds.
const lifterMost = 5

// byN chooses for 1, 2, 3, 4 to 6, and 7 or more sessions.
func byN(n int, of [5]int) int {
	switch {
	case n <= 0:
		return 0
	case n <= 3:
		return of[n-1]
	case n <= 6:
		return of[3]
	}
	return of[4]
}

// enduranceRoles are those of m endurance sessions, the most important first (coaching 2.1). Week is that of the phase: with a single
// session L and K take turns.
func enduranceRoles(phase session.Phase, m, week int) []Role {
	if m <= 0 {
		return nil
	}
	var top []Role
	switch {
	case m == 1 && week%2 == 1:
		top = []Role{K}
	case m == 1:
		top = []Role{L}
	case phase == session.Base:
		top = baseRoles(m)
	case m == 2:
		top = []Role{L, K}
	case m == 3 && phase == session.Build:
		top = []Role{L, K, EPlus}
	case m == 3:
		top = []Role{L, K, E}
	case m == 4:
		top = []Role{L, K, K2, E}
	default:
		top = []Role{L, K, K2, ML, E}
	}
	for len(top) < m {
		top = append(top, E)
	}
	if phase == session.Base && m >= 8 {
		top[m-1] = ML
	}
	return top
}

func baseRoles(m int) []Role {
	switch m {
	case 2:
		return []Role{L, EPlus}
	case 3:
		return []Role{L, EPlus, K}
	case 4:
		return []Role{L, K, EPlus, E}
	}
	return []Role{L, K, ML, EPlus, E}
}

// noviceRoles are those of a novice in the sport, in any phase: keys are light ones and only from the fifth week on; every second week has
// strides in one of its easy sessions.
func noviceRoles(m, week int, keys bool) []Role {
	var top []Role
	switch {
	case m <= 0:
		return nil
	case m == 1:
		return []Role{E}
	case keys && m >= 3:
		top = []Role{L, K}
	default:
		top = []Role{L}
	}
	for len(top) < m {
		top = append(top, E)
	}
	if keys && week%2 == 1 && m >= 3 {
		top[2] = EPlus
	}
	return top
}

// noviceMost is how many sessions a novice's week holds.
const noviceMost = 5

// easyRoles are those of weeks without a key session.
func easyRoles(m int) []Role {
	var all []Role
	for range m {
		all = append(all, E)
	}
	return all
}
