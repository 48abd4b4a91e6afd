package gate

import "fortnight/training"

// Sets that hearing itself asks for.
var (
	negation    = conceptOf("negation")
	cannot      = conceptOf("cannot")
	merely      = conceptOf("merely")
	light       = conceptOf("light")
	coordinates = conceptOf("coordinates")
	yetAlso     = conceptOf("yetalso")
	whose       = conceptOf("whose")
	isOver      = conceptOf("over")
	notYet      = conceptOf("notyet")
	partly      = conceptOf("partly")
	pain        = conceptOf("pain")
	plainPain   = conceptOf("plainpain")
	broken      = conceptOf("broken")
	whither     = conceptOf("whither")
	whence      = conceptOf("whence")
	prevention  = conceptOf("prevention")
	ailing      = conceptOf("ailing")
)

// spoils are words right before a name that make another of it: hay fever, to exhaustion.
var spoils = map[training.Condition]concept{
	training.Fever: conceptOf("nofever"), training.Exhausted: conceptOf("upto"), training.IllBelowNeck: conceptOf("upto"),
}
