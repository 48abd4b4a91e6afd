package planner_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
)

// again plans once more on the calendar that a run has made.
func (m *memory) again(t testing.TB, run runs.Run, change func(*runs.Run)) runs.Run {
	t.Helper()
	m.snapshot.Sessions, m.snapshot.Revision = m.after(), m.snapshot.Revision+1
	m.events, m.outcome, m.calendar, m.progress = nil, nil, nil, nil
	run.ID = training.RunID(fmt.Sprintf("6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a%04d", m.snapshot.Revision))
	if change != nil {
		change(&run)
	}
	plan(t, m, run)
	return run
}

func kinds(changes []runs.Change) map[runs.ChangeKind]int {
	count := map[runs.ChangeKind]int{}
	for _, c := range changes {
		count[c.Kind]++
	}
	return count
}

// 12 §7: the same plan again is kept, session by session, and applying it changes nothing.
func TestTheSamePlanAgainIsKept(t *testing.T) {
	withoutRace(t)
	for name, build := range scenarios {
		m, run := build(), request(14)
		plan(t, m, run)
		stood := m.after()
		m.again(t, run, nil)
		count := kinds(m.outcome.Changes)
		if count[runs.Kept] != len(stood) || len(count) != 1 {
			t.Errorf("%s: %v of %d sessions", name, count, len(stood))
		}
		if m.calendar == nil || len(m.calendar.Save)+len(m.calendar.Remove) > 0 {
			t.Errorf("%s: %+v", name, m.calendar)
		}
		for _, p := range m.outcome.Proposal {
			if !p.Existing || !slices.ContainsFunc(stood, func(s training.Session) bool { return s.ID == p.ID && s.Date == p.Date && s.Start == p.Start }) {
				t.Errorf("%s: %+v stood under another id", name, p)
			}
		}
	}
}

// 12 §7: what stands on another day or hour has moved, and keeps its id.
func TestTheSameWorkoutElsewhereHasMoved(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	plan(t, m, run)
	m.snapshot.Sessions = m.after()
	var later, other training.SessionID
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		switch {
		case s.Lock != nil:
		case later == "":
			later, s.Start = s.ID, s.Start+10
		case other == "":
			other, s.Date = s.ID, s.Date-1
		}
	}
	m.calendar, m.outcome = nil, nil
	m.again(t, run, nil)
	if count := kinds(m.outcome.Changes); count[runs.Moved] != 2 || count[runs.Kept] != len(m.outcome.Changes)-2 {
		t.Errorf("%v: %+v", count, m.outcome.Changes)
	}
	if len(m.calendar.Save) != 2 || len(m.calendar.Remove) > 0 || m.calendar.Save[0].ID != later && m.calendar.Save[1].ID != later {
		t.Errorf("%+v", m.calendar)
	}
	wellFounded(t, m)
}

// ground is what a reason may rest on: a rule by its name, the wish, what the day and week are meant for, or a race by its name.
var ground = regexp.MustCompile(`(?:^|[ .])(?:[A-Z]{2,3}-\d|GOAL): |wish “|is meant for |^It stands too near to `)

// wellFounded tells of each change whether its reason names what it rests on.
func wellFounded(t testing.TB, m *memory) {
	t.Helper()
	for _, c := range m.outcome.Changes {
		founded := c.Kind == runs.Kept || c.Kind == runs.Added || ground.MatchString(c.Reason)
		if c.Reason == "" || !founded || strings.Contains(c.Reason, "broke a rule") || strings.Contains(c.Reason, "no place for it") {
			t.Errorf("%s on %s: %q names no ground", c.Kind, c.Date, c.Reason)
		}
	}
}

// feverish is a calendar with two unlocked sessions on a day for which the athlete says that he is ill.
func feverish() (*memory, training.Date) {
	m := athlete(training.Intermediate, training.PriorityEndurance)
	threshold(300)(m)
	m.past(2, training.Run, 60, 55, km(11)).past(4, training.Run, 45, 40, km(8)).past(6, training.Ride, 90, 65)
	m.lock(1, "07:00", "Easy run, 30 min").lock(1, "18:00", "Recovery spin, 30 min").lock(9, "07:00", "Easy run, 30 min")
	for i := range m.snapshot.Sessions {
		m.snapshot.Sessions[i].Lock = nil
	}
	m.snapshot.Today = monday
	m.snapshot.CheckIns = []training.CheckIn{{Date: monday, Sick: true}}
	return m, monday
}

// 12 §7: ill, with what is planned to be kept: the two sessions of the day go, for that reason.
func TestIllnessTakesWhatIsKept(t *testing.T) {
	m, day := feverish()
	run := request(14)
	run.KeepPlanned = true
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	removed := 0
	for _, c := range m.outcome.Changes {
		if c.Date == day && c.Kind == runs.Removed && strings.HasPrefix(c.Reason, "RED-1: ") && strings.Contains(c.Reason, "illness") {
			removed++
		}
	}
	if removed != 2 {
		t.Errorf("%+v", m.outcome.Changes)
	}
	for _, s := range m.after() {
		if s.Date <= day+1 && s.Load.TSS > 0 {
			t.Errorf("%s stays on %s", s.Title, s.Date)
		}
	}
	wellFounded(t, m)
}

// 12 §7: an A event near, and no way to reach what a taper asks for at least: a plan is made all the same.
func TestATaperThatCannotBeReachedFailsNoPlan(t *testing.T) {
	for name, change := range map[string]func(*memory, *runs.Run){
		"an injury": func(m *memory, _ *runs.Run) {
			m.snapshot.CheckIns = []training.CheckIn{{Date: monday, Banned: []training.MuscleGroup{training.Legs}}}
		},
		"a sport that is not to be done": func(m *memory, _ *runs.Run) {
			m.snapshot.CheckIns = []training.CheckIn{{Date: monday, BannedSports: []training.Sport{training.Run, training.Ride}}}
		},
		"what is planned is kept": func(m *memory, run *runs.Run) {
			m.lock(1, "07:00", "Easy run, 30 min").lock(15, "07:00", "Trunk stability, 20 min")
			for i := range m.snapshot.Sessions {
				m.snapshot.Sessions[i].Lock = nil
			}
			run.KeepPlanned = true
		},
		"hours for another sport": func(m *memory, _ *runs.Run) {
			for _, day := range training.Weekdays {
				m.snapshot.Athlete.Profile.Availability = append(m.snapshot.Athlete.Profile.Availability,
					training.AvailabilityWindow{Weekday: day, From: 420, To: 600, Sports: []training.Sport{training.Strength}})
			}
		},
	} {
		m, run := athlete(training.Intermediate, training.PriorityEndurance), request(21)
		threshold(300)(m)
		m.past(2, training.Run, 60, 55, km(11)).past(4, training.Run, 45, 40, km(8)).past(6, training.Ride, 90, 65).past(7, training.Run, 40, 33, km(7))
		m.snapshot.Athlete.Profile.Events = []training.Event{{ID: "e", Name: "Race", Date: monday + 15, Sport: training.Run, Priority: training.EventA}}
		change(m, &run)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("%s: %s", name, *m.outcome.Failure)
		} else if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("%s: %v", name, hard)
		}
	}
}

// crowded is a random athlete with unlocked sessions, some locks, and then an illness, a ban, other hours or an event.
func crowded(random *rand.Rand) (*memory, runs.Run) {
	m, run := randomAthlete(random), request(7+random.IntN(22))
	for range 2 + random.IntN(9) {
		w := m.library[random.IntN(len(m.library))].For(m.snapshot.Athlete.Profile.Thresholds)
		s := training.Session{
			PlannedSession: training.PlannedSession{
				ID: training.SessionID(fmt.Sprintf("stood-%d", len(m.snapshot.Sessions))), AthleteID: "athlete", Date: monday.AddDays(random.IntN(run.Days)),
				Start: training.LocalTime(300 + 30*random.IntN(36)), WorkoutID: w.ID, Status: training.Planned, KeyFlagged: random.IntN(12) == 0,
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
		}
		if random.IntN(12) == 0 {
			scope := training.LockEverything
			s.Lock = &scope
		}
		m.snapshot.Sessions = append(m.snapshot.Sessions, s)
	}
	if random.IntN(3) > 0 {
		c := training.CheckIn{Date: monday.AddDays(random.IntN(5) - 1), Sick: random.IntN(2) == 0}
		switch random.IntN(4) {
		case 0:
			c.Banned = []training.MuscleGroup{training.Legs}
		case 1:
			c.BannedSports = []training.Sport{training.Run, training.Ride, training.Swim}[:1+random.IntN(3)]
		case 2:
			c.Soreness = []training.Soreness{{MuscleGroup: training.Legs, Level: 8}}
		}
		m.snapshot.CheckIns = []training.CheckIn{c}
	}
	if random.IntN(3) == 0 {
		m.snapshot.Athlete.Profile.DateAvailability = []training.DateAvailability{{Date: monday.AddDays(random.IntN(7))}}
	}
	if random.IntN(4) == 0 {
		m.snapshot.Athlete.Profile.Events = []training.Event{{
			ID: "e", Name: "Race", Date: monday.AddDays(3 + random.IntN(25)), Sport: training.Sports[random.IntN(5)],
			Priority: []training.EventPriority{training.EventA, training.EventB, training.EventC}[random.IntN(3)],
		}}
	}
	run.KeepPlanned, run.Seed = random.IntN(4) > 0, random.IntN(1000)
	return m, run
}

// 12 §7: whatever breaks a rule on a calendar, a plan is found unless what is locked alone breaks one; what it changes has a ground.
func TestKeepingWhatIsPlannedNeverFails(t *testing.T) {
	withoutRace(t)
	n := many(400, 80, 20)
	random := rand.New(rand.NewPCG(12, 7))
	removed := 0
	for i := range n {
		m, run := crowded(random)
		locks := m.snapshot
		locks.Sessions = slices.DeleteFunc(slices.Clone(locks.Sessions), func(s training.Session) bool { return s.Lock == nil })
		in := locks.RulesInput(run.From, run.Days)
		if alone := rules.Check(in); alone.Verdict == rules.Conflict {
			continue // the locks
		}
		plan(t, m, run)
		if neverProposed(t, m, run) {
			continue
		}
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("calendar %d, keepPlanned %v: %s", i, run.KeepPlanned, *m.outcome.Failure)
			continue
		}
		if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("calendar %d: %v", i, hard)
		}
		removed += kinds(m.outcome.Changes)[runs.Removed]
		wellFounded(t, m)
		if t.Failed() && i > 40 {
			return
		}
	}
	if removed < n/4 {
		t.Errorf("only %d sessions had to go", removed)
	}
}

// 12 §7: what is skipped ahead of its day is in no proposal, frees no room that day, and is not made up for.
func TestSkippedAheadIsNotMadeUpFor(t *testing.T) {
	withoutRace(t)
	for name, build := range scenarios {
		for _, keep := range []bool{true, false} {
			m, run := build(), request(14)
			plan(t, m, run)
			m.snapshot.Sessions, m.snapshot.Today = m.after(), monday
			m.calendar = nil
			at := slices.IndexFunc(m.snapshot.Sessions, func(s training.Session) bool { return s.Lock == nil && s.Date > monday+1 })
			s := &m.snapshot.Sessions[at]
			said := monday
			s.Status, s.SkippedOn = training.Skipped, &said
			given := *s
			week := func(sessions []training.Session) (tss float64) {
				for _, s := range sessions {
					if s.Status == training.Planned && s.Date > monday && s.Date <= monday+7 {
						tss += s.Load.TSS
					}
				}
				return tss
			}
			before := week(m.snapshot.Sessions)
			m.again(t, run, func(r *runs.Run) { r.KeepPlanned = keep })
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s: %s", name, *m.outcome.Failure)
			}
			if slices.ContainsFunc(m.outcome.Proposal, func(p runs.ProposedSession) bool { return p.ID == given.ID }) {
				t.Errorf("%s: the proposal has the skipped session", name)
			}
			if after := week(m.after()); after > before+1e-6 {
				t.Errorf("%s, keepPlanned %v: %.0f TSS in the seven days after it was skipped, %.0f were planned", name, keep, after, before)
			}
			for _, s := range m.calendar.Save {
				if s.Date == given.Date {
					t.Errorf("%s, keepPlanned %v: something new on the skipped session's day", name, keep)
				}
			}
			if !slices.ContainsFunc(m.after(), func(s training.Session) bool { return s.ID == given.ID && s.Status == training.Skipped }) {
				t.Errorf("%s: the skipped session is gone", name)
			}
		}
	}
}
