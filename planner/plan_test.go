package planner_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/internal/plancheck"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// faults is what the second opinion says of the calendar after a run.
func (m *memory) faults(run runs.Run) []string {
	a, sessions := m.plain(run)
	return plancheck.Check(a, run.From.At(0, m.snapshot.Athlete.Profile.Location()), run.Days, sessions)
}

// plain is the calendar after a run as the second opinion reads it.
func (m *memory) plain(run runs.Run) (plancheck.Athlete, []plancheck.Session) {
	p := m.snapshot.Athlete.Profile
	zone := p.Location()
	a := plancheck.Athlete{Level: slices.Index([]training.Level{training.Novice, training.Intermediate, training.Advanced}, p.Level), Limited: len(p.Availability) > 0}
	a.Masters = p.BirthDate != nil && run.From-*p.BirthDate >= 50*365+13
	for d := run.From - 1; d < run.From.AddDays(run.Days); d++ {
		windows, _ := p.Windows(d)
		for _, w := range windows {
			if open, any := plancheck.Open(d.Midnight(), int(w.From), int(w.To), zone); any {
				a.Windows = append(a.Windows, open)
			}
		}
	}
	if p.BirthDate != nil {
		a.Age = int(float64(run.From-*p.BirthDate) / 365.25)
	}
	for _, e := range m.racing(run) {
		race := plancheck.Race{Day: e.Date.At(0, zone), Sport: string(e.Sport), Format: formatOf(&e), Priority: string(e.Priority)}
		if e.ExpectedTSS != nil {
			race.TSS = *e.ExpectedTSS
		}
		a.Races = append(a.Races, race)
	}
	if p.StartingFitness != nil && p.StartingFitnessOn != nil {
		a.Stated, a.StatedOn = *p.StartingFitness, p.StartingFitnessOn.At(0, zone)
	}
	for i := range m.snapshot.Restrictions {
		r := &m.snapshot.Restrictions[i]
		if r.Open() {
			a.States = append(a.States, string(r.Condition))
		}
		if r.Over() {
			had := plancheck.Cleared{What: string(r.Condition), Began: r.Began().At(0, zone), Over: r.ClearedOn.At(0, zone)}
			if r.Since != nil {
				had.Birth = r.Since.At(0, zone)
			}
			had.UsualRunning, had.UsualOfArms = m.usual(run.From, training.Run), m.usual(run.From, training.Swim, training.Row, training.SkiErg, training.Kayak)
			a.Cleared = append(a.Cleared, had)
		}
	}
	if p.Priority != nil {
		a.Priority = string(*p.Priority)
	}
	a.LiftMonths, a.SportMonths = -1, map[string]int{}
	if p.StrengthExperienceMonths != nil {
		a.LiftMonths = *p.StrengthExperienceMonths
	}
	for _, e := range p.SportExperienceMonths {
		a.SportMonths[string(e.Sport)] = e.Months
	}
	for _, c := range p.Conditions {
		a.Pregnant = a.Pregnant || c == training.Pregnant
		a.No = append(a.No, sparedBy[c]...)
		a.States = append(a.States, string(c))
	}
	a.Gated = len(p.Conditions) > 0 || len(m.snapshot.Restrictions) > 0 || p.AwaitsClearance
	for _, c := range m.snapshot.CheckIns {
		if c.Sick {
			a.Eased = append(a.Eased, c.Date.At(0, zone))
		}
	}
	for _, e := range m.events {
		if told, is := e.(*runs.TargetsSet); is {
			a.Weeks = a.Weeks[:0]
			for i := range told.Weeks {
				a.Weeks = append(a.Weeks, saidOf(&told.Weeks[i], zone))
			}
		}
	}
	var sessions []plancheck.Session
	after := m.after()
	for _, b := range training.Bouts(m.snapshot.Today, m.snapshot.Activities, after) {
		d := b.Demand
		start := b.Date.At(b.Start, zone)
		long := map[training.Sport]int{training.Run: 75, training.Ride: 120, training.Swim: 60, training.Row: 60}[b.Sport]
		of := slices.IndexFunc(after, func(s training.Session) bool { return b.SessionID != "" && s.ID == b.SessionID })
		s := plancheck.Session{
			Name: b.Title, Start: start, End: start.Add(secondsOf(b.DurationSeconds)), Sport: string(b.Sport), TSS: b.TSS, HI: d.HighIntensity,
			Heavy: d.HeavyLower, Legs: d.LowerBodySeconds > 0, Done: !b.Planned, Moderate: d.Moderate,
			Long: long > 0 && b.DurationSeconds >= long*60 && float64(b.DurationSeconds) >= 1.3*m.median(b.Sport, run.From),
			Sets: m.setsOf(after, b.SessionID), RunMinutes: float64(d.RunSeconds) / 60, WalkMinutes: float64(d.WalkSeconds) / 60, Jumps: d.PlyometricContact,
			Meters: firstOf(d.RunMeters, b.DistanceMeters), LegSets: b.HardLegSets, LiftSets: d.Sets,
			Low: float64(d.LowSeconds) / 60, Middle: float64(d.ModerateSeconds) / 60, High: float64(d.HighSeconds) / 60,
		}
		for _, p := range d.Patterns {
			s.Patterns += string(p) + " "
		}
		if of >= 0 {
			s.Locked, s.Family, s.Rung, s.Flagged = after[of].Lock != nil, after[of].Family, after[of].FamilyLevel, after[of].KeyFlagged
			s.Race = b.Focus == training.FocusRacePace
		}
		sessions = append(sessions, s)
	}
	return a, sessions
}

// sparedBy is what sessions must not ask of an athlete with a condition (coaching 7.1), as section 4 calls it.
var sparedBy = map[training.Condition][]string{
	training.HurtKnee: {"knee", "imp"}, training.HurtAchilles: {"ach", "imp"}, training.HurtCalf: {"ach", "imp"}, training.HurtHamstring: {"ham"},
	training.HurtBack: {"back"}, training.HurtShoulder: {"sho"}, training.Pregnant: {"preg"},
}

// saidOf is what a plan says of one of its weeks.
func saidOf(told *runs.WeekTarget, zone *time.Location) plancheck.Week {
	w := plancheck.Week{First: told.StartsOn.At(0, zone), Phase: told.Phase.String(), StepBack: told.StepBack, Minutes: told.Minutes, Rungs: map[string]int{}}
	for _, s := range told.Sessions {
		if (s.Role == season.K || s.Role == season.K2) && s.Family != nil && s.Level != nil && !told.StepBack && told.Phase <= session.Specific {
			w.Rungs[*s.Family] = *s.Level
		}
		if s.Role == season.L {
			w.LongSport, w.LongMinutes = string(s.Sport), s.Minutes
		}
		if s.Role == season.S || s.Role == season.SShort { // a session at the stations takes no place of a lift (coaching 2.1)
			w.Lifts++
		}
	}
	return w
}

// firstOf is the first that is not 0.
func firstOf(list ...float64) float64 {
	for _, x := range list {
		if x > 0 {
			return x
		}
	}
	return 0
}

// racing are the athlete's events, and those that the wish of a run speaks of.
func (m *memory) racing(run runs.Run) []training.Event {
	var wishes wish.Wishes
	for _, h := range m.outcome.Heard {
		wishes = append(wishes, h.Wish)
	}
	heeded := m.snapshot
	heeded.Heed(&run.Request, wishes)
	return heeded.Athlete.Profile.Events
}

// formatOf is what an event is by its format, else by its sport and distance as the coaching specification reads them (1.1); empty for what only its name
// tells.
func formatOf(e *training.Event) string {
	if e.Format != nil {
		return string(*e.Format)
	}
	if e.DistanceMeters == nil {
		return ""
	}
	for _, f := range []struct {
		sport    training.Sport
		from, to float64 // km
		format   training.EventFormat
	}{
		{training.Run, 4.5, 6, training.Run5K}, {training.Run, 9, 11, training.Run10K}, {training.Run, 20, 22.5, training.RunHalf}, {training.Run, 41, 43.5, training.RunMarathon},
		{training.Run, 43.5, 1000, training.RunUltra}, {training.Ride, 0, 50, training.RideTT}, {training.Swim, 0, 5, training.SwimPool}, {training.Ride, 60, 140, training.RideFondo}, {training.Ride, 150, 1000, training.RideCentury}, {training.Other, 0, 35, training.TriSprint},
		{training.Other, 45, 60, training.TriOlympic}, {training.Other, 100, 125, training.TriHalf}, {training.Other, 200, 1000, training.TriFull}, {training.Row, 0, 2.5, training.Row2K},
	} {
		if km := *e.DistanceMeters / 1000; e.Sport == f.sport && km >= f.from && km <= f.to {
			return string(f.format)
		}
	}
	return ""
}

// usual is how many minutes of some sports a usual week had: the mean of the best three of the six before the plan that had any.
func (m *memory) usual(from training.Date, sports ...training.Sport) float64 {
	var weeks [6]float64
	for _, b := range training.Bouts(m.snapshot.Today, m.snapshot.Activities, m.snapshot.Sessions) {
		if back := int(from - b.Date - 1); !b.Planned && back >= 0 && back < 42 && slices.Contains(sports, b.Sport) {
			weeks[back/7] += float64(b.DurationSeconds) / 60
		}
	}
	slices.Sort(weeks[:])
	sum, n := 0.0, 0.0
	for _, minutes := range weeks[3:] {
		if minutes > 0 {
			sum, n = sum+minutes, n+1
		}
	}
	return sum / max(n, 1)
}

// setsOf are the sets of one of some sessions.
func (m *memory) setsOf(sessions []training.Session, id training.SessionID) (sets []plancheck.Set) {
	for _, s := range sessions {
		for _, w := range m.library {
			if id == "" || s.ID != id || w.ID != s.WorkoutID {
				continue
			}
			for _, b := range w.Blocks {
				sets = append(sets, setsIn(b.Steps)...)
			}
		}
	}
	return sets
}

func setsIn(steps training.Steps) (sets []plancheck.Set) {
	for _, step := range steps {
		switch s := step.(type) {
		case training.RepeatStep:
			sets = append(sets, setsIn(s.Steps)...)
		case training.StrengthStep:
			for _, group := range s.Sets { // the library's are all counted in repetitions
				set := plancheck.Set{Reps: group.Amount.High, Reserve: -1}
				if group.Load.RepsInReserve != nil {
					set.Reserve = *group.Load.RepsInReserve
				}
				if group.Load.FractionOfOneRepMax != nil {
					set.Fraction = *group.Load.FractionOfOneRepMax
				}
				sets = append(sets, set)
			}
		}
	}
	return sets
}

func (m *memory) median(sport training.Sport, from training.Date) float64 {
	var list []int
	for _, a := range m.snapshot.Activities {
		if a.Sport == sport && a.Date >= from-28 {
			list = append(list, a.DurationSeconds)
		}
	}
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return float64(list[len(list)/2])
}

func TestScenariosKeepTheRules(t *testing.T) {
	withoutRace(t)
	seeds := many(20, 5, 2)
	for name, build := range scenarios {
		for seed := range seeds {
			m, run := build(), request(14)
			run.Seed = seed
			before := slices.Clone(m.snapshot.Sessions)
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s, seed %d: %s", name, seed, *m.outcome.Failure)
			}
			if faults := m.faults(run); len(faults) > 0 {
				t.Errorf("%s, seed %d: %v\n%s", name, seed, faults, m.table(run))
			}
			after := m.after()
			for _, lock := range before {
				if !slices.ContainsFunc(after, func(s training.Session) bool { return reflect.DeepEqual(s, lock) }) {
					t.Errorf("%s, seed %d: a lock was touched", name, seed)
				}
			}
		}
	}
}

// The asserts of science §4 that the scenarios are for.
func TestScenarioAsserts(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	plan(t, m, run)
	for _, s := range m.after() {
		if d := int(s.Date - monday); d%7 == 0 || d%7 == 4 {
			t.Errorf("S2: %s on %s, which has no hours", s.Title, s.Date.Weekday())
		}
	}
	m, run = powerlifter(), request(14)
	plan(t, m, run)
	var runs [2]int
	for _, s := range m.after() {
		if s.Sport == training.Run {
			runs[int(s.Date-monday)/7]++
		}
	}
	if runs[0] < 1 || runs[0] > 3 || runs[1] < 1 || runs[1] > 3 {
		t.Errorf("S8: %v runs a week, want one to three\n%s", runs, m.table(run))
	}
}

func TestSameSeedSamePlan(t *testing.T) {
	withoutRace(t)
	for name, build := range scenarios {
		transcript := func(procs int) string {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
			m, run := build(), request(14)
			run.Seed = 7
			plan(t, m, run)
			text, err := json.Marshal([]any{m.outcome, m.calendar})
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
		if transcript(1) != transcript(2) {
			t.Errorf("%s: two runs with one seed differ", name)
		}
	}
}

// A process that dies after any record leaves a run that the next one finishes with the same plan.
func TestResume(t *testing.T) {
	whole, run := noviceHybrid(), request(14)
	plan(t, whole, run)
	for diesAt := 1; diesAt <= whole.records; diesAt++ {
		m := noviceHybrid()
		m.diesAt = diesAt
		err := newPlanner(m).Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1})
		if !errors.Is(err, errDied) {
			t.Fatalf("record %d: %v", diesAt, err)
		}
		if err := newPlanner(m).Run(context.Background(), run, m.progress, runs.Lease{RunID: run.ID, Token: 2}); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(m.calendar, whole.calendar) {
			t.Fatalf("death after record %d: another plan", diesAt)
		}
		finished := map[runs.Stage]int{}
		for i, e := range m.events {
			if e.Head().Sequence != i+1 {
				t.Fatalf("event %d has sequence %d", i+1, e.Head().Sequence)
			}
			if f, is := e.(*runs.StageFinished); is {
				finished[f.Stage]++
			}
			if runs.Terminal(e) != (i == len(m.events)-1) {
				t.Fatalf("event %d of %d is %s", i+1, len(m.events), e.Kind())
			}
		}
		for _, stage := range []runs.Stage{runs.Analyze, runs.Retrieve, runs.Propose} {
			if finished[stage] != 1 {
				t.Errorf("death after record %d: %s was done %d times", diesAt, stage, finished[stage])
			}
		}
	}
}

func TestF31CalendarThatMoves(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	m.moves = 2
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded || m.calendar.Revision != 3 {
		t.Errorf("got %s on revision %d", m.outcome.Status, m.calendar.Revision)
	}
	m = noviceHybrid()
	m.moves = 99
	plan(t, m, run)
	last, failed := m.events[len(m.events)-1].(*runs.RunFailed)
	if !failed || last.Code != "CONFLICT" || m.outcome.Status != runs.Failed {
		t.Errorf("a calendar that never rests: %+v", m.events[len(m.events)-1])
	}
}

func TestCancel(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	m.cancels = true
	plan(t, m, run)
	if m.outcome.Status != runs.Cancelled || m.calendar != nil || len(m.events) != 1 {
		t.Errorf("got %+v after %d events", m.outcome, len(m.events))
	}
}

func TestProposalAlone(t *testing.T) {
	m, run := noviceHybrid(), request(14)
	run.Apply = false
	plan(t, m, run)
	if m.calendar != nil || m.outcome.Status != runs.Succeeded || len(m.outcome.Proposal) < 5 {
		t.Errorf("got %+v", m.outcome)
	}
}

// Science X1: locks that contradict each other end the run with their names.
func TestContradictingLocks(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	m.snapshot.Sessions = nil
	m.lock(2, "06:00", "VO2max threes").lock(3, "06:00", "Short threshold ride")
	plan(t, m, run)
	last, failed := m.events[len(m.events)-1].(*runs.RunFailed)
	if !failed || last.Code != "CONFLICT" || m.calendar != nil {
		t.Fatalf("got %+v", m.events[len(m.events)-1])
	}
	set := last.Certificate.Conflicts[0]
	if set.RuleIDs[0] != "INT-1" || len(set.Sessions) != 2 || len(set.Repairs) == 0 {
		t.Errorf("got %+v", set)
	}
}

// Coaching §8 WHO-5: what is never proposed to an athlete does not stand by a lock either, neither by its family nor by what it is made of. The
// run ends with what clashes and the ways out, and goes through when one of them is taken.
func TestLocksOfWhatIsNeverProposed(t *testing.T) {
	twelve := 12
	lifter := athlete(training.Intermediate, training.PriorityHybrid).past(3, training.Strength, 45, 27, legSets(4))
	lifter.snapshot.Athlete.Profile.StrengthExperienceMonths = &twelve
	for _, never := range []struct {
		m           *memory
		title, says string
	}{
		{lifter, "Barbell power", "never proposed to the athlete: Hang power clean"},
		{athlete(training.Novice, training.PriorityEndurance).past(2, training.Ride, 60, 40).past(5, training.Ride, 60, 40), "VO2max threes", "asks for more experience"},
	} {
		m, run := never.m, request(14)
		m.lock(2, "18:00", never.title)
		plan(t, m, run)
		last, failed := m.events[len(m.events)-1].(*runs.RunFailed)
		if !failed || last.Code != "CONFLICT" || m.calendar != nil {
			t.Fatalf("%s: got %+v", never.title, m.events[len(m.events)-1])
		}
		at := slices.IndexFunc(last.Certificate.Conflicts, func(set rules.ConflictSet) bool { return set.RuleIDs[0] == "WHO-5" })
		if at < 0 || !strings.Contains(last.Message, never.says) {
			t.Fatalf("%s: %s", never.title, last.Message)
		}
		set, families := last.Certificate.Conflicts[at], m.lockedFamilies(run)
		if len(set.Sessions) != 1 || set.Sessions[0].ID != m.snapshot.Sessions[0].ID {
			t.Errorf("%s: got %+v", never.title, set)
		}
		for _, r := range set.Repairs {
			if r.SessionID == nil || *r.SessionID != set.Sessions[0].ID {
				t.Errorf("%s: %+v is of another session", never.title, r)
			}
			if r.WorkoutID != nil && families[*r.WorkoutID].Forbidden != "" {
				t.Errorf("%s: the way out is never proposed either: %s", never.title, families[*r.WorkoutID].Forbidden)
			}
		}
		if !slices.ContainsFunc(set.Repairs, func(r rules.Repair) bool { return r.Unlock }) {
			t.Errorf("%s: no way out unlocks it: %+v", never.title, set.Repairs)
		}
		m.snapshot.Sessions[0].Lock = nil
		m.events, m.outcome, m.calendar, m.progress = nil, nil, nil, nil
		if plan(t, m, run); m.outcome.Status != runs.Succeeded {
			t.Errorf("%s, unlocked: %s", never.title, *m.outcome.Failure)
		}
	}
}

// Coaching §8 WIN-1: a lock out of its season is planned around, and the certificate tells of it. What a plan has put there stands.
func TestLockOutOfItsSeason(t *testing.T) {
	for _, test := range []struct {
		run    training.RunID
		passed bool
	}{{"", false}, {"an earlier one", true}} {
		m, run := powerlifter(), request(14)
		for i := range m.snapshot.Sessions {
			m.snapshot.Sessions[i].RunID = test.run
		}
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Fatal(*m.outcome.Failure)
		}
		broken := slices.ContainsFunc(m.outcome.Certificate.Violations(), func(c rules.RuleCheck) bool {
			return c.RuleID == "WIN-1" && c.Severity == rules.Soft && strings.Contains(c.Message, "not for this part of the season")
		})
		if broken == test.passed {
			t.Errorf("put there by %q: broken %v", test.run, broken)
		}
	}
}

func TestGoalOutOfReach(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	goal := 120.0
	run.TargetFitness = &goal
	plan(t, m, run)
	last, failed := m.events[len(m.events)-1].(*runs.RunFailed)
	if !failed || last.Code != "INFEASIBLE" || !slices.Equal(last.Certificate.Conflicts[0].RuleIDs, []rules.ID{"GOAL", "LD-1"}) {
		t.Errorf("got %+v", m.events[len(m.events)-1])
	}
}

// A fitness cannot be wanted where nobody knows what it is now.
func TestGoalWhereNothingIsKnown(t *testing.T) {
	m, run := athlete(training.Intermediate, training.PriorityEndurance), request(14)
	goal := 50.0
	run.TargetFitness = &goal
	plan(t, m, run)
	last, failed := m.events[len(m.events)-1].(*runs.RunFailed)
	if !failed || last.Code != "INSUFFICIENT_DATA" || last.Certificate == nil || m.calendar != nil {
		t.Errorf("got %+v", m.events[len(m.events)-1])
	}
}

// A replan keeps what is planned and done, and changes only what a rule asks for.
func TestReplanKeepsWhatStands(t *testing.T) {
	m, run := triathlete(), request(14)
	plan(t, m, run)
	m.snapshot.Sessions, m.snapshot.Revision = m.after(), 2
	m.events, m.outcome, m.calendar, m.progress = nil, nil, nil, nil
	run.KeepPlanned, run.ID = true, "6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b22"
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded || len(m.calendar.Save)+len(m.calendar.Remove) > 0 {
		t.Errorf("a calendar that keeps the rules was changed: %+v", m.calendar)
	}
	// A new ban on running: what runs must go or give way, the rest stays.
	m.snapshot.CheckIns = []training.CheckIn{{Date: monday - 1, BannedSports: []training.Sport{training.Run}}}
	m.events, m.outcome, m.calendar, m.progress = nil, nil, nil, nil
	kept := len(m.snapshot.Sessions)
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	for _, s := range m.after() {
		if s.Sport == training.Run {
			t.Errorf("%s still runs", s.Title)
		}
	}
	if len(m.after()) < kept/2 || !slices.ContainsFunc(m.outcome.Changes, func(c runs.Change) bool { return strings.HasPrefix(c.Reason, "RED-2: ") }) {
		t.Errorf("%d of %d sessions are left", len(m.after()), kept)
	}
}

func randomAthlete(random *rand.Rand) *memory {
	levels := []training.Level{training.Novice, training.Intermediate, training.Advanced}
	priorities := []training.Priority{training.PriorityEndurance, training.PriorityStrength, training.PriorityHybrid}
	m := athlete(levels[random.IntN(3)], priorities[random.IntN(3)])
	m.snapshot.Athlete.Profile.TimeZone = []string{"Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "UTC"}[random.IntN(4)]
	birth := monday.AddDays(-(19 + random.IntN(45)) * 365)
	m.snapshot.Athlete.Profile.BirthDate = &birth
	threshold(230 + random.IntN(180))(m)
	days := []string{"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"}
	if random.IntN(4) > 0 {
		for _, day := range days {
			switch random.IntN(5) {
			case 0:
			case 1: // a night shift
				m.available(day + " 22:00-01:30")
			case 2:
				m.available(day+" 06:00-07:15", day+" 17:30-20:00")
			default:
				m.available(fmt.Sprintf("%s %02d:00-%02d:30", day, 5+random.IntN(5), 10+random.IntN(9)))
			}
		}
	}
	sports := []training.Sport{training.Run, training.Ride, training.Swim, training.Row, training.Strength}
	for range random.IntN(6) {
		sport := sports[random.IntN(len(sports))]
		minutes := 25 + random.IntN(100)
		m.past(1+random.IntN(7), sport, minutes, float64(minutes)*(0.5+random.Float64()*0.6), km(float64(minutes)/6))
	}
	return m
}

func TestRandomAthletes(t *testing.T) {
	withoutRace(t)
	n := many(1000, 60, 20)
	random := rand.New(rand.NewPCG(11, 12))
	planned, lifts := 0, 0
	for i := range n {
		m, run := randomAthlete(random), request(7+random.IntN(15))
		run.Seed = i
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Errorf("athlete %d: %s", i, *m.outcome.Failure)
			continue
		}
		planned += len(m.calendar.Save)
		if faults := m.faults(run); len(faults) > 0 {
			t.Errorf("athlete %d: %v\n%s", i, faults, m.table(run))
		}
		if p := m.snapshot.Athlete.Profile; p.Level == training.Novice {
			for _, s := range m.after() {
				lifts += len(m.setsOf([]training.Session{s}, s.ID))
			}
		}
		if t.Failed() && i > 50 {
			return
		}
	}
	if lifts < n/10 {
		t.Errorf("novices have %d sets to keep something in reserve in", lifts)
	}
	if planned < 4*n {
		t.Errorf("only %d sessions for %d athletes", planned, n)
	}
}

func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		m := triathlete()
		plan(b, m, request(14))
	}
}
