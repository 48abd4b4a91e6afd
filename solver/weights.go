package solver

import "fortnight/season"

// The bands of the coaching specification, section 9.1: what one band has to say outweighs all of those after it.
const (
	band1 = 1000.0
	band2 = 100.0
	band3 = 20.0
	band4 = 4.0
	band5 = 1.0
)

// What choices cost beside HARD rules, by band: factor of the band, times the weight of the term, times how far it is off.
const (
	unmetCost   = band1      // of a wish that is not met, each
	keyCost     = 10 * band2 // of all sessions that the weeks are to hold, missing; each by its weight
	rungCost    = 2 * band2  // of a session off what the week asks for by all of it: progression weighs 8 over about four of them
	longCost    = 4 * band2  // of a long session likewise: about two of them
	easyCost    = 0.6 * band2
	surplusCost = 15 * band2 // of a session that nobody asked for
	budgetCost  = 6 * band3  // of a week's minutes off by a quarter and more
	overCost    = 1.5        // beyond costs more than short
	intenseCost = 5 * band3  // of twenty points of intensity outside the bounds
	ruleCost    = 4 * band4  // of a SOFT rule broken by its whole limit, times its weight of 0.5 to 3
	spacingCost = 4 * band4  // of two key sessions within two days
	soonCost    = 12 * band4 // of a key session in the easy days after two long ones: more than its usual day is worth
	tornCost    = 4 * band2  // of the second of two long days that does not follow the first: more than another family in its place
	irregular   = 10 * band4 // of a session far from its usual day
	likeWeeks   = 2 * band4  // what it is worth that two weeks have the same sport on a day, and once more the same part of the week
	doubleCost  = 5 * band4  // of two sessions on a day
	lateCost    = 1 * band4  // of a session in the place after a day's first, whether that is taken or not
	sportTwice  = 20 * band4 // of two of one sport on a day, or of anything beside the long session
	twoLiftCost = 12 * band4 // of a second lift on a day
	nextDayCost = 8 * band4  // of a run on the day after another, where a day is to lie between them
	changeCost  = 3 * band4  // of a session that stood and is not planned again: more than what two searches differ by
	tiredCost   = 1.5 * band4
	lengthCost  = 3 * band5  // of a wished session off the wished length by all of it
	matchCost   = 2 * band5  // of a likeness of 0 rather than 1
	sameCost    = 2 * band5  // of a key session that is the same as another
	rowCost     = 2 * band4  // of quality on days in a row, so that three of them cost twice that
	hardRowCost = 8 * band4  // of high intensity on days in a row
	hardKeyCost = 10 * band4 // of high intensity on the day before or after a key session, as a long one is
	againCost   = 6 * band4  // of a lift that is the same as another one few days from it
	noiseCost   = 0.25       // what the seed may tip
)

// How hard the search tries.
const (
	optionsRoom = 64 // of a slot, at first
	passes      = 6
	ruins       = 72 // how often some slots are emptied and filled anew
	ruined      = 5  // slots at a time
	roomPasses  = 2  // in which the others make room for what is insisted on
	mostForced  = 4  // places that are tried for a session that is missing
	usualSlots  = 28 // of a fortnight with two places a day
)

// weightOf is what a session weighs among those that a week is to hold (coaching 9.1).
func weightOf(role season.Role) float64 {
	switch role {
	case season.K, season.L, season.TestRole, season.Sharp, season.Open:
		return 3
	case season.K2, season.S, season.SShort, season.ML:
		return 2
	case season.Care:
		return 0.25 // of who has it every day as much as two easy sessions of the week
	}
	return 1
}

// offCost is what a dose of a role costs that is off by all of it.
func offCost(role season.Role) float64 {
	switch role {
	case season.L:
		return longCost
	case season.K, season.K2, season.ML, season.S, season.SShort, season.TestRole, season.Sharp, season.Open:
		return rungCost
	}
	return easyCost
}

// demanding tells whether sessions of a role want two days between them.
func demanding(role season.Role) bool {
	switch role {
	case season.K, season.K2, season.L, season.TestRole:
		return true
	}
	return false
}
