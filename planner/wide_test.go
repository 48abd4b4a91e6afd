package planner_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
)

// wide is an athlete of any age, in zones near and far, with hours for some sports, several events, a stated fitness, and a plan of 1 to 28
// days from today or tomorrow.
func wide(random *rand.Rand) (*memory, runs.Run) {
	m, run := crowded(random)
	if random.IntN(2) == 0 {
		m.snapshot.Sessions = nil
	}
	p := &m.snapshot.Athlete.Profile
	p.TimeZone = []string{
		"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Beirut", "America/Santiago", "Pacific/Kiritimati",
	}[random.IntN(7)]
	birth := monday.AddDays(-(13 + random.IntN(60)) * 365)
	p.BirthDate, p.StrengthApart = &birth, random.IntN(3) == 0
	run.Days = []int{1, 2, 7, 10, 14, 21, 28}[random.IntN(7)]
	for i := range p.Availability {
		if random.IntN(3) == 0 {
			p.Availability[i].Sports = []training.Sport{training.Sports[random.IntN(4)], training.Sports[random.IntN(6)]}
		}
	}
	for n := range random.IntN(3) {
		expected := float64(random.IntN(400))
		p.Events = append(p.Events, training.Event{
			ID: training.EventID(fmt.Sprint("event ", n)), Name: "Race", Date: monday.AddDays(random.IntN(30)), Sport: training.Sports[random.IntN(len(training.Sports))],
			Priority: []training.EventPriority{training.EventA, training.EventB, training.EventC}[random.IntN(3)], ExpectedTSS: &expected,
		})
	}
	if random.IntN(3) == 0 {
		stated, on := float64(random.IntN(110)), monday.AddDays(-random.IntN(60))
		p.StartingFitness, p.StartingFitnessOn = &stated, &on
	}
	m.snapshot.Today = monday.AddDays(-random.IntN(2))
	m.snapshot.Now = m.snapshot.Today.At(training.LocalTime(random.IntN(1400)), p.Location())
	if random.IntN(4) == 0 {
		m.snapshot.LockedDays = []training.Date{monday.AddDays(random.IntN(run.Days))}
	}
	return m, run
}

// 12 §7: whoever asks gets a plan unless what is fixed alone breaks a rule.
func TestWhoeverAsksGetsAPlan(t *testing.T) {
	withoutRace(t)
	n := many(500, 40, 20)
	random := rand.New(rand.NewPCG(77, 1))
	for i := range n {
		m, run := wide(random)
		fixed := m.snapshot
		fixed.Sessions = slices.DeleteFunc(slices.Clone(fixed.Sessions), func(s training.Session) bool {
			return s.Lock == nil && !slices.Contains(fixed.LockedDays, s.Date)
		})
		if rules.Check(fixed.RulesInput(run.From, run.Days)).Verdict == rules.Conflict {
			continue
		}
		plan(t, m, run)
		if neverProposed(t, m, run) {
			continue
		}
		if m.outcome.Status != runs.Succeeded {
			t.Fatalf("athlete %d: %s", i, *m.outcome.Failure)
		}
		if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("athlete %d: %v", i, hard)
		}
		for _, s := range m.calendar.Save {
			if zone := m.snapshot.Athlete.Profile.Location(); !s.Date.Has(s.Start, zone) || !slices.ContainsFunc(m.snapshot.Sessions, func(o training.Session) bool {
				return o.ID == s.ID
			}) && s.Date.At(s.Start, zone).Before(m.snapshot.Hours().Earliest()) {
				t.Errorf("athlete %d: %s %s", i, s.Date, s.Start)
			}
		}
		wellFounded(t, m)
	}
}
