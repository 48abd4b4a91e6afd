package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	sessions "fortnight/session"
	"fortnight/training"
)

func TestLocksStay(t *testing.T) {
	before := []training.Session{session(2, "07:00", run, locked), session(3, "07:00", run)}
	in := input(before...)
	in.Before = before
	if got := broken(in, Hard); got != "" {
		t.Errorf("unchanged: %q", got)
	}
	moved := session(2, "07:00", run, locked)
	moved.Start = 430
	in.Sessions = []training.Session{moved}
	if got := broken(in, Hard); got != "LCK-1" {
		t.Errorf("a locked start was moved: %q", got)
	}
	in.Sessions = nil
	if got := broken(in, Hard); got != "LCK-1" {
		t.Errorf("a locked session is gone: %q", got)
	}
	in.Sessions, in.LockedDays = before, []training.Date{monday + 2}
	if got := broken(in, Hard); got != "" {
		t.Errorf("a locked day as it was: %q", got)
	}
	in.Sessions = before[:1]
	if got := broken(in, Hard); got != "LCK-1" {
		t.Errorf("a locked day was emptied: %q", got)
	}
}

func TestOwnLimitBinds(t *testing.T) {
	in := input(session(2, "07:00", run, hi), session(5, "06:00", run, hi))
	in.Overrides = []Override{{RuleID: "INT-1", Limit: 72}}
	if got := broken(in, Hard); got != "INT-1" {
		t.Errorf("71 hours against an own limit of 72: %q", got)
	}
}

// fullyDecided are days with all that a run may have decided for their weeks, and what it knows of their workouts.
func fullyDecided(in Input) Input {
	lifts := 1
	for first := 0; first < in.Days; first += 7 {
		in.Weeks = append(in.Weeks, WeekTarget{
			First: in.From.AddDays(first), Minutes: 300, StepBack: first > 0, Lifts: &lifts, Floors: map[training.Sport]int{training.Run: 2},
			Long: &LongTarget{Sport: training.Run, Minutes: 90}, Rungs: []RungTarget{{Family: "R-THR", Level: 5}}, Wished: []sessions.ID{"R-VO2"},
		})
	}
	in.Workouts = map[training.WorkoutID]*Identity{
		"0": {Family: "R-THR", Level: 2}, "1": {Family: "R-VO2", Level: 9}, "2": {Forbidden: "not for newcomers"}, "3": {Family: "R-RP-HM", Level: 3},
	}
	return in
}

// 12 §7: the same content has one hash, and other content another.
func TestHashIsOfTheContent(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 7))
	for range many(200, 20, 10) {
		in := input(randomSessions(random, 12)...)
		for i := range in.Sessions {
			in.Sessions[i].WorkoutID = training.WorkoutID(fmt.Sprint(random.IntN(4)))
			if random.IntN(3) == 0 {
				in.Sessions[i].Start = in.Sessions[0].Start // some start together
			}
		}
		want := Check(in).Hash
		again := in
		again.Revision, again.Today = 7, in.Today-1
		again.Sessions = slices.Clone(in.Sessions)
		random.Shuffle(len(again.Sessions), func(a, b int) {
			again.Sessions[a], again.Sessions[b] = again.Sessions[b], again.Sessions[a]
		})
		for i := range again.Sessions {
			again.Sessions[i].ID, again.Sessions[i].Title = training.SessionID(fmt.Sprint("drawn ", random.Uint64())), " "+again.Sessions[i].Title+" "
		}
		if got := Check(again).Hash; got != want {
			t.Fatalf("the same sessions in another order, under other ids: %s and %s", got, want)
		}
		if got := Check(fullyDecided(in)).Hash; got != want { // a calendar does not know it any more
			t.Fatalf("the same sessions with what was decided for their weeks: %s and %s", got, want)
		}
		for name, change := range map[string]func(*training.Session){
			"day": func(s *training.Session) { s.Date++ }, "start": func(s *training.Session) { s.Start++ },
			"workout": func(s *training.Session) { s.WorkoutID += "?" }, "status": func(s *training.Session) { s.Status = training.Skipped },
			"lock": locked,
		} {
			other := in
			other.Sessions = slices.Clone(in.Sessions)
			change(&other.Sessions[random.IntN(len(other.Sessions))])
			if Check(other).Hash == want {
				t.Errorf("another %s has the same hash", name)
			}
		}
	}
}

// A clock change, the date line and a night shift, with real zones.
func TestRealTime(t *testing.T) {
	in := input()
	in.Profile.TimeZone = "Europe/Berlin"
	in.From = 20903 // 2027-03-26; clocks go forward on the 28th
	in.Today = in.From - 1
	in.Activities = nil
	start := 60.0
	in.Profile.StartingFitness = &start
	at := func(d int, clock string) training.Session {
		s := session(d, clock, run, hi, meters(3000), minutes(30))
		s.Date = in.From.AddDays(d - 1)
		return s
	}
	in.Sessions = []training.Session{at(2, "08:30"), at(4, "07:00")}
	in.Profile.Level = training.Advanced
	spacing := func() RuleCheck {
		for _, c := range Check(in).Checks {
			if c.RuleID == "INT-1" {
				return c
			}
		}
		return RuleCheck{}
	}
	if c := spacing(); c.Measured == nil || *c.Measured != 45.5 || c.Passed {
		t.Errorf("46.5 hours on the wall are 45.5 where an hour is skipped: %+v", c)
	}
	in.Profile.TimeZone = "Pacific/Kiritimati"
	if c := spacing(); c.Measured == nil || *c.Measured != 46.5 || !c.Passed {
		t.Errorf("without a clock change: %+v", c)
	}
	in.Profile.TimeZone = "UTC"
	in.Profile.Availability = []training.AvailabilityWindow{{Weekday: in.From.Weekday(), From: 22 * 60, To: 2 * 60}}
	night := session(1, "23:30", swim)
	night.Date = in.From
	late := session(2, "00:30", swim)
	late.Date = in.From + 1
	in.Sessions = []training.Session{night, late}
	if got := broken(in, Hard); got != "" {
		t.Errorf("inside a window that crosses midnight: %q", got)
	}
	late.Start = 90
	in.Sessions = []training.Session{late}
	if got := broken(in, Hard); got != "AVL-1" {
		t.Errorf("past its end: %q", got)
	}
}
