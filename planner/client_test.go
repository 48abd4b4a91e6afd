package planner_test

import (
	"testing"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// twoWeeks makes a fortnight that breaks no HARD rule, and returns the sessions of its two weeks.
func twoWeeks(t *testing.T, m *memory, from training.Date) [2][]stood {
	t.Helper()
	run := request(14)
	run.From = from
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	for _, broken := range m.hard(run) {
		t.Error(broken)
	}
	return [2][]stood{m.stands(from, from+6), m.stands(from+7, from+13)}
}

// having counts the sessions that are as they are asked for.
func having(list []stood, is func(*stood) bool) (n int) {
	for i := range list {
		if is(&list[i]) {
			n++
		}
	}
	return n
}

func easyRun(s *stood) bool {
	f, _ := session.Find(s.family)
	return f.Sport == training.Run && (f.Class == session.Easy || f.Class == session.Neuromuscular)
}

func lift(s *stood) bool { return s.Sport == training.Strength }

// Whoever comes back from weeks of nothing begins as a beginner does: a share of nothing is nothing, and no plan.
func TestBackFromWeeksOfNothing(t *testing.T) {
	ftp := 240
	for _, off := range []int{42, 49, 56} {
		for name, m := range map[string]*memory{
			"runner": somebody(training.Intermediate, training.PriorityEndurance, 40, pace(290)).states(sessionsAWeek(4)).races("Half", training.Run, training.RunHalf, monday+84, 0, 21_097).
				lived(monday.AddDays(-off), 12, 1, 0, usually(training.Tuesday, training.Run, 50).km(9).hard(8), usually(training.Thursday, training.Run, 50).km(9),
					usually(training.Saturday, training.Strength, 40).sets(5), usually(training.Sunday, training.Run, 85).km(15)),
			"rider": somebody(training.Intermediate, training.PriorityEndurance, 40, training.Thresholds{FTPWatts: &ftp}).states(sessionsAWeek(4)).races("Fondo", training.Ride, training.RideFondo, monday+98, 0, 120_000).
				lived(monday.AddDays(-off), 12, 1, 0, usually(training.Tuesday, training.Ride, 60).hard(8), usually(training.Thursday, training.Ride, 60), usually(training.Sunday, training.Ride, 130)),
		} {
			m.snapshot.Today = monday - 1
			for week, list := range twoWeeks(t, m, monday) {
				minutes := 0
				for i := range list {
					minutes += list[i].Load.DurationSeconds / 60
					if list[i].Load.Demand.HighIntensity {
						t.Errorf("%s after %d days, week %d: %s", name, off, week+1, list[i].Title)
					}
				}
				if own := having(list, func(s *stood) bool { return s.Sport == training.Run || s.Sport == training.Ride }); own < 3 || minutes < 60 || minutes > 120 {
					t.Errorf("%s after %d days, week %d: %d sessions of the sport, %d min in all", name, off, week+1, own, minutes)
				}
			}
		}
	}
}

// A sport that is done every week keeps its session where strides would have had its place, whoever trains.
func TestSportOfEveryWeekKeepsItsPlace(t *testing.T) {
	for name, change := range map[string]func(*training.Profile){
		"pregnant": func(p *training.Profile) { p.Conditions = []training.Condition{training.Pregnant} }, "well": func(*training.Profile) {},
	} {
		for _, sport := range []training.Sport{training.Walk, training.Ride, training.Swim} {
			m := somebody(training.Intermediate, training.PriorityEndurance, 32, pace(300)).states(sessionsAWeek(4)).states(change).
				lived(monday, 12, 1, 0, usually(training.Tuesday, training.Run, 40).km(7), usually(training.Thursday, training.Strength, 40).sets(4),
					usually(training.Saturday, training.Run, 40).km(7), usually(training.Sunday, sport, 45))
			for week, list := range twoWeeks(t, m, monday) {
				if having(list, func(s *stood) bool { return s.Sport == sport }) == 0 || having(list, func(s *stood) bool { return s.Sport == training.Run }) > 2 {
					t.Errorf("%s, week %d: no %s of every week's, or a run more", name, week+1, sport)
				}
			}
		}
	}
}

// A runner of four sessions of endurance and more has an easy run in each full week, whatever is locked or done beside it, and nothing beside a locked long
// session that has room elsewhere.
func TestRunnersHaveEasyRuns(t *testing.T) {
	for _, sessions := range []int{6, 7} {
		for _, locked := range []bool{true, false} {
			m := somebody(training.Intermediate, training.PriorityHybrid, 34, pace(285)).states(sessionsAWeek(sessions)).
				available("MONDAY 06:30-07:30", "TUESDAY 06:30-07:45", "TUESDAY 18:00-19:30", "WEDNESDAY 06:30-07:45", "THURSDAY 06:30-07:45", "THURSDAY 18:00-19:30",
					"FRIDAY 06:30-07:30", "SATURDAY 08:00-12:00", "SUNDAY 08:00-11:00").
				races("City 10 km", training.Run, training.Run10K, monday+62, 47*60, 10_000).
				lived(monday, 6, 1, 0, usually(training.Tuesday, training.Run, 50).km(9.5).hard(16), usually(training.Wednesday, training.Strength, 55).sets(8),
					usually(training.Thursday, training.Run, 45).km(7.8), usually(training.Saturday, training.Ride, 120), usually(training.Sunday, training.Run, 70).km(12))
			if locked {
				m.lock(6, "08:30", "Long steady ride, 3 hours").lock(9, "18:00", "Heavy lower")
			}
			for week, list := range twoWeeks(t, m, monday) {
				if having(list, easyRun) == 0 {
					t.Errorf("%d sessions, locked %v, week %d has no easy run", sessions, locked, week+1)
				}
				if lifts := having(list, lift); lifts > 2 {
					t.Errorf("%d sessions, locked %v, week %d has %d lifts of an athlete who has done one a week", sessions, locked, week+1, lifts)
				}
				if locked && week == 0 && having(list, func(s *stood) bool { return s.Date.Weekday() == training.Saturday }) > 1 {
					t.Errorf("%d sessions: something stands beside the locked long ride", sessions)
				}
			}
		}
	}
}

// Who lifts four times a week for a lift goes on doing so, beside the ride of every week.
func TestLiftersKeepTheirLifts(t *testing.T) {
	months, kilograms := 48, 200.0
	m := somebody(training.Intermediate, training.PriorityStrength, 30, training.Thresholds{}).states(sessionsAWeek(5)).states(func(p *training.Profile) {
		p.StrengthExperienceMonths, p.MeasuredOn = &months, nil
		p.TrainingGoal = &training.Goal{Kind: training.GoalStrength, ExerciseID: "deadlift", TargetKilograms: &kilograms}
	}).lived(monday, 12, 1, 0, usually(training.Monday, training.Strength, 65).sets(9), usually(training.Tuesday, training.Strength, 60),
		usually(training.Thursday, training.Strength, 65).sets(9), usually(training.Friday, training.Strength, 60), usually(training.Saturday, training.Ride, 40))
	for week, list := range twoWeeks(t, m, monday) {
		if lifts, rides := having(list, lift), having(list, func(s *stood) bool { return s.Sport == training.Ride }); lifts != 4 || rides != 1 {
			t.Errorf("week %d has %d lifts and %d rides", week+1, lifts, rides)
		}
	}
}

// A race on the way to another takes three days before it and the days after it that its distance asks for, not the lift and the long run of two weeks.
func TestRaceOnTheWay(t *testing.T) {
	m := marathonIn16Weeks()
	format, meters := training.Run10K, 10_000.0
	m.snapshot.Athlete.Profile.Events = append(m.snapshot.Athlete.Profile.Events,
		training.Event{ID: "b", Name: "Tune-up 10 km", Date: monday + 6, Sport: training.Run, Priority: training.EventB, Format: &format, DistanceMeters: &meters})
	weeks := twoWeeks(t, m, monday)
	if having(weeks[0], lift) != 1 {
		t.Error("the week before the race has lost its lift")
	}
	if long := having(weeks[1], func(s *stood) bool { return s.family == "R-LONG" && s.Date >= monday+11 }); long != 1 {
		t.Errorf("%d long runs a week after the race", long)
	}
	for _, v := range m.outcome.Certificate.Violations() {
		if v.RuleID == "LD-8" {
			t.Error(v.Message)
		}
	}
}

// The last week of a recovery has a long session, once the recovery is over, of .6 of its peak (coaching 6.3).
func TestLongSessionEndsARecovery(t *testing.T) {
	m := somebody(training.Intermediate, training.PriorityEndurance, 35, pace(280)).states(sessionsAWeek(5)).
		races("Half", training.Run, training.RunHalf, monday-2, 105*60, 21_097).
		lived(monday, 12, 3, 0, usually(training.Tuesday, training.Run, 50).km(9).hard(10), usually(training.Wednesday, training.Run, 45).km(8),
			usually(training.Thursday, training.Strength, 40).sets(5), usually(training.Friday, training.Run, 40).km(7), usually(training.Sunday, training.Run, 75).km(13))
	weeks := twoWeeks(t, m, monday)
	if having(weeks[0], func(s *stood) bool { return s.family == "R-LONG" }) > 0 {
		t.Error("a long run in the week after the race")
	}
	if having(weeks[1], func(s *stood) bool { return s.family == "R-LONG" && s.Date > monday-2+12 }) != 1 {
		t.Error("no long run at the end of the recovery")
	}
}
