package training

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The day of the cases.
const testToday = Date(20786) // 2026-11-29

func rideOf(date Date, tss float64) Activity {
	return Activity{Date: date, Sport: Ride, DurationSeconds: 3600, TSS: tss, LoadMethod: NormalizedPower}
}

func plannedOn(date Date, sport Sport, tss float64) Session {
	return Session{
		PlannedSession: PlannedSession{ID: SessionID(date.String() + string(sport)), Date: date, Start: 420, Status: Planned}, Sport: sport,
		Load: Load{DurationSeconds: 3600, TSS: tss},
	}
}

func raceOn(date Date, sport Sport, tss float64) Event {
	return Event{ID: "e", Name: "Race", Date: date, Sport: sport, Priority: EventB, ExpectedTSS: &tss}
}

// pointsBy are points by their date.
func pointsBy(points []FitnessPoint) map[Date]FitnessPoint {
	by := map[Date]FitnessPoint{}
	for _, p := range points {
		by[p.Date] = p
	}
	return by
}

// 12 §1: fitness begins with what is first known, and a load stands on its day.
func TestFitnessIsUnknownBeforeAnythingIsKnown(t *testing.T) {
	l := NewLedger(&Profile{}, testToday, nil, []Activity{rideOf(testToday-5, 50)}, nil)
	points := l.Fitness(testToday-7, testToday)
	if len(points) != 6 || points[0].Date != testToday-5 || points[0].TSS != 50 || points[0].KnownDays != 0 {
		t.Errorf("got %+v", points)
	}
	for date, want := range map[Date]float64{testToday - 7: 0, testToday - 6: 0, testToday - 5: 50, testToday - 4: 0} {
		if got := l.TSS(date); got != want {
			t.Errorf("%s: %g TSS, want %g", date, got, want)
		}
	}
	near(t, "seed", points[0].Fitness, 10, 1e-9) // 50 TSS in five known days
	if begins, known := l.Begins(); !known || begins != testToday-5 {
		t.Errorf("begins on %s, %v", begins, known)
	}
}

// 12 §1: a fitness that is stated has a date, before which it says nothing.
func TestStatedFitnessStandsFromItsDayOn(t *testing.T) {
	stated, on := 40.0, testToday
	p := &Profile{StartingFitness: &stated, StartingFitnessOn: &on}
	sessions := []Session{plannedOn(testToday+1, Ride, 36)}
	monday := testToday - 6
	l := NewLedger(p, testToday, nil, nil, sessions)
	points := l.Fitness(monday, monday+13)
	if len(points) != 8 || points[0].Date != testToday || points[0].Fitness != 40 || points[0].Fatigue != 40 || points[1].TSS != 36 || !points[1].Planned {
		t.Errorf("got %+v", points)
	}
	if l.TSS(monday) != 0 || l.TSS(testToday+1) != 36 {
		t.Errorf("%g on Monday, %g tomorrow", l.TSS(monday), l.TSS(testToday+1))
	}
	unknown := NewLedger(&Profile{}, testToday, nil, nil, sessions)
	if week := unknown.Weeks(monday+7, 7)[0]; week.TSS != 36 || unknown.TSS(testToday+1) != 36 || len(unknown.Fitness(monday, monday+13)) != 0 {
		t.Errorf("nothing known: week %g, day %g", week.TSS, unknown.TSS(testToday+1))
	}
}

// 12 §1: what was done before the day of a stated fitness changes what is shown of those days, and nothing after.
func TestWhatWasBeforeAStatedFitnessDoesNotChangeIt(t *testing.T) {
	stated, on := 40.0, testToday-3
	p := &Profile{StartingFitness: &stated, StartingFitnessOn: &on}
	after := []Activity{rideOf(testToday-2, 60)}
	want := NewLedger(p, testToday, nil, after, nil).Fitness(on, testToday+7)
	for _, earlier := range [][]Activity{{rideOf(testToday-10, 30)}, {rideOf(testToday-100, 300), rideOf(testToday-4, 5)}} {
		l := NewLedger(p, testToday, nil, append(earlier, after...), nil)
		got := l.Fitness(on, testToday+7)
		for i := range want {
			if got[i].Fitness != want[i].Fitness || got[i].Fatigue != want[i].Fatigue || got[i].TSS != want[i].TSS {
				t.Errorf("%s: %+v, without the earlier ones %+v", got[i].Date, got[i], want[i])
			}
		}
		first := earlier[0].Date
		if before := l.Fitness(first, on-1); len(before) != int(on-first) || before[0].Fitness == 40 || l.KnownDays(on) != int(on-first) {
			t.Errorf("before it: %d points, %+v", len(before), before[0])
		}
		if c := got[0].Confidence(); c != ConfidenceLow {
			t.Errorf("a fitness stated on that very day has confidence %s", c)
		}
	}
}

// 12 §1: with the statement dated today a session from before it lowers nothing; the date unset means the first known day.
func TestStatedFitnessWithoutADateStandsOnTheFirstKnownDay(t *testing.T) {
	stated := 60.0
	l := NewLedger(&Profile{StartingFitness: &stated}, testToday, nil, []Activity{rideOf(testToday-9, 10)}, nil)
	if points := l.Fitness(testToday-20, testToday); points[0].Date != testToday-9 || points[0].Fitness != 60 {
		t.Errorf("got %+v", points[0])
	}
}

// 12 §1: an event's load is in every figure of its day and of the days after.
func TestExpectedLoadCountsEverywhere(t *testing.T) {
	stated, on := 50.0, testToday
	p := &Profile{StartingFitness: &stated, StartingFitnessOn: &on, Events: []Event{raceOn(testToday+2, Run, 200)}}
	l := NewLedger(p, testToday, nil, nil, []Session{plannedOn(testToday+2, Ride, 20)})
	points := pointsBy(l.Fitness(testToday, testToday+6))
	if race := points[testToday+2]; race.TSS != 220 || !race.Planned || l.TSS(testToday+2) != 220 || l.SessionTSS(testToday+2) != 20 {
		t.Errorf("got %+v", race)
	}
	want := State{50, 50}.After(0).After(0).After(220).Form()
	near(t, "form of the day after", points[testToday+3].Form, want, 1e-9)
	near(t, "as the rules see it", func() float64 { s := l.LoadState(testToday+3, 4); return s.Start(1).Form() }(), want, 1e-9)
	near(t, "or from an earlier day on", func() float64 { s := l.LoadState(testToday, 7); return s.Start(4).Form() }(), want, 1e-9)
	if week := l.Weeks(testToday, 7)[0]; week.TSS != 220 || math.Abs(*week.Strain-220**week.Monotony) > 1e-9 {
		t.Errorf("week: %+v", week)
	}
}

func TestWhatStandsForAnEvent(t *testing.T) {
	day, past := testToday+1, testToday-1
	done := func(date Date, sport Sport) []Activity {
		return []Activity{{Date: date, Sport: sport, DurationSeconds: 3600, TSS: 90}}
	}
	for _, c := range []struct {
		name       string
		event      Event
		activities []Activity
		sessions   []Session
		want       float64
	}{
		{"nothing", raceOn(day, Run, 200), nil, nil, 200},
		{"a session of its sport", raceOn(day, Run, 200), nil, []Session{plannedOn(day, Run, 40)}, 40},
		{"one of another", raceOn(day, Run, 200), nil, []Session{plannedOn(day, Ride, 40)}, 240},
		{"done today", raceOn(testToday, Run, 200), done(testToday, Run), nil, 90},
		{"not done yet today", raceOn(testToday, Run, 200), nil, nil, 200},
		{"past and not done", raceOn(past, Run, 200), nil, nil, 0},
		{"past, planned and not done", raceOn(past, Run, 200), nil, []Session{plannedOn(past, Run, 40)}, 0},
		{"past and done", raceOn(past, Run, 200), done(past, Run), nil, 90},
		{"several sports, one of them", raceOn(day, Other, 200), nil, []Session{plannedOn(day, Swim, 40)}, 240},
		{"several sports, two of them", raceOn(day, Other, 200), nil, []Session{plannedOn(day, Swim, 40), plannedOn(day, Run, 30)}, 70},
		{"several sports, mobility is none", raceOn(day, Other, 200), nil, []Session{plannedOn(day, Swim, 40), plannedOn(day, Mobility, 0)}, 240},
		{"several sports, as one", raceOn(day, Other, 200), nil, []Session{plannedOn(day, Other, 70)}, 70},
	} {
		l := NewLedger(&Profile{Events: []Event{c.event}}, testToday, nil, c.activities, c.sessions)
		if got := l.TSS(c.event.Date); got != c.want {
			t.Errorf("%s: %g TSS, want %g", c.name, got, c.want)
		}
	}
}

// What is planned for today is no part of the seed, which rests on what was done.
func TestSeedRestsOnWhatWasDone(t *testing.T) {
	activities := []Activity{rideOf(testToday, 30)}
	with := NewLedger(&Profile{}, testToday, nil, activities, []Session{plannedOn(testToday, Run, 100)})
	without := NewLedger(&Profile{}, testToday, nil, activities, nil)
	if a, b := with.Fitness(testToday, testToday)[0], without.Fitness(testToday, testToday)[0]; a.Fitness != 30 || b.Fitness != 30 || a.TSS != 130 {
		t.Errorf("with a plan %+v, without %+v", a, b)
	}
}

func TestLedgerBeforeLeavesOutWhatIsPlanned(t *testing.T) {
	sessions := []Session{plannedOn(testToday, Run, 40), plannedOn(testToday+1, Run, 50)}
	l := LedgerOf(&Profile{}, testToday, nil, WithoutPlan(Bouts(testToday, []Activity{rideOf(testToday+1, 7)}, sessions), testToday+1))
	if l.TSS(testToday) != 40 || l.TSS(testToday+1) != 7 || len(l.Bouts()) != 2 {
		t.Errorf("%g today, %g tomorrow", l.TSS(testToday), l.TSS(testToday+1))
	}
}

// A day has one fitness, to the last bit, however much of what was done before it is past.
func TestADayHasOneFitness(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 15))
	for n := range 60 {
		p := &Profile{StrengthApart: n%3 == 0}
		if n%4 == 0 {
			stated, on := 55.5, testToday.AddDays(-random.IntN(2000))
			p.StartingFitness, p.StartingFitnessOn = &stated, &on
		}
		var all []Activity
		for back := 1500 + random.IntN(1000); back > 0; back -= 1 + random.IntN(3) {
			if random.IntN(200) == 0 {
				back -= 150 // a long pause
			}
			a := rideOf(testToday.AddDays(-back), 200*random.Float64())
			a.Sport = Sports[random.IntN(len(Sports))]
			all = append(all, a)
		}
		whole := NewLedger(p, testToday, nil, all, nil)
		for range 8 {
			cut := random.IntN(len(all))
			if random.IntN(4) == 0 {
				cut = random.IntN(10) // within the days of the seed
			}
			for cut > 0 && all[cut].Date == all[cut-1].Date {
				cut--
			}
			var past []PastLoad
			for _, a := range all[:cut] {
				past = append(past, PastLoad{a.Date, a.Sport, a.TSS})
			}
			l := NewLedger(p, testToday, past, all[cut:], nil)
			from := all[cut].Date
			if got, want := l.Fitness(from, testToday+7), whole.Fitness(from, testToday+7); !slices.Equal(got, want) {
				t.Fatalf("with %d of %d past, from %s: %+v, else %+v", cut, len(all), from, got[0], want[0])
			}
			if l.LoadState(testToday, 14) != whole.LoadState(testToday, 14) {
				t.Fatalf("with %d of %d past the load state differs", cut, len(all))
			}
		}
	}
}
