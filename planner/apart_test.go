package planner_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// takesLegs tells what a session takes out of the legs: whether it is hard for them, and whether it is that or a long day. Openers are neither.
func takesLegs(s *stood) (hard, much bool) {
	f, known := session.Find(s.family)
	if !known || f.Sport == training.Swim || strings.HasSuffix(string(f.ID), "-OPEN") || f.ID == "H-PRIME" {
		return false, false
	}
	least := map[training.Sport]int{training.Run: 75, training.Ride: 120, training.Row: 75, training.Hike: 180}[s.Sport]
	hard = s.Load.Demand.HighIntensity
	return hard, hard || least > 0 && s.Load.DurationSeconds >= 60*least || strings.HasPrefix(string(f.ID), "X-")
}

// Hard days are hard so that easy ones are easy: high intensity stands on no day beside another hard or long one for the legs, unless the week leaves no other
// way. What is kept of it is of triathletes, whose weeks have five sessions that ask for something.
func TestHardDaysAreApart(t *testing.T) {
	withoutRace(t)
	var apart share
	for i, a := range athletes.Make(many(600, 300, 72), 31, monday) {
		m, run := synthetic(&a), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		hard, much := map[training.Date]string{}, map[training.Date]string{}
		list := m.stands(monday, monday+13)
		for j := range list {
			s := &list[j]
			if h, m := takesLegs(s); h {
				hard[s.Date] = s.Title
				much[s.Date] = s.Title
			} else if m && much[s.Date] == "" {
				much[s.Date] = s.Title
			}
		}
		beside := ""
		for day := monday; day < monday+13; day++ {
			if hard[day] != "" && much[day+1] != "" || much[day] != "" && hard[day+1] != "" {
				beside += fmt.Sprintf(", %s %s and %s", day.Weekday(), much[day], much[day+1])
			}
		}
		apart.count(beside == "", "%d %s%s", i, a.Name, beside)
	}
	t.Logf("%.1f %% of %d fortnights, but for %s", apart.percent(), apart.all, strings.Join(apart.missed, "\n    "))
	if apart.percent() < 98 {
		t.Error("too many fortnights have hard days side by side")
	}
}

// A long session stands on no day that has a hard session already, nor one that is as long: beside a locked race rehearsal there is another day for it.
func TestNothingLongBesideWhatIsLocked(t *testing.T) {
	withoutRace(t)
	m, run := scenarios["hyrox"](), request(14)
	plan(t, m, run)
	locked := map[training.Date]string{}
	for _, s := range m.after() {
		if s.Lock != nil {
			locked[s.Date] = s.Title
		}
	}
	longs := 0
	for _, s := range m.stands(monday, monday+13) {
		if s.family != "R-LONG" {
			continue
		}
		if longs++; locked[s.Date] != "" {
			t.Errorf("%s: %s beside %s\n%s", s.Date, s.Title, locked[s.Date], m.table(run))
		}
	}
	if longs == 0 || len(locked) == 0 {
		t.Errorf("%d long runs, %d locked sessions", longs, len(locked))
	}
}
