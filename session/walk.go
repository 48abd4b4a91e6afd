package session

import (
	"math"

	"fortnight/compose"
	"fortnight/training"
)

// walking is the frame of walking in a sport, by effort.
func walking(sport training.Sport) *course {
	return &course{
		sport: sport, warm: stretch{least: 5 * minute, usual: 5 * minute, most: 10 * minute}, cool: stretch{least: 5 * minute, usual: 5 * minute},
		warmUp: func(seconds int, _ *Dose, _ bool) training.Block {
			return compose.Block("Set off", sport, compose.WarmUp(compose.Toward(effort(2, 2), compose.Steady("Easy", seconds, 0.45))))
		},
		easy: func(seconds int, _ *Dose) training.Block {
			return compose.Block("Easy", sport, compose.Toward(effort(2, 3), compose.Steady("Easy", seconds, 0.5)))
		},
		coolDown: func(seconds int, _ *Dose) training.Block {
			return compose.Block("Come home", sport, compose.CoolDown(compose.Toward(effort(1, 2), compose.Steady("Slower and slower", seconds, 0.4))))
		},
	}
}

// deepWater are the intervals of deep-water running.
var deepWater = timed(minute, pair{6, 1}, pair{8, 1}, pair{6, 2}, pair{8, 2}, pair{7, 3}, pair{8, 3})

// Walking, and running in water.
var walks = []Family{
	plain{
		course: walking(training.Walk), name: "Walk", label: "Brisk, arms swinging", usual: 30, steps: byEffort("Brisk, arms swinging", 3),
		words: "A brisk walk: movement that costs nothing and that every body stands. Quick enough to warm up, slow enough to talk, with the arms swinging. " +
			"A pain of more than 2 of 10 means slower and flatter; if it grows, turn round.",
		tags: []string{"easy", "recovery", "low-impact"}, foci: []training.Focus{training.FocusRecovery, training.FocusLong}, shortest: 5, longest: 135,
	}.of(Family{
		ID: "A-WALK", Title: "Walk", Sport: training.Walk, Focus: training.FocusEndurance, Class: Easy, Purpose: "Easy movement that costs nothing: a brisk walk.",
		Minutes: Span{15, 120}, Access: anybody, Windows: everyPhase,
	}),
	plain{
		course: walking(training.Hike), name: "Hike", label: "Uphill and down, by effort", usual: 120, steps: byEffort("Uphill and down, by effort", 4),
		words: "A hike over hills, long and at an effort that you can talk at: it strengthens legs, feet and patience without the pounding of running. Short steps uphill, loose knees downhill, and food and water before you miss them. " +
			"Sore knees on the way down ask for poles, or for the flatter path.",
		tags: []string{"hiking", "hills", "durability", "outdoor"}, foci: []training.Focus{training.FocusEndurance}, shortest: 30, longest: 600,
	}.of(Family{
		ID: "A-HIKE", Title: "Hike", Sport: training.Hike, Focus: training.FocusLong, Class: Long, Purpose: "Long, easy endurance on foot, by hiking over hills.",
		Minutes: Span{60, 480}, Shorter: "A-WALK", Access: anybody, Windows: everyPhase,
	}),
	deepWaterRun,
}

// byEffort is one steady part at a rated effort.
func byEffort(label string, rpe float64) func(int, *Dose) []training.Step {
	return func(seconds int, _ *Dose) []training.Step {
		return []training.Step{compose.Work(compose.Toward(effort(math.Floor(rpe), math.Ceil(rpe)), compose.Steady(label, seconds, 0.6)))}
	}
}

// deepWaterRun is easy without a level and intervals with one.
var deepWaterRun = func() Family {
	f := Family{
		ID: "A-AQUA", Title: "Deep-water run", Sport: training.Other, Focus: training.FocusEndurance, Class: Easy, Purpose: "Running fitness without impact, in deep water.",
		Minutes: Span{20, 50}, Access: anybody, No: shoulders, Windows: withReturn,
	}
	words := "Running in deep water with a belt, for the fitness of a runner without a step on the ground. Upright, knees high, hands closed, feet never touching the floor, and by effort, as the pace means nothing. " +
		"Keep the turnover quick: when you begin to sink back and paddle, take the effort down and the posture up."
	water := walking(training.Other)
	tags := []string{"deep-water-running", "pool", "low-impact", "return-to-running"}
	easy := plain{
		course: water, name: "Easy", label: "Easy", usual: 35, steps: byEffort("Easy, upright and quick", 3.5), words: words, tags: tags, hints: []string{"deep-water-running"}, shortest: 999,
	}.of(f)
	hard := set{
		course: water, name: "Intervals", label: "Hard, quick turnover", ladder: deepWater, rpe: 7.5, rest: resting(minute), restLabel: "Easy", restRPE: 2, words: words, tags: tags,
		from: 0.9, to: 1.2, reps: Span{40, 5 * minute}, hints: []string{"deep-water-running"},
		needs: func(o *Outline, _ []Piece) bool { return o.tagged("A-AQUA", []string{"deep-water-running"}) },
	}.of(f)
	f.Rungs = hard.Rungs
	f.Work = hard.Work
	f.Write = func(d Dose) training.Workout {
		if d.Level == 0 {
			return easy.Write(d)
		}
		return hard.Write(d)
	}
	f.Read = func(o *Outline) (int, Work, float64) {
		if level, work, fit := hard.Read(o); fit > 0 {
			return level, work, fit
		}
		return easy.Read(o)
	}
	return f
}()
