package training

import "math"

// Time constants of the load model in days (Banister 1975; Fitzgerald & McGregor 2008; science L12).
const (
	fitnessDays = 42
	fatigueDays = 7
)

// The share of a day's distance from its load that CTL and ATL cover: 1 − e^(−1/τ), 0.0235283 and 0.1331221.
var (
	FitnessShare = 1 - math.Exp(-1.0/fitnessDays)
	FatigueShare = 1 - math.Exp(-1.0/fatigueDays)
)

// State is CTL and ATL at the end of a day, both in TSS a day.
type State struct{ Fitness, Fatigue float64 }

// After is the state at the end of another day with that load (science L12).
func (s State) After(tss float64) State {
	return State{
		Fitness: s.Fitness + (tss-s.Fitness)*FitnessShare,
		Fatigue: s.Fatigue + (tss-s.Fatigue)*FatigueShare,
	}
}

// Form is TSB: at the start of the next day for all rules (science L12).
func (s State) Form() float64 { return s.Fitness - s.Fatigue }

// Days by which a seed is worked out (science L13).
const (
	seedFitnessDays = 28
	seedFatigueDays = 7
)

// Seed is the state at the start of the first known day: the mean of the first 28 known days as CTL and of the first 7 as ATL, or, where
// the athlete stated one, the starting fitness for both (science L13, §0b). False means that nothing is known.
func Seed(known []float64, starting *float64) (State, bool) {
	if starting != nil {
		return State{*starting, *starting}, true
	}
	if len(known) == 0 {
		return State{}, false
	}
	return State{mean(known[:min(len(known), seedFitnessDays)]), mean(known[:min(len(known), seedFatigueDays)])}, true
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// History is the load of days in a row: TSS[i] is that of First + i. Known is how many of them are known rather than planned: those
// from the first bout that was done to the day before today, and today where something was done on it.
type History struct {
	First Date
	Known int
	TSS   []float64
}

// Daily sums bouts by day from the first one that was done, or from today where none was, to a last day.
func Daily(bouts []Bout, today, last Date) History {
	first, lastDone, any := today, today.AddDays(-1), false
	for i := range bouts {
		if b := &bouts[i]; !b.Planned {
			if !any || b.Date < first {
				first = b.Date
			}
			any = true
			lastDone = max(lastDone, b.Date)
		}
	}
	h := History{First: first, TSS: make([]float64, max(0, int(last-first)+1))}
	if any {
		h.Known = min(len(h.TSS), int(lastDone-first)+1)
	}
	for i := range bouts {
		if at := int(bouts[i].Date - first); at >= 0 && at < len(h.TSS) {
			h.TSS[at] += bouts[i].TSS
		}
	}
	return h
}

// Fitness is the state at the start of each day from from to to, with the day's load. Days before anything is known are left out; none
// is returned where nothing is known at all.
func Fitness(bouts []Bout, starting *float64, today, from, to Date) []FitnessPoint {
	h := Daily(bouts, today, to)
	state, known := Seed(h.TSS[:h.Known], starting)
	if !known {
		return nil
	}
	planned := map[Date]bool{}
	for i := range bouts {
		if bouts[i].Planned {
			planned[bouts[i].Date] = true
		}
	}
	points := make([]FitnessPoint, 0, max(0, int(to-from)+1))
	for i, tss := range h.TSS {
		if day := h.First.AddDays(i); day >= from {
			points = append(points, FitnessPoint{
				Date: day, TSS: tss, Fitness: state.Fitness, Fatigue: state.Fatigue, Form: state.Form(), Planned: planned[day],
				KnownDays: min(i, h.Known),
			})
		}
		state = state.After(tss)
	}
	return points
}
