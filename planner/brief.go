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
}

type sportShare struct {
	Sport training.Sport `json:"sport"`
	Share float64        `json:"share"` // of endurance time, 0 to 1
}

type dayBrief struct {
	Kind   kind    `json:"kind"`   // of the first slot
	Second bool    `json:"second"` // a second session is wanted
	TSS    float64 `json:"tss"`
	Closed bool    `json:"closed"` // nothing may be added: locked, ill, an event, no time
}

// Weekly loads meant for those of whom nothing is known, in TSS by level: about three, five and seven hours of easy training.
var unknownBudget = map[training.Level]float64{training.Novice: 110, training.Intermediate: 230, training.Advanced: 350}

// Rise of fitness meant for a week of building by level, in CTL points: inside the SOFT limits of LD-1.
var buildRamp = map[training.Level]float64{training.Novice: 1.5, training.Intermediate: 2.5, training.Advanced: 3}

// Limits of a budget against the month before: inside the SOFT limit of LD-3.
const (
	mostOfMonth   = 1.15
	deloadOfMonth = 0.70
	tssAnHour     = 50
)

func (j *journey) brief(locked rules.Input) (*brief, error) {
	e := rules.NewEvaluator(locked)
	state, known := e.State()
	b := &brief{Fitness: state.Fitness, Form: state.Form(), Known: known, Sports: j.sports(), Lifts: j.liftsAWeek(), Event: j.nextEvent()}
	b.Wished = j.wishedSports(b.Sports)
	month, monthKnown := e.MonthMean()
	if err := j.reachable(b); err != nil {
		return nil, err
	}
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
	return b, nil
}

// afterReturn is the share of what keeps fitness that the first whole week after a return to training may bring.
const afterReturn = 0.85

// comeBack lowers a week's budget to what a return from illness or days off allows, and that of the week after.
func (w *weekBrief) comeBack(b *brief, e *rules.Evaluator, from, length int) {
	usual, most, returning := w.Budget/float64(length), 0.0, false
	for day := from + 1; day <= from+length; day++ {
		limit, bound := e.ReturnCap(day)
		if !bound {
			limit = usual
		}
		most, returning = most+min(limit, usual), returning || bound
	}
	last := len(b.Weeks) - 1
	switch {
	case returning:
		w.Phase, w.Budget = "return", most
		w.Why = fmt.Sprintf("after illness or days off the body can take %.0f TSS, and nothing is made up for", most)
	case last >= 0 && b.Weeks[last].Phase == "return" && w.Phase == "build":
		w.Budget = min(w.Budget, afterReturn*7*b.Fitness*float64(length)/7)
		w.Why = fmt.Sprintf("the week after a return stays at %.0f TSS", w.Budget)
	}
}

// reachable refuses a wanted fitness that no plan within LD-1 reaches.
func (j *journey) reachable(b *brief) error {
	goal := j.run.TargetFitness
	if goal == nil {
		return nil
	}
	ramp := map[training.Level]float64{training.Novice: 5, training.Intermediate: 7, training.Advanced: 8}[j.snapshot.Athlete.Profile.Level]
	most := b.Fitness + ramp*math.Ceil(float64(j.run.Days)/7)
	if b.Known && *goal <= most {
		return nil
	}
	certificate := rules.Check(j.input(j.locked()))
	message := fmt.Sprintf("Fitness of %.1f cannot be reached: from %.1f it may rise by at most %.0f in seven days (LD-1), to %.1f.", *goal, b.Fitness, ramp, most)
	certificate.Verdict = rules.Infeasible
	certificate.Conflicts = []rules.ConflictSet{{
		RuleIDs: []rules.ID{"GOAL", "LD-1"}, Sessions: []training.PlannedSession{}, Dates: []training.Date{j.run.From.AddDays(j.run.Days - 1)},
		Message: message, Repairs: []rules.Repair{{Message: fmt.Sprintf("Ask for a fitness of at most %.1f, or for more days.", most)}},
	}}
	return &failure{"INFEASIBLE", message, &certificate}
}

// loadingWeeks counts the blocks of seven days before the plan that were as hard as the hardest of the last four (science RST-2).
func (j *journey) loadingWeeks() int {
	bouts := j.snapshot.Athlete.Profile.Counted(training.Bouts(j.snapshot.Today, j.snapshot.Activities, j.snapshot.Sessions))
	var totals [6]float64 // the last first
	most := 0.0
	for _, b := range bouts {
		if back := int(j.run.From - 1 - b.Date); back >= 0 && back < 42 {
			totals[back/7] += b.TSS
		}
	}
	for _, t := range totals[:4] {
		most = max(most, t)
	}
	count := 0
	for count < len(totals) && most > 0 && totals[count] >= 0.9*most {
		count++
	}
	return count
}

// week sets a week's load and says why.
func (j *journey) week(b *brief, from, length int, month float64, monthKnown bool, loading int) weekBrief {
	level := j.snapshot.Athlete.Profile.Level
	share := float64(length) / 7
	w := weekBrief{Phase: "build"}
	switch {
	case !b.Known:
		w.Budget = unknownBudget[level] * share
		w.Why = fmt.Sprintf("nothing is known of the load so far, so it starts low at %.0f TSS", w.Budget)
	case j.taper(b, from) > 0:
		w.Phase = "taper"
		w.Budget = 7 * b.Fitness * j.taper(b, from) * share
		w.Why = fmt.Sprintf("%s is near, so volume falls to %.0f TSS and intensity stays", b.Event.Name, w.Budget)
	case loading >= loadingBefore(level) && monthKnown && (from > 0 || b.tired()) && j.run.TargetFitness == nil:
		w.Phase = "deload"
		w.Budget = deloadOfMonth * month * share
		w.Why = fmt.Sprintf("after %d loading weeks this one is easier: %.0f TSS, %.0f %% of the month's mean", loading, w.Budget, 100*deloadOfMonth)
	default:
		ramp := buildRamp[level]
		if goal := j.run.TargetFitness; goal != nil {
			ramp = max(0, (*goal-b.Fitness)/(float64(j.run.Days)/7)*1.08)
		}
		w.Budget = training.WeeklyBudget(b.Fitness+ramp*float64(from)/7, ramp) * share
		if most := max(mostOfMonth*month, month+40) * share; monthKnown && w.Budget > most && j.run.TargetFitness == nil {
			w.Budget = most
		}
		w.Why = fmt.Sprintf("fitness of %.0f may rise by about %.1f with %.0f TSS", b.Fitness, ramp, w.Budget)
		if loading >= loadingBefore(level) && monthKnown {
			w.Why += fmt.Sprintf("; after %d loading weeks an easier one is due, and with form at %+.0f it can wait for the next", loading, b.Form)
		}
	}
	j.lighter(&w, from, length)
	if free := j.freeTSS(from, length); free < w.Budget {
		w.Budget = free
		w.Why += fmt.Sprintf("; the hours there are hold about %.0f", free)
	}
	return w
}

// tiredForm is the form from which loading weeks have added up to more than an easy day or two mends.
const tiredForm = -10

// tired tells whether the load of the last weeks is felt. While it is not, an easier week that is due waits for the next one, so that
// what is planned or locked for the coming days can stand.
func (b *brief) tired() bool { return b.Form <= tiredForm }

func loadingBefore(level training.Level) int {
	if level == training.Novice {
		return 2
	}
	return 3
}

// freeTSS is what the hours of a week can hold at an easy pace, four hours a day at most.
func (j *journey) freeTSS(from, length int) float64 {
	total := 0.0
	for d := from; d < from+length; d++ {
		date := j.run.From.AddDays(d)
		seconds := min(j.snapshot.Athlete.Profile.AvailableSeconds(date), 4*3600)
		if most, limited := j.state.Wishes.Left(date, "", nil); limited {
			seconds = min(seconds, 60*most)
		}
		total += float64(seconds) / 3600 * tssAnHour
	}
	return total
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

// taper is the share of usual volume for a week that begins so many days into the plan: from 0.8 two weeks before an A event down to 0.4
// (science TAP-1), 0 where no event is near.
func (j *journey) taper(b *brief, from int) float64 {
	if b.Event == nil || b.Event.Priority != training.EventA {
		return 0
	}
	left := int(b.Event.Date-j.run.From) - from
	switch {
	case left < 0 || left > 14:
		return 0
	case left <= 7:
		return 0.45
	}
	return 0.7
}

// sports are the endurance sports to plan, by their share of time in the six weeks before; where there is no history those that the
// athlete has an event or a threshold for, else running.
func (j *journey) sports() []sportShare {
	seconds := map[training.Sport]float64{}
	for _, b := range training.Bouts(j.snapshot.Today, j.snapshot.Activities, j.snapshot.Sessions) {
		if b.Sport.Endurance() && b.Date < j.run.From && b.Date >= j.run.From.AddDays(-rules.HistoryDays) {
			seconds[b.Sport] += float64(b.DurationSeconds)
		}
	}
	p := &j.snapshot.Athlete.Profile
	for _, e := range p.Events {
		if e.Sport.Endurance() && e.Date >= j.run.From && seconds[e.Sport] == 0 {
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
	for _, sport := range training.Sports { // in a fixed order
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
		targets[i] = DayTarget{Date: j.run.From.AddDays(i), TSS: math.Round(d.TSS), Focus: fociOf(d), Rest: d.TSS == 0}
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
