package planner_test

import (
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// Who walks or hikes for hours every Sunday has one long session on foot in each week, as long as the ladder asks for: three quarters of the usual in the
// easier first week, no less than usual in the second. An hour's walk does not stand for it.
func TestLongSessionsOnFootAreLong(t *testing.T) {
	for _, sport := range []training.Sport{training.Hike, training.Walk} {
		for _, usual := range []int{110, 150, 210} {
			p := training.NewProfile("Europe/Berlin")
			p.Level = training.Intermediate
			m := &memory{snapshot: runs.Snapshot{Athlete: training.User{ID: "athlete", Name: "on foot", Profile: p}, Revision: 1, Today: monday - 1}}
			for week := range 8 {
				for day, minutes := range map[int]int{1: 60, 3: 60, 6: usual} {
					m.snapshot.Activities = append(m.snapshot.Activities, training.Activity{
						Date: monday.AddDays(day - 7*(week+1)), Sport: sport, DurationSeconds: 60 * minutes, TSS: float64(minutes) * .5,
					})
				}
			}
			plan(t, m, request(14))
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s of %d min: %s", sport, usual, *m.outcome.Failure)
			}
			var longest [2]int
			workouts, sessions := m.planned()
			for i := range workouts {
				week := int(sessions[i].Date-monday) / 7
				longest[week] = max(longest[week], workouts[i].DurationSeconds/60)
			}
			for week, least := range []int{usual * 65 / 100, usual * 95 / 100} {
				if longest[week] < least {
					t.Errorf("%s, after %d min every Sunday the longest of week %d has %d", sport, usual, week+1, longest[week])
				}
			}
		}
	}
}
