package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// calendar is that of an athlete with one A event, some days after day 1, and a long history of its sports.
func calendar(a Athlete, f training.EventFormat, days int) *Calendar {
	h := past(day1, 6, 400, 0, 5, training.Run)
	for i := range h.Blocks {
		h.Blocks[i].BySport = map[training.Sport]int{training.Run: 100, training.Ride: 100, training.Swim: 100, training.Row: 100}
	}
	e := event(f, days+1)
	return NewCalendar(&a, &Goal{}, []Event{e}, &h, &Racer{}, day1)
}

func TestPhaseOfADay(t *testing.T) {
	i, n := Athlete{Level: training.Intermediate, CTL: 50}, Athlete{Level: training.Novice, CTL: 50}
	a := Athlete{Level: training.Advanced, CTL: 75}
	for _, v := range []struct {
		athlete Athlete
		format  training.EventFormat
		d       int
		want    session.Phase
		wave    bool
	}{
		{i, training.RunMarathon, 112, session.Base, false}, {i, training.RunMarathon, 85, session.Base, false}, {i, training.RunMarathon, 84, session.Build, false},
		{i, training.RunMarathon, 50, session.Build, false}, {i, training.RunMarathon, 49, session.Specific, false}, {i, training.RunMarathon, 15, session.Specific, false},
		{i, training.RunMarathon, 14, session.Taper, false}, {i, training.RunMarathon, 127, session.Base, true}, {n, training.RunMarathon, 21, session.Taper, false},
		{n, training.RunMarathon, 22, session.Specific, false},
		{i, training.Run10K, 64, session.Base, false}, {i, training.Run10K, 63, session.Build, false}, {i, training.Run10K, 35, session.Specific, false},
		{a, training.TriFull, 64, session.Build, false}, {a, training.TriFull, 63, session.Specific, false},
		{i, training.TriHalf, 88, session.Base, false}, {i, training.TriHalf, 87, session.Build, false},
	} {
		s := calendar(v.athlete, v.format, v.d).On(day1)
		if s.Phase != v.want || (s.Event == nil) != v.wave {
			t.Errorf("%s %s, D %d: phase %d (%s), want %d, without an event %v", v.athlete.Level, v.format, v.d, s.Phase, s.Reason, v.want, v.wave)
		}
	}
}

func TestShortSeasons(t *testing.T) {
	for _, v := range []struct {
		format training.EventFormat
		weeks  int
		ctl    float64
		level  training.Level
		fresh  bool // new to one of the event's sports
		want   [4]int
	}{
		{training.Run5K, 3, 12, training.Novice, false, [4]int{1, 0, 0, 2}}, {training.Run5K, 6, 15, training.Novice, false, [4]int{1, 2, 1, 2}},
		{training.RunHalf, 10, 25, training.Intermediate, false, [4]int{2, 4, 2, 2}}, {training.RunMarathon, 12, 20, training.Novice, false, [4]int{3, 4, 3, 2}},
		{training.TriOlympic, 8, 35, training.Intermediate, true, [4]int{1, 3, 2, 2}},
	} {
		c := calendar(Athlete{Level: v.level, CTL: v.ctl}, v.format, 7*v.weeks)
		if v.fresh {
			for i := range c.history.Blocks {
				c.history.Blocks[i].BySport = map[training.Sport]int{training.Run: 200}
			}
		}
		l := c.Lengths(&c.events[0])
		if got := [4]int{l.TaperWeeks(), l.Specific, l.Build, l.Base}; got != v.want {
			t.Errorf("%s in %d weeks, CTL %g: %v, want %v", v.format, v.weeks, v.ctl, got, v.want)
		}
	}
}

func TestTwoAEvents(t *testing.T) {
	for _, v := range []struct {
		apart int
		want  training.EventPriority
	}{{21, training.EventB}, {22, training.EventA}} {
		first, second := event(training.Run10K, 30), event(training.RunHalf, 30+v.apart)
		h := past(day1, 6, 300, 0, 5, training.Run)
		c := NewCalendar(&Athlete{Level: training.Intermediate, CTL: 50}, &Goal{}, []Event{second, first}, &h, &Racer{}, day1)
		if got := c.events[0].Priority; got != v.want || c.events[1].Priority != training.EventA {
			t.Errorf("%d days apart: the earlier is %s, want %s", v.apart, got, v.want)
		}
	}
}

func TestAfterARace(t *testing.T) {
	for _, v := range []struct {
		name        string
		athlete     Athlete
		format      training.EventFormat
		priority    training.EventPriority
		noRun, easy int
	}{
		{"B 10K", Athlete{Level: training.Intermediate}, training.Run10K, training.EventB, 1, 3},
		{"half of a novice", Athlete{Level: training.Novice}, training.RunHalf, training.EventA, 4, 9},
		{"marathon at 52", Athlete{Level: training.Intermediate, Age: 52}, training.RunMarathon, training.EventA, 6, 16},
		{"marathon", Athlete{Level: training.Intermediate, Age: 40}, training.RunMarathon, training.EventA, 4, 14},
		{"parkrun", Athlete{Level: training.Novice}, training.Run5K, training.EventC, 0, 0},
	} {
		c := calendar(v.athlete, v.format, 3)
		e := c.events[0]
		e.Priority = v.priority
		if noRun, easy, _ := c.Aftermath(&e); noRun != v.noRun || easy != v.easy {
			t.Errorf("%s: no running for %d days, easy for %d; want %d and %d", v.name, noRun, easy, v.noRun, v.easy)
		}
	}
	c := calendar(Athlete{Level: training.Intermediate, Age: 52}, training.RunMarathon, 3)
	for since, want := range map[int]string{6: "no running", 7: "easy", 16: "easy", 17: "keys"} {
		s, got := c.On(day1.AddDays(3+since)), "keys"
		switch {
		case s.NoRun:
			got = "no running"
		case s.Easy:
			got = "easy"
		}
		if s.Phase != session.Recovery || got != want {
			t.Errorf("day %d after the marathon of a master: phase %d, %s; want %s", since, s.Phase, got, want)
		}
	}
}
