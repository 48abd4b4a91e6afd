package planner_test

import (
	"fmt"
	"os"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/training"
)

// live does a fortnight as it was planned: its sessions are done, and the next plan begins where it ended.
func (m *memory) live(from training.Date) {
	m.snapshot.Sessions = m.after()
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		if s.Date < from.AddDays(14) && s.Status == training.Planned {
			s.Status = training.Completed
			s.Result = &training.SessionResult{DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS}
		}
	}
	m.snapshot.Today = from.AddDays(13)
	m.calendar, m.outcome, m.events, m.progress = nil, nil, nil, nil
}

// A season of sixteen weeks in which all is done.
func TestChain(t *testing.T) {
	withoutRace(t)
	for i, a := range athletes.Make(24, 3, monday) {
		if len(a.Profile.Events) > 0 {
			a.Profile.Events[0].Date = monday.AddDays(118)
		}
		m := synthetic(&a)
		if os.Getenv("COACH") != "" {
			fmt.Printf("\n== %d %s\n", i, a.Name)
		}
		for f := range 8 {
			from := monday.AddDays(14 * f)
			run := request(14)
			run.From = from
			run.ID = training.RunID(fmt.Sprint("run", f))
			p := newPlanner(m)
			p.Now = from.Midnight
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Errorf("%s, fortnight %d: %s", a.Name, f, *m.outcome.Failure)
				break
			}
			if hard := m.hard(run); len(hard) > 0 {
				t.Errorf("%s, fortnight %d: %v", a.Name, f, hard)
			}
			if os.Getenv("COACH") != "" {
				for w := range 2 {
					minutes, longest := 0, map[training.Sport]int{}
					keys := ""
					for _, s := range m.after() {
						if s.Date < from.AddDays(7*w) || s.Date >= from.AddDays(7*w+7) {
							continue
						}
						n := s.Load.DurationSeconds / 60
						minutes += n
						longest[s.Sport] = max(longest[s.Sport], n)
						if s.Load.Demand.HighIntensity || s.Load.Demand.Moderate || s.Focus == training.FocusVO2Max {
							keys += s.Title + "; "
						}
					}
					target := ""
					for _, e := range m.events {
						if told, is := e.(*runs.TargetsSet); is {
							target = fmt.Sprintf("%s back %t %d long %d", told.Weeks[w].Phase, told.Weeks[w].StepBack, told.Weeks[w].Minutes, deref(told.Weeks[w].LongMinutes))
						}
					}
					fmt.Printf("  w%02d %-36s %4d min longest %v %s\n", 2*f+w+1, target, minutes, longest, keys)
				}
			}
			m.live(from)
		}
	}
}
