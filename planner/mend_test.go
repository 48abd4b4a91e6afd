package planner_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/planner/stage"
	"fortnight/planner/state"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// shelf finds workouts of a sport as the database does where nothing else is asked for.
type shelf struct{ *memory }

func (s shelf) Search(_ context.Context, _ training.UserID, p training.Profile, need runs.Need, limit int) ([]solver.Candidate, error) {
	var list []solver.Candidate
	for _, c := range everything(s.memory) {
		if slices.Contains(need.Sports, c.Workout.Sport) && len(list) < limit {
			list = append(list, c)
		}
	}
	return list, nil
}

// certified is what is said of the days of a run, on a calendar as it stands.
func (m *memory) certified(t *testing.T, s runs.Snapshot, run runs.Run) rules.Certificate {
	t.Helper()
	in, err := view.CalendarView{Snapshot: s, From: run.From, DayCount: run.Days}.RulesInput()
	if err != nil {
		t.Fatal(err)
	}
	c, err := runs.Judge(t.Context(), shelf{m}, "athlete", in, session.Lifter{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// locksSaid is what a run says where what is locked cannot hold together, nil where it can.
func (m *memory) locksSaid(t *testing.T, s runs.Snapshot, run runs.Run) *rules.Certificate {
	t.Helper()
	h := state.Horizon{Run: run, Snapshot: s.Own()}
	h.Settle()
	_, err := stage.JudgeLocks(t.Context(), shelf{m}, &h)
	if failed := (*state.Failure)(nil); errors.As(err, &failed) {
		return failed.Certificate
	}
	if err != nil {
		t.Fatal(err)
	}
	return nil
}

// mended is a calendar with a repair done to it as the database does it.
func (m *memory) mended(t *testing.T, s runs.Snapshot, r rules.Repair) runs.Snapshot {
	t.Helper()
	s = s.Own()
	at := slices.IndexFunc(s.Sessions, func(o training.Session) bool { return o.ID == *r.SessionID })
	if at < 0 {
		t.Fatalf("%q is of a session that is not there", r.Message)
	}
	o := &s.Sessions[at]
	held := o.Lock != nil || slices.Contains(s.LockedDays, o.Date)
	if r.Date != nil && slices.Contains(s.LockedDays, *r.Date) && *r.Date != o.Date {
		t.Errorf("%q leads to a locked day", r.Message)
	}
	switch r.Kind() {
	case rules.RemoveSession:
		if held != r.Unlock {
			t.Errorf("%q of what is held: %t, unlocks: %t", r.Message, held, r.Unlock)
		}
		s.Sessions = slices.Delete(s.Sessions, at, at+1)
		return s
	case rules.UnlockSession:
		o.Lock = nil
		return s
	case rules.ReplaceSession:
		w := m.library[slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == *r.WorkoutID })].For(s.Athlete.Profile.Thresholds)
		o.WorkoutID, o.Rationale, o.Title, o.Sport, o.Focus, o.Load = w.ID, nil, w.Title, w.Sport, w.Focus, w.Load
		o.Family, o.FamilyLevel = "", 0
		if read, known := session.LevelOf(w); known {
			o.Family, o.FamilyLevel = string(read.Family), read.Level
		}
	}
	if r.Date != nil {
		o.Date = *r.Date
	}
	if r.Start != nil {
		o.Start = *r.Start
	}
	return s
}

// anew are the HARD rows that a certificate has and an earlier one had not, or had less broken: by their sessions or by their days.
func anew(before, after rules.Certificate) (list []string) {
	about := func(c *rules.RuleCheck) string {
		ids := ""
		for _, s := range c.Sessions {
			ids += string(s.ID) + " "
		}
		return ids
	}
	had := state.HardOf(before)
	for _, c := range state.HardOf(after) {
		stood := slices.ContainsFunc(had, func(b rules.RuleCheck) bool {
			same := b.From == c.From && b.To == c.To || len(c.Sessions) > 0 && len(c.Sessions) <= 2 && about(&b) == about(&c)
			return b.RuleID == c.RuleID && same && (b.Margin == nil || c.Margin == nil || *c.Margin >= *b.Margin-1e-6)
		})
		if !stood {
			list = append(list, c.Reason())
		}
	}
	return list
}

// lower tells whether a certificate has fewer HARD rows broken than an earlier one, or one of them by less.
func lower(before, after rules.Certificate) bool {
	had, has := state.HardOf(before), state.HardOf(after)
	return len(has) < len(had) || len(state.Worse(has, had)) > 0
}

func sameSet(a, b rules.ConflictSet) bool {
	ids := func(s rules.ConflictSet) (list []training.SessionID) {
		for _, p := range s.Sessions {
			list = append(list, p.ID)
		}
		slices.Sort(list)
		return list
	}
	return a.RuleIDs[0] == b.RuleIDs[0] && slices.Equal(ids(a), ids(b))
}

// Each repair that is offered, by a calendar and by a run that its locks have failed, is done to the calendar as it stands, with all that
// is there and not locked. It breaks no HARD rule that held, and of what it is offered for less is broken.
func TestEveryRepairThatIsOfferedMends(t *testing.T) {
	withoutRace(t)
	random := rand.New(rand.NewPCG(18, 2))
	calendars, offered := many(600, 90, 12), map[string]int{}
	for n := range calendars {
		m, run := crowded(random)
		for i := range m.snapshot.Sessions {
			if s := &m.snapshot.Sessions[i]; s.Date >= run.From && random.IntN(2) == 0 {
				s.Lock = new([]training.LockScope{training.LockEverything, training.LockDay, training.LockStart, training.LockContent}[random.IntN(4)])
			}
		}
		if n%5 == 0 {
			m.snapshot.LockedDays = append(m.snapshot.LockedDays, run.From.AddDays(random.IntN(run.Days)))
		}
		if n%4 == 0 {
			m.snapshot.Activities = nil // nothing is known of the athlete
		}
		s, _ := m.Snapshot(t.Context(), "athlete", 0, 0)
		before := m.certified(t, s, run)
		tried := map[string]bool{}
		try := func(by string, set rules.ConflictSet, mends func(after runs.Snapshot, certificate rules.Certificate) bool) {
			for _, r := range set.RepairsWithSessions() {
				if tried[by+r.Message] {
					continue
				}
				tried[by+r.Message] = true
				offered[by+" "+string(r.Kind())]++
				after := m.mended(t, s, r)
				certificate := m.certified(t, after, run)
				if more := anew(before, certificate); len(more) > 0 {
					t.Errorf("calendar %d: %s offers %q, and then\n%s", n, by, r.Message, strings.Join(more, "\n"))
				}
				if !mends(after, certificate) {
					t.Errorf("calendar %d: %s offers %q for %s: it mends nothing", n, by, r.Message, set.Message)
				}
			}
		}
		for _, set := range before.Conflicts {
			try("a calendar", set, func(_ runs.Snapshot, c rules.Certificate) bool { return lower(before, c) })
		}
		failed := m.locksSaid(t, s, run)
		if failed == nil {
			continue
		}
		for _, set := range failed.Conflicts {
			try("a run", set, func(after runs.Snapshot, _ rules.Certificate) bool {
				again := m.locksSaid(t, after, run)
				return again == nil || !slices.ContainsFunc(again.Conflicts, func(o rules.ConflictSet) bool { return sameSet(o, set) })
			})
		}
	}
	for _, by := range []string{"a calendar", "a run"} {
		for _, kind := range []rules.RepairKind{rules.MoveSession, rules.ReplaceSession, rules.UnlockSession, rules.RemoveSession} {
			if offered[fmt.Sprint(by, " ", kind)] < calendars/30 {
				t.Errorf("of %s by %s there are %d", kind, by, offered[fmt.Sprint(by, " ", kind)])
			}
		}
	}
	t.Log(offered)
}
