package stage

import (
	"math"

	"fortnight/brief"
	"fortnight/planner/state"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// Limits are what the wishes bound over several days: how many sessions there are to be, or minutes of them, week by week or in all.
func Limits(f *state.Fortnight) []solver.Limit {
	var list []solver.Limit
	for i := range f.Wishes {
		list = append(list, limitsOf(f, &f.Wishes[i])...)
	}
	return list[:min(len(list), solver.MaxLimits)]
}

// limitsOf are the limits that one wish comes to.
func limitsOf(f *state.Fortnight, w *wish.Wish) []solver.Limit {
	var list []solver.Limit
	switch {
	case w.Kind == wish.RestDays && w.Per == wish.InAll:
		return []solver.Limit{restsOf(*w)}
	case w.Kind == wish.RestDays:
		for _, days := range weeksOf(f, w) {
			list = append(list, restsOf(days))
		}
	case w.Kind == wish.Spaced:
		return pairsOf(w)
	case w.Kind == wish.EasyBefore:
		return evesOf(f, w)
	case w.Kind == wish.Limit && w.Per == wish.InARow:
		return rowsOf(w)
	case w.Kind == wish.Limit && w.Per == wish.PerDay && w.Count > 0:
		for i := range w.Dates {
			day := *w
			day.Dates = w.Dates[i : i+1]
			list = append(list, limitOf(day))
		}
	case w.Kind == wish.Limit && w.Per == wish.InAll:
		return []solver.Limit{limitOf(*w)}
	case w.Kind == wish.Limit && w.Per == wish.PerWeek:
		for _, days := range weeksOf(f, w) {
			list = append(list, limitOf(days))
		}
	case (w.Kind == wish.Less || w.Kind == wish.More) && (w.Sport != "" || w.Session != "" || w.Family != ""):
		for _, days := range weeksOf(f, w) {
			list = append(list, compared(f, days))
		}
	}
	return list
}

// weeksOf are a wish as it is of each week of the plan that it speaks of: a week of which it speaks in part is bounded by that part.
func weeksOf(f *state.Fortnight, w *wish.Wish) []wish.Wish {
	var list []wish.Wish
	for first := f.Run.From; first < f.Run.From.AddDays(f.Run.Days); first = first.AddDays(7) {
		part := *w
		part.Dates = nil
		for d := first; d < first.AddDays(7); d++ {
			if w.On(d) {
				part.Dates = append(part.Dates, d)
			}
		}
		if len(part.Dates) > 0 {
			list = append(list, part)
		}
	}
	return list
}

// restsOf is how many days with training leave as many without as are wished for. A week of which the plan has only some days is asked for its
// part of them.
func restsOf(w wish.Wish) solver.Limit {
	days := len(w.Dates)
	free := min(w.Count, days)
	if w.Per == wish.PerWeek && days < 7 {
		free = w.Count * days / 7
	}
	l := solver.Limit{Wish: wish.Wish{Kind: w.Kind, Count: w.Count, Dates: w.Dates, Quote: w.Quote}, Days: true, Most: -1, Least: -1}
	if w.Bound != wish.AtMost {
		l.Most = days - free
	}
	if w.Bound != wish.AtLeast {
		l.Least = days - free
	}
	return l
}

// pairsOf are the days that follow on one another, two by two, of which one at most may have what is not to be on both. What lies days apart is
// not twice on one day either, but of training as a whole, of which a day may have two sessions.
func pairsOf(w *wish.Wish) []solver.Limit {
	var list []solver.Limit
	all := w.Sport == "" && w.Session == "" && w.Family == "" && w.Focus == ""
	for i := range w.Dates {
		one := *w
		switch {
		case i > 0 && w.Dates[i] == w.Dates[i-1]+1:
			one.Dates = w.Dates[i-1 : i+1]
		case !all && (i+1 == len(w.Dates) || w.Dates[i+1] != w.Dates[i]+1): // a day by itself
			one.Dates = w.Dates[i : i+1]
		default:
			continue
		}
		list = append(list, solver.Limit{Wish: one, Days: all, Most: 1, Least: -1})
	}
	return list
}

// rowsOf are the stretches of one day more than may be in a row, of which one day at least is to be without.
func rowsOf(w *wish.Wish) []solver.Limit {
	var list []solver.Limit
	for i := w.Count; i < len(w.Dates); i++ {
		if first := i - w.Count; w.Dates[i] == w.Dates[first].AddDays(w.Count) {
			row := *w
			row.Dates = w.Dates[first : i+1]
			list = append(list, solver.Limit{Wish: row, Days: true, Most: w.Count, Least: -1})
		}
	}
	return list
}

// evesOf are the days of which one may have what nothing hard is to come before, each with the day before it: one of the two at most has its own.
func evesOf(f *state.Fortnight, w *wish.Wish) []solver.Limit {
	var list []solver.Limit
	for _, d := range w.Dates {
		if d == f.Run.From { // before it lies what was done
			continue
		}
		one := *w
		one.Dates = []training.Date{d}
		list = append(list, solver.Limit{Wish: one, Beside: &wish.Wish{Session: wish.Hard, Dates: []training.Date{d - 1}}, Days: true, Most: 1, Least: -1})
	}
	return list
}

func limitOf(w wish.Wish) solver.Limit {
	amount := w.Count
	l := solver.Limit{Wish: w, Minutes: w.Minutes > 0, Meters: w.Meters > 0, Most: -1, Least: -1}
	switch {
	case l.Minutes:
		amount = w.Minutes
	case l.Meters:
		amount = w.Meters
	}
	if w.Bound != wish.AtLeast {
		l.Most = amount
	}
	if w.Bound != wish.AtMost {
		l.Least = amount
	}
	return l
}

// compared is less, or more, than a week is meant to hold: by one session.
func compared(f *state.Fortnight, w wish.Wish) solver.Limit {
	held, week := 0, int(w.Dates[0]-f.Run.From)/7
	for i := range f.Brief.Weeks[week].Slots {
		if s := &f.Brief.Weeks[week].Slots[i]; brief.Means(s, &w) {
			held++
		}
	}
	if w.Kind == wish.Less {
		return solver.Limit{Wish: w, Most: max(0, held-1), Least: -1}
	}
	return solver.Limit{Wish: w, Most: -1, Least: held + 1}
}

// Noted are the words that the athlete wants to be read with a session.
func Noted(f *state.Fortnight, s *training.Session) string {
	text := ""
	for i := range f.Wishes {
		if w := &f.Wishes[i]; w.Kind == wish.Note && w.On(s.Date) && w.Is(f.Workouts.Of(s)) {
			text += " You wrote: “" + w.Quote + "”."
		}
	}
	return text
}

// meters is how far the sessions of a wish's sort go together.
func meters(f *state.Fortnight, w *wish.Wish, sessions []training.Session) int {
	sum := 0.0
	for i := range sessions {
		if workout := f.Workouts.Of(&sessions[i]); w.On(sessions[i].Date) && w.Is(workout) {
			sum += w.Far(workout)
		}
	}
	return int(math.Round(sum))
}

// amounts is how much of a limit some sessions come to, and on how many days they are.
func amounts(f *state.Fortnight, w *wish.Wish, sessions []training.Session) (count, minutes, days int) {
	seen := map[training.Date]bool{}
	for i := range sessions {
		s := &sessions[i]
		workout := f.Workouts.Of(s)
		if !w.On(s.Date) || !w.Is(workout) {
			continue
		}
		count++
		minutes += MinutesOf(s.Load.DurationSeconds)
		if w.Trains(workout) && !seen[s.Date] {
			seen[s.Date] = true
			days++
		}
	}
	return count, minutes, days
}
