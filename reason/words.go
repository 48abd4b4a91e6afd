package reason

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fortnight/session"
	"fortnight/training"
)

// Event is what is trained for.
type Event struct {
	Name string
	Date training.Date
}

// weeksFrom is from how many days on a distance in time is said in weeks.
const weeksFrom = 21

// span says how long a number of days is: in days, from three weeks on in weeks to the nearest.
func span(days int) string {
	if days >= weeksFrom {
		return count((days+3)/7, "week")
	}
	return count(days, "day")
}

func count(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// Weekday is a day's in full: "Monday".
func Weekday(d training.Date) string { return d.Midnight().Weekday().String() }

// Name is what a session is called in the middle of a sentence: "threshold run". Without a family it goes by sport and by what is hard of it.
func Name(f session.ID, sport training.Sport, load *training.Load) string {
	if family, known := session.Find(f); known {
		return named(&family)
	}
	switch d := &load.Demand; {
	case sport == training.Strength && d.HeavyLower:
		return "heavy lifting"
	case d.HighIntensity:
		return "hard " + noun(sport)
	}
	return noun(sport)
}

// names are those of families whose titles are no name of a session.
var names = map[session.ID]string{
	"R-LPROG": "long run with a faster finish", "R-WALK": "run-and-walk session", "R-RP5": "5 km race-pace run", "R-RP10": "10 km race-pace run",
	"R-RPH": "half-marathon-pace run", "R-FART": "fartlek", "R-STR": "easy run with strides", "B-CAD": "easy ride with quick legs",
	"R-SHARP": "race-week sharpener", "Q-AA": "first-lifts session", "H-TECH": "station session", "B-3015": "thirty-fifteens",
	"H-ENG": "engine session", "W-2KI": "2 km intervals", "B-OU": "over-unders", "H-SIM": "HYROX simulation", "H-COMP": "compromised run",
}

// nouns are the last words of titles that are names of sessions as they stand.
var nouns = map[string]bool{
	"run": true, "ride": true, "swim": true, "row": true, "walk": true, "hike": true, "erg": true, "test": true, "openers": true, "repeats": true,
	"sprints": true, "intervals": true, "attacks": true, "brick": true, "bricks": true, "weekend": true, "circuit": true, "flow": true, "primer": true,
}

func named(f *session.Family) string {
	if name, known := names[f.ID]; known {
		return name
	}
	name := inside(f.Title)
	words := strings.Fields(strings.ToLower(name))
	if nouns[words[len(words)-1]] {
		return name
	}
	if !f.Sport.Endurance() {
		return name + " session"
	}
	return name + " " + f.Sport.Name()
}

// noun is a session of a sport.
func noun(s training.Sport) string {
	switch s {
	case training.Strength, training.Mobility:
		return s.Name() + " session"
	case training.MultiSport:
		return "brick"
	case training.Other:
		return "session"
	}
	return s.Name()
}

// inside is a title as it stands within a sentence: in small letters unless it begins with an abbreviation.
func inside(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[size:])
	if unicode.IsUpper(second) {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// sentence begins with a capital and ends with a full stop.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return ended(string(unicode.ToUpper(first)) + text[size:])
}

// ended is a text with a full stop behind it.
func ended(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// after is what follows a family's name in a title where that is a dose, empty where it is not.
func after(title string, f session.ID) string {
	family, known := session.Find(f)
	if !known {
		return ""
	}
	rest, begins := strings.CutPrefix(title, family.Title)
	rest = strings.TrimLeft(rest, " ,:–")
	if !begins || rest == "" || !unicode.IsDigit(rune(rest[0])) {
		return ""
	}
	return rest
}

// Heading is a workout's title with a colon between what it is and how much of it, and with the day it is on where that is said:
// "Threshold run: 3 × 6 min", "Threshold run on Friday: 3 × 6 min".
func Heading(title string, f session.ID, day string) string {
	if day != "" {
		day = " on " + day
	}
	if dose := after(title, f); dose != "" {
		family, _ := session.Find(f)
		return family.Title + day + ": " + dose
	}
	return title + day
}

// Dose is how much a workout's title says there is: "3 × 6 min", "4 × 5"; empty where it says none.
func Dose(title string, f session.ID) string {
	if dose := after(title, f); dose != "" {
		return dose
	}
	if at := strings.LastIndex(title, " – "); at >= 0 {
		return title[at+len(" – "):]
	}
	family, known := session.Find(f)
	if rest, begins := strings.CutPrefix(title, family.Lead()); known && begins {
		return strings.TrimLeft(rest, " ,:–")
	}
	return ""
}

// Lifts are what a lift's title names before its dose, "Maximal strength A: squat, deadlift, press": of two sessions of a family that have other ones,
// sets and repetitions say nothing of each other. Empty for what is no lift.
func Lifts(title string, f session.ID) string {
	family, known := session.Find(f)
	if !known || family.Sport != training.Strength {
		return ""
	}
	lifts, _, dosed := strings.Cut(title, " – ")
	if !dosed {
		return ""
	}
	return lifts
}
