package reason

import (
	"fmt"
	"strings"

	"fortnight/prose"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// Aim is what a plan is for. Event is the one that it leads to or comes from, nil for none. Long are the minutes of the first week's long
// session and Peak those of the longest to come, in the week that begins on PeakFrom; 0 for none.
type Aim struct {
	From       training.Date
	Event      *season.Event
	Format     training.EventFormat
	Goal       season.Goal
	Stated     bool // the goal was stated field by field, not in words
	Long, Peak int
	PeakFrom   training.Date
}

// Fortnight says what a plan is for as it was understood, and how long the long session is now and at its longest.
func Fortnight(a *Aim) string { return join(a.goal(), a.long()) }

func (a *Aim) goal() string {
	if a.Event != nil {
		kind := ""
		if name, known := season.FormatNames[a.Event.Kind()]; known && !says(nameOf(a.Event), name) {
			kind = ", read as " + name + ","
		}
		days := int(a.Event.Date - a.From)
		if days < 0 {
			return fmt.Sprintf("%s%s was on %s, %s ago.", nameOf(a.Event), kind, date(a.Event.Date), span(-days))
		}
		if days == 0 {
			return fmt.Sprintf("The goal is %s%s on the first day.", nameOf(a.Event), kind)
		}
		return fmt.Sprintf("The goal is %s%s on %s, %s away.", nameOf(a.Event), kind, date(a.Event.Date), span(days))
	}
	aim := season.GoalNames[a.Goal.Kind]
	if named := ofLifts(&a.Goal); named != "" {
		aim = named
	}
	if named := taken(&a.Goal); named != "" {
		aim = "adding " + named
	}
	if name, known := season.FormatNames[a.Format]; known && a.Goal.Kind == training.GoalRace {
		aim = "a season without an event, built like one for " + name
	}
	if a.Goal.Expecting {
		return "The plan keeps what is there while you are pregnant, and builds nothing new."
	}
	if a.Goal.Words != "" {
		return fmt.Sprintf("Your goal, “%s”, is read as %s.", prose.Clip(a.Goal.Words, maxWords), aim)
	}
	if a.Stated {
		return fmt.Sprintf("The goal is %s.", aim)
	}
	return fmt.Sprintf("No event and no goal are set: the plan is for %s.", aim)
}

// doing are sports as they are done. What has no word of its own is called by its name.
var doing = map[training.Sport]string{
	training.Run: "running", training.Ride: "riding", training.Swim: "swimming", training.Row: "rowing", training.Walk: "walking", training.Hike: "hiking",
	training.Kayak: "kayaking", training.Strength: "lifting", training.SkiErg: "the ski erg", training.Elliptical: "the elliptical",
}

// taken are the sports that a goal takes up, "swimming and lifting"; empty for other goals.
func taken(g *season.Goal) string {
	if g.Kind != training.GoalAddSport || len(g.Sports) == 0 {
		return ""
	}
	var names []string
	for _, s := range g.Sports {
		name, known := doing[s]
		if !known {
			name = s.Name()
		}
		names = append(names, name)
	}
	return listed(names)
}

// ofLifts is a goal of lifts or of parts of the body by their names: "a bench press of 120 kg", "a stronger front squat and deadlift", "more muscle in the
// legs". Empty for other goals.
func ofLifts(g *season.Goal) string {
	var names []string
	for _, id := range g.Lifts {
		if e, known := training.FindExercise(id); known {
			names = append(names, exercise(&e))
		}
	}
	switch {
	case g.Kind != training.GoalStrength && g.Kind != training.GoalMuscle:
		return ""
	case len(names) > 1 && g.TargetKilograms > 0: // of one lift the kilograms are followed
		return article(names[0]) + " of " + kilograms(g.TargetKilograms) + " and a stronger " + listed(names[1:])
	case len(names) > 0 && g.TargetKilograms > 0:
		return article(names[0]) + " of " + kilograms(g.TargetKilograms)
	case len(names) > 0:
		return "a stronger " + listed(names)
	}
	for _, part := range g.BodyParts {
		names = append(names, partNames[part])
	}
	switch {
	case len(names) == 0:
		return ""
	case g.Kind == training.GoalMuscle:
		return "more muscle for " + listed(names)
	}
	return "more strength for " + listed(names)
}

var partNames = map[training.MuscleGroup]string{training.Legs: "the legs", training.Push: "pressing", training.Pull: "pulling", training.Core: "the trunk"}

// article is a name with its article.
func article(name string) string {
	if strings.ContainsRune("aeio", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// listed are names in a sentence: "squat, press and row".
func listed(names []string) string {
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return names[0]
}

// exercise is the name of one within a sentence.
func exercise(e *training.Exercise) string { return session.Called(e) }

// says tells whether an event's name says already what kind it is: "Spring marathon" that it is a marathon.
func says(event, kind string) bool {
	event, words := strings.ToLower(event), strings.Fields(strings.ToLower(kind))[1:] // without the article
	for _, word := range words {
		if !strings.Contains(event, word) && word != "race" && word != "run" && word != "ride" {
			return false
		}
	}
	return true
}

// maxWords is how much of the athlete's words is quoted, in characters.
const maxWords = 160

// raceClose is from how many days before an event on long sessions become shorter, whatever the event.
const raceClose = 14

func (a *Aim) long() string {
	now, peak := About(a.Long), About(a.Peak)
	switch {
	case a.Long == 0 || a.Peak == 0:
		return ""
	case peak <= now && a.Event != nil && int(a.Event.Date-a.From) <= raceClose:
		return "" // with the race at hand nobody asks how long the long session becomes
	case peak <= now:
		return fmt.Sprintf("The long session is at its longest with this week's %d min.", now)
	}
	return fmt.Sprintf("The long session is %d min now and %d min at its longest, in the week from %s.", now, peak, date(a.PeakFrom))
}

// date is a day with its year, for what may lie far ahead.
func date(d training.Date) string { return d.Midnight().Format("Mon 2 Jan 2006") }
