package planner_test

import (
	"context"
	"errors"
	"reflect"
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

// targets are what a run says before anything is searched for: it ends once its first stage is recorded.
func targets(t testing.TB, m *memory, run runs.Run) *runs.TargetsSet {
	t.Helper()
	m.events, m.records, m.diesAt = nil, 0, 2
	if err := newPlanner(m).Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); !errors.Is(err, errDied) {
		t.Fatalf("nothing is told of the weeks: %v, %v", err, m.outcome)
	}
	return m.events[slices.IndexFunc(m.events, func(e runs.Event) bool { return e.Kind() == "TargetsSet" })].(*runs.TargetsSet)
}

// stand puts sessions on some days of the calendar: one that is locked, where the athlete has the time, one that was skipped, and one that a plan
// may take away.
func (m *memory) stand() {
	p := &m.snapshot.Athlete.Profile
	at := slices.IndexFunc(m.library, func(w training.Workout) bool { return w.Sport == training.Mobility && w.DurationSeconds <= 1800 })
	w := m.library[at].For(p.Thresholds)
	put := func(date training.Date, start training.LocalTime, s training.PlannedSession) {
		s.ID, s.Date, s.Start, s.WorkoutID = training.SessionID(date.String()), date, start, w.ID
		m.snapshot.Sessions = append(m.snapshot.Sessions, training.Session{PlannedSession: s, Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load})
	}
	for d := monday.AddDays(2); d < monday.AddDays(9); d++ {
		if windows, _ := p.Windows(d); len(windows) > 0 && windows[0].To-windows[0].From >= 45 {
			put(d, windows[0].From, training.PlannedSession{Status: training.Planned, Lock: new(training.LockEverything)})
			break
		}
	}
	put(monday.AddDays(10), 600, training.PlannedSession{Status: training.Skipped})
	put(monday.AddDays(11), 600, training.PlannedSession{Status: training.Planned})
}

// suffer gives some athletes something that plans have to mind.
func (m *memory) suffer(i int) {
	if i%3 == 1 {
		m.snapshot.Athlete.Profile.Conditions = []training.Condition{[]training.Condition{training.HurtKnee, training.Postpartum, training.StressFracture, training.Burnout}[i/3%4]}
	}
}

// asSeason is a run's week as a season tells it.
func asSeason(w *runs.WeekTarget) view.SeasonWeek {
	week := view.SeasonWeek{StartsOn: w.StartsOn, Phase: w.Phase, Reason: w.Reason, StepBack: w.StepBack, Minutes: w.Minutes, LongMinutes: w.LongMinutes, KeyFamilies: []string{}}
	for i := range w.Sessions {
		s := &w.Sessions[i]
		if slices.Contains([]season.Role{season.K, season.K2, season.TestRole, season.Sharp}, s.Role) && s.Family != nil {
			week.KeyFamilies = append(week.KeyFamilies, *s.Family)
		}
	}
	return week
}

// A season begins with what a plan for its fortnight says, leads on without a gap to the event, and tells of the same goal; so does a
// calendar of the same days. All of it holds with a session that is locked and one that was skipped.
func TestTheRoadBeginsWithTheFortnight(t *testing.T) {
	keys, events := 0, 0
	for i, a := range athletes.Make(40, 7, monday) {
		m := synthetic(&a)
		m.stand()
		m.suffer(i)
		told := targets(t, m, request(view.SeasonDays))
		road, err := view.Road(m.snapshot, monday)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		if !reflect.DeepEqual(road.Goal, told.Goal) {
			t.Errorf("%s: the goal is %+v, of the run %+v", a.Name, road.Goal, told.Goal)
		}
		for i := range road.Weeks {
			w := road.Weeks[i]
			keys += len(w.KeyFamilies)
			if w.StartsOn != monday.AddDays(7*i) || w.Preview != (i >= 2) {
				t.Errorf("%s: week %d begins on %s, preview %t", a.Name, i+1, w.StartsOn, w.Preview)
			}
			if w.LongMeters = nil; i < 2 && !reflect.DeepEqual(w, asSeason(&told.Weeks[i])) {
				t.Errorf("%s, week %d:\n%+v, of the run\n%+v", a.Name, i+1, w, asSeason(&told.Weeks[i]))
			}
		}
		last := road.Weeks[len(road.Weeks)-1].StartsOn
		if e := road.Event; e != nil {
			events++
			if *road.DaysToEvent != int(e.Date-monday) || e.Date >= last && e.Date >= last.AddDays(7) && len(road.Weeks) < 40 {
				t.Errorf("%s: %d days to %s, the last week begins on %s", a.Name, *road.DaysToEvent, e.Date, last)
			}
		} else if len(road.Weeks) != 10 || road.DaysToEvent != nil {
			t.Errorf("%s: %d weeks without an event", a.Name, len(road.Weeks))
		}
	}
	if keys < 100 || events < 10 {
		t.Errorf("only %d key sessions and %d events were seen", keys, events)
	}
}

// A calendar says of a week what a plan from its first day on says, however many days either has.
func TestACalendarStandsWhereThePlanDoes(t *testing.T) {
	seen := map[session.Phase]int{}
	for i, a := range athletes.Make(40, 11, monday) {
		m := synthetic(&a)
		m.suffer(i)
		run := request([]int{14, 1, 10, 28}[i%4])
		run.From = monday.AddDays(i % 9)
		told := targets(t, m, run)
		weeks := view.CalendarView{Snapshot: m.snapshot, From: run.From, DayCount: run.Days}.Weeks()
		if len(weeks) != len(told.Weeks) {
			t.Fatalf("%s: %d weeks, of the run %d", a.Name, len(weeks), len(told.Weeks))
		}
		for n := range weeks {
			phase, reason := standing(t, weeks[n])
			if phase == nil || reason == nil || *phase != told.Weeks[n].Phase || *reason != told.Weeks[n].Reason || weeks[n].StartsOn != told.Weeks[n].StartsOn {
				t.Errorf("%s, week %d: %v, of the run %s: %s", a.Name, n+1, phase, told.Weeks[n].Phase, told.Weeks[n].Reason)
				continue
			}
			seen[*phase]++
		}
	}
	if len(seen) < 4 {
		t.Errorf("only %v were seen", seen)
	}
}

func standing(t testing.TB, w view.PlanWeek) (*session.Phase, *string) {
	t.Helper()
	phase, err := w.Phase()
	reason, err2 := w.PhaseReason()
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return phase, reason
}

// A week that was over before the first training stands nowhere; the one in which that was, and what is to come, does.
func TestNothingIsKnownBeforeTheFirstTraining(t *testing.T) {
	m := &memory{snapshot: runs.Snapshot{Today: monday, Athlete: training.User{Profile: training.Profile{Level: training.Intermediate, TimeZone: "UTC"}}}}
	at := func(from training.Date) (known []bool) {
		for _, w := range (view.CalendarView{Snapshot: m.snapshot, From: from, DayCount: 28}).Weeks() {
			phase, reason := standing(t, w)
			if (phase == nil) != (reason == nil) {
				t.Errorf("%v for %v", phase, reason)
			}
			known = append(known, phase != nil)
		}
		return known
	}
	if got := at(monday.AddDays(-14)); !slices.Equal(got, []bool{false, false, true, true}) {
		t.Errorf("of one who has done nothing: %v", got)
	}
	m.snapshot.Activities = []training.Activity{{ID: "a", Date: monday.AddDays(-15), Sport: training.Run, DurationSeconds: 3600, TSS: 50}}
	if got := at(monday.AddDays(-28)); !slices.Equal(got, []bool{false, true, true, true}) {
		t.Errorf("of one who began fifteen days ago: %v", got)
	}
}

// The goal that a run goes by is told as it was understood: that of the request before the profile's, with what there is to know of it.
func TestTheGoalIsToldAsItWasUnderstood(t *testing.T) {
	pace, marathon, far := 300, training.RunMarathon, 42_195.0
	for _, v := range []struct {
		name   string
		change func(*training.Profile, *runs.Run)
		want   runs.UnderstoodGoal
		note   string // that the note holds; empty for none
	}{
		{"words", func(p *training.Profile, _ *runs.Run) { p.Goal = new("a sub 3 marathon") },
			runs.UnderstoodGoal{Kind: training.GoalTime, Format: &marathon, DistanceMeters: &far, TargetSeconds: new(10_800), Sports: []training.Sport{training.Run}, Words: new("a sub 3 marathon"), Understood: true},
			"3:00:00 is faster than the threshold lets expect"},
		{"words of no meaning", func(p *training.Profile, _ *runs.Run) { p.Goal = new("be like water") },
			runs.UnderstoodGoal{Kind: training.GoalHealth, Sports: []training.Sport{training.Run}, Words: new("be like water")}, `nothing in "be like water"`},
		{"of the request", func(p *training.Profile, run *runs.Run) {
			p.TrainingGoal = &training.Goal{Kind: training.GoalHealth}
			run.Goal = &training.Goal{Kind: training.GoalTime, Format: &marathon, TargetSeconds: new(16_200)}
		}, runs.UnderstoodGoal{Kind: training.GoalTime, Format: &marathon, TargetSeconds: new(16_200), Sports: []training.Sport{}, Understood: true}, ""},
		{"of the request, for an event", func(p *training.Profile, run *runs.Run) {
			p.Events = []training.Event{{ID: "e", Name: "Race", Date: monday.AddDays(100), Sport: training.Run, Priority: training.EventA, Format: &marathon}}
			run.Goal = &training.Goal{Kind: training.GoalTime, EventID: "e", TargetSeconds: new(16_200)}
		}, runs.UnderstoodGoal{Kind: training.GoalTime, Format: &marathon, DistanceMeters: &far, TargetSeconds: new(16_200), Sports: []training.Sport{training.Run}, Understood: true}, ""},
	} {
		m := &memory{snapshot: runs.Snapshot{Today: monday - 1, Athlete: training.User{ID: "athlete", Profile: training.Profile{
			Level: training.Intermediate, TimeZone: "UTC", Thresholds: training.Thresholds{ThresholdSecondsPerKilometer: &pace},
		}}}}
		for i := range 60 {
			m.snapshot.Activities = append(m.snapshot.Activities, training.Activity{ID: training.ActivityID(rune('0' + i)), Date: monday.AddDays(-i - 2), Sport: training.Run,
				DurationSeconds: 3600, DistanceMeters: new(10_000.0), TSS: 60})
		}
		run := request(14)
		v.change(&m.snapshot.Athlete.Profile, &run)
		told := targets(t, m, run)
		got := told.Goal
		note := ""
		if got.Note != nil {
			note = *got.Note
		}
		if got.Note = nil; !reflect.DeepEqual(got, v.want) {
			t.Errorf("%s: %+v\nwant %+v", v.name, got, v.want)
		}
		if (note == "") != (v.note == "") || !strings.Contains(note, v.note) || !strings.Contains(told.Message, note) {
			t.Errorf("%s: the note is %q in %q", v.name, note, told.Message)
		}
	}
}

// What a read of a calendar costs without and with where its weeks stand, and a season.
func BenchmarkRoad(b *testing.B) {
	a := athletes.Make(1, 7, monday)[0]
	m := synthetic(&a)
	calendar := view.CalendarView{Snapshot: m.snapshot, From: monday, DayCount: 14}
	b.Run("weeks", func(b *testing.B) {
		for b.Loop() {
			calendar.Weeks()
		}
	})
	b.Run("days", func(b *testing.B) {
		for b.Loop() {
			calendar.Days()
		}
	})
	b.Run("phases", func(b *testing.B) {
		for b.Loop() {
			for _, w := range calendar.Weeks() {
				standing(b, w)
			}
		}
	})
	b.Run("season", func(b *testing.B) {
		for b.Loop() {
			if _, err := view.Road(m.snapshot, monday); err != nil {
				b.Fatal(err)
			}
		}
	})
}
