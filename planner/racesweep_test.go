package planner_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// raceFaults are what a coach would not hand over of the days before a race, by kind.
type raceFaults map[string][]string

func (f raceFaults) object(kind, name, format string, args ...any) {
	f[kind] = append(f[kind], name+": "+fmt.Sprintf(format, args...))
}

// before looks at the days before the event of an athlete whose usual week has some habits.
func (f raceFaults) before(name string, a *athletes.Athlete, list []stood, last training.Date) {
	race, rows := a.Profile.Events[0].Date, a.Kind == "2 km row"
	busy, demanding := map[training.Date]bool{}, map[training.Date]int{}
	sports := map[[2]int]map[training.Sport]bool{}
	for i := range list {
		s := &list[i]
		family, _ := session.Find(s.family)
		left := int(race - s.Date)
		if s.Sport != training.Mobility {
			busy[s.Date] = true
		}
		hard, much := takesLegs(s)
		if hard || much && family.Class != session.Easy {
			demanding[s.Date]++
		}
		if demanding[s.Date] > 1 {
			f.object("two of a day", name, "%s, %s", s.Date, s.Title)
		}
		sharp := rows && left == 3 // of rowers of two kilometres (coaching 6.2)
		switch {
		case left == 0:
			f.object("a session on the day of the race", name, "%s", s.Title)
		case left < 0 || left > 7:
		case left <= 3 && hard && !sharp:
			f.object("hard in the last three days", name, "%s %d days before", s.Title, left)
		case left <= 2 && s.Load.DurationSeconds > 40*60:
			f.object("much in the last two days", name, "%s %d days before", s.Title, left)
		case s.Load.Demand.HeavyLower:
			f.object("heavy legs in the last week", name, "%s %d days before", s.Title, left)
		case family.Class == session.Long || family.ID == "X-BRICK":
			f.object("long in the last week", name, "%s %d days before", s.Title, left)
		}
		if left > 0 && left <= 14 {
			week := [2]int{(left - 1) / 7}
			if sports[week] == nil {
				sports[week] = map[training.Sport]bool{}
			}
			sports[week][s.Sport] = true
			if strings.HasPrefix(string(s.family), "X-") {
				sports[week][training.Run] = true
			}
		}
	}
	if len(a.Habit) >= 5 {
		for day := monday; day+2 < race && day+2 <= last; day++ {
			if !busy[day] && !busy[day+1] && !busy[day+2] {
				f.object("three empty days", name, "%d days before", int(race-day))
			}
		}
	}
	if strings.Contains(a.Kind, "triathlon") || strings.HasSuffix(a.Kind, "distance") {
		for week, there := range sports {
			if whole := int(race-monday) >= 7*week[0]+7 && race.AddDays(-7*week[0]-1) <= last; whole {
				for _, s := range []training.Sport{training.Swim, training.Ride, training.Run} {
					if !there[s] {
						f.object("a sport of the triathlon left out", name, "%s, %d weeks before", s, week[0]+1)
					}
				}
			}
		}
	}
}

// Plans that begin 1 to 21 days before a race, of every kind of athlete: what the days before it may not hold, and that their bands are kept.
func TestPlansThatBeginShortlyBeforeARace(t *testing.T) {
	withoutRace(t)
	faults, plans := raceFaults{}, 0
	for seed := range uint64(many(5, 1, 1)) {
		for left := 1; left <= 21; left += many(1, 1, 3) {
			for i, a := range athletes.Make(24, 100*(seed+1)+uint64(left), monday) {
				if len(a.Profile.Events) == 0 {
					continue
				}
				a.Profile.Events[0].Date = monday.AddDays(left - 1)
				name := fmt.Sprintf("%d %s, %d days to go", i, a.Kind, left-1)
				m, run := synthetic(&a), request(14)
				plan(t, m, run)
				plans++
				if m.outcome.Status != runs.Succeeded {
					faults.object("no plan", name, "%s", *m.outcome.Failure)
					continue
				}
				faults.before(name, &a, m.stands(monday, monday+13), monday+13)
				for _, v := range m.outcome.Certificate.Violations() {
					if v.Severity == rules.Hard {
						faults.object("HARD", name, "%s", v.Message)
					}
					if strings.HasPrefix(string(v.RuleID), "TAP-") {
						faults.object(string(v.RuleID), name, "%s", v.Message)
					}
				}
			}
		}
	}
	most := map[string]float64{"TAP-1": 18, "TAP-2": 10, "TAP-3": 5, "TAP-5": 32, "TAP-6": 1, "a sport of the triathlon left out": 1, "three empty days": .5, "two of a day": .1} // percent of the plans; of all else none
	for kind, list := range faults {
		if 100*float64(len(list)) > most[kind]*float64(plans) {
			t.Errorf("%d of %d: %s\n    %s", len(list), plans, kind, strings.Join(list[:min(12, len(list))], "\n    "))
		}
		t.Logf("%d of %d: %s", len(list), plans, kind)
	}
}
