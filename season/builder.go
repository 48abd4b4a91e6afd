package season

import (
	"fortnight/session"
	"fortnight/training"
)

// builder fills one week.
type builder struct {
	*plan
	i        int // which week of the plan
	n        int // sessions, as many as its days have room for
	athlete  *Athlete
	week     Week
	standing Standing
	choose   chooser
	hi       int     // sessions of high intensity so far
	free     int     // days that do not go by a race
	beside   int     // lifts that come on top of the usual sessions
	part     float64 // part of its minutes that a week has at the least of which a race takes some days
	eased    bool    // the week has given up a key session: no easy one becomes one
	whole    bool    // the week has the minutes for easy sessions that are no shorter than their families are
	open     [2]int  // the first and the last of them, days of the plan
}

// familyPhase is the phase that families are chosen by. Before the last two weeks a taper has the keys of what it follows.
func (s *Standing) familyPhase() session.Phase {
	if s.Phase == session.Taper && s.D > 7 {
		return session.Specific
	}
	return s.Phase
}

func (b *builder) add(s Slot) {
	if s.First == 0 {
		s.First, s.Last = b.open[0], b.open[1]
	}
	b.week.Slots = append(b.week.Slots, s)
}

func (b *builder) recoveryShare() float64 {
	e := b.standing.Event
	volume := b.cal.row(e).after.volume
	return volume[min(b.standing.Week, len(volume)-1)]
}

// crunchedHours is below how many hours a week a cyclist's or triathlete's time is short.
const crunchedHours = 5

// crunched tells of athletes who ride on little time: two key sessions in place of volume, and a long one of two and a half hours at most.
func (b *builder) crunched() bool {
	hours := b.stated()
	if hours == 0 {
		hours = LW(b.history.Blocks) / 60
	}
	return hours > 0 && hours < crunchedHours && b.main == training.Ride && !b.novice()
}

// doubles tells whether two long days in a row may stand in the week: in specific and the last four weeks of build, in no step-back.
func (b *builder) doubles() bool {
	e := b.standing.Event
	if e == nil || b.week.StepBack {
		return false
	}
	return b.standing.Phase == session.Specific || b.standing.Phase == session.Build && b.standing.Week >= b.cal.Lengths(e).Build-4
}

// shortSessions is the longest session in minutes of an athlete of whom little is known (coaching 2.6) or whom a gate holds, 0 for no bound.
func (b *builder) shortSessions() int {
	most := 0
	switch {
	case b.athlete.beginner():
		most = 30
	case b.athlete.thin() && 7*b.i < b.in.Days: // DAT-1 is measured by what is known before the first day
		most = ofThree(b.athlete.Level, [3]int{30, 45, 60})
	}
	if gate := b.athlete.Longest; gate > 0 && (most == 0 || gate < most) {
		most = gate
	}
	return most
}

// hiMost is how many sessions of high intensity the week may have.
func (b *builder) hiMost() int {
	most := b.athlete.hiMost(b.main)
	switch {
	case b.standing.Phase == session.Return || b.standing.Easy:
		return 0
	case b.week.StepBack || b.standing.Phase == session.Recovery || b.athlete.After > 0:
		return min(most, 1)
	case b.athlete.Priority == training.PriorityStrength:
		return min(most, 1)
	case b.athlete.thin() && b.i == 0:
		return 0
	case b.athlete.thin() && b.i == 1:
		return min(most, 1)
	}
	return most
}

func (b *builder) goalKind() training.GoalKind {
	if b.cal.Aim(b.week.First) != nil {
		return training.GoalRace
	}
	return b.in.Goal.Kind
}

func (b *builder) inReturn(d int) bool {
	r := b.athlete.Return
	return r != nil && b.week.First.AddDays(d) <= r.Until
}

// v0Before is V0 of the blocks before the taper: eased ones are left out.
func (b *builder) v0Before() float64 {
	if v0 := V0(b.history.Blocks); v0 > 0 {
		return v0
	}
	return LW(b.history.Blocks)
}

// frequency is f: endurance sessions with bricks counted twice.
func (b *builder) frequency() int {
	f := 0
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.lift() || s.Role == RaceDay || s.Role == Care {
			continue
		}
		f++
		if s.Run > 0 {
			f++
		}
	}
	return f
}

// walkRuns is how many sessions of run and walk a week holds at most: they are never on days that follow each other. Of heavy beginners it is
// heavyRuns: three kilometres of running are enough for their first weeks (Nielsen 2014).
const (
	walkRuns  = 3
	heavyRuns = 2
	heavyBMI  = 30
)

// Of who is heavier still: from which BMI on walks come before run and walk by turns, how many of them, and how long each (coaching 2.6, "100 kg").
const (
	walksFirstBMI  = 35
	walksFirst     = 3
	walksFirstLong = 30
)

// walksBeforeRuns tells whether somebody so heavy who has not run lately has still to show that walks of half an hour cost nothing.
func (b *builder) walksBeforeRuns() bool {
	if b.athlete.BMI < walksFirstBMI || b.history.Longest(training.Run, b.in.From, 30).Minutes > 0 || !b.athlete.may(training.Walk) {
		return false
	}
	walked := 0
	for _, e := range b.history.Efforts {
		if e.Sport == training.Walk && e.Minutes >= walksFirstLong && e.Date < b.week.First && e.Date >= b.week.First.AddDays(-30) {
			walked++
		}
	}
	return walked < walksFirst
}

// fits tells whether a family can stand in the week once more, by its gap.
func (b *builder) fits(id session.ID) bool {
	f, _ := session.Find(id)
	n := 0
	for i := range b.week.Slots {
		if b.week.Slots[i].Family() == id {
			n++
		}
	}
	most := walkRuns
	if b.athlete.beginner() && b.athlete.BMI >= heavyBMI {
		most = heavyRuns
	}
	return (f.Gap == 0 || n < 1+6/f.Gap) && (id != "R-WALK" || n < most) && (f.Sport != training.Run || b.runFits())
}

// runFits tells whether the days of a way back have room for one more run; any other week has.
func (b *builder) runFits() bool {
	days, apart := b.athlete.runDays(b.week.First)
	most := len(days)
	if most == 7 && !apart {
		return true
	}
	if apart {
		most = 0
		for i, last := 0, -2; i < len(days); i++ {
			if days[i] > last+1 {
				most, last = most+1, days[i]
			}
		}
	}
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Sport == training.Run && len(s.Families) > 0 {
			most--
		}
	}
	return most > 0
}

func (b *builder) taken(id session.ID) bool {
	for i := range b.week.Slots {
		if b.week.Slots[i].Family() == id {
			return true
		}
	}
	return false
}

// walksAndRuns tells whether running is still run and walk by turns: for novices and returners who have not climbed that ladder.
func (b *builder) walksAndRuns(sport training.Sport) bool {
	if sport != training.Run {
		return false
	}
	f, known := session.Find("R-WALK")
	if !known {
		return false
	}
	level, begun := b.levels["R-WALK"]
	returning := (b.athlete.Return != nil || b.standing.Phase == session.Return) && !b.athlete.climbsToRun() // whose rungs say when it is over
	if _, to := b.athlete.turns(b.week.First); to > 0 {
		return true
	}
	if begun && max(level, b.stands["R-WALK"].Reached) < f.Rungs && (returning || b.athlete.LevelIn(training.Run) == training.Novice) {
		return true
	}
	return (returning || b.athlete.LevelIn(training.Run) == training.Novice) && b.history.Longest(sport, b.in.From, 30).Minutes == 0
}
