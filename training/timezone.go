package training

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the zones of every machine are known on every machine
	"unicode"
)

// zones are the locations by name: reading one from its file takes longer than what is done with it.
var zones sync.Map

// zoneOf is the location of an IANA name that is one of a place or of UTC, and whether there is such a one.
func zoneOf(name string) (*time.Location, bool) {
	if zone, known := zones.Load(name); known {
		return zone.(*time.Location), true
	}
	if noPlace(name) {
		return nil, false
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	zones.Store(name, zone)
	return zone, true
}

// noPlace tells whether a name is one that zone files have beside those of places: the machine's own zone, the default of rules, the
// same zones once more, and paths that lead to a file by another way.
func noPlace(name string) bool {
	for _, other := range []string{"", "Local", "localtime", "posixrules", "Factory"} {
		if strings.EqualFold(name, other) {
			return true
		}
	}
	return strings.HasPrefix(name, "posix/") || strings.HasPrefix(name, "right/") || path.Clean(name) != name
}

// areas are those of which zones have the names of places.
var areas = []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"}

// zoneLike is the zone of the place that a name has, spelt in another way or without its area, empty where there is none: "berlin",
// "America/NewYork".
func zoneLike(name string) string {
	if len(name) > 40 { // the longest of a place has 30 letters
		return ""
	}
	var words strings.Builder
	small := false
	for _, r := range name {
		switch {
		case r == ' ' || r == '-' || r == '_' || r == '/':
			if r != '/' {
				r = '_'
			}
			words.WriteRune(r)
			small = false
			continue
		case unicode.IsUpper(r) && small:
			words.WriteByte('_')
		}
		small = unicode.IsLower(r)
		if text := words.String(); text == "" || strings.HasSuffix(text, "_") || strings.HasSuffix(text, "/") {
			words.WriteRune(unicode.ToUpper(r))
		} else {
			words.WriteRune(unicode.ToLower(r))
		}
	}
	spelt := words.String()
	place := spelt[strings.LastIndexByte(spelt, '/')+1:]
	if strings.Contains(spelt, "/") {
		if _, known := zoneOf(spelt); known {
			return spelt
		}
	}
	for _, area := range areas {
		if _, known := zoneOf(area + "/" + place); known && place != "" {
			return area + "/" + place
		}
	}
	return ""
}

// Location is the athlete's time zone, UTC where the stored name is of no place.
func (p Profile) Location() *time.Location {
	if zone, known := zoneOf(p.TimeZone); known {
		return zone
	}
	return time.UTC
}

// CheckTime notes a fault where a time that the clock of a profile's zone never shows is named for a day. The path of the field goes first.
func (p Profile) CheckTime(faults *InputError, field string, date Date, t LocalTime) {
	zone := p.Location()
	end, exists := date.find(t, zone)
	if exists {
		return
	}
	_, before := end.Add(-time.Second).Zone()
	from := end.In(time.FixedZone("", before))
	faults.Add(field, fmt.Sprintf("%s does not exist on %s in %s: clocks go from %s to %s", t, date, zone, shownOn(date, from), shownOn(date, end)))
}

// shownOn is a time as a message about a day has it.
func shownOn(date Date, t time.Time) string {
	if DateOf(t) == date {
		return t.Format("15:04")
	}
	return t.Format("15:04 on 2006-01-02")
}

// MoveTo puts the athlete into another time zone at an instant. What was measured or done today in the zone that is left is not of tomorrow
// in the new one: days of measurement, and of longest sessions, after its today become its today. Everything else has a day of its own and
// keeps it, also where that is now to come or over.
func (p *Profile) MoveTo(name string, at time.Time) {
	p.TimeZone = name
	today := DateOf(at.In(p.Location()))
	if m := p.MeasuredOn; m != nil && *m > today {
		p.MeasuredOn = &today
	}
	if m := p.StartingFitnessOn; m != nil && *m > today {
		p.StartingFitnessOn = &today
	}
	p.moveHistory(today)
	p.OneRepMaxes = slices.Clone(p.OneRepMaxes)
	for i := range p.OneRepMaxes {
		p.OneRepMaxes[i].MeasuredOn = min(p.OneRepMaxes[i].MeasuredOn, today)
	}
	p.LongestSessions = slices.Clone(p.LongestSessions)
	for i := range p.LongestSessions {
		p.LongestSessions[i].Date = min(p.LongestSessions[i].Date, today)
	}
}
