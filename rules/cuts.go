package rules

import (
	"math"

	"fortnight/training"
)

// What is kept when load is cut, first what is kept longest (science RET-4).
const (
	keepKey = iota
	keepLong
	keepStrength
	keepHard
	keepEasy
	keepClasses
)

// cuts are what stood in each seven planned days before the proposal, by class, and their load.
type cuts struct {
	known bool
	goal  training.Sport // of the next A or B event, empty for none
	weeks [MaxDays / 7]week7
}

type week7 struct {
	count [keepClasses]int
	tss   float64
}

// readCuts counts what the proposal found on the calendar.
func (f *frame) readCuts() {
	var next training.Date = math.MaxInt32
	for i := range f.in.Profile.Events {
		if e := &f.in.Profile.Events[i]; e.Priority != training.EventC && e.Date >= f.in.From && e.Date < next {
			next, f.cuts.goal = e.Date, e.Sport
		}
	}
	for n := range f.in.Before {
		s := &f.in.Before[n]
		if s.Status != training.Planned || s.Date < f.in.From || s.Date >= f.in.From.AddDays(f.in.Days) {
			continue
		}
		i := f.sessionItem(s)
		if w := (i.day - 1) / 7; w < len(f.cuts.weeks) && i.load {
			f.cuts.known = true
			f.cuts.weeks[w].add(&i, f.cuts.goal)
		}
	}
}

func (w *week7) add(i *item, goal training.Sport) {
	w.count[i.keepClass(goal)]++
	w.tss += i.tss
}

// keepClass is which of RET-4's kinds an item is. The goal's key sessions are the flagged ones, and the hard ones in the event's sport.
func (i *item) keepClass(goal training.Sport) int {
	switch {
	case i.flagged || i.hi && i.sport == goal:
		return keepKey
	case i.long:
		return keepLong
	case i.sport == training.Strength:
		return keepStrength
	case i.hi:
		return keepHard
	}
	return keepEasy
}

// cutting measures RET-4 in each seven days that bring less than they were to: the sessions given up while something that matters less
// stayed.
func (f *frame) cutting(out sink) {
	if !f.cuts.known {
		return
	}
	var weeks [MaxDays / 7]week7
	for n := range f.items {
		if i := &f.items[n]; i.plan && i.load {
			if w := (i.day - 1) / 7; w < len(weeks) {
				weeks[w].add(i, f.cuts.goal)
			}
		}
	}
	for w := range weeks {
		before, now := &f.cuts.weeks[w], &weeks[w]
		if before.tss == 0 {
			continue
		}
		measured := 0.0
		if now.tss < before.tss-slack {
			measured = float64(misplaced(before, now))
		}
		out.take(row{rule: ret4, severity: Soft, from: 7*w + 1, to: min(7*w+7, f.in.Days), measured: measured, pick: loads})
	}
}

// misplaced counts what a week gave up although it kept something that comes later in the order. Of strength one session is enough.
func misplaced(before, now *week7) int {
	count, later := 0, 0
	for class := keepClasses - 1; class >= 0; class-- {
		lost := before.count[class] - now.count[class]
		if class == keepStrength {
			lost = min(before.count[class], 1) - now.count[class]
		}
		if lost > 0 && later > 0 {
			count += lost
		}
		later += now.count[class]
	}
	return count
}
