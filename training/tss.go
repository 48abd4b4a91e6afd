package training

import "math"

// What a time brings.
const (
	tssPerSecondAtOne = 100.0 / 3600
	// tssPerRPEMinute: an hour at threshold is RPE 8 (science L9). Friel's table of TSS an hour by RPE is not used beside it: effort that is
	// planned is no whole number, and a session that felt as planned should bring what was planned. The two lie within 15 TSS an hour.
	tssPerRPEMinute = 100.0 / 480
	tssPerAU        = 0.125 // 1 TSS is 8 arbitrary units of session RPE × minutes: a convention, nobody has measured it
)

// What share of its TSS the legs carry, a heuristic (science L15). What is not named is reckoned as riding is, as its intensity is too.
const (
	legWeightRun       = 0.6
	legWeightRideRow   = 0.4
	legWeightSwim      = 0.1 // and of what else is done with the arms
	legWeightHeavyLift = 1.0
	legWeightLift      = 0.6
	legWeightUpperLift = 0.1
)

// legWeightOf is the share of a sport other than strength.
func legWeightOf(sport Sport) float64 {
	switch sport {
	case Run:
		return legWeightRun
	case Swim, SkiErg, Kayak:
		return legWeightSwim
	case Mobility:
		return 0
	}
	return legWeightRideRow
}

// methodOf is how load of a sport is measured from its intensity.
func methodOf(sport Sport) LoadMethod {
	switch sport {
	case Ride, Row, SkiErg:
		return NormalizedPower
	case Run:
		return Quadratic
	case Swim:
		return Cubic
	case Strength:
		return Sets
	}
	return RPE
}

// loadAt is the TSS of a time at an intensity: 100 · hours · IF², for a swim IF³ (science L1, L5, L6).
func loadAt(sport Sport, factor float64, seconds int) float64 {
	power := 2.0
	if sport == Swim {
		power = 3
	}
	return tssPerSecondAtOne * float64(seconds) * math.Pow(factor, power)
}
