package reason

import (
	"fortnight/prose"
	"fortnight/training"
)

// Cause is why a day takes no session whatever the plan would want.
type Cause uint8

// The causes, the strongest first. Chosen is none of them: the plan leaves the day free.
const (
	Chosen   Cause = iota
	RaceDay        // an event
	Wished         // a wish for rest
	Racing         // a race that the wish speaks of
	Ill            // a check-in says so
	GivenUp        // what stood here was skipped
	NoHours        // the athlete has none
	Over           // the hours of the day are past
	Locked         // the athlete locked the day
	Standing       // the request leaves the days as they are up to a later one
)

// Rest is what is known of a day without a session.
type Rest struct {
	Date   training.Date
	Cause  Cause
	Quote  string        // of a wish
	Until  training.Date // of Standing
	Event  *Event        // on the day, or the one that is near
	Before *Neighbour    // a demanding session of the day before
	After  *Neighbour    // one of the day after
	Weeks  int           // how many of the last weeks had nothing on this day of the week; 0 where some had
	Rule   *Forbidden    // that an easy session here would break
	// What the seven days that it lies in hold: sessions and minutes, mobility left out.
	Sessions, Minutes int
}

// Forbidden is a rule that a session on a day would break: its name, what it says with the session there, and the session: "walk".
type Forbidden struct {
	Rule, Says string
	Session    string
	Minutes    int
}

// Rest is why a day is free, in one or two sentences.
func (w *Writer) Rest(r *Rest) string {
	if r.Cause != Chosen {
		return w.choose(r.Date, r.caused())
	}
	text, left := "", 2
	for _, options := range r.chosen() {
		if left == 0 {
			break
		}
		if said := w.choose(r.Date, options); said != "" {
			text = join(text, said)
			left--
		}
	}
	return text
}

func (r *Rest) caused() []option {
	day := Weekday(r.Date)
	switch r.Cause {
	case RaceDay:
		return []option{form("%s is on this %s.", r.Event.Name, day)}
	case Wished:
		return []option{form("%s is free, as you asked: “%s”.", day, r.Quote), form("You asked for a free %s: “%s”.", day, r.Quote)}
	case Racing:
		return []option{form("%s is kept for the race you wrote of: “%s”.", day, r.Quote)}
	case Ill:
		return []option{form("Nothing on %s, as your check-in says that you are ill.", day), form("%s is for getting well, by your check-in.", day)}
	case GivenUp:
		return []option{form("%s's session was skipped, and nothing makes up for it.", day)}
	case NoHours:
		return []option{
			form("You have no hours to train in on %s.", prose.Day(r.Date)), form("No hours on %s.", day), form("Your %s has no time for training.", day),
		}
	case Over:
		return []option{form("What is left of %s is too short for a session.", day)}
	case Locked:
		return []option{form("You locked %s.", day)}
	case Standing:
		return []option{
			form("What is planned up to %s stays as it is; %s gets nothing added.", prose.Day(r.Until), day),
			form("Nothing is added on %s, before the end of what stands on %s.", day, prose.Day(r.Until)),
		}
	}
	return nil
}

// eventNear is within how many days of an event a free day is told by it.
const eventNear = 6

// chosen are why the plan leaves a day free: each entry is a reason in several wordings, the strongest first.
func (r *Rest) chosen() [][]option {
	var list [][]option
	add := func(options ...option) { list = append(list, options) }
	day := Weekday(r.Date)
	if r.Event != nil {
		switch days := int(r.Event.Date - r.Date); {
		case days > 0 && days <= eventNear:
			add(form("Rest, %s before %s.", count(days, "day"), r.Event.Name))
		case days < 0 && days >= -eventNear:
			add(form("Rest, %s after %s.", count(-days, "day"), r.Event.Name))
		}
	}
	switch b, a := r.Before, r.After; {
	case b != nil && a != nil:
		add(form("A free day between %s and %s.", b.named(r.Date), a.named(r.Date)), form("%s makes room between %s and %s.", day, b.named(r.Date), a.named(r.Date)))
	case a != nil:
		add(form("Rest ahead of %s.", a.named(r.Date)), form("%s is free so that %s finds you rested.", day, a.named(r.Date)))
	case b != nil:
		add(form("Rest after %s.", b.named(r.Date)), form("%s gives you time to get over %s.", day, b.named(r.Date)))
	}
	if r.Weeks > 0 {
		add(
			form("%s is a day off as before: none of the last %d had a session.", day, r.Weeks),
			form("You have not trained on a %s in the last %d weeks.", day, r.Weeks), form("A free %s, as in the last %d weeks.", day, r.Weeks),
		)
	}
	if f := r.Rule; f != nil {
		add(form("%s stays free by rule %s: even with the shortest %s, %d min, %s", day, f.Rule, f.Session, f.Minutes, ended(inside(f.Says))))
	}
	switch {
	case len(list) > 0:
	case r.Sessions == 0:
		add(form("%s is free: none of these seven days has a session.", day), form("%s has no session, as the whole week has none.", day))
	default:
		add(
			form("Free: the week has %s, %d min, on other days.", count(r.Sessions, "session"), r.Minutes),
			form("The week's %d min stand on other days than %s.", r.Minutes, day),
			form("Nothing on %s: %s, %d min in all, stand around it.", day, count(r.Sessions, "session"), r.Minutes),
		)
	}
	return list
}
