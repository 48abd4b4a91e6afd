package search

import (
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"fortnight/embedding"
	"fortnight/lexis"
	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
)

// shared is the library, rendered and read once.
var shared = sync.OnceValue(func() []training.Workout {
	all := library.All()
	for i := range all {
		if is, known := session.LevelOf(all[i]); known {
			all[i].Family = string(is.Family)
		}
	}
	return all
})

func TestEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"Threshold intervals on the bike":    "Threshold intervals on the bike",
		"lockerer Dauerlauf":                 "easy run",
		"Schwellenintervalle auf dem Rad":    "threshold intervals on  ride",
		"Beine ohne Gerät":                   "lower body legs without equipment bodyweight",
		"Bergläufe":                          "hill repeats",
		"Berglaeufe":                         "hill repeats",
		"Xylophonlauf":                       "Xylophonlauf", // what is not known stays
		"series de velocidad en pista":       "fast repetitions run in track",
		"fuerza sin material":                "strength without equipment bodyweight",
		"Tempo run, 45 min, lockerer Lauf":   "Tempo run, 45 min, easy run",
		"die hard session, no running today": "die hard session, no running today",
	} {
		if got := English(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A text in English stays as it is: all workouts of the library, and all that is looked for in English in the evaluation.
func TestEnglishTextsStay(t *testing.T) {
	var texts []string
	for _, w := range shared() {
		texts = append(texts, embedding.WorkoutText(w))
	}
	for _, name := range []string{"english", "families", "queries", "queries-dev2"} {
		content, err := os.ReadFile("../embedding/evaluation/testdata/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !strings.Contains(line, "=") {
				texts = append(texts, line)
			}
		}
	}
	for _, text := range texts {
		if got := English(text); got != text {
			t.Fatalf("%q became %q", text, got)
		}
	}
}

// Each phrase of a glossary stands there once, folded as texts are, and its English is of words that the lexicon knows.
func TestGlossaries(t *testing.T) {
	for name, text := range map[string]string{"german": germanText, "spanish": spanishText} {
		seen := map[string]bool{}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			english, said, _ := strings.Cut(line, ":")
			for _, word := range strings.Fields(english) {
				if !lexicon().Knows(word) && !strings.ContainsAny(word, "0123456789") {
					t.Errorf("%s: the lexicon does not know %q of %q", name, word, english)
				}
			}
			for _, phrase := range strings.Split(said, ",") {
				folded := lexis.Fold(phrase)
				if seen[folded] || folded == "" || len(strings.Fields(folded)) > mostWords {
					t.Errorf("%s: %q is there twice, or has no words, or too many", name, phrase)
				}
				seen[folded] = true
			}
		}
		if len(seen) < 400 {
			t.Errorf("%s has %d phrases", name, len(seen))
		}
	}
}

func TestMinutes(t *testing.T) {
	for text, want := range map[string][2]int{
		"run before work, 30 minutes":           {24, 36},
		"an hour and a half of easy riding":     {72, 108},
		"half an hour of yoga":                  {24, 36},
		"1 h 30 min on the bike":                {72, 108},
		"2 hours easy":                          {96, 144},
		"30 to 40 minutes easy":                 {30, 40},
		"strength under 30 minutes":             {0, 30},
		"45 min max":                            {0, 45},
		"between 40 and 50 minutes":             {40, 50},
		"zwischen 40 und 50 Minuten":            {40, 50},
		"entre 40 y 50 minutos":                 {40, 50},
		"20 to 30 minutes and 5 minutes easy":   {20, 30},
		"Lauf höchstens 30 Minuten":             {0, 30},
		"maximal eine halbe Stunde":             {0, 30},
		"weniger als 30 Minuten":                {0, 30},
		"unter 30 Minuten":                      {0, 30},
		"como mucho 30 minutos":                 {0, 30},
		"menos de 30 minutos":                   {0, 30},
		"máximo 30 minutos":                     {0, 30},
		"mindestens 90 Minuten":                 {90, 0},
		"al menos 90 minutos":                   {90, 0},
		"länger als 90 Minuten":                 {90, 0},
		"más de 90 minutos":                     {90, 0},
		"under half an hour on the rower":       {0, 30},
		"Maximalkraft 60 Minuten":               {48, 72},
		"fuerza máxima, 60 minutos":             {48, 72},
		"maximal 8 x 3 min":                     {0, 0},
		"nicht mehr als eine Stunde":            {0, 60},
		"eine Stunde laufen":                    {48, 72},
		"al menos una hora de bici":             {60, 0},
		"una hora y media de bici":              {72, 108},
		"eine halbe Stunde laufen":              {24, 36},
		"at least 90 minutes":                   {90, 0},
		"4 x 8 min at threshold":                {0, 0},
		"2 x 20 min at FTP":                     {0, 0},
		"12 minute efforts":                     {0, 0},
		"the pace I could hold for an hour":     {0, 0},
		"ten seconds uphill":                    {0, 0},
		"easy run":                              {0, 0},
		"45 minutes on the bike":                {36, 54},
		"30 Minuten locker laufen":              {24, 36},
		"anderthalb Stunden locker Rad":         {72, 108},
		"media hora de fuerza":                  {24, 36},
		"hora y media de bici":                  {72, 108},
		"FTP test of 20 minutes":                {0, 0},
		"99999999999999999999 minutes":          {0, 0},
		"run 3:00 h":                            {144, 216},
		"quarter of an hour of breathing, calm": {12, 18},
	} {
		if a := Read(text); a.MinMinutes != want[0] || a.MaxMinutes != want[1] {
			t.Errorf("%q asks for %d to %d minutes, want %v", text, a.MinMinutes, a.MaxMinutes, want)
		}
	}
}

func TestOffLength(t *testing.T) {
	a := Asked{MinMinutes: 40, MaxMinutes: 50}
	for minutes, want := range map[int]float64{20: lengthCosts, 40: 0, 45: 0, 50: 0, 100: lengthCosts} {
		if got := a.OffLength(60 * minutes); math.Abs(got-want) > 1e-9 {
			t.Errorf("%d minutes are off by %v, want %v", minutes, got, want)
		}
	}
	bound := Asked{MinMinutes: 40, MaxMinutes: 50, Bounds: true}
	for seconds, want := range map[int]float64{20 * 60: lengthCosts + boundCosts, 40 * 60: 0, 50 * 60: 0, 100 * 60: lengthCosts + boundCosts, 50*60 + 59: lengthCosts * math.Log2(3059.0/3000)} {
		if got := bound.OffLength(seconds); math.Abs(got-want) > 1e-9 {
			t.Errorf("%d s are off a bound by %v, want %v", seconds, got, want)
		}
	}
	if got := (&Asked{}).OffLength(60); got != 0 {
		t.Errorf("where nothing is asked for it is %v", got)
	}
}

// families of the library that a text leaves something of, and how many workouts it rules out.
func left(a *Asked) (families map[session.ID]bool, out int) {
	families = map[session.ID]bool{}
	for _, w := range shared() {
		if a.RulesOut(&w) {
			out++
			continue
		}
		families[session.ID(w.Family)] = true
	}
	return families, out
}

func TestRulesOut(t *testing.T) {
	for text, want := range map[string]struct{ keeps, without string }{
		"strength without any equipment in a hotel room": {"Q-BODY", "Q-TEST Q-MAIN Q-STR Q-KB B-EASY S-END"},
		"Krafttraining ohne Geräte im Hotelzimmer":       {"Q-BODY", "Q-TEST Q-MAIN Q-STR Q-KB"},
		"fuerza sin material":                            {"Q-BODY", "Q-TEST Q-MAIN Q-STR Q-KB"},
		"strength, no jumping":                           {"Q-STR Q-BODY Q-KB", "Q-PLYO"},
		"jump-free leg session":                          {"Q-STR", "Q-PLYO"},
		"Beine ohne Springen":                            {"Q-LOWER Q-STR", "Q-PLYO"},
		"piernas sin saltos":                             {"Q-LOWER Q-STR", "Q-PLYO"},
		"run, not on a treadmill":                        {"R-EASY R-LONG", ""},
		"legs without a rack":                            {"Q-BODY Q-KB Q-STR", "-"},
		"only a kettlebell":                              {"Q-KB", "Q-TEST B-EASY"},
		"dumbbells only, whole body":                     {"Q-BODY", "Q-TEST Q-KB"},
		"endurance without running":                      {"B-EASY S-END W-EASY", "R-EASY R-VO2 R-LONG X-BRICK"},
		"Ausdauer ohne Laufen":                           {"B-EASY S-END W-EASY", "R-EASY R-VO2 R-LONG"},
		"cardio sin correr":                              {"B-EASY S-END W-EASY", "R-EASY R-VO2 R-LONG"},
		"no intervals today, just a ride":                {"B-EASY B-LONG", "B-VO2 B-3015"},
		"running without hills":                          {"R-EASY R-VO2", "R-HILL R-HSPR R-TRAIL"},
		"treadmill, no changes of speed":                 {"R-EASY R-LONG", "R-FART R-VO2 R-REP"},
		"sore Achilles, what can I do":                   {"S-END B-EASY", "Q-PLYO R-EASY R-VO2 A-HIKE"},
		"Achilles":                                       {"S-END B-EASY", "Q-PLYO R-VO2 R-HSPR"},
		"Achillessehne schmerzt":                         {"S-END B-EASY", "Q-PLYO R-VO2 R-HSPR"},
		"dolor en el tendón de Aquiles":                  {"S-END B-EASY", "Q-PLYO R-VO2 R-HSPR"},
		"lower back friendly cardio":                     {"B-EASY S-END A-WALK", "W-EASY W-LONG K-EASY"},
		"Knie schonend Ausdauer trainieren":              {"B-EASY S-END", "R-EASY R-LONG"},
		"ejercicio sin impacto para la rodilla":          {"B-EASY S-END", "R-EASY R-LONG"},
		"spare my calves but keep my heart working":      {"B-EASY S-END", "R-EASY R-LONG Q-PLYO"},
		"stiff shoulders from desk work":                 {"M-SHO Q-UPPER", ""},
		"jumps for stiff ankles":                         {"Q-PLYO", ""},
		"not only running":                               {"R-EASY", ""},
		"I want to get back into running after a tear":   {"R-WALK", ""},
	} {
		a := Read(text)
		families, out := left(&a)
		for _, id := range strings.Fields(want.keeps) {
			if !families[session.ID(id)] {
				t.Errorf("%q rules out all of %s", text, id)
			}
		}
		for _, id := range strings.Fields(want.without) {
			if families[session.ID(id)] {
				t.Errorf("%q leaves something of %s", text, id)
			}
		}
		if want.without == "" && out > 0 && text != "run, not on a treadmill" || want.without != "" && !a.Rules() {
			t.Errorf("%q rules out %d", text, out)
		}
	}
}

func TestSwimAidsAreRuledOut(t *testing.T) {
	for text, aid := range map[string]training.SwimEquipment{
		"swim without paddles": training.Paddles, "Schwimmen ohne Flossen": training.Fins, "nadar sin palas": training.Paddles, "swim, no pull buoy": training.PullBuoy,
	} {
		swim := func(with ...training.SwimEquipment) training.Workout {
			step := training.EnduranceStep{Equipment: with}
			return training.Workout{Sport: training.Swim, Blocks: []training.Block{{Sport: training.Swim, Repeats: 1, Steps: training.Steps{training.RepeatStep{Repeats: 4, Steps: training.Steps{step}}}}}}
		}
		a := Read(text)
		if w := swim(aid); !a.RulesOut(&w) {
			t.Errorf("%q leaves %s", text, aid)
		}
		if w := swim(); a.RulesOut(&w) {
			t.Errorf("%q rules out all swimming", text)
		}
	}
}

func TestExercisesAreRuledOut(t *testing.T) {
	of := func(name string) training.Workout {
		i := slices.IndexFunc(training.Exercises(), func(e training.Exercise) bool { return e.Name == name })
		if i < 0 {
			t.Fatalf("there is no %s", name)
		}
		w := training.Workout{Sport: training.Strength}
		w.Demand.Exercises = []training.ExerciseID{training.Exercises()[i].ID}
		return w
	}
	a := Read("full body, no lunges")
	if w := of("Reverse lunge"); !a.RulesOut(&w) {
		t.Error("lunges are left")
	}
	if w := of("Air squat"); a.RulesOut(&w) {
		t.Error("squats are ruled out")
	}
}

// What is above threshold is ruled out where the words say so, in three languages; threshold itself, with the strides that warm up for it, is not.
func TestNothingAboveThreshold(t *testing.T) {
	ids := map[session.ID]bool{ // whether they are above threshold
		"R-VO2": true, "R-REP": true, "R-HILL": true, "B-OU": true, "B-ANA": true, "B-SPR": true, "S-VO2": true, "W-LINT": true,
		"R-EASY": false, "R-TEMPO": false, "R-THR": false, "B-THR": false, "B-SS": false, "S-CSS": false, "W-THR": false,
	}
	for _, text := range []string{"nothing above threshold", "intervals, but not above threshold", "no work over FTP", "nichts über der Schwelle", "nada por encima del umbral"} {
		a := Read(text)
		for i := range shared() {
			w := &shared()[i]
			is, known := session.Of(w)
			if above, judged := ids[is.Family]; known && judged && a.RulesOut(w) != above {
				t.Errorf("%q: %s %q is ruled out: %t", text, is.Family, w.Title, !above)
			}
		}
	}
	for _, text := range []string{"threshold", "intervals above threshold", "over-unders"} {
		if a := Read(text); a.Rules() {
			t.Errorf("%q rules something out", text)
		}
	}
}

func TestLacks(t *testing.T) {
	for text, want := range map[string][]string{
		"only dumbbells and a bench": {"barbell", "kettlebell", "band", "sled"}, "dumbbells and a bench": nil, "strength, no kettlebells": {"kettlebell"}, "threshold run": nil,
	} {
		a := Read(text)
		got := a.Lacks()
		for _, concept := range want {
			if !slices.Contains(got, concept) {
				t.Errorf("%q has no %s: %v", text, concept, got)
			}
		}
		if len(want) == 0 && len(got) > 0 || slices.Contains(got, "dumbbell") {
			t.Errorf("%q lacks %v", text, got)
		}
	}
}

func TestVaried(t *testing.T) {
	// Three doses of one kind, the first two alike to the word, and two others; of no family.
	kind := []int{0, 0, 0, 1, 2}
	likeness := func(i, j int) float64 {
		switch {
		case kind[i] != kind[j]:
			return 0.5
		case i+j == 1:
			return 1
		}
		return 0.95
	}
	fits := []Found{{0.80, -1, 0}, {0.79, -1, 0}, {0.78, -1, 0}, {0.70, -1, 0}, {0.20, -1, 0}}
	if got := Varied(fits, likeness, 4); !slices.Equal(got, []int{0, 2, 3, 1}) {
		t.Errorf("chosen %v", got)
	}
	fits[2].From, fits[3].From = 3, 9
	if got := Varied(fits, likeness, 5); !slices.Equal(got, []int{0, 1, 2, 4}) {
		t.Errorf("what is looked at later is chosen as %v", got)
	}
	if got := Varied(nil, likeness, 3); len(got) != 0 {
		t.Errorf("of nothing %v", got)
	}
	if fits[1].Similarity != 0.79 {
		t.Error("what was given is changed")
	}
}

// Doses of one family, unlike as their vectors may be, leave room for the next family where that is nearly as near, and for none that is far.
func TestFamiliesAreVaried(t *testing.T) {
	unlike := func(int, int) float64 { return 0.5 }
	fits := []Found{{0.80, 3, 0}, {0.79, 3, 0}, {0.78, 3, 0}, {0.75, 4, 0}, {0.74, 4, 0}, {0.30, 5, 0}}
	if got := Varied(fits, unlike, 6); !slices.Equal(got, []int{0, 3, 1, 4, 2, 5}) {
		t.Errorf("chosen %v", got)
	}
	for i := range fits {
		fits[i].Family = -1
	}
	if got := Varied(fits, unlike, 6); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("of no family: chosen %v", got)
	}
}

func TestReadTakesAnything(t *testing.T) {
	for _, text := range []string{"", "\x00\xff", strings.Repeat("ohne ", 20_000), strings.Repeat("a", 50_000), strings.Repeat("schwellenlauf", 5000), strings.Repeat("12 min ", 5000)} {
		Read(text)
	}
}
