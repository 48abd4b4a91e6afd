package training

import (
	"fmt"
	"slices"
)

// Bounds of what an athlete says of experience.
const (
	maxExperienceMonths  = 960
	maxLongestSeconds    = 172_800 // as of an activity
	maxLongestMeters     = 2_000_000
	leastHeight          = 90.0
	maxHeight            = 250.0
	leastLongestDuration = 60
)

func (p *Profile) validateHabits(today Date, faults *InputError) {
	CheckFloat(faults, "heightCentimeters", p.HeightCentimeters, leastHeight, maxHeight)
	CheckInt(faults, "strengthExperienceMonths", p.StrengthExperienceMonths, 0, maxExperienceMonths)
	CheckFloat(faults, "weeklyHours", p.WeeklyHours, leastWeeklyHours, maxWeeklyHours)
	CheckInt(faults, "sessionsPerWeek", p.SessionsPerWeek, 1, maxSessionsPerWeek)
	p.validateExperience(faults)
	p.validateLongestSessions(today, faults)
	checkEquipment(faults, "availableEquipment", p.Equipment)
	if CheckCount(faults, "stations", len(p.Stations), 0, len(Stations)) {
		checkEach(faults, "stations", p.Stations, Stations)
	}
	if CheckCount(faults, "conditions", len(p.Conditions), 0, len(Conditions)) {
		checkEach(faults, "conditions", p.Conditions, Conditions)
	}
	p.validateEquipmentOnDates(faults)
}

func (p *Profile) validateExperience(faults *InputError) {
	if !CheckCount(faults, "sportExperienceMonths", len(p.SportExperienceMonths), 0, len(Sports)) {
		return
	}
	seen := map[Sport]bool{}
	for i, e := range p.SportExperienceMonths {
		at := fmt.Sprintf("sportExperienceMonths[%d].", i)
		checkSportOnce(faults, at+"sport", e.Sport, seen)
		if e.Sport == Strength {
			faults.Add(at+"sport", "STRENGTH is strengthExperienceMonths")
		}
		CheckInt(faults, at+"months", &e.Months, 0, maxExperienceMonths)
	}
}

func (p *Profile) validateLongestSessions(today Date, faults *InputError) {
	if !CheckCount(faults, "longestSessions", len(p.LongestSessions), 0, len(Sports)) {
		return
	}
	seen := map[Sport]bool{}
	for i, l := range p.LongestSessions {
		at := fmt.Sprintf("longestSessions[%d]", i)
		checkSportOnce(faults, at+".sport", l.Sport, seen)
		CheckInt(faults, at+".seconds", l.Seconds, leastLongestDuration, maxLongestSeconds)
		CheckFloat(faults, at+".meters", l.Meters, 1, maxLongestMeters)
		if l.Seconds == nil && l.Meters == nil {
			faults.Add(at, "needs seconds, meters, or both")
		}
		if l.Date > today {
			faults.Add(at+".date", fmt.Sprintf("%s is after today, %s", l.Date, today))
		}
	}
}

// checkSportOnce notes a fault where a sport is none that there is, or was seen before.
func checkSportOnce(faults *InputError, path string, sport Sport, seen map[Sport]bool) {
	switch {
	case !slices.Contains(Sports, sport):
		faults.Add(path, fmt.Sprintf("%.40q is none of %v", string(sport), Sports))
	case seen[sport]:
		faults.Add(path, fmt.Sprintf("%s is named twice", sport))
	}
	seen[sport] = true
}
