package embedding

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"fortnight/training"

	"pgregory.net/rapid"
)

func embedOne(t testing.TB, l *Lexicon, text string) []float32 {
	t.Helper()
	vectors, err := l.Embed(context.Background(), []string{text})
	if err != nil {
		t.Fatal(err)
	}
	return vectors[0]
}

func dot(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

func checkUnit(t rapid.TB, vector []float32) {
	if len(vector) != Dimensions {
		t.Fatalf("%d dimensions, want %d", len(vector), Dimensions)
	}
	// Written so that a length that is not a number fails too.
	if length := math.Sqrt(dot(vector, vector)); !(math.Abs(length-1) <= 1e-5) {
		t.Fatalf("the length is %v, want 1", length)
	}
}

func TestHostileTextsHaveUnitVectors(t *testing.T) {
	l := NewLexicon()
	for name, text := range map[string]string{
		"empty":          "",
		"stop words":     "the and of to a",
		"denials":        "not no never without nor or but",
		"only denied":    "no running",
		"blank":          " \t\r\n\u00a0\u2028",
		"marks":          "!?.,;:()[]{}'\"…–—",
		"NUL":            "run\x00ride",
		"invalid UTF-8":  "run \xff\xfe\xc3 ride \xed\xa0\x80",
		"accents alone":  strings.Repeat("\u0301", 10_000),
		"zalgo":          "r" + strings.Repeat("\u0336\u0489", 5000) + "un",
		"expands":        strings.Repeat("\ufdfa", MaxTextBytes/3),
		"one long word":  strings.Repeat("a", MaxTextBytes),
		"many words":     strings.Repeat("ab ", MaxTextBytes/3),
		"many phrases":   strings.Repeat("without a ", MaxTextBytes/10),
		"other scripts":  "лёгкий бег 東京マラソン تمرين 🏃‍♀️🚴",
		"right to left":  "\u202erun\u202c",
		"digits":         strings.Repeat("1", 1000) + " ٤٢ ½ ²",
		"SQL and markup": "'; DROP TABLE workouts; -- <script>alert(1)</script>",
	} {
		t.Run(name, func(t *testing.T) {
			checkUnit(t, embedOne(t, l, text))
			l.Concepts(text)
		})
	}
}

func TestAnyTextHasTheSameUnitVectorAgain(t *testing.T) {
	one, other := NewLexicon(), NewLexicon()
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "bytes")) + rapid.String().Draw(t, "text")
		first, err := one.Embed(context.Background(), []string{"something else", text})
		if err != nil {
			t.Fatal(err)
		}
		second, err := other.Embed(context.Background(), []string{text})
		if err != nil {
			t.Fatal(err)
		}
		checkUnit(t, first[1])
		if !slices.Equal(first[1], second[0]) {
			t.Fatalf("two vectors of %q differ", text)
		}
	})
}

// A change of vectors must come with a new id. The numbers are those of this version.
func TestVectorsBelongToTheirID(t *testing.T) {
	l := NewLexicon()
	if l.ID() != "lexicon-v5" {
		t.Fatalf("the id is %q: replace the numbers below", l.ID())
	}
	a := embedOne(t, l, "Easy aerobic run. 45 minutes at a conversational pace.")
	for other, want := range map[string]float64{
		"gentle jog":                  0.47458,
		"heavy squats, no running":    -0.11917,
		"the":                         0.02595,
		"Café déjà vu, zone 2, 東京 5k": 0.61723,
	} {
		if got := dot(a, embedOne(t, l, other)); math.Abs(got-want) > 1e-4 {
			t.Errorf("the likeness to %q is %.5f, want %.5f", other, got, want)
		}
	}
}

func TestSpellingMakesNoDifference(t *testing.T) {
	l := NewLexicon()
	for _, same := range [][]string{
		{"VO2max intervals", "vo2 max interval", "VO2-MAX INTERVALS", "vo2\u200bmax intervals"},
		{"push-ups", "Push ups", "push up"},
		{"farmer's carry", "farmers carry", "Farmer’s carries"},
		{"5k", "5 K", "5-k"},
		{"sculling", "scülling", "ｓｃｕｌｌｉｎｇ"},
	} {
		for _, text := range same[1:] {
			if !slices.Equal(embedOne(t, l, same[0]), embedOne(t, l, text)) {
				t.Errorf("%q and %q have different vectors", same[0], text)
			}
		}
	}
}

func TestSlipsOfTheFingers(t *testing.T) {
	l := NewLexicon()
	for wrong, right := range map[string]string{
		"treshold":         "threshold",
		"thresholds run":   "threshold run",
		"kettelbell":       "kettlebell",
		"dumbell":          "dumbbell",
		"resisttance band": "resistance band",
		"tread mill":       "treadmill",
		"a longrun":        "a long run",
	} {
		if !slices.Equal(embedOne(t, l, wrong), embedOne(t, l, right)) {
			t.Errorf("%q is not read as %q", wrong, right)
		}
	}
	for _, word := range []string{"kwimming", "thrxshxld", "fine", "hope", "late", "東京東京東京", "1234567", "bog", "sw im"} {
		if said := l.Concepts(word); len(said) > 0 {
			t.Errorf("%q says %v", word, said)
		}
	}
}

func TestOneSlip(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"marthon", "marathon"}: true, {"marathoon", "marathon"}: true, {"maratjon", "marathon"}: true, {"marahton", "marathon"}: true,
		{"maraton", "maratonn"}: true, {"arathon", "marathon"}: false, {"nmrathon", "marathon"}: false, {"maroxhon", "marathon"}: false,
		{"marathonth", "marathon"}: false, {"mathoran", "marathon"}: false,
	} {
		if oneSlip(pair[0], pair[1]) != want || oneSlip(pair[1], pair[0]) != want {
			t.Errorf("%v: not %v", pair, want)
		}
	}
}

// What a word of grammar is must not name a concept, after its ending is cut off: "late" is no lat.
func TestNoIdleWordNamesAConcept(t *testing.T) {
	for phrase, m := range NewLexicon().phrases {
		if m.role&idle != 0 && len(m.concepts) > 0 {
			t.Errorf("%q says nothing, and names concepts too", phrase)
		}
	}
}

// Why a text was found is told by words that say something.
func TestTells(t *testing.T) {
	concepts, words := NewLexicon().Tells("Something SHORT and hilly, that spares my calves; 5 km")
	if !slices.Equal(words, []string{"short", "hilly", "calves"}) {
		t.Errorf("the words are %q", words)
	}
	for _, c := range []string{"short", "hills"} {
		if !slices.Contains(concepts, c) {
			t.Errorf("the concepts are %q, without %s", concepts, c)
		}
	}
}

func TestEmbedRefuses(t *testing.T) {
	l := NewLexicon()
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Embed(ended, []string{"run"}); !errors.Is(err, context.Canceled) {
		t.Errorf("with an ended context the error is %v", err)
	}
	for want, texts := range map[string][]string{
		"text 1 has 65537 bytes, allowed are 65536": {"run", strings.Repeat("a", MaxTextBytes+1)},
		"1001 texts, allowed are 1000":              make([]string, MaxTexts+1),
	} {
		if _, err := l.Embed(context.Background(), texts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
	if vectors, err := l.Embed(context.Background(), nil); err != nil || len(vectors) != 0 {
		t.Errorf("no texts have %d vectors, %v", len(vectors), err)
	}
}

func TestConcepts(t *testing.T) {
	l := NewLexicon()
	for text, want := range map[string]string{
		"":                               "",
		"a gentle jog":                   "run easy",
		"no running":                     "",
		"no bike or rower, just a swim":  "swim",
		"swim and no running":            "swim",
		"not only running":               "run",
		"don't run. Ride":                "ride",
		"ride, not run":                  "ride",
		"anything but running":           "",
		"anything besides running":       "",
		"an easy row beside a hard run":  "row easy",
		"at others' pace":                "race-pace group",
		"running on tired legs":          "run recovery long",
		"keep the feel":                  "taper",
		"no heavy squats but easy row":   "row easy",
		"swing, sled, press":             "power hinge push kettlebell sled",
		"Marathonrunnerization of 東京":    "",
		"without a barbell I do planks":  "core bodyweight",
		"spare my calves: pool tomorrow": "swim low-impact",
		"easy, the day after a marathon": "recovery easy",
		"strides before racing, no row":  "run strides",
		"easy after a run or a ride":     "easy",
		"after a run no ride, just swim": "swim",
		"a long row, then heavy squats":  "row long max-strength squat",
		"not so keen on running, a swim": "swim",
		"ride, not running":              "ride",
		"first time runner":              "run beginner run-walk",
	} {
		if got := strings.Join(l.Concepts(text), " "); got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// Of a workout and its opposite, a denial must turn to the opposite.
func TestDenialTurnsTheVector(t *testing.T) {
	l := NewLexicon()
	barbell, floor := embedOne(t, l, "Barbell squats and deadlifts"), embedOne(t, l, "Air squats and push-ups on the floor")
	with, without := embedOne(t, l, "leg strength with a barbell"), embedOne(t, l, "leg strength without a barbell")
	if dot(with, barbell) <= dot(with, floor) || dot(without, floor) <= dot(without, barbell) {
		t.Errorf("with: %.2f to %.2f; without: %.2f to %.2f", dot(with, barbell), dot(with, floor), dot(without, barbell), dot(without, floor))
	}
}

func TestEverySportAndFocusIsAConcept(t *testing.T) {
	l := NewLexicon()
	for _, sport := range training.Sports {
		if sport == training.Other || sport == training.Kayak { // found by their titles: the lexicon has no concept of them
			continue
		}
		if said := l.Concepts(spoken(string(sport))); len(said) == 0 {
			t.Errorf("sport %s says nothing", sport)
		}
	}
	for _, focus := range training.Foci {
		if said := l.Concepts(focusWords(focus)); len(said) == 0 {
			t.Errorf("focus %s says nothing", focus)
		}
	}
}

func TestParseLexiconRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"  jog":                     "no concept is named",
		"run\n  jog\nrun\n  jog":    "there twice",
		"!maybe\n  perhaps":         "unknown",
		"run\n  ~ ride 0.5\n  jog":  `no concept "ride"`,
		"run\n  ~ run much\n  jog":  "not a nearness",
		"run\n  ~ run NaN\n  jog":   "not a nearness",
		"run\n  ~ run\n  jog":       "not a name and a number",
		"run\n  jog, , sprint":      "has no words",
		manyConcepts(maxConcepts):   "room for fewer",
		"run\n  ~ run 1.5\n  jog\n": "not a nearness",
	} {
		if _, err := parseLexicon(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.30q: the error is %v, want %q", text, err, want)
		}
	}
}

func manyConcepts(n int) string {
	var text strings.Builder
	for i := range n {
		text.WriteString(strings.Repeat("x", i+1) + "\n  word\n")
	}
	return text.String()
}

func TestWorkoutText(t *testing.T) {
	press := training.StrengthStep{ExerciseID: "bench-press", Sets: training.SetsOf(3, 8, training.StrengthLoad{}, 60)}
	w := training.Workout{
		Title: " Upper  body ", Sport: training.Strength, Focus: training.FocusMaxStrength, Tags: []string{"winter", "gym"},
		Description: "Press\n\nand rest.",
		Blocks: []training.Block{{Steps: training.Steps{press, training.RestStep{DurationSeconds: 60}, training.RepeatStep{Repeats: 2,
			Steps: training.Steps{press, training.StrengthStep{ExerciseID: "back-squat"}, training.StrengthStep{ExerciseID: "unknown"}}}}}},
	}
	want := "Upper body.\nstrength.\nmax strength.\ngym, winter.\nPress and rest.\nBench press, Back squat"
	if got := WorkoutText(w); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	if w.Tags[0] != "winter" {
		t.Error("the workout's tags were sorted")
	}
	if got := WorkoutText(training.Workout{Title: "Football", Sport: training.Other}); got != "Football" {
		t.Errorf("the text is %q", got)
	}
}

func BenchmarkEmbedQuery(b *testing.B) {
	l := NewLexicon()
	texts := []string{"spare my calves but keep my heart working, no running, something easy on the bike"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Embed(context.Background(), texts); err != nil {
			b.Fatal(err)
		}
	}
}
