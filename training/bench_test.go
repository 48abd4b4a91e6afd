package training_test

import (
	"testing"

	"fortnight/library"
	"fortnight/training"
)

func ramp(seconds int, from, to float64) training.EnduranceStep {
	return training.EnduranceStep{End: training.After(seconds), Target: training.RampOf(from, to)}
}

// hourOfTwentySteps is an hour on the bike in twenty steps: a ramp, nine intervals with their recoveries, a ramp.
func hourOfTwentySteps() []training.Block {
	steps := training.Steps{ramp(600, 0.45, 0.75)}
	for range 9 {
		steps = append(steps, ramp(120, 1.1, 1.1), ramp(140, 0.5, 0.5))
	}
	return []training.Block{{Name: "main", Sport: training.Ride, Repeats: 1, Steps: append(steps, ramp(660, 0.65, 0.4))}}
}

func TestMeasureHardlyAllocates(t *testing.T) {
	blocks := hourOfTwentySteps()
	if load := training.Measure(training.Ride, blocks, training.Thresholds{}); load.DurationSeconds != 3600 || len(blocks[0].Steps) != 20 {
		t.Fatalf("%d steps of %d s in all", len(blocks[0].Steps), load.DurationSeconds)
	}
	if n := testing.AllocsPerRun(100, func() { training.Measure(training.Ride, blocks, training.Thresholds{}) }); n > 2 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkMeasure(b *testing.B) {
	blocks := hourOfTwentySteps()
	b.ReportAllocs()
	for b.Loop() {
		training.Measure(training.Ride, blocks, training.Thresholds{})
	}
}

// BenchmarkLibrary measures 10,000 workouts anew: those of the shared library, over and over.
func BenchmarkLibrary(b *testing.B) {
	workouts, pace := library.Workouts(), 270
	thresholds := training.Thresholds{ThresholdSecondsPerKilometer: &pace}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 10_000 {
			w := &workouts[i%len(workouts)]
			training.Measure(w.Sport, w.Blocks, thresholds)
		}
	}
}

// BenchmarkLoadState adds and removes a session on the first day of fourteen, the one with most days after it.
func BenchmarkLoadState(b *testing.B) {
	fitness := 50.0
	l := training.NewLedger(&training.Profile{StartingFitness: &fitness}, 20000, nil, nil, nil).LoadState(20000, 14)
	b.ReportAllocs()
	for b.Loop() {
		l.Add(1, 63.04)
		l.Remove(1, 63.04)
	}
}
