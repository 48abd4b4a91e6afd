package brief_test

import (
	"strings"
	"testing"

	"fortnight/brief"
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

const monday training.Date = 20787 // 2026-11-30

// runner is somebody who has run an hour a day, five days a week, for six weeks, with an hour and a half on every day of two weeks to come.
func runner(change func(*training.Profile)) brief.Input {
	p := training.NewProfile("Europe/Berlin")
	p.Level, p.Priority = training.Intermediate, training.PriorityEndurance
	for _, day := range []training.Weekday{
		training.Monday, training.Tuesday, training.Wednesday, training.Thursday, training.Friday, training.Saturday, training.Sunday,
	} {
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
	standing := rules.Input{Today: monday - 1, From: monday, Days: 14, Profile: p, Activities: done}
	return brief.Input{
		From: monday, Days: 14, Hours: hours.Hours{Profile: &p, Today: monday - 1}, Ledger: training.NewLedger(&p, monday-1, nil, done, nil),
		Locked: standing, Standing: standing,
	}
}

func kinds(b *brief.Brief) map[brief.Kind]int {
	n := map[brief.Kind]int{}
	for _, d := range b.Days {
		n[d.Kind]++
	}
	return n
}

func TestNew(t *testing.T) {
	b := brief.New(runner(nil))
	if !b.Known || len(b.Weeks) != 2 || len(b.Days) != 14 || len(b.Sports) != 1 || b.Sports[0] != (brief.Share{Sport: training.Run, Share: 1}) {
		t.Fatalf("%+v", b)
	}
	if n := kinds(b); n[brief.Long] != 2 || n[brief.Hard] < 2 || n[brief.Lift] != 2 {
		t.Errorf("two weeks of %v", n)
	}
	for n, w := range b.Weeks {
		sum := 0.0
		for _, d := range b.Days[7*n : 7*n+7] {
			sum += d.TSS
		}
		if sum != w.Budget || w.Budget < 150 || w.Budget > 350 || w.Why == "" {
			t.Errorf("week %d: %+v, its days %.0f TSS", n+1, w, sum)
		}
	}
	if !strings.HasPrefix(b.Message(), "Week 1 (") {
		t.Errorf("%q", b.Message())
	}
}

// What closes a day, and what bends a week.
func TestNewBends(t *testing.T) {
	in := runner(nil)
	in.LockedDays, in.GaveUp = []training.Date{monday}, []training.Date{monday + 1}
	in.Wishes, _ = wish.Read("rest on Wednesday; a long run on Thursday; I want to swim on Friday", monday-1, monday, 14)
	b := brief.New(in)
	for day, closed := range []bool{true, true, true, false, false, false, false} {
		if b.Days[day].Closed != closed || closed && b.Days[day].Kind != brief.Rest {
			t.Errorf("day %d: %+v", day+1, b.Days[day])
		}
	}
	if b.Days[3].Kind != brief.Long || len(b.Wished) != 1 || b.Wished[0] != training.Swim {
		t.Errorf("Thursday is for %q, wished for is %v", b.Days[3].Kind, b.Wished)
	}

	in = runner(nil)
	in.FullUntil = monday + 6
	if n := kinds(brief.New(in)); n[brief.Rest] < 7 {
		t.Errorf("with the first week full: %v", n)
	}

	race := func(p *training.Profile) {
		p.Events = []training.Event{{ID: "e", Name: "City marathon", Date: monday + 13, Sport: training.Run, Priority: training.EventA}}
	}
	usual, taper := brief.New(runner(nil)), brief.New(runner(race))
	if taper.Event == nil || taper.Weeks[1].Phase != "taper" || taper.Weeks[1].Budget >= usual.Weeks[1].Budget || !taper.Days[13].Closed {
		t.Errorf("before a race: %+v, else %+v", taper.Weeks, usual.Weeks)
	}

	in = runner(nil)
	in.Ledger = training.NewLedger(in.Hours.Profile, monday-1, nil, nil, nil)
	in.Locked.Activities, in.Standing.Activities = nil, nil
	if b := brief.New(in); b.Known || kinds(b)[brief.Hard] > 1 || !strings.Contains(b.Weeks[0].Why, "nothing is known") {
		t.Errorf("of nobody known: %+v", b)
	}
}
