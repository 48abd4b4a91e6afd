package session

import (
	"testing"

	"fortnight/training"
)

func BenchmarkWrite(b *testing.B) {
	f, _ := Find("B-THR")
	for b.Loop() {
		f.Write(Dose{Level: 6, Minutes: 75, For: training.Intermediate})
	}
}

func BenchmarkLevelOf(b *testing.B) {
	f, _ := Find("B-THR")
	w := f.Write(Dose{Level: 6, Minutes: 75, For: training.Intermediate})
	for b.Loop() {
		LevelOf(w)
	}
}

func BenchmarkLevels(b *testing.B) {
	var history []Done
	for day := range 40 {
		history = append(history, planned("R-THR", 1+day%8, day, nil))
	}
	for b.Loop() {
		Levels(history, today, steady)
	}
}
