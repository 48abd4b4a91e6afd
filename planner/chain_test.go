package planner_test

import (
	"fmt"
	"os"
	"testing"

	"fortnight/brief"
	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
)

// live does a fortnight as it was planned: its sessions are done, and the next plan begins where it ended.
func (m *memory) live(from training.Date) {
	m.snapshot.Sessions = m.after()
	for i := range m.snapshot.Sessions {
		s := &m.snapshot.Sessions[i]
		if s.Date < from.AddDays(14) && s.Status == training.Planned {
			s.Status = training.Completed
			s.Result = &training.SessionResult{DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS}
		}
	}
	m.snapshot.Today = from.AddDays(13)
	m.calendar, m.outcome, m.events, m.progress = nil, nil, nil, nil
}

// climb is what was reached in each four weeks of a season: the longest session of the main sport in minutes, and the highest rung of each key
// family; how often a family was the key session.
type climb struct {
	long  [4]int
	rungs [4]map[session.ID]int
	keys  map[session.ID]int
}

// main is the family that was the key session most often.
func (c *climb) main() (main session.ID) {
	for id, n := range c.keys {
		if n > c.keys[main] || n == c.keys[main] && id < main {
			main = id
		}
	}
	return main
}

// add counts a fortnight that was planned, its weeks counted from 0.
func (c *climb) add(b *brief.Brief, f int, sessions []stood) {
	for i := range b.Weeks {
		month := (2*f + i) / 4
		if c.rungs[month] == nil {
			c.rungs[month] = map[session.ID]int{}
		}
		for _, s := range sessions {
			if s.Date < b.Weeks[i].First || s.Date >= b.Weeks[i].First+7 {
				continue
			}
			if s.Sport == b.Main {
				c.long[month] = max(c.long[month], s.Load.DurationSeconds/60)
			}
			for n := range b.Weeks[i].Slots {
				if slot := &b.Weeks[i].Slots[n]; (slot.Role == season.K || slot.Role == season.K2) && slot.Family() == s.family && slot.Level > 0 {
					c.rungs[month][s.family] = max(c.rungs[month][s.family], s.level)
					c.keys[s.family]++
				}
			}
		}
	}
}

// falls are what is lower in some four weeks than before: the long session by more than what rounding explains, the main family by any rung
// (coaching 9.2).
func (c *climb) falls(name string) (list []string) {
	for month := 1; month < len(c.long); month++ {
		if 20*c.long[month] < 19*c.long[month-1]-100 {
			list = append(list, fmt.Sprintf("%s: the longest session of weeks %d to %d is %d min, %d before", name, 4*month+1, 4*month+4, c.long[month], c.long[month-1]))
		}
		main, before := c.main(), 0
		for m := range month {
			before = max(before, c.rungs[m][main])
		}
		if level := c.rungs[month][main]; level > 0 && level < before {
			list = append(list, fmt.Sprintf("%s: %s of weeks %d to %d is on rung %d, %d before", name, main, 4*month+1, 4*month+4, level, before))
		}
	}
	return list
}

// A season of sixteen weeks in which all is done: it keeps the HARD rules, and long sessions and rungs climb.
func TestChain(t *testing.T) {
	withoutRace(t)
	for i, a := range athletes.Make(24, 3, monday) {
		if len(a.Profile.Events) > 0 {
			a.Profile.Events[0].Date = monday.AddDays(118)
		}
		m := synthetic(&a)
		if os.Getenv("COACH") != "" {
			fmt.Printf("\n== %d %s\n", i, a.Name)
		}
		reached := climb{keys: map[session.ID]int{}}
		for f := range 8 {
			from := monday.AddDays(14 * f)
			run := request(14)
			run.From = from
			run.ID = training.RunID(fmt.Sprint("run", f))
			p := newPlanner(m)
			p.Now = from.Midnight
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Errorf("%s, fortnight %d: %s", a.Name, f, *m.outcome.Failure)
				break
			}
			if hard := m.hard(run); len(hard) > 0 {
				t.Errorf("%s, fortnight %d: %v", a.Name, f, hard)
			}
			reached.add(briefOf(t, m), f, m.stands(from, from+13))
			if os.Getenv("COACH") != "" {
				for w := range 2 {
					minutes, longest := 0, map[training.Sport]int{}
					keys := ""
					for _, s := range m.after() {
						if s.Date < from.AddDays(7*w) || s.Date >= from.AddDays(7*w+7) {
							continue
						}
						n := s.Load.DurationSeconds / 60
						minutes += n
						longest[s.Sport] = max(longest[s.Sport], n)
						if s.Load.Demand.HighIntensity || s.Load.Demand.Moderate || s.Focus == training.FocusVO2Max {
							keys += s.Title + "; "
						}
					}
					target := ""
					for _, e := range m.events {
						if told, is := e.(*runs.TargetsSet); is {
							target = fmt.Sprintf("%s back %t %d long %d", told.Weeks[w].Phase, told.Weeks[w].StepBack, told.Weeks[w].Minutes, deref(told.Weeks[w].LongMinutes))
						}
					}
					fmt.Printf("  w%02d %-36s %4d min longest %v %s\n", 2*f+w+1, target, minutes, longest, keys)
				}
			}
			m.live(from)
		}
		for _, fall := range reached.falls(fmt.Sprint(i, " ", a.Name)) {
			t.Error(fall)
		}
	}
}
