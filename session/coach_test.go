package session

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"fortnight/training"
)

// of is how long a block lasts and how far it goes.
func of(b *training.Block) (seconds int, meters float64) {
	l := training.Measure(b.Sport, []training.Block{*b}, training.Thresholds{})
	if l.DistanceMeters != nil {
		meters = *l.DistanceMeters
	}
	return l.DurationSeconds, meters
}

// spanned tells whether seconds are minutes from low to high, or half a minute more.
func spanned(seconds, low, high int) bool {
	return seconds%30 == 0 && seconds >= 60*low && seconds < 60*(high+1)
}

// page is a dose with what it is written as.
type page struct {
	f *Family
	d Dose
	w training.Workout
}

// pages are every family at its least, middle and greatest length and as long as it usually is, on every rung, for every experience and kit.
var pages = sync.OnceValue(func() (all []page) {
	for i := range families {
		f := &families[i]
		for level := min(1, f.Rungs); level <= f.Rungs; level++ {
			for _, who := range everyLevel {
				for _, minutes := range []int{0, f.Minutes.Low, (f.Minutes.Low + f.Minutes.High) / 2, f.Minutes.High} {
					for _, kit := range kitsOf(*f) {
						if kit != Gym && f.Sport != training.Strength {
							continue
						}
						d := Dose{Family: f.ID, Level: level, Minutes: minutes, For: who, Kit: kit, Who: Lifter{Level: who, Months: 12 * rank(who)}}
						all = append(all, page{f, d, f.Write(d)})
					}
				}
			}
		}
	}
	return all
})

func usualDoses(visit func(f *Family, d Dose, w training.Workout)) {
	for _, p := range pages() {
		visit(p.f, p.d, p.w)
	}
}

// What comes before and after a main set is as long as coaching section 4 says: a run 10 to 15 and 5 to 10 minutes, a ride 10 to 20 and 5 to 10, a
// swim 200 to 400 metres and drills, and 100 to 200, a row 8 to 12 and 5, lifts 8 to 10. An easy session of less than twice as much eases in and out
// in less.
func TestWarmUpsAndCoolDownsAreThoseOfTheirSport(t *testing.T) {
	usualDoses(func(f *Family, d Dose, w training.Workout) {
		in, swumIn := of(&w.Blocks[0])
		out, swumOut := of(&w.Blocks[len(w.Blocks)-1])
		short := f.Rungs == 0 && f.Class != RaceSpecific && f.Class != Test
		good := true
		switch kind := f.ID[0]; {
		case f.ID == "X-BRICK" || f.ID == "X-LONGW" || f.Class == Mobility: // one piece from the beginning to the end
			return
		case f.ID == "R-WALK": // five minutes of walking on either side (3.1), and two more where there is time
			good = spanned(in, 5, 7) && spanned(out, 5, 5)
		case f.ID == "S-OW": // by time: a length of a lake is none
			good = spanned(in, 8, 12) && spanned(out, 3, 5)
		case f.ID == "H-PRIME":
			good = spanned(in, 15, 15) && spanned(out, 4, 10)
		case f.ID == "H-ENG":
			good = spanned(in, 8, 12) && spanned(out, 5, 10)
		case f.ID == "X-BRP":
			in2 := 0
			if w.Blocks[1].Name == "Easy riding" {
				in2, _ = of(&w.Blocks[1])
			}
			good = spanned(in, 10, 20) && in2%60 == 0 && spanned(out, 5, 10)
		case kind == 'R' || kind == 'H':
			good = spanned(in, 10, 15) && spanned(out, 5, 10) || short && w.DurationSeconds < 30*60 && spanned(in, 2, 6) && spanned(out, 2, 3)
		case kind == 'B':
			good = spanned(in, 10, 20) && spanned(out, 5, 10) || short && w.DurationSeconds < 30*60 && spanned(in, 2, 6) && spanned(out, 2, 3)
		case kind == 'W' || kind == 'K':
			good = spanned(in, 8, 12) && spanned(out, 5, 5) || short && w.DurationSeconds < 26*60 && spanned(in, 2, 5) && spanned(out, 2, 3)
		case kind == 'S':
			drills := 0.0
			if len(w.Blocks[0].Steps) > 1 {
				drills = 200
			}
			good = swumIn-drills >= 200 && swumIn-drills <= 400 && swumOut >= 100 && swumOut <= 200 || f.ID == "S-REC" && swumIn == 100 && swumOut == 50
		case kind == 'A':
			good = spanned(in, 5, 10) && spanned(out, 5, 10) || w.DurationSeconds < 20*60 && spanned(in, 2, 4) && spanned(out, 2, 2)
		case kind == 'Q' && w.DurationSeconds < 20*60-60 && f.ID != "Q-PLYO":
			good = spanned(in, 5, 10)
		case kind == 'Q':
			good = spanned(in, 8, 10)
		}
		if last := w.Blocks[len(w.Blocks)-1]; f.ID[0] == 'Q' && last.Name == "Ease out" {
			good = good && spanned(out, 1, 6)
		}
		if !good {
			t.Errorf("%s %d min for %s: %d:%02d or %.0f m before, %d:%02d or %.0f m after", w.Title, d.Minutes, d.For, in/60, in%60, swumIn, out/60, out%60, swumOut)
		}
	})
}

// odd tells whether a step lasts as no coach writes it: in a pool other than whole lengths; of work and of rests other than quarters of a minute, or
// up to two minutes fives of seconds; of a cool-down other than halves; of all else other than whole minutes, or quarters of one under three.
func odd(p *Piece) bool {
	switch {
	case p.Meters > 0:
		return math.Mod(p.Meters, 25) != 0
	case p.Intent == training.IntentWork || p.Intent == training.IntentRecovery || p.Intent == training.IntentRest:
		return p.Seconds%15 != 0 && (p.Seconds > 120 || p.Seconds%5 != 0 && p.Seconds > 12)
	}
	if p.Intent == training.IntentCoolDown && p.Seconds%30 == 0 {
		return false
	}
	return p.Seconds >= 180 && p.Seconds%60 != 0 && p.Sport != training.Mobility || p.Seconds%15 != 0 && p.Seconds != 20 && p.Seconds != 40
}

func TestTimesAreThoseThatACoachWrites(t *testing.T) {
	told := map[string]bool{}
	check := func(f *Family, d Dose, w training.Workout) {
		for _, p := range OutlineOf(&w).Pieces {
			if odd(&p) {
				told[fmt.Sprintf("%s: %s %d:%02d, %.0f m", w.Title, p.Intent, p.Seconds/60, p.Seconds%60, p.Meters)] = true
			}
		}
		for _, lift := range liftsOf(w) {
			for _, set := range lift.Sets {
				if set.RestSeconds%5 != 0 || set.RestSeconds > 60 && set.RestSeconds%15 != 0 {
					told[fmt.Sprintf("%s: %d s of rest", w.Title, set.RestSeconds)] = true
				}
			}
		}
	}
	usualDoses(check)
	anyDoses(t, check)
	for what := range told {
		t.Error(what)
	}
}

// A lift has two sets or is left out, whatever limits a session: one of six is none.
func TestALiftIsOfTwoSets(t *testing.T) {
	check := func(f *Family, d Dose, w training.Workout) {
		if f.ID[0] != 'Q' {
			return
		}
		sets := map[training.ExerciseID]int{}
		for _, lift := range liftsOf(w) {
			sets[lift.ExerciseID] += workSets(&lift)
		}
		for id, n := range sets {
			if n < leastSets {
				t.Errorf("%s: %d × %s: %+v", w.Title, n, id, d)
			}
		}
	}
	usualDoses(check)
	anyDoses(t, check)
	for i := range families {
		f := &families[i]
		for _, d := range []Dose{{Share: 0.5}, {Share: 0.6, Shape: 1}, {LegSets: 1}, {LegSets: 3}, {Sets: 1}, {Sets: 5, Share: 0.5}} {
			for level := min(1, f.Rungs); level <= f.Rungs; level++ {
				d.Family, d.Level, d.For, d.Who = f.ID, level, training.Advanced, practised
				check(f, d, f.Write(d))
			}
		}
	}
}

// A lighter week has fewer sets of what has to be done, and a limit holds as far as two sets of one lift go.
func TestALighterWeekHasFewerSets(t *testing.T) {
	for i := range families {
		f := &families[i]
		if f.ID[0] != 'Q' || f.Class == Test || f.Class == Mobility || f.ID == "Q-PLYO" || f.Rungs == 0 {
			continue
		}
		d := Dose{Family: f.ID, Level: f.Rungs, Minutes: f.Minutes.High, For: training.Advanced, Who: practised}
		whole := f.Write(d)
		d.Share = UnloadShare
		light := f.Write(d)
		if a, b := setsIn(&whole), setsIn(&light); b >= a {
			t.Errorf("%s: %d sets of %d", light.Title, b, a)
		}
		d.Share, d.LegSets = 0, 4
		if w := f.Write(d); w.HardLegSets > 4 {
			t.Errorf("%s: %d hard leg sets of 4", w.Title, w.HardLegSets)
		}
	}
}

func setsIn(w *training.Workout) (n int) {
	for _, lift := range liftsOf(*w) {
		n += workSets(&lift)
	}
	return n
}

// measure is what a family's ladder is ordered by.
func measure(f *Family, level int) float64 {
	w := f.Work(level)
	switch {
	case f.ID == "R-WALK": // the length of a run
		return runWalks[level-1].mean()
	case f.Class == Neuromuscular && f.Sport != training.Strength: // of speed how often, and then how long
		return float64(1000*w.Repeats) + float64(w.Seconds)
	case f.ID == "X-BRP": // the time on the bicycle
		return float64(w.Seconds)
	case f.ID == "H-COMP": // rounds, and then how far
		return float64(10_000*w.Repeats) + w.Meters
	case w.Meters > 0:
		return w.Meters
	case w.Seconds > 0:
		return float64(w.Seconds)
	}
	return float64(w.Repeats)
}

// fixedLoads are rungs that are no more of a load than the one before them, with the reason.
var fixedLoads = map[ID]string{
	"R-WALK": "its rungs are the specification's and its session is five minutes of walking, the rung and five more: runs get longer and walks fewer (3.1)",
}

// Up a ladder each rung is no less by what the ladder is ordered by, and more by what it asks for or by the load of the whole session.
func TestEveryRungIsMoreThanTheOneBelow(t *testing.T) {
	for i := range families {
		f := &families[i]
		rungs := f.Ladder()
		for l := 1; l < len(rungs); l++ {
			low, high := &rungs[l-1], &rungs[l]
			if f.ID[0] == 'Q' && f.ID != "Q-PLYO" { // lifts get heavier or more
				continue
			}
			before, now := measure(f, l), measure(f, l+1)
			if now < before {
				t.Errorf("%s: %s is less than %s", f.ID, high.Dose, low.Dose)
			}
			if why := fixedLoads[f.ID]; why == "" && high.TSS <= low.TSS {
				t.Errorf("%s: %s has %.1f TSS, %s has %.1f", f.ID, high.Dose, high.TSS, low.Dose, low.TSS)
			}
		}
	}
}

// Up a ladder of lifts each rung is more of a load, and its first lifts are heavier, more repetitions in all, or closer to the last one.
func TestLiftsGrowUpTheirLadder(t *testing.T) {
	heavy := func(r scheme) float64 {
		if r.percent > 0 {
			return r.percent
		}
		return 100 / (1 + (float64(r.reps.Low+r.reps.High)/2+float64(r.reserve))/30) // Epley
	}
	reps := func(r scheme) float64 { return float64(r.sets) * float64(r.reps.Low+r.reps.High) / 2 }
	for id, ladder := range map[ID][]scheme{
		"Q-AA": adaptation, "Q-FULL": allRound, "Q-STR": maximal, "Q-LOWER": split, "Q-UPPER": split, "Q-SIZE": growth, "Q-MAIN": maintained, "Q-POWER": power,
		"Q-PREV": care, "Q-KB": circuit, "Q-BODY": circuit,
	} {
		f, _ := Find(id)
		rungs := f.Ladder()
		for l := 1; l < len(ladder); l++ {
			a, b := ladder[l-1], ladder[l]
			if heavy(b) <= heavy(a) && reps(b) <= reps(a) {
				t.Errorf("%s: %s is no more than %s", id, b, a)
			}
			if rungs[l].TSS <= rungs[l-1].TSS {
				t.Errorf("%s: %s has %.1f TSS, %s has %.1f", id, rungs[l].Dose, rungs[l].TSS, rungs[l-1].Dose, rungs[l-1].TSS)
			}
		}
	}
}

// What is shorter than a family's least is of another family where it names one.
func TestAFamilyHoldsItsLeast(t *testing.T) {
	for i := range families {
		f := &families[i]
		if f.Shorter == "" {
			continue
		}
		if other, known := Find(f.Shorter); !known || other.Minutes.High < f.Minutes.Low || other.Minutes.Low >= f.Minutes.Low {
			t.Errorf("%s: %v is not for what is shorter", f.ID, f.Shorter)
		}
		for _, who := range everyLevel {
			if w := f.Write(Dose{Family: f.ID, Minutes: 20, For: who}); w.DurationSeconds < 60*f.Minutes.Low {
				t.Errorf("%s for %s", w.Title, who)
			}
		}
	}
	hike, _ := Find("A-HIKE")
	if hike.Shorter != "A-WALK" || !strings.Contains(hike.Write(Dose{Minutes: 36, For: training.Novice}).Title, "60 min") {
		t.Error("a hike is of an hour at the least: what is shorter is a walk")
	}
	if slices.ContainsFunc(families, func(f Family) bool { return f.Shorter == f.ID }) {
		t.Error("a family is shorter than itself")
	}
}

// Easy swimming on and on is endurance in the water, by metres or by time; what is as slow and short as a recovery, hard, or stops at every wall is not.
func TestAContinuousSwimIsAnEnduranceSwim(t *testing.T) {
	label := "Swim"
	meters := func(of, at float64) training.Step {
		return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.AfterMeters(of), Target: training.AtThreshold(at)}
	}
	timed := func(minutes int, at float64) training.Step {
		return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(60 * minutes), Target: training.AtThreshold(at)}
	}
	for name, c := range map[string]struct {
		focus training.Focus
		steps training.Steps
		want  ID
		level int
	}{
		"easy continuous swim":     {training.FocusEndurance, training.Steps{meters(1500, 0.80)}, "S-END", 6},
		"by time":                  {training.FocusEndurance, training.Steps{timed(30, 0.80)}, "S-END", 5},
		"an hour, slow":            {training.FocusEndurance, training.Steps{timed(60, 0.74)}, "S-END", 8},
		"in two parts":             {training.FocusEndurance, training.Steps{meters(800, 0.78), training.RestStep{DurationSeconds: 60}, meters(800, 0.78)}, "S-END", 6},
		"slow and short":           {training.FocusEndurance, training.Steps{timed(25, 0.72)}, "S-REC", 0},
		"to recover":               {training.FocusRecovery, training.Steps{timed(25, 0.78)}, "S-REC", 0},
		"half of it hard":          {training.FocusEndurance, training.Steps{meters(800, 0.80), meters(800, 0.94)}, "", 0},
		"two hundred metres":       {training.FocusEndurance, training.Steps{meters(150, 0.80)}, "", 0},
		"slower than swimming is":  {training.FocusEndurance, training.Steps{timed(60, 0.60)}, "", 0},
		"as it is written, though": {training.FocusEndurance, training.Steps{meters(1600, 0.88)}, "S-END", 6},
	} {
		w := training.Workout{Sport: training.Swim, Focus: c.focus, Title: name, Blocks: []training.Block{{Sport: training.Swim, Repeats: 1, Steps: c.steps}}}
		if got, _ := LevelOf(w); got.Family != c.want || got.Level != c.level {
			t.Errorf("%s reads as %q level %d, want %q level %d", name, got.Family, got.Level, c.want, c.level)
		}
	}
}

// Nothing warms up harder than it is.
func TestWarmUpsAreNoHarderThanTheSession(t *testing.T) {
	usualDoses(func(f *Family, d Dose, w training.Workout) {
		hardest, eased := 0.0, 0.0
		for _, p := range OutlineOf(&w).Pieces {
			switch {
			case p.RPE > 0:
			case p.Intent == training.IntentWarmUp && p.Seconds > sprint && p.Cadence == 0:
				eased = max(eased, p.To)
			case p.Intent == training.IntentWork:
				hardest = max(hardest, f.Work(max(1, d.Level)).High, p.From, p.To)
			}
		}
		if hardest > 0 && f.Class == Easy && f.Rungs == 0 && eased > hardest+1e-9 {
			t.Errorf("%s: warms up to %.2f, and is of %.2f", w.Title, eased, hardest)
		}
	})
}

// Repeats of three minutes and more are of whole minutes, in any shape.
func TestLongRepeatsAreOfWholeMinutes(t *testing.T) {
	for i := range families {
		f := &families[i]
		for level := 1; level <= f.Rungs; level++ {
			for shape := range 6 {
				w := f.Write(Dose{Family: f.ID, Level: level, Shape: shape, For: training.Advanced, Who: practised})
				for _, p := range OutlineOf(&w).Pieces {
					if p.Intent == training.IntentWork && p.Meters == 0 && p.Seconds >= 3*minute && p.Seconds%minute != 0 {
						t.Errorf("%s: %d s", w.Title, p.Seconds)
					}
				}
			}
		}
	}
}

// What is told of a session is so of its steps: a test asks for all that goes, circuits of one lift after another have sets and no rounds, and warm-up
// sets are of round percentages.
func TestWhatIsToldIsSo(t *testing.T) {
	usualDoses(func(f *Family, d Dose, w training.Workout) {
		if f.ID == "Q-TEST" && strings.Contains(w.Description, "good repetition") {
			t.Errorf("%s: %s", w.Title, w.Description)
		}
		if f.ID[0] == 'Q' && strings.Contains(w.Description, "round") {
			t.Errorf("%s has no rounds: %s", w.Title, w.Description)
		}
		for _, lift := range liftsOf(w) {
			for _, set := range lift.Sets {
				if of := set.Load.FractionOfOneRepMax; set.Kind == training.WarmUpSet && of != nil && math.Abs(20**of-math.Round(20**of)) > 1e-9 {
					t.Errorf("%s: a warm-up set at %g", w.Title, *of)
				}
			}
		}
	})
}
