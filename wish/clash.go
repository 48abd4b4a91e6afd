package wish

import (
	"fmt"
	"slices"
	"strings"

	"fortnight/training"
)

// Clash is a contradiction in a wish: Quotes, its words, cannot be followed together on Dates.
type Clash struct {
	Quotes []string
	Dates  []training.Date
}

// String says a clash: “only swimming” and “no swimming” contradict each other on Mon 30 Nov: none of it is followed then.
func (c Clash) String() string {
	if len(c.Quotes) == 1 {
		return fmt.Sprintf("“%s” contradicts itself on %s: it is not followed", c.Quotes[0], daysOf(c.Dates))
	}
	last := len(c.Quotes) - 1
	return fmt.Sprintf("“%s” and “%s” contradict each other on %s: none of it is followed", strings.Join(c.Quotes[:last], "”, “"), c.Quotes[last],
		daysOf(c.Dates))
}

// demand is something that a wish asks for on one of its days: one of the sports, of a sort and length where it says so. It rests on some
// of the wishes, by their places.
type demand struct {
	wishes  []int
	dates   []training.Date
	sports  []training.Sport
	session Session
	minutes int
	meters  int
}

// Settle takes out of wishes what contradicts itself, on the days on which it does, and names it. A wish for something contradicts others
// that leave no day for it. What concerns the body stays: symptoms and pains are no matter of taste.
func (w Wishes) Settle() (kept Wishes, clashes []Clash) {
	kept = slices.Clone(w)
	for i := range kept {
		kept[i].Dates = slices.Clone(kept[i].Dates)
	}
	for _, d := range w.demands() {
		against, ruledOut := w.against(d)
		if !ruledOut {
			continue
		}
		c := Clash{Dates: d.dates}
		for _, n := range append(slices.Clone(d.wishes), against...) {
			if !slices.Contains(c.Quotes, w[n].Quote) {
				c.Quotes = append(c.Quotes, w[n].Quote)
			}
			kept[n].Dates = slices.DeleteFunc(kept[n].Dates, func(date training.Date) bool { return slices.Contains(d.dates, date) })
		}
		if !slices.ContainsFunc(clashes, func(o Clash) bool { return containsAll(o.Quotes, c.Quotes) }) {
			clashes = append(clashes, c)
		}
	}
	return slices.DeleteFunc(kept, func(wish Wish) bool { return len(wish.Dates) == 0 }), clashes
}

// demands are the wishes for something: each PREFER, and each "only", which is read as none of the other sports.
func (w Wishes) demands() (list []demand) {
	only := map[string]int{} // by quote, the place of its demand
	for n, wish := range w {
		switch {
		case wish.Positive() || wish.Kind == More && wish.Sport != "":
			d := demand{wishes: []int{n}, dates: wish.Dates, sports: []training.Sport{wish.Sport}, session: wish.Session, minutes: wish.Minutes, meters: wish.Meters}
			if wish.Sport == "" {
				d.sports = wishSports
			}
			list = append(list, d)
		case wish.Kind == Avoid && wish.Session == "" && wish.Family == "" && saysOnly(wish.Quote):
			at, begun := only[wish.Quote]
			sports := sportsIn(wish.Quote)
			if len(sports) == 0 {
				continue
			}
			if !begun {
				at, only[wish.Quote] = len(list), len(list)
				list = append(list, demand{dates: wish.Dates, sports: sports})
			}
			list[at].wishes = append(list[at].wishes, n)
		}
	}
	return list
}

func saysOnly(quote string) bool {
	return slices.ContainsFunc(scan(quote), func(w word) bool { return w.text == "only" })
}

// sportsIn are the sports that a quote names.
func sportsIn(quote string) (list []training.Sport) {
	for _, w := range scan(quote) {
		if sport, named := sportOf[w.text]; named && !slices.Contains(list, sport) {
			list = append(list, sport)
		}
	}
	return list
}

// against are the places of the wishes that rule a demand out, where they do so on all of its days.
func (w Wishes) against(d demand) (places []int, ruledOut bool) {
	for _, date := range d.dates {
		for _, sport := range d.sports {
			found := false
			for n, wish := range w {
				if !slices.Contains(d.wishes, n) && wish.On(date) && wish.rulesOut(sport, d) {
					if found = true; !slices.Contains(places, n) {
						places = append(places, n)
					}
				}
			}
			if !found {
				return nil, false
			}
		}
	}
	return places, true
}

// rulesOut tells whether a wish leaves nothing of a demand in a sport on a day that it speaks of.
func (w Wish) rulesOut(sport training.Sport, d demand) bool {
	if w.Sport != "" && w.Sport != sport {
		return false
	}
	long := d.session == Long || d.minutes > 0 && d.minutes >= longMinutes[sport] && longMinutes[sport] > 0
	switch w.Kind {
	case Rest, Unavailable:
		return w.Free()
	case Avoid:
		if w.Family != "" || w.Focus != "" {
			return false
		}
		return w.Session == "" || w.Session == d.session || w.Session == Long && long
	case Limit:
		if w.Meters > 0 {
			return w.daily() && (d.meters > w.Meters || d.session == Long && float64(longMinutes[sport])*usualSpeed[sport] > float64(w.Meters))
		}
		return w.daily() && (d.minutes > w.Minutes || d.session == Long && longMinutes[sport] > w.Minutes)
	}
	return false
}
