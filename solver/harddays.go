package solver

import (
	"math/bits"

	"fortnight/rules"
	"fortnight/training"
)

// hardDays are the days that something makes hard ones, by bit, the first day of the plan as the second: the day before it has nothing. Hard days are
// hard so that easy ones are easy: a second session of a kind costs nothing on a day that has one, while a day more in a row does.
type hardDays struct {
	keys    uint64 // of key sessions
	quality uint64 // of high or moderate intensity, or heavy legs
	high    uint64 // of high intensity
	legs    uint64 // of high intensity out of the water, which takes it out of the legs
}

var _ [62 - rules.MaxDays]struct{} // the bits that are left, beside a day before and one after

// hard tells what a session makes of its day.
type hard struct{ key, quality, high, legs bool }

func hardOf(key bool, sport training.Sport, l *training.Load) hard {
	d := &l.Demand
	return hard{key, d.HighIntensity || d.Moderate || d.HeavyLower, d.HighIntensity, d.HighIntensity && sport != training.Swim}
}

func (h *hardDays) add(day int, is hard) {
	bit := uint64(2) << day
	if is.key {
		h.keys |= bit
	}
	if is.quality {
		h.quality |= bit
	}
	if is.high {
		h.high |= bit
	}
	if is.legs {
		h.legs |= bit
	}
}

// cost is what hard days in a row cost.
func (h *hardDays) cost() float64 {
	return spacingCost*inRow(h.keys) + rowCost*inRow(h.quality) + hardRowCost*inRow(h.high) + hardKeyCost*h.legsBesideKeys()
}

// inRow is how many days have something that the day before has too.
func inRow(days uint64) float64 { return float64(bits.OnesCount64(days & (days << 1))) }

// legsBesideKeys is how many times of two days in a row one has high intensity for the legs and the other a key session, as a long one is.
func (h *hardDays) legsBesideKeys() float64 {
	return float64(bits.OnesCount64(h.legs&(h.keys<<1) | h.keys&(h.legs<<1)))
}

// more is what a session would add to it on a day, counted from 0.
func (h *hardDays) more(day int, is hard) float64 {
	with := *h
	with.add(day, is)
	return with.cost() - h.cost()
}
