package session

import (
	"fmt"

	"fortnight/training"
)

// Power: few repetitions with light weights, as fast as they go.
var power = []scheme{
	{sets: 3, reps: Span{3, 3}, percent: 40, reserve: 7}, {sets: 3, reps: Span{4, 4}, percent: 45, reserve: 7}, {sets: 4, reps: Span{3, 3}, percent: 50, reserve: 6},
	{sets: 4, reps: Span{4, 4}, percent: 55, reserve: 6}, {sets: 5, reps: Span{4, 4}, percent: 60, reserve: 5},
}

// The menus of power: a barbell moves fast only in practised hands.
var (
	fastPulls   = menu{"hang-power-clean", "kettlebell-swing", "dumbbell-clean", "medicine-ball-slam", "jump-squat", "broad-jump", "countermovement-jump"}
	fastPresses = menu{"push-press", "dumbbell-push-press", "medicine-ball-chest-pass", "plyometric-push-up", "incline-push-up", "wall-push-up"}
	fastSquats  = menu{"trap-bar-jump", "box-jump", "dumbbell-jump-squat", "jump-squat", "countermovement-jump", "air-squat", "sit-to-stand"}
	fastThrows  = menu{"rotational-medicine-ball-throw", "medicine-ball-throw", "lateral-bound", "mountain-climber", "bird-dog"}
)

// speed is Q-POWER.
func speed(d Dose) sheet {
	r := rungOf(power, d.Level)
	s := sheet{
		name: "Power", dose: r.String() + " fast", lettered: true,
		why:  "Light and as fast as you can, always fresh: it turns strength into speed. Stop a set as soon as it slows.",
		tags: []string{"power", "explosive"}, loosen: "Skips, leg swings, three easy jumps", usual: 40,
	}
	first, second, third := fastPulls, fastSquats, fastPresses
	if d.lifter().Months < singlesMonths { // a barbell that flies asks for two years
		first, second, third = first[1:], second[1:], third[1:]
	}
	if d.Shape%2 == 1 {
		first, second = second, first
	}
	up := []string{
		"Jump the weight up, do not pull it.", "Snap the hips; the arms only guide.", "Tall first, then all of it into the floor.", "Land softly, stand still, then go again.",
	}
	s.parts = []entry{
		r.lifts(first, 105, 2, up...), r.lifts(second, 90, 1, up...), r.lifts(third, 90, 1, "Dip and drive.", "Every throw at full speed."),
		spare(r.lifts(fastThrows, 60, 0, "Every throw at full speed.")), spare(assists(pulldowns, 3, 5, 6, 4, 75)), spare(assists(braces, 2, 8, 8, 4, 40)),
	}
	return s
}

// contacts is how many landings a rung of Q-PLYO has: 28 to 100.
func contacts(level int) int { return 20 + 8*max(1, min(level, plyoRungs)) }

const plyoRungs = 10

// springs is Q-PLYO: ankles first, then jumps, then bounds; the sum of the landings is the dose.
func springs(d Dose) sheet {
	level := max(1, min(d.Level, plyoRungs))
	who := d.lifter()
	if who.Newcomer() && contacts(level) > carefulContacts {
		level = (carefulContacts - 20) / 8
	}
	s := sheet{
		name: "Plyometrics", dose: fmt.Sprintf("%d contacts", contacts(level)),
		why: "Short, springy contacts with full rests stiffen ankles and tendons, so that every stride costs a little less. " +
			"On grass or a gym floor, in running shoes; stop when the landings get loud.",
		tags: []string{"plyometrics", "explosive"}, fixed: 3, loosen: "Skips, leg swings, ankle bounces", usual: 25,
	}
	high := 2 + (level-1)/3 // sets of jumps and of bounds, four contacts each
	left := contacts(level) - 8*high
	sets := max(leastSets, (left+12)/13) // of ankle hops, at most 13 each
	for left%sets != 0 {
		sets++
	}
	jumps, bounds := menu{"box-jump", "countermovement-jump", "snap-down"}, menu{"lateral-bound", "broad-jump", "lateral-line-hop"}
	if level > 6 {
		jumps, bounds = menu{"hurdle-hop", "tuck-jump", "countermovement-jump"}, menu{"bounding", "broad-jump", "countermovement-jump"}
	}
	if d.Shape%2 == 1 {
		jumps, bounds = bounds, jumps
	}
	four := func(m menu, cues ...string) entry {
		return entry{menu: m, sets: high, lands: 4, reserve: 5, rest: 75, cues: cues}
	}
	down, on := "Step down, do not jump down.", "Quick off the ground, one after the other."
	s.parts = []entry{
		{menu: menu{"pogo-jump", "jumping-jack"}, sets: sets, lands: left / sets, reserve: 5, rest: 60, cues: []string{"Stiff ankles, short contacts."}},
		four(jumps, down, "Stick every landing.", on), four(bounds, down, "Stick every landing.", on),
		spare(entry{menu: calves, sets: 2, reps: Span{10, 10}, reserve: 5, rest: 45}), spare(assists(sides, 2, 8, 8, 5, 30)),
	}
	return s
}

var powerFamily = strength(Family{
	ID: "Q-POWER", Title: "Power", Focus: training.FocusPower, Class: Neuromuscular, Purpose: "Speed of force: explosive lifts and jumps.",
	Minutes: Span{30, 45}, Access: Access{LiftMonths: 12}, No: []Contraindication{NoBack, NoAchilles}, Windows: In(Build, Specific), Gap: 3,
}, speed, power, repetitions(1, 5), reserved(4, 10), func(f *feature) bool { return f.jumps > 0 }, func(f *feature) bool { return f.contacts <= 50 })

var plyoFamily = func() Family {
	f := strength(Family{
		ID: "Q-PLYO", Title: "Plyometrics", Focus: training.FocusPower, Class: Neuromuscular, Purpose: "Stiff, springy tendons and an economical stride, by jumps.",
		Minutes: Span{15, 30}, Access: Access{LiftMonths: 6, RunMonths: 3},
		No: []Contraindication{NoImpact, NoAchilles, NoKnee, NoBone, NoPregnancy}, Windows: In(Base, Build), Gap: 3,
	}, springs, nil)
	f.Rungs = plyoRungs
	f.Work = func(level int) Work { return Work{Repeats: contacts(level), RPE: 5} }
	f.Read = func(o *Outline) (int, Work, float64) {
		if o.Workout.Sport != training.Strength {
			return 0, Work{}, 0
		}
		seen := o.lifting()
		if seen.contacts < contacts(1)/2 || 3*seen.jumps < seen.repeats {
			return 0, Work{}, 0
		}
		level := max(1, min(plyoRungs, (seen.contacts-20)/8))
		return level, Work{Repeats: seen.contacts, RPE: 5}, fit(1, o.Workout.Focus == training.FocusPower, o.tagged("Q-PLYO", nil))
	}
	return f
}()
