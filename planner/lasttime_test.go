package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/prose"
	"fortnight/session"
	"fortnight/training"
)

// A plan goes on from what was done of the one before: its words look back at it truly, and a session with a ladder stands at most two rungs
// above the best that was done of its family.
func TestAPlanGoesOnFromWhatWasDone(t *testing.T) {
	withoutRace(t)
	back, climbed := 0, 0
	for _, a := range athletes.Make(10, 5, monday) {
		m := synthetic(&a)
		for f := range 2 {
			run := request(14)
			run.From, run.ID = monday.AddDays(14*f), training.RunID(fmt.Sprintf("5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b0%d", f))
			p := newPlanner(m)
			p.Now = run.From.Midnight
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s, fortnight %d: %s", a.Name, f, *m.outcome.Failure)
			}
			if f == 0 {
				m.live(run.From)
				continue
			}
			w := newWitness(m, run)
			for _, p := range m.outcome.Proposal {
				if at := slices.IndexFunc(w.sessions, func(s training.Session) bool { return s.ID == p.ID }); p.Made != "" && at >= 0 {
					w.day = p.Date
					w.heading(&w.sessions[at], sentencesOf(p.Rationale)[0])
				}
			}
			for _, fault := range w.faults {
				t.Errorf("%s: %s", a.Name, fault)
			}
			looked, up := w.goesOn(t)
			back, climbed = back+looked, climbed+up
		}
	}
	if back < 8 || climbed < 8 {
		t.Errorf("%d sessions are told beside one that was done, %d stand on a rung above the best", back, climbed)
	}
}

// goesOn counts the sessions whose words look back at what was done, and those that stand above the best rung that was done.
func (w *witness) goesOn(t *testing.T) (looked, up int) {
	best := map[string]int{}
	for i := range w.sessions {
		if s := &w.sessions[i]; s.Date < w.run.From && s.Status == training.Completed {
			best[s.Family] = max(best[s.Family], s.FamilyLevel)
		}
	}
	for i := range w.sessions {
		s := &w.sessions[i]
		f, known := session.Find(session.ID(s.Family))
		if !known || s.Date < w.run.From {
			continue
		}
		if last := w.lastOf(s); last != nil && last.Date < w.run.From && s.Rationale != nil && strings.Contains(*s.Rationale, prose.Day(last.Date)) {
			looked++
		}
		if was := best[s.Family]; f.Rungs > 0 && was > 0 && s.FamilyLevel > was {
			if up++; s.FamilyLevel > was+2 {
				t.Errorf("%s, %s: rung %d, done was %d at most", prose.Day(s.Date), s.Title, s.FamilyLevel, was)
			}
		}
	}
	return looked, up
}
