package training

import (
	"fmt"
	"slices"
)

// CheckIn is how the athlete is on a day. It holds until the next one.
type CheckIn struct {
	Date         Date          `json:"date"`
	Sick         bool          `json:"sick"`
	Fatigue      *int          `json:"fatigue,omitempty"`      // 0 to 10
	SleepSeconds *int          `json:"sleepSeconds,omitempty"` // 0 to 86,400
	HRVRMSSD     *float64      `json:"hrvRmssd,omitempty"`     // 1 to 300 ms
	Soreness     []Soreness    `json:"soreness"`
	Banned       []MuscleGroup `json:"banned"`
	BannedSports []Sport       `json:"bannedSports"`
	Note         *string       `json:"note,omitempty"` // at most 500 characters
}

// Soreness of a region, 0 to 10.
type Soreness struct {
	MuscleGroup MuscleGroup `json:"muscleGroup"`
	Level       int         `json:"level"`
}

// CheckInFields are fields of a check-in, a bit each.
type CheckInFields uint8

// The fields that somebody may say something of.
const (
	SaysSick CheckInFields = 1 << iota
	SaysFatigue
	SaysSleep
	SaysHRV
	SaysSoreness
	SaysBanned
	SaysBannedSports
	SaysNote
	SaysAll CheckInFields = 1<<iota - 1
)

// CheckInUpdate is what somebody says of a day: the fields that Says names, of which nil takes back what was said.
type CheckInUpdate struct {
	CheckIn
	Says CheckInFields
}

// Onto is a check-in of the day with what is said.
func (u *CheckInUpdate) Onto(c CheckIn) CheckIn {
	c.Date = u.Date
	for _, field := range []struct {
		is   CheckInFields
		take func()
	}{
		{SaysSick, func() { c.Sick = u.Sick }}, {SaysFatigue, func() { c.Fatigue = u.Fatigue }}, {SaysSleep, func() { c.SleepSeconds = u.SleepSeconds }},
		{SaysHRV, func() { c.HRVRMSSD = u.HRVRMSSD }}, {SaysSoreness, func() { c.Soreness = u.Soreness }}, {SaysBanned, func() { c.Banned = u.Banned }},
		{SaysBannedSports, func() { c.BannedSports = u.BannedSports }}, {SaysNote, func() { c.Note = u.Note }},
	} {
		if u.Says&field.is != 0 {
			field.take()
		}
	}
	return c
}

// LeavesOut names the lists in which a check-in leaves out something of one that held, as the API has them: a region that is sore may be sore in another
// degree.
func (c *CheckIn) LeavesOut(held *CheckIn) []string {
	var lists []string
	if slices.ContainsFunc(held.Soreness, func(h Soreness) bool {
		return !slices.ContainsFunc(c.Soreness, func(s Soreness) bool { return s.MuscleGroup == h.MuscleGroup })
	}) {
		lists = append(lists, "soreness")
	}
	return append(lists, (&CheckIn{Sick: true, Banned: c.Banned, BannedSports: c.BannedSports}).Lifts(held)...)
}

// Lifts names the fields in which a check-in rules out less than one that held, as the API has them.
func (c *CheckIn) Lifts(held *CheckIn) []string {
	var fields []string
	if held.Sick && !c.Sick {
		fields = append(fields, "sick")
	}
	if slices.ContainsFunc(held.Banned, func(g MuscleGroup) bool { return !slices.Contains(c.Banned, g) }) {
		fields = append(fields, "banned")
	}
	if slices.ContainsFunc(held.BannedSports, func(s Sport) bool { return !slices.Contains(c.BannedSports, s) }) {
		fields = append(fields, "bannedSports")
	}
	return fields
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
