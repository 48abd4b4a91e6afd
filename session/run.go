package session

import (
	"fortnight/compose"
	"fortnight/training"
)

// running is the frame of a run: ten to fifteen minutes that build up, strides before anything fast, easy running for what time is left.
var running = &course{
	sport: training.Run,
	warm:  stretch{least: 10 * minute, usual: 10 * minute, most: 15 * minute}, hardWarm: 15 * minute,
	cool:   stretch{least: 5 * minute, usual: 8 * minute},
	warmUp: runWarmUp,
	easy: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Easy running", training.Run, easyRunning("Easy, you can talk", seconds))
	},
	coolDown: func(seconds int, _ *Dose) training.Block {
		return compose.Block("Cool-down", training.Run, compose.CoolDown(compose.Ramp("Ease out", seconds, 0.66, 0.50)))
	},
}

func runWarmUp(seconds int, d *Dose, hard bool) training.Block {
	if !hard {
		return compose.Block("Warm-up", training.Run, compose.WarmUp(compose.Ramp("Ease in", seconds, 0.60, 0.72)))
	}
	count := 3
	if d.For == training.Advanced {
		count = 4
	}
	return compose.Block("Warm-up", training.Run,
		compose.WarmUp(compose.Ramp("Build up", seconds-count*minute, 0.60, 0.80)),
		training.RepeatStep{Repeats: count, Style: training.Rounds, Steps: training.Steps{
			compose.WarmUp(compose.Steady("Stride, fast and loose", 20, 1.10)),
			compose.WarmUp(compose.Steady("Walk or jog", 40, 0.45)),
		}})
}

func easyRunning(label string, seconds int) training.EnduranceStep {
	return compose.Toward(training.Between(0.66, 0.77), compose.Steady(label, seconds, 0.66))
}

// impact is what every run may harm, with what else a family may.
func impact(more ...Contraindication) []Contraindication {
	return append([]Contraindication{NoImpact}, more...)
}

// Runs that are easy from the beginning to the end, and long ones.
var easyRuns = []Family{
	plain{
		course: running, name: "Jog", label: "Very easy", low: 0.60, high: 0.68, usual: 25,
		words: "A short jog that loosens the legs and asks nothing of them. It should feel almost too slow: breathe through the nose, talk in whole sentences, choose soft flat ground. " +
			"If the legs are still heavy after ten minutes, turn round or walk; nothing is gained by pushing.",
		tags: []string{"recovery", "easy", "flat"}, hints: []string{"recovery"}, shortest: 10, longest: 35, under: 0.665,
	}.of(Family{
		ID: "R-REC", Title: "Recovery run", Sport: training.Run, Focus: training.FocusRecovery, Class: Easy, Purpose: "Loosen heavy legs with a very slow jog.",
		Minutes: Span{20, 35}, Access: anybody, No: impact(), Windows: mostPhases | In(Recovery),
	}),
	plain{
		course: running, name: "Easy", label: "Easy, you can talk", low: 0.66, high: 0.77, usual: 45,
		words: "Easy running, the cheapest aerobic training there is and most of every good week. You should be able to talk in whole sentences and finish feeling that you could go on. " +
			"Let the pace drop uphill, in heat and on tired days; when breath gets short, walk for a minute.",
		tags: []string{"easy", "base"}, foci: []training.Focus{training.FocusEndurance}, shortest: 12, longest: 75, hardFrom: 0.775,
	}.of(Family{
		ID: "R-EASY", Title: "Easy run", Sport: training.Run, Focus: training.FocusEndurance, Class: Easy, Purpose: "Aerobic volume at little cost, by easy running.",
		Minutes: Span{25, 75}, Access: anybody, No: impact(), Windows: withRecovery,
	}),
	plain{
		course: running, name: "Long", label: "Steady and easy", low: 0.66, high: 0.78, usual: 75,
		words: "The long run of the week: time on the feet, at an effort you could hold a conversation in from the first minute to the last. Begin slower than you want to; from 90 minutes on drink and eat as you will in the race. " +
			"If the stride falls apart or something hurts, shorten it: the next one counts as much.",
		tags: []string{"long", "durability", "base"}, shortest: 75,
	}.of(Family{
		ID: "R-LONG", Title: "Long run", Sport: training.Run, Focus: training.FocusLong, Class: Long, Purpose: "Time on feet for the event: the endurance to run for hours.",
		Minutes: Span{45, 210}, Access: anybody, No: impact(), Windows: mostPhases, Gap: 6,
	}),
	plain{
		course: running, name: "Medium-long", label: "Relaxed and even", low: 0.68, high: 0.78, usual: 75,
		words: "A second longer run in the middle of the week, shorter than the long one. Even and relaxed, a shade quicker than an easy run where that comes by itself. " +
			"It should not cost you the next key session; if the legs are flat, run it as an easy run and stop at an hour.",
		tags: []string{"medium-long", "durability"}, hints: []string{"medium-long"}, shortest: 999,
	}.of(Family{
		ID: "R-ML", Title: "Medium-long run", Sport: training.Run, Focus: training.FocusLong, Class: Long, Purpose: "Running endurance in the middle of the week: a medium-long run.",
		Minutes: Span{60, 110}, Access: experienced, No: impact(), Windows: In(Base, Build, Specific), Gap: 5,
	}),
	plain{
		course: running, name: "On tired legs", label: "Easy, short steps", low: 0.62, high: 0.74, usual: 90,
		words: "The second day of a double long weekend: running on legs that are already tired, which is what the last hours of the race are made of. Slow, patient and with short steps; eat before and on the way. " +
			"Walk the first ten minutes if you need to. If the stride is crooked or a pain grows, stop and call the weekend done.",
		tags: []string{"back-to-back", "long", "ultra", "durability"}, hints: []string{"back-to-back"}, shortest: 999,
	}.of(Family{
		ID: "R-B2B", Title: "Back-to-back long run", Sport: training.Run, Focus: training.FocusLong, Class: Long, Purpose: "Run long on legs still tired from the long run of the day before.",
		Minutes: Span{60, 180}, Access: experienced, No: impact(NoBone), Windows: In(Build, Specific), Gap: 13,
	}),
	plain{
		course: running, name: "Hills", label: "Trail by effort", low: 0.64, high: 0.80, usual: 90, steps: trail,
		words: "Running over hills by effort and not by pace, for the climbs and descents of a trail race. Short steps up, hike whatever is too steep to run easily, and come down light and quick with the arms wide. " +
			"When the thighs begin to brake on the descents, take the flat way home.",
		tags: []string{"trail", "hills", "climbing", "durability", "outdoor"}, hints: []string{"trail"}, shortest: 999,
	}.of(Family{
		ID: "R-TRAIL", Title: "Trail run", Sport: training.Run, Focus: training.FocusLong, Class: Long, Purpose: "Climbing and descending on foot, by effort, for trail races.",
		Minutes: Span{60, 360}, Access: anybody, No: impact(NoKnee, NoAchilles), Windows: mostPhases, Gap: 6,
	}),
}

// trail is rolling ground with a climb in every quarter of an hour or so.
func trail(seconds int, _ *Dose) []training.Step {
	count := max(2, seconds/(15*minute))
	climb := 3 * minute
	roll := (seconds/count - climb) / minute * minute
	steps := []training.Step{training.RepeatStep{Repeats: count, Style: training.Rounds, Steps: training.Steps{
		compose.Work(compose.Toward(training.Between(0.64, 0.76), compose.Steady("Rolling ground", roll, 0.7))),
		compose.Work(compose.Toward(effort(4, 5), compose.Steady("Climb, hike where it is steep", climb, 0.8))),
	}}}
	if left := seconds - count*(roll+climb); left > 0 {
		steps = append(steps, compose.Work(compose.Steady("Rolling ground", left, 0.7)))
	}
	return steps
}
