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
			if w.Kind == wish.Limit && w.Minutes > 0 && w.Per != wish.PerDay {
				in.bound(&b.Weeks[i], w, i)
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
