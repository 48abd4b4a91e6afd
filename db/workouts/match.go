package workouts

import (
	"cmp"
	"slices"
)

// matchRow is a workout and how near it is by meaning, 0 where nobody asked for a meaning.
type matchRow struct {
	*KnownRow // nil until it is read

	place      Place
	byDistance bool
	family     int16 // its place in the table of families, noFamily for none and where it was not asked for
	similarity float64
	vector     []float32 // nil where it was not found by meaning
	from       int       // the choice of an answer at which it is looked at first, see search.Found
}

// nearestFirst orders what was found by similarity and then by id.
func nearestFirst(rows []matchRow) {
	slices.SortFunc(rows, func(a, b matchRow) int {
		return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.place.ID, b.place.ID))
	})
}

// cosine is the similarity of two unit vectors of as many dimensions, a multiple of four. Four sums do not wait for one another.
func cosine(a, b []float32) float64 {
	var one, two, three, four float64
	for len(a) >= 4 && len(b) >= 4 {
		one += float64(a[0]) * float64(b[0])
		two += float64(a[1]) * float64(b[1])
		three += float64(a[2]) * float64(b[2])
		four += float64(a[3]) * float64(b[3])
		a, b = a[4:], b[4:]
	}
	return one + two + three + four
}
