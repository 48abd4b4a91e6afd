package brief

import (
	"slices"

	"fortnight/season"
	"fortnight/wish"
)

// easeShare is of a week's minutes that a week comes to that is to be lighter: a step-back week's (RST-2).
const easeShare = 0.75

// EaseDays is from how many of a week's days on it is the week that is to be lighter.
const EaseDays = 4

// asWished lets weeks be lighter, or as full as they may be, as the athlete wishes: nothing goes beyond what the week may have anyway.
func (in *Input) asWished(b *Brief) {
	for i := range b.Weeks {
		for n := range in.Wishes {
			w := &in.Wishes[n]
			switch {
			case w.Kind == wish.Limit && w.Minutes > 0 && w.Per != wish.PerDay:
				in.bound(&b.Weeks[i], w, i)
			case w.Kind == wish.Limit && w.Minutes+w.Meters > 0 && w.Per == wish.PerDay && in.daysIn(w, i) == min(7, in.Days-7*i):
				in.shortenTo(&b.Weeks[i], w)
			}
			if w.Sport != "" || w.Session != "" || w.Family != "" || in.daysIn(w, i) < EaseDays {
				continue
			}
			switch w.Kind {
			case wish.Ease:
				ease(&b.Weeks[i], w)
			case wish.Less:
				scale(&b.Weeks[i], easeShare)
			case wish.More:
				b.Weeks[i].Minutes = max(b.Weeks[i].Minutes, b.Weeks[i].Most)
			}
		}
	}
}

// bound lets a week of which a wish bounds the minutes be meant to hold no more and no fewer than these, as far as the week may hold them.
func (in *Input) bound(week *season.Week, w *wish.Wish, number int) {
	if w.Sport != "" || w.Session != "" || w.Family != "" || w.Per == wish.PerWeek && in.daysIn(w, number) < min(7, in.Days-7*number) || w.Per == wish.InAll && in.daysIn(w, number) < len(w.Dates) {
		return
	}
	if w.Bound != wish.AtMost {
		week.Minutes = max(week.Minutes, min(week.Most, w.Minutes))
	}
	if w.Bound != wish.AtLeast {
		week.Minutes, week.Least, week.Most = min(week.Minutes, w.Minutes), min(week.Least, w.Minutes), min(week.Most, w.Minutes)
	}
}

// shortenTo has the sessions of a week that a wish bounds on each of its days be meant to be no longer than that: else the week would ask for what
// may not stand there, and hold none of it.
func (in *Input) shortenTo(week *season.Week, w *wish.Wish) {
	week.Slots = slices.Clone(week.Slots)
	for i := range week.Slots {
		s := &week.Slots[i]
		if s.Lock != 0 || !Means(s, w) {
			continue
		}
		most := w.Minutes
		if w.Meters > 0 {
			most = int(float64(w.Meters) / wish.EasySpeed(w.Sport, &in.Hours.Profile.Thresholds))
		}
		if s.Minutes <= most {
			continue
		}
		s.Minutes, s.Most, s.Least, s.Meters = most, min(s.Most, most), min(s.Least, most), min(s.Meters, float64(w.Meters))
		if s.Role == season.L {
			week.Long, week.LongFar = s.Minutes, s.Meters
		}
	}
}

// Means tells whether a session that a week is to hold is of what a wish speaks of.
func Means(s *season.Slot, w *wish.Wish) bool {
	if s.Role == season.RaceDay || w.Sport != "" && s.Sport != w.Sport {
		return false
	}
	switch w.Session {
	case wish.Long:
		return s.Role == season.L
	case wish.Hard:
		return s.Role == season.K || s.Role == season.K2
	case wish.Easy:
		return s.Role == season.E || s.Role == season.EPlus
	}
	return w.Family == "" || s.Family() == w.Family
}

// daysIn is on how many days of a week, from 0, a wish is.
func (in *Input) daysIn(w *wish.Wish, week int) int {
	days := 0
	for d := in.From.AddDays(7 * week); d < in.From.AddDays(7*week+7); d++ {
		if w.On(d) {
			days++
		}
	}
	return days
}

// ease takes what is hard out of a week, and a quarter of its minutes.
func ease(w *season.Week, because *wish.Wish) {
	scale(w, easeShare)
	w.Slots = slices.DeleteFunc(slices.Clone(w.Slots), func(s season.Slot) bool {
		hard := s.Lock == 0 && (s.Role == season.K || s.Role == season.K2)
		if hard {
			w.LeftOut = append(slices.Clip(w.LeftOut), season.LeftOut{What: "what is hard", Why: "an easier week is wished for: “" + because.Quote + "”"})
		}
		return hard
	})
	w.LeftOut = slices.CompactFunc(w.LeftOut, func(a, b season.LeftOut) bool { return a == b })
}

func scale(w *season.Week, share float64) {
	for _, minutes := range []*int{&w.Minutes, &w.Least, &w.Most} {
		*minutes = int(share*float64(*minutes) + 0.5)
	}
}
