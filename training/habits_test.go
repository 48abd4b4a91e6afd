package training

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// habits is a profile that says all it can of experience and equipment.
func habits() Profile {
	p := NewProfile("Europe/Berlin")
	p.HeightCentimeters, p.WeeklyHours, p.SessionsPerWeek, p.StrengthExperienceMonths = new(181.5), new(6.5), new(5), new(14)
	p.SportExperienceMonths = []SportExperience{{Sport: Run, Months: 30}, {Sport: Swim, Months: 0}}
	p.LongestSessions = []LongestSession{{Sport: Run, Seconds: new(4300), Meters: new(12_000.0), Date: goalToday}, {Sport: Swim, Meters: new(1000.0), Date: goalToday - 5}}
	p.Conditions = []Condition{StressFracture, Heat}
	p.Equipment, p.Stations = []Equipment{Bike, SwimmingPool, Gym}, []Station{StationWallBalls}
	p.EquipmentOnDates = []EquipmentOnDates{{From: goalToday + 2, To: goalToday + 4, Equipment: []Equipment{Treadmill}, Note: new("hotel")}, {From: goalToday + 5, To: goalToday + 5}}
	return p
}

func TestHabits(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Profile)
		faults []string
	}{
		{"all that can be said", func(*Profile) {}, nil},
		{"below every bound", func(p *Profile) {
			p.HeightCentimeters, p.WeeklyHours, p.SessionsPerWeek, p.StrengthExperienceMonths = new(89.0), new(0.4), new(0), new(-1)
			p.SportExperienceMonths[0].Months, p.LongestSessions[0].Seconds, p.LongestSessions[0].Meters = -1, new(59), new(0.5)
		}, []string{"heightCentimeters: 89 is outside 90 to 250", "strengthExperienceMonths", "weeklyHours: 0.4 is outside 0.5 to 60", "sessionsPerWeek: 0 is outside 1 to 28",
			"sportExperienceMonths[0].months: -1 is outside 0 to 960", "longestSessions[0].seconds: 59 is outside 60 to 172800", "longestSessions[0].meters"}},
		{"above every bound", func(p *Profile) {
			p.HeightCentimeters, p.WeeklyHours, p.SessionsPerWeek, p.StrengthExperienceMonths = new(251.0), new(60.5), new(29), new(961)
			p.SportExperienceMonths[0].Months, p.LongestSessions[0].Seconds, p.LongestSessions[0].Meters = 961, new(172_801), new(2_000_001.0)
		}, []string{"heightCentimeters", "strengthExperienceMonths", "weeklyHours", "sessionsPerWeek", "sportExperienceMonths[0].months", "longestSessions[0].seconds", "longestSessions[0].meters"}},
		{"sports twice, unknown, or at the wrong place", func(p *Profile) {
			p.SportExperienceMonths = []SportExperience{{Sport: Run}, {Sport: Run}, {Sport: "CHESS"}, {Sport: Strength}}
			p.LongestSessions = []LongestSession{{Sport: Run, Seconds: new(60)}, {Sport: Run, Seconds: new(60)}, {Sport: "CHESS", Seconds: new(60)}}
		}, []string{"sportExperienceMonths[1].sport: RUN is named twice", "sportExperienceMonths[2].sport: \"CHESS\" is none of", "sportExperienceMonths[3].sport: STRENGTH is strengthExperienceMonths",
			"longestSessions[1].sport: RUN is named twice", "longestSessions[2].sport: \"CHESS\" is none of"}},
		{"a longest session of no length, to come", func(p *Profile) { p.LongestSessions = []LongestSession{{Sport: Run, Date: goalToday + 1}} },
			[]string{"longestSessions[0]: needs seconds, meters, or both", "longestSessions[0].date: 2026-11-26 is after today, 2026-11-25"}},
		{"lists that are too long", func(p *Profile) {
			p.SportExperienceMonths, p.LongestSessions = make([]SportExperience, len(Sports)+1), make([]LongestSession, len(Sports)+1)
			p.Equipment, p.Stations, p.Conditions = make([]Equipment, len(Equipments)+1), make([]Station, 9), make([]Condition, len(Conditions)+1)
			p.EquipmentOnDates = make([]EquipmentOnDates, 41)
		}, []string{"sportExperienceMonths: 14", "longestSessions: 14", "availableEquipment: ", "stations: 9 entries are outside 0 to 8", "conditions: ", "equipmentOnDates: 41 entries are outside 0 to 40"}},
		{"words twice and unknown", func(p *Profile) {
			p.Equipment, p.Stations, p.Conditions = []Equipment{NoEquipment, Bike, Bike}, []Station{"SPRINT"}, []Condition{Heat, Heat, "BORED"}
		}, []string{"availableEquipment[0]: NONE is what everybody has", "availableEquipment[2]: BIKE is named twice", "stations[0]: \"SPRINT\" is none of", "conditions[1]: HEAT is named twice", "conditions[2]: \"BORED\" is none of"}},
		{"dates that are wrong", func(p *Profile) {
			p.EquipmentOnDates = []EquipmentOnDates{
				{From: goalToday, To: goalToday - 1}, {From: goalToday, To: goalToday + 366}, {From: goalToday + 366, To: goalToday + 367, Equipment: []Equipment{"HORSE"}, Note: new(strings.Repeat("x", 501))},
			}
		}, []string{"equipmentOnDates[0].to: 2026-11-24 is outside 2026-11-25 to ", "equipmentOnDates[1].to: 2027-11-26 is outside", "equipmentOnDates[2].equipment[0]: \"HORSE\" is none of",
			"equipmentOnDates[2].note: 501 characters", "equipmentOnDates[2]: has days that equipmentOnDates[1] has too"}},
	} {
		p := habits()
		c.change(&p)
		var faults *InputError
		if !errors.As(p.Validate(goalToday), &faults) {
			faults = &InputError{}
		}
		expectFaults(t, c.name, faults, c.faults)
	}
}

// Unknown equipment stays unknown, none is the body alone, a gym is all that it has, and dates have their own.
func TestEquipmentOn(t *testing.T) {
	p := habits()
	unknown, none := NewProfile("UTC"), NewProfile("UTC")
	none.Equipment = []Equipment{}
	for _, c := range []struct {
		name    string
		profile Profile
		day     Date
		with    []Equipment
		without []Equipment
	}{
		{"unknown", unknown, goalToday, nil, nil},
		{"nothing", none, goalToday, []Equipment{NoEquipment}, []Equipment{Bike, Barbell}},
		{"at home", p, goalToday + 1, []Equipment{NoEquipment, Bike, SwimmingPool, Gym, Barbell, Cable}, []Equipment{Treadmill, Sled}},
		{"the hotel's first day", p, goalToday + 2, []Equipment{NoEquipment, Treadmill}, []Equipment{Bike, Barbell}},
		{"the hotel's last day", p, goalToday + 4, []Equipment{NoEquipment, Treadmill}, []Equipment{Bike, Barbell}},
		{"on the way", p, goalToday + 5, []Equipment{NoEquipment}, []Equipment{Bike, Treadmill}},
		{"home again", p, goalToday + 6, []Equipment{Bike}, []Equipment{Treadmill}},
	} {
		got := c.profile.EquipmentOn(c.day)
		if (got == nil) != (c.with == nil) || !within(c.with, got) || slices.ContainsFunc(c.without, func(e Equipment) bool { return slices.Contains(got, e) }) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// A longest session of today stays one of today where the new zone has not got there yet, and the profile that was moved is another one.
func TestLongestSessionsMoveAlong(t *testing.T) {
	before := habits()
	moved := before
	moved.MoveTo("Pacific/Honolulu", time.Date(2026, 11, 25, 5, 0, 0, 0, time.UTC))
	if before.LongestSessions[0].Date != goalToday || moved.LongestSessions[0].Date != goalToday-1 || moved.LongestSessions[1].Date != goalToday-5 {
		t.Errorf("%v from %v", moved.LongestSessions, before.LongestSessions)
	}
	if err := moved.Validate(goalToday - 1); err != nil {
		t.Error(err)
	}
}

// The words of an enum are each there once, and spelled as they are everywhere.
func TestWordsOfPlanning(t *testing.T) {
	once(t, GoalKinds)
	once(t, EventFormats)
	once(t, Stations)
	once(t, Conditions)
	once(t, Equipments)
}

func once[T ~string](t *testing.T, words []T) {
	t.Helper()
	for i, word := range words {
		if word == "" || strings.Trim(string(word), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != "" || slices.Contains(words[:i], word) {
			t.Errorf("%q of %T", word, word)
		}
	}
}
