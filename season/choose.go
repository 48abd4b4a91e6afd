package season

import (
	"slices"

	"fortnight/training"
)

// Aims are all that may say what an athlete trains for.
type Aims struct {
	Today  training.Date
	Events []Event
	Typed  *Goal  // stated field by field
	Words  string // as the athlete said it
	Sports []training.Sport
	Racer  Racer
	First  training.Priority // as stated, empty where nothing is said

	Expects bool // a child: without an event the weeks keep what is there
}

// Choose is the goal in order of force: a return before all, then an A event within 30 weeks, a B event within twelve, what was typed, what
// was said, and the sports of the last six weeks, the most done first: without any word who puts strength first trains for that, a
// novice for health, others to get better in them. Who expects a child and has no event keeps what is there, and every other goal waits.
func Choose(a Aims) Goal {
	said := FromWords(a.Words, a.Sports)
	if said.BeforeOtherGoals || a.Typed != nil && a.Typed.Kind == training.GoalReturn {
		if a.Typed != nil && a.Typed.Kind == training.GoalReturn {
			return *a.Typed
		}
		return said
	}
	if e := nextEvent(a.Events, a.Today); e != nil {
		return ofEventGoal(e, a.Typed, &said)
	}
	if a.Expects {
		return whileExpecting(&a, &said)
	}
	return withoutEvent(&a, &said)
}

// whileExpecting is the goal of who expects a child and has no event: health stays health, and what else there is waits for what is kept (coaching 7.1,
// G6: nothing new).
func whileExpecting(a *Aims, said *Goal) Goal {
	g := withoutEvent(a, said)
	if g.Kind == training.GoalHealth || g.Kind == training.GoalMaintain || g.Kind == training.GoalReturn {
		return g
	}
	kept := Goal{Kind: training.GoalMaintain, Sports: g.Sports, HoursPerWeek: g.HoursPerWeek, SessionsPerWeek: g.SessionsPerWeek, Words: g.Words, Expecting: true}
	if len(kept.Sports) == 0 {
		kept.Sports = a.Sports
	}
	if a.Typed != nil || a.Words != "" {
		kept.Waits = &g
	}
	return kept
}

// withoutEvent is the goal that is stated, said, or what the sports of six weeks and the level make of it.
func withoutEvent(a *Aims, said *Goal) Goal {
	if a.Typed != nil {
		return *a.Typed
	}
	if a.Words != "" {
		return *said
	}
	if a.First == training.PriorityStrength {
		return Goal{Kind: training.GoalStrength, Sports: append([]training.Sport{training.Strength}, slices.DeleteFunc(slices.Clone(a.Sports), lifting)...)}
	}
	if len(a.Sports) > 0 && a.Racer.Level != training.Novice {
		return Goal{Kind: training.GoalTest, Sports: a.Sports, Assumed: true}
	}
	return Goal{Kind: training.GoalHealth, Sports: a.Sports, Assumed: true}
}

func lifting(s training.Sport) bool { return s == training.Strength }

// How far ahead events lead a season, in days.
const (
	aheadA = 30 * 7
	aheadB = 12 * 7
)

// nextEvent is what leads a season that begins today; nil for none.
func nextEvent(events []Event, today training.Date) *Event {
	var a, b *Event
	for i := range events {
		e := &events[i]
		d := int(e.Date - today)
		switch {
		case d < 0:
		case e.Priority == training.EventA && d <= aheadA && (a == nil || e.Date < a.Date):
			a = e
		case e.Priority == training.EventB && d <= aheadB && (b == nil || e.Date < b.Date):
			b = e
		}
	}
	if a != nil {
		return a
	}
	return b
}

// ofEventGoal is the goal of an event. A time that was stated or said for its format is its time.
func ofEventGoal(e *Event, typed, said *Goal) Goal {
	g := Goal{Kind: training.GoalRace, Format: e.Kind(), DistanceMeters: e.meters(), Sports: sportsOf(e.Kind())}
	day := e.Date
	g.By = &day
	for _, other := range []*Goal{typed, said} { // what is to be lifted beside it is lifted in its strength sessions
		if other != nil && len(g.Lifts) == 0 && len(g.BodyParts) == 0 {
			g.Lifts, g.BodyParts, g.ExerciseID, g.TargetKilograms = other.Lifts, other.BodyParts, other.ExerciseID, other.TargetKilograms
		}
	}
	if e.ExpectedSeconds > 0 {
		g.TargetSeconds = e.ExpectedSeconds
	}
	for _, other := range []*Goal{said, typed} {
		if other == nil {
			continue
		}
		if other.Words != "" {
			g.Words = other.Words
		}
		if other.Format == g.Format && other.TargetSeconds > 0 {
			g.Kind, g.TargetSeconds = training.GoalTime, other.TargetSeconds
		} else if other.Format == g.Format && other.Kind == training.GoalFinish && g.Kind == training.GoalRace {
			g.Kind = training.GoalFinish
		}
		if other.HoursPerWeek > 0 {
			g.HoursPerWeek = other.HoursPerWeek
		}
		if other.SessionsPerWeek > 0 {
			g.SessionsPerWeek = other.SessionsPerWeek
		}
	}
	for _, other := range []*Goal{typed, said} {
		if other != nil && g.Waits == nil && (other == typed || other.Words != "") && other.beside(&g) {
			waits := *other
			g.Waits = &waits
		}
	}
	return g
}

// beside tells whether a goal is another than that of an event: of another race, or of something that no race is.
func (g *Goal) beside(event *Goal) bool {
	switch {
	case g.NotUnderstood, g.Kind == "":
		return false
	case g.Format != "":
		return !alike(g.Format, event.Format) || g.By != nil && event.By != nil && *g.By != *event.By
	}
	switch g.Kind {
	case training.GoalRace, training.GoalFinish, training.GoalTime, training.GoalTest:
		return len(g.Sports) > 0 && !slices.ContainsFunc(g.Sports, func(s training.Sport) bool { return slices.Contains(event.Sports, s) })
	}
	return true
}

// near are formats of which words may mean one and an event be called the other.
var near = [][]training.EventFormat{
	{training.RunUltra, training.RunTrail}, {training.RideFondo, training.RideCentury, training.RideGravel}, {training.SwimOpen, training.SwimPool, training.SwimMarathon},
	{training.LiftMeet, training.Lift1RM}, {training.TriOlympic, training.TriRelay},
}

// alike tells whether what is said of one format may be meant of another.
func alike(a, b training.EventFormat) bool {
	return a == b || slices.ContainsFunc(near, func(of []training.EventFormat) bool { return slices.Contains(of, a) && slices.Contains(of, b) })
}

// named is a goal as it is spoken of.
func (g *Goal) named() string {
	if name, known := FormatNames[g.Format]; known {
		return name
	}
	return GoalNames[g.Kind]
}
