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
	mine        = conceptOf("mine")
	partUse     = conceptOf("partuse")
	trainGear   = conceptOf("gear")
	limbSide    = conceptOf("limbside")
	reacted     = conceptOf("reacted")
	chestPlace  = conceptOf("chest")
	between     = conceptOf("between")
	moving      = conceptOf("moving")
	struggle    = conceptOf("struggle")
	condition   = conceptOf("condition")
	copula      = conceptOf("copula")
	degree      = conceptOf("degree")
	soundly     = conceptOf("soundly")
	noticing    = conceptOf("noticing")
	hospital    = conceptOf("hospital")
	mindful     = conceptOf("mindful")
	gently      = conceptOf("gently")
	causes      = conceptOf("cause")
	aidsFor     = conceptOf("aidsfor")
	forIt       = conceptOf("forit")
	wellBut     = conceptOf("wellbut")
	exercising  = conceptOf("exercising")
	radiating   = conceptOf("radiating")
	trigger     = conceptOf("trigger")
	barking     = conceptOf("barking")
	bans        = conceptOf("bans")
)

// spoils are words before a name, with nothing between but words that carry nothing, that make another of it: hay fever, to exhaustion.
var spoils = map[training.Condition]concept{
	training.Fever: conceptOf("nofever"), training.Exhausted: conceptOf("upto"), training.IllBelowNeck: conceptOf("noillness"), training.Fainted: conceptOf("nofaint"),
	training.Operation: conceptOf("nosurgery"), training.Prolapse: conceptOf("valve"), training.Heat: conceptOf("noheat"),
	training.StressFracture: conceptOf("idiom"), training.Postpartum: conceptOf("untilbirth"),
}

// spoilsAfter are such words right behind a name: a fever for trails.
var spoilsAfter = map[training.Condition]concept{training.Fever: conceptOf("feverof"), training.Operation: conceptOf("ofdisc"), training.Heat: conceptOf("heatof"), training.Covid: conceptOf("vaccine"), training.Flu: conceptOf("vaccine"), training.PoorAir: conceptOf("smokeless"), training.Altitude: conceptOf("heightof")}
