package planner_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"fortnight/internal/plancheck"
	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/training"
)

// at reads a snapshot's day and instant off the clock of the athlete's zone.
func (m *memory) at(date, clock string) *memory {
	d, err := training.ParseDate(date)
	if err != nil {
		panic(err)
	}
	start, err := training.ParseLocalTime(clock)
	if err != nil {
		panic(err)
	}
	m.snapshot.Today, m.snapshot.Now = d, d.At(start, m.snapshot.Athlete.Profile.Location()).UTC()
	return m
}

func in(m *memory, zone string) *memory {
	m.snapshot.Athlete.Profile.TimeZone = zone
	return m
}

// trained is somebody with six weeks of running and riding behind, on Mondays too.
func trained(hours ...string) *memory {
	m := athlete(training.Intermediate, training.PriorityHybrid).available(hours...)
	return m.past(7, training.Run, 40, 40, km(7)).past(3, training.Ride, 60, 50).past(5, training.Run, 60, 60, km(11)).past(6, training.Strength, 45, 40, legSets(6))
}

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// 12 §5: a plan from today uses the hours that are to come, whatever they are, and none that are over.
func TestPlanFromTodayBeginsLater(t *testing.T) {
	withoutRace(t)
	week := func(hours string) []string {
		var list []string
		for _, day := range []string{"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"} {
			list = append(list, day+" "+hours)
		}
		return list
	}
	for _, c := range []struct {
		name   string
		hours  []string
		clock  string
		starts string // of what may be put today, "" for nothing
	}{
		{"a window that is over", week("06:00-09:00"), "13:16", ""},
		{"a window that is under way", week("12:00-16:00"), "13:16", "13:50"},
		{"a window that is nearly over", week("12:00-14:00"), "13:16", ""},
		{"another window", append(week("06:00-09:00"), week("18:00-20:00")...), "13:16", "18:00"},
		{"a window past midnight", week("22:00-01:00"), "22:40", "23:10"},
		{"no limits", nil, "13:16", "13:50"},
		{"no limits, in the morning", nil, "05:00", "07:00"},
		{"no limits, at night", nil, "22:10", ""},
	} {
		placed := 0
		for seed := range 6 {
			m, run := trained(c.hours...).at("2026-11-30", c.clock), request(7)
			run.Seed = seed
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s: %s", c.name, *m.outcome.Failure)
			}
			if faults := m.faults(run); len(faults) > 0 {
				t.Errorf("%s: %v", c.name, faults)
			}
			today := slices.DeleteFunc(m.after(), func(s training.Session) bool { return s.Date != monday })
			placed += len(today)
			for _, s := range today {
				if c.starts == "" || s.Start.String() < c.starts {
					t.Errorf("%s, seed %d: %s at %s", c.name, seed, s.Title, s.Start)
				}
			}
			if len(m.after()) < 3 {
				t.Errorf("%s: only %d sessions in all", c.name, len(m.after()))
			}
		}
		if (placed > 0) != (c.starts != "") {
			t.Errorf("%s: %d sessions are put today in six plans", c.name, placed)
		}
	}
}

// 12 §5: the same instant gives the same plan, and a later one may give another.
func TestSameInstantSamePlan(t *testing.T) {
	outcome := func(clock string) string {
		m := trained("MONDAY 12:00-21:00", "WEDNESDAY 06:00-09:00", "FRIDAY 06:00-09:00").at("2026-11-30", clock)
		plan(t, m, request(7))
		text, err := json.Marshal(m.calendar)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if once, again := outcome("13:16"), outcome("13:16"); once != again {
		t.Error("one instant, two plans")
	}
	if outcome("20:50") == outcome("08:00") {
		t.Error("what is over makes no difference")
	}
}

// 12 §5: what stands earlier today and is kept stays where it is; nothing new comes before the present beside it.
func TestKeptSessionsOfTodayStay(t *testing.T) {
	m := trained().lock(1, "07:00", "Recovery").at("2026-11-30", "13:16")
	m.snapshot.Sessions[0].Lock = nil
	run := request(7)
	run.KeepPlanned = true
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	stays := false
	for _, s := range m.after() {
		stays = stays || s.ID == "lock-0" && s.Date == monday && s.Start == 7*60
		if s.ID != "lock-0" && s.Date == monday && s.Start < 13*60+50 {
			t.Errorf("%s at %s", s.Title, s.Start)
		}
	}
	if !stays {
		t.Errorf("it has gone: %s", m.table(run))
	}
}

// What stands today before anything new can begin stays in a new plan, whether it was done or not nobody has said; where the athlete cannot have
// done it, or must not, the plan goes on without it.
func TestWhatHasBegunTodayStays(t *testing.T) {
	for _, c := range []struct {
		name   string
		clock  string // at which a plan is asked for; the session begins at 07:00
		change func(*memory, *runs.Run)
		stays  bool
	}{
		{"it has begun", "07:20", func(*memory, *runs.Run) {}, true},
		{"it is over", "13:16", func(*memory, *runs.Run) {}, true},
		{"it begins in a quarter of an hour", "06:45", func(*memory, *runs.Run) {}, true},
		{"ill since", "13:16", func(m *memory, _ *runs.Run) { m.snapshot.CheckIns = []training.CheckIn{{Date: monday, Sick: true}} }, false},
		{"ill, by the wish", "13:16", func(_ *memory, r *runs.Run) { r.Wish = "I have a fever" }, false},
		{"no hours today", "13:16", func(m *memory, _ *runs.Run) {
			m.available("TUESDAY 06:00-09:00", "THURSDAY 06:00-09:00", "SATURDAY 08:00-12:00")
		}, false},
		{"given up", "13:16", func(m *memory, _ *runs.Run) { m.snapshot.Sessions[0].Status = training.Skipped }, true},
	} {
		m, run := trained().lock(1, "07:00", "Recovery").at("2026-11-30", c.clock), request(7)
		m.snapshot.Sessions[0].Lock = nil
		c.change(m, &run)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Fatalf("%s: %s", c.name, *m.outcome.Failure)
		}
		if faults := m.faults(run); len(faults) > 0 {
			t.Errorf("%s: %v", c.name, faults)
		}
		stays := slices.ContainsFunc(m.after(), func(s training.Session) bool { return s.ID == "lock-0" && s.Date == monday && s.Start == 7*60 })
		if stays != c.stays {
			t.Errorf("%s: it stays: %t\n%s", c.name, stays, m.table(run))
		}
	}
}

// full is a model that fills every slot with what it is offered there.
func full(q model.PlanQuestion, each func(model.Pick) error) error {
	for _, slot := range q.Slots {
		if err := each(lightest(q, slot)); err != nil {
			return err
		}
	}
	return nil
}

// 12 §5: what a language model picks comes no earlier, repairs included.
func TestModelPicksOfTodayBeginLater(t *testing.T) {
	for _, answer := range []proposal{full, hardest} {
		m, run := trained("MONDAY 06:00-20:00", "TUESDAY 06:00-20:00", "THURSDAY 06:00-20:00").at("2026-11-30", "13:16"), request(7)
		model := &script{proposals: []proposal{answer, answer, answer}}
		consult(t, m, model, run)
		sound(t, m, run)
		if len(model.planQuestions) == 0 || len(model.planQuestions[0].Slots) == 0 {
			t.Fatal("the model was not asked")
		}
		for _, s := range m.after() {
			if s.Date == monday && s.Start < 13*60+50 {
				t.Errorf("%s at %s", s.Title, s.Start)
			}
		}
	}
}

// 12 §5: a run that is taken up again comes to the plan of the instant at which it began, and starts over once that is too long ago.
func TestResumedRunsAndThePresent(t *testing.T) {
	build := func() *memory {
		return trained("MONDAY 12:00-21:00", "WEDNESDAY 06:00-09:00").at("2026-11-30", "13:16")
	}
	whole, run := build(), request(7)
	plan(t, whole, run)
	for later, again := range map[time.Duration]bool{20 * time.Minute: false, time.Hour: true} {
		for diesAt := 4; diesAt <= whole.records; diesAt++ {
			m := build()
			m.diesAt = diesAt
			if err := newPlanner(m).Run(context.Background(), run, nil, runs.Lease{}); !errors.Is(err, errDied) {
				t.Fatal(err)
			}
			m.snapshot.Now = m.snapshot.Now.Add(later)
			if err := newPlanner(m).Run(context.Background(), run, m.progress, runs.Lease{}); err != nil {
				t.Fatal(err)
			}
			if same := sameDays(whole, m); !again && !same {
				t.Errorf("%s after record %d: another plan", later, diesAt)
			}
			for _, s := range m.after() {
				if again && s.Date == monday && s.Start < 14*60+50 {
					t.Errorf("%s after record %d: %s at %s", later, diesAt, s.Title, s.Start)
				}
			}
		}
	}
}

// 12 §5, §7: plans over clock changes put nothing at a time that does not exist, nor outside of what there is by real time.
func TestPlansOverClockChanges(t *testing.T) {
	withoutRace(t)
	for _, c := range []struct{ zone, from string }{
		{"Europe/Berlin", "2027-03-25"}, {"Europe/Berlin", "2027-10-28"}, {"America/New_York", "2027-03-11"}, {"America/New_York", "2027-11-04"},
		{"America/Santiago", "2026-09-03"}, {"America/Santiago", "2026-04-02"}, {"Asia/Beirut", "2026-03-26"}, {"Pacific/Apia", "2011-12-27"},
		{"Australia/Lord_Howe", "2026-10-01"},
	} {
		for _, hours := range []string{"01:30-03:10", "00:00-02:30", "23:00-00:45", "02:15-05:00"} {
			m := in(trained(), c.zone).at(c.from, "00:00")
			for _, day := range []string{"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"} {
				m.available(day + " " + hours)
			}
			run := request(7)
			run.From = m.snapshot.Today + 1
			for i := range m.snapshot.Activities {
				m.snapshot.Activities[i].Date += run.From - monday
			}
			plan(t, m, run)
			what := fmt.Sprintf("%s %s %s", c.zone, c.from, hours)
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s: %s", what, *m.outcome.Failure)
			}
			if faults := m.faults(run); len(faults) > 0 {
				t.Errorf("%s: %v", what, faults)
			}
			for _, s := range m.after() {
				if !s.Date.Has(s.Start, m.snapshot.Athlete.Profile.Location()) {
					t.Errorf("%s: %s at %s %s", what, s.Title, s.Date, s.Start)
				}
			}
		}
	}
}

// What a second reading of the clock says is the hours' length is what the calendar says.
func TestAvailableSecondsAreReal(t *testing.T) {
	zone := berlin(t)
	m := athlete(training.Intermediate, training.PriorityHybrid).available("SUNDAY 01:30-04:00", "SUNDAY 22:00-01:00")
	for _, text := range []string{"2027-03-21", "2027-03-28", "2027-10-31"} {
		date, err := training.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, w := range [][2]int{{90, 240}, {22 * 60, 60}} {
			if open, any := plancheck.Open(date.Midnight(), w[0], w[1], zone); any {
				want += int(open.End.Sub(open.Start).Seconds())
			}
		}
		view := view.CalendarView{Snapshot: m.snapshot, From: date, DayCount: 1}
		if got := view.Days()[0].AvailableSeconds; got != want {
			t.Errorf("%s: %d, want %d", date, got, want)
		}
	}
}
