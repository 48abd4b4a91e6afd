package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// maxStrengthWeeks is how long maximal strength is built in a season before it is only kept: six to ten weeks of base and early build.
const maxStrengthWeeks = 10

// lifts fills the strength slots: coaching 5, week shapes and phases.
func (b *builder) lifts() {
	count, at := b.week.lifts(), 0
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if !s.lift() || len(s.Families) > 0 {
			continue
		}
		wish := b.liftFamilies(at, count)
		s.Families = b.liftOpen(wish)
		at++
		if len(s.Families) == 0 {
			b.week.leaveOut("strength", "%s", b.noLift())
			continue
		}
		f, _ := session.Find(s.Family())
		if level, step := b.levelFor(s.Family()); level > 0 {
			s.Level, s.Step, s.Highest = level, step, level
		}
		if s.Minutes = b.liftMinutes(&f); b.week.StepBack && f.Class != session.Test {
			s.Share = session.UnloadShare
		}
		s.Parts = b.partsOf(&f, at-1)
		s.Serves = b.serves(&f)
		s.Least, s.Most = span(&f, novice(b.athlete) || b.week.StepBack || s.Role == SShort)
		s.Least = min(s.Least, s.Minutes)
		s.Why = fmt.Sprintf("one of %d lifts of the week", count)
	}
	kept := b.week.Slots[:0]
	for _, s := range b.week.Slots {
		if !s.lift() || len(s.Families) > 0 {
			kept = append(kept, s)
		}
	}
	b.week.Slots = kept
}

// liftOn has the days of a taper before the last week to a meet go on as the weeks before them: a season of lifting tapers by days (coaching 1.2 and 5).
func (b *builder) liftOn() {
	e := b.standing.Event
	if e != nil && b.standing.Phase == session.Taper && SportOf(e.Kind()) == training.Strength && b.free > 0 && b.in.From.AddDays(b.open[1]-1) < e.Date {
		b.choose.phase = session.Specific
	}
}

// noLift is why a week has no lift where it has a place for one.
func (b *builder) noLift() string {
	switch e := b.standing.Event; {
	case e != nil && b.standing.Phase == session.Recovery:
		return "the legs get over " + nameOf(e) + " first"
	case e != nil && b.standing.Phase == session.Taper:
		return "the legs are to be fresh for " + nameOf(e)
	case b.athlete.Postpartum:
		return "lifting waits until the first weeks after the birth are over"
	}
	return "nothing that may be lifted now is left"
}

// liftOpen are the allowed of some families in their own order: of strength the best fit comes first, not the longest ago.
func (b *builder) liftOpen(all []session.ID) []session.ID {
	var open []session.ID
	for _, id := range all {
		if b.choose.allowed(id) && b.fits(id) && len(open) < 4 && !slices.Contains(open, id) {
			open = append(open, id)
		}
	}
	return open
}

// learns tells whether lifts are still to be learned, or learned again.
func (b *builder) learns() bool {
	a := b.athlete
	return a.LearnsLifts() || a.Return != nil && !a.Return.Sound || a.Hurt && !(a.sparing() && b.cal.lifted()) || a.beginner() || b.standing.Phase == session.Return && a.Return == nil || a.Youth() && a.Priority != training.PriorityStrength
}

// liftFamilies are the candidates of the at-th of some lifts, the best first; what may be done everywhere comes last.
func (b *builder) liftFamilies(at, count int) []session.ID {
	anywhere := ids("Q-AA", "Q-KB", "Q-BODY", "Q-PREV")
	switch {
	case b.athlete.Wheels:
		return ids("Q-UPPER")
	case b.athlete.Hurt && b.athlete.Return == nil && !b.athlete.LearnsLifts() && !b.athlete.Youth() && b.athlete.Priority == training.PriorityStrength:
		return append(b.soundHalf(at), anywhere...)
	case b.learns(), b.beside > 0 && b.cal.usualLifts() == 0: // after weeks without a lift the first ones are light and short (coaching 5, "AA")
		return anywhere
	case b.standing.Phase == session.Return, b.athlete.Youth(): // the main lifts of the whole body, with three repetitions left
		return append(ids("Q-FULL"), anywhere...)
	}
	if b.beside > 0 && at == count-1 { // one more than usual: the legs have theirs
		return append(ids("Q-PREV", "Q-UPPER"), anywhere...)
	}
	return append(b.trainedLifts(at, count), anywhere...)
}

// soundHalf is the half of the body that a lifter who is hurt trains on, every other session: the legs where an arm hurts, else the arms (coaching 7.1).
func (b *builder) soundHalf(at int) []session.ID {
	switch {
	case at%2 == 1:
		return nil
	case slices.Contains(b.athlete.No, session.NoShoulder):
		return ids("Q-LOWER")
	}
	return ids("Q-UPPER")
}

func (b *builder) trainedLifts(at, count int) []session.ID {
	priority := b.athlete.Priority
	hyrox := b.format == training.Hyrox
	switch phase := b.choose.phase; {
	case b.standing.Phase == session.Recovery:
		return ids("Q-PREV")
	case priority == training.PriorityStrength && phase != session.Taper:
		return b.lifterLifts(at, count)
	case phase == session.Specific, phase == session.Taper, phase == session.Build && b.strengthWeeks() > maxStrengthWeeks:
		if at > 0 {
			return ids("Q-PREV")
		}
		return ids("Q-MAIN", "Q-POWER", "Q-PREV")
	case phase == session.Off:
		return ids("Q-FULL", "Q-SIZE")
	case at == 1 && b.locksLegs(), at == 0 && b.nearLockedLegs():
		return ids("Q-UPPER", "Q-FULL")
	case at == 0:
		return ids("Q-STR", "Q-FULL")
	case at == 1 && priority == training.PriorityEndurance && !hyrox:
		return ids("Q-PREV", "Q-FULL")
	case at == 1:
		return ids("Q-FULL", "Q-UPPER")
	}
	return ids("Q-UPPER", "Q-FULL")
}

// locksLegs tells whether a lift that stands already has the week's work for the legs.
func (b *builder) locksLegs() bool {
	return slices.ContainsFunc(b.in.Locks, func(l Lock) bool { return (l.Day-1)/7 == b.i && l.Family == "Q-LOWER" })
}

// nearLegs is how many days from a week a locked lift for the legs is at most to be in the same seven days as most of the week's own.
const nearLegs = 3

// nearLockedLegs tells whether a lift for the legs stands already on one of the days right before or after the week, and none in it: the legs count by seven
// days in a row, not by weeks of the calendar (STR-5).
func (b *builder) nearLockedLegs() bool {
	first, last := 7*b.i+1, 7*b.i+7
	return !b.locksLegs() && slices.ContainsFunc(b.in.Locks, func(l Lock) bool {
		return l.Family == "Q-LOWER" && (l.Day < first && first-l.Day <= nearLegs || l.Day > last && l.Day-last <= nearLegs)
	})
}

// serves tells whether a family of lifts trains what the goal names.
func (b *builder) serves(f *session.Family) bool {
	g := &b.in.Goal
	lower, upper := f.ID != "Q-UPPER", f.ID != "Q-LOWER"
	switch {
	case f.ID == "Q-PREV" || f.ID == "Q-PELV":
		return false
	case len(g.Lifts) > 0:
		e, known := training.FindExercise(g.Lifts[0])
		return known && (e.LowerBody() && lower || !e.LowerBody() && upper)
	case len(g.BodyParts) > 0:
		legs := slices.Contains(g.BodyParts, training.Legs)
		return legs && lower || (len(g.BodyParts) > 1 || !legs) && upper
	}
	return b.standing.Lifts
}

// halves are the parts of the body of the at-th of many lifts that build muscle: lower and upper body by turns.
func halves(at int) []training.MuscleGroup {
	if at%2 == 0 {
		return []training.MuscleGroup{training.Legs, training.Core}
	}
	return []training.MuscleGroup{training.Push, training.Pull}
}

// partsOf are the parts of the body that the at-th lift of a week builds muscle in: where the goal names some, the first lift of two is for those and
// the next one for all that is left, so that nothing is forgotten; else all of it, and from four lifts on one half after the other.
func (b *builder) partsOf(f *session.Family, at int) []training.MuscleGroup {
	switch named := b.in.Goal.BodyParts; {
	case f.ID != "Q-SIZE":
		return nil
	case len(named) == 0 && b.week.lifts() >= splitLifts:
		return halves(at)
	case len(named) > 0 && at%2 == 1:
		var rest []training.MuscleGroup
		for _, part := range training.MuscleGroups {
			if !slices.Contains(named, part) {
				rest = append(rest, part)
			}
		}
		return rest
	default:
		return named
	}
}

// splitLifts is from how many lifts a week on each has one half of the body.
const splitLifts = 4

// lifterLifts are those of athletes for whom strength comes first: full bodies up to three, halves by turns from four; for muscle the same in the
// repetitions of muscle. The half that the goal names comes first. A test week measures the lift, once.
func (b *builder) lifterLifts(at, count int) []session.ID {
	late := b.choose.phase == session.Specific && b.format == training.Lift1RM
	first := ids("Q-STR", "Q-FULL")
	if b.standing.Test && at == 0 {
		b.choose.test = true
		return append(ids("Q-TEST"), b.usualLifts(at, count, first)...)
	}
	switch {
	case late && b.free < 7: // the days before the last week to a meet have room for one heavy session
		return ids([]session.ID{"Q-PEAK", "Q-PREV", "Q-STR", "Q-PREV"}[min(at, 3)], "Q-STR", "Q-MAIN")
	case late && (at == 0 || at == 2):
		return ids("Q-PEAK", "Q-STR", "Q-FULL", "Q-MAIN")
	case late && at == 1: // main lifts all week: what does not peak is for the upper body, or all of it
		return ids("Q-UPPER", "Q-FULL", "Q-MAIN")
	case late:
		return ids("Q-UPPER", "Q-MAIN", "Q-FULL")
	}
	return b.usualLifts(at, count, first)
}

// usualLifts are those of a week that is no peak.
func (b *builder) usualLifts(at, count int, first []session.ID) []session.ID {
	muscle := b.standing.Lifts && b.in.Goal.Kind == training.GoalMuscle
	switch {
	case count >= splitLifts && muscle:
		return ids("Q-SIZE", "Q-FULL", "Q-MAIN")
	case count >= splitLifts && (at%2 == 0) != b.upperFirst():
		return ids("Q-LOWER", "Q-STR", "Q-MAIN")
	case count >= splitLifts:
		return ids("Q-UPPER", "Q-FULL", "Q-MAIN")
	case at == 1 && !b.standing.Lifts: // where the lifts lead both are heavy: each pattern twice a week
		first = ids("Q-FULL", "Q-STR")
	}
	if muscle || b.choose.phase == session.Base && b.format == training.Lift1RM {
		first = append(ids("Q-SIZE"), first...)
	}
	return append(first, "Q-MAIN")
}

// upperFirst tells whether the lift that the goal names first is one of the upper body: where one half has a session more, and in the order of the
// week, it is that half.
func (b *builder) upperFirst() bool {
	if len(b.in.Goal.Lifts) == 0 {
		return false
	}
	e, known := training.FindExercise(b.in.Goal.Lifts[0])
	return known && !e.LowerBody()
}

// strengthWeeks is how many weeks of base and build lie behind.
func (b *builder) strengthWeeks() int {
	if b.standing.Event == nil || b.standing.Phase != session.Build {
		return b.standing.Week
	}
	return b.cal.Lengths(b.standing.Event).Base + b.standing.Week
}

// Shares of a week's minutes that one lift takes where a family leaves room.
const (
	liftShare       = .11
	liftShareHybrid = .17
)

// liftMinutes is how long a lift is.
func (b *builder) liftMinutes(f *session.Family) int {
	low, high := span(f, false)
	share := liftShare
	if b.athlete.Priority == training.PriorityHybrid || b.format == training.Hyrox {
		share = liftShareHybrid
	}
	minutes := toFive(share * float64(b.week.Minutes))
	switch f.ID {
	case "Q-AA", "Q-KB", "Q-BODY":
		minutes = toFive(.2 * float64(b.week.Minutes))
		if low, high = min(low, 20), 30; b.cal.nothingElse() { // it is all that the week has
			minutes = high
		}
	case "Q-PREV":
		minutes = 25
	case "Q-MAIN":
		minutes = 30
	case "Q-SIZE", "Q-PEAK":
		minutes = 60
	case "Q-STR", "Q-FULL", "Q-LOWER", "Q-UPPER":
		high = min(high, 50)
		if b.athlete.Priority == training.PriorityStrength {
			minutes, high = 60, f.Minutes.High
		}
	}
	if b.week.StepBack {
		low = round(noviceShare * float64(low))
		minutes = min(minutes, high) * 4 / 5
	}
	return toFive(float64(min(max(minutes, low), high)))
}
