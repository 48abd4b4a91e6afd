package planner_test

import (
	"fmt"
	"slices"
	"testing"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// Seasons of athletes who are not among the synthetic ones, and of some who do not do all that is planned.

// lives does of each session of a fortnight what it is told: all of it, a part, nothing.
func (m *memory) lives(from training.Date, share func(*training.Session) float64) {
	m.live(from)
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		if s.Date < from || s.Date >= from.AddDays(14) {
			continue
		}
		switch part := share(s); {
		case part == 0:
			s.Status, s.Result = training.Skipped, nil
		case part < 1:
			s.Result.CompletedShare = &part
			s.Result.DurationSeconds, s.Result.TSS = int(part*float64(s.Result.DurationSeconds)), part*s.Result.TSS
		}
	}
}

// fortnights plans so many in a row, each as the ones before were lived, and hands each to a look at it. None breaks a HARD rule.
func (m *memory) fortnights(t *testing.T, count int, look func(f int, sessions []stood), live func(from training.Date)) {
	t.Helper()
	for f := range count {
		run := request(14)
		run.From, run.ID = monday.AddDays(14*f), training.RunID(fmt.Sprint("run", f))
		p := newPlanner(m)
		p.Now = run.From.Midnight
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Fatalf("fortnight %d: %s", f, *m.outcome.Failure)
		}
		if hard := m.hard(run); len(hard) > 0 {
			t.Errorf("fortnight %d: %v", f, hard)
		}
		look(f, m.stands(run.From, run.From+13))
		live(run.From)
	}
}

// weekly is the sum of the minutes of each of two weeks.
func weekly(sessions []stood, from training.Date) (minutes [2]int) {
	for _, s := range sessions {
		if s.Sport != training.Mobility {
			minutes[(s.Date-from)/7] += s.Load.DurationSeconds / 60
		}
	}
	return minutes
}

// rungsOf are the rungs of a family in some sessions, in order.
func rungsOf(sessions []stood, id session.ID) (levels []int) {
	for _, s := range ofFamily(sessions, id) {
		levels = append(levels, s.level)
	}
	return levels
}

// halfRunner runs four times a week toward a half marathon; his threshold runs are known.
func halfRunner(days int) *memory {
	return somebody(training.Intermediate, training.PriorityEndurance, 36, pace(285)).
		races("Half marathon", training.Run, training.RunHalf, monday.AddDays(days), 0, 21_100).
		lived(monday, 10, 1, 0, usually(tue, training.Run, 50).km(9).rung("R-THR", 3), usually(thu, training.Run, 45).km(8), usually(sat, training.Run, 40).km(7),
			usually(sun, training.Run, 75).km(13))
}

// Who keeps what is there on the bicycle has no fourteen weeks of one ride: the key sessions of base take turns by fortnights, and the weeks stay what they are.
func TestWhatIsKeptIsNotOneRide(t *testing.T) {
	ftp := 250
	m := somebody(training.Intermediate, training.PriorityEndurance, 40, training.Thresholds{FTPWatts: &ftp}).
		states(func(p *training.Profile) {
			keep := "stay fit on the bike"
			p.Goal = &keep
		}).
		lived(monday, 10, 1, 0, usually(tue, training.Ride, 60).hard(12), usually(thu, training.Ride, 60), usually(sat, training.Ride, 150), usually(sun, training.Ride, 80))
	var keys []session.ID
	var least, most int
	m.fortnights(t, 7, func(f int, sessions []stood) {
		for _, s := range sessions {
			if s.family == "B-TEMPO" || s.family == "B-SS" {
				keys = append(keys, s.family)
			}
		}
		for _, minutes := range weekly(sessions, monday.AddDays(14*f)) {
			if most = max(most, minutes); least == 0 || minutes < least {
				least = minutes
			}
		}
	}, m.live)
	counts := map[session.ID]int{}
	for i, id := range keys {
		counts[id]++
		if i >= 3 && len(slices.Compact(slices.Clone(keys[i-3:i+1]))) == 1 {
			t.Errorf("key session %d is the fourth %s in a row", i+1, id)
		}
	}
	if len(keys) < 12 || counts["B-TEMPO"] < 4 || counts["B-SS"] < 4 {
		t.Errorf("key sessions of fourteen weeks: %v", keys)
	}
	if 10*least < 9*most {
		t.Errorf("weeks of %d to %d min", least, most)
	}
}

// After an illness of six days what is hard comes back two rungs lower, and nothing hard stands in the first days.
func TestHardWorkComesBackLowerAfterAnIllness(t *testing.T) {
	m, before, after := halfRunner(75), []int(nil), []int(nil)
	m.fortnights(t, 4, func(f int, sessions []stood) {
		rungs := rungsOf(sessions, "R-THR")
		switch f {
		case 0, 1:
			before = append(before, rungs...)
		default:
			after = append(after, rungs...)
			if at := slices.IndexFunc(sessions, func(s stood) bool { return s.Load.Demand.HighIntensity }); f == 2 && at >= 0 && sessions[at].Date < monday.AddDays(28+3) {
				t.Errorf("%s stands on %s, after an illness until Sat 26 Dec", sessions[at].Title, sessions[at].Date)
			}
		}
	}, func(from training.Date) {
		ill := func(d training.Date) bool { return from == monday+14 && d >= monday+21 && d <= monday+26 }
		m.lives(from, func(s *training.Session) float64 {
			if ill(s.Date) {
				return 0
			}
			return 1
		})
		for d := monday + 21; d <= monday+26 && ill(d); d++ {
			m.snapshot.CheckIns = append(m.snapshot.CheckIns, training.CheckIn{Date: d, Sick: true})
		}
	})
	if len(before) < 2 || len(after) == 0 {
		t.Fatalf("threshold runs before %v and after %v", before, after)
	}
	reached := slices.Max(before[:len(before)-1]) // the last one was planned for the days of the illness
	if after[0] > max(1, reached-2) {
		t.Errorf("threshold runs on rungs %v before an illness come back on %d", before, after[0])
	}
}

// Who does four fifths of each session stands a rung lower at each failure, and is given no more than he does.
func TestWhatIsCutShortStepsBack(t *testing.T) {
	m, last, first := halfRunner(100), 0, [2]int{}
	m.fortnights(t, 4, func(f int, sessions []stood) {
		rungs := rungsOf(sessions, "R-TEMPO")
		if len(rungs) == 0 {
			return
		}
		if last > 1 && rungs[0] >= last {
			t.Errorf("fortnight %d: tempo run on rung %d after one on %d that was cut short", f, rungs[0], last)
		}
		last = rungs[len(rungs)-1]
		minutes := weekly(sessions, monday.AddDays(14*f))
		if f == 0 {
			first = minutes
		}
		if minutes[0] > first[1] {
			t.Errorf("fortnight %d: %d min, %d at first", f, minutes[0], first[1])
		}
	}, func(from training.Date) { m.lives(from, func(*training.Session) float64 { return .8 }) })
}

// After a week in which nothing was done the next one is smaller than those before it, the rung of the key session is one that was done, and the weeks climb on.
func TestAMissedWeekIsNotMadeUp(t *testing.T) {
	m, weeks, tempo := halfRunner(100), []int(nil), [][]int(nil)
	m.fortnights(t, 4, func(f int, sessions []stood) {
		minutes := weekly(sessions, monday.AddDays(14*f))
		weeks, tempo = append(weeks, minutes[:]...), append(tempo, rungsOf(sessions, "R-TEMPO"))
	}, func(from training.Date) {
		m.lives(from, func(s *training.Session) float64 {
			if from == monday+14 && s.Date >= from+7 {
				return 0
			}
			return 1
		})
	})
	if full := max(weeks[0], weeks[1]); weeks[4] > full*9/10 || weeks[5] <= weeks[4] || weeks[7] < full*9/10 {
		t.Errorf("weeks of %v min, the fourth was missed", weeks)
	}
	if done := slices.Max(tempo[0]); len(tempo[2]) > 0 && tempo[2][0] > done {
		t.Errorf("tempo runs of %v before a missed week go on with %v", tempo[0], tempo[2])
	}
}
