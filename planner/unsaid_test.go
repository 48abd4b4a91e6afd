package planner_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/training"
)

// After sessions of a plan have been moved, taken away or put at another time, what is still said of it is true, and of what nothing was changed that it
// speaks of all is still said.
func TestWhatIsSaidIsTrueAfterChanges(t *testing.T) {
	withoutRace(t)
	random := rand.New(rand.NewPCG(3, 9))
	told, shortened, whole := 0, 0, 0
	spoken(t, many(300, 40, 10), func(m *memory, run runs.Run, a *athletes.Athlete) {
		planned := map[training.SessionID]training.PlannedSession{}
		for _, s := range m.after() {
			if slices.ContainsFunc(m.outcome.Proposal, func(p runs.ProposedSession) bool { return p.ID == s.ID && p.Made != "" }) {
				planned[s.ID] = s.PlannedSession
			}
		}
		for range 4 {
			snapshot := m.snapshot
			snapshot.Sessions = m.after()
			preview := view.NewPreview(view.CalendarView{Snapshot: snapshot, From: run.From, DayCount: run.Days})
			for range 1 + random.IntN(2) {
				at := random.IntN(len(preview.Sessions))
				s := &preview.Sessions[at]
				if _, is := planned[s.ID]; !is {
					continue
				}
				switch random.IntN(4) {
				case 0:
					preview.Sessions = slices.Delete(preview.Sessions, at, at+1)
				case 1:
					s.Start = training.LocalTime(360 + 15*random.IntN(50))
				default:
					s.Date = run.From.AddDays(random.IntN(run.Days))
				}
			}
			preview.Unsay()
			w := newWitness(m, run)
			w.sessions = preview.Sessions
			for i := range w.sessions {
				s := &w.sessions[i]
				p, is := planned[s.ID]
				if !is {
					continue
				}
				told++
				switch {
				case *s.Rationale == *p.Rationale:
					whole++
				case p.Alone != nil && *p.Alone == *s.Rationale:
					shortened++
				default:
					t.Fatalf("of %q it is said %q", *p.Rationale, *s.Rationale)
				}
				w.day = s.Date
				list := sentencesOf(*s.Rationale)
				w.heading(s, list[0])
				for _, text := range list[1:] {
					w.sentence(s, text)
				}
			}
			for _, f := range w.faults {
				t.Errorf("%s, %q: %s", a.Name, run.Wish, f)
			}
		}
	})
	if t.Logf("of %d told %d are shortened, %d stand whole", told, shortened, whole); shortened < told/20 || whole < told/4 {
		t.Error("the changes shorten too little or too much")
	}
}

// What is said of a session by itself names no other day of its plan.
func TestWhatIsSaidAloneNamesNoDayOfThePlan(t *testing.T) {
	withoutRace(t)
	seen := 0
	spoken(t, many(200, 20, 8), func(m *memory, run runs.Run, a *athletes.Athlete) {
		for _, p := range m.outcome.Proposal {
			if p.Alone == "" {
				continue
			}
			seen++
			for d := run.From; d < run.From.AddDays(run.Days); d++ {
				if day := d.Midnight().Format("Mon 2 Jan"); strings.Contains(p.Alone, day) {
					t.Errorf("%s: %q names %s", a.Name, p.Alone, day)
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("%d are told alone", seen)
	}
}

// What rests on a threshold, an event or on what was done is named as doing so: what is left of it names no pace, no weight, no event and no day.
func TestWhatIsSaidBareRestsOnNothing(t *testing.T) {
	withoutRace(t)
	seen := map[training.Ground]int{}
	spoken(t, many(200, 20, 8), func(m *memory, _ runs.Run, a *athletes.Athlete) {
		for _, p := range m.outcome.Proposal {
			for _, g := range p.Rests {
				seen[g]++
			}
			left := cmp.Or(p.Bare, p.Alone, p.Rationale)
			if p.Made == "" || strings.Contains(left, "You wrote: ") || strings.Contains(left, "You asked ") {
				continue
			}
			for at, text := range sentencesOf(left) {
				names := []string{"/km", "/100 m", "/500 m", " W.", " W,", "Your threshold rose", "% of your", "before " + raceOf(m), "after " + raceOf(m)}
				if at > 0 {
					names = append(names, " kg, ", "of the last", "room for it", "on Mon ", "on Tue ", "on Wed ", "on Thu ", "on Fri ", "on Sat ", "on Sun ")
				}
				for _, name := range names {
					if strings.Contains(text, name) {
						t.Errorf("%s: of %q is left %q, which names %q", a.Name, p.Rationale, left, name)
					}
				}
			}
		}
	})
	for _, g := range []training.Ground{training.OnThresholds, training.OnEvents, training.OnHours} {
		if seen[g] == 0 {
			t.Errorf("nothing that is said rests on %s", g)
		}
	}
	if len(seen) < 20 {
		t.Errorf("what is said rests on %d grounds alone", len(seen))
	}
}

// raceOf is the name of an athlete's first event.
func raceOf(m *memory) string {
	if events := m.snapshot.Athlete.Profile.Events; len(events) > 0 {
		return events[0].Name
	}
	return "no event"
}
