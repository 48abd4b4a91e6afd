package evaluation

import (
	"cmp"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/embedding"
	"fortnight/embedding/neural"
	"fortnight/embedding/neural/neuraltest"
	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
)

// depthOfFamilies is how many families are looked at.
const depthOfFamilies = 5

// shelf is the shared library as an embedder has it.
type shelf struct {
	by       embedder
	workouts []training.Workout
	readings []session.Reading // without a family where a workout is of none
	vectors  [][]float32
}

// shelves are those that were made, by embedder: all tests look at the same.
var shelves = map[string]*shelf{}

func newShelf(t testing.TB, by embedder) *shelf {
	t.Helper()
	if made := shelves[by.ID()]; made != nil {
		made.by = by
		return made
	}
	s := &shelf{by: by, workouts: library.All()}
	shelves[by.ID()] = s
	var texts []string
	for i, w := range s.workouts {
		is, known := session.LevelOf(w)
		if !known {
			is = session.Reading{}
		}
		s.workouts[i].Family, s.workouts[i].FamilyLevel = string(is.Family), is.Level
		s.readings = append(s.readings, is)
		texts = append(texts, embedding.WorkoutText(w))
	}
	s.vectors = s.embed(t, texts...)
	return s
}

func (s *shelf) embed(t testing.TB, texts ...string) (vectors [][]float32) {
	t.Helper()
	for batch := range slices.Chunk(texts, 16) {
		made, err := s.by.Embed(t.Context(), batch)
		if err != nil {
			t.Fatal(err)
		}
		vectors = append(vectors, made...)
	}
	return vectors
}

// scores are how near each workout is to a text.
func (s *shelf) scores(t testing.TB, text string) []float64 {
	t.Helper()
	asked, scores := s.embed(t, text)[0], make([]float64, len(s.vectors))
	for i, vector := range s.vectors {
		for j := range vector {
			scores[i] += float64(vector[j]) * float64(asked[j])
		}
	}
	return scores
}

// families are the nearest to a text, each where its nearest workout is: doses of one family say nearly the same.
func (s *shelf) families(t testing.TB, text string) []string {
	t.Helper()
	best := map[string]float64{}
	for i, score := range s.scores(t, text) {
		if id := string(s.readings[i].Family); id != "" {
			best[id] = max(score, best[id])
		}
	}
	return slices.SortedFunc(maps.Keys(best), func(a, b string) int { return cmp.Or(cmp.Compare(best[b], best[a]), cmp.Compare(a, b)) })
}

// Whoever searches for what a family is for, in the words in which that is told, finds a workout of it among the first five, with a filter of its
// sport or without.
func TestFamiliesAreFoundByTheirPurpose(t *testing.T) {
	s := newShelf(t, embedding.NewLexicon())
	for _, f := range session.All() {
		anySport := func(*training.Workout) bool { return true }
		itsSport := func(w *training.Workout) bool { return w.Sport == f.Sport }
		bare := strings.ToLower(strings.TrimSuffix(f.Purpose, "."))
		for _, c := range []struct {
			text   string
			passes func(*training.Workout) bool
		}{{f.Purpose, anySport}, {f.Purpose, itsSport}, {bare, anySport}, {bare + ", " + f.Sport.Name(), anySport}} {
			var found []session.ID
			for _, i := range s.foundOf(t, c.text, depthOfFamilies, c.passes) {
				found = append(found, s.readings[i].Family)
			}
			if !slices.Contains(found, f.ID) {
				t.Errorf("%s is not found by %q: %v", f.ID, c.text, found)
			}
		}
		if found := s.families(t, f.Purpose)[:depthOfFamilies]; !slices.Contains(found, string(f.ID)) {
			t.Errorf("%s is not among the nearest families to %q: %v", f.ID, f.Purpose, found)
		}
	}
}

// A plan asks for a family as a coach would name it, and for what it is for, and has it among the first five.
func TestFamiliesAreFoundAsPlansAsk(t *testing.T) {
	s := newShelf(t, embedding.NewLexicon())
	for _, f := range session.All() {
		text := f.Title + ", " + strings.ToLower(f.Purpose) + ", " + f.Sport.Name()
		if strings.Contains(text, "{") {
			t.Errorf("%s: %q is not for a reader", f.ID, text)
		}
		if found := s.families(t, text)[:depthOfFamilies]; !slices.Contains(found, string(f.ID)) {
			t.Errorf("%s is not found by %q: %v", f.ID, text, found)
		}
	}
}

func familyQueries(t testing.TB) (all []query) {
	t.Helper()
	for _, entry := range entries(t, "testdata/families.txt") {
		all = append(all, query{"families", entry[0], gainsOf(t, entry)})
	}
	return all
}

// The floors are a little below what is reached (docs/retrieval.md).
func TestEvaluateFamilies(t *testing.T) {
	lexicon := embedding.NewLexicon()
	t.Run("lexicon", func(t *testing.T) { newShelf(t, lexicon).checkFamilies(t, 0.87, 0.95) })
	t.Run("model", func(t *testing.T) {
		newShelf(t, neural.NewBlend(neuraltest.Open(t), lexicon)).checkFamilies(t, 0.87, 0.93)
	})
}

// checkFamilies compares what is reached with floors: the mean gain of the first five families, and the share of wishes that have a family that
// is just right among them.
func (s *shelf) checkFamilies(t *testing.T, leastNDCG, leastHit float64) {
	t.Helper()
	queries, sum, hits := familyQueries(t), 0.0, 0.0
	for _, q := range queries {
		found := s.families(t, q.text)[:depthOfFamilies]
		n := ndcgAt(depthOfFamilies, found, q.gains)
		sum += n
		if slices.ContainsFunc(found, func(id string) bool { return q.gains[id] == 2 }) {
			hits++
		}
		t.Logf("%.2f %s: %s", n, q.text, strings.Join(marked(found, q.gains), " "))
	}
	sum, hits = sum/float64(len(queries)), hits/float64(len(queries))
	t.Logf("RESULT %-61s families   nDCG@5 %.3f  found in 5 %.3f", s.by.ID(), sum, hits)
	if sum < leastNDCG || hits < leastHit {
		t.Errorf("nDCG@5 is %.3f, want %.2f or more; found in 5 %.3f, want %.2f", sum, leastNDCG, hits, leastHit)
	}
}

func TestTheFamilySetIsSound(t *testing.T) {
	queries, judged := familyQueries(t), map[string]bool{}
	for _, q := range queries {
		best := 0.0
		for id, gain := range q.gains {
			if _, known := session.Find(session.ID(id)); !known || gain != 1 && gain != 2 {
				t.Errorf("%s: judgement %s=%v", q.text, id, gain)
			}
			best = max(best, gain)
			judged[id] = true
		}
		if best != 2 || len(q.gains) > depthOfFamilies {
			t.Errorf("%s: %d judgements, the best %v", q.text, len(q.gains), best)
		}
	}
	if len(queries) != 60 || len(judged) < 60 {
		t.Errorf("%d wishes of %d families; want 60, of 60 or more", len(queries), len(judged))
	}
}

// How far a rendered dose may be from a workout made by hand to be judged as that one: in rungs, and in length.
const (
	rungsApart  = 3
	timesAsLong = 1.5
)

// handMade are the judged workouts of the shared library by the names that they have in the set.
func handMade(t testing.TB) map[string]training.Workout {
	t.Helper()
	text, err := os.ReadFile("../../library/testdata/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	byID, byName := map[training.WorkoutID]training.Workout{}, map[string]training.Workout{}
	for _, w := range library.Workouts() {
		byID[w.ID] = w
	}
	for line := range strings.Lines(string(text)) {
		name, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		w, there := byID[training.WorkoutID(id)]
		if !there {
			t.Fatalf("%s is not in the library", name)
		}
		byName[name] = w
	}
	return byName
}

// near tells whether a dose is judged as a workout made by hand.
func near(dose, made session.Reading, one, other int) bool {
	long := math.Max(float64(one)/float64(other), float64(other)/float64(one))
	rungs := max(dose.Level-made.Level, made.Level-dose.Level)
	return dose.Family != "" && dose.Family == made.Family && rungs <= rungsApart && long <= timesAsLong
}

// TestEvaluateTheShelf looks for the judged wishes among all of the shared library. A rendered dose has the best judgement of the workouts made
// by hand that it is near to, zero where those do not answer the wish; what is near to none is not judged, and left out of the ranking as if it
// were not there (condensed lists: Sakai 2007, SIGIR, 71-78).
func TestEvaluateTheShelf(t *testing.T) {
	lexicon := embedding.NewLexicon()
	t.Run("lexicon", func(t *testing.T) { newShelf(t, lexicon).checkWishes(t, 0.60) })
	t.Run("model", func(t *testing.T) {
		newShelf(t, neural.NewBlend(neuraltest.Open(t), lexicon)).checkWishes(t, 0.60)
	})
}

func (s *shelf) checkWishes(t *testing.T, floor float64) {
	t.Helper()
	names, sums, counts := s.judgedAs(t), map[string]float64{}, map[string]float64{}
	judged := 0
	for i := range names {
		if len(names[i]) > 0 {
			judged++
		}
	}
	for _, q := range readQueries(t) {
		gains, scores := map[string]float64{}, s.scores(t, q.text)
		var documents []document
		var kept []float64
		for i := range s.workouts {
			if len(names[i]) == 0 {
				continue
			}
			id := string(s.workouts[i].ID)
			for _, name := range names[i] {
				if gain := q.gains[name]; gain > gains[id] {
					gains[id] = gain
				}
			}
			documents, kept = append(documents, document{name: id}), append(kept, scores[i])
		}
		if len(gains) == 0 {
			continue // athletes' own workouts alone answer it
		}
		sums[q.set] += ndcg(rank(documents, kept), gains)
		counts[q.set]++
	}
	for _, set := range []string{"dev", "dev2", "held"} {
		t.Logf("RESULT %-61s %-4s  nDCG@10 %.3f among %d judged of %d", s.by.ID(), set+"*", sums[set]/counts[set], judged, len(s.workouts))
	}
	if held := sums["held"] / counts["held"]; held < floor {
		t.Errorf("held: nDCG@10 is %.3f, want %.2f or more", held, floor)
	}
}

// judgedAs are the names of the workouts made by hand that each workout is judged as.
func (s *shelf) judgedAs(t testing.TB) [][]string {
	t.Helper()
	made := handMade(t)
	readings := map[string]session.Reading{}
	for name, w := range made {
		if is, known := session.LevelOf(w); known {
			readings[name] = is
		}
	}
	names := make([][]string, len(s.workouts))
	for i, w := range s.workouts {
		for name, m := range made {
			if w.ID == m.ID || near(s.readings[i], readings[name], w.DurationSeconds, m.DurationSeconds) && !isMade(made, w.ID) {
				names[i] = append(names[i], name)
			}
		}
	}
	return names
}

func isMade(made map[string]training.Workout, id training.WorkoutID) bool {
	for _, w := range made {
		if w.ID == id {
			return true
		}
	}
	return false
}
