package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/gate"
	"fortnight/library"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// against are the sessions of a calendar that go against what is stated, by RED-6, with how much that binds.
func (m *memory) against(run runs.Run) map[training.SessionID]rules.Severity {
	after := m.snapshot
	after.Sessions = m.after()
	found := map[training.SessionID]rules.Severity{}
	for _, v := range rules.Check(after.RulesInput(run.From, run.Days)).Violations() {
		if v.RuleID == "RED-6" {
			found[v.Sessions[0].ID] = v.Severity
		}
	}
	return found
}

func runnerWithAPlan(t *testing.T) (*memory, runs.Run) {
	m := athlete(training.Intermediate, training.PriorityEndurance)
	for back := 1; back <= 42; back += 2 {
		m.past(back, training.Run, 45, 45)
	}
	m.past(2, training.Ride, 60, 50).past(9, training.Ride, 60, 50)
	run := request(14)
	plan(t, m, run)
	return m, run
}

func isRun(s training.Session) bool { return s.Load.Demand.RunSeconds > 0 }

// A plan that keeps what is planned does not keep what somebody has come to state since: what hurts rules it out, said in the wish, as a restriction, in a
// check-in that bans it, or as a wish for all the days. What is locked stays, and is told wherever the plan and the calendar are judged.
func TestWhatIsStatedIsNotKept(t *testing.T) {
	stated := map[string]func(m *memory, r *runs.Run){
		"a wish of a sore calf": func(_ *memory, r *runs.Run) { r.Wish = "my calf is sore" },
		"a wish of no running":  func(_ *memory, r *runs.Run) { r.Wish = "no running for 2 weeks" },
		"a restriction": func(m *memory, _ *runs.Run) {
			m.snapshot.Restrictions = []training.Restriction{{ID: "r", Condition: training.HurtCalf, SaidOn: monday - 1}}
		},
		"a condition": func(m *memory, _ *runs.Run) {
			m.snapshot.Athlete.Profile.Conditions = []training.Condition{training.HurtKnee}
		},
		"a check-in": func(m *memory, _ *runs.Run) {
			m.snapshot.CheckIns = []training.CheckIn{{Date: monday - 1, BannedSports: []training.Sport{training.Run}}}
		},
	}
	for name, state := range stated {
		t.Run(name, func(t *testing.T) {
			m, run := runnerWithAPlan(t)
			before := slices.DeleteFunc(m.after(), func(s training.Session) bool { return !isRun(s) })
			if len(before) < 4 {
				t.Fatalf("%d runs to begin with", len(before))
			}
			m.again(t, run, func(r *runs.Run) {
				r.KeepPlanned = true
				state(m, r)
			})
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s: %s", m.outcome.Status, deref(m.outcome.Failure))
			}
			if stands := slices.DeleteFunc(m.after(), func(s training.Session) bool { return !isRun(s) }); len(stands) > 0 {
				t.Errorf("%d runs stand, %s %s among them", len(stands), stands[0].Date, stands[0].Title)
			}
			if len(m.after()) < 4 {
				t.Errorf("%d sessions are in the place of %d runs", len(m.after()), len(before))
			}
			if broken := state6(m.outcome.Certificate); len(broken) > 0 {
				t.Errorf("the plan's certificate: %v", broken)
			}
			if !strings.Contains(m.last(), "Not kept, as it may not be done: ") {
				t.Error(m.last())
			}
		})
	}
}

// state6 are the messages of RED-6 in a certificate.
func state6(c *rules.Certificate) (list []string) {
	for _, v := range c.Violations() {
		if v.RuleID == "RED-6" {
			list = append(list, string(v.Severity)+": "+v.Message)
		}
	}
	return list
}

// What is locked against what is stated stays. The plan tells of it, SOFT and in its notes, and the calendar breaks a HARD rule, which a coach is shown.
func TestALockAgainstWhatIsStated(t *testing.T) {
	m, run := runnerWithAPlan(t)
	m.snapshot.Sessions = m.after()
	lock := training.LockEverything
	at := slices.IndexFunc(m.snapshot.Sessions, isRun)
	locked := &m.snapshot.Sessions[at]
	locked.Lock = &lock
	m.calendar, m.outcome = nil, nil
	m.snapshot.Restrictions = []training.Restriction{{ID: "r", Condition: training.HurtCalf, SaidOn: monday - 1}}
	id := locked.ID
	m.again(t, run, func(r *runs.Run) { r.KeepPlanned = true })
	if m.outcome.Status != runs.Succeeded {
		t.Fatalf("%s: %s", m.outcome.Status, deref(m.outcome.Failure))
	}
	if told := state6(m.outcome.Certificate); len(told) != 1 || !strings.HasPrefix(told[0], "SOFT") || !strings.Contains(told[0], "a sore calf: no run") {
		t.Errorf("the plan's certificate: %v", told)
	}
	if note := m.outcome.Certificate.NoteOf("RED-6"); !strings.Contains(note, "stands against what is stated (a sore calf: no run") {
		t.Errorf("the plan notes %q", note)
	}
	if found := m.against(run); len(found) != 1 || found[id] != rules.Hard {
		t.Errorf("on the calendar: %v", found)
	}
	s := m.snapshot
	s.Sessions = m.after()
	shown := false
	for _, a := range view.AttentionTo(s, rules.Check(s.RulesInput(run.From, run.Days)).Violations(), nil) {
		shown = shown || a.Kind == view.AttentionBrokenRule && a.Session == id && strings.Contains(a.Message, "a sore calf")
	}
	if !shown {
		t.Error("no attention to it")
	}
}

// What a session goes against by what it was measured as its workout is forbidden by, so that nothing that is proposed goes against it; and of what is
// forbidden little is not seen by that: targets by heart rate, and how each set is loaded.
func TestASessionGoesAgainstWhatItsWorkoutIsForbiddenBy(t *testing.T) {
	forbidden, seen := 0, 0
	for _, c := range training.Conditions {
		b := gate.Read([]training.Condition{c}, gate.Known{From: monday})
		for _, w := range library.Workouts() {
			w = w.For(training.Thresholds{})
			read, _ := session.Of(&w)
			s := training.Session{Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: string(read.Family), FamilyLevel: read.Level}
			because, why := b.Against(&s, read.Family)
			_, bad := b.Forbids(&w)
			if because != "" && !bad {
				t.Fatalf("%s goes against %s (%s), and is not forbidden", w.Title, because, why)
			}
			if bad {
				forbidden++
			}
			if because != "" {
				seen++
			}
		}
	}
	t.Logf("%d of %d are seen", seen, forbidden)
	if seen*100 < 97*forbidden {
		t.Errorf("%d of %d workouts that conditions forbid are seen", seen, forbidden)
	}
}

// An event that was entered after the days were planned takes from what a request keeps what no longer suits it: nothing stands on its day, nothing hard
// shortly before but what opens for it, no long session, and the plan says what it did not keep.
func TestAnEventEnteredSinceIsPlannedFor(t *testing.T) {
	for _, priority := range []training.EventPriority{training.EventA, training.EventB, training.EventC} {
		t.Run(string(priority), func(t *testing.T) {
			m, run := runnerWithAPlan(t)
			before := m.after()
			at := -1
			for i := range before { // on the day of the longest run
				if s := &before[i]; s.Date > run.From+3 && isRun(*s) && (at < 0 || s.Load.DurationSeconds > before[at].Load.DurationSeconds) {
					at = i
				}
			}
			format := training.RunHalf
			race := training.Event{ID: "race", Name: "Town half", Date: before[at].Date, Sport: training.Run, Priority: priority, Format: &format}
			m.again(t, run, func(r *runs.Run) {
				r.KeepPlanned = true
				m.snapshot.Athlete.Profile.Events = append(m.snapshot.Athlete.Profile.Events, race)
			})
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s: %s", m.outcome.Status, deref(m.outcome.Failure))
			}
			after := m.after()
			for i := range after {
				s := &after[i]
				f, _ := session.Find(session.ID(s.Family))
				left, opens := int(race.Date-s.Date), f.Days != session.Span{}
				if left == 0 && s.Sport != training.Mobility || left > 0 && left <= 3 && priority != training.EventC && s.Load.Demand.HighIntensity && !opens {
					t.Errorf("%s stands on %s, %d days before", s.Title, s.Date, left)
				}
			}
			told := 0
			for _, c := range m.outcome.Changes { // what goes for the race goes for no other reason
				if (c.Kind == runs.Removed || c.Kind == runs.Replaced) && c.Date == race.Date {
					if told++; !strings.HasPrefix(c.Reason, "It stands too near to Town half.") {
						t.Errorf("of the day of the race it is said %q", c.Reason)
					}
				}
			}
			if told == 0 {
				t.Error("nothing is said of the day of the race")
			}
			if !strings.Contains(m.last(), "Not kept, as it may not be done: ") || !strings.Contains(m.last(), "too near to Town half") {
				t.Error(m.last())
			}
		})
	}
}
