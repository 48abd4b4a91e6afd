package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

// wished plans with a wish and without a model.
func wished(t *testing.T, m *memory, days int, wish string) *runs.WishRead {
	t.Helper()
	run := request(days)
	run.Wish = wish
	plan(t, m, run)
	sound(t, m, run)
	read := eventsOf[*runs.WishRead](m)
	if len(read) != 1 || read[0].Stage != runs.Analyze {
		t.Fatalf("%d events of a wish", len(read))
	}
	return read[0]
}

func (m *memory) last() string { return m.events[len(m.events)-1].Head().Message }

func TestWishIsShownAsItWasRead(t *testing.T) {
	read := wished(t, triathlete(), 14, "No running on Tuesday; make me faster than my brother, please")
	if len(read.Wishes) != 1 || read.Wishes[0].Kind != wish.Avoid || len(read.NotUnderstood) != 1 ||
		read.Message != "Read in the wish: no running on Tue 1 Dec. Not understood: “make me faster than my brother, please”; the search for workouts reads it all the same." {
		t.Errorf("%+v", read)
	}
}

func TestNoRunningThisWeek(t *testing.T) {
	m := triathlete()
	wished(t, m, 14, "no running this week")
	runs := 0
	for _, s := range m.after() {
		if s.Sport == training.Run && s.Date < monday+7 {
			t.Errorf("%s on %s", s.Title, s.Date)
		}
		runs += strings.Count(string(s.Sport), "RUN")
	}
	if runs == 0 {
		t.Error("nor is there any running in the week after")
	}
}

func TestLongRideOnSunday(t *testing.T) {
	for _, c := range []struct {
		name  string
		m     *memory
		days  int
		least int // minutes: the first ride of somebody is no long one yet (SPK-1)
	}{{"who rides", triathlete(), 14, 120}, {"who does not ride yet", runner(), 14, 45}} {
		wished(t, c.m, c.days, "long ride on Sunday")
		rides := slices.DeleteFunc(c.m.after(), func(s training.Session) bool { return s.Sport != training.Ride || s.Date != monday+6 })
		if len(rides) != 1 || rides[0].Load.DurationSeconds < 60*c.least || strings.Contains(c.m.last(), "Not met") {
			t.Errorf("%s: %d rides on Sunday; %s\n%s", c.name, len(rides), c.m.last(), c.m.table(request(14)))
		}
	}
}

// runner runs, and has much time.
func runner() *memory {
	m := athlete(training.Intermediate, training.PriorityEndurance)
	threshold(280)(m)
	return m.past(1, training.Run, 90, 80, km(16)).past(3, training.Run, 60, 60, km(11)).past(5, training.Run, 60, 60, km(11)).past(6, training.Run, 50, 48, km(9))
}

// A sport that is only wished for stays on the day it is wished for.
func TestWishedSportStaysOnItsDay(t *testing.T) {
	m := runner()
	wished(t, m, 14, "long ride on Sunday")
	for _, s := range m.after() {
		if s.Sport == training.Ride && s.Date != monday+6 {
			t.Errorf("%s on %s", s.Title, s.Date)
		}
	}
}

func TestWishThatCannotBeMetIsNamed(t *testing.T) {
	m := timeCrunchedCyclist() // Mondays have no hours
	wished(t, m, 7, "a long ride on Monday")
	if !strings.Contains(m.last(), "Not met: a long ride on Mon 30 Nov.") {
		t.Error(m.last())
	}
}

func TestLocksGoBeforeTheWish(t *testing.T) {
	m := timeCrunchedCyclist()
	wished(t, m, 7, "no riding this week")
	for _, s := range m.after() {
		if locked := s.Lock != nil; locked != (s.Sport == training.Ride) {
			t.Errorf("%s on %s", s.Title, s.Date)
		}
	}
	kept := eventsOf[*runs.LockKept](m)
	if len(kept) != 1 || !strings.HasSuffix(kept[0].Message, "What stands goes before the wish: no riding on Mon 30 Nov to Sun 6 Dec.") {
		t.Errorf("%+v", kept)
	}
}

func TestWishesThatTakeAway(t *testing.T) {
	for _, c := range []struct {
		wish string
		ok   func(training.Session) bool
	}{
		{"rest on Wednesday and Thursday", func(s training.Session) bool { return s.Date != monday+2 && s.Date != monday+3 }},
		{"race on Saturday", func(s training.Session) bool { return s.Date != monday+5 }},
		{"max 45 min on Saturday and Sunday", func(s training.Session) bool { return s.Date < monday+5 || s.Load.DurationSeconds <= 45*60 }},
		{"my knee aches", func(s training.Session) bool { return !s.Load.Demand.HeavyLower && s.Load.Demand.HighRunSeconds == 0 }},
		{"I have a fever", func(s training.Session) bool { return s.Date > monday && !s.Load.Demand.HighIntensity }},
	} {
		m := triathlete()
		wished(t, m, 7, c.wish)
		for _, s := range m.after() {
			if !c.ok(s) {
				t.Errorf("%s: %s on %s", c.wish, s.Title, s.Date)
			}
		}
		if unwell := strings.Contains(m.last(), "see a doctor if it lasts"); unwell != strings.Contains(c.wish, "fever") {
			t.Errorf("%s: %s", c.wish, m.last())
		}
		if !strings.Contains(c.wish, "fever") && len(m.after()) < 3 {
			t.Errorf("%s: %d sessions", c.wish, len(m.after()))
		}
	}
}

// Two sessions of a day share its limit.
func TestLimitIsTheDays(t *testing.T) {
	m := triathlete()
	wished(t, m, 14, "max 60 min")
	minutes := map[training.Date]int{}
	for _, s := range m.after() {
		minutes[s.Date] += s.Load.DurationSeconds / 60
	}
	for date, n := range minutes {
		if n > 60 {
			t.Errorf("%d min on %s", n, date)
		}
	}
	if len(minutes) < 5 {
		t.Errorf("%d days", len(minutes))
	}
}

// Days that are wished free do not load the others with all that they would have held: what has no room there is left off.
func TestFreeDaysMakeTheWeekLighter(t *testing.T) {
	m, usual := triathlete(), triathlete()
	wished(t, m, 7, "rest on Monday, Tuesday, Wednesday and Thursday")
	plan(t, usual, request(7))
	most := eventsOf[*runs.TargetsSet](m)[0].Weeks[0].MostMinutes
	if fewer, all := minutesIn(m, 0), minutesIn(usual, 0); fewer > most || fewer > all*95/100 || fewer < all/4 {
		t.Errorf("%d min in three days, %d at most are wanted, %d in seven", fewer, most, all)
	}
	count := map[training.Date]int{}
	for _, s := range m.after() {
		if count[s.Date]++; s.Date < monday+4 || count[s.Date] > 2 {
			t.Errorf("%s on %s", s.Title, s.Date)
		}
	}
}

// minutesIn is what the sessions of a week come to, counted from 0, mobility left out.
func minutesIn(m *memory, week int) int {
	sum := 0
	for _, s := range m.after() {
		if s.Date >= monday.AddDays(7*week) && s.Date < monday.AddDays(7*week+7) && s.Sport != training.Mobility {
			sum += s.Load.DurationSeconds
		}
	}
	return sum / 60
}

// A wish that contradicts itself plans as none does, and the run names it.
func TestContradictionIsNamed(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	run.Wish = "only swimming, no swimming"
	plan(t, m, run)
	plain := timeCrunchedCyclist()
	run.Wish = ""
	plan(t, plain, run)
	if got, want := m.table(run), plain.table(run); got != want {
		t.Errorf("with the contradiction\n%s\nwithout\n%s", got, want)
	}
	if !slices.ContainsFunc(m.events, func(e runs.Event) bool {
		read, is := e.(*runs.WishRead)
		return is && len(read.Wishes) == 0 && len(read.NotUnderstood) == 1 && strings.Contains(read.Message, "contradict")
	}) {
		t.Error("the run does not name the contradiction")
	}
}

// The day that a wish names for the long session holds in each of the weeks, as a habit does; a day of one week is of that week alone.
func TestTheLongRunStaysOnTheWishedDay(t *testing.T) {
	for said, want := range map[string][2]training.Date{
		"the long run on Saturday": {monday + 5, monday + 12}, "long run on Saturday, please": {monday + 5, monday + 12},
		"long run this Saturday": {monday + 5, monday + 13}, "": {monday + 6, monday + 13},
	} {
		m := athlete(training.Intermediate, training.PriorityEndurance)
		threshold(280)(m)
		m.past(1, training.Run, 90, 80, km(16)).past(3, training.Run, 60, 60, km(11)).past(5, training.Run, 60, 60, km(11)).past(6, training.Run, 50, 48, km(9))
		run := request(14)
		run.Wish = said
		plan(t, m, run)
		for week, day := range want {
			longest := training.Session{}
			for _, s := range m.after() {
				if s.Sport == training.Run && s.Date >= monday.AddDays(7*week) && s.Date < monday.AddDays(7*week+7) && s.Load.DurationSeconds > longest.Load.DurationSeconds {
					longest = s
				}
			}
			if hard := m.after(); want[0] == monday+5 && want[1] == monday+12 && slices.ContainsFunc(hard, func(s training.Session) bool {
				return s.Date == day+1 && s.Load.Demand.HighIntensity
			}) {
				t.Errorf("%q: a hard session the day after the long run of week %d", said, week+1)
			}
			if longest.Date != day {
				t.Errorf("%q: the longest run of week %d is on %s, want %s", said, week+1, longest.Date, day)
			}
		}
	}
}
