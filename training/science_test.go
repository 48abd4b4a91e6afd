package training

import (
	"fmt"
	"math"
	"testing"
)

// The edges of bands: a second more of HIGH or SEVERE time decides what a session is (science §0).
func TestBandsOfIntensity(t *testing.T) {
	for _, c := range []struct {
		sport          Sport
		moderate, high float64
	}{{Ride, 0.76, 0.95}, {Row, 0.76, 0.95}, {Run, 0.88, 0.95}, {Swim, 0.90, 0.98}} {
		for x, want := range map[float64][3]int{
			c.moderate - 0.001: {600, 0, 0}, c.moderate: {0, 600, 0}, c.high - 0.001: {0, 600, 0}, c.high: {0, 0, 600},
		} {
			d := Measure(c.sport, one(c.sport, steady(600, x)), Thresholds{}).Demand
			if got := [3]int{d.LowSeconds, d.ModerateSeconds, d.HighSeconds}; got != want {
				t.Errorf("%s at %g: got %v, want %v", c.sport, x, got, want)
			}
		}
	}
}

func TestRatedEffortMakesASessionHard(t *testing.T) {
	for _, c := range []struct {
		rpe, minutes int
		hi           bool
		moderate     int // minutes
	}{{4, 60, false, 0}, {5, 60, false, 60}, {6, 60, false, 60}, {7, 29, false, 0}, {7, 30, true, 0}, {9, 45, true, 0}} {
		a := Activity{Sport: Run, DurationSeconds: c.minutes * 60, RPE: &c.rpe}
		if d := a.bout(nil).Demand; d.HighIntensity != c.hi || d.ModerateSeconds != c.moderate*60 {
			t.Errorf("RPE %d for %d min: %+v", c.rpe, c.minutes, d)
		}
	}
	hard := Measure(Other, one(Other, steady(1800, 0.96)), Thresholds{}).Demand
	if !hard.HighIntensity || hard.SessionRPE < 7 {
		t.Errorf("half an hour planned at RPE 7: %+v", hard)
	}
}

// L9 offers two mappings of effort to load. Ours is the linear one, 100/480 a unit; Friel's table of TSS an hour by RPE stays within 15
// of it, well inside the spread of a single rating (28 %).
func TestEffortIsLinear(t *testing.T) {
	for i, friel := range []float64{20, 30, 40, 50, 60, 70, 80, 100, 120, 140} {
		rpe := i + 1
		a := Activity{Sport: Run, DurationSeconds: 3600, RPE: &rpe}
		if err := a.SetLoad(Profile{}, nil); err != nil {
			t.Fatal(err)
		}
		near(t, fmt.Sprintf("RPE %d, linear", rpe), a.TSS, 12.5*float64(rpe), 1e-9)
		near(t, fmt.Sprintf("RPE %d, table", rpe), a.TSS, friel, 15)
	}
	near(t, "planned, an hour at threshold", Measure(Other, one(Other, steady(3600, 1)), Thresholds{}).TSS, 100, 1e-9)
}

// L8 sums over a trace: the load of parts at their own heart rates is the sum of the parts.
func TestHeartRateLoadAddsUp(t *testing.T) {
	rest, most, threshold := 50, 190, 168
	p := Profile{Thresholds: Thresholds{RestingHeartRate: &rest, MaxHeartRate: &most, ThresholdHeartRate: &threshold}}
	at := func(seconds int, beats float64) float64 {
		tss, _ := HeartRateTSS(seconds, beats, p)
		return tss
	}
	near(t, "an hour at threshold", at(3600, 168), 100, 1e-9)
	near(t, "two halves", at(1200, 150)+at(2400, 150), at(3600, 150), 1e-9)
	near(t, "below rest", at(3600, 40), 0, 0)
	if uneven, even := at(1800, 120)+at(1800, 160), at(3600, 140); uneven <= even {
		t.Errorf("uneven %.1f, even %.1f: load is convex in heart rate", uneven, even)
	}
}

func TestTRIMPOfWomen(t *testing.T) {
	near(t, "an hour at the full reserve", TRIMP(60, 1, Female), 60*0.86*math.Exp(1.67), 1e-9)
}

// Epley's formula and the set's effort (science L10).
func TestEffortOfASet(t *testing.T) {
	p := func(x float64) StrengthLoad { return StrengthLoad{FractionOfOneRepMax: &x} }
	two := 2
	for _, c := range []struct {
		name string
		set  StrengthSet
		want float64 // repetitions in reserve
	}{
		{"five at 82 %", StrengthSet{Amount: Reps(5), Load: p(0.82)}, 30*(1/0.82-1) - 5},
		{"more than is possible", StrengthSet{Amount: Reps(12), Load: p(0.82)}, 0},
		{"beyond one repetition maximum", StrengthSet{Amount: Reps(1), Load: p(1.1)}, 0},
		{"far from the end", StrengthSet{Amount: Reps(5), Load: p(0.4)}, 10},
		{"as given", StrengthSet{Amount: Reps(5), Load: StrengthLoad{RepsInReserve: &two, FractionOfOneRepMax: p(0.4).FractionOfOneRepMax}}, 2},
		{"bodyweight", StrengthSet{Amount: Reps(15)}, 5},
	} {
		near(t, c.name, c.set.reserve(), c.want, 1e-9)
	}
}

func TestHardSets(t *testing.T) {
	lift := func(reps int, fraction float64, reserve int) StrengthStep {
		s := StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(3, reps, StrengthLoad{}, 120)}
		if fraction > 0 {
			s.Sets[0].Load.FractionOfOneRepMax = &fraction
		}
		if reserve >= 0 {
			s.Sets[0].Load.RepsInReserve = &reserve
		}
		return s
	}
	for _, c := range []struct {
		name string
		step StrengthStep
		want int
	}{
		{"four in reserve", lift(8, 0, 4), 3},
		{"five in reserve", lift(8, 0, 5), 0},
		{"70 % and 8 of 12.9 possible", lift(8, 0.70, 5), 3},
		{"70 % and 7 of 12.9 possible", lift(7, 0.70, 6), 0},
		{"69 % and 9 of 13.5 possible", lift(9, 0.69, 5), 0},
		{"bodyweight", lift(15, 0, -1), 0},
	} {
		if got := Measure(Strength, one(Strength, c.step), Thresholds{}).HardLegSets; got != c.want {
			t.Errorf("%s: %d hard sets, want %d", c.name, got, c.want)
		}
	}
}

// The warm-up's ten minutes count once in the load and never in the duration (science §0b on L10).
func TestWarmUpOfLiftingCountsOnce(t *testing.T) {
	two := 2
	set := StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(1, 10, StrengthLoad{RepsInReserve: &two}, 20)}
	for _, n := range []int{1, 5} {
		load := Measure(Strength, one(Strength, times(n, set)), Thresholds{})
		near(t, "TSS", load.TSS, tssPerAU*8*(10+float64(n)), 1e-9)
		if load.DurationSeconds != 60*n {
			t.Errorf("%d sets last %d s", n, load.DurationSeconds)
		}
	}
}

// What a seed still weighs after n days of known load (science L13).
func TestWeightOfTheSeed(t *testing.T) {
	for days, want := range map[int]float64{14: 0.72, 28: 0.51, 42: 0.37, 90: 0.12} {
		state := State{Fitness: 1}
		for range days {
			state = state.After(0)
		}
		near(t, fmt.Sprintf("after %d days", days), state.Fitness, want, 0.005)
	}
}

func TestConfidenceNeedsFourWeeks(t *testing.T) {
	today, stated := Date(20000), 60.0
	for _, c := range []struct {
		name string
		done []Date // days with an activity
		day  Date
		days int
		want Confidence
	}{
		{"27 days", []Date{today - 27, today - 1}, today, 27, ConfidenceLow},
		{"28 days", []Date{today - 28, today - 1}, today, 28, ConfidenceSufficient},
		{"planned days add no knowledge", []Date{today - 27, today - 1}, today + 13, 27, ConfidenceLow},
		{"in the past it was less", []Date{today - 100, today - 1}, today - 90, 10, ConfidenceLow},
		{"stated fitness is no history", nil, today + 3, 0, ConfidenceLow},
	} {
		var bouts []Bout
		for _, day := range c.done {
			bouts = append(bouts, Bout{Date: day, TSS: 50})
		}
		points := LedgerOf(&Profile{StartingFitness: &stated}, today, nil, bouts).Fitness(c.day, c.day)
		if len(points) != 1 || points[0].KnownDays != c.days || points[0].Confidence() != c.want {
			t.Errorf("%s: %+v", c.name, points)
		}
	}
}

// An even load of the weekly budget raises CTL by the ramp (science L14).
func TestWeeklyBudgetReachesItsRamp(t *testing.T) {
	for _, c := range [][2]float64{{45, 5}, {60, 5}, {20, 3}, {70, -4}} {
		state := State{Fitness: c[0]}
		for range 7 {
			state = state.After(WeeklyBudget(c[0], c[1]) / 7)
		}
		near(t, "CTL a week later", state.Fitness, c[0]+c[1], 1e-9)
	}
}

// The weights of what the legs carry (science L15).
func TestLegsCarryTheirShare(t *testing.T) {
	p, two := 0.85, 2
	squats := StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(5, 5, StrengthLoad{FractionOfOneRepMax: &p}, 180)}
	lunges := StrengthStep{ExerciseID: "reverse-lunge", Sets: SetsOf(3, 8, StrengthLoad{RepsInReserve: &two}, 90)}
	bench := StrengthStep{ExerciseID: "bench-press", Sets: SetsOf(5, 5, StrengthLoad{FractionOfOneRepMax: &p}, 180)}
	for _, c := range []struct {
		name  string
		sport Sport
		step  Step
		want  float64
	}{
		{"heavy lower body", Strength, squats, 1},
		{"other lower body", Strength, lunges, 0.6},
		{"upper body", Strength, bench, 0.1},
		{"run", Run, steady(3600, 0.7), 0.6},
		{"ride", Ride, steady(3600, 0.7), 0.4},
		{"row", Row, steady(3600, 0.7), 0.4},
		{"swim", Swim, steady(3600, 0.7), 0.1},
		{"other", Other, steady(3600, 0.7), 0.4},
	} {
		load := Measure(c.sport, one(c.sport, c.step), Thresholds{})
		near(t, c.name, load.LowerBodyLoad/load.TSS, c.want, 1e-9)
	}
}

func TestLegsOfActivities(t *testing.T) {
	for _, c := range []struct {
		name  string
		a     Activity
		heavy bool
		want  float64
	}{
		{"ten hard leg sets", Activity{Sport: Strength, HardLegSets: number(10)}, true, 1},
		{"four at RPE 8", Activity{Sport: Strength, HardLegSets: number(4), RPE: number(8)}, true, 1},
		{"four at RPE 7", Activity{Sport: Strength, HardLegSets: number(4), RPE: number(7)}, false, 0.6},
		{"nine, effort unknown", Activity{Sport: Strength, HardLegSets: number(9)}, false, 0.6},
		{"none", Activity{Sport: Strength}, false, 0.1},
		{"run", Activity{Sport: Run}, false, 0.6},
		{"ride", Activity{Sport: Ride}, false, 0.4},
		{"row", Activity{Sport: Row}, false, 0.4},
		{"swim", Activity{Sport: Swim}, false, 0.1},
		{"other", Activity{Sport: Other}, false, 0.4},
		{"mobility", Activity{Sport: Mobility}, false, 0},
	} {
		c.a.TSS, c.a.DurationSeconds = 50, 3600
		if b := c.a.bout(nil); b.Demand.HeavyLower != c.heavy || math.Abs(b.LowerBodyLoad-50*c.want) > 1e-9 {
			t.Errorf("%s: %v for the legs, %+v", c.name, b.LowerBodyLoad, b.Demand)
		}
	}
}

// An activity that says nothing of its sets is for the legs what its session was planned to be, in proportion to what it brought.
func TestActivityOfASessionLoadsTheLegsAsPlanned(t *testing.T) {
	day := Date(20000)
	session := Session{
		PlannedSession: PlannedSession{ID: "squats", Date: day, Status: Completed}, Sport: Strength,
		Load: Load{TSS: 50, LowerBodyLoad: 50, HardLegSets: 10, Demand: Demand{HeavyLower: true}},
	}
	done := Activity{Date: day, Sport: Strength, DurationSeconds: 3600, TSS: 40, SessionID: "squats"}
	bouts := Bouts(day+1, []Activity{done}, []Session{session})
	if len(bouts) != 1 || bouts[0].LowerBodyLoad != 40 || bouts[0].HardLegSets != 10 {
		t.Errorf("got %+v", bouts)
	}
}

// The third channel: running is counted in time and, where the threshold tells the speed, in metres (science L15).
func TestRunImpact(t *testing.T) {
	blocks := []Block{
		{Name: "ride", Sport: Ride, Repeats: 1, Steps: Steps{steady(3600, 0.7)}},
		{Name: "run", Sport: Run, Repeats: 2, Steps: Steps{steady(600, 0.8), RestStep{DurationSeconds: 60}}},
	}
	pace := 240
	known := Measure(Ride, blocks, Thresholds{ThresholdSecondsPerKilometer: &pace}).Demand
	if known.RunSeconds != 1200 || math.Abs(known.RunMeters-4000) > 1e-9 {
		t.Errorf("got %d s, %v m", known.RunSeconds, known.RunMeters)
	}
	if unknown := Measure(Ride, blocks, Thresholds{}).Demand; unknown.RunSeconds != 1200 || unknown.RunMeters != 0 {
		t.Errorf("a guess: %d s, %v m", unknown.RunSeconds, unknown.RunMeters)
	}
}

// Coaching §8, VOL-2: what is walked between and around runs is no running, as planned and as done.
func TestWalkingIsNoRunning(t *testing.T) {
	pace := 240
	blocks := []Block{
		{Name: "walk", Sport: Run, Repeats: 1, Steps: Steps{steady(300, 0.5)}},
		{Name: "rounds", Sport: Run, Repeats: 6, Steps: Steps{steady(90, 0.7), steady(120, 0.549)}},
		{Name: "jog", Sport: Run, Repeats: 1, Steps: Steps{steady(60, 0.55)}},
	}
	load := Measure(Run, blocks, Thresholds{ThresholdSecondsPerKilometer: &pace})
	meters := (540*0.7 + 60*0.55) * 1000 / 240
	if d := load.Demand; d.RunSeconds != 600 || d.WalkSeconds != 1020 || math.Abs(d.RunMeters-meters) > 1e-9 || d.LowerBodySeconds != 1620 {
		t.Errorf("got %d s run, %d s walked, %v m, want %v m", d.RunSeconds, d.WalkSeconds, d.RunMeters, meters)
	}
	day := Date(20000)
	plan := Session{PlannedSession: PlannedSession{ID: "rounds", Date: day, Status: Completed}, Sport: Run, Focus: FocusEndurance, Load: load}
	done := Activity{Date: day, Sport: Run, DurationSeconds: 1620, TSS: 60, LoadMethod: Quadratic, SessionID: "rounds"}
	if d := Bouts(day+1, []Activity{done}, []Session{plan})[0].Demand; d.RunSeconds != 600 {
		t.Errorf("done: %d s run", d.RunSeconds)
	}
}

// Coaching §8, SPK-1 and WHO-3: how many sets there are, and how near the maximum the heaviest is; what warms up is no set.
func TestSetsAndTheHeaviest(t *testing.T) {
	light, heavy, warm := 0.6, 0.85, 0.9
	set := func(kind SetKind, count int, p *float64) StrengthSet {
		return StrengthSet{Kind: kind, Count: count, Amount: SetAmount{Kind: Repetitions, Low: 5, High: 5}, Load: StrengthLoad{FractionOfOneRepMax: p}}
	}
	blocks := []Block{{Name: "lift", Sport: Strength, Repeats: 1, Steps: Steps{
		StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set(WarmUpSet, 1, &warm), set(WorkSet, 3, &heavy), set(WorkSet, 2, &light)}},
	}}}
	if d := Measure(Strength, blocks, Thresholds{}).Demand; d.Sets != 5 || d.MostFraction != 0.85 {
		t.Errorf("%d sets, at most %v", d.Sets, d.MostFraction)
	}
}
