package training

import (
	"fmt"
)

// The days a LoadState spans: day 1 is the first planned one, day 0 the last before it.
const (
	LoadHistoryDays = 42 // days −41 to 0
	LoadPlanDays    = 28 // days 1 to 28, at most
	loadSpan        = LoadHistoryDays + LoadPlanDays
)

// LoadState is the daily load of six weeks of history and of the planned days after them, with the CTL and ATL that follow from it. It is
// for a search that changes a plan many thousand times: Add and Remove cost the days from theirs to the last planned one and allocate
// nothing. A copy by assignment is a state of its own.
//
// Loads are kept in whole multiples of 2⁻³² TSS, whose sums are exact up to 2²¹ TSS: what is added and removed again leaves no trace, and
// the order of additions does not tell.
type LoadState struct {
	days     int
	sessions [loadSpan]float64   // TSS by day, day −41 first
	events   [loadSpan]float64   // TSS by day that counts in CTL and ATL alone
	weeks    [loadSpan]float64   // TSS of sessions of the seven days that end with the day
	states   [loadSpan + 1]State // at the start of the day
	restart  int                 // place of the last day whose state does not follow from the day before, 0 for none
}

// LoadState is the state of days 1 to days, at most LoadPlanDays, with day 1 on from. What the ledger holds of from and later no plan can
// take away, but SetEvent can. Before the fitness is known its first known state stands.
func (l *Ledger) LoadState(from Date, days int) LoadState {
	s := LoadState{days: min(days, LoadPlanDays)}
	first := from.AddDays(-LoadHistoryDays) // day −41
	for at := range LoadHistoryDays + s.days {
		d := l.day(first.AddDays(at))
		s.sessions[at], s.events[at] = d.counted, d.expected
	}
	begin := 0
	if date, known := l.Begins(); known {
		begin = max(0, int(date-first))
		restarts, _ := l.Restarts()
		if at := int(restarts - first); at > 0 && at < LoadHistoryDays+s.days {
			s.restart, s.states[at] = at, l.begins[len(l.begins)-1].state
		}
	}
	s.start(begin, l.state(first))
	return s
}

// start fills in what follows from the loads: the state at the place where the fitness begins to be known stands before it as well.
func (l *LoadState) start(begin int, state State) {
	stated := l.states[l.restart]
	for at := range l.states {
		l.states[at] = state
	}
	if l.restart > 0 {
		l.states[l.restart] = stated
	}
	l.follow(min(begin, LoadHistoryDays+l.days))
	for day := 1 - LoadHistoryDays; day <= l.days; day++ {
		for d := max(day-6, 1-LoadHistoryDays); d <= day; d++ {
			l.weeks[place(day)] += l.sessions[place(d)]
		}
	}
}

// Add puts the load of a session on a planned day; a day outside 1 to the last planned one panics.
func (l *LoadState) Add(day int, tss float64) { l.change(day, exactTSS(tss)) }

// Remove takes the load of a session that was added from its day.
func (l *LoadState) Remove(day int, tss float64) { l.change(day, -exactTSS(tss)) }

// Replace puts the load of a session in the place of one that was added to its day.
func (l *LoadState) Replace(day int, old, tss float64) { l.change(day, exactTSS(tss)-exactTSS(old)) }

// SetEvent says what events are expected to bring on a planned day, 0 where nothing. It counts in CTL, ATL, monotony and strain, but in no
// week's load (science §0b).
func (l *LoadState) SetEvent(day int, tss float64) {
	l.mustBePlanned(day)
	if at := place(day); l.events[at] != exactTSS(tss) {
		l.events[at] = exactTSS(tss)
		l.follow(at)
	}
}

// TSS is the load of a day's sessions, events left out; day is −41 to the last planned one, here and below.
func (l *LoadState) TSS(day int) float64 { return l.sessions[place(day)] }

// FitnessTSS is the load of a day that counts in CTL and ATL: of its sessions and events.
func (l *LoadState) FitnessTSS(day int) float64 { return l.sessions[place(day)] + l.events[place(day)] }

// WeekTSS is the load of the seven days that end with a day; before day −35 it lacks those before day −41.
func (l *LoadState) WeekTSS(day int) float64 { return l.weeks[place(day)] }

// Week is the load, events included, of the seven days that end with a day, which is −35 or later, as Monotony and Strain ask for it.
func (l *LoadState) Week(day int) [7]float64 {
	week := [7]float64(l.sessions[place(day-6) : place(day)+1])
	for n, tss := range l.events[place(day-6) : place(day)+1] {
		week[n] += tss
	}
	return week
}

// Start is CTL and ATL at the start of a day: what rules on form look at.
func (l *LoadState) Start(day int) State { return l.states[place(day)] }

// End is CTL and ATL at the end of a day.
func (l *LoadState) End(day int) State { return l.states[place(day)+1] }

func (l *LoadState) change(day int, tss float64) {
	l.mustBePlanned(day)
	at := place(day)
	l.sessions[at] += tss
	for d := at; d < min(at+7, loadSpan); d++ {
		l.weeks[d] += tss
	}
	l.follow(at)
}

// follow works out the states from a place to the last planned day.
func (l *LoadState) follow(at int) {
	if at < l.restart {
		stated := l.states[l.restart]
		l.followTo(at, l.restart)
		at, l.states[l.restart] = l.restart, stated
	}
	l.followTo(at, LoadHistoryDays+l.days)
}

func (l *LoadState) followTo(at, end int) {
	state := l.states[at]
	for ; at < end; at++ {
		state = state.After(l.sessions[at] + l.events[at])
		l.states[at+1] = state
	}
}

func (l *LoadState) mustBePlanned(day int) {
	if day < 1 || day > l.days {
		panic(fmt.Sprintf("training: day %d is outside 1 to %d", day, l.days))
	}
}

// place is where a day stands in the arrays.
func place(day int) int { return day + LoadHistoryDays - 1 }
