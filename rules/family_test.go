package rules

import (
	"math"
	"math/rand/v2"
	"testing"

	"fortnight/rules/frame"
	"fortnight/training"
)

// rows collects what judge measures.
type rows []frame.Row

func (r *rows) Take(one frame.Row) { *r = append(*r, one) }

// ruleCase is a calendar and what becomes of one rule in it.
type ruleCase struct {
	name     string
	rule     ID
	severity Severity
	want     string // "holds", "limit", "broken", "unknown", or "none" where the rule has nothing to measure
	in       Input
	change   func(*Input)
}

// outcome of a rule at a severity over all its windows: the worst there is.
func outcome(in Input, rule ID, severity Severity) string {
	worst := "none"
	rank := map[string]int{"none": 0, "holds": 1, "limit": 2, "unknown": 3, "broken": 4}
	for _, c := range Check(in).Checks {
		if c.RuleID != rule || c.Severity != severity {
			continue
		}
		now := "none"
		switch {
		case c.InsufficientData:
			now = "unknown"
		case c.Measured == nil && !c.Passed:
			now = "broken" // what it asks for is missing
		case c.Measured == nil:
		case !c.Passed:
			now = "broken"
		case math.Abs(*c.Margin) < frame.Slack:
			now = "limit"
		default:
			now = "holds"
		}
		if rank[now] > rank[worst] {
			worst = now
		}
	}
	return worst
}

func try(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		if c.change != nil {
			c.change(&c.in)
		}
		if got := outcome(c.in, c.rule, c.severity); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.rule, c.name, got, c.want)
		}
	}
}

func thin(days int) func(*Input) {
	return func(in *Input) { in.Activities = history(days, 60) }
}

func level(l training.Level) func(*Input) { return func(in *Input) { in.Profile.Level = l } }

func priority(p training.Priority) func(*Input) { return func(in *Input) { in.Profile.Priority = &p } }

func own(rule ID, limit float64) func(*Input) {
	return func(in *Input) { in.Overrides = append(in.Overrides, Override{RuleID: rule, Limit: limit}) }
}

func event(day int, p training.EventPriority) func(*Input) {
	return func(in *Input) {
		in.Profile.Events = append(
			in.Profile.Events, training.Event{ID: "e", Name: "Race 100 % {fun}", Date: monday.AddDays(day - 1), Sport: ride, Priority: p},
		)
	}
}

func done(day int, a training.Activity) func(*Input) {
	return func(in *Input) {
		a.Date = monday.AddDays(day - 1)
		in.Activities = append(in.Activities, a)
	}
}

func all(changes ...func(*Input)) func(*Input) {
	return func(in *Input) {
		for _, change := range changes {
			change(in)
		}
	}
}

// swims are a day's swim each, from a day on; 0 is a day without.
func swims(from int, loads ...float64) []training.Session {
	var list []training.Session
	for i, load := range loads {
		if load > 0 {
			list = append(list, session(from+i, "12:00", swim, tss(load)))
		}
	}
	return list
}

// richSession is a random session with all that the rules ask of one.
func richSession(random *rand.Rand) training.Session {
	s := randomSessions(random, 1)[0]
	switch d := &s.Load.Demand; {
	case s.Sport == gym:
		s.Load.HardLegSets = random.IntN(14)
		for _, p := range []training.MovementPattern{training.PatternSquat, training.PatternHinge, training.PatternPush, training.PatternPull} {
			if random.IntN(2) == 0 {
				d.Patterns = append(d.Patterns, p)
			}
		}
		d.MinRepsInReserve = random.IntN(11)
		d.LowerBodySeconds = 600 * random.IntN(4)
	case s.Sport == run:
		d.RunMeters = float64(random.IntN(3)) * 4000
		if random.IntN(4) == 0 {
			s.Focus = training.FocusRacePace
		}
	}
	s.KeyFlagged = random.IntN(12) == 0
	return s
}

// scoreOf sums up all rows, those that hold included.
func scoreOf(in Input) Score {
	e := &Evaluator{frame: frame.New(&in)}
	return e.Score()
}

// Whoever the athlete is, the evaluator says after any edits what all rows of a fresh check add up to.
func TestEditsAgreeForEveryAthlete(t *testing.T) {
	edits := many(4_000, 600, 400)
	birth := monday.AddDays(-55 * 366)
	for name, change := range map[string]func(*Input){
		"novice":           level(training.Novice),
		"advanced":         level(training.Advanced),
		"strength":         priority(training.PriorityStrength),
		"endurance":        priority(training.PriorityEndurance),
		"in a taper":       all(event(10, training.EventA), event(4, training.EventB)),
		"newcomer":         func(in *Input) { in.Activities = nil },
		"little known":     thin(5),
		"masters":          func(in *Input) { in.Profile.BirthDate = &birth },
		"after a marathon": all(raceOf(-3, run, training.EventA, 42_195), done(-3, training.Activity{Sport: run, DurationSeconds: 4 * 3600, TSS: 300})),
		"before one":       all(raceOf(12, run, training.EventA, 42_195), steady(0)),
		"at fifteen":       born(15),
		"after days off":   steady(9),
		"decided": func(in *Input) {
			places := 1
			in.Workouts = map[training.WorkoutID]*Identity{"": {Family: "R-TEMPO", Level: 3}}
			in.Weeks = []WeekTarget{
				{First: monday, Minutes: 300, Lifts: &places, Floors: map[training.Sport]int{run: 2, swim: 1}, Long: &LongTarget{Sport: run, Minutes: 80}},
				{First: monday + 7, Minutes: 250, StepBack: true, Rungs: []RungTarget{{Family: "R-TEMPO", Level: 4}}},
			}
			in.Complete = true
		},
		"own limits": all(own("LD-1", 2), own("LD-5", 1.2), own("VOL-1", 0.3), own("RST-1", 3), own("STR-4", 6), own("INT-5", 5), own("AVL-3", 1)),
		"half done":  func(in *Input) { in.Today = monday + 4 },
	} {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(8, 9))
			in := input()
			change(&in)
			p := newEditedPlan(in)
			for n := range edits {
				p.edit(t, random, func(random *rand.Rand) training.Session {
					s := richSession(random)
					s.Date = max(s.Date, in.Today)
					return s
				})
				p.agrees(t, n)
			}
		})
	}
}

// A check of days long past looks at nothing that came after them.
func TestLaterDaysAreNotLookedAt(t *testing.T) {
	in := input(session(2, "07:00", run))
	want := Check(in)
	for day := 15; day < 400; day += 3 {
		done(day, training.Activity{Sport: run, DurationSeconds: 3600, TSS: 60})(&in)
	}
	if got := Check(in); len(got.Checks) != len(want.Checks) || got.Verdict != want.Verdict {
		t.Errorf("%d checks, %s; without what came later %d, %s", len(got.Checks), got.Verdict, len(want.Checks), want.Verdict)
	}
}
