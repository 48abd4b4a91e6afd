package neural_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"fortnight/embedding"
	"fortnight/embedding/neural"
	"fortnight/embedding/neural/neuraltest"
)

func embedOne(t testing.TB, e *neural.Embedder, text string) []float32 {
	t.Helper()
	vectors, err := e.Embed(context.Background(), []string{text})
	if err != nil {
		t.Fatal(err)
	}
	return vectors[0]
}

func cosine(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// The first six numbers are published with these texts; the second text is cut into no pieces, the third into foreign ones.
func TestRealVectorsAreThePublishedOnes(t *testing.T) {
	e := neuraltest.Open(t)
	for text, want := range map[string][6]float64{
		"This is an example sentence": {0.06765693, 0.06349593, 0.04871314, 0.07930495, 0.03744806, 0.00265273},
		"":                            {-0.11883835, 0.04829856, -0.00254805, -0.01101118, 0.05195070, 0.01029179},
		"Café déjà vu — 東京":           {0.05083271, 0.00967685, 0.09635572, -0.00997369, -0.01987603, 0.01692343},
	} {
		got := embedOne(t, e, text)
		for i := range want {
			if math.Abs(float64(got[i])-want[i]) > 1e-6 {
				t.Errorf("%q: number %d is %.8f, want %.8f", text, i, got[i], want[i])
			}
		}
	}
}

func TestRealModelTakesHostileTexts(t *testing.T) {
	e := neuraltest.Open(t)
	for name, text := range map[string]string{
		"empty":         "",
		"blank":         " \t\r\n\u00a0\u2028",
		"NUL":           "run\x00ride",
		"invalid UTF-8": "run \xff\xfe\xc3 ride \xed\xa0\x80",
		"emoji":         strings.Repeat("🏃‍♀️🚴", 200),
		"10,000 words":  strings.Repeat("hill ", 10_000),
		"one long word": strings.Repeat("a", embedding.MaxTextBytes),
		"marks":         strings.Repeat("!", embedding.MaxTextBytes),
		"ideographs":    strings.Repeat("東", embedding.MaxTextBytes/3),
		"accents alone": strings.Repeat("\u0301", 10_000),
		"special names": "[CLS] [SEP] [PAD] [MASK] [UNK]",
	} {
		t.Run(name, func(t *testing.T) {
			vector := embedOne(t, e, text)
			if length := math.Sqrt(cosine(vector, vector)); len(vector) != embedding.Dimensions || !(math.Abs(length-1) <= 1e-5) {
				t.Errorf("%d dimensions of length %v", len(vector), length)
			}
		})
	}
	blend := neural.NewBlend(e, embedding.NewLexicon())
	vectors, err := blend.Embed(context.Background(), []string{"", strings.Repeat(". ", 10_000), "run\xff. \U0001f3c3\n\n"})
	if err != nil || len(vectors) != 3 {
		t.Errorf("the blend of hostile texts: %d vectors, %v", len(vectors), err)
	}
	for _, vector := range vectors {
		if length := math.Sqrt(cosine(vector, vector)); !(math.Abs(length-1) <= 1e-5) {
			t.Errorf("a blended vector of length %v", length)
		}
	}
	_, err = blend.Embed(context.Background(), []string{strings.Repeat("a", 1<<20)})
	if err == nil || !strings.Contains(err.Error(), "text 0 has 1048576 bytes, allowed are 65536") {
		t.Errorf("a text of 1 MB: %v", err)
	}
}

func TestRealVectorsDoNotDependOnTheirNeighbours(t *testing.T) {
	e := neuraltest.Open(t)
	want := embedOne(t, e, "easy run")
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for n := range 20 {
				vectors, err := e.Embed(context.Background(), []string{fmt.Sprint("something else ", i, n), "easy run"})
				if err != nil || cosine(vectors[1], want) < 1-1e-6 {
					t.Errorf("the vector is another one: %v", err)
				}
			}
		})
	}
	all.Wait()
}

func TestRealModelStops(t *testing.T) {
	e := neuraltest.Open(t)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Embed(ended, []string{"run"}); !errors.Is(err, context.Canceled) {
		t.Errorf("with an ended context the error is %v", err)
	}
	for range 2 {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := e.Embed(context.Background(), []string{"run"}); err == nil || !strings.Contains(err.Error(), "closed") {
		t.Errorf("after Close the error is %v", err)
	}
}

func BenchmarkEmbedQuery(b *testing.B) {
	e := neural.NewBlend(neuraltest.Open(b), embedding.NewLexicon())
	texts := []string{"spare my calves but keep my heart working, no running, something easy on the bike"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.EmbedQueries(context.Background(), texts); err != nil {
			b.Fatal(err)
		}
	}
}

// The longest text takes 256 tokens.
func BenchmarkEmbedLongest(b *testing.B) {
	e := neuraltest.Open(b)
	texts := []string{strings.Repeat("hill repeats ", 200)}
	for b.Loop() {
		if _, err := e.Embed(context.Background(), texts); err != nil {
			b.Fatal(err)
		}
	}
}
