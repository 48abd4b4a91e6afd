package plancheck

import (
	"strings"
	"testing"
	"time"
)

var first = time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)

func at(d int, hour float64, sport string, tss float64) Session {
	start := first.AddDate(0, 0, d-1).Add(time.Duration(hour * float64(time.Hour)))
	return Session{Name: sport, Start: start, End: start.Add(time.Hour), Sport: sport, TSS: tss, Done: d < 1, Legs: sport != "SWIM" && sport != "STRENGTH"}
}

func history() []Session {
	var list []Session
	for d := -41; d <= 0; d++ {
		if d%2 != 0 {
			list = append(list, at(d, 7, "RUN", 60))
		}
	}
	return list
}

func ptr(s Session) *Session { return &s }

// The checker must be able to fail: each fault is found.
func TestEachFaultIsFound(t *testing.T) {
	hi := func(s Session) Session { s.HI = true; return s }
	heavy := func(s Session) Session { s.Heavy = true; return s }
	race := func(s Session) Session { s.Race = true; return s }
	moderate := func(s Session) Session { s.Moderate = true; return s }
	long := func(s Session) Session { s.Long = true; return s }
	lasting := func(s Session, hours float64) Session {
		s.End = s.Start.Add(time.Duration(hours * float64(time.Hour)))
		return long(s)
	}
	for want, plan := range map[string][]Session{
		"":                                       {hi(at(2, 7, "RUN", 50)), at(4, 7, "RIDE", 40)},
		"INT-1":                                  {hi(at(2, 7, "RUN", 50)), hi(at(4, 4, "RUN", 50))},
		"INT-2":                                  {hi(at(2, 7, "RUN", 50)), hi(at(3, 4, "RIDE", 50))},
		"INT-3":                                  {hi(at(2, 7, "RUN", 50)), hi(at(5, 7, "RUN", 50)), hi(at(8, 7, "RUN", 50))},
		"INT-7":                                  {hi(at(2, 4, "RUN", 50)), hi(at(2, 20, "RUN", 50))},
		"CON-1":                                  {hi(at(2, 7, "RUN", 50)), heavy(at(2, 10, "STRENGTH", 50))},
		"CON-2":                                  {heavy(at(2, 18, "STRENGTH", 50)), hi(at(3, 7, "RUN", 50))},
		"CON-2: STRENGTH ends 12.0 h before RUN": {heavy(at(2, 18, "STRENGTH", 50)), race(at(3, 7, "RUN", 50))},
		"INT-7: 2 key sessions on day 2":         {race(at(2, 4, "RUN", 20)), long(at(2, 20, "RIDE", 20))},
		"INT-7: RUN and RUN on day 2":            {moderate(at(2, 8, "RUN", 20)), moderate(at(2, 18, "RUN", 20))},
		"RST-1":                                  {at(1, 7, "SWIM", 5), at(2, 7, "SWIM", 5), at(3, 7, "SWIM", 5), at(4, 7, "SWIM", 5), at(5, 7, "SWIM", 5), at(6, 7, "SWIM", 5), at(7, 7, "SWIM", 5)},
		"LD-2":                                   {at(1, 7, "SWIM", 400)},
		"LD-3":                                   {at(9, 7, "SWIM", 200), at(12, 7, "SWIM", 200)},
		"AVL-3":                                  {at(1, 5, "SWIM", 5), at(1, 10, "SWIM", 5), at(1, 15, "SWIM", 5)},
		"AVL-4":                                  {at(1, 5, "SWIM", 5), at(1, 5.5, "SWIM", 5)},
	} {
		faults := Check(Athlete{Level: 1}, first, 14, append(history(), plan...))
		text := strings.Join(faults, "; ")
		if (want == "") != (text == "") || !strings.Contains(text, want) {
			t.Errorf("want %q, got %s", want, text)
		}
	}
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[int]time.Duration{27: 150 * time.Minute, 28: 90 * time.Minute} {
		if w, open := Open(time.Date(2027, 3, day, 0, 0, 0, 0, time.UTC), 90, 240, berlin); !open || w.End.Sub(w.Start) != want {
			t.Errorf("01:30 to 04:00 on 2027-03-%d: %v, want %s", day, w, want)
		}
	}
	if w, open := Open(time.Date(2027, 3, 28, 0, 0, 0, 0, time.UTC), 120, 180, berlin); open {
		t.Errorf("a window in a gap: %v", w)
	}
	lift := heavy(at(2, 18, "STRENGTH", 30))
	for run, want := range map[*Session]bool{
		ptr(lasting(at(3, 7, "RUN", 60), 1.5)): true, ptr(lasting(at(3, 7, "RUN", 60), 1.4)): false, ptr(lasting(at(3, 7, "RIDE", 60), 3)): false,
	} {
		faults := Check(Athlete{Level: 1}, first, 14, append(history(), lift, *run))
		if got := strings.Contains(strings.Join(faults, "; "), "CON-2"); got != want {
			t.Errorf("%s after heavy legs: %v", run.Name, faults)
		}
	}
	novice := Athlete{Level: 0}
	if faults := Check(novice, first, 14, append(history(), hi(at(2, 7, "RUN", 30)))); len(faults) > 0 {
		t.Errorf("a novice of six weeks: %v", faults)
	}
	recent := history()[8:] // since 25 days
	if faults := strings.Join(Check(novice, first, 14, append(recent, hi(at(2, 7, "RIDE", 30)))), "; "); !strings.Contains(faults, "WHO-2") {
		t.Errorf("a novice of three weeks and a half: %s", faults)
	}
	pressed := at(2, 18, "STRENGTH", 30)
	for _, c := range []struct {
		set   Set
		level int
		want  bool
	}{
		{Set{Reps: 4, Fraction: 0.85, Reserve: -1}, 0, true}, {Set{Reps: 4, Fraction: 0.85, Reserve: -1}, 1, false}, // 1.3 are left
		{Set{Reps: 5, Fraction: 0.75, Reserve: -1}, 0, false}, {Set{Reps: 8, Reserve: 2}, 0, true}, {Set{Reps: 20, Reserve: -1}, 0, false},
	} {
		pressed.Sets = []Set{c.set}
		faults := Check(Athlete{Level: c.level}, first, 14, append(history(), pressed))
		if got := strings.Contains(strings.Join(faults, "; "), "WHO-2"); got != c.want {
			t.Errorf("%+v at level %d: %v", c.set, c.level, faults)
		}
	}
	raced := Athlete{Level: 1, Races: []Race{{Day: first.AddDate(0, 0, 1), Sport: "RUN", TSS: 380}}}
	if faults := Check(raced, first, 14, append(history(), at(3, 7, "SWIM", 60))); len(faults) > 0 {
		t.Errorf("a race is left out of the ramp and of form: %v", faults)
	}
	if faults := strings.Join(Check(raced, first, 14, append(history(), at(3, 7, "SWIM", 450))), "; "); !strings.Contains(faults, "LD-2") {
		t.Errorf("what is done after it is not: %s", faults)
	}
	raced.Races[0].Full = 24
	if faults := strings.Join(Check(raced, first, 14, append(history(), at(3, 7, "SWIM", 450))), "; "); strings.Contains(faults, "LD-2") {
		t.Errorf("form is not asked for while a race is slept off: %s", faults)
	}
	light := append(history(), at(9, 7, "SWIM", 150), at(12, 7, "SWIM", 150))
	for i := range light {
		if light[i].Done && light[i].Start.Before(first.AddDate(0, 0, -14)) {
			light[i].TSS = 20
		}
	}
	eased := Athlete{Level: 1}
	if faults := strings.Join(Check(eased, first, 14, light), "; "); !strings.Contains(faults, "LD-3") {
		t.Errorf("300 TSS after weeks of 240, 180 and 60: %s", faults)
	}
	for d := -40; d <= -14; d++ {
		eased.Eased = append(eased.Eased, first.AddDate(0, 0, d))
	}
	if faults := strings.Join(Check(eased, first, 14, light), "; "); strings.Contains(faults, "LD-3") {
		t.Errorf("with the light weeks left out: %s", faults)
	}
	stated := Athlete{Level: 1, Stated: 60, StatedOn: first}
	if faults := strings.Join(Check(stated, first, 14, []Session{at(1, 7, "SWIM", 400)}), "; "); !strings.Contains(faults, "LD-2") {
		t.Errorf("400 TSS on a stated fitness of 60: %s", faults)
	}
	outside := Check(Athlete{Level: 1, Limited: true}, first, 14, append(history(), at(1, 7, "RUN", 10)))
	if len(outside) == 0 {
		t.Error("a session outside the hours is not found")
	}
}
