package session

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/compose"
	"fortnight/training"
)

// asana is a position or a movement of a mobility session, of both sides where it has two.
type asana struct {
	label string
	both  bool
}

// least and most is how long one is held, in seconds a side.
const leastHold, mostHold = 30, 120

// holdStep is what holds are multiples of, in seconds: nobody counts 35.
const holdStep = 15

// flexible completes a mobility family: the positions of each of its stages in order, the first ones kept when there is little time. Each session ends with
// the last of them. A family of several stages has a rung for each, and stands where its windows say; one of a single stage where somebody wishes for it.
func flexible(f Family, words string, tags []string, hints []string, stages ...[]asana) Family {
	f.Sport, f.Focus, f.Class = training.Mobility, training.FocusMobility, Mobility
	if len(stages) > 1 {
		f.Rungs = len(stages)
	} else {
		f.Minutes, f.Windows, f.Wished = Span{8, 30}, everyPhase, true
	}
	f.Work = func(int) Work { return Work{} }
	own := f
	f.Write = func(d Dose) training.Workout {
		minutes, level := d.Minutes, min(max(1, d.Level), len(stages))
		if minutes == 0 {
			minutes = 15
		}
		minutes = min(max(minutes, own.Minutes.Low), own.Minutes.High)
		block, title := compose.Block(own.Title, training.Mobility, flow(stages[level-1], minutes*minute)...), own.Title
		if own.Rungs > 0 {
			title += fmt.Sprintf(", stage %d of %d,", level, own.Rungs)
		}
		return own.workout(d, fmt.Sprintf("%s %d min", title, minutes), words, tags, []training.Block{block})
	}
	f.Read = func(o *Outline) (int, Work, float64) {
		if o.Workout.Sport != training.Mobility || len(o.lifts) > 0 {
			return 0, Work{}, 0
		}
		level, shown := stageOf(o.Workout, stages)
		tagged := o.tagged(own.ID, hints)
		if own.Rungs == 0 {
			level = 0
		} else if !shown && !tagged {
			return 0, Work{}, 0
		}
		return level, Work{}, fit(1, o.meant([]training.Focus{training.FocusMobility}), tagged)
	}
	return f
}

// stageOf is the stage that most of a workout's positions are of, from 1, and whether any of them is of one.
func stageOf(w *training.Workout, stages [][]asana) (level int, shown bool) {
	level, most := 1, 0
	for i, stage := range stages {
		same := 0
		for _, a := range stage {
			if slices.ContainsFunc(w.Blocks, func(b training.Block) bool { return poses(b.Steps, a.label) }) {
				same++
			}
		}
		if same > most {
			level, most = i+1, same
		}
	}
	return level, most > 0
}

// poses tells whether some steps have a position.
func poses(steps training.Steps, label string) bool {
	return slices.ContainsFunc(steps, func(step training.Step) bool {
		switch s := step.(type) {
		case training.RepeatStep:
			return poses(s.Steps, label)
		case training.EnduranceStep:
			return s.Label != nil && strings.HasPrefix(*s.Label, label)
		}
		return false
	})
}

// flow shares the time out: as many positions as can be held long enough, the last always among them, in rounds where time is left.
func flow(asanas []asana, seconds int) []training.Step {
	chosen, sides := asanas, weigh(asanas)
	for len(chosen) > 3 && seconds/sides < leastHold+15 {
		chosen = append(append([]asana(nil), chosen[:len(chosen)-2]...), chosen[len(chosen)-1])
		sides = weigh(chosen)
	}
	rounds := 1
	for seconds/(sides*rounds) > mostHold {
		rounds++
	}
	each := seconds / (sides * rounds) / holdStep * holdStep
	var steps []training.Step
	for _, a := range chosen[:len(chosen)-1] {
		label, length := a.label, each
		if a.both {
			label, length = label+", both sides", 2*each
		}
		steps = append(steps, compose.Pose(label, length))
	}
	used := each * (sides - weigh(chosen[len(chosen)-1:])) * rounds
	if rounds > 1 {
		steps = []training.Step{compose.Repeat(fmt.Sprintf("%d rounds", rounds), rounds, steps...)}
	}
	return append(steps, compose.Pose(chosen[len(chosen)-1].label, seconds-used))
}

// weigh counts the sides that are held.
func weigh(asanas []asana) int {
	n := 0
	for _, a := range asanas {
		n++
		if a.both {
			n++
		}
	}
	return n
}

// mobilityFamilies are those of coaching section 4, with the pelvic floor, which costs no load either.
var mobilityFamilies = []Family{
	pelvicFamily,
	flexible(Family{ID: "M-FLOW", Title: "Full-body flow", Purpose: "Mobility of the whole body, moving calmly with the breath."},
		"A calm sequence from feet to neck for rest days, travel days and the evening before something big. Move with the breath, stay below pain, and leave out what does not feel good today.",
		[]string{"stretching", "rest-day", "no-equipment"}, []string{"yoga", "flow"}, []asana{
			{"Cat and cow", false}, {"Downward dog, pedalling the heels", false}, {"Low lunge with a twist", true}, {"Child's pose, arms long", false}, {"Thread the needle", true},
			{"Pigeon, or figure of four", true}, {"Seated forward bend", false}, {"Lying twist", true}, {"Lie still, breathe slowly", false},
		}),
	flexible(Family{ID: "M-HIP", Title: "Hips and hamstrings", Purpose: "Range of motion of hips and hamstrings."},
		"For hips that are short from sitting, running and riding: hip flexors, glutes, groin and the back of the legs. Best on warm muscles, after a session or a bath; slow breathing, no pain.",
		[]string{"stretching", "hips", "runner"}, []string{"hips"}, []asana{
			{"Leg swings, forward and across", true}, {"Hip flexor, half kneeling", true}, {"Figure of four, lying", true}, {"Hamstring with a strap or a towel", true},
			{"Deep squat, rocking", false}, {"Groin, frog or butterfly", false}, {"Couch stretch", true}, {"Legs up the wall, long breaths", false},
		}),
	flexible(Family{ID: "M-SHO", Title: "Shoulders and upper back", Purpose: "Range of motion of shoulders and upper back."},
		"Opens chest, shoulders and the upper back after swimming, rowing, riding or a day at a desk. Nothing here is forced: go to the first resistance and wait there.",
		[]string{"stretching", "shoulders", "upper-back", "swimmer"}, []string{"shoulders", "upper-back"}, []asana{
			{"Shoulder circles and arm swings", false}, {"Thread the needle", true}, {"Upper back over a rolled towel", false}, {"Chest in the doorway", true}, {"Wall slides", false},
			{"Lat stretch on a chair", true}, {"Sleeper stretch, gently", true}, {"Belly breathing, arms wide", false},
		}),
	flexible(Family{ID: "M-FOOT", Title: "Feet, ankles and calves", Purpose: "Range of motion of feet, ankles and calves."},
		"Feet, ankles and calves that carry all the running, cared for in a few minutes barefoot. Good on a rest day or in the evening; a tender Achilles tendon is only moved, never stretched hard.",
		[]string{"stretching", "ankles", "runner"}, []string{"ankles", "feet"}, []asana{
			{"Toe spreads and short foot", true}, {"Ankle circles", true}, {"Knee to the wall", true}, {"Roll the sole on a ball", true}, {"Calf, straight knee", true},
			{"Calf, bent knee", true}, {"Kneel on the heels, toes tucked", false}, {"Shake out, legs up", false},
		}),
	flexible(Family{ID: "M-BREATH", Title: "Breathing and letting go", Purpose: "Calm, and range of the ribs, by quiet breathing."},
		"Quiet breathing with a few easy positions for rib cage and back, to come down after a hard day or before sleep. Breathe out for longer than you breathe in; there is nothing to achieve.",
		[]string{"breathing", "relaxation", "rest-day"}, []string{"breathing", "relaxation"}, []asana{
			{"Lying, hands on the belly: in for four, out for six", false}, {"Side stretch, breathing into the ribs", true}, {"Child's pose, breathing into the back", false},
			{"Lying twist, slow breaths", true}, {"Breathing in a square: four counts each", false}, {"Legs up the wall, out for longer than in", false}, {"Lie still", false},
		}),
}
