package training

import (
	"fmt"
	"slices"
)

// Bounds of what an athlete says of experience and equipment.
const (
	MaxEquipmentOnDates  = 40
	maxEquipmentDays     = 366 // of one stretch of days
	maxExperienceMonths  = 960
	maxLongestSeconds    = 172_800 // as of an activity
	maxLongestMeters     = 2_000_000
	leastHeight          = 90.0
	maxHeight            = 250.0
	leastLongestDuration = 60
)

// EquipmentOnDates is what an athlete has to train with from one day to another, both included, in place of what is there otherwise: that of
// a hotel's gym.
type EquipmentOnDates struct {
	From      Date        `json:"from"`
	To        Date        `json:"to"`
	Equipment []Equipment `json:"equipment"`      // empty: nothing but the body
	Note      *string     `json:"note,omitempty"` // at most 500 characters
}

// SportExperience is for how long an athlete has trained in a sport, in months as they were when it was stated.
type SportExperience struct {
	Sport  Sport `json:"sport"`
	Months int   `json:"months"` // 0 to 960
}

// LongestSession is the longest that an athlete has lately done of a sport: its length in time, in metres, or both.
type LongestSession struct {
	Sport   Sport    `json:"sport"`
	Seconds *int     `json:"seconds,omitempty"` // 60 to 172,800
	Meters  *float64 `json:"meters,omitempty"`  // 1 to 2,000,000
	Date    Date     `json:"date"`
}

// EquipmentOn is what the athlete has to train with on a day, with all that it stands for and with what everybody has; nil where that is
// unknown.
func (p *Profile) EquipmentOn(day Date) []Equipment {
	for _, other := range p.EquipmentOnDates {
		if other.From <= day && day <= other.To {
			return equipped(other.Equipment)
		}
	}
	if p.Equipment == nil {
		return nil
	}
	return equipped(p.Equipment)
}

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

// checkEquipment checks what there is to train with. What everybody has is not named, so that there is one way to say that there is no more.
func checkEquipment(faults *InputError, path string, equipment []Equipment) {
	if !CheckCount(faults, path, len(equipment), 0, len(Equipments)) {
		return
	}
	for i, e := range equipment {
		if e == NoEquipment {
			faults.Add(fmt.Sprintf("%s[%d]", path, i), "NONE is what everybody has: an empty list says that there is nothing else")
		}
	}
	checkEach(faults, path, equipment, Equipments)
}

func (p *Profile) validateEquipmentOnDates(faults *InputError) {
	if !CheckCount(faults, "equipmentOnDates", len(p.EquipmentOnDates), 0, MaxEquipmentOnDates) {
		return
	}
	for i, d := range p.EquipmentOnDates {
		at := fmt.Sprintf("equipmentOnDates[%d]", i)
		CheckDate(faults, at+".to", d.To, d.From, d.From.AddDays(maxEquipmentDays-1))
		checkEquipment(faults, at+".equipment", d.Equipment)
		if d.Note != nil {
			CheckText(faults, at+".note", *d.Note, 0, 500)
		}
		for j, other := range p.EquipmentOnDates[:i] {
			if d.From <= other.To && other.From <= d.To {
				faults.Add(at, fmt.Sprintf("has days that equipmentOnDates[%d] has too", j))
				break
			}
		}
	}
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
