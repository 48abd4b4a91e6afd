package training

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bounds of a profile's lists.
const (
	MaxWindows          = 42  // weekly windows, six a day
	MaxWindowsOfDate    = 6   // windows of one date
	MaxDateAvailability = 120 // single dates
	MaxOneRepMaxes      = 100
	MaxEvents           = 100
	maxAgeYears         = 110
)

// Validate checks a profile as a whole: every fault with the path of its field. Today is the athlete's: nothing was measured after it.
func (p Profile) Validate(today Date) error {
	var faults InputError
	p.validateWho(today, &faults)
	p.Thresholds.validate(today, &faults)
	CheckFloat(&faults, "bodyMassKilograms", p.BodyMassKilograms, 25, 300)
	p.validateStartingFitness(today, &faults)
	p.validateOneRepMaxes(today, &faults)
	p.validateLoadSteps(&faults)
	if p.TrainingGoal != nil {
		p.TrainingGoal.Check(&faults, "trainingGoal.", p.Events)
	}
	p.validateHabits(today, &faults)
	p.validateWindows(today, &faults)
	return faults.Err()
}

// validateStartingFitness checks that a stated fitness has a day. Tomorrow is the latest: it was today where the athlete was before.
func (p Profile) validateStartingFitness(today Date, faults *InputError) {
	CheckFloat(faults, "startingFitness", p.StartingFitness, 0, 250)
	switch on := p.StartingFitnessOn; {
	case on != nil && p.StartingFitness == nil:
		faults.Add("startingFitnessOn", "is the day of a startingFitness, and there is none")
	case on == nil && p.StartingFitness != nil:
		faults.Add("startingFitnessOn", "is missing: a startingFitness has a day")
	case on != nil:
		CheckDate(faults, "startingFitnessOn", *on, today.AddDays(-maxPastDays), today.AddDays(1))
	}
}

func (p Profile) validateWho(today Date, faults *InputError) {
	if _, known := zoneOf(p.TimeZone); !known {
		faults.Add("timeZone", fmt.Sprintf("%.60q is not the IANA time zone of a place, such as \"Europe/Berlin\"", p.TimeZone))
	}
	if p.Goal != nil {
		CheckText(faults, "goal", *p.Goal, 0, 500)
	}
	if b := p.BirthDate; b != nil && (*b > today || *b < today.AddDays(-maxAgeYears*366)) {
		faults.Add("birthDate", fmt.Sprintf("%s is not within the last %d years", b, maxAgeYears))
	}
}

func (t Thresholds) validate(today Date, faults *InputError) {
	CheckInt(faults, "ftpWatts", t.FTPWatts, 40, 600)
	CheckInt(faults, "rowFtpWatts", t.RowFTPWatts, 40, 600)
	CheckInt(faults, "thresholdSecondsPerKilometer", t.ThresholdSecondsPerKilometer, 140, 900)
	CheckInt(faults, "criticalSwimSecondsPer100Meters", t.CriticalSwimSecondsPer100Meters, 50, 300)
	CheckInt(faults, "thresholdHeartRate", t.ThresholdHeartRate, 80, 220)
	CheckInt(faults, "maxHeartRate", t.MaxHeartRate, 100, 230)
	CheckInt(faults, "restingHeartRate", t.RestingHeartRate, 25, 110)
	inOrder(faults, "restingHeartRate", t.RestingHeartRate, "thresholdHeartRate", t.ThresholdHeartRate)
	inOrder(faults, "thresholdHeartRate", t.ThresholdHeartRate, "maxHeartRate", t.MaxHeartRate)
	inOrder(faults, "restingHeartRate", t.RestingHeartRate, "maxHeartRate", t.MaxHeartRate)
	if t.MeasuredOn != nil && *t.MeasuredOn > today {
		faults.Add("thresholdsMeasuredOn", fmt.Sprintf("%s is after today, %s", t.MeasuredOn, today))
	}
}

func inOrder(faults *InputError, lowPath string, low *int, highPath string, high *int) {
	if low != nil && high != nil && *low >= *high {
		faults.Add(lowPath, fmt.Sprintf("%d is not below %s, %d", *low, highPath, *high))
	}
}

func (p Profile) validateOneRepMaxes(today Date, faults *InputError) {
	CheckCount(faults, "oneRepMaxes", len(p.OneRepMaxes), 0, MaxOneRepMaxes)
	seen := map[ExerciseID]bool{}
	for i, m := range p.OneRepMaxes {
		at := fmt.Sprintf("oneRepMaxes[%d].", i)
		if _, known := FindExercise(m.ExerciseID); !known {
			faults.Add(at+"exerciseId", fmt.Sprintf("%.60q is not an exercise of the catalogue", m.ExerciseID))
		} else if seen[m.ExerciseID] {
			faults.Add(at+"exerciseId", fmt.Sprintf("%s is named twice", m.ExerciseID))
		}
		seen[m.ExerciseID] = true
		CheckFloat(faults, at+"kilograms", &m.Kilograms, 1, 600)
		if m.MeasuredOn > today {
			faults.Add(at+"measuredOn", fmt.Sprintf("%s is after today, %s", m.MeasuredOn, today))
		}
	}
}

// Validate checks an event: every fault with the path of its field. Events lie at most ten years back and two years ahead of today.
func (e Event) Validate(today Date) error {
	var faults InputError
	CheckLine(&faults, "name", e.Name, 1, 120)
	CheckFloat(&faults, "expectedTss", e.ExpectedTSS, 0, 2000)
	CheckFloat(&faults, "distanceMeters", e.DistanceMeters, 0, maxEventMeters)
	CheckInt(&faults, "expectedSeconds", e.ExpectedSeconds, 1, maxEventSeconds)
	CheckFloat(&faults, "ascentMeters", e.AscentMeters, 0, maxEventAscent)
	CheckDate(&faults, "date", e.Date, today.AddDays(-3653), today.AddDays(maxDaysAhead))
	if e.Format != nil {
		checkFormat(&faults, "format", *e.Format, e.Sport)
	}
	return faults.Err()
}

// Validate checks a check-in: every fault with the path of its field. It may be for a day up to 400 days back or 28 ahead of today.
func (c CheckIn) Validate(today Date) error {
	var faults InputError
	CheckDate(&faults, "date", c.Date, today.AddDays(-400), today.AddDays(28))
	CheckInt(&faults, "fatigue", c.Fatigue, 0, 10)
	CheckInt(&faults, "sleepSeconds", c.SleepSeconds, 0, 86_400)
	CheckFloat(&faults, "hrvRmssd", c.HRVRMSSD, 1, 300)
	CheckCount(&faults, "banned", len(c.Banned), 0, 4)
	CheckCount(&faults, "bannedSports", len(c.BannedSports), 0, len(Sports))
	if c.Note != nil {
		CheckText(&faults, "note", *c.Note, 0, 500)
	}
	if CheckCount(&faults, "soreness", len(c.Soreness), 0, 4) {
		seen := map[MuscleGroup]bool{}
		for i, s := range c.Soreness {
			at := fmt.Sprintf("soreness[%d]", i)
			CheckInt(&faults, at+".level", &s.Level, 0, 10)
			if seen[s.MuscleGroup] {
				faults.Add(at+".muscleGroup", fmt.Sprintf("%s is named twice", s.MuscleGroup))
			}
			seen[s.MuscleGroup] = true
		}
	}
	return faults.Err()
}

// CheckInt notes a fault where an optional whole number is outside low to high.
func CheckInt(faults *InputError, path string, value *int, low, high int) {
	if value != nil && (*value < low || *value > high) {
		faults.Add(path, fmt.Sprintf("%d is outside %d to %d", *value, low, high))
	}
}

// CheckFloat notes a fault where an optional number is not within low to high.
func CheckFloat(faults *InputError, path string, value *float64, low, high float64) {
	if value != nil && !(*value >= low && *value <= high) { // not a number is in no range
		faults.Add(path, fmt.Sprintf("%s is outside %s to %s", plain(*value), plain(low), plain(high)))
	}
}

// plain is a number as people write it, without an exponent.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// CheckDate notes a fault where a day is outside first to last.
func CheckDate(faults *InputError, path string, day, first, last Date) {
	if day < first || day > last {
		faults.Add(path, fmt.Sprintf("%s is outside %s to %s", day, first, last))
	}
}

// CheckCount notes a fault where a list has fewer or more entries than allowed, and tells whether it has not.
func CheckCount(faults *InputError, path string, count, low, high int) bool {
	if count < low || count > high {
		faults.Add(path, fmt.Sprintf("%d entries are outside %d to %d", count, low, high))
		return false
	}
	return true
}

// CheckLine notes a fault where a text that stands in a line, such as a name, has more lines than one, or is none by [CheckText].
func CheckLine(faults *InputError, path, text string, low, high int) {
	if strings.Contains(text, "\n") {
		faults.Add(path, "has more than one line")
	}
	CheckText(faults, path, text, low, high)
}

// CheckText notes a fault where a text is shorter or longer than allowed, in characters, where nothing of one that must be there can be seen, or
// where it has what no text of ours has: invalid UTF-8 and control characters other than tab and line feed.
func CheckText(faults *InputError, path, text string, low, high int) {
	if !utf8.ValidString(text) {
		faults.Add(path, "is not valid UTF-8")
		return
	}
	if n := utf8.RuneCountInString(text); n < low || n > high {
		faults.Add(path, fmt.Sprintf("%d characters are outside %d to %d", n, low, high))
	} else if low > 0 && !strings.ContainsFunc(text, visible) {
		faults.Add(path, "has no character that can be seen")
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			faults.Add(path, fmt.Sprintf("has the control character U+%04X", r))
			return
		}
		if unicode.Is(unicode.Bidi_Control, r) { // with which a text shows as another than it is (CVE-2021-42574)
			faults.Add(path, fmt.Sprintf("has the mark of direction U+%04X", r))
			return
		}
	}
}

// visible tells whether a character alone can be seen: blanks, joiners, marks on other characters and what stands for nothing cannot.
func visible(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(blanks, r)
}

// blanks are letters and signs that show nothing: the fillers of Hangul and the empty pattern of Braille.
const blanks = "\u115f\u1160\u3164\uffa0\u2800"

// NewProfile is the profile of an athlete of whom nothing is known yet.
func NewProfile(timeZone string) Profile {
	return Profile{Level: Novice, TimeZone: timeZone, Priority: PriorityHybrid}
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
	p.OneRepMaxes = slices.Clone(p.OneRepMaxes)
	for i := range p.OneRepMaxes {
		p.OneRepMaxes[i].MeasuredOn = min(p.OneRepMaxes[i].MeasuredOn, today)
	}
	p.LongestSessions = slices.Clone(p.LongestSessions)
	for i := range p.LongestSessions {
		p.LongestSessions[i].Date = min(p.LongestSessions[i].Date, today)
	}
}

// Validate checks a user with the profile: every fault with the path of its field. The e-mail is checked where accounts are made.
func (u User) Validate(today Date) error {
	var faults InputError
	CheckLine(&faults, "name", u.Name, 1, 100)
	var ofProfile *InputError
	if errors.As(u.Profile.Validate(today), &ofProfile) {
		faults.Fields = append(faults.Fields, ofProfile.Fields...)
	}
	return faults.Err()
}
