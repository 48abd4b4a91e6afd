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

// An effort of 8 is threshold, to the last digit: strides at it are strides, as they are at more, and at less nothing but easy running.
func TestStridesMayBeAnEffort(t *testing.T) {
	for effort, want := range map[float64]ID{7: "R-EASY", 8: "R-STR", 8.5: "R-STR", 9: "R-STR"} {
		stride := training.EnduranceStep{End: training.After(20), Target: training.Target{Kind: training.OfEffort, Shape: training.Steady, Start: effort, End: effort}}
		easy := func(seconds int) training.EnduranceStep {
			return training.EnduranceStep{End: training.After(seconds), Target: training.AtThreshold(0.7)}
		}
		w := training.Workout{Sport: training.Run, Focus: training.FocusEndurance, Blocks: []training.Block{{Sport: training.Run, Repeats: 1, Steps: training.Steps{
			easy(2100), training.RepeatStep{Repeats: 6, Style: training.Rounds, Steps: training.Steps{stride, easy(60)}},
		}}}}
		if got, _ := LevelOf(w); got.Family != want {
			t.Errorf("at an effort of %g: %s, want %s", effort, got.Family, want)
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
		pace := 300
		if got, known := LevelFor(w, training.Thresholds{ThresholdSecondsPerKilometer: &pace}); !known || got.Family != "R-THR" || got.Level != 7 {
			t.Errorf("%s: %s level %d, %v", name, got.Family, got.Level, known)
		}
	}
}

// What is asked for in watts, a pace or beats is read by the thresholds of who does it, and is nothing where these are not known.
func TestAbsoluteTargetsAreReadByThresholds(t *testing.T) {
	ftp, row, pace, swim, beats := 260, 230, 270, 95, 172
	strong := training.Thresholds{FTPWatts: &ftp, RowFTPWatts: &row, ThresholdSecondsPerKilometer: &pace, CriticalSwimSecondsPer100Meters: &swim, ThresholdHeartRate: &beats}
	weaker := 200
	weak := strong
	weak.FTPWatts = &weaker
	easy := func(sport training.Sport) training.Block {
		return training.Block{Sport: sport, Repeats: 1, Steps: training.Steps{training.EnduranceStep{StepText: training.StepText{Intent: training.IntentWarmUp}, End: training.After(900), Target: training.AtThreshold(0.6)}}}
	}
	for name, c := range map[string]struct {
		sport      training.Sport
		focus      training.Focus
		count      int
		end        training.End
		kind       training.TargetKind
		start, to  float64
		thresholds training.Thresholds
		family     ID
		level      int
	}{
		"180 W of 260":                 {training.Ride, training.FocusTempo, 3, training.After(720), training.OfWatts, 180, 180, strong, "B-EASY", 0},
		"180 W of 200":                 {training.Ride, training.FocusTempo, 3, training.After(720), training.OfWatts, 180, 180, weak, "B-SS", 5},
		"225 W to 240 W of 260":        {training.Ride, training.FocusTempo, 3, training.After(720), training.OfWatts, 225, 240, strong, "B-SS", 5},
		"235 W of nobody":              {training.Ride, training.FocusTempo, 3, training.After(720), training.OfWatts, 235, 235, training.Thresholds{}, "", 0},
		"4:32 of 4:30":                 {training.Run, training.FocusThreshold, 4, training.After(480), training.OfPaceKilometer, 272, 272, strong, "R-THR", 8},
		"5:10 of 4:30":                 {training.Run, training.FocusThreshold, 5, training.After(240), training.OfPaceKilometer, 310, 310, strong, "R-TEMPO", 3},
		"kilometres at 4:32":           {training.Run, training.FocusThreshold, 6, training.AfterMeters(1000), training.OfPaceKilometer, 272, 272, strong, "R-THR", 5},
		"hundreds at 1:36 of 1:35":     {training.Swim, training.FocusThreshold, 10, training.AfterMeters(100), training.OfPace100Meters, 96, 96, strong, "S-CSS", 4},
		"500 m in 1:55 of 230 W":       {training.Row, training.FocusThreshold, 4, training.After(480), training.OfPace500Meters, 115, 115, strong, "W-THR", 8},
		"170 beats of 172":             {training.Run, training.FocusThreshold, 4, training.After(480), training.OfBeats, 170, 170, strong, "R-THR", 8},
		"170 beats of nobody":          {training.Run, training.FocusThreshold, 4, training.After(480), training.OfBeats, 170, 170, training.Thresholds{}, "", 0},
		"a minute at 250 W on the ski": {training.SkiErg, training.FocusVO2Max, 8, training.After(60), training.OfWatts, 250, 250, strong, "", 0},
	} {
		target := training.Target{Kind: c.kind, Shape: training.Steady, Start: c.start, End: c.to}
		if c.start != c.to {
			target.Shape = training.Range
		}
		w := training.Workout{Sport: c.sport, Focus: c.focus, Blocks: []training.Block{easy(c.sport), {Sport: c.sport, Repeats: c.count, Steps: training.Steps{
			training.EnduranceStep{StepText: training.StepText{Intent: training.IntentWork}, End: c.end, Target: target}, training.RestStep{DurationSeconds: 60},
		}}}}
		got, _ := LevelFor(w, c.thresholds)
		if got.Family != c.family || got.Level != c.level || !ByThresholds(&w) {
			t.Errorf("%s: %q level %d, want %q level %d", name, got.Family, got.Level, c.family, c.level)
		}
		if is := For(w, c.thresholds); is.Family != string(c.family) || is.FamilyLevel != c.level || is.TSS != w.For(c.thresholds).TSS {
			t.Errorf("%s: measured it is of %q level %d", name, is.Family, is.FamilyLevel)
		}
	}
	f, _ := Find("R-RP10")
	if w := f.Write(Dose{Level: 3}); ByThresholds(&w) {
		t.Error("a shared workout by metres is another one for everybody")
	} else if w.OwnerID = "somebody"; !ByThresholds(&w) {
		t.Error("an own workout by metres is the same for everybody")
	}
}

// What somebody wrote without a word of a family is read by its structure: as what a coach would call it, and as nothing where it is several
// things or too little of one.
func TestWhatUsersWriteIsReadAsACoachWould(t *testing.T) {
	step := func(end training.End, at float64) training.Step {
		label := "x"
		return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: end, Target: training.AtThreshold(at)}
	}
	timed := func(minutes float64, at float64) training.Step { return step(training.After(int(60*minutes)), at) }
	lift := func(id training.ExerciseID, sets, reps, reserve int) training.Step {
		return training.StrengthStep{ExerciseID: id, Sets: []training.StrengthSet{{
			Count: sets, Kind: training.WorkSet, Amount: training.Reps(reps), Load: training.StrengthLoad{RepsInReserve: &reserve}, RestSeconds: 60,
		}}}
	}
	block := func(sport training.Sport, times int, steps ...training.Step) training.Block {
		return training.Block{Sport: sport, Repeats: times, Steps: steps}
	}
	run, ride, row, strength := training.Run, training.Ride, training.Row, training.Strength
	easy, core := block(run, 1, timed(15, 0.65)), block(strength, 1, lift("side-plank", 1, 8, 4), lift("bird-dog", 2, 8, 4))
	kilometers := block(run, 5, step(training.AfterMeters(1000), 0.99), timed(1.5, 0.6))
	station := func(id training.ExerciseID) training.Block { return block(strength, 1, lift(id, 1, 20, 4)) }
	for name, c := range map[string]struct {
		focus  training.Focus
		blocks []training.Block
		family ID
		level  int
	}{
		"sets behind a threshold run":        {training.FocusThreshold, []training.Block{easy, kilometers, easy, core}, "R-THR", 5},
		"sets before an easy run":            {training.FocusEndurance, []training.Block{core, block(run, 1, timed(45, 0.7))}, "R-EASY", 0},
		"as much lifting as running":         {training.FocusThreshold, []training.Block{kilometers, block(strength, 1, lift("back-squat", 8, 5, 3), lift("bench-press", 8, 5, 3))}, "", 0},
		"runs into stations":                 {training.FocusThreshold, []training.Block{block(run, 1, step(training.AfterMeters(1000), 0.95)), station("sandbag-lunge"), block(run, 1, step(training.AfterMeters(1000), 0.95)), station("wall-ball")}, "H-COMP", 2},
		"short runs into one station":        {training.FocusRacePace, []training.Block{block(run, 1, step(training.AfterMeters(500), 0.93)), station("wall-ball"), block(run, 1, step(training.AfterMeters(500), 0.93)), station("wall-ball"), block(run, 1, step(training.AfterMeters(500), 0.93)), station("wall-ball"), block(run, 1, step(training.AfterMeters(500), 0.93)), station("wall-ball")}, "H-COMP", 3},
		"curls alone":                        {training.FocusHypertrophy, []training.Block{block(strength, 1, lift("biceps-curl", 5, 12, 1))}, "", 0},
		"chest and arms":                     {training.FocusHypertrophy, []training.Block{block(strength, 1, lift("bench-press", 4, 10, 1), lift("biceps-curl", 4, 12, 1))}, "Q-SIZE", 3},
		"lifts with two that stations have":  {training.FocusStrengthEndurance, []training.Block{block(strength, 1, lift("bench-press", 8, 10, 3), lift("walking-lunge", 2, 10, 3), lift("dumbbell-row", 2, 10, 3))}, "", 0},
		"a circuit at home":                  {training.FocusStrengthEndurance, []training.Block{block(strength, 3, lift("air-squat", 1, 15, 3), lift("burpee", 1, 10, 3), lift("glute-bridge-march", 1, 10, 3), lift("bear-crawl", 1, 10, 3))}, "Q-BODY", 3},
		"a brick":                            {training.FocusRacePace, []training.Block{block(ride, 1, timed(60, 0.66)), block(run, 1, timed(15, 0.72))}, "X-BRICK", 3},
		"a brick with a short ride":          {training.FocusRacePace, []training.Block{block(ride, 1, timed(44, 0.7)), block(run, 1, timed(30, 0.85))}, "X-BRICK", 1},
		"a brick with a short run":           {training.FocusRacePace, []training.Block{block(ride, 1, timed(180, 0.7)), block(run, 1, timed(15, 0.85))}, "X-BRICK", 3},
		"a brick with both legs":             {training.FocusRacePace, []training.Block{block(ride, 1, timed(150, 0.7)), block(run, 1, timed(30, 0.85))}, "X-BRICK", 6},
		"half of a long run at race pace":    {training.FocusLong, []training.Block{block(run, 1, step(training.AfterMeters(14000), 0.75), step(training.AfterMeters(14000), 0.895))}, "R-LMP", 6},
		"the same, called endurance":         {training.FocusEndurance, []training.Block{block(run, 1, step(training.AfterMeters(14000), 0.75), step(training.AfterMeters(14000), 0.895))}, "R-LMP", 6},
		"a third of a long run at race pace": {training.FocusLong, []training.Block{block(run, 1, step(training.AfterMeters(13000), 0.72), step(training.AfterMeters(8000), 0.89))}, "R-LMP", 4},
		"a long run that builds":             {training.FocusLong, []training.Block{block(run, 1, timed(70, 0.72), timed(20, 0.83), timed(15, 0.9))}, "R-LPROG", 7},
		"three tenths of a long ride":        {training.FocusLong, []training.Block{block(ride, 1, timed(80, 0.65), timed(52, 0.82), timed(42, 0.65))}, "B-LONG", 0},
		"lifts between ride and run":         {training.FocusRacePace, []training.Block{block(ride, 1, timed(30, 0.65)), block(strength, 1, lift("bench-press", 8, 10, 3)), block(run, 1, timed(20, 0.7))}, "", 0},
		"a ride that warms up for a run":     {training.FocusThreshold, []training.Block{block(ride, 1, timed(10, 0.6)), block(run, 1, timed(50, 0.7))}, "", 0},
		"a minute in running shoes":          {training.FocusEndurance, []training.Block{block(ride, 1, timed(90, 0.66)), block(run, 1, timed(2, 0.7))}, "B-EASY", 0},
		"a little of four sports":            {training.FocusRacePace, []training.Block{block(ride, 1, timed(20, 0.66)), block(run, 1, timed(10, 0.7)), block(training.Swim, 1, timed(10, 0.7)), block(row, 1, timed(10, 0.7))}, "", 0},
		"easy riding and running by turns":   {training.FocusRacePace, []training.Block{block(ride, 1, timed(20, 0.6)), block(run, 1, timed(10, 0.7)), block(ride, 1, timed(20, 0.6)), block(run, 1, timed(10, 0.7))}, "", 0},
		"an easy run with a drink":           {training.FocusEndurance, []training.Block{block(run, 3, timed(20, 0.7), training.RestStep{DurationSeconds: 60})}, "R-EASY", 0},
		"one short run between walks":        {training.FocusEndurance, []training.Block{block(run, 1, timed(5, 0.45), timed(8, 0.7), timed(5, 0.45))}, "R-WALK", 1},
		"steady running":                     {training.FocusEndurance, []training.Block{block(run, 1, timed(10, 0.65), timed(40, 0.82), timed(10, 0.6))}, "R-STEADY", 4},
		"five hours of easy running":         {training.FocusEndurance, []training.Block{block(run, 1, timed(300, 0.7))}, "R-LONG", 0},
		"two hours of easy rowing":           {training.FocusEndurance, []training.Block{block(row, 1, timed(120, 0.65))}, "W-LONG", 0},
		"a test in steps":                    {training.FocusTest, []training.Block{block(strength, 1, lift("back-squat", 1, 5, 6), lift("back-squat", 1, 5, 4), lift("back-squat", 1, 5, 0))}, "Q-TEST", 0},
	} {
		w := training.Workout{Sport: c.blocks[0].Sport, Focus: c.focus, Blocks: c.blocks}
		got, known := LevelOf(w)
		if !known {
			got = Reading{}
		}
		if got.Family != c.family || got.Level != c.level {
			t.Errorf("%s: read as %q level %d, want %q level %d", name, got.Family, got.Level, c.family, c.level)
		}
	}
}

// What goes by effort is hilly where it says so, in its title or of a step; what rises through all of easy to hard is none of what lies between.
func TestNothingIsReadIntoEffortAndRamps(t *testing.T) {
	effortOf := func(rpe float64) training.Target {
		return training.Target{Kind: training.OfEffort, Shape: training.Steady, Start: rpe, End: rpe}
	}
	step := func(seconds int, target training.Target, label string) training.Step {
		return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: target}
	}
	ladder := func(label string) training.Steps {
		steps := training.Steps{step(720, effortOf(3), "in")}
		for _, minutes := range []int{1, 2, 3, 4, 3, 2, 1} {
			steps = append(steps, step(60*minutes, effortOf(8), label), step(90, effortOf(3), "jog"))
		}
		return steps
	}
	minuteRepeats := func(label string) training.Steps {
		return training.Steps{step(900, effortOf(3), "in"), training.RepeatStep{Repeats: 8, Style: training.Rounds, Steps: training.Steps{
			step(60, effortOf(8), label), step(120, effortOf(2), "back")}}}
	}
	rise := func(kind training.TargetKind, from, to float64) training.Steps {
		return training.Steps{step(1200, training.Target{Kind: kind, Shape: training.Ramp, Start: from, End: to}, "rise"), step(1200, training.AtThreshold(0.55), "out")}
	}
	ftp := 250
	for name, c := range map[string]struct {
		title string
		sport training.Sport
		focus training.Focus
		steps training.Steps
		want  ID
		level int
	}{
		"a fartlek ladder by effort":   {"Ladder", training.Run, training.FocusVO2Max, ladder("fast"), "", 0},
		"minutes by effort":            {"Minutes", training.Run, training.FocusEndurance, minuteRepeats("fast"), "R-FART", 2},
		"the same, uphill":             {"Minutes", training.Run, training.FocusVO2Max, minuteRepeats("uphill"), "R-HILL", 6},
		"the same, on hills by title":  {"Hill minutes", training.Run, training.FocusVO2Max, minuteRepeats("fast"), "R-HILL", 6},
		"the same, in German":          {"Acht Minuten am Berg", training.Run, training.FocusVO2Max, minuteRepeats("schnell"), "R-HILL", 6},
		"the same, chilled":            {"Chill minutes", training.Run, training.FocusEndurance, minuteRepeats("fast"), "R-FART", 2},
		"a ramp from easy to hard":     {"Ramp", training.Ride, training.FocusTempo, rise(training.OfThreshold, 0.6, 1.0), "", 0},
		"the same in watts":            {"Ramp", training.Ride, training.FocusTempo, rise(training.OfWatts, 150, 250), "", 0},
		"a ramp within tempo":          {"Ramp", training.Ride, training.FocusTempo, rise(training.OfThreshold, 0.76, 0.86), "B-TEMPO", 1},
		"a ramp within tempo in watts": {"Ramp", training.Ride, training.FocusTempo, rise(training.OfWatts, 190, 215), "B-TEMPO", 1},
		"a ramp to the end is a test":  {"Ramp", training.Ride, training.FocusTest, rise(training.OfWatts, 100, 320), "B-TEST", 0},
	} {
		w := training.Workout{Title: c.title, Sport: c.sport, Focus: c.focus, Blocks: []training.Block{{Name: "All", Sport: c.sport, Repeats: 1, Steps: c.steps}}}
		if got, _ := LevelFor(w, training.Thresholds{FTPWatts: &ftp}); got.Family != c.want || got.Level != c.level {
			t.Errorf("%s: read as %q level %d, want %q level %d", name, got.Family, got.Level, c.want, c.level)
		}
	}
}
