package embedding

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestBlendHearsBoth(t *testing.T) {
	l := NewLexicon()
	one, other := make([]float32, Dimensions), make([]float32, Dimensions)
	one[0], other[1] = 3, 1 // of any length
	run := l.Blend("easy run", one)
	checkUnit(t, run)
	same := dot(run, l.Blend("easy run", one))
	text, model := dot(run, l.Blend("heavy squats", one)), dot(run, l.Blend("easy run", other))
	if math.Abs(same-1) > 1e-6 || text > 0.8 || model > 0.8 || text < 0.2 || model < 0.2 {
		t.Errorf("alike: %.2f with the same, %.2f with another text, %.2f with another vector", same, text, model)
	}
	checkUnit(t, l.Blend("", one))
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                {""},
		" \n ":                            {""},
		"easy run":                        {"easy run"},
		"Easy run, 30 min.\nrun.\nbase":   {"Easy run, 30 min.", "run.", "base"},
		"One. Two 2.5 km. \n\n Three. ":   {"One", "Two 2.5 km", "Three"},
		strings.Repeat("a. ", 20) + "end": append(slices.Repeat([]string{"a"}, 15), strings.Repeat("a. ", 5)+"end"),
	} {
		if got := Sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
