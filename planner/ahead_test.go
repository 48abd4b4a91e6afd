package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// A fortnight that is planned before the one ahead of it is done goes on from what stands there: no key session begins lower, and it is said after what.
// What is planned is no level that is held.
func TestPlanningAheadGoesOnFromWhatIsPlanned(t *testing.T) {
	withoutRace(t)
	followed, climbed, said := 0, 0, 0
	for _, a := range athletes.Make(12, 5, monday) {
		m := synthetic(&a)
		first := request(14)
		plan(t, m, first)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		was := map[session.ID]training.Session{}
		m.snapshot.Sessions = m.after()
		held := map[session.ID]int{}
		for _, l := range view.Levels(m.snapshot, monday) {
			held[l.Family.ID] = l.Level()
		}
		for _, s := range m.snapshot.Sessions {
			if s.Date < monday || s.Status != training.Planned {
				continue
			}
			read, fits := session.LevelOf(m.workoutOf(s.WorkoutID))
			f, _ := session.Find(read.Family)
			if fits && f.Rungs > 0 && s.Date >= was[read.Family].Date {
				s.Family, s.FamilyLevel = string(read.Family), read.Level
				was[read.Family] = s
			}
		}
		m.read()
		next := request(14)
		next.From, next.ID = monday.AddDays(14), "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b07"
		plan(t, m, next)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		seen := map[session.ID]bool{}
		for _, p := range m.outcome.Proposal {
			w := m.workoutOf(p.WorkoutID)
			read, fits := session.LevelOf(w)
			before, known := was[read.Family]
			f, _ := session.Find(read.Family)
			if !fits || !known || seen[read.Family] || p.Date < next.From || f.Class == session.Long || f.Sport == training.Strength {
				continue
			}
			seen[read.Family] = true
			followed++
			if strings.Contains(p.Rationale, "planned for ") || strings.Contains(p.Rationale, "after the planned ") {
				said++
			}
			if read.Level > before.FamilyLevel {
				climbed++
			}
			week := &briefOf(t, m).Weeks[int(p.Date-next.From)/7]
			key := slices.ContainsFunc(week.Slots, func(s season.Slot) bool { // drills of an easy day are as many as it has time for
				return s.Family() == read.Family && s.Role != season.E && s.Role != season.EPlus
			})
			if read.Level < before.FamilyLevel && key && !week.StepBack && week.Standing.Phase != session.Taper {
				t.Errorf("%s: %s of %s after %s: %s", a.Name, w.Title, p.Date, before.Title, p.Rationale)
			}
		}
		for _, l := range view.Levels(m.snapshot, monday) {
			if l.Level() != held[l.Family.ID] {
				t.Errorf("%s: %s is held at %d by what is only planned, not at %d", a.Name, l.Family.ID, l.Level(), held[l.Family.ID])
			}
		}
	}
	if followed < 10 || climbed < 3 || said < 5 {
		t.Errorf("%d followed, %d climbed, %d said after what", followed, climbed, said)
	}
}

// workoutOf is a workout of the library.
func (m *memory) workoutOf(id training.WorkoutID) training.Workout {
	return m.library[slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == id })]
}

// read has the calendar say of its sessions which families they are of, as what is stored does.
func (m *memory) read() {
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		if read, fits := session.LevelOf(m.workoutOf(s.WorkoutID)); fits {
			s.Family, s.FamilyLevel = string(read.Family), read.Level
		}
	}
}
