package brief

import (
	"fmt"
	"math"
	"slices"

	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
)

// Shares of a week's load by what a day is for, and how many days of a week are hard by level at most.
var (
	kindWeight = map[Kind]float64{Easy: 0.9, Long: 1.7, Hard: 1.2, Lift: 0.8}
	hardDays   = map[training.Level]int{training.Novice: 1, training.Intermediate: 2, training.Advanced: 2}
)

// oneSession is the load in TSS that a week's load is not cut finer than.
const oneSession = 25

// dayView is what shaping a week looks at.
type dayView struct {
	minutes                  int // of the longest window
	windows                  int // far enough apart for two sessions
	open                     bool
	trains, hi, heavy, lifts bool // by what is kept
	long                     bool
	tss                      float64
}

// shape says what each day is for: the long session where there is most time, hard ones as far from each other as can be, strength
// behind a hard session or on a day of its own, easy days between, and rest.
func (in *Input) shape(b *Brief, e *rules.Evaluator) {
	views := in.views(e)
	b.Days = make([]Day, in.Days)
	for from := 0; from < in.Days; from += 7 {
		w := weekShape{in: in, b: b, e: e, views: views, from: from, to: min(from+7, in.Days), brief: &b.Weeks[from/7]}
		w.fill()
	}
	for i, v := range views {
		b.Days[i].Closed, b.Days[i].Ill = !v.open, e.Sick(i+1)
	}
}

func (in *Input) views(e *rules.Evaluator) []dayView {
	views := make([]dayView, in.Days)
	p := in.Hours.Profile
	for i := range views {
		date := in.From.AddDays(i)
		v := &views[i]
		v.minutes, v.windows = in.Hours.Room(date)
		_, free := in.Wishes.Rests(date)
		if left, limited := in.Wishes.Left(date, "", in.Kept); limited {
			v.minutes = min(v.minutes, left)
		}
		if in.Wishes.Limited(date) {
			v.windows = min(v.windows, 1) // the limit is the first session's
		}
		v.open = v.minutes >= EasyMinutes && !slices.Contains(in.LockedDays, date) && !e.Sick(i+1) && date > in.FullUntil && date >= in.Hours.Today && !free && !slices.Contains(in.GaveUp, date)
		for _, event := range p.Events {
			v.open = v.open && event.Date != date
		}
		v.tss = e.Done(i + 1)
		v.trains = v.tss > 0
	}
	for i := range in.Kept {
		if s := &in.Kept[i]; s.Status == training.Planned {
			v := &views[int(s.Date-in.From)]
			d := &s.Load.Demand
			v.trains, v.tss = v.trains || s.Load.TSS > 0, v.tss+p.CountedTSS(s.Sport, s.Load.TSS)
			v.hi, v.heavy, v.lifts = v.hi || d.HighIntensity, v.heavy || d.HeavyLower, v.lifts || s.Sport == training.Strength
			v.long = v.long || s.Sport.Endurance() && s.Load.DurationSeconds >= 75*60
		}
	}
	return views
}

type weekShape struct {
	in       *Input
	b        *Brief
	e        *rules.Evaluator
	views    []dayView
	from, to int
	brief    *Week
}

func (w *weekShape) fill() {
	level := w.in.Hours.Profile.Level
	hards, lifts, longs, trained, given := 0, 0, 0, 0, 0.0
	for d := w.from; d < w.to; d++ {
		v := &w.views[d]
		given += v.tss
		trained += count(v.trains)
		hards += count(v.hi)
		lifts += count(v.lifts)
		longs += count(v.long)
	}
	w.makeRoom(given)
	left := w.brief.Budget - given
	days := min(trainDays[level]*(w.to-w.from+6)/7, trained+int(left/oneSession))
	wantHard := hardDays[level]
	if w.brief.Phase == "deload" || !w.b.Known {
		wantHard = 1
	}
	if !w.b.Known && w.from == 0 || w.brief.Phase == "return" {
		wantHard = 0
	}
	if longs == 0 && trained < days {
		trained += count(w.place(Long, LongMinutes))
	}
	for hards < wantHard && trained < days && w.place(Hard, HardMinutes) {
		hards++
		trained++
	}
	for lifts < w.b.Lifts {
		if w.behindHard() {
			lifts++
			continue
		}
		if trained >= days || !w.place(Lift, hours.Least) {
			break
		}
		lifts++
		trained++
	}
	for trained < days && w.place(Easy, EasyMinutes) {
		trained++
	}
	w.besideLifts()
	w.spread(left)
}

// makeRoom raises a budget that kept lifts use up, so that a week has some easy endurance beside them.
func (w *weekShape) makeRoom(given float64) {
	least := enduranceWeek[w.in.Hours.Profile.Priority] - 1
	for d := w.from; d < w.to; d++ {
		if v := &w.views[d]; v.trains && (!v.lifts || v.hi || v.long) {
			least-- // endurance is kept already
		}
	}
	if phase := w.brief.Phase; least > 0 && (phase == "build" || phase == "deload") && w.b.Known {
		w.brief.Budget = max(w.brief.Budget, given+float64(least*oneSession))
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// place gives a kind to the open day that suits it best, and tells whether there was one.
func (w *weekShape) place(k Kind, least int) bool {
	best, bestScore := -1, -1e9
	for d := w.from; d < w.to; d++ {
		v := &w.views[d]
		if !v.open || v.trains || w.b.Days[d].Kind != Rest || v.minutes < least || k == Hard && !w.bears(d) {
			continue
		}
		if score := w.suits(k, d); score > bestScore {
			best, bestScore = d, score
		}
	}
	if best < 0 {
		return false
	}
	w.b.Days[best].Kind = k
	if k == Hard {
		w.e.Add(w.probe(best, w.b.Sports[0].Sport))
	}
	return true
}

// bears tells whether a short hard session of one of the athlete's sports breaks no HARD rule on a day, beside what is kept and the hard
// days that were placed before. A novice's first days are easy ones.
func (w *weekShape) bears(d int) bool {
	if w.in.Hours.Profile.Level == training.Novice && d < noviceEasyDays {
		return false
	}
	before := w.e.Score().Hard
	for _, s := range w.b.Sports {
		probe := w.probe(d, s.Sport)
		w.e.Add(probe)
		broken := w.e.Score().Hard > before
		w.e.Remove(probe.ID)
		if !broken {
			return true
		}
	}
	return false
}

// noviceEasyDays is how many of a plan's first days have no hard session for a novice.
const noviceEasyDays = 4

// probe is the shortest hard session there is, at the beginning of a day's hours.
func (w *weekShape) probe(d int, sport training.Sport) *training.Session {
	s := &training.Session{Sport: sport, Title: "a hard session"}
	s.ID, s.Status = training.SessionID(fmt.Sprintf("probe %d", d)), training.Planned
	seconds := EasyMinutes * 60
	s.Date = w.in.From.AddDays(d)
	s.Start = w.in.Hours.OpensOn(s.Date)
	s.Load = training.Load{DurationSeconds: seconds, TSS: oneSession, Demand: training.Demand{
		HighSeconds: seconds, EnduranceSeconds: seconds, HighIntensity: true, MinRepsInReserve: 10, LeastReserve: 10,
	}}
	if sport.LowerBody() {
		s.Load.Demand.LowerBodySeconds = seconds
	}
	return s
}

// suits scores a day for a kind: time for the long session, distance from other hard work for a hard one and for a lift, and distance
// from other training for an easy one.
func (w *weekShape) suits(k Kind, d int) float64 {
	hardest := float64(w.distance(d, func(n int) bool {
		return w.views[n].hi || w.views[n].heavy || w.b.Days[n].Kind == Hard || w.b.Days[n].Kind == Long || w.b.Days[n].Kind == Lift
	}))
	wished := w.in.wishedFor(k, w.in.From.AddDays(d))
	switch k {
	case Long:
		weekend := 0.0
		if day := w.in.From.AddDays(d).Weekday(); day == training.Saturday || day == training.Sunday {
			weekend = 40
		}
		return float64(min(w.views[d].minutes, 240)) + weekend + 15*hardest + wished
	case Hard:
		return 10*min(hardest, 3) + float64(min(w.views[d].minutes, 90))/20 - float64(d-w.from)/100 + wished
	case Lift:
		return 10*min(hardest, 2) + float64(min(w.views[d].windows, 1)) - float64(d-w.from)/100 + wished
	}
	any := float64(w.distance(d, func(n int) bool { return w.views[n].trains || w.b.Days[n].Kind != Rest }))
	return 10*min(any, 2) + float64(min(w.views[d].minutes, 90))/30 - float64(d-w.from)/100 + wished
}

// distance is how many days lie between a day and the nearest that is such.
func (w *weekShape) distance(d int, such func(int) bool) int {
	for away := 1; away <= 7; away++ {
		for _, n := range []int{d - away, d + away} {
			if n >= 0 && n < len(w.views) && such(n) {
				return away
			}
		}
	}
	return 7
}

// behindHard puts a lift behind the first hard session that has room for a second one later that day (science CON-8).
func (w *weekShape) behindHard() bool {
	if w.in.Hours.Profile.Level == training.Novice {
		return false
	}
	for d := w.from; d < w.to; d++ {
		day := &w.b.Days[d]
		if day.Kind == Hard && !day.Second && w.views[d].windows >= 2 {
			day.Second = true
			return true
		}
	}
	return false
}

// enduranceWeek is how many endurance sessions a week should have at least, by what wins.
var enduranceWeek = map[training.Priority]int{training.PriorityStrength: 2, training.PriorityHybrid: 3, training.PriorityEndurance: 3}

// besideLifts puts easy endurance on days with a kept lift that spares the legs, where the week has little endurance otherwise.
func (w *weekShape) besideLifts() {
	if w.in.Hours.Profile.Level == training.Novice {
		return
	}
	sessions := 0
	for d := w.from; d < w.to; d++ {
		k := w.b.Days[d].Kind
		sessions += count(k == Easy || k == Long || k == Hard || w.views[d].hi || w.views[d].long)
	}
	for d := w.from; d < w.to && sessions < enduranceWeek[w.in.Hours.Profile.Priority]; d++ {
		v := &w.views[d]
		if v.open && v.lifts && !v.heavy && v.windows >= 2 && w.b.Days[d].Kind == Rest {
			w.b.Days[d].Kind = Easy
			sessions++
		}
	}
}

// spread shares the load that is left among the days by what they are for, in whole TSS.
func (w *weekShape) spread(left float64) {
	total := 0.0
	for d := w.from; d < w.to; d++ {
		total += w.weight(d)
	}
	for d := w.from; d < w.to; d++ {
		target := w.views[d].tss
		if total > 0 && left > 0 {
			target += left * w.weight(d) / total
		}
		w.b.Days[d].TSS = math.Round(target) // what is told of weeks is the sum of what is told of days
	}
}

func (w *weekShape) weight(d int) float64 {
	weight := kindWeight[w.b.Days[d].Kind]
	if w.b.Days[d].Second {
		weight += kindWeight[Lift]
	}
	return weight
}
