package session

import (
	"math"
	"testing"

	"fortnight/training"
)

// The work of every rung as section 3.1 of the coaching specification says it, in minutes or, where a number is above a hundred, metres; of
// strides and sprints how many there are.
var ladderWork = map[ID][]float64{
	"R-TEMPO":  {10, 15, 20, 24, 28, 32, 36, 40, 45, 50},
	"R-THR":    {12, 16, 18, 20, 24, 28, 30, 32, 36, 40},
	"R-VO2":    {6, 8, 10, 12, 14, 15, 16, 18, 20, 24},
	"R-HILL":   {3, 4, 4.5, 6, 6, 8, 10, 10, 12, 15},
	"R-REP":    {1200, 1600, 1800, 2400, 2400, 3200, 3600, 4000, 4800, 4800},
	"R-RP5":    {2000, 2400, 3000, 3600, 4000, 4500, 5000, 5400, 6000, 6400},
	"R-RP10":   {3000, 4000, 5000, 6000, 6000, 7000, 7000, 8000, 8000, 9000},
	"R-RPH":    {4000, 5000, 6000, 7000, 8000, 9000, 10000, 12000, 14000, 16000},
	"R-LMP":    {3000, 5000, 6000, 8000, 10000, 13000, 16000, 19000, 21000, 23000},
	"R-STEADY": {25, 30, 35, 40, 45, 50, 55, 60},
	"R-FART":   {6, 8, 10, 12, 13.5, 16, 20, 24},
	"B-TEMPO":  {20, 30, 40, 45, 50, 60, 70, 80, 90, 100},
	"B-SS":     {18, 20, 24, 30, 36, 40, 45, 50, 60, 70},
	"B-THR":    {15, 18, 21, 24, 28, 32, 36, 40, 45, 54},
	"B-OU":     {12, 16, 18, 24, 27, 30, 36, 40, 45, 48},
	"B-VO2":    {8, 10, 12, 15, 16, 18, 20, 21, 24, 25},
	"B-3015":   {6, 8, 10, 12, 13.5, 15, 16.5, 18, 19.5, 24},
	"B-ANA":    {3, 3.75, 4.5, 5.25, 6, 6, 6.75, 7.5, 7.5, 9},
	"S-CSS":    {400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2400},
	"S-VO2":    {200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200},
	"S-END":    {400, 600, 800, 1000, 1200, 1500, 1800, 2200, 2600, 3200},
	"W-THR":    {12, 15, 18, 20, 24, 28, 30, 32, 36, 40},
	"W-LINT":   {3000, 4000, 4500, 5000, 6000, 6000, 7500, 7500, 8000, 10000},
	"W-2KI":    {2000, 2500, 3000, 3000, 3500, 4000, 4000, 4000, 4000, 4000},
	"R-STR":    {4, 4, 5, 5, 6, 6, 8, 8, 10, 10},
	"B-SPR":    {4, 4, 5, 5, 6, 6, 8, 8, 10, 10},
	"R-WALK":   {8, 9, 9, 16, 15, 16, 20, 20, 25, 30},
}

func TestLaddersAreThoseOfTheSpecification(t *testing.T) {
	for id, rungs := range ladderWork {
		f, known := Find(id)
		if !known || f.Rungs != len(rungs) {
			t.Errorf("%s: known %v, %d rungs, want %d", id, known, f.Rungs, len(rungs))
			continue
		}
		last := 0.0
		for l, want := range rungs {
			w := f.Work(l + 1)
			got := float64(w.Seconds) / 60
			switch {
			case id == "R-STR" || id == "B-SPR":
				got = float64(w.Repeats)
			case want > 100:
				got = w.Meters
			}
			if math.Abs(got-want) > 1e-9 {
				t.Errorf("%s level %d: work %g, want %g", id, l+1, got, want)
			}
			if got < last && id != "R-WALK" { // its rungs are the length of a run
				t.Errorf("%s level %d: work falls from %g to %g", id, l+1, last, got)
			}
			last = got
		}
	}
}

// The middles of the intensities of section 3.1.
func TestIntensityIsTheMiddleOfItsRange(t *testing.T) {
	for id, want := range map[ID]float64{
		"R-TEMPO": 0.90, "R-THR": 0.99, "R-VO2": 1.06, "R-REP": 1.16, "R-STEADY": 0.82, "R-FART": 1.0, "B-TEMPO": 0.82, "B-SS": 0.905, "B-THR": 0.98,
		"B-VO2": 1.12, "B-3015": 1.20, "B-ANA": 1.45, "B-TORQ": 0.85, "S-CSS": 0.995, "S-VO2": 1.055, "S-END": 0.885, "W-UT1": 0.80, "W-THR": 0.975, "W-LINT": 1.025,
	} {
		f, _ := Find(id)
		w := f.Work(1)
		if got := (w.Low + w.High) / 2; math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %g, want %g", id, got, want)
		}
		o := OutlineOf(ptr(f.Write(Dose{Family: id, Level: 1, For: training.Intermediate})))
		for _, p := range o.Pieces {
			if p.Intent == training.IntentWork && math.Abs(p.At()-want) > 1e-9 {
				t.Errorf("%s is written at %g, want %g", id, p.At(), want)
			}
		}
	}
}

// What is written measures to the work of its rung, in the band that the family is for.
func TestWhatIsWrittenMeasuresToItsRung(t *testing.T) {
	high := map[ID]bool{"R-THR": true, "R-VO2": true, "R-HILL": true, "R-REP": true, "R-RP5": true, "R-RP10": true, "R-RPH": true, "R-FART": true, "B-THR": true,
		"B-VO2": true, "B-3015": true, "B-ANA": true, "S-CSS": true, "S-VO2": true, "W-THR": true, "W-LINT": true, "W-2KI": true, "R-STR": true, "B-SPR": true}
	moderate := map[ID]bool{"R-TEMPO": true, "R-LMP": true, "B-TEMPO": true, "B-SS": true}
	for id := range ladderWork {
		f, _ := Find(id)
		for level := 1; level <= f.Rungs; level++ {
			w := f.Write(Dose{Family: id, Level: level, For: training.Intermediate})
			main := mainOf(w)
			d := training.Measure(f.Sport, []training.Block{main}, training.Thresholds{}).Demand
			want := f.Work(level).Seconds
			got := d.LowSeconds
			switch {
			case high[id]:
				got = d.HighSeconds
			case moderate[id]:
				got = d.ModerateSeconds
			case id == "B-OU":
				got = d.HighSeconds + d.ModerateSeconds
				if d.HighSeconds*3 != want {
					t.Errorf("B-OU level %d: %d s HIGH of %d", level, d.HighSeconds, want)
				}
			case id == "R-WALK":
				got = d.LowSeconds - restsOf(main)
			}
			if id != "R-STEADY" && id != "S-END" && got != want {
				t.Errorf("%s: %d s in its band, want %d", w.Title, got, want)
			}
			if worked := workOf(main); worked != want {
				t.Errorf("%s: %d s of work, want %d", w.Title, worked, want)
			}
		}
	}
}

// The fourth rung of over-unders is the first with eight minutes HIGH, which makes a session HI (coaching specification, 11).
func TestOverUndersBecomeHIAtTheFourthRung(t *testing.T) {
	f, _ := Find("B-OU")
	for level, want := range map[int]bool{3: false, 4: true} {
		w := f.Write(Dose{Level: level, For: training.Intermediate})
		if w.Demand.HighIntensity != want {
			t.Errorf("level %d: HI %v, %d s HIGH", level, w.Demand.HighIntensity, w.Demand.HighSeconds)
		}
	}
}

func TestShapesKeepTheWork(t *testing.T) {
	for _, f := range All() {
		for level := 1; level <= f.Rungs; level++ {
			own := workOf(mainOf(f.Write(Dose{Level: level, For: training.Intermediate})))
			for shape := 1; shape <= 4; shape++ {
				w := f.Write(Dose{Level: level, Shape: shape, For: training.Intermediate})
				if got := workOf(mainOf(w)); f.Class != Test && math.Abs(float64(got-own)) > 0.015*float64(own) { // metres last whole seconds
					t.Errorf("%s, shape %d: %d s of work, the ladder's own %d", w.Title, shape, got, own)
				}
			}
		}
	}
	f, _ := Find("R-THR")
	for shape, want := range map[int]string{0: "Threshold run 4 × 5 min", 1: "Threshold run 5 × 4 min", 2: "Threshold run 2 × 10 min", 3: "Threshold run 20 min", 4: "Threshold run 4 × 5 min"} {
		if got := f.Write(Dose{Level: 4, Shape: shape}).Title; got != want {
			t.Errorf("shape %d: %s, want %s", shape, got, want)
		}
	}
}

func TestAStepBackKeepsTheRungAndLeavesRepeatsOut(t *testing.T) {
	for id, want := range map[ID]string{"R-THR": "Threshold run 3 × 7 min", "B-VO2": "VO2max ride 4 × 3 min", "R-TEMPO": "Tempo run 16 min", "B-3015": "Thirty-fifteens 3 × (7 × 30 s)", "S-CSS": "CSS swim 5 × 200 m"} {
		f, _ := Find(id)
		if got := f.Write(Dose{Level: 6, Share: 0.65}).Title; got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// What a lighter week leaves of a session is still one of its family, and a test is whole.
func TestAStepBackIsStillOfItsFamily(t *testing.T) {
	for _, f := range All() {
		for level := min(1, f.Rungs); level <= f.Rungs; level++ {
			for _, share := range []float64{0.6, 0.7} {
				for shape := range 2 {
					d := Dose{Family: f.ID, Level: level, Shape: shape, For: training.Advanced, Who: practised}
					whole := f.Write(d)
					d.Share = share
					w := f.Write(d)
					if got, known := LevelOf(w); !known || got.Family != f.ID {
						t.Errorf("%s level %d, %g of it: %q reads as %s, %v", f.ID, level, share, w.Title, got.Family, known)
					}
					if f.Class == Test && w.ID != whole.ID {
						t.Errorf("%s: %q of %q", f.ID, w.Title, whole.Title)
					}
				}
			}
		}
	}
}

func ptr(w training.Workout) *training.Workout { return &w }

// mainOf is the block with the work of a workout.
func mainOf(w training.Workout) training.Block {
	for _, b := range w.Blocks {
		if workOf(b) > 0 {
			return b
		}
	}
	return training.Block{}
}

func workOf(b training.Block) int {
	seconds := 0
	for _, p := range OutlineOf(&training.Workout{Blocks: []training.Block{b}}).Pieces {
		if p.Intent == training.IntentWork {
			seconds += p.Seconds
		}
	}
	return seconds
}

func restsOf(b training.Block) int {
	seconds := 0
	for _, p := range OutlineOf(&training.Workout{Blocks: []training.Block{b}}).Pieces {
		if p.Intent == training.IntentRecovery {
			seconds += p.Seconds
		}
	}
	return seconds
}
