package session

import (
	"testing"

	"fortnight/training"
)

const today = training.Date(20_000)

// planned is a session of a family that was planned at a level and done on the day, as it was planned where nobody says otherwise.
func planned(id ID, level, daysAgo int, change func(*Done)) Done {
	d := Done{Date: today.AddDays(-daysAgo), Reading: Reading{Family: id, Level: level}, Share: 1, Target: 1}
	if change != nil {
		change(&d)
	}
	return d
}

func rpe(n int) func(*Done)                      { return func(d *Done) { d.RPE = n } }
func part(s float64) func(*Done)                 { return func(d *Done) { d.Share = s } }
func skipped(d *Done)                            { d.Skipped, d.Share = true, 0 }
func stepBack(d *Done)                           { d.StepBack = true }
func pace(t float64) func(*Done)                 { return func(d *Done) { d.Target = t } }
func with(level training.Level, ctl float64) Who { return Who{Level: level, CTL: ctl, Form: -20} }

var steady = with(training.Intermediate, 52)

func TestLevelOfAnAthlete(t *testing.T) {
	ill := func(days, ago int) []Setback { return []Setback{{Until: today.AddDays(-ago), Days: days}} }
	hurt := []Setback{{Until: today.AddDays(-1), Days: 10, Injury: true}}
	rise := func(sport training.Sport, by float64) []Retest {
		return []Retest{{Date: today.AddDays(-1), Sport: sport, Change: by}}
	}
	for name, c := range map[string]struct {
		family      ID
		done        []Done
		who         Who
		level, next int
	}{
		// The vectors of section 11.
		"I CTL 52, unseen":                    {"R-THR", nil, steady, 3, 4},
		"planned L4, 3 of 4 done":             {"R-THR", []Done{planned("R-THR", 4, 3, part(0.75))}, steady, 3, 3},
		"4 x 5 at RPE 7":                      {"R-THR", []Done{planned("R-THR", 4, 3, rpe(7))}, steady, 4, 5},
		"22 min of threshold, nobody's plan":  {"R-THR", []Done{{Date: today - 3, Sport: training.Run, HighSeconds: 22 * 60, DurationSeconds: 3000}}, steady, 4, 5},
		"8 x 500 m on pace":                   {"W-2KI", []Done{planned("W-2KI", 6, 3, nil)}, steady, 6, 7},
		"I CTL 70, swims a tenth of the time": {"S-CSS", nil, Who{Level: training.Intermediate, CTL: 70, Shares: map[training.Sport]float64{training.Swim: 0.10, training.Run: 0.9}}, 3, 4},
		"L6 unseen for 22 d":                  {"R-THR", []Done{planned("R-THR", 6, 22, nil)}, steady, 4, 4},
		"a test brings 4 % more":              {"B-VO2", []Done{planned("B-VO2", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Ride, 0.04)}, 5, 5},

		"a part of the rung in a lighter week":   {"R-THR", []Done{planned("R-THR", 5, 10, nil), planned("R-THR", 3, 3, stepBack)}, steady, 5, 6},
		"the first time in a lighter week":       {"R-THR", []Done{planned("R-THR", 1, 3, stepBack)}, steady, 3, 4},
		"a whole rung in a lighter week":         {"R-THR", []Done{planned("R-THR", 4, 10, nil), planned("R-THR", 5, 3, stepBack)}, steady, 5, 6},
		"a lower rung in a week like the others": {"R-THR", []Done{planned("R-THR", 5, 32, nil), planned("R-THR", 3, 3, nil)}, steady, 3, 4},

		// Unknown athletes.
		"N":                          {"R-TEMPO", nil, with(training.Novice, 20), 1, 1},
		"I CTL 44":                   {"R-THR", nil, with(training.Intermediate, 44), 2, 3},
		"I CTL 45":                   {"R-THR", nil, with(training.Intermediate, 45), 3, 4},
		"I CTL 60":                   {"R-THR", nil, with(training.Intermediate, 60), 4, 5},
		"A CTL 84":                   {"R-THR", nil, with(training.Advanced, 84), 4, 5},
		"A CTL 85":                   {"R-THR", nil, with(training.Advanced, 85), 5, 6},
		"stated, not logged":         {"R-THR", nil, Who{Level: training.Intermediate, CTL: 50, Stated: true}, 2, 3},
		"never below one":            {"S-CSS", nil, Who{Level: training.Novice, Stated: true, Shares: map[training.Sport]float64{training.Run: 1}}, 1, 1},
		"a seventh of the time":      {"S-CSS", nil, Who{Level: training.Intermediate, CTL: 70, Shares: map[training.Sport]float64{training.Swim: 0.15}}, 4, 5},
		"before half a year is gone": {"R-THR", []Done{planned("R-THR", 8, 181, nil)}, steady, 3, 4},

		// Last time and next.
		"95 %":                             {"R-THR", []Done{planned("R-THR", 5, 3, part(0.95))}, steady, 5, 6},
		"94 %":                             {"R-THR", []Done{planned("R-THR", 5, 3, part(0.94))}, steady, 5, 5},
		"85 %":                             {"R-THR", []Done{planned("R-THR", 5, 3, part(0.85))}, steady, 5, 5},
		"84 %":                             {"R-THR", []Done{planned("R-THR", 5, 3, part(0.849))}, steady, 4, 4},
		"84 % twice":                       {"R-THR", []Done{planned("R-THR", 5, 9, part(0.84)), planned("R-THR", 5, 3, part(0.84))}, steady, 3, 3},
		"RPE at the top of the band":       {"R-THR", []Done{planned("R-THR", 5, 3, rpe(8))}, steady, 5, 6},
		"RPE one above":                    {"R-THR", []Done{planned("R-THR", 5, 3, rpe(9))}, steady, 5, 5},
		"RPE two above":                    {"R-THR", []Done{planned("R-THR", 5, 3, rpe(10))}, steady, 4, 4},
		"RPE one above its own band":       {"R-THR", []Done{planned("R-THR", 5, 3, func(d *Done) { d.RPE, d.Band = 8, Span{6, 7} })}, steady, 5, 5},
		"a target missed":                  {"R-THR", []Done{planned("R-THR", 5, 3, pace(0.96))}, steady, 5, 5},
		"a target nearly met":              {"R-THR", []Done{planned("R-THR", 5, 3, pace(0.97))}, steady, 5, 6},
		"far too easy once":                {"R-THR", []Done{planned("R-THR", 5, 3, rpe(4))}, steady, 5, 6},
		"far too easy twice":               {"R-THR", []Done{planned("R-THR", 4, 10, rpe(4)), planned("R-THR", 5, 3, rpe(4))}, steady, 5, 7},
		"three times, but two levels once": {"R-THR", []Done{planned("R-THR", 3, 17, rpe(4)), planned("R-THR", 4, 10, rpe(4)), planned("R-THR", 5, 3, rpe(4))}, steady, 5, 6},
		"skipped":                          {"R-THR", []Done{planned("R-THR", 5, 8, nil), planned("R-THR", 6, 3, skipped)}, steady, 5, 5},
		"skipped, nothing before":          {"R-THR", []Done{planned("R-THR", 6, 3, skipped)}, steady, 3, 3},
		"a step-back week":                 {"R-THR", []Done{planned("R-THR", 5, 10, nil), planned("R-THR", 5, 3, stepBack)}, steady, 5, 6},
		"a failure after better ones":      {"R-THR", []Done{planned("R-THR", 6, 10, nil), planned("R-THR", 5, 3, part(0.5))}, steady, 4, 4},
		"an easier one after a better":     {"R-THR", []Done{planned("R-THR", 6, 10, nil), planned("R-THR", 4, 3, nil)}, steady, 6, 7},
		"the better is four weeks older":   {"R-THR", []Done{planned("R-THR", 6, 31, nil), planned("R-THR", 4, 17, nil), planned("R-THR", 4, 3, nil)}, steady, 4, 5},
		"another family says nothing":      {"R-THR", []Done{planned("R-VO2", 8, 3, nil)}, steady, 3, 4},
		"tomorrow says nothing":            {"R-THR", []Done{planned("R-THR", 8, -1, nil)}, steady, 3, 4},

		// Unseen.
		"13 d": {"R-THR", []Done{planned("R-THR", 6, 13, nil)}, steady, 6, 7},
		"14 d": {"R-THR", []Done{planned("R-THR", 6, 14, nil)}, steady, 5, 5},
		"21 d": {"R-THR", []Done{planned("R-THR", 6, 21, nil)}, steady, 4, 4},
		"28 d": {"R-THR", []Done{planned("R-THR", 6, 28, nil)}, steady, 3, 3},
		"90 d": {"R-THR", []Done{planned("R-THR", 6, 90, nil)}, steady, 3, 3},
		"low":  {"R-THR", []Done{planned("R-THR", 2, 90, nil)}, steady, 1, 1},

		"28 d, with tempo in between":      {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("R-TEMPO", 4, 5, nil)}, steady, 6, 6},
		"70 d, with tempo in between":      {"R-THR", []Done{planned("R-THR", 6, 70, nil), planned("R-TEMPO", 4, 5, nil)}, steady, 6, 6},
		"71 d, with tempo in between":      {"R-THR", []Done{planned("R-THR", 6, 71, nil), planned("R-TEMPO", 4, 5, nil)}, steady, 5, 5},
		"71 d, with tempo 14 d ago":        {"R-THR", []Done{planned("R-THR", 6, 71, nil), planned("R-TEMPO", 4, 14, nil)}, steady, 4, 4},
		"71 d, with tempo 40 d ago":        {"R-THR", []Done{planned("R-THR", 6, 71, nil), planned("R-TEMPO", 4, 40, nil)}, steady, 3, 3},
		"28 d, with tempo 13 d ago":        {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("R-TEMPO", 4, 13, nil)}, steady, 6, 6},
		"27 d, with tempo in between":      {"R-THR", []Done{planned("R-THR", 6, 27, nil), planned("R-TEMPO", 4, 5, nil)}, steady, 6, 7},
		"28 d, with tempo 14 d ago":        {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("R-TEMPO", 4, 14, nil)}, steady, 5, 5},
		"28 d, with easy runs in between":  {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("R-EASY", 0, 5, nil)}, steady, 3, 3},
		"28 d, with tempo that was missed": {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("R-TEMPO", 4, 5, skipped)}, steady, 3, 3},
		"28 d, with hard rides in between": {"R-THR", []Done{planned("R-THR", 6, 28, nil), planned("B-THR", 4, 5, nil)}, steady, 3, 3},

		// Illness, injury, tests.
		"ill for three days":                  {"R-THR", []Done{planned("R-THR", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: ill(3, 2)}, 4, 4},
		"ill for two days":                    {"R-THR", []Done{planned("R-THR", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: ill(2, 2)}, 6, 7},
		"ill, and tempo holds":                {"B-TEMPO", []Done{planned("B-TEMPO", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: ill(5, 2)}, 6, 6},
		"ill for two days, and tempo goes on": {"B-TEMPO", []Done{planned("B-TEMPO", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: ill(2, 2)}, 6, 7},
		"ill, and VO2 since":                  {"B-VO2", []Done{planned("B-VO2", 6, 1, nil)}, Who{Level: training.Advanced, CTL: 80, Setbacks: ill(5, 2)}, 6, 7},
		"ill before it":                       {"R-THR", []Done{planned("R-THR", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: ill(5, 9)}, 6, 7},
		"ill and long unseen":                 {"R-THR", []Done{planned("R-THR", 8, 29, nil)}, Who{Level: training.Intermediate, Setbacks: ill(5, 2)}, 5, 5},
		"hurt, and runs":                      {"R-TEMPO", []Done{planned("R-TEMPO", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: hurt}, 3, 3},
		"hurt, and rides":                     {"B-VO2", []Done{planned("B-VO2", 6, 8, nil)}, Who{Level: training.Intermediate, Setbacks: hurt}, 6, 7},
		"a test, 2.9 % more":                  {"B-VO2", []Done{planned("B-VO2", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Ride, 0.029)}, 6, 7},
		"a test, less":                        {"B-VO2", []Done{planned("B-VO2", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Ride, -0.05)}, 6, 7},
		"a test of another sport":             {"B-VO2", []Done{planned("B-VO2", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Run, 0.05)}, 6, 7},
		"a test, and sweet spot":              {"B-SS", []Done{planned("B-SS", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Ride, 0.05)}, 5, 5},
		"a test, and tempo":                   {"B-TEMPO", []Done{planned("B-TEMPO", 6, 5, nil)}, Who{Level: training.Advanced, CTL: 80, Retests: rise(training.Ride, 0.05)}, 6, 7},

		// Bare activities.
		"an hour at threshold":         {"R-THR", []Done{{Date: today - 3, Sport: training.Run, HighSeconds: 3600}}, with(training.Novice, 10), 4, 2},
		"twelve minutes take nothing":  {"R-THR", []Done{{Date: today - 3, Sport: training.Run, HighSeconds: 720}}, steady, 3, 4},
		"eleven minutes are too short": {"R-THR", []Done{{Date: today - 3, Sport: training.Run, HighSeconds: 660}}, steady, 3, 4},
		"a steady hour at tempo":       {"R-TEMPO", []Done{{Date: today - 3, Sport: training.Run, DurationSeconds: 1260, IntensityFactor: 0.90}}, with(training.Intermediate, 10), 3, 4},
		"an easy hour":                 {"R-TEMPO", []Done{{Date: today - 3, Sport: training.Run, DurationSeconds: 3600, IntensityFactor: 0.75}}, with(training.Intermediate, 10), 2, 3},
		"of another sport":             {"B-THR", []Done{{Date: today - 3, Sport: training.Run, HighSeconds: 3600}}, steady, 3, 4},
	} {
		got := Levels(c.done, today, c.who)[c.family]
		if got.Level != c.level || got.Next != c.next {
			t.Errorf("%s: %s level %d, next %d; want %d and %d", name, c.family, got.Level, got.Next, c.level, c.next)
		}
	}
}

func TestAnUnseenFamilyHoldsThreeSixesAndStepsToFourFives(t *testing.T) {
	s := Levels(nil, today, steady)["R-THR"]
	f, _ := Find("R-THR")
	if got := f.Write(Dose{Level: s.Hold}).Title; got != "Threshold run 3 × 6 min" {
		t.Error(got)
	}
	if got := f.Write(Dose{Level: s.Productive}).Title; got != "Threshold run 4 × 5 min" {
		t.Error(got)
	}
	if s.Evidence != (Evidence{Kind: Assumed}) || s.LastDone != 0 || s.From != 0 {
		t.Errorf("%+v", s)
	}
}

func TestAStandingSaysWhatItRestsOn(t *testing.T) {
	history := []Done{planned("R-THR", 4, 3, nil), planned("R-THR", 5, 10, nil)} // in no order
	s := Levels(history, today, steady)["R-THR"]
	if want := (Evidence{Kind: FromSession, Date: today - 10, Rung: 5}); s.Evidence != want || s.LastDone != today-3 || s.From != today+2 {
		t.Errorf("%+v", s)
	}
	s = Levels([]Done{{Date: today - 1, Sport: training.Run, HighSeconds: 1200}}, today, steady)["R-THR"]
	if want := (Evidence{Kind: FromActivity, Date: today - 1, Rung: 4}); s.Evidence != want {
		t.Errorf("%+v", s)
	}
	if s = Levels([]Done{planned("R-EASY", 0, 2, nil)}, today, steady)["R-EASY"]; s.Level != 0 || s.LastDone != today-2 || s.Next != 0 {
		t.Errorf("%+v", s)
	}
	twice := []Done{planned("R-THR", 5, 9, part(0.5)), planned("R-THR", 4, 3, part(0.5))}
	if s = Levels(twice, today, steady)["R-THR"]; !s.Ask || s.TestDue {
		t.Errorf("%+v", s)
	}
	easy := []Done{planned("R-THR", 4, 9, rpe(4)), planned("R-THR", 5, 3, rpe(3))}
	if s = Levels(easy, today, steady)["R-THR"]; s.Ask || !s.TestDue {
		t.Errorf("%+v", s)
	}
}

func TestStretchIsForTheFresh(t *testing.T) {
	done := []Done{planned("B-VO2", 5, 3, nil)}
	for name, c := range map[string]struct {
		who  Who
		want int
	}{
		"I, fresh":     {Who{Level: training.Intermediate, Form: -9}, 7},
		"I, tired":     {Who{Level: training.Intermediate, Form: -10}, 6},
		"A, tired":     {Who{Level: training.Advanced, Form: -30}, 7},
		"A, taper":     {Who{Level: training.Advanced, Phase: Taper}, 6},
		"A, returning": {Who{Level: training.Advanced, Phase: Return}, 6},
		"A, young":     {Who{Level: training.Advanced, Young: true}, 6},
	} {
		if got := Levels(done, today, c.who)["B-VO2"].Stretch; got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestCapsBeatTheRung(t *testing.T) {
	pace := func(secondsPerKilometer int) training.Thresholds {
		return training.Thresholds{ThresholdSecondsPerKilometer: &secondsPerKilometer}
	}
	for name, c := range map[string]struct {
		family      ID
		level, want int
		who         Who
		pace        float64
	}{
		"A, 240 min of running":           {"R-VO2", 10, 8, Who{Level: training.Advanced, RunMinutes: 240}, 0},
		"A, 300 min of running":           {"R-VO2", 10, 10, Who{Level: training.Advanced, RunMinutes: 300}, 0},
		"L4 is always allowed":            {"R-VO2", 6, 4, Who{Level: training.Advanced, RunMinutes: 60}, 0},
		"N, 4 km at 6:30":                 {"R-RP10", 2, 1, Who{Level: training.Novice, At: pace(390)}, 1.0},
		"N, 4 km at 6:00":                 {"R-RP10", 2, 2, Who{Level: training.Novice, At: pace(360)}, 1.0},
		"21 km at 5:30":                   {"R-LMP", 9, 8, Who{Level: training.Advanced, At: pace(330)}, 1.0},
		"21 km at 5:00":                   {"R-LMP", 9, 9, Who{Level: training.Advanced, At: pace(267)}, 0.89},
		"N tops at 3 of tempo":            {"R-TEMPO", 9, 3, Who{Level: training.Novice}, 0},
		"N tops at 4 of tempo rides":      {"B-TEMPO", 9, 4, Who{Level: training.Novice}, 0},
		"I tops at 8":                     {"B-SS", 10, 8, Who{Level: training.Intermediate}, 0},
		"I, 25 min of VO2max":             {"B-VO2", 10, 8, Who{Level: training.Intermediate}, 0},
		"I, 40 min at threshold":          {"R-THR", 9, 8, Who{Level: training.Intermediate}, 0},
		"over-unders count by a third":    {"B-OU", 10, 10, Who{Level: training.Advanced}, 0},
		"A, 54 min at threshold":          {"B-THR", 10, 10, Who{Level: training.Advanced}, 0},
		"N, threshold of 15 min at most":  {"B-THR", 4, 4, Who{Level: training.Novice}, 0},
		"strides know no cap":             {"R-STR", 10, 10, Who{Level: training.Novice}, 0},
		"above the ladder":                {"R-THR", 99, 10, Who{Level: training.Advanced}, 0},
		"below the ladder":                {"R-THR", -3, 1, Who{Level: training.Advanced}, 0},
		"a family without rungs":          {"R-EASY", 3, 0, Who{Level: training.Advanced}, 0},
		"repetitions, 5 % of 300 minutes": {"R-REP", 8, 5, Who{Level: training.Advanced, RunMinutes: 240}, 0},
	} {
		f, _ := Find(c.family)
		if got := Cap(&f, c.level, &c.who, c.pace); got != c.want {
			t.Errorf("%s: %s level %d is capped at %d, want %d", name, c.family, c.level, got, c.want)
		}
	}
}

func TestStandingsNeverLeaveTheLadder(t *testing.T) {
	for _, who := range []Who{with(training.Novice, 0), with(training.Intermediate, 50), with(training.Advanced, 120)} {
		for _, f := range All() {
			for level := 0; level <= 12; level++ {
				s := Levels([]Done{planned(f.ID, level, 2, nil)}, today, who)[f.ID]
				if s.Level > f.Rungs || s.Hold > s.Productive || s.Productive > s.Stretch || s.Stretch > f.Rungs || s.Next > s.Stretch || f.Rungs > 0 && s.Hold < 1 {
					t.Fatalf("%s from level %d: %+v", f.ID, level, s)
				}
			}
		}
	}
}

// After an illness of three days every family whose work is hard is two rungs lower, and no other: those hold.
func TestAfterAnIllness(t *testing.T) {
	hardOnes := map[ID]bool{}
	for _, id := range []ID{
		"R-STR", "R-THR", "R-FART", "R-HILL", "R-HSPR", "R-VO2", "R-REP", "R-RP5", "R-RP10", "R-RPH", "B-THR", "B-OU", "B-VO2", "B-3015", "B-ANA", "B-SPR", "B-RPTT",
		"S-CSS", "S-VO2", "S-SPR", "S-RP", "W-THR", "W-LINT", "W-2KI", "K-INT", "A-AQUA",
	} {
		hardOnes[id] = true
	}
	who := Who{Level: training.Advanced, CTL: 80, Setbacks: []Setback{{Until: today - 1, Days: 3}}}
	for _, f := range All() {
		if f.Rungs < 3 {
			continue
		}
		s := Levels([]Done{planned(f.ID, 3, 6, nil)}, today, who)[f.ID]
		want := 3
		if hardOnes[f.ID] {
			want = 1
		}
		if s.Level != want || s.Next > want {
			t.Errorf("%s: level %d, next %d, want %d", f.ID, s.Level, s.Next, want)
		}
	}
}

// The first rehearsal of a race is half of it, however fit the athlete is; the next one is whole.
func TestTheFirstRehearsalIsHalf(t *testing.T) {
	who := with(training.Advanced, 90)
	if s := Levels(nil, today, who)["H-SIM"]; s.Next != 1 {
		t.Errorf("the first is on rung %d", s.Next)
	}
	done := []Done{planned("H-SIM", 1, 15, part(1)), planned("H-COMP", 3, 4, part(1))}
	if s := Levels(done, today, who)["H-SIM"]; s.Next != 2 {
		t.Errorf("the second is on rung %d", s.Next)
	}
}
