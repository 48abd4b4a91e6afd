package reason

import (
	"fmt"
	"math"
	"strconv"

	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// Level says what the next rung of a family is for somebody who stands there, and why it is that one: what was done last, what time or illness
// has cost, what is assumed where nothing is known. The family has a ladder. Tomorrow is the first day for which it is said.
func Level(f *session.Family, s *session.Standing, tomorrow training.Date) string {
	next := dose(f, s.Next)
	text := join(ground(f, s), nextRung(f, s, next))
	if s.From > tomorrow {
		text = join(text, fmt.Sprintf("From %s on; before that a rung is repeated in another shape.", prose.Day(s.From)))
	}
	if s.Ask {
		text = join(text, "It failed twice running: what was in the way?")
	}
	return text
}

func dose(f *session.Family, level int) string {
	ladder := f.Ladder()
	return ladder[max(1, min(level, len(ladder)))-1].Dose
}

// ground is what the level rests on.
func ground(f *session.Family, s *session.Standing) string {
	switch e := s.Evidence; e.Kind {
	case session.FromActivity:
		if e.Planned {
			return fmt.Sprintf("What was done on %s, of a session that is of no family, shows %s.", prose.Day(e.Date), dose(f, e.Rung))
		}
		return fmt.Sprintf("An activity that nobody planned shows %s, on %s.", dose(f, e.Rung), prose.Day(e.Date))
	case session.FromSession:
		return fmt.Sprintf("Rung %d, such as %s, was planned on %s.", e.Rung, dose(f, e.Rung), prose.Day(e.Date))
	}
	if s.LastDone != 0 {
		return fmt.Sprintf("Assumed: what an activity shows on %s is less.", prose.Day(s.LastDone))
	}
	return "Assumed: nothing of it is known in half a year."
}

// nextRung is which rung comes next, and what asks for it.
func nextRung(f *session.Family, s *session.Standing, next string) string {
	assumed := s.Evidence.Kind == session.Assumed
	switch {
	case s.Lost > 0 && !assumed:
		return fmt.Sprintf("%s: next is %s.", lost(s), next)
	case s.Held:
		return fmt.Sprintf("After an illness the rung is repeated: next is %s.", next)
	case s.Waited && !assumed:
		return fmt.Sprintf("Other hard work has kept it for four weeks and more, and the rung is repeated: next is %s.", next)
	case s.Next <= s.Level && s.Step > 0 && s.Next == f.Rungs:
		return fmt.Sprintf("It is the top of the ladder: next is %s again.", next)
	case s.Next <= s.Level && s.Step > 0, s.Next < s.Level:
		return fmt.Sprintf("Experience and the minutes of a week allow no more for now: next is %s.", next)
	case s.Step > 1:
		return fmt.Sprintf("Far too easy twice, so two rungs up, or a test: next is %s.", next)
	case s.Step == 1 && assumed && s.LastDone == 0:
		return fmt.Sprintf("A first one is %s.", next)
	case s.Step == 1 && s.Evidence.Kind == session.FromSession:
		return fmt.Sprintf("It went well: next is %s.", next)
	case s.Step == 1:
		return fmt.Sprintf("Next is %s.", next)
	case assumed:
		return fmt.Sprintf("It begins with %s.", next)
	}
	return fmt.Sprintf("The last one was skipped, cut short or harder than it should be: next is %s.", next)
}

// lost says how many rungs are gone, and by what.
func lost(s *session.Standing) string {
	if s.Risen == nil {
		return cost(s.Lost, "Time, illness or injury") + " since then"
	}
	rest := s.Lost - s.Risen.Rungs
	if rest == 0 {
		return fmt.Sprintf("%s, so %s back", rose(s.Risen), steps(s.Risen.Rungs))
	}
	return fmt.Sprintf("%s since then, and %s: %s more back", cost(rest, "Time, illness or injury"), inside(rose(s.Risen)), steps(s.Risen.Rungs))
}

func cost(rungs int, what string) string {
	if rungs == 1 {
		return what + " have cost one rung"
	}
	return fmt.Sprintf("%s have cost %d rungs", what, rungs)
}

// rose says by how much a threshold has risen, and when.
func rose(r *session.Risen) string {
	return fmt.Sprintf("Your threshold rose by %s %% on %s", strconv.FormatFloat(math.Round(1000*r.Share)/10, 'f', -1, 64), prose.Day(r.Date))
}

// steps are so many steps of a ladder.
func steps(n int) string {
	if n == 1 {
		return "one step"
	}
	return fmt.Sprintf("%d steps", n)
}
