package planner

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fortnight/rules"
	"fortnight/training"
)

// kind is what a slot of a day is for.
type kind string

const (
	rest      kind = ""
	easy      kind = "easy"
	long      kind = "long"
	hard      kind = "hard"
	lift      kind = "lift"
	secondary kind = "second" // a lift, or something easy, after the day's first session
)

// brief is what ANALYZE makes of an athlete: how much, how hard, which sports, and what each day is for.
type brief struct {
	Fitness float64          `json:"fitness"` // CTL at the start
	Form    float64          `json:"form"`
	Known   bool             `json:"known"` // rests on the athlete's own load
	Weeks   []weekBrief      `json:"weeks"`
	Sports  []sportShare     `json:"sports"`           // endurance sports, most time first
	Wished  []training.Sport `json:"wished,omitempty"` // endurance sports beside these that the athlete wishes for
	Lifts   int              `json:"lifts"`            // strength sessions a week
	Days    []dayBrief       `json:"days"`
	Event   *training.Event  `json:"event,omitempty"` // the next that the days bend to
}

type weekBrief struct {
	Budget float64 `json:"budget"` // TSS of the week's days, what is kept included
	Phase  string  `json:"phase"`  // "build", "deload", "taper", "return"
	Why    string  `json:"why"`

	reason func(aim) string // Why, once the days have their targets
	notes  []string         // and what follows it
}

// aim is what a week comes to once its days have their targets: its load in TSS, what events are expected to bring beside it, and the CTL
// before and after both.
type aim struct{ tss, events, before, after float64 }

type sportShare struct {
	Sport training.Sport `json:"sport"`
	Share float64        `json:"share"` // of endurance time, 0 to 1
}

type dayBrief struct {
	Kind   kind    `json:"kind"`   // of the first slot
	Second bool    `json:"second"` // a second session is wanted
	TSS    float64 `json:"tss"`
	Closed bool    `json:"closed"` // nothing may be added: locked, ill, an event, no time
	Ill    bool    `json:"ill,omitempty"`
}

func (j *journey) brief(locked rules.Input) *brief {
	e := rules.NewEvaluator(locked)
	state, known := e.State()
	b := &brief{Fitness: state.Fitness, Form: state.Form(), Known: known, Sports: j.sports(), Lifts: j.liftsAWeek(), Event: j.nextEvent()}
	b.Wished = j.wishedSports(b.Sports)
	month, monthKnown := e.MonthMean()
	loading := j.loadingWeeks()
	for from := 0; from < j.run.Days; from += 7 {
		length := min(7, j.run.Days-from)
		w := j.week(b, from, length, month, monthKnown, loading)
		w.comeBack(b, e, from, length)
		if w.Phase == "build" {
			loading++
		} else {
			loading = 0
		}
		b.Weeks = append(b.Weeks, w)
	}
	j.shape(b, e)
	j.explain(b)
	return b
}

// explain says why each week is as it is. Every number is of the days' targets, which are what the budgets have come to, with what is kept,
// done and expected of events.
func (j *journey) explain(b *brief) {
	load := rules.NewEvaluator(j.input(j.kept())).Load()
	for i, d := range b.Days {
		load.Add(i+1, d.TSS-load.TSS(i+1))
	}
	for n := range b.Weeks {
		w, a := &b.Weeks[n], aim{before: load.Start(7*n + 1).Fitness, after: load.End(min(7*n+7, len(b.Days))).Fitness}
		for i := 7 * n; i < min(7*n+7, len(b.Days)); i++ {
			a.tss += b.Days[i].TSS
			a.events += load.FitnessTSS(i+1) - load.TSS(i+1)
		}
		w.Budget = a.tss
		w.Why = strings.Join(append([]string{w.reason(a)}, w.notes...), "; ")
	}
}

// change says how fitness changes in a week.
func (a aim) change() string {
	verb := "may rise"
	if a.after < a.before {
		verb = "falls"
	}
	change := fmt.Sprintf("fitness of %.0f %s by about %.1f with %.0f TSS", a.before, verb, math.Abs(a.after-a.before), a.tss)
	if a.events >= 0.5 {
		change += fmt.Sprintf(" and the %.0f that events are expected to bring", a.events)
	}
	return change
}

// nextEvent is the first A or B event from the first planned day on.
func (j *journey) nextEvent() *training.Event {
	var next *training.Event
	for i := range j.snapshot.Athlete.Profile.Events {
		e := &j.snapshot.Athlete.Profile.Events[i]
		if e.Priority != training.EventC && e.Date >= j.run.From && (next == nil || e.Date < next.Date) {
			next = e
		}
	}
	return next
}

// planned are the endurance sports that plans are made of. The others are done by themselves: they count, and nothing of them is proposed.
var planned = [...]training.Sport{training.Run, training.Ride, training.Swim, training.Row}

// plans tells whether a sport is among them.
func plans(sport training.Sport) bool { return slices.Contains(planned[:], sport) }

// sports are the endurance sports to plan, by their share of time in the six weeks before; where there is no history those that the
// athlete has an event or a threshold for, else running.
func (j *journey) sports() []sportShare {
	seconds := map[training.Sport]float64{}
	for _, b := range j.snapshot.Ledger().Bouts() {
		if plans(b.Sport) && b.Date < j.run.From && b.Date >= j.run.From.AddDays(-rules.HistoryDays) {
			seconds[b.Sport] += float64(b.DurationSeconds)
		}
	}
	p := &j.snapshot.Athlete.Profile
	for _, e := range p.Events {
		if plans(e.Sport) && e.Date >= j.run.From && seconds[e.Sport] == 0 {
			seconds[e.Sport] = 3600
		}
	}
	if len(seconds) == 0 {
		for sport, known := range map[training.Sport]bool{
			training.Run: p.ThresholdSecondsPerKilometer != nil, training.Ride: p.FTPWatts != nil,
			training.Swim: p.CriticalSwimSecondsPer100Meters != nil, training.Row: p.RowFTPWatts != nil,
		} {
			if known {
				seconds[sport] = 3600
			}
		}
	}
	if len(seconds) == 0 {
		seconds[training.Run] = 3600
	}
	total := 0.0
	for _, s := range seconds {
		total += s
	}
	var list []sportShare
	for _, sport := range planned { // in a fixed order
		if s := seconds[sport]; s > 0.04*total {
			list = append(list, sportShare{sport, s / total})
		}
	}
	slices.SortStableFunc(list, func(a, b sportShare) int { return int(math.Copysign(1, b.Share-a.Share)) })
	return list
}

// liftsAWeek is how many strength sessions a week should have.
func (j *journey) liftsAWeek() int {
	switch j.snapshot.Athlete.Profile.Priority {
	case training.PriorityStrength:
		return 3
	case training.PriorityHybrid:
		return 2
	}
	return 1
}

// targets are the brief's days as clients see them.
func (b *brief) targets(j *journey) []DayTarget {
	targets := make([]DayTarget, len(b.Days))
	for i, d := range b.Days {
		targets[i] = DayTarget{Date: j.run.From.AddDays(i), TSS: d.TSS, Focus: fociOf(d), Rest: d.TSS == 0}
	}
	return targets
}

func fociOf(d dayBrief) []training.Focus {
	foci := slices.Clone(fociByKind[d.Kind])
	if d.Second {
		foci = append(foci, training.FocusMaxStrength)
	}
	if foci == nil {
		foci = []training.Focus{}
	}
	return foci
}

var fociByKind = map[kind][]training.Focus{
	easy: {training.FocusEndurance, training.FocusRecovery},
	long: {training.FocusLong, training.FocusEndurance},
	hard: {training.FocusThreshold, training.FocusVO2Max, training.FocusTempo},
	lift: {training.FocusMaxStrength, training.FocusHypertrophy, training.FocusStrengthEndurance, training.FocusPower},
}

func (b *brief) message() string {
	parts := make([]string, len(b.Weeks))
	for i, w := range b.Weeks {
		parts[i] = fmt.Sprintf("week %d (%s): %s", i+1, w.Phase, w.Why)
	}
	message := strings.Join(parts, "; ")
	return strings.ToUpper(message[:1]) + message[1:] + "."
}
