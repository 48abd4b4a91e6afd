package search

import (
	"slices"
	"strings"
	"sync"

	"fortnight/embedding"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// thing is what a text may deny.
type thing struct {
	concept string                       // of the lexicon: what is asked for as well is not denied
	gear    []training.Equipment         // what is not at hand
	bare    bool                         // nothing is
	is      func(*training.Workout) bool // what a workout must not be
}

// sportConcepts are the sports that are denied as such, by their word of wishes, and their concepts.
var sportConcepts = map[string]struct {
	sport   training.Sport
	concept string
}{
	"run": {training.Run, "run"}, "ride": {training.Ride, "ride"}, "swim": {training.Swim, "swim"}, "row": {training.Row, "row"}, "walk": {training.Walk, "walk"}, "hike": {training.Hike, "walk"},
	"skierg": {training.SkiErg, "ski-erg"}, "strength": {training.Strength, "strength"}, "mobility": {training.Mobility, "mobility"},
	"elliptical": {training.Elliptical, ""}, "kayak": {training.Kayak, ""},
}

// swimWith is what is swum with.
var swimWith = map[string][]training.SwimEquipment{
	"paddles": {training.Paddles}, "hand paddles": {training.Paddles}, "fins": {training.Fins}, "flippers": {training.Fins}, "pull buoy": {training.PullBuoy}, "buoy": {training.PullBuoy},
	"kickboard": {training.Kickboard}, "kick board": {training.Kickboard}, "board": {training.Kickboard}, "snorkel": {training.Snorkel}, "toys": training.SwimEquipments, "swim toys": training.SwimEquipments,
	"training aids": training.SwimEquipments, "aids": training.SwimEquipments, "ankle band": {training.AnkleBand}, "pool tools": training.SwimEquipments,
}

// features are what is denied of a workout itself.
var features = []struct {
	said string
	is   func(*training.Workout) bool
}{
	{"jump, jumps, jumping, hop, hops, hopping, plyometrics, plyometric, plyo, plyos, bounding, bounds, leaps, leaping, box jumps", jumps},
	{"impact, pounding", func(w *training.Workout) bool { return jumps(w) || w.Demand.RunSeconds > 0 }},
	{"intervals, interval, sprints, sprint, sprinting, hard, intensity, high intensity, hard efforts, speed work, speedwork, anything hard, all out efforts",
		func(w *training.Workout) bool { return w.Demand.HighIntensity }},
	{"changes of speed, changes of pace, speed changes, pace changes, changes speed, surges, stop and go", changes},
	{"hills, hill, climbs, climb, climbing, uphill, slopes, inclines, incline, elevation", ofFamily("R-HILL", "R-HSPR", "R-TRAIL", "B-TORQ", "A-HIKE")},
	{`above threshold, over threshold, beyond threshold, above the threshold, over the threshold, beyond the threshold, above lactate threshold, above ftp, over ftp, beyond ftp, above css,
		above zone 4, over zone 4, harder than threshold, faster than threshold, above threshold pace, above threshold power`, aboveThreshold},
	{"test, tests, testing, time trial", func(w *training.Workout) bool { return w.Focus == training.FocusTest }},
	{"group, groups, bunch, other people", ofFamily("B-GROUP")},
	{"open water, lake, sea", ofFamily("S-OW")},
	{"heavy, heavy weights, heavy lifting, heavy lifts", func(w *training.Workout) bool { return w.Demand.HeavyLower || w.Focus == training.FocusMaxStrength }},
	{"treadmill, treadmills", func(w *training.Workout) bool { return strings.Contains(strings.ToLower(w.Title), "treadmill") }},
}

func jumps(w *training.Workout) bool { return w.Demand.PlyometricContact > 0 }

// strideSeconds is how long strides of a warm-up last together: they are above threshold, and no work.
const strideSeconds = 120

// aboveThreshold tells whether there is work above threshold in a workout, strides aside: by what it asks for, or by what it is for where it goes by
// effort. Over-unders go less far above it than what counts as severe.
func aboveThreshold(w *training.Workout) bool {
	above := []training.Focus{training.FocusVO2Max, training.FocusAnaerobic, training.FocusSprint}
	return w.Demand.SevereSeconds > strideSeconds || slices.Contains(above, w.Focus) || overUnders(w)
}

var overUnders = ofFamily("B-OU")

// changes tells whether a workout goes from one speed to another and back.
func changes(w *training.Workout) bool {
	repeats := func(steps training.Steps) bool {
		return slices.ContainsFunc(steps, func(s training.Step) bool {
			r, is := s.(training.RepeatStep)
			return is && len(r.Steps) > 1
		})
	}
	return slices.ContainsFunc(w.Blocks, func(b training.Block) bool { return b.Repeats > 1 && len(b.Steps) > 1 || repeats(b.Steps) })
}

func ofFamily(ids ...session.ID) func(*training.Workout) bool {
	return func(w *training.Workout) bool {
		read, known := session.Of(w)
		return known && slices.Contains(ids, read.Family)
	}
}

// bareWords are words for all that is trained with.
const bareWords = "equipment, gear, kit, weights, weight, apparatus, machines or weights, tools, gym equipment, material"

// things are what may be denied, by the stems that say so.
var things = sync.OnceValue(func() map[string]thing {
	all := map[string]thing{}
	put := func(said string, t thing) {
		key := strings.Join(embedding.Stems(said), " ")
		if _, there := all[key]; !there && key != "" {
			all[key] = t
		}
	}
	each := func(list string, t thing) {
		for _, said := range strings.Split(list, ",") {
			put(said, t)
		}
	}
	for said, aids := range swimWith {
		put(said, thing{is: swumWith(aids)})
	}
	for _, f := range features {
		each(f.said, thing{is: f.is})
	}
	each(bareWords, thing{bare: true})
	for word, s := range sportConcepts {
		avoid := wish.Wish{Kind: wish.Avoid, Sport: s.sport}
		for _, said := range wish.Said(word) {
			put(said, thing{concept: s.concept, is: avoid.Is})
		}
	}
	for word, e := range wish.Gear() {
		for _, said := range wish.Said(word) {
			put(said, thing{gear: []training.Equipment{e}})
		}
	}
	return all
})

// mostStems is of how many stems a thing is at most.
const mostStems = 4

// thingOf is the thing that some stems begin with, the longest, and how many of them it takes, 0 where there is none.
func thingOf(stems []string) (t thing, length int) {
	for length = min(mostStems, len(stems)); length > 0; length-- {
		if t, known := things()[strings.Join(stems[:length], " ")]; known {
			return t, length
		}
	}
	return thing{}, 0
}

// swumWith tells of a workout whether something of a list is swum with in it.
func swumWith(aids []training.SwimEquipment) func(*training.Workout) bool {
	var in func(steps training.Steps) bool
	in = func(steps training.Steps) bool {
		return slices.ContainsFunc(steps, func(step training.Step) bool {
			switch s := step.(type) {
			case training.RepeatStep:
				return in(s.Steps)
			case training.EnduranceStep:
				return slices.ContainsFunc(s.Equipment, func(e training.SwimEquipment) bool { return slices.Contains(aids, e) })
			}
			return false
		})
	}
	return func(w *training.Workout) bool {
		return slices.ContainsFunc(w.Blocks, func(b training.Block) bool { return in(b.Steps) })
	}
}

// exercises are the exercises by each stem of their names that says what is done.
var exercises = sync.OnceValue(func() map[string][]training.ExerciseID {
	all := map[string][]training.ExerciseID{}
	for _, e := range training.Exercises() {
		for _, stem := range embedding.Stems(e.Name) {
			all[stem] = append(all[stem], e.ID)
		}
	}
	for _, stem := range embedding.Stems(howWords) {
		delete(all, stem)
	}
	return all
})

// howWords are words of names of exercises that say how or where one is done.
const howWords = `a and in of on over the to up with body bodyweight single double one two arm leg legs arms hand side wall floor high half front back lying seated standing alternating
	slow fast deep long short low wide close tall tempo easy hard technique start stop`

// exerciseOf tells of a workout whether an exercise is done in it in whose name a stem stands, nil where it stands in none.
func exerciseOf(stem string) func(*training.Workout) bool {
	named := exercises()[stem]
	if len(named) == 0 {
		return nil
	}
	return func(w *training.Workout) bool {
		return slices.ContainsFunc(w.Demand.Exercises, func(id training.ExerciseID) bool { return slices.Contains(named, id) })
	}
}

// onlyWith is what a text says there is and nothing else: "dumbbells only", "just a kettlebell".
func onlyWith(text string) (gear []training.Equipment) {
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.;:()\n", r) }) {
		stems := embedding.Stems(clause)
		if !slices.ContainsFunc(stems, func(s string) bool { return slices.Contains(onlyWords, s) }) {
			continue
		}
		for len(stems) > 0 {
			t, length := thingOf(stems)
			for _, e := range t.gear {
				if !e.ForEndurance() {
					gear = append(gear, e)
				}
			}
			stems = stems[max(1, length):]
		}
	}
	return gear
}

var onlyWords = []string{"only", "just", "solely"}
