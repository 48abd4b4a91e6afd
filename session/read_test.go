package session

import (
	"testing"

	"fortnight/training"
)

// asOwn are the families whose doses look like another's of their class, or like nothing, to who does not see their tag.
var asOwn = map[ID]bool{"A-AQUA": true}

func TestEveryRungReadsBackAsItself(t *testing.T) {
	each(func(f *Family, d Dose, w training.Workout) {
		got, known := LevelOf(w)
		if !known || got.Family != f.ID || got.Level != d.Level {
			t.Errorf("%s (%s level %d, %d min) reads as %s level %d, %v", w.Title, f.ID, d.Level, d.Minutes, got.Family, got.Level, known)
		}
		if want := f.Work(max(1, d.Level)); f.Rungs > 0 && d.Level > 0 && f.ID != "R-LPROG" && (abs(got.Work.Seconds-want.Seconds) > 1+want.Seconds/50 || got.Work.Repeats < 1) {
			t.Errorf("%s: %d s of work are read, %d are asked for", w.Title, got.Work.Seconds, want.Seconds)
		}
		w.Tags = nil
		got, known = LevelOf(w)
		other, _ := Find(got.Family)
		if !asOwn[f.ID] && (!known || other.Class != f.Class) {
			t.Errorf("%s (%s level %d, %d min) reads as %s, %v, without its tags", w.Title, f.ID, d.Level, d.Minutes, got.Family, known)
		}
	})
}

func abs(n int) int { return max(n, -n) }

func TestShapesReadBackAsTheirRung(t *testing.T) {
	for _, f := range All() {
		for level := 1; ours(&f) && level <= f.Rungs; level++ {
			for shape := 1; shape <= 3; shape++ {
				w := f.Write(Dose{Level: level, Shape: shape, For: training.Intermediate})
				got, known := LevelOf(w)
				if own := f.Work(level); !known || got.Family != f.ID || f.Work(got.Level).Seconds > own.Seconds*103/100 {
					t.Errorf("%s (level %d) reads as %s level %d, %v", w.Title, level, got.Family, got.Level, known)
				}
			}
		}
	}
}

// A workout that is nothing of a family's is nothing.
func TestNothingIsForced(t *testing.T) {
	label := "x"
	step := func(seconds int, at float64) training.Step {
		return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: training.AtThreshold(at)}
	}
	for name, blocks := range map[string][]training.Block{
		"nothing":        nil,
		"kayaking":       {{Sport: training.Kayak, Repeats: 1, Steps: training.Steps{step(3600, 0.9)}}},
		"a jump at once": {{Sport: training.Run, Repeats: 1, Steps: training.Steps{step(60, 1.0)}}},
		"an hour of all": {{Sport: training.Run, Repeats: 1, Steps: training.Steps{step(900, 0.9), step(900, 1.0), step(900, 1.07), step(900, 1.2)}}},
	} {
		w := training.Workout{Sport: training.Run, Focus: training.FocusEndurance, Blocks: blocks}
		if got, known := LevelOf(w); known {
			t.Errorf("%s reads as %s", name, got.Family)
		}
	}
}

// Edges of what is read: a second less than a rung is that rung, a twentieth less is the one below; half of the first is nothing.
func TestLevelFollowsTheWork(t *testing.T) {
	for _, c := range []struct {
		repeats, seconds int
		at               float64
		level            int
		known            bool
	}{
		{4, 8 * 60, 0.99, 8, true}, {4, 8*60 - 5, 0.99, 8, true}, {4, 450, 0.99, 7, true}, {1, 22 * 60, 1.0, 4, true}, {3, 180, 0.98, 1, true}, {2, 170, 0.98, 0, false},
		{5, 480, 0.99, 10, true}, {9, 600, 0.97, 10, true},
	} {
		label := "fast"
		work := training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(c.seconds), Target: training.AtThreshold(c.at)}
		rest := training.RestStep{DurationSeconds: 90}
		w := training.Workout{Sport: training.Run, Focus: training.FocusThreshold, Blocks: []training.Block{{
			Sport: training.Run, Repeats: 1, Steps: training.Steps{training.RepeatStep{Repeats: c.repeats, Style: training.Rounds, Steps: training.Steps{work, rest}}},
		}}}
		got, known := LevelOf(w)
		if known != c.known || known && (got.Family != "R-THR" || got.Level != c.level) {
			t.Errorf("%d × %d s at %g: %s level %d, %v; want level %d", c.repeats, c.seconds, c.at, got.Family, got.Level, known, c.level)
		}
	}
}

// The intensity may be said in any way.
func TestIntensityIsReadInAnyUnit(t *testing.T) {
	for name, target := range map[string]training.Target{
		"pace":  {Kind: training.OfPaceKilometer, Shape: training.Steady, Start: 303, End: 303},
		"range": training.Between(0.97, 1.01),
		"RPE":   {Kind: training.OfEffort, Shape: training.Steady, Start: 7.9, End: 7.9},
		"zone":  {Kind: training.OfZone, Zones: training.Pace7, Shape: training.Steady, Start: 4, End: 4},
	} {
		label := "fast"
		w := training.Workout{Sport: training.Run, Focus: training.FocusThreshold, Blocks: []training.Block{{
			Sport: training.Run, Repeats: 3, Steps: training.Steps{
				training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(600), Target: target},
				training.RestStep{DurationSeconds: 60},
			},
		}}}
		if got, known := LevelOf(w); !known || got.Family != "R-THR" || got.Level != 7 {
			t.Errorf("%s: %s level %d, %v", name, got.Family, got.Level, known)
		}
	}
}
