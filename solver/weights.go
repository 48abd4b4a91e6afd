package solver

import "fortnight/brief"

// What choices cost beside SOFT rules. A SOFT rule broken by its whole limit costs its weight (0.5 to 3) times ruleCost.
const (
	ruleCost      = 12.0
	budgetCost    = 18.0 // a week's load beyond or short of its budget by all of it
	overCost      = 1.6  // beyond costs more than short
	matchCost     = 2.0  // a retrieval score of 0 rather than 1
	repeatCost    = 1.6  // each further use of one workout
	closeCost     = 1.4  // a use within three days of another
	closeDays     = 3
	twoLiftsCost  = 9.0  // a second lift on one day
	mixCost       = 10.0 // a sport's time beyond its share by all there is
	noiseCost     = 0.25 // what the seed may tip
	targetCost    = 3.0  // a day's load off its target by all of it
	tiredCost     = 6.0  // a hard session for the legs on 100 TSS of fatigue in them
	optionsOfKind = 8
	optionsRoom   = 64 // of a slot, at first
	passes        = 6
	ruins         = 24 // how often some slots are emptied and filled anew
	ruined        = 5  // slots at a time
)

// Cost of leaving empty a slot that is for something, and of filling one that is for nothing or something else.
var (
	emptyCost     = map[brief.Kind]float64{brief.Easy: 3.5, brief.Long: 8, brief.Hard: 7, brief.Lift: 6, brief.Secondary: 5, brief.Rest: 0}
	mismatchCost  = 3.0
	extraLiftCost = 3.0 // of a lift on a day for something else, in a week that has enough of them
	restCost      = 5.0
	secondCost    = 1.0  // of an unasked second session of the advanced
	mildCost      = 2.0  // of moderate work where a hard session is meant
	strangeCost   = 1.2  // of a workout meant for another level
	unmetCost     = 30.0 // of a wish that is not met: more than most SOFT rules, less than any HARD one
	lengthCost    = 3.0  // of a wished session off the wished length by all of it
)
