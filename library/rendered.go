package library

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"fortnight/session"
	"fortnight/training"
)

// All are the shared workouts: those made by hand, then the rendered ones.
func All() []training.Workout { return append(Workouts(), Rendered()...) }

// Rendered are doses of the families of sessions, by family, experience and rung, each workout once. Their identities are those that package
// session gives them: a plan that asks for the same dose gets the same workout. The processors share the work; the list is always the same.
func Rendered() []training.Workout {
	families := session.All()
	parts := make([][]training.Workout, len(families))
	var next atomic.Int64
	var working sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(families); i = int(next.Add(1)) - 1 {
				parts[i] = rendered(&families[i])
			}
		})
	}
	working.Wait()
	return slices.Concat(parts...)
}

func rendered(f *session.Family) []training.Workout {
	var list []training.Workout
	for _, d := range doses(f) {
		w := f.Write(d)
		if !slices.ContainsFunc(list, func(is training.Workout) bool { return is.ID == w.ID }) {
			list = append(list, w)
		}
	}
	return list
}

// months is how long athletes of an experience have lifted and run at the least.
var months = map[training.Level]int{training.Novice: 0, training.Intermediate: 12, training.Advanced: 36}

// doses are those of a family that athletes of any experience may meet: every rung that they may do, or the usual lengths where there is no
// ladder.
func doses(f *session.Family) []session.Dose {
	var list []session.Dose
	for _, who := range training.Levels {
		if !open(f, who) {
			continue
		}
		top := session.Cap(f, f.Rungs, &session.Who{Level: who}, 0)
		for level := min(1, top); level <= top; level++ {
			for _, kit := range kits(f) {
				d := session.Dose{Family: f.ID, Level: level, Kit: kit, For: who, Who: session.Lifter{Level: who, Months: months[who]}}
				list = append(list, variants(f, d)...)
			}
		}
	}
	return list
}

// open tells whether an athlete of an experience may do any of a family.
func open(f *session.Family, who training.Level) bool {
	a := &f.Access
	if months[who] < max(a.LiftMonths, a.RunMonths) {
		return false
	}
	return months[who] >= months[a.From] || who == training.Novice && a.NoviceUpTo > 0
}

// kits are what a family is written for: strength for each that its equipment allows, all else for none.
func kits(f *session.Family) []session.Kit {
	switch {
	case f.Class != session.Strength || f.Sport != training.Strength:
		return []session.Kit{""}
	case len(f.Gear) == 0:
		return []session.Kit{session.Gym, session.Dumbbells, session.Kettlebells, session.Bodyweight}
	case len(f.Gear) == 1:
		return []session.Kit{session.Gym}
	}
	return []session.Kit{session.Gym, session.Dumbbells, session.Kettlebells}
}

// How many lengths a family without a ladder is written in, and how many minutes longer than usual the long form of a dose is.
const (
	lengths = 7
	longer  = 20
)

// variants are a dose in its usual form, with its work in another, and with more easy time around it; of a family that only grows in length, in
// so many lengths. Novices get the usual form, and lifts are not made longer.
func variants(f *session.Family, d session.Dose) []session.Dose {
	if f.Rungs == 0 {
		return ofLengths(f, d)
	}
	if d.For == training.Novice {
		return []session.Dose{d}
	}
	other, long := d, d
	other.Shape = 1
	if f.Sport == training.Strength {
		return []session.Dose{d, other}
	}
	long.Minutes = min(f.Minutes.High, f.Write(d).DurationSeconds/minute+longer)
	return []session.Dose{d, other, long}
}

func ofLengths(f *session.Family, d session.Dose) []session.Dose {
	list := []session.Dose{d}
	for i := range lengths {
		d.Minutes = (f.Minutes.Low + i*(f.Minutes.High-f.Minutes.Low)/(lengths-1)) / 5 * 5
		list = append(list, d)
	}
	return list
}
