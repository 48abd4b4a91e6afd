package frame

import "fortnight/training"

// What is kept when load is cut, first what is kept longest (science RET-4).
const (
	keepKey = iota
	keepLong
	KeepStrength
	keepHard
	keepEasy
	KeepClasses
)

// Cuts are what stood in each seven planned days before the proposal, by class, and their load.
type Cuts struct {
	Known bool
	Goal  training.Sport // of the next A or B event, empty for none
	Weeks [MaxDays / 7]Week
}

// Week is what seven days have: sessions by class, and their load in TSS.
type Week struct {
	Count [KeepClasses]int
	TSS   float64
}

// Add counts an item in; goal is the sport of the next A or B event.
func (w *Week) Add(i *Item, goal training.Sport) {
	w.Count[i.keepClass(goal)]++
	w.TSS += i.TSS
}

// keepClass is which of RET-4's kinds an item is. The goal's key sessions are the flagged ones, and the hard ones in the event's sport.
func (i *Item) keepClass(goal training.Sport) int {
	switch {
	case i.flagged || i.HI && i.Sport == goal:
		return keepKey
	case i.Long:
		return keepLong
	case i.Sport == training.Strength:
		return KeepStrength
	case i.HI:
		return keepHard
	}
	return keepEasy
}
