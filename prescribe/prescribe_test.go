package prescribe_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"fortnight/prescribe"
	"fortnight/season"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

func someone(level training.Level) *prescribe.Athlete {
	pace, watts, swim := 280, 250, 105
	return &prescribe.Athlete{
		Season: &season.Athlete{Level: level}, Lifter: session.Lifter{Level: level}, Goal: &season.Goal{Kind: training.GoalHealth}, Main: training.Run,
		Thresholds: training.Thresholds{FTPWatts: &watts, ThresholdSecondsPerKilometer: &pace, CriticalSwimSecondsPer100Meters: &swim}, Levels: map[session.ID]int{},
	}
}

// Whatever a slot asks for: nothing is longer than any window, nothing is there twice, and rungs are those of the family.
func TestWhatIsWrittenForASlot(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	roles := []season.Role{season.L, season.ML, season.K, season.K2, season.E, season.EPlus, season.S, season.SShort}
	written := 0
	for _, f := range session.All() {
		for range 20 {
			longest, least := 30+5*r.IntN(40), max(15, f.Minutes.Low)
			s := &season.Slot{Role: roles[r.IntN(len(roles))], Sport: f.Sport, Families: []session.ID{f.ID}, Minutes: least + 5*r.IntN(12), Least: least,
				Most: max(least, f.Minutes.High), Level: min(f.Rungs, 1+r.IntN(8))}
			list := prescribe.For(s, r.IntN(3), longest, someone(training.Intermediate))
			seen := map[training.WorkoutID]bool{}
			for _, p := range list {
				if p.Workout.DurationSeconds > 60*longest {
					t.Errorf("%s %s: %d s in windows of %d min", s.Role, f.ID, p.Workout.DurationSeconds, longest)
				}
				if seen[p.Workout.ID] {
					t.Errorf("%s %s: %q is there twice", s.Role, f.ID, p.Workout.Title)
				}
				seen[p.Workout.ID] = true
				if p.Off < 0 || p.Off > 1 {
					t.Errorf("%s %s: %q is %g off", s.Role, f.ID, p.Workout.Title, p.Off)
				}
				if of, _ := session.Find(p.Dose.Family); p.Dose.Level < 0 || p.Dose.Level > of.Rungs {
					t.Errorf("%s %s: rung %d of %d", s.Role, p.Dose.Family, p.Dose.Level, of.Rungs)
				}
				written++
			}
		}
	}
	if written < 2000 {
		t.Errorf("%d workouts for %d slots", written, 20*len(session.All()))
	}
}

// Of those who state that they have nothing at hand nobody is given what needs something.
func TestNothingAtHand(t *testing.T) {
	a := someone(training.Novice)
	a.Have = []training.Equipment{}
	for _, f := range session.All() {
		s := &season.Slot{Role: season.S, Sport: f.Sport, Families: []session.ID{f.ID}, Minutes: 45, Least: 20, Most: 90, Level: min(f.Rungs, 2)}
		for _, p := range prescribe.For(s, 0, 120, a) {
			if of, _ := session.Find(p.Dose.Family); !of.Equipped(a.Have) {
				t.Errorf("%q of %s needs what is not there", p.Workout.Title, p.Dose.Family)
			}
		}
	}
}

func TestOffLength(t *testing.T) {
	for _, v := range []struct {
		minutes, asked int
		want           float64
	}{{60, 0, 0}, {60, 60, 0}, {63, 60, 0}, {57, 60, 0}, {115, 100, 0.5}, {85, 100, 0.5}, {130, 100, 1}, {70, 100, 1}, {10, 100, 1}, {110, 100, 0.25}} {
		if got := prescribe.OffLength(v.minutes, v.asked); got < v.want-1e-9 || got > v.want+1e-9 {
			t.Errorf("%d min for %d: %g, want %g", v.minutes, v.asked, got, v.want)
		}
	}
}

// A wish names its sport and perhaps its length; what is written is of that sport and length, where the window has room.
func TestWished(t *testing.T) {
	for _, v := range []struct {
		session wish.Session
		sport   training.Sport
		minutes int
		longest int
		want    int // minutes
	}{
		{wish.Easy, training.Run, 40, 120, 40}, {wish.Easy, training.Run, 0, 120, 45}, {wish.Long, training.Ride, 150, 240, 150},
		{wish.Easy, training.Ride, 90, 60, 60}, {wish.Easy, training.Swim, 50, 90, 50},
	} {
		list := prescribe.Wished(wish.Wish{Session: v.session, Minutes: v.minutes}, v.sport, v.longest, someone(training.Intermediate))
		if len(list) == 0 {
			t.Errorf("nothing for a %s of %s", v.session, v.sport)
			continue
		}
		if got := (list[0].Workout.DurationSeconds + 30) / 60; list[0].Workout.Sport != v.sport || got < v.want-3 || got > v.want+3 {
			t.Errorf("%s of %s, %d min: %q of %d min", v.session, v.sport, v.minutes, list[0].Workout.Title, got)
		}
	}
}

// What is written is measured for the athlete, and the same the second time, also where something else is at hand in between.
func TestWrittenForTheAthlete(t *testing.T) {
	a := someone(training.Intermediate)
	for _, f := range session.All() {
		s := &season.Slot{Role: season.K, Sport: f.Sport, Families: []session.ID{f.ID}, Minutes: max(40, f.Minutes.Low), Least: f.Minutes.Low, Most: f.Minutes.High, Level: min(f.Rungs, 3)}
		var lists [3][]prescribe.Prescription
		for i, have := range [][]training.Equipment{nil, {training.NoEquipment, training.Kettlebell}, nil} {
			a.Have = have
			lists[i] = prescribe.For(s, 1, 240, a)
			fresh := someone(training.Intermediate)
			fresh.Have = have
			if alone := prescribe.For(s, 1, 240, fresh); !reflect.DeepEqual(lists[i], alone) {
				t.Errorf("%s with %v: other workouts than for somebody for whom nothing was written", f.ID, have)
			}
		}
		if !reflect.DeepEqual(lists[0], lists[2]) {
			t.Errorf("%s is written otherwise the second time", f.ID)
		}
		for _, p := range lists[0] {
			if load := training.Measure(p.Workout.Sport, p.Workout.Blocks, a.Thresholds); !reflect.DeepEqual(load, p.Workout.Load) {
				t.Errorf("%s: %q is not measured for the athlete", f.ID, p.Workout.Title)
			}
		}
	}
}
