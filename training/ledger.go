package training

import (
	"math"
)

// MemoryDays is how many days of known load are counted: of what came before them e^(−400/42), less than a ten-thousandth, is left in
// fitness, the slowest of all measures.
const MemoryDays = 400

// PastLoad is something that was done, as far as fitness asks: of days so long past that nothing else does.
type PastLoad struct {
	Date  Date
	Sport Sport
	TSS   float64
}

// Ledger is the one reckoning of an athlete's load by day: what was done, what is planned, what events are expected to bring, and the
// fitness that follows from it. Whatever shows a load or a fitness asks it, so that two that show the same agree.
//
// Days are known from the first on which something was done to the day before today, and today where something was done on it; a day of
// them without a bout is one of rest. A fitness is known from the first known day on, seeded by the known days (see Seed), and from the
// day of a stated fitness on, which that day begins with: what was done before it does not change it. Before both there is none.
type Ledger struct {
	today Date
	bouts []Bout
	first Date // of days
	days  []dayOfLoad

	events    []float64   // what days reckon with for the profile's, by place
	begins    []beginning // by date, at most two
	firstDone Date
	known     int // days from firstDone on
}

// dayOfLoad is what a day brings, in TSS. What counts in fitness is kept as exactTSS has it.
type dayOfLoad struct {
	tss      float64 // all of it
	counted  float64 // of bouts, what counts in fitness and in the limits on load
	done     float64 // of counted, what was done
	expected float64 // of events that nothing stands for
	planned  bool    // wholly or in part
}

// beginning is a day that a state stands at the start of, whatever came before.
type beginning struct {
	date  Date
	state State
}

// NewLedger reckons with all that activities, sessions and the profile's events say, and with what was done before these, by date. Sessions
// and activities are of one athlete, in any order. Where past, activities and completed sessions together are all that was ever done, a day
// has one fitness, bit for bit, however much of it is past.
func NewLedger(p *Profile, today Date, past []PastLoad, activities []Activity, sessions []Session) *Ledger {
	return LedgerOf(p, today, past, Bouts(today, activities, sessions))
}

// LedgerOf is NewLedger of bouts, in the order of Bouts; the ledger keeps them.
func LedgerOf(p *Profile, today Date, past []PastLoad, bouts []Bout) *Ledger {
	l := &Ledger{today: today, bouts: bouts}
	l.span(p, past)
	for i := range past {
		l.take(p, past[i].Date, past[i].Sport, past[i].TSS, false)
	}
	for i := range bouts {
		b := &bouts[i]
		l.take(p, b.Date, b.Sport, b.TSS, b.Planned)
	}
	l.events = make([]float64, len(p.Events))
	for i := range p.Events {
		if e := &p.Events[i]; e.ExpectedTSS != nil && e.Date >= today && !StandsFor(e, bouts).Stands() {
			d := &l.days[e.Date-l.first]
			l.events[i] = *e.ExpectedTSS
			d.tss += *e.ExpectedTSS
			d.expected += exactTSS(*e.ExpectedTSS)
			d.planned = true
		}
	}
	l.know(past)
	l.begin(p)
	return l
}

// take adds a load to its day.
func (l *Ledger) take(p *Profile, date Date, sport Sport, tss float64, planned bool) {
	d, counted := &l.days[date-l.first], exactTSS(p.CountedTSS(sport, tss))
	d.tss += tss
	d.counted += counted
	d.planned = d.planned || planned
	if !planned {
		d.done += counted
	}
}

// span makes room for the days of the past, of the bouts and of the events that are still to come.
func (l *Ledger) span(p *Profile, past []PastLoad) {
	first, last := l.today, l.today
	if len(past) > 0 {
		first, last = min(first, past[0].Date), max(last, past[len(past)-1].Date)
	}
	if n := len(l.bouts); n > 0 { // they are in order
		first, last = min(first, l.bouts[0].Date), max(last, l.bouts[n-1].Date)
	}
	for i := range p.Events {
		last = max(last, p.Events[i].Date)
	}
	l.first, l.days = first, make([]dayOfLoad, last-first+1)
}

// know finds the days whose load is known.
func (l *Ledger) know(past []PastLoad) {
	any, last := false, l.today.AddDays(-1)
	if len(past) > 0 {
		any, l.firstDone = true, past[0].Date
	}
	for i := range l.bouts {
		b := &l.bouts[i]
		if b.Planned {
			continue
		}
		if !any {
			any, l.firstDone = true, b.Date
		}
		last = max(last, b.Date)
	}
	if any {
		l.known = int(last-l.firstDone) + 1
	}
}

// begin finds the states that fitness is reckoned from.
func (l *Ledger) begin(p *Profile) {
	on := l.today
	if l.known > 0 {
		on = l.firstDone
	}
	if p.StartingFitnessOn != nil {
		on = *p.StartingFitnessOn
	}
	if l.known > 0 && (p.StartingFitness == nil || l.firstDone < on) {
		done := make([]float64, min(l.known, seedFitnessDays))
		for i := range done {
			done[i] = l.day(l.firstDone.AddDays(i)).done
		}
		l.begins = append(l.begins, beginning{l.firstDone, Seed(done)})
	}
	if s := p.StartingFitness; s != nil {
		l.begins = append(l.begins, beginning{on, State{*s, *s}})
	}
}

// day is what a day brings; nothing where there is neither a bout nor an event.
func (l *Ledger) day(date Date) dayOfLoad {
	if date < l.first || date >= l.first.AddDays(len(l.days)) {
		return dayOfLoad{}
	}
	return l.days[date-l.first]
}

// Bouts are all that counts, by date and start. Nobody changes them.
func (l *Ledger) Bouts() []Bout { return l.bouts }

// TSS is all of a day's load: what was done, what is planned, and what events that nothing stands for are expected to bring.
func (l *Ledger) TSS(date Date) float64 { return l.day(date).tss }

// SessionTSS is the load of a day's bouts that counts in fitness and in the limits on load: without events, and without strength where
// the profile keeps that apart.
func (l *Ledger) SessionTSS(date Date) float64 { return l.day(date).counted }

// ExpectedTSS is what events that nothing stands for are expected to bring on a day.
func (l *Ledger) ExpectedTSS(date Date) float64 { return l.day(date).expected }

// EventTSS is what the day of the n-th event of the profile reckons with for it, 0 where it is over and where something stands for it.
func (l *Ledger) EventTSS(n int) float64 { return l.events[n] }

// FitnessTSS is what of a day's load counts in fitness, monotony and strain: SessionTSS and ExpectedTSS.
func (l *Ledger) FitnessTSS(date Date) float64 {
	d := l.day(date)
	return d.counted + d.expected
}

// KnownDays is how many days of known load lie before a day, at most MemoryDays.
func (l *Ledger) KnownDays(date Date) int {
	if l.known == 0 {
		return 0
	}
	return max(0, min(int(date-l.firstDone), l.known, MemoryDays))
}

// FirstDone is the first day on which something was done, and false where nothing was.
func (l *Ledger) FirstDone() (Date, bool) { return l.firstDone, l.known > 0 }

// Begins is the first day at whose start the fitness is known, and false where nothing is known at all.
func (l *Ledger) Begins() (Date, bool) {
	if len(l.begins) == 0 {
		return 0, false
	}
	return l.begins[0].date, true
}

// Restarts is the last day whose fitness does not follow from the day before: that of a stated fitness, else as Begins.
func (l *Ledger) Restarts() (Date, bool) {
	if len(l.begins) == 0 {
		return 0, false
	}
	return l.begins[len(l.begins)-1].date, true
}

// walk goes through the days from the first known fitness to a last day, each with the state at its start and the day on which the
// reckoning began that led to it.
func (l *Ledger) walk(last Date, visit func(date, began Date, s State)) {
	if len(l.begins) == 0 {
		return
	}
	state, next := State{}, 0
	for date := l.begins[0].date; date <= last; date++ {
		if next < len(l.begins) && l.begins[next].date == date {
			state = l.begins[next].state
			next++
		}
		visit(date, l.begins[next-1].date, state)
		state = state.After(l.FitnessTSS(date))
	}
}

// Fitness is the state at the start of each day from from to to, with all of the day's load. Days before the fitness is known are left
// out: the points are told apart by their dates.
func (l *Ledger) Fitness(from, to Date) []FitnessPoint {
	points := make([]FitnessPoint, 0, max(0, int(to-from)+1))
	l.walk(to, func(date, began Date, s State) {
		if date < from {
			return
		}
		d, known := l.day(date), l.KnownDays(date)
		points = append(points, FitnessPoint{
			Date: date, TSS: d.tss, Fitness: s.Fitness, Fatigue: s.Fatigue, Form: s.Form(), Planned: d.planned, KnownDays: known,
			sinceSeed: min(known, max(0, int(date-began))),
		})
	})
	return points
}

// state is what a day begins with: the first known state where the fitness is known only later, the zero state where it never is.
func (l *Ledger) state(date Date) State {
	if len(l.begins) == 0 {
		return State{}
	}
	state := l.begins[0].state
	l.walk(date, func(_, _ Date, s State) { state = s })
	return state
}

// exactTSS rounds to a multiple of 2⁻³² TSS.
func exactTSS(tss float64) float64 { return math.Round(tss*(1<<32)) / (1 << 32) }
