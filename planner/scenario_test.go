package planner_test

import (
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// noviceHybrid is science S1: fitness 18, longest run 8 km, a locked gym evening on Tuesday.
func noviceHybrid() *memory {
	m := athlete(training.Novice, training.PriorityHybrid).available(
		"MONDAY 06:30-07:30", "TUESDAY 18:00-19:00", "WEDNESDAY 06:30-07:30", "THURSDAY 06:30-07:30", "FRIDAY 06:30-07:30",
		"SATURDAY 08:00-09:30", "SUNDAY 09:00-10:00",
	)
	threshold(370)(m)
	m.past(2, training.Run, 55, 45, km(8)).past(4, training.Run, 40, 33, km(5.5)).past(6, training.Strength, 45, 27, legSets(4)).past(7, training.Run, 30, 25, km(4))
	return m.lock(2, "18:00", "Full-body basics A")
}

// timeCrunchedCyclist is science S2: fitness 52, a hard group ride locked on Saturday.
func timeCrunchedCyclist() *memory {
	m := athlete(training.Intermediate, training.PriorityEndurance).available(
		"TUESDAY 06:00-07:00", "WEDNESDAY 06:00-06:45", "THURSDAY 06:00-07:00", "SATURDAY 09:00-12:00", "SUNDAY 08:00-09:30",
	)
	ftp, birth := 265, monday.AddDays(-45*365)
	m.snapshot.Athlete.Profile.FTPWatts, m.snapshot.Athlete.Profile.BirthDate = &ftp, &birth
	m.past(2, training.Ride, 170, 185, intense(20)).past(1, training.Ride, 85, 62).past(4, training.Ride, 60, 58, intense(15)).past(6, training.Ride, 60, 60)
	return m.lock(6, "09:00", "Over-unders, 75 min")
}

// hyroxAthlete is science S5: both Saturdays locked for simulations.
func hyroxAthlete() *memory {
	m := athlete(training.Intermediate, training.PriorityHybrid)
	threshold(280)(m)
	m.snapshot.Athlete.Profile.Events = []training.Event{{ID: "e", Name: "HYROX", Date: monday + 27, Sport: training.Run, Priority: training.EventA}}
	m.past(2, training.Run, 80, 95, intense(25), km(12)).past(4, training.Run, 50, 48, km(9)).past(5, training.Strength, 55, 52, legSets(8)).
		past(6, training.Run, 45, 52, intense(12), km(8)).past(7, training.Row, 40, 35).past(1, training.Run, 40, 38, km(7))
	return m.lock(6, "09:00", "Half HYROX").lock(13, "09:00", "Half HYROX")
}

// powerlifter is science S8: four locked lifting days, running to be added.
func powerlifter() *memory {
	m := athlete(training.Intermediate, training.PriorityStrength)
	threshold(330)(m)
	m.past(7, training.Strength, 60, 50, legSets(12)).past(6, training.Strength, 55, 45).past(4, training.Strength, 60, 50, legSets(12)).
		past(3, training.Strength, 55, 45).past(2, training.Run, 35, 30, km(5)).past(5, training.Run, 30, 26, km(4.5))
	for _, d := range []int{1, 4, 8, 11} {
		m.lock(d, "18:00", "Heavy lower body")
	}
	for _, d := range []int{2, 5, 9, 12} {
		m.lock(d, "18:00", "Muscle building: chest")
	}
	return m
}

// newcomer has neither history nor hours.
func newcomer() *memory {
	m := athlete(training.Intermediate, training.PriorityHybrid)
	threshold(300)(m)
	return m
}

// triathlete has four sports, much time and two sessions a day.
func triathlete() *memory {
	m := athlete(training.Advanced, training.PriorityEndurance).available(
		"MONDAY 06:00-07:30", "TUESDAY 06:00-07:30", "TUESDAY 17:30-19:30", "WEDNESDAY 06:00-07:30", "WEDNESDAY 17:30-19:30",
		"THURSDAY 06:00-07:30", "THURSDAY 17:30-19:30", "FRIDAY 06:00-07:30", "SATURDAY 07:00-13:00", "SUNDAY 07:00-11:00",
	)
	threshold(245)(m)
	ftp, css := 280, 95
	m.snapshot.Athlete.Profile.FTPWatts, m.snapshot.Athlete.Profile.CriticalSwimSecondsPer100Meters = &ftp, &css
	return m.past(2, training.Ride, 210, 170).past(1, training.Run, 100, 95, km(20)).past(3, training.Swim, 60, 55).past(4, training.Ride, 75, 80, intense(20)).
		past(5, training.Run, 50, 60, intense(15), km(11)).past(6, training.Swim, 60, 60, intense(10)).past(6, training.Strength, 45, 35, legSets(4))
}

var scenarios = map[string]func() *memory{
	"novice-hybrid": noviceHybrid, "time-crunched-cyclist": timeCrunchedCyclist, "hyrox": hyroxAthlete, "powerlifter": powerlifter,
	"newcomer": newcomer, "triathlete": triathlete,
}

func TestShowScenarios(t *testing.T) {
	for name, build := range scenarios {
		m := build()
		run := request(14)
		plan(t, m, run)
		t.Logf("%s: %s\n%s", name, m.outcome.Status, m.table(run))
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s: %v", name, *m.outcome.Failure)
		}
	}
}
