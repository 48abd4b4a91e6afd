package brief_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/brief"
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// runner is somebody who has run an hour a day, five days a week, for six weeks, with an hour and a half on every day of two weeks to come.
func runner(change func(*training.Profile)) brief.Input {
	p := training.NewProfile("Europe/Berlin")
	p.Level, p.Priority = training.Intermediate, new(training.PriorityEndurance)
	for _, day := range training.Weekdays {
		p.Availability = append(p.Availability, training.AvailabilityWindow{Weekday: day, From: 7 * 60, To: 8*60 + 30})
	}
	if change != nil {
		change(&p)
	}
	var done []training.Activity
	for back := range 42 {
		if start := training.LocalTime(420); back%7 < 5 {
			done = append(done, training.Activity{Date: monday.AddDays(-1 - back), Start: &start, Sport: training.Run, DurationSeconds: 3600, TSS: 50})
		}
	}
	return brief.Input{
		From: monday, Days: 14, Hours: hours.Hours{Profile: &p, Today: monday - 1}, Ledger: training.NewLedger(&p, monday-1, nil, done, nil),
		Locked: rules.Input{Today: monday - 1, From: monday, Days: 14, Profile: p, Activities: done},
	}
}

func newBrief(t *testing.T, in brief.Input) *brief.Brief {
	t.Helper()
	b, err := brief.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// slots are those of a week with a role.
func slots(w *season.Week, roles ...season.Role) (list []season.Slot) {
	for _, s := range w.Slots {
		if slices.Contains(roles, s.Role) {
			list = append(list, s)
		}
	}
	return list
}

func TestNew(t *testing.T) {
	b := newBrief(t, runner(nil))
	if !b.Known || len(b.Weeks) != 2 || len(b.Days) != 14 || b.Main != training.Run {
		t.Fatalf("%+v", b)
	}
	for n := range b.Weeks {
		w := &b.Weeks[n]
		if w.Minutes < 180 || w.Minutes > 420 || w.Least > w.Minutes || w.Most < w.Minutes {
			t.Errorf("week %d has %d min (%d to %d) after 300 a week", n+1, w.Minutes, w.Least, w.Most)
		}
		if long := slots(w, season.L); len(long) != 1 || long[0].Sport != training.Run || long[0].Minutes != w.Long || w.Long > 85 {
			t.Errorf("week %d: the long session is %+v", n+1, long)
		}
		if len(slots(w, season.K, season.TestRole)) != 1 || len(slots(w, season.S, season.SShort)) != 1 {
			t.Errorf("week %d: %+v", n+1, w.Slots)
		}
	}
	if text := b.Message(); !strings.Contains(text, "Week 1 from ") || !strings.Contains(text, "Week 2 from ") {
		t.Errorf("%q", text)
	}
}

// The last week may have fewer days: it holds its share, what matters most first.
func TestNewOfPartOfAWeek(t *testing.T) {
	whole, in := newBrief(t, runner(nil)), runner(nil)
	in.Days, in.Locked.Days = 10, 10
	b := newBrief(t, in)
	if len(b.Days) != 10 || len(b.Weeks) != 2 || b.Weeks[1].Minutes > whole.Weeks[1].Minutes*4/7 || b.Weeks[0].Minutes != whole.Weeks[0].Minutes {
		t.Errorf("%d min in three days, %d in seven", b.Weeks[1].Minutes, whole.Weeks[1].Minutes)
	}
	for _, s := range b.Weeks[1].Slots {
		if s.Last > 10 || s.First > s.Last {
			t.Errorf("%s stands on days %d to %d of ten", s.Role, s.First, s.Last)
		}
	}
	in = runner(func(p *training.Profile) {})
	in.Days, in.Locked.Days = 3, 3
	in.CheckIns = []training.CheckIn{{Date: monday - 1, BannedSports: training.Sports}}
	if b := newBrief(t, in); len(b.Weeks) != 1 || len(b.Weeks[0].Slots) != 0 {
		t.Errorf("with every sport ruled out: %+v", b.Weeks)
	}
}

// What closes a day, and what bends a week.
func TestNewBends(t *testing.T) {
	in := runner(nil)
	in.LockedDays, in.GaveUp = []training.Date{monday}, []training.Date{monday + 1}
	in.Wishes, _ = wish.Read("rest on Wednesday; a long run on Thursday", monday-1, monday, 14)
	b := newBrief(t, in)
	for day, closed := range []bool{true, true, true, false, false, false, false} {
		if b.Days[day].Closed != closed {
			t.Errorf("day %d: %+v", day+1, b.Days[day])
		}
	}

	in = runner(nil)
	in.FullUntil = monday + 6
	b = newBrief(t, in)
	for day := range 14 {
		if b.Days[day].Closed != (day < 7) {
			t.Errorf("with the first week full, day %d: %+v", day+1, b.Days[day])
		}
	}

	race := func(p *training.Profile) {
		p.Events = []training.Event{{ID: "e", Name: "City marathon", Date: monday + 13, Sport: training.Run, Priority: training.EventA}}
	}
	usual, taper := newBrief(t, runner(nil)), newBrief(t, runner(race))
	if taper.Event == nil || taper.Weeks[1].Standing.Phase != session.Taper || taper.Weeks[1].Minutes >= usual.Weeks[1].Minutes || !taper.Days[13].Closed {
		t.Errorf("before a race: %+v, else %+v", taper.Weeks, usual.Weeks)
	}

	in = runner(nil)
	in.Ledger = training.NewLedger(in.Hours.Profile, monday-1, nil, nil, nil)
	in.Locked.Activities = nil
	b = newBrief(t, in)
	if b.Known || b.Weeks[0].Minutes > 240 || b.Weeks[0].HIMost > 0 { // coaching 2.6: history thin, intermediate by own word
		t.Errorf("of nobody known: %d min, %d of high intensity", b.Weeks[0].Minutes, b.Weeks[0].HIMost)
	}
}

// A session that stands fills the slot of its class, and its family does not come again within the days that it wants between two.
func TestWhatStandsIsCounted(t *testing.T) {
	long := training.Session{
		PlannedSession: training.PlannedSession{ID: "k", Date: monday + 6, Start: 7 * 60, Status: training.Planned}, Sport: training.Run,
		Family: "R-LONG", Load: training.Load{DurationSeconds: 75 * 60},
	}
	in := runner(nil)
	in.Kept, in.Locked.Sessions = []training.Session{long}, []training.Session{long}
	b := newBrief(t, in)
	if held := slots(&b.Weeks[0], season.L); len(held) != 1 || held[0].Lock != 1 || held[0].Family() != "R-LONG" {
		t.Errorf("%+v", held)
	}

	test := long
	test.Family, test.Load.DurationSeconds, test.Load.Demand.HighIntensity = "R-TEST", 55*60, true
	in = runner(nil)
	if free := newBrief(t, in); len(slots(&free.Weeks[1], season.TestRole)) != 1 {
		t.Fatalf("the second week has no test: %+v", free.Weeks[1].Slots)
	}
	in.Kept, in.Locked.Sessions = []training.Session{test}, []training.Session{test}
	for n, w := range newBrief(t, in).Weeks {
		for _, s := range w.Slots {
			if s.Lock == 0 && s.Family() == "R-TEST" {
				t.Errorf("week %d tests beside the test that stands", n+1)
			}
		}
	}
}
