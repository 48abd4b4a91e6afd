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

// Seed is the state at the start of the first known day: the mean of the first 28 known days as CTL and of the first 7 as ATL (science
// L13), zero where nothing is known.
func Seed(known []float64) State {
	if len(known) == 0 {
		return State{}
	}
	return State{mean(known[:min(len(known), seedFitnessDays)]), mean(known[:min(len(known), seedFatigueDays)])}
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
