package training

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// placedLoad is a session's load on a planned day.
type placedLoad struct {
	day int
	tss float64
}

// historyEnding is what was done on up to 60 days before a day, the first of them always, as a ledger has it.
func historyEnding(t *rapid.T, from Date) (*Ledger, []float64) {
	daily := rapid.SliceOfN(rapid.Float64Range(0, 400), 0, 60).Draw(t, "history")
	var bouts []Bout
	for i, tss := range daily {
		bouts = append(bouts, Bout{Date: from.AddDays(i - len(daily)), TSS: tss})
	}
	p := &Profile{}
	if rapid.Bool().Draw(t, "states a fitness") {
		stated, on := rapid.Float64Range(0, 150).Draw(t, "fitness"), from.AddDays(-rapid.IntRange(0, 60).Draw(t, "days ago"))
		p.StartingFitness, p.StartingFitnessOn = &stated, &on
	}
	return LedgerOf(p, from, nil, bouts), daily
}

// However a plan came about, its state is the one that a walk over all its days gives, to the last bit.
func TestLoadStateEqualsRecomputation(t *testing.T) {
	from := Date(20000)
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(1, LoadPlanDays).Draw(t, "days")
		ledger, daily := historyEnding(t, from)
		l := ledger.LoadState(from, days)
		event := placedLoad{rapid.IntRange(1, days).Draw(t, "event day"), rapid.Float64Range(0, 500).Draw(t, "event")}
		l.SetEvent(rapid.IntRange(1, days).Draw(t, "event moves from"), 200)
		var plan []placedLoad
		for range rapid.IntRange(0, 60).Draw(t, "edits") {
			if n := len(plan); n > 0 && rapid.Bool().Draw(t, "remove") {
				i := rapid.IntRange(0, n-1).Draw(t, "which")
				l.Remove(plan[i].day, plan[i].tss)
				plan = append(plan[:i], plan[i+1:]...)
				continue
			}
			s := placedLoad{rapid.IntRange(1, days).Draw(t, "day"), rapid.Float64Range(0, 400).Draw(t, "tss")}
			l.Add(s.day, s.tss)
			plan = append(plan, s)
		}
		for day := 1; day <= days; day++ {
			l.SetEvent(day, 0)
		}
		l.SetEvent(event.day, event.tss)
		again := ledger.LoadState(from, days)
		for _, s := range plan {
			again.Add(s.day, s.tss)
		}
		if again.SetEvent(event.day, event.tss); l != again {
			t.Fatal("the state remembers how the plan came about")
		}
		compareWithWalk(t, &l, ledger, daily, days, plan, event)
	})
}

func compareWithWalk(t *rapid.T, l *LoadState, ledger *Ledger, daily []float64, days int, plan []placedLoad, event placedLoad) {
	from, known := Date(20000), len(daily) // day 1 is at known
	daily = append(daily, make([]float64, days)...)
	for _, s := range plan {
		daily[known+s.day-1] += s.tss
	}
	points := map[Date]FitnessPoint{}
	for _, p := range ledger.Fitness(from-100, from) {
		points[p.Date] = p
	}
	state := l.Start(1)
	for i := range daily {
		day := i - known + 1
		if day < 1-LoadHistoryDays {
			continue
		}
		week := 0.0
		for d := max(0, i-6, known-LoadHistoryDays); d <= i; d++ {
			week += daily[d]
		}
		same(t, "load", day, l.TSS(day), daily[i])
		same(t, "week", day, l.WeekTSS(day), week)
		if p, lit := points[from.AddDays(day-1)]; lit {
			same(t, "CTL at the start", day, l.Start(day).Fitness, p.Fitness)
			same(t, "ATL at the start", day, l.Start(day).Fatigue, p.Fatigue)
		}
		if day < 1 {
			continue
		}
		load := daily[i]
		if day == event.day {
			load += event.tss
		}
		same(t, "CTL at the start", day, l.Start(day).Fitness, state.Fitness)
		state = state.After(load)
		same(t, "CTL at the end", day, l.End(day).Fitness, state.Fitness)
		same(t, "ATL at the end", day, l.End(day).Fatigue, state.Fatigue)
	}
}

func same(t *rapid.T, what string, day int, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-7 { // sixty roundings to 2⁻³²
		t.Fatalf("%s of day %d: got %v, want %v", what, day, got, want)
	}
}

// A fortnight's state is what Fitness says of the same bouts, whichever day the plan begins on.
func TestLoadStateAgreesWithFitness(t *testing.T) {
	today := Date(20000)
	for _, from := range []Date{today, today + 3} {
		var bouts []Bout
		for i := range 50 {
			bouts = append(bouts, Bout{Date: today.AddDays(i - 50), TSS: float64(i * 37 % 130)})
		}
		planned := []placedLoad{{1, 80}, {3, 40.3}, {3, 25.25}, {10, 120}}
		l := LedgerOf(&Profile{}, today, nil, bouts).LoadState(from, 14)
		for _, s := range planned {
			l.Add(s.day, s.tss)
			bouts = append(bouts, Bout{Date: from.AddDays(s.day - 1), TSS: s.tss, Planned: true})
		}
		for i, point := range LedgerOf(&Profile{}, today, nil, bouts).Fitness(from, from.AddDays(13)) {
			near(t, "fitness", l.Start(i+1).Fitness, point.Fitness, 1e-9)
			near(t, "fatigue", l.Start(i+1).Fatigue, point.Fatigue, 1e-9)
			near(t, "load", l.TSS(i+1), point.TSS, 1e-9)
		}
	}
}

func TestLoadStateKeepsTheSeedWhereNothingIsKnown(t *testing.T) {
	from := Date(20000)
	stated := 60.0
	l := LedgerOf(&Profile{StartingFitness: &stated}, from, nil, nil).LoadState(from, 14)
	if l.Start(-41) != (State{60, 60}) || l.Start(1) != (State{60, 60}) || l.End(1) != (State{60, 60}).After(0) {
		t.Errorf("got %+v, %+v, %+v", l.Start(-41), l.Start(1), l.End(1))
	}
}

func TestLoadStateRefusesOtherDays(t *testing.T) {
	l := LedgerOf(&Profile{}, 20000, nil, nil).LoadState(20000, 14)
	for _, day := range []int{0, 15} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("day %d is taken", day)
				}
			}()
			l.Add(day, 50)
		}()
	}
}

func TestLoadStateDoesNotAllocate(t *testing.T) {
	l := LedgerOf(&Profile{}, 20000, nil, nil).LoadState(20000, 14)
	if n := testing.AllocsPerRun(100, func() { l.Add(1, 63.04); l.Remove(1, 63.04) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
