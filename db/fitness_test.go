package db_test

import (
	"testing"

	"fortnight/planner/view"
	"fortnight/training"
)

// history logs what an athlete did over five years, with pauses, and completes sessions of the years before by hand and by activities. It
// returns the load of each day.
func (w *world) history(athlete training.User) map[training.Date]float64 {
	w.Helper()
	loads := map[training.Date]float64{}
	sports := []training.Sport{training.Row, training.Ride, training.Strength, training.Swim} // none that fulfils the runs
	var activities []training.Activity
	for back := 1800; back > 0; back -= 2 + back%3 {
		if back > 1350 && back < 1500 || back > 700 && back < 800 {
			continue
		}
		a := training.Activity{
			AthleteID: athlete.ID, Date: today.AddDays(-back), Sport: sports[back%len(sports)], DurationSeconds: 3600, TSS: float64(20+back%61) / 3,
			LoadMethod: training.RPE,
		}
		activities = append(activities, a)
		loads[a.Date] += a.TSS
	}
	for len(activities) > 0 {
		n := min(200, len(activities))
		w.log(athlete, activities[:n]...)
		activities = activities[n:]
	}
	run := w.workout(athlete, easyRun("Run"))
	for back := 1700; back > 400; back -= 50 {
		day := today.AddDays(-back)
		switch s := w.session(athlete, run.ID, day, 1200); back % 3 {
		case 0:
			_, err := w.db.SkipSession(w.ctx, athlete.ID, s.ID, nil)
			w.check(err)
		case 1:
			_, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 3000, TSS: 41.3})
			w.check(err)
			loads[day] += 41.3
		default: // by hand, and then by an activity of the next day
			_, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 3000, TSS: 99})
			w.check(err)
			done := training.Activity{
				AthleteID: athlete.ID, Date: day + 1, Sport: training.Run, DurationSeconds: 2700, TSS: 37.7, LoadMethod: training.RPE, SessionID: s.ID,
			}
			w.log(athlete, done)
			loads[day+1] += 37.7
		}
	}
	return loads
}

// A day has one fitness, to the last bit, whichever days of the calendar are read: it is reckoned from the first day on which something
// was done, by all that counts.
func TestADayHasOneFitness(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	loads := w.history(athlete)
	twice := w.log(athlete, training.Activity{ // a second recording, which does not count
		AthleteID: athlete.ID, Date: today.AddDays(-1800), Sport: training.Run, DurationSeconds: 3600, TSS: 30, LoadMethod: training.RPE,
	})
	w.exec(`UPDATE activities SET duplicate_of = (SELECT id FROM activities WHERE athlete_id = $1 AND date = $2 AND id <> $3 LIMIT 1) WHERE id = $3`,
		athlete.ID, today.AddDays(-1800).String(), twice[0].ID)

	seen := map[training.Date]training.FitnessPoint{}
	past := 0
	for back := 1820; back >= -20; back -= 13 {
		from := today.AddDays(-back)
		s, err := w.db.CalendarSnapshot(w.ctx, athlete.ID, athlete.ID, from, 28)
		w.check(err)
		past = max(past, len(s.Past))
		for _, day := range (view.CalendarView{Snapshot: s, From: from, DayCount: 28}).Days() {
			if day.Fitness == nil {
				if day.Date >= today.AddDays(-1800) {
					t.Errorf("%s from %s: no fitness", day.Date, from)
				}
				continue
			}
			if was, twice := seen[day.Date]; twice && was != *day.Fitness {
				t.Fatalf("%s from %s: %+v, elsewhere %+v", day.Date, from, *day.Fitness, was)
			}
			seen[day.Date] = *day.Fitness
			if got, want := day.Fitness.TSS, loads[day.Date]; day.Date < today && (got-want > 1e-9 || want-got > 1e-9) {
				t.Errorf("%s: %g TSS, want %g", day.Date, got, want)
			}
		}
	}
	if len(seen) < 1800 || past < 300 {
		t.Errorf("%d days were seen, and %d loads were past", len(seen), past)
	}
	state := seen[today.AddDays(-1800)]
	reckoned := training.State{Fitness: state.Fitness, Fatigue: state.Fatigue}
	for day := today.AddDays(-1800); day < today; day++ {
		if p := seen[day]; p.Fitness-reckoned.Fitness > 1e-6 || reckoned.Fitness-p.Fitness > 1e-6 {
			t.Fatalf("%s begins with %g, and what was done before makes %g", day, p.Fitness, reckoned.Fitness)
		}
		reckoned = reckoned.After(loads[day])
	}
}
