package wish

import (
	"slices"

	"fortnight/gate"
	"fortnight/prose"
	"fortnight/training"
)

// LeaveOut takes out of what was read of a coach's text what the coach says there of nobody's body but the coach's own, whoever read it, and names it
// first among what is not followed: it is no condition of the athlete, and no question about one.
func (u Understanding) LeaveOut(text string, own []gate.Mention) Understanding {
	if len(own) == 0 {
		return u
	}
	of := func(w Wish) bool {
		return w.Kind == Gate && slices.ContainsFunc(own, func(m gate.Mention) bool {
			return m.Condition == w.Condition || m.Condition == training.Hurt && prose.Clip(text[m.From:m.To], maxQuoteRunes) == w.Quote
		})
	}
	u.Wishes = slices.DeleteFunc(slices.Clone(u.Wishes), of)
	u.Questions = slices.DeleteFunc(slices.Clone(u.Questions), func(q Question) bool {
		return len(q.Readings) > 0 && slices.ContainsFunc(q.Readings[0].Wishes, of)
	})
	var left []string
	for _, m := range own {
		left = append(left, prose.Clip(text[m.From:m.To], maxNotReadRunes)+ownWords)
	}
	u.NotUnderstood = fewest(append(left, u.NotUnderstood...))
	return u
}
