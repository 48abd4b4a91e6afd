package evaluation

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"fortnight/embedding"
	"fortnight/embedding/neural"
	"fortnight/embedding/neural/neuraltest"
)

// result is what a way of searching reaches, the mean over the queries of a set.
type result struct{ ndcg, recall float64 }

// scorer gives each document a score for a query.
type scorer func(t testing.TB, query string) []float64

// evaluate searches for every query, shows what comes out, and returns the means by set.
func evaluate(t *testing.T, name string, score scorer) map[string]result {
	documents, queries := readDocuments(t), readQueries(t)
	sums, counts := map[string]result{}, map[string]float64{}
	for _, q := range queries {
		ranked := rank(documents, score(t, q.text))
		n, r := ndcg(ranked, q.gains), recall(ranked, q.gains)
		sums[q.set] = result{sums[q.set].ndcg + n, sums[q.set].recall + r}
		counts[q.set]++
		if q.set != "held" { // the held ones are nobody's to look at
			t.Logf("%.2f %s: %s", n, q.text, strings.Join(marked(ranked[:depth], q.gains), " "))
		}
	}
	for _, set := range []string{"dev", "dev2", "held"} {
		sums[set] = result{sums[set].ndcg / counts[set], sums[set].recall / counts[set]}
		t.Logf("RESULT %-61s %-4s  nDCG@10 %.3f  recall@10 %.3f", name, set, sums[set].ndcg, sums[set].recall)
	}
	return sums
}

// marked puts a star after each answer that is just right, a plus after one that will do.
func marked(ranked []string, gains map[string]float64) []string {
	all := make([]string, len(ranked))
	for i, name := range ranked {
		all[i] = name + [...]string{"", "+", "*"}[int(gains[name])]
	}
	return all
}

// embedder is what the parts of this module that search need of one.
type embedder interface {
	ID() string
	Embed(ctx context.Context, texts []string) ([][]float32, error)
}

func cosines(t testing.TB, e embedder) scorer {
	t.Helper()
	var texts []string
	for _, d := range readDocuments(t) {
		texts = append(texts, d.text)
	}
	vectors, err := e.Embed(context.Background(), texts)
	if err != nil {
		t.Fatal(err)
	}
	return func(t testing.TB, query string) []float64 {
		asked, err := e.Embed(context.Background(), []string{query})
		if err != nil {
			t.Fatal(err)
		}
		scores := make([]float64, len(vectors))
		for i, vector := range vectors {
			for j := range vector {
				scores[i] += float64(vector[j]) * float64(asked[0][j])
			}
		}
		return scores
	}
}

// rankShare is what a rank adds: 1/(60 + rank), by which the first few of either list count much alike (Cormack, Clarke and Buettcher 2009,
// SIGIR: reciprocal rank fusion).
const rankShare = 60

// fused ranks by two ways of searching together.
func fused(a, b scorer) scorer {
	return func(t testing.TB, query string) []float64 {
		sums := make([]float64, len(readDocuments(t)))
		for _, score := range []scorer{a, b} {
			scores := score(t, query)
			order := make([]int, len(scores))
			for i := range order {
				order[i] = i
			}
			slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
			for rank, at := range order {
				sums[at] += 1 / (rankShare + float64(rank+1))
			}
		}
		return sums
	}
}

// The floors are a little below what is reached (docs/retrieval.md).
func TestEvaluate(t *testing.T) {
	b := newBM25(readDocuments(t))
	byWords := func(_ testing.TB, query string) []float64 { return b.scores(query) }
	words := evaluate(t, "BM25", byWords)
	lexicon := embedding.NewLexicon()
	t.Run("lexicon", func(t *testing.T) {
		checkHeld(t, evaluate(t, lexicon.ID(), cosines(t, lexicon)), words, 0.80, 0.27)
		evaluate(t, lexicon.ID()+" and BM25 fused", fused(cosines(t, lexicon), byWords))
	})
	t.Run("model", func(t *testing.T) {
		model := neuraltest.Open(t)
		evaluate(t, model.ID(), cosines(t, model))
		blend := neural.NewBlend(model, lexicon)
		checkHeld(t, evaluate(t, blend.ID(), cosines(t, blend)), words, 0.81, 0.29)
		evaluate(t, blend.ID()+" and BM25 fused", fused(cosines(t, blend), byWords))
	})
}

// checkHeld compares what an embedder reaches on the held queries with a floor, and with words in common.
func checkHeld(t *testing.T, got, words map[string]result, floor, above float64) {
	t.Helper()
	if held := got["held"].ndcg; held < floor || held < words["held"].ndcg+above {
		t.Errorf("held: nDCG@10 is %.3f, want %.2f or more, and %.2f above the %.3f of BM25", held, floor, above, words["held"].ndcg)
	}
}
