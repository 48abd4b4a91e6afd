package wish

import (
	"strings"

	"fortnight/training"
)

// tag is what a word does in a wish.
type tag int

const (
	strange     tag = iota + 1 // not in the lexicon
	negation                   // no, not, without
	only                       // only
	most                       // max
	resting                    // rest, off, busy
	anything                   // train, session: anything
	racing                     // race
	pain                       // aches, sore
	unwell                     // fever, dizzy
	wanting                    // rather, can
	distance                   // 10 km
	past                       // was, had
	conditional                // if, unless: the whole sentence hangs on it
	vague                      // if, less, twice: more than this reader can tell
)

func lexicon[T any](lines map[string]T) map[string]T {
	words := map[string]T{}
	for line, meaning := range lines {
		for _, w := range strings.Fields(line) {
			words[w] = meaning
		}
	}
	return words
}

var tagOf = lexicon(map[string]tag{
	`no not don't dont can't cant cannot won't wont couldn't shouldn't without avoid avoiding skip skipping never nothing unable nor neither hate
	doesn't isn't aren't haven't`: negation,
	"only just solely": only,
	"max":              most,
	"rest resting off busy travel travelling traveling away unavailable flying":                                                           resting,
	"train training workout workouts exercise exercising session sessions anything time":                                                  anything,
	"race races racing competition compete competing marathon triathlon duathlon parkrun event tournament sportive regatta hyrox":         racing,
	"ache aches aching sore soreness hurt hurts hurting pain pains painful injured injury niggle niggles tight tightness strain strained": pain,
	"sprained pulled twinge tender tweaked swollen inflamed protect spare bothering bad dodgy stiff":                                      pain,
	"fever flu influenza covid sick ill illness dizzy faint fainted palpitations unwell nauseous vomiting breathless":                     unwell,
	"was were had recovered yesterday ago":                                   past,
	"rather prefer want like love enjoy fancy can could would will i'll i'd": wanting,
	"distance":                               distance,
	"if unless except either depending when": conditional,
	`maybe perhaps instead less fewer shorter twice once times consecutive weekly alternate double
	consider usual previous`: vague,
})

var sportWords = lexicon(map[string]training.Sport{
	"run running runs jog jogging jogs marathon parkrun":                            training.Run,
	"ride riding rides bike biking bikes cycling cycle bicycle spin turbo sportive": training.Ride,
	"swim swimming swims pool":                                                      training.Swim,
	"row rowing rows erg rower ergometer regatta":                                   training.Row,
	"strength lift lifting lifts gym weights weightlifting weight":                  training.Strength,
	"mobility yoga stretching pilates":                                              training.Mobility,
})

var sessionWords = lexicon(map[string]Session{
	"long longer longest": Long,
	"hard intense intensity interval intervals threshold tempo vo sprint sprints speed tough heavy quality": Hard,
	"easy easier easily light gentle relaxed recovery":                                                      Easy,
})

var regionsOf = lexicon(map[string][]training.MuscleGroup{
	`knee knees ankle ankles calf calves achilles hip hips hamstring hamstrings quad quads foot feet shin shins leg legs groin glute glutes thigh
	thighs heel plantar squat squats deadlift deadlifts lunge lunges jumps jumping plyometrics plyos`: {training.Legs},
	"shoulder shoulders triceps pec pecs bench":     {training.Push},
	"elbow elbows wrist wrists arm arms hand hands": {training.Push, training.Pull},
	"biceps forearm forearms lats":                  {training.Pull},
	"back neck":                                     {training.Pull, training.Core},
	"lowerback spine disc":                          {training.Core, training.Legs},
	"core abs stomach":                              {training.Core},
})

// fillers carry nothing that a plan could follow; a part of nothing else is passed over in silence.
var fillers = lexicon(map[string]bool{
	`i i'm i've im my me we it's it is are am be been being a an the on in at to of for with my this that these and or please thanks thank you
	hi hello coach would could can will want like love prefer enjoy need some more any do doing have has got get go going take taking plan add include
	keep let make by day days week weeks - s`: true,
})
