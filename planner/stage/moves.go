package stage

import (
	"slices"

	"fortnight/planner/state"
	"fortnight/session"
	"fortnight/training"
	"fortnight/wish"
)

// Moves says of wishes that move whatever is planned on a day ("swap Saturday and Sunday") what that is, by the calendar as it stands: each session that is
// planned there becomes a MOVE of its own. A day without any that takes the other's place is a day of rest there. What both days have stays where it is. Where
// nothing is planned on either the wish is left as it is: Met says so.
func Moves(h *state.Horizon, wishes wish.Wishes) wish.Wishes {
	if !slices.ContainsFunc(wishes, func(w wish.Wish) bool { return w.Whatever() }) {
		return wishes
	}
	var list wish.Wishes
	for _, w := range wishes {
		if !w.Whatever() {
			list = append(list, w)
			continue
		}
		back := slices.ContainsFunc(wishes, func(o wish.Wish) bool {
			return o.Whatever() && slices.Equal(o.Dates, w.Away) && slices.Equal(o.Away, w.Dates)
		})
		here, there := plannedOn(h, w.Away), plannedOn(h, w.Dates)
		switch {
		case len(here) == 0 && back && len(there) > 0:
			list = append(list, wish.Wish{Kind: wish.Rest, Strength: w.Strength, Dates: w.Dates, Quote: w.Quote, Confidence: w.Confidence})
			continue
		case len(here) == 0:
			list = append(list, w)
			continue
		}
		before := len(list)
		for i := range here {
			if one := sortOf(w, &here[i]); !back || !slices.ContainsFunc(there, func(s training.Session) bool { return sameSort(sortOf(w, &s), one) }) {
				if !slices.ContainsFunc(list[before:], func(o wish.Wish) bool { return sameSort(o, one) }) {
					list = append(list, one)
				}
			}
		}
		if len(list) == before { // both days have the same
			list = append(list, w)
		}
	}
	return list
}

// plannedOn are the sessions with load that a calendar has planned on some days.
func plannedOn(h *state.Horizon, dates []training.Date) []training.Session {
	return h.Some(func(s *training.Session) bool {
		return s.Status == training.Planned && s.Sport != training.Mobility && slices.Contains(dates, s.Date)
	})
}

// sortOf is a wish that moves whatever there is, as it is of one session: of a long one and a hard one of its sport, which a plan may write anew in another
// way, of a lift, else of its family.
func sortOf(w wish.Wish, s *training.Session) wish.Wish {
	w.Sport = s.Sport
	family, known := session.Find(session.ID(s.Family))
	switch {
	case s.Sport == training.Strength:
	case s.Focus == training.FocusLong && wish.LongFrom(s.Sport) > 0:
		w.Session = wish.Long
	case s.Key:
		w.Session = wish.Hard
	case known:
		w.Family = family.ID
	default:
		w.Focus = s.Focus
	}
	return w
}

func sameSort(a, b wish.Wish) bool {
	return a.Sport == b.Sport && a.Session == b.Session && a.Family == b.Family && a.Focus == b.Focus
}
