package planner_test

import (
	"fmt"
	"math"
	"os"
	"slices"
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

// fitness tells the fitness at the start of a day by what the calendar holds now, done and planned.
func (m *memory) fitness() func(training.Date) float64 {
	a := &m.snapshot
	l := training.NewLedger(&a.Athlete.Profile, a.Today, nil, a.Activities, m.after())
	return func(day training.Date) float64 {
		if of := l.Fitness(day, day); len(of) > 0 {
			return of[0].Fitness
		}
		return 0 // nothing is known
	}
}

// climb is what was reached in each four weeks of a season: the longest session of the main sport in minutes, and the highest rung of each key
// family; how often a family was the key session.
type climb struct {
	long  [4]int
	rungs [4]map[session.ID]int
	keys  map[session.ID]int
	full  map[session.ID][]rungAt // of each key family, the weeks that are no step-back, test or taper

	novice  bool
	running []int // minutes of each week so far, the first that of the history
}

// rungAt is the rung of a week, counted from 0. It is capped where the next one may not follow, whatever was done.
type rungAt struct {
	week, level int
	capped      bool
}

// Parts of the running of seven days that a main set may be from the fifth rung on, and the rung and the week of training up to which a novice's key sessions
// are light (coaching 3.1; 8, WHO-2).
var ofRunning = map[session.ID]float64{"R-THR": .10, "R-VO2": .08, "R-REP": .05}

const (
	unlimited  = 4
	lightRung  = 2
	lightUntil = 12
)

// capped tells whether the rung after one may not be done in a week: it would be more of a full week's running than it may be, or harder than a novice's.
func (c *climb) capped(id session.ID, level int) bool {
	week := len(c.running) - 2
	if c.novice && athletes.HistoryWeeks+week < lightUntil && level >= lightRung {
		return true
	}
	part, limited := ofRunning[id]
	if f, known := session.Find(id); known && limited && level >= unlimited && level < f.Rungs {
		return float64(f.Work(level+1).Seconds)/60 > part*float64(slices.Max(c.running[max(0, week-2):]))
	}
	return false
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
		run := 0
		for _, s := range sessions {
			if s.Sport == training.Run && s.Date >= b.Weeks[i].First && s.Date < b.Weeks[i].First+7 {
				run += s.Load.DurationSeconds / 60
			}
		}
		c.running = append(c.running, run)
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
					w := &b.Weeks[i]
					if !w.StepBack && !w.Standing.Test && (w.Standing.Phase == session.Base || w.Standing.Phase == session.Build || w.Standing.Phase == session.Specific) {
						if c.full == nil {
							c.full = map[session.ID][]rungAt{}
						}
						rungs := c.full[s.family]
						if n := len(rungs); n > 0 && rungs[n-1].week == 2*f+i { // an easy session may be of the family too, on a lower one
							rungs[n-1].level = max(rungs[n-1].level, s.level)
							rungs[n-1].capped = c.capped(s.family, rungs[n-1].level)
							continue
						}
						c.full[s.family] = append(rungs, rungAt{2*f + i, s.level, c.capped(s.family, s.level)})
					}
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

// Weeks after which a family that was not seen may have lost a rung (coaching 3.2), and how many rungs sixteen weeks bring at the most that is asked for.
const (
	forgetful = 3
	sixteen   = 6
)

// stands tells where the main family does not climb: a rung in each of its full weeks that follow one another, until the highest that the athlete may
// have; and as many in all as there are such weeks, six at the most, less those that lighter weeks between them cost (coaching 3.2, 9.2).
func (c *climb) stands(name string) (list []string, climbed bool) {
	main := c.main()
	weeks, top, breaks := c.full[main], 0, 0
	for _, w := range weeks {
		top = max(top, w.level)
	}
	for i := 1; i < len(weeks); i++ {
		was, is := weeks[i-1], weeks[i]
		apart := is.week-was.week > 1
		if apart {
			breaks++
		}
		switch {
		case is.level > was.level, is.level == was.level && (was.level == top || was.capped || is.capped): // at its cap
		case is.week-was.week > forgetful && is.level >= was.level-1:
		default:
			list = append(list, fmt.Sprintf("%s: %s stands still, rung %d in week %d and %d in week %d, %d at its highest", name, main, was.level, was.week+1, is.level, is.week+1, top))
		}
	}
	if len(weeks) == 0 {
		return list, false
	}
	last := weeks[len(weeks)-1]
	return list, last.level == top || last.capped || top-weeks[0].level >= min(sixteen, len(weeks)-1-2*breaks)
}

// loaded is what a week that is no lighter one came to, and the fitness after it.
type loaded struct {
	week, minutes, long, target int
	phase                       session.Phase
	fitness                     float64
}

// load is the road of a season: its loading weeks, and the fitness before the first day.
type load struct {
	weeks   []loaded
	fitness float64
}

// Shares of what the loading week before had that a week keeps: minutes to within what BUD-1 allows both, more where the phase changes and with it what sessions
// there are; the long session to within its rounding, to the five minutes that workouts come in. Until it has risen to this share of the longest of the season it
// stands still for less than so many loading weeks, but for the longest ride of who has little time, and the half hour of a beginner's first month (coaching 2.6).
const (
	minutesKept = .9
	phaseKept   = .8
	longKept    = .95
	risen       = .8
	still       = 4
	crunched    = 150
	firstMonth  = 4
)

// keeps is what part of the fitness before the first week the best of the last full weeks has at least, where the specification gives weeks less load than the
// synthetic history has (docs/coaching.md, "Fitness over sixteen weeks"): everybody else's rises.
var keeps = map[string]float64{
	"cyclist without a race": .74, "swimmer": .72, "lifter": .9, "hybrid": .88, "2 km row": .9, "time trial": .95, "fondo": .95, "criterium": .99,
}

// add counts the loading weeks of a fortnight that is planned and not yet done.
func (l *load) add(b *brief.Brief, f int, sessions []stood, fitness func(training.Date) float64) {
	if f == 0 {
		l.fitness = fitness(b.Weeks[0].First)
	}
	for i := range b.Weeks {
		w := &b.Weeks[i]
		at := &w.Standing
		if w.StepBack || at.Test || at.Phase == session.Taper || at.Phase == session.Recovery || at.Event != nil && at.D < 21 {
			continue
		}
		is := loaded{week: 2*f + i + 1, target: w.Minutes, phase: at.Phase, fitness: fitness(w.First + 7)}
		for _, s := range sessions {
			if s.Date < w.First || s.Date >= w.First+7 || s.Sport == training.Mobility {
				continue
			}
			is.minutes += s.Load.DurationSeconds / 60
			if s.Sport == b.Main {
				is.long = max(is.long, s.Load.DurationSeconds/60)
			}
		}
		l.weeks = append(l.weeks, is)
	}
}

// faults are where the road does not rise: minutes or the long session that fall from one loading week to the next, a long session that stands still
// before its longest, and a fitness that is no higher at the end than it was where the weeks grew.
func (l *load) faults(name string, a *athletes.Athlete) (list []string) {
	longest := 0
	for _, w := range l.weeks {
		longest = max(longest, w.long)
	}
	for i := 1; i < len(l.weeks); i++ {
		was, is := &l.weeks[i-1], &l.weeks[i]
		kept := minutesKept
		if is.phase != was.phase {
			kept = phaseKept
		}
		if float64(is.minutes) < kept*float64(was.minutes) {
			list = append(list, fmt.Sprintf("%s: %d min in week %d, %d in week %d", name, is.minutes, is.week, was.minutes, was.week))
		}
		switch {
		case a.Kind == "lifter":
		case float64(is.long+5) < longKept*float64(was.long):
			list = append(list, fmt.Sprintf("%s: the longest session of week %d is %d min, that of week %d was %d", name, is.week, is.long, was.week, was.long))
		case i+1 < still || a.Habit == nil && is.week <= firstMonth || near(is.long, crunched):
		case is.long <= l.weeks[i+1-still].long && float64(is.long) < risen*float64(longest):
			list = append(list, fmt.Sprintf("%s: the long session stands still from week %d to %d at %d min, %d at its longest", name, l.weeks[i+1-still].week, is.week, is.long, longest))
		}
	}
	best := 0.0
	for _, w := range l.weeks[max(0, len(l.weeks)-still):] {
		best = max(best, w.fitness)
	}
	if kept, bounded := keeps[a.Kind]; len(l.weeks) > 0 && (!bounded && best <= l.fitness || best < kept*l.fitness) {
		list = append(list, fmt.Sprintf("%s: fitness %.1f at the end, %.1f before the first week", name, best, l.fitness))
	}
	return list
}

// near tells whether two lengths are the same to the five minutes that workouts come in.
func near(a, b int) bool { return max(a-b, b-a) <= 5 }

// A season of sixteen weeks in which all is done: it keeps the HARD rules, long sessions, minutes, fitness and rungs climb, and the fitness that each fortnight
// said it would come to is what it came to. LONG=1 follows four times as many athletes.
func TestChain(t *testing.T) {
	withoutRace(t)
	for i, a := range athletes.Make(many(96, 24, 24), 3, monday) {
		if len(a.Profile.Events) > 0 {
			a.Profile.Events[0].Date = monday.AddDays(118)
		}
		m := synthetic(&a)
		if os.Getenv("COACH") != "" {
			fmt.Printf("\n== %d %s\n", i, a.Name)
		}
		reached, road := climb{keys: map[session.ID]int{}, novice: a.Profile.Level == training.Novice, running: []int{0}}, load{}
		for _, h := range a.Habit {
			if h.Sport == training.Run {
				reached.running[0] += h.Minutes
			}
		}
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
			road.add(briefOf(t, m), f, m.stands(from, from+13), m.fitness())
			said := m.fitness()(from + 14)
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
			if came := m.fitness()(from + 14); a.Habit != nil && math.Abs(came-said) > .5 { // of who has no history the first days seed it
				t.Errorf("%s, fortnight %d: fitness came to %.1f, %.1f was said", a.Name, f, came, said)
			}
		}
		for _, fault := range road.faults(fmt.Sprint(i, " ", a.Name), &a) {
			t.Error(fault)
		}
		for _, fall := range reached.falls(fmt.Sprint(i, " ", a.Name)) {
			t.Error(fall)
		}
		still, climbed := reached.stands(fmt.Sprint(i, " ", a.Name))
		for _, s := range still {
			t.Error(s)
		}
		if len(reached.full[reached.main()]) > 1 && !climbed {
			t.Errorf("%d %s: %s does not climb: %v", i, a.Name, reached.main(), reached.full[reached.main()])
		}
	}
}

// Who trains for health and is no novice is led on: "fit and strong" had the same hills for months.
func TestHealthIsLedOn(t *testing.T) {
	list := athletes.Make(24, 3, monday)
	a := &list[slices.IndexFunc(list, func(a athletes.Athlete) bool { return a.Kind == "hybrid" })]
	m, highest := synthetic(a), []int{}
	for f := range 4 {
		from := monday.AddDays(14 * f)
		run := request(14)
		run.From, run.ID = from, training.RunID(fmt.Sprint("run", f))
		p := newPlanner(m)
		p.Now = from.Midnight
		plan(t, m, run)
		level := 0
		for _, s := range m.stands(from, from+13) {
			if s.family == "R-HILL" {
				level = max(level, s.level)
			}
		}
		highest = append(highest, level)
		m.live(from)
	}
	if highest[3] < highest[0]+2 {
		t.Errorf("rungs of the hills by fortnight: %v", highest)
	}
}
