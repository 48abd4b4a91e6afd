package plancheck

import (
	"strings"
	"testing"
	"time"
)

// What grows too fast, stands too near a race or comes too soon after days off is found, and what is at the limit is not.
func TestGrowthRacesAndGapsAreMeasured(t *testing.T) {
	lasting := func(s Session, minutes int) Session {
		s.End = s.Start.Add(time.Duration(minutes) * time.Minute)
		return s
	}
	far := func(s Session, meters float64) Session { s.Meters = meters; return s }
	hi := func(s Session) Session { s.HI = true; return s }
	heavy := func(s Session) Session { s.Heavy = true; return s }
	legs := func(d, sets int) Session { s := at(d, 18, "STRENGTH", 20); s.LegSets = sets; return s }
	metres := func(each float64, plan ...Session) []Session {
		list := history()
		for i := range list {
			list[i].Meters = each
		}
		return append(list, plan...)
	}
	until := func(last int, plan ...Session) []Session { // of the history what is no later
		var list []Session
		for _, s := range history() {
			if s.Start.Before(first.AddDate(0, 0, last)) {
				list = append(list, s)
			}
		}
		return append(list, plan...)
	}
	race := func(format, priority, sport string, day int) Athlete {
		return Athlete{Level: 1, Races: []Race{{Day: first.AddDate(0, 0, day-1), Sport: sport, Format: format, Priority: priority}}}
	}
	novice, trained := Athlete{Level: 0}, Athlete{Level: 1}
	for n, c := range []struct {
		a        Athlete
		sessions []Session
		want     string // the rule, with a minus before it where it is kept
	}{
		{trained, append(history(), lasting(at(2, 7, "RUN", 50), 66)), "-VOL-2"}, {trained, append(history(), lasting(at(2, 7, "RUN", 50), 70)), "VOL-2"},
		{trained, metres(10_000, far(at(2, 7, "RUN", 50), 11_000)), "-VOL-2"}, {trained, metres(10_000, far(at(2, 7, "RUN", 50), 11_500)), "VOL-2"},
		{trained, []Session{lasting(at(2, 7, "RUN", 20), 30)}, "-VOL-2"}, {trained, []Session{lasting(at(2, 7, "RUN", 20), 40)}, "VOL-2"},
		{trained, metres(10_000, far(at(1, 7, "RUN", 9), 10_000), far(at(3, 7, "RUN", 9), 10_000), far(at(5, 7, "RUN", 9), 10_000)), "-VOL-3"},
		{trained, metres(8_000, far(at(1, 7, "RUN", 9), 9_000), far(at(2, 7, "RUN", 9), 9_000), far(at(3, 7, "RUN", 9), 9_000), far(at(4, 7, "RUN", 9), 9_000), far(at(5, 7, "RUN", 9), 9_000), far(at(6, 7, "RUN", 9), 9_000)), "VOL-3"},
		{novice, append(history(), lasting(at(-3, 9, "RIDE", 30), 40), lasting(at(2, 7, "RIDE", 30), 60)), "-SPK-1"},
		{novice, append(history(), lasting(at(-3, 9, "RIDE", 30), 40), lasting(at(2, 7, "RIDE", 30), 65)), "SPK-1"},
		{novice, append(history(), lasting(at(2, 7, "RIDE", 20), 30)), "-SPK-1"}, {novice, append(history(), lasting(at(2, 7, "RIDE", 20), 40)), "SPK-1"},
		{novice, append(history(), lasting(far(at(2, 7, "SWIM", 20), 300), 20)), "-SPK-1"}, {novice, append(history(), lasting(far(at(2, 7, "SWIM", 20), 400), 20)), "SPK-1"},
		{novice, append(history(), legs(2, 6)), "-SPK-1"}, {novice, append(history(), legs(2, 7)), "SPK-1"},
		{novice, append(history(), legs(-3, 5), legs(2, 9)), "-SPK-1"}, {novice, append(history(), legs(-3, 5), legs(2, 10)), "SPK-1"},
		{race("RUN_HALF", "A", "RUN", 10), append(history(), heavy(at(2, 18, "STRENGTH", 20))), "-TAP-4"},
		{race("RUN_HALF", "A", "RUN", 10), append(history(), heavy(at(3, 18, "STRENGTH", 20))), "TAP-4"},
		{race("RUN_MARATHON", "A", "RUN", 12), append(history(), heavy(at(2, 18, "STRENGTH", 20))), "TAP-4"},
		{race("LIFT_MEET", "A", "STRENGTH", 7), append(history(), heavy(at(2, 18, "STRENGTH", 20))), "-TAP-4"},
		{race("RUN_10K", "B", "RUN", 7), append(history(), heavy(at(4, 18, "STRENGTH", 20))), "TAP-4"},
		{race("RUN_MARATHON", "A", "RUN", -1), append(history(), at(3, 7, "RUN", 20)), "TAP-7"}, {race("RUN_MARATHON", "A", "RUN", -1), append(history(), at(4, 7, "RUN", 20)), "-TAP-7"},
		{race("RUN_MARATHON", "A", "RUN", -1), append(history(), hi(at(13, 7, "RUN", 20))), "TAP-7"}, {race("RUN_MARATHON", "A", "RUN", -4), append(history(), hi(at(11, 7, "RUN", 20))), "-TAP-7"},
		{race("RUN_MARATHON", "C", "RUN", -1), append(history(), at(3, 7, "RUN", 20)), "-TAP-7"},
		{trained, until(-9, hi(at(2, 7, "RUN", 20))), "RET-2"}, {trained, until(-9, at(1, 7, "RUN", 20), hi(at(3, 7, "RUN", 20))), "-RET-2"},
		{trained, until(-3, hi(at(2, 7, "RUN", 20))), "-RET-2"}, {trained, until(-32, at(1, 7, "RUN", 20), hi(at(10, 7, "RUN", 20))), "RET-2"},
		{Athlete{Level: 1, Age: 14}, append(history(), lasting(at(2, 7, "RUN", 20), 60)), "-WHO-3"}, {Athlete{Level: 1, Age: 14}, append(history(), lasting(at(2, 7, "RUN", 20), 66)), "WHO-3"},
		{Athlete{Level: 1, Age: 16}, append(history(), lasting(at(2, 7, "RUN", 20), 66)), "-WHO-3"}, {Athlete{Level: 1, Age: 2}, append(history(), at(2, 7, "RUN", 20)), "WHO-3"},
	} {
		rule, kept := strings.CutPrefix(c.want, "-")
		if got := strings.Contains(strings.Join(Check(c.a, first, 14, c.sessions), "; "), rule); got == kept {
			t.Errorf("%d: %s found %t: %v", n, rule, got, Check(c.a, first, 14, c.sessions))
		}
	}
}
