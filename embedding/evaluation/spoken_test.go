package evaluation

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fortnight/embedding"
	"fortnight/embedding/neural"
	"fortnight/embedding/neural/neuraltest"
	"fortnight/search"
	"fortnight/session"
	"fortnight/training"
)

// spokenSets are queries of the larger library in three languages, by kinds of context, with the least share that finds a family that is just right
// among the first five workouts. The floors are a little below what is reached (docs/retrieval.md).
var spokenSets = []struct {
	file  string
	count int
	floor float64
}{
	{"english", 61, 0.88}, {"german", 60, 0.93}, {"german-unseen", 30, 0.93}, {"spanish", 60, 0.93}, {"spanish-unseen", 30, 0.93},
}

// poolOfSearch is of how many of the nearest the answer is chosen, as in a search of the library.
const poolOfSearch = 64

// found is what a search finds: the places of workouts, in the order of the answer. It is what db/workouts does without a database.
func (s *shelf) found(t testing.TB, text string, limit int) []int {
	t.Helper()
	return s.foundOf(t, text, limit, func(*training.Workout) bool { return true })
}

// foundOf is what a search finds of what passes a filter that does not limit lengths.
func (s *shelf) foundOf(t testing.TB, text string, limit int, passes func(*training.Workout) bool) []int {
	t.Helper()
	a := search.Read(text)
	scores := s.scores(t, a.English)
	order := make([]int, len(s.workouts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
	var pool, near []int
	for _, i := range order {
		if !passes(&s.workouts[i]) || a.RulesOut(&s.workouts[i]) {
			continue
		}
		if len(pool) < poolOfSearch {
			pool = append(pool, i)
		}
		if len(near) < poolOfSearch && a.OffLength(s.workouts[i].DurationSeconds) == 0 {
			near = append(near, i)
		}
	}
	for _, i := range near {
		if !slices.Contains(pool, i) {
			pool = append(pool, i)
		}
	}
	all, fits := session.All(), make([]search.Found, len(pool))
	for k, i := range pool {
		is := slices.IndexFunc(all, func(f session.Family) bool { return f.ID == s.readings[i].Family })
		fits[k] = search.Found{Similarity: scores[i] - a.OffLength(s.workouts[i].DurationSeconds), Family: is}
	}
	var found []int
	for _, k := range search.Varied(fits, func(i, j int) float64 { return dot(s.vectors[pool[i]], s.vectors[pool[j]]) }, limit) {
		found = append(found, pool[k])
	}
	return found
}

func dot(a, b []float32) (sum float64) {
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// TestEvaluateSearch looks for what athletes ask for in their words, as searchWorkouts does.
func TestEvaluateSearch(t *testing.T) {
	lexicon := embedding.NewLexicon()
	t.Run("lexicon", func(t *testing.T) { newShelf(t, lexicon).checkSearch(t) })
	t.Run("model", func(t *testing.T) { newShelf(t, neural.NewBlend(neuraltest.Open(t), lexicon)).checkSearch(t) })
}

func (s *shelf) checkSearch(t *testing.T) {
	t.Helper()
	for _, set := range spokenSets {
		queries, hits, titles := entries(t, "testdata/"+set.file+".txt"), 0.0, 0.0
		for _, entry := range queries {
			gains, list, hit := gainsOf(t, entry), []string(nil), false
			different := map[string]bool{}
			for _, i := range s.found(t, entry[0], depthOfFamilies) {
				id := string(s.readings[i].Family)
				hit = hit || gains[id] == 2
				different[s.workouts[i].Title] = true
				list = append(list, id+" "+s.workouts[i].Title)
			}
			if titles += float64(len(different)) / float64(len(list)); hit {
				hits++
			} else {
				t.Logf("not found: %s: %s", entry[0], strings.Join(list, " | "))
			}
		}
		n := float64(len(queries))
		t.Logf("RESULT %-61s %-14s  found in 5 %.3f  titles in 5 %.3f", s.by.ID(), set.file, hits/n, titles/n)
		if len(queries) != set.count || hits/n < set.floor {
			t.Errorf("%s: %d queries, want %d; found in 5 %.3f, want %.2f", set.file, len(queries), set.count, hits/n, set.floor)
		}
		if titles/n < 0.95 {
			t.Errorf("%s: of five titles %.3f are different, want 0.95", set.file, titles/n)
		}
	}
}
