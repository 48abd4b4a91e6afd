package library

import (
	"reflect"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Each is a valid workout that is read as the dose that it was written as: nothing stands in the library under a family that it is not of.
func TestRenderedWorkoutsAreOfTheirFamily(t *testing.T) {
	seen, count := map[training.WorkoutID]bool{}, 0
	for _, f := range session.All() {
		list := rendered(&f)
		rungs := map[int]bool{}
		for _, w := range list {
			if err := w.Validate(); err != nil {
				t.Errorf("%s: %v", w.Title, err)
			}
			is, known := session.LevelOf(w)
			if !known || is.Family != f.ID {
				t.Errorf("%s of %s is read as of %q", w.Title, f.ID, is.Family)
			}
			if rungs[is.Level] = true; seen[w.ID] || w.OwnerID != "" {
				t.Errorf("%s is there twice, or somebody's", w.Title)
			}
			seen[w.ID] = true
		}
		count += len(list)
		if f.Rungs > 0 && len(rungs) < (f.Rungs+1)/2 || len(list) < 3 {
			t.Errorf("%s has %d workouts of %d rungs, of the %d of its ladder", f.ID, len(list), len(rungs), f.Rungs)
		}
	}
	if count < 1200 || count != len(Rendered()) {
		t.Errorf("%d workouts, %d rendered; want at least 1,200", count, len(Rendered()))
	}
}

func TestRenderingIsTheSameEachTime(t *testing.T) {
	all := All()
	if !reflect.DeepEqual(all, All()) {
		t.Error("two calls differ")
	}
	if made := Workouts(); !reflect.DeepEqual(all[:len(made)], made) {
		t.Error("those made by hand do not come first, as they are")
	}
}

// Who is new to a sport is met with what novices may do, at most; whoever has the experience is met with the whole ladder.
func TestDosesAreForWhoMayDoThem(t *testing.T) {
	for _, c := range []struct {
		id               session.ID
		novice, advanced int // the highest rung of theirs, 0 for none
	}{{"R-THR", 2, 10}, {"R-VO2", 0, 10}, {"B-TEMPO", 4, 10}, {"Q-STR", 0, 5}, {"Q-AA", 5, 5}, {"X-LONGW", 0, 0}} {
		f, known := session.Find(c.id)
		if !known {
			t.Fatalf("there is no %s", c.id)
		}
		top := map[training.Level]int{}
		for _, d := range doses(&f) {
			top[d.For] = max(top[d.For], d.Level)
		}
		if top[training.Novice] != c.novice || top[training.Advanced] != c.advanced {
			t.Errorf("%s: up to %d for novices, %d for the advanced; want %d and %d", c.id, top[training.Novice], top[training.Advanced], c.novice, c.advanced)
		}
	}
	long, _ := session.Find("X-LONGW")
	for _, d := range doses(&long) {
		if d.For != training.Advanced {
			t.Errorf("a long weekend for %s", d.For)
		}
	}
}
