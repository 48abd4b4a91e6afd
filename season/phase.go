package season

import (
	"fmt"
	"math"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// What events close to each other do to a season, in days.
const (
	offWithout   = 16 * 7 // an off-season follows the last A event where the next is farther
	offSeasonFor = 21     // days, of 14 to 28
	twoAWeeks    = 21     // days within which the earlier of two A events is a B
	nextOfTwo    = 56     // days within which the second of two A events has no build of its own
	taperB       = 3
	easedB       = .6 // of an A event's recovery
)

// Lengths are the parts of a season, in weeks but for the taper, which has days.
type Lengths struct{ Taper, Specific, Build, Base int }

// Full is how many days before the event the season begins.
func (l Lengths) Full() int { return l.Taper + 7*(l.Specific+l.Build+l.Base) }

// TaperWeeks are those of the taper, a part of one counted whole.
func (l Lengths) TaperWeeks() int { return (l.Taper + 6) / 7 }

// Standing is where a day stands.
type Standing struct {
	Phase  session.Phase
	Event  *Event // that the phase leads to or comes from; nil for none
	D      int    // days to it, negative after it; only with an Event
	Week   int    // of the phase, 0 for the first
	Test   bool   // the test week of a season without an event
	NoRun  bool   // after a race, as below
	Easy   bool   // no high intensity and no heavy legs
	Lifts  bool   // of a season in which the lifts lead
	Reason string
}

// Calendar tells the phase of any day from the events, the goal and how the athlete stands.
type Calendar struct {
	athlete *Athlete
	goal    *Goal
	events  []Event // by date; of two A events close to each other the earlier is a B
	since   training.Date
	history *History
	racer   *Racer
	from    training.Date
	weekly  float64 // metres run in a week
}

// NewCalendar reckons with the events of a goal. Since is the day on which the season began: that of the first plan for it, or the end of
// the last recovery; short seasons and the waves of seasons without an event are counted from it.
func NewCalendar(a *Athlete, g *Goal, events []Event, h *History, r *Racer, since training.Date) *Calendar {
	c := &Calendar{athlete: a, goal: g, events: slices.Clone(events), since: since, history: h, racer: r, from: h.From}
	slices.SortStableFunc(c.events, func(x, y Event) int { return int(x.Date - y.Date) })
	c.weekly = h.mean(func(b *Block) float64 { return b.RunMeters })
	c.demote()
	return c
}

// demote makes the earlier of two A events within three weeks a B event.
func (c *Calendar) demote() {
	last := -1
	for i := range c.events {
		if c.events[i].Priority != training.EventA {
			continue
		}
		if last >= 0 && int(c.events[i].Date-c.events[last].Date) <= twoAWeeks {
			c.events[last].Priority = training.EventB
		}
		last = i
	}
}

// Aim is the event that a day leads to: the next A event within 30 weeks, else the next B event within 12; nil for none.
func (c *Calendar) Aim(day training.Date) *Event {
	var b *Event
	for i := range c.events {
		e := &c.events[i]
		switch d := int(e.Date - day); {
		case d < 0:
		case e.Priority == training.EventA && d <= aheadA:
			return e
		case e.Priority == training.EventB && d <= aheadB && b == nil:
			b = e
		}
	}
	return b
}

// row is that of an event; of one that is too long for a young athlete, that of the longest that is not.
func (c *Calendar) row(e *Event) row {
	f, meters, seconds := c.trainedFor(e)
	return rowOf(f, meters, seconds)
}

// trainedFor is the format, length and time that are trained for: those of the event, but of a run that is too long for a young athlete
// the longest that is not (coaching 2.6).
func (c *Calendar) trainedFor(e *Event) (f training.EventFormat, meters float64, seconds int) {
	most, capped := youngest(c.athlete.Age)
	if SportOf(e.Kind()) == training.Run && c.athlete.Youth() && e.meters() > usualMeters(most)*1.1 && capped {
		return most, usualMeters(most), 0
	}
	if e.Kind() == training.TriRelay {
		if leg := FormatOf(e.Sport, e.DistanceMeters, ""); SportOf(leg) == e.Sport {
			return leg, e.meters(), e.Seconds(c.racer) // of a relay one's own leg
		}
	}
	return e.Kind(), e.meters(), e.Seconds(c.racer)
}

// youngest is the longest run that an athlete of an age trains for.
func youngest(age int) (training.EventFormat, bool) {
	switch {
	case age < 12:
		return training.Run5K, true
	case age < 15:
		return training.Run10K, true
	}
	return training.RunHalf, age < youthAge
}

// Lengths are the parts of the season that leads to an event.
func (c *Calendar) Lengths(e *Event) Lengths {
	r := c.row(e)
	l := Lengths{r.taper, r.specific, r.build, r.base}
	switch {
	case e.Priority == training.EventB:
		l.Taper = taperB
	case e.Kind() == training.RunMarathon && !c.athlete.Youth():
		if novice(c.athlete) || c.weekly >= 80_000 {
			l.Taper = 21
		}
	case advanced(c.athlete) && c.athlete.CTL >= 70:
		l.Taper = r.taperFit
	}
	if c.isShort(e) {
		return shortened(l, (int(e.Date-c.since)+6)/7, c.athlete.CTL)
	}
	return l
}

// isShort tells whether too little was done to count the season back from the event: CTL below 30, or the event's sport in fewer than
// five of the last six blocks.
func (c *Calendar) isShort(e *Event) bool {
	if SportOf(e.Kind()) == training.Strength { // CTL says nothing of lifters
		return false
	}
	if c.athlete.CTL < 30 {
		return true
	}
	for _, sport := range sportsOf(e.Kind()) {
		if c.history.weeksWith(sport) < 5 {
			return true
		}
	}
	return false
}

// shortened spreads the weeks that there are over the parts of a season: coaching 1.2, short season.
func shortened(l Lengths, weeks int, ctl float64) Lengths {
	q := max(0, weeks-l.TaperWeeks())
	s := Lengths{Taper: l.Taper}
	s.Specific = min(l.Specific, int(math.Ceil(.4*float64(q))))
	s.Build = min(l.Build, int(math.Ceil(.5*float64(q-s.Specific))))
	s.Base = q - s.Specific - s.Build
	if least := min(q, 2); ctl < 30 {
		for s.Base < least && s.Build > 0 {
			s.Base, s.Build = s.Base+1, s.Build-1
		}
		for s.Base < least && s.Specific > 0 {
			s.Base, s.Specific = s.Base+1, s.Specific-1
		}
	}
	return s
}

// liftsLead tells whether what is lifted leads a season: strength or muscle are its goal, or its event is lifted, and strength comes first.
func (c *Calendar) liftsLead(aim *Event) bool {
	switch {
	case c.athlete.Priority != training.PriorityStrength:
		return false
	case aim != nil:
		return SportOf(aim.Kind()) == training.Strength
	}
	return c.goal.Kind == training.GoalStrength || c.goal.Kind == training.GoalMuscle || SportOf(c.goal.Format) == training.Strength
}

// On is where a day stands: the first that holds of return, recovery, taper, specific, build, base, off and the wave without an event.
func (c *Calendar) On(day training.Date) Standing {
	s := c.stands(day)
	s.Lifts = c.liftsLead(c.Aim(day))
	return s
}

func (c *Calendar) stands(day training.Date) Standing {
	if r := c.athlete.Return; r != nil && day <= r.Until {
		return Standing{Phase: session.Return, Reason: "the way back comes before any goal"}
	}
	if s, after := c.afterRace(day); after {
		return s
	}
	e := c.Aim(day)
	if c.beforeB(day, e) {
		return c.taperOfB(day)
	}
	if e != nil {
		if s, found := c.toward(e, day); found {
			return s
		}
	}
	return c.without(day, e)
}

// toward is the phase that leads to an event, and false before its season begins.
func (c *Calendar) toward(e *Event, day training.Date) (Standing, bool) {
	l, d := c.Lengths(e), int(e.Date-day)
	s := Standing{Event: e, D: d}
	specific := l.Taper + 7*l.Specific
	build := specific + 7*l.Build
	begin := 0
	switch {
	case d <= l.Taper:
		s.Phase, begin = session.Taper, l.Taper
	case d <= specific:
		s.Phase, begin = session.Specific, specific
	case d <= build:
		s.Phase, begin = session.Build, build
	case d <= l.Full() || c.isShort(e):
		s.Phase, begin = session.Base, max(l.Full(), int(e.Date-c.since))
	default:
		return s, false
	}
	if before := c.lastA(e.Date); before != nil && int(e.Date-before.Date) <= nextOfTwo && s.Phase == session.Build {
		s.Phase, begin = session.Base, build
	}
	s.Week = (begin - d) / 7
	s.Reason = fmt.Sprintf("%d days to %s", d, nameOf(e))
	return s, true
}

func nameOf(e *Event) string {
	if e.Name != "" {
		return e.Name
	}
	return "the event"
}

// lastA is the last A event before a day.
func (c *Calendar) lastA(day training.Date) *Event {
	var last *Event
	for i := range c.events {
		if e := &c.events[i]; e.Priority == training.EventA && e.Date < day {
			last = e
		}
	}
	return last
}

// beforeB tells whether a day is one of the three before a B event that is not what the season leads to.
func (c *Calendar) beforeB(day training.Date, aim *Event) bool {
	e := c.nextB(day)
	return e != nil && e != aim
}

func (c *Calendar) nextB(day training.Date) *Event {
	for i := range c.events {
		if e := &c.events[i]; e.Priority == training.EventB && e.Date >= day && int(e.Date-day) <= taperB {
			return e
		}
	}
	return nil
}

func (c *Calendar) taperOfB(day training.Date) Standing {
	e := c.nextB(day)
	d := int(e.Date - day)
	return Standing{Phase: session.Taper, Event: e, D: d, Easy: d > 0, Reason: fmt.Sprintf("easy days before %s", nameOf(e))}
}

// Aftermath is what follows an event: for masters and novices two days longer, for a B event six tenths of it rounded up, after a C event
// one easy day for each full 100 TSS.
func (c *Calendar) Aftermath(e *Event) (noRun, easy, full int) {
	r := c.row(e).after
	noRun, easy, full = r.noRun, r.easy, r.full
	switch {
	case e.Priority == training.EventC:
		return 0, int(e.Load(c.racer) / 100), 0
	case c.athlete.Masters() || novice(c.athlete):
		noRun, easy, full = noRun+2, easy+2, full+2
	}
	if e.Priority == training.EventB {
		part := func(days int) int { return int(math.Ceil(easedB * float64(days))) }
		noRun, easy, full = part(noRun), part(easy), part(full)
	}
	return noRun, easy, full
}

// afterRace is the recovery that a day lies in, and false where it lies in none.
func (c *Calendar) afterRace(day training.Date) (Standing, bool) {
	var s Standing
	found := false
	for i := range c.events {
		e := &c.events[i]
		since := int(day - e.Date)
		if since <= 0 || e.Priority == training.EventC {
			continue
		}
		if noRun, easy, full := c.Aftermath(e); since <= full {
			s = Standing{Phase: session.Recovery, Event: e, D: -since, Week: (since - 1) / 7, NoRun: since <= noRun, Easy: since <= easy,
				Reason: fmt.Sprintf("%d days after %s", since, nameOf(e))}
			found = true
		}
	}
	return s, found
}

// EasyAfterC tells whether a day is one of the easy ones after a C event.
func (c *Calendar) EasyAfterC(day training.Date) bool {
	for i := range c.events {
		e := &c.events[i]
		if since := int(day - e.Date); since > 0 && e.Priority == training.EventC {
			if _, easy, _ := c.Aftermath(e); since <= easy {
				return true
			}
		}
	}
	return false
}

// wave is the season without an event: four weeks of base, three of build, one that tests.
const (
	waveBase  = 4
	waveBuild = 3
	waveWeeks = 8
)

// healthy is how many endurance minutes a week are enough for health (WHO 2020).
const healthy = 150

// trained tells whether somebody who wants to be fit is so already: who has trained for a year and does what health asks for goes on as an
// athlete without an event does, but for who expects a child.
func (c *Calendar) trained() bool {
	return c.goal.Kind != training.GoalMaintain && !novice(c.athlete) && !c.athlete.expects() && c.history != nil &&
		c.history.mean(func(b *Block) float64 { return float64(b.Endurance) }) >= healthy
}

// without is a day that no event leads.
func (c *Calendar) without(day training.Date, aim *Event) Standing {
	if last := c.lastA(day); last != nil {
		_, _, full := c.Aftermath(last)
		over := int(day-last.Date) - full
		if next := c.nextA(day); over > 0 && over <= offSeasonFor && (next == nil || int(next.Date-day) > offWithout) {
			return Standing{Phase: session.Off, Event: last, D: int(last.Date - day), Week: (over - 1) / 7, Easy: over <= 14,
				Reason: "off-season: the last A event is over"}
		}
	}
	switch c.goal.Kind {
	case training.GoalHealth, training.GoalWeight, training.GoalMaintain:
		if aim == nil && !c.trained() {
			return Standing{Phase: session.Off, Week: max(0, int(day-c.since)/7), Reason: "no event: health and steady habits"}
		}
	case training.GoalReturn:
		if aim == nil {
			return Standing{Phase: session.Return, Week: max(0, int(day-c.since)/7), Reason: "the way back comes before any goal"}
		}
	}
	week := max(0, int(day-c.since)/7) % waveWeeks
	if c.goal.Kind == training.GoalMuscle && c.liftsLead(aim) { // muscle is built in base all the time, and nobody measures it by a lift
		return Standing{Phase: session.Base, Week: week, Reason: "no event near: muscle is built week by week"}
	}
	s := Standing{Phase: session.Base, Week: week, Reason: "no event near: four weeks of base, three of build, one that tests"}
	switch {
	case week >= waveBase+waveBuild:
		s.Test, s.Week = true, 0
	case week >= waveBase:
		s.Phase, s.Week = session.Build, week-waveBase
	}
	return s
}

func (c *Calendar) nextA(day training.Date) *Event {
	for i := range c.events {
		if e := &c.events[i]; e.Priority == training.EventA && e.Date >= day {
			return e
		}
	}
	return nil
}

// OfBlock is where seven days from a day on stand: where the fourth of them does.
func (c *Calendar) OfBlock(first training.Date) Standing { return c.On(first.AddDays(3)) }
