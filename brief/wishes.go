package brief

import (
	"slices"

	"fortnight/training"
	"fortnight/wish"
)

// wishedSports are the endurance sports that the athlete wishes for and has not been doing.
func (in *Input) wishedSports(done []Share) []training.Sport {
	var list []training.Sport
	for _, w := range in.Wishes {
		known := slices.ContainsFunc(done, func(s Share) bool { return s.Sport == w.Sport })
		if w.Kind == wish.Prefer && plans(w.Sport) && !known && !slices.Contains(list, w.Sport) {
			list = append(list, w.Sport)
		}
	}
	return list
}

// wishedDay is by how much a wish for a kind of session on a day outweighs what else speaks for other days.
const wishedDay = 500

func (in *Input) wishedFor(k Kind, date training.Date) float64 {
	for _, w := range in.Wishes {
		if w.Kind == wish.Prefer && w.On(date) && kindOf(w) == k {
			return wishedDay
		}
	}
	return 0
}

// kindOf is the kind of day that serves a PREFER.
func kindOf(w wish.Wish) Kind {
	switch {
	case w.Sport == training.Strength:
		return Lift
	case w.Session == wish.Long:
		return Long
	case w.Session == wish.Hard:
		return Hard
	}
	return Easy
}
