package solver

import (
	"fortnight/rules"
	"fortnight/training"
)

// hardDays counts on each day what makes it a hard one, with an empty day before the first and after the last. Hard days are hard so that easy
// ones are easy: a second session of a kind costs nothing on a day that has one, while a day more in a row does.
type hardDays struct {
	keys    [rules.MaxDays + 2]int8 // key sessions
	quality [rules.MaxDays + 2]int8 // high or moderate intensity, or heavy legs
	high    [rules.MaxDays + 2]int8 // high intensity
}

// hard tells what a session makes of its day.
type hard struct{ key, quality, high bool }

func hardOf(key bool, l *training.Load) hard {
	d := &l.Demand
	return hard{key, d.HighIntensity || d.Moderate || d.HeavyLower, d.HighIntensity}
}

func (h *hardDays) add(day int, is hard) {
	for _, of := range [...]struct {
		is   bool
		days *[rules.MaxDays + 2]int8
	}{{is.key, &h.keys}, {is.quality, &h.quality}, {is.high, &h.high}} {
		if of.is {
			of.days[day+1]++
		}
	}
}

// cost is what hard days in a row cost.
func (h *hardDays) cost() float64 {
	cost := 0.0
	for d := range rules.MaxDays {
		cost += spacingCost*inRow(&h.keys, d, d+1) + rowCost*inRow(&h.quality, d, d+1) + hardRowCost*inRow(&h.high, d, d+1)
	}
	return cost
}

// more is what a session would add to it on a day, counted from 0.
func (h *hardDays) more(day int, is hard) float64 {
	at, cost := day+1, 0.0
	if is.key && h.keys[at] == 0 {
		cost += spacingCost * beside(&h.keys, at)
	}
	if is.quality && h.quality[at] == 0 {
		cost += rowCost * beside(&h.quality, at)
	}
	if is.high && h.high[at] == 0 {
		cost += hardRowCost * beside(&h.high, at)
	}
	return cost
}

// beside is how many of the days before and after one have something.
func beside(days *[rules.MaxDays + 2]int8, at int) float64 {
	n := 0.0
	if days[at-1] > 0 {
		n++
	}
	if days[at+1] > 0 {
		n++
	}
	return n
}

// inRow is 1 where both of two days have something.
func inRow(days *[rules.MaxDays + 2]int8, one, other int) float64 {
	if days[one] > 0 && days[other] > 0 {
		return 1
	}
	return 0
}
