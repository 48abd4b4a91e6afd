package search

// How much less something counts that is like what was chosen before it: one more dose of a family, something else that is of the same kind, and
// the same in other words once more. Doses of a family lie at 0.95 and above, workouts of two families below 0.9 but for a few neighbours; those
// that differ in length alone at 0.99. What words say plainly is of one family, whose doses lie more than familyCosts above all others; what they
// leave open, as "threshold" does the sport, is answered by several families before one has its third dose.
const (
	familyCosts         = 0.06
	likeFrom, likeCosts = 0.93, 0.03
	sameFrom, sameCosts = 0.985, 0.2
)

// Found is how near something is that was found, and of which family: equal numbers are of one, and those below zero are of none. From is the
// choice, counted from 1, at which it is looked at first, 0 for from the beginning: of farther things only those that come later are chosen, so that
// a longer answer begins with the shorter one.
type Found struct {
	Similarity float64
	Family     int
	From       int
}

// Varied chooses up to limit of what was found, the nearest first, and returns their places in the order of the choice: the nearest, then always
// the one that is nearest after what each of those chosen that is of the same family or nearly the same takes off it. likeness is the cosine of
// the vectors of two places.
func Varied(found []Found, likeness func(i, j int) float64, limit int) []int {
	left := make([]float64, len(found))
	for i := range found {
		left[i] = found[i].Similarity
	}
	chosen := make([]int, 0, min(limit, len(left)))
	taken := make([]bool, len(left))
	for len(chosen) < cap(chosen) {
		best := -1
		for i := range left {
			if !taken[i] && found[i].From <= len(chosen)+1 && (best < 0 || left[i] > left[best]) {
				best = i
			}
		}
		if best < 0 {
			break // what is left is looked at only later
		}
		taken[best] = true
		chosen = append(chosen, best)
		for i := range left {
			if taken[i] {
				continue
			}
			switch like := likeness(i, best); {
			case like >= sameFrom:
				left[i] -= sameCosts
			case found[i].Family >= 0 && found[i].Family == found[best].Family:
				left[i] -= familyCosts
			case like >= likeFrom:
				left[i] -= likeCosts
			}
		}
	}
	return chosen
}
