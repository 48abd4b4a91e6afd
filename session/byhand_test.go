package session

import (
	"testing"

	"fortnight/compose"
	"fortnight/training"
)

// What people write by hand, without a word of a family and without saying what warms up: it is of the family that a coach would say, and of none where
// it only looks like one.
func TestWorkoutsByHandAreWhatACoachWouldCallThem(t *testing.T) {
	timed := func(minutes, at float64) training.Step { return compose.Steady("x", int(60*minutes), at) }
	meters := func(far, at float64) training.Step { return compose.Meters("x", far, at) }
	ramp := func(minutes, from, to float64) training.Step { return compose.Ramp("x", int(60*minutes), from, to) }
	byEffort := func(minutes, rpe float64) training.Step {
		return compose.Toward(effort(rpe, rpe), compose.Steady("x", int(60*minutes), 0.7))
	}
	open := func(minutes float64) training.Step {
		return training.EnduranceStep{End: training.After(int(60 * minutes)), Target: training.Free(0)}
	}
	times := func(n int, steps ...training.Step) training.Step {
		return training.RepeatStep{Repeats: n, Style: training.Rounds, Steps: steps}
	}
	of := func(sport training.Sport, steps ...training.Step) training.Block {
		return compose.Block("x", sport, steps...)
	}
	one := func(sport training.Sport, steps ...training.Step) []training.Block {
		return []training.Block{of(sport, steps...)}
	}
	within := func(sport training.Sport, main training.Step) []training.Block {
		return one(sport, timed(15, 0.6), main, timed(8, 0.55))
	}
	heavy := func(sets, reps int, of float64) []training.Block {
		return one(training.Strength, compose.Lift("back-squat", sets, reps, compose.Percent(of), 180), compose.Lift("bench-press", sets, reps, compose.Percent(of), 180))
	}
	var raced, halved []training.Block
	var half []training.Block
	for i := range race {
		work := of(training.Row, meters(1000, 0.95))
		if len(race[i].menu) > 0 {
			work = of(training.Strength, compose.Carry(race[i].menu[0], 1, 50, compose.Reserve(3), 0))
			if e, _ := training.FindExercise(race[i].menu[0]); e.CountedIn != training.CountMeters {
				work = of(training.Strength, compose.Lift(race[i].menu[0], 1, 80, compose.Reserve(3), 0))
			}
		} else {
			work.Sport = race[i].erg
		}
		raced = append(raced, of(training.Run, meters(1000, 0.93)), work)
		if i < len(race)/2 {
			half = append(half, of(training.Run, meters(1000, 0.93)), work)
		}
		if i%2 == 0 {
			halved = append(halved, of(training.Run, meters(600, 0.93)), work)
		}
	}
	brick := []training.Block{of(training.Ride, timed(15, 0.6))}
	for range 3 {
		brick = append(brick, of(training.Ride, timed(12, 0.92)), of(training.Run, meters(1000, 0.97)))
	}
	brick = append(brick, of(training.Run, timed(8, 0.6)))
	run, ride, swim, row := training.Run, training.Ride, training.Swim, training.Row
	for name, c := range map[string]struct {
		focus  training.Focus
		blocks []training.Block
		family ID
		level  int
	}{
		// What rises through easy to hard is not easy, however easy it is in the mean.
		"half an hour from easy to strong": {training.FocusEndurance, one(run, ramp(30, 0.6, 0.85)), "", 0},
		"an hour from easy to hard":        {training.FocusTempo, one(run, ramp(60, 0.6, 0.95)), "", 0},
		"a ride from easy to strong":       {training.FocusEndurance, one(ride, ramp(60, 0.5, 0.85)), "", 0},
		"a row from easy to hard":          {training.FocusEndurance, one(row, ramp(40, 0.5, 0.95)), "", 0},
		"a swim from easy to hard":         {training.FocusEndurance, one(swim, ramp(40, 0.7, 1.0)), "", 0},
		"a run that rises and stays easy":  {training.FocusEndurance, one(run, ramp(40, 0.6, 0.78)), "R-EASY", 0},
		// Half a minute over and over is work at the ceiling; a few of it loosen up.
		"thirty-thirties":                 {training.FocusVO2Max, within(run, times(20, timed(0.5, 1.08), timed(0.5, 0.5))), "R-VO2", 3},
		"the same, called endurance":      {training.FocusEndurance, within(run, times(20, timed(0.5, 1.08), timed(0.5, 0.5))), "R-VO2", 3},
		"in two sets":                     {training.FocusVO2Max, within(run, times(2, times(12, timed(0.5, 1.1), timed(0.5, 0.6)), timed(3, 0.5))), "R-VO2", 4},
		"six strides of a hundred":        {training.FocusEndurance, one(run, timed(40, 0.7), times(6, meters(100, 1.15), timed(1, 0.4))), "R-STR", 6},
		"repeats behind some strides":     {training.FocusVO2Max, one(run, timed(15, 0.65), times(4, timed(1./3, 1.1), timed(2./3, 0.5)), times(5, timed(3, 1.06), timed(2, 0.5)), timed(8, 0.6)), "R-VO2", 6},
		"a tempo run behind some":         {training.FocusTempo, one(run, timed(15, 0.65), times(4, timed(0.25, 1.1), timed(1, 0.4)), timed(20, 0.9), timed(8, 0.6)), "R-TEMPO", 3},
		"three minutes at an effort of 9": {training.FocusVO2Max, one(run, byEffort(15, 3), times(5, byEffort(3, 9), byEffort(3, 2)), byEffort(8, 3)), "R-VO2", 6},
		"minutes over threshold power":    {training.FocusVO2Max, within(ride, times(20, timed(1, 1.2), timed(1, 0.5))), "B-VO2", 7},
		// Short repeats at threshold are threshold where they are meant to be.
		"twenty of 400 m":                 {training.FocusThreshold, within(run, times(20, meters(400, 1.0), timed(1, 0.5))), "R-THR", 10},
		"the same, called tempo":          {training.FocusTempo, within(run, times(20, meters(400, 1.0), timed(1, 0.5))), "R-FART", 8},
		"three minutes at threshold":      {training.FocusThreshold, within(ride, times(6, timed(3, 1.0), timed(1, 0.5))), "B-THR", 2},
		"500 m at threshold":              {training.FocusThreshold, within(row, times(10, meters(500, 0.98), timed(1, 0.4))), "W-THR", 4},
		"metres and minutes of threshold": {training.FocusThreshold, one(run, timed(15, 0.65), times(3, meters(1000, 1.0), timed(1, 0.5)), times(3, timed(4, 1.0), timed(1, 0.5))), "R-THR", 5},
		// What is short is not long, and hours are no recovery, whatever they are called.
		"thirteen minutes called long":      {training.FocusLong, one(run, timed(13, 0.75)), "R-EASY", 0},
		"twenty of riding called long":      {training.FocusLong, one(ride, timed(20, 0.65)), "B-EASY", 0},
		"ten of rowing called long":         {training.FocusLong, one(row, timed(10, 0.65)), "", 0},
		"300 m of swimming called long":     {training.FocusLong, one(swim, meters(300, 0.75)), "", 0},
		"ten of hiking called long":         {training.FocusLong, one(training.Hike, byEffort(10, 4)), "", 0},
		"35 minutes of a novice's long":     {training.FocusLong, one(run, timed(35, 0.75)), "R-LONG", 0},
		"two hours called recovery":         {training.FocusRecovery, one(ride, timed(120, 0.55)), "B-EASY", 0},
		"90 minutes called recovery":        {training.FocusRecovery, one(run, timed(90, 0.66)), "R-LONG", 0},
		"50 minutes of recovery":            {training.FocusRecovery, one(ride, timed(50, 0.5)), "B-REC", 0},
		"ten hours of riding":               {training.FocusLong, one(ride, timed(600, 0.6)), "B-LONG", 0},
		"race bricks with an easy way in":   {training.FocusRacePace, brick, "X-BRP", 3},
		"the same with a swim before":       {training.FocusRacePace, append([]training.Block{of(swim, meters(750, 0.8))}, brick...), "", 0},
		"a whole race rehearsed":            {training.FocusRacePace, raced, "H-SIM", 2},
		"the same, to learn to run on":      {training.FocusThreshold, raced, "H-COMP", 10},
		"half of its stations, shorter":     {training.FocusRacePace, halved, "H-COMP", 3},
		"half a race rehearsed":             {training.FocusRacePace, half, "H-SIM", 1},
		"the same half, to learn to run on": {training.FocusThreshold, half, "H-COMP", 6},
		// Lengths at CSS are CSS, and short pieces of tempo are tempo.
		"forty lengths at CSS":         {training.FocusThreshold, one(swim, meters(300, 0.8), times(40, meters(25, 1.0), timed(0.25, 0)), meters(200, 0.75)), "S-CSS", 4},
		"five times three of tempo":    {training.FocusTempo, within(run, times(5, timed(3, 0.9), timed(1, 0.6))), "R-TEMPO", 2},
		"six of three at sweet spot":   {training.FocusTempo, within(ride, times(6, timed(3, 0.9), timed(1, 0.5))), "B-SS", 1},
		"eight of three of tempo":      {training.FocusTempo, within(ride, times(8, timed(3, 0.8), timed(1, 0.5))), "B-TEMPO", 1},
		"as one likes":                 {training.FocusEndurance, one(run, open(45)), "R-EASY", 0},
		"as one likes, on the bicycle": {training.FocusRecovery, one(ride, open(35)), "B-REC", 0},
		"as one likes, called VO2max":  {training.FocusVO2Max, one(run, open(45)), "", 0},
		"singles at nine tenths":       {training.FocusMaxStrength, heavy(5, 1, 90), "Q-PEAK", 0},
		"triples at 84 %":              {training.FocusMaxStrength, heavy(5, 3, 84), "Q-STR", 5},
		"a try at the maximum":         {training.FocusMaxStrength, heavy(1, 1, 100), "", 0},
	} {
		w := training.Workout{Title: "By hand", Sport: c.blocks[0].Sport, Focus: c.focus, Blocks: c.blocks}
		got, known := LevelOf(w)
		if known != (c.family != "") || got.Family != c.family || got.Level != c.level {
			t.Errorf("%s: read as %q level %d, want %q level %d", name, got.Family, got.Level, c.family, c.level)
		}
	}
}
