package session

import (
	"sync"

	"fortnight/training"
)

// climbing gives the rungs of a family the minutes that they usually have, where nobody says how many: at least as many as the rung below them, and so
// many that they are no less of a load, as far as the family's length allows. Strides, sprints and jumps take the place of easy running and of what
// is beside the first lifts: in as many minutes higher rungs would be lighter days.
func climbing(f Family) Family {
	if f.Rungs < 2 || f.ID == "R-WALK" { // whose runs have five minutes of walking on either side, and no more (coaching specification, 3.1)
		return f
	}
	write, minutes := f.Write, make([]func() []int, len(training.Levels))
	for i, who := range training.Levels {
		minutes[i] = sync.OnceValue(func() []int { return climb(&f, write, who) })
	}
	own := f
	own.Write = func(d Dose) training.Workout {
		if d.Minutes == 0 && d.Level > 0 && d.part() == 1 {
			d.Minutes = minutes[rank(d.For)]()[d.level(f.Rungs)-1]
		}
		return write(d)
	}
	return own
}

// climb finds the minutes of all rungs, all 0 where they rise by themselves. A family whose usual length leaves no room to grow begins shorter.
func climb(f *Family, write func(Dose) training.Workout, who training.Level) []int {
	most := make([]int, f.Rungs)
	fewest := falls(f, write, who)
	for _, step := range []int{5, 1} {
		for from := f.Minutes.High; from >= f.Minutes.Low && fewest > 0; from -= 5 {
			if minutes, flat := climbFrom(from, step, f, write, who); flat < fewest {
				most, fewest = minutes, flat
			}
		}
	}
	return most
}

// falls is how many rungs are, as long as they usually are, no more of a load than the one below them.
func falls(f *Family, write func(Dose) training.Workout, who training.Level) (flat int) {
	load := 0.0
	for level := 1; level <= f.Rungs; level++ {
		w := write(climber(f, who, level, 0))
		if w.TSS <= load {
			flat++
		}
		load = max(load, w.TSS)
	}
	return flat
}

// trained is for whom ladders are shown, in months: whoever has lifted and run for three years.
const trained = 36

// climber is a dose of a rung for who has trained as long as the level says.
func climber(f *Family, who training.Level, level, minutes int) Dose {
	months := trained * rank(who) / rank(training.Advanced)
	return Dose{Family: f.ID, Level: level, Minutes: minutes, For: who, Who: Lifter{Level: who, Months: months}}
}

// climbFrom finds the minutes of all rungs, which grow by a step, where the first has at most some, and how many rungs are no more of a load than the
// one below them.
func climbFrom(from, step int, f *Family, write func(Dose) training.Workout, who training.Level) (minutes []int, flat int) {
	long, load := 0, 0.0
	for level := 1; level <= f.Rungs; level++ {
		usual := write(climber(f, who, level, 0))
		long = max(long, min(upToFive(usual.DurationSeconds), from))
		w := write(climber(f, who, level, long))
		for w.TSS <= load && long+step <= f.Minutes.High {
			long += step
			w = write(climber(f, who, level, long))
		}
		if w.TSS <= load {
			flat++
		}
		minutes, load = append(minutes, long), max(load, w.TSS)
	}
	return minutes, flat
}
